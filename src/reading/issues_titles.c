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
    SHARED_COUNT_MAX = 200 /* statements of an issue that are asked for the word they share */
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

/* Nothing that only joins it to the verb stands before a title: "that", "of", "to". */
static pp_text cut_title(pp_text text)
{
    text = without_calling(without_verdict(pp_i_text_trim(text)));
    while (text.length > 0 && strchr(",;:.", text.data[text.length - 1]) != NULL)
        text.length--;
    take_word(&text, "that of to");
    pp_text bare = text; /* "its good offices", of whoever offers them */
    if (!is_clause(text) && take_word(&bare, "its their his her our my Its Their His Her Our My") &&
        bare.length >= TITLE_BYTE_COUNT_MIN)
        text = bare;
    text = without_half_quotation(text);
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

/* Without the frame, "accept 300" is 300. */
static pp_text without_frame(pp_text text)
{
    static const char *const frames[] = {"accept ", "agree to ",   "allow ",   "support ",
                                         "sign ",   "consent to ", "tolerate "};
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        size_t length = strlen(frames[i]);
        if (text.length > length && memcmp(text.data, frames[i], length) == 0)
            return (pp_text){text.data + length, text.length - length};
    }
    return text;
}

/* What somebody says that he will do, without himself: of "it would keep the bonus", "keep the
 * bonus"; of "it was ready to offer 300", "300". What he will not do keeps its words. */
static pp_text deed(pp_text text)
{
    pp_text rest = text;
    bool himself = take_word(&rest, "it he she they we I It He She They We");
    bool helped = take_word(&rest, "would will could can was is were are am");
    if (himself && !helped)
        return text;
    bool ready = take_word(&rest, "ready prepared willing able going happy");
    bool infinitive = take_word(&rest, "to");
    if (ready != infinitive && ready)
        return text;
    pp_text after = rest;
    if ((!helped && !infinitive) || take_word(&after, "not never no be have"))
        return text;
    take_word(&rest, "offer propose pay");
    return without_frame(rest);
}

/* Of "would accept 300" what is accepted; where no word is `accept`, the text itself. */
static pp_text accepted(pp_text text)
{
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && text.data[end] != ' ')
            end++;
        pp_text word = {text.data + at, end - at};
        at = end + 1;
        if (at < text.length && pp_i_text_is(word, "accept"))
            return without_frame((pp_text){text.data + at, text.length - at});
    }
    return text;
}

/* What stands in the place of a word that denies: "nobody may fish" denies that anybody may. */
static const char *affirmed(pp_text denial)
{
    static const char *const pairs[][2] = {
        {"nobody", "anybody"},   {"Nobody", "Anybody"}, {"nothing", "anything"},
        {"Nothing", "Anything"}, {"none", "any"},       {"None", "Any"},
        {"neither", "either"},   {"Neither", "Either"}, {"without", "with"},
        {"no", "any"},           {"nor", "or"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pp_i_text_is(denial, pairs[i][0]))
            return pairs[i][1];
    return "";
}

/* The full form of what is left of "won't" without its denial. */
static pp_text full_form(pp_text form)
{
    return pp_i_text_is(form, "wo")    ? PP_TEXT("will")
           : pp_i_text_is(form, "ca")  ? PP_TEXT("can")
           : pp_i_text_is(form, "sha") ? PP_TEXT("shall")
                                       : form;
}

static void add_words(pp_i_builder *title, pp_text words)
{
    words = pp_i_text_trim(words);
    if (words.length > 0 && title->length > 0)
        pp_i_builder_add_byte(title, ' ');
    pp_i_builder_add(title, words);
}

/* The content's words from one token to another, as the text has them. */
static pp_text words_between(const pp_i_said *said, const pp_i_token *tokens, uint32_t from,
                             uint32_t to)
{
    if (from >= to)
        return (pp_text){0};
    size_t start = tokens[from].byte_start, end = tokens[to - 1].byte_end;
    if (start < said->content.byte_start || end > said->content.byte_end || end < start ||
        end - said->content.byte_start > said->content.text.length)
        return (pp_text){0};
    return (pp_text){said->content.text.data + (start - said->content.byte_start), end - start};
}

/* Does nothing stand before the denial but a pronoun and what helps a verb: "it would (never)"? */
static bool denies_own_act(const pp_i_said *said, const pp_i_token *tokens, uint32_t denial)
{
    for (uint32_t i = said->content.token_start; i < denial; i++)
        if (tokens[i].tag != PP_TAG_AUX && tokens[i].tag != PP_TAG_PRON &&
            tokens[i].tag != PP_TAG_SCONJ)
            return false;
    return !pp_i_word_in(tokens[said->content.token_start].lemma,
                         "there this that these those nobody nothing none neither");
}

static uint32_t denial_of(const pp_i_issue_maker *state, const pp_i_said *said,
                          const pp_i_token *tokens, size_t count)
{
    uint32_t first = said->content.token_start;
    if (first < count && pp_i_word_in(tokens[first].lemma, "nobody nothing none"))
        return first; /* "nobody lends for land that we do not own" */
    uint32_t denial = pp_i_said_denial(state->reading, said);
    for (uint32_t i = said->content.token_start;
         denial == PP_NO_HEAD && i < said->content.token_end && i < count; i++)
        if (pp_i_word_in(tokens[i].lemma, "nobody nothing none"))
            denial = i;
    return denial;
}

/* What is refused, where the words that refuse it stand in the content: of "it could never accept
 * more than 200" it is "more than 200"; of "the ships would not return", "the ships would return":
 * a refusal of "would not return" would be its opposite. */
static pp_text refused(pp_i_issue_maker *state, const pp_i_said *said)
{
    const pp_i_report *report = &state->reading->reports[said->report];
    pp_text whole = said->content.text;
    if (said->sentence >= report->sentence_count)
        return whole;
    const pp_i_sentence *sentence = &report->sentences[said->sentence];
    const pp_i_token *tokens = sentence->tokens;
    uint32_t end = said->content.token_end;
    uint32_t denial = denial_of(state, said, tokens, sentence->token_count);
    if (denial == PP_NO_HEAD || end > sentence->token_count)
        return whole;
    uint32_t rest = denial + 1;
    if (rest < end && pp_i_text_is(tokens[rest].lemma, "longer"))
        rest++;
    pp_text own = pp_i_text_trim(words_between(said, tokens, rest, end));
    if (denies_own_act(said, tokens, denial) && own.length >= TITLE_BYTE_COUNT_MIN)
        return without_frame(own);
    uint32_t helper = denial > said->content.token_start ? denial - 1 : denial;
    pp_i_builder title;
    pp_i_builder_init(&title, state->arena);
    add_words(&title, words_between(said, tokens, said->content.token_start, helper));
    if (helper < denial)
        add_words(&title, full_form(tokens[helper].form));
    add_words(&title, pp_i_text_of(affirmed(tokens[denial].form)));
    add_words(&title, own);
    return title.failed || title.length == 0 ? whole : (pp_text){title.data, title.length};
}

pp_text pp_i_issues_option_title(pp_i_issue_maker *state, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    pp_text words = said->content.text;
    if (said->act == PP_ACT_REJECTS && said->negated)
        words = refused(state, said);
    pp_text named = said->act == PP_ACT_ACCEPTS                                 ? accepted(words)
                    : said->act == PP_ACT_OFFERS || said->act == PP_ACT_COMMITS ? deed(words)
                                                                                : words;
    pp_text title = cut_title(named);
    if (title.length < TITLE_BYTE_COUNT_MIN)
        title = cut_title(words);
    if (title.length == 0)
        title = cut_title(said->quote.text);
    return title;
}

/* A measure or a date ties statements, and names nothing. */
static bool names_nothing(pp_text form)
{
    return pp_i_first_word_in(form, "per percent cent percentage january february march april may "
                                    "june july august september october november december monday "
                                    "tuesday wednesday thursday friday saturday sunday hour hours "
                                    "euro euros dollar dollars pound pounds million billion "
                                    "thousand");
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
        pp_text whole = words_between(said, tokens, start, end);
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
            bool nothing = names_nothing(term->form);
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
