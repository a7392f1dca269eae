/* names_descriptions.c: titles, bodies and groups in small letters, and pronouns; see names_scan.h.
 */
#include "reading/names_scan.h"

enum {
    PHRASE_TOKEN_COUNT_MAX = 6 /* of a description before its noun */
};

/* Whether the noun is the title or the modifier of what follows, and no description of its own. */
static bool belongs_to_next(const pp_i_scanner *scanner, uint32_t token)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    uint32_t next = token + 1;
    if (next >= scanner->sentence->token_count)
        return false;
    if (pp_i_scan_is_capital(tokens[next].form) && /* "Branch president Dr Ann Reed" */
        (pp_i_name_word(tokens[next].form, NULL) & PP_WORD_HONORIFIC) != 0 &&
        (pp_i_name_word(tokens[token].form, NULL) & PP_WORD_TITLE) != 0)
        return true;
    if (pp_i_word_in(tokens[token].form, "deputy assistant vice") && /* "deputy foreign minister" */
        next + 1 < scanner->sentence->token_count &&
        ((pp_i_name_word(tokens[next].form, NULL) & PP_WORD_TITLE) != 0 ||
         ((pp_i_name_word(tokens[next].form, NULL) & PP_WORD_ROLE) != 0 &&
          (pp_i_name_word(tokens[next + 1].form, NULL) & PP_WORD_TITLE) != 0)))
        return true;
    if (tokens[next].tag == PP_TAG_PROPN && pp_i_scan_is_name_token(scanner, next) &&
        (tokens[token].head == next || tokens[next].head == token ||
         tokens[token].relation == PP_REL_COMPOUND))
        return true;
    return tokens[token].relation == PP_REL_COMPOUND && tokens[token].head != PP_NO_HEAD &&
           tokens[token].head > token && tokens[next].tag == PP_TAG_NOUN;
}

/* Participles that tell of what kind countries and sides are, whatever the parse makes of them. */
#define PARTICIPLES                                                                                \
    "developing developed emerging industrialised industrialized participating neighbouring "      \
    "neighboring warring"

/* Where the noun phrase of a description starts: articles, adjectives and nouns before the noun. */
static uint32_t phrase_start(const pp_i_scanner *scanner, uint32_t noun)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    bool plural;
    pp_i_name_word(tokens[noun].form, &plural);
    uint32_t start = noun;
    while (start > 0 && noun - start < PHRASE_TOKEN_COUNT_MAX) {
        const pp_i_token *before = &tokens[start - 1];
        bool joins = before->tag == PP_TAG_DET || before->tag == PP_TAG_ADJ ||
                     before->tag == PP_TAG_NOUN || before->tag == PP_TAG_NUM ||
                     before->tag == PP_TAG_PROPN || pp_i_scan_is_form(scanner, start - 1, "-") ||
                     (plural && before->tag == PP_TAG_VERB && /* "developing countries" */
                      ((before->head == noun && before->relation == PP_REL_AMOD) ||
                       pp_i_first_word_in(before->form, PARTICIPLES)));
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
static size_t found_inside(const pp_i_scanner *scanner, uint32_t start, uint32_t end)
{
    for (size_t i = scanner->finder->found.count; i > scanner->found_first; i--) {
        const pp_i_found *found = &scanner->finder->found.items[i - 1];
        if (found->name_start >= start && found->end <= end && found->kind != PP_FOUND_PRONOUN)
            return i - 1;
    }
    return PP_NONE;
}

static bool is_definite(const pp_i_scanner *scanner, uint32_t start)
{
    const pp_i_token *first = &scanner->sentence->tokens[start];
    return first->tag == PP_TAG_DET &&
           (pp_i_text_is(first->lemma, "the") || pp_i_text_is(first->lemma, "this") ||
            pp_i_text_is(first->lemma, "that") || pp_i_text_is(first->lemma, "both") ||
            pp_i_text_is(first->form, "The") || pp_i_text_is(first->form, "the"));
}

/* A place that says something, or for which somebody does: "the county said", "who speaks for the
 * island", "Maud Elling of the county"; "the airport offered", where it says something elsewhere.
 */
static bool speaks_for_itself(const pp_i_scanner *scanner, uint32_t token)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    pp_text noun = pp_i_scan_form(scanner, token);
    bool speaks = pp_i_speaking_has(&scanner->finder->speaking, noun);
    if (token == 0 ||
        (!speaks && !pp_i_word_in(noun, "county city town island village district borough province "
                                        "parish municipality state region kingdom nation republic "
                                        "emirate sultanate")) ||
        !pp_i_word_in(pp_i_scan_form(scanner, token - 1), "the The"))
        return false;
    const pp_i_token *at = &tokens[token];
    if (speaks)
        return at->relation == PP_REL_NSUBJ || at->relation == PP_REL_NMOD ||
               at->relation == PP_REL_OBL || at->relation == PP_REL_CONJ;
    if (pp_i_scan_is_possessive(scanner, token + 1))
        return false;
    bool says = pp_i_names_says(scanner->sentence, token);
    bool spoken = token > 2 && pp_i_scan_is_form(scanner, token - 2, "for") &&
                  pp_i_word_in(tokens[token - 3].lemma, "speak negotiate act");
    bool bearer = token > 2 && pp_i_scan_is_form(scanner, token - 2, "of") &&
                  tokens[token - 3].tag == PP_TAG_PROPN;
    return says || spoken || bearer;
}

/* "the latter": one of two who were named; found like a pronoun. */
static bool add_latter(pp_i_scanner *scanner, uint32_t token)
{
    if (token == 0 || !pp_i_word_in(pp_i_scan_form(scanner, token), "former latter") ||
        !pp_i_word_in(pp_i_scan_form(scanner, token - 1), "the The"))
        return false;
    pp_i_scan_add(scanner, (pp_i_found){.start = token - 1,
                                        .end = token + 1,
                                        .name_start = token,
                                        .name_end = token + 1,
                                        .kind = PP_FOUND_PRONOUN,
                                        .owner = PP_NONE});
    return true;
}

void pp_i_scan_add_description(pp_i_scanner *scanner, uint32_t token)
{
    const pp_i_token *at = &scanner->sentence->tokens[token];
    if (add_latter(scanner, token))
        return;
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
    else if (speaks_for_itself(scanner, token))
        kind = PP_FOUND_THE_BODY;
    else
        return;
    bool stance = pp_i_text_is(at->form, "opposition") && /* "its opposition to the plan" */
                  pp_i_scan_is_form(scanner, token + 1, "to");
    bool joining = pp_i_text_is(at->form, "union") && /* "the union of two airlines" */
                   pp_i_scan_is_form(scanner, token + 1, "of") &&
                   token + 2 < scanner->sentence->token_count &&
                   scanner->sentence->tokens[token + 2].tag == PP_TAG_NUM;
    if (belongs_to_next(scanner, token) || stance || joining)
        return;
    uint32_t start = phrase_start(scanner, token);
    if (kind == PP_FOUND_THE_BODY && at->relation != PP_REL_NSUBJ && at->relation != PP_REL_NMOD &&
        !is_definite(scanner, start) && (what & PP_WORD_VOICE) == 0 && start == token - (token > 0))
        return; /* "set a foundation": a thing */
    size_t owner = PP_NONE;
    if (start > 1 && pp_i_scan_is_possessive(scanner, start - 1))
        owner = pp_i_scan_owner_before(scanner, start); /* "Ireland's European minister" */
    if (owner == PP_NONE)
        owner = found_inside(scanner, start, token);
    if (owner == PP_NONE)
        owner = pp_i_scan_owner_before(scanner, start);
    uint32_t whole = start;
    if (owner != PP_NONE && scanner->finder->found.items[owner].start < whole)
        whole = scanner->finder->found.items[owner].start;
    uint32_t role = start;
    if (owner != PP_NONE && scanner->finder->found.items[owner].end > role)
        role = scanner->finder->found.items[owner].end;
    while (role < token && (scanner->sentence->tokens[role].tag == PP_TAG_DET ||
                            pp_i_scan_is_possessive(scanner, role)))
        role++;
    bool general = pp_i_scan_is_form(scanner, token + 1, "-") && /* "secretary-general" */
                   pp_i_scan_is_form(scanner, token + 2, "general");
    uint32_t end = token + (general ? 3 : 1);
    pp_i_scan_add(scanner,
                  (pp_i_found){.start = whole,
                               .end = end,
                               .name_start = token,
                               .name_end = token + 1,
                               .role_start = role,
                               .role_end = end,
                               .kind = kind,
                               .owner = owner,
                               .gender = pp_i_scan_gender_of(scanner, start, token + 1),
                               .is_voice = (what & PP_WORD_VOICE) != 0,
                               .is_plural = plural,
                               .is_definite = owner != PP_NONE || is_definite(scanner, start)});
}

void pp_i_scan_add_pronoun(pp_i_scanner *scanner, uint32_t token)
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
            pp_i_scan_add(scanner, (pp_i_found){.start = token,
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
