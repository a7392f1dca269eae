/* bargaining.c: the answer of `deals` from its parts; see pourparler/deals.h and parts.h. */
#include "method/bargaining/bargaining.h"

#include "base/error.h"
#include "method/bargaining/parts.h"

/* The answer with the memory that it lies in. */
typedef struct owned_deals {
    pp_deals deals; /* first, so that the one is the other */
    pp_i_arena arena;
    pp_allocator allocator;
} owned_deals;

static pp_status say_question(pp_i_deals_work *work)
{
    pp_deals *deals = work->deals;
    deals->the_case = work->model.the_case;
    deals->as_of = work->model.date;
    deals->convention = work->options.convention;
    deals->assumed = work->model.assumed;
    deals->assumed_count = work->model.assumed_count;
    return PP_OK;
}

static pp_status consider(pp_i_deals_work *work)
{
    pp_status status =
        pp_i_considered_make(&work->job, &work->model, &work->options, &work->considered);
    work->deals->considered = work->considered.what;
    work->deals->considered_count = work->considered.packages;
    work->deals->fewest_broken = work->considered.fewest_broken;
    return status;
}

static pp_status solve(pp_i_deals_work *work)
{
    typedef pp_status part(pp_i_deals_work *);
    static part *const parts[] = {say_question,     pp_i_deals_parties, consider,
                                  pp_i_deals_extremes, pp_i_deals_front, pp_i_deals_open,
                                  pp_i_deals_points, pp_i_deals_rational};
    pp_status status = pp_i_model_make(work->model.the_case, &work->options.question,
                                       work->job.arena, &work->model, work->job.error);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == PP_OK; i++)
        status = parts[i](work);
    work->deals->engine = pp_i_way_text(work->job.searched ? PP_WAY_SEARCH : PP_WAY_ELIMINATION);
    work->deals->width = work->job.width;
    work->deals->incomplete = work->job.incomplete.items;
    work->deals->incomplete_count = work->job.incomplete.count;
    return status;
}

pp_status pp_i_deals_solve(const pp_case *the_case, const pp_deals_options *options,
                           const pp_control *control, pp_deals **deals, pp_error *error)
{
    pp_allocator allocator = pp_i_allocator_of(control);
    owned_deals *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (owned_deals){.allocator = allocator};
    pp_i_arena_init(&made->arena, allocator);
    pp_i_deals_work work = {.deals = &made->deals, .model.the_case = the_case};
    if (options != NULL)
        work.options = *options;
    if (work.options.import != NULL && work.options.import->nonlinear)
        work.scenario = &((const pp_i_import *)work.options.import)->scenario;
    pp_i_job_init(&work.job, control, &made->arena, error);
    pp_status status = solve(&work);
    pp_i_job_end(&work.job);
    if (status == PP_OK)
        *deals = &made->deals;
    else
        pp_i_deals_free(&made->deals);
    return status;
}

void pp_i_deals_free(pp_deals *deals)
{
    if (deals == NULL)
        return;
    owned_deals *owned = (owned_deals *)deals;
    pp_allocator allocator = owned->allocator;
    pp_i_arena_free(&owned->arena);
    allocator.resize(allocator.context, owned, sizeof *owned, 0);
}

const char *pp_i_solution_name(pp_solution_kind kind)
{
    static const char *const names[PP_SOLUTION_COUNT] = {"nash", "kalai_smorodinsky",
                                                         "egalitarian", "utilitarian"};
    return (size_t)kind < PP_SOLUTION_COUNT ? names[kind] : NULL;
}

const char *pp_i_convention_name(pp_convention convention)
{
    static const char *const names[PP_CONVENTION_COUNT] = {"textbook", "negmas", "genius"};
    return (size_t)convention < PP_CONVENTION_COUNT ? names[convention] : NULL;
}
