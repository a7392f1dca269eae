/*
 * draft_condition_titles.c: what a condition is called that is a question of its own; see
 * drafter.h.
 */
#include "reading/clause.h"
#include "reading/drafter.h"

#include <string.h>

enum { SET_WORD_COUNT = PP_CASE_OPTION_COUNT_MAX / PP_WORD_BITS };

/* "a share of the bill, which he put at 14 million": what more is told of it is no condition. */
static pp_text without_relative(pp_text words)
{
    for (size_t i = 0; i + 2 < words.length; i++) {
        pp_text rest = {words.data + i + 2, words.length - i - 2};
        if (words.data[i] == ',' && words.data[i + 1] == ' ' &&
            (pp_i_first_word_in(rest, "which who whose where") ||
             (pp_i_first_word_in(rest, "a an") && pp_i_any_word_in(rest, "that"))))
            return (pp_text){words.data, i};
    }
    return words;
}

/* "[an income test] is paired with": what is granted, where "it is" goes on with what is done to
 * it; empty where that has no short title. */
static pp_text title_of_thing(const pp_i_drafter *drafter, const pp_i_said *said, const char *rest,
                              size_t length)
{
    enum { TITLE_BYTE_COUNT_MAX = 60 };
    size_t at = (size_t)(said - drafter->reading->statements), issue;
    pp_i_word options[SET_WORD_COUNT];
    if (!pp_i_draft_position(drafter, &drafter->statements.items[drafter->statement_of[at]], &issue,
                             options))
        return (pp_text){0};
    const pp_i_issue *about = &drafter->case_issues.items[issue];
    pp_text title = about->title;
    for (size_t i = 0; i < about->option_count && about->option_count > 2; i++)
        if (pp_i_bit_get(options, i) && about->options[i].title.length > 0)
            title = about->options[i].title;
    if (title.length == 0 || title.length > TITLE_BYTE_COUNT_MAX)
        return (pp_text){0};
    const char *named =
        pp_i_arena_print(drafter->arena, "[%.*s] %.*s", PP_DRAFT_SHOWN(title), (int)length, rest);
    return named == NULL ? (pp_text){0} : pp_i_text_of(named);
}

pp_text pp_i_draft_condition_title(const pp_i_drafter *drafter, const pp_i_said *said)
{
    const pp_i_report *report = &drafter->reading->reports[said->report];
    pp_text words = without_relative(
        pp_i_title_of_words(pp_i_on_one_line(drafter->arena, said->condition.text)));
    uint32_t first = said->condition.token_start;
    if (said->sentence >= report->sentence_count ||
        first + 1 >= report->sentences[said->sentence].token_count)
        return words;
    const pp_i_token *token = &report->sentences[said->sentence].tokens[first];
    bool owns = pp_i_word_in(token->lemma, "its his her their") ||
                pp_i_word_in(token->form, "its his her their");
    bool nobody = pp_i_word_in(token->lemma, "nobody nothing everybody everyone anybody anyone "
                                             "somebody someone all none");
    if ((token->tag != PP_TAG_PRON && !owns) || nobody)
        return words;
    size_t mention =
        report->names == NULL ? PP_NONE : pp_i_names_at(report->names, said->sentence, first);
    size_t entity = mention == PP_NONE ? PP_NONE : report->names->mentions[mention].entity;
    size_t length = token->form.length;
    bool be = pp_i_text_is(token[1].lemma, "be") && token[1].tag == PP_TAG_AUX;
    bool is = (pp_i_text_is(token->lemma, "it") && token[1].tag == PP_TAG_AUX) ||
              (pp_i_text_is(token->lemma, "they") && be);
    bool begins = words.length > length + 1 && words.data[length] == ' ' &&
                  memcmp(words.data, token->form.data, length) == 0;
    bool does = pp_i_word_in(token->lemma, "it they") && token[1].tag == PP_TAG_VERB;
    if (begins && ((is && be) || (does && entity == PP_NONE)))
        return title_of_thing(drafter, said, words.data + length + 1, words.length - length - 1);
    if (is || entity == PP_NONE || (!begins && !owns))
        return (pp_text){0};
    pp_text name = drafter->reading->actors[report->actors[entity]].name;
    if (!begins) { /* the title has left "its" out */
        const char *owned = pp_i_arena_print(drafter->arena, "[%.*s]'s %.*s", PP_DRAFT_SHOWN(name),
                                             (int)words.length, words.data);
        return owned == NULL ? (pp_text){0} : pp_i_text_of(owned);
    }
    const char *named =
        pp_i_arena_print(drafter->arena, "[%.*s]%s %.*s", PP_DRAFT_SHOWN(name), owns ? "'s" : "",
                         (int)(words.length - length - 1), words.data + length + 1);
    return named == NULL ? (pp_text){0} : pp_i_text_of(named);
}
