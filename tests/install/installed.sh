#!/usr/bin/env bash
# What is installed works wherever it stands, and without what it was built from: installed.sh QMR BUILD.
. "$(dirname "$0")/common.sh"
installed=$work/opt
install_to "$installed"
qmr=$installed/bin/qmr shipped=$installed/share/qmr/layouts stages=$installed/libexec/qmr
lay "$work/data"; rm -r "$work/data/layouts"
cd "$work/data" || exit 3
folder=out/2009-10-Q4/health-and-partnerships

# names ROLE PATH: the manifest names that file, with its hash.
names() {
  local line
  line=$(grep "role=\"$1\" path=\"$2\"" $folder/team/manifest.xml)
  [[ $line == *"sha256=\"$(sha256sum "${3:-$2}" | cut -d' ' -f1)\""* ]] && pass || fail "the manifest does not name $1 $2"
}

away test -e "$root/README.md" && skip "source and build can be seen: they cannot be hidden here"
expect "its layouts" 0 "$shipped (with the program):" away "$qmr" layouts
expect "a report" 1 report.pdf away "$qmr" report $plan $form
names layout "$shipped/quarterly-monitoring-report.xml"
names style "$shipped/house-style.xml"
names words "$shipped/words-en-GB.xml"
names program qmr "$qmr"
expect "proved" 0 "repeated" away "$qmr" verify $folder
expect "proved by the program of that name" 0 "repeated" away "$stages/qmr-verify" $folder
expect "a rule" 0 "V-DATE" away "$qmr" explain V-DATE

# ---- the stages, and what they look for
expect "validate" 0 "" away "$stages/qmr-validate" framework.xml
expect "merge" 0 "" away "$stages/qmr-merge" --framework framework.xml --plan $plan --return $form --out model.xml
expect "check" 1 "" away "$stages/qmr-check" --framework framework.xml --plan $plan --return $form --out findings.xml
expect "compose, in other words" 0 "" away "$stages/qmr-compose" --words words-cy.xml --layout "$shipped/quarterly-monitoring-report.xml" --out document.xml model.xml
expect "render" 0 "" away "$stages/qmr-render" --out report.html document.xml
grep -q 'lang="cy"' report.html && pass || fail "qmr-compose did not find the Welsh words that were installed"

# ---- a council's own come first
mkdir layouts && sed 's/ about="[^"]*"/ about="Ours."/' "$shipped/quarterly-monitoring-report.xml" >layouts/quarterly-monitoring-report.xml
expect "our own layout is listed" 0 "Ours." away "$qmr" layouts
expect "our own layout" 1 report.pdf away "$qmr" report --out own $plan $form
grep -q 'role="layout" path="layouts/quarterly-monitoring-report.xml"' own/2009-10-Q4/*/team/manifest.xml && pass || fail "our own layout is not taken"

# ---- moved once more: the same report, proved by the same program elsewhere
cp -r "$installed" "$work/elsewhere"
expect "proved from elsewhere" 0 "repeated" away "$work/elsewhere/bin/qmr" verify $folder

# ---- editors find the schemas by the namespace
schema=$installed/share/xml/qmr/$(sed -n 's/.*<uri name="urn:qmr:1" uri="\([^"]*\)".*/\1/p' "$installed/share/xml/qmr/catalog.xml")
[ -f "$schema" ] && pass || fail "the catalog names no file: $schema"
if command -v xmllint >/dev/null; then
  expect "the catalog finds it" 0 "validates" env XML_CATALOG_FILES="$installed/share/xml/qmr/catalog.xml" xmllint --noout --schema urn:qmr:1 framework.xml
  expect "all kinds by one schema" 0 "validates" xmllint --noout --schema "$schema" framework.xml $plan $form "$shipped"/*.xml "$root"/fixtures/*/calendar.xml "$root"/fixtures/*/papers/*.xml "$root/fixtures/year.xml"
else
  skip "xmllint is not installed"
fi
cd "$root" && for name in $(grep -o 'schemaLocation="[^"]*"' "$schema" | cut -d'"' -f2); do
  [ -f "$(dirname "$schema")/$name" ] && pass || fail "the schema of all files includes $name, which is not installed"
done
finish
