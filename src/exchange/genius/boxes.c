/* boxes.c: a nonlinear profile of GENIUS: hyper-rectangles that pay; see parts.h. */
#include <inttypes.h>
#include <libxml/tree.h>

#include "exchange/genius/parts.h"

/* One <INCLUDES> or <EXCLUDES>; false after a diagnostic. */
static bool read_bound(pp_i_genius *reader, xmlNode *node, pp_i_scenario_bound *bound)
{
    int64_t index, least, most;
    if (!pp_i_genius_integer(reader, node, "index", &index) ||
        !pp_i_genius_integer(reader, node, "min", &least) ||
        !pp_i_genius_integer(reader, node, "max", &most))
        return false;
    size_t place = pp_i_genius_issue(reader, index);
    if (place == SIZE_MAX) {
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, node,
                        "the domain has no issue with index %" PRId64, index);
        return false;
    }
    const pp_i_scenario_issue *issue = &reader->issues[place];
    int64_t top = issue->lower + (int64_t)issue->option_count - 1;
    if (least > most || most < issue->lower || least > top) {
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, node,
                        "bounds %" PRId64 " to %" PRId64 " leave nothing of issue %" PRId64, least,
                        most, index);
        return false;
    }
    least = least < issue->lower ? issue->lower : least;
    most = most > top ? top : most;
    *bound = (pp_i_scenario_bound){.issue = place, .least = (size_t)(least - issue->lower),
                                   .most = (size_t)(most - issue->lower)};
    return true;
}

static void read_box(pp_i_genius *reader, xmlNode *node, pp_i_scenario_box *box)
{
    size_t count = 0, kept = 0;
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        count += child->type == XML_ELEMENT_NODE;
    pp_i_scenario_bound *bounds = PP_NEW_ARRAY(reader->arena, pp_i_scenario_bound, count);
    reader->no_memory = reader->no_memory || bounds == NULL;
    if (bounds == NULL)
        return;
    for (xmlNode *in = NULL; (in = pp_i_genius_child(node, in, "INCLUDES")) != NULL;)
        kept += read_bound(reader, in, &bounds[kept]);
    size_t included = kept;
    for (xmlNode *out = NULL; (out = pp_i_genius_child(node, out, "EXCLUDES")) != NULL;)
        kept += read_bound(reader, out, &bounds[kept]);
    if (included > 0 && kept > included)
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, node,
                        "a hyper-rectangle with both INCLUDES and EXCLUDES");
    box->bounds = bounds;
    box->bound_count = kept;
    box->outside = kept > included;
    pp_i_genius_number(reader, node, "utility", true, &box->pays);
}

void pp_i_genius_boxes(pp_i_genius *reader, xmlNode *root, pp_i_scenario_profile *profile)
{
    xmlNode *utility = pp_i_genius_next(root, root, "utility");
    size_t count = 0, ufuns = 0;
    if (utility == NULL ||
        !pp_i_genius_number(reader, utility, "maxutility", true, &profile->box_whole) ||
        profile->box_whole.numerator <= 0) {
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, utility == NULL ? root : utility,
                        "no <utility maxutility> above 0");
        return;
    }
    for (xmlNode *node = utility; (node = pp_i_genius_next(utility, node, "ufun")) != NULL;) {
        pp_text how = pp_i_genius_attribute(reader, node, "aggregation");
        ufuns++;
        if (how.length > 0 && !pp_i_text_is(how, "sum"))
            pp_i_genius_say(reader, PP_SEVERITY_ERROR, node,
                            "aggregation \"%.*s\": only sums are read", (int)how.length, how.data);
    }
    for (xmlNode *node = utility;
         (node = pp_i_genius_next(utility, node, "hyperRectangle")) != NULL;)
        count++;
    if (count > PP_GENIUS_BOX_COUNT_MAX) {
        pp_i_genius_say(reader, PP_SEVERITY_ERROR, utility, "more than %d hyper-rectangles",
                        (int)PP_GENIUS_BOX_COUNT_MAX);
        return;
    }
    pp_i_scenario_box *boxes = PP_NEW_ARRAY(reader->arena, pp_i_scenario_box, count);
    reader->no_memory = reader->no_memory || boxes == NULL;
    for (size_t i = 0; i < reader->scenario->issue_count; i++)
        if (!reader->issues[i].numeric)
            pp_i_genius_say(reader, PP_SEVERITY_ERROR, root,
                            "hyper-rectangles over issue %" PRId64 ", whose options are no numbers",
                            reader->issues[i].index);
    count = 0;
    for (xmlNode *node = utility;
         boxes != NULL && (node = pp_i_genius_next(utility, node, "hyperRectangle")) != NULL;)
        read_box(reader, node, &boxes[count++]);
    profile->boxes = boxes;
    profile->box_count = count;
    reader->scenario->clamped = true; /* maxutility need not be the most that the boxes pay */
}
