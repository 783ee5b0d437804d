#!/usr/bin/env bash
# Hostile files, made at test time: each must be answered at once, with one clear message. hostile.sh QMR-VALIDATE
set -u
export LC_ALL=C.UTF-8
program=$(realpath "$1") || exit 3
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 3
failed=0

# answer FILE EXPECTED: a line said of FILE, exit code 1; the time only ends what hangs.
answer() {
  local said code
  said=$(timeout 3600 "$program" "$1" 2>&1)
  code=$?
  [ "$code" = 1 ] && grep -qxF -- "$1$2" <<<"$said" && return
  failed=1
  printf '%s: exit %s\n  expected: %s\n  said:     %s\n' "$1" "$code" "$1$2" "${said:0:300}"
}

root='<plan xmlns="urn:qmr:1" format="1.0"'
repeat() { head -c "$1" /dev/zero | tr '\0' "$2"; } # repeat COUNT CHARACTER

truncate -s 3G sparse.xml
answer sparse.xml ': error: is 3221.2 MB; the largest file accepted is 16 MB [F-SIZE]'
mkfifo pipe.xml
answer pipe.xml ': error: is not an ordinary file (it is a pipe or a device) [F-KIND]'
mkdir folder.xml
answer folder.xml ': error: is not an ordinary file (it is a folder) [F-KIND]'
ln -s /dev/zero device.xml
answer device.xml ': error: is not an ordinary file (it is a pipe or a device) [F-KIND]'

{ printf '%s' "$root"; seq -f ' a%.0f="1"' 100000 | tr -d '\n'; printf '/>\n'; } >attributes.xml
answer attributes.xml ':1:1: error: a tag has more than 64 attributes [F-ATTRS]'
{ printf '%s>' "$root"; repeat 600000 x | sed 's/x/<a\/>/g'; printf '</plan>\n'; } >elements.xml
answer elements.xml ':1:2000030: error: more than 500,000 elements and attributes [F-COUNT]'
{ printf '%s>' "$root"; repeat 100000 x | sed 's/x/<a>/g'; } >deep.xml
answer deep.xml ':1:806: error: elements are nested more than 256 deep [X-DEPTH]'
{ printf '<plan '; repeat 8000000 n; printf '="1"/>\n'; } >long-name.xml
answer long-name.xml ':1:7: error: a name is too long [X-SYNTAX]'
{ printf '%s title="' "$root"; repeat 12000000 t; printf '"/>\n'; } >long-value.xml
answer long-value.xml ':1:44: error: the quote that ends an attribute'"'s value is missing [X-QUOTE]"

bomb='<!ENTITY a "ha">'
for i in b c d e f g h i j; do bomb+="<!ENTITY $i \"$(printf '&a;%.0s' 1 2 3 4 5 6 7 8 9 10)\">"; done
printf '<!DOCTYPE plan [%s]>\n%s title="&j;"/>\n' "$bomb" "$root" >laughs.xml
answer laughs.xml ':1:1: error: DOCTYPE is not allowed; remove the <!DOCTYPE ...> line [F-DOCTYPE]'
printf '<!DOCTYPE plan [<!ENTITY a "%s">]>\n%s>%s</plan>\n' "$(repeat 50000 z)" "$root" "$(repeat 50000 x | sed 's/x/\&a;/g')" >quadratic.xml
answer quadratic.xml ':1:1: error: DOCTYPE is not allowed; remove the <!DOCTYPE ...> line [F-DOCTYPE]'
printf '<!DOCTYPE plan SYSTEM "http://127.0.0.1:9/x.dtd">\n%s/>\n' "$root" >external.xml
answer external.xml ':1:1: error: DOCTYPE is not allowed; remove the <!DOCTYPE ...> line [F-DOCTYPE]'
printf '%s>&file;</plan>\n' "$root" >entity.xml
answer entity.xml ':1:38: error: &file; is not known here; type the character itself [X-ENTITY]'
printf '%s xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></plan>\n' "$root" >include.xml
answer include.xml ':1:1: error: plan: attribute '"'service'"' is missing [S-MISSING]'

printf '%s/>\n' "$root" | gzip >gzip.xml
answer gzip.xml ': error: this is a compressed (gzip) file; unpack it first [F-GZIP]'
printf 'PK\003\004' >zip.xml
answer zip.xml ': error: this is a zip or Excel file, not XML; save it as XML or fill in the XML form [F-ZIP]'
printf '%s/>\n' "$root" | iconv -t UTF-16 >utf-16.xml
answer utf-16.xml ": error: the file is saved as UTF-16 ('Unicode'): save it again as UTF-8 [F-ENC]"
printf '<?xml version="1.0" encoding="UTF-7"?>\n%s/>\n' "$root" >utf-7.xml
answer utf-7.xml ':1:31: error: encoding '"'UTF-7'"' is not accepted: save the file as UTF-8 and write encoding="UTF-8" [F-ENC]'
printf '<?xml version="1.0" encoding="ISO-8859-1"?>\n%s/>\n' "$root" >latin-1.xml
answer latin-1.xml ':1:31: error: encoding '"'ISO-8859-1'"' is not accepted: save the file as UTF-8 and write encoding="UTF-8" [F-ENC]'
printf '%s title="\300\257"/>\n' "$root" >overlong.xml
answer overlong.xml ':1:45: error: byte 0xC0 is not UTF-8; the file is damaged or in another encoding: save it again as UTF-8 [F-UTF8]'
printf '%s/>\n\0\0\0' "$root" >zeros-after.xml
answer zeros-after.xml ': error: the file holds a zero byte; it is damaged or not text [F-NUL]'
head -c 1000000 "$program" >program.xml
answer program.xml ': error: the file holds a zero byte; it is damaged or not text [F-NUL]'

exit $failed
