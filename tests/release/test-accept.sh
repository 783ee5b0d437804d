#!/usr/bin/env bash
# Accepting a finding: what is written where, what is refused: test-accept.sh QMR.
. "$(dirname "$0")/council.sh"
report $service
accept() { "$qmr" accept "$@" --role "${role-OD-HP}" --reason "${reason-The target was agreed anew in May.}"; }
beside=plans/2009-10/accepted.xml

expect "another item" 1 "there is no finding G-BETTER on indicator NI 124 (did you mean 'indicator NI 123'?)" accept G-BETTER "indicator NI 124" $folder
expect "another rule" 1 "there is no finding of rule G-BETTR (did you mean 'G-BETTER'?)" accept G-BETTR "NI 123" $folder
role=ODHP expect "no role" 1 "'ODHP' is no role of the framework" accept G-BETTER "NI 123" $folder
reason="  " expect "no reason" 1 "say why it is accepted" accept G-BETTER "NI 123" $folder
expect "no role given" 2 "say who accepts it" "$qmr" accept G-BETTER "NI 123" --reason x $folder
expect "no reason given" 2 "say why it is accepted" "$qmr" accept G-BETTER "NI 123" --role OD-HP $folder
expect "no folder of a report" 3 "name the folder of a service's report" accept G-BETTER "NI 123" plans
holds "nothing was written" lacks $beside
expect "the item is named where there is none" 1 "name what it is on: 'indicator NI 123'" accept G-BETTER $folder

# Each finding that can be accepted is listed, and what is listed can be typed.
"$qmr" accept $folder >listed || fail "no list"
holds "all are listed" [ "$(grep -c '^  qmr accept ' listed)" -ge 3 ]
while read -r line; do
  line=${line#qmr } line=${line/--role ROLE --reason TEXT/--role OD-HP --reason Seen. --accepted typed.xml}
  eval "expect \"$line\" 0 'typed.xml: written' \"\$qmr\" $line"
done < <(grep '^  qmr accept ' listed)
rm -f typed.xml

# What was changed by hand after it was made is not believed.
for file in findings model; do
  cp $folder/team/$file.xml kept.xml
  sed -i "s/G-PAST/G-PASS/; s/OD-HP/OD-HQ/" $folder/team/$file.xml
  holds "$file.xml is altered" [ "$(cmp kept.xml $folder/team/$file.xml 2>&1)" ]
  expect "altered: $file.xml" 1 "team/$file.xml: error: is not what the run made: make the report again [O-OUTPUT]" accept G-BETTER "NI 123" $folder
  holds "nothing was written" lacks $beside
  mv kept.xml $folder/team/$file.xml
done
expect "beside the plan" 0 "$beside: written" accept g-better "NI 123" $folder
expect "it is valid" 0 "no faults in 1 file" "$qmr" validate $beside
sed 's/<exception/<exeption/' $beside >slip.xml
expect "faults are counted" 1 "2 faults in 1 of 2 files" "$qmr" validate $beside slip.xml
rm slip.xml
expect "twice" 1 "it has been accepted already, by OD-HP" accept G-BETTER "indicator NI 123" $folder
reason="Seen." expect "what to type next" 0 \
  "qmr report --accept $beside plans/2009-10/$service.xml returns/2009-10-Q4/$service.xml" accept W-TONE "risk treatment R2a" $folder
holds "both are in it" [ "$(grep -c '<exception' $beside)" = 2 ]
report $service --accept $beside
holds "the finding is shown as accepted" grep -q 'accepted="yes" accepted-by="OD-HP"' $folder/team/findings.xml
expect "nothing is open" 0 "released: " release

# ---- the file that the report was made with
cp $beside $beside.all
mv $beside mine.xml
report $service --accept mine.xml
expect "the file that was used" 0 "mine.xml: written" accept G-PAST "milestone HP3-04" $folder
holds "no other one" lacks $beside
holds "three are in it" [ "$(grep -c '<exception' mine.xml)" = 3 ]
expect "a file that is named" 0 "own/accepted.xml: written" accept G-BETTER "NI 123" --accepted own/accepted.xml $folder
cd plans || exit 3
rm -f ../own/accepted.xml
expect "from another folder" 0 "qmr report --accept ../own/accepted.xml $work/plans/2009-10/$service.xml" accept G-BETTER "NI 123" --accepted ../own/accepted.xml ../$folder
cd ..

# ---- by a link: the file that it leads to is read and written
mkdir shared && cp $beside.all shared/accepted.xml && ln -s shared/accepted.xml linked.xml
sed -i '/<exception/,/<\/exception>/d' shared/accepted.xml
expect "by a link" 0 "linked.xml: written" accept G-PAST "milestone HP3-04" --accepted linked.xml $folder
holds "the link stays" [ -L linked.xml ]
holds "the file has it" [ "$(grep -c '<exception' shared/accepted.xml)" = 1 ]
ln -s ../$folder/team/new.xml into.xml && touch $folder/team/new.xml && mv into.xml shared/into.xml
expect "a link into the report's folder" 2 "a report's own folder" accept G-PAST "milestone HP3-04" --accepted shared/into.xml $folder
rm -r shared linked.xml $folder/team/new.xml

# ---- several at once: who is told that it is written finds it there
{
  sed '/<exception/,$d' $beside.all
  for number in $(seq 1200); do
    printf '  <exception rule="G-PAST" item="milestone X%s" period="2008-09-Q4" by="OD-HP"><text>It was due.</text><reason>Seen.</reason></exception>\n' "$number"
  done
  echo '</accepted>'
} >many.xml
for round in 1 2 3 4; do
  cp many.xml at-once.xml
  for finding in 'G-PAST|milestone HP3-04' 'G-BETTER|indicator NI 123' 'W-TONE|risk treatment R2a'; do
    accept "${finding%|*}" "${finding#*|}" --accepted at-once.xml $folder >"said.${finding%|*}" 2>&1 &
  done
  wait
  holds "at once: valid" "$qmr" validate at-once.xml
  holds "at once: all that was said to be written is there" [ "$(grep -c '<exception' at-once.xml)" = $((1200 + $(cat said.* | grep -c ': written'))) ]
done

# ---- files that are not overwritten
untouched() {
  cp "$2" kept
  expect "$1" 1 "$3" accept G-BETTER "NI 123" --accepted "$2" $folder
  holds "$1: untouched" cmp "$2" kept
}
sed 's/service="[^"]*"/service="culture-and-leisure"/' mine.xml >other.xml
untouched "another service's" other.xml "the accepted findings are of service 'culture-and-leisure'"
echo '<accepted' >broken.xml
untouched "broken" broken.xml "broken.xml is left as it is"
sed 's/by="OD-HP"/by=""/' mine.xml >faulty.xml
untouched "with faults" faulty.xml "faulty.xml is left as it is"
cp returns/2009-10-Q4/$service.xml return.xml
untouched "a return" return.xml "return.xml is left as it is"
: >empty.xml
untouched "an empty file" empty.xml "empty.xml is left as it is"
expect "a folder" 2 "cannot write plans: it is a folder" accept G-BETTER "NI 123" --accepted plans $folder
rm mine.xml
expect "the file that was used is gone" 1 "is not there any more" accept G-BETTER "NI 123" $folder
holds "it is not made again" lacks mine.xml
finish
