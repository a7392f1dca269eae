/*
 * write_rules.c: few links suffice to refute a few red lines; a diagram over all of them would be
 * needlessly large. See write.h.
 *
 * Links are taken in by nearness: those that touch the red lines' issues, then those that touch the
 * issues of these, until nothing is left feasible. Then each is left out again where that can be
 * (a deletion filter).
 */
#include "base/error.h"
#include "engine/solve.h"
#include "method/proof/write.h"

/* Can the red lines be kept under `rules`? *known is false where the run stopped. */
static pp_status can_be_kept(pp_i_proof_writer *writer, const pp_i_word *lines,
                             const pp_i_word *rules, bool *known, bool *kept)
{
    pp_i_proof_refuting made;
    pp_i_cost cost;
    pp_i_arena_init(&made.arena, writer->scratch.allocator);
    pp_status status = pp_i_proof_problem(writer, lines, rules, &made)
                           ? pp_i_solve_exists(&made.problem, &writer->run, known, kept, NULL,
                                               &cost, writer->error)
                           : pp_i_fail_memory(writer->error);
    pp_i_arena_free(&made.arena);
    return status;
}

static void add_scope(const pp_i_factor *factor, pp_i_word *issues)
{
    for (size_t i = 0; i < factor->scope_count; i++)
        pp_i_bit_set(issues, factor->scope[i]);
}

/* Takes in the rules that touch `issues`, then adds their issues. False: there was none. */
static bool take_in(const pp_i_proof_writer *writer, pp_i_word *rules, pp_i_word *issues,
                    pp_i_word *touched)
{
    const pp_i_proof_factors *factors = &writer->factors;
    size_t words = pp_i_word_count(writer->the_case->issue_count);
    bool some = false;
    memcpy(touched, issues, words * sizeof *touched);
    for (size_t i = 0; i < factors->rule_count; i++) {
        const pp_i_factor *factor = &factors->factors[i];
        bool near = factors->made[i] && factor->scope_count == 0;
        for (size_t k = 0; factors->made[i] && k < factor->scope_count; k++)
            near = near || pp_i_bit_get(touched, factor->scope[k]);
        if (!near || pp_i_bit_get(rules, i))
            continue;
        pp_i_bit_set(rules, i);
        add_scope(factor, issues);
        some = true;
    }
    return some;
}

/* Grows `rules` until nothing is feasible; *enough is false where that does not come about. */
static pp_status grow(pp_i_proof_writer *writer, const pp_i_word *lines, pp_i_word *rules,
                      bool *enough)
{
    const pp_i_proof_factors *factors = &writer->factors;
    size_t words = pp_i_word_count(writer->the_case->issue_count);
    pp_i_word *issues = PP_NEW_ARRAY(&writer->scratch, pp_i_word, words);
    pp_i_word *touched = PP_NEW_ARRAY(&writer->scratch, pp_i_word, words);
    if (issues == NULL || touched == NULL)
        return pp_i_fail_memory(writer->error);
    for (size_t i = 0; i < writer->the_case->red_line_count; i++)
        if (pp_i_bit_get(lines, i) && factors->made[factors->rule_count + i])
            add_scope(&factors->factors[factors->rule_count + i], issues);
    *enough = false;
    do {
        bool known, kept;
        pp_status status = can_be_kept(writer, lines, rules, &known, &kept);
        if (status != PP_OK || !known)
            return status;
        *enough = !kept;
    } while (!*enough && take_in(writer, rules, issues, touched));
    return PP_OK;
}

/* Leaves out each rule that is not needed. */
static pp_status shrink(pp_i_proof_writer *writer, const pp_i_word *lines, pp_i_word *rules)
{
    size_t count = writer->factors.rule_count;
    for (size_t i = 0; (i = pp_i_bits_next(rules, count, i)) < count; i++) {
        bool known, kept;
        pp_i_bit_clear(rules, i);
        pp_status status = can_be_kept(writer, lines, rules, &known, &kept);
        if (status != PP_OK)
            return status;
        if (!known || kept)
            pp_i_bit_set(rules, i);
        if (!known)
            break;
    }
    return PP_OK;
}

pp_status pp_i_proof_choose_rules(pp_i_proof_writer *writer, const pp_i_word *lines,
                                  const pp_i_word **rules)
{
    pp_i_word *chosen =
        PP_NEW_ARRAY(&writer->scratch, pp_i_word, pp_i_word_count(writer->factors.rule_count));
    bool enough = false;
    if (chosen == NULL)
        return pp_i_fail_memory(writer->error);
    pp_i_run_part(&writer->run, "proof");
    pp_status status = grow(writer, lines, chosen, &enough);
    if (status == PP_OK && enough)
        status = shrink(writer, lines, chosen);
    if (status == PP_OK)
        *rules = enough ? chosen : NULL;
    return status;
}
