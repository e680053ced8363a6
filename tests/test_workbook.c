/* Workbooks as cells: small ones made here, member by member, as different programs write them and as none should. */
#include "../engine/base/number.h"
#include "../engine/reading/workbook.h"
#include "../engine/reading/workbook_parts.h"
#include "archive.h"
#include "check.h"

#include <string.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define STRICT_REL "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

#define RELS(inside) "<Relationships xmlns='" PACKAGE "'>" inside "</Relationships>"
#define R(id, type, target) "<Relationship Id='" id "' Type='" REL "/" type "' Target='" target "'/>"
#define ROOT                                                                                                           \
    { "_rels/.rels", RELS(R("r", "officeDocument", "xl/workbook.xml")) }
#define BOOK_RELS                                                                                                      \
    {                                                                                                                  \
        "xl/_rels/workbook.xml.rels",                                                                                  \
            RELS(R("r1", "worksheet", "worksheets/sheet1.xml") R("r2", "sharedStrings", "sharedStrings.xml")           \
                     R("r3", "styles", "styles.xml"))                                                                  \
    }
#define BOOK(properties)                                                                                               \
    {                                                                                                                  \
        "xl/workbook.xml", "<workbook xmlns='" MAIN "' xmlns:r='" REL "'>" properties                                  \
                           "<sheets><sheet name='A' sheetId='1' r:id='r1'/></sheets></workbook>"                       \
    }
#define STRINGS(inside)                                                                                                \
    { "xl/sharedStrings.xml", "<sst xmlns='" MAIN "'>" inside "</sst>" }
#define STYLES                                                                                                         \
    {                                                                                                                  \
        "xl/styles.xml", "<styleSheet xmlns='" MAIN "'><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yy'/>"        \
                         "<numFmt numFmtId='14' formatCode='0.0'/></numFmts><cellStyleXfs><xf numFmtId='14'/>"         \
                         "</cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='15'/><xf numFmtId='164'/>"           \
                         "<xf numFmtId='14'/></cellXfs></styleSheet>"                                                  \
    }
#define SHEET(inside)                                                                                                  \
    { "xl/worksheets/sheet1.xml", "<worksheet xmlns='" MAIN "'>" inside "</worksheet>" }
#define CELLS(inside) SHEET("<sheetData>" inside "</sheetData>")
#define USUAL ROOT, BOOK_RELS, BOOK(""), STRINGS(""), STYLES

/* Members, and the cells that are read or the fault: "A: A1=text, B1=2 day". */
typedef struct {
    const char *name;
    archive_member members[9]; /* ended by a NULL text */
    const char *said;
} row;

static const row rows[] = {
    {"numbers, texts, truth and errors",
     {ROOT, BOOK_RELS, BOOK(""), STYLES, STRINGS("<si><t>one</t></si><si><t xml:space='preserve'> two </t></si>"),
      CELLS("<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1'><v>2.5E1</v></c><c r='C1' t='b'><v>1</v></c>"
            "<c r='D1' t='e'><v>#REF!</v></c><c r='E1' t='n'/><c r='F1' t='str'><v>x</v></c></row>")},
     "A: A1=\" two \", B1=25, C1=true, D1=#REF!, F1=\"x\""},
    {"inline and rich texts, without what says how they sound",
     {ROOT, BOOK_RELS, BOOK(""), STYLES,
      STRINGS("<si><r><rPr><b/></rPr><t>bo</t></r><r><t>ld</t></r><rPh sb='0' eb='1'><t>no</t></rPh></si>"),
      CELLS("<row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>in</t></is></c>"
            "<c t='inlineStr'><is><r><t>li</t></r><r><t>ne</t></r><rPh sb='0' eb='1'><t>no</t></rPh></is></c></row>")},
     "A: A1=\"bold\", B1=\"in\", C1=\"line\""},
    {"escapes",
     {ROOT, BOOK_RELS, BOOK(""), STYLES, STRINGS(""),
      CELLS("<row><c t='str'><v>_x0041__x005F_x0042__x00e9_ _xD83D__xDE00_ _xD83D_ _x0000_ _x41_ a_b</v></c></row>")},
     "A: A1=\"A_x0042_é 😀 _xD83D_ _x0000_ _x41_ a_b\""},
    {"rows and cells without places",
     {USUAL, CELLS("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row>"
                   "<row><c><v>5</v></c></row>")},
     "A: A1=1, C1=2, C5=3, D5=4, A6=5"},
    {"cells out of order",
     {USUAL,
      CELLS("<row r='2'><c r='B2'><v>4</v></c><c r='A2'><v>3</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>")},
     "A: A1=1, A2=3, B2=4"},
    {"days by built-in and custom formats, and a custom format in place of a built-in one",
     {USUAL, CELLS("<row><c s='0'><v>45730</v></c><c s='1'><v>45730</v></c><c s='2'><v>45730.5</v></c>"
                   "<c s='3'><v>45730</v></c><c s='9'><v>1</v></c></row>")},
     "A: A1=45730, B1=45730 day, C1=45730.5 day, D1=45730, E1=1"},
    {"days from 1904",
     {ROOT, BOOK_RELS, BOOK("<workbookPr date1904='1'/>"), STYLES, STRINGS(""),
      CELLS("<row><c s='1'><v>44268</v></c><c><v>44268</v></c></row>")},
     "A: A1=45730 day, B1=44268"},
    {"days of Strict workbooks",
     {USUAL, CELLS("<row><c t='d'><v>2025-03-14T00:00:00</v></c><c t='d'><v>2025-03-14</v></c></row>")},
     "A: A1=45730 day, B1=45730 day"},
    {"formulas and what they gave",
     {USUAL, CELLS("<row><c><f>1+1</f><v>2</v></c><c t='str'><f>A1&amp;\"\"</f><v></v></c><c><f/></c></row>")},
     "A: A1=2 formula, B1=\"\" formula, C1=\"\" formula"},
    {"merged cells",
     {USUAL,
      SHEET("<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref='A1:B3'/></mergeCells>")},
     "A: A1=1, merged 0,0-2,1"},
    {"Strict, with prefixes, elsewhere, absolute and upwards",
     {{"_rels/.rels", "<p:Relationships xmlns:p='" PACKAGE "'><p:Relationship Id='a' Type='" STRICT_REL
                      "/officeDocument' Target='/other/book.xml'/></p:Relationships>"},
      {"other/_rels/book.xml.rels", RELS("<Relationship Id='q' Type='" STRICT_REL
                                         "/worksheet' Target='./../sheets/%31.xml'/><Relationship Id='e' Type='" REL
                                         "/externalLink' Target='http://example.org/' TargetMode='External'/>")},
      {"other/book.xml", "<s:workbook xmlns:s='" STRICT "' xmlns:o='" STRICT_REL
                         "'><s:sheets><s:sheet name='It&apos;s' state='hidden' o:id='q'/></s:sheets></s:workbook>"},
      {"sheets/1.xml", "<s:worksheet xmlns:s='" STRICT "'><s:sheetData><s:row><s:c><s:v>7</s:v></s:c></s:row>"
                       "</s:sheetData><x:ext xmlns:x='urn:x'><s:sheetData><s:row><s:c><s:v>8</s:v></s:c></s:row>"
                       "</s:sheetData></x:ext></s:worksheet>"}},
     "It's (hidden): A1=7"},
    {"comments are counted",
     {USUAL,
      CELLS("<row><c><v>1</v></c></row>"),
      {"xl/worksheets/_rels/sheet1.xml.rels", RELS(R("c", "comments", "../notes.xml"))},
      {"xl/notes.xml", "<comments xmlns='" MAIN "'><commentList><comment ref='A1'/><comment ref='A2'/></commentList>"
                       "</comments>"}},
     "A: A1=1, 2 comments"},

    {"another zip", {{"a.txt", "hello"}}, "this is a zip file, but no workbook (.xlsx)"},
    {"OpenDocument",
     {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}},
     "this is an OpenDocument file, such as .ods: open it in LibreOffice and save it as Excel 2007-365 (.xlsx)"},
    {"binary",
     {{"_rels/.rels", RELS(R("r", "officeDocument", "xl/workbook.bin"))}, {"xl/workbook.bin", "x"}},
     "this is a binary workbook (.xlsb): open it and save it as .xlsx"},
    {"a letter",
     {{"_rels/.rels", RELS(R("r", "officeDocument", "word/document.xml"))}, {"word/document.xml", "<x/>"}},
     "this is a document of another kind; a workbook (.xlsx) is needed"},
    {"a missing sheet",
     {ROOT, BOOK_RELS, BOOK(""), STYLES, STRINGS("")},
     "the workbook is damaged: its member xl/worksheets/sheet1.xml is missing"},
    {"a sheet without relationship",
     {ROOT, {"xl/_rels/workbook.xml.rels", RELS("")}, BOOK("")},
     "the workbook is damaged: its sheet \"A\" is missing"},
    {"climbing above the top",
     {ROOT, {"xl/_rels/workbook.xml.rels", RELS(R("r1", "worksheet", "../../etc/passwd"))}, BOOK("")},
     "the workbook is damaged: its sheet \"A\" is missing"},
    {"a name that leads out",
     {USUAL, CELLS(""), {"../evil.xml", "x"}},
     "the workbook is damaged, or not what it seems: a member of the zip file has a name that leads out of it"},
    {"an absolute name",
     {USUAL, CELLS(""), {"/evil.xml", "x"}},
     "the workbook is damaged, or not what it seems: a member of the zip file has a name that leads out of it"},
    {"a member twice, but for its case",
     {USUAL, CELLS(""), {"XL/Workbook.xml", "x"}},
     "the workbook is damaged, or not what it seems: the zip file holds XL/Workbook.xml twice"},
    {"a text that is not there",
     {USUAL, CELLS("<row><c t='s'><v>0</v></c></row>")},
     "the workbook is damaged, or not what it seems: in the sheet \"A\" a cell refers to a text that is not there"},
    {"a number that is none",
     {USUAL, CELLS("<row><c><v>inf</v></c></row>")},
     "the workbook is damaged, or not what it seems: in the sheet \"A\" a cell holds a number that is none"},
    {"a number without end",
     {USUAL, CELLS("<row><c><v>1e999</v></c></row>")},
     "the workbook is damaged, or not what it seems: in the sheet \"A\" a cell holds a number that is none"},
    {"a cell twice",
     {USUAL, CELLS("<row><c r='A1'><v>1</v></c><c r='A1'><v>1</v></c></row>")},
     "the workbook is damaged, or not what it seems: in the sheet \"A\" a cell stands there twice"},
    {"a cell nowhere",
     {USUAL, CELLS("<row><c r='XFE1'><v>1</v></c></row>")},
     "the workbook is damaged, or not what it seems: in the sheet \"A\" a cell has an impossible place"},
    {"a row nowhere",
     {USUAL, CELLS("<row r='1048577'/>")},
     "the workbook is damaged, or not what it seems: in the sheet \"A\" a row has an impossible number"},
    {"merged backwards",
     {USUAL, SHEET("<mergeCells><mergeCell ref='B2:A1'/></mergeCells>")},
     "the workbook is damaged, or not what it seems: in the sheet \"A\" cells are merged in an impossible way"},
    {"a DOCTYPE",
     {USUAL, {"xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY e 'x'>]><worksheet xmlns='" MAIN "'/>"}},
     "the workbook is damaged, or not what it seems: in its member xl/worksheets/sheet1.xml there is a DOCTYPE"},
    {"not well-formed",
     {USUAL, {"xl/worksheets/sheet1.xml", "<worksheet xmlns='" MAIN "'><sheetData></worksheet>"}},
     "the workbook is damaged: its member xl/worksheets/sheet1.xml is not well-formed XML"},
    {"nothing in it",
     {USUAL, {"xl/worksheets/sheet1.xml", ""}},
     "the workbook is damaged: its member xl/worksheets/sheet1.xml is not well-formed XML"},
    {"another XML",
     {USUAL, {"xl/worksheets/sheet1.xml", "<worksheet/>"}},
     "the workbook is damaged, or not what it seems: in its member xl/worksheets/sheet1.xml the XML is not that of a "
     "workbook"},
    {"always UTF-8",
     {USUAL,
      {"xl/worksheets/sheet1.xml", "<?xml version='1.0' encoding='UTF-7'?><worksheet xmlns='" MAIN
                                   "'><sheetData><row><c t='str'><v>+ADw-é</v></c></row></sheetData></worksheet>"}},
     "A: A1=\"+ADw-é\""},
    {"another encoding",
     {USUAL, {"xl/worksheets/sheet1.xml", "<?xml version='1.0' encoding='UTF-7'?><worksheet xmlns='" MAIN "'>\xE9"}},
     "the workbook is damaged: its member xl/worksheets/sheet1.xml is not well-formed XML"},
};

static const char *shown(oca_arena *mem, const oca_workbook_cell *cell) {
    const char *value = cell->text, *quote = cell->kind == OCA_VALUE_TEXT ? "\"" : "";
    if (cell->kind == OCA_VALUE_NUMBER)
        value = oca_number_text(mem, cell->number);
    else if (cell->kind == OCA_VALUE_BOOLEAN)
        value = cell->number != 0 ? "true" : "false";
    return oca_format_text(mem, "%s=%s%s%s%s%s", oca_cell_called(mem, cell->row, cell->column), quote, value, quote,
                           cell->day ? " day" : "", cell->formula ? " formula" : "");
}

static const char *dumped(oca_arena *mem, const oca_workbook *book) {
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < book->sheets.n; i++) {
        const oca_worksheet *sheet = &book->sheets.at[i];
        oca_buffer_print(&out, "%s%s%s:", i ? "; " : "", sheet->name, sheet->hidden ? " (hidden)" : "");
        for (size_t k = 0; k < sheet->cells.n; k++)
            oca_buffer_print(&out, "%s %s", k ? "," : "", shown(mem, &sheet->cells.at[k]));
        for (size_t k = 0; k < sheet->merged.n; k++)
            oca_buffer_print(&out, ", merged %d,%d-%d,%d", sheet->merged.at[k].row, sheet->merged.at[k].column,
                             sheet->merged.at[k].last_row, sheet->merged.at[k].last_column);
        if (sheet->comments)
            oca_buffer_print(&out, ", %zu comments", sheet->comments);
    }
    return out.at;
}

/* What the bytes are read as, or the fault. */
static const char *read_as(oca_arena *mem, const char *bytes, size_t n) {
    oca_faults faults = {.mem = mem};
    oca_workbook book = {0};
    oca_status status = oca_workbook_read(&book, mem, "book.xlsx", bytes, n, &faults);
    assert_int_equal(status, faults.faulty ? OCA_FAULTY : OCA_OK);
    assert_true(faults.all.n <= 1);
    return faults.all.n ? faults.all.at[0].message : dumped(mem, &book);
}

static void check_row(void **state) {
    const row *r = *state;
    oca_arena mem = {0};
    size_t n;
    const char *bytes = archive_try(&mem, &n, r->members);
    assert_non_null(bytes);
    assert_string_equal(read_as(&mem, bytes, n), r->said);
    oca_arena_free(&mem);
}

/* Number formats, and what they show. */
static const struct format {
    const char *code;
    oca_shown_as shows;
} formats[] = {
    {"General", OCA_SHOWN_PLAIN},       {"yyyy\\-mm\\-dd", OCA_SHOWN_AS_DAY},
    {"dd/mm/yy", OCA_SHOWN_AS_DAY},     {"mmm", OCA_SHOWN_AS_DAY},
    {"[$-409]d mmm", OCA_SHOWN_AS_DAY}, {"h:mm", OCA_SHOWN_PLAIN},
    {"mm:ss", OCA_SHOWN_PLAIN},         {"[h]:mm", OCA_SHOWN_PLAIN},
    {"[mm]:ss", OCA_SHOWN_PLAIN},       {"h:mm AM/PM", OCA_SHOWN_PLAIN},
    {"0.00E+00", OCA_SHOWN_PLAIN},      {"#,##0.00", OCA_SHOWN_PLAIN},
    {"\"day\" 0", OCA_SHOWN_PLAIN},     {"0\\d", OCA_SHOWN_PLAIN},
    {"[Red]0", OCA_SHOWN_PLAIN},        {"0;yyyy", OCA_SHOWN_PLAIN},
    {"_d0", OCA_SHOWN_PLAIN},           {"*d0", OCA_SHOWN_PLAIN},
    {"\"unclosed d", OCA_SHOWN_PLAIN},  {"[unclosed d", OCA_SHOWN_PLAIN},
    {"0\" m\"", OCA_SHOWN_PLAIN},       {"yyyy-mm-dd hh:mm", OCA_SHOWN_AS_DAY},
    {"[$€-2] #,##0", OCA_SHOWN_PLAIN},  {"@", OCA_SHOWN_PLAIN},
    {"TT.MM.JJJJ", OCA_SHOWN_AS_DAY},   {"", OCA_SHOWN_PLAIN},
    {"0.0%", OCA_SHOWN_AS_PERCENT},     {"0\"%\"", OCA_SHOWN_PLAIN},
};

static void formats_show_days_and_percents(void **state) {
    (void)state;
    for (size_t i = 0; i < OCA_COUNT(formats); i++)
        if (oca_format_shows(formats[i].code) != formats[i].shows)
            fail_msg("%s", formats[i].code);
}

static void other_files_are_named(void **state) {
    (void)state;
    oca_arena mem = {0};
    static const char old[] = "\xD0\xCF\x11\xE0 W\0o\0r\0k\0b\0o\0o\0k\0";
    static const char locked[] = "\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    assert_string_equal(read_as(&mem, old, sizeof old),
                        "this is a workbook of the old kind (.xls): open it and save it as .xlsx");
    assert_string_equal(read_as(&mem, locked, sizeof locked),
                        "this workbook has a password: open it, take the password away and save it again");
    assert_string_equal(read_as(&mem, "<a/>", 4), "this is no workbook (.xlsx)");
    assert_string_equal(read_as(&mem, "PK\3\4", 4),
                        "the workbook is damaged: its end is missing, or it is no zip file; copy it again");
    oca_arena_free(&mem);
}

/* Every beginning of a workbook is refused, and nothing else happens. */
static void truncated_workbooks_are_refused(void **state) {
    (void)state;
    oca_arena mem = {0};
    size_t n;
    const char *bytes = archive_try(&mem, &n, rows[0].members);
    assert_non_null(bytes);
    for (size_t i = 0; i < n; i++) {
        oca_arena one = {0};
        assert_non_null(strstr(read_as(&one, oca_copy(&one, bytes, i), i), "workbook"));
        oca_arena_free(&one);
    }
    oca_arena_free(&mem);
}

static void cells_have_names(void **state) {
    (void)state;
    static const struct {
        const char *sheet, *place;
        int row, column;
    } places[] = {
        {"Plan", "Plan!C5", 4, 2},
        {"Our plan", "'Our plan'!A1", 0, 0},
        {"It's", "'It''s'!Z9", 8, 25},
        {"2024", "'2024'!AA10", 9, 26},
        {"Évaluation", "Évaluation!XFD1048576", 1048575, 16383},
    };
    oca_arena mem = {0};
    for (size_t i = 0; i < OCA_COUNT(places); i++) {
        oca_worksheet sheet = {.name = places[i].sheet};
        int r, c;
        const char *place = oca_cell_place(&mem, &sheet, places[i].row, places[i].column);
        assert_string_equal(place, places[i].place);
        assert_non_null(oca_cell_parse(strrchr(place, '!') + 1, &r, &c));
        assert_int_equal(r, places[i].row);
        assert_int_equal(c, places[i].column);
    }
    assert_null(oca_cell_parse("A0", &(int){0}, &(int){0}));
    assert_null(oca_cell_parse("A", &(int){0}, &(int){0}));
    assert_null(oca_cell_parse("12", &(int){0}, &(int){0}));
    assert_null(oca_cell_parse("A99999999999", &(int){0}, &(int){0}));
    oca_arena_free(&mem);
}

int main(void) {
    int failed = CHECK_ROWS("reading workbooks", rows, check_row);
    const struct CMUnitTest others[] = {
        cmocka_unit_test(formats_show_days_and_percents),
        cmocka_unit_test(other_files_are_named),
        cmocka_unit_test(truncated_workbooks_are_refused),
        cmocka_unit_test(cells_have_names),
    };
    failed += cmocka_run_group_tests_name("workbooks", others, NULL, NULL);
    return failed != 0;
}
