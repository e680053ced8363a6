/* What people type in a cell, as the text that the XML has for it. */
#ifndef OCA_READING_TYPED_H
#define OCA_READING_TYPED_H

#include "../document/form.h"
#include "workbook.h"

/* A word that the workbook shows for one of the XML, in whatever language it speaks. */
typedef struct {
    const char *kind;      /* "answer" */
    const char *canonical; /* "na" */
    const char *shown;     /* "N/A" */
    const char *folded;    /* the same, to be compared */
} oca_shown_word;

typedef OCA_LIST(oca_shown_word) oca_shown_words;

/* `id` is "KIND:CANONICAL"; one without colon is passed over. */
void oca_shown_word_add(oca_shown_words *words, oca_arena *mem, const char *id, const char *shown);

/* Reads the cell as what the column holds. True with *out its text, NULL if the cell is empty or blank; false with one
 * line in `wrong`, emptied at each call, that says what is wrong and what is allowed. A formula and an error are wrong
 * everywhere. */
bool oca_typed_read(const char **out, oca_arena *mem, const oca_workbook_cell *cell, const oca_form_column *column,
                    const oca_shown_words *words, bool date1904, oca_buffer *wrong) __attribute__((warn_unused_result));

/* True if a cell that was written with `a` and now says `b` means the same: the same text but for line ends, blanks at
 * its ends and what a cell had no room for, or the same number in 15 digits, which is all that LibreOffice keeps. NULL
 * is only the same as NULL. */
bool oca_typed_same(oca_arena *scratch, const char *a, const char *b);

/* A text as it was typed: line ends as line feeds, other control characters and blanks at its ends gone. "" if nothing
 * is left. */
const char *oca_typed_text(oca_arena *mem, const char *s);

#endif
