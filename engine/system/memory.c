/* Libraries differ in what they do when an allocation fails: libxlsxwriter 1.1.4 writes a workbook without what it
 * could not store and says that all went well; libzip calls the file damaged; gettext falls back to English. None of
 * that may reach a user as a result, so the C library's allocation is replaced for the whole process, as its manual
 * allows
 * ("Replacing malloc"), by itself and a look at what came back. Only where that is the GNU one and no sanitizer has
 * replaced it already; elsewhere the libraries are on their own. */
#include "memory.h"

#include "../base/arena.h"

#include <stdlib.h>

static bool bearing, failed;

void oca_memory_bear(void) {
    bearing = true;
}

bool oca_memory_failed(void) {
    return failed;
}

#if defined(__has_feature) /* clang's word for it */
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

/* The names under which glibc keeps its own. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static void *checked(void *bytes) {
    if (bytes)
        return bytes;
    if (!bearing)
        oca_exhausted();
    failed = true;
    return NULL;
}

void *malloc(size_t size) {
    return checked(__libc_malloc(size));
}

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): the system's own header names nothing for us */
void *calloc(size_t n, size_t size) {
    return checked(__libc_calloc(n, size));
}

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): the system's own header names nothing for us */
void *realloc(void *old, size_t size) {
    void *bytes = __libc_realloc(old, size);
    return size ? checked(bytes) : bytes; /* to 0 bytes is another word for free */
}

#endif
