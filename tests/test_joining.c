/* Copies joined cell by cell: what each typed, in every order of the copies. */
#include "../engine/document/joining.h"
#include "check.h"

#include <string.h>

/* Edits of one copy, one a line: "TABLE ROW COLUMN OLD NEW", "." for nothing. */
static oca_edits edits_of(oca_arena *mem, const char *text) {
    oca_edits edits = {0};
    while (text && *text) {
        oca_edit *edit = OCA_ADD(mem, &edits);
        const char **fields[] = {&edit->table, &edit->row, &edit->column, &edit->old_value, &edit->new_value};
        for (size_t i = 0; i < OCA_COUNT(fields); i++) {
            size_t n = strcspn(text, " \n");
            const char *word = oca_copy(mem, text, n);
            *fields[i] = strcmp(word, ".") == 0 ? NULL : word;
            text += n + (text[n] != '\0');
        }
    }
    return edits;
}

static const char *or_dot(const char *s) {
    return s ? s : ".";
}

static const char *shown(oca_arena *mem, const oca_joined *joined) {
    oca_buffer text = {.mem = mem};
    oca_buffer_add(&text, "", 0);
    for (size_t i = 0; i < joined->edits.n; i++) {
        const oca_edit *edit = &joined->edits.at[i];
        oca_buffer_print(&text, "%s %s %s %s\n", edit->table, edit->row, or_dot(edit->column), or_dot(edit->new_value));
    }
    for (size_t i = 0; i < joined->conflicts.n; i++) {
        oca_buffer_print(&text, "! %s %s %s %s:", joined->conflicts.at[i].table, joined->conflicts.at[i].row,
                         or_dot(joined->conflicts.at[i].column), or_dot(joined->conflicts.at[i].before));
        size_t n = joined->conflicts.at[i].claims.n; /* in no order, so that all orders of copies are told alike */
        const char *least = NULL, *most = NULL;
        for (size_t k = 0; k < n; k++) {
            const char *value = or_dot(joined->conflicts.at[i].claims.at[k].value);
            least = !least || strcmp(value, least) < 0 ? value : least;
            most = !most || strcmp(value, most) > 0 ? value : most;
        }
        oca_buffer_print(&text, " %zu from %s to %s\n", n, least, most);
    }
    return text.at;
}

static const struct row {
    const char *name, *copies[3]; /* NULL: no such copy */
    const char *joined;
} rows[] = {
    {"nothing", {"", ""}, ""},
    {"what one changed", {"t a x 1 2", "t b x . 3"}, "t a x 2\nt b x 3\n"},
    {"alike in both", {"t a x 1 2", "t a x 1 2", "t a x 1 2"}, "t a x 2\n"},
    {"differently", {"t a x 1 2\nt a y . 5", "t a x 1 3"}, "t a y 5\n! t a x 1: 2 from 2 to 3\n"},
    {"two of three alike are no majority", {"t a x 1 2", "t a x 1 2", "t a x 1 3"}, "! t a x 1: 3 from 2 to 3\n"},
    {"emptied and changed", {"t a x 1 .", "t a x 1 3"}, "! t a x 1: 2 from . to 3\n"},
    {"emptied in both", {"t a x 1 .", "t a x 1 ."}, "t a x .\n"},
    {"new rows, the same one once",
     {"t +1 x . 1\nt +1 y . 2\nt +2 x . 9", "t +1 x . 8\nt +2 x . 1\nt +2 y . 2"},
     "t +1 x 1\nt +1 y 2\nt +2 x 8\nt +3 x 9\n"},
    {"two rows alike in one copy stay two", {"t +1 x . 1\nt +2 x . 1", "t +1 x . 1"}, "t +1 x 1\nt +2 x 1\n"},
    {"new rows of two tables", {"t +1 x . 1", "u +1 x . 1"}, "t +1 x 1\nu +2 x 1\n"},
    {"a named row added in both, its cells joined",
     {"t p . . p\nt p x . 1", "t p . . p\nt p y . 2"},
     "t p . p\nt p x 1\nt p y 2\n"},
    {"taken out in one", {"t 1 . 1 .", "t a x 1 2"}, "t 1 . .\nt a x 2\n"},
    {"taken out in one, changed in the other", {"t 1 . 1 .", "t 1 x 1 2"}, "! t 1 . .: 2 from . to 2\n"},
    {"in the order of the sheet",
     {"t z x . 1\nt b x . 1", "t z x . 1\nt c x . 1\nt b x . 1"},
     "t z x 1\nt b x 1\nt c x 1\n"},
};

static void check_row(void **state) {
    const struct row *r = *state;
    static const size_t orders[][3] = {{0, 1, 2}, {1, 0, 2}, {2, 1, 0}, {1, 2, 0}};
    oca_arena mem = {0};
    for (size_t i = 0; i < OCA_COUNT(orders); i++) {
        oca_edits copies[3];
        for (size_t k = 0; k < 3; k++)
            copies[k] = edits_of(&mem, r->copies[orders[i][k]]);
        oca_joined joined = oca_edits_join(&mem, copies, 3, 3);
        assert_string_equal(shown(&mem, &joined), r->joined);
    }
    oca_arena_free(&mem);
}

/* What the document has already is not taken in again, but may be in conflict. */
static void a_base_keeps_its_own(void **state) {
    (void)state;
    oca_arena mem = {0};
    oca_edits copies[] = {edits_of(&mem, "t a x . 1\nt a y . 2\nt +1 z . 3"),
                          edits_of(&mem, "t a x . 1\nt a y . 4\nt b x . 5\nt +1 z . 3\nt +2 z . 6")};
    oca_joined joined = oca_edits_join(&mem, copies, 2, 0);
    assert_string_equal(shown(&mem, &joined), "t b x 5\nt +2 z 6\n! t a y .: 2 from 2 to 4\n");
    oca_arena_free(&mem);
}

static const oca_form_column one = {"x", OCA_COLUMN_TEXT, NULL};

/* A list of rows "ID=VALUE" with spaces between; "-" is no id. */
static oca_form form_of(oca_arena *mem, const char *text) {
    oca_form form = {0};
    oca_form_table *table = OCA_ADD(mem, &form);
    table->name = "t";
    table->grows = true;
    *(oca_form_column *)OCA_ADD(mem, &table->columns) = one;
    while (*text) {
        size_t n = strcspn(text, " "), id = strcspn(text, "=");
        oca_form_row *row = OCA_ADD(mem, &table->rows);
        row->id = oca_copy(mem, text, id);
        row->cells = oca_alloc(mem, sizeof *row->cells);
        row->cells[0] = oca_copy(mem, text + id + 1, n - id - 1);
        text += n + (text[n] != '\0');
    }
    return form;
}

static const struct alignment {
    const char *name, *record, *copy, *ids;
} alignments[] = {
    {"the same", "1=a 2=b", "1=a 2=b", "1 2 "},
    {"one added at the end", "1=a 2=b", "1=a 2=b 3=c", "1 2 - "},
    {"one put in before", "1=a 2=b", "1=c 2=a 3=b", "- 1 2 "},
    {"one changed", "1=a 2=b", "1=a 2=c", "1 2 "},
    {"one taken out", "1=a 2=b", "1=b", "2 "},
    {"turned round", "1=a 2=b", "1=b 2=a", "2 1 "},
    {"alike", "1=a 2=a", "1=a 2=a", "1 2 "},
};

static void check_alignment(void **state) {
    const struct alignment *row = *state;
    oca_arena mem = {0};
    oca_form record = form_of(&mem, row->record), copy = form_of(&mem, row->copy);
    oca_form_align(&mem, &record, &copy);
    oca_buffer ids = {.mem = &mem};
    for (size_t i = 0; i < copy.at[0].rows.n; i++)
        oca_buffer_print(&ids, "%s ", copy.at[0].rows.at[i].id ? copy.at[0].rows.at[i].id : "-");
    assert_string_equal(ids.at, row->ids);
    oca_arena_free(&mem);
}

int main(void) {
    int failed = CHECK_ROWS("joining copies", rows, check_row);
    failed += CHECK_ROWS("numbered rows", alignments, check_alignment);
    const struct CMUnitTest others[] = {cmocka_unit_test(a_base_keeps_its_own)};
    failed += cmocka_run_group_tests_name("a base", others, NULL, NULL);
    return failed != 0;
}
