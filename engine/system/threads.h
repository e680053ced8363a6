/* Work that is shared out to threads. */
#ifndef OCA_SYSTEM_THREADS_H
#define OCA_SYSTEM_THREADS_H

#include <stddef.h>

enum { OCA_MOST_THREADS = 64 };

/* Task `i` of the work, done by thread `thread`, from 0; 0 is the caller's own. */
typedef void oca_task(void *payload, size_t thread, size_t i);

/* Calls `task` once for every i below `n`, by as many threads as `threads` says (at least 1), in an order that is not
 * known. Where the system gives fewer threads, fewer do it. */
void oca_share_out(size_t threads, size_t n, oca_task *task, void *payload);

/* How many threads can run at once here; at least 1. */
size_t oca_processors(void);

/* A lock for what threads share, made and freed by one thread. */
typedef struct oca_lock oca_lock;
oca_lock *oca_lock_make(void); /* NULL: no memory */
void oca_lock_free(oca_lock *lock);
void oca_lock_take(oca_lock *lock);
void oca_lock_give(oca_lock *lock);

/* Milliseconds from some moment on; for how long something took, never for what is written. */
long oca_milliseconds(void);

#endif
