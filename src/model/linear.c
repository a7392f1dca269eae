/* linear.c: see linear.h. */
#include "model/linear.h"

#include <Clp_C_Interface.h>
#include <string.h>

#define NO_BOUND 1e30 /* as the solver has it */

__extension__ typedef __int128 wide;

void pp_i_linear_init(pp_i_linear *program, pp_i_arena *arena)
{
    *program = (pp_i_linear){.arena = arena};
}

/* A number from wide parts; denominator 0 where it does not fit. `bottom` is above 0. */
static pp_i_number reduce(wide top, wide bottom)
{
    wide a = top < 0 ? -top : top, b = bottom;
    while (b != 0) {
        wide rest = a % b;
        a = b;
        b = rest;
    }
    top /= a;
    bottom /= a;
    if (top < -INT64_MAX || top > INT64_MAX || bottom > INT64_MAX)
        return (pp_i_number){0, 0};
    return (pp_i_number){(int64_t)top, (int64_t)bottom};
}

pp_i_linear_number pp_i_linear_times(pp_i_linear_number factor, pp_i_number number)
{
    pp_i_linear_number made = {factor.rounded * pp_i_number_double(number), {0, 0}};
    if (factor.exact.denominator != 0)
        made.exact = reduce((wide)factor.exact.numerator * number.numerator,
                            (wide)factor.exact.denominator * number.denominator);
    return made;
}

static pp_i_linear_number sum_of(pp_i_linear_number a, pp_i_linear_number b)
{
    pp_i_linear_number made = {a.rounded + b.rounded, {0, 0}};
    wide left, right, top;
    if (a.exact.denominator == 0 || b.exact.denominator == 0)
        return made;
    left = (wide)a.exact.numerator * b.exact.denominator;
    right = (wide)b.exact.numerator * a.exact.denominator;
    if (!__builtin_add_overflow(left, right, &top))
        made.exact = reduce(top, (wide)a.exact.denominator * b.exact.denominator);
    return made;
}

uint32_t pp_i_linear_add_column(pp_i_linear *program, pp_i_linear_column column)
{
    if (!PP_LIST_ADD(program->arena, &program->columns, column))
        program->failed = true;
    return (uint32_t)(program->columns.count - 1);
}

uint32_t pp_i_linear_add_row(pp_i_linear *program, bool equal)
{
    pp_i_linear_row row = {equal, pp_i_linear_whole(0)};
    if (!PP_LIST_ADD(program->arena, &program->rows, row))
        program->failed = true;
    return (uint32_t)(program->rows.count - 1);
}

void pp_i_linear_add(pp_i_linear *program, uint32_t row, uint32_t column, pp_i_linear_number factor)
{
    pp_i_linear_term term = {row, column, factor};
    if (!PP_LIST_ADD(program->arena, &program->terms, term))
        program->failed = true;
}

void pp_i_linear_add_constant(pp_i_linear *program, uint32_t row, pp_i_linear_number constant)
{
    if (program->failed)
        return;
    pp_i_linear_row *to = &program->rows.items[row];
    to->constant = sum_of(to->constant, constant);
}

/* The program column by column, as the solver takes it. */
typedef struct packed {
    CoinBigIndex *starts; /* [column + 1] */
    int *rows;
    double *factors;
    double *column_lower, *column_upper, *row_lower, *row_upper, *costs;
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
    made->costs = PP_NEW_ARRAY(arena, double, columns);
    return made->starts != NULL && made->rows != NULL && made->factors != NULL &&
           made->column_lower != NULL && made->column_upper != NULL && made->row_lower != NULL &&
           made->row_upper != NULL && made->costs != NULL;
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
        made->factors[fill[term->column]++] = term->factor.rounded;
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
        const pp_i_linear_column *column = &program->columns.items[c];
        made->column_lower[c] = column->no_lower ? -NO_BOUND : column->lower;
        made->column_upper[c] = column->no_upper ? NO_BOUND : column->upper;
        made->costs[c] = c == program->objective ? 1 : 0;
    }
    for (size_t r = 0; r < rows; r++) {
        const pp_i_linear_row *row = &program->rows.items[r];
        made->row_lower[r] = -row->constant.rounded;
        made->row_upper[r] = row->equal ? -row->constant.rounded : NO_BOUND;
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

/* The solver's codes for where a column stands. */
static pp_i_linear_stand stand_of(const pp_i_linear *program, size_t column, int status)
{
    enum { BASIC = 1, AT_UPPER = 2, AT_LOWER = 3, FIXED = 5 };
    if (status == BASIC)
        return PP_STAND_BASIC;
    if (status == AT_UPPER)
        return PP_STAND_UPPER;
    return status == AT_LOWER || status == FIXED || !program->columns.items[column].no_lower
               ? PP_STAND_LOWER
               : PP_STAND_FREE;
}

static bool prove(pp_i_linear *program, Clp_Simplex *solver, pp_i_linear_answer *answer)
{
    size_t columns = program->columns.count, rows = program->rows.count;
    if (answer->verdict != PP_LINEAR_OPTIMAL)
        return true;
    pp_i_linear_stand *stands = PP_NEW_ARRAY(program->arena, pp_i_linear_stand, columns);
    bool *basic = PP_NEW_ARRAY(program->arena, bool, rows);
    if (stands == NULL || basic == NULL)
        return false;
    for (size_t c = 0; c < columns; c++)
        stands[c] = stand_of(program, c, Clp_getColumnStatus(solver, (int)c));
    for (size_t r = 0; r < rows; r++)
        basic[r] = Clp_getRowStatus(solver, (int)r) == 1;
    return pp_i_linear_prove(program, stands, basic, &answer->proof);
}

/* Once; `solution` may be null. */
static bool solve(pp_i_linear *program, pp_i_linear_answer *answer, double *solution)
{
    packed made;
    *answer = (pp_i_linear_answer){.verdict = PP_LINEAR_UNKNOWN};
    if (program->failed || !pack(program, &made))
        return false;
    Clp_Simplex *solver = Clp_newModel();
    if (solver == NULL)
        return false;
    Clp_setLogLevel(solver, 0);
    Clp_setOptimizationDirection(solver, -1);
    Clp_loadProblem(solver, (int)program->columns.count, (int)program->rows.count, made.starts,
                    made.rows, made.factors, made.column_lower, made.column_upper, made.costs,
                    made.row_lower, made.row_upper);
    Clp_primal(solver, 0);
    answer->verdict = verdict_of(Clp_status(solver));
    if (answer->verdict == PP_LINEAR_OPTIMAL) {
        answer->best = Clp_objectiveValue(solver);
        if (solution != NULL)
            memcpy(solution, Clp_primalColumnSolution(solver),
                   program->columns.count * sizeof *solution);
    }
    bool good = prove(program, solver, answer);
    Clp_deleteModel(solver);
    return good;
}

/* Lets every row be missed by something, and maximises a column that is at most what is missed in
 * all, below 0: it can be 0 only where nothing need be missed. */
static void let_rows_be_missed(pp_i_linear *program)
{
    static const pp_i_linear_column from_zero = {.no_upper = true};
    size_t rows = program->rows.count;
    const pp_i_linear_number one = pp_i_linear_whole(1), less_one = pp_i_linear_whole(-1);
    uint32_t shared = pp_i_linear_add_column(program, from_zero);
    program->objective = pp_i_linear_add_column(program, (pp_i_linear_column){.no_lower = true});
    uint32_t all = pp_i_linear_add_row(program, false);
    pp_i_linear_add(program, all, program->objective, less_one);
    pp_i_linear_add(program, all, shared, less_one);
    for (size_t r = 0; r < rows && !program->failed; r++) {
        pp_i_linear_add(program, (uint32_t)r, shared, one);
        if (!program->rows.items[r].equal)
            continue;
        uint32_t more = pp_i_linear_add_column(program, from_zero);
        uint32_t less = pp_i_linear_add_column(program, from_zero);
        pp_i_linear_add(program, (uint32_t)r, more, one);
        pp_i_linear_add(program, (uint32_t)r, less, less_one);
        pp_i_linear_add(program, all, more, less_one);
        pp_i_linear_add(program, all, less, less_one);
    }
}

bool pp_i_linear_solve(pp_i_linear *program, pp_i_linear_answer *answer, double *solution)
{
    pp_i_linear_answer missed;
    if (!solve(program, answer, solution))
        return false;
    if (answer->verdict != PP_LINEAR_INFEASIBLE)
        return true;
    let_rows_be_missed(program);
    if (!solve(program, &missed, NULL))
        return false;
    answer->proof = missed.proof == PP_LINEAR_BELOW_ZERO || missed.proof == PP_LINEAR_UNTRIED
                        ? missed.proof
                        : PP_LINEAR_UNPROVED;
    return true;
}
