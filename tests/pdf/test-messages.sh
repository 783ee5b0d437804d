#!/usr/bin/env bash
# PDFs that cannot be read, or not all of them: what an officer is told, and that the run goes on. Usage: test-messages.sh MAKE-PDF
# QMR-CHECK QMR
make=$(realpath "$1") check=$(realpath "$2")
set -- "$3"
. "$(dirname "$0")/../robust/common.sh"
lay "$work/data"
cd "$work/data" || exit 3

# told NAME CODE TEXT FILE: what is said of a PDF beside a plan and a return; the findings are written all the same.
told() {
  rm -f findings.xml
  expect "$1" "$2" "$3" "$check" -f framework.xml -p plan.xml -r returns/q4.xml --also "$4" --out findings.xml
  [ -s findings.xml ] || [ "$2" = 3 ] && pass || fail "$1: the run did not go on"
}
"$check" -f framework.xml -p plan.xml -r returns/q4.xml >/dev/null 2>&1
usual=$? # of these files alone

"$make" scan scan.pdf && told "a scan" 1 "scan.pdf: error: holds no word that can be read, on none of its 1 page: it was scanned" scan.pdf
"$make" mixed mixed.pdf && told "a scanned page" $usual "mixed.pdf: warning: page 2 is a picture without words" mixed.pdf
printf 'not a PDF' >no.pdf && told "no PDF" 1 "no.pdf: error: is called a PDF and is none" no.pdf
: >empty.pdf && told "an empty file" 1 "empty.pdf: error: is called a PDF and is none" empty.pdf
"$make" running 40 long.pdf && head -c 6000 long.pdf >cut.pdf && told "a cut one" 1 "cut.pdf: error: is damaged and cannot be opened" cut.pdf
mkdir folder.pdf && told "a folder" 1 "folder.pdf: error: is called a PDF and is none" folder.pdf
mkfifo pipe.pdf && told "a pipe" 1 "pipe.pdf: error: is called a PDF and is none" pipe.pdf
told "nothing" 3 "nothing.pdf" nothing.pdf
"$make" bullets words.pdf && cp words.pdf words.xml && told "another name" $usual "" words.xml
[[ $said != *words.xml* ]] && pass || fail "a PDF by another name: $said"
"$make" bullets $'control\ncharacters\e[31m.pdf' && told "a strange name" $usual "" $'control\ncharacters\e[31m.pdf'
if command -v qpdf >/dev/null; then
  qpdf --encrypt secret secret 256 -- words.pdf locked.pdf && told "a password" 1 "locked.pdf: error: is protected by a password" locked.pdf
  qpdf --encrypt "" owner 256 -- words.pdf open.pdf && told "no password to open" $usual "" open.pdf
  [[ $said != *open.pdf* ]] && pass || fail "what opens without a password: $said"
fi
# Where its program is not, that is said, and nothing else is.
mkdir bin && cp "$check" bin/ && expect "no program" 3 "qmr-pdf-words, is not beside this one" bin/qmr-check -f framework.xml -p plan.xml -r returns/q4.xml --also words.pdf
# A program that says other things than it should is not believed.
for lie in 'echo "<supplied/>"' 'echo no XML' 'exit 1' 'kill -9 $$' ':' \
  'echo "<supplied xmlns=\"urn:qmr:1\" format=\"1.0\" pages=\"2\"><page number=\"2\" width=\"9\" height=\"9\"><text>x</text></page></supplied>"' \
  'echo "<supplied xmlns=\"urn:qmr:1\" format=\"1.0\" pages=\"1\"><page number=\"1\" width=\"9\" height=\"9\"><text>x</text></page></supplied>"' \
  'printf "<supplied xmlns=\"urn:qmr:1\" format=\"1.0\" pages=\"1\"><page number=\"1\" width=\"9\" height=\"9\"><text>\033[31m</text><place left=\"1\" top=\"1\" width=\"1\" height=\"1\"/></page></supplied>"' \
  'yes "<supplied>"'; do
  printf '#!/bin/sh\n%s\n' "$lie" >bin/qmr-pdf-words && chmod +x bin/qmr-pdf-words
  expect "a program that does '$lie'" 1 "words.pdf: error: cannot be read" bin/qmr-check -f framework.xml -p plan.xml -r returns/q4.xml --also words.pdf
done
expect "explain" 0 "a PDF cannot be read" "$qmr" explain F-PDF
finish
