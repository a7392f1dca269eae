/* nodes.c: see nodes.h. */
#include "exchange/nodes.h"

#include <string.h>

const pp_i_yaml_node *pp_i_node_get(const pp_i_yaml_node *node, const char *key)
{
    return node == NULL || node->kind != PP_YAML_MAPPING ? NULL : pp_i_yaml_get(node, key);
}

const pp_i_yaml_node *pp_i_node_member(const pp_i_yaml_node *node, pp_text key)
{
    for (size_t i = 0; node != NULL && node->kind == PP_YAML_MAPPING && i < node->pair_count; i++)
        if (pp_i_text_equal(node->pairs[i].key, key))
            return node->pairs[i].value;
    return NULL;
}

static bool refuse(pp_i_diagnostics *diagnostics, const pp_i_yaml_node *node)
{
    if (node->kind == PP_YAML_SCALAR && node->text.length > 0)
        pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR, node->place, 1,
                      "a number must stand here, not \"%.*s\"", PP_SHOWN(node->text));
    else
        pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR, node->place, 1, "a number must stand here");
    return false;
}

bool pp_i_node_number(pp_i_diagnostics *diagnostics, const pp_i_yaml_node *node,
                      pp_i_number *number)
{
    if (node->kind != PP_YAML_SCALAR || node->text.length == 0 ||
        memchr(node->text.data, '/', node->text.length) != NULL)
        return refuse(diagnostics, node);
    switch (pp_i_number_parse(node->text, number)) {
    case PP_NUMBER_GOOD:
        return true;
    case PP_NUMBER_TOO_LONG:
        pp_i_diagnose(diagnostics, PP_SEVERITY_ERROR, node->place, 1,
                      "this number is beyond 64 bits");
        return false;
    default:
        return refuse(diagnostics, node);
    }
}

bool pp_i_number_subtract(pp_i_number a, pp_i_number b, pp_i_number *rest)
{
    if (b.numerator == INT64_MIN)
        return false;
    b.numerator = -b.numerator;
    return pp_i_number_add(a, b, rest);
}

size_t pp_i_scenario_option(const pp_i_scenario_issue *issue, pp_text label)
{
    for (size_t o = 0; o < issue->option_count; o++)
        if (pp_i_text_equal(issue->labels[o], label))
            return o;
    pp_i_number wanted, number;
    if (!issue->numeric || pp_i_number_parse(label, &wanted) != PP_NUMBER_GOOD)
        return SIZE_MAX;
    for (size_t o = 0; o < issue->option_count; o++) /* 0.50 is 0.5 */
        if (pp_i_number_parse(issue->labels[o], &number) == PP_NUMBER_GOOD &&
            pp_i_number_compare(number, wanted) == 0)
            return o;
    return SIZE_MAX;
}

const pp_text *pp_i_scenario_twice(const pp_i_scenario_issue *issue)
{
    for (size_t o = 1; o < issue->option_count; o++)
        for (size_t k = 0; k < o; k++)
            if (pp_i_text_equal(issue->labels[o], issue->labels[k]))
                return &issue->labels[o];
    return NULL;
}

pp_text pp_i_path_name(const char *path, pp_i_arena *arena, bool *no_memory)
{
    const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(name, '.');
    size_t length = dot == NULL || dot == name ? strlen(name) : (size_t)(dot - name);
    char *copy = pp_i_arena_copy(arena, name, length);
    *no_memory = *no_memory || copy == NULL;
    return (pp_text){copy == NULL ? "" : copy, copy == NULL ? 0 : length};
}
