/* reports.c: see reports.h. Batches go through three stages, a window of them at a time: files are
 * read side by side; repeats are marked in order, by one thread; sentences are read side by side. */
#include "reading/reports.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "reading/document.h"
#include "reading/language.h"

enum { WINDOW_BATCH_COUNT = 2 /* a thread */ };

#define TIME_LEFT_MIN_S 1e-3
#define PART_READING "reading reports"

/* A file that could not be read. */
typedef struct failure {
    size_t path;
    pp_error error;
} failure;

typedef struct batch {
    pp_i_arena own;
    pp_i_arena *arena; /* `own`, or that of the whole reading where there is but one batch */
    size_t path_first, path_count;
    pp_i_document *documents[PP_REPORTS_BATCH_COUNT];
    size_t document_count;
    size_t number_first; /* of its first document among all */
    failure *failures[PP_REPORTS_BATCH_COUNT];
    size_t failure_count;
    const pp_i_reading *reading;
    pp_status status;
    pp_error error;
} batch;

/* One call of pp_i_reports_read. */
typedef struct job {
    const pp_i_language *language;
    pp_reading *reading;
    pp_i_arena scratch; /* repeats, batches */
    pp_i_paths paths;
    pp_i_repeats *repeats;
    pp_i_merging *merging;
    const pp_control *control;
    pp_i_run run;
    batch *window;
    size_t window_count; /* batches that are in it */
    size_t document_count, path_done_count;
    bool single;
    pp_status stop; /* why no more reports are read, or PP_OK */
    pp_error *error;
} job;

/* Threads that share out the items [0, count). */
typedef struct crew {
    job *whole;
    void (*work)(job *whole, batch *one);
    pthread_mutex_t lock;
    size_t next, count;
} crew;

static size_t take(crew *team)
{
    pthread_mutex_lock(&team->lock);
    size_t taken = team->next < team->count ? team->next++ : PP_NONE;
    pthread_mutex_unlock(&team->lock);
    return taken;
}

static void *work_on(void *context)
{
    crew *team = context;
    for (size_t i = take(team); i != PP_NONE; i = take(team))
        team->work(team->whole, &team->whole->window[i]);
    return NULL;
}

static size_t thread_count(const pp_control *control)
{
    size_t wanted = control == NULL || control->thread_count == 0 ? 1 : control->thread_count;
    return wanted < PP_REPORTS_THREAD_COUNT_MAX ? wanted : PP_REPORTS_THREAD_COUNT_MAX;
}

/* Does `work` on every batch of the window; where a thread cannot be had, the others do its part. */
static pp_status run_crew(job *whole, void (*work)(job *whole, batch *one))
{
    crew team = {.whole = whole, .work = work, .count = whole->window_count};
    pthread_t threads[PP_REPORTS_THREAD_COUNT_MAX];
    if (pthread_mutex_init(&team.lock, NULL) != 0)
        return pp_i_fail(whole->error, PP_ERROR_SYSTEM, "cannot make a lock for the threads");
    size_t wanted = thread_count(whole->control), started = 0;
    if (wanted > team.count)
        wanted = team.count;
    while (started + 1 < wanted && pthread_create(&threads[started], NULL, work_on, &team) == 0)
        started++;
    work_on(&team);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    pthread_mutex_destroy(&team.lock);
    return PP_OK;
}

static void read_documents(job *whole, batch *one)
{
    for (size_t i = 0; i < one->path_count; i++) {
        const char *path = whole->paths.list.items[one->path_first + i].path;
        pp_error error = {0};
        pp_i_document *document = NULL;
        pp_status status =
            pp_i_document_read(path, PP_FORMAT_GUESS, one->arena, &document, &error);
        if (status == PP_OK) {
            one->documents[one->document_count++] = document;
            continue;
        }
        failure *failed = status == PP_ERROR_MEMORY ? NULL : PP_NEW(one->arena, failure);
        if (failed == NULL) {
            one->status = pp_i_fail_memory(&one->error);
            return;
        }
        *failed = (failure){one->path_first + i, error};
        failed->error.status = status;
        one->failures[one->failure_count++] = failed;
    }
}

/* What a worker may hear of the caller's control: never progress, and only the time that is left. */
static pp_control control_for_worker(const job *whole)
{
    pp_control control = whole->control == NULL ? (pp_control){0} : *whole->control;
    control.progress = NULL;
    control.thread_count = 1;
    if (control.time_s_max > 0) {
        double left = control.time_s_max - pp_i_run_seconds(&whole->run);
        control.time_s_max = left > TIME_LEFT_MIN_S ? left : TIME_LEFT_MIN_S;
    }
    return control;
}

static void read_sentences(job *whole, batch *one)
{
    pp_control control = control_for_worker(whole);
    one->status = pp_i_reading_make_marked(whole->language, one->documents,
                                           one->document_count, one->number_first, &control,
                                           one->arena, &one->reading, &one->error);
}

static bool add_remark(job *whole, const char *file, const char *message, bool left_out)
{
    pp_i_arena *arena = &whole->reading->arena;
    pp_read_remark remark = {pp_i_arena_copy(arena, file, strlen(file)),
                             pp_i_arena_copy(arena, message, strlen(message)), left_out};
    return remark.file != NULL && remark.message != NULL &&
           PP_LIST_ADD(arena, &whole->reading->remarks, remark);
}

/* A file of a folder is left out, one that was named makes the call fail. */
static pp_status judge_failures(job *whole, const batch *one)
{
    for (size_t i = 0; i < one->failure_count; i++) {
        const failure *failed = one->failures[i];
        const pp_i_path *path = &whole->paths.list.items[failed->path];
        if (path->named) {
            if (whole->error != NULL)
                *whole->error = failed->error;
            return failed->error.status;
        }
        if (!add_remark(whole, path->path, failed->error.message, true))
            return pp_i_fail_memory(whole->error);
    }
    return PP_OK;
}

static bool remark_on(job *whole, const pp_i_document *document)
{
    char message[160];
    if (document->paragraph_count == 0 &&
        !add_remark(whole, document->name, "holds no text to read", false))
        return false;
    if (document->invalid_byte_count == 0)
        return true;
    snprintf(message, sizeof message, "%zu %s no text in UTF-8; U+FFFD stands for what is wrong",
             document->invalid_byte_count, document->invalid_byte_count == 1 ? "byte is" : "bytes are");
    return add_remark(whole, document->name, message, false);
}

static pp_status fail_as(job *whole, const batch *one)
{
    if (whole->error != NULL)
        *whole->error = one->error;
    return one->status;
}

/* In the order of the command line: what was there before counts once. */
static pp_status mark_batch(job *whole, batch *one)
{
    if (one->status != PP_OK)
        return fail_as(whole, one);
    pp_status status = judge_failures(whole, one);
    one->number_first = whole->document_count;
    for (size_t i = 0; status == PP_OK && i < one->document_count; i++) {
        status = pp_i_repeats_mark(whole->repeats, whole->document_count++, one->documents[i],
                                   whole->error);
        if (status == PP_OK && !remark_on(whole, one->documents[i]))
            status = pp_i_fail_memory(whole->error);
    }
    return status;
}

/* A stop is no failure: what was read until then is the answer. */
static void note_stop(job *whole)
{
    if (whole->stop != PP_OK)
        whole->reading->stop =
            pp_i_run_stop_text(whole->stop == PP_ERROR_CANCELLED ? PP_STOP_CANCELLED : PP_STOP_TIME);
}

/* Asks between windows; PP_OK, or why to stop. */
static pp_status ask(job *whole)
{
    const pp_control *control = whole->control;
    if (control == NULL)
        return PP_OK;
    if (control->cancel != NULL && *control->cancel)
        return PP_ERROR_CANCELLED;
    if (control->time_s_max > 0 && pp_i_run_seconds(&whole->run) > control->time_s_max)
        return PP_ERROR_LIMIT;
    double done = (double)whole->path_done_count / (double)whole->paths.list.count;
    if (control->progress != NULL &&
        !control->progress(control->progress_context, PART_READING, done))
        return PP_ERROR_CANCELLED;
    return PP_OK;
}

static void open_window(job *whole, size_t path_first)
{
    size_t room = thread_count(whole->control) * WINDOW_BATCH_COUNT;
    whole->window_count = 0;
    for (size_t at = path_first; at < whole->paths.list.count && whole->window_count < room;) {
        batch *one = &whole->window[whole->window_count++];
        size_t left = whole->paths.list.count - at;
        memset(one, 0, sizeof *one);
        pp_i_arena_init(&one->own, pp_i_allocator_of(whole->control));
        one->arena = whole->single ? &whole->reading->batch : &one->own;
        one->path_first = at;
        one->path_count = left < PP_REPORTS_BATCH_COUNT ? left : PP_REPORTS_BATCH_COUNT;
        at += one->path_count;
    }
}

static void close_window(job *whole)
{
    for (size_t i = 0; i < whole->window_count; i++)
        pp_i_arena_free(&whole->window[i].own);
    whole->window_count = 0;
}

/* Puts what the batches say into the whole, up to the first that was stopped. */
static pp_status merge_window(job *whole)
{
    for (size_t i = 0; i < whole->window_count; i++) {
        batch *one = &whole->window[i];
        if (one->status == PP_ERROR_CANCELLED || one->status == PP_ERROR_LIMIT) {
            whole->stop = one->status;
            return PP_OK;
        }
        if (one->status != PP_OK)
            return fail_as(whole, one);
        if (whole->single)
            whole->reading->said = one->reading;
        else if (!pp_i_merging_add(whole->merging, one->reading, one->number_first))
            return pp_i_fail_memory(whole->error);
        whole->path_done_count += one->path_count;
    }
    return PP_OK;
}

static pp_status read_window(job *whole)
{
    open_window(whole, whole->path_done_count);
    pp_status status = run_crew(whole, read_documents);
    for (size_t i = 0; status == PP_OK && i < whole->window_count; i++)
        status = mark_batch(whole, &whole->window[i]);
    if (status == PP_OK)
        status = run_crew(whole, read_sentences);
    if (status == PP_OK)
        status = merge_window(whole);
    close_window(whole);
    return status;
}

static pp_status read_all(job *whole)
{
    pp_status status = PP_OK;
    while (status == PP_OK && whole->path_done_count < whole->paths.list.count) {
        whole->stop = ask(whole);
        if (whole->stop == PP_OK)
            status = read_window(whole);
        if (whole->stop != PP_OK)
            break;
    }
    note_stop(whole);
    if (status == PP_OK && (!whole->single || whole->reading->said == NULL))
        whole->reading->said = pp_i_merging_end(whole->merging);
    if (status == PP_OK && whole->reading->said == NULL)
        status = pp_i_fail_memory(whole->error);
    return status;
}

static pp_status find_paths(job *whole, const char *const *paths, size_t path_count)
{
    bool input_named = false;
    if (path_count == 0)
        return pp_i_fail(whole->error, PP_ERROR_ARGUMENT, "no report to read");
    for (size_t i = 0; i < path_count; i++) {
        bool input = strcmp(paths[i], "-") == 0;
        if (input && input_named)
            return pp_i_fail(whole->error, PP_ERROR_ARGUMENT,
                             "standard input can only be read once");
        input_named = input_named || input;
        size_t before = whole->paths.list.count;
        pp_status status = pp_i_folder_add(paths[i], &whole->reading->arena, &whole->paths,
                                           whole->error);
        if (status != PP_OK)
            return status;
        if (whole->paths.list.count == before) {
            pp_i_fail(whole->error, PP_ERROR_INPUT, "no report in the folder '%.300s'", paths[i]);
            pp_i_error_hint(whole->error, "reports end in .txt, .md or .html");
            return PP_ERROR_INPUT;
        }
    }
    whole->single = whole->paths.list.count <= PP_REPORTS_BATCH_COUNT;
    return PP_OK;
}

static pp_status prepare(job *whole)
{
    size_t room = thread_count(whole->control) * WINDOW_BATCH_COUNT;
    pp_status status = pp_i_repeats_new(&whole->scratch, &whole->repeats, whole->error);
    whole->window = PP_NEW_ARRAY(&whole->scratch, batch, room);
    whole->merging = pp_i_merging_new(&whole->reading->arena);
    if (status == PP_OK && (whole->window == NULL || whole->merging == NULL))
        status = pp_i_fail_memory(whole->error);
    return status;
}

static pp_reading *reading_new(const pp_control *control)
{
    pp_allocator allocator = pp_i_allocator_of(control);
    pp_reading *reading = allocator.resize(allocator.context, NULL, 0, sizeof *reading);
    if (reading == NULL)
        return NULL;
    memset(reading, 0, sizeof *reading);
    reading->thread_count = control == NULL ? 1 : control->thread_count;
    pp_i_arena_init(&reading->arena, allocator);
    pp_i_arena_init(&reading->batch, allocator);
    return reading;
}

pp_status pp_i_reports_read(const char *const *paths, size_t path_count,
                            const pp_read_options *options, const pp_control *control,
                            pp_reading **reading, pp_error *error)
{
    job whole = {.control = control, .error = error, .reading = reading_new(control)};
    if (whole.reading == NULL)
        return pp_i_fail_memory(error);
    pp_i_arena_init(&whole.scratch, pp_i_allocator_of(control));
    pp_i_run_init(&whole.run, control);
    pp_i_language *language = NULL;
    pp_status status = find_paths(&whole, paths, path_count);
    if (status == PP_OK)
        status = pp_i_language_open(options == NULL ? NULL : options->model, control, &language,
                                    error);
    whole.language = language;
    if (status == PP_OK)
        status = prepare(&whole);
    if (status == PP_OK)
        status = read_all(&whole);
    pp_i_language_close(language);
    pp_i_arena_free(&whole.scratch);
    if (status != PP_OK)
        pp_i_reports_free(whole.reading);
    else
        *reading = whole.reading;
    return status;
}

void pp_i_reports_free(pp_reading *reading)
{
    if (reading == NULL)
        return;
    pp_allocator allocator = reading->arena.allocator;
    pp_i_arena_free(&reading->batch);
    pp_i_arena_free(&reading->arena);
    allocator.resize(allocator.context, reading, sizeof *reading, 0);
}
