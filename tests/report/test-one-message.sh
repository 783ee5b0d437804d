#!/usr/bin/env bash
# One fault is told once: a service that cannot be read, an order that has none of its grades; and what a rule tells both of a file by itself
# and of files held against each other is gone when it is accepted, and of the level that the framework gives it.
# Usage: test-one-message.sh QMR
. "$(dirname "$0")/../robust/common.sh"
cd "$work" || exit 3

framework() {
  echo "<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Zennor District Council\" title=\"Zennor Plan\" from=\"2009-10\" to=\"2012-13\">
    <directorate ref=\"env\" title=\"Environment\"><department ref=\"bays\" title=\"Harbours\"/></directorate><role ref=\"HD\" title=\"Head\"/>$1</framework>" >framework.xml
}
plan='<plan xmlns="urn:qmr:1" format="1.0" service="bays" title="Harbours Plan" from="2009-10" years="1" status="final" version="1" date="2009-04-01">
  <objective ref="O1" title="Dredge"><milestone ref="O1-1" year="2009-10" due="2010-03"><text>Survey</text></milestone></objective>
  <indicator ref="I 1" title="Water" polarity="higher" kind="grade" order="Good; Fair; Poor" frequency="quarterly"><target period="2009-10" text="Good"/></indicator>
  <indicator ref="I 2" title="Boats" unit="count" decimals="0" polarity="higher" kind="flow" frequency="quarterly"><measure ref="a" title="A"/><measure ref="b" title="B"/></indicator>
  <risk ref="K1" objective="O1"><text>Surge</text><treatment ref="K1a" due="2010-03"><text>Raise the quay</text></treatment></risk></plan>'
form='<return xmlns="urn:qmr:1" format="1.0" service="bays" period="2009-10-Q4" status="final" submitted="2010-04-10"><milestone ref="O1-1" rating="green"/>
  <indicator ref="I 1" rating="green"><value text="Good"/><value period="2009-10-Q3" text="Fair"/></indicator>
  <indicator ref="I 2" rating="green"><value measure="a" number="5"/><value measure="b" number="6"/></indicator><treatment ref="K1a" rating="green"/></return>'
# tells WHAT PLAN-EDIT RETURN-EDIT ERROR...: these errors, and no others.
tells() {
  sed "$2" <<<"$plan" >plan.xml
  sed "$3" <<<"$form" >return.xml
  rm -rf out
  "$qmr" report "${options[@]}" plan.xml return.xml >said 2>&1
  local expected=("${@:4}")
  [ "$(grep -c ': error: ' said)" = ${#expected[@]} ] && pass || fail "$1: $(grep ': error: ' said)"
  local error
  for error in "${expected[@]}"; do grep ': error: ' said | grep -qF "$error" && pass || fail "$1: no '$error'"; done
}
options=()
framework ""
tells "as they are" "" ""
for edit in 's/bays/b a y!/' 's/bays//' 's/ service="bays"//' 's/service=/servise=/'; do
  tells "the plan, $edit" "1$edit" "" "plan.xml:1"
  tells "the return, $edit" "" "1$edit" "return.xml:1"
done
tells "an order of none" 's/Good; Fair; Poor/zzq/' "" "indicator I 1: of its 3 grades in plan and return none is in its order: zzq [R-GRADE]"
tells "one grade that is none" 's/period="2009-10" text="Good"/period="2009-10" text="Goud"/' "" "'Goud' is none of its grades"
risk='s/objective="O1"/objective="O7"/' measure='s|<measure ref="b" title="B"/>|&<target measure="zz" period="2009-10" number="4"/>|'
tells "a risk of nothing" "$risk" "" "[R-RISK]"
tells "both" "$risk; $measure" "" "[R-RISK]" "[R-MEASURE]"
for rule in R-RISK R-MEASURE; do
  "$qmr" accept out/2009-10-Q4/bays | grep "qmr accept $rule " | sed 's/.*qmr accept [^ ]* //; s/ --role.*//' | while read -r item; do
    eval "\"$qmr\" accept $rule $item --role HD --reason Agreed. --accepted accepted.xml out/2009-10-Q4/bays" >said 2>&1 || cat said
  done
done
options=(--accept accepted.xml)
tells "both accepted" "$risk; $measure" ""
grep -q 'errors="0"' out/2009-10-Q4/bays/team/manifest.xml && pass || fail "errors are counted that were accepted"
options=()
framework '<check rule="R-RISK" severity="note"/>'
tells "a note by the framework" "$risk; $measure" "" "[R-MEASURE]"
grep -q 'note: .*R-RISK' said && pass || fail "no note: $(cat said)"
finish
