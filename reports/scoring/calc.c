#include "calc.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

const char *const oca_calc_names[] = {
    "id",        "no",         "title",      "area",      "found",       "agreed_typed", "agreed",    "checked_typed",
    "checked",   "evidence",   "votes",      "chosen",    "target",      "private_row",  "tally_row", "singles",
    "n",         "na",         "dk",         "sum",       "squares",     "mean",         "room",      "applies",
    "by",        "state",      "raw",        "score",     "x",           "x_or_0",       "standing",  "gate",
    "consensus", "divided",    "ceiling",    "weight",    "own",         "reach",        "need",      "kind",
    "tier",      "votes_less", "gap",        "gap_less",  "area_points", "position",     "rank",      "shared",
    "place",     "goal",       "stands_row", "words_row", "done",        "action_row",   NULL};

const char *const oca_calc_area_names[] = {
    "id",      "title",   "applies",  "applicable",  "na",       "scored",          "coverage", "consensus", "divided",
    "x",       "below_1", "state",    "percent",     "level",    "uncapped",        "stage",    "open",      "waived",
    "missing", "say",     "quadrant", "stage_shown", "answered", "chart_agreement", "weight",   "parent",    NULL};

int oca_calc_column(const char *const *names, const char *name) {
    int column = 0;
    while (!oca_equal(names[column], name)) {
        if (!names[column])
            abort(); /* a name that does not exist is a mistake of this program */
        column++;
    }
    return column;
}

static int last_row(const oca_calc *c) {
    size_t n = c->names == oca_calc_names ? c->b->frame->n_items : c->b->frame->n_nodes;
    return OCA_CALC_FIRST_ROW + (int)n - 1;
}

const char *oca_calc_range(const oca_scoring_book *b, const char *name) {
    int column = oca_calc_column(oca_calc_names, name);
    return oca_range_of(b->calc, OCA_CALC_FIRST_ROW, column, OCA_CALC_FIRST_ROW + (int)b->frame->n_items - 1, column);
}

const char *oca_calc_area_cell(const oca_scoring_book *b, size_t node, const char *name) {
    int column = oca_calc_column(oca_calc_area_names, name);
    return oca_format_text(b->mem, "'Calc areas'!%s",
                           oca_cell_name(b->calc_areas, "rc", OCA_CALC_FIRST_ROW + (int)node, column));
}

const char *oca_calc_item_cell(const oca_scoring_book *b, size_t item, const char *name) {
    int column = oca_calc_column(oca_calc_names, name);
    return oca_format_text(b->mem, "'Calc'!%s", oca_cell_name(b->calc, "rc", OCA_CALC_FIRST_ROW + (int)item, column));
}

const char *oca_scoring_lookup(const oca_scoring_book *b, const char *id_cell, const char *name) {
    return oca_format_text(b->mem, "INDEX(%s,MATCH(%s,%s,0))", oca_calc_range(b, name), id_cell,
                           oca_calc_range(b, "id"));
}

const char *oca_scoring_named(const oca_scoring_book *b, const char *id_cell, const char *name) {
    return oca_format_text(b->mem, "INDEX(oca_calc_%s,MATCH(%s,oca_calc_id,0))", name, id_cell);
}

void oca_scoring_find(const oca_scoring_book *b, oca_sheet *sheet, int row, int column, oca_style style,
                      const char *id_cell, const char *name, oca_number value) {
    /* Adding 0 to "" is an error, and so shown as undefined. */
    const char *formula =
        oca_format_text(b->mem, "=IFERROR(%s+0,\"" OCA_UNDEFINED_SHOWN "\")", oca_scoring_lookup(b, id_cell, name));
    if (value.given)
        oca_put_formula(sheet, row, column, style, formula, value.value);
    else
        oca_put_formula_text(sheet, row, column, style, formula, OCA_UNDEFINED_SHOWN);
}

void oca_calc_show_number(const oca_scoring_book *b, oca_sheet *sheet, int row, int column, oca_style style,
                          const char *cell, oca_number value) {
    const char *formula = oca_format_text(b->mem, "=IF(ISNUMBER(%s),%s,\"" OCA_UNDEFINED_SHOWN "\")", cell, cell);
    if (value.given)
        oca_put_formula(sheet, row, column, style, formula, value.value);
    else
        oca_put_formula_text(sheet, row, column, style, formula, OCA_UNDEFINED_SHOWN);
}

void oca_calc_show_text(const oca_scoring_book *b, oca_sheet *sheet, int row, int column, oca_style style,
                        const char *cell, const char *value) {
    oca_put_formula_text(sheet, row, column, style, oca_format_text(b->mem, "=%s", cell), value);
}

/* What stands between the brackets. */
static void expand_name(const oca_calc *c, oca_buffer *out, const char *name, bool items) {
    size_t n = strlen(name);
    bool whole = n && name[n - 1] == ':';
    const char *bare = oca_copy(c->b->mem, name, n - whole);
    int column = oca_calc_column(items ? oca_calc_names : c->names, bare);
    if (items)
        oca_buffer_print(out, "%s",
                         oca_range_of(c->b->calc, OCA_CALC_FIRST_ROW + (int)c->first, column,
                                      OCA_CALC_FIRST_ROW + (int)c->end - 1, column));
    else if (whole)
        oca_buffer_print(out, "%s:%s", oca_cell_name(c->sheet, "rc", OCA_CALC_FIRST_ROW, column),
                         oca_cell_name(c->sheet, "rc", last_row(c), column));
    else
        oca_buffer_print(out, "%s", oca_cell_name(c->sheet, "c", c->row, column));
}

static const char *expand(const oca_calc *c, const char *text) {
    oca_buffer out = {.mem = c->b->mem};
    bool quoted = false;
    for (; *text; text++) {
        size_t n = *text == '{' ? strcspn(text, "}") : *text == '[' ? strcspn(text, "]") : 0;
        quoted ^= *text == '"';
        if (!n || quoted) {
            oca_buffer_add(&out, text, 1);
            continue;
        }
        expand_name(c, &out, oca_copy(c->b->mem, text + 1, n - 1), *text == '[');
        text += n;
    }
    return out.at;
}

const char *oca_calc_expand(const oca_calc *c, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = oca_format_list(c->b->mem, format, arguments);
    va_end(arguments);
    return expand(c, text);
}

void oca_calc_put(const oca_calc *c, const char *name, oca_computed value, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = oca_format_list(c->b->mem, format, arguments);
    va_end(arguments);
    const char *formula = oca_format_text(c->b->mem, "=%s", expand(c, text));
    int column = oca_calc_column(c->names, name);
    if (value.is_text)
        oca_put_formula_text(c->sheet, c->row, column, OCA_STYLE_PLAIN, formula, value.text);
    else
        oca_put_formula(c->sheet, c->row, column, OCA_STYLE_PLAIN, formula, value.number);
}

/* Any of the words, each between blanks, as the profile is written in oca_profile. */
static const char *any_word(oca_arena *mem, const oca_strings *words) {
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < words->n; i++)
        oca_buffer_print(&out, "%sISNUMBER(FIND(%s,oca_profile))", i ? "," : "",
                         oca_quoted(mem, oca_format_text(mem, " %s ", words->at[i])));
    return out.at;
}

const char *oca_calc_applies(const oca_scoring_book *b, const char *around, const oca_strings *applies_to,
                             const oca_strings *except) {
    oca_buffer out = {.mem = b->mem};
    oca_buffer_print(&out, "IF(AND(%s=1", around);
    if (applies_to->n)
        oca_buffer_print(&out, ",OR(%s)", any_word(b->mem, applies_to));
    if (except->n)
        oca_buffer_print(&out, ",NOT(OR(%s))", any_word(b->mem, except));
    oca_buffer_print(&out, "),1,0)");
    return out.at;
}

static size_t fixed_columns(void) {
    return OCA_COUNT(oca_calc_names) - 1;
}

int oca_calc_count_column(const oca_scoring_book *b, size_t k) {
    (void)b;
    return (int)(fixed_columns() + k);
}

int oca_calc_sum_column(const oca_scoring_book *b, size_t k) {
    return (int)(fixed_columns() + b->tallied.n + k);
}

static void put_names(oca_sheet *sheet, const char *const *names) {
    oca_put_text(sheet, 0, 0, OCA_STYLE_KEY, "oca:-");
    for (int i = 0; names[i]; i++)
        oca_put_text(sheet, 1, i, OCA_STYLE_LABEL, names[i]);
}

/* A fact about the organization, found by its id. */
static const char *fact(const oca_scoring_book *b, const char *id) {
    enum { IDS, VALUES = 2, LAST = 60 };
    return oca_format_text(b->mem, "IFERROR(INDEX(%s,MATCH(\"%s\",%s,0)),\"\")",
                           oca_range_of(b->organization, 0, VALUES, LAST, VALUES), id,
                           oca_range_of(b->organization, 0, IDS, LAST, IDS));
}

/* The profile's words, each between blanks, whatever stood between them; and the name, for titles. */
static void put_facts(const oca_scoring_book *b) {
    enum { PROFILE = 1, NAME };
    const oca_organization *organization = b->assessment->organization;
    static const char *const between[] = {"\",\"", "\";\"", "CHAR(9)", "CHAR(10)", "CHAR(13)"};
    const char *words = fact(b, "profile");
    for (size_t i = 0; i < OCA_COUNT(between); i++)
        words = oca_format_text(b->mem, "SUBSTITUTE(%s,%s,\" \")", words, between[i]);
    oca_put_formula_text(b->calc, 0, PROFILE, OCA_STYLE_PLAIN, oca_format_text(b->mem, "=\" \"&%s&\" \"", words),
                         oca_format_text(b->mem, " %s ", oca_join(b->mem, &organization->profile, " ")));
    oca_book_name(b->calc, "oca_profile", 0, PROFILE, 0, PROFILE);
    oca_put_formula_text(b->calc, 0, NAME, OCA_STYLE_PLAIN, oca_format_text(b->mem, "=%s&\"\"", fact(b, "name")),
                         organization->name);
    oca_book_name(b->calc, "oca_organization", 0, NAME, 0, NAME);
}

/* Names for columns that conditional formats of other sheets look at: Excel 2010 wants no other sheet's cells there. */
static void name_columns(const oca_scoring_book *b) {
    static const char *const named[] = {"id", "state", "singles"};
    int last = OCA_CALC_FIRST_ROW + (int)b->frame->n_items - 1;
    for (size_t i = 0; i < OCA_COUNT(named); i++) {
        int column = oca_calc_column(oca_calc_names, named[i]);
        oca_book_name(b->calc, oca_format_text(b->mem, "oca_calc_%s", named[i]), OCA_CALC_FIRST_ROW, column, last,
                      column);
    }
}

void oca_scoring_calc(const oca_scoring_book *b) {
    oca_calc c = {.b = b, .sheet = b->calc, .names = oca_calc_names};
    put_names(b->calc, oca_calc_names);
    put_facts(b);
    name_columns(b);
    for (size_t k = 0; k < b->tallied.n; k++) {
        oca_put_number(b->calc, 1, oca_calc_count_column(b, k), OCA_STYLE_LABEL, b->tallied.at[k]);
        oca_put_number(b->calc, 1, oca_calc_sum_column(b, k), OCA_STYLE_LABEL, b->tallied.at[k]);
    }
    for (size_t i = 0; i < b->frame->n_items; i++) {
        c.row = OCA_CALC_FIRST_ROW + (int)i;
        oca_calc_typed(&c, i);
        oca_calc_answers(&c, i);
        oca_calc_score(&c, i);
        oca_calc_plan(&c, i);
    }
    oca_hide(b->calc);
}
