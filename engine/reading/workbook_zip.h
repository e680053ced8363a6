/* The zip file around a workbook. Its directory may lie, so everything that comes out is counted, and what no program
 * that saves workbooks does is refused: members that are encrypted, twice there, or lead out of the archive. */
#ifndef OCA_READING_WORKBOOK_ZIP_H
#define OCA_READING_WORKBOOK_ZIP_H

#include "../base/fault.h"
#include "../base/text.h"

typedef struct oca_zip oca_zip;

/* Opens the archive in the `n` bytes at `bytes`, which stay until it is closed. NULL after a fault or failure. What it
 * needs lives in `scratch`. */
oca_zip *oca_zip_open(oca_arena *scratch, const char *file, const char *bytes, size_t n, oca_faults *faults);
void oca_zip_close(oca_zip *zip);

/* True if there is a member of this name, upper and lower case alike. */
bool oca_zip_has(const oca_zip *zip, const char *name);

/* Opens one member for reading; false after a fault. One at a time. */
bool oca_zip_start(oca_zip *zip, const char *name) __attribute__((warn_unused_result));

/* The next bytes of the open member, at most `room`: how many, 0 at its end, -1 after a fault. */
int oca_zip_next(oca_zip *zip, char *bytes, int room) __attribute__((warn_unused_result));
void oca_zip_stop(oca_zip *zip);

/* Tells that the workbook cannot be read, and why. Only the first time: what follows are consequences. */
void oca_zip_fault(oca_zip *zip, const char *format, ...) __attribute__((format(printf, 2, 3)));
void oca_zip_exhausted(oca_zip *zip);

/* True once a fault or failure was told: nothing more is to be read. */
bool oca_zip_is_broken(const oca_zip *zip);

#endif
