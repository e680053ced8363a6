#include "workbook_zip.h"

#include "../base/words.h"
#include "../document/fields.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

/* No workbook that people fill in comes near; a hostile one is given up within seconds. */
enum {
    MOST_MEMBERS = 10000,
    MOST_OF_ONE = 128 << 20, /* bytes that come out of one member */
    MOST_OF_ALL = 256 << 20, /* and of all that are read */
};

typedef struct {
    const char *name;
    zip_uint64_t number, declared; /* bytes */
} member;

struct oca_zip {
    const char *file;
    oca_faults *faults;
    bool broken;
    zip_t *archive;
    member *members; /* sorted by name */
    size_t n;
    const member *open;
    zip_file_t *stream;
    size_t taken, taken_of_all; /* bytes that came out of the open member, and of all */
};

void oca_zip_fault(oca_zip *zip, const char *format, ...) {
    if (zip->broken)
        return;
    va_list arguments;
    va_start(arguments, format);
    const char *message = oca_format_list(zip->faults->mem, oca_message(format), arguments);
    va_end(arguments);
    oca_report(zip->faults, OCA_FAULT, zip->file, 0, "%s", message);
    zip->broken = true;
}

void oca_zip_exhausted(oca_zip *zip) {
    if (!zip->broken)
        oca_report(zip->faults, OCA_FAILURE, zip->file, 0, "out of memory");
    zip->broken = true;
}

bool oca_zip_is_broken(const oca_zip *zip) {
    return zip->broken;
}

static int by_name(const void *left, const void *right) {
    return strcasecmp(((const member *)left)->name, ((const member *)right)->name);
}

static const member *find(const oca_zip *zip, const char *name) {
    member wanted = {.name = name};
    return zip->n ? bsearch(&wanted, zip->members, zip->n, sizeof *zip->members, by_name) : NULL;
}

bool oca_zip_has(const oca_zip *zip, const char *name) {
    return find(zip, name) != NULL;
}

/* True if the name, taken for a path, leads out of the folder where the archive would be unpacked. */
static bool leads_out(const char *name) {
    if (name[0] == '/' || name[0] == '\\' || (name[0] && name[1] == ':'))
        return true;
    for (const char *at = name; *at;) {
        size_t n = strcspn(at, "/\\");
        if (n == 2 && memcmp(at, "..", 2) == 0)
            return true;
        at += n + (at[n] != '\0');
    }
    return false;
}

/* What is odd about a member, for "the workbook is damaged: "; NULL if nothing. */
static const char *odd(const zip_stat_t *stat) {
    const zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if ((stat->valid & needed) != needed)
        return N_("the zip file does not say what it holds");
    if (leads_out(stat->name))
        return N_("a member of the zip file has a name that leads out of it");
    if (stat->encryption_method != ZIP_EM_NONE)
        return N_("a member of the zip file is encrypted");
    if (stat->comp_method != ZIP_CM_STORE && stat->comp_method != ZIP_CM_DEFLATE)
        return N_("a member of the zip file is compressed in a way that workbooks are not");
    return NULL;
}

static void list_members(oca_zip *zip, oca_arena *scratch) {
    zip_int64_t n = zip_get_num_entries(zip->archive, 0);
    if (n < 0 || n > MOST_MEMBERS) {
        oca_zip_fault(zip, "the zip file holds more than %d members: this is no workbook", (int)MOST_MEMBERS);
        return;
    }
    zip->members = oca_alloc(scratch, (size_t)n * sizeof *zip->members);
    for (zip_int64_t i = 0; i < n; i++) {
        zip_stat_t stat;
        const char *wrong = zip_stat_index(zip->archive, (zip_uint64_t)i, 0, &stat) == 0
                                ? odd(&stat)
                                : N_("the zip file's list of members cannot be read");
        if (wrong) {
            oca_zip_fault(zip, "the workbook is damaged, or not what it seems: %s", oca_message(wrong));
            return;
        }
        zip->members[zip->n++] = (member){oca_copy(scratch, stat.name, strlen(stat.name)), stat.index, stat.size};
    }
    if (zip->n)
        qsort(zip->members, zip->n, sizeof *zip->members, by_name);
    for (size_t i = 1; i < zip->n; i++)
        if (by_name(&zip->members[i - 1], &zip->members[i]) == 0)
            oca_zip_fault(zip, "the workbook is damaged, or not what it seems: the zip file holds %s twice",
                          oca_excerpt_of(zip->members[i].name, strlen(zip->members[i].name)).at);
}

oca_zip *oca_zip_open(oca_arena *scratch, const char *file, const char *bytes, size_t n, oca_faults *faults) {
    oca_zip *zip = oca_alloc(scratch, sizeof *zip);
    *zip = (oca_zip){.file = file, .faults = faults};
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes, n, 0, &error);
    zip->archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    int code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (zip->archive) {
        list_members(zip, scratch);
    } else {
        zip_source_free(source);
        if (code == ZIP_ER_MEMORY)
            oca_zip_exhausted(zip);
        else
            oca_zip_fault(zip, "the workbook is damaged: its end is missing, or it is no zip file; copy it again");
    }
    if (!zip->broken)
        return zip;
    oca_zip_close(zip);
    return NULL;
}

void oca_zip_close(oca_zip *zip) {
    oca_zip_stop(zip);
    if (zip->archive)
        zip_discard(zip->archive);
    zip->archive = NULL;
}

static void damaged(oca_zip *zip, const char *name, const char *how) {
    oca_zip_fault(zip, "the workbook is damaged: its member %s %s", oca_excerpt_of(name, strlen(name)).at,
                  oca_message(how));
}

/* True, and told, if it was for want of memory that libzip failed. */
static bool starved(oca_zip *zip, zip_error_t *error) {
    if (zip_error_code_zip(error) == ZIP_ER_MEMORY)
        oca_zip_exhausted(zip);
    return zip->broken;
}

bool oca_zip_start(oca_zip *zip, const char *name) {
    if (zip->broken)
        return false;
    zip->open = find(zip, name);
    if (!zip->open) {
        damaged(zip, name, N_("is missing"));
        return false;
    }
    zip->taken = 0;
    zip->stream = zip_fopen_index(zip->archive, zip->open->number, 0);
    if (!zip->stream && !starved(zip, zip_get_error(zip->archive)))
        damaged(zip, name, N_("cannot be read; copy it again"));
    return zip->stream != NULL;
}

int oca_zip_next(oca_zip *zip, char *bytes, int room) {
    if (zip->broken)
        return -1;
    const member *open = zip->open;
    zip_int64_t got = zip_fread(zip->stream, bytes, (zip_uint64_t)room);
    if (got < 0) {
        if (!starved(zip, zip_file_get_error(zip->stream)))
            damaged(zip, open->name, N_("is not whole, or its checksum does not fit; copy it again"));
        return -1;
    }
    zip->taken += (size_t)got;
    zip->taken_of_all += (size_t)got;
    if (zip->taken > open->declared)
        damaged(zip, open->name, N_("is longer than the zip file says"));
    else if (got == 0 && zip->taken < open->declared)
        damaged(zip, open->name, N_("is shorter than the zip file says; copy it again"));
    else if (zip->taken > MOST_OF_ONE)
        oca_zip_fault(zip, "the workbook is too large: its member %s holds more than %d MiB",
                      oca_excerpt_of(open->name, strlen(open->name)).at, MOST_OF_ONE >> 20);
    else if (zip->taken_of_all > MOST_OF_ALL)
        oca_zip_fault(zip, "the workbook is too large: it holds more than %d MiB", MOST_OF_ALL >> 20);
    return zip->broken ? -1 : (int)got;
}

void oca_zip_stop(oca_zip *zip) {
    if (zip->stream)
        zip_fclose(zip->stream); /* what it could tell, a checksum that does not fit, zip_fread has told */
    zip->stream = NULL;
}
