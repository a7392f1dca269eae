/*
 * rules.c: the bargaining solutions among listed packages, for one combination of profiles.
 *
 * Nash (1950): the greatest product of gains; where no package gives every party a gain, those that
 * give the most parties one, and of these the greatest product over the parties that gain.
 * Kalai-Smorodinsky (1975): leximin of gains as shares of the ideal, a party without a possible
 * gain counting as 1. Egalitarian (Kalai 1977): leximin of gains. Utilitarian: the greatest sum.
 */
#include <math.h>

#include "method/robustness/parts.h"

/* The score of a package: numbers of which the first that differs decides, greater is better. */
typedef size_t score_of(const double *values, const double *no_deal, const double *ideal,
                        size_t party_count, double *score);

static void sort_up(double *numbers, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        double one = numbers[i];
        size_t at = i;
        for (; at > 0 && numbers[at - 1] > one; at--)
            numbers[at] = numbers[at - 1];
        numbers[at] = one;
    }
}

static size_t score_nash(const double *values, const double *no_deal, const double *ideal,
                         size_t party_count, double *score)
{
    (void)ideal;
    score[0] = score[1] = 0;
    for (size_t p = 0; p < party_count; p++)
        if (values[p] - no_deal[p] > PP_ROBUST_TIE) {
            score[0]++;
            score[1] += log(values[p] - no_deal[p]);
        }
    return 2;
}

static size_t score_kalai(const double *values, const double *no_deal, const double *ideal,
                          size_t party_count, double *score)
{
    for (size_t p = 0; p < party_count; p++) {
        double most = ideal[p] - no_deal[p];
        score[p] = most > PP_ROBUST_TIE ? (values[p] - no_deal[p]) / most : 1;
    }
    sort_up(score, party_count);
    return party_count;
}

static size_t score_egalitarian(const double *values, const double *no_deal, const double *ideal,
                                size_t party_count, double *score)
{
    (void)ideal;
    for (size_t p = 0; p < party_count; p++)
        score[p] = values[p] - no_deal[p];
    sort_up(score, party_count);
    return party_count;
}

static size_t score_utilitarian(const double *values, const double *no_deal, const double *ideal,
                                size_t party_count, double *score)
{
    (void)no_deal;
    (void)ideal;
    score[0] = 0;
    for (size_t p = 0; p < party_count; p++)
        score[0] += values[p];
    return 1;
}

static int compare_scores(const double *a, const double *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (a[i] < b[i] - PP_ROBUST_TIE || a[i] > b[i] + PP_ROBUST_TIE)
            return a[i] < b[i] ? -1 : 1;
    return 0;
}

static void pick(score_of *score, const double *values, const double *no_deal, const double *ideal,
                 size_t party_count, size_t count, const bool *rational, double *scratch,
                 bool *picked)
{
    double *best = scratch, *other = scratch + party_count + 2;
    bool any = false;
    for (size_t k = 0; k < count; k++) {
        picked[k] = false;
        if (!rational[k])
            continue;
        size_t length = score(values + k * party_count, no_deal, ideal, party_count, other);
        int order = any ? compare_scores(other, best, length) : 1;
        picked[k] = order >= 0;
        if (order <= 0)
            continue;
        for (size_t earlier = 0; earlier < k; earlier++)
            picked[earlier] = false;
        memcpy(best, other, length * sizeof *best);
        any = true;
    }
}

void pp_i_rules_pick(const double *values, const double *no_deal, size_t party_count, size_t count,
                     const bool *rational, double *scratch, bool *const picked[PP_RULE_COUNT])
{
    static score_of *const scores[PP_RULE_COUNT] = {[PP_RULE_NASH] = score_nash,
                                                    [PP_RULE_KALAI_SMORODINSKY] = score_kalai,
                                                    [PP_RULE_EGALITARIAN] = score_egalitarian,
                                                    [PP_RULE_UTILITARIAN] = score_utilitarian};
    double *ideal = scratch + 2 * (party_count + 2);
    for (size_t p = 0; p < party_count; p++) {
        ideal[p] = no_deal[p];
        for (size_t k = 0; k < count; k++)
            if (rational[k] && values[k * party_count + p] > ideal[p])
                ideal[p] = values[k * party_count + p];
    }
    for (size_t rule = 0; rule < PP_RULE_COUNT; rule++)
        pick(scores[rule], values, no_deal, ideal, party_count, count, rational, scratch,
             picked[rule]);
}
