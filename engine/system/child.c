#include "child.h"

#include "file.h"
#include "memory.h"
#include "streams.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LONGEST_MESSAGE = 4096 };

/* Bytes of address space: a stylesheet may build without end, and a machine that swaps helps nobody. */
#define MOST_MEMORY ((rlim_t)4 << 30)

/* Seconds of processor time: a stylesheet may work without end. Ten thousand organizations take a hundredth. */
enum { MOST_SECONDS = 600 };

static void bound_time(void) {
#ifndef __SANITIZE_ADDRESS__ /* which is slower than that */
    setrlimit(RLIMIT_CPU, &(struct rlimit){MOST_SECONDS, MOST_SECONDS + 5});
#endif
}

static void bound_memory(void) {
#ifndef __SANITIZE_ADDRESS__ /* which takes more than that for itself */
    struct rlimit now;
    if (getrlimit(RLIMIT_AS, &now) == 0 && now.rlim_cur > MOST_MEMORY) {
        now.rlim_cur = MOST_MEMORY;
        setrlimit(RLIMIT_AS, &now);
    }
#endif
}

/* The parent tells of it: it sees a child that ended so without a word. */
static void end_quietly(void) {
    _exit(OCA_SYSTEM);
}

static void run_child(oca_child_function *function, void *payload, int out, oca_faults *faults)
    __attribute__((noreturn));

static void run_child(oca_child_function *function, void *payload, int out, oca_faults *faults) {
    oca_on_exhaustion(end_quietly);
    oca_memory_bear();
    bound_memory();
    bound_time();
    /* Nobody waits for the work of a child whose parent was killed. */
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    /* Libraries print what fails in their own words; ours go through the pipe. */
    int silence = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (silence >= 0)
        dup2(silence, STDERR_FILENO);
    size_t before = faults->all.n;
    oca_status status = function(payload, faults);
    if (status == OCA_OK && (oca_memory_failed() || oca_streams_failed()))
        status = OCA_SYSTEM;
    if (status != OCA_OK && faults->all.n > before) {
        const char *message = faults->all.at[before].message;
        (void)!oca_write_all(out, message, strlen(message));
    }
    _exit((int)status);
}

/* The message, as far as there is room; the rest is read and dropped, so that the child never waits. */
static void read_message(int from, char message[LONGEST_MESSAGE]) {
    size_t n = 0;
    char dropped[512];
    for (;;) {
        bool full = n == LONGEST_MESSAGE - 1;
        ssize_t got = read(from, full ? dropped : message + n, full ? sizeof dropped : LONGEST_MESSAGE - 1 - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        n += full ? 0 : (size_t)got;
    }
    message[n] = '\0';
}

oca_status oca_in_child(oca_child_function *function, void *payload, const char *file, oca_faults *faults) {
    int ends[2];
    if (pipe(ends) != 0) {
        oca_report(faults, OCA_FAILURE, file, 0, "cannot be made: %s", oca_system_reason(faults->mem, errno));
        return OCA_SYSTEM;
    }
    fflush(NULL); /* or the child would have a copy of what is still to be written */
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        run_child(function, payload, ends[1], faults);
    }
    int number = errno;
    close(ends[1]);
    char message[LONGEST_MESSAGE] = "";
    if (child > 0)
        read_message(ends[0], message);
    close(ends[0]);
    if (child < 0) {
        oca_report(faults, OCA_FAILURE, file, 0, "cannot be made: %s", oca_system_reason(faults->mem, number));
        return OCA_SYSTEM;
    }
    int ending;
    pid_t ended;
    do
        ended = waitpid(child, &ending, 0);
    while (ended < 0 && errno == EINTR);
    bool exited = ended == child && WIFEXITED(ending);
    if (exited && WEXITSTATUS(ending) == OCA_OK)
        return OCA_OK;
    if (ended == child && WIFSIGNALED(ending) && WTERMSIG(ending) == SIGXCPU) {
        oca_report(faults, OCA_FAULT, file, 0, "is not made after %d seconds of work; is its stylesheet without end?",
                   MOST_SECONDS);
        return OCA_FAULTY;
    }
    if (!exited || !message[0]) {
        oca_report(faults, OCA_FAILURE, file, 0, "cannot be made: memory or disk ran out on the way");
        return OCA_SYSTEM;
    }
    bool faulty = WEXITSTATUS(ending) == OCA_FAULTY;
    oca_report(faults, faulty ? OCA_FAULT : OCA_FAILURE, file, 0, "%s", message);
    return faulty ? OCA_FAULTY : OCA_SYSTEM;
}
