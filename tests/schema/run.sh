#!/bin/sh
# Holds the published schemas against documents: all in good/ must be valid, none in bad/ may be.
# A document's kind is in its name: the last word of a good one, the first word of a bad one.
cd "$(dirname "$0")" || exit 3
schemas=../../rubrics/schema
passed=0
failed=0

# expect STATUS KIND FILE: xmllint must end with STATUS (0 valid, 3 not valid; anything else is no verdict).
expect() {
    messages=$(xmllint --noout --nonet --schema "$schemas/$2.xsd" "$3" 2>&1)
    status=$?
    if [ "$status" -eq "$1" ]; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    case $status in
    0) echo "$3: valid, but should not be" ;;
    3) echo "$3: not valid: $(echo "$messages" | head -n 1)" ;;
    *) echo "$3: no verdict (xmllint ended with $status): $(echo "$messages" | head -n 1)" ;;
    esac
}

for file in good/*.xml; do
    name=${file%.xml}
    expect 0 "${name##*-}" "$file"
done
for file in bad/*.xml; do
    name=${file#bad/}
    expect 3 "${name%%-*}" "$file"
done
# What ships: a rubric's folder is rubrics, a library's name ends with -actions, samples are assessments and a tailoring.
for file in ../../rubrics/*.xml; do
    expect 0 rubric "$file"
done
for file in ../../templates/*-actions.xml; do
    expect 0 actions "$file"
done
for file in ../../templates/samples/*.xml; do
    case $file in
    */example-programme.xml) expect 0 tailoring "$file" ;;
    *) expect 0 assessment "$file" ;;
    esac
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
