/* From the bytes of a workbook to its sheets: the package, the list of sheets, and each sheet's cells in turn. */
#include "../base/words.h"
#include "workbook_parts.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool oca_is_zip(const char *bytes, size_t n) {
    return n >= 4 && memcmp(bytes, "PK", 2) == 0;
}

/* True if the bytes hold the word in UTF-16, as the directory of an OLE file does. */
static bool holds_wide(const char *bytes, size_t n, const char *word) {
    size_t length = 2 * strlen(word);
    for (const char *at = bytes, *end = bytes + n; (size_t)(end - at) >= length; at++) {
        at = memchr(at, word[0], (size_t)(end - at) - length + 1);
        if (!at)
            return false;
        size_t k = 0;
        while (word[k] && at[2 * k] == word[k] && at[2 * k + 1] == '\0')
            k++;
        if (!word[k])
            return true;
    }
    return false;
}

const char *oca_workbook_refused(const char *bytes, size_t n) {
    if (n < 4 || memcmp(bytes, "\xD0\xCF\x11\xE0", 4) != 0)
        return NULL;
    if (holds_wide(bytes, n, "EncryptedPackage"))
        return N_("this workbook has a password: open it, take the password away and save it again");
    if (holds_wide(bytes, n, "Workbook") || holds_wide(bytes, n, "Book"))
        return N_("this is a workbook of the old kind (.xls): open it and save it as .xlsx");
    return N_("this is a document of an old kind, or has a password: open it and save it as .xlsx");
}

/* A sheet as the workbook lists it. */
typedef struct {
    const char *name, *relation;
    bool hidden;
} listed;

typedef struct {
    oca_zip *zip;
    oca_arena *mem, *scratch;
    oca_workbook *out;
    OCA_LIST(listed) sheets;
    oca_cell_context context;
    bool is_workbook;
} reader;

static void list_sheet(reader *r, const oca_part_attributes *attributes) {
    char name[1024], relation[256], state[16];
    if (r->sheets.n >= OCA_MOST_SHEETS) {
        oca_zip_fault(r->zip, "the workbook is too large: it has more than 1,000 sheets");
        return;
    }
    listed *sheet = OCA_ADD(r->scratch, &r->sheets);
    oca_part_attribute(attributes, "name", name, sizeof name);
    oca_part_attribute(attributes, "state", state, sizeof state);
    oca_part_relationship(attributes, relation, sizeof relation);
    sheet->name = oca_text_decoded(r->mem, name, strlen(name));
    sheet->relation = oca_copy(r->scratch, relation, strlen(relation));
    sheet->hidden = strcmp(state, "hidden") == 0 || strcmp(state, "veryHidden") == 0;
}

static void on_workbook(void *payload, const char *name, const oca_part_attributes *attributes) {
    reader *r = payload;
    if (strcmp(name, "workbook") == 0)
        r->is_workbook = true;
    else if (strcmp(name, "workbookPr") == 0)
        r->context.date1904 = oca_part_says_yes(attributes, "date1904");
    else if (strcmp(name, "sheet") == 0)
        list_sheet(r, attributes);
}

static void on_comment(void *payload, const char *name, const oca_part_attributes *attributes) {
    (void)attributes;
    if (strcmp(name, "comment") == 0)
        ++*(size_t *)payload;
}

static void on_end(void *payload, const char *name) {
    (void)payload, (void)name;
}

static bool read_sheet(reader *r, const listed *as, const char *part) {
    static const oca_part_handler comments = {on_comment, on_end, NULL};
    oca_worksheet *sheet = OCA_ADD(r->mem, &r->out->sheets);
    *sheet = (oca_worksheet){.name = as->name, .hidden = as->hidden};
    if (!part) /* a sheet that is only a chart has no cells */
        return true;
    oca_relations relations = {0};
    if (!oca_cells_read(sheet, r->mem, r->scratch, r->zip, part, &r->context) ||
        !oca_relations_read(&relations, r->scratch, r->zip, part))
        return false;
    const oca_relation *notes = oca_relation_of_type(&relations, "comments");
    return !notes || !notes->target || oca_part_read(r->zip, notes->target, &comments, &sheet->comments);
}

/* What the cells refer to: texts and formats, where the workbook has them. */
static bool read_context(reader *r, const oca_relations *relations) {
    const oca_relation *strings = oca_relation_of_type(relations, "sharedStrings");
    const oca_relation *styles = oca_relation_of_type(relations, "styles");
    r->out->date1904 = r->context.date1904;
    if (strings && strings->target && !oca_shared_strings_read(&r->context.shared, r->mem, r->zip, strings->target))
        return false;
    return !styles || !styles->target || oca_cell_formats_read(&r->context, r->scratch, r->zip, styles->target);
}

static bool read_sheets(reader *r, const char *workbook) {
    static const oca_part_handler handler = {on_workbook, on_end, NULL};
    oca_relations relations = {0};
    if (!oca_part_read(r->zip, workbook, &handler, r) ||
        !oca_relations_read(&relations, r->scratch, r->zip, workbook) || !read_context(r, &relations))
        return false;
    if (!r->is_workbook)
        oca_zip_fault(r->zip, "this is no workbook (.xlsx)");
    for (size_t i = 0; i < r->sheets.n && !oca_zip_is_broken(r->zip); i++) {
        const listed *sheet = &r->sheets.at[i];
        const oca_relation *relation = oca_relation_of_id(&relations, sheet->relation);
        if (!relation || !relation->target)
            oca_zip_fault(r->zip, "the workbook is damaged: its sheet \"%s\" is missing", sheet->name);
        else if (!read_sheet(r, sheet, oca_equal(relation->type, "worksheet") ? relation->target : NULL))
            return false;
    }
    return !oca_zip_is_broken(r->zip);
}

/* True if the member `mimetype` says that this is a document of LibreOffice's own kind. */
static bool is_open_document(reader *r) {
    static const char begins[] = "application/vnd.oasis.opendocument";
    char type[sizeof begins - 1];
    if (!oca_zip_has(r->zip, "mimetype") || !oca_zip_start(r->zip, "mimetype"))
        return false;
    int n = oca_zip_next(r->zip, type, sizeof type);
    oca_zip_stop(r->zip);
    return n == sizeof type && memcmp(type, begins, sizeof type) == 0;
}

static bool ends_with(const char *s, const char *end) {
    size_t n = strlen(s), m = strlen(end);
    return n >= m && strcasecmp(s + n - m, end) == 0;
}

/* The member that is the workbook itself; NULL after a fault, which says what the file is instead. */
static const char *find_workbook(reader *r) {
    oca_relations relations = {0};
    if (is_open_document(r)) {
        oca_zip_fault(r->zip, "this is an OpenDocument file, such as .ods: open it in LibreOffice and save it as Excel "
                              "2007-365 (.xlsx)");
        return NULL;
    }
    if (!oca_relations_read(&relations, r->scratch, r->zip, ""))
        return NULL;
    const oca_relation *main = oca_relation_of_type(&relations, "officeDocument");
    if (!main || !main->target)
        oca_zip_fault(r->zip, "this is a zip file, but no workbook (.xlsx)");
    else if (ends_with(main->target, ".bin"))
        oca_zip_fault(r->zip, "this is a binary workbook (.xlsb): open it and save it as .xlsx");
    else if (!ends_with(main->target, ".xml") || strstr(main->target, "word/") || strstr(main->target, "ppt/"))
        oca_zip_fault(r->zip, "this is a document of another kind; a workbook (.xlsx) is needed");
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): without one the archive is broken */
    return oca_zip_is_broken(r->zip) ? NULL : main->target;
}

oca_status oca_workbook_read(oca_workbook *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                             oca_faults *faults) {
    const char *refused = oca_workbook_refused(bytes, n);
    if (refused || !oca_is_zip(bytes, n)) {
        oca_report(faults, OCA_FAULT, file, 0, "%s",
                   oca_message(refused ? refused : N_("this is no workbook (.xlsx)")));
        return OCA_FAULTY;
    }
    bool failed = faults->failed;
    oca_arena scratch = {0};
    oca_workbook workbook = {.file = file};
    reader r = {.mem = mem, .scratch = &scratch, .out = &workbook};
    r.zip = oca_zip_open(&scratch, file, bytes, n, faults);
    bool read = false;
    if (r.zip) {
        const char *part = find_workbook(&r);
        read = part && read_sheets(&r, part);
        oca_zip_close(r.zip);
    }
    oca_arena_free(&scratch);
    if (!read)
        return faults->failed && !failed ? OCA_SYSTEM : OCA_FAULTY;
    *out = workbook;
    return OCA_OK;
}

const oca_worksheet *oca_workbook_sheet(const oca_workbook *workbook, const char *name) {
    for (size_t i = 0; i < workbook->sheets.n; i++)
        if (strcasecmp(workbook->sheets.at[i].name, name) == 0)
            return &workbook->sheets.at[i];
    return NULL;
}

const oca_workbook_cell *oca_worksheet_at(const oca_worksheet *sheet, int row, int column) {
    oca_workbook_cell wanted = {.row = row, .column = column};
    if (sheet->cells.n == 0)
        return NULL;
    return bsearch(&wanted, sheet->cells.at, sheet->cells.n, sizeof wanted, oca_cell_order);
}

const char *oca_cell_called(oca_arena *mem, int row, int column) {
    char letters[8], *at = letters + sizeof letters - 1;
    *at = '\0';
    for (int c = column + 1; c > 0; c = (c - 1) / 26)
        *--at = (char)('A' + (c - 1) % 26);
    return oca_format_text(mem, "%s%d", at, row + 1);
}

/* True if a sheet of that name needs no quotes in a reference. */
static bool is_plain(const char *name) {
    for (const char *c = name; *c; c++)
        if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || *c == '_' || (unsigned char)*c >= 0x80 ||
              (c > name && *c >= '0' && *c <= '9')))
            return false;
    return *name;
}

const char *oca_sheet_called(oca_arena *mem, const oca_worksheet *sheet) {
    oca_buffer name = {.mem = mem};
    bool plain = is_plain(sheet->name);
    oca_buffer_print(&name, "%s", plain ? "" : "'");
    for (const char *c = sheet->name; *c; c++)
        oca_buffer_print(&name, "%s%c", *c == '\'' ? "'" : "", (unsigned char)*c < ' ' ? ' ' : *c);
    oca_buffer_print(&name, "%s", plain ? "" : "'");
    return name.at;
}

const char *oca_cell_place(oca_arena *mem, const oca_worksheet *sheet, int row, int column) {
    return oca_format_text(mem, "%s!%s", oca_sheet_called(mem, sheet), oca_cell_called(mem, row, column));
}
