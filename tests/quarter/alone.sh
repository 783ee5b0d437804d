#!/usr/bin/env bash
# Runs that nobody looks at, and runs that look for themselves. Usage: alone.sh QMR
. "$(dirname "$0")/council.sh"
cd "$work" || exit 3
found_council council

# until_true COMMAND...: waits for what comes in its own time; no test fails by the clock of a busy machine.
until_true() {
  local i
  for i in {1..1200}; do
    "$@" >/dev/null 2>&1 && return
    sleep 0.1
  done
  return 1
}

# Why something would be made.
expect "why, at first" 0 "2012-13-Q2/north (it is not there yet, or was cut short)" quarter --dry-run
[ ! -e out ] && pass || fail "a dry run made something: $(find out)"

# Unattended: a summary, nothing on standard error, a log.
said=$(quarter --unattended 2>err) && code=0 || code=$?
[ "$code" = 0 ] && [ ! -s err ] && pass || fail "unattended: $code $(cat err)"
grep -q "^Reports made of data without errors: 5$" <<<"$said" && grep -q "^Returns missing: 0$" <<<"$said" && pass || fail "the summary: $said"
log=$(sed -n 's/^Log: //p' <<<"$said")
grep -q "5 of 5: 2012-13-Q2/boards/safer" "$log" && pass || fail "the log does not tell what was made: $(cat "$log")"
diff <(grep -v '^Log: ' <<<"$said") out/2012-13-Q2/team/summary.txt >/dev/null && pass || fail "team/summary.txt says something else"

sed 's/number="[0-9]/number="4/' council/returns/2012-13-Q2/west.xml >west && touch -d 2009-10-05 west && cp -p west council/returns/2012-13-Q2/west.xml
expect "why, of what has an old date" 0 "2012-13-Q2/west (council/returns/2012-13-Q2/west.xml changed)" quarter --dry-run
rm council/returns/2012-13-Q2/west.xml
touch council/framework.xml
expect "why, after a touch" 0 "2012-13-Q2/north (council/framework.xml changed)" quarter --dry-run
said=$(quarter --unattended --keep-logs 2 2>err) && code=0 || code=$?
[ "$code" = 1 ] && [ ! -s err ] && grep -A1 "^Returns missing: 1$" <<<"$said" | grep -q "West: [0-9]* days late" && pass || fail "a missing return in the summary: $code $said"
quarter --unattended --keep-logs 2 >/dev/null 2>&1
[ "$(ls out/.quarter/logs | wc -l)" = 2 ] && pass || fail "$(ls out/.quarter/logs | wc -l) logs are kept, not 2"
said=$("$qmr" quarter --unattended --out out nowhere 2>err) && code=0 || code=$?
[ "$code" = 3 ] && [ ! -s err ] && grep -q "did not come to its end" <<<"$said" && grep -q "nowhere" <<<"$said" && pass || fail "no council: $code $said"

# A dry run changes nothing on disk, and says what the next run makes, whatever happened.
seen() { find out -printf '%p %i %s %T@ %C@\n' | sort; }
cp -r council kept-council; quarter >/dev/null 2>&1
for what in nothing returned edited touched planned dropped layout framework gone launched; do
  launch=()
  case $what in
    returned) cp kept-council/returns/2012-13-Q2/north.xml council/returns/2012-13-Q2/new.xml && sed -i 's/service="north"/service="west"/' council/returns/2012-13-Q2/new.xml ;;
    edited) sed -i 's/number="4/number="5/' council/returns/2012-13-Q2/north.xml && touch -d 2009-10-05 council/returns/2012-13-Q2/north.xml ;;
    touched) touch council/plans/2012-13/south.xml ;;
    planned) rm council/plans/2012-13/east.xml ;;
    dropped) rm council/returns/2011-12-Q2/south.xml ;;
    layout) mkdir council/layouts && sed 's/ title="/ title="Own: /' "$root/layouts/quarterly-monitoring-report.xml" >council/layouts/quarterly-monitoring-report.xml ;;
    framework) sed -i 's/title="North"/title="The north"/' council/framework.xml ;;
    gone) rm -r out/2012-13-Q2/north ;;
    launched) launch=(--launch "nice -n 1") ;;
  esac
  seen >before
  said=$(quarter --dry-run "${launch[@]}" 2>&1)
  would=$(sed -n 's/^would be made: \([^ ]*\) .*/\1/p' <<<"$said" | sort)
  seen | diff before - >differ && pass || fail "a dry run ($what) changed: $(head -n 3 differ)"
  said=$(quarter "${launch[@]}" 2>&1)
  did=$(sed -n 's/^qmr quarter: [0-9]* of [0-9]*: //p' <<<"$said" | sort)
  left=$(comm -13 <(echo "$would") <(echo "$did"))
  [ -z "$left" ] && pass || fail "a dry run ($what) did not say: $left"
  more=$(comm -23 <(echo "$would") <(echo "$did") | grep -v boards/) # what is made of a model that came out the same is not made
  [ -z "$more" ] && pass || fail "a dry run ($what) said too much: $more"
done
rm -rf council && mv kept-council council

# What takes longer than its time is stopped, and the next run makes it.
rm -rf out
printf '#!/bin/sh\nexec sleep 613.%d\n' $$ >slow && chmod +x slow
("$qmr" quarter --out out --launch "$PWD/slow" --time-limit 0.1 council >late 2>&1; echo "$?" >late.code) &
until_true test -e out/.quarter/2012-13-Q2/lock

until_true test -s late.code
[ "$(cat late.code)" = 3 ] && grep -q "the time was up after 0.1 minutes" late && pass || fail "no end in time: $(cat late)"
! pgrep -f "sleep 613.$$" >/dev/null && pass || fail "what it had begun goes on"
expect "after that" 1 "2012-13-Q2/boards/safer" quarter

# What is asked to stop tells what is there now.
cp council/returns/2012-13-Q2/{east,west}.xml . 2>/dev/null; quarter >/dev/null 2>&1
rm council/returns/2012-13-Q2/east.xml
printf '#!/bin/sh\ncase "$*" in *tasks/east.xml*) ;; *) sleep 617.%d ;; esac\nexec "$@"\n' $$ >some && chmod +x some
touch council/framework.xml
for signal in TERM INT; do
  rm -f stopped # words of the first are none of the second
  "$qmr" quarter --out out --launch "$PWD/some" council >stopped 2>&1 &
  run=$!
  until_true grep -q "2012-13-Q2/east" stopped || fail "$signal: nothing was made: $(cat stopped)"
  kill -$signal $run; wait $run; code=$?
  [ $code = 3 ] && grep -q "asked to stop" stopped && pass || fail "$signal: exit $code: $(cat stopped)"
  grep -q "This run did not come to its end: it was asked to stop" out/2012-13-Q2/team/summary.txt && grep -q "did not come to its end" out/2012-13-Q2/team/status.html && pass || fail "$signal: the status says nothing of it"
  grep -A1 "^Returns missing: [12]$" out/2012-13-Q2/team/summary.txt | grep -q "East" && grep -q "^- East: the return has not been received" out/2012-13-Q2/team/chase.txt && pass || fail "$signal: the status is that of the run before"
  ! pgrep -f "sleep 617.$$" >/dev/null && pass || fail "$signal: what it had begun goes on"
  echo >>council/framework.xml
  cp east.xml council/returns/2012-13-Q2/; quarter >/dev/null 2>&1; rm council/returns/2012-13-Q2/east.xml
done
grep -q "^Returns missing" out/2012-13-Q2/team/summary.txt && ! grep -q "did not come to its end" out/2012-13-Q2/team/summary.txt && pass || fail "what was stopped once is so for ever"

# What was killed is waited for, with a word: what it had begun may still write.
printf '#!/bin/sh\nsleep 3.%d\nexec "$@"\n' $$ >some
echo >>council/framework.xml
"$qmr" quarter --out out --launch "$PWD/some" council >killed 2>&1 &
run=$!
until_true pgrep -f "sleep 3.$$"
kill -9 $run; wait $run 2>/dev/null
expect "after a kill" 1 "2012-13-Q2/boards/safer" quarter
until_true flock -n out/.quarter/2012-13-Q2/lock true
cp east.xml council/returns/2012-13-Q2/

# Watching: what lands is made, what is half there is waited for.
"$qmr" quarter --watch --every 1 --out out council >watched 2>&1 &
watcher=$!
until_true grep -q "waiting for changes" watched && pass || fail "no watch: $(cat watched)"
for i in 1 2 3 4 5 6; do printf '<!-- %s -->' $i >>council/returns/2012-13-Q2/west.part; sleep 0.5; done
mv council/returns/2012-13-Q2/west.part parted
cp council/returns/2012-13-Q2/north.xml west && sed 's/service="north"/service="west"/' west >council/returns/2012-13-Q2/west.xml
until_true grep -q "Milestone" out/2012-13-Q2/west/report.html && pass || fail "what landed was not made: $(cat watched)"
sed "s/<return /<retrun /" west >council/returns/2012-13-Q2/west.xml
until_true grep -q "was not available" out/2012-13-Q2/west/report.html && pass || fail "what broke was not made again: $(cat watched)"
kill "$watcher" && wait "$watcher" 2>/dev/null
until_true sh -c "! pgrep -f \"[q]uarter --watch --every 1 --out out council\"" && pass || fail "the watch goes on"

# Ctrl+C reaches all that run at the terminal: one of them tells it.
setsid "$qmr" quarter --watch --every 1 --out out council >interrupted 2>&1 &
watcher=$!
until_true grep -q "waiting for changes" interrupted && pass || fail "no watch: $(cat interrupted)"
kill -INT -- -$watcher; wait $watcher; code=$?
[ $code = 3 ] && [ "$(grep -c "asked to stop" interrupted)" = 1 ] && pass || fail "Ctrl+C: exit $code: $(tail -n 3 interrupted)"
expect "with a dry run" 2 "goes with neither" quarter --watch --dry-run

finish
