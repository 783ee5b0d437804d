#!/usr/bin/env bash
# Twice the items, twice the instructions: counts what every stage executes on N, 2N and 4N items of a kind.
# run.sh GENERATE PROGRAMS ROOT takes a list for every day; --long before that takes every kind through every stage, and
# --long KIND... after it only some. A stage is not linear when its second doubling adds more than 2.3 times what the first added,
# counted from N items and once more from 2N: what grows does so again, a step (a text just too long for one cell) does not.
# Of a workbook what grows faster on few items is zlib's deflate, which looks for the same words in the last 32 KiB: until there are so
# many, it finds more the more there is (callgrind on 60, 120 and 240 indicators: deflate 2.49 times, all else 2.0; the whole 2.08).
set -u
export LC_ALL=C.UTF-8
unset MALLOC_PERTURB_ # filling memory with garbage is not linear, and not ours
long=${QMR_LONG:-} # ./run.sh test long
[ "${1-}" = --long ] && { long=yes; shift; }
[ $# -ge 3 ] || { echo "usage: run.sh [--long] GENERATE PROGRAMS ROOT [KIND...]" >&2; exit 2; }
generate=$(realpath "$1") programs=$(realpath "$2") root=$(realpath "$3")
shift 3
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
counts=$work/counts log=$work/log faults=0
layouts=$root/layouts
mkdir "$work/layouts" && cp "$layouts/house-style.xml" "$layouts/words-en-GB.xml" "$root/tests/linear/filters.xml" "$work/layouts" || exit 1

# The instructions that a command executes, in $counted. perf counts for nothing where the machine lets it; valgrind anywhere.
if perf stat -x, -e instructions:u true 2>&1 | grep -q '^[0-9]'; then
  count() { perf stat -x, -o "$log" -e instructions:u "$@" >"$work/said" 2>&1; code=$?; counted=$(awk -F, '/instructions/ { print $1 }' "$log"); }
elif command -v valgrind >/dev/null 2>&1; then
  count() {
    valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null --log-file="$log" "$@" >"$work/said" 2>&1
    code=$?
    counted=$(awk '/I +refs:/ { gsub(",", "", $NF); sum += $NF } END { printf "%.0f", sum }' "$log") # of those that it forked, too
  }
else
  echo "neither perf nor valgrind can count instructions here: skipped"
  exit 77
fi

broken() { echo "run.sh: $1 of $2 items in $3: exit $code" >&2; tail -n 3 "$work/said" >&2; faults=$((faults + 1)); }

# step STAGE KIND N COMMAND...: runs the command, counted when the stage is wanted. Faults in the data (1) belong to some kinds.
step() {
  local stage=$1 kind=$2 n=$3
  shift 3
  case " $stages " in
    *" $stage "*) count "$@" && [ -n "$counted" ]; printf '%s %s %s %s\n' "$kind" "$stage" "$n" "$counted" >>"$counts" ;;
    *) "$@" >"$work/said" 2>&1; code=$? ;;
  esac
  [ "$code" -le 1 ] || broken "$stage" "$n" "$kind"
}

render() {
  local format
  for format in pdf xlsx html csv; do
    case " $stages " in *" $format "*) step "$format" "$1" "$2" "$programs/qmr-render" --to "$format" --out "$work/out-$format" "$work/document.xml" ;; esac
  done
}

# KIND N: a service through validate, merge, check, compose and the renderers.
service() {
  local dir=$work/in
  step validate "$1" "$2" "$programs/qmr-validate" "$dir"/{framework,plan,return}.xml
  local inputs=(--framework "$dir/framework.xml" --plan "$dir/plan.xml" --return "$dir/return.xml" --previous "$dir/previous.xml"
    --accept "$dir/accepted.xml")
  step merge "$1" "$2" "$programs/qmr-merge" "${inputs[@]}" --out "$work/model.xml"
  case " $stages " in *" check "* | *" assurance "*)
    step check "$1" "$2" "$programs/qmr-check" "${inputs[@]}" --json "$work/findings.json" --out "$work/findings.xml" ;; esac
  step compose "$1" "$2" "$programs/qmr-compose" -l "$layouts/quarterly-monitoring-report.xml" -o "$work/document.xml" "$work/model.xml"
  render "$1" "$2"
  case " $stages " in *" filters "*)
    step filters "$1" "$2" "$programs/qmr-compose" -l "$work/layouts/filters.xml" -o "$work/filtered.xml" "$work/model.xml"
    [ "$code" = 0 ] || broken filters "$2" "$1" ;; esac
  case " $stages " in *" doubts "*) # the same where nobody can read what one of them names
    sed -E '0,/ priorities="[^"]*"/s// unread="priorities"/' "$work/model.xml" >"$work/doubtful.xml"
    step doubts "$1" "$2" "$programs/qmr-compose" -l "$work/layouts/filters.xml" -o "$work/filtered.xml" "$work/doubtful.xml"
    [ "$code" = 0 ] && grep -q "Left out here\|at least" "$work/filtered.xml" || broken doubts "$2" "$1" ;; esac
  case " $stages " in *" ticks "*) # what qmr-merge and qmr-compose do is within it
    step ticks "$1" "$2" "$programs/qmr-ticks" "${inputs[@]}" -l "$layouts/quarterly-monitoring-report.xml" -o "$work/ticks.xml" --page "$work/page.xml" ;; esac
  case " $stages " in *" changed "*) step changed "$1" "$2" "$programs/qmr-compose" -l "$layouts/what-changed.xml" -o "$work/changed.xml" "$work/model.xml" ;; esac
  case " $stages " in *" planned "*) step planned "$1" "$2" "$programs/qmr-compose" -l "$layouts/service-plan.xml" -o "$work/planned.xml" "$work/model.xml" ;; esac
  case " $stages " in *" midyear "*) step midyear "$1" "$2" "$programs/qmr-compose" -l "$layouts/mid-year-progress-report.xml" -o "$work/midyear.xml" "$work/model.xml" ;; esac
  case " $stages " in *" unshown "*)
    step unshown "$1" "$2" "$programs/qmr-compose" --tell-unshown -l "$layouts/quarterly-monitoring-report.xml" -o "$work/unshown.xml" "$work/model.xml" ;; esac
  case " $stages " in *" again "*) # an earlier report in the place of the earlier return
    "$programs/qmr-merge" --framework "$dir/framework.xml" --plan "$dir/plan.xml" --return "$dir/previous.xml" --out "$work/before.xml" >"$work/said" 2>&1
    step again "$1" "$2" "$programs/qmr-check" --framework "$dir/framework.xml" --plan "$dir/plan.xml" --return "$dir/return.xml" \
      --previous "$work/before.xml" --out "$work/findings.xml" ;; esac
  case " $stages " in *" assurance "*) ;; *) return ;; esac
  step assurance "$1" "$2" "$programs/qmr-compose" -l "$layouts/assurance-report.xml" -o "$work/assurance.xml" "$work/model.xml" "$work/findings.xml"
}

paper() {
  step validate "$1" "$2" "$programs/qmr-validate" "$work/in/paper.xml"
  step compose "$1" "$2" "$programs/qmr-compose" -l "$layouts/cover-report.xml" -o "$work/document.xml" "$work/in/paper.xml"
  render "$1" "$2"
}

# KIND N: a document that nobody composed.
document() {
  cp "$work/in/document.xml" "$work/document.xml"
  step validate "$1" "$2" "$programs/qmr-validate" "$work/document.xml"
  render "$1" "$2"
}

# KIND N: a service with N earlier returns, of 100 items.
earlier() {
  local dir=$work/in previous=() i
  [ -d "$work/earlier" ] || "$generate" everything 100 "$work/earlier" || exit 1
  rm -rf "$dir" && cp -r "$work/earlier" "$dir"
  for ((i = 1; i <= $2; i++)); do
    sed "s/period=\"2013-14-Q3\"/period=\"$((2013 - i / 4))-$(printf '%02d' $((14 - i / 4)))-Q$((4 - i % 4))\"/; s/ submitted=\"[^\"]*\"//" \
      "$work/earlier/previous.xml" >"$dir/previous-$i.xml"
    previous+=(--previous "$dir/previous-$i.xml")
  done
  local inputs=(--framework "$dir/framework.xml" --plan "$dir/plan.xml" --return "$dir/return.xml" "${previous[@]}")
  step merge "$1" "$2" "$programs/qmr-merge" "${inputs[@]}" --out "$work/model.xml"
  step check "$1" "$2" "$programs/qmr-check" "${inputs[@]}" --out "$work/findings.xml"
  step compose "$1" "$2" "$programs/qmr-compose" -l "$layouts/quarterly-monitoring-report.xml" -o "$work/document.xml" "$work/model.xml"
  step changed "$1" "$2" "$programs/qmr-compose" -l "$layouts/what-changed.xml" -o "$work/changed.xml" "$work/model.xml"
}

# KIND N: a council of N services, with a row of the calendar for each: what 'qmr quarter' does itself, the reports being made by nobody
# ('true'), so that all are chased.
quarter() {
  local dir=$work/council run=(quarter --launch true --out "$work/quarter" "$work/council" 2013-14-Q4)
  rm -rf "$dir" "$work/quarter" && "$generate" departments "$2" "$work/one" && mkdir "$dir" || exit 1
  sed 's/ref="d\([0-9]*\)"/ref="works-000\1"/; s/works-0*\([0-9]\{4\}\)"/works-\1"/' "$work/one/framework.xml" >"$dir/framework.xml"
  "$generate" --copies "$2" "$work/one/plan.xml" "$dir/plans" && "$generate" --copies "$2" "$work/one/return.xml" "$dir/returns" || exit 1
  { echo '<calendar xmlns="urn:qmr:1" format="1.0"><report for="services" formats="html"/>'
    printf '<report for="services" of="works-%04d" layouts="what-changed" formats="html"/>\n' $(seq 1 "$2")
    echo '</calendar>'; } >"$dir/calendar.xml"
  step quarter "$1" "$2" "$programs/qmr" "${run[@]}"
  grep -q "works-$(printf %04d "$2") .*not made" "$work/said" || broken quarter "$2" "$1"
}

# KIND N: what is made of N statements is proved: so many CSV files, and so many entries of a manifest. Under valgrind a library of its
# own keeps it from being called repeated.
manifest() {
  rm -rf "$work/out" && "$generate" statements "$2" "$work/in" || exit 1
  "$programs/qmr" report --layout quarterly-monitoring-report --to csv --out "$work/out" "$work/in/plan.xml" "$work/in/return.xml" >"$work/said" 2>&1
  step verify "$1" "$2" "$programs/qmr" verify "$work/out/2013-14-Q4/works-0000"
}

# KIND N: N services are published.
release() {
  quarter "$1" "$2" >/dev/null
  sed -i 's|<report for="services" of=.*|| ; s|</calendar>|<release period="2013-14-Q4" day="2014-06-01"/></calendar>|' "$work/council/calendar.xml"
  (cd "$work/council" && "$programs/qmr" quarter --out out . 2013-14-Q4 >"$work/said" 2>&1)
  (cd "$work/council" && step release "$1" "$2" "$programs/qmr" release --today 2014-06-15 2013-14-Q4)
}

# KIND N STAGES...: one kind in three sizes.
measure() {
  local kind=$1 first=$2 n
  shift 2
  stages="$*"
  for n in "$first" $((first * 2)) $((first * 4)); do
    case ${family[$kind]} in
      board) boards "$kind" "$n" ;;
      earlier | quarter | manifest | release) "${family[$kind]}" "$kind" "$n" ;;
      *)
        "$generate" "$kind" "$n" "$work/in" "$work/style.xml" || exit 1
        "${family[$kind]}" "$kind" "$n"
        ;;
    esac
  done
}

model() {
  "$generate" sections 1 "$work/one" && "$programs/qmr-merge" --framework "$work/one/framework.xml" --plan "$work/one/plan.xml" \
    --return "$work/one/return.xml" --out "$work/model.xml" >"$work/said" 2>&1
}

# N services on one board.
boards() {
  local models
  rm -rf "$work/models"
  "$generate" --copies "$2" "$work/model-one.xml" "$work/models" || exit 1
  models=("$work/models"/*.xml)
  step compose "$1" "$2" "$programs/qmr-compose" -l "$layouts/priority-based-report.xml" -s wanted-board=safer -o "$work/document.xml" "${models[@]}"
  render "$1" "$2"
}

declare -A few=([earlier-returns]=2 [services]=100 [release]=2 [manifest]=100 [pictures]=45 [drawings]=20) # where 250 are too many
declare -A family=([board]=board [earlier-returns]=earlier [services]=quarter [manifest]=manifest [release]=release)
while read -r kind of; do family[$kind]=$of; done < <("$generate" --kinds)
model && mv "$work/model.xml" "$work/model-one.xml" &&
  "$programs/qmr-compose" -l "$layouts/quarterly-monitoring-report.xml" -o "$work/style.xml" "$work/model-one.xml" || exit 1

if [ -n "$long" ]; then
  [ $# -gt 0 ] || set -- $("$generate" --kinds | cut -d' ' -f1) board "${!few[@]}"
  for kind in "$@"; do
    measure "$kind" "${few[$kind]:-${LINEAR_N:-250}}" \
      ${LINEAR_STAGES:-validate merge check again compose ticks filters assurance changed planned midyear unshown quarter verify release pdf xlsx html csv}
  done
else
  while read -r kind n wanted; do measure "$kind" "$n" $wanted; done <<'LIST'
sections-same 400 compose html
sections-nested 100 check compose
objectives 200 compose
milestones 200 validate check
steps 300 merge
indicators 60 xlsx
measures 120 merge
readings 300 check
risks 200 compose
statement-sections 200 check
named 50 filters doubts
measures 200 again
values-nameless 200 merge
statements 200 check
indicators 60 ticks
measures 100 ticks
readings 150 ticks
statement-lines 200 ticks
paragraphs 100 ticks
unknown-near 120 validate check
duplicates 120 check
bad-names 300 validate
roles 100 check
rules 150 merge check
paragraphs 100 check
everything 60 check
board 20 compose
earlier-returns 2 merge check
services 40 quarter
manifest 30 verify
reworded 60 check
nameless-short 120 check
units 100 midyear
footnotes 100 compose html
spans 60 csv
changes 100 changed
former-many 100 merge
table-rows 300 csv
labelled-rows 200 csv
cell-values 300 csv
cell-paras 300 csv
columns 150 xlsx
tables 40 xlsx
notes 150 csv
page-links 80 pdf
heading-links 300 html
charts-drawn 50 html
LIST
fi

# judge WORDS: says what was counted; those whose second doubling cost more than twice the first get the words, and are $suspects.
judge() {
  sort -s -k1,2 "$counts" | awk '{ if ($1 $2 != last) { last = $1 $2; k = 0 } count[++k] = $4; n[k] = $3 }
    k == 3 { first = count[2] - count[1]; second = count[3] - count[2]; bad = second > 2.3 * first && second > 2e6
      printf "%-20s %-10s %7d items %9.1f %9.1f %9.1f million instructions, doubling costs %5.2f times%s\n", $1, $2, n[1],
        count[1] / 1e6, count[2] / 1e6, count[3] / 1e6, (first > 0 ? second / first : 0), (bad ? "  " words : "")
      if (bad) print $1, n[2], $2 >suspects }' words="$1" suspects="$work/suspects"
  suspects=$(cat "$work/suspects" 2>/dev/null)
}

judge "to be counted again"
if [ -n "$suspects" ]; then
  echo "again, of twice as many:"
  rm "$work/suspects" "$counts"
  while read -r kind n stage; do measure "$kind" "$n" "$stage"; done <<<"$suspects"
  judge "NOT LINEAR"
fi
[ -z "$suspects" ] && [ "$faults" = 0 ] && [ -s "$counts" ]
