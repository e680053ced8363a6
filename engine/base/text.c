#include "text.h"

#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *oca_copy(oca_arena *mem, const char *s, size_t n) {
    char *copy = oca_alloc(mem, n + 1);
    memcpy(copy, s, n);
    return copy;
}

const char *oca_format_list(oca_arena *mem, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int n = vsnprintf(NULL, 0, format, arguments);
    char *text = oca_alloc(mem, (size_t)(n < 0 ? 0 : n) + 1);
    if (n > 0)
        vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}

const char *oca_format_text(oca_arena *mem, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = oca_format_list(mem, format, arguments);
    va_end(arguments);
    return text;
}

bool oca_equal(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool oca_holds(const oca_strings *list, const char *word) {
    for (size_t i = 0; i < list->n; i++)
        if (oca_equal(list->at[i], word))
            return true;
    return false;
}

bool oca_share_word(const oca_strings *a, const oca_strings *b) {
    for (size_t i = 0; i < a->n; i++)
        if (oca_holds(b, a->at[i]))
            return true;
    return false;
}

const char *oca_join(oca_arena *mem, const oca_strings *words, const char *between) {
    oca_buffer joined = {.mem = mem};
    for (size_t i = 0; i < words->n; i++)
        oca_buffer_print(&joined, "%s%s", i ? between : "", words->at[i]);
    return joined.at ? joined.at : "";
}

oca_strings oca_split(oca_arena *mem, const char *text, const char *between) {
    oca_strings words = {0};
    for (const char *at = text + strspn(text, between); *at; at += strspn(at, between)) {
        size_t n = strcspn(at, between);
        *(const char **)OCA_ADD(mem, &words) = oca_copy(mem, at, n);
        at += n;
    }
    return words;
}

static int by_bytes(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void oca_sort_strings(oca_strings *list) {
    if (list->n)
        qsort(list->at, list->n, sizeof *list->at, by_bytes);
}

bool oca_is_no_character(const char *s) {
    return strncmp(s, "\xEF\xBF\xBE", OCA_NO_CHARACTER_BYTES) == 0 ||
           strncmp(s, "\xEF\xBF\xBF", OCA_NO_CHARACTER_BYTES) == 0;
}

const char *oca_find_no_character(const char *text) {
    for (const char *s = text; (s = strstr(s, "\xEF\xBF")); s++)
        if (oca_is_no_character(s))
            return s;
    return NULL;
}

bool oca_is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool oca_is_id(const char *s, size_t n, bool dashes, size_t longest) {
    if (n == 0 || n > longest || s[0] < 'a' || s[0] > 'z')
        return false;
    for (size_t i = 1; i < n; i++)
        if (!((s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9') || s[i] == '_' || (dashes && s[i] == '-')))
            return false;
    return true;
}

const char *oca_trim(oca_arena *mem, const char *s, size_t n, bool collapse) {
    while (n && oca_is_space(s[0]))
        s++, n--;
    while (n && oca_is_space(s[n - 1]))
        n--;
    if (!collapse)
        return oca_copy(mem, s, n);
    char *text = oca_alloc(mem, n + 1);
    size_t length = 0;
    for (size_t i = 0; i < n; i++)
        if (!oca_is_space(s[i]))
            text[length++] = s[i];
        else if (!oca_is_space(s[i - 1])) /* the first character is none, so i > 0 */
            text[length++] = ' ';
    return text;
}

static void make_room(oca_buffer *buffer, size_t n) {
    if (buffer->room - buffer->n > n)
        return;
    size_t room = 2 * (buffer->n + n) + 64;
    char *larger = oca_alloc(buffer->mem, room);
    if (buffer->n)
        memcpy(larger, buffer->at, buffer->n);
    buffer->at = larger;
    buffer->room = room;
}

void oca_buffer_add(oca_buffer *buffer, const char *s, size_t n) {
    make_room(buffer, n);
    memcpy(buffer->at + buffer->n, s, n);
    buffer->n += n;
    buffer->at[buffer->n] = '\0';
}

void oca_buffer_print(oca_buffer *buffer, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int n = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (n > 0) {
        make_room(buffer, (size_t)n);
        vsnprintf(buffer->at + buffer->n, (size_t)n + 1, format, again);
        buffer->n += (size_t)n;
    }
    va_end(again);
}

const char *oca_plural(oca_arena *mem, size_t n, const char *one, const char *many) {
    return oca_format_text(mem, "%zu %s", n, oca_counted(one, many, n));
}
