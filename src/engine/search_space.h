/*
 * search_space.h: the state of a depth-first search: what each variable can still be, and what each
 * factor still matters. Changes are noted on a trail and undone back to a mark.
 *
 * How it is used: begin, propagate, then assign / propagate / undo; free at the end. Functions that
 * return false by way of the run have left run->stop set; a false of pp_i_space_propagate with the
 * run going on means that nothing is left under the assignments made.
 */
#ifndef PP_ENGINE_SEARCH_SPACE_H
#define PP_ENGINE_SEARCH_SPACE_H

#include "base/run.h"
#include "engine/problem.h"

/* What a factor still does. Undone with the trail. */
typedef enum pp_i_role {
    PP_ROLE_OFF,   /* nothing: decided, or not asked about */
    PP_ROLE_HARD,  /* removes values */
    PP_ROLE_OPEN,  /* soft: may hold or break yet */
    PP_ROLE_WEIGHS /* a weight that may vary yet */
} pp_i_role;

typedef struct pp_i_space_factor {
    const pp_i_factor *source;
    const size_t *strides;
    pp_i_role role;
    bool broken; /* soft: breaks under every completion */
    bool queued;
    uint64_t failure_count; /* from 1; never undone */
    int64_t most;           /* weight: at most this under every completion */
} pp_i_space_factor;

typedef struct pp_i_trail_entry {
    enum { PP_TRAIL_VALUE, PP_TRAIL_ROLE, PP_TRAIL_MOST } kind;
    uint32_t index; /* of the variable or factor */
    int64_t old;
} pp_i_trail_entry;

/* How soft and weight factors enter. */
typedef enum pp_i_space_mode {
    PP_SPACE_HARDEN, /* soft factors act as hard, weights not at all */
    PP_SPACE_WEIGH,  /* soft factors act as hard, weights bound the sum */
    PP_SPACE_SOFT    /* soft factors are open */
} pp_i_space_mode;

/* One variable being branched on. */
typedef struct pp_i_space_frame {
    uint32_t variable;
    size_t next; /* the first value not tried yet */
    size_t mark; /* of the trail, before any was */
} pp_i_space_frame;

typedef struct pp_i_space {
    const pp_i_problem *problem;
    pp_i_run *run;
    pp_i_arena scratch;
    size_t variable_count, factor_count;
    pp_i_word *domains;
    size_t *domain_offsets; /* [variable] in words; variable_count + 1 of them */
    uint32_t *domain_counts;
    pp_i_space_factor *factors;
    const uint32_t **incident; /* [variable]: factors that mention it */
    size_t *incident_counts;
    uint32_t *queue; /* ring of factors to look at */
    size_t queue_first, queue_count;
    PP_LIST(pp_i_trail_entry) trail;
    uint32_t *element_factors; /* [element]: its factor, or UINT32_MAX */
    pp_i_word *broken;         /* elements that break under every completion */
    size_t broken_count, element_word_count;
    int64_t most_sum;   /* of the weights, under every completion */
    pp_i_word *support; /* room for looking at one factor */
    size_t *support_offsets;
    pp_i_value *cursor;
    pp_i_space_frame *frames;
    size_t depth;
} pp_i_space;

#define PP_NO_VARIABLE UINT32_MAX

/* Looking at one factor enumerates at most so many cells; one with more waits for smaller domains.
 */
enum { PP_SPACE_CELL_COUNT_MAX = 8192 };

/* False: memory has run out, which the run notes. Free it in either case. */
bool pp_i_space_begin(pp_i_space *space, const pp_i_problem *problem, pp_i_space_mode mode,
                      pp_i_run *run);
void pp_i_space_free(pp_i_space *space);

static inline pp_i_word *pp_i_space_domain(const pp_i_space *space, size_t variable)
{
    return space->domains + space->domain_offsets[variable];
}

/* Removes one value and queues what mentions the variable; the last one must stay. */
bool pp_i_space_remove(pp_i_space *space, uint32_t variable, size_t value);
/* Removes all but one. */
bool pp_i_space_assign(pp_i_space *space, uint32_t variable, size_t value);
/* Gives a factor another role; a hard one is queued. */
bool pp_i_space_set_role(pp_i_space *space, uint32_t factor, pp_i_role role);
/* Notes that an open factor breaks. */
bool pp_i_space_break(pp_i_space *space, uint32_t factor);
/* Lowers what a weight factor may still give. */
bool pp_i_space_set_most(pp_i_space *space, uint32_t factor, int64_t most);

/* Looks at all queued factors until nothing follows any more. */
bool pp_i_space_propagate(pp_i_space *space);
void pp_i_space_undo(pp_i_space *space, size_t mark);

/* Looks at one factor (search_factor.c). False: it cannot hold, or the run stopped. */
bool pp_i_space_look(pp_i_space *space, uint32_t factor);

/* The variable to branch on, of `count` ones (null: all); PP_NO_VARIABLE where no factor depends on
 * any of them any more. */
uint32_t pp_i_space_pick(const pp_i_space *space, const uint32_t *variables, size_t count);

/* Each variable's lowest remaining value. */
void pp_i_space_values(const pp_i_space *space, pp_i_value *assignment);

/* --- Walking (search_walk.c) --- */

/* Called after each propagation; false cuts the branch. May give roles and propagate. */
typedef bool pp_i_space_judge(pp_i_space *space, void *context);

typedef enum pp_i_walk { PP_WALK_FOUND, PP_WALK_ENDED, PP_WALK_STOPPED } pp_i_walk;

/* The first state in which nothing depends on the choices left; then, each time, the next. */
pp_i_walk pp_i_space_first(pp_i_space *space, pp_i_space_judge *judge, void *context);
pp_i_walk pp_i_space_next(pp_i_space *space, pp_i_space_judge *judge, void *context);

#endif
