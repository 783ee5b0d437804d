#!/usr/bin/env bash
# The package is made of the same things as the tree: its version is meson's, it asks for what run.sh installs: control.sh QMR BUILD.
. "$(dirname "$0")/../robust/common.sh"
cd "$root" || exit 3
control=pipeline/qmr/debian/control
# listed FIELD: the packages that it names, alternatives too, a line each.
listed() { sed -n "/^$1:/,/^[^ ]/p" $control | sed "1s/^[^:]*://; 2,\${/^[^ ]/d}" | tr ',|' '\n\n' | sed 's/([^)]*)//; s/[ \t]//g; /^$/d'; }
wanted=$(sed -n '/^PACKAGES="/,/"$/p' run.sh | tr -d '"' | sed 's/^PACKAGES=//' | tr ' ' '\n' | sed '/^$/d')
[ $(wc -l <<<"$wanted") -gt 20 ] && [ $(listed Build-Depends | wc -l) -gt 12 ] && pass || fail "the lists of packages cannot be read"

for package in $(grep -e '-dev$' <<<"$wanted" | grep -v '^libc6-dev$\|^libcmocka-dev$'); do
  listed Build-Depends | grep -qx -- "$package" && pass || fail "run.sh installs $package, $control does not build with it"
done
for package in $(listed Build-Depends | grep -v '^debhelper-compat$\|^dh-sequence-\|^xml-core$'); do
  grep -qx -- "$package" <<<"$wanted" && pass || fail "$control builds with $package, run.sh does not install it"
done
for package in $(grep '^fonts-' <<<"$wanted") ninja-build; do
  listed Depends | grep -qx -- "$package" && pass || fail "$control does not depend on $package, without which no report is made"
done
version=$(sed -n '1s/^qmr (\(.*\)) .*/\1/p' pipeline/qmr/debian/changelog)
[ "$("$qmr" --version)" = "qmr $version" ] && pass || fail "the package's version is $version, and $("$qmr" --version) says another one"
for file in $(cat pipeline/qmr/debian/qmr.docs pipeline/qmr/debian/qmr.examples) $(sed -n 's/^local;\([^;]*\);.*/\1/p' pipeline/qmr/debian/qmr.xmlcatalogs); do
  [ -e "$file" ] && pass || fail "the package wants $file, which is not there"
done
finish
