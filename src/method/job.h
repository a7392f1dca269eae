/*
 * job.h: what every part of an answer is given: where it may put things, how long it may run, and
 * where it says what a limit kept it from.
 */
#ifndef PP_METHOD_JOB_H
#define PP_METHOD_JOB_H

#include "engine/solve.h"
#include "pourparler/question.h"

typedef struct pp_i_job {
    pp_i_run run;
    pp_i_arena *arena;  /* the answer's */
    pp_i_arena scratch; /* each function rewinds what it took */
    pp_error *error;
    PP_LIST(pp_incomplete) incomplete;
    bool searched; /* some part was answered by search */
    size_t width;  /* the largest induced width met */
} pp_i_job;

void pp_i_job_init(pp_i_job *job, const pp_control *control, pp_i_arena *arena, pp_error *error);

/* Gives back the scratch memory. */
void pp_i_job_end(pp_i_job *job);

/* Remembers which way a part was answered. */
void pp_i_job_cost(pp_i_job *job, const pp_i_cost *cost);

/* Says that `part` is not whole, and why; a part is named once. `why` is copied. */
pp_status pp_i_job_incomplete(pp_i_job *job, const char *part, const char *why);

/* The same for what stopped the run. */
pp_status pp_i_job_stopped(pp_i_job *job, const char *part);

/* Fails for want of memory. */
pp_status pp_i_job_no_memory(pp_i_job *job);

/* A natural number in decimal, in the answer. */
pp_status pp_i_job_text(pp_i_job *job, pp_i_natural number, const char **text);

#endif
