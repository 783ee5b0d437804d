#!/usr/bin/env bash
# What is to be printed and cannot be: a full or closed standard output ends with a sentence and exit 3, a full or closed standard error
# with exit 3 where there was something to say, a reader that has gone away with neither; and what a run makes is made all the same. Usage: streams.sh QMR
. "$(dirname "$0")/common.sh"
lay "$work/council"
cd "$work/council" || exit 3
folder=out/2009-10-Q4/health-and-partnerships
"$qmr" report $plan $form >/dev/null 2>&1
sed 's/\(<plan[^>]*status="\)[a-z]*/\1final/; s/\(<return[^>]*status="\)[a-z]*/\1final/' $plan >final-plan.xml
printf '<calendar xmlns="urn:qmr:1" format="1.0"><release period="2009-10-Q4" day="2010-06-15"/></calendar>\n' >calendar.xml
printf '<year xmlns="urn:qmr:1" format="1.0"><report plan="%s" return="%s" layouts="service-plan"><set/></report></year>\n' "$plan" "$form" | sed 's|<set/>||' >year.xml
"$programs/qmr-merge" --framework framework.xml --plan $plan --return $form --out model.xml
"$programs/qmr-compose" --layout layouts/service-plan.xml --out document.xml model.xml || exit 1
read -r rule item < <(sed -nE 's/.*<finding rule="(G-[^"]*)" severity="error"[^>]* item="([^"]*)".*/\1 \2/p' $folder/team/findings.xml | sed 's/ [a-z]* / /; s/ /+/2g' | head -n 1)

# The table: a line each; the exit code in a good world, and the program with its words ('+' for a space in one).
table() {
  local program
  for program in qmr qmr-validate qmr-merge qmr-check qmr-compose qmr-render qmr-verify; do
    printf '0|%s --help\n0|%s --version\n' $program $program
    [ $program = qmr ] || printf '0|%s -h\n' $program
  done
  for program in accept explain layouts preview release report validate verify year; do printf '0|qmr %s --help\n0|qmr %s --version\n' $program $program; done
  cat <<LINES
0|qmr help
0|qmr -h
0|qmr explain all
0|qmr explain V-DATE
0|qmr layouts
0|qmr validate --list
0|qmr validate --explain V-DATE
0|qmr validate $plan
1|qmr validate --format=json wrong.xml
1|qmr-check --framework framework.xml --plan $plan --return $form --format=json
0|qmr verify $folder
0|qmr-verify $folder
0|qmr-render --list
1|qmr report $plan $form
1|qmr preview HP+2 $plan $form
1|qmr year year.xml
1|qmr release 2009-10-Q4 --today 2010-06-15
0|qmr accept $rule $item --role OD-HP --reason Seen. --accepted accepted-$RANDOM$RANDOM.xml $folder
LINES
}
sed 's/2009-10-Q4/2009-13/' $form >wrong.xml
n=0
while IFS='|' read -r right line; do
  read -ra words <<<"$line"
  words=("${words[@]//+/ }")
  command=("$programs/${words[0]}" "${words[@]:1}")
  rm -f accepted-*.xml
  "${command[@]}" >printed 2>said </dev/null
  code=$?
  [ $code = $right ] && [ -s printed ] && pass || fail "$line: exit $code, and $(wc -c <printed) bytes printed: $(head -c 200 said)"
  for world in full closed; do
    rm -f accepted-*.xml
    if [ $world = full ]; then "${command[@]}" >/dev/full 2>said </dev/null; else "${command[@]}" >&- 2>said </dev/null; fi
    code=$?
    [ $code = 3 ] && [ "$(uniq said | grep -cE "^qmr[^:]*: cannot write to standard output")" = 1 ] && pass || fail "$line, standard output $world: exit $code, said $(tail -n 2 said | head -c 300)"
  done
  rm -f accepted-*.xml
  { sleep 0.1; "${command[@]}" 2>said </dev/null; echo $? >code; } | true
  [ "$(cat code)" = $right ] && ! grep -q "cannot write\|Broken pipe" said && pass || fail "$line | true: exit $(cat code), said $(tail -n 2 said | head -c 300)"
  n=$((n + 1))
done < <(table)
[ $n -gt 40 ] && pass || fail "only $n lines of the table"

# What is wrong is said on standard error: where that cannot be, the exit code tells, and only then.
while IFS='|' read -r right line; do
  for where in '2>/dev/full' '2>&-'; do
    code=$(eval "\"$programs/\"$line $where; echo \$?" 2>/dev/null </dev/null | tail -n 1)
    [ "$code" = "$right" ] && pass || fail "$line $where: exit $code instead of $right"
  done
done <<LINES
3|qmr validate wrong.xml
3|qmr-validate wrong.xml
0|qmr validate $plan
0|qmr validate --list
1|qmr validate --format=json wrong.xml
3|qmr-check --framework framework.xml --plan $plan --return $form --out findings.xml
3|qmr year year.xml
0|qmr-compose --layout layouts/service-plan.xml --out document.xml model.xml
LINES

# A reader that takes some and goes, of more than a pipe holds.
[ "$("$qmr" explain all 2>said | head -n 1 | wc -l)" = 1 ] && [ ! -s said ] && pass || fail "explain all | head: $(cat said)"

# What a run makes is made all the same, and what stood there is not withdrawn.
good=$(rm -rf out; "$qmr" report $plan $form >/dev/null 2>&1; tree out)
while IFS=: read -r right where; do
  for before in none same; do
    [ $before = same ] || rm -rf out
    code=$(eval "\"$qmr\" report $plan $form $where; echo \${PIPESTATUS[0]} >&3" 3>&1 >/dev/null 2>&1)
    [ "$code" = $right ] && [ "$(tree out)" = "$good" ] && pass || fail "report $where over $before: exit $code, or another report"
  done
done <<'WHERE'
3:>/dev/full
3:>&-
3:>&- 2>&-
3:<&- >&- 2>&-
3:2>/dev/full
3:2>&-
1:| true
1:2>&1 | true
1:2>&1 >/dev/null | true
WHERE

# The stage programs write files, and print nothing unless they are asked to: a closed stream is nothing to them.
stage() {
  rm -rf stage && mkdir stage
  "$programs/qmr-merge" --framework framework.xml --plan $plan --return $form --out stage/model.xml && "$programs/qmr-check" --framework framework.xml --plan $plan --return $form --out stage/findings.xml 2>/dev/null
  [ $? -le 1 ] && "$programs/qmr-compose" --layout layouts/service-plan.xml --out stage/document.xml stage/model.xml && "$programs/qmr-render" --to pdf --out stage/a.pdf --to xlsx --out stage/a.xlsx --to csv --out stage/tables stage/document.xml
}
stage >said 2>&1 && right=$(tree stage) || fail "the stages: $(head -c 300 said)"
for where in '<&- >&- 2>&-' '>/dev/full' '>&-' '| true'; do
  eval "{ stage; echo \$? >code; } 2>/dev/null $where"
  [ "$(cat code)" = 0 ] && [ "$(tree stage)" = "$right" ] && pass || fail "the stages $where: exit $(cat code), or other files"
done
finish
