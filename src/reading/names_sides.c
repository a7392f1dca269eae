/*
 * names_sides.c: for whom people speak who are called nobody's; see names_steps.h.
 *
 * First what the report says of them: "who heads the union's team", "speaking for the villages",
 * "of the women's coalition". Else what their title tells (names_offices.c), which is said to be
 * inferred.
 */
#include "reading/names_steps.h"
#include "reading/pronouns_parts.h"

#include <string.h>

enum {
    LEADING_REACH = 3,      /* tokens from "who" to its verb */
    NAMING_REACH = 4,       /* from there to whom */
    ENDING_REACH = 8,       /* and to "until last year" */
    CHAIN_COUNT_MAX = 7,    /* who speaks for whom speaks for whom */
    STATE_MENTION_COUNT = 2 /* of a state that a report is about */
};

static const pp_i_token *token_at(const pp_i_finder *finder, size_t sentence, uint32_t token)
{
    const pp_i_sentence *one = &finder->sentences[sentence];
    return token < one->token_count ? &one->tokens[token] : NULL;
}

static bool is_form(const pp_i_finder *finder, size_t sentence, uint32_t token, const char *forms)
{
    const pp_i_token *at = token_at(finder, sentence, token);
    return at != NULL && pp_i_word_in(at->form, forms);
}

static bool can_be_side(const pp_i_finder *finder, size_t entity)
{
    pp_i_entity_kind kind = finder->entities.items[entity].entity.kind;
    return kind == PP_ENTITY_STATE || kind == PP_ENTITY_BODY || kind == PP_ENTITY_GROUP;
}

/* Do the words of [start, end) lead to a name: "the town's", "its small"? */
static bool leads_to(const pp_i_finder *finder, size_t sentence, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        uint8_t tag = pp_i_names_token(finder, sentence, i)->tag;
        if (tag == PP_TAG_VERB || tag == PP_TAG_AUX || tag == PP_TAG_ADP || tag == PP_TAG_SCONJ ||
            tag == PP_TAG_PUNCT || tag == PP_TAG_CCONJ)
            return false;
    }
    return true;
}

/* The side that is named from `start` on, and for itself: not "the Norwegian offer"; or PP_NONE. */
static size_t side_named(const pp_i_finder *finder, size_t index, uint32_t start)
{
    size_t best = PP_NONE;
    size_t sentence = finder->found.items[index].sentence;
    for (size_t i = index + 1;
         i < finder->found.count && finder->found.items[i].sentence == sentence; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->start < start || found->start > start + NAMING_REACH ||
            found->entity == PP_NONE || !can_be_side(finder, found->entity) ||
            !leads_to(finder, sentence, start, found->start))
            continue;
        const pp_i_token *head = pp_i_names_token(finder, sentence, found->head);
        bool described = (head->relation == PP_REL_COMPOUND || head->relation == PP_REL_AMOD) &&
                         head->head != PP_NO_HEAD && head->head >= found->end;
        const pp_i_found *other = best == PP_NONE ? NULL : &finder->found.items[best];
        bool whole = other == NULL || found->start < other->start ||
                     (found->start == other->start && found->end > other->end &&
                      other->kind == PP_FOUND_GROUP); /* "the pilots' union" */
        if (whole && !described)
            best = i;
    }
    return best;
}

/* Where what somebody leads begins, after a verb at `verb`: "chairs the committee", "speaks for
 * the islands"; 0 where the verb does not lead. */
static uint32_t led_behind(const pp_i_finder *finder, size_t sentence, uint32_t verb)
{
    const pp_i_token *at = token_at(finder, sentence, verb);
    if (at == NULL || at->tag != PP_TAG_VERB)
        return 0;
    if (pp_i_word_in(at->lemma, "lead head chair represent run direct manage oversee command "
                                "coordinate found"))
        return verb + 1;
    bool speaks = pp_i_word_in(at->lemma, "speak negotiate act bargain work");
    return speaks && is_form(finder, sentence, verb + 1, "for") ? verb + 2 : 0;
}

/* What is named at "whose" or right behind it; or PP_NONE. */
static size_t side_whose(const pp_i_finder *finder, size_t index, uint32_t whose)
{
    size_t named = side_named(finder, index, whose);
    return named != PP_NONE ? named : side_named(finder, index, whose + 1);
}

static bool is_verb(const pp_i_finder *finder, size_t sentence, uint32_t token)
{
    const pp_i_token *at = token_at(finder, sentence, token);
    return at != NULL && (at->tag == PP_TAG_VERB || at->tag == PP_TAG_AUX);
}

/* A named body that begins at `start`, or with the "whose" before it, and is the subject there:
 * "whose Liberals won". */
static bool is_body_doing(const pp_i_finder *finder, size_t index, uint32_t start)
{
    const pp_i_found *found = &finder->found.items[index];
    return found->start <= start && found->kind != PP_FOUND_KNOWN &&
           finder->entities.items[found->entity].entity.kind == PP_ENTITY_BODY &&
           is_verb(finder, found->sentence, found->end);
}

/* Where what somebody leads begins, after "who" at `who`; 0 where he leads nothing now: "who does
 * not speak for", "who was represented by", "who led it until". */
static uint32_t led_by_who(const pp_i_finder *finder, size_t sentence, uint32_t who)
{
    for (uint32_t i = who + 1; i <= who + LEADING_REACH; i++) {
        const pp_i_token *token = token_at(finder, sentence, i);
        if (token == NULL || pp_i_word_in(token->lemma, "be not never no longer once formerly") ||
            pp_i_word_in(token->form, "n't n\xE2\x80\x99t"))
            return 0;
        if (token->tag != PP_TAG_VERB)
            continue;
        uint32_t start = led_behind(finder, sentence, i);
        for (uint32_t k = start; start != 0 && k < start + ENDING_REACH; k++)
            start = is_form(finder, sentence, k, "until") ? 0 : start;
        return start;
    }
    return 0;
}

/* The side that the words right behind a name give its bearer, or PP_NONE. */
static size_t side_told(const pp_i_finder *finder, size_t index)
{
    const pp_i_found *found = &finder->found.items[index];
    uint32_t at = found->end;
    bool comma = is_form(finder, found->sentence, at, ",");
    at += comma ? 1 : 0;
    if (is_form(finder, found->sentence, at, "whose")) {
        size_t named = side_whose(finder, index, at);
        return named != PP_NONE && is_body_doing(finder, named, at + 1) ? named : PP_NONE;
    }
    uint32_t start = 0;
    const pp_i_token *now = token_at(finder, found->sentence, at);
    if (is_form(finder, found->sentence, at, "who"))
        start = led_by_who(finder, found->sentence, at);
    else if (now != NULL && now->form.length > 3 &&
             memcmp(now->form.data + now->form.length - 3, "ing", 3) == 0)
        start = led_behind(finder, found->sentence, at); /* ", speaking for the villages," */
    else if (is_form(finder, found->sentence, at, "of from") &&
             is_form(finder, found->sentence, at + 1, "the"))
        start = at + 1; /* "Rose Wani, of the women's coalition" */
    return start == 0 ? PP_NONE : side_named(finder, index, start);
}

static bool has_title(const pp_i_found *found)
{
    return found->kind == PP_FOUND_ROLE ||
           (found->kind == PP_FOUND_PERSON && found->role_start < found->role_end);
}

static bool is_ministry(const pp_i_draft_entity *draft)
{
    return draft->entity.kind == PP_ENTITY_BODY &&
           (pp_i_first_word_in(pp_i_names_last_word(draft->entity.name), "ministry") ||
            pp_i_first_word_in(pp_i_names_first_word(draft->entity.name), "ministry"));
}

bool pp_i_names_speaks_for(const pp_i_finder *finder, size_t one, size_t other)
{
    size_t at = one;
    for (int i = 0; i < CHAIN_COUNT_MAX && at != PP_NONE; i++) {
        if (at == other)
            return true;
        at = finder->entities.items[at].entity.affiliation;
    }
    return at != PP_NONE;
}

void pp_i_names_set_side(pp_i_finder *finder, size_t index, size_t side, bool inferred)
{
    size_t bearer = finder->found.items[index].entity;
    if (pp_i_names_speaks_for(finder, side, bearer))
        return; /* who speaks for him cannot be for whom he speaks */
    pp_i_entity *entity = &finder->entities.items[bearer].entity;
    entity->affiliation = side;
    entity->affiliation_mention = index;
    entity->affiliation_is_inferred = inferred;
}

/* Is no other state named more often? */
static bool is_most_named(const pp_i_finder *finder, size_t state)
{
    for (size_t i = 0; i < finder->entities.count; i++) {
        const pp_i_entity *other = &finder->entities.items[i].entity;
        if (other->kind == PP_ENTITY_STATE &&
            other->mention_count > finder->entities.items[state].entity.mention_count)
            return false;
    }
    return true;
}

/* The state of the only minister that a report says to be one: "Danish Business Minister Ann Lund";
 * or PP_NONE. */
static size_t state_with_minister(const pp_i_finder *finder)
{
    size_t state = PP_NONE;
    for (size_t i = 0; i < finder->entities.count; i++) {
        const pp_i_entity *person = &finder->entities.items[i].entity;
        if (person->kind != PP_ENTITY_PERSON || person->affiliation == PP_NONE ||
            finder->entities.items[person->affiliation].entity.kind != PP_ENTITY_STATE ||
            !pp_i_word_in(pp_i_names_last_word(person->role),
                          "minister Minister president President premier Premier"))
            continue;
        if (state != PP_NONE && state != person->affiliation)
            return PP_NONE;
        state = person->affiliation;
    }
    return state != PP_NONE && is_most_named(finder, state) ? state : PP_NONE;
}

/* The state whose government "the government" is: the only one of which the report says that it
 * has one ("the Malian government"), else the only one that has a minister; or PP_NONE. */
static size_t state_that_governs(const pp_i_finder *finder)
{
    size_t state = PP_NONE;
    for (size_t i = 0; i < finder->found.count; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->kind != PP_FOUND_THE_BODY || found->entity == PP_NONE ||
            finder->entities.items[found->entity].entity.kind != PP_ENTITY_STATE ||
            !is_form(finder, found->sentence, found->name_start, "government"))
            continue;
        if (state != PP_NONE && state != found->entity)
            return PP_NONE;
        state = found->entity;
    }
    return state != PP_NONE ? state : state_with_minister(finder);
}

static void side_government(pp_i_finder *finder)
{
    size_t state = state_that_governs(finder);
    for (size_t i = 0; i < finder->found.count && state != PP_NONE; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->kind != PP_FOUND_THE_BODY || found->entity == PP_NONE)
            continue;
        pp_i_entity *entity = &finder->entities.items[found->entity].entity;
        bool official = pp_i_text_is(entity->name, "official delegation") ||
                        pp_i_text_is(entity->name, "government delegation");
        if (entity->affiliation == PP_NONE &&
            (official || pp_i_text_is(entity->name, "government")))
            pp_i_names_set_side(finder, i, state, true);
    }
}

/* "The government" of a report that is about no state, or PP_NONE. */
static size_t only_government(const pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->entities.count; i++) {
        const pp_i_entity *entity = &finder->entities.items[i].entity;
        if (entity->kind == PP_ENTITY_STATE && entity->mention_count >= STATE_MENTION_COUNT)
            return PP_NONE;
    }
    return pp_i_names_get_key(finder, "noun government");
}

/* What the report says of the people it names. */
static void find_told(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->entity == PP_NONE || found->kind == PP_FOUND_PRONOUN)
            continue;
        const pp_i_entity *entity = &finder->entities.items[found->entity].entity;
        size_t told = entity->kind == PP_ENTITY_PERSON && entity->affiliation == PP_NONE
                          ? side_told(finder, i)
                          : PP_NONE;
        if (told != PP_NONE)
            pp_i_names_set_side(finder, i, finder->found.items[told].entity, false);
    }
}

/* What the titles of the others tell, and where ministries belong. */
static void infer_sides(pp_i_finder *finder)
{
    size_t government = only_government(finder);
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->entity == PP_NONE || found->kind == PP_FOUND_PRONOUN)
            continue;
        const pp_i_draft_entity *draft = &finder->entities.items[found->entity];
        size_t side = PP_NONE;
        if (draft->entity.affiliation != PP_NONE)
            continue;
        if (is_ministry(draft))
            side = !pp_i_pronoun_is_met_before(finder, i, false)
                       ? pp_i_names_side_of_ministry(finder, i)
                       : PP_NONE;
        else if (draft->entity.kind == PP_ENTITY_PERSON && has_title(found) &&
                 draft->made_of == PP_FOUND_PERSON)
            side = pp_i_names_side_of_title(finder, i, government);
        if (side != PP_NONE)
            pp_i_names_set_side(finder, i, side, true);
    }
}

/* Which names of no known kind are states: "Foreign Minister Ann Lund of Kelmar", "Kelmar's
 * parliament". */
static void find_states(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count; i++) {
        const pp_i_found *found = &finder->found.items[i];
        size_t owner = found->owner == PP_NONE ? PP_NONE : finder->found.items[found->owner].entity;
        if (owner == PP_NONE || finder->entities.items[owner].made_of != PP_FOUND_UNSURE ||
            finder->entities.items[owner].entity.kind != PP_ENTITY_BODY)
            continue;
        bool rules = found->kind == PP_FOUND_THE_BODY
                         ? is_form(finder, found->sentence, found->name_start,
                                   "parliament government army senate")
                         : has_title(found) && is_form(finder, found->sentence, found->role_end - 1,
                                                       "minister Minister president President "
                                                       "ambassador Ambassador premier Premier");
        finder->entities.items[owner].governs = finder->entities.items[owner].governs || rules;
    }
}

/* "Her government", of a minister for whom no state was found: she speaks for it, and it not for
 * her. */
static void turn_governments(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->kind != PP_FOUND_THE_BODY || found->entity == PP_NONE ||
            found->owner == PP_NONE || finder->found.items[found->owner].kind != PP_FOUND_PRONOUN ||
            !is_form(finder, found->sentence, found->name_start, "government administration"))
            continue;
        pp_i_entity *government = &finder->entities.items[found->entity].entity;
        pp_i_entity *person = government->affiliation == PP_NONE
                                  ? NULL
                                  : &finder->entities.items[government->affiliation].entity;
        if (person == NULL || person->kind != PP_ENTITY_PERSON || person->affiliation != PP_NONE ||
            !pp_i_word_in(pp_i_names_last_word(person->role),
                          "minister Minister president President premier Premier secretary "
                          "Secretary"))
            continue;
        size_t mention = government->affiliation_mention;
        government->affiliation = government->affiliation_mention = PP_NONE;
        person->affiliation = found->entity;
        person->affiliation_mention = finder->found.items[mention].owner;
    }
}

void pp_i_names_find_sides(pp_i_finder *finder)
{
    find_states(finder);
    side_government(finder);
    find_told(finder);
    infer_sides(finder);
    pp_i_names_infer_introduced(finder);
    turn_governments(finder);
}
