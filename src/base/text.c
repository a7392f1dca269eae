/* text.c: UTF-8 views, distances and the builder; see text.h. */
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>

#include <utf8proc.h>

#include "base/checked.h"

int pp_i_text_compare(pp_text a, pp_text b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter == 0 ? 0 : memcmp(a.data, b.data, shorter);
    if (order != 0)
        return order;
    return a.length < b.length ? -1 : a.length > b.length;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

pp_text pp_i_text_trim(pp_text text)
{
    while (text.length > 0 && is_blank(text.data[0])) {
        text.data++;
        text.length--;
    }
    while (text.length > 0 && is_blank(text.data[text.length - 1]))
        text.length--;
    return text;
}

int32_t pp_i_utf8_decode(pp_text text, size_t at, size_t *length)
{
    const unsigned char *bytes = (const unsigned char *)text.data + at;
    *length = 1;
    if (bytes[0] < 0x80)
        return bytes[0];
    size_t left = text.length - at;
    int32_t code_point = -1;
    utf8proc_ssize_t used =
        utf8proc_iterate(bytes, left > 4 ? 4 : (utf8proc_ssize_t)left, &code_point);
    if (used <= 0 || code_point < 0)
        return -1;
    *length = (size_t)used;
    return code_point;
}

size_t pp_i_utf8_check(pp_text text)
{
    size_t at = 0, length = 0;
    while (at < text.length && pp_i_utf8_decode(text, at, &length) >= 0)
        at += length;
    return at;
}

size_t pp_i_utf8_count(pp_text text, size_t byte_count)
{
    size_t count = 0;
    for (size_t i = 0; i < byte_count && i < text.length; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

static size_t code_point_width(int32_t code_point)
{
    if (code_point < 0)
        return 1;
    int width = utf8proc_charwidth(code_point);
    return width < 0 ? 0 : (size_t)width;
}

size_t pp_i_text_width(pp_text text)
{
    size_t width = 0, length;
    for (size_t at = 0; at < text.length; at += length)
        width += code_point_width(pp_i_utf8_decode(text, at, &length));
    return width;
}

size_t pp_i_text_fit(pp_text text, size_t columns)
{
    size_t width = 0, fit = 0, length;
    int32_t before = -1;
    utf8proc_int32_t state = 0;
    for (size_t at = 0; at < text.length; at += length) {
        int32_t code_point = pp_i_utf8_decode(text, at, &length);
        if (before >= 0 && code_point >= 0 &&
            utf8proc_grapheme_break_stateful(before, code_point, &state))
            fit = at;
        else if (before < 0 || code_point < 0)
            fit = at;
        width += code_point_width(code_point);
        if (width > columns)
            return fit;
        before = code_point;
    }
    return text.length;
}

enum { DISTANCE_LENGTH_MAX = 64 };

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

size_t pp_i_text_distance(pp_text a, pp_text b, size_t most)
{
    if (a.length > DISTANCE_LENGTH_MAX || b.length > DISTANCE_LENGTH_MAX)
        return most + 1;
    size_t rows[3][DISTANCE_LENGTH_MAX + 1];
    size_t *before = rows[0], *row = rows[1], *next = rows[2];
    for (size_t j = 0; j <= b.length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.length; i++) {
        next[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t change = a.data[i - 1] == b.data[j - 1] ? 0 : 1;
            next[j] = smallest(row[j] + 1, next[j - 1] + 1, row[j - 1] + change);
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] &&
                a.data[i - 2] == b.data[j - 1] && before[j - 2] + 1 < next[j])
                next[j] = before[j - 2] + 1;
        }
        size_t *spare = before;
        before = row;
        row = next;
        next = spare;
    }
    return row[b.length] > most ? most + 1 : row[b.length];
}

ptrdiff_t pp_i_text_closest(pp_text text, const pp_text *candidates, size_t count)
{
    ptrdiff_t closest = -1;
    size_t best = text.length <= 3 ? 1 : text.length <= 6 ? 2 : 3;
    for (size_t i = 0; i < count; i++) {
        size_t distance = pp_i_text_distance(text, candidates[i], best);
        bool short_word = candidates[i].length <= distance;
        if (distance <= best && !short_word && (closest < 0 || distance < best)) {
            closest = (ptrdiff_t)i;
            best = distance;
        }
    }
    return closest;
}

void pp_i_builder_init(pp_i_builder *builder, pp_i_arena *arena)
{
    *builder = (pp_i_builder){.arena = arena};
}

/* Room for `more` bytes and the final NUL; false, and remembered, where there is none. */
static bool builder_reserve(pp_i_builder *builder, size_t more)
{
    size_t wanted;
    if (builder->failed || !pp_i_add_size(builder->length, more, &wanted) ||
        !pp_i_add_size(wanted, 1, &wanted)) {
        builder->failed = true;
        return false;
    }
    if (wanted <= builder->capacity)
        return true;
    size_t capacity = builder->capacity < 128 ? 128 : builder->capacity;
    while (capacity < wanted)
        if (!pp_i_multiply_size(capacity, 2, &capacity))
            capacity = wanted;
    char *grown = pp_i_arena_alloc(builder->arena, capacity);
    if (grown == NULL) {
        builder->failed = true;
        return false;
    }
    if (builder->length > 0)
        memcpy(grown, builder->data, builder->length);
    builder->data = grown;
    builder->capacity = capacity;
    return true;
}

void pp_i_builder_add(pp_i_builder *builder, pp_text text)
{
    if (!builder_reserve(builder, text.length))
        return;
    if (text.length > 0)
        memcpy(builder->data + builder->length, text.data, text.length);
    builder->length += text.length;
    builder->data[builder->length] = '\0';
}

void pp_i_builder_add_string(pp_i_builder *builder, const char *string)
{
    pp_i_builder_add(builder, pp_i_text_of(string));
}

void pp_i_builder_add_byte(pp_i_builder *builder, char byte)
{
    pp_i_builder_add(builder, (pp_text){&byte, 1});
}

void pp_i_builder_print(pp_i_builder *builder, const char *format, ...)
{
    va_list values, again;
    va_start(values, format);
    va_copy(again, values);
    int length = vsnprintf(NULL, 0, format, values);
    if (length < 0)
        builder->failed = true;
    else if (builder_reserve(builder, (size_t)length)) {
        vsnprintf(builder->data + builder->length, (size_t)length + 1, format, again);
        builder->length += (size_t)length;
    }
    va_end(again);
    va_end(values);
}

void pp_i_builder_add_code_point(pp_i_builder *builder, int32_t code_point)
{
    utf8proc_uint8_t bytes[4];
    if (!utf8proc_codepoint_valid(code_point))
        code_point = 0xFFFD;
    utf8proc_ssize_t length = utf8proc_encode_char(code_point, bytes);
    pp_i_builder_add(builder, (pp_text){(const char *)bytes, (size_t)length});
}

/* What could move the cursor or reorder the line: C0, DEL, C1, and the bidirectional controls. */
static bool is_unprintable(int32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F || c == 0x061C ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 ||
           c == 0x2029;
}

void pp_i_builder_add_printable(pp_i_builder *builder, pp_text text)
{
    size_t length;
    for (size_t at = 0; at < text.length; at += length) {
        int32_t c = pp_i_utf8_decode(text, at, &length);
        if (c == '\n' || c == '\r' || c == '\t')
            pp_i_builder_add_byte(builder, ' ');
        else if (is_unprintable(c))
            pp_i_builder_add_code_point(builder, 0xFFFD);
        else
            pp_i_builder_add(builder, (pp_text){text.data + at, length});
    }
}
