#!/usr/bin/env bash
# The words of a scale of symbols stand where that scale is meant and nowhere else: a council calls green, amber and red of milestones
# otherwise than those of indicators; a plan of milestones alone is never told in the words of indicators, nor the other way about.
# Usage: test-scales.sh QMR
. "$(dirname "$0")/../robust/common.sh"
cd "$work" || exit 3
mkdir plans returns

# framework SYMBOL...: the council's file with these symbols (scale-name-word).
framework() {
  echo '<framework xmlns="urn:qmr:1" format="1.0" council="Zennor District Council" title="Zennor Plan" from="2009-10" to="2012-13">
  <priority ref="PA" title="Safe streets"/>
  <directorate ref="env" title="Environment"><department ref="bays" title="Harbours"/></directorate>
  <board ref="seaside" title="Seaside Board" priorities="PA"/>
  <rating-rule ref="std" method="target" stand-in="yes"/>
  <travel-rule comparator="last-period" stand-in="yes"/>'
  printf '%s\n' "$@"
  echo '</framework>'
}
symbol() { echo "<symbol scale=\"$1\" name=\"$2\"${3:+ word=\"$3\"}>As it says.</symbol>"; }
milestone_key=("$(symbol milestone green Afloat)" "$(symbol milestone amber Choppy)" "$(symbol milestone red Aground)" "$(symbol milestone complete Moored)")
indicator_key=("$(symbol indicator green Fairish)" "$(symbol indicator amber Squally)" "$(symbol indicator red Stormy)")
travel_key=("$(symbol travel better Rising)" "$(symbol travel same Levelly)" "$(symbol travel worse Ebbing)")
of_milestones='Afloat|Choppy|Aground|Moored' of_indicators='Fairish|Squally|Stormy'

# plan CONTENT, form PERIOD CONTENT
plan() {
  echo "<plan xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"bays\" title=\"Harbours Plan\" from=\"2009-10\" years=\"1\" status=\"final\">$1</plan>" >plans/bays.xml
}
form() {
  echo "<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"bays\" period=\"2009-10-$1\" status=\"final\">$2</return>" >"returns/$1.xml"
}

# compose LAYOUT: what a layout makes of the files, without its key and list of words, in document.txt.
compose() {
  local set=() layout
  [ "$1" = priority-based-report ] && set=(--set wanted-board=seaside)
  [ "$1" = grouped ] && layout=grouped.xml || layout=$root/layouts/$1.xml
  "$programs/qmr-compose" --layout "$layout" "${set[@]}" --out document.xml model.xml >said.txt 2>&1
  [ -s document.xml ] || { fail "$1: no document: $(head -5 said.txt)"; return 1; }
  sed '/<table id="symbols/,/<\/table>/d; /<word name=/d' document.xml >document.txt
  rm document.xml
}
merge() {
  rm -f model.xml
  "$programs/qmr-merge" -f framework.xml -p plans/bays.xml -r returns/Q4.xml --previous returns/Q3.xml --out model.xml >said.txt 2>&1
  [ -s model.xml ] || fail "no model: $(head -5 said.txt)"
}
# A table with a group for each symbol, whether or not there is one of it.
grouped() {
  echo "<layout xmlns=\"urn:qmr:1\" format=\"1.0\" name=\"grouped\" about=\"Groups.\" title=\"Groups\" subject=\"Groups\" author=\"Council\" lang=\"en-GB\" style=\"$root/layouts/house-style.xml\"
    words=\"$root/layouts/words-en-GB.xml\" header=\"Groups|Groups\" footer=\"Groups|Groups\"><section id=\"all\" page=\"portrait\">
    <table id=\"grouped\" rows=\"$1\" group-by=\"rating\" group-missing=\"None.\" caption=\"Groups\"><column heading=\"Item\" field=\"ref\" row-header=\"yes\"/></table></section></layout>" >grouped.xml
}
layouts=$("$qmr" layouts | awk '/^  [a-z]/ { print $1 }' | grep -vxE 'cover-report|assurance-report|quarter-status|report-not-available')
# told KIND OTHERS WORD...: some layout says each WORD, none says OTHERS, but in headings of counts of the other kind of item.
told() {
  local layout word
  merge
  : >all.txt
  for layout in $layouts grouped; do
    compose "$layout" || continue
    sed -i "/<table id=\"[a-z-]*$other-by-/,/<\\/table>/d" document.txt
    cat document.txt >>all.txt
    ! grep -qiE "$2" document.txt && pass || fail "$1, $layout: $(grep -iE "$2" document.txt | head -5 | cut -c1-300)"
  done
  for word in "${@:3}"; do
    grep -qiE "$word" all.txt && pass || fail "$1: nothing says '$word'"
  done
}

milestones() {
  other=indicators
  plan '<objective ref="HB 1" title="Dredge" priorities="PA">
    <milestone ref="HB1-1" year="2009-10" due="2010-03" key="yes" priorities="PA"><text>Survey the bed</text><step ref="a" due="2009-08"><text>Hire a boat</text></step></milestone>
    <milestone ref="HB1-2" year="2009-10" due="2010-03" key="yes" priorities="PA"><text>Tender the dredger</text></milestone>
    <milestone ref="HB1-3" year="2009-10" due="2010-02" key="yes" priorities="PA"><text>Buoy the fairway</text></milestone>
    <milestone ref="HB1-4" year="2009-10" due="2010-02" key="yes" priorities="PA"><text>Paint the pier</text></milestone></objective>
    <risk ref="K1" objective="HB 1"><text>Surge</text><initial likelihood="3" impact="3" score="9" level="high"/><treatment ref="K1a" due="2009-12"><text>Raise the quay</text></treatment></risk>
    <equality-action ref="Q1" strategy="Ramps" impact="high" due="2010-01"><text>Build ramps</text></equality-action>'
  local quarter
  for quarter in "Q3 green red amber red" "Q4 red green complete amber"; do
    set -- $quarter
    form "$1" "<milestone ref=\"HB1-1\" rating=\"$2\"><commentary>So.</commentary></milestone><milestone ref=\"HB1-1\" step=\"a\" rating=\"$2\"/>
      <milestone ref=\"HB1-2\" rating=\"$3\"/><milestone ref=\"HB1-3\" rating=\"$4\"/><milestone ref=\"HB1-4\" rating=\"$5\"/><milestone ref=\"HB9-9\" rating=\"$2\"/>
      <treatment ref=\"K1a\" rating=\"$2\"/><treatment ref=\"K9\" rating=\"$2\"/><equality-action ref=\"Q1\" rating=\"$2\"/>"
  done
}
indicators() {
  other=milestones
  plan '<indicator ref="I 1" title="Vessels" key="yes" unit="count" decimals="0" polarity="higher" kind="flow" frequency="quarterly" rule="std" priorities="PA" board="seaside"><target period="2009-10-Q3" number="50"/><target period="2009-10-Q4" number="50"/></indicator>
    <indicator ref="I 2" title="Samples" key="yes" unit="percent" decimals="1" polarity="higher" kind="snapshot" frequency="quarterly" rule="std" priorities="PA" board="seaside"><measure ref="inner" title="Inner"/><measure ref="outer" title="Outer"/><target measure="inner" period="2009-10" number="90"/><target measure="outer" period="2009-10" number="92"/></indicator>
    <indicator ref="I 3" title="Berths" key="no" unit="count" decimals="0" polarity="higher" kind="snapshot" frequency="quarterly" rule="std" priorities="PA" board="seaside"><target period="2009-10-Q4" number="50"/></indicator>
    <indicator ref="I 4" title="Buoys" key="no" unit="count" decimals="0" polarity="higher" kind="snapshot" frequency="quarterly" rule="std" priorities="PA" board="seaside"><target period="2009-10-Q4" number="50"/></indicator>'
  local quarter
  for quarter in "Q3 60 green red amber red" "Q4 40 red green red amber"; do
    set -- $quarter
    form "$1" "<indicator ref=\"I 1\" rating=\"$3\"><value number=\"$2\"/></indicator>
      <indicator ref=\"I 2\" rating=\"$4\"><value measure=\"inner\" number=\"91\" rating=\"$4\"/><value measure=\"outer\" number=\"$2\"/></indicator>
      <indicator ref=\"I 3\" rating=\"$5\"><value number=\"$2\"/></indicator><indicator ref=\"I 4\" rating=\"$6\"><value number=\"$2\"/></indicator>
      <indicator ref=\"I 9\" rating=\"$3\"><value number=\"$2\"/></indicator>"
  done
}

framework "${milestone_key[@]}" "${indicator_key[@]}" "${travel_key[@]}" >framework.xml
milestones
grouped objective/milestone
told "milestones alone" "$of_indicators" Afloat Choppy Aground Moored
indicators
grouped 'indicator[rating = red]'
told "indicators alone" "$of_milestones" Fairish Squally Stormy

# ---- a scale whose symbols are not there, or cannot be read, is not told in the words of the other one
indicator_key+=("$(symbol indicator complete Fulfilled)")
of_indicators+='|Fulfilled'
for broken in "" "${milestone_key[0]/green/grene}" "${milestone_key[0]/milestone/milstone}" "${milestone_key[0]/ word=\"Afloat\"/}" "${milestone_key[0]/Afloat/}"; do
  framework "${broken:-}" "${indicator_key[@]}" "${travel_key[@]}" >framework.xml
  milestones
  grouped objective/milestone
  told "no milestones' symbols${broken:+ but $broken}" "$of_indicators" "name=\"green\" word=\"$([ "$broken" ] && echo "Not (readable|given)" || echo Green)\""
done
framework "${milestone_key[@]}" "${travel_key[@]}" >framework.xml
indicators
grouped 'indicator[rating = red]'
told "no indicators' symbols" "$of_milestones" Green Red
finish
