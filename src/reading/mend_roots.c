/* mend_roots.c: the main verb, where the parse gave its place to another word; see mend_parts.h. */
#include "reading/mend_parts.h"

#include <string.h>

/* "The Chamber of Commerce proposes an increase": what has an object of its own is a verb. */
void pp_i_mend_noun_root(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[verb].head, count = (uint32_t)sentence->token_count;
    if (tokens[verb].tag != PP_TAG_NOUN || tokens[verb].relation != PP_REL_NMOD || noun >= verb ||
        tokens[noun].relation != PP_REL_ROOT || !pp_i_mend_is_noun(&tokens[noun]) ||
        !pp_i_token_ends(&tokens[verb], "s") || verb + 2 >= count ||
        tokens[verb + 1].tag != PP_TAG_DET) {
        return;
    }
    uint32_t object = pp_i_mend_child(sentence, verb, PP_REL_OBJ, verb + 1, count);
    uint32_t name = pp_i_mend_child(sentence, verb, PP_REL_COMPOUND, noun, verb);
    if (object == PP_NO_HEAD || name == PP_NO_HEAD || name + 1 != verb) {
        return;
    }
    tokens[verb].tag = PP_TAG_VERB;
    size_t length = tokens[verb].form.length; /* "denies" keeps the lemma that it has */
    bool ies = length > 4 && memcmp(tokens[verb].form.data + length - 3, "ies", 3) == 0;
    tokens[verb].lemma = ies ? tokens[verb].lemma : (pp_text){tokens[verb].form.data, length - 1};
    pp_i_mend_give_place(sentence, verb, noun, PP_REL_NSUBJ);
    (void)pp_i_mend_hang(sentence, name, noun, PP_REL_NMOD);
    for (uint32_t i = noun + 1; i < name; i++) {
        if (tokens[i].head == verb) {
            (void)pp_i_mend_hang(sentence, i, name, tokens[i].relation);
        }
    }
    for (uint32_t i = verb + 1; i < count; i++) {
        tokens[i].head = tokens[i].head == noun ? verb : tokens[i].head;
    }
}

/* "The teachers are opposing plans": no plans that oppose. */
void pp_i_mend_progressive(pp_i_sentence *sentence, uint32_t verb)
{
    static const struct {
        const char *form, *lemma;
    } FORMS[] = {{"opposing", "oppose"},      {"demanding", "demand"},  {"seeking", "seek"},
                 {"threatening", "threaten"}, {"resisting", "resist"},  {"supporting", "support"},
                 {"questioning", "question"}, {"boycotting", "boycott"}};
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[verb].head;
    if (tokens[verb].relation != PP_REL_AMOD || noun >= sentence->token_count || noun <= verb ||
        tokens[noun].tag != PP_TAG_NOUN || verb == 0 ||
        pp_i_word_in(tokens[noun].lemma, "side camp end time force view pole direction party")) {
        return; /* "are opposing sides" */
    }
    uint32_t copula = pp_i_mend_child(sentence, noun, PP_REL_COP, 0, verb);
    uint32_t subject = pp_i_mend_child(sentence, noun, PP_REL_NSUBJ, 0, verb);
    bool next =
        copula != PP_NO_HEAD && subject < copula &&
        (copula + 1 == verb || (copula + 2 == verb && tokens[copula + 1].tag == PP_TAG_ADV));
    for (size_t i = 0; next && i < sizeof FORMS / sizeof *FORMS; i++) {
        if (pp_i_text_is(tokens[verb].form, FORMS[i].form)) {
            tokens[verb].tag = PP_TAG_VERB;
            tokens[verb].lemma = pp_i_text_of(FORMS[i].lemma);
            pp_i_mend_give_place(sentence, verb, noun, PP_REL_OBJ);
            tokens[copula].relation = PP_REL_AUX;
            for (uint32_t k = 0; k < sentence->token_count; k++) {
                bool clause =
                    tokens[k].head == noun && (k < verb || tokens[k].tag == PP_TAG_PUNCT ||
                                               tokens[k].relation == PP_REL_ADVCL);
                tokens[k].head = clause ? verb : tokens[k].head;
            }
            return;
        }
    }
}

/* "Militants holding nine engineers have threatened to": the participle is of its noun. */
void pp_i_mend_reduced(pp_i_sentence *sentence, uint32_t participle)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t count = (uint32_t)sentence->token_count, who = participle - 1;
    if (participle == 0 || tokens[participle].relation != PP_REL_ROOT ||
        !pp_i_token_ends(&tokens[participle], "ing") || tokens[who].head != participle ||
        tokens[who].relation != PP_REL_NSUBJ ||
        pp_i_mend_child(sentence, participle, PP_REL_AUX, 0, participle) != PP_NO_HEAD) {
        return;
    }
    for (uint32_t verb = participle + 2; verb < count; verb++) {
        if (pp_i_word_in(tokens[verb].form, ", ; : that")) {
            return;
        }
        uint32_t thing = tokens[verb].head == participle && tokens[verb].tag == PP_TAG_VERB
                             ? pp_i_mend_child(sentence, verb, PP_REL_NSUBJ, participle + 1, verb)
                             : PP_NO_HEAD;
        bool finite = thing != PP_NO_HEAD && thing + 1 < verb &&
                      tokens[thing + 1].tag == PP_TAG_AUX && tokens[thing + 1].head == verb;
        if (finite) {
            pp_i_mend_give_place(sentence, verb, participle, PP_REL_ACL);
            tokens[who].head = verb;
            tokens[participle].head = who;
            tokens[thing].head = participle;
            tokens[thing].relation = PP_REL_OBJ;
            for (uint32_t i = 0; i < count; i++) {
                bool behind = tokens[i].head == participle && i > verb;
                tokens[i].head = behind ? verb : tokens[i].head;
            }
            return;
        }
    }
}

/* "The council, led by rivals, voted to cut, arguing that": who argues has voted. */
void pp_i_mend_voted(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[verb].head, count = (uint32_t)sentence->token_count;
    if (tokens[verb].relation != PP_REL_ACL || tokens[verb].tag != PP_TAG_VERB || verb < 4 ||
        noun >= verb || tokens[noun].relation != PP_REL_NSUBJ ||
        tokens[verb - 1].tag != PP_TAG_PUNCT || !pp_i_mend_is_past(&tokens[verb])) {
        return;
    }
    uint32_t root = tokens[noun].head;
    uint32_t aside = pp_i_mend_child(sentence, noun, PP_REL_ACL, noun + 1, verb);
    bool trails = root < count && root > verb && tokens[root].relation == PP_REL_ROOT &&
                  pp_i_token_ends(&tokens[root], "ing") && tokens[root - 1].tag == PP_TAG_PUNCT &&
                  pp_i_mend_child(sentence, root, PP_REL_AUX, 0, root) == PP_NO_HEAD;
    if (!trails || aside == PP_NO_HEAD || tokens[noun + 1].tag != PP_TAG_PUNCT) {
        return;
    }
    pp_i_mend_give_place(sentence, verb, root, PP_REL_ADVCL);
    tokens[noun].head = verb;
}

/* "While X is for it, A and B have made clear": those before the verb are its subject. */
void pp_i_mend_behind_comma(pp_i_sentence *sentence, uint32_t name)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t count = (uint32_t)sentence->token_count, last = name;
    if (tokens[name].relation != PP_REL_APPOS || tokens[name].tag != PP_TAG_PROPN || name < 3 ||
        !pp_i_text_is(tokens[name - 1].form, ",")) {
        return;
    }
    uint32_t thing = tokens[name].head; /* "and B" may hang on the thing, too */
    for (uint32_t i = name + 1; i < count && i < name + 6; i++) {
        bool joined = tokens[i].relation == PP_REL_CONJ && tokens[i].tag == PP_TAG_PROPN &&
                      (tokens[i].head == name || tokens[i].head == thing);
        last = joined ? i : last;
    }
    uint32_t aux = last + 1, verb = aux < count ? tokens[aux].head : PP_NO_HEAD;
    if (aux >= count || tokens[aux].tag != PP_TAG_AUX || verb >= count || verb < aux ||
        tokens[verb].relation != PP_REL_ROOT ||
        pp_i_mend_child(sentence, verb, PP_REL_NSUBJ, 0, verb) != PP_NO_HEAD) {
        return;
    }
    (void)pp_i_mend_hang(sentence, name, verb, PP_REL_NSUBJ);
    if (last != name) {
        (void)pp_i_mend_hang(sentence, last, name, PP_REL_CONJ);
    }
}

/* "The former rejected it": somebody, and no quality. */
void pp_i_mend_latter(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t next = word + 1;
    bool somebody = word > 0 && next < sentence->token_count &&
                    pp_i_word_in(tokens[word].form, "former latter") &&
                    pp_i_word_in(tokens[word - 1].form, "the The") &&
                    (tokens[next].tag == PP_TAG_VERB || tokens[next].tag == PP_TAG_AUX) &&
                    (tokens[next].relation != PP_REL_AMOD || /* "the former ruling party" */
                     pp_i_word_in(tokens[next].form, "rejected accepted demanded proposed offered "
                                                     "refused backed opposed wanted said"));
    if (somebody) {
        tokens[word].tag = PP_TAG_NOUN;
        bool quality = tokens[word].relation == PP_REL_AMOD;
        tokens[word].relation = quality ? PP_REL_NMOD : tokens[word].relation;
        (void)pp_i_mend_hang(sentence, word - 1, word, PP_REL_DET);
    }
}

/* "a plan that Germany supports but France opposes": two who do something with the plan. */
void pp_i_mend_relative_pair(pp_i_sentence *sentence, uint32_t name)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t count = (uint32_t)sentence->token_count, verb = name + 1;
    if (name < 4 || verb >= count || tokens[name].relation != PP_REL_CONJ ||
        !pp_i_mend_is_noun(&tokens[name]) || tokens[name - 1].tag != PP_TAG_CCONJ ||
        tokens[verb].tag != PP_TAG_VERB || tokens[name - 2].tag != PP_TAG_VERB) {
        return;
    }
    uint32_t first = name - 2; /* "Germany supports but France" */
    uint32_t other = pp_i_mend_child(sentence, first, PP_REL_NSUBJ, 0, first);
    bool pair = other < first && other > 0 &&
                (tokens[name].head == first || tokens[name].head == other) &&
                pp_i_word_in(tokens[other - 1].form, "that which");
    uint32_t noun = tokens[first].relation == PP_REL_ACL  ? tokens[first].head
                    : tokens[verb].relation == PP_REL_ACL ? tokens[verb].head
                                                          : PP_NO_HEAD;
    if (!pair || noun >= other || pp_i_mend_is_under(sentence, noun, first) ||
        pp_i_mend_is_under(sentence, noun, name) ||
        (pp_i_mend_is_under(sentence, noun, verb) && tokens[noun].head != verb)) {
        return;
    }
    if (tokens[noun].head == verb) { /* the rest of a sentence: its noun is its root */
        tokens[noun].head = tokens[verb].head;
        tokens[noun].relation = tokens[verb].relation;
    }
    tokens[first].head = noun;
    tokens[first].relation = PP_REL_ACL;
    tokens[verb].head = first;
    tokens[verb].relation = PP_REL_CONJ;
    tokens[name].head = verb;
    tokens[name].relation = PP_REL_NSUBJ;
    for (uint32_t i = 0; i < count; i++) {
        bool before = tokens[i].head == verb && i < first;
        bool point = tokens[i].head == verb && i > verb && tokens[i].tag == PP_TAG_PUNCT;
        tokens[i].head = before ? first : point ? noun : tokens[i].head;
    }
}
