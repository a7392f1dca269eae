/* graph_parts.h: what graph.c, graph_moves.c and its two layouts share. */
#ifndef PP_METHOD_STABILITY_GRAPH_PARTS_H
#define PP_METHOD_STABILITY_GRAPH_PARTS_H

#include "method/stability/graph.h"

/* Chooses the layout and lays the moves out. */
pp_status pp_i_graph_find_moves(pp_i_job *job, pp_i_graph *graph);

/* May one move of `issue` lead from one option to another? To stay is no move, and may. */
bool pp_i_option_moves(const pp_i_issue *issue, size_t from, size_t to);

/* In how many ways a party can settle its issues; SIZE_MAX: more than fit in a set. */
size_t pp_i_graph_count_ways(const pp_case *the_case, size_t party);

pp_status pp_i_graph_make_sets(pp_i_job *job, pp_i_graph *graph);
pp_status pp_i_graph_make_lists(pp_i_job *job, pp_i_graph *graph);

/* With lists: the packages to which `party` moves from the lowest-coded one of `state`. */
size_t pp_i_graph_listed_codes(const pp_i_graph *graph, size_t party, uint32_t state,
                               uint64_t *codes);

#endif
