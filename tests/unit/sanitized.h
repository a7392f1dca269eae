/*
 * sanitized.h: how many random cases a test tries.
 */
#ifndef PP_TESTS_SANITIZED_H
#define PP_TESTS_SANITIZED_H

#include <stddef.h>

/* All of them, or, under a sanitizer, which looks for slips of memory and not for wrong answers and
 * takes ten times as long, a fifth. */
static inline size_t rounds(size_t count)
{
#ifdef PP_SANITIZED
    return count / 5;
#else
    return count;
#endif
}

#endif
