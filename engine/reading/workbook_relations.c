/* How the parts of a workbook name each other. */
#include "workbook_parts.h"

#include <string.h>

enum { LONGEST_TARGET = 1024 };

/* The folder of a member's name, with its slash: "xl/". */
static size_t folder_of(const char *part) {
    const char *slash = strrchr(part, '/');
    return slash ? (size_t)(slash - part) + 1 : 0;
}

static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* "%20" and its like, as addresses have them; decoded in place. */
static void decode(char *s) {
    char *to = s;
    for (; *s; s++)
        if (*s == '%' && digit(s[1]) >= 0 && digit(s[2]) >= 0 && digit(s[1]) + digit(s[2]) > 0) {
            *to++ = (char)(digit(s[1]) << 4 | digit(s[2]));
            s += 2;
        } else {
            *to++ = *s;
        }
    *to = '\0';
}

/* The member that `target` means when `part` names it: from its folder, or with a slash from the top; NULL if it
 * climbs above the top. */
static const char *resolved(oca_arena *mem, const char *part, const char *target) {
    oca_buffer path = {.mem = mem};
    oca_buffer_add(&path, "", 0);
    if (*target != '/')
        oca_buffer_add(&path, part, folder_of(part));
    while (*target) {
        size_t n = strcspn(target, "/");
        if (n == 2 && memcmp(target, "..", 2) == 0) {
            if (path.n == 0)
                return NULL;
            path.at[path.n - 1] = '\0';
            path.n = folder_of(path.at);
            path.at[path.n] = '\0';
        } else if (n && !(n == 1 && *target == '.')) {
            oca_buffer_add(&path, target, n + (target[n] == '/'));
        }
        target += n + (target[n] == '/');
    }
    return path.n ? path.at : NULL;
}

typedef struct {
    oca_zip *zip;
    oca_arena *mem;
    const char *part;
    oca_relations *out;
} reader;

static void on_start(void *payload, const char *name, const oca_part_attributes *attributes) {
    reader *r = payload;
    char id[256], type[256], target[LONGEST_TARGET], mode[16];
    if (strcmp(name, "Relationship") != 0)
        return;
    if (r->out->n >= OCA_MOST_RELATIONS) {
        oca_zip_fault(r->zip, "the workbook is damaged, or not what it seems: it names more than 10,000 parts");
        return;
    }
    oca_part_attribute(attributes, "Id", id, sizeof id);
    oca_part_attribute(attributes, "Type", type, sizeof type);
    oca_part_attribute(attributes, "Target", target, sizeof target);
    oca_part_attribute(attributes, "TargetMode", mode, sizeof mode);
    decode(target);
    const char *word = strrchr(type, '/');
    oca_relation *relation = OCA_ADD(r->mem, r->out);
    relation->id = oca_copy(r->mem, id, strlen(id));
    relation->type = word ? oca_copy(r->mem, word + 1, strlen(word + 1)) : "";
    relation->target = strcmp(mode, "External") == 0 ? NULL : resolved(r->mem, r->part, target);
}

static void on_end(void *payload, const char *name) {
    (void)payload, (void)name;
}

bool oca_relations_read(oca_relations *out, oca_arena *mem, oca_zip *zip, const char *part) {
    static const oca_part_handler handler = {on_start, on_end, NULL};
    size_t n = folder_of(part);
    const char *name = oca_format_text(mem, "%.*s_rels/%s.rels", (int)n, part, part + n);
    reader r = {.zip = zip, .mem = mem, .part = part, .out = out};
    return !oca_zip_has(zip, name) || oca_part_read(zip, name, &handler, &r);
}

const oca_relation *oca_relation_of_type(const oca_relations *relations, const char *type) {
    for (size_t i = 0; i < relations->n; i++)
        if (oca_equal(relations->at[i].type, type))
            return &relations->at[i];
    return NULL;
}

const oca_relation *oca_relation_of_id(const oca_relations *relations, const char *id) {
    for (size_t i = 0; i < relations->n; i++)
        if (oca_equal(relations->at[i].id, id))
            return &relations->at[i];
    return NULL;
}
