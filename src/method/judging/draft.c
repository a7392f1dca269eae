/* draft.c: see draft.h. */
#include "method/judging/draft.h"

#include <inttypes.h>

#include "base/checked.h"
#include "base/error.h"
#include "base/file.h"
#include "case/yaml.h"
#include "model/model.h"

enum { SHOWN_BYTE_COUNT_MAX = 64 };

/* Arguments for "%.*s": a text cut to what a message can show. */
#define SHOWN(text)                                                                                \
    (int)((text).length < SHOWN_BYTE_COUNT_MAX ? (text).length : SHOWN_BYTE_COUNT_MAX), (text).data

static pp_status no_issue(const pp_case *the_case, pp_text id, pp_i_arena *arena, pp_error *error)
{
    pp_text *ids = PP_NEW_ARRAY(arena, pp_text, the_case->issue_count);
    if (ids == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < the_case->issue_count; i++)
        ids[i] = the_case->issues[i].id;
    pp_i_fail(error, PP_ERROR_ARGUMENT, "the draft names an issue that there is not: `%.*s`",
              SHOWN(id));
    pp_i_model_hint_ids(error, "issues", id, ids, the_case->issue_count);
    return PP_ERROR_ARGUMENT;
}

static pp_status no_option(const pp_i_issue *issue, pp_text id, pp_i_arena *arena, pp_error *error)
{
    pp_text *ids = PP_NEW_ARRAY(arena, pp_text, issue->option_count);
    if (ids == NULL)
        return pp_i_fail_memory(error);
    for (size_t o = 0; o < issue->option_count; o++)
        ids[o] = issue->options[o].id;
    pp_i_fail(error, PP_ERROR_ARGUMENT, "the issue `%.*s` has no option `%.*s`", SHOWN(issue->id),
              SHOWN(id));
    pp_i_model_hint_ids(error, "options", id, ids, issue->option_count);
    return PP_ERROR_ARGUMENT;
}

/* The option that `id` names: by its words, or else by its number. */
static size_t option_of(const pp_i_issue *issue, pp_text id)
{
    pp_i_number number;
    size_t option = pp_i_issue_option(issue, id);
    if (option != PP_NONE || !issue->numeric || pp_i_number_parse(id, &number) != PP_NUMBER_GOOD)
        return option;
    for (size_t o = 0; o < issue->option_count; o++)
        if (pp_i_number_compare(issue->options[o].number, number) == 0)
            return o;
    return PP_NONE;
}

static pp_status give(const pp_case *the_case, pp_text issue_id, pp_text option_id,
                      pp_i_arena *arena, pp_i_draft *draft, pp_error *error)
{
    size_t issue = pp_i_map_get(&the_case->issue_ids, issue_id);
    if (issue == PP_NONE)
        return no_issue(the_case, issue_id, arena, error);
    size_t option = option_of(&the_case->issues[issue], option_id);
    if (option == PP_NONE)
        return no_option(&the_case->issues[issue], option_id, arena, error);
    if (draft->given[issue])
        return pp_i_fail(error, PP_ERROR_ARGUMENT, "the draft settles the issue `%.*s` twice",
                         SHOWN(issue_id));
    draft->package[issue] = (pp_i_choice)option;
    draft->given[issue] = true;
    draft->given_count++;
    return PP_OK;
}

/* Splits at the first `mark`; false where there is none. */
static bool split(pp_text text, char mark, pp_text *before, pp_text *after)
{
    const char *at = text.length == 0 ? NULL : memchr(text.data, mark, text.length);
    if (at == NULL)
        return false;
    size_t length = (size_t)(at - text.data);
    *before = pp_i_text_trim((pp_text){text.data, length});
    *after = (pp_text){at + 1, text.length - length - 1};
    return true;
}

static pp_status read_pairs(const pp_case *the_case, pp_text words, pp_i_arena *arena,
                            pp_i_draft *draft, pp_error *error)
{
    bool more = true;
    while (more) {
        pp_text part = words, rest = {0}, issue, option;
        more = split(words, ',', &part, &rest);
        part = pp_i_text_trim(part);
        if (!split(part, '=', &issue, &option)) {
            pp_i_fail(error, PP_ERROR_ARGUMENT, "`%.*s` in the draft settles no issue",
                      SHOWN(part));
            pp_i_error_hint(error, "write issue=option,issue=option");
            return PP_ERROR_ARGUMENT;
        }
        pp_status status = give(the_case, issue, pp_i_text_trim(option), arena, draft, error);
        if (status != PP_OK)
            return status;
        words = rest;
    }
    return PP_OK;
}

/* Divides a decimal number in place; gives the remainder. */
static unsigned divide(char *digits, size_t length, unsigned by)
{
    unsigned rest = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned value = rest * 10 + (unsigned)(digits[i] - '0');
        digits[i] = (char)('0' + value / by);
        rest = value % by;
    }
    return rest;
}

static void hint_codes(const pp_case *the_case, pp_error *error)
{
    uint64_t packages = 1;
    bool fits = true;
    for (size_t i = 0; i < the_case->issue_count; i++)
        fits = fits && pp_i_multiply_u64(packages, the_case->issues[i].option_count, &packages);
    if (fits)
        pp_i_error_hint(error, "the codes of this case are 0 to %" PRIu64, packages - 1);
    else
        pp_i_error_hint(error, "codes count from 0 up to the number of packages less one");
}

static pp_status read_code(const pp_case *the_case, pp_text words, pp_i_arena *arena,
                           pp_i_draft *draft, pp_error *error)
{
    char *digits = pp_i_arena_copy(arena, words.data, words.length);
    if (digits == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < the_case->issue_count; i++) {
        size_t options = the_case->issues[i].option_count;
        draft->package[i] = (pp_i_choice)divide(digits, words.length, (unsigned)options);
        draft->given[i] = true;
    }
    draft->given_count = the_case->issue_count;
    for (size_t i = 0; i < words.length; i++) {
        if (digits[i] == '0')
            continue;
        pp_i_fail(error, PP_ERROR_ARGUMENT, "no package has the code %.*s", SHOWN(words));
        hint_codes(the_case, error);
        return PP_ERROR_ARGUMENT;
    }
    return PP_OK;
}

/* The first fault of a YAML file as an error with its place. */
static pp_status fail_yaml(const pp_i_diagnostics *diagnostics, const char *path, pp_error *error)
{
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        const pp_i_diagnostic *one = &diagnostics->list.items[i];
        if (one->severity != PP_SEVERITY_ERROR)
            continue;
        pp_i_fail(error, PP_ERROR_INPUT, "%s", one->message);
        pp_i_error_place(error, path, one->place.line, one->place.column);
        if (one->hint != NULL)
            pp_i_error_hint(error, "%s", one->hint);
        return PP_ERROR_INPUT;
    }
    return PP_OK;
}

static pp_status read_mapping(const pp_case *the_case, const pp_i_yaml_node *root, const char *path,
                              pp_i_arena *arena, pp_i_draft *draft, pp_error *error)
{
    if (root == NULL || root->kind != PP_YAML_MAPPING) {
        pp_i_fail(error, PP_ERROR_INPUT, "a draft in a file is a mapping of issues to options");
        pp_i_error_place(error, path, root == NULL ? 1 : root->place.line,
                         root == NULL ? 1 : root->place.column);
        pp_i_error_hint(error, "write lines like `issue: option`");
        return PP_ERROR_INPUT;
    }
    for (size_t i = 0; i < root->pair_count; i++) {
        const pp_i_yaml_pair *pair = &root->pairs[i];
        pp_status status;
        if (pair->value->kind != PP_YAML_SCALAR)
            status = pp_i_fail(error, PP_ERROR_INPUT, "the option of `%.*s` must be text, not a %s",
                               SHOWN(pair->key), pp_i_yaml_kind_text(pair->value->kind));
        else
            status = give(the_case, pair->key, pair->value->text, arena, draft, error);
        if (status == PP_OK)
            continue;
        bool known = pp_i_map_get(&the_case->issue_ids, pair->key) != PP_NONE;
        pp_i_place place = known ? pair->value->place : pair->key_place;
        pp_i_error_place(error, path, place.line, place.column);
        return status;
    }
    return PP_OK;
}

static pp_status read_file(const pp_case *the_case, const char *path, pp_i_arena *arena,
                           pp_i_draft *draft, pp_error *error)
{
    pp_text text;
    pp_i_diagnostics diagnostics;
    const pp_i_yaml_node *root = NULL;
    pp_status status = pp_i_file_read(path, PP_DRAFT_FILE_BYTE_COUNT_MAX, arena, &text, error);
    if (status != PP_OK) {
        pp_i_error_hint(error,
                        "a draft is issue=option,issue=option, a YAML file, or a package's code");
        return status;
    }
    pp_i_diagnostics_init(&diagnostics, arena);
    pp_i_diagnostics_set_file(&diagnostics, path, text);
    status = pp_i_yaml_read(text, arena, &diagnostics, &root, error);
    if (status == PP_OK && diagnostics.failed)
        status = pp_i_fail_memory(error);
    if (status == PP_OK)
        status = fail_yaml(&diagnostics, path, error);
    return status == PP_OK ? read_mapping(the_case, root, path, arena, draft, error) : status;
}

static bool is_all_digits(pp_text words)
{
    for (size_t i = 0; i < words.length; i++)
        if (words.data[i] < '0' || words.data[i] > '9')
            return false;
    return words.length > 0;
}

/* Does "=" stand behind what may be an id? A path with "=" in it needs a "/" or "." before that. */
static bool is_pairs(pp_text words)
{
    pp_text issue, rest;
    if (!split(words, '=', &issue, &rest))
        return false;
    for (size_t i = 0; i < issue.length; i++)
        if (issue.data[i] == '/' || issue.data[i] == '.')
            return false;
    return true;
}

pp_status pp_i_draft_read(const pp_case *the_case, const char *words, pp_i_arena *arena,
                          pp_i_draft *draft, pp_error *error)
{
    pp_text text = pp_i_text_trim(pp_i_text_of(words));
    pp_i_draft made = {.package = PP_NEW_ARRAY(arena, pp_i_choice, the_case->issue_count),
                       .given = PP_NEW_ARRAY(arena, bool, the_case->issue_count)};
    if (made.package == NULL || made.given == NULL)
        return pp_i_fail_memory(error);
    pp_status status;
    if (text.length == 0)
        status = pp_i_fail(error, PP_ERROR_ARGUMENT, "the draft is empty");
    else if (is_all_digits(text))
        status = read_code(the_case, text, arena, &made, error);
    else if (is_pairs(text))
        status = read_pairs(the_case, text, arena, &made, error);
    else
        status = read_file(the_case, words, arena, &made, error);
    if (status == PP_OK)
        *draft = made;
    return status;
}
