#!/usr/bin/env bash
# Papers of which something cannot be read: what was supplied is not called missing, nothing exempt looks public, nothing that is
# not final looks final. Usage: test-papers.sh QMR
. "$(dirname "$0")/../robust/common.sh"
cp "$root/fixtures/council-2012/framework.xml" "$work"
cd "$work" || exit 3
cat >good.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<paper xmlns="urn:qmr:1" format="1.0" ref="hours" council="Merebank Borough Council" board="Learning Board" date="2010-05-11"
       officer="Head of Libraries" subject="Opening hours" part="public" status="final">
  <section ref="purpose" number="1.0" title="Purpose">
    <section ref="p-1" number="1.1"><text>To say when branches open.</text></section>
  </section>
  <section ref="background" number="7.0" title="Sources"><text>The survey of readers.</text></section>
</paper>
END

# paper CODE SED...: the paper, changed by the script, as one line of words in $words.
paper() {
  local code=$1
  rm -rf out
  sed -E "$2" good.xml >paper.xml
  [ "$2" = "" ] || ! cmp -s good.xml paper.xml || fail "$2: changes nothing"
  expect "${2:-the paper}" "$code" "" "$qmr" report --to html --layout cover-report paper.xml
  words=$(sed '/<style/,/<\/style>/d; s/<[^>]*>/ /g' out/papers/*/hours/cover-report.html 2>/dev/null | tr -s ' \n' ' ')
}
says() { [[ $words == *"$1"* ]] && pass || fail "does not say '$1': ${words: -900}"; }
says_not() { [[ $words != *"$1"* ]] && pass || fail "says '$1': ${words: -900}"; }

paper 0 ""
says "To say when branches open."
says_not "DRAFT"; says_not "Draft"; says_not "Not for publication"; says_not "Not readable"; says_not "There are no background papers"

# ---- what must not be taken for public or final
for part in Exempt "exempt, paragraph 3" privat; do
  paper 1 "s/part=\"public\"/part=\"$part\"/"
  says "Not for publication"
done
for part in 'part="public"' ''; do
  paper 1 "s/part=\"public\"/$part paragraph=\"3\"/"
  says "Not for publication by virtue of paragraph 3"
  expect "paragraph 3 and ${part:-no part}: validate" 1 "[S-EXEMPT]" "$qmr" validate paper.xml
done
paper 0 's/part="public"/part="exempt" paragraph="3"/'
for status in 's/ status="final"//' 's/status="final"/status="Finall"/' 's/status="final"/state="final"/'; do
  paper "$([[ $status == *//* ]] && echo 0 || echo 1)" "$status"
  says "DRAFT"; says "is not marked as final"
  grep -q 'status="draft"' out/papers/*/hours/team/manifest.xml && pass || fail "$status: the manifest says final"
done

# ---- words at a wrong place
paper 1 's/<text>(To say when branches open\.)<\/text>/\1/'
says "1.1 Not readable"; says "Purpose"
paper 1 's/<(\/?)text>/<\1body>/g'
says "1.1 Not readable"; says "7.0 List of background papers"
paper 1 's/<text>(To say.*)<\/text>/<text>Words beside<ul><item>One item.<\/item><\/ul><\/text><text>And more.<\/text>/'
says "Words beside"; says "One item."; says "And more."

# ---- the section that is looked for may be one whose name cannot be told
for ref in purpose '?'; do
  paper 1 "s/ref=\"background\"/ref=\"$ref\"/"
  says "The survey of readers."; says_not "There are no background papers"
done

# ---- that there are no background papers is said where the paper says so, and nowhere else
paper 0 '/ref="background"/d'
says_not "There are no background papers"; says "Nothing was supplied about background papers"
grep -q 'C-BACKGROUND' out/papers/*/hours/team/messages.txt && pass || fail "nobody is told that background papers are missing"
paper 0 '/ref="background"/d; s/ status="final"/& background-papers="none"/'
says "There are no background papers within the meaning of the Act"; says_not "Nothing was supplied"
grep -q 'C-BACKGROUND' out/papers/*/hours/team/messages.txt && fail "C-BACKGROUND of a paper that says there are none" || pass
messages=$(cat out/papers/*/hours/team/*messages.txt)
[[ $messages == *L-UNSHOWN* ]] && fail "a field that decides a sentence is called unshown: $messages" || pass

# ---- what is shown nowhere is told where it was written
cat >without.xml <<END
<layout xmlns="urn:qmr:1" format="1.0" name="without" of="paper" about="Without." title="Without" lang="en-GB"
        style="$root/layouts/house-style.xml" words="$root/layouts/words-en-GB.xml">
  <section id="report" page="portrait"><text field="section" titles="yes" level="1"/></section>
  <leaves-out field="part" reason="Not here."/>
</layout>
END
rm -rf out
expect "a layout without background papers" 0 "" "$qmr" report --to html --layout without.xml paper.xml
messages=$(cat out/papers/*/hours/team/*messages.txt)
[[ $messages == *"paper.xml:3:"*"shown nowhere in without"*"background-papers"* ]] && pass || fail "L-UNSHOWN is not at the author's words: $messages"

paper 0 '/ref="background"/d; s/ status="final"/& background-papers="none"/; s/^<\/paper>/<background document="Survey of homes"\/>&/'
says "Survey of homes"; says_not "There are no background papers"
grep -q 'C-BACKGROUND' out/papers/*/hours/team/messages.txt && pass || fail "a paper that has background papers and says there are none"
paper 1 '/ref="background"/d; s/ status="final"/& background-papers="perhaps"/'
says_not "There are no background papers"; says_not "Nothing was supplied"
paper 0 '/ref="background"/d; s/ part="public"/ kind="minutes"/'
says_not "background papers"

# ---- a link of which some words are bold is one link
sed -E 's|To say when branches open\.|See <a href="https://merebank.example/x">the <b>whole</b> <i>survey</i> of it</a>.|' good.xml >paper.xml
rm -rf out
expect "a link with bold words" 0 "" "$qmr" report --to pdf --layout cover-report paper.xml
links=$(pdfinfo -struct out/papers/*/hours/cover-report.pdf 2>/dev/null | grep -cw Link)
[ "$links" = 1 ] && pass || fail "one link is $links in the PDF"

# ---- what stands above and below the line does so in print, and has characters of its own in data
sed -E 's|<text>To say when branches open\.|<text><p>A roof of 9 m<sup>2</sup> on the 1<sup>st</sup> floor saves CO<sub>2</sub>.</p><table><tr><td>m<sup>2</sup></td><td>CO<sub>2</sub>, 10<sup>-3</sup>, 1<sup>st</sup></td></tr></table>|' good.xml >paper.xml
rm -rf out
expect "superscript and subscript" 0 "" "$qmr" report --to csv --to html --layout cover-report paper.xml
grep -q '9 m<sup>2</sup> on the 1<sup>st</sup> floor saves CO<sub>2</sub>\.' out/papers/*/hours/cover-report.html && pass || fail "no <sup>, <sub> in HTML"
grep -q '^m²,"CO₂, 10⁻³, 1st"' out/papers/*/hours/cover-report-tables/text-table-1.csv && pass || fail "CSV: $(cat out/papers/*/hours/cover-report-tables/text-table-1.csv)"

# ---- a table in the words of a paper is a sheet and a CSV file, its spans repeated
sed -E 's|<text>To say when branches open\.|<text><table caption="Hours"><tr><th>Branch</th><th colspan="2">Open</th></tr><tr><th/><th>now</th><th>then</th></tr><tr><td rowspan="2">Mill Road</td><td>30</td><td>28</td></tr><tr><td>9</td><td>8</td></tr></table><table><tr><td>x</td><td>y</td></tr></table>|' good.xml >paper.xml
rm -rf out
expect "a table in a paper" 0 "" "$qmr" report --to csv --to xlsx --layout cover-report paper.xml
sheets=$(cat out/papers/*/hours/cover-report-tables/text-table-*.csv | tr -d '\r')
[ "$sheets" = "$(printf '%s\n' 'Branch,Open now,Open then' 'Mill Road,30,28' 'Mill Road,9,8' 'Column 1,Column 2' x,y)" ] && pass || fail "the tables of a paper: $sheets"
unzip -p out/papers/*/hours/cover-report.xlsx xl/sharedStrings.xml | grep -q 'Number of tables: 2' && pass || fail "the workbook has not two tables"

# ---- a kind that cannot be read is nobody's guess, and one fault is one message
for kind in minuts Minutes 'report, draft' '?'; do
  paper 1 "/ref=\"background\"/d; /officer=/s/officer=\"[^\"]*\"//; s/ part=\"public\"/ kind=\"$kind\"/"
  says "Kind of paper Not readable"; says "Board Learning Board"
  says_not "Report to"; says_not "Minutes of"; says_not "Reporting officer"; says_not "ackground papers"
  [ "$(grep -c '\[[A-Z]-[A-Z]*\]$' out/papers/*/hours/team/messages.txt)" = 1 ] && pass || fail "kind='$kind': $(cat out/papers/*/hours/team/messages.txt)"
done
paper 0 's/ part="public"/ kind="minutes"/; s/ status="final"//'
says "Minutes of"; says_not "This report"; says_not "Report to"
grep -rq "Report to" out && fail "minutes are called a report: $(grep -rl 'Report to' out)" || pass

# ---- attributes of unknown names, elements in a background paper
paper 1 's/subject="/title="/'
says "Subject Not readable"; says_not "cover-report"
paper 1 's/^<\/paper>/<background><item place="Library">Survey of homes<\/item><\/background>&/'
says "Not readable Not readable Not readable"

# ---- an unreadable day of the meeting
paper 1 's/date="2010-05-11"/date="11 May 2010"/'
[ "$(ls out/papers)" = undated ] && pass || fail "an unreadable date: $(ls out/papers)"
# ---- what is broken is told of itself, also where no framework is near
alone=$(mktemp -d) || exit 3
trap 'rm -rf "$work" "$alone"' EXIT
cp good.xml "$alone/paper.xml"; cd "$alone" || exit 3
cat >plan.xml <<'END'
<plan xmlns="urn:qmr:1" format="1.0" service="libraries" title="Plan" from="2009-10" years="1" status="final">
</plan>
END
cat >model.xml <<'END'
<report xmlns="urn:qmr:1" format="1.0" service="libraries">
</report>
END
for file in paper plan model; do
  for slip in 's/^<\/[a-z]*>//' 's/^<([a-z]+) /<\1x /' 's/.*//' 's/^<.*/\&/'; do
    sed -E "$slip" "$file.xml" >broken.xml
    for layout in cover-report priority-based-report quarterly-monitoring-report; do
      expect "$file, $slip, $layout" 1 "broken.xml:" "$qmr" report --layout $layout broken.xml
    done
  done
done
expect "a plan, and no framework" 3 "no framework.xml" "$qmr" report plan.xml
finish
