/* frame_words.c: what is said behind a preposition, and of what is called something; see
 * frame_parts.h. */
#include "reading/frame_parts.h"

/* "argued for hours", but not "asked for a year". */
static bool is_duration(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t noun)
{
    bool wanted = (cue->act == PP_ACT_ASKS || cue->act == PP_ACT_DEMANDS) &&
                  pp_i_tree_in(tree, tree->start[noun] + 1, "a an another more");
    return pp_i_frame_is_time(tree, noun) && !wanted;
}

/* The first word behind one of the prepositions that does not say when: "agreed on Tuesday to". */
static uint32_t behind_but_time(const pp_i_tree *tree, uint32_t head, const char *prepositions)
{
    uint32_t first = pp_i_tree_behind(tree, head, prepositions);
    for (uint32_t child = first; child != PP_NO_HEAD; child = tree->next_sibling[child]) {
        bool own = pp_i_tree_is(tree, child, "own"); /* "have fears of their own about" */
        if (!pp_i_frame_is_time(tree, child) && !own && child > head &&
            pp_i_tree_in(tree, pp_i_tree_case(tree, child), prepositions)) {
            return child;
        }
        uint32_t below = pp_i_tree_behind(tree, child, prepositions); /* "called for years for" */
        if (pp_i_frame_is_time(tree, child) && child > head && below != PP_NO_HEAD) {
            return below;
        }
    }
    return first;
}

/* "a hint from which X was quick to distance himself", "an idea about which Y has doubts": the noun
 * that "which" stands for, behind one of the prepositions, or PP_NO_HEAD. */
static uint32_t relative_gap(const pp_i_tree *tree, const char *prepositions, uint32_t head)
{
    uint32_t at = head;
    for (int steps = 0; steps < 4 && at < tree->count; steps++) {
        for (uint32_t child = tree->first_child[at]; child < head;
             child = tree->next_sibling[child]) {
            if (pp_i_tree_in(tree, child, "which whom") && child > 0 &&
                pp_i_tree_in(tree, child - 1, prepositions)) {
                uint32_t noun = pp_i_frame_relative_object(tree, at);
                return noun < child ? noun : PP_NO_HEAD;
            }
        }
        uint8_t relation = tree->tokens[at].relation;
        if (relation != PP_REL_XCOMP && relation != PP_REL_OBJ) {
            break;
        }
        at = tree->tokens[at].head;
    }
    return PP_NO_HEAD;
}

bool pp_i_frame_fill_behind(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t head,
                            pp_i_find *find)
{
    uint32_t gap = relative_gap(tree, cue->prepositions, head);
    if (gap != PP_NO_HEAD) {
        return pp_i_frame_fill(find, pp_i_frame_phrase(tree, pp_i_frame_gap_start(tree, head), gap),
                               gap, PP_FRAME_BEHIND);
    }
    uint32_t noun = behind_but_time(tree, head, cue->prepositions);
    if (noun == PP_NO_HEAD || noun < head) {
        /* the preposition itself stands behind the cue, whatever the parse hangs it on */
        uint32_t at = pp_i_particle(tree, head) == head + 1 ? head + 2 : head + 1;
        while (at < tree->count && at < head + 3 && tree->tokens[at].tag == PP_TAG_ADV) {
            at++;
        }
        uint32_t above = at < tree->count ? tree->tokens[at].head : PP_NO_HEAD;
        bool gerund = above < tree->count && pp_i_token_ends(&tree->tokens[above], "ing");
        bool stands = at + 1 < tree->count && pp_i_tree_in(tree, at, cue->prepositions) &&
                      (tree->tokens[at].relation != PP_REL_MARK || gerund) &&
                      tree->tokens[at].relation != PP_REL_NSUBJ; /* "promises that were broken" */
        noun = stands ? tree->tokens[at].head : PP_NO_HEAD;
        if (noun >= tree->count || noun <= at) {
            return false;
        }
        if (is_duration(tree, cue, noun)) {
            return false;
        }
        find->cue.end = at + 1;
        return pp_i_frame_fill(find, pp_i_range_trim(tree, (pp_i_range){at + 1, tree->end[noun]}),
                               noun, PP_FRAME_BEHIND);
    }
    if (is_duration(tree, cue, noun)) {
        return false;
    }
    uint32_t preposition = pp_i_tree_case(tree, noun);
    pp_i_range content = pp_i_frame_phrase(tree, head, noun);
    if (preposition >= content.start && preposition < content.end) {
        content.start = preposition + 1;
    }
    if (preposition < head + 3) {
        find->cue.end = preposition + 1 > find->cue.end ? preposition + 1 : find->cue.end;
    }
    return pp_i_frame_fill(find, pp_i_range_trim(tree, content), noun, PP_FRAME_BEHIND);
}

bool pp_i_frame_fill_urged(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t verb,
                           pp_i_find *find)
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
    uint32_t to = pp_i_frame_infinitive_of(tree, verb, true);
    to = to == PP_NO_HEAD ? pp_i_frame_infinitive_of(tree, object, true) : to;
    uint32_t behind_object = tree->end[object];
    if (to == PP_NO_HEAD && !behind && behind_object + 2 < tree->count &&
        pp_i_tree_is(tree, behind_object, "to") &&
        (tree->tokens[behind_object + 1].tag == PP_TAG_NOUN ||
         tree->tokens[behind_object + 1].tag == PP_TAG_VERB) &&
        pp_i_text_equal(tree->tokens[behind_object + 1].form,
                        tree->tokens[behind_object + 1].lemma)) {
        uint32_t end = behind_object + 1; /* "asked the court to halt work", taken for things */
        while (end < tree->count && tree->tokens[end].tag != PP_TAG_PUNCT) {
            end++;
        }
        return pp_i_frame_fill(find, (pp_i_range){tree->start[object], end}, behind_object + 1,
                               PP_FRAME_URGE);
    }
    if (to == PP_NO_HEAD || to < object) {
        return false;
    }
    uint32_t start = tree->start[object];
    if (behind && pp_i_tree_case(tree, object) != PP_NO_HEAD) {
        start = pp_i_tree_case(tree, object) + 1;
    }
    return pp_i_frame_fill(find, pp_i_range_trim(tree, (pp_i_range){start, tree->end[to]}), to,
                           PP_FRAME_URGE);
}

/* What something is called where the lexicon does not know the word: "described it as a circus",
 * "called it \"theatre\""; PP_NO_HEAD where nothing is called anything. */
static uint32_t called_word(const pp_i_scene *scene, uint32_t verb)
{
    const pp_i_tree *tree = &scene->tree;
    bool object =
        pp_i_tree_child(tree, verb, PP_REL_OBJ) != PP_NO_HEAD ||
        pp_i_frame_relative_object(tree, verb) < verb ||
        (pp_i_tree_is_passive(tree, verb) && pp_i_tree_child(tree, verb, PP_REL_NSUBJ) < verb);
    bool describes = pp_i_tree_in(tree, verb,
                                  "describe characterize characterise portray depict label "
                                  "brand frame cast see view regard treat perceive");
    bool judges = pp_i_tree_in(tree, verb, "consider deem judge");
    for (uint32_t i = verb + 2; object && i + 1 < tree->count && i < verb + 9; i++) {
        bool quality =
            tree->tokens[i + 1].tag == PP_TAG_ADJ || tree->tokens[i + 1].tag == PP_TAG_ADV;
        bool found = pp_i_tree_is(tree, i, "too") && quality &&
                     pp_i_tree_in(tree, verb, "find think consider deem judge call");
        if (found) {
            return i + 1; /* "found the delay too long" */
        }
    }
    if (!object ||
        (!describes && !judges && !pp_i_tree_in(tree, verb, "call label brand dub term"))) {
        return PP_NO_HEAD;
    }
    uint32_t second = pp_i_tree_child(tree, verb, PP_REL_XCOMP); /* "called it a drop" */
    if (judges && second > verb + 1 &&
        (pp_i_tree_tagged(tree, second, PP_TAG_NOUN) ||
         pp_i_tree_tagged(tree, second, PP_TAG_ADJ))) {
        return second;
    }
    uint32_t whom = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    for (uint32_t i = whom; pp_i_tree_in(tree, whom, "whom which that who") && i != PP_NO_HEAD;
         i = tree->next_sibling[i]) {
        if (i > verb && tree->tokens[i].relation == PP_REL_OBJ) {
            return i; /* "three commanders whom X considers traitors" */
        }
    }
    if (!describes && second > verb + 1 && pp_i_tree_tagged(tree, second, PP_TAG_NOUN)) {
        return second;
    }
    uint32_t thing = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    for (uint32_t i = thing + 1; !describes && thing > verb && i < tree->count && i < thing + 8;
         i++) { /* "calls the closure a blockade" */
        uint8_t tag = tree->tokens[i].tag, relation = tree->tokens[i].relation;
        bool named = (tag == PP_TAG_NOUN || tag == PP_TAG_ADJ) && tree->tokens[i].head == verb &&
                     (relation == PP_REL_OBJ || relation == PP_REL_OBL) &&
                     pp_i_tree_child(tree, i, PP_REL_DET) < i &&
                     pp_i_tree_case(tree, i) == PP_NO_HEAD && !pp_i_frame_is_time(tree, i);
        if (named) {
            return i;
        }
        if (tag == PP_TAG_PUNCT) {
            break;
        }
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
            for (uint32_t k = i + 1; k < tree->count; k++) {
                bool opens = tree->tokens[k].tag == PP_TAG_PUNCT && k + 1 < tree->count &&
                             scene->quoted[k + 1] != 0; /* as a "halfway house" */
                if (tree->tokens[k].tag == PP_TAG_PUNCT && !opens) {
                    break;
                }
                if (tree->tokens[k].tag == PP_TAG_ADJ || tree->tokens[k].tag == PP_TAG_NOUN ||
                    tree->tokens[k].tag == PP_TAG_VERB) {
                    return k;
                }
            }
        }
        if (tag == PP_TAG_PUNCT && scene->quoted[i] == 0 && i + 1 < tree->count &&
            scene->quoted[i + 1] == 0 && !pp_i_text_is(tree->tokens[i].form, "-")) {
            break;
        }
    }
    return PP_NO_HEAD;
}

/* Does the word hang on another verb below this one: "found that X described it as a threat"? */
static bool other_verb_above(const pp_i_tree *tree, uint32_t token, uint32_t verb)
{
    uint32_t at = tree->tokens[token].head;
    for (int steps = 0; steps < 6 && at < tree->count && at != verb; steps++) {
        if (tree->tokens[at].tag == PP_TAG_VERB && at > verb) {
            return true;
        }
        at = tree->tokens[at].head;
    }
    return false;
}

/* "finds the passage "harsh"": the first word in quotation marks, which the parse hung on the
 * thing. */
static bool opens_quotation(const pp_i_scene *scene, uint32_t verb, uint32_t token)
{
    const pp_i_tree *tree = &scene->tree;
    bool first = token > verb + 2 && scene->quoted[token] != 0 && scene->quoted[verb] == 0 &&
                 tree->tokens[token - 1].tag == PP_TAG_PUNCT;
    return first && tree->tokens[token].tag == PP_TAG_ADJ &&
           pp_i_tree_in(tree, verb, "find consider call deem think judge brand label") &&
           pp_i_tree_child(tree, verb, PP_REL_OBJ) < token &&
           pp_i_tree_child(tree, verb, PP_REL_OBJ) > verb;
}

/* "characterized the goal as unattainable": what stands before the "as" of the verb is judged. */
static bool judges_as(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    bool describes = pp_i_tree_in(tree, verb,
                                  "describe characterize characterise portray depict regard see "
                                  "view cast frame treat perceive");
    if (!describes || object >= tree->count || object < verb) {
        return false;
    }
    for (uint32_t i = object + 1; i < tree->end[verb]; i++) {
        uint32_t word = tree->tokens[i].head;
        if (pp_i_tree_is(tree, i, "as") && word < tree->count && tree->tokens[word].head == verb) {
            return true;
        }
    }
    return false;
}

const pp_i_judging *pp_i_frame_judging(const pp_i_scene *scene, uint32_t token)
{
    const pp_i_token *word = &scene->tree.tokens[token];
    const pp_i_judging *judging = pp_i_cues_judging(scene->cues, word->lemma);
    bool participle = judging == NULL && word->tag == PP_TAG_VERB; /* "as legally flawed" */
    return participle ? pp_i_cues_judging(scene->cues, word->form) : judging;
}

bool pp_i_frame_fill_judged(const pp_i_scene *scene, uint32_t verb, pp_i_find *find)
{
    const pp_i_tree *tree = &scene->tree;
    uint32_t judging = PP_NO_HEAD;
    bool judged = judges_as(tree, verb);
    for (uint32_t i = verb + 1; i < tree->count && judging == PP_NO_HEAD; i++) {
        const pp_i_token *token = &tree->tokens[i];
        if (token->tag == PP_TAG_PUNCT && i >= tree->end[verb]) {
            break; /* the parse may end too early, the clause does not */
        }
        bool finite = token->tag == PP_TAG_VERB && token->relation == PP_REL_CCOMP;
        bool shape = token->tag == PP_TAG_ADJ || token->tag == PP_TAG_NOUN ||
                     pp_i_text_is(token->form, "null") ||
                     (token->tag == PP_TAG_VERB && !finite); /* "found that it breached the law" */
        if (!shape || token->head >= tree->count || other_verb_above(tree, i, verb)) {
            continue;
        }
        bool as = pp_i_tree_in(tree, pp_i_tree_case(tree, i), "as");
        uint32_t joined = pp_i_tree_child(tree, i, PP_REL_CONJ);
        if (as && pp_i_frame_judging(scene, i) == NULL && joined > i && joined < tree->count &&
            token->tag == PP_TAG_ADJ && pp_i_frame_judging(scene, joined) != NULL) {
            judging = joined; /* "as uncoordinated and unhelpful" */
            break;
        }
        bool line = pp_i_tree_is(tree, i, "line") && pp_i_tree_child_in(tree, i, "red") < i;
        bool direct = token->head == verb &&
                      (token->relation == PP_REL_XCOMP || token->relation == PP_REL_OBJ ||
                       token->relation == PP_REL_CCOMP || token->relation == PP_REL_AMOD ||
                       (line && token->relation == PP_REL_OBL));
        bool other_line = pp_i_tree_is(tree, i, "line") && !line;
        direct = direct && (token->relation != PP_REL_OBJ || !judged);
        bool too = direct && token->tag == PP_TAG_ADJ && pp_i_tree_is(tree, i - 1, "too") &&
                   pp_i_tree_in(tree, verb, "find think consider deem judge");
        if (too || /* "which it found too short" */
            ((as || direct) && !other_line && pp_i_frame_judging(scene, i) != NULL)) {
            judging = i;
        } else if (opens_quotation(scene, verb, i)) {
            judging = i;
        } else if (as) { /* "as the only acceptable forum" */
            uint32_t adjective = pp_i_tree_child(tree, i, PP_REL_AMOD);
            for (uint32_t k = adjective; k < i && judging == PP_NO_HEAD;
                 k = tree->next_sibling[k]) {
                bool judges = tree->tokens[k].tag == PP_TAG_ADJ &&
                              pp_i_cues_judging(scene->cues, tree->tokens[k].lemma) != NULL;
                judging = judges ? k : PP_NO_HEAD;
            }
        }
    }
    if (judging == PP_NO_HEAD) {
        judging = called_word(scene, verb);
    }
    if (judging == PP_NO_HEAD) {
        return false;
    }
    uint32_t object = pp_i_tree_child(tree, verb, PP_REL_OBJ);
    uint32_t noun = pp_i_frame_relative_object(tree, verb);
    uint32_t start = verb + 1;
    if (pp_i_tree_is_passive(tree, verb) &&
        pp_i_tree_child(tree, verb, PP_REL_NSUBJ) != PP_NO_HEAD) {
        object = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
        uint32_t agent = pp_i_tree_agent(tree, verb);
        agent = agent < tree->count ? agent : pp_i_tree_behind(tree, verb, "in");
        if (agent < tree->count && object < verb && !pp_i_tree_in(tree, object, "that which")) {
            return pp_i_frame_fill(find, pp_i_frame_phrase(tree, verb, object), judging,
                                   PP_FRAME_JUDGE); /* "was described by X as premature" */
        }
    }
    bool gap = object < verb && pp_i_tree_in(tree, object, "which that whom") && noun < object;
    object = gap ? PP_NO_HEAD : object; /* "a vote, which X considers unnecessary" */
    if (object != PP_NO_HEAD && object != judging) {
        start = tree->start[object];
    } else if (noun < verb) {
        start = tree->start[noun];
    }
    bool attribute = tree->tokens[judging].relation == PP_REL_AMOD;
    uint32_t end = tree->end[attribute ? tree->tokens[judging].head : judging];
    while (end < tree->count && scene->quoted[judging] != 0 &&
           scene->quoted[end] == scene->quoted[judging]) {
        end++;
    }
    pp_i_range content = {start, end};
    if (object == PP_NO_HEAD && noun < verb) {
        content = pp_i_frame_phrase(tree, pp_i_frame_gap_start(tree, verb),
                                    noun); /* "a plan that the mayor called unfair" */
        find->judged = pp_i_range_trim(tree, (pp_i_range){judging, end});
    }
    return pp_i_frame_fill(find, pp_i_range_trim(tree, content), judging, PP_FRAME_JUDGE);
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

bool pp_i_frame_fill_bare(const pp_i_tree *tree, uint32_t verb, pp_i_find *find)
{
    uint32_t subject = pp_i_tree_child(tree, verb, PP_REL_NSUBJ);
    uint32_t particle = pp_i_particle(tree, verb);
    uint32_t next = verb + 1 + (particle == verb + 1); /* "said no" */
    while (next < tree->count &&                       /* "accepted on Monday", "agreed and paid" */
           (pp_i_frame_is_time(tree, next) ||
            (pp_i_tree_is(tree, next, "on") && pp_i_frame_is_time(tree, next + 1)))) {
        next++;
    }
    bool last = next >= tree->count || tree->tokens[next].tag == PP_TAG_PUNCT ||
                tree->tokens[next].tag == PP_TAG_CCONJ || pp_i_tree_in(tree, next, "while whereas");
    bool relative = tree->tokens[verb].relation == PP_REL_ACL; /* "a call to which Y has agreed" */
    return last && !relative && subject < verb && !pp_i_tree_is_passive(tree, verb) &&
           pp_i_frame_fill(
               find, (pp_i_range){bare_start(tree, subject), verb + 1 + (particle == verb + 1)},
               verb, PP_FRAME_BARE);
}
