/*
 * yaml_write.c: texts as YAML scalars; see yaml_write.h.
 *
 * What is written without quotes is less than YAML allows: it must be safe for every reader.
 * Source: YAML 1.1 and 1.2, productions c-printable, ns-plain, c-l+literal and c-ns-esc-char.
 */
#include "case/yaml_write.h"

/* Can the character stand in YAML as it is, and is it no line break for any reader of YAML? */
static bool is_printable(int32_t c)
{
    return (c >= 0x20 && c <= 0x7E) ||
           (c >= 0xA0 && c <= 0xFFFD && c != 0x2028 && c != 0x2029 && c != 0xFEFF) || c >= 0x10000;
}

static bool is_all_printable(pp_text text, bool lines)
{
    size_t length;
    for (size_t at = 0; at < text.length; at += length) {
        int32_t c = pp_i_utf8_decode(text, at, &length);
        if (!is_printable(c) && !(lines && c == '\n'))
            return false;
    }
    return true;
}

/* Can the text be written without quotes? `flow`: between [ ] or { }, where an open "(" would have
 * the reader of cases ask whether the next comma has split a formula. */
static bool is_plain(pp_text text, bool flow)
{
    if (text.length == 0 || text.data[0] == ' ' || text.data[text.length - 1] == ' ' ||
        text.data[text.length - 1] == ':' || !is_all_printable(text, false))
        return false;
    const char *digits = "0123456789";
    if (text.data[0] == '-' && (text.length == 1 || strchr(digits, text.data[1]) == NULL))
        return false;
    if (strchr("?:,[]{}#&*!|>'\"%@`=.<~", text.data[0]) != NULL)
        return false;
    ptrdiff_t open = text.data[0] == '(';
    for (size_t i = 1; i < text.length; i++) {
        char c = text.data[i];
        open += (c == '(') - (c == ')');
        if ((c == ' ' && text.data[i - 1] == ':') || (c == '#' && text.data[i - 1] == ' ') ||
            (flow && strchr(",[]{}:?", c) != NULL))
            return false;
    }
    return !flow || open == 0;
}

static void write_escaped(pp_i_builder *out, int32_t c)
{
    if (c == '"' || c == '\\')
        pp_i_builder_print(out, "\\%c", (char)c);
    else if (c == '\n')
        pp_i_builder_add_string(out, "\\n");
    else if (c == '\r')
        pp_i_builder_add_string(out, "\\r");
    else if (c == '\t')
        pp_i_builder_add_string(out, "\\t");
    else if (is_printable(c))
        pp_i_builder_add_code_point(out, c);
    else if (c < 0x100)
        pp_i_builder_print(out, "\\x%02X", (unsigned)c);
    else
        pp_i_builder_print(out, "\\u%04X", (unsigned)c);
}

void pp_i_yaml_write_scalar(pp_i_builder *out, pp_text text, bool flow)
{
    if (is_plain(text, flow)) {
        pp_i_builder_add(out, text);
        return;
    }
    pp_i_builder_add_byte(out, '"');
    size_t length;
    for (size_t at = 0; at < text.length; at += length)
        write_escaped(out, pp_i_utf8_decode(text, at, &length));
    pp_i_builder_add_byte(out, '"');
}

/* Is the text one of several ordinary lines: none begins or ends with a blank, the first and the
 * last are not empty? */
static bool is_block(pp_text text)
{
    if (!is_all_printable(text, true) || memchr(text.data, '\n', text.length) == NULL)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        bool starts = i == 0 || text.data[i - 1] == '\n';
        bool ends = i + 1 == text.length || text.data[i + 1] == '\n';
        if (text.data[i] == ' ' && (starts || ends))
            return false;
    }
    const char *last = text.data + text.length - 1;
    return text.data[0] != '\n' && !(*last == '\n' && last[-1] == '\n');
}

/* A literal block, its lines `indent` columns in. */
static void write_block(pp_i_builder *out, pp_text text, int indent)
{
    bool ended = text.data[text.length - 1] == '\n';
    pp_i_builder_add_string(out, ended ? "|\n" : "|-\n");
    for (size_t at = 0; at < text.length;) {
        const char *end = memchr(text.data + at, '\n', text.length - at);
        size_t length = end == NULL ? text.length - at : (size_t)(end - text.data) - at;
        if (length > 0)
            pp_i_builder_print(out, "%*s", indent, "");
        pp_i_builder_add(out, (pp_text){text.data + at, length});
        pp_i_builder_add_byte(out, '\n');
        at += length + 1;
    }
}

void pp_i_yaml_write_value(pp_i_builder *out, pp_text text, int indent)
{
    if (text.length > 0 && is_block(text)) {
        write_block(out, text, indent);
        return;
    }
    pp_i_yaml_write_scalar(out, text, false);
    pp_i_builder_add_byte(out, '\n');
}
