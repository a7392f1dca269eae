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

bool pp_i_draft_is_needed(const pp_i_drafter *drafter, size_t index)
{
    const pp_i_said *said = &drafter->reading->statements[index];
    if (pp_i_draft_is_against(drafter, index))
        return pp_i_marker_is_negative(said->marker);
    if (pp_i_any_word_in(said->content.text, "still"))
        return false; /* "could still set one up if" */
    return said->marker == PP_MARKER_NEEDED || said->marker == PP_MARKER_RETURN ||
           ((said->marker == PP_MARKER_IF || said->marker == PP_MARKER_UNLESS) &&
            is_grant(said->act) && is_deed_of_party(drafter, said));
}
