/*
 * names_inferred.c: for whom people speak whom a report introduces in two steps; see names_steps.h.
 *
 * "Its foreign minister said on Thursday. [...] "The guns go first," Davit Orbel said": the office
 * stands in one sentence and the name in a next one. "City Hall is willing to pay, housing director
 * Paul Szymanski said": who has an office and says what a side is ready for belongs to it. And
 * "management" is that of the only employer of the report.
 */
#include "reading/names_offices_parts.h"
#include "reading/pronouns_parts.h"

enum {
    SENTENCES_BEHIND = 2, /* from an office to the name of its bearer */
    SUBJECT_REACH = 4,    /* words before a side that is the subject of what is said */
    READY_REACH = 8       /* from there to "is willing" */
};

static const pp_i_token *head_of(const pp_i_finder *finder, const pp_i_found *found)
{
    return pp_i_names_token(finder, found->sentence, found->head);
}

static bool says(const pp_i_finder *finder, const pp_i_found *found)
{
    return pp_i_names_says(&finder->sentences[found->sentence], found->head);
}

/* --- An office, and then a name -------------------------------------------------------------- */

/* "Its foreign minister said": somebody without a name, who speaks for a side. */
static bool is_unnamed_bearer(const pp_i_finder *finder, const pp_i_found *found)
{
    if (found->kind != PP_FOUND_ROLE || found->entity == PP_NONE || found->is_plural)
        return false;
    const pp_i_draft_entity *draft = &finder->entities.items[found->entity];
    return draft->made_of == PP_FOUND_ROLE && draft->entity.affiliation != PP_NONE &&
           draft->entity.mention_count <= 2 && says(finder, found) &&
           !pp_i_word_in(pp_i_names_form(finder, found->sentence, found->name_start),
                         "official diplomat analyst expert source observer aide economist");
}

static bool is_quoting(const pp_i_finder *finder, size_t sentence)
{
    const pp_i_sentence *one = &finder->sentences[sentence];
    for (size_t i = 0; i < one->token_count; i++)
        if (pp_i_word_in(one->tokens[i].form, "\" \xE2\x80\x9C \xE2\x80\x9D"))
            return true;
    return false;
}

/* A name without any title that is said here for the first time, of one who is quoted. */
static bool is_new_speaker(const pp_i_finder *finder, size_t index)
{
    const pp_i_found *found = &finder->found.items[index];
    if (found->kind != PP_FOUND_PERSON || found->entity == PP_NONE ||
        found->role_start < found->role_end || !says(finder, found) ||
        !is_quoting(finder, found->sentence) || pp_i_pronoun_is_met_before(finder, index, false))
        return false;
    const pp_i_draft_entity *draft = &finder->entities.items[found->entity];
    const pp_i_sentence *sentence = &finder->sentences[found->sentence];
    bool told = found->end < sentence->token_count && /* "X, of the Centre," "X of Y" */
                pp_i_word_in(sentence->tokens[found->end].form, "of , from");
    return draft->made_of == PP_FOUND_PERSON && draft->entity.kind == PP_ENTITY_PERSON &&
           draft->entity.role.length == 0 && draft->entity.affiliation == PP_NONE && !told;
}

static void pair_office(pp_i_finder *finder, size_t office)
{
    const pp_i_found *bearer = &finder->found.items[office];
    for (size_t i = office + 1; i < finder->found.count; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->sentence > bearer->sentence + SENTENCES_BEHIND)
            return;
        if (found->sentence == bearer->sentence || found->kind == PP_FOUND_PRONOUN)
            continue;
        if (is_new_speaker(finder, i)) {
            pp_i_names_set_side(finder, i,
                                finder->entities.items[bearer->entity].entity.affiliation, true);
            return;
        }
        if ((found->kind == PP_FOUND_PERSON || found->kind == PP_FOUND_ROLE) && says(finder, found))
            return; /* somebody else */
    }
}

/* --- What a side is ready for ---------------------------------------------------------------- */

/* Does a side that is the subject there say what it is ready for: "City Hall is willing"? */
static bool is_ready(const pp_i_finder *finder, const pp_i_found *side, bool firm)
{
    const pp_i_sentence *one = &finder->sentences[side->sentence];
    const pp_i_token *head = head_of(finder, side);
    if (head->relation != PP_REL_NSUBJ || side->end >= one->token_count)
        return false;
    for (uint32_t i = side->end; i < one->token_count && i < side->end + READY_REACH; i++) {
        if (pp_i_word_in(one->tokens[i].form, "willing ready prepared unwilling"))
            return true;
        bool first = i == side->end;
        if (firm && first && pp_i_word_in(one->tokens[i].form, "would could"))
            return true;
        if (first && side->kind == PP_FOUND_THE_BODY && side->is_definite && /* "the province" */
            pp_i_word_in(one->tokens[i].form, "opposes opposed supports backs backed welcomes "
                                              "would could accepts rejects rejected"))
            return true;
        if (one->tokens[i].tag == PP_TAG_VERB || one->tokens[i].tag == PP_TAG_PUNCT)
            return false;
    }
    return false;
}

/* The side of which the bearer of an office says what it is ready for: "City Hall is willing, X
 * said", "X said Castor would pay"; or PP_NONE. */
static size_t side_ready(const pp_i_finder *finder, size_t index, bool firm)
{
    const pp_i_found *bearer = &finder->found.items[index];
    const pp_i_token *head = head_of(finder, bearer);
    if (!says(finder, bearer))
        return PP_NONE;
    size_t from = index;
    while (from > 0 && finder->found.items[from - 1].sentence == bearer->sentence)
        from--;
    for (size_t i = from;
         i < finder->found.count && finder->found.items[i].sentence == bearer->sentence; i++) {
        const pp_i_found *side = &finder->found.items[i];
        if (side->entity == PP_NONE || side->entity == bearer->entity ||
            side->kind == PP_FOUND_PRONOUN)
            continue;
        pp_i_entity_kind kind = finder->entities.items[side->entity].entity.kind;
        bool first = side->start < SUBJECT_REACH && side->end < bearer->start;
        bool behind = head->head != PP_NO_HEAD && side->start > head->head &&
                      side->start <= head->head + 2; /* "said the district would" */
        bool body = kind == PP_ENTITY_BODY || kind == PP_ENTITY_PLACE || kind == PP_ENTITY_OTHER;
        if ((first || behind) && (body || (kind == PP_ENTITY_STATE && !firm)) &&
            is_ready(finder, side, firm))
            return side->entity;
    }
    return PP_NONE;
}

static void infer_ready(pp_i_finder *finder, size_t index)
{
    const pp_i_found *found = &finder->found.items[index];
    if (found->entity == PP_NONE || found->kind != PP_FOUND_PERSON ||
        found->role_start >= found->role_end)
        return;
    const pp_i_entity *person = &finder->entities.items[found->entity].entity;
    pp_i_side_kind kind = pp_i_names_side_kind(
        pp_i_names_words(finder, found->sentence, found->role_start, found->role_end));
    bool open = person->affiliation == PP_NONE || person->affiliation_is_inferred;
    if (person->kind != PP_ENTITY_PERSON || !open || kind == PP_SIDE_NONE)
        return;
    size_t side = side_ready(finder, index, kind >= PP_SIDE_ANY);
    if (side == PP_NONE || side == person->affiliation)
        return;
    pp_i_entity *named = &finder->entities.items[side].entity;
    if (named->kind == PP_ENTITY_PLACE || named->kind == PP_ENTITY_OTHER)
        named->kind = PP_ENTITY_BODY;
    finder->entities.items[found->entity].entity.affiliation = PP_NONE;
    pp_i_names_set_side(finder, index, side, true);
}

/* --- Management ------------------------------------------------------------------------------ */

/* The only employer of the report, by its nouns; or PP_NONE. */
static size_t only_employer(pp_i_finder *finder)
{
    static const char *const nouns[] = {
        "noun company",  "noun hospital",   "noun firm",    "noun airline",  "noun employer",
        "noun operator", "noun university", "noun college", "noun carrier",  "noun school",
        "noun studio",   "noun orchestra",  "noun museum",  "noun district", "noun airlines"};
    size_t only = PP_NONE;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        size_t entity = pp_i_names_get_key(finder, nouns[i]);
        if (entity == PP_NONE || finder->entities.items[entity].entity.kind != PP_ENTITY_BODY)
            continue;
        if (only != PP_NONE && only != entity)
            return PP_NONE;
        only = entity;
    }
    return only;
}

static void side_management(pp_i_finder *finder)
{
    size_t employer = only_employer(finder);
    for (size_t i = 0; i < finder->found.count && employer != PP_NONE; i++) {
        const pp_i_found *found = &finder->found.items[i];
        if (found->kind != PP_FOUND_THE_BODY || found->entity == PP_NONE ||
            found->entity == employer ||
            finder->entities.items[found->entity].entity.affiliation != PP_NONE ||
            !pp_i_word_in(pp_i_names_form(finder, found->sentence, found->name_start),
                          "management administration"))
            continue;
        pp_i_names_set_side(finder, i, employer, true);
    }
}

void pp_i_names_infer_introduced(pp_i_finder *finder)
{
    for (size_t i = 0; i < finder->found.count && !finder->no_memory; i++) {
        if (is_unnamed_bearer(finder, &finder->found.items[i]))
            pair_office(finder, i);
        infer_ready(finder, i);
    }
    if (!finder->no_memory)
        side_management(finder);
}
