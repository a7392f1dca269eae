/* team.c: see team.h. */
#include "base/team.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

typedef struct team {
    pp_i_task *task;
    void *context;
    size_t task_count;
    atomic_size_t next;
} team;

typedef struct worker {
    team *team;
    unsigned number;
} worker;

static void *work(void *context)
{
    const worker *self = context;
    team *of = self->team;
    for (;;) {
        size_t task = atomic_fetch_add_explicit(&of->next, 1, memory_order_relaxed);
        if (task >= of->task_count)
            return NULL;
        of->task(of->context, task, self->number);
    }
}

unsigned pp_i_team_size(size_t task_count, unsigned thread_count)
{
    size_t size = thread_count < task_count ? thread_count : task_count;
    if (size > PP_TEAM_WORKER_COUNT_MAX)
        return PP_TEAM_WORKER_COUNT_MAX;
    return size == 0 ? 1 : (unsigned)size;
}

void pp_i_team_run(pp_i_task *task, void *context, size_t task_count, unsigned worker_count)
{
    pthread_t threads[PP_TEAM_WORKER_COUNT_MAX];
    bool started[PP_TEAM_WORKER_COUNT_MAX] = {false};
    worker workers[PP_TEAM_WORKER_COUNT_MAX];
    team of = {.task = task, .context = context, .task_count = task_count};
    for (unsigned i = 0; i < worker_count; i++) {
        workers[i] = (worker){&of, i};
        started[i] = i > 0 && pthread_create(&threads[i], NULL, work, &workers[i]) == 0;
    }
    work(&workers[0]);
    for (unsigned i = 1; i < worker_count; i++)
        if (started[i])
            pthread_join(threads[i], NULL);
}
