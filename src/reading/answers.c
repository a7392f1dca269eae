/*
 * answers.c: what takes up the statement before it, and its act from there; see reference.h.
 *
 *   - "Norway proposed a pause. Iceland accepted.": the answer is to the pause
 *   - "Norway opposes a cap. Iceland agrees.", "Iceland shares that view": the act is Norway's
 *   - "Norway supports a cap. Sweden does not.": the act is the contrary of Norway's
 *   - "Norway opposes a cap. Iceland sided with Norway.": the act is Norway's
 *
 * It is firm only where its own words are; of what somebody only asserts it asserts the same.
 */
#include "reading/clause.h"
#include "reading/reference.h"
#include "reading/scene.h"

enum {
    ANSWER_LOOK_BACK_COUNT_MAX = 12,
    ANSWER_DISTANCE_MAX = 3, /* sentences back to what was put forward */
    ANSWER_CERTAINTY = 60
};

#define VIEWS                                                                                      \
    "view position stance opinion line attitude sentiment assessment argument verdict conviction " \
    "belief refusal opposition rejection"

static bool puts_forward(uint8_t act)
{
    return act == PP_ACT_PROPOSES || act == PP_ACT_OFFERS || act == PP_ACT_DEMANDS ||
           act == PP_ACT_ASKS;
}

/* May `before` be what the last statement answers, in the first round or the second? */
static bool may_answer(const pp_i_said *said, const pp_i_said *before, bool second)
{
    size_t distance = said->sentence - before->sentence;
    bool near = distance <= 1;
    if (before->bare != PP_BARE_NONE || before->party == said->party || before->denies_fact) {
        return false;
    }
    switch (said->bare) {
    case PP_BARE_ANSWER:
        return second ? near && before->act != PP_ACT_ASSERTS && before->act != PP_ACT_WARNS
                      : puts_forward((uint8_t)before->act);
    case PP_BARE_VIEW:
        return !second && (near || puts_forward((uint8_t)before->act));
    default: /* of "had accepted", asserted of somebody, there is no contrary */
        return !second && near && before->act != PP_ACT_ASSERTS;
    }
}

/* The statement that a bare one answers, or PP_NONE. */
static size_t find_answered(const pp_i_said *statements, size_t count)
{
    const pp_i_said *said = &statements[count - 1];
    for (int round = 0; round < 2; round++) {
        for (size_t back = 2; back <= count && back < 2 + ANSWER_LOOK_BACK_COUNT_MAX; back++) {
            const pp_i_said *before = &statements[count - back];
            if (before->report != said->report ||
                before->sentence + ANSWER_DISTANCE_MAX < said->sentence) {
                break;
            }
            if (may_answer(said, before, round == 1)) {
                return count - back;
            }
        }
    }
    return PP_NONE;
}

/* The contrary of an act; who does not reject has not yet accepted. */
static void take_contrary(pp_i_said *said, const pp_i_said *of)
{
    said->act = (pp_i_act)pp_i_refine_denied_act((uint8_t)of->act);
    said->negated = true;
    said->hedged = said->hedged || said->act == PP_ACT_ACCEPTS;
}

/* Who shares the view of somebody who offers or proposes something is for it, and offers nothing.
 */
static bool gives(const pp_i_said *said)
{
    return said->act == PP_ACT_OFFERS || said->act == PP_ACT_PROPOSES ||
           said->act == PP_ACT_COMMITS;
}

static void take_act(pp_i_said *said, const pp_i_said *of, bool contrary)
{
    if (contrary) {
        take_contrary(said, of);
    } else {
        said->act = of->act;
        said->hedged = said->hedged || of->hedged;
    }
    said->strength = said->hedged                  ? PP_STRENGTH_HEDGED
                     : said->act == PP_ACT_ASSERTS ? PP_STRENGTH_NONE
                                                   : PP_STRENGTH_SHOULD;
}

/* "agreed": to what was put forward, or with what somebody holds. */
static void take_view(pp_i_said *said, const pp_i_said *of, bool past)
{
    bool asked = puts_forward((uint8_t)of->act) && (past || of->act != PP_ACT_DEMANDS);
    bool contrary = said->act == PP_ACT_REJECTS;
    if (!asked) {
        take_act(said, of, contrary);
    }
}

static const pp_i_token *tokens_of(const pp_i_report *reports, const pp_i_said *said)
{
    return reports[said->report].sentences[said->sentence].tokens;
}

/* The last word of the cue is its verb. */
static bool cue_in(const pp_i_report *reports, const pp_i_said *said, const char *lemmas)
{
    const pp_i_token *tokens = tokens_of(reports, said);
    for (uint32_t i = said->cue.token_start; i < said->cue.token_end; i++) {
        if (pp_i_word_in(tokens[i].lemma, lemmas)) {
            return true;
        }
    }
    return false;
}

/* "shares that view", "backs this position", "echoed that demand", "shares them": what somebody
 * holds, as it was said just before; "the company's position" is known from elsewhere. */
static bool shares_view(const pp_i_report *reports, const pp_i_said *said)
{
    pp_text from = said->content_from.said;
    bool echoes = cue_in(reports, said, "share echo repeat");
    bool points = pp_i_first_word_in(from, "this that these those such a");
    bool alone = pp_i_first_word_in(from, "it them this that") && from.length <= 4;
    return (points && pp_i_any_word_in(from, VIEWS)) ||
           (echoes && (alone || pp_i_any_word_in(from, "demand call")));
}

/* Who shares a view takes its act, and who does not share it the contrary. */
static void take_shared_view(const pp_i_report *reports, const pp_i_said *statements,
                             pp_i_said *said)
{
    size_t to = said->content_from.statement;
    bool supports = said->act == PP_ACT_SUPPORTS || said->act == PP_ACT_ACCEPTS;
    bool against = said->negated && cue_in(reports, said, "share agree");
    if (to == PP_NONE || (!supports && !against) || !shares_view(reports, said)) {
        return;
    }
    const pp_i_said *of = &statements[to];
    bool stance = of->act != PP_ACT_ASSERTS && of->act != PP_ACT_WARNS && of->act != PP_ACT_ASKS;
    if ((supports || stance) && (against || !gives(of))) {
        take_act(said, of, against);
    }
}

/* The party that is named there and nothing beside it, "Norway" or "Norway's position"; PP_NONE
 * where none is. */
static size_t party_named(const pp_i_report *reports, const pp_i_said *said)
{
    const pp_i_report *report = &reports[said->report];
    const pp_i_token *tokens = tokens_of(reports, said);
    uint32_t at = said->content.token_start, end = said->content.token_end;
    at += at + 1 < end && pp_i_word_in(tokens[at].lemma, "the");
    size_t mention = report->names == NULL || at >= end
                         ? PP_NONE
                         : pp_i_names_at(report->names, said->sentence, at);
    if (mention == PP_NONE || report->names->mentions[mention].entity == PP_NONE) {
        return PP_NONE;
    }
    while (at < end && pp_i_names_at(report->names, said->sentence, at) == mention) {
        at++;
    }
    bool holds = at + 2 == end &&
                 pp_i_word_in(tokens[at].form, "'s \xE2\x80\x99s ' \xE2\x80\x99") &&
                 pp_i_word_in(tokens[at + 1].lemma, VIEWS);
    size_t entity = report->names->mentions[mention].entity;
    return at == end || holds ? report->actors[pp_i_names_principal(report->names, entity)]
                              : PP_NONE;
}

/* "Iceland sided with Norway", "backs Norway's position": the act is Norway's, as it was said just
 * before. */
static void take_side(const pp_i_report *reports, const pp_i_said *statements, size_t count,
                      pp_i_said *said)
{
    bool supports = said->act == PP_ACT_SUPPORTS || said->act == PP_ACT_ACCEPTS;
    size_t party = supports && !said->quoted ? party_named(reports, said) : PP_NONE;
    if (party == PP_NONE || party == said->party) {
        return;
    }
    for (size_t back = 2; back <= count && back < 2 + ANSWER_LOOK_BACK_COUNT_MAX; back++) {
        const pp_i_said *before = &statements[count - back];
        if (before->report != said->report || before->sentence + 2 < said->sentence) {
            break;
        }
        if (before->party == party && before->act != PP_ACT_ASSERTS &&
            before->act != PP_ACT_WARNS) {
            size_t first = pp_i_reference_first(statements, count - back);
            if (!gives(before)) {
                take_act(said, before, false);
            }
            said->bare = PP_BARE_SAME;
            said->content_from = (pp_i_antecedent){.said = said->content.text,
                                                   .text = statements[first].content.text,
                                                   .statement = first,
                                                   .actor = PP_NONE,
                                                   .certainty = ANSWER_CERTAINTY};
            return;
        }
    }
}

bool pp_i_answer_resolve(const pp_i_report *reports, pp_i_said *statements, size_t count)
{
    pp_i_said *said = &statements[count - 1];
    if (said->bare == PP_BARE_NONE) {
        take_shared_view(reports, statements, said);
        if (said->content_from.statement == PP_NONE) {
            take_side(reports, statements, count, said);
        }
        return true;
    }
    size_t to = find_answered(statements, count);
    if (to == PP_NONE) {
        return false;
    }
    const pp_i_said *of = &statements[to];
    size_t first = pp_i_reference_first(statements, to);
    said->content_from = (pp_i_antecedent){.said = said->content.text,
                                           .text = statements[first].content.text,
                                           .statement = first,
                                           .actor = PP_NONE,
                                           .certainty = ANSWER_CERTAINTY};
    if (said->bare == PP_BARE_VIEW) {
        uint32_t end = said->content.token_end; /* "Iceland agreed", "it agreed" */
        bool past = end > 0 && pp_i_token_ends(&tokens_of(reports, said)[end - 1], "d");
        take_view(said, of, past);
    } else if (said->bare != PP_BARE_ANSWER) {
        said->hedged = cue_in(reports, said, "have"); /* who has not signed may yet sign */
        take_act(said, of, said->bare == PP_BARE_OTHER);
    }
    return true;
}
