/* extract_deed.c: verbs of saying that tell of a deed, or of nothing; see extract_parts.h. */
#include "reading/extract_parts.h"

/* "raised the subject", "adopted a cautious position": which position is not told. */
static bool only_takes_position(const pp_i_tree *tree, const pp_i_find *find)
{
    uint32_t head = find->cue_head, object = find->content_head;
    bool raises = pp_i_tree_in(tree, head, "raise reserve") && /* "reserved its answer" */
                  pp_i_tree_in(tree, object,
                               "subject issue matter question topic point case answer judgment "
                               "judgement position decision");
    bool adopts = pp_i_tree_is(tree, head, "adopt") &&
                  pp_i_tree_in(tree, object, "position stance tone line approach attitude");
    bool sets_out = pp_i_tree_in(tree, head, "set outline present lay") &&
                    pp_i_tree_in(tree, object, "position view stance case argument result");
    return find->frame == PP_FRAME_OBJECT && (raises || adopts || sets_out);
}

/* Words about how somebody speaks, thinks or appears, with nothing that is wanted or refused. */
static bool says_no_position(const pp_i_tree *tree, const pp_i_find *find)
{
    uint32_t head = find->cue_head;
    bool anonymous = pp_i_tree_in(tree, head, "ask request wish prefer decline") &&
                     pp_i_tree_in(tree, find->content_head, "name identify quote") &&
                     pp_i_tree_is_passive(tree, find->content_head);
    if (anonymous ||
        (pp_i_tree_is(tree, head, "see") && pp_i_tree_in(tree, head + 1, "whether if how"))) {
        return true; /* "asked not to be named", "to see whether it can be done" */
    }
    if (pp_i_tree_in(tree, head, "unite united") &&
        pp_i_tree_in(tree, find->content_head, "belief conviction view hope fear feeling")) {
        return true; /* "united in the belief that it is the other's turn" */
    }
    if (find->frame == PP_FRAME_OBJECT && find->content_head < tree->count &&
        pp_i_word_in(tree->tokens[find->content_head].form, "itself himself herself themselves")) {
        return true; /* "presents itself as a mediator" */
    }
    bool could = pp_i_tree_modal(tree, head, "can could") != PP_NO_HEAD;
    if (pp_i_tree_is(tree, head, "imagine") && !could) {
        return true; /* who imagines has not offered; who could imagine may */
    }
    uint32_t plan = pp_i_tree_child(tree, head, PP_REL_NSUBJ);
    bool harm = pp_i_tree_in(tree, find->content_head, PP_CUE_HARM_NOUNS);
    if (pp_i_tree_is(tree, head, "foresee") && !harm && !pp_i_tree_in(tree, plan, "which that") &&
        !pp_i_tree_in(tree, plan,
                      "plan proposal concept draft scheme idea initiative model blueprint roadmap "
                      "text paper formula deal package bill")) {
        return true; /* "foresees problems" */
    }
    if (pp_i_tree_is(tree, head, "say") && pp_i_extract_is_short_of(tree, head)) {
        return true; /* "stopped short of saying" */
    }
    return only_takes_position(tree, find);
}

/* "resisted the attack": a deed of arms, no position. */
bool pp_i_extract_is_deed(const pp_i_tree *tree, const pp_i_find *find)
{
    uint32_t head = find->cue_head;
    bool asked = head > 0 && pp_i_tree_is(tree, head, "ask") && head + 1 < tree->count &&
                 tree->tokens[head - 1].tag == PP_TAG_PUNCT &&
                 pp_i_tree_in(tree, head + 1, "whether if about why what how") &&
                 pp_i_tree_child(tree, head, PP_REL_AUX) == PP_NO_HEAD;
    if (asked || (head == 0 && pp_i_tree_is(tree, head, "ask"))) {
        return true; /* "X, asked whether he would, answered": others asked */
    }
    if (pp_i_tree_in(tree, find->content_head, "comment elaborate say draw speculate") &&
        find->frame == PP_FRAME_INFINITIVE) {
        return true; /* "declined to comment" says nothing */
    }
    if (says_no_position(tree, find)) {
        return true;
    }
    if (pp_i_tree_in(tree, head, "weigh consider mull contemplate review") &&
        pp_i_tree_in(tree, find->content_head,
                     "option response implication step position interest aspiration ambition "
                     "pressure cost consequence")) {
        return find->act == PP_ACT_PROPOSES; /* "weighs its options" */
    }
    uint32_t subject = pp_i_tree_child(tree, find->cue_head, PP_REL_NSUBJ);
    uint32_t shared = find->content_head; /* "shares some of those concerns" */
    if (pp_i_tree_in(tree, shared, "some many most much part all")) {
        uint32_t of = pp_i_tree_behind(tree, shared, "of");
        shared = of < tree->count ? of : shared;
    }
    bool pointed = shared < tree->count && tree->tokens[shared].tag == PP_TAG_PRON;
    if (pp_i_tree_in(tree, find->cue_head, "share echo") && !pointed &&
        !pp_i_tree_in(tree, shared,
                      "view call demand wish desire concern opinion position assessment belief "
                      "goal aim hope scepticism stance line misgiving worry sentiment "
                      "skepticism reservation doubt analysis conviction")) {
        return true; /* shared data */
    }
    if (pp_i_tree_in(tree, head, "pull back walk") && find->frame == PP_FRAME_BEHIND &&
        pp_i_tree_in(
            tree, subject,
            "troop troops force forces soldier fighter army unit rebel tank militia garrison "
            "vehicle settler military navy ship")) {
        return true; /* "troops would pull back from the bridge": they move */
    }
    if (pp_i_tree_in(tree, head, "leave keep") &&
        pp_i_tree_in(tree, find->content_head,
                     "question issue matter point date timing outcome answer")) {
        return true; /* "has left the question open": no answer */
    }
    if (pp_i_tree_is(tree, head, "like") && find->frame == PP_FRAME_OBJECT &&
        pp_i_tree_modal(tree, head, "would") == PP_NO_HEAD) {
        return true; /* "likes the plan" wants nothing */
    }
    if (pp_i_tree_is(tree, head, "live") && find->frame == PP_FRAME_BEHIND &&
        pp_i_tree_modal(tree, head, "can could will would") == PP_NO_HEAD) {
        return true; /* "lives with her parents" */
    }
    if (pp_i_tree_in(tree, head, "say comment disclose specify") &&
        find->frame != PP_FRAME_CLAUSE && pp_i_tree_is_negated(tree, head)) {
        return true; /* "would not say how much" */
    }
    if (pp_i_tree_is(tree, head, "say") && pp_i_tree_is_negated(tree, head) &&
        pp_i_tree_in(tree, head + 1, "how what when where who which why whether")) {
        return true;
    }
    if (pp_i_tree_is(tree, head, "seek") && find->frame == PP_FRAME_INFINITIVE &&
        pp_i_tree_in(tree, find->content_head,
                     "play calm reassure defuse breathe revive mend allay assuage dispel ease "
                     "explain justify soothe "
                     "downplay portray present")) {
        return true; /* "sought to play down the row" */
    }
    bool blocks = pp_i_tree_in(tree, find->cue_head, "block obstruct thwart foil");
    if (pp_i_tree_in(tree, find->cue_head, "thwart stymie foil scupper") && find->cue_head > 0 &&
        pp_i_token_ends(&tree->tokens[find->cue_head], "ing") &&
        pp_i_text_is(tree->tokens[find->cue_head - 1].form, ",")) {
        return true; /* ", stymying its hopes": what comes of it */
    }
    bool road = blocks && pp_i_tree_in(tree, find->content_head,
                                       "road street highway bridge border crossing gate entrance "
                                       "traffic convoy port harbour harbor plot coup");
    bool arms = (blocks || pp_i_tree_in(tree, find->cue_head,
                                        "resist fight oppose defend claim want seek")) &&
                pp_i_tree_in(tree, find->content_head,
                             "advance attack offensive assault invasion fire "
                             "troop force soldier fighter enemy");
    return find->frame == PP_FRAME_OBJECT && (road || arms);
}
