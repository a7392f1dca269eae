/* judging.h: one proposed package judged; see pourparler/judge.h. */
#ifndef PP_METHOD_JUDGING_JUDGING_H
#define PP_METHOD_JUDGING_JUDGING_H

#include "pourparler/judge.h"

/* pp_judge_solve and pp_judge_free. */
pp_status pp_i_judge_solve(const pp_case *the_case, const char *draft, const pp_question *question,
                           const pp_control *control, pp_judge **judge, pp_error *error);
void pp_i_judge_free(pp_judge *judge);

#endif
