#include "drawing.h"

#include "../letters.h"

#include <string.h>

static oca_drawn *add(oca_drawing *drawing, oca_drawn_kind kind, const char *role) {
    oca_drawn *shape = OCA_ADD(drawing->mem, &drawing->shapes);
    *shape = (oca_drawn){.kind = kind, .role = role};
    return shape;
}

static void add_point(oca_arena *mem, oca_points *points, double x, double y) {
    *(oca_point *)OCA_ADD(mem, points) = (oca_point){x, y};
}

void oca_draw_points(oca_drawing *drawing, oca_drawn_kind kind, const char *role, oca_points points) {
    add(drawing, kind, role)->points = points;
}

void oca_draw_line(oca_drawing *drawing, const char *role, double x1, double y1, double x2, double y2) {
    oca_points points = {0};
    add_point(drawing->mem, &points, x1, y1);
    add_point(drawing->mem, &points, x2, y2);
    oca_draw_points(drawing, OCA_DRAWN_LINE, role, points);
}

void oca_draw_circle(oca_drawing *drawing, const char *role, double x, double y, double radius, const char *says) {
    oca_drawn *shape = add(drawing, OCA_DRAWN_CIRCLE, role);
    shape->size = radius;
    shape->text = says;
    add_point(drawing->mem, &shape->points, x, y);
}

void oca_draw_diamond(oca_drawing *drawing, const char *role, double x, double y, double reach, const char *says) {
    oca_drawn *shape = add(drawing, OCA_DRAWN_AREA, role);
    shape->text = says;
    add_point(drawing->mem, &shape->points, x, y - reach);
    add_point(drawing->mem, &shape->points, x + reach, y);
    add_point(drawing->mem, &shape->points, x, y + reach);
    add_point(drawing->mem, &shape->points, x - reach, y);
}

void oca_draw_box(oca_drawing *drawing, const char *role, double x, double y, double width, double height,
                  const char *says) {
    oca_drawn *shape = add(drawing, OCA_DRAWN_BOX, role);
    shape->text = says;
    add_point(drawing->mem, &shape->points, x, y);
    add_point(drawing->mem, &shape->points, x + width, y + height);
}

void oca_draw_text(oca_drawing *drawing, const char *role, double x, double y, double size, oca_anchor anchor,
                   const char *text) {
    if (!text || !*text)
        return;
    oca_drawn *shape = add(drawing, OCA_DRAWN_TEXT, role);
    shape->size = size;
    shape->anchor = anchor;
    shape->text = text;
    add_point(drawing->mem, &shape->points, x, y);
}

void oca_draw_upright(oca_drawing *drawing, const char *role, double x, double y, double size, const char *text) {
    size_t before = drawing->shapes.n;
    oca_draw_text(drawing, role, x, y, size, OCA_ANCHOR_START, text);
    if (drawing->shapes.n > before)
        drawing->shapes.at[before].upright = true;
}

double oca_leading(double size) {
    const double leading = 1.2;
    return size * leading;
}

/* The bytes of `text` that fit into `width`, up to a space where there is one; at least one character. */
static size_t line_of(const char *text, double size, double width) {
    size_t at = 0, space = 0;
    double used = 0;
    while (text[at]) {
        size_t n = oca_letter_bytes(text + at);
        used += oca_letter_width(text + at, n, size, false);
        if (text[at] == ' ')
            space = at;
        if (used > width && at > 0)
            return space ? space : at;
        at += n;
    }
    return at;
}

/* The text without its end, so that "…" fits behind it. */
static const char *cut(oca_arena *mem, const char *text, double size, double width) {
    static const char ellipsis[] = "…";
    size_t n = line_of(text, size, width - oca_letters_width(ellipsis, size, false));
    return oca_format_text(mem, "%.*s%s", (int)n, text, ellipsis);
}

oca_strings oca_drawn_lines(oca_arena *mem, double size, double width, int most, const char *text) {
    oca_strings lines = {0};
    while (*text) {
        size_t n = line_of(text, size, width);
        bool last = (int)lines.n + 1 == most && text[n];
        *(const char **)OCA_ADD(mem, &lines) = last ? cut(mem, text, size, width) : oca_copy(mem, text, n);
        if (last)
            break;
        text += n;
        text += strspn(text, " ");
    }
    return lines;
}

int oca_draw_wrapped(oca_drawing *drawing, const char *role, double x, double y, double size, oca_anchor anchor,
                     double width, int most, bool upwards, const char *text) {
    oca_strings lines = oca_drawn_lines(drawing->mem, size, width, most, text);
    if (upwards)
        y -= oca_leading(size) * ((double)lines.n - 1);
    for (size_t i = 0; i < lines.n; i++)
        oca_draw_text(drawing, role, x, y + oca_leading(size) * (double)i, size, anchor, lines.at[i]);
    return (int)lines.n;
}

void oca_drawn_apart(oca_drawn_span *spans, size_t n, double from, double to) {
    const double gap = 1;
    for (size_t i = 0; i < n; i++) {
        spans[i].top = spans[i].top > from ? spans[i].top : from;
        from = spans[i].top + spans[i].height + gap;
    }
    for (size_t i = n; i-- > 0;) {
        double lowest = to - spans[i].height;
        spans[i].top = spans[i].top < lowest ? spans[i].top : lowest;
        to = spans[i].top - gap;
    }
}

/* Coordinates as SVG has them: tenths of a pixel are finer than any screen. */
static const char *shown(oca_arena *mem, double value) {
    return oca_number_shown(mem, value, 1);
}

static void put(oca_stream *stream, oca_arena *mem, const char *name, double value) {
    oca_stream_attribute(stream, name, shown(mem, value));
}

static void put_points(oca_stream *stream, oca_arena *mem, const oca_points *points) {
    oca_buffer text = {.mem = mem};
    for (size_t i = 0; i < points->n; i++)
        oca_buffer_print(&text, "%s%s,%s", i ? " " : "", shown(mem, points->at[i].x), shown(mem, points->at[i].y));
    oca_stream_attribute(stream, "points", text.at);
}

static void write_text(oca_stream *stream, oca_arena *mem, const oca_drawn *shape) {
    static const char *const anchors[] = {"start", "middle", "end"};
    oca_stream_begin(stream, "text");
    oca_stream_attribute(stream, "class", shape->role);
    put(stream, mem, "x", shape->points.at[0].x);
    put(stream, mem, "y", shape->points.at[0].y);
    put(stream, mem, "font-size", shape->size);
    oca_stream_attribute(stream, "text-anchor", anchors[shape->anchor]);
    if (shape->upright)
        oca_stream_attribute(stream, "transform",
                             oca_format_text(mem, "rotate(-90 %s %s)", shown(mem, shape->points.at[0].x),
                                             shown(mem, shape->points.at[0].y)));
    oca_stream_text(stream, shape->text);
    oca_stream_end(stream);
}

static void write_shape(oca_stream *stream, oca_arena *mem, const oca_drawn *shape) {
    static const char *const names[] = {"polyline", "polygon", "circle", "rect"};
    const oca_point *at = shape->points.at;
    oca_stream_begin(stream, names[shape->kind]);
    oca_stream_attribute(stream, "class", shape->role);
    if (shape->kind == OCA_DRAWN_CIRCLE) {
        put(stream, mem, "cx", at[0].x);
        put(stream, mem, "cy", at[0].y);
        put(stream, mem, "r", shape->size);
    } else if (shape->kind == OCA_DRAWN_BOX) {
        put(stream, mem, "x", at[0].x);
        put(stream, mem, "y", at[0].y);
        put(stream, mem, "width", at[1].x - at[0].x);
        put(stream, mem, "height", at[1].y - at[0].y);
    } else {
        put_points(stream, mem, &shape->points);
    }
    oca_stream_element(stream, "title", shape->text);
    oca_stream_end(stream);
}

void oca_drawing_write(oca_stream *stream, const oca_drawing *drawing, const char *id) {
    oca_arena *mem = drawing->mem;
    const char *title = oca_format_text(mem, "%s-title", id), *description = oca_format_text(mem, "%s-text", id);
    oca_stream_begin(stream, "svg");
    oca_stream_attribute(stream, "xmlns", "http://www.w3.org/2000/svg");
    oca_stream_attribute(stream, "id", id);
    oca_stream_attribute(stream, "viewBox",
                         oca_format_text(mem, "0 0 %s %s", shown(mem, drawing->width), shown(mem, drawing->height)));
    put(stream, mem, "width", drawing->width);
    put(stream, mem, "height", drawing->height);
    oca_stream_attribute(stream, "role", "img");
    oca_stream_attribute(stream, "aria-labelledby", oca_format_text(mem, "%s %s", title, description));
    oca_stream_begin(stream, "title");
    oca_stream_attribute(stream, "id", title);
    oca_stream_text(stream, drawing->title);
    oca_stream_end(stream);
    oca_stream_begin(stream, "desc");
    oca_stream_attribute(stream, "id", description);
    oca_stream_text(stream, drawing->description);
    oca_stream_end(stream);
    for (size_t i = 0; i < drawing->shapes.n; i++)
        if (drawing->shapes.at[i].kind == OCA_DRAWN_TEXT)
            write_text(stream, mem, &drawing->shapes.at[i]);
        else
            write_shape(stream, mem, &drawing->shapes.at[i]);
    oca_stream_end(stream);
}
