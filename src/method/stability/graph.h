/*
 * graph.h: the state graph: which states there are, and who can move from which to which.
 *
 * A state is a feasible package, or several that `same` unites. Two layouts, one set of questions:
 * - sets: where nothing is united and each party has at most 64 ways to settle its own issues, a
 *   party's moves from a state are a set of such ways, one word; nothing is stored for an arc;
 * - lists: else the arcs stand one by one, forth and back.
 */
#ifndef PP_METHOD_STABILITY_GRAPH_H
#define PP_METHOD_STABILITY_GRAPH_H

#include "method/job.h"
#include "model/model.h"

enum {
    PP_GRAPH_STATE_COUNT_MAX = 1 << 22,
    PP_GRAPH_PACKAGE_TABLE_MAX = 1 << 24, /* codes up to here are looked up in a table */
    PP_GRAPH_WAY_COUNT_MAX = 64,
    PP_GRAPH_MOVER_COUNT_MAX = 64,     /* codes have 64 bits, and who moves at least doubles them */
    PP_GRAPH_RANK_COUNT_MAX = 1 << 28, /* states times parties */
    PP_GRAPH_LISTED_ARC_COUNT_MAX = 1 << 26,
    PP_GRAPH_OWN_COUNT_MAX = 1 << 20 /* ways to settle one party's issues */
};

/* The arcs of one party, in one direction. */
typedef struct pp_i_arcs {
    size_t *first; /* [state + 1] */
    uint32_t *to;
} pp_i_arcs;

/* How one party can settle its own issues. */
typedef struct pp_i_ways {
    size_t count;             /* 1: it decides nothing */
    const uint64_t *offsets;  /* [way] what it adds to a package's code */
    const uint64_t *allowed;  /* [way] ways that one move leads to */
    const uint64_t *back;     /* [way] ways from which one move leads here */
    const uint32_t *issues;
    size_t issue_count;
} pp_i_ways;

typedef struct pp_i_graph {
    const pp_case *the_case;
    size_t party_count, issue_count;
    size_t state_count;
    uint64_t *codes;       /* [state] lowest member's */
    size_t *member_first;  /* [state + 1] */
    uint64_t *members;     /* codes, by state, then by code */
    size_t package_count;  /* feasible packages */
    uint64_t *feasible;    /* their codes, increasing; null: every code below package_count */
    uint32_t *state_of;    /* [place in feasible] */
    uint32_t *place_of;    /* [code] place in feasible, or UINT32_MAX; null: binary search */
    bool everything;       /* every package is feasible and a state of its own */
    bool sets;             /* which layout */
    pp_i_ways *ways;       /* [party]; with `sets` */
    unsigned char **way_of; /* [party][state]; with `sets`; null: it decides nothing */
    pp_i_arcs *forth, *back; /* [party]; else */
    bool *moves, *transitive; /* [party] */
    size_t move_count_max;    /* the most moves that any party has from or to any state */
    size_t code_count_max;    /* the most codes that pp_i_graph_codes gives */
} pp_i_graph;

/* The graph of a case under a model's links. Errors: LIMIT with the count of states, MEMORY. */
pp_status pp_i_graph_make(pp_i_job *job, const pp_i_model *model, pp_i_graph *graph);

/* The state of a code, or UINT32_MAX. */
uint32_t pp_i_graph_state(const pp_i_graph *graph, uint64_t code);

/* The code of a package, and the package of a code. */
uint64_t pp_i_graph_code(const pp_case *the_case, const uint16_t *package);
void pp_i_graph_package(const pp_case *the_case, uint64_t code, uint16_t *package);
/* The same where `package` is that of `before`: cheap for the next code. Issues from the result on
 * are as they were. */
size_t pp_i_graph_follow(const pp_case *the_case, uint64_t before, uint64_t code,
                         uint16_t *package);

/* The states that `party` reaches from `state` in one move, into `to` (move_count_max places); how
 * many. */
size_t pp_i_graph_moves(const pp_i_graph *graph, size_t party, uint32_t state, uint32_t *to);
/* The codes of the packages to which `party` moves from the lowest-coded package of `state`,
 * feasible and of other states alone, into `codes` (code_count_max places). */
size_t pp_i_graph_codes(const pp_i_graph *graph, size_t party, uint32_t state, uint64_t *codes);
/* The states from which it reaches `state`. */
size_t pp_i_graph_from(const pp_i_graph *graph, size_t party, uint32_t state, uint32_t *from);

/* With sets: the state that differs from `state` in how `party` settles its issues; UINT32_MAX
 * where that is not feasible. */
uint32_t pp_i_graph_turn(const pp_i_graph *graph, size_t party, uint32_t state, size_t way);

#endif
