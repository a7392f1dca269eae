/* parts.h: what the files of the NegMAS reader share. */
#ifndef PP_EXCHANGE_NEGMAS_PARTS_H
#define PP_EXCHANGE_NEGMAS_PARTS_H

#include "exchange/nodes.h"

typedef struct pp_i_negmas {
    pp_i_arena *arena;
    pp_i_diagnostics *diagnostics;
    pp_text title;
    pp_i_scenario_issue *issues;
    size_t issue_count;
    bool no_memory;
} pp_i_negmas;

/* Says what is wrong at a node; the second is false. */
#define PP_NEGMAS_SAY(r, severity, node, ...)                                                      \
    pp_i_diagnose((r)->diagnostics, (severity), (node)->place, 1, __VA_ARGS__)
#define PP_NEGMAS_REFUSE(r, node, ...)                                                             \
    (PP_NEGMAS_SAY(r, PP_SEVERITY_ERROR, node, __VA_ARGS__), false)

/* The class that a node names, without its modules; empty: it names none. */
pp_text pp_i_negmas_class(const pp_i_yaml_node *node);

/* The issues of an outcome space, into the reading. */
bool pp_i_negmas_domain(pp_i_negmas *reading, const pp_i_yaml_node *root);

/* What a value function makes of the options of an issue: values[option]. */
bool pp_i_negmas_values(pp_i_negmas *reading, const pp_i_yaml_node *function,
                        const pp_i_scenario_issue *issue, pp_i_number *values);

/* The number that a numeric issue's option is. */
bool pp_i_negmas_number_of(pp_i_negmas *reading, const pp_i_yaml_node *node,
                           const pp_i_scenario_issue *issue, size_t option, pp_i_number *number);

#endif
