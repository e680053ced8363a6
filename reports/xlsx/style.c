#include "style.h"

#define INK 0x1F2A37  /* nearly black */
#define GREY 0x666666 /* ids: quiet, but readable on white (contrast 5.7 : 1) */
#define KEY_GREY 0x8A8A8A
#define HEADING_FILL 0xDCE6F1
#define INPUT_FILL 0xFFFBE6
#define AREA_FILL 0xEEF1F4

#define DAY "yyyy-mm-dd"
#define MONEY "#,##0.00"
#define TABLE .wrap = true, .frame = OCA_FRAME_THIN
#define CENTRED .align = OCA_ALIGN_CENTRE
#define AMOUNT .align = OCA_ALIGN_RIGHT, .shrink = true, .frame = OCA_FRAME_THIN, .numbers = MONEY /* never ### */
#define ON_HEADING .bold = true, .fill = HEADING_FILL, TABLE
#define ON_AREA .bold = true, .fill = AREA_FILL, TABLE
#define TO_FILL .fill = INPUT_FILL, .unlocked = true, TABLE

static const oca_look looks[OCA_STYLES] = {
    [OCA_STYLE_PLAIN] = {.wrap = false},
    [OCA_STYLE_HINT] = {.italic = true, .colour = GREY},
    [OCA_STYLE_NOTE] = {.italic = true, .colour = GREY, .wrap = true},
    [OCA_STYLE_SHEET_TITLE] = {.size = 14, .bold = true},
    [OCA_STYLE_TITLE] = {.size = 18, .bold = true, .wrap = true},
    [OCA_STYLE_SUBTITLE] = {.size = 13, .wrap = true},
    [OCA_STYLE_SECTION] = {.size = 12, .bold = true, .frame = OCA_FRAME_BELOW},
    [OCA_STYLE_LABEL] = {.bold = true, .wrap = true},
    [OCA_STYLE_FACT] = {.wrap = true},
    [OCA_STYLE_FACT_DAY] = {.numbers = DAY},
    [OCA_STYLE_STRONG] = {.size = 12, .bold = true, .wrap = true},

    [OCA_STYLE_HEADING] = {ON_HEADING},
    [OCA_STYLE_HEADING_CENTRED] = {CENTRED, ON_HEADING},
    [OCA_STYLE_HEADING_INPUT] = {.italic = true, .bold = true, .fill = INPUT_FILL, TABLE},
    [OCA_STYLE_HEADING_ID] = {.size = 8, .colour = GREY, .fill = HEADING_FILL, TABLE},
    [OCA_STYLE_GROUP] = {.size = 12, .bold = true},

    [OCA_STYLE_ID] = {.size = 8, .colour = GREY, TABLE},
    [OCA_STYLE_TEXT] = {TABLE},
    [OCA_STYLE_TEXT_STRONG] = {.bold = true, TABLE},
    [OCA_STYLE_TEXT_CENTRED] = {CENTRED, TABLE},
    [OCA_STYLE_WHOLE] = {CENTRED, TABLE, .numbers = "0"},
    [OCA_STYLE_RANK_SHARED] = {CENTRED, TABLE, .numbers = "\"=\"0"},
    [OCA_STYLE_LEVEL] = {CENTRED, TABLE},
    [OCA_STYLE_SCORE] = {CENTRED, TABLE, .numbers = "0.00"},
    [OCA_STYLE_POINTS] = {CENTRED, TABLE, .numbers = "0.0"},
    [OCA_STYLE_CHANGE] = {CENTRED, TABLE, .numbers = "+0.0;-0.0;0.0"},
    [OCA_STYLE_LEVEL_CHANGE] = {CENTRED, TABLE, .numbers = "+0.00;-0.00;0.00"},
    [OCA_STYLE_MONEY] = {AMOUNT},
    [OCA_STYLE_DAY] = {CENTRED, TABLE, .numbers = DAY},
    [OCA_STYLE_BAR] = {.size = 6, .colour = 0x3B5B7E, .frame = OCA_FRAME_THIN},

    [OCA_STYLE_AREA] = {ON_AREA},
    [OCA_STYLE_AREA_ID] = {.size = 8, .colour = GREY, .fill = AREA_FILL, TABLE},
    [OCA_STYLE_AREA_SCORE] = {CENTRED, ON_AREA, .numbers = "0.00"},
    [OCA_STYLE_AREA_POINTS] = {CENTRED, ON_AREA, .numbers = "0.0"},

    [OCA_STYLE_INPUT] = {TO_FILL},
    [OCA_STYLE_INPUT_CENTRED] = {CENTRED, TO_FILL},
    [OCA_STYLE_INPUT_ID] = {.size = 8, .colour = GREY, .unlocked = true, TABLE},
    [OCA_STYLE_INPUT_WHOLE] = {CENTRED, TO_FILL, .numbers = "0"},
    [OCA_STYLE_INPUT_MONEY] = {AMOUNT, .fill = INPUT_FILL, .unlocked = true},
    [OCA_STYLE_INPUT_DAY] = {CENTRED, TO_FILL, .numbers = DAY},
    [OCA_STYLE_SIGNATURE] = {.wrap = true, .unlocked = true, .frame = OCA_FRAME_BELOW},
    [OCA_STYLE_SIGNATURE_DAY] = {.unlocked = true, .frame = OCA_FRAME_BELOW, .numbers = DAY},

    [OCA_STYLE_KEY] = {.size = 6, .colour = KEY_GREY},
    [OCA_STYLE_PAPER_TEXT] = {.size = 11, .fill = HEADING_FILL, TABLE},
    [OCA_STYLE_PAPER_BOX] = {.size = 11, TABLE},

    [OCA_STYLE_MONTH] = {.bold = true, CENTRED, .fill = HEADING_FILL, .frame = OCA_FRAME_THIN},
    [OCA_STYLE_WEEK] =
        {.size = 8, CENTRED, .fill = HEADING_FILL, .frame = OCA_FRAME_THIN, .upright = true, .numbers = "d mmm"},
    [OCA_STYLE_SLOT] = {.bold = true, CENTRED, .frame = OCA_FRAME_THIN},

    [OCA_STYLE_RULE_BUSY] = {.colour = 0x3B5B7E, .fill = 0x3B5B7E},
    [OCA_STYLE_RULE_REVIEW] = {.fill = 0xD9D9D9},
    [OCA_STYLE_RULE_TODAY] = {.bold = true, .colour = 0xFFFFFF, .fill = INK},
    [OCA_STYLE_RULE_OVER] = {.colour = GREY, .struck = true},
    [OCA_STYLE_RULE_LATE] = {.bold = true, .colour = 0x9C0006},
    [OCA_STYLE_RULE_PLANNED] = {.colour = GREY, .fill = 0xE3E8EE},
    [OCA_STYLE_RULE_WORKED] = {.colour = 0xFFFFFF, .fill = INK},
    [OCA_STYLE_RULE_ATTENTION] = {.bold = true, .fill = 0xF2D6A2},
    [OCA_STYLE_RULE_WRONG] = {.bold = true, .colour = 0xFFFFFF, .fill = 0x7F1D1D},
    [OCA_STYLE_RULE_NOT_ASKED] = {.colour = GREY, .fill = 0xD9D9D9, .struck = true},
};

oca_look oca_look_of(oca_style style) {
    oca_look look = looks[style];
    if (look.size == 0)
        look.size = OCA_TEXT_SIZE;
    return look;
}
