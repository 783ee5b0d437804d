#!/usr/bin/env bash
# A public report does not give way to one that tells of fewer services, unless that is asked for. Usage: fewer.sh QMR
. "$(dirname "$0")/council.sh"
cd "$work" || exit 3
found_council council
grep -q '<release ' council/calendar.xml || sed -i 's|</calendar>|<release period="2012-13-Q2" day="2012-11-20"/></calendar>|' council/calendar.xml
release() { said=$("$qmr" release 2012-13-Q2 --today 2012-12-01 "$@" 2>&1); code=$?; }
board=out/public/2012-13-Q2/boards/safer
quarter 2012-13-Q2
release
[ $code = 0 ] && [[ $said == *"released as on 2012-12-01, the day that was given"* ]] && [ -f $board/SHA256SUMS ] && pass || fail "all of it: $code $said"
before=$(cat $board/SHA256SUMS)
rm council/returns/2012-13-Q2/south.xml
quarter 2012-13-Q2
release
[ $code = 1 ] && [[ $said == *"boards/safer: refused: it would take the place of a report that is public, and only says of south: not available"* ]] && pass || fail "one is gone: $code $said"
[ "$before" = "$(cat $board/SHA256SUMS)" ] && pass || fail "a fuller report gave way"
release --fewer
[[ $said == *"boards/safer: released again"* ]] && [ "$before" != "$(cat $board/SHA256SUMS)" ] && pass || fail "fewer, as was asked: $code $said"
release
[[ $said == *"boards/safer: already released"* ]] && pass || fail "the same again: $code $said"
rm council/returns/2012-13-Q2/*
quarter 2012-13-Q2
release --fewer
[[ $said == *"boards/safer: refused: none of the services that it is made of was available; it only says that there is no report"* ]] && pass || fail "nobody is there: $code $said"
finish
