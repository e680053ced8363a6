#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
/* A gap behind each piece, so that AddressSanitizer sees who goes beyond it. */
#include <sanitizer/asan_interface.h>
#define CLOSE(at, n) __asan_poison_memory_region((at), (n))
#define OPEN(at, n) __asan_unpoison_memory_region((at), (n))
enum { GAP = 16 };
#else
#define CLOSE(at, n) ((void)(at), (void)(n))
#define OPEN(at, n) ((void)(at), (void)(n))
enum { GAP = 0 };
#endif

enum { FIRST_BLOCK = 16 * 1024, ALIGNMENT = _Alignof(max_align_t) };

struct oca_block {
    oca_block *older;
    size_t used, size;
    _Alignas(max_align_t) unsigned char bytes[];
};

static void (*on_exhaustion)(void) = abort;

void oca_on_exhaustion(void (*handler)(void)) {
    on_exhaustion = handler;
}

void oca_exhausted(void) {
    on_exhaustion();
    abort();
}

void *oca_malloc(size_t size) {
    void *bytes = malloc(size ? size : 1);
    if (!bytes)
        oca_exhausted();
    return bytes;
}

void *oca_realloc(void *old, size_t size) {
    void *bytes = realloc(old, size ? size : 1);
    if (!bytes)
        oca_exhausted();
    return bytes;
}

static oca_block *new_block(oca_arena *mem, size_t at_least) {
    /* Doubling keeps the number of blocks, and so of calls to malloc, logarithmic. */
    size_t size = mem->newest ? 2 * mem->newest->size : FIRST_BLOCK;
    while (size < at_least && size <= SIZE_MAX / 4)
        size *= 2;
    oca_block *block = size < at_least ? NULL : calloc(1, sizeof *block + size);
    if (!block)
        oca_exhausted();
    *block = (oca_block){.older = mem->newest, .size = size};
    mem->newest = block;
    CLOSE(block->bytes, block->size);
    return block;
}

void *oca_alloc(oca_arena *mem, size_t size) {
    if (size > SIZE_MAX / 4)
        oca_exhausted();
    size_t room = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT + GAP;
    oca_block *block = mem->newest;
    if (!block || block->size - block->used < room)
        block = new_block(mem, room);
    void *at = block->bytes + block->used;
    OPEN(at, size);
    block->used += room;
    return at; /* blocks are zeroed as a whole: cheaper than piece by piece */
}

/* A block of its own behind the newest, from which smaller pieces still come. */
void *oca_alloc_unset(oca_arena *mem, size_t size) {
    oca_block *block = size > SIZE_MAX / 4 ? NULL : malloc(sizeof *block + size);
    if (!block)
        oca_exhausted();
    oca_block **place = mem->newest ? &mem->newest->older : &mem->newest;
    *block = (oca_block){.older = *place, .used = size, .size = size};
    *place = block;
    return block->bytes;
}

static void free_blocks(oca_block *block) {
    for (oca_block *older; block; block = older) {
        older = block->older;
        free(block);
    }
}

void oca_arena_reset(oca_arena *mem) {
    if (!mem->newest)
        return;
    free_blocks(mem->newest->older); /* of those that pieces come from, each is larger than the one before */
    mem->newest->older = NULL;
    OPEN(mem->newest->bytes, mem->newest->used);
    memset(mem->newest->bytes, 0, mem->newest->used);
    CLOSE(mem->newest->bytes, mem->newest->used);
    mem->newest->used = 0;
}

void oca_arena_free(oca_arena *mem) {
    free_blocks(mem->newest);
    mem->newest = NULL;
}

void oca_list_grow(oca_arena *mem, void *list, size_t size) {
    oca_any_list any;
    memcpy(&any, list, sizeof any);
    size_t room = any.room ? 2 * any.room : 4;
    void *larger = oca_alloc(mem, room * size);
    if (any.n)
        memcpy(larger, any.at, any.n * size);
    any.at = larger;
    any.room = room;
    memcpy(list, &any, sizeof any);
}

void oca_list_reserve(oca_arena *mem, void *list, size_t size, size_t n) {
    oca_any_list any;
    memcpy(&any, list, sizeof any);
    if (any.room || n == 0)
        return;
    any.at = oca_alloc(mem, n * size);
    any.room = n;
    memcpy(list, &any, sizeof any);
}

void oca_list_own(oca_arena *mem, void *list, size_t size) {
    oca_any_list any;
    memcpy(&any, list, sizeof any);
    void *copy = oca_alloc(mem, any.n * size);
    if (any.n)
        memcpy(copy, any.at, any.n * size);
    any.at = copy;
    any.room = any.n;
    memcpy(list, &any, sizeof any);
}
