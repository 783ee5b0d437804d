#!/usr/bin/env bash
# Every report type made from the sample data: run.sh [--update] MERGE CHECK COMPOSE RENDER VALIDATE UA-CHECK. How many headings,
# tables and charts each has stands in expected.txt; below stand figures and words that it must have. Every document is valid, every
# PDF accessible. --update rewrites the counts.
set -u
export LC_ALL=C.UTF-8
update=
[ "${1:-}" = --update ] && { update=yes; shift; }
[ $# -eq 6 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
merge=$(realpath "$1") check=$(realpath "$2") compose=$(realpath "$3") render=$(realpath "$4") validate=$(realpath "$5") ua=$(realpath "$6")
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.." || exit 3
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() { echo "$*"; failed=1; }

# model NAME ARGUMENT...: a report model and its findings; findings in the sample data are expected, anything worse is not.
model() {
  local name=$1 code=0
  shift
  "$merge" "$@" --out "$scratch/$name.xml" >"$scratch/said" 2>&1 || code=$?
  [ "$code" -le 1 ] && [ -s "$scratch/$name.xml" ] || { cat "$scratch/said"; fail "$name: no model"; }
  "$check" "$@" --out "$scratch/$name.findings.xml" --facts "$scratch/$name.facts.xml" >"$scratch/said" 2>&1 || code=$?
  [ "$code" -le 1 ] && "$validate" "$scratch/$name.xml" "$scratch/$name.findings.xml" "$scratch/$name.facts.xml" || { cat "$scratch/said"; fail "$name: no findings"; }
}

# What a layout must be told of the sample council.
set_for() { [ $1 != priority-based-report ] || echo "--set wanted-board=healthy-merebank"; }
count() { grep -cE "$1" "$2"; }

# report NAME LAYOUT ARGUMENT...: document, all formats, counts.
report() {
  local name=$1 layout=$2 document=$scratch/$1.document.xml
  shift 2
  "$compose" --layout "layouts/$layout.xml" --out "$document" "$@" || { fail "$name: not composed"; return; }
  "$validate" "$document" || fail "$name: the document is not valid"
  "$render" --to pdf --out "$scratch/$name.pdf" --to xlsx --out "$scratch/$name.xlsx" --to html --out "$scratch/$name.html" \
    --to csv --out "$scratch/$name" "$document" || { fail "$name: not rendered"; return; }
  "$ua" "$scratch/$name.pdf" || fail "$name: the PDF breaks a rule of PDF/UA-1"
  printf '%s: %d headings, %d tables, %d charts\n' "$name" "$(count '<heading ' "$document")" "$(count '<table ' "$document")" \
    "$(count '<chart ' "$document")" >>"$scratch/counts"
}

# has NAME TABLE TEXT: a line of a table as CSV.
has() { grep -qF -- "$3" "$scratch/$1/$2.csv" || fail "$1: table $2 has no '$3'"; }
# says NAME TEXT / says_not: words of the PDF, in one line.
words() { [ -f "$scratch/$1.txt" ] || pdftotext -layout "$scratch/$1.pdf" - | tr -s ' \n\f' ' ' >"$scratch/$1.txt"; }
says() { words "$1"; grep -qE -- "$2" "$scratch/$1.txt" || fail "$1: does not say '$2'"; }
says_not() { words "$1"; ! grep -qE -- "$2" "$scratch/$1.txt" || fail "$1: says '$2'"; }

council=fixtures/council later=fixtures/council-2012 improvement=fixtures/improvement
quarter=$council/returns/2009-10-Q4
for service in health-and-partnerships culture-and-leisure; do
  model "$service" -f $council/framework.xml -p $council/plans/2009-10/$service.xml -r $quarter/$service.xml
done
for service in community-safety safeguarding; do
  model $service -f $later/framework.xml -p $later/plans/2012-13/$service.xml -r $later/returns/2012-13-Q2/$service.xml \
    --previous $later/returns/2011-12-Q2/$service.xml
done
model strategy -f $later/framework.xml -p $later/plans/2011-12/community-strategy.xml -r $later/returns/2012-13-Q2/community-strategy.xml
model plan -f $council/framework.xml -p $council/plans/2008-09/health-and-partnerships.xml --period 2008-09
model environment -f $later/framework.xml -p $later/plans/2013-14/community-and-environment.xml --period 2013-14
model improvement -f $improvement/framework.xml -p $improvement/plan.xml -r $improvement/returns/2006-07-M3.xml \
  --previous $improvement/returns/2006-07-M2.xml
at() { local name; for name in "$@"; do files+=("$scratch/$name.xml"); done; }

files=(); at health-and-partnerships
report quarterly quarterly-monitoring-report "${files[@]}"
report welsh quarterly-monitoring-report --words layouts/words-cy.xml "${files[@]}"
says welsh 'Cerrig milltir 2009/10 yn ôl amcan'
says welsh 'Tudalen 2 o'
says_not welsh 'Commentary|Not supplied'

files=(); at community-safety safeguarding
report board priority-based-report --set wanted-board=safer "${files[@]}"
has board indicators-1 '2922.4,3027,1297.8,None,1440.9,None,Quarter 2 2011/12,Green,Better'
has board indicators-2 'PA 5 (SCS/SH5)'
has board indicators-3 '27.6,27,34,26,Quarter 2 2011/12,Amber,Worse'
has board statement-commissioning-revenue 'Net Departmental Total,Total,17196,7053,6930,123'
says board 'OD-CC Operational Director, Commissioning'
for set in '--set wanted-board=saver' ''; do
  "$compose" --layout layouts/priority-based-report.xml --out "$scratch/none.xml" $set "${files[@]}" >"$scratch/said" 2>&1
  [ $? = 1 ] && grep -q 'wanted-board: .*safer.* \[L-WANTED\]' "$scratch/said" && [ ! -e "$scratch/none.xml" ] || fail "a board that is not there ($set): $(cat "$scratch/said")"
done

files=(); at strategy
report mid-year mid-year-progress-report "${files[@]}"
says mid-year '3 SH1 Reduce Actual Number of ASB incidents' # the page of a link
says mid-year 'Projection to the end of 2012/13: 7,420 \('
has mid-year figures-sh2 'Total,46.77,22.18,25.14,16.37'
has mid-year summary-of-indicators 'SH1,Reduce Actual'
grep -q '<a href="#indicator-sh1">' "$scratch/mid-year.html" || fail "mid-year: no link in HTML"

files=(); at plan
report service-plan service-plan "${files[@]}"
has service-plan indicators-table 'days,31.5,[tbc],20.5,14.7,11.4,25,25,25,25'
says service-plan '31.5 days TBC 20.5 days 14.7 days 11.4 days 25 days 25 days 25 days 25 days'

sed '0,/ period="2012-13-Q2"/s// period="2013-14"/' "$scratch/safeguarding.xml" >"$scratch/safeguarding-then.xml" # of one period
files=(); at environment safeguarding-then
report directorate directorate-business-plan "${files[@]}"
has directorate indicators-community-and 'number,24,12,[z],15,15,15'
says directorate 'Appendix 2 Prevention'

files=(); at improvement
report improvement-plan improvement-plan "${files[@]}"
has improvement-plan indicators-table 'leading to initial assessments,%,54.0,49.1,44.9,47.2,60.0'
has improvement-plan actions-2 'October 2006'
report exceptions improvement-plan-exceptions "${files[@]}"
says exceptions '11 of 14 actions'
says exceptions 'Actions left out, which are on course or finished and have not changed: 1.1, 1.5, 2.1\.'
has exceptions exceptions-by-theme '6,4,0,1,2,1,2'
says_not exceptions 'Find out in which areas'

files=(); at community-safety
report what-changed what-changed "${files[@]}"
says what-changed 'Compared with Quarter 2 2011/12'
has what-changed items 'Indicator,'
files=(); at health-and-partnerships
report what-changed-since-nothing what-changed "${files[@]}"
says what-changed-since-nothing 'No earlier return was given: nobody can tell here what has changed\.'
says_not what-changed-since-nothing 'there are the same items'

report cover cover-report $later/papers/community-strategy-mid-year.xml
says cover 'Report to Safer Policy & Performance Board'
says cover 'Sustainable Community Strategy 2011-26 Second floor'

files=(); at health-and-partnerships culture-and-leisure health-and-partnerships.findings culture-and-leisure.findings
report assurance assurance-report "${files[@]}"
says assurance 'Findings by family of checks'

# Previews: one objective, one indicator, one section of any report.
files=(); at health-and-partnerships
report preview-objective quarterly-monitoring-report --only 'HP 2' "${files[@]}"
says preview-objective 'HP2-01'
says_not preview-objective 'HP1-01|Key developments'
report preview-section quarterly-monitoring-report --only key-developments "${files[@]}"
says_not preview-section 'Emerging issues'
files=(); at strategy
report preview-indicator mid-year-progress-report --only SH4 "${files[@]}"
says_not preview-indicator 'SH5'

# What was supplied and cannot be read is not called missing, and has no symbol beside it; nor in any other language.
sed -E '/<indicator ref="HP LI 1"/,/<\/indicator>/s/<value number="[^"]*"/<value number="12,5x"/; s/<milestone ref="HP1-01" rating="[a-z]*"/<milestone ref="HP1-01" rating="grean"/' \
  $quarter/health-and-partnerships.xml >"$scratch/unreadable-return.xml"
model unreadable -f $council/framework.xml -p $council/plans/2009-10/health-and-partnerships.xml -r "$scratch/unreadable-return.xml"
files=(); at unreadable
report unreadable quarterly-monitoring-report "${files[@]}"
has unreadable other-indicators '8,[not readable],None,[z],[w],None,Not readable,Not readable,'
says unreadable 'HP1-01 .* Not readable'
# The words of a chart say what they cannot tell, and do not leave it out.
sed -E 's/(<indicator ref="[^"]*") rating="[a-z-]*"/\1 rating="grean" travel="beter"/; s/ travel="beter" travel="[a-z]*"/ travel="beter"/' $quarter/health-and-partnerships.xml >"$scratch/chart-return.xml"
model chart-words -f $council/framework.xml -p $council/plans/2009-10/health-and-partnerships.xml -r "$scratch/chart-return.xml"
"$compose" --layout layouts/quarterly-monitoring-report.xml --out "$scratch/charted.xml" "$scratch/chart-words.xml" || fail "chart words: not composed"
grep -q 'progress not readable, direction of travel not readable' "$scratch/charted.xml" || fail "a chart's words leave an unreadable symbol out"

# Why an indicator has no chart, when what was said of it cannot be read: of its code nobody can tell which it was.
sed 's/<indicator ref="H LI 5"/<indicator ref="?H LI 5"/' tests/golden/check/base/return.xml >"$scratch/unreadable-return.xml"
sed -E '/<indicator ref="H LI 5"/s/ category/ key="yes" category/; /<indicator ref="H LI 5"/,/<\/indicator>/{/<actual/d}' tests/golden/check/base/plan.xml >"$scratch/key-plan.xml"
model unreadable-code -f tests/golden/check/base/framework.xml -p "$scratch/key-plan.xml" -r "$scratch/unreadable-return.xml"
files=(); at unreadable-code
report unreadable-code quarterly-monitoring-report "${files[@]}"
says unreadable-code 'H LI 5 Tenants .* Not readable Not readable'
says_not unreadable-code 'Fewer than two figures'
files=(); at unreadable
report unreadable-welsh quarterly-monitoring-report --words layouts/words-cy.xml "${files[@]}"
says unreadable-welsh 'Annarllenadwy'

# A layout that counts ratings says where it counts those that cannot be read.
counted() {
  local item=$1 kind=${1%% *} layout
  sed -E "s/<$item rating=\"[a-z]*\"/<$item rating=\"grean\"/" $quarter/health-and-partnerships.xml >"$scratch/unreadable-return.xml"
  cmp -s $quarter/health-and-partnerships.xml "$scratch/unreadable-return.xml" && fail "$item has no rating in the sample return"
  model unreadable-rating -f $council/framework.xml -p $council/plans/2009-10/health-and-partnerships.xml -r "$scratch/unreadable-return.xml"
  for layout in $(grep -lE "count [^\"]*$kind\[[^\"]*rating = |<line [^>]*rows=\"[a-z/]*$kind\"" $(grep -l "<layout" layouts/*.xml)); do
    layout=$(basename "$layout" .xml)
    "$compose" --layout "layouts/$layout.xml" $(set_for $layout) --out "$scratch/counted.xml" "$scratch/unreadable-rating.xml" || fail "$layout: not composed"
    grep -q 'cannot be read is counted as not ' "$scratch/counted.xml" || fail "$layout: does not say where an unreadable rating of $item is counted"
    "$compose" --layout "layouts/$layout.xml" $(set_for $layout) --out "$scratch/counted.xml" "$scratch/health-and-partnerships.xml"
    grep -q 'cannot be read is counted' "$scratch/counted.xml" && fail "$layout: says that something cannot be read"
    touch "$scratch/counts-$kind"
  done
  [ -e "$scratch/counts-$kind" ] || fail "no layout counts ratings of $item"
}
counted 'milestone ref="HP1-02"'
counted 'indicator ref="NI 141"'

# Entries for what the plan does not have stand apart, counted, with their words.
sed -E 's/<indicator ref="HP LI 1"/<indicator ref="HP LI 99"/; s/<milestone ref="HP1-0([12])"/<milestone ref="HP9-0\1"/; s/<treatment ref="R1a"/<treatment ref="R99"/' \
  $quarter/health-and-partnerships.xml >"$scratch/unplanned-return.xml"
model unplanned -f $council/framework.xml -p $council/plans/2009-10/health-and-partnerships.xml -r "$scratch/unplanned-return.xml"
files=(); at unplanned
report unplanned quarterly-monitoring-report "${files[@]}"
says unplanned 'Entries that could not be placed: 2 '
has unplanned unplanned-milestones 'HP9-01,Milestone,Not in the plan,Green,The PCT has approved the business case'
has unplanned unplanned-indicators 'HP LI 99,Indicator,Not in the plan,12.84,as at 30 September 2009,Red,[w],"While the Efficiency'
has unplanned unplanned-other-items 'R99,Risk treatment measure,Not in the plan,Amber,'
says_not quarterly 'could not be placed'

sed 's/\(<net title="Net Departmental Total" budget=\)"[^"]*"/\1"1719G"/' $later/returns/2012-13-Q2/safeguarding.xml >"$scratch/unreadable-return.xml"
model unreadable-statement -f $later/framework.xml -p $later/plans/2012-13/safeguarding.xml -r "$scratch/unreadable-return.xml"
files=(); at unreadable-statement
report unreadable-statement priority-based-report --set wanted-board=safer "${files[@]}"
has unreadable-statement statement-prevention-revenue 'Net Departmental Total,Total,[not readable],7519,7646,-127'

# What is quoted is not called unnamed beside it; only tables of key items are called so.
cat >"$scratch/quoting-plan.xml" <<'PLAN'
<plan xmlns="urn:qmr:1" format="1.0" service="health-and-partnerships" title="Quoting" from="2009-10" years="1" status="final">
  <objective title="Quoted" officers="OD-HP"><area ref="1.1">Keeping the moors wet.</area></objective>
  <objective title="Unknown" officers="OD-HP" areas="77.7"/>
  <objective title="Neither" officers="OD-HP"/>
</plan>
PLAN
model quoting -f $council/framework.xml -p "$scratch/quoting-plan.xml" --period 2009-10
files=(); at quoting
for layout in service-plan directorate-business-plan; do
  report quoting-$layout $layout "${files[@]}"
  words quoting-$layout
  [ "$(grep -o 'No area of focus is named' "$scratch/quoting-$layout.txt" | wc -l)" = 1 ] || fail "$layout: what is named is called unnamed"
  says quoting-$layout 'does not have AOF 77\.7\.'
done
for layout in layouts/*.xml; do
  tr '\n' ' ' <"$layout" | grep -oE '<table [^>]*>' | grep -iE 'caption="[^"]*key (performance )?(milestone|indicator)' | grep -v 'no-sheet="yes"' |
    grep -vE 'where="[^"]*key = yes|by priority"' && fail "$layout: not only key items stand in a table of them"
done

# What stands in a table of progress adds up: nothing that is counted is in none of its columns.
for table in "$scratch"/*/*-by-progress.csv; do
  awk -F, 'NR > 1 && $2 ~ /^[0-9]+$/ { n = 0; for (i = 3; i <= NF; i++) n += $i; if (n != $2) { print; bad = 1 } } END { exit bad }' \
    "$table" || fail "${table#"$scratch"/}: the parts do not make the total"
done

# Without rating rules nothing is rated, and the key says so.
says_not quarterly 'Nothing was rated by rule'
says_not board 'Nothing was rated by rule'
sed '/<rating-rule/d' $council/framework.xml >"$scratch/framework.xml"
model unrated -f "$scratch/framework.xml" -p $council/plans/2009-10/health-and-partnerships.xml -r $quarter/health-and-partnerships.xml
files=(); at unrated
grep -q ' computed="' "$scratch/unrated.xml" && fail "unrated: a symbol is computed"
for layout in quarterly-monitoring-report priority-based-report mid-year-progress-report improvement-plan improvement-plan-exceptions; do
  report unrated-$layout $layout $(set_for $layout) "${files[@]}"
  says unrated-$layout 'Nothing was rated by rule, because the corporate framework has no rules for it'
done

# Rules that cannot be read are not called missing.
sed '/<rating-rule/s/ method="/ method="un/' $council/framework.xml >"$scratch/framework.xml"
model unruled -f "$scratch/framework.xml" -p $council/plans/2009-10/health-and-partnerships.xml -r $quarter/health-and-partnerships.xml
files=(); at unruled
for layout in quarterly-monitoring-report priority-based-report mid-year-progress-report improvement-plan improvement-plan-exceptions; do
  report unruled-$layout $layout $(set_for $layout) "${files[@]}"
  says unruled-$layout 'Nothing was rated by rule, because the rules of the corporate framework cannot be read'
  says_not unruled-$layout 'has no rules for it'
done

# A draft plan marks every report made of it, though its return is final.
draft() {
  local layout=$1 name=$2 folder=$3 file=$scratch/draft-$1.xml
  shift 3
  sed 's/ status="final"/ status="draft"/' "$folder/plans/$name.xml" >"$scratch/draft-plan.xml"
  cmp -s "$folder/plans/$name.xml" "$scratch/draft-plan.xml" && fail "the plan of $layout was no final one"
  model draft -f "$folder/framework.xml" -p "$scratch/draft-plan.xml" "$@"
  "$compose" --layout "layouts/$layout.xml" $(set_for $layout) --out "$file" "$scratch/draft.xml" || fail "draft-$layout: not composed"
  grep -q '^<document .* watermark="DRAFT"' "$file" || fail "$layout: a draft plan leaves no mark"
  "$render" --to html --out "$scratch/draft.html" "$file" && grep -q '<p class="status">DRAFT' "$scratch/draft.html" ||
    fail "$layout: the web page does not say that its plan is a draft"
}
grep -q '^<document .* watermark=' "$scratch/quarterly.document.xml" && fail "a final report is marked as a draft"
for layout in quarterly-monitoring-report priority-based-report mid-year-progress-report service-plan directorate-business-plan \
  improvement-plan improvement-plan-exceptions; do
  draft $layout 2009-10/health-and-partnerships $council -r $quarter/health-and-partnerships.xml
done

expected=$here/expected.txt
if [ -n "$update" ]; then
  cp "$scratch/counts" "$expected"
else
  diff -u --label expected.txt --label actual "$expected" "$scratch/counts" || failed=1
fi
exit $failed
