/* cut_parts.h: what cut.c and cut_asides.c share; nobody else includes it. */
#ifndef PP_READING_CUT_PARTS_H
#define PP_READING_CUT_PARTS_H

#include "reading/scene.h"

/* A verb of the lexicon? */
bool pp_i_cut_is_cue_verb(const pp_i_scene *scene, uint32_t verb);

/* Takes off what only stands beside what is said. */
void pp_i_cut_asides(const pp_i_scene *scene, pp_i_find *find);

#endif
