/*
 * names_scan.c: what one sentence names, by the form of its words: see names.h.
 *
 * Capitalised words that stand together are a span. What the gazetteer knows is taken off it from
 * the left ("US"), then titles ("Defense Secretary"); its last word tells what the rest is (a
 * ministry, a sea, a treaty), and where it tells nothing several words are a person. Lower-case
 * titles, bodies and groups of people are descriptions. Who stands in front of a title, owns it, or
 * follows it behind "of" or "for" is the one for whom its bearer speaks.
 */
#include "reading/names_parts.h"

#include <string.h>

enum {
    ROLE_TOKEN_COUNT_MAX = 6,   /* of a title in small letters before a name */
    PHRASE_TOKEN_COUNT_MAX = 6, /* of a description before its noun */
    SPAN_TOKEN_COUNT_MAX = 16,
    TITLE_CASE_WORD_COUNT_MIN = 4,
    TITLE_CASE_PERCENT_MIN = 70,
    KNOWN_BYTE_COUNT_MAX = 96,
    NAMED_BEFORE_COUNT_MAX = 200, /* things found before, among which a name is looked for */
    CAPITAL_BYTE_COUNT_MIN = 4
};

/* The sentence under way. */
typedef struct name_scanner {
    pp_i_finder *finder;
    const pp_i_sentence *sentence;
    size_t index;
    size_t found_first; /* what this sentence has added starts here */
    bool is_title_case; /* a heading in capitals: capitals tell nothing */
    uint32_t done;      /* tokens before it belong to something */
} name_scanner;

static pp_text form(const name_scanner *scanner, uint32_t token)
{
    return scanner->sentence->tokens[token].form;
}

static bool is_capital(pp_text word)
{
    if (word.length == 0)
        return false;
    unsigned char c = (unsigned char)word.data[0];
    /* Latin capitals beyond ASCII: those that names begin with lie in U+00C0 to U+00DE, and the
     * even ones of U+0100 to U+017F. */
    if (c == 0xC3 && word.length > 1)
        return (unsigned char)word.data[1] <= 0x9E;
    if ((c == 0xC4 || c == 0xC5) && word.length > 1)
        return ((unsigned char)word.data[1] & 1) == 0 || c == 0xC5;
    return c >= 'A' && c <= 'Z';
}

static bool touches(const name_scanner *scanner,
                    uint32_t token) /* the one before, without a blank */
{
    return token > 0 && scanner->sentence->tokens[token - 1].byte_end ==
                            scanner->sentence->tokens[token].byte_start;
}

static bool is_form(const name_scanner *scanner, uint32_t token, const char *text)
{
    return token < scanner->sentence->token_count && pp_i_text_is(form(scanner, token), text);
}

static bool is_possessive(const name_scanner *scanner, uint32_t token)
{
    return is_form(scanner, token, "'s") || is_form(scanner, token, "\xE2\x80\x99s") ||
           is_form(scanner, token, "'") || is_form(scanner, token, "\xE2\x80\x99");
}

/* The longest known name that starts at `token`: how many tokens, 0 where none. */
static uint32_t match_known(const name_scanner *scanner, uint32_t token, const pp_i_known **known,
                            pp_i_known_kind *kind)
{
    char name[KNOWN_BYTE_COUNT_MAX];
    size_t length = 0;
    uint32_t best = 0;
    size_t count = scanner->sentence->token_count;
    if (!is_capital(form(scanner, token)))
        return 0;
    for (uint32_t i = 0; i < PP_GAZETTEER_WORD_COUNT_MAX && token + i < count; i++) {
        pp_text word = form(scanner, token + i);
        size_t blank = i > 0 && !touches(scanner, token + i);
        if (length + blank + word.length > sizeof name)
            break;
        if (blank > 0)
            name[length++] = ' ';
        memcpy(name + length, word.data, word.length);
        if (word.length >= 3 && memcmp(word.data, "\xE2\x80\x99", 3) == 0) { /* "d’Ivoire" */
            name[length] = '\'';
            memmove(name + length + 1, name + length + 3, word.length - 3);
            length -= 2;
        }
        length += word.length;
        pp_i_known_kind found_kind;
        const pp_i_known *found = pp_i_gazetteer_find((pp_text){name, length}, &found_kind);
        if (found != NULL) {
            *known = found;
            *kind = found_kind;
            best = i + 1;
        }
    }
    return best;
}

/* "Jordan" in "Michael Jordan" and "Jordan Peterson": the parse hangs the names together. */
static bool is_part_of_person(const name_scanner *scanner, uint32_t token, uint32_t end)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    if (tokens[token].relation == PP_REL_FLAT && token > 0 && tokens[token].head == token - 1 &&
        tokens[token - 1].tag == PP_TAG_PROPN &&
        (pp_i_name_word(tokens[token - 1].form, NULL) & (PP_WORD_TITLE | PP_WORD_ROLE)) == 0) {
        const pp_i_known *known;
        pp_i_known_kind kind;
        return match_known(scanner, token - 1, &known, &kind) == 0;
    }
    return end < scanner->sentence->token_count && tokens[end].relation == PP_REL_FLAT &&
           tokens[end].head == token && is_capital(tokens[end].form) &&
           pp_i_name_word(tokens[end].form, NULL) == 0;
}

static bool is_proper(const pp_i_token *token)
{
    return token->tag == PP_TAG_PROPN && is_capital(token->form);
}

/* "General Motors said": the first word goes with a body's name behind it. */
static bool begins_body(const name_scanner *scanner)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    return scanner->sentence->token_count > 2 && is_capital(tokens[1].form) &&
           (tokens[1].tag == PP_TAG_PROPN || tokens[1].tag == PP_TAG_NOUN) &&
           (tokens[0].tag == PP_TAG_ADJ || tokens[0].tag == PP_TAG_NOUN) &&
           (pp_i_name_word(tokens[1].form, NULL) & PP_WORD_BODY) != 0;
}

/* Is it the last word of somebody's name in one of the sentences before? "Toll refused", where
 * Maria Toll was named. */
static bool was_named(const name_scanner *scanner, pp_text word)
{
    size_t first = scanner->found_first > NAMED_BEFORE_COUNT_MAX
                       ? scanner->found_first - NAMED_BEFORE_COUNT_MAX
                       : 0;
    for (size_t i = scanner->found_first; i > first; i--) {
        const pp_i_found *found = &scanner->finder->found.items[i - 1];
        if (found->kind == PP_FOUND_PERSON && found->name_end - found->name_start > 1 &&
            pp_i_text_equal(word,
                            pp_i_names_form(scanner->finder, found->sentence, found->name_end - 1)))
            return true;
    }
    return false;
}

/* Whether the token can be part of a name by its capital. */
static bool is_name_token(const name_scanner *scanner, uint32_t token)
{
    const pp_i_token *at = &scanner->sentence->tokens[token];
    if (!is_capital(at->form) || (pp_i_name_word(at->form, NULL) & PP_WORD_TIME) != 0)
        return false;
    bool plural;
    unsigned what = pp_i_name_word(at->form, &plural);
    bool is_alone = token + 1 >= scanner->sentence->token_count ||
                    !is_capital(scanner->sentence->tokens[token + 1].form);
    if (token == 0 && plural && is_alone && (what & (PP_WORD_PEOPLE | PP_WORD_TITLE)) != 0)
        return false; /* "Delegates agreed" */
    if (at->tag == PP_TAG_PROPN)
        return true;
    const pp_i_known *known;
    pp_i_known_kind kind;
    if (match_known(scanner, token, &known, &kind) > 0)
        return true;
    if (token == 0)
        return begins_body(scanner) || was_named(scanner, at->form);
    const pp_i_token *before = &scanner->sentence->tokens[token - 1];
    if (at->tag == PP_TAG_ADJ || at->tag == PP_TAG_NOUN || at->tag == PP_TAG_X)
        return before->tag != PP_TAG_PUNCT || pp_i_text_is(before->form, ",");
    bool is_closed = at->tag == PP_TAG_PUNCT || at->tag == PP_TAG_DET || at->tag == PP_TAG_ADP ||
                     at->form.length < CAPITAL_BYTE_COUNT_MIN;
    if (is_closed) /* what is left is a name that was taken for something else beside a name */
        return false;
    return is_proper(before) || (token + 1 < scanner->sentence->token_count &&
                                 is_proper(&scanner->sentence->tokens[token + 1]));
}

/* What a secretary is of, in a title: "Secretary of State". */
static bool is_state_or_so(const name_scanner *scanner, uint32_t token)
{
    return is_form(scanner, token, "State") || is_form(scanner, token, "Defense") ||
           is_form(scanner, token, "Defence") || is_form(scanner, token, "War") ||
           is_form(scanner, token, "Energy") || is_form(scanner, token, "Labor");
}

/* "Glass Workers' Union": the mark after a plural, and an organisation behind it. */
static bool is_owned_body(const name_scanner *scanner, uint32_t start, uint32_t mark)
{
    bool plural;
    if (mark <= start || mark + 1 >= scanner->sentence->token_count ||
        (!is_form(scanner, mark, "'") && !is_form(scanner, mark, "\xE2\x80\x99")))
        return false;
    return (pp_i_name_word(form(scanner, mark + 1), &plural) & PP_WORD_BODY) != 0 &&
           is_capital(form(scanner, mark + 1));
}

/* "van" in "Jan van Dijk", "al" in "Muqtada al-Sadr". */
static bool is_particle_before_name(const name_scanner *scanner, uint32_t token)
{
    uint32_t next = token + (is_form(scanner, token + 1, "-") ? 2 : 1);
    return next < scanner->sentence->token_count && !is_capital(form(scanner, token)) &&
           (pp_i_name_word(form(scanner, token), NULL) & PP_WORD_PARTICLE) != 0 &&
           is_name_token(scanner, next);
}

/* Where the span of names that starts at `token` ends; connectors inside it. */
static uint32_t span_end(const name_scanner *scanner, uint32_t token)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    uint32_t count = (uint32_t)scanner->sentence->token_count, end = token + 1;
    while (end < count && end - token < SPAN_TOKEN_COUNT_MAX) {
        if (is_name_token(scanner, end)) {
            end++;
            continue;
        }
        unsigned last = pp_i_name_word(tokens[end - 1].form, NULL);
        bool of = is_form(scanner, end, "of") || is_form(scanner, end, "for");
        uint32_t next = end + 1 + (is_form(scanner, end + 1, "the") ? 1 : 0);
        bool more = next < count && is_name_token(scanner, next);
        bool can_go_on = (last & (PP_WORD_BODY | PP_WORD_PLACE | PP_WORD_OTHER)) != 0 ||
                         (is_form(scanner, end - 1, "Secretary") && is_state_or_so(scanner, next));
        if (of && more && can_go_on)
            end = next + 1;
        else if (is_owned_body(scanner, token, end))
            end += 2;
        else if (is_particle_before_name(scanner, end))
            end += is_form(scanner, end + 1, "-") ? 3 : 2;
        else if (is_form(scanner, end, "-") && touches(scanner, end) && end + 1 < count &&
                 touches(scanner, end + 1) && is_capital(tokens[end + 1].form) &&
                 tokens[end + 1].tag == PP_TAG_PROPN)
            end += 2;
        else
            break;
    }
    return end < count ? end : count;
}

/* The token of [start, end) on which the rest hangs: whose own head is outside; the name's own. */
static uint32_t head_of(const name_scanner *scanner, uint32_t start, uint32_t end,
                        uint32_t name_start, uint32_t name_end)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    uint32_t first = PP_NO_HEAD;
    for (int in_name = 1; in_name >= 0; in_name--)
        for (uint32_t i = in_name ? name_start : start; i < (in_name ? name_end : end); i++) {
            bool outside =
                tokens[i].head == PP_NO_HEAD || tokens[i].head < start || tokens[i].head >= end;
            if (outside && tokens[i].tag != PP_TAG_PUNCT && first == PP_NO_HEAD)
                first = i;
        }
    return first != PP_NO_HEAD ? first : name_end > name_start ? name_end - 1 : end - 1;
}

static pp_i_found *add(name_scanner *scanner, pp_i_found found)
{
    found.sentence = scanner->index;
    found.same = found.antecedent = found.entity = PP_NONE;
    found.certainty = 100;
    found.head = head_of(scanner, found.start, found.end, found.name_start, found.name_end);
    if (!PP_LIST_ADD(scanner->finder->arena, &scanner->finder->found, found)) {
        scanner->finder->no_memory = true;
        return NULL;
    }
    return &scanner->finder->found.items[scanner->finder->found.count - 1];
}

static size_t newest(const name_scanner *scanner)
{
    return scanner->finder->found.count - 1;
}

/* "its", "his", "her", "their". */
static bool is_owning(const name_scanner *scanner, const pp_i_found *found)
{
    static const char *const owning[] = {"its", "Its", "his",   "His",
                                         "her", "Her", "their", "Their"};
    for (size_t i = 0; i < sizeof owning / sizeof *owning; i++)
        if (is_form(scanner, found->start, owning[i]))
            return true;
    return false;
}

/* What this sentence has found that ends at `end`: an owner before "'s" or before a title. */
static size_t found_ending(const name_scanner *scanner, uint32_t end)
{
    for (size_t i = scanner->finder->found.count; i > scanner->found_first; i--) {
        const pp_i_found *found = &scanner->finder->found.items[i - 1];
        if (found->end == end && (found->kind != PP_FOUND_PRONOUN || is_owning(scanner, found)))
            return i - 1;
    }
    return PP_NONE;
}

/* A title in small letters that ends at `end`: where it starts, `end` where there is none. */
static uint32_t role_before(const name_scanner *scanner, uint32_t end)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    if (end == scanner->done || end == 0)
        return end;
    bool plural;
    unsigned what = pp_i_name_word(tokens[end - 1].form, &plural);
    bool is_title = (what & (PP_WORD_TITLE | PP_WORD_HONORIFIC)) != 0 && !plural;
    if (!is_title || is_capital(tokens[end - 1].form) || tokens[end - 1].tag == PP_TAG_VERB)
        return end;
    uint32_t start = end - 1;
    while (start > scanner->done && end - start < ROLE_TOKEN_COUNT_MAX) {
        const pp_i_token *before = &tokens[start - 1];
        bool joins = before->tag == PP_TAG_NOUN || before->tag == PP_TAG_ADJ ||
                     before->tag == PP_TAG_PROPN || is_form(scanner, start - 1, "-");
        if (!joins)
            break;
        start--;
    }
    return start;
}

static pp_i_gender gender_of(const name_scanner *scanner, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        unsigned what = pp_i_name_word(form(scanner, i), NULL);
        if ((what & PP_WORD_HE) != 0)
            return PP_GENDER_HE;
        if ((what & PP_WORD_SHE) != 0)
            return PP_GENDER_SHE;
    }
    return PP_GENDER_OPEN;
}

/* The one that owns what starts at `start`: "X's", "the X" right before, or the newest modifier. */
static size_t owner_before(const name_scanner *scanner, uint32_t start)
{
    if (start > 1 && is_possessive(scanner, start - 1))
        return found_ending(scanner, start - 1);
    return start > 0 ? found_ending(scanner, start) : PP_NONE;
}

static pp_i_found_kind kind_of_name(const name_scanner *scanner, uint32_t start, uint32_t end,
                                    bool has_title)
{
    uint32_t last = end - 1;
    unsigned first_what = pp_i_name_word(form(scanner, start), NULL);
    for (uint32_t i = start; i < end; i++)
        if (is_form(scanner, i, "of") || is_form(scanner, i, "for")) {
            last = i > start ? i - 1 : i;
            break;
        }
    unsigned what = pp_i_name_word(form(scanner, last), NULL);
    if (has_title)
        return PP_FOUND_PERSON;
    unsigned body = what & (PP_WORD_BODY | PP_WORD_BODY_STRONG);
    if (body != 0 && (end - start > 1 || body == (PP_WORD_BODY | PP_WORD_BODY_STRONG)))
        return PP_FOUND_BODY;
    if ((what & PP_WORD_PLACE) != 0 || ((first_what & PP_WORD_PLACE) != 0 && end - start > 1))
        return PP_FOUND_PLACE; /* "Black Sea", "Port Amery" */
    if ((what & PP_WORD_OTHER) != 0)
        return PP_FOUND_OTHER;
    if ((first_what & PP_WORD_BODY_STRONG) != 0 && end - start > 1)
        return PP_FOUND_BODY;
    if (end - start == 1 ||
        (end - start == 3 && touches(scanner, start + 1) && touches(scanner, start + 2)))
        return PP_FOUND_UNSURE;
    for (uint32_t i = start; i < end; i++) { /* "Reuters News Agency Staff": common nouns */
        const pp_i_token *token = &scanner->sentence->tokens[i];
        if (token->tag == PP_TAG_NOUN || token->tag == PP_TAG_ADJ)
            return PP_FOUND_OTHER;
    }
    return PP_FOUND_PERSON;
}

/* Adds what the gazetteer knows, with the article before it. */
static void add_known(name_scanner *scanner, uint32_t start, uint32_t end, const pp_i_known *known,
                      pp_i_known_kind kind)
{
    pp_text last = form(scanner, end - 1);
    bool plural = kind == PP_KNOWN_DEMONYM && last.data[last.length - 1] == 's';
    bool article = start > scanner->done && is_form(scanner, start - 1, "the");
    article = article || (start > scanner->done && is_form(scanner, start - 1, "The"));
    add(scanner, (pp_i_found){.start = start - (article && kind != PP_KNOWN_DEMONYM ? 1 : 0),
                              .end = end,
                              .name_start = start,
                              .name_end = end,
                              .kind = PP_FOUND_KNOWN,
                              .known = known,
                              .known_kind = kind,
                              .owner = PP_NONE,
                              .is_plural = plural,
                              .is_definite = true});
}

/* One stretch of a span: a title in front, a name, or one alone. */
static void add_name(name_scanner *scanner, uint32_t start, uint32_t role_end, uint32_t end,
                     size_t modifier)
{
    uint32_t whole = start, role_start = start;
    size_t owner = modifier;
    if (role_end == start) {
        role_start = role_before(scanner, start);
        whole = role_start;
    }
    if (owner == PP_NONE)
        owner = owner_before(scanner, role_start);
    if (owner != PP_NONE && scanner->finder->found.items[owner].end == whole)
        whole = scanner->finder->found.items[owner].start;
    bool has_title = role_start < role_end || role_start < start;
    uint32_t name_start = role_end > start ? role_end : start;
    if (name_start == end) { /* a title alone */
        bool article = whole > scanner->done && is_form(scanner, whole - 1, "the");
        add(scanner, (pp_i_found){.start = whole - (article ? 1 : 0),
                                  .end = end,
                                  .name_start = end - 1,
                                  .name_end = end,
                                  .role_start = start,
                                  .role_end = end,
                                  .kind = PP_FOUND_ROLE,
                                  .owner = owner,
                                  .is_definite = true});
        return;
    }
    pp_i_found_kind kind = kind_of_name(scanner, name_start, end, has_title);
    if (kind != PP_FOUND_PERSON && kind != PP_FOUND_BODY && modifier == PP_NONE)
        owner = PP_NONE;
    uint32_t title_end = has_title ? name_start : role_start;
    if (kind == PP_FOUND_BODY && modifier != PP_NONE)
        name_start = scanner->finder->found.items[modifier].name_start;
    bool article = kind != PP_FOUND_PERSON && whole > scanner->done &&
                   (is_form(scanner, whole - 1, "the") || is_form(scanner, whole - 1, "The"));
    add(scanner, (pp_i_found){.start = whole - (article ? 1 : 0),
                              .end = end,
                              .name_start = name_start,
                              .name_end = end,
                              .role_start = role_start,
                              .role_end = title_end,
                              .kind = kind,
                              .owner = owner,
                              .gender = gender_of(scanner, role_start, title_end),
                              .is_voice = kind == PP_FOUND_BODY && modifier != PP_NONE &&
                                          (pp_i_name_word(form(scanner, end - 1), NULL) &
                                           PP_WORD_VOICE) != 0,
                              .is_definite = true});
}

/* A title behind the field for which it stands: "Fisheries Minister". */
static bool heads_portfolio(const name_scanner *scanner, uint32_t token)
{
    return is_form(scanner, token, "Minister") || is_form(scanner, token, "Secretary") ||
           is_form(scanner, token, "Commissioner");
}

/* How many tokens of a title stand at `at`: "Defense Secretary", "Prime Minister", "Mr". */
static uint32_t title_length(const name_scanner *scanner, uint32_t at, uint32_t end)
{
    uint32_t titles = at;
    if (is_form(scanner, at, "General") && at + 2 == end &&
        (pp_i_name_word(form(scanner, at + 1), NULL) & PP_WORD_BODY) != 0)
        return 0; /* "General Motors" is no officer */
    for (uint32_t i = at; i < end; i++) {
        unsigned what = pp_i_name_word(form(scanner, i), NULL);
        if (i == at && what == 0 && i + 2 < end && heads_portfolio(scanner, i + 1))
            continue; /* "Fisheries Minister" */
        if ((what & (PP_WORD_TITLE | PP_WORD_HONORIFIC)) != 0)
            titles = i + 1;
        else if (i > at && titles > at &&
                 (is_form(scanner, i, "of") ||
                  (is_state_or_so(scanner, i) && is_form(scanner, i - 1, "of"))))
            titles = is_form(scanner, i, "of") ? titles : i + 1;
        else if ((what & PP_WORD_ROLE) == 0 && !is_form(scanner, i, "-") &&
                 !((what & PP_WORD_BODY) != 0 && i + 1 < end))
            break;
    }
    return titles - at;
}

/* Cuts a span into what is known, titles and names; returns where it ends ("Bosnia and" goes on).
 */
static uint32_t add_span(name_scanner *scanner, uint32_t start, uint32_t end)
{
    size_t modifier = PP_NONE;
    uint32_t at = start;
    while (at < end) {
        const pp_i_known *known = NULL;
        pp_i_known_kind kind = PP_KNOWN_NAME;
        uint32_t length = match_known(scanner, at, &known, &kind);
        if (length > 0 && at + length <= end + PP_GAZETTEER_WORD_COUNT_MAX &&
            !is_part_of_person(scanner, at, at + length)) {
            add_known(scanner, at, at + length, known, kind);
            if (scanner->finder->no_memory)
                return end;
            modifier = newest(scanner);
            at += length;
            if (at < end && is_form(scanner, at, "-")) { /* "Russia-Ukraine" */
                modifier = PP_NONE;
                at++;
            }
            continue;
        }
        if (scanner->is_title_case || is_form(scanner, at, "-")) {
            at++;
            continue;
        }
        uint32_t titles = title_length(scanner, at, end);
        uint32_t stop = end; /* a known name ends a person: "Trump Ukraine" in a headline */
        add_name(scanner, at, at + titles, stop, modifier);
        at = stop;
    }
    return at;
}

/* Whether the noun is the title or the modifier of what follows, and no description of its own. */
static bool belongs_to_next(const name_scanner *scanner, uint32_t token)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    uint32_t next = token + 1;
    if (next >= scanner->sentence->token_count)
        return false;
    if (tokens[next].tag == PP_TAG_PROPN && is_name_token(scanner, next) &&
        (tokens[token].head == next || tokens[next].head == token ||
         tokens[token].relation == PP_REL_COMPOUND))
        return true;
    return tokens[token].relation == PP_REL_COMPOUND && tokens[token].head != PP_NO_HEAD &&
           tokens[token].head > token && tokens[next].tag == PP_TAG_NOUN;
}

/* Where the noun phrase of a description starts: articles, adjectives and nouns before the noun. */
static uint32_t phrase_start(const name_scanner *scanner, uint32_t noun)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    uint32_t start = noun;
    while (start > 0 && noun - start < PHRASE_TOKEN_COUNT_MAX) {
        const pp_i_token *before = &tokens[start - 1];
        bool joins = before->tag == PP_TAG_DET || before->tag == PP_TAG_ADJ ||
                     before->tag == PP_TAG_NOUN || before->tag == PP_TAG_NUM ||
                     before->tag == PP_TAG_PROPN || is_form(scanner, start - 1, "-");
        if (!joins || (before->tag == PP_TAG_NOUN && before->head != PP_NO_HEAD &&
                       before->head < start - 1 && before->relation != PP_REL_COMPOUND))
            break;
        start--;
        if (before->tag == PP_TAG_DET)
            break;
    }
    return start;
}

/* What this sentence found inside [start, end), the last of it. */
static size_t found_inside(const name_scanner *scanner, uint32_t start, uint32_t end)
{
    for (size_t i = scanner->finder->found.count; i > scanner->found_first; i--) {
        const pp_i_found *found = &scanner->finder->found.items[i - 1];
        if (found->start >= start && found->end <= end && found->kind != PP_FOUND_PRONOUN)
            return i - 1;
    }
    return PP_NONE;
}

static bool is_definite(const name_scanner *scanner, uint32_t start)
{
    const pp_i_token *first = &scanner->sentence->tokens[start];
    return first->tag == PP_TAG_DET &&
           (pp_i_text_is(first->lemma, "the") || pp_i_text_is(first->lemma, "this") ||
            pp_i_text_is(first->lemma, "that") || pp_i_text_is(first->lemma, "both") ||
            pp_i_text_is(first->form, "The") || pp_i_text_is(first->form, "the"));
}

/* A description that ends with the noun at `token`: "the union", "Russian officials". */
static void add_description(name_scanner *scanner, uint32_t token)
{
    const pp_i_token *at = &scanner->sentence->tokens[token];
    bool plural;
    unsigned what = pp_i_name_word(at->form, &plural);
    pp_i_found_kind kind;
    if ((what & PP_WORD_VOICE) != 0 && plural && (what & PP_WORD_BODY) == 0)
        kind = PP_FOUND_GROUP;
    else if ((what & PP_WORD_BODY) != 0 && !plural)
        kind = PP_FOUND_THE_BODY;
    else if ((what & PP_WORD_TITLE) != 0 && !plural)
        kind = PP_FOUND_ROLE;
    else if ((what & PP_WORD_PEOPLE) != 0 && (plural || pp_i_text_is(at->form, "fishermen")))
        kind = PP_FOUND_GROUP;
    else if ((what & PP_WORD_BODY) != 0 && plural && (what & PP_WORD_VOICE) != 0)
        kind = PP_FOUND_THE_BODY;
    else
        return;
    if (belongs_to_next(scanner, token))
        return;
    uint32_t start = phrase_start(scanner, token);
    if (kind == PP_FOUND_THE_BODY && at->relation != PP_REL_NSUBJ && at->relation != PP_REL_NMOD &&
        !is_definite(scanner, start) && (what & PP_WORD_VOICE) == 0 && start == token - (token > 0))
        return; /* "set a foundation": a thing */
    size_t owner = found_inside(scanner, start, token);
    if (owner == PP_NONE)
        owner = owner_before(scanner, start);
    uint32_t whole = start;
    if (owner != PP_NONE && scanner->finder->found.items[owner].start < whole)
        whole = scanner->finder->found.items[owner].start;
    uint32_t role = start;
    if (owner != PP_NONE && scanner->finder->found.items[owner].end > role)
        role = scanner->finder->found.items[owner].end;
    while (role < token &&
           (scanner->sentence->tokens[role].tag == PP_TAG_DET || is_possessive(scanner, role)))
        role++;
    add(scanner, (pp_i_found){.start = whole,
                              .end = token + 1,
                              .name_start = token,
                              .name_end = token + 1,
                              .role_start = role,
                              .role_end = token + 1,
                              .kind = kind,
                              .owner = owner,
                              .gender = gender_of(scanner, start, token + 1),
                              .is_voice = (what & PP_WORD_VOICE) != 0,
                              .is_plural = plural,
                              .is_definite = owner != PP_NONE || is_definite(scanner, start)});
}

static void add_pronoun(name_scanner *scanner, uint32_t token)
{
    static const struct {
        const char *form;
        uint8_t gender; /* 0 it, 1 he, 2 she, 3 they, 4 who and which */
    } pronouns[] = {{"he", 1},         {"him", 1},  {"his", 1},     {"himself", 1}, {"she", 2},
                    {"her", 2},        {"hers", 2}, {"herself", 2}, {"it", 0},      {"its", 0},
                    {"itself", 0},     {"they", 3}, {"them", 3},    {"their", 3},   {"theirs", 3},
                    {"themselves", 3}, {"who", 4},  {"which", 4},   {"whom", 4},    {"whose", 4},
                    {"that", 4}};
    const pp_i_token *at = &scanner->sentence->tokens[token];
    if (at->tag != PP_TAG_PRON || at->form.length > 10)
        return;
    char lower[10];
    for (size_t i = 0; i < at->form.length; i++)
        lower[i] = at->form.data[i] >= 'A' && at->form.data[i] <= 'Z'
                       ? (char)(at->form.data[i] | 0x20)
                       : at->form.data[i];
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (pp_i_text_is((pp_text){lower, at->form.length}, pronouns[i].form)) {
            pp_i_gender gender = pronouns[i].gender == 1   ? PP_GENDER_HE
                                 : pronouns[i].gender == 2 ? PP_GENDER_SHE
                                                           : PP_GENDER_OPEN;
            add(scanner, (pp_i_found){.start = token,
                                      .end = token + 1,
                                      .name_start = token,
                                      .name_end = token + 1,
                                      .kind = PP_FOUND_PRONOUN,
                                      .owner = PP_NONE,
                                      .gender = gender,
                                      .is_plural = pronouns[i].gender == 3,
                                      .is_voice = pronouns[i].gender == 4});
            return;
        }
}

/* Headings in capitals: most of the longer words have one. */
static bool is_title_case(const pp_i_sentence *sentence)
{
    size_t words = 0, capitals = 0;
    for (size_t i = 0; i < sentence->token_count; i++)
        if (sentence->tokens[i].tag == PP_TAG_VERB && sentence->tokens[i].form.length < 4 &&
            !is_capital(sentence->tokens[i].form))
            return false; /* "Reed met Prime Minister Ann Lund in Oslo" */
        else if (sentence->tokens[i].form.length > 3 && sentence->tokens[i].tag != PP_TAG_PUNCT) {
            words++;
            capitals += is_capital(sentence->tokens[i].form);
            if (sentence->tokens[i].tag == PP_TAG_VERB && !is_capital(sentence->tokens[i].form))
                return false;
        }
    return words >= TITLE_CASE_WORD_COUNT_MIN && capitals * 100 >= words * TITLE_CASE_PERCENT_MIN;
}

/* The one named behind "of", "for", "at" or "with" right behind a title: for whom it speaks. */
static void set_owner_behind(name_scanner *scanner, size_t index)
{
    pp_i_found *found = &scanner->finder->found.items[index];
    uint32_t after = found->end;
    bool titled = found->kind == PP_FOUND_PERSON && found->role_start < found->role_end &&
                  is_form(scanner, after, "of"); /* "President Torel of Belen" */
    if (found->owner != PP_NONE || (found->kind != PP_FOUND_ROLE && found->kind != PP_FOUND_GROUP &&
                                    found->kind != PP_FOUND_THE_BODY && !titled))
        return;
    if (!is_form(scanner, after, "of") && !is_form(scanner, after, "for") &&
        !is_form(scanner, after, "at") && !is_form(scanner, after, "from") &&
        !is_form(scanner, after, "with"))
        return;
    for (size_t i = index + 1; i < scanner->finder->found.count; i++) {
        const pp_i_found *other = &scanner->finder->found.items[i];
        if (other->kind == PP_FOUND_PRONOUN || other->kind == PP_FOUND_OTHER)
            continue;
        if (other->start <= after + 2)
            found->owner = i;
        if (other->start > after + 2)
            break;
    }
}

/* "X, the union's chief negotiator," and "The union's president, X,": one and the same. */
static void set_apposition(name_scanner *scanner, size_t index)
{
    pp_i_found *role = &scanner->finder->found.items[index];
    if (role->kind != PP_FOUND_ROLE && role->kind != PP_FOUND_THE_BODY)
        return;
    const pp_i_token *tokens = scanner->sentence->tokens;
    for (size_t i = scanner->found_first; i < scanner->finder->found.count; i++) {
        const pp_i_found *name = &scanner->finder->found.items[i];
        bool fits = role->kind == PP_FOUND_ROLE
                        ? name->kind == PP_FOUND_PERSON || name->kind == PP_FOUND_UNSURE
                        : name->kind == PP_FOUND_BODY || name->kind == PP_FOUND_UNSURE;
        if (!fits || i == index)
            continue;
        bool behind = name->end + 1 == role->start && is_form(scanner, name->end, ",");
        bool parsed = tokens[role->head].relation == PP_REL_APPOS &&
                      tokens[role->head].head >= name->start && tokens[role->head].head < name->end;
        bool before = role->end + 1 == name->start && is_form(scanner, role->end, ",") &&
                      (is_form(scanner, name->end, ",") || tokens[name->head].head == role->head);
        if (parsed || before ||
            (behind && tokens[role->head].relation != PP_REL_CONJ && role->head != name->head &&
             tokens[role->head].relation != PP_REL_NSUBJ)) {
            role->same = i;
            return;
        }
    }
}

void pp_i_names_scan(pp_i_finder *finder, size_t sentence)
{
    const pp_i_sentence *at = &finder->sentences[sentence];
    name_scanner scanner = {finder, at, sentence, finder->found.count, is_title_case(at), 0};
    for (uint32_t i = 0; i < at->token_count && !finder->no_memory;) {
        if (is_name_token(&scanner, i)) {
            i = add_span(&scanner, i, span_end(&scanner, i));
            scanner.done = i;
        } else {
            if (at->tokens[i].tag == PP_TAG_NOUN || at->tokens[i].tag == PP_TAG_PROPN)
                add_description(&scanner, i);
            else
                add_pronoun(&scanner, i);
            i++;
        }
    }
    for (size_t i = scanner.found_first; i < finder->found.count && !finder->no_memory; i++)
        set_owner_behind(&scanner, i);
    for (size_t i = scanner.found_first; i < finder->found.count && !finder->no_memory; i++)
        set_apposition(&scanner, i);
}
