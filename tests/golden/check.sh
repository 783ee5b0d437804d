#!/usr/bin/env bash
# Golden cases of check and merge: check.sh [--update] QMR-CHECK QMR-MERGE [CASE...] changes the clean documents of check/base by
# the sed scripts of a case (plan.sed changes plan.xml), checks them and compares what is said with expected.diag. Lines of
# model.txt must stand in the model, those of findings.txt in the findings, of facts.txt in the facts (those after '!' must not); options in args are
# added. A case named like a rule must show it, RULE-not must not; where no model was written expected.diag says so.
# --update rewrites expected.diag.
set -u
export LC_ALL=C.UTF-8

update=
[ "${1:-}" = --update ] && { update=yes; shift; }
[ $# -ge 2 ] || { sed -n '2,6s/^# //p' "$0" >&2; exit 2; }
root=$(cd "$(dirname "$0")" && pwd)/check
check=$(realpath "$1") merge=$(realpath "$2") || exit 3
shift 2
all=
[ $# -gt 0 ] || { all=yes; set -- $(cd "$root" && printf '%s\n' */); }

work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
failed=0 n=0
fail() { echo "$name: $*"; failed=$((failed + 1)); }

run_case() {
  local script target extra=() facts=()
  rm -f "$work"/*
  cp "$root"/base/*.xml "$work"
  for script in "$case"/*.sed; do
    [ -e "$script" ] || continue
    target=$work/$(basename "$script" .sed).xml
    cp "$target" "$work/before"
    sed -E -i -f "$script" "$target"
    cmp -s "$target" "$work/before" && fail "$(basename "$script") changes nothing"
  done
  cp "$case"/*.xml "$case"/*.pdf "$work" 2>/dev/null
  [ -f "$case/args" ] && mapfile -t extra <"$case/args"
  set -- --framework framework.xml --plan plan.xml --return return.xml --previous quarter.xml --previous year.xml
  [ -f "$case/args-only" ] && { mapfile -t extra <"$case/args-only"; set --; }
  [ -f "$case/facts.txt" ] && facts=(--facts facts.xml)
  (cd "$work" && "$check" "$@" "${extra[@]}" "${facts[@]}" --out findings.xml >actual 2>&1; echo "exit $?" >>actual)
  (cd "$work" && "$merge" "$@" "${extra[@]}" --out model.xml >/dev/null 2>&1)
  [ -e "$work/model.xml" ] || echo "no model" >>"$work/actual"
}

# holds NAME: the lines of NAME.txt stand in NAME.xml.
holds() {
  local line
  while IFS= read -r line; do
    case $line in
    !*) grep -qF -- "${line#!}" "$work/$1.xml" && fail "$1.xml has: ${line#!}" ;;
    *) grep -qF -- "$line" "$work/$1.xml" || fail "$1.xml lacks: $line" ;;
    esac
  done <"$case/$1.txt"
}

check_name() {
  local rule=${name%-not}
  rule=${rule%%--*}
  case $name in
  [A-Z]-*-not) grep -qF "[$rule]" "$work/actual" && fail "shows [$rule] and should not" ;;
  [A-Z]-*) grep -qF "[$rule]" "$work/actual" || fail "does not show [$rule]" ;;
  esac
}

for name in "$@"; do
  name=${name%/} case=$root/${name%/}
  [ "$name" = base ] && continue
  n=$((n + 1))
  run_case
  check_name
  for part in model findings facts; do [ -f "$case/$part.txt" ] && holds $part; done
  if [ -n "$update" ]; then
    cmp -s "$work/actual" "$case/expected.diag" || { cp "$work/actual" "$case/expected.diag"; echo "updated $name"; }
  elif ! diff -u --label "$name: expected" --label "$name: actual" "$case/expected.diag" "$work/actual"; then
    failed=$((failed + 1))
  fi
  case $name in
  *-not | *--*) ;;
  [A-Z]-*) [ -z "$all" ] || [ -d "$case-not" ] || fail "has no case $name-not beside it, that must not show it" ;;
  esac
done
echo "$n cases, $failed failed"
[ "$n" -gt 0 ] && [ "$failed" -eq 0 ]
