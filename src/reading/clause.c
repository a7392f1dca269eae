/*
 * clause.c: asking the parse of one sentence; see clause.h.
 */
#include "reading/clause.h"

enum {
    CLAUSE_CLIMB_MAX = 16, /* clauses above one another in which a subject is looked for */
    AGENT_REACH = 5        /* words behind a passive among which "by" stands */
};

static void tree_link(pp_i_tree *tree)
{
    for (uint32_t i = tree->count; i-- > 0;) {
        uint32_t head = tree->tokens[i].head;
        tree->start[i] = i;
        tree->end[i] = i + 1;
        if (head < tree->count && head != i) {
            tree->next_sibling[i] = tree->first_child[head];
            tree->first_child[head] = i;
        }
    }
}

/* Widens each word's range over its heads; bounded, since a word has at most `count` heads. */
static void tree_widen(pp_i_tree *tree)
{
    for (uint32_t i = 0; i < tree->count; i++) {
        uint32_t head = tree->tokens[i].head;
        for (uint32_t steps = 0; head < tree->count && steps < tree->count; steps++) {
            if (tree->start[head] <= i && tree->end[head] > i) {
                /* All above hold it already, unless they were narrowed, which nothing does. */
                break;
            }
            tree->start[head] = i < tree->start[head] ? i : tree->start[head];
            tree->end[head] = i + 1 > tree->end[head] ? i + 1 : tree->end[head];
            head = tree->tokens[head].head;
        }
    }
}

bool pp_i_tree_make(const pp_i_sentence *sentence, pp_i_arena *arena, pp_i_tree *tree)
{
    uint32_t count = (uint32_t)sentence->token_count;
    uint32_t *room = PP_NEW_ARRAY(arena, uint32_t, (size_t)count * 4);
    if (room == NULL) {
        return false;
    }
    *tree = (pp_i_tree){.tokens = sentence->tokens,
                        .count = count,
                        .first_child = room,
                        .next_sibling = room + count,
                        .start = room + (size_t)count * 2,
                        .end = room + (size_t)count * 3};
    for (uint32_t i = 0; i < count; i++) {
        tree->first_child[i] = tree->next_sibling[i] = PP_NO_HEAD;
    }
    tree_link(tree);
    tree_widen(tree);
    return true;
}

bool pp_i_token_ends(const pp_i_token *token, const char *ending)
{
    size_t length = strlen(ending);
    if (token->form.length < length) {
        return false;
    }
    const char *at = token->form.data + token->form.length - length;
    for (size_t i = 0; i < length; i++) {
        char byte = at[i] >= 'A' && at[i] <= 'Z' ? (char)(at[i] - 'A' + 'a') : at[i];
        if (byte != ending[i]) {
            return false;
        }
    }
    return true;
}

uint32_t pp_i_tree_child(const pp_i_tree *tree, uint32_t head, pp_i_relation relation)
{
    if (head >= tree->count) {
        return PP_NO_HEAD;
    }
    uint32_t child = tree->first_child[head];
    while (child != PP_NO_HEAD && tree->tokens[child].relation != relation) {
        child = tree->next_sibling[child];
    }
    return child;
}

uint32_t pp_i_tree_child_in(const pp_i_tree *tree, uint32_t head, const char *lemmas)
{
    if (head >= tree->count) {
        return PP_NO_HEAD;
    }
    uint32_t child = tree->first_child[head];
    while (child != PP_NO_HEAD && !pp_i_tree_in(tree, child, lemmas)) {
        child = tree->next_sibling[child];
    }
    return child;
}

uint32_t pp_i_tree_case(const pp_i_tree *tree, uint32_t token)
{
    uint32_t found = pp_i_tree_child(tree, token, PP_REL_CASE);
    return found != PP_NO_HEAD ? found : pp_i_tree_child(tree, token, PP_REL_MARK);
}

uint32_t pp_i_tree_behind(const pp_i_tree *tree, uint32_t head, const char *prepositions)
{
    if (head >= tree->count) {
        return PP_NO_HEAD;
    }
    for (uint32_t child = tree->first_child[head]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        if (relation == PP_REL_PUNCT || relation == PP_REL_NSUBJ || relation == PP_REL_CONJ) {
            continue;
        }
        if (pp_i_tree_in(tree, pp_i_tree_case(tree, child), prepositions)) {
            return child;
        }
    }
    return PP_NO_HEAD;
}

static bool has_be(const pp_i_tree *tree, uint32_t verb)
{
    for (uint32_t child = tree->first_child[verb]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        if ((relation == PP_REL_AUX || relation == PP_REL_COP) &&
            pp_i_tree_in(tree, child, "be get")) {
            return true;
        }
    }
    return false;
}

bool pp_i_tree_is_passive(const pp_i_tree *tree, uint32_t verb)
{
    const pp_i_token *token = &tree->tokens[verb];
    if (pp_i_token_ends(token, "ing")) {
        return false;
    }
    if (has_be(tree, verb)) {
        return token->tag == PP_TAG_VERB || !pp_i_text_equal(token->form, token->lemma);
    }
    uint32_t have = pp_i_tree_child_in(tree, verb, "have");
    bool perfect = have < verb && tree->tokens[have].relation == PP_REL_AUX;
    bool clause = pp_i_tree_child(tree, verb, PP_REL_CCOMP) != PP_NO_HEAD;
    bool ends = verb + 2 >= tree->count; /* "..., the governor announced." */
    if (perfect || clause || (ends && token->relation == PP_REL_ACL)) {
        return false;
    }
    uint32_t by = pp_i_tree_behind(tree, verb, "by");
    bool put = pp_i_word_in(token->form, "put set") && by != PP_NO_HEAD && /* "put forward by X" */
               token->relation == PP_REL_ACL;
    bool participle = (put || !pp_i_text_equal(token->form, token->lemma)) &&
                      token->tag == PP_TAG_VERB && !pp_i_token_ends(token, "s");
    if (!participle || pp_i_tree_child(tree, verb, PP_REL_OBJ) != PP_NO_HEAD) {
        return false;
    }
    bool main_verb = token->relation == PP_REL_ACL && token->head < verb &&
                     tree->tokens[token->head].relation == PP_REL_ROOT && by == PP_NO_HEAD;
    bool comment = main_verb && token->head <= 2 && pp_i_tree_in(tree, 0, "a an");
    if (main_verb && !comment) {
        return false; /* the sentence has no other verb: "the mediators called on both" */
    }
    bool alone = token->relation == PP_REL_PARATAXIS && by != PP_NO_HEAD && by > verb &&
                 pp_i_tree_child(tree, verb, PP_REL_AUX) == PP_NO_HEAD;
    if (alone) {
        return true; /* "..., a goal backed by X" */
    }
    bool after =
        token->head < tree->count && tree->tokens[token->head].relation == PP_REL_ACL &&
        tree->tokens[token->head].tag == PP_TAG_VERB; /* "welcomed in X but spurned by Y" */
    bool joined = token->relation == PP_REL_CONJ && (has_be(tree, token->head) || after) &&
                  by != PP_NO_HEAD; /* "was seen and left by X" */
    return pp_i_tree_child(tree, verb, PP_REL_NSUBJ) == PP_NO_HEAD &&
           (joined || token->relation == PP_REL_ACL || token->relation == PP_REL_ADVCL ||
            token->relation == PP_REL_AMOD);
}

uint32_t pp_i_tree_agent(const pp_i_tree *tree, uint32_t verb)
{
    uint32_t agent = pp_i_tree_behind(tree, verb, "by");
    uint32_t called = pp_i_tree_child(tree, verb, PP_REL_XCOMP);
    if (agent == PP_NO_HEAD && called != PP_NO_HEAD && tree->tokens[called].tag == PP_TAG_ADJ) {
        agent = pp_i_tree_behind(tree, called, "by"); /* "dismissed as inadequate by" */
    }
    uint32_t as = agent == PP_NO_HEAD ? pp_i_tree_behind(tree, verb, "as") : PP_NO_HEAD;
    agent = as < tree->count ? pp_i_tree_behind(tree, as, "by") : agent; /* "as a pretext by" */
    for (uint32_t i = verb + 1;
         agent == PP_NO_HEAD && has_be(tree, verb) && i < tree->count && i <= verb + AGENT_REACH;
         i++) { /* "was accepted in principle by X" */
        bool by = tree->tokens[i].relation == PP_REL_CASE && pp_i_tree_is(tree, i, "by");
        if (tree->tokens[i].tag == PP_TAG_PUNCT || tree->tokens[i].tag == PP_TAG_VERB) {
            break;
        }
        agent = by ? tree->tokens[i].head : agent;
    }
    if (agent != PP_NO_HEAD && tree->tokens[agent].tag == PP_TAG_VERB) {
        bool compound = agent + 1 < tree->count && tree->tokens[agent + 1].tag == PP_TAG_NOUN;
        return compound ? agent + 1 : PP_NO_HEAD; /* by fishing clubs; by doing something */
    }
    return agent;
}

/* A noun before the verb without a preposition is its subject, whatever the parse calls it. */
static uint32_t bare_noun_before(const pp_i_tree *tree, uint32_t predicate)
{
    uint32_t found = PP_NO_HEAD;
    for (uint32_t child = tree->first_child[predicate]; child != PP_NO_HEAD && child < predicate;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation, tag = tree->tokens[child].tag;
        bool noun = tag == PP_TAG_PROPN || tag == PP_TAG_NOUN || tag == PP_TAG_PRON;
        bool loose = relation == PP_REL_OBL || relation == PP_REL_OBJ || relation == PP_REL_IOBJ ||
                     relation == PP_REL_DEP || relation == PP_REL_NMOD ||
                     relation == PP_REL_VOCATIVE || relation == PP_REL_DISLOCATED;
        if (noun && loose && pp_i_tree_case(tree, child) == PP_NO_HEAD &&
            !pp_i_tree_in(tree, child, PP_TIME_NOUNS) &&
            !pp_i_tree_in(tree, child, "which that whom")) {
            found = child;
        }
    }
    return found;
}

/* Of two subjects one is that of something lost, or the title of the other: a name that begins
 * where no other one goes on goes before. */
static bool is_nearer_subject(const pp_i_tree *tree, uint32_t noun)
{
    const pp_i_token *tokens = tree->tokens;
    uint8_t tag = tokens[noun].tag;
    uint32_t start = tree->start[noun];
    if (tokens[noun].relation != PP_REL_NSUBJ || start == 0 ||
        (tag != PP_TAG_PROPN && tag != PP_TAG_PRON)) {
        return false;
    }
    uint8_t before = tokens[start - 1].tag, first = tokens[start].tag;
    char letter = tokens[noun - 1].form.length > 0 ? tokens[noun - 1].form.data[0] : ' ';
    bool goes_on = tokens[noun - 1].tag == PP_TAG_PROPN && (letter < 'a' || letter > 'z');
    return before != PP_TAG_ADP && before != PP_TAG_CCONJ && !goes_on && first != PP_TAG_ADP &&
           first != PP_TAG_CCONJ;
}

static uint32_t own_subject(const pp_i_tree *tree, uint32_t predicate)
{
    uint32_t subject = pp_i_tree_child(tree, predicate, PP_REL_NSUBJ);
    for (uint32_t child = subject; child < predicate; child = tree->next_sibling[child]) {
        subject = child != subject && is_nearer_subject(tree, child) ? child : subject;
    }
    subject = subject != PP_NO_HEAD ? subject : pp_i_tree_child(tree, predicate, PP_REL_CSUBJ);
    for (uint32_t child = tree->first_child[predicate];
         subject == PP_NO_HEAD && child != PP_NO_HEAD && child < predicate;
         child = tree->next_sibling[child]) {
        bool auxiliary = tree->tokens[child].tag == PP_TAG_AUX; /* "she did, however, agree" */
        subject = auxiliary ? pp_i_tree_child(tree, child, PP_REL_NSUBJ) : subject;
    }
    bool verb = tree->tokens[predicate].tag == PP_TAG_VERB;
    return subject != PP_NO_HEAD || !verb ? subject : bare_noun_before(tree, predicate);
}

/* A conjunct that has a finite verb of its own after a subject keeps the first one's subject. */
uint32_t pp_i_tree_subject(const pp_i_tree *tree, uint32_t predicate, bool *inherited)
{
    uint32_t at = predicate;
    for (int climbed = 0; climbed < CLAUSE_CLIMB_MAX && at < tree->count; climbed++) {
        uint32_t subject = own_subject(tree, at);
        if (subject != PP_NO_HEAD) {
            if (inherited != NULL) {
                *inherited = at != predicate;
            }
            return subject;
        }
        uint32_t head = tree->tokens[at].head;
        uint8_t relation = tree->tokens[at].relation;
        if (relation == PP_REL_ACL && head < tree->count) {
            if (inherited != NULL) {
                *inherited = true;
            }
            return head;
        }
        if (relation != PP_REL_XCOMP && relation != PP_REL_ADVCL && relation != PP_REL_CONJ &&
            relation != PP_REL_PARATAXIS && relation != PP_REL_CCOMP && relation != PP_REL_DEP) {
            return PP_NO_HEAD;
        }
        uint32_t object = pp_i_tree_child(tree, head, PP_REL_OBJ);
        if (relation == PP_REL_XCOMP && object != PP_NO_HEAD && object < at &&
            pp_i_tree_child(tree, at, PP_REL_MARK) != PP_NO_HEAD) {
            if (inherited != NULL) {
                *inherited = true;
            }
            return object; /* urged the company to accept */
        }
        at = head;
    }
    return PP_NO_HEAD;
}

#define NEGATIONS "not n't n’t never neither nor hardly barely nothing cannot"

bool pp_i_sets_bound(const pp_i_token *tokens, uint32_t count, uint32_t at)
{
    return at < count && at + 2 < count && pp_i_word_in(tokens[at].lemma, "no not") &&
           pp_i_word_in(
               tokens[at + 1].form,
               "more less fewer higher lower larger smaller longer shorter later earlier") &&
           pp_i_word_in(tokens[at + 2].form, "than");
}

static bool noun_is_denied(const pp_i_tree *tree, uint32_t noun)
{
    if (noun < tree->count &&
        pp_i_sets_bound(tree->tokens, tree->count, pp_i_tree_child(tree, noun, PP_REL_DET))) {
        return false; /* "wants no more than 12 storeys" */
    }
    if (pp_i_tree_in(tree, noun, "nothing none nobody") ||
        (noun < tree->count && pp_i_word_in(tree->tokens[noun].form, "nothing none nobody"))) {
        return true;
    }
    return noun != PP_NO_HEAD &&
           (pp_i_tree_in(tree, pp_i_tree_child(tree, noun, PP_REL_DET), "no neither") ||
            pp_i_tree_is(tree, tree->start[noun], "neither"));
}

bool pp_i_tree_is_negated(const pp_i_tree *tree, uint32_t predicate)
{
    for (uint32_t child = tree->first_child[predicate]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        uint8_t relation = tree->tokens[child].relation;
        bool weak = relation == PP_REL_ADVMOD || relation == PP_REL_AUX || relation == PP_REL_CC ||
                    relation == PP_REL_DET || relation == PP_REL_DEP;
        bool aside =
            pp_i_tree_is(tree, child, "not") && child > 0 && child + 1 < predicate &&
            pp_i_text_is(tree->tokens[child - 1].form, ","); /* "history, not size, must" */
        if (weak && !aside && pp_i_tree_in(tree, child, NEGATIONS)) {
            return true;
        }
        if (pp_i_word_in(tree->tokens[child].form, "longer") ||
            pp_i_tree_is(tree, child, "circumstance")) {
            if (pp_i_tree_child_in(tree, child, "no") != PP_NO_HEAD) {
                return true; /* "under no circumstances" */
            }
        }
    }
    if (predicate > 2 && pp_i_tree_in(tree, predicate - 2, "not never") && /* "will not" pay */
        tree->tokens[predicate - 1].tag == PP_TAG_PUNCT &&
        pp_i_word_in(tree->tokens[predicate - 1].form, "\" \xE2\x80\x9D")) {
        return true;
    }
    return noun_is_denied(tree, pp_i_tree_child(tree, predicate, PP_REL_OBJ)) ||
           noun_is_denied(tree, own_subject(tree, predicate)) ||
           (tree->tokens[predicate].tag == PP_TAG_NOUN && noun_is_denied(tree, predicate));
}

bool pp_i_tree_is_never(const pp_i_tree *tree, uint32_t predicate)
{
    return pp_i_tree_child_in(tree, predicate, "never") != PP_NO_HEAD ||
           pp_i_tree_child_in(tree, pp_i_tree_child_in(tree, predicate, "circumstance"), "no") !=
               PP_NO_HEAD;
}

static pp_text modal_lemma(const pp_i_token *token)
{
    static const struct {
        const char *form, *lemma;
    } SHORT[] = {{"'ll", "will"},    {"’ll", "will"},    {"wo", "will"},      {"ca", "can"},
                 {"sha", "shall"},   {"'d", "would"},    {"’d", "would"},     {"would", "would"},
                 {"could", "could"}, {"might", "might"}, {"should", "should"}};
    for (size_t i = 0; i < sizeof SHORT / sizeof SHORT[0]; i++) {
        if (pp_i_text_is(token->form, SHORT[i].form)) {
            return pp_i_text_of(SHORT[i].lemma);
        }
    }
    return token->lemma;
}

uint32_t pp_i_tree_modal(const pp_i_tree *tree, uint32_t predicate, const char *modals)
{
    for (uint32_t child = tree->first_child[predicate]; child != PP_NO_HEAD;
         child = tree->next_sibling[child]) {
        if (tree->tokens[child].relation == PP_REL_AUX &&
            pp_i_word_in(modal_lemma(&tree->tokens[child]), modals)) {
            return child;
        }
    }
    return PP_NO_HEAD;
}
