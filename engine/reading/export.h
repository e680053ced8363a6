/* Exports of KoboToolbox and ODK, and the files that a phone keeps, as tables of texts.
 *
 * Hostile files are expected. Bounds: 64 MiB a file, 100,000 bytes a field, 5,000 columns, 2,000,000 cells. */
#ifndef OCA_READING_EXPORT_H
#define OCA_READING_EXPORT_H

#include "../document/export.h"

enum { OCA_EXPORT_FIELD = 100000, OCA_EXPORT_COLUMNS = 5000, OCA_EXPORT_CELLS = 2000000 };

/* Reads the file at `path`, told apart by its content: a workbook, a phone's XML, else text with commas, semicolons or
 * tabs. Everything is copied to `mem`. Faults name the path and the line or cell; *out is set only without any. */
oca_status oca_export_load(oca_export *out, oca_arena *mem, const char *path, oca_faults *faults)
    __attribute__((warn_unused_result));

/* The same from bytes that are already there and followed by a NUL, by kind. `file` must outlive `faults`. */
oca_status oca_export_read(oca_export *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                           oca_faults *faults) __attribute__((warn_unused_result));

#endif
