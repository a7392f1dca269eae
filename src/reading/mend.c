/* mend.c: see mend.h. */
#include "reading/mend_parts.h"

enum { MEND_GAP_MAX = 4 /* words between a subject and its verb: "on Sunday" */ };

bool pp_i_mend_is_noun(const pp_i_token *token)
{
    return token->tag == PP_TAG_NOUN || token->tag == PP_TAG_PROPN || token->tag == PP_TAG_PRON;
}

bool pp_i_mend_is_past(const pp_i_token *token)
{
    size_t length = token->form.length;
    return token->tag == PP_TAG_VERB && !pp_i_text_equal(token->form, token->lemma) && length > 2 &&
           token->form.data[length - 1] != 's' && !pp_i_token_ends(token, "ing");
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
        if ((token->head == noun || token->head == verb) && pp_i_mend_is_noun(token) && plain &&
            !pp_i_sentence_has_before(sentence, i, PP_REL_CASE, i + 3)) {
            return i;
        }
    }
    return PP_NO_HEAD;
}

static void make_head(pp_i_sentence *sentence, uint32_t verb, uint32_t noun, uint32_t subject)
{
    pp_i_token *tokens = sentence->tokens;
    pp_i_mend_give_place(sentence, verb, noun, PP_REL_OBJ);
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

/* "Its director, X, voiced confidence": taken for one more name of the director. */
static bool lead_with(pp_i_sentence *sentence, uint32_t verb, uint32_t noun)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t root = tokens[noun].head;
    if (root >= verb || tokens[root].relation != PP_REL_ROOT ||
        !pp_i_text_is(tokens[verb - 1].form, ",") ||
        !pp_i_word_in(tokens[verb].lemma,
                      "voice express raise reiterate show issue repeat renew")) {
        return false;
    }
    tokens[verb].head = PP_NO_HEAD;
    tokens[verb].relation = PP_REL_ROOT;
    tokens[noun].head = verb;
    tokens[noun].relation = PP_REL_OBJ;
    for (uint32_t i = verb; i < sentence->token_count; i++) {
        tokens[i].head = tokens[i].head == root ? verb : tokens[i].head;
    }
    tokens[root].head = verb;
    tokens[root].relation = PP_REL_NSUBJ;
    tokens[root].tag = tokens[root].tag == PP_TAG_ADJ ? PP_TAG_NOUN : tokens[root].tag;
    return true;
}

/* "has voiced support": "has" joins no predicate to its subject. */
static void mend_has(pp_i_token *token)
{
    bool joins = token->relation == PP_REL_COP && pp_i_text_is(token->lemma, "have");
    token->relation = joins ? PP_REL_AUX : token->relation;
}

static void mend_attribute(pp_i_sentence *sentence, uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[verb].head;
    if (tokens[verb].relation != PP_REL_AMOD || !pp_i_mend_is_past(&tokens[verb]) || noun <= verb ||
        noun >= sentence->token_count || tokens[noun].tag != PP_TAG_NOUN) {
        return;
    }
    if (tokens[noun].relation == PP_REL_APPOS && lead_with(sentence, verb, noun)) {
        return;
    }
    if ((tokens[noun].relation != PP_REL_ROOT && tokens[noun].relation != PP_REL_CCOMP) ||
        pp_i_sentence_has_before(sentence, noun, PP_REL_COP, noun)) {
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
    bool past = pp_i_mend_is_past(&tokens[participle]) ||
                pp_i_word_in(tokens[participle].form, "put set cut");
    if (!past || verb >= sentence->token_count || verb <= participle ||
        (relation != PP_REL_ADVCL && relation != PP_REL_CSUBJ) || tokens[verb].tag != PP_TAG_VERB ||
        pp_i_sentence_has_before(sentence, verb, PP_REL_NSUBJ, verb) ||
        pp_i_sentence_has_before(sentence, participle, PP_REL_AUX, participle)) {
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

/* "told analysts that a price would do": the clause is what is told, not of the analysts. */
static void mend_told(pp_i_sentence *sentence, uint32_t clause)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[clause].head;
    if (tokens[clause].relation != PP_REL_ACL || noun >= clause || noun == PP_NO_HEAD ||
        (tokens[noun].relation != PP_REL_IOBJ && tokens[noun].relation != PP_REL_OBJ)) {
        return;
    }
    uint32_t verb = tokens[noun].head;
    bool tells = verb < noun && pp_i_word_in(tokens[verb].lemma, "tell inform assure remind warn");
    uint32_t of = noun + 1 < clause ? tokens[noun + 1].head : PP_NO_HEAD;
    bool that = of < sentence->token_count && pp_i_text_is(tokens[noun + 1].form, "that") &&
                (of == clause || /* "that", taken for the article of the subject */
                 (tokens[of].head == clause && tokens[of].relation == PP_REL_NSUBJ));
    bool there = noun + 1 < clause && pp_i_text_is(tokens[noun + 1].form, "there") &&
                 tokens[noun + 1].head == clause; /* "told the BBC there was no chance" */
    if (tells && (that || there)) {
        tokens[noun + 1].tag = that ? PP_TAG_SCONJ : tokens[noun + 1].tag;
        tokens[noun + 1].relation = that ? PP_REL_MARK : tokens[noun + 1].relation;
        tokens[noun + 1].head = clause;
        tokens[clause].head = verb;
        tokens[clause].relation = PP_REL_CCOMP;
    }
}

#define TAKES_THAT                                                                                 \
    "reject dismiss accept deny dispute welcome oppose resist refuse endorse support back contest"

/* "rejected that on Sunday", "dismiss that figure as": no clause follows, that is what is rejected.
 */
static void mend_that(pp_i_sentence *sentence, uint32_t that)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = that - 1, next = that + 1, head = tokens[that].head;
    if (that == 0 || next >= sentence->token_count || !pp_i_text_is(tokens[that].form, "that") ||
        tokens[verb].tag != PP_TAG_VERB || !pp_i_word_in(tokens[verb].lemma, TAKES_THAT)) {
        return;
    }
    uint8_t tag = tokens[next].tag;
    bool over = pp_i_mend_is_under(sentence, verb, that);
    if (!over && (tag == PP_TAG_ADP || tag == PP_TAG_PUNCT || tag == PP_TAG_CCONJ)) {
        bool clause = head < sentence->token_count && head > that && tokens[head].head == verb;
        tokens[that] = (pp_i_token){.form = tokens[that].form,
                                    .lemma = tokens[that].lemma,
                                    .byte_start = tokens[that].byte_start,
                                    .byte_end = tokens[that].byte_end,
                                    .tag = PP_TAG_PRON,
                                    .relation = PP_REL_OBJ,
                                    .head = verb};
        if (clause && tokens[head].relation == PP_REL_CCOMP) {
            tokens[head].relation = PP_REL_ADVCL;
        }
    } else if (tokens[next].head == verb && head == next && tag == PP_TAG_VERB &&
               pp_i_text_equal(tokens[next].form, tokens[next].lemma)) {
        tokens[next].tag = PP_TAG_NOUN;
        tokens[next].relation = PP_REL_OBJ;
        tokens[that].tag = PP_TAG_DET;
        tokens[that].relation = PP_REL_DET;
    }
}

void pp_i_mend(pp_i_sentence *sentence)
{
    pp_i_mend_comment(sentence);
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        pp_i_mend_agent_name(sentence, i); /* before its participle */
        pp_i_mend_noun_root(sentence, i);
        pp_i_mend_progressive(sentence, i);
        pp_i_mend_reduced(sentence, i);
        pp_i_mend_voted(sentence, i);
        pp_i_mend_no_noun(sentence, i);
        pp_i_mend_behind_comma(sentence, i);
        pp_i_mend_latter(sentence, i);
        pp_i_mend_relative_pair(sentence, i);
    }
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        mend_has(&sentence->tokens[i]);
        mend_attribute(sentence, i);
        mend_calling(sentence, i);
        mend_no(sentence, i);
        mend_told(sentence, i);
        pp_i_mend_somebody(sentence, i);
        pp_i_mend_voiced(sentence, i);
        pp_i_mend_all_but(sentence, i);
        pp_i_mend_judged(sentence, i);
        mend_that(sentence, i);
        mend_predicate(sentence, i);
        mend_participle(sentence, i);
        pp_i_mend_lost_verb(sentence, i);
        pp_i_mend_participles(sentence, i);
        pp_i_mend_compound(sentence, i);
        pp_i_mend_perfect(sentence, i);
        pp_i_mend_auxiliary(sentence, i);
        pp_i_mend_embedded(sentence, i);
        pp_i_mend_parallel(sentence, i);
        pp_i_mend_said(sentence, i);
        pp_i_mend_said_object(sentence, i);
        pp_i_mend_said_participle(sentence, i);
        pp_i_mend_before(sentence, i);
        pp_i_mend_particle(sentence, i);
        pp_i_mend_so_far(sentence, i);
        pp_i_mend_executive(sentence, i);
        pp_i_mend_clause(sentence, i);
        pp_i_mend_joined_subject(sentence, i);
        pp_i_mend_object(sentence, i);
        pp_i_mend_bounded(sentence, i);
    }
}
