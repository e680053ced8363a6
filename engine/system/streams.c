/* libxlsxwriter 1.1.4 writes each member of a workbook to a stream, rewinds it and packs what it reads then, and asks
 * of no write whether it succeeded. Where the disk was full for a moment, 4 kB are missing in the midst of a sheet, and
 * what is left may well be XML still. A stream remembers that a write failed; rewinding makes it forget, so that is
 * where to look: rewind is replaced, as the program's own functions take precedence over the C library's, by what the
 * standard says that it does (C11 7.21.9.5) and the question. */
#include "streams.h"

#include <stdio.h>

static bool failed;

bool oca_streams_failed(void) {
    return failed;
}

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): the system's own header names nothing for us */
void rewind(FILE *stream) {
    if (fseek(stream, 0, SEEK_SET) != 0 || ferror(stream))
        failed = true;
    clearerr(stream);
}
