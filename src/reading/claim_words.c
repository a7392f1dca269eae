/* claim_words.c: words that change what others claim; see claim_words.h. */
#include "reading/claim_words.h"

#include <string.h>

#include "case/case.h"
#include "reading/clause.h"

pp_text pp_i_number_of(pp_text form, pp_text next)
{
    static const char *const spelled[][2] = {
        {"two", "2"},     {"three", "3"},    {"four", "4"},     {"five", "5"},    {"six", "6"},
        {"seven", "7"},   {"eight", "8"},    {"nine", "9"},     {"ten", "10"},    {"eleven", "11"},
        {"twelve", "12"}, {"fifteen", "15"}, {"twenty", "20"},  {"thirty", "30"}, {"forty", "40"},
        {"fifty", "50"},  {"sixty", "60"},   {"seventy", "70"}, {"eighty", "80"}, {"ninety", "90"}};
    if (form.length > 0 && form.data[0] >= '0' && form.data[0] <= '9')
        return form;
    for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++)
        if (pp_i_text_is(form, spelled[i][0]) &&
            !pp_i_word_in(next, "hundred thousand million billion and"))
            return pp_i_text_of(spelled[i][1]);
    return (pp_text){0};
}

bool pp_i_counts_time(const pp_i_sentence *sentence, uint32_t number)
{
    enum { WORDS_BETWEEN_MAX = 2 };
    uint32_t at = number + 1;
    while (at + 1 < sentence->token_count && at <= number + WORDS_BETWEEN_MAX &&
           (sentence->tokens[at].tag == PP_TAG_NUM || sentence->tokens[at].tag == PP_TAG_ADJ))
        at++;
    return at < sentence->token_count &&
           pp_i_word_in(sentence->tokens[at].lemma, "year month week day hour minute decade");
}

bool pp_i_is_denial(const pp_i_token *token)
{
    static const char *const denials[] = {"not", "no", "never", "without", "n't", "neither", "nor"};
    for (size_t i = 0; i < sizeof denials / sizeof *denials; i++)
        if (pp_i_text_is(token->lemma, denials[i]))
            return true;
    return false;
}

uint32_t pp_i_said_denial(const pp_i_reading *reading, const pp_i_said *said)
{
    const pp_i_report *report = &reading->reports[said->report];
    if (!said->negated || said->sentence >= report->sentence_count)
        return PP_NO_HEAD;
    const pp_i_sentence *sentence = &report->sentences[said->sentence];
    for (uint32_t i = said->cue.token_start; i < said->cue.token_end; i++)
        if (i < sentence->token_count && pp_i_is_denial(&sentence->tokens[i]))
            return PP_NO_HEAD; /* "will not accept" a deal with no guarantees */
    for (uint32_t i = said->content.token_start; i < said->content.token_end; i++) {
        bool in_condition = i >= said->condition.token_start && i < said->condition.token_end;
        if (i < sentence->token_count && !in_condition && pp_i_is_denial(&sentence->tokens[i]))
            return i;
    }
    return PP_NO_HEAD;
}

bool pp_i_said_points_with_verdict(const pp_i_said *said)
{
    enum { VERDICT_WORD_COUNT_MAX = 4 };
    pp_text from = said->content_from.said, all = said->content.text;
    bool begins = from.length > 4 && all.length > from.length + 1 &&
                  pp_i_first_word_in(from, "the") &&
                  memcmp(all.data, from.data, from.length) == 0 && all.data[from.length] == ' ';
    size_t word_count = 1, from_count = 1;
    for (size_t i = 0; begins && i < from.length; i++)
        from_count += from.data[i] == ' ';
    for (size_t i = from.length + 1; begins && i < all.length; i++)
        word_count += all.data[i] == ' ';
    if (!begins || from_count != 2 || word_count > VERDICT_WORD_COUNT_MAX)
        return false;
    pp_text behind = {all.data + from.length + 1, all.length - from.length - 1};
    if (pp_i_any_word_in(behind, "of for on to in about with by from at that which who and or as "
                                 "was is"))
        return false; /* "the plan for the port" says what it is */
    return said->act == PP_ACT_REJECTS || said->act == PP_ACT_DOUBTS ||
           said->act == PP_ACT_SUPPORTS;
}
