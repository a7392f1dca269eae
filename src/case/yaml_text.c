/* yaml_text.c: see yaml_text.h. */
#include "case/yaml_text.h"

#include "case/yaml.h"

void pp_i_yaml_cursor_init(pp_i_yaml_cursor *cursor, pp_text text)
{
    *cursor = (pp_i_yaml_cursor){.text = text, .line = 1};
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

void pp_i_yaml_cursor_move(pp_i_yaml_cursor *cursor, size_t index)
{
    if (index < cursor->index)
        pp_i_yaml_cursor_init(cursor, cursor->text);
    const pp_text text = cursor->text;
    while (cursor->index < index && cursor->byte < text.length) {
        bool ends_line = text.data[cursor->byte] == '\n';
        do
            cursor->byte++;
        while (cursor->byte < text.length && is_continuation(text.data[cursor->byte]));
        cursor->index++;
        if (ends_line) {
            cursor->line++;
            cursor->line_index = cursor->index;
        }
    }
}

pp_i_place pp_i_yaml_cursor_place(const pp_i_yaml_cursor *cursor)
{
    return (pp_i_place){cursor->line, cursor->index - cursor->line_index + 1};
}

pp_text pp_i_yaml_without_mark(pp_text text)
{
    if (text.length >= 3 && memcmp(text.data, "\xEF\xBB\xBF", 3) == 0)
        return (pp_text){text.data + 3, text.length - 3};
    return text;
}

/* The place of byte `at`, before which `text` is valid. */
static pp_i_place place_of_byte(pp_text text, size_t at)
{
    pp_i_place place = {1, 1};
    size_t start = 0;
    for (size_t i = 0; i < at; i++)
        if (text.data[i] == '\n') {
            place.line++;
            start = i + 1;
        }
    place.column =
        pp_i_utf8_count((pp_text){text.data + start, text.length - start}, at - start) + 1;
    return place;
}

static bool is_utf16(pp_text text)
{
    if (text.length >= 2 &&
        (memcmp(text.data, "\xFF\xFE", 2) == 0 || memcmp(text.data, "\xFE\xFF", 2) == 0))
        return true;
    if (text.length < 4)
        return false;
    /* without its mark: every second byte of ASCII is 0 */
    const char *bytes = text.data;
    bool even = bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0 && bytes[3] != 0;
    bool odd = bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0 && bytes[2] != 0;
    return even || odd;
}

/* May a YAML text hold it? Tab, line ends and what is printable. */
static bool is_allowed(int32_t code_point)
{
    if (code_point < 0x20)
        return code_point == '\t' || code_point == '\n' || code_point == '\r';
    if (code_point < 0xA0)
        return code_point < 0x7F || code_point == 0x85;
    return code_point != 0xFEFF && code_point != 0xFFFE && code_point != 0xFFFF;
}

/* The first byte of a code point that is not allowed, or text.length. */
static size_t find_forbidden(pp_text text, int32_t *found)
{
    for (size_t at = 0, length; at < text.length; at += length) {
        *found = pp_i_utf8_decode(text, at, &length);
        if (!is_allowed(*found))
            return at;
    }
    return text.length;
}

/* A case needs none. */
enum { DIRECTIVE_COUNT_MAX = 16 };

static const char HINT_ENCODING[] = "save the file as UTF-8 (an editor may call this \"encoding\")";

static bool check_encoding(pp_text text, pp_i_diagnostics *diagnostics)
{
    if (is_utf16(text)) {
        pp_i_diagnostic *note = pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR, (pp_i_place){1, 1}, 1,
                                              "the file is in UTF-16, not in UTF-8");
        pp_i_diagnose_hint(diagnostics, note, "%s", HINT_ENCODING);
        return false;
    }
    size_t valid = pp_i_utf8_check(text);
    const char *nul = text.length == 0 ? NULL : memchr(text.data, 0, valid);
    if (nul != NULL) {
        pp_i_diagnostic *note = pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR,
                                              place_of_byte(text, (size_t)(nul - text.data)), 1,
                                              "a NUL byte: this is not a text file");
        pp_i_diagnose_hint(diagnostics, note, "%s", HINT_ENCODING);
        return false;
    }
    if (valid < text.length) {
        pp_i_diagnostic *note = pp_i_diagnose(
            diagnostics, PP_SEVERITY_ERROR, place_of_byte(text, valid), 1,
            "byte 0x%02X here is not UTF-8", (unsigned)(unsigned char)text.data[valid]);
        pp_i_diagnose_hint(diagnostics, note, "%s", HINT_ENCODING);
        return false;
    }
    return true;
}

/* The `%TAG` line that is one too many, or text.length: libyaml compares each with each. */
static size_t find_excess_directive(pp_text text)
{
    size_t count = 0;
    for (size_t at = 0; at + 4 <= text.length; at++) {
        const char *next = memchr(text.data + at, '%', text.length - at - 3);
        if (next == NULL)
            break;
        at = (size_t)(next - text.data);
        bool starts_line = at == 0 || next[-1] == '\n' || next[-1] == '\r' ||
                           (unsigned char)next[-1] >= 0x80; /* U+2028, say */
        if (starts_line && memcmp(next, "%TAG", 4) == 0 && ++count > DIRECTIVE_COUNT_MAX)
            return at;
    }
    return text.length;
}

bool pp_i_yaml_text_check(pp_text text, pp_i_diagnostics *diagnostics)
{
    if (text.length > PP_YAML_BYTE_COUNT_MAX) {
        pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR, (pp_i_place){1, 1}, 1,
                      "the file is larger than %d MiB", PP_YAML_BYTE_COUNT_MAX >> 20);
        return false;
    }
    if (!check_encoding(text, diagnostics))
        return false;
    int32_t found = 0;
    size_t at = find_excess_directive(text);
    if (at < text.length) {
        pp_i_diagnostic *note =
            pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR, place_of_byte(text, at), 4,
                          "more than %d lines of `%%TAG`", DIRECTIVE_COUNT_MAX);
        pp_i_diagnose_hint(diagnostics, note, "leave them out: a case has no tags");
        return false;
    }
    at = find_forbidden(text, &found);
    if (at == text.length)
        return true;
    pp_i_diagnostic *note =
        pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR, place_of_byte(text, at), 1,
                      "a control character, U+%04X, cannot stand in a case", (unsigned)found);
    pp_i_diagnose_hint(diagnostics, note, "delete it; an editor may show it as a blank or a box");
    return false;
}

typedef struct syntax_fault {
    const char *context; /* how libyaml's context begins; null: any */
    const char *problem; /* how its problem begins */
    bool at_context;     /* the fault is where the construct began, not where reading stopped */
    const char *message;
    const char *hint;
} syntax_fault;

#define HINT_QUOTE "put the whole text in quotes"

/* The first that fits counts. libyaml 0.2.5, scanner.c and parser.c. */
static const syntax_fault FAULTS[] = {
    {NULL, "could not find expected ':'", true, "a key without a `:` behind it",
     "write `key: value`; a text that goes on must be indented more than its key"},
    {NULL, "mapping values are not allowed", false, "a `:` cannot stand here",
     "if it belongs to a text, " HINT_QUOTE "; if it ends a key, indent the key like the others"},
    {NULL, "block sequence entries are not allowed", false, "a `-` cannot stand here",
     "start the list on its own line, each `-` in the same column"},
    {NULL, "mapping keys are not allowed", false, "a `?` cannot stand here", HINT_QUOTE},
    {"while scanning a quoted", "found unexpected end", true,
     "the quotation mark that opens here is never closed",
     "close it; inside '...' write an apostrophe twice, inside \"...\" write \\\" for a mark"},
    {"while scanning a quoted", "found unexpected document", true,
     "the quotation mark that opens here is not closed before a line of `---` or `...`",
     "close it; inside '...' write an apostrophe twice, inside \"...\" write \\\" for a mark"},
    {"while parsing a quoted", "", false, "an unknown escape in a text in double quotes",
     "write \\\\ for a backslash, or put the text in '...', where it means nothing"},
    {"while scanning a block scalar", "found a tab", false, "a tab indents this line",
     "indent with blanks"},
    {"while scanning a block scalar", "", false, "words behind `|` or `>`",
     "start the text on the next line; where `|` or `>` belongs to a text, " HINT_QUOTE},
    {"while scanning a plain", "found a tab", false, "a tab indents this line",
     "indent with blanks"},
    {"while scanning an a", "", true, "a text without quotes cannot start with `&` or `*`",
     HINT_QUOTE},
    {"while scanning a tag", "", true, "a text without quotes cannot start with `!`", HINT_QUOTE},
    {"while parsing a tag", "", true, "a text without quotes cannot start with `!`", HINT_QUOTE},
    {NULL, "found undefined tag handle", false, "a text without quotes cannot start with `!`",
     HINT_QUOTE},
    {"while scanning a directive", "", true, "a line cannot start with `%`", HINT_QUOTE},
    {"while scanning a %", "", true, "a line cannot start with `%`", HINT_QUOTE},
    {NULL, "found incompatible YAML", false, "this version of YAML is not read",
     "leave the line out"},
    {NULL, "found duplicate %", false, "the same line with `%` stands above", "leave it out"},
    {NULL, "did not find expected <document start>", false,
     "this does not belong to what stands above",
     "keys of one mapping and items of one list stand in one column"},
    {NULL, "did not find expected key", false, "a key should stand here",
     "keys of one mapping stand in one column"},
    {NULL, "did not find expected '-'", false, "a `-` should stand here",
     "items of one list stand in one column"},
    {NULL, "did not find expected ',' or ']'", false, "a `,` or `]` should stand here",
     "a text with `: `, a comma, brackets or braces in it goes in quotes"},
    {NULL, "did not find expected ',' or '}'", false, "a `,` or `}` should stand here",
     "a text with `: `, a comma, brackets or braces in it goes in quotes"},
    {NULL, "did not find expected node content", false, "a value should stand here",
     "a text that starts with a sign goes in quotes"},
};

static bool starts_with(const char *text, const char *start)
{
    return text != NULL && strncmp(text, start, strlen(start)) == 0;
}

/* Row of FAULTS for the parser's error, or null. */
static const syntax_fault *find_fault(const yaml_parser_t *parser)
{
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++)
        if ((FAULTS[i].context == NULL || starts_with(parser->context, FAULTS[i].context)) &&
            starts_with(parser->problem, FAULTS[i].problem))
            return &FAULTS[i];
    return NULL;
}

/* The last byte before the cursor on its line that is no blank, or 0. */
static char byte_before(const pp_i_yaml_cursor *cursor)
{
    for (size_t at = cursor->byte; at > 0; at--) {
        char byte = cursor->text.data[at - 1];
        if (byte != ' ' && byte != '\t')
            return byte == '\n' ? '\0' : byte;
    }
    return '\0';
}

/* Faults that the text itself explains better than libyaml does. */
static bool fault_from_text(const yaml_parser_t *parser, const pp_i_yaml_cursor *at,
                            const pp_i_yaml_cursor *context, syntax_fault *fault)
{
    char byte = at->byte < at->text.length ? at->text.data[at->byte] : '\0';
    char before = byte_before(at);
    *fault = (syntax_fault){0};
    if (starts_with(parser->problem, "found character that cannot start")) {
        bool tab = byte == '\t';
        fault->message =
            tab ? "a tab indents this line" : "a text without quotes cannot start with this sign";
        fault->hint = tab ? "indent with blanks" : HINT_QUOTE;
    } else if ((starts_with(parser->problem, "did not find expected key") ||
                starts_with(parser->problem, "did not find expected node")) &&
               byte == ':') {
        fault->message = "a key is missing before `:`";
        fault->hint = "write `key: value`";
    } else if (starts_with(parser->problem, "did not find expected key") &&
               (before == '"' || before == '\'')) {
        fault->message = "words behind a closing quotation mark";
        fault->hint = "put the whole text in '...'; inside it an apostrophe is written twice";
    } else if (starts_with(parser->problem, "did not find expected ',' or") &&
               at->byte >= at->text.length) {
        bool list = context->byte < at->text.length && at->text.data[context->byte] == '[';
        fault->at_context = true;
        fault->message = list ? "the `[` that opens here is never closed"
                              : "the `{` that opens here is never closed";
        fault->hint = list ? "close it with `]`" : "close it with `}`";
    }
    return fault->message != NULL;
}

void pp_i_yaml_syntax_error(const yaml_parser_t *parser, pp_text text,
                            pp_i_diagnostics *diagnostics)
{
    pp_i_yaml_cursor at, context;
    pp_i_yaml_cursor_init(&at, text);
    pp_i_yaml_cursor_move(&at, parser->problem_mark.index);
    pp_i_yaml_cursor_init(&context, text);
    pp_i_yaml_cursor_move(&context, parser->context_mark.index);
    syntax_fault fault;
    if (!fault_from_text(parser, &at, &context, &fault)) {
        const syntax_fault *found = find_fault(parser);
        if (found != NULL)
            fault = *found;
        else
            fault.message = parser->problem != NULL ? parser->problem : "this is not YAML";
    }
    bool at_context = fault.at_context && parser->context != NULL;
    pp_i_diagnostic *note =
        pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR,
                      pp_i_yaml_cursor_place(at_context ? &context : &at), 1, "%s", fault.message);
    if (starts_with(parser->problem, "did not find expected ',' or") && !at_context)
        pp_i_diagnose_hint(diagnostics, note, "the bracket of %zu:%zu is still open here; %s",
                           context.line, pp_i_yaml_cursor_place(&context).column, fault.hint);
    else if (fault.hint != NULL)
        pp_i_diagnose_hint(diagnostics, note, "%s", fault.hint);
}
