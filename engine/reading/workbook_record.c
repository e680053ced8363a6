#include "workbook_record.h"

#include "../base/number.h"
#include "../base/text.h"

#include <string.h>

enum { NAME, LENGTH, SHA256, PART, PARTS, DATA, COLUMNS };

static const char *const headings[COLUMNS] = {"document", "bytes", "sha256", "part", "parts", "data"};

/* The columns of the record, if the row whose first cell is `first` holds its headings. */
static bool find_columns(const oca_worksheet *sheet, size_t first, int columns[COLUMNS]) {
    bool found[COLUMNS] = {false};
    size_t n = 0;
    for (size_t i = first; i < sheet->cells.n && sheet->cells.at[i].row == sheet->cells.at[first].row; i++)
        for (int k = 0; k < COLUMNS; k++)
            if (!found[k] && oca_equal(sheet->cells.at[i].text, headings[k])) {
                columns[k] = sheet->cells.at[i].column;
                found[k] = true;
                n++;
            }
    return n == COLUMNS;
}

/* The number of the first cell below the headings; 0 if there are none. */
static size_t below_headings(const oca_worksheet *sheet, int columns[COLUMNS]) {
    for (size_t i = 0; i < sheet->cells.n; i++) {
        const oca_workbook_cell *cell = &sheet->cells.at[i];
        if (!oca_equal(cell->text, headings[SHA256]))
            continue;
        size_t first = i;
        while (first > 0 && sheet->cells.at[first - 1].row == cell->row)
            first--;
        while (i < sheet->cells.n && sheet->cells.at[i].row == cell->row)
            i++;
        if (find_columns(sheet, first, columns))
            return i;
        i--; /* each row is looked at once */
    }
    return 0;
}

bool oca_is_record_sheet(const oca_worksheet *sheet) {
    int columns[COLUMNS];
    return below_headings(sheet, columns) > 0;
}

/* A whole number, be it typed or text; 0 for anything else, which the record's checks find. */
static size_t whole(const oca_workbook_cell *cell) {
    double number = cell && cell->kind == OCA_VALUE_NUMBER ? cell->number : 0;
    if (cell && cell->kind == OCA_VALUE_TEXT)
        (void)!oca_number_parse(&number, cell->text, strlen(cell->text));
    return number >= 1 && number <= OCA_RECORD_DOCUMENT ? (size_t)number : 0;
}

static const char *text(const oca_workbook_cell *cell) {
    return cell && cell->kind == OCA_VALUE_TEXT ? cell->text : "";
}

static void read_rows(oca_record_rows *out, oca_arena *mem, const oca_worksheet *sheet, size_t first,
                      const int columns[COLUMNS]) {
    for (size_t i = first; i < sheet->cells.n; i++) {
        int row = sheet->cells.at[i].row;
        if (i > first && row == sheet->cells.at[i - 1].row)
            continue;
        const oca_workbook_cell *cells[COLUMNS];
        for (int k = 0; k < COLUMNS; k++)
            cells[k] = oca_worksheet_at(sheet, row, columns[k]);
        if (!*text(cells[NAME]) && !*text(cells[DATA]))
            continue;
        oca_record_row *made = OCA_ADD(mem, out);
        *made = (oca_record_row){text(cells[NAME]),  whole(cells[LENGTH]), text(cells[SHA256]),
                                 whole(cells[PART]), whole(cells[PARTS]),  text(cells[DATA])};
    }
}

oca_status oca_workbook_record(oca_record_documents *out, oca_arena *mem, const oca_workbook *workbook,
                               oca_faults *faults) {
    oca_record_rows rows = {0};
    for (size_t i = 0; i < workbook->sheets.n && rows.n == 0; i++) {
        int columns[COLUMNS];
        size_t first = below_headings(&workbook->sheets.at[i], columns);
        if (first)
            read_rows(&rows, mem, &workbook->sheets.at[i], first, columns);
    }
    if (rows.n)
        return oca_record_decode(out, mem, &rows, workbook->file, faults);
    oca_report(faults, OCA_FAULT, workbook->file, 0,
               "this workbook has no record of what it was made from: oca did not make it, or its hidden sheet _oca "
               "was deleted; go back to a copy that has it");
    return OCA_FAULTY;
}
