#!/bin/sh
# A manifest is made, holds, notices every kind of change, and repeats its run. Usage: test-verify.sh QMR-VERIFY
set -u
verify=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0

# expect NAME CODE TEXT COMMAND...: the command's exit code, and words its messages hold ("" for no message at all).
expect() {
  name=$1 code=$2 text=$3
  shift 3
  said=$("$@" 2>&1)
  got=$?
  case $said in *"$text"*) found=yes ;; *) found=no ;; esac
  [ -z "$text" ] && [ -n "$said" ] && found=no
  if [ "$got" = "$code" ] && [ $found = yes ]; then
    echo "ok $name"
  else
    echo "not ok $name: exit $got, said: $said"
    failed=1
  fi
}

printf '#!/bin/sh\ncp "$1" "$2"\n' >copy
printf '#!/bin/sh\ndate +%%N >"$2"; sleep 0.01\n' >clock
chmod +x copy clock
mkdir out
echo figures >in.txt
./copy in.txt out/report.txt
"$verify" --make m.xml --out out --input in.txt --program copy --output out/report.txt --step "./copy in.txt out/report.txt"

expect "holds" 0 "" "$verify" m.xml
expect "repeats" 0 "" "$verify" --repeat m.xml
cp m.xml again.xml
"$verify" --make m.xml --out out --input in.txt --program copy --output out/report.txt --step "./copy in.txt out/report.txt"
expect "same bytes" 0 "" cmp m.xml again.xml
echo changed >>in.txt
expect "input changed" 0 "in.txt: warning: is not what it was" "$verify" m.xml
expect "repeat with another input differs" 1 "out/report.txt came out with other bytes when the run was repeated [O-DIFFERS]" "$verify" --repeat m.xml
echo figures >in.txt
echo '# other' >>copy
expect "program changed" 0 "copy: note: is not what it was" "$verify" m.xml
echo forged >out/report.txt
expect "output changed" 1 "out/report.txt: error: is not what it was" "$verify" m.xml
rm out/report.txt
expect "output missing" 1 "out/report.txt: error: is named in the manifest but cannot be read [O-MISSING]" "$verify" m.xml
./clock in.txt out/report.txt
"$verify" --make clock.xml --out out --input in.txt --output out/report.txt --step "./clock in.txt out/report.txt"
expect "a clock in the output is found" 1 "[O-DIFFERS]" "$verify" --repeat clock.xml
"$verify" --make none.xml --out out --output out/report.txt --step "/bin/true"
expect "an output that is not made again" 1 "was not made when the run was repeated [O-MISSING]" "$verify" --repeat none.xml
sed 's/role="input"//; s/role="output" path="[^"]*"//' m.xml >broken.xml
expect "a manifest with faults is not followed" 1 "[S-MISSING]" "$verify" --repeat broken.xml
expect "no manifest" 3 "No such file" "$verify" nowhere.xml
expect "usage" 2 "no manifest is named" "$verify"
[ $failed = 0 ] && echo "13 passed, 0 failed"
exit $failed
