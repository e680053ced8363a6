/* What the command says: answers on standard output, faults and complaints on standard error. Nobody else prints. */
#ifndef OCA_CLI_PRINT_H
#define OCA_CLI_PRINT_H

#include "../base/fault.h"

/* Adds to standard output; whether it arrived is asked once, by oca_print_finish. What is formatted is cleaned
 * (base/clean.h), here and in all messages; bytes are written as they are: a readable text is clean already. */
void oca_print(const char *format, ...) __attribute__((format(printf, 1, 2)));
void oca_print_bytes(const char *bytes, size_t n);

/* The bytes of a format for programs: as they are, but cleaned where a terminal shows them. */
void oca_print_data(const char *bytes, size_t n);

/* "oca: …", one line on standard error for a wrong command line, ended by where to read on: about `verb`, or NULL.
 * Returns OCA_USAGE. */
oca_status oca_wrong_usage(const char *verb, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Sorts and prints all, as "file:line: message", on standard error. */
void oca_faults_print(oca_faults *faults);

/* Prints the faults that there are and returns their status. */
oca_status oca_faults_end(oca_faults *faults);

/* Writes out what is buffered: `status`, or OCA_SYSTEM with a complaint if standard output could not take all. */
oca_status oca_print_finish(oca_status status);

/* For oca_on_exhaustion. */
void oca_out_of_memory(void) __attribute__((noreturn));

#endif
