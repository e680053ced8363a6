/* Tidy data: one row for each organization, round and item, for R, DuckDB, PostgreSQL or Spark. Columns are told in
 * README.md beside this file. */
#include "../../engine/scoring/shares.h"
#include "../csv.h"
#include "../json.h"
#include "portfolio.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const oca_portfolio_report *report;
    oca_arena mem;   /* lasts */
    oca_arena round; /* for one round */
    oca_table table;
    oca_buffer out;
    const oca_line *line;
} writer;

static const char *const fields[] = {
    "organization", "name",   "country",        "district",   "part_of",     "profile", "rubric",   "rubric_version",
    "tailoring",    "round",  "date",           "role",       "facilitated", "area",    "item",     "state",
    "basis",        "score",  "score_uncapped", "standing",   "percent",     "n",       "dk_share", "consensus",
    "gate",         "weight", "share",          "area_share",
};

static void put_text(writer *w, const char *text) {
    if (text && *text)
        oca_table_text(&w->mem, &w->table, text);
    else
        oca_table_undefined(&w->mem, &w->table, "");
}

static void put_if(writer *w, bool given, double value) {
    oca_table_maybe(&w->mem, &w->table, (oca_number){given, value}, 0, "");
}

/* What the round is for its organization's line. */
static const char *role_of(const writer *w, const oca_kept_round *round) {
    return round == w->line->baseline ? "baseline" : round == w->line->latest ? "latest" : "other";
}

static void put_round(writer *w, const oca_kept_round *round) {
    static const char *const facilitated[] = {"unknown", "local", "programme"};
    const oca_organization *organization = &round->organization;
    const oca_rubric *rubric = round->frame->rubric;
    put_text(w, organization->id);
    put_text(w, organization->name);
    put_text(w, organization->country);
    put_text(w, w->report->anonymous ? NULL : organization->district);
    put_text(w, organization->part_of);
    put_text(w, oca_join(&w->round, &organization->profile, " "));
    put_text(w, rubric->id);
    put_text(w, rubric->version);
    put_text(w, round->frame->tailoring ? round->frame->tailoring->id : NULL);
    put_text(w, round->round);
    oca_table_date(&w->mem, &w->table, round->date);
    put_text(w, role_of(w, round));
    put_text(w, facilitated[round->facilitation]);
}

static void put_item(writer *w, const oca_scores *scores, size_t item, const double *shares,
                     const double *area_shares) {
    const oca_frame *frame = scores->answers->frame;
    const oca_frame_item *at = &frame->items[item];
    const oca_item_score *score = &scores->items[item];
    bool scored = score->state == OCA_SCORED;
    put_text(w, frame->nodes[at->outermost].area->id);
    put_text(w, at->item->id);
    put_text(w, oca_item_state_word(score->state));
    put_text(w, oca_layer_word(score->basis));
    put_if(w, scored, score->score);
    put_if(w, scored, score->score_uncapped);
    put_if(w, scored, score->standing);
    put_if(w, scored, 100 * score->x);
    put_if(w, true, (double)score->counts.n);
    oca_table_maybe(&w->mem, &w->table, score->dk_share, 0, "");
    oca_table_maybe(&w->mem, &w->table, score->consensus, 0, "");
    put_text(w, oca_gate_word(score->gate));
    put_if(w, true, at->weight);
    put_if(w, scored && scores->nodes[0].percent.given, shares[item]);
    put_if(w, scored && scores->nodes[at->outermost].percent.given, area_shares[item]);
}

/* The rows of one round, in `table`. */
static void fill_table(writer *w, const oca_kept_round *round) {
    oca_scores scores = oca_kept_scores(&w->round, round);
    const oca_frame *frame = round->frame;
    double *shares = oca_alloc(&w->round, frame->n_items * sizeof *shares);
    double *area_shares = oca_alloc(&w->round, frame->n_items * sizeof *area_shares);
    double *own = oca_alloc(&w->round, frame->n_items * sizeof *own);
    oca_shares(&scores, 0, shares);
    for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end) { /* the outermost areas */
        oca_shares(&scores, node, own);
        for (size_t i = frame->nodes[node].first_item; i < frame->nodes[node].end_item; i++)
            area_shares[i] = own[i];
    }
    w->table.cells.n = 0;
    for (size_t i = 0; i < frame->n_items; i++) {
        put_round(w, round);
        put_item(w, &scores, i, shares, area_shares);
    }
}

static json_t *cell_json(oca_arena *mem, const oca_cell *cell) {
    switch (cell->kind) {
    case OCA_CELL_TEXT:
        return oca_json_text(cell->text);
    case OCA_CELL_NUMBER:
        return oca_json_number(cell->value);
    case OCA_CELL_DATE:
        return oca_json_day(mem, (oca_date){true, cell->day});
    case OCA_CELL_UNDEFINED:
        break;
    }
    return json_null();
}

static int add_bytes(const char *bytes, size_t n, void *buffer) {
    oca_buffer_add(buffer, bytes, n);
    return 0;
}

/* One object a line. */
static bool write_lines(writer *w) {
    bool failed = false;
    for (size_t i = 0; i < w->table.cells.n && !failed; i += w->table.columns.n) {
        oca_json json = {0};
        json_t *object = json_object();
        for (size_t k = 0; k < w->table.columns.n; k++)
            oca_json_set(&json, object, w->table.columns.at[k].field, cell_json(&w->round, &w->table.cells.at[i + k]));
        failed =
            json.failed || json_dump_callback(object, add_bytes, &w->out, JSON_COMPACT | JSON_REAL_PRECISION(17)) != 0;
        json_decref(object);
        oca_buffer_add(&w->out, "\n", 1);
    }
    return !failed;
}

/* The line of names stands once, at the beginning. */
static size_t names_length(const writer *w, bool first) {
    const char *end = first ? NULL : memchr(w->out.at, '\n', w->out.n);
    return end ? (size_t)(end - w->out.at) + 1 : 0;
}

static bool write_round(writer *w, const oca_kept_round *round, oca_rows_kind kind, bool first, oca_rows_taker *take,
                        void *payload) {
    oca_arena_reset(&w->round);
    w->out = (oca_buffer){.mem = &w->round};
    fill_table(w, round);
    if (kind == OCA_ROWS_JSONL && !write_lines(w))
        return false;
    if (kind == OCA_ROWS_CSV)
        oca_table_csv(&w->out, &w->table);
    size_t skipped = kind == OCA_ROWS_CSV ? names_length(w, first) : 0;
    return w->out.n == skipped || take(payload, w->out.at + skipped, w->out.n - skipped);
}

oca_status oca_portfolio_rows(const oca_portfolio_report *report, oca_rows_kind kind, oca_rows_taker *take,
                              void *payload) {
    const oca_portfolio *portfolio = report->portfolio;
    writer w = {.report = report, .line = portfolio->lines};
    for (size_t i = 0; i < OCA_COUNT(fields); i++)
        oca_table_column(&w.mem, &w.table, fields[i], fields[i], OCA_LEFT);
    bool written = true;
    for (size_t i = 0; i < portfolio->n_rounds && written; i++) {
        const oca_kept_round *round = &portfolio->rounds[i];
        while (!oca_equal(w.line->id, round->organization.id)) /* both stand by organization */
            w.line++;
        written = write_round(&w, round, kind, i == 0, take, payload);
    }
    if (portfolio->n_rounds == 0 && kind == OCA_ROWS_CSV) {
        w.out.mem = &w.round;
        oca_table_csv(&w.out, &w.table);
        written = take(payload, w.out.at, w.out.n);
    }
    oca_arena_free(&w.round);
    oca_arena_free(&w.mem);
    return written ? OCA_OK : OCA_SYSTEM;
}
