#!/usr/bin/env bash
# Reports made of models count for what their models' folders can prove; papers go by their meeting: test-boards.sh QMR.
. "$(dirname "$0")/council.sh"
other=culture-and-leisure
sed -i '0,/status="draft"/s//status="final"/' plans/2009-10/$other.xml returns/2009-10-Q4/$other.xml
cp returns/2009-10-Q4/$other.xml final.xml
report $service && accept_all $service
report $other && accept_all $other
board() {
  "$qmr" report --to csv --layout priority-based-report --set wanted-board=healthy-merebank --name boards/healthy "$@" \
    out/2009-10-Q4/$service/team/model.xml out/2009-10-Q4/$other/team/model.xml >/dev/null 2>&1
}
board
expect "two final services" 0 "out/2009-10-Q4/boards/healthy: released: " release
holds "public is clean" public_is_clean
holds "there are three reports" [ "$(find out/public -name SHA256SUMS | wc -l)" = 3 ]
today=2010-06-14 expect "too early" 1 "boards/healthy: refused: not before 2010-06-15" release

# ---- a model that its folder does not prove
rm -r out/public
sed -i 's/Culture &amp; Leisure/Art \&amp; Leisure/' out/2009-10-Q4/$other/team/model.xml
board
expect "an altered model" 1 "boards/healthy: refused: its model out/2009-10-Q4/$other/team/model.xml: altered, or not proved" release
holds "is not public" lacks $public/boards
holds "the other service is" [ -e $public/$service/SHA256SUMS ]
report $other --accept accepted-$other.xml
mkdir -p loose/team && cp out/2009-10-Q4/$other/team/{model,findings}.xml loose/team
"$qmr" report --to csv --layout priority-based-report --set wanted-board=healthy-merebank --name boards/healthy \
  out/2009-10-Q4/$service/team/model.xml loose/team/model.xml >/dev/null 2>&1
expect "a model of no report" 1 "its model loose/team/model.xml stands in no folder that can be proved" release
holds "is not public either" lacks $public/boards
cp loose/team/model.xml loose/model.xml
"$qmr" report --to csv --layout priority-based-report --set wanted-board=healthy-merebank --name boards/healthy \
  out/2009-10-Q4/$service/team/model.xml loose/model.xml >/dev/null 2>&1
expect "a model beside which no team is" 1 "its model loose/model.xml stands in no folder that can be proved" release
holds "is not public, too" lacks $public/boards

# ---- one draft, one error
sed -i '0,/status="final"/s//status="draft"/' returns/2009-10-Q4/$other.xml
report $other --accept accepted-$other.xml
board
expect "one of two is a draft" 1 "boards/healthy: refused: its model out/2009-10-Q4/$other/team/model.xml: made from what is not status=\"final\": returns/2009-10-Q4/$other.xml" release
holds "the board's report is not public" lacks $public/boards
cp final.xml returns/2009-10-Q4/$other.xml
report $other
board
expect "one of two has errors" 1 "boards/healthy: refused: its model out/2009-10-Q4/$other/team/model.xml: 5 errors that nobody has accepted" release
holds "the board's report is still not public" lacks $public/boards
rm out/2009-10-Q4/$other/team/findings.xml
board
expect "findings taken away" 1 "boards/healthy: refused: its model out/2009-10-Q4/$other/team/model.xml: altered, or not proved" release
report $other --accept accepted-$other.xml
board
expect "both are final, nothing is open" 0 "boards/healthy: released: " release

# ---- models of two periods: no report is made of them, and what says that it was is not released
sed 's/2009-10-Q4/2009-10-Q3/' returns/2009-10-Q4/$other.xml >earlier.xml
"$qmr" report --to csv plans/2009-10/$other.xml earlier.xml >/dev/null 2>&1
now=out/2009-10-Q4/$other/team then=out/2009-10-Q3/$other/team
for models in "out/2009-10-Q4/$service/team/model.xml $then/model.xml" "$then/model.xml out/2009-10-Q4/$service/team/model.xml"; do
  expect "of two periods: $models" 2 "a report is made of models of one period" "$qmr" report --to csv \
    --layout priority-based-report --set wanted-board=healthy-merebank --name boards/mixed $models
done
holds "nothing is made of two periods" [ -z "$(find out -path '*boards/mixed/*' -type f)" ]
cp -r out/2009-10-Q4/boards/healthy/. out/2009-10-Q4/boards/mixed
for name in model findings; do
  sed -i "s|$now/$name.xml\" sha256=\"[0-9a-f]*|$then/$name.xml\" sha256=\"$(sha256sum $then/$name.xml | cut -d' ' -f1)|
          s|boards/healthy|boards/mixed|g" out/2009-10-Q4/boards/mixed/team/manifest.xml
done
expect "one that was made of two periods" 1 "boards/mixed: refused: altered, or not proved" release
expect "and why" 1 "no run of ours can have made it: the model of $service is of 2009-10-Q4, and that of $other is of 2009-10-Q3" release
holds "it is not public" lacks $public/boards/mixed
rm -r out/2009-10-Q4/boards/mixed

# ---- a plan, of a whole year
"$qmr" report --to html --layout service-plan plans/2009-10/$service.xml >/dev/null 2>&1
of=2009-10 today=2009-04-27 expect "a plan before its day" 1 "not before 2009-04-28" release
of=2009-10 today=2009-04-28 expect "a plan" 0 "out/2009-10/$service: released: 1 file in" release

# ---- papers
cp -r "$root/fixtures/council-2012" meeting
paper=meeting/papers/support-centre.xml
"$qmr" report --layout cover-report $paper >/dev/null 2>&1
sed 's/part="public"/part="exempt" paragraph="3"/; s/ref="support-centre"/ref="secret"/' $paper >meeting/papers/secret.xml
sed 's/ part="public"//; s/ref="support-centre"/ref="silent"/' $paper >meeting/papers/silent.xml
sed 's/part="public"/part="public" paragraph="3"/; s/ref="support-centre"/ref="both"/' $paper >meeting/papers/both.xml
sed 's/status="final"/status="draft"/; s/ref="support-centre"/ref="unready"/' $paper >meeting/papers/unready.xml
for name in secret silent both unready; do "$qmr" report --layout cover-report meeting/papers/$name.xml >/dev/null 2>&1; done
of=papers/2013-01-15 today=2013-01-07
expect "a public paper" 1 "out/papers/2013-01-15/support-centre: released: " release
expect "an exempt paper" 1 "secret: refused: meeting/papers/secret.xml is exempt" release
expect "a paper that does not say" 1 "silent: refused: meeting/papers/silent.xml is exempt, or does not say part=\"public\"" release
expect "a public paper with an exempt paragraph" 1 "both: refused: meeting/papers/both.xml names a paragraph of Schedule 12A (paragraph=\"3\"), which only exempt papers have" release
expect "a draft of a paper" 1 "unready: refused: made from what is not status=\"final\": meeting/papers/unready.xml" release
holds "only one is public" [ "$(ls out/public/papers/2013-01-15)" = support-centre ]
rm -r out/public
today=2013-01-06 expect "before its day" 1 "support-centre: refused: not before 2013-01-07, says meeting/calendar.xml" release
sed -i '/<meeting/d' meeting/calendar.xml
expect "a meeting that the calendar does not know" 1 'write <meeting date="2013-01-15" papers="..."/> into it' release
"$qmr" report --layout cover-report --name public/2009-10-Q4/odd $paper >/dev/null 2>&1
holds "a paper's name stays below its meeting" [ -e out/papers/2013-01-15/public/2009-10-Q4/odd/team/manifest.xml ]
finish
