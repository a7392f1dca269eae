/*
 * eliminate.h: one elimination, many questions.
 *
 * A question about a problem has the form "over all assignments, OR together what each assignment
 * yields; what it yields is the AND of what its factors yield". Which OR and which AND is the
 * algebra's: or/and over truth values asks whether an assignment exists; plus/times over natural
 * numbers counts them; max/plus finds the best; union-and-keep-the-minimal over families of sets
 * finds every minimal set of elements that can break. All that the elimination needs is that AND
 * distributes over OR:
 *
 *     (a AND b) OR (a AND c) = a AND (b OR c)
 *
 * Then a factor that does not mention a variable can be taken out of the OR over it. So take one
 * variable after another: AND what mentions it - that is all that it touches -, OR over its values,
 * and what is left is one new factor, the message, over its neighbours. The work is exponential in
 * the largest neighbourhood (the induced width of the order) and not in the number of variables: 60
 * variables of 6 values are 10^46 assignments, and at width 6 some million cells.
 *
 * Why not one solver for each question? Because they would have to agree, and would not. Here the
 * order, the tables' layout and the limits are in one place, and an algebra is what is left: how
 * one cell is computed. Why not enumerate, or hand all of it to a SAT solver? Enumeration ends at
 * 10^8; a SAT solver answers the first question well and the others one assignment at a time. What
 * elimination cannot do is a graph in which everything touches everything: there search.h takes
 * over.
 *
 * Some questions need what the rest of the problem says about a message's cell: how often each
 * value occurs, or how much must break elsewhere. A second pass from the roots down gives it
 * (pp_i_distribute): the message of a bucket to each child is everything but the child's own.
 *
 * Source: aji2000 (the generalised distributive law), dechter1999 (bucket elimination),
 * bistarelli1997 (semirings of constraints), shenoy1990 (the two passes).
 */
#ifndef PP_ENGINE_ELIMINATE_H
#define PP_ENGINE_ELIMINATE_H

#include "base/run.h"
#include "engine/plan.h"

/*
 * An algebra: how one cell comes about. `state` is the algebra's own: it keeps the messages.
 * offsets[k] is the cell of operand k where the bucket's scope has the values of `cell` and the
 * bucket's variable is 0; with the variable at v it is offsets[k] + v * operand.variable_stride.
 * Functions return false where memory has run out or the run is to stop.
 */
typedef struct pp_i_algebra {
    const char *name;
    /* Makes room for the message of bucket `index`; may be null. */
    bool (*begin)(void *state, const pp_i_bucket *bucket, size_t index);
    /* Computes one cell of the message: OR over the variable's values of the AND of the operands.
     * Where `parallel`, it is called from several threads, each for its own cells; `worker` counts
     * from 0. */
    bool (*cell)(void *state, const pp_i_bucket *bucket, size_t index, size_t cell,
                 const size_t *offsets, unsigned worker);
    bool parallel;
    /* The second pass: for one cell of the bucket's scope, adds to the messages down to the
     * bucket's children, for every value of its variable; may be null. */
    bool (*distribute)(void *state, const pp_i_bucket *bucket, size_t index, size_t cell,
                       const size_t *offsets);
} pp_i_algebra;

enum { PP_ELIMINATE_THREAD_COUNT_MAX = 64 };

/* Sends every message, first bucket first. False where the run was stopped (run->stop says why).
 * The answer does not depend on the number of threads. */
bool pp_i_eliminate(const pp_i_plan *plan, const pp_i_algebra *algebra, void *state,
                    pp_i_run *run);

/* The second pass, last bucket first; pp_i_eliminate must have gone before. */
bool pp_i_distribute(const pp_i_plan *plan, const pp_i_algebra *algebra, void *state,
                     pp_i_run *run);

/* The offsets of `operands` for the values (one for every variable of the problem) in `bucket`,
 * with its own variable at 0: for decoding an answer from the roots down. */
void pp_i_bucket_offsets(const pp_i_bucket *bucket, const pp_i_value *values, size_t *offsets);

/* The cell of `values` in the bucket's message. */
size_t pp_i_bucket_cell(const pp_i_plan *plan, const pp_i_bucket *bucket,
                        const pp_i_value *values);

/* The next of the bucket's own factors, from operand *at on, that does not allow `value`; null: no
 * more. Start from *at = 0. */
static inline const pp_i_factor *pp_i_bucket_next_broken(const pp_i_bucket *bucket,
                                                         const size_t *offsets, size_t value,
                                                         size_t *at)
{
    while (*at < bucket->operand_count && bucket->operands[*at].factor != NULL) {
        size_t k = (*at)++;
        const pp_i_operand *operand = &bucket->operands[k];
        if (operand->factor->kind != PP_FACTOR_WEIGHT &&
            !pp_i_factor_allows(operand->factor, offsets[k] + value * operand->variable_stride))
            return operand->factor;
    }
    return NULL;
}

/* The same among the factors without variables. */
static inline const pp_i_factor *pp_i_plan_next_broken(const pp_i_plan *plan, size_t *at)
{
    while (*at < plan->constant_count) {
        const pp_i_factor *factor = plan->constants[(*at)++];
        if (factor->kind != PP_FACTOR_WEIGHT && !pp_i_factor_allows(factor, 0))
            return factor;
    }
    return NULL;
}

/* The most operands of any bucket. */
size_t pp_i_plan_operand_count_max(const pp_i_plan *plan);

#endif
