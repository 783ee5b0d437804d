#!/usr/bin/env bash
# One note at many places: one-note.sh QMR-RENDER UA-CHECK DOCUMENT, whose words and style it has. Its words stand once, every mark leads to
# them, and the workbook and the CSV files say them for each table that has a mark, wherever the words stand on the page.
set -u
export LC_ALL=C.UTF-8
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
fail() { echo "$*"; exit 1; }
{
  sed '/<section /,$d' "$3"
  cat <<'END'
<section page="portrait">
  <para>Words<footnote number="1"/> and again<footnote number="1"/>.</para>
  <text><p>Of all.</p><table caption="In prose"><tr><th>Year</th><th>Homes<footnote number="1"/></th></tr><tr><td>2009</td><td>12</td></tr></table></text>
  <para style="note" note="1">Counted in March.</para>
  <heading level="1">More</heading>
  <table id="one"><caption>One<footnote number="1"/></caption><column heading="Row" row-header="yes"/><column heading="Figure" align="end"><footnote number="1"/></column>
    <group><row><cell><para>R</para></cell><cell><value number="5" unit="count"><footnote number="1"/></value></cell></row></group></table>
  <table id="two"><caption>Two</caption><column heading="Row" row-header="yes"/><column heading="Figure" align="end"/>
    <group><row><cell><para>R</para></cell><cell><value number="5" unit="count"/></cell></row></group></table>
</section></document>
END
} >"$scratch/document.xml"
"$1" --to pdf --out "$scratch/one.pdf" --to html --out "$scratch/one.html" --to xlsx --out "$scratch/one.xlsx" --to csv --out "$scratch/one" "$scratch/document.xml" || exit 1
"$2" "$scratch/one.pdf" || exit 1
pdftotext -layout "$scratch/one.pdf" "$scratch/text" || exit 1
[ "$(grep -c 'Counted in March' "$scratch/text")" = 1 ] || fail "the words stand not once on the page"
[ "$(grep -o '\[1\]' "$scratch/text" | wc -l)" = 7 ] || fail "there are not six marks and the number of the words"
[ "$(grep -o 'href="#note:1"' "$scratch/one.html" | wc -l)" = 6 ] || fail "not every mark leads to the words"
[ "$(grep -oE ' id="[^"]*"' "$scratch/one.html" | sort | uniq -d | wc -l)" = 0 ] || fail "an id of the page stands twice"
[ "$(grep -o 'id="note:1-ref"' "$scratch/one.html" | wc -l)" = 1 ] || fail "the number of the words leads nowhere"
tr -d '\r' <"$scratch/one/notes.csv" | grep -qx '\[note 1\],Counted in March.,text-table-1.csv; one.csv' || fail "notes.csv: $(cat "$scratch/one/notes.csv")"
head -1 "$scratch/one/text-table-1.csv" | grep -q 'Homes \[note 1\]' || fail "the heading of the table in prose has lost its mark"
unzip -p "$scratch/one.xlsx" 'xl/sharedStrings.xml' | grep -q 'Counted in March.' || fail "the workbook has lost the words"
