/*
 * linear_exact.c: what a solver's basis proves, in exact numbers; see linear.h.
 *
 * A basis says which columns stand at a bound and which rows hold without room. The equations that
 * follow give the other columns, and the prices of the rows; both systems are square, of as many
 * unknowns as there are basic columns, and solved in rationals. If the columns so found keep every
 * row and bound, they are a solution, and the objective is what it is there. If the prices have the
 * right signs, no solution has more than that (weak duality). Neither rests on how well the solver
 * computes: it only has to have found the right basis.
 */
#include <gmp.h>

#include "model/linear.h"

typedef struct exact_work {
    const pp_i_linear *program;
    const pp_i_linear_stand *columns;
    const bool *basic_rows;
    size_t size;       /* basic columns, and rows without room */
    size_t *unknowns;  /* [size] the basic columns */
    size_t *tight;     /* [size] the rows without room */
    size_t *place;     /* [column] among the unknowns */
    size_t *row_place; /* [row] among the tight */
    mpq_t *matrix;     /* [size * (size + 1)], the right side last */
    mpq_t *solution;   /* [column] */
    mpq_t *prices;     /* [row] */
    mpq_t *sums;       /* [max(row, column)] */
    mpq_t product;
} exact_work;

/* --- Rationals ------------------------------------------------------------------------------- */

static mpq_t *make_numbers(pp_i_arena *arena, size_t count)
{
    mpq_t *made = pp_i_arena_alloc(arena, (count == 0 ? 1 : count) * sizeof *made);
    for (size_t i = 0; made != NULL && i < count; i++)
        mpq_init(made[i]);
    return made;
}

static void free_numbers(mpq_t *numbers, size_t count)
{
    for (size_t i = 0; numbers != NULL && i < count; i++)
        mpq_clear(numbers[i]);
}

static void set_number(mpq_t to, pp_i_number from)
{
    mpq_set_si(to, from.numerator, (unsigned long)from.denominator);
}

/* to += a * factor */
static void add_times(exact_work *work, mpq_t to, const mpq_t a, pp_i_number factor)
{
    set_number(work->product, factor);
    mpq_mul(work->product, work->product, a);
    mpq_add(to, to, work->product);
}

static bool is_exact(const pp_i_linear *program)
{
    bool exact = true;
    for (size_t i = 0; i < program->terms.count; i++)
        exact = exact && program->terms.items[i].factor.exact.denominator != 0;
    for (size_t r = 0; r < program->rows.count; r++)
        exact = exact && program->rows.items[r].constant.exact.denominator != 0;
    return exact;
}

/* --- The equations --------------------------------------------------------------------------- */

static mpq_t *cell(exact_work *work, size_t row, size_t column)
{
    return &work->matrix[row * (work->size + 1) + column];
}

/* row -= factor * pivot row, from `from` on */
static void subtract_row(exact_work *work, size_t row, size_t pivot, size_t from)
{
    mpq_t *factor = cell(work, row, from);
    if (mpq_sgn(*factor) == 0)
        return;
    for (size_t c = work->size + 1; c-- > from;) {
        if (mpq_sgn(*cell(work, pivot, c)) == 0)
            continue;
        mpq_mul(work->product, *factor, *cell(work, pivot, c));
        mpq_sub(*cell(work, row, c), *cell(work, row, c), work->product);
    }
}

/* Solves the system in place: the right side becomes the unknowns. False where it is singular. */
static bool eliminate(exact_work *work)
{
    for (size_t k = 0; k < work->size; k++) {
        size_t pivot = k;
        while (pivot < work->size && mpq_sgn(*cell(work, pivot, k)) == 0)
            pivot++;
        if (pivot == work->size)
            return false;
        for (size_t c = k; pivot != k && c <= work->size; c++)
            mpq_swap(*cell(work, pivot, c), *cell(work, k, c));
        for (size_t c = work->size + 1; c-- > k;)
            mpq_div(*cell(work, k, c), *cell(work, k, c), *cell(work, k, k));
        for (size_t r = 0; r < work->size; r++)
            if (r != k)
                subtract_row(work, r, k, k);
    }
    return true;
}

static void clear_matrix(exact_work *work)
{
    for (size_t i = 0; i < work->size * (work->size + 1); i++)
        mpq_set_ui(work->matrix[i], 0, 1);
}

static void set_bound(const exact_work *work, size_t column)
{
    const pp_i_linear_column *of = &work->program->columns.items[column];
    long value = work->columns[column] == PP_STAND_LOWER   ? of->lower
                 : work->columns[column] == PP_STAND_UPPER ? of->upper
                                                           : 0;
    mpq_set_si(work->solution[column], value, 1);
}

/* The columns: the tight rows sum to 0. */
static bool find_columns(exact_work *work)
{
    const pp_i_linear *program = work->program;
    clear_matrix(work);
    for (size_t c = 0; c < program->columns.count; c++)
        set_bound(work, c);
    for (size_t k = 0; k < work->size; k++) {
        mpq_t *right = cell(work, k, work->size);
        set_number(*right, program->rows.items[work->tight[k]].constant.exact);
        mpq_neg(*right, *right);
    }
    for (size_t i = 0; i < program->terms.count; i++) {
        const pp_i_linear_term *term = &program->terms.items[i];
        size_t row = work->row_place[term->row];
        pp_i_number factor = term->factor.exact;
        if (row == SIZE_MAX)
            continue;
        if (work->place[term->column] != SIZE_MAX) {
            set_number(work->product, factor);
            mpq_t *to = cell(work, row, work->place[term->column]);
            mpq_add(*to, *to, work->product);
        } else {
            factor.numerator = -factor.numerator;
            add_times(work, *cell(work, row, work->size), work->solution[term->column], factor);
        }
    }
    if (!eliminate(work))
        return false;
    for (size_t k = 0; k < work->size; k++)
        mpq_set(work->solution[work->unknowns[k]], *cell(work, k, work->size));
    return true;
}

/* The prices: what each basic column costs is what it is worth. */
static bool find_prices(exact_work *work)
{
    const pp_i_linear *program = work->program;
    clear_matrix(work);
    for (size_t i = 0; i < program->terms.count; i++) {
        const pp_i_linear_term *term = &program->terms.items[i];
        size_t row = work->row_place[term->row], column = work->place[term->column];
        if (row == SIZE_MAX || column == SIZE_MAX)
            continue;
        set_number(work->product, term->factor.exact);
        mpq_t *to = cell(work, column, row);
        mpq_add(*to, *to, work->product);
    }
    if (work->place[program->objective] != SIZE_MAX)
        mpq_set_si(*cell(work, work->place[program->objective], work->size), -1, 1);
    if (!eliminate(work))
        return false;
    for (size_t r = 0; r < program->rows.count; r++)
        mpq_set_ui(work->prices[r], 0, 1);
    for (size_t k = 0; k < work->size; k++)
        mpq_set(work->prices[work->tight[k]], *cell(work, k, work->size));
    return true;
}

/* --- What they prove -------------------------------------------------------------------------- */

/* Do the columns keep every bound and every row? */
static bool is_solution(exact_work *work)
{
    const pp_i_linear *program = work->program;
    for (size_t c = 0; c < program->columns.count; c++) {
        const pp_i_linear_column *of = &program->columns.items[c];
        if ((!of->no_lower && mpq_cmp_si(work->solution[c], of->lower, 1) < 0) ||
            (!of->no_upper && mpq_cmp_si(work->solution[c], of->upper, 1) > 0))
            return false;
    }
    for (size_t r = 0; r < program->rows.count; r++)
        set_number(work->sums[r], program->rows.items[r].constant.exact);
    for (size_t i = 0; i < program->terms.count; i++) {
        const pp_i_linear_term *term = &program->terms.items[i];
        add_times(work, work->sums[term->row], work->solution[term->column], term->factor.exact);
    }
    for (size_t r = 0; r < program->rows.count; r++) {
        int sign = mpq_sgn(work->sums[r]);
        if (program->rows.items[r].equal ? sign != 0 : sign < 0)
            return false;
    }
    return true;
}

/*
 * With prices at least 0 on rows that are not equations, any solution has
 *   objective <= objective + sum of price * (row + constant)
 *              = sum of price * constant + sum of (worth of the column) * column,
 * which the bounds of the columns bound in turn. Into *bound, or false where they do not.
 */
static bool bound_above(exact_work *work, mpq_t bound)
{
    const pp_i_linear *program = work->program;
    mpq_set_ui(bound, 0, 1);
    for (size_t r = 0; r < program->rows.count; r++) {
        if (!program->rows.items[r].equal && mpq_sgn(work->prices[r]) < 0)
            return false;
        add_times(work, bound, work->prices[r], program->rows.items[r].constant.exact);
    }
    for (size_t c = 0; c < program->columns.count; c++)
        mpq_set_si(work->sums[c], c == program->objective, 1);
    for (size_t i = 0; i < program->terms.count; i++) {
        const pp_i_linear_term *term = &program->terms.items[i];
        add_times(work, work->sums[term->column], work->prices[term->row], term->factor.exact);
    }
    for (size_t c = 0; c < program->columns.count; c++) {
        const pp_i_linear_column *of = &program->columns.items[c];
        int sign = mpq_sgn(work->sums[c]);
        if ((sign > 0 && of->no_upper) || (sign < 0 && of->no_lower))
            return false;
        if (sign != 0)
            add_times(work, bound, work->sums[c],
                      (pp_i_number){sign > 0 ? of->upper : of->lower, 1});
    }
    return true;
}

static pp_i_linear_proof look(exact_work *work)
{
    pp_i_linear_proof proof = PP_LINEAR_UNPROVED;
    mpq_t bound;
    mpq_init(bound);
    if (find_columns(work) && mpq_sgn(work->solution[work->program->objective]) > 0 &&
        is_solution(work))
        proof = PP_LINEAR_ABOVE_ZERO;
    else if (find_prices(work) && bound_above(work, bound) && mpq_sgn(bound) <= 0)
        proof = mpq_sgn(bound) < 0 ? PP_LINEAR_BELOW_ZERO : PP_LINEAR_NOT_ABOVE;
    mpq_clear(bound);
    return proof;
}

/* --- A basis ---------------------------------------------------------------------------------- */

/* Numbers the basic columns and the rows without room; false where they are not as many, or too
 * many. */
static bool number_basis(exact_work *work)
{
    size_t tight = 0;
    for (size_t c = 0; c < work->program->columns.count; c++) {
        work->place[c] = SIZE_MAX;
        if (work->columns[c] != PP_STAND_BASIC)
            continue;
        if (work->size == PP_LINEAR_EXACT_SIZE_MAX)
            return false;
        work->place[c] = work->size;
        work->unknowns[work->size++] = c;
    }
    for (size_t r = 0; r < work->program->rows.count; r++) {
        work->row_place[r] = SIZE_MAX;
        if (work->basic_rows[r])
            continue;
        if (tight == work->size)
            return false;
        work->row_place[r] = tight;
        work->tight[tight++] = r;
    }
    return tight == work->size;
}

static size_t greater(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* The vectors of numbers; all are freed by `end`. */
static bool begin(exact_work *work, pp_i_arena *arena)
{
    size_t columns = work->program->columns.count, rows = work->program->rows.count;
    mpq_init(work->product);
    work->matrix = make_numbers(arena, work->size * (work->size + 1));
    work->solution = make_numbers(arena, columns);
    work->prices = make_numbers(arena, rows);
    work->sums = make_numbers(arena, greater(columns, rows));
    return work->matrix != NULL && work->solution != NULL && work->prices != NULL &&
           work->sums != NULL;
}

static void end(exact_work *work)
{
    size_t columns = work->program->columns.count, rows = work->program->rows.count;
    free_numbers(work->matrix, work->size * (work->size + 1));
    free_numbers(work->solution, columns);
    free_numbers(work->prices, rows);
    free_numbers(work->sums, greater(columns, rows));
    mpq_clear(work->product);
}

bool pp_i_linear_prove(const pp_i_linear *program, const pp_i_linear_stand *columns,
                       const bool *basic_rows, pp_i_linear_proof *proof)
{
    pp_i_arena *arena = program->arena;
    exact_work work = {.program = program, .columns = columns, .basic_rows = basic_rows};
    *proof = PP_LINEAR_UNTRIED;
    if (!is_exact(program))
        return true;
    work.unknowns = PP_NEW_ARRAY(arena, size_t, PP_LINEAR_EXACT_SIZE_MAX);
    work.tight = PP_NEW_ARRAY(arena, size_t, PP_LINEAR_EXACT_SIZE_MAX);
    work.place = PP_NEW_ARRAY(arena, size_t, program->columns.count);
    work.row_place = PP_NEW_ARRAY(arena, size_t, program->rows.count);
    if (work.unknowns == NULL || work.tight == NULL || work.place == NULL || work.row_place == NULL)
        return false;
    if (!number_basis(&work))
        return true;
    bool good = begin(&work, arena);
    if (good)
        *proof = look(&work);
    end(&work);
    return good;
}
