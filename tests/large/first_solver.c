/* first_solver.c: see first_solver.h. */
#include "first_solver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void add_clause(pp_i_problem *problem, const large_clause *clause, pp_i_factor factor,
                       unsigned option_count)
{
    uint32_t *scope = PP_NEW_ARRAY(problem->arena, uint32_t, LARGE_SCOPE_COUNT_MAX);
    assert_non_null(scope);
    for (unsigned j = 0; j < clause->scope_count; j++)
        scope[j] = clause->issues[j];
    factor.scope = scope;
    factor.scope_count = clause->scope_count;
    factor.cell_count = pp_i_problem_cell_count(problem, scope, clause->scope_count);
    pp_i_word *allowed =
        PP_NEW_ARRAY(problem->arena, pp_i_word, pp_i_word_count(factor.cell_count));
    assert_non_null(allowed);
    for (size_t cell = 0; cell < factor.cell_count; cell++) {
        size_t rest = cell;
        for (unsigned j = 0; j < clause->scope_count; j++) {
            if ((clause->options[j] >> (rest % option_count)) & 1)
                pp_i_bit_set(allowed, cell);
            rest /= option_count;
        }
    }
    factor.allowed = allowed;
    assert_true(pp_i_problem_add_factor(problem, &factor));
}

void first_solver_problem(const large_case *the_case, pp_i_arena *arena, pp_i_problem *problem)
{
    const large_case_options *options = &the_case->options;
    pp_i_problem_init(problem, arena);
    for (unsigned i = 0; i < options->issue_count; i++)
        assert_true(pp_i_problem_add_variable(problem, options->option_count));
    for (unsigned i = 0; i < options->link_count; i++)
        add_clause(problem, &the_case->links[i], (pp_i_factor){.kind = PP_FACTOR_HARD},
                   options->option_count);
    for (unsigned r = 0; r < options->red_line_count; r++)
        add_clause(problem, &the_case->red_lines[r],
                   (pp_i_factor){
                       .kind = PP_FACTOR_SOFT, .element = r, .group = the_case->red_lines[r].party},
                   options->option_count);
}

pp_case *first_solver_case(const large_case *the_case)
{
    char *text = NULL;
    size_t length = 0;
    pp_case *read = NULL;
    FILE *file = open_memstream(&text, &length);
    assert_non_null(file);
    assert_true(large_case_write(the_case, file));
    assert_int_equal(fclose(file), 0);
    assert_int_equal(pp_case_parse(text, length, "large.yaml", ".", NULL, NULL, &read, NULL),
                     PP_OK);
    free(text);
    return read;
}
