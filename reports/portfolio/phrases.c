/* Sentences that the portfolio's reports share. */
#include "phrases.h"

#include "../../engine/base/words.h"
#include "../phrases.h"

const char oca_note_unit[] =
    N_("Organizations are the unit: how many people answered in each says nothing about how sure "
       "a figure of several is.");
const char oca_note_indicator[] =
    N_("A share that improved in capacity is not by itself a performance indicator such as CBLD-9.");

oca_portfolio_subject oca_portfolio_subject_of(const oca_figures *figures) {
    size_t n = 0;
    for (size_t i = 0; i < figures->rounds.n; i++)
        n += oca_measures_performance(figures->rounds.at[i].frame);
    return n == 0 ? OCA_SUBJECT_CAPACITY : n == figures->rounds.n ? OCA_SUBJECT_PERFORMANCE : OCA_SUBJECT_BOTH;
}

const char *oca_portfolio_subject_shown(oca_arena *mem, const oca_figures *figures) {
    oca_strings rubrics = {0};
    oca_portfolio_subject subject = oca_portfolio_subject_of(figures);
    if (subject == OCA_SUBJECT_CAPACITY)
        return _("These figures describe capacity, not performance.");
    if (subject == OCA_SUBJECT_PERFORMANCE)
        return _("These figures describe performance, not capacity.");
    for (size_t i = 0; i < figures->rounds.n; i++)
        if (oca_measures_performance(figures->rounds.at[i].frame) && !oca_holds(&rubrics, figures->rounds.at[i].rubric))
            *(const char **)OCA_ADD(mem, &rubrics) = figures->rounds.at[i].rubric;
    return oca_format_text(
        mem,
        _("The figures of %s describe performance, those of all other rubrics capacity; neither stands for the other."),
        oca_join(mem, &rubrics, ", "));
}

static void __attribute__((format(printf, 3, 4))) say(oca_arena *mem, oca_strings *lines, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    *(const char **)OCA_ADD(mem, lines) = oca_format_list(mem, format, arguments);
    va_end(arguments);
}

/* "2.13 to 2.79 of 4: +22.0 points of the range, 31.0 % relative". */
static void levels(oca_arena *mem, const oca_figures *figures, oca_strings *lines) {
    for (size_t i = 0; i < figures->levels.n; i++) {
        const oca_level_move *move = &figures->levels.at[i];
        double points = 100 * (move->after - move->before) / (move->max - move->min);
        const char *relative =
            move->before > 0
                ? oca_format_text(mem,
                                  _(", %s %% relative to the first level (which depends on where the scale starts)"),
                                  oca_number_shown(mem, 100 * (move->after - move->before) / move->before, 0))
                : "";
        say(mem, lines, _("Mean level, %s, n = %zu: from %s to %s of %s: %s%s points of the range%s."), move->rubric,
            move->n, oca_number_shown(mem, move->before, OCA_DECIMALS_LEVEL),
            oca_number_shown(mem, move->after, OCA_DECIMALS_LEVEL), oca_level_number(mem, move->max),
            points > 0 ? "+" : "", oca_number_shown(mem, points, 0), relative);
    }
}

/* "= 0.0313"; one that four decimals would show as 0 is "< 0.0001". */
static const char *p_shown(oca_arena *mem, double p) {
    return p < 0.00005 ? "< 0.0001" : oca_format_text(mem, "= %s", oca_number_shown(mem, p, 4));
}

static void delta(oca_arena *mem, const oca_figures *figures, oca_strings *lines) {
    const oca_signed_rank *test = &figures->wilcoxon;
    if (!figures->mean_delta.given)
        return;
    const char *mean = oca_number_shown(mem, figures->mean_delta.value, OCA_DECIMALS_POINTS);
    const char *sign = figures->mean_delta.value > 0 ? "+" : "";
    if (figures->interval.given)
        say(mem, lines, _("Mean change, like for like: %s%s points, n = %zu, 95 %% interval %s to %s."), sign, mean,
            figures->pairs, oca_number_shown(mem, figures->interval.low, OCA_DECIMALS_POINTS),
            oca_number_shown(mem, figures->interval.high, OCA_DECIMALS_POINTS));
    else
        say(mem, lines, _("Mean change, like for like: %s%s points, n = %zu; no interval: %s."), sign, mean,
            figures->pairs, figures->pairs < 3 ? _("under three pairs") : _("they all changed alike"));
    if (!test->p.given)
        say(mem, lines, _("Wilcoxon signed rank: – (no pair changed)."));
    else if (test->smallest_p.given)
        say(mem, lines, _("Wilcoxon signed rank, two-sided: p %s, n = %zu; the smallest that %zu can reach: p %s."),
            p_shown(mem, test->p.value), test->n, test->n, p_shown(mem, test->smallest_p.value));
    else
        say(mem, lines, _("Wilcoxon signed rank, two-sided, by the normal approximation: p %s, n = %zu."),
            p_shown(mem, test->p.value), test->n);
}

void oca_portfolio_change_lines(oca_arena *mem, const oca_figures *figures, oca_strings *lines) {
    delta(mem, figures, lines);
    levels(mem, figures, lines);
    if (figures->reversed.n)
        *(const char **)OCA_ADD(mem, lines) = oca_format_text(
            mem, _("The latest round is older than the baseline, and the two may be in the wrong order, of: %s."),
            oca_join(mem, &figures->reversed, ", "));
}

const char *oca_portfolio_facilitation_moved(oca_arena *mem, const oca_figures *figures) {
    const oca_facilitated *of = figures->told_twice;
    size_t n = of[0].local + of[0].programme;
    if (n == 0)
        return NULL;
    double before = oca_facilitated_locally(&of[0]).value, now = oca_facilitated_locally(&of[1]).value;
    return oca_format_text(mem,
                           oca_counted("Of %zu organization that tells who facilitated both rounds, %s %% were "
                                       "facilitated locally at baseline and %s %% in "
                                       "the latest round: %s points.",
                                       "Of %zu organizations that tell who facilitated both rounds, %s %% were "
                                       "facilitated locally at baseline and %s %% in "
                                       "the latest round: %s points.",
                                       n),
                           n, oca_number_shown(mem, before, OCA_DECIMALS_POINTS),
                           oca_number_shown(mem, now, OCA_DECIMALS_POINTS),
                           oca_change_shown(mem, now - before, OCA_DECIMALS_POINTS));
}

const char *oca_portfolio_area_title(const oca_portfolio_report *report, const char *rubric, const char *area) {
    const oca_figures *figures = &report->portfolio->figures;
    for (size_t i = figures->rounds.n; i-- > 0;) {
        const oca_frame *frame = figures->rounds.at[i].frame;
        long node = oca_equal(figures->rounds.at[i].rubric, rubric) ? oca_frame_find_node(frame, area) : OCA_NOWHERE;
        if (node != OCA_NOWHERE)
            return oca_node_title(frame, (size_t)node, report->lang);
    }
    return area;
}

const char *oca_portfolio_training_title(const oca_portfolio_report *report, const char *training) {
    for (size_t i = 0; i < report->libraries.n; i++) {
        const oca_actions *library = report->libraries.at[i];
        for (size_t k = 0; k < library->trainings.n; k++) {
            const char *title = oca_words_in(&library->trainings.at[k].titles, report->lang, library->lang);
            if (oca_equal(library->trainings.at[k].id, training) && *title)
                return title;
        }
    }
    return training;
}

const char *oca_portfolio_action_title(const oca_portfolio_report *report, const oca_action_of *action) {
    const char *title = oca_words_in(&action->action->titles, report->lang, NULL);
    return *title ? title : action->action->id;
}

const char *oca_portfolio_statement_title(const oca_portfolio_report *report, const oca_action_of *action) {
    const char *title = oca_words_in(&action->weakness->titles, report->lang, NULL);
    return *title ? title : action->weakness->item;
}
