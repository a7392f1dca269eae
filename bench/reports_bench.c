/*
 * reports_bench.c: time and largest memory of reading many reports into a draft.
 *
 *     reports_bench [--threads N] FOLDER COUNT...
 *
 * For each COUNT that many files of FOLDER, the first by name, are read in a process of their own
 * and made into a draft, as `pourparler read ... -o FOLDER/draft-of-bench.yaml` does; this file is
 * taken away again. Prints a row of a table: reports, bytes of their files, statements, seconds on
 * the wall, the largest memory of the process, and how much more it is than in the first row for
 * each report more.
 */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "pourparler/read.h"

typedef struct figures {
    size_t report_count, byte_count, statement_count;
    double seconds;
    size_t peak_kb;
} figures;

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_report(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 4 && strcmp(entry->d_name + length - 4, ".txt") == 0;
}

static double clock_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* In a process of its own: reads, drafts, and sends what it took. */
static int read_them(const char *const *paths, size_t count, unsigned thread_count,
                     const char *draft, int out)
{
    pp_control control = {.thread_count = thread_count};
    pp_reading *reading = NULL;
    pp_error error;
    double start = clock_s();
    if (pp_read_files(paths, count, NULL, &control, &reading, &error) != PP_OK ||
        pp_reading_draft_write(reading, NULL, draft, true, NULL, &error) != PP_OK) {
        fprintf(stderr, "reports_bench: %s\n", error.message);
        return 1;
    }
    figures taken = {.report_count = count,
                     .statement_count = pp_reading_statement_count(reading),
                     .seconds = clock_s() - start};
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    taken.peak_kb = (size_t)usage.ru_maxrss;
    unlink(draft);
    pp_reading_free(reading);
    return write(out, &taken, sizeof taken) == (ssize_t)sizeof taken ? 0 : 1;
}

static int measure(const char *const *paths, size_t count, unsigned thread_count, const char *draft,
                   figures *taken)
{
    int ends[2];
    if (pipe(ends) != 0)
        return 1;
    pid_t child = fork();
    if (child == 0)
        _exit(read_them(paths, count, thread_count, draft, ends[1]));
    close(ends[1]);
    bool whole = child > 0 && read(ends[0], taken, sizeof *taken) == (ssize_t)sizeof *taken;
    close(ends[0]);
    if (child > 0)
        waitpid(child, NULL, 0);
    for (size_t i = 0; whole && i < count; i++) {
        struct stat file;
        if (stat(paths[i], &file) == 0)
            taken->byte_count += (size_t)file.st_size;
    }
    return whole ? 0 : 1;
}

static void print_row(const figures *taken, const figures *first)
{
    double more = ((double)taken->peak_kb - (double)first->peak_kb) * 1024;
    printf("| %zu | %.1f MB | %zu | %.1f s | %.0f MB |", taken->report_count,
           (double)taken->byte_count * 1e-6, taken->statement_count, taken->seconds,
           (double)taken->peak_kb * 1024e-6);
    if (taken->report_count > first->report_count)
        printf(" %.1f kB |\n", more * 1e-3 / (double)(taken->report_count - first->report_count));
    else
        printf(" |\n");
    fflush(stdout);
}

/* The paths of FOLDER's reports by name; null where it cannot be read. */
static const char **list(const char *folder, size_t *count)
{
    struct dirent **entries;
    int found = scandir(folder, &entries, is_report, by_name);
    const char **paths = found < 0 ? NULL : calloc((size_t)found + 1, sizeof *paths);
    for (int i = 0; paths != NULL && i < found; i++) {
        size_t length = strlen(folder) + strlen(entries[i]->d_name) + 2;
        char *path = malloc(length);
        if (path == NULL)
            return NULL;
        snprintf(path, length, "%s/%s", folder, entries[i]->d_name);
        paths[i] = path;
    }
    *count = found < 0 ? 0 : (size_t)found;
    return paths;
}

int main(int argument_count, char **arguments)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned thread_count = processors > 0 ? (unsigned)processors : 1;
    int at = 1;
    if (argument_count > 3 && strcmp(arguments[1], "--threads") == 0) {
        thread_count = (unsigned)strtoul(arguments[2], NULL, 10);
        at = 3;
    }
    size_t path_count = 0;
    const char **paths = at + 1 < argument_count ? list(arguments[at], &path_count) : NULL;
    if (paths == NULL || path_count == 0) {
        fputs("usage: reports_bench [--threads N] FOLDER COUNT...\n", stderr);
        return 2;
    }
    char draft[4096];
    snprintf(draft, sizeof draft, "%s/draft-of-bench.yaml", arguments[at]);
    figures first = {0};
    puts("| reports | text | statements | time | memory | for each report more |");
    puts("|---|---|---|---|---|---|");
    fflush(stdout);
    for (int i = at + 1; i < argument_count; i++) {
        size_t count = strtoul(arguments[i], NULL, 10);
        figures taken = {0};
        if (measure(paths, count < path_count ? count : path_count, thread_count, draft, &taken) !=
            0)
            return 1;
        if (first.report_count == 0)
            first = taken;
        print_row(&taken, &first);
    }
    return 0;
}
