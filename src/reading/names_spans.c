/* names_spans.c: which words of a sentence make up a name, and where it ends; see names_scan.h. */
#include "reading/names_scan.h"
#include "reading/names_steps.h"

#include <string.h>

enum {
    SPAN_TOKEN_COUNT_MAX = 16,
    KNOWN_BYTE_COUNT_MAX = 96,
    NAMED_BEFORE_COUNT_MAX = 200, /* things found before, among which a name is looked for */
    CAPITAL_BYTE_COUNT_MIN = 4,
    ACRONYM_BYTE_COUNT_MIN = 3,
    ACRONYM_BYTE_COUNT_MAX = 8,
};

pp_text pp_i_scan_form(const pp_i_scanner *scanner, uint32_t token)
{
    return scanner->sentence->tokens[token].form;
}

bool pp_i_scan_is_capital(pp_text word)
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

bool pp_i_scan_touches(const pp_i_scanner *scanner, uint32_t token)
{
    return token > 0 && scanner->sentence->tokens[token - 1].byte_end ==
                            scanner->sentence->tokens[token].byte_start;
}

bool pp_i_scan_is_form(const pp_i_scanner *scanner, uint32_t token, const char *text)
{
    return token < scanner->sentence->token_count &&
           pp_i_text_is(pp_i_scan_form(scanner, token), text);
}

bool pp_i_scan_is_possessive(const pp_i_scanner *scanner, uint32_t token)
{
    return pp_i_scan_is_form(scanner, token, "'s") ||
           pp_i_scan_is_form(scanner, token, "\xE2\x80\x99s") ||
           pp_i_scan_is_form(scanner, token, "'") ||
           pp_i_scan_is_form(scanner, token, "\xE2\x80\x99");
}

uint32_t pp_i_scan_match_known(const pp_i_scanner *scanner, uint32_t token,
                               const pp_i_known **known, pp_i_known_kind *kind)
{
    char name[KNOWN_BYTE_COUNT_MAX];
    size_t length = 0;
    uint32_t best = 0;
    size_t count = scanner->sentence->token_count;
    if (!pp_i_scan_is_capital(pp_i_scan_form(scanner, token)))
        return 0;
    for (uint32_t i = 0; i < PP_GAZETTEER_WORD_COUNT_MAX && token + i < count; i++) {
        pp_text word = pp_i_scan_form(scanner, token + i);
        size_t blank = i > 0 && !pp_i_scan_touches(scanner, token + i);
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

bool pp_i_scan_is_part_of_person(const pp_i_scanner *scanner, uint32_t token, uint32_t end)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    if (tokens[token].relation == PP_REL_FLAT && token > 0 && tokens[token].head == token - 1 &&
        tokens[token - 1].tag == PP_TAG_PROPN &&
        (pp_i_name_word(tokens[token - 1].form, NULL) & (PP_WORD_TITLE | PP_WORD_ROLE)) == 0) {
        const pp_i_known *known;
        pp_i_known_kind kind;
        return pp_i_scan_match_known(scanner, token - 1, &known, &kind) == 0;
    }
    return end < scanner->sentence->token_count && tokens[end].relation == PP_REL_FLAT &&
           tokens[end].head == token && pp_i_scan_is_capital(tokens[end].form) &&
           pp_i_name_word(tokens[end].form, NULL) == 0;
}

bool pp_i_scan_is_proper(const pp_i_token *token)
{
    return token->tag == PP_TAG_PROPN && pp_i_scan_is_capital(token->form);
}

/* "General Motors said": the first word goes with a body's name behind it. */
static bool begins_body(const pp_i_scanner *scanner)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    return scanner->sentence->token_count > 2 && pp_i_scan_is_capital(tokens[1].form) &&
           (tokens[1].tag == PP_TAG_PROPN || tokens[1].tag == PP_TAG_NOUN) &&
           (tokens[0].tag == PP_TAG_ADJ || tokens[0].tag == PP_TAG_NOUN) &&
           (pp_i_name_word(tokens[1].form, NULL) & PP_WORD_BODY) != 0;
}

/* Is it the last word of somebody's name in one of the sentences before? "Toll refused", where
 * Maria Toll was named. */
static bool was_named(const pp_i_scanner *scanner, pp_text word)
{
    size_t first = scanner->found_first > NAMED_BEFORE_COUNT_MAX
                       ? scanner->found_first - NAMED_BEFORE_COUNT_MAX
                       : 0;
    for (size_t i = scanner->found_first; i > first; i--) {
        const pp_i_found *found = &scanner->finder->found.items[i - 1];
        bool same = found->name_end - found->name_start == 1 && found->start > 0 &&
                    (found->kind == PP_FOUND_UNSURE || found->kind == PP_FOUND_OTHER) &&
                    pp_i_text_equal(
                        word, pp_i_names_form(scanner->finder, found->sentence, found->name_start));
        if (same) /* "Seaways wants", after "the ferry company Seaways" */
            return true;
        if (found->kind == PP_FOUND_PERSON && found->name_end - found->name_start > 1 &&
            pp_i_text_equal(word,
                            pp_i_names_form(scanner->finder, found->sentence, found->name_end - 1)))
            return true;
    }
    return false;
}

/* The hyphen in "Han Seung-woo": a given name goes on behind it in small letters. */
static bool is_given_name_hyphen(const pp_i_scanner *scanner, uint32_t token, uint32_t hyphen)
{
    enum { SYLLABLE_BYTE_COUNT_MAX = 5 };
    const pp_i_token *tokens = scanner->sentence->tokens;
    if (hyphen < token + 2 || hyphen + 2 >= scanner->sentence->token_count ||
        !pp_i_scan_is_form(scanner, hyphen, "-") || !pp_i_scan_touches(scanner, hyphen) ||
        !pp_i_scan_touches(scanner, hyphen + 1) || tokens[hyphen + 1].tag == PP_TAG_VERB)
        return false;
    pp_text syllable = tokens[hyphen + 1].form;
    uint8_t next = tokens[hyphen + 2].tag; /* "the New York-area firm" goes on with a noun */
    return syllable.length >= 2 && syllable.length <= SYLLABLE_BYTE_COUNT_MAX &&
           syllable.data[0] >= 'a' && syllable.data[0] <= 'z' &&
           tokens[hyphen - 1].form.length <= SYLLABLE_BYTE_COUNT_MAX + 1 && next != PP_TAG_NOUN &&
           next != PP_TAG_ADJ && next != PP_TAG_PROPN &&
           !pp_i_word_in(syllable, "based led wide era style type made run like bound born");
}

/* "Jan Novotny", "April Jones": a given name that a month has too. */
static bool is_given_name(const pp_i_scanner *scanner, uint32_t token)
{
    const pp_i_sentence *sentence = scanner->sentence;
    uint32_t next = token + 1;
    if (next >= sentence->token_count || !pp_i_scan_is_proper(&sentence->tokens[next]) ||
        (pp_i_name_word(sentence->tokens[next].form, NULL) & PP_WORD_TIME) != 0 ||
        !pp_i_word_in(sentence->tokens[token].form, "Jan April May June August"))
        return false;
    return sentence->tokens[next].relation == PP_REL_FLAT && sentence->tokens[next].head == token;
}

bool pp_i_scan_is_name_token(const pp_i_scanner *scanner, uint32_t token)
{
    const pp_i_token *at = &scanner->sentence->tokens[token];
    if (!pp_i_scan_is_capital(at->form) ||
        ((pp_i_name_word(at->form, NULL) & PP_WORD_TIME) != 0 && !is_given_name(scanner, token)))
        return false;
    if (pp_i_word_in(at->form, "Whoever Whatever Anyone Everyone Someone Nobody Everybody "
                               "What Why How Where Whether"))
        return false;
    bool plural;
    unsigned what = pp_i_name_word(at->form, &plural);
    bool is_alone = token + 1 >= scanner->sentence->token_count ||
                    !pp_i_scan_is_capital(scanner->sentence->tokens[token + 1].form);
    if (token == 0 && is_alone && pp_i_scan_begins_portfolio(scanner))
        return false;
    if (token == 0 && plural && is_alone && (what & (PP_WORD_PEOPLE | PP_WORD_TITLE)) != 0)
        return false; /* "Delegates agreed" */
    if (at->tag == PP_TAG_PROPN || pp_i_scan_begins_title(scanner, token) ||
        pp_i_scan_begins_people(scanner, token))
        return true;
    const pp_i_known *known;
    pp_i_known_kind kind;
    if (pp_i_scan_match_known(scanner, token, &known, &kind) > 0)
        return true;
    if (at->tag != PP_TAG_VERB && at->tag != PP_TAG_PUNCT &&
        at->form.length >= ACRONYM_BYTE_COUNT_MIN && at->form.length <= ACRONYM_BYTE_COUNT_MAX &&
        pp_i_names_is_acronym(at->form))
        return true; /* "ICES has recommended" */
    if (token == 0)
        return begins_body(scanner) || was_named(scanner, at->form);
    const pp_i_token *before = &scanner->sentence->tokens[token - 1];
    if (at->tag == PP_TAG_ADJ || at->tag == PP_TAG_NOUN || at->tag == PP_TAG_X)
        return before->tag != PP_TAG_PUNCT || pp_i_text_is(before->form, ",");
    bool is_closed = at->tag == PP_TAG_PUNCT || at->tag == PP_TAG_DET || at->tag == PP_TAG_ADP ||
                     at->form.length < CAPITAL_BYTE_COUNT_MIN;
    if (is_closed) /* what is left is a name that was taken for something else beside a name */
        return false;
    return pp_i_scan_is_proper(before) ||
           (token + 1 < scanner->sentence->token_count &&
            pp_i_scan_is_proper(&scanner->sentence->tokens[token + 1]));
}

bool pp_i_scan_is_state_or_so(const pp_i_scanner *scanner, uint32_t token)
{
    return pp_i_scan_is_form(scanner, token, "State") ||
           pp_i_scan_is_form(scanner, token, "Defense") ||
           pp_i_scan_is_form(scanner, token, "Defence") ||
           pp_i_scan_is_form(scanner, token, "War") ||
           pp_i_scan_is_form(scanner, token, "Energy") ||
           pp_i_scan_is_form(scanner, token, "Labor");
}

/* "Glass Workers' Union": the mark after a plural, and an organisation behind it. */
static bool is_owned_body(const pp_i_scanner *scanner, uint32_t start, uint32_t mark)
{
    bool plural;
    if (mark <= start || mark + 1 >= scanner->sentence->token_count)
        return false;
    bool people = pp_i_scan_is_possessive(scanner, mark) && /* "United People's Alliance" */
                  (pp_i_word_in(pp_i_scan_form(scanner, mark - 1), "People Men Children") ||
                   pp_i_token_ends(&scanner->sentence->tokens[mark - 1], "men"));
    if (!people && !pp_i_scan_is_form(scanner, mark, "'") &&
        !pp_i_scan_is_form(scanner, mark, "\xE2\x80\x99"))
        return false;
    return (pp_i_name_word(pp_i_scan_form(scanner, mark + 1), &plural) & PP_WORD_BODY) != 0 &&
           pp_i_scan_is_capital(pp_i_scan_form(scanner, mark + 1));
}

/* "van" in "Jan van Dijk", "al" in "Muqtada al-Sadr". */
static bool is_particle_before_name(const pp_i_scanner *scanner, uint32_t token)
{
    uint32_t next = token + (pp_i_scan_is_form(scanner, token + 1, "-") ? 2 : 1);
    bool two = next + 1 < scanner->sentence->token_count && /* "de la Calle" */
               !pp_i_scan_is_capital(pp_i_scan_form(scanner, next)) &&
               (pp_i_name_word(pp_i_scan_form(scanner, next), NULL) & PP_WORD_PARTICLE) != 0;
    next += two ? 1 : 0;
    return next < scanner->sentence->token_count &&
           !pp_i_scan_is_capital(pp_i_scan_form(scanner, token)) &&
           (pp_i_name_word(pp_i_scan_form(scanner, token), NULL) & PP_WORD_PARTICLE) != 0 &&
           pp_i_scan_is_name_token(scanner, next);
}

/* "the Competition and Markets Authority": two common words with capitals before what a body is. */
static bool is_paired_body(const pp_i_scanner *scanner, uint32_t start, uint32_t joint)
{
    uint32_t last = joint + 2;
    pp_i_known_kind kind;
    if (joint != start + 1 || start == 0 || last >= scanner->sentence->token_count ||
        !pp_i_scan_is_form(scanner, joint, "and") ||
        !pp_i_word_in(pp_i_scan_form(scanner, start - 1), "the The its 's \xE2\x80\x99s") ||
        !pp_i_scan_is_capital(pp_i_scan_form(scanner, joint + 1)) ||
        pp_i_gazetteer_find(pp_i_scan_form(scanner, start), &kind) != NULL)
        return false;
    return pp_i_word_in(pp_i_scan_form(scanner, last),
                        "Authority Agency Administration "
                        "Commission Committee Ministry Department "
                        "Office Inspectorate Regulator Board Council");
}

uint32_t pp_i_scan_span_end(const pp_i_scanner *scanner, uint32_t token)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    uint32_t count = (uint32_t)scanner->sentence->token_count, end = token + 1;
    while (end < count && end - token < SPAN_TOKEN_COUNT_MAX) {
        if (pp_i_scan_is_name_token(scanner, end)) {
            end++;
            continue;
        }
        unsigned last = pp_i_name_word(tokens[end - 1].form, NULL);
        bool of = pp_i_scan_is_form(scanner, end, "of") || pp_i_scan_is_form(scanner, end, "for");
        uint32_t next = end + 1 + (pp_i_scan_is_form(scanner, end + 1, "the") ? 1 : 0);
        bool more = next < count && pp_i_scan_is_name_token(scanner, next);
        bool can_go_on = (last & (PP_WORD_BODY | PP_WORD_PLACE | PP_WORD_OTHER)) != 0 ||
                         (pp_i_scan_is_form(scanner, end - 1, "Secretary") &&
                          pp_i_scan_is_state_or_so(scanner, next));
        if (of && more && can_go_on)
            end = next + 1;
        else if (pp_i_scan_is_form(scanner, end, "&") && end + 1 < count &&
                 pp_i_scan_is_name_token(scanner, end + 1))
            end += 2; /* "Ribble & Calder Buses" */
        else if (is_given_name_hyphen(scanner, token, end))
            end += 2;
        else if (is_paired_body(scanner, token, end))
            end += 3;
        else if (is_owned_body(scanner, token, end))
            end += 2;
        else if (is_particle_before_name(scanner, end))
            end += pp_i_scan_is_name_token(scanner, end + 1) ? 2 : 3;
        else if (pp_i_scan_is_form(scanner, end, "-") && pp_i_scan_touches(scanner, end) &&
                 end + 1 < count && pp_i_scan_touches(scanner, end + 1) &&
                 pp_i_scan_is_capital(tokens[end + 1].form) && tokens[end + 1].tag == PP_TAG_PROPN)
            end += 2;
        else
            break;
    }
    return end < count ? end : count;
}

uint32_t pp_i_scan_head_of(const pp_i_scanner *scanner, uint32_t start, uint32_t end,
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

uint32_t pp_i_scan_people(const pp_i_scanner *scanner, uint32_t at)
{
    const pp_i_known *known = NULL;
    pp_i_known_kind kind = PP_KNOWN_NAME;
    uint32_t length =
        at < scanner->sentence->token_count ? pp_i_scan_match_known(scanner, at, &known, &kind) : 0;
    return length > 0 && kind == PP_KNOWN_DEMONYM ? length : 0;
}
