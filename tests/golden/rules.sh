#!/usr/bin/env bash
# Every rule has a golden case: rules.sh QMR-VALIDATE. A rule that has none yet stands in pending.txt, and must leave it as
# soon as it has one.
set -u
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")" && pwd)
failed=0

rules=$("$1" --list | awk '{ print $1 }') || exit 3
[ -n "$rules" ] || { echo "no rules are listed"; exit 1; }
shown=$(cat "$root"/*/*/expected.diag "$root"/../validate/hostile.sh "$root"/../verify/*.sh "$root"/../robust/*.sh "$root"/../quarter/*.sh | grep -oE '\[[A-Z]-[A-Z0-9-]+\]|"rule": "[A-Z0-9-]+"' | grep -oE '[A-Z]-[A-Z0-9-]+' | sort -u)
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

# What 'qmr explain' says is true of the programs that users have, and of one style.
scratch=$(mktemp) || exit 3
qmr=$(dirname "$1")/qmr
texts=$("$qmr" explain all)
options=$("$qmr" --help; for command in $("$qmr" --help | sed -nE 's/^  ([a-z]+)   .*/\1/p'); do "$qmr" "$command" --help; done)
for option in $(grep -oE -- '--[a-z][a-z-]+' <<<"$texts" | sort -u); do
  grep -qE -- "$option\b" <<<"$options" || { echo "'qmr explain' names $option, which no command of qmr has"; failed=1; }
done
if grep -nE 'qmr-(validate|merge|check|compose|render|verify)' <<<"$texts"; then
  echo "'qmr explain' names a stage, where users have qmr"; failed=1
fi
awk '/^[A-Z]-[A-Z0-9-]+ \(/ { id = $1; getline; if ($0 !~ /^  [a-z\x27<%0-9&A-Z]/ || $0 ~ /\.$/) print id ": the title" }
  /^  (Why it matters|What to do): / { n[id]++; sub(/^  [A-Za-z ]+: /, ""); if ($0 !~ /^[A-Z0-9\x27<]/ || $0 !~ /[.?]$/) print id ": " $0 }
  END { for (id in n) if (n[id] != 2) print id ": not a reason and a remedy" }' <<<"$texts" >"$scratch"
[ ! -s "$scratch" ] || { sed 's/$/ is not a sentence of the style of the others/' "$scratch"; failed=1; }
rm -f "$scratch"
[ "$(grep -c 'Why it matters' <<<"$texts")" -ge 150 ] || { echo "too few rules are explained"; failed=1; }
exit $failed
