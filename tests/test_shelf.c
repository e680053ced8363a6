/* Finding the rubric and the action library that a document names, among real files. */
#include "../engine/reading/shelf.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of files for the lookup, made anew for every row and removed after it. */
static const struct {
    const char *path, *xml;
} shelf_files[] = {
    {"docs/x.xml", "<rubric xmlns='urn:oca:rubric:1' id='x' version='0.9'/>"},
    {"docs/broken.xml", "<rubric xmlns='urn:oca:rubric:1' id='broken'/>"},
    {"path/x-1.xml", "<rubric xmlns='urn:oca:rubric:1' id='x' version='1'/>"},
    {"path/broken.xml", "<rubric xmlns='urn:oca:rubric:1' id='broken' version='1'/>"},
    {"ship/x-1.xml", "<rubric xmlns='urn:oca:rubric:1' id='x' version='1'/>"},
    {"ship/x-2.xml", "<rubric xmlns='urn:oca:rubric:1' id='x' version='2'/>"},
    {"ship/x-actions.xml", "<actions xmlns='urn:oca:actions:1' id='x-actions' rubric='x' version='7'/>"},
    {"path/x-actions.xml", "<actions xmlns='urn:oca:actions:1' id='x-actions' rubric='y' version='7'/>"},
};

typedef struct {
    const char *name;
    const char *given; /* --rubric, or --actions where version is "actions" */
    const char *id, *version;
    const char *found;  /* path, or */
    const char *faults; /* what is told */
} lookup;

static const lookup lookups[] = {
    {"in the document's folder", NULL, "x", "0.9", "docs/x.xml", ""},
    {"in OCA_PATH before the shipped", NULL, "x", "1", "path/x-1.xml", ""},
    {"among the shipped", NULL, "x", "2", "ship/x-2.xml", ""},
    {"any version", NULL, "x", NULL, "docs/x.xml", ""},
    {"an unreadable one is passed over", NULL, "broken", "1", "path/broken.xml", ""},
    {"near misses", NULL, "x", "3", NULL,
     "7: needs the rubric x 3, which was not found in docs, path, ship; docs/x.xml is the rubric x 0.9"},
    {"a broken near miss", NULL, "broken", "2", NULL,
     "7: needs the rubric broken 2, which was not found in docs, path, ship; docs/broken.xml is faulty (line 1: "
     "<rubric> needs the attribute \"version\"); path/broken.xml is the rubric broken 1"},
    {"nothing at all", NULL, "nowhere", "../ship/x-1", NULL,
     "7: needs the rubric nowhere ../ship/x-1, which was not found in docs, path, ship"},
    {"given", "ship/x-2.xml", "x", "2", "ship/x-2.xml", ""},
    {"given, but another", "ship/x-2.xml", "x", "1", NULL,
     "7: needs the rubric x 1, which none of the given files is: ship/x-2.xml is the rubric x 2"},
    {"given and faulty", "docs/broken.xml", "x", "1", NULL, "1: <rubric> needs the attribute \"version\""},
    {"actions", NULL, "x", "actions", "ship/x-actions.xml", ""},
    {"actions given", "path/x-actions.xml", "y", "actions", "path/x-actions.xml", ""},
    {"no actions", NULL, "z", "actions", NULL,
     "7: needs an action library for z, which was not found in docs, path, ship"},
};

static void write_files(const char *folder) {
    static const char *const folders[] = {"docs", "path", "ship"};
    assert_int_equal(chdir(folder), 0);
    for (size_t i = 0; i < OCA_COUNT(folders); i++)
        assert_int_equal(mkdir(folders[i], 0700), 0);
    for (size_t i = 0; i < OCA_COUNT(shelf_files); i++) {
        FILE *file = fopen(shelf_files[i].path, "w");
        assert_non_null(file);
        assert_true(fputs(shelf_files[i].xml, file) >= 0);
        assert_int_equal(fclose(file), 0);
    }
}

static void remove_files(const char *folder) {
    for (size_t i = 0; i < OCA_COUNT(shelf_files); i++)
        remove(shelf_files[i].path);
    remove("docs");
    remove("path");
    remove("ship");
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(remove(folder), 0);
}

static void check_lookup(void **state) {
    const lookup *row = *state;
    char folder[] = "/tmp/oca-test-XXXXXX", before[4096];
    assert_non_null(getcwd(before, sizeof before));
    assert_non_null(mkdtemp(folder));
    write_files(folder);
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_shelf shelf = {.mem = &mem, .path = "path/:"};
    *(const char **)OCA_ADD(&mem, &shelf.shipped_rubrics) = "ship";
    *(const char **)OCA_ADD(&mem, &shelf.shipped_actions) = "ship";
    bool actions = oca_equal(row->version, "actions");
    if (row->given)
        *(const char **)OCA_ADD(&mem, actions ? &shelf.action_files : &shelf.rubric_files) = row->given;
    const char *found = NULL;
    for (int time = 0; time < 2; time++) { /* the second time from the cache */
        faults = (oca_faults){.mem = &mem};
        if (actions) {
            const oca_actions *library = oca_shelf_actions(&shelf, row->id, "docs/a.xml", 7, &faults);
            found = library ? library->file : NULL;
        } else {
            const oca_rubric *rubric = oca_shelf_rubric(&shelf, row->id, row->version, "docs/a.xml", 7, &faults);
            found = rubric ? rubric->file : NULL;
            assert_true(!rubric || strlen(rubric->digest) == 64);
        }
        const oca_fault *fault = faults.all.at;
        if (time == 0)
            assert_string_equal(fault ? oca_format_text(&mem, "%d: %s", fault->where.line, fault->message) : "",
                                row->faults);
        assert_true(faults.all.n == (*row->faults ? 1 : 0));
    }
    assert_true(oca_equal(found, row->found));
    oca_arena_free(&mem);
    remove_files(folder);
    assert_int_equal(chdir(before), 0);
}

int main(void) {
    return CHECK_ROWS("shelf", lookups, check_lookup);
}
