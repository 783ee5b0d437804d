#!/usr/bin/env bash
# Measures, never judges: quarters of many councils of all sizes, one program at a time. What the making of their reports
# takes; what ninja and the run add to it; what a second run takes; where Slurm is installed, what one of its jobs and steps adds.
# Usage: quarter.sh BUILD [COUNCILS [SERVICES]]   (20 councils of 15 services; the whole is 300)
set -eu -o pipefail
export LC_ALL=C.UTF-8
build=$(realpath "$1") councils=${2:-20} services=${3:-15}
. "$(dirname "$0")/../quarter/own-slurm.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ninja -C "$build" tests/bench/generate tests/bench/measure >/dev/null
qmr=$build/pipeline/programs/qmr measure=$build/tests/bench/measure
cd "$work"

# take NAME COMMAND...: adds its milliseconds of CPU and of the clock to NAME's, and keeps the largest process.
declare -A cpu=() wall=() mib=()
take() {
  local name=$1 began=${EPOCHREALTIME/[.,]/} said c m code
  shift
  said=$("$measure" 1 "$@")
  read -r c m code <<<"$said"
  [ "$code" -le 1 ] || { echo "exit $code: $*" >&2; exit 3; }
  cpu[$name]=$(awk "BEGIN {print ${cpu[$name]:-0} + $c}")
  wall[$name]=$((${wall[$name]:-0} + (${EPOCHREALTIME/[.,]/} - began) / 1000))
  mib[$name]=$(awk "BEGIN {print (${mib[$name]:-0} > $m) ? ${mib[$name]:-0} : $m}")
}

bytes_in=0 bytes_out=0
for ((n = 1; n <= councils; n++)); do
  "$build/tests/bench/generate" $n data "$services"
  bytes_in=$((bytes_in + $(du -sb data | cut -f 1)))
  take steps "$qmr" quarter --jobs 1 --batch 1 --out steps data
  take again "$qmr" quarter --jobs 1 --batch 1 --out steps data
  take batches "$qmr" quarter --jobs 1 --batch "$services" --out batches data
  lists=(batches/.quarter/*/tasks/service-*.xml batches/.quarter/*/tasks/council.xml)
  take bare "$qmr" year --each --brief --out batches --beside data/framework.xml "${lists[@]}"
  bytes_out=$((bytes_out + $(du -sb steps | cut -f 1)))
  rm -rf data steps batches
done
reports=$((councils * (services + 1)))
echo "$councils councils of $services services, $reports reports in PDF, Excel, HTML and CSV; $((bytes_in / 1000)) KB in, $((bytes_out / 1000000)) MB out; one program at a time"
show() { awk -v name="$1" -v cpu="${cpu[$2]}" -v wall="${wall[$2]}" -v mib="${mib[$2]}" -v n="$3" -v of="$4" \
  'BEGIN { printf "%-44s %8.1f ms CPU %8.1f ms of the clock, %s; largest process %.0f MiB\n", name, cpu / n, wall / n, of, mib }'; }
show "the reports alone, in one program" bare $reports "a report"
show "a first run, a program a service" steps $reports "a report"
show "a first run, a program a council" batches $reports "a report"
show "a second run" again $councils "a council"

why=$(slurm_missing)
[ -z "$why" ] || { echo "Slurm: $why"; exit 0; }
PATH=$PATH:/usr/sbin:/sbin
begin_slurm || exit 3
printf '#!/bin/sh\n' >nothing
jobs=40 began=${EPOCHREALTIME/[.,]/}
sbatch --wait --output=/dev/null --array=1-$jobs nothing >/dev/null
echo "Slurm: $(((${EPOCHREALTIME/[.,]/} - began) / 1000 / jobs)) ms of the clock a part of an array that does nothing, on $(nproc) processors (and up to 2 s for the end to be seen)"
began=${EPOCHREALTIME/[.,]/}
salloc -Q -n1 sh -c "for i in $(seq -s ' ' $jobs); do srun -Q -n1 true; done"
echo "Slurm: $(((${EPOCHREALTIME/[.,]/} - began) / 1000 / jobs)) ms of the clock a step (srun -n1) that does nothing"
