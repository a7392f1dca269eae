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

/* "Labour Conciliation Service": a body whose trade it is. */
static bool conciliates(const pp_i_actor *actor)
{
    return actor->kind == PP_ENTITY_BODY &&
           (has_word(actor->name, "conciliation") || has_word(actor->name, "mediation"));
}

/* Who studies the matter, and has no stake in it: "an analyst", "the Conflict Institute". */
static bool is_scholar(const pp_i_actor *actor)
{
    if (actor->kind == PP_ENTITY_PERSON)
        return pp_i_any_word_in(actor->role, "analyst economist hydrologist scientist historian "
                                             "researcher geologist ecologist sociologist "
                                             "biologist academic professor lecturer expert");
    size_t last = actor->name.length;
    while (last > 0 && actor->name.data[last - 1] != ' ')
        last--;
    pp_text word = {actor->name.data + last, actor->name.length - last};
    return actor->kind == PP_ENTITY_BODY && last > 0 &&
           (pp_i_word_in(word, "Institute Observatory Securities Research Studies") ||
            has_word(actor->name, "institute for") || has_word(actor->name, "centre for") ||
            has_word(actor->name, "center for"));
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

/* "Under a plan of X, the federal mediator, hours would fall": beside whom the words stand between
 * commas, wherever the parse hangs them; PP_NO_HEAD without. */
static uint32_t stands_beside(const pp_i_sentence *one, uint32_t noun)
{
    uint32_t first = noun;
    while (first > 0 &&
           (one->tokens[first - 1].tag == PP_TAG_ADJ || one->tokens[first - 1].tag == PP_TAG_NOUN ||
            one->tokens[first - 1].tag == PP_TAG_PROPN ||
            pp_i_word_in(one->tokens[first - 1].form, "the a an")))
        first--;
    bool closed = noun + 1 < one->token_count && pp_i_word_in(one->tokens[noun + 1].form, ", .");
    return closed && first > 1 && first < noun &&
                   pp_i_word_in(one->tokens[first].form, "the a an") &&
                   pp_i_text_is(one->tokens[first - 1].form, ",")
               ? first - 2
               : PP_NO_HEAD;
}

/* "X, a judge brought in as a go-between": the person named last before "as"; else PP_NO_HEAD. */
static uint32_t serves_as(const pp_i_report *report, size_t sentence, uint32_t noun)
{
    enum { REACH = 14 };
    const pp_i_sentence *one = &report->sentences[sentence];
    uint32_t as = noun > 0 && pp_i_word_in(one->tokens[noun - 1].form, "a an") ? noun - 1 : noun;
    if (as < 2 || !pp_i_text_is(one->tokens[as - 1].form, "as"))
        return PP_NO_HEAD;
    for (uint32_t i = as - 1; i > 0 && i + REACH > as; i--) {
        size_t mention = pp_i_names_at(report->names, sentence, i - 1);
        size_t entity = mention == PP_NONE ? PP_NONE : report->names->mentions[mention].entity;
        if (entity != PP_NONE && report->names->mentions[mention].kind == PP_MENTION_NAME &&
            report->names->entities[entity].kind == PP_ENTITY_PERSON)
            return i - 1;
    }
    return PP_NO_HEAD;
}

/* Of whom the noun says what he is: "X, a mediator", "the mediator X", "X, who serves as a
 * mediator"; PP_NO_HEAD where of nobody. */
static uint32_t named_by_noun(const pp_i_report *report, size_t sentence, uint32_t noun)
{
    const pp_i_sentence *one = &report->sentences[sentence];
    const pp_i_token *token = &one->tokens[noun];
    if (token->head != PP_NO_HEAD &&
        (token->relation == PP_REL_APPOS || token->relation == PP_REL_COMPOUND))
        return token->head;
    uint32_t serving = serves_as(report, sentence, noun);
    return serving != PP_NO_HEAD ? serving : stands_beside(one, noun);
}

/* "X mediates", "X is a mediator", and no "X could mediate": whoever is the subject there. */
static void note_subjects(const pp_i_drafter *drafter, const pp_i_report *report, size_t sentence,
                          uint32_t word, pp_i_role role, pp_i_role *roles)
{
    const pp_i_sentence *one = &report->sentences[sentence];
    for (uint32_t i = 0; i < one->token_count; i++)
        if (one->tokens[i].head == word && one->tokens[i].relation == PP_REL_AUX &&
            !pp_i_word_in(one->tokens[i].lemma, "be have"))
            return;
    for (uint32_t i = 0; i < one->token_count; i++)
        if (one->tokens[i].head == word && one->tokens[i].relation == PP_REL_NSUBJ)
            pp_i_draft_note_role(drafter, report, sentence, i, role, roles);
}

/* "The diplomat mediating", "X, the diplomat mediating": of whom a verb behind tells; PP_NO_HEAD
 * where of nobody. */
static uint32_t named_by_verb(const pp_i_sentence *one, uint32_t verb)
{
    uint32_t over = one->tokens[verb].head;
    if (one->tokens[verb].relation != PP_REL_ACL || over >= verb)
        return PP_NO_HEAD;
    return one->tokens[over].relation == PP_REL_APPOS ? one->tokens[over].head : over;
}

/* "X, a mediator", "X mediates", "as a go-between": the one named is what the word says. */
static void find_roles_in(const pp_i_drafter *drafter, const pp_i_report *report, size_t sentence,
                          pp_i_role *roles)
{
    const pp_i_sentence *one = &report->sentences[sentence];
    for (uint32_t i = 0; i < one->token_count; i++) {
        const pp_i_token *token = &one->tokens[i];
        bool noun = token->tag == PP_TAG_NOUN &&
                    pp_i_word_in(token->lemma, "mediator conciliator facilitator observer "
                                               "go-between intermediary");
        bool between = i > 1 && pp_i_text_is(token->form, "between") && /* in three words */
                       pp_i_text_is(one->tokens[i - 1].form, "-") &&
                       pp_i_text_is(one->tokens[i - 2].form, "go");
        bool verb = token->tag == PP_TAG_VERB && pp_i_text_is(token->lemma, "mediate");
        uint32_t named = noun      ? named_by_noun(report, sentence, i)
                         : verb    ? named_by_verb(one, i)
                         : between ? serves_as(report, sentence, i - 2)
                                   : PP_NO_HEAD;
        pp_i_role role =
            pp_i_text_is(token->lemma, "observer") ? PP_ROLE_OBSERVER : PP_ROLE_MEDIATOR;
        if (noun)
            note_attending(drafter, report, sentence, i, role, roles);
        if (named != PP_NO_HEAD)
            pp_i_draft_note_role(drafter, report, sentence, named, role, roles);
        if (noun || verb)
            note_subjects(drafter, report, sentence, i, role, roles);
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
        pp_i_role *own = &roles[reading->actors[i].party];
        if (reading->actors[i].party == i && *own == PP_ROLE_PRINCIPAL &&
            is_scholar(&reading->actors[i]))
            *own = PP_ROLE_OBSERVER;
        if (reading->actors[i].party == i && conciliates(&reading->actors[i]))
            *own = PP_ROLE_MEDIATOR;
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
