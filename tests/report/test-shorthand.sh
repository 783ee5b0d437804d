#!/usr/bin/env bash
# A state is called by the council's shorthand where that can be read, else by the word of the file: whatever is wrong with the entry of
# the shorthand, a figure that was withheld, or is reported once a year, is never called "Not readable" or "Not given".
# Usage: test-shorthand.sh QMR
. "$(dirname "$0")/../robust/common.sh"
cd "$work" || exit 3

echo "<layout xmlns=\"urn:qmr:1\" format=\"1.0\" name=\"figures\" about=\"Figures.\" title=\"Figures\" lang=\"en-GB\" style=\"$root/layouts/house-style.xml\"
  words=\"$root/layouts/words-en-GB.xml\" header=\"a|b\" footer=\"a|b\"><section id=\"all\" page=\"portrait\"><table id=\"figures\" rows=\"indicator\" caption=\"Figures\">
  <column heading=\"Ref.\" field=\"ref\" row-header=\"yes\"/><column heading=\"Value\" field=\"measure/value\"/></table></section></layout>" >figures.xml
echo '<plan xmlns="urn:qmr:1" format="1.0" service="bays" title="Harbours Plan" from="2009-10" years="1" status="final">
  <indicator ref="I 1" title="Vessels" unit="count" decimals="0" polarity="higher" kind="flow" frequency="quarterly"/></plan>' >plan.xml

# shown STATE SHORTHAND...: what stands for the figure.
shown() {
  echo "<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Zennor District Council\" title=\"Zennor Plan\" from=\"2009-10\" to=\"2012-13\">
    <directorate ref=\"env\" title=\"Environment\"><department ref=\"bays\" title=\"Harbours\"/></directorate>${*:2}</framework>" >framework.xml
  echo "<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"bays\" period=\"2009-10-Q4\" status=\"final\"><indicator ref=\"I 1\"><value state=\"$1\"/></indicator></return>" >return.xml
  rm -f model.xml document.xml page.html
  "$programs/qmr-merge" -f framework.xml -p plan.xml -r return.xml --out model.xml >said 2>&1
  "$programs/qmr-compose" --layout figures.xml --out document.xml model.xml >said 2>&1
  "$programs/qmr-render" --to html --out page.html document.xml >said 2>&1
  grep '<td' page.html | sed 's/<[^>]*>//g; s/^I 1//'
}
# same WHAT SHOWN EXPECTED
same() { [ "$2" = "$3" ] && pass || fail "$1: '$2', not '$3'"; }

for state in not-available not-applicable to-be-confirmed annual see-comment new-measure suppressed not-due not-supplied; do
  word=$(sed -nE "s/.*name=\"shorthand-$state\" text=\"([^\"]*)\".*/\1/p" "$root/layouts/words-en-GB.xml")
  [ "$word" ] || word=$(sed -nE "s/.*name=\"state-$state\" text=\"([^\"]*)\".*/\1/p" "$root/layouts/words-en-GB.xml")
  entry="<shorthand ref=\"QQ\" state=\"$state\">Said.</shorthand>"
  same "$state" "$(shown $state "$entry")" QQ
  for damage in 's/"QQ"/""/' 's/ref=/reff=/' 's/ ref="QQ"//' 's/state=/stat=/' "s/$state/${state}z/"; do
    damaged=$(sed "$damage" <<<"$entry")
    same "$damaged" "$(shown $state "$damaged")" "$word"
  done
  for damage in 's/shorthand/shorthnd/g' 's/Said//' 's/ref/lang="?!" ref/'; do
    damaged=$(sed "$damage" <<<"$entry")
    same "$damaged" "$(shown $state "$damaged")" QQ
  done
done
finish
