/* A picture as its geometry: shapes with roles, which a stylesheet colours. What the numbers mean is the figures'
 * business; where everything lies is settled here and nowhere later, so that page and tests agree. Pure.
 *
 * Lengths are in CSS pixels, the origin is the upper left corner. Texts must outlive the drawing. */
#ifndef OCA_REPORTS_FIGURES_DRAWING_H
#define OCA_REPORTS_FIGURES_DRAWING_H

#include "../../engine/base/text.h"
#include "../../engine/writing/stream.h"

typedef enum { OCA_DRAWN_LINE, OCA_DRAWN_AREA, OCA_DRAWN_CIRCLE, OCA_DRAWN_BOX, OCA_DRAWN_TEXT } oca_drawn_kind;
typedef enum { OCA_ANCHOR_START, OCA_ANCHOR_MIDDLE, OCA_ANCHOR_END } oca_anchor;

typedef struct {
    double x, y;
} oca_point;

typedef OCA_LIST(oca_point) oca_points;

typedef struct {
    oca_drawn_kind kind;
    const char *role;  /* the class that the stylesheet knows: "ring", "now", "label" */
    oca_points points; /* of a box its upper left and lower right corners; of a text where its baseline begins */
    double size;       /* radius of a circle; size of a text's letters */
    oca_anchor anchor; /* of a text */
    bool upright;      /* a text that is read from below */
    const char *text;  /* of a text; of other shapes what is said when it is pointed at, or NULL */
} oca_drawn;

typedef struct {
    oca_arena *mem;
    double width, height;
    const char *title;       /* says what the picture shows, in one sentence */
    const char *description; /* the same content for who cannot see it */
    OCA_LIST(oca_drawn) shapes;
} oca_drawing;

void oca_draw_line(oca_drawing *drawing, const char *role, double x1, double y1, double x2, double y2);
/* A line through all points, or the area that they surround. */
void oca_draw_points(oca_drawing *drawing, oca_drawn_kind kind, const char *role, oca_points points);
void oca_draw_circle(oca_drawing *drawing, const char *role, double x, double y, double radius, const char *says);
/* A square on its tip, `reach` from its middle to each of them. */
void oca_draw_diamond(oca_drawing *drawing, const char *role, double x, double y, double reach, const char *says);
void oca_draw_box(oca_drawing *drawing, const char *role, double x, double y, double width, double height,
                  const char *says);
void oca_draw_text(oca_drawing *drawing, const char *role, double x, double y, double size, oca_anchor anchor,
                   const char *text);

/* A text that is read from below, its baseline from (x, y) upwards. */
void oca_draw_upright(oca_drawing *drawing, const char *role, double x, double y, double size, const char *text);

/* The text on lines of at most `width`, the last one cut with "…" where there are more than `most`; one line below the
 * other from the baseline `y` on, or, with `upwards`, so that the last one stands there. Returns how many there are. */
int oca_draw_wrapped(oca_drawing *drawing, const char *role, double x, double y, double size, oca_anchor anchor,
                     double width, int most, bool upwards, const char *text);

/* The same text as lines, undrawn. */
oca_strings oca_drawn_lines(oca_arena *mem, double size, double width, int most, const char *text);

/* Where something stands from above to below. */
typedef struct {
    double top, height;
} oca_drawn_span;

/* Moves spans, given from above to below, so that none covers another: down from `from` on, then back up from `to`,
 * which is kept if there is room for all. */
void oca_drawn_apart(oca_drawn_span *spans, size_t n, double from, double to);

/* Distance between two lines of a text. */
double oca_leading(double size);

/* Writes it as SVG, which a page takes as it is; `id` is unique on the page. */
void oca_drawing_write(oca_stream *stream, const oca_drawing *drawing, const char *id);

#endif
