#!/usr/bin/env bash
# Papers of a meeting are chased from their day in the calendar to the day of the meeting. Usage: papers.sh QMR
. "$(dirname "$0")/council.sh"
cd "$work" || exit 3
found_council council

# The quarter before today's, of a year that begins in April.
month=$(date +%-m) year=$(date +%Y)
quarter=$(((month + 8) / 3 % 4)) # of today's, from 0
[ "$month" -lt 4 ] && year=$((year - 1))
[ $quarter = 0 ] && year=$((year - 1)) quarter=4
period=$year-$(printf %02d $(((year + 1) % 100)))-Q$quarter
mkdir -p "council/plans/${period%-*}" "council/returns/$period" council/papers
sed "s/2012-13/${period%-*}/g" council/plans/2012-13/north.xml >"council/plans/${period%-*}/north.xml"
sed "s/period=\"2012-13-Q2\"/period=\"$period\"/" council/returns/2012-13-Q2/north.xml >"council/returns/$period/north.xml"

# meeting DAYS-TO-PAPERS DAYS-TO-MEETING [OF]: runs with one meeting; $letters is whom to chase.
meeting() {
  cat >council/calendar.xml <<XML
<calendar xmlns="urn:qmr:1" format="1.0">
  <report for="services" of="north" formats="html"/>
  <report for="papers" layouts="cover-report" formats="html" ${3-}/>
  <meeting date="$(date -d "$2 days" +%F)" papers="$(date -d "$1 days" +%F)"/>
</calendar>
XML
  rm -rf out
  said=$("$qmr" quarter --out out council "$period" 2>&1)
  letters=$(cat "out/$period/team/chase.txt")
}
day=$(date -d "3 days" +%F)
meeting -2 3
grep -q "^- Papers for the meeting of $day: no paper for it has been received ([23] days late)\.$" <<<"$letters" && pass || fail "missing papers: $letters $said"
grep -q "^papers/$day  *missing" <<<"$said" && pass || fail "the table: $said"
grep -q "Papers for the meeting of $day" "out/$period/team/status.html" && pass || fail "the status says nothing of it"
meeting -2 3 'of="other"'
! grep -q "Papers for" <<<"$letters" && pass || fail "nobody knows at which meeting a certain paper is: $letters"
meeting 2 5
! grep -q "Papers for" <<<"$letters" && pass || fail "papers that are not due yet: $letters"
meeting -9 -3
! grep -q "Papers for" <<<"$letters" && pass || fail "the meeting is over: $letters"
sed "s/ date=\"[^\"]*\"/ date=\"$day\"/; s/ status=\"[^\"]*\"//" "$root/fixtures/council-2012/papers/support-centre.xml" >council/papers/paper.xml
meeting -2 3
! grep -q "no paper for it" <<<"$letters" && pass || fail "there is a paper: $letters"
grep -q "the paper is marked as a draft; please send the final one ([23] days late)" <<<"$letters" && pass || fail "a draft of a paper: $letters"

finish
