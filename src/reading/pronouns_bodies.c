/*
 * pronouns_bodies.c: which body "the company", "the union", "the rebels" is, where its name does
 * not say so; see pronouns_parts.h.
 */
#include "reading/pronouns_parts.h"

#include <string.h>

/* Words that end the name of a body of another kind than "the company" and "the group" are. */
#define NO_COMPANY                                                                                 \
    "Union Ministry Council Committee Party Association Court Army Front Movement Parliament "     \
    "Assembly Commission Government Federation Coalition Forum Alliance Congress Senate Board "    \
    "Police Department Guild University Church Trust Crown Treasury Cabinet Nation Band "          \
    "Exchequer "                                                                                   \
    "Authority Agency School Hospital"
#define NO_GROUP                                                                                   \
    "Ministry Court Parliament Government Department Senate Police University Commission Council"

/* Has the name one of the words, whatever their case? */
static bool has_any_word(pp_text name, const char *words)
{
    for (const char *at = words; *at != '\0';) {
        size_t length = strcspn(at, " ");
        if (pp_i_pronoun_has_word(name, (pp_text){at, length}))
            return true;
        at += length;
        at += *at == ' ';
    }
    return false;
}

/* Is the body one that a noun of another kind means: "the IG Technik union" is no company? */
static bool is_of_other_kind(const pp_i_finder *finder, size_t entity)
{
    static const char *const nouns[] = {"noun union",    "noun guild",      "noun ministry",
                                        "noun council",  "noun government", "noun federation",
                                        "noun alliance", "noun association"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (pp_i_map_get(&finder->keys, pp_i_text_of(nouns[i])) == entity)
            return true;
    return false;
}

static pp_text last_word(pp_text words)
{
    size_t start = words.length;
    while (start > 0 && words.data[start - 1] != ' ')
        start--;
    return (pp_text){words.data + start, words.length - start};
}

/* The word that says what a body is: "Union" of "National Union of Railway Staff". */
pp_text pp_i_pronoun_kind_word(pp_text name)
{
    for (size_t i = 0; i + 4 < name.length; i++)
        if (memcmp(name.data + i, " of ", 4) == 0 || memcmp(name.data + i, " for ", 5) == 0)
            return last_word((pp_text){name.data, i});
    return last_word(name);
}

bool pp_i_pronoun_is_union(const pp_i_finder *finder, size_t entity)
{
    const pp_i_entity *body = &finder->entities.items[entity].entity;
    return pp_i_map_get(&finder->keys, PP_TEXT("noun union")) == entity ||
           pp_i_first_word_in(pp_i_pronoun_kind_word(body->name),
                              "union unions guild federation association");
}

/* The last body that was named before, with a capital, and whose name fits; or PP_NONE. */
static size_t find_named_body(const pp_i_finder *finder, size_t index,
                              bool (*fits)(pp_text name, const char *words), const char *words)
{
    for (size_t i = index, steps = 0; i > 0 && steps < PP_DESCRIPTION_BACK_MAX; i--, steps++) {
        const pp_i_found *candidate = &finder->found.items[i - 1];
        if (candidate->entity == PP_NONE || pp_i_pronoun_is_pronoun(candidate))
            continue;
        const pp_i_entity *entity = pp_i_pronoun_entity_of(finder, candidate);
        bool named = entity->kind == PP_ENTITY_BODY && pp_i_has_capital(entity->name);
        if (named && fits(entity->name, words) &&
            (strcmp(words, NO_COMPANY) != 0 || !is_of_other_kind(finder, candidate->entity)))
            return i - 1;
    }
    return PP_NONE;
}

static bool ends_otherwise(pp_text name, const char *words)
{
    pp_text last = last_word(name), first = {name.data, name.length - last.length};
    if (pp_i_word_in(pp_i_pronoun_kind_word(name), words))
        return false;
    bool department = first.length > 0 && /* "Department for Industry" */
                      pp_i_first_word_in(first, "Department Ministry Office Bureau");
    return !department && !pp_i_word_in(last, words);
}

size_t pp_i_pronoun_rebels(const pp_i_finder *finder, size_t index, pp_text noun)
{
    bool rebels = pp_i_word_in(
        noun, "rebels guerrillas insurgents militants fighters separatists guerrilla rebel");
    return rebels ? find_named_body(finder, index, has_any_word,
                                    "Front Army Forces Movement Liberation Militia Resistance "
                                    "Brigades Tigers Revolutionary")
                  : PP_NONE;
}

bool pp_i_pronoun_is_body_noun(pp_text word)
{
    unsigned what = pp_i_name_word(word, NULL);
    return (what & PP_WORD_BODY) != 0 && (what & (PP_WORD_TITLE | PP_WORD_ROLE)) == 0;
}

size_t pp_i_pronoun_by_noun(pp_i_finder *finder, pp_text noun)
{
    const char *key = pp_i_names_key(finder, "noun ", noun);
    size_t entity = key == NULL ? PP_NONE : pp_i_map_get(&finder->keys, pp_i_text_of(key));
    return entity != PP_NONE && finder->entities.items[entity].last_found != PP_NONE ? entity
                                                                                     : PP_NONE;
}

size_t pp_i_pronoun_body_within(pp_i_finder *finder, size_t index)
{
    const pp_i_found *found = &finder->found.items[index];
    if (!found->is_voice || found->name_start <= found->role_start)
        return PP_NONE;
    pp_text word = pp_i_names_form(finder, found->sentence, found->name_start - 1);
    size_t rebels = pp_i_pronoun_rebels(finder, index, word);
    if (rebels != PP_NONE)
        return finder->found.items[rebels].entity;
    return pp_i_pronoun_is_body_noun(word) ? pp_i_pronoun_by_noun(finder, word) : PP_NONE;
}

/* Words beside a name that tell a union or a company from other bodies. */
#define UNION_WORDS                                                                                \
    "member members represents representing strike strikes ballot walkout picket pickets rep "     \
    "reps "                                                                                        \
    "stoppage organiser organizer workers drivers pilots nurses teachers players crews"
#define COMPANY_WORDS                                                                              \
    "executive shareholders shareholder bosses management chairman chairwoman chair shares plant " \
    "depot customers passengers fleet profit profits revenue bid takeover workforce owner plc "    \
    "employs operates runs"
#define NO_UNION                                                                                   \
    "Ministry Council Court Commission Board Airlines Airways Buses Bank Group Trust University "  \
    "Government Department Limited Ltd Company Corporation Hospital Authority Agency Senate "      \
    "Parliament Party network"

/* The only body thereabouts that is called a union: the found one nearest before, else behind. */
static size_t find_only_union(const pp_i_finder *finder, size_t index)
{
    size_t best = PP_NONE, count = finder->found.count;
    size_t from = index > PP_DESCRIPTION_BACK_MAX ? index - PP_DESCRIPTION_BACK_MAX : 0;
    size_t to = count - index > PP_DESCRIPTION_BACK_MAX ? index + PP_DESCRIPTION_BACK_MAX : count;
    for (size_t i = from; i < to; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (i == index || found->entity == PP_NONE || pp_i_pronoun_is_pronoun(found))
            continue;
        const pp_i_entity *entity = pp_i_pronoun_entity_of(finder, found);
        if (entity->kind != PP_ENTITY_BODY || entity->code != NULL ||
            finder->entities.items[found->entity].made_of == PP_FOUND_KNOWN || /* the EU */
            has_any_word(entity->name,
                         "Students Students' Students\xE2\x80\x99 Customs Economic") ||
            !pp_i_word_in(pp_i_pronoun_kind_word(entity->name), "Union Guild"))
            continue;
        if (best != PP_NONE && finder->found.items[best].entity != found->entity)
            return PP_NONE;
        best = best == PP_NONE || i < index ? i : best;
    }
    return best;
}

/* A body named around a description, and how much speaks for it. */
typedef struct rival {
    size_t entity, found, score;
} rival;

static size_t words_beside(const pp_i_finder *finder, const pp_i_found *found, const char *words)
{
    enum { BEFORE = 3, BEHIND = 7 };
    size_t count = 0, end = finder->sentences[found->sentence].token_count;
    size_t from = found->start > BEFORE ? found->start - BEFORE : 0;
    for (size_t i = from; i < end && i < found->end + BEHIND; i++)
        if (i < found->start || i >= found->end)
            count += pp_i_word_in(pp_i_names_form(finder, found->sentence, (uint32_t)i), words);
    return count;
}

/* Counts what stands beside the bodies named around `index`; how many there are. */
static size_t find_rivals(const pp_i_finder *finder, size_t index, bool is_union, rival *rivals,
                          size_t most)
{
    size_t count = 0;
    size_t from = index > PP_DESCRIPTION_BACK_MAX ? index - PP_DESCRIPTION_BACK_MAX : 0;
    for (size_t i = from; i < finder->found.count && i < index + PP_DESCRIPTION_BACK_MAX; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (i == index || found->entity == PP_NONE || pp_i_pronoun_is_pronoun(found))
            continue;
        const pp_i_entity *entity = pp_i_pronoun_entity_of(finder, found);
        bool named = entity->kind == PP_ENTITY_BODY && entity->code == NULL &&
                     pp_i_has_capital(entity->name) &&
                     ends_otherwise(entity->name, is_union ? NO_UNION : NO_COMPANY) &&
                     (is_union || !is_of_other_kind(finder, found->entity));
        size_t at = 0;
        while (at < count && rivals[at].entity != found->entity)
            at++;
        if (!named || at == most)
            continue;
        if (at == count)
            rivals[count++] = (rival){.entity = found->entity, .found = i};
        size_t own = words_beside(finder, found, is_union ? UNION_WORDS : COMPANY_WORDS);
        size_t other = words_beside(finder, found, is_union ? COMPANY_WORDS : UNION_WORDS);
        rivals[at].score += own > other ? own - other : 0;
        rivals[at].found = i < index ? i : rivals[at].found;
    }
    return count;
}

/* "The union" of a report that names one only by letters, "the company" among several bodies: the
 * one beside whose name members and strikes, or shareholders and plants, are spoken of most. */
size_t pp_i_pronoun_body_beside(const pp_i_finder *finder, size_t index, bool is_union)
{
    enum { RIVAL_COUNT_MAX = 32 };
    rival rivals[RIVAL_COUNT_MAX];
    size_t count = find_rivals(finder, index, is_union, rivals, RIVAL_COUNT_MAX);
    for (int behind = 0; behind <= is_union; behind++) { /* a union may be named only behind */
        const rival *best = NULL;
        bool tied = false;
        for (size_t i = 0; i < count; i++) {
            if (rivals[i].score == 0 || (rivals[i].found > index) != (behind == 1))
                continue;
            tied = best != NULL && rivals[i].score == best->score ? true : tied;
            if (best == NULL || rivals[i].score > best->score) {
                best = &rivals[i];
                tied = false;
            }
        }
        if (best != NULL)
            return tied ? PP_NONE : best->found;
    }
    return PP_NONE;
}

/* The body that "the company" or "the group" is: for a union or a company the one that the words
 * beside the names speak for, though it be named only behind; else the last one named before. A
 * union that no words speak for is nobody's. */
size_t pp_i_pronoun_body(const pp_i_finder *finder, size_t index)
{
    const pp_i_found *found = &finder->found.items[index];
    pp_text noun = pp_i_names_form(finder, found->sentence, found->name_end - 1);
    bool company = pp_i_word_in(noun, "company firm employer") || pp_i_names_is_trade(noun);
    bool told = found->end < finder->sentences[found->sentence].token_count &&
                pp_i_word_in(pp_i_names_form(finder, found->sentence, found->end),
                             "that which who of behind"); /* "the company that runs the quarry" */
    bool is_union = pp_i_word_in(noun, "union");
    if (told ||
        (!company && !is_union && !pp_i_word_in(noun, "group organisation organization movement")))
        return PP_NONE;
    bool trade = company && !pp_i_word_in(noun, "company firm employer airline carrier operator "
                                                "developer");
    if (trade) {
        rival only[2]; /* of several firms the trade alone tells none */
        size_t count = find_rivals(finder, index, false, only, 2);
        return count == 1 && only[0].found < index ? only[0].found : PP_NONE;
    }
    size_t named = is_union ? find_only_union(finder, index) : PP_NONE;
    if (named != PP_NONE)
        return named;
    size_t beside =
        company || is_union ? pp_i_pronoun_body_beside(finder, index, is_union) : PP_NONE;
    if (beside != PP_NONE || is_union)
        return beside;
    return find_named_body(finder, index, ends_otherwise, company ? NO_COMPANY : NO_GROUP);
}
