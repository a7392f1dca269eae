/*
 * markdown.c: the words of a Markdown report: see document_parts.h.
 *
 * Line by line, after the CommonMark specification (0.31) as far as reports use it: headings,
 * items, quotations, tables, links, emphasis, entities. Left out: front matter, code blocks,
 * pictures with what they show, comments, tags of HTML, link targets, footnote marks. White space
 * becomes one blank; a blank line stands between paragraphs.
 */
#include "reading/document_parts.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum { LINK_BYTE_COUNT_MAX = 500, ENTITY_BYTE_COUNT_MAX = 32, FENCE_LENGTH_MIN = 3 };

typedef struct text_writer {
    pp_i_arena *arena;
    pp_i_builder words;
    pp_i_blocks *blocks;
    pp_i_builder lines; /* the paragraph under way, with its marks */
    pp_i_builder plain; /* the same without them */
    bool in_comment;
    pp_status status;
    pp_error *error;
} text_writer;

static bool starts_with(pp_text text, const char *prefix)
{
    size_t length = strlen(prefix);
    return text.length >= length && memcmp(text.data, prefix, length) == 0;
}

static pp_text rest_of(pp_text text, size_t from)
{
    return (pp_text){text.data + from, text.length - from};
}

/* Where `c` stands at or after `from`, within what a link may take; text.length where nowhere. */
static size_t find_near(pp_text text, size_t from, char c)
{
    size_t end =
        text.length - from > LINK_BYTE_COUNT_MAX ? from + LINK_BYTE_COUNT_MAX : text.length;
    for (size_t at = from; at < end; at++) {
        if (text.data[at] == '\\')
            at++;
        else if (text.data[at] == c)
            return at;
    }
    return text.length;
}

/* The closing bracket that matches the opening one at `open`; text.length where there is none. */
static size_t find_close(pp_text text, size_t open)
{
    size_t depth = 0;
    for (size_t at = open; at < text.length && at - open <= LINK_BYTE_COUNT_MAX; at++) {
        if (text.data[at] == '\\')
            at++;
        else if (text.data[at] == '[')
            depth++;
        else if (text.data[at] == ']' && --depth == 0)
            return at;
    }
    return text.length;
}

/* Where a link's target ends: behind "](...)" or "][...]" or "]". `close` is the bracket. */
static size_t after_target(pp_text text, size_t close)
{
    size_t after = close + 1;
    if (after < text.length && (text.data[after] == '(' || text.data[after] == '[')) {
        size_t end = find_near(text, after + 1, text.data[after] == '(' ? ')' : ']');
        return end < text.length ? end + 1 : after;
    }
    return after;
}

/* "&amp;", "&#8217;": adds it and returns its length, or 0 where it is none. */
static size_t add_entity(pp_i_builder *out, pp_text text)
{
    size_t end = 1;
    char name[ENTITY_BYTE_COUNT_MAX];
    while (end < text.length && end < sizeof name && text.data[end] != ';')
        end++;
    if (end >= text.length || end >= sizeof name || end < 2)
        return 0;
    memcpy(name, text.data + 1, end - 1);
    name[end - 1] = '\0';
    long value = 0;
    if (name[0] == '#') {
        bool hex = name[1] == 'x' || name[1] == 'X';
        char *stop;
        value = strtol(name + (hex ? 2 : 1), &stop, hex ? 16 : 10);
        if (*stop != '\0')
            return 0;
    } else {
        const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
        if (entity == NULL)
            return 0;
        value = (long)entity->value;
    }
    if (value <= ' ' || value == 0xA0)
        pp_i_builder_add_byte(out, ' ');
    else
        pp_i_builder_add_code_point(out, value > 0x10FFFF ? 0xFFFD : (int32_t)value);
    return end + 1;
}

/* "<b>", "</p>", "<https://...>", "<!-- -->": its length, or 0 where it is none. */
static size_t tag_length(pp_text text)
{
    if (text.length < 3)
        return 0;
    char c = text.data[1];
    if ((c | 0x20) < 'a' || (c | 0x20) > 'z')
        if (c != '/' && c != '!' && c != '?')
            return 0;
    size_t end = find_near(text, 1, '>');
    return end < text.length ? end + 1 : 0;
}

static bool is_word_byte(pp_text text, size_t at)
{
    return at < text.length && (pp_i_is_letter_or_more(text.data[at]) ||
                                (text.data[at] >= '0' && text.data[at] <= '9'));
}

/* Emphasis: stars and tildes everywhere, underscores at a word's edge; a star between blanks is
 * itself. */
static bool is_emphasis(pp_text text, size_t at)
{
    char c = text.data[at];
    bool blank_before = at == 0 || pp_i_is_blank(text.data[at - 1]);
    bool blank_after = at + 1 >= text.length || pp_i_is_blank(text.data[at + 1]);
    if (c == '*')
        return !(blank_before && blank_after);
    if (c == '_')
        return !(is_word_byte(text, at - (at > 0)) && at > 0 && is_word_byte(text, at + 1));
    if (c == '~')
        return (at + 1 < text.length && text.data[at + 1] == '~') ||
               (at > 0 && text.data[at - 1] == '~');
    return c == '`';
}

/* A bracket at `at`: returns where to go on, having added nothing; or `at` where it is text. What a
 * link says is left to be read: `*label_end` is then its closing bracket. */
static size_t at_bracket(pp_text text, size_t at, size_t *label_end)
{
    bool is_picture = text.data[at] == '!';
    size_t open = at + is_picture;
    size_t close = find_close(text, open);
    if (close == text.length)
        return at;
    if (is_picture)
        return after_target(text, close);
    if (open + 1 < text.length && text.data[open + 1] == '^')
        return close + 1; /* a footnote's mark */
    if (after_target(text, close) == close + 1)
        return at; /* an editor's bracket: "[the government]" */
    *label_end = close;
    return at + 1;
}

static void add_inline(pp_i_builder *out, pp_text text)
{
    size_t label_end = SIZE_MAX; /* of the link under way */
    for (size_t at = 0; at < text.length;) {
        char c = text.data[at];
        size_t length = 0;
        if (at == label_end) {
            at = after_target(text, at);
            label_end = SIZE_MAX;
            continue;
        }
        if (c == '\\' && at + 1 < text.length && strchr("\\`*_{}[]()#+-.!|<>~", text.data[at + 1]))
            pp_i_builder_add_byte(out, text.data[++at]);
        else if (c == '&' && (length = add_entity(out, rest_of(text, at))) > 0)
            at += length - 1;
        else if (c == '<' && (length = tag_length(rest_of(text, at))) > 0)
            at += length - 1;
        else if ((c == '[' && label_end == SIZE_MAX) ||
                 (c == '!' && at + 1 < text.length && text.data[at + 1] == '[')) {
            size_t next = at_bracket(text, at, &label_end);
            if (next > at) {
                at = next;
                continue;
            }
            pp_i_builder_add_byte(out, c);
        } else if (!is_emphasis(text, at)) {
            pp_i_builder_add_byte(out, c);
        }
        at++;
    }
}

/* Adds `marked` to the words as a paragraph of its own, white space folded. */
static void add_block(text_writer *writer, pp_text marked, bool is_heading)
{
    pp_i_builder *plain = &writer->plain;
    plain->length = 0;
    add_inline(plain, marked);
    pp_text text = pp_i_text_trim(pp_i_builder_text(plain));
    writer->words.failed = writer->words.failed || plain->failed;
    if (text.length == 0 || writer->status != PP_OK)
        return;
    if (writer->words.length > 0)
        pp_i_builder_add_string(&writer->words, "\n\n");
    pp_i_block block = {.byte_start = writer->words.length, .is_heading = is_heading};
    for (size_t i = 0; i < text.length; i++)
        if (!pp_i_is_blank(text.data[i]))
            pp_i_builder_add_byte(&writer->words, text.data[i]);
        else if (!pp_i_is_blank(text.data[i - 1]))
            pp_i_builder_add_byte(&writer->words, ' ');
    block.byte_end = writer->words.length;
    if (!writer->words.failed)
        writer->status =
            pp_i_document_add_block(writer->arena, writer->blocks, block, writer->error);
}

/* "**Only bold**" on a line of its own heads what follows. */
static bool is_bold_line(pp_text text)
{
    bool bold = text.length > 4 && (starts_with(text, "**") || starts_with(text, "__")) &&
                memcmp(text.data + text.length - 2, text.data, 2) == 0;
    return bold && pp_i_document_is_heading((pp_text){text.data + 2, text.length - 4});
}

static void end_paragraph(text_writer *writer, bool is_heading)
{
    pp_text text = pp_i_text_trim(pp_i_builder_text(&writer->lines));
    if (text.length > 0)
        add_block(writer, text, is_heading || is_bold_line(text));
    writer->words.failed = writer->words.failed || writer->lines.failed;
    writer->lines.length = 0;
}

/* Each cell of a table's row is a paragraph. */
static void add_row(text_writer *writer, pp_text line)
{
    size_t start = 0;
    for (size_t at = 0; at <= line.length; at++)
        if (at == line.length || (line.data[at] == '|' && (at == 0 || line.data[at - 1] != '\\'))) {
            pp_text cell = pp_i_text_trim((pp_text){line.data + start, at - start});
            bool is_rule = true;
            for (size_t i = 0; i < cell.length; i++)
                is_rule = is_rule && (cell.data[i] == '-' || cell.data[i] == ':');
            if (!is_rule)
                add_block(writer, cell, pp_i_document_is_heading(cell));
            start = at + 1;
        }
}

static bool is_all(pp_text text, char c, size_t least)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] == c)
            count++;
        else if (text.data[i] != ' ')
            return false;
    return count >= least;
}

/* The length of "- ", "12. " at the start, or 0. */
static size_t item_mark(pp_text text)
{
    size_t at = 0;
    if (text.length > 1 && (text.data[0] == '-' || text.data[0] == '*' || text.data[0] == '+') &&
        pp_i_is_blank(text.data[1]))
        return 2;
    while (at < text.length && at < 9 && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    return at > 0 && at + 1 < text.length && (text.data[at] == '.' || text.data[at] == ')') &&
                   text.data[at + 1] == ' '
               ? at + 2
               : 0;
}

/* "[1]: https://..." is a target and no text; "[^1]: words" is a footnote's text. */
static bool is_target(pp_text text)
{
    size_t close = text.length > 0 && text.data[0] == '[' ? find_close(text, 0) : text.length;
    return close + 1 < text.length && text.data[close + 1] == ':' && text.length > 1 &&
           text.data[1] != '^';
}

static size_t heading_mark(pp_text text)
{
    size_t count = 0;
    while (count < text.length && text.data[count] == '#')
        count++;
    return count >= 1 && count <= 6 && (count == text.length || pp_i_is_blank(text.data[count]))
               ? count
               : 0;
}

/* One line, its own indentation and quotation marks (">") taken off. */
static void add_line(text_writer *writer, pp_text line)
{
    line = pp_i_text_trim(line);
    while (line.length > 0 && line.data[0] == '>')
        line = pp_i_text_trim(rest_of(line, 1));
    size_t mark = heading_mark(line);
    bool has_lines = writer->lines.length > 0;
    if (mark > 0) {
        end_paragraph(writer, false);
        line = pp_i_text_trim(rest_of(line, mark));
        while (line.length > 0 && line.data[line.length - 1] == '#')
            line.length--;
        add_block(writer, line, true);
    } else if (line.length == 0 || is_target(line)) {
        end_paragraph(writer, false);
    } else if (has_lines && (is_all(line, '=', 1) || is_all(line, '-', 2))) {
        end_paragraph(writer, true); /* a heading's underline */
    } else if (is_all(line, '-', 3) || is_all(line, '*', 3) || is_all(line, '_', 3)) {
        end_paragraph(writer, false);
    } else if (line.data[0] == '|') {
        end_paragraph(writer, false);
        add_row(writer, line);
    } else {
        if (item_mark(line) > 0 || is_bold_line(line)) {
            end_paragraph(writer, false);
            line = rest_of(line, item_mark(line));
        }
        if (starts_with(line, "[^") && find_close(line, 0) + 1 < line.length)
            line = rest_of(line, find_close(line, 0) + 1);
        pp_i_builder_add_byte(&writer->lines, '\n');
        pp_i_builder_add(&writer->lines, line);
        if (is_bold_line(line))
            end_paragraph(writer, false);
    }
}

/* Takes comments, which may run over lines, out of a line; returns what is left of it. */
static pp_text without_comments(text_writer *writer, pp_text line)
{
    bool has_mark = writer->in_comment;
    for (size_t at = 0; at + 4 <= line.length && !has_mark; at++)
        has_mark = line.data[at] == '<' && starts_with(rest_of(line, at), "<!--");
    if (!has_mark)
        return line;
    pp_i_builder left;
    pp_i_builder_init(&left, writer->arena);
    for (size_t at = 0; at < line.length;) {
        const char *mark = writer->in_comment ? "-->" : "<!--";
        bool here = starts_with(rest_of(line, at), mark);
        if (here)
            writer->in_comment = !writer->in_comment;
        else if (!writer->in_comment)
            pp_i_builder_add_byte(&left, line.data[at]);
        at += here ? strlen(mark) : 1;
    }
    writer->words.failed = writer->words.failed || left.failed;
    return pp_i_builder_text(&left);
}

static pp_text line_at(pp_text text, size_t at)
{
    const char *end = memchr(text.data + at, '\n', text.length - at);
    return (pp_text){text.data + at,
                     end == NULL ? text.length - at : (size_t)(end - text.data) - at};
}

/* Where the text starts behind "---", some lines, "---". */
static size_t after_front_matter(pp_text text)
{
    size_t start = starts_with(text, "\xEF\xBB\xBF") ? 3 : 0;
    if (!is_all(pp_i_text_trim(line_at(text, start)), '-', 3))
        return start;
    for (size_t at = start + line_at(text, start).length + 1; at < text.length;) {
        pp_text line = line_at(text, at);
        at += line.length + 1;
        if (is_all(pp_i_text_trim(line), '-', 3))
            return at < text.length ? at : text.length;
    }
    return start;
}

static size_t fence_length(pp_text line, char *kind)
{
    size_t length = 0;
    *kind = line.length > 0 ? line.data[0] : '\0';
    if (*kind != '`' && *kind != '~')
        return 0;
    while (length < line.length && line.data[length] == *kind)
        length++;
    return length >= FENCE_LENGTH_MIN ? length : 0;
}

pp_status pp_i_document_markdown(pp_text words, pp_i_arena *arena, pp_i_extract *extract,
                                 pp_error *error)
{
    if (words.length > PP_DOCUMENT_MARKUP_BYTE_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_LIMIT, "Markdown of more than %d bytes is not read",
                         PP_DOCUMENT_MARKUP_BYTE_COUNT_MAX);
    text_writer writer = {.arena = arena, .blocks = &extract->blocks, .error = error};
    pp_i_builder_init(&writer.words, arena);
    pp_i_builder_init(&writer.lines, arena);
    pp_i_builder_init(&writer.plain, arena);
    size_t fence = 0;
    char fence_kind = '\0', kind;
    for (size_t at = after_front_matter(words); at < words.length && writer.status == PP_OK;) {
        pp_text line = line_at(words, at);
        at += line.length + 1;
        size_t marks = fence_length(pp_i_text_trim(line), &kind);
        if (fence == 0 && marks > 0) {
            end_paragraph(&writer, false);
            fence = marks;
            fence_kind = kind;
        } else if (fence > 0) {
            fence = marks >= fence && kind == fence_kind ? 0 : fence;
        } else {
            add_line(&writer, without_comments(&writer, line));
        }
    }
    end_paragraph(&writer, false);
    if (writer.words.length > 0)
        pp_i_builder_add_byte(&writer.words, '\n');
    if (writer.status == PP_OK && writer.words.failed)
        return pp_i_fail_memory(error);
    extract->words = pp_i_builder_text(&writer.words);
    return writer.status;
}
