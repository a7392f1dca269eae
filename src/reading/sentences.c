/*
 * sentences.c: where the sentences of a paragraph end: see document_parts.h.
 *
 * By rules over what stands on either side of an end mark: abbreviations (those that nothing ends
 * behind, and those that may end a sentence), initials, numbers of a list, decimals, ellipses,
 * closing quotation marks and brackets, and the word that follows. Words that often begin a
 * sentence and never go on a name ("The", "He", "But") tell "in the U.S. The" from "the U.S.
 * President". Scored on the treebank's paragraphs; docs/benchmarks.md has the figure.
 */
#include "reading/document_parts.h"

#include <string.h>
#include <utf8proc.h>

#include "base/error.h"

enum { WORD_BYTE_COUNT_MAX = 16, BRACKET_BYTE_COUNT_MAX = 400, SPEECH_LOOK_AHEAD = 3 };

/* Behind these no sentence ends: a name or a number follows. Sorted, lower case, without the stop.
 */
static const char *const never_last[] = {
    "adm",  "amb",  "art", "brig", "c",      "capt", "cf",   "cllr", "cmdr", "col", "cpl", "dr",
    "drs",  "e.g",  "ed",  "eg",   "fig",    "figs", "fr",   "ft",   "gen",  "gov", "hon", "i.e",
    "ie",   "insp", "lt",  "maj",  "messrs", "mlle", "mme",  "mr",   "mrs",  "ms",  "mt",  "mx",
    "nos",  "ofc",  "pp",  "pres", "prof",   "ps",   "p.s",  "rep",  "reps", "rev", "sec", "sen",
    "sens", "sgt",  "sig", "sr",   "sra",    "ste",  "supt", "v",    "viz",  "vol", "vs",
};

/* Behind these a sentence may end: where the next word begins one. */
static const char *const may_be_last[] = {
    "a.d",  "a.k.a", "a.m", "apr",   "approx", "aug",   "ave",  "b.a", "b.c", "blvd", "bros", "co",
    "corp", "ct",    "d.c", "dec",   "dept",   "dist",  "e.u",  "est", "etc", "ext",  "feb",  "fri",
    "hwy",  "inc",   "jan", "jr",    "jul",    "jun",   "ltd",  "m.d", "mar", "mon",  "nov",  "oct",
    "p.m",  "ph.d",  "plc", "r.i.p", "rd",     "sat",   "sept", "sep", "sq",  "st",   "sun",  "tel",
    "thu",  "tue",   "u.k", "u.n",   "u.s",    "u.s.a", "univ", "wed",
};

/* Words that begin sentences and do not go on a name. */
static const char *const starters[] = {
    "a",       "after", "all",     "also",    "although", "an",     "and",       "another",
    "any",     "as",    "at",      "because", "before",   "both",   "but",       "by",
    "do",      "does",  "despite", "during",  "even",     "for",    "from",      "he",
    "her",     "here",  "his",     "how",     "however",  "i",      "if",        "in",
    "instead", "it",    "its",     "just",    "last",     "many",   "meanwhile", "most",
    "my",      "no",    "nor",     "not",     "now",      "on",     "once",      "one",
    "only",    "or",    "other",   "others",  "our",      "please", "she",       "since",
    "so",      "some",  "still",   "such",    "that",     "the",    "their",     "then",
    "there",   "these", "they",    "this",    "those",    "though", "thus",      "to",
    "under",   "until", "was",     "we",      "what",     "when",   "where",     "whether",
    "which",   "while", "who",     "why",     "with",     "yet",    "you",       "your",
};

/* Verbs that go on after "...?" he. */
static const char *const speech_verbs[] = {
    "said",      "says",     "asked",     "asks",     "told",     "added",     "adds",
    "wrote",     "writes",   "replied",   "replies",  "warned",   "warns",     "insisted",
    "insists",   "declared", "declares",  "argued",   "argues",   "tweeted",   "shouted",
    "exclaimed", "remarked", "responded", "answered", "stated",   "cried",     "thought",
    "explained", "quipped",  "joked",     "wondered", "demanded", "continued",
};

static bool is_in(pp_text word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (pp_i_text_is(word, list[i]))
            return true;
    return false;
}
#define IS_IN(word, list) is_in((word), (list), sizeof(list) / sizeof *(list))

bool pp_i_document_is_starter(pp_text lower_word)
{
    return IS_IN(lower_word, starters);
}

/* The paragraph that is being cut. Positions are bytes of the words. */
typedef struct paragraph_cutter {
    pp_text words;
    size_t start, end;     /* of the paragraph */
    size_t sentence_start; /* of the sentence under way */
    size_t bracket_end;    /* where the bracket that is open closes, or 0 */
} paragraph_cutter;

static char byte_at(const paragraph_cutter *cutter, size_t at)
{
    return at < cutter->end ? cutter->words.data[at] : '\0';
}

/* The length of a closing mark at `at` (quotation mark, apostrophe, bracket), or 0. */
static size_t closing_length(const paragraph_cutter *cutter, size_t at)
{
    char c = byte_at(cutter, at);
    if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '*')
        return 1;
    if (at + 3 <= cutter->end && (memcmp(cutter->words.data + at, "\xE2\x80\x9D", 3) == 0 ||
                                  memcmp(cutter->words.data + at, "\xE2\x80\x99", 3) == 0))
        return 3;
    return at + 2 <= cutter->end && memcmp(cutter->words.data + at, "\xC2\xBB", 2) == 0 ? 2 : 0;
}

/* The length of an opening mark at `at`, or 0. */
static size_t opening_length(const paragraph_cutter *cutter, size_t at)
{
    char c = byte_at(cutter, at);
    if (c == '"' || c == '\'' || c == '(' || c == '[' || c == '*')
        return 1;
    if (at + 3 <= cutter->end && (memcmp(cutter->words.data + at, "\xE2\x80\x9C", 3) == 0 ||
                                  memcmp(cutter->words.data + at, "\xE2\x80\x98", 3) == 0))
        return 3;
    return at + 2 <= cutter->end && memcmp(cutter->words.data + at, "\xC2\xAB", 2) == 0 ? 2 : 0;
}

/* The length of an end mark at `at`: ".", "!", "?", the ellipsis; or 0. */
static size_t mark_length(const paragraph_cutter *cutter, size_t at)
{
    char c = byte_at(cutter, at);
    if (c == '.' || c == '!' || c == '?')
        return 1;
    return at + 3 <= cutter->end && memcmp(cutter->words.data + at, "\xE2\x80\xA6", 3) == 0 ? 3 : 0;
}

static size_t after_blanks(const paragraph_cutter *cutter, size_t at)
{
    for (;; at++) {
        if (at + 2 <= cutter->end && memcmp(cutter->words.data + at, "\xC2\xA0", 2) == 0)
            at++;
        else if (at >= cutter->end || !pp_i_is_blank(cutter->words.data[at]))
            return at;
    }
}

static bool is_word_byte(char c)
{
    return pp_i_is_letter_or_more(c) || (c >= '0' && c <= '9');
}

/* The word at `at` in lower case (ASCII), into `room`; with the stops inside it where `stops`. */
static pp_text word_at(const paragraph_cutter *cutter, size_t at, bool stops,
                       char room[WORD_BYTE_COUNT_MAX])
{
    size_t length = 0;
    for (; length < WORD_BYTE_COUNT_MAX; length++) {
        char c = byte_at(cutter, at + length);
        bool stop = stops && c == '.' && is_word_byte(byte_at(cutter, at + length + 1));
        if (!is_word_byte(c) && !stop)
            break;
        room[length] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    return (pp_text){room, length};
}

/* Where the word that ends before `end` starts: letters, digits and stops between them. */
static size_t word_start(const paragraph_cutter *cutter, size_t end)
{
    size_t at = end;
    while (at > cutter->sentence_start && end - at < WORD_BYTE_COUNT_MAX) {
        char c = cutter->words.data[at - 1];
        if (!is_word_byte(c) && c != '.')
            break;
        at--;
    }
    return at;
}

static bool is_upper(const paragraph_cutter *cutter, size_t at)
{
    size_t length;
    if (at >= cutter->end)
        return false;
    int32_t c = pp_i_utf8_decode((pp_text){cutter->words.data, cutter->end}, at, &length);
    if (c >= 0 && c < 0x80)
        return c >= 'A' && c <= 'Z';
    utf8proc_category_t category = c < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

static bool is_lower_letter(const paragraph_cutter *cutter, size_t at)
{
    size_t length;
    if (at >= cutter->end)
        return false;
    int32_t c = pp_i_utf8_decode((pp_text){cutter->words.data, cutter->end}, at, &length);
    if (c >= 0 && c < 0x80)
        return c >= 'a' && c <= 'z';
    return c > 0 && utf8proc_category(c) == UTF8PROC_CATEGORY_LL;
}

static bool begins_sentence(const paragraph_cutter *cutter, size_t at)
{
    char room[WORD_BYTE_COUNT_MAX];
    return is_upper(cutter, at) && IS_IN(word_at(cutter, at, false, room), starters);
}

/* Whether a full stop at `stop` belongs to what stands before it, so that no sentence ends there.
 * `next` is where the text goes on. */
static bool is_abbreviation(const paragraph_cutter *cutter, size_t stop, size_t next)
{
    size_t start = word_start(cutter, stop);
    char room[WORD_BYTE_COUNT_MAX + 1];
    pp_text word = {room, stop - start};
    bool digits = word.length > 0, capital = is_upper(cutter, start);
    for (size_t i = 0; i < word.length; i++) {
        char c = cutter->words.data[start + i];
        room[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
        digits = digits && pp_i_is_digit(c);
    }
    if (digits) /* "1. First" is a number of a list, "in 2014. The" is an end */
        return start == cutter->sentence_start && word.length <= 3;
    if (pp_i_text_is(word, "no") || pp_i_text_is(word, "nos"))
        return pp_i_is_digit(byte_at(cutter, next));
    bool has_stop = word.length > 2 && memchr(room, '.', word.length) != NULL;
    bool one_letter = word.length == 1 || (word.length == 2 && (unsigned char)room[0] >= 0x80);
    if (one_letter && capital) /* an initial; "I" is also a word, and a list's letter starts one */
        return (!begins_sentence(cutter, next) || start == cutter->sentence_start) &&
               room[0] != 'i';
    if (IS_IN(word, never_last))
        return word.length > 1 || !begins_sentence(cutter, next);
    bool dotted = has_stop && word.length <= 7 && room[1] == '.'; /* "J.D", "U.S", "a.m" */
    bool is_quote = opening_length(cutter, next) > 0 && byte_at(cutter, next) != '(';
    return (dotted || IS_IN(word, may_be_last)) && !begins_sentence(cutter, next) && !is_quote;
}

/* Whether "...?" or "...!" in quotation marks goes on: "Will you?" the minister asked. */
static bool is_followed_by_speech(const paragraph_cutter *cutter, size_t at)
{
    char room[WORD_BYTE_COUNT_MAX];
    for (size_t i = 0; i <= SPEECH_LOOK_AHEAD; i++) {
        pp_text word = word_at(cutter, at, false, room);
        if (word.length == 0)
            return false;
        if (IS_IN(word, speech_verbs))
            return true;
        while (is_word_byte(byte_at(cutter, at)))
            at++;
        at = after_blanks(cutter, at);
    }
    return false;
}

/* Where a bracket that opens at `at` closes, within bounds, or 0. */
static size_t find_bracket_end(const paragraph_cutter *cutter, size_t at)
{
    char close = byte_at(cutter, at) == '(' ? ')' : ']';
    for (size_t i = at + 1; i < cutter->end && i - at < BRACKET_BYTE_COUNT_MAX; i++)
        if (cutter->words.data[i] == close)
            return i;
    return 0;
}

/* "agreed.The" was typed without its blank. */
static bool is_missing_blank(const paragraph_cutter *cutter, size_t mark, size_t after)
{
    return after < cutter->end && mark >= cutter->sentence_start + 3 &&
           is_lower_letter(cutter, mark - 1) && is_lower_letter(cutter, mark - 2) &&
           begins_sentence(cutter, after) && is_lower_letter(cutter, after + 1);
}

/* Whether, in text that is typed without capitals, a sentence ends before a small letter: at one
 * mark, where this sentence began with a small letter, or at a question. */
static bool goes_on_small(const paragraph_cutter *cutter, size_t mark, size_t mark_count)
{
    char c = byte_at(cutter, mark);
    return mark_count == 1 &&
           (c == '?' || c == '!' || is_lower_letter(cutter, cutter->sentence_start));
}

/* ":)" and the like go with the sentence before them. */
static bool is_smiley(const paragraph_cutter *cutter, size_t at)
{
    char second = byte_at(cutter, at + 1);
    return (byte_at(cutter, at) == ':' || byte_at(cutter, at) == ';') &&
           (second == ')' || second == '(' || second == '-' || second == 'P' || second == 'D');
}

/*
 * Where the sentence ends whose end mark stands at `mark`, closing marks included; 0 where none
 * ends there. `*next` is where to look on.
 */
static size_t end_at(const paragraph_cutter *cutter, size_t mark, size_t *next)
{
    size_t after = mark, length, mark_count = 0, closing = 0;
    bool is_stop = true; /* one full stop alone */
    while ((length = mark_length(cutter, after)) > 0) {
        is_stop = is_stop && mark_count == 0 && byte_at(cutter, after) == '.';
        mark_count++;
        after += length;
        if (byte_at(cutter, after) == ' ' && byte_at(cutter, after + 1) == '.' &&
            !is_word_byte(byte_at(cutter, after + 2))) /* ". . ." */
            after++;
    }
    while ((length = closing_length(cutter, after)) > 0 &&
           !(byte_at(cutter, after) == '*' && !pp_i_is_blank(byte_at(cutter, after + 1)) &&
             after + 1 < cutter->end && byte_at(cutter, after + 1) != '*')) {
        after += length;
        closing++;
    }
    *next = after;
    if (after >= cutter->end)
        return after;
    size_t follow = after_blanks(cutter, after);
    if (follow == after)
        return is_missing_blank(cutter, mark, after) ? after : 0;
    if (follow >= cutter->end)
        return after;
    size_t word = follow;
    while ((length = opening_length(cutter, word)) > 0)
        word += length;
    if (is_lower_letter(cutter, word) && !(closing == 0 && goes_on_small(cutter, mark, mark_count)))
        return 0;
    if (word == follow && is_smiley(cutter, follow))
        return 0;
    if (cutter->bracket_end > 0 && after <= cutter->bracket_end)
        return 0;
    bool alone = is_stop && closing == 0;
    if (is_stop && is_abbreviation(cutter, mark, follow) &&
        (alone || begins_sentence(cutter, word)))
        return 0;
    if (closing > 0 && !is_stop && word == follow && is_followed_by_speech(cutter, word))
        return 0;
    return after;
}

/* Adds a sentence, cut at blanks where it is too long. */
static pp_status add(const paragraph_cutter *cutter, size_t end, size_t paragraph,
                     pp_i_arena *arena, pp_i_spans *sentences, pp_error *error)
{
    size_t start = cutter->sentence_start;
    while (start < end) {
        size_t stop = end;
        if (end - start > PP_SENTENCE_BYTE_COUNT_MAX) {
            stop = start + PP_SENTENCE_BYTE_COUNT_MAX;
            while (stop > start && !pp_i_is_blank(cutter->words.data[stop]))
                stop--;
            if (stop == start) /* no blank in it: at a whole code point */
                for (stop = start + PP_SENTENCE_BYTE_COUNT_MAX;
                     ((unsigned char)cutter->words.data[stop] & 0xC0) == 0x80;)
                    stop--;
        }
        if (sentences->count >= PP_DOCUMENT_SENTENCE_COUNT_MAX)
            return pp_i_fail(error, PP_ERROR_LIMIT, "the report has more than %d sentences",
                             PP_DOCUMENT_SENTENCE_COUNT_MAX);
        pp_i_span span = {start, stop, paragraph, {PP_NONE, PP_NONE}};
        while (span.byte_end > start && pp_i_is_blank(cutter->words.data[span.byte_end - 1]))
            span.byte_end--;
        if (!PP_LIST_ADD(arena, sentences, span))
            return pp_i_fail_memory(error);
        for (start = stop; start < end && pp_i_is_blank(cutter->words.data[start]);)
            start++;
    }
    return PP_OK;
}

pp_status pp_i_document_sentences(pp_text words, size_t start, size_t end, size_t paragraph,
                                  pp_i_arena *arena, pp_i_spans *sentences, pp_error *error)
{
    paragraph_cutter cutter = {words, start, end, 0, 0};
    cutter.sentence_start = pp_i_document_dateline(words, after_blanks(&cutter, start), end);
    for (size_t at = cutter.sentence_start; at < end;) {
        char c = words.data[at];
        if ((c == '(' || c == '[') && cutter.bracket_end <= at && at > cutter.sentence_start)
            cutter.bracket_end = find_bracket_end(&cutter, at);
        if (mark_length(&cutter, at) == 0) {
            at++;
            continue;
        }
        size_t next, stop = end_at(&cutter, at, &next);
        if (stop > 0) {
            pp_status status = add(&cutter, stop, paragraph, arena, sentences, error);
            if (status != PP_OK)
                return status;
            cutter.sentence_start = next = after_blanks(&cutter, stop);
            cutter.bracket_end = 0;
        }
        at = next;
    }
    return add(&cutter, end, paragraph, arena, sentences, error);
}
