#include "program.h"

#include "../base/text.h"

#include <dirent.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folder `above` levels over the program itself: 0 is the one it lies in. */
static const char *folder_above(oca_arena *mem, int above) {
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    for (int i = 0; i <= above && n > 0; i++)
        do
            n--;
        while (n > 0 && path[n] != '/');
    return oca_copy(mem, path, n > 0 ? (size_t)n : 0);
}

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

const char *oca_shipped_folder(oca_arena *mem, const char *name) {
    /* In the source tree the program lies in build/, its variants one folder deeper; what is built lies beside it. */
    static const struct {
        int above;
        const char *then;
    } ways[] = {{1, "/share/oca"}, {1, ""}, {2, ""}, {0, ""}};
    for (size_t i = 0; i < OCA_COUNT(ways); i++) {
        const char *path = oca_format_text(mem, "%s%s/%s", folder_above(mem, ways[i].above), ways[i].then, name);
        if (is_folder(path))
            return path;
    }
    return NULL;
}

oca_strings oca_folder_entries(oca_arena *mem, const char *folder, const char *ending) {
    oca_strings names = {0};
    size_t end = strlen(ending);
    DIR *open_folder = opendir(folder);
    for (struct dirent *entry; open_folder && (entry = readdir(open_folder));) {
        size_t n = strlen(entry->d_name);
        if (n > end && entry->d_name[0] != '.' && strcmp(entry->d_name + n - end, ending) == 0)
            *(const char **)OCA_ADD(mem, &names) = oca_copy(mem, entry->d_name, n);
    }
    if (open_folder)
        closedir(open_folder);
    oca_sort_strings(&names);
    return names;
}
