#!/usr/bin/env bash
# The units that are installed are in order, and let a run do no more than it must. Usage: units.sh QMR SERVICE TIMER
. "$(dirname "$0")/../robust/common.sh"
command -v systemd-analyze >/dev/null || { echo "systemd-analyze is not installed: units were not looked at"; exit 77; }
service=$(realpath "$2") timer=$(realpath "$3") || exit 3
mkdir -p "$work/units" && cd "$work/units" || exit 3
sed "s|^ExecStart=[^ ]*|ExecStart=$qmr|" "$service" >"qmr-quarter@.service"
cp "$timer" .

said=$(systemd-analyze verify --man=no "$work/units/qmr-quarter@sample.service" "$work/units/qmr-quarter@sample.timer" 2>&1 | grep "qmr-quarter")
[ -z "$said" ] && pass || fail "systemd finds fault with the units: $said"
said=$(systemd-analyze security --offline=true "$work/units/qmr-quarter@.service" 2>&1)
exposure=$(sed -n 's/.*Overall exposure level for .*: \([0-9.]*\) .*/\1/p' <<<"$said")
awk -v e="${exposure:-10}" 'BEGIN { exit !(e <= 1.5) }' && pass || fail "exposure is $exposure: $(grep '✗' <<<"$said")"

# What the line says can be done: as it stands, on folders of our own.
cp -r "$root/fixtures/council" data && chmod -R u+w data && mkdir out
line=$(sed -n 's/^ExecStart=//p' "qmr-quarter@.service" | sed "s|/srv/qmr/%i|$PWD/data|; s|/var/lib/qmr/%i|$PWD/out|")
said=$($line 2>err) && code=0 || code=$?
[ "$code" = 1 ] && [ ! -s err ] && grep -q "^Reports made" <<<"$said" && pass || fail "the service's line: $code $said $(cat err)"
finish
