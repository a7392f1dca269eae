/* amount.c: numbers in what is said; see amount.h. */
#include "reading/amount.h"

#include <string.h>

#include "reading/clause.h"

enum {
    TEXT_WORD_COUNT_MAX = 160,
    UNIT_WORD_COUNT_MAX = 4 /* "2.4 billion US dollars" */
};

#define CURRENCY_SIGNS "$ \xE2\x82\xAC \xC2\xA3 \xC2\xA5"
#define APPROXIMATE "about some around roughly nearly almost approximately only just"

static pp_text word_of(const pp_text *words, size_t count, size_t at)
{
    return at < count ? words[at] : (pp_text){0};
}

/* The word so many before `at`, or an empty one. */
static pp_text word_before(const pp_text *words, size_t at, size_t back)
{
    return back <= at ? words[at - back] : (pp_text){0};
}

/* --- Values ---------------------------------------------------------------------------------- */

static double spelled_value(pp_text word)
{
    static const struct {
        const char *word;
        double value;
    } spelled[] = {{"two", 2},     {"three", 3},    {"four", 4},    {"five", 5},
                   {"six", 6},     {"seven", 7},    {"eight", 8},   {"nine", 9},
                   {"ten", 10},    {"eleven", 11},  {"twelve", 12}, {"fifteen", 15},
                   {"twenty", 20}, {"thirty", 30},  {"forty", 40},  {"fifty", 50},
                   {"sixty", 60},  {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};
    for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++)
        if (pp_i_text_is(word, spelled[i].word))
            return spelled[i].value;
    return 0;
}

/* "6,500" as 6500 and "4.5" as 4.5, in any locale; letters behind the digits end it. */
static double digits_value(pp_text word)
{
    double value = 0, place = 0;
    for (size_t i = 0; i < word.length; i++) {
        char c = word.data[i];
        if (c == '.' && place == 0)
            place = 1;
        else if (pp_i_is_digit(c)) {
            place *= 10;
            value = place > 0 ? value + (c - '0') / place : 10 * value + (c - '0');
        } else if (c != ',')
            break;
    }
    return value;
}

static double scale_of(pp_text word)
{
    static const struct {
        const char *words;
        double scale;
    } scales[] = {{"hundred", 1e2},
                  {"thousand", 1e3},
                  {"million m mn", 1e6},
                  {"billion bn", 1e9},
                  {"trillion tn", 1e12}};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (pp_i_word_in(word, scales[i].words))
            return scales[i].scale;
    return 1;
}

/* --- Units ----------------------------------------------------------------------------------- */

static bool is_year(const pp_text *words, size_t count, size_t at)
{
    pp_text word = words[at];
    bool four = word.length == 4 &&
                (memcmp(word.data, "19", 2) == 0 || memcmp(word.data, "20", 2) == 0) &&
                pp_i_is_digit(word.data[2]) && pp_i_is_digit(word.data[3]);
    pp_text before = word_before(words, at, 1), behind = word_of(words, count, at + 1);
    return four && (pp_i_word_in(before, "in by until till from before since after to of for late "
                                         "early mid end and") ||
                    behind.length == 0 || strchr(",.;)", behind.data[0]) != NULL);
}

static bool is_day(const pp_text *words, size_t count, size_t at)
{
    const char *const months =
        "January February March April May June July August September October "
        "November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec";
    return pp_i_word_in(word_before(words, at, 1), months) ||
           pp_i_word_in(word_of(words, count, at + 1), months);
}

bool pp_i_is_currency(pp_text word)
{
    return pp_i_first_word_in(word, "dollar dollars euro euros pound pounds crown crowns krona "
                                    "kronor krone kroner peso pesos yen yuan rupee rupees franc "
                                    "francs ruble rubles rouble roubles shilling shillings dinar "
                                    "dinars dirham dirhams riyal riyals real reais rand lira zloty "
                                    "forint naira won pence cents");
}

static pp_i_unit unit_of(const pp_text *words, size_t count, size_t at, size_t behind)
{
    if (pp_i_word_in(word_before(words, at, 1), CURRENCY_SIGNS))
        return PP_UNIT_MONEY;
    if (is_day(words, count, at) || is_year(words, count, at))
        return PP_UNIT_DATE;
    pp_text next = word_of(words, count, behind);
    if (next.length == 0 || strchr(",.;:)\"", next.data[0]) != NULL ||
        pp_i_word_in(next, "but and or if by in from to for at on"))
        return PP_UNIT_BARE;
    for (size_t i = behind; i < behind + UNIT_WORD_COUNT_MAX; i++) {
        pp_text word = word_of(words, count, i);
        if (pp_i_first_word_in(word, "percent percentage %") ||
            (pp_i_text_is(word, "per") && pp_i_text_is(word_of(words, count, i + 1), "cent")))
            return PP_UNIT_PERCENT;
        if (pp_i_first_word_in(word,
                               "year years month months week weeks day days hour hours minute "
                               "minutes decade decades"))
            return PP_UNIT_TIME;
        if (pp_i_is_currency(word))
            return PP_UNIT_MONEY;
        if (word.length == 0 || pp_i_word_in(word, "of to in for a an the and or on from at by"))
            break;
    }
    return PP_UNIT_THING;
}

/* --- Bounds ---------------------------------------------------------------------------------- */

/* The bound that the words before `at` make, and how many of them do. */
static pp_i_bound bound_before(const pp_text *words, size_t at, size_t *word_count)
{
    pp_text one = word_before(words, at, 1), two = word_before(words, at, 2);
    bool denied = pp_i_word_in(word_before(words, at, 3), "no not");
    *word_count = 2 + denied;
    if (pp_i_text_is(one, "than") && pp_i_word_in(two, "less fewer lower smaller shorter"))
        return denied ? PP_BOUND_AT_LEAST : PP_BOUND_BELOW;
    if (pp_i_text_is(one, "than") &&
        pp_i_word_in(two, "more higher greater larger longer bigger further"))
        return denied ? PP_BOUND_AT_MOST : PP_BOUND_ABOVE;
    *word_count = 2;
    if (pp_i_text_is(two, "at") && pp_i_word_in(one, "least most"))
        return pp_i_text_is(one, "least") ? PP_BOUND_AT_LEAST : PP_BOUND_AT_MOST;
    if (pp_i_text_is(two, "up") && pp_i_text_is(one, "to"))
        return PP_BOUND_AT_MOST;
    if (pp_i_text_is(one, "of") && pp_i_word_in(two, "minimum maximum"))
        return pp_i_text_is(two, "minimum") ? PP_BOUND_AT_LEAST : PP_BOUND_AT_MOST;
    *word_count = 1;
    if (pp_i_word_in(one, "over above beyond exceeding"))
        return PP_BOUND_ABOVE;
    if (pp_i_word_in(one, "under below"))
        return PP_BOUND_BELOW;
    *word_count = 0;
    return PP_BOUND_EXACT;
}

/* "or more" behind the amount. */
static pp_i_bound bound_behind(const pp_text *words, size_t count, size_t behind)
{
    for (size_t i = behind; i < behind + UNIT_WORD_COUNT_MAX; i++)
        if (pp_i_text_is(word_of(words, count, i), "or")) {
            pp_text next = word_of(words, count, i + 1);
            return pp_i_word_in(next, "more higher above")        ? PP_BOUND_AT_LEAST
                   : pp_i_word_in(next, "less fewer lower below") ? PP_BOUND_AT_MOST
                                                                  : PP_BOUND_EXACT;
        }
    return PP_BOUND_EXACT;
}

/* Where the words that make the bound end: before "$" and "some". */
static size_t bound_end(const pp_text *words, size_t at)
{
    while (at > 0 && pp_i_word_in(words[at - 1], CURRENCY_SIGNS " " APPROXIMATE))
        at--;
    return at;
}

bool pp_i_amount_at(const pp_text *words, size_t count, size_t at, pp_i_amount *amount)
{
    pp_text word = words[at];
    bool digits = word.length > 0 && pp_i_is_digit(word.data[0]);
    double value = digits ? digits_value(word) : spelled_value(word), scale;
    size_t behind = at + 1, word_count;
    if (!digits && value == 0)
        return false;
    while ((scale = scale_of(word_of(words, count, behind))) > 1) {
        value *= scale;
        behind++;
    }
    if (!digits && pp_i_text_is(word_of(words, count, behind), "and"))
        return false; /* "two and a half" */
    *amount = (pp_i_amount){.number = word, .value = value};
    amount->unit = unit_of(words, count, at, behind);
    amount->bound = bound_before(words, bound_end(words, at), &word_count);
    amount->denied = word_count == 3;
    bool spread = amount->unit == PP_UNIT_TIME && word_count == 1; /* "over ten years" */
    if (amount->unit == PP_UNIT_DATE || spread)
        amount->bound = PP_BOUND_EXACT;
    else if (amount->bound == PP_BOUND_EXACT)
        amount->bound = bound_behind(words, count, behind);
    return true;
}

/* --- Texts ----------------------------------------------------------------------------------- */

pp_i_amount pp_i_amount_of_words(const pp_text *words, size_t count)
{
    pp_i_amount first = {0}, one;
    for (size_t i = 0; i < count; i++) {
        if (!pp_i_amount_at(words, count, i, &one))
            continue;
        if (one.unit != PP_UNIT_DATE)
            return one;
        first = first.number.length == 0 ? one : first;
    }
    return first;
}

/* The words of a text, signs of currency and "%" apart; how many. */
static size_t words_of_text(pp_text text, pp_text words[TEXT_WORD_COUNT_MAX])
{
    size_t count = 0;
    for (size_t at = 0; at < text.length && count < TEXT_WORD_COUNT_MAX;) {
        size_t start = at, sign = 0;
        if (strchr(" \t\n\"()", text.data[at]) != NULL && text.data[at] != '\0') {
            at++;
            continue;
        }
        bool wide = at + 3 <= text.length && memcmp(text.data + at, "\xE2\x82\xAC", 3) == 0;
        bool latin = at + 2 <= text.length && (memcmp(text.data + at, "\xC2\xA3", 2) == 0 ||
                                               memcmp(text.data + at, "\xC2\xA5", 2) == 0);
        sign = wide ? 3 : latin ? 2 : text.data[at] == '$' || text.data[at] == '%';
        if (sign > 0) {
            words[count++] = (pp_text){text.data + at, sign};
            at += sign;
            continue;
        }
        while (at < text.length && strchr(" \t\n\"()%", text.data[at]) == NULL)
            at++;
        size_t end = at;
        while (end > start && strchr(",.;:!?", text.data[end - 1]) != NULL)
            end--;
        at += at == start; /* a zero byte */
        if (end > start)
            words[count++] = (pp_text){text.data + start, end - start};
    }
    return count;
}

pp_i_amount pp_i_amount_of_text(pp_text text)
{
    pp_text words[TEXT_WORD_COUNT_MAX];
    return pp_i_amount_of_words(words, words_of_text(text, words));
}

pp_i_amount pp_i_amount_of_tokens(const pp_i_sentence *sentence, uint32_t start, uint32_t end,
                                  const pp_i_passage *but)
{
    pp_text words[TEXT_WORD_COUNT_MAX];
    size_t count = 0;
    for (uint32_t i = start; i < end && i < sentence->token_count && count < TEXT_WORD_COUNT_MAX;
         i++)
        if (but == NULL || i < but->token_start || i >= but->token_end)
            words[count++] = sentence->tokens[i].form;
    return pp_i_amount_of_words(words, count);
}

bool pp_i_units_meet(pp_i_unit a, pp_i_unit b)
{
    return a == b || (a == PP_UNIT_BARE && b != PP_UNIT_DATE) ||
           (b == PP_UNIT_BARE && a != PP_UNIT_DATE);
}

bool pp_i_amounts_differ(const pp_i_amount *a, const pp_i_amount *b)
{
    return a->number.length > 0 && b->number.length > 0 &&
           (a->value != b->value || !pp_i_units_meet(a->unit, b->unit));
}

void pp_i_amount_affirm(pp_i_amount *amount)
{
    if (amount->denied)
        amount->bound = amount->bound == PP_BOUND_AT_MOST ? PP_BOUND_ABOVE : PP_BOUND_BELOW;
    amount->denied = false;
}

bool pp_i_amount_holds(const pp_i_amount *amount, double value)
{
    switch (amount->bound) {
    case PP_BOUND_AT_LEAST:
        return value >= amount->value;
    case PP_BOUND_AT_MOST:
        return value <= amount->value;
    case PP_BOUND_ABOVE:
        return value > amount->value;
    case PP_BOUND_BELOW:
        return value < amount->value;
    case PP_BOUND_EXACT:
        break;
    }
    return value == amount->value;
}

/* "A rise above 5" is a rise of 5; who would go above 5 would go to 5. */
static const char *joint_of(pp_text before)
{
    return pp_i_word_in(before, "go move stay climb") ? "to " : "of ";
}

pp_text pp_i_amount_plain(pp_i_arena *arena, pp_text text)
{
    pp_text words[TEXT_WORD_COUNT_MAX];
    size_t count = words_of_text(text, words), word_count = 0;
    pp_i_amount amount = pp_i_amount_of_words(words, count);
    for (size_t i = 0; i < count && amount.number.length > 0; i++) {
        size_t end = bound_end(words, i);
        if (words[i].data != amount.number.data || amount.bound == PP_BOUND_EXACT ||
            bound_before(words, end, &word_count) == PP_BOUND_EXACT)
            continue;
        size_t from = (size_t)(words[end - word_count].data - text.data);
        size_t to = (size_t)(words[end].data - text.data);
        bool anything =
            end > word_count && pp_i_word_in(words[end - word_count - 1], "anything something any");
        if (anything)
            from = (size_t)(words[end - word_count - 1].data - text.data);
        bool bare = word_count == 1 && !anything && end > word_count; /* "a rise above 5" */
        const char *plain = pp_i_arena_print(arena, "%.*s%s%.*s", (int)from, text.data,
                                             bare ? joint_of(words[end - word_count - 1]) : "",
                                             (int)(text.length - to), text.data + to);
        return plain == NULL ? text : pp_i_text_of(plain);
    }
    return text;
}
