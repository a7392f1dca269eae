/*
 * statements.c: statements that say the opposite of another by the same party at the same time.
 *
 * Two statements that count on the date asked about, neither of which replaces the other and both
 * of which are said without a condition or on the same one, oppose each other where
 * - one puts a formula forward (demands, accepts, supports, proposes, offers, commits to) that
 * cannot hold without what the other rejects; or
 * - both demand, as a must, what cannot hold together.
 */
#include "method/checking/parts.h"

static bool puts_forward(const pp_i_statement *said)
{
    return said->act == PP_ACT_DEMANDS || said->act == PP_ACT_ACCEPTS ||
           said->act == PP_ACT_SUPPORTS || said->act == PP_ACT_PROPOSES ||
           said->act == PP_ACT_OFFERS || said->act == PP_ACT_COMMITS;
}

static bool must(const pp_i_statement *said)
{
    return said->act == PP_ACT_DEMANDS && said->strength == PP_STRENGTH_MUST;
}

/* How two statements could oppose each other. */
typedef enum opposition { OPPOSE_NOT, OPPOSE_REJECTED, OPPOSE_BOTH_MUST } opposition;

static opposition could_oppose(const pp_i_statement *a, const pp_i_statement *b)
{
    if ((puts_forward(a) && b->act == PP_ACT_REJECTS) ||
        (puts_forward(b) && a->act == PP_ACT_REJECTS))
        return OPPOSE_REJECTED;
    return must(a) && must(b) ? OPPOSE_BOTH_MUST : OPPOSE_NOT;
}

/* A statement with what is asked of it over and over. */
typedef struct known_statement {
    size_t index;
    const pp_i_statement *said;
    pp_i_word *issues; /* that `about` names */
} known_statement;

/*
 * Can both formulas hold together, the second one negated where `negate`? Over few packages of the
 * issues they name by a table, else by the engine.
 */
static pp_status compatible(pp_i_checking *work, const pp_i_formula *a, const pp_i_formula *b,
                            bool negate, bool *known, bool *possible)
{
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    const pp_i_formula *formulas[2] = {a, b};
    pp_i_problem problem;
    pp_i_cost cost = {0};
    bool good = true;
    pp_i_problem_init(&problem, &job->scratch);
    for (size_t i = 0; good && i < the_case->issue_count; i++)
        good = pp_i_problem_add_variable(&problem, the_case->issues[i].option_count);
    for (int i = 0; good && i < 2; i++) {
        pp_i_table table;
        good = pp_i_table_of_formula(the_case, formulas[i], &problem, &job->scratch, &table) &&
               (i == 0 || !negate || pp_i_table_negate(&table, &job->scratch, &table));
        pp_i_factor factor = good ? pp_i_table_hard(&table) : (pp_i_factor){0};
        good = good && pp_i_problem_add_factor(&problem, &factor);
    }
    if (!good)
        return pp_i_job_no_memory(job);
    return pp_i_solve_exists(&problem, &job->run, known, possible, NULL, &cost, job->error);
}

static bool same_condition(const pp_i_checking *work, const pp_i_statement *a,
                           const pp_i_statement *b)
{
    pp_i_vocabulary vocabulary = pp_i_case_vocabulary(work->model.the_case);
    if (a->condition.node_count == 0 || b->condition.node_count == 0)
        return a->condition.node_count == b->condition.node_count;
    return pp_i_formula_equal(&a->condition, &b->condition, &vocabulary);
}

static pp_status say(pp_i_checking *work, const known_statement *a, const known_statement *b,
                     opposition how)
{
    const pp_case *the_case = work->model.the_case;
    pp_i_builder builder;
    pp_i_builder_init(&builder, &work->job.scratch);
    pp_i_builder_print(&builder, "`%.*s` says the opposite of what it says elsewhere: ",
                       PP_I_WORDS(the_case->parties[a->said->party].id));
    pp_i_check_say_statement(&builder, the_case, a->index);
    pp_i_builder_print(&builder, " %s `%s`, ", pp_i_act_text(a->said->act),
                       pp_i_check_line(work, a->said->about.words));
    pp_i_check_say_statement(&builder, the_case, b->index);
    pp_i_builder_print(&builder, " %s `%s`%s", pp_i_act_text(b->said->act),
                       pp_i_check_line(work, b->said->about.words),
                       how == OPPOSE_BOTH_MUST ? ", and both cannot hold" : "");
    if (builder.failed)
        return pp_i_job_no_memory(&work->job);
    pp_i_diagnostic *said = pp_i_diagnose(&work->check->diagnostics, PP_SEVERITY_WARNING,
                                          b->said->place, 1, "%s", builder.data);
    pp_i_diagnose_hint(&work->check->diagnostics, said,
                       "where the later one takes the earlier one's place, say `replaces:`; where "
                       "the party leaves it open, lower `strength:`");
    return PP_OK;
}

static pp_status look_at_pair(pp_i_checking *work, const known_statement *a,
                              const known_statement *b, bool *known)
{
    pp_i_job *job = &work->job;
    opposition how = could_oppose(a->said, b->said);
    bool possible = true;
    if (how == OPPOSE_NOT || a->said->replaces == b->index || b->said->replaces == a->index ||
        !pp_i_bits_meet(a->issues, b->issues, pp_i_word_count(work->model.the_case->issue_count)) ||
        !same_condition(work, a->said, b->said))
        return PP_OK;
    const known_statement *forward = puts_forward(a->said) ? a : b;
    const known_statement *other = forward == a ? b : a;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_status status = compatible(work, &forward->said->about, &other->said->about,
                                  how == OPPOSE_REJECTED, known, &possible);
    if (status == PP_OK && *known && !possible)
        status = say(work, a, b, how);
    pp_i_arena_rewind(&job->scratch, mark);
    return status;
}

/* The statements of one party that count, have a formula, and could oppose another. */
static pp_status collect(pp_i_checking *work, size_t party, known_statement *list, size_t *count)
{
    const pp_case *the_case = work->model.the_case;
    *count = 0;
    for (size_t i = 0; i < the_case->statement_count; i++) {
        const pp_i_statement *said = &the_case->statements[i];
        if (said->party != party || said->about.node_count == 0 ||
            !(puts_forward(said) || said->act == PP_ACT_REJECTS) ||
            !pp_i_statement_counts(the_case, i, work->model.date))
            continue;
        known_statement one = {
            i, said,
            PP_NEW_ARRAY(&work->job.scratch, pp_i_word, pp_i_word_count(the_case->issue_count))};
        if (one.issues == NULL)
            return pp_i_job_no_memory(&work->job);
        pp_i_formula_subjects(&said->about, one.issues);
        list[(*count)++] = one;
    }
    return PP_OK;
}

static pp_status look_at_party(pp_i_checking *work, size_t party, known_statement *list)
{
    size_t count;
    bool known = true;
    pp_status status = collect(work, party, list, &count);
    for (size_t i = 0; i < count && status == PP_OK; i++)
        for (size_t j = i + 1; j < count && status == PP_OK; j++) {
            known = known && pp_i_run_step(&work->job.run, 1);
            if (known)
                status = look_at_pair(work, &list[i], &list[j], &known);
            if (!known)
                return pp_i_job_stopped(&work->job, "statements");
        }
    return status;
}

pp_status pp_i_check_statements(pp_i_checking *work)
{
    pp_i_job *job = &work->job;
    const pp_case *the_case = work->model.the_case;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    known_statement *list = PP_NEW_ARRAY(&job->scratch, known_statement, the_case->statement_count);
    pp_status status = list == NULL ? pp_i_job_no_memory(job) : PP_OK;
    pp_i_run_part(&job->run, "statements");
    for (size_t i = 0; i < the_case->party_count && status == PP_OK; i++)
        status = look_at_party(work, i, list);
    pp_i_arena_rewind(&job->scratch, mark);
    return status;
}
