#!/usr/bin/env bash
# Lists of reports: none, one folder named twice, one that cannot be made. Usage: year.sh QMR
. "$(dirname "$0")/common.sh"
lay "$work/council"
cd "$work/council" || exit 3
name=2009-10-Q4/health-and-partnerships
list() { printf '<year xmlns="urn:qmr:1" format="1.0">\n%s\n</year>\n' "$1" >list.xml; }
year() { "$qmr" year --out out list.xml; }
a="<report plan=\"$plan\" return=\"$form\" layouts=\"service-plan\"/>" b="<report plan=\"$plan\" return=\"returns/other.xml\" layouts=\"service-plan\"/>"

list ''
expect "an empty list" 0 "qmr year: list.xml names no report: nothing is made" year
[ ! -e out ] && pass || fail "an empty list: something was made"

# twice NAME LIST: the second is refused, the first stands as it would alone.
twice() {
  rm -rf out
  list "$2"
  expect "$1" 1 "list.xml:3:" year
  [[ $said == *"error: its folder is $3, which is that of the report on line 2, too: "*"[O-TWICE]"* ]] && pass || fail "$1: ${said: -600}"
  local both
  both=$(tree out)
  rm -rf out && list "$(head -n 1 <<<"$2")"
  year >/dev/null 2>&1
  [ "$(tree out)" = "$both" ] && [ -n "$both" ] && pass || fail "$1: the first is not what it is alone"
}
twice "the same twice" "$a"$'\n'"$a" $name
twice "two returns of one period" "$a"$'\n'"$b" $name
twice "another layout of other files" "$a"$'\n'"${b/service-plan/mid-year-progress-report}" $name
twice "a layout in common" "${a/service-plan/service-plan, mid-year-progress-report}"$'\n'"$a" $name
twice "one name twice" "${a/\/>/ name=\"x\"\/>}"$'\n'"${b/\/>/ name=\"x\"\/>}" 2009-10-Q4/x
twice "the standard layout twice" "${a/ layouts=\"service-plan\"/}"$'\n'"${a/ layouts=\"service-plan\"/}" $name

# Two documents of one folder, of the same files, stand together, whatever comes between.
rm -rf out
list "$a"$'\n'"<report plan=\"$plan\" return=\"returns/other.xml\" name=\"other\" layouts=\"service-plan\"/>"$'\n'"${a/service-plan/mid-year-progress-report}"
expect "two documents of one folder" 1 "3 of 3" year
[ -f out/$name/service-plan.pdf ] && [ -f out/$name/mid-year-progress-report.pdf ] && pass || fail "two documents of one folder: $(ls out/$name)"

# The model of a folder that the list makes itself.
rm -rf out
board="<report name=\"boards/one\" layouts=\"priority-based-report\"><model folder=\"$name\"/><set>wanted-board=healthy-merebank</set></report>"
list "$a"$'\n'"$board"$'\n'"$board"
expect "a board twice" 1 "list.xml:4:" year
[[ $said == *"2009-10-Q4/boards/one, which is that of the report on line 3"* ]] && pass || fail "a board twice: ${said: -600}"

# One that cannot be made stops no other.
rm -rf out
list "<report plan=\"missing.xml\" layouts=\"service-plan\"/>"$'\n'"$a"
expect "one that cannot be made" 3 "2 of 2" year
[ -f out/$name/service-plan.pdf ] && pass || fail "one that cannot be made: it stopped the other"
finish
