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
                         "clear on")) {
            return child;
        }
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
static pp_i_range extend(const pp_i_tree *tree, uint32_t cue, pp_i_range range)
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
            bool term = time && pp_i_tree_in(tree, pp_i_tree_case(tree, child), /* how long */
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
        range = extend(tree, cue, range);
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
                              "rebut refute resist repeat make share raise voice");
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
        pp_i_tree_in(tree, carrier, "centre center focus concern turn")) {
        uint32_t object = pp_i_tree_behind(tree, carrier, "on around");
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
        find->content = extend(&scene->tree, carrier, find->content);
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
