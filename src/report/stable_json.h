/* stable_json.h: what the parts of the JSON of `stable` share. */
#ifndef PP_REPORT_STABLE_JSON_H
#define PP_REPORT_STABLE_JSON_H

#include "report/json.h"
#include "report/stable_text.h"

/* The code of a state: a number; past what every reader of JSON keeps exactly, a text. */
json_t *pp_i_stable_code(const pp_stable *stable, size_t state);

/* stable_json_graph.c: `graph`, the states that a picture shows and the moves between them; with
 * the paths from `from` where it is not null. Null where there is nothing to draw. */
pp_status pp_i_stable_json_graph(pp_i_json *json, pp_stable *stable, const size_t *from,
                                 pp_error *error);

#endif
