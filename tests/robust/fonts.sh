#!/usr/bin/env bash
# Characters that no font of the machine has: told with the place, never silent. Usage: fonts.sh QMR
. "$(dirname "$0")/common.sh"
lay "$work"
cd "$work" || exit 3
wingding=$'\uF0B7'
sed -i "s/No significant progress/$wingding No significant progress/" returns/q4.xml
expect "a sign of Word's own font" 1 "2009-10-Q4/health-and-partnerships" "$qmr" report --to pdf plan.xml returns/q4.xml
[[ $said == *"report.pdf: warning: no font has the character '$wingding' (U+F0B7): an empty box is printed under \""*"$wingding No significant progress"*"[L-FONT]"* ]] && pass || fail "not told: $(grep -a 'warning' <<<"$said")"
folder=out/2009-10-Q4/health-and-partnerships
grep -q 'U+F0B7.*\[L-FONT\]' $folder/team/report-messages.txt && pass || fail "it is not among the messages for the team"
expect "repeated" 0 "repeated" "$qmr" verify $folder
expect "rendered alone" 0 "[L-FONT]" "$programs/qmr-render" --out alone.pdf $folder/team/report.xml
expect "the web page has it" 0 "" "$programs/qmr-render" --out alone.html $folder/team/report.xml
[[ $said != *L-FONT* ]] && grep -q "$wingding" alone.html && pass || fail "the web page: $said"
for sign in '✓ ✔ ✗ ✘' 'ਪੰਜਾਬੀ ਵਿੱਚ' '★☆ ☎ ✉'; do
  sed "s/No visible progress/$sign/" returns/other.xml >returns/signs.xml
  expect "$sign" 1 "report.pdf" "$qmr" report --to pdf plan.xml returns/signs.xml
  [[ $said != *L-FONT* ]] && pass || fail "$sign: $said"
done
# ---- all that is counted is in the files that the closing line names, and each document keeps its own
rm -rf out
sed -i "s/<plan /<plan /; 0,/title=\"/s//title=\"$wingding /" plan.xml
for layout in quarterly-monitoring-report service-plan; do
  expect "$layout" 1 "found:" "$qmr" report --layout $layout --to pdf plan.xml returns/q4.xml
  line=$(grep -o 'found: .*' <<<"$said")
  counted=$(grep -oE '[0-9]+ (error|warning|note)' <<<"$line" | awk '{ n += $1 } END { print n }')
  files=$(sed -E 's/.*\((.*)\)$/\1/; s/,//g' <<<"$line")
  there=$(cd $folder && cat $files | grep -cE ': (error|warning|note): ')
  [ "$counted" = "$there" ] && pass || fail "$layout: $counted are counted, and $there stand in $files"
done
[ -s $folder/team/report-messages.txt ] && [ -s $folder/team/service-plan-messages.txt ] && pass || fail "a document has lost what was said of it"
expect "two documents, repeated" 0 "repeated" "$qmr" verify $folder
finish
