/* unknowns.c: whose preferences count, and everything that they and the red lines leave open; see
 * parts.h. */
#include <math.h>

#include "method/asking/parts.h"

enum { PILOT_SAMPLE_PART = 16 }; /* of the sample, for finding likely packages */

static pp_status add(pp_i_ask_work *work, pp_unknown one)
{
    if (work->unknowns.count == PP_ASK_UNKNOWN_COUNT_MAX)
        return pp_i_job_incomplete(&work->job, "unknowns", PP_ASK_WHY_UNKNOWNS);
    if (work->unknowns.count == work->unknown_count_max)
        return pp_i_job_incomplete(&work->job, "unknowns", PP_ASK_WHY_UNKNOWNS_EACH);
    double rest = 1 - one.answers[0].probability;
    one.answers[1].probability = rest;
    for (size_t a = 0; a < 2 && one.kind != PP_UNKNOWN_RED_LINE; a++)
        one.answers[a].with_agreement = work->ask->with_agreement;
    if (!PP_LIST_ADD(work->job.arena, &work->unknowns, one))
        return pp_i_job_no_memory(&work->job);
    return PP_OK;
}

/* --- Red lines ------------------------------------------------------------------------------- */

/* How sure it is that the line is one: the greatest confidence of a statement that bears it. */
static double chance_of_line(const pp_case *the_case, size_t red_line, bool *given)
{
    const pp_i_red_line *line = &the_case->red_lines[red_line];
    double chance = 0;
    *given = false;
    for (size_t i = 0; i < line->because_count; i++) {
        const pp_i_statement *said = &the_case->statements[line->because[i]];
        if (!said->confidence_given)
            continue;
        *given = true;
        chance = fmax(chance, pp_i_number_double(said->confidence));
    }
    return *given ? chance : 0.5;
}

static pp_status add_red_lines(pp_i_ask_work *work)
{
    pp_status status = PP_OK;
    for (size_t s = 1; s < work->scenarios.count && status == PP_OK; s++) {
        size_t line = work->scenarios.items[s].red_line;
        double decisive = work->decisive[line], whole = work->ask->with_agreement;
        pp_unknown one = {.kind = PP_UNKNOWN_RED_LINE,
                          .party = work->the_case->red_lines[line].party,
                          .red_line = line};
        double chance = chance_of_line(work->the_case, line, &one.by_confidence);
        one.answers[0].probability = chance;
        one.verdict = 2 * chance * (1 - chance) * decisive;
        one.answers[0].with_agreement = whole - decisive / 2;
        one.answers[1].with_agreement = whole + decisive / 2;
        status = add(work, one);
    }
    return status;
}

/* --- Preferences ----------------------------------------------------------------------------- */

/* The first item of a class. */
static size_t first_of(const pp_i_poset *order, size_t class)
{
    size_t item = 0;
    while (order->class_of[item] != class)
        item++;
    return item;
}

static bool are_open(const pp_i_poset *order, size_t a, size_t b)
{
    return !pp_i_poset_below(order, a, b) && !pp_i_poset_below(order, b, a);
}

static pp_status add_options(pp_i_ask_work *work, size_t party)
{
    const pp_i_party_preference *of = &work->preferences.parties[party];
    pp_status status = PP_OK;
    for (size_t i = 0; i < of->issue_count; i++) {
        const pp_i_poset *order = &of->issues[i].order;
        bool counts = of->weights[i].denominator == 0 || of->weights[i].numerator != 0;
        for (size_t a = 0; counts && of->issues[i].values == NULL && a < order->class_count; a++)
            for (size_t b = a + 1; b < order->class_count && status == PP_OK; b++)
                if (are_open(order, a, b))
                    status = add(work, (pp_unknown){.kind = PP_UNKNOWN_OPTIONS,
                                                    .party = party,
                                                    .issue = i,
                                                    .first = first_of(order, a),
                                                    .second = first_of(order, b),
                                                    .answers[0].probability = 0.5});
    }
    return status;
}

static pp_status add_importance(pp_i_ask_work *work, size_t party)
{
    const pp_i_party_preference *of = &work->preferences.parties[party];
    const pp_i_poset *order = &of->importance;
    pp_status status = PP_OK;
    for (size_t a = 0; a < order->class_count && !of->weights_exact; a++)
        for (size_t b = a + 1; b < order->class_count && status == PP_OK; b++) {
            size_t first = first_of(order, a), second = first_of(order, b);
            bool given =
                of->weights[first].denominator != 0 && of->weights[second].denominator != 0;
            if (are_open(order, a, b) && !given)
                status = add(work, (pp_unknown){.kind = PP_UNKNOWN_IMPORTANCE,
                                                .party = party,
                                                .first = first,
                                                .second = second,
                                                .answers[0].probability = 0.5});
        }
    return status;
}

/* --- No deal --------------------------------------------------------------------------------- */

/* Among the packages first considered those that rules pick most often; their places, fewer than
 * PP_ASK_NO_DEAL_COUNT_MAX where there are not so many; one alone where parties are many. */
static pp_status find_likely(pp_i_ask_work *work, size_t *likely, size_t *count)
{
    const pp_ask *ask = work->ask;
    pp_i_robust_shares shares;
    pp_i_robust_sample sample = {
        .sample_count = pp_i_ask_sample_count(work) / PILOT_SAMPLE_PART + 1};
    *count = 0;
    if (ask->package_count == 0 || ask->party_count == 0)
        return PP_OK;
    pp_status status = pp_i_robust_share(work->robust, ask->parties, ask->party_count,
                                         ask->packages, ask->package_count, &sample, &shares);
    if (status != PP_OK || shares.sample_count == 0 || !shares.valued)
        return status;
    bool *taken = PP_NEW_ARRAY(&work->job.scratch, bool, ask->package_count);
    if (taken == NULL)
        return pp_i_job_no_memory(&work->job);
    size_t wanted = ask->party_count > PP_ASK_MANY_PARTIES ? 1 : PP_ASK_NO_DEAL_COUNT_MAX;
    while (*count < wanted && *count < ask->package_count) {
        size_t best = PP_NONE;
        double most = -1;
        for (size_t k = 0; k < ask->package_count; k++) {
            double sum = 0;
            for (size_t rule = 0; rule < PP_RULE_COUNT; rule++)
                sum += shares.packages[k].picked[rule].share;
            if (!taken[k] && sum > most) {
                most = sum;
                best = k;
            }
        }
        taken[best] = true;
        likely[(*count)++] = best;
    }
    return PP_OK;
}

static pp_status add_no_deal(pp_i_ask_work *work, size_t party, const size_t *likely, size_t count)
{
    const pp_i_party_preference *of = &work->preferences.parties[party];
    pp_status status = PP_OK;
    for (size_t i = 0; i < count && !of->no_deal_known && status == PP_OK; i++) {
        const uint16_t *package = work->packages.items[likely[i]];
        pp_i_truth always = PP_TRUTH_NO, sometimes = PP_TRUTH_YES;
        if (of->no_deal_said)
            status = pp_i_robust_accepts(work->robust, party, package, &always, &sometimes);
        if (status == PP_OK && always != PP_TRUTH_YES && sometimes != PP_TRUTH_NO)
            status = add(work, (pp_unknown){.kind = PP_UNKNOWN_NO_DEAL,
                                            .party = party,
                                            .package = package,
                                            .answers[0].probability = 0.5});
    }
    return status;
}

/* --- Parties --------------------------------------------------------------------------------- */

/* Whose consent counts, and of whom nothing is said, or nothing that holds together. */
static pp_status find_parties(pp_i_ask_work *work)
{
    size_t count = work->the_case->party_count;
    pp_ask *ask = work->ask;
    size_t *parties = PP_NEW_ARRAY(work->job.arena, size_t, count);
    size_t *silent = PP_NEW_ARRAY(work->job.arena, size_t, count);
    size_t *contradictory = PP_NEW_ARRAY(work->job.arena, size_t, count);
    if (parties == NULL || silent == NULL || contradictory == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t p = 0; p < count; p++) {
        if (!pp_i_set256_has(&work->model.named, p))
            continue;
        parties[ask->party_count++] = p;
        if (work->preferences.parties[p].kind == PP_PREFERENCE_NONE)
            silent[ask->silent_count++] = p;
        if (pp_i_robust_consistent(work->robust, p) == PP_TRUTH_NO)
            contradictory[ask->contradictory_count++] = p;
    }
    ask->parties = parties;
    ask->silent = silent;
    ask->contradictory = contradictory;
    return PP_OK;
}

/* Of many parties the first could take up all the room: each may have its part of what is left. */
static void share_out(pp_i_ask_work *work, size_t place)
{
    size_t parties = work->ask->party_count, room = PP_ASK_UNKNOWN_COUNT_MAX;
    if (parties > PP_ASK_MANY_PARTIES)
        room = work->unknowns.count +
               (PP_ASK_UNKNOWN_COUNT_MAX - work->unknowns.count) / (parties - place);
    work->unknown_count_max = room;
}

pp_status pp_i_ask_unknowns(pp_i_ask_work *work)
{
    size_t likely[PP_ASK_NO_DEAL_COUNT_MAX], likely_count = 0;
    pp_status status =
        pp_i_preferences_make(work->the_case, work->job.arena, &work->preferences, work->job.error);
    if (status == PP_OK)
        status = pp_i_robust_begin(&work->job, &work->preferences, &work->robust);
    if (status == PP_OK)
        status = find_parties(work);
    work->unknown_count_max = PP_ASK_UNKNOWN_COUNT_MAX;
    if (status == PP_OK)
        status = find_likely(work, likely, &likely_count);
    if (status == PP_OK)
        status = add_red_lines(work);
    for (size_t i = 0; i < work->ask->party_count && status == PP_OK; i++) {
        size_t party = work->ask->parties[i];
        if (work->preferences.parties[party].kind != PP_PREFERENCE_ADDITIVE ||
            pp_i_robust_consistent(work->robust, party) == PP_TRUTH_NO)
            continue;
        share_out(work, i);
        status = add_options(work, party);
        if (status == PP_OK)
            status = add_importance(work, party);
        if (status == PP_OK)
            status = add_no_deal(work, party, likely, likely_count);
    }
    return status;
}
