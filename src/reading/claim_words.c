/* claim_words.c: words that change what others claim; see claim_words.h. */
#include "reading/claim_words.h"

#include <string.h>

#include "case/case.h"
#include "reading/amount.h"
#include "reading/clause.h"
#include "reading/lexical.h"

bool pp_i_is_number(pp_text form)
{
    pp_i_amount amount;
    return pp_i_amount_at(&form, 1, 0, &amount);
}

bool pp_i_says_when(const pp_i_report *report, size_t sentence, uint32_t token)
{
    const pp_i_sentence *one = &report->sentences[sentence];
    const pp_i_token *tokens = one->tokens;
    uint32_t before = token > 0 && pp_i_word_in(tokens[token - 1].lemma, "the") ? token - 1 : token;
    return pp_i_word_in(tokens[token].lemma, "end") && before > 0 &&
           pp_i_word_in(tokens[before - 1].lemma,
                        "by before until till at toward towards since beyond after past from");
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

/* --- Words of a text without a parse ------------------------------------------------------------
 */

bool pp_i_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

bool pp_i_is_word_byte(char c)
{
    return pp_i_is_letter(c) || pp_i_is_digit(c) || c == '-';
}

/* Where the word that starts at a place ends; "4.5" and "6,000" are one word. */
size_t pp_i_word_end(pp_text text, size_t start)
{
    size_t end = start;
    while (end < text.length &&
           (pp_i_is_word_byte(text.data[end]) ||
            (end > start && end + 1 < text.length && strchr(".,", text.data[end]) != NULL &&
             text.data[end] != '\0' && pp_i_is_digit(text.data[end - 1]) &&
             pp_i_is_digit(text.data[end + 1]))))
        end++;
    return end;
}

/* Words too short or too common to tell anything: what the tags of a parse would have left out. */
bool pp_i_is_function_word(pp_text word)
{
    static const char list[] =
        " the and for with that this its his her their our your they them from into over upon "
        "which "
        "who whom whose what when where will would shall should may might can could must has have "
        "had was were are been being not any all both each than then there here also only very ";
    char padded[PP_LEXEME_BYTE_COUNT_MAX + 3];
    if (word.length < 3)
        return true;
    if (word.length > PP_LEXEME_BYTE_COUNT_MAX)
        return false;
    padded[0] = ' ';
    for (size_t i = 0; i < word.length; i++)
        padded[i + 1] = word.data[i] >= 'A' && word.data[i] <= 'Z'
                            ? (char)(word.data[i] - 'A' + 'a')
                            : word.data[i];
    memcpy(padded + word.length + 1, " ", 2);
    return strstr(list, padded) != NULL;
}
