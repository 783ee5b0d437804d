#!/usr/bin/env bash
# Command lines that lack something, or have too much: what is missing is named in the command's own words, with an example that
# begins as the program was called; help speaks of the program by that name, too, and of every kind of file. Usage: usage.sh QMR
. "$(dirname "$0")/common.sh"
cd "$work" || exit 3

# lacks WHAT WORD...: of qmr; the example is a line of the command.
lacks() {
  local what=$1
  shift
  expect "qmr $*" 2 "qmr $1: $what is missing
for example: qmr $1 " "$qmr" "$@"
  [[ $said == *"try 'qmr $1 --help'"* ]] && pass || fail "qmr $*: $said"
}
lacks "the folder of the report" accept
lacks "the folder of the report" accept G-BETTER
lacks "the part to be shown" preview
lacks "the plan or the paper" preview 'HP 2'
lacks "the period (2009-10-Q4) or the meeting (papers/2013-01-15)" release
lacks "a plan, models or a paper" report
lacks "a file to check" validate
lacks "the folder of the report" verify
lacks "the list of reports" year
lacks "the folder to be made" new
expect "qmr-validate" 2 "qmr-validate: a file to check is missing
for example: qmr-validate " "$programs/qmr-validate"
expect "qmr-compose" 2 "qmr-compose: a model or a paper is missing
for example: qmr-compose --layout " "$programs/qmr-compose" --layout x.xml --out y.xml

for words in "accept a b c d" "explain a b" "layouts a b" "release a b" "verify a b" "year a b"; do
  expect "qmr $words" 2 "'${words##* }' is one too many" "$qmr" $words
done
expect "qmr-merge x" 2 "'x' is one too many" "$programs/qmr-merge" x

for command in accept explain layouts new preview quarter release report validate verify year; do
  expect "qmr $command --help" 0 "  qmr $command" "$qmr" $command --help
  [[ $said == *"qmr $command [OPTION"* && $said == *"Exit codes: "* && $said != *"qmr-$command"* ]] && pass || fail "qmr $command --help: $said"
done
for program in validate merge check compose render; do
  expect "qmr-$program --help" 0 "  qmr-$program " "$programs/qmr-$program" --help
  [[ $said == *"qmr-$program [OPTION"* && $said == *"Exit codes: "* && $said != *"qmr $program"* ]] && pass || fail "qmr-$program --help: $said"
done
lay "$work/council"
long=$(printf 'x%.0s' {1..240})
expect "a name that is too long" 2 "is no name for a folder: it is longer than 200 letters" "$qmr" report --name "$long" --out "$work/out" "$work/council/$plan" "$work/council/$form"
expect "a period beside a return of another" 2 "--period is 2009-10-Q3, and $work/council/$form is of 2009-10-Q4: leave out one of them" "$qmr" report --period 2009-10-Q3 --out "$work/out" "$work/council/$plan" "$work/council/$form"
[ ! -e "$work/out" ] && pass || fail "a command line with a fault made something"
# What is empty is no name: it leads to the folder where one stands.
lay empty
cd empty || exit 3
before=$(tree .)
for option in out framework accept name layout layouts words set to period also; do
  expect "qmr report --$option ''" 2 "qmr report: --$option is empty" "$qmr" report --$option "" $plan $form
  expect "qmr report --$option=" 2 "qmr report: --$option is empty" "$qmr" report --$option= $plan $form
done
expect "qmr report -o ''" 2 "qmr report: --out is empty" "$qmr" report -o "" $plan $form
expect "one of two" 2 "qmr report: --layout is empty" "$qmr" report --layout service-plan --layout "" $plan $form
expect "qmr preview" 2 "qmr preview: --out is empty" "$qmr" preview -o "" 'HP 1' $plan $form
expect "qmr year" 2 "qmr year: --out is empty" "$qmr" year -o "" $plan
expect "qmr release" 2 "qmr release: --out is empty" "$qmr" release -o "" 2009-10-Q4
for command in accept explain preview release report validate verify year; do
  expect "qmr $command ''" 2 "qmr $command: an argument is empty" "$qmr" $command "" x
done
expect "qmr report PLAN ''" 2 "qmr report: an argument is empty" "$qmr" report $plan ""
expect "qmr ''" 2 "qmr: there is no command ''" "$qmr" ""
expect "qmr-compose" 2 "qmr-compose: --layout is empty" "$programs/qmr-compose" --layout "" --out x.xml y.xml
expect "qmr-render" 2 "qmr-render: --out is empty" "$programs/qmr-render" --to pdf --out "" x.xml
expect "qmr-merge" 2 "qmr-merge: --out is empty" "$programs/qmr-merge" --plan $plan --framework framework.xml --out ""
[ "$(tree .)" = "$before" ] && pass || fail "an empty name: something was made: $(tree . | head -3)"
cd ..

# Every kind of file that has a schema is named by the help that says which there are.
for program in "$qmr" "$programs/qmr-validate"; do
  said=$("$program" $([ "$program" = "$qmr" ] && echo validate) --help)
  for kind in $(sed -nE '/^  <xs:element name=/s/.* name="([^"]*)".*/\1/p' "$root"/schemas/*.xsd); do
    grep -qE "^  ([a-z]+, )*$kind[,.]" <<<"$said" && pass || fail "$program --help does not name $kind"
  done
done
[ $passed -gt 60 ] || fail "only $passed"
finish
