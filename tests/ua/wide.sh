#!/usr/bin/env bash
# A table in prose that is wider than a page stands there in parts: wide.sh QMR-RENDER UA-CHECK DOCUMENT. Each part has its head and the names
# of its rows, no word is cut, no cell is lost, and nothing is against PDF/UA.
set -u
export LC_ALL=C.UTF-8
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
"$1" --to pdf --out "$scratch/wide.pdf" "$3" || exit 1
"$2" "$scratch/wide.pdf" || exit 1
pdftotext -layout "$scratch/wide.pdf" "$scratch/text" || exit 1
parts=$(grep -c 'Visits by week' "$scratch/text")
[ "$parts" -ge 2 ] || { echo "$parts parts"; exit 1; }
for word in Centre Pools Northern Lido; do
  n=$(grep -oc "\b$word\b" "$scratch/text")
  [ "$n" = "$parts" ] || { echo "$word stands in $n of $parts parts"; exit 1; }
done
for word in $(grep -oE '>[0-9]{5}<' "$3" | tr -d '<>') repairs; do
  n=$(grep -o "\b$word\b" "$scratch/text" | wc -l)
  [ "$n" = 1 ] || { echo "$word stands there $n times"; exit 1; }
done
