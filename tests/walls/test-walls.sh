#!/usr/bin/env bash
# The rule of the house, proved from the source and from what was linked: test-walls.sh SOURCE-FOLDER BUILD-FOLDER.
# Nouns are shared, stages use nouns, programs use stages; each library has one door; nothing depends on clock, locale or chance; the code
# knows no report by name.
set -u
export LC_ALL=C.UTF-8
[ $# -eq 2 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
build=$(realpath "$2") || exit 3
cd "$1/pipeline" || exit 3
failed=0 checked=0
fail() { printf '%s\n' "$*"; failed=$((failed + 1)); }

# Which rooms a room may use, besides itself. Rooms inside rooms are named in full.
declare -A may=(
  [base]="" [diag]="base" [xml]="base diag" [picture]="base diag xml" [record]="base diag xml picture" [vocabulary]="record" [program]="base diag folder"
  [model]="base diag record vocabulary" [facts]="base diag record vocabulary model"
  [document]="base diag record vocabulary" [layout]="base diag xml record vocabulary document"
  [manifest]="base diag record vocabulary folder" [folder]="base"
  [validate]="base diag xml record vocabulary model document layout manifest"
  [merge]="base diag record vocabulary model facts" [check]="base diag record vocabulary model facts"
  [compose/wording]="base diag record vocabulary model document layout"
  [compose/language]="base diag record vocabulary model document layout compose/wording"
  [compose/blocks]="base diag record vocabulary model document layout compose/wording compose/language"
  [compose]="base diag record vocabulary model document layout compose/wording compose/language compose/blocks"
  [tick]="base diag record vocabulary model facts document"
  [render/flat]="base record vocabulary document" [render/pages]="base record vocabulary document render/format render/flat"
  [render/xlsx]="base record vocabulary document xml render/format render/flat"
  [render/pdf/structure]="base record document" [render/pdf/finish]="base record document render/pdf/structure"
  [render/pdf/canvas]="base picture record vocabulary document render/pdf/structure"
  [render/pdf/type]="base record vocabulary document render/pdf/structure render/pdf/canvas"
  [render/pdf/chart]="base record vocabulary document render/pdf/structure render/pdf/canvas render/pdf/type"
  [render/pdf/flow]="base record vocabulary document render/pdf/structure render/pdf/canvas render/pdf/type"
  [render/pdf/table]="base record vocabulary document render/pdf/structure render/pdf/canvas render/pdf/type render/pdf/flow"
  [render/pdf/page]="base record vocabulary document render/format render/pdf/structure render/pdf/canvas render/pdf/type render/pdf/chart render/pdf/flow render/pdf/table render/pdf/finish"
  [render/format]="base document" [render]="base document render/format render/pages render/xlsx render/pdf/page"
  [report]="base diag xml record vocabulary model facts document layout manifest folder validate merge check compose tick render render/format"
  [verify]="base diag record manifest folder report" [release]="base diag xml record vocabulary model manifest folder validate report verify"
  [pdf]=""
  [quarter]="base diag xml record vocabulary model manifest layout folder report"
  [programs]="base diag xml record vocabulary program model facts document layout manifest folder validate merge check compose tick render render/format report verify release quarter pdf"
)
folders=$(find . -name '*.[ch]' -printf '%h\n' | sed 's|^\./||' | sort -u)
for folder in $folders; do
  [ -n "${may[$folder]+known}" ] || fail "pipeline/$folder: say in test-walls.sh what it may use"
done

# ---- #include lines
for folder in $folders; do
  for file in $(find "$folder" -maxdepth 1 -name '*.[ch]'); do
    checked=$((checked + 1))
    for header in $(sed -nE 's/^#include "([^"]+)".*/\1/p' "$file"); do
      [ -f "$header" ] || { fail "pipeline/$file: includes $header, which is not named from pipeline/"; continue; }
      case " $folder ${may[$folder]:-} " in *" ${header%/*} "*) ;; *) fail "pipeline/$file: includes $header" ;; esac
    done
  done
done

# ---- one door a library: the files that may include its headers, and those that may see them through headers of ours.
# sees PATTERN: files of which an include, or an include's include, matches.
sees() {
  local seen more
  seen=$(grep -rlE "^#include <($1)" . --include='*.[ch]' | sed 's|^\./||' | sort)
  while :; do
    more=$(for header in $(printf '%s\n' $seen | grep '\.h$'); do grep -rlF "#include \"$header\"" . --include='*.[ch]'; done | sed 's|^\./||')
    more=$(printf '%s\n' $seen $more | sort -u)
    [ "$more" = "$seen" ] && break
    seen=$more
  done
  printf '%s\n' $seen
}
# door LIBRARY PATTERN INCLUDES SEES
door() {
  local file found=0
  for file in $(grep -rlE "^#include <($2)" . --include='*.[ch]' | sed 's|^\./||'); do
    found=1
    [[ $file =~ ^($3)$ ]] || fail "pipeline/$file: includes $1"
  done
  for file in $(sees "$2"); do [[ $file =~ ^($4)$ ]] || fail "pipeline/$file: sees $1 through a header"; done
  [ $found = 1 ] || fail "nobody includes $1: is its pattern still right?"
}
door libxml2 'libxml/' '(xml|record)/.*' '(xml|record|render/xlsx)/.*|picture/svg-check\.c'
door cairo 'cairo' 'render/pdf/canvas/canvas\.[ch]' 'render/pdf/.*'
door pango 'pango/|fontconfig/' 'render/pdf/type/fonts\.[ch]|picture/svg-fonts\.c' 'render/pdf/.*|picture/svg-fonts\.c'
door libdeflate 'libdeflate' 'render/pdf/finish/.*\.c' 'render/pdf/finish/.*\.c'
door librsvg 'librsvg/' 'picture/svg\.c' 'picture/svg\.c'
door libpng 'png\.h' 'picture/png\.c' 'picture/png\.c'
door poppler 'poppler' 'pdf/door\.c' 'pdf/door\.c'
door libqpdf 'qpdf/' 'render/pdf/finish/finish-plain\.c' 'render/pdf/finish/finish-plain\.c'
door libxlsxwriter 'xlsxwriter' 'render/xlsx/book-private\.h' 'render/xlsx/book.*'
door libzip 'zip' 'render/xlsx/finish\.c' 'render/xlsx/finish\.c'
# What is shaped and measured stays in the files of text.
for file in $(grep -rlE '\bpango_[a-z_]+ ?\(|\bPango[A-Z]|\bFc[A-Z][A-Za-z]+\(' render/pdf --include='*.[ch]'); do
  [[ $file =~ ^render/pdf/type/ ]] || fail "pipeline/$file: names pango"
done

# ---- a rule is raised in one file: but for these, which await the regrouping of the checks by family.
several=" C-FUTURE D-BASELINE G-PAST G-BANDS M-COPIED M-NEARLY R-NUMBER W-DATE W-PLACEHOLDER W-QUARTER W-SUM W-TONE W-TREND W-VALUE W-YEAR G-NOT-DUE "
for rule in $(grep -rhoE '^  \{ "[A-Z]-[A-Z0-9-]+", LEVEL' check | cut -d'"' -f2); do
  n=$(grep -rlE "[^{] ?\"$rule\"" check | wc -l)
  case $several in *" $rule "*) continue ;; esac
  [ "$n" -le 1 ] || fail "$rule is raised in $n files"
done

# ---- links: what a noun's library leaves open is closed by the nouns below it, what a program holds is its own and nouns.
symbols() { nm "$@" 2>/dev/null; }
declare -A library=()
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
while IFS= read -r archive; do # the folder may have a name with spaces
  room=${archive#"$build/pipeline/"} room=${room%/*}
  library[$room]=$archive
  symbols --defined-only "$archive" | sed -nE 's/^[0-9a-f]+ [TDRB] ([a-z_0-9]+)$/\1/p' | sort -u >"$scratch/has.${room//\//,}"
  symbols -u "$archive" | sed -nE 's/^ +U ([a-z_0-9]+)$/\1/p' | sort -u | comm -23 - "$scratch/has.${room//\//,}" >"$scratch/needs.${room//\//,}"
done < <(find "$build/pipeline" -name 'lib*.a')
for room in $folders; do
  [ -n "${library[$room]:-}" ] || { [ -n "$(find "$room" -maxdepth 1 -name '*.c')" ] && fail "pipeline/$room is no library"; continue; }
  for other in "${!library[@]}"; do
    case " $room ${may[$room]:-} " in *" $other "*) continue ;; esac
    both=$(comm -12 "$scratch/needs.${room//\//,}" "$scratch/has.${other//\//,}")
    [ -z "$both" ] || fail "the library of pipeline/$room needs $both of pipeline/$other"
  done
done

# ---- the same source, the same programs: none knows where it was built.
for program in "$build"/pipeline/programs/qmr*; do
  [ -f "$program" ] && [ -x "$program" ] && grep -qF -e "$(realpath ..)" -e "$build" "$program" && fail "${program#"$build"/} knows where it was built"
done

# ---- the same input, the same bytes: no clock, no chance, no surroundings.
forbidden='\b(time|clock|clock_gettime|gettimeofday|localtime(_r)?|strftime|rand|random|srand|getenv|g_getenv|nl_langinfo|g_get_(real|monotonic)_time|g_date_time_new_now(_[a-z]+)?|g_date_set_time(_[a-z]+)?|g_random_[a-z_]+|g_get_(user|real|host|home)_[a-z_]+|gethostname)\('
clock=release/today.c # the one look at the clock, for a release: once, in a file that makes nothing
while IFS= read -r line; do [ -z "$line" ] || fail "pipeline/$line: depends on when or where it runs"; done < <(grep -rnoE "$forbidden" . --include='*.[ch]' | sed 's|^\./||' | grep -v "^$clock:[0-9]*:g_date_time_new_now_utc($" |
  grep -v '^base/clock\.c:' | # how long and since when: for those whom the next lines name
  grep -vE '^program/terminal\.c:[0-9]+:g_getenv\($') # whether somebody looks on: nothing else may ask
[ "$(grep -cE "$forbidden" $clock)" = 1 ] || fail "pipeline/$clock: looks at the clock more than once, or not at all"
for file in $(grep -rlE '\btoday_by_clock\(' . --include='*.c'); do
  [[ $file =~ ^\./(release/today|programs/command-release|programs/quarter-run)\.c$ ]] || fail "pipeline/${file#./}: looks at the clock"
done
for file in $(grep -rlE '\bclock_(ticks_us|of_files|stamp)\(' . --include='*.c'); do
  [[ $file =~ ^\./(base/clock|quarter/engine|programs/(accounting|quarter-run|quarter-log))\.c$ ]] || fail "pipeline/${file#./}: looks at the clock"
done
while IFS= read -r line; do [ -z "$line" ] || fail "pipeline/$line: the locale is set in program/program.c"; done < <(grep -rnoE '\bsetlocale\(' . --include='*.[ch]' | sed 's|^\./||' | grep -v '^program/program\.c:')

# ---- a report type is a file in layouts/, not code.
for file in ../layouts/*.xml; do
  name=$(basename "$file" .xml)
  case $name in words-* | house-style) continue ;; esac
  while IFS= read -r line; do [ -z "$line" ] || fail "pipeline/$line: names the report $name"; done < <(grep -rnoI -- "$name" . | sed 's|^\./||')
done

[ $checked -gt 100 ] || fail "only $checked files were looked at"
echo "$checked files, $failed walls broken"
[ $failed -eq 0 ]
