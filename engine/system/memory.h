/* The allocation of the whole process, libraries included, watched: where there is no memory, the program ends. */
#ifndef OCA_SYSTEM_MEMORY_H
#define OCA_SYSTEM_MEMORY_H

#include <stdbool.h>

/* From here on a library that gets no memory is let go on, so that it removes what it has begun. Whether it happened
 * is remembered. For a child process, whose work is thrown away then. */
void oca_memory_bear(void);

/* True if some allocation has failed since. */
bool oca_memory_failed(void);

#endif
