#include "print.h"

#include "../system/file.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

void oca_print(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
}

void oca_print_bytes(const char *bytes, size_t n) {
    fwrite(bytes, 1, n, stdout);
}

void oca_complain(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("oca: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

oca_status oca_wrong_usage(const char *verb, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("oca: ", stderr);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    if (verb)
        fprintf(stderr, " (see: oca help %s)\n", verb);
    else
        fputs(" (see: oca --help)\n", stderr);
    return OCA_USAGE;
}

void oca_faults_print(oca_faults *faults) {
    fflush(stdout); /* where both go to one terminal, in the order of their making */
    oca_faults_sort(faults);
    for (size_t i = 0; i < faults->all.n; i++) {
        const oca_fault *fault = &faults->all.at[i];
        fprintf(stderr, "%s:", fault->file ? fault->file : "oca");
        if (fault->line)
            fprintf(stderr, "%d:", fault->line);
        fprintf(stderr, " %s%s\n", fault->severity == OCA_WARNING ? "warning: " : "", fault->message);
    }
    if (faults->left_out)
        oca_complain("%zu more faults are not shown", faults->left_out);
}

oca_status oca_faults_end(oca_faults *faults) {
    oca_faults_print(faults);
    return oca_faults_status(faults);
}

oca_status oca_print_finish(oca_status status) {
    errno = 0;
    bool arrived = fflush(stdout) == 0 && !ferror(stdout);
    int number = errno;
    if (close(STDOUT_FILENO) != 0) {
        number = arrived ? errno : number;
        arrived = false;
    }
    if (arrived)
        return status;
    oca_arena mem = {0};
    oca_complain("standard output cannot be written: %s", oca_system_reason(&mem, number ? number : EIO));
    oca_arena_free(&mem);
    return OCA_SYSTEM;
}

void oca_out_of_memory(void) {
    static const char message[] = "oca: out of memory\n";
    oca_write_all(STDERR_FILENO, message, sizeof message - 1);
    _exit(OCA_SYSTEM);
}
