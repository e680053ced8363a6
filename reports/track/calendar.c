/* A calendar of due dates and reviews, over libical: folding of lines and escaping are its business. */
#include "words.h"

#include <libical/ical.h>
#include <string.h>

typedef struct {
    oca_arena *mem;
    const oca_tracked *tracked;
    icalcomponent *calendar;
    oca_day stamp;
    bool failed;
} maker;

static struct icaltimetype day_of(oca_day day) {
    struct icaltimetype time = icaltime_null_date();
    oca_day_parts(day, &time.year, &time.month, &time.day);
    time.is_date = 1;
    return time;
}

/* The newest day that the plan tells of: stamps come from the data, never from the clock. */
static oca_day stamp_of(const oca_plan *plan) {
    oca_day newest = plan->origin->date.day;
    for (size_t i = 0; plan->journal && i < plan->journal->changes.n; i++)
        if (plan->journal->changes.at[i].date.day > newest)
            newest = plan->journal->changes.at[i].date.day;
    return newest;
}

static void add(maker *m, icalcomponent *component, icalproperty *property) {
    if (property)
        icalcomponent_add_property(component, property);
    else
        m->failed = true;
}

/* The same of the same plan and thing, whatever its dates and words: taken in again, it updates. */
static const char *uid(const maker *m, const char *what, const char *id) {
    const oca_plan *plan = m->tracked->plan;
    return oca_format_text(m->mem, "%s-%s-%s-%s@oca.invalid", what, id, plan->origin->organization,
                           oca_day_text(m->mem, plan->start.day));
}

static void add_event(maker *m, const char *id, oca_day day, const char *summary, const char *description) {
    icalcomponent *event = icalcomponent_new_vevent();
    if (!event) {
        m->failed = true;
        return;
    }
    struct icaltimetype stamp = day_of(m->stamp);
    stamp.is_date = stamp.hour = stamp.minute = stamp.second = 0;
    stamp.zone = icaltimezone_get_utc_timezone();
    add(m, event, icalproperty_new_uid(id));
    add(m, event, icalproperty_new_dtstamp(stamp));
    add(m, event, icalproperty_new_dtstart(day_of(day)));
    add(m, event, icalproperty_new_summary(summary));
    if (*description)
        add(m, event, icalproperty_new_description(description));
    add(m, event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    icalcomponent_add_component(m->calendar, event);
}

static void add_action(maker *m, const oca_progress_action *at) {
    const oca_tracked *t = m->tracked;
    oca_buffer about = {.mem = m->mem};
    if (!at->counts || !at->due.given || at->action->status == OCA_DROPPED)
        return;
    oca_buffer_print(&about, "%s\n%s", oca_track_item_title(t, at->weakness), oca_track_who(m->mem, t, at->action));
    if (at->action->revised_due.given && at->action->due.given)
        oca_buffer_print(&about, "\n%s",
                         oca_format_text(m->mem, _("First planned for %s"), oca_day_text(m->mem, at->action->due.day)));
    const char *title = oca_track_action_title(t, at->action);
    add_event(m, uid(m, "action", at->action->id), at->due.day,
              oca_format_text(m->mem, at->action->status == OCA_DONE ? _("Done: %s") : _("Due: %s"), title), about.at);
}

static void add_review(maker *m, size_t number) {
    const oca_review *review = &m->tracked->plan->reviews.at[number];
    if (review->date.given)
        add_event(m, uid(m, "review", oca_format_text(m->mem, "%zu", number + 1)), review->date.day,
                  oca_format_text(m->mem, _("Review of the plan: %s"), oca_track_organization(m->tracked)), "");
}

oca_status oca_track_calendar(const char **out, size_t *n, oca_arena *mem, const oca_tracked *tracked) {
    maker making = {.mem = mem, .tracked = tracked, .stamp = stamp_of(tracked->plan)}, *m = &making;
    m->calendar = icalcomponent_new_vcalendar();
    if (!m->calendar)
        return OCA_SYSTEM;
    add(m, m->calendar, icalproperty_new_version("2.0"));
    add(m, m->calendar, icalproperty_new_prodid("-//oca//oca " OCA_VERSION "//EN"));
    for (size_t i = 0; i < tracked->progress.actions.n; i++)
        add_action(m, &tracked->progress.actions.at[i]);
    for (size_t i = 0; i < tracked->plan->reviews.n; i++)
        add_review(m, i);
    char *text = m->failed ? NULL : icalcomponent_as_ical_string_r(m->calendar);
    if (text) {
        *n = strlen(text);
        *out = oca_copy(mem, text, *n);
        icalmemory_free_buffer(text);
    }
    icalcomponent_free(m->calendar);
    return text ? OCA_OK : OCA_SYSTEM;
}
