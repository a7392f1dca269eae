/* graph_parts.h: what graph.c and graph_moves.c share. */
#ifndef PP_METHOD_STABILITY_GRAPH_PARTS_H
#define PP_METHOD_STABILITY_GRAPH_PARTS_H

#include "method/stability/graph.h"

/* Chooses the layout and lays the moves out. */
pp_status pp_i_graph_find_moves(pp_i_job *job, pp_i_graph *graph);

#endif
