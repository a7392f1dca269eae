/*
 * pronouns_owned.c: who can own what stands behind "its" or "their": a minister is a state's, a
 * shareholder a firm's, a member an association's; see pronouns_parts.h.
 */
#include "reading/names_steps.h"
#include "reading/pronouns_parts.h"

enum { OWNED_REACH = 4 /* tokens behind the pronoun */ };

/* Is one of the words in what the pronoun owns: "its fisheries minister"? */
static bool owns(const pp_i_finder *finder, const pp_i_found *pronoun, const char *words)
{
    const pp_i_sentence *here = &finder->sentences[pronoun->sentence];
    for (uint32_t i = pronoun->end; i < pronoun->end + OWNED_REACH && i < here->token_count; i++) {
        const pp_i_token *token = &here->tokens[i];
        if (token->tag != PP_TAG_NOUN && token->tag != PP_TAG_ADJ && token->tag != PP_TAG_PROPN)
            return false;
        if (token->tag != PP_TAG_ADJ && pp_i_first_word_in(token->lemma, words))
            return true;
    }
    return false;
}

/* Has it a name or a description of a body that governs nobody: "the union", "Castor Homes"? */
static bool is_private_body(const pp_i_draft_entity *draft)
{
    return draft->entity.kind == PP_ENTITY_BODY && draft->entity.code == NULL && !draft->governs &&
           draft->made_of != PP_FOUND_UNSURE &&
           !pp_i_first_word_in(pp_i_names_last_word(draft->entity.name),
                               "government administration republic kingdom emirate country cabinet "
                               "state authority council");
}

/* "The Faroe Islands", "the Netherlands": a state that is "they", too. */
bool pp_i_pronoun_is_plural_land(const pp_i_finder *finder, const pp_i_found *candidate)
{
    pp_text last = pp_i_names_form(finder, candidate->sentence, candidate->end - 1);
    return candidate->kind == PP_FOUND_KNOWN && candidate->known_kind == PP_KNOWN_NAME &&
           last.data[last.length - 1] == 's' &&
           pp_i_word_in(pp_i_names_form(finder, candidate->sentence, candidate->start), "the The");
}

/* A body of which nobody is a member: a state, or a firm by its name. */
static bool has_no_members(const pp_i_draft_entity *draft)
{
    pp_text name = draft->entity.name;
    if (draft->entity.kind == PP_ENTITY_STATE)
        return true;
    return draft->entity.kind == PP_ENTITY_BODY && draft->made_of != PP_FOUND_KNOWN &&
           pp_i_has_capital(name) && !pp_i_names_is_acronym(name) &&
           (pp_i_name_word(pp_i_pronoun_kind_word(name), NULL) & PP_WORD_BODY) == 0;
}

bool pp_i_pronoun_lacks_office(const pp_i_finder *finder, const pp_i_found *candidate,
                               const pp_i_found *pronoun)
{
    const pp_i_draft_entity *draft = &finder->entities.items[candidate->entity];
    bool state = draft->entity.kind == PP_ENTITY_STATE;
    if (owns(finder, pronoun, "executive shareholder"))
        return state || pp_i_pronoun_is_union(finder, candidate->entity);
    if (owns(finder, pronoun, "minister ministry government parliament ambassador embassy troop"))
        return is_private_body(draft);
    return owns(finder, pronoun, "member convenor") && has_no_members(draft);
}

bool pp_i_pronoun_is_in_condition(const pp_i_finder *finder, const pp_i_found *candidate,
                                  const pp_i_found *pronoun)
{
    const pp_i_token *tokens = finder->sentences[pronoun->sentence].tokens;
    bool comma = false, condition = false;
    if (candidate->sentence != pronoun->sentence)
        return false;
    for (uint32_t i = candidate->end; i < pronoun->start; i++)
        comma = comma || pp_i_text_is(tokens[i].form, ",");
    for (uint32_t i = candidate->start; i > 0 && tokens[i - 1].tag != PP_TAG_PUNCT; i--)
        condition = condition ||
                    (i > 1 && pp_i_word_in(tokens[i - 1].form, "if unless until once provided"));
    return comma && condition;
}

uint32_t pp_i_pronoun_owner_start(const pp_i_finder *finder, const pp_i_found *found,
                                  uint32_t start)
{
    if (found->kind == PP_FOUND_ROLE || start < 2 || start >= found->role_end ||
        !pp_i_word_in(pp_i_names_form(finder, found->sentence, start - 1),
                      "'s \xE2\x80\x99s ' \xE2\x80\x99"))
        return start;
    const pp_i_token *owner = pp_i_names_token(finder, found->sentence, start - 2);
    bool several = owner->tag == PP_TAG_NOUN && !pp_i_text_equal(owner->form, owner->lemma);
    return several ? start - 2 : start;
}
