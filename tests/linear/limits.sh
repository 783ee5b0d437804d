#!/usr/bin/env bash
# Limits: limits.sh GENERATE PROGRAMS ROOT. A board of 250 services is made in all formats; of more tables than a workbook can
# hold all other formats are made, and compose and render say what is the matter.
set -u
export LC_ALL=C.UTF-8
generate=$(realpath "$1") programs=$(realpath "$2") root=$(realpath "$3")
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 3
failed=0
fail() { echo "limits.sh: $*"; failed=1; }

# says CODE WORDS COMMAND...: it ends with that code and says those words (none: nothing at all).
says() {
  local code=$1 words=$2 is=0
  shift 2
  "$@" >said 2>&1 || is=$?
  [ "$is" = "$code" ] || fail "exit $is, not $code: $*: $(head -n 2 said)"
  if [ -n "$words" ]; then grep -qF -- "$words" said || fail "does not say '$words': $*"; else [ ! -s said ] || fail "says $(head -n 1 said): $*"; fi
}

"$generate" statement-lines 3 one && "$programs/qmr-merge" --framework one/framework.xml --plan one/plan.xml --return one/return.xml \
  --out model.xml >said 2>&1
"$generate" --copies 250 model.xml board || exit 3

says 0 "" "$programs/qmr-compose" -l "$root/layouts/priority-based-report.xml" -s wanted-board=safer -o board.xml board/*.xml
says 0 "" "$programs/qmr-validate" board.xml
says 0 "" "$programs/qmr-render" --out board.pdf --out board.xlsx --out board.html --to pdf --to xlsx --to html --to csv --out board board.xml
for file in board.pdf board.xlsx board.html board/contents.csv; do [ -s "$file" ] || fail "there is no $file"; done
grep -q 'Works 0001, Works 0002.*Works 0250' board.html || fail "board.html does not name its 250 services"

"$generate" tables 4000 most board.xml && "$generate" tables 4001 more board.xml
says 0 "" "$programs/qmr-render" --out most.xlsx most/document.xml
says 1 "the document has 4,001 tables, and a workbook holds at most 4,000" "$programs/qmr-render" --out more.xlsx --out more.html more/document.xml
[ -s more.html ] && [ ! -e more.xlsx ] || fail "of 4,001 tables a web page is made, and no workbook"

"$generate" columns 16385 wide board.xml
says 1 "the table 't' has 16,385 columns, and a sheet of a workbook holds at most 16,384" "$programs/qmr-render" --out wide.xlsx --out wide.html wide/document.xml
[ -s wide.html ] && [ ! -e wide.xlsx ] || fail "of 16,385 columns a web page is made, and no workbook"

"$generate" statements 3999 many && "$programs/qmr-merge" --framework many/framework.xml --plan many/plan.xml --return many/return.xml \
  --out many.xml >said 2>&1
says 0 "there will be no workbook" "$programs/qmr-compose" -l "$root/layouts/quarterly-monitoring-report.xml" -o document.xml many.xml
exit $failed
