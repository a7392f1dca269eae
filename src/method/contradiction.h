/* contradiction.h: a smallest set of links, or of red lines, that cannot all hold. */
#ifndef PP_METHOD_CONTRADICTION_H
#define PP_METHOD_CONTRADICTION_H

#include "method/dispute.h"
#include "model/model.h"

/* A smallest set of the model's rules that no package satisfies, by place. None where there is
 * none, or where a limit stopped the search: then `job` says that "contradiction" is incomplete. */
pp_status pp_i_contradiction_of_links(pp_i_job *job, const pp_i_model *model, const size_t **places,
                                      size_t *count);

/* The same for the red lines in `lines`, under the links. */
pp_status pp_i_contradiction_of_lines(pp_i_job *job, const pp_i_model *model,
                                      const pp_i_word *lines, const size_t **places, size_t *count);

#endif
