/* second_solver.c: the encoding, and counting; see second_solver.h. */
#include "second_solver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

/* What an answer is called by the interface that SAT solvers share (IPASIR). */
enum { SAT_YES = 10, SAT_NO = 20 };

int second_solver_option(const second_solver *solver, unsigned issue, unsigned option)
{
    return 1 + (int)(issue * solver->the_case->options.option_count + option);
}

int second_solver_red_line(const second_solver *solver, unsigned red_line)
{
    return second_solver_option(solver, solver->the_case->options.issue_count, 0) + (int)red_line;
}

static int party_variable(const second_solver *solver, unsigned party)
{
    return second_solver_red_line(solver, solver->the_case->options.red_line_count) + (int)party;
}

static void add_two(second_solver *solver, int a, int b)
{
    ccadical_add(solver->sat, a);
    ccadical_add(solver->sat, b);
    ccadical_add(solver->sat, 0);
}

static void add_issue(second_solver *solver, unsigned issue)
{
    unsigned option_count = solver->the_case->options.option_count;
    for (unsigned a = 0; a < option_count; a++)
        for (unsigned b = a + 1; b < option_count; b++)
            add_two(solver, -second_solver_option(solver, issue, a),
                    -second_solver_option(solver, issue, b));
    for (unsigned o = 0; o < option_count; o++)
        ccadical_add(solver->sat, second_solver_option(solver, issue, o));
    ccadical_add(solver->sat, 0);
}

/* Ends the clause under way, which may hold conditions already. */
static void end_clause(second_solver *solver, const large_clause *clause)
{
    for (unsigned j = 0; j < clause->scope_count; j++)
        for (unsigned o = 0; o < solver->the_case->options.option_count; o++)
            if ((clause->options[j] >> o) & 1)
                ccadical_add(solver->sat, second_solver_option(solver, clause->issues[j], o));
    ccadical_add(solver->sat, 0);
}

int second_solver_counter(second_solver *solver, const int *literals, unsigned count, unsigned most)
{
    int before = 0, row = 0, width = (int)most + 1;
    for (unsigned i = 0; i < count; i++) {
        row = solver->variable_count + 1;
        solver->variable_count += width;
        add_two(solver, -literals[i], row);
        for (int j = 0; i > 0 && j < width; j++) {
            add_two(solver, -(before + j), row + j);
            if (j == 0)
                continue;
            ccadical_add(solver->sat, -literals[i]);
            add_two(solver, -(before + j - 1), row + j);
        }
        before = row;
    }
    return row;
}

/* At least so many parties consent: at most the rest do not. */
static void add_consent(second_solver *solver, unsigned wanted)
{
    unsigned party_count = solver->the_case->options.party_count;
    int *refusals = calloc(party_count, sizeof *refusals);
    assert_non_null(refusals);
    for (unsigned p = 0; p < party_count; p++)
        refusals[p] = -party_variable(solver, p);
    unsigned most = party_count - wanted;
    int counter = second_solver_counter(solver, refusals, party_count, most);
    ccadical_add(solver->sat, -(counter + (int)most));
    ccadical_add(solver->sat, 0);
    free(refusals);
}

void second_solver_start(second_solver *solver, const large_case *the_case)
{
    const large_case_options *options = &the_case->options;
    assert_true(options->red_line_count <= SET_RED_LINE_COUNT_MAX);
    *solver = (second_solver){.sat = ccadical_init(), .the_case = the_case};
    assert_non_null(solver->sat);
    ccadical_set_option(solver->sat, "quiet", 1);
    solver->variable_count = party_variable(solver, options->party_count) - 1;
    for (unsigned i = 0; i < options->issue_count; i++)
        add_issue(solver, i);
    for (unsigned i = 0; i < options->link_count; i++)
        end_clause(solver, &the_case->links[i]);
    for (unsigned r = 0; r < options->red_line_count; r++) {
        ccadical_add(solver->sat, -second_solver_red_line(solver, r));
        if (options->consent_count > 0)
            ccadical_add(solver->sat, -party_variable(solver, the_case->red_lines[r].party));
        end_clause(solver, &the_case->red_lines[r]);
    }
    if (options->consent_count > 0)
        add_consent(solver, options->consent_count);
}

void second_solver_end(second_solver *solver)
{
    ccadical_release(solver->sat);
    solver->sat = NULL;
}

bool second_solver_solve(second_solver *solver)
{
    int answer = ccadical_solve(solver->sat);
    assert_true(answer == SAT_YES || answer == SAT_NO);
    return answer == SAT_YES;
}

bool second_solver_settles(second_solver *solver, const red_line_set *counted)
{
    for (unsigned r = 0; r < solver->the_case->options.red_line_count; r++)
        if (pp_i_bit_get(counted->words, r))
            ccadical_assume(solver->sat, second_solver_red_line(solver, r));
    return second_solver_solve(solver);
}

/* Forbids the package of the solution at hand, after noting what it takes. The solution is read
 * whole first, since adding a clause ends it. */
static void forbid_package(second_solver *solver, int *package, uint64_t *marginals)
{
    const large_case_options *options = &solver->the_case->options;
    for (unsigned i = 0; i < options->issue_count; i++)
        for (unsigned o = 0; o < options->option_count; o++) {
            int variable = second_solver_option(solver, i, o);
            if (ccadical_val(solver->sat, variable) < 0)
                continue;
            package[i] = variable;
            if (marginals != NULL)
                marginals[i * options->option_count + o]++;
        }
    for (unsigned i = 0; i < options->issue_count; i++)
        ccadical_add(solver->sat, -package[i]);
    ccadical_add(solver->sat, 0);
}

uint64_t second_solver_count(const large_case *the_case, const red_line_set *counted,
                             uint64_t *marginals)
{
    second_solver solver;
    uint64_t count = 0;
    int *package = calloc(the_case->options.issue_count, sizeof *package);
    assert_non_null(package);
    second_solver_start(&solver, the_case);
    for (; second_solver_settles(&solver, counted); count++)
        forbid_package(&solver, package, marginals);
    second_solver_end(&solver);
    free(package);
    return count;
}
