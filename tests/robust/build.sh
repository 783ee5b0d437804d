#!/usr/bin/env bash
# What run.sh says while it builds: on a terminal a line that is written over, else a line each tenth of the steps; all of what went
# wrong when it fails. Nothing is built here: meson, ninja and the list of packages are played. Usage: build.sh QMR ON-TERMINAL
. "$(dirname "$0")/common.sh"
terminal=$(realpath "$2")
mkdir "$work/bin" && cd "$work" || exit 3
cat >bin/dpkg-query <<'PLAY'
#!/bin/sh
for package; do printf 'installed:%s ' "$package"; done
PLAY
cat >bin/meson <<'PLAY'
#!/bin/sh
[ "$1" = test ] && { echo "tested on $TERM"; exit 0; }
for folder; do case $folder in -*) ;; *) break ;; esac; [ "$folder" = setup ] || break; done
again= && [ "$2" = --wipe ] && again=yes && shift
folder=$2
[ -z "$again" ] && [ -e "$folder/meson-private" ] && { echo "half a build is in the way"; exit 1; }
[ -n "$again" ] && [ -e "$PLAY/wipe-fails" ] && { echo "nothing can be wiped"; exit 1; }
mkdir "$PLAY/setting-up" || { echo "two set it up at once"; exit 1; }
mkdir -p "$folder/meson-private"
[ -e "$PLAY/setup-fails" ] && { rmdir "$PLAY/setting-up"; echo "no compiler"; exit 1; }
sleep 0.2
touch "$folder/meson-private/cmd_line.txt"
rmdir "$PLAY/setting-up"
mkdir -p "$folder/meson-info" "$folder/pipeline/programs" && touch "$folder/build.ninja"
printf '{"directories": {"source": "%s", "build": "%s"}}\n' "$PWD" "$folder" >"$folder/meson-info/meson-info.json"
PLAY
cat >bin/ninja <<'PLAY'
#!/bin/bash
status=${NINJA_STATUS:-[%f/%t] } steps=$(cat "$PLAY/steps")
echo "ninja: Entering directory"
mkdir "$PLAY/building" || { echo "ninja: two build at once"; exit 1; }
trap 'rmdir "$PLAY/building"' EXIT
[ -e "$PLAY/slow" ] && sleep 600
for ((i = 1; i <= steps; i++)); do
  said=${status//%f/$i}
  echo "${said//%t/$steps}Compiling $i.c"
  [ $i = "$(cat "$PLAY/fails" 2>/dev/null)" ] && { printf 'FAILED: %s.o\n%s.c:1:1: error: no\nninja: build stopped\n' $i $i; exit 1; }
done
printf '#!/bin/sh\necho "made by $*"\n' >"$2/pipeline/programs/qmr" && chmod +x "$2/pipeline/programs/qmr"
PLAY
chmod +x bin/* && export PATH=$work/bin:$PATH PLAY=$work QMR_BUILD=$work/build TERM=xterm

# says NAME STEPS LINES: how many lines of progress a build of that many steps prints.
says() {
  rm -rf build && echo $2 >steps
  expect "$1" 0 "made by layouts" "$root/run.sh" layouts
  [ "$(grep -c '^building in .*: [0-9]* of [0-9]* steps$' <<<"$said")" = $3 ] && pass || fail "$1: $said"
  [ $2 = 0 ] || [[ $said == *": $2 of $2 steps"* ]] && pass || fail "$1: does not say the last step: $said"
  ! grep -q "Compiling\|Entering" <<<"$said" && pass || fail "$1: prints ninja's lines: $said"
}
says "300 steps" 300 11
says "7 steps" 7 7
says "a step" 1 1
says "nothing to do" 0 0

expect "an empty word is no command" 0 "made by " "$root/run.sh" "" # the program that is played says so; see usage.sh
[[ $said != *"made by year"* ]] && pass || fail "an empty word makes the sample year: $said"

rm -rf build && echo 300 >steps && echo 120 >fails
expect "a build that fails" 3 "120.c:1:1: error: no" "$root/run.sh" layouts
[[ $said == *"run.sh: the build failed"* && $said != *"Compiling"* ]] && pass || fail "a build that fails: $said"
rm fails

# ---- two at once: one waits, and says so; half a setup is in nobody's way
rm -rf build && echo 7 >steps
for i in 1 2 3; do "$root/run.sh" layouts >said.$i 2>&1 & pids[$i]=$!; done
for i in 1 2 3; do wait ${pids[$i]} && grep -q "made by layouts" said.$i && pass || fail "three at once: $(cat said.$i)"; done
grep -q "another run.sh is building here: waiting" said.* && pass || fail "three at once: nobody waits: $(cat said.*)"
[ "$(grep -l "setting up" said.* | wc -l)" = 1 ] && pass || fail "three at once: it was set up more than once"
rm -rf build && touch setup-fails
expect "a setup that fails" 3 "the build could not be set up" "$root/run.sh" layouts
[ -e build/meson-private ] && pass || fail "a setup that fails: nothing is left of it"
rm setup-fails
expect "after a setup that failed" 0 "made by layouts" "$root/run.sh" layouts
touch wipe-fails && echo '{"directories": {"source": "/elsewhere", "build": "/elsewhere/build"}}' >build/meson-info/meson-info.json
expect "a folder that was copied half" 0 "made by layouts" "$root/run.sh" layouts
rm wipe-fails && echo '{"directories": {"source": "/elsewhere", "build": "/elsewhere/build"}}' >build/meson-info/meson-info.json && touch build/kept
expect "a folder that was renamed" 0 "made by layouts" "$root/run.sh" layouts
rm -rf build && mkdir build && echo mine >build/notes.txt
"$root/run.sh" layouts >/dev/null 2>&1
[ "$(cat build/notes.txt)" = mine ] && pass || fail "what is no build of ours was taken away"

# ---- asked to stop: it says so, and leaves nothing in TMPDIR
rm -rf build && mkdir tmp && touch slow
TMPDIR=$work/tmp setsid "$root/run.sh" layouts >said.0 2>&1 &
until [ -e building ]; do sleep 0.05; done
[ -z "$(ls tmp)" ] && pass || fail "while it builds: left in TMPDIR: $(ls tmp)"
kill -TERM -- -$!
wait $!
code=$?
[ $code = 3 ] && grep -q "^run.sh: it was asked to stop" said.0 && [ -z "$(ls tmp)" ] && pass || fail "asked to stop: exit $code: $(cat said.0)"
rm -rf slow building

rm -rf build && echo 300 >steps
"$terminal" "$root/run.sh" layouts >shown
code=$?
if [ $code = 77 ]; then skip "there is no terminal to be had"; else
  [ $code = 0 ] && [ "$(tr '\r' '\n' <shown | grep -c '^.\[Kbuilding in .* of 300 steps')" = 300 ] && grep -q $'\r\033\[Kmade by' shown && pass || fail "on a terminal: exit $code: $(head -c 300 shown | cat -v)"
fi
rm -rf build && TERM=dumb "$terminal" "$root/run.sh" layouts >shown
code=$?
if [ $code = 77 ]; then skip "there is no terminal to be had"; else
  [ "$(grep -c '^building in .* of 300 steps' shown)" = 11 ] && ! grep -q $'\033' shown && pass || fail "on a terminal that cannot: $(head -c 300 shown | cat -v)"
fi
NO_COLOR=1 expect "tests without colours" 0 "tested on dumb" "$root/run.sh" test
NO_COLOR= expect "tests, NO_COLOR is empty" 0 "tested on xterm" "$root/run.sh" test
[ "$(wc -l <"$root/run.sh")" -le 170 ] && pass || fail "run.sh is longer than can be read in two minutes"
finish
