#!/usr/bin/env bash
# A run and the stages one by one give the same bytes: test-stages.sh QMR MERGE CHECK COMPOSE RENDER VERIFY TICKS. The sample year is made by
# qmr year; then each folder again by the programs, from the same files.
set -u
export LC_ALL=C.UTF-8
qmr=$(realpath "$1") merge=$(realpath "$2") check=$(realpath "$3") compose=$(realpath "$4") render=$(realpath "$5") verify=$(realpath "$6") ticks=$(realpath "$7")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
cd "$root" || exit 3
passed=0 failed=0
fail() { echo "not ok: $*"; failed=$((failed + 1)); }

"$qmr" year --layouts layouts --out "$work/run" fixtures/year.xml >"$work/said" 2>&1
[ $? -le 1 ] || { cat "$work/said"; exit 1; }

# same FOLDER NAME FILE: a file of the run against that of the stages.
same() {
  if cmp -s "$work/run/$1/$2" "$3"; then passed=$((passed + 1)); else fail "$1/$2 is not what the stages make"; fi
}

# document FOLDER NAME LAYOUT [-- SETTING...] MODEL...: composed and rendered by the programs.
document() {
  local folder=$1 name=$2 layout=$3 words=() book=$2 tables=$2-tables team=
  shift 3
  while [ "$1" = --set ]; do words+=(--set "$2"); shift 2; done
  [ "$name" = report ] && { book=appendix tables=tables; }
  [ "$name" = assurance ] && team=team/
  "$compose" --layout "layouts/$layout.xml" "${words[@]}" --out "$work/document.xml" "$@" || fail "$layout: not composed"
  same "$folder" "team/$name.xml" "$work/document.xml"
  rm -rf "$work/tables"
  "$render" --to pdf --out "$work/x.pdf" --to xlsx --out "$work/x.xlsx" --to html --out "$work/x.html" --to csv --out "$work/tables" \
    "$work/document.xml" || fail "$layout: not rendered"
  same "$folder" "$team$name.pdf" "$work/x.pdf"
  same "$folder" "$team$name.html" "$work/x.html"
  [ -n "$team" ] && return
  same "$folder" "$book.xlsx" "$work/x.xlsx"
  diff -r "$work/run/$folder/$tables" "$work/tables" || fail "$folder/$tables differ"
}

# service FOLDER NAME LAYOUT INPUT-OPTION...
service() {
  local folder=$1 name=$2 layout=$3
  shift 3
  "$merge" "$@" --out "$work/model.xml" 2>/dev/null
  "$check" "$@" --out "$work/findings.xml" --json "$work/findings.json" 2>/dev/null
  same "$folder" team/model.xml "$work/model.xml"
  same "$folder" team/findings.xml "$work/findings.xml"
  same "$folder" team/findings.json "$work/findings.json"
  document "$folder" "$name" "$layout" "$work/model.xml"
  "$ticks" "$@" --layout "layouts/$layout.xml" --out "$work/ticks.xml" 2>/dev/null
  same "$folder" "team/$name-ticks.xml" "$work/ticks.xml"
  document "$folder" assurance assurance-report "$work/model.xml" "$work/findings.xml" "$work/ticks.xml"
}

old=fixtures/council new=fixtures/council-2012
service 2009-10-Q4/health-and-partnerships report quarterly-monitoring-report -f $old/framework.xml -p $old/plans/2009-10/health-and-partnerships.xml \
  -r $old/returns/2009-10-Q4/health-and-partnerships.xml --previous $old/returns/2008-09-Q4/health-and-partnerships.xml \
  --previous $old/returns/2009-10-Q3/health-and-partnerships.xml
service 2012-13-Q2/community-strategy mid-year-progress-report mid-year-progress-report -f $new/framework.xml \
  -p $new/plans/2011-12/community-strategy.xml -r $new/returns/2012-13-Q2/community-strategy.xml \
  --also $new/plans/2012-13/community-safety.xml --also $new/plans/2012-13/safeguarding.xml \
  --also $new/returns/2012-13-Q2/safeguarding.xml --also $new/returns/2012-13-Q2/community-safety.xml
service 2008-09/health-and-partnerships service-plan service-plan -f $old/framework.xml \
  -p $old/plans/2008-09/health-and-partnerships.xml --period 2008-09
document 2012-13-Q2/boards/safer priority-based-report priority-based-report --set wanted-board=safer \
  "$work/run/2012-13-Q2/community-safety/team/model.xml" "$work/run/2012-13-Q2/safeguarding/team/model.xml"
document papers/2013-01-15/support-centre cover-report cover-report $new/papers/support-centre.xml

# What the documents say is written when it is asked for, is repeated by verify, and goes when it is no longer asked for.
inputs=("$old/plans/2009-10/culture-and-leisure.xml" "$old/returns/2009-10-Q4/culture-and-leisure.xml")
"$qmr" report --layouts layouts --facts --out "$work/run" --name facts "${inputs[@]}" >"$work/said" 2>&1
"$check" -f $old/framework.xml -p "${inputs[0]}" -r "${inputs[1]}" --facts "$work/facts.xml" 2>/dev/null
same 2009-10-Q4/facts team/facts.xml "$work/facts.xml"
"$qmr" report --layouts layouts --out "$work/without" --name facts "${inputs[@]}" >"$work/said" 2>&1
[ -e "$work/without/2009-10-Q4/facts/team/facts.xml" ] && fail "facts.xml, which nobody asked for"

for manifest in $(cd "$work/run" && find . -name manifest.xml); do
  folder=$work/run/${manifest%/team/manifest.xml}
  "$verify" "$folder" >"$work/said" 2>&1 && passed=$((passed + 1)) || { cat "$work/said"; fail "$folder is not repeated"; }
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
