/* A workbook's bytes, or the members of one: read, what was typed taken in, and written as XML that reads back. */
#include "../../engine/reading/returned.h"
#include "../../engine/writing/xml.h"
#include "zipped.h"

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
    const char *bytes = zipped(&mem, &size, (const char *)data, size);
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
