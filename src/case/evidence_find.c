/*
 * evidence_find.c: all places of a quotation in a folded source; see evidence.h.
 *
 * Each piece between ellipses is sought with a table of borders (Knuth, Morris & Pratt 1977), so
 * that no text, however repetitive, makes it slow. The pieces together stay linear because their
 * search never turns back: where the first piece stands at its first place in a paragraph and each
 * other one at the nearest place behind the one before, no other choice can end sooner; so where
 * that fails, the whole paragraph fails, and where it succeeds, the search goes on behind it.
 *
 * Source: knuth1977fast.
 */
#include "base/error.h"
#include "case/evidence_fold.h"

#include <utf8proc.h>

/* Words of the quotation between two ellipses, folded, without blanks at the ends. */
typedef struct piece {
    const char *bytes;
    size_t length;
    size_t *borders; /* [i]: the longest proper prefix of the first i bytes that also ends them */
} piece;

typedef PP_LIST(piece) piece_list;
typedef PP_LIST(pp_i_quote_place) place_list;

/* One search: the source, the quotation, what was found, and memory that goes when it is over. */
typedef struct finder {
    const pp_i_folded *source;
    const pp_i_folded *quote;
    pp_text quote_words; /* as written, without white space at the ends */
    pp_i_arena scratch;
    piece_list pieces;
    place_list places;
} finder;

static bool is_letter_without_case(int32_t c)
{
    return c >= 0x80 && utf8proc_category(c) == UTF8PROC_CATEGORY_LO;
}

/* Would a cut at folded byte `at` go through a word? Letters that have no case are left out: many
 * of their scripts do not part words by blanks. */
static bool is_inside_word(const pp_i_folded *folded, size_t at)
{
    if (at == 0 || at == folded->length)
        return false;
    size_t length;
    int32_t behind = pp_i_folded_code_point(folded, at, &length);
    if (!pp_i_folded_is_word(behind) || is_letter_without_case(behind))
        return false;
    int32_t before = pp_i_folded_base(folded, at - 1);
    return pp_i_folded_is_word(before) && !is_letter_without_case(before);
}

/* May a place begin or end at folded byte `at`? */
static bool is_cut(const pp_i_folded *folded, size_t at)
{
    return pp_i_folded_is_edge(folded, at) && !is_inside_word(folded, at);
}

static bool piece_prepare(piece *sought, pp_i_arena *scratch)
{
    size_t *borders = PP_NEW_ARRAY(scratch, size_t, sought->length + 1);
    if (borders == NULL)
        return false;
    size_t border = 0;
    for (size_t i = 1; i < sought->length; i++) {
        while (border > 0 && sought->bytes[border] != sought->bytes[i])
            border = borders[border];
        border += sought->bytes[border] == sought->bytes[i];
        borders[i + 1] = border;
    }
    sought->borders = borders;
    return true;
}

/* The start of the first match inside [from, limit) that begins and ends where it may, or PP_NONE.
 */
static size_t piece_next(const piece *sought, const pp_i_folded *source, size_t from, size_t limit)
{
    size_t matched = 0;
    for (size_t at = from; at < limit; at++) {
        if (matched == 0) {
            const char *first = memchr(source->bytes + at, sought->bytes[0], limit - at);
            if (first == NULL)
                return PP_NONE;
            at = (size_t)(first - source->bytes);
        }
        while (matched > 0 && sought->bytes[matched] != source->bytes[at])
            matched = sought->borders[matched];
        matched += sought->bytes[matched] == source->bytes[at];
        if (matched < sought->length)
            continue;
        size_t start = at + 1 - matched;
        if (is_cut(source, start) && is_cut(source, at + 1))
            return start;
        matched = sought->borders[matched];
    }
    return PP_NONE;
}

/* The length of the plain white space at `at`, and whether a line ends in it. */
static size_t white_length(pp_text text, size_t at, bool *ends_line)
{
    size_t i = at;
    *ends_line = false;
    for (; i < text.length && strchr(" \t\r\n", text.data[i]) != NULL && text.data[i] != '\0'; i++)
        *ends_line = *ends_line || text.data[i] == '\n' || text.data[i] == '\r';
    return i - at;
}

/* How two texts that fold alike differ. */
static pp_i_quote_match match_of(pp_text a, pp_text b)
{
    pp_i_quote_match match = PP_QUOTE_EXACT;
    size_t i = 0, j = 0;
    while (i < a.length && j < b.length) {
        bool a_ends_line, b_ends_line;
        size_t a_white = white_length(a, i, &a_ends_line);
        size_t b_white = white_length(b, j, &b_ends_line);
        if (a_white == 0 || b_white == 0) {
            if (a.data[i++] != b.data[j++])
                return PP_QUOTE_MARKS;
            continue;
        }
        bool same = a_white == b_white && memcmp(a.data + i, b.data + j, a_white) == 0;
        if (!same && !a_ends_line && !b_ends_line)
            return PP_QUOTE_MARKS;
        match = same ? match : PP_QUOTE_LINES;
        i += a_white;
        j += b_white;
    }
    return i == a.length && j == b.length ? match : PP_QUOTE_MARKS;
}

static bool add_place(finder *search, size_t start, size_t end)
{
    pp_i_quote_place place = pp_i_folded_place(search->source, start, end);
    pp_text span = {search->source->words.data + place.byte_start,
                    place.byte_end - place.byte_start};
    place.match =
        search->pieces.count > 0 ? PP_QUOTE_ELLIPSIS : match_of(span, search->quote_words);
    return PP_LIST_ADD(&search->scratch, &search->places, place);
}

static bool is_full(const finder *search)
{
    return search->places.count == PP_EVIDENCE_PLACE_COUNT_MAX;
}

/* All places of one piece, wherever paragraphs end; false where memory has run out. */
static bool find_whole(finder *search, const piece *sought)
{
    const pp_i_folded *source = search->source;
    for (size_t from = 0; !is_full(search);) {
        size_t start = piece_next(sought, source, from, source->length);
        if (start == PP_NONE)
            break;
        from = start + sought->length;
        if (!add_place(search, start, from))
            return false;
    }
    return true;
}

/* All pieces one behind the other inside [from, limit): false where they do not stand there. */
static bool find_chain(const finder *search, size_t from, size_t limit, size_t *start, size_t *end)
{
    for (size_t i = 0; i < search->pieces.count; i++) {
        const piece *sought = &search->pieces.items[i];
        size_t at = piece_next(sought, search->source, from, limit);
        if (at == PP_NONE)
            return false;
        if (i == 0)
            *start = at;
        from = at + sought->length;
    }
    *end = from;
    return true;
}

/* All places of several pieces, each inside one paragraph; false where memory has run out. */
static bool find_with_gaps(finder *search)
{
    const pp_i_folded *source = search->source;
    size_t start = 0, end = 0, limit = 0;
    for (size_t from = 0; from < source->length && !is_full(search);) {
        if (from >= limit)
            limit = pp_i_bits_next(source->paragraph_ends, source->length, from);
        if (!find_chain(search, from, limit, &start, &end)) {
            from = ++limit;
            continue;
        }
        if (!add_place(search, start, end))
            return false;
        from = end;
    }
    return true;
}

/* The length of the ellipsis at `at` of folded words, brackets and blanks inside them included; 0
 * where there is none. More than three points are an ellipsis and a full stop. */
static size_t ellipsis_length(pp_text words, size_t at)
{
    size_t i = at;
    char open = words.data[at];
    if (open == '[' || open == '(')
        i += at + 1 < words.length && words.data[at + 1] == ' ' ? 2 : 1;
    size_t points = i;
    while (i < words.length && words.data[i] == '.')
        i++;
    if (i - points < 3)
        return 0;
    if (points == at)
        return i - at;
    i += i < words.length && words.data[i] == ' ';
    bool closed = i < words.length && words.data[i] == (open == '[' ? ']' : ')');
    return closed ? i + 1 - at : 0;
}

static pp_text trim(pp_text folded)
{
    if (folded.length > 0 && folded.data[0] == ' ') {
        folded.data++;
        folded.length--;
    }
    if (folded.length > 0 && folded.data[folded.length - 1] == ' ')
        folded.length--;
    return folded;
}

static bool add_piece(finder *search, pp_text words)
{
    words = trim(words);
    if (words.length == 0)
        return true;
    piece made = {.bytes = words.data, .length = words.length};
    return piece_prepare(&made, &search->scratch) &&
           PP_LIST_ADD(&search->scratch, &search->pieces, made);
}

/* Cuts the quotation at its ellipses; false where memory has run out. */
static bool split_quote(finder *search, pp_text words, bool *has_ellipsis)
{
    size_t start = 0;
    *has_ellipsis = false;
    for (size_t at = 0; at < words.length;) {
        size_t length = ellipsis_length(words, at);
        if (length == 0) {
            at++;
            continue;
        }
        if (!add_piece(search, (pp_text){words.data + start, at - start}))
            return false;
        start = at += length;
        *has_ellipsis = true;
    }
    return add_piece(search, (pp_text){words.data + start, words.length - start});
}

/* Fills search->places; false where memory has run out. */
static bool find_places(finder *search, pp_text quote)
{
    if (pp_i_evidence_fold(quote, &search->scratch, &search->quote, NULL) != PP_OK)
        return false;
    pp_text words = trim((pp_text){search->quote->bytes, search->quote->length});
    if (words.length == 0)
        return true;
    size_t start = (size_t)(words.data - search->quote->bytes);
    pp_i_quote_place all = pp_i_folded_place(search->quote, start, start + words.length);
    search->quote_words = (pp_text){quote.data + all.byte_start, all.byte_end - all.byte_start};
    piece whole = {.bytes = words.data, .length = words.length};
    if (!piece_prepare(&whole, &search->scratch) || !find_whole(search, &whole))
        return false;
    if (search->places.count > 0)
        return true;
    bool has_ellipsis;
    if (!split_quote(search, words, &has_ellipsis))
        return false;
    if (!has_ellipsis || search->pieces.count == 0)
        return true;
    return search->pieces.count == 1 ? find_whole(search, &search->pieces.items[0])
                                     : find_with_gaps(search);
}

pp_status pp_i_evidence_find(const pp_i_folded *folded, pp_text quote, pp_i_arena *arena,
                             const pp_i_quote_place **places, size_t *place_count, pp_error *error)
{
    finder search = {.source = folded};
    pp_i_arena_init(&search.scratch, arena->allocator);
    search.scratch.byte_count_max = arena->byte_count_max;
    bool found = find_places(&search, quote);
    size_t count = search.places.count;
    pp_i_quote_place *kept = found ? PP_NEW_ARRAY(arena, pp_i_quote_place, count) : NULL;
    if (kept != NULL && count > 0)
        memcpy(kept, search.places.items, count * sizeof *kept);
    pp_i_arena_free(&search.scratch);
    if (kept == NULL)
        return pp_i_fail_memory(error);
    *places = kept;
    *place_count = count;
    return PP_OK;
}
