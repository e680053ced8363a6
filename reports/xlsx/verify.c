#include "verify.h"

#include "../../engine/base/text.h"
#include "../../engine/reading/wellformed.h"

#include <string.h>
#include <zip.h>

/* What no workbook can do without. */
static const char *const needed[] = {
    "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
};

/* As oca_wellformed_read. */
static int next_bytes(void *member, char *bytes, int room) {
    return (int)zip_fread(member, bytes, (zip_uint64_t)room);
}

/* True if all of it can be read, to the end, where libzip holds it against its checksum. */
static bool read_to_end(zip_file_t *member) {
    char buffer[32768];
    int got;
    while ((got = next_bytes(member, buffer, sizeof buffer)) > 0)
        continue;
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
    bool whole = (!is_xml || oca_is_wellformed(next_bytes, member)) && read_to_end(member);
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
