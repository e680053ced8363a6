#include "libxml.h"

#include "../base/arena.h"

#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

static char *copy(const char *text) {
    size_t n = strlen(text) + 1;
    return memcpy(oca_malloc(n), text, n);
}

void oca_libxml_watch_memory(void) {
    xmlMemSetup(free, oca_malloc, oca_realloc, copy);
}
