/* stability.c: the answer from its parts; see pourparler/stable.h. */
#include "method/stability/stability.h"

#include "base/error.h"

/* The answer with the memory that it lies in, and what further questions about it need. */
typedef struct owned_stable {
    pp_stable stable; /* first, so that the one is the other */
    pp_i_arena arena;
    pp_allocator allocator;
    pp_i_stable_work work;
} owned_stable;

const char *pp_i_concept_name(pp_concept concept)
{
    static const char *const names[PP_CONCEPT_COUNT] = {"nash", "gmr", "smr", "seq", "sseq", "sim"};
    return (size_t)concept < PP_CONCEPT_COUNT ? names[concept] : NULL;
}

static pp_status count_equilibria(pp_i_stable_work *work)
{
    size_t states = work->graph.state_count, parties = work->graph.party_count;
    unsigned char *equilibria = PP_NEW_ARRAY(work->job.arena, unsigned char, states);
    if (equilibria == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t s = 0; s < states; s++) {
        unsigned bits = work->options.concepts;
        for (size_t p = 0; p < parties; p++)
            bits &= work->bits[s * parties + p];
        equilibria[s] = (unsigned char)bits;
        for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
            work->stable->equilibrium_count[c] += bits >> c & 1;
    }
    work->stable->equilibria = equilibria;
    return PP_OK;
}

static void say_graph(pp_i_stable_work *work, bool known)
{
    pp_stable *stable = work->stable;
    stable->the_case = work->model.the_case;
    stable->as_of = work->model.date;
    stable->assumed = work->model.assumed;
    stable->assumed_count = work->model.assumed_count;
    if (!known) { /* and nothing can be asked about it */
        work->graph = (pp_i_graph){.the_case = stable->the_case};
        stable->algorithm = "closure";
        return;
    }
    stable->state_count = work->graph.state_count;
    stable->codes = work->graph.codes;
    stable->member_first = work->graph.member_first;
    stable->members = work->graph.members;
    stable->party_count = work->graph.party_count;
    stable->parties = work->parties;
    stable->concepts = work->options.concepts;
    stable->stable = work->bits;
    stable->ranks = (const uint32_t *const *)work->ranks;
}

static pp_status someone_moves(pp_i_stable_work *work)
{
    for (size_t p = 0; p < work->graph.party_count; p++)
        if (work->graph.moves[p])
            return PP_OK;
    pp_status status = pp_i_fail(work->job.error, PP_ERROR_ARGUMENT,
                                 "no party can move: no issue has a `decided_by`");
    pp_i_error_hint(work->job.error, "say under each issue which party can settle it alone, if any: "
                                     "`decided_by: party`");
    return status;
}

static pp_status judge(pp_i_stable_work *work)
{
    pp_i_job *job = &work->job;
    if (work->any_unknown && (work->options.concepts >> PP_CONCEPT_SIM & 1)) {
        work->options.concepts &= ~(1u << PP_CONCEPT_SIM);
        pp_status status =
            pp_i_job_incomplete(job, "sim", "not defined where preferences are unknown");
        if (status != PP_OK)
            return status;
    }
    work->bits = PP_NEW_ARRAY(job->arena, unsigned char,
                              work->graph.state_count * work->graph.party_count);
    if (work->bits == NULL)
        return pp_i_job_no_memory(job);
    if (!work->any_unknown)
        return pp_i_stable_concepts(work);
    pp_status status = pp_i_stable_by_definition(work);
    if (status != PP_ERROR_LIMIT || job->run.stop == PP_STOP_NONE)
        return status;
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
        if (work->options.concepts >> c & 1) {
            status = pp_i_job_stopped(job, pp_i_concept_name((pp_concept)c));
            if (status != PP_OK)
                return status;
        }
    work->options.concepts = 0;
    return PP_OK;
}

static pp_status solve(pp_i_stable_work *work)
{
    pp_i_job *job = &work->job;
    pp_i_run_part(&job->run, "states");
    const char *part = "states";
    pp_status status = pp_i_model_make(work->model.the_case, &work->options.question, job->arena,
                                       &work->model, job->error);
    if (status == PP_OK)
        status = pp_i_graph_make(job, &work->model, &work->graph);
    if (status == PP_OK)
        status = someone_moves(work);
    if (status == PP_OK) {
        part = "preferences";
        pp_i_run_part(&job->run, part);
        status = pp_i_stable_ranks(work);
    }
    bool known = status == PP_OK;
    if (status == PP_ERROR_LIMIT && job->run.stop != PP_STOP_NONE && work->options.partial)
        status = pp_i_job_stopped(job, part);
    if (known && status == PP_OK)
        status = judge(work);
    if (known && status == PP_OK)
        status = count_equilibria(work);
    if (status == PP_OK)
        say_graph(work, known);
    work->stable->incomplete = job->incomplete.items;
    work->stable->incomplete_count = job->incomplete.count;
    return status;
}

pp_status pp_i_stable_solve(const pp_case *the_case, const pp_stable_options *options,
                            const pp_control *control, pp_stable **stable, pp_error *error)
{
    pp_allocator allocator = pp_i_allocator_of(control);
    owned_stable *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (owned_stable){.allocator = allocator};
    pp_i_arena_init(&made->arena, allocator);
    pp_i_stable_work *work = &made->work;
    *work = (pp_i_stable_work){.stable = &made->stable, .model.the_case = the_case};
    if (options != NULL)
        work->options = *options;
    if (work->options.concepts == 0)
        work->options.concepts = PP_STABLE_ALL;
    pp_i_job_init(&work->job, control, &made->arena, error);
    pp_status status = solve(work);
    pp_i_job_end(&work->job);
    work->job.run.control = NULL; /* the caller's may be gone when more is asked */
    if (status == PP_OK)
        *stable = &made->stable;
    else
        pp_i_stable_free(&made->stable);
    return status;
}

void pp_i_stable_free(pp_stable *stable)
{
    if (stable == NULL)
        return;
    owned_stable *owned = (owned_stable *)stable;
    pp_allocator allocator = owned->allocator;
    pp_i_arena_free(&owned->arena);
    allocator.resize(allocator.context, owned, sizeof *owned, 0);
}

pp_i_stable_work *pp_i_stable_again(pp_stable *stable, pp_error *error)
{
    pp_i_stable_work *work = &((owned_stable *)stable)->work;
    work->job.error = error;
    pp_i_run_init(&work->job.run, NULL);
    pp_i_arena_init(&work->job.scratch, work->job.arena->allocator);
    return work;
}

size_t pp_i_stable_status_quo(const pp_stable *stable)
{
    const pp_case *the_case = stable->the_case;
    if (the_case->status_quo == NULL || stable->state_count == 0)
        return SIZE_MAX;
    return pp_i_stable_state(stable, pp_i_graph_code(the_case, the_case->status_quo));
}

size_t pp_i_stable_state(const pp_stable *stable, uint64_t code)
{
    const pp_i_graph *graph = &((const owned_stable *)stable)->work.graph;
    if (graph->place_of != NULL && code >= PP_GRAPH_PACKAGE_TABLE_MAX)
        return SIZE_MAX;
    uint64_t total = 1;
    for (size_t i = 0; i < graph->issue_count; i++)
        total *= graph->the_case->issues[i].option_count;
    uint32_t state = code < total ? pp_i_graph_state(graph, code) : UINT32_MAX;
    return state == UINT32_MAX ? SIZE_MAX : state;
}
