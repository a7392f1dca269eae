/*
 * arena.h: memory that is given back all at once.
 *
 * One arena for a case, one for an answer, a scratch arena with mark and rewind for what a function
 * needs meanwhile. A returned pointer is borrowed from its arena. With PP_ARENA_DEBUG each piece is
 * its own allocation, so that a sanitizer sees every overrun and every use after a rewind.
 *
 * Not thread-safe: an arena belongs to one thread at a time.
 */
#ifndef PP_BASE_ARENA_H
#define PP_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pourparler/control.h"

typedef struct pp_i_arena_chunk pp_i_arena_chunk;

typedef struct pp_i_arena {
    pp_allocator allocator;
    pp_i_arena_chunk *last; /* newest chunk; each knows the one before */
    size_t byte_count;      /* held from the allocator */
    size_t byte_count_max;  /* 0: no bound; a piece beyond it fails as if memory had run out */
} pp_i_arena;

/* A place to rewind to. */
typedef struct pp_i_arena_mark {
    pp_i_arena_chunk *chunk;
    size_t used;
} pp_i_arena_mark;

/* The allocator of `control`, or malloc's where it names none. */
pp_allocator pp_i_allocator_of(const pp_control *control);

/* An empty arena; allocates nothing yet. */
void pp_i_arena_init(pp_i_arena *arena, pp_allocator allocator);

/* Gives everything back; the arena is then empty and usable. */
void pp_i_arena_free(pp_i_arena *arena);

/* `size` zeroed bytes aligned for any type, or null. Size 0 gives a valid pointer to nothing. */
void *pp_i_arena_alloc(pp_i_arena *arena, size_t size);

/* `count * size` zeroed bytes, or null (also on overflow of the product). */
void *pp_i_arena_array(pp_i_arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of `length` bytes, or null. */
char *pp_i_arena_copy(pp_i_arena *arena, const char *bytes, size_t length);

/* A NUL-terminated string made as by printf, or null. */
char *pp_i_arena_print(pp_i_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

pp_i_arena_mark pp_i_arena_mark_get(const pp_i_arena *arena);

/* Gives back what was allocated since `mark`. */
void pp_i_arena_rewind(pp_i_arena *arena, pp_i_arena_mark mark);

/* PP_NEW(arena, int) and PP_NEW_ARRAY(arena, int, n): typed, zeroed, or null. */
#define PP_NEW(arena, type) ((type *)pp_i_arena_alloc((arena), sizeof(type)))
#define PP_NEW_ARRAY(arena, type, count) ((type *)pp_i_arena_array((arena), (count), sizeof(type)))

/*
 * Makes room for one more element in an array that grows in `arena`: `*items` of `*capacity`
 * elements of `size` bytes, `count` of them used. False where memory has run out (nothing changed).
 */
bool pp_i_arena_reserve(pp_i_arena *arena, void *items, size_t *capacity, size_t count,
                        size_t size);

/*
 * A growing array as a struct: PP_LIST(int) list = {0}; PP_LIST_ADD(arena, &list, 7) is false where
 * memory has run out. The elements lie in the arena; growing copies them.
 */
#define PP_LIST(type)                                                                              \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count;                                                                              \
        size_t capacity;                                                                           \
    }
#define PP_LIST_ADD(arena, list, item)                                                             \
    (pp_i_arena_reserve((arena), &(list)->items, &(list)->capacity, (list)->count,                 \
                        sizeof *(list)->items)                                                     \
         ? ((list)->items[(list)->count++] = (item), true)                                         \
         : false)

#endif
