# What the tests of this folder share: a scratch folder with a council's files, and ways to say what is expected. Sourced with
# the path of qmr; the stage programs stand beside it.
set -u
export LC_ALL=C.UTF-8 ASAN_OPTIONS=detect_leaks=0
unset NO_COLOR
qmr=$(realpath "$1") || exit 3
programs=$(dirname "$qmr")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 3
trap 'chmod -R u+rwX "$work" 2>/dev/null; rm -rf "$work"' EXIT
passed=0 failed=0
plan=plan.xml form=returns/q4.xml

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); printf 'not ok %s\n' "$*"; }
skip() { printf 'skipped: %s\n' "$*"; }
finish() { printf '%s passed, %s failed\n' "$passed" "$failed"; [ "$failed" = 0 ] && [ "$passed" -gt 0 ]; }
sanitized() { grep -q __asan_init "$qmr"; }
as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }

# lay FOLDER: a council's files; returns/other.xml is the same return with another word.
lay() {
  mkdir -p "$1/returns" && cp -r "$root/layouts" "$1" && chmod -R u+w "$1" || exit 3
  cp "$root/fixtures/council/framework.xml" "$1"
  cp "$root/fixtures/council/plans/2009-10/health-and-partnerships.xml" "$1/plan.xml"
  cp "$root/fixtures/council/returns/2009-10-Q4/health-and-partnerships.xml" "$1/returns/q4.xml"
  sed 's/No significant progress/No visible progress/' "$1/returns/q4.xml" >"$1/returns/other.xml"
  cmp -s "$1/returns/q4.xml" "$1/returns/other.xml" && { echo "the sample return has changed"; exit 3; }
}

# expect NAME CODE TEXT COMMAND...: its exit code, and words that it says on either stream; never a control character, never a
# signal. What it said is kept in $said.
expect() {
  local name=$1 code=$2 text=$3 got
  shift 3
  said=$("$@" 2>&1 </dev/null)
  got=$?
  if printf '%s' "$said" | tr -d '\n\t' | grep -q '[[:cntrl:]]'; then fail "$name: a control character was printed: ${said@Q}"; return; fi
  if [ "$got" = "$code" ] && [[ $said == *"$text"* ]]; then pass; return; fi
  fail "$name: exit $got instead of $code, said: ${said:0:600}"
}

# What a tree holds: every file with its bytes.
tree() { (cd "$1" 2>/dev/null && find . \( -type f -exec sha256sum {} + \) -o \( ! -type d -print \) | sort); }
# What no run may leave: names that begin with a dot below a folder, or qmr-* in TMPDIR.
leftovers() { find "$@" \( -name '.?*' -o -name 'qmr-*' \) ! -name '..' ! -path . 2>/dev/null; }
