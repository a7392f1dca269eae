/* team.h: tasks done side by side. */
#ifndef PP_BASE_TEAM_H
#define PP_BASE_TEAM_H

#include <stddef.h>

enum { PP_TEAM_WORKER_COUNT_MAX = 64 };

/* One task; `worker` says whose memory it may use: the calling thread is worker 0. */
typedef void pp_i_task(void *context, size_t task, unsigned worker);

/* How many workers a team of `thread_count` threads (0 is 1) has for `task_count` tasks: at least
 * one, at most PP_TEAM_WORKER_COUNT_MAX. */
unsigned pp_i_team_size(size_t task_count, unsigned thread_count);

/* Does the tasks 0 to task_count - 1, each once, and returns when all are done. They are handed out
 * in order, to whichever of the `worker_count` workers is free; a thread that cannot be started is
 * done without. */
void pp_i_team_run(pp_i_task *task, void *context, size_t task_count, unsigned worker_count);

#endif
