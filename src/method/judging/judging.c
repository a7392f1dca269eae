/*
 * judging.c: the draft, completed at its best for an agreement; who consents and what breaks; the
 * nearest agreement. See pourparler/judge.h.
 */
#include "method/judging/judging.h"

#include "base/error.h"
#include "method/bargaining/against.h"
#include "method/judging/best.h"
#include "method/judging/draft.h"
#include "model/model.h"

/* The answer with the memory that it lies in. */
typedef struct owned_judge {
    pp_judge judge; /* first, so that the one is the other */
    pp_i_arena arena;
    pp_allocator allocator;
} owned_judge;

typedef struct judging {
    pp_i_job job;
    pp_i_model model;
    pp_i_draft draft;
    pp_i_choice *package;
    pp_judge *judge;
    unsigned char *scratch; /* for evaluating any formula of the case */
} judging;

/* Adds a weight of -1 for each of these red lines that breaks. */
static bool add_prices(const judging *work, const pp_i_word *lines, pp_i_problem *problem)
{
    const pp_i_model *model = &work->model;
    for (size_t i = 0; i < model->the_case->red_line_count; i++) {
        const pp_i_table *table = &model->line_tables[i];
        if (!pp_i_bit_get(lines, i))
            continue;
        int64_t *weights = PP_NEW_ARRAY(problem->arena, int64_t, table->cell_count);
        if (weights == NULL)
            return false;
        for (size_t cell = 0; cell < table->cell_count; cell++)
            weights[cell] = pp_i_bit_get(table->holds, cell) ? 0 : -1;
        pp_i_factor factor = {.kind = PP_FACTOR_WEIGHT,
                              .scope = table->scope,
                              .scope_count = table->scope_count,
                              .cell_count = table->cell_count,
                              .weights = weights};
        if (!pp_i_problem_add_factor(problem, &factor))
            return false;
    }
    return true;
}

/* Which problem is made of each coalition. */
typedef enum aim { AIM_COMPLETE, AIM_COMPLETE_WITHOUT_LINKS, AIM_NEAREST } aim;

typedef struct over_coalitions {
    const judging *work;
    aim aim;
    const pp_i_party_set *sets;
} over_coalitions;

/* How the draft can be completed: broken red lines of the coalition cost. */
static bool completion_problem(const over_coalitions *of, const pp_i_word *lines, pp_i_arena *arena,
                               pp_i_problem *problem)
{
    const pp_i_model *model = &of->work->model;
    pp_i_word *none = PP_NEW_ARRAY(arena, pp_i_word, model->word_count);
    if (none == NULL)
        return false;
    bool made = of->aim == AIM_COMPLETE
                    ? pp_i_problem_restrict(&model->problem, none, true, arena, problem)
                    : pp_i_model_bare(model, arena, problem);
    return made && add_prices(of->work, lines, problem);
}

/* The agreements of one coalition, with a cost for each issue that differs from the package. */
static bool nearest_problem(const over_coalitions *of, const pp_i_word *lines, pp_i_arena *arena,
                            pp_i_problem *problem)
{
    const pp_i_model *model = &of->work->model;
    if (!pp_i_problem_restrict(&model->problem, lines, true, arena, problem))
        return false;
    for (size_t i = 0; i < model->the_case->issue_count; i++)
        if (!pp_i_problem_prefer(problem, i, of->work->package[i], -1))
            return false;
    return true;
}

static bool coalition_problem(void *context, size_t index, pp_i_arena *arena, pp_i_problem *problem)
{
    const over_coalitions *of = context;
    const pp_i_word *lines = pp_i_model_lines_of(&of->work->model, &of->sets[index], arena);
    return lines != NULL &&
           (of->aim == AIM_NEAREST ? nearest_problem(of, lines, arena, problem)
                                   : completion_problem(of, lines, arena, problem));
}

/* The best over all minimal coalitions, the first by code. */
static pp_status best_over_coalitions(const judging *work, pp_i_job *job, aim wanted, bool *known,
                                      bool *exists, pp_i_choice *values)
{
    const pp_i_coalitions *coalitions = &work->model.coalitions;
    size_t issue_count = work->model.the_case->issue_count;
    /* where no coalition is enough, a draft is completed to the first by code */
    static const pp_i_party_set nobody;
    bool empty = coalitions->count == 0 && wanted != AIM_NEAREST;
    over_coalitions of = {.work = work, .aim = wanted, .sets = empty ? &nobody : coalitions->sets};
    pp_i_value *fixed = PP_NEW_ARRAY(&job->scratch, pp_i_value, issue_count);
    if (fixed == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < issue_count; i++)
        fixed[i] =
            work->draft.given[i] && wanted != AIM_NEAREST ? work->draft.package[i] : PP_VALUE_FREE;
    const pp_i_best_question question = {.make = coalition_problem,
                                         .context = &of,
                                         .problem_count = empty ? 1 : coalitions->count,
                                         .variable_count = work->model.problem.domain_sizes.count,
                                         .first_count = issue_count,
                                         .fixed = fixed};
    return pp_i_best_first(job, &question, known, exists, values);
}

/* The package judged: the draft; what it leaves open at its best for an agreement. */
static pp_status complete(judging *work)
{
    pp_i_job *job = &work->job;
    size_t issue_count = work->model.the_case->issue_count;
    bool known = true, exists = false;
    memcpy(work->package, work->draft.package, issue_count * sizeof *work->package);
    work->judge->package = work->package;
    work->judge->given = work->draft.given;
    work->judge->complete_draft = work->draft.given_count == issue_count;
    if (work->judge->complete_draft)
        return PP_OK;
    if (!work->model.coalitions.complete)
        return pp_i_job_incomplete(job, "package", PP_COALITION_WHY_CUT);
    pp_i_run_part(&job->run, "package");
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_status status =
        best_over_coalitions(work, job, AIM_COMPLETE, &known, &exists, work->package);
    if (status == PP_OK && known && !exists)
        status = best_over_coalitions(work, job, AIM_COMPLETE_WITHOUT_LINKS, &known, &exists,
                                      work->package);
    pp_i_arena_rewind(&job->scratch, mark);
    return status == PP_OK && !known ? pp_i_job_stopped(job, "package") : status;
}

/* Bytes to evaluate the largest formula. */
static pp_status make_scratch(judging *work)
{
    const pp_i_model *model = &work->model;
    size_t most = model->consent.node_count;
    for (size_t i = 0; i < model->rule_count; i++)
        if (model->rules[i].node_count > most)
            most = model->rules[i].node_count;
    for (size_t i = 0; i < model->the_case->red_line_count; i++)
        if (model->the_case->red_lines[i].holds.node_count > most)
            most = model->the_case->red_lines[i].holds.node_count;
    work->scratch = PP_NEW_ARRAY(work->job.arena, unsigned char, most);
    return work->scratch == NULL ? pp_i_job_no_memory(&work->job) : PP_OK;
}

static pp_status judge_links(judging *work)
{
    const pp_i_model *model = &work->model;
    size_t *broken = PP_NEW_ARRAY(work->job.arena, size_t, model->rule_count);
    size_t count = 0;
    if (broken == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < model->rule_count; i++)
        if (!pp_i_formula_holds(&model->rules[i], work->package, work->scratch))
            broken[count++] = i;
    work->judge->broken_links = broken;
    work->judge->broken_link_count = count;
    work->judge->feasible = count == 0;
    return PP_OK;
}

/* What the package breaks of one party. */
static pp_status judge_party(judging *work, size_t party, pp_judged_party *judged)
{
    const pp_case *the_case = work->model.the_case;
    size_t *broken = PP_NEW_ARRAY(work->job.arena, size_t, work->model.counting_count);
    size_t count = 0;
    if (broken == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_bit_get(work->model.counting, i) && the_case->red_lines[i].party == party &&
            !pp_i_formula_holds(&the_case->red_lines[i].holds, work->package, work->scratch))
            broken[count++] = i;
    *judged = (pp_judged_party){.consents = count == 0,
                                .needed = pp_i_set256_has(&work->model.named, party),
                                .broken = broken,
                                .broken_count = count};
    return PP_OK;
}

typedef enum met { MET_NO, MET_OPEN, MET_YES } met;

/* What a node of the consent rule comes to while those who do not consent may still come round. */
static met met_of(const pp_i_formula_node *node, const unsigned char *known,
                  const pp_judged_party *parties)
{
    size_t yes = 0, open = 0;
    for (uint32_t i = 0; i < node->child_count; i++) {
        yes += known[node->children[i]] == MET_YES;
        open += known[node->children[i]] == MET_OPEN;
    }
    size_t wanted = node->kind == PP_FORMULA_AND        ? node->child_count
                    : node->kind == PP_FORMULA_AT_LEAST ? node->threshold
                                                        : 1;
    switch (node->kind) {
    case PP_FORMULA_TRUE:
        return MET_YES;
    case PP_FORMULA_FALSE:
        return MET_NO;
    case PP_FORMULA_PARTY:
        return parties[node->subject].consents ? MET_YES : MET_OPEN;
    default:
        return yes >= wanted ? MET_YES : yes + open < wanted ? MET_NO : MET_OPEN;
    }
}

/* Whose consent is missing: those that the rule names where it is still open. Children stand before
 * their parents, so one pass up and one down are enough. */
static pp_status mark_missing(judging *work, pp_judged_party *parties)
{
    const pp_i_formula *rule = &work->model.consent;
    size_t count = rule->node_count;
    unsigned char *known = PP_NEW_ARRAY(work->job.arena, unsigned char, count);
    bool *waited_for = PP_NEW_ARRAY(work->job.arena, bool, count);
    if (known == NULL || waited_for == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < count; i++)
        known[i] = (unsigned char)met_of(&rule->nodes[i], known, parties);
    for (size_t i = count; i-- > 0;) {
        const pp_i_formula_node *node = &rule->nodes[i];
        waited_for[i] = known[i] == MET_OPEN && (waited_for[i] || i + 1 == count);
        if (waited_for[i] && node->kind == PP_FORMULA_PARTY)
            parties[node->subject].missing = true;
        for (uint32_t c = 0; waited_for[i] && c < node->child_count; c++)
            waited_for[node->children[c]] = true;
    }
    return PP_OK;
}

static pp_status judge_parties(judging *work)
{
    size_t party_count = work->model.the_case->party_count;
    pp_judged_party *parties = PP_NEW_ARRAY(work->job.arena, pp_judged_party, party_count);
    pp_i_party_set consenting = {{0}};
    if (parties == NULL)
        return pp_i_job_no_memory(&work->job);
    for (size_t i = 0; i < party_count; i++) {
        pp_status status = judge_party(work, i, &parties[i]);
        if (status != PP_OK)
            return status;
        if (parties[i].consents)
            pp_i_set256_add(&consenting, i);
    }
    work->judge->parties = parties;
    work->judge->party_count = party_count;
    work->judge->consents =
        work->judge->feasible &&
        pp_i_consent_holds(&work->model.consent, consenting.words, work->scratch);
    return mark_missing(work, parties);
}

static pp_status nearest(judging *work)
{
    pp_i_job *job = &work->job;
    size_t issue_count = work->model.the_case->issue_count;
    bool known = true, exists = false;
    work->judge->nearest_known = true;
    if (work->judge->consents)
        return PP_OK;
    work->judge->nearest_known = false;
    if (!work->model.coalitions.complete)
        return pp_i_job_incomplete(job, "nearest", PP_COALITION_WHY_CUT);
    pp_i_choice *package = PP_NEW_ARRAY(job->arena, pp_i_choice, issue_count);
    if (package == NULL)
        return pp_i_job_no_memory(job);
    pp_i_run_part(&job->run, "nearest");
    pp_status status = best_over_coalitions(work, job, AIM_NEAREST, &known, &exists, package);
    if (status != PP_OK)
        return status;
    if (!known)
        return pp_i_job_stopped(job, "nearest");
    work->judge->nearest_known = true;
    if (!exists)
        return PP_OK;
    work->judge->nearest = package;
    for (size_t i = 0; i < issue_count; i++)
        work->judge->nearest_change_count += package[i] != work->package[i];
    return PP_OK;
}

static pp_status compare(judging *work)
{
    work->judge->package = work->package;
    return pp_i_against_find(&work->job, &work->model, work->judge);
}

static pp_status solve(judging *work, const char *draft, const pp_question *question)
{
    typedef pp_status part(judging *);
    static part *const parts[] = {make_scratch, complete, judge_links,
                                  judge_parties, nearest,  compare};
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    pp_status status = pp_i_model_make(the_case, question, job->arena, &work->model, job->error);
    if (status == PP_OK)
        status = pp_i_draft_read(the_case, draft, job->arena, &work->draft, job->error);
    if (status != PP_OK)
        return status;
    work->package = PP_NEW_ARRAY(job->arena, pp_i_choice, the_case->issue_count);
    if (work->package == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == PP_OK; i++)
        status = parts[i](work);
    work->judge->the_case = the_case;
    work->judge->as_of = work->model.date;
    work->judge->assumed = work->model.assumed;
    work->judge->assumed_count = work->model.assumed_count;
    work->judge->incomplete = job->incomplete.items;
    work->judge->incomplete_count = job->incomplete.count;
    return status;
}

pp_status pp_i_judge_solve(const pp_case *the_case, const char *draft, const pp_question *question,
                           const pp_control *control, pp_judge **judge, pp_error *error)
{
    pp_allocator allocator = pp_i_allocator_of(control);
    owned_judge *made = allocator.resize(allocator.context, NULL, 0, sizeof *made);
    if (made == NULL)
        return pp_i_fail_memory(error);
    *made = (owned_judge){.allocator = allocator};
    pp_i_arena_init(&made->arena, allocator);
    judging work = {.judge = &made->judge, .model.the_case = the_case};
    pp_i_job_init(&work.job, control, &made->arena, error);
    pp_status status = solve(&work, draft, question);
    pp_i_job_end(&work.job);
    if (status == PP_OK)
        *judge = &made->judge;
    else
        pp_i_judge_free(&made->judge);
    return status;
}

void pp_i_judge_free(pp_judge *judge)
{
    if (judge == NULL)
        return;
    owned_judge *owned = (owned_judge *)judge;
    pp_allocator allocator = owned->allocator;
    pp_i_arena_free(&owned->arena);
    allocator.resize(allocator.context, owned, sizeof *owned, 0);
}
