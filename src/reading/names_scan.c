/*
 * names_scan.c: what one sentence names, by the form of its words: see names.h.
 *
 * Capitalised words that stand together are a span. What the gazetteer knows is taken off it from
 * the left ("US"), then titles ("Defense Secretary"); its last word tells what the rest is (a
 * ministry, a sea, a treaty), and where it tells nothing several words are a person. Lower-case
 * titles, bodies and groups of people are descriptions. Who stands in front of a title, owns it, or
 * follows it behind "of" or "for" is the one for whom its bearer speaks.
 */
#include "reading/names_scan.h"

enum {
    ROLE_TOKEN_COUNT_MAX = 6, /* of a title in small letters before a name */
    TITLE_CASE_WORD_COUNT_MIN = 4,
    TITLE_CASE_PERCENT_MIN = 70
};

pp_i_found *pp_i_scan_add(pp_i_scanner *scanner, pp_i_found found)
{
    found.sentence = scanner->index;
    found.same = found.antecedent = found.entity = PP_NONE;
    found.certainty = 100;
    found.head =
        pp_i_scan_head_of(scanner, found.start, found.end, found.name_start, found.name_end);
    if (!PP_LIST_ADD(scanner->finder->arena, &scanner->finder->found, found)) {
        scanner->finder->no_memory = true;
        return NULL;
    }
    return &scanner->finder->found.items[scanner->finder->found.count - 1];
}

static size_t newest(const pp_i_scanner *scanner)
{
    return scanner->finder->found.count - 1;
}

/* "its", "his", "her", "their", "whose". */
static bool is_owning(const pp_i_scanner *scanner, const pp_i_found *found)
{
    return pp_i_first_word_in(pp_i_scan_form(scanner, found->start), "its his her their whose");
}

/* What this sentence has found that ends at `end`: an owner before "'s" or before a title. */
static size_t found_ending(const pp_i_scanner *scanner, uint32_t end)
{
    for (size_t i = scanner->finder->found.count; i > scanner->found_first; i--) {
        const pp_i_found *found = &scanner->finder->found.items[i - 1];
        if (found->end == end && (found->kind != PP_FOUND_PRONOUN || is_owning(scanner, found)))
            return i - 1;
    }
    return PP_NONE;
}

/* A title in small letters that ends at `end`: where it starts, `end` where there is none. */
static uint32_t role_before(const pp_i_scanner *scanner, uint32_t end)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    if (end == scanner->done || end == 0)
        return end;
    bool plural;
    unsigned what = pp_i_name_word(tokens[end - 1].form, &plural);
    bool is_title = (what & (PP_WORD_TITLE | PP_WORD_HONORIFIC)) != 0 && !plural;
    bool first = end == 1; /* "Councillor Mount said": a capital that any word would have */
    if (!is_title || (pp_i_scan_is_capital(tokens[end - 1].form) && !first) ||
        tokens[end - 1].tag == PP_TAG_VERB)
        return end;
    uint32_t start = end - 1;
    while (start > scanner->done && end - start < ROLE_TOKEN_COUNT_MAX) {
        const pp_i_token *before = &tokens[start - 1];
        bool joins = before->tag == PP_TAG_NOUN || before->tag == PP_TAG_ADJ ||
                     before->tag == PP_TAG_PROPN || pp_i_scan_is_form(scanner, start - 1, "-");
        if (!joins)
            break;
        start--;
    }
    return start;
}

pp_i_gender pp_i_scan_gender_of(const pp_i_scanner *scanner, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        unsigned what = pp_i_name_word(pp_i_scan_form(scanner, i), NULL);
        if ((what & PP_WORD_HE) != 0)
            return PP_GENDER_HE;
        if ((what & PP_WORD_SHE) != 0)
            return PP_GENDER_SHE;
    }
    return PP_GENDER_OPEN;
}

size_t pp_i_scan_owner_before(const pp_i_scanner *scanner, uint32_t start)
{
    if (start > 1 && pp_i_scan_is_possessive(scanner, start - 1))
        return found_ending(scanner, start - 1);
    return start > 0 ? found_ending(scanner, start) : PP_NONE;
}

/* Words for its people that end the name of a party. */
#define PARTISANS                                                                                  \
    "democrat democrats liberal liberals conservative conservatives republican republicans "       \
    "socialist socialists unionist unionists nationalist nationalists greens"

static pp_i_found_kind kind_of_name(const pp_i_scanner *scanner, uint32_t start, uint32_t end,
                                    bool has_title)
{
    uint32_t last = end - 1;
    unsigned first_what;
    for (uint32_t i = start; i < end; i++)
        if (pp_i_scan_is_form(scanner, i, "of") || pp_i_scan_is_form(scanner, i, "for")) {
            last = i > start ? i - 1 : i;
            break;
        }
    bool plural = false;
    unsigned what = pp_i_name_word(pp_i_scan_form(scanner, last), NULL);
    first_what = pp_i_name_word(pp_i_scan_form(scanner, start), &plural);
    first_what &= plural ? ~(unsigned)PP_WORD_PLACE : ~0u; /* "Piers Lockwood" is no harbour */
    if (has_title)
        return PP_FOUND_PERSON;
    if (end - start > 1 &&
        pp_i_word_in(pp_i_scan_form(scanner, last), "Centre Center Left Right") &&
        pp_i_word_in(pp_i_scan_form(scanner, start),
                     "Democratic Social Liberal Conservative National Republican Christian "
                     "Progressive Popular"))
        return PP_FOUND_BODY; /* a party */
    for (uint32_t i = start + 1; i + 1 < end; i++)
        if (pp_i_scan_is_form(scanner, i, "&"))
            return PP_FOUND_BODY; /* "Ribble & Calder" */
    unsigned body = what & (PP_WORD_BODY | PP_WORD_BODY_STRONG);
    if (body != 0 && (end - start > 1 || body == (PP_WORD_BODY | PP_WORD_BODY_STRONG)))
        return PP_FOUND_BODY;
    if (body != 0 && start > 0 &&
        pp_i_word_in(pp_i_scan_form(scanner, start), "Treasury Parliament Congress Senate Cabinet"))
        return PP_FOUND_BODY;
    if (end - start > 1 && pp_i_first_word_in(pp_i_scan_form(scanner, last), PARTISANS))
        return PP_FOUND_BODY; /* "Christian Democrats" */
    if (end - start > 2 && pp_i_scan_is_form(scanner, last, "District") &&
        pp_i_word_in(pp_i_scan_form(scanner, last - 1),
                     "School Schools Water Hospital Fire Irrigation Transit Utility"))
        return PP_FOUND_BODY; /* "Klamath Basin Unified School District" */
    if (end - start > 2 && pp_i_scan_is_form(scanner, last, "Executive") &&
        !pp_i_word_in(pp_i_scan_form(scanner, last - 1), "Chief Group Deputy General"))
        return PP_FOUND_BODY; /* "West Region Health Executive" */
    if ((what & PP_WORD_PLACE) != 0 || ((first_what & PP_WORD_PLACE) != 0 && end - start > 1))
        return PP_FOUND_PLACE; /* "Black Sea", "Port Amery" */
    if ((what & PP_WORD_OTHER) != 0)
        return PP_FOUND_OTHER;
    if ((first_what & PP_WORD_BODY_STRONG) != 0 && end - start > 1)
        return PP_FOUND_BODY;
    if (end - start == 1 || (end - start == 3 && pp_i_scan_touches(scanner, start + 1) &&
                             pp_i_scan_touches(scanner, start + 2)))
        return PP_FOUND_UNSURE;
    const pp_i_token *tail = &scanner->sentence->tokens[end - 1];
    bool speaker = end - start == 2 && tail->tag == PP_TAG_PROPN && /* "said Julian Holt" */
                   pp_i_names_says(scanner->sentence, end - 1);
    for (uint32_t i = start; i < end && !speaker; i++) { /* "Reuters News Agency Staff": nouns */
        const pp_i_token *token = &scanner->sentence->tokens[i];
        bool common = token->tag == PP_TAG_NOUN || token->tag == PP_TAG_ADJ;
        if (common && pp_i_scan_is_capital(token->form))
            return PP_FOUND_OTHER;
    }
    return PP_FOUND_PERSON;
}

/* Does "the" stand before `start`, and belong to nothing yet? */
static bool follows_article(const pp_i_scanner *scanner, uint32_t start)
{
    return start > scanner->done && pp_i_word_in(pp_i_scan_form(scanner, start - 1), "the The");
}

/* Adds what the gazetteer knows, with the article before it. */
static void add_known(pp_i_scanner *scanner, uint32_t start, uint32_t end, const pp_i_known *known,
                      pp_i_known_kind kind)
{
    pp_text last = pp_i_scan_form(scanner, end - 1);
    bool plural = kind == PP_KNOWN_DEMONYM && last.data[last.length - 1] == 's';
    bool article = kind != PP_KNOWN_DEMONYM && follows_article(scanner, start);
    pp_i_scan_add(scanner, (pp_i_found){.start = start - (article ? 1 : 0),
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

/* "Linda Park proposed": a surname that a place has too, of somebody who says something. */
static bool is_surname_of_speaker(const pp_i_scanner *scanner, uint32_t start, uint32_t end)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    if (end - start != 2 ||
        (start > 0 && pp_i_word_in(pp_i_scan_form(scanner, start - 1), "the The")) ||
        !pp_i_word_in(tokens[end - 1].form, "Park Lake Hill Wood Banks Field Brook Street Rivers"))
        return false;
    for (uint32_t i = start; i < end; i++)
        if (pp_i_names_says(scanner->sentence, i))
            return true;
    return false;
}

/* One stretch of a span: a title in front, a name, or one alone. */
static void add_name(pp_i_scanner *scanner, uint32_t start, uint32_t role_end, uint32_t end,
                     size_t modifier)
{
    uint32_t whole = start, role_start = start;
    size_t owner = modifier;
    bool honoured = role_end == start + 1 && /* "Branch president Dr Ann Reed" */
                    (pp_i_name_word(pp_i_scan_form(scanner, start), NULL) & PP_WORD_HONORIFIC) != 0;
    if (role_end == start || honoured) {
        role_start = role_before(scanner, start);
        whole = role_start;
    }
    if (owner == PP_NONE)
        owner = pp_i_scan_owner_before(scanner, role_start);
    if (owner != PP_NONE && scanner->finder->found.items[owner].end == whole)
        whole = scanner->finder->found.items[owner].start;
    bool has_title = role_start < role_end || role_start < start;
    uint32_t name_start = role_end > start ? role_end : start;
    if (name_start == end) { /* a title alone */
        bool article = whole > scanner->done && pp_i_scan_is_form(scanner, whole - 1, "the");
        pp_i_scan_add(scanner, (pp_i_found){.start = whole - (article ? 1 : 0),
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
    if (kind == PP_FOUND_UNSURE || kind == PP_FOUND_PLACE || kind == PP_FOUND_OTHER)
        kind = pp_i_scan_has_role_beside(scanner, name_start, end) ? PP_FOUND_PERSON : kind;
    if (kind == PP_FOUND_PLACE && is_surname_of_speaker(scanner, name_start, end))
        kind = PP_FOUND_PERSON;
    if (!has_title && pp_i_scan_is_called_body(scanner, kind, name_start, end))
        kind = PP_FOUND_BODY;
    if (kind != PP_FOUND_PERSON && kind != PP_FOUND_BODY && modifier == PP_NONE)
        owner = PP_NONE;
    uint32_t title_end = !has_title                       ? role_start
                         : honoured && role_start < start ? start
                                                          : name_start;
    if (kind == PP_FOUND_BODY && modifier != PP_NONE)
        name_start = scanner->finder->found.items[modifier].name_start;
    bool article = kind != PP_FOUND_PERSON && follows_article(scanner, whole);
    pp_i_scan_add(scanner,
                  (pp_i_found){.start = whole - (article ? 1 : 0),
                               .end = end,
                               .name_start = name_start,
                               .name_end = end,
                               .role_start = role_start,
                               .role_end = title_end,
                               .kind = kind,
                               .owner = owner,
                               .gender = pp_i_scan_gender_of(scanner, role_start, name_start),
                               .is_voice = kind == PP_FOUND_BODY && modifier != PP_NONE &&
                                           (pp_i_name_word(pp_i_scan_form(scanner, end - 1), NULL) &
                                            PP_WORD_VOICE) != 0,
                               .is_definite = true});
}

/* They are a side of their own. */
static void add_people(pp_i_scanner *scanner, uint32_t start, uint32_t end)
{
    pp_text last = pp_i_scan_form(scanner, end - 1);
    bool article = follows_article(scanner, start);
    pp_i_scan_add(scanner, (pp_i_found){.start = start - (article ? 1 : 0),
                                        .end = end,
                                        .name_start = start,
                                        .name_end = end,
                                        .kind = PP_FOUND_BODY,
                                        .owner = PP_NONE,
                                        .is_plural = last.data[last.length - 1] == 's',
                                        .is_definite = true});
}

/* Cuts a span into what is known, titles and names; returns where it ends ("Bosnia and" goes on).
 */
static uint32_t add_span(pp_i_scanner *scanner, uint32_t start, uint32_t end)
{
    size_t modifier = PP_NONE;
    uint32_t at = start;
    while (at < end) {
        const pp_i_known *known = NULL;
        pp_i_known_kind kind = PP_KNOWN_NAME;
        uint32_t length = pp_i_scan_match_known(scanner, at, &known, &kind);
        if (length > 0 && at + length <= end + PP_GAZETTEER_WORD_COUNT_MAX &&
            !pp_i_scan_is_part_of_person(scanner, at, at + length)) {
            uint32_t people = kind == PP_KNOWN_DEMONYM ? pp_i_scan_people(scanner, at + length) : 0;
            if (people > 0) {
                add_people(scanner, at, at + length + people);
                length += people;
            } else {
                add_known(scanner, at, at + length, known, kind);
            }
            if (scanner->finder->no_memory)
                return end;
            modifier = newest(scanner);
            at += length;
            if (at < end && pp_i_scan_is_form(scanner, at, "-")) { /* "Russia-Ukraine" */
                modifier = PP_NONE;
                at++;
            }
            continue;
        }
        if (scanner->is_title_case || pp_i_scan_is_form(scanner, at, "-")) {
            at++;
            continue;
        }
        uint32_t titles = pp_i_scan_title_length(scanner, at, end);
        uint32_t within =
            titles == 0 && modifier == PP_NONE ? pp_i_scan_title_within(scanner, at, end) : end;
        if (within < end) {
            add_name(scanner, at, at, within, PP_NONE);
            if (scanner->finder->no_memory)
                return end;
            modifier = newest(scanner);
            at = within;
            continue;
        }
        uint32_t stop = end; /* a known name ends a person: "Trump Ukraine" in a headline */
        add_name(scanner, at, at + titles, stop, modifier);
        at = stop;
    }
    return at;
}

/* Headings in capitals: most of the longer words have one. */
static bool is_title_case(const pp_i_sentence *sentence)
{
    size_t words = 0, capitals = 0;
    for (size_t i = 0; i < sentence->token_count; i++)
        if ((sentence->tokens[i].tag == PP_TAG_VERB || sentence->tokens[i].tag == PP_TAG_AUX) &&
            sentence->tokens[i].form.length < 4 && !pp_i_scan_is_capital(sentence->tokens[i].form))
            return false; /* "Reed met Prime Minister Ann Lund", "That is up to Prime Minister" */
        else if (sentence->tokens[i].form.length > 3 && sentence->tokens[i].tag != PP_TAG_PUNCT) {
            words++;
            capitals += pp_i_scan_is_capital(sentence->tokens[i].form);
            if (sentence->tokens[i].tag == PP_TAG_VERB &&
                !pp_i_scan_is_capital(sentence->tokens[i].form))
                return false;
        }
    return words >= TITLE_CASE_WORD_COUNT_MIN && capitals * 100 >= words * TITLE_CASE_PERCENT_MIN;
}

void pp_i_names_scan(pp_i_finder *finder, size_t sentence)
{
    const pp_i_sentence *at = &finder->sentences[sentence];
    pp_i_scanner scanner = {finder, at, sentence, finder->found.count, is_title_case(at), 0};
    for (uint32_t i = 0; i < at->token_count && !finder->no_memory;) {
        if (pp_i_scan_is_name_token(&scanner, i)) {
            i = add_span(&scanner, i, pp_i_scan_span_end(&scanner, i));
            scanner.done = i;
        } else {
            bool executive = i > 0 && pp_i_text_is(at->tokens[i].form, "executive") &&
                             pp_i_text_is(at->tokens[i - 1].form, "chief");
            if (at->tokens[i].tag == PP_TAG_NOUN || at->tokens[i].tag == PP_TAG_PROPN || executive)
                pp_i_scan_add_description(&scanner, i);
            else
                pp_i_scan_add_pronoun(&scanner, i);
            i++;
        }
    }
    for (size_t i = scanner.found_first; i < finder->found.count && !finder->no_memory; i++)
        pp_i_scan_set_owner_behind(&scanner, i);
    for (size_t i = scanner.found_first; i < finder->found.count && !finder->no_memory; i++)
        pp_i_scan_set_apposition(&scanner, i);
}
