/*
 * issues_options.c: which options of an issue are one, and what issues and options are called; see
 * issues.h.
 *
 * What one party asks for together becomes one option: it does not exclude itself.
 */
#include <string.h>

#include "reading/clause.h"
#include "reading/issues_parts.h"

enum {
    TITLE_BYTE_COUNT_MAX = 120,
    TITLE_BYTE_COUNT_MIN = 8,
    SHARED_COUNT_MAX = 200 /* statements of an issue that are asked for the word they share */
};

/* Does the party want it, rather than put it up for talk? */
static bool is_wanted(pp_i_act act)
{
    return act == PP_ACT_DEMANDS || act == PP_ACT_ASKS || act == PP_ACT_SUPPORTS;
}

/* --- Options wanted together ----------------------------------------------------------------- */

/* 1: a statement of `party` in the option wants it; -1: one refuses it; 0: neither. */
static int wish_of(const pp_i_issue_maker *state, size_t option, size_t party)
{
    int wish = 0;
    for (size_t i = option; i != PP_NONE; i = state->options.next[i]) {
        const pp_i_said *said = &state->reading->statements[i];
        if (said->party == party && pp_i_act_direction(said->act) < 0)
            return -1;
        if (said->party == party && is_wanted(said->act))
            wish = 1;
    }
    return wish;
}

/* Does somebody refuse one of two options and ask for the other? */
static bool are_opposed(const pp_i_issue_maker *state, size_t a, size_t b)
{
    const size_t both[] = {a, b};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = both[k]; i != PP_NONE; i = state->options.next[i]) {
            const pp_i_said *said = &state->reading->statements[i];
            if (pp_i_act_direction(said->act) < 0 && wish_of(state, both[1 - k], said->party) > 0)
                return true;
        }
    return false;
}

/* Joins what one party wants together; an issue has few options, so that pairs may be walked. */
void pp_i_issues_join_wanted(pp_i_issue_maker *state, size_t issue)
{
    for (size_t i = issue; i != PP_NONE; i = state->issues.next[i]) {
        const pp_i_said *one = &state->reading->statements[i];
        if (!is_wanted(one->act) || state->claims[i].is_reversed)
            continue;
        for (size_t j = state->issues.next[i]; j != PP_NONE; j = state->issues.next[j]) {
            const pp_i_said *two = &state->reading->statements[j];
            size_t a = state->options.of[i], b = state->options.of[j];
            if (a == b || two->party != one->party || !is_wanted(two->act) ||
                state->claims[j].is_reversed || are_opposed(state, a, b) ||
                !pp_i_issues_same_numbers(state, a, b))
                continue;
            pp_i_clusters_join(&state->options, a, b);
        }
    }
}

/* --- Titles ---------------------------------------------------------------------------------- */

static pp_text cut_title(pp_text text)
{
    text = pp_i_text_trim(text);
    while (text.length > 0 && strchr(",;:.", text.data[text.length - 1]) != NULL)
        text.length--;
    if (text.length > TITLE_BYTE_COUNT_MAX) {
        text.length = TITLE_BYTE_COUNT_MAX;
        while (text.length > 0 && text.data[text.length] != ' ')
            text.length--;
    }
    return text;
}

/* How well the statement's words would name the option: below 0 is not at all. */
static int title_merit(const pp_i_issue_maker *state, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    pp_text title = cut_title(said->content.text);
    int merit = 0;
    if (title.length < TITLE_BYTE_COUNT_MIN)
        return -1;
    merit += said->content_from.said.length == 0 ? 8 : 0;
    merit += state->claims[statement].is_reversed ? 0 : 4;
    merit += pp_i_act_direction(said->act) != 0 ? 2 : 0;
    return merit + (title.length <= 80 ? 1 : 0);
}

size_t pp_i_issues_name_giver(const pp_i_issue_maker *state, size_t option)
{
    size_t best = option;
    int merit = -2;
    for (size_t i = option; i != PP_NONE; i = state->options.next[i]) {
        int own = title_merit(state, i);
        if (own > merit || (own == merit && i < best)) {
            best = i;
            merit = own;
        }
    }
    return best;
}

/* Of "could never accept more than 200" what is refused: "more than 200"; of "would accept 300"
 * what is accepted. Where no such word (of `openers`) is in it, the text itself. */
static pp_text without_frame(pp_text text, const char *openers)
{
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && text.data[end] != ' ')
            end++;
        pp_text word = {text.data + at, end - at};
        at = end + 1;
        if (!pp_i_word_in(word, openers) || at >= text.length)
            continue;
        pp_text rest = {text.data + at, text.length - at};
        static const char *const frames[] = {"accept ", "agree to ", "allow ", "support ",
                                             "sign ", "consent to ", "tolerate "};
        for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
            size_t length = strlen(frames[i]);
            if (rest.length > length && memcmp(rest.data, frames[i], length) == 0)
                return (pp_text){rest.data + length, rest.length - length};
        }
        return rest;
    }
    return text;
}

pp_text pp_i_issues_option_title(const pp_i_issue_maker *state, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    pp_text words = said->content.text;
    if (said->act == PP_ACT_REJECTS && said->negated)
        words = without_frame(words, "not never no cannot");
    else if (said->act == PP_ACT_ACCEPTS)
        words = without_frame(words, "accept");
    pp_text title = cut_title(words);
    if (title.length < TITLE_BYTE_COUNT_MIN)
        title = cut_title(said->content.text);
    if (title.length == 0)
        title = cut_title(said->quote.text);
    return title;
}

pp_text pp_i_issues_shared_word(const pp_i_issue_maker *state, const pp_i_issue_found *issue)
{
    double best = 0;
    pp_text form = {0};
    size_t count =
        issue->statement_count < SHARED_COUNT_MAX ? issue->statement_count : SHARED_COUNT_MAX;
    for (size_t i = 0; i < count; i++) {
        const pp_i_claim *claim = &state->claims[issue->statements[i]];
        for (size_t k = 0; k < claim->term_count; k++) {
            double sum = 0;
            for (size_t j = 0; j < count; j++) {
                const pp_i_claim *other = &state->claims[issue->statements[j]];
                for (size_t m = 0; m < other->term_count; m++)
                    sum +=
                        other->terms[m].root == claim->terms[k].root ? other->terms[m].weight : 0;
            }
            if (sum > best) {
                best = sum;
                form = claim->terms[k].form;
            }
        }
    }
    return form;
}
