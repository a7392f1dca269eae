/*
 * picks.c: how what each rule picks changes with each answer; see parts.h.
 *
 * One sample serves all answers: a random profile of preferences with one more pair is, by its
 * definition, a random profile in which the pair holds, so the shares under an answer are those of
 * the profiles drawn in which it is so. An answer on a red line changes which packages there are to
 * pick from, in the same profiles. Where nothing is said of no deal, the answer that it is better
 * than a package has it drawn between that package's value and the greatest.
 */
#include <math.h>

#include "base/random.h"
#include "method/asking/parts.h"
#include "method/robustness/rules.h"

/* What is counted for one answer: how often each rule picks each package, or (last) none. */
typedef struct tally {
    double *picked[PP_RULE_COUNT]; /* [package], and one more */
    size_t count;
} tally;

typedef struct sampling {
    pp_i_ask_work *work;
    pp_i_arena *arena;
    size_t party_count, package_count;
    const pp_i_profiles **profiles; /* [place] */
    pp_i_stream **streams;
    const pp_i_profile **drawn;
    double *values;  /* [package * party_count + place] */
    double *no_deal; /* [place] */
    double *greatest;
    double *scratch;
    bool *rational;
    bool *picked[PP_RULE_COUNT];
    size_t *chosen[PP_RULE_COUNT]; /* the packages picked, one after another */
    size_t chosen_count[PP_RULE_COUNT];
    tally *scenarios;    /* [scenario]; the first is the base */
    tally (*answers)[2]; /* [unknown]: of preferences and no deal */
} sampling;

/* --- Preparing ------------------------------------------------------------------------------- */

static bool make_tally(sampling *on, tally *made)
{
    made->count = 0;
    for (size_t rule = 0; rule < PP_RULE_COUNT; rule++) {
        made->picked[rule] = PP_NEW_ARRAY(on->arena, double, on->package_count + 1);
        if (made->picked[rule] == NULL)
            return false;
    }
    return true;
}

static bool make_tallies(sampling *on)
{
    size_t unknowns = on->work->unknowns.count, scenarios = on->work->scenarios.count;
    bool good = true;
    on->scenarios = PP_NEW_ARRAY(on->arena, tally, scenarios);
    on->answers = pp_i_arena_array(on->arena, unknowns, sizeof *on->answers);
    if (on->scenarios == NULL || on->answers == NULL)
        return false;
    for (size_t s = 0; s < scenarios; s++)
        good = good && make_tally(on, &on->scenarios[s]);
    for (size_t i = 0; i < unknowns; i++)
        for (size_t which = 0; which < 2; which++)
            good = good && (on->work->unknowns.items[i].kind == PP_UNKNOWN_RED_LINE ||
                            make_tally(on, &on->answers[i][which]));
    return good;
}

static bool allocate(sampling *on)
{
    bool good = true;
    on->profiles = PP_NEW_ARRAY(on->arena, const pp_i_profiles *, on->party_count);
    on->streams = PP_NEW_ARRAY(on->arena, pp_i_stream *, on->party_count);
    on->drawn = PP_NEW_ARRAY(on->arena, const pp_i_profile *, on->party_count);
    on->values = PP_NEW_ARRAY(on->arena, double, on->party_count * on->package_count);
    on->no_deal = PP_NEW_ARRAY(on->arena, double, on->party_count);
    on->greatest = PP_NEW_ARRAY(on->arena, double, on->party_count);
    on->scratch = PP_NEW_ARRAY(on->arena, double, 3 * (on->party_count + 2));
    on->rational = PP_NEW_ARRAY(on->arena, bool, on->package_count);
    for (size_t rule = 0; rule < PP_RULE_COUNT; rule++) {
        on->picked[rule] = PP_NEW_ARRAY(on->arena, bool, on->package_count);
        on->chosen[rule] = PP_NEW_ARRAY(on->arena, size_t, on->package_count);
        good = good && on->picked[rule] != NULL && on->chosen[rule] != NULL;
    }
    return good && on->profiles != NULL && on->streams != NULL && on->drawn != NULL &&
           on->values != NULL && on->no_deal != NULL && on->greatest != NULL &&
           on->scratch != NULL && on->rational != NULL && make_tallies(on);
}

/* *drawable is false where some party has no values, or no admissible ones. */
static bool make_profiles(sampling *on, bool *drawable)
{
    pp_i_job *job = &on->work->job;
    uint64_t seed = on->work->control == NULL ? 0 : on->work->control->seed;
    *drawable = true;
    for (size_t p = 0; p < on->party_count && *drawable; p++) {
        on->profiles[p] = pp_i_profiles_make(&on->work->preferences, on->work->ask->parties[p],
                                             seed, &job->run, on->arena);
        if (on->profiles[p] == NULL)
            return false;
        *drawable = pp_i_profiles_drawing(on->profiles[p]) != PP_DRAWING_NONE;
    }
    return true;
}

/* --- One combination of profiles ------------------------------------------------------------- */

/* Values, and no deal where nothing is said of it: the worst package first considered. */
static bool draw_values(sampling *on)
{
    const pp_i_ask_work *work = on->work;
    for (size_t p = 0; p < on->party_count; p++) {
        const pp_i_profile *profile = pp_i_stream_next(on->streams[p], &on->work->job.run);
        if (profile == NULL)
            return false;
        double least = INFINITY;
        on->drawn[p] = profile;
        on->greatest[p] = -INFINITY;
        for (size_t k = 0; k < on->package_count; k++) {
            double value =
                pp_i_profile_value(profile, work->packages.items[k], work->the_case->issue_count);
            on->values[k * on->party_count + p] = value;
            least = fmin(least, value);
            on->greatest[p] = fmax(on->greatest[p], value);
        }
        bool said = work->preferences.parties[work->ask->parties[p]].no_deal_said;
        on->no_deal[p] = said ? profile->no_deal : least;
    }
    return true;
}

/* What each rule picks of a scenario's packages. */
static void pick(sampling *on, const pp_i_scenario *among)
{
    for (size_t k = 0; k < on->package_count; k++) {
        on->rational[k] = among->holds[k];
        for (size_t p = 0; p < on->party_count && on->rational[k]; p++)
            on->rational[k] = on->values[k * on->party_count + p] >= on->no_deal[p] - 1e-12;
    }
    pp_i_rules_pick(on->values, on->no_deal, on->party_count, on->package_count, on->rational,
                    on->scratch, on->picked);
    for (size_t rule = 0; rule < PP_RULE_COUNT; rule++) {
        on->chosen_count[rule] = 0;
        for (size_t k = 0; k < on->package_count; k++)
            if (on->picked[rule][k])
                on->chosen[rule][on->chosen_count[rule]++] = k;
    }
}

/* Adds what was picked: packages that tie share it. */
static void add_picks(const sampling *on, tally *to)
{
    to->count++;
    for (size_t rule = 0; rule < PP_RULE_COUNT; rule++) {
        size_t tied = on->chosen_count[rule];
        to->picked[rule][on->package_count] += tied == 0;
        for (size_t i = 0; i < tied; i++)
            to->picked[rule][on->chosen[rule][i]] += 1 / (double)tied;
    }
}

static size_t place_of_party(const sampling *on, size_t party)
{
    size_t place = 0;
    while (on->work->ask->parties[place] != party)
        place++;
    return place;
}

/* Which answer holds in the profiles drawn: 0, 1; 2: neither can be told. */
static size_t answer_of(const sampling *on, const pp_unknown *unknown)
{
    size_t p = place_of_party(on, unknown->party);
    const pp_i_profile *profile = on->drawn[p];
    if (unknown->kind == PP_UNKNOWN_NO_DEAL) {
        double value =
            pp_i_profile_value(profile, unknown->package, on->work->the_case->issue_count);
        return value < on->no_deal[p] - 1e-12;
    }
    bool options = unknown->kind == PP_UNKNOWN_OPTIONS;
    const double *numbers = options ? profile->gains[unknown->issue] : profile->weights;
    if (numbers[unknown->first] == numbers[unknown->second])
        return 2;
    return numbers[unknown->first] < numbers[unknown->second];
}

/* No deal of which nothing was said is better than a package. */
static void count_better_no_deal(sampling *on, const pp_unknown *unknown, double share, tally *to)
{
    size_t p = place_of_party(on, unknown->party);
    double kept = on->no_deal[p];
    double value =
        pp_i_profile_value(on->drawn[p], unknown->package, on->work->the_case->issue_count);
    on->no_deal[p] = value + fmax(share, 1e-9) * fmax(on->greatest[p] - value, 1e-6);
    pick(on, &on->work->scenarios.items[0]);
    add_picks(on, to);
    on->no_deal[p] = kept;
}

static void count_combination(sampling *on, double share)
{
    const pp_i_ask_work *work = on->work;
    for (size_t s = work->scenarios.count; s-- > 0;) { /* the base last: its picks are used on */
        if (s > 0 && work->scenarios.items[s].cut)
            continue;
        pick(on, &work->scenarios.items[s]);
        add_picks(on, &on->scenarios[s]);
    }
    for (size_t i = 0; i < work->unknowns.count; i++) {
        const pp_unknown *unknown = &work->unknowns.items[i];
        size_t which = unknown->kind == PP_UNKNOWN_RED_LINE ? 2 : answer_of(on, unknown);
        if (which < 2)
            add_picks(on, &on->answers[i][which]);
    }
    for (size_t i = 0; i < work->unknowns.count; i++) {
        const pp_unknown *unknown = &work->unknowns.items[i];
        if (unknown->kind == PP_UNKNOWN_NO_DEAL &&
            !work->preferences.parties[unknown->party].no_deal_said)
            count_better_no_deal(on, unknown, share, &on->answers[i][1]);
    }
}

/* False where the run was stopped or memory has run out. */
static bool count_batch(sampling *on, size_t batch, size_t per_batch)
{
    pp_i_run *run = &on->work->job.run;
    pp_i_arena_mark mark = pp_i_arena_mark_get(on->arena);
    pp_i_random random;
    pp_i_random_seed(&random, batch);
    for (size_t p = 0; p < on->party_count; p++) {
        on->streams[p] = pp_i_stream_begin(on->profiles[p], batch, on->arena);
        if (on->streams[p] == NULL)
            return pp_i_run_no_memory(run);
    }
    for (size_t i = 0; i < per_batch; i++) {
        if (!draw_values(on) || !pp_i_run_step(run, on->package_count * on->work->scenarios.count))
            return false;
        count_combination(on, pp_i_random_unit(&random));
    }
    pp_i_arena_rewind(on->arena, mark);
    return true;
}

/* --- Changes --------------------------------------------------------------------------------- */

/* The distance in total variation of two tallies for one rule. */
static double distance(const sampling *on, const tally *a, const tally *b, size_t rule)
{
    double sum = 0;
    for (size_t k = 0; k <= on->package_count; k++)
        sum += fabs(a->picked[rule][k] / (double)a->count - b->picked[rule][k] / (double)b->count);
    return sum / 2;
}

/* What that distance is to be expected of a part of the sample, where nothing changes. */
static double noise(const sampling *on, const tally *whole, const tally *part, size_t rule)
{
    double rest = 1 / (double)part->count - 1 / (double)whole->count, sum = 0;
    for (size_t k = 0; k <= on->package_count; k++) {
        double share = whole->picked[rule][k] / (double)whole->count;
        sum += sqrt(fmax(share * (1 - share) * rest, 0) * 0.6366197723675814); /* 2 / pi */
    }
    return sum / 2;
}

/* In how many profiles some package is acceptable to all: where none is, no rule picks any. */
static double share_acceptable(const sampling *on, const tally *of)
{
    return 1 - of->picked[PP_RULE_UTILITARIAN][on->package_count] / (double)of->count;
}

/* One answer of one unknown; returns its mean change over rules, less what is noise. */
static double say_answer(sampling *on, const tally *base, const tally *now, bool same_sample,
                         pp_ask_answer *answer)
{
    double changed = 0;
    answer->sample_count = now->count;
    answer->acceptable = share_acceptable(on, now);
    for (size_t rule = 0; rule < PP_RULE_COUNT; rule++) {
        double by_chance = same_sample ? 0 : noise(on, base, now, rule);
        answer->picks[rule] = distance(on, base, now, rule);
        on->work->ask->noise = fmax(on->work->ask->noise, by_chance);
        changed += fmax(answer->picks[rule] - by_chance, 0) / PP_RULE_COUNT;
    }
    return changed;
}

static void say_unknown(sampling *on, size_t index)
{
    pp_unknown *unknown = &on->work->unknowns.items[index];
    const tally *base = &on->scenarios[0];
    bool line = unknown->kind == PP_UNKNOWN_RED_LINE;
    const tally *now[2] = {line ? base : &on->answers[index][0],
                           line ? NULL : &on->answers[index][1]};
    for (size_t s = 1; line && s < on->work->scenarios.count; s++)
        if (on->work->scenarios.items[s].red_line == unknown->red_line)
            now[1] = &on->scenarios[s];
    if (now[0]->count == 0 || now[1]->count == 0)
        return; /* so unlikely that no profile was drawn in which it is so */
    unknown->pick = 0;
    for (size_t rule = 0; rule < PP_RULE_COUNT; rule++)
        unknown->picks[rule] = 0;
    for (size_t which = 0; which < 2; which++) {
        pp_ask_answer *answer = &unknown->answers[which];
        unknown->pick += answer->probability * say_answer(on, base, now[which], line, answer);
        for (size_t rule = 0; rule < PP_RULE_COUNT; rule++)
            unknown->picks[rule] += answer->probability * answer->picks[rule];
    }
}

static pp_status sample(sampling *on)
{
    pp_i_ask_work *work = on->work;
    size_t per_batch = pp_i_sample_per_batch(pp_i_ask_sample_count(work));
    bool drawable = false;
    if (!allocate(on))
        return pp_i_job_no_memory(&work->job);
    bool good = make_profiles(on, &drawable);
    for (size_t batch = 0; good && drawable && batch < PP_SAMPLE_BATCH_COUNT; batch++)
        good = count_batch(on, batch, per_batch);
    if (!good)
        return work->job.run.stop == PP_STOP_MEMORY ? pp_i_job_no_memory(&work->job)
                                                    : pp_i_job_stopped(&work->job, "picks");
    if (!drawable)
        return PP_OK;
    work->ask->picks_known = true;
    work->ask->acceptable = share_acceptable(on, &on->scenarios[0]);
    work->ask->sample_count = per_batch * PP_SAMPLE_BATCH_COUNT;
    for (size_t i = 0; i < work->unknowns.count; i++)
        say_unknown(on, i);
    return PP_OK;
}

pp_status pp_i_ask_picks(pp_i_ask_work *work)
{
    pp_i_arena arena;
    sampling on = {.work = work,
                   .arena = &arena,
                   .party_count = work->ask->party_count,
                   .package_count = work->packages.count};
    work->ask->acceptable = -1;
    for (size_t i = 0; i < work->unknowns.count; i++) {
        pp_unknown *unknown = &work->unknowns.items[i];
        unknown->pick = unknown->answers[0].acceptable = unknown->answers[1].acceptable = -1;
        for (size_t rule = 0; rule < PP_RULE_COUNT; rule++)
            unknown->picks[rule] = unknown->answers[0].picks[rule] =
                unknown->answers[1].picks[rule] = -1;
    }
    if (work->packages.count == 0 || work->ask->party_count == 0)
        return PP_OK;
    pp_i_run_part(&work->job.run, "picks");
    if (work->job.run.stop != PP_STOP_NONE)
        return PP_OK;
    pp_i_arena_init(&arena, work->job.arena->allocator);
    pp_status status = sample(&on);
    pp_i_arena_free(&arena);
    return status;
}
