#!/usr/bin/env bash
# Same input, same bytes: model, document, PDF, workbook, web page and CSV of a service are made in a plain world and in others
# (folder, user, home, fonts, locale, time zone, day, umask, rubbish in fresh memory, two at a time) and must not differ in a byte.
# Usage: test-reproduce.sh QMR-MERGE QMR-COMPOSE QMR-RENDER QMR-CHECK
set -u
export LC_ALL=C.UTF-8
merge=$(realpath "$1") compose=$(realpath "$2") render=$(realpath "$3") check=$(realpath "$4")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# lay FOLDER: the same files under the same names in another place, written anew and in another order.
lay() {
  mkdir -p "$1/returns" || exit 3
  cp "$root"/layouts/*.xml "$1"
  cp "$root"/fixtures/council/returns/2009-10-Q4/health-and-partnerships.xml "$1/returns/q4.xml"
  cp "$root"/fixtures/council/returns/2008-09-Q4/health-and-partnerships.xml "$1/returns/year-before.xml"
  cp "$root"/fixtures/council/returns/2009-10-Q3/health-and-partnerships.xml "$1/returns/q3.xml"
  cp "$root"/fixtures/council/plans/2009-10/health-and-partnerships.xml "$1/plan.xml"
  cp "$root"/fixtures/council/framework.xml "$1"
  cp "$root"/tests/golden/validate/good-drawing/homes.svg "$1/returns"
  sed -i '0,/<commentary>/s//<commentary><picture file="homes.svg" alt="Two homes"\/><p>/; 0,/<\/commentary>/s//<\/p><\/commentary>/' "$1/returns/q4.xml"
}

# The whole chain in the current folder; findings (exit 1) are no failure.
chain='
  "$0" --framework framework.xml --plan plan.xml --return returns/q4.xml --previous returns/year-before.xml --previous returns/q3.xml \
    --out model.xml || [ $? = 1 ] || exit 1
  "$3" --framework framework.xml --plan plan.xml --return returns/q4.xml --previous returns/year-before.xml --previous returns/q3.xml \
    --json findings.json --out findings.xml >messages.txt 2>&1 || [ $? = 1 ] || exit 1
  for layout in quarterly-monitoring-report assurance-report; do
    case $layout in assurance*) also=findings.xml ;; *) also= ;; esac
    "$1" --layout $layout.xml --out $layout-document.xml model.xml $also || exit 1
    "$2" --to pdf --out $layout.pdf --to xlsx --out $layout.xlsx --to xlsx --profile public --profile working \
      --out $layout-working.xlsx --to html --out $layout.html --to csv --out $layout-tables $layout-document.xml || exit 1
  done'

# run FOLDER WRAPPER...: the chain in a folder, behind the words of WRAPPER.
run() {
  local folder=$1
  shift
  (cd "$folder" && "$@" bash -c "$chain" "$merge" "$compose" "$render" "$check") || { echo "not ok: the chain failed in $folder"; exit 1; }
}

# compare NAME FOLDER: every file of the plain world against the same of another.
compare() {
  local file name=$1 n=0 before=$failed
  while IFS= read -r file; do
    n=$((n + 1))
    cmp -s "$work/plain/$file" "$2/$file" || { echo "not ok $name: $file differs"; failed=$((failed + 1)); }
  done < <(cd "$work/plain" && find . -type f | sort)
  [ "$(cd "$work/plain" && find . -type f | sort)" = "$(cd "$2" && find . -type f | sort)" ] ||
    { echo "not ok $name: other files were made"; failed=$((failed + 1)); }
  [ "$failed" = "$before" ] && { echo "ok $name: $n files"; passed=$((passed + 1)); }
}

# A home whose owner wants other fonts, and a locale with a decimal comma where the machine has its sources.
strange_home() {
  mkdir -p "$1/.config/fontconfig" "$1/tmp"
  cat >"$1/.config/fontconfig/fonts.conf" <<'XML'
<?xml version="1.0"?>
<fontconfig>
  <match target="pattern"><edit name="family" mode="assign" binding="strong"><string>DejaVu Serif</string></edit></match>
  <match target="font"><edit name="hinting" mode="assign"><bool>true</bool></edit></match>
</fontconfig>
XML
  mkdir -p "$1/locale"
  localedef -i pl_PL -f UTF-8 "$1/locale/pl_PL.UTF-8" >/dev/null 2>&1
  chmod -R a+rX "$1"
  chmod a+rwx "$1/tmp"
}

chmod a+rx "$work"
lay "$work/plain"
run "$work/plain" env
for file in model.xml quarterly-monitoring-report.pdf quarterly-monitoring-report.xlsx quarterly-monitoring-report-working.xlsx \
  quarterly-monitoring-report.html quarterly-monitoring-report-tables/key-indicators.csv assurance-report.pdf; do
  [ -s "$work/plain/$file" ] || { echo "not ok: $file was not made"; failed=$((failed + 1)); }
done

other="$work/Ünother plåce/with a very much longer name/$(printf 'x%.0s' {1..150})"
strange_home "$work/home"
lay "$other"
second=$(date +%s)
while [ "$(date +%s)" = "$second" ]; do sleep 0.1; done # so that a clock would show
umask 077
run "$other" env -i PATH="$PATH" HOME="$work/home" XDG_CONFIG_HOME="$work/home/.config" TMPDIR="$work/home/tmp" TZ=Pacific/Kiritimati \
  LOCPATH="$work/home/locale" LANG=pl_PL.UTF-8 LC_ALL=pl_PL.UTF-8 LANGUAGE=pl SOURCE_DATE_EPOCH=1 MALLOC_PERTURB_=165 \
  FONTCONFIG_FILE="$work/home/.config/fontconfig/fonts.conf" PANGO_LANGUAGE=ja ASAN_OPTIONS="${ASAN_OPTIONS:-}" LSAN_OPTIONS="${LSAN_OPTIONS:-}"
umask 022
compare "in another folder, home, locale, time zone, day and second" "$other"

lay "$work/one"
lay "$work/two"
run "$work/one" env SOURCE_DATE_EPOCH=2000000000 TZ=America/St_Johns &
first=$!
run "$work/two" env -u LC_ALL LANG= MALLOC_PERTURB_=1 || failed=$((failed + 1))
wait $first || failed=$((failed + 1))
compare "at the same time as another" "$work/one"
compare "beside it" "$work/two"

lay "$work/nobody"
chmod -R a+rwX "$work/nobody"
if [ "$(id -u)" = 0 ] && setpriv --reuid=65534 --regid=65534 --clear-groups sh -c '"$0" --version && "$1" --version && "$2" --version && "$3" --version' \
  "$merge" "$compose" "$render" "$check" >/dev/null 2>&1; then
  run "$work/nobody" setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent LSAN_OPTIONS=detect_leaks=0
  compare "as another user, without a home" "$work/nobody"
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
