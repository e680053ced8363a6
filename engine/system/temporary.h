/* A file under a temporary name that takes its final name when it is finished. errno tells of a failure. */
#ifndef OCA_SYSTEM_TEMPORARY_H
#define OCA_SYSTEM_TEMPORARY_H

#include "../base/fault.h"

#include <sys/types.h>

/* Where an output goes once symbolic links are followed. */
typedef struct {
    const char *path, *folder;
    bool exists;
    bool direct; /* no regular file: to be written to, never replaced */
    mode_t mode; /* if it exists, like the next two */
    uid_t owner;
    gid_t group;
} oca_target_path;

typedef struct {
    const char *path;
} oca_temporary;

/* OCA_SYSTEM if `path` cannot be a file: a folder, one that may not be written, links in a circle. */
oca_status oca_target_find(oca_target_path *out, oca_arena *mem, const char *path) __attribute__((warn_unused_result));

/* Creates an empty file that nobody else has in `folder`. An ending by SIGINT, SIGTERM or SIGHUP removes it; there is
 * one such file at a time. */
oca_status oca_temporary_open(oca_temporary *out, oca_arena *mem, const char *folder, mode_t mode)
    __attribute__((warn_unused_result));

/* Puts it on the disk under the target's name. If that fails, it is still to be removed. */
oca_status oca_temporary_keep(oca_temporary *made, const oca_target_path *target) __attribute__((warn_unused_result));

void oca_temporary_remove(oca_temporary *made);

/* Removes the one that is open, if any: for an ending in the midst of things. */
void oca_temporary_abandon(void);

#endif
