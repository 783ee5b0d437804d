#!/usr/bin/env bash
# One door to everything: installs what is missing, builds, tests, measures; all else it hands to qmr. `./run.sh help` lists the ways in.
set -u -o pipefail
CALLER=$PWD
ROOT=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")") && cd "$ROOT" || exit 3
export LC_ALL=C.UTF-8 # sorts and numbers the same for everyone

BUILD=${QMR_BUILD:-build}

# Debian package of each thing the build, the reports and the tests need.
PACKAGES="gcc libc6-dev meson ninja-build pkgconf python3
  libglib2.0-dev libxml2-dev libcairo2-dev libpango1.0-dev libfontconfig-dev libxlsxwriter-dev libqpdf-dev libdeflate-dev libzip-dev libpng-dev librsvg2-dev
  libpoppler-glib-dev libcmocka-dev poppler-utils fonts-liberation2 fonts-noto-core fonts-droid-fallback"

usage() {
  cat <<'TEXT'
Reports by which a council tells its members how it is doing.

  ./run.sh                 install what is missing, build, make the sample council's reports under out/
  ./run.sh COMMAND ...     what qmr does: new, report, preview, validate, explain, verify, release, accept, layouts, quarter, year
                           (./run.sh COMMAND --help tells more; build/pipeline/programs/qmr is the program itself)
  ./run.sh test [NAME...]  build and run all tests, plain and with sanitizers; `test long` does what takes longer
  ./run.sh bench           measure: time, memory, size, and the ratio to a bare drawing loop; `bench quarter` the quarters of many councils
  ./run.sh package         make the Debian package of what is installed, in the build folder's package/
  ./run.sh format          lay out the source with clang-format
Exit codes: 0 clean, 1 faults in the input, 2 usage, 3 environment (disk, memory, missing file or package).
TEXT
}

exec 3>&2 # where progress is shown, also of what is run quietly
one_line() { [ -t 3 ] && [ "${TERM:-dumb}" != dumb ]; } # that can be written over
progress() { if one_line; then printf '\r\033[K%s' "$*"; elif [ -n "$*" ]; then printf '%s\n' "$*"; fi >&3; }
say() { printf '%s\n' "$*"; }
die() { printf 'run.sh: %s\n' "$*" >&3; exit 3; }
trap 'die "it was asked to stop"' INT TERM HUP

missing_packages() {
  local installed package
  installed=" $(dpkg-query -W -f='${db:Status-Status}:${Package} ' $PACKAGES 2>/dev/null)"
  for package in $PACKAGES; do
    case $installed in *" installed:$package "*) ;; *) printf '%s ' "$package" ;; esac
  done
}

# quietly WHY COMMAND...: runs it; its words are shown only when it fails.
quietly() {
  local why=$1 log code=0
  shift
  log=$(mktemp) && exec 8<>"$log" && rm "$log" || die "no temporary file"
  "$@" >&8 2>&1 || code=$?
  [ $code = 0 ] || { tail -n 40 /proc/self/fd/8 >&2; die "$why"; }
}

# One run.sh of a folder at a time installs and builds; build ends the turn.
take_turns() {
  [ -e /proc/self/fd/9 ] || exec 9<"$ROOT" && flock -n 9 || { progress "another run.sh is building here: waiting"; flock 9; }
}

# Installs the missing packages as root or with sudo; otherwise names them.
ensure_packages() {
  local missing sudo=
  if ! command -v dpkg-query >/dev/null 2>&1; then
    command -v meson >/dev/null 2>&1 || die "this is not a Debian system; install what these packages hold: $(echo $PACKAGES)"
    return 0
  fi
  take_turns
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || die "these Debian packages are missing; ask an administrator to run: apt-get install $missing"
    sudo=sudo
  fi
  say "installing $(wc -w <<<"$missing") packages: $missing"
  quietly "could not install; run as an administrator: apt-get install $missing" $sudo apt-get update
  quietly "could not install; run as an administrator: apt-get install $missing" \
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

# Whether $1 was set up for this folder, by this meson. meson writes down where sources and build stand: both may have been copied or
# renamed since.
set_up_here() {
  [ -f "$1/build.ninja" ] && [ -z "$(find -L "$(command -v meson)" -cnewer "$1/build.ninja")" ] &&
    python3 -c 'import json, sys
place = json.load(open(sys.argv[1]))["directories"]
sys.exit([place["source"], place["build"]] != sys.argv[2:])' \
      "$1/meson-info/meson-info.json" "$(realpath .)" "$(realpath "$1")" 2>/dev/null
}

# show_steps FOLDER: takes ninja's steps out of what it says, and shows them: in one line on a terminal, else a line each tenth.
show_steps() {
  local line n of tenth=-1
  while IFS= read -r line; do
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || { printf '%s\n' "$line"; continue; }
    n=${BASH_REMATCH[1]} of=${BASH_REMATCH[2]}
    [ "$n" -gt 0 ] || continue
    one_line || ((n * 10 / of > tenth)) && progress "building in $1: $n of $of steps"
    tenth=$((n * 10 / of))
  done
  progress ""
}

run_ninja() { NINJA_STATUS='[%f/%t] ' ninja -C "$1" "${TARGET:-programs}" | show_steps "$1"; }

# Sets $1 up with the meson options that follow; what another folder, another meson or a failed setup left there is taken away.
set_up() {
  local dir=$1
  [ -f "$dir/meson-private/cmd_line.txt" ] && meson setup --wipe "$@" >/dev/null 2>&1 && return
  [ -d "$dir/meson-private" ] && find "$dir/" -mindepth 1 -delete
  meson setup "$@"
}

# Builds the programs (TARGET=all: and the tests) in $1 with the meson options that follow.
build() {
  take_turns
  set_up_here "$1" || { progress "setting up $1"; quietly "the build could not be set up" set_up "$@"; }
  quietly "the build failed" run_ninja "$1" && exec 9<&-
}

ready() {
  ensure_packages && build "$BUILD"
  QMR=$(realpath "$BUILD")/pipeline/programs/qmr
  [ -e "${QMR%/pipeline/*}/../layouts" ] || ln -sfn "$ROOT/layouts" "${QMR%/pipeline/*}/layouts" # a build folder elsewhere
  [ -x "$QMR" ] || die "$QMR may not be run: give it the right (chmod +x), or take $BUILD away and try again"
}

# The sample council's year.
sample() {
  local code=0
  ready
  "$QMR" year --brief --layouts layouts --out "${QMR_OUT:-out}" fixtures/year.xml 3>&- || code=$?
  [ $code -le 1 ] || return $code
  say "what was found, as it was put there to be found: out/.../team/messages.txt and assurance.pdf"
}

# Twice: plain with memory filled with garbage before use, then with the address and undefined-behaviour sanitizers.
run_tests() {
  local long=
  [ "${1:-}" = long ] && { long=yes; shift; }
  PACKAGES="$PACKAGES valgrind" # counts instructions
  [ -z "${NO_COLOR:-}" ] || export TERM=dumb # meson knows no other way
  ensure_packages && TARGET=all build "$BUILD"
  [ -n "$long" ] || MALLOC_PERTURB_=85 meson test --no-rebuild -C "$BUILD" --print-errorlogs "$@" || return 1
  TARGET=all build "$BUILD-sanitized" -Dwerror=true -Db_sanitize=address,undefined -Db_lundef=false
  [ -z "$long" ] || exec tests/long.sh "$BUILD" "$BUILD-sanitized" "$@"
  LSAN_OPTIONS="suppressions=$PWD/tests/leaks.supp:print_suppressions=0" UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
    meson test --no-rebuild -C "$BUILD-sanitized" --print-errorlogs "$@"
}

run_bench() {
  ensure_packages
  BUILD=${QMR_BUILD:-build-bench} && TARGET=all build "$BUILD" --buildtype=release
  if [ "${1:-}" = quarter ]; then shift; tests/bench/quarter.sh "$BUILD" "$@"; else tests/bench/bench.sh "$BUILD" "$@"; fi
}

run_package() {
  PACKAGES="$PACKAGES build-essential debhelper xml-core lintian"
  ensure_packages && take_turns && say "building the package in $BUILD/package"
  quietly "the package could not be built" pipeline/qmr/package.sh "$BUILD"
  say "made and looked at by lintian; as an administrator: apt-get install $(realpath "$BUILD"/package/qmr_*.deb)"
}

[ $# -gt 0 ] || { sample; exit; }
case $1 in
  test) shift; run_tests "$@" ;;
  bench) shift; run_bench "$@" ;;
  package) run_package ;;
  format) git ls-files 'pipeline/*.[ch]' 'tests/*.[ch]' | xargs clang-format -i ;;
  help | -h | --help) usage ;;
  *) ready; cd "$CALLER" || die "cannot go back to $CALLER"; exec "$QMR" "$@" 3>&- ;; # from where users stand
esac
