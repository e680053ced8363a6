/* Zip files made in memory, for tests of what is read from them. */
#ifndef OCA_TESTS_ARCHIVE_H
#define OCA_TESTS_ARCHIVE_H

#include "../engine/base/text.h"

#include <string.h>
#include <zip.h>

/* `text` NULL ends a list of members. */
typedef struct {
    const char *name, *text;
} archive_member;

/* Adds the members, and says whether all could be. */
static inline bool archive_fill(zip_t *zip, const archive_member *members) {
    for (; members->text; members++) {
        zip_source_t *text = zip_source_buffer(zip, members->text, strlen(members->text), 0);
        if (zip_file_add(zip, members->name, text, 0) < 0) {
            zip_source_free(text);
            return false;
        }
    }
    return true;
}

/* The bytes of a zip file with these members; NULL if libzip does not take them. */
static inline const char *archive_try(oca_arena *mem, size_t *n, const archive_member *members) {
    char *bytes = NULL;
    zip_stat_t stat;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(made);
    zip_t *zip = zip_open_from_source(made, ZIP_TRUNCATE, &error);
    bool filled = zip && archive_fill(zip, members) && zip_close(zip) == 0;
    if (zip && !filled)
        zip_discard(zip);
    if (filled && zip_source_stat(made, &stat) == 0 && zip_source_open(made) == 0) {
        *n = (size_t)stat.size;
        bytes = oca_alloc(mem, *n + 1);
        if (zip_source_read(made, bytes, *n) != (zip_int64_t)*n)
            bytes = NULL;
        zip_source_close(made);
    }
    zip_source_free(made);
    zip_error_fini(&error);
    return bytes;
}

#endif
