#!/usr/bin/env bash
# What takes longer ('./run.sh test long'): long.sh BUILD SANITIZED-BUILD [NAME...] runs every suite (or those named) in its long form,
# plain and with sanitizers, then fuzzing. It says of each part what it does and how long it took, goes on when one fails, and ends with
# a summary: 0 all passed, 1 something failed. QMR_FUZZ is how many seconds each fuzz target runs (600).
set -u
export LC_ALL=C.UTF-8
plain=$1 sanitized=$2
shift 2
cd "$(dirname "$0")/.." || exit 3
summary=() failed=0
trap 'echo "long: it was asked to stop" >&2; exit 3' INT TERM HUP

took() { printf '%d h %02d min %02d s' $(($1 / 3600)) $(($1 / 60 % 60)) $(($1 % 60)); }

# part NAME WHAT COMMAND...: runs it, and notes what became of it; 77 of it is: it cannot be done here.
part() {
  local name=$1 what=$2 from=$SECONDS code=0 end
  shift 2
  printf 'long: %s, from %s: %s\n' "$name" "$(date +%H:%M)" "$what"
  "$@" || code=$?
  case $code in 0) end=passed ;; 77) end="skipped, it cannot be done here" ;; *) end="FAILED (exit $code)" failed=1 ;; esac
  summary+=("$(printf '%-10s %s, %s' "$name" "$end" "$(took $((SECONDS - from)))")")
  printf 'long: %s\n' "${summary[-1]}"
}

fuzz() {
  command -v clang >/dev/null 2>&1 || { echo "there is no clang"; return 77; }
  tests/fuzz/run.sh "${QMR_FUZZ:-600}"
}

tests=(meson test --no-rebuild --setup=long --print-errorlogs -C)
part plain "every suite in its long form, memory filled with garbage before use" env MALLOC_PERTURB_=85 "${tests[@]}" "$plain" "$@"
part sanitized "the same with the address and undefined-behaviour sanitizers" env UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
  LSAN_OPTIONS="suppressions=$PWD/tests/leaks.supp:print_suppressions=0" "${tests[@]}" "$sanitized" "$@"
[ $# -gt 0 ] || part fuzz "the readers and the values, ${QMR_FUZZ:-600} seconds each" fuzz

printf 'long: %s\n' "in all $(took $SECONDS)" "${summary[@]}"
exit $failed
