/*
 * fuzz_evidence.c: a source and a quotation, parted by the first NUL byte. Whatever they are,
 * places are on whole code points, in order, apart from each other, and say what the quotation
 * says; and what stands between two blanks of the source is found in it, and the source composed
 * (NFC) says the same as the source.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "case/evidence_fold.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

/* A copy in which every byte that is not UTF-8 is a question mark. */
static pp_text text_of(const uint8_t *data, size_t size, pp_i_arena *arena)
{
    char *copy = pp_i_arena_copy(arena, (const char *)data, size);
    REQUIRE(copy != NULL);
    pp_text text = {copy, size};
    for (size_t at = 0; (at += pp_i_utf8_check((pp_text){copy + at, size - at})) < size;)
        copy[at] = '?';
    return text;
}

static bool is_code_point_edge(pp_text text, size_t at)
{
    return at == text.length || ((unsigned char)text.data[at] & 0xC0) != 0x80;
}

static pp_text span_of(pp_text words, const pp_i_quote_place *place)
{
    return (pp_text){words.data + place->byte_start, place->byte_end - place->byte_start};
}

static void check_place(pp_text words, const pp_i_quote_place *place)
{
    REQUIRE(place->byte_start < place->byte_end && place->byte_end <= words.length);
    REQUIRE(is_code_point_edge(words, place->byte_start));
    REQUIRE(is_code_point_edge(words, place->byte_end));
    REQUIRE(place->start == pp_i_utf8_count(words, place->byte_start));
    REQUIRE(place->end == pp_i_utf8_count(words, place->byte_end));
    pp_text prefix, suffix;
    pp_i_evidence_context(words, place, 3, &prefix, &suffix);
    REQUIRE(prefix.data + prefix.length == words.data + place->byte_start);
    REQUIRE(suffix.data == words.data + place->byte_end);
    REQUIRE(pp_i_utf8_count(prefix, prefix.length) == (place->start < 3 ? place->start : 3));
    REQUIRE(is_code_point_edge(words, (size_t)(prefix.data - words.data)));
    REQUIRE(is_code_point_edge(words, place->byte_end + suffix.length));
}

/* Two texts fold to the same where each one is found as the whole of the other. */
static void check_says_the_same(pp_text span, pp_text quote, pp_i_arena *arena)
{
    const pp_i_folded *folded;
    const pp_i_quote_place *places;
    size_t count;
    REQUIRE(pp_i_evidence_fold(quote, arena, &folded, NULL) == PP_OK);
    REQUIRE(pp_i_evidence_find(folded, span, arena, &places, &count, NULL) == PP_OK);
    REQUIRE(count == 1);
    REQUIRE(pp_i_evidence_fold(span, arena, &folded, NULL) == PP_OK);
    REQUIRE(pp_i_evidence_find(folded, quote, arena, &places, &count, NULL) == PP_OK);
    REQUIRE(count == 1 && places[0].byte_start == 0 && places[0].byte_end == span.length);
}

static bool has_ellipsis(pp_text text)
{
    static const char one[] = "\xE2\x80\xA6";
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] == '.' || (text.length - i >= 3 && memcmp(text.data + i, one, 3) == 0))
            return true;
    return false;
}

static void check_quote(const pp_i_folded *folded, pp_text words, pp_text quote, pp_i_arena *arena)
{
    const pp_i_quote_place *places;
    size_t count;
    REQUIRE(pp_i_evidence_find(folded, quote, arena, &places, &count, NULL) == PP_OK);
    REQUIRE(count <= PP_EVIDENCE_PLACE_COUNT_MAX);
    for (size_t i = 0; i < count; i++) {
        pp_text span = span_of(words, &places[i]);
        check_place(words, &places[i]);
        REQUIRE(i == 0 || places[i - 1].byte_end <= places[i].byte_start);
        if (i < 4 && !has_ellipsis(quote))
            check_says_the_same(span, quote, arena);
        if (places[i].match == PP_QUOTE_EXACT)
            REQUIRE(span.length <= quote.length);
    }
    pp_i_quote_place closest;
    if (pp_i_evidence_closest(folded, quote, arena, &closest))
        check_place(words, &closest);
}

static bool has_ascii_letter(pp_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((text.data[i] | 0x20) >= 'a' && (text.data[i] | 0x20) <= 'z')
            return true;
    return false;
}

/* What stands from a blank to a blank, chosen by `choice`, must be found. */
static void check_verbatim(const pp_i_folded *folded, pp_text words, size_t choice,
                           pp_i_arena *arena)
{
    size_t start = words.length == 0 ? 0 : choice % words.length;
    size_t end = words.length == 0 ? 0 : start + choice / 7 % (words.length - start + 1);
    while (start > 0 && words.data[start - 1] != ' ')
        start--;
    while (end < words.length && words.data[end] != ' ')
        end++;
    if (start > end)
        return;
    pp_text part = {words.data + start, end - start};
    if (!has_ascii_letter(part))
        return;
    const pp_i_quote_place *places;
    size_t count;
    REQUIRE(pp_i_evidence_find(folded, part, arena, &places, &count, NULL) == PP_OK);
    REQUIRE(count > 0);
}

/* Marks beyond a bound on one character are not ordered together: see evidence_fold.h. */
static bool has_many_marks(pp_text text)
{
    size_t run = 0, length;
    for (size_t at = 0; at < text.length; at += length) {
        int32_t c = pp_i_utf8_decode(text, at, &length);
        bool ascii = c >= 0 && c < 0x80;
        run = ascii ? 0 : run + 1;
        if (run > PP_FOLD_MARK_COUNT_MAX / 4) /* one code point may decompose to four */
            return true;
    }
    return false;
}

/* utf8proc 2.8 composes U+11A7, which is no final consonant, away behind a Hangul syllable: what comes
 * out is another text. */
static bool has_no_final(pp_text text)
{
    for (size_t at = 0; at + 2 < text.length; at++)
        if (memcmp(text.data + at, "\xE1\x86\xA7", 3) == 0)
            return true;
    return false;
}

static void check_composed(const pp_i_folded *folded, pp_text words, pp_i_arena *arena)
{
    if (!has_ascii_letter(words) || has_many_marks(words) || has_no_final(words))
        return;
    utf8proc_uint8_t *bytes = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)words.data, (utf8proc_ssize_t)words.length, &bytes,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    REQUIRE(length >= 0);
    pp_text composed = {(const char *)bytes, (size_t)length};
    const pp_i_folded *folded_composed;
    const pp_i_quote_place *places;
    size_t count;
    REQUIRE(pp_i_evidence_find(folded, composed, arena, &places, &count, NULL) == PP_OK);
    REQUIRE(count == 1);
    REQUIRE(pp_i_evidence_fold(composed, arena, &folded_composed, NULL) == PP_OK);
    REQUIRE(pp_i_evidence_find(folded_composed, words, arena, &places, &count, NULL) == PP_OK);
    REQUIRE(count == 1);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    const uint8_t *separator = size == 0 ? NULL : memchr(data, 0, size);
    size_t first = separator == NULL ? size : (size_t)(separator - data);
    size_t second = separator == NULL ? size : first + 1;
    pp_text words = text_of(data, first, &arena);
    pp_text quote = text_of(data + second, size - second, &arena);
    const pp_i_folded *folded;
    REQUIRE(pp_i_evidence_fold(words, &arena, &folded, NULL) == PP_OK);
    check_quote(folded, words, quote, &arena);
    check_verbatim(folded, words, pp_i_hash_bytes(data, size), &arena);
    check_composed(folded, words, &arena);
    unsigned char digest[PP_SHA256_SIZE];
    pp_i_evidence_sha256(words, digest);
    pp_i_arena_free(&arena);
    return 0;
}
