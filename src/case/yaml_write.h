/*
 * yaml_write.h: texts as YAML scalars that any reader of YAML gives back as they were.
 *
 * A text is plain where that is safe beyond doubt, a literal block where it has several ordinary
 * lines, and else double-quoted with escapes. It must be valid UTF-8 without NUL.
 */
#ifndef PP_CASE_YAML_WRITE_H
#define PP_CASE_YAML_WRITE_H

#include "base/text.h"

/* On one line; `flow`: between [ ] or { }. */
void pp_i_yaml_write_scalar(pp_i_builder *out, pp_text text, bool flow);

/* Behind `key: `, with the end of the line; a block's lines are `indent` columns in. */
void pp_i_yaml_write_value(pp_i_builder *out, pp_text text, int indent);

#endif
