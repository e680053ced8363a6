/* Makes one allocation or system call fail, to be preloaded into the program under test.
 *
 *     OCA_FAIL=write:7      the seventh write fails, as on a full disk
 *     OCA_FAIL=malloc:7     the seventh allocation fails
 *     OCA_FAIL=malloc:7+    that and every later one
 *     OCA_FAIL=child-read:7 the seventh read of the processes that the program forks, one after the other
 *     OCA_COUNT=FILE        how many there were of each kind is written to FILE
 *     OCA_SERVE=5,6         stays before main and runs the program once for each line on descriptor 5, which is what
 *                           OCA_FAIL would say or empty; the status that it ended with is written to 6 as an int
 *
 * System calls are caught by the kernel (seccomp), and so are those that the C library makes for its own streams. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

enum { MALLOC, READ, WRITE, FSYNC, RENAME, CLOSE, KINDS };
static const struct {
    const char *name;
    int error; /* what errno says of it */
} kinds[KINDS] = {{"malloc", ENOMEM}, {"read", EIO},   {"write", ENOSPC},
                  {"fsync", EIO},     {"rename", EIO}, {"close", EIO}};

static const struct {
    int call, kind;
} caught[] = {
    {SYS_read, READ},       {SYS_pread64, READ},     {SYS_readv, READ},  {SYS_write, WRITE},
    {SYS_pwrite64, WRITE},  {SYS_writev, WRITE},     {SYS_fsync, FSYNC}, {SYS_fdatasync, FSYNC},
    {SYS_renameat, RENAME}, {SYS_renameat2, RENAME}, {SYS_close, CLOSE},
#ifdef SYS_rename
    {SYS_rename, RENAME},
#endif
};
enum { CAUGHT = sizeof caught / sizeof caught[0] };

#define LET_THROUGH 0x0ca0ca0cU /* as the sixth argument, which none of these calls has */

enum { PROGRAM, CHILDREN, PROCESSES };
static const char *const processes[PROCESSES] = {"", "child-"};

static long first[PROCESSES][KINDS];
static long (*counts)[KINDS] = first; /* once there is shared memory, seen by all processes */
static int process = PROGRAM;         /* what this one counts as */
static long fail_at;
static int fail_kind = -1, fail_process;
static bool for_ever;

/* True if this call is to fail. */
static bool fails(int kind) {
    long n = __atomic_add_fetch(&counts[process][kind], 1, __ATOMIC_RELAXED);
    return kind == fail_kind && process == fail_process && (n == fail_at || (n > fail_at && for_ever));
}

static void arrange(const char *wanted) {
    size_t mark = strlen(processes[CHILDREN]);
    fail_process = strncmp(wanted, processes[CHILDREN], mark) == 0 ? CHILDREN : PROGRAM;
    wanted += fail_process == CHILDREN ? mark : 0;
    for (int i = 0; i < KINDS; i++) {
        size_t n = strlen(kinds[i].name);
        if (strncmp(wanted, kinds[i].name, n) != 0 || wanted[n] != ':')
            continue;
        fail_at = atol(wanted + n + 1);
        for_ever = strchr(wanted, '+') != NULL;
        fail_kind = i; /* last: from here on calls fail */
    }
}

static void become_child(void) {
    process = CHILDREN;
}

static void share_counts(void) {
    void *shared = mmap(NULL, sizeof first, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED || pthread_atfork(NULL, NULL, become_child) != 0) {
        perror("preload.so: nothing can be counted");
        _exit(2);
    }
    counts = memcpy(shared, first, sizeof first);
}

/* The program has an allocation of its own, which asks glibc's by these names (engine/system/memory.c). */

static void *refused(void) {
    errno = kinds[MALLOC].error;
    return NULL;
}

void *__libc_malloc(size_t size) {
    static void *(*original)(size_t);
    if (!original)
        original = (void *(*)(size_t))dlsym(RTLD_NEXT, "__libc_malloc");
    return fails(MALLOC) ? refused() : original(size);
}

void *__libc_calloc(size_t n, size_t size) {
    static void *(*original)(size_t, size_t);
    if (!original)
        original = (void *(*)(size_t, size_t))dlsym(RTLD_NEXT, "__libc_calloc");
    return fails(MALLOC) ? refused() : original(n, size);
}

void *__libc_realloc(void *old, size_t size) {
    static void *(*original)(void *, size_t);
    if (!original)
        original = (void *(*)(void *, size_t))dlsym(RTLD_NEXT, "__libc_realloc");
    return fails(MALLOC) ? refused() : original(old, size);
}

/* A system call that is not caught; its result, or the negative error. */
static long through(long call, long a, long b, long c, long d, long e) {
    long result = syscall(call, a, b, c, d, e, (long)LET_THROUGH);
    return result == -1 ? -errno : result;
}

static void on_call(int signal, siginfo_t *info, void *context) {
    (void)signal;
    mcontext_t *at = &((ucontext_t *)context)->uc_mcontext;
#if defined __x86_64__
    const greg_t *r = at->gregs;
    long a[] = {r[REG_RDI], r[REG_RSI], r[REG_RDX], r[REG_R10], r[REG_R8]};
#elif defined __aarch64__
    const unsigned long long *r = at->regs;
    long a[] = {(long)r[0], (long)r[1], (long)r[2], (long)r[3], (long)r[4]};
#else
#error "where does this machine keep the arguments of a system call?"
#endif
    int saved = errno, kind = 0;
    for (int i = 0; i < CAUGHT; i++)
        if (caught[i].call == info->si_syscall)
            kind = caught[i].kind;
    bool refuse = !(kind == WRITE && a[0] == STDERR_FILENO) && fails(kind);
    long result = 0;
    if (!refuse || kind == CLOSE) /* Linux closes even where it says that it failed */
        result = through(info->si_syscall, a[0], a[1], a[2], a[3], a[4]);
    if (refuse)
        result = -kinds[kind].error;
#if defined __x86_64__
    at->gregs[REG_RAX] = result;
#else
    at->regs[0] = (unsigned long long)result;
#endif
    errno = saved;
}

/* From here on the kernel asks on_call about each of the calls that are caught. */
static void catch_calls(void) {
    struct sigaction action = {.sa_sigaction = on_call, .sa_flags = SA_SIGINFO | SA_RESTART};
    struct sock_filter filter[CAUGHT + 5];
    unsigned short n = 0;
    filter[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[5]));
    filter[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, LET_THROUGH, CAUGHT + 1, 0);
    filter[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    for (int i = 0; i < CAUGHT; i++)
        filter[n++] =
            (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)caught[i].call, (uint8_t)(CAUGHT - i), 0);
    filter[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    filter[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP);
    struct sock_fprog program = {.len = n, .filter = filter};
    if (sigaction(SIGSYS, &action, NULL) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        (void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program); /* or no call is counted, and none fails */
}

/* Returns in a child for every line that comes, and in this process never. */
static void serve(const char *descriptors) {
    char wanted[64];
    long n, before[PROCESSES][KINDS];
    int in = atoi(descriptors), out = atoi(strchr(descriptors, ',') + 1);
    memcpy(before, counts, sizeof before);
    while ((n = through(SYS_read, in, (long)wanted, sizeof wanted - 1, 0, 0)) > 0) {
        wanted[n] = '\0';
        int status = 0;
        pid_t child = fork();
        if (child == 0) {
            (void)through(SYS_close, in, 0, 0, 0, 0);
            (void)through(SYS_close, out, 0, 0, 0, 0);
            process = PROGRAM;
            memcpy(counts, before, sizeof before);
            arrange(wanted);
            return;
        }
        if (child < 0 || waitpid(child, &status, 0) != child)
            _exit(2);
        (void)through(SYS_write, out, (long)&status, sizeof status, 0, 0);
    }
    _exit(0);
}

__attribute__((constructor)) static void set_up(void) {
    const char *wanted = getenv("OCA_FAIL"), *descriptors = getenv("OCA_SERVE");
    share_counts();
    catch_calls();
    if (descriptors)
        serve(descriptors);
    if (wanted)
        arrange(wanted);
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("OCA_COUNT");
    if (!path)
        return;
    long told[PROCESSES][KINDS];
    memcpy(told, counts, sizeof told);
    FILE *out = fopen(path, "w");
    for (int i = 0; out && i < PROCESSES; i++)
        for (int j = 0; j < KINDS; j++)
            fprintf(out, "%s%s %ld\n", processes[i], kinds[j].name, told[i][j]);
    if (out)
        fclose(out);
}
