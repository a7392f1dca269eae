/*
 * failing_allocator.h: an allocator whose n-th allocation fails, to walk every path on which memory
 * runs out; counts what is held, so that a leak on such a path shows.
 */
#ifndef PP_TESTS_FAILING_ALLOCATOR_H
#define PP_TESTS_FAILING_ALLOCATOR_H

#include <stdlib.h>

#include "pourparler/control.h"

typedef struct failing_allocator {
    size_t call_count;
    size_t fail_at; /* this allocation and all after it fail, from 1; 0: none */
    size_t held_count;
} failing_allocator;

static inline void *failing_resize(void *context, void *pointer, size_t old_size, size_t new_size)
{
    failing_allocator *state = context;
    (void)old_size;
    if (new_size == 0) {
        state->held_count -= pointer != NULL;
        free(pointer);
        return NULL;
    }
    state->call_count++;
    if (state->fail_at != 0 && state->call_count >= state->fail_at)
        return NULL;
    void *grown = realloc(pointer, new_size);
    state->held_count += pointer == NULL && grown != NULL;
    return grown;
}

static inline pp_allocator failing_allocator_make(failing_allocator *state, size_t fail_at)
{
    *state = (failing_allocator){.fail_at = fail_at};
    return (pp_allocator){.context = state, .resize = failing_resize};
}

#endif
