/*
 * names_firms.c: names of several words that are a firm's and no person's; see names_steps.h.
 *
 * "Kestrel Nickel" looks like a name and a surname. It is a firm where it goes on with "its" or
 * ", which", where somebody is its chairman or works at it, and where its trade stands before it:
 * "the carmaker Volta Motors", "Brewer Lindqvist". One who bears a title anywhere is a person.
 */
#include "reading/names_steps.h"

static const char *const TRADES =
    "airline automaker bank brewer brewery broadcaster carmaker carrier chipmaker developer "
    "drugmaker grocer insurer lender manufacturer miner operator planemaker publisher railway "
    "retailer shipbuilder shipper steelmaker supermarket utility startup conglomerate telecom "
    "refiner distiller exporter";

/* Of these a person may be one, too: "the developer Nick Castle". */
#define OF_PEOPLE                                                                                  \
    "developer broadcaster publisher miner grocer brewer distiller exporter shipper operator "     \
    "builder manufacturer retailer"

bool pp_i_names_is_trade(pp_text word)
{
    return pp_i_first_word_in(word, TRADES);
}

/* A word right before a name that tells a firm's, as "the carmaker" and "the company" do. */
static bool leads_firm(pp_text word)
{
    return (pp_i_names_is_trade(word) && !pp_i_first_word_in(word, OF_PEOPLE)) ||
           pp_i_word_in(word, "company firm corporation consortium club");
}

/* Titles of those who run a firm, and those who own it or work for it. */
#define OF_FIRMS                                                                                   \
    "chairman chairwoman chairperson executive boss shareholders owners workers employees staff "  \
    "pilots nurses drivers customers director managers bosses management board headquarters "      \
    "shares engineers cleaners crews"

/* The word right before the name: "company" of "the Danish company Halvorsen Biologics". */
static pp_text word_before_name(const pp_i_finder *finder, const pp_i_found *found)
{
    return found->name_start == 0 ? PP_TEXT("")
                                  : pp_i_names_form(finder, found->sentence, found->name_start - 1);
}

static bool has_title(const pp_i_found *found)
{
    return found->role_start < found->role_end || found->gender != PP_GENDER_OPEN;
}

static bool is_named_person(const pp_i_found *found)
{
    return found->kind == PP_FOUND_PERSON && found->name_end - found->name_start > 1;
}

/* "Kestrel Nickel has raised its bid": "its" is behind nothing else that it could be of. */
static bool goes_on_with_its(const pp_i_sentence *sentence, const pp_i_found *found)
{
    const pp_i_token *tokens = sentence->tokens;
    if (tokens[found->head].relation != PP_REL_NSUBJ)
        return false;
    for (uint32_t i = found->end; i < sentence->token_count; i++) {
        uint8_t tag = tokens[i].tag;
        if (pp_i_text_is(tokens[i].form, "its"))
            return i > found->end;
        if (tag == PP_TAG_VERB &&
            pp_i_word_in(tokens[i].lemma, "say tell add note argue claim warn"))
            return false; /* "Ann Holt said its members would strike" */
        if (tag != PP_TAG_AUX && tag != PP_TAG_VERB && tag != PP_TAG_ADV && tag != PP_TAG_PART &&
            tag != PP_TAG_ADP)
            return i == found->end && pp_i_text_is(tokens[i].form, ",") &&
                   i + 1 < sentence->token_count &&
                   pp_i_text_is(tokens[i + 1].form, "which"); /* "Kestrel Nickel, which" */
    }
    return false;
}

/* "the chairman of Castor Drinks", "workers at Halvorsen Metals", "Castor Drinks shares". */
static bool has_people(const pp_i_sentence *sentence, const pp_i_found *found)
{
    const pp_i_token *tokens = sentence->tokens;
    bool owned = found->end < sentence->token_count && /* "the boss of Ann Reed's party" */
                 pp_i_word_in(tokens[found->end].form, "'s \xE2\x80\x99s");
    bool behind = found->start > 1 && pp_i_word_in(tokens[found->start - 1].form, "of at") &&
                  pp_i_first_word_in(tokens[found->start - 2].form, OF_FIRMS);
    bool shares = found->end < sentence->token_count && tokens[found->end].tag == PP_TAG_NOUN &&
                  tokens[found->head].relation != PP_REL_NSUBJ &&
                  pp_i_word_in(tokens[found->end].form, "shares shareholders");
    return (behind && !owned) || shares;
}

/* "Kestrel's chief executive": whose first word alone has one. */
static bool owns_office(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    bool owner = found->name_end - found->name_start == 1 && found->end < sentence->token_count &&
                 found->kind <= PP_FOUND_UNSURE &&
                 pp_i_word_in(sentence->tokens[found->end].form, "'s \xE2\x80\x99s");
    for (uint32_t i = found->end + 1; owner && i < sentence->token_count && i < found->end + 5; i++)
        if (pp_i_word_in(sentence->tokens[i].form,
                         "executive chairman chairwoman vice-president board shareholders "
                         "management boss"))
            return true;
    return false;
}

void pp_i_names_find_firms(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++)
        if (owns_office(finder, &finder->found.items[i]))
            pp_i_names_set_key(finder,
                               pp_i_names_key(finder, "office ",
                                              pp_i_names_words_of(finder, &finder->found.items[i])),
                               i, false);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
            const pp_i_found *found = &finder->found.items[i];
            if (!is_named_person(found))
                continue;
            const pp_i_sentence *sentence = &finder->sentences[found->sentence];
            pp_text words = pp_i_names_words_of(finder, found);
            const char *titled = pp_i_names_key(finder, "titled ", words);
            if (pass == 0) {
                if (has_title(found))
                    pp_i_names_set_key(finder, titled, i, false);
                continue;
            }
            if (pp_i_names_get_key(finder, titled) == PP_NONE &&
                (goes_on_with_its(sentence, found) || has_people(sentence, found) ||
                 pp_i_names_get_key(
                     finder, pp_i_names_key(finder, "office ", pp_i_names_first_word(words))) !=
                     PP_NONE))
                pp_i_names_set_key(finder, pp_i_names_key(finder, "firm ", words), i, false);
        }
    }
}

/* "Albion Air", "Meridian Rail": by the last word, which is nobody's surname. */
static bool ends_as_firm(pp_text words)
{
    return pp_i_word_in(pp_i_names_last_word(words),
                        "Air Rail Motors Energy Biologics Pharma Pharmaceuticals Foods Metals "
                        "Telecom Logistics Shipping Technologies Systems Industries Holdings "
                        "Resources Minerals Petroleum Airlines Airways");
}

bool pp_i_names_is_firm(pp_i_finder *finder, const pp_i_found *found)
{
    if (!is_named_person(found))
        return false;
    pp_text words = pp_i_names_words_of(finder, found);
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    bool office = found->end < sentence->token_count && /* "Tovarian Energy Minister" */
                  (pp_i_name_word(sentence->tokens[found->end].form, NULL) & PP_WORD_TITLE) != 0;
    bool trade = found->role_start == found->role_end &&
                 !office && /* "the carmaker Volta Motors" */
                 (leads_firm(word_before_name(finder, found)) || ends_as_firm(words)) &&
                 pp_i_names_get_key(finder, pp_i_names_key(finder, "titled ", words)) == PP_NONE;
    return trade || pp_i_names_get_key(finder, pp_i_names_key(finder, "firm ", words)) != PP_NONE;
}

/* "Brewer Lindqvist rejected the bid": the first word of the sentence tells what it is. */
bool pp_i_names_drop_trade(const pp_i_finder *finder, pp_i_found *found)
{
    pp_text word = pp_i_names_form(finder, found->sentence, 0);
    uint32_t rest = found->name_end - 1; /* a person has two names, a firm may have one */
    bool first = found->start == 0 && found->name_start == 0 && found->name_end > 1 &&
                 (found->kind == PP_FOUND_PERSON || found->kind == PP_FOUND_UNSURE) &&
                 pp_i_names_is_trade(word) && word.length > 4 &&
                 (rest == 1 || !pp_i_first_word_in(word, OF_PEOPLE));
    for (uint32_t i = 1; first && i < found->name_end; i++)
        first = (pp_i_name_word(pp_i_names_form(finder, found->sentence, i), NULL) &
                 PP_WORD_BODY) == 0; /* "Railway Workers Union" */
    if (first) {
        found->start = found->name_start = found->role_start = found->role_end = 1;
        found->head = found->head == 0 ? 1 : found->head;
        found->kind = PP_FOUND_BODY;
    }
    return first;
}

/* The trade that stands before a firm's name is what "the carmaker" is later on. */
void pp_i_names_set_trade(pp_i_finder *finder, const pp_i_found *found)
{
    pp_text before = word_before_name(finder, found);
    if (found->entity != PP_NONE && (pp_i_names_is_trade(before) || leads_firm(before)))
        pp_i_names_set_key(finder, pp_i_names_key(finder, "noun ", before), found->entity, true);
}
