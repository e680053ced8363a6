/* Filled-in tables read back: found wherever they were moved, cells as people type them, faults that name the cell. */
#include "../engine/reading/filled.h"
#include "../engine/reading/workbook_parts.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>

/* Sheets of small workbooks are written "NAME; A1 text; B1 #2; …": a text, #NUMBER, @DAY (a number that shows a day),
 * %NUMBER (one that shows percents), ?TRUE or ?FALSE, =FORMULA'S TEXT, !ERROR; "A1:B2 merged" merges. */
static void add_cell(oca_arena *mem, oca_worksheet *sheet, const char *place, const char *value) {
    oca_workbook_cell cell = {.kind = OCA_VALUE_NUMBER, .text = value + 1};
    const char *end = oca_cell_parse(place, &cell.row, &cell.column);
    assert_non_null(end);
    if (*end == ':') {
        oca_merged area = {.row = cell.row, .column = cell.column};
        assert_non_null(oca_cell_parse(end + 1, &area.last_row, &area.last_column));
        *(oca_merged *)OCA_ADD(mem, &sheet->merged) = area;
        return;
    }
    cell.number = strtod(value + 1, NULL);
    cell.day = *value == '@';
    cell.percent = *value == '%';
    if (*value == '?')
        cell.kind = OCA_VALUE_BOOLEAN, cell.number = value[1] == 'T';
    else if (*value == '!')
        cell.kind = OCA_VALUE_ERROR;
    else if (*value == '=')
        cell.kind = OCA_VALUE_TEXT, cell.formula = true;
    else if (!strchr("#@%", *value) || !*value)
        cell.kind = OCA_VALUE_TEXT, cell.text = value;
    for (size_t i = 0; i < sheet->cells.n; i++)
        if (oca_cell_order(&sheet->cells.at[i], &cell) == 0) { /* typed over */
            sheet->cells.at[i] = cell;
            return;
        }
    *(oca_workbook_cell *)OCA_ADD(mem, &sheet->cells) = cell;
}

static oca_workbook workbook_of(oca_arena *mem, const char *const *sheets) {
    oca_workbook book = {.file = "book.xlsx"};
    for (; *sheets; sheets++) {
        oca_worksheet *sheet = OCA_ADD(mem, &book.sheets);
        char *text = oca_alloc(mem, strlen(*sheets) + 1), *next;
        strcpy(text, *sheets);
        for (char *part = text; part; part = next) {
            next = strstr(part, "; ");
            if (next)
                *next = '\0', next += 2;
            char *space = strchr(part, ' ');
            if (!sheet->name) {
                sheet->name = part;
            } else {
                assert_non_null(space);
                *space = '\0';
                add_cell(mem, sheet, part, space + 1);
            }
        }
        if (sheet->cells.n)
            qsort(sheet->cells.at, sheet->cells.n, sizeof *sheet->cells.at, oca_cell_order);
    }
    return book;
}

static const oca_form_column columns[] = {
    {"agreed", OCA_COLUMN_ANSWER, "answer"}, {"reason", OCA_COLUMN_TEXT, NULL}, {"date", OCA_COLUMN_DAY, NULL},
    {"chosen", OCA_COLUMN_CHOICE, "yesno"},  {"n", OCA_COLUMN_WHOLE, NULL},     {"from", OCA_COLUMN_TIME, NULL},
    {"groups", OCA_COLUMN_TOKENS, "group"},  {"cost", OCA_COLUMN_NUMBER, NULL},
};
static const oca_form_column score = {"", OCA_COLUMN_ANSWER, "answer"};
static const oca_form_column facts[] = {{"date", OCA_COLUMN_DAY, NULL}, {"name", OCA_COLUMN_TEXT, NULL}};

static oca_form_table *add_table(oca_arena *mem, oca_form *form, const char *name) {
    oca_form_table *table = OCA_ADD(mem, form);
    table->name = name;
    for (size_t i = 0; i < OCA_COUNT(columns); i++)
        *(oca_form_column *)OCA_ADD(mem, &table->columns) = columns[i];
    return table;
}

static oca_form_row *add_row(oca_arena *mem, oca_form_table *table, const char *id) {
    oca_form_row *row = OCA_ADD(mem, &table->rows);
    row->id = id;
    row->cells = oca_alloc(mem, table->columns.n * sizeof *row->cells);
    return row;
}

/* The record: item a agreed 2 with a reason, item b agreed 2.3333… and nothing else; a list that grows, one whose
 * rows people name, scores by participant, and facts. */
static oca_form record_of(oca_arena *mem) {
    oca_form form = {0};
    oca_form_row *a = add_row(mem, add_table(mem, &form, "answers"), "a");
    a->cells[0] = "2";
    a->cells[1] = "one\r\ntwo ";
    add_row(mem, &form.at[0], "b")->cells[0] = "2.3333333333333335";
    oca_form_table *list = add_table(mem, &form, "list");
    oca_form_row *first = add_row(mem, list, "1");
    first->cells[1] = "wells";
    first->cells[4] = "3";
    list->grows = true;
    add_table(mem, &form, "people")->named = true;
    oca_form_table *scores = OCA_ADD(mem, &form), *about = NULL;
    *scores = (oca_form_table){.name = "scores", .rest = &score};
    about = OCA_ADD(mem, &form);
    *about = (oca_form_table){.name = "about", .by_row = facts, .n_by_row = OCA_COUNT(facts)};
    *(oca_form_column *)OCA_ADD(mem, &about->columns) = (oca_form_column){"value", OCA_COLUMN_TEXT, NULL};
    return form;
}

/* "answers: a agreed=2 reason=…; …": cells that the form has otherwise than the record, and what is told. */
static const char *edits_of(oca_arena *mem, const oca_form *record, const oca_form *copy) {
    oca_edits edits = oca_form_edits(mem, record, copy);
    oca_buffer text = {.mem = mem};
    oca_buffer_add(&text, "", 0);
    for (size_t i = 0; i < edits.n; i++) {
        const oca_edit *edit = &edits.at[i];
        oca_buffer_print(&text, "%s %s %s=%s (%s)\n", edit->table, edit->row, edit->column ? edit->column : "",
                         edit->new_value ? edit->new_value : "-", edit->place ? edit->place : "");
    }
    return text.at;
}

static const char *told(oca_arena *mem, oca_faults *faults) {
    oca_buffer text = {.mem = mem};
    oca_buffer_add(&text, "", 0);
    oca_faults_sort(faults);
    for (size_t i = 0; i < faults->all.n; i++)
        oca_buffer_print(&text, "%s: %s%s\n", faults->all.at[i].where.cell ? faults->all.at[i].where.cell : "",
                         faults->all.at[i].severity == OCA_WARNING ? "warning: " : "", faults->all.at[i].message);
    return text.at;
}

#define WORDS                                                                                                          \
    "L; A1 oca:words; B1 shown; A2 id; B2 Word; A3 answer:na; B3 N/A; A4 answer:dk; B4 don't know; A5 yesno:yes; "     \
    "B5 Sim; A6 yesno:no; B6 Não; A7 group:women; B7 Women; A8 group:people_with; B8 with disability"
#define KEYS                                                                                                           \
    "S; A1 oca:answers; B1 agreed; C1 reason; D1 date; E1 chosen; F1 n; G1 from; H1 groups; I1 cost; J1 -; A2 id; "    \
    "B2 Agreed; C2 Reason; J2 Shown; A3 a; A4 b; B4 #2.33333333333333; "
#define A_STAYS "B3 #2; C3 one\ntwo; "
#define LIST "S; A1 oca:list; B1 reason; C1 n; A2 no.; B2 Reason; C2 n; "

/* Sheets, then the edits and the faults, one a line. */
static const struct row {
    const char *name;
    const char *sheets[6]; /* ended by NULL */
    const char *edits, *told;
} rows[] = {
    {"nothing was typed: 15 digits and other line ends are no edits", {KEYS A_STAYS "J3 =x", WORDS}, "", ""},
    {"every kind of column",
     {KEYS "B3 n/a ; C3 \xC2\xA0why\xC2\xA0; D3 @45730.5; E3 SIM; F3 #3; G3 #0.395833333; H3 women, With  Disability; "
           "I3 1,5",
      WORDS},
     "answers a agreed=na (S!B3)\nanswers a reason=why (S!C3)\nanswers a date=2025-03-14 (S!D3)\n"
     "answers a chosen=yes (S!E3)\nanswers a n=3 (S!F3)\nanswers a from=09:30 (S!G3)\n"
     "answers a groups=women people_with (S!H3)\nanswers a cost=1.5 (S!I3)\n",
     ""},
    {"texts where numbers, days and times belong",
     {KEYS A_STAYS "B4 DON’T  KNOW; D3 14/03/2025; D4 2025-03-14T00:00:00; E4 NÃO; F3 1,500; F4  12 ; G3 9.30; "
                   "H3 Women; I3 1.234,5; I4 50%",
      WORDS},
     "answers a date=2025-03-14 (S!D3)\nanswers a n=1500 (S!F3)\nanswers a from=09:30 (S!G3)\n"
     "answers a groups=women (S!H3)\nanswers a cost=1234.5 (S!I3)\nanswers b agreed=dk (S!B4)\n"
     "answers b date=2025-03-14 (S!D4)\nanswers b chosen=no (S!E4)\nanswers b n=12 (S!F4)\nanswers b cost=50 (S!I4)\n",
     ""},
    {"numbers that show otherwise",
     {KEYS A_STAYS "D3 #45730; E3 ?TRUE; I3 %0.5; C4 @45730; C3 ?FALSE", WORDS},
     "answers a reason=FALSE (S!C3)\nanswers a date=2025-03-14 (S!D3)\nanswers a chosen=yes (S!E3)\n"
     "answers a cost=50 (S!I3)\nanswers b reason=2025-03-14 (S!C4)\n",
     ""},
    {"what cannot be read, each named by its cell",
     {KEYS A_STAYS "D3 03/04/2025; D4 #2025; E3 maybe; F3 =3; F4 !#REF!; G3 25:00; I3 1,500; I4 abc; B4 often; H4 men",
      WORDS},
     "",
     "S!D3: \"03/04/2025\" can be read as two days; type it like 2025-04-03\n"
     "S!E3: \"maybe\" is not allowed here; it may be Sim or Não\n"
     "S!F3: a formula stands here; type the value itself\n"
     "S!G3: this is not a time of day; type it like 09:30\n"
     "S!I3: \"1,500\" can be read in two ways; type it as a number\n"
     "S!B4: \"often\" is not allowed here; it may be a number, N/A or don't know\n"
     "S!D4: 2025 is not a day; type it like 2025-03-14\n"
     "S!F4: the error #REF! stands here; type the value itself\n"
     "S!H4: \"men\" is not allowed here; it may be Women or with disability\n"
     "S!I4: \"abc\" is not a number; type it like 2.5\n"},
    {"emptied cells", {KEYS "B3  ; C3 \xC2\xA0", WORDS}, "answers a agreed=- (S!B3)\nanswers a reason=- (S!C3)\n", ""},
    {"sorted, filtered, inserted rows; moved columns; a renamed tab; canonical words",
     {"It's; D4 oca:answers; A4 agreed; B4 reason; C4 remarks; D5 id; A5 Agreed; D6 b; A6 na; D8 a; B8 one\ntwo; A8 "
      "#2"},
     "answers b agreed=na ('It''s'!A6)\n",
     "'It''s'!C4: warning: the column \"remarks\" is not part of the form; it is not carried\n"},
    {"two sheets with one table, of which one shows less",
     {"S; A1 oca:answers; B1 agreed; C1 reason; A2 id; B2 A; A3 a; B3 #3; C3 one\ntwo",
      "T; A1 oca:answers; B1 agreed; A2 id; B2 A; A3 b; B3 #2.33333333333333"},
     "answers a agreed=3 (S!B3)\n",
     ""},
    {"rows that the record does not name",
     {"S; A1 oca:answers; B1 agreed; C1 reason; A2 id; A3 c; B3 #1; A4 d"},
     "answers c agreed=1 (S!B3)\n",
     ""},
    {"without headings",
     {"S; A1 oca:answers; B1 agreed; C1 reason; A2 a; B2 #3; C2 one\ntwo"},
     "answers a agreed=3 (S!B2)\n",
     ""},
    {"rows that only show", {"S; A1 oca:answers; B1 agreed; C1 reason; A2 id; A3 -; B3 total"}, "", ""},
    {"an erased id and a doubled one",
     {KEYS A_STAYS "B5 #1; A6 a; B6 #2; C6 one\ntwo", WORDS},
     "",
     "S!A5: this row has no id here, so that nobody knows what it is about; write it back, or move what stands here to "
     "a sheet of its own\nS!A6: the id \"a\" stands twice; first in S!A3\n"},
    {"new rows of a list, numbered or not",
     {LIST "A3 #1; B3 wells; C3 #3; B4 pumps; A5 2"},
     "list +1 reason=pumps (S!B4)\nlist 2 =2 (S!B5)\n",
     ""},
    {"a formula in a new row is not dropped without a word",
     {LIST "A3 #1; B3 wells; C3 #3; B4 =0; C5 =0"},
     "",
     "S!B4: a formula stands here; type the value itself\nS!C5: a formula stands here; type the value itself\n"},
    {"an id of a list erased",
     {LIST "B3 wells; C3 #3"},
     "list +1 reason=wells (S!B3)\nlist +1 n=3 (S!C3)\nlist 1 =- ()\n",
     "S!A3: the id of this row was erased; it seems to be \"1\": write it back\n"},
    {"rows that need a name",
     {"S; A1 oca:people; B1 n; A2 code; B2 n; B3 #1; A4 p01; B4 #2"},
     "people p01 n=2 (S!B4)\n",
     "S!A3: this row needs its id here, such as p07\n"},
    {"columns by participant",
     {"S; A1 oca:scores; B1 p01; C1 #2; D1 -; A2 id; A3 a; B3 #2; C3 na; D3 x", WORDS},
     "scores a p01=2 (S!B3)\nscores a 2=na (S!C3)\n",
     ""},
    {"rows that say what they hold",
     {"S; A1 oca:about; B1 value; A2 id; A3 date; B3 @45730; A4 name; B4 #7"},
     "about date value=2025-03-14 (S!B3)\nabout name value=7 (S!B4)\n",
     ""},
    {"a column twice",
     {"S; A1 oca:answers; B1 agreed; C1 reason; D1 agreed; A2 id; A3 a; B3 #2; C3 one\ntwo; D3 #2"},
     "",
     "S!D1: the column \"agreed\" stands twice; first in S!B1; delete one of them\n"},
    {"a column deleted",
     {"S; A1 oca:answers; B1 agreed; A2 id; B2 A; A3 a; B3 #2"},
     "",
     ": warning: the column \"reason\" of the table \"answers\" is gone; what the record says there stays\n"},
    {"merged cells that hide a value, or may hide one",
     {KEYS "A5 c; B3 #2; C3 one\ntwo; C3:D3 merged; B4:B5 merged; I3:J3 merged", WORDS},
     "",
     "S!B5: this cell is merged with B4; split them, so that each has a value of its own\n"},
    {"merged over what was there",
     {"S; A1 oca:answers; B1 agreed; C1 reason; A2 id; A3 a; B3 #2; B3:C3 merged"},
     "answers a reason=- (S!C3)\n",
     "S!C3: this cell is merged with B3; split them, so that each has a value of its own\n"},
    {"what was added is named",
     {KEYS A_STAYS "L2 My remarks; L3 see below; M9 more", WORDS, "Notes; B2 hello", "Empty", "R; A1 oca:-; B2 x"},
     "",
     "S!L3: warning: the column \"My remarks\" is not part of the form; it is not carried\n"
     "S!M9: warning: the column is not part of the form; it is not carried\n"
     "Notes!B2: warning: this sheet is not part of the form; it is not carried\n"},
    {"tables side by side, and one below the other",
     {"S; A1 oca:answers; B1 agreed; D1 oca:list; E1 reason; F1 n; A2 id; D2 no.; A3 a; B3 #3; D3 1; E3 wells; F3 #3; "
      "A5 oca:about; B5 value; A6 id; A7 name; B7 X"},
     "answers a agreed=3 (S!B3)\nabout name value=X (S!B7)\n",
     ": warning: the column \"reason\" of the table \"answers\" is gone; what the record says there stays\n"},
    {"a table below one of two side by side",
     {"S; A1 oca:answers; B1 agreed; C1 reason; E1 oca:list; F1 reason; G1 n; A2 id; E2 no.; A3 a; B3 #3; C3 one\ntwo; "
      "E3 1; F3 wells; G3 #3; A5 oca:about; B5 value; F5 pumps; A6 id; A7 name; B7 X; F7 roads"},
     "answers a agreed=3 (S!B3)\nlist +1 reason=pumps (S!F5)\nlist +2 reason=roads (S!F7)\nabout name value=X (S!B7)\n",
     ""},
    {"a table nobody knows",
     {"S; A1 oca:plan; B1 x; A2 id; A3 a; B3 #3"},
     "",
     "S!A1: warning: the table \"plan\" is not one of this form; it is not carried\n"},
};

static void check_row(void **state) {
    const struct row *r = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_workbook book = workbook_of(&mem, r->sheets);
    oca_form record = record_of(&mem), copy = {0};
    oca_status status = oca_filled_read(&copy, &mem, &book, &record, &faults);
    assert_int_equal(status, faults.faulty ? OCA_FAULTY : OCA_OK);
    assert_string_equal(told(&mem, &faults), r->told);
    assert_string_equal(edits_of(&mem, &record, &copy), r->edits);
    oca_arena_free(&mem);
}

int main(void) {
    return CHECK_ROWS("filled tables", rows, check_row) != 0;
}
