/* judge.c: pourparler/judge.h. */
#include "method/judging/judging.h"

pp_status pp_judge_solve(const pp_case *the_case, const char *draft, const pp_question *question,
                         const pp_control *control, pp_judge **judge, pp_error *error)
{
    return pp_i_judge_solve(the_case, draft, question, control, judge, error);
}

void pp_judge_free(pp_judge *judge)
{
    pp_i_judge_free(judge);
}
