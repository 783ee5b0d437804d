#!/usr/bin/env bash
# Gaps of charts: every state that was stated is told by its own word in the chart's data, whoever stated it: the plan of an
# earlier year, an earlier return, the return for another quarter or for its own. Usage: test-gaps.sh QMR
. "$(dirname "$0")/../robust/common.sh"
cd "$work" || exit 3
cp "$root/fixtures/council/framework.xml" .
ns='xmlns="urn:qmr:1" format="1.0"'
states=(not-available not-applicable annual suppressed to-be-confirmed new-measure see-comment not-due)
marks=('[x]' '[z]' '[annual]' '[c]' '[tbc]' '[new]' '[comment]' '[not due]')

# files STATE: a yearly and a quarterly indicator with the state in each place where one can stand.
files() {
  cat >plan.xml <<END
<plan $ns service="culture-and-leisure" title="Roads" from="2009-10" years="2" status="final">
  <indicator ref="Y 1" title="Bridges checked" unit="percent" decimals="1" polarity="higher" kind="snapshot" frequency="annual" key="yes">
    <actual period="2007-08" number="50"/><actual period="2008-09" state="$1"/><actual period="2009-10" number="52"/><target period="2010-11" number="60"/></indicator>
  <indicator ref="Q 1" title="Roads mended" unit="percent" decimals="1" polarity="higher" kind="snapshot" frequency="quarterly" key="yes">
    <target period="2010-11" number="60"/></indicator>
</plan>
END
  cat >old.xml <<END
<return $ns service="culture-and-leisure" period="2009-10-Q4" status="final">
  <indicator ref="Q 1"><value number="51"/><value period="2009-10-Q2" number="50"/><value period="2009-10-Q3" state="$1"/></indicator>
</return>
END
  cat >new.xml <<END
<return $ns service="culture-and-leisure" period="2010-11-Q4" status="final">
  <indicator ref="Y 1"><value number="55"/></indicator>
  <indicator ref="Q 1"><value period="2010-11-Q1" state="$1"/><value period="2010-11-Q2" number="53"/><value period="2010-11-Q3" number="54"/><value state="$1"/></indicator>
</return>
END
}
seen="|Not supplied|"
for i in "${!states[@]}"; do
  state=${states[i]}
  files "$state"
  rm -rf out
  said=$("$qmr" report --to csv --to html --to xlsx plan.xml new.xml old.xml 2>&1)
  data=$(cat out/*/culture-and-leisure/*tables/chart-data.csv 2>/dev/null)
  for place in 'Y 1.*,2008/09,' 'Q 1.*,2009/10,Quarter 3,' 'Q 1.*,2010/11,Quarter 1,' 'Q 1.*,2010/11,Quarter 4,'; do
    line=$(grep -E "$place" <<<"$data" | grep -v ',Target')
    [[ $line == *"${marks[i]}"* ]] && pass || fail "$state at $place: $line ${said: -300}"
  done
  # the web page: the same word in all four cells, of no other state; the workbook: the mark in four cells of one sheet
  page=$(sed 's/<[^>]*>/|/g' out/*/culture-and-leisure/report.html | tr -s '|\n ' '|| ' | tr -s '|')
  word=$(sed -nE 's/.*Category\|Y 1[^|]*\|[^|]*\|2007\/08\|50.0%\|2008\/09\|([^|]*)\|.*/\1/p' <<<"$page")
  [ -n "$word" ] && [[ $page == *"Quarter 1|Not supplied|$word|"*"Quarter 3|$word|54.0%|"*"Quarter 4|51.0%|$word|"* ]] && [[ $seen != *"|$word|"* ]] && pass ||
    fail "$state on the web page: '$word' after $seen: $(grep -o 'Category|Q 1.*' <<<"$page" | cut -c1-200)"
  seen+="|$word|"
  python3 - "${marks[i]}" out/*/culture-and-leisure/appendix.xlsx <<'END' && pass || fail "$state is not in four cells of the workbook's sheet"
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[2])
strings = [''.join(re.findall(r'<t[^>]*>([^<]*)</t>', s)) for s in re.findall(r'<si>.*?</si>', book.read('xl/sharedStrings.xml').decode(), re.S)]
sheets = [book.read(name).decode() for name in book.namelist() if name.startswith('xl/worksheets/sheet')]
sys.exit(not any(len(re.findall('t="s"><v>%d</v>' % strings.index(sys.argv[1]), sheet)) >= 4 for sheet in sheets))
END
done
finish
