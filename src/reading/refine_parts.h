/* refine_parts.h: what the files refine*.c share; nobody else includes it. */
#ifndef PP_READING_REFINE_PARTS_H
#define PP_READING_REFINE_PARTS_H

#include "reading/scene.h"

static inline void pp_i_refine_set(pp_i_find *find, uint8_t act, uint8_t strength)
{
    find->act = act;
    find->strength = strength;
}

/* The act of what judges, or of its opposite where it is denied. */
static inline void pp_i_refine_judge(pp_i_find *find, const pp_i_judging *judging, bool denied)
{
    pp_i_refine_set(find, denied ? judging->denied : judging->act, judging->strength);
    find->negated = denied;
}

/* What is denied is said with this act. */
static inline bool pp_i_refine_deny(pp_i_find *find, uint8_t act, uint8_t strength)
{
    pp_i_refine_set(find, act, strength);
    find->negated = true;
    return true;
}

/* "must", "should", "has to", "needs to", "is to be": a strength, PP_STRENGTH_NONE for none. */
uint8_t pp_i_refine_obligation(const pp_i_tree *tree, uint32_t verb);

/* "the only acceptable forum": what is the only good one is demanded. */
void pp_i_refine_sole(const pp_i_tree *tree, pp_i_find *find, uint32_t word);

/* Each sets the act where the clause with the predicate `head` says one in its way, and tells. */
bool pp_i_refine_by_judging(const pp_i_scene *scene, pp_i_find *find, uint32_t head);
bool pp_i_refine_by_calling(const pp_i_scene *scene, pp_i_find *find, uint32_t head);
bool pp_i_refine_by_duty(const pp_i_scene *scene, pp_i_find *find, uint32_t head);
bool pp_i_refine_by_cleft(const pp_i_tree *tree, pp_i_find *find);
bool pp_i_refine_by_others(const pp_i_scene *scene, pp_i_find *find, uint32_t head);
bool pp_i_refine_by_only(const pp_i_tree *tree, pp_i_find *find, uint32_t head);
bool pp_i_refine_by_limit(const pp_i_tree *tree, pp_i_find *find, uint32_t head);
bool pp_i_refine_by_nothing(const pp_i_tree *tree, pp_i_find *find);
bool pp_i_refine_by_turn(const pp_i_scene *scene, pp_i_find *find, uint32_t head);
bool pp_i_refine_by_himself(const pp_i_scene *scene, pp_i_find *find, uint32_t head);
bool pp_i_refine_by_absence(const pp_i_scene *scene, pp_i_find *find);

/* refine_himself.c: is the subject of the clause the one who speaks: I, we, or the same party? */
bool pp_i_refine_about_himself(const pp_i_scene *scene, const pp_i_find *find, uint32_t subject);

/* The act of a cue that stands in the clause, or -1: "will support", "is ready to". */
int pp_i_refine_cue_act(const pp_i_scene *scene, uint32_t head, uint8_t *strength);

/* The same, with the words that the cue says it of. */
int pp_i_refine_cue_find(const pp_i_scene *scene, uint32_t head, pp_i_find *found);

/* refine_idioms.c: sets the act of "sees no need for", "would not stand in the way of" and their
 * like; false where there is none. `has_cue`: the verb says an act by itself. */
bool pp_i_refine_by_idiom(const pp_i_tree *tree, pp_i_find *find, uint32_t head, bool has_cue);

/* refine_threats.c: does the verb threaten, where it is said of what one could do: "walk out", "take
 * its money to Portugal", "go over their heads", "file for insolvency"? */
bool pp_i_refine_threatens(const pp_i_tree *tree, uint32_t head);

/* refine_others.c: "could not compete without them", where it is denied: how things are, which
 * neither demands nor refuses anything. */
bool pp_i_refine_is_inability(const pp_i_tree *tree, uint32_t head);

#endif
