/* frame_object.c: the thing that a verb is about: its object, the noun of its relative clause, in
 * the passive its subject; see frame_parts.h. */
#include "reading/frame_parts.h"

uint32_t pp_i_frame_relative_object(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t at = verb;
    for (int steps = 0; steps < 4 && at < tree->count; steps++) {
        if (tree->tokens[at].relation == PP_REL_ACL) {
            uint32_t subject = pp_i_tree_child(tree, at, PP_REL_NSUBJ);
            uint32_t whose =
                subject < at ? pp_i_tree_child(tree, subject, PP_REL_NMOD) : PP_NO_HEAD;
            bool owner = whose < subject && pp_i_word_in(tree->tokens[whose].form, "whose");
            return owner ? PP_NO_HEAD : tree->tokens[at].head; /* "X, whose army holds it" */
        }
        if (tree->tokens[at].relation != PP_REL_XCOMP && tree->tokens[at].relation != PP_REL_CONJ) {
            break;
        }
        at = tree->tokens[at].head;
    }
    return PP_NO_HEAD;
}

uint32_t pp_i_frame_gap_start(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t at = verb;
    for (int steps = 0; steps < 4 && at < tree->count; steps++) {
        if (tree->tokens[at].relation == PP_REL_ACL) {
            return tree->start[at];
        }
        at = tree->tokens[at].head;
    }
    return tree->start[verb];
}

/* A noun or number right behind the verb without a preposition, whatever the parse calls it. */
static uint32_t loose_object(const pp_i_tree *tree, uint32_t verb)
{
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t tag = tree->tokens[child].tag, relation = tree->tokens[child].relation;
        bool thing =
            tag == PP_TAG_NOUN || tag == PP_TAG_NUM || tag == PP_TAG_PROPN || tag == PP_TAG_PRON;
        bool loose = relation == PP_REL_OBL || relation == PP_REL_XCOMP ||
                     relation == PP_REL_IOBJ || relation == PP_REL_DEP ||
                     relation == PP_REL_NSUBJ || relation == PP_REL_COMPOUND;
        uint32_t before = pp_i_tree_case(tree, child);
        bool particle = before == verb + 1 && pp_i_tree_in(tree, before, "aside away");
        uint32_t first = verb + 1 + pp_i_tree_in(tree, verb + 1, "aside away");
        if (pp_i_tree_is(tree, verb, "put") && pp_i_tree_is(tree, verb + 3, "table")) {
            first = verb + 4; /* "has put on the table 5 percent" */
        }
        while (first + 1 < child && tree->tokens[first].tag == PP_TAG_ADV) {
            first++; /* "put forward instead a pause" */
        }
        if (thing && loose && tree->start[child] <= first && tree->start[child] > verb &&
            (before == PP_NO_HEAD || particle) && /* "brushed aside the idea" */
            !pp_i_tree_in(tree, child, PP_TIME_NOUNS)) {
            return child;
        }
    }
    uint32_t open = pp_i_tree_in(tree, verb, "leave keep") ? pp_i_particle(tree, verb) : PP_NO_HEAD;
    return pp_i_tree_is(tree, open, "open") ? pp_i_tree_child(tree, open, PP_REL_OBJ)
                                            : PP_NO_HEAD; /* "leaving open the possibility" */
}

uint32_t pp_i_relative_noun(const pp_i_tree *tree, uint32_t verb)
{
    return pp_i_frame_relative_object(tree, verb);
}

bool pp_i_frame_fill_object(const pp_i_tree *tree, uint32_t verb, pp_i_find *find)
{
    if (pp_i_tree_is_passive(tree, verb)) {
        uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
        bool relative = pp_i_tree_in(tree, subject, "that which who") &&
                        (tree->tokens[verb].relation != PP_REL_ROOT || subject + 3 < verb);
        if (subject != PP_NO_HEAD && !relative) {
            return pp_i_frame_fill(find, pp_i_frame_phrase(tree, verb, subject), subject,
                                   PP_FRAME_OBJECT);
        }
        uint32_t noun = pp_i_frame_relative_object(tree, verb);
        if (noun < verb && pp_i_tree_is(tree, 0, "under") && tree->tokens[0].head == noun) {
            return false; /* "Under the terms sought by X, ..." */
        }
        if (tree->tokens[verb].relation == PP_REL_CONJ && subject == PP_NO_HEAD &&
            noun == PP_NO_HEAD) { /* "was welcomed by X but spurned by Y" */
            noun = pp_i_tree_subject(tree, verb, NULL);
            noun = pp_i_tree_in(tree, noun, "that which who") ? PP_NO_HEAD : noun;
        }
        return noun < verb &&
               pp_i_frame_fill(find,
                               pp_i_frame_phrase(tree, pp_i_frame_gap_start(tree, verb), noun),
                               noun, PP_FRAME_OBJECT);
    }
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    if (object != PP_NO_HEAD && pp_i_lost_verb_subject(tree, object) != PP_NO_HEAD) {
        return false; /* what it made, another statement says */
    }
    uint32_t what = pp_i_tree_child(tree, verb, PP_REL_CCOMP);
    if (object == PP_NO_HEAD && what < tree->count && what > verb &&
        pp_i_word_in(tree->tokens[tree->start[what]].form, "what whatever")) {
        return pp_i_frame_fill(find, pp_i_frame_phrase(tree, verb, what), what,
                               PP_FRAME_OBJECT); /* "turned down what they called an offer" */
    }
    if (object == PP_NO_HEAD && tree->tokens[verb].tag == PP_TAG_NOUN) {
        return pp_i_frame_fill(find, pp_i_range_trim(tree, (pp_i_range){verb + 1, tree->end[verb]}),
                               verb + 1,
                               PP_FRAME_OBJECT); /* a verb taken for a noun: whatever follows */
    }
    object = object == PP_NO_HEAD ? loose_object(tree, verb) : object;
    if (object == PP_NO_HEAD && pp_i_tree_child(tree, verb, PP_REL_CCOMP) == PP_NO_HEAD) {
        uint32_t noun = pp_i_frame_relative_object(tree, verb);
        uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
        if (subject == PP_NO_HEAD && tree->tokens[verb].relation == PP_REL_XCOMP) {
            subject = pp_i_tree_child(tree, tree->tokens[verb].head, PP_REL_NSUBJ);
        } /* "an idea that X was quick to reject" */
        bool own = subject != PP_NO_HEAD && !pp_i_tree_in(tree, subject, "that which who");
        return own && noun < verb &&
               pp_i_frame_fill(find,
                               pp_i_frame_phrase(tree, pp_i_frame_gap_start(tree, verb), noun),
                               noun, PP_FRAME_OBJECT);
    }
    if (object == PP_NO_HEAD || (tree->tokens[object].tag == PP_TAG_VERB && /* "the handing over" */
                                 pp_i_tree_child(tree, object, PP_REL_DET) == PP_NO_HEAD)) {
        return false;
    }
    if (pp_i_tree_in(tree, object, "which that whom") && object < verb) {
        uint32_t noun = pp_i_frame_relative_object(tree, verb);
        return noun < object &&
               pp_i_frame_fill(find,
                               pp_i_frame_phrase(tree, pp_i_frame_gap_start(tree, verb), noun),
                               noun, PP_FRAME_OBJECT);
    }
    for (uint32_t child = tree->next_sibling[object]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        bool second = tree->tokens[child].relation == PP_REL_OBJ && child > verb &&
                      pp_i_tree_case(tree, child) == PP_NO_HEAD &&
                      tree->start[child] == tree->end[object];
        object = second ? child : object; /* "offered the tenants a discount" */
    }
    pp_i_range content = pp_i_frame_phrase(tree, verb, object);
    bool judged = content.start + 3 < content.end && pp_i_tree_is(tree, content.start, "as") &&
                  tree->tokens[content.start + 1].tag == PP_TAG_ADJ &&
                  tree->tokens[content.start + 2].tag == PP_TAG_DET;
    content.start += judged ? 2 : 0; /* "rejected as unacceptable a demand for" */
    return pp_i_frame_fill(find, content, object, PP_FRAME_OBJECT);
}
