/*
 * control.h: what a caller may say about a long run: where memory comes from, when to stop, how
 * many threads, who is told of progress. A null pp_control means the defaults of each field.
 *
 * A limit never changes an answer silently: it makes the answer incomplete, and it says so.
 */
#ifndef POURPARLER_CONTROL_H
#define POURPARLER_CONTROL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pourparler/version.h"

/*
 * Where memory comes from. `resize` behaves as realloc: `pointer` null allocates, `new_size` 0
 * frees and returns null, null otherwise means that memory has run out and `pointer` still stands.
 * It must be callable from several threads where `threads` is above 1.
 */
typedef struct pp_allocator {
    void *context;
    void *(*resize)(void *context, void *pointer, size_t old_size, size_t new_size);
} pp_allocator;

/* Called now and then with the part under way and how much of it is done, in [0, 1] or -1 where
 * that is unknown. Return false to cancel. Called from the thread that called the library. */
typedef bool pp_progress(void *context, const char *part, double done);

typedef struct pp_control {
    const pp_allocator *allocator; /* null: malloc */
    const volatile bool *cancel;   /* null: never; set it from another thread or a signal handler */
    uint64_t step_count_max;       /* engine steps for each part of an answer; 0: the default */
    double time_s_max;             /* seconds for the whole call; 0: none */
    unsigned thread_count;         /* 0 or 1: the calling thread alone */
    uint64_t seed;                 /* for what is sampled; the same seed gives the same bytes */
    pp_progress *progress;         /* null: nobody is told */
    void *progress_context;
} pp_control;

#endif
