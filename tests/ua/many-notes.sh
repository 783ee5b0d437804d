#!/usr/bin/env bash
# A table with 1,000 notes of figures: many-notes.sh QMR-RENDER UA-CHECK DOCUMENT, whose words and style it has. Every mark leads to its
# words and back, nothing is against PDF/UA, and the cells of the workbook's data stay numbers.
set -u
export LC_ALL=C.UTF-8
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
notes=1000
fail() { echo "$*"; exit 1; }
{
  sed '/<section /,$d' "$3"
  echo '<section page="portrait"><table id="many"><caption>Many</caption><column heading="Row" row-header="yes"/><column heading="Figure" align="end"/><group>'
  for n in $(seq $notes); do
    echo "<row><cell><para>R$n</para></cell><cell><value number=\"$((n + 5000))\" unit=\"count\" flags=\"estimate\"><footnote number=\"$n\"/></value></cell></row>"
  done
  echo '</group></table>'
  for n in $(seq $notes); do echo "<para style=\"note\" note=\"$n\">Says$n of it.</para>"; done
  echo '</section></document>'
} >"$scratch/document.xml"
"$1" --to pdf --out "$scratch/many.pdf" --to html --out "$scratch/many.html" --to csv --out "$scratch/many" "$scratch/document.xml" || exit 1
"$2" "$scratch/many.pdf" || exit 1
pdftotext -layout "$scratch/many.pdf" "$scratch/text" || exit 1
for n in 1 10 500 $notes; do
  figure=$(printf "%'d" $((n + 5000)) | tr -d ,)
  grep -qE "R$n +${figure:0:1},${figure:1} \(E\)\[$n\]" "$scratch/text" || fail "the figure of row $n and its mark are not in one line"
  grep -qE "^ *\[$n\] +Says$n of it" "$scratch/text" || fail "the words of note $n are not there"
  grep -q "^R$n,$figure,\[e\],\[note $n\]" "$scratch/many/many.csv" || fail "row $n of the data is not as it should be"
  [ "$(grep -o "href=\"#note:$n\"" "$scratch/many.html" | wc -l)" = 1 ] && [ "$(grep -o "href=\"#note:$n-ref\"" "$scratch/many.html" | wc -l)" = 1 ] ||
    fail "note $n of the page has no links there and back"
done
[ "$(grep -oE '\(E\)\[[0-9]+\]' "$scratch/text" | sort -u | wc -l)" = $notes ] || fail "there are not $notes marks"
