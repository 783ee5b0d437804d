#!/usr/bin/env bash
# Outputs that are inputs, one output twice, outputs inside one another, outputs that are no ordinary files: refused with exit 2
# and a sentence, before anything is read or written. Usage: targets.sh QMR
. "$(dirname "$0")/common.sh"
lay "$work/council"
cd "$work/council" || exit 3
documents=(--framework framework.xml --plan $plan --return $form)
"$programs/qmr-merge" "${documents[@]}" --out model.xml && "$programs/qmr-compose" --layout layouts/quarterly-monitoring-report.xml --out document.xml model.xml || exit 1
mkdir folder tables && ln model.xml hard.xml && ln -s model.xml soft.xml && ln -s . loop && ln -s "$PWD" absolute && mkfifo pipe
ln $plan hard-plan.xml && echo a,b >tables/notes.csv
ln -s missing nowhere.xml

merge() { "$programs/qmr-merge" "${documents[@]}" "$@"; }
check() { "$programs/qmr-check" "${documents[@]}" "$@"; }
compose() { "$programs/qmr-compose" --layout layouts/quarterly-monitoring-report.xml "$@"; }
render() { "$programs/qmr-render" "$@"; }

# refused TEXT COMMAND...: nothing changes.
refused() {
  local text=$1 before
  shift
  before=$(tree .)
  expect "$*" 2 "$text" "$@"
  [ "$(tree .)" = "$before" ] && pass || fail "$*: it changed something"
}
# An output that is an input.
for path in $plan ./$plan loop/$plan absolute/$plan "$PWD/$plan" folder/../$plan hard-plan.xml framework.xml $form; do
  refused "cannot write $path: it would replace" merge --out "$path"
  refused "cannot write $path: it would replace" check --out "$path"
  refused "cannot write $path: it would replace" check --json "$path"
done
refused "it would replace returns/other.xml, which is read" merge --previous returns/other.xml --out returns/other.xml
refused "it would replace returns/other.xml, which is read" check --also returns/other.xml --out returns/other.xml
refused "it would replace accepted.xml, which is read" merge --accept accepted.xml --out accepted.xml # though it is not there
for path in model.xml hard.xml soft.xml layouts/quarterly-monitoring-report.xml layouts/house-style.xml layouts/words-en-GB.xml; do
  refused "cannot write $path: it would replace" compose --out "$path" model.xml
done
refused "it would replace layouts/words-cy.xml" compose --words layouts/words-cy.xml --out layouts/words-cy.xml model.xml
refused "it would replace document.xml" render --to html --out document.xml document.xml
refused "it would replace document.xml" render --to pdf --out loop/document.xml document.xml
refused "it would replace tables/document.csv" render --to csv --out tables tables/document.csv
cp document.xml tables/document.csv && ln -s tables/document.csv linked.xml
refused "it would replace linked.xml" render --to csv --out tables linked.xml
rm tables/document.csv linked.xml

# One output twice, or in another.
refused "twice" check --out x.xml --json x.xml
refused "twice" check --out x.xml --json loop/x.xml
refused "twice" check --out hard.xml --json soft.xml
refused "twice" render --to html --to pdf --out x --out ./x document.xml
refused "twice" render --to pdf --out folder/x.pdf --to pdf --out absolute/folder/x.pdf document.xml
refused "into a folder of other outputs" render --to csv --to html --out new --out new/report.html document.xml
refused "into a folder of other outputs" render --to html --to csv --out tables/report.html --out loop/tables document.xml
refused "into a folder of other outputs" render --to csv --to csv --out new --out new/inner document.xml
refused "--out is given twice" merge --out x.xml --out x.xml
refused "--out is given twice" compose --out=x.xml -o y.xml model.xml
refused "--plan is given twice" merge --plan hard-plan.xml --out x.xml
refused "--out is given twice" "$qmr" report -ox --out y $plan $form

# No ordinary files.
for path in folder folder/ . / loop pipe /dev/null /dev/full /dev/stdout; do
  [ $path = /dev/stdout ] && [ ! -p $path ] && [ ! -c $path ] && continue
  refused "cannot write $path: it is a" merge --out $path
  refused "cannot write $path: it is a" check --json $path
  refused "cannot write $path: it is a" compose --out $path model.xml
  refused "cannot write $path: it is a" render --to html --out $path document.xml
done
# Names of the system's, though they lead to ordinary files: a file in their place would take them from everybody.
for path in /dev/fd/3 /proc/self/fd/3 /proc/thread-self/fd/3; do
  refused "cannot write $path: it is a name of the system's" merge --out $path 3>to.xml
  refused "cannot write $path: it is a name of the system's" check --json $path 3>to.xml
  refused "cannot write $path: it is a name of the system's" render --to html --out $path document.xml 3>to.xml
done
for path in /proc/self /proc/self/fd /dev /dev/fd /sys/new; do
  refused "cannot write $path: it is a name of the system's" render --to csv --out $path document.xml
done
ln -s /proc/self/fd fds
refused "cannot write fds/3: it is a name of the system's" merge --out fds/3 3>to.xml
rm to.xml fds
refused "cannot write document.xml: it is a file, and a folder is to be written" render --to csv --out document.xml document.xml
refused "--out is empty" merge --out ""

# Folders of a list are named as on the command line.
for name in ../public/2009-10-Q4/x ../../x team a//b; do
  printf '<year xmlns="urn:qmr:1" format="1.0"><report plan="%s" name="%s" layouts="service-plan"/></year>\n' "$plan" "$name" >list.xml
  expect "a list names the folder $name" 2 "is no name for a folder" "$qmr" year --out years list.xml
  [ ! -e years ] && [ ! -e public ] && [ ! -e x ] && pass || fail "a list names the folder $name: something was written"
done

# What is none of this is written: in a folder with others, over a link that leads nowhere, beside the input.
expect "a file beside" 0 "" merge --out folder/new.xml
expect "over a link that leads nowhere" 0 "" merge --out nowhere.xml
[ -f nowhere.xml ] && [ ! -L nowhere.xml ] && pass || fail "over a link that leads nowhere: not written"
expect "CSV files into a folder that has some" 0 "" render --to csv --out tables document.xml
expect "CSV files beside the document" 0 "" render --to csv --out . document.xml
finish
