#!/usr/bin/env bash
# One door to everything: installs what is missing, builds, makes reports, tests, measures. `./run.sh help` lists the ways in.
set -u -o pipefail
CALLER=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 3
export LC_ALL=C.UTF-8 # sorts and numbers the same for everyone

BUILD=${QMR_BUILD:-build}
OUT=${QMR_OUT:-out}
dir= log= steps=() inputs=() outputs=() also=()
declare -A programs=()

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
                                   --also FILE: another service's plan or return, or a board's paper, that must agree (may be repeated)
                                   --accept FILE: findings that were looked at and accepted
  ./run.sh preview SECTION PLAN RETURN [EARLIER-RETURN...]
                                   one section, objective or indicator alone, by its name or reference, as PDF and web page
  ./run.sh report --layout NAME [--set NAME=VALUE] PLAN [RETURN] [EARLIER-RETURN...]
                                   the same through another layout of layouts/
  ./run.sh report --layout NAME [--set NAME=VALUE] MODEL...
                                   a report made of several models (model.xml), or one of each paper
  ./run.sh explain RULE            what a rule means and what to do; `explain all` lists them
  ./run.sh verify out/.../         make a report again and compare the bytes, by its manifest.xml
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

# Whether $1 was set up for this folder, by this meson. meson writes down where sources and build stand: both may have been copied or
# renamed since.
set_up_here() {
  [ -f "$1/build.ninja" ] && [ -z "$(find -L "$(command -v meson)" -cnewer "$1/build.ninja")" ] &&
    python3 -c 'import json, sys
place = json.load(open(sys.argv[1]))["directories"]
sys.exit([place["source"], place["build"]] != sys.argv[2:])' \
      "$1/meson-info/meson-info.json" "$(realpath .)" "$(realpath "$1")" 2>/dev/null
}

# Builds the programs, no tests, in $1 with the meson options that follow; quiet unless it fails.
build() {
  local dir=$1 log again=
  shift
  log=$(mktemp) || die "no temporary file"
  if ! set_up_here "$dir"; then
    [ -f "$dir/meson-private/cmd_line.txt" ] && again=--wipe
    say "setting up $dir"
    meson setup $again "$dir" "$@" >"$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; die "the build could not be set up"; }
  fi
  progress "building in $dir"
  ninja -C "$dir" programs >"$log" 2>&1 || { grep -vE '^\[' "$log" | tail -n 40 >&2; rm -f "$log"; die "the build failed"; }
  rm -f "$log"
  progress ""
}

program() { printf '%s/pipeline/programs/qmr-%s' "$BUILD" "$1"; }


# Adds messages to $log, but for those that are there already: qmr-merge says again what qmr-validate said of the same files.
note() {
  [ -z "$1" ] || printf '%s\n' "$1" | awk -v log_file="$log" '
    BEGIN { while ((getline line < log_file) > 0) seen[line] = 1 }
    /^ +\|/ { if (!known) print; next }
    { known = $0 in seen; if (!known) print }' >>"$log"
}

# Runs one stage; its messages go to $log, its command line to $steps for the manifest. Faults in the data (1) are counted,
# not fatal; anything worse is shown.
stage() {
  local code=0 said
  said=$("$@" 2>&1) || code=$?
  note "$said" || code=3
  steps+=(--step "${*@Q}")
  programs[$1]=1
  [ "$code" -le 1 ] && return 0
  progress ""
  say "$said" >&2
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

# The value of an attribute of a file's root element; nothing when it has none or the file is no XML. What stands in comments is passed over.
root_attribute() {
  tr -d '\000' <"$1" | awk -v RS='>' -v name="$2" -v quote="'" '
    inside || /<!--/ { inside = !/--$/; next }
    /<[A-Za-z]/ {
      gsub(/[ \t\r\n]+/, " ")
      if (match($0, " " name " ?= ?(\"[^\"]*\"|" quote "[^" quote "]*" quote ")")) {
        value = substr($0, RSTART, RLENGTH)
        sub(/^[^=]*= ?./, "", value)
        print substr(value, 1, length(value) - 1)
      }
      exit
    }'
}

# A name for a folder out of what a file says, whatever that is.
folder_name() {
  local name
  name=$(printf '%s' "$1" | tr -c 'A-Za-z0-9 &()._-' '-')
  name=${name#"${name%%[!.]*}"}
  printf '%s' "${name:-unknown}"
}

# A file that the caller named, seen from here.
from_here() {
  case $1 in
    /*) printf '%s' "$1" ;;
    *) [ "$CALLER" = "$PWD" ] && printf '%s' "$1" || realpath -s --relative-to=. "$CALLER/$1" ;;
  esac
}

# begin DIR: a new run whose outputs go to DIR; sets $dir (where) and $log (what was said).
begin() {
  dir=$1
  mkdir -p "$dir" || die "cannot make $dir"
  rm -f "$dir"/.*.part "$dir"/*tables/.*.part # of a run that was killed
  log=$dir/messages.txt
  : >"$log" || die "cannot write in $dir"
  steps=() outputs=() inputs=(layouts/house-style.xml layouts/words-en-GB.xml) programs=()
}

# Writes the manifest of the run: every file that went in, every program, every file that came out.
finish() {
  local file words=()
  for file in "${inputs[@]}"; do words+=(--input "$file"); done
  for file in "${!programs[@]}"; do words+=(--program "$file"); done
  for file in "${outputs[@]}"; do words+=(--output "$file"); done
  progress ""
  "$(program verify)" --make "$dir/manifest.xml" --out "$dir" "${words[@]}" "${steps[@]}"
}

# model FRAMEWORK PLAN RETURN|"" [EARLIER...]: checks the files and joins them into $dir/model.xml. PERIOD says which period a plan
# without a return is for; also=(FILE...) are others' documents that must agree; ACCEPT is a file of accepted findings.
model() {
  local framework=$1 plan=$2 return=$3 file words=()
  shift 3
  inputs+=("$framework" "$plan" ${return:+"$return"} "$@" "${also[@]}" ${ACCEPT:+"$ACCEPT"})
  for file in "$@"; do words+=(--previous "$file"); done
  for file in "${also[@]}"; do words+=(--also "$file"); done
  [ -n "${ACCEPT:-}" ] && words+=(--accept "$ACCEPT")
  if [ -n "$return" ]; then words+=(--return "$return"); else words+=(--period "${PERIOD:-$(root_attribute "$plan" from)}"); fi
  progress "$(basename "$dir"): checking"
  stage "$(program validate)" "$framework" "$plan" ${return:+"$return"} "$@" || return $?
  progress "$(basename "$dir"): merging"
  outputs+=("$dir/findings.json" "$dir/findings.xml" "$dir/model.xml")
  rm -f "$dir/model.xml" # what an earlier run made is not what these files say
  stage "$(program merge)" --framework "$framework" --plan "$plan" "${words[@]}" --out "$dir/model.xml" || return $?
  stage "$(program check)" --framework "$framework" --plan "$plan" "${words[@]}" --json "$dir/findings.json" --out "$dir/findings.xml"
}

# Where a format of a document goes: the quarterly report's workbook is its appendix.
target() {
  case $1:$2 in
    report:xlsx) echo "$dir/appendix.xlsx" ;;
    report:csv) echo "$dir/tables" ;;
    *:csv) echo "$dir/$1-tables" ;;
    *) echo "$dir/$1.$2" ;;
  esac
}

# document NAME LAYOUT [SETTING...] -- MODEL...: composes and renders a document in the formats of FORMATS.
document() {
  local name=$1 layout=layouts/$2.xml words=() composed format
  shift 2
  while [ "$1" != -- ]; do words+=(--set "$1"); shift; done
  shift
  composed=$dir/$name.xml
  [ "$name" = report ] && composed=$dir/document.xml
  inputs+=("$layout") outputs+=("$composed")
  progress "$(basename "$dir"): composing $name"
  rm -f "$composed"
  stage "$(program compose)" --layout "$layout" "${words[@]}" --out "$composed" "$@" || return $?
  [ -f "$composed" ] || return 1
  words=()
  for format in ${FORMATS:-pdf xlsx html csv}; do words+=(--to "$format" --out "$(target "$name" "$format")"); done
  progress "$(basename "$dir"): rendering $name"
  stage "$(program render)" "${words[@]}" --attach "$1" "$composed" || return $?
  for format in ${FORMATS:-pdf xlsx html csv}; do
    if [ "$format" = csv ]; then tables "$(target "$name" csv)"; else outputs+=("$(target "$name" "$format")"); fi
  done
}

# The tables of this run; those that an earlier run left and this one did not write are taken away.
tables() {
  local file listed
  listed=$(cut -d, -f1 "$1/contents.csv" | tr -d '"\r')
  for file in "$1"/*.csv; do
    case $(basename "$file") in
      contents.csv | notes.csv) outputs+=("$file") ;;
      *) if grep -qxF "$(basename "$file")" <<<"$listed"; then outputs+=("$file"); else rm -f "$file"; fi ;;
    esac
  done
}

# service DIR LAYOUT FRAMEWORK PLAN RETURN|"" [EARLIER...]: one service's report, and what is wrong with it apart.
service() {
  local name=$2
  [ "$name" = quarterly-monitoring-report ] && name=report
  begin "$1"
  model "${@:3}" || return $?
  [ -f "$dir/model.xml" ] || return 1
  document "$name" "$2" -- "$dir/model.xml" || return $?
  FORMATS="pdf html" document assurance assurance-report -- "$dir/model.xml" "$dir/findings.xml" || return $?
  finish
}

pages_of() { pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p'; }

kilobytes() { echo $((($(stat -c %s "$1") + 1023) / 1024)); }

# What a folder of reports holds and what was found.
summary() {
  local file
  say "$1"
  for file in "$1"/*.pdf; do
    [ -f "$file" ] && printf '  %-36s %6s KB %5s pages\n' "$(basename "$file")" "$(kilobytes "$file")" "$(pages_of "$file")"
  done
  for file in "$1"/*.xlsx "$1"/*.html "$1"/*.xml; do
    [ -f "$file" ] && printf '  %-36s %6s KB\n' "$(basename "$file")" "$(kilobytes "$file")"
  done
  for file in "$1"/*tables; do [ -d "$file" ] && printf '  %-36s %6s CSV files\n' "$(basename "$file")/" "$(find "$file" -type f | wc -l)"; done
  [ -s "$1/messages.txt" ] || return 0
  printf '  found: %s errors, %s warnings, %s notes (messages.txt)\n' "$(grep -cE ': error: ' "$1/messages.txt")" \
    "$(grep -cE ': warning: ' "$1/messages.txt")" "$(grep -cE ': note: ' "$1/messages.txt")"
}

# The returns of EARLIER-PERIOD... that exist for a service: earlier DATA SERVICE EARLIER-PERIOD...
earlier() {
  local data=$1 name=$2 period
  shift 2
  for period in "$@"; do [ -f "$data/returns/$period/$name.xml" ] && printf '%s\n' "$data/returns/$period/$name.xml"; done
  return 0
}

# sample_services DATA YEAR PERIOD EARLIER-PERIOD...: the quarterly report of every service that has a plan for the year.
sample_services() {
  local data=$1 year=$2 period=$3 plan name return previous
  shift 3
  for plan in "$data/plans/$year"/*.xml; do
    name=$(basename "$plan" .xml) return=$data/returns/$period/$(basename "$plan")
    [ -f "$return" ] || return=
    mapfile -t previous < <(earlier "$data" "$name" "$@")
    PERIOD=$period service "$OUT/$period/$name" quarterly-monitoring-report "$data/framework.xml" "$plan" "$return" "${previous[@]}" || return $?
    summary "$dir"
  done
}

# The other reports of the year, each from its own sample data.
sample_others() {
  local new=fixtures/council-2012 old=fixtures/council improvement=fixtures/improvement paper
  also=($new/plans/2012-13/*.xml $new/returns/2012-13-Q2/[!c]*.xml $new/returns/2012-13-Q2/community-safety.xml)
  service "$OUT/2012-13-Q2/community-strategy" mid-year-progress-report $new/framework.xml $new/plans/2011-12/community-strategy.xml \
    $new/returns/2012-13-Q2/community-strategy.xml || return $?
  also=()
  summary "$dir"
  begin "$OUT/2012-13-Q2/boards/safer"
  document priority-based-report priority-based-report wanted-board=safer -- "$OUT"/2012-13-Q2/community-safety/model.xml \
    "$OUT"/2012-13-Q2/safeguarding/model.xml && finish || return $?
  summary "$dir"
  begin "$OUT/2012-13-Q2/papers"
  for paper in $new/papers/*.xml; do
    inputs+=("$paper")
    document "$(basename "$paper" .xml)" cover-report -- "$paper" || return $?
  done
  finish || return $?
  summary "$dir"
  PERIOD=2008-09 service "$OUT/2008-09/health-and-partnerships" service-plan $old/framework.xml $old/plans/2008-09/health-and-partnerships.xml "" || return $?
  summary "$dir"
  PERIOD=2013-14 service "$OUT/2013-14/community-and-environment" directorate-business-plan $new/framework.xml \
    $new/plans/2013-14/community-and-environment.xml "" || return $?
  summary "$dir"
  begin "$OUT/2006-07-M3/improvement"
  model $improvement/framework.xml $improvement/plan.xml $improvement/returns/2006-07-M3.xml $improvement/returns/2006-07-M2.xml &&
    document improvement-plan improvement-plan -- "$dir/model.xml" &&
    document improvement-plan-exceptions improvement-plan-exceptions -- "$dir/model.xml" && finish || return $?
  summary "$dir"
}

sample_reports() {
  sample_services fixtures/council 2009-10 2009-10-Q4 2008-09-Q4 2009-10-Q3 &&
    sample_services fixtures/council-2012 2012-13 2012-13-Q2 2011-12-Q2 && sample_others
}

# The name of a file's root element: plan, return, report, paper ...
root_of() {
  tr -d '\000' <"$1" | awk -v RS='>' 'inside || /<!--/ { inside = !/--$/; next }
    match($0, /<[A-Za-z][A-Za-z-]*/) { print substr($0, RSTART + 1, RLENGTH - 1); exit }'
}

# The folder of one service's report: what the return, or else the plan, says.
own_folder() {
  local period
  if [ $# -ge 2 ]; then period=$(root_attribute "$2" period); else period=$(root_attribute "$1" from); fi
  printf '%s/%s/%s' "$OUT" "$(folder_name "$period")" "$(folder_name "$(root_attribute "$1" service)")"
}

# A user's own files: a plan with its return and earlier returns, or models and papers for reports made of several.
own_report() {
  local layout=quarterly-monitoring-report settings=() framework file files=() code=0
  while [[ ${1-} == --* ]]; do
    [ $# -ge 2 ] || { say "run.sh: $1 wants something after it" >&2; exit 2; }
    case $1 in
      --layout) layout=$(basename "$2" .xml) ;;
      --set) settings+=("$2") ;;
      --also) also+=("$(from_here "$2")") ;;
      --accept) ACCEPT=$(from_here "$2") ;;
      *) say "run.sh: report has no option $1" >&2; exit 2 ;;
    esac
    shift 2
  done
  [ $# -ge 1 ] || { usage >&2; exit 2; }
  [ -f "layouts/$layout.xml" ] || { say "run.sh: there is no layouts/$layout.xml; ./run.sh layouts lists them" >&2; exit 2; }
  for file in "$@"; do
    file=$(from_here "$file")
    [ -f "$file" ] || { say "run.sh: there is no file $file" >&2; exit 3; }
    [ -r "$file" ] || { say "run.sh: $file may not be read: ask for the right to read it" >&2; exit 3; }
    files+=("$file")
  done
  set -- "${files[@]}"
  case $(root_of "$1") in
    report)
      begin "$OUT/$layout"
      inputs+=("$@")
      document "$layout" "$layout" "${settings[@]}" -- "$@" && finish || code=$?
      ;;
    paper)
      begin "$OUT/$layout"
      inputs+=("$@")
      for file in "$@"; do document "$(basename "$file" .xml)" "$layout" "${settings[@]}" -- "$file" || code=$?; done
      [ "$code" != 0 ] || finish || code=$?
      ;;
    return | framework) say "run.sh: $1 holds a $(root_of "$1"); the plan comes first, then the return, then earlier returns" >&2; exit 2 ;;
    *)
      framework=$(framework_of "$1") || { say "run.sh: no framework.xml beside or above $1" >&2; exit 3; }
      service "$(own_folder "$@")" "$layout" "$framework" "$1" "${2:-}" "${@:3}" || code=$?
      ;;
  esac
  [ "$code" -gt 1 ] && return "$code"
  cat "$log" >&2
  if [ "$code" = 0 ]; then summary "$dir"; else say "run.sh: no report was made; put right what is said above" >&2; fi
  grep -qE ': error: ' "$log" && return 1
  return "$code"
}

# Runs what a manifest (or the one in a folder) says again and compares the bytes.
own_verify() {
  local manifest code=0
  manifest=$(from_here "${1:?}")
  [ -d "$manifest" ] && manifest=$manifest/manifest.xml
  "$(program verify)" --repeat "$manifest" || code=$?
  [ "$code" != 0 ] || say "the same input gave the same bytes again: $(grep -c 'role="output"' "$manifest") files"
  return "$code"
}

# Checks files where the caller stands, so that messages name them as he does.
own_validate() {
  local validate code=0
  validate=$(realpath "$(program validate)") && cd "$CALLER" || return 3
  "$validate" "$@" || code=$?
  [ "$code" = 0 ] && [[ ${1-} != -* ]] && say "no faults in $# $([ $# = 1 ] && echo file || echo files)"
  return "$code"
}

# One part of a service's report, for those who write it: preview SECTION PLAN RETURN [EARLIER...].
own_preview() {
  local part=${1:-} framework file files=()
  [ $# -ge 3 ] || { usage >&2; exit 2; }
  shift
  for file in "$@"; do
    file=$(from_here "$file")
    [ -f "$file" ] || { say "run.sh: there is no file $file" >&2; exit 3; }
    files+=("$file")
  done
  set -- "${files[@]}"
  framework=$(framework_of "$1") || { say "run.sh: no framework.xml beside or above $1" >&2; exit 3; }
  begin "$OUT/preview/$(folder_name "$(root_attribute "$1" service)")"
  model "$framework" "$@" &&
    stage "$(program compose)" --layout layouts/quarterly-monitoring-report.xml --only "$part" --out "$dir/preview.xml" "$dir/model.xml" &&
    stage "$(program render)" --to pdf --out "$dir/preview.pdf" --to html --out "$dir/preview.html" "$dir/preview.xml"
  local code=$?
  progress ""
  cat "$log" >&2
  [ "$code" = 0 ] && summary "$dir"
  return "$code"
}

# Twice: plain with memory filled with garbage before use, then with the address and undefined-behaviour sanitizers.
run_tests() {
  ensure_packages
  build "$BUILD" || return $?
  MALLOC_PERTURB_=85 meson test -C "$BUILD" --print-errorlogs --timeout-multiplier 10 "$@" || return 1
  build "$BUILD-sanitized" -Dwerror=true -Db_sanitize=address,undefined -Db_lundef=false || return $?
  LSAN_OPTIONS="suppressions=$PWD/tests/leaks.supp:print_suppressions=0" UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
    meson test -C "$BUILD-sanitized" --print-errorlogs --timeout-multiplier 10 "$@"
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
  validate) shift; ready && own_validate "$@" ;;
  explain) shift; ready && exec "$(program validate)" --explain "${1:-all}" ;;
  report) shift; ready && own_report "$@" ;;
  preview) shift; ready && own_preview "$@" ;;
  verify) shift; [ $# = 1 ] || { usage >&2; exit 2; }; ready && own_verify "$1" ;;
  layouts) for file in layouts/*.xml; do about=$(root_attribute "$file" about); [ -n "$about" ] && printf '%-34s %s\n' "$(basename "$file" .xml)" "$about"; done; exit 0 ;;
  format) git ls-files 'pipeline/*.[ch]' 'tests/*.[ch]' | xargs clang-format -i ;;
  help | -h | --help) usage ;;
  *) say "run.sh: there is no command '$1'" >&2; usage >&2; exit 2 ;;
esac
