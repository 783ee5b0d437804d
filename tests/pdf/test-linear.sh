#!/usr/bin/env bash
# Twice the pages, or twice the lines of a page, is twice the work. Usage: test-linear.sh LINEAR
set -u
failed=0
command -v valgrind >/dev/null || { echo "valgrind, which counts instructions, is not here"; exit 77; }
nm "$1" | grep -q ' __asan_init' && exit 77
count() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | sed -nE 's/.*Collected : ([0-9]+).*/\1/p'; }
for sizes in "20 40 40 40" "40 40 80 40" "2 400 2 800" "2 800 2 1600"; do
  set -- "$1" $sizes
  small=$(count "$1" "$2" "$3") large=$(count "$1" "$4" "$5")
  echo "$2 pages of $3 lines: $small, $4 of $5: $large"
  [ "$small" -gt 0 ] && [ $((large * 10)) -lt $((small * 22)) ] || { echo "more than twice the work"; failed=1; }
done
exit $failed
