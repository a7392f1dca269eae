/* stable_dot.c: the state graph for Graphviz. */
#include <inttypes.h>

#include "base/error.h"
#include "report/stable_graph.h"

const char *const pp_i_graph_colours[PP_GRAPH_COLOUR_COUNT] = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#8a6d00", "#000000"};
static const char *const dot_styles[PP_GRAPH_COLOUR_COUNT] = {"solid",  "dashed", "dotted", "bold",
                                                              "dashed", "dotted", "solid"};

pp_status pp_i_stable_refuse(size_t states, size_t most, const char *hint, pp_error *error)
{
    pp_i_fail(error, PP_ERROR_LIMIT, "%zu states are more than the %zu that can be drawn", states,
              most);
    pp_i_error_hint(error, "%s", hint);
    return PP_ERROR_LIMIT;
}

bool pp_i_stable_is_gain(const pp_stable *stable, size_t party, size_t from, size_t to)
{
    return stable->ranks[party][to] > stable->ranks[party][from];
}

/* Inside quotation marks of DOT. */
static void add_quoted(pp_i_builder *out, pp_text text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte == '"' || byte == '\\')
            pp_i_builder_add_byte(out, '\\');
        pp_i_builder_add_byte(out, byte < 0x20 || byte == 0x7f ? ' ' : text.data[i]);
    }
}

static void dot_state(pp_i_builder *out, const pp_stable *stable, size_t state)
{
    unsigned bits = stable->equilibria[state];
    pp_i_builder_print(out, "  %" PRIu64 " [label=\"%" PRIu64, stable->codes[state],
                       stable->codes[state]);
    for (size_t i = 0; i < stable->the_case->issue_count; i++) {
        const pp_i_issue *issue = &stable->the_case->issues[i];
        size_t option = pp_i_stable_option(stable, state, i);
        if (option == SIZE_MAX)
            continue;
        pp_i_builder_print(out, "\\n");
        add_quoted(out, issue->title);
        pp_i_builder_print(out, ": ");
        add_quoted(out, issue->options[option].title);
    }
    pp_i_builder_print(out, "\"%s];\n",
                       bits >> PP_CONCEPT_NASH & 1 ? ", peripheries=2, style=bold"
                       : bits != 0                 ? ", style=bold"
                                                   : "");
}

static pp_status dot_arcs(pp_i_builder *out, pp_stable *stable, size_t party, pp_error *error)
{
    for (size_t s = 0; s < stable->state_count; s++) {
        const uint32_t *to;
        size_t count;
        pp_status status = pp_i_stable_moves(stable, s, party, &to, &count, error);
        if (status != PP_OK)
            return status;
        for (size_t k = 0; k < count; k++)
            pp_i_builder_print(out, "  %" PRIu64 " -> %" PRIu64 " [color=\"%s%s\", style=%s];\n",
                               stable->codes[s], stable->codes[to[k]],
                               pp_i_graph_colours[party % PP_GRAPH_COLOUR_COUNT],
                               pp_i_stable_is_gain(stable, party, s, to[k]) ? "" : "50",
                               dot_styles[party % PP_GRAPH_COLOUR_COUNT]);
    }
    return PP_OK;
}

pp_status pp_i_stable_dot(pp_i_builder *out, pp_stable *stable, pp_error *error)
{
    if (stable->state_count > PP_GRAPH_DOT_MAX)
        return pp_i_stable_refuse(stable->state_count, PP_GRAPH_DOT_MAX,
                                  "--csv FILE writes all states; --assume FORMULA leaves fewer",
                                  error);
    pp_i_builder_print(out, "digraph states {\n  label=\"");
    add_quoted(out, stable->the_case->title);
    pp_i_builder_print(out, "\";\n  node [shape=box, fontname=\"sans-serif\"];\n");
    for (size_t s = 0; s < stable->state_count; s++)
        dot_state(out, stable, s);
    pp_status status = PP_OK;
    for (size_t p = 0; p < stable->party_count && status == PP_OK; p++) {
        if (!stable->parties[p].moves)
            continue;
        pp_i_builder_print(out, "  // ");
        add_quoted(out, stable->the_case->parties[p].name);
        pp_i_builder_print(out, "\n");
        status = dot_arcs(out, stable, p, error);
    }
    pp_i_builder_print(out, "}\n");
    return status;
}
