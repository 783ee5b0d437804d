#!/usr/bin/env bash
# File names that hold anything but a slash and a zero byte: never printed raw, in the manifest as they are, and repeated.
# Usage: names.sh QMR
. "$(dirname "$0")/common.sh"
cd "$work" || exit 3
names=($'new\nline' $'tab\there' $'escape\033[31mred\033]0;title\007' $'bad\377\300utf8' '-leading' '--out=x' ' spaces  both ' '100%25 %0A%s%n' $'rtl\u202Eend' $'del\177\233c1' "quote'\"&<>" '.hidden' '*?[a]' 'ü')
for name in "${names[@]}"; do
  shown=${name@Q}
  lay "$work/c$name"
  cd "$work/c$name" || exit 3
  mkdir "plans$name" "r$name"
  mv plan.xml "plans$name/$name.xml" && mv returns/q4.xml "r$name/$name" && cp layouts/quarterly-monitoring-report.xml "./$name.layout"
  mv layouts/house-style.xml layouts/words-en-GB.xml . && cp layouts/*.xml . && cp house-style.xml words-en-GB.xml layouts/
  expect "$shown: a report" 1 "report.html" "$qmr" report --to html --layout "./$name.layout" --out "out$name" -- "plans$name/$name.xml" "r$name/$name"
  folder=$(dirname "$(dirname "$(find . -name manifest.xml)")")
  [ -f "$folder/report.html" ] && pass || fail "$shown: no report"
  expect "$shown: repeated" 0 "repeated" "$qmr" verify "$folder"
  expect "$shown: repeated from elsewhere" 0 "repeated" sh -c 'cd / && exec "$0" verify "$1"' "$qmr" "$PWD/$folder"
  (cd .. && mv "c$name" "d$name" && expect "$shown: repeated in another place" 0 "repeated" "$qmr" verify "d$name/$folder" && mv "d$name" "c$name"; [ $failed = 0 ]) && pass || fail "$shown: repeated in another place"
  ! LC_ALL=C grep -q $'[\001-\010\013-\037\177]' "$folder/team/messages.txt" "$folder/team/manifest.xml" && pass || fail "$shown: control characters in what is for the team"
  printf x >>"$folder/report.html"
  expect "$shown: altered" 1 "[O-OUTPUT]" "$qmr" verify "$folder"
  touch "./$folder/$name.stray"
  expect "$shown: a stray file" 1 "[O-STRAY]" "$qmr" verify "$folder"
  for command in "report --layout $qmr" report validate verify "report --out" "report --words" "report --framework" "report --layout" "report --set" "report --name" "report --period" explain; do
    said=$("$qmr" $command "$name.missing" 2>&1 </dev/null)
    code=$?
    [ $code -ge 1 ] && [ $code -le 3 ] && [ -n "$said" ] && pass || fail "$shown: qmr $command: exit $code"
    printf '%s' "$said" | tr -d '\n' | LC_ALL=C grep -q $'[\001-\010\013-\037\177]' && fail "$shown: qmr $command prints a control character: ${said@Q}"
    case $name in new*) [[ $said != *$'new\nline'* ]] && pass || fail "$shown: qmr $command begins a new line" ;; esac
  done
  "$qmr" "$name" >"$work/said" 2>&1
  LC_ALL=C grep -q $'[\001-\010\013-\037\177]' "$work/said" && fail "$shown: as a command: a control character"
  "$qmr" validate --format=json -- "plans$name/$name.xml" "r$name/missing$name" 2>/dev/null | LC_ALL=C grep -q $'[\001-\010\013-\037\177]' && fail "$shown: JSON holds a control character"
  for program in validate merge check compose render verify; do
    said=$("$programs/qmr-$program" "--$name" "$name" 2>&1 </dev/null; "$programs/qmr-$program" -- "$name" 2>&1 </dev/null)
    printf '%s' "$said" | tr -d '\n' | LC_ALL=C grep -q $'[\001-\010\013-\037\177]' && fail "$shown: qmr-$program prints a control character: ${said@Q}"
  done
  cd "$work" || exit 3
done

# A folder is called as the file says, not as XML writes it.
lay "$work/ampersand"
cd "$work/ampersand" || exit 3
sed -i 's/service="health-and-partnerships"/service="C\&amp;L"/' $plan returns/*.xml
"$qmr" report $plan $form >/dev/null 2>&1
[ -f "out/2009-10-Q4/C&L/report.pdf" ] && pass || fail "C&L: the folder is called $(ls out/2009-10-Q4)"
finish
