/* mend.c: see mend.h. */
#include "reading/mend.h"

#include "reading/clause.h"

enum { MEND_GAP_MAX = 4 /* words between a subject and its verb: "on Sunday" */ };

static bool is_noun(const pp_i_token *token)
{
    return token->tag == PP_TAG_NOUN || token->tag == PP_TAG_PROPN || token->tag == PP_TAG_PRON;
}

/* Has the word `head` a dependent with this relation before `end`? */
static bool has_before(const pp_i_sentence *sentence, uint32_t head, pp_i_relation relation,
                       uint32_t end)
{
    for (uint32_t i = 0; i < end; i++) {
        if (sentence->tokens[i].head == head && sentence->tokens[i].relation == relation) {
            return true;
        }
    }
    return false;
}

static bool is_past_form(const pp_i_token *token)
{
    size_t length = token->form.length;
    return token->tag == PP_TAG_VERB && !pp_i_text_equal(token->form, token->lemma) && length > 2 &&
           token->form.data[length - 1] != 's' &&
           memcmp(token->form.data + length - 3, "ing", 3) != 0;
}

/* The noun before `verb` that no preposition governs, and that hangs on one of the two, or
 * PP_NO_HEAD. */
static uint32_t subject_before(const pp_i_sentence *sentence, uint32_t verb, uint32_t noun)
{
    for (uint32_t i = 0; i < verb; i++) {
        const pp_i_token *token = &sentence->tokens[i];
        if ((token->head == verb || token->head == noun) && token->relation == PP_REL_NSUBJ) {
            return i;
        }
    }
    for (uint32_t i = verb; i-- > 0 && i + MEND_GAP_MAX >= verb;) {
        const pp_i_token *token = &sentence->tokens[i];
        if (token->tag == PP_TAG_PUNCT || token->tag == PP_TAG_VERB) {
            break;
        }
        bool plain = token->relation == PP_REL_OBL || token->relation == PP_REL_NSUBJ ||
                     token->relation == PP_REL_NMOD || token->relation == PP_REL_DEP;
        if ((token->head == noun || token->head == verb) && is_noun(token) && plain &&
            !has_before(sentence, i, PP_REL_CASE, i + 3)) {
            return i;
        }
    }
    return PP_NO_HEAD;
}

static void make_head(pp_i_sentence *sentence, uint32_t verb, uint32_t noun, uint32_t subject)
{
    pp_i_token *tokens = sentence->tokens;
    tokens[verb].head = tokens[noun].head;
    tokens[verb].relation = tokens[noun].relation;
    tokens[noun].head = verb;
    tokens[noun].relation = PP_REL_OBJ;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        uint8_t relation = tokens[i].relation;
        bool of_clause = relation == PP_REL_OBL || relation == PP_REL_ADVCL ||
                         relation == PP_REL_PARATAXIS || relation == PP_REL_PUNCT;
        if (tokens[i].head == noun && (i < verb || of_clause)) {
            tokens[i].head = relation == PP_REL_DET ? subject : verb;
        }
    }
    tokens[subject].head = verb;
    tokens[subject].relation = PP_REL_NSUBJ;
}

static void mend_attribute(pp_i_sentence *sentence, uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[verb].head;
    if (tokens[verb].relation != PP_REL_AMOD || !is_past_form(&tokens[verb]) || noun <= verb ||
        noun >= sentence->token_count || tokens[noun].tag != PP_TAG_NOUN ||
        (tokens[noun].relation != PP_REL_ROOT && tokens[noun].relation != PP_REL_CCOMP) ||
        has_before(sentence, noun, PP_REL_COP, noun)) {
        return;
    }
    uint32_t subject = subject_before(sentence, verb, noun);
    if (subject != PP_NO_HEAD) {
        make_head(sentence, verb, noun, subject);
    }
}

static void mend_calling(pp_i_sentence *sentence, uint32_t adjective)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[adjective].head;
    if (tokens[adjective].tag != PP_TAG_ADJ || tokens[adjective].relation != PP_REL_AMOD ||
        noun + 1 != adjective || tokens[noun].relation != PP_REL_OBJ || tokens[noun].head >= noun) {
        return;
    }
    uint32_t verb = tokens[noun].head;
    bool last = adjective + 1 >= sentence->token_count ||
                tokens[adjective + 1].tag == PP_TAG_PUNCT ||
                tokens[adjective + 1].tag == PP_TAG_CCONJ;
    if (last &&
        pp_i_word_in(tokens[verb].lemma, "call deem label brand consider find judge think")) {
        tokens[adjective].head = verb;
        tokens[adjective].relation = PP_REL_XCOMP;
    }
}

/* "said no to the plan": "no to" is no preposition. */
static void mend_no(pp_i_sentence *sentence, uint32_t no)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t to = no + 1, noun = tokens[no].head;
    if (to >= sentence->token_count || !pp_i_word_in(tokens[no].lemma, "no yes") ||
        tokens[to].relation != PP_REL_FIXED || tokens[to].head != no || noun <= to ||
        noun >= sentence->token_count || tokens[noun].head >= no) {
        return;
    }
    tokens[to].head = noun;
    tokens[to].relation = PP_REL_CASE;
    tokens[no].head = tokens[noun].head;
    tokens[no].relation = PP_REL_OBJ;
    tokens[no].tag = PP_TAG_INTJ;
}

/* "remains adamant that they stay": the adjective, taken for a conjunction, is what X remains. */
static void mend_predicate(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    bool noun = tokens[word].tag == PP_TAG_NOUN || tokens[word].tag == PP_TAG_ADJ;
    if (!noun || tokens[word].relation != PP_REL_MARK || word == 0 ||
        word + 2 >= sentence->token_count || !pp_i_text_is(tokens[word + 1].form, "that") ||
        tokens[word - 1].tag != PP_TAG_VERB) {
        return;
    }
    uint32_t verb = word - 1, clause = tokens[word].head;
    if (clause <= word || clause >= sentence->token_count || tokens[clause].head != verb) {
        return;
    }
    tokens[word].tag = PP_TAG_ADJ;
    tokens[word].head = verb;
    tokens[word].relation = PP_REL_XCOMP;
    tokens[word + 1].head = clause;
    tokens[word + 1].relation = PP_REL_MARK;
    tokens[clause].head = word;
    tokens[clause].relation = PP_REL_CCOMP;
}

/* "A truce, long demanded by X, was ruled out by Y": the participle, taken for a clause, is of its
 * noun, and the noun is the subject of the verb behind. */
static void mend_participle(pp_i_sentence *sentence, uint32_t participle)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[participle].head;
    uint8_t relation = tokens[participle].relation;
    bool past = is_past_form(&tokens[participle]) ||
                (relation == PP_REL_CSUBJ && pp_i_word_in(tokens[participle].form, "put set cut"));
    if (!past || verb >= sentence->token_count || verb <= participle ||
        (relation != PP_REL_ADVCL && relation != PP_REL_CSUBJ) || tokens[verb].tag != PP_TAG_VERB ||
        has_before(sentence, verb, PP_REL_NSUBJ, verb) ||
        has_before(sentence, participle, PP_REL_AUX, participle)) {
        return;
    }
    uint32_t noun = PP_NO_HEAD, agent = PP_NO_HEAD;
    for (uint32_t i = 0; i < verb; i++) {
        bool own = tokens[i].head == participle;
        noun = own && i < participle && tokens[i].relation == PP_REL_NSUBJ ? i : noun;
        bool by = own && i > participle && tokens[i].relation == PP_REL_OBL;
        for (uint32_t k = participle; by && k < i; k++) {
            agent = tokens[k].head == i && pp_i_text_is(tokens[k].form, "by") ? i : agent;
        }
    }
    if (noun != PP_NO_HEAD && agent != PP_NO_HEAD) {
        tokens[noun].head = verb;
        tokens[participle].head = noun;
        tokens[participle].relation = PP_REL_ACL;
    }
}

/* Verbs that are nouns, adverbs or adjectives too. */
#define MEND_VERBS                                                                                 \
    "back fear caution call demand want claim plan promise request offer doubt question pledge "   \
    "vow welcome oppose urge reject support favour favor dismiss voice express threaten seek"

static bool can_follow_verb(const pp_i_token *token)
{
    return token->tag == PP_TAG_DET || token->tag == PP_TAG_PRON || token->tag == PP_TAG_NOUN ||
           token->tag == PP_TAG_PROPN || token->tag == PP_TAG_ADJ ||
           pp_i_word_in(token->form, "that for on against at being");
}

/* Is the root a noun without a verb of its own? */
static bool lacks_verb(const pp_i_sentence *sentence, uint32_t root)
{
    const pp_i_token *tokens = sentence->tokens;
    return (tokens[root].tag == PP_TAG_NOUN || tokens[root].tag == PP_TAG_PROPN) &&
           !has_before(sentence, root, PP_REL_COP, root) &&
           !has_before(sentence, root, PP_REL_AUX, root);
}

/* What hangs on the old root or on the new one's left, and stands behind the verb, is the verb's.
 */
static void hang_behind(pp_i_sentence *sentence, uint32_t verb, uint32_t root)
{
    pp_i_token *tokens = sentence->tokens;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        uint32_t head = tokens[i].head;
        bool moves =
            i != verb && head != PP_NO_HEAD &&
            ((i > verb && head < verb) || (i < verb && head > verb && head != PP_NO_HEAD) ||
             (i > verb && head == root && root < verb));
        if (!moves) {
            continue;
        }
        bool clause = has_before(sentence, i, PP_REL_NSUBJ, i) || tokens[i].tag == PP_TAG_VERB;
        bool noun = is_noun(&tokens[i]);
        tokens[i].head = verb;
        if (i > verb && tokens[i].tag != PP_TAG_PUNCT) {
            tokens[i].relation = clause && has_before(sentence, i, PP_REL_MARK, i)  ? PP_REL_CCOMP
                                 : clause                                           ? PP_REL_CONJ
                                 : noun && !has_before(sentence, i, PP_REL_CASE, i) ? PP_REL_OBJ
                                                                                    : PP_REL_OBL;
        }
    }
}

/* "fears being left out and has called": the gerund, taken for the main verb, is what is feared. */
static bool mend_gerund(pp_i_sentence *sentence, uint32_t verb, uint32_t root)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t being = verb + 1;
    if (!pp_i_text_is(tokens[being].form, "being") || tokens[being].head != root ||
        tokens[verb].tag != PP_TAG_NOUN) {
        return false;
    }
    uint32_t subject = tokens[verb].head;
    for (uint32_t i = 0; i < verb; i++) {
        bool own = tokens[i].head == root && tokens[i].relation == PP_REL_NSUBJ;
        subject = own ? i : subject;
    }
    if (subject >= verb || !is_noun(&tokens[subject])) {
        return false;
    }
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        bool clause = tokens[i].relation == PP_REL_CONJ || tokens[i].relation == PP_REL_PUNCT;
        tokens[i].head = tokens[i].head == root && clause ? verb : tokens[i].head;
    }
    tokens[verb] = (pp_i_token){.form = tokens[verb].form,
                                .lemma = tokens[verb].lemma,
                                .byte_start = tokens[verb].byte_start,
                                .byte_end = tokens[verb].byte_end,
                                .tag = PP_TAG_VERB,
                                .relation = PP_REL_ROOT,
                                .head = PP_NO_HEAD};
    tokens[root].head = verb;
    tokens[root].relation = PP_REL_XCOMP;
    tokens[subject].head = verb;
    tokens[subject].relation = PP_REL_NSUBJ;
    return true;
}

/* "parties in Belgrade": the noun before the preposition, on which the one behind is then hung. */
static uint32_t without_phrase(pp_i_sentence *sentence, uint32_t noun)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t start = noun;
    while (start > 0 &&
           (tokens[start - 1].tag == PP_TAG_DET || tokens[start - 1].tag == PP_TAG_ADJ ||
            tokens[start - 1].tag == PP_TAG_NUM || is_noun(&tokens[start - 1]))) {
        start--;
    }
    if (start < 2 || tokens[start - 1].tag != PP_TAG_ADP || !is_noun(&tokens[start - 2])) {
        return noun;
    }
    uint32_t before = start - 2;
    tokens[start - 1].head = noun;
    tokens[start - 1].relation = PP_REL_CASE;
    tokens[noun].head = before;
    tokens[noun].relation = PP_REL_NMOD;
    return before;
}

/* "and have threatened strikes": a perfect, taken for an attribute, is a clause of its own. */
static void mend_perfect(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[verb].head, have = verb - 1, root = 0;
    if (verb < 2 || tokens[verb].relation != PP_REL_AMOD || !is_past_form(&tokens[verb]) ||
        noun <= verb || noun >= sentence->token_count) {
        return;
    }
    have -= tokens[have].tag == PP_TAG_ADV;
    bool perfect = tokens[have].tag == PP_TAG_AUX && pp_i_text_is(tokens[have].lemma, "have") &&
                   tokens[have].head == noun && have > 0 && tokens[have - 1].tag == PP_TAG_CCONJ;
    while (root < sentence->token_count && tokens[root].relation != PP_REL_ROOT) {
        root++;
    }
    if (!perfect || root >= have) {
        return;
    }
    tokens[verb].head = root;
    tokens[verb].relation = PP_REL_CONJ;
    tokens[noun].head = verb;
    tokens[noun].relation = PP_REL_OBJ;
    tokens[have].head = tokens[have - 1].head = verb;
    for (uint32_t i = noun; i < sentence->token_count; i++) {
        bool clause = tokens[i].relation == PP_REL_ADVCL && tokens[i].head < have;
        tokens[i].head = clause ? verb : tokens[i].head;
    }
}

/* "Germany and France back a plan", "diplomats caution that": the only verb, taken for a noun. */
static void mend_lost_verb(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    if (verb == 0 || verb + 2 >= sentence->token_count || tokens[verb].tag == PP_TAG_VERB ||
        tokens[verb].relation == PP_REL_ROOT || !pp_i_word_in(tokens[verb].lemma, MEND_VERBS) ||
        !can_follow_verb(&tokens[verb + 1])) {
        return;
    }
    uint32_t root = 0, subject = verb - 1;
    while (root < sentence->token_count && tokens[root].relation != PP_REL_ROOT) {
        root++;
    }
    bool comma = tokens[subject].tag == PP_TAG_PUNCT;
    if (mend_gerund(sentence, verb, root)) {
        return;
    }
    if (!lacks_verb(sentence, root) || (!is_noun(&tokens[subject]) && !comma)) {
        return;
    }
    for (uint32_t i = 0; i < verb; i++) { /* the parse has the subject, of the wrong word */
        bool own = tokens[i].relation == PP_REL_NSUBJ && tokens[i].head == root;
        subject = own ? i : subject;
        comma = comma && !own;
    }
    if (comma) { /* behind an aside: the root itself */
        subject = root;
    }
    subject = without_phrase(sentence, subject);
    for (uint32_t up = tokens[subject].head; up < verb; up = tokens[subject].head) {
        subject = up;
    }
    bool plural = tokens[subject].form.length > 0 &&
                  (tokens[subject].form.data[tokens[subject].form.length - 1] == 's' ||
                   has_before(sentence, subject, PP_REL_CONJ, verb) ||
                   !pp_i_text_equal(tokens[verb].form, tokens[verb].lemma));
    for (uint32_t i = subject; i < verb && !plural; i++) {
        plural = tokens[i].relation == PP_REL_CONJ && tokens[i].head == subject;
    }
    if (subject >= verb || !plural || has_before(sentence, subject, PP_REL_CASE, subject)) {
        return;
    }
    bool behind = root > verb;
    for (uint32_t i = verb + 1; i < sentence->token_count; i++) {
        bool clause = tokens[i].head == verb && tokens[i].relation == PP_REL_ACL;
        if (clause && has_before(sentence, i, PP_REL_MARK, i)) {
            tokens[i].relation = PP_REL_CCOMP;
        }
    }
    tokens[verb].tag = PP_TAG_VERB;
    tokens[verb].head = PP_NO_HEAD;
    tokens[verb].relation = PP_REL_ROOT;
    if (behind) {
        tokens[root].head = verb;
        tokens[root].relation = PP_REL_OBJ;
    }
    hang_behind(sentence, verb, root);
    tokens[subject].head = verb;
    tokens[subject].relation = PP_REL_NSUBJ;
}

void pp_i_mend(pp_i_sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        mend_attribute(sentence, i);
        mend_calling(sentence, i);
        mend_no(sentence, i);
        mend_predicate(sentence, i);
        mend_participle(sentence, i);
        mend_lost_verb(sentence, i);
        mend_perfect(sentence, i);
    }
}
