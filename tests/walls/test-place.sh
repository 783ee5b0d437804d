#!/bin/sh
# The build folder stands where it was set up: test-place.sh BUILD-FOLDER, run in the build folder.
[ "$(realpath "$1")" = "$(pwd -P)" ] && exit 0
echo "this build was set up in $1, and its tests look there: ./run.sh test or 'meson setup --wipe' sets it up anew"
exit 1
