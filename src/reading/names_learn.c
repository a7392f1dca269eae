/* names_learn.c: aliases, and for whom a bearer of a title speaks; see names_steps.h. */
#include "reading/names_steps.h"
#include "reading/pronouns_parts.h"

enum { CHAIN_COUNT_MAX = 7 /* who speaks for whom speaks for whom */ };

void pp_i_names_join_brackets(pp_i_finder *finder)
{
    for (size_t i = 1; i < finder->found.count && !finder->no_memory; i++) {
        const pp_i_found *before = &finder->found.items[i - 1], *inside = &finder->found.items[i];
        const pp_i_sentence *sentence = &finder->sentences[inside->sentence];
        if (before->sentence != inside->sentence || before->end + 1 != inside->start ||
            !pp_i_text_is(sentence->tokens[before->end].form, "(") ||
            inside->end >= sentence->token_count ||
            !pp_i_text_is(sentence->tokens[inside->end].form, ")") ||
            (before->kind != PP_FOUND_BODY && before->kind != PP_FOUND_OTHER &&
             before->kind != PP_FOUND_PERSON && before->kind != PP_FOUND_PLACE) ||
            inside->kind == PP_FOUND_KNOWN || inside->name_end - inside->name_start != 1)
            continue;
        pp_text acronym = pp_i_names_words_of(finder, inside);
        if (!pp_i_names_is_acronym(acronym))
            continue;
        pp_i_names_set_key(finder, pp_i_names_key(finder, "acronym ", acronym), before->entity,
                           true);
        if (before->kind == PP_FOUND_PERSON && before->entity != PP_NONE) /* people have none */
            finder->entities.items[before->entity].entity.kind = PP_ENTITY_BODY;
    }
}

static void add_alias(pp_i_finder *finder, size_t entity, pp_text words)
{
    pp_i_draft_entity *draft = &finder->entities.items[entity];
    if (words.length == 0 || pp_i_text_equal(words, draft->entity.name))
        return;
    for (size_t i = 0; i < draft->aliases.count; i++)
        if (pp_i_text_equal(draft->aliases.items[i], words))
            return;
    if (!PP_LIST_ADD(finder->arena, &draft->aliases, words))
        finder->no_memory = true;
}

/* Who has a negotiator or a president is somebody: "Belen's chief negotiator", "President X of
 * Belen". A place that has a mayor may still be only a place. */
static void see_having(pp_i_finder *finder, const pp_i_found *found, size_t owner)
{
    pp_i_draft_entity *draft = &finder->entities.items[owner];
    bool titled = found->kind == PP_FOUND_ROLE ||
                  (found->kind == PP_FOUND_PERSON && found->role_start < found->role_end);
    if (titled && draft->entity.kind == PP_ENTITY_OTHER && draft->made_of == PP_FOUND_UNSURE)
        draft->entity.kind = PP_ENTITY_BODY;
}

/* Does a possessive mark stand behind it: "Iran's critics"? */
static bool follows_mark(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    return found->end < sentence->token_count &&
           pp_i_word_in(sentence->tokens[found->end].form, "'s \xE2\x80\x99s ' \xE2\x80\x99");
}

bool pp_i_names_is_of_others(const pp_i_finder *finder, const pp_i_found *found)
{
    const pp_i_found *owner = found->owner == PP_NONE ? NULL : &finder->found.items[found->owner];
    bool people = owner != NULL && /* "her Swedish colleague" */
                  (owner->kind == PP_FOUND_UNSURE ||
                   (owner->kind == PP_FOUND_KNOWN && owner->known_kind == PP_KNOWN_DEMONYM)) &&
                  !follows_mark(finder, owner);
    return !people && found->role_start < found->role_end &&
           pp_i_first_word_in(pp_i_names_form(finder, found->sentence, found->role_end - 1),
                              "colleague counterpart rival rivals opponent opponents critic "
                              "critics predecessor successor friend brother sister father mother "
                              "creditor creditors bondholder bondholders noteholder noteholders "
                              "shareholder shareholders lender lenders supplier suppliers customer "
                              "customers tenant tenants competitor competitors");
}

bool pp_i_names_is_private(pp_text noun)
{
    return pp_i_first_word_in(noun, "union guild association federation confederation party club "
                                    "institute university foundation bank group congress alliance "
                                    "chamber league society company firm charity syndicate");
}

/* People who live in a land, or work there for themselves: nobody's who governs or employs. */
#define OF_LAND                                                                                    \
    "farmer farmers fisherman fishermen rancher ranchers grower growers herder herders voter "     \
    "voters citizen citizens taxpayer taxpayers pensioner pensioners villager villagers settler "  \
    "settlers union unions company companies firm firms exporter exporters analyst analysts"

/* "Activist", "farmer": a title that is nobody's office. */
#define NO_OFFICE                                                                                  \
    "activist analyst campaigner doctor expert farmer fisherman lawyer pilot researcher "          \
    "scientist "                                                                                   \
    "politician engineer economist"

/* "The Norwegian opposition leader", "Norwegian union leaders": the word before tells whose. */
static bool is_of_apart(const pp_i_finder *finder, const pp_i_found *found)
{
    for (uint32_t i = found->role_start; i + 1 < found->role_end; i++)
        if (pp_i_word_in(pp_i_names_form(finder, found->sentence, i),
                         "opposition rebel union unions business industry separatist militia "
                         "guerrilla insurgent protest tribal church civic"))
            return true;
    return found->role_start < found->role_end && /* "the Norwegian opposition" */
           pp_i_text_is(pp_i_names_form(finder, found->sentence, found->role_end - 1),
                        "opposition");
}

bool pp_i_names_is_own_people(const pp_i_finder *finder, const pp_i_found *found, size_t owner)
{
    const pp_i_draft_entity *land = &finder->entities.items[owner];
    pp_text noun = pp_i_names_form(finder, found->sentence, found->name_start);
    bool named = found->owner == PP_NONE || /* its first word tells */
                 finder->found.items[found->owner].kind <= PP_FOUND_UNSURE;
    bool governs = land->entity.kind == PP_ENTITY_STATE ||
                   (land->entity.kind == PP_ENTITY_BODY && land->made_of == PP_FOUND_UNSURE);
    if (named && governs && is_of_apart(finder, found))
        return true;
    if (found->kind == PP_FOUND_ROLE)
        return named && land->entity.kind == PP_ENTITY_STATE && pp_i_first_word_in(noun, NO_OFFICE);
    if (found->kind != PP_FOUND_GROUP || found->is_voice)
        return false;
    if (land->entity.kind != PP_ENTITY_STATE)
        return (land->entity.kind == PP_ENTITY_BODY || land->entity.kind == PP_ENTITY_GROUP) &&
               named && (land->made_of == PP_FOUND_KNOWN || land->made_of == PP_FOUND_UNSURE) &&
               pp_i_first_word_in(noun, OF_LAND);
    if (!named && pp_i_text_is(noun, "experts"))
        return false; /* "its experts" */
    return !pp_i_first_word_in(noun, "mp mps legislator legislators senator senators police chiefs "
                                     "governors");
}

/* Does the description say that he was it: "a former Indian ambassador"? */
static bool is_former(const pp_i_finder *finder, const pp_i_found *found)
{
    for (uint32_t i = found->start; i < found->role_end; i++)
        if (pp_i_word_in(pp_i_names_form(finder, found->sentence, i), "former retired ex Former"))
            return true;
    return found->start > 0 &&
           pp_i_word_in(pp_i_names_form(finder, found->sentence, found->start - 1),
                        "former retired Former");
}

/* Does the one finally speak for the other: "his government", of a minister's state? */
static bool speaks_for(const pp_i_finder *finder, size_t one, size_t other)
{
    for (int i = 0; i < CHAIN_COUNT_MAX && one != PP_NONE; i++) {
        if (one == other)
            return true;
        one = finder->entities.items[one].entity.affiliation;
    }
    return one != PP_NONE;
}

void pp_i_names_learn(pp_i_finder *finder, size_t index)
{
    pp_i_found *found = &finder->found.items[index];
    if (found->entity == PP_NONE || found->kind == PP_FOUND_PRONOUN)
        return;
    pp_i_entity *entity = &finder->entities.items[found->entity].entity;
    if (entity->gender == PP_GENDER_OPEN && entity->kind == PP_ENTITY_PERSON)
        entity->gender = found->gender;
    if (entity->role.length == 0 && found->role_start < found->role_end &&
        (entity->kind == PP_ENTITY_PERSON))
        entity->role =
            pp_i_names_words(finder, found->sentence, found->role_start, found->role_end);
    if (found->owner == PP_NONE || entity->affiliation != PP_NONE ||
        pp_i_names_is_of_others(finder, found))
        return;
    size_t owner = finder->found.items[found->owner].entity;
    if (owner == PP_NONE || speaks_for(finder, owner, found->entity))
        return;
    see_having(finder, found, owner);
    pp_i_entity_kind kind = finder->entities.items[owner].entity.kind;
    bool speaks = entity->kind == PP_ENTITY_PERSON || entity->kind == PP_ENTITY_BODY ||
                  entity->kind == PP_ENTITY_GROUP;
    if (!speaks || kind == PP_ENTITY_OTHER || kind == PP_ENTITY_PLACE)
        return;
    if (found->kind == PP_FOUND_UNSURE && kind == PP_ENTITY_STATE &&
        pp_i_pronoun_is_met_before(finder, index, true) &&
        !follows_mark(finder, &finder->found.items[found->owner]))
        return; /* "the Pakistani Taliban", after "the Taliban": others */
    bool former = entity->kind == PP_ENTITY_PERSON && kind == PP_ENTITY_STATE &&
                  found->role_start < found->role_end &&
                  is_former(finder, found); /* "a former Indian ambassador" */
    if (former)
        return;
    const pp_i_found *owning = &finder->found.items[found->owner];
    if (found->kind == PP_FOUND_THE_BODY && kind == PP_ENTITY_GROUP && !found->is_voice &&
        owning->kind == PP_FOUND_GROUP && follows_mark(finder, owning))
        return; /* "the residents' association" is a side of its own */
    bool employs =
        found->kind == PP_FOUND_THE_BODY && kind == PP_ENTITY_BODY && /* "its union" */
        pp_i_text_is(pp_i_names_form(finder, found->sentence, found->name_start), "union");
    if (employs || pp_i_names_is_own_people(finder, found, owner))
        return; /* "Norwegian fishermen" */
    bool own = entity->kind == PP_ENTITY_BODY && kind == PP_ENTITY_STATE;
    bool firm =
        found->kind == PP_FOUND_THE_BODY && /* "the Danish company Halvorsen Biologics" */
        pp_i_names_is_private(pp_i_names_form(finder, found->sentence, found->name_start)) &&
        !follows_mark(finder, &finder->found.items[found->owner]);
    if (own && (firm || pp_i_names_is_private(pp_i_names_last_word(entity->name))))
        return; /* "Germany's IG Metall union", "the Congo Miners' Union": no voice of the state */
    if (found->kind == PP_FOUND_BODY && kind == PP_ENTITY_PERSON)
        return; /* "Boyd's Harbour Party" is not his voice, he is its */
    if (entity->kind == PP_ENTITY_PERSON && found->kind == PP_FOUND_PERSON &&
        found->role_start == found->role_end &&
        (kind != PP_ENTITY_BODY || finder->found.items[found->owner].kind == PP_FOUND_PRONOUN))
        return; /* "Ukraine's Olena" says nothing about for whom she speaks */
    entity->affiliation = owner;
    entity->affiliation_mention = index;
}

void pp_i_names_add_aliases(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
        const pp_i_found *found = &finder->found.items[i];
        bool is_name = found->kind <= PP_FOUND_UNSURE && !found->is_voice;
        if (is_name && found->entity != PP_NONE)
            add_alias(finder, found->entity, pp_i_names_words_of(finder, found));
    }
}

bool pp_i_names_is_head_of_state(const pp_i_entity *entity)
{
    pp_text role = pp_i_names_last_word(entity->role);
    return entity->kind == PP_ENTITY_PERSON &&
           !pp_i_pronoun_has_word(entity->role, PP_TEXT("opposition")) &&
           !pp_i_pronoun_has_word(entity->role, PP_TEXT("militia")) &&
           !pp_i_pronoun_has_word(entity->role, PP_TEXT("rebel")) &&
           ((pp_i_name_word(role, NULL) & PP_WORD_HEAD_OF_STATE) != 0 ||
            pp_i_text_is(entity->role, "Prime Minister") ||
            pp_i_text_is(entity->role, "prime minister"));
}

/* Whether another head of state speaks for this state under the same title. */
static bool has_head(const pp_i_finder *finder, size_t state, const pp_i_entity *except)
{
    for (size_t i = 0; i < finder->entities.count; i++) {
        const pp_i_entity *entity = &finder->entities.items[i].entity;
        if (entity != except && entity->affiliation == state && pp_i_names_is_head_of_state(entity))
            return true;
    }
    return false;
}

void pp_i_names_infer_affiliation(pp_i_finder *finder, size_t index)
{
    pp_i_entity *person = &finder->entities.items[index].entity;
    size_t *counts = PP_NEW_ARRAY(finder->arena, size_t, finder->entities.count);
    size_t best = PP_NONE, from = 0;
    if (counts == NULL) {
        finder->no_memory = true;
        return;
    }
    for (size_t i = 0; i < finder->found.count; i++) {
        if (finder->found.items[i].sentence != finder->found.items[from].sentence)
            from = i;
        if (finder->found.items[i].entity != index)
            continue;
        size_t sentence = finder->found.items[i].sentence;
        for (size_t j = from;
             j < finder->found.count && finder->found.items[j].sentence == sentence; j++) {
            size_t other = finder->found.items[j].entity;
            if (other != PP_NONE && finder->entities.items[other].entity.kind == PP_ENTITY_STATE)
                counts[other] += finder->found.items[j].kind == PP_FOUND_KNOWN;
        }
    }
    size_t next = 0; /* of the second */
    for (size_t i = 0; i < finder->entities.count; i++) {
        if (counts[i] == 0 || has_head(finder, i, person))
            continue;
        if (best == PP_NONE || counts[i] > counts[best]) {
            next = best == PP_NONE ? 0 : counts[best];
            best = i;
        } else if (counts[i] > next) {
            next = counts[i];
        }
    }
    if (best == PP_NONE || counts[best] < 2 || counts[best] < 2 * next)
        return; /* presidents talk of the other side too: none rather than the wrong one */
    person->affiliation = best;
    person->affiliation_is_inferred = true;
}
