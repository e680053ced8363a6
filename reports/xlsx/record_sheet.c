#include "record_sheet.h"

#include "../../engine/base/text.h"
#include "page.h"
#include "parts.h"

void oca_book_record(oca_book *book, const oca_record_documents *documents) {
    enum { NAME, LENGTH, SHA256, PART, PARTS, DATA };
    static const char *const headings[] = {"document", "bytes", "sha256", "part", "parts", "data"};
    oca_sheet *sheet = oca_book_sheet(book, "_oca");
    oca_record_rows rows = {0};
    for (size_t i = 0; i < documents->n; i++)
        if (!oca_record_encode(&rows, book->mem, &documents->at[i]))
            oca_sheet_check(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED, "the record");
    for (int i = NAME; i <= DATA; i++)
        oca_put_text(sheet, 0, i, OCA_STYLE_PLAIN, headings[i]);
    for (size_t i = 0; i < rows.n; i++) {
        const oca_record_row *row = &rows.at[i];
        oca_put_text(sheet, (int)i + 1, NAME, OCA_STYLE_PLAIN, row->name);
        oca_put_number(sheet, (int)i + 1, LENGTH, OCA_STYLE_PLAIN, (double)row->length);
        oca_put_text(sheet, (int)i + 1, SHA256, OCA_STYLE_PLAIN, row->sha256);
        oca_put_number(sheet, (int)i + 1, PART, OCA_STYLE_PLAIN, (double)row->part);
        oca_put_number(sheet, (int)i + 1, PARTS, OCA_STYLE_PLAIN, (double)row->parts);
        oca_put_text(sheet, (int)i + 1, DATA, OCA_STYLE_PLAIN, row->data);
    }
    oca_hide(sheet);
}
