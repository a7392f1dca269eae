/* arena.c: chunks that double up to a bound; see arena.h. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/checked.h"

struct pp_i_arena_chunk {
    pp_i_arena_chunk *before;
    size_t size; /* of `bytes` */
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

enum { CHUNK_SIZE_FIRST = 4096, CHUNK_SIZE_LARGEST = 1 << 20 };

static void *malloc_resize(void *context, void *pointer, size_t old_size, size_t new_size)
{
    (void)context;
    (void)old_size;
    if (new_size == 0) {
        free(pointer);
        return NULL;
    }
    return realloc(pointer, new_size);
}

pp_allocator pp_i_allocator_of(const pp_control *control)
{
    if (control != NULL && control->allocator != NULL)
        return *control->allocator;
    return (pp_allocator){.context = NULL, .resize = malloc_resize};
}

void pp_i_arena_init(pp_i_arena *arena, pp_allocator allocator)
{
    *arena = (pp_i_arena){.allocator = allocator};
}

static void chunk_drop_last(pp_i_arena *arena)
{
    pp_i_arena_chunk *chunk = arena->last;
    size_t size = sizeof *chunk + chunk->size;
    arena->last = chunk->before;
    arena->byte_count -= size;
    arena->allocator.resize(arena->allocator.context, chunk, size, 0);
}

void pp_i_arena_free(pp_i_arena *arena)
{
    while (arena->last != NULL)
        chunk_drop_last(arena);
}

/* The size of the next chunk: what is asked for, or the doubled last one where that is more. */
static size_t chunk_size_next(const pp_i_arena *arena, size_t size)
{
#ifdef PP_ARENA_DEBUG
    (void)arena;
    return size;
#else
    size_t usual = arena->last == NULL ? CHUNK_SIZE_FIRST : arena->last->size * 2;
    if (usual > CHUNK_SIZE_LARGEST)
        usual = CHUNK_SIZE_LARGEST;
    return size > usual ? size : usual;
#endif
}

static bool chunk_add(pp_i_arena *arena, size_t size)
{
    size_t body = chunk_size_next(arena, size);
    size_t whole, held;
    if (!pp_i_add_size(body, sizeof(pp_i_arena_chunk), &whole) ||
        !pp_i_add_size(whole, arena->byte_count, &held))
        return false;
    if (arena->byte_count_max != 0 && held > arena->byte_count_max)
        return false;
    pp_i_arena_chunk *chunk = arena->allocator.resize(arena->allocator.context, NULL, 0, whole);
    if (chunk == NULL)
        return false;
    chunk->before = arena->last;
    chunk->size = body;
    chunk->used = 0;
    arena->last = chunk;
    arena->byte_count = held;
    return true;
}

void *pp_i_arena_alloc(pp_i_arena *arena, size_t size)
{
    const size_t unit = alignof(max_align_t);
    size_t padded;
    if (!pp_i_add_size(size == 0 ? 1 : size, unit - 1, &padded))
        return NULL;
    padded -= padded % unit;
    const pp_i_arena_chunk *last = arena->last;
    if (last == NULL || last->size - last->used < padded)
        if (!chunk_add(arena, padded))
            return NULL;
    pp_i_arena_chunk *chunk = arena->last;
    void *piece = chunk->bytes + chunk->used;
    chunk->used += padded;
    return memset(piece, 0, padded);
}

void *pp_i_arena_array(pp_i_arena *arena, size_t count, size_t size)
{
    size_t bytes;
    return pp_i_multiply_size(count, size, &bytes) ? pp_i_arena_alloc(arena, bytes) : NULL;
}

char *pp_i_arena_copy(pp_i_arena *arena, const char *bytes, size_t length)
{
    size_t with_end;
    if (!pp_i_add_size(length, 1, &with_end))
        return NULL;
    char *copy = pp_i_arena_alloc(arena, with_end);
    if (copy != NULL && length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

char *pp_i_arena_print(pp_i_arena *arena, const char *format, ...)
{
    va_list values, again;
    va_start(values, format);
    va_copy(again, values);
    int length = vsnprintf(NULL, 0, format, values);
    char *text = length < 0 ? NULL : pp_i_arena_alloc(arena, (size_t)length + 1);
    if (text != NULL)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(values);
    return text;
}

pp_i_arena_mark pp_i_arena_mark_get(const pp_i_arena *arena)
{
    return (pp_i_arena_mark){arena->last, arena->last == NULL ? 0 : arena->last->used};
}

void pp_i_arena_rewind(pp_i_arena *arena, pp_i_arena_mark mark)
{
    while (arena->last != mark.chunk)
        chunk_drop_last(arena);
    if (arena->last != NULL)
        arena->last->used = mark.used;
}

bool pp_i_arena_reserve(pp_i_arena *arena, void *items, size_t *capacity, size_t count,
                        size_t size)
{
    if (count < *capacity)
        return true;
    size_t wanted = *capacity == 0 ? 8 : *capacity;
    if (*capacity != 0 && !pp_i_multiply_size(*capacity, 2, &wanted))
        return false;
    void *grown = pp_i_arena_array(arena, wanted, size);
    if (grown == NULL)
        return false;
    void *old;
    memcpy(&old, items, sizeof old);
    if (count > 0)
        memcpy(grown, old, count * size);
    memcpy(items, &grown, sizeof grown);
    *capacity = wanted;
    return true;
}
