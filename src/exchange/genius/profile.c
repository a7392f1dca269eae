/* profile.c: one party's profile of GENIUS; see parts.h. */
#include <inttypes.h>
#include <libxml/tree.h>
#include <math.h>

#include "exchange/genius/parts.h"

static const pp_i_number zero = {0, 1}, one = {1, 1};

static pp_i_number cut(pp_i_number value)
{
    return pp_i_number_compare(value, zero) < 0  ? zero
           : pp_i_number_compare(value, one) > 0 ? one
                                                 : value;
}

static void say_too_fine(pp_i_genius *reader, xmlNode *node)
{
    pp_i_genius_say(reader, PP_SEVERITY_ERROR, node,
                    "a value that is no quotient of 64-bit numbers");
}

/* --- Options ---------------------------------------------------------------------------------- */

/* The option that an item speaks of: by its words, else by its place. */
static size_t option_of(pp_i_genius *reader, xmlNode *item, const pp_i_scenario_issue *issue,
                        size_t place)
{
    pp_text value = pp_i_genius_attribute(reader, item, "value");
    if (place < issue->option_count && pp_i_text_equal(value, issue->labels[place]))
        return place;
    for (size_t o = 0; o < issue->option_count; o++)
        if (pp_i_text_equal(value, issue->labels[o]))
            return o;
    return SIZE_MAX;
}

/* Evaluations over the greatest of them. */
static void read_discrete(pp_i_genius *reader, xmlNode *node, const pp_i_scenario_issue *issue,
                          pp_i_number *values)
{
    const pp_i_number least = {1, 100000};
    pp_i_number most = zero;
    size_t place = 0;
    for (xmlNode *item = NULL; (item = pp_i_genius_child(node, item, "item")) != NULL; place++) {
        size_t option = option_of(reader, item, issue, place);
        pp_i_number evaluation = zero;
        if (option == SIZE_MAX) {
            pp_text value = pp_i_genius_attribute(reader, item, "value");
            pp_i_genius_say(reader, PP_SEVERITY_ERROR, item,
                            "the domain has no option \"%.*s\" of issue %" PRId64,
                            (int)(value.length < 60 ? value.length : 60), value.data,
                            issue->index);
            continue;
        }
        pp_i_genius_number(reader, item, "evaluation", false, &evaluation);
        if (pp_i_number_compare(evaluation, zero) < 0) {
            pp_i_genius_say(reader, PP_SEVERITY_ERROR, item, "an evaluation below 0");
            continue;
        }
        values[option] = evaluation;
        most = pp_i_number_compare(evaluation, most) > 0 ? evaluation : most;
    }
    for (size_t o = 0; o < issue->option_count; o++) {
        if (pp_i_number_compare(most, least) < 0)
            values[o] = zero;
        else if (!pp_i_number_divide(values[o], most, &values[o]))
            say_too_fine(reader, node);
    }
}

/* The number that an option of an integer or real issue stands for. */
static bool number_of(const pp_i_scenario_issue *issue, size_t option, pp_i_number *number)
{
    return pp_i_number_parse(issue->labels[option], number) == PP_NUMBER_GOOD;
}

/* slope * (v - lower) + offset, cut to [0, 1]. */
static void read_slope(pp_i_genius *reader, xmlNode *evaluator, const pp_i_scenario_issue *issue,
                       pp_i_number *values)
{
    pp_i_number slope = zero, offset = zero;
    pp_i_genius_number(reader, evaluator, "slope", false, &slope);
    pp_i_genius_number(reader, evaluator, "offset", false, &offset);
    for (size_t o = 0; o < issue->option_count; o++) {
        pp_i_number step = {(int64_t)o, 1}, value;
        if (!pp_i_number_multiply(slope, step, &value) || !pp_i_number_add(value, offset, &value)) {
            say_too_fine(reader, evaluator);
            return;
        }
        values[o] = cut(value);
    }
}

/* a * (v - from) / (to - from), for a triangle's sides; false where it does not fit. */
static bool slide(pp_i_number v, pp_i_number from, pp_i_number to, pp_i_number *value)
{
    from.numerator = -from.numerator;
    return pp_i_number_add(v, from, &v) && pp_i_number_add(to, from, &to) &&
           (to.numerator == 0 ? (*value = one, true) : pp_i_number_divide(v, to, value));
}

static void read_function(pp_i_genius *reader, xmlNode *evaluator,
                          const pp_i_scenario_issue *issue, pp_i_number *values)
{
    static const char *const names[] = {"parameter0", "parameter1", "parameter2"};
    pp_i_number p[3] = {zero, zero, zero};
    pp_text type = pp_i_genius_attribute(reader, evaluator, "ftype");
    if (type.length == 0)
        type = pp_i_genius_attribute(reader, evaluator, "type");
    for (size_t k = 0; k < 3; k++)
        pp_i_genius_number(reader, evaluator, names[k], false, &p[k]);
    for (size_t o = 0; o < issue->option_count; o++) {
        pp_i_number v, value = zero;
        bool good = number_of(issue, o, &v);
        if (pp_i_text_is(type, "constant"))
            value = p[0];
        else if (pp_i_text_is(type, "triangular"))
            good = good && (pp_i_number_compare(v, p[0]) < 0 || pp_i_number_compare(v, p[1]) > 0 ||
                            (pp_i_number_compare(v, p[2]) < 0 ? slide(v, p[0], p[2], &value)
                                                              : slide(v, p[1], p[2], &value)));
        else
            good = good && pp_i_number_multiply(p[1], v, &value) &&
                   pp_i_number_add(value, p[0], &value);
        if (!good) {
            say_too_fine(reader, evaluator);
            return;
        }
        values[o] = cut(value);
    }
}

/* --- The profile ------------------------------------------------------------------------------ */

static void read_values(pp_i_genius *reader, xmlNode *node, size_t place, pp_i_number *values)
{
    const pp_i_scenario_issue *issue = &reader->issues[place];
    xmlNode *evaluator = pp_i_genius_child(node, NULL, "evaluator");
    if (!issue->numeric) {
        read_discrete(reader, node, issue, values);
        return;
    }
    if (evaluator == NULL) {
        pp_i_genius_say(reader, PP_SEVERITY_WARNING, node,
                        "no <evaluator> for issue %" PRId64 ": all its values are taken as 0",
                        issue->index);
        return;
    }
    if (xmlHasProp(evaluator, (const xmlChar *)"slope") != NULL ||
        xmlHasProp(evaluator, (const xmlChar *)"offset") != NULL)
        read_slope(reader, evaluator, issue, values);
    else
        read_function(reader, evaluator, issue, values);
}

static void read_weights(pp_i_genius *reader, xmlNode *root, pp_i_number *weights)
{
    double sum = 0;
    for (xmlNode *node = root; (node = pp_i_genius_next(root, node, "weight")) != NULL;) {
        int64_t index;
        pp_i_number weight = zero;
        if (!pp_i_genius_integer(reader, node, "index", &index) ||
            !pp_i_genius_number(reader, node, "value", true, &weight))
            continue;
        size_t place = pp_i_genius_issue(reader, index);
        if (place == SIZE_MAX) /* of an objective, which weighs nothing here */
            continue;
        if (weight.numerator < 0) {
            pp_i_genius_say(reader, PP_SEVERITY_ERROR, node, "a weight below 0");
            continue;
        }
        weights[place] = weight;
    }
    for (size_t i = 0; i < reader->scenario->issue_count; i++)
        sum += pp_i_number_double(weights[i]);
    if (fabs(sum - 1) > 1e-6)
        pp_i_genius_say(reader, PP_SEVERITY_WARNING, NULL,
                        "the weights sum to %.6g; they were not changed", sum);
}

/* Can the weighted sum of the greatest values pass 1? */
static bool passes_one(const pp_i_genius *reader, const pp_i_scenario_profile *profile)
{
    double sum = 0;
    for (size_t i = 0; i < reader->scenario->issue_count; i++) {
        double most = 0;
        for (size_t o = 0; o < reader->issues[i].option_count; o++)
            most = fmax(most, pp_i_number_double(profile->values[i][o]));
        sum += most * pp_i_number_double(profile->weights[i]);
    }
    return sum > 1 - 1e-9;
}

static void read_additive(pp_i_genius *reader, xmlNode *root, pp_i_scenario_profile *profile)
{
    size_t count = reader->scenario->issue_count;
    pp_i_number *weights = PP_NEW_ARRAY(reader->arena, pp_i_number, count);
    pp_i_number **values = PP_NEW_ARRAY(reader->arena, pp_i_number *, count);
    bool *seen = PP_NEW_ARRAY(reader->arena, bool, count);
    reader->no_memory = reader->no_memory || weights == NULL || values == NULL || seen == NULL;
    for (size_t i = 0; !reader->no_memory && i < count; i++) {
        weights[i] = zero;
        values[i] = PP_NEW_ARRAY(reader->arena, pp_i_number, reader->issues[i].option_count);
        reader->no_memory = values[i] == NULL;
        for (size_t o = 0; !reader->no_memory && o < reader->issues[i].option_count; o++)
            values[i][o] = zero;
    }
    if (reader->no_memory)
        return;
    read_weights(reader, root, weights);
    for (xmlNode *node = root; (node = pp_i_genius_next(root, node, "issue")) != NULL;) {
        int64_t index;
        if (!pp_i_genius_integer(reader, node, "index", &index))
            continue;
        size_t place = pp_i_genius_issue(reader, index);
        if (place == SIZE_MAX)
            pp_i_genius_say(reader, PP_SEVERITY_ERROR, node,
                            "the domain has no issue with index %" PRId64, index);
        else
            read_values(reader, node, place, values[place]);
        if (place != SIZE_MAX)
            seen[place] = true;
    }
    for (size_t i = 0; i < count; i++)
        if (!seen[i])
            pp_i_genius_say(reader, PP_SEVERITY_ERROR, NULL,
                            "nothing on issue %" PRId64 " of the domain",
                            reader->issues[i].index);
    profile->weights = weights;
    profile->values = (const pp_i_number *const *)values;
    reader->scenario->clamped = reader->scenario->clamped || passes_one(reader, profile);
}

static void read_terms(pp_i_genius *reader, xmlNode *root, pp_i_scenario_profile *profile)
{
    xmlNode *reservation = pp_i_genius_next(root, root, "reservation");
    xmlNode *discount = pp_i_genius_next(root, root, "discount_factor");
    profile->reservation = zero;
    profile->discount = one;
    if (reservation != NULL)
        profile->reservation_given =
            pp_i_genius_number(reader, reservation, "value", false, &profile->reservation);
    if (discount != NULL)
        pp_i_genius_number(reader, discount, "value", false, &profile->discount);
    if (pp_i_number_compare(profile->discount, zero) <= 0 ||
        pp_i_number_compare(profile->discount, one) > 0)
        profile->discount = one;
    if (pp_i_number_compare(profile->discount, one) != 0)
        pp_i_genius_say(reader, PP_SEVERITY_WARNING, discount,
                        "a discount factor: values are those at the start of the talks");
}

void pp_i_genius_profile(pp_i_genius *reader, xmlNode *root, pp_i_scenario_profile *profile)
{
    pp_text type = pp_i_genius_attribute(reader, root, "type");
    read_terms(reader, root, profile);
    profile->nonlinear = pp_i_text_is(type, "nonlinear");
    if (profile->nonlinear)
        pp_i_genius_boxes(reader, root, profile);
    else
        read_additive(reader, root, profile);
}
