# A scratch copy of the sample council, made ready: what every test of releases includes first.
# After it: $qmr, the working directory is the copy, $service and $folder are the tidy service and its report.
set -u
export LC_ALL=C.UTF-8
qmr=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
cp -r "$root/fixtures/council/." "$work"
cd "$work" || exit 3
service=health-and-partnerships
folder=out/2009-10-Q4/$service
public=out/public/2009-10-Q4
n=0 failed=0

fail() { echo "not ok $*"; failed=$((failed + 1)); }

# expect NAME CODE TEXT COMMAND...: the command's exit code, and words that it says.
expect() {
  local name=$1 code=$2 text=$3 said got
  shift 3
  said=$("$@" 2>&1)
  got=$?
  n=$((n + 1))
  [ "$got" = "$code" ] && [[ $said == *"$text"* ]] || fail "$name: exit $got, said: $said"
}

# holds NAME COMMAND...: the command succeeds.
holds() {
  local name=$1
  shift
  n=$((n + 1))
  "$@" >/dev/null 2>&1 || fail "$name"
}
lacks() { [ ! -e "$1" ] && [ ! -L "$1" ]; }

# report SERVICE [OPTION...]: its report of the quarter; quick, for only some formats are made.
report() {
  local of=$1
  shift
  "$qmr" report --to html --to csv "$@" "plans/2009-10/$of.xml" "returns/2009-10-Q4/$of.xml" >/dev/null 2>&1
  [ $? -le 1 ]
}
# accept_all SERVICE: every error is accepted, and the report made again.
accept_all() {
  local rule item
  sed -nE 's/.*<finding rule="([^"]*)" severity="error"[^>]* item="([^"]*)".*/\1|\2/p' "out/2009-10-Q4/$1/team/findings.xml" |
    while IFS='|' read -r rule item; do
      "$qmr" accept "$rule" "$item" --role OD-HP --reason 'Seen and agreed.' --accepted "accepted-$1.xml" "out/2009-10-Q4/$1" >/dev/null
    done
  report "$1" --accept "accepted-$1.xml"
}
release() { "$qmr" release "${of:-2009-10-Q4}" --today "${today:-2010-06-15}" "$@"; }
# Nothing hidden, nothing for the team, no path of an input, no word of status or findings in public/; every list holds.
public_is_clean() {
  local list
  [ -z "$(find out/public \( -name '.*' -o -iname 'team' -o -iname '*manifest*' -o -type l \) -print)" ] || return 1
  ! grep -rqE 'plans/2009-10|returns/2009-10|accepted-|stated green, but' out/public || return 1
  while IFS= read -r list; do
    (cd "$(dirname "$list")" && sha256sum --quiet -c SHA256SUMS &&
      [ "$(find . -type f ! -name SHA256SUMS | wc -l)" = "$(wc -l <SHA256SUMS)" ]) || return 1
  done < <(find out/public -name SHA256SUMS)
}
finish() {
  echo "$n checks, $failed failed"
  [ "$failed" = 0 ] && [ "$n" -gt 3 ]
  exit
}
