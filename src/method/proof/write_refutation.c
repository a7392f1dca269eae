/* write_refutation.c: the engine's refutations, in the words of the case; see write.h. */
#include "base/checked.h"
#include "base/error.h"
#include "method/proof/write.h"

#define WHY_TOO_LARGE "a formula over too many packages"

/* --- Formulas as factors ---------------------------------------------------------------------- */

/* The issues that a formula mentions, and how many packages over these there are; 0: too many. */
static size_t scope_of(const pp_i_proof_writer *writer, const pp_i_formula *formula,
                       uint32_t *scope, size_t *scope_count, pp_i_word *subjects)
{
    const pp_case *the_case = writer->the_case;
    size_t cells = 1, work;
    memset(subjects, 0, pp_i_word_count(the_case->issue_count) * sizeof *subjects);
    pp_i_formula_subjects(formula, subjects);
    *scope_count = 0;
    for (size_t i = 0; i < the_case->issue_count; i++) {
        if (!pp_i_bit_get(subjects, i))
            continue;
        scope[(*scope_count)++] = (uint32_t)i;
        cells *= the_case->issues[i].option_count;
        if (cells > PP_TABLE_CELL_COUNT_MAX)
            return 0;
    }
    return pp_i_multiply_size(cells, formula->node_count, &work) && work <= PP_TABLE_WORK_MAX
               ? cells
               : 0;
}

/* Evaluates the formula for every package over its issues. */
static void fill_cells(const pp_i_proof_writer *writer, const pp_i_formula *formula,
                       const pp_i_factor *factor, pp_i_word *allowed, pp_i_choice *package,
                       unsigned char *nodes)
{
    for (size_t cell = 0; cell < factor->cell_count; cell++) {
        size_t rest = cell;
        for (size_t i = 0; i < factor->scope_count; i++) {
            size_t options = writer->the_case->issues[factor->scope[i]].option_count;
            package[factor->scope[i]] = (pp_i_choice)(rest % options);
            rest /= options;
        }
        if (pp_i_formula_holds(formula, package, nodes))
            pp_i_bit_set(allowed, cell);
    }
}

static pp_status make_factor(pp_i_proof_writer *writer, const pp_i_formula *formula, size_t index)
{
    pp_i_arena *scratch = &writer->scratch;
    size_t issue_count = writer->the_case->issue_count;
    pp_i_word *subjects = PP_NEW_ARRAY(scratch, pp_i_word, pp_i_word_count(issue_count));
    uint32_t *scope = PP_NEW_ARRAY(scratch, uint32_t, issue_count);
    pp_i_choice *package = PP_NEW_ARRAY(scratch, pp_i_choice, issue_count);
    unsigned char *nodes = PP_NEW_ARRAY(scratch, unsigned char, formula->node_count);
    if (subjects == NULL || scope == NULL || package == NULL || nodes == NULL)
        return pp_i_fail_memory(writer->error);
    pp_i_factor factor = {.kind = PP_FACTOR_HARD, .scope = scope};
    factor.cell_count = scope_of(writer, formula, scope, &factor.scope_count, subjects);
    if (factor.cell_count == 0) {
        writer->factors.some_too_large = true;
        return PP_OK;
    }
    pp_i_word *allowed = PP_NEW_ARRAY(scratch, pp_i_word, pp_i_word_count(factor.cell_count));
    if (allowed == NULL)
        return pp_i_fail_memory(writer->error);
    fill_cells(writer, formula, &factor, allowed, package, nodes);
    factor.allowed = allowed;
    writer->factors.factors[index] = factor;
    writer->factors.made[index] = true;
    return PP_OK;
}

pp_status pp_i_proof_make_factors(pp_i_proof_writer *writer)
{
    pp_i_proof_factors *factors = &writer->factors;
    const pp_case *the_case = writer->the_case;
    factors->rule_count = writer->model.rule_count;
    factors->count = factors->rule_count + the_case->red_line_count;
    factors->factors = PP_NEW_ARRAY(&writer->scratch, pp_i_factor, factors->count);
    factors->made = PP_NEW_ARRAY(&writer->scratch, bool, factors->count);
    if (factors->factors == NULL || factors->made == NULL)
        return pp_i_fail_memory(writer->error);
    pp_status status = PP_OK;
    for (size_t i = 0; i < factors->rule_count && status == PP_OK; i++)
        status = make_factor(writer, &writer->model.rules[i], i);
    for (size_t i = 0; i < the_case->red_line_count && status == PP_OK; i++)
        if (pp_i_bit_get(writer->model.counting, i))
            status = make_factor(writer, &the_case->red_lines[i].holds, factors->rule_count + i);
    return status;
}

/* --- Saying a refutation ---------------------------------------------------------------------- */

bool pp_i_proof_problem(const pp_i_proof_writer *writer, const pp_i_word *lines,
                        const pp_i_word *rules, pp_i_proof_refuting *made)
{
    const pp_i_proof_factors *factors = &writer->factors;
    pp_i_problem_init(&made->problem, &made->arena);
    made->formulas = PP_NEW_ARRAY(&made->arena, uint32_t, factors->count);
    if (made->formulas == NULL)
        return false;
    for (size_t i = 0; i < writer->the_case->issue_count; i++)
        if (!pp_i_problem_add_variable(&made->problem, writer->the_case->issues[i].option_count))
            return false;
    for (size_t i = 0; i < factors->count; i++) {
        bool is_rule = i < factors->rule_count;
        bool wanted = is_rule ? rules == NULL || pp_i_bit_get(rules, i)
                              : pp_i_bit_get(lines, i - factors->rule_count);
        if (!wanted || !factors->made[i])
            continue;
        made->formulas[made->problem.factors.count] = (uint32_t)i;
        if (!pp_i_problem_add_factor(&made->problem, &factors->factors[i]))
            return false;
    }
    return true;
}

static void say_leaf(pp_i_proof_writer *writer, const pp_i_proof_refuting *made, uint32_t factor)
{
    size_t formula = made->formulas[factor], rule_count = writer->factors.rule_count;
    if (formula < rule_count) {
        pp_i_builder_print(&writer->text, "{\"link\": %zu}", formula + 1);
        return;
    }
    pp_i_builder_add_string(&writer->text, "{\"red_line\": ");
    pp_i_proof_say_string(writer, writer->the_case->red_lines[formula - rule_count].id);
    pp_i_builder_add_byte(&writer->text, '}');
}

static void say_node(pp_i_proof_writer *writer, const pp_i_proof_refuting *made,
                     const pp_i_refutation_node *node)
{
    pp_i_builder *text = &writer->text;
    const pp_i_issue *issues = writer->the_case->issues;
    const pp_i_issue *own = &issues[node->variable];
    pp_i_builder_add_string(text, "{\"context\": {");
    for (size_t i = 0; i < node->context_count; i++) {
        const pp_i_issue *issue = &issues[node->context_variables[i]];
        pp_i_builder_add_string(text, i == 0 ? "" : ", ");
        pp_i_proof_say_string(writer, issue->id);
        pp_i_builder_add_string(text, ": ");
        pp_i_proof_say_string(writer, issue->options[node->context_values[i]].id);
    }
    pp_i_builder_add_string(text, "}, \"issue\": ");
    pp_i_proof_say_string(writer, own->id);
    pp_i_builder_add_string(text, ", \"branches\": {");
    for (size_t o = 0; o < own->option_count; o++) {
        pp_i_builder_add_string(text, o == 0 ? "" : ", ");
        pp_i_proof_say_string(writer, own->options[o].id);
        pp_i_builder_add_string(text, ": ");
        if (node->branches[o].is_leaf)
            say_leaf(writer, made, node->branches[o].index);
        else
            pp_i_builder_print(text, "{\"node\": %lu}", (unsigned long)node->branches[o].index);
    }
    pp_i_builder_add_string(text, "}}");
}

/* Notes the red line that a leaf names. */
static void note_used(const pp_i_proof_writer *writer, const pp_i_proof_refuting *made,
                      uint32_t factor, pp_i_word *used)
{
    size_t formula = made->formulas[factor];
    if (formula >= writer->factors.rule_count)
        pp_i_bit_set(used, formula - writer->factors.rule_count);
}

static void note_all_used(const pp_i_proof_writer *writer, const pp_i_proof_refuting *made,
                          const pp_i_refutation *refutation, pp_i_word *used)
{
    memset(used, 0, writer->model.word_count * sizeof *used);
    if (refutation->node_count == 0)
        note_used(writer, made, refutation->constant, used);
    for (size_t k = 0; k < refutation->node_count; k++) {
        const pp_i_refutation_node *node = &refutation->nodes[k];
        for (size_t o = 0; o < writer->the_case->issues[node->variable].option_count; o++)
            if (node->branches[o].is_leaf)
                note_used(writer, made, node->branches[o].index, used);
    }
}

static void say_refutation(pp_i_proof_writer *writer, const pp_i_proof_refuting *made,
                           const pp_i_refutation *refutation, const pp_i_word *used)
{
    pp_i_builder *text = &writer->text;
    pp_i_builder_add_byte(text, '{');
    pp_i_proof_say_lines(writer, used);
    if (refutation->node_count == 0) {
        pp_i_builder_add_string(text, ", \"constant\": ");
        say_leaf(writer, made, refutation->constant);
    } else {
        pp_i_builder_add_string(text, ", \"nodes\": [");
        for (size_t k = 0; k < refutation->node_count; k++) {
            pp_i_builder_add_string(text, k == 0 ? "\n" : ",\n");
            say_node(writer, made, &refutation->nodes[k]);
        }
        pp_i_builder_add_byte(text, ']');
    }
    pp_i_builder_add_byte(text, '}');
    writer->node_count += refutation->node_count;
}

pp_status pp_i_proof_refute(pp_i_proof_writer *writer, const pp_i_word *lines,
                            const pp_i_word *rules, const char *before, pp_i_word *used,
                            const char **why)
{
    pp_i_proof_refuting made;
    bool good = false;
    pp_i_refutation refutation;
    pp_i_arena_init(&made.arena, writer->scratch.allocator);
    pp_i_run_part(&writer->run, "proof");
    pp_status status = PP_OK;
    if (!pp_i_proof_problem(writer, lines, rules, &made))
        status = pp_i_fail_memory(writer->error);
    if (status == PP_OK)
        status = pp_i_refute(&made.problem, &writer->run, &made.arena, &good, &refutation,
                             writer->error);
    if (status == PP_OK && good &&
        writer->node_count + refutation.node_count > PP_PROOF_NODE_COUNT_MAX) {
        writer->full = true;
        *why = PP_PROOF_WHY_NODES;
    } else if (status == PP_OK && !good) {
        *why = writer->run.stop != PP_STOP_NONE ? pp_i_run_stop_text(writer->run.stop)
               : writer->factors.some_too_large ? WHY_TOO_LARGE
                                                : PP_PROOF_WHY_NODES;
    } else if (status == PP_OK) {
        *why = NULL;
        note_all_used(writer, &made, &refutation, used);
        pp_i_builder_add_string(&writer->text, before);
        say_refutation(writer, &made, &refutation, used);
    }
    pp_i_arena_free(&made.arena);
    return status;
}
