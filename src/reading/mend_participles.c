/* mend_participles.c: participles that the parse took for the verb of a clause; see mend_parts.h.
 */
#include "reading/mend_parts.h"

static uint32_t subject_of(const pp_i_sentence *sentence, uint32_t verb)
{
    for (uint32_t i = 0; i < verb; i++) {
        if (sentence->tokens[i].head == verb && sentence->tokens[i].relation == PP_REL_NSUBJ) {
            return i;
        }
    }
    return PP_NO_HEAD;
}

/* `verb` is the sentence's root in the place of `old`, whose words behind it are its own; `noun` is
 * its subject. */
static void take_root(pp_i_sentence *sentence, uint32_t verb, uint32_t noun, uint32_t old)
{
    pp_i_token *tokens = sentence->tokens;
    tokens[verb].head = PP_NO_HEAD;
    tokens[verb].relation = PP_REL_ROOT;
    tokens[noun].head = verb;
    tokens[noun].relation = PP_REL_NSUBJ;
    for (uint32_t i = verb + 1; i < sentence->token_count; i++) {
        tokens[i].head = tokens[i].head == old ? verb : tokens[i].head;
    }
}

/* "reject proposed changes": the participle is the noun's, the noun what is rejected. */
static void mend_proposed(pp_i_sentence *sentence, uint32_t participle)
{
    pp_i_token *tokens = sentence->tokens;
    uint8_t relation = tokens[participle].relation;
    if (participle == 0 || tokens[participle].head != participle - 1 ||
        tokens[participle - 1].tag != PP_TAG_VERB || !pp_i_mend_is_past(&tokens[participle]) ||
        (relation != PP_REL_ACL && relation != PP_REL_CCOMP && relation != PP_REL_XCOMP)) {
        return;
    }
    for (uint32_t i = participle + 1; i < sentence->token_count && i < participle + 5; i++) {
        if (tokens[i].head == participle && tokens[i].relation == PP_REL_OBJ) {
            tokens[i].head = participle - 1;
            tokens[participle].head = i;
            tokens[participle].relation = PP_REL_AMOD;
            return;
        }
        if (tokens[i].tag == PP_TAG_DET) {
            return; /* "had decided the matter" */
        }
    }
}

/* "The agency operating there said": who operates is who says. */
static void mend_operating(pp_i_sentence *sentence, uint32_t participle)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = subject_of(sentence, participle);
    if (tokens[participle].tag != PP_TAG_VERB || tokens[participle].relation != PP_REL_NSUBJ ||
        !pp_i_token_ends(&tokens[participle], "ing") || noun == PP_NO_HEAD ||
        pp_i_sentence_has_before(sentence, participle, PP_REL_AUX, participle)) {
        return;
    }
    tokens[noun].head = tokens[participle].head;
    tokens[participle].head = noun;
    tokens[participle].relation = PP_REL_ACL;
}

/* "The union representing the pilots turned down": the finite verb behind is the sentence's. */
static void mend_representing(pp_i_sentence *sentence, uint32_t participle)
{
    pp_i_token *tokens = sentence->tokens;
    if (tokens[participle].relation != PP_REL_ROOT ||
        !pp_i_token_ends(&tokens[participle], "ing") || tokens[participle].tag != PP_TAG_VERB ||
        pp_i_sentence_has_before(sentence, participle, PP_REL_AUX, participle)) {
        return;
    }
    uint32_t noun = subject_of(sentence, participle), verb = participle + 1;
    while (verb < sentence->token_count &&
           (tokens[verb].head != participle || !pp_i_mend_is_past(&tokens[verb]) ||
            (tokens[verb].relation != PP_REL_ADVCL && tokens[verb].relation != PP_REL_PARATAXIS))) {
        verb++;
    }
    if (noun == PP_NO_HEAD || noun + 1 != participle || verb >= sentence->token_count ||
        subject_of(sentence, verb) != PP_NO_HEAD ||
        pp_i_sentence_has_before(sentence, verb, PP_REL_MARK, verb)) {
        return;
    }
    take_root(sentence, verb, noun, participle);
    tokens[participle].head = noun;
    tokens[participle].relation = PP_REL_ACL;
}

#define CARRYING "voice express raise reiterate"

/* "Rights Watch voiced concern", "Ethiopia voiced regret": the word behind is what is voiced. */
static void mend_voiced(pp_i_sentence *sentence, uint32_t voiced)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[voiced].head;
    if (tokens[voiced].relation != PP_REL_AMOD || noun != voiced + 1 || voiced == 0 ||
        noun >= sentence->token_count || !pp_i_word_in(tokens[voiced].lemma, CARRYING) ||
        !pp_i_mend_is_past(&tokens[voiced])) {
        return;
    }
    uint32_t name = tokens[noun].head;
    bool verb = tokens[noun].tag == PP_TAG_VERB && subject_of(sentence, noun) != PP_NO_HEAD;
    bool watch = tokens[noun].relation == PP_REL_OBJ && name == voiced - 1 &&
                 tokens[name].tag == PP_TAG_VERB && tokens[name].form.data[0] <= 'Z';
    if (!verb && !watch) {
        return;
    }
    uint32_t old = verb ? noun : name;
    tokens[voiced].head = tokens[old].head;
    tokens[voiced].relation = tokens[old].relation;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        bool of_noun = verb && tokens[i].relation == PP_REL_OBL && i > noun; /* "at the decision" */
        if (tokens[i].head == old && i != voiced && !of_noun) {
            tokens[i].head = watch && tokens[i].relation == PP_REL_NSUBJ ? name : voiced;
            tokens[i].relation = tokens[i].head == name ? PP_REL_COMPOUND : tokens[i].relation;
        }
    }
    if (watch) {
        tokens[name].tag = PP_TAG_PROPN;
        tokens[name].head = voiced;
        tokens[name].relation = PP_REL_NSUBJ;
    }
    tokens[noun].tag = PP_TAG_NOUN;
    tokens[noun].head = voiced;
    tokens[noun].relation = PP_REL_OBJ;
}

/* "Gulf states, fearful of it, favor an accord": the clause's verb hangs on its own subject. */
static void mend_trailing(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[verb].head;
    if (verb < 3 || tokens[verb].tag != PP_TAG_VERB || noun >= verb ||
        tokens[verb].relation != PP_REL_PARATAXIS || tokens[noun].relation != PP_REL_ROOT ||
        (tokens[noun].tag != PP_TAG_NOUN && tokens[noun].tag != PP_TAG_PROPN) ||
        !pp_i_text_is(tokens[verb - 1].form, ",") || pp_i_token_ends(&tokens[verb], "ing") ||
        subject_of(sentence, verb) != PP_NO_HEAD ||
        pp_i_sentence_has_before(sentence, noun, PP_REL_COP, noun) ||
        pp_i_sentence_has_before(sentence, noun, PP_REL_CASE, noun)) {
        return;
    }
    take_root(sentence, verb, noun, noun);
}

/* ", warning that it would fall": the participle, taken for the noun. */
static void mend_warning(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    if (word < 2 || word + 2 >= sentence->token_count || tokens[word].tag != PP_TAG_NOUN ||
        !pp_i_text_is(tokens[word].form, "warning") ||
        (!pp_i_text_is(tokens[word - 1].form, ",") && tokens[word - 1].tag != PP_TAG_PROPN) ||
        !pp_i_word_in(tokens[word + 1].form, "that of against it they he she the its")) {
        return;
    }
    uint32_t root = pp_i_sentence_root(sentence);
    tokens[word].tag = PP_TAG_VERB;
    tokens[word].lemma = PP_TEXT("warn");
    if (root < sentence->token_count && root != word) {
        tokens[word].head = root;
        tokens[word].relation = PP_REL_ADVCL;
    }
    for (uint32_t i = word + 1; i < sentence->token_count; i++) {
        bool clause = tokens[i].head == word && tokens[i].relation == PP_REL_ACL;
        tokens[i].relation = clause ? PP_REL_CCOMP : tokens[i].relation; /* "warning it might" */
    }
}

/* "while voicing confidence that", "reacted with restraint, voicing doubt": the participle, taken
 * for a part of the noun behind it. */
static void mend_voicing(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[word].head;
    if ((tokens[word].relation != PP_REL_COMPOUND && tokens[word].relation != PP_REL_AMOD) ||
        noun != word + 1 || noun >= sentence->token_count || word == 0 ||
        !pp_i_word_in(tokens[word].form, "voicing expressing raising signalling signaling showing "
                                         "citing demanding seeking urging") ||
        (tokens[word - 1].tag != PP_TAG_PUNCT && tokens[word - 1].tag != PP_TAG_SCONJ)) {
        return;
    }
    tokens[word].tag = PP_TAG_VERB;
    pp_i_mend_give_place(sentence, word, noun, PP_REL_OBJ);
    tokens[word].relation =
        tokens[word].relation == PP_REL_ROOT ? PP_REL_ROOT : (uint8_t)PP_REL_ADVCL;
    for (uint32_t i = 0; i < word; i++) {
        tokens[i].head = tokens[i].head == noun ? word : tokens[i].head; /* "while" */
    }
}

/* "with its delegate questioning whether": the participle, taken for a noun. */
static void mend_attending(pp_i_sentence *sentence, uint32_t word)
{
    static const struct {
        const char *form, *lemma;
    } FORMS[] = {{"questioning", "question"}, {"warning", "warn"},  {"demanding", "demand"},
                 {"voicing", "voice"},        {"urging", "urge"},   {"insisting", "insist"},
                 {"rejecting", "reject"},     {"calling", "call"},  {"suggesting", "suggest"},
                 {"arguing", "argue"},        {"doubting", "doubt"}};
    pp_i_token *tokens = sentence->tokens;
    if (word < 3 || tokens[word].tag != PP_TAG_NOUN || tokens[word - 1].head != word ||
        tokens[word - 1].relation != PP_REL_COMPOUND) {
        return;
    }
    uint32_t with = pp_i_mend_child(sentence, word, PP_REL_CASE, 0, word);
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS && with < word; i++) {
        if (pp_i_text_is(tokens[word].form, FORMS[i].form) &&
            pp_i_text_is(tokens[with].form, "with")) {
            tokens[word].tag = PP_TAG_VERB;
            tokens[word].lemma = pp_i_text_of(FORMS[i].lemma);
            tokens[word - 1].relation = PP_REL_NSUBJ;
            tokens[with].relation = PP_REL_MARK;
            for (uint32_t k = with + 1; k + 1 < word; k++) {
                tokens[k].head = tokens[k].head == word ? word - 1 : tokens[k].head;
            }
            uint32_t clause =
                pp_i_mend_child(sentence, word, PP_REL_ACL, word, (uint32_t)sentence->token_count);
            if (clause != PP_NO_HEAD) {
                tokens[clause].relation = PP_REL_CCOMP;
            }
        }
    }
}

/* "but voiced reservations": what stands behind the verb without a joint is its object. */
static void mend_unjoined(pp_i_sentence *sentence, uint32_t noun)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[noun].head;
    if (tokens[noun].relation != PP_REL_CONJ || !pp_i_mend_is_noun(&tokens[noun]) || verb >= noun ||
        tokens[verb].tag != PP_TAG_VERB) {
        return;
    }
    for (uint32_t i = verb + 1; i < noun; i++) {
        if (tokens[i].head != noun || tokens[i].relation == PP_REL_CC ||
            tokens[i].tag == PP_TAG_PUNCT) {
            return;
        }
    }
    tokens[noun].relation = PP_REL_OBJ;
}

/* "described it as flawed and put forward a draft": the verb behind the joint is the subject's. */
static void mend_behind_as(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t word = tokens[verb].head;
    if (tokens[verb].relation != PP_REL_CONJ || tokens[verb].tag != PP_TAG_VERB || word >= verb ||
        tokens[word].head >= word) {
        return;
    }
    uint32_t describes = tokens[word].head, end = (uint32_t)sentence->token_count;
    uint32_t as = pp_i_mend_child(sentence, word, PP_REL_MARK, describes, word);
    as = as == PP_NO_HEAD ? pp_i_mend_child(sentence, word, PP_REL_CASE, describes, word) : as;
    bool judges = as != PP_NO_HEAD && pp_i_text_is(tokens[as].form, "as") &&
                  pp_i_word_in(tokens[describes].lemma,
                               "describe regard see view dismiss denounce condemn portray brand "
                               "reject characterise characterize");
    bool own = pp_i_mend_child(sentence, verb, PP_REL_OBJ, verb, end) != PP_NO_HEAD ||
               pp_i_mend_child(sentence, verb, PP_REL_CCOMP, verb, end) != PP_NO_HEAD ||
               pp_i_mend_child(sentence, verb, PP_REL_XCOMP, verb, end) != PP_NO_HEAD;
    if (judges && own && !pp_i_token_ends(&tokens[verb], "ing")) {
        (void)pp_i_mend_hang(sentence, verb, describes, PP_REL_CONJ);
    }
}

void pp_i_mend_participles(pp_i_sentence *sentence, uint32_t participle)
{
    mend_behind_as(sentence, participle);
    mend_voicing(sentence, participle);
    mend_attending(sentence, participle);
    mend_unjoined(sentence, participle);
    mend_warning(sentence, participle);
    mend_voiced(sentence, participle);
    mend_trailing(sentence, participle);

    mend_proposed(sentence, participle);
    mend_operating(sentence, participle);
    mend_representing(sentence, participle);
}
