/* model.c: a case and a question become a problem; see model.h. */
#include "model/model.h"

#include "base/error.h"
#include "model/question.h"

/* Which red lines count on the date and are not dropped. */
static pp_status make_counting(pp_i_model *model, const pp_question *question, pp_i_arena *arena,
                               pp_error *error)
{
    const pp_case *the_case = model->the_case;
    model->word_count = pp_i_word_count(the_case->red_line_count);
    pp_i_word *counting = PP_NEW_ARRAY(arena, pp_i_word, model->word_count);
    if (counting == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_red_line_counts(the_case, i, model->date))
            pp_i_bit_set(counting, i);
    pp_status status = pp_i_question_drop(the_case, question, counting, arena, error);
    model->counting = counting;
    model->counting_count = pp_i_bits_count(counting, model->word_count);
    return status;
}

/* The case's links, then the assumptions, as one list. */
static pp_status make_rules(pp_i_model *model, const pp_question *question, pp_i_arena *arena,
                            pp_error *error)
{
    const pp_case *the_case = model->the_case;
    size_t count = the_case->link_count + question->assume_count;
    pp_i_formula *rules = PP_NEW_ARRAY(arena, pp_i_formula, count);
    const char **assumed = PP_NEW_ARRAY(arena, const char *, question->assume_count);
    if (rules == NULL || assumed == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < the_case->link_count; i++)
        rules[i] = the_case->links[i].rule;
    for (size_t i = 0; i < question->assume_count; i++) {
        const char *given = question->assume[i];
        assumed[i] = pp_i_arena_copy(arena, given, strlen(given));
        if (assumed[i] == NULL)
            return pp_i_fail_memory(error);
        pp_status status = pp_i_question_assume(the_case, assumed[i], arena,
                                                &rules[the_case->link_count + i], error);
        if (status != PP_OK)
            return status;
    }
    model->rules = rules;
    model->rule_count = count;
    model->assumed = assumed;
    model->assumed_count = question->assume_count;
    return PP_OK;
}

/* "and" over some parties, as a formula; over none: true. */
static bool all_of(const size_t *parties, size_t count, pp_i_arena *arena, pp_i_formula *formula)
{
    pp_i_formula_node *nodes = PP_NEW_ARRAY(arena, pp_i_formula_node, count + 1);
    uint32_t *children = PP_NEW_ARRAY(arena, uint32_t, count);
    if (nodes == NULL || children == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        nodes[i] = (pp_i_formula_node){.kind = PP_FORMULA_PARTY, .subject = (uint32_t)parties[i]};
        children[i] = (uint32_t)i;
    }
    nodes[count] = count == 0 ? (pp_i_formula_node){.kind = PP_FORMULA_TRUE}
                              : (pp_i_formula_node){.kind = PP_FORMULA_AND,
                                                    .children = children,
                                                    .child_count = (uint32_t)count};
    *formula = (pp_i_formula){.nodes = nodes, .node_count = count == 1 ? 1 : count + 1};
    return true;
}

/* The rule where the case says none: all principals, or all parties where none is principal. */
static bool principals(const pp_case *the_case, pp_i_arena *arena, pp_i_formula *formula)
{
    size_t *parties = PP_NEW_ARRAY(arena, size_t, the_case->party_count);
    size_t count = 0;
    if (parties == NULL)
        return false;
    for (size_t i = 0; i < the_case->party_count; i++)
        if (the_case->parties[i].role == PP_ROLE_PRINCIPAL)
            parties[count++] = i;
    for (size_t i = 0; count == 0 && i < the_case->party_count; i++)
        parties[i] = i;
    return all_of(parties, count == 0 ? the_case->party_count : count, arena, formula);
}

pp_i_word *pp_i_model_lines_of(const pp_i_model *model, const pp_i_party_set *parties,
                               pp_i_arena *arena)
{
    const pp_case *the_case = model->the_case;
    pp_i_word *lines = PP_NEW_ARRAY(arena, pp_i_word, model->word_count);
    if (lines == NULL)
        return NULL;
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_bit_get(model->counting, i) &&
            pp_i_set256_has(parties, the_case->red_lines[i].party))
            pp_i_bit_set(lines, i);
    return lines;
}

/* The consent rule in effect, and whose consent it takes. */
static pp_status make_consent(pp_i_model *model, const pp_question *question, pp_i_arena *arena,
                              pp_error *error)
{
    const pp_case *the_case = model->the_case;
    size_t *table = PP_NEW_ARRAY(arena, size_t, question->table_count);
    if (table == NULL)
        return pp_i_fail_memory(error);
    pp_status status =
        pp_i_question_table(the_case, question, table, &model->table_count, arena, error);
    if (status != PP_OK)
        return status;
    model->table = table;
    bool good = true;
    if (model->table_count > 0)
        good = all_of(table, model->table_count, arena, &model->consent);
    else if (the_case->consent.node_count > 0)
        model->consent = the_case->consent;
    else
        good = principals(the_case, arena, &model->consent);
    if (!good)
        return pp_i_fail_memory(error);
    pp_i_formula_subjects(&model->consent, model->named.words);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_bit_get(model->counting, i))
            pp_i_set256_add(&model->can_refuse, the_case->red_lines[i].party);
    model->relevant = pp_i_model_lines_of(model, &model->named, arena);
    if (model->relevant == NULL ||
        !pp_i_coalitions_of(&model->consent, &model->can_refuse, arena, &model->coalitions))
        return pp_i_fail_memory(error);
    return PP_OK;
}

/* Why a problem could not be made larger: too many variables, or memory. */
static pp_status fail_larger(const pp_i_problem *problem, pp_error *error)
{
    if (problem->domain_sizes.count >= PP_PROBLEM_VARIABLE_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_LIMIT,
                         "the formulas of the case are too large: they need more than %d variables",
                         (int)PP_PROBLEM_VARIABLE_COUNT_MAX);
    return pp_i_fail_memory(error);
}

static pp_status add_rules(pp_i_model *model, pp_i_arena *arena, pp_error *error)
{
    pp_i_problem *problem = &model->problem;
    pp_i_table *tables = PP_NEW_ARRAY(arena, pp_i_table, model->rule_count);
    uint32_t *factors = PP_NEW_ARRAY(arena, uint32_t, model->rule_count);
    if (tables == NULL || factors == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < model->rule_count; i++) {
        if (!pp_i_table_of_formula(model->the_case, &model->rules[i], problem, arena, &tables[i]))
            return fail_larger(problem, error);
        pp_i_factor factor = pp_i_table_hard(&tables[i]);
        factors[i] = (uint32_t)problem->factors.count;
        if (!pp_i_problem_add_factor(problem, &factor))
            return pp_i_fail_memory(error);
    }
    model->rule_tables = tables;
    model->rule_factors = factors;
    return PP_OK;
}

static pp_status add_red_lines(pp_i_model *model, pp_i_arena *arena, pp_error *error)
{
    const pp_case *the_case = model->the_case;
    pp_i_problem *problem = &model->problem;
    pp_i_table *tables = PP_NEW_ARRAY(arena, pp_i_table, the_case->red_line_count);
    if (tables == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < the_case->red_line_count; i++) {
        if (!pp_i_bit_get(model->counting, i))
            continue;
        const pp_i_red_line *line = &the_case->red_lines[i];
        if (!pp_i_table_of_formula(the_case, &line->holds, problem, arena, &tables[i]))
            return fail_larger(problem, error);
        pp_i_factor factor = pp_i_table_hard(&tables[i]);
        factor.kind = PP_FACTOR_SOFT;
        factor.element = (uint32_t)i;
        factor.group = (uint32_t)line->party;
        if (!pp_i_problem_add_factor(problem, &factor))
            return pp_i_fail_memory(error);
    }
    model->line_tables = tables;
    problem->element_count = the_case->red_line_count;
    problem->group_count = the_case->party_count;
    return PP_OK;
}

static pp_status make_problem(pp_i_model *model, pp_i_arena *arena, pp_error *error)
{
    pp_i_problem_init(&model->problem, arena);
    for (size_t i = 0; i < model->the_case->issue_count; i++)
        if (!pp_i_problem_add_variable(&model->problem, model->the_case->issues[i].option_count))
            return pp_i_fail_memory(error);
    pp_status status = add_rules(model, arena, error);
    return status != PP_OK ? status : add_red_lines(model, arena, error);
}

pp_status pp_i_model_make(const pp_case *the_case, const pp_question *question, pp_i_arena *arena,
                          pp_i_model *model, pp_error *error)
{
    static const pp_question nothing;
    pp_i_model made = {.the_case = the_case};
    if (question == NULL)
        question = &nothing;
    pp_status status = pp_i_question_date(the_case, question->as_of, &made.date, error);
    if (status == PP_OK)
        status = make_counting(&made, question, arena, error);
    if (status == PP_OK)
        status = make_rules(&made, question, arena, error);
    if (status == PP_OK)
        status = make_consent(&made, question, arena, error);
    if (status == PP_OK)
        status = make_problem(&made, arena, error);
    if (status == PP_OK)
        *model = made;
    return status;
}

bool pp_i_model_bare(const pp_i_model *model, pp_i_arena *arena, pp_i_problem *problem)
{
    pp_i_problem made;
    size_t rule = 0;
    pp_i_problem_init(&made, arena);
    for (size_t i = 0; i < model->problem.domain_sizes.count; i++)
        if (!pp_i_problem_add_variable(&made, model->problem.domain_sizes.items[i]))
            return false;
    for (size_t i = 0; i < model->problem.factors.count; i++) {
        const pp_i_factor *factor = &model->problem.factors.items[i];
        if (rule < model->rule_count && model->rule_factors[rule] == i)
            rule++;
        else if (factor->kind == PP_FACTOR_HARD && !pp_i_problem_add_factor(&made, factor))
            return false;
    }
    *problem = made;
    return true;
}
