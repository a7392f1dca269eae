/* geniusweb.c: see geniusweb.h. */
#include "exchange/geniusweb/geniusweb.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "exchange/nodes.h"

typedef struct reading {
    pp_i_arena *arena;
    pp_i_diagnostics *diagnostics;
    pp_i_scenario_issue *issues;
    size_t issue_count;
    pp_text title;
    bool no_memory;
} reading;

static const pp_i_number zero = {0, 1}, one = {1, 1};

#define SAY(r, severity, node, ...)                                                                \
    pp_i_diagnose((r)->diagnostics, (severity), (node)->place, 1, __VA_ARGS__)
#define REFUSE(r, node, ...) (SAY(r, PP_SEVERITY_ERROR, node, __VA_ARGS__), false)

/* --- Nodes ------------------------------------------------------------------------------------ */

/* A mapping under `key`, which must be there. */
static const pp_i_yaml_node *need(reading *r, const pp_i_yaml_node *node, const char *key)
{
    const pp_i_yaml_node *found = pp_i_node_get(node, key);
    if (found != NULL && found->kind == PP_YAML_MAPPING)
        return found;
    SAY(r, PP_SEVERITY_ERROR, found == NULL ? node : found, "`%s` must be here, with members", key);
    return NULL;
}

static bool number_under(reading *r, const pp_i_yaml_node *node, const char *key,
                         pp_i_number *number)
{
    const pp_i_yaml_node *found = pp_i_node_get(node, key);
    return found == NULL ? REFUSE(r, node, "`%s` must be here", key)
                         : pp_i_node_number(r->diagnostics, found, number);
}

/* --- The domain ------------------------------------------------------------------------------- */

static bool make_labels(reading *r, const pp_i_yaml_node *node, size_t count, pp_text **labels)
{
    if (count == 0 || count > PP_CASE_OPTION_COUNT_MAX)
        return REFUSE(r, node, "an issue with %zu options; 1 to %d fit", count,
                      (int)PP_CASE_OPTION_COUNT_MAX);
    *labels = PP_NEW_ARRAY(r->arena, pp_text, count);
    r->no_memory = r->no_memory || *labels == NULL;
    return *labels != NULL;
}

static bool read_range(reading *r, const pp_i_yaml_node *range, pp_i_scenario_issue *issue)
{
    pp_i_number low, high, step, span, steps, at;
    pp_text *labels;
    if (!number_under(r, range, "low", &low) || !number_under(r, range, "high", &high) ||
        !number_under(r, range, "increment", &step))
        return false;
    if (step.numerator <= 0 || !pp_i_number_subtract(high, low, &span) || span.numerator < 0 ||
        !pp_i_number_divide(span, step, &steps))
        return REFUSE(r, range, "a range goes up from `low` to `high` by an `increment` above 0");
    int64_t last = steps.numerator / steps.denominator;
    if (last >= PP_CASE_OPTION_COUNT_MAX)
        return REFUSE(r, range, "a range of more than %d steps", (int)PP_CASE_OPTION_COUNT_MAX);
    if (!make_labels(r, range, (size_t)last + 1, &labels))
        return false;
    at = low;
    for (int64_t o = 0; o <= last; o++) {
        char *label = pp_i_arena_print(r->arena, "%.12g", pp_i_number_double(at));
        r->no_memory = r->no_memory || label == NULL;
        labels[o] = label == NULL ? PP_TEXT("") : pp_i_text_of(label);
        if (o < last && !pp_i_number_add(at, step, &at))
            return REFUSE(r, range, "a step that is no quotient of 64-bit numbers");
    }
    issue->labels = labels;
    issue->option_count = (size_t)last + 1;
    issue->numeric = true;
    return true;
}

static bool read_options(reading *r, const pp_i_yaml_node *node, pp_i_scenario_issue *issue)
{
    const pp_i_yaml_node *values = pp_i_node_get(node, "values"),
                         *range = pp_i_node_get(node, "range");
    pp_text *labels;
    if (range == NULL)
        range = pp_i_node_get(values, "range");
    if (range != NULL)
        return read_range(r, range, issue);
    if (values == NULL || values->kind != PP_YAML_SEQUENCE)
        return REFUSE(r, node, "an issue has `values`, a list, or a `range`");
    if (!make_labels(r, values, values->item_count, &labels))
        return false;
    for (size_t o = 0; o < values->item_count; o++) {
        if (values->items[o]->kind != PP_YAML_SCALAR)
            return REFUSE(r, values->items[o], "an option must be a text or a number");
        labels[o] = values->items[o]->text;
    }
    issue->labels = labels;
    issue->option_count = values->item_count;
    return true;
}

static bool same_issue(const pp_i_scenario_issue *a, const pp_i_scenario_issue *b)
{
    bool same = pp_i_text_equal(a->name, b->name) && a->option_count == b->option_count;
    for (size_t o = 0; same && o < a->option_count; o++)
        same = pp_i_text_equal(a->labels[o], b->labels[o]);
    return same;
}

static bool options_differ(reading *r, const pp_i_yaml_node *node, const pp_i_scenario_issue *issue)
{
    const pp_text *twice = pp_i_scenario_twice(issue);
    return twice == NULL ||
           REFUSE(r, node, "the option \"%.*s\" stands here twice", PP_SHOWN(*twice));
}

/* The first file's domain; that of every other must be the same. */
static bool read_domain(reading *r, const pp_i_yaml_node *space)
{
    const pp_i_yaml_node *domain = need(r, space, "domain");
    const pp_i_yaml_node *issues = domain == NULL ? NULL : need(r, domain, "issuesValues");
    if (issues == NULL)
        return false;
    size_t count = issues->pair_count;
    if (count == 0 || count > PP_CASE_ISSUE_COUNT_MAX)
        return REFUSE(r, issues, "a domain of %zu issues; 1 to %d fit", count,
                      (int)PP_CASE_ISSUE_COUNT_MAX);
    bool first = r->issues == NULL;
    pp_i_scenario_issue *made = PP_NEW_ARRAY(r->arena, pp_i_scenario_issue, count);
    if (made == NULL)
        return !(r->no_memory = true);
    for (size_t i = 0; i < count; i++) {
        made[i] = (pp_i_scenario_issue){.index = (int64_t)i + 1, .name = issues->pairs[i].key};
        if (!read_options(r, issues->pairs[i].value, &made[i]) ||
            !options_differ(r, issues->pairs[i].value, &made[i]))
            return false;
        bool known = first;
        for (size_t k = 0; k < r->issue_count && !known; k++)
            known = same_issue(&made[i], &r->issues[k]);
        if (!known)
            return REFUSE(r, issues->pairs[i].value,
                          "the first profile's domain has no such issue \"%.*s\"",
                          PP_SHOWN(made[i].name));
    }
    if (!first && count != r->issue_count)
        return REFUSE(r, issues, "the first profile's domain has %zu issues, this one %zu",
                      r->issue_count, count);
    if (!first)
        return true;
    const pp_i_yaml_node *name = pp_i_node_get(domain, "name");
    r->title = name != NULL && name->kind == PP_YAML_SCALAR && name->text.length > 0
                   ? name->text
                   : PP_TEXT("An imported case");
    r->issues = made;
    r->issue_count = count;
    return true;
}

/* --- A profile -------------------------------------------------------------------------------- */

static bool read_discrete(reading *r, const pp_i_yaml_node *node, const pp_i_scenario_issue *issue,
                          pp_i_number *values)
{
    const pp_i_yaml_node *worth = need(r, node, "valueUtilities");
    for (size_t i = 0; worth != NULL && i < worth->pair_count; i++) {
        size_t option = pp_i_scenario_option(issue, worth->pairs[i].key);
        if (option == SIZE_MAX)
            return REFUSE(r, worth->pairs[i].value, "the domain has no option \"%.*s\" of \"%.*s\"",
                          PP_SHOWN(worth->pairs[i].key), PP_SHOWN(issue->name));
        if (!pp_i_node_number(r->diagnostics, worth->pairs[i].value, &values[option]))
            return false;
    }
    return worth != NULL;
}

static bool read_line(reading *r, const pp_i_yaml_node *node, const pp_i_scenario_issue *issue,
                      pp_i_number *values)
{
    pp_i_number low, high, from, to, rise, run, slope;
    if (!number_under(r, node, "lowValue", &low) || !number_under(r, node, "highValue", &high) ||
        !number_under(r, node, "lowUtility", &from) || !number_under(r, node, "highUtility", &to))
        return false;
    if (!pp_i_number_subtract(high, low, &run) || run.numerator <= 0 ||
        !pp_i_number_subtract(to, from, &rise) || !pp_i_number_divide(rise, run, &slope))
        return REFUSE(r, node, "`highValue` must be above `lowValue`");
    for (size_t o = 0; o < issue->option_count; o++) {
        pp_i_number v;
        if (pp_i_number_parse(issue->labels[o], &v) != PP_NUMBER_GOOD ||
            !pp_i_number_subtract(v, low, &v) || !pp_i_number_multiply(v, slope, &v) ||
            !pp_i_number_add(v, from, &values[o]))
            return REFUSE(r, node, "no number of 64 bits is the value of \"%.*s\"",
                          PP_SHOWN(issue->labels[o]));
    }
    return true;
}

static bool read_issue(reading *r, const pp_i_yaml_node *space, size_t i, pp_i_number *weight,
                       pp_i_number *values)
{
    const pp_i_scenario_issue *issue = &r->issues[i];
    const pp_i_yaml_node *all = pp_i_node_get(space, "issueUtilities"),
                         *weights = pp_i_node_get(space, "issueWeights");
    const pp_i_yaml_node *worth = pp_i_node_member(all, issue->name),
                         *weighs = pp_i_node_member(weights, issue->name);
    for (size_t o = 0; o < issue->option_count; o++)
        values[o] = zero;
    if (worth == NULL || weighs == NULL)
        return REFUSE(r, space, "nothing on issue \"%.*s\" in `issueUtilities` or `issueWeights`",
                      PP_SHOWN(issue->name));
    if (!pp_i_node_number(r->diagnostics, weighs, weight))
        return false;
    if (weight->numerator < 0)
        return REFUSE(r, weighs, "a weight below 0");
    if (pp_i_node_get(worth, "discreteutils") != NULL)
        return read_discrete(r, pp_i_node_get(worth, "discreteutils"), issue, values);
    if (pp_i_node_get(worth, "numberutils") != NULL)
        return read_line(r, pp_i_node_get(worth, "numberutils"), issue, values);
    return REFUSE(r, worth, "`discreteutils` or `numberutils` must be here");
}

/* What the reservation bid is worth; what it leaves open counts 0. */
static bool read_reservation(reading *r, const pp_i_yaml_node *space, const pp_i_number *weights,
                             const pp_i_number *const *values, pp_i_scenario_profile *profile)
{
    const pp_i_yaml_node *bid = pp_i_node_get(space, "reservationBid"),
                         *said = pp_i_node_get(bid, "issuevalues");
    profile->reservation_given = said != NULL && said->kind == PP_YAML_MAPPING;
    for (size_t i = 0; profile->reservation_given && i < r->issue_count; i++) {
        const pp_i_yaml_node *chosen = pp_i_node_member(said, r->issues[i].name);
        pp_i_number part;
        if (chosen == NULL)
            continue;
        size_t option = pp_i_scenario_option(&r->issues[i], chosen->text);
        if (option == SIZE_MAX)
            return REFUSE(r, chosen, "the domain has no such option of \"%.*s\"",
                          PP_SHOWN(r->issues[i].name));
        if (!pp_i_number_multiply(weights[i], values[i][option], &part) ||
            !pp_i_number_add(profile->reservation, part, &profile->reservation))
            return REFUSE(r, bid, "its value is no quotient of 64-bit numbers");
    }
    return true;
}

static bool read_space(reading *r, const pp_i_yaml_node *space, pp_i_scenario_profile *profile)
{
    if (!read_domain(r, space))
        return false;
    pp_i_number *weights = PP_NEW_ARRAY(r->arena, pp_i_number, r->issue_count);
    pp_i_number **values = PP_NEW_ARRAY(r->arena, pp_i_number *, r->issue_count);
    double sum = 0;
    if (weights == NULL || values == NULL)
        return !(r->no_memory = true);
    for (size_t i = 0; i < r->issue_count; i++) {
        values[i] = PP_NEW_ARRAY(r->arena, pp_i_number, r->issues[i].option_count);
        if (values[i] == NULL)
            return !(r->no_memory = true);
        if (!read_issue(r, space, i, &weights[i], values[i]))
            return false;
        sum += pp_i_number_double(weights[i]);
    }
    if (fabs(sum - 1) > 1e-6)
        SAY(r, PP_SEVERITY_WARNING, space, "the weights sum to %.6g; they were not changed", sum);
    profile->weights = weights;
    profile->values = (const pp_i_number *const *)values;
    return read_reservation(r, space, weights, profile->values, profile);
}

static pp_status read_profile(reading *r, const pp_i_exchange_file *file,
                              pp_i_scenario_profile *profile, pp_error *error)
{
    const pp_i_yaml_node *root = NULL;
    size_t before = r->diagnostics->error_count;
    *profile = (pp_i_scenario_profile){.name = pp_i_path_name(file->path, r->arena, &r->no_memory),
                                       .reservation = zero,
                                       .discount = one};
    pp_i_diagnostics_set_file(r->diagnostics, file->path, file->bytes);
    pp_status status = pp_i_yaml_read(file->bytes, r->arena, r->diagnostics, &root, error);
    if (status != PP_OK || root == NULL || r->diagnostics->error_count > before)
        return status;
    const pp_i_yaml_node *space = pp_i_node_get(root, "LinearAdditiveUtilitySpace");
    if (space == NULL || space->kind != PP_YAML_MAPPING)
        SAY(r, PP_SEVERITY_ERROR, root,
            "a profile is a `LinearAdditiveUtilitySpace`: other kinds "
            "are not read");
    else
        read_space(r, space, profile);
    return PP_OK;
}

pp_status pp_i_geniusweb_read(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                              pp_i_diagnostics *diagnostics, pp_i_scenario *scenario,
                              pp_error *error)
{
    reading r = {.arena = arena, .diagnostics = diagnostics};
    if (count < 1 || count > PP_CASE_PARTY_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_ARGUMENT, "1 to %d profiles, not %zu files",
                         (int)PP_CASE_PARTY_COUNT_MAX, count);
    pp_i_scenario_profile *profiles = PP_NEW_ARRAY(arena, pp_i_scenario_profile, count);
    if (profiles == NULL)
        return pp_i_fail_memory(error);
    for (size_t k = 0; k < count && (k == 0 || r.issues != NULL); k++) {
        pp_status status = read_profile(&r, &files[k], &profiles[k], error);
        if (status != PP_OK)
            return status;
    }
    if (r.no_memory || diagnostics->failed)
        return pp_i_fail_memory(error);
    if (diagnostics->error_count > 0)
        return pp_i_fail(error, PP_ERROR_INPUT, "%zu error%s in the files",
                         diagnostics->error_count, diagnostics->error_count == 1 ? "" : "s");
    *scenario = (pp_i_scenario){.title = r.title,
                                .issues = r.issues,
                                .issue_count = r.issue_count,
                                .profiles = profiles,
                                .profile_count = count};
    return PP_OK;
}
