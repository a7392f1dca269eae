/* yaml_json.c: what JSON has and YAML has not; see yaml_text.h. */
#include <string.h>

#include "case/yaml_text.h"

enum { ESCAPE_LENGTH = 6 }; /* \uXXXX */

/* The code unit of the escape `\uXXXX` at `at`, or -1. */
static int32_t unit_at(pp_text text, size_t at)
{
    if (text.length < ESCAPE_LENGTH || at > text.length - ESCAPE_LENGTH || text.data[at] != '\\' ||
        text.data[at + 1] != 'u')
        return -1;
    int32_t unit = 0;
    for (size_t i = at + 2; i < at + ESCAPE_LENGTH; i++) {
        char c = text.data[i];
        int32_t digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/* The code point of a pair of escapes at `at`, high surrogate first, or -1. */
static int32_t pair_at(pp_text text, size_t at)
{
    int32_t high = unit_at(text, at), low = unit_at(text, at + ESCAPE_LENGTH);
    if (high < 0xD800 || high > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
        return -1;
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

static bool looks_like_json(pp_text text)
{
    size_t at = 0;
    while (at < text.length && strchr(" \t\r\n", text.data[at]) != NULL)
        at++;
    return at < text.length && (text.data[at] == '{' || text.data[at] == '[');
}

/* From `at` on, the next pair whose backslash no other one escapes; text.length: none. */
static size_t next_pair(pp_text text, size_t at)
{
    for (; at < text.length; at++) {
        if (text.data[at] != '\\')
            continue;
        if (pair_at(text, at) >= 0)
            return at;
        at++; /* what this backslash escapes */
    }
    return text.length;
}

bool pp_i_yaml_join_surrogates(pp_text text, pp_i_arena *arena, pp_text *joined)
{
    *joined = text;
    size_t at = looks_like_json(text) ? next_pair(text, 0) : text.length;
    if (at == text.length)
        return true;
    char *copy = pp_i_arena_copy(arena, text.data, text.length);
    if (copy == NULL)
        return false;
    size_t used = 0, from = 0;
    while (at < text.length) {
        uint32_t point = (uint32_t)pair_at(text, at);
        memmove(copy + used, text.data + from, at - from);
        used += at - from;
        copy[used++] = '\\';
        copy[used++] = 'U'; /* with eight digits: two bytes shorter than the pair */
        for (int shift = 28; shift >= 0; shift -= 4)
            copy[used++] = "0123456789ABCDEF"[point >> shift & 15];
        from = at + 2 * ESCAPE_LENGTH;
        at = next_pair(text, from);
    }
    memmove(copy + used, text.data + from, text.length - from);
    *joined = (pp_text){copy, used + text.length - from};
    return true;
}
