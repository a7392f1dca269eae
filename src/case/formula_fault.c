/*
 * formula_fault.c: the words for what is wrong with a formula: what was found, what was expected,
 * and the nearest thing that would be right. At most one fault of a formula is reported.
 */
#include <stdarg.h>
#include <stdio.h>

#include "case/formula_parse.h"
#include "case/yaml.h"

enum {
    SHOWN_BYTE_COUNT_MAX = 48, /* of a word in a message */
    LISTED_COUNT_MAX = 8,      /* ids in a hint */
    MESSAGE_SIZE = 320
};

/* A word for a message: cut where it is too long, at a whole code point. */
static pp_text shown(pp_text text)
{
    size_t length = text.length;
    if (length > SHOWN_BYTE_COUNT_MAX) {
        length = SHOWN_BYTE_COUNT_MAX;
        while (length > 0 && ((unsigned char)text.data[length] & 0xC0) == 0x80)
            length--;
    }
    return (pp_text){text.data, length};
}

/* For the format "%.*s". */
#define SHOWN(text) (int)shown(text).length, shown(text).data

/* Where byte `start` of the formula stands in the current file, and whether that is exact. */
static pp_i_place place_of(const pp_i_formula_parser *parser, size_t start, bool *exact)
{
    const pp_i_yaml_node *at = parser->at;
    if (at != NULL) {
        uintptr_t whole = (uintptr_t)at->text.data, part = (uintptr_t)parser->words.data;
        bool inside = part >= whole && part - whole <= at->text.length;
        *exact = at->verbatim && inside;
        return *exact ? pp_i_yaml_place_at(at, (size_t)(part - whole) + start) : at->place;
    }
    pp_i_place place = {1, 1};
    const pp_text text = parser->diagnostics->text;
    uintptr_t whole = (uintptr_t)text.data, part = (uintptr_t)parser->words.data;
    bool inside = text.data != NULL && part >= whole && part - whole <= text.length;
    const char *from = inside ? text.data : parser->words.data;
    size_t end = (inside ? (size_t)(part - whole) : 0) + start, line = 0;
    for (size_t i = 0; i < end; i++)
        if (from[i] == '\n') {
            place.line++;
            line = i + 1;
        }
    place.column = pp_i_utf8_count((pp_text){from + line, end - line}, end - line) + 1;
    *exact = true;
    return place;
}

/* Notes a fault at `token`; null where a fault of the same node was reported already. */
static pp_i_diagnostic *note(pp_i_formula_parser *parser, pp_i_token token, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static pp_i_diagnostic *note(pp_i_formula_parser *parser, pp_i_token token, const char *format, ...)
{
    parser->faulty = true;
    if (parser->at != NULL && parser->at->broken)
        return NULL;
    char message[MESSAGE_SIZE];
    va_list values;
    va_start(values, format);
    vsnprintf(message, sizeof message, format, values);
    va_end(values);
    bool exact;
    pp_i_place place = place_of(parser, token.start, &exact);
    size_t width = exact ? pp_i_utf8_count(token.text, token.text.length) : 1;
    return pp_i_diagnose(parser->diagnostics, PP_SEVERITY_ERROR, place, width, "%s", message);
}

/* Does not matter where memory has run out: diagnostics->failed says so. */
#define HINT(parser, fault, ...) pp_i_diagnose_hint((parser)->diagnostics, (fault), __VA_ARGS__)

/* A token as a message names it: "`and`", or "the end". */
static const char *found(pp_i_token token, char text[SHOWN_BYTE_COUNT_MAX + 3])
{
    if (token.kind == PP_TOKEN_END)
        return "the end";
    snprintf(text, SHOWN_BYTE_COUNT_MAX + 3, "`%.*s`", SHOWN(token.text));
    return text;
}
#define FOUND(token) found((token), (char[SHOWN_BYTE_COUNT_MAX + 3]){0})

/* Reports a sign of another language, or a reserved word in capitals; false where it is neither. */
static bool report_foreign(pp_i_formula_parser *parser)
{
    pp_i_token token = parser->token;
    if (token.kind == PP_TOKEN_WRONG) {
        pp_i_diagnostic *fault = note(parser, token, "%s is no sign of a %s", FOUND(token),
                                      parser->consent ? "consent rule" : "formula");
        if (token.instead != NULL)
            HINT(parser, fault, "write `%s`", token.instead);
        else
            HINT(parser, fault, "ids are made of the letters a to z, digits, `_` and `-`");
        return true;
    }
    pp_i_token_kind meant = pp_i_formula_keyword(token.text, true);
    if (token.kind != PP_TOKEN_WORD || meant == PP_TOKEN_WORD)
        return false;
    pp_i_diagnostic *fault =
        note(parser, token, "%s: words of a formula are in small letters", FOUND(token));
    HINT(parser, fault, "write `and`, `or`, `not`, `in`, `implies`, `if`, `iff`, `true`, `false`");
    return true;
}

typedef pp_text id_of(const void *things, size_t index);

static pp_text issue_id(const void *things, size_t index)
{
    return ((const pp_i_issue *)things)[index].id;
}

static pp_text party_id(const void *things, size_t index)
{
    return ((const pp_i_party *)things)[index].id;
}

static pp_text option_id(const void *things, size_t index)
{
    return ((const pp_i_option *)things)[index].id;
}

/* Which of the things has the id closest to `word`, or PP_NONE. */
static size_t closest(pp_text word, const void *things, size_t count, id_of *id)
{
    pp_text best = {0};
    size_t found_at = PP_NONE;
    for (size_t i = 0; i < count; i++) {
        pp_text two[] = {best, id(things, i)};
        ptrdiff_t nearer = found_at == PP_NONE ? pp_i_text_closest(word, two + 1, 1)
                                               : pp_i_text_closest(word, two, 2) - 1;
        if (nearer == 0) {
            best = two[1];
            found_at = i;
        }
    }
    return found_at;
}

/* Hints at the closest id, and lists what there is. */
static void hint_ids(pp_i_formula_parser *parser, pp_i_diagnostic *fault, pp_text word,
                     const char *what, const void *things, size_t count, id_of *id)
{
    pp_i_builder words;
    pp_i_builder_init(&words, parser->scratch);
    size_t nearest = closest(word, things, count, id);
    if (nearest != PP_NONE)
        pp_i_builder_print(&words, "did you mean `%.*s`? ", SHOWN(id(things, nearest)));
    size_t named = 0; /* one whose id was refused has none */
    for (size_t i = 0; i < count; i++)
        named += id(things, i).length > 0;
    pp_i_builder_add_string(&words, named == 0 ? "there are no " : "");
    pp_i_builder_add_string(&words, what);
    for (size_t i = 0, listed = 0; i < count && listed < LISTED_COUNT_MAX; i++)
        if (id(things, i).length > 0)
            pp_i_builder_print(&words, "%s%.*s", listed++ == 0 ? ": " : ", ", SHOWN(id(things, i)));
    if (named > LISTED_COUNT_MAX)
        pp_i_builder_print(&words, " and %zu more", named - LISTED_COUNT_MAX);
    if (words.failed)
        parser->diagnostics->failed = true;
    else
        HINT(parser, fault, "%s", words.data);
}

static void hint_issues(pp_i_formula_parser *parser, pp_i_diagnostic *fault, pp_text word)
{
    const pp_i_vocabulary *vocabulary = parser->vocabulary;
    hint_ids(parser, fault, word, "issues", vocabulary->issues, vocabulary->issue_count, issue_id);
}

bool pp_i_formula_fault_unit(pp_i_formula_parser *parser)
{
    if (report_foreign(parser))
        return false;
    pp_i_token token = parser->token;
    if (parser->consent) {
        pp_i_diagnostic *fault =
            note(parser, token, "a party should stand here, not %s", FOUND(token));
        if (token.kind == PP_TOKEN_NOT)
            HINT(parser, fault, "a consent rule cannot be met by someone's not consenting");
        else
            HINT(parser, fault, "write parties with `and`, `or`, or as in `2 of (a, b, c)`");
        return false;
    }
    pp_i_diagnostic *fault =
        note(parser, token, "a comparison should stand here, not %s", FOUND(token));
    HINT(parser, fault, "a comparison is `issue = option`, or `issue in (option, option)`");
    return false;
}

bool pp_i_formula_fault_joint(pp_i_formula_parser *parser)
{
    if (report_foreign(parser))
        return false;
    pp_i_token token = parser->token;
    const char *rule = parser->consent ? "consent rule" : "formula";
    if (token.kind == PP_TOKEN_CLOSE) {
        pp_i_diagnostic *fault = note(parser, token, "this `)` closes nothing");
        HINT(parser, fault, "leave it out, or open a `(` before it");
    } else if (parser->consent && (token.kind == PP_TOKEN_EQUAL ||
                                   (token.kind >= PP_TOKEN_IMPLIES && token.kind <= PP_TOKEN_IN))) {
        pp_i_diagnostic *fault =
            note(parser, token, "%s cannot stand in a consent rule", FOUND(token));
        HINT(parser, fault, "it names parties, joined by `and` and `or`");
    } else if (token.kind == PP_TOKEN_WORD || token.kind == PP_TOKEN_OPEN ||
               token.kind == PP_TOKEN_NOT || token.kind == PP_TOKEN_COMMA) {
        pp_i_diagnostic *fault =
            note(parser, token, "the %s cannot go on with %s here", rule, FOUND(token));
        HINT(parser, fault, "join two parts with `and` or `or`");
    } else {
        pp_i_diagnostic *fault =
            note(parser, token, "the %s cannot go on with %s here", rule, FOUND(token));
        HINT(parser, fault,
             parser->consent ? "write `and`, `or`, or nothing"
                             : "write `and`, `or`, `implies`, `if`, `iff`, or nothing");
    }
    return false;
}

bool pp_i_formula_fault_chain(pp_i_formula_parser *parser, pp_i_token first)
{
    pp_i_diagnostic *fault =
        note(parser, parser->token, "%s cannot follow `%.*s` without parentheses",
             FOUND(parser->token), SHOWN(first.text));
    HINT(parser, fault,
         "put parentheses around the part that belongs together, as in "
         "`a %.*s (b %.*s c)`",
         SHOWN(first.text), SHOWN(parser->token.text));
    return false;
}

bool pp_i_formula_fault_open(pp_i_formula_parser *parser, pp_i_token open)
{
    pp_i_diagnostic *fault = note(parser, open, "the `(` that opens here is never closed");
    HINT(parser, fault, "close it with `)`");
    return false;
}

bool pp_i_formula_fault_limit(pp_i_formula_parser *parser, const char *what, unsigned most)
{
    pp_i_diagnostic *fault =
        note(parser, parser->token, "the formula has more than %u %s", most, what);
    HINT(parser, fault, "split it");
    return false;
}

bool pp_i_formula_fault_subject(pp_i_formula_parser *parser)
{
    if (report_foreign(parser))
        return false;
    const pp_i_vocabulary *vocabulary = parser->vocabulary;
    pp_text word = parser->token.text;
    if (parser->consent) {
        pp_i_diagnostic *fault =
            note(parser, parser->token, "there is no party %s", FOUND(parser->token));
        hint_ids(parser, fault, word, "parties", vocabulary->parties, vocabulary->party_count,
                 party_id);
        return false;
    }
    pp_i_diagnostic *fault =
        note(parser, parser->token, "there is no issue %s", FOUND(parser->token));
    for (size_t i = 0; i < vocabulary->issue_count; i++) {
        const pp_i_issue *issue = &vocabulary->issues[i];
        for (size_t k = 0; k < issue->option_count; k++)
            if (pp_i_text_equal(issue->options[k].id, word)) {
                HINT(parser, fault, "it is an option of `%.*s`: write `%.*s = %.*s`",
                     SHOWN(issue->id), SHOWN(issue->id), SHOWN(word));
                return false;
            }
    }
    hint_issues(parser, fault, word);
    return false;
}

bool pp_i_formula_fault_operator(pp_i_formula_parser *parser, const pp_i_issue *issue)
{
    if (report_foreign(parser))
        return false;
    pp_i_diagnostic *fault =
        note(parser, parser->token, "`=`, `!=` or `in` should stand behind `%.*s`, not %s",
             SHOWN(issue->id), FOUND(parser->token));
    HINT(parser, fault, "write `%.*s = %.*s`, say", SHOWN(issue->id), SHOWN(issue->options[0].id));
    return false;
}

bool pp_i_formula_fault_list(pp_i_formula_parser *parser, const pp_i_issue *issue)
{
    if (report_foreign(parser))
        return false;
    if (issue == NULL) {
        pp_i_diagnostic *fault = note(
            parser, parser->token, "a `(` should stand behind `of`, not %s", FOUND(parser->token));
        HINT(parser, fault, "write `2 of (a, b, c)`");
        return false;
    }
    pp_i_diagnostic *fault =
        note(parser, parser->token, "options in parentheses should stand behind `in`, not %s",
             FOUND(parser->token));
    HINT(parser, fault, "write them with commas between: `%.*s in (%.*s, %.*s)`", SHOWN(issue->id),
         SHOWN(issue->options[0].id), SHOWN(issue->options[issue->option_count - 1].id));
    return false;
}

bool pp_i_formula_fault_option(pp_i_formula_parser *parser, const pp_i_issue *issue)
{
    if (report_foreign(parser))
        return false;
    pp_i_token token = parser->token;
    pp_i_diagnostic *fault;
    if (token.kind == PP_TOKEN_OPEN) {
        fault = note(parser, token, "one option should stand here, not a list");
        HINT(parser, fault, "for several options write `%.*s in (...)`", SHOWN(issue->id));
        return false;
    }
    if (token.kind == PP_TOKEN_WORD)
        fault =
            note(parser, token, "issue `%.*s` has no option %s", SHOWN(issue->id), FOUND(token));
    else
        fault = note(parser, token, "an option of `%.*s` should stand here, not %s",
                     SHOWN(issue->id), FOUND(token));
    hint_ids(parser, fault, token.text, "its options are", issue->options, issue->option_count,
             option_id);
    return false;
}

bool pp_i_formula_fault_number(pp_i_formula_parser *parser, const pp_i_issue *issue)
{
    if (report_foreign(parser))
        return false;
    pp_i_token token = parser->token;
    pp_i_diagnostic *fault =
        note(parser, token, "a number should stand here, not %s", FOUND(token));
    hint_ids(parser, fault, token.text, "its options are", issue->options, issue->option_count,
             option_id);
    return false;
}

bool pp_i_formula_fault_order(pp_i_formula_parser *parser, pp_i_token sign, const pp_i_issue *issue,
                              size_t option)
{
    pp_i_diagnostic *fault =
        note(parser, sign, "%s needs an issue whose options are all numbers", FOUND(sign));
    HINT(parser, fault, "`%.*s` has the option `%.*s`: use `=`, `!=` or `in`", SHOWN(issue->id),
         SHOWN(issue->options[option].id));
    return false;
}

bool pp_i_formula_fault_count(pp_i_formula_parser *parser, pp_i_token count, size_t most)
{
    pp_i_diagnostic *fault;
    if (most == 0) {
        fault = note(parser, count, "a number should stand before `of`, not %s", FOUND(count));
        HINT(parser, fault, "write `2 of (a, b, c)`");
    } else {
        fault =
            note(parser, count, "%s of a list of %zu can never be asked for", FOUND(count), most);
        HINT(parser, fault, "the number before `of` is at least 1 and at most the list's length");
    }
    return false;
}
