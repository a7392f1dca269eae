/*
 * draft.h: a package as people write it on the command line.
 *
 *     draft := digits                                    the package's code
 *            | issue "=" option { "," issue "=" option } what is left out stays open
 *            | path                                      a YAML mapping of issues to options
 *
 * What holds "=" behind an id is the second; other words are a path.
 */
#ifndef PP_METHOD_JUDGING_DRAFT_H
#define PP_METHOD_JUDGING_DRAFT_H

#include "case/case.h"

enum { PP_DRAFT_FILE_BYTE_COUNT_MAX = 1 << 20 };

typedef struct pp_i_draft {
    pp_i_choice *package; /* [issue]; 0 where not given */
    bool *given;
    size_t given_count;
} pp_i_draft;

/* Reads `words`. Errors: ARGUMENT, INPUT, SYSTEM, LIMIT, MEMORY. */
pp_status pp_i_draft_read(const pp_case *the_case, const char *words, pp_i_arena *arena,
                          pp_i_draft *draft, pp_error *error);

#endif
