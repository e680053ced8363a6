#include "temporary.h"

#include "../base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_LINKS = 40, MOST_NAMES = 1000 };

static const char *folder_of(oca_arena *mem, const char *path) {
    const char *slash = strrchr(path, '/');
    return !slash ? "." : slash == path ? "/" : oca_copy(mem, path, (size_t)(slash - path));
}

/* Follows symbolic links at the end of the path, also one that leads to a file still to be made. */
static const char *follow(oca_arena *mem, const char *path) {
    for (int i = 0; i < MOST_LINKS; i++) {
        char *to = oca_alloc(mem, PATH_MAX + 1);
        ssize_t n = readlink(path, to, PATH_MAX);
        if (n < 0)
            return path; /* no link, or nothing there */
        to[n] = '\0';
        path = to[0] == '/' ? to : oca_format_text(mem, "%s/%s", folder_of(mem, path), to);
    }
    errno = ELOOP;
    return NULL;
}

/* /dev/stdout and its like: what is open already, so that a new file in its place would be lost. */
static bool is_open_stream(const char *path) {
    const char *const streams[] = {"/dev/stdin", "/dev/stdout", "/dev/stderr"};
    for (size_t i = 0; i < OCA_COUNT(streams); i++)
        if (oca_equal(path, streams[i]))
            return true;
    const char *descriptor = strstr(path, "/fd/");
    bool among = strncmp(path, "/dev/fd/", 8) == 0 || (strncmp(path, "/proc/", 6) == 0 && descriptor);
    return among && descriptor[4] && !descriptor[4 + strspn(descriptor + 4, "0123456789")];
}

oca_status oca_target_find(oca_target_path *out, oca_arena *mem, const char *path) {
    *out = (oca_target_path){0};
    struct stat info;
    bool exists = stat(path, &info) == 0;
    if (!exists && errno != ENOENT)
        return OCA_SYSTEM;
    if (exists && S_ISDIR(info.st_mode)) {
        errno = EISDIR;
        return OCA_SYSTEM;
    }
    if (exists && (!S_ISREG(info.st_mode) || is_open_stream(path))) {
        out->path = path;
        out->direct = true;
        return OCA_OK;
    }
    if (exists && access(path, W_OK) != 0)
        return OCA_SYSTEM;
    out->path = follow(mem, path);
    if (!out->path)
        return OCA_SYSTEM;
    if (!exists && out->path[strlen(out->path) - 1] == '/') {
        errno = EISDIR;
        return OCA_SYSTEM;
    }
    out->folder = folder_of(mem, out->path);
    out->exists = exists;
    out->mode = info.st_mode & 07777;
    out->owner = info.st_uid;
    out->group = info.st_gid;
    return OCA_OK;
}

/* What a signal that ends the program removes first: the only thing it would leave behind. */
static const char *volatile pending;

void oca_temporary_abandon(void) {
    if (pending)
        unlink(pending);
}

static void remove_pending(int number) {
    oca_temporary_abandon();
    signal(number, SIG_DFL);
    raise(number);
}

static void watch_signals(void) {
    static const int endings[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < OCA_COUNT(endings); i++) {
        struct sigaction now;
        if (sigaction(endings[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL) {
            now.sa_handler = remove_pending;
            now.sa_flags = SA_RESTART;
            sigaction(endings[i], &now, NULL);
        }
    }
}

oca_status oca_temporary_open(oca_temporary *out, oca_arena *mem, const char *folder, mode_t mode) {
    watch_signals();
    for (int i = 0; i < MOST_NAMES; i++) {
        out->path = oca_format_text(mem, "%s/.oca-%ld-%d.tmp", folder, (long)getpid(), i);
        int fd = open(out->path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
        if (fd < 0 && (errno == EEXIST || errno == EINTR))
            continue;
        if (fd < 0)
            return OCA_SYSTEM;
        pending = out->path;
        if (close(fd) == 0 || errno == EINTR)
            return OCA_OK;
        int number = errno;
        oca_temporary_remove(out);
        errno = number;
        return OCA_SYSTEM;
    }
    return OCA_SYSTEM;
}

/* Some file systems cannot do it for folders, or at all: that is no reason to fail. */
static bool synchronize(int fd) {
    int done;
    do
        done = fsync(fd);
    while (done != 0 && errno == EINTR);
    return done == 0 || errno == EINVAL || errno == ENOTSUP;
}

/* As the file was that it replaces. Only the system's administrator may give files away, and others a group that they
 * are in: where that may not be, the file is the one's who wrote it. */
static bool take_after(int fd, const oca_target_path *target) {
    if (!target->exists)
        return true;
    if (fchown(fd, target->owner, target->group) != 0)
        (void)!fchown(fd, (uid_t)-1, target->group);
    return fchmod(fd, target->mode) == 0;
}

static bool put_on_disk(const char *path, const oca_target_path *target) {
    int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool done = take_after(fd, target) && synchronize(fd);
    int number = errno;
    bool closed = close(fd) == 0 || errno == EINTR;
    if (!done)
        errno = number;
    return done && closed;
}

oca_status oca_temporary_keep(oca_temporary *made, const oca_target_path *target) {
    if (!put_on_disk(made->path, target) || rename(made->path, target->path) != 0)
        return OCA_SYSTEM;
    pending = NULL;
    /* From here on the output is there and whole: what fails now concerns only a loss of power. */
    int folder = open(target->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        synchronize(folder);
        close(folder);
    }
    return OCA_OK;
}

void oca_temporary_remove(oca_temporary *made) {
    unlink(made->path);
    pending = NULL;
}
