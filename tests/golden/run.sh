#!/usr/bin/env bash
# Golden cases: run.sh [--update] STAGE PROGRAM [CASE...] runs PROGRAM in each tests/golden/STAGE/CASE and compares what it
# says with expected.diag. Arguments stand in the file args, one a line; without it: input.xml. --update rewrites.
set -u
export LC_ALL=C.UTF-8

update=
[ "${1:-}" = --update ] && { update=yes; shift; }
[ $# -ge 2 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
root=$(cd "$(dirname "$0")" && pwd)
stage=$root/$1
program=$(realpath "$2") || exit 3
shift 2
[ $# -gt 0 ] || set -- $(cd "$stage" && printf '%s\n' */)

actual=$(mktemp) || exit 3
trap 'rm -f "$actual"' EXIT
failed=0 n=0
for name in "$@"; do
  case=$stage/${name%/}
  [ -f "$case/input.xml" ] || [ -f "$case/args" ] || continue
  arguments=(input.xml)
  [ -f "$case/args" ] && mapfile -t arguments <"$case/args"
  n=$((n + 1))
  (cd "$case" && "$program" "${arguments[@]}" >"$actual" 2>&1; echo "exit $?" >>"$actual")
  if [ -n "$update" ]; then
    cmp -s "$actual" "$case/expected.diag" || { cp "$actual" "$case/expected.diag"; echo "updated ${name%/}"; }
  elif ! diff -u --label "${name%/}: expected" --label "${name%/}: actual" "$case/expected.diag" "$actual"; then
    failed=$((failed + 1))
  fi
done
echo "$n cases, $failed failed"
[ "$n" -gt 0 ] && [ "$failed" -eq 0 ]
