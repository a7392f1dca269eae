/* frame_noun.c: what a noun or an adjective says: see frame_parts.h. */
#include "reading/frame_parts.h"

/* The words from the verb that carries a noun or adjective to the cue itself. */
static pp_i_range cue_words(const pp_i_tree *tree, uint32_t head, uint32_t carrier)
{
    pp_i_range range = {head, head + 1};
    if (carrier != PP_NO_HEAD && carrier < head) {
        range.start = pp_i_verb_words(tree, carrier).start;
    } else {
        for (uint32_t child = tree->first_child[head]; child != PP_NO_HEAD && child < head;
             child = tree->next_sibling[child]) {
            uint8_t relation = tree->tokens[child].relation;
            bool part = relation == PP_REL_AMOD || relation == PP_REL_COP ||
                        relation == PP_REL_AUX || relation == PP_REL_ADVMOD;
            if (part && child < range.start) {
                range.start = child;
            }
        }
    }
    return range;
}

/* "The plan drew criticism from X": what the noun is about is the verb's subject. */
static bool fill_provoked(const pp_i_tree *tree, uint32_t carrier, pp_i_find *find)
{
    uint32_t subject = pp_i_tree_child(tree, carrier, PP_REL_NSUBJ);
    subject = subject == PP_NO_HEAD ? pp_i_tree_subject(tree, carrier, NULL) : subject;
    if (pp_i_tree_in(tree, subject, "that which")) {
        subject = pp_i_frame_relative_object(tree, carrier);
    }
    return subject < carrier && pp_i_frame_fill(find, pp_i_frame_phrase(tree, carrier, subject),
                                                subject, PP_FRAME_OBJECT);
}

/* "a claim that X has long contested": what is contested is the claim. */
static bool is_relative(const pp_i_tree *tree, uint32_t clause)
{
    bool takes = pp_i_tree_in(tree, clause,
                              "contest reject dismiss oppose deny dispute welcome endorse back "
                              "support refuse accept condemn denounce criticise criticize ignore "
                              "rebut refute resist repeat make share raise voice find "
                              "consider deem");
    uint32_t object = pp_i_tree_child(tree, clause, PP_REL_OBJ);
    uint32_t that = tree->start[clause];
    bool subject =
        pp_i_tree_is(tree, that, "that") && pp_i_tree_child(tree, clause, PP_REL_NSUBJ) == that;
    if (subject) {
        return true; /* "promises that were left out" */
    }
    return takes && pp_i_tree_child(tree, clause, PP_REL_NSUBJ) < clause &&
           (object == PP_NO_HEAD || object < clause) &&
           pp_i_tree_child(tree, clause, PP_REL_CCOMP) == PP_NO_HEAD &&
           !pp_i_tree_is_passive(tree, clause);
}

static bool frame_noun(const pp_i_scene *scene, const pp_i_cue *cue, uint32_t carrier,
                       pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t noun = find->cue_head;
    find->cue = cue_words(tree, noun, carrier);
    if (pp_i_provoker(tree, noun, carrier) != PP_NO_HEAD) {
        return fill_provoked(tree, carrier, find);
    }
    if ((cue->frames & PP_FRAME_INFINITIVE) != 0) {
        uint32_t clause = pp_i_frame_infinitive_of(tree, noun, true);
        if (clause == PP_NO_HEAD && carrier < noun && pp_i_tree_is(tree, noun + 1, "to") &&
            tree->tokens[noun + 1].relation == PP_REL_MARK) {
            clause = tree->tokens[noun + 1].head; /* "voiced its readiness to", of the verb */
        }
        if (clause < tree->count) {
            return pp_i_frame_fill(find, pp_i_frame_phrase(tree, noun, clause), clause,
                                   PP_FRAME_INFINITIVE);
        }
    }
    if ((cue->frames & PP_FRAME_CLAUSE) != 0) {
        uint32_t clause = pp_i_tree_child(tree, noun, PP_REL_CCOMP);
        clause = clause == PP_NO_HEAD ? pp_i_tree_child(tree, noun, PP_REL_ACL) : clause;
        if (clause != PP_NO_HEAD && clause > noun &&
            pp_i_tree_in(tree, tree->start[clause], "that") && !is_relative(tree, clause)) {
            return pp_i_frame_fill(find, pp_i_frame_phrase(tree, noun, clause), clause,
                                   PP_FRAME_CLAUSE);
        }
    }
    for (uint32_t i = noun + 1; (cue->frames & PP_FRAME_CLAUSE) != 0 && i <= noun + 2; i++) {
        bool skip = pp_i_tree_in(tree, i, PP_TIME_NOUNS) || pp_i_tree_is(tree, i, "be");
        if (pp_i_tree_is(tree, i, "that") && i + 3 < tree->count &&
            (i > noun + 1 || tree->tokens[i].head >= tree->count ||
             !is_relative(tree, tree->tokens[i].head))) {
            return pp_i_frame_fill(find, pp_i_range_trim(tree, (pp_i_range){i + 1, tree->count}),
                                   i + 1, PP_FRAME_CLAUSE);
        }
        if (!skip) {
            break;
        }
    }
    if ((cue->frames & PP_FRAME_BEHIND) == 0) {
        return false;
    }
    if (carrier > noun && carrier < tree->count && cue->act == PP_ACT_DOUBTS &&
        pp_i_tree_in(tree, carrier, "centre center focus concern turn relate")) {
        uint32_t object = pp_i_tree_behind(
            tree, carrier, pp_i_tree_is(tree, carrier, "relate") ? "to" : "on around");
        object = object < tree->count ? object : pp_i_tree_child(tree, carrier, PP_REL_OBJ);
        if (object > carrier && object < tree->count) { /* "doubts centre on the price" */
            pp_i_range content = pp_i_frame_phrase(tree, carrier, object);
            content.start += tree->tokens[content.start].relation == PP_REL_CASE;
            return pp_i_frame_fill(find, content, object, PP_FRAME_BEHIND);
        }
    }
    if (pp_i_frame_fill_behind(tree, cue, noun, find)) {
        return true;
    }
    uint32_t next = noun + 1 < tree->count ? tree->tokens[noun + 1].head : PP_NO_HEAD;
    if (cue->act == PP_ACT_OFFERS && pp_i_tree_is(tree, noun + 1, "to") && carrier < noun &&
        next > noun + 1 && next < tree->count && tree->tokens[next].head == carrier &&
        tree->tokens[noun + 1].relation == PP_REL_CASE) { /* "indicated openness to this step" */
        return pp_i_frame_fill(find, pp_i_range_trim(tree, (pp_i_range){noun + 2, tree->end[next]}),
                               next, PP_FRAME_BEHIND);
    }
    /* "concerns have emerged from X regarding Y": the phrase hangs on the verb, or on X */
    for (uint32_t i = noun + 1; i < tree->count; i++) {
        uint32_t head = tree->tokens[i].head;
        bool preposition = tree->tokens[i].relation == PP_REL_CASE ||
                           tree->tokens[i].relation == PP_REL_MARK ||
                           pp_i_word_in(tree->tokens[i].form, "regarding concerning");
        if (carrier != PP_NO_HEAD && carrier > noun && preposition && i > carrier &&
            (pp_i_tree_in(tree, i, cue->prepositions) ||
             pp_i_word_in(tree->tokens[i].form, cue->prepositions)) &&
            head < tree->count && !pp_i_tree_in(tree, i, "of on to with as at")) {
            uint32_t end =
                tree->tokens[i].relation == PP_REL_CASE || tree->tokens[i].relation == PP_REL_MARK
                    ? tree->end[head]
                    : tree->end[i];
            return pp_i_frame_fill(find, pp_i_range_trim(tree, (pp_i_range){i + 1, end}), i + 1,
                                   PP_FRAME_BEHIND);
        }
    }
    return false;
}

bool pp_i_frame_noun(const pp_i_scene *scene, const pp_i_cue *cue, uint32_t carrier,
                     pp_i_find *find)
{
    if (!frame_noun(scene, cue, carrier, find)) {
        return false;
    }
    if (carrier != PP_NO_HEAD && carrier < find->cue_head) {
        find->content = pp_i_frame_extend(&scene->tree, carrier, find->content);
    }
    return true;
}

/* "was welcomed by X, but Y was sceptical": of what the clause before was about. */
static bool fill_shared(const pp_i_tree *tree, uint32_t adjective, pp_i_find *find)
{
    uint32_t before = tree->tokens[adjective].head;
    bool joined = tree->tokens[adjective].relation == PP_REL_CONJ && before < adjective &&
                  pp_i_tree_child(tree, adjective, PP_REL_NSUBJ) < adjective &&
                  pp_i_tree_child(tree, adjective, PP_REL_OBL) == PP_NO_HEAD &&
                  pp_i_tree_in(tree, before,
                               "welcome back support endorse praise hail applaud propose accept "
                               "reject oppose dismiss suggest favour favor");
    uint32_t thing = !joined ? PP_NO_HEAD
                     : pp_i_tree_is_passive(tree, before)
                         ? pp_i_tree_child(tree, before, PP_REL_NSUBJ)
                         : pp_i_tree_child(tree, before, PP_REL_OBJ);
    return thing < adjective && tree->tokens[thing].tag == PP_TAG_NOUN &&
           pp_i_frame_fill(find, pp_i_frame_phrase(tree, before, thing), thing, PP_FRAME_BEHIND);
}

bool pp_i_frame_adjective(const pp_i_scene *scene, const pp_i_cue *cue, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t adjective = find->cue_head;
    uint32_t carrier = tree->tokens[adjective].relation == PP_REL_XCOMP
                           ? tree->tokens[adjective].head
                           : PP_NO_HEAD;
    find->cue = cue_words(tree, adjective, carrier);
    if ((cue->frames & PP_FRAME_INFINITIVE) != 0) {
        uint32_t clause = pp_i_frame_infinitive_of(tree, adjective, true);
        if (clause != PP_NO_HEAD) {
            return pp_i_frame_fill(find, pp_i_frame_phrase(tree, adjective, clause), clause,
                                   PP_FRAME_INFINITIVE);
        }
        if (pp_i_frame_fill_bare_infinitive(tree, adjective, find)) {
            return true;
        }
    }
    if ((cue->frames & PP_FRAME_CLAUSE) != 0) {
        uint32_t clause = pp_i_tree_child(tree, adjective, PP_REL_CCOMP);
        if (clause == PP_NO_HEAD && carrier != PP_NO_HEAD) {
            clause = pp_i_tree_child(tree, carrier, PP_REL_CCOMP);
        }
        if (clause != PP_NO_HEAD && clause > adjective) {
            return pp_i_frame_fill(find, pp_i_frame_phrase(tree, adjective, clause), clause,
                                   PP_FRAME_CLAUSE);
        }
    }
    if ((cue->frames & PP_FRAME_BEHIND) == 0) {
        return false;
    }
    return pp_i_frame_fill_behind(tree, cue, adjective, find) ||
           (cue->act == PP_ACT_DOUBTS && fill_shared(tree, adjective, find));
}
