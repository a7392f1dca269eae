/*
 * hands.h: the threads that share the work of `stable`: each hand has memory and a run of its own.
 * A task counts its own steps, whoever does it, so that a step limit cuts the same tasks short
 * whatever the number of threads.
 */
#ifndef PP_METHOD_STABILITY_HANDS_H
#define PP_METHOD_STABILITY_HANDS_H

#include "base/team.h"
#include "method/stability/work.h"

/* One task: done by `hand`, whose scratch memory it may use as it likes. */
typedef pp_status pp_i_hand_task(pp_i_stable_work *work, pp_i_job *hand, void *context,
                                 size_t task);

/*
 * Does the tasks side by side, on as many threads as the control allows. statuses[task] (null:
 * nobody asks) is what each came to. The first that fails - by a limit only where nobody asks -
 * halts the others, and is what is returned.
 */
pp_status pp_i_hands_do(pp_i_stable_work *work, pp_i_hand_task *task, void *context,
                        size_t task_count, pp_status *statuses);

#endif
