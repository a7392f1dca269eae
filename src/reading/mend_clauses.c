/* mend_clauses.c: clauses that the parse hung on the wrong word, or whose subject it gave away; see
 * mend_parts.h. */
#include "reading/mend_parts.h"

#define SAYS                                                                                       \
    "say add argue insist believe claim think maintain warn suggest note admit concede stress "    \
    "acknowledge declare predict hope fear"

bool pp_i_mend_is_under(const pp_i_sentence *sentence, uint32_t token, uint32_t above)
{
    for (size_t steps = 0; token != PP_NO_HEAD && steps <= sentence->token_count; steps++) {
        if (token == above) {
            return true;
        }
        token = sentence->tokens[token].head;
    }
    return false;
}

bool pp_i_mend_hang(pp_i_sentence *sentence, uint32_t token, uint32_t head, uint8_t relation)
{
    pp_i_token *tokens = sentence->tokens;
    if (pp_i_mend_is_under(sentence, head, token)) {
        return false;
    }
    tokens[token].head = head;
    tokens[token].relation = relation;
    return true;
}

void pp_i_mend_give_place(pp_i_sentence *sentence, uint32_t verb, uint32_t before, uint8_t relation)
{
    pp_i_token *tokens = sentence->tokens;
    tokens[verb].head = tokens[before].head;
    tokens[verb].relation = tokens[before].relation;
    tokens[before].head = verb;
    tokens[before].relation = relation;
}

uint32_t pp_i_mend_child(const pp_i_sentence *sentence, uint32_t head, pp_i_relation relation,
                         uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to && i < sentence->token_count; i++) {
        if (sentence->tokens[i].head == head && sentence->tokens[i].relation == relation) {
            return i;
        }
    }
    return PP_NO_HEAD;
}

static bool is_finite(const pp_i_sentence *sentence, uint32_t verb, uint32_t from)
{
    return pp_i_mend_child(sentence, verb, PP_REL_AUX, from, verb) != PP_NO_HEAD ||
           pp_i_mend_child(sentence, verb, PP_REL_COP, from, verb) != PP_NO_HEAD;
}

/* "said talks with the town were constructive", "said nothing taller than that should be approved":
 * what was taken for the object is the subject of what is said. */
void pp_i_mend_said_object(pp_i_sentence *sentence, uint32_t clause)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[clause].head;
    if (tokens[clause].relation != PP_REL_ACL || noun >= clause ||
        !pp_i_mend_is_noun(&tokens[noun]) ||
        (tokens[noun].relation != PP_REL_OBJ && tokens[noun].relation != PP_REL_OBL) ||
        pp_i_sentence_has_before(sentence, noun, PP_REL_CASE, noun) ||
        !is_finite(sentence, clause, noun)) {
        return;
    }
    uint32_t says = tokens[noun].head;
    if (says >= noun || !pp_i_word_in(tokens[says].lemma, SAYS)) {
        return;
    }
    uint32_t mark = PP_NO_HEAD, subject = PP_NO_HEAD;
    for (uint32_t i = noun + 1; i < clause; i++) {
        bool own = tokens[i].head == clause;
        if (pp_i_word_in(tokens[i].form, "that which who whom whose where when") ||
            (tokens[i].tag == PP_TAG_PUNCT && pp_i_text_is(tokens[i].form, ","))) {
            return; /* a relative clause after all */
        }
        mark = own && tokens[i].relation == PP_REL_MARK ? i : mark;
        subject = own && tokens[i].relation == PP_REL_NSUBJ ? i : subject;
    }
    if (subject != PP_NO_HEAD && tokens[subject].tag == PP_TAG_PRON) {
        return; /* "said the things they had seen" */
    }
    if (subject == PP_NO_HEAD
            ? mark != PP_NO_HEAD
            : mark == PP_NO_HEAD &&
                  !pp_i_sentence_has_before(sentence, subject, PP_REL_CASE, subject) &&
                  !pp_i_word_in(tokens[subject].lemma, PP_TIME_NOUNS)) {
        return;
    }
    if (!pp_i_mend_hang(sentence, clause, says, PP_REL_CCOMP)) {
        return;
    }
    (void)pp_i_mend_hang(sentence, noun, clause, PP_REL_NSUBJ);
    if (subject != PP_NO_HEAD) {
        (void)pp_i_mend_hang(sentence, subject, noun, PP_REL_NMOD);
    }
    if (mark != PP_NO_HEAD) {
        tokens[mark].tag = PP_TAG_ADP;
        (void)pp_i_mend_hang(sentence, mark, subject, PP_REL_CASE);
    }
}

/* "says maps presented on Thursday would leave": the participle is of the noun, and the verb behind
 * it is what is said. */
void pp_i_mend_said_participle(pp_i_sentence *sentence, uint32_t participle)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t says = tokens[participle].head, noun = participle - 1;
    if (participle < 2 || tokens[participle].relation != PP_REL_CCOMP || says >= noun ||
        tokens[participle].tag != PP_TAG_VERB || !pp_i_mend_is_past(&tokens[participle]) ||
        !pp_i_word_in(tokens[says].lemma, SAYS) || tokens[noun].head != participle ||
        tokens[noun].relation != PP_REL_NSUBJ ||
        pp_i_sentence_has_before(sentence, participle, PP_REL_AUX, participle)) {
        return;
    }
    for (uint32_t i = participle + 2; i < sentence->token_count; i++) {
        uint8_t relation = tokens[i].relation;
        if (pp_i_word_in(tokens[i].form, "and but or , that which who")) {
            return;
        }
        bool joined = relation == PP_REL_CONJ || relation == PP_REL_PARATAXIS ||
                      relation == PP_REL_CCOMP || relation == PP_REL_ADVCL;
        if (joined && is_finite(sentence, i, participle) &&
            pp_i_mend_child(sentence, i, PP_REL_NSUBJ, participle, i) == PP_NO_HEAD) {
            if (pp_i_mend_hang(sentence, i, says, PP_REL_CCOMP)) {
                (void)pp_i_mend_hang(sentence, noun, i, PP_REL_NSUBJ);
                (void)pp_i_mend_hang(sentence, participle, noun, PP_REL_ACL);
            }
            return;
        }
    }
}

/* "was shared by Athens, whose minister ruled out": the clause is of the noun before the comma. */
static void mend_whose(pp_i_sentence *sentence, uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t subject = pp_i_mend_child(sentence, verb, PP_REL_NSUBJ, 0, verb);
    if (subject == PP_NO_HEAD) {
        return;
    }
    uint32_t whose = pp_i_mend_child(sentence, subject, PP_REL_NMOD, 0, subject);
    if (whose == PP_NO_HEAD || whose < 2 || !pp_i_text_is(tokens[whose].form, "whose")) {
        return;
    }
    uint32_t noun = whose - 1 - (tokens[whose - 1].tag == PP_TAG_PUNCT);
    if (pp_i_mend_is_noun(&tokens[noun])) {
        (void)pp_i_mend_hang(sentence, verb, noun, PP_REL_ACL);
    }
}

/* "was criticised by Rome, which demanded": the clause is of the name before the comma. */
static void mend_which(pp_i_sentence *sentence, uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t which = pp_i_mend_child(sentence, verb, PP_REL_NSUBJ, 0, verb);
    if (which < 2 || which >= verb || !pp_i_word_in(tokens[which].form, "which who") ||
        !pp_i_text_is(tokens[which - 1].form, ",") || !pp_i_mend_is_noun(&tokens[which - 2]) ||
        pp_i_mend_child(sentence, verb, PP_REL_MARK, 0, verb) != PP_NO_HEAD) {
        return;
    }
    (void)pp_i_mend_hang(sentence, verb, which - 2, PP_REL_ACL);
}

/* "Should the talks collapse, the minister is weighing a law": the first clause, whose verb was
 * taken for a noun. */
static void mend_should(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t first = pp_i_mend_child(sentence, verb, PP_REL_NSUBJ, 1, verb);
    uint32_t second =
        first < verb ? pp_i_mend_child(sentence, verb, PP_REL_NSUBJ, first + 1, verb) : PP_NO_HEAD;
    if (second >= verb || !pp_i_text_is(tokens[0].form, "Should") || tokens[0].head != verb ||
        tokens[0].relation != PP_REL_AUX || first + 1 >= verb ||
        !pp_i_text_is(tokens[first + 1].form, ",")) {
        return;
    }
    tokens[first].relation = PP_REL_ADVCL;
    tokens[0].head = first;
    tokens[0].relation = PP_REL_MARK;
    tokens[0].lemma = PP_TEXT("if");
}

/* "questioned whether it could": what is questioned. */
static void mend_whether(pp_i_sentence *sentence, uint32_t clause)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[clause].head;
    bool asks = verb + 1 < clause && verb + 1 < sentence->token_count &&
                pp_i_text_is(tokens[verb + 1].form, "whether") &&
                pp_i_word_in(tokens[verb].lemma, "question doubt wonder ask query debate");
    tokens[clause].relation = asks ? PP_REL_CCOMP : tokens[clause].relation;
}

/* "told reporters that it was the goal, while hinting that": who hints is who told. */
static void mend_while(pp_i_sentence *sentence, uint32_t gerund)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t clause = tokens[gerund].head;
    bool behind = gerund > 2 && clause < gerund && tokens[clause].relation == PP_REL_CCOMP &&
                  pp_i_token_ends(&tokens[gerund], "ing") &&
                  pp_i_word_in(tokens[gerund - 1].form, "while") &&
                  tokens[gerund - 2].tag == PP_TAG_PUNCT;
    if (behind && pp_i_word_in(tokens[gerund].lemma,
                               "hint insist stress say add warn deny reject admit acknowledge note "
                               "call urge demand refuse offer rule express voice suggest maintain "
                               "leave")) {
        (void)pp_i_mend_hang(sentence, gerund, tokens[clause].head, PP_REL_ADVCL);
    }
}

/* "observers patrol one side, since the other refused": no relative clause. */
static void mend_since(pp_i_sentence *sentence, uint32_t verb)
{
    uint32_t mark = pp_i_mend_child(sentence, verb, PP_REL_MARK, 0, verb);
    bool reason = mark < verb && mark > 0 && !pp_i_token_ends(&sentence->tokens[verb], "ing") &&
                  pp_i_word_in(sentence->tokens[mark].form,
                               "since because although though while whereas after before unless") &&
                  sentence->tokens[mark - 1].tag == PP_TAG_PUNCT;
    if (reason) {
        sentence->tokens[verb].relation = PP_REL_ADVCL;
    }
}

/* "The opposition Greens want the decision brought back": the participle, taken for the main verb,
 * is of what they want. */
static void mend_wanted_done(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t before = tokens[verb].head, done = verb + 1;
    uint32_t who = verb - 1;
    if (verb < 2 || !pp_i_word_in(tokens[verb].lemma, "want need like prefer") ||
        tokens[who].head != verb || tokens[who].relation != PP_REL_NSUBJ || before >= who ||
        tokens[before].relation != PP_REL_NSUBJ) {
        return;
    }
    uint32_t root = tokens[before].head;
    uint32_t thing =
        pp_i_mend_child(sentence, verb, PP_REL_OBJ, verb + 1, (uint32_t)sentence->token_count);
    while (done < sentence->token_count && done != root) {
        if (tokens[done].tag == PP_TAG_PUNCT || tokens[done].tag == PP_TAG_AUX) {
            return;
        }
        done++;
    }
    if (done != root || thing == PP_NO_HEAD || thing >= root || root >= sentence->token_count ||
        !pp_i_mend_is_past(&tokens[root])) {
        return;
    }
    tokens[verb].head = tokens[root].head;
    tokens[verb].relation = tokens[root].relation;
    (void)pp_i_mend_hang(sentence, root, thing, PP_REL_ACL);
    (void)pp_i_mend_hang(sentence, before, who, PP_REL_COMPOUND);
    for (uint32_t i = 0; i < before; i++) {
        tokens[i].head = tokens[i].head == before ? who : tokens[i].head;
    }
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        bool clause = tokens[i].head == root && (i < verb || tokens[i].relation == PP_REL_CONJ ||
                                                 tokens[i].relation == PP_REL_PUNCT);
        tokens[i].head = clause ? verb : tokens[i].head;
    }
}

/* "A text put forward by the envoy, Ann Holt, was called": her name is the envoy's. */
void pp_i_mend_agent_name(pp_i_sentence *sentence, uint32_t name)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[name].head, agent = name - 2;
    if (name < 4 || tokens[name].relation != PP_REL_NSUBJ || tokens[name].tag != PP_TAG_PROPN ||
        verb >= sentence->token_count || verb < name || !pp_i_text_is(tokens[name - 1].form, ",") ||
        !pp_i_mend_is_noun(&tokens[agent])) {
        return;
    }
    uint32_t participle = tokens[agent].head;
    bool by = tokens[agent].relation == PP_REL_OBL && participle < agent &&
              pp_i_mend_is_past(&tokens[participle]) && tokens[participle].head == verb;
    uint32_t preposition =
        by ? pp_i_mend_child(sentence, agent, PP_REL_CASE, participle, agent) : PP_NO_HEAD;
    if (preposition < agent && pp_i_text_is(tokens[preposition].form, "by")) {
        (void)pp_i_mend_hang(sentence, name, agent, PP_REL_APPOS);
    }
}

/* "acknowledges the benefits, but fears for the safety": the verb, taken for one more benefit. */
static void mend_joined_verb(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    bool joined = word > 2 && word + 2 < sentence->token_count && tokens[word].tag == PP_TAG_NOUN &&
                  tokens[word].relation == PP_REL_CONJ && tokens[word].head < word &&
                  pp_i_mend_child(sentence, tokens[word].head, PP_REL_CONJ, 0, word) == PP_NO_HEAD;
    uint32_t root = joined ? pp_i_sentence_root(sentence) : word;
    bool verb = root < word && tokens[root].tag == PP_TAG_VERB &&
                pp_i_token_ends(&tokens[word], "s") && pp_i_token_ends(&tokens[root], "s") &&
                tokens[word - 1].tag == PP_TAG_CCONJ && pp_i_text_is(tokens[word - 2].form, ",");
    verb = verb &&
           pp_i_word_in(tokens[word].lemma,
                        "fear doubt demand call plan promise offer request hope claim hint "
                        "warn propose") &&
           pp_i_word_in(tokens[word + 1].form, "for that to on of at the a an it its");
    if (verb && pp_i_mend_hang(sentence, word, root, PP_REL_CONJ)) {
        tokens[word].tag = PP_TAG_VERB;
        for (uint32_t i = word + 1; i < sentence->token_count; i++) {
            bool own = tokens[i].head == word && tokens[i].relation == PP_REL_NMOD;
            tokens[i].relation = own ? PP_REL_OBL : tokens[i].relation;
        }
    }
}

void pp_i_mend_clause(pp_i_sentence *sentence, uint32_t verb)
{
    mend_should(sentence, verb);
    if (sentence->tokens[verb].head == PP_NO_HEAD) {
        return;
    }
    if (sentence->tokens[verb].relation == PP_REL_ADVCL) {
        mend_which(sentence, verb);
        mend_whose(sentence, verb);
        mend_whether(sentence, verb);
    }
    if (sentence->tokens[verb].relation == PP_REL_ADVCL ||
        sentence->tokens[verb].relation == PP_REL_ACL) {
        mend_while(sentence, verb);
    }
    if (sentence->tokens[verb].relation == PP_REL_ACL) {
        mend_wanted_done(sentence, verb);
        mend_since(sentence, verb);
    }
    mend_joined_verb(sentence, verb);
}

/* "demanding a fund and rich ones are warning", "by X and Y, but A and B were sceptical": a noun
 * that was joined to the one before is the subject of the clause behind it. */
void pp_i_mend_joined_subject(pp_i_sentence *sentence, uint32_t noun)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t count = (uint32_t)sentence->token_count, next = noun + 1, last = noun;
    if (tokens[noun].relation != PP_REL_CONJ || !pp_i_mend_is_noun(&tokens[noun]) ||
        next >= count) {
        return;
    }
    uint32_t joint = pp_i_mend_child(sentence, noun, PP_REL_CC, 0, noun);
    bool but = joint != PP_NO_HEAD && pp_i_text_is(tokens[joint].form, "but") && joint > 0 &&
               tokens[joint - 1].tag == PP_TAG_PUNCT;
    if (joint == PP_NO_HEAD) {
        return;
    }
    uint32_t other = PP_NO_HEAD;
    if (but && pp_i_text_is(tokens[next].form, "and")) { /* "but A and B were" */
        uint32_t predicate = tokens[next].head;
        other = predicate > next && predicate < count
                    ? pp_i_mend_child(sentence, predicate, PP_REL_NSUBJ, next, predicate)
                    : PP_NO_HEAD;
        last = other == PP_NO_HEAD ? noun : other;
    }
    if (last + 1 >= count || tokens[last + 1].tag != PP_TAG_AUX) {
        return;
    }
    uint32_t predicate = tokens[last + 1].head;
    if (predicate >= count || predicate <= last || tokens[predicate].relation != PP_REL_CONJ ||
        (other == PP_NO_HEAD &&
         pp_i_mend_child(sentence, predicate, PP_REL_NSUBJ, 0, predicate) != PP_NO_HEAD) ||
        (other == PP_NO_HEAD &&
         pp_i_mend_child(sentence, predicate, PP_REL_CC, noun, predicate) != PP_NO_HEAD)) {
        return;
    }
    if (!pp_i_mend_hang(sentence, noun, predicate, PP_REL_NSUBJ)) {
        return;
    }
    (void)pp_i_mend_hang(sentence, joint, predicate, PP_REL_CC);
    if (other != PP_NO_HEAD) {
        (void)pp_i_mend_hang(sentence, other, noun, PP_REL_CONJ);
        (void)pp_i_mend_hang(sentence, next, other, PP_REL_CC);
    }
}
