/* The lookup of rubrics, tailorings and action libraries. */
#include "shelf.h"

#include "../base/words.h"
#include "../system/file.h"

#include <string.h>

enum { SEPARATOR = ':', FIRST_ROOM = 64 };

/* A file that was looked for. */
typedef struct {
    const char *path;
    bool there;
    oca_document document; /* no format: it could not be read */
    oca_faults faults;     /* of its reading */
} candidate;

/* Candidates by path: a hash table, since a portfolio may look into thousands of folders. */
struct oca_shelf_cache {
    candidate **at;
    size_t n, room; /* room is a power of two */
};

/* What is wanted, and by whom. */
typedef struct {
    oca_shelf *shelf;
    const oca_format *format;
    const char *id, *version; /* of the rubric or tailoring; version NULL: any */
    const char *file;
    int line;
    oca_faults *faults;
    oca_arena scratch;       /* for what follows, and for paths */
    oca_strings folders;     /* where was looked */
    oca_buffer misses;       /* what was there, but did not fit */
    const candidate *broken; /* what would fit, or might, if it were not faulty: it ends the search */
} search;

static candidate **slot(const oca_shelf_cache *cache, const char *path) {
    size_t hash = 2166136261U; /* FNV-1a */
    for (const char *c = path; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619U;
    size_t i = hash & (cache->room - 1);
    while (cache->at[i] && strcmp(cache->at[i]->path, path) != 0)
        i = (i + 1) & (cache->room - 1);
    return &cache->at[i];
}

static oca_shelf_cache *cache_with_room(oca_shelf *shelf) {
    if (!shelf->cache)
        shelf->cache = oca_alloc(shelf->mem, sizeof *shelf->cache);
    oca_shelf_cache *cache = shelf->cache;
    if (2 * cache->n < cache->room)
        return cache;
    oca_shelf_cache larger = {.n = cache->n, .room = cache->room ? 2 * cache->room : FIRST_ROOM};
    larger.at = oca_alloc(shelf->mem, larger.room * sizeof(candidate *));
    for (size_t i = 0; i < cache->room; i++)
        if (cache->at[i])
            *slot(&larger, cache->at[i]->path) = cache->at[i];
    *cache = larger;
    return cache;
}

/* A file that was given by name must be of use; one that lies where another is looked for may be any document. */
static void load_candidate(candidate *made, oca_arena *mem, bool given) {
    static const oca_format *const useful[] = {&oca_rubric_format, &oca_actions_format, &oca_tailoring_format, NULL};
    made->faults.mem = mem;
    if (oca_document_load(&made->document, mem, made->path, given ? useful : oca_all_formats, &made->faults) !=
            OCA_OK &&
        given)
        made->document = (oca_document){0};
}

static void pass_on(oca_faults *to, const oca_faults *from) {
    for (size_t i = 0; i < from->all.n; i++) {
        const oca_fault *fault = &from->all.at[i];
        oca_report_at(to, fault->severity, fault->file, fault->where, "%s", fault->message);
    }
}

/* The candidate at `path`, read at most once a run. Its faults go to `faults` the first time, if that is not NULL. */
static const candidate *look_at(oca_shelf *shelf, const char *path, oca_faults *faults) {
    candidate **at = slot(cache_with_room(shelf), path);
    if (*at)
        return *at;
    candidate *made = oca_alloc(shelf->mem, sizeof *made);
    made->path = oca_copy(shelf->mem, path, strlen(path));
    made->there = faults || oca_file_look(path).regular; /* nobody would wait for a pipe that they did not name */
    if (made->there)
        load_candidate(made, shelf->mem, faults != NULL);
    if (faults)
        pass_on(faults, &made->faults);
    shelf->cache->n++;
    *at = made;
    return made;
}

oca_strings oca_shelf_files(const oca_shelf *shelf) {
    oca_strings out = {0};
    for (size_t i = 0; shelf->cache && i < shelf->cache->room; i++)
        if (shelf->cache->at[i] && shelf->cache->at[i]->there)
            *(const char **)OCA_ADD(shelf->mem, &out) = shelf->cache->at[i]->path;
    return out;
}

/* True if the candidate is what is wanted; else, if it is there at all, it is a near miss. */
static bool fits(search *s, const candidate *found) {
    if (!found->there)
        return false;
    const char *id = NULL, *version = NULL, *between = s->misses.n ? "; " : "";
    if (found->document.format == &oca_rubric_format) {
        const oca_rubric *rubric = found->document.root;
        id = rubric->id, version = rubric->version;
    } else if (found->document.format == &oca_actions_format) {
        id = ((const oca_actions *)found->document.root)->rubric;
    } else if (found->document.format == &oca_tailoring_format) {
        id = ((const oca_tailoring *)found->document.root)->id;
    }
    if (found->document.format == s->format && oca_equal(id, s->id) && (!s->version || oca_equal(version, s->version)))
        return true;
    const oca_fault *first = found->faults.all.n ? &found->faults.all.at[0] : NULL;
    if (first && first->severity != OCA_WARNING)
        oca_buffer_print(&s->misses, oca_message("%s%s is faulty (line %d: %s)"), between, found->path,
                         first->where.line, first->message);
    else if (version)
        oca_buffer_print(&s->misses, oca_message("%s%s is the rubric %s %s"), between, found->path, id, version);
    else if (found->document.format == &oca_tailoring_format)
        oca_buffer_print(&s->misses, oca_message("%s%s is the tailoring %s"), between, found->path, id);
    else if (id)
        oca_buffer_print(&s->misses, oca_message("%s%s is an action library for %s"), between, found->path, id);
    else if (found->document.format)
        oca_buffer_print(&s->misses, oca_message("%s%s is %s"), between, found->path,
                         oca_message(found->document.format->called));
    return false;
}

static const char *wanted(search *s) {
    if (s->format == &oca_actions_format)
        return oca_format_text(&s->scratch, oca_message("an action library for %s"), s->id);
    if (s->format == &oca_tailoring_format)
        return oca_format_text(&s->scratch, oca_message("the tailoring %s"), s->id);
    return oca_format_text(&s->scratch, oca_message("the rubric %s%s%s"), s->id, s->version ? " " : "",
                           s->version ? s->version : "");
}

static const void *find_given(search *s, const oca_strings *files) {
    size_t before = s->faults->faulty;
    const void *root = NULL;
    for (size_t i = 0; i < files->n; i++) {
        const candidate *found = look_at(s->shelf, files->at[i], s->faults);
        if (!root && fits(s, found))
            root = found->document.root;
    }
    if (s->faults->faulty > before || s->faults->failed)
        return NULL; /* a file was faulty, which was told */
    if (!root)
        oca_report(s->faults, OCA_FAULT, s->file, s->line, "needs %s, which none of the given files is: %s", wanted(s),
                   s->misses.at);
    return root;
}

/* Tries folder/NAME.xml, where `n` bytes at `folder` end with no slash; n == 0 is the current folder. */
static const void *try_file(search *s, const char *folder, size_t n, const char *name, const char *suffix) {
    oca_buffer path = {.mem = &s->scratch};
    if (n)
        oca_buffer_print(&path, "%.*s/", (int)n, folder);
    oca_buffer_print(&path, "%s%s.xml", name, suffix);
    const candidate *found = look_at(s->shelf, path.at, NULL);
    bool fitting = fits(s, found);
    if (found->there && (fitting || !found->document.format) && oca_faults_status(&found->faults) != OCA_OK) {
        /* Passing it over would use another instrument than the one that lies here, without a word. */
        s->broken = found;
        return NULL;
    }
    return fitting ? found->document.root : NULL;
}

static const void *try_folder(search *s, const char *folder, size_t n) {
    const void *root = NULL;
    while (n > 1 && folder[n - 1] == '/')
        n--;
    const char *shown = n ? oca_copy(&s->scratch, folder, n) : oca_message("this folder");
    if (oca_holds(&s->folders, shown))
        return NULL;
    *(const char **)OCA_ADD(&s->scratch, &s->folders) = shown;
    if (s->format == &oca_actions_format)
        return try_file(s, folder, n, s->id, "-actions");
    if (s->version && !strpbrk(s->version, "/\\")) /* a version is any text, but leads into no other folder */
        root = try_file(s, folder, n, s->id, oca_format_text(&s->scratch, "-%s", s->version));
    return root || s->broken ? root : try_file(s, folder, n, s->id, "");
}

static const void *look_up(search *s, const oca_strings *shipped) {
    const void *root = NULL;
    if (s->file) {
        const char *slash = strrchr(s->file, '/');
        root = try_folder(s, s->file, slash ? (size_t)(slash - s->file) + (slash == s->file) : 0);
    }
    for (const char *path = s->shelf->path; path && *path && !root && !s->broken;) {
        size_t n = strcspn(path, (char[]){SEPARATOR, '\0'});
        if (n)
            root = try_folder(s, path, n);
        path += n + (path[n] == SEPARATOR);
    }
    for (size_t i = 0; i < shipped->n && !root && !s->broken; i++)
        root = try_folder(s, shipped->at[i], strlen(shipped->at[i]));
    s->shelf->broken = s->broken != NULL;
    if (s->broken)
        pass_on(s->faults, &s->broken->faults);
    else if (!root)
        oca_report(s->faults, OCA_FAULT, s->file, s->line, "needs %s, which was not found in %s%s%s", wanted(s),
                   oca_join(&s->scratch, &s->folders, ", "), s->misses.n ? "; " : "", s->misses.n ? s->misses.at : "");
    return root;
}

static const void *find(search *s, const oca_strings *files, const oca_strings *shipped) {
    s->misses.mem = &s->scratch;
    const void *root = files->n ? find_given(s, files) : look_up(s, shipped);
    oca_arena_free(&s->scratch);
    return root;
}

const oca_rubric *oca_shelf_rubric(oca_shelf *shelf, const char *id, const char *version, const char *file, int line,
                                   oca_faults *faults) {
    search s = {shelf, &oca_rubric_format, id, version, file, line, faults, .folders = {0}};
    return find(&s, &shelf->rubric_files, &shelf->shipped_rubrics);
}

/* Of the files given by name, the first that tailors the rubric. */
static const oca_tailoring *given_for(oca_shelf *shelf, const oca_rubric *rubric, oca_faults *faults) {
    const oca_tailoring *serves = NULL;
    for (size_t i = 0; i < shelf->tailoring_files.n; i++) {
        const candidate *found = look_at(shelf, shelf->tailoring_files.at[i], faults);
        const oca_tailoring *tailoring = found->document.format == &oca_tailoring_format ? found->document.root : NULL;
        if (!serves && tailoring && oca_equal(tailoring->rubric, rubric->id) &&
            oca_equal(tailoring->rubric_version, rubric->version))
            serves = tailoring;
    }
    return serves;
}

const oca_tailoring *oca_shelf_tailoring(oca_shelf *shelf, const char *id, const oca_rubric *rubric, const char *file,
                                         int line, oca_faults *faults) {
    if (!id)
        return given_for(shelf, rubric, faults);
    search s = {shelf, &oca_tailoring_format, id, NULL, file, line, faults, .folders = {0}};
    return find(&s, &shelf->tailoring_files, &shelf->shipped_rubrics);
}

const oca_actions *oca_shelf_actions(oca_shelf *shelf, const char *rubric, const char *file, int line,
                                     oca_faults *faults) {
    search s = {shelf, &oca_actions_format, rubric, NULL, file, line, faults, .folders = {0}};
    return find(&s, &shelf->action_files, &shelf->shipped_actions);
}
