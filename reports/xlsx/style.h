/* How cells look. One constant table, so that all workbooks look alike and a style is a name.
 *
 * Everything is told apart without colour: headings by weight and border, columns to fill in by a heading in
 * italics. */
#ifndef OCA_REPORTS_XLSX_STYLE_H
#define OCA_REPORTS_XLSX_STYLE_H

#include <stdbool.h>

typedef enum {
    /* Text on the page. */
    OCA_STYLE_PLAIN,
    OCA_STYLE_HINT, /* plain, italic, on one line */
    OCA_STYLE_NOTE, /* the same on several lines */
    OCA_STYLE_TITLE,
    OCA_STYLE_SHEET_TITLE, /* on one line */
    OCA_STYLE_SUBTITLE,
    OCA_STYLE_SECTION, /* heading of a part of a sheet, with a line below */
    OCA_STYLE_LABEL,
    OCA_STYLE_FACT, /* what stands beside a label */
    OCA_STYLE_FACT_DAY,
    OCA_STYLE_STRONG,
    /* Tables: headings. */
    OCA_STYLE_HEADING,
    OCA_STYLE_HEADING_CENTRED,
    OCA_STYLE_HEADING_INPUT, /* of a column to be filled in */
    OCA_STYLE_HEADING_ID,
    OCA_STYLE_GROUP, /* over several headings */
    /* Tables: cells that show. */
    OCA_STYLE_ID,
    OCA_STYLE_TEXT,
    OCA_STYLE_TEXT_STRONG,
    OCA_STYLE_TEXT_CENTRED,
    OCA_STYLE_WHOLE,
    OCA_STYLE_RANK_SHARED,  /* "=7" */
    OCA_STYLE_LEVEL,        /* 2, 2.5 */
    OCA_STYLE_SCORE,        /* 2.13 */
    OCA_STYLE_POINTS,       /* 57.4 */
    OCA_STYLE_CHANGE,       /* +14.0, points */
    OCA_STYLE_LEVEL_CHANGE, /* +0.42 */
    OCA_STYLE_MONEY,
    OCA_STYLE_DAY,
    OCA_STYLE_BAR,
    /* Tables: cells of a row that belongs to a heading, an area among its items. */
    OCA_STYLE_AREA,
    OCA_STYLE_AREA_ID,
    OCA_STYLE_AREA_SCORE,
    OCA_STYLE_AREA_POINTS,
    /* Tables: cells to fill in; not locked where a sheet is protected. */
    OCA_STYLE_INPUT,
    OCA_STYLE_INPUT_CENTRED,
    OCA_STYLE_INPUT_ID,
    OCA_STYLE_INPUT_WHOLE,
    OCA_STYLE_INPUT_MONEY,
    OCA_STYLE_INPUT_DAY,
    OCA_STYLE_SIGNATURE, /* a line to write on */
    OCA_STYLE_SIGNATURE_DAY,
    OCA_STYLE_KEY, /* what the program finds a column by, small above its heading */
    /* Paper forms: large, to write on. */
    OCA_STYLE_PAPER_TEXT,
    OCA_STYLE_PAPER_BOX,
    /* Calendar. */
    OCA_STYLE_MONTH,
    OCA_STYLE_WEEK, /* first day of a column, upright */
    OCA_STYLE_SLOT, /* one week of one action */
    /* Conditional formats: what they change. */
    OCA_STYLE_RULE_BUSY,
    OCA_STYLE_RULE_REVIEW,
    OCA_STYLE_RULE_TODAY,
    OCA_STYLE_RULE_OVER, /* done or dropped: struck out */
    OCA_STYLE_RULE_LATE,
    OCA_STYLE_RULE_PLANNED, /* bars of a calendar: only as first planned, and worked on */
    OCA_STYLE_RULE_WORKED,
    OCA_STYLE_RULE_ATTENTION, /* what to look at: bold on grey */
    OCA_STYLE_RULE_WRONG,     /* what cannot be: white on dark */
    OCA_STYLE_RULE_NOT_ASKED, /* struck out and grey */
    OCA_STYLES,
} oca_style;

typedef enum { OCA_ALIGN_LEFT, OCA_ALIGN_CENTRE, OCA_ALIGN_RIGHT } oca_style_align;
typedef enum { OCA_FRAME_NONE, OCA_FRAME_THIN, OCA_FRAME_BELOW } oca_frame_line;

/* What a style says; colours as 0xRRGGBB, 0 for none. */
typedef struct {
    double size; /* points; 0: the usual */
    bool bold, italic, struck, wrap, shrink, unlocked, upright;
    int colour, fill;
    oca_style_align align;
    oca_frame_line frame;
    const char *numbers; /* number format; NULL: as they are */
} oca_look;

enum { OCA_TEXT_SIZE = 10 };

/* The look of a style; its `size` is filled in. */
oca_look oca_look_of(oca_style style);

#endif
