#include "verify.h"

#include "../../engine/base/text.h"
#include "../../engine/reading/wellformed.h"

#include <string.h>
#include <zip.h>

/* What no workbook can do without. */
static const char *const needed[] = {
    "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
};

/* To its end, as far as it can be read. */
static bool read_to_end(zip_file_t *member, oca_wellformed *reading) {
    char buffer[32768];
    zip_int64_t got;
    while ((got = zip_fread(member, buffer, sizeof buffer)) > 0)
        oca_wellformed_piece(reading, buffer, (int)got);
    return got == 0;
}

/* libxlsxwriter lays each member beside the target before it packs it, and looks at no write: a member that a full disk
 * cut there has a checksum that fits, but its XML does not end. */
static bool read_member(zip_t *archive, zip_uint64_t number) {
    const char *name = zip_get_name(archive, number, 0), *ending = name ? strrchr(name, '.') : NULL;
    zip_file_t *member = zip_fopen_index(archive, number, 0);
    if (!member)
        return false;
    bool is_xml = oca_equal(ending, ".xml") || oca_equal(ending, ".rels") || oca_equal(ending, ".vml");
    oca_wellformed *reading = is_xml ? oca_wellformed_begin() : NULL;
    bool whole = read_to_end(member, reading);
    if (is_xml)
        whole = oca_wellformed_end(reading) && whole;
    return zip_fclose(member) == 0 && whole;
}

static bool is_whole(zip_t *archive) {
    for (size_t i = 0; i < OCA_COUNT(needed); i++)
        if (zip_name_locate(archive, needed[i], 0) < 0)
            return false;
    zip_int64_t members = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < members; i++)
        if (!read_member(archive, (zip_uint64_t)i))
            return false;
    return true;
}

oca_status oca_workbook_verify(const char *path, const char *shown, oca_faults *faults) {
    zip_t *archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
    bool whole = archive && is_whole(archive);
    if (archive)
        zip_discard(archive);
    if (whole)
        return OCA_OK;
    oca_report(faults, OCA_FAILURE, shown, 0, "the workbook did not reach the disk whole; is the disk full?");
    return OCA_SYSTEM;
}
