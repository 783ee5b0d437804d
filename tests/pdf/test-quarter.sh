#!/usr/bin/env bash
# PDFs that lie beside the papers of a quarter are held against its services, and again when they change. Usage: test-quarter.sh
# MAKE-PDF QMR
make=$(realpath "$1")
set -- "$2"
. "$(dirname "$0")/../robust/common.sh"
cd "$work" || exit 3
"$qmr" new council >/dev/null 2>&1 && cd council || exit 3
period=$(basename "$(dirname "$(find returns -name '*.xml' | head -1)")")
row=$(grep -o '<indicator ref="[^"]*" title="[^"]*"' plans/*.xml plans/*/*.xml 2>/dev/null | head -1 | sed 's/.*ref="\([^"]*\)".*/\1/')
target=$(grep -A6 "<indicator ref=\"$row\"" -r plans | grep -o 'target period="[^"]*" number="[^"]*"' | head -1)
year=$(sed 's/.*period="\([^"]*\)".*/\1/; s|-|/|' <<<"$target") number=$(sed 's/.*number="\([^"]*\)"/\1/' <<<"$target")
[ -n "$row" ] && [ -n "$number" ] || { echo "the new council has changed: $row, $target"; exit 3; }
mkdir -p "papers/$period"
pdf=papers/$period/minutes.pdf
said() { cat out/"$period"/*/team/messages.txt out/"$period"/team/*.txt out/.quarter/logs/* 2>/dev/null; }
run() { "$qmr" quarter . "$period" >"$work/log" 2>&1 </dev/null; cat "$work/log" >"$work/said"; said >>"$work/said"; }
run
! grep -q 'minutes\.pdf' "$work/said" && pass || fail "without a PDF: $(cat "$work/said")"
printf 'Nothing.\n\nThe target of %s for %s is 11.1%%.\n' "$row" "$year" | "$make" lines $pdf
run
grep -q 'minutes\.pdf, page 2: .*11[.]1%' "$work/said" && pass || fail "a PDF that says 11.1% for $number: $(cat "$work/said")"
grep -q 'as="also" path="[^"]*minutes.pdf"' out/"$period"/*/team/manifest.xml && pass || fail "no manifest knows it"
printf 'Nothing.\n\nThe target of %s for %s is %s%%.\n' "$row" "$year" "$number" | "$make" lines $pdf
run
! grep -q '11.1%' out/"$period"/*/team/messages.txt && pass || fail "a PDF that was mended: $(cat out/"$period"/*/team/messages.txt)"
rm $pdf && run
! grep -q 'minutes\.pdf' out/"$period"/*/team/manifest.xml && pass || fail "a PDF that is gone stands in a manifest"
"$make" bullets papers/stray.pdf && run
grep -q 'stray\.pdf.*stands in no folder of a period' "$work/said" && pass || fail "a PDF of no period: $(cat "$work/said")"
finish
