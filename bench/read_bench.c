/*
 * read_bench.c: how fast reports are read.
 *
 *     read_bench [--runs N] [--rounds N] REPORT...
 *
 * Prints, in processor time of one thread, the median of N runs: how long the model takes to load;
 * sentences a second that are tagged and parsed, and that are read whole, from the file's bytes to
 * statements (issues and drafts are not in it). Each run reads every report so many rounds. The
 * first line names what was asked.
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

/* Words, tags, relations and lemmas of all sentences of one report. */
static bool parse(const pp_i_language *language, const pp_i_document *document, figures *sum)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    bool good = true;
    for (size_t i = 0; good && i < document->sentence_count; i++) {
        const pp_i_span *span = &document->sentences[i];
        pp_text text = {document->words.data + span->byte_start, span->byte_end - span->byte_start};
        pp_i_sentence sentence;
        pp_i_arena_mark mark = pp_i_arena_mark_get(&arena);
        good = pp_i_sentence_analyse(language, text, span->byte_start, span->paragraph, &arena,
                                     &sentence, NULL, NULL) == PP_OK;
        if (good)
            sum->token_count += sentence.token_count;
        pp_i_arena_rewind(&arena, mark);
    }
    sum->sentence_count += document->sentence_count;
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

static bool run(char **paths, size_t path_count, size_t round_count, figures *sum)
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
    bool good = true;
    for (size_t round = 0; good && round < round_count; round++)
        for (size_t i = 0; good && i < path_count; i++) {
            good = time_report(language, paths[i], sum);
            if (!good)
                fprintf(stderr, "read_bench: cannot read '%s'\n", paths[i]);
        }
    pp_i_language_close(language);
    return good;
}

/* The number behind the option at *at, from 1 on; 0 where there is none. */
static size_t number_at(int argument_count, char **arguments, int *at)
{
    *at += 2;
    return *at > argument_count ? 0 : strtoul(arguments[*at - 1], NULL, 10);
}

int main(int argument_count, char **arguments)
{
    size_t run_count = 5, round_count = 20;
    int at = 1;
    while (at < argument_count && arguments[at][0] == '-') {
        bool runs = strcmp(arguments[at], "--runs") == 0;
        size_t number = number_at(argument_count, arguments, &at);
        if (number == 0 || number > RUN_COUNT_MAX)
            return 2;
        *(runs ? &run_count : &round_count) = number;
    }
    if (at >= argument_count) {
        fputs("usage: read_bench [--runs N] [--rounds N] REPORT...\n", stderr);
        return 2;
    }
    double load[RUN_COUNT_MAX], parsing[RUN_COUNT_MAX], reading[RUN_COUNT_MAX];
    figures sum = {0};
    for (size_t i = 0; i < run_count; i++) {
        if (!run(arguments + at, (size_t)(argument_count - at), round_count, &sum))
            return 1;
        load[i] = sum.load_ms;
        parsing[i] = sum.parse_ms;
        reading[i] = sum.read_ms;
    }
    printf("# %d reports, %zu rounds, %zu runs: %zu sentences, %zu words, %zu statements a run\n",
           argument_count - at, round_count, run_count, sum.sentence_count, sum.token_count,
           sum.statement_count);
    printf("model loaded       %8.2f ms\n", median(load, run_count));
    printf("tagged and parsed  %8.0f sentences a second\n",
           (double)sum.sentence_count * 1e3 / median(parsing, run_count));
    printf("read whole         %8.0f sentences a second\n",
           (double)sum.sentence_count * 1e3 / median(reading, run_count));
    return 0;
}
