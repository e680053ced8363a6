#!/bin/sh
# Makes a page of every kind from every sample, from one whose names are hostile, from 200 organizations with 15
# areas each and from eight with 45, and has Chromium look at them.
#
#     run.sh BUILD
set -eu
cd "$(dirname "$0")/../.."
build=$1
pages=$build/pages
mkdir -p "$pages"
cp tests/pages/package.json "$pages/"
[ -d "$pages/node_modules/axe-core" ] || (cd "$pages" && npm install --no-audit --no-fund --no-package-lock --silent)

for sample in templates/samples/*.xml tests/pages/hostile.xml; do
    grep -q 'urn:oca:assessment:1' "$sample" || continue
    name=$(basename "$sample" .xml)
    "$build/oca" score "$sample" -o "$pages/$name-score.html" >/dev/null
    "$build/oca" score "$sample" --wall -o "$pages/$name-wall.html" >/dev/null
    "$build/oca" score "$sample" --leaflet -o "$pages/$name-leaflet.html" >/dev/null
    "$build/oca" plan "$sample" --start 2025-04-01 -o "$pages/$name-plan.html" >/dev/null
    "$build/oca" plan "$sample" --start 2025-04-01 -o "$pages/$name-plan.xml" >/dev/null
    "$build/oca" track "$pages/$name-plan.xml" --date 2025-09-01 --reschedule -o "$pages/$name-track.html" >/dev/null
done
for rounds in "example-women example-women-reassessment" "example-federation example-federation-reassessment"; do
    set -- $rounds
    "$build/oca" compare "templates/samples/$1.xml" "templates/samples/$2.xml" --plan "$pages/$1-plan.xml" \
        -o "$pages/$1-compare.html" >/dev/null
done
"$build/oca" compare tests/pages/hostile.xml tests/pages/hostile.xml -o "$pages/hostile-compare.html" >/dev/null
"$build/oca" portfolio templates/samples tests/pages/hostile.xml --by country --donor-leaves 2025-06-01 -o "$pages/portfolio.html" >/dev/null
/usr/bin/python3 tests/pages/many.py "$pages/many"
"$build/oca" portfolio "$pages/many" -o "$pages/many-portfolio.html" >/dev/null
"$build/oca" score "$pages/many/org-001-baseline.xml" -o "$pages/many-score.html" >/dev/null
"$build/oca" score "$pages/many/org-001-baseline.xml" --wall -o "$pages/many-wall.html" >/dev/null
"$build/oca" score "$pages/many/org-001-baseline.xml" --leaflet -o "$pages/many-leaflet.html" >/dev/null
"$build/oca" compare "$pages/many/org-001-baseline.xml" "$pages/many/org-001-reassessment.xml" -o "$pages/many-compare.html" >/dev/null
sed 's/round="baseline"/round="interim"/; s/ date="2024-03-02"/ date="2024-09-02"/; s/agreed value="2"/agreed value="3"/' \
    "$pages/many/org-001-baseline.xml" >"$pages/interim.xml"
"$build/oca" compare "$pages/many/org-001-baseline.xml" "$pages/interim.xml" "$pages/many/org-001-reassessment.xml" \
    --rubric "$pages/many/many.xml" -o "$pages/many-series.html" >/dev/null
/usr/bin/python3 tests/pages/many.py "$pages/wide" 3
"$build/oca" portfolio "$pages/wide" -o "$pages/wide-portfolio.html" >/dev/null
"$build/oca" score "$pages/wide/org-001-baseline.xml" -o "$pages/wide-score.html" >/dev/null
"$build/oca" compare "$pages/wide/org-001-baseline.xml" "$pages/wide/org-001-reassessment.xml" -o "$pages/wide-compare.html" >/dev/null
mkdir -p "$pages/plans"
cp "$pages"/*-plan.xml "$pages/plans/"
for number in $(seq 100 144); do
    "$build/oca" plan "$pages/many/org-$number-baseline.xml" --start 2024-06-01 -o "$pages/plans/$number.xml" >/dev/null 2>&1
done
"$build/oca" track "$pages/plans" --date 2025-09-01 -o "$pages/programme.html" >/dev/null
for rubric in asm-association performance-index; do
    "$build/oca" rubrics "$rubric" -o "$pages/$rubric-booklet.html" >/dev/null
done
# Words of other languages are longer.
women=templates/samples/example-women
for lang in fr pt; do
    page=$pages/$lang
    "$build/oca" score $women.xml --lang $lang -o "$page-score.html" >/dev/null
    "$build/oca" score $women.xml --lang $lang --wall -o "$page-wall.html" >/dev/null
    "$build/oca" score $women.xml --lang $lang --leaflet -o "$page-leaflet.html" >/dev/null
    "$build/oca" score ${women%women}federation.xml --lang $lang --leaflet -o "$page-federation-leaflet.html" >/dev/null
    "$build/oca" plan $women.xml --lang $lang --start 2025-04-01 -o "$page-plan.html" >/dev/null
    "$build/oca" plan $women.xml --lang $lang --start 2025-04-01 -o "$page-plan.xml" >/dev/null
    "$build/oca" track "$page-plan.xml" --lang $lang --date 2025-09-01 --reschedule -o "$page-track.html" >/dev/null
    "$build/oca" compare $women.xml $women-reassessment.xml --lang $lang --plan "$page-plan.xml" -o "$page-compare.html" >/dev/null
    "$build/oca" portfolio templates/samples --lang $lang --by country -o "$page-portfolio.html" >/dev/null
    "$build/oca" portfolio "$pages/many" --lang $lang -o "$page-many.html" >/dev/null
    "$build/oca" track "$pages/plans" --lang $lang --date 2025-09-01 -o "$page-programme.html" >/dev/null
    "$build/oca" rubrics asm-association --lang $lang -o "$page-booklet.html" >/dev/null
done
node tests/pages/check.mjs "$pages" "$pages"/*.html
