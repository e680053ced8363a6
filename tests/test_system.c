/* Files whole or not at all, and work in a child process. */
#include "../engine/base/text.h"
#include "../engine/system/child.h"
#include "../engine/system/file.h"
#include "check.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A folder of its own for each test, with what it collects. */
typedef struct {
    oca_arena mem;
    oca_faults faults;
    char folder[64];
    char path[96];
} desk;

static int set_up(void **state) {
    static desk one;
    one = (desk){.folder = "/tmp/oca-test-XXXXXX"};
    one.faults.mem = &one.mem;
    if (!mkdtemp(one.folder))
        return -1;
    snprintf(one.path, sizeof one.path, "%s/out", one.folder);
    *state = &one;
    return 0;
}

/* How many entries the folder has. */
static size_t entries(const desk *d) {
    size_t n = 0;
    DIR *folder = opendir(d->folder);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        n += entry->d_name[0] != '.' || strlen(entry->d_name) > 2;
    closedir(folder);
    return n;
}

static int tear_down(void **state) {
    desk *d = *state;
    char command[96];
    snprintf(command, sizeof command, "rm -rf %s", d->folder);
    oca_arena_free(&d->mem);
    return system(command);
}

static const char *content(desk *d, const char *path) {
    const char *bytes = NULL;
    size_t n = 0;
    assert_int_equal(oca_file_read(&bytes, &n, &d->mem, path, OCA_MIB, &d->faults), OCA_OK);
    assert_int_equal(strlen(bytes), n);
    return bytes;
}

static void write_new(void **state) {
    desk *d = *state;
    mode_t mask = umask(027);
    assert_int_equal(oca_file_replace(d->path, NULL, "new", 3, &d->faults), OCA_OK);
    umask(mask);
    struct stat info;
    assert_string_equal(content(d, d->path), "new");
    assert_int_equal(stat(d->path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0640);
    assert_int_equal(entries(d), 1);
}

static void keep_mode(void **state) {
    desk *d = *state;
    struct stat info;
    assert_int_equal(oca_file_replace(d->path, NULL, "old", 3, &d->faults), OCA_OK);
    assert_int_equal(chmod(d->path, 0604), 0);
    assert_int_equal(oca_file_replace(d->path, NULL, "newer", 5, &d->faults), OCA_OK);
    assert_string_equal(content(d, d->path), "newer");
    assert_int_equal(stat(d->path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0604);
}

static oca_status build_half(const char *path, void *payload, oca_faults *faults) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("half", file);
    assert_int_equal(fclose(file), 0);
    if (!payload)
        return OCA_OK;
    oca_report(faults, OCA_FAILURE, "out", 0, "no more");
    return OCA_SYSTEM;
}

/* Only an administrator can give files away; everybody else's stay their own. */
static void keep_owner(void **state) {
    desk *d = *state;
    struct stat info;
    assert_int_equal(oca_file_replace(d->path, NULL, "old", 3, &d->faults), OCA_OK);
    if (chown(d->path, 1234, 4321) != 0)
        return;
    assert_int_equal(oca_file_replace(d->path, NULL, "newer", 5, &d->faults), OCA_OK);
    assert_int_equal(stat(d->path, &info), 0);
    assert_int_equal(info.st_uid, 1234);
    assert_int_equal(info.st_gid, 4321);
}

static void spare_what_others_wrote(void **state) {
    desk *d = *state;
    oca_file_state nothing = oca_file_look(d->path);
    assert_false(nothing.exists);
    assert_int_equal(oca_file_replace(d->path, &nothing, "ours", 4, &d->faults), OCA_OK);
    assert_int_equal(oca_file_replace(d->path, &nothing, "more", 4, &d->faults), OCA_SYSTEM);
    assert_string_equal(content(d, d->path), "ours");
    assert_non_null(strstr(d->faults.all.at[0].message, "another program made this file"));

    oca_file_state ours = oca_file_look(d->path);
    assert_int_equal(oca_file_replace(d->path, NULL, "hers", 4, &d->faults), OCA_OK);
    assert_int_equal(oca_file_replace(d->path, &ours, "more", 4, &d->faults), OCA_SYSTEM);
    assert_int_equal(oca_file_build(d->path, &ours, build_half, NULL, NULL, &d->faults), OCA_SYSTEM);
    assert_string_equal(content(d, d->path), "hers");
    assert_non_null(strstr(d->faults.all.at[1].message, "another program changed this file"));
    assert_int_equal(entries(d), 1);

    oca_file_state hers = oca_file_look(d->path);
    assert_int_equal(oca_file_replace(d->path, &hers, "more", 4, &d->faults), OCA_OK);
    assert_int_equal(remove(d->path), 0); /* then there is nothing to be lost */
    assert_int_equal(oca_file_replace(d->path, &hers, "most", 4, &d->faults), OCA_OK);
    assert_string_equal(content(d, d->path), "most");
}

static void follow_link(void **state) {
    desk *d = *state;
    char link[128];
    struct stat info;
    snprintf(link, sizeof link, "%s/link", d->folder);
    assert_int_equal(symlink("out", link), 0); /* leads to nothing yet */
    for (int i = 0; i < 2; i++) {
        assert_int_equal(oca_file_replace(link, NULL, "through", 7, &d->faults), OCA_OK);
        assert_int_equal(lstat(link, &info), 0);
        assert_true(S_ISLNK(info.st_mode));
        assert_string_equal(content(d, d->path), "through");
    }
    oca_file_state written = oca_file_look(d->path), nothing = oca_file_look("/nowhere"),
                   device = oca_file_look("/dev/null");
    assert_true(oca_file_is(&written, link));
    assert_false(oca_file_is(&written, "/nowhere"));
    assert_false(oca_file_is(&written, d->folder));
    assert_false(oca_file_is(&nothing, d->path));
    assert_false(oca_file_is(&device, "/dev/null")); /* nothing in it can be written over */
    assert_int_equal(entries(d), 2);
}

static oca_status refuse(const char *path, const char *shown, oca_faults *faults) {
    assert_true(oca_file_exists(path));
    oca_report(faults, OCA_FAILURE, shown, 0, "not whole");
    return OCA_SYSTEM;
}

static void leave_nothing(void **state) {
    desk *d = *state;
    assert_int_equal(oca_file_replace(d->path, NULL, "old", 3, &d->faults), OCA_OK);
    assert_int_equal(oca_file_build(d->path, NULL, build_half, d, refuse, &d->faults), OCA_SYSTEM);
    assert_int_equal(oca_file_build(d->path, NULL, build_half, NULL, refuse, &d->faults), OCA_SYSTEM);
    assert_string_equal(content(d, d->path), "old");
    assert_int_equal(entries(d), 1);
    assert_int_equal(d->faults.all.n, 2);
    assert_string_equal(d->faults.all.at[1].message, "not whole");
    assert_string_equal(d->faults.all.at[1].file, d->path);
}

static oca_status end_by_signal(const char *path, void *payload, oca_faults *faults) {
    (void)payload, (void)faults;
    assert_true(oca_file_exists(path));
    raise(SIGTERM);
    return OCA_OK;
}

static void ended_by_signal(void **state) {
    desk *d = *state;
    int ending = 0;
    pid_t child = fork();
    if (child == 0) {
        signal(SIGTERM, SIG_DFL);
        _exit((int)oca_file_build(d->path, NULL, end_by_signal, NULL, refuse, &d->faults));
    }
    assert_int_equal(waitpid(child, &ending, 0), child);
    assert_true(WIFSIGNALED(ending) && WTERMSIG(ending) == SIGTERM);
    assert_int_equal(entries(d), 0);
}

static void write_to_device(void **state) {
    desk *d = *state;
    struct stat info;
    assert_int_equal(oca_file_replace("/dev/full", NULL, "x", 1, &d->faults), OCA_SYSTEM);
    assert_string_equal(d->faults.all.at[0].message, "cannot be written: the disk is full");
    assert_int_equal(stat("/dev/full", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
}

/* A disk of its own that happens to be mounted below /dev: what lies there is a file like any other. */
static void replace_in_memory(void **state) {
    desk *d = *state;
    struct stat info;
    if (stat("/dev/shm", &info) != 0 || access("/dev/shm", W_OK) != 0)
        return;
    const char *path = oca_format_text(&d->mem, "/dev/shm/oca-test-%ld", (long)getpid());
    assert_int_equal(oca_file_replace(path, NULL, "old and long", 12, &d->faults), OCA_OK);
    assert_int_equal(oca_file_replace(path, NULL, "new", 3, &d->faults), OCA_OK);
    assert_string_equal(content(d, path), "new");
    assert_int_equal(remove(path), 0);
}

static void refuse_large(void **state) {
    desk *d = *state;
    const char *bytes;
    size_t n;
    assert_int_equal(oca_file_read(&bytes, &n, &d->mem, "/dev/zero", 3 * OCA_MIB, &d->faults), OCA_FAULTY);
    assert_string_equal(d->faults.all.at[0].message, "larger than 3 MiB");
    assert_int_equal(oca_file_replace(d->path, NULL, "1234", 4, &d->faults), OCA_OK);
    assert_int_equal(oca_file_read(&bytes, &n, &d->mem, d->path, 4, &d->faults), OCA_OK);
    assert_int_equal(oca_file_read(&bytes, &n, &d->mem, d->path, 3, &d->faults), OCA_FAULTY);
}

static void read_folder(void **state) {
    desk *d = *state;
    const char *bytes;
    size_t n;
    assert_int_equal(oca_file_read(&bytes, &n, &d->mem, d->folder, 9, &d->faults), OCA_SYSTEM);
    assert_string_equal(d->faults.all.at[0].message, "cannot be read: it is a folder");
}

static oca_status succeed(void *payload, oca_faults *faults) {
    (void)payload, (void)faults;
    return OCA_OK;
}

static oca_status find_fault(void *payload, oca_faults *faults) {
    oca_report(faults, OCA_FAULT, "elsewhere", 7, "%s", (const char *)payload);
    return OCA_FAULTY;
}

static oca_status die(void *payload, oca_faults *faults) {
    (void)payload, (void)faults;
    signal(SIGKILL, SIG_DFL);
    raise(SIGKILL);
    return OCA_OK;
}

static oca_status exhaust(void *payload, oca_faults *faults) {
    (void)payload;
    (void)oca_alloc(faults->mem, (size_t)-1 / 2);
    return OCA_OK;
}

static void work_in_child(void **state) {
    desk *d = *state;
    static const struct {
        oca_child_function *function;
        oca_status status;
        const char *message;
    } rows[] = {
        {succeed, OCA_OK, NULL},
        {find_fault, OCA_FAULTY, "what is wrong"},
        {die, OCA_SYSTEM, "cannot be made: memory or disk ran out on the way"},
        {exhaust, OCA_SYSTEM, "cannot be made: memory or disk ran out on the way"},
    };
    char payload[] = "what is wrong";
    for (size_t i = 0; i < OCA_COUNT(rows); i++) {
        size_t before = d->faults.all.n;
        assert_int_equal(oca_in_child(rows[i].function, payload, "book.xlsx", &d->faults), rows[i].status);
        assert_int_equal(d->faults.all.n - before, rows[i].message ? 1 : 0);
        if (rows[i].message) {
            assert_string_equal(d->faults.all.at[before].message, rows[i].message);
            assert_string_equal(d->faults.all.at[before].file, "book.xlsx");
        }
    }
}

#define TEST(name, function)                                                                                           \
    { name, function, set_up, tear_down, NULL }

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST("a new file has the mode that umask leaves", write_new),
        TEST("an existing file keeps its mode", keep_mode),
        TEST("an existing file keeps its owner and group", keep_owner),
        TEST("what another program wrote meanwhile is not written over", spare_what_others_wrote),
        TEST("a symbolic link stays one", follow_link),
        TEST("what fails leaves the old file and nothing else", leave_nothing),
        TEST("a signal leaves nothing", ended_by_signal),
        TEST("a device is written to, not replaced", write_to_device),
        TEST("a file below /dev is replaced", replace_in_memory),
        TEST("more than the most is refused, from a pipe too", refuse_large),
        TEST("a folder is no file", read_folder),
        TEST("a child's end is told", work_in_child),
    };
    return cmocka_run_group_tests_name("system", tests, NULL, NULL);
}
