/* names_titles.c: titles before a name or within a span of them, and whose they are; see
 * names_scan.h. */
#include "reading/names_scan.h"

/* A title behind the field for which it stands: "Fisheries Minister". */
static bool heads_portfolio(const pp_i_scanner *scanner, uint32_t token)
{
    return pp_i_scan_is_form(scanner, token, "Minister") ||
           pp_i_scan_is_form(scanner, token, "Secretary") ||
           pp_i_scan_is_form(scanner, token, "Commissioner");
}

/* What the word is, or what stands behind its hyphen: "Vice-Chancellor". */
static unsigned what_of(const pp_i_scanner *scanner, uint32_t token)
{
    pp_text form = pp_i_scan_form(scanner, token);
    unsigned what = pp_i_name_word(form, NULL);
    for (size_t i = form.length; what == 0 && i-- > 1;)
        if (form.data[i] == '-')
            return pp_i_name_word((pp_text){form.data + i + 1, form.length - i - 1}, NULL) &
                   PP_WORD_TITLE;
    return what;
}

/* How many tokens of a title stand at `at`: "Defense Secretary", "Prime Minister", "Mr". */
uint32_t pp_i_scan_title_length(const pp_i_scanner *scanner, uint32_t at, uint32_t end)
{
    uint32_t titles = at;
    if (pp_i_scan_is_form(scanner, at, "General") && at + 2 == end &&
        (pp_i_name_word(pp_i_scan_form(scanner, at + 1), NULL) & PP_WORD_BODY) != 0)
        return 0; /* "General Motors" is no officer */
    for (uint32_t i = at; i < end; i++) {
        unsigned what = what_of(scanner, i);
        if (pp_i_scan_is_form(scanner, i + 1, "'") ||
            pp_i_scan_is_form(scanner, i + 1, "\xE2\x80\x99"))
            return 0; /* "Junior Doctors' Union" */
        bool field = (i == at || titles == i) && what == 0 && i + 2 <= end &&
                     heads_portfolio(scanner, i + 1);
        if (field && (i + 2 < end || (i > 0 && pp_i_scan_is_possessive(scanner, i - 1))))
            continue; /* "Fisheries Minister", "Deputy Fisheries Minister" */
        if ((what & (PP_WORD_TITLE | PP_WORD_HONORIFIC)) != 0)
            titles = i + 1;
        else if (i > at && titles > at &&
                 (pp_i_scan_is_form(scanner, i, "of") || (pp_i_scan_is_state_or_so(scanner, i) &&
                                                          pp_i_scan_is_form(scanner, i - 1, "of"))))
            titles = pp_i_scan_is_form(scanner, i, "of") ? titles : i + 1;
        else if ((what & PP_WORD_ROLE) == 0 && !pp_i_scan_is_form(scanner, i, "-") &&
                 !((what & PP_WORD_BODY) != 0 && i + 1 < end))
            break;
    }
    return titles - at;
}

/* Where a title begins whose last word stands at `title`, behind a name that begins at `at`: with
 * "Foreign" of "Velmoran Foreign Minister", "Energy" of "Velmoran Energy Minister". */
static uint32_t title_start(const pp_i_scanner *scanner, uint32_t at, uint32_t title)
{
    uint32_t start = title;
    pp_text field = pp_i_scan_form(scanner, title - 1);
    if (start > at + 1 && heads_portfolio(scanner, title) &&
        (pp_i_name_word(field, NULL) & (PP_WORD_BODY | PP_WORD_PLACE | PP_WORD_TITLE)) == 0)
        start--;
    while (start > at + 1 &&
           (pp_i_name_word(pp_i_scan_form(scanner, start - 1), NULL) & PP_WORD_ROLE) != 0 &&
           (pp_i_name_word(pp_i_scan_form(scanner, start - 1), NULL) & PP_WORD_BODY) == 0)
        start--;
    return start;
}

/* Where the title begins in "Alberta Premier Grant Kowalchuk": behind somebody's name, before a
 * person's; `end` where none does. */
uint32_t pp_i_scan_title_within(const pp_i_scanner *scanner, uint32_t at, uint32_t end)
{
    for (uint32_t i = at + 1; i + 2 < end && i <= at + 4; i++) {
        bool plural;
        unsigned what = pp_i_name_word(pp_i_scan_form(scanner, i), &plural);
        bool title =
            (what & PP_WORD_TITLE) != 0 && (what & (PP_WORD_BODY | PP_WORD_PLACE)) == 0 && !plural;
        if (pp_i_scan_is_form(scanner, i, "of") || pp_i_scan_is_form(scanner, i, "for") ||
            pp_i_scan_is_form(scanner, i, "&"))
            break;
        uint32_t name = i + 1;
        while (name < end && (what_of(scanner, name) & (PP_WORD_TITLE | PP_WORD_HONORIFIC)) != 0)
            name++;
        if (title && end - name >= 2 && end - name <= 4 &&
            (pp_i_name_word(pp_i_scan_form(scanner, end - 1), NULL) &
             (PP_WORD_BODY | PP_WORD_PLACE | PP_WORD_OTHER)) == 0)
            return title_start(scanner, at, i);
    }
    return end;
}

/* "Social Democrats", "Christian Democratic leader Ann Lund": a party's name of two words. */
static bool begins_party(const pp_i_scanner *scanner, uint32_t token)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    return token + 1 < scanner->sentence->token_count &&
           pp_i_word_in(tokens[token].form, "Social Christian Free Liberal Progressive National "
                                            "Democratic Popular New Rural United") &&
           pp_i_word_in(tokens[token + 1].form,
                        "Democrats Democrat Democratic Liberals Liberal Conservatives "
                        "Conservative Socialists Socialist Unionists Unionist Nationalists "
                        "Nationalist Republicans Republican Greens");
}

/* "Karsian Foreign Minister Ann Lund": does a word for a people stand at `token`, with the title
 * and the name of somebody behind it? Or the first of a party's name. */
bool pp_i_scan_begins_people(const pp_i_scanner *scanner, uint32_t token)
{
    enum { TITLE_TOKEN_COUNT_MAX = 4 };
    const pp_i_token *tokens = scanner->sentence->tokens;
    size_t count = scanner->sentence->token_count;
    pp_text word = tokens[token].form;
    if (begins_party(scanner, token))
        return true;
    bool people = pp_i_token_ends(&tokens[token], "an") || pp_i_token_ends(&tokens[token], "ese") ||
                  pp_i_token_ends(&tokens[token], "ish") || pp_i_token_ends(&tokens[token], "i");
    if (!people || what_of(scanner, token) != 0 ||
        pp_i_word_in(word, "Veteran Human Urban Suburban Christian Civilian Republican Partisan"))
        return false;
    for (uint32_t i = token + 1; i + 1 < count && i <= token + TITLE_TOKEN_COUNT_MAX; i++) {
        if (!pp_i_scan_is_capital(tokens[i].form))
            return false;
        if ((what_of(scanner, i) & PP_WORD_TITLE) != 0 && pp_i_scan_is_proper(&tokens[i + 1]))
            return true;
    }
    return false;
}

/* "Deputy Foreign Minister Ann Lund" at the start of a sentence; "Unite convenor Ann Lund". */
bool pp_i_scan_begins_title(const pp_i_scanner *scanner, uint32_t token)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    if (token + 2 >= scanner->sentence->token_count || !pp_i_scan_is_proper(&tokens[token + 2]))
        return false;
    bool plural;
    unsigned next = pp_i_name_word(tokens[token + 1].form, &plural);
    if (pp_i_scan_is_capital(tokens[token + 1].form))
        return (pp_i_name_word(tokens[token].form, NULL) & (PP_WORD_TITLE | PP_WORD_ROLE)) != 0 &&
               (next & (PP_WORD_TITLE | PP_WORD_ROLE)) != 0;
    bool role = (pp_i_name_word(tokens[token].form, NULL) & PP_WORD_ROLE) != 0; /* "Managing" */
    return token > 0 && !role && (next & PP_WORD_TITLE) != 0 && !plural;
}

/* "Fisheries minister Ann Lund" at the start of a sentence. */
bool pp_i_scan_begins_portfolio(const pp_i_scanner *scanner)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    const pp_i_known *known;
    pp_i_known_kind kind;
    bool scholar =
        scanner->sentence->token_count > 2 && /* "Marine biologist", "Labour lawyer" */
        (pp_i_word_in(tokens[1].form, "analyst economist lawyer historian scientist researcher "
                                      "professor correspondent expert") ||
         pp_i_token_ends(&tokens[1], "ologist")) &&
        !pp_i_token_ends(&tokens[0], "ish") && !pp_i_token_ends(&tokens[0], "an");
    return scanner->sentence->token_count > 2 && pp_i_scan_is_proper(&tokens[2]) &&
           (scholar || pp_i_word_in(tokens[1].form, "minister secretary commissioner")) &&
           pp_i_scan_match_known(scanner, 0, &known, &kind) == 0;
}

/* "Accused the guild of starving islanders": what stands behind "of" is what it did. */
static bool is_accused(const pp_i_scanner *scanner, const pp_i_found *found)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    uint32_t before = found->start;
    before -= before > 0 && tokens[before - 1].tag == PP_TAG_DET;
    return pp_i_scan_is_form(scanner, found->end, "of") &&
           ((before > 0 && pp_i_word_in(tokens[before - 1].lemma,
                                        "accuse suspect convict warn remind inform assure strip "
                                        "deprive relieve rob")) ||
            (found->end + 1 < scanner->sentence->token_count &&
             tokens[found->end + 1].tag == PP_TAG_VERB));
}

/* The one named behind "of", "for", "at", "from" or "with" right behind a title, or behind "in" of
 * officials in a capital: for whom it speaks. */
void pp_i_scan_set_owner_behind(pp_i_scanner *scanner, size_t index)
{
    pp_i_found *found = &scanner->finder->found.items[index];
    uint32_t after = found->end;
    bool titled = found->kind == PP_FOUND_PERSON && found->role_start < found->role_end &&
                  pp_i_scan_is_form(scanner, after, "of"); /* "President Torel of Belen" */
    if (found->owner != PP_NONE || (found->kind != PP_FOUND_ROLE && found->kind != PP_FOUND_GROUP &&
                                    found->kind != PP_FOUND_THE_BODY && !titled))
        return;
    if (is_accused(scanner, found))
        return;
    bool within = found->kind == PP_FOUND_GROUP && pp_i_scan_is_form(scanner, after, "in");
    if (!within && !pp_i_scan_is_form(scanner, after, "of") &&
        !pp_i_scan_is_form(scanner, after, "for") && !pp_i_scan_is_form(scanner, after, "at") &&
        !pp_i_scan_is_form(scanner, after, "from") && !pp_i_scan_is_form(scanner, after, "with"))
        return;
    if (found->kind == PP_FOUND_GROUP && !found->is_voice &&
        pp_i_scan_is_form(scanner, after, "at"))
        return; /* "pilots at Nordwind" do not speak for it */
    for (size_t i = index + 1; i < scanner->finder->found.count; i++) {
        const pp_i_found *other = &scanner->finder->found.items[i];
        if (other->kind == PP_FOUND_PRONOUN || other->kind == PP_FOUND_OTHER ||
            (within && (other->kind != PP_FOUND_KNOWN || other->known_kind != PP_KNOWN_CAPITAL)))
            continue; /* "officials in Minsk" are a state's, those in a town nobody's */
        if (other->start <= after + 2)
            found->owner = i;
        if (other->start > after + 2)
            break;
    }
}

/* Does a name stand beside a noun, or beside what hangs on that: "representative at the talks, X"?
 */
static bool is_beside(const pp_i_scanner *scanner, uint32_t name, uint32_t noun)
{
    const pp_i_token *tokens = scanner->sentence->tokens;
    uint32_t head = tokens[name].head;
    if (tokens[name].relation != PP_REL_APPOS || head == PP_NO_HEAD)
        return false;
    return head == noun || (tokens[head].relation == PP_REL_NMOD && tokens[head].head == noun &&
                            head > noun && tokens[head].tag == PP_TAG_NOUN);
}

/* "X, the union's chief negotiator," and "The union's president, X,": one and the same. */
void pp_i_scan_set_apposition(pp_i_scanner *scanner, size_t index)
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
        bool behind =
            pp_i_scan_is_form(scanner, name->end, ",") && name->end < role->start &&
            (name->end + 1 == role->start || /* "X, the country's largest operator" */
             (name->end + 5 >= role->start && pp_i_scan_is_form(scanner, name->end + 1, "the") &&
              pp_i_scan_is_possessive(scanner, role->start - 1)));
        bool parsed = tokens[role->head].relation == PP_REL_APPOS &&
                      tokens[role->head].head >= name->start && tokens[role->head].head < name->end;
        parsed = parsed || /* "Its representative at the UN, Ann Reed," */
                 (role->kind == PP_FOUND_ROLE && name->start > role->end &&
                  is_beside(scanner, name->head, role->head));
        uint32_t end = role->end; /* "The head of the league, X," */
        if (role->owner != PP_NONE && scanner->finder->found.items[role->owner].start >= end)
            end = scanner->finder->found.items[role->owner].end;
        bool before =
            end + 1 == name->start && pp_i_scan_is_form(scanner, end, ",") &&
            (pp_i_scan_is_form(scanner, name->end, ",") || tokens[name->head].head == role->head);
        bool aside = behind && role->start > name->end + 1 && /* ", the country's operator," */
                     pp_i_scan_is_form(scanner, role->end, ",") &&
                     (name->start == 0 || tokens[name->head].relation == PP_REL_NSUBJ ||
                      tokens[name->head].relation == PP_REL_CONJ);
        if (parsed || before || aside ||
            (behind && tokens[role->head].relation != PP_REL_CONJ && role->head != name->head &&
             tokens[role->head].relation != PP_REL_NSUBJ)) {
            role->same = i;
            return;
        }
    }
}
