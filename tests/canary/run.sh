#!/usr/bin/env bash
# What may be published holds what its reader sees, and nothing else: run.sh CANARY MERGE CHECK COMPOSE RENDER VALIDATE plants a unique
# word or figure in every field of framework, plan, return, earlier return, paper, accepted findings, layouts, words and style, with
# comments and processing instructions between; makes every layout in every format; and looks for them in all bytes, unpacked.
# Not planted: codes that layouts name (refs of sections) or that are words of a vocabulary; paths, conditions and names of layouts;
# fonts, colours, pages and types of a style.
set -u
export LC_ALL=C.UTF-8
[ $# -eq 6 ] || { sed -n '2,7s/^# //p' "$0" >&2; exit 2; }
canary=$(realpath "$1") merge=$(realpath "$2") check=$(realpath "$3") compose=$(realpath "$4") render=$(realpath "$5") validate=$(realpath "$6")
cd "$(dirname "$0")/../.." || exit 3
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
failed=0 looked=0 seen_words=0
fail() { echo "$*"; failed=1; }
. tests/canary/seen.sh

data=fixtures/council-2012
cat >"$scratch/accepted.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<accepted xmlns="urn:qmr:1" format="1.0" service="safeguarding">
  <exception rule="W-TONE" item="indicator PA 1" period="2012-13-Q2" by="SD"><text>Words.</text><reason>Looked at.</reason></exception>
</accepted>
XML
layouts=()
for file in layouts/*.xml; do layouts+=("$(basename "$file" .xml)=$file"); done
mkdir "$scratch/in" || exit 3
"$canary" plant "$scratch/in" framework=$data/framework.xml plan=$data/plans/2012-13/safeguarding.xml \
  return=$data/returns/2012-13-Q2/safeguarding.xml earlier=$data/returns/2011-12-Q2/safeguarding.xml \
  paper=$data/papers/community-strategy-mid-year.xml accepted="$scratch/accepted.xml" "${layouts[@]}" || exit 3
cd "$scratch" || exit 3

# A drawing, with a word wherever it may hold one that is not drawn.
cat >in/drawing.svg <<'XML'
<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" id="Drawncanary1"><!-- Drawncanary2 --><title>Drawncanary3</title>
<desc>Drawncanary4</desc><metadata><m xmlns="urn:m" by="Drawncanary5">Drawncanary6</m></metadata><?editor Drawncanary7?>
<g class="Drawncanary8" aria-label="Drawncanary9"><text x="1" y="9">Drawncanary10</text><circle cx="12" cy="12" r="10"/></g></svg>
XML
sed -i '0,/<picture /s//<picture file="drawing.svg" decorative="yes"\/><picture /' in/return.xml

code() { awk -F'\t' -v old="$1" '$1 == old { print $2 }' in/codes.tsv; }
inputs=(--framework in/framework.xml --plan in/plan.xml --return in/return.xml --previous in/earlier.xml --accept in/accepted.xml)
"$check" "${inputs[@]}" --out findings.xml >said 2>&1
[ $? -le 1 ] && [ -s findings.xml ] || { cat said; fail "no findings"; exit 1; }
"$merge" "${inputs[@]}" --out model.xml >said 2>&1
[ $? -le 1 ] && [ -s model.xml ] || { cat said; fail "no model"; exit 1; }
grep -q 'decorative="yes" density="3"' model.xml || fail "the drawing is not in the model"
! grep -q Drawncanary model.xml findings.xml || fail "the words of a drawing go on"

# look WHAT SEEN BYTES: canaries that are in BYTES and not seen.
look() {
  local said
  said=$("$canary" look in/canaries.tsv "$2" figures "$3") || fail "$1: holds what it does not show"$'\n'"$said"
  ! grep -aq Drawncanary "$3" || fail "$1: holds the words of a drawing"
  seen_words=$((seen_words + $(tail -1 <<<"$said" | cut -d' ' -f1))) looked=$((looked + 1))
}

# try LAYOUT ARGUMENT...: all formats of a layout.
try() {
  local layout=$1 book
  shift
  "$compose" --layout "in/$layout.xml" "$@" --out document.xml >said 2>&1 || { cat said; fail "$layout: not composed"; return; }
  rm -rf report.* books tables book attached.xml
  "$render" --to pdf --out report.pdf --to html --out report.html --to csv --out tables --to xlsx --out public.xlsx \
    --to xlsx --profile public --profile working --out working.xlsx document.xml >said 2>&1 || { cat said; fail "$layout: not rendered"; return; }
  "$canary" open report.pdf pdf.bytes pdf.strings || fail "$layout: the PDF cannot be read"
  pdftotext -raw report.pdf - >pdf.text
  if [ "$layout" = assurance-report ]; then
    grep -q 'not for publication' pdf.text || fail "$layout: does not say that it is internal"
    return
  fi
  cat pdf.text pdf.strings >pdf.seen
  page_text report.html >html.seen
  cat pdf.seen html.seen >figures
  look "$layout.pdf" pdf.seen pdf.bytes
  look "$layout.html" html.seen report.html
  (cd tables && cat -- *; ls) >csv.seen
  look "$layout.csv" csv.seen csv.seen
  for book in public working; do
    rm -rf book && "$canary" unpack "$book.xlsx" book || fail "$layout: no $book.xlsx"
    book_text book >xlsx.seen
    (cd book && find . -type f -print0 | xargs -0 cat; find . -type f) >xlsx.bytes
    look "$layout, $book.xlsx" xlsx.seen xlsx.bytes
  done
  pdfdetach -save 1 -o attached.xml report.pdf >/dev/null 2>&1 && "$validate" attached.xml >said 2>&1 || { cat said; fail "$layout: the attachment is not valid"; }
  { pdfinfo report.pdf; pdfinfo -meta report.pdf; grep -m1 '<document ' attached.xml; } >about.bytes
  { cat pdf.text; tr '\n' ' ' <"in/$layout.xml" | grep -oE '<layout [^>]*>' | grep -oE ' (title|subject|author)="[^"]*"'; } >about.seen
  look "$layout.pdf, what it says of itself" about.seen about.bytes
}

for file in in/*.xml; do
  layout=$(basename "$file" .xml)
  case $layout in
    framework | plan | return | earlier | paper | accepted | house-style | words-*) ;;
    quarter-status) ;; # of a run, and for the team: it says so
    cover-report) try "$layout" in/paper.xml ;;
    priority-based-report) try "$layout" --set wanted-board="$(code safer)" model.xml ;;
    assurance-report) try "$layout" model.xml findings.xml ;;
    *) try "$layout" model.xml ;;
  esac
done
try quarterly-monitoring-report --words in/words-cy.xml model.xml
echo "$looked files looked at, $seen_words times a canary was seen"
[ "$looked" -ge 45 ] && [ "$seen_words" -gt 2000 ] || fail "too little was looked at"
exit $failed
