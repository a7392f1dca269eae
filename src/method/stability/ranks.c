/*
 * ranks.c: each party's preference as ranks of states, more being better; see work.h.
 *
 * A state's key is a string of words in which the first that differs decides: for priorities the
 * truth of each formula, for values the sum over factors with its sign turned to sort as bits do.
 * Keys are sorted and numbered; alike states share a rank.
 */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/signed_limbs.h"
#include "method/stability/work.h"
#include "model/values.h"

/* --- From keys to ranks ----------------------------------------------------------------------- */

enum { DIGIT_BITS = 11, DIGIT_COUNT = 1 << DIGIT_BITS };

typedef struct keyed {
    uint64_t key;
    uint32_t state;
} keyed;

/* One pass over one digit; false where all keys share it, and nothing moved. */
static bool sort_digit(const keyed *from, keyed *to, size_t count, unsigned shift)
{
    size_t starts[DIGIT_COUNT] = {0}, start = 0;
    for (size_t i = 0; i < count; i++)
        starts[(from[i].key >> shift) & (DIGIT_COUNT - 1)]++;
    if (starts[(from[0].key >> shift) & (DIGIT_COUNT - 1)] == count)
        return false;
    for (size_t digit = 0; digit < DIGIT_COUNT; digit++) {
        size_t here = starts[digit];
        starts[digit] = start;
        start += here;
    }
    for (size_t i = 0; i < count; i++)
        to[starts[(from[i].key >> shift) & (DIGIT_COUNT - 1)]++] = from[i];
    return true;
}

/* Sorts the states by their keys, least first: word by word, the last word first. */
static bool sort_keys(pp_i_arena *scratch, const uint64_t *keys, size_t width, size_t count,
                      uint32_t *order)
{
    keyed *from = PP_NEW_ARRAY(scratch, keyed, count), *to = PP_NEW_ARRAY(scratch, keyed, count);
    if (from == NULL || to == NULL)
        return false;
    for (uint32_t s = 0; s < count; s++)
        order[s] = s;
    for (size_t word = width; count > 0 && word-- > 0;) {
        for (size_t i = 0; i < count; i++)
            from[i] = (keyed){keys[order[i] * width + word], order[i]};
        for (unsigned shift = 0; shift < 64; shift += DIGIT_BITS)
            if (sort_digit(from, to, count, shift)) {
                keyed *swapped = from;
                from = to;
                to = swapped;
            }
        for (size_t i = 0; i < count; i++)
            order[i] = from[i].state;
    }
    return true;
}

static pp_status rank_keys(pp_i_stable_work *work, const uint64_t *keys, size_t width,
                           uint32_t *ranks)
{
    size_t count = work->graph.state_count;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&work->job.scratch);
    uint32_t *order = PP_NEW_ARRAY(&work->job.scratch, uint32_t, count);
    if (order == NULL || !sort_keys(&work->job.scratch, keys, width, count, order))
        return pp_i_job_no_memory(&work->job);
    uint32_t rank = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && memcmp(keys + order[i] * width, keys + order[i - 1] * width,
                            width * sizeof *keys) != 0)
            rank++;
        ranks[order[i]] = rank;
    }
    pp_i_arena_rewind(&work->job.scratch, mark);
    return PP_OK;
}

/* --- Priorities ------------------------------------------------------------------------------- */

/* A formula ready to be asked of many packages: its table, or itself where it is too wide for
 * one. */
typedef struct asked {
    pp_i_table table;
    const pp_i_formula *formula;
    bool tabled;
} asked;

static pp_status make_asked(pp_i_stable_work *work, const pp_i_formula *formula, asked *to)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_problem issues;
    pp_i_problem_init(&issues, work->job.arena);
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (!pp_i_problem_add_variable(&issues, the_case->issues[i].option_count))
            return pp_i_job_no_memory(&work->job);
    to->formula = formula;
    if (!pp_i_table_of_formula(the_case, formula, &issues, work->job.arena, &to->table))
        return pp_i_job_no_memory(&work->job);
    to->tabled = issues.domain_sizes.count == the_case->issue_count;
    return PP_OK;
}

static bool holds(const pp_case *the_case, const asked *of, const uint16_t *package,
                  unsigned char *scratch)
{
    if (!of->tabled)
        return pp_i_formula_holds(of->formula, package, scratch);
    size_t cell = 0, stride = 1;
    for (size_t i = 0; i < of->table.scope_count; i++) {
        cell += stride * package[of->table.scope[i]];
        stride *= the_case->issues[of->table.scope[i]].option_count;
    }
    return pp_i_bit_get(of->table.holds, cell);
}

static pp_status rank_priorities(pp_i_stable_work *work, const pp_i_preference *said,
                                 uint32_t *ranks)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_arena *scratch = &work->job.scratch;
    size_t count = said->priority_count, width = (count + 63) / 64, node_count = 1;
    asked *formulas = PP_NEW_ARRAY(scratch, asked, count);
    uint64_t *keys = PP_NEW_ARRAY(scratch, uint64_t, work->graph.state_count * width);
    uint16_t *package = PP_NEW_ARRAY(scratch, uint16_t, the_case->issue_count);
    if (formulas == NULL || keys == NULL || package == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t k = 0; k < count; k++) {
        pp_status status = make_asked(work, &said->priorities[k], &formulas[k]);
        if (status != PP_OK)
            return status;
        node_count = said->priorities[k].node_count > node_count ? said->priorities[k].node_count
                                                                 : node_count;
    }
    unsigned char *room = PP_NEW_ARRAY(scratch, unsigned char, node_count);
    if (room == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t s = 0; s < work->graph.state_count; s++) {
        pp_i_graph_follow(the_case, s == 0 ? UINT64_MAX - 1 : work->graph.codes[s - 1],
                          work->graph.codes[s], package);
        for (size_t k = 0; k < count; k++)
            if (holds(the_case, &formulas[k], package, room))
                keys[s * width + k / 64] |= UINT64_C(1) << (63 - k % 64);
    }
    return rank_keys(work, keys, width, ranks);
}

/* --- Values ----------------------------------------------------------------------------------- */

/* Sums of a party's factors over all states, as keys that sort as the sums do. */
static pp_status rank_factors(pp_i_stable_work *work, const pp_i_values *values, uint32_t *ranks)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_arena *scratch = &work->job.scratch;
    size_t limbs = values->limb_count;
    uint64_t *keys = PP_NEW_ARRAY(scratch, uint64_t, work->graph.state_count * limbs);
    uint16_t *package = PP_NEW_ARRAY(scratch, uint16_t, the_case->issue_count);
    int64_t *sum = PP_NEW_ARRAY(scratch, int64_t, limbs);
    if (keys == NULL || package == NULL || sum == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t s = 0; s < work->graph.state_count; s++) {
        pp_i_graph_package(the_case, work->graph.codes[s], package);
        memset(sum, 0, limbs * sizeof *sum);
        for (size_t i = 0; i < values->factor_count; i++)
            pp_i_limbs_add(sum, sum,
                           values->factors[i].weights +
                               package[values->factors[i].scope[0]] * limbs,
                           limbs);
        for (size_t l = 0; l < limbs; l++) /* most significant first, the sign's bit turned */
            keys[s * limbs + l] =
                (uint64_t)sum[limbs - 1 - l] ^ (l == 0 ? UINT64_C(1) << 63 : 0);
    }
    return rank_keys(work, keys, limbs, ranks);
}

static pp_status rank_values(pp_i_stable_work *work, size_t party, uint32_t *ranks)
{
    pp_i_job *job = &work->job;
    const pp_i_party_preference *said = &work->preferences.parties[party];
    const pp_control *control = job->run.control;
    pp_i_estimate estimate = {0};
    pp_i_profile mean;
    pp_i_values values;
    work->parties[party].preferring = PP_PREFERRING_VALUES;
    if (!said->exact) {
        pp_i_profiles *profiles = pp_i_profiles_make(
            &work->preferences, party, control == NULL ? 0 : control->seed, &job->run, job->arena);
        if (profiles == NULL)
            return pp_i_run_status(&job->run, job->error) == PP_OK
                       ? pp_i_job_no_memory(job)
                       : pp_i_run_status(&job->run, job->error);
        if (!pp_i_profiles_mean(profiles, 0, &job->run, job->arena, &mean, NULL))
            return pp_i_fail(job->error, PP_ERROR_ARGUMENT,
                             "the preferences of a party contradict each other: see `check`");
        estimate.profile = &mean;
        work->parties[party].preferring = PP_PREFERRING_ESTIMATE;
    }
    pp_i_problem unused;
    pp_i_problem_init(&unused, job->arena);
    pp_status status = pp_i_values_make(&work->preferences, &party, 1, &estimate, &unused,
                                        job->arena, &values, job->error);
    return status == PP_OK ? rank_factors(work, &values, ranks) : status;
}

/* --- Rankings --------------------------------------------------------------------------------- */

static uint64_t code_of(const pp_case *the_case, const pp_i_choice *package)
{
    uint64_t code = 0;
    for (size_t i = the_case->issue_count; i-- > 0;)
        code = code * the_case->issues[i].option_count + package[i];
    return code;
}

static pp_status rank_ranking(pp_i_stable_work *work, size_t party, const pp_i_preference *said,
                              uint32_t *ranks)
{
    pp_text id = work->model.the_case->parties[party].id;
    for (size_t place = 0; place < said->rank_count; place++) {
        uint32_t rank = (uint32_t)(said->rank_count - place);
        for (size_t k = 0; k < said->ranking[place].package_count; k++) {
            uint64_t code = code_of(work->model.the_case, said->ranking[place].packages[k]);
            uint32_t state = pp_i_graph_state(&work->graph, code);
            if (state == UINT32_MAX) /* a link rules it out: nobody gets there */
                continue;
            if (ranks[state] != 0 && ranks[state] != rank) {
                pp_status status = pp_i_fail(
                    work->job.error, PP_ERROR_ARGUMENT,
                    "the ranking of %.*s puts code %llu and another package of the same state in "
                    "different places",
                    (int)id.length, id.data, (unsigned long long)code);
                pp_i_error_hint(work->job.error, "`same` makes them one state: rank it once");
                return status;
            }
            ranks[state] = rank;
        }
    }
    for (size_t s = 0; s < work->graph.state_count; s++)
        work->parties[party].unranked += ranks[s] == 0;
    return PP_OK;
}

/* --- Unknown pairs, unseen states ------------------------------------------------------------- */

static int by_pair(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static pp_status find_unknown(pp_i_stable_work *work, size_t party, const pp_i_preference *said)
{
    uint64_t *pairs = PP_NEW_ARRAY(work->job.arena, uint64_t, 2 * said->unknown_count);
    size_t count = 0;
    if (pairs == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < said->unknown_count; i++) {
        uint32_t a = pp_i_graph_state(&work->graph,
                                      code_of(work->model.the_case, said->unknown[i].a));
        uint32_t b = pp_i_graph_state(&work->graph,
                                      code_of(work->model.the_case, said->unknown[i].b));
        if (a == UINT32_MAX || b == UINT32_MAX || a == b)
            continue;
        pairs[count++] = (uint64_t)a << 32 | b;
        pairs[count++] = (uint64_t)b << 32 | a;
    }
    qsort(pairs, count, sizeof *pairs, by_pair);
    work->unknown[party] = (pp_i_unknown_pairs){pairs, count};
    work->parties[party].unknown = count / 2;
    work->any_unknown = work->any_unknown || count > 0;
    return PP_OK;
}

bool pp_i_stable_is_unknown(const pp_i_stable_work *work, size_t party, uint32_t a, uint32_t b)
{
    const pp_i_unknown_pairs *of = &work->unknown[party];
    uint64_t pair = (uint64_t)a << 32 | b;
    return of->count > 0 && bsearch(&pair, of->pairs, of->count, sizeof pair, by_pair) != NULL;
}

static pp_status find_hidden(pp_i_stable_work *work, size_t party, const pp_i_preference *said)
{
    const pp_case *the_case = work->model.the_case;
    size_t count = work->graph.state_count;
    if (said->does_not_see.node_count == 0)
        return PP_OK;
    pp_i_word *hidden = PP_NEW_ARRAY(work->job.arena, pp_i_word, pp_i_word_count(count));
    uint16_t *package = PP_NEW_ARRAY(work->job.arena, uint16_t, the_case->issue_count);
    unsigned char *scratch =
        PP_NEW_ARRAY(work->job.arena, unsigned char, said->does_not_see.node_count);
    if (hidden == NULL || package == NULL || scratch == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t s = 0; s < count; s++) {
        pp_i_graph_package(the_case, work->graph.codes[s], package);
        if (pp_i_formula_holds(&said->does_not_see, package, scratch))
            pp_i_bit_set(hidden, s);
    }
    work->hidden[party] = hidden;
    return PP_OK;
}

/* --- All parties ------------------------------------------------------------------------------ */

static pp_status rank_party(pp_i_stable_work *work, size_t party)
{
    const pp_i_party_preference *of = &work->preferences.parties[party];
    uint32_t *ranks = work->ranks[party];
    pp_status status = PP_OK;
    if (of->kind == PP_PREFERENCE_RANKED && of->said->rank_count > 0) {
        work->parties[party].preferring = PP_PREFERRING_RANKING;
        status = rank_ranking(work, party, of->said, ranks);
    } else if (of->kind == PP_PREFERENCE_RANKED) {
        work->parties[party].preferring = PP_PREFERRING_PRIORITIES;
        status = rank_priorities(work, of->said, ranks);
    } else if (of->kind == PP_PREFERENCE_ADDITIVE) {
        status = rank_values(work, party, ranks);
    } else {
        work->parties[party].preferring = PP_PREFERRING_NOTHING;
    }
    if (status == PP_OK && of->said != NULL)
        status = find_unknown(work, party, of->said);
    if (status == PP_OK && of->said != NULL)
        status = find_hidden(work, party, of->said);
    return status;
}

pp_status pp_i_stable_ranks(pp_i_stable_work *work)
{
    pp_i_job *job = &work->job;
    size_t count = work->graph.party_count;
    work->parties = PP_NEW_ARRAY(job->arena, pp_stable_party, count);
    work->ranks = PP_NEW_ARRAY(job->arena, uint32_t *, count);
    work->unknown = PP_NEW_ARRAY(job->arena, pp_i_unknown_pairs, count);
    work->hidden = PP_NEW_ARRAY(job->arena, pp_i_word *, count);
    if (work->parties == NULL || work->ranks == NULL || work->unknown == NULL ||
        work->hidden == NULL)
        return pp_i_job_no_memory(job);
    pp_status status = pp_i_preferences_make(work->model.the_case, job->arena, &work->preferences,
                                             job->error);
    for (size_t p = 0; status == PP_OK && p < count; p++) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
        work->ranks[p] = PP_NEW_ARRAY(job->arena, uint32_t, work->graph.state_count);
        if (work->ranks[p] == NULL)
            return pp_i_job_no_memory(job);
        status = rank_party(work, p);
        work->parties[p].moves = work->graph.moves[p];
        work->parties[p].transitive = work->graph.transitive[p];
        pp_i_arena_rewind(&job->scratch, mark);
    }
    return status;
}
