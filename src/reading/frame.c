/*
 * frame.c: what is said: the clause, object or phrase that fills a cue's place; see scene.h.
 *
 * A phrase that stands right behind the one found, without a comma between, belongs to it: parsers
 * often hang "as a safeguard against aggression" one word too high.
 */
#include "reading/scene.h"

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
                         "clear on")) {
            return child;
        }
    }
    bool next =
        verb + 1 < tree->count && pp_i_tree_in(tree, verb + 1, "out down off aside forward");
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

static bool is_time(const pp_i_tree *tree, uint32_t token)
{
    return pp_i_tree_in(tree, token, PP_TIME_NOUNS);
}

/* Extends a range of the cue's dependents over those that follow at once. */
static pp_i_range extend(const pp_i_tree *tree, uint32_t cue, pp_i_range range)
{
    for (uint32_t child = tree->first_child[cue]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool belongs = relation == PP_REL_OBL || relation == PP_REL_NMOD ||
                       relation == PP_REL_ADVCL || relation == PP_REL_XCOMP ||
                       relation == PP_REL_ACL || relation == PP_REL_CCOMP;
        if (tree->start[child] == range.end && belongs && !is_time(tree, child)) {
            range.end = tree->end[child];
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

/* The words of a phrase below the cue, without those of the cue and without "that" before it. */
static pp_i_range phrase(const pp_i_tree *tree, uint32_t cue, uint32_t head)
{
    pp_i_range range = {tree->start[head], tree->end[head]};
    if (pp_i_range_holds(range, cue)) {
        if (head < cue) {
            range.end = tree->start[cue] > head ? tree->start[cue] : cue;
        } else {
            range.start = cue + 1;
        }
    } else if (head > cue) {
        range = extend(tree, cue, range);
    }
    range = without_aside(tree, pp_i_range_trim(tree, range));
    if (range.end - range.start > 1 && pp_i_text_is(tree->tokens[range.start].lemma, "that") &&
        tree->tokens[range.start].relation == PP_REL_MARK) {
        range.start++;
    }
    return pp_i_range_trim(tree, range);
}

static bool fill(pp_i_find *find, pp_i_range content, uint32_t head, uint16_t frame)
{
    if (pp_i_range_is_empty(content)) {
        return false;
    }
    find->content = content;
    find->content_head = head;
    find->frame = frame;
    return true;
}

static bool has_to(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t to = pp_i_tree_child_in(tree, verb, "to");
    return to != PP_NO_HEAD && to < verb && tree->tokens[to].relation != PP_REL_CASE;
}

/* A child that is a clause of the given shape, behind the cue. */
static uint32_t infinitive_of(const pp_i_tree *tree, uint32_t head, bool also_purpose)
{
    for (uint32_t child = tree->first_child[head]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool clause = relation == PP_REL_XCOMP || relation == PP_REL_CCOMP ||
                      relation == PP_REL_ACL || relation == PP_REL_OBJ ||
                      (also_purpose && relation == PP_REL_ADVCL);
        if (child > head && clause && has_to(tree, child)) {
            return child;
        }
    }
    return PP_NO_HEAD;
}

/* "offered to hand over", "willing to phase in the cut": behind these words "to" begins an
 * infinitive, whatever the parse makes of a verb that is also a noun. */
static bool fill_bare_infinitive(const pp_i_tree *tree, uint32_t head, pp_i_find *find)
{
    bool infinitive = pp_i_tree_in(tree, head,
                                   "offer refuse decline threaten promise vow plan intend decide "
                                   "willing unwilling reluctant prepared eager");
    uint32_t verb = head + 2;
    if (!infinitive || !pp_i_tree_is(tree, head + 1, "to") || verb + 1 >= tree->count ||
        (tree->tokens[verb].tag != PP_TAG_NOUN && tree->tokens[verb].tag != PP_TAG_VERB) ||
        !pp_i_text_equal(tree->tokens[verb].form, tree->tokens[verb].lemma)) {
        return false;
    }
    uint32_t end = verb + 1;
    while (end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT &&
           !pp_i_tree_in(tree, end, "but")) {
        end++;
    }
    return fill(find, pp_i_range_trim(tree, (pp_i_range){head + 1, end}), verb,
                PP_FRAME_INFINITIVE);
}

static uint32_t gerund_of(const pp_i_tree *tree, uint32_t verb)
{
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool clause = relation == PP_REL_XCOMP || relation == PP_REL_CCOMP ||
                      relation == PP_REL_ADVCL || relation == PP_REL_OBJ;
        uint32_t start = tree->start[child];
        if (child > verb && clause && start > verb && tree->tokens[start].tag != PP_TAG_PUNCT &&
            pp_i_token_ends(&tree->tokens[child], "ing")) {
            return child;
        }
    }
    return PP_NO_HEAD;
}

/* "Talks had failed, the minister said": the clause from which the verb of saying hangs. */
static bool fill_inverted(const pp_i_tree *tree, uint32_t verb, pp_i_find *find)
{
    uint32_t head = tree->tokens[verb].head;
    uint8_t relation = tree->tokens[verb].relation;
    if (relation == PP_REL_ACL && verb + 2 >= tree->count && head < verb && head > 1) {
        uint32_t clause = tree->tokens[head].head; /* "..., the governor announced." */
        uint32_t end = tree->start[head];
        return clause < head && end > 0 && tree->tokens[end - 1].tag == PP_TAG_PUNCT &&
               fill(find, pp_i_range_trim(tree, (pp_i_range){tree->start[clause], end}), clause,
                    PP_FRAME_CLAUSE);
    }
    bool last = verb + 1 >= tree->count || tree->tokens[verb + 1].tag == PP_TAG_PUNCT;
    if (relation == PP_REL_PARATAXIS && head < tree->count && head > verb && last &&
        tree->start[verb] > 0 && tree->tokens[tree->start[verb] - 1].tag == PP_TAG_PUNCT &&
        pp_i_tree_child(tree, verb, PP_REL_NSUBJ) != PP_NO_HEAD) {
        return fill(find, pp_i_range_trim(tree, (pp_i_range){tree->start[head], tree->end[head]}),
                    head, PP_FRAME_CLAUSE); /* "The dam, he warned, would burst" */
    }
    bool aside =
        relation == PP_REL_PARATAXIS || relation == PP_REL_DEP ||
        (relation == PP_REL_CONJ && last && pp_i_tree_child(tree, verb, PP_REL_CC) == PP_NO_HEAD &&
         pp_i_tree_child(tree, verb, PP_REL_NSUBJ) != PP_NO_HEAD) ||
        relation == PP_REL_ADVCL || relation == PP_REL_DISCOURSE;
    bool trails = pp_i_token_ends(&tree->tokens[verb], "ing") ||
                  pp_i_tree_child(tree, verb, PP_REL_MARK) != PP_NO_HEAD;
    if (!aside || head >= tree->count || head > verb || trails) {
        return false;
    }
    uint32_t before = tree->start[verb];
    if (before == 0 ||
        tree->tokens[before - (tree->tokens[before].tag != PP_TAG_PUNCT)].tag != PP_TAG_PUNCT) {
        return false;
    }
    pp_i_range content = pp_i_range_trim(tree, (pp_i_range){tree->start[head], before});
    return fill(find, content, head, PP_FRAME_CLAUSE);
}

/* Behind "that", or behind a colon, or whatever hangs on the verb and holds a verb. */
static bool fill_loose(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t verb, pp_i_find *find)
{
    uint32_t end = tree->end[verb];
    for (uint32_t i = verb + 1; i < end && i <= verb + 6; i++) {
        bool marks = tree->tokens[i].tag == PP_TAG_SCONJ || i == verb + 1;
        if (pp_i_text_is(tree->tokens[i].lemma, "that") && i + 3 < end && marks) {
            return fill(find, pp_i_range_trim(tree, (pp_i_range){i + 1, end}),
                        tree->tokens[i].head < tree->count ? tree->tokens[i].head : i + 1,
                        PP_FRAME_CLAUSE);
        }
    }
    if ((cue->frames & PP_FRAME_REFINE) == 0 ||
        !pp_i_tree_in(tree, verb, "say add announce declare tell claim report note warn")) {
        return false;
    }
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t tag = tree->tokens[child].tag;
        uint8_t relation = tree->tokens[child].relation;
        bool clause = relation == PP_REL_ADVCL || relation == PP_REL_XCOMP ||
                      relation == PP_REL_PARATAXIS || relation == PP_REL_OBJ ||
                      relation == PP_REL_DEP || relation == PP_REL_ACL;
        if (child > verb && clause &&
            (tag == PP_TAG_VERB || pp_i_tree_child(tree, child, PP_REL_COP) != PP_NO_HEAD)) {
            return fill(find, phrase(tree, verb, child), child, PP_FRAME_CLAUSE);
        }
    }
    return false;
}

static bool fill_clause(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t verb, pp_i_find *find)
{
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        bool stray = child < verb && tree->tokens[child].tag != PP_TAG_VERB &&
                     pp_i_tree_child(tree, child, PP_REL_NSUBJ) == PP_NO_HEAD &&
                     pp_i_tree_child(tree, child, PP_REL_COP) == PP_NO_HEAD;
        stray = stray || (child < verb && pp_i_token_ends(&tree->tokens[child], "ing") &&
                          pp_i_tree_child(tree, child, PP_REL_AUX) == PP_NO_HEAD);
        stray =
            stray || (child > verb && pp_i_tree_in(tree, pp_i_tree_child(tree, child, PP_REL_MARK),
                                                   "because although")); /* a reason */
        if (tree->tokens[child].relation == PP_REL_CCOMP && !stray &&
            (child < verb || !has_to(tree, child) ||
             pp_i_tree_child(tree, child, PP_REL_NSUBJ) != PP_NO_HEAD)) {
            return fill(find, phrase(tree, verb, child), child, PP_FRAME_CLAUSE);
        }
    }
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    if (object != PP_NO_HEAD && tree->tokens[object].tag == PP_TAG_VERB) {
        return fill(find, phrase(tree, verb, object), object, PP_FRAME_CLAUSE);
    }
    if (fill_inverted(tree, verb, find)) {
        return true;
    }
    uint32_t aside = pp_i_tree_child(tree, verb, PP_REL_PARATAXIS);
    bool another = pp_i_tree_in(tree, aside, "say add write tell warn report announce") &&
                   pp_i_tree_child(tree, aside, PP_REL_NSUBJ) != PP_NO_HEAD;
    if ((cue->frames & PP_FRAME_REFINE) != 0 && aside != PP_NO_HEAD && !another) {
        return fill(find, phrase(tree, verb, aside), aside, PP_FRAME_CLAUSE);
    }
    return fill_loose(tree, cue, verb, find);
}

/* The noun of "the plan that it rejects", "a plan rejected by": what a relative clause is about. */
static uint32_t relative_object(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t at = verb;
    for (int steps = 0; steps < 4 && at < tree->count; steps++) {
        if (tree->tokens[at].relation == PP_REL_ACL) {
            return tree->tokens[at].head;
        }
        if (tree->tokens[at].relation != PP_REL_XCOMP && tree->tokens[at].relation != PP_REL_CONJ) {
            break;
        }
        at = tree->tokens[at].head;
    }
    return PP_NO_HEAD;
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
        if (thing && loose && tree->start[child] == verb + 1 &&
            pp_i_tree_case(tree, child) == PP_NO_HEAD &&
            !pp_i_tree_in(tree, child, PP_TIME_NOUNS)) {
            return child;
        }
    }
    return PP_NO_HEAD;
}

static bool fill_object(const pp_i_tree *tree, uint32_t verb, pp_i_find *find)
{
    if (pp_i_tree_is_passive(tree, verb)) {
        uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
        bool relative = pp_i_tree_in(tree, subject, "that which who");
        if (subject != PP_NO_HEAD && !relative) {
            return fill(find, phrase(tree, verb, subject), subject, PP_FRAME_OBJECT);
        }
        uint32_t noun = relative_object(tree, verb);
        return noun < verb &&
               fill(find, phrase(tree, tree->start[verb], noun), noun, PP_FRAME_OBJECT);
    }
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    if (object != PP_NO_HEAD && pp_i_lost_verb_subject(tree, object) != PP_NO_HEAD) {
        return false; /* what it made, another statement says */
    }
    if (object == PP_NO_HEAD && tree->tokens[verb].tag == PP_TAG_NOUN) {
        return fill(find, pp_i_range_trim(tree, (pp_i_range){verb + 1, tree->end[verb]}), verb + 1,
                    PP_FRAME_OBJECT); /* a verb taken for a noun: whatever follows */
    }
    object = object == PP_NO_HEAD ? loose_object(tree, verb) : object;
    if (object == PP_NO_HEAD && pp_i_tree_child(tree, verb, PP_REL_CCOMP) == PP_NO_HEAD) {
        uint32_t noun = relative_object(tree, verb);
        bool own = pp_i_tree_child(tree, verb, PP_REL_NSUBJ) != PP_NO_HEAD &&
                   !pp_i_tree_in(tree, pp_i_tree_child(tree, verb, PP_REL_NSUBJ), "that which who");
        return own && noun < verb &&
               fill(find, phrase(tree, tree->start[verb], noun), noun, PP_FRAME_OBJECT);
    }
    if (object == PP_NO_HEAD || tree->tokens[object].tag == PP_TAG_VERB) {
        return false;
    }
    if (pp_i_tree_in(tree, object, "which that whom") && object < verb) {
        uint32_t noun = relative_object(tree, verb);
        return noun < object &&
               fill(find, phrase(tree, tree->start[verb], noun), noun, PP_FRAME_OBJECT);
    }
    for (uint32_t child = tree->next_sibling[object]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        bool second = tree->tokens[child].relation == PP_REL_OBJ && child > verb &&
                      tree->start[child] == tree->end[object];
        object = second ? child : object; /* "offered the tenants a discount" */
    }
    return fill(find, phrase(tree, verb, object), object, PP_FRAME_OBJECT);
}

static bool fill_behind(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t head, pp_i_find *find)
{
    uint32_t noun = pp_i_tree_behind(tree, head, cue->prepositions);
    if (noun == PP_NO_HEAD || noun < head) {
        /* the preposition itself stands behind the cue, whatever the parse hangs it on */
        uint32_t at = head + 1;
        while (at < tree->count && at < head + 3 && tree->tokens[at].tag == PP_TAG_ADV) {
            at++;
        }
        bool stands = at + 1 < tree->count && pp_i_tree_in(tree, at, cue->prepositions) &&
                      tree->tokens[at].relation != PP_REL_MARK;
        noun = stands ? tree->tokens[at].head : PP_NO_HEAD;
        if (noun >= tree->count || noun <= at) {
            return false;
        }
        if (is_time(tree, noun)) {
            return false; /* "argued for hours" */
        }
        find->cue.end = at + 1;
        return fill(find, pp_i_range_trim(tree, (pp_i_range){at + 1, tree->end[noun]}), noun,
                    PP_FRAME_BEHIND);
    }
    if (is_time(tree, noun)) {
        return false; /* "argued for hours" */
    }
    uint32_t preposition = pp_i_tree_case(tree, noun);
    pp_i_range content = phrase(tree, head, noun);
    if (preposition >= content.start && preposition < content.end) {
        content.start = preposition + 1;
    }
    if (preposition < head + 3) {
        find->cue.end = preposition + 1 > find->cue.end ? preposition + 1 : find->cue.end;
    }
    return fill(find, pp_i_range_trim(tree, content), noun, PP_FRAME_BEHIND);
}

/* "urged the company to accept", "called on Y to accept". */
static bool fill_urged(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t verb, pp_i_find *find)
{
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    bool behind = false;
    if (object == PP_NO_HEAD && cue->prepositions != NULL) {
        object = pp_i_tree_behind(tree, verb, cue->prepositions);
        behind = true;
    }
    object = object == PP_NO_HEAD ? pp_i_tree_child(tree, verb, PP_REL_IOBJ) : object;
    if (object == PP_NO_HEAD || object < verb) {
        return false;
    }
    uint32_t to = infinitive_of(tree, verb, true);
    to = to == PP_NO_HEAD ? infinitive_of(tree, object, true) : to;
    if (to == PP_NO_HEAD || to < object) {
        return false;
    }
    uint32_t start = tree->start[object];
    if (behind && pp_i_tree_case(tree, object) != PP_NO_HEAD) {
        start = pp_i_tree_case(tree, object) + 1;
    }
    return fill(find, pp_i_range_trim(tree, (pp_i_range){start, tree->end[to]}), to, PP_FRAME_URGE);
}

/* What something is called where the lexicon does not know the word: "described it as a circus",
 * "called it \"theatre\""; PP_NO_HEAD where nothing is called anything. */
static uint32_t called_word(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    bool object = pp_i_tree_child(tree, verb, PP_REL_OBJ) != PP_NO_HEAD;
    bool describes = pp_i_tree_in(tree, verb,
                                  "describe characterize characterise portray depict label "
                                  "brand");
    if (!object || (!describes && !pp_i_tree_in(tree, verb, "call label brand dub term"))) {
        return PP_NO_HEAD;
    }
    for (uint32_t i = verb + 2; i < tree->count; i++) {
        uint8_t tag = tree->tokens[i].tag;
        bool word = tag == PP_TAG_ADJ || tag == PP_TAG_NOUN || tag == PP_TAG_VERB;
        bool as = describes && pp_i_tree_in(tree, i, "as");
        bool quoted = !describes && scene->quoted[i] != 0 && word;
        if (quoted) {
            return i;
        }
        if (as && i + 1 < tree->count) {
            for (uint32_t k = i + 1; k < tree->count && tree->tokens[k].tag != PP_TAG_PUNCT; k++) {
                if (tree->tokens[k].tag == PP_TAG_ADJ || tree->tokens[k].tag == PP_TAG_NOUN ||
                    tree->tokens[k].tag == PP_TAG_VERB) {
                    return k;
                }
            }
        }
        if (tag == PP_TAG_PUNCT && scene->quoted[i] == 0 && i + 1 < tree->count &&
            scene->quoted[i + 1] == 0) {
            break;
        }
    }
    return PP_NO_HEAD;
}

/* "described the aim as impractical", "called it an insult", "which it called unacceptable". */
static bool fill_judged(const pp_i_scene *scene, uint32_t verb, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t judging = PP_NO_HEAD;
    for (uint32_t i = verb + 1; i < tree->count && judging == PP_NO_HEAD; i++) {
        const pp_i_token *token = &tree->tokens[i];
        if (token->tag == PP_TAG_PUNCT && i >= tree->end[verb]) {
            break; /* the parse may end too early, the clause does not */
        }
        bool below = token->head < tree->count && i > verb;
        bool shape =
            token->tag == PP_TAG_ADJ || token->tag == PP_TAG_NOUN || token->tag == PP_TAG_VERB;
        bool as = pp_i_tree_in(tree, pp_i_tree_case(tree, i), "as");
        bool direct = token->head == verb &&
                      (token->relation == PP_REL_XCOMP || token->relation == PP_REL_OBJ ||
                       token->relation == PP_REL_CCOMP || token->relation == PP_REL_AMOD);
        if (below && shape && (as || direct) &&
            pp_i_cues_judging(scene->cues, token->lemma) != NULL) {
            judging = i;
        }
    }
    if (judging == PP_NO_HEAD) {
        judging = called_word(scene, verb);
    }
    if (judging == PP_NO_HEAD) {
        return false;
    }
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    uint32_t noun = relative_object(tree, verb);
    uint32_t start = verb + 1;
    if (pp_i_tree_is_passive(tree, verb) &&
        pp_i_tree_child(tree, verb, PP_REL_NSUBJ) != PP_NO_HEAD) {
        object = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
    }
    if (object != PP_NO_HEAD && object != judging) {
        start = tree->start[object];
    } else if (noun < verb) {
        start = tree->start[noun];
    }
    uint32_t end = tree->end[judging];
    while (end < tree->count && scene->quoted[judging] != 0 &&
           scene->quoted[end] == scene->quoted[judging]) {
        end++;
    }
    pp_i_range content = {start, end};
    if (object == PP_NO_HEAD && noun < verb) {
        content = phrase(tree, tree->start[verb], noun); /* "a plan that the mayor called unfair" */
    }
    return fill(find, pp_i_range_trim(tree, content), judging, PP_FRAME_JUDGE);
}

static uint32_t bare_start(const pp_i_tree *tree, uint32_t subject)
{
    uint32_t start = subject;
    while (start > tree->start[subject] && tree->tokens[start - 1].tag != PP_TAG_PUNCT &&
           tree->tokens[start - 1].tag != PP_TAG_CCONJ) {
        start--;
    }
    return start;
}

/* "both parties have accepted": nothing behind it; the clause itself, which points back. */
static bool fill_bare(const pp_i_tree *tree, uint32_t verb, pp_i_find *find)
{
    uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
    bool last = verb + 1 >= tree->count || tree->tokens[verb + 1].tag == PP_TAG_PUNCT;
    return last && subject < verb && !pp_i_tree_is_passive(tree, verb) &&
           fill(find, (pp_i_range){bare_start(tree, subject), verb + 1}, verb, PP_FRAME_BARE);
}

bool pp_i_frame_verb(const pp_i_scene *scene, const pp_i_cue *cue, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t verb = find->cue_head;
    uint32_t clause = PP_NO_HEAD;
    find->cue = pp_i_verb_words(tree, verb);
    if ((cue->frames & PP_FRAME_URGE) != 0 && fill_urged(tree, cue, verb, find)) {
        return true;
    }
    if ((cue->frames & PP_FRAME_JUDGE) != 0) {
        return fill_judged(scene, verb, find);
    }
    if ((cue->frames & PP_FRAME_INFINITIVE) != 0) {
        clause = infinitive_of(tree, verb, pp_i_tree_child(tree, verb, PP_REL_OBJ) == PP_NO_HEAD);
        if (clause != PP_NO_HEAD &&
            fill(find, phrase(tree, verb, clause), clause, PP_FRAME_INFINITIVE)) {
            return true;
        }
        if (clause == PP_NO_HEAD && fill_bare_infinitive(tree, verb, find)) {
            return true;
        }
    }
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    bool takes_thing =
        cue->act == PP_ACT_SUPPORTS || cue->act == PP_ACT_REJECTS || cue->act == PP_ACT_ACCEPTS;
    if (takes_thing && (cue->frames & PP_FRAME_OBJECT) != 0 && object < tree->count &&
        tree->start[object] == verb + 1 && fill_object(tree, verb, find)) {
        return true;
    }
    if ((cue->frames & PP_FRAME_CLAUSE) != 0 && fill_clause(tree, cue, verb, find)) {
        return true;
    }
    if ((cue->frames & PP_FRAME_GERUND) != 0) {
        clause = gerund_of(tree, verb);
        if (clause != PP_NO_HEAD &&
            fill(find, phrase(tree, verb, clause), clause, PP_FRAME_GERUND)) {
            return true;
        }
    }
    if ((cue->frames & PP_FRAME_OBJECT) != 0 && fill_object(tree, verb, find)) {
        return true;
    }
    if ((cue->frames & PP_FRAME_BEHIND) != 0 && fill_behind(tree, cue, verb, find)) {
        return true;
    }
    return (cue->frames & PP_FRAME_BARE) != 0 && fill_bare(tree, verb, find);
}

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

static bool frame_noun(const pp_i_scene *scene, const pp_i_cue *cue, uint32_t carrier,
                       pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t noun = find->cue_head;
    find->cue = cue_words(tree, noun, carrier);
    if ((cue->frames & PP_FRAME_INFINITIVE) != 0) {
        uint32_t clause = infinitive_of(tree, noun, true);
        if (clause != PP_NO_HEAD) {
            return fill(find, phrase(tree, noun, clause), clause, PP_FRAME_INFINITIVE);
        }
    }
    if ((cue->frames & PP_FRAME_CLAUSE) != 0) {
        uint32_t clause = pp_i_tree_child(tree, noun, PP_REL_CCOMP);
        clause = clause == PP_NO_HEAD ? pp_i_tree_child(tree, noun, PP_REL_ACL) : clause;
        if (clause != PP_NO_HEAD && clause > noun &&
            pp_i_tree_in(tree, tree->start[clause], "that")) {
            return fill(find, phrase(tree, noun, clause), clause, PP_FRAME_CLAUSE);
        }
    }
    for (uint32_t i = noun + 1; (cue->frames & PP_FRAME_CLAUSE) != 0 && i <= noun + 2; i++) {
        bool skip = pp_i_tree_in(tree, i, PP_TIME_NOUNS) || pp_i_tree_is(tree, i, "be");
        if (pp_i_tree_is(tree, i, "that") && i + 3 < tree->count) {
            return fill(find, pp_i_range_trim(tree, (pp_i_range){i + 1, tree->count}), i + 1,
                        PP_FRAME_CLAUSE);
        }
        if (!skip) {
            break;
        }
    }
    if ((cue->frames & PP_FRAME_BEHIND) == 0) {
        return false;
    }
    if (fill_behind(tree, cue, noun, find)) {
        return true;
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
            return fill(find, pp_i_range_trim(tree, (pp_i_range){i + 1, end}), i + 1,
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
        find->content = extend(&scene->tree, carrier, find->content);
    }
    return true;
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
        uint32_t clause = infinitive_of(tree, adjective, true);
        if (clause != PP_NO_HEAD) {
            return fill(find, phrase(tree, adjective, clause), clause, PP_FRAME_INFINITIVE);
        }
        if (fill_bare_infinitive(tree, adjective, find)) {
            return true;
        }
    }
    if ((cue->frames & PP_FRAME_CLAUSE) != 0) {
        uint32_t clause = pp_i_tree_child(tree, adjective, PP_REL_CCOMP);
        if (clause == PP_NO_HEAD && carrier != PP_NO_HEAD) {
            clause = pp_i_tree_child(tree, carrier, PP_REL_CCOMP);
        }
        if (clause != PP_NO_HEAD && clause > adjective) {
            return fill(find, phrase(tree, adjective, clause), clause, PP_FRAME_CLAUSE);
        }
    }
    return (cue->frames & PP_FRAME_BEHIND) != 0 && fill_behind(tree, cue, adjective, find);
}
