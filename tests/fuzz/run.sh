#!/usr/bin/env bash
# Fuzzing: run.sh [SECONDS] builds the targets with clang and runs each for so long (60), starting from the golden cases.
# What it finds stays in build-fuzz/; add it to the golden cases when it is mended.
set -eu
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/../.."
seconds=${1:-60}
build=${QMR_BUILD_FUZZ:-build-fuzz}

[ -f "$build/build.ninja" ] ||
  CC=clang meson setup "$build" -Dc_args=-DQMR_FUZZ -Db_sanitize=address,undefined -Db_lundef=false -Dbuildtype=debugoptimized >/dev/null
ninja -C "$build" tests/fuzz/fuzz-read tests/fuzz/fuzz-values >"$build/ninja.log" || { tail -n 40 "$build/ninja.log"; exit 1; }

corpus=$build/corpus
mkdir -p "$corpus/read" "$corpus/values"
for input in tests/golden/validate/*/input.xml; do
  cp "$input" "$corpus/read/$(basename "$(dirname "$input")")"
done
printf '%s' '-1234.50' >"$corpus/values/amount"
printf '%s' '2010-03-31' >"$corpus/values/date"
printf '%s' '28 February 2010' >"$corpus/values/words"
printf '%s' '2009-10-M12' >"$corpus/values/period"

export ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS="suppressions=$PWD/tests/leaks.supp:print_suppressions=0"
failed=0
for target in read values; do
  echo "fuzz-$target: $seconds seconds"
  log=$build/fuzz-$target.log
  if "$build/tests/fuzz/fuzz-$target" -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 \
    -dict=tests/fuzz/fuzz.dict -artifact_prefix="$build/" -print_final_stats=1 "$corpus/$target" >"$log" 2>&1; then
    grep -E 'number_of_executed|peak_rss' "$log"
  else
    failed=1
    tail -n 40 "$log"
  fi
done
exit $failed
