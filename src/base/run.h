/*
 * run.h: control of a long run: counts steps, and asks now and then whether to go on.
 *
 * A run belongs to one thread. What stopped it is kept, so that every loop can leave quietly and
 * the top can say why. Where several threads work on one answer each has a run that follows the
 * first: counted for itself, under the same clock, and halted where one of them must end them all.
 */
#ifndef PP_BASE_RUN_H
#define PP_BASE_RUN_H

#include "pourparler/control.h"
#include "pourparler/error.h"

typedef enum pp_i_stop {
    PP_STOP_NONE = 0,
    PP_STOP_STEPS,
    PP_STOP_TIME,
    PP_STOP_CANCELLED,
    PP_STOP_MEMORY,
    PP_STOP_ROOM /* it would take more memory than one part of an answer may */
} pp_i_stop;

typedef struct pp_i_run {
    const pp_control *control;       /* may be null */
    const char *part;                /* what is under way, for progress */
    uint64_t step_count;             /* since the last pp_i_run_part */
    uint64_t step_count_max;         /* UINT64_MAX: none */
    uint64_t step_count_ask;         /* the next count at which to ask */
    double start_s;                  /* monotonic */
    pp_i_stop stop;
    const volatile bool *halt; /* null, or set by another thread where this run is to stop */
    bool follows;              /* the progress is another run's to tell */
} pp_i_run;

/* Steps of one part where the control names no limit. */
#define PP_RUN_STEP_COUNT_DEFAULT UINT64_C(2000000000)

void pp_i_run_init(pp_i_run *run, const pp_control *control);

/* Starts the next part of an answer: steps count anew (time does not), a step limit that stopped
 * the part before is forgiven, and so is memory; a cancel or the time limit is not. */
void pp_i_run_part(pp_i_run *run, const char *part);

/* A run for another thread's share of what `run` is under way with; `halt` is read, atomically. */
pp_i_run pp_i_run_follow(const pp_i_run *run, const volatile bool *halt);

/* Lowers the limit of the part under way to `step_count_max` steps; 0 leaves it. */
void pp_i_run_limit(pp_i_run *run, uint64_t step_count_max);

/* The slow path of pp_i_run_step. */
bool pp_i_run_ask(pp_i_run *run);

/* Counts `steps`; false where the run is to stop (run->stop says why). Cheap. */
static inline bool pp_i_run_step(pp_i_run *run, uint64_t steps)
{
    run->step_count += steps;
    return run->step_count < run->step_count_ask ? run->stop == PP_STOP_NONE : pp_i_run_ask(run);
}

/* Notes that memory has run out; always false. */
bool pp_i_run_no_memory(pp_i_run *run);

/* Notes that the part would take more memory than it may: ends it as a limit does; always false. */
bool pp_i_run_no_room(pp_i_run *run);

/* PP_OK, or the status and words for what stopped the run. */
pp_status pp_i_run_status(const pp_i_run *run, pp_error *error);

/* The same in a few words for `incomplete`: "step limit", "time limit", "cancelled", "memory". */
const char *pp_i_run_stop_text(pp_i_stop stop);

/* Seconds since the run began. */
double pp_i_run_seconds(const pp_i_run *run);

#endif
