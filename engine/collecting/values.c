/* What the cells of an export say: names of choices, or their labels in any language of the form. */
#include "../base/words.h"
#include "parts.h"

#include <string.h>
#include <strings.h>

const char *oca_collect_folded(oca_arena *mem, const char *text) {
    return oca_trim(mem, text, strlen(text), true);
}

static bool is_word(oca_form_word word, const char *text) {
    for (const char *const *code = oca_form_languages; *code; code++) {
        const char *known;
        for (size_t k = 0; (known = oca_form_word_in(word, *code, k)); k++)
            if (strcasecmp(known, text) == 0)
                return true;
    }
    return false;
}

bool oca_collect_is_round(const char *text, const char *wanted) {
    static const char *const names[] = {"baseline", "interim", "reassessment"};
    if (strcasecmp(text, wanted) == 0)
        return true;
    for (size_t i = 0; i < OCA_COUNT(names); i++)
        if (strcasecmp(names[i], wanted) == 0)
            return is_word((oca_form_word)(OCA_FORM_BASELINE + i), text);
    return false;
}

/* The text without "2 - " before it. */
static const char *without_value(const oca_choice *choice, const char *text) {
    size_t n = strlen(choice->name);
    return strncmp(text, choice->name, n) == 0 && strncmp(text + n, " - ", 3) == 0 ? text + n + 3 : text;
}

/* The choice's label, with or without its value, or what the scale calls the level. (White space in a rubric's texts is
 * folded already.) */
static bool is_labelled(const oca_questionnaire *asked, size_t item, const oca_choice *choice, const char *text) {
    const char *bare = without_value(choice, text);
    double value;
    const oca_rung *rung = oca_number_parse(&value, choice->name, strlen(choice->name))
                               ? oca_rung_at(&asked->frame->items[item], value)
                               : NULL;
    for (size_t l = 0; l < asked->languages.n; l++) {
        if (oca_equal(choice->labels[l], text) || oca_equal(without_value(choice, choice->labels[l]), bare))
            return true;
        if (rung && oca_equal(bare, oca_words_in(&rung->level->labels, asked->languages.at[l].code,
                                                 asked->frame->rubric->lang)))
            return true;
    }
    return false;
}

static oca_given_answer answer_of(const oca_choice *choice) {
    oca_given_answer out = {0};
    if (oca_equal(choice->name, "na"))
        out.answer = OCA_ANSWER_NA;
    else if (oca_equal(choice->name, "dk"))
        out.answer = OCA_ANSWER_DK;
    else
        out.value.given = oca_number_parse(&out.value.value, choice->name, strlen(choice->name));
    return out;
}

/* A name, or a number that the scale permits: "2", "2.0", "na". */
static bool by_name(oca_given_answer *out, const oca_scale *scale, const char *text) {
    double value;
    *out = (oca_given_answer){0};
    if (strcasecmp(text, "na") == 0)
        out->answer = OCA_ANSWER_NA;
    else if (strcasecmp(text, "dk") == 0)
        out->answer = OCA_ANSWER_DK;
    else if (oca_number_parse(&value, text, strlen(text)) && oca_scale_permits(scale, value))
        out->value = oca_given(value);
    return out->answer || out->value.given;
}

static bool by_label(oca_given_answer *out, size_t *n, const oca_questionnaire *asked, size_t item, const char *text) {
    const oca_question *question = &asked->questions[item];
    for (size_t i = 0; i < question->choices.n; i++)
        if (is_labelled(asked, item, &question->choices.at[i], text) && ++*n == 1)
            *out = answer_of(&question->choices.at[i]);
    if (*n == 0 && (is_word(OCA_FORM_NA, text) || is_word(OCA_FORM_DK, text))) {
        *out = (oca_given_answer){.answer = is_word(OCA_FORM_NA, text) ? OCA_ANSWER_NA : OCA_ANSWER_DK};
        *n = 1;
    }
    return *n == 1;
}

bool oca_collect_answer(oca_given_answer *out, const char **why, oca_arena *mem, const oca_questionnaire *questionnaire,
                        size_t item, const char *text) {
    const oca_scale *scale = questionnaire->frame->items[item].scale;
    const char *folded = oca_collect_folded(mem, text);
    size_t n = 0;
    *out = (oca_given_answer){0};
    if (!*folded || by_name(out, scale, folded) || by_label(out, &n, questionnaire, item, folded))
        return true;
    if (n > 1)
        *why = oca_message("is the label of more than one answer; export with XML values and headers");
    else
        *why = oca_format_text(mem, oca_message("is no answer to it; allowed are %s, na or dk"),
                               oca_scale_allowed(mem, scale));
    return false;
}

/* Ticks. */

static void add_tick(oca_judgement *out, oca_arena *mem, const char *criterion) {
    for (size_t i = 0; i < out->met.n; i++)
        if (oca_equal(out->met.at[i].criterion, criterion))
            return;
    *(oca_met *)OCA_ADD(mem, &out->met) = (oca_met){.criterion = criterion};
}

/* The criterion whose id or label, in any language, the text begins with, followed by white space or the end; of
 * several the longest. How long that is; 0 for none. */
static size_t first_tick(const char **out, const oca_questionnaire *asked, const oca_question *question,
                         const char *text) {
    size_t longest = 0;
    for (size_t i = 0; i < question->criteria.n; i++)
        for (size_t l = 0; l <= asked->languages.n; l++) {
            const oca_choice *choice = &question->criteria.at[i];
            const char *called = l ? choice->labels[l - 1] : choice->name;
            size_t n = strlen(called);
            if (n <= longest || strncmp(text, called, n) != 0 || (text[n] && text[n] != ' '))
                continue;
            longest = n;
            *out = choice->name;
        }
    return longest;
}

static bool is_either(const char *text, const char *const words[]) {
    for (size_t i = 0; words[i]; i++)
        if (strcasecmp(text, words[i]) == 0)
            return true;
    return false;
}

bool oca_collect_ticks(oca_judgement *out, const char **why, oca_arena *mem, const oca_questionnaire *questionnaire,
                       const oca_export_column *column, const char *text) {
    static const char *const yes[] = {"1", "1.0", "true", "yes", NULL}, *const no[] = {"0", "0.0", "false", "no", NULL};
    const oca_question *question = &questionnaire->questions[column->item];
    const char *at = oca_collect_folded(mem, text), *criterion = NULL;
    if (column->meaning == OCA_COLUMN_TICK) {
        *why = oca_message("is no tick; allowed are 1 and 0");
        if (is_either(at, yes))
            add_tick(out, mem, question->criteria.at[column->criterion].name);
        return !*at || is_either(at, yes) || is_either(at, no);
    }
    *why = oca_message("names something that is no criterion of it; export with XML values and headers");
    for (size_t told = 0; *at; told++) {
        size_t n = first_tick(&criterion, questionnaire, question, at);
        if (!n || told == question->criteria.n) /* nobody ticks more than there are */
            return false;
        add_tick(out, mem, criterion);
        at += n + (at[n] == ' ');
    }
    return true;
}
