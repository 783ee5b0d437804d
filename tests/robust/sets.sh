#!/usr/bin/env bash
# Programs with several outputs: whatever fails on the way, all are old or all are new. Usage: sets.sh QMR BREAK-AT
. "$(dirname "$0")/common.sh"
break_at=$(realpath "$2")
lay "$work/council"
chmod a+rwx "$work"
cd "$work/council" || exit 3
mkdir "$work/tmp" && export TMPDIR=$work/tmp
documents=(--framework framework.xml --plan $plan --return $form)
"$programs/qmr-merge" "${documents[@]}" --out model.xml && "$programs/qmr-compose" --layout layouts/service-plan.xml --only 'HP 2' --out document.xml model.xml || exit 1
check=("$programs/qmr-check" "${documents[@]}" --out stage/findings.xml --json stage/json/findings.json)
render=("$programs/qmr-render" --to html --out stage/a.html --to csv --out stage/tables document.xml)

old() { rm -rf stage && mkdir -p stage/json stage/tables && for file in "$@"; do echo old >"stage/$file"; done; }
files() { (cd stage && find . -type f ! -name '.*' | sort); }
# state: old, new, or mixed; "half" when a file is neither.
state() {
  local file olds=0 news=0
  for file in $(cd "$work/new" && find . -type f | sort); do
    if cmp -s "stage/$file" "$work/new/$file"; then news=$((news + 1))
    elif [ ! -e "stage/$file" ] || [ "$(cat "stage/$file")" = old ]; then olds=$((olds + 1))
    else echo half; return; fi
  done
  case $olds,$news in 0,*) echo new ;; *,0) echo old ;; *) echo mixed ;; esac
}

for program in check render; do
  declare -n command=$program
  old && "${command[@]}" >/dev/null 2>&1
  [ $? -le 1 ] || { echo "qmr-$program makes nothing"; exit 1; }
  rm -rf "$work/new" && cp -r stage "$work/new"
  names=$(cd "$work/new" && find . -type f)
  n=$(files | wc -l)
  # Over old files, over one of them, and where there are none; of many files not every step, but every one that puts in place.
  for before in "$names" "$(head -n 2 <<<"$names" | tail -n 1)" ""; do
    old $before
    steps=$("$break_at" 0 0 "${command[@]}" 2>/dev/null)
    [ $? = 77 ] && { echo "skipped: programs may not be traced here"; exit 77; }
    [ "$(state)" = new ] && [ "$steps" -gt $((4 * n)) ] && pass || fail "qmr-$program: $(state) after $steps steps"
    mixed=0
    for ((at = 1; at <= steps; at++)); do
      ((n > 2 && at < steps - 4 * n && at % 7)) && [ -z "${QMR_LONG:-}" ] && continue
      # A step that fails, also where two files cannot be exchanged.
      for error in '!5' '!22' x5; do
        old $before
        "$break_at" $at "$error" "${command[@]}" >"$work/said" 2>&1
        code=$?
        [ $code = 77 ] && { skip "no step can be made to fail here"; break 2; }
        is=$(state)
        case $is,$code in
          new,0 | new,1) pass ;;
          old,3) grep -q "^qmr-$program: .*cannot " "$work/said" && pass || fail "qmr-$program, error $error at $at: says $(head -c 300 "$work/said")" ;;
          *) fail "qmr-$program, error $error at $at of $steps: $is, exit $code: $(head -c 300 "$work/said")" ;;
        esac
        [ $is = new ] || [ "$(files)" = "$(for file in $before; do echo "$file"; done | sort)" ] && pass || fail "qmr-$program, error $error at $at: other files than before: $(files | tr '\n' ' ')"
      done
      # Signals that ask wait until all are in place, or none.
      old $before
      "$break_at" $at 15 "${command[@]}" >/dev/null 2>&1
      case $(state) in old | new) pass ;; *) fail "qmr-$program, SIGTERM at $at: $(state)" ;; esac
      [ -z "$(leftovers stage)" ] && pass || fail "qmr-$program, SIGTERM at $at: left behind $(leftovers stage)"
      # Killed: each is whole, and the next run gives all and clears what was left.
      old $before
      "$break_at" $at 9 "${command[@]}" >/dev/null 2>&1
      case $(state) in
        old | new) pass ;;
        mixed) mixed=$((mixed + 1)) ;;
        *) fail "qmr-$program, SIGKILL at $at: half a file" ;;
      esac
      "${command[@]}" >/dev/null 2>&1
      [ "$(state)" = new ] && [ -z "$(leftovers stage)" ] && pass || fail "qmr-$program after SIGKILL at $at: $(state), left behind $(leftovers stage | tr '\n' ' ')"
    done
    [ $mixed -lt $((3 * n)) ] && pass || fail "qmr-$program: $mixed moments at which a kill leaves some old and some new, for $n files"
  done
done

# ---- the second output cannot be put in place
if [ "$(id -u)" = 0 ] && as_nobody "$programs/qmr-check" --version >/dev/null 2>&1; then
  old findings.xml json/findings.json && chmod -R a+rwX . && chmod a-w stage/json
  expect "a folder that is read only" 3 "Permission denied" as_nobody "${check[@]}"
  [ "$(cat stage/findings.xml stage/json/findings.json)" = $'old\nold' ] && [ -z "$(leftovers stage)" ] && pass || fail "a folder that is read only: one is new, or left behind: $(leftovers stage)"
  # Another user's file in a folder where everybody may write, but only take away what is theirs.
  old findings.xml json/findings.json && chmod -R a+rwX . && chmod +t stage/json
  expect "another user's file" 3 "Operation not permitted" as_nobody "${check[@]}"
  [ "$(cat stage/findings.xml stage/json/findings.json)" = $'old\nold' ] && [ -z "$(leftovers stage)" ] && pass || fail "another user's file: one is new, or left behind: $(leftovers stage)"
else
  skip "folders that are read only: only root can become another user"
fi

# ---- another run is writing one of them
old findings.xml json/findings.json
exec 9>stage/json/.findings.json.part && flock -n 9 || exit 3
expect "another run writes the second" 3 "another run is writing stage/json/findings.json" "${check[@]}"
[ "$(cat stage/findings.xml)" = old ] && [ ! -e stage/.findings.xml.part ] && pass || fail "another run writes the second: the first is new"
exec 9>&-

# ---- more files than a program may have open, as it begins
old
few=$((2 + $(cd "$work/new" && find . -type f | wc -l)))
(ulimit -S -n $few && "${render[@]}") >"$work/said" 2>&1 && [ "$(state)" = new ] && pass || fail "$few open files: $(head -c 300 "$work/said")"
old
(ulimit -n $few && "${render[@]}") >"$work/said" 2>&1
[ $? = 3 ] && grep -q "Too many open files\|may be open at once" "$work/said" && [ "$(state)" = old ] && pass || fail "$few open files at most: $(head -c 300 "$work/said")"
finish
