#!/usr/bin/env bash
# Layouts of one's own, and where they are looked for: style and words that they do not have beside them come with the program.
# Usage: test-own-layouts.sh QMR QMR-COMPOSE
set -u
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(realpath "$(mktemp -d)") || exit 3
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); printf 'not ok %s\n' "$*"; }
# expect NAME CODE TEXT COMMAND...: what it says is kept in $said.
expect() {
  local name=$1 code=$2 text=$3 got
  shift 3
  said=$("$@" 2>&1 </dev/null)
  got=$?
  [ "$got" = "$code" ] && [[ $said == *"$text"* ]] && pass || fail "$name: exit $got instead of $code, said: ${said:0:600}"
}

# An installed program, and a council elsewhere that has one layout of its own and nothing else.
mkdir -p "$work/opt/bin" "$work/opt/libexec/qmr" "$work/opt/share/qmr" "$work/data/plans" "$work/data/layouts" "$work/data/returns" "$work/elsewhere/layouts"
cp "$1" "$work/opt/bin" && cp "$2" "$work/opt/libexec/qmr" && cp -r "$root/layouts" "$work/opt/share/qmr" && chmod -R u+w "$work/opt" || exit 3
qmr=$work/opt/bin/qmr compose=$work/opt/libexec/qmr/qmr-compose shipped=$work/opt/share/qmr/layouts
cp "$root/fixtures/council/framework.xml" "$work/data"
cp "$root/fixtures/council/plans/2009-10/culture-and-leisure.xml" "$work/data/plans/plan.xml"
cp "$root/fixtures/council/returns/2009-10-Q4/culture-and-leisure.xml" "$work/data/returns/return.xml"
layout() { # layout NAME TITLE: on standard output
  sed -n '/^```xml/,/^```/p' "$root/README.md" | sed -n '/^<layout/,/^<\/layout>/p' | sed "s/name=\"red-list\"/name=\"$1\"/; s/Indicators off target\\./$2/"
}
layout red-list 'Those off target.' >"$work/data/layouts/red-list.xml"
grep -q 'Those off target' "$work/data/layouts/red-list.xml" || { echo "README.md shows no layout"; exit 1; }
cd "$work/data" || exit 3
files=(plans/plan.xml returns/return.xml)
folder=out/2009-10-Q4/culture-and-leisure manifest=out/2009-10-Q4/culture-and-leisure/team/manifest.xml

# notes ROLE PATH: the manifest names that file of the machine, with its hash.
notes() {
  local line
  line=$(grep "role=\"$1\" path=\"$2\"" $manifest)
  [[ $line == *"sha256=\"$(sha256sum "$2" | cut -d' ' -f1)\""* ]] && pass || fail "the manifest does not name $1 $2: $(grep "role=\"$1\"" $manifest)"
}

# ---- neither style nor words stand beside the layout
expect "a layout alone" 1 "red-list.pdf" "$qmr" report --layout red-list "${files[@]}"
notes style "$shipped/house-style.xml"
notes words "$shipped/words-en-GB.xml"
expect "a layout alone, proved" 0 "repeated" "$qmr" verify $folder
expect "from another folder" 1 "red-list.pdf" env -C "$work/elsewhere" "$qmr" report --layout red-list --out "$work/out" "$work/data/plans/plan.xml" "$work/data/returns/return.xml"
cmp -s $folder/red-list.pdf "$work/out/2009-10-Q4/culture-and-leisure/red-list.pdf" && pass || fail "from another folder: another report"
cp -r "$work/opt" "$work/opt2"
expect "proved by the same program that stands elsewhere" 0 "repeated" "$work/opt2/bin/qmr" verify $folder
echo '<!-- changed -->' >>"$shipped/house-style.xml"
expect "the shipped style is another" 3 "$shipped/house-style.xml: warning: is not what it was" "$qmr" verify $folder
cp "$root/layouts/house-style.xml" "$shipped"
"$compose" --layout layouts/red-list.xml --out document.xml $folder/team/model.xml 2>/dev/null && cmp -s document.xml $folder/team/red-list.xml && pass ||
  fail "qmr-compose makes another document of a layout alone"
expect "a document that would replace the shipped style" 2 "it would replace $shipped/house-style.xml" "$compose" --layout layouts/red-list.xml --out "$shipped/house-style.xml" $folder/team/model.xml

# ---- what stands beside the layout wins, file by file
sed 's/<words /<!-- ours --><words /' "$shipped/words-en-GB.xml" >layouts/words-en-GB.xml
expect "own words, shipped style" 1 "red-list.pdf" "$qmr" report --layout red-list "${files[@]}"
notes style "$shipped/house-style.xml"
notes words layouts/words-en-GB.xml
expect "own words, shipped style, proved" 0 "repeated" "$qmr" verify $folder

# ---- a second document of the folder, of another layout, keeps what it was made with
expect "a second document" 1 "service-plan.pdf" "$qmr" report --layout service-plan "${files[@]}"
expect "both proved" 0 "repeated" "$qmr" verify $folder
rm layouts/words-en-GB.xml

# ---- neither here nor there
sed -i 's/house-style.xml/our-style.xml/' layouts/red-list.xml
expect "a style that is nowhere" 3 "our-style.xml: it is neither at layouts/our-style.xml nor at $shipped/our-style.xml" "$qmr" report --layout red-list "${files[@]}"
expect "a style that is nowhere, composed" 3 "it is neither at layouts/our-style.xml nor at $shipped/our-style.xml" "$compose" --layout layouts/red-list.xml --out document.xml "$work"/out/*/*/team/model.xml
sed -i 's/our-style.xml/house-style.xml/' layouts/red-list.xml

# ---- words of another language, as they are typed
welsh() { "$qmr" report --layout red-list --to html --words "$1" "${files[@]}"; }
for typed in words-cy.xml layouts/words-cy.xml nowhere/words-cy.xml; do
  expect "--words $typed" 1 "red-list.html" welsh $typed
  notes words "$shipped/words-cy.xml"
  grep -q 'lang="cy"' $folder/red-list.html && pass || fail "--words $typed: not in Welsh"
  expect "--words $typed, proved" 0 "repeated" "$qmr" verify $folder
  "$compose" --layout layouts/red-list.xml --words $typed --out document.xml $folder/team/model.xml 2>/dev/null && cmp -s document.xml $folder/team/red-list.xml && pass || fail "qmr-compose --words $typed: another document"
done
expect "words that would be replaced" 2 "it would replace $shipped/words-cy.xml" "$compose" --layout layouts/red-list.xml --words words-cy.xml --out "$shipped/words-cy.xml" $folder/team/model.xml
cp "$shipped/words-cy.xml" .
expect "words that are there" 1 "red-list.html" welsh words-cy.xml
notes words words-cy.xml
cp words-cy.xml layouts && rm words-cy.xml
expect "words of one's own" 1 "red-list.html" welsh words-cy.xml
notes words layouts/words-cy.xml
expect "words that are nowhere" 2 "there is no file words-fr.xml, neither here nor in layouts or $shipped" welsh words-fr.xml
expect "words that are nowhere, composed" 2 "there is no file fr/words-fr.xml, nor words-fr.xml in layouts or $shipped" "$compose" --layout layouts/red-list.xml --words fr/words-fr.xml --out document.xml $folder/team/model.xml

# ---- one search: a report's layouts are those that are listed
layout there 'Of the working directory.' >"$work/elsewhere/layouts/there.xml"
layout red-list 'Hidden by the one beside the plan.' >"$work/elsewhere/layouts/red-list.xml"
layout service-plan 'Of the council.' >"$work/data/layouts/service-plan.xml"
cd "$work/elsewhere" || exit 3
expect "the list, elsewhere" 0 "layouts:
  red-list                         Hidden by the one beside the plan.
  there                            Of the working directory.
" "$qmr" layouts
[[ $said == *"$shipped (with the program):
  assurance-report "* && $said == *"  service-plan "* ]] && pass || fail "the list, elsewhere: $said"
expect "the list for a plan" 0 "$work/data/layouts:
  red-list                         Those off target.
  service-plan                     Of the council.

layouts:
  there                            Of the working directory.

$shipped (with the program):
" "$qmr" layouts "$work/data/plans/plan.xml"
[ "$(grep -c '^  service-plan ' <<<"$said")" = 1 ] && pass || fail "the list for a plan shows what is hidden: $said"
expect "the list, with a folder" 0 "$work/data/layouts:
  red-list                         Those off target." "$qmr" layouts --layouts "$work/data/layouts"
for name in red-list there quarterly-monitoring-report; do
  expect "what is listed is found: $name" 1 ".html" "$qmr" report --layout $name --to html --out "$work/out" --name $name "$work/data/plans/plan.xml" "$work/data/returns/return.xml"
done
grep -q "path=\"$work/data/layouts/red-list.xml\"" "$work/out/2009-10-Q4/red-list/team/manifest.xml" && pass || fail "the one beside the plan is not taken first"
cd "$work/data" || exit 3
sed 's/ standard="yes"//' "$shipped/quarterly-monitoring-report.xml" >layouts/quarterly-monitoring-report.xml
expect "one of the standard layout's name takes its place" 1 "report.html" "$qmr" report --to html "${files[@]}"
notes layout layouts/quarterly-monitoring-report.xml
rm layouts/quarterly-monitoring-report.xml
# ---- one that cannot be read
for how in 'echo "<layout"' 'true' 'printf "<layout xmlns=\"urn:qmr:1\" about=\"x"'; do
  eval "$how" >layouts/broken.xml
  expect "the list with a broken one: $how" 0 "  broken                           (cannot be read: 'qmr validate' says why)" "$qmr" layouts
  expect "the broken one: $how" 1 "layouts/broken.xml:" "$qmr" report --layout broken "${files[@]}"
  expect "validated: $how" 1 "layouts/broken.xml:" "$qmr" validate layouts/broken.xml
done
rm layouts/broken.xml
mkdir "$work/bare" && cd "$work/bare" && rm -r "$shipped" || exit 3
expect "no layouts at all" 3 "there are no layouts" "$qmr" layouts
expect "a folder of layouts that is not there" 2 "there is no folder nowhere" "$qmr" layouts --layouts nowhere
printf '%s passed, %s failed\n' $passed $failed
[ $failed = 0 ]
