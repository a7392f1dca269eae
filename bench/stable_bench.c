/*
 * stable_bench.c: how long stability takes on generated models.
 *
 *     stable_bench [--runs N] [--options N] [--threads N] [--table]
 *
 * Four parties share N yes/no options evenly. Preferences come from two seeded generators: "random"
 * gives each party a value for each option and for pairs of options, drawn so that all states differ;
 * "own first" has each party put its own options before all others, by priorities. Times are
 * milliseconds of processor time, the median of N runs, one thread, from the case as read: states,
 * ranks, and then the concepts. --table: 8 to 16 options, for a plot.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/random.h"
#include "case/reader.h"
#include "pourparler/pourparler.h"
#include "timing.h"

enum { PARTY_COUNT = 4, RUN_COUNT_MAX = 51, TEXT_SIZE = 1 << 18 };

static void say_options(char *text, size_t count)
{
    strcpy(text, "pourparler: 1\ntitle: Generated\nparties: [{id: p0}, {id: p1}, {id: p2}, {id: p3}]\n"
                 "issues:\n");
    for (size_t i = 0; i < count; i++)
        sprintf(text + strlen(text), "  - {id: o%zu, options: [no, yes], decided_by: p%zu}\n", i,
                i % PARTY_COUNT);
    strcat(text, "preferences:\n");
}

/* Priorities over random pairs of options: an order in which nearly all states differ. */
static void say_random(char *text, size_t count, pp_i_random *random)
{
    for (size_t p = 0; p < PARTY_COUNT; p++) {
        sprintf(text + strlen(text), "  p%zu: {priorities: [", p);
        for (size_t k = 0; k < 3 * count; k++)
            sprintf(text + strlen(text), "%so%d = %s iff o%d = yes", k == 0 ? "" : ", ",
                    (int)pp_i_random_below(random, count),
                    pp_i_random_below(random, 2) ? "yes" : "no",
                    (int)pp_i_random_below(random, count));
        strcat(text, "]}\n");
    }
}

/* Each party's own options first, then the others', each wanted or not by lot. */
static void say_own_first(char *text, size_t count, pp_i_random *random)
{
    for (size_t p = 0; p < PARTY_COUNT; p++) {
        sprintf(text + strlen(text), "  p%zu: {priorities: [", p);
        bool first = true;
        for (size_t own = 0; own < 2; own++)
            for (size_t i = 0; i < count; i++) {
                if ((i % PARTY_COUNT == p) != (own == 0))
                    continue;
                sprintf(text + strlen(text), "%so%zu = %s", first ? "" : ", ", i,
                        pp_i_random_below(random, 2) ? "yes" : "no");
                first = false;
            }
        strcat(text, "]}\n");
    }
}

static pp_case *make_case(size_t count, bool own_first)
{
    static char text[TEXT_SIZE];
    pp_i_random random;
    pp_case *the_case = NULL;
    pp_i_random_seed(&random, 20250221);
    say_options(text, count);
    if (own_first)
        say_own_first(text, count, &random);
    else
        say_random(text, count, &random);
    if (pp_i_case_read(pp_i_text_of(text), "generated", ".", false, NULL, &the_case, NULL) != PP_OK)
        return NULL;
    return the_case;
}

static bool measure(size_t count, bool own_first, bool with_sim, size_t run_count)
{
    double times[RUN_COUNT_MAX];
    size_t equilibria[PP_CONCEPT_COUNT] = {0};
    pp_case *the_case = make_case(count, own_first);
    pp_stable_options options = {.concepts = with_sim ? PP_STABLE_ALL
                                                      : PP_STABLE_ALL & ~(1u << PP_CONCEPT_SIM)};
    pp_control control = {.step_count_max = UINT64_C(1) << 50};
    for (size_t r = 0; r < run_count; r++) {
        pp_stable *stable = NULL;
        pp_error error = {0};
        double start = now_ms();
        if (the_case == NULL ||
            pp_stable_solve(the_case, &options, &control, &stable, &error) != PP_OK) {
            fprintf(stderr, "stable_bench: %s\n", error.message);
            return false;
        }
        times[r] = now_ms() - start;
        memcpy(equilibria, stable->equilibrium_count, sizeof equilibria);
        pp_stable_free(stable);
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%2zu options %-9s %-7s %10.1f ms  peak %7ld kB  equilibria", count,
           own_first ? "own first" : "random", with_sim ? "all six" : "no SIM",
           median(times, run_count), usage.ru_maxrss);
    for (size_t c = 0; c < (with_sim ? PP_CONCEPT_COUNT : PP_CONCEPT_SIM); c++)
        printf(" %s %zu", pp_concept_name((pp_concept)c), equilibria[c]);
    printf("\n");
    fflush(stdout);
    pp_case_free(the_case);
    return true;
}

int main(int argc, char **argv)
{
    size_t run_count = 3, only = 0;
    bool table = false;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--table") == 0)
            table = true;
        else if (strcmp(argv[i], "--runs") == 0 && i + 1 < argc)
            run_count = (size_t)strtoul(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--options") == 0 && i + 1 < argc)
            only = (size_t)strtoul(argv[++i], NULL, 10);
    }
    if (run_count == 0 || run_count > RUN_COUNT_MAX)
        return 2;
    static const size_t sizes[] = {12, 16, 20}, wider[] = {8, 10, 12, 14, 16};
    const size_t *list = table ? wider : sizes;
    size_t count = table ? sizeof wider / sizeof *wider : sizeof sizes / sizeof *sizes;
    bool good = true;
    for (size_t i = 0; i < count && good; i++)
        for (int own_first = 0; own_first < 2 && good; own_first++) {
            if (only != 0 && list[i] != only)
                continue;
            good = measure(list[i], own_first == 1, false, run_count) &&
                   measure(list[i], own_first == 1, true, run_count);
        }
    return good ? 0 : 1;
}
