/*
 * confidence.c: a logistic sum of the signs; see confidence.h.
 *
 * The weights follow the shares of right statements over the reports under tests/reading: lower than
 * on those with which the rules were made, so that they hold on those that nobody has looked at.
 */
#include "reading/confidence.h"

#include <math.h>

/* By pattern: how much better or worse than a verb with its subject. */
static const double PATTERN[] = {
    [PP_PATTERN_SUBJECT] = 0.0, [PP_PATTERN_BY] = 0.0, [PP_PATTERN_NOUN] = 0.0,
    [PP_PATTERN_ACCORDING] = -0.2, [PP_PATTERN_QUOTED] = -0.1, [PP_PATTERN_OPEN] = -0.8};

double pp_i_confidence(const pp_i_signs *signs)
{
    double sum = 1.1 + PATTERN[signs->pattern];
    sum += signs->named ? 0.3 : -0.6 + 0.006 * (double)signs->certainty;
    sum -= signs->asserting ? 0.65 : 0.0;
    sum -= signs->points && !signs->pointed ? 0.5 : 0.0;
    sum -= signs->content_word_count < 2 ? 0.6 : 0.0;
    sum -= signs->content_word_count > 30 ? 0.4 : 0.0;
    sum -= signs->sentence_word_count > 35 ? 0.4 : 0.0;
    return 1.0 / (1.0 + exp(-sum));
}
