/*
 * read_bench.c: how fast reports are read.
 *
 *     read_bench [--runs N] [--rounds N] [--kernels NAME] REPORT...
 *
 * Prints, in processor time of one thread, the median of N runs: how long the model takes to load;
 * sentences a second that are tagged and parsed, and that are read whole, from the file's bytes to
 * statements (issues and drafts are not in it). Each run reads every report so many rounds. The
 * network computes with the kernels named (plain, sse2, avx2, avx512, avx512-vnni), of those that
 * the processor can run; else with the fastest. The first line names what was asked.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "reading/document.h"
#include "reading/language.h"
#include "reading/statement.h"
#include "timing.h"

enum { RUN_COUNT_MAX = 101 };

typedef struct figures {
    double load_ms, parse_ms, read_ms;
    size_t sentence_count, token_count, statement_count;
} figures;

/* Words, tags, relations and lemmas of all sentences of one report, as reading makes them. */
static bool parse(const pp_i_language *language, const pp_i_document *document, figures *sum)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    size_t count = document->sentence_count;
    pp_i_sentence *sentences = PP_NEW_ARRAY(&arena, pp_i_sentence, count);
    bool good = sentences != NULL;
    for (size_t i = 0; good && i < count; i++) {
        const pp_i_span *span = &document->sentences[i];
        pp_text text = {document->words.data + span->byte_start, span->byte_end - span->byte_start};
        size_t used;
        good = pp_i_sentence_begin(text, span->byte_start, span->paragraph, &arena, &sentences[i],
                                   &used, NULL) == PP_OK;
        if (good)
            sum->token_count += sentences[i].token_count;
    }
    good = good && pp_i_sentences_parse(language, &arena, sentences, count, NULL) == PP_OK;
    sum->sentence_count += count;
    pp_i_arena_free(&arena);
    return good;
}

static bool time_report(const pp_i_language *language, const char *path, figures *sum)
{
    pp_i_arena arena;
    pp_i_document *document = NULL;
    const pp_i_reading *reading = NULL;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    double start = now_ms();
    bool good =
        pp_i_document_read(path, PP_FORMAT_GUESS, &arena, &document, NULL) == PP_OK &&
        pp_i_reading_make(language, &document, 1, NULL, 0, NULL, &arena, &reading, NULL) == PP_OK;
    double read = now_ms();
    if (good) {
        sum->read_ms += read - start;
        sum->statement_count += reading->statement_count;
        good = parse(language, document, sum);
        sum->parse_ms += now_ms() - read;
    }
    pp_i_arena_free(&arena);
    return good;
}

/* What is asked for. */
typedef struct request {
    size_t run_count, round_count;
    const pp_i_kernels *kernels;
    char **paths;
    size_t path_count;
} request;

static bool run(const request *asked, figures *sum)
{
    *sum = (figures){0};
    pp_i_language *language = NULL;
    pp_error error;
    double start = now_ms();
    if (pp_i_language_open(NULL, NULL, &language, &error) != PP_OK) {
        fprintf(stderr, "read_bench: %s\n", error.message);
        return false;
    }
    sum->load_ms = now_ms() - start;
    pp_i_language_set_kernels(language, asked->kernels);
    bool good = true;
    for (size_t round = 0; good && round < asked->round_count; round++)
        for (size_t i = 0; good && i < asked->path_count; i++) {
            good = time_report(language, asked->paths[i], sum);
            if (!good)
                fprintf(stderr, "read_bench: cannot read '%s'\n", asked->paths[i]);
        }
    pp_i_language_close(language);
    return good;
}

/* An option and its value; false where they make no sense. */
static bool set_option(const char *name, const char *value, request *asked)
{
    if (strcmp(name, "--kernels") == 0) {
        asked->kernels = pp_i_kernels_named(value);
        return asked->kernels != NULL;
    }
    size_t number = strtoul(value, NULL, 10);
    if (number == 0 || number > RUN_COUNT_MAX)
        return false;
    if (strcmp(name, "--runs") == 0)
        asked->run_count = number;
    else if (strcmp(name, "--rounds") == 0)
        asked->round_count = number;
    else
        return false;
    return true;
}

int main(int argument_count, char **arguments)
{
    request asked = {.run_count = 5, .round_count = 20, .kernels = pp_i_kernels_best()};
    int at = 1;
    for (; at + 1 < argument_count && arguments[at][0] == '-'; at += 2)
        if (!set_option(arguments[at], arguments[at + 1], &asked)) {
            fprintf(stderr, "read_bench: not to be had here: %s %s\n", arguments[at],
                    arguments[at + 1]);
            return 2;
        }
    if (at >= argument_count) {
        fputs("usage: read_bench [--runs N] [--rounds N] [--kernels NAME] REPORT...\n", stderr);
        return 2;
    }
    asked.paths = arguments + at;
    asked.path_count = (size_t)(argument_count - at);
    double load[RUN_COUNT_MAX], parsing[RUN_COUNT_MAX], reading[RUN_COUNT_MAX];
    figures sum = {0};
    for (size_t i = 0; i < asked.run_count; i++) {
        if (!run(&asked, &sum))
            return 1;
        load[i] = sum.load_ms;
        parsing[i] = sum.parse_ms;
        reading[i] = sum.read_ms;
    }
    printf(
        "# %zu reports, %zu rounds, %zu runs, kernels %s: %zu sentences, %zu words, %zu statements "
        "a run\n",
        asked.path_count, asked.round_count, asked.run_count, asked.kernels->name,
        sum.sentence_count, sum.token_count, sum.statement_count);
    printf("model loaded       %8.2f ms\n", median(load, asked.run_count));
    printf("tagged and parsed  %8.0f sentences a second\n",
           (double)sum.sentence_count * 1e3 / median(parsing, asked.run_count));
    printf("read whole         %8.0f sentences a second\n",
           (double)sum.sentence_count * 1e3 / median(reading, asked.run_count));
    return 0;
}
