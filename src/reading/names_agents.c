/* names_agents.c: does a name do or say something there, as a capital that stands for its
 * government does: "was condemned in Algiers", "the backing of Moscow"; see names_steps.h. */
#include "reading/names_steps.h"

enum { CONJUNCT_COUNT_MAX = 8 };

/* "was condemned in Algiers": a passive of saying, without anybody behind "by". */
static bool is_said_there(const pp_i_sentence *sentence, uint32_t verb)
{
    bool passive = false, by = false;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        const pp_i_token *token = &sentence->tokens[i];
        passive = passive || (token->head == verb && token->relation == PP_REL_AUX &&
                              pp_i_text_is(token->lemma, "be"));
        by = by || (i > verb && pp_i_text_is(token->form, "by") && i <= verb + 2);
    }
    unsigned what = pp_i_name_word(sentence->tokens[verb].lemma, NULL);
    bool participle = sentence->tokens[verb].relation == PP_REL_ACL && /* "welcomed in Algiers" */
                      !pp_i_text_equal(sentence->tokens[verb].form, sentence->tokens[verb].lemma);
    return (passive || participle) && !by &&
           ((what & PP_WORD_SPEECH) != 0 ||
            pp_i_word_in(sentence->tokens[verb].lemma,
                         "condemn criticise criticize hail deplore "
                         "resent welcome reject oppose rebuff spurn "
                         "praise denounce applaud endorse view "
                         "dismiss resist regret meet greet receive embrace "
                         "shun remember interpret deride"));
}

/* ", which insists": what stands before says something. */
static bool is_going_on(const pp_i_sentence *sentence, uint32_t at)
{
    if (at + 3 >= sentence->token_count || !pp_i_text_is(sentence->tokens[at].form, ",") ||
        !pp_i_text_is(sentence->tokens[at + 1].form, "which") ||
        sentence->tokens[at + 1].relation != PP_REL_NSUBJ)
        return false;
    uint32_t verb = sentence->tokens[at + 1].head;
    return verb != PP_NO_HEAD && verb > at && verb < at + 6 &&
           sentence->tokens[verb].tag == PP_TAG_VERB &&
           ((pp_i_name_word(sentence->tokens[verb].lemma, NULL) & PP_WORD_SPEECH) != 0 ||
            pp_i_word_in(sentence->tokens[verb].lemma, "hold see regard consider view"));
}

/* Whether a capital speaks here: as a subject, an owner, behind "by" or "according to". */
bool pp_i_names_is_agent(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    const pp_i_token *head = &sentence->tokens[found->head];
    uint32_t first = found->start;
    for (int i = 0;
         i < CONJUNCT_COUNT_MAX && head->relation == PP_REL_CONJ && head->head != PP_NO_HEAD; i++) {
        first = head->head;
        head = &sentence->tokens[head->head];
    }
    while (first > 0 && first < found->start && sentence->tokens[first - 1].tag == PP_TAG_PROPN)
        first--; /* the name that theirs is joined to */
    if (head->relation == PP_REL_NSUBJ)
        return true;
    if (found->end < sentence->token_count) {
        pp_text next = sentence->tokens[found->end].form;
        if (pp_i_text_is(next, "'s") || pp_i_text_is(next, "\xE2\x80\x99s"))
            return true;
    }
    if (found->start == 0)
        return false;
    uint32_t does = head->head;
    if (does > 0 && does < found->start && head->relation == PP_REL_OBJ &&
        pp_i_text_is(sentence->tokens[does].lemma, "do") &&
        pp_i_word_in(sentence->tokens[does - 1].form, "as so"))
        return true; /* "as do London and Berlin" */
    pp_text before = sentence->tokens[(first > 0 ? first : found->start) - 1].form;
    if (pp_i_text_is(before, "of") && head->head != PP_NO_HEAD && /* "the backing of Moscow" */
        pp_i_word_in(sentence->tokens[head->head].lemma,
                     "backing support approval blessing endorsement consent"))
        return true;
    if (pp_i_text_is(before, "in") && found->start > 1 &&
        pp_i_word_in(sentence->tokens[found->start - 2].lemma, "official diplomat"))
        return true; /* "officials in Minsk" */
    if (pp_i_text_is(before, "in") && head->relation == PP_REL_OBL && head->head != PP_NO_HEAD &&
        is_said_there(sentence, head->head))
        return true;
    bool nmod = head->head != PP_NO_HEAD && head->relation == PP_REL_NMOD;
    uint32_t felt = nmod ? head->head : found->start > 1 ? found->start - 2 : 0;
    if (pp_i_text_is(before, "in") && found->start > 1 &&
        pp_i_word_in(sentence->tokens[felt].lemma,
                     "concern unease reserve anger worry doubt scepticism skepticism opposition "
                     "favour favor sympathy support disquiet alarm resistance anxiety criticism "
                     "dismay irritation reluctance interest response reception reaction welcome"))
        return true; /* "has met with unease in Singapore", "a cool response in Singapore" */
    if (pp_i_text_is(before, "from") && head->head != PP_NO_HEAD && /* "a protest from Rabat" */
        pp_i_word_in(
            sentence->tokens[head->head].lemma,
            "protest opposition criticism demand call pressure objection complaint support "
            "approval resistance condemnation warning threat proposal offer request "
            "assurance guarantee pledge concession signal response reaction answer reply "
            "statement message reservation praise rebuke denial concern doubt"))
        return true;
    if (found->start == 1 && pp_i_word_in(before, "For To") && found->end < sentence->token_count &&
        pp_i_text_is(sentence->tokens[found->end].form, ","))
        return true; /* "To Beijing, that was unacceptable" */
    if (pp_i_text_is(before, "to") && found->start > 1 &&
        pp_i_word_in(sentence->tokens[found->start - 2].lemma,
                     "acceptable unacceptable unpalatable intolerable agreeable"))
        return true; /* "has never been acceptable to Bonn" */
    if (is_going_on(sentence, found->end))
        return true;
    if (pp_i_text_is(before, "to") && found->start > 1)
        return pp_i_text_is(sentence->tokens[found->start - 2].lemma, "accord") ||
               pp_i_text_is(sentence->tokens[found->start - 2].form, "according") ||
               pp_i_text_is(sentence->tokens[found->start - 2].form, "According");
    return pp_i_text_is(before, "by") || pp_i_text_is(before, "between") ||
           pp_i_text_is(before, "with") || pp_i_text_is(before, "against");
}
