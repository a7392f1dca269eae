/* language_parts.h: what language.c and language_parse.c share; nobody else includes it. */
#ifndef PP_READING_LANGUAGE_PARTS_H
#define PP_READING_LANGUAGE_PARTS_H

#include "base/pool.h"
#include "reading/language.h"
#include "reading/model_file.h"

struct pp_i_language {
    pp_allocator allocator;
    void *mapped; /* null: the bytes are the caller's */
    size_t mapped_size;
    pp_i_model model;
    pp_i_arena arena; /* the cues, and the pool's slots */
    const pp_i_cues *cues;
    pp_i_pool *pool; /* what sentences are worked out in */
};

#endif
