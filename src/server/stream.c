/* stream.c: see stream.h. Of what has not been sent, only the newest progress is kept. */
#include "server/stream.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BETWEEN_S 0.1 /* events of progress within one part */
#define IDLE_NS 500000000L

enum { NAME_SIZE = 32, PART_SIZE = 80, SECOND_NS = 1000000000 };

struct pp_stream {
    const pp_case *the_case;
    char name[NAME_SIZE];
    char *body;
    size_t length;
    pp_control control;
    pthread_t thread;
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t news;
    bool left;     /* nobody waits for it any more */
    bool finished; /* computing */
    bool said;     /* the answer is in `event` or was */
    bool progressed;
    char part[PART_SIZE];
    double done, told_s;
    pp_answer answer;
    char *event; /* what is being sent */
    size_t event_length, event_at;
};

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* --- The thread that computes ------------------------------------------------------------------ */

static bool on_progress(void *context, const char *part, double done)
{
    pp_stream *stream = context;
    pthread_mutex_lock(&stream->lock);
    bool going = !stream->left;
    double now = now_s();
    if (now - stream->told_s >= BETWEEN_S || strncmp(part, stream->part, PART_SIZE - 1) != 0) {
        snprintf(stream->part, sizeof stream->part, "%s", part);
        stream->done = done;
        stream->told_s = now;
        stream->progressed = true;
        pthread_cond_signal(&stream->news);
    }
    pthread_mutex_unlock(&stream->lock);
    return going;
}

static void *compute(void *context)
{
    pp_stream *stream = context;
    pp_answer answer = pp_answer_api(stream->the_case, stream->name, stream->body, stream->length,
                                     &stream->control);
    pthread_mutex_lock(&stream->lock);
    stream->answer = answer;
    stream->finished = true;
    pthread_cond_signal(&stream->news);
    pthread_mutex_unlock(&stream->lock);
    return NULL;
}

/* --- Events ------------------------------------------------------------------------------------ */

/* `event: NAME`, and each line of `text` behind `data: `. */
static bool set_event(pp_stream *stream, const char *name, const char *text)
{
    size_t lines = 1;
    for (const char *at = text; *at != '\0'; at++)
        lines += *at == '\n';
    size_t size = strlen(name) + strlen(text) + lines * 7 + 16;
    char *made = malloc(size), *end = made;
    if (made == NULL)
        return false;
    end += sprintf(end, "event: %s\ndata: ", name);
    for (const char *at = text; *at != '\0'; at++) {
        *end++ = *at;
        if (*at == '\n')
            end += sprintf(end, "data: ");
    }
    end += sprintf(end, "\n\n");
    stream->event = made;
    stream->event_length = (size_t)(end - made);
    stream->event_at = 0;
    return true;
}

static bool set_progress(pp_stream *stream)
{
    json_t *object = json_pack("{s:s,s:f}", "part", stream->part, "done", stream->done);
    char *text = object == NULL ? NULL : json_dumps(object, JSON_COMPACT);
    bool set = text != NULL && set_event(stream, "progress", text);
    json_decref(object);
    free(text);
    stream->progressed = false;
    return set;
}

static bool set_answer(pp_stream *stream)
{
    bool good = stream->answer.code == 200 && stream->answer.text != NULL;
    stream->said = true;
    return set_event(stream, good ? "answer" : "error",
                     stream->answer.text == NULL ? pp_answer_no_memory : stream->answer.text);
}

/* Waits for something to say, at most half a second; true where there is something. */
static bool wait_for_news(pp_stream *stream)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += IDLE_NS;
    until.tv_sec += until.tv_nsec / SECOND_NS;
    until.tv_nsec %= SECOND_NS;
    while (!stream->finished && !stream->progressed)
        if (pthread_cond_timedwait(&stream->news, &stream->lock, &until) == ETIMEDOUT)
            return false;
    return true;
}

/* The next event into `event`; false at the end, and where memory has run out. */
static bool next_event(pp_stream *stream)
{
    free(stream->event);
    stream->event = NULL;
    stream->event_length = stream->event_at = 0;
    if (stream->said)
        return false;
    if (!wait_for_news(stream)) {
        stream->event = malloc(3);
        stream->event_length = stream->event == NULL ? 0 : 3;
        if (stream->event != NULL)
            memcpy(stream->event, ":\n\n", 3);
        return stream->event != NULL;
    }
    return stream->finished ? set_answer(stream) : set_progress(stream);
}

size_t pp_stream_read(pp_stream *stream, char *bytes, size_t size)
{
    pthread_mutex_lock(&stream->lock);
    size_t count = 0;
    if (stream->event_at < stream->event_length || next_event(stream)) {
        size_t left = stream->event_length - stream->event_at;
        count = left < size ? left : size;
        memcpy(bytes, stream->event + stream->event_at, count);
        stream->event_at += count;
    }
    pthread_mutex_unlock(&stream->lock);
    return count;
}

/* --- Begin and end ----------------------------------------------------------------------------- */

static bool init_news(pthread_cond_t *news)
{
    pthread_condattr_t monotonic;
    if (pthread_condattr_init(&monotonic) != 0)
        return false;
    bool good = pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC) == 0 &&
                pthread_cond_init(news, &monotonic) == 0;
    pthread_condattr_destroy(&monotonic);
    return good;
}

static void free_stream(pp_stream *stream)
{
    free(stream->body);
    free(stream->event);
    pp_report_free(stream->answer.text);
    free(stream);
}

pp_stream *pp_stream_begin(const pp_case *the_case, const char *name, char *body, size_t length,
                           const pp_control *control)
{
    pp_stream *stream = calloc(1, sizeof *stream);
    if (stream == NULL) {
        free(body);
        return NULL;
    }
    stream->the_case = the_case;
    snprintf(stream->name, sizeof stream->name, "%s", name);
    stream->body = body;
    stream->length = length;
    stream->control = *control;
    stream->control.progress = on_progress;
    stream->control.progress_context = stream;
    if (pthread_mutex_init(&stream->lock, NULL) != 0) {
        free_stream(stream);
        return NULL;
    }
    bool waits = init_news(&stream->news);
    if (waits && pthread_create(&stream->thread, NULL, compute, stream) == 0)
        return stream;
    if (waits)
        pthread_cond_destroy(&stream->news);
    pthread_mutex_destroy(&stream->lock);
    free_stream(stream);
    return NULL;
}

void pp_stream_end(pp_stream *stream)
{
    pthread_mutex_lock(&stream->lock);
    stream->left = true;
    pthread_mutex_unlock(&stream->lock);
    pthread_join(stream->thread, NULL);
    pthread_cond_destroy(&stream->news);
    pthread_mutex_destroy(&stream->lock);
    free_stream(stream);
}
