/* Makes one call of a system or memory function fail, to be preloaded into the program under test.
 *
 *     OCA_FAIL=write:7      the seventh write fails, as on a full disk
 *     OCA_FAIL=malloc:7     the seventh allocation fails
 *     OCA_FAIL=malloc:7+    that and every later one
 *     OCA_COUNT=FILE        how many calls there were of each kind, one line a process, is appended to FILE
 *
 * A forked child goes on counting where its parent was. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MALLOC, READ, WRITE, FSYNC, RENAME, CLOSE, KINDS };
static const char *const names[KINDS] = {"malloc", "read", "write", "fsync", "rename", "close"};

static long counts[KINDS], fail_at;
static int fail_kind = -1;
static bool for_ever;

static void *real(const char *name) {
    return dlsym(RTLD_NEXT, name);
}

__attribute__((constructor)) static void set_up(void) {
    const char *wanted = getenv("OCA_FAIL");
    for (int i = 0; wanted && i < KINDS; i++) {
        size_t n = strlen(names[i]);
        if (strncmp(wanted, names[i], n) != 0 || wanted[n] != ':')
            continue;
        fail_at = atol(wanted + n + 1);
        for_ever = wanted[strlen(wanted) - 1] == '+';
        fail_kind = i; /* last: from here on calls fail */
    }
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("OCA_COUNT");
    int kind = fail_kind;
    fail_kind = -1;
    FILE *out = path ? fopen(path, "a") : NULL;
    if (out) {
        for (int i = 0; i < KINDS; i++)
            fprintf(out, "%s%s=%ld", i ? " " : "", names[i], counts[i]);
        fputc('\n', out);
        fclose(out);
    }
    fail_kind = kind;
}

/* True if this call is to fail, with errno set. */
static bool fails(int kind) {
    long n = ++counts[kind];
    if (kind != fail_kind || n < fail_at || (n > fail_at && !for_ever))
        return false;
    errno = kind == MALLOC ? ENOMEM : kind == WRITE ? ENOSPC : EIO;
    return true;
}

/* The program has an allocation of its own, which asks glibc's by these names (engine/system/memory.c). */
void *__libc_malloc(size_t size) {
    static void *(*original)(size_t);
    if (!original)
        original = (void *(*)(size_t))real("__libc_malloc");
    return fails(MALLOC) ? NULL : original(size);
}

void *__libc_calloc(size_t n, size_t size) {
    static void *(*original)(size_t, size_t);
    if (!original)
        original = (void *(*)(size_t, size_t))real("__libc_calloc");
    return fails(MALLOC) ? NULL : original(n, size);
}

void *__libc_realloc(void *old, size_t size) {
    static void *(*original)(void *, size_t);
    if (!original)
        original = (void *(*)(void *, size_t))real("__libc_realloc");
    return fails(MALLOC) ? NULL : original(old, size);
}

ssize_t read(int fd, void *bytes, size_t n) {
    static ssize_t (*original)(int, void *, size_t);
    if (!original)
        original = (ssize_t(*)(int, void *, size_t))real("read");
    return fails(READ) ? -1 : original(fd, bytes, n);
}

ssize_t write(int fd, const void *bytes, size_t n) {
    static ssize_t (*original)(int, const void *, size_t);
    if (!original)
        original = (ssize_t(*)(int, const void *, size_t))real("write");
    return fd != STDERR_FILENO && fails(WRITE) ? -1 : original(fd, bytes, n);
}

int fsync(int fd) {
    static int (*original)(int);
    if (!original)
        original = (int (*)(int))real("fsync");
    return fails(FSYNC) ? -1 : original(fd);
}

int rename(const char *from, const char *to) {
    static int (*original)(const char *, const char *);
    if (!original)
        original = (int (*)(const char *, const char *))real("rename");
    return fails(RENAME) ? -1 : original(from, to);
}

int close(int fd) {
    static int (*original)(int);
    if (!original)
        original = (int (*)(int))real("close");
    int result = original(fd); /* Linux closes even where it says that it failed */
    return fails(CLOSE) ? -1 : result;
}
