/* What a portfolio keeps, adds up and says. */
#include "../engine/comparing/portfolio.h"
#include "../engine/reading/library.h"
#include "../engine/scoring/item.h"
#include "../engine/scoring/shares.h"
#include "../reports/portfolio/portfolio.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>

static const struct versions {
    const char *name, *a, *b;
    int order;
} versions[] = {
    {"numbers count as numbers", "1.10", "1.9", 1},
    {"the same", "1.0", "1.0", 0},
    {"a longer one is newer", "1.0", "1.0.1", -1},
    {"zeros in front", "1.01", "1.1", 0},
    {"letters", "1.0a", "1.0b", -1},
    {"years", "2025-03", "2024-12", 1},
};

static void check_versions(void **state) {
    const struct versions *row = *state;
    assert_int_equal(oca_version_compare(row->a, row->b), row->order);
    assert_int_equal(oca_version_compare(row->b, row->a), -row->order);
}

/* Assessments that ship, with the rubric of each. */
static const struct sample {
    const char *name, *rubric;
} samples[] = {
    {"templates/samples/example-women.xml", "rubrics/asm-association.xml"},
    {"templates/samples/example-federation.xml", "rubrics/asm-association.xml"},
    {"templates/samples/example-youth.xml", "rubrics/asm-association.xml"},
    {"templates/samples/example-disability.xml", "rubrics/asm-association.xml"},
    {"templates/samples/savings-group.xml", "rubrics/savings-group.xml"},
};

typedef struct {
    oca_arena mem;
    oca_frame frame;
    oca_answers answers;
    oca_scores scores;
} loaded;

static void load(loaded *out, const struct sample *sample) {
    oca_faults faults = {.mem = &out->mem};
    const oca_rubric *rubric = NULL;
    const oca_assessment *assessment = NULL;
    assert_int_equal(oca_rubric_load(&rubric, &out->mem, sample->rubric, &faults), OCA_OK);
    assert_int_equal(oca_assessment_load(&assessment, &out->mem, sample->name, &faults), OCA_OK);
    assert_int_equal(oca_frame_build(&out->frame, &out->mem, rubric, &faults), OCA_OK);
    assert_int_equal(oca_answers_build(&out->answers, &out->mem, assessment, &out->frame, &faults), OCA_OK);
    out->scores = oca_score_all(&out->mem, &out->answers);
}

/* What is kept scores as what was read, and takes little room. */
static void check_kept(void **state) {
    loaded in = {.mem = {0}};
    load(&in, *state);
    oca_arena scratch = {0};
    oca_kept_round kept = oca_keep(&in.mem, &scratch, &in.scores);
    oca_arena_free(&scratch);
    oca_scores again = oca_kept_scores(&in.mem, &kept);
    for (size_t i = 0; i < in.frame.n_items; i++) {
        const oca_item_score *a = &in.scores.items[i], *b = &again.items[i];
        assert_int_equal(a->state, b->state);
        assert_int_equal(a->basis, b->basis);
        assert_int_equal(a->gate, b->gate);
        assert_near(a->score, b->score);
        assert_near(a->score_uncapped, b->score_uncapped);
        assert_int_equal(a->counts.n, b->counts.n);
        assert_near(oca_or(a->dk_share, -1), oca_or(b->dk_share, -1));
        assert_near(oca_or(a->consensus, -1), oca_or(b->consensus, -1));
        bool able = a->state == OCA_SCORED && oca_compare(a->standing, in.frame.items[i].adequate) >= 0;
        assert_int_equal(oca_kept_able(&kept, i), able);
    }
    for (size_t n = 0; n < in.frame.n_nodes; n++) {
        assert_int_equal(in.scores.nodes[n].stage, again.nodes[n].stage);
        assert_near(oca_or(in.scores.nodes[n].percent, -1), oca_or(again.nodes[n].percent, -1));
        assert_int_equal(kept.nodes[n].scored, in.scores.nodes[n].percent.given);
    }
    assert_true(kept.n_bytes < 25 * in.frame.n_items);
    oca_arena_free(&in.mem);
}

/* What two rounds are compared by is there without scoring again. */
static void check_basis(void **state) {
    loaded in = {.mem = {0}};
    load(&in, *state);
    oca_arena scratch = {0};
    oca_kept_round kept = oca_keep(&in.mem, &scratch, &in.scores);
    oca_arena_free(&scratch);
    oca_scores basis = oca_kept_basis(&in.mem, &kept);
    for (size_t i = 0; i < in.frame.n_items; i++) {
        assert_int_equal(basis.items[i].state == OCA_SCORED, in.scores.items[i].state == OCA_SCORED);
        for (int layer = OCA_LAYER_VERIFIED; layer <= OCA_LAYER_PARTICIPANTS; layer++) {
            oca_number read = oca_layer_score(&in.scores, i, (oca_layer)layer, &in.frame);
            oca_number again = oca_layer_score(&basis, i, (oca_layer)layer, &in.frame);
            assert_near(oca_or(read, -1), oca_or(again, -1));
        }
    }
    for (size_t n = 0; n < in.frame.n_nodes; n++)
        assert_near(oca_or(in.scores.nodes[n].percent, -1), oca_or(basis.nodes[n].percent, -1));
    assert_int_equal(basis.nodes[0].stage, in.scores.nodes[0].stage);
    oca_arena_free(&in.mem);
}

/* Shares add up: to the node's percent with the items' percents, and to 1. */
static void check_shares(void **state) {
    loaded in = {.mem = {0}};
    load(&in, *state);
    double *shares = oca_alloc(&in.mem, in.frame.n_items * sizeof *shares);
    for (size_t node = 0; node < in.frame.n_nodes; node++) {
        double sum = 0, all = 0;
        oca_shares(&in.scores, node, shares);
        for (size_t i = 0; i < in.frame.n_items; i++) {
            sum += shares[i] * 100 * in.scores.items[i].x;
            all += shares[i];
        }
        assert_near(sum, oca_or(in.scores.nodes[node].percent, 0));
        assert_near(all, in.scores.nodes[node].percent.given ? 1 : 0);
    }
    oca_arena_free(&in.mem);
}

/* A portfolio of organizations that have one item each, on a scale of 1 to 4. */
static const char rubric_text[] =
    "<rubric xmlns='urn:oca:rubric:1' id='r' version='1'><title>R</title>"
    "<scale id='s'><level value='1'/><level value='2'/><level value='3'/><level value='4'/></scale>"
    "<stages><stage id='one' from='0'/><stage id='two' from='25'/><stage id='three' from='50'/><stage id='four' "
    "from='75'/>"
    "</stages><planning adequate='3'/><area id='a'><item id='i' scale='s'><level value='1'>a</level><level value='2'>b"
    "</level><level value='3'>c</level><level value='4'>d</level></item></area></rubric>";

typedef struct {
    oca_arena mem, scratch;
    oca_frame frame;
    OCA_LIST(oca_kept_round) rounds;
} group;

static const void *parse(group *g, const oca_format *format, const char *text) {
    const oca_format *const accepted[] = {format, NULL};
    oca_faults faults = {.mem = &g->mem};
    oca_document document = {0};
    if (oca_document_parse(&document, &g->mem, "test.xml", text, strlen(text), accepted, &faults) != OCA_OK)
        fail_msg("%s", faults.all.at[0].message);
    return document.root;
}

static void begin(group *g) {
    *g = (group){.mem = {0}};
    oca_faults faults = {.mem = &g->mem};
    if (oca_frame_build(&g->frame, &g->mem, parse(g, &oca_rubric_format, rubric_text), &faults) != OCA_OK)
        fail_msg("%s", faults.all.at[0].message);
}

static void add_facilitated(group *g, int organization, const char *round, const char *date, const char *from,
                            int level) {
    const char *text = oca_format_text(
        &g->mem,
        "<assessment xmlns='urn:oca:assessment:1' rubric='r' rubric-version='1' round='%s' date='%s'>"
        "<organization id='o%03d' name='O'/>%s<answer item='i'><agreed value='%d'/></answer></assessment>",
        round, date, organization, from ? oca_format_text(&g->mem, "<facilitator from='%s'>F</facilitator>", from) : "",
        level);
    oca_faults faults = {.mem = &g->mem};
    oca_answers *answers = oca_alloc(&g->mem, sizeof *answers);
    assert_int_equal(oca_answers_build(answers, &g->mem, parse(g, &oca_assessment_format, text), &g->frame, &faults),
                     OCA_OK);
    oca_scores scores = oca_score_figures(&g->mem, answers);
    *(oca_kept_round *)OCA_ADD(&g->mem, &g->rounds) = oca_keep(&g->mem, &g->scratch, &scores);
}

static void add(group *g, int organization, bool later, int level) {
    add_facilitated(g, organization, later ? "reassessment" : "baseline", later ? "2026-03-01" : "2025-03-01", NULL,
                    level);
}

static oca_portfolio finish(group *g) {
    oca_portfolio out;
    oca_portfolio_input input = {.rounds = g->rounds.at, .n_rounds = g->rounds.n};
    oca_portfolio_open(&out, &g->mem, &input);
    for (size_t i = 0; i < out.n_lines; i++)
        oca_portfolio_pair(&out.lines[i], &g->scratch);
    oca_portfolio_close(&out, &g->mem, OCA_BY_NOTHING, (oca_date){0});
    oca_portfolio_find_peers(&out, &g->mem);
    return out;
}

static const char *text_of(group *g, const oca_portfolio *portfolio) {
    static const oca_faulty_files none;
    return oca_portfolio_text(&g->mem, &(oca_portfolio_report){.portfolio = portfolio, .faulty = &none},
                              &oca_no_screen);
}

static void assert_says(const char *text, const char *words) {
    if (!strstr(text, words))
        fail_msg("\"%s\" is not in:\n%s", words, text);
}

/* As donors' reports put it: a mean of 2.13 of 4 that becomes 2.79 is 22 points of the range, and 31 % relative. A
 * hundred organizations: 13 go from 3 to 4, 53 from 2 to 3, 34 stay at 2; 2.13 = (13 * 3 + 87 * 2) / 100,
 * 2.79 = (13 * 4 + 53 * 3 + 34 * 2) / 100. */
static void check_published_mean(void **state) {
    (void)state;
    group g;
    begin(&g);
    for (int i = 0; i < 100; i++) {
        add(&g, i, false, i < 13 ? 3 : 2);
        add(&g, i, true, i < 13 ? 4 : i < 66 ? 3 : 2);
    }
    oca_portfolio portfolio = finish(&g);
    assert_near(portfolio.figures.levels.at[0].before, 2.13);
    assert_near(portfolio.figures.levels.at[0].after, 2.79);
    assert_near(portfolio.figures.mean_delta.value, 22);
    assert_says(text_of(&g, &portfolio), "from 2.13 to 2.79 of 4: +22 points of the range, 31 % relative");
    oca_arena_free(&g.scratch);
    oca_arena_free(&g.mem);
}

/* Of 120 groups 10 % stand at the first stage, 77.5 % at the second, 12.5 % at the third, none at the fourth. */
static void check_published_stages(void **state) {
    (void)state;
    group g;
    begin(&g);
    for (int i = 0; i < 120; i++)
        add(&g, i, false, i < 12 ? 1 : i < 105 ? 2 : 3);
    oca_portfolio portfolio = finish(&g);
    const oca_portfolio_round *round = &portfolio.figures.rounds.at[0];
    static const size_t counts[] = {12, 93, 15, 0};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(round->stages.at[i].n, counts[i]);
    assert_int_equal(round->percents.n, 120);
    assert_int_equal(round->provisional, 0);
    assert_says(text_of(&g, &portfolio), "baseline  r       one          12     10.0 %\n"
                                         "baseline  r       two          93     77.5 %\n"
                                         "baseline  r       three        15     12.5 %\n"
                                         "baseline  r       four          0      0.0 %\n"
                                         "baseline  r       provisional   0      0.0 %\n");
    oca_arena_free(&g.scratch);
    oca_arena_free(&g.mem);
}

static void assert_facilitated(const oca_facilitated *of, size_t local, size_t programme, size_t unknown) {
    assert_int_equal(of->local, local);
    assert_int_equal(of->programme, programme);
    assert_int_equal(of->unknown, unknown);
}

/* Who facilitated, at each round, over those that tell it of both, and by year, interim rounds too. */
static void check_facilitation(void **state) {
    (void)state;
    group g;
    begin(&g);
    add_facilitated(&g, 1, "baseline", "2024-11-01", "programme", 2);
    add_facilitated(&g, 1, "interim", "2025-05-01", "association", 2);
    add_facilitated(&g, 1, "reassessment", "2025-11-01", "association", 3);
    add_facilitated(&g, 2, "baseline", "2025-01-01", "programme", 2);
    add_facilitated(&g, 2, "reassessment", "2026-01-01", "programme", 2);
    add_facilitated(&g, 3, "baseline", "2025-01-01", "association", 2);
    add_facilitated(&g, 3, "reassessment", "2026-01-01", NULL, 2);
    add_facilitated(&g, 4, "baseline", "2025-01-01", "programme", 2);
    oca_portfolio portfolio = finish(&g);
    assert_facilitated(&portfolio.figures.facilitated[0], 1, 3, 0);
    assert_facilitated(&portfolio.figures.facilitated[1], 1, 1, 1);
    assert_facilitated(&portfolio.figures.told_twice[0], 0, 2, 0);
    assert_facilitated(&portfolio.figures.told_twice[1], 1, 1, 0);
    assert_near(oca_facilitated_locally(&portfolio.figures.facilitated[0]).value, 25);
    assert_int_equal(portfolio.facilitated.n, 3);
    static const int years[] = {2024, 2025, 2026};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(portfolio.facilitated.at[i].year, years[i]);
    assert_facilitated(&portfolio.facilitated.at[1].of, 3, 2, 0);
    assert_facilitated(&portfolio.facilitated.at[2].of, 0, 1, 1);
    const char *text = text_of(&g, &portfolio);
    assert_says(text, "Of 2 organizations that tell who facilitated both rounds, 0.0 % were facilitated locally at "
                      "baseline\n  and 50.0 % in the latest round: +50.0 points.\n");
    assert_says(text, "All of 2025: 60.0 % locally, without the programme (3 of 5; 0 do not say).");
    oca_arena_free(&g.scratch);
    oca_arena_free(&g.mem);
}

/* The summary names those of each area that need it most, and says how many more there are. */
static void check_few_peers(void **state) {
    (void)state;
    group g;
    begin(&g);
    for (int i = 0; i < 60; i++)
        add(&g, i, false, i < 30 ? 1 : 4);
    oca_portfolio portfolio = finish(&g);
    assert_int_equal(portfolio.peers.n, 30);
    const char *text = text_of(&g, &portfolio);
    assert_says(text, "\na     o019 ");
    assert_null(strstr(text, "\na     o020 "));
    assert_says(text, "10 more are in the workbook and in the JSON");
    oca_arena_free(&g.scratch);
    oca_arena_free(&g.mem);
}

/* Whatever the order in which rounds come, the result is the same. */
static void check_order(void **state) {
    (void)state;
    const char *first = NULL;
    group kept;
    begin(&kept);
    for (unsigned shuffle = 0; shuffle < 20; shuffle++) {
        group g;
        begin(&g);
        for (int i = 0; i < 30; i++) {
            add(&g, i, false, 1 + i % 3);
            add(&g, i, true, 1 + (i * 7) % 4);
        }
        srand(shuffle);
        for (size_t i = g.rounds.n - 1; i > 0; i--) {
            size_t k = (size_t)rand() % (i + 1);
            oca_kept_round other = g.rounds.at[k];
            g.rounds.at[k] = g.rounds.at[i];
            g.rounds.at[i] = other;
        }
        oca_portfolio portfolio = finish(&g);
        const char *text = text_of(&g, &portfolio);
        if (!first)
            first = oca_copy(&kept.mem, text, strlen(text));
        assert_string_equal(text, first);
        oca_arena_free(&g.scratch);
        oca_arena_free(&g.mem);
    }
    oca_arena_free(&kept.mem);
}

int main(void) {
    const struct CMUnitTest single[] = {
        cmocka_unit_test(check_published_mean), cmocka_unit_test(check_published_stages),
        cmocka_unit_test(check_facilitation),   cmocka_unit_test(check_few_peers),
        cmocka_unit_test(check_order),
    };
    return cmocka_run_group_tests_name("portfolio", single, NULL, NULL) +
           CHECK_ROWS("versions", versions, check_versions) + CHECK_ROWS("kept", samples, check_kept) +
           CHECK_ROWS("basis", samples, check_basis) + CHECK_ROWS("shares", samples, check_shares);
}
