/*
 * draft_said.c: the issues and the statements of a draft; see drafter.h.
 *
 * An issue with one option is a question with the answers no and yes. One with several gets `none`
 * beside them: an assumption, and named as one.
 */
#include "reading/drafter.h"

#include <stdio.h>
#include <stdlib.h>

enum { NO, YES, ANSWER_COUNT };

/* --- Issues ---------------------------------------------------------------------------------- */

/* Options no and yes. */
static bool add_answers(pp_i_drafter *drafter, pp_i_issue *issue)
{
    pp_i_option *options = PP_NEW_ARRAY(drafter->arena, pp_i_option, ANSWER_COUNT);
    if (options == NULL)
        return false;
    options[NO] = (pp_i_option){.id = PP_TEXT("no"), .title = PP_TEXT("no")};
    options[YES] = (pp_i_option){.id = PP_TEXT("yes"), .title = PP_TEXT("yes")};
    issue->options = options;
    issue->option_count = ANSWER_COUNT;
    return true;
}

bool pp_i_draft_question(pp_i_drafter *drafter, pp_text title, size_t word_count_max, size_t *index)
{
    *index = drafter->case_issues.count;
    pp_i_issue issue = {.id = pp_i_draft_id(drafter->arena, &drafter->issue_ids, title,
                                            word_count_max, "issue", PP_DRAFT_ID_OF_PHRASE, *index),
                        .title = title,
                        .decided_by = PP_NONE};
    return issue.id.length > 0 && add_answers(drafter, &issue) &&
           PP_LIST_ADD(drafter->arena, &drafter->case_issues, issue);
}

/* An option of a part, and what it is sorted by. */
typedef struct ordered {
    double value;
    size_t option;
} ordered;

static int compare_values(const void *left, const void *right)
{
    const ordered *x = left, *y = right;
    return x->value != y->value ? (x->value > y->value) - (x->value < y->value)
                                : (x->option > y->option) - (x->option < y->option);
}

/* The options of a part: by their amounts where all have one of the same unit, else as they came.
 * Null where memory has run out. */
static ordered *order_of(const pp_i_drafter *drafter, const pp_i_issue_found *found, size_t part)
{
    ordered *order = PP_NEW_ARRAY(drafter->arena, ordered, found->option_count);
    size_t count = 0;
    bool sorted = true;
    for (size_t i = 0; order != NULL && i < found->option_count; i++) {
        const pp_i_amount *amount = &found->options[i].amount;
        if (found->options[i].part != part)
            continue;
        sorted = sorted && amount->number.length > 0 &&
                 pp_i_units_meet(amount->unit, found->options[part].amount.unit);
        order[count++] = (ordered){amount->value, i};
    }
    if (sorted && count > 1)
        qsort(order, count, sizeof *order, compare_values);
    return order;
}

/* `none`, then those found in a part; those beyond the limit are left out. */
static bool add_options(pp_i_drafter *drafter, const pp_i_issue_found *found, size_t part,
                        pp_i_issue *issue, pp_i_placed *placed)
{
    size_t size = pp_i_part_size(found, part), count = 1;
    pp_i_option *options = PP_NEW_ARRAY(drafter->arena, pp_i_option, size + 1);
    pp_i_map ids;
    pp_i_map_init(&ids, drafter->arena);
    ordered *order = order_of(drafter, found, part);
    if (options == NULL || order == NULL || !pp_i_map_set(&ids, PP_TEXT("none"), 0))
        return false;
    options[0] = (pp_i_option){.id = PP_TEXT("none"), .title = PP_TEXT("None of the others")};
    for (size_t k = 0; k < size && count < PP_CASE_OPTION_COUNT_MAX; k++) {
        pp_i_option *option = &options[count];
        size_t i = order[k].option;
        option->title = pp_i_amount_plain(drafter->arena, found->options[i].title);
        option->id = pp_i_draft_id(drafter->arena, &ids, option->title, 3, "option",
                                   PP_DRAFT_ID_OF_PHRASE, count);
        if (option->id.length == 0)
            return false;
        placed->options[i].option = count++;
    }
    issue->options = options;
    issue->option_count = count;
    drafter->has_several_options = true;
    return true;
}

/* The case's issue for one part: a question where it is one option, which is then yes. */
static bool add_part(pp_i_drafter *drafter, const pp_i_issue_found *found, size_t part,
                     pp_i_placed *placed)
{
    bool alone = pp_i_part_size(found, part) == 1;
    pp_text shared = found->options[part].shared;
    pp_text title = found->part_count == 1  ? found->title
                    : shared.length > 0     ? shared
                    : (!alone && part == 0) ? found->title
                                            : found->options[part].title;
    size_t index = drafter->case_issues.count;
    pp_i_issue issue = {.id = pp_i_draft_id(drafter->arena, &drafter->issue_ids, title, 3, "issue",
                                            PP_DRAFT_ID_OF_PHRASE, index),
                        .title = title,
                        .decided_by = PP_NONE};
    bool good = issue.id.length > 0 && (alone ? add_answers(drafter, &issue)
                                              : add_options(drafter, found, part, &issue, placed));
    for (size_t i = 0; i < found->option_count; i++)
        if (found->options[i].part == part) {
            placed->options[i].issue = index;
            placed->options[i].option = alone ? YES : placed->options[i].option;
        }
    return good && PP_LIST_ADD(drafter->arena, &drafter->case_issues, issue);
}

bool pp_i_draft_issue(pp_i_drafter *drafter, size_t found_index)
{
    const pp_i_issue_found *found = &drafter->issues->issues[found_index];
    pp_i_placed *placed = &drafter->placed[found_index];
    for (size_t i = 0; i < found->option_count; i++) {
        size_t index = drafter->case_issues.count;
        if (found->options[i].part != i || placed->options[i].issue != PP_NONE ||
            placed->options[i].left_out || index >= PP_CASE_ISSUE_COUNT_MAX)
            continue;
        if (!add_part(drafter, found, i, placed))
            return false;
        placed->issue = placed->issue == PP_NONE ? index : placed->issue;
    }
    return true;
}

/* A case needs an issue: where the reports only assert, the first statement is one. */
static bool add_lone_issue(pp_i_drafter *drafter)
{
    const pp_i_said *said = &drafter->reading->statements[0];
    pp_text title =
        pp_i_draft_cut(said->content.text.length > 0 ? said->content.text : said->quote.text,
                       PP_DRAFT_SHOWN_BYTE_COUNT_MAX);
    size_t index;
    return pp_i_draft_question(drafter, title.length > 0 ? title : PP_TEXT("what is said"), 4,
                               &index) &&
           pp_i_draft_review(drafter, "nobody in the reports asks for anything or refuses it",
                             "the one issue stands here because a case needs one: put in its place "
                             "what is to be settled",
                             NULL, 0);
}

/* A part of an issue of the reading, and how much is said of it. */
typedef struct part_said {
    size_t found, part, count;
} part_said;

static int compare_said(const void *left, const void *right)
{
    const part_said *x = left, *y = right;
    return x->count != y->count   ? (x->count < y->count) - (x->count > y->count)
           : x->found != y->found ? (x->found > y->found) - (x->found < y->found)
                                  : (x->part > y->part) - (x->part < y->part);
}

/* Parts of which more is said come first into a case that cannot hold them all, and of equals those
 * said earlier. */
static bool leave_out(pp_i_drafter *drafter, size_t room)
{
    const pp_i_issues *issues = drafter->issues;
    size_t *start = PP_NEW_ARRAY(drafter->arena, size_t, issues->issue_count + 1);
    for (size_t i = 0; start != NULL && i < issues->issue_count; i++)
        start[i + 1] = start[i] + issues->issues[i].option_count;
    part_said *said =
        start == NULL ? NULL : PP_NEW_ARRAY(drafter->arena, part_said, start[issues->issue_count]);
    if (said == NULL)
        return false;
    for (size_t i = 0; i < drafter->reading->statement_count; i++) {
        const pp_i_filed *filed = &issues->filed[i];
        if (filed->issue != PP_NONE && filed->option != PP_NONE)
            said[start[filed->issue] + issues->issues[filed->issue].options[filed->option].part]
                .count++;
    }
    size_t count = 0;
    for (size_t i = 0; i < issues->issue_count; i++)
        for (size_t k = 0; k < issues->issues[i].option_count; k++)
            if (issues->issues[i].options[k].part == k && !drafter->placed[i].options[k].left_out)
                said[count++] = (part_said){i, k, said[start[i] + k].count};
    qsort(said, count, sizeof *said, compare_said);
    for (size_t i = room; i < count; i++)
        drafter->placed[said[i].found].options[said[i].part].left_out = true;
    return true;
}

bool pp_i_draft_issues(pp_i_drafter *drafter)
{
    size_t count = drafter->issues->issue_count, part_count = 0;
    size_t room = PP_CASE_ISSUE_COUNT_MAX - drafter->case_issues.count;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < drafter->issues->issues[i].option_count; k++)
            part_count += drafter->issues->issues[i].options[k].part == k &&
                          !drafter->placed[i].options[k].left_out;
    if (part_count > room && !leave_out(drafter, room))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!pp_i_draft_issue(drafter, i))
            return false;
    return drafter->case_issues.count > 0 || add_lone_issue(drafter);
}

/* --- Statements ------------------------------------------------------------------------------ */

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* The passage in the source's words, widened to whole words: quotations end at the edge of one. */
static pp_text quote_of(const pp_i_said *said, pp_text words)
{
    const pp_i_passage *passage =
        said->quote.byte_end > said->quote.byte_start ? &said->quote : &said->content;
    size_t start = passage->byte_start, end = passage->byte_end;
    if (start >= end || end > words.length)
        return PP_TEXT("");
    while (start > 0 && is_word_byte(words.data[start - 1]) && is_word_byte(words.data[start]))
        start--;
    while (end < words.length && is_word_byte(words.data[end]) && is_word_byte(words.data[end - 1]))
        end++;
    return pp_i_text_trim((pp_text){words.data + start, end - start});
}

/* What the statement is about, as a formula; no nodes where it is about none of the options. */
static bool set_about(pp_i_drafter *drafter, size_t said, pp_i_statement *statement)
{
    const pp_i_filed *filed = &drafter->issues->filed[said];
    if (filed->issue == PP_NONE)
        return true;
    const pp_i_placed *placed = &drafter->placed[filed->issue];
    drafter->issue_of[said] = placed->issue;
    if (placed->issue == PP_NONE || filed->option == PP_NONE ||
        drafter->reading->statements[said].denies_fact ||
        drafter->reading->statements[said].dropped)
        return true;
    size_t issue = placed->options[filed->option].issue;
    drafter->issue_of[said] = issue;
    if (issue == PP_NONE)
        return true;
    pp_i_word options[PP_CASE_OPTION_COUNT_MAX / PP_WORD_BITS] = {0};
    size_t option_count = drafter->case_issues.items[issue].option_count;
    pp_i_draft_meant(drafter, said, options);
    size_t count = pp_i_bits_count(options, pp_i_word_count(option_count));
    if (count == 0 || count == option_count)
        return true; /* "less than 26", of which the case has none, or nothing else */
    for (size_t i = 0; i < option_count && filed->reversed; i++)
        pp_i_bit_flip(options, i);
    return pp_i_draft_formula(drafter, issue, options, &statement->about);
}

/* Is the passage in the base already, said for the same party? */
static bool is_known(const pp_i_drafter *drafter, const pp_i_statement *statement)
{
    for (size_t i = 0; drafter->base != NULL && i < drafter->base->statement_count; i++) {
        const pp_i_statement *old = &drafter->base->statements[i];
        if (old->source != statement->source || old->party != statement->party)
            continue;
        for (size_t j = 0; j < old->quote_place_count; j++) {
            const pp_i_quote_place *place = &old->quote_places[j];
            pp_text words = drafter->base->sources[old->source].words;
            pp_text said = {words.data + place->byte_start, place->byte_end - place->byte_start};
            pp_text a = said.length < statement->quote.length ? said : statement->quote;
            pp_text b = said.length < statement->quote.length ? statement->quote : said;
            for (size_t at = 0; at + a.length <= b.length; at++)
                if (memcmp(b.data + at, a.data, a.length) == 0)
                    return true;
        }
    }
    return false;
}

static pp_i_strength strength_of(const pp_i_said *said)
{
    return said->hedged && said->strength != PP_STRENGTH_MUST ? PP_STRENGTH_HEDGED : said->strength;
}

/* The same, but for the first letter: "The developer" begins a sentence. */
static bool is_same_name(pp_text a, pp_text b)
{
    return a.length == b.length && a.length > 0 && (a.data[0] | 0x20) == (b.data[0] | 0x20) &&
           memcmp(a.data + 1, b.data + 1, a.length - 1) == 0;
}

static bool fill_statement(pp_i_drafter *drafter, size_t index, pp_i_statement *statement)
{
    const pp_i_said *said = &drafter->reading->statements[index];
    size_t source = drafter->source_of[said->report];
    pp_text name = drafter->parties.items[drafter->party_of[said->party]].name;
    double share = said->confidence < 0 ? 0 : said->confidence > 1 ? 1 : said->confidence;
    const char *confidence = pp_i_arena_print(drafter->arena, "%.2f", share);
    pp_text content = said->content.text.length > 0 ? said->content.text : said->quote.text;
    if (confidence == NULL)
        return false;
    *statement =
        (pp_i_statement){.party = drafter->party_of[said->party],
                         .speaker = is_same_name(said->speaker, name) ? PP_TEXT("") : said->speaker,
                         .act = said->act,
                         .strength = strength_of(said),
                         .source = source,
                         .quote = quote_of(said, drafter->sources.items[source].words),
                         .replaces = PP_NONE,
                         .date = drafter->sources.items[source].date,
                         .confidence_given = true,
                         .confidence_words = pp_i_text_of(confidence)};
    if (!set_about(drafter, index, statement))
        return false;
    if (statement->about.node_count == 0)
        statement->topic = pp_i_draft_cut(pp_i_text_trim(content), PP_DRAFT_TOPIC_BYTE_COUNT_MAX);
    if (statement->about.node_count == 0 && statement->topic.length == 0)
        statement->topic = name;
    return true;
}

static bool add_statement(pp_i_drafter *drafter, size_t index)
{
    const pp_i_said *said = &drafter->reading->statements[index];
    pp_i_statement statement;
    if (drafter->party_of[said->party] == PP_NONE || drafter->source_of[said->report] == PP_NONE ||
        drafter->statements.count >= PP_CASE_STATEMENT_COUNT_MAX) {
        drafter->left_out_count++;
        return true;
    }
    if (!fill_statement(drafter, index, &statement))
        return false;
    if (is_known(drafter, &statement)) {
        drafter->known_count++;
        return true;
    }
    char number[24];
    snprintf(number, sizeof number, "s%zu", drafter->statements.count + 1);
    statement.id = pp_i_draft_id(drafter->arena, &drafter->statement_ids, pp_i_text_of(number), 1,
                                 "s", PP_DRAFT_ID_OF_NAME, drafter->statements.count);
    drafter->statement_of[index] = drafter->statements.count;
    return statement.id.length > 0 && PP_LIST_ADD(drafter->arena, &drafter->statements, statement);
}

bool pp_i_draft_statements(pp_i_drafter *drafter)
{
    for (size_t i = 0; i < drafter->reading->statement_count; i++)
        if (!add_statement(drafter, i))
            return false;
    return true;
}
