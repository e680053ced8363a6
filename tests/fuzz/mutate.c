/* How fuzzers change their input where plain bytes stay shallow; for libFuzzer alone.
 *
 * Of members of a workbook (members.h) mostly one is changed, and the others stay. XML is changed as such: an element
 * is taken out, doubled or put elsewhere, an attribute moved, a value replaced by another one of the input or by one
 * that is seldom right. A tag is what stands between < and >, a value what stands between quotation marks in one; what
 * is found need not be well-formed. All else, and about half of the XML, is changed byte by byte. */
#include "members.h"

#include <stdbool.h>
#include <stdlib.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size); /* libFuzzer's */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

typedef struct {
    size_t at, n; /* n 0: there is none */
} span;

typedef struct {
    uint8_t *bytes;
    size_t n, room;
    unsigned dice;
} text;

/* Values that some reader once took for others, or that stand at an edge. */
static const char *const values[] = {
    "",
    "0",
    "-0",
    "1",
    "-1",
    "0.5",
    "2.5",
    "1e999",
    "NaN",
    "0x10",
    "2147483648",
    "9223372036854775807",
    "18446744073709551616",
    "0.00000000000000000000000000001",
    "99999999999999999999999",
    "2025-02-30",
    "9999-12-31",
    "0001-01-01",
    "yes",
    "no",
    "na",
    "dk",
    "same",
    "changed",
    "a b c",
    "  a  ",
    "&#10;",
    "&#9;",
    "&amp;",
    "&lt;",
    "=1+1",
    "overall",
    "minimum",
    "pooled",
    "median",
    "verified agreed participants",
    "agreed",
    "participants",
    "required",
    "before",
    "2025-04-01",
    "4",
    "60",
    "100",
    "10000",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
};

static size_t below(text *t, size_t n) {
    t->dice = t->dice * 1664525u + 1013904223u;
    return n ? (t->dice >> 8) % n : 0;
}

static bool is_name(uint8_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == ':';
}

/* The end of the tag that begins at `at`. */
static size_t tag_end(const text *t, size_t at) {
    while (at < t->n && t->bytes[at] != '>')
        at++;
    return at < t->n ? at + 1 : t->n;
}

/* A tag that begins an element, from a random place on, and from the start again. */
static span some_tag(text *t) {
    for (size_t i = 0, from = below(t, t->n); i + 1 < t->n; i++) {
        size_t at = (from + i) % (t->n - 1);
        if (t->bytes[at] == '<' && is_name(t->bytes[at + 1]))
            return (span){at, tag_end(t, at) - at};
    }
    return (span){0, 0};
}

/* The whole element of a tag. */
static span element_of(const text *t, span tag) {
    size_t at = tag.at;
    for (int depth = 0; at < t->n;) {
        while (at < t->n && t->bytes[at] != '<')
            at++;
        size_t end = tag_end(t, at);
        if (at + 1 < t->n && t->bytes[at + 1] == '/')
            depth--;
        else if (at + 1 < t->n && is_name(t->bytes[at + 1]) && t->bytes[end - 2] != '/')
            depth++;
        at = end;
        if (depth <= 0)
            break;
    }
    return (span){tag.at, at - tag.at};
}

/* An attribute of a tag: ` name="value"`; `value` is what stands between the marks. */
static span some_attribute(text *t, span *value) {
    span tag = some_tag(t), found[32];
    size_t n = 0;
    for (size_t at = tag.at, end = tag.at + tag.n; at + 1 < end && n < 32; at++) {
        if (t->bytes[at] != '=' || (t->bytes[at + 1] != '"' && t->bytes[at + 1] != '\''))
            continue;
        size_t name = at, close = at + 2;
        while (name > tag.at && is_name(t->bytes[name - 1]))
            name--;
        while (close < end && t->bytes[close] != t->bytes[at + 1])
            close++;
        if (close < end && name > tag.at)
            found[n++] = (span){name - 1, close + 1 - (name - 1)};
        at = close;
    }
    if (!n)
        return *value = (span){0, 0};
    span one = found[below(t, n)];
    size_t open = one.at;
    while (t->bytes[open] != '=')
        open++;
    *value = (span){open + 2, one.at + one.n - 1 - (open + 2)};
    return one;
}

/* Puts `n` bytes in the place of a span; false where there is no room. */
static bool put(text *t, span place, const void *bytes, size_t n) {
    if (t->n - place.n + n > t->room)
        return false;
    uint8_t *copy = malloc(n + 1); /* they may be the text's own */
    if (!copy)
        return false;
    memcpy(copy, bytes, n);
    memmove(t->bytes + place.at + n, t->bytes + place.at + place.n, t->n - place.at - place.n);
    memcpy(t->bytes + place.at, copy, n);
    t->n = t->n - place.n + n;
    free(copy);
    return true;
}

static bool change_value(text *t) {
    span value, other;
    if (!some_attribute(t, &value).n)
        return false;
    if (below(t, 2) && some_attribute(t, &other).n)
        return put(t, value, t->bytes + other.at, other.n);
    const char *rare = values[below(t, sizeof values / sizeof *values)];
    return put(t, value, rare, strlen(rare));
}

static bool move_attribute(text *t) {
    span value, one = some_attribute(t, &value), tag = some_tag(t);
    if (!one.n || below(t, 2))
        return one.n && put(t, one, "", 0);
    size_t name = tag.at + 1;
    while (name < t->n && is_name(t->bytes[name]))
        name++;
    return put(t, (span){name, 0}, t->bytes + one.at, one.n);
}

static bool change_element(text *t) {
    span tag = some_tag(t);
    if (!tag.n)
        return false;
    span element = element_of(t, tag), other = some_tag(t);
    switch (below(t, 4)) {
    case 0:
        return put(t, element, "", 0);
    case 1:
        return put(t, (span){element.at, 0}, t->bytes + element.at, element.n);
    case 2: /* before another element */
        return put(t, (span){other.at, 0}, t->bytes + element.at, element.n);
    default: /* inside another element */
        return put(t, (span){other.at + other.n, 0}, t->bytes + element.at, element.n);
    }
}

static size_t mutate_text(uint8_t *data, size_t size, size_t max_size, unsigned seed) {
    text t = {data, size, max_size, seed};
    bool changed = false;
    if (size > 8 && size < max_size && memchr(data, '<', size))
        switch (below(&t, 8)) {
        case 0:
        case 1:
            changed = change_value(&t);
            break;
        case 2:
            changed = move_attribute(&t);
            break;
        case 3:
        case 4:
            changed = change_element(&t);
            break;
        default:
            break;
        }
    return changed ? t.n : LLVMFuzzerMutate(data, size, max_size);
}

static size_t mutate_member(const fuzz_member *one, uint8_t *data, size_t size, size_t max_size, unsigned seed) {
    size_t at = (size_t)(one->content - (char *)data), room = one->n_content + (max_size - size);
    size_t after = size - at - one->n_content;
    uint8_t *changed = malloc(room + 1);
    if (!changed)
        return size;
    memcpy(changed, one->content, one->n_content);
    size_t n_changed = mutate_text(changed, one->n_content, room, seed);
    memmove(data + at + n_changed, data + at + one->n_content, after);
    memcpy(data + at, changed, n_changed);
    free(changed);
    return at + n_changed + after;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed) {
    fuzz_member members[MOST_MEMBERS];
    bool has_members = size > 2 && size < max_size && seed % 16 && data[0] != '<' && data[0] != 'P' &&
                       members_mark_from((char *)data, 0, size) < size;
    size_t n = has_members ? members_split(members, (char *)data, size) : 0;
    return n ? mutate_member(&members[seed / 16 % n], data, size, max_size, seed)
             : mutate_text(data, size, max_size, seed);
}
