/* asking.c: the answer from its parts, ranked; see pourparler/ask.h and parts.h. */
#include "method/asking/asking.h"

#include "base/error.h"
#include "method/asking/parts.h"

/* The answer with the memory that it lies in. */
typedef struct owned_ask {
    pp_ask ask; /* first, so that the one is the other */
    pp_i_arena arena;
    pp_allocator allocator;
} owned_ask;

/* First what changes the verdict most, then the efficient packages, then the picks. */
static bool comes_before(const pp_unknown *a, const pp_unknown *b)
{
    if (a->verdict != b->verdict)
        return a->verdict > b->verdict;
    if (a->efficient != b->efficient)
        return a->efficient > b->efficient;
    return a->pick > b->pick;
}

/* Merges the sorted halves of a run of unknowns through `spare`; what is equal keeps its order. */
static void merge(pp_unknown *unknowns, size_t middle, size_t count, pp_unknown *spare)
{
    size_t left = 0, right = middle, at = 0;
    while (left < middle || right < count) {
        bool from_right =
            left == middle || (right < count && comes_before(&unknowns[right], &unknowns[left]));
        spare[at++] = unknowns[from_right ? right++ : left++];
    }
    memcpy(unknowns, spare, count * sizeof *unknowns);
}

static pp_status rank(pp_i_ask_work *work)
{
    size_t count = work->unknowns.count;
    pp_unknown *spare = PP_NEW_ARRAY(&work->job.scratch, pp_unknown, count);
    if (spare == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t width = 1; width < count; width *= 2)
        for (size_t from = 0; from + width < count; from += 2 * width) {
            size_t length = count - from < 2 * width ? count - from : 2 * width;
            merge(work->unknowns.items + from, width, length, spare);
        }
    work->ask->unknowns = work->unknowns.items;
    work->ask->unknown_count = count;
    return PP_OK;
}

static pp_status solve(pp_i_ask_work *work)
{
    typedef pp_status part(pp_i_ask_work *);
    static part *const parts[] = {pp_i_ask_considered, pp_i_ask_unknowns, pp_i_ask_efficient,
                                  pp_i_ask_picks, rank};
    pp_status status = pp_i_model_make(work->the_case, &work->options.question, work->job.arena,
                                       &work->model, work->job.error);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == PP_OK; i++)
        status = parts[i](work);
    work->ask->assumed = work->model.assumed;
    work->ask->assumed_count = work->model.assumed_count;
    work->ask->incomplete = work->job.incomplete.items;
    work->ask->incomplete_count = work->job.incomplete.count;
    return status;
}

pp_status pp_i_ask_solve(const pp_case *the_case, const pp_ask_options *options,
                         const pp_control *control, pp_ask **ask, pp_error *error)
{
    pp_allocator allocator = pp_i_allocator_of(control);
    owned_ask *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (owned_ask){.allocator = allocator, .ask.the_case = the_case};
    pp_i_arena_init(&made->arena, allocator);
    pp_i_ask_work work = {.ask = &made->ask, .the_case = the_case, .control = control};
    if (options != NULL)
        work.options = *options;
    pp_i_job_init(&work.job, control, &made->arena, error);
    pp_status status = solve(&work);
    pp_i_job_end(&work.job);
    if (status == PP_OK)
        *ask = &made->ask;
    else
        pp_i_ask_free(&made->ask);
    return status;
}

void pp_i_ask_free(pp_ask *ask)
{
    if (ask == NULL)
        return;
    owned_ask *owned = (owned_ask *)ask;
    pp_allocator allocator = owned->allocator;
    pp_i_arena_free(&owned->arena);
    allocator.resize(allocator.context, owned, sizeof *owned, 0);
}
