#!/usr/bin/env bash
# Golden cases: run.sh [--update] STAGE PROGRAM [CASE...] runs PROGRAM in each tests/golden/STAGE/CASE and compares what it
# says with expected.diag. Arguments stand in the file args, one a line; without it: input.xml. The argument @out is a file
# to write, compared with expected.xml (none: it must not be written) without its style and words. --update rewrites.
set -u
export LC_ALL=C.UTF-8

update=
[ "${1:-}" = --update ] && { update=yes; shift; }
[ $# -ge 2 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
root=$(cd "$(dirname "$0")" && pwd)
stage=$root/$1
program=$(realpath "$2") || exit 3
shift 2
[ $# -gt 0 ] || set -- $(cd "$stage" && printf '%s\n' */)

scratch=$(mktemp -d) || exit 3
actual=$scratch/diag out=$scratch/out.xml
trap 'rm -rf "$scratch"' EXIT
failed=0 n=0

# What a file that may not exist says, without what all documents of a stage share.
shown() { [ ! -f "$1" ] || sed '/<style /,/<\/style>/d; /^  <word /d' "$1"; }

# compare EXPECTED ACTUAL: 1 when they differ; with --update the expected file is made the same, or goes.
compare() {
  cmp -s "$1" "$2" 2>/dev/null && return 0
  [ -f "$1" ] || [ -s "$2" ] || return 0
  if [ -z "$update" ]; then
    diff -u --label "${1#"$stage/"}" --label actual "$([ -f "$1" ] && echo "$1" || echo /dev/null)" "$2"
    return 1
  fi
  if [ -s "$2" ]; then cp "$2" "$1"; else rm -f "$1"; fi
  echo "updated ${1#"$stage/"}"
}

for name in "$@"; do
  case=$stage/${name%/}
  [ -f "$case/input.xml" ] || [ -f "$case/args" ] || continue
  arguments=(input.xml)
  [ -f "$case/args" ] && mapfile -t arguments <"$case/args"
  n=$((n + 1))
  rm -f "$out"
  (cd "$case" && "$program" "${arguments[@]/#@out/"$out"}" >"$actual" 2>&1; echo "exit $?" >>"$actual")
  shown "$out" >"$scratch/shown"
  same=yes
  compare "$case/expected.diag" "$actual" || same=
  compare "$case/expected.xml" "$scratch/shown" || same=
  [ -n "$same" ] || failed=$((failed + 1))
done
echo "$n cases, $failed failed"
[ "$n" -gt 0 ] && [ "$failed" -eq 0 ]
