/* rich.c: see rich.h. */
#include "report/rich.h"

static bool is_mark(char byte)
{
    return byte >= PP_RICH_PLAIN[0] && byte <= PP_RICH_CYAN[0];
}

/* A run without blanks or line ends that starts at `at`: its length in bytes. */
static size_t word_length(pp_text rich, size_t at)
{
    size_t end = at;
    while (end < rich.length && rich.data[end] != ' ' && rich.data[end] != '\n')
        end++;
    return end - at;
}

static pp_text slice(pp_text rich, size_t start, size_t end)
{
    return (pp_text){rich.data + start, end - start};
}

/* What of a word goes on a line of its own that it does not fit on; at least one grapheme. */
static size_t break_word(pp_text word, size_t width)
{
    for (size_t columns = width; columns < width + 3; columns++) {
        size_t fit = pp_i_text_fit(word, columns);
        if (fit > 0)
            return fit;
    }
    size_t length;
    pp_i_utf8_decode(word, 0, &length);
    return length;
}

typedef struct wrapping {
    pp_i_arena *arena;
    pp_text rich;
    pp_i_rich_lines *lines;
    size_t width, hang;
    size_t start, end; /* the line under way: from its first byte to behind its last word */
    size_t columns;    /* it fills so many */
    bool open;         /* it holds a word */
    bool continued;
    char style;
} wrapping;

static size_t room(const wrapping *wrap)
{
    if (!wrap->continued)
        return wrap->width;
    return wrap->width > wrap->hang ? wrap->width - wrap->hang : 1;
}

/* Ends the line under way; the next starts at byte `next`. */
static bool end_line(wrapping *wrap, size_t next, bool paragraph_goes_on)
{
    pp_text text = slice(wrap->rich, wrap->start, wrap->end);
    pp_i_rich_line line = {text, wrap->style, wrap->continued};
    if (!PP_LIST_ADD(wrap->arena, &wrap->lines->list, line))
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (is_mark(text.data[i]))
            wrap->style = text.data[i];
    wrap->start = wrap->end = next;
    wrap->columns = 0;
    wrap->open = false;
    wrap->continued = paragraph_goes_on;
    return true;
}

/* Blanks at the start of a paragraph are meant; those at the start of a wrapped line are gone. */
static size_t indent(const wrapping *wrap, size_t at)
{
    return wrap->continued ? 0 : pp_i_text_width(slice(wrap->rich, wrap->start, at));
}

static bool add_word(wrapping *wrap, size_t at, size_t length)
{
    pp_text word = slice(wrap->rich, at, at + length);
    size_t columns = pp_i_text_width(word);
    size_t gap = wrap->open ? pp_i_text_width(slice(wrap->rich, wrap->end, at)) : indent(wrap, at);
    if (!wrap->open && gap + columns > room(wrap)) {
        wrap->start = at; /* there is no room for an indent */
        gap = 0;
    }
    if (wrap->open && wrap->columns + gap + columns > room(wrap)) {
        if (!end_line(wrap, at, true))
            return false;
        gap = 0;
    }
    while (!wrap->open && columns > room(wrap)) {
        size_t piece = break_word(word, room(wrap));
        if (piece >= word.length)
            break;
        wrap->end = at + piece;
        if (!end_line(wrap, at + piece, true))
            return false;
        columns -= pp_i_text_width(slice(wrap->rich, at, at + piece));
        at += piece;
        word = slice(wrap->rich, at, at + word.length - piece);
    }
    wrap->end = at + word.length;
    wrap->columns += gap + columns;
    wrap->open = true;
    return true;
}

bool pp_i_rich_wrap(pp_i_arena *arena, pp_text rich, size_t width, size_t hang,
                    pp_i_rich_lines *lines)
{
    wrapping wrap = {.arena = arena,
                     .rich = rich,
                     .lines = lines,
                     .width = width == 0 ? 1 : width,
                     .hang = hang,
                     .style = PP_RICH_PLAIN[0]};
    for (size_t at = 0; at < rich.length;) {
        if (rich.data[at] == '\n') {
            if (!end_line(&wrap, at + 1, false))
                return false;
            at++;
        } else if (rich.data[at] == ' ') {
            at++;
        } else {
            size_t length = word_length(rich, at);
            if (!add_word(&wrap, at, length))
                return false;
            at += length;
        }
    }
    return end_line(&wrap, rich.length, false);
}

size_t pp_i_rich_width(pp_text rich)
{
    size_t widest = 0;
    for (size_t at = 0; at <= rich.length;) {
        const char *end = at < rich.length ? memchr(rich.data + at, '\n', rich.length - at) : NULL;
        size_t stop = end == NULL ? rich.length : (size_t)(end - rich.data);
        size_t width = pp_i_text_width(slice(rich, at, stop));
        if (width > widest)
            widest = width;
        at = stop + 1;
    }
    return widest;
}

size_t pp_i_rich_word_width(pp_text rich)
{
    size_t widest = 0;
    for (size_t at = 0; at < rich.length;) {
        size_t length = word_length(rich, at);
        size_t width = pp_i_text_width(slice(rich, at, at + length));
        if (width > widest)
            widest = width;
        at += length + 1;
    }
    return widest;
}

static const char *sequence_of(char mark)
{
    switch (mark) {
    case '\x02':
        return "\x1b[1m";
    case '\x03':
        return "\x1b[2m";
    case '\x04':
        return "\x1b[1;31m";
    case '\x05':
        return "\x1b[1;32m";
    case '\x06':
        return "\x1b[33m";
    case '\x07':
        return "\x1b[36m";
    default:
        return "";
    }
}

void pp_i_rich_print(pp_i_builder *out, const pp_i_rich_line *line, bool color)
{
    char style = line->style, shown = PP_RICH_PLAIN[0];
    for (size_t at = 0; at < line->text.length;) {
        if (is_mark(line->text.data[at])) {
            style = line->text.data[at++];
            continue;
        }
        size_t end = at;
        while (end < line->text.length && !is_mark(line->text.data[end]))
            end++;
        if (color && style != shown) {
            pp_i_builder_add_string(out, shown == PP_RICH_PLAIN[0] ? "" : "\x1b[0m");
            pp_i_builder_add_string(out, sequence_of(style));
            shown = style;
        }
        pp_i_builder_add(out, slice(line->text, at, end));
        at = end;
    }
    if (shown != PP_RICH_PLAIN[0])
        pp_i_builder_add_string(out, "\x1b[0m");
}
