/*
 * draft_hanging.c: how what somebody says hangs on its condition, and whether it goes no other way;
 * see drafter.h.
 */
#include "reading/clause.h"
#include "reading/drafter.h"

static bool is_grant(pp_i_act act)
{
    return pp_i_act_direction(act) > 0 && act != PP_ACT_DEMANDS && act != PP_ACT_ASKS;
}

bool pp_i_draft_is_against(const pp_i_drafter *drafter, size_t index)
{
    const pp_i_said *said = &drafter->reading->statements[index];
    return pp_i_act_direction(said->act) < 0 ||
           (said->act == PP_ACT_DEMANDS && pp_i_draft_is_turned(drafter, index) &&
            pp_i_marker_is_negative(said->marker));
}

bool pp_i_draft_is_tied(const pp_i_drafter *drafter, size_t index)
{
    const pp_i_hanging *hanging = &drafter->hanging[index];
    bool only_if = drafter->reading->statements[index].act == PP_ACT_DEMANDS &&
                   (hanging->kind == PP_HANGING_NEEDS || hanging->kind == PP_HANGING_EXCLUDES);
    return hanging->issue != PP_NONE || only_if;
}

pp_i_hanging_kind pp_i_draft_hanging_kind(const pp_i_drafter *drafter, size_t index)
{
    const pp_i_said *said = &drafter->reading->statements[index];
    bool negative = pp_i_marker_is_negative(said->marker);
    if (pp_i_draft_is_against(drafter, index))
        return negative ? PP_HANGING_NEEDS : PP_HANGING_FOLLOWS;
    if (said->marker == PP_MARKER_UNTIL)
        return PP_HANGING_NOT; /* what lasts until then may end then */
    if (is_grant(said->act))
        return negative ? PP_HANGING_EXCLUDES : PP_HANGING_NEEDS;
    return negative                           ? PP_HANGING_ELSE
           : said->marker == PP_MARKER_NEEDED ? PP_HANGING_NEEDS /* "would only come if" */
                                              : PP_HANGING_FOLLOWS;
}

/* Can it do something of its own will? */
static bool acts(const pp_i_actor *actor)
{
    return actor->kind == PP_ENTITY_PERSON || actor->kind == PP_ENTITY_STATE ||
           actor->kind == PP_ENTITY_BODY;
}

/* Does the condition begin with somebody else, who then is to do something? */
static bool is_deed_of_party(const pp_i_drafter *drafter, const pp_i_said *said)
{
    enum { DEED_WORD_COUNT_MIN = 3 };
    const pp_i_report *report = &drafter->reading->reports[said->report];
    if (report->names == NULL || said->sentence >= report->sentence_count ||
        said->condition.token_end < said->condition.token_start + DEED_WORD_COUNT_MIN)
        return false;
    for (uint32_t i = said->condition.token_start; i < said->condition.token_end; i++) {
        size_t mention = pp_i_names_at(report->names, said->sentence, i);
        if (i >= report->sentences[said->sentence].token_count)
            return false;
        uint8_t tag = report->sentences[said->sentence].tokens[i].tag;
        if (tag == PP_TAG_VERB || tag == PP_TAG_AUX)
            return false;
        size_t entity = mention == PP_NONE ? PP_NONE : report->names->mentions[mention].entity;
        size_t actor = entity == PP_NONE ? PP_NONE : report->actors[entity];
        size_t party = actor == PP_NONE ? PP_NONE : drafter->reading->actors[actor].party;
        if (party != PP_NONE && party != said->party &&
            (drafter->party_of[party] != PP_NONE || acts(&drafter->reading->actors[party])))
            return true;
    }
    return false;
}

/* The sentence of a condition, or null. */
static const pp_i_sentence *sentence_of(const pp_i_drafter *drafter, const pp_i_said *said)
{
    const pp_i_report *report = &drafter->reading->reports[said->report];
    const pp_i_sentence *sentence =
        said->sentence < report->sentence_count ? &report->sentences[said->sentence] : NULL;
    bool within = sentence != NULL && said->condition.token_end <= sentence->token_count;
    return within ? sentence : NULL;
}

/* "If twelve boats were let back", "if it were spread over six years": somebody is to do it. */
static bool is_done_to(const pp_i_drafter *drafter, const pp_i_said *said)
{
    const pp_i_sentence *sentence = sentence_of(drafter, said);
    bool thing = false;
    for (uint32_t i = said->condition.token_start;
         sentence != NULL && i + 2 < said->condition.token_end; i++) {
        const pp_i_token *token = &sentence->tokens[i];
        uint32_t verb = i + 1 + (sentence->tokens[i + 1].tag == PP_TAG_ADV);
        if (token->tag == PP_TAG_VERB || token->tag == PP_TAG_SCONJ)
            return false;
        if (token->tag == PP_TAG_AUX)
            return thing && pp_i_text_is(token->lemma, "be") &&
                   sentence->tokens[verb].tag == PP_TAG_VERB &&
                   !pp_i_token_ends(&sentence->tokens[verb], "ing") &&
                   !pp_i_word_in(sentence->tokens[verb].lemma,
                                 "attack provoke threaten ask need invite consult require force "
                                 "elect defeat fail");
        thing = thing || token->tag == PP_TAG_NOUN || token->tag == PP_TAG_PROPN ||
                pp_i_word_in(token->form, "it they");
    }
    return false;
}

/* Words of what nobody at the table decides, and of what comes about by itself. */
#define FATE                                                                                       \
    "ice weather rain snow drought flood talk negotiation price market economy demand inflation "  \
    "growth war fighting violence poll election court judge vote voter need year month time "      \
    "situation mood tension crisis strike walkout deal agreement nothing"
#define BEFALLS                                                                                    \
    "fail collapse hold improve worsen continue recover rise fall rain break stall drag happen "   \
    "persist escalate resume succeed win lose die survive remain"

/* "If the week came down from 40 hours to 36": a clause about a thing that can be agreed on. */
static bool is_of_thing(const pp_i_drafter *drafter, const pp_i_said *said)
{
    const pp_i_sentence *sentence = sentence_of(drafter, said);
    bool thing = false;
    for (uint32_t i = said->condition.token_start;
         sentence != NULL && i < said->condition.token_end; i++) {
        const pp_i_token *token = &sentence->tokens[i];
        if (token->tag == PP_TAG_VERB)
            return thing && !pp_i_word_in(token->lemma, BEFALLS);
        if (token->tag == PP_TAG_AUX || token->tag == PP_TAG_SCONJ || token->tag == PP_TAG_PRON)
            return false;
        if (token->tag == PP_TAG_NOUN && pp_i_word_in(token->lemma, FATE))
            return false;
        thing = thing || token->tag == PP_TAG_NOUN || token->tag == PP_TAG_NUM;
    }
    return false;
}

bool pp_i_draft_is_needed(const pp_i_drafter *drafter, size_t index)
{
    const pp_i_said *said = &drafter->reading->statements[index];
    if (pp_i_draft_is_against(drafter, index))
        return pp_i_marker_is_negative(said->marker);
    if (pp_i_any_word_in(said->content.text, "still"))
        return false; /* "could still set one up if" */
    return said->marker == PP_MARKER_NEEDED || said->marker == PP_MARKER_RETURN ||
           ((said->marker == PP_MARKER_IF || said->marker == PP_MARKER_UNLESS) &&
            is_grant(said->act) &&
            (is_deed_of_party(drafter, said) || is_done_to(drafter, said) ||
             is_of_thing(drafter, said)));
}
