/* run.c: see run.h. */
#include "base/run.h"

#include <time.h>

#include "base/error.h"

/* Steps between two looks at the clock and the cancel flag: some 0.1 ms of work. */
enum { STEPS_BETWEEN_QUESTIONS = 50000 };

static double now_s(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return 0;
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void set_next_question(pp_i_run *run)
{
    uint64_t left = run->step_count_max - run->step_count;
    run->step_count_ask =
        run->step_count + (left < STEPS_BETWEEN_QUESTIONS ? left : STEPS_BETWEEN_QUESTIONS);
}

void pp_i_run_init(pp_i_run *run, const pp_control *control)
{
    *run = (pp_i_run){.control = control, .part = "", .start_s = now_s()};
    pp_i_run_part(run, "");
}

void pp_i_run_part(pp_i_run *run, const char *part)
{
    bool limited = run->control != NULL && run->control->step_count_max != 0;
    run->part = part;
    run->step_count = 0;
    run->step_count_max =
        limited ? run->control->step_count_max : PP_RUN_STEP_COUNT_DEFAULT;
    if (run->stop == PP_STOP_STEPS || run->stop == PP_STOP_MEMORY ||
        run->stop == PP_STOP_ROOM)
        run->stop = PP_STOP_NONE;
    set_next_question(run);
}

void pp_i_run_limit(pp_i_run *run, uint64_t step_count_max)
{
    if (step_count_max == 0 || step_count_max >= run->step_count_max)
        return;
    run->step_count_max = step_count_max;
    set_next_question(run);
}

pp_i_run pp_i_run_follow(const pp_i_run *run, const volatile bool *halt)
{
    pp_i_run follower = *run;
    follower.halt = halt;
    follower.follows = true;
    pp_i_run_part(&follower, run->part);
    return follower;
}

static bool stop(pp_i_run *run, pp_i_stop why)
{
    run->stop = why;
    run->step_count_ask = 0; /* from now on every step asks */
    return false;
}

bool pp_i_run_ask(pp_i_run *run)
{
    if (run->stop != PP_STOP_NONE)
        return false;
    if (run->step_count >= run->step_count_max)
        return stop(run, PP_STOP_STEPS);
    if (run->halt != NULL && __atomic_load_n(run->halt, __ATOMIC_RELAXED))
        return stop(run, PP_STOP_CANCELLED);
    const pp_control *control = run->control;
    if (control != NULL) {
        if (control->cancel != NULL && __atomic_load_n(control->cancel, __ATOMIC_RELAXED))
            return stop(run, PP_STOP_CANCELLED);
        if (control->time_s_max > 0 && pp_i_run_seconds(run) > control->time_s_max)
            return stop(run, PP_STOP_TIME);
        if (control->progress != NULL && !run->follows &&
            !control->progress(control->progress_context, run->part, -1))
            return stop(run, PP_STOP_CANCELLED);
    }
    set_next_question(run);
    return true;
}

bool pp_i_run_no_memory(pp_i_run *run) { return stop(run, PP_STOP_MEMORY); }

bool pp_i_run_no_room(pp_i_run *run) { return stop(run, PP_STOP_ROOM); }

pp_status pp_i_run_status(const pp_i_run *run, pp_error *error)
{
    switch (run->stop) {
    case PP_STOP_NONE:
        return PP_OK;
    case PP_STOP_STEPS:
        return pp_i_fail(error, PP_ERROR_LIMIT, "the limit of %llu steps was reached",
                         (unsigned long long)run->step_count_max);
    case PP_STOP_TIME:
        return pp_i_fail(error, PP_ERROR_LIMIT, "the time limit was reached");
    case PP_STOP_CANCELLED:
        return pp_i_fail(error, PP_ERROR_CANCELLED, "cancelled");
    case PP_STOP_MEMORY:
        return pp_i_fail_memory(error);
    case PP_STOP_ROOM:
        return pp_i_fail(error, PP_ERROR_LIMIT, "the answer needs too much memory");
    }
    return PP_ERROR_INTERNAL;
}

const char *pp_i_run_stop_text(pp_i_stop why)
{
    switch (why) {
    case PP_STOP_NONE:
        return "";
    case PP_STOP_STEPS:
        return "step limit";
    case PP_STOP_TIME:
        return "time limit";
    case PP_STOP_CANCELLED:
        return "cancelled";
    case PP_STOP_MEMORY:
    case PP_STOP_ROOM:
        return "memory";
    }
    return "";
}

double pp_i_run_seconds(const pp_i_run *run) { return now_s() - run->start_s; }
