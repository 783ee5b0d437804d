#!/usr/bin/env bash
# Figures in tables of prose: prose-figures.sh QMR-RENDER DOCUMENT, whose words and style it has. A column of plain figures of one kind is
# numbers in the workbook and the CSV file, with its unit in the heading; years, codes and columns with other words stay words.
set -u
export LC_ALL=C.UTF-8
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
fail() { echo "$*"; exit 1; }
{
  sed '/<section /,$d' "$2"
  cat <<'END'
<section page="portrait"><text><table caption="Homes by year">
<tr><th>Year</th><th>Ward</th><th>Homes</th><th>Share</th><th>Cost</th><th>Change</th><th>Mixed</th><th>Code</th><th>Area</th><th>Spaced</th></tr>
<tr><td>2008</td><td>North</td><td>1,204</td><td>12.5%</td><td>£1,200</td><td>−5</td><td>12</td><td>007</td><td>10<sup>3</sup></td><td>1 204</td></tr>
<tr><td>2009</td><td>South</td><td>98<footnote number="1"/></td><td>7%</td><td>£350.50</td><td>12.25</td><td>closed</td><td>008</td><td>5</td><td>7</td></tr>
<tr><td>2010</td><td>West</td><td></td><td>0%</td><td>£0</td><td>-3</td><td>14%</td><td>012</td><td>6</td><td>8</td></tr>
</table></text><para style="note" note="1">Counted in March.</para></section></document>
END
} >"$scratch/document.xml"
"$1" --to csv --out "$scratch/csv" --to xlsx --out "$scratch/book.xlsx" "$scratch/document.xml" || exit 1
tr -d '\r' <"$scratch/csv/text-table-1.csv" >"$scratch/table"
diff "$scratch/table" - <<'END' || fail "the CSV file is not as it should be"
Year,Ward,Homes,Homes: remarks,Share (%),Cost (£),Change,Mixed,Code,Area,Spaced
2008,North,1204,[z],12.5,1200,-5,12,007,10³,1 204
2009,South,98,[note 1],7,350.50,12.25,closed,008,5,7
2010,West,[w],[z],0,0,-3,14%,012,6,8
END
unzip -p "$scratch/book.xlsx" xl/worksheets/sheet4.xml >"$scratch/sheet" || exit 1
for value in 1204 98 12.5 7 0 1200 350.5 -5 12.25 -3; do
  grep -qE "<c r=\"[A-K][0-9]+\" s=\"[0-9]+\"><v>$value</v>" "$scratch/sheet" || fail "$value is no number in the workbook"
done
[ "$(grep -oE '<c r="[ABHIJK][5-7]" [^>]*t="s"' "$scratch/sheet" | wc -l)" = 18 ] || fail "years, codes or words have become numbers"
