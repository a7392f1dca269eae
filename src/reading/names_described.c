/*
 * names_described.c: bodies that a report describes before it names them, or calls by what they
 * are: see names_steps.h.
 *
 * "The village, the company and the region left. [...] Litoral Minerals offers": the description
 * stands first, so that nothing before it tells whom it means. When all is read, the one body of
 * the report whose name fits it is the one that is meant; where two fit, none is.
 */
#include "reading/names_steps.h"
#include "reading/pronouns_parts.h"

#include <string.h>

/* Nouns by what they call a body, and words in the names of such bodies. */
static const struct {
    const char *nouns, *names;
    bool is_firm; /* any name that says of no other kind that it is one may do */
} KINDS[] = {
    {"union", "Union Guild Alliance Federation Brotherhood Association Congress Fellowship", false},
    {"studio", "Pictures Studios Studio Films Entertainment Productions", true},
    {"airline carrier", "Airlines Airways Air Aviation", true},
    {"club", "FC Rovers United City Athletic Town Wanderers Albion Club Rangers", true},
    {"bank lender", "Bank", true},
    {"miner", "Minerals Mining Resources Metals Lithium Copper Gold", true},
    {"operator", "Terminals Port Ports Ferries Lines Railways Rail Buses Transit", true},
    {"employer", "Board Authority Hospital University Council District Company", true},
    {"company firm", "Ltd plc Inc Company Minerals Mining Lines Energy Motors", true},
    {"label publisher", "Records Music Press Books Publishing", true},
    {"platform service", "Music Media Streaming", true},
    {"bidder suitor target developer retailer chain supermarket brewery brewer producer supplier "
     "carmaker steelmaker utility shipyard landlord",
     "Homes Stores Foods Brewing Motors Steel Power Energy Gas", true},
    {"group", "Group", true},
    {"hospital", "Hospital Infirmary Clinic", false},
    {"university college", "University College Institute", false},
    {"council", "Council", false},
    {"ministry department", "Ministry Department", false},
    {"district", "District", false},
    {"board commission agency authority", "Board Commission Agency Authority", false},
    {"movement front", "Movement Front Army Forces", false},
    {"militia", "Guard Militia Brigade Front Army", false},
    {"league", "League Liga Ligue", false},
    {"nation", "Nation", false},
    {"village town city county", "Village Town City County", false},
    {"province region", "Province Region", false},
    {"bloc alliance coalition", "Alliance Coalition Bloc Group Community States Forum Union",
     false},
    {"association federation trust", "Association Federation Trust", false}};

enum {
    KIND_COUNT = sizeof KINDS / sizeof *KINDS,
    SCORE_NOUN = 6,
    SCORE_NAME = 4,
    SCORE_FIRM = 2,
    DESCRIPTION_COUNT_MAX = 200 /* of a report that are looked at, so that it stays linear */
};

static size_t kind_of(pp_text noun)
{
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (pp_i_word_in(noun, KINDS[i].nouns))
            return i;
    return KIND_COUNT;
}

/* Is the name that of a body of no kind, as most firms have it? */
static bool is_of_no_kind(pp_text name)
{
    unsigned what = pp_i_name_word(pp_i_pronoun_kind_word(name), NULL);
    return (what & (PP_WORD_BODY | PP_WORD_PLACE)) == 0 ||
           pp_i_any_word_in(name, "Group Company Holdings Bank Airlines Airways");
}

/* How well a description of the kind fits a named body; 0 where it does not. */
static int fit(const pp_i_finder *finder, size_t body, size_t kind, pp_text noun)
{
    const pp_i_draft_entity *draft = &finder->entities.items[body];
    pp_text name = draft->entity.name;
    bool unsure =
        draft->made_of == PP_FOUND_UNSURE && KINDS[kind].is_firm && pp_i_has_capital(name) &&
        (draft->entity.kind == PP_ENTITY_OTHER || draft->entity.kind == PP_ENTITY_PLACE) &&
        draft->entity.mention_count >= 2 && pp_i_name_word(name, NULL) == 0;
    if (unsure)
        return SCORE_FIRM - 1; /* "at Norrvind", which "the airline" may be */
    if (draft->entity.kind != PP_ENTITY_BODY || draft->entity.code != NULL ||
        draft->made_of == PP_FOUND_KNOWN || draft->made_of == PP_FOUND_THE_BODY ||
        !pp_i_has_capital(name) || draft->entity.mention_count == 0 || draft->governs)
        return 0;
    if (pp_i_pronoun_has_word(pp_i_pronoun_kind_word(name), noun))
        return SCORE_NOUN; /* and no "University and College Union" for "the university" */
    if (pp_i_word_in(pp_i_pronoun_kind_word(name), KINDS[kind].names))
        return SCORE_NAME;
    return KINDS[kind].is_firm && is_of_no_kind(name) ? SCORE_FIRM : 0;
}

/* The body that the description `self` of the kind means: the best, if it is alone, or spoken of
 * twice as often as the next; else PP_NONE. */
static size_t body_meant(const pp_i_finder *finder, size_t self, size_t kind, pp_text noun)
{
    size_t best = PP_NONE, most = 0, second = 0; /* mentions of the best, and of the next */
    int best_fit = 0;
    for (size_t i = 0; i < finder->entities.count; i++) {
        int own = i == self ? 0 : fit(finder, i, kind, noun);
        if (own == 0 || own < best_fit)
            continue;
        size_t count = pp_i_names_entity_at(finder, i)->mention_count;
        if (own > best_fit)
            most = second = 0;
        best_fit = own;
        if (count > most) {
            second = most;
            most = count;
            best = i;
        } else if (count > second) {
            second = count;
        }
    }
    return most < 2 * second ? PP_NONE : best;
}

/* "The company", "the city council": a body by what it is; or by a title, "Council leader". */
static bool is_description(const pp_i_finder *finder, size_t entity, size_t kind, bool *titled)
{
    const pp_i_draft_entity *draft = &finder->entities.items[entity];
    pp_text name = draft->entity.name;
    bool title = pp_i_word_in(name, "Council District Ministry University Hospital Association "
                                    "Federation"); /* "Council leader Ann Reed" */
    if (draft->entity.kind != PP_ENTITY_BODY || (draft->made_of != PP_FOUND_THE_BODY && !title) ||
        (pp_i_has_capital(name) && !title) || draft->entity.affiliation != PP_NONE)
        return false;
    *titled = title;
    if (title)
        return true;
    pp_text first = pp_i_names_first_word(name), last = pp_i_names_last_word(name);
    bool two = first.length + last.length + 1 == name.length && /* "Oslo-listed bidder" */
               !pp_i_word_in(first, "government official state national public federal rebel "
                                    "opposition rival other new parent sister") &&
               (memchr(first.data, '-', first.length) != NULL || KINDS[kind].is_firm ||
                pp_i_word_in(first, "city town county village district parish school ferry mining "
                                    "label budget airline packaging bidding listed"));
    return first.length == name.length || two;
}

/* Is it called "the company" wherever it is, and never "a company" or "their company"? */
static bool is_always_definite(const pp_i_finder *finder, size_t entity)
{
    pp_text last = pp_i_names_last_word(pp_i_names_entity_at(finder, entity)->name);
    for (size_t i = 0; i < finder->found.count; i++) {
        const pp_i_found *found = &finder->found.items[i];
        bool owned = found->owner != PP_NONE && /* "their union" is the union */
                     !pp_i_text_is(last, "union");
        if (found->entity == entity && found->kind == PP_FOUND_THE_BODY &&
            (!found->is_definite || owned))
            return false;
    }
    return true;
}

/* All mentions of a description become those of the body, and who speaks for it speaks for that. */
static void join(pp_i_finder *finder, size_t description, size_t body)
{
    enum { CERTAINTY = 50 };
    size_t named = PP_NONE;
    for (size_t i = 0; i < finder->found.count; i++) {
        pp_i_found *found = &finder->found.items[i];
        if (found->entity == body && (found->kind <= PP_FOUND_UNSURE || named == PP_NONE))
            named = i;
        if (found->entity != description)
            continue;
        found->entity = body;
        if (named != PP_NONE && found->kind == PP_FOUND_THE_BODY) {
            found->antecedent = named;
            found->certainty = CERTAINTY;
        }
    }
    for (size_t i = 0; i < finder->entities.count; i++) {
        pp_i_entity *one = &finder->entities.items[i].entity;
        if (one->affiliation == description)
            one->affiliation = i == body || pp_i_names_speaks_for(finder, body, i) ? PP_NONE : body;
    }
    pp_text noun = pp_i_names_last_word(finder->entities.items[description].entity.name);
    const char *key = pp_i_names_key(finder, "noun ", noun);
    if (pp_i_names_get_key(finder, key) == description)
        pp_i_names_set_key(finder, key, body, true);
    if (finder->entities.items[body].entity.kind >= PP_ENTITY_PLACE)
        finder->entities.items[body].entity.kind = PP_ENTITY_BODY;
    finder->entities.items[body].entity.mention_count +=
        finder->entities.items[description].entity.mention_count;
    finder->entities.items[description].entity.mention_count = 0;
}

/* "The government of Kessane" is Kessane, and "City Hall" the city. */
static void join_seats(pp_i_finder *finder)
{
    static const char of[] = "government of ";
    size_t length = sizeof of - 1;
    size_t asked = 0, hall = PP_NONE, city = pp_i_names_get_key(finder, "noun city");
    for (size_t i = 0; i < finder->entities.count; i++) {
        const pp_i_entity *one = pp_i_names_entity_at(finder, i);
        hall = pp_i_text_is(one->name, "City Hall") ? i : hall;
        if (one->kind != PP_ENTITY_BODY || one->name.length <= length ||
            memcmp(one->name.data, of, length) != 0)
            continue;
        pp_text land = {one->name.data + length, one->name.length - length};
        asked++;
        for (size_t k = 0; k < finder->entities.count && asked < DESCRIPTION_COUNT_MAX; k++)
            if (k != i && pp_i_text_equal(pp_i_names_entity_at(finder, k)->name, land) &&
                pp_i_names_entity_at(finder, k)->kind != PP_ENTITY_PERSON &&
                one->mention_count > 0) {
                finder->entities.items[k].entity.kind =
                    pp_i_names_entity_at(finder, k)->kind == PP_ENTITY_STATE ? PP_ENTITY_STATE
                                                                             : PP_ENTITY_BODY;
                join(finder, i, k);
                break;
            }
    }
    if (hall != PP_NONE && city != PP_NONE && hall != city)
        join(finder, hall, city);
}

void pp_i_names_join_described(pp_i_finder *finder)
{
    size_t asked = 0;
    for (size_t i = 0; i < finder->entities.count && !finder->no_memory; i++) {
        pp_text noun = pp_i_names_last_word(pp_i_names_entity_at(finder, i)->name);
        char small[16];
        for (size_t k = 0; k < noun.length && noun.length < sizeof small; k++)
            small[k] = (char)(noun.data[k] | 0x20);
        noun = noun.length < sizeof small ? (pp_text){small, noun.length} : noun;
        size_t kind = kind_of(noun);
        bool titled = false;
        if (kind == KIND_COUNT || asked == DESCRIPTION_COUNT_MAX ||
            !is_description(finder, i, kind, &titled))
            continue;
        asked++;
        size_t body =
            titled || is_always_definite(finder, i) ? body_meant(finder, i, kind, noun) : PP_NONE;
        if (body != PP_NONE)
            join(finder, i, body);
    }
    if (!finder->no_memory)
        join_seats(finder);
}
