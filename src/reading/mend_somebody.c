/* mend_somebody.c: who does it, where the parse took them for something else; see mend_parts.h. */
#include "reading/mend_parts.h"

/* "X, whose army holds it, would leave": a name that is called by nobody is the verb's subject. */
static void mend_vocative(pp_i_sentence *sentence, uint32_t name)
{
    pp_i_token *tokens = sentence->tokens;
    if (tokens[name].relation != PP_REL_VOCATIVE) {
        return;
    }
    uint32_t root = pp_i_sentence_root(sentence);
    if (name < root && root < sentence->token_count && tokens[root].tag == PP_TAG_VERB &&
        !pp_i_sentence_has_before(sentence, root, PP_REL_NSUBJ, root) &&
        pp_i_sentence_has_before(sentence, root, PP_REL_AUX, root)) {
        tokens[name].head = root;
        tokens[name].relation = PP_REL_NSUBJ;
    }
}

/* "it was willing to keep the wall": somebody is willing, and to do what is behind. */
static void mend_willing(pp_i_sentence *sentence, uint32_t adjective)
{
    pp_i_token *tokens = sentence->tokens;
    if (!pp_i_word_in(tokens[adjective].form,
                      "willing ready prepared unwilling unable able reluctant determined quick "
                      "swift slow eager keen anxious")) {
        return;
    }
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        if (tokens[i].head == adjective && tokens[i].relation == PP_REL_EXPL && i < adjective) {
            tokens[i].relation = PP_REL_NSUBJ;
        } else if (tokens[i].head == adjective && i == adjective + 2 &&
                   (tokens[i].relation == PP_REL_CSUBJ || tokens[i].relation == PP_REL_ADVCL) &&
                   pp_i_text_is(tokens[i - 1].form, "to")) {
            tokens[i].relation = PP_REL_XCOMP;
        } else if (tokens[i].head == adjective && tokens[i].relation == PP_REL_CSUBJ &&
                   i > adjective) {
            tokens[i].relation = PP_REL_XCOMP;
        }
    }
}

/* "but its chief executive, Ann Reed, said": the subject of the verb behind the name. */
static void give_executive(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t comma = word + 3;
    while (comma < sentence->token_count && comma < word + 8 &&
           !pp_i_text_is(tokens[comma].form, ",")) {
        comma++;
    }
    if (!pp_i_text_is(tokens[word + 1].form, ",") || comma >= sentence->token_count ||
        !pp_i_text_is(tokens[comma].form, ",")) {
        return;
    }
    uint32_t verb = comma + 1;
    while (verb < sentence->token_count && tokens[verb].tag == PP_TAG_AUX) {
        verb++;
    }
    if (verb >= sentence->token_count || tokens[verb].tag != PP_TAG_VERB ||
        pp_i_mend_child(sentence, verb, PP_REL_NSUBJ, 0, verb) != PP_NO_HEAD ||
        !pp_i_mend_hang(sentence, word, verb, PP_REL_NSUBJ)) {
        return;
    }
    tokens[word].tag = PP_TAG_NOUN;
    (void)pp_i_mend_hang(sentence, word - 1, word, PP_REL_AMOD);
    if (word > 1 && (tokens[word - 2].tag == PP_TAG_PRON || tokens[word - 2].tag == PP_TAG_DET)) {
        (void)pp_i_mend_hang(sentence, word - 2, word,
                             tokens[word - 2].tag == PP_TAG_PRON ? PP_REL_NMOD : PP_REL_DET);
    }
}

/* "Anna Brack, chief executive of the port": a noun where it modifies none. */
static void mend_executive(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    uint8_t relation = tokens[word].relation;
    if (tokens[word].tag == PP_TAG_ADJ && pp_i_text_is(tokens[word].lemma, "executive") &&
        (relation == PP_REL_APPOS || relation == PP_REL_NSUBJ || relation == PP_REL_CONJ)) {
        tokens[word].tag = PP_TAG_NOUN;
    }
    if (tokens[word].tag == PP_TAG_ADJ && word > 0 && word + 2 < sentence->token_count &&
        pp_i_text_is(tokens[word].form, "executive") &&
        pp_i_text_is(tokens[word - 1].form, "chief") && tokens[word + 2].head == word) {
        give_executive(sentence, word);
        return;
    }
    uint32_t name = tokens[word].head,
             verb = name < sentence->token_count ? tokens[name].head : name;
    if (tokens[word].tag == PP_TAG_ADJ && relation == PP_REL_AMOD && name == word + 2 &&
        pp_i_text_is(tokens[word].lemma, "executive") && pp_i_text_is(tokens[word + 1].form, ",") &&
        tokens[name].tag == PP_TAG_PROPN &&
        verb < sentence->token_count) { /* "Its chief executive, Ann Reed," */
        tokens[word].tag = PP_TAG_NOUN;
        tokens[word].head = verb;
        tokens[word].relation = tokens[name].relation;
        tokens[name].head = word;
        tokens[name].relation = PP_REL_APPOS;
        for (uint32_t i = 0; i < word; i++) {
            tokens[i].head = tokens[i].head == name ? word : tokens[i].head;
        }
    }
}

/* "It wants a seat": it is somebody, where the verb is one that somebody does. */
static void mend_it(pp_i_sentence *sentence, uint32_t it)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[it].head;
    bool empty = tokens[it].relation == PP_REL_EXPL && verb < sentence->token_count && verb > it &&
                 pp_i_text_is(tokens[it].lemma, "it");
    if (!empty || tokens[verb].tag != PP_TAG_VERB ||
        pp_i_word_in(tokens[verb].lemma, "seem appear turn happen take rain snow matter follow be "
                                         "emerge remain prove mean cost become look make") ||
        pp_i_sentence_has_before(sentence, verb, PP_REL_NSUBJ, verb)) {
        return;
    }
    for (uint32_t i = it; i < verb; i++) {
        if (tokens[i].head == verb && pp_i_text_is(tokens[i].lemma, "be")) {
            return; /* "it is said that" */
        }
    }
    tokens[it].relation = PP_REL_NSUBJ;
}

/* "Its chief executive said": whose he is, and nobody who says it. */
static void mend_its(pp_i_sentence *sentence, uint32_t its)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = its + 1;
    if (tokens[its].relation != PP_REL_NSUBJ ||
        !pp_i_word_in(tokens[its].form, "its Its their Their our Our my My your Your")) {
        return;
    }
    while (noun < sentence->token_count && tokens[noun].tag == PP_TAG_ADJ) {
        noun++;
    }
    if (noun < sentence->token_count && tokens[noun].tag == PP_TAG_NOUN) {
        (void)pp_i_mend_hang(sentence, its, noun, PP_REL_NMOD);
    }
}

void pp_i_mend_somebody(pp_i_sentence *sentence, uint32_t word)
{
    mend_vocative(sentence, word);
    mend_willing(sentence, word);
    mend_executive(sentence, word);
    mend_it(sentence, word);
    mend_its(sentence, word);
}
