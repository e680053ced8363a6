/* Memory that is given back all at once.
 *
 * A command makes one arena, everything it reads or computes lives there, and one call frees it. So a result may
 * point into a document, and nobody asks who owns what. Running out of memory ends the program in one place. */
#ifndef OCA_BASE_ARENA_H
#define OCA_BASE_ARENA_H

#include <stddef.h>
#include <string.h>

typedef struct oca_block oca_block;

/* Zero-initialize: `oca_arena mem = {0};`. */
typedef struct {
    oca_block *newest;
} oca_arena;

/* `size` zeroed bytes, aligned for any type; never NULL. The arena owns them. */
void *oca_alloc(oca_arena *mem, size_t size) __attribute__((malloc, returns_nonnull));

/* The same, but what the bytes hold is undefined: for what is filled at once, and large, such as a file. */
void *oca_alloc_unset(oca_arena *mem, size_t size) __attribute__((malloc, returns_nonnull));

/* Frees everything that was allocated from `mem`, which can then be used again. */
void oca_arena_free(oca_arena *mem);

/* Empties it, but keeps its largest block for what comes next: for work that is done many times over. */
void oca_arena_reset(oca_arena *mem);

/* What to do when memory runs out; must not return. Default: abort(). Set once, before any allocation. */
void oca_on_exhaustion(void (*handler)(void));

/* Does it. */
void oca_exhausted(void) __attribute__((noreturn));

/* malloc and realloc for libraries that let their allocator be chosen: where there is no memory, the program ends here
 * too, so that no library goes on with half of what it was told. */
void *oca_malloc(size_t size) __attribute__((malloc));
void *oca_realloc(void *old, size_t size);

/* A growing array of `type`: `at[0]` to `at[n - 1]`. All lists have this layout, whatever their type. */
#define OCA_LIST(type)                                                                                                 \
    struct {                                                                                                           \
        type *at;                                                                                                      \
        size_t n, room;                                                                                                \
    }

typedef OCA_LIST(const char *) oca_strings;

/* Gives `list`, an OCA_LIST of elements of `size` bytes, room for at least one more. */
void oca_list_grow(oca_arena *mem, void *list, size_t size);

/* Gives an empty `list` room for `n` elements, if it has none yet. */
void oca_list_reserve(oca_arena *mem, void *list, size_t size, size_t n);

/* The layout of every list, whatever its type. */
typedef struct {
    unsigned char *at;
    size_t n, room;
} oca_any_list;

/* Appends one zeroed element of `size` bytes to `list`, an OCA_LIST of such elements, and returns it.
 * It stays where it is until the next call for the same list. */
static inline void *__attribute__((returns_nonnull)) oca_list_add(oca_arena *mem, void *list, size_t size) {
    /* Lists of different types share a layout but not a type, so members are copied; only those that are needed, or the
     * processor waits for what it has just written. */
    unsigned char *members = list, *at;
    size_t n, room;
    /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): the caller has the list */
    memcpy(&n, members + offsetof(oca_any_list, n), sizeof n);
    memcpy(&room, members + offsetof(oca_any_list, room), sizeof room);
    if (n == room)
        oca_list_grow(mem, list, size);
    memcpy(&at, members + offsetof(oca_any_list, at), sizeof at);
    memcpy(members + offsetof(oca_any_list, n), &(size_t){n + 1}, sizeof n);
    return at + n * size;
}

/* The same, typed by the list: `oca_stage *stage = OCA_ADD(mem, &rubric->stages);`. */
#define OCA_ADD(mem, list) oca_list_add((mem), (list), sizeof *(list)->at)

/* Gives the list elements of its own, copies of those that it shared with another: they can then be changed. */
void oca_list_own(oca_arena *mem, void *list, size_t size);
#define OCA_OWN(mem, list) oca_list_own((mem), (list), sizeof *(list)->at)

#define OCA_COUNT(array) (sizeof(array) / sizeof *(array))

#endif
