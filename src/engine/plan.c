/*
 * plan.c: elimination orders by min-fill and min-degree, and the bucket tree; see plan.h.
 *
 * The graph of which variables meet is kept as adjacency bits. Eliminating a variable joins its
 * neighbours; min-degree takes the one whose message has fewest cells, min-fill the one that adds
 * fewest edges (ties: fewest cells, then the lowest index). Scores are counted anew for variables
 * whose neighbourhood changed.
 */
#include "engine/plan.h"

#include <math.h>

#include "base/checked.h"
#include "base/error.h"

typedef struct graph {
    size_t variable_count;
    size_t word_count;  /* of one row */
    pp_i_word *rows;    /* [variable * word_count]: its neighbours not yet eliminated */
    pp_i_word *left;    /* variables not yet eliminated */
    const uint32_t *domain_sizes;
    double *log_sizes; /* [variable]: base 2, of its domain size */
} graph;

static pp_i_word *row_of(const graph *g, size_t variable)
{
    return g->rows + variable * g->word_count;
}

static bool graph_make(const pp_i_problem *problem, pp_i_arena *arena, graph *g)
{
    size_t count = problem->domain_sizes.count;
    *g = (graph){.variable_count = count, .word_count = pp_i_word_count(count),
                 .domain_sizes = problem->domain_sizes.items};
    size_t words;
    if (!pp_i_multiply_size(count, g->word_count, &words))
        return false;
    g->rows = PP_NEW_ARRAY(arena, pp_i_word, words);
    g->left = PP_NEW_ARRAY(arena, pp_i_word, g->word_count);
    g->log_sizes = PP_NEW_ARRAY(arena, double, count);
    if (g->rows == NULL || g->left == NULL || g->log_sizes == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        pp_i_bit_set(g->left, i);
        g->log_sizes[i] = log2((double)g->domain_sizes[i]);
    }
    for (size_t f = 0; f < problem->factors.count; f++) {
        const pp_i_factor *factor = &problem->factors.items[f];
        for (size_t i = 0; i < factor->scope_count; i++)
            for (size_t j = 0; j < factor->scope_count; j++)
                if (i != j)
                    pp_i_bit_set(row_of(g, factor->scope[i]), factor->scope[j]);
    }
    return true;
}

/* Joins the neighbours of `variable` and takes it out. */
static void graph_eliminate(graph *g, size_t variable)
{
    const pp_i_word *row = row_of(g, variable);
    for (size_t u = pp_i_bits_next(row, g->variable_count, 0); u < g->variable_count;
         u = pp_i_bits_next(row, g->variable_count, u + 1)) {
        pp_i_word *other = row_of(g, u);
        for (size_t w = 0; w < g->word_count; w++)
            other[w] |= row[w];
        pp_i_bit_clear(other, u);
        pp_i_bit_clear(other, variable);
    }
    pp_i_bit_clear(g->left, variable);
}

/* The logarithm of the cells of the message that eliminating `variable` would send. */
static double message_size(const graph *g, size_t variable)
{
    double size = 0;
    const pp_i_word *row = row_of(g, variable);
    for (size_t w = 0; w < g->word_count; w++)
        for (pp_i_word rest = row[w]; rest != 0; rest &= rest - 1)
            size += g->log_sizes[w * PP_WORD_BITS + (size_t)__builtin_ctzll(rest)];
    return size;
}

/* Edges (counted twice) that eliminating `variable` would add. */
static double fill_count(const graph *g, size_t variable)
{
    const pp_i_word *row = row_of(g, variable);
    size_t missing = 0;
    for (size_t v = 0; v < g->word_count; v++)
        for (pp_i_word rest = row[v]; rest != 0; rest &= rest - 1) {
            const pp_i_word *other =
                row_of(g, v * PP_WORD_BITS + (size_t)__builtin_ctzll(rest));
            for (size_t w = 0; w < g->word_count; w++)
                missing += (size_t)__builtin_popcountll(row[w] & ~other[w]);
            missing--; /* no variable is its own neighbour */
        }
    return (double)missing;
}

typedef struct score {
    double first, second;
} score;

/* How much was looked at: the run hears of it now and then, so that small plans cost no steps and
 * large ones can be stopped. */
typedef struct pace {
    pp_i_run *run;
    size_t word_count; /* looked at since the run heard last */
} pace;

enum { WORDS_BETWEEN_STEPS = 1 << 18, WORDS_OF_A_STEP = 16 };

static bool goes_on(pace *p, size_t word_count)
{
    p->word_count += word_count;
    if (p->word_count < WORDS_BETWEEN_STEPS)
        return true;
    size_t steps = p->word_count / WORDS_OF_A_STEP;
    p->word_count = 0;
    return pp_i_run_step(p->run, steps);
}

/* False where the run stopped. */
static bool score_make(const graph *g, size_t variable, bool by_fill, pace *p, score *made)
{
    double size = message_size(g, variable);
    *made = by_fill ? (score){fill_count(g, variable), size} : (score){size, 0};
    size_t row_count = by_fill ? pp_i_bits_count(row_of(g, variable), g->word_count) : 0;
    return goes_on(p, (row_count + 1) * g->word_count);
}

static size_t lowest(const graph *g, const score *scores)
{
    size_t best = g->variable_count;
    for (size_t v = pp_i_bits_next(g->left, g->variable_count, 0); v < g->variable_count;
         v = pp_i_bits_next(g->left, g->variable_count, v + 1))
        if (best == g->variable_count || scores[v].first < scores[best].first ||
            (scores[v].first == scores[best].first && scores[v].second < scores[best].second))
            best = v;
    return best;
}

/* Scores anew every variable within two steps of those in `touched`. False: the run stopped. */
static bool rescore(const graph *g, const pp_i_word *touched, bool by_fill, pp_i_word *spare,
                    pace *p, score *scores)
{
    memcpy(spare, touched, g->word_count * sizeof *spare);
    for (size_t u = pp_i_bits_next(touched, g->variable_count, 0); u < g->variable_count;
         u = pp_i_bits_next(touched, g->variable_count, u + 1))
        for (size_t w = 0; by_fill && w < g->word_count; w++)
            spare[w] |= row_of(g, u)[w];
    for (size_t u = pp_i_bits_next(spare, g->variable_count, 0); u < g->variable_count;
         u = pp_i_bits_next(spare, g->variable_count, u + 1))
        if (!score_make(g, u, by_fill, p, &scores[u]))
            return false;
    return true;
}

/* Writes the order and the sum of its message sizes in cells (as a double). False: memory, or the
 * run stopped. */
static bool order_make(const pp_i_problem *problem, bool by_fill, pp_i_arena *scratch, pace *p,
                       uint32_t *order, double *cells)
{
    graph g;
    if (!graph_make(problem, scratch, &g))
        return false;
    score *scores = PP_NEW_ARRAY(scratch, score, g.variable_count);
    pp_i_word *touched = PP_NEW_ARRAY(scratch, pp_i_word, g.word_count);
    pp_i_word *spare = PP_NEW_ARRAY(scratch, pp_i_word, g.word_count);
    if (scores == NULL || touched == NULL || spare == NULL)
        return false;
    for (size_t v = 0; v < g.variable_count; v++)
        if (!score_make(&g, v, by_fill, p, &scores[v]))
            return false;
    *cells = 0;
    for (size_t k = 0; k < g.variable_count; k++) {
        size_t v = lowest(&g, scores);
        order[k] = (uint32_t)v;
        *cells += exp2(message_size(&g, v) + g.log_sizes[v]);
        memcpy(touched, row_of(&g, v), g.word_count * sizeof *touched);
        graph_eliminate(&g, v);
        if (!rescore(&g, touched, by_fill, spare, p, scores) || !goes_on(p, g.variable_count))
            return false;
    }
    return true;
}

static uint64_t saturating_multiply(uint64_t a, uint64_t b)
{
    uint64_t product;
    return pp_i_multiply_u64(a, b, &product) ? product : UINT64_MAX;
}

static uint64_t saturating_add(uint64_t a, uint64_t b)
{
    uint64_t sum;
    return pp_i_add_u64(a, b, &sum) ? sum : UINT64_MAX;
}

/* Scopes of all buckets by eliminating once more; sums the cells. The scopes lie in `arena`. */
static bool scopes_make(const pp_i_problem *problem, const uint32_t *order, pp_i_arena *arena,
                        pp_i_arena *scratch, pp_i_bucket *buckets, pp_i_plan *plan)
{
    graph g;
    if (!graph_make(problem, scratch, &g))
        return false;
    for (size_t k = 0; k < g.variable_count; k++) {
        pp_i_bucket *bucket = &buckets[k];
        uint32_t v = order[k];
        const pp_i_word *row = row_of(&g, v);
        size_t count = pp_i_bits_count(row, g.word_count);
        uint32_t *scope = PP_NEW_ARRAY(arena, uint32_t, count);
        if (scope == NULL)
            return false;
        uint64_t cells = 1;
        size_t at = 0;
        for (size_t u = pp_i_bits_next(row, g.variable_count, 0); u < g.variable_count;
             u = pp_i_bits_next(row, g.variable_count, u + 1)) {
            scope[at++] = (uint32_t)u;
            cells = saturating_multiply(cells, g.domain_sizes[u]);
        }
        *bucket = (pp_i_bucket){.variable = v, .domain_size = g.domain_sizes[v], .scope = scope,
                                .scope_count = count, .parent = UINT32_MAX,
                                .cell_count = (size_t)cells};
        plan->width = count > plan->width ? count : plan->width;
        plan->cell_count = saturating_add(plan->cell_count, cells);
        plan->work = saturating_add(plan->work, saturating_multiply(cells, bucket->domain_size));
        graph_eliminate(&g, v);
    }
    return true;
}

/* Strides of an operand with `scope` (its own cells, increasing variables) in `bucket`. */
static bool operand_strides(const pp_i_problem *problem, const pp_i_bucket *bucket,
                            const uint32_t *scope, size_t scope_count, pp_i_arena *arena,
                            pp_i_operand *operand)
{
    size_t *strides = PP_NEW_ARRAY(arena, size_t, bucket->scope_count);
    if (strides == NULL)
        return false;
    size_t stride = 1, at = 0;
    for (size_t i = 0; i < scope_count; i++) {
        if (scope[i] == bucket->variable) {
            operand->variable_stride = stride;
        } else {
            while (bucket->scope[at] != scope[i])
                at++;
            strides[at] = stride;
        }
        stride *= problem->domain_sizes.items[scope[i]];
    }
    operand->strides = strides;
    return true;
}

/* The bucket that a table over `scope` goes to: that of its variable eliminated first. */
static uint32_t first_bucket(const uint32_t *bucket_of, const uint32_t *scope, size_t count)
{
    uint32_t first = UINT32_MAX;
    for (size_t i = 0; i < count; i++)
        if (bucket_of[scope[i]] < first)
            first = bucket_of[scope[i]];
    return first;
}

typedef struct receiving {
    PP_LIST(pp_i_operand) list;
} receiving;

static bool receive(const pp_i_problem *problem, pp_i_bucket *buckets, receiving *inboxes,
                    uint32_t to, pp_i_operand operand, const uint32_t *scope, size_t scope_count,
                    pp_i_arena *arena)
{
    return operand_strides(problem, &buckets[to], scope, scope_count, arena, &operand) &&
           PP_LIST_ADD(arena, &inboxes[to].list, operand);
}

static bool operands_make(const pp_i_problem *problem, const uint32_t *bucket_of,
                          pp_i_bucket *buckets, pp_i_arena *arena, pp_i_plan *plan)
{
    size_t count = problem->domain_sizes.count;
    receiving *inboxes = PP_NEW_ARRAY(arena, receiving, count);
    PP_LIST(const pp_i_factor *) constants = {0};
    if (inboxes == NULL)
        return false;
    for (size_t f = 0; f < problem->factors.count; f++) {
        const pp_i_factor *factor = &problem->factors.items[f];
        uint32_t to = first_bucket(bucket_of, factor->scope, factor->scope_count);
        bool good = to == UINT32_MAX
                        ? PP_LIST_ADD(arena, &constants, factor)
                        : receive(problem, buckets, inboxes, to, (pp_i_operand){.factor = factor},
                                  factor->scope, factor->scope_count, arena);
        if (!good)
            return false;
    }
    for (uint32_t k = 0; k < count; k++) {
        pp_i_bucket *bucket = &buckets[k];
        bucket->operands = inboxes[k].list.items;
        bucket->operand_count = inboxes[k].list.count;
        bucket->parent = first_bucket(bucket_of, bucket->scope, bucket->scope_count);
        if (bucket->parent != UINT32_MAX &&
            !receive(problem, buckets, inboxes, bucket->parent, (pp_i_operand){.bucket = k},
                     bucket->scope, bucket->scope_count, arena))
            return false;
    }
    plan->constants = constants.items;
    plan->constant_count = constants.count;
    return true;
}

static bool plan_lay_out(const pp_i_problem *problem, const uint32_t *order,
                         uint64_t cell_count_max, pp_i_arena *arena, pp_i_arena *scratch,
                         pp_i_plan *plan)
{
    size_t count = problem->domain_sizes.count;
    pp_i_plan made = {.problem = problem, .bucket_count = count};
    pp_i_bucket *buckets = PP_NEW_ARRAY(arena, pp_i_bucket, count);
    uint32_t *bucket_of = PP_NEW_ARRAY(arena, uint32_t, count);
    if (buckets == NULL || bucket_of == NULL)
        return false;
    for (size_t k = 0; k < count; k++)
        bucket_of[order[k]] = (uint32_t)k;
    if (!scopes_make(problem, order, arena, scratch, buckets, &made))
        return false;
    made.buckets = buckets;
    made.bucket_of = bucket_of;
    made.too_large = made.cell_count > cell_count_max;
    if (!made.too_large && !operands_make(problem, bucket_of, buckets, arena, &made))
        return false;
    *plan = made;
    return true;
}

pp_status pp_i_plan_make_ordered(const pp_i_problem *problem, const uint32_t *order,
                                 uint64_t cell_count_max, pp_i_arena *arena, pp_i_plan *plan,
                                 pp_error *error)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, arena->allocator);
    bool good = plan_lay_out(problem, order, cell_count_max, arena, &scratch, plan);
    pp_i_arena_free(&scratch);
    return good ? PP_OK : pp_i_fail_memory(error);
}

pp_status pp_i_plan_make(const pp_i_problem *problem, uint64_t cell_count_max, pp_i_run *run,
                         pp_i_arena *arena, pp_i_plan *plan, pp_error *error)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, arena->allocator);
    size_t count = problem->domain_sizes.count;
    uint32_t *fill = PP_NEW_ARRAY(&scratch, uint32_t, count);
    uint32_t *degree = PP_NEW_ARRAY(&scratch, uint32_t, count);
    double fill_cells, degree_cells;
    pace p = {.run = run};
    bool good = fill != NULL && degree != NULL &&
                order_make(problem, true, &scratch, &p, fill, &fill_cells) &&
                order_make(problem, false, &scratch, &p, degree, &degree_cells);
    bool stopped = !good && run->stop != PP_STOP_NONE;
    if (good)
        good = plan_lay_out(problem, fill_cells <= degree_cells ? fill : degree, cell_count_max,
                            arena, &scratch, plan);
    pp_i_arena_free(&scratch);
    if (stopped)
        *plan = (pp_i_plan){.problem = problem, .too_large = true};
    return good || stopped ? PP_OK : pp_i_fail_memory(error);
}
