#!/usr/bin/env bash
# What is released, what is refused and why: test-release.sh QMR.
. "$(dirname "$0")/council.sh"

# ---- errors, drafts
report $service
expect "an error that nobody accepted" 1 "refused: 1 error that nobody has accepted" release
holds "nothing is public" lacks out/public
accept_all $service
expect "the error is accepted" 0 "$folder: released: 12 files in $public/$service" release
holds "public is clean" public_is_clean
holds "the page is there" cmp $folder/report.html $public/$service/report.html
holds "the tables are there" diff -r $folder/tables $public/$service/tables
stood=$(stat -c %i $public/$service $public/$service/*)
expect "a second time" 0 "already released: the same 12 files" release
holds "nothing was touched" [ "$stood" = "$(stat -c %i $public/$service $public/$service/*)" ]
sed -i '0,/status="final"/s//status="draft"/' returns/2009-10-Q4/$service.xml
report $service --accept accepted-$service.xml
cp -r $public before
expect "a draft return" 1 "refused: made from what is not status=\"final\": returns/2009-10-Q4/$service.xml" release
expect "what was released before stays, and is said" 1 "what was released before stays in $public/$service" release
holds "it stays as it was" diff -r before $public
sed -i '0,/status="draft"/s//status="final"/' returns/2009-10-Q4/$service.xml
sed -i '0,/status="final"/s//status="draft"/' plans/2009-10/$service.xml
report $service --accept accepted-$service.xml
expect "a draft plan" 1 "is not status=\"final\": plans/2009-10/$service.xml" release
sed -i '0,/status="draft"/s//status="final"/' plans/2009-10/$service.xml

# ---- a changed report
sed -i 's/No significant progress has been made here/Little has been done here/' returns/2009-10-Q4/$service.xml
expect "what it was made from has changed" 1 "refused: " release
report $service --accept accepted-$service.xml
expect "a changed report" 0 "released again: " release
holds "it is the new one" grep -q 'Little has been done here' $public/$service/report.html
holds "public is clean again" public_is_clean
echo altered >>$public/$service/report.html
expect "somebody altered what was released" 0 "$folder: released again: in $public/$service 1 file is new or changed" release
echo stray >$public/$service/notes.txt
expect "somebody added to what was released" 0 "$folder: released again: in $public/$service 1 file is public no more
" release
echo altered | tee -a $public/$service/report.html $public/$service/tables/notes.csv >stray && mv stray $public/$service/
expect "both" 0 "$folder: released again: in $public/$service 2 files are new or changed, 1 is public no more
" release
cp -r out $work-more
"$qmr" report --to html --accept accepted-$service.xml plans/2009-10/$service.xml returns/2009-10-Q4/$service.xml >/dev/null 2>&1
expect "in fewer formats" 0 "$folder: released again: in $public/$service 11 files are public no more
" release
rm -rf out && mv $work-more out
echo stray >$public/$service/notes.txt
expect "what goes is said" 0 "$public/$service/notes.txt: is public no more" release
cp -r out $work-more
cp "$root/layouts/service-plan.xml" other.xml && "$qmr" report --layout ./other.xml --to html --accept accepted-$service.xml plans/2009-10/$service.xml returns/2009-10-Q4/$service.xml returns/2009-10-Q3/$service.xml >/dev/null 2>&1
expect "a report of other files, with another layout" 0 "$public/$service/report.html: is public no more: the report does not have it any more" release
holds "it is public no more" lacks $public/$service/report.html
holds "what stands is listed" public_is_clean
rm -rf out other.xml && mv $work-more out
rm $public/$service/SHA256SUMS
expect "the list of what was released is gone" 0 "$folder: released again: in $public/$service the list SHA256SUMS is new or changed" release
holds "all is as it was" public_is_clean

# ---- a draft of an earlier quarter gives trends
cp returns/2009-10-Q3/$service.xml earlier.xml
sed -i '0,/status="final"/s//status="draft"/' returns/2009-10-Q3/$service.xml
trend() { "$qmr" report --to html --to csv --accept accepted-$service.xml "$@" plans/2009-10/$service.xml returns/2009-10-Q4/$service.xml returns/2009-10-Q3/$service.xml >/dev/null 2>&1; }
trend
holds "its report is one" grep -q ' status="draft"' $folder/team/manifest.xml
holds "its model is one" grep -q '^<report .* status="draft"' $folder/team/model.xml
holds "and its pages say so" grep -q '<p class="status">DRAFT' $folder/report.html
expect "an earlier return is a draft" 1 "returns/2009-10-Q3/$service.xml" release
trend --layout service-plan
holds "also where a layout asks for the plan alone" grep -q '<p class="status">DRAFT' $folder/service-plan.html
holds "a draft return, too" sh -c "sed -i '0,/status=\"final\"/s//status=\"draft\"/' returns/2009-10-Q4/$service.xml && \"\$0\" report --to html --layout service-plan plans/2009-10/$service.xml returns/2009-10-Q4/$service.xml; sed -i '0,/status=\"draft\"/s//status=\"final\"/' returns/2009-10-Q4/$service.xml; grep -q 'class=.status.>D' $folder/service-plan.html" "$qmr"
mv earlier.xml returns/2009-10-Q3/$service.xml
report $service --accept accepted-$service.xml

# ---- names
report $service --accept accepted-$service.xml --name 'A safer place/Health & Partnerships'
expect "names with spaces" 0 "released: 12 files in $public/A safer place/Health & Partnerships" release
holds "are public" public_is_clean
rm -r "out/2009-10-Q4/A safer place"
expect "what has no report any more stays, and is said" 0 "$public/A safer place/Health & Partnerships: stays" release
expect "team is no name for a report" 2 "is no name for a folder" "$qmr" report --name boards/team plans/2009-10/$service.xml
expect "public/ is filled by nothing else" 2 "filled by 'qmr release' alone" "$qmr" report --out out/public plans/2009-10/$service.xml
expect "nor a period of it" 2 "filled by 'qmr release' alone" "$qmr" report --out out/public/2009-10-Q4 plans/2009-10/$service.xml
sed 's/files="report"/files="team\/report"/' "$root/layouts/quarterly-monitoring-report.xml" >odd.xml
cp "$root"/layouts/{house-style,words-en-GB}.xml .
expect "a layout that calls its files as those for the team" 1 "[L-FILES]" "$qmr" report --layout odd.xml --name odd plans/2009-10/$service.xml returns/2009-10-Q4/$service.xml
holds "nothing is left of it" lacks out/2009-10-Q4/odd

# ---- the day
rm -r out/public
today=2010-06-14 expect "too early" 1 "refused: not before 2010-06-15, says calendar.xml; today is 2010-06-14" release
today=2010-06-16 expect "later" 0 "released: " release
rm -r out/public
sed 's/day="2010-06-15"/day="2010-06"/' calendar.xml >month.xml
today=2010-06-29 expect "a month is over when it is over" 1 "not before 2010-06-30, says month.xml" release --calendar month.xml
today=2010-06-30 expect "its last day" 0 "released: " release --calendar month.xml
rm -r out/public
mv calendar.xml kept.xml
expect "no calendar" 1 "no calendar says from which day: put calendar.xml beside or above framework.xml" release
expect "a calendar that is named" 0 "released: " release --calendar kept.xml
expect "a calendar that is not there" 3 "cannot read none.xml" release --calendar none.xml
grep -v 2009-10-Q4 kept.xml >calendar.xml
expect "a period that the calendar does not know" 1 'write <release period="2009-10-Q4" day="..."/> into it' release
sed 's/2010-06-15/15.6.2010/' kept.xml >calendar.xml
expect "a calendar with faults" 1 "the calendar calendar.xml has faults" release
expect "they are said" 1 "[V-DATE]" release
cp kept.xml calendar.xml
cp -r . "$work-elsewhere" && cd / || exit 3
expect "from another folder" 0 "already released" "$qmr" release 2009-10-Q4 --out "$work-elsewhere/out" --today 2010-06-15
rm -rf "$work-elsewhere"
cd "$work" || exit 3

# ---- the command line
of=2009-Q5 expect "no period" 2 "say what is to be released" release
of=papers/2010-06 expect "no day" 2 "say what is to be released" release
today=15.6.2010 expect "no today" 2 "--today must be a day" release
expect "a day that has not come, for all to see" 2 "name another folder with --out" "$qmr" release 2009-10-Q4 --today 2099-06-15
of=2009-10-Q1 expect "no reports" 1 "there is no report in it" release
rm -rf out/public
expect "the clock is past 2010" 0 "released: " "$qmr" release 2009-10-Q4

# ---- no place to put it
rm -r out/public
: >out/public
expect "public is no folder" 3 "not released: see above" release
rm out/public
mkdir -p $public
ln -s ../../../plans $public/$service
expect "a link where the report goes" 1 "$public/$service is a link" release
holds "nothing was written there" lacks plans/report.html
rm -r out/public
mkdir -p out/public
ln -s ../2009-10-Q4 out/public/2009-10-Q4
expect "a link where the period goes" 1 "out/public/2009-10-Q4 is a link" release
holds "the report stays" [ -e $folder/team/manifest.xml ]
rm -r out/public

mkdir elsewhere && ln -s ../elsewhere out/public
expect "public is a link" 1 "out/public is a link" release
holds "nothing was written elsewhere" lacks elsewhere/2009-10-Q4
rm -r out/public elsewhere

# ---- what cannot be read is not taken for nothing
chmod 000 $folder/team
if [ "$(id -u)" != 0 ]; then
  expect "a report whose team/ cannot be read" 3 "cannot read $folder/team/manifest.xml" release
elif setpriv --reuid=65534 --regid=65534 --clear-groups true 2>/dev/null; then
  chmod 755 "$work"
  expect "a report whose team/ cannot be read" 3 "cannot read $folder/team/manifest.xml" setpriv --reuid=65534 --regid=65534 --clear-groups "$qmr" release 2009-10-Q4 --today 2010-06-15
fi
chmod 755 $folder/team

# ---- reports around and inside of each other
mv $folder outer # qmr report makes neither of them while the other is there
report $service --accept accepted-$service.xml --name $service/inner
mv $folder/inner inner && rmdir $folder && mv outer $folder && report $service --accept accepted-$service.xml
expect "the outer one" 0 "$folder: released: " release
mv $folder outer && mkdir $folder && mv inner $folder/
expect "the inner one would stand inside of what is released" 1 "it would stand inside of another report, $public/$service" release
holds "that is as it was" public_is_clean
mv $public/$service kept
expect "without it" 0 "$folder/inner: released: " release
rm -r $folder && mv outer $folder
expect "the outer one would take its place" 1 "another report stands inside of $public/$service, in inner" release
holds "the inner one stays" [ -e $public/$service/inner/SHA256SUMS ]
finish
