# What the tests of this folder share: a council of four services and a board, made of the sample council's files. Sourced with
# the path of qmr.
. "$(dirname "$0")/../robust/common.sh"
services=(north south east west)

# found_council FOLDER: four services, each with its plan, its return and last year's.
found_council() {
  local sample=$root/fixtures/council-2012 service
  mkdir -p "$1/plans/2012-13" "$1/returns/2012-13-Q2" "$1/returns/2011-12-Q2"
  sed 's|<department ref="community-safety".*|&\n    <department ref="north" title="North" officer="OD-CC"/><department ref="south" title="South" officer="OD-PA"/><department ref="east" title="East" officer="OD-CE"/><department ref="west" title="West"/>|' \
    "$sample/framework.xml" >"$1/framework.xml"
  for service in "${services[@]}"; do
    sed "s/service=\"community-safety\"/service=\"$service\"/" "$sample/plans/2012-13/community-safety.xml" >"$1/plans/2012-13/$service.xml"
    for period in 2012-13-Q2 2011-12-Q2; do
      sed "s/service=\"community-safety\"/service=\"$service\"/" "$sample/returns/$period/community-safety.xml" >"$1/returns/$period/$service.xml"
    done
  done
  cat >"$1/calendar.xml" <<'XML'
<calendar xmlns="urn:qmr:1" format="1.0">
  <report for="services" of="north, south, east, west" formats="html"/>
  <report for="boards" of="safer" layouts="priority-based-report" formats="html"><set>wanted-board={ref}</set></report>
  <due period="2012-13-Q2" day="2012-10-20"/>
</calendar>
XML
}

quarter() { "$qmr" quarter --out "${out:-out}" council "$@"; }
# made: the folders that the last run made, from what it said.
made() { sed -n 's/^qmr quarter: [0-9]* of [0-9]*: //p' <<<"$said" | sort | tr '\n' ' '; }
# results OUT: everything that a reader or the team finds, but for what tells of the run itself, and what was withdrawn.
results() {
  (cd "$1" && for folder in 2012-13-Q2/* 2012-13-Q2/boards/*; do
    [ "$folder" != 2012-13-Q2/team ] && [ -n "$(find "$folder" -maxdepth 1 -type f)" ] && {
      find "$folder" -path "*/withdrawn" -prune -o -type f ! -name manifest.xml -exec sha256sum {} + | sort -k 2
      printf '%s %s\n' "$folder" "$(grep -v 'role="withdrawn"' "$folder/team/manifest.xml" | sha256sum)"
    }
  done)
}
