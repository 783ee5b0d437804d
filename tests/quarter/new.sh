#!/usr/bin/env bash
# The council that 'qmr new' makes: nothing is wrong with it, its quarter is made at once, and one figure changes what that figure is in.
# Usage: new.sh QMR
. "$(dirname "$0")/../robust/common.sh"
cd "$work" || exit 3

expect "a new council" 0 "council: made" "$qmr" new council
diff -r council "$root/fixtures/new" && pass || fail "what is made is not fixtures/new: is a file missing in new.gresource.xml?"
[ -z "$(leftovers council)" ] && pass || fail "left in it: $(leftovers council)"
cp -r council as-made

# ---- what holds something is left as it is
expect "a second time" 2 "council is not empty" "$qmr" new council
mkdir -p full/.git empty && echo mine >full/.git/config && echo mine >file
expect "a folder with a hidden folder" 2 "full is not empty" "$qmr" new full
expect "a file" 2 "it is a file" "$qmr" new file
expect "a folder of the system" 2 "cannot write /proc/council" "$qmr" new /proc/council
expect "an empty folder" 0 "made" "$qmr" new empty
expect "folders that are not there" 0 "made" "$qmr" new a/b/c
diff -r council as-made && [ "$(cat full/.git/config file)" = $'mine\nmine' ] && diff -r empty a/b/c && pass || fail "what was there is not what it was"

# ---- it is right, and its reports are made at once
cd council || exit 3
mapfile -t files < <(find . -name '*.xml')
expect "validate" 0 "no faults in 4 files" "$qmr" validate "${files[@]}"
expect "its last quarter" 0 "2026-27-Q1/parks" "$qmr" quarter .
for file in parks/report.pdf parks/report.html parks/appendix.xlsx parks/team/assurance.pdf boards/places/priority-based-report.pdf team/status.html; do
  [ -s out/2026-27-Q1/$file ] && pass || fail "there is no $file"
done
[ ! -s out/2026-27-Q1/parks/team/messages.txt ] && [ ! -s out/2026-27-Q1/boards/places/team/messages.txt ] && pass || fail "something is found: $(cat out/2026-27-Q1/*/team/messages.txt)"
grep -q "not supplied" out/2026-27-Q1/boards/places/*.html && fail "the board's report lacks something"
expect "proved" 0 "repeated" "$qmr" verify out/2026-27-Q1/parks
expect "a report by hand" 0 "report.pdf" "$qmr" report --out by-hand plans/2026-27/parks.xml returns/2026-27-Q1/parks.xml
cmp -s by-hand/2026-27-Q1/parks/report.pdf out/2026-27-Q1/parks/report.pdf && pass || fail "a report by hand is another one"
expect "a second run" 0 "2026-27-Q1/parks" "$qmr" quarter .
[[ $said != *" of "* ]] && pass || fail "a second run made something: $said"
expect "its day has not come" 1 "2026-08-10" "$qmr" release 2026-27-Q1 --today 2026-08-09
expect "its day has come" 0 "released" "$qmr" release 2026-27-Q1 --today 2026-08-10

# ---- what read-me-first.txt says, word by word
[[ $(sed -n 's/.*change \(number="[0-9]*"\) to \(number="[0-9]*"\).*/\1 \2/p' read-me-first.txt) =~ ^(number=\"[0-9]+\")\ (number=\"[0-9]+\")$ ]] || fail "read-me-first.txt does not say which figure to change"
before=${BASH_REMATCH[1]} after=${BASH_REMATCH[2]} form=returns/2026-27-Q1/parks.xml
[ "$(grep -c "$before" $form)" = 1 ] && sed -i "s/$before/$after/" $form && pass || fail "the figure is not in the return once"
expect "one figure" 0 "1 of 2: 2026-27-Q1/parks" "$qmr" quarter .
grep -q '1,145' out/2026-27-Q1/parks/report.html && grep -q '1,145' out/2026-27-Q1/boards/places/priority-based-report.html && pass || fail "the new figure is not in the reports"
sed -i 's/number="1145"/number="1,145"/' $form
expect "a figure as Excel shows it" 1 "2026-27-Q1/parks" "$qmr" quarter .
grep -q 'must be written 1145' out/2026-27-Q1/parks/team/messages.txt && pass || fail "nobody says how a figure is written: $(cat out/2026-27-Q1/parks/team/messages.txt)"
for word in $(sed -n 's/^  qmr validate \(.*\)/\1/p' read-me-first.txt) $(sed -n 's/^  \([a-z0-9/.-]*\.xml\) .*/\1/pI' read-me-first.txt); do
  [ -f "$word" ] && pass || fail "read-me-first.txt names $word, which is not there"
done
for file in $(sed -n 's/^  \(out\/[^ ]*\) .*/\1/p' read-me-first.txt); do
  [ -e "$file" ] && pass || fail "read-me-first.txt names $file, which is not made"
done

# ---- the next quarter, and a second service, as the comments say
mkdir returns/2026-27-Q2 && sed 's/period="2026-27-Q1"/period="2026-27-Q2"/; s/number="1,145"/number="1145"/' $form >returns/2026-27-Q2/parks.xml
"$qmr" quarter . >/dev/null 2>&1
[ -f out/2026-27-Q2/parks/report.pdf ] && pass || fail "there is no report of the next quarter"
line=$(grep -o '<department ref="housing".*/>' framework.xml)
sed -i "s|^    <department ref=\"parks\".*|&\n    $line|; s|^  <role ref=\"HD-PA\".*|&\n  <role ref=\"HD-HO\" title=\"Head of Housing\"/>|" framework.xml
sed 's/service="parks"/service="housing"/; s/title="Parks and Open Spaces Service/title="Housing Service/' plans/2026-27/parks.xml >plans/2026-27/housing.xml
expect "a second service" 0 "no faults" "$qmr" validate framework.xml plans/2026-27/housing.xml
expect "it has sent nothing" 1 "housing" "$qmr" quarter . 2026-27-Q1

# ---- a folder may be called as people call folders
cd .. && odd=$work/$'King\'s "Lynn" & Hull; 50% (a*b?) <#1> \\ `x` $HOME: ^|' && mkdir "$odd" && cp -r as-made "$odd/it's" && cp -r "$root/layouts" "$odd/it's" || exit 3
for made in "1 of 2" "none" "1 of 2" "none"; do
  expect "odd names" 0 "2026-27-Q1/parks" "$qmr" quarter --out "$odd/o'ut" "$odd/it's"
  if [ "$made" = none ]; then [[ $said != *" of "* ]]; else [[ $said == *"$made"* ]]; fi && pass || fail "odd names: not made, $made: $said"
  [ "$made" != none ] || sed -i 's/ text="Missing[^"]*"/ text="Not there"/' "$odd/it's/layouts/words-en-GB.xml"
done
said=$("$qmr" quarter --out "$work/"$'two\nlines' as-made 2>&1) # no list of ninja's can hold that name: it is said
[ $? = 3 ] && [[ $said == *"nothing could be made: ninja says"* ]] && pass || fail "a name of two lines: $said"
finish
