/*
 * frame.c: what is said: the clause, object or phrase that fills a cue's place; see scene.h.
 *
 * A phrase that stands right behind the one found, without a comma between, belongs to it: parsers
 * often hang "as a safeguard against aggression" one word too high.
 */
#include "reading/frame_parts.h"

pp_i_range pp_i_range_trim(const pp_i_tree *tree, pp_i_range range)
{
    while (range.start < range.end && tree->tokens[range.start].tag == PP_TAG_PUNCT) {
        range.start++;
    }
    while (range.end > range.start && tree->tokens[range.end - 1].tag == PP_TAG_PUNCT) {
        range.end--;
    }
    return range;
}

uint32_t pp_i_range_top(const pp_i_tree *tree, pp_i_range range)
{
    for (uint32_t i = range.start; i < range.end; i++) {
        bool top = !pp_i_range_holds(range, tree->tokens[i].head);
        if (top && tree->tokens[i].tag != PP_TAG_PUNCT && tree->tokens[i].tag != PP_TAG_CCONJ) {
            return i;
        }
    }
    return range.start;
}

uint32_t pp_i_particle(const pp_i_tree *tree, uint32_t verb)
{
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool loose = relation == PP_REL_COMPOUND || relation == PP_REL_ADVMOD ||
                     relation == PP_REL_CASE || relation == PP_REL_MARK ||
                     relation == PP_REL_FIXED || relation == PP_REL_OBL || relation == PP_REL_XCOMP;
        if (loose && child > verb && child <= verb + 4 &&
            pp_i_tree_in(tree, child,
                         "out down up off aside away back forward behind in by ready "
                         "clear on open along")) {
            return child;
        }
    }
    if (pp_i_tree_is(tree, verb, "say") && pp_i_tree_is(tree, verb + 1, "no") &&
        verb + 2 < tree->count && !pp_i_tree_is(tree, verb + 2, "to") &&
        tree->tokens[verb + 2].tag != PP_TAG_PUNCT) {
        return PP_NO_HEAD; /* "said no ship would leave" */
    }
    bool next = verb + 1 < tree->count &&
                (pp_i_tree_in(tree, verb + 1, "out down off aside forward") ||
                 (pp_i_tree_in(tree, verb, "say cast take give throw turn pour") &&
                  pp_i_tree_in(tree, verb + 1, "no yes doubt issue way cold")) ||
                 (pp_i_tree_is(tree, verb, "make") && pp_i_tree_is(tree, verb + 1, "plain")));
    if (pp_i_tree_is(tree, verb, "put") && pp_i_tree_is(tree, verb + 1, "it") && verb > 1 &&
        pp_i_tree_child(tree, verb, PP_REL_DISCOURSE) < verb) {
        return verb + 1; /* "as X put it" */
    }
    if (pp_i_tree_is(tree, verb, "make") && pp_i_tree_is(tree, verb + 1, "it") &&
        pp_i_tree_in(tree, verb + 2, "clear plain")) {
        return verb + 2; /* "made it plain that" */
    }
    return next ? verb + 1 : PP_NO_HEAD;
}

pp_i_range pp_i_verb_words(const pp_i_tree *tree, uint32_t verb)
{
    pp_i_range range = {verb, verb + 1};
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool part = relation == PP_REL_AUX || relation == PP_REL_COP ||
                    (relation == PP_REL_ADVMOD && child < verb && child + 4 > verb);
        if (part && child < range.start) {
            range.start = child;
        }
    }
    uint32_t particle = pp_i_particle(tree, verb);
    if (particle != PP_NO_HEAD && particle == range.end) {
        range.end = particle + 1;
    }
    return range;
}

bool pp_i_frame_is_time(const pp_i_tree *tree, uint32_t token)
{
    return pp_i_tree_in(tree, token, PP_TIME_NOUNS);
}

/* Extends a range of the cue's dependents over those that follow at once. */
pp_i_range pp_i_frame_extend(const pp_i_tree *tree, uint32_t cue, pp_i_range range)
{
    uint32_t next = range.end;
    for (uint32_t child = tree->first_child[cue]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool belongs = relation == PP_REL_OBL || relation == PP_REL_NMOD ||
                       relation == PP_REL_ADVCL || relation == PP_REL_XCOMP ||
                       relation == PP_REL_ACL || relation == PP_REL_CCOMP;
        bool time = pp_i_frame_is_time(tree, child) || pp_i_tree_in(tree, child, PP_TIME_NOUNS);
        bool apart = relation == PP_REL_ADVCL && next < tree->count && /* ", a day after" */
                     tree->tokens[next].tag == PP_TAG_PUNCT &&
                     pp_i_tree_child(tree, child, PP_REL_MARK) < child;
        if (tree->start[child] == next && belongs &&
            !apart) { /* "$120 million on Tuesday for the bombs" */
            bool term = time &&
                        pp_i_tree_in(tree, pp_i_tree_case(tree, child), /* how long */
                                     "over within for until by") &&
                        !pp_i_tree_in(tree, child, "hour minute"); /* "within an hour" */
            next = tree->end[child];
            range.end = time && !term ? range.end : next;
        }
    }
    return range;
}

/* "added, however, that": the aside between the cue and what is said. */
static pp_i_range without_aside(const pp_i_tree *tree, pp_i_range range)
{
    bool aside = range.end > range.start + 3 &&
                 pp_i_tree_in(tree, range.start, "however though meanwhile moreover too") &&
                 tree->tokens[range.start + 1].tag == PP_TAG_PUNCT;
    range.start += aside ? 2 : 0;
    return range;
}

pp_i_range pp_i_frame_phrase(const pp_i_tree *tree, uint32_t cue, uint32_t head)
{
    pp_i_range range = {tree->start[head], tree->end[head]};
    if (pp_i_range_holds(range, cue)) {
        if (head < cue) {
            range.end = tree->start[cue] > head ? tree->start[cue] : cue;
        } else {
            range.start = cue + 1;
        }
    } else if (head > cue) {
        range = pp_i_frame_extend(tree, cue, range);
    }
    range = without_aside(tree, pp_i_range_trim(tree, range));
    if (range.end - range.start > 1 && pp_i_text_is(tree->tokens[range.start].lemma, "that") &&
        tree->tokens[range.start].relation == PP_REL_MARK) {
        range.start++;
    }
    return pp_i_range_trim(tree, range);
}

bool pp_i_frame_verb(const pp_i_scene *scene, const pp_i_cue *cue, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t verb = find->cue_head;
    uint32_t clause = PP_NO_HEAD;
    find->cue = pp_i_verb_words(tree, verb);
    if ((cue->frames & PP_FRAME_URGE) != 0 && pp_i_frame_fill_urged(tree, cue, verb, find)) {
        return true;
    }
    if ((cue->frames & PP_FRAME_JUDGE) != 0) {
        return pp_i_frame_fill_judged(scene, verb, find);
    }
    if ((cue->frames & PP_FRAME_INFINITIVE) != 0) {
        clause = pp_i_frame_infinitive_of(tree, verb,
                                          pp_i_tree_child(tree, verb, PP_REL_OBJ) == PP_NO_HEAD);
        uint32_t gap = clause != PP_NO_HEAD ? pp_i_frame_relative_object(tree, verb) : PP_NO_HEAD;
        bool lacks =
            gap < verb && pp_i_tree_child(tree, clause, PP_REL_OBJ) == PP_NO_HEAD &&
            tree->end[clause] <= clause + 2 &&
            pp_i_tree_in(tree, verb, "decline refuse vow promise pledge agree threaten want") &&
            !pp_i_tree_in(tree, pp_i_tree_child(tree, verb, PP_REL_NSUBJ), "that which who");
        if (lacks) { /* "a condition that the government has declined to meet" */
            return pp_i_frame_fill(find,
                                   pp_i_frame_phrase(tree, pp_i_frame_gap_start(tree, verb), gap),
                                   gap, PP_FRAME_OBJECT);
        }
        if (clause != PP_NO_HEAD && pp_i_frame_fill(find, pp_i_frame_phrase(tree, verb, clause),
                                                    clause, PP_FRAME_INFINITIVE)) {
            return true;
        }
        if (clause == PP_NO_HEAD && pp_i_frame_fill_bare_infinitive(tree, verb, find)) {
            return true;
        }
    }
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    bool next = verb + 2 < tree->count && pp_i_tree_in(tree, verb + 1, "of against about") &&
                pp_i_tree_in(tree, verb + 1, cue->prepositions == NULL ? "" : cue->prepositions);
    if (next && object == PP_NO_HEAD && (cue->frames & PP_FRAME_BEHIND) != 0 &&
        pp_i_frame_fill_behind(tree, cue, verb, find)) {
        return true; /* "warned of trouble should X appear" */
    }
    bool takes_thing =
        cue->act == PP_ACT_SUPPORTS || cue->act == PP_ACT_REJECTS || cue->act == PP_ACT_ACCEPTS;
    if (takes_thing && (cue->frames & PP_FRAME_OBJECT) != 0 && object < tree->count &&
        tree->start[object] == verb + 1 && pp_i_frame_fill_object(tree, verb, find)) {
        return true;
    }
    if (takes_thing && (cue->frames & PP_FRAME_OBJECT) != 0 && pp_i_tree_is_passive(tree, verb) &&
        (pp_i_tree_agent(tree, verb) != PP_NO_HEAD ||
         (pp_i_tree_child(tree, verb, PP_REL_NSUBJ) != PP_NO_HEAD &&
          pp_i_tree_behind(tree, verb, "in") != PP_NO_HEAD)) &&
        pp_i_frame_fill_object(tree, verb, find)) {
        return true; /* "was rejected by X, who argued that" */
    }
    if ((cue->frames & PP_FRAME_CLAUSE) != 0 && pp_i_frame_fill_clause(tree, cue, verb, find)) {
        return true;
    }
    if ((cue->frames & PP_FRAME_GERUND) != 0) {
        clause = pp_i_frame_gerund_of(tree, verb);
        if (clause != PP_NO_HEAD &&
            pp_i_frame_fill(find, pp_i_frame_phrase(tree, verb, clause), clause, PP_FRAME_GERUND)) {
            return true;
        }
    }
    if ((cue->frames & PP_FRAME_OBJECT) != 0 && pp_i_frame_fill_object(tree, verb, find)) {
        return true;
    }
    bool called = pp_i_tree_is(tree, verb, "call") && object != PP_NO_HEAD; /* "dead on arrival" */
    if ((cue->frames & PP_FRAME_BEHIND) != 0 && !called &&
        pp_i_frame_fill_behind(tree, cue, verb, find)) {
        return true;
    }
    return (cue->frames & PP_FRAME_BARE) != 0 && pp_i_frame_fill_bare(tree, verb, find);
}
