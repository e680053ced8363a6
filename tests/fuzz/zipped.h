/* The zip file of the members (members.h) that a fuzzer made. */
#ifndef OCA_TESTS_FUZZ_ZIPPED_H
#define OCA_TESTS_FUZZ_ZIPPED_H

#include "../../engine/writing/record.h"
#include "../archive.h"
#include "members.h"

#define RECORD "#record "

static inline void escaped(oca_buffer *out, const char *text) {
    for (; *text; text++)
        if (*text == '<' || *text == '&')
            oca_buffer_print(out, "&#%d;", *text);
        else
            oca_buffer_add(out, text, 1);
}

/* A content that begins with "#record NAME" and a line feed becomes the sheet `_oca` with that document, its checksum
 * right whatever it says. */
static inline const char *record_sheet(oca_arena *mem, const char *content) {
    size_t n_name = strcspn(content, "\n");
    const char *name = oca_copy(mem, content, n_name), *xml = content + n_name + (content[n_name] != '\0');
    static const char *const headings[] = {"document", "bytes", "sha256", "part", "parts", "data"};
    oca_record_rows rows = {0};
    oca_buffer out = {.mem = mem};
    MUST(oca_record_encode(&rows, mem, &(oca_record_document){name, xml, strlen(xml)}));
    oca_buffer_print(&out,
                     "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row>");
    for (size_t i = 0; i < OCA_COUNT(headings); i++)
        oca_buffer_print(&out, "<c t=\"str\"><v>%s</v></c>", headings[i]);
    for (size_t i = 0; i < rows.n; i++) {
        const oca_record_row *row = &rows.at[i];
        oca_buffer_print(&out, "</row><row><c t=\"str\"><v>");
        escaped(&out, row->name);
        oca_buffer_print(&out,
                         "</v></c><c><v>%zu</v></c><c t=\"str\"><v>%s</v></c><c><v>%zu</v></c><c><v>%zu</v></c>"
                         "<c t=\"str\"><v>%s</v></c>",
                         row->length, row->sha256, row->part, row->parts, row->data);
    }
    oca_buffer_print(&out, "</row></sheetData></worksheet>");
    return out.at;
}

/* A zip file, or a workbook of the old kind. */
static inline bool is_file(const char *text, size_t n) {
    return n >= 2 && (memcmp(text, "PK", 2) == 0 || memcmp(text, "\xD0\xCF", 2) == 0);
}

/* NULL if libzip does not take them. NUL bytes end a content, and a name that stands twice is passed over. Input that
 * is a file is given back as it is. */
static inline const char *zipped(oca_arena *mem, size_t *size, const char *text, size_t n) {
    fuzz_member found[MOST_MEMBERS];
    archive_member members[MOST_MEMBERS + 1] = {{0}};
    size_t taken = 0;
    *size = n;
    if (is_file(text, n))
        return text;
    for (size_t i = 0, all = members_split(found, text, n); i < all; i++) {
        const char *name = oca_copy(mem, found[i].name, found[i].n_name);
        const char *content = oca_copy(mem, found[i].content, found[i].n_content);
        bool twice = !*name;
        for (size_t k = 0; k < taken; k++)
            twice |= strcmp(members[k].name, name) == 0;
        if (strncmp(content, RECORD, strlen(RECORD)) == 0)
            content = record_sheet(mem, content + strlen(RECORD));
        if (!twice)
            members[taken++] = (archive_member){name, content};
    }
    return archive_try(mem, size, members);
}

#endif
