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
again() { [ ! -e out ] || chmod -R u+rwX out; rm -rf out; cp -r made out; }
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
again; mkdir -p $folder/sub/inner; expect "an empty folder" 1 "sub/inner: error: is a folder that no run made: it holds nothing [O-STRAY]"
again; mkdir $folder/team/withdrawn; expect "an empty folder for the team" 1 "[O-STRAY]"
again; mv $folder/report.pdf elsewhere.pdf; ln -s "$work/elsewhere.pdf" $folder/report.pdf; expect "a link that leads out" 1 "report.pdf: error: is a link, and the run made a file [O-OUTPUT]"
again; rm $folder/report.pdf; ln -s "$work/made/2009-10-Q4/culture-and-leisure/report.pdf" $folder/report.pdf; expect "a link to the same bytes" 1 "is a link, and the run made a file [O-OUTPUT]"
again; mv $folder/tables elsewhere.tables; ln -s "$work/elsewhere.tables" $folder/tables; expect "a folder that is a link" 1 "tables/milestones.csv: error: is a file behind a link, and the run made a file [O-OUTPUT]"; rm -r elsewhere.tables
again; rm $folder/report.pdf; mkdir $folder/report.pdf; expect "a folder in place of a file" 1 "report.pdf: error: is a folder, and the run made a file [O-OUTPUT]"
again; rm $folder/report.pdf; mkfifo $folder/report.pdf; expect "a pipe in place of a file" 1 "report.pdf: error: is a pipe or a device, and the run made a file [O-OUTPUT]"
again; truncate -s 3G $folder/report.html; expect "a file of 3 GB" 1 "report.html: error: is not what the run made: it is larger than any file that a run makes [O-OUTPUT]"
again; mv $manifest elsewhere.xml; ln -s "$work/elsewhere.xml" $manifest; expect "a manifest that is a link" 1 "manifest.xml: error: is a link, and the run made a file [O-NOTHING]"
expect "the same, named" 1 "[O-NOTHING]" $manifest
again; mv $folder/team elsewhere.team; ln -s "$work/elsewhere.team" $folder/team; expect "a team that is a link" 1 "manifest.xml: error: is a file behind a link, and the run made a file [O-NOTHING]"; rm -r elsewhere.team
again; sed -i '/<file role="output"/d' $manifest; expect "a manifest without reports" 1 "[O-NOTHING]"
again; sed -i '/<file /d' $manifest; expect "a manifest that lists nothing" 1 "[O-NOTHING]"
again; sed -i -e '/<document .*\/>$/d' -e '/<document /,/<\/document>/d' $manifest; expect "a manifest that says nothing of documents" 1 "[O-NOTHING]"
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
for other in '1a<!-- seen by the auditor -->' '1a<?xml-stylesheet href="x.xsl"?>' '$a<!-- and again -->' 's/$/\r/' '1s/^/\xef\xbb\xbf/' '1s/UTF-8/utf-8/' '0,/sha256="/s//sha256=" /' \
  's|base="../../.."|base="../.././.."|' 's|base="../../.."|base="../../../"|' 's|base="../../.."|base="../../../out/.."|' '3s/^  /\t/' 's/ status="\([a-z]*\)" errors="\([0-9]*\)"/ errors="\2" status="\1"/'; do
  again; sed -i "$other" $manifest; cmp -s $manifest made/2009-10-Q4/culture-and-leisure/team/manifest.xml && expect "$other changes nothing" 9 ""
  expect "a manifest written otherwise: $other" 1 "says it in other ways than a run"
done
again; sed -i 's/sha256="[0-9a-f]*"/\U&/; s/SHA256/sha256/' $manifest; expect "hashes in capitals" 1 "a run writes no such entry"
again; sed -i 's|^\( *<document [^>]*\)/>|&\n&|' $manifest; expect "documents twice" 1 "[R-DUPLICATE]"
for role in layout style words font program library input; do
  again; sed -i "0,/<file role=\"$role\"/{/<file role=\"$role\"/d}" $manifest; expect "one $role less in the manifest" 1 "manifest.xml"
done
again; sed -i "0,/  <file/s||  <file role=\"words\" path=\"/etc/hostname\" sha256=\"$(hash /etc/hostname)\"/>\n  <file|" $manifest
expect "a source that was not needed" 1 "/etc/hostname is in the manifest, and was not needed"
for file in '<file role="font" path="/nope.ttf" sha256="0000000000000000000000000000000000000000000000000000000000000000"/>' '<file role="layout" path="/etc/hostname" sha256="0000000000000000000000000000000000000000000000000000000000000000"/>'; do
  again; forge report.pdf; sed -i "0,/  <file/s||  $file\n  <file|" $manifest
  expect "a forged report, behind a source that is none" 1 "was not needed"
done
again; "$qmr" report --layouts layouts --layout cover-report council/plans/2009-10/culture-and-leisure.xml council/returns/2009-10-Q4/culture-and-leisure.xml >/dev/null 2>&1
expect "a layout of something else makes nothing, and leaves what was made" 0 "repeated"
again; sed -i '0,/role="library"/{/role="library"/s/build="[0-9a-f]*"/build="00"/}' $manifest; expect "other libraries, same bytes" 0 "repeated"
again; forge report.pdf; sed -i '/role="library"/s/build="[0-9a-f]*"/build="00"/' $manifest
expect "other libraries, other bytes" 3 "unaltered by what its manifest says, but not repeatable here"
expect "which library differs is said" 3 "is another build here than the one that made the report [O-PROGRAM]"
again; echo '<!-- -->' >>council/framework.xml; expect "an input has changed" 3 "is not what it was when the report was made [O-INPUT]"
cp "$root/fixtures/council/framework.xml" council/framework.xml
again; expect "the input is what it was again" 0 "repeated"
again; mv council council.gone; expect "the inputs are gone" 3 "is not there any more"; mv council.gone council
again; sed -i 's/<text/<text /' layouts/quarterly-monitoring-report.xml; expect "a layout has changed" 3 "quarterly-monitoring-report.xml: warning"
cp "$root/layouts/quarterly-monitoring-report.xml" layouts

# ---- every attribute of the manifest, changed alone and with a forged report beside it
# claims NAME ALONE BESIDE TEXT SED...: what verify answers to the manifest so changed, and to a forged report behind it.
claims() {
  local name=$1 alone=$2 beside=$3 text=$4
  shift 4
  again; sed -i "$@" $manifest
  cmp -s $manifest "made/${manifest#out/}" && { echo "not ok $name: nothing was changed"; failed=$((failed + 1)); }
  expect "$name" "$alone" "$text"
  forge report.pdf
  expect "$name, behind it a forged report" "$beside" ""
}
added() { printf '0,/  <file/s||  <file %s/>\\n  <file|' "$1"; }
plan=council/plans/2009-10/culture-and-leisure.xml return=council/returns/2009-10-Q4/culture-and-leisure.xml
zeros=$(printf '0%.0s' {1..64})
entry() { printf '/role="%s"/s/%s="[^"]*"/%s="%s"/' "$1" "$2" "$2" "$3"; }
first() { printf '0,/role="%s"/{/role="%s"/s/%s="[^"]*"/%s="%s"/}' "$1" "$1" "$2" "$2" "$3"; }
claims "version" 1 1 "it says version 0.0, and this is" '2,$s/ version="[^"]*"/ version="0.0"/'
claims "folder" 3 1 "its run put it into 2009-10-Q4/housing, and it stands elsewhere [O-PLACE]" 's| folder="[^"]*"| folder="2009-10-Q4/housing"|'
claims "base, elsewhere" 3 3 "[O-INPUT]" 's| base="[^"]*"| base="/tmp"|'
claims "base, not there" 3 3 "[O-INPUT]" 's| base="[^"]*"| base="nowhere"|'
claims "base, the same otherwise written" 1 1 "O-DIFFERS" 's| base="| base="./|'
claims "period" 1 1 "another status, period" 's/ status=/ period="2009-10" status=/'
claims "no status" 1 1 "[O-DIFFERS]" 's/<manifest\(.*\) status="[a-z]*"/<manifest\1/'
claims "errors" 1 1 "[O-DIFFERS]" 's/ errors="[0-9]*"/ errors="77"/'
claims "no errors" 1 1 "[O-DIFFERS]" 's/ errors="[0-9]*"//'
claims "format" 1 1 "[" 's/ format="1.0"/ format="2.0"/'
claims "document name" 1 1 "other documents" 's/document name="report"/document name="other"/; s/document="report"/document="other"/; s/<ticked>report</<ticked>other</'
claims "document layout" 1 1 "not among the files" '0,/ layout="/s// layout="not-/'
claims "document layout and its file" 3 3 "[O-INPUT]" 's|"layouts/quarterly-monitoring-report.xml"|"layouts/service-plan.xml"|'
claims "document words" 1 1 "not among the files" '0,/<document /s//<document words="layouts\/none.xml" /'
claims "document words that make no difference" 0 1 "repeated" '0,/ formats=/s// words="layouts\/words-en-GB.xml" formats=/'
claims "formats" 1 1 "" '0,/ formats="[^"]*"/s// formats="html"/'
claims "a format twice" 1 1 "other documents" '0,/ formats="pdf, xlsx, html, csv"/s// formats="pdf, xlsx, html, csv, pdf"/'
claims "formats in another order" 1 1 "other documents" '0,/ formats="pdf, xlsx, html, csv"/s// formats="pdf, html, xlsx, csv"/'
claims "a shelf that nothing was taken from" 1 1 "other documents" '0,/<document /s//<document shelf="\/tmp" /'
claims "ticks of nothing" 1 1 "[O-DIFFERS]" '/<ticked>/d'
claims "ticks of a document that is none" 1 1 "other documents" 's|\( *\)<ticked>report</ticked>|&\n\1<ticked>other</ticked>|'
claims "ticks told twice" 1 1 "other documents" 's|\( *\)<ticked>report</ticked>|&\n&|'
claims "ticks told by the report" 1 1 "other documents" '0,/<document \([^>]*\)\/>/s||<document \1>\n    <ticked>report</ticked>\n  </document>|'
claims "a parameter" 1 1 "has no parameter" '0,/<document \([^>]*\)\/>/s||<document \1><set>x=y</set></document>|'
for role in input layout style words font program library output team; do
  for other in input layout style words font program library output team withdrawn; do
    [ $role = $other ] || claims "the role of the first $role is $other" 1 1 "" "$(first $role role $other)"
  done
done
for as in framework plan return; do
  for other in framework plan return previous also accepted model findings paper; do
    [ $as = $other ] || claims "$as is said to be $other" 1 1 "" "s/ as=\"$as\"/ as=\"$other\"/"
  done
done
for role in layout style words font program library output team; do
  claims "as, of the first $role" 1 1 "a run writes no such entry" "$(printf '0,/role="%s"/s//role="%s" as="plan"/' $role $role)"
done
for role in input layout style words font program library; do
  claims "document, of the first $role" 1 1 "a run writes no such entry" "$(printf '0,/role="%s"/s//role="%s" document="report"/' $role $role)"
done
for role in input layout style words font program output team; do
  claims "build, of the first $role" 1 1 "a run writes no such entry" "$(printf '0,/role="%s"/s//role="%s" build="00"/' $role $role)"
  claims "no sha256, of the first $role" 1 1 "" "$(printf '0,/role="%s"/{/role="%s"/s/ sha256="[^"]*"//}' $role $role)"
done
claims "sha256, of a library" 1 1 "a run writes no such entry" '0,/role="library"/s//role="library" sha256="00"/'
claims "no build, of a library" 1 1 "a run writes no such entry" '0,/role="library"/{/role="library"/s/ build="[^"]*"//}'
for role in input style words font; do claims "sha256 of $role" 3 3 "[O-INPUT]" "$(first $role sha256 $zeros)"; done
claims "sha256 of another document's layout" 3 1 "assurance-report.xml: warning" "$(first layout sha256 $zeros)"
claims "sha256 of the program" 3 3 "is another build here than the one that made the report [O-PROGRAM]" "$(first program sha256 $zeros)"
claims "name of the program" 3 3 "made the report, and is not here [O-PROGRAM]" "$(first program path other)"
claims "version and program" 3 3 "it says version 0.0" -e '2,$s/ version="[^"]*"/ version="0.0"/' -e "$(first program sha256 $zeros)"
claims "build of a library, the same bytes" 0 3 "is another build here than the one that made the report [O-PROGRAM]" "$(first library build 00)"
claims "name of a library" 3 3 "made the report, and is not here" "$(first library path libother.so)"
claims "sha256 of an output" 1 1 "[O-OUTPUT]" "$(first output sha256 $zeros)"
claims "path of the framework" 3 3 "[O-INPUT]" "$(first input path nowhere.xml)"
for role in layout style words font output team; do claims "path of the first $role" 1 1 "" "$(first $role path nowhere.xml)"; done
claims "document of an output" 1 1 "[O-DIFFERS]" '/path="report.html"/s/document="[^"]*"/document="assurance"/'
claims "an output of no document" 1 1 "[O-DIFFERS]" '/path="report.html"/s/ document="[^"]*"//'
claims "an output twice" 1 1 "[O-DIFFERS]" '/path="report.html"/p'
behind() { printf '/as="return"/s|$|\\n  <file %s/>|' "$1"; } # where a run writes it
for as in also accepted; do
  claims "$as, not there" 3 1 "nowhere.xml: warning: is not there any more, or cannot be read [O-INPUT]" "$(behind "role=\"input\" as=\"$as\" path=\"nowhere.xml\" sha256=\"$zeros\"")"
  claims "$as, changed" 3 1 "is not what it was" "$(behind "role=\"input\" as=\"$as\" path=\"council/framework.xml\" sha256=\"$zeros\"")"
done
for file in $plan $return council/framework.xml ./$return; do
  claims "also is $file again" 1 1 "is given twice" "$(added "role=\"input\" as=\"also\" path=\"$file\" sha256=\"$(hash "$file")\"")"
done
for as in findings model paper framework plan; do
  claims "$as too many" 1 1 "" "$(added "role=\"input\" as=\"$as\" path=\"nowhere.xml\" sha256=\"$zeros\"")"
done
claims "an earlier return, not there" 3 3 "[O-INPUT]" "/as=\"return\"/s|\$|\n  <file role=\"input\" as=\"previous\" path=\"nowhere.xml\" sha256=\"$zeros\"/>|"
for role in layout style words font; do
  claims "$role too many, not there" 1 1 "was not needed" "$(added "role=\"$role\" path=\"nowhere.xml\" sha256=\"$zeros\"")"
  claims "$role too many" 1 1 "" "$(added "role=\"$role\" path=\"council/framework.xml\" sha256=\"$(hash council/framework.xml)\"")"
done
claims "program too many" 1 1 "it names 2 programs" "$(added "role=\"program\" path=\"rm\" sha256=\"$zeros\"")"
claims "library too many" 3 3 "made the report, and is not here" "$(added 'role="library" path="libother.so" build="00"')"
again; cp $folder/report.pdf $folder/old.pdf
sed -i "$(added "role=\"withdrawn\" path=\"old.pdf\" sha256=\"$(hash $folder/old.pdf)\"")" $manifest; expect "withdrawn, where reports stand" 1 "[O-PATH]"
again; mkdir -p $folder/team/withdrawn; cp $folder/report.pdf $folder/team/withdrawn/old.pdf
sed -i "$(added "role=\"withdrawn\" path=\"team/withdrawn/old.pdf\" sha256=\"$(hash $folder/report.pdf)\"")" $manifest
expect "what was withdrawn is proved by nothing, and said" 0 "team/withdrawn: warning: holds 1 file that was withdrawn by an earlier run: nothing proves what it is [O-WITHDRAWN]"

# ---- a folder of another period, and a manifest that says so
for other in 2010-11-Q4 2009-10-Q3 2009-10 papers/2010-06-15 preview nonsense; do
  again; mkdir -p "out/$other"; mv "$folder" "out/$other/"; moved=out/$other/culture-and-leisure
  sed -i "s| base=\"[^\"]*\"| base=\"$work\"|" "$moved/team/manifest.xml"
  expect "moved to $other" 3 "its run put it into 2009-10-Q4/culture-and-leisure, and it stands elsewhere [O-PLACE]" "$moved"
  sed -i "s| folder=\"[^\"]*\"| folder=\"$other/culture-and-leisure\"|" "$moved/team/manifest.xml"
  expect "moved to $other, and its manifest says so" 1 "it does not belong into $other/culture-and-leisure, but to 2009-10-Q4/culture-and-leisure [O-DIFFERS]" "$moved"
done
again
mkdir -p papers && cp "$root/fixtures/council-2012/papers/support-centre.xml" papers
"$qmr" report --layouts layouts --layout cover-report papers/support-centre.xml >/dev/null 2>&1
paper=$(dirname "$(dirname "$(find out/papers -name manifest.xml)")")
expect "a paper" 0 "repeated" "$paper"
mkdir -p out/papers/2020-02-02 && mv "$paper" out/papers/2020-02-02/ && paper=out/papers/2020-02-02/${paper##*/}
sed -i 's| folder="[^"]*"| folder="'"${paper#out/}"'"|' "$paper/team/manifest.xml"
expect "a paper of another day" 1 "it does not belong into ${paper#out/}, but to papers/" "$paper"
model=$folder/team/model.xml
for name in "" "--name boards/x"; do
  again; "$qmr" report --layouts layouts --layout directorate-business-plan $name --out out $model >/dev/null 2>&1
  board=$(dirname "$(dirname "$(find out/2009-10-Q4/reports out/2009-10-Q4/boards -name manifest.xml 2>/dev/null)")")
  expect "a report of models $name" 0 "repeated" "$board"
  cp $folder/team/findings.xml kept-findings && echo '<!-- accepted since -->' >>$folder/team/findings.xml
  expect "a report of models $name, of which one's findings are others now" 3 "not repeatable here" "$board"
  mv kept-findings $folder/team/findings.xml
  mkdir -p out/2010-11-Q4 && mv "$board" out/2010-11-Q4/board && sed -i 's| folder="[^"]*"| folder="2010-11-Q4/board"|; s| base="[^"]*"| base="../../.."|' out/2010-11-Q4/board/team/manifest.xml
  expect "a report of models $name, of another period" 1 "it does not belong into 2010-11-Q4/board, but to 2009-10-Q4/" out/2010-11-Q4/board
done
rm -r papers

# ---- links to the folder, to one above it, and to where the run is made
again
ln -s $folder link && mkdir far && ln -s ../out far/outputs
for path in link link/team/manifest.xml "$work/link" far/outputs/2009-10-Q4/culture-and-leisure; do expect "by a link, $path" 0 "repeated" "$path"; done
rm -r link far
mv out real && ln -s real out && mkdir -p deep/er && mv real deep/er/out && rm out && ln -s deep/er/out out
make; expect "a run into a folder that is a link" 0 "repeated"
expect "and seen without it" 0 "repeated" deep/er/$folder
rm -r out deep
ln -s "$work" "$work.link"
(cd "$work.link" && make); expect "a run in a folder that is a link" 0 "repeated"
rm "$work.link"; rm -rf out
"$qmr" report --layouts layouts --to csv --to pdf --to csv $plan $return >/dev/null 2>&1; expect "formats in any order, and twice" 0 "repeated"

# ---- what may not be read is not taken for altered, nor for missing
again
forge report.pdf; expect "a file is named as the folder is" 1 "$folder/report.pdf: error: came out" $manifest
again
if [ "$(id -u)" != 0 ] || setpriv --reuid=65534 --regid=65534 --clear-groups "$verify" --version >/dev/null 2>&1; then
  chmod 755 "$work"
  if [ "$(id -u)" = 0 ]; then
    printf '#!/bin/sh\nexec setpriv --reuid=65534 --regid=65534 --clear-groups "%s" "$@"\n' "$verify" >"$work/as-nobody" && chmod 755 "$work/as-nobody"
  else ln -s "$verify" "$work/as-nobody"; fi
  as_root=$verify verify=$work/as-nobody
  expect "read by another user" 0 "repeated"
  for path in report.pdf tables/notes.csv team/model.xml tables team team/manifest.xml .; do
    again; chmod 000 "$folder/$path"
    expect "$path may not be read" 3 "cannot read $folder"
    [[ $path == .* || $path == team* ]] || { chmod 755 "$folder/$path"; expect "$path may be read again" 0 "repeated"; }
  done
  again; mkdir -m 000 $folder/more; expect "a folder that may not be read" 3 "cannot read $folder/more: Permission denied"
  again; rm $folder/report.pdf; expect "a file that is not there" 1 "[O-MISSING]"
  verify=$as_root
fi

# ---- what does not depend on what differs is proved all the same; what does, and came out otherwise, is named
font=$(grep -o 'role="font" path="[^"]*Italic[^"]*"' made/2009-10-Q4/culture-and-leisure/team/manifest.xml | head -1 | cut -d'"' -f4)
lib() { printf '/role="library" path="%s/s/build="[0-9a-f]*"/build="00"/' "$1"; }
forgeries() { # forgeries NAME SED FILES-IN-DOUBT [TEXT]: what is said of those; all other files, forged behind it, are altered
  local name=$1 change=$2 file
  for file in report.pdf report.html appendix.xlsx tables/milestones.csv tables/notes.csv team/report.xml team/report-ticks.xml team/report-ticks.html team/model.xml team/findings.xml team/findings.json team/messages.txt team/assurance.pdf team/assurance.html; do
    again; forge $file; sed -i "$change" $manifest
    if [[ $file == $3 ]]; then expect "$name, and $file forged" 3 "${4-$file: note: came out with other bytes when the run was repeated [O-OTHERWISE]}"
    else expect "$name, and $file forged" 1 "$file: error: came out with other bytes when the run was repeated [O-DIFFERS]"; fi
  done
}
forgeries "another font" "/role=\"font\" path=\"${font//\//\\/}\"/s/sha256=\"[^\"]*\"/sha256=\"$zeros\"/" '*.pdf'
forgeries "another libcairo" "$(lib libcairo)" '*.pdf'
forgeries "another libxlsxwriter" "$(lib libxlsxwriter)" '*.xlsx'
forgeries "another libc" "$(lib libc.so)" '*'
forgeries "another program" "$(first program sha256 $zeros)" '*'
forgeries "accepted findings that are gone" "$(added "role=\"input\" as=\"accepted\" path=\"nowhere.xml\" sha256=\"$zeros\"")" 'team/@(findings.*|assurance.*|messages.txt)'
again; sed -i -e "$(lib libcairo)" -e 's/ errors="[0-9]*"/ errors="77"/' $manifest; expect "another libcairo, and other errors" 1 "another status, period or number of errors"
forgeries "another layout of the report" "/role=\"layout\" path=\"layouts\/quarterly/s/sha256=\"[^\"]*\"/sha256=\"$zeros\"/" '@(report.*|appendix.*|tables/*|team/report*|team/assurance.*|team/messages.txt)' "quarterly-monitoring-report.xml: warning: is not what it was"
forgeries "another layout of the assurance report" "/role=\"layout\" path=\"layouts\/assurance/s/sha256=\"[^\"]*\"/sha256=\"$zeros\"/" 'team/@(assurance.*|messages.txt)' "assurance-report.xml: warning: is not what it was"
again; forge report.pdf; sed -i -e "$(lib libcairo)" $manifest; expect "what came out is named" 3 "libcairo.so.2: note: is another build here"

# ---- two documents: what became of one proves nothing of the other
make2() { "$qmr" report --layouts layouts --layout quarterly-monitoring-report --layout service-plan $plan $return >/dev/null 2>&1; }
rm -rf out; make2; rm -rf made; cp -r out made
again; expect "two documents" 0 "repeated"
"$qmr" report --layouts layouts --layout quarterly-monitoring-report $plan $return >/dev/null 2>&1; expect "one of two made again, the other kept" 0 "repeated"
for change in 'rm layouts/service-plan.xml' 'echo "<!-- -->" >>layouts/service-plan.xml'; do
  again; eval "$change"; expect "one layout of two: $change" 3 "service-plan.xml: warning"
  forge report.pdf; expect "and the other document forged: $change" 1 "report.pdf: error: came out with other bytes when the run was repeated [O-DIFFERS]"
  cp "$root/layouts/service-plan.xml" layouts
done
# ---- ticks that others' documents give
rm -rf out; mkdir ticked; cp "$root"/tests/golden/check/base/*.xml "$root"/tests/ticks/*.xml ticked
"$qmr" report --layouts layouts --also ticked/paper.xml --also ticked/other.xml ticked/plan.xml ticked/return.xml >/dev/null 2>&1
for other in paper other; do
  for change in "rm ticked/$other.xml" "sed -i 's/12[04]/777/; s/97[.]2/91.2/' ticked/$other.xml"; do
    eval "$change"; expect "whose documents tick: $change" 3 "ticked/$other.xml: warning" "$(dirname "$(dirname "$(find out -name manifest.xml)")")"
    cp "$root"/tests/ticks/*.xml ticked
  done
done
rm -r ticked
# ---- the inputs in another order are another run
health=health-and-partnerships folder=out/2009-10-Q4/health-and-partnerships manifest=out/2009-10-Q4/health-and-partnerships/team/manifest.xml
returns=council/returns
earlier() { "$qmr" report --layouts layouts --also "$1" --also "$2" council/plans/2009-10/$health.xml $returns/2009-10-Q4/$health.xml "$3" "$4" >/dev/null 2>&1; }
q3=$returns/2009-10-Q3/$health.xml q2=earlier.xml
sed 's/period="2009-10-Q3"/period="2009-10-Q2"/' $q3 >$q2
rm -rf out; earlier $plan $return $q2 $q3; rm -rf made; cp -r out made
expect "two earlier returns" 0 "repeated"
rm -rf out; earlier $return $plan $q3 $q2
diff -rq made out && passed=$((passed + 1)) || { echo "not ok: given in another order they give other bytes"; failed=$((failed + 1)); }
inputs=$(grep -c 'role="input"' $manifest)
for i in $(seq 1 $((inputs - 1))); do
  again; sed -i -E "$(grep -n 'role="input"' $manifest | sed -n "${i}s/:.*//p"){h;d};$(grep -n 'role="input"' $manifest | sed -n "$((i + 1))s/:.*//p"){G}" $manifest
  cmp -s $manifest made/2009-10-Q4/$health/team/manifest.xml && { echo "not ok: nothing was swapped"; failed=$((failed + 1)); }
  expect "inputs $i and $((i + 1)) swapped" 1 ""
done
[ "$inputs" -ge 7 ] && passed=$((passed + 1)) || { echo "not ok: $inputs inputs"; failed=$((failed + 1)); }

expect "no folder" 3 "cannot read" nowhere
expect "a manifest that stands elsewhere" 1 "[O-NOTHING]" layouts/house-style.xml
"$verify" >/dev/null 2>&1; [ $? = 2 ] && passed=$((passed + 1)) || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ $failed = 0 ]
