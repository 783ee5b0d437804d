#!/usr/bin/env bash
# Makes the Debian package, source and programs, and has lintian look at it: package.sh BUILD. All of it happens in BUILD/package.
set -eu -o pipefail
build=$(realpath -m "$1")/package
cd "$(dirname "$(readlink -f "$0")")/../.."
version=$(sed -n "s/^project(.* version: '\([^']*\)'.*/\1/p" meson.build)
tree=$build/qmr-$version
rm -rf "$build" && mkdir -p "$tree"
cp -r meson.build README.md layouts schemas fixtures pipeline "$tree"
mv "$tree/pipeline/qmr/debian" "$tree/debian"
find "$tree" -type d -exec chmod 755 {} + -o -perm -100 -exec chmod 755 {} + -o -exec chmod 644 {} +
cd "$tree"
dpkg-buildpackage --unsigned-source --unsigned-changes
cd "$build"
lintian --fail-on error,warning "qmr_${version}_"*.changes
