#!/usr/bin/env bash
# What the tables of the quarterly report say of what was supplied, by the clean documents of golden/check. Usage: test-tables.sh QMR
. "$(dirname "$0")/../robust/common.sh"
base=$root/tests/golden/check/base
cp "$base"/framework.xml "$base"/quarter.xml "$base"/year.xml "$work"
cd "$work" || exit 3

# report PLAN-SED RETURN-SED: the tables of the changed documents, under $tables; the page in $words, the messages in $said.
report() {
  rm -rf out
  sed -E "$1" "$base/plan.xml" >plan.xml
  sed -E "$2" "$base/return.xml" >return.xml
  [ "$1$2" = "" ] || ! { cmp -s "$base/plan.xml" plan.xml && cmp -s "$base/return.xml" return.xml; } || fail "$1 $2: changes nothing"
  expect "$1 $2" 0 "" "$qmr" report --to csv --to html --layout quarterly-monitoring-report plan.xml return.xml quarter.xml year.xml
  tables=$(echo out/*/housing/tables)
  words=$(sed '/<style/,/<\/style>/d; s/<[^>]*>/ /g' out/*/housing/report.html | tr -s ' \n' ' ')
  said=$(cat out/*/housing/team/messages.txt)
}
has() { grep -qF -- "$2" "$tables/$1.csv" && pass || fail "$1 has no '$2': $(cat "$tables/$1.csv")"; }
has_not() { ! grep -qF -- "$2" "$tables/$1.csv" && pass || fail "$1 has '$2': $(grep -F -- "$2" "$tables/$1.csv")"; }

# ---- what was reported as not available is not counted as not reported
report "" '/<indicator ref="H LI 4"/s/rating="red" reason="[^"]*"/rating="not-available"/; s|<value number="52"/>|<value state="not-available"/>|'
has other-indicators-by-progress "Indicators,Total,Green,Amber,Red,Not available,Not reported"
has other-indicators-by-progress "Other indicators,4,1,2,0,1,0"
has key-indicators-by-progress "Indicators,Total,Green,Amber,Red,Not reported"

# ---- a note on counts belongs to each table that it explains, and to no other
context='/<indicator ref="H LI 3"/s/ polarity="lower"/ polarity="context"/'
report "$context" '/<indicator ref="H LI 3"/s/ rating="green"//'
note=$(grep -F "shown for context" "$tables/notes.csv")
[[ $note == *other-indicators-by-progress.csv* && $note != *key-indicators-by-progress.csv* ]] && pass || fail "the note on counts: $note"
report "$context; /<indicator ref=\"H LI 1\"/s/ polarity=\"higher\"/ polarity=\"context\"/" '/<indicator ref="H LI [13]"/s/ rating="green"//'
note=$(grep -F "shown for context" "$tables/notes.csv")
[[ $note == *other-indicators-by-progress.csv* && $note == *key-indicators-by-progress.csv* ]] && pass || fail "the note on counts: $note"

# ---- what the rule computes for one measure is not said of one without a target
report '/<target measure="singles"/d' '/<indicator ref="H LI 3"/s/ rating="green"//'
has other-indicators "Families,"
grep -F "Families," "$tables/other-indicators.csv" | grep -qF "Families: Green (by the rule)" && pass || fail "Families: $(grep -F Families "$tables/other-indicators.csv")"
grep -F "Single people," "$tables/other-indicators.csv" | grep -qF "Green" && fail "Single people: $(grep -F "Single people," "$tables/other-indicators.csv")" || pass
has_not other-indicators "Green (by the rule) (all measures)"
report "" '/<indicator ref="H LI 3"/s/ rating="green"//'
has other-indicators "Green (by the rule) (all measures)"

# ---- a row that is not rated because of its confidence limits says why
report "" 's|<value number="83.4"/>|<value number="83.4" lower="80" upper="87" level="95"/>|; /<indicator ref="H LI 5"/s/ rating="amber"//'
grep -q "H LI 5 is not rated: the target lies within the confidence limits.*C-UNRATED" <<<"$said" && pass || fail "not rated, and nobody is told why: $said"

# ---- a target of a month is shown, and a month is not headed as the year
report '/<indicator ref="H LI 2"/,/<\/indicator>/{s/period="2008-09"/period="2008-09-M12"/;s/period="2009-10"/period="2009-10-M12"/}' ""
"$qmr" report --to csv --layout improvement-plan plan.xml return.xml quarter.xml year.xml >/dev/null 2>&1
row=$(grep -F "H LI 2" -A2 out/*/housing/improvement-plan-tables/indicators*.csv)
[[ $row == *"March 2010: 98%"* ]] && pass || fail "the target of a month: $row"
sed -i 's/period="2009-10-Q4"/period="2009-10-M12"/' return.xml; rm -rf out
"$qmr" report --to csv --layout improvement-plan plan.xml return.xml >/dev/null 2>&1
row=$(grep -F "H LI 2" out/*/housing/improvement-plan-tables/indicators*.csv)
[[ $row == *"March 2009"* ]] && pass || fail "March as the year: $row"

# ---- words that repeat the date they stand beside repeat nothing on the page
report '/<milestone ref="H1-1"/s/due="2009-12"/due="2009-12" due-note="December 2009. Assessment"/; /<milestone ref="H1-2"/s/due="2010-03"/due="2010-03" due-note="March 2010"/' ""
row=$(grep -F -A1 "H1-1" "$tables/milestones.csv")$(grep -F "H1-2" "$tables/milestones.csv")
[[ $row == *Assessment* && $row != *"December 2009. Assessment"* && $row != *"March 2010"*"March 2010"* ]] && pass || fail "the date twice: $row"

# ---- an objective without a reference serves its priorities in the business plan by its title
report 's/<objective ref="H 1"/<objective/; s/ objective="H 1"//' ""
expect "business plan" 0 "" "$qmr" report --to csv --layout directorate-business-plan --name plan out/*/housing/team/model.xml
grep -qF "$(sed -nE 's/.*<objective title="([^"]*)".*/\1/p' plan.xml | head -1)" out/*/plan/*tables/*priorit*.csv && pass ||
  fail "the business plan does not name the objective: $(cat out/*/plan/*tables/*priorit*.csv)"

# ---- one fault of a plan is one message, though its gate and the checks both find it
sed -E 's/indicators="H LI 1, H LI 2"/indicators="H LI 1, H LI 9"/; s/ objective="H 1"/ objective="H 9"/' "$base/plan.xml" >plan.xml
"$qmr" report --to csv plan.xml return.xml quarter.xml year.xml >/dev/null 2>said.txt
for rule in R-LINKED R-RISK; do
  [ "$(grep -c "$rule\]" said.txt)" = 1 ] && pass || fail "$rule is told $(grep -c "$rule\]" said.txt) times: $(cat said.txt)"
done

# ---- a board's report: what a section says itself may be of its priorities; a body without amber has no column of it
# board FRAMEWORK-SED RETURN-SED: the page in $words, the tables in $tables
board() {
  sed -E "$1" "$base/framework.xml" >framework.xml
  report "" "$2"
  expect "board $1" 0 "" "$qmr" report --to csv --to html --layout priority-based-report --name board -s wanted-board=homes out/*/housing/team/model.xml
  words=$(sed '/<style/,/<\/style>/d; s/<[^>]*>/ /g' out/*/board/*.html | tr -s ' \n' ' ')
  tables=$(echo out/*/board/*tables)
}
board "" ""
[[ $words == *"first full quarter"* && $words != *"no key developments that concern"* ]] && pass || fail "key developments: $words"
head -1 "$tables/milestones-by-priority.csv" | grep -qF ",Amber," && pass || fail "no amber: $(head -1 "$tables/milestones-by-priority.csv")"
board '/name="amber"/d; /<rating-rule/s/method="[^/]*\/>/method="target"\/>/' 's/rating="amber"/rating="red"/'
for table in milestones-by-priority indicators-by-priority; do
  head -1 "$tables/$table.csv" | grep -qF ",Amber," && fail "$table has a column of amber" || pass
done
cp "$base/framework.xml" .

# ---- a sentence in the place of rows names no row, neither in the PDF
rm -rf out
cp "$base"/plan.xml "$base"/return.xml .
expect "a quarterly report as PDF" 0 "" "$qmr" report --to pdf --layout quarterly-monitoring-report plan.xml return.xml quarter.xml year.xml
pdfinfo -struct-text out/*/housing/report.pdf 2>/dev/null >structure
grep -q "There are no indicators in this category" structure && pass || fail "no empty category"
before=$(grep -F -B4 "There are no indicators in this category" structure | grep -oE '\b(TH|TD)\b' | sort -u)
[ "$before" = TD ] && pass || fail "the sentence stands in $before"
finish
