#!/usr/bin/env bash
# Two versions of a report, and the page of ticks: compare.sh QMR QMR-TICKS QMR-RENDER. What was changed is told, with its place, old and new,
# and nothing else; each mark of the page has words for those who do not see it, and leads to a note that leads back.
set -u
export LC_ALL=C.UTF-8
[ $# -eq 3 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
qmr=$(realpath "$1") ticks=$(realpath "$2") render=$(realpath "$3") here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
cp "$here"/../golden/check/base/*.xml "$here"/*.xml "$work"
cp -r "$here/../../layouts" "$work"
cd "$work" || exit 3
failed=0
fail() { echo "not ok: $*"; failed=$((failed + 1)); }
expect() { [ "$2" = "$3" ] || fail "$1: '$2' where '$3' was expected"; }

"$qmr" report --layouts layouts --out old plan.xml return.xml quarter.xml year.xml >/dev/null 2>&1
sed -e 's/<value number="52"\/>/<value number="53"\/>/' -e 's/in four languages/in five "languages"/' -i return.xml
"$qmr" report --layouts layouts --out new plan.xml return.xml quarter.xml year.xml >/dev/null 2>&1
"$qmr" compare old/2009-10-Q4/housing old/2009-10-Q4/housing >said || fail "a version differs from itself"
expect "nothing is told of the same" "$(cat said)" ""
"$qmr" compare old/2009-10-Q4/housing new/2009-10-Q4/housing >said
expect "exit code" $? 1
expect "changes" "$(cat said)" "table other-indicators, row 'H LI 4', column 'Quarter 4': '52%' -> '53%'
table equality-actions, row 'Lettings', column 'Commentary': 'It is printed in four languages.' -> 'It is printed in five \"languages\".'"
"$qmr" compare --json old/2009-10-Q4/housing/team/report.xml new/2009-10-Q4/housing/team/report.xml >said
expect "JSON" "$(cat said)" '[
  {"where": "table other-indicators, row '"'H LI 4'"', column '"'Quarter 4'"'", "old": "52%", "new": "53%"},
  {"where": "table equality-actions, row '"'Lettings'"', column '"'Commentary'"'", "old": "It is printed in four languages.", "new": "It is printed in five \"languages\"."}
]'
"$qmr" compare old >said 2>&1
expect "one version" $? 2

page=new/2009-10-Q4/housing/team/report-ticks.html list=new/2009-10-Q4/housing/team/report-ticks.xml
shown=$(grep -c '<tick ' $list)
expect "marks with words" "$(grep -o 'doc-noteref"[^>]*aria-label="[^"]*\(ticked\|open\)[^"]*"' $page | wc -l)" "$shown"
expect "marks" "$(grep -o 'role="doc-noteref"' $page | wc -l)" "$shown"
for n in $(seq "$shown"); do
  grep -q "id=\"note:$n-ref\"" $page && grep -q "id=\"note:$n\"><a role=\"doc-backlink\" href=\"#note:$n-ref\"" $page || fail "mark $n leads nowhere"
done
# published files do not know of ticks: the stages alone give the same bytes
grep -lq 'ticked' new/2009-10-Q4/housing/report.html && fail "report.html speaks of ticks"
"$render" --to html --out plain.html new/2009-10-Q4/housing/team/report.xml 2>/dev/null
cmp -s plain.html new/2009-10-Q4/housing/report.html || fail "report.html is not that of its document"
[ $failed -eq 0 ] && echo "ok: $shown marks"
[ $failed -eq 0 ]
