/* Whether XML is well-formed, and nothing else about it: for files of our own that may have been cut on the way to the
 * disk. */
#ifndef OCA_READING_WELLFORMED_H
#define OCA_READING_WELLFORMED_H

#include <stdbool.h>

/* Gives the next bytes, at most `room`, where `source` says: how many there are, 0 at the end, less if it failed. */
typedef int oca_wellformed_read(void *source, char *bytes, int room);

/* True if all that `read` gives is one whole document. False where memory or `read` failed, too. */
bool oca_is_wellformed(oca_wellformed_read *read, void *source) __attribute__((warn_unused_result));

#endif
