#!/usr/bin/env bash
# A report's own PDF says what its model says: its words come back in order, nothing in it is found to differ; a figure that is
# another one in the PDF is found, on its page. Usage: test-own.sh QMR QMR-CHECK QMR-PDF-WORDS
. "$(dirname "$0")/../robust/common.sh"
check=$(realpath "$2") words=$(realpath "$3")
cd "$root/fixtures" || exit 3

# back NAME PDF DOCUMENT: of the words of the document how many come back, in order.
back() {
  "$words" <"$2" >"$work/words.xml" || fail "$1: is not read"
  python3 - "$3" "$work/words.xml" <<'END' || fail "$1: words are lost or out of order"
import difflib, re, sys, xml.etree.ElementTree as tree
def words(path):
    return re.findall(r"\S+", re.sub(r"\s+([.,;:])(?=\s|$)", r"\1", " ".join(tree.parse(path).getroot().itertext())))
shown, read = words(sys.argv[1]), words(sys.argv[2])
same = sum(block.size for block in difflib.SequenceMatcher(None, shown, read, autojunk=False).get_matching_blocks())
print("%d words, %d come back: %.2f %%" % (len(shown), same, 100 * same / len(shown)))
sys.exit(same < 0.99 * len(shown) or len(shown) < 300)
END
}

# own NAME PDF OPTION...: the findings with the PDF are those without.
own() {
  local name=$1 pdf=$2 without with
  shift 2
  "$check" "$@" --out "$work/without.xml" 2>/dev/null
  "$check" "$@" --also "$pdf" --out "$work/with.xml" --facts "$work/facts.xml" 2>"$work/messages"
  without=$(grep -c '<finding ' "$work/without.xml") with=$(grep -c '<finding ' "$work/with.xml")
  [ "$without" = "$with" ] && pass || fail "$name: $without findings without its PDF, $with with it: $(grep -A2 '\.pdf' "$work/messages")"
  grep -q 'page="' "$work/facts.xml" && pass || fail "$name: nothing was understood of its PDF"
}

made() { "$qmr" report --layouts "$root/layouts" --to pdf --out "$work/$1" "${@:2}" >/dev/null 2>&1; }

hp=(council/plans/2009-10/health-and-partnerships.xml council/returns/2009-10-Q4/health-and-partnerships.xml
  council/returns/2008-09-Q4/health-and-partnerships.xml council/returns/2009-10-Q3/health-and-partnerships.xml)
hp_options=(-f council/framework.xml -p "${hp[0]}" -r "${hp[1]}" --previous "${hp[2]}" --previous "${hp[3]}")
made out "${hp[@]}"
out=$work/out/2009-10-Q4/health-and-partnerships
back "service report" "$out/report.pdf" "$out/team/report.xml"
own "service report" "$out/report.pdf" "${hp_options[@]}"
sg=(council-2012/plans/2012-13/safeguarding.xml council-2012/returns/2012-13-Q2/safeguarding.xml council-2012/returns/2011-12-Q2/safeguarding.xml)
made out "${sg[@]}"
out=$work/out/2012-13-Q2/safeguarding
back "report of 2012" "$out/report.pdf" "$out/team/report.xml"
own "report of 2012" "$out/report.pdf" -f council-2012/framework.xml -p "${sg[0]}" -r "${sg[1]}" --previous "${sg[2]}"
made out --layout cover-report council-2012/papers/support-centre.xml
back "paper" "$work"/out/papers/*/support-centre/cover-report.pdf "$work"/out/papers/*/support-centre/team/cover-report.xml

# One figure is another one in the PDF: one finding, on the page where it stands, in text, JSON and findings.
mkdir "$work/other" && cp -r council "$work/other/" && cd "$work/other" || exit 3
sed -i 's/number="475"/number="457"/' council/returns/2009-10-Q4/health-and-partnerships.xml
made altered "${hp[@]}"
pdf=$work/altered/2009-10-Q4/health-and-partnerships/report.pdf
cd "$root/fixtures" || exit 3
page=$(for n in $(seq 1 40); do pdftotext -f "$n" -l "$n" "$pdf" - 2>/dev/null | grep -qw 457 && echo "$n"; done)
cp "$pdf" "$work/sent.pdf"
"$check" "${hp_options[@]}" --out "$work/without.xml" 2>/dev/null
"$check" "${hp_options[@]}" --also "$work/sent.pdf" --out "$work/with.xml" --json "$work/with.json" 2>"$work/messages"
grep -F "sent.pdf" "$work/messages" | grep -v "^ " >"$work/found"
[ "$(grep -c "^$work/sent.pdf, page $page: .*457" "$work/found")" = 1 ] && [ "$(wc -l <"$work/found")" = 1 ] && pass ||
  fail "457 for 475 on page $page: $(cat "$work/found")"
grep -q "<finding .*file=\"$work/sent.pdf\" page=\"$page\"" "$work/with.xml" && pass || fail "the finding's page: $(grep sent.pdf "$work/with.xml")"
grep -q "\"page\": *$page" "$work/with.json" && pass || fail "the page in JSON: $(grep sent.pdf "$work/with.json")"
"$check" "${hp_options[@]}" --also "$work/sent.pdf" --format=json 2>&1 | grep -q "\"page\": *$page" && pass || fail "the page in messages as JSON"

# What is sent reaches no published byte, and the manifest knows it.
"$qmr" report --layouts "$root/layouts" --out "$work/plain" "${hp[@]}" >/dev/null 2>&1
"$qmr" report --layouts "$root/layouts" --out "$work/also" --also "$work/sent.pdf" "${hp[@]}" >/dev/null 2>&1
a=$work/plain/2009-10-Q4/health-and-partnerships b=$work/also/2009-10-Q4/health-and-partnerships
diff -r --exclude=team "$a" "$b" >"$work/differ" && pass || fail "published bytes differ: $(head -3 "$work/differ")"
grep -q "as=\"also\" path=\"[^\"]*sent.pdf\" sha256=\"$(sha256sum <"$work/sent.pdf" | cut -d' ' -f1)\"" "$b/team/manifest.xml" && pass ||
  fail "the manifest: $(grep sent "$b/team/manifest.xml")"
"$qmr" verify "$b" >"$work/verified" 2>&1 && pass || fail "is not repeated: $(cat "$work/verified")"
pdftotext "$b/team/assurance.pdf" - | tr '\n' ' ' | grep -q "sent.pdf, page $page" && pass || fail "the assurance report does not name the page"
finish
