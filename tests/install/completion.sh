#!/usr/bin/env bash
# What bash (and zsh, where it is) completes: commands, options, and what stands for their values: completion.sh QMR BUILD.
. "$(dirname "$0")/common.sh"
installed=$work/opt
install_to "$installed"
PATH=$installed/bin:$PATH
mkdir "$work/here" && cd "$work/here" || exit 3
touch plan.xml notes.txt "two words.xml" && mkdir returns returns/q4
. "$installed/share/bash-completion/completions/qmr" || exit 3

# completes WORDS... TO: what bash offers for the last of WORDS, sorted, on one line.
completes() {
  local to=${*: -1}
  COMP_WORDS=(qmr "${@:1:$#-1}") COMP_CWORD=$(($# - 1)) COMPREPLY=()
  _qmr
  said=$(printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd' ')
  [ "$said" = "$to" ] && pass || fail "qmr ${*:1:$#-1}: offers '$said', not '$to'"
}

completes re "release report"
completes v "validate verify"
completes nothing ""
kept=${HOME-} && unset HOME # services have none
completes re "release report"
completes report --layout our ""
HOME=$kept
completes -- "--help --version"
completes report --la "--layout --layouts"
completes report --layout improvement-plan- "improvement-plan-exceptions"
completes report --layout = mid "mid-year-progress-report"
completes report -l mid "mid-year-progress-report"
completes report --to "" "csv html pdf xlsx"
completes report --to = "csv html pdf xlsx"
completes report --to = x "xlsx"
completes report p "plan.xml"
completes report "" "plan.xml returns two words.xml"
completes report --out "" "returns"
completes report --out x pl "plan.xml"
completes report --name x pl "plan.xml"
completes report --set = wanted = x pl "plan.xml"
completes report plan.xml returns/ "returns/q4"
completes report --name "" ""
completes explain V-DAT "V-DATE"
completes explain v-dat "V-DATE"
completes explain al "all"
completes explain V-DATE "" ""
completes accept V-DATE re "returns"
completes accept V-DATE "HP 1" re "returns"
completes preview "" ""
completes preview "HP 1" plan "plan.xml"
completes verify r "returns"
completes quarter r "returns"
completes new r "returns"
completes release "" ""
completes no-such-command "" ""
mkdir layouts && sed 's/ name="[^"]*"/ name="our-own"/' "$root/layouts/cover-report.xml" >layouts/our-own.xml
completes report --layout our "our-own"
rm -r layouts

# ---- every option of every command, by its first letters and in full
for command in $("$qmr" --complete "" | grep -v '^-'); do
  completes "${command:0:6}" "$("$qmr" --complete "${command:0:6}" | paste -sd' ')"
  n=0
  for option in $("$qmr" "$command" --help | sed -nE 's/^ *(-., )?--([a-z-]+).*/--\2/p'); do
    [[ $'\n'$("$qmr" --complete "$command" "${option:0:4}")$'\n' == *$'\n'$option$'\n'* ]] && pass || fail "qmr $command ${option:0:4}: does not offer $option"
    n=$((n + 1))
  done
  [ $n -ge 3 ] && pass || fail "qmr $command has $n options"
done
expect "a rule for each row" 0 "" bash -c '[ "$("$0" --complete explain "" | grep -c -- -)" = "$("$0" validate --list | wc -l)" ]' "$qmr"

if command -v zsh >/dev/null; then
  expect "zsh reads it" 0 "" zsh -n "$installed/share/zsh/site-functions/_qmr"
  # what it hands to zsh's own functions, of which only the names are here
  offered() { zsh -fc 'compset() { PREFIX=; }; compadd() { shift; print -l -- $@; }; _files() { print -- files $@; }; words=("$@") CURRENT=$#
    . "'"$installed"'/share/zsh/site-functions/_qmr"' - qmr "$@" 2>&1 | sort | paste -sd' '; }
  for try in "re|release report" "report --to=|csv html pdf xlsx" "report --layout=|$("$qmr" layouts | sed -n 's/^  \([^ ]*\) .*/\1/p' | sort | paste -sd' ')" \
    "report p|files -g *.xml(-.)" "verify x|files -/" "explain V-DATE|V-DATE"; do
    [ "$(offered ${try%%|*})" = "${try#*|}" ] && pass || fail "zsh: ${try%%|*}: $(offered ${try%%|*})"
  done
else
  skip "zsh is not installed"
fi
finish
