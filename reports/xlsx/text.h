/* What a text becomes in a cell, and how much room it takes there. Pure: no workbook is needed. */
#ifndef OCA_REPORTS_XLSX_TEXT_H
#define OCA_REPORTS_XLSX_TEXT_H

#include "../../engine/base/text.h"

enum { OCA_CELL_MOST = 32767 }; /* UTF-16 units in a cell: Excel's limit, beyond which LibreOffice cuts silently */

/* The text as a cell holds it: a literal `_xHHHH_`, which spreadsheets decode, escaped as `_x005F_xHHHH_`, and cut
 * with "…" where it is over-long. `text` may be NULL: "". */
const char *oca_cell_text(oca_arena *mem, const char *text);

/* The same for a chart, where what begins as a formula does would become one: a space stands before it. */
const char *oca_chart_text(oca_arena *mem, const char *text);

/* How many lines the text takes in Arial, wrapped at words as spreadsheets do, at least 1. `room` and `size` are in
 * points. A small reserve is kept, since screens draw letters a little wider than they print. */
int oca_wrapped_lines(const char *text, double room, double size, bool bold);

/* Points inside a column of `width` characters (of the default font), beside the cell's padding. */
double oca_column_room(double width);

/* The width, in such characters, of a column in which no word of the text is broken. */
double oca_width_for_words(const char *text, double size, bool bold);

/* Points of a row of `lines` lines of that size. */
double oca_lines_height(int lines, double size);

#endif
