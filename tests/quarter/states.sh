#!/usr/bin/env bash
# Whatever was received, table, letters, summary, status and exit code say what is true of it: which of four returns are there, and which are
# missing, late, draft, refused, contradictory or doubled. What is true is read from the files here, by other means. Usage: states.sh QMR [FROM]
. "$(dirname "$0")/council.sh"
command -v xmllint >/dev/null || { echo "xmllint is not installed"; exit 77; }
cd "$work" || exit 3
found_council council
forms=council/returns/2012-13-Q2 due=2012-10-20
sed -i 's/submitted="[^"]*"/submitted="2012-10-19"/' $forms/*.xml
cp -r $forms kept
declare -A officers=([north]="Operational Director, Commissioning & Complex Care" [south]="Operational Director, Prevention & Assessment"
  [east]="Operational Director, Community & Environment" [west]="the officer who answers for it")
states=(missing late draft refused contradictory doubled)

# put SERVICE STATE: its return as it is in that state.
put() {
  local form=$forms/$1.xml
  cp "kept/$1.xml" "$form"
  case $2 in
    missing) rm "$form" ;;
    late) sed -i 's/submitted="[^"]*"/submitted="2012-11-02"/' "$form" ;;
    draft) sed -i 's/status="final"/status="draft"/' "$form" ;;
    refused) printf '<' >>"$form" ;;
    contradictory) sed -i '0,/<milestone ref="\([^"]*\)"/s//<milestone ref="\1" rating="red"><commentary>Another entry.<\/commentary><\/milestone>\n    &/' "$form" ;;
    doubled) cp "kept/$1.xml" "$forms/$1 (2).xml" ;;
  esac
}

days() { echo $((($(date -u -d "$1" +%s) - $(date -u -d "$due" +%s)) / 86400)); }
# look SERVICE: what is true of its return, into received, late, errors and letter.
look() {
  local files=() file submitted
  for file in $forms/*.xml; do
    head -c 4000 "$file" | grep -q "<return [^>]*service=\"$1\"" && files+=("$file")
  done
  received=final late= errors=no letter=
  if [ ${#files[@]} = 0 ]; then
    received=missing late=$(days today) letter="the return has not been received ($late days late)"
    return
  fi
  submitted=$(sed -n '0,/submitted="\([^"]*\)"/s/.*submitted="\([^"]*\)".*/\1/p' "${files[0]}")
  [ "$(days "$submitted")" -gt 0 ] && late=$(days "$submitted")
  if [ ${#files[@]} -gt 1 ]; then
    received=refused letter="two returns were received, of which nobody can tell which counts"
  elif ! xmllint --noout "${files[0]}" 2>/dev/null; then
    received=refused letter="the return cannot be used: 2012-13-Q2/$1.xml, line "
  elif ! grep -q 'status="final"' "${files[0]}"; then
    received=draft letter="the return is marked as a draft; please send the final one"
  elif [ -n "$(sed -n 's/.*<milestone ref="\([^"]*\)".*/\1/p' "${files[0]}" | sort | uniq -d)" ]; then
    errors=yes letter="found in the data that somebody has to put right or answer for"
  fi
}

# counted LABEL N NAMES...: the summary counts so many, and names them.
counted() {
  local label=$1 n=$2 name
  shift 2
  grep -qx "$label: $n" "$team/summary.txt" || { fail "$case: the summary does not say '$label: $n': $(grep "^$label" "$team/summary.txt")"; return; }
  for name in "$@"; do
    sed -n "/^$label: /,/^[^ ]/p" "$team/summary.txt" | grep -qi "^    $name" && pass || fail "$case: the summary does not name $name under '$label'"
  done
}

check() {
  local service title code=0 row line missing=() refused=() draft=() delayed=() faulty=() pages=() absent=0
  team=out/2012-13-Q2/team
  for service in "${services[@]}"; do
    look "$service"
    title=${service^}
    case $received in missing) missing+=("$service") ;; refused) refused+=("$service") ;; draft) draft+=("$service") ;; esac
    [ $received != missing ] && [ -n "$late" ] && delayed+=("$service")
    [ $errors = yes ] && faulty+=("$service")
    { [ $received = missing ] || [ $received = refused ]; } && pages+=("$service") absent=$((absent + 1))
    # The table.
    row=$(grep "^2012-13-Q2/$service " <<<"$said")
    read -r _ word rest <<<"$row"
    [ "$word" = $received ] && pass || fail "$case: the table says '$word' of $service, not $received"
    [ -z "$late" ] || [[ $rest == $late\ * ]] && pass || fail "$case: the table does not say that $service is $late days late: $row"
    # The chase list and the letters.
    line=$(grep -s "^$title," "$team/status-tables/chase.csv")
    if [ -n "$letter$late" ]; then
      [[ ${line,,} == *",$received,"* ]] && pass || fail "$case: the chase list says of $service: $line"
      [ -z "$late" ] || [[ $line == *",$late,"* || $line == *",\"$late\","* ]] && pass || fail "$case: the chase list does not say $late days of $service: $line"
    else
      [ -z "$line" ] && pass || fail "$case: $service is chased for nothing: $line"
    fi
    line=$(awk -v to="To: ${officers[$service]}" -v item="- $title: " '/^To: /{mine = $0 == to} mine && index($0, item) == 1' "$team/chase.txt")
    if [ -n "$letter" ]; then
      [[ $line == *"$letter"* ]] && pass || fail "$case: the letter to '${officers[$service]}' says of $service: $line"
    else
      ! grep -q "^- $title: " "$team/chase.txt" && pass || fail "$case: there is a letter for $service: $line"
    fi
    # What a reader finds.
    if [ $received = missing ] || [ $received = refused ]; then
      grep -q "was not available when this was made" out/2012-13-Q2/$service/report.html && pass || fail "$case: $service has no page that says so"
    else
      [ $received = draft ] && want=1 || want=0
      [ "$(grep -c 'DRAFT' out/2012-13-Q2/$service/report.html | sed 's/[1-9][0-9]*/1/')" = $want ] && pass || fail "$case: DRAFT on $service"
    fi
  done
  ((${#pages[@]} + ${#faulty[@]})) && code=1
  [ "$got" = $code ] && pass || fail "$case: exit $got, not $code"
  counted "Returns missing" ${#missing[@]} "${missing[@]}"
  counted "Returns refused" ${#refused[@]} "${refused[@]}"
  counted "Returns still marked as drafts" ${#draft[@]} "${draft[@]}"
  counted "Returns received late" ${#delayed[@]} "${delayed[@]}"
  counted "Services without a plan in force" 0
  counted "Not made" 0
  counted "Reports made of data with errors" ${#faulty[@]} "${faulty[@]}"
  counted "Pages that say that a report is not available" $((absent + (absent == 4))) "${pages[@]}"
  # The status: as a record, and as a page.
  "$qmr" validate "$team/run.xml" >/dev/null 2>&1 && pass || fail "$case: the record of the run is not valid"
  line=$(tr -d '\n' <"$team/status.html" | sed 's/<[^>]*>/ /g; s/  */ /g')
  [[ $line == *"Returns missing ${#missing[@]} Returns refused ${#refused[@]} "* ]] && pass || fail "$case: the status page counts otherwise"
  # The board's report names each that is not there, and no other.
  line=$(cat out/2012-13-Q2/boards/safer/*.html | grep -o "What [A-Za-z]* reports was not available" | sort)
  row=$(for service in "${pages[@]}"; do echo "What ${service^} reports was not available"; done | sort)
  [ "$line" = "$row" ] && pass || fail "$case: the board's report names: $line"
}

[ "${QMR_LONG:-}" = yes ] && last=5 || last=0
for ((shift = ${2:-0}; shift <= ${2:-0} + last; shift++)); do
  for subset in {0..16}; do # the last is that of the first: all are there again
    rm -f $forms/*.xml
    case="run $shift.$subset"
    for i in {0..3}; do
      state=fine
      ((subset >> i & 1)) && state=${states[(i + subset + shift) % 6]}
      put "${services[i]}" $state
      case+=" $state"
    done
    said=$(quarter 2012-13-Q2 2>&1)
    got=$?
    check
  done
done
# A day that is still to come says nothing of how late a return was.
found_council future && sed -i 's/ submitted="[^"]*"//; s/ service="north"/& submitted="2098-01-01"/' future/returns/2012-13-Q2/north.xml
said=$("$qmr" quarter --out future-out future 2>&1)
grep -qF "returns/2012-13-Q2/north.xml: warning: it says that it was submitted on 2098-01-01, a day that is still to come: it is not said how late it is [Q-FUTURE]" <<<"$said" && pass || fail "of a day to come: $said"

finish
