#define _DEFAULT_SOURCE /* DT_REG */
#include "tree.h"

#include "file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { DEEPEST = 256 }; /* folders; no disk is laid out so */

/* A file, and what tells it from all others whatever it is called. */
typedef struct {
    const char *path;
    dev_t device;
    ino_t number;
} found;

typedef struct {
    oca_arena *mem;
    const char *const *endings;
    oca_faults *faults;
    OCA_LIST(found) files;
    OCA_LIST(found) entered; /* folders */
    OCA_LIST(found) links;   /* to folders, for later: a file is called by its own path where it has one below */
    size_t depth;
} walk;

static oca_status not_read(walk *w, const char *path, int number) {
    oca_report(w->faults, OCA_FAILURE, path, 0, "cannot be read: %s", oca_system_reason(w->faults->mem, number));
    return OCA_SYSTEM;
}

static bool is_wanted(const walk *w, const char *name) {
    size_t n = strlen(name);
    for (const char *const *ending = w->endings; *ending; ending++) {
        size_t m = strlen(*ending);
        if (n > m && strcasecmp(name + n - m, *ending) == 0)
            return true;
    }
    return false;
}

static bool was_entered(const walk *w, dev_t device, ino_t number) {
    for (size_t i = 0; i < w->entered.n; i++)
        if (w->entered.at[i].device == device && w->entered.at[i].number == number)
            return true;
    return false;
}

static oca_status walk_folder(walk *w, const char *path, const struct stat *info);

/* An entry of a folder on that device. What vanished meanwhile, or leads nowhere, is no file. Depth is bounded. */
static oca_status walk_entry(walk *w, const char *folder, dev_t device, const struct dirent *entry) {
    struct stat info;
    const char *name = entry->d_name;
    if (name[0] == '.' || strncmp(name, "~$", 2) == 0)
        return OCA_OK;
    const char *path = oca_format_text(w->mem, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, name);
    if (entry->d_type == DT_REG) { /* most are, and need no look of their own */
        if (is_wanted(w, name))
            *(found *)OCA_ADD(w->mem, &w->files) = (found){path, device, entry->d_ino};
        return OCA_OK;
    }
    if (stat(path, &info) != 0)
        return OCA_OK;
    if (S_ISDIR(info.st_mode) && entry->d_type == DT_DIR)
        return walk_folder(w, path, &info);
    if (S_ISDIR(info.st_mode))
        *(found *)OCA_ADD(w->mem, &w->links) = (found){path, info.st_dev, info.st_ino};
    if (S_ISREG(info.st_mode) && is_wanted(w, name))
        *(found *)OCA_ADD(w->mem, &w->files) = (found){path, info.st_dev, info.st_ino};
    return OCA_OK;
}

static oca_status walk_folder(walk *w, const char *path, const struct stat *info) {
    if (w->depth == DEEPEST)
        return OCA_OK;
    DIR *folder = opendir(path);
    if (!folder)
        return not_read(w, path, errno);
    w->depth++;
    *(found *)OCA_ADD(w->mem, &w->entered) = (found){path, info->st_dev, info->st_ino};
    oca_status status = OCA_OK;
    while (status == OCA_OK) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (!entry && errno)
            status = not_read(w, path, errno);
        if (!entry)
            break;
        status = walk_entry(w, path, info->st_dev, entry);
    }
    closedir(folder);
    w->depth--;
    return status;
}

static oca_status walk_path(walk *w, const char *given) {
    size_t n = strlen(given);
    while (n > 1 && given[n - 1] == '/')
        n--;
    const char *path = oca_copy(w->mem, given, n);
    struct stat info;
    if (stat(path, &info) != 0)
        return not_read(w, path, errno);
    if (S_ISDIR(info.st_mode))
        return walk_folder(w, path, &info);
    *(found *)OCA_ADD(w->mem, &w->files) = (found){path, info.st_dev, info.st_ino};
    return OCA_OK;
}

static int by_path(const void *left, const void *right) {
    return strcmp(((const found *)left)->path, ((const found *)right)->path);
}

/* Each folder that links lead to and nothing else did, once: twelve folders with links to each other have more paths
 * than anybody can walk. Sorted, so that no order of a disk's shows. */
static oca_status walk_links(walk *w) {
    oca_status status = OCA_OK;
    while (w->links.n) {
        found *links = w->links.at;
        size_t n = w->links.n;
        qsort(links, n, sizeof *links, by_path);
        w->links.at = NULL;
        w->links.n = w->links.room = 0;
        for (size_t i = 0; i < n; i++) {
            struct stat info;
            if (was_entered(w, links[i].device, links[i].number) || stat(links[i].path, &info) != 0)
                continue;
            if (walk_folder(w, links[i].path, &info) != OCA_OK)
                status = OCA_SYSTEM;
        }
    }
    return status;
}

static int by_number(const void *left, const void *right) {
    const found *a = left, *b = right;
    if (a->device != b->device)
        return a->device > b->device ? 1 : -1;
    if (a->number != b->number)
        return a->number > b->number ? 1 : -1;
    return strcmp(a->path, b->path);
}

oca_status oca_tree_find(oca_strings *out, oca_arena *mem, const oca_strings *paths, const char *const *endings,
                         oca_faults *faults) {
    walk w = {.mem = mem, .endings = endings, .faults = faults};
    oca_status status = OCA_OK;
    for (size_t i = 0; i < paths->n; i++)
        if (walk_path(&w, paths->at[i]) != OCA_OK)
            status = OCA_SYSTEM;
    if (walk_links(&w) != OCA_OK)
        status = OCA_SYSTEM;
    if (w.files.n)
        qsort(w.files.at, w.files.n, sizeof *w.files.at, by_number);
    for (size_t i = 0; i < w.files.n; i++) {
        const found *file = &w.files.at[i];
        if (i == 0 || file->device != file[-1].device || file->number != file[-1].number)
            *(const char **)OCA_ADD(mem, out) = file->path;
    }
    oca_sort_strings(out);
    return status;
}

bool oca_is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}
