#include "export.h"

#include "../base/text.h"
#include "../system/file.h"
#include "export_parts.h"
#include "workbook.h"
#include "xml.h"

#include <string.h>

oca_export_row *oca_export_add_row(oca_export *out, oca_arena *mem, oca_where where) {
    oca_export_row *row = OCA_ADD(mem, &out->rows);
    *row = (oca_export_row){.where = where, .cells = oca_alloc(mem, out->headings.n * sizeof *row->cells)};
    for (size_t c = 0; c < out->headings.n; c++)
        row->cells[c] = "";
    return row;
}

/* XML and its like begin with "<", after a byte order mark and white space. */
static bool is_xml(const char *bytes, size_t n) {
    size_t i = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (i < n && oca_is_space(bytes[i]))
        i++;
    return i < n && bytes[i] == '<';
}

oca_status oca_export_read(oca_export *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                           oca_faults *faults) {
    if (oca_is_zip(bytes, n))
        return oca_export_read_workbook(out, mem, file, bytes, n, faults);
    if (is_xml(bytes, n))
        return oca_export_read_instance(out, mem, file, bytes, n, faults);
    return oca_export_read_csv(out, mem, file, bytes, n, faults);
}

oca_status oca_export_load(oca_export *out, oca_arena *mem, const char *path, oca_faults *faults) {
    oca_arena scratch = {0}; /* the bytes are not needed once they are read */
    const char *bytes, *file = oca_copy(mem, path, strlen(path));
    size_t n;
    oca_status status = oca_file_read(&bytes, &n, &scratch, path, OCA_XML_MOST_BYTES, faults);
    if (status == OCA_OK)
        status = oca_export_read(out, mem, file, bytes, n, faults);
    oca_arena_free(&scratch);
    return status;
}
