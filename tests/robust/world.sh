#!/usr/bin/env bash
# A hostile world: small files, full disks, little memory, little time, folders that are not writable, not there, or no folders.
# Every program ends with exit 3 (or 1) and a sentence, never by a signal, and leaves no half file. Usage: world.sh QMR
. "$(dirname "$0")/common.sh"
lay "$work/council"
chmod a+rwx "$work"
cd "$work/council" || exit 3
mkdir "$work/tmp" && chmod a+rwxt "$work/tmp" && export TMPDIR=$work/tmp
folder=out/2009-10-Q4/health-and-partnerships
"$qmr" report $plan $form >/dev/null 2>&1
[ -f $folder/report.pdf ] || { echo "no report can be made"; exit 1; }
cp -r out "$work/good"
grep -rlE 'role="output"' $folder/team/manifest.xml >/dev/null || exit 1

documents=(--framework framework.xml --plan $plan --return $form)
document=$folder/team/report.xml
# The programs; each writes into stage/ or out/, if anywhere. validate also reads what is wrong with a file.
run() {
  case $1 in
    report) "$qmr" report $plan $form ;;
    validate) "$qmr" validate $plan $form ;;
    layouts) "$qmr" layouts ;;
    explain) "$qmr" explain all ;;
    verify) "$qmr" verify $folder ;;
    qmr-validate) "$programs/qmr-validate" $plan $form framework.xml layouts/quarterly-monitoring-report.xml ;;
    qmr-merge) "$programs/qmr-merge" "${documents[@]}" --out stage/model.xml ;;
    qmr-check) "$programs/qmr-check" "${documents[@]}" --out stage/findings.xml --json stage/findings.json ;;
    qmr-compose) "$programs/qmr-compose" --layout layouts/quarterly-monitoring-report.xml --out stage/document.xml "$work/good/2009-10-Q4/health-and-partnerships/team/model.xml" ;;
    qmr-render) "$programs/qmr-render" --to pdf --out stage/a.pdf --to xlsx --out stage/a.xlsx --to html --out stage/a.html --to csv --out stage/a "$work/good/2009-10-Q4/health-and-partnerships/team/report.xml" ;;
    qmr-verify) "$programs/qmr-verify" $folder ;;
  esac
}
all="report validate layouts explain verify qmr-validate qmr-merge qmr-check qmr-compose qmr-render qmr-verify"
writers="report qmr-merge qmr-check qmr-compose qmr-render"

# What each gives in a good world.
mkdir "$work/right"
for program in $all; do
  rm -rf stage && mkdir stage
  (run $program) >"$work/said" 2>&1
  code=$?
  [ $code -le 1 ] && pass || fail "$program: exit $code in a good world: $(cat "$work/said")"
  cp -r stage "$work/right/$program"
done

# endured NAME CODE WHAT: an exit code that the world may give, a sentence when it is not the usual one, no trace of a library or
# a shell, only whole files. What it said is in $work/said.
endured() {
  local name=$1 code=$2 program=$3 file
  case $code in
    0 | 1) ;;
    3) grep -qE "^(qmr|$program)[a-z -]*: .|: error: " "$work/said" && pass || fail "$name: exit 3 and no sentence: $(head -c 300 "$work/said")" ;;
    *) fail "$name: exit $code: $(head -c 300 "$work/said")" ;;
  esac
  ! grep -qiE "gmem\.c|GLib-|core dumped|terminate called|aborted|segmentation|assert|backtrace|\[ERROR\]" "$work/said" && pass || fail "$name: a trace: $(head -c 300 "$work/said")"
  while IFS= read -r file; do
    cmp -s "stage/$file" "$work/right/$program/$file" || fail "$name: half a file: $file"
  done < <(cd stage && find . -type f ! -name '.*')
  if [ "$program" = report ]; then whole_or_withdrawn "$name" out; fi
}
published() { (cd "$1"/2009-10-Q4/health-and-partnerships 2>/dev/null && find . -path ./team -prune -o -type f -print); }
# The folder is the good one, or what stands in it is withdrawn.
without_manifest() { tree "$1" | grep -v '\.lock$\|/manifest\.xml$'; } # it says where it stands
whole_or_withdrawn() {
  [ ! -e "$2" ] || [ "$(without_manifest "$2")" = "$(without_manifest "$work/good")" ] && pass && return
  [ -z "$(published "$2")" ] && pass && return
  fail "$1: neither the report nor what was withdrawn: $(find "$2" -type f | head -5)"
}
# in_world NAME PROGRAM COMMAND: the program after a command of the shell that changes its world.
in_world() {
  rm -rf stage out && mkdir stage && cp -r "$work/good" out
  { (eval "$3" && run "$2"); echo $? >"$work/code"; } </dev/null 2>&1 | cat >"$work/said" # a pipe has no size
  endured "$1: $2" "$(cat "$work/code")" "$2"
}

# ---- files may not grow: in kilobytes
for program in $writers; do
  for size in 0 1 4 16 40 100 200; do in_world "files of $size KB" $program "ulimit -f $size"; done
done
rm -rf stage out && mkdir stage
{ (ulimit -f 1; run report); echo $? >"$work/code"; } 2>&1 | cat >"$work/said"
[ "$(cat "$work/code")" = 3 ] && grep -q "File too large\|disk full" "$work/said" && [ ! -e $folder ] && pass || fail "files of 1 KB, no report yet: $(cat "$work/said")"

# ---- little memory, in kilobytes: from what no program starts with to enough
if sanitized; then skip "little memory: the sanitizer needs more"; else
  for program in $all; do
    least=0
    for ((size = 20000; size <= 400000; size += size / 5)); do
      (ulimit -v $size; "$qmr" --version && "$programs/qmr-render" --version) >/dev/null 2>&1 || continue # the loader of libraries has the word
      least=${least/#0/$size}
      in_world "$size KB of memory" $program "ulimit -v $size"
    done
    [ "$least" != 0 ] && [ "$least" -le 100000 ] && pass || fail "the programs begin with $least KB of memory, and README.md says 100 MB"
  done
  (ulimit -v $((least)); run report) >"$work/said" 2>&1
  [ $? = 3 ] && pass || fail "$least KB of memory are enough for a report: nothing was proved"
fi

# ---- few files may be open
mkdir "$work/few"
for program in qmr qmr-validate qmr-merge qmr-check qmr-compose qmr-render qmr-verify; do
  printf '#!/bin/sh\nexec prlimit --nofile="$FILES" "%s" "$@"\n' "$programs/$program" >"$work/few/$program" && chmod +x "$work/few/$program"
done
for program in $all; do
  for n in 4 5 6 7 8 10 13 15 16 20 40; do
    in_world "$n open files" $program "export FILES=$n; qmr=$work/few/qmr programs=$work/few"
    [ $n -gt 15 ] || { [ "$(cat "$work/code")" = 3 ] && grep -q ": only $n files may be open at once, and 16 are needed (ulimit -n)$" "$work/said"; } && pass || fail "$n open files: $program: $(head -c 300 "$work/said")"
    grep -q "disk full" "$work/said" && fail "$n open files: $program: $(head -c 300 "$work/said")"
  done
done

# ---- little time: a second is enough for most; kills.sh sends the signal itself
for program in $all; do in_world "a second of processor time" $program "ulimit -t 1"; done

# ---- a full disk, at several sizes, in the middle of several formats
if [ "$(id -u)" = 0 ] && mkdir "$work/disk" && mount -t tmpfs -o size=64k qmr-test "$work/disk" 2>/dev/null; then
  umount "$work/disk"
  for size in 8 64 128 256 384 512 1000 2400; do
    mount -t tmpfs -o size=${size}k qmr-test "$work/disk" || break
    "$qmr" report --out "$work/disk/out" $plan $form >"$work/said" 2>&1
    code=$?
    rm -rf stage && mkdir stage
    case $code in 1 | 3) pass ;; *) fail "a disk of $size KB: exit $code" ;; esac
    [ $code = 1 ] || grep -q "No space left on device\|disk full" "$work/said" && pass || fail "a disk of $size KB: says $(head -c 300 "$work/said")"
    whole_or_withdrawn "a disk of $size KB" "$work/disk/out"
    [ -z "$(leftovers "$work/disk")" ] && pass || fail "a disk of $size KB: left behind $(leftovers "$work/disk" | tr '\n' ' ')"
    # Filled up, but for a little, under a report that stands there.
    for free in $([ $code = 1 ] && echo 0 60 136 180 250 300); do
      stood=$(published "$work/disk/out")
      head -c 10000000 /dev/zero >"$work/disk/filler" 2>/dev/null
      truncate -s -${free}K "$work/disk/filler" 2>/dev/null || continue
      "$qmr" report --out "$work/disk/out" $plan returns/other.xml >"$work/said" 2>&1
      code=$?
      [ $code = 3 ] && grep -q "No space left\|disk full" "$work/said" && pass || fail "a disk with $free KB: exit $code, says $(head -c 300 "$work/said")"
      [ -z "$(published "$work/disk/out")" ] && pass || fail "a disk with $free KB: what stood there was not withdrawn"
      [ -z "$stood" ] || grep -q "report.pdf: warning: is no longer true.*O-WITHDRAWN" "$work/said" && pass || fail "a disk with $free KB: what was withdrawn is not said: $(head -c 300 "$work/said")"
      grep -q 'role="withdrawn" path="team/withdrawn/report.pdf"' "$work/disk/$folder/team/manifest.xml" && pass || fail "a disk with $free KB: what was withdrawn is in no manifest: $(ls "$work/disk/$folder/team")"
      [ -z "$(leftovers "$work/disk")" ] && pass || fail "a disk with $free KB: left behind $(leftovers "$work/disk" | tr '\n' ' ')"
      rm "$work/disk/filler"
      "$qmr" report --out "$work/disk/out" $plan $form >"$work/said" 2>&1
      whole_or_withdrawn "a disk with room again" "$work/disk/out"
      [ -z "$(published "$work/disk/out")" ] && [ $size -lt 2400 ] && continue # two do not fit
      expect "a disk with room again: verify" 0 "repeated" "$qmr" verify "$work/disk/out/2009-10-Q4/health-and-partnerships"
    done
    "$programs/qmr-render" --out "$work/disk/a.pdf" --out "$work/disk/a.xlsx" --out "$work/disk/a.html" "$work/good/2009-10-Q4/health-and-partnerships/team/report.xml" >"$work/said" 2>&1
    case $? in 0) ;; 3) pass ;; *) fail "qmr-render on a disk of $size KB: exit $?" ;; esac
    for format in pdf xlsx html; do
      [ ! -e "$work/disk/a.$format" ] || cmp -s "$work/disk/a.$format" "$work/right/qmr-render/a.$format" && pass || fail "qmr-render on a disk of $size KB: half of a.$format"
    done
    umount "$work/disk"
  done
  # A full TMPDIR keeps nobody from anything.
  mount -t tmpfs -o size=4k qmr-test "$work/disk" && head -c 100000 /dev/zero >"$work/disk/filler" 2>/dev/null
  for program in $all; do in_world "a full TMPDIR" $program "export TMPDIR=$work/disk"; done
  umount "$work/disk"
else
  skip "full disks: no disk can be mounted here"
fi

# ---- TMPDIR that is not there, or no folder
for program in $all; do
  in_world "no TMPDIR" $program "export TMPDIR=$work/nowhere"
  in_world "a TMPDIR that is a file" $program "export TMPDIR=$work/council/$plan"
done

# ---- places that are no folders
nowhere() { # nowhere NAME CODE TEXT COMMAND: makes the world; then a report is refused, and nothing of it changes
  rm -rf out elsewhere
  eval "$4"
  local before
  before=$(tree . | grep -v ' ./stage')
  expect "$1" "$2" "$3" "$qmr" report $plan $form
  [ "$(tree . | grep -v ' ./stage' | grep -v '^\./out')" = "$(printf '%s\n' "$before" | grep -v '^\./out')" ] && pass || fail "$1: it changed something: $(diff <(printf '%s\n' "$before") <(tree .) | head -5)"
}
rm -rf stage
nowhere "out is a file" 3 "cannot make the folder out" 'echo mine >out'
nowhere "out leads nowhere" 3 "cannot make the folder out" 'ln -s missing out'
nowhere "the folder is a file" 3 "cannot replace $folder: it is not a folder" "mkdir -p out/2009-10-Q4 && echo mine >$folder"
nowhere "the folder is a link" 2 "$folder is a link, and a run replaces folders" "mkdir -p out/2009-10-Q4 elsewhere && echo mine >elsewhere/report.pdf && ln -s ../../elsewhere $folder"
nowhere "the folder is a pipe" 3 "cannot replace $folder: it is not a folder" "mkdir -p out/2009-10-Q4 && mkfifo $folder"
nowhere "the lock is a link" 3 "cannot write $folder" "mkdir -p out/2009-10-Q4 && ln -s /dev/null out/2009-10-Q4/.health-and-partnerships.lock"
rm -rf out elsewhere && mkdir -p $folder elsewhere && ln -s "$PWD/elsewhere" $folder/team
expect "team/ is a link" 1 "report.pdf" "$qmr" report $plan $form
[ -z "$(ls elsewhere)" ] && [ -f $folder/team/manifest.xml ] && [ ! -L $folder/team ] && pass || fail "team/ is a link: written through it"
cp $plan "$work/plan" && echo '<plan' >$plan
rm -rf $folder/team && ln -s "$PWD/elsewhere" $folder/team
expect "team/ is a link, and nothing made" 1 "no report was made" "$qmr" report $plan $form
[ -z "$(ls elsewhere)" ] && pass || fail "team/ is a link, and nothing made: written through it"
cp "$work/plan" $plan
rm -rf out && mkdir -p $folder && echo mine >$folder/team
expect "team is a file" 1 "report.pdf" "$qmr" report $plan $form
[ -f $folder/team/manifest.xml ] && pass || fail "team is a file: no manifest"

# ---- long names and deep folders
long=$(printf 'n%.0s' {1..255})
expect "an OUT of 255 bytes" 1 "report.pdf" "$qmr" report --out "$long" $plan $form
expect "an OUT of 256 bytes" 3 "File name too long" "$qmr" report --out "n$long" $plan $form
for n in 199 150; do expect "a name of $n bytes" 1 "report.html" "$qmr" report --to html --name "${long:0:$n}" $plan $form; done
sed "s/service=\"health-and-partnerships\"/service=\"$long$long\"/" $plan >long.xml
sed "s/service=\"health-and-partnerships\"/service=\"$long$long\"/" $form >long-return.xml
expect "a service of 510 letters" 3 "File name too long" "$qmr" report long.xml long-return.xml
deep=$(printf "${long:0:200}/%.0s" {1..25})
expect "an OUT deeper than paths may be" 3 "File name too long" "$qmr" report --out "$deep" $plan $form
expect "a plan deeper than paths may be" 3 "File name too long" "$qmr" report "$deep/plan.xml" $form
expect "verify, deeper" 3 "File name too long" "$qmr" verify "$deep"
expect "validate, deeper" 3 "File name too long" "$qmr" validate "$deep/plan.xml"
rm -rf "$long" && cp $plan "$long"
expect "a plan of 255 bytes" 1 "report.html" "$qmr" report --to html "$long" $form
for program in merge check; do expect "qmr-$program to 255 bytes" $([ $program = merge ] && echo 0 || echo 1) "" "$programs/qmr-$program" "${documents[@]}" --out "stage/$long"; done
rm -rf "$long" out

# ---- another user's folders
if [ "$(id -u)" = 0 ] && as_nobody "$qmr" --version >/dev/null 2>&1 && as_nobody test -r $plan; then
  cp -r "$work/good" out && chmod -R go-w .
  before=$(tree out)
  expect "another user's out/" 3 "Permission denied" as_nobody "$qmr" report $plan $form
  [ "$(tree out)" = "$before" ] && pass || fail "another user's out/: it changed"
  expect "another user's folder, read" 0 "repeated" as_nobody env TMPDIR="$TMPDIR" "$qmr" verify $folder
  mkdir -p theirs/2009-10-Q4 && chmod -R a+rwx theirs && cp -r $folder theirs/2009-10-Q4/ && chmod go-w theirs/2009-10-Q4/*
  expect "another user's folder in one's own" 3 "Permission denied" as_nobody "$qmr" report --out theirs $plan returns/other.xml
  [ "$(tree theirs/2009-10-Q4/health-and-partnerships)" = "$(tree $folder)" ] && pass || fail "another user's folder in one's own: it changed"
  mkdir readonly && chmod a-w readonly
  expect "an OUT that is read only" 3 "Permission denied" as_nobody "$qmr" report --out readonly $plan $form
  for program in merge check compose render; do
    case $program in
      merge | check) command=("$programs/qmr-$program" "${documents[@]}" --out readonly/x) ;;
      compose) command=("$programs/qmr-compose" --layout layouts/quarterly-monitoring-report.xml --out readonly/x $folder/team/model.xml) ;;
      render) command=("$programs/qmr-render" --to pdf --out readonly/x $folder/team/report.xml) ;;
    esac
    expect "qmr-$program into a folder that is read only" 3 "Permission denied" as_nobody "${command[@]}"
  done
  chmod go-r $plan
  expect "a plan that may not be read" 3 "cannot read $plan: Permission denied" as_nobody "$qmr" report --out "$work/tmp/out" $plan $form
  chmod go+r $plan
else
  skip "another user's folders: only root can become another user"
fi
finish
