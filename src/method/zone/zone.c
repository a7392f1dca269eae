/* zone.c: the answer from its parts; see pourparler/zone.h and parts.h. */
#include "method/zone/zone.h"

#include "base/error.h"
#include "method/zone/parts.h"

/* The answer with the memory that it lies in. */
typedef struct owned_zone {
    pp_zone zone; /* first, so that the one is the other */
    pp_i_arena arena;
    pp_allocator allocator;
} owned_zone;

/* The dispute over the red lines of the minimal coalitions. */
static pp_status make_dispute(pp_i_zone_work *work)
{
    pp_i_job *job = &work->job;
    const pp_i_model *model = &work->model;
    size_t count = model->coalitions.count;
    const pp_i_word **coalitions = PP_NEW_ARRAY(job->arena, const pp_i_word *, count);
    pp_i_word *all = PP_NEW_ARRAY(job->arena, pp_i_word, model->word_count);
    if (coalitions == NULL || all == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < count; i++) {
        coalitions[i] = pp_i_model_lines_of(model, &model->coalitions.sets[i], job->arena);
        if (coalitions[i] == NULL)
            return pp_i_job_no_memory(job);
        for (size_t word = 0; word < model->word_count; word++)
            all[word] |= coalitions[i][word];
    }
    work->dispute = (pp_i_dispute){.problem = &model->problem,
                                   .coalitions = coalitions,
                                   .coalition_count = count,
                                   .elements = all,
                                   .word_count = model->word_count};
    return PP_OK;
}

/* What the model already says. */
static pp_status say_question(pp_i_zone_work *work)
{
    const pp_i_model *model = &work->model;
    const pp_case *the_case = model->the_case;
    pp_zone *zone = work->zone;
    size_t *counting = PP_NEW_ARRAY(work->job.arena, size_t, model->counting_count);
    bool *needed = PP_NEW_ARRAY(work->job.arena, bool, the_case->party_count);
    if (counting == NULL || needed == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_bit_get(model->counting, i))
            counting[zone->counting_count++] = i;
    for (size_t i = 0; i < the_case->party_count; i++)
        needed[i] = pp_i_set256_has(&model->named, i);
    zone->the_case = the_case;
    zone->as_of = model->date;
    zone->counting = counting;
    zone->consents_needed = needed;
    zone->table = model->table;
    zone->table_count = model->table_count;
    zone->assumed = model->assumed;
    zone->assumed_count = model->assumed_count;
    return PP_OK;
}

static pp_status solve(pp_i_zone_work *work)
{
    typedef pp_status part(pp_i_zone_work *);
    static part *const parts[] = {make_dispute,        say_question,      pp_i_zone_counts,
                                  pp_i_zone_witnesses, pp_i_zone_shares,  pp_i_zone_sets,
                                  pp_i_zone_readings,  pp_i_zone_crossed, pp_i_zone_contradiction};
    const pp_case *the_case = work->model.the_case;
    pp_status status = pp_i_model_make(the_case, &work->options.question, work->job.arena,
                                       &work->model, work->job.error);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == PP_OK; i++)
        status = parts[i](work);
    work->zone->engine = pp_i_way_text(work->job.searched ? PP_WAY_SEARCH : PP_WAY_ELIMINATION);
    work->zone->width = work->job.width;
    work->zone->incomplete = work->job.incomplete.items;
    work->zone->incomplete_count = work->job.incomplete.count;
    return status;
}

pp_status pp_i_zone_solve(const pp_case *the_case, const pp_zone_options *options,
                          const pp_control *control, pp_zone **zone, pp_error *error)
{
    pp_allocator allocator = pp_i_allocator_of(control);
    owned_zone *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (owned_zone){.allocator = allocator};
    pp_i_arena_init(&made->arena, allocator);
    pp_i_zone_work work = {.zone = &made->zone, .model.the_case = the_case};
    if (options != NULL)
        work.options = *options;
    pp_i_job_init(&work.job, control, &made->arena, error);
    pp_status status = solve(&work);
    pp_i_job_end(&work.job);
    if (status == PP_OK)
        *zone = &made->zone;
    else
        pp_i_zone_free(&made->zone);
    return status;
}

void pp_i_zone_free(pp_zone *zone)
{
    if (zone == NULL)
        return;
    owned_zone *owned = (owned_zone *)zone;
    pp_allocator allocator = owned->allocator;
    pp_i_arena_free(&owned->arena);
    allocator.resize(allocator.context, owned, sizeof *owned, 0);
}
