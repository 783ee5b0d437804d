#!/usr/bin/env bash
# Every rule has a golden case: rules.sh QMR-VALIDATE. A rule that has none yet stands in pending.txt, and must leave it as
# soon as it has one.
set -u
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")" && pwd)
failed=0

rules=$("$1" --list | awk '{ print $1 }') || exit 3
[ -n "$rules" ] || { echo "no rules are listed"; exit 1; }
shown=$(cat "$root"/*/*/expected.diag "$root"/../validate/hostile.sh "$root"/../verify/*.sh $(ls "$root"/../robust/*.sh "$root"/../quarter/*.sh 2>/dev/null) | grep -oE '\[[A-Z]-[A-Z0-9-]+\]|"rule": "[A-Z0-9-]+"' | grep -oE '[A-Z]-[A-Z0-9-]+' | sort -u)
pending=$(sed 's/ *#.*//' "$root/pending.txt")

has() { grep -qxF -- "$2" <<<"$1"; }

for rule in $rules; do
  if has "$shown" "$rule"; then
    has "$pending" "$rule" && { echo "$rule has a golden case now: take it out of tests/golden/pending.txt"; failed=1; }
  elif ! has "$pending" "$rule"; then
    echo "$rule: no golden case shows it; add one, or name it in tests/golden/pending.txt"
    failed=1
  fi
done
for rule in $pending; do
  has "$rules" "$rule" || { echo "$rule: in tests/golden/pending.txt, but there is no such rule"; failed=1; }
done
for rule in $shown; do
  has "$rules" "$rule" || { echo "$rule: a golden case shows it, but there is no such rule"; failed=1; }
done
exit $failed
