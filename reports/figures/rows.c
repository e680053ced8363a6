#include "rows.h"

#include "../letters.h"

const char *const oca_series_roles[OCA_SERIES] = {"before", "now"};

void oca_rows_name(oca_drawing *drawing, const char *name, double y) {
    enum { LINES = 2, GAP = 10 };
    const double room = OCA_ROWS_LEFT - 2 * GAP;
    oca_strings lines = oca_drawn_lines(drawing->mem, OCA_ROWS_LETTERS, room, LINES, name);
    double first = y + OCA_ROWS_LETTERS / 3.0 - oca_leading(OCA_ROWS_LETTERS) * (double)(lines.n ? lines.n - 1 : 0) / 2;
    for (size_t i = 0; i < lines.n; i++)
        oca_draw_text(drawing, "label", 0, first + oca_leading(OCA_ROWS_LETTERS) * (double)i, OCA_ROWS_LETTERS,
                      OCA_ANCHOR_START, lines.at[i]);
}

int oca_rows_series(const oca_rows_words *words) {
    return (words->series[0] != NULL) + (words->series[1] != NULL);
}

void oca_rows_legend(oca_drawing *drawing, const char *kind, const oca_rows_words *words) {
    enum { KEY = 18, HIGH = 10, GAP = 6 };
    double x = OCA_ROWS_LEFT;
    for (int i = 0; i < OCA_SERIES && oca_rows_series(words) == OCA_SERIES; i++) {
        oca_draw_box(drawing, oca_format_text(drawing->mem, "%s %s", kind, oca_series_roles[i]), x, 2, KEY, HIGH, NULL);
        oca_draw_text(drawing, "label", x + KEY + GAP, OCA_ROWS_LETTERS - 1, OCA_ROWS_LETTERS, OCA_ANCHOR_START,
                      words->series[i]);
        x += KEY + 4 * GAP + oca_letters_width(words->series[i], OCA_ROWS_LETTERS, false);
    }
}
