/*
 * issues_judged.c: what a title takes of words that judge; see issues.h.
 *
 * "The offer was an insult", "described the plan as a trap", "called it unworkable": the title is
 * the offer, the plan. What somebody calls a thing is no part of what there is to agree on.
 */
#include "reading/clause.h"
#include "reading/issues_parts.h"

#define AS_VERBS                                                                                   \
    "describe see regard view dismiss denounce condemn brand label portray depict characterise "   \
    "characterize treat cast hail present welcome reject decry interpret praise criticise "        \
    "criticize deride ridicule attack paint perceive picture"
#define NAMING_VERBS                                                                               \
    "call brand term deem consider find label dub judge pronounce think declare rate"

/* The words of a statement's content. */
typedef struct judged_words {
    const pp_i_token *tokens;
    uint32_t start, end;
} judged_words;

/* The verb of the cue: "described", "has called". */
static pp_text cue_verb(const pp_i_said *said, const pp_i_token *tokens)
{
    pp_text found = {0};
    for (uint32_t i = said->cue.token_start; i < said->cue.token_end; i++)
        if (tokens[i].tag == PP_TAG_VERB)
            found = tokens[i].lemma;
    return found;
}

/* Where "as" stands behind a thing: "the plan as a trap"; else the end. */
static uint32_t as_of(const judged_words *words)
{
    bool what = pp_i_word_in(words->tokens[words->start].form, "what"); /* "what it sees as" */
    for (uint32_t i = words->start + 1; i + 1 < words->end && !what; i++)
        if (pp_i_word_in(words->tokens[i].form, "as") &&
            !pp_i_word_in(words->tokens[i - 1].lemma, "such well far long soon much as") &&
            !pp_i_word_in(words->tokens[i + 1].lemma, "well soon long far much many"))
            return i;
    return words->end;
}

static bool ends_thing(const pp_i_token *token)
{
    return token->tag == PP_TAG_NOUN || token->tag == PP_TAG_PROPN || token->tag == PP_TAG_PRON;
}

/* Where the name begins that a thing is given: "the plan | a trap", "it | unworkable", "the idea |
 * "a joke""; else the end. */
static uint32_t name_of(const judged_words *words)
{
    for (uint32_t i = words->start + 1; i < words->end; i++) {
        pp_text form = words->tokens[i].form;
        bool quotes = pp_i_word_in(form, "\" \xE2\x80\x9C");
        if ((quotes || pp_i_word_in(form, "a an")) && ends_thing(&words->tokens[i - 1]))
            return i;
        if (quotes)
            break;
    }
    uint32_t last = words->end;
    while (last > words->start + 1 &&
           (words->tokens[last - 1].tag == PP_TAG_ADJ || words->tokens[last - 1].tag == PP_TAG_ADV))
        last--;
    bool quality = last < words->end && words->tokens[words->end - 1].tag == PP_TAG_ADJ;
    return quality && ends_thing(&words->tokens[last - 1]) ? last : words->end;
}

/* Where the verb stands in "the offer was an insult", "a delay would be unacceptable"; else the
 * end. */
static uint32_t copula_of(const judged_words *words)
{
    for (uint32_t i = words->start; i < words->end; i++) {
        const pp_i_token *token = &words->tokens[i];
        if (token->tag == PP_TAG_VERB || pp_i_word_in(token->form, ", that which who if"))
            return words->end;
        if (token->tag != PP_TAG_AUX)
            continue;
        bool is = pp_i_word_in(token->lemma, "be") ||
                  (i + 1 < words->end && pp_i_word_in(words->tokens[i + 1].form, "be"));
        uint32_t next =
            i + 1 + (i + 1 < words->end && pp_i_word_in(words->tokens[i + 1].form, "be"));
        if (next < words->end &&
            pp_i_word_in(words->tokens[next].form, "opposed against averse hostile"))
            return words->end; /* "the government was opposed to a rise": not the government */
        bool done =
            next < words->end && words->tokens[next].tag == PP_TAG_VERB; /* "be handed over" */
        return is && !done && i > words->start && ends_thing(&words->tokens[i - 1]) ? i
                                                                                    : words->end;
    }
    return words->end;
}

static uint32_t thing_end(const pp_i_said *said, const judged_words *words)
{
    pp_text verb = cue_verb(said, words->tokens);
    if (pp_i_word_in(verb, AS_VERBS)) {
        uint32_t as = as_of(words);
        if (as < words->end)
            return as;
    }
    if (pp_i_word_in(verb, NAMING_VERBS))
        return name_of(words);
    bool judged = !said->negated && said->act != PP_ACT_SUPPORTS;
    return judged ? copula_of(words) : words->end;
}

pp_text pp_i_issues_judged(const pp_i_issue_maker *state, const pp_i_said *said)
{
    const pp_i_report *report = &state->reading->reports[said->report];
    pp_text whole = pp_i_on_one_line(state->arena, said->content.text);
    bool judges =
        said->act == PP_ACT_REJECTS || said->act == PP_ACT_DOUBTS || said->act == PP_ACT_SUPPORTS;
    if (!judges || said->sentence >= report->sentence_count ||
        said->content.token_end > report->sentences[said->sentence].token_count)
        return whole;
    judged_words words = {report->sentences[said->sentence].tokens, said->content.token_start,
                          said->content.token_end};
    uint32_t end = words.start < words.end ? thing_end(said, &words) : words.end;
    if (end >= words.end)
        return whole;
    bool points = end == words.start + 1 && words.tokens[words.start].tag == PP_TAG_PRON;
    if (points) /* "called it a trap" */
        return said->content_from.text.length > 0
                   ? pp_i_on_one_line(state->arena, said->content_from.text)
                   : whole;
    return pp_i_text_trim(pp_i_issues_words_between(state, said, words.tokens, words.start, end));
}
