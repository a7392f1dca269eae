/*
 * draft_roles.c: the roles of the parties of a draft; see drafter.h.
 *
 * Mediators and observers are those whom the reports call so: "mediator", "to mediate". An observer
 * is also who only tells, doubts or warns, beside two parties at least that ask for something or
 * refuse it: an agreement does not wait for the consent of "people familiar with the talks". The
 * review names them.
 */
#include "reading/clause.h"
#include "reading/drafter.h"

#include <string.h>

static bool has_word(pp_text text, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= text.length; i++) {
        size_t j = 0;
        while (j < length && (text.data[i + j] | 0x20) == word[j])
            j++;
        if (j == length)
            return true;
    }
    return false;
}

static bool mediates(pp_text role)
{
    return has_word(role, "mediator") || has_word(role, "conciliator") ||
           has_word(role, "facilitator");
}

void pp_i_draft_note_role(const pp_i_drafter *drafter, const pp_i_report *report, size_t sentence,
                          uint32_t token, pp_i_role role, pp_i_role *roles)
{
    size_t mention = pp_i_names_at(report->names, sentence, token);
    if (mention == PP_NONE || report->names->mentions[mention].entity == PP_NONE)
        return;
    size_t actor = report->actors[report->names->mentions[mention].entity];
    pp_i_role *of = &roles[drafter->reading->actors[actor].party];
    *of = *of == PP_ROLE_MEDIATOR ? *of : role;
}

/* "X, which is attending the talks as an observer": whoever does so. */
static void note_attending(const pp_i_drafter *drafter, const pp_i_report *report, size_t sentence,
                           uint32_t noun, pp_i_role role, pp_i_role *roles)
{
    const pp_i_sentence *one = &report->sentences[sentence];
    uint32_t verb = one->tokens[noun].head;
    bool as = false, attends = verb != PP_NO_HEAD && one->tokens[noun].relation == PP_REL_OBL &&
                               pp_i_word_in(one->tokens[verb].lemma,
                                            "attend take join sit act serve participate follow");
    for (uint32_t i = 0; attends && i < noun; i++)
        as = as || (one->tokens[i].head == noun && pp_i_text_is(one->tokens[i].form, "as"));
    for (uint32_t i = 0; as && i < one->token_count; i++)
        if (one->tokens[i].head == verb && one->tokens[i].relation == PP_REL_NSUBJ)
            pp_i_draft_note_role(drafter, report, sentence, i, role, roles);
}

/* "X, a mediator", "X mediates", "the mediator X": the one named is what the word says. */
static void find_roles_in(const pp_i_drafter *drafter, const pp_i_report *report, size_t sentence,
                          pp_i_role *roles)
{
    const pp_i_sentence *one = &report->sentences[sentence];
    for (uint32_t i = 0; i < one->token_count; i++) {
        const pp_i_token *token = &one->tokens[i];
        bool noun = token->tag == PP_TAG_NOUN &&
                    pp_i_word_in(token->lemma, "mediator conciliator facilitator observer");
        bool verb = token->tag == PP_TAG_VERB && pp_i_text_is(token->lemma, "mediate");
        if (!noun && !verb)
            continue;
        pp_i_role role =
            pp_i_text_is(token->lemma, "observer") ? PP_ROLE_OBSERVER : PP_ROLE_MEDIATOR;
        if (noun)
            note_attending(drafter, report, sentence, i, role, roles);
        if (noun && token->head != PP_NO_HEAD &&
            (token->relation == PP_REL_APPOS || token->relation == PP_REL_COMPOUND))
            pp_i_draft_note_role(drafter, report, sentence, token->head, role, roles);
        bool may = false; /* "could mediate" says nothing */
        for (uint32_t j = 0; j < one->token_count; j++)
            may = may || (one->tokens[j].head == i && one->tokens[j].relation == PP_REL_AUX &&
                          !pp_i_text_is(one->tokens[j].lemma, "be") &&
                          !pp_i_text_is(one->tokens[j].lemma, "have"));
        for (uint32_t j = 0; j < one->token_count && !may; j++)
            if (one->tokens[j].head == i && one->tokens[j].relation == PP_REL_NSUBJ)
                pp_i_draft_note_role(drafter, report, sentence, j, role, roles);
    }
}

pp_i_role *pp_i_draft_roles(const pp_i_drafter *drafter)
{
    const pp_i_reading *reading = drafter->reading;
    pp_i_role *roles = PP_NEW_ARRAY(drafter->arena, pp_i_role, reading->actor_count);
    if (roles == NULL)
        return NULL;
    for (size_t i = 0; i < reading->report_count; i++)
        for (size_t j = 0;
             reading->reports[i].names != NULL && j < reading->reports[i].sentence_count; j++) {
            find_roles_in(drafter, &reading->reports[i], j, roles);
            if (!pp_i_draft_told_roles(drafter, &reading->reports[i], j, roles))
                return NULL;
        }
    for (size_t i = 0; i < reading->actor_count; i++) {
        if (mediates(reading->actors[i].role))
            roles[reading->actors[i].party] = PP_ROLE_MEDIATOR;
        else if (has_word(reading->actors[i].role, "observer"))
            roles[reading->actors[i].party] = PP_ROLE_OBSERVER;
    }
    return roles;
}

/* For each party, whether it asks for some option or refuses one. */
static bool *find_askers(const pp_i_drafter *drafter, size_t *count)
{
    bool *asks = PP_NEW_ARRAY(drafter->arena, bool, drafter->parties.count + 1);
    for (size_t i = 0; asks != NULL && i < drafter->statements.count; i++) {
        const pp_i_statement *one = &drafter->statements.items[i];
        pp_i_word options[PP_CASE_OPTION_COUNT_MAX / PP_WORD_BITS];
        size_t issue;
        bool is_position =
            !drafter->no_position[i] && pp_i_draft_position(drafter, one, &issue, options);
        *count += is_position && !asks[one->party];
        asks[one->party] = asks[one->party] || is_position;
    }
    return asks;
}

/* "190 countries", "negotiators": people whose number or trade alone is told, and whose consent
 * nobody could ask for. */
static bool is_crowd(const pp_i_actor *actor)
{
    pp_text name = actor->name;
    size_t first = 0;
    while (first < name.length && name.data[first] != ' ')
        first++;
    pp_text counted = {name.data, first};
    bool number = name.length > 0 && ((name.data[0] >= '0' && name.data[0] <= '9') ||
                                      pp_i_first_word_in(counted, "three four five six seven eight "
                                                                  "nine ten several some many "
                                                                  "most dozens scores hundreds"));
    bool lands = pp_i_any_word_in(name, "countries nations states governments capitals members "
                                        "delegations delegates ministers");
    return actor->kind == PP_ENTITY_GROUP &&
           ((number && lands) ||
            (first == name.length &&
             pp_i_first_word_in(name, "negotiators delegates diplomats ministers officials "
                                      "envoys people")));
}

/* Marks the parties that are crowds; they ask for nothing as far as consent goes. */
static bool find_crowds(pp_i_drafter *drafter, bool *asks, size_t *asker_count)
{
    drafter->is_crowd = PP_NEW_ARRAY(drafter->arena, bool, drafter->parties.count + 1);
    for (size_t i = 0; drafter->is_crowd != NULL && i < drafter->reading->actor_count; i++) {
        size_t party = drafter->party_of[i];
        const pp_i_actor *actor = &drafter->reading->actors[i];
        if (party == PP_NONE || actor->party != i || !is_crowd(actor))
            continue;
        drafter->is_crowd[party] = true;
        *asker_count -= asks[party];
        asks[party] = false;
    }
    return drafter->is_crowd != NULL;
}

bool pp_i_draft_observers(pp_i_drafter *drafter)
{
    size_t asker_count = 0;
    bool *asks = find_askers(drafter, &asker_count);
    drafter->is_bystander = PP_NEW_ARRAY(drafter->arena, bool, drafter->parties.count + 1);
    if (asks == NULL || drafter->is_bystander == NULL || !find_crowds(drafter, asks, &asker_count))
        return false;
    for (size_t i = 0; drafter->base == NULL && asker_count >= 2 && i < drafter->parties.count;
         i++) {
        pp_i_party *party = &drafter->parties.items[i];
        if (asks[i] || party->role != PP_ROLE_PRINCIPAL)
            continue;
        party->role = PP_ROLE_OBSERVER;
        drafter->is_bystander[i] = true;
    }
    return true;
}
