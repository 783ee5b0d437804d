#!/usr/bin/env bash
# What 'qmr quarter' makes, of whatever was received: any subset of returns, refused, doubled and misplaced ones. Usage: run.sh QMR
. "$(dirname "$0")/council.sh"
cd "$work" || exit 3
found_council council
all="2012-13-Q2/boards/safer 2012-13-Q2/east 2012-13-Q2/north 2012-13-Q2/south 2012-13-Q2/west "

expect "a first run" 0 "2012-13-Q2/boards/safer" quarter 2012-13-Q2
[ "$(made)" = "$all" ] && pass || fail "a first run made: $(made)"
for service in "${services[@]}"; do
  [ -f out/2012-13-Q2/$service/report.html ] && pass || fail "a first run made no report of $service"
done
expect "a second run" 0 "2012-13-Q2/boards/safer" quarter 2012-13-Q2
[ -z "$(made)" ] && pass || fail "a second run made: $(made)"
expect "the last period" 0 "2012-13-Q2/north" quarter
rm -rf out/2012-13-Q2/east
expect "a folder that is gone" 0 "2012-13-Q2/east" quarter
[ "$(made)" = "2012-13-Q2/boards/safer 2012-13-Q2/east " ] && pass || fail "a folder that is gone: made $(made)"
touch council/returns/2012-13-Q2/north.xml
expect "what would be made" 0 "would be made: 2012-13-Q2/north" quarter --dry-run
[[ $said != *south* ]] && pass || fail "what would be made: $said"
expect "same bytes, other time" 0 "2012-13-Q2/north" quarter
[ "$(made)" = "2012-13-Q2/north " ] && pass || fail "same bytes, other time: made $(made), though the model is the same"

sed -i 's/ code="0"/ code="3"/' out/.quarter/2012-13-Q2/tasks/west.account
expect "one that was cut short" 0 "2012-13-Q2/west" quarter
[[ $(made) == *2012-13-Q2/west* ]] && pass || fail "one that was cut short: made $(made)"
cp council/returns/2012-13-Q2/west.xml council/returns/2012-13-Q2/$'we\nst.xml'
expect "a name with a line break" 0 "its name holds a line break: it is not used [Q-KIND]" quarter
rm council/returns/2012-13-Q2/$'we\nst.xml'

# Any subset of returns gives a true result: a report of what is there, a page of what is not, and a board's report that names it.
mkdir kept && cp council/returns/2012-13-Q2/* kept/
for subset in {0..15}; do
  rm -f council/returns/2012-13-Q2/*
  absent=0
  for i in {0..3}; do
    if ((subset >> i & 1)); then cp "kept/${services[i]}.xml" council/returns/2012-13-Q2/; else absent=$((absent + 1)); fi
  done
  expect "subset $subset" $((absent > 0)) "2012-13-Q2/boards/safer" quarter 2012-13-Q2
  for i in {0..3}; do
    page=out/2012-13-Q2/${services[i]}/report.html
    if ((subset >> i & 1)); then
      ! grep -q "was not available when this was made" "$page" && grep -q "Milestone" "$page" && pass || fail "subset $subset: ${services[i]} has no report"
    else
      grep -q "was not available when this was made" "$page" && ! grep -q "Milestone" "$page" && pass || fail "subset $subset: ${services[i]} is not absent"
    fi
  done
  n=$(cat out/2012-13-Q2/boards/safer/*.html | grep -o "reports was not available when this was made" | wc -l)
  [ "$n" = $absent ] && pass || fail "subset $subset: the board's report names $n services as absent, not $absent"
  n=$(grep -c "Missing" out/2012-13-Q2/team/status-tables/chase.csv)
  [ "$n" = $absent ] && pass || fail "subset $subset: $n services are chased, not $absent"
done
[ "$("$qmr" verify out/2012-13-Q2/north >/dev/null 2>&1; echo $?)" = 0 ] && pass || fail "a report cannot be proved"

# A broken return is refused, and not called missing; nothing of why is published.
sed 's/<return /<retrun /' kept/south.xml >council/returns/2012-13-Q2/south.xml
expect "a broken return" 1 "2012-13-Q2/south" quarter
grep -q "^South,.*,Refused," out/2012-13-Q2/team/status-tables/chase.csv && pass || fail "a broken return is not refused: $(cat out/2012-13-Q2/team/status-tables/chase.csv)"
grep -q "was not available" out/2012-13-Q2/south/report.html && ! grep -qi "refused\|retrun\|cannot be used" out/2012-13-Q2/south/*.* && pass || fail "a broken return: its page"
expect "proof of the page" 0 "repeated" "$qmr" verify out/2012-13-Q2/south

said_in=$(grep -A9 '2012-13-Q2/south"' out/2012-13-Q2/team/run.xml | sed -n 's/.*<team-file name="messages.txt" path="\([^"]*\)".*/\1/p' | head -1)
grep -q "S-ROOT" "out/2012-13-Q2/team/$said_in" && pass || fail "a broken return: the status does not lead to what was said of it ($said_in)"
n=0
while read -r link; do
  [ -f "out/2012-13-Q2/team/$link" ] && n=$((n + 1)) || fail "the status leads to $link, which is not there"
done < <(grep -o 'href="\.\./[^"]*' out/2012-13-Q2/team/status.html | sed 's/href="//')
[ "$n" -ge 10 ] && pass || fail "the status leads to $n files only"
"$qmr" validate out/2012-13-Q2/team/run.xml out/.quarter/2012-13-Q2/tasks/south.account && pass || fail "the record of a run is not valid"

# Two returns of one service: neither counts.
cp kept/south.xml council/returns/2012-13-Q2/south.xml && cp kept/south.xml council/returns/2012-13-Q2/south-new.xml
expect "two returns" 1 "there is a second return for the period, council/returns/2012-13-Q2/south" quarter
rm council/returns/2012-13-Q2/south-new.xml

# What cannot be read is told, and not called missing; a name may end in capitals.
rm council/returns/2012-13-Q2/south.xml; printf '\xff\xfenothing' >council/returns/2012-13-Q2/south.XML
expect "a file of junk" 1 "by its place it is taken for the return of 'south' [Q-READ]" quarter
grep -q "^South,.*,Refused," out/2012-13-Q2/team/status-tables/chase.csv && pass || fail "a file of junk is not refused: $(grep South out/2012-13-Q2/team/status-tables/chase.csv)"
rm council/returns/2012-13-Q2/south.XML; cp kept/south.xml council/returns/2012-13-Q2/south.xml
quarter >/dev/null 2>&1

sed 's/period="2012-13-Q2"/period="2012-13-Q2."/' kept/south.xml >council/returns/2012-13-Q2/south.xml
expect "a slip in the period" 1 "its period is '2012-13-Q2.', which cannot be read: where it belongs, nobody can tell [Q-READ]" quarter
grep -q "^South,.*,Refused," out/2012-13-Q2/team/status-tables/chase.csv && pass || fail "a slip in the period: the return is not refused"
cp kept/south.xml council/returns/2012-13-Q2/south.xml; quarter >/dev/null 2>&1

# What 'qmr accept' writes beside a plan is used.
read -r rule item < <("$qmr" accept out/2012-13-Q2/north 2>/dev/null | sed -n "s/^ *qmr accept \([^ ]*\) '\([^']*\)'.*/\1 \2/p")
"$qmr" accept "$rule" "$item" --role OD-CC --reason "Looked at." --accepted council/plans/2012-13/accepted.xml out/2012-13-Q2/north >/dev/null
expect "what was accepted beside a plan" 0 "2012-13-Q2/north" quarter
grep -q 'accepted="yes"\|accepted-by' out/2012-13-Q2/north/team/findings.xml && pass || fail "what was accepted beside a plan is not used: $rule $item"

# A last report that was good is kept when its return breaks.
printf '<' >>council/returns/2012-13-Q2/south.xml && quarter >/dev/null 2>&1
grep -q "Milestone" out/2012-13-Q2/south/team/withdrawn/report.html && grep -q "was not available" out/2012-13-Q2/south/report.html && pass || fail "the last good report is gone"
grep -q "the return cannot be used: 2012-13-Q2/south.xml, line [0-9]*: " out/2012-13-Q2/team/chase.txt && pass || fail "the letter gives no reason: $(cat out/2012-13-Q2/team/chase.txt)"
cp kept/south.xml council/returns/2012-13-Q2/south.xml && quarter >/dev/null 2>&1

# A file that is gone is made again; a layout of the council's own is found when it comes, and nothing of it stays when it goes.
rm out/2012-13-Q2/east/report.html
expect "a page that is gone" 0 "2012-13-Q2/east" quarter
[ -f out/2012-13-Q2/east/report.html ] && pass || fail "a page that is gone is not made again"
mkdir council/layouts && sed 's/ title="/ title="Own: /' "$root/layouts/quarterly-monitoring-report.xml" >council/layouts/quarterly-monitoring-report.xml
quarter >/dev/null 2>&1
grep -q "Own: " out/2012-13-Q2/east/report.html && pass || fail "a layout of the council's own is not found"
rm -r council/layouts && quarter >/dev/null 2>&1
! grep -q "Own: " out/2012-13-Q2/east/report.html && pass || fail "a layout of the council's own does not go"
expect "proof after that" 0 "repeated" "$qmr" verify out/2012-13-Q2/east

# A date that is still to come hides no later change; a slash more is the same folder.
touch -d '+1 hour' council/returns/2012-13-Q2/east.xml && quarter >/dev/null 2>&1
sed -i 's/title="[^"]*"/title="Another title"/' council/plans/2012-13/east.xml
expect "a plan beside a return of tomorrow" 0 "2012-13-Q2/east" quarter
expect "a slash more" 0 "" "$qmr" quarter --out out council/
! grep -q "was not available" out/2012-13-Q2/*/report.html && pass || fail "a slash more loses the plans"

# Documents that are no longer asked for are withdrawn.
cp council/calendar.xml kept/calendar.xml
sed -i 's|<report for="services" of=|<report for="services" layouts="what-changed" of=|' council/calendar.xml
quarter >/dev/null 2>&1
[ ! -e out/2012-13-Q2/north/report.html ] && [ -f out/2012-13-Q2/north/what-changed.html ] && pass || fail "what nobody asks for stays: $(ls out/2012-13-Q2/north)"
cp kept/calendar.xml council/calendar.xml && quarter >/dev/null 2>&1
sed 's/formats="html"/formats="pdf html"/' kept/calendar.xml >council/calendar.xml
expect "formats without a comma" 1 "'pdf html' is no format: write pdf, xlsx, html or csv" quarter
cp kept/calendar.xml council/calendar.xml

# Whatever report is made of several services names those that are missing.
rm council/returns/2012-13-Q2/south.xml
sed 's|<due |<report for="council" layouts="mid-year-progress-report, what-changed, quarterly-monitoring-report, improvement-plan, improvement-plan-exceptions, directorate-business-plan" formats="html"/><due |' kept/calendar.xml >council/calendar.xml
quarter >/dev/null 2>&1
for page in out/2012-13-Q2/council/*.html; do
  grep -q "What South reports was not available" "$page" && pass || fail "$page does not say that South is missing"
done
[ "$(ls out/2012-13-Q2/council/*.html | wc -l)" = 6 ] && pass || fail "reports of the council: $(ls out/2012-13-Q2/council)"
cp kept/calendar.xml council/calendar.xml; cp kept/south.xml council/returns/2012-13-Q2/south.xml

# What is no return stands in the way of nobody; a return of nobody is told.
cp council/framework.xml council/returns/2012-13-Q2/copy.xml
sed 's/service="south"/service="sotuh"/' kept/south.xml >council/returns/2012-13-Q2/other.xml
expect "strangers" 1 "its service 'sotuh' is no department of council/framework.xml: nothing is made of it [Q-SERVICE]" quarter
[[ $said == *"copy.xml: warning: it stands among the returns, and is <framework>: it is not used [Q-KIND]"* ]] && pass || fail "strangers: $said"
rm council/returns/2012-13-Q2/{copy,other}.xml
sed 's/service="south"/service="public-health"/' kept/south.xml >council/returns/2012-13-Q2/health.xml
expect "a return without a plan" 1 "no plan of 'public-health' is in force in its period: nothing is made of it [Q-PLAN]" quarter
rm council/returns/2012-13-Q2/health.xml
mkdir council/accepted
for name in one two; do printf '<accepted xmlns="urn:qmr:1" format="1.0" service="south"/>\n' >council/accepted/$name.xml; done
expect "what was accepted, twice" 1 "none of both is used [Q-TWICE]" quarter
rm council/accepted/two.xml
expect "what was accepted" 0 "2012-13-Q2/south" quarter
rm -r council/accepted

# A service without a plan: it stands everywhere as that, with its return or without; its last report is kept.
mv council/plans/2012-13/west.xml west.away
for what in "a return of a service without a plan" "neither plan nor return"; do
  expect "$what" 1 "no plan of it is in force in the period" quarter
  [ -e out/2012-13-Q2/west/team/withdrawn/report.html ] && grep -q "No service plan of this service is in force" out/2012-13-Q2/west/report.html && pass || fail "$what: its page: $(find out/2012-13-Q2/west)"
  grep -q "No service plan of West is in force" out/2012-13-Q2/boards/safer/*.html && pass || fail "$what: the board's report does not say so"
  grep -q "^West,.*\(no plan of the service\|nor a plan that\)" out/2012-13-Q2/team/status-tables/chase.csv && grep -q "West" out/2012-13-Q2/team/chase.txt && pass || fail "$what is not chased"
  grep -A1 "^Services without a plan in force: 1$" out/2012-13-Q2/team/summary.txt | grep -q West && pass || fail "$what: not in the summary"
  rm -f council/returns/2012-13-Q2/west.xml
done
expect "proof of a page without a plan" 0 "repeated" "$qmr" verify out/2012-13-Q2/west
mv west.away council/plans/2012-13/west.xml; cp kept/west.xml council/returns/2012-13-Q2/west.xml

# Reports none of whose services is there are pages that name each, and are never released; the last report is kept.
sed 's|<due |<report for="council" formats="html"/><due |' kept/calendar.xml >council/calendar.xml
expect "before all went" 0 "2012-13-Q2/council" quarter
rm council/returns/2012-13-Q2/*.xml
for run in 1 2; do
  expect "nothing of the council" 1 "2012-13-Q2/council" quarter 2012-13-Q2
  touch council/returns council/framework.xml
  for service in North South East West; do
    grep -q "What $service reports was not available" out/2012-13-Q2/council/report.html && pass || fail "nothing of the council: its page does not name $service"
  done
  grep -q "Milestone" out/2012-13-Q2/council/team/withdrawn/report.html && pass || fail "nothing of the council: its last report is gone"
done
expect "proof of such a page" 0 "repeated" "$qmr" verify out/2012-13-Q2/council
expect "release of such a page" 1 "none of the services that it is made of was available" "$qmr" release --today 2013-01-31 --out out 2012-13-Q2
cp kept/calendar.xml council/calendar.xml; cp kept/{north,south,east,west}.xml council/returns/2012-13-Q2/; quarter >/dev/null 2>&1

# A service that has left: its report is no longer true.
expect "before it left" 0 "2012-13-Q2/west" quarter
rm council/plans/2012-13/west.xml council/returns/*/west.xml; sed -i "s/, west//" council/calendar.xml
expect "a service that has left" 0 "2012-13-Q2/west" quarter
[ ! -e out/2012-13-Q2/west/report.html ] && [ -e out/2012-13-Q2/west/team/withdrawn/report.html ] && pass || fail "a service that has left: $(find out/2012-13-Q2/west)"

# The world.
expect "no framework" 3 "it says which services and boards there are" "$qmr" quarter --out out out
expect "a file for a folder" 3 "is a file: name the council's folder" "$qmr" quarter --out out council/framework.xml
for zero in "--jobs 0" "--jobs -1" "--time-limit 0" "--time-limit -3" "--every 0" "--keep-logs 0"; do
  case $zero in "--jobs -1") continue ;; esac
  expect "$zero" 2 "take numbers above 0" "$qmr" quarter --out out $zero council
done
expect "no such period" 2 "must look like" quarter 20x12
expect "a period of which there is nothing" 2 "is it the period that you mean?" quarter 2005-06-Q1
sed -i 's/<report /<report periods="Q2" /' council/calendar.xml
expect "a period without reports" 2 "makes no report in this period" quarter 2012-13-Q3
(exec 9>out/.quarter/2012-13-Q2/lock && flock 9 && exec sleep 20) &
holder=$!
until ! flock -n out/.quarter/2012-13-Q2/lock true; do sleep 0.05; done
expect "two at once" 3 "another run" quarter
kill $holder
finish
