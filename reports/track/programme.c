/* The plans of a programme, one line each, as text, CSV and JSON. */
#include "programme.h"
#include "../csv.h"
#include "../json.h"
#include "../tones.h"
#include "words.h"

static const char *name_of(const oca_programme_line *line) {
    return line->name ? line->name : line->organization;
}

static void put_day(oca_arena *mem, oca_table *table, oca_date date, const char *reason) {
    if (date.given)
        oca_table_date(mem, table, date.day);
    else
        oca_table_undefined(mem, table, reason);
}

static void put_line(oca_arena *mem, oca_table *table, const oca_programme_line *line, bool whole) {
    if (whole) {
        oca_table_text(mem, table, line->organization);
        oca_table_date(mem, table, line->start);
    }
    oca_table_text(mem, table, name_of(line));
    oca_table_points(mem, table, line->completion.agreed, OCA_DECIMALS_POINTS, _("nothing was scheduled"));
    oca_table_maybe(mem, table, line->completion.planned, OCA_DECIMALS_POINTS, _("nothing was scheduled"));
    if (whole)
        oca_table_maybe(mem, table, line->completion.as_it_stands, OCA_DECIMALS_POINTS, "");
    const size_t counts[] = {line->overdue, line->blocked, line->due_soon, line->done, line->actions};
    for (size_t i = 0; i < OCA_COUNT(counts); i++) {
        oca_table_number(mem, table, (double)counts[i], 0);
        oca_table_tone(table, i < 2 ? oca_number_tone(counts[i]) : OCA_TONE_PLAIN); /* overdue, blocked */
    }
    put_day(mem, table, line->last_visit, _("none is recorded"));
    put_day(mem, table, line->next_review, _("the last review is over"));
    if (whole)
        oca_table_text(mem, table, line->file);
}

static oca_table table_of(oca_arena *mem, const oca_programme *programme, bool whole) {
    oca_table table = {0};
    if (whole) {
        oca_table_column(mem, &table, _("Id"), "organization", OCA_LEFT);
        oca_table_column(mem, &table, _("Start"), "start", OCA_LEFT);
    }
    oca_table_column(mem, &table, _("Organization"), "name", OCA_LEFT);
    oca_table_column(mem, &table, _("As agreed, %"), "completion_agreed", OCA_RIGHT);
    oca_table_column(mem, &table, _("Planned by now, %"), "planned_completion", OCA_RIGHT);
    if (whole)
        oca_table_column(mem, &table, _("As it stands, %"), "completion", OCA_RIGHT);
    oca_table_column(mem, &table, _("Overdue"), "overdue", OCA_RIGHT);
    oca_table_column(mem, &table, _("Blocked"), "blocked", OCA_RIGHT);
    oca_table_column(mem, &table, _("Due in 30 days"), "due_30", OCA_RIGHT);
    oca_table_column(mem, &table, _("Done"), "done", OCA_RIGHT);
    oca_table_column(mem, &table, _("of"), "actions", OCA_RIGHT);
    oca_table_column(mem, &table, _("Last visit"), "last_visit", OCA_LEFT);
    oca_table_column(mem, &table, _("Next review"), "next_review", OCA_LEFT);
    if (whole)
        oca_table_column(mem, &table, _("File"), "file", OCA_LEFT);
    for (size_t i = 0; i < programme->lines.n; i++)
        put_line(mem, &table, &programme->lines.at[i], whole);
    return table;
}

oca_named_table oca_programme_plans(oca_arena *mem, const oca_programme *programme) {
    return (oca_named_table){.name = "plans",
                             .row = "plan",
                             .sheet = _("Plans"),
                             .hint = _("Who needs a visit first stands on top. Percent of weeks of work; doing an "
                                       "action changes no score."),
                             .table = table_of(mem, programme, true)};
}

oca_named_table oca_programme_faulty(oca_arena *mem, const oca_programme *programme) {
    oca_named_table faulty = {
        .name = "faulty", .row = "file", .sheet = _("Could not be read"), .hint = _("Left out of all figures.")};
    oca_table_column(mem, &faulty.table, _("File"), "file", OCA_LEFT);
    for (size_t i = 0; i < programme->faulty.n; i++)
        oca_table_text(mem, &faulty.table, programme->faulty.at[i]);
    return faulty;
}

const char *oca_programme_csv(oca_arena *mem, const oca_programme *programme) {
    oca_table table = table_of(mem, programme, true);
    oca_buffer out = {.mem = mem};
    oca_table_csv(&out, &table);
    return out.at;
}

const char *oca_programme_text(oca_arena *mem, const oca_programme *programme, const oca_screen *screen) {
    oca_table table = table_of(mem, programme, false);
    oca_lines out = {.written = {.mem = mem}, .screen = screen};
    size_t plans = programme->lines.n, overdue = programme->overdue, older = programme->superseded;
    const char *called = oca_format_text(mem, oca_counted("%zu plan", "%zu plans", plans), plans);
    const char *late = oca_format_text(mem, oca_counted("%zu action overdue", "%zu actions overdue", overdue), overdue);
    /* TRANSLATORS: "3 plans on 2025-06-30: 4 actions overdue, 1 blocked" */
    oca_lines_say(&out, _("%s on %s: %s, %zu blocked"), called, oca_day_text(mem, programme->date), late,
                  programme->blocked);
    if (older)
        oca_lines_say(
            &out,
            oca_counted("%zu older copy of these plans left out", "%zu older copies of these plans left out", older),
            older);
    if (programme->lines.n) {
        oca_lines_heading(&out, _("Who needs a visit first"));
        oca_table_write(&out, &table);
    }
    if (programme->faulty.n) {
        oca_lines_heading(&out, _("Could not be read"));
        for (size_t i = 0; i < programme->faulty.n; i++)
            oca_lines_wrap(&out, programme->faulty.at[i], 0, 2);
    }
    return out.written.at;
}

oca_status oca_programme_json(const char **out, size_t *n, oca_arena *mem, const oca_programme *programme) {
    oca_json json = {0};
    json_t *root = json_object(), *lines = json_array();
    oca_json_set(&json, root, "date", oca_json_day(mem, (oca_date){true, programme->date}));
    oca_json_set(&json, root, "plans", json_integer((json_int_t)programme->lines.n));
    oca_json_set(&json, root, "faulty", oca_json_strings(&json, &programme->faulty));
    oca_json_set(&json, root, "superseded", json_integer((json_int_t)programme->superseded));
    oca_json_set(&json, root, "overdue", json_integer((json_int_t)programme->overdue));
    oca_json_set(&json, root, "blocked", json_integer((json_int_t)programme->blocked));
    for (size_t i = 0; i < programme->lines.n; i++) {
        const oca_programme_line *line = &programme->lines.at[i];
        const struct {
            const char *key;
            size_t n;
        } counts[] = {{"overdue", line->overdue}, {"blocked", line->blocked}, {"due_30", line->due_soon},
                      {"done", line->done},       {"dropped", line->dropped}, {"added", line->added},
                      {"actions", line->actions}};
        json_t *object = json_object();
        oca_json_set(&json, object, "organization", oca_json_text(line->organization));
        oca_json_set(&json, object, "name", oca_json_text(line->name));
        oca_json_set(&json, object, "file", oca_json_text(line->file));
        oca_json_set(&json, object, "start", oca_json_day(mem, (oca_date){true, line->start}));
        oca_json_set(&json, object, "completion", oca_json_maybe(line->completion.as_it_stands));
        oca_json_set(&json, object, "completion_agreed", oca_json_maybe(line->completion.agreed));
        oca_json_set(&json, object, "planned_completion", oca_json_maybe(line->completion.planned));
        for (size_t k = 0; k < OCA_COUNT(counts); k++)
            oca_json_set(&json, object, counts[k].key, json_integer((json_int_t)counts[k].n));
        oca_json_set(&json, object, "last_visit", oca_json_day(mem, line->last_visit));
        oca_json_set(&json, object, "next_review", oca_json_day(mem, line->next_review));
        oca_json_append(&json, lines, object);
    }
    oca_json_set(&json, root, "organizations", lines);
    return oca_json_write(out, n, mem, &json, root);
}
