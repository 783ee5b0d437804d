#!/usr/bin/env bash
# Altered files, forged manifests, strays and links are never released: test-forged.sh QMR.
. "$(dirname "$0")/council.sh"
report $service
cp -r out pristine-with-error
accept_all $service
cp -r out pristine

# again: the report as it was made.
again() { rm -rf out; cp -r "${1:-pristine}" out; }
# refused NAME TEXT: it is, and nothing is public.
refused() {
  expect "$1" 1 "$2" release
  holds "$1: nothing is public" lacks $public/$service
}
manifest=$folder/team/manifest.xml
hash_of() { sha256sum "$1" | cut -d' ' -f1; }
# swap FILE: the manifest is made to say what the file is now.
swap() { sed -i -E "s|(path=\"$1\"[^>]* sha256=\")[0-9a-f]*|\\1$(hash_of "$folder/$1")|" $manifest; }

expect "as it was made it is released" 0 "released: 12 files" release
again; echo altered >>$folder/report.html
refused "an altered file" "altered, or not proved"
again; echo altered >>$folder/report.html; swap report.html
refused "an altered file, and its hash in the manifest" "altered, or not proved"
again; sed -i 's/888/961/' $folder/team/model.xml; swap team/model.xml
refused "an altered model, and its hash in the manifest" "altered, or not proved"
again pristine-with-error; sed -i 's/errors="1"/errors="0"/' $manifest
refused "a manifest that says no errors" "altered, or not proved"
again pristine-with-error; sed -i 's/severity="error"/severity="note"/' $folder/team/findings.xml; swap team/findings.xml; sed -i 's/errors="1"/errors="0"/' $manifest
refused "and findings that say so" "altered, or not proved"
again; sed -i 's/status="final"/status="draft"/' $manifest
refused "a manifest that says draft" "altered, or not proved"
again; sed -i 's/ role="team" path="team.findings.json"/ role="output" path="team\/findings.json"/' $manifest
refused "a file for the team that is said to be for all" "altered, or not proved"
again; sed -i '/role="output"/d' $manifest
refused "a manifest that lists nothing" "altered, or not proved"
again; : >$manifest
refused "an empty manifest" "refused"
again; rm $folder/tables/notes.csv
refused "a missing file" "altered, or not proved"

# ---- strays
again; echo secret >$folder/notes.txt
refused "a stray file" "notes.txt: error: is in the folder, but no run made it [O-STRAY]"
for place in tables/team Team team/team tables/.hidden; do
  again; mkdir -p "$folder/$place"; echo secret >"$folder/$place/secret.csv"
  refused "a stray in $place" "[O-STRAY]"
done
again; mkdir -p out/2009-10-Q4/team; cp -r $folder out/2009-10-Q4/team/
expect "a folder called team holds no reports" 0 "released: 12 files in $public/$service" release
holds "it is not public" lacks $public/team
holds "public is clean" public_is_clean
again; cp -r $folder out/2009-10-Q4/.hidden
expect "nor does a hidden one" 0 "released: 12 files in $public/$service" release
holds "it is not public either" lacks $public/.hidden
again; cp -r pristine/2009-10-Q4/$service $folder/inner
refused "a report inside another" "[O-STRAY]"

# ---- links
again; mv $folder/report.html page.html; ln -s "$work/page.html" $folder/report.html
refused "a file that is a link" "altered, or not proved"
again; mv $folder/team kept-team; ln -s "$work/kept-team" $folder/team
refused "team that is a link" "altered, or not proved"
again; ln -s /etc/hostname $folder/tables/link.csv
refused "a stray link" "[O-STRAY]"
again; mv $folder kept; ln -s "$work/kept" $folder
refused "a report that is a link" "it is a link"
rm -rf kept

# ---- reports that stand elsewhere
again; cp -r $folder out/2009-10-Q4/copied
expect "a copy" 1 "its run put it into 2009-10-Q4/$service, and it stands elsewhere [O-PLACE]" release
expect "a copy is refused" 1 "out/2009-10-Q4/copied: refused: it cannot be repeated here" release
holds "the copy is not public" lacks $public/copied
again; mv $folder out/2009-10-Q4/culture-and-leisure; sed -i 's/folder="[^"]*"/folder="2009-10-Q4\/culture-and-leisure"/' out/2009-10-Q4/culture-and-leisure/team/manifest.xml
expect "a report under another service's name" 1 "it is called like another service, but is 2009-10-Q4/$service" release
holds "it is not public" lacks $public/culture-and-leisure
again; mkdir -p out/2009-10-Q3; mv $folder out/2009-10-Q3/; sed -i 's/folder="2009-10-Q4/folder="2009-10-Q3/' out/2009-10-Q3/$service/team/manifest.xml
of=2009-10-Q3 expect "a report of another period" 1 "it does not belong into 2009-10-Q3/$service, but to 2009-10-Q4/$service" release
holds "is not public" lacks out/public/2009-10-Q3
again; mkdir -p elsewhere/plans; mv plans/2009-10 elsewhere/plans/
refused "what it was made from is gone" "it cannot be repeated here"
mv elsewhere/plans/2009-10 plans/
again
expect "as it was made it is released after all" 0 "released: 12 files" release
finish
