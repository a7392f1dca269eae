/*
 * zone_bench.c: how long the parts of the answer of `zone` take on large generated cases.
 *
 *     zone_bench [--runs N] [--concessions N] [generator options]    the figures of one case
 *     zone_bench --table                                             cost against issues, width,
 * lines
 *
 * Times are milliseconds of processor time inside one process with one thread, the median of N
 * runs: a loaded machine stretches them less than the clock on the wall. The first line names what
 * was asked. A line of the table is one case: tab-separated, for bench/plot.gp.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "case/reader.h"
#include "engine/plan.h"
#include "engine/solve.h"
#include "large_case.h"
#include "model/model.h"
#include "pourparler/pourparler.h"
#include "timing.h"

enum { RUN_COUNT_MAX = 101, SEED_COUNT_MAX = 200 };

typedef struct figures {
    double count_ms, sets_ms;
    size_t width;
    uint64_t cell_count;
    pp_verdict verdict;
    char agreements[128];
    size_t by_size[8], concession_count, blocking_count;
    bool complete;
} figures;

static pp_case *read_case(const large_case_options *options)
{
    large_case made;
    char *text = NULL;
    size_t length = 0;
    pp_case *the_case = NULL;
    FILE *memory = open_memstream(&text, &length);
    if (memory == NULL || !large_case_make(*options, &made))
        return NULL;
    bool good = large_case_write(&made, memory) && fclose(memory) == 0;
    large_case_free(&made);
    if (good && pp_i_case_read((pp_text){text, length}, "generated", ".", false, NULL, &the_case,
                               NULL) != PP_OK)
        the_case = NULL;
    free(text);
    return the_case;
}

/* Verdict and exact count of agreements, from the case as read: the model, the plan, the tables. */
static bool time_count(const pp_case *the_case, figures *f)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    double start = now_ms();
    pp_zone_options options = {
        .without_sets = true, .without_shares = true, .without_witnesses = true};
    pp_zone *zone;
    bool good = pp_zone_solve(the_case, &options, NULL, &zone, NULL) == PP_OK;
    f->count_ms = now_ms() - start;
    if (good) {
        f->verdict = zone->verdict;
        f->width = zone->width;
        snprintf(f->agreements, sizeof f->agreements, "%s",
                 zone->agreements == NULL ? "unknown" : zone->agreements);
        pp_zone_free(zone);
    }
    pp_i_model model;
    pp_i_plan plan;
    pp_i_run run;
    pp_i_run_init(&run, NULL);
    good = good && pp_i_model_make(the_case, NULL, &arena, &model, NULL) == PP_OK &&
           pp_i_plan_make(&model.problem, UINT64_MAX, &run, &arena, &plan, NULL) == PP_OK;
    if (good) {
        f->cell_count = plan.cell_count;
        f->width = plan.width;
    }
    pp_i_arena_free(&arena);
    return good;
}

/* The whole answer, concession sets of at most `size_max` red lines. */
static bool time_sets(const pp_case *the_case, size_t size_max, figures *f)
{
    pp_zone_options options = {.concession_size_max = size_max, .without_shares = true};
    pp_zone *zone;
    double start = now_ms();
    if (pp_zone_solve(the_case, &options, NULL, &zone, NULL) != PP_OK)
        return false;
    f->sets_ms = now_ms() - start;
    memset(f->by_size, 0, sizeof f->by_size);
    for (size_t i = 0; i < zone->concession_count; i++)
        f->by_size[zone->concessions[i].count < 8 ? zone->concessions[i].count : 7]++;
    f->concession_count = zone->concession_count;
    f->blocking_count = zone->blocking_count;
    f->complete = zone->incomplete_count == 0;
    pp_zone_free(zone);
    return true;
}

static bool measure(const large_case_options *options, size_t run_count, size_t size_max,
                    figures *f)
{
    double counts[RUN_COUNT_MAX], sets[RUN_COUNT_MAX];
    pp_case *the_case = read_case(options);
    bool good = the_case != NULL;
    for (size_t i = 0; good && i < run_count; i++) {
        good = time_count(the_case, f);
        counts[i] = f->count_ms;
    }
    for (size_t i = 0; good && i < run_count; i++) {
        good = time_sets(the_case, size_max, f);
        sets[i] = f->sets_ms;
    }
    pp_case_free(the_case);
    if (good) {
        f->count_ms = median(counts, run_count);
        f->sets_ms = median(sets, run_count);
    }
    return good;
}

static double peak_mb(void)
{
    struct rusage usage;
    return getrusage(RUSAGE_SELF, &usage) == 0 ? (double)usage.ru_maxrss / 1024 : 0;
}

static int print_one(const large_case_options *o, size_t run_count, size_t size_max)
{
    figures f = {0};
    if (!measure(o, run_count, size_max, &f)) {
        fprintf(stderr, "zone_bench: could not be measured\n");
        return 1;
    }
    printf("%u issues of %u options, %u parties, %u red lines, %u links, consent %u of %u, seed "
           "%llu\n",
           o->issue_count, o->option_count, o->party_count, o->red_line_count, o->link_count,
           o->consent_count == 0 ? o->party_count : o->consent_count, o->party_count,
           (unsigned long long)o->seed);
    printf("induced width %zu, %llu cells; median of %zu runs\n", f.width,
           (unsigned long long)f.cell_count, run_count);
    printf("verdict %s, agreements %s: %.1f ms\n",
           f.verdict == PP_VERDICT_NONE   ? "none"
           : f.verdict == PP_VERDICT_SOME ? "some"
                                          : "unknown",
           f.agreements, f.count_ms);
    printf("concession sets of at most %zu red lines: %zu (%zu, %zu, %zu, %zu of 1, 2, 3, 4), "
           "blocking sets %zu, %s: %.1f ms\n",
           size_max, f.concession_count, f.by_size[1], f.by_size[2], f.by_size[3], f.by_size[4],
           f.blocking_count, f.complete ? "complete" : "incomplete", f.sets_ms);
    printf("peak memory %.0f MB\n", peak_mb());
    return 0;
}

/* A row is the first seed whose case has no agreement but concession sets of at most 4 red lines,
 * and the induced width wanted (0: any). */
static bool table_row(const char *what, unsigned value, size_t width, large_case_options options)
{
    figures f = {0};
    bool found = false;
    for (options.seed = 0; !found && options.seed < SEED_COUNT_MAX;) {
        options.seed++;
        if (!measure(&options, 1, 4, &f))
            return false;
        found = f.concession_count > 0 && (width == 0 || f.width == width);
    }
    if (!found)
        return true;
    if (!measure(&options, 3, 4, &f))
        return false;
    printf("%s\t%u\t%llu\t%zu\t%llu\t%.2f\t%.2f\t%zu\t%zu\n", what, value,
           (unsigned long long)options.seed, f.width, (unsigned long long)f.cell_count, f.count_ms,
           f.sets_ms, f.concession_count, f.blocking_count);
    fflush(stdout);
    return true;
}

/* One thing is varied, the rest is as usual; red lines and links keep their number an issue. */
static int print_table(void)
{
    const unsigned issues[] = {15, 30, 60, 120, 240}, widths[] = {2, 3, 4, 5, 6, 7},
                   lines[] = {60, 120, 180, 240};
    bool good = true;
    printf("varied\tvalue\tseed\twidth\tcells\tcount_ms\tsets_ms\tconcessions\tblocking\n");
    for (size_t i = 0; good && i < sizeof issues / sizeof *issues; i++) {
        large_case_options o = large_case_usual();
        o.issue_count = issues[i];
        o.red_line_count = 2 * issues[i];
        o.link_count = issues[i] / 5;
        o.red_lines_per_dispute = o.red_line_count / 2 < 18 ? o.red_line_count / 2 : 18;
        good = table_row("issues", issues[i], 0, o);
    }
    for (size_t i = 0; good && i < sizeof widths / sizeof *widths; i++) {
        large_case_options o = large_case_usual();
        o.width = widths[i] + 1;
        good = table_row("width", widths[i], widths[i], o);
    }
    for (size_t i = 0; good && i < sizeof lines / sizeof *lines; i++) {
        large_case_options o = large_case_usual();
        o.red_line_count = lines[i];
        good = table_row("red_lines", lines[i], 0, o);
    }
    return good ? 0 : 1;
}

int main(int count, char **arguments)
{
    large_case_options options = large_case_usual();
    size_t run_count = 5, size_max = 4;
    int at = 1;
    if (count == 2 && strcmp(arguments[1], "--table") == 0)
        return print_table();
    while (at + 1 < count) {
        if (strcmp(arguments[at], "--runs") == 0)
            run_count = strtoul(arguments[at + 1], NULL, 10);
        else if (strcmp(arguments[at], "--concessions") == 0)
            size_max = strtoul(arguments[at + 1], NULL, 10);
        else
            break;
        at += 2;
    }
    if (run_count < 1 || run_count > RUN_COUNT_MAX ||
        !large_case_arguments(count - at, arguments + at, &options))
        return 2;
    return print_one(&options, run_count, size_max);
}
