#!/usr/bin/env bash
# Measures the stages apart on small, middle and large reports, a run that makes everything (all), and the PDF stage against a bare drawing loop in the same run.
# Usage: bench.sh BUILD [ITEMS...] ; ITEMS milestones and as many indicators (42, 420 and 4200 give about 30, 300 and 3,000 pages).
set -eu -o pipefail
build=$1
shift
[ $# -gt 0 ] || set -- 42 420 4200
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ninja -C "$build" tests/bench/bare tests/bench/generate tests/bench/measure >/dev/null
measure=$build/tests/bench/measure
stages=$build/pipeline/programs
printf '%-8s %6s %9s %9s %9s %9s %9s %9s %8s %9s %9s %9s %7s\n' items pages 'validate' 'merge' 'check' 'compose' 'pdf ms' 'pdf MiB' 'pdf KB' 'xlsx ms' 'all ms' 'bare ms' 'ratio'
for items in "$@"; do
  dir=$work/$items
  "$build/tests/bench/generate" "$items" "$dir"
  runs=5
  [ "$items" -gt 2000 ] && runs=1
  set +e
  v=$("$measure" $runs "$stages/qmr-validate" "$dir/framework.xml" "$dir/plan.xml" "$dir/return.xml")
  m=$("$measure" $runs "$stages/qmr-merge" --framework "$dir/framework.xml" --plan "$dir/plan.xml" --return "$dir/return.xml" --out "$dir/model.xml")
  k=$("$measure" $runs "$stages/qmr-check" --framework "$dir/framework.xml" --plan "$dir/plan.xml" --return "$dir/return.xml" --out "$dir/findings.xml")
  c=$("$measure" $runs "$stages/qmr-compose" --layout layouts/quarterly-monitoring-report.xml --out "$dir/document.xml" "$dir/model.xml")
  p=$("$measure" $runs "$stages/qmr-render" --to pdf --out "$dir/report.pdf" "$dir/document.xml")
  x=$("$measure" $runs "$stages/qmr-render" --to xlsx --out "$dir/appendix.xlsx" "$dir/document.xml")
  a=$("$measure" $runs "$stages/qmr" report --out "$dir/out" "$dir/plan.xml" "$dir/return.xml")
  set -e
  pdftotext -bbox-layout "$dir/report.pdf" "$dir/lines.html"
  bare=$(for _ in $(seq $runs); do "$build/tests/bench/bare" "$dir/lines.html" "$dir/bare.pdf"; done | sort -n | sed -n "$(((runs + 1) / 2))p")
  pages=$(pdfinfo "$dir/report.pdf" | sed -n 's/^Pages: *//p')
  size=$(($(stat -c %s "$dir/report.pdf") / 1024))
  awk -v items="$items" -v pages="$pages" -v v="$v" -v m="$m" -v k="$k" -v a="$a" -v c="$c" -v p="$p" -v x="$x" -v bare="$bare" -v size="$size" 'BEGIN {
    split(v, V, " "); split(m, M, " "); split(k, K, " "); split(a, A, " "); split(c, C, " "); split(p, P, " "); split(x, X, " ");
    printf "%-8s %6d %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %8d %9.1f %9.1f %9.1f %7.2f\n", items, pages, V[1], M[1], K[1], C[1], P[1], P[2], size, X[1], A[1], bare, P[1] / bare }'
done
