/* Zip files made in memory, for tests of what is read from them. */
#ifndef OCA_TESTS_ARCHIVE_H
#define OCA_TESTS_ARCHIVE_H

#include "check.h"

#include "../engine/base/text.h"

#include <string.h>
#include <zip.h>

/* `text` NULL ends a list of members. */
typedef struct {
    const char *name, *text;
} archive_member;

/* The bytes of a zip file with these members. */
static inline const char *archive_made(oca_arena *mem, size_t *n, const archive_member *members) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, &error);
    assert_non_null(made);
    zip_source_keep(made);
    zip_t *zip = zip_open_from_source(made, ZIP_TRUNCATE, &error);
    assert_non_null(zip);
    for (; members->text; members++) {
        zip_source_t *text = zip_source_buffer(zip, members->text, strlen(members->text), 0);
        assert_true(zip_file_add(zip, members->name, text, 0) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
    zip_stat_t stat;
    assert_int_equal(zip_source_stat(made, &stat), 0);
    *n = (size_t)stat.size;
    char *bytes = oca_alloc(mem, *n + 1);
    assert_int_equal(zip_source_open(made), 0);
    assert_int_equal(zip_source_read(made, bytes, *n), *n);
    zip_source_close(made);
    zip_source_free(made);
    zip_error_fini(&error);
    return bytes;
}

#endif
