#!/usr/bin/env bash
# The ticks of one report, a line each: golden.sh [--update] QMR-TICKS QMR-VALIDATE. What is shown, where, how it is borne out and by which
# places is compared with expected.txt; the file itself is valid.
set -u
export LC_ALL=C.UTF-8
update=
[ "${1:-}" = --update ] && { update=yes; shift; }
[ $# -eq 2 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
ticks=$(realpath "$1") validate=$(realpath "$2") here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
cp "$here"/../golden/check/base/*.xml "$here"/*.xml "$work"
sed -i 's/The records were sampled in February\./Performance was 52%./' "$work/return.xml" # words of its own return alone
# a milestone is put off by both returns, its step by the plan and the return
sed -i 's/ref="H1-2" rating/ref="H1-2" revised="2010-06" rating/' "$work/return.xml" "$work/quarter.xml"
sed -i 's/ref="H1-2" step="a"/& revised="2009-11"/' "$work/return.xml"
sed -i 's/ref="a" due="2009-09"/& revised="2009-11"/' "$work/plan.xml"
cp -r "$here/../../layouts" "$work"
cd "$work" || exit 3
"$ticks" -f framework.xml -p plan.xml -r return.xml --previous quarter.xml --previous year.xml --also other.xml --also paper.xml --also former.xml \
  --layout layouts/quarterly-monitoring-report.xml --out ticks.xml >said 2>&1
"$validate" ticks.xml >>said || { cat said; exit 1; }
# a line a tick: at, text, strength; then rule and places of each source
sed -nE 's/&amp;/\&/g; s/&lt;/</g
  s/^ *<tally (.*)\/>$/tally \1/p
  s/^ *<tick kind="([a-z]*)" at="([^"]*)".* text="([^"]*)" strength="([a-z-]*)".*/\1 \2: \3: \4/p
  s/^ *<source strength="([a-z-]*)" rule="([a-z]*)".*/    \1, \2/p
  s/^ *<part text="([^"]*)" file="([^"]*)" line="([0-9]*)" column="([0-9]*)".*/      \1: \2:\3:\4/p' ticks.xml >actual
[ -n "$update" ] && { cp actual "$here/expected.txt"; exit 0; }
diff "$here/expected.txt" actual && echo "ok: $(grep -c '^[fdr]' actual) ticks"
