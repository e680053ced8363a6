/* Which files lie where. */
#ifndef OCA_SYSTEM_TREE_H
#define OCA_SYSTEM_TREE_H

#include "../base/fault.h"
#include "../base/text.h"

/* The files that `paths` name, and those below the folders among them, to any depth, whose names end with one of
 * `endings` (a list ended by NULL; upper and lower case alike). Names that begin with '.' or "~$" (which spreadsheets
 * lay beside an open workbook) are passed over. Each file stands once, however it is reached; sorted by byte, so that
 * the order of `paths` does not matter. A path that does not exist or cannot be read is a failure: OCA_SYSTEM. */
oca_status oca_tree_find(oca_strings *out, oca_arena *mem, const oca_strings *paths, const char *const *endings,
                         oca_faults *faults) __attribute__((warn_unused_result));

/* True if a folder lies there. */
bool oca_is_folder(const char *path);

#endif
