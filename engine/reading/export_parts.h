/* The readers of the three kinds of export; for export.c. All as oca_export_read. */
#ifndef OCA_READING_EXPORT_PARTS_H
#define OCA_READING_EXPORT_PARTS_H

#include "export.h"

oca_status oca_export_read_csv(oca_export *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                               oca_faults *faults) __attribute__((warn_unused_result));
oca_status oca_export_read_workbook(oca_export *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                                    oca_faults *faults) __attribute__((warn_unused_result));
oca_status oca_export_read_instance(oca_export *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                                    oca_faults *faults) __attribute__((warn_unused_result));

/* A row of empty cells for all headings. */
oca_export_row *oca_export_add_row(oca_export *out, oca_arena *mem, oca_where where);

#endif
