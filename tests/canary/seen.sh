# What readers see of web pages and workbooks; sourced by tests.

# What the reader of a web page sees: its text, and what is read aloud.
page_text() {
  sed -E 's/<style>.*<\/style>//; s/<(img|svg|table|div|a|meta|input|html)[^>]* (alt|aria-label|content|title)="([^"]*)"[^>]*>/ \3 /g; s/ href="((https?|mailto):[^"]*)"/>\1</g; s/<[^>]*>/ /g; s/&amp;/\&/g; s/&lt;/</g' "$1"
}
# What a workbook shows: words of cells and charts, names of sheets, descriptions, properties. Figures are judged by the pages.
book_text() {
  cat "$1"/xl/sharedStrings.xml "$1"/docProps/*.xml "$1"/xl/charts/*.xml 2>/dev/null | sed -E 's/<[^>]*>/ /g'
  cat "$1"/xl/workbook.xml "$1"/xl/drawings/*.xml 2>/dev/null | grep -oE ' (name|descr|title)="[^"]*"'
  grep -ohE 'Target="(https?|mailto):[^"]*"' "$1"/xl/worksheets/_rels/* 2>/dev/null
  grep -ohE '<oddFooter>.*</oddFooter>|<oddHeader>.*</oddHeader>' "$1"/xl/worksheets/*.xml
}
