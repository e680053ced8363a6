#include "threads.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    oca_task *task;
    void *payload;
    size_t n;
    atomic_size_t next;
} work;

typedef struct {
    work *shared;
    size_t thread;
    pthread_t handle;
} worker;

static void *run(void *argument) {
    const worker *own = argument;
    work *w = own->shared;
    for (size_t i; (i = atomic_fetch_add(&w->next, 1)) < w->n;)
        w->task(w->payload, own->thread, i);
    return NULL;
}

void oca_share_out(size_t threads, size_t n, oca_task *task, void *payload) {
    work w = {.task = task, .payload = payload, .n = n};
    worker workers[OCA_MOST_THREADS];
    size_t started = 1;
    threads = threads > OCA_MOST_THREADS ? OCA_MOST_THREADS : threads;
    for (; started < threads && started < n; started++) {
        workers[started] = (worker){.shared = &w, .thread = started};
        if (pthread_create(&workers[started].handle, NULL, run, &workers[started]) != 0)
            break;
    }
    run(&(worker){.shared = &w});
    for (size_t i = 1; i < started; i++)
        pthread_join(workers[i].handle, NULL);
}

size_t oca_processors(void) {
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : (size_t)n;
}

struct oca_lock {
    pthread_mutex_t mutex;
};

oca_lock *oca_lock_make(void) {
    oca_lock *lock = malloc(sizeof *lock);
    if (lock && pthread_mutex_init(&lock->mutex, NULL) != 0) {
        free(lock);
        lock = NULL;
    }
    return lock;
}

void oca_lock_free(oca_lock *lock) {
    if (lock)
        pthread_mutex_destroy(&lock->mutex);
    free(lock);
}

void oca_lock_take(oca_lock *lock) {
    pthread_mutex_lock(&lock->mutex);
}

void oca_lock_give(oca_lock *lock) {
    pthread_mutex_unlock(&lock->mutex);
}

long oca_milliseconds(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
