#!/usr/bin/env bash
# The same bytes by Slurm's jobs as by one machine, on a Slurm of one node that the test begins and ends. Usage: slurm.sh QMR
. "$(dirname "$0")/council.sh"
. "$(dirname "$0")/own-slurm.sh"
why=$(slurm_missing)
[ -z "$why" ] || { skip "$why"; exit 77; }
PATH=$PATH:/usr/sbin:/sbin
begin_slurm || exit 3

council="it's \$HOME #1, é %A"
out="out '\$x' %j #é"
found_council council && mv council "$council"
# here: what one machine makes of the folder as it is; its outputs go to here/.
here() {
  rm -rf here
  [ ! -e "$out" ] || mv "$out" kept
  "$qmr" quarter --out "$out" "$council" >here.said 2>&1
  mv "$out" here
  [ ! -e kept ] || mv kept "$out"
}
jobs_make() { "$qmr" quarter --slurm --slurm-options '--partition=night --comment="two words"' --out "$out" "$@" "$council"; }
tasks="$out/.quarter/2012-13-Q2/tasks"

here
expect "a first run" 0 "jobs for services (2) and what is made of them (1), and job " jobs_make --wait --batch 2
diff <(results here) <(results "$out") >differ && [ -s "$out/2012-13-Q2/boards/safer/priority-based-report.html" ] && pass || fail "other bytes: $(head -n 4 differ)"
[ "$(grep -c "2012-13-Q2/.* [0-9.]*$" <<<"$said")" -ge 5 ] && grep -q "Made or looked at again by this run: 5" "$out/2012-13-Q2/team/summary.txt" && pass || fail "it is not told: $said"
expect "a second run" 0 "2012-13-Q2/boards/safer" jobs_make --wait
[[ $said != *"submitted to Slurm"* && $said != *" of "*": "* ]] && pass || fail "a second run makes something: $said"
expect "then on one machine" 0 "2012-13-Q2/boards/safer" "$qmr" quarter --out "$out" "$council"
[ -z "$(made)" ] && pass || fail "what jobs made is made again: $(made)"

# What changed, and what is missing.
sed -i 's/title="[^"]*"/title="Another title"/' "$council/plans/2012-13/east.xml"
mv "$council/returns/2012-13-Q2/west.xml" west.xml && here
expect "one changed, one missing" 1 "jobs for services (2) and what is made of them (1), and job " jobs_make --wait
diff <(results here) <(results "$out") >differ && pass || fail "after a change, other bytes: $(head -n 4 differ)"
[[ $said == *"2012-13-Q2/west "*"a page says that it is not available"* ]] && pass || fail "what is missing is not told: $said"

# While jobs wait or run, the folder is theirs; when they are gone, it is free, and what they did not make is made.
mv west.xml "$council/returns/2012-13-Q2/west.xml" && here
expect "not waited for" 0 "jobs for services (1) and" "$qmr" quarter --slurm --slurm-options --hold --out "$out" "$council"
name=$(grep -o 'qmr-[^:]*' <<<"$said")
expect "while its jobs wait" 3 "another run's jobs of Slurm have not ended: wait, or stop them ('scancel --name=$name')" "$qmr" quarter --out "$out" "$council"
expect "no second submission" 3 "have not ended" jobs_make
SLURM_CONF=/dev/null expect "where nobody can ask" 3 "when they have, take" "$qmr" quarter --out "$out" "$council"
scancel --name="$name"
expect "after they were stopped" 0 "jobs for services (1) and" jobs_make --wait
diff <(results here) <(results "$out") >differ && pass || fail "after jobs were stopped, other bytes: $(head -n 4 differ)"

# A job that does not come to its end: the last one makes what is missing. A file in its place makes it fail.
rm -rf "$out/2012-13-Q2/north" "$out/2012-13-Q2/south"
expect "some are gone, some are not" 0 "jobs for services (2) and" "$qmr" quarter --slurm --slurm-options --hold --out "$out" "$council"
name=$(grep -o 'qmr-[^:]*' <<<"$said")
scancel "$(squeue -h -n "$name" -o %A | sort -nu | head -1)_1"
scontrol release jobname="$name" >/dev/null
for i in {1..200}; do [ -n "$(squeue -h -n "$name")" ] || break; sleep 0.1; done
diff <(results here) <(results "$out") >differ && [ "$(cat "$out/.quarter/2012-13-Q2/slurm/code")" = 0 ] && pass ||
  fail "a job that was stopped leaves a hole: $(head -n 4 differ) $(cat "$out/.quarter/2012-13-Q2/slurm/last.err")"

# What Slurm does not take is told, and leaves nothing.
touch "$council/framework.xml"
expect "no such partition" 3 "sbatch failed: " "$qmr" quarter --slurm --slurm-options=--partition=none --out "$out" "$council"
expect "a quote that does not end" 3 "cannot be read" "$qmr" quarter --slurm --slurm-options="'" --out "$out" "$council"
[ -z "$(squeue -h)" ] && [ ! -e "$out/.quarter/2012-13-Q2/slurm/claim" ] && pass || fail "something is left of it: $(squeue -h)"
mkdir bin && ln -s "$(command -v ninja)" "$(command -v sh)" bin/
expect "no Slurm" 3 "slurm-client" env PATH="$work/bin" "$qmr" quarter --slurm --out "$out" "$council"

# In an allocation, each program is a step of it.
rm -rf "$out"
expect "in an allocation" 0 "5 of 5" salloc -n2 "$qmr" quarter --launch 'srun -n1 --exact' --jobs 2 --batch 2 --out "$out" "$council"
diff <(results here) <(results "$out") >differ && pass || fail "in an allocation, other bytes: $(head -n 4 differ)"
finish
