/* evidence_fold.c: folding a text and finding the way back; see evidence_fold.h. */
#include "case/evidence_fold.h"

#include <utf8proc.h>

#include "base/error.h"

/* A combining mark that waits for its place in canonical order. */
typedef struct mark {
    int32_t code_point;
    int combining_class;
} mark;

/* Walks over a text and folds it; with `bytes` null it only counts. */
typedef struct folder {
    pp_text words;
    size_t at;
    char *bytes;
    size_t length;
    mark marks[PP_FOLD_MARK_COUNT_MAX];
    size_t mark_count;
} folder;

typedef struct element {
    size_t start, end; /* bytes of the source */
    bool blank;
    size_t line_end_count; /* in a blank; a paragraph separator counts as two */
} element;

static bool is_white(int32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || c == ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

static bool is_invisible(int32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

static bool is_hangul_syllable(int32_t c)
{
    return c >= 0xAC00 && c <= 0xD7A3;
}

/* A vowel or a final consonant that stands in the syllable of what is before it. */
static bool is_hangul_part(int32_t c)
{
    return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

static bool is_mark(int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

/* What a typographic mark folds to, or null where it is none. */
static const char *typographic_text(int32_t c)
{
    if ((c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A || c == 0x02BC || c == 0xFF07)
        return "'";
    if (c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2E42 ||
        (c >= 0x300C && c <= 0x300F) || (c >= 0x301D && c <= 0x301F) ||
        (c >= 0xFE41 && c <= 0xFE44) || c == 0xFF02 || c == 0xFF62 || c == 0xFF63)
        return "\"";
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D)
        return "-";
    return c == 0x2026 ? "..." : NULL;
}

static void put(folder *into, const char *bytes, size_t length)
{
    if (into->bytes != NULL)
        memcpy(into->bytes + into->length, bytes, length);
    into->length += length;
}

static void put_code_point(folder *into, int32_t c)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t length = utf8proc_encode_char(c, bytes);
    put(into, (const char *)bytes, (size_t)length);
}

static void put_marks(folder *into)
{
    for (size_t i = 0; i < into->mark_count; i++)
        put_code_point(into, into->marks[i].code_point);
    into->mark_count = 0;
}

/* Adds one code point that does not decompose: a mark waits among those before it, of which the
 * ones of a higher class move behind it. */
static void put_ordered(folder *into, int32_t c)
{
    int class = utf8proc_get_property(c)->combining_class;
    if (class == 0 || into->mark_count == PP_FOLD_MARK_COUNT_MAX)
        put_marks(into);
    if (class == 0) {
        put_code_point(into, c);
        return;
    }
    size_t at = into->mark_count++;
    for (; at > 0 && into->marks[at - 1].combining_class > class; at--)
        into->marks[at] = into->marks[at - 1];
    into->marks[at] = (mark){c, class};
}

static void put_folded(folder *into, int32_t c)
{
    const char *typographic = typographic_text(c);
    if (typographic != NULL) {
        put_marks(into);
        put(into, typographic, strlen(typographic));
        return;
    }
    utf8proc_int32_t parts[8]; /* no canonical decomposition is longer than 4 */
    int last_class = 0;
    utf8proc_ssize_t count = -1;
    if (utf8proc_get_property(c)->decomp_seqindex != UINT16_MAX || is_hangul_syllable(c))
        count = utf8proc_decompose_char(c, parts, 8, UTF8PROC_DECOMPOSE, &last_class);
    if (count < 1 || count > 8) {
        put_ordered(into, c);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < count; i++)
        put_ordered(into, parts[i]);
}

/* The code point at `at`; a byte that is not UTF-8 reads as U+FFFD (callers promise there is none,
 * and a broken promise must not lead out of bounds). */
static int32_t code_point_at(pp_text words, size_t at, size_t *length)
{
    int32_t c = pp_i_utf8_decode(words, at, length);
    return c < 0 ? 0xFFFD : c;
}

static size_t line_end_count(pp_text words, size_t at, int32_t c)
{
    if (c == 0x2029)
        return 2;
    if (c == '\r') /* the end of a line alone, half of one before a line feed */
        return at + 1 == words.length || words.data[at + 1] != '\n';
    return c == '\n' || c == 0x85 || c == 0x2028;
}

static void take_blank(folder *from, element *taken)
{
    size_t length;
    taken->blank = true;
    for (size_t at = taken->start; at < from->words.length; at += length) {
        int32_t c = code_point_at(from->words, at, &length);
        if (is_white(c)) {
            taken->line_end_count += line_end_count(from->words, at, c);
            taken->end = at + length;
        } else if (!is_invisible(c)) {
            break;
        }
    }
    put(from, " ", 1);
}

static void take_character(folder *from, element *taken)
{
    size_t length;
    put_folded(from, code_point_at(from->words, taken->start, &length));
    taken->end = taken->start + length;
    for (size_t at = taken->end; at < from->words.length; at += length) {
        if ((unsigned char)from->words.data[at] < 0x80)
            break;
        int32_t c = code_point_at(from->words, at, &length);
        if (is_mark(c) || is_hangul_part(c)) {
            put_folded(from, c);
            taken->end = at + length;
        } else if (!is_invisible(c)) {
            break;
        }
    }
    put_marks(from);
}

/* Folds the next element; false at the end of the text. */
static bool take(folder *from, element *taken)
{
    size_t length;
    for (; from->at < from->words.length; from->at += length) {
        int32_t c = code_point_at(from->words, from->at, &length);
        if (is_invisible(c))
            continue;
        *taken = (element){.start = from->at, .end = from->at + length};
        bool next_is_ascii =
            taken->end == from->words.length || (unsigned char)from->words.data[taken->end] < 0x80;
        if (is_white(c))
            take_blank(from, taken);
        else if (c < 0x80 && next_is_ascii)
            put(from, from->words.data + from->at, 1);
        else
            take_character(from, taken);
        from->at = taken->end;
        return true;
    }
    return false;
}

/* What one walk over a text finds out before the second one writes. */
typedef struct measure {
    size_t folded_length;
    size_t line_ends_for_paragraph; /* so many in one blank end a paragraph */
} measure;

/*
 * Paragraphs end at a blank line. They end at a single line end too where a text has no blank line
 * between its words at all, or where more than half of it stands in lines that are too long to have
 * been broken to fit a page.
 */
static measure measure_text(pp_text words)
{
    folder counting = {.words = words};
    element taken;
    size_t all = 0, in_long_lines = 0, line = 0;
    bool blank_line = false, blank_line_if_more_follows = false;
    while (take(&counting, &taken)) {
        if (!taken.blank)
            blank_line = blank_line || blank_line_if_more_follows;
        else if (taken.line_end_count >= 2 && all + line > 0)
            blank_line_if_more_follows = true;
        line++;
        if (taken.line_end_count > 0) {
            all += line;
            in_long_lines += line > PP_FOLD_LINE_LENGTH_MAX ? line : 0;
            line = 0;
        }
    }
    all += line;
    in_long_lines += line > PP_FOLD_LINE_LENGTH_MAX ? line : 0;
    bool line_a_paragraph = !blank_line || in_long_lines > all / 2;
    return (measure){counting.length, line_a_paragraph ? 1 : 2};
}

static bool marks_make(pp_i_arena *arena, size_t bit_count, pp_i_marks *marks)
{
    marks->bit_count = bit_count;
    marks->block_count = bit_count / PP_FOLD_BLOCK + 1;
    marks->bits = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(bit_count));
    marks->before = PP_NEW_ARRAY(arena, size_t, marks->block_count);
    return marks->bits != NULL && marks->before != NULL;
}

static size_t marks_in_block(const pp_i_marks *marks, size_t block)
{
    const size_t block_words = PP_FOLD_BLOCK / PP_WORD_BITS;
    size_t first = block * block_words, all = pp_i_word_count(marks->bit_count);
    size_t count = all - first < block_words ? all - first : block_words;
    return pp_i_bits_count(marks->bits + first, count);
}

static void marks_count(pp_i_marks *marks)
{
    for (size_t block = 1; block < marks->block_count; block++)
        marks->before[block] = marks->before[block - 1] + marks_in_block(marks, block - 1);
}

/* How many lie before `at`. */
static size_t marks_rank(const pp_i_marks *marks, size_t at)
{
    size_t count = marks->before[at / PP_FOLD_BLOCK];
    size_t first = at / PP_FOLD_BLOCK * (PP_FOLD_BLOCK / PP_WORD_BITS);
    size_t word = at / PP_WORD_BITS;
    count += pp_i_bits_count(marks->bits + first, word - first);
    if (at % PP_WORD_BITS != 0) {
        pp_i_word below = ((pp_i_word)1 << (at % PP_WORD_BITS)) - 1;
        count += (size_t)__builtin_popcountll(marks->bits[word] & below);
    }
    return count;
}

/* Where the one lies that has `rank` before it; there is one. */
static size_t marks_select(const pp_i_marks *marks, size_t rank)
{
    size_t low = 0, high = marks->block_count; /* before[low] <= rank < before[high] */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (marks->before[middle] <= rank)
            low = middle;
        else
            high = middle;
    }
    size_t left = rank - marks->before[low];
    size_t at = pp_i_bits_next(marks->bits, marks->bit_count, low * PP_FOLD_BLOCK);
    for (; left > 0; left--)
        at = pp_i_bits_next(marks->bits, marks->bit_count, at + 1);
    return at;
}

/* The second walk: writes what the first one measured. */
static void fold_text(pp_i_folded *folded, char *bytes, size_t line_ends_for_paragraph)
{
    folder writing = {.words = folded->words, .bytes = bytes};
    element taken;
    for (size_t before = 0; take(&writing, &taken); before = writing.length) {
        pp_i_bit_set(folded->edges.bits, before);
        pp_i_bit_set(folded->origins.bits, taken.start);
        if (taken.line_end_count >= line_ends_for_paragraph)
            pp_i_bit_set(folded->paragraph_ends, before);
    }
    marks_count(&folded->edges);
    marks_count(&folded->origins);
    for (size_t block = 1; block < folded->origins.block_count; block++) {
        pp_text part = {folded->words.data + (block - 1) * PP_FOLD_BLOCK, PP_FOLD_BLOCK};
        folded->code_points_before[block] =
            folded->code_points_before[block - 1] + pp_i_utf8_count(part, part.length);
    }
}

pp_status pp_i_evidence_fold(pp_text words, pp_i_arena *arena, const pp_i_folded **folded,
                             pp_error *error)
{
    pp_i_arena_mark mark_before = pp_i_arena_mark_get(arena);
    measure measured = measure_text(words);
    pp_i_folded *made = PP_NEW(arena, pp_i_folded);
    char *bytes = PP_NEW_ARRAY(arena, char, measured.folded_length);
    if (made == NULL || bytes == NULL)
        goto no_memory;
    *made = (pp_i_folded){.words = words, .bytes = bytes, .length = measured.folded_length};
    if (!marks_make(arena, made->length, &made->edges) ||
        !marks_make(arena, words.length, &made->origins))
        goto no_memory;
    made->paragraph_ends = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(made->length));
    made->code_points_before = PP_NEW_ARRAY(arena, size_t, made->origins.block_count);
    if (made->paragraph_ends == NULL || made->code_points_before == NULL)
        goto no_memory;
    fold_text(made, bytes, measured.line_ends_for_paragraph);
    *folded = made;
    return PP_OK;

no_memory:
    pp_i_arena_rewind(arena, mark_before);
    return pp_i_fail_memory(error);
}

int32_t pp_i_folded_code_point(const pp_i_folded *folded, size_t at, size_t *length)
{
    return code_point_at((pp_text){folded->bytes, folded->length}, at, length);
}

int32_t pp_i_folded_base(const pp_i_folded *folded, size_t at)
{
    size_t length;
    while (!pp_i_bit_get(folded->edges.bits, at))
        at--;
    return pp_i_folded_code_point(folded, at, &length);
}

/* The first byte in the source of the element that holds folded byte `at`. */
static size_t origin_of(const pp_i_folded *folded, size_t at)
{
    return marks_select(&folded->origins, marks_rank(&folded->edges, at + 1) - 1);
}

static size_t code_points_to(const pp_i_folded *folded, size_t byte)
{
    size_t block = byte / PP_FOLD_BLOCK, first = block * PP_FOLD_BLOCK;
    pp_text part = {folded->words.data + first, byte - first};
    return folded->code_points_before[block] + pp_i_utf8_count(part, part.length);
}

pp_i_quote_place pp_i_folded_place(const pp_i_folded *folded, size_t start, size_t end)
{
    element last = {0};
    folder again = {.words = folded->words, .at = origin_of(folded, end - 1)};
    take(&again, &last);
    pp_i_quote_place place = {.byte_start = origin_of(folded, start), .byte_end = last.end};
    place.start = code_points_to(folded, place.byte_start);
    place.end = code_points_to(folded, place.byte_end);
    return place;
}

bool pp_i_folded_is_word(int32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    utf8proc_category_t category = utf8proc_category(c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NL;
}
