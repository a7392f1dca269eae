/*
 * stable_bench.c: how long stability takes on generated models.
 *
 *     stable_bench [--runs N] [--options N] [--parties N] [--threads N] [--link]
 *     stable_bench --table [--plot FILE.svg] [--runs N] [--threads N]
 *
 * Four parties, or N, share N yes/no options evenly. Preferences come from two seeded generators:
 * "random" gives each party priorities over pairs of options, an order in which nearly all states
 * differ; "own first" has each party put its own options before all others. Times are milliseconds,
 * the median of N runs, from the case as read: states, ranks, and then the concepts; of processor
 * time, and, beside it, on the wall, which is what several threads shorten. --table: cost against
 * options (4 parties) and against parties (16 options), tab-separated, and as a picture. --link: a
 * link makes holes in the packages.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/random.h"
#include "case/reader.h"
#include "plot.h"
#include "pourparler/pourparler.h"
#include "timing.h"

enum { PARTY_COUNT_MAX = 16, OPTION_COUNT_MAX = 22, RUN_COUNT_MAX = 51, TEXT_SIZE = 1 << 18 };

static void say_options(char *text, size_t parties, size_t count, bool linked)
{
    strcpy(text, "pourparler: 1\ntitle: Generated\nparties: [");
    for (size_t p = 0; p < parties; p++)
        sprintf(text + strlen(text), "%s{id: p%zu}", p == 0 ? "" : ", ", p);
    strcat(text, "]\nissues:\n");
    for (size_t i = 0; i < count; i++)
        sprintf(text + strlen(text), "  - {id: o%zu, options: [no, yes], decided_by: p%zu}\n", i,
                i % parties);
    if (linked)
        strcat(text, "links:\n  - {rule: not (o0 = yes and o2 = yes and o5 = no)}\n");
    strcat(text, "preferences:\n");
}

/* Priorities over random pairs of options: an order in which nearly all states differ. */
static void say_random(char *text, size_t parties, size_t count, pp_i_random *random)
{
    for (size_t p = 0; p < parties; p++) {
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
static void say_own_first(char *text, size_t parties, size_t count, pp_i_random *random)
{
    for (size_t p = 0; p < parties; p++) {
        sprintf(text + strlen(text), "  p%zu: {priorities: [", p);
        bool first = true;
        for (size_t own = 0; own < 2; own++)
            for (size_t i = 0; i < count; i++) {
                if ((i % parties == p) != (own == 0))
                    continue;
                sprintf(text + strlen(text), "%so%zu = %s", first ? "" : ", ", i,
                        pp_i_random_below(random, 2) ? "yes" : "no");
                first = false;
            }
        strcat(text, "]}\n");
    }
}

typedef struct setup {
    size_t parties, options;
    bool own_first, with_sim, linked;
    size_t run_count;
    unsigned threads;
} setup;

static pp_case *make_case(const setup *of)
{
    static char text[TEXT_SIZE];
    pp_i_random random;
    pp_case *the_case = NULL;
    pp_i_random_seed(&random, 20250221);
    say_options(text, of->parties, of->options, of->linked);
    if (of->own_first)
        say_own_first(text, of->parties, of->options, &random);
    else
        say_random(text, of->parties, of->options, &random);
    if (pp_i_case_read(pp_i_text_of(text), "generated", ".", false, NULL, &the_case, NULL) != PP_OK)
        return NULL;
    return the_case;
}

typedef struct result {
    double processor_ms, wall_ms;
    size_t equilibria[PP_CONCEPT_COUNT];
} result;

static double wall_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec * 1e-6;
}

static bool measure(const setup *of, result *measured)
{
    double times[RUN_COUNT_MAX], walls[RUN_COUNT_MAX];
    pp_case *the_case = make_case(of);
    pp_stable_options options = {
        .concepts = of->with_sim ? PP_STABLE_ALL : PP_STABLE_ALL & ~(1u << PP_CONCEPT_SIM)};
    pp_control control = {.step_count_max = UINT64_C(1) << 50, .thread_count = of->threads};
    for (size_t r = 0; r < of->run_count; r++) {
        pp_stable *stable = NULL;
        pp_error error = {0};
        double start = now_ms(), wall_start = wall_ms();
        if (the_case == NULL ||
            pp_stable_solve(the_case, &options, &control, &stable, &error) != PP_OK) {
            fprintf(stderr, "stable_bench: %s\n", error.message);
            pp_case_free(the_case);
            return false;
        }
        times[r] = now_ms() - start;
        walls[r] = wall_ms() - wall_start;
        memcpy(measured->equilibria, stable->equilibrium_count, sizeof measured->equilibria);
        pp_stable_free(stable);
    }
    measured->processor_ms = median(times, of->run_count);
    measured->wall_ms = median(walls, of->run_count);
    pp_case_free(the_case);
    return true;
}

static bool print(const setup *of)
{
    result measured;
    struct rusage usage;
    if (!measure(of, &measured))
        return false;
    getrusage(RUSAGE_SELF, &usage);
    printf("%2zu options %zu parties %-9s %-7s %10.1f ms, on the wall %10.1f ms  peak %7ld kB  "
           "equilibria",
           of->options, of->parties, of->own_first ? "own first" : "random",
           of->with_sim ? "all six" : "no SIM", measured.processor_ms, measured.wall_ms,
           usage.ru_maxrss);
    for (size_t c = 0; c < (of->with_sim ? PP_CONCEPT_COUNT : PP_CONCEPT_SIM); c++)
        printf(" %s %zu", pp_concept_name((pp_concept)c), measured.equilibria[c]);
    printf("\n");
    fflush(stdout);
    return true;
}

/* Each generator, without and with SIM. */
static bool print_kinds(setup of)
{
    for (int kind = 0; kind < 4; kind++) {
        of.own_first = kind / 2 == 1;
        of.with_sim = kind % 2 == 1;
        if (!print(&of))
            return false;
    }
    return true;
}

/* --- The table -------------------------------------------------------------------------------- */

/* One row: four kinds, on the wall. */
static bool add_row(setup of, const char *varied, size_t value, plot_panel *panel)
{
    result measured;
    size_t at = panel->point_count++;
    panel->x[at] = (double)value;
    printf("%s\t%zu\t%llu", varied, value, 1ULL << of.options);
    for (int kind = 0; kind < 4; kind++) {
        of.own_first = kind / 2 == 1;
        of.with_sim = kind % 2 == 1;
        if (!measure(&of, &measured))
            return false;
        panel->lines[kind].y[at] = measured.wall_ms;
        printf("\t%.2f", measured.wall_ms);
    }
    printf("\n");
    fflush(stdout);
    return true;
}

static bool print_table(setup of, const char *picture)
{
    static const size_t options[] = {8, 10, 12, 14, 16, 18, 20}, parties[] = {2, 3, 4, 5, 6, 8};
    static plot_panel panels[2] = {{.x_name = "yes/no options, 4 parties", .line_count = 4},
                                   {.x_name = "parties, 16 options", .line_count = 4}};
    static const char *const names[] = {
        "random, Nash GMR SMR SEQ SSEQ", "random, SIM too", "own first, Nash GMR SMR SEQ SSEQ",
        "own first, SIM too"};
    for (size_t panel = 0; panel < 2; panel++)
        for (size_t l = 0; l < 4; l++)
            panels[panel].lines[l].name = names[l];
    printf("varied\tvalue\tstates\trandom\trandom, SIM too\town first\town first, SIM too\n");
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        of.options = options[i];
        of.parties = 4;
        if (!add_row(of, "options", options[i], &panels[0]))
            return false;
    }
    for (size_t i = 0; i < sizeof parties / sizeof *parties; i++) {
        of.options = 16;
        of.parties = parties[i];
        if (!add_row(of, "parties", parties[i], &panels[1]))
            return false;
    }
    return picture == NULL || plot_write(picture, "milliseconds", panels, 2);
}

/* --- The program ------------------------------------------------------------------------------ */

int main(int argc, char **argv)
{
    setup of = {.parties = 4, .run_count = 3, .threads = 1};
    const char *picture = NULL;
    bool table = false;
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (strcmp(argv[i], "--table") == 0) {
            table = true;
            continue;
        }
        if (strcmp(argv[i], "--link") == 0) {
            of.linked = true;
            continue;
        }
        if (strcmp(argv[i], "--runs") == 0)
            of.run_count = (size_t)strtoul(value, NULL, 10);
        else if (strcmp(argv[i], "--options") == 0)
            of.options = (size_t)strtoul(value, NULL, 10);
        else if (strcmp(argv[i], "--parties") == 0)
            of.parties = (size_t)strtoul(value, NULL, 10);
        else if (strcmp(argv[i], "--threads") == 0)
            of.threads = (unsigned)strtoul(value, NULL, 10);
        else if (strcmp(argv[i], "--plot") == 0)
            picture = value;
        else
            return 2;
        i++;
    }
    if (of.run_count == 0 || of.run_count > RUN_COUNT_MAX || of.parties == 0 ||
        of.parties > PARTY_COUNT_MAX || of.options > OPTION_COUNT_MAX ||
        (of.linked && of.options != 0 && of.options < 6))
        return 2;
    if (table)
        return print_table(of, picture) ? 0 : 1;
    static const size_t sizes[] = {12, 16, 20};
    bool one = of.options != 0, good = true;
    for (size_t i = 0; i < (one ? 1 : sizeof sizes / sizeof *sizes) && good; i++) {
        of.options = one ? of.options : sizes[i];
        good = print_kinds(of);
    }
    return good ? 0 : 1;
}
