#!/bin/sh
# Who may include whom: the pure folders know no file, no library of a format and print nothing; each library stays
# where it belongs.
cd "$(dirname "$0")/.." || exit 3
failed=0

# forbid WHY PATTERN FILE…: no line of the files may match.
forbid() {
    why=$1
    pattern=$2
    shift 2
    if found=$(grep -nE "$pattern" /dev/null "$@"); then
        echo "$why:"
        echo "$found" | sed 's/^/  /'
        failed=1
    fi
}

pure=$(find engine/base engine/document engine/scoring engine/planning engine/tracking engine/comparing \
    engine/collecting \
    -name '*.[ch]' 2>/dev/null)
outside_xml=$(find engine reports -name '*.[ch]' ! -path 'engine/reading/*' ! -path 'engine/writing/*')
outside_reports=$(find engine -name '*.[ch]')
below_cli=$(find engine reports -name '*.[ch]' ! -path 'engine/cli/*')

# Lists of paths without spaces, to be split.
# shellcheck disable=SC2086
{
    forbid "a pure folder includes a library of a format or the system" \
        '#include <(libxml|libxslt|xlsxwriter|zip|zlib|csv|jansson|libical|sha2|unistd|fcntl|time|locale|sys/)' $pure
    forbid "a pure folder opens or prints" \
        '(^|[^a-z_])(printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|fputc|fopen|fwrite|perror)\(' $pure
    forbid "a pure folder includes an outer one" '#include "(\.\./)+(reading|writing|system|cli|reports)/' $pure
    # Data flows one way: base, document, scoring, then planning and comparing; and what is read is not the business
    # of the writers.
    forbid "base includes an outer folder" '#include "\.\./' $(find engine/base -name '*.[ch]')
    forbid "document includes an outer folder" '#include "\.\./(scoring|planning|tracking|comparing)/' \
        $(find engine/document -name '*.[ch]')
    forbid "scoring includes an outer folder" '#include "\.\./(planning|tracking|comparing)/' \
        $(find engine/scoring -name '*.[ch]')
    forbid "comparing includes planning or tracking" '#include "\.\./(planning|tracking)/' \
        $(find engine/comparing -name '*.[ch]')
    forbid "tracking includes another folder than base and document" '#include "\.\./(scoring|planning|comparing)/' \
        $(find engine/tracking -name '*.[ch]')
    forbid "collecting includes another folder than base and document" \
        '#include "\.\./(scoring|planning|tracking|comparing)/' $(find engine/collecting -name '*.[ch]')
    forbid "libcsv outside engine/reading and reports" '#include <csv' \
        $(find engine -name '*.[ch]' ! -path 'engine/reading/*')
    forbid "libunistring outside engine/base/clean.c and reports/lines.c" '#include <uni(str|width|gbrk|lbrk)' \
        $(find engine reports -name '*.[ch]' ! -path engine/base/clean.c ! -path reports/lines.c)
    forbid "writing includes reading" '#include "\.\./reading/' $(find engine/writing -name '*.[ch]')
    forbid "libxml2 outside engine/reading and engine/writing" '#include <libxml/' $outside_xml
    forbid "libxslt outside engine/writing" '#include <lib(xslt|exslt)/' \
        $(find engine reports -name '*.[ch]' ! -path 'engine/writing/*')
    forbid "libxlsxwriter outside reports" '#include <xlsxwriter' $outside_reports
    forbid "somebody below engine/cli includes it" '#include "([a-z./]*/)?cli/' $below_cli
    forbid "only engine/cli prints" '(^|[^a-z_])(printf|fprintf|puts|fputs|putchar|perror)\(' $below_cli
    forbid "LC_NUMERIC must stay C" 'setlocale\(LC_(ALL|NUMERIC)' $outside_xml
}
exit $failed
