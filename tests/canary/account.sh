#!/usr/bin/env bash
# No word is lost: account.sh CANARY MERGE CHECK COMPOSE RENDER VALIDATE plants a unique word in every text of plan, return, earlier return and paper of
# each kind that the sample layouts are for, makes their pages, and demands that each is on the page, named by the layout as left out
# (leaves-out), or in a message; and that compose itself says so.
set -u
export LC_ALL=C.UTF-8
[ $# -eq 6 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
canary=$(realpath "$1") merge=$(realpath "$2") check=$(realpath "$3") compose=$(realpath "$4") render=$(realpath "$5") validate=$(realpath "$6")
cd "$(dirname "$0")/../.." || exit 3
root=$PWD
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" && ln -s "$root/fixtures" fixtures || exit 3 # whose folder may have a name with spaces
failed=0 made=0
fail() { echo "$*"; failed=1; }
old=fixtures/council new=fixtures/council-2012 children=fixtures/improvement

. "$root/tests/canary/seen.sh"

# plant NAME=FILE...: the inputs in in/, and what is made of them; PERIOD of a plan without a return.
plant() {
  rm -rf in && mkdir in && "$canary" plant-own in "$@" >said 2>&1 || { cat said; fail "nothing planted"; }
  "$validate" --format json in/[eprf]*.xml >messages 2>&1
  [ -f in/paper.xml ] && return
  local inputs=(--framework in/framework.xml --plan in/plan.xml)
  [ -f in/return.xml ] && inputs+=(--return in/return.xml) || inputs+=(--period "$PERIOD")
  [ -f in/earlier.xml ] && inputs+=(--previous in/earlier.xml)
  rm -f model.xml
  "$merge" "${inputs[@]}" --out model.xml >>messages 2>&1
  "$check" "${inputs[@]}" --out findings.xml >>messages 2>&1
  # printed are the first of them only; what is of no measure is shown to the team as its line
  cat findings.xml >>messages
  sed -nE 's/.*rule="R-MEASURE".* file="([^"]*)" line="([0-9]+)".*/\2 \1/p' findings.xml |
    while read -r line file; do sed -n "${line}p" "$file"; done >>messages
  [ -s model.xml ] || { cat messages; fail "no model of $*"; }
}

# try LAYOUT INPUT ARGUMENT...
try() {
  local layout=$1 input=$2 said
  shift 2
  "$compose" --layout "$root/layouts/$layout.xml" --tell-unshown "$@" --out document.xml "$input" >composed 2>&1 || { cat composed; fail "$layout: not composed"; return; }
  ! grep -E 'L-(UNSHOWN|LEAVES)' composed || fail "$layout: does not account for its data"
  "$render" --to pdf --out report.pdf --to html --out report.html document.xml >rendered 2>&1 || { cat rendered; fail "$layout: not rendered"; return; }
  { pdftotext -raw report.pdf -; pdfinfo report.pdf; } >pdf.seen 2>/dev/null
  { page_text report.html; grep -oE ' (header|footer)="[^"]*"' document.xml; } >html.seen # pages that are scrolled have no running headers
  for seen in pdf html; do
    said=$("$canary" account "$root/layouts/$layout.xml" "$input" in/canaries.tsv $seen.seen messages) || fail "$layout.$seen: words are lost"$'\n'"$said"
    [ "$(sed -n 's/ seen,.*//p' <<<"$said" | tail -1)" -ge "$least" ] || fail "$layout.$seen: too few words are seen: $said"
    made=$((made + 1))
  done
}

least=60
plant framework=$old/framework.xml plan=$old/plans/2009-10/health-and-partnerships.xml return=$old/returns/2009-10-Q4/health-and-partnerships.xml \
  earlier=$old/returns/2009-10-Q3/health-and-partnerships.xml
try quarterly-monitoring-report model.xml
least=40
try what-changed model.xml
least=60
plant framework=$children/framework.xml plan=$children/plan.xml return=$children/returns/2006-07-M3.xml earlier=$children/returns/2006-07-M2.xml
try improvement-plan model.xml
try improvement-plan-exceptions model.xml
plant framework=$new/framework.xml plan=$new/plans/2011-12/community-strategy.xml return=$new/returns/2012-13-Q2/community-strategy.xml
try mid-year-progress-report model.xml
plant framework=$new/framework.xml plan=$new/plans/2012-13/safeguarding.xml return=$new/returns/2012-13-Q2/safeguarding.xml \
  earlier=$new/returns/2011-12-Q2/safeguarding.xml
try priority-based-report model.xml --set wanted-board="$(awk -F'\t' '$1 == "safer" { print $2 }' in/codes.tsv)"
try quarterly-monitoring-report model.xml
PERIOD=2008-09 plant framework=$old/framework.xml plan=$old/plans/2008-09/health-and-partnerships.xml
try service-plan model.xml
PERIOD=2013-14 plant framework=$new/framework.xml plan=$new/plans/2013-14/community-and-environment.xml
try directorate-business-plan model.xml
least=20
for paper in "$new"/papers/*.xml; do
  plant paper="$paper"
  try cover-report in/paper.xml
done
echo "$made pages accounted for"
[ $made -ge 20 ] || fail "too few pages were made"
exit $failed
