#include "review.h"

#include "../base/words.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 1000 };
static const double nearly = 0.8; /* of the words */

typedef struct {
    const char *at;
    size_t n;
} word;

typedef OCA_LIST(word) words;

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Bytes of UTF-8 beyond ASCII are taken for letters. */
static bool in_word(char c) {
    return (small(c) >= 'a' && small(c) <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static int compare_words(const word *a, const word *b) {
    size_t n = a->n < b->n ? a->n : b->n;
    for (size_t i = 0; i < n; i++)
        if (small(a->at[i]) != small(b->at[i]))
            return small(a->at[i]) < small(b->at[i]) ? -1 : 1;
    return a->n < b->n ? -1 : a->n > b->n;
}

static int by_word(const void *left, const void *right) {
    return compare_words(left, right);
}

static void add_words(oca_arena *mem, words *out, const char *text) {
    while (text && *text && out->n < MOST_WORDS) {
        size_t n = 0;
        while (in_word(text[n]))
            n++;
        if (n)
            *(word *)OCA_ADD(mem, out) = (word){text, n};
        text += n ? n : 1;
    }
}

/* The words of a level's description in the rubric's language, sorted. */
static words words_of(oca_arena *mem, const oca_item *item, double value, const char *root) {
    words out = {0};
    for (size_t i = 0; i < item->levels.n; i++) {
        const oca_descriptor *level = &item->levels.at[i];
        if (oca_compare(level->value.value, value) != 0 || !oca_is_own_language(level->lang, root))
            continue;
        add_words(mem, &out, level->text);
        for (size_t k = 0; k < level->criteria.n; k++)
            if (oca_is_own_language(level->criteria.at[k].lang, root))
                add_words(mem, &out, level->criteria.at[k].text);
    }
    if (out.n)
        qsort(out.at, out.n, sizeof *out.at, by_word);
    return out;
}

/* The share of words that both have; 0 if neither has any. */
static double shared(const words *a, const words *b) {
    size_t both = 0;
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        int order = compare_words(&a->at[i], &b->at[k]);
        both += order == 0;
        i += order <= 0;
        k += order >= 0;
    }
    return a->n + b->n ? 2.0 * (double)both / (double)(a->n + b->n) : 0;
}

static void review_descriptions(oca_arena *mem, const oca_frame *frame, const oca_frame_item *item,
                                oca_faults *faults) {
    const oca_rubric *rubric = frame->rubric;
    words below = {0};
    for (size_t i = 0; i < item->n_rungs; i++) {
        words own = words_of(mem, item->item, item->rungs[i].value, rubric->lang);
        double share = shared(&below, &own);
        if (oca_compare(share, nearly) >= 0)
            oca_report(faults, OCA_WARNING, rubric->file, item->item->element.line,
                       "item \"%s\": levels %s and %s are described in %s words; what would a visitor see that is "
                       "different?",
                       item->item->id, oca_number_text(mem, item->rungs[i - 1].value),
                       oca_number_text(mem, item->rungs[i].value),
                       oca_compare(share, 1) == 0 ? oca_message("the same") : oca_message("nearly the same"));
        below = own;
    }
}

void oca_rubric_review(oca_arena *mem, const oca_frame *frame, oca_faults *faults) {
    for (size_t i = 0; i < frame->n_items; i++) {
        const oca_frame_item *item = &frame->items[i];
        review_descriptions(mem, frame, item, faults);
        if (item->gate && !*oca_words_in(&item->gate->why, NULL, frame->rubric->lang))
            oca_report(faults, OCA_WARNING, frame->rubric->file, item->gate->element.line,
                       "item \"%s\": its must-have has no <why>: members should read why nothing makes up for it",
                       item->item->id);
    }
}
