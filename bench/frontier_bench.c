/*
 * frontier_bench.c: how long the efficient packages of seeded random domains take.
 *
 *     frontier_bench [--runs N] [--only NAME]
 *
 * Each line is one domain: parties, issues, options, how the parties' values hang together (random,
 * or anti-correlated at about -0.9 between the first party and the others), whether links bind a
 * tenth of the issue pairs, the points found, the milliseconds of processor time (median of N runs,
 * one thread) and the peak of memory so far. Values are whole numbers up to 10^6 an option.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/random.h"
#include "engine/frontier.h"
#include "timing.h"

enum { PARTY_COUNT_MAX = 8, RUN_COUNT_MAX = 101 };

typedef struct domain {
    const char *name;
    size_t parties, issues, options;
    bool opposed, linked, all_efficient;
} domain;

static const domain domains[] = {
    {"2x20x10", 2, 20, 10, false, false, false}, {"2x20x10-anti", 2, 20, 10, true, false, false},
    {"2x20x10-links", 2, 20, 10, false, true, false},
    {"2x20x10-anti-links", 2, 20, 10, true, true, false},
    {"2x50x10", 2, 50, 10, false, false, false}, {"2x50x10-anti", 2, 50, 10, true, false, false},
    {"2x50x10-links", 2, 50, 10, false, true, false},
    {"2x50x10-anti-links", 2, 50, 10, true, true, false},
    {"2x100x10-links", 2, 100, 10, false, true, false},
    {"2x100x10-anti-links", 2, 100, 10, true, true, false},
    {"3x12x10", 3, 12, 10, false, false, false}, {"3x12x10-anti", 3, 12, 10, true, false, false},
    {"3x12x10-links", 3, 12, 10, false, true, false},
    {"3x12x10-anti-links", 3, 12, 10, true, true, false},
    {"5x10x5", 5, 10, 5, false, false, false}, {"5x10x5-anti", 5, 10, 5, true, false, false},
    {"5x10x5-links", 5, 10, 5, false, true, false},
    {"5x10x5-anti-links", 5, 10, 5, true, true, false},
    {"3x6x10-all-efficient", 3, 6, 10, false, false, true},
    {"2x5x10", 2, 5, 10, false, false, false}, {"3x5x10", 3, 5, 10, false, false, false},
    {"2x6x10", 2, 6, 10, false, false, false}, {"3x6x10", 3, 6, 10, false, false, false},
    {"2x7x10", 2, 7, 10, false, false, false}, {"3x7x10", 3, 7, 10, false, false, false},
};

/* The values of one issue's options for each party. */
static void draw_values(const domain *d, pp_i_random *random, int64_t (*values)[PARTY_COUNT_MAX])
{
    for (size_t o = 0; o < d->options; o++) {
        double first = pp_i_random_unit(random);
        for (size_t p = 0; p < d->parties; p++) {
            double own = pp_i_random_unit(random);
            /* in the mix 0.67 : 0.33 the correlation of (1 - first) and the mix is 0.9 */
            double value = !d->opposed ? own : p == 0 ? first : 0.67 * (1 - first) + 0.33 * own;
            values[o][p] = (int64_t)(value * 1e6);
        }
        if (d->all_efficient) { /* the sum of all values is the same for every package */
            values[o][0] = (int64_t)pp_i_random_below(random, 1000000);
            values[o][1] = (int64_t)pp_i_random_below(random, 1000000);
            values[o][2] = 2000000 - values[o][0] - values[o][1];
        }
    }
}

static bool add_values(const domain *d, pp_i_random *random, pp_i_arena *arena,
                       pp_i_problem *problem)
{
    for (uint32_t i = 0; i < d->issues; i++) {
        int64_t values[64][PARTY_COUNT_MAX];
        draw_values(d, random, values);
        for (size_t p = 0; p < d->parties; p++) {
            int64_t *weights = PP_NEW_ARRAY(arena, int64_t, d->options);
            uint32_t *scope = PP_NEW_ARRAY(arena, uint32_t, 1);
            for (size_t o = 0; o < d->options; o++)
                weights[o] = values[o][p];
            scope[0] = i;
            pp_i_factor factor = {.kind = PP_FACTOR_WEIGHT, .scope = scope, .scope_count = 1,
                                  .cell_count = d->options, .weights = weights,
                                  .group = (uint32_t)p};
            if (!pp_i_problem_add_factor(problem, &factor))
                return false;
        }
    }
    return true;
}

/* On a tenth of the pairs of issues a link: `a = x implies b = y`. */
static bool add_links(const domain *d, pp_i_random *random, pp_i_arena *arena,
                      pp_i_problem *problem)
{
    size_t pair_count = d->issues * (d->issues - 1) / 2, wanted = pair_count / 10, seen = 0;
    for (uint32_t a = 0; a < d->issues; a++)
        for (uint32_t b = a + 1; b < d->issues; b++, seen++) {
            if (pp_i_random_below(random, pair_count - seen) >= wanted)
                continue;
            wanted--;
            size_t cells = d->options * d->options, x = pp_i_random_below(random, d->options),
                   y = pp_i_random_below(random, d->options);
            pp_i_word *allowed = PP_NEW_ARRAY(arena, pp_i_word, pp_i_word_count(cells));
            uint32_t *scope = PP_NEW_ARRAY(arena, uint32_t, 2);
            for (size_t cell = 0; cell < cells; cell++)
                if (cell % d->options != x || cell / d->options == y)
                    pp_i_bit_set(allowed, cell);
            scope[0] = a;
            scope[1] = b;
            pp_i_factor factor = {.kind = PP_FACTOR_HARD, .scope = scope, .scope_count = 2,
                                  .cell_count = cells, .allowed = allowed};
            if (!pp_i_problem_add_factor(problem, &factor))
                return false;
        }
    return true;
}

static bool domain_make(const domain *d, pp_i_arena *arena, pp_i_problem *problem)
{
    pp_i_random random;
    pp_i_random_seed(&random, 20250221);
    pp_i_problem_init(problem, arena);
    for (size_t i = 0; i < d->issues; i++)
        if (!pp_i_problem_add_variable(problem, d->options))
            return false;
    return add_values(d, &random, arena, problem) &&
           (!d->linked || add_links(d, &random, arena, problem));
}

static long peak_kb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static bool measure(const domain *d, size_t run_count)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_problem problem;
    double times[RUN_COUNT_MAX];
    pp_i_frontier frontier = {0};
    pp_i_cost cost = {0};
    bool known = false, good = domain_make(d, &arena, &problem);
    pp_i_frontier_question question = {
        .problem = &problem, .dimension = d->parties, .variable_count = d->issues};
    for (size_t r = 0; good && r < run_count; r++) {
        pp_i_arena answer;
        pp_i_arena_init(&answer, pp_i_allocator_of(NULL));
        pp_i_run run;
        pp_control control = {.step_count_max = UINT64_C(200000000000), .time_s_max = 60};
        pp_i_run_init(&run, &control);
        double start = now_ms();
        good = pp_i_solve_frontier(&question, &run, &answer, &known, &frontier, &cost, NULL) ==
               PP_OK;
        times[r] = now_ms() - start;
        pp_i_arena_free(&answer);
        if (!known)
            run_count = r + 1;
    }
    if (good)
        printf("%-22s %8zu points %10.3f ms  width %2zu  peak %ld kB%s\n", d->name,
               known ? frontier.count : 0, median(times, run_count), cost.width, peak_kb(),
               known ? "" : "  (stopped)");
    fflush(stdout);
    pp_i_arena_free(&arena);
    return good;
}

int main(int argc, char **argv)
{
    size_t run_count = 5;
    const char *only = NULL;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--runs") == 0)
            run_count = (size_t)strtoul(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--only") == 0)
            only = argv[i + 1];
    }
    if (run_count == 0 || run_count > RUN_COUNT_MAX)
        return 2;
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
        if ((only == NULL || strcmp(only, domains[i].name) == 0) &&
            !measure(&domains[i], run_count))
            return 1;
    return 0;
}
