/* domain.c: the issues of a domain of GENIUS; see parts.h. */
#include <inttypes.h>
#include <libxml/tree.h>

#include "exchange/genius/parts.h"

size_t pp_i_genius_issue(const pp_i_genius *reader, int64_t index)
{
    for (size_t i = 0; i < reader->scenario->issue_count; i++)
        if (reader->issues[i].index == index)
            return i;
    return SIZE_MAX;
}

static pp_text type_of(pp_i_genius *reader, xmlNode *node)
{
    static const char *const names[] = {"vtype", "etype", "type"};
    for (size_t k = 0; k < 3; k++) {
        pp_text type = pp_i_genius_attribute(reader, node, names[k]);
        if (type.length > 0)
            return type;
    }
    return PP_TEXT("discrete");
}

static pp_text *make_labels(pp_i_genius *reader, xmlNode *node, size_t count)
{
    if (count == 0 || count > PP_GENIUS_OPTION_COUNT_MAX) {
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, node, "an issue with %zu options; 1 to %d fit",
                        count, (int)PP_GENIUS_OPTION_COUNT_MAX);
        return NULL;
    }
    pp_text *labels = PP_NEW_ARRAY(reader->arena, pp_text, count);
    reader->no_memory = reader->no_memory || labels == NULL;
    return labels;
}

static void read_discrete(pp_i_genius *reader, xmlNode *node, pp_i_scenario_issue *issue)
{
    size_t count = 0;
    for (xmlNode *item = NULL; (item = pp_i_genius_child(node, item, "item")) != NULL;)
        count++;
    pp_text *labels = make_labels(reader, node, count);
    if (labels == NULL)
        return;
    count = 0;
    for (xmlNode *item = NULL; (item = pp_i_genius_child(node, item, "item")) != NULL;)
        labels[count++] = pp_i_genius_attribute(reader, item, "value");
    issue->labels = labels;
    issue->option_count = count;
}

static void read_integer(pp_i_genius *reader, xmlNode *node, pp_i_scenario_issue *issue)
{
    int64_t lower, upper;
    xmlNode *range = pp_i_genius_child(node, NULL, "range");
    xmlNode *bounds = xmlHasProp(node, (const xmlChar *)"lowerbound") != NULL || range == NULL
                          ? node
                          : range;
    if (!pp_i_genius_integer(reader, bounds, "lowerbound", &lower) ||
        !pp_i_genius_integer(reader, bounds, "upperbound", &upper))
        return;
    bool sound = lower <= upper && (upper < 0 || lower >= 0 || upper < INT64_MAX / 2) &&
                 lower > INT64_MIN / 2 && upper < INT64_MAX / 2;
    pp_text *labels = make_labels(reader, node, sound ? (size_t)(upper - lower) + 1 : 0);
    for (size_t o = 0; labels != NULL && o <= (size_t)(upper - lower); o++) {
        char *label = pp_i_arena_print(reader->arena, "%" PRId64, lower + (int64_t)o);
        reader->no_memory = reader->no_memory || label == NULL;
        labels[o] = label == NULL ? PP_TEXT("") : pp_i_text_of(label);
    }
    issue->labels = labels;
    issue->option_count = labels == NULL ? 0 : (size_t)(upper - lower) + 1;
    issue->numeric = true;
    issue->lower = lower;
}

/* A real issue becomes evenly spaced values, its ends included. */
static void read_real(pp_i_genius *reader, xmlNode *node, pp_i_scenario_issue *issue)
{
    pp_i_number lower, upper;
    xmlNode *range = pp_i_genius_child(node, NULL, "range");
    xmlNode *bounds = range == NULL ? node : range;
    if (!pp_i_genius_number(reader, bounds, "lowerbound", true, &lower) ||
        !pp_i_genius_number(reader, bounds, "upperbound", true, &upper))
        return;
    pp_text *labels = make_labels(reader, node, PP_GENIUS_REAL_STEP_COUNT);
    double from = pp_i_number_double(lower), to = pp_i_number_double(upper);
    for (size_t o = 0; labels != NULL && o < PP_GENIUS_REAL_STEP_COUNT; o++) {
        double value = from + (to - from) * (double)o / (PP_GENIUS_REAL_STEP_COUNT - 1);
        char *label = pp_i_arena_print(reader->arena, "%.6g", value);
        reader->no_memory = reader->no_memory || label == NULL;
        labels[o] = label == NULL ? PP_TEXT("") : pp_i_text_of(label);
    }
    issue->labels = labels;
    issue->option_count = labels == NULL ? 0 : PP_GENIUS_REAL_STEP_COUNT;
    issue->numeric = true;
    pp_i_genius_say(reader, PP_SEVERITY_WARNING, node,
                    "a real issue: taken at %d even steps, its ends included",
                    (int)PP_GENIUS_REAL_STEP_COUNT);
}

static void read_issue(pp_i_genius *reader, xmlNode *node)
{
    pp_i_scenario_issue *issue = &reader->issues[reader->scenario->issue_count];
    pp_text type = type_of(reader, node);
    *issue = (pp_i_scenario_issue){.name = pp_i_genius_attribute(reader, node, "name")};
    if (!pp_i_genius_integer(reader, node, "index", &issue->index))
        return;
    if (pp_i_genius_issue(reader, issue->index) != SIZE_MAX) {
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, node, "a second issue with index %" PRId64,
                        issue->index);
        return;
    }
    if (pp_i_text_is(type, "integer"))
        read_integer(reader, node, issue);
    else if (pp_i_text_is(type, "real"))
        read_real(reader, node, issue);
    else
        read_discrete(reader, node, issue);
    if (issue->option_count > 0)
        reader->scenario->issue_count++;
}

void pp_i_genius_domain(pp_i_genius *reader, xmlNode *root)
{
    size_t count = 0;
    for (xmlNode *node = root; (node = pp_i_genius_next(root, node, "issue")) != NULL;)
        count++;
    if (count == 0 || count > PP_GENIUS_ISSUE_COUNT_MAX) {
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, root, "a domain of %zu issues; 1 to %d fit",
                        count, (int)PP_GENIUS_ISSUE_COUNT_MAX);
        return;
    }
    reader->issues = PP_NEW_ARRAY(reader->arena, pp_i_scenario_issue, count);
    reader->no_memory = reader->no_memory || reader->issues == NULL;
    if (reader->issues == NULL)
        return;
    reader->scenario->issues = reader->issues;
    for (xmlNode *node = root; (node = pp_i_genius_next(root, node, "issue")) != NULL;)
        read_issue(reader, node);
}
