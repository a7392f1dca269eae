/* eliminate.c: walks the buckets and their cells; the algebras do the rest. See eliminate.h. */
#include "engine/eliminate.h"

#include <pthread.h>
#include <stdatomic.h>

/* A bucket smaller than this (cells times values) is not worth a thread. */
enum { PARALLEL_WORK_MIN = 20000, CELLS_BETWEEN_QUESTIONS = 1024 };

/* Walks the cells of a bucket's scope in order, keeping every operand's offset. */
typedef struct cursor {
    const pp_i_bucket *bucket;
    const uint32_t *domain_sizes;
    pp_i_value *values; /* of the scope's variables */
    size_t *offsets;
} cursor;

static void cursor_set(cursor *c, size_t cell)
{
    const pp_i_bucket *bucket = c->bucket;
    for (size_t k = 0; k < bucket->operand_count; k++)
        c->offsets[k] = 0;
    for (size_t i = 0; i < bucket->scope_count; i++) {
        uint32_t size = c->domain_sizes[bucket->scope[i]];
        c->values[i] = (pp_i_value)(cell % size);
        cell /= size;
        for (size_t k = 0; k < bucket->operand_count; k++)
            c->offsets[k] += bucket->operands[k].strides[i] * c->values[i];
    }
}

static void cursor_next(cursor *c)
{
    const pp_i_bucket *bucket = c->bucket;
    for (size_t i = 0; i < bucket->scope_count; i++) {
        uint32_t size = c->domain_sizes[bucket->scope[i]];
        if ((uint32_t)c->values[i] + 1 < size) {
            c->values[i]++;
            for (size_t k = 0; k < bucket->operand_count; k++)
                c->offsets[k] += bucket->operands[k].strides[i];
            return;
        }
        c->values[i] = 0;
        for (size_t k = 0; k < bucket->operand_count; k++)
            c->offsets[k] -= bucket->operands[k].strides[i] * (size - 1);
    }
}

size_t pp_i_plan_operand_count_max(const pp_i_plan *plan)
{
    size_t most = 0;
    for (size_t k = 0; k < plan->bucket_count; k++)
        if (plan->buckets[k].operand_count > most)
            most = plan->buckets[k].operand_count;
    return most;
}

static bool cursor_make(const pp_i_plan *plan, pp_i_arena *arena, cursor *c)
{
    *c = (cursor){.domain_sizes = plan->problem->domain_sizes.items};
    c->values = PP_NEW_ARRAY(arena, pp_i_value, plan->width);
    c->offsets = PP_NEW_ARRAY(arena, size_t, pp_i_plan_operand_count_max(plan));
    return c->values != NULL && c->offsets != NULL;
}

/* One worker's share of one bucket. Worker 0 is the calling thread and the only one that asks the
 * run; the others watch the flag. */
typedef struct share {
    const pp_i_algebra *algebra;
    void *state;
    size_t index, first, last;
    unsigned worker;
    cursor cursor;
    pp_i_run *run; /* worker 0 alone */
    atomic_bool *stopped;
} share;

static bool share_goes_on(share *s, size_t cell)
{
    if (cell % CELLS_BETWEEN_QUESTIONS != 0)
        return true;
    if (s->run != NULL && !pp_i_run_ask(s->run))
        atomic_store_explicit(s->stopped, true, memory_order_relaxed);
    return !atomic_load_explicit(s->stopped, memory_order_relaxed);
}

static void *share_run(void *context)
{
    share *s = context;
    cursor_set(&s->cursor, s->first);
    for (size_t cell = s->first; cell < s->last; cell++) {
        if (!share_goes_on(s, cell) ||
            !s->algebra->cell(s->state, s->cursor.bucket, s->index, cell, s->cursor.offsets,
                              s->worker)) {
            atomic_store_explicit(s->stopped, true, memory_order_relaxed);
            break;
        }
        cursor_next(&s->cursor);
    }
    return NULL;
}

/* Runs the shares: the first here, the others in threads; one that cannot be started runs here, and
 * then asks the run as the first one does. */
static void shares_run(share *shares, unsigned count)
{
    pthread_t threads[PP_ELIMINATE_THREAD_COUNT_MAX];
    bool started[PP_ELIMINATE_THREAD_COUNT_MAX] = {false};
    for (unsigned i = 1; i < count; i++)
        started[i] = pthread_create(&threads[i], NULL, share_run, &shares[i]) == 0;
    share_run(&shares[0]);
    for (unsigned i = 1; i < count; i++) {
        if (started[i]) {
            pthread_join(threads[i], NULL);
        } else {
            shares[i].run = shares[0].run;
            share_run(&shares[i]);
        }
    }
}

static bool bucket_run(const pp_i_plan *plan, size_t index, share *shares, unsigned worker_count,
                       pp_i_run *run)
{
    const pp_i_bucket *bucket = &plan->buckets[index];
    const pp_i_algebra *algebra = shares[0].algebra;
    uint64_t work = (uint64_t)bucket->cell_count * bucket->domain_size;
    if (!pp_i_run_step(run, work))
        return false;
    if (algebra->begin != NULL && !algebra->begin(shares[0].state, bucket, index))
        return run->stop != PP_STOP_NONE ? false : pp_i_run_no_memory(run);
    unsigned count = algebra->parallel && work >= PARALLEL_WORK_MIN ? worker_count : 1;
    atomic_bool stopped = false;
    for (unsigned i = 0; i < count; i++) {
        shares[i].index = index;
        shares[i].cursor.bucket = bucket;
        shares[i].first = bucket->cell_count / count * i;
        shares[i].last = i + 1 == count ? bucket->cell_count : bucket->cell_count / count * (i + 1);
        shares[i].worker = i;
        shares[i].run = i == 0 ? run : NULL;
        shares[i].stopped = &stopped;
    }
    shares_run(shares, count);
    if (!atomic_load(&stopped))
        return true;
    return run->stop != PP_STOP_NONE ? false : pp_i_run_no_memory(run);
}

static unsigned worker_count_of(const pp_i_run *run)
{
    unsigned count = run->control == NULL ? 1 : run->control->thread_count;
    if (count > PP_ELIMINATE_THREAD_COUNT_MAX)
        return PP_ELIMINATE_THREAD_COUNT_MAX;
    return count == 0 ? 1 : count;
}

bool pp_i_eliminate(const pp_i_plan *plan, const pp_i_algebra *algebra, void *state, pp_i_run *run)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, pp_i_allocator_of(run->control));
    unsigned worker_count = algebra->parallel ? worker_count_of(run) : 1;
    share *shares = PP_NEW_ARRAY(&scratch, share, worker_count);
    bool good = shares != NULL;
    for (unsigned i = 0; good && i < worker_count; i++) {
        shares[i] = (share){.algebra = algebra, .state = state};
        good = cursor_make(plan, &scratch, &shares[i].cursor);
    }
    if (!good)
        pp_i_run_no_memory(run);
    for (size_t k = 0; good && k < plan->bucket_count; k++)
        good = bucket_run(plan, k, shares, worker_count, run);
    pp_i_arena_free(&scratch);
    return good;
}

static bool bucket_distribute(const pp_i_plan *plan, size_t index, const pp_i_algebra *algebra,
                              void *state, cursor *c, pp_i_run *run)
{
    const pp_i_bucket *bucket = &plan->buckets[index];
    if (!pp_i_run_step(run, (uint64_t)bucket->cell_count * bucket->domain_size))
        return false;
    c->bucket = bucket;
    cursor_set(c, 0);
    for (size_t cell = 0; cell < bucket->cell_count; cell++) {
        if (cell % CELLS_BETWEEN_QUESTIONS == 0 && !pp_i_run_ask(run))
            return false;
        if (!algebra->distribute(state, bucket, index, cell, c->offsets))
            return run->stop != PP_STOP_NONE ? false : pp_i_run_no_memory(run);
        cursor_next(c);
    }
    return true;
}

bool pp_i_distribute(const pp_i_plan *plan, const pp_i_algebra *algebra, void *state,
                     pp_i_run *run)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, pp_i_allocator_of(run->control));
    cursor c;
    bool good = cursor_make(plan, &scratch, &c);
    if (!good)
        pp_i_run_no_memory(run);
    for (size_t k = plan->bucket_count; good && k-- > 0;)
        good = bucket_distribute(plan, k, algebra, state, &c, run);
    pp_i_arena_free(&scratch);
    return good;
}

void pp_i_bucket_offsets(const pp_i_bucket *bucket, const pp_i_value *values, size_t *offsets)
{
    for (size_t k = 0; k < bucket->operand_count; k++) {
        offsets[k] = 0;
        for (size_t i = 0; i < bucket->scope_count; i++)
            offsets[k] += bucket->operands[k].strides[i] * values[bucket->scope[i]];
    }
}

size_t pp_i_bucket_cell(const pp_i_plan *plan, const pp_i_bucket *bucket, const pp_i_value *values)
{
    size_t cell = 0, stride = 1;
    for (size_t i = 0; i < bucket->scope_count; i++) {
        cell += stride * values[bucket->scope[i]];
        stride *= plan->problem->domain_sizes.items[bucket->scope[i]];
    }
    return cell;
}
