/* stable_text_why.c: who would leave a state, to where, and what stops or fails to stop it. */
#include "report/stable_text.h"

enum {
    UNSTABLE_SHOWN = 12,      /* states of which the text tells in short without being asked */
    UNSTABLE_FIRST = 6,       /* where there are more: so many */
    UNSTABLE_TOLD_MAX = 2000, /* of more than these even --all does not tell */
    THREATS_SHOWN = 6
};

/* --- In short --------------------------------------------------------------------------------- */

/* One improvement and the strongest thing that is known to stop it. */
static void say_threat(pp_i_page *page, const pp_stable *stable, size_t state, size_t party,
                       const pp_stable_threat *threat)
{
    pp_stable_step step = {party, threat->state};
    pp_i_page_say(page, 4, 2, "%s.", pp_i_stable_steps(page, stable, state, &step, 1));
    size_t by = threat->deterred[PP_CONCEPT_SEQ]   ? PP_CONCEPT_SEQ
                : threat->deterred[PP_CONCEPT_GMR] ? PP_CONCEPT_GMR
                                                   : PP_CONCEPT_COUNT;
    if (by == PP_CONCEPT_COUNT && !(stable->concepts >> PP_CONCEPT_GMR & 1)) {
        pp_i_page_say(page, 8, 2, "Whether anything stops it was not found out: see the end.");
        return;
    }
    if (by == PP_CONCEPT_COUNT) {
        pp_i_page_say(page, 8, 2, PP_RICH_RED "Nothing that the others can do stops it.");
        return;
    }
    const char *answer = pp_i_stable_steps(page, stable, threat->state, threat->sanctions[by],
                                           threat->sanction_length[by]);
    if (by == PP_CONCEPT_SEQ)
        pp_i_page_say(page, 8, 2, "Stopped by what others then gain by: %s.", answer);
    else
        pp_i_page_say(page, 8, 2,
                      "Stopped only by an answer that those who give it need not gain by: %s.",
                      answer);
    size_t firm = by == PP_CONCEPT_SEQ ? PP_CONCEPT_SSEQ : PP_CONCEPT_SMR;
    if (!threat->deterred[firm])
        pp_i_page_say(page, 8, 2, PP_RICH_YELLOW "It could then get away from every such answer.");
}

static pp_status say_state(pp_i_page *page, pp_stable *stable, size_t state, pp_error *error)
{
    unsigned bits = stable->equilibria[state];
    pp_i_page_blank(page);
    pp_i_page_say(page, 2, 2, PP_RICH_BOLD "%s" PP_RICH_PLAIN " · %s",
                  pp_i_stable_number(page, stable, state),
                  pp_i_stable_state_words(page, stable, state));
    if (bits != 0)
        pp_i_page_say(page, 4, 2, "Holds all the same under %s.",
                      pp_i_stable_concepts_words(page, stable, bits));
    for (size_t p = 0; p < stable->party_count; p++) {
        pp_stable_why why;
        pp_status status = pp_i_stable_explain(stable, state, p, &why, error);
        if (status != PP_OK)
            return status;
        for (size_t k = 0; k < why.count && k < THREATS_SHOWN; k++)
            say_threat(page, stable, state, p, &why.threats[k]);
        if (why.count > THREATS_SHOWN)
            pp_i_page_say(page, 4, 2, "%s: %zu more steps would be a gain; --why tells of all.",
                          pp_i_stable_party_name(page, stable, p), why.count - THREATS_SHOWN);
    }
    return PP_OK;
}

pp_status pp_i_stable_unstable(pp_i_page *page, pp_stable *stable, bool all, pp_error *error)
{
    size_t total = stable->state_count - stable->equilibrium_count[PP_CONCEPT_NASH];
    size_t asked = all ? UNSTABLE_TOLD_MAX : UNSTABLE_SHOWN;
    size_t most = stable->state_count <= asked ? SIZE_MAX : UNSTABLE_FIRST;
    if (total == 0)
        return PP_OK;
    pp_i_page_heading(page, "Who would leave, to where, and what stops it");
    size_t shown = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t s = 0; s < stable->state_count && shown < most; s++) {
            bool nash = stable->equilibria[s] >> PP_CONCEPT_NASH & 1;
            if (nash || (stable->equilibria[s] != 0) != (pass == 0))
                continue;
            pp_status status = say_state(page, stable, s, error);
            if (status != PP_OK)
                return status;
            shown++;
        }
    if (shown < total) {
        pp_i_page_blank(page);
        pp_i_page_say(page, 2, 0,
                      "%zu more states do not hold by themselves: --why STATE tells of one%s.",
                      total - shown,
                      stable->state_count <= UNSTABLE_TOLD_MAX ? ", --all of all" : "");
    }
    return PP_OK;
}

/* --- In full ---------------------------------------------------------------------------------- */

static bool same_steps(const pp_stable_threat *threat, size_t a, size_t b)
{
    if (!threat->deterred[a] || threat->sanction_length[a] != threat->sanction_length[b])
        return false;
    for (size_t i = 0; i < threat->sanction_length[a]; i++)
        if (threat->sanctions[a][i].party != threat->sanctions[b][i].party ||
            threat->sanctions[a][i].state != threat->sanctions[b][i].state)
            return false;
    return true;
}

/* What others do at the same time. */
static void say_at_once(pp_i_page *page, const pp_stable *stable, const pp_stable_threat *threat)
{
    const pp_stable_step *steps = threat->sanctions[PP_CONCEPT_SIM];
    size_t others[PP_CASE_PARTY_COUNT_MAX], count = threat->sanction_length[PP_CONCEPT_SIM];
    size_t end = threat->state;
    for (size_t i = 0; i < count; i++) {
        others[i] = steps[i].party;
        end = steps[i].state;
    }
    pp_i_page_say(page, 6, 4,
                  "SIM: stopped. With a step that %s would take at the same time all end in %s "
                  "(%s), which is no better.",
                  pp_i_words_parties(page, stable->the_case, others, count),
                  pp_i_stable_number(page, stable, end),
                  pp_i_stable_state_words(page, stable, end));
}

/* One answer, under all notions in `bits` that it stops the improvement by. */
static void say_answer(pp_i_page *page, const pp_stable *stable, size_t party,
                       const pp_stable_threat *threat, unsigned bits, size_t concept)
{
    unsigned firm = 1u << PP_CONCEPT_SMR | 1u << PP_CONCEPT_SSEQ;
    pp_i_page_say(page, 6, 4, "%s: stopped. %s, which is no better for %s%s.",
                  pp_i_stable_concepts_words(page, stable, bits),
                  pp_i_stable_steps(page, stable, threat->state, threat->sanctions[concept],
                                    threat->sanction_length[concept]),
                  pp_i_stable_party_name(page, stable, party),
                  (bits & firm) != 0 ? ", nor is anything that it could do next" : "");
}

static void say_not_stopped(pp_i_page *page, const pp_stable *stable, size_t party,
                            const pp_stable_threat *threat, unsigned bits)
{
    bool away = threat->escape != SIZE_MAX &&
                (bits & (1u << PP_CONCEPT_SMR | 1u << PP_CONCEPT_SSEQ)) != 0 &&
                threat->deterred[PP_CONCEPT_GMR];
    pp_i_page_say(page, 6, 4, "%s: " PP_RICH_RED "not stopped" PP_RICH_PLAIN ".%s",
                  pp_i_stable_concepts_words(page, stable, bits),
                  !away ? ""
                        : pp_i_page_format(page, " %s could get away from an answer to %s (%s).",
                                           pp_i_stable_party_name(page, stable, party),
                                           pp_i_stable_number(page, stable, threat->escape),
                                           pp_i_stable_state_words(page, stable, threat->escape)));
}

/* What stops one improvement, under which notions, and under which nothing does. */
static void say_answers(pp_i_page *page, const pp_stable *stable, size_t party,
                        const pp_stable_threat *threat)
{
    unsigned said = 0, open = 0;
    for (size_t c = PP_CONCEPT_GMR; c <= PP_CONCEPT_SSEQ; c++) {
        if (!(stable->concepts >> c & 1) || said >> c & 1)
            continue;
        if (!threat->deterred[c]) {
            open |= 1u << c;
            continue;
        }
        unsigned bits = 0;
        for (size_t other = c; other <= PP_CONCEPT_SSEQ; other++)
            if (stable->concepts >> other & 1 && same_steps(threat, other, c))
                bits |= 1u << other;
        say_answer(page, stable, party, threat, bits, c);
        said |= bits;
    }
    if (stable->concepts >> PP_CONCEPT_SIM & 1) {
        if (threat->deterred[PP_CONCEPT_SIM])
            say_at_once(page, stable, threat);
        else
            open |= 1u << PP_CONCEPT_SIM;
    }
    if (open != 0)
        say_not_stopped(page, stable, party, threat, open);
}

static unsigned stable_bits(const pp_stable *stable, size_t state, size_t party)
{
    return stable->stable[state * stable->party_count + party];
}

static pp_status say_party(pp_i_page *page, pp_stable *stable, size_t state, size_t party,
                           pp_error *error)
{
    const char *name = pp_i_stable_party_name(page, stable, party);
    pp_stable_why why;
    pp_status status = pp_i_stable_explain(stable, state, party, &why, error);
    if (status != PP_OK)
        return status;
    pp_i_page_blank(page);
    if (why.count == 0) {
        pp_i_page_say(page, 2, 2,
                      "For " PP_RICH_BOLD "%s" PP_RICH_PLAIN
                      " it holds under every notion: no step of its own "
                      "is a gain.",
                      name);
        return PP_OK;
    }
    pp_i_page_say(
        page, 2, 2, "For " PP_RICH_BOLD "%s" PP_RICH_PLAIN " it holds under %s; %s.", name,
        pp_i_stable_concepts_words(page, stable, stable_bits(stable, state, party)),
        pp_i_words_count(page, why.count, "step would be a gain", "steps would be a gain"));
    for (size_t k = 0; k < why.count; k++) {
        const pp_stable_threat *threat = &why.threats[k];
        pp_i_page_say(page, 4, 2,
                      "To “%s” (%s):", pp_i_stable_change(page, stable, state, threat->state),
                      pp_i_stable_number(page, stable, threat->state));
        say_answers(page, stable, party, threat);
    }
    return PP_OK;
}

pp_status pp_i_stable_reason(pp_i_page *page, pp_stable *stable, size_t state, pp_error *error)
{
    pp_i_page_heading(page,
                      pp_i_page_format(page, "Why %s %s", pp_i_stable_number(page, stable, state),
                                       stable->equilibria[state] != 0 ? "holds" : "does not hold"));
    pp_i_page_say(page, 2, 2, "%s", pp_i_stable_state_words(page, stable, state));
    pp_i_page_say(page, 2, 2, "Holds under %s.",
                  pp_i_stable_concepts_words(page, stable, stable->equilibria[state]));
    for (size_t p = 0; p < stable->party_count; p++) {
        pp_status status =
            stable->parties[p].moves ? say_party(page, stable, state, p, error) : PP_OK;
        if (status != PP_OK)
            return status;
    }
    return PP_OK;
}
