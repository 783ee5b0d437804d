#!/usr/bin/env bash
# Every command and stage has a page of the manual, which tells what its --help tells, and typesets without complaint: manual.sh QMR BUILD.
. "$(dirname "$0")/common.sh"
pages=$build/pipeline/qmr
cd "$work" || exit 3

# options TEXT: the long options that it names at the beginning of a line, sorted.
options() { sed -nE 's/^(\.TP )? *(-., )?--([a-z-]+)([ =].*)?$/\3/p' <<<"$1" | sort -u; }
# plain PAGE: without what is for the typesetter.
plain() { sed -E '/^\.(TP|PP|EX|EE|nh)$/d; s/\\f[BRI]//g; s/\\-/-/g; s/\\\(aq/'"'"'/g; s/\\&//g' "$1"; }

# describes PAGE PROGRAM WORD...: a page says of a program what its help says.
describes() {
  local page=$pages/$1 help text line
  shift
  [ -s "$page" ] || { fail "there is no page $page"; return; }
  help=$("$@" --help) text=$(plain "$page")
  [ -n "$(options "$help")" ] && [ "$(options "$help")" = "$(options "$text")" ] && pass || fail "$page: other options than $* --help: $(diff <(options "$help") <(options "$text"))"
  for line in "$(sed -n 2p <<<"$help" | sed 's/.*\[OPTION[^]]*\] //')" "$(grep '^  qmr' <<<"$help" | sed -n 2p)"; do
    grep -qF -- "${line#  }" <<<"$text" && pass || fail "$page does not have: $line"
  done
  sed -n 4p "$page" | grep -qE '^qmr[a-z\\-]* \\- [a-z].{5,}[^.:;]$' && pass || fail "$page: its name: $(sed -n 4p "$page")"
  [[ $text == *'.SH "EXIT STATUS"'*$'\n0\n'* && $text != *"Exit codes"* ]] && pass || fail "$page does not tell the exit codes"
}

mapfile -t commands < <("$qmr" --complete "" | grep -v '^-')
[ ${#commands[@]} -gt 9 ] && pass || fail "there are only ${#commands[@]} commands"
for command in "${commands[@]}"; do
  describes "qmr-$command.1" "$qmr" "$command"
  grep -qF "qmr $command" <(plain "$pages/qmr.1") && grep -qF "qmr-$command (1)" <(plain "$pages/qmr.1") && pass || fail "qmr.1 does not name $command"
done
for stage in check compose merge render; do
  describes "qmr-$stage.1" "$programs/qmr-$stage"
  grep -qF "qmr-$stage (1)" <(plain "$pages/qmr.1") && pass || fail "qmr.1 does not name the stage $stage"
done
for name in $(plain "$pages/qmr.1" | sed -n 's/^\.BR \([^ ]*\) (1),*$/\1/p'); do
  [ -f "$pages/$name.1" ] && pass || fail "qmr.1 names $name, which has no page"
done

# ---- typeset
install_to "$work/opt"
for page in "$pages"/*.1; do
  cmp -s "$page" "$work/opt/share/man/man1/$(basename "$page")" && pass || fail "$page is not installed"
  ! command -v groff >/dev/null || { said=$(groff -ww -man -Tutf8 "$page" 2>&1 >/dev/null) && [ -z "$said" ]; } && pass || fail "groff: $page: $said"
  ! command -v mandoc >/dev/null || ! mandoc -T lint "$page" | grep -v 'longer than 80 bytes\|missing date' >said && pass || fail "mandoc: $(cat said)"
done
finish
