/*
 * efficient.c: how the set of necessarily efficient packages changes with each answer; see parts.h.
 *
 * A package is necessarily efficient where no other possibly dominates it. Whether one is possibly,
 * is necessarily at least as good as another is asked once for each party and pair. An answer on a
 * party's preferences can only make more packages necessarily efficient, and changes that party's
 * relations alone; an answer on a red line changes which packages are considered.
 */
#include "method/asking/parts.h"

/* A party whose preferences have one more pair, in place of what is known of it. */
typedef struct refined {
    pp_i_preferences preferences;
    pp_i_robust *robust;
    bool possible; /* the pair does not contradict what is known */
} refined;

/* --- Relations ------------------------------------------------------------------------------- */

static pp_status relate(pp_i_ask_work *work, size_t place)
{
    size_t count = work->packages.count, party = work->ask->parties[place];
    unsigned char *possibly = PP_NEW_ARRAY(work->job.arena, unsigned char, count *count);
    unsigned char *necessarily = PP_NEW_ARRAY(work->job.arena, unsigned char, count *count);
    work->possibly[place] = possibly;
    work->necessarily[place] = necessarily;
    if (possibly == NULL || necessarily == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t y = 0; y < count; y++)
        for (size_t x = 0; x < count; x++) {
            pp_i_truth always, sometimes;
            pp_status status = pp_i_robust_compare(work->robust, party, work->packages.items[y],
                                                   work->packages.items[x], &always, &sometimes);
            if (status != PP_OK)
                return status;
            possibly[y * count + x] = (unsigned char)sometimes;
            necessarily[y * count + x] = (unsigned char)always;
            if (!pp_i_run_step(&work->job.run, 1 + work->the_case->issue_count))
                return pp_i_job_stopped(&work->job, "efficient");
        }
    return PP_OK;
}

/* Does `y` dominate `x` in some combination of profiles? `changed` (PP_NONE: none) is a party whose
 * relations are asked anew of `other`. */
static pp_status may_dominate(pp_i_ask_work *work, size_t y, size_t x, size_t changed,
                              pp_i_robust *other, pp_i_truth *answer)
{
    size_t count = work->packages.count;
    bool open = false, better = false, better_open = false;
    *answer = PP_TRUTH_NO;
    for (size_t p = 0; p < work->ask->party_count; p++) {
        pp_i_truth there = (pp_i_truth)work->possibly[p][y * count + x];
        pp_i_truth back = (pp_i_truth)work->necessarily[p][x * count + y];
        if (p == changed && there != PP_TRUTH_NO) {
            pp_i_truth ignored;
            const uint16_t *a = work->packages.items[y], *b = work->packages.items[x];
            size_t party = work->ask->parties[p];
            pp_status status = pp_i_robust_compare(other, party, a, b, &ignored, &there);
            if (status == PP_OK)
                status = pp_i_robust_compare(other, party, b, a, &back, &ignored);
            if (status != PP_OK)
                return status;
        }
        if (there == PP_TRUTH_NO)
            return PP_OK;
        open = open || there == PP_TRUTH_OPEN;
        better = better || back == PP_TRUTH_NO;
        better_open = better_open || back == PP_TRUTH_OPEN;
    }
    if (better)
        *answer = open ? PP_TRUTH_OPEN : PP_TRUTH_YES;
    else if (better_open)
        *answer = PP_TRUTH_OPEN;
    return PP_OK;
}

/* Is `x` necessarily efficient among what a scenario considers? *found is one that may dominate it.
 */
static pp_status judge(pp_i_ask_work *work, const pp_i_scenario *among, size_t x, size_t changed,
                       pp_i_robust *other, pp_i_truth *efficient, size_t *found)
{
    *efficient = PP_TRUTH_YES;
    for (size_t step = 0; step <= work->packages.count; step++) {
        size_t y = step == 0 ? *found : step - 1; /* what did last is asked first */
        pp_i_truth by;
        if (y == PP_NONE || y == x || !among->holds[y])
            continue;
        pp_status status = may_dominate(work, y, x, changed, other, &by);
        if (status != PP_OK)
            return status;
        if (by == PP_TRUTH_YES) {
            *efficient = PP_TRUTH_NO;
            *found = y;
            return PP_OK;
        }
        if (by == PP_TRUTH_OPEN)
            *efficient = PP_TRUTH_OPEN;
        if (!pp_i_run_step(&work->job.run, work->ask->party_count))
            return pp_i_job_stopped(&work->job, "efficient");
    }
    return PP_OK;
}

/* --- Refined preferences --------------------------------------------------------------------- */

/* What is said of the party with one more chain, of an issue's options or of issues. */
static bool add_pair(pp_i_arena *arena, const pp_i_preference *said, const pp_unknown *unknown,
                     bool turned, pp_i_preference *made)
{
    static const bool untied[2] = {false, false};
    uint32_t *pair = PP_NEW_ARRAY(arena, uint32_t, 2);
    size_t before = 0, place = said->order_count;
    const pp_i_chain *old = said->importance;
    *made = *said;
    if (unknown->kind == PP_UNKNOWN_IMPORTANCE)
        before = said->importance_count;
    for (size_t i = 0; i < said->order_count && unknown->kind == PP_UNKNOWN_OPTIONS; i++)
        if (said->orders[i].issue == unknown->issue) {
            place = i;
            before = said->orders[i].chain_count;
            old = said->orders[i].chains;
        }
    pp_i_chain *chains = PP_NEW_ARRAY(arena, pp_i_chain, before + 1);
    pp_i_order *orders = PP_NEW_ARRAY(arena, pp_i_order, said->order_count + 1);
    if (pair == NULL || chains == NULL || orders == NULL)
        return false;
    pair[turned] = (uint32_t)unknown->first;
    pair[!turned] = (uint32_t)unknown->second;
    for (size_t i = 0; i < before; i++)
        chains[i] = old[i];
    chains[before] = (pp_i_chain){.subjects = pair, .tied = untied, .count = 2};
    if (unknown->kind == PP_UNKNOWN_IMPORTANCE) {
        made->importance = chains;
        made->importance_count = before + 1;
        return true;
    }
    for (size_t i = 0; i < said->order_count; i++)
        orders[i] = said->orders[i];
    orders[place] =
        (pp_i_order){.issue = unknown->issue, .chains = chains, .chain_count = before + 1};
    made->orders = orders;
    made->order_count = place == said->order_count ? place + 1 : said->order_count;
    return true;
}

static pp_status refine(pp_i_ask_work *work, const pp_unknown *unknown, bool turned, pp_i_job *job,
                        refined *made)
{
    const pp_case *the_case = work->the_case;
    pp_i_preference *said = PP_NEW(job->arena, pp_i_preference);
    pp_i_party_preference *parties =
        PP_NEW_ARRAY(job->arena, pp_i_party_preference, the_case->party_count);
    if (said == NULL || parties == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t p = 0; p < the_case->party_count; p++)
        parties[p] = work->preferences.parties[p];
    if (!add_pair(job->arena, parties[unknown->party].said, unknown, turned, said) ||
        !pp_i_party_preference_make(the_case, said, job->arena, &parties[unknown->party]))
        return pp_i_job_no_memory(&work->job);
    made->preferences = (pp_i_preferences){the_case, parties};
    pp_status status = pp_i_robust_begin(job, &made->preferences, &made->robust);
    if (status == PP_OK)
        made->possible = pp_i_robust_consistent(made->robust, unknown->party) != PP_TRUTH_NO;
    return status;
}

/* --- Answers --------------------------------------------------------------------------------- */

/* How far two sets are apart, from how many members are new, gone and in the second. */
static double distance(size_t fresh, size_t gone, size_t now)
{
    size_t all = now + gone;
    return all == 0 ? 0 : (double)(fresh + gone) / (double)all;
}

/* Notes one package under an answer. */
static void note(pp_ask_answer *answer, pp_i_truth before, pp_i_truth now)
{
    answer->efficient += now == PP_TRUTH_YES;
    answer->efficient_open += now == PP_TRUTH_OPEN;
    answer->efficient_new += now == PP_TRUTH_YES && before != PP_TRUTH_YES;
    answer->efficient_gone += now != PP_TRUTH_YES && before == PP_TRUTH_YES;
}

/* The red line does not count: other packages are considered. */
static pp_status answer_red_line(pp_i_ask_work *work, pp_unknown *unknown)
{
    const pp_i_scenario *among = NULL;
    for (size_t s = 1; s < work->scenarios.count; s++)
        if (work->scenarios.items[s].red_line == unknown->red_line)
            among = &work->scenarios.items[s];
    for (size_t x = 0; x < work->packages.count; x++) {
        pp_i_truth before = work->efficient[x], now = among->cut ? before : PP_TRUTH_NO;
        size_t found = PP_NONE;
        pp_status status = PP_OK;
        if (among->holds[x] && !among->cut)
            status = judge(work, among, x, PP_NONE, NULL, &now, &found);
        if (status != PP_OK || work->job.run.stop != PP_STOP_NONE)
            return status;
        note(&unknown->answers[0], before, before);
        note(&unknown->answers[1], before, now);
    }
    return PP_OK;
}

/* One answer on a party's preferences. */
static pp_status answer_preference(pp_i_ask_work *work, pp_unknown *unknown, size_t which,
                                   refined *by)
{
    pp_ask_answer *answer = &unknown->answers[which];
    size_t place = 0;
    while (work->ask->parties[place] != unknown->party)
        place++;
    for (size_t x = 0; x < work->ask->package_count; x++) {
        pp_i_truth before = work->efficient[x], now = before;
        size_t found = work->dominator[x];
        pp_status status = PP_OK;
        if (before != PP_TRUTH_YES)
            status = judge(work, &work->scenarios.items[0], x, place, by->robust, &now, &found);
        if (status != PP_OK || work->job.run.stop != PP_STOP_NONE)
            return status;
        note(answer, before, now);
    }
    return PP_OK;
}

static pp_status answer_pair(pp_i_ask_work *work, pp_unknown *unknown)
{
    bool possible[2] = {true, true};
    pp_status status = PP_OK;
    for (size_t which = 0; which < 2 && status == PP_OK; which++) {
        pp_i_arena arena;
        pp_i_job job;
        refined by = {0};
        pp_i_arena_init(&arena, work->job.arena->allocator);
        pp_i_job_init(&job, work->control, &arena, work->job.error);
        status = refine(work, unknown, which == 1, &job, &by);
        possible[which] = status != PP_OK || by.possible;
        if (status == PP_OK && by.possible)
            status = answer_preference(work, unknown, which, &by);
        pp_i_job_end(&job);
        pp_i_arena_free(&arena);
    }
    for (size_t which = 0; which < 2; which++) /* what is known already leaves but one answer */
        if (!possible[which])
            unknown->answers[which].probability = unknown->answers[!which].probability = -1;
    return status;
}

static pp_status answer_unknown(pp_i_ask_work *work, pp_unknown *unknown)
{
    pp_status status = PP_OK;
    if (unknown->kind == PP_UNKNOWN_RED_LINE)
        status = answer_red_line(work, unknown);
    else if (unknown->kind != PP_UNKNOWN_NO_DEAL)
        status = answer_pair(work, unknown);
    else
        for (size_t which = 0; which < 2; which++)
            for (size_t x = 0; x < work->ask->package_count; x++)
                note(&unknown->answers[which], work->efficient[x], work->efficient[x]);
    for (size_t which = 0; which < 2; which++) {
        const pp_ask_answer *answer = &unknown->answers[which];
        unknown->efficient +=
            answer->probability *
            distance(answer->efficient_new, answer->efficient_gone, answer->efficient);
    }
    return status;
}

/* --- Before any answer ----------------------------------------------------------------------- */

static pp_status judge_first(pp_i_ask_work *work)
{
    size_t count = work->packages.count;
    size_t *efficient = PP_NEW_ARRAY(work->job.arena, size_t, count);
    work->efficient = PP_NEW_ARRAY(work->job.arena, pp_i_truth, count);
    work->dominator = PP_NEW_ARRAY(work->job.arena, size_t, count);
    if (efficient == NULL || work->efficient == NULL || work->dominator == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t x = 0; x < count; x++) {
        work->dominator[x] = PP_NONE;
        work->efficient[x] = PP_TRUTH_NO;
        if (x >= work->ask->package_count)
            continue;
        pp_status status = judge(work, &work->scenarios.items[0], x, PP_NONE, NULL,
                                 &work->efficient[x], &work->dominator[x]);
        if (status != PP_OK || work->job.run.stop != PP_STOP_NONE)
            return status;
        if (work->efficient[x] == PP_TRUTH_YES)
            efficient[work->ask->efficient_count++] = x;
    }
    work->ask->efficient = efficient;
    return PP_OK;
}

/* Leaves out what has but one answer. */
static void drop_settled(pp_i_ask_work *work)
{
    size_t kept = 0;
    for (size_t i = 0; i < work->unknowns.count; i++)
        if (work->unknowns.items[i].answers[0].probability >= 0)
            work->unknowns.items[kept++] = work->unknowns.items[i];
    work->unknowns.count = kept;
}

pp_status pp_i_ask_efficient(pp_i_ask_work *work)
{
    size_t parties = work->ask->party_count;
    pp_status status = PP_OK;
    pp_i_run_part(&work->job.run, "efficient");
    work->possibly = PP_NEW_ARRAY(work->job.arena, unsigned char *, parties);
    work->necessarily = PP_NEW_ARRAY(work->job.arena, unsigned char *, parties);
    if (work->possibly == NULL || work->necessarily == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t p = 0; p < parties && status == PP_OK; p++)
        status = relate(work, p);
    if (status == PP_OK && work->job.run.stop == PP_STOP_NONE)
        status = judge_first(work);
    for (size_t i = 0; i < work->unknowns.count && status == PP_OK; i++)
        if (work->job.run.stop == PP_STOP_NONE)
            status = answer_unknown(work, &work->unknowns.items[i]);
    drop_settled(work);
    return status;
}
