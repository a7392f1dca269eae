/* domain.c: the outcome space of a NegMAS scenario. */
#include <string.h>

#include "exchange/negmas/parts.h"

pp_text pp_i_negmas_class(const pp_i_yaml_node *node)
{
    const pp_i_yaml_node *named = pp_i_node_get(node, "type");
    if (named == NULL)
        named = pp_i_node_get(node, "__python_class__");
    if (named == NULL || named->kind != PP_YAML_SCALAR)
        return PP_TEXT("");
    pp_text whole = named->text;
    size_t start = whole.length;
    while (start > 0 && whole.data[start - 1] != '.')
        start--;
    return (pp_text){whole.data + start, whole.length - start};
}

static bool make_labels(pp_i_negmas *r, const pp_i_yaml_node *node, size_t count, pp_text **labels)
{
    if (count == 0 || count > PP_CASE_OPTION_COUNT_MAX)
        return PP_NEGMAS_REFUSE(r, node, "an issue with %zu options; 1 to %d fit", count,
                                (int)PP_CASE_OPTION_COUNT_MAX);
    *labels = PP_NEW_ARRAY(r->arena, pp_text, count);
    r->no_memory = r->no_memory || *labels == NULL;
    return *labels != NULL;
}

/* The whole numbers from `least` to `most`. */
static bool read_range(pp_i_negmas *r, const pp_i_yaml_node *node, int64_t least, int64_t most,
                       pp_i_scenario_issue *issue)
{
    pp_text *labels;
    if (least > most || (uint64_t)most - (uint64_t)least >= PP_CASE_OPTION_COUNT_MAX)
        return PP_NEGMAS_REFUSE(r, node,
                                "a range of whole numbers, 1 to %d of them, must stand here",
                                (int)PP_CASE_OPTION_COUNT_MAX);
    size_t count = (size_t)(most - least) + 1;
    if (!make_labels(r, node, count, &labels))
        return false;
    for (size_t o = 0; o < count; o++) {
        char *label = pp_i_arena_print(r->arena, "%lld", (long long)(least + (int64_t)o));
        if (label == NULL)
            return !(r->no_memory = true);
        labels[o] = pp_i_text_of(label);
    }
    issue->labels = labels;
    issue->option_count = count;
    issue->numeric = true;
    issue->lower = least;
    return true;
}

static bool whole_at(pp_i_negmas *r, const pp_i_yaml_node *node, int64_t *whole)
{
    pp_i_number number;
    if (!pp_i_node_number(r->diagnostics, node, &number))
        return false;
    *whole = number.numerator;
    return number.denominator == 1 || PP_NEGMAS_REFUSE(r, node, "a whole number must stand here");
}

static bool read_list(pp_i_negmas *r, const pp_i_yaml_node *values, pp_i_scenario_issue *issue)
{
    pp_text *labels;
    pp_i_number number;
    if (!make_labels(r, values, values->item_count, &labels))
        return false;
    issue->numeric = true;
    for (size_t o = 0; o < values->item_count; o++) {
        if (values->items[o]->kind != PP_YAML_SCALAR)
            return PP_NEGMAS_REFUSE(r, values->items[o], "an option must be a text or a number");
        labels[o] = values->items[o]->text;
        issue->numeric = issue->numeric && !values->items[o]->quoted &&
                         pp_i_number_parse(labels[o], &number) == PP_NUMBER_GOOD;
    }
    issue->labels = labels;
    issue->option_count = values->item_count;
    return true;
}

static bool is_class(const pp_i_yaml_node *node, const char *part)
{
    pp_text named = pp_i_negmas_class(node);
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= named.length; i++)
        if (memcmp(named.data + i, part, length) == 0)
            return true;
    return false;
}

static bool read_options(pp_i_negmas *r, const pp_i_yaml_node *node, pp_i_scenario_issue *issue)
{
    const pp_i_yaml_node *values = pp_i_node_get(node, "values");
    int64_t least = 0, most;
    if (values == NULL)
        return PP_NEGMAS_REFUSE(r, node, "an issue has `values`");
    if (is_class(node, "Continuous"))
        return PP_NEGMAS_REFUSE(r, node,
                                "a continuous issue has no options: make it discrete first "
                                "(`to_discrete` of the outcome space in NegMAS)");
    if (values->kind == PP_YAML_SCALAR) /* so many whole numbers, from 0 */
        return whole_at(r, values, &most) && read_range(r, values, 0, most - 1, issue);
    if (values->kind != PP_YAML_SEQUENCE)
        return PP_NEGMAS_REFUSE(r, values, "`values` is a list, or a number of values");
    if (!is_class(node, "Contiguous"))
        return read_list(r, values, issue);
    if (values->item_count != 2)
        return PP_NEGMAS_REFUSE(r, values,
                                "a contiguous issue has the least and the greatest value");
    return whole_at(r, values->items[0], &least) && whole_at(r, values->items[1], &most) &&
           read_range(r, values, least, most, issue);
}

static bool read_issue(pp_i_negmas *r, const pp_i_yaml_node *node, size_t place)
{
    pp_i_scenario_issue *issue = &r->issues[place];
    const pp_i_yaml_node *name = pp_i_node_get(node, "name");
    if (node->kind != PP_YAML_MAPPING || name == NULL || name->kind != PP_YAML_SCALAR ||
        name->text.length == 0)
        return PP_NEGMAS_REFUSE(r, node, "an issue has a `name` and `values`");
    *issue = (pp_i_scenario_issue){.index = (int64_t)place + 1, .name = name->text};
    for (size_t i = 0; i < place; i++)
        if (pp_i_text_equal(r->issues[i].name, issue->name))
            return PP_NEGMAS_REFUSE(r, name, "the issue \"%.*s\" stands here twice",
                                    PP_SHOWN(issue->name));
    if (!read_options(r, node, issue))
        return false;
    const pp_text *twice = pp_i_scenario_twice(issue);
    return twice == NULL ||
           PP_NEGMAS_REFUSE(r, node, "the option \"%.*s\" stands here twice", PP_SHOWN(*twice));
}

bool pp_i_negmas_domain(pp_i_negmas *r, const pp_i_yaml_node *root)
{
    const pp_i_yaml_node *issues = pp_i_node_get(root, "issues"),
                         *name = pp_i_node_get(root, "name");
    if (issues->kind != PP_YAML_SEQUENCE || issues->item_count == 0 ||
        issues->item_count > PP_CASE_ISSUE_COUNT_MAX)
        return PP_NEGMAS_REFUSE(r, issues, "`issues` is a list of 1 to %d issues",
                                (int)PP_CASE_ISSUE_COUNT_MAX);
    r->issues = PP_NEW_ARRAY(r->arena, pp_i_scenario_issue, issues->item_count);
    if (r->issues == NULL)
        return !(r->no_memory = true);
    for (size_t i = 0; i < issues->item_count; i++)
        if (!read_issue(r, issues->items[i], i))
            return false;
    r->issue_count = issues->item_count;
    if (name != NULL && name->kind == PP_YAML_SCALAR && name->text.length > 0)
        r->title = name->text;
    return true;
}
