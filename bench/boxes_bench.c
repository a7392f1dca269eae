/*
 * boxes_bench.c: how long the efficient packages of seeded hyper-rectangle scenarios take.
 *
 *     boxes_bench [--runs N] [--seconds S]
 *
 * Like the ten-issue scenarios of GENIUS: issues of ten values; two parties, two boxes an issue
 * each, over one to four issues, three to six values wide, paying 1 to 100; then the same with
 * costs: a quarter of the boxes cost as much, an eighth pay outside. A line for each size: boxes,
 * points, milliseconds of processor time (median), and where the limit of S seconds stopped it the
 * bound.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "engine/boxes.h"
#include "timing.h"

enum { ISSUES_MAX = 40, BOXES_MAX = 4 * ISSUES_MAX, RUN_COUNT_MAX = 51 };

typedef struct scenario {
    uint32_t sizes[ISSUES_MAX];
    pp_i_box boxes[BOXES_MAX];
    pp_i_box_bound bounds[BOXES_MAX][4];
    pp_i_boxes problem;
} scenario;

static void make(size_t issues, bool costs, uint64_t seed, scenario *s)
{
    pp_i_random random;
    pp_i_random_seed(&random, seed);
    for (size_t v = 0; v < issues; v++)
        s->sizes[v] = 10;
    for (size_t i = 0; i < 4 * issues; i++) {
        size_t wanted = 1 + pp_i_random_below(&random, 4), count = 0;
        for (uint32_t v = 0; v < issues && count < wanted; v++) {
            if (pp_i_random_below(&random, issues - v) >= wanted - count)
                continue;
            uint32_t width = 3 + (uint32_t)pp_i_random_below(&random, 4);
            uint32_t least = (uint32_t)pp_i_random_below(&random, 11 - width);
            s->bounds[i][count++] = (pp_i_box_bound){v, least, least + width - 1};
        }
        s->boxes[i] = (pp_i_box){.party = (uint32_t)(i % 2),
                                 .pays = 1 + (int64_t)pp_i_random_below(&random, 100),
                                 .bounds = s->bounds[i],
                                 .bound_count = count};
        if (!costs)
            continue;
        uint64_t kind = pp_i_random_below(&random, 8);
        s->boxes[i].pays = kind < 2 ? -s->boxes[i].pays : s->boxes[i].pays;
        s->boxes[i].outside = kind == 2;
    }
    s->problem = (pp_i_boxes){s->sizes, issues, 2, s->boxes, 4 * issues};
}

static bool measure(size_t issues, bool costs, size_t run_count, double seconds)
{
    static scenario s;
    double times[RUN_COUNT_MAX];
    make(issues, costs, 20250221, &s);
    for (size_t r = 0; r < run_count; r++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        pp_control control = {.step_count_max = UINT64_C(1) << 60, .time_s_max = seconds};
        pp_i_run run;
        pp_i_run_init(&run, &control);
        pp_i_boxes_front front;
        double start = now_ms();
        if (pp_i_boxes_solve(&s.problem, &run, &arena, &front, NULL) != PP_OK)
            return false;
        times[r] = now_ms() - start;
        if (r + 1 == run_count || !front.complete) {
            printf("%2zu issues %3zu boxes%s %4zu points %12.2f ms%s", issues, s.problem.box_count,
                   costs ? " with costs" : "", front.count, median(times, r + 1),
                   front.complete ? "" : "  stopped; bound");
            for (size_t p = 0; p < 2 && !front.complete; p++)
                printf(" %lld", (long long)front.bound[p]);
            printf("\n");
            fflush(stdout);
            pp_i_arena_free(&arena);
            return true;
        }
        pp_i_arena_free(&arena);
    }
    return true;
}

int main(int argc, char **argv)
{
    size_t run_count = 3;
    double seconds = 60;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--runs") == 0)
            run_count = (size_t)strtoul(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--seconds") == 0)
            seconds = strtod(argv[i + 1], NULL);
    }
    if (run_count == 0 || run_count > RUN_COUNT_MAX)
        return 2;
    for (size_t issues = 10; issues <= ISSUES_MAX; issues += 10)
        for (int costs = 0; costs < 2; costs++)
            if (!measure(issues, costs == 1, run_count, seconds))
                return 1;
    return 0;
}
