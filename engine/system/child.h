/* Work that may crash when memory or disk run out (inside a library), done in a process of its own. */
#ifndef OCA_SYSTEM_CHILD_H
#define OCA_SYSTEM_CHILD_H

#include "../base/fault.h"

typedef oca_status oca_child_function(void *payload, oca_faults *faults);

/* Runs `function` in a child process and returns its status; its first fault is added to `faults`, naming `file`.
 * A child that dies, or wants more than 4 GiB, is a failure of the system. Nothing else that it changes in memory comes
 * back. */
oca_status oca_in_child(oca_child_function *function, void *payload, const char *file, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
