/* hands.c: see hands.h. */
#include "method/stability/hands.h"

#include "base/error.h"

typedef struct hands {
    pp_i_stable_work *work;
    pp_i_hand_task *task;
    void *context;
    pp_i_job *jobs;      /* [worker] */
    pp_status *statuses; /* [task] */
    pp_error *errors;    /* [task] */
    pp_i_stop *stops;    /* [task] */
    bool limits_are_told;
    volatile bool halt;
} hands;

static void do_task(void *context, size_t task, unsigned worker)
{
    hands *all = context;
    pp_i_job *job = &all->jobs[worker];
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    job->error = &all->errors[task];
    pp_i_run_part(&job->run, "stability");
    all->statuses[task] = pp_i_run_ask(&job->run) ? all->task(all->work, job, all->context, task)
                                                  : pp_i_run_status(&job->run, job->error);
    all->stops[task] = job->run.stop;
    pp_i_arena_rewind(&job->scratch, mark);
    if (all->statuses[task] != PP_OK &&
        !(all->limits_are_told && all->statuses[task] == PP_ERROR_LIMIT))
        __atomic_store_n(&all->halt, true, __ATOMIC_RELAXED);
}

static bool make_hands(hands *all, size_t task_count, unsigned worker_count)
{
    pp_i_arena *scratch = &all->work->job.scratch;
    all->jobs = PP_NEW_ARRAY(scratch, pp_i_job, worker_count);
    all->statuses = PP_NEW_ARRAY(scratch, pp_status, task_count);
    all->errors = PP_NEW_ARRAY(scratch, pp_error, task_count);
    all->stops = PP_NEW_ARRAY(scratch, pp_i_stop, task_count);
    if (all->jobs == NULL || all->statuses == NULL || all->errors == NULL || all->stops == NULL)
        return false;
    for (unsigned i = 0; i < worker_count; i++) {
        pp_i_job *job = &all->jobs[i];
        job->run = pp_i_run_follow(&all->work->job.run, &all->halt);
        job->run.follows = i > 0; /* the calling thread tells of progress */
        pp_i_arena_init(&job->scratch, all->work->job.scratch.allocator);
        job->arena = &job->scratch;
    }
    return true;
}

/* A task that another one halted has nothing to say for itself. */
static pp_status outcome(hands *all, size_t task_count)
{
    pp_i_job *job = &all->work->job;
    size_t first = PP_NONE;
    for (size_t i = 0; i < task_count; i++) {
        if (all->stops[i] == PP_STOP_TIME) /* the clock is the same for all */
            job->run.stop = PP_STOP_TIME;
        if (all->statuses[i] == PP_OK ||
            (all->limits_are_told && all->statuses[i] == PP_ERROR_LIMIT))
            continue;
        if (first == PP_NONE ||
            (all->statuses[first] == PP_ERROR_CANCELLED && all->statuses[i] != PP_ERROR_CANCELLED))
            first = i;
    }
    if (first == PP_NONE)
        return PP_OK;
    if (job->error != NULL)
        *job->error = all->errors[first];
    return all->statuses[first];
}

pp_status pp_i_hands_do(pp_i_stable_work *work, pp_i_hand_task *task, void *context,
                        size_t task_count, pp_status *statuses)
{
    pp_i_job *job = &work->job;
    const pp_control *control = job->run.control;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    hands all = {
        .work = work, .task = task, .context = context, .limits_are_told = statuses != NULL};
    unsigned worker_count = pp_i_team_size(task_count, control == NULL ? 1 : control->thread_count);
    pp_status status = PP_OK;
    if (make_hands(&all, task_count, worker_count)) {
        pp_i_team_run(do_task, &all, task_count, worker_count);
        status = outcome(&all, task_count);
        for (unsigned i = 0; i < worker_count; i++)
            pp_i_job_end(&all.jobs[i]);
        for (size_t i = 0; i < task_count && statuses != NULL; i++)
            statuses[i] = all.statuses[i];
    } else {
        status = pp_i_job_no_memory(job);
    }
    pp_i_arena_rewind(&job->scratch, mark);
    return status;
}
