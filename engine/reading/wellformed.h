/* Whether XML that comes in pieces is well-formed, and nothing else about it: for files of our own that may have been
 * cut on the way to the disk. */
#ifndef OCA_READING_WELLFORMED_H
#define OCA_READING_WELLFORMED_H

#include <stdbool.h>
#include <stddef.h>

typedef struct oca_wellformed oca_wellformed;

/* NULL: no memory. To be ended. */
oca_wellformed *oca_wellformed_begin(void);

/* The next `n` bytes. */
void oca_wellformed_piece(oca_wellformed *reading, const char *bytes, int n);

/* Frees it; true if all of it was one whole document. False for NULL, too, and where memory failed. */
bool oca_wellformed_end(oca_wellformed *reading) __attribute__((warn_unused_result));

#endif
