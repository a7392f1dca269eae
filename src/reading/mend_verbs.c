/* mend_verbs.c: verbs that the parse took for something else, or hung on the wrong clause; see
 * mend_parts.h. */
#include "reading/mend_parts.h"

enum { MEND_CLIMB_MAX = 8 };

/* Verbs that are nouns, adverbs or adjectives too. */
#define MEND_VERBS                                                                                 \
    "back fear caution call demand want claim plan promise request offer doubt question pledge "   \
    "vow welcome oppose urge reject support favour favor dismiss voice express threaten seek "     \
    "signal warn hint resent regret propose"

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
           !pp_i_sentence_has_before(sentence, root, PP_REL_COP, root) &&
           !pp_i_sentence_has_before(sentence, root, PP_REL_AUX, root);
}

/* What hangs on a word on the verb's other side is the verb's. */
static void hang_behind(pp_i_sentence *sentence, uint32_t verb, uint32_t subject)
{
    pp_i_token *tokens = sentence->tokens;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        uint32_t head = tokens[i].head;
        bool across = (i > verb && head < verb) || (i < verb && head > verb);
        bool moves = i != verb && head != PP_NO_HEAD && across;
        if (!moves) {
            continue;
        }
        bool clause =
            pp_i_sentence_has_before(sentence, i, PP_REL_NSUBJ, i) || tokens[i].tag == PP_TAG_VERB;
        bool noun = pp_i_mend_is_noun(&tokens[i]);
        bool of_subject =
            i < subject &&
            (tokens[i].relation == PP_REL_NMOD || tokens[i].relation == PP_REL_DET ||
             tokens[i].relation == PP_REL_AMOD || tokens[i].relation == PP_REL_COMPOUND);
        tokens[i].head = of_subject ? subject : verb;
        if (i > verb && tokens[i].tag != PP_TAG_PUNCT) {
            tokens[i].relation =
                clause && pp_i_sentence_has_before(sentence, i, PP_REL_MARK, i)  ? PP_REL_CCOMP
                : clause                                                         ? PP_REL_CONJ
                : noun && !pp_i_sentence_has_before(sentence, i, PP_REL_CASE, i) ? PP_REL_OBJ
                                                                                 : PP_REL_OBL;
        }
    }
}

/* "Rome favours lifting them": is the root a gerund without a helping verb behind that noun, and a
 * name before it? */
static bool is_bare_gerund(const pp_i_sentence *sentence, uint32_t noun, uint32_t root)
{
    const pp_i_token *tokens = sentence->tokens;
    return noun > 0 && root == noun + 1 && pp_i_token_ends(&tokens[root], "ing") &&
           pp_i_token_ends(&tokens[noun], "s") && tokens[noun - 1].tag == PP_TAG_PROPN &&
           tokens[noun - 1].head == noun && tokens[noun].head == root &&
           !pp_i_sentence_has_before(sentence, root, PP_REL_AUX, root);
}

/* "fears being left out and has called": the gerund, taken for the main verb, is what is feared. */
static bool mend_gerund(pp_i_sentence *sentence, uint32_t verb, uint32_t root)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t being = verb + 1;
    bool bare = is_bare_gerund(sentence, verb, root);
    if ((!bare && (!pp_i_text_is(tokens[being].form, "being") || tokens[being].head != root)) ||
        tokens[verb].tag != PP_TAG_NOUN) {
        return false;
    }
    uint32_t subject = bare ? verb - 1 : tokens[verb].head;
    for (uint32_t i = 0; i < verb; i++) {
        bool own = tokens[i].head == root && tokens[i].relation == PP_REL_NSUBJ;
        subject = own && !bare ? i : subject;
    }
    if (subject >= verb || !pp_i_mend_is_noun(&tokens[subject])) {
        return false;
    }
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        bool clause = tokens[i].relation == PP_REL_CONJ || tokens[i].relation == PP_REL_PUNCT;
        tokens[i].head = tokens[i].head == root && clause ? verb : tokens[i].head;
    }
    tokens[verb].tag = PP_TAG_VERB;
    tokens[verb].relation = PP_REL_ROOT;
    tokens[verb].head = PP_NO_HEAD;
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
            tokens[start - 1].tag == PP_TAG_NUM || pp_i_mend_is_noun(&tokens[start - 1]))) {
        start--;
    }
    if (start < 2 || tokens[start - 1].tag != PP_TAG_ADP ||
        !pp_i_mend_is_noun(&tokens[start - 2])) {
        return noun;
    }
    uint32_t before = start - 2;
    if (pp_i_mend_is_under(sentence, before, noun) ||
        pp_i_mend_is_under(sentence, before, start - 1)) {
        return noun; /* it would hang on what hangs on it */
    }
    tokens[start - 1].head = noun;
    tokens[start - 1].relation = PP_REL_CASE;
    tokens[noun].head = before;
    tokens[noun].relation = PP_REL_NMOD;
    return before;
}

/* "and have threatened strikes": a perfect, taken for an attribute, is a clause of its own. */
void pp_i_mend_perfect(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[verb].head, have = verb - 1;
    if (verb < 2 || tokens[verb].relation != PP_REL_AMOD || !pp_i_mend_is_past(&tokens[verb]) ||
        noun <= verb || noun >= sentence->token_count) {
        return;
    }
    have -= tokens[have].tag == PP_TAG_ADV;
    bool perfect = tokens[have].tag == PP_TAG_AUX && pp_i_text_is(tokens[have].lemma, "have") &&
                   tokens[have].head == noun && have > 0 && tokens[have - 1].tag == PP_TAG_CCONJ;
    bool simple = tokens[verb - 1].tag == PP_TAG_CCONJ && tokens[noun].relation == PP_REL_CONJ &&
                  pp_i_word_in(tokens[verb].lemma, /* "and expressed misgivings" */
                               "voice express raise reiterate show issue repeat renew");
    uint32_t root = perfect || simple ? pp_i_sentence_root(sentence) : have;
    if (root >= have) {
        return;
    }
    have = simple ? verb : have;
    tokens[verb].head = root;
    tokens[verb].relation = PP_REL_CONJ;
    tokens[noun].head = verb;
    tokens[noun].relation = PP_REL_OBJ;
    tokens[have - 1].head = verb;
    tokens[have].head = have == verb ? root : verb;
    for (uint32_t i = noun; i < sentence->token_count; i++) {
        bool clause = tokens[i].relation == PP_REL_ADVCL && tokens[i].head < have;
        tokens[i].head = clause ? verb : tokens[i].head;
    }
}

/* The participle behind "has" that the parse took for an attribute or a complement. */
static uint32_t participle_behind(const pp_i_sentence *sentence, uint32_t have)
{
    const pp_i_token *tokens = sentence->tokens;
    for (uint32_t i = have + 1; i < sentence->token_count && i <= have + 3; i++) {
        bool past = pp_i_mend_is_past(&tokens[i]) || pp_i_word_in(tokens[i].form, "stuck kept");
        bool of_noun = tokens[i].relation == PP_REL_AMOD && tokens[i].head != PP_NO_HEAD &&
                       tokens[i].head > i && tokens[tokens[i].head].head == have;
        bool own = tokens[i].head == have && tokens[i].relation == PP_REL_XCOMP;
        if (past && (of_noun || own)) {
            return i;
        }
        if (tokens[i].tag != PP_TAG_ADV && tokens[i].tag != PP_TAG_ADP) {
            break; /* "since" is either */
        }
    }
    return PP_NO_HEAD;
}

/* "has since voiced doubts", "has so far stuck to": "has" is no verb of its own. */
void pp_i_mend_auxiliary(pp_i_sentence *sentence, uint32_t have)
{
    pp_i_token *tokens = sentence->tokens;
    if (!pp_i_text_is(tokens[have].lemma, "have") ||
        !pp_i_sentence_has_before(sentence, have, PP_REL_NSUBJ, have)) {
        return;
    }
    uint32_t verb = participle_behind(sentence, have);
    if (verb == PP_NO_HEAD) {
        return;
    }
    if (tokens[verb].head != have) { /* the noun is its object */
        uint32_t noun = tokens[verb].head;
        tokens[noun].head = verb;
        tokens[noun].relation = PP_REL_OBJ;
    }
    tokens[verb].tag = PP_TAG_VERB;
    tokens[verb].head = tokens[have].head;
    tokens[verb].relation = tokens[have].relation;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        tokens[i].head = tokens[i].head == have ? verb : tokens[i].head;
    }
    tokens[have].tag = PP_TAG_AUX;
    tokens[have].head = verb;
    tokens[have].relation = PP_REL_AUX;
}

/* "an increase, which it says would restore no more": what is said is the relative clause's. */
void pp_i_mend_embedded(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t inner = tokens[verb].head, pronoun = verb;
    bool stray = tokens[verb].relation == PP_REL_CSUBJ || tokens[verb].relation == PP_REL_NSUBJ;
    if (!stray || tokens[verb].tag != PP_TAG_VERB || verb < 3 || inner == PP_NO_HEAD ||
        inner < verb + 2 || tokens[verb + 1].tag != PP_TAG_AUX ||
        !pp_i_word_in(tokens[verb].lemma, "say fear believe claim think hope argue insist")) {
        return;
    }
    while (pronoun > 1 && pronoun + MEND_CLIMB_MAX > verb &&
           !pp_i_word_in(tokens[pronoun].form, "which that who")) {
        pronoun--;
    }
    uint32_t noun = pronoun - 1 - (tokens[pronoun - 1].tag == PP_TAG_PUNCT);
    bool relative = pp_i_word_in(tokens[pronoun].form, "which that who");
    if (!relative || pronoun + 1 == verb || !pp_i_mend_is_noun(&tokens[noun])) {
        return;
    }
    for (uint32_t up = noun; up != PP_NO_HEAD; up = tokens[up].head) {
        if (up == verb || up == inner) {
            return; /* it would hang on what hangs on it */
        }
    }
    tokens[verb].head = noun;
    tokens[verb].relation = PP_REL_ACL;
    tokens[inner].head = verb;
    tokens[inner].relation = PP_REL_CCOMP;
    tokens[pronoun].head = inner;
    tokens[pronoun].relation = PP_REL_NSUBJ;
    for (uint32_t i = pronoun + 1; i < verb; i++) {
        bool subject = tokens[i].relation == PP_REL_NSUBJ;
        tokens[i].head = subject && tokens[i].head == inner ? verb : tokens[i].head;
    }
}

/* "while the Coordination doubts that": a noun right before a verb in the third person that has no
 * subject is its subject. */
void pp_i_mend_compound(pp_i_sentence *sentence, uint32_t noun)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[noun].head;
    if (tokens[noun].relation == PP_REL_COMPOUND && pp_i_mend_is_noun(&tokens[noun]) &&
        verb == noun + 1 && verb < sentence->token_count && tokens[verb].tag == PP_TAG_VERB &&
        pp_i_token_ends(&tokens[verb], "s") &&
        !pp_i_sentence_has_before(sentence, verb, PP_REL_NSUBJ, verb) &&
        !pp_i_sentence_has_before(sentence, verb, PP_REL_CASE, verb)) {
        tokens[noun].relation = PP_REL_NSUBJ;
        for (uint32_t i = 0; i < noun; i++) {
            bool of_noun = tokens[i].head == verb &&
                           (tokens[i].relation == PP_REL_DET || tokens[i].relation == PP_REL_AMOD);
            tokens[i].head = of_noun ? noun : tokens[i].head;
        }
        for (uint32_t i = verb + 1; i < sentence->token_count; i++) {
            bool clause = tokens[i].head == verb && tokens[i].relation == PP_REL_ACL;
            if (clause && pp_i_sentence_has_before(sentence, i, PP_REL_MARK, i)) {
                tokens[i].relation = PP_REL_CCOMP;
            }
        }
    }
}

/* "Germany and France back a plan", "diplomats caution that": the only verb, taken for a noun. */
void pp_i_mend_lost_verb(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    if (verb == 0 || verb + 2 >= sentence->token_count || tokens[verb].tag == PP_TAG_VERB ||
        tokens[verb].relation == PP_REL_ROOT || !pp_i_word_in(tokens[verb].lemma, MEND_VERBS)) {
        return;
    }
    uint32_t root = pp_i_sentence_root(sentence), subject = verb - 1;
    bool comma = tokens[subject].tag == PP_TAG_PUNCT;
    if (mend_gerund(sentence, verb, root) || !can_follow_verb(&tokens[verb + 1])) {
        return;
    }
    if (!lacks_verb(sentence, root) || (!pp_i_mend_is_noun(&tokens[subject]) && !comma)) {
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
                   pp_i_sentence_has_before(sentence, subject, PP_REL_CONJ, verb) ||
                   !pp_i_text_equal(tokens[verb].form, tokens[verb].lemma));
    if (subject >= verb || !plural || (root < verb && subject != root) ||
        pp_i_sentence_has_before(sentence, subject, PP_REL_CASE, subject)) {
        return;
    }
    bool behind = root > verb;
    for (uint32_t i = verb + 1; i < sentence->token_count; i++) {
        bool clause = tokens[i].head == verb && tokens[i].relation == PP_REL_ACL;
        if (clause && pp_i_sentence_has_before(sentence, i, PP_REL_MARK, i)) {
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
    hang_behind(sentence, verb, subject);
    tokens[subject].head = verb;
    tokens[subject].relation = PP_REL_NSUBJ;
}

/* "and proposes to tie it", taken for a noun: no noun has this form. */
void pp_i_mend_no_noun(pp_i_sentence *sentence, uint32_t word)
{
    static const struct {
        const char *form, *lemma;
    } FORMS[] = {{"proposes", "propose"}, {"opposes", "oppose"}, {"insists", "insist"},
                 {"denies", "deny"},      {"accuses", "accuse"}, {"rejects", "reject"}};
    pp_i_token *tokens = sentence->tokens;
    if (tokens[word].tag != PP_TAG_NOUN || tokens[word].relation != PP_REL_CONJ || word == 0 ||
        tokens[word - 1].tag != PP_TAG_CCONJ) {
        return;
    }
    for (size_t i = 0; i < sizeof FORMS / sizeof FORMS[0]; i++) {
        if (pp_i_text_is(tokens[word].form, FORMS[i].form)) {
            tokens[word].tag = PP_TAG_VERB;
            tokens[word].lemma = pp_i_text_of(FORMS[i].lemma);
        }
    }
}
