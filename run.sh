#!/usr/bin/env bash
# One door to everything: installs what is missing, builds, makes reports, tests, measures. `./run.sh help` lists the ways in.
set -u -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 3
export LC_ALL=C.UTF-8 # sorts and numbers the same for everyone

BUILD=${QMR_BUILD:-build}
OUT=${QMR_OUT:-out}

# Debian package of each thing the build, the reports and the tests need.
PACKAGES="gcc libc6-dev meson ninja-build pkg-config
  libglib2.0-dev libxml2-dev libcairo2-dev libpango1.0-dev libfontconfig-dev libxlsxwriter-dev libqpdf-dev libdeflate-dev libzip-dev
  libcmocka-dev poppler-utils fonts-liberation2 fonts-noto-core fonts-droid-fallback"

usage() {
  cat <<'TEXT'
Reports by which a council tells its members how it is doing.

  ./run.sh                         install what is missing, build, make the sample council's reports under out/
  ./run.sh test                    build with sanitizers and run all tests
  ./run.sh validate FILE...        check framework, plan, return or layout files
  ./run.sh report PLAN RETURN [EARLIER-RETURN...]
                                   make the quarterly report of your own files under out/
                                   (the corporate framework is framework.xml beside or above the plan;
                                   EARLIER-RETURNs give trends: last quarter, last year)
  ./run.sh report --layout NAME PLAN [RETURN] [EARLIER-RETURN...]
                                   the same through another layout of layouts/
  ./run.sh explain RULE            what a rule means and what to do; `explain all` lists them
  ./run.sh layouts                 the report types there are
  ./run.sh bench                   measure: time, memory, size, and the ratio to a bare drawing loop
  ./run.sh format                  lay out the source with clang-format
Exit codes: 0 clean, 1 faults in the input, 2 usage, 3 environment (disk, memory, missing file or package).
TEXT
}

progress() { if [ -t 1 ]; then printf '\r\033[K%s' "$*"; fi; }
say() { printf '%s\n' "$*"; }
die() { printf 'run.sh: %s\n' "$*" >&2; exit 3; }

missing_packages() {
  local installed package
  installed=" $(dpkg-query -W -f='${db:Status-Status}:${Package} ' $PACKAGES 2>/dev/null)"
  for package in $PACKAGES; do
    case $installed in *" installed:$package "*) ;; *) printf '%s ' "$package" ;; esac
  done
}

# Installs the missing packages as root or with sudo; otherwise names them.
ensure_packages() {
  local missing sudo=
  if ! command -v dpkg-query >/dev/null 2>&1; then
    command -v meson >/dev/null 2>&1 || die "this is not a Debian system; install what these packages hold: $(echo $PACKAGES)"
    return 0
  fi
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || die "these Debian packages are missing; ask an administrator to run: apt-get install $missing"
    sudo=sudo
  fi
  say "installing: $missing"
  local log
  log=$(mktemp) || die "no temporary file"
  if ! { $sudo apt-get update && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    die "could not install; run as an administrator: apt-get install $missing"
  fi
  rm -f "$log"
}

# Builds in $1 with the meson options that follow; quiet unless it fails.
build() {
  local dir=$1 log
  shift
  log=$(mktemp) || die "no temporary file"
  if [ ! -f "$dir/build.ninja" ]; then
    say "setting up $dir"
    meson setup "$dir" "$@" >"$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; die "the build could not be set up"; }
  fi
  progress "building in $dir"
  ninja -C "$dir" >"$log" 2>&1 || { grep -vE '^\[' "$log" | tail -n 40 >&2; rm -f "$log"; die "the build failed"; }
  rm -f "$log"
  progress ""
}

program() { printf '%s/pipeline/%s/qmr-%s' "$BUILD" "$1" "$1"; }


# Runs one stage; its messages go to $log, its command line to $steps for the manifest. Faults in the data (1) are counted,
# not fatal; anything worse is shown.
stage() {
  local code=0
  "$@" >>"$log" 2>&1 || code=$?
  steps+=(--step "${*@Q}")
  programs[$1]=1
  [ "$code" -le 1 ] && return 0
  progress ""
  cat "$log" >&2
  return "$code"
}

# The framework of a plan: framework.xml beside it or above it, named from here so that the same files give the same bytes anywhere.
framework_of() {
  local dir
  dir=$(cd "$(dirname "$1")" 2>/dev/null && pwd) || return 1
  while [ "$dir" != / ]; do
    [ -f "$dir/framework.xml" ] && { realpath -s --relative-to=. "$dir/framework.xml"; return 0; }
    dir=$(dirname "$dir")
  done
  return 1
}

# The value of an attribute of a file's root element.
root_attribute() { sed -nE "1,12s/.*[[:space:]]$2=\"([^\"]*)\".*/\1/p" "$1" | head -n 1; }

# Writes the manifest of a report: every file that went in, every program, every file that came out. $1: the layout.
manifest() {
  local file words=()
  shopt -s nullglob
  for file in "${inputs[@]}" "layouts/$1.xml" layouts/words-en-GB.xml layouts/house-style.xml; do words+=(--input "$file"); done
  for file in "${!programs[@]}"; do words+=(--program "$file"); done
  for file in "$dir"/*.xml "$dir"/*.pdf "$dir"/*.xlsx "$dir"/*.html "$dir"/*.json "$dir"/*tables/*; do
    [ "$(basename "$file")" = manifest.xml ] || words+=(--output "$file")
  done
  shopt -u nullglob
  "$(program verify)" --make "$dir/manifest.xml" --out "$dir" "${words[@]}" "${steps[@]}"
}

# make_report LAYOUT FRAMEWORK PLAN RETURN|"" [PREVIOUS...]: all stages of one report. Sets $dir (where) and $log (what was said).
make_report() {
  local layout=$1 framework=$2 plan=$3 return=$4 service period name=report previous=()
  shift 4
  service=$(root_attribute "$plan" service)
  period=$(root_attribute "${return:-$plan}" "$([ -n "$return" ] && echo period || echo from)")
  [ -n "$service" ] && [ -n "$period" ] || { "$(program validate)" "$plan" ${return:+"$return"}; return 1; }
  dir=$OUT/$period/$service
  mkdir -p "$dir" || die "cannot make $dir"
  log=$dir/messages.txt
  : >"$log"
  local steps=() inputs=("$framework" "$plan" ${return:+"$return"} "$@")
  local -A programs=()
  [ "$layout" = quarterly-monitoring-report ] || { name=$layout; }
  local file
  for file in "$@"; do previous+=(--previous "$file"); done
  progress "$service: checking"
  stage "$(program validate)" "$framework" "$plan" ${return:+"$return"} "$@" || return $?
  progress "$service: merging"
  stage "$(program merge)" --framework "$framework" --plan "$plan" ${return:+--return "$return"} ${previous[@]+"${previous[@]}"} \
    --findings "$dir/findings.json" --out "$dir/model.xml" || return $?
  [ -f "$dir/model.xml" ] || { cat "$log" >&2; return 1; }
  local document=$dir/document.xml
  [ "$name" = report ] || document=$dir/$name.xml
  progress "$service: composing"
  stage "$(program compose)" --layout "layouts/$layout.xml" --out "$document" "$dir/model.xml" || return $?
  progress "$service: rendering"
  local workbook=$dir/appendix.xlsx
  [ "$name" = report ] || workbook=$dir/$name.xlsx
  stage "$(program render)" --to pdf --out "$dir/$name.pdf" --to xlsx --out "$workbook" --to html --out "$dir/$name.html" \
    --to csv --out "$dir/${name/report/}tables" --attach "$dir/model.xml" "$document" || return $?
  manifest "$layout" || return $?
  progress ""
}

pages_of() { pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p'; }

# What one report's folder holds and what was found.
summary() {
  local file
  say "$1"
  for file in "$1"/*.pdf; do [ -f "$file" ] && printf '  %-34s %6s KB  %s pages\n' "$(basename "$file")" "$(( ($(stat -c %s "$file") + 1023) / 1024 ))" "$(pages_of "$file")"; done
  for file in "$1"/*.xlsx "$1"/*.html "$1"/model.xml "$1"/document.xml; do
    [ -f "$file" ] && printf '  %-34s %6s KB\n' "$(basename "$file")" "$(( ($(stat -c %s "$file") + 1023) / 1024 ))"
  done
  [ -d "$1/tables" ] && printf '  %-34s %6s files\n' "tables/ (CSV)" "$(ls "$1/tables" | wc -l)"
  if [ -f "$1/messages.txt" ]; then
    printf '  found: %s errors, %s warnings, %s notes (messages.txt)\n' \
      "$(grep -cE ': error: ' "$1/messages.txt")" "$(grep -cE ': warning: ' "$1/messages.txt")" "$(grep -cE ': note: ' "$1/messages.txt")"
  fi
}

sample_reports() {
  local data=fixtures/council period=2009-10-Q4 plan service return previous code=0 earlier
  rm -f "$OUT/$period/.done"
  for plan in "$data"/plans/2009-10/*.xml; do
    service=$(basename "$plan" .xml)
    return=$data/returns/$period/$service.xml
    previous=()
    for earlier in "$data"/returns/2008-09-Q4/$service.xml "$data"/returns/2009-10-Q3/$service.xml; do
      [ -f "$earlier" ] && previous+=("$earlier")
    done
    [ -f "$return" ] || return=
    make_report quarterly-monitoring-report "$data/framework.xml" "$plan" "$return" ${previous[@]+"${previous[@]}"} || { code=$?; continue; }
    summary "$dir"
  done
  return "$code"
}

own_report() {
  local layout=quarterly-monitoring-report framework
  [ "${1:-}" = --layout ] && { layout=${2:-}; shift 2; }
  layout=$(basename "$layout" .xml)
  [ $# -ge 1 ] || { usage >&2; exit 2; }
  [ -f "layouts/$layout.xml" ] || { say "run.sh: there is no layouts/$layout.xml; ./run.sh layouts lists them" >&2; exit 2; }
  local file
  for file in "$@"; do [ -f "$file" ] || { say "run.sh: there is no file $file" >&2; exit 3; }; done
  framework=$(framework_of "$1") || { say "run.sh: no framework.xml beside or above $1" >&2; exit 3; }
  local plan=$1 return=${2:-}
  shift $(( $# >= 2 ? 2 : 1 ))
  make_report "$layout" "$framework" "$plan" "$return" "$@"
  local code=$?
  [ "$code" -gt 1 ] && return "$code"
  [ -s "$log" ] && cat "$log" >&2
  summary "$dir"
  grep -qE ': error: ' "$log" && return 1
  return 0
}

# Twice: plain with memory filled with garbage before use, then with the address and undefined-behaviour sanitizers.
run_tests() {
  ensure_packages
  build "$BUILD" || return $?
  MALLOC_PERTURB_=85 meson test -C "$BUILD" --print-errorlogs "$@" || return 1
  build "$BUILD-sanitized" -Dwerror=true -Db_sanitize=address,undefined -Db_lundef=false || return $?
  LSAN_OPTIONS="suppressions=$PWD/tests/leaks.supp:print_suppressions=0" UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
    meson test -C "$BUILD-sanitized" --print-errorlogs "$@"
}

run_bench() {
  ensure_packages
  BUILD=${QMR_BUILD:-build-bench}
  build "$BUILD" --buildtype=release
  tests/bench/bench.sh "$BUILD" "$@"
}

ready() {
  ensure_packages
  build "$BUILD"
}

case ${1:-} in
  "") ready && sample_reports ;;
  test) shift; run_tests "$@" ;;
  bench) shift; run_bench "$@" ;;
  validate) shift; ready && exec "$(program validate)" "$@" ;;
  explain) shift; ready && exec "$(program validate)" --explain "${1:-all}" ;;
  report) shift; ready && own_report "$@" ;;
  layouts) for file in layouts/*.xml; do about=$(root_attribute "$file" about); [ -n "$about" ] && printf '%-34s %s\n' "$(basename "$file" .xml)" "$about"; done; exit 0 ;;
  format) git ls-files 'pipeline/*.[ch]' 'tests/*.[ch]' | xargs clang-format -i ;;
  help | -h | --help) usage ;;
  *) say "run.sh: there is no command '$1'" >&2; usage >&2; exit 2 ;;
esac
