/* negmas.c: the files of a NegMAS scenario; see negmas.h. */
#include "exchange/negmas/negmas.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "exchange/negmas/parts.h"

/* A file as read. */
typedef struct document {
    const pp_i_exchange_file *file;
    const pp_i_yaml_node *root;
} document;

static const pp_i_number zero = {0, 1}, one = {1, 1};

/* --- A utility function ----------------------------------------------------------------------- */

/* The part of a list or mapping that belongs to issue i. */
static const pp_i_yaml_node *part_of(const pp_i_negmas *r, const pp_i_yaml_node *node, size_t i)
{
    if (node == NULL)
        return NULL;
    if (node->kind == PP_YAML_SEQUENCE)
        return node->item_count == r->issue_count ? node->items[i] : NULL;
    return pp_i_node_member(node, r->issues[i].name);
}

static bool read_weights(pp_i_negmas *r, const pp_i_yaml_node *root, pp_i_number *weights)
{
    const pp_i_yaml_node *said = pp_i_node_get(root, "weights");
    double sum = 0;
    for (size_t i = 0; i < r->issue_count; i++) {
        const pp_i_yaml_node *weight = part_of(r, said, i);
        weights[i] = one;
        if (said != NULL && weight == NULL)
            return PP_NEGMAS_REFUSE(r, said, "`weights` must hold one for each of the %zu issues",
                                    r->issue_count);
        if (weight != NULL && !pp_i_node_number(r->diagnostics, weight, &weights[i]))
            return false;
        sum += pp_i_number_double(weights[i]);
    }
    if (fabs(sum - 1) > 1e-6)
        PP_NEGMAS_SAY(r, PP_SEVERITY_WARNING, said == NULL ? root : said,
                      "the weights sum to %.6g; they were not changed", sum);
    return true;
}

/* A weight below 0 turns the values around instead: the same sum. */
static bool turn_negative(pp_i_negmas *r, const pp_i_yaml_node *root, size_t i, pp_i_number *weight,
                          pp_i_number *values)
{
    if (weight->numerator >= 0)
        return true;
    bool good = pp_i_number_subtract(zero, *weight, weight);
    for (size_t o = 0; good && o < r->issues[i].option_count; o++)
        good = pp_i_number_subtract(zero, values[o], &values[o]);
    return good || PP_NEGMAS_REFUSE(r, root, "a number that has no opposite in 64 bits");
}

static bool read_values(pp_i_negmas *r, const pp_i_yaml_node *root, size_t i, bool affine,
                        pp_i_number *values)
{
    const pp_i_scenario_issue *issue = &r->issues[i];
    for (size_t o = 0; affine && o < issue->option_count; o++) /* the issue's number itself */
        if (!pp_i_negmas_number_of(r, root, issue, o, &values[o]))
            return false;
    if (affine)
        return true;
    const pp_i_yaml_node *all = pp_i_node_get(root, "values"), *function = part_of(r, all, i);
    if (function == NULL)
        return PP_NEGMAS_REFUSE(r, all == NULL ? root : all,
                                "`values` must hold a function for each of the %zu issues",
                                r->issue_count);
    return pp_i_negmas_values(r, function, issue, values);
}

static bool is_infinite(pp_text text)
{
    static const char *const words[] = {"-inf", "-.inf", "-Infinity", ".-inf", "null", "~", ""};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pp_i_text_equal(text, pp_i_text_of(words[i])))
            return true;
    return false;
}

/* What no deal is worth, less the bias: what the issues must be worth together to make up for it.
 */
static bool read_reserved(pp_i_negmas *r, const pp_i_yaml_node *root,
                          pp_i_scenario_profile *profile)
{
    const pp_i_yaml_node *said = pp_i_node_get(root, "reserved_value"),
                         *bias = pp_i_node_get(root, "bias");
    pp_i_number off = zero;
    if (bias != NULL && !is_infinite(bias->text) && !pp_i_node_number(r->diagnostics, bias, &off))
        return false;
    profile->reservation_given =
        said != NULL && !(said->kind == PP_YAML_SCALAR && is_infinite(said->text));
    profile->reservation_open = !profile->reservation_given;
    if (profile->reservation_given &&
        !pp_i_node_number(r->diagnostics, said, &profile->reservation))
        return false;
    if (off.numerator == 0)
        return true;
    PP_NEGMAS_SAY(
        r, PP_SEVERITY_WARNING, bias,
        "a case has no bias: it was taken off the reserved value, and all values are lower "
        "by %.6g",
        pp_i_number_double(off));
    return !profile->reservation_given ||
           pp_i_number_subtract(profile->reservation, off, &profile->reservation) ||
           PP_NEGMAS_REFUSE(r, bias, "the reserved value less the bias does not fit in 64 bits");
}

static bool read_function(pp_i_negmas *r, const document *from, pp_i_scenario_profile *profile)
{
    const pp_i_yaml_node *root = from->root, *name = pp_i_node_get(root, "name");
    pp_text named = pp_i_negmas_class(root);
    bool affine = pp_i_text_equal(named, PP_TEXT("AffineUtilityFunction")) ||
                  pp_i_text_equal(named, PP_TEXT("LinearUtilityFunction"));
    if (!affine && named.length > 0 &&
        !pp_i_text_equal(named, PP_TEXT("LinearAdditiveUtilityFunction")) &&
        !pp_i_text_equal(named, PP_TEXT("LinearUtilityAggregationFunction")))
        return PP_NEGMAS_REFUSE(r, root,
                                "a utility function of the kind \"%.*s\" is not read: linear "
                                "additive ones are",
                                PP_SHOWN(named));
    *profile = (pp_i_scenario_profile){
        .name = name != NULL && name->kind == PP_YAML_SCALAR && name->text.length > 0
                    ? name->text
                    : pp_i_path_name(from->file->path, r->arena, &r->no_memory),
        .reservation = zero,
        .discount = one};
    pp_i_number *weights = PP_NEW_ARRAY(r->arena, pp_i_number, r->issue_count);
    pp_i_number **values = PP_NEW_ARRAY(r->arena, pp_i_number *, r->issue_count);
    if (weights == NULL || values == NULL)
        return !(r->no_memory = true);
    if (!read_weights(r, root, weights))
        return false;
    for (size_t i = 0; i < r->issue_count; i++) {
        values[i] = PP_NEW_ARRAY(r->arena, pp_i_number, r->issues[i].option_count);
        if (values[i] == NULL)
            return !(r->no_memory = true);
        if (!read_values(r, root, i, affine, values[i]) ||
            !turn_negative(r, root, i, &weights[i], values[i]))
            return false;
    }
    profile->weights = weights;
    profile->values = (const pp_i_number *const *)values;
    return read_reserved(r, root, profile);
}

/* --- The files -------------------------------------------------------------------------------- */

static bool is_function(const document *d)
{
    static const char *const keys[] = {"values", "weights", "reserved_value"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (pp_i_node_get(d->root, keys[i]) != NULL)
            return true;
    return false;
}

static bool is_domain(const document *d)
{
    return pp_i_node_get(d->root, "issues") != NULL && !is_function(d);
}

static pp_status read_files(pp_i_negmas *r, const pp_i_exchange_file *files, size_t count,
                            document *documents, pp_error *error)
{
    for (size_t k = 0; k < count; k++) {
        documents[k].file = &files[k];
        pp_i_diagnostics_set_file(r->diagnostics, files[k].path, files[k].bytes);
        pp_status status =
            pp_i_yaml_read(files[k].bytes, r->arena, r->diagnostics, &documents[k].root, error);
        if (status != PP_OK)
            return status;
    }
    return PP_OK;
}

/* Makes the diagnostics that follow those of one document. */
static void turn_to(pp_i_negmas *r, const document *d)
{
    pp_i_diagnostics_set_file(r->diagnostics, d->file->path, d->file->bytes);
}

/* The one outcome space among the documents. */
static bool find_domain(pp_i_negmas *r, const document *documents, size_t count)
{
    const document *found = NULL;
    for (size_t k = 0; k < count; k++) {
        if (documents[k].root == NULL || !is_domain(&documents[k]))
            continue;
        turn_to(r, &documents[k]);
        if (found != NULL)
            return PP_NEGMAS_REFUSE(r, documents[k].root, "a second outcome space: the first is %s",
                                    found->file->path);
        found = &documents[k];
        r->title = pp_i_path_name(found->file->path, r->arena, &r->no_memory);
        if (!pp_i_negmas_domain(r, found->root))
            return false;
    }
    return found != NULL;
}

static size_t read_functions(pp_i_negmas *r, const document *documents, size_t count,
                             pp_i_scenario_profile *profiles)
{
    size_t made = 0;
    for (size_t k = 0; k < count; k++) {
        if (documents[k].root == NULL || is_domain(&documents[k]))
            continue;
        turn_to(r, &documents[k]);
        if (is_function(&documents[k]))
            made += read_function(r, &documents[k], &profiles[made]);
        else
            PP_NEGMAS_SAY(r, PP_SEVERITY_WARNING, documents[k].root,
                          "neither an outcome space nor a utility function: left out");
    }
    return made;
}

pp_status pp_i_negmas_read(const pp_i_exchange_file *files, size_t count, pp_i_arena *arena,
                           pp_i_diagnostics *diagnostics, pp_i_scenario *scenario, pp_error *error)
{
    pp_i_negmas r = {.arena = arena, .diagnostics = diagnostics};
    if (count < 2 || count > PP_CASE_PARTY_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_ARGUMENT,
                         "negmas wants the outcome space and 1 to %d utility functions, not %zu "
                         "file%s",
                         (int)PP_CASE_PARTY_COUNT_MAX - 1, count, count == 1 ? "" : "s");
    document *documents = PP_NEW_ARRAY(arena, document, count);
    pp_i_scenario_profile *profiles = PP_NEW_ARRAY(arena, pp_i_scenario_profile, count);
    if (documents == NULL || profiles == NULL)
        return pp_i_fail_memory(error);
    pp_status status = read_files(&r, files, count, documents, error);
    if (status != PP_OK)
        return status;
    size_t made = 0;
    bool domain = find_domain(&r, documents, count);
    if (domain)
        made = read_functions(&r, documents, count, profiles);
    if (r.no_memory || diagnostics->failed)
        return pp_i_fail_memory(error);
    if (diagnostics->error_count > 0)
        return pp_i_fail(error, PP_ERROR_INPUT, "%zu error%s in the files",
                         diagnostics->error_count, diagnostics->error_count == 1 ? "" : "s");
    if (!domain || made == 0)
        return pp_i_fail(error, PP_ERROR_INPUT,
                         domain ? "no utility function is among the files"
                                : "no outcome space, a file with `issues`, is among the files");
    *scenario = (pp_i_scenario){.title = r.title,
                                .issues = r.issues,
                                .issue_count = r.issue_count,
                                .profiles = profiles,
                                .profile_count = made};
    return PP_OK;
}
