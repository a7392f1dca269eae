/*
 * tokenizer.c: one sentence's text to words as the English Web Treebank has them: "do n't", "Kyiv
 * 's", "U.S.", "3.5", "--"; a hyphenated compound is three words ("cease - fire"), while a short
 * prefix stays with its word ("co-operate", "e-mail").
 *
 * Words are found between blanks; marks come off their ends, then contractions. Typographic
 * apostrophes and quotation marks count as plain ones.
 */
#include "base/error.h"
#include "reading/language.h"

/* Tokens of one sentence while they are found. */
typedef struct token_cutter {
    pp_text text;
    size_t byte_start;
    pp_i_token *tokens;
    size_t count;
} token_cutter;

static void put(token_cutter *cutter, size_t start, size_t end)
{
    if (start >= end || cutter->count >= PP_SENTENCE_TOKEN_COUNT_MAX)
        return;
    cutter->tokens[cutter->count++] = (pp_i_token){
        .form = {cutter->text.data + start, end - start},
        .byte_start = cutter->byte_start + start,
        .byte_end = cutter->byte_start + end,
    };
}

/* The character at `at`; its length in bytes into `size`. An invalid byte is one. */
static int32_t char_at(pp_text text, size_t at, size_t *size)
{
    unsigned char byte = (unsigned char)text.data[at];
    *size = 1;
    return byte < 0x80 ? byte : pp_i_utf8_decode(text, at, size);
}

static int32_t char_before(pp_text text, size_t start, size_t end, size_t *size)
{
    size_t at = end - 1;
    while (at > start && end - at < 4 && ((unsigned char)text.data[at] & 0xC0) == 0x80)
        at--;
    int32_t code_point = char_at(text, at, size);
    if (at + *size == end)
        return code_point;
    *size = 1;
    return -1;
}

static bool is_blank(int32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 || c == 0x3000 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0xFEFF;
}

static bool is_apostrophe(int32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}

static bool is_quote(int32_t c)
{
    return is_apostrophe(c) || c == '"' || c == '`' || (c >= 0x201A && c <= 0x201F) ||
           c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A;
}

static bool is_dash(int32_t c)
{
    return c >= 0x2012 && c <= 0x2015;
}

static bool is_letter(int32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && !is_dash(c) && !is_quote(c) && !(c >= 0x2000 && c <= 0x206F));
}

static bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

static bool opens(int32_t c)
{
    return is_quote(c) || c == '(' || c == '[' || c == '{' || c == '<' || c == '$' || c == '#' ||
           c == '*' || c == 0x20AC || c == 0xA3 || c == 0x2026 || is_dash(c) || c == '~' || c == '=' ||
           c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '>' || c == '+' ||
           c == 0x2022 || c == 0xB7;
}

static bool closes(int32_t c)
{
    return is_quote(c) || c == ')' || c == ']' || c == '}' || c == '>' || c == ',' || c == ';' ||
           c == ':' || c == '!' || c == '?' || c == '%' || c == 0x2026 || is_dash(c) || c == '*' ||
           c == '=' || c == '~';
}

/* The same mark over again is one word: "...", "--", "!!!". */
static size_t run_from(pp_text text, size_t at, size_t end)
{
    size_t size, next_size, next;
    int32_t c = char_at(text, at, &size);
    bool repeats = c == '.' || c == '-' || c == '!' || c == '?' || c == '*' || c == '=' ||
                   c == '~' || c == '_' || c == '$' || c == '`' || c == '\'';
    next = at + size;
    while (repeats && next < end) {
        int32_t other = char_at(text, next, &next_size);
        if (other != c && !((c == '!' || c == '?') && (other == '!' || other == '?')))
            break;
        next += next_size;
    }
    return next;
}

static bool matches(pp_text text, size_t start, size_t end, const char *word)
{
    size_t length = strlen(word);
    if (end - start != length)
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = text.data[start + i];
        if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != word[i])
            return false;
    }
    return true;
}

static bool is_one_of(pp_text text, size_t start, size_t end, const char *const *words)
{
    for (; *words != NULL; words++)
        if (matches(text, start, end, *words))
            return true;
    return false;
}

/* Words whose last dot is theirs. */
static bool keeps_dot(pp_text text, size_t start, size_t end)
{
    static const char *const short_words[] = {
        "mr",   "mrs",  "ms",   "dr",   "st",   "jr",   "sr",   "prof", "gen",  "col",  "lt",
        "sgt",  "capt", "cmdr", "adm",  "maj",  "rev",  "hon",  "pres", "gov",  "sen",  "rep",
        "inc",  "ltd",  "co",   "corp", "llc",  "bros", "vs",   "etc",  "no",   "jan",  "feb",
        "mar",  "apr",  "jun",  "jul",  "aug",  "sep",  "sept", "oct",  "nov",  "dec",  "ave",
        "blvd", "rd",   "ft",   "mt",   "approx", "est", "dept", "fig", "vol",  "pp",   "ed",
        "messrs", "mme", "mlle", "al",  "ca",   "cf",   "esq",  "ph.d", "assn", "bldg", NULL,
    };
    size_t letters = 0;
    if (matches(text, start, end, "no") && !(end + 2 < text.length && is_digit(text.data[end + 2])))
        return false; /* "No. 5" */
    if (is_one_of(text, start, end, short_words))
        return true;
    for (size_t at = start; at < end; at++) /* "U.S", "e.g", "J" */
        if (text.data[at] == '.' ? letters != 1 : !is_letter((unsigned char)text.data[at]))
            return false;
        else
            letters = text.data[at] == '.' ? 0 : letters + 1;
    bool inner = memchr(text.data + start, '.', end - start) != NULL;
    bool initial = end - start == 1 && text.data[start] >= 'A' && text.data[start] <= 'Z' &&
                   text.data[start] != 'I' && end + 2 < text.length;
    return letters == 1 && (inner || initial);
}

/* Web and mail addresses are one word. */
static bool is_address(pp_text text, size_t start, size_t end)
{
    static const char *const starts[] = {"http:", "https:", "www.", "ftp:", "mailto:", NULL};
    size_t at_sign = 0, dot = 0;
    for (size_t i = 0; starts[i] != NULL; i++) {
        size_t length = strlen(starts[i]);
        if (end - start > length && matches(text, start, start + length, starts[i]))
            return true;
    }
    for (size_t at = start; at < end; at++) {
        if (text.data[at] == '@')
            at_sign = at;
        if (text.data[at] == '.' && at_sign > start && at > at_sign + 1)
            dot = at;
    }
    return dot > 0 && dot + 1 < end;
}

/* The length of the apostrophe that ends at `end`, or 0. */
static size_t apostrophe_before(pp_text text, size_t start, size_t end)
{
    size_t size;
    if (end <= start || !is_apostrophe(char_before(text, start, end, &size)))
        return 0;
    return size;
}

/* "do|n't", "Kyiv|'s", "they|'ll", "can|not": where the second part starts, or `end`. */
static size_t find_clitic(pp_text text, size_t start, size_t end)
{
    static const char *const clitics[] = {"s", "re", "ve", "ll", "d", "m", NULL};
    static const char *const pairs[] = {"cannot", "gonna", "wanna", "gotta", "gimme", NULL};
    if (end - start == 6 && is_one_of(text, start, end, pairs))
        return start + 3;
    if (end - start == 5 && is_one_of(text, start, end, pairs))
        return start + 3;
    if (end - start > 3 && (text.data[end - 1] | 32) == 't') {
        size_t size = apostrophe_before(text, start, end - 1);
        if (size > 0 && end - 1 - size > start + 1 && (text.data[end - 2 - size] | 32) == 'n')
            return end - 2 - size;
    }
    for (size_t i = 0; clitics[i] != NULL; i++) {
        size_t length = strlen(clitics[i]);
        if (end - start <= length + 1 || !matches(text, end - length, end, clitics[i]))
            continue;
        size_t size = apostrophe_before(text, start, end - length);
        if (size > 0 && end - length - size > start)
            return end - length - size;
    }
    return end;
}

static void cut_clitics(token_cutter *cutter, size_t start, size_t end)
{
    size_t last = find_clitic(cutter->text, start, end);
    size_t middle = find_clitic(cutter->text, start, last); /* "would|n't|'ve": at most twice */
    put(cutter, start, middle);
    put(cutter, middle, last);
    put(cutter, last, end);
}

/* A prefix that the treebank leaves on its word: "co-operate", "non-aligned", "e-mail". */
static bool is_prefix(pp_text text, size_t start, size_t end)
{
    static const char *const prefixes[] = {
        "co",  "non", "anti", "pre", "post", "re",  "un",   "e",     "ex",    "mid",  "multi", "pro",
        "semi", "sub", "counter", "inter", "intra", "neo", "ultra", "vice", "bi", "de", "mini",
        "over", "quasi", "pan", "trans", "mis", "x", "t", "uh", "extra", "micro", NULL,
    };
    return is_one_of(text, start, end, prefixes);
}

/* Whether the mark at `at`, inside a word, is a word of its own. */
static bool cuts_inside(pp_text text, size_t start, size_t at, size_t end, size_t *size)
{
    int32_t c = char_at(text, at, size), before, after;
    size_t other;
    if (at <= start || at + *size >= end)
        return false;
    before = char_before(text, start, at, &other);
    after = char_at(text, at + *size, &other);
    if (is_dash(c) || c == 0x2026 || c == '(' || c == ')' || c == '[' || c == ']' || c == '"' ||
        (c >= 0x201C && c <= 0x201F) || c == ';' || c == '=' || c == '+' || c == '~' ||
        c == '!' || c == '?' || c == '*' || c == '<' || c == '>')
        return true;
    if (c == '-' && (after == '-' || before == '-'))
        return true;
    if (c == '-' || c == 0x2010 || c == 0x2011)
        return (is_letter(before) || is_digit(before) || before == '.') &&
               (is_letter(after) || is_digit(after)) && !is_prefix(text, start, at);
    if (c == '/')
        return is_letter(before) && is_letter(after) && at - start > 1 && end - at > 2;
    if (c == ',' || c == ':')
        return !(is_digit(before) && is_digit(after));
    if (c == '%')
        return is_digit(before);
    return c == '.' && after == '.';
}

/* "$5", "5%", "10km": figures part from their units. */
static size_t unit_start(pp_text text, size_t start, size_t end)
{
    static const char *const units[] = {"km", "kg", "mm", "cm", "am", "pm", "bn", "mph", "gb",
                                        "mb", "lbs", "ft", "k", "m", NULL};
    size_t at = start;
    while (at < end && (is_digit(text.data[at]) || text.data[at] == '.' || text.data[at] == ','))
        at++;
    if (at > start && at < end && is_digit(text.data[start]) && is_one_of(text, at, end, units) &&
        end - at > 1)
        return at;
    return end;
}

/* ":-)", ";)", ":D": two or three marks that are a face. */
static bool is_smiley(pp_text text, size_t start, size_t end)
{
    size_t length = end - start;
    if (length < 2 || length > 3 || strchr(":;=", text.data[start]) == NULL)
        return false;
    bool nose = length == 2 || text.data[start + 1] == '-';
    return nose && strchr(")(DPp", text.data[end - 1]) != NULL;
}

/* "303-555-8160": two hyphens or more between figures make one number. */
static bool is_numbering(pp_text text, size_t start, size_t end)
{
    size_t hyphens = 0;
    for (size_t at = start; at < end; at++) {
        if (!is_digit(text.data[at]) && text.data[at] != '-')
            return false;
        hyphens += text.data[at] == '-';
    }
    return hyphens > 1 && is_digit(text.data[start]) && is_digit(text.data[end - 1]);
}

static void cut_inside(token_cutter *cutter, size_t start, size_t end)
{
    pp_text text = cutter->text;
    size_t part = start, size;
    if (is_address(text, start, end) || is_numbering(text, start, end)) {
        put(cutter, start, end);
        return;
    }
    for (size_t at = start; at < end; at += size) {
        if (!cuts_inside(text, part, at, end, &size))
            continue;
        size_t after = run_from(text, at, end);
        cut_clitics(cutter, part, at);
        put(cutter, at, after);
        part = after;
        size = after - at;
    }
    size_t unit = unit_start(text, part, end);
    cut_clitics(cutter, part, unit);
    put(cutter, unit, end);
}

/* Where the word ends before the marks that close it; each of them is put later. */
static size_t trim_end(pp_text text, size_t start, size_t end)
{
    while (end > start) {
        size_t size;
        int32_t c = char_before(text, start, end, &size);
        if (c == '.') {
            bool dots = end - start > 1 && text.data[end - 2] == '.';
            if (!dots && keeps_dot(text, start, end - 1))
                return end;
        } else if (c == '-') {
            if (end - start < 2)
                return end;
        } else if (!closes(c)) {
            return end;
        }
        end -= size;
    }
    return end;
}

static void cut_word(token_cutter *cutter, size_t start, size_t end)
{
    pp_text text = cutter->text;
    size_t size;
    if (is_smiley(text, start, end)) {
        put(cutter, start, end);
        return;
    }
    while (start < end) {
        int32_t c = char_at(text, start, &size);
        bool clitic = is_apostrophe(c) && (matches(text, start + size, end, "s") ||
                                           matches(text, start + size, end, "em"));
        bool dots = c == '.' && start + 1 < end && text.data[start + 1] == '.';
        bool dash = c == '-' && start + 1 < end && !is_digit(text.data[start + 1]);
        if (clitic || !(opens(c) || dots || dash))
            break;
        size_t after = run_from(text, start, end);
        put(cutter, start, after);
        start = after;
    }
    size_t middle = trim_end(text, start, end);
    cut_inside(cutter, start, middle);
    while (middle < end) {
        size_t after = run_from(text, middle, end);
        put(cutter, middle, after);
        middle = after;
    }
}

/* Words between blanks until the text or the room for tokens ends; where the next one starts. */
static size_t cut(token_cutter *cutter)
{
    pp_text text = cutter->text;
    size_t at = 0, size;
    while (at < text.length) {
        size_t start = at;
        while (at < text.length && !is_blank(char_at(text, at, &size)))
            at += size;
        cut_word(cutter, start, at);
        if (cutter->count >= PP_SENTENCE_TOKEN_COUNT_MAX)
            return cutter->tokens[cutter->count - 1].byte_end - cutter->byte_start;
        while (at < text.length && is_blank(char_at(text, at, &size)))
            at += size;
    }
    return text.length;
}

pp_status pp_i_sentence_tokenize(pp_text text, size_t byte_start, pp_i_arena *arena,
                                 pp_i_sentence *sentence, size_t *byte_count, pp_error *error)
{
    size_t most = text.length < PP_SENTENCE_TOKEN_COUNT_MAX ? text.length
                                                            : PP_SENTENCE_TOKEN_COUNT_MAX;
    token_cutter cutter = {.text = text, .byte_start = byte_start};
    cutter.tokens = PP_NEW_ARRAY(arena, pp_i_token, most + 1);
    if (cutter.tokens == NULL)
        return pp_i_fail_memory(error);
    size_t used = cut(&cutter);
    sentence->tokens = cutter.tokens;
    sentence->token_count = cutter.count;
    if (byte_count != NULL)
        *byte_count = used;
    return PP_OK;
}
