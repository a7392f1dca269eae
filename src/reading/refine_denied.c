/* refine_denied.c: what the denial of an act comes to; see scene.h. */
#include "reading/refine_parts.h"

/* What the denial of an act comes to. */
static const struct {
    uint8_t act, denied;
} DENIED[] = {{PP_ACT_ACCEPTS, PP_ACT_REJECTS}, {PP_ACT_SUPPORTS, PP_ACT_REJECTS},
              {PP_ACT_OFFERS, PP_ACT_REJECTS},  {PP_ACT_COMMITS, PP_ACT_REJECTS},
              {PP_ACT_DEMANDS, PP_ACT_REJECTS}, {PP_ACT_PROPOSES, PP_ACT_REJECTS},
              {PP_ACT_REJECTS, PP_ACT_ACCEPTS}, {PP_ACT_DOUBTS, PP_ACT_SUPPORTS},
              {PP_ACT_WARNS, PP_ACT_ASSERTS},   {PP_ACT_ASKS, PP_ACT_ASSERTS},
              {PP_ACT_ASSERTS, PP_ACT_DOUBTS}};

uint8_t pp_i_refine_denied_act(uint8_t act)
{
    for (size_t i = 0; i < sizeof DENIED / sizeof DENIED[0]; i++) {
        if (DENIED[i].act == act) {
            return DENIED[i].denied;
        }
    }
    return act;
}

void pp_i_refine_denied(const pp_i_scene *scene, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    if (!pp_i_tree_is_negated(tree, find->cue_head) || find->frame == PP_FRAME_JUDGE) {
        return;
    }
    find->negated = true;
    if (pp_i_tree_in(tree, find->cue_head, PP_CUE_ACCUSING)) {
        return; /* who does not accuse doubts nothing either */
    }
    find->act = pp_i_tree_is(tree, find->cue_head, "insist") ? PP_ACT_OFFERS /* "will not insist" */
                : pp_i_tree_in(tree, find->cue_head, "afraid") ? PP_ACT_ASSERTS
                                                               : pp_i_refine_denied_act(find->act);
    if (pp_i_tree_is_never(tree, find->cue_head)) {
        find->strength = PP_STRENGTH_MUST;
    }
    if (find->act == PP_ACT_ACCEPTS) {
        find->hedged = true; /* who does not reject has not yet accepted */
        bool out = pp_i_tree_in(tree, find->cue_head, "rule exclude");
        find->act = out && pp_i_refine_is_forceful(tree, find->content) ? PP_ACT_WARNS : find->act;
    }
}
