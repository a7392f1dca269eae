/*
 * issues_titles.c: what issues and options are called; see issues.h.
 *
 * A title is of the words that were said, without those that say yes or no to it: a party is for
 * the option or against it, and a title that denies would turn the one into the other.
 */
#include <string.h>

#include "reading/claim_words.h"
#include "reading/clause.h"
#include "reading/issues_parts.h"

enum {
    TITLE_BYTE_COUNT_MAX = 120,
    TITLE_BYTE_COUNT_MIN = 8,
    NAMED_BYTE_COUNT_MIN = 4, /* "pay" alone says little; "Malta" of "Malta is a red line" does */
    SHARED_COUNT_MAX = 200    /* statements of an issue that are asked for the word they share */
};

/* How many quotation marks of one kind stand in the text. */
static size_t count_of(pp_text text, const char *mark)
{
    size_t count = 0, length = strlen(mark);
    for (size_t at = 0; at + length <= text.length; at++)
        count += memcmp(text.data + at, mark, length) == 0;
    return count;
}

/* The half of a quotation whose other mark was cut off: the mark goes, where it stands at an end.
 */
static pp_text without_half_quotation(pp_text text)
{
    static const char *const marks[][2] = {{"\"", "\""}, {"\xE2\x80\x9C", "\xE2\x80\x9D"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *open = marks[i][0], *close = marks[i][1];
        size_t length = strlen(open);
        bool same = strcmp(open, close) == 0;
        bool odd =
            same ? count_of(text, open) % 2 == 1 : count_of(text, open) != count_of(text, close);
        if (odd && text.length > length && memcmp(text.data, open, length) == 0)
            text = (pp_text){text.data + length, text.length - length};
        else if (odd && text.length > length &&
                 memcmp(text.data + text.length - length, close, length) == 0)
            text.length -= length;
    }
    return text;
}

static bool is_blank(char c)
{
    return (unsigned char)c <= ' ' || c == 0x7F;
}

pp_text pp_i_on_one_line(pp_i_arena *arena, pp_text text)
{
    bool plain = true;
    for (size_t i = 0; i < text.length && plain; i++)
        plain = !is_blank(text.data[i]) ||
                (text.data[i] == ' ' && (i == 0 || !is_blank(text.data[i - 1])));
    char *line = plain ? NULL : pp_i_arena_alloc(arena, text.length);
    size_t length = 0;
    if (line == NULL)
        return text;
    for (size_t i = 0; i < text.length; i++)
        if (!is_blank(text.data[i]))
            line[length++] = text.data[i];
        else if (length > 0 && line[length - 1] != ' ')
            line[length++] = ' ';
    return (pp_text){line, length};
}

/* Takes the first word off the text where it is one of the list. */
static bool take_word(pp_text *text, const char *list)
{
    pp_text first = {text->data, 0};
    while (first.length < text->length && text->data[first.length] != ' ')
        first.length++;
    if (first.length == text->length || !pp_i_word_in(first, list))
        return false;
    *text = (pp_text){text->data + first.length + 1, text->length - first.length - 1};
    return true;
}

/* What is "out of the question": a title says what, and who is against it says that it is. */
static pp_text without_verdict(pp_text text)
{
    static const char *const ends[] = {" was out of the question", " is out of the question",
                                       " were out of the question", " are out of the question",
                                       " would be out of the question"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i]);
        if (text.length > length && memcmp(text.data + text.length - length, ends[i], length) == 0)
            return (pp_text){text.data, text.length - length};
    }
    return text;
}

/* "the offer as "an insult"": what somebody calls it is no part of what it is. */
static pp_text without_calling(pp_text text)
{
    static const char *const marks[] = {" as \"", " as \xE2\x80\x9C", " as \xE2\x80\x98", " as '"};
    for (size_t i = TITLE_BYTE_COUNT_MIN; i < text.length; i++)
        for (size_t k = 0; text.data[i] == ' ' && k < sizeof marks / sizeof *marks; k++) {
            size_t length = strlen(marks[k]);
            size_t start = i;
            while (start > 0 && text.data[start - 1] != ' ')
                start--;
            if (pp_i_word_in((pp_text){text.data + start, i - start},
                             "describe describes described see sees saw"))
                continue; /* "what they describe as "economic warfare"" */
            if (text.length - i > length && memcmp(text.data + i, marks[k], length) == 0)
                return (pp_text){text.data, i};
        }
    return text;
}

/* "her country would never accept a treaty", as words alone tell. */
static bool is_clause(pp_text text)
{
    return pp_i_any_word_in(text, "would will could can must should may might is are was were has "
                                  "had have");
}

/* "a threshold of 200, but": the joint goes on with what stands apart. */
static pp_text without_joint(pp_text text)
{
    static const char joint[] = " but";
    size_t length = sizeof joint - 1;
    if (text.length > length && memcmp(text.data + text.length - length, joint, length) == 0)
        text.length -= length;
    while (text.length > 0 && strchr(",;:", text.data[text.length - 1]) != NULL)
        text.length--;
    return text;
}

pp_text pp_i_title_of_words(pp_text text)
{
    text = without_calling(without_verdict(pp_i_text_trim(text)));
    while (text.length > 0 && strchr(",;:.", text.data[text.length - 1]) != NULL)
        text.length--;
    take_word(&text, "but and");
    take_word(&text, "that of to");
    text = without_joint(text);
    pp_text bare = text; /* "its good offices", of whoever offers them */
    if (!is_clause(text) && take_word(&bare, "its their his her our my Its Their His Her Our My") &&
        bare.length >= TITLE_BYTE_COUNT_MIN)
        text = bare;
    text = without_half_quotation(text);
    if (text.length > TITLE_BYTE_COUNT_MAX) {
        pp_text whole = text;
        text.length = TITLE_BYTE_COUNT_MAX;
        while (text.length > 0 && text.data[text.length] != ' ')
            text.length--;
        if (text.length == 0) { /* one long word, cut at a whole character */
            text = (pp_text){whole.data, TITLE_BYTE_COUNT_MAX};
            while (((unsigned char)whole.data[text.length] & 0xC0) == 0x80)
                text.length--;
        }
    }
    return text;
}

/* How well the statement's words would name the option: below 0 is not at all. */
static int title_merit(const pp_i_issue_maker *state, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    pp_text title = pp_i_title_of_words(said->content.text);
    int merit = 0;
    if (said->bare != PP_BARE_NONE || state->claims[statement].points)
        return -2; /* "Iceland accepted", "this position": only where nothing else is there */
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

pp_text pp_i_issues_option_title(pp_i_issue_maker *state, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    pp_text title = pp_i_title_of_words(pp_i_issues_deed(state, said));
    bool refused =
        said->act == PP_ACT_REJECTS && said->negated; /* its words would say the contrary */
    if (title.length < NAMED_BYTE_COUNT_MIN && !refused)
        title = pp_i_title_of_words(pp_i_on_one_line(state->arena, said->content.text));
    if (title.length == 0)
        title = pp_i_title_of_words(pp_i_on_one_line(state->arena, said->quote.text));
    return title;
}

bool pp_i_issues_names_nothing(pp_text form)
{
    return pp_i_is_currency(form) ||
           pp_i_first_word_in(form, "per percent cent percentage january february march april may "
                                    "june july august september october november december monday "
                                    "tuesday wednesday thursday friday saturday sunday hour hours "
                                    "million billion thousand");
}

/* How much a root weighs over statements. */
static double weight_of(const pp_i_issue_maker *state, const size_t *statements, size_t count,
                        size_t root)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        const pp_i_claim *claim = &state->claims[statements[i]];
        for (size_t k = 0; k < claim->term_count; k++)
            sum += claim->terms[k].root == root ? claim->terms[k].weight : 0;
    }
    return sum;
}

/* The name of several words in which the word stands there: "World Bank", of "World"; else the
 * word. */
static pp_text whole_name(const pp_i_issue_maker *state, size_t statement, pp_text form)
{
    const pp_i_said *said = &state->reading->statements[statement];
    const pp_i_report *report = &state->reading->reports[said->report];
    if (said->sentence >= report->sentence_count)
        return form;
    const pp_i_sentence *sentence = &report->sentences[said->sentence];
    const pp_i_token *tokens = sentence->tokens;
    uint32_t count = (uint32_t)sentence->token_count;
    for (uint32_t i = said->content.token_start; i < said->content.token_end && i < count; i++) {
        if (tokens[i].tag != PP_TAG_PROPN || !pp_i_text_equal(tokens[i].form, form))
            continue;
        uint32_t start = i, end = i + 1;
        while (start > said->content.token_start && tokens[start - 1].tag == PP_TAG_PROPN)
            start--;
        while (end < said->content.token_end && end < count && tokens[end].tag == PP_TAG_PROPN)
            end++;
        pp_text whole = pp_i_issues_words_between(state, said, tokens, start, end);
        return whole.length > form.length ? whole : form;
    }
    return form;
}

/* Where only a measure is shared it names the question after all: how many per cent? */
pp_text pp_i_issues_shared_word(const pp_i_issue_maker *state, const size_t *statements,
                                size_t count)
{
    double best = 0, best_measure = 0;
    size_t best_in = PP_NONE;
    pp_text form = {0}, measure = {0};
    count = count < SHARED_COUNT_MAX ? count : SHARED_COUNT_MAX;
    for (size_t i = 0; i < count; i++) {
        const pp_i_claim *claim = &state->claims[statements[i]];
        for (size_t k = 0; k < claim->term_count; k++) {
            const pp_i_term *term = &claim->terms[k];
            double sum = weight_of(state, statements, count, term->root);
            bool nothing = pp_i_issues_names_nothing(term->form);
            if (!nothing && sum > best) {
                best = sum;
                best_in = statements[i];
                form = term->form;
            } else if (nothing && sum > best_measure) {
                best_measure = sum;
                measure = term->form;
            }
        }
    }
    form = best_in == PP_NONE ? form : whole_name(state, best_in, form);
    bool percent = pp_i_first_word_in(measure, "per cent");
    return form.length > 0 ? form : percent ? PP_TEXT("per cent") : measure;
}
