/* Heat maps; declared in many.h. */
#include "many.h"

#include "../letters.h"

#include <math.h>
#include <string.h>

enum { WIDTH = 680, NAMES = 190, LEAST = 22, MOST = 96, ROW = 16, GAP = 6, LETTERS = 11, DIGITS = 10, APART = 6 };
enum { LEVEL_LINES = 3, UPRIGHT_LINES = 2, TALLEST = 130, LEGEND = 26 };

typedef struct {
    oca_drawing *drawing;
    const oca_cells_words *words;
    double left, wide, top; /* of the cells */
    bool upright;           /* the columns' names */
    int lines;              /* that they may have */
} map;

static double x_of(const map *m, size_t column) {
    return m->left + m->wide * (double)column + (column >= m->words->apart ? APART : 0);
}

/* The width of the widest word, which no line can break. */
static double longest_word(const char *text) {
    double widest = 0;
    while (*text) {
        size_t n = strcspn(text, " ");
        double width = 0;
        for (size_t at = 0; at < n;) {
            size_t bytes = oca_letter_bytes(text + at);
            width += oca_letter_width(text + at, bytes, LETTERS, false);
            at += bytes;
        }
        widest = fmax(widest, width);
        text += n;
        text += strspn(text, " ");
    }
    return widest;
}

static oca_strings head_of(const map *m, size_t column) {
    return oca_drawn_lines(m->drawing->mem, LETTERS, m->upright ? TALLEST : m->wide - GAP, m->lines,
                           m->words->columns[column]);
}

/* How the columns' names stand, and how high: the longest word decides whether they fit level. */
static double set_heads(map *m) {
    double high = 0;
    for (size_t i = 0; i < m->words->n_columns; i++)
        m->upright = m->upright || longest_word(m->words->columns[i]) > m->wide - GAP;
    m->lines = !m->upright ? LEVEL_LINES : m->wide < UPRIGHT_LINES * oca_leading(LETTERS) ? 1 : UPRIGHT_LINES;
    for (size_t i = 0; i < m->words->n_columns; i++) {
        oca_strings lines = head_of(m, i);
        double own = m->upright ? 0 : oca_leading(LETTERS) * (double)lines.n;
        for (size_t k = 0; m->upright && k < lines.n; k++)
            own = fmax(own, oca_letters_width(lines.at[k], LETTERS, false));
        high = fmax(high, own);
    }
    return high;
}

static void draw_heads(const map *m) {
    for (size_t i = 0; i < m->words->n_columns; i++) {
        oca_strings lines = head_of(m, i);
        const double leading = oca_leading(LETTERS), middle = x_of(m, i) + m->wide / 2, foot = m->top - GAP;
        for (size_t k = 0; k < lines.n; k++) {
            double below = (double)(lines.n - 1 - k) * leading,
                   beside = ((double)k - ((double)lines.n - 1) / 2) * leading;
            if (m->upright)
                oca_draw_upright(m->drawing, "label", middle + LETTERS / 3.0 + beside, foot, LETTERS, lines.at[k]);
            else
                oca_draw_text(m->drawing, "label", middle, foot - below, LETTERS, OCA_ANCHOR_MIDDLE, lines.at[k]);
        }
    }
}

static void draw_cell(const map *m, const oca_cell_row *row, size_t column, double y) {
    const oca_figure_cell *cell = &row->cells[column];
    oca_arena *mem = m->drawing->mem;
    double x = x_of(m, column), right = x + m->wide, middle = x + m->wide / 2, base = y + ROW - 4;
    if (!cell->shown) {
        oca_draw_box(m->drawing, "cell none", x, y, m->wide, ROW, NULL);
        for (double at = x; at + ROW / 2.0 < right; at += ROW / 2.0)
            oca_draw_line(m->drawing, "hatch", at, y + ROW, fmin(at + ROW, right), y + fmax(0, at + ROW - right));
        oca_draw_text(m->drawing, "amount", middle, base, DIGITS, OCA_ANCHOR_MIDDLE, "–");
        return;
    }
    oca_draw_box(m->drawing, oca_format_text(mem, "cell shade-%d", cell->shade), x, y, m->wide, ROW, NULL);
    oca_draw_text(m->drawing, oca_format_text(mem, "on-%d", cell->shade), middle, base, DIGITS, OCA_ANCHOR_MIDDLE,
                  cell->shown);
}

static void draw_legend(const map *m, double y) {
    double x = m->left;
    for (int i = 0; i < OCA_SHADES; i++) {
        double width = oca_letters_width(m->words->shades[i], DIGITS, false) + 2 * GAP;
        oca_draw_box(m->drawing, oca_format_text(m->drawing->mem, "cell shade-%d", i), x, y, width, ROW, NULL);
        oca_draw_text(m->drawing, oca_format_text(m->drawing->mem, "on-%d", i), x + width / 2, y + ROW - 4, DIGITS,
                      OCA_ANCHOR_MIDDLE, m->words->shades[i]);
        x += width;
    }
}

oca_drawing oca_figure_cells(oca_arena *mem, const oca_cell_row *rows, size_t n, const oca_cells_words *words) {
    oca_drawing drawing = {.mem = mem, .title = words->title, .description = words->description};
    map m = {.drawing = &drawing, .words = words};
    for (size_t i = 0; i < n; i++)
        m.left = fmax(m.left, oca_letters_width(rows[i].name, LETTERS, false) + GAP);
    m.left = fmin(m.left, NAMES);
    m.wide = fmin(fmax((WIDTH - APART - m.left) / (double)words->n_columns, LEAST), MOST);
    m.top = set_heads(&m) + 2 * GAP;
    drawing.width = fmax(x_of(&m, words->n_columns), WIDTH);
    drawing.height = m.top + ROW * (double)n + (words->shades ? LEGEND : 0) + 1;
    draw_heads(&m);
    for (size_t i = 0; i < n; i++) {
        double y = m.top + ROW * (double)i;
        oca_draw_wrapped(&drawing, "label", 0, y + ROW - 4, LETTERS, OCA_ANCHOR_START, m.left - GAP, 1, false,
                         rows[i].name);
        for (size_t k = 0; k < words->n_columns; k++)
            draw_cell(&m, &rows[i], k, y);
    }
    for (size_t i = 0; i < n; i++) /* over the cells beside them */
        for (size_t k = 0; k < words->n_columns; k++)
            if (rows[i].cells[k].framed)
                oca_draw_box(&drawing, "frame", x_of(&m, k), m.top + ROW * (double)i, m.wide, ROW, NULL);
    if (words->shades)
        draw_legend(&m, drawing.height - ROW - 1);
    return drawing;
}
