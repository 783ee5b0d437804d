#!/usr/bin/env bash
# Old or new, never half: 'qmr quarter' is killed at random moments, alone or with all that it started. Usage: kills.sh QMR [KILLS] [SEED]
[ -n "${QMR_HEARS-}" ] || QMR_HEARS=yes exec env --default-signal=HUP,INT,QUIT,TERM bash "$0" "$@" # also under nohup
. "$(dirname "$0")/council.sh"
cd "$work" || exit 3
found_council council
[ "${QMR_LONG:-}" = yes ] && kills=300 || kills=10 # ./run.sh test long
kills=${2:-$kills}
RANDOM=${3:-8}
mkdir "$work/tmp" && export TMPDIR=$work/tmp
folders="2012-13-Q2/north 2012-13-Q2/south 2012-13-Q2/east 2012-13-Q2/west 2012-13-Q2/boards/safer"

# digest OUT FOLDER: what its files hold; nothing where there is none.
digest() { (cd "$1/$2" 2>/dev/null && find . -path ./team/withdrawn -prune -o -type f -exec sha256sum {} + | sort); }
# hidden OUT: what no run may leave there; the lists of the quarter and its lock are its own.
hidden() { leftovers "$1" "$TMPDIR" | grep -v "^$1/\.quarter"; }
make() { quarter 2012-13-Q2 >said 2>&1; [ $? -le 1 ] || fail "$1: $(tail -n 3 said)"; }
milliseconds() { local now=${EPOCHREALTIME/[.,]/}; echo $((now / 1000)); }

# The period as it was, and as it is after other returns: one is changed, one has gone.
make "the old one" && cp -r out old
sed -i '0,/number="[0-9]*/s//number="77/' council/returns/2012-13-Q2/north.xml
rm council/returns/2012-13-Q2/south.xml
began=$(milliseconds)
make "the new one" && took=$(($(milliseconds) - began))
cp -r out new && results out >new.results
[ "$(digest old 2012-13-Q2/north)" != "$(digest new 2012-13-Q2/north)" ] && [ "$(digest old 2012-13-Q2/south)" != "$(digest new 2012-13-Q2/south)" ] &&
  pass || { fail "the two are the same"; finish; exit; }

# Waits until nobody holds the lock: who was killed, and what it started, are gone.
wait_gone() { [ ! -e out/.quarter/2012-13-Q2/lock ] || flock -w 600 out/.quarter/2012-13-Q2/lock true || fail "$1: the lock outlives its owners"; }

stopped=0
for ((n = 1; n <= kills; n++)); do
  rm -rf out && cp -r old out
  signal=$((n % 4 ? 9 : 15)) alone=$((n % 2)) after=$((RANDOM * took / 32768))
  name="kill $n ($signal$([ $alone = 1 ] && echo , alone), after $after ms)"
  setsid "$qmr" quarter --out out council 2012-13-Q2 >said 2>&1 &
  run=$!
  sleep "$(printf '%d.%03d' $((after / 1000)) $((after % 1000)))"
  if [ $alone = 1 ]; then kill -$signal $run; else kill -$signal -- -$run; fi 2>/dev/null
  wait $run 2>/dev/null
  code=$?
  if [ $code -gt 1 ]; then stopped=$((stopped + 1)); else took=$((took - took / 8 + 1)); fi # it was faster this time
  wait_gone "$name"
  for folder in $folders; do
    now=$(digest out $folder)
    [ "$now" = "$(digest old $folder)" ] || [ "$now" = "$(digest new $folder)" ] && pass || fail "$name: $folder is neither old nor new"
  done
  "$qmr" validate out/2012-13-Q2/team/run.xml out/2012-13-Q2/team/status.xml >valid 2>&1 && tail -c 20 out/2012-13-Q2/team/status.html | grep -q '</html>' &&
    pass || fail "$name: its record or its page is half: $(head -n 2 valid)"
  make "$name: the next run"
  diff new.results <(results out) >differ && pass || fail "$name: the next run gives something else: $(head -n 4 differ)"
  left=$(hidden out)
  [ -z "$left" ] && pass || fail "$name: left behind: $left"
done
[ $stopped -gt 0 ] && pass || fail "no run was stopped on its way"
echo "$stopped of $kills runs were stopped on their way"
finish
