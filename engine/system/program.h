/* Where the running program lies, and what ships with it. */
#ifndef OCA_SYSTEM_PROGRAM_H
#define OCA_SYSTEM_PROGRAM_H

#include "../base/arena.h"

/* The folder of that name ("rubrics", "templates", "words") that ships with the program, found from where the program
 * lies, so that both may be moved together: installed ../share/oca/NAME, else in the source tree or beside the program;
 * NULL if there is none. */
const char *oca_shipped_folder(oca_arena *mem, const char *name);

/* The entries of `folder` whose names end with `ending`, sorted by byte; none if it cannot be read. */
oca_strings oca_folder_entries(oca_arena *mem, const char *folder, const char *ending);

#endif
