/* Files: read to the end, and written whole or not at all. */
#ifndef OCA_SYSTEM_FILE_H
#define OCA_SYSTEM_FILE_H

#include "../base/fault.h"

#include <stdint.h>

#define OCA_MIB ((size_t)1024 * 1024)

/* Reads all of `path`, which may be a pipe, into `mem`, ended by a NUL that *n does not count. A file that is missing,
 * unreadable or a folder is a failure; one of more than `most` bytes is faulty, and reading stops there. */
oca_status oca_file_read(const char **bytes, size_t *n, oca_arena *mem, const char *path, size_t most,
                         oca_faults *faults) __attribute__((warn_unused_result));

/* What stood at a path at one moment. */
typedef struct {
    bool exists, regular;           /* no folder, device or pipe */
    uint64_t device, number, bytes; /* of the file */
    int64_t changed[2];             /* seconds, nanoseconds */
} oca_file_state;

/* What stands there now, symbolic links followed. */
oca_file_state oca_file_look(const char *path);

/* Makes the file at `path` (empty so far, to be opened by name). Faults name whatever the user knows, not `path`. */
typedef oca_status oca_file_builder(const char *path, void *payload, oca_faults *faults);

/* Looks whether the finished file at `path` is whole; faults name it `shown`. */
typedef oca_status oca_file_checker(const char *path, const char *shown, oca_faults *faults);

/* Writes `n` bytes to `path`: whole or not at all. They go to a temporary name beside the target, symbolic links
 * followed, to the disk, and then take the target's name; mode and, where the system lets us, owner and group of an
 * existing file are kept. What is no regular file (a device, a pipe) is never replaced but written to.
 *
 * `before` is what stood there when the run began; NULL: it does not matter. If another program changed it since, or
 * made a file where none was, that stays and nothing is written: OCA_SYSTEM. It is looked at immediately before the
 * renaming; between the two nobody is kept out. */
oca_status oca_file_replace(const char *path, const oca_file_state *before, const char *bytes, size_t n,
                            oca_faults *faults) __attribute__((warn_unused_result));

/* The same for a file that `build` makes under the temporary name; `check` (may be NULL) must find it whole before it
 * is renamed. */
oca_status oca_file_build(const char *path, const oca_file_state *before, oca_file_builder *build, void *payload,
                          oca_file_checker *check, oca_faults *faults) __attribute__((warn_unused_result));

/* The bytes of what `build` makes, made among the temporary files; faults name it `shown`. */
oca_status oca_file_build_bytes(const char **bytes, size_t *n, const char *shown, oca_file_builder *build,
                                void *payload, oca_file_checker *check, oca_faults *faults)
    __attribute__((warn_unused_result));

/* Takes a piece of what is written; false if it could not be written. */
typedef bool oca_file_taker(void *file, const char *bytes, size_t n);

/* Writes to the file at `path`, which is there, what `produce` hands to `take` piece by piece, for what would be too
 * large in one piece. `produce` ends early when `take` fails. Faults name it `shown`. */
typedef oca_status oca_file_producer(void *payload, oca_file_taker *take, void *file);
oca_status oca_file_write_pieces(const char *path, const char *shown, oca_file_producer *produce, void *payload,
                                 oca_faults *faults) __attribute__((warn_unused_result));

/* True if `path` leads to the regular file that was looked at: an input must not be written over. */
bool oca_file_is(const oca_file_state *file, const char *path);

/* True if a file, of any kind, is there. */
bool oca_file_exists(const char *path);

/* Writes all `n` bytes to the open file, going on after interruptions; false with errno set. */
bool oca_write_all(int fd, const char *bytes, size_t n);

/* What went wrong, from errno, in plain words: "the disk is full". Lives in `mem`. */
const char *oca_system_reason(oca_arena *mem, int number);

#endif
