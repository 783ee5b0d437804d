#!/usr/bin/env bash
# Services that one program makes: the same bytes, as little as is needed, and one that falls costs itself only.
# Usage: batch.sh QMR FALL.SO
. "$(dirname "$0")/council.sh"
fall=$(realpath "$2")
cd "$work" || exit 3
found_council council

# steps OUT: programs that were started for what is in ninja's log.
steps() { grep -v '^#' "$1/.quarter/2012-13-Q2/.ninja_log" | cut -f 1,2,5 | sort -u | wc -l; }
# in_batches SIZE: what a first run gives; its outputs go to batch-SIZE.
in_batches() {
  rm -rf out
  expect "batches of $1" 0 "5 of 5: " quarter --batch "$1" --jobs 1
  [ "$(made)" = "2012-13-Q2/boards/safer 2012-13-Q2/east 2012-13-Q2/north 2012-13-Q2/south 2012-13-Q2/west " ] && pass || fail "batches of $1 made: $(made)"
  [ "$(steps out)" = "$2" ] && pass || fail "batches of $1: $(steps out) programs were started, not $2"
  results out >results-$1
}
in_batches 1 5
in_batches 3 3
in_batches 100 2
cmp -s results-1 results-3 && cmp -s results-1 results-100 && [ "$(wc -l <results-1)" -gt 20 ] && pass || fail "a batch changes bytes: $(diff results-1 results-100 | head -n 4)"

# What was made together is not made again together.
for how in "" "--batch 100" "--batch 2"; do
  expect "nothing to do $how" 0 "boards/safer" quarter $how
  [ -z "$(made)" ] && pass || fail "nothing to do $how: made $(made)"
done
sed -i '0,/number="[0-9]*/s//number="77/' council/returns/2012-13-Q2/north.xml
expect "one changed" 0 "2012-13-Q2/boards/safer" quarter --batch 100
[ "$(made)" = "2012-13-Q2/boards/safer 2012-13-Q2/north " ] && pass || fail "one of a batch changed: made $(made)"
touch council/returns/2012-13-Q2/north.xml council/returns/2012-13-Q2/east.xml
expect "same bytes, other time" 0 "2012-13-Q2/north" quarter --batch 100
[ "$(made)" = "2012-13-Q2/east 2012-13-Q2/north " ] && pass || fail "same bytes, other time: made $(made)"
cp -r council/returns kept && sed -i 's/<return /<retrun /' council/returns/2012-13-Q2/{north,west}.xml
expect "two broken" 1 "a page says" quarter --batch 100
grep -q "was not available" out/2012-13-Q2/north/report.html && grep -q "was not available" out/2012-13-Q2/west/report.html && grep -q "Milestone" out/2012-13-Q2/east/report.html && pass ||
  fail "two broken of a batch: $said"
rm -r council/returns && mv kept council/returns && quarter >/dev/null 2>&1
results out >good

# A run that starts its programs in another way makes nothing again.
expect "another way" 0 "boards/safer" quarter --launch 'env X=$HOME'
[ -z "$(made)" ] && pass || fail "another way to start it: made $(made)"
expect "no way" 3 "not-a-program" quarter --launch not-a-program 2013-14-Q2
touch council/framework.xml
expect "no way" 3 "not-a-program" quarter --launch not-a-program

# One that falls, whatever the way, costs itself only: a page stands in its place, its officer is not blamed, and the next run
# makes it. (What the others were made with stands in their manifests.)
for how in crash abort killed time; do
  sanitized && { skip "what falls: the sanitizer must be loaded first"; break; }
  for size in 1 100; do
    touch council/returns/2012-13-Q2/*
    expect "$how in batches of $size" 1 "2012-13-Q2/boards/safer" quarter --batch $size --launch "env LD_PRELOAD=$fall FALL_AT=2012-13-Q2/south.xml FALL_BY=$how"
    for service in north east west; do
      diff <(grep "2012-13-Q2/$service/" good) <(results out | grep "2012-13-Q2/$service/") >differ && pass || fail "$how of south costs $service: $(head -n 3 differ)"
    done
    grep -q "was not available" out/2012-13-Q2/south/report.html && grep -q "What South reports was not available" out/2012-13-Q2/boards/safer/priority-based-report.html && pass ||
      fail "$how in batches of $size: no page"
    ! grep -q "^South,.*Refused" out/2012-13-Q2/team/status-tables/chase.csv && ! grep -q "South" out/2012-13-Q2/team/chase.txt && pass || fail "$how: its officer is chased: $(cat out/2012-13-Q2/team/chase.txt)"
    grep -q "the program that makes its report did not come to its end" out/2012-13-Q2/team/summary.txt && pass || fail "$how: no reason: $(cat out/2012-13-Q2/team/summary.txt)"
    expect "after $how" 0 "2012-13-Q2/south" quarter --batch $size
    diff <(grep -v -e ' -$' good) <(results out | grep -v -e ' -$') >differ && pass || fail "after $how: $(head -n 3 differ)"
  done
done
finish
