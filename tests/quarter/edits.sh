#!/usr/bin/env bash
# After any edit a run gives the bytes that a first run would give. Usage: edits.sh QMR [EDITS] [SEED]
. "$(dirname "$0")/council.sh"
cd "$work" || exit 3
found_council council
cp -r "$root/layouts" council/ && chmod -R u+w council && cp -r council kept
[ "${QMR_LONG:-}" = yes ] && edits=1000 || edits=30
edits=${2:-$edits}
RANDOM=${3:-29}

service() { printf %s "${services[RANDOM % 4]}"; }
# edit: one of the things that happen to a council's folder in a quarter.
edit() {
  local service=$(service) other=$(service)
  local form=council/returns/2012-13-Q2/$service.xml last=council/returns/2011-12-Q2/$service.xml plan=council/plans/2012-13/$service.xml
  did="$1 $service"
  case $1 in
    0) rm -f "$form" ;;
    1) cp kept/returns/2012-13-Q2/$service.xml "$form" ;;
    2) [ -f "$form" ] && sed -i "0,/number=\"[0-9]*/s//number=\"$((RANDOM % 90 + 10))/" "$form" ;;
    3) [ -f "$form" ] && printf '<' >>"$form" ;;
    4) [ -f "$plan" ] && sed -i "s/title=\"[^\"]*\"/title=\"A plan, edition $RANDOM\"/;" "$plan" ;;
    5) rm -f "$last" ;;
    6) cp kept/returns/2011-12-Q2/$service.xml "$last" ;;
    7) sed -i "s/text=\"Missing[^\"]*\"/text=\"Missing $RANDOM\"/; s/<word name=\"yes\" text=\"[^\"]*\"/<word name=\"yes\" text=\"Yes $RANDOM\"/" council/layouts/words-en-GB.xml ;;
    8) sed -i "s/{service-title} has not submitted/{service-title} did not submit/" council/layouts/priority-based-report.xml ;;
    9) cp kept/framework.xml council/framework.xml; sed -i "s/title=\"North[^\"]*\"/title=\"North $((RANDOM % 3))\"/" council/framework.xml ;;
    10) if [ -f "$plan" ]; then mv "$plan" "$plan.away"; else mv "$plan.away" "$plan"; fi ;;
    11) [ -f "$form" ] && cp "$form" "council/returns/2012-13-Q2/$service-again.xml" ;;
    12) rm -f council/returns/2012-13-Q2/*-again.xml ;;
    13) [ -f "$form" ] && touch "$form" ;;
    14) rm -rf "out/2012-13-Q2/$service" ;;
    15) [ -f "$form" ] && sed -i 's/status="final"/status="draft"/' "$form" ;;
    16) [ -f "$form" ] && sed -i "0,/number=\"[0-9]*/s//number=\"$((RANDOM % 90 + 10))/" "$form" && touch -d 2009-10-05 "$form" ;;
    17) sed "s/text=\"Missing[^\"]*\"/text=\"Missing $RANDOM\"/" kept/layouts/words-en-GB.xml >words && touch -d 2009-10-05 words && cp -p words council/layouts/words-en-GB.xml ;;
    18) { quarter 2012-13-Q2 >/dev/null 2>&1 & } ; sleep 0.3; [ -f "$form" ] && sed -i "0,/number=\"[0-9]*/s//number=\"$((RANDOM % 90 + 10))/" "$form"; wait ;;
  esac
  return 0
}

quarter 2012-13-Q2 >/dev/null 2>&1
for ((n = 1; n <= edits; n++)); do
  edit $((RANDOM % 19))
  quarter 2012-13-Q2 >said 2>&1
  code=$?
  said=$(quarter 2012-13-Q2 2>&1)
  [ -z "$(made)" ] && pass || fail "edit $n ($did): a second run made $(made)"
  mv out kept-out && rm -rf clean
  quarter 2012-13-Q2 >clean.said 2>&1
  [ $code = $? ] && [ $code -lt 3 ] && pass || fail "edit $n ($did): exit $code, and another one at once"
  mv out clean && mv kept-out out
  if diff <(results out) <(results clean) >differ; then pass; else fail "edit $n ($did): $(head -n 4 differ)"; fi
done
finish
