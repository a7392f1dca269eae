/* mend_parallel.c: finite verbs joined to the wrong clause; see mend_parts.h. */
#include "reading/lexical.h"
#include "reading/mend_parts.h"

enum { MEND_CLIMB_MAX = 8 };

/* "It should now be extended, the mayor suggested": no clause of time or reason. */
void pp_i_mend_said(pp_i_sentence *sentence, uint32_t clause)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[clause].head;
    if (tokens[clause].relation != PP_REL_ADVCL || verb >= sentence->token_count ||
        verb < clause + 3 ||
        !pp_i_word_in(tokens[verb].lemma, "say add warn suggest argue insist note explain claim "
                                          "announce declare caution predict believe admit") ||
        !pp_i_sentence_has_before(sentence, clause, PP_REL_NSUBJ, clause) ||
        pp_i_sentence_has_before(sentence, clause, PP_REL_MARK, clause) ||
        pp_i_sentence_has_before(sentence, clause, PP_REL_ADVMOD, 1)) {
        return;
    }
    for (uint32_t i = clause + 1; i < verb; i++) {
        if (tokens[i].head == verb && tokens[i].relation == PP_REL_NSUBJ) {
            tokens[clause].relation = PP_REL_CCOMP;
        }
    }
}

/* "that it be ended": no third person goes on with it. */
static bool has_bare_be(const pp_i_sentence *sentence, uint32_t verb)
{
    for (uint32_t i = 0; i < verb; i++) {
        if (sentence->tokens[i].head == verb && pp_i_text_is(sentence->tokens[i].form, "be")) {
            return !pp_i_sentence_has_before(sentence, verb, PP_REL_AUX, i);
        }
    }
    return false;
}

/* Is the subject of the clause a thing? */
static bool is_about_thing(const pp_i_sentence *sentence, uint32_t clause)
{
    const pp_i_token *tokens = sentence->tokens;
    for (uint32_t i = 0; i < clause; i++) {
        if (tokens[i].head == clause && tokens[i].relation == PP_REL_NSUBJ) {
            return tokens[i].tag == PP_TAG_NUM || tokens[i].tag == PP_TAG_SYM ||
                   (tokens[i].tag == PP_TAG_NOUN && !pp_i_lexical_is_person(tokens[i].lemma));
        }
    }
    return false;
}

/* What people do and things do not. */
#define DONE_BY_PEOPLE                                                                             \
    "ask urge demand propose offer reject call warn threaten appeal refuse request welcome "       \
    "oppose support press insist promise vow want seek accuse deny favour favor prefer agree "     \
    "condemn criticise criticize praise argue maintain doubt believe hope pledge complain"

/* "reckons that each day costs a million and has asked the state for it": a thing does not ask. */
static bool reports_and_asks(const pp_i_sentence *sentence, uint32_t clause, uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    return tokens[clause].relation == PP_REL_CCOMP &&
           pp_i_word_in(tokens[verb].lemma, DONE_BY_PEOPLE) && is_about_thing(sentence, clause);
}

/* "maintains that the cut is harmful, and is willing to phase it in": a thing is not willing. */
static bool is_own_mood(const pp_i_sentence *sentence, uint32_t clause, uint32_t word)
{
    const pp_i_token *tokens = sentence->tokens;
    bool is = false, joined = false, own = false;
    for (uint32_t i = clause; i < word; i++) {
        bool below = tokens[i].head == word;
        is = is || (below && pp_i_word_in(tokens[i].lemma, "be remain stand"));
        joined = joined || (below && tokens[i].tag == PP_TAG_CCONJ);
        own = own ||
              (below && (tokens[i].relation == PP_REL_NSUBJ || tokens[i].relation == PP_REL_MARK));
    }
    return tokens[clause].relation == PP_REL_CCOMP && is && joined && !own &&
           (pp_i_word_in(tokens[word].lemma, "ready willing reluctant unwilling opposed determined "
                                             "keen happy eager hesitant sceptical skeptical "
                                             "adamant confident prepare prepared oppose call ask "
                                             "demand seek urge press threaten push") ||
            pp_i_word_in(tokens[word].form, "prepared opposed determined")) &&
           !(pp_i_token_ends(&tokens[word], "ed") && tokens[word].tag == PP_TAG_VERB &&
             !pp_i_word_in(tokens[word].form, "prepared opposed determined")) &&
           is_about_thing(sentence, clause);
}

/* "insists that the text stands and would like its guards there", "says the statues were bought and
 * will not return them": what the subject of the clause cannot do, and does not do to itself, its
 * speaker does. */
static bool is_own_deed(const pp_i_sentence *sentence, uint32_t clause, uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    bool modal = false;
    bool to_it = pp_i_word_in(tokens[verb].lemma, "like prefer sign accept vote negotiate attend "
                                                  "strike boycott " DONE_BY_PEOPLE);
    if (tokens[clause].relation != PP_REL_CCOMP || !is_about_thing(sentence, clause)) {
        return false;
    }
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        bool own = tokens[i].head == verb;
        modal = modal || (own && i < verb && pp_i_word_in(tokens[i].lemma, "will would"));
        to_it = to_it || (own && tokens[i].relation == PP_REL_OBJ &&
                          pp_i_word_in(tokens[i].form, "it them"));
    }
    return modal && to_it;
}

/* Is it an infinitive, "to sign"? */
static bool is_infinitive(const pp_i_sentence *sentence, uint32_t verb)
{
    for (uint32_t i = 0; i < verb; i++) {
        if (sentence->tokens[i].head == verb && pp_i_text_is(sentence->tokens[i].form, "to") &&
            sentence->tokens[i].relation == PP_REL_MARK) {
            return true;
        }
    }
    return false;
}

/* The verb above that a finite verb can be joined to: no infinitive; PP_NO_HEAD where none is. */
static uint32_t finite_above(const pp_i_sentence *sentence, uint32_t at)
{
    for (int steps = 0; steps < MEND_CLIMB_MAX && at < sentence->token_count; steps++) {
        const pp_i_token *token = &sentence->tokens[at];
        bool verb = token->tag == PP_TAG_VERB || token->tag == PP_TAG_ADJ;
        bool part = token->relation == PP_REL_AMOD;
        if (verb && !part && !is_infinitive(sentence, at)) {
            return at;
        }
        at = token->head;
    }
    return PP_NO_HEAD;
}

#define REPORTS                                                                                    \
    "say add insist maintain claim argue accuse deny declare stress warn urge demand propose "     \
    "counter suggest call describe reject rule ask offer note point hint"

/* "the charge that it had acted": a clause that tells what the noun is. */
static bool is_said_of_noun(const pp_i_sentence *sentence, uint32_t clause)
{
    uint32_t noun = sentence->tokens[clause].head;
    return noun + 1 < clause && pp_i_text_is(sentence->tokens[noun + 1].form, "that") &&
           pp_i_word_in(sentence->tokens[noun].lemma,
                        "charge claim accusation allegation argument suggestion idea view notion "
                        "assertion report");
}

/* "the law is unfair and have asked", "the owners will pay and has called": the number is that of
 * who reports. */
static bool has_number_of(const pp_i_sentence *sentence, uint32_t clause, uint32_t have)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t subject = have == PP_NO_HEAD || tokens[clause].relation != PP_REL_CCOMP
                           ? PP_NO_HEAD
                           : pp_i_mend_child(sentence, clause, PP_REL_NSUBJ, 0, clause);
    if (subject == PP_NO_HEAD || tokens[subject].tag != PP_TAG_NOUN) {
        return false;
    }
    bool joined = pp_i_mend_child(sentence, subject, PP_REL_CONJ, subject, clause) != PP_NO_HEAD;
    bool plural = joined || !pp_i_text_equal(tokens[subject].form, tokens[subject].lemma);
    return plural ? pp_i_text_is(tokens[have].form, "has")
                  : pp_i_text_is(tokens[have].form, "have");
}

/* "denies that the road was shut and maintains", "acknowledged that it had fallen behind but said":
 * the tense is that of who reports, not that of the clause. */
static bool has_tense_of(const pp_i_sentence *sentence, uint32_t above, uint32_t clause,
                         uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    bool said = tokens[clause].relation == PP_REL_CCOMP || /* "the charge that it had acted" */
                (tokens[clause].relation == PP_REL_ACL && above < clause &&
                 is_said_of_noun(sentence, clause));
    if (!said || above >= clause || !pp_i_word_in(tokens[verb].lemma, REPORTS)) {
        return false;
    }
    uint32_t modal = PP_NO_HEAD;
    above = tokens[above].tag == PP_TAG_NOUN ? finite_above(sentence, above) : above;
    if (above >= clause) {
        return false;
    }
    for (uint32_t i = above + 1; i < clause; i++) {
        bool aux = tokens[i].head == clause && tokens[i].tag == PP_TAG_AUX;
        modal = aux && modal == PP_NO_HEAD ? i : modal;
    }
    bool now = pp_i_token_ends(&tokens[verb], "s") && pp_i_token_ends(&tokens[above], "s");
    bool past = pp_i_mend_is_past(&tokens[verb]) && pp_i_mend_is_past(&tokens[above]);
    bool bare = pp_i_text_equal(tokens[verb].form, tokens[verb].lemma) && /* ", yet hint at" */
                pp_i_text_equal(tokens[above].form, tokens[above].lemma) && modal != PP_NO_HEAD &&
                verb > 1 && tokens[verb - 1].tag == PP_TAG_CCONJ &&
                tokens[verb - 2].tag == PP_TAG_PUNCT;
    if (bare) {
        return pp_i_word_in(tokens[modal].form, "would will had was were could");
    }
    if (modal == PP_NO_HEAD) {
        return now && pp_i_mend_is_past(&tokens[clause]);
    }
    if (now) {
        return pp_i_word_in(tokens[modal].form,
                            "was were would will had could should must may might "
                            "can did");
    }
    bool pluperfect =
        past && pp_i_text_is(tokens[modal].form, "had") && tokens[clause].relation == PP_REL_ACL;
    return pluperfect ||
           (past &&
            pp_i_word_in(tokens[modal].form, "had would will could should must may might") &&
            pp_i_word_in(tokens[verb].lemma, "say add insist argue deny"));
}

/* "She warned that it would fail, and she ruled out any retreat": who ruled it out is who warned.
 */
static bool goes_on(pp_i_sentence *sentence, uint32_t clause, uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t above = tokens[clause].head;
    if (tokens[clause].relation != PP_REL_CCOMP || above >= clause ||
        !pp_i_word_in(tokens[verb].lemma, REPORTS) || !pp_i_mend_is_past(&tokens[verb]) ||
        !pp_i_mend_is_past(&tokens[above])) {
        return false;
    }
    uint32_t subject = pp_i_mend_child(sentence, verb, PP_REL_NSUBJ, clause, verb);
    uint32_t who = pp_i_mend_child(sentence, above, PP_REL_NSUBJ, 0, above);
    if (subject == PP_NO_HEAD || who == PP_NO_HEAD || subject < 2 || verb != subject + 1) {
        return false;
    }
    bool same = tokens[who].tag == PP_TAG_PRON
                    ? pp_i_text_equal(tokens[who].lemma, tokens[subject].lemma)
                    : tokens[who].tag == PP_TAG_PROPN;
    return same && pp_i_word_in(tokens[subject].form, "he she") &&
           tokens[subject - 1].tag == PP_TAG_CCONJ && pp_i_text_is(tokens[subject - 2].form, ",");
}

/* Hangs the verb on a word further up, with all behind it that hung on those between. */
static void hang_above(pp_i_sentence *sentence, uint32_t verb, uint32_t above)
{
    pp_i_token *tokens = sentence->tokens;
    tokens[verb].head = above;
    for (uint32_t i = verb + 1; i < sentence->token_count; i++) {
        bool crosses = tokens[i].head > above && tokens[i].head < verb;
        tokens[i].head = crosses && tokens[i].tag != PP_TAG_PUNCT ? verb : tokens[i].head;
    }
}

/* "apologised to those whose trains had been cut and promised that": a passive clause about a noun
 * promises nothing. */
static bool is_of_noun(const pp_i_sentence *sentence, uint32_t clause, uint32_t verb)
{
    const pp_i_token *tokens = sentence->tokens;
    bool passive = false;
    for (uint32_t i = 0; i < clause; i++) {
        passive = passive || (tokens[i].head == clause && pp_i_text_is(tokens[i].lemma, "be"));
    }
    return tokens[clause].relation == PP_REL_ACL && passive && pp_i_mend_is_past(&tokens[clause]) &&
           pp_i_word_in(tokens[verb].lemma, REPORTS " promise pledge vow") &&
           pp_i_mend_child(sentence, verb, PP_REL_CCOMP, verb, (uint32_t)sentence->token_count) !=
               PP_NO_HEAD;
}

/* "has reiterated that it is so and has rebuffed any talk", "rejects it as a device to legalise
 * theft and demands": a finite verb hung on an infinitive, on a noun or on what was said goes on
 * with the clause above. */
void pp_i_mend_parallel(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t have = PP_NO_HEAD, joint = PP_NO_HEAD;
    bool own_clause = false;
    bool joined = tokens[verb].relation == PP_REL_CONJ && tokens[verb].head < verb;
    if (joined && is_own_mood(sentence, tokens[verb].head, verb)) {
        hang_above(sentence, verb, tokens[tokens[verb].head].head);
        return;
    }
    if (tokens[verb].tag != PP_TAG_VERB || tokens[verb].relation != PP_REL_CONJ || verb < 3) {
        return;
    }
    for (uint32_t i = 0; i < verb; i++) {
        bool own = tokens[i].head == verb;
        bool perfect = own && tokens[i].relation == PP_REL_AUX;
        have = perfect && pp_i_text_is(tokens[i].lemma, "have") ? i : have;
        joint = own && tokens[i].tag == PP_TAG_CCONJ ? i : joint;
        own_clause =
            own_clause ||
            (own && (tokens[i].relation == PP_REL_NSUBJ || tokens[i].relation == PP_REL_MARK));
    }
    uint32_t head = tokens[verb].head;
    if (goes_on(sentence, head, verb)) {
        hang_above(sentence, verb, tokens[head].head);
        return;
    }
    bool whole = head < verb && tokens[head].tag == PP_TAG_NOUN && joint + 1 == verb &&
                 pp_i_text_equal(tokens[verb].form, tokens[verb].lemma); /* "and want" */
    uint32_t above_noun = whole && !own_clause ? finite_above(sentence, head) : PP_NO_HEAD;
    if (above_noun < head && tokens[above_noun].tag == PP_TAG_VERB &&
        pp_i_text_equal(tokens[above_noun].form, tokens[above_noun].lemma) &&
        pp_i_word_in(tokens[verb].lemma, REPORTS " want seek oppose favour favor back support")) {
        hang_above(sentence, verb, above_noun);
        return;
    }
    bool bent =
        have != PP_NO_HEAD ||
        (!pp_i_text_equal(tokens[verb].form, tokens[verb].lemma) && tokens[verb].form.length > 3 &&
         !pp_i_token_ends(&tokens[verb], "ing")) ||
        (joint != PP_NO_HEAD && joint > 0 && /* ", yet hint at" */
         tokens[joint - 1].tag == PP_TAG_PUNCT && pp_i_word_in(tokens[verb].lemma, REPORTS));
    if (!own_clause && joint != PP_NO_HEAD && is_own_deed(sentence, head, verb)) {
        hang_above(sentence, verb, tokens[head].head);
        return;
    }
    uint32_t behind = joint == PP_NO_HEAD ? verb : joint + 1;
    behind += tokens[behind].tag == PP_TAG_ADV; /* "and still calls" */
    bool next = joint != PP_NO_HEAD && (behind == verb || behind == have);
    if (!bent || !next || own_clause || tokens[head].head == PP_NO_HEAD) {
        return;
    }
    uint32_t above = tokens[head].head;
    bool wrong = is_infinitive(sentence, head) || tokens[head].tag == PP_TAG_NOUN ||
                 is_of_noun(sentence, head, verb);
    bool said = tokens[head].relation == PP_REL_CCOMP && have != PP_NO_HEAD &&
                pp_i_sentence_has_before(sentence, above, PP_REL_AUX, above) &&
                !pp_i_sentence_has_before(sentence, head, PP_REL_AUX, head);
    said = said || reports_and_asks(sentence, head, verb) ||
           has_tense_of(sentence, above, head, verb) || has_number_of(sentence, head, have) ||
           (tokens[head].relation == PP_REL_CCOMP && /* "demands that it be ended and portrays" */
            pp_i_token_ends(&tokens[verb], "s") && pp_i_token_ends(&tokens[above], "s") &&
            has_bare_be(sentence, head));
    bool of_noun = is_of_noun(sentence, head, verb);
    above = wrong ? finite_above(sentence, of_noun ? above : head) : said ? above : PP_NO_HEAD;
    if (above != PP_NO_HEAD && above < verb) {
        hang_above(sentence, verb, above);
    }
}
