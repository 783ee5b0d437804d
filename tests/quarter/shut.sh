#!/usr/bin/env bash
# One file or folder that cannot be opened never ends a run, wherever it is: it is told with its path, and nobody is asked for what may be in
# it. Usage: shut.sh QMR
. "$(dirname "$0")/council.sh"
[ "$(id -u)" = 0 ] || { echo "only root can be somebody else"; exit 77; }
cd "$work" || exit 3
found_council council
mkdir -p council/{papers/new,layouts,accepted/old,plans/2012-13/more,returns/2012-13-Q2/more}
cp "$root/layouts/priority-based-report.xml" council/layouts/
cp "$root"/fixtures/council-2012/papers/*/*.xml council/papers/new/ 2>/dev/null || cp "$root"/fixtures/council-2012/papers/*.xml council/papers/new/
printf '<accepted xmlns="urn:qmr:1" format="1.0" service="south"/>\n' >council/accepted/old/south.xml
chmod 755 "$work" && chmod -R a+rX council && mkdir out && chown -R 65534 out
run() { as_nobody "$qmr" quarter --out out council 2012-13-Q2; }
expect "all open" 0 "2012-13-Q2/north" run

while read -r path; do
  mode=$(stat -c %a "council/$path")
  chmod 0 "council/$path"
  [[ $path == layouts/* ]] && code=3 || code=1 # what is made with it cannot be made
  expect "$path is shut" $code "council/$path: " run
  grep -q "council/$path: " out/2012-13-Q2/team/summary.txt && pass || fail "$path is shut: the summary does not say so: $(cat out/2012-13-Q2/team/summary.txt)"
  for service in "${services[@]}"; do
    ! grep -q "^- ${service^}: .*\(has not been received\|has been received\)" out/2012-13-Q2/team/chase.txt && pass || fail "$path is shut: $service is asked for its return"
    [ -f out/2012-13-Q2/$service/report.html ] && pass || fail "$path is shut: nothing stands in the place of $service"
  done
  for service in south east west; do
    case $path in *north*|*2012-13*|plans|returns) ;; *) grep -q Milestone out/2012-13-Q2/$service/report.html && pass || fail "$path is shut: no report of $service" ;; esac
    case $path in *north*) grep -q Milestone out/2012-13-Q2/$service/report.html && pass || fail "$path is shut: no report of $service" ;; esac
  done
  chmod "$mode" "council/$path"
done <<'EOF'
returns
returns/2012-13-Q2
returns/2012-13-Q2/more
returns/2012-13-Q2/north.xml
returns/2011-12-Q2
returns/2011-12-Q2/north.xml
plans
plans/2012-13
plans/2012-13/more
plans/2012-13/north.xml
papers
papers/new
accepted
accepted/old
accepted/old/south.xml
layouts
layouts/priority-based-report.xml
EOF
expect "all open again" 0 "2012-13-Q2/north" run
finish
