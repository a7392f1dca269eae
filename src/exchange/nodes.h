/*
 * nodes.h: what the readers of JSON and YAML formats share: members, numbers, options by label.
 */
#ifndef PP_EXCHANGE_NODES_H
#define PP_EXCHANGE_NODES_H

#include "case/yaml.h"
#include "exchange/scenario.h"

/* The first bytes of a text, for messages: printf's "%.*s". */
#define PP_SHOWN(text) (int)((text).length < 60 ? (text).length : 60), (text).data

/* The member under `key`; null: there is none, or `node` is no mapping, or null. */
const pp_i_yaml_node *pp_i_node_get(const pp_i_yaml_node *node, const char *key);
const pp_i_yaml_node *pp_i_node_member(const pp_i_yaml_node *node, pp_text key);

/* A number at a node, or a diagnostic and false. Quotients are none: no format has them. */
bool pp_i_node_number(pp_i_diagnostics *diagnostics, const pp_i_yaml_node *node,
                      pp_i_number *number);

/* a - b; false where it does not fit. */
bool pp_i_number_subtract(pp_i_number a, pp_i_number b, pp_i_number *rest);

/* The option of that label; of a numeric issue also of that number, however it is written.
 * SIZE_MAX: none. */
size_t pp_i_scenario_option(const pp_i_scenario_issue *issue, pp_text label);

/* A label that two options have, or null. */
const pp_text *pp_i_scenario_twice(const pp_i_scenario_issue *issue);

/* A path's last part without its ending, in `arena`; empty, with *no_memory set, where memory has run
 * out. */
pp_text pp_i_path_name(const char *path, pp_i_arena *arena, bool *no_memory);

#endif
