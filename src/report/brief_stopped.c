/* brief_stopped.c: what a limit stopped, of the answers that a brief has; see brief.h. */
#include "method/checking/checking.h"
#include "report/brief.h"

void pp_i_brief_stopped_parts(const pp_brief *brief,
                              pp_i_brief_stopped answers[PP_BRIEF_ANSWER_COUNT])
{
    const pp_i_brief_stopped none = {NULL, 0};
    answers[0] = (pp_i_brief_stopped){brief->zone->incomplete, brief->zone->incomplete_count};
    answers[1] = brief->deals == NULL ? none
                                      : (pp_i_brief_stopped){brief->deals->incomplete,
                                                             brief->deals->incomplete_count};
    answers[2] = brief->stable == NULL ? none
                                       : (pp_i_brief_stopped){brief->stable->incomplete,
                                                              brief->stable->incomplete_count};
    answers[3] = brief->ask == NULL
                     ? none
                     : (pp_i_brief_stopped){brief->ask->incomplete, brief->ask->incomplete_count};
    answers[4] = (pp_i_brief_stopped){brief->check->incomplete, brief->check->incomplete_count};
}

size_t pp_i_brief_incomplete_count(const pp_brief *brief)
{
    pp_i_brief_stopped answers[PP_BRIEF_ANSWER_COUNT];
    size_t count = 0;
    pp_i_brief_stopped_parts(brief, answers);
    for (size_t i = 0; i < PP_BRIEF_ANSWER_COUNT; i++)
        count += answers[i].count;
    return count;
}
