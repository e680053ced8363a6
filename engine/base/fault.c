#include "fault.h"

#include "text.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A hostile file must fill neither the memory nor the screen. */
enum { MOST_FAULTS = 10000, LONGEST_MESSAGE = 1000 };

__attribute__((format(printf, 2, 0))) static const char *formatted(oca_arena *mem, const char *format,
                                                                   va_list arguments) {
    char text[LONGEST_MESSAGE + 1];
    if (vsnprintf(text, sizeof text, format, arguments) <= LONGEST_MESSAGE)
        return oca_copy(mem, text, strlen(text));
    size_t n = LONGEST_MESSAGE;
    while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80) /* not inside a character */
        n--;
    return oca_format_text(mem, "%.*s…", (int)n, text);
}

__attribute__((format(printf, 5, 0))) static void report(oca_faults *faults, oca_severity severity, const char *file,
                                                         oca_where where, const char *format, va_list arguments) {
    faults->faulty += severity == OCA_FAULT;
    faults->failed |= severity == OCA_FAILURE;
    if (faults->all.n >= MOST_FAULTS && severity != OCA_FAILURE) {
        faults->left_out++;
        return;
    }
    const char *message = formatted(faults->mem, oca_message(format), arguments);
    oca_fault *fault = OCA_ADD(faults->mem, &faults->all);
    *fault = (oca_fault){severity, file, where, message};
}

void oca_report(oca_faults *faults, oca_severity severity, const char *file, int line, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    report(faults, severity, file, (oca_where){.line = line}, format, arguments);
    va_end(arguments);
}

void oca_report_at(oca_faults *faults, oca_severity severity, const char *file, oca_where where, const char *format,
                   ...) {
    va_list arguments;
    va_start(arguments, format);
    report(faults, severity, file, where, format, arguments);
    va_end(arguments);
}

const char *oca_where_text(oca_arena *mem, oca_where where) {
    if (where.cell)
        return oca_format_text(mem, oca_message("in %s"), where.cell);
    return where.line ? oca_format_text(mem, oca_message("in line %d"), where.line) : oca_message("elsewhere");
}

oca_status oca_faults_status(const oca_faults *faults) {
    return faults->failed ? OCA_SYSTEM : faults->faulty ? OCA_FAULTY : OCA_OK;
}

/* What is sorted: the fault, where its file and its sheet first appeared, its line or its cell's row and column, and
 * where it stood (qsort is not stable). */
typedef struct {
    oca_fault fault;
    size_t file, sheet;
    long line, column;
    size_t position;
} entry;

static int compare(size_t a, size_t b) {
    return a < b ? -1 : a > b;
}

static int by_place(const void *left, const void *right) {
    const entry *a = left, *b = right;
    int order = compare(a->file, b->file);
    if (!order)
        order = compare(a->sheet, b->sheet);
    if (!order && a->line != b->line)
        order = a->line < b->line ? -1 : 1;
    if (!order && a->column != b->column)
        order = a->column < b->column ? -1 : 1;
    return order ? order : compare(a->position, b->position);
}

/* The place of `name` in `names`, to which it is added if it is new. */
static size_t numbered(oca_arena *mem, oca_strings *names, const char *name) {
    size_t k = 0;
    while (k < names->n && !oca_equal(names->at[k], name))
        k++;
    if (k == names->n)
        *(const char **)OCA_ADD(mem, names) = name;
    return k;
}

/* Takes "Plan!C5" apart; what stands in no cell comes before all sheets. */
static void place(oca_arena *mem, entry *e, oca_strings *sheets) {
    const char *cell = e->fault.where.cell, *mark = cell ? strrchr(cell, '!') : NULL;
    e->line = e->fault.where.line;
    if (!mark)
        return;
    e->sheet = 1 + numbered(mem, sheets, oca_copy(mem, cell, (size_t)(mark - cell)));
    const char *c = mark + 1;
    for (; *c >= 'A' && *c <= 'Z'; c++)
        e->column = e->column * 26 + (*c - 'A' + 1);
    e->line = strtol(c, NULL, 10);
}

void oca_faults_sort(oca_faults *faults) {
    size_t n = faults->all.n;
    if (n == 0)
        return;
    entry *entries = oca_alloc(faults->mem, n * sizeof *entries);
    oca_strings files = {0}, sheets = {0};
    for (size_t i = 0; i < n; i++) {
        entries[i] = (entry){.fault = faults->all.at[i], .position = i};
        entries[i].file = numbered(faults->mem, &files, faults->all.at[i].file);
        place(faults->mem, &entries[i], &sheets);
    }
    qsort(entries, n, sizeof *entries, by_place);
    for (size_t i = 0; i < n; i++)
        faults->all.at[i] = entries[i].fault;
}
