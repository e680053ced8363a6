#define _GNU_SOURCE /* strerrordesc_np */
#include "file.h"

#include "../base/clean.h"
#include "../base/text.h"
#include "../base/words.h"
#include "temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_ROOM = 64 * 1024 };

const char *oca_system_reason(oca_arena *mem, int number) {
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return oca_message("the disk is full");
    case ENOENT:
        return oca_message("there is no such file or folder");
    case ENOTDIR:
        return oca_message("part of the path is not a folder");
    case EISDIR:
        return oca_message("it is a folder");
    case EACCES:
    case EPERM:
        return oca_message("permission denied");
    case EROFS:
        return oca_message("the disk can only be read");
    case ENAMETOOLONG:
        return oca_message("the name is too long");
    case EBADF:
        return oca_message("it is closed");
    case EFBIG:
        return oca_message("the file would be too large");
    case ENOMEM:
        return oca_message("out of memory");
    case ELOOP:
        return oca_message("its links lead in a circle");
    default: /* not strerror, which speaks what LANGUAGE says */
        return oca_format_text(mem, "%s", strerrordesc_np(number) ? strerrordesc_np(number) : "?");
    }
}

static oca_status not_read(const char *path, int number, oca_faults *faults) {
    oca_report(faults, OCA_FAILURE, path, 0, "cannot be read: %s", oca_system_reason(faults->mem, number));
    return OCA_SYSTEM;
}

static oca_status too_large(const char *path, size_t most, oca_faults *faults) {
    if (most >= OCA_MIB)
        oca_report(faults, OCA_FAULT, path, 0, "larger than %zu MiB", most / OCA_MIB);
    else
        oca_report(faults, OCA_FAULT, path, 0, "larger than %zu bytes", most);
    return OCA_FAULTY;
}

static ssize_t read_some(int fd, char *at, size_t room) {
    ssize_t got;
    do
        got = read(fd, at, room);
    while (got < 0 && errno == EINTR);
    return got;
}

static oca_status read_open(int fd, const char **bytes, size_t *n, oca_arena *mem, const char *path, size_t most,
                            oca_faults *faults) {
    struct stat info;
    if (fstat(fd, &info) != 0)
        return not_read(path, errno, faults);
    bool regular = S_ISREG(info.st_mode);
    if (regular && (uintmax_t)info.st_size > most)
        return too_large(path, most, faults);
    /* One byte more than the file has: the end is then met without growing. */
    size_t room = regular ? (size_t)info.st_size + 1 : FIRST_ROOM, have = 0;
    char *buffer = oca_alloc_unset(mem, room + 1);
    for (bool ended = false; !ended;) {
        ssize_t got = read_some(fd, buffer + have, room - have);
        if (got < 0)
            return not_read(path, errno, faults);
        have += (size_t)got;
        /* All that the file had, and less than was asked for: there is no more. */
        ended = got == 0 || (regular && have == (size_t)info.st_size);
        if (have > most)
            return too_large(path, most, faults);
        if (have == room) {
            char *larger = oca_alloc_unset(mem, 2 * room + 1);
            memcpy(larger, buffer, have);
            buffer = larger;
            room *= 2;
        }
    }
    buffer[have] = '\0';
    *bytes = buffer;
    *n = have;
    return OCA_OK;
}

oca_status oca_file_read(const char **bytes, size_t *n, oca_arena *mem, const char *path, size_t most,
                         oca_faults *faults) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return not_read(path, errno, faults);
    oca_status status = read_open(fd, bytes, n, mem, path, most, faults);
    close(fd);
    return status;
}

bool oca_write_all(int fd, const char *bytes, size_t n) {
    while (n) {
        ssize_t written = write(fd, bytes, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        n -= (size_t)written;
    }
    return true;
}

bool oca_file_is(const oca_file_state *file, const char *path) {
    struct stat info;
    return file->regular && stat(path, &info) == 0 && (uint64_t)info.st_dev == file->device &&
           (uint64_t)info.st_ino == file->number;
}

bool oca_file_exists(const char *path) {
    struct stat info;
    return stat(path, &info) == 0;
}

static oca_status not_written(const char *path, int number, oca_faults *faults) {
    oca_report(faults, OCA_FAILURE, path, 0, "cannot be written: %s", oca_system_reason(faults->mem, number));
    return OCA_SYSTEM;
}

/* To a device or a pipe; a terminal is shown nothing that it would obey. Appending suits /dev/stdout too, where it is a
 * file that somebody else has begun. */
static oca_status write_to(const char *path, const char *shown, const char *bytes, size_t n, oca_faults *faults) {
    int fd;
    do
        fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return not_written(shown, errno, faults);
    if (isatty(fd)) {
        bytes = oca_clean(faults->mem, oca_copy(faults->mem, bytes, n));
        n = strlen(bytes);
    }
    int wrong = oca_write_all(fd, bytes, n) ? 0 : errno;
    if (close(fd) != 0 && errno != EINTR && !wrong)
        wrong = errno;
    return wrong ? not_written(shown, wrong, faults) : OCA_OK;
}

typedef struct {
    int fd, wrong; /* wrong: errno of the first failure */
} open_file;

static bool take_piece(void *file, const char *bytes, size_t n) {
    open_file *out = file;
    if (!out->wrong && !oca_write_all(out->fd, bytes, n))
        out->wrong = errno ? errno : EIO;
    return !out->wrong;
}

oca_status oca_file_write_pieces(const char *path, const char *shown, oca_file_producer *produce, void *payload,
                                 oca_faults *faults) {
    open_file out = {.fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)};
    if (out.fd < 0)
        return not_written(shown, errno, faults);
    oca_status status = produce(payload, take_piece, &out);
    if (close(out.fd) != 0 && errno != EINTR && !out.wrong)
        out.wrong = errno;
    if (out.wrong)
        return not_written(shown, out.wrong, faults);
    if (status != OCA_OK)
        oca_report(faults, OCA_FAILURE, shown, 0, "cannot be made");
    return status;
}

/* A ready-made content as something to build. */
typedef struct {
    const char *bytes, *shown;
    size_t n;
} content;

static oca_status build_content(const char *path, void *payload, oca_faults *faults) {
    const content *given = payload;
    return write_to(path, given->shown, given->bytes, given->n, faults);
}

oca_status oca_file_build_bytes(const char **bytes, size_t *n, const char *shown, oca_file_builder *build,
                                void *payload, oca_file_checker *check, oca_faults *faults) {
    const char *given = getenv("TMPDIR"), *folder = given && *given ? given : "/tmp";
    oca_temporary made;
    oca_status status = oca_temporary_open(&made, faults->mem, folder, 0600);
    if (status != OCA_OK)
        return not_written(folder, errno, faults);
    status = build(made.path, payload, faults);
    if (status == OCA_OK && check)
        status = check(made.path, shown, faults);
    if (status == OCA_OK)
        status = oca_file_read(bytes, n, faults->mem, made.path, SIZE_MAX / 8, faults);
    oca_temporary_remove(&made);
    return status;
}

/* Where nothing can be renamed: made elsewhere, then copied. */
static oca_status build_elsewhere(const char *path, oca_file_builder *build, void *payload, oca_file_checker *check,
                                  oca_faults *faults) {
    const char *bytes = NULL;
    size_t n = 0;
    oca_status status = oca_file_build_bytes(&bytes, &n, path, build, payload, check, faults);
    return status == OCA_OK ? write_to(path, path, bytes, n, faults) : status;
}

oca_file_state oca_file_look(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0)
        return (oca_file_state){.exists = false};
    return (oca_file_state){true,
                            S_ISREG(info.st_mode),
                            (uint64_t)info.st_dev,
                            (uint64_t)info.st_ino,
                            (uint64_t)info.st_size,
                            {info.st_mtim.tv_sec, info.st_mtim.tv_nsec}};
}

/* OCA_SYSTEM if somebody else wrote there meanwhile. */
static oca_status still_as(const oca_file_state *before, const char *path, oca_faults *faults) {
    oca_file_state now = oca_file_look(path);
    if (!before || !now.exists)
        return OCA_OK;
    if (before->exists && before->device == now.device && before->number == now.number && before->bytes == now.bytes &&
        before->changed[0] == now.changed[0] && before->changed[1] == now.changed[1])
        return OCA_OK;
    oca_report(faults, OCA_FAILURE, path, 0,
               before->exists ? N_("another program changed this file in the meantime, so nothing was written; try "
                                   "again, or choose another name")
                              : N_("another program made this file in the meantime, so nothing was written; try again, "
                                   "or choose another name"));
    return OCA_SYSTEM;
}

static oca_status build_beside(const oca_target_path *target, const char *path, const oca_file_state *before,
                               oca_file_builder *build, void *payload, oca_file_checker *check, oca_faults *faults) {
    oca_temporary made;
    if (oca_temporary_open(&made, faults->mem, target->folder, target->exists ? 0600 : 0666) != OCA_OK)
        return not_written(path, errno, faults);
    oca_status status = build(made.path, payload, faults);
    if (status == OCA_OK && check)
        status = check(made.path, path, faults);
    if (status == OCA_OK)
        status = still_as(before, path, faults);
    if (status == OCA_OK && oca_temporary_keep(&made, target) != OCA_OK)
        status = not_written(path, errno, faults);
    if (status != OCA_OK)
        oca_temporary_remove(&made);
    return status;
}

oca_status oca_file_replace(const char *path, const oca_file_state *before, const char *bytes, size_t n,
                            oca_faults *faults) {
    oca_target_path target;
    if (oca_target_find(&target, faults->mem, path) != OCA_OK)
        return not_written(path, errno, faults);
    if (target.direct)
        return write_to(path, path, bytes, n, faults);
    content given = {bytes, path, n};
    return build_beside(&target, path, before, build_content, &given, NULL, faults);
}

oca_status oca_file_build(const char *path, const oca_file_state *before, oca_file_builder *build, void *payload,
                          oca_file_checker *check, oca_faults *faults) {
    oca_target_path target;
    if (oca_target_find(&target, faults->mem, path) != OCA_OK)
        return not_written(path, errno, faults);
    return target.direct ? build_elsewhere(path, build, payload, check, faults)
                         : build_beside(&target, path, before, build, payload, check, faults);
}
