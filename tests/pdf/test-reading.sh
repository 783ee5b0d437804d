#!/usr/bin/env bash
# Words of PDFs as a reader joins them. Usage: test-reading.sh MAKE-PDF QMR-PDF-WORDS QMR-VALIDATE
set -u
make=$1 words=$2 validate=$3 failed=0
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
fail() { printf '%s\n' "$*"; failed=1; }

# shown KIND [NUMBER]: the words file, a block a line, cells parted by bars, in $work/text; valid by its schema.
shown() {
  "$make" "$@" "$work/a.pdf" || fail "$*: is not made"
  "$words" <"$work/a.pdf" >"$work/a.xml" || fail "$*: is not read"
  "$validate" "$work/a.xml" >"$work/messages" 2>&1 || fail "$*: $(head -5 "$work/messages")"
  sed -nE 's/^ *<(h|p)>(.*)<\/(h|p)>$/\2/p; s/^ *<tr>(.*)<\/tr>$/\1/p; s/^ *<page number="([0-9]+)".*/== \1/p' "$work/a.xml" |
    sed -E 's/<th[^>]*>/!/; s/<\/t[dh]><t[dh][^>]*>/|/g; s/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g' >"$work/text"
}
has() { grep -qxF -- "$1" "$work/text" || fail "$kind: lacks the line '$1': $(cat "$work/text")"; }
lacks() { ! grep -qF -- "$1" "$work/text" || fail "$kind: has '$1': $(cat "$work/text")"; }
lines() { [ "$(grep -vc '^==' "$work/text")" = "$1" ] || fail "$kind: not $1 blocks: $(cat "$work/text")"; }

one="Wardens walked every street of the borough in spring and wrote down where lamps were out or drains were blocked. Most of what they found was mended before the month had ended. People who had told the Council of a lamp were written to when it burned again. Nobody had done so in earlier years, and many wrote back to say how glad they were of it. In summer the wardens looked at parks and playgrounds in the same way."
two="Libraries stayed open on two evenings more than a year ago. Visits rose in all branches but one, whose roof was being mended. Volunteers read to children on Saturdays, and a bus took books to the villages along the river. Readers chose a fifth of all new books themselves. The survey of readers will be made again in autumn and told to members in the winter, together with what it cost to open longer hours there."
for kind in paragraphs stamp; do
  shown $kind
  has "Wardens and lamps"; has "$one"; has "$two"
  tr '\n' ' ' <"$work/text" >"$work/line" && mv "$work/line" "$work/text"
  grep -qF "The performance of a multi-agency team is the office’s performance, and performance has many multi-agency parts." "$work/text" ||
    fail "$kind: hyphens and ligatures: $(cat "$work/text")"
  lacks DRAFT
done
for kind in columns staggered a3; do
  shown $kind
  has "$one"; has "$two"; lines 2
  [ "$(grep -n Wardens "$work/text" | cut -d: -f1)" -lt "$(grep -n Libraries "$work/text" | cut -d: -f1)" ] || fail "$kind: out of order"
done
for kind in table sideways; do
  shown $kind
  has "!Ref.|What is counted|2009/10|Target"; has "LS 1|Visits to libraries|1,204|1,150"; has "LS 2|Lamps that burn|98.5%|97.0%"
  has "|Total|12|9"; has "Words below the table belong to no row of it, and go on over the end of their own line."; lines 5
done
kind=bullets; shown $kind
has "Lamps are mended within a week, wherever somebody has told the Council of one."; has "Drains are looked at."; has "Parks stay open."; lines 4
kind=running; shown $kind 12
has "Visit number 7 was made, and what was seen was written down at once."; lacks "Page"; lacks "Merebank"
has "The last words of a page need not end a sentence: what is begun here at the foot of the page, with words that fill the line up to its end, finds its way and its figure of 4,711 only overleaf."
grep -q ' over="[0-9]' "$work/a.xml" || fail "running: where the page ends is not told"
kind=mixed; shown $kind
[ "$(grep -c 'lacks="words"' "$work/a.xml")" = 1 ] || fail "mixed: the scanned page is not told: $(cat "$work/a.xml")"
grep -q '<page number="2".*lacks="words"/>' "$work/a.xml" || fail "mixed: another page is told"
exit $failed
