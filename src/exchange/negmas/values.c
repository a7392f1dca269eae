/* values.c: value functions of NegMAS. */
#include <string.h>

#include "exchange/negmas/parts.h"

enum { DEGREE_MAX = 16 };

static bool is(pp_text named, const char *class)
{
    return pp_i_text_equal(named, pp_i_text_of(class));
}

bool pp_i_negmas_number_of(pp_i_negmas *r, const pp_i_yaml_node *node,
                           const pp_i_scenario_issue *issue, size_t option, pp_i_number *number)
{
    if (pp_i_number_parse(issue->labels[option], number) == PP_NUMBER_GOOD)
        return true;
    return PP_NEGMAS_REFUSE(r, node,
                            "a formula wants numbers, and the option \"%.*s\" is none: give "
                            "its value in a TableFun",
                            PP_SHOWN(issue->labels[option]));
}

static bool read_table(pp_i_negmas *r, const pp_i_yaml_node *function,
                       const pp_i_scenario_issue *issue, pp_i_number *values)
{
    const pp_i_yaml_node *mapping = pp_i_node_get(function, "mapping");
    if (mapping == NULL || mapping->kind != PP_YAML_MAPPING)
        return PP_NEGMAS_REFUSE(r, function, "a TableFun has a `mapping` of values to numbers");
    bool *given = PP_NEW_ARRAY(r->arena, bool, issue->option_count);
    if (given == NULL)
        return !(r->no_memory = true);
    for (size_t i = 0; i < mapping->pair_count; i++) {
        size_t option = pp_i_scenario_option(issue, mapping->pairs[i].key);
        if (option == SIZE_MAX) {
            PP_NEGMAS_SAY(r, PP_SEVERITY_WARNING, mapping->pairs[i].value,
                          "the issue \"%.*s\" has no value \"%.*s\": left out",
                          PP_SHOWN(issue->name), PP_SHOWN(mapping->pairs[i].key));
            continue;
        }
        given[option] = true;
        if (!pp_i_node_number(r->diagnostics, mapping->pairs[i].value, &values[option]))
            return false;
    }
    for (size_t o = 0; o < issue->option_count; o++)
        if (!given[o])
            return PP_NEGMAS_REFUSE(r, mapping, "nothing says what \"%.*s\" of \"%.*s\" is worth",
                                    PP_SHOWN(issue->labels[o]), PP_SHOWN(issue->name));
    return true;
}

/* A number under `key`, or `otherwise` where there is none. */
static bool parameter(pp_i_negmas *r, const pp_i_yaml_node *function, const char *key,
                      pp_i_number otherwise, pp_i_number *number)
{
    const pp_i_yaml_node *found = pp_i_node_get(function, key);
    *number = otherwise;
    return found == NULL || pp_i_node_number(r->diagnostics, found, number);
}

static bool needed(pp_i_negmas *r, const pp_i_yaml_node *function, const char *key,
                   pp_i_number *number)
{
    const pp_i_yaml_node *found = pp_i_node_get(function, key);
    return found == NULL ? PP_NEGMAS_REFUSE(r, function, "`%s` must be here", key)
                         : pp_i_node_number(r->diagnostics, found, number);
}

/* factors[0] + factors[1] x + factors[2] x^2 ..., by Horner's rule. */
static bool polynomial(pp_i_negmas *r, const pp_i_yaml_node *function,
                       const pp_i_scenario_issue *issue, const pp_i_number *factors, size_t count,
                       pp_i_number *values)
{
    for (size_t o = 0; o < issue->option_count; o++) {
        pp_i_number x = {0, 1}, sum = factors[count - 1];
        if (count > 1 && !pp_i_negmas_number_of(r, function, issue, o, &x))
            return false;
        for (size_t k = count - 1; k-- > 0;)
            if (!pp_i_number_multiply(sum, x, &sum) || !pp_i_number_add(sum, factors[k], &sum))
                return PP_NEGMAS_REFUSE(r, function,
                                        "no number of 64 bits is the value of \"%.*s\"",
                                        PP_SHOWN(issue->labels[o]));
        values[o] = sum;
    }
    return true;
}

/* PolynomialFun: `coefficients` of x, x^2, ... and a bias. */
static bool read_polynomial(pp_i_negmas *r, const pp_i_yaml_node *function,
                            const pp_i_scenario_issue *issue, pp_i_number *values)
{
    const pp_i_yaml_node *list = pp_i_node_get(function, "coefficients");
    pp_i_number factors[DEGREE_MAX + 1];
    if (list == NULL || list->kind != PP_YAML_SEQUENCE || list->item_count > DEGREE_MAX)
        return PP_NEGMAS_REFUSE(r, function, "a PolynomialFun has `coefficients`, at most %d",
                                (int)DEGREE_MAX);
    if (!parameter(r, function, "bias", (pp_i_number){0, 1}, &factors[0]))
        return false;
    for (size_t i = 0; i < list->item_count; i++)
        if (!pp_i_node_number(r->diagnostics, list->items[i], &factors[i + 1]))
            return false;
    return polynomial(r, function, issue, factors, list->item_count + 1, values);
}

bool pp_i_negmas_values(pp_i_negmas *r, const pp_i_yaml_node *function,
                        const pp_i_scenario_issue *issue, pp_i_number *values)
{
    const pp_i_number zero = {0, 1}, one = {1, 1};
    pp_text named = pp_i_negmas_class(function);
    pp_i_number factors[3] = {zero, zero, zero};
    if (is(named, "TableFun") || (named.length == 0 && pp_i_node_get(function, "mapping") != NULL))
        return read_table(r, function, issue, values);
    if (is(named, "PolynomialFun"))
        return read_polynomial(r, function, issue, values);
    if (is(named, "IdentityFun"))
        factors[1] = one;
    else if (is(named, "AffineFun") || is(named, "LinearFun")) {
        if (!needed(r, function, "slope", &factors[1]) ||
            !parameter(r, function, "bias", zero, &factors[0]))
            return false;
    } else if (is(named, "QuadraticFun")) {
        if (!needed(r, function, "a2", &factors[2]) || !needed(r, function, "a1", &factors[1]) ||
            !parameter(r, function, "bias", zero, &factors[0]))
            return false;
    } else if (is(named, "ConstFun")) {
        return needed(r, function, "bias", &factors[0]) &&
               polynomial(r, function, issue, factors, 1, values);
    } else {
        return PP_NEGMAS_REFUSE(r, function,
                                "a value function of the kind \"%.*s\" is not read: write it as a "
                                "TableFun, with the value of each option",
                                PP_SHOWN(named));
    }
    return polynomial(r, function, issue, factors, is(named, "QuadraticFun") ? 3 : 2, values);
}
