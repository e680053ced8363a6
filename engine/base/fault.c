#include "fault.h"

#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A hostile file must fill neither the memory nor the screen. */
enum { MOST_FAULTS = 10000, LONGEST_MESSAGE = 1000 };

static const char *formatted(oca_arena *mem, const char *format, va_list arguments) {
    char text[LONGEST_MESSAGE + 1];
    if (vsnprintf(text, sizeof text, format, arguments) <= LONGEST_MESSAGE)
        return oca_copy(mem, text, strlen(text));
    size_t n = LONGEST_MESSAGE;
    while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80) /* not inside a character */
        n--;
    return oca_format_text(mem, "%.*s…", (int)n, text);
}

void oca_report(oca_faults *faults, oca_severity severity, const char *file, int line, const char *format, ...) {
    faults->faulty += severity == OCA_FAULT;
    faults->failed |= severity == OCA_FAILURE;
    if (faults->all.n >= MOST_FAULTS && severity != OCA_FAILURE) {
        faults->left_out++;
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *message = formatted(faults->mem, format, arguments);
    va_end(arguments);
    oca_fault *fault = OCA_ADD(faults->mem, &faults->all);
    *fault = (oca_fault){severity, file, line, message};
}

oca_status oca_faults_status(const oca_faults *faults) {
    return faults->failed ? OCA_SYSTEM : faults->faulty ? OCA_FAULTY : OCA_OK;
}

/* What is sorted: the fault, where its file first appeared, and where it stood (qsort is not stable). */
typedef struct {
    oca_fault fault;
    size_t file, position;
} entry;

static int by_place(const void *left, const void *right) {
    const entry *a = left, *b = right;
    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    if (a->fault.line != b->fault.line)
        return a->fault.line < b->fault.line ? -1 : 1;
    return a->position < b->position ? -1 : a->position > b->position;
}

void oca_faults_sort(oca_faults *faults) {
    size_t n = faults->all.n;
    if (n == 0)
        return;
    entry *entries = oca_alloc(faults->mem, n * sizeof *entries);
    oca_strings files = {0};
    for (size_t i = 0; i < n; i++) {
        const char *file = faults->all.at[i].file;
        size_t k = 0;
        while (k < files.n && !oca_equal(files.at[k], file))
            k++;
        if (k == files.n)
            *(const char **)OCA_ADD(faults->mem, &files) = file;
        entries[i] = (entry){faults->all.at[i], k, i};
    }
    qsort(entries, n, sizeof *entries, by_place);
    for (size_t i = 0; i < n; i++)
        faults->all.at[i] = entries[i].fault;
}
