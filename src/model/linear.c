/* linear.c: see linear.h. */
#include "model/linear.h"

#include <Clp_C_Interface.h>
#include <string.h>

void pp_i_linear_init(pp_i_linear *program, pp_i_arena *arena)
{
    *program = (pp_i_linear){.arena = arena};
}

uint32_t pp_i_linear_column(pp_i_linear *program, double lower, double upper, double cost)
{
    pp_i_linear_bounds bounds = {lower, upper};
    if (!PP_LIST_ADD(program->arena, &program->columns, bounds) ||
        !PP_LIST_ADD(program->arena, &program->costs, cost))
        program->failed = true;
    return (uint32_t)(program->columns.count - 1);
}

uint32_t pp_i_linear_row(pp_i_linear *program, double lower, double upper)
{
    pp_i_linear_bounds bounds = {lower, upper};
    if (!PP_LIST_ADD(program->arena, &program->rows, bounds))
        program->failed = true;
    return (uint32_t)(program->rows.count - 1);
}

void pp_i_linear_add(pp_i_linear *program, uint32_t row, uint32_t column, double factor)
{
    pp_i_linear_term term = {row, column, factor};
    if (!PP_LIST_ADD(program->arena, &program->terms, term))
        program->failed = true;
}

void pp_i_linear_add_constant(pp_i_linear *program, uint32_t row, double constant)
{
    if (program->failed)
        return;
    pp_i_linear_bounds *bounds = &program->rows.items[row];
    if (bounds->lower > -PP_LINEAR_FREE)
        bounds->lower -= constant;
    if (bounds->upper < PP_LINEAR_FREE)
        bounds->upper -= constant;
}

/* The program column by column, as the solver takes it. */
typedef struct packed {
    CoinBigIndex *starts; /* [column + 1] */
    int *rows;
    double *factors;
    double *column_lower, *column_upper, *row_lower, *row_upper;
} packed;

static bool allocate(const pp_i_linear *program, packed *made)
{
    pp_i_arena *arena = program->arena;
    size_t columns = program->columns.count, rows = program->rows.count;
    made->starts = PP_NEW_ARRAY(arena, CoinBigIndex, columns + 1);
    made->rows = PP_NEW_ARRAY(arena, int, program->terms.count);
    made->factors = PP_NEW_ARRAY(arena, double, program->terms.count);
    made->column_lower = PP_NEW_ARRAY(arena, double, columns);
    made->column_upper = PP_NEW_ARRAY(arena, double, columns);
    made->row_lower = PP_NEW_ARRAY(arena, double, rows);
    made->row_upper = PP_NEW_ARRAY(arena, double, rows);
    return made->starts != NULL && made->rows != NULL && made->factors != NULL &&
           made->column_lower != NULL && made->column_upper != NULL && made->row_lower != NULL &&
           made->row_upper != NULL;
}

/* Terms by column; those of one cell are made one. `last` [row]: the row's last place, from 1. */
static void pack_terms(const pp_i_linear *program, packed *made, size_t *fill, size_t *last)
{
    size_t columns = program->columns.count, used = 0;
    CoinBigIndex *starts = made->starts;
    for (size_t i = 0; i < program->terms.count; i++)
        starts[program->terms.items[i].column + 1]++;
    for (size_t c = 0; c < columns; c++) {
        starts[c + 1] += starts[c];
        fill[c] = (size_t)starts[c];
    }
    for (size_t i = 0; i < program->terms.count; i++) {
        const pp_i_linear_term *term = &program->terms.items[i];
        made->rows[fill[term->column]] = (int)term->row;
        made->factors[fill[term->column]++] = term->factor;
    }
    for (size_t c = 0, from = 0; c < columns; c++) {
        size_t begin = used, end = fill[c];
        starts[c] = (CoinBigIndex)used;
        for (size_t i = from; i < end; i++) {
            size_t *place = &last[made->rows[i]];
            if (*place > begin) {
                made->factors[*place - 1] += made->factors[i];
                continue;
            }
            made->rows[used] = made->rows[i];
            made->factors[used++] = made->factors[i];
            *place = used;
        }
        from = end;
    }
    starts[columns] = (CoinBigIndex)used;
}

static bool pack(const pp_i_linear *program, packed *made)
{
    size_t columns = program->columns.count, rows = program->rows.count;
    size_t *fill = PP_NEW_ARRAY(program->arena, size_t, columns);
    size_t *last = PP_NEW_ARRAY(program->arena, size_t, rows);
    if (fill == NULL || last == NULL || !allocate(program, made))
        return false;
    pack_terms(program, made, fill, last);
    for (size_t c = 0; c < columns; c++) {
        made->column_lower[c] = program->columns.items[c].lower;
        made->column_upper[c] = program->columns.items[c].upper;
    }
    for (size_t r = 0; r < rows; r++) {
        made->row_lower[r] = program->rows.items[r].lower;
        made->row_upper[r] = program->rows.items[r].upper;
    }
    return true;
}

static pp_i_linear_verdict verdict_of(int status)
{
    switch (status) {
    case 0:
        return PP_LINEAR_OPTIMAL;
    case 1:
        return PP_LINEAR_INFEASIBLE;
    case 2:
        return PP_LINEAR_UNBOUNDED;
    default:
        return PP_LINEAR_UNKNOWN;
    }
}

bool pp_i_linear_solve(pp_i_linear *program, pp_i_linear_verdict *verdict, double *best,
                       double *solution)
{
    packed made;
    if (program->failed || !pack(program, &made))
        return false;
    Clp_Simplex *solver = Clp_newModel();
    if (solver == NULL)
        return false;
    Clp_setLogLevel(solver, 0);
    Clp_setOptimizationDirection(solver, -1);
    Clp_loadProblem(solver, (int)program->columns.count, (int)program->rows.count, made.starts,
                    made.rows, made.factors, made.column_lower, made.column_upper,
                    program->costs.items, made.row_lower, made.row_upper);
    Clp_primal(solver, 0);
    *verdict = verdict_of(Clp_status(solver));
    if (*verdict == PP_LINEAR_OPTIMAL) {
        *best = Clp_objectiveValue(solver);
        memcpy(solution, Clp_primalColumnSolution(solver),
               program->columns.count * sizeof *solution);
    }
    Clp_deleteModel(solver);
    return true;
}
