/*
 * text.h: UTF-8 text: views that own nothing, decoding, widths on a terminal, and a builder.
 *
 * Offsets that people see count Unicode code points; offsets in here count bytes unless the name
 * says otherwise. Nothing here trusts its input: an invalid byte is found, never skipped over.
 */
#ifndef PP_BASE_TEXT_H
#define PP_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* A view of `length` bytes, not NUL-terminated, owned by someone else. */
typedef struct pp_text {
    const char *data;
    size_t length;
} pp_text;

#define PP_TEXT(literal) ((pp_text){(literal), sizeof(literal) - 1})

static inline pp_text pp_i_text_of(const char *string)
{
    return (pp_text){string, string == NULL ? 0 : strlen(string)};
}

/* An ASCII digit. */
static inline bool pp_i_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Does it begin with an ASCII capital? */
static inline bool pp_i_has_capital(pp_text text)
{
    return text.length > 0 && text.data[0] >= 'A' && text.data[0] <= 'Z';
}

static inline bool pp_i_text_equal(pp_text a, pp_text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

static inline bool pp_i_text_is(pp_text a, const char *string)
{
    return pp_i_text_equal(a, pp_i_text_of(string));
}

/* Byte order of a and b, a shorter prefix first: below, at or above 0. */
int pp_i_text_compare(pp_text a, pp_text b);

/* Without ASCII white space at both ends. */
pp_text pp_i_text_trim(pp_text text);

/* The code point at byte `at` (below text.length) and its length in bytes; -1 with length 1 where
 * the bytes are not valid UTF-8 (overlong, surrogate, beyond U+10FFFF, cut short). */
int32_t pp_i_utf8_decode(pp_text text, size_t at, size_t *length);

/* The byte offset of the first invalid byte, or text.length where all is valid. */
size_t pp_i_utf8_check(pp_text text);

/* How many code points stand in the first `byte_count` bytes of valid text. */
size_t pp_i_utf8_count(pp_text text, size_t byte_count);

/* Columns that the text fills on a terminal: wide characters 2, combining and control ones 0. */
size_t pp_i_text_width(pp_text text);

/* The most bytes from the start that fill at most `columns`, never splitting a grapheme. */
size_t pp_i_text_fit(pp_text text, size_t columns);

/*
 * The smallest number of insertions, deletions, replacements and swaps of neighbours that turns a
 * into b, by bytes (optimal string alignment distance); `most` + 1 where it is more than `most` or
 * a text is longer than 64 bytes. For "did you mean".
 */
size_t pp_i_text_distance(pp_text a, pp_text b, size_t most);

/* Of `count` candidates the one closest to `text` that is close enough to suggest, or -1. */
ptrdiff_t pp_i_text_closest(pp_text text, const pp_text *candidates, size_t count);

/*
 * Text that grows. A builder that could not grow remembers it: check `failed` once, at the end.
 * The text lies in the arena; `data` is always NUL-terminated once anything was added.
 */
typedef struct pp_i_builder {
    pp_i_arena *arena;
    char *data;
    size_t length;
    size_t capacity;
    bool failed;
} pp_i_builder;

void pp_i_builder_init(pp_i_builder *builder, pp_i_arena *arena);
void pp_i_builder_add(pp_i_builder *builder, pp_text text);
void pp_i_builder_add_string(pp_i_builder *builder, const char *string);
void pp_i_builder_add_byte(pp_i_builder *builder, char byte);
void pp_i_builder_print(pp_i_builder *builder, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Adds a code point as UTF-8; U+FFFD for what is none. */
void pp_i_builder_add_code_point(pp_i_builder *builder, int32_t code_point);
/* `text` for a terminal: control characters (also C1 and bidi overrides) become U+FFFD; line breaks
 * and tabs become blanks, so that no input can move the cursor or reorder a line. */
void pp_i_builder_add_printable(pp_i_builder *builder, pp_text text);

static inline pp_text pp_i_builder_text(const pp_i_builder *builder)
{
    return (pp_text){builder->data, builder->length};
}

#endif
