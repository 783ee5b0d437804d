#!/usr/bin/env bash
# One run a folder; what a failed run would have replaced is withdrawn, and said; documents of other inputs never stand together.
# Usage: runs.sh QMR
. "$(dirname "$0")/common.sh"
lay "$work/council"
cd "$work/council" || exit 3
name=2009-10-Q4/health-and-partnerships folder=out/2009-10-Q4/health-and-partnerships lock=out/2009-10-Q4/.health-and-partnerships.lock
report() { "$qmr" report "$@"; }
files() { (cd "$folder" && find . -path ./team -prune -o -type f -print | sort); }
withdrawn() { (cd "$folder/team/withdrawn" 2>/dev/null && find . -type f -not -path './team/*' | sort); }

# ---- two at once
expect "a report" 1 "report.pdf" report $plan $form
all=$(files)
before=$(tree out)
exec 9>"$lock" && flock -n 9 || exit 3
expect "another run has the folder" 3 "another run is writing $folder: wait until it has ended" report $plan returns/other.xml
[ "$(tree out | grep -v '\.lock$')" = "$before" ] && pass || fail "another run has the folder: it changed"
expect "another folder is free" 1 "report.html" report --to html $plan returns/q4.xml --name elsewhere
exec 9>&-
expect "a lock without an owner" 1 "report.pdf" report $plan returns/other.xml
expect "the same report again" 1 "report.pdf" report $plan $form
rm -rf "${folder%/*}/elsewhere"
[ "$(tree out)" = "$before" ] && pass || fail "the same report again: another tree"

# Names of a run's own that are links, or folders, of somebody else's.
mkdir "$work/theirs" && echo kept >"$work/theirs/words"
ln -s "$work/theirs/words" "$lock"
expect "a lock that is a link" 3 "cannot write $folder: $lock is in the way, and is a link; remove it" report $plan $form
rm "$lock" && mkdir "$lock"
expect "a lock that is a folder" 3 "cannot write $folder: $lock is in the way, and is a folder; remove it" report $plan $form
rmdir "$lock"
for own in part old; do
  ln -s "$work/theirs" "${folder%/*}/.${folder##*/}.$own"
  expect "the folder in the making is a link: $own" 1 "report.pdf" report $plan $form
  rm -rf "$folder" && ln -s "$work/theirs" "${folder%/*}/.${folder##*/}.$own"
  expect "nothing is there, and what a run left is a link: $own" 1 "report.pdf" report $plan $form
  [ "$(ls -A "${folder%/*}")" = "${folder##*/}" ] && [ ! -L "$folder" ] && [ "$(cat "$work/theirs/words")" = kept ] && pass || fail "links of others: $own"
done

report $plan $form >"$work/one" 2>&1 & one=$!
report $plan $form >"$work/two" 2>&1 & two=$!
report --to html --name b $plan $form >"$work/three" 2>&1 & three=$!
wait $one; one=$?
wait $two; two=$?
wait $three; three=$?
case $one,$two in
  1,1) pass ;;
  1,3) grep -q "another run is writing" "$work/two" && pass || fail "two at once: $(cat "$work/two")" ;;
  3,1) grep -q "another run is writing" "$work/one" && pass || fail "two at once: $(cat "$work/one")" ;;
  *) fail "two at once: exit $one and $two" ;;
esac
[ $three = 1 ] && pass || fail "in two folders at once: exit $three"
rm -rf "${folder%/*}/b"
[ "$(tree out)" = "$before" ] && pass || fail "two at once: another tree"

# ---- withdrawn: withdrawn_after NAME CODE TEXT COMMAND...: it says so, nothing but team/ stands, verify proves nothing; then
# the next good run brings all back.
withdrawn_after() {
  local name=$1
  expect "$@"
  [[ $said == *"report.pdf"*"team/withdrawn/report.pdf"*"[O-WITHDRAWN]"* ]] && pass || fail "$name: does not say what was withdrawn: ${said:0:400}"
  [ -z "$(files)" ] && [ "$(withdrawn)" = "$all" ] && pass || fail "$name: stands: $(files | tr '\n' ' '), withdrawn: $(withdrawn | tr '\n' ' ')"
  [ -f "$folder/team/withdrawn/team/report.xml" ] && [ ! -e "$folder/team/report.xml" ] && pass || fail "$name: the document of the old report was not withdrawn"
  grep -q 'role="withdrawn" path="team/withdrawn/report.pdf"' "$folder/team/manifest.xml" && pass || fail "$name: not in the manifest"
  expect "$name: verify" 1 "nothing is proved" "$qmr" verify "$folder"
  [ -z "$(leftovers out)" ] && pass || fail "$name: left behind: $(leftovers out)"
}
good_again() {
  expect "$1: the next good run" 1 "report.pdf" report $plan $form
  [ "$(tree out)" = "$before" ] && pass || fail "$1: the next good run gives another tree"
}
# damaged FILE NAME CODE TEXT: with FILE damaged by a command that reads the good one from standard input.
damaged() {
  local file=$1 how=$2 name=$3 code=$4 text=$5
  cp "$file" "$work/good"
  bash -c "$how" <"$work/good" >"$work/bad"
  cp "$work/bad" "$file"
  withdrawn_after "$name" "$code" "$text" report $plan $form
  cp "$work/good" "$file"
  good_again "$name"
}
for file in $plan $form; do
  damaged $file 'head -c 30' "$file is cut in its root" 1 "$file:"
  damaged $file 'head -c 5000' "$file is cut later" 1 "$file:"
  damaged $file 'true' "$file is empty" 1 "$file: error: the file is empty"
  damaged $file 'tr "<" "\000"' "$file holds zero bytes" 1 "$file: error: the file holds a zero byte"
  mv $file away
  withdrawn_after "$file has vanished" 3 "cannot read $file" report $plan $form
  mv away $file
  good_again "$file has vanished"
done
damaged $form 'sed "s/period=\"[^\"]*\"//"' "the return has no period" 1 "[S-MISSING]"
damaged framework.xml 'head -c 3000' "the framework is cut" 1 "framework.xml:"
mv framework.xml away
withdrawn_after "the framework has vanished" 3 "there is no framework.xml beside or above plan.xml" report $plan $form
mv away framework.xml
good_again "the framework has vanished"

# A service that is asked for from another folder, by another path: it is the same file.
cp $plan "$work/good" && echo '<' >$plan
mkdir -p below
withdrawn_after "by another path" 1 "" sh -c "cd below && \"\$0\" report --out ../out '$PWD/plan.xml' ../$form" "$qmr"
cp "$work/good" $plan
good_again "by another path"
# A broken file that made no report withdraws none.
echo '<' >other.xml
expect "a file that made no report" 1 "no report was made" report other.xml $form
[ "$(tree out)" = "$before" ] && pass || fail "a file that made no report: something was withdrawn"

# ---- layouts: by their files
layout=layouts/quarterly-monitoring-report.xml
byfile() { report --layout $layout --layout layouts/service-plan.xml $plan $form; }
expect "layouts by their files" 1 "report.pdf" byfile
two=$(tree out)
[ -f $folder/service-plan.pdf ] && pass || fail "two layouts: no second document"
cp $layout "$work/good"
for how in 'sed s/field=/feld=/' 'head -c 100'; do
  bash -c "$how" <"$work/good" >$layout
  expect "a layout with faults" 1 "[O-WITHDRAWN]" byfile
  [ ! -e $folder/report.pdf ] && [ -f $folder/team/withdrawn/report.pdf ] && [ -f $folder/service-plan.pdf ] && pass || fail "a layout with faults: $(files | tr '\n' ' ')"
  cp "$work/good" $layout
  expect "the layout is good again" 1 "report.pdf" byfile
  [ "$(tree out)" = "$two" ] && pass || fail "the layout is good again: another tree"
done
rm $layout
expect "a layout has vanished" 3 "$layout" byfile
[ -z "$(files)" ] && [ -f $folder/team/withdrawn/report.pdf ] && pass || fail "a layout has vanished: $(files | tr '\n' ' ')"
cp "$work/good" $layout
expect "the layout is back" 1 "report.pdf" byfile
[ "$(tree out)" = "$two" ] && pass || fail "the layout is back: another tree"

# ---- several documents in one folder
expect "one of two documents again" 1 "service-plan.pdf" report --layout layouts/service-plan.xml $plan $form
[ -f $folder/report.pdf ] && pass || fail "one of two again: the other is gone, though it is of the same inputs"
expect "both are proved" 0 "repeated" "$qmr" verify $folder
expect "one of two documents of other inputs" 1 "$folder/report.pdf: warning: is no longer true" report --layout layouts/service-plan.xml $plan $form returns/other.xml
[ -f $folder/service-plan.pdf ] && [ ! -e $folder/report.pdf ] && [ -f $folder/team/withdrawn/report.pdf ] && pass || fail "documents of two inputs stand together: $(files | tr '\n' ' ')"
expect "the one that stands is proved" 0 "repeated" "$qmr" verify $folder
rm -rf out
expect "one alone" 1 "report.pdf" report $plan $form
[ "$(tree out)" = "$before" ] && pass || fail "one alone: another tree"

# ---- without a manifest nobody knows what stands there
rm $folder/team/manifest.xml && cp $plan "$work/good" && head -c 3000 "$work/good" >$plan
expect "no manifest, and nothing made" 1 "report.pdf: warning: is no longer true" report $plan $form
[ -z "$(files)" ] && [ "$(withdrawn)" = "$all" ] && pass || fail "no manifest: stands $(files | tr '\n' ' ')"
cp "$work/good" $plan && rm -rf out

# ---- links in the folder are never followed, and what is said of them is so
expect "a report" 1 "report.pdf" report $plan $form
mkdir -p "$work/far/tables" "$work/far/withdrawn" && mv $folder/tables/* "$work/far/tables/" && rmdir $folder/tables && ln -s "$work/far/tables" $folder/tables && ln -s "$work/far/withdrawn" $folder/team/withdrawn
cp $plan "$work/good" && head -c 3000 "$work/good" >$plan && far=$(tree "$work/far")
expect "links in the folder, and nothing made" 1 "report.pdf: warning: is no longer true" report $plan $form
[ ! -e $folder/report.pdf ] && [ -f $folder/team/withdrawn/report.pdf ] && [ ! -L $folder/team/withdrawn ] && pass || fail "links in the folder: stands $(files | tr '\n' ' ')"
cp "$work/good" $plan
expect "links in the folder, and a good run" 1 "report.pdf" report $plan $form
[ -f $folder/report.pdf ] && [ ! -L $folder/tables ] && [ "$(tree "$work/far")" = "$far" ] && pass || fail "links in the folder, and a good run: $(files | tr '\n' ' ')"
ln -s nowhere $folder/stray
expect "a stray link, and a good run" 1 "report.pdf" report $plan $form
expect "a stray link is no part of the report" 1 "[O-STRAY]" "$qmr" verify $folder
rm -rf out

# ---- a paper
cp "$root"/fixtures/council-2012/papers/support-centre.xml paper.xml
expect "a paper" 0 "papers" report --layout layouts/cover-report.xml paper.xml
folder=$(dirname "$(dirname "$(find out -name manifest.xml)")")
[ -n "$(files)" ] && pass || fail "a paper: nothing stands"
mv paper.xml away
expect "a paper has vanished" 3 "cannot read paper.xml" report --layout layouts/cover-report.xml paper.xml
[ -z "$(files)" ] && [ -n "$(withdrawn)" ] && pass || fail "a paper has vanished: stands $(files | tr '\n' ' ')"
expect "a paper has vanished: verify" 1 "nothing is proved" "$qmr" verify "$folder"
mv away paper.xml
expect "a paper is back" 0 "papers" report --layout layouts/cover-report.xml paper.xml
[ -n "$(files)" ] && [ -z "$(withdrawn)" ] && pass || fail "a paper is back: withdrawn $(withdrawn | tr '\n' ' ')"

# ---- models: the first of several is damaged
rm -rf out
expect "a service" 1 "report.html" report --to html $plan $form
model=out/2009-10-Q4/health-and-partnerships/team/model.xml
board() { report --layout layouts/priority-based-report.xml --set wanted-board=healthy-merebank --name boards/one $model; }
expect "a board" 0 "boards/one" board
folder=out/2009-10-Q4/boards/one
[ "$said" != "${said/.pdf/}" ] && pass || fail "a board: ${said:0:300}"
expect "a board that is not there" 1 "wanted-board: there is no 'healthy-merebnak' in board/ref (did you mean 'healthy-merebank'?) [L-WANTED]" report --layout layouts/priority-based-report.xml --set wanted-board=healthy-merebnak $model
[[ $said == *"no report was made"* ]] && [ -z "$(find out -name '*merebnak*' -type d -exec find {} -name team -prune -o -type f -print \;)" ] && pass || fail "a board that is not there: made $(find out -name '*merebnak*')"
expect "no board is asked for" 1 "wanted-board: it is not set; set it to " report --layout layouts/priority-based-report.xml $model
# Where no report ever was, a run that makes none leaves nothing, and the next release hears of nothing.
expect "a parameter that is mistyped" 1 "no report was made" report --layout layouts/priority-based-report.xml --set wanted-board=healthy-merebnak --name boards/mistyped $model
[ ! -e out/2009-10-Q4/boards/mistyped ] && [ -z "$(leftovers out)" ] && pass || fail "a parameter that is mistyped: left $(find out/2009-10-Q4/boards)"
expect "the release after it" 1 "" "$qmr" release 2009-10-Q4
[[ $said != *mistyped* ]] && pass || fail "the release after it: ${said:0:400}"
for also in $plan $form framework.xml; do expect "a file that is given again: $also" 2 "$also is given twice" report --also $also $plan $form; done
expect "another that is given twice" 2 "returns/other.xml is given twice" report --also returns/other.xml --also ./returns/../returns/other.xml $plan $form
# A model that is given twice would count twice.
before_twice=$(tree out)
mkdir copied && cp -r out/2009-10-Q4/health-and-partnerships copied/
for again in $model "$PWD/$model" copied/health-and-partnerships/team/model.xml; do
  expect "a model twice: $again" 2 "health-and-partnerships, 2009-10-Q4 is given twice" report --layout layouts/directorate-business-plan.xml --name boards/twice $model "$again"
done
printf '<year xmlns="urn:qmr:1" format="1.0"><report layouts="directorate-business-plan" name="boards/twice"><model folder="2009-10-Q4/health-and-partnerships"/><model folder="2009-10-Q4/health-and-partnerships"/></report></year>\n' >twice.xml
expect "a list with a model twice" 2 "health-and-partnerships, 2009-10-Q4 is given twice" "$qmr" year twice.xml
# Rows do not say of which period they are, nor of which council.
sed 's/ period="2009-10-Q4"/ period="2009-10-Q3"/' $model >copied/earlier.xml
sed 's/ council="[^"]*"/ council="Zennor District Council"/; s/ service="[^"]*"/ service="lamps"/' $model >copied/elsewhere.xml
expect "models of two periods" 2 "health-and-partnerships is of 2009-10-Q3: a report is made of models of one period" report --layout layouts/directorate-business-plan.xml --name boards/twice $model copied/earlier.xml
expect "models of two councils" 2 "lamps is of Zennor District Council: a report is made of models of one council" report --layout layouts/directorate-business-plan.xml --name boards/twice $model copied/elsewhere.xml
mkdir -p out/2009-10-Q3/x/team && cp copied/earlier.xml out/2009-10-Q3/x/team/model.xml
printf '<year xmlns="urn:qmr:1" format="1.0"><report layouts="directorate-business-plan" name="boards/twice"><model folder="2009-10-Q4/health-and-partnerships"/><model folder="2009-10-Q3/x"/></report></year>\n' >twice.xml
expect "a list with models of two periods" 2 "a report is made of models of one period" "$qmr" year twice.xml
rm -r out/2009-10-Q3
[ "$(tree out)" = "$before_twice" ] && pass || fail "a model twice: something was made"
cp $model "$work/good" && head -c 40 "$work/good" >$model
expect "a board's model is damaged" 1 "[O-WITHDRAWN]" board
[ -z "$(files)" ] && [ -n "$(withdrawn)" ] && pass || fail "a board's model is damaged: stands $(files | tr '\n' ' ')"
cp "$work/good" $model

# ---- inputs inside what is replaced, folders in folders
mkdir -p out/2009-10-Q4/boards/one/sub && touch out/2009-10-Q4/boards/one/sub/words.xml
expect "an input inside the folder" 2 "stands in out/2009-10-Q4/boards/one/sub" report --layout layouts/directorate-business-plan.xml --name boards/one/sub $model --words out/2009-10-Q4/boards/one/sub/words.xml
cp $form out/2009-10-Q4/health-and-partnerships/q4.xml
expect "a return inside the folder" 2 "which this run replaces" report $plan out/2009-10-Q4/health-and-partnerships/q4.xml
expect "a return inside the folder, by a link" 2 "which this run replaces" sh -c "ln -s out/2009-10-Q4/health-and-partnerships link; \"\$0\" report $plan link/q4.xml" "$qmr"
rm -rf link && rm out/2009-10-Q4/health-and-partnerships/q4.xml && cp $form out/2009-10-Q4/health-and-partnerships/report.html
ln -s out/2009-10-Q4/health-and-partnerships/report.html first.xml && ln -s "$PWD/first.xml" second.xml && ln -s ../../../second.xml out/2009-10-Q4/health-and-partnerships/third.xml && ln -s out/2009-10-Q4/health-and-partnerships/third.xml fourth.xml
for link in first second fourth; do
  for words in "$plan $link.xml" "$plan $form $link.xml" "--also $link.xml $plan $form" "--framework $link.xml $plan $form" "--accept $link.xml $plan $form" "--words $link.xml $plan $form" "--layout ./$link.xml $plan $form"; do
    expect "an input that is a link into the folder: $words" 2 "which this run replaces" report $words
  done
done
mkdir linked && cp $plan linked && ln -s ../out/2009-10-Q4/health-and-partnerships/report.html linked/framework.xml
expect "a framework beside the plan that is such a link" 2 "which this run replaces" report linked/plan.xml $form
cmp -s $form out/2009-10-Q4/health-and-partnerships/report.html && pass || fail "an input that is a link into the folder: it was replaced"
expect "a folder in a report's folder" 2 "one inside the other" report --name health-and-partnerships/inner $plan $form
expect "a folder around a report's folder" 2 "one inside the other" report --name boards $plan $form
finish
