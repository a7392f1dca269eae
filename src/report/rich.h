/*
 * rich.h: text with marks for weight and colour, and its wrapping into lines.
 *
 * Rich text is UTF-8 in which a control byte of PP_RICH_... starts a style that lasts until the
 * next one. Text from a case never holds control bytes once it went through
 * pp_i_builder_add_printable, so no input can forge a mark; and control characters fill no columns,
 * so widths come out right. A line feed is a line end that stays. Marks become ANSI sequences, or
 * nothing, when a line is printed.
 */
#ifndef PP_REPORT_RICH_H
#define PP_REPORT_RICH_H

#include "base/text.h"

#define PP_RICH_PLAIN "\x01"
#define PP_RICH_BOLD "\x02"
#define PP_RICH_DIM "\x03"
#define PP_RICH_RED "\x04"
#define PP_RICH_GREEN "\x05"
#define PP_RICH_YELLOW "\x06"
#define PP_RICH_CYAN "\x07"

/* One line of wrapped rich text, and the style that it starts in. */
typedef struct pp_i_rich_line {
    pp_text text;
    char style;
    bool continued; /* not the first line of its paragraph */
} pp_i_rich_line;

typedef struct pp_i_rich_lines {
    PP_LIST(pp_i_rich_line) list;
} pp_i_rich_lines;

/*
 * Breaks `rich` at blanks into lines of at most `width` columns (at least 1); those after the first
 * of a paragraph have `hang` columns less, which the caller fills with blanks. A word that is wider
 * than a line is broken between graphemes; a grapheme that is wider than a line stands out. No
 * blank stands at a line's end. False where memory has run out. Linear.
 */
bool pp_i_rich_wrap(pp_i_arena *arena, pp_text rich, size_t width, size_t hang,
                    pp_i_rich_lines *lines);

/* Columns of the widest line when nothing is wrapped; and of the widest word. */
size_t pp_i_rich_width(pp_text rich);
size_t pp_i_rich_word_width(pp_text rich);

/* Adds a line: marks as ANSI sequences where `color`, else left out. */
void pp_i_rich_print(pp_i_builder *out, const pp_i_rich_line *line, bool color);

#endif
