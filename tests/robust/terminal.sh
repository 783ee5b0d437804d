#!/usr/bin/env bash
# What is shown on a terminal, and what is not elsewhere: colours, and a line that is written over. Usage: terminal.sh QMR ON-TERMINAL
. "$(dirname "$0")/common.sh"
terminal=$(realpath "$2")
lay "$work/council"
cd "$work/council" || exit 3
export TERM=xterm
red=$'\033[1;31merror\033[0m: ' yellow=$'\033[1;33mwarning\033[0m: ' blue=$'\033[1;34mnote\033[0m: ' caret=$'\033[1m^\033[0m' over=$'\r\033[K'
cp $form wrong.xml && sed -i '0,/<commentary>/s//<commentary>\&nbsp;/' wrong.xml
"$terminal" "$qmr" --version >/dev/null
[ $? = 77 ] && { echo "skipped: there is no terminal to be had"; exit 77; }

# shows NAME yes|no TEXT: what the file shown holds.
shows() { if grep -qF -- "$3" shown; then [ "$2" = yes ]; else [ "$2" = no ]; fi && pass || fail "$1: ${3@Q} $2: $(head -c 400 shown | cat -v)"; }

"$terminal" "$qmr" report $plan $form returns/other.xml >shown
for text in "$red" "$yellow" "$blue" "$caret"; do shows "a report on a terminal" yes "$text"; done
for text in reading merging checking "document 1 of 2" "document 2 of 2"; do
tr '\r' '\n' <shown | grep -qE "^.\[K.+: .*$text" && pass || fail "a report on a terminal: no line '$text' that is written over"
done
! grep -q "^qmr report: .*: merging" shown && pass || fail "a report on a terminal: a line a step"
for file in out/2009-10-Q4/health-and-partnerships/team/{messages.txt,findings.json,manifest.xml}; do
  ! grep -q $'\033' $file && pass || fail "$file holds colours"
done
"$terminal" "$programs/qmr-validate" wrong.xml >shown
shows "a stage on a terminal" yes "$red"
NO_COLOR=1 "$terminal" "$qmr" report $plan $form returns/other.xml >shown
shows "NO_COLOR is set" no $'\033[1'
shows "NO_COLOR is set" yes "$over"
NO_COLOR= "$terminal" "$qmr" report $plan $form >shown
shows "NO_COLOR is empty" yes "$red"
TERM=dumb "$terminal" "$qmr" report $plan $form >shown
shows "a terminal that cannot" no $'\033'
shows "a terminal that cannot" yes ": merging"
"$terminal" "$qmr" validate --format=json wrong.xml >shown
shows "JSON on a terminal" no $'\033'
shows "JSON on a terminal" yes '"level": "error"'
"$terminal" /bin/sh -c '"$0" report "$1" "$2" 2>said' "$qmr" $plan $form >shown
shows "messages into a file" no $'\033'
mv said shown
shows "messages into a file" no $'\033'
shows "messages into a file" yes "qmr report: out/2009-10-Q4/health-and-partnerships: merging"
for text in "reading 2 files" checking "composing and rendering document 1 of 2" "composing and rendering document 2 of 2"; do
  shows "in a pipe" yes "qmr report: out/2009-10-Q4/health-and-partnerships: $text"
done
[ "$(grep -c '^qmr report: out/' shown)" = 5 ] && pass || fail "in a pipe: not a line a step: $(cat shown)"
[ "$(grep -v '^qmr report: out/' shown)" = "$(cat out/2009-10-Q4/health-and-partnerships/team/messages.txt)" ] && pass || fail "in a pipe: other messages than in team/messages.txt"
# A folder whose name would move the cursor.
"$terminal" "$qmr" report --out $'o\033[2Jt' $plan $form >shown
shows "a name that clears the screen" no $'\033[2J'
finish
