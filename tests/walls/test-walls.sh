#!/usr/bin/env bash
# The rule of the house, proved from the source and from what was linked: test-walls.sh SOURCE-FOLDER BUILD-FOLDER.
# Nouns are shared, verbs are programs; each library has one door; nothing depends on clock, locale or chance; the code
# knows no report by name.
set -u
export LC_ALL=C.UTF-8
[ $# -eq 2 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
build=$(realpath "$2") || exit 3
cd "$1/pipeline" || exit 3
failed=0 checked=0
fail() { printf '%s\n' "$*"; failed=$((failed + 1)); }

# Which folders a folder may use, besides itself.
declare -A may=(
  [base]="" [model]="base" [document]="base" [layout]="base document"
  [validate]="base model document layout" [merge]="base model" [compose]="base model document layout"
  [render]="base document" [verify]="base"
)
folders=$(printf '%s\n' */ | tr -d /)
for folder in $folders; do
  [ -n "${may[$folder]+known}" ] || fail "pipeline/$folder: say in test-walls.sh what it may use"
done

# ---- #include lines
for folder in $folders; do
  for file in $(find "$folder" -name '*.[ch]'); do
    checked=$((checked + 1))
    for header in $(sed -nE 's/^#include "([^"]+)".*/\1/p' "$file"); do
      [ -f "$header" ] || { fail "pipeline/$file: includes $header, which is not named from pipeline/"; continue; }
      case " $folder ${may[$folder]:-} " in *" ${header%%/*} "*) ;; *) fail "pipeline/$file: includes $header" ;; esac
    done
  done
done

# Formats know nothing of each other.
for wall in 'render/pdf render/(xlsx/|html|svg|csv|flat)' 'render/xlsx render/(pdf/|html|svg|csv)'; do
  for file in $(grep -rlE "^#include \"${wall#* }" "${wall% *}"); do fail "pipeline/$file: includes another format"; done
done
for file in $(grep -lE '^#include "render/(pdf|xlsx)/' render/*.[ch]); do fail "pipeline/$file: includes a format"; done

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
door libxml2 'libxml/' 'base/.*' 'base/.*'
door cairo 'cairo' 'render/pdf/canvas\.[ch]' 'render/pdf/.*'
door pango 'pango/|fontconfig/' 'render/pdf/fonts\.[ch]' 'render/pdf/.*'
door libdeflate 'libdeflate' 'render/pdf/finish-.*\.c' 'render/pdf/finish-.*\.c'
door libqpdf 'qpdf/' 'render/pdf/finish-plain\.c' 'render/pdf/finish-plain\.c'
door libxlsxwriter 'xlsxwriter' 'render/xlsx/book-private\.h' 'render/xlsx/book.*'
door libzip 'zip' 'render/xlsx/finish\.c' 'render/xlsx/finish\.c'
# What is shaped and measured stays in the files of text; what puts the file together draws nothing.
for file in $(grep -rlE '\bpango_[a-z_]+ ?\(|\bPango[A-Z]|\bFc[A-Z][A-Za-z]+\(' render/pdf --include='*.[ch]'); do
  [[ $file =~ ^render/pdf/(fonts|token|atoms|lines)\.[ch]$ ]] || fail "pipeline/$file: names pango"
done
for file in $(grep -lE '^#include "render/pdf/(canvas|fonts|text|pen|flow|lines|strip)\.h"' render/pdf/{finish,structure}*.[ch]); do
  fail "pipeline/$file: draws"
done

# ---- links: what a noun's library leaves open is closed by the nouns below it, what a program holds is its own and nouns.
symbols() { nm "$@" 2>/dev/null; }
library_of() { printf '%s/pipeline/%s/lib%s.a' "$build" "$1" "$1"; }
for noun in base model document layout; do
  [ -f "$(library_of $noun)" ] || { fail "there is no $(library_of $noun)"; continue; }
  open=$(symbols -u "$(library_of $noun)" | sed -nE 's/^ +U ([a-z_0-9]+)$/\1/p' | sort -u)
  for other in $folders; do
    case " $noun ${may[$noun]} " in *" $other "*) continue ;; esac
    for library in $(find "$build/pipeline/$other" -name 'lib*.a'); do
      both=$(comm -12 <(printf '%s\n' $open) <(symbols --defined-only "$library" | sed -nE 's/^[0-9a-f]+ [TDRB] ([a-z_0-9]+)$/\1/p' | sort -u))
      both=$(comm -23 <(printf '%s\n' $both) <(symbols --defined-only "$(library_of $noun)" | sed -nE 's/^[0-9a-f]+ [TDRB] ([a-z_0-9]+)$/\1/p' | sort -u))
      [ -z "$both" ] || fail "lib$noun.a needs $both of pipeline/$other"
    done
  done
done
for verb in validate merge compose render verify; do
  line=$(grep -E "^build pipeline/$verb/qmr-$verb:" "$build/build.ninja")
  [ -n "$line" ] || fail "build.ninja does not say how qmr-$verb is linked"
  for library in $(printf '%s\n' $line | grep -oE '^pipeline/[a-z]+/' | sort -u); do
    library=${library#pipeline/} library=${library%/}
    case " $verb ${may[$verb]} " in *" $library "*) ;; *) fail "qmr-$verb is linked with pipeline/$library" ;; esac
  done
done

# ---- the same input, the same bytes: no clock, no chance, no surroundings.
forbidden='\b(time|clock|clock_gettime|gettimeofday|localtime(_r)?|strftime|rand|random|srand|getenv|g_getenv|nl_langinfo|g_get_(real|monotonic)_time|g_date_time_new_now(_[a-z]+)?|g_date_set_time(_[a-z]+)?|g_random_[a-z_]+|g_get_(user|real|host|home)_[a-z_]+|gethostname)\('
while IFS= read -r line; do [ -z "$line" ] || fail "pipeline/$line: depends on when or where it runs"; done < <(grep -rnoE "$forbidden" . --include='*.[ch]' | sed 's|^\./||')
while IFS= read -r line; do [ -z "$line" ] || fail "pipeline/$line: the locale is set in base/program.c"; done < <(grep -rnoE '\bsetlocale\(' . --include='*.[ch]' | sed 's|^\./||' | grep -v '^base/program\.c:')

# ---- a report type is a file in layouts/, not code.
for file in ../layouts/*.xml; do
  name=$(basename "$file" .xml)
  case $name in words-* | house-style) continue ;; esac
  while IFS= read -r line; do [ -z "$line" ] || fail "pipeline/$line: names the report $name"; done < <(grep -rnoI -- "$name" . | sed 's|^\./||')
done

[ $checked -gt 100 ] || fail "only $checked files were looked at"
echo "$checked files, $failed walls broken"
[ $failed -eq 0 ]
