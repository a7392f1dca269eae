/*
 * search_count.h: the state of a counting search: a tree of choices and of parts that do not touch.
 *
 * A frame counts one part: for each value of its variable it multiplies the counts of the parts
 * that are then left, and adds these products up. Soft factors that are open yet (with an
 * acceptance of groups) tie their variables together, since what they break adds up; everything
 * else falls apart where it can.
 */
#ifndef PP_ENGINE_SEARCH_COUNT_H
#define PP_ENGINE_SEARCH_COUNT_H

#include "base/set256.h"
#include "engine/limbs.h"
#include "engine/search.h"
#include "engine/search_cache.h"
#include "engine/search_space.h"

/* Variables of one part: a stretch of `members`. */
typedef struct pp_i_part {
    size_t first, count;
    bool open; /* holds open soft factors: its count is not its own affair, so not cached */
} pp_i_part;

typedef struct pp_i_count_frame {
    uint32_t variable;            /* PP_NO_VARIABLE: the whole, which has nothing to choose */
    size_t next;                  /* the first value not tried yet */
    size_t mark;                  /* of the trail */
    uint64_t *sum;                /* over the values tried */
    uint64_t *product;            /* of the parts counted under the present value */
    size_t part_first, part_next; /* the parts under the present value; to the end of the list */
    size_t member_first;          /* where their members begin */
    bool cached;                  /* its part has a key */
    PP_LIST(uint64_t) key;
} pp_i_count_frame;

typedef struct pp_i_counting {
    pp_i_space space;
    pp_i_search_cache cache;
    pp_i_accepts *accepts; /* null: soft factors are hard */
    const void *context;
    pp_i_value *found; /* null: all are counted; else one is looked for, and stands here */
    size_t limb_count;
    uint64_t *spare; /* room for one product */
    PP_LIST(uint32_t) members;
    PP_LIST(pp_i_part) parts;
    PP_LIST(pp_i_count_frame) frames; /* as deep as ever; depth are in use */
    size_t depth;
    uint64_t *stamps; /* [variable]: the last visit that saw it */
    uint64_t stamp;
    PP_LIST(uint64_t) key;       /* being made */
    PP_LIST(uint32_t) mentioned; /* variables of the key */
} pp_i_counting;

/* Decides what it can about the groups after a propagation, and propagates. False: nothing below
 * counts, or the run stopped. */
bool pp_i_counting_judge(pp_i_counting *state);

/* Splits `count` variables under the present domains into parts, appended to members and parts;
 * multiplies the frame's product by the values of those that nothing depends on. */
bool pp_i_counting_split(pp_i_counting *state, const uint32_t *variables, size_t count,
                         uint64_t *product);

/* Makes the key of a part in state->key. */
bool pp_i_counting_key(pp_i_counting *state, const uint32_t *variables, size_t count);

#endif
