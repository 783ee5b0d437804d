#!/usr/bin/env bash
# One language: run.sh PSEUDO CANARY MERGE CHECK COMPOSE RENDER plants a unique word in every text of framework, plan, return, earlier
# return and paper, makes every sample layout in all formats, in Welsh and in a language of Greek letters made from the English
# words, and looks for words that no author wrote: Latin ones among the Greek, and English ones among the Welsh. In English, by a
# framework that calls all levels of its scales otherwise, it looks for the words that they have without one.
set -u
export LC_ALL=C.UTF-8
[ $# -eq 6 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
pseudo=$(realpath "$1") canary=$(realpath "$2") merge=$(realpath "$3") check=$(realpath "$4") compose=$(realpath "$5") render=$(realpath "$6")
cd "$(dirname "$0")/../.." || exit 3
root=$PWD scratch=$(mktemp -d) || exit 3
[ -n "${KEEP:-}" ] && echo "$scratch" || trap 'rm -rf "$scratch"' EXIT
failed=0 looked=0
fail() { echo "$*"; failed=1; }
. "$root/tests/canary/seen.sh"

layouts=()
for file in layouts/*.xml; do
  case $(basename "$file") in words-*.xml | house-style.xml) ;; *) layouts+=("$file") ;; esac
done
"$pseudo" "$scratch/words-qaa.xml" layouts/words-en-GB.xml "${layouts[@]}" || exit 3
cp layouts/words-cy.xml layouts/words-en-GB.xml "$scratch"
grep -ohE '<(word|phrase) [^>]*>' layouts/words-en-GB.xml "$scratch/words-qaa.xml" | grep -oE ' (text)="[^"]*"' | sed -E 's/\{[^}]*\}/ /g; s/^ text=//' >"$scratch/english"
grep -oE ' (as|text)="[^"]*"/>' layouts/words-cy.xml | sed -E 's/\{[^}]*\}/ /g; s/^ [a-z]*=//' >"$scratch/welsh"
cd "$scratch" || exit 3
latin() { grep -ohE '[[:alpha:]’]+' "$@" | grep -E '[A-Za-z]{3,}' | tr '[:upper:]' '[:lower:]' | sort -u; }
latin welsh >welsh.words
latin english | comm -23 - welsh.words >english.words

# Leaves of every text the planted word and {rule}, and puts a word where there was none.
bare() {
  sed -i -E 's/ caption="[^"]*"/ caption="zqccccc"/g; s/zq/\x01/g; s/\{rule\}/\x02/g; s/="[^"]*(\x01[a-z\x01]+)[^"]*"/="\1"/g
    s/>[^<>\x01\x02]*\x02[^<>\x01]*</>\x01rrrrr \x03</g; s/>[^<>\x02]*(\x01[a-z\x01]+)[^<>\x02]*\x02[^<>]*</>\1 \x03</g
    s/>[^<>\x02]*\x02[^<>\x01]*(\x01[a-z\x01]+)[^<>]*</>\x03 \1</g
    s/>[^<>\x01\x03]*[A-Za-z][^<>\x01\x03]*</>\x01bbbbb</g; s/>[^<>\x01\x03]*(\x01[a-z\x01]+)[^<>\x03]*</>\1</g
    s/\x01/zq/g; s/[\x02\x03]/{rule}/g' "$@"
}

# A key with a word of its own for each level: Zqmgreen of milestones, Zqigreen of indicators.
call_otherwise() {
  local key name
  for name in green amber red complete not-rated; do
    key+="<symbol scale=\"milestone\" name=\"$name\" word=\"Zqm${name/-/}\">zqkey</symbol><symbol scale=\"indicator\" name=\"$name\" word=\"Zqi${name/-/}\">zqkey {rule}</symbol>"
  done
  for name in better same worse not-comparable no-clear-change; do key+="<symbol scale=\"travel\" name=\"$name\" word=\"Zqt${name//-/}\">zqkey</symbol>"; done
  awk -v key="$key" '!done && /<(symbol|shorthand) |<\/framework>/ { sub(/<(symbol|shorthand) |<\/framework>/, key "&"); done = 1 } 1' "$1" >otherwise.xml && mv otherwise.xml "$1"
}

# plant NAME=FILE...: what the authors wrote, and what is made of it; PERIOD of a plan without a return.
plant() {
  rm -rf in model.xml findings.xml && mkdir in && "$canary" plant in "$@" || { fail "nothing planted: $*"; return; }
  bare in/[eprf]*.xml
  [ ! -f in/framework.xml ] || call_otherwise in/framework.xml
  { cut -f1 in/canaries.tsv; cut -f2 in/codes.tsv; } | grep -oE '[A-Za-z]+' | tr '[:upper:]' '[:lower:]' | sort -u >authors.words
  [ -f in/paper.xml ] && [ ! -f in/plan.xml ] && return
  local inputs=(--framework in/framework.xml --plan in/plan.xml)
  [ -f in/return.xml ] && inputs+=(--return in/return.xml) || inputs+=(--period "$PERIOD")
  [ -f in/earlier.xml ] && inputs+=(--previous in/earlier.xml)
  "$merge" "${inputs[@]}" --out model.xml >said 2>&1
  "$check" "${inputs[@]}" --out findings.xml >said 2>&1
  [ -s model.xml ] && [ -s findings.xml ] || { cat said; fail "no model of $*"; }
}

# look WHAT LANGUAGE FILE: words that neither authors nor the language have. Names of programs and standards are nobody's language.
look() {
  local words
  sed -E 's/&[a-z]+;/ /g; s/ (name|descr|title)="/ "/g; s/<[^>]*>/ /g; s/(https?|mailto):[^ "<]*//g' "$3" >plain
  if [ "$2" = en-GB ]; then
    looked=$((looked + 1))
    words=$(tr -s "\n " " " <plain | sed -E 's/(Higher|Lower) is better|grow worse|Same period last year//g' | grep -owE '[Gg]reen|[Aa]mber|[Rr]ed|[Bb]etter|[Ww]orse|Same|Complete|[Nn]ot rated|[Nn]ot comparable|[Nn]o clear change' | sort -u)
    [ -z "$words" ] || fail "$1: not in the words of the framework: $(tr '\n' ' ' <<<"$words")"
    return
  fi
  latin plain | grep -vxE 'zq[a-z]*|qmr|pdf|http|https|mailto|xlsx|csv|qaa' | comm -23 - authors.words >left
  case $2 in cy) words=$(comm -12 left english.words) ;; *) words=$(cat left) ;; esac
  looked=$((looked + 1))
  [ -z "$words" ] || fail "$1: nobody wrote: $(tr '\n' ' ' <<<"$words" | cut -c1-600)"
}

# try LAYOUT INPUT ARGUMENT...: all formats, in each language.
try() {
  local layout=$1 language
  shift
  for language in qaa cy en-GB; do
    "$compose" --layout "$root/layouts/$layout.xml" --words "words-$language.xml" "$@" --out document.xml >said 2>&1 || { cat said; fail "$layout: not composed"; return; }
    ! grep -E 'L-(PHRASE|WORD)|L-ENGLISH' said || fail "$layout: not all of it is in $language"
    rm -rf report.* tables book
    "$render" --to pdf --out report.pdf --to html --out report.html --to csv --out tables --to xlsx --out report.xlsx document.xml >said 2>&1 || { cat said; fail "$layout: not rendered"; return; }
    "$canary" open report.pdf pdf.bytes pdf.strings || fail "$layout: the PDF cannot be read"
    { pdftotext -raw report.pdf -; cat pdf.strings; } >pdf.seen
    sed '/<style/,/<\/style>/d; /<meta http-equiv/d; /<meta name="viewport"/d' report.html >page.html
    page_text page.html >html.seen
    cat tables/*.csv 2>/dev/null | sed -E 's/[a-z0-9-]+\.csv//g' >csv.seen
    "$canary" unpack report.xlsx book && book_text book | grep -v 'Microsoft Excel' >xlsx.seen
    for seen in pdf html csv xlsx; do look "$layout.$seen in $language" $language $seen.seen; done
    grep -q "/Lang *(*$language" pdf.bytes || fail "$layout.pdf does not say that it is in $language"
    grep -qE "<html [^>]*lang=\"$language\"" report.html || fail "$layout.html does not say that it is in $language"
  done
}

ln -s "$root/fixtures" fixtures || exit 3 # whose folder may have a name with spaces
old=fixtures/council new=fixtures/council-2012 children=fixtures/improvement
plant framework=$new/framework.xml plan=$new/plans/2012-13/safeguarding.xml return=$new/returns/2012-13-Q2/safeguarding.xml \
  earlier=$new/returns/2011-12-Q2/safeguarding.xml
for layout in quarterly-monitoring-report what-changed mid-year-progress-report service-plan directorate-business-plan improvement-plan \
  improvement-plan-exceptions; do
  try $layout model.xml
done
try priority-based-report --set wanted-board="$(awk -F'\t' '$1 == "safer" { print $2 }' in/codes.tsv)" model.xml
"$compose" --layout "$root/layouts/assurance-report.xml" --words words-cy.xml --out document.xml model.xml findings.xml >said 2>&1
! grep 'L-PHRASE' said || fail "assurance-report: not all of it is in cy"
plant framework=$children/framework.xml plan=$children/plan.xml return=$children/returns/2006-07-M3.xml earlier=$children/returns/2006-07-M2.xml
for layout in improvement-plan quarterly-monitoring-report mid-year-progress-report; do try $layout model.xml; done
PERIOD=2009-10-Q2 plant framework=$old/framework.xml plan=$old/plans/2009-10/health-and-partnerships.xml
for layout in quarterly-monitoring-report what-changed service-plan improvement-plan-exceptions; do try $layout model.xml; done
# What nobody can read, and what must be there and is not; periods, kinds and units of all sorts.
damaged='s/ due="[^"]*"/ due="soon"/; s/ unit="percent"/ unit="?"/; s/ category="[^"]*"//; s/ number="4[^"]*"/ number="fo ur"/; s/(<indicator ref="[^"]*1") [^>]* unit/\1 unit/; s/(<milestone) ref="[^"]*"/\1/; s/ unit="per-1000"/ unit="yes-no"/
  s/ kind="snapshot"/ kind="flow"/; s/ kind="annual"/ kind="cumulative-over-plan"/; s/ submitted="[^"]*"//; s/ period="2008-09"/ period="2007-09"/'
plant framework=$old/framework.xml plan=$old/plans/2009-10/health-and-partnerships.xml return=$old/returns/2009-10-Q4/health-and-partnerships.xml
sed -i -E "$damaged" in/plan.xml in/return.xml
"$merge" --framework in/framework.xml --plan in/plan.xml --return in/return.xml --out model.xml >said 2>&1
for layout in quarterly-monitoring-report service-plan mid-year-progress-report; do try $layout model.xml; done
plant paper=$new/papers/community-strategy-mid-year.xml
try cover-report in/paper.xml
echo "$looked files looked at"
[ "$looked" -ge 140 ] || fail "too few files were looked at"
exit $failed
