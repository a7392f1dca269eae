/*
 * solutions.c: see solutions.h.
 *
 * Each rule is a score in doubles, which narrows the field, and an exact comparison, which decides
 * what is left. A score is within SCORE_ERROR of the truth; what is within twice of that of the
 * best stays in the field.
 */
#include "method/bargaining/solutions.h"

#include <math.h>

#include "method/bargaining/compare.h"

#define SCORE_ERROR 1e-9 /* relative to the largest score met: doubles sum at most 64 terms */

typedef struct rule {
    double (*score)(const pp_i_terms *terms, size_t point); /* greater is better; NAN: not in the
                                                               field */
    pp_i_compare *compare; /* null: what ties in doubles is not told apart */
} rule;

/* --- Scores ----------------------------------------------------------------------------------- */

static double score_nash(const pp_i_terms *terms, size_t point)
{
    double product = 1;
    size_t gaining = 0;
    for (size_t p = 0; p < terms->party_count; p++) {
        double gain = pp_i_terms_gain(terms, point, p);
        if (pp_i_terms_gains(terms, point, p)) {
            product *= gain;
            gaining++;
        }
    }
    return gaining == terms->gaining_most ? product : NAN;
}

static double score_product(const pp_i_terms *terms, size_t point)
{
    double product = 1;
    for (size_t p = 0; p < terms->party_count; p++)
        product *= pp_i_terms_gain(terms, point, p);
    return product;
}

static double score_least_share(const pp_i_terms *terms, size_t point)
{
    double least = INFINITY;
    for (size_t p = 0; p < terms->party_count; p++)
        least = fmin(least, pp_i_terms_share(terms, point, p));
    return least;
}

static double score_least_gain(const pp_i_terms *terms, size_t point)
{
    double least = INFINITY;
    for (size_t p = 0; p < terms->party_count; p++)
        least = fmin(least, pp_i_terms_gain(terms, point, p));
    return least;
}

static double score_sum(const pp_i_terms *terms, size_t point)
{
    double sum = 0;
    for (size_t p = 0; p < terms->party_count; p++)
        sum += pp_i_terms_value(terms, point, p);
    return sum;
}

static double score_spread(const pp_i_terms *terms, size_t point)
{
    double least = INFINITY, most = -INFINITY;
    for (size_t p = 0; p < terms->party_count; p++) {
        double share = pp_i_terms_share(terms, point, p);
        least = fmin(least, share);
        most = fmax(most, share);
    }
    return least - most;
}

static double score_differences(const pp_i_terms *terms, size_t point)
{
    double sum = 0;
    for (size_t p = 0; p < terms->party_count; p++)
        for (size_t q = 0; q < p; q++)
            sum += fabs(pp_i_terms_value(terms, point, p) - pp_i_terms_value(terms, point, q));
    return -sum;
}

static const rule rules[PP_CONVENTION_COUNT][PP_SOLUTION_COUNT] = {
    [PP_CONVENTION_TEXTBOOK] = {{score_nash, pp_i_compare_product_of_gaining},
                                {score_least_share, pp_i_compare_shares},
                                {score_least_gain, pp_i_compare_gains},
                                {score_sum, pp_i_compare_sum}},
    [PP_CONVENTION_NEGMAS] = {{score_product, pp_i_compare_product},
                              {score_spread, pp_i_compare_spread},
                              {score_least_gain, pp_i_compare_least_gain},
                              {score_sum, pp_i_compare_sum}},
    [PP_CONVENTION_GENIUS] = {{score_product, pp_i_compare_product},
                              {score_differences, pp_i_compare_differences},
                              {NULL, NULL},
                              {score_sum, pp_i_compare_sum}},
};

/* --- Choosing --------------------------------------------------------------------------------- */

/* The points of the field within the error of the best score, and how many; null: no memory. */
static size_t *narrow(const pp_i_terms *terms, const rule *by, double above, pp_i_arena *arena,
                      size_t *count)
{
    size_t all = terms->bargain->frontier->count;
    double *scores = PP_NEW_ARRAY(arena, double, all);
    size_t *left = PP_NEW_ARRAY(arena, size_t, all);
    double best = -INFINITY, largest = 0;
    *count = 0;
    if (scores == NULL || left == NULL)
        return NULL;
    for (size_t i = 0; i < all; i++) {
        scores[i] = pp_i_terms_in_field(terms, i) ? by->score(terms, i) : NAN;
        if (isnan(scores[i]))
            continue;
        best = fmax(best, scores[i]);
        largest = fmax(largest, fabs(scores[i]));
    }
    double error = 2 * SCORE_ERROR * fmax(largest, 1);
    /* products of small gains: the error is that of the best itself */
    if (by->score == score_nash || by->score == score_product)
        error = 2 * SCORE_ERROR * largest;
    for (size_t i = 0; i < all && best > above; i++)
        if (scores[i] >= best - error)
            left[(*count)++] = i;
    return left;
}

/* Keeps the best of `left`, all that tie, in their order. */
static pp_status keep_best(const pp_i_terms *terms, const rule *by, size_t *left, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        int way = 0;
        pp_status status =
            kept == 0 ? PP_OK : by->compare(terms, left[i], left[0], &way);
        if (status != PP_OK)
            return status;
        if (way < 0)
            continue;
        kept = way > 0 ? 0 : kept;
        left[kept++] = left[i];
    }
    *count = kept;
    return PP_OK;
}

static pp_status find(const pp_i_terms *terms, const rule *by, double above, pp_solution *solution)
{
    pp_i_job *job = terms->bargain->job;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    size_t count = 0;
    size_t *left = narrow(terms, by, above, &job->scratch, &count);
    pp_status status = left == NULL ? pp_i_job_no_memory(job) : PP_OK;
    if (status == PP_OK)
        status = keep_best(terms, by, left, &count);
    size_t *points = status == PP_OK ? PP_NEW_ARRAY(job->arena, size_t, count) : NULL;
    if (status == PP_OK && points == NULL)
        status = pp_i_job_no_memory(job);
    for (size_t i = 0; status == PP_OK && i < count; i++)
        points[i] = left[i];
    if (status == PP_OK)
        *solution = (pp_solution){.points = points, .count = count};
    pp_i_arena_rewind(&job->scratch, mark);
    return status;
}

pp_status pp_i_solutions_find(const pp_i_bargain *bargain, pp_convention convention,
                              pp_solution solutions[PP_SOLUTION_COUNT])
{
    pp_i_terms terms;
    pp_status status = pp_i_terms_make(bargain, convention, &terms);
    for (size_t k = 0; status == PP_OK && k < PP_SOLUTION_COUNT; k++) {
        const rule *by = &rules[convention][k];
        bool genius = convention == PP_CONVENTION_GENIUS;
        double above = !genius                       ? -INFINITY
                       : by->score == score_product     ? -1
                       : by->score == score_differences ? -2
                                                        : -INFINITY;
        solutions[k] = (pp_solution){0};
        if (by->score != NULL)
            status = find(&terms, by, above, &solutions[k]);
    }
    return status;
}
