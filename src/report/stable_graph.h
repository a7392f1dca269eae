/* stable_graph.h: what the pictures of the state graph share. */
#ifndef PP_REPORT_STABLE_GRAPH_H
#define PP_REPORT_STABLE_GRAPH_H

#include "report/stable_text.h"

enum { PP_GRAPH_COLOUR_COUNT = 7, PP_GRAPH_DRAWN_MAX = 64, PP_GRAPH_DOT_MAX = 4096 };

/* A party has a colour and a dash, so that the picture prints in grey; colours are Okabe and
 * Ito's. */
extern const char *const pp_i_graph_colours[PP_GRAPH_COLOUR_COUNT];

pp_status pp_i_stable_refuse(size_t states, size_t most, const char *hint, pp_error *error);

bool pp_i_stable_is_gain(const pp_stable *stable, size_t party, size_t from, size_t to);

/* The states of a picture: all, or, of more than can be drawn, those that hold and how one gets
 * there. */
typedef struct pp_i_drawn {
    const size_t *states; /* increasing */
    size_t count;
    const char *words; /* what was left out; null: nothing */
} pp_i_drawn;

/* The place of a state among those drawn; SIZE_MAX: it is not. */
size_t pp_i_drawn_place(const pp_i_drawn *drawn, size_t state);

/* stable_drawn.c: `from` (may be null): the shortest paths from there are drawn too. In `arena`.
 * LIMIT where there is nothing to choose. */
pp_status pp_i_stable_choose(pp_stable *stable, const size_t *from, pp_i_arena *arena,
                             pp_i_drawn *drawn, pp_error *error);

#endif
