/* What is wrong with a file, collected so that all of it is told in one run. */
#ifndef OCA_BASE_FAULT_H
#define OCA_BASE_FAULT_H

#include "arena.h"

#include <stdbool.h>

/* Exit statuses of the program; functions that can fail return them. */
typedef enum {
    OCA_OK = 0,
    OCA_FAULTY = 1, /* the content of the input is wrong */
    OCA_USAGE = 2,  /* the command line is wrong */
    OCA_SYSTEM = 3, /* a file cannot be opened, read or written; memory; disk */
} oca_status;

typedef enum {
    OCA_FAULT,   /* the content of a file is wrong: nothing is written */
    OCA_WARNING, /* worth a look, stops nothing */
    OCA_FAILURE, /* the system failed: OCA_SYSTEM */
} oca_severity;

/* Where in a file something stands: in a line of text, or in a cell of a workbook. Zeroed: in the file as a whole. */
typedef struct {
    int line;         /* 0: none */
    const char *cell; /* "Plan!C5", "'Our plan'!C5"; NULL: none */
} oca_where;

/* One fault. Strings live in the list's arena or outlive it. */
typedef struct {
    oca_severity severity;
    const char *file;
    oca_where where;
    const char *message;
} oca_fault;

/* All faults so far. Zero-initialize with an arena: `oca_faults faults = {.mem = &mem};`. */
typedef struct {
    oca_arena *mem;
    OCA_LIST(oca_fault) all;
    size_t faulty;   /* how many are OCA_FAULT, those that were left out included */
    size_t left_out; /* faults past the first 10,000, counted only: a hostile file must not fill the memory */
    bool failed;     /* an OCA_FAILURE is among them */
} oca_faults;

/* Adds one; `format` as for printf, in English, without a final full stop or line feed. It is said in the reader's
 * language (words.h). */
void oca_report(oca_faults *faults, oca_severity severity, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* The same in a line or a cell. */
void oca_report_at(oca_faults *faults, oca_severity severity, const char *file, oca_where where, const char *format,
                   ...) __attribute__((format(printf, 5, 6)));

/* For a message that names another place of the same file: "in line 5", "in Plan!C5"; "elsewhere" for none. */
const char *oca_where_text(oca_arena *mem, oca_where where);

/* OCA_SYSTEM if the system failed, else OCA_FAULTY if anything is faulty, else OCA_OK. */
oca_status oca_faults_status(const oca_faults *faults);

/* Sorts by file and sheet (both in order of first appearance) and by line, or row and column, keeping the order of
 * equals. */
void oca_faults_sort(oca_faults *faults);

#endif
