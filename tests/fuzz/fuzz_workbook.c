/* A workbook's bytes, or the members of one: read, what was typed taken in, and written as XML that reads back.
 *
 * Input that begins with PK is a file. Any other is members, each its name on a line and its content, with a mark
 * between: so the fuzzer reaches what lies behind the checksums of a zip file. */
#include "../../engine/reading/returned.h"
#include "../../engine/reading/workbook.h"
#include "../../engine/writing/xml.h"
#include "../archive.h"
#include "fuzz.h"

static const char mark[] = "\n<!--next-->\n";

enum { MOST_MEMBERS = 40 };

/* Where the next mark begins, or the end. */
static size_t mark_from(const char *text, size_t at, size_t n) {
    while (at < n && (n - at < sizeof mark - 1 || memcmp(text + at, mark, sizeof mark - 1) != 0))
        at++;
    return at;
}

/* The zip file of the members; NUL bytes end a content, and a name that stands twice is passed over. */
static const char *zipped(oca_arena *mem, size_t *size, const char *text, size_t n) {
    archive_member members[MOST_MEMBERS + 1] = {{0}};
    size_t found = 0;
    for (size_t at = 0; at < n && found < MOST_MEMBERS;) {
        size_t end = mark_from(text, at, n), name = 0;
        while (at + name < end && text[at + name] != '\n')
            name++;
        const char *called = oca_copy(mem, text + at, name);
        bool twice = !*called;
        for (size_t i = 0; i < found; i++)
            twice |= strcmp(members[i].name, called) == 0;
        if (!twice && at + name < end)
            members[found++] = (archive_member){called, oca_copy(mem, text + at + name + 1, end - at - name - 1)};
        at = end < n ? end + sizeof mark - 1 : n;
    }
    return archive_try(mem, size, members);
}

/* What was read is written as XML, and reads back. */
static void come_back(oca_arena *mem, const oca_document *document) {
    const char *xml;
    size_t n;
    oca_document again = {0};
    oca_faults faults = {.mem = mem};
    MUST(oca_xml_write(&xml, &n, mem, document) == OCA_OK);
    if (n <= OCA_XML_MOST_BYTES)
        MUST(oca_xml_read(&again, mem, "again.xml", xml, n, oca_all_formats, &faults) == OCA_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_returned returned = {.document = {NULL, NULL}};
    const char *bytes = (const char *)data;
    if (!oca_is_zip(bytes, size))
        bytes = zipped(&mem, &size, bytes, size);
    if (bytes) {
        must_fit(oca_returned_parse(&returned, &mem, "input.xlsx", bytes, size, oca_all_formats, &faults), &faults);
        if (returned.document.root && !faults.faulty) {
            oca_document edited = oca_document_edited(&mem, returned.document, &returned.edits, &faults);
            if (!faults.faulty)
                come_back(&mem, &edited);
        }
        oca_faults_sort(&faults);
    }
    oca_arena_free(&mem);
    return 0;
}
