/* pronouns_relative.c: whom "who", "which" and "that" take up; see pronouns_parts.h. */
#include "reading/pronouns_parts.h"

enum { CERTAINTY = 100 };

/* "Ann Reed, who": the name ends right before it, or before a comma. */
static bool stands_before(const pp_i_finder *finder, const pp_i_found *candidate,
                          const pp_i_found *pronoun)
{
    if (pp_i_names_form(finder, pronoun->sentence, pronoun->start).length == 4 &&
        pp_i_names_form(finder, pronoun->sentence, pronoun->start).data[0] == 't')
        return false; /* "that" stands for much else */
    return candidate->end == pronoun->start ||
           (candidate->end + 1 == pronoun->start &&
            pp_i_text_is(pp_i_names_form(finder, pronoun->sentence, candidate->end), ","));
}

/* "Ann Reed, a lawmaker of the Liberals, who called": a body is no "who" beside a person. */
static size_t person_before(const pp_i_finder *finder, size_t index, const pp_i_found *pronoun)
{
    const pp_i_found *body = &finder->found.items[index];
    pp_i_entity_kind kind = pp_i_pronoun_entity_of(finder, body)->kind;
    if (!pp_i_text_is(pp_i_names_form(finder, pronoun->sentence, pronoun->start), "who") ||
        kind == PP_ENTITY_PERSON || kind == PP_ENTITY_GROUP)
        return index;
    for (size_t i = index; i > 0; i--) {
        const pp_i_found *person = &finder->found.items[i - 1];
        if (person->sentence != body->sentence)
            break;
        if (person->entity == PP_NONE || pp_i_pronoun_is_pronoun(person) ||
            pp_i_pronoun_entity_of(finder, person)->kind != PP_ENTITY_PERSON ||
            person->end > body->start)
            continue;
        for (uint32_t k = person->end; k < body->start; k++) {
            uint8_t tag = pp_i_names_token(finder, body->sentence, k)->tag;
            if (tag == PP_TAG_VERB || tag == PP_TAG_AUX)
                return index;
        }
        return i - 1;
    }
    return index;
}

/* "who", "which", "that": what their clause hangs on, or what stands right before. */
void pp_i_pronoun_resolve_relative(pp_i_finder *finder, size_t index)
{
    const pp_i_found *pronoun = &finder->found.items[index];
    const pp_i_sentence *sentence = &finder->sentences[pronoun->sentence];
    uint32_t clause = pp_i_pronoun_clause_of(sentence, pronoun->head);
    uint32_t noun = sentence->tokens[clause].relation == PP_REL_ACL ? sentence->tokens[clause].head
                                                                    : PP_NO_HEAD;
    for (size_t i = index; i > 0; i--) {
        const pp_i_found *candidate = &finder->found.items[i - 1];
        if (candidate->sentence != pronoun->sentence)
            return;
        bool meant =
            noun != PP_NO_HEAD && (candidate->head == noun ||
                                   (candidate->kind <= PP_FOUND_UNSURE &&
                                    noun >= candidate->name_start && noun < candidate->name_end));
        if (candidate->entity != PP_NONE && !pp_i_pronoun_is_pronoun(candidate) &&
            (meant || stands_before(finder, candidate, pronoun))) {
            pp_i_pronoun_take_up(finder, index, person_before(finder, i - 1, pronoun), CERTAINTY);
            return;
        }
    }
}
