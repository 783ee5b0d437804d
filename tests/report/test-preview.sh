#!/usr/bin/env bash
# Previews: one part of a service's report, of a paper, of models; they stand in preview/ and touch nothing else.
# Usage: test-preview.sh QMR
. "$(dirname "$0")/../robust/common.sh"
lay "$work/council"
cd "$work/council" || exit 3
cp "$root/fixtures/council-2012/papers/support-centre.xml" paper.xml
preview() { "$qmr" preview "$@"; }
made() { (cd out && find . -name team -prune -o -type f -print | sort | tr '\n' ' '); }

expect "an objective" 1 "preview.pdf" preview 'HP 2' $plan $form
[ "$(made)" = "./preview/health-and-partnerships/preview.html ./preview/health-and-partnerships/preview.pdf " ] && pass || fail "an objective: $(made)"
grep -q 'HP2-01' out/preview/*/preview.html && ! grep -q 'HP1-01' out/preview/*/preview.html && pass || fail "an objective: not that one alone"
expect "a part that nothing shows" 2 "did you mean" preview 'HP 2x' $plan $form
[ -z "$(made)" ] && pass || fail "a part that nothing shows: an old preview is left: $(made)"
for words in "--layout nope HP $plan $form" "--layouts nowhere HP $plan $form" "HP nope.xml $form" "--layout nope.xml HP $plan $form" "--framework nope.xml HP $plan $form" "--layout nope HP nope.xml $form"; do
  preview 'HP 2' $plan $form >/dev/null 2>&1
  [ -n "$(made)" ] || fail "no preview before $words"
  said=$(preview $words 2>&1)
  code=$?
  [ $code = 2 ] || [ $code = 3 ] && [ -z "$(made)" ] && [ -z "$(ls out/preview)" ] && pass || fail "$words: exit $code, left $(made), said: ${said:0:300}"
done
expect "a plan alone, of a layout of plans" 0 "preview.pdf" preview --layout service-plan 'HP 2' $plan
expect "a plan, and no return" 2 "the return is missing
for example: qmr preview 'HP 2' plans/housing.xml" preview 'HP 2' $plan
expect "a part, and nothing else" 2 "the plan or the paper is missing" preview 'HP 2'
expect "nothing" 2 "the part to be shown is missing" preview

rm -rf out
expect "a paper" 0 "preview.pdf" preview recommendation paper.xml
[ "$(made)" = "./preview/support-centre/preview.html ./preview/support-centre/preview.pdf " ] && pass || fail "a paper: $(made)"
grep -q 'Recommendation' out/preview/*/preview.html && ! grep -q 'Purpose of report' out/preview/*/preview.html && pass || fail "a paper: not that section alone"
expect "a section that the paper does not have" 2 "'recomendation' (did you mean 'recommendation'?)" preview recomendation paper.xml
expect "two papers" 2 "papers are made one by one" preview recommendation paper.xml paper.xml

# A preview of models leaves the report of the same models as it is.
rm -rf out
"$qmr" report --to html $plan $form >/dev/null 2>&1
model=out/2009-10-Q4/health-and-partnerships/team/model.xml
expect "a report of a model" 0 "report.html" "$qmr" report --to html --layout quarterly-monitoring-report $model
before=$(tree out/2009-10-Q4)
expect "a preview of a model" 0 "preview.html" preview --layout quarterly-monitoring-report 'HP 2' $model
[ "$(tree out/2009-10-Q4)" = "$before" ] && pass || fail "a preview of a model changed the reports"
expect "a preview of a model that fails" 2 "did you mean" preview --layout quarterly-monitoring-report 'HP 2x' $model
[ "$(tree out/2009-10-Q4)" = "$before" ] && [ -z "$(ls out/preview)" ] && pass || fail "a preview of a model that fails changed the reports, or left an old one: $(ls out/preview)"
preview --layout quarterly-monitoring-report 'HP 2' $model >/dev/null 2>&1
expect "a preview of a model by no layout" 2 "there is no layout 'nope'" preview --layout nope 'HP 2' $model
[ "$(tree out/2009-10-Q4)" = "$before" ] && [ -z "$(ls out/preview)" ] && pass || fail "a preview of a model by no layout: left $(ls out/preview)"
finish
