/* table.c: truth tables, and what splits a wide formula; see table.h. */
#include "model/table.h"

#include <assert.h>

#include "base/checked.h"

/* Cells over a scope; SIZE_MAX where that overflows. */
static size_t cells_over(const pp_i_problem *problem, const uint32_t *scope, size_t scope_count)
{
    size_t cells = 1;
    for (size_t i = 0; i < scope_count; i++)
        if (!pp_i_multiply_size(cells, problem->domain_sizes.items[scope[i]], &cells))
            return SIZE_MAX;
    return cells;
}

static bool table_make(const uint32_t *scope, size_t scope_count, size_t cell_count,
                       pp_i_arena *arena, pp_i_word **holds, pp_i_table *table)
{
    uint32_t *own_scope = PP_NEW_ARRAY(arena, uint32_t, scope_count);
    *holds = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(cell_count));
    if (own_scope == NULL || *holds == NULL)
        return false;
    if (scope_count > 0)
        memcpy(own_scope, scope, scope_count * sizeof *scope);
    *table = (pp_i_table){own_scope, scope_count, cell_count, *holds};
    return true;
}

/* Is a table the same whatever value the variable with this stride and domain takes? */
static bool is_idle(const pp_i_table *table, size_t stride, size_t domain_size)
{
    for (size_t cell = 0; cell < table->cell_count; cell++) {
        size_t value = cell / stride % domain_size;
        if (pp_i_bit_get(table->holds, cell) != pp_i_bit_get(table->holds, cell - value * stride))
            return false;
    }
    return true;
}

/* The table at value 0 of the variable at `place` of its scope, without that variable. */
static bool without_variable(const pp_i_table *table, size_t place, size_t stride,
                             size_t domain_size, pp_i_arena *arena, pp_i_table *result)
{
    uint32_t *scope = PP_NEW_ARRAY(arena, uint32_t, table->scope_count);
    if (scope == NULL)
        return false;
    size_t scope_count = 0;
    for (size_t i = 0; i < table->scope_count; i++)
        if (i != place)
            scope[scope_count++] = table->scope[i];
    pp_i_word *holds;
    pp_i_table made;
    if (!table_make(scope, scope_count, table->cell_count / domain_size, arena, &holds, &made))
        return false;
    for (size_t cell = 0; cell < made.cell_count; cell++)
        if (pp_i_bit_get(table->holds, cell / stride * stride * domain_size + cell % stride))
            pp_i_bit_set(holds, cell);
    *result = made; /* which may be `table` */
    return true;
}

/* Drops the variables that make no difference. */
static bool reduce(const pp_i_problem *problem, pp_i_arena *arena, pp_i_table *table)
{
    size_t stride = 1;
    for (size_t i = 0; i < table->scope_count;) {
        size_t domain_size = problem->domain_sizes.items[table->scope[i]];
        if (!is_idle(table, stride, domain_size)) {
            stride *= domain_size;
            i++;
        } else if (!without_variable(table, i, stride, domain_size, arena, table)) {
            return false;
        }
    }
    return true;
}

/* Steps `values` over the scope to the next cell. */
static void next_cell(const pp_i_problem *problem, const uint32_t *scope, size_t scope_count,
                      pp_i_choice *values)
{
    for (size_t i = 0; i < scope_count; i++) {
        if (++values[scope[i]] < problem->domain_sizes.items[scope[i]])
            return;
        values[scope[i]] = 0;
    }
}

static bool of_few_cells(const pp_case *the_case, const pp_i_formula *formula,
                         const uint32_t *scope, size_t scope_count, size_t cell_count,
                         const pp_i_problem *problem, pp_i_arena *arena, pp_i_table *table)
{
    pp_i_choice *package = PP_NEW_ARRAY(arena, pp_i_choice, the_case->issue_count);
    unsigned char *scratch = PP_NEW_ARRAY(arena, unsigned char, formula->node_count);
    pp_i_word *holds;
    if (package == NULL || scratch == NULL ||
        !table_make(scope, scope_count, cell_count, arena, &holds, table))
        return false;
    for (size_t cell = 0; cell < cell_count; cell++) {
        if (pp_i_formula_holds(formula, package, scratch))
            pp_i_bit_set(holds, cell);
        next_cell(problem, scope, scope_count, package);
    }
    return reduce(problem, arena, table);
}

/* An auxiliary variable that is 1 exactly where the table holds, as a table over it alone. */
static bool define(pp_i_problem *problem, pp_i_arena *arena, pp_i_table *table)
{
    if (problem->domain_sizes.count >= PP_PROBLEM_VARIABLE_COUNT_MAX)
        return false;
    uint32_t variable = (uint32_t)problem->domain_sizes.count;
    uint32_t *scope = PP_NEW_ARRAY(arena, uint32_t, table->scope_count + 1);
    if (scope == NULL || !pp_i_problem_add_variable(problem, 2))
        return false;
    if (table->scope_count > 0)
        memcpy(scope, table->scope, table->scope_count * sizeof *scope);
    scope[table->scope_count] = variable;
    pp_i_table definition, literal;
    pp_i_word *agrees, *is_one;
    if (!table_make(scope, table->scope_count + 1, 2 * table->cell_count, arena, &agrees,
                    &definition) ||
        !table_make(&variable, 1, 2, arena, &is_one, &literal))
        return false;
    for (size_t cell = 0; cell < table->cell_count; cell++)
        pp_i_bit_set(agrees, pp_i_bit_get(table->holds, cell) ? table->cell_count + cell : cell);
    pp_i_bit_set(is_one, 1);
    pp_i_factor factor = pp_i_table_hard(&definition);
    if (!pp_i_problem_add_factor(problem, &factor))
        return false;
    *table = literal;
    return true;
}

/* The union of two scopes, increasing. */
static uint32_t *united(const pp_i_table *a, const pp_i_table *b, pp_i_arena *arena,
                        size_t *scope_count)
{
    uint32_t *scope = PP_NEW_ARRAY(arena, uint32_t, a->scope_count + b->scope_count);
    size_t i = 0, j = 0, count = 0;
    while (scope != NULL && (i < a->scope_count || j < b->scope_count)) {
        bool from_a = j == b->scope_count || (i < a->scope_count && a->scope[i] <= b->scope[j]);
        uint32_t next = from_a ? a->scope[i] : b->scope[j];
        i += i < a->scope_count && a->scope[i] == next;
        j += j < b->scope_count && b->scope[j] == next;
        scope[count++] = next;
    }
    *scope_count = count;
    return scope;
}

/* Most variables of a table of at most PP_TABLE_JOIN_CELL_COUNT_MAX cells: each has two values or
 * more, since tables name no variable that makes no difference. */
enum { JOIN_SCOPE_COUNT_MAX = 6 };
static_assert(PP_TABLE_JOIN_CELL_COUNT_MAX >> JOIN_SCOPE_COUNT_MAX <= 1, "a join has few variables");

/* How far the cell of an operand moves with each variable of a wider scope; 0: not mentioned. */
static void strides_of(const pp_i_problem *problem, const pp_i_table *operand,
                       const uint32_t *scope, size_t scope_count, size_t *strides)
{
    size_t stride = 1, at = 0;
    for (size_t i = 0; i < scope_count; i++) {
        bool mentioned = at < operand->scope_count && operand->scope[at] == scope[i];
        strides[i] = mentioned ? stride : 0;
        stride *= mentioned ? problem->domain_sizes.items[scope[i]] : 1;
        at += mentioned;
    }
}

static bool truth(pp_i_formula_kind kind, bool a, bool b)
{
    switch (kind) {
    case PP_FORMULA_AND:
        return a && b;
    case PP_FORMULA_OR:
        return a || b;
    case PP_FORMULA_IMPLIES:
        return !a || b;
    default:
        return a == b;
    }
}

/* *a becomes the table of `*a kind b`; operands too wide together become auxiliary variables. */
static bool join(pp_i_formula_kind kind, pp_i_table *a, pp_i_table b, pp_i_problem *problem,
                 pp_i_arena *arena)
{
    size_t scope_count, cells;
    uint32_t *scope = united(a, &b, arena, &scope_count);
    while (scope != NULL &&
           (cells = cells_over(problem, scope, scope_count)) > PP_TABLE_JOIN_CELL_COUNT_MAX) {
        if (!define(problem, arena, a->cell_count >= b.cell_count ? a : &b))
            return false;
        scope = united(a, &b, arena, &scope_count);
    }
    size_t a_strides[JOIN_SCOPE_COUNT_MAX], b_strides[JOIN_SCOPE_COUNT_MAX];
    pp_i_word *holds;
    pp_i_table joined;
    if (scope == NULL || !table_make(scope, scope_count, cells, arena, &holds, &joined))
        return false;
    assert(scope_count <= JOIN_SCOPE_COUNT_MAX);
    strides_of(problem, a, scope, scope_count, a_strides);
    strides_of(problem, &b, scope, scope_count, b_strides);
    for (size_t cell = 0; cell < cells; cell++) {
        size_t a_cell = 0, b_cell = 0, rest = cell;
        for (size_t i = 0; i < scope_count; i++) {
            size_t size = problem->domain_sizes.items[scope[i]];
            a_cell += rest % size * a_strides[i];
            b_cell += rest % size * b_strides[i];
            rest /= size;
        }
        if (truth(kind, pp_i_bit_get(a->holds, a_cell), pp_i_bit_get(b.holds, b_cell)))
            pp_i_bit_set(holds, cell);
    }
    *a = joined;
    return reduce(problem, arena, a);
}

static bool of_constant(bool value, pp_i_arena *arena, pp_i_table *table)
{
    pp_i_word *holds;
    if (!table_make(NULL, 0, 1, arena, &holds, table))
        return false;
    holds[0] = value;
    return true;
}

static bool of_atom(const pp_i_formula_node *node, pp_i_problem *problem, pp_i_arena *arena,
                    pp_i_table *table)
{
    size_t option_count = problem->domain_sizes.items[node->subject];
    pp_i_word *holds;
    if (!table_make(&node->subject, 1, option_count, arena, &holds, table))
        return false;
    memcpy(holds, node->options, pp_i_word_count(option_count) * sizeof *holds);
    return reduce(problem, arena, table);
}

/* The table of one node from those of its children. */
static bool of_node(const pp_i_formula_node *node, const pp_i_table *tables, pp_i_problem *problem,
                    pp_i_arena *arena, pp_i_table *table)
{
    switch (node->kind) {
    case PP_FORMULA_TRUE:
    case PP_FORMULA_FALSE:
        return of_constant(node->kind == PP_FORMULA_TRUE, arena, table);
    case PP_FORMULA_ATOM:
        return of_atom(node, problem, arena, table);
    case PP_FORMULA_NOT:
        return pp_i_table_negate(&tables[node->children[0]], arena, table);
    default:
        *table = tables[node->children[0]];
        for (uint32_t i = 1; i < node->child_count; i++)
            if (!join(node->kind, table, tables[node->children[i]], problem, arena))
                return false;
        return true;
    }
}

static bool of_many_cells(const pp_i_formula *formula, pp_i_problem *problem, pp_i_arena *arena,
                          pp_i_table *table)
{
    pp_i_table *tables = PP_NEW_ARRAY(arena, pp_i_table, formula->node_count);
    if (tables == NULL)
        return false;
    for (size_t i = 0; i < formula->node_count; i++)
        if (!of_node(&formula->nodes[i], tables, problem, arena, &tables[i]))
            return false;
    *table = tables[formula->node_count - 1];
    return true;
}

bool pp_i_table_of_formula(const pp_case *the_case, const pp_i_formula *formula,
                           pp_i_problem *problem, pp_i_arena *arena, pp_i_table *table)
{
    size_t issue_count = the_case->issue_count, scope_count = 0;
    pp_i_word *subjects = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(issue_count));
    uint32_t *scope = PP_NEW_ARRAY(arena, uint32_t, issue_count);
    if (subjects == NULL || scope == NULL)
        return false;
    if (formula->node_count == 0)
        return of_constant(true, arena, table);
    pp_i_formula_subjects(formula, subjects);
    for (size_t i = 0; (i = pp_i_bits_next(subjects, issue_count, i)) < issue_count; i++)
        scope[scope_count++] = (uint32_t)i;
    size_t cells = cells_over(problem, scope, scope_count), work;
    bool is_small = cells <= PP_TABLE_CELL_COUNT_MAX &&
                    pp_i_multiply_size(cells, formula->node_count, &work) &&
                    work <= PP_TABLE_WORK_MAX;
    return is_small
               ? of_few_cells(the_case, formula, scope, scope_count, cells, problem, arena, table)
               : of_many_cells(formula, problem, arena, table);
}

bool pp_i_table_negate(const pp_i_table *table, pp_i_arena *arena, pp_i_table *negated)
{
    pp_i_word *holds;
    pp_i_table made;
    if (!table_make(table->scope, table->scope_count, table->cell_count, arena, &holds, &made))
        return false;
    for (size_t cell = 0; cell < table->cell_count; cell++)
        if (!pp_i_bit_get(table->holds, cell))
            pp_i_bit_set(holds, cell);
    *negated = made;
    return true;
}

pp_i_factor pp_i_table_hard(const pp_i_table *table)
{
    return (pp_i_factor){.kind = PP_FACTOR_HARD,
                         .scope = table->scope,
                         .scope_count = table->scope_count,
                         .cell_count = table->cell_count,
                         .allowed = table->holds};
}

bool pp_i_table_is_constant(const pp_i_table *table, bool value)
{
    return table->scope_count == 0 && pp_i_bit_get(table->holds, 0) == value;
}
