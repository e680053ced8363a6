/* The portfolio as result XML; declared in result.h. Its tables are those of the workbook. */
#include "../../engine/base/words.h"
#include "../portfolio/phrases.h"
#include "../portfolio/tables.h"
#include "head.h"
#include "pictures.h"
#include "result.h"
#include "table.h"

static void put_ids(oca_stream *out, const char *name, const oca_strings *ids) {
    oca_stream_begin(out, name);
    oca_stream_count(out, "n", ids->n);
    for (size_t i = 0; i < ids->n; i++) {
        oca_stream_begin(out, "organization");
        oca_stream_attribute(out, "id", ids->at[i]);
        oca_stream_end(out);
    }
    oca_stream_end(out);
}

static void put_change(oca_stream *out, oca_arena *mem, const oca_figures *figures) {
    oca_strings lines = {0};
    oca_stream_begin(out, "change");
    oca_stream_count(out, "pairs", figures->pairs);
    oca_stream_figure(out, "mean", figures->mean_delta, 1, _("no pairs"));
    oca_stream_figure(out, "low", (oca_number){figures->interval.given, figures->interval.low}, 1, _("no interval"));
    oca_stream_figure(out, "high", (oca_number){figures->interval.given, figures->interval.high}, 1, _("no interval"));
    oca_stream_figure(out, "p", figures->wilcoxon.p, 4, _("no pair changed"));
    oca_stream_count(out, "n", figures->wilcoxon.n);
    oca_stream_figure(out, "smallest-p", figures->wilcoxon.smallest_p, 4, _("no pair changed, or over 200 did"));
    oca_portfolio_change_lines(mem, figures, &lines);
    for (size_t i = 0; i < lines.n; i++)
        oca_stream_element(out, "line", lines.at[i]);
    put_ids(out, "improved", &figures->improved);
    put_ids(out, "same", &figures->same);
    put_ids(out, "regressed", &figures->regressed);
    put_ids(out, "not-comparable", &figures->not_comparable);
    put_ids(out, "baseline-only", &figures->baseline_only);
    put_ids(out, "without-baseline", &figures->without_baseline);
    oca_stream_end(out);
}

oca_status oca_portfolio_result(const char **out, size_t *n, oca_arena *mem, const oca_portfolio_report *report) {
    const oca_figures *figures = &report->portfolio->figures;
    /* A page must name its language: that of the words asked for, else of the first rubric, else of our own. */
    const char *lang = figures->rounds.n ? figures->rounds.at[0].frame->rubric->lang : NULL;
    lang = report->lang ? report->lang : lang ? lang : "en";
    oca_stream *stream = oca_result_open(mem, "portfolio", lang, _("Portfolio"));
    oca_stream_begin(stream, "read");
    oca_stream_count(stream, "organizations", figures->organizations);
    oca_stream_count(stream, "files", report->files);
    oca_stream_count(stream, "passed-over", report->passed_over);
    oca_stream_count(stream, "faulty", report->faulty->n);
    oca_stream_count(stream, "not-shared", report->portfolio->not_shared);
    static const char *const performance[] = {
        [OCA_SUBJECT_CAPACITY] = NULL, [OCA_SUBJECT_PERFORMANCE] = "yes", [OCA_SUBJECT_BOTH] = "some"};
    oca_stream_attribute(stream, "performance", performance[oca_portfolio_subject_of(figures)]);
    oca_stream_attribute(stream, "subject", oca_portfolio_subject_shown(mem, figures));
    oca_stream_day(stream, "newest", (oca_date){true, report->dated});
    oca_stream_day(stream, "donor-leaves", report->donor_leaves);
    oca_stream_end(stream);
    put_change(stream, mem, figures);
    oca_portfolio_tables tables = oca_portfolio_make_tables(mem, report);
    for (size_t i = 0; i < tables.n; i++)
        oca_result_table(stream, mem, &tables.at[i]);
    oca_portfolio_pictures(stream, mem, report);
    return oca_stream_close(out, n, stream);
}
