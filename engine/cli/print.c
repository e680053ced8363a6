#include "print.h"

#include "../base/clean.h"
#include "../base/text.h"
#include "../base/words.h"
#include "../system/file.h"
#include "../system/temporary.h"
#include "../system/terminal.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* errno of the first write to standard output that failed; 0 while none has. */
static int trouble;

static void note_trouble(bool failed) {
    if (failed && !trouble)
        trouble = errno ? errno : EIO;
}

/* Formats and prints a line or more, cleaned: what stands in it may come from anywhere. False if that failed. */
static bool __attribute__((format(printf, 2, 0))) put(FILE *to, const char *format, va_list arguments) {
    oca_arena mem = {0};
    bool written = fputs(oca_clean(&mem, oca_format_list(&mem, format, arguments)), to) >= 0;
    oca_arena_free(&mem);
    return written;
}

static void __attribute__((format(printf, 1, 2))) put_error(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    put(stderr, format, arguments);
    va_end(arguments);
}

/* "oca: …", one line on standard error. */
static void __attribute__((format(printf, 1, 2))) complain(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    put_error("oca: ");
    put(stderr, oca_message(format), arguments);
    put_error("\n");
    va_end(arguments);
}

void oca_print(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    note_trouble(!put(stdout, format, arguments));
    va_end(arguments);
}

void oca_print_bytes(const char *bytes, size_t n) {
    note_trouble(fwrite(bytes, 1, n, stdout) != n);
}

void oca_print_data(const char *bytes, size_t n) {
    if (isatty(STDOUT_FILENO)) {
        oca_arena mem = {0};
        const char *clean = oca_clean(&mem, oca_copy(&mem, bytes, n));
        oca_print_bytes(clean, strlen(clean));
        oca_arena_free(&mem);
    } else {
        oca_print_bytes(bytes, n);
    }
}

oca_status oca_wrong_usage(const char *verb, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    put_error("oca: ");
    put(stderr, oca_message(format), arguments);
    va_end(arguments);
    put_error(oca_message(" (see: oca %s%s)\n"), verb ? "help " : "--help", verb ? verb : "");
    return OCA_USAGE;
}

/* Begins or ends (code 0) a style on standard error. */
static void put_style(bool styles, int code) {
    if (styles)
        fprintf(stderr, "\033[%dm", code);
}

/* "file:line: warning: message", "file:Sheet!Cell: message". */
static void put_fault(const oca_fault *fault, bool styles) {
    enum { PLAIN = 0, BOLD = 1, YELLOW = 33 };
    put_style(styles, BOLD);
    oca_arena mem = {0};
    put_error("%s:", fault->file ? oca_on_one_line(&mem, fault->file) : "oca");
    oca_arena_free(&mem);
    if (fault->where.cell)
        put_error("%s:", fault->where.cell);
    else if (fault->where.line)
        put_error("%d:", fault->where.line);
    put_style(styles, PLAIN);
    put_error(" ");
    if (fault->severity == OCA_WARNING) {
        put_style(styles, YELLOW);
        put_error("%s", oca_message("warning: "));
        put_style(styles, PLAIN);
    }
    put_error("%s\n", fault->message);
}

void oca_faults_print(oca_faults *faults) {
    note_trouble(fflush(stdout) != 0); /* where both go to one terminal, in the order of their making */
    oca_faults_sort(faults);
    oca_screen screen = oca_screen_at(STDERR_FILENO);
    for (size_t i = 0; i < faults->all.n; i++)
        put_fault(&faults->all.at[i], screen.styles);
    if (faults->left_out)
        complain("%zu more faults are not shown", faults->left_out);
}

oca_status oca_faults_end(oca_faults *faults) {
    oca_faults_print(faults);
    return oca_faults_status(faults);
}

oca_status oca_print_finish(oca_status status) {
    errno = 0;
    note_trouble(fflush(stdout) != 0 || ferror(stdout)); /* or an earlier flush, of all streams */
    note_trouble(close(STDOUT_FILENO) != 0);             /* some disks tell only now that they are full */
    if (!trouble)
        return status;
    oca_arena mem = {0};
    complain("standard output cannot be written: %s", oca_system_reason(&mem, trouble));
    oca_arena_free(&mem);
    return OCA_SYSTEM;
}

void oca_out_of_memory(void) {
    static const char message[] = "oca: out of memory\n";
    oca_temporary_abandon();
    oca_write_all(STDERR_FILENO, message, sizeof message - 1);
    _exit(OCA_SYSTEM);
}
