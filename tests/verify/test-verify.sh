#!/usr/bin/env bash
# A folder of reports is proved, and every kind of change to it is noticed: test-verify.sh QMR QMR-VERIFY
set -u
export LC_ALL=C.UTF-8
qmr=$(realpath "$1") verify=$(realpath "$2")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
cp -r "$root/fixtures/council" "$root/layouts" "$work"
cd "$work" || exit 3
passed=0 failed=0
folder=out/2009-10-Q4/culture-and-leisure manifest=out/2009-10-Q4/culture-and-leisure/team/manifest.xml

make() {
  "$qmr" report --layouts layouts council/plans/2009-10/culture-and-leisure.xml council/returns/2009-10-Q4/culture-and-leisure.xml >/dev/null 2>&1
}
# expect NAME CODE TEXT: what qmr-verify says of the folder.
expect() {
  local said code
  said=$("$verify" "${4:-$folder}" 2>&1)
  code=$?
  if [ $code = "$2" ] && [[ $said == *"$3"* ]]; then passed=$((passed + 1)); else echo "not ok $1: exit $code: $said"; failed=$((failed + 1)); fi
}
again() { rm -rf out; cp -r made out; }
hash() { sha256sum "$1" | cut -d' ' -f1; }
# forge FILE: changes a file and lets the manifest say that it was so.
forge() {
  local before
  before=$(hash "$folder/$1")
  printf ' ' >>"$folder/$1"
  sed -i "s/$before/$(hash "$folder/$1")/" $manifest
}

make
cp -r out made
expect "repeated" 0 "repeated: the same input gave the same bytes again"
expect "repeated, by its manifest" 0 "repeated" $manifest
cp -r . "$work.moved" && (cd "$work.moved" && work=$work.moved expect "repeated, where all was moved" 0 "repeated"); rm -rf "$work.moved"

for file in report.pdf report.html appendix.xlsx tables/milestones.csv team/model.xml team/findings.xml team/messages.txt; do
  again; printf ' ' >>$folder/$file; expect "$file altered" 1 "[O-OUTPUT]"
  again; forge $file; expect "$file altered, manifest forged" 1 "[O-DIFFERS]"
  again; rm $folder/$file; expect "$file gone" 1 "[O-MISSING]"
done
again; touch $folder/more.pdf; expect "a stray file" 1 "more.pdf: error: is in the folder, but no run made it [O-STRAY]"
again; touch $folder/team/.hidden; expect "a hidden stray" 1 "[O-STRAY]"
again; mkdir $folder/sub; cp $folder/report.pdf $folder/sub; expect "a stray in a folder" 1 "[O-STRAY]"
again; mv $folder/report.pdf elsewhere.pdf; ln -s "$work/elsewhere.pdf" $folder/report.pdf; expect "a link that leads out" 1 "[O-MISSING]"
again; sed -i '/<file role="output"/d' $manifest; expect "a manifest without reports" 1 "[O-NOTHING]"
again; sed -i '/<file /d' $manifest; expect "a manifest that lists nothing" 1 "[O-NOTHING]"
again; sed -i '/<document /d' $manifest; expect "a manifest that says nothing of documents" 1 "[O-NOTHING]"
again; sed -i 's/errors="[0-9]*"/errors="0"/' $manifest; expect "fewer errors than there are" 1 "[O-DIFFERS]"
again; sed -i 's/status="draft"/status="other"/; s/status="final"/status="draft"/; s/status="other"/status="final"/' $manifest; expect "another status" 1 "[O-DIFFERS]"
again; sed -i 's|path="report.pdf"|path="../culture-and-leisure/report.pdf"|' $manifest; expect "a path that leads out and back" 1 "[O-PATH]"
again; sed -i "s|path=\"report.pdf\"|path=\"$work/made/2009-10-Q4/culture-and-leisure/report.pdf\"|" $manifest; expect "an absolute path" 1 "[O-PATH]"
again; sed -i '/path="tables\/milestones.csv"/d' $manifest; rm $folder/tables/milestones.csv; expect "a table left out of both" 1 "milestones.csv"
again; sed -i 's/sha256="[0-9a-f]*"//' $manifest; expect "no hashes" 1 "[O-OUTPUT]"
again; echo '<manifest' >$manifest; expect "no XML" 1 "[X-"
again; sed -i 's/<manifest /<manifest program="rm" /' $manifest; expect "what is no manifest of ours" 1 "[S-"
again; sed -i 's|layout="layouts/quarterly-monitoring-report.xml"|layout="/bin/sh"|' $manifest; expect "a program in place of a layout" 1 "altered, or not proved"
again; sed -i '0,/formats="[^"]*"/s//formats="exe"/' $manifest; expect "a format that nobody makes" 1 "there is no format 'exe'"
again; sed -i '0,/  <file/s||  <document name="x" layout="nope.xml" formats="pdf"/>\n  <file|' $manifest; expect "a document of no file" 1 "names the document 'x', and no file of it"
make; expect "it does not live on" 0 "repeated"
again; sed -i 's|^\( *<document [^>]*\)/>|&\n&|' $manifest; expect "documents twice" 1 "[R-DUPLICATE]"
for role in layout style words font program library input; do
  again; sed -i "0,/<file role=\"$role\"/{/<file role=\"$role\"/d}" $manifest; expect "one $role less in the manifest" 1 "manifest.xml"
done
again; sed -i "0,/  <file/s||  <file role=\"words\" path=\"/etc/hostname\" sha256=\"$(hash /etc/hostname)\"/>\n  <file|" $manifest
expect "a source that was not needed" 1 "/etc/hostname is in the manifest, and was not needed"
for file in '<file role="font" path="/nope.ttf" sha256="00"/>' '<file role="layout" path="/etc/hostname" sha256="00"/>'; do
  again; forge report.pdf; sed -i "0,/  <file/s||  $file\n  <file|" $manifest
  expect "a forged report, behind a source that is none" 1 "was not needed"
done
again; "$qmr" report --layouts layouts --layout cover-report council/plans/2009-10/culture-and-leisure.xml council/returns/2009-10-Q4/culture-and-leisure.xml >/dev/null 2>&1
expect "a layout of something else makes nothing, and leaves what was made" 0 "repeated"
again; sed -i '0,/role="library"/{/role="library"/s/build="[0-9a-f]*"/build="00"/}' $manifest; expect "other libraries, same bytes" 0 "repeated"
again; forge report.pdf; sed -i '/role="library"/s/build="[0-9a-f]*"/build="00"/' $manifest
expect "other libraries, other bytes" 3 "unaltered, but not repeatable here"
expect "which library differs is said" 3 "is another build here than the one that made the report [O-PROGRAM]"
again; echo '<!-- -->' >>council/framework.xml; expect "an input has changed" 3 "is not what it was when the report was made [O-INPUT]"
cp "$root/fixtures/council/framework.xml" council/framework.xml
again; expect "the input is what it was again" 0 "repeated"
again; mv council council.gone; expect "the inputs are gone" 3 "is not there any more"; mv council.gone council
again; sed -i 's/<text/<text /' layouts/quarterly-monitoring-report.xml; expect "a layout has changed" 3 "quarterly-monitoring-report.xml: warning"
expect "no folder" 3 "cannot read" nowhere
expect "a manifest that stands elsewhere" 1 "[O-NOTHING]" layouts/house-style.xml
"$verify" >/dev/null 2>&1; [ $? = 2 ] && passed=$((passed + 1)) || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ $failed = 0 ]
