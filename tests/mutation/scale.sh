#!/usr/bin/env bash
# What the checks cost: scale.sh SCALE ROOT. CPU time of the checks on 12 services of the sample's size, alone, with 20 papers
# among them (two beside eight of them, one beside four) and with all 20 papers beside each, and instructions (callgrind) of the checks of one service with 1, 2, 4 and 8 times the items: twice the items, twice the instructions.
set -eu
export LC_ALL=C.UTF-8
scale=$1 root=$2

for sample in 0 1; do # the made-up service, and Health & Partnerships with its long commentaries
  for papers in 0 1 2 20; do "$scale" "$root" $sample 1 24 $papers; done | awk '{ cost[NR] = $3 } END {
    printf "12 services of %s items: %.3f s CPU, with 20 papers among them %.3f s, with all 20 papers beside each %.3f s\n", $1,
      12 * cost[1], 8 * cost[3] + 4 * cost[2], 12 * cost[4] }'
done
command -v valgrind >/dev/null || { echo "valgrind is not installed: no instructions counted"; exit 0; }
for k in 1 2 4 8; do
  out=$(mktemp)
  items=$(valgrind --tool=callgrind --callgrind-out-file="$out" --toggle-collect=check_report "$scale" "$root" 1 $k 1 2>/dev/null)
  n=$(awk '/^summary:|^totals:/ { print $2; exit }' "$out")
  rm -f "$out"
  echo "$k $n ${items%% *}"
done | awk 'NR == 1 { one = $2 } { printf "%3d x: %4d items, %7.2f million instructions, %.2f x\n", $1, $3, $2 / 1e6, $2 / one }'
