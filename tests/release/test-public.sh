#!/usr/bin/env bash
# public/ is filled by a release alone, by whatever path, link or subfolder others come: test-public.sh QMR.
. "$(dirname "$0")/council.sh"
programs=$(dirname "$qmr")
report $service
plan=plans/2009-10/$service.xml form=returns/2009-10-Q4/$service.xml earlier=returns/2009-10-Q3/$service.xml
accept_all $service
expect "a release" 0 "released: " release
cp calendar.xml framework.xml out/public/ 2>/dev/null; rm out/public/*.xml
ln -s public out/lnk && ln -s out/public by-link && ln -s "$work/out/public/2009-10-Q4" period-link && ln -s out sides && ln -s . here
mkdir -p other/in && ln -s ../out/public/2009-10-Q4 other/2009-10-Q4 && ln -s ../out/public other/preview
ln -s ../../out/public other/in/deep
before=$(find out/public -type f -exec sha256sum {} + -o -type d -print -o -type l -print | sort)

# refused COMMAND...: with a sentence, and public/ is as it was.
refused() {
  expect "$*" 2 "filled by 'qmr release' alone" "$@"
  holds "$*: public/ is as it was" [ "$before" = "$(find out/public -type f -exec sha256sum {} + -o -type d -print -o -type l -print | sort)" ]
}
for place in out/public out/lnk by-link out/public/x out/public/x/y out/public/2009-10-Q4 period-link period-link/x out/lnk/x other/in/deep \
  other/in/deep/x sides/public/x sides/lnk here/out/public/new "$work/out/public/x" out/public/2009-10-Q4/../x out/../out/public/x other other/2009-10-Q4/x; do
  refused "$qmr" report -o "$place" $plan $form
done
refused "$qmr" report -o other --name boards/x $plan $form
refused "$qmr" report -o out/lnk $plan $earlier
for place in other out/public/x by-link; do refused "$qmr" preview -o "$place" 'HP 1' $plan $form; refused "$qmr" preview -o "$place" nothing $plan $form; done
printf '<year xmlns="urn:qmr:1" format="1.0"><report plan="%s" layouts="service-plan"/></year>\n' $plan >list.xml
refused "$qmr" year -o out/public/x list.xml
refused "$qmr" year -o by-link list.xml
model=$folder/team/model.xml document=$folder/team/report.xml
for place in out/public/x out/public/2009-10-Q4/x by-link/x out/public/$service/new/x out/public/2009-10-Q4/$service/report.html period-link/x sides/public/x; do
  refused "$programs/qmr-merge" --framework framework.xml --plan $plan --return $form --out "$place.xml"
  refused "$programs/qmr-check" --framework framework.xml --plan $plan --return $form --out "$place.xml"
  refused "$programs/qmr-check" --framework framework.xml --plan $plan --return $form --json "$place.json"
  refused "$programs/qmr-compose" --layout "$root/layouts/quarterly-monitoring-report.xml" --out "$place.xml" $model
  refused "$programs/qmr-render" --to html --out "$place" $document
  refused "$programs/qmr-render" --to csv --out "$place.csv" $document
  refused "$qmr" accept G-BETTER 'NI 123' --role OD-HP --reason 'Seen and agreed.' --accepted "$place.xml" $folder
done
refused "$programs/qmr-render" --to csv --out by-link $document
expect "a release is not kept from it" 0 "already released" release

# What somebody put there that says it is a report of the same files is not withdrawn.
cp -r $folder out/public/2009-10-Q4/planted
before=$(find out/public -type f -exec sha256sum {} + | sort)
cp $plan kept.xml && : >$plan
expect "a plan that cannot be read" 1 "no report was made" "$qmr" report $plan $form
holds "what stood in the folder is withdrawn" [ -e $folder/team/withdrawn/report.html ]
holds "public/ is as it was" [ "$before" = "$(find out/public -type f -exec sha256sum {} + | sort)" ]
cp kept.xml $plan && rm -r out/public/2009-10-Q4/planted
report $service --accept accepted-$service.xml
mkdir -p out/public/mine/2009-10-Q4/x/team
expect "a release beside what a run put there first" 1 "was not released, and has a folder for the team" release
rm -r out/public/mine

# A folder that is called public, and is nobody's release.
mkdir -p public/work public/papers public/drafts && cp -r plans returns framework.xml public/work
expect "another folder of that name" 1 "report.html" "$qmr" report --to html -o public/work/out $plan $form
expect "below it, from there" 1 "report.html" sh -c "cd public/work && \"\$0\" report --to html $plan $form" "$qmr"
expect "beside papers" 0 "" "$programs/qmr-render" --to html --out public/papers/page.html $document
expect "a release there" 1 "public/work/out/2009-10-Q4/$service: refused: " release --out public/work/out
expect "a file of that name" 0 "" "$programs/qmr-render" --to html --out plain/public $document
finish
