#!/usr/bin/env bash
# A report's folder is written by its run alone, by whatever path, link or subfolder others come: test-inside.sh QMR.
. "$(dirname "$0")/council.sh"
programs=$(dirname "$qmr")
plan=plans/2009-10/$service.xml form=returns/2009-10-Q4/$service.xml
report $service
model=$folder/team/model.xml document=$folder/team/report.xml
mkdir elsewhere linked && ln -s "../$folder" elsewhere/link && ln -s "$work/$folder/team" linked/team && ln -s . here
state() { find out -type f -exec sha256sum {} + -o -type d -print -o -type l -print | sort; }
before=$(state)

# refused COMMAND...: with a sentence, and all that stands in out/ is as it was.
refused() {
  expect "$*" 2 "a report's own folder" "$@"
  holds "$*: it is as it was" [ "$before" = "$(state)" ]
}
for place in $folder/x $folder/team/x $folder/tables/x $folder/new/x $folder/team/withdrawn/x elsewhere/link/x linked/team/x \
  "here/$folder/x" "$work/$folder/x" "$folder/../$service/x" "$folder/report.html" "$folder/team/manifest.xml"; do
  refused "$programs/qmr-merge" --framework framework.xml --plan $plan --return $form --out "$place"
  refused "$programs/qmr-check" --framework framework.xml --plan $plan --return $form --out "$place"
  refused "$programs/qmr-check" --framework framework.xml --plan $plan --return $form --json "$place"
  refused "$programs/qmr-compose" --layout "$root/layouts/quarterly-monitoring-report.xml" --out "$place" $model
  refused "$programs/qmr-render" --to html --out "$place" $document
  refused "$qmr" accept G-BETTER 'NI 123' --role OD-HP --reason 'Seen and agreed.' --accepted "$place" $folder
done
for place in $folder $folder/tables $folder/new elsewhere/link; do
  refused "$programs/qmr-render" --to csv --out "$place" $document
done

# Nor is another report made in it.
for place in $folder $folder/new elsewhere/link linked/team; do
  expect "report below $place" 2 "one inside the other" "$qmr" report --to html --out "$place" $plan $form
  expect "preview below $place" 2 "one inside the other" "$qmr" preview --out "$place" 'HP 1' $plan $form
  holds "below $place: it is as it was" [ "$before" = "$(state)" ]
done

# Beside it, and in a folder for the team of which no run knows, anybody may write.
mkdir -p mine/team
for place in out/x.xml out/2009-10-Q4/x.xml mine/team/x.xml elsewhere/x.xml; do
  expect "merge to $place" 0 "" "$programs/qmr-merge" --framework framework.xml --plan $plan --return $form --out "$place"
done
expect "accept beside it" 0 "written" "$qmr" accept G-BETTER 'NI 123' --role OD-HP --reason 'Seen and agreed.' --accepted out/2009-10-Q4/accepted.xml $folder
expect "what was made is proved" 0 "repeated" "$qmr" verify $folder
finish
