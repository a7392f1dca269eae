/* If these fail, a case rests on words that its source does not say, or a true quotation is
 * refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

#include "base/random.h"
#include "case/evidence.h"
#include "failing_allocator.h"

typedef struct fixture {
    pp_i_arena arena;
    const pp_i_folded *folded;
    pp_text words;
    const pp_i_quote_place *places;
    size_t count;
} fixture;

static void open_source(fixture *f, pp_text words)
{
    pp_i_arena_init(&f->arena, pp_i_allocator_of(NULL));
    f->words = words;
    assert_int_equal(pp_i_evidence_fold(words, &f->arena, &f->folded, NULL), PP_OK);
}

static void find(fixture *f, pp_text quote)
{
    assert_int_equal(pp_i_evidence_find(f->folded, quote, &f->arena, &f->places, &f->count, NULL),
                     PP_OK);
}

/* `span`, null: not found; else the bytes at the first place. */
static void assert_found(const char *source, const char *quote, const char *span, bool exact,
                         size_t count)
{
    fixture f;
    open_source(&f, pp_i_text_of(source));
    find(&f, pp_i_text_of(quote));
    assert_int_equal(f.count, count);
    if (span != NULL) {
        pp_text got = {source + f.places[0].byte_start,
                       f.places[0].byte_end - f.places[0].byte_start};
        if (!pp_i_text_is(got, span))
            fail_msg("'%s' in '%s' gave '%.*s'", quote, source, (int)got.length, got.data);
        assert_int_equal(f.places[0].match == PP_QUOTE_EXACT, exact);
        assert_int_equal(f.places[0].start, pp_i_utf8_count(f.words, f.places[0].byte_start));
        assert_int_equal(f.places[0].end, pp_i_utf8_count(f.words, f.places[0].byte_end));
    }
    pp_i_arena_free(&f.arena);
}

static void assert_match(const char *source, const char *quote, pp_i_quote_match match)
{
    fixture f;
    open_source(&f, pp_i_text_of(source));
    find(&f, pp_i_text_of(quote));
    assert_int_equal(f.count, 1);
    assert_int_equal(f.places[0].match, match);
    pp_i_arena_free(&f.arena);
}

static void assert_absent(const char *source, const char *quote)
{
    assert_found(source, quote, NULL, false, 0);
}

static void words_are_found_letter_for_letter(void **state)
{
    (void)state;
    assert_found("The dam stays. We said so.", "The dam stays.", "The dam stays.", true, 1);
    assert_found("É un fiume", "un fiume", "un fiume", true, 1);
    assert_found("The dam stays.", "  dam stays\n", "dam stays", true, 1);
    assert_absent("The dam stays.", "the dam stays"); /* case counts */
    assert_absent("The dam stays.", "");
    assert_absent("The dam stays.", " \n ");
    assert_absent("", "dam");
    assert_absent("", "");
}

/* Who quotes across a line end changes nothing; an ellipsis, a blank or a dash may matter. */
static void how_a_quotation_differs_is_told(void **state)
{
    (void)state;
    assert_match("The dam\nstays.", "The dam\nstays.", PP_QUOTE_EXACT);
    assert_match("The dam\nstays.", "The dam stays.", PP_QUOTE_LINES);
    assert_match("The dam stays.", "The dam\n    stays.", PP_QUOTE_LINES);
    assert_match("The dam \r\n stays.", "The dam stays.", PP_QUOTE_LINES);
    assert_match("The dam  stays.", "The dam stays.", PP_QUOTE_MARKS);
    assert_match("The dam\u00a0stays.", "The dam stays.", PP_QUOTE_MARKS);
    assert_match("The dam\nwon’t stay.", "The dam won't stay.", PP_QUOTE_MARKS);
    assert_match("The dam and the lock stay.", "The dam ... stay.", PP_QUOTE_ELLIPSIS);
    assert_match("The dam ... stays.", "The dam ... stays.", PP_QUOTE_EXACT);
}

static void white_space_and_typographic_marks_may_differ(void **state)
{
    (void)state;
    assert_found("all of\n  the\u00a0river", "all of the river", "all of\n  the\u00a0river", false,
                 1);
    assert_found("“It’s ours” – now…", "\"It's ours\" - now...", "“It’s ours” – now…", false, 1);
    assert_found("\"It's ours\" - now...", "«It’s ours» — now…", "\"It's ours\" - now...", false,
                 1);
    assert_found("agree\u00adment\u200b holds\ufeff", "agreement holds",
                 "agree\u00adment\u200b holds", false, 1);
    assert_found("5\u22123 and twenty\u2011one", "5-3 and twenty-one",
                 "5\u22123 and twenty\u2011one", false, 1);
    assert_absent("twenty-one", "twenty one");
    assert_absent("'ours'", "\"ours\"");
}

static void an_accent_may_be_one_code_point_or_two(void **state)
{
    (void)state;
    assert_found("un re\u0301sume\u0301 bref", "résumé", "re\u0301sume\u0301", false, 1);
    assert_found("un résumé bref", "re\u0301sume\u0301", "résumé", false, 1);
    assert_found("a\u0301\u0323 b", "a\u0323\u0301 b", "a\u0301\u0323 b", false, 1);
    assert_found("\u00e1\u0327 b", "a\u0327\u0301 b", "\u00e1\u0327 b", false, 1);
    assert_found("\uac01 \u1100\u1161\u11a8", "\u1100\u1161\u11a8", "\uac01", false, 2);
    assert_absent("un résumé bref", "resume"); /* another word */
    assert_absent("un résume\u0301", "résume");
    assert_absent("\uac01", "\uac00"); /* half of a syllable */
}

static void a_quotation_is_not_part_of_a_word(void **state)
{
    (void)state;
    assert_absent("party", "art");
    assert_absent("par\u00adty", "ty");
    assert_absent("art1", "art");
    assert_found("party art, art-work", "art", "art", true, 2);
    assert_found("Ukraine's words", "Ukraine", "Ukraine", true, 1);
    assert_found("peace\u00b2 holds", "peace", "peace", true, 1); /* a footnote */
    assert_found("**peace**", "peace", "peace", true, 1);
    assert_found("双方签署和平协议", "和平协议", "和平协议", true, 1);
    assert_found("ข้อตกลงสันติภาพ", "สันติภาพ", "สันติภาพ", true, 1);
    assert_absent("Договор", "говор");
}

static void an_ellipsis_skips_words_inside_a_paragraph(void **state)
{
    (void)state;
    static const char *const marks[] = {"...",   "…",     "[...]", "[…]",
                                        "(...)", "( … )", "....",  "... [...] ..."};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        char quote[64];
        snprintf(quote, sizeof quote, "keep %s river, %s later", marks[i], marks[i]);
        assert_found("We keep all of the river, now and later.\n\nMore.", quote,
                     "keep all of the river, now and later", false, 1);
        snprintf(quote, sizeof quote, "%skeep %s rain", marks[i], marks[i]);
        assert_absent("We keep all of the river, now and later.\n\nMore rain.", quote);
    }
    assert_found("a b c\n\na x b", "a ... b", "a b", false, 2);
    assert_found("a a b b", "a ... b", "a a b", false, 1); /* leftmost, then nearest */
    assert_found("one two", "... two", "two", false, 1);
    assert_absent("one two", "two ... one");
    assert_absent("one", "one ... one"); /* the same word does not count twice */
    assert_absent("one two", "...");
    assert_absent("one two three", "on ... three");
}

static void an_ellipsis_of_the_source_comes_first(void **state)
{
    (void)state;
    assert_found("yes x no. yes... no", "yes... no", "yes... no", true, 1);
    assert_found("yes… no", "yes... no", "yes… no", false, 1);
    assert_found("so [...] it is", "so [...] it is", "so [...] it is", true, 1);
    assert_found("well... I think, on the whole, so", "well… I think … so",
                 "well... I think, on the whole, so", false, 1);
    assert_found("a ... b", "...", "...", true, 1);
}

static void paragraphs_end_where_the_source_ends_them(void **state)
{
    (void)state;
    /* Broken to fit a page: only the blank line counts. */
    assert_found("one two\nthree four\n\nfive", "two ... four", "two\nthree four", false, 1);
    assert_found("one two\r\nthree four\r\n\r\nfive", "two ... four", "two\r\nthree four", false,
                 1);
    assert_absent("one two\r\nthree four\r\n \r\nfive", "four ... five");
    assert_absent("one two\n\u00a0\t\nthree\n\nfour", "two ... three");
    assert_absent("one\u2029two\nx\n\ny", "one ... two");
    /* No blank line between words: each line is one. */
    assert_absent("one two\nthree four\n\n", "two ... four");
    assert_found("one two\nthree four\n\n", "two three", "two\nthree", false, 1);
    assert_found("one two\nthree four\n\n", "three ... ", "three", false, 1);
}

/* Reports often have a line a paragraph and yet a blank line somewhere. */
static void long_lines_are_paragraphs_in_spite_of_a_blank_line(void **state)
{
    (void)state;
    char source[1024];
    char line[140];
    memset(line, 'x', sizeof line);
    line[sizeof line - 1] = '\0';
    snprintf(source, sizeof source, "Title\n\nfirst %s end\nsecond %s end\n", line, line);
    assert_absent(source, "first ... second");
    fixture f;
    open_source(&f, pp_i_text_of(source));
    find(&f, PP_TEXT("first ... end"));
    assert_int_equal(f.count, 1);
    pp_i_arena_free(&f.arena);
}

static void a_repeated_passage_has_places_that_do_not_overlap(void **state)
{
    (void)state;
    fixture f;
    open_source(&f, PP_TEXT("é a b a b a b a"));
    find(&f, PP_TEXT("a b a"));
    assert_int_equal(f.count, 2);
    assert_int_equal(f.places[0].start, 2);
    assert_int_equal(f.places[0].end, 7);
    assert_int_equal(f.places[0].byte_start, 3);
    assert_int_equal(f.places[1].start, 10);
    assert_int_equal(f.places[1].byte_end, 16);
    pp_i_arena_free(&f.arena);
}

static void places_stop_at_the_limit(void **state)
{
    (void)state;
    fixture f;
    char source[2 * (PP_EVIDENCE_PLACE_COUNT_MAX + 1)];
    for (size_t i = 0; i < sizeof source; i++)
        source[i] = i % 2 == 0 ? 'a' : ' ';
    open_source(&f, (pp_text){source, sizeof source});
    find(&f, PP_TEXT("a"));
    assert_int_equal(f.count, PP_EVIDENCE_PLACE_COUNT_MAX);
    assert_int_equal(f.places[f.count - 1].start, 2 * (PP_EVIDENCE_PLACE_COUNT_MAX - 1));
    find(&f, PP_TEXT("a ... a ... a"));
    assert_int_equal(f.count, (PP_EVIDENCE_PLACE_COUNT_MAX + 1) / 3);
    pp_i_arena_free(&f.arena);
}

static void assert_closest(const char *source, const char *quote, const char *span)
{
    fixture f;
    open_source(&f, pp_i_text_of(source));
    pp_i_quote_place place = {.start = 77};
    bool found = pp_i_evidence_closest(f.folded, pp_i_text_of(quote), &f.arena, &place);
    assert_int_equal(found, span != NULL);
    if (span == NULL) {
        assert_int_equal(place.start, 77);
    } else {
        pp_text got = {source + place.byte_start, place.byte_end - place.byte_start};
        if (!pp_i_text_is(got, span))
            fail_msg("closest to '%s' is '%.*s'", quote, (int)got.length, got.data);
    }
    pp_i_arena_free(&f.arena);
}

static void the_closest_passage_helps_with_a_slip(void **state)
{
    (void)state;
    const char *source = "The dam stays where it is. We keep all of the river, now and later, and "
                         "the dam with it. Nobody else has a say.";
    assert_closest(source, "We kept all of the river now and later",
                   "We keep all of the river, now and later");
    assert_closest(source, "they held the river, later", "the river, now and later");
    assert_closest(source, "we KEEP all of river", "We keep all of the river");
    assert_closest(source, "the dam", "The dam"); /* ties to the first */
    assert_closest(source, "Nobody really has a say", "Nobody else has a say");
    assert_closest(source, "peace is what they want from us", NULL);
    assert_closest(source, "", NULL);
    assert_closest("", "river", NULL);
    assert_closest("双方今天签署和平协议", "双方签署和平协定", "双方今天签署和平协");
    assert_closest("Un re\u0301sume\u0301 bref", "RÉSUMÉ court", "re\u0301sume\u0301");
}

static void context_is_whole_code_points(void **state)
{
    (void)state;
    pp_text words = PP_TEXT("äöü river ßé");
    pp_i_quote_place place = {.start = 4, .end = 9, .byte_start = 7, .byte_end = 12};
    pp_text prefix, suffix;
    pp_i_evidence_context(words, &place, 2, &prefix, &suffix);
    assert_true(pp_i_text_is(prefix, "ü "));
    assert_true(pp_i_text_is(suffix, " ß"));
    pp_i_evidence_context(words, &place, 99, &prefix, &suffix);
    assert_true(pp_i_text_is(prefix, "äöü "));
    assert_true(pp_i_text_is(suffix, " ßé"));
    pp_i_evidence_context(words, &place, 0, &prefix, &suffix);
    assert_int_equal(prefix.length + suffix.length, 0);
}

/* FIPS 180-2, appendix B.1, and the digest of nothing. */
static void a_source_has_the_fingerprint_others_compute(void **state)
{
    (void)state;
    static const unsigned char abc[PP_SHA256_SIZE] = {
        0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40,
        0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17,
        0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};
    unsigned char digest[PP_SHA256_SIZE];
    pp_i_evidence_sha256(PP_TEXT("abc"), digest);
    assert_memory_equal(digest, abc, sizeof abc);
    pp_i_evidence_sha256((pp_text){NULL, 0}, digest);
    assert_int_equal(digest[0], 0xe3);
    assert_int_equal(digest[31], 0x55);
}

static void every_failed_allocation_is_a_status(void **state)
{
    (void)state;
    pp_text words = PP_TEXT("We keep all of the river, now and later. We keep all of the river.");
    static const char *const quotes[] = {"all of the river", "We ... river",
                                         "we hold all the river"};
    for (size_t q = 0; q < 3; q++) {
        bool done = false;
        for (size_t fail_at = 1; !done; fail_at++) {
            failing_allocator failing;
            pp_i_arena arena;
            pp_i_arena_init(&arena, failing_allocator_make(&failing, fail_at));
            const pp_i_folded *folded = NULL;
            const pp_i_quote_place *places = NULL;
            size_t count = 99;
            pp_error error = {0};
            pp_i_quote_place closest;
            pp_status status = pp_i_evidence_fold(words, &arena, &folded, &error);
            assert_true((status == PP_OK) == (folded != NULL));
            if (status == PP_OK) {
                status = pp_i_evidence_find(folded, pp_i_text_of(quotes[q]), &arena, &places,
                                            &count, &error);
                assert_true((status == PP_OK) == (places != NULL));
                assert_true((status == PP_OK) == (count != 99));
            }
            if (status == PP_OK) {
                assert_int_equal(count, q < 2 ? 2 : 0);
                done = pp_i_evidence_closest(folded, pp_i_text_of(quotes[q]), &arena, &closest);
            } else {
                assert_int_equal(status, PP_ERROR_MEMORY);
                assert_int_equal(error.status, PP_ERROR_MEMORY);
            }
            pp_i_arena_free(&arena);
            assert_int_equal(failing.held_count, 0);
            assert_true(fail_at < 200);
        }
    }
}

/* --- A plain finder over a small alphabet, to compare with --- */

typedef struct letter {
    const char *bytes;
    const char *folded; /* "" : belongs to no element; null: continues the one before */
    bool word;
    size_t line_ends;
} letter;

static const letter alphabet[] = {{"a", "a", true, 0},         {"b", "b", true, 0},
                                  {" ", " ", false, 0},        {"\n", " ", false, 1},
                                  {"\n\n", " ", false, 2},     {"\u00a0", " ", false, 0},
                                  {"'", "'", false, 0},        {"\u2019", "'", false, 0},
                                  {"-", "-", false, 0},        {"\u2014", "-", false, 0},
                                  {".", ".", false, 0},        {"...", "...", false, 0},
                                  {"\u2026", "...", false, 0}, {"[...]", "[...]", false, 0},
                                  {"\u00ad", "", false, 0},    {"\u00e9", "e\u0301", true, 0},
                                  {"e", "e", true, 0},         {"\u0301", NULL, false, 0},
                                  {"和", "和", false, 0}};
enum { ALPHABET_COUNT = sizeof alphabet / sizeof *alphabet, PLAIN_MAX = 200 };

typedef struct plain_element {
    char folded[40];
    bool word;
    size_t start, end, line_ends;
} plain_element;

typedef struct plain {
    char bytes[PLAIN_MAX];
    size_t length;
    plain_element elements[PLAIN_MAX];
    size_t count;
    size_t line_ends_for_paragraph;
} plain;

static void plain_element_add(plain *p, const char *folded, bool word, size_t length,
                              size_t line_ends)
{
    bool blank = folded[0] == ' ';
    plain_element *last = p->count == 0 ? NULL : &p->elements[p->count - 1];
    if (blank && last != NULL && last->folded[0] == ' ') {
        last->end = p->length + length;
        last->line_ends += line_ends;
        return;
    }
    plain_element *made = &p->elements[p->count++];
    *made = (plain_element){.word = word, .start = p->length, .line_ends = line_ends};
    made->end = p->length + length;
    snprintf(made->folded, sizeof made->folded, "%s", folded);
}

static void plain_add(plain *p, const letter *add)
{
    size_t length = strlen(add->bytes);
    plain_element *last = p->count == 0 ? NULL : &p->elements[p->count - 1];
    if (add->folded == NULL) {
        if (last == NULL || last->folded[0] == ' ') {
            plain_element_add(p, add->bytes, true, length, 0);
        } else if (strlen(last->folded) + length < sizeof last->folded) {
            strcat(last->folded, add->bytes);
            last->end = p->length + length;
        } else {
            return;
        }
    } else if (add->folded[0] == '.' || add->folded[0] == '[') {
        /* An ellipsis of three characters is three elements. */
        bool one = (unsigned char)add->bytes[0] >= 0x80;
        if (one)
            plain_element_add(p, add->folded, false, length, 0);
        for (size_t i = 0; !one && i < length; i++) {
            char single[2] = {add->bytes[i], '\0'};
            plain_element_add(p, single, false, 1, 0);
            memcpy(p->bytes + p->length++, single, 2);
        }
        length = one ? length : 0;
    } else if (add->folded[0] != '\0') {
        plain_element_add(p, add->folded, add->word, length, add->line_ends);
    }
    memcpy(p->bytes + p->length, add->bytes, length + (length > 0));
    p->length += length;
}

static void plain_make(plain *p, pp_i_random *random, size_t letter_count)
{
    *p = (plain){.line_ends_for_paragraph = 1};
    uint64_t first = pp_i_random_below(random, 3) == 0 ? ALPHABET_COUNT : 6;
    for (size_t i = 0; i < letter_count; i++) {
        uint64_t rare = pp_i_random_below(random, 3) == 0 ? ALPHABET_COUNT : first;
        plain_add(p, &alphabet[pp_i_random_below(random, rare)]);
    }
    bool text = false, gap = false;
    for (size_t i = 0; i < p->count; i++) {
        if (p->elements[i].folded[0] != ' ') {
            text = true;
            p->line_ends_for_paragraph = gap ? 2 : p->line_ends_for_paragraph;
        } else if (text && p->elements[i].line_ends >= 2) {
            gap = true;
        }
    }
}

static bool plain_cut(const plain *p, size_t at)
{
    return at == 0 || at == p->count || !p->elements[at - 1].word || !p->elements[at].word;
}

/* The end (in elements) of `words` at element `start`, or 0. */
static size_t plain_match(const plain *p, size_t start, size_t limit, pp_text words)
{
    if (!plain_cut(p, start))
        return 0;
    size_t done = 0, at = start;
    while (done < words.length && at < limit) {
        size_t length = strlen(p->elements[at].folded);
        if (length > words.length - done ||
            memcmp(p->elements[at].folded, words.data + done, length) != 0)
            return 0;
        done += length;
        at++;
    }
    return done == words.length && at > start && plain_cut(p, at) ? at : 0;
}

/* The least end of any way to put pieces[i..] behind `from`, or 0: every way is tried. */
static size_t plain_chain(const plain *p, const pp_text *pieces, size_t count, size_t from,
                          size_t limit)
{
    size_t least = 0;
    for (size_t start = from; start < limit; start++) {
        size_t end = plain_match(p, start, limit, pieces[0]);
        if (end != 0 && count > 1)
            end = plain_chain(p, pieces + 1, count - 1, end, limit);
        if (end != 0 && (least == 0 || end < least))
            least = end;
    }
    return least;
}

static size_t plain_paragraph_end(const plain *p, size_t at)
{
    while (at < p->count && p->elements[at].line_ends < p->line_ends_for_paragraph)
        at++;
    return at;
}

static size_t plain_find(const plain *p, const pp_text *pieces, size_t piece_count,
                         size_t (*places)[2])
{
    size_t count = 0;
    for (size_t start = 0; start < p->count; start++) {
        size_t limit = piece_count == 1 ? p->count : plain_paragraph_end(p, start);
        size_t end = plain_match(p, start, limit, pieces[0]);
        if (end != 0 && piece_count > 1)
            end = plain_chain(p, pieces + 1, piece_count - 1, end, limit);
        if (end == 0)
            continue;
        places[count][0] = p->elements[start].start;
        places[count++][1] = p->elements[end - 1].end;
        start = end - 1;
    }
    return count;
}

static pp_text plain_trim(pp_text text)
{
    while (text.length > 0 && text.data[0] == ' ')
        text = (pp_text){text.data + 1, text.length - 1};
    while (text.length > 0 && text.data[text.length - 1] == ' ')
        text.length--;
    return text;
}

/* Cuts folded words at [...] and at three or more points. */
static size_t plain_split(pp_text words, pp_text *pieces)
{
    size_t count = 0, start = 0, at = 0;
    for (;;) {
        size_t end = at, points = 0;
        while (end + points < words.length && words.data[end + points] == '.')
            points++;
        bool bracket = at > start && words.data[at - 1] == '[' && points >= 3 &&
                       at + points < words.length && words.data[at + points] == ']';
        if (at < words.length && points < 3) {
            at++;
            continue;
        }
        pp_text piece = plain_trim((pp_text){words.data + start, at - bracket - start});
        if (piece.length > 0)
            pieces[count++] = piece;
        if (at >= words.length)
            return count;
        start = at = at + points + bracket;
    }
}

static size_t plain_find_quote(const plain *source, const plain *quote, size_t (*places)[2])
{
    char folded[PLAIN_MAX * 4] = "";
    for (size_t i = 0; i < quote->count; i++)
        strcat(folded, quote->elements[i].folded);
    pp_text words = plain_trim(pp_i_text_of(folded));
    if (words.length == 0)
        return 0;
    size_t count = plain_find(source, &words, 1, places);
    if (count > 0)
        return count;
    pp_text pieces[PLAIN_MAX];
    size_t piece_count = plain_split(words, pieces);
    return piece_count == 0 ? 0 : plain_find(source, pieces, piece_count, places);
}

static void a_plain_finder_agrees(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 20);
    size_t found = 0, several = 0;
    for (size_t round = 0; round < 200000; round++) {
        plain source, quote;
        size_t places[PLAIN_MAX][2];
        plain_make(&source, &random, pp_i_random_below(&random, 16));
        plain_make(&quote, &random, pp_i_random_below(&random, 7));
        size_t count = plain_find_quote(&source, &quote, places);
        fixture f;
        open_source(&f, (pp_text){source.bytes, source.length});
        find(&f, (pp_text){quote.bytes, quote.length});
        if (f.count != count)
            fail_msg("'%s' in '%s': %zu places, not %zu", quote.bytes, source.bytes, f.count,
                     count);
        for (size_t i = 0; i < count; i++) {
            if (f.places[i].byte_start != places[i][0] || f.places[i].byte_end != places[i][1])
                fail_msg("'%s' in '%s': place %zu", quote.bytes, source.bytes, i);
        }
        found += count > 0;
        several += count > 1;
        pp_i_arena_free(&f.arena);
    }
    assert_true(found > 10000 && several > 1000);
}

static double seconds_of(pp_text words, pp_text quote)
{
    fixture f;
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    open_source(&f, words);
    find(&f, quote);
    pp_i_quote_place place;
    pp_i_evidence_closest(f.folded, quote, &f.arena, &place);
    clock_gettime(CLOCK_MONOTONIC, &after);
    assert_true(f.arena.byte_count < 12 * words.length);
    pp_i_arena_free(&f.arena);
    return (double)(after.tv_sec - before.tv_sec) + (double)(after.tv_nsec - before.tv_nsec) * 1e-9;
}

/* Texts that make a careless search quadratic: at these sizes it would take hours, not seconds. */
static void no_text_makes_it_slow(void **state)
{
    (void)state;
    enum { SOURCE = 1 << 22, QUOTE = 1 << 19 };
    static const char *const patterns[][2] = {{"a", "a"},
                                              {"a ", "a "},
                                              {"a ", "a..."},
                                              {"a ", "a... b"},
                                              {"a\n\n", "a ... "},
                                              {"aab ", "aab aab aab ... "},
                                              {" ", "a ... "},
                                              {"\u0301", "\u0301"},
                                              {"a\u00ad", "a"},
                                              {"......", "[..."},
                                              {"a b c d ", "d c b a "}};
    char *source = malloc(SOURCE), *quote = malloc(QUOTE);
    assert_true(source != NULL && quote != NULL);
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        pp_text s = {source, 0}, q = {quote, 0};
        size_t source_step = strlen(patterns[p][0]), quote_step = strlen(patterns[p][1]);
        for (; s.length + source_step < SOURCE; s.length += source_step)
            memcpy(source + s.length, patterns[p][0], source_step);
        for (; q.length + quote_step < QUOTE; q.length += quote_step)
            memcpy(quote + q.length, patterns[p][1], quote_step);
        double seconds = seconds_of(s, q);
        if (seconds > 30)
            fail_msg("pattern %zu took %f s", p, seconds);
        quote[q.length - 1] = 'z'; /* nearly all of it is there */
        seconds = seconds_of(s, q);
        if (seconds > 30)
            fail_msg("pattern %zu with an end that differs took %f s", p, seconds);
    }
    free(source);
    free(quote);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_letter_for_letter),
        cmocka_unit_test(how_a_quotation_differs_is_told),
        cmocka_unit_test(white_space_and_typographic_marks_may_differ),
        cmocka_unit_test(an_accent_may_be_one_code_point_or_two),
        cmocka_unit_test(a_quotation_is_not_part_of_a_word),
        cmocka_unit_test(an_ellipsis_skips_words_inside_a_paragraph),
        cmocka_unit_test(an_ellipsis_of_the_source_comes_first),
        cmocka_unit_test(paragraphs_end_where_the_source_ends_them),
        cmocka_unit_test(long_lines_are_paragraphs_in_spite_of_a_blank_line),
        cmocka_unit_test(a_repeated_passage_has_places_that_do_not_overlap),
        cmocka_unit_test(places_stop_at_the_limit),
        cmocka_unit_test(the_closest_passage_helps_with_a_slip),
        cmocka_unit_test(context_is_whole_code_points),
        cmocka_unit_test(a_source_has_the_fingerprint_others_compute),
        cmocka_unit_test(every_failed_allocation_is_a_status),
        cmocka_unit_test(a_plain_finder_agrees),
        cmocka_unit_test(no_text_makes_it_slow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
