#!/usr/bin/env bash
# Old or new, never half: a run is stopped at steps all over its way, by SIGKILL and by signals that ask.
# Usage: kills.sh QMR BREAK-AT [KILLS]
[ -n "${QMR_HEARS-}" ] || QMR_HEARS=yes exec env --default-signal=HUP,INT,QUIT,TERM bash "$0" "$@" # also under nohup
. "$(dirname "$0")/common.sh"
break_at=$(realpath "$2") kills=${3:-36}
[ -z "${QMR_LONG:-}" ] || kills=300 # ./run.sh test long
lay "$work/council"
cd "$work/council" || exit 3
mkdir "$work/tmp" && export TMPDIR=$work/tmp
folder=out/2009-10-Q4/health-and-partnerships

make() { "$qmr" report --out "$1" $plan returns/"$2".xml >"$work/said" 2>&1; [ $? -le 1 ] || { cat "$work/said"; exit 1; }; }

# The two reports, and how many steps there are between them.
make out q4 && cp -r out "$work/old" && tree out >"$work/old.tree"
steps=$("$break_at" 0 0 "$qmr" report $plan returns/other.xml 2>/dev/null)
code=$?
[ $code = 77 ] && { echo "skipped: programs may not be traced here"; exit 77; }
tree out >"$work/new.tree"
cmp -s "$work/old.tree" "$work/new.tree" && { echo "the two reports are the same"; exit 1; }
[ "$steps" -gt 50 ] || { echo "only $steps steps were seen"; exit 1; }

again() { rm -rf out && cp -r "$work/old" out; }

# Waits until nobody holds the lock of the folder: the processes that were killed are gone.
wait_gone() { [ ! -e out/2009-10-Q4/.health-and-partnerships.lock ] || flock -w 60 out/2009-10-Q4/.health-and-partnerships.lock true || fail "$1: the lock outlives its owner"; }

# is_old_or_new NAME: and which it is, in $found.
is_old_or_new() {
  (cd out && find . -path './*/.*' -prune -o -type f -exec sha256sum {} + | sort) >"$work/now.tree"
  found=neither
  cmp -s "$work/now.tree" "$work/old.tree" && found=old
  cmp -s "$work/now.tree" "$work/new.tree" && found=new
  [ $found != neither ] && pass || { fail "$1: neither old nor new"; diff "$work/old.tree" "$work/now.tree" | head -5; }
}

# The next run works, gives the new one, and clears what was left.
next_run() {
  make out other
  tree out | cmp -s - "$work/new.tree" && pass || fail "$1: the next run gives something else"
  left=$(leftovers out "$TMPDIR")
  [ -z "$left" ] && pass || fail "$1: left behind: $left"
}

olds=0 news=0
for ((i = 0; i < kills; i++)); do
  # Half of them among the last steps, where the folder is put in place.
  if ((i % 2)); then at=$((1 + i * steps / kills)); else at=$((steps - (i / 2) * 3 % steps)); fi
  again
  "$break_at" $at 9 "$qmr" report $plan returns/other.xml 2>/dev/null
  [ $? = 137 ] || fail "SIGKILL at $at: it went on"
  wait_gone "SIGKILL at $at"
  is_old_or_new "SIGKILL at $at"
  [ $found = old ] && olds=$((olds + 1)) || news=$((news + 1))
  next_run "SIGKILL at $at"
done
[ $olds -gt 0 ] && [ $news -gt 0 ] && pass || fail "SIGKILL: $olds old and $news new: the moment between was not met"

# Where there was no report yet: none, or a whole one.
for at in 3 $((steps / 2)) $((steps - 40)); do
  rm -rf out
  "$break_at" $at 9 "$qmr" report $plan returns/other.xml 2>/dev/null
  wait_gone "first SIGKILL at $at"
  [ ! -e $folder ] || (cd out && find . -path './*/.*' -prune -o -type f -exec sha256sum {} + | sort) | cmp -s - "$work/new.tree" &&
    pass || fail "first SIGKILL at $at: half a report"
  next_run "first SIGKILL at $at"
done

# Signals that ask: temporary files are gone at once, what was there stays, and it is said.
for number in 15 2 1 3; do
  for at in 2 $((steps / 3)) $((steps / 2)) $((steps - 120)); do
    again
    "$break_at" $at $number "$qmr" report $plan returns/other.xml 2>"$work/said"
    code=$?
    [ $code = 3 ] && pass || fail "signal $number at $at: exit $code"
    grep -q "no report was made: it was asked to stop" "$work/said" && pass || fail "signal $number at $at: says $(cat "$work/said")"
    is_old_or_new "signal $number at $at"
    [ $found = old ] && pass || fail "signal $number at $at: the old report does not stay"
    left=$(leftovers out "$TMPDIR")
    [ -z "$left" ] && pass || fail "signal $number at $at: left behind: $left"
  done
done

# Where the new report stands already, it is not said that there is none, and it is not withdrawn.
news=0
for number in 15 2 1 +15 +24 +9; do
  for at in 1 5 10 20 40 60; do
    again
    "$break_at" $((steps - at)) $number "$qmr" report $plan returns/other.xml 2>"$work/said"
    code=$?
    [ $code = 3 ] && pass || fail "signal $number, $at before the end: exit $code"
    if [ -f $folder/report.pdf ] && grep -q 'returns/other.xml' $folder/team/manifest.xml; then
      is_old_or_new "signal $number, $at before the end" && news=$((news + 1))
      grep -q "$folder was made; not all was said of it: it " "$work/said" && ! grep -q "no report was made\|O-WITHDRAWN" "$work/said" && pass || fail "signal $number, $at before the end: the new one stands, and is said: $(tail -n 2 "$work/said")"
    else
      grep -q "no report was made: it" "$work/said" && pass || fail "signal $number, $at before the end: says $(tail -n 2 "$work/said")"
    fi
    [ -z "$(leftovers out "$TMPDIR")" ] && pass || fail "signal $number, $at before the end: left behind: $(leftovers out "$TMPDIR")"
  done
done
[ $news -gt 4 ] && pass || fail "only $news runs were stopped after the new report stood"

# A run that crashes, or takes too long: what it would have replaced is withdrawn, and said; nothing is left behind.
sanitized && crashes= || crashes="11 6" # the sanitizer has its own way to end
for number in $crashes 24 9; do
  for at in 3 $((steps / 2)) $((steps - 200)); do
    again
    "$break_at" $at +$number "$qmr" report $plan returns/other.xml 2>"$work/said"
    code=$?
    [ $code = 3 ] && grep -q "no report was made: it" "$work/said" && pass || fail "its process ends by $number at $at: exit $code, says $(cat "$work/said")"
    [ -z "$(find $folder -path $folder/team -prune -o -type f -print)" ] && [ -f $folder/team/withdrawn/report.pdf ] && grep -q "O-WITHDRAWN" "$work/said" &&
      pass || fail "its process ends by $number at $at: $(find $folder | head -5)"
    [ -z "$(leftovers out "$TMPDIR")" ] && pass || fail "its process ends by $number at $at: left behind: $(leftovers out "$TMPDIR")"
    next_run "its process ended by $number at $at"
  done
done

# Asked to stop: not one report of a list is made after it.
printf '<year xmlns="urn:qmr:1" format="1.0"><report plan="%s" layouts="service-plan"/><report plan="%s" layouts="service-plan" name="two"/></year>\n' $plan $plan >list.xml
rm -rf out && "$break_at" 20 15 "$qmr" year list.xml 2>"$work/said"
code=$?
[ $code = 3 ] && grep -q "no report was made: it was asked to stop" "$work/said" && [ -z "$(find out -name '*.pdf')" ] && [ -z "$(leftovers out "$TMPDIR")" ] && pass || fail "a list that is asked to stop: exit $code, says $(cat "$work/said"), made $(find out -type f)"
# Who goes away (nohup) is no reason to stop.
again
(trap '' HUP; "$break_at" $((steps / 2)) 1 "$qmr" report $plan returns/other.xml 2>"$work/said")
is_old_or_new "nohup" && [ $found = new ] && pass || fail "nohup: says $(cat "$work/said")"

# To prove and to release needs no temporary files: nothing is left, whatever ends it, and it is said.
cp "$root/fixtures/council/calendar.xml" . && again
for what in "verify $folder" "release 2009-10-Q4"; do
  n=$("$break_at" 0 0 "$qmr" $what 2>/dev/null)
  [ "$n" -gt 3 ] && pass || fail "$what: only $n steps"
  for number in 9 15 2 1 3 +9 +15; do
    for at in 1 2 $((n / 2)) $((n - 1)); do
      "$break_at" $at $number "$qmr" $what >"$work/said" 2>&1
      code=$?
      [ $number = 9 ] || { [ $code = 3 ] && grep -q "^qmr ${what%% *}: .*: it " "$work/said" && pass || fail "$what, signal $number at $at of $n: exit $code, says $(cat "$work/said")"; }
      [ $number = 9 ] && wait_gone "$what"
      [ -z "$(leftovers out "$TMPDIR")" ] && pass || fail "$what, signal $number at $at of $n: left behind: $(leftovers out "$TMPDIR")"
    done
  done
done

# A stage program: the old file or the new one, and nothing beside it.
merge=("$programs/qmr-merge" --framework framework.xml --plan $plan --return returns/q4.xml --out stage/model.xml)
"${merge[@]}" && cp stage/model.xml "$work/model.xml" || fail "qmr-merge"
n=$("$break_at" 0 0 "${merge[@]}")
for number in $crashes 24; do
  rm -rf stage && mkdir stage && echo old >stage/model.xml
  "$break_at" 1 $number "${merge[@]}" 2>"$work/said"
  code=$?
  [ $code = 3 ] && grep -q "^qmr-merge: ." "$work/said" && [ "$(cat stage/model.xml)" = old ] && pass || fail "qmr-merge, signal $number: exit $code, says $(cat "$work/said")"
done
for number in 9 15; do
  for ((at = 1; at <= n; at++)); do
    rm -rf stage && mkdir stage && echo old >stage/model.xml
    "$break_at" $at $number "${merge[@]}" 2>"$work/said"
    code=$?
    [ $number = 9 ] || { [ $code = 3 ] && grep -q "^qmr-merge: it was asked to stop" "$work/said"; } && pass || fail "qmr-merge, signal $number at $at: exit $code, says $(cat "$work/said")"
    [ "$(cat stage/model.xml)" = old ] || cmp -s stage/model.xml "$work/model.xml" && pass || fail "qmr-merge, signal $number at $at: half a file"
    [ $number = 9 ] || [ -z "$(leftovers stage)" ] && pass || fail "qmr-merge, signal $number at $at: left behind: $(leftovers stage)"
    "${merge[@]}"
    [ -z "$(leftovers stage)" ] && cmp -s stage/model.xml "$work/model.xml" && pass || fail "qmr-merge after signal $number at $at"
  done
done
finish
