/* What a programme's plans show, in a sentence; declared in programme.h. */
#include "programme.h"

#include "../../engine/base/words.h"

const char *oca_programme_called(oca_arena *mem, const oca_programme *programme, size_t line) {
    const oca_programme_line *own = &programme->lines.at[line];
    const char *name = own->name ? own->name : own->organization;
    for (size_t i = 0; i < programme->lines.n; i++)
        if (i != line && oca_equal(programme->lines.at[i].organization, own->organization))
            return oca_format_text(mem, "%s, %s", name, oca_day_text(mem, own->start));
    return name;
}

const char *oca_finding_behind(oca_arena *mem, const oca_programme *programme) {
    size_t behind = 0, n = programme->lines.n;
    for (size_t i = 0; i < n; i++) {
        const oca_completion *done = &programme->lines.at[i].completion;
        behind += done->agreed.given && done->planned.given && oca_compare(done->agreed.value, done->planned.value) < 0;
    }
    return oca_format_text(mem,
                           oca_counted("%zu of %zu plan lies behind what was planned by now",
                                       "%zu of %zu plans lie behind what was planned by now", n),
                           behind, n);
}

const char *oca_finding_stuck(oca_arena *mem, const oca_programme *programme) {
    size_t stuck = 0, n = programme->lines.n;
    for (size_t i = 0; i < n; i++)
        stuck += programme->lines.at[i].overdue + programme->lines.at[i].blocked > 0;
    return oca_format_text(mem,
                           oca_counted("Overdue: %zu, blocked: %zu, in %zu of %zu plan",
                                       "Overdue: %zu, blocked: %zu, in %zu of %zu plans", n),
                           programme->overdue, programme->blocked, stuck, n);
}
