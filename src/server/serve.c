/*
 * serve.c: HTTP around answer.h, by libmicrohttpd, a thread for each connection.
 *
 * It listens on the loopback alone; nobody gets an answer without the token in the address, nor by
 * way of another host name or another page (guard.h). Bodies, headers, idle time and connections
 * have limits. Who goes away while an answer is computed cancels it.
 */
#include "server/serve.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/answer.h"
#include "server/guard.h"
#include "server/stream.h"

enum {
    CONNECTION_COUNT_MAX = 64,
    CONNECTION_BYTE_COUNT_MAX = 32 << 10, /* headers */
    IDLE_S_MAX = 10,
    EVENT_BYTE_COUNT = 16 << 10, /* sent at a time */
    ADDRESS_SIZE = 96
};
static const char event_type[] = "text/event-stream";
#define ANSWER_S_MAX 10.0

typedef struct server {
    const pp_case *the_case;
    pp_guard guard;
    pp_control control;
    volatile bool stop;
} server;

/* One request as it comes in. */
typedef struct incoming {
    char *body;
    size_t length, capacity;
    bool too_long;
} incoming;

/* Is whoever asked still there? The library calls this while it computes. */
static bool still_there(void *context, const char *part, double done)
{
    char byte;
    int socket = *(const int *)context;
    (void)part;
    (void)done;
    ssize_t got = recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got > 0 || (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR));
}

static void add_headers(struct MHD_Response *response, const char *type)
{
    MHD_add_response_header(response, "Content-Type", type);
    MHD_add_response_header(response, "Cache-Control", "no-store");
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    MHD_add_response_header(response, "X-Frame-Options", "DENY");
    MHD_add_response_header(response, "Referrer-Policy", "no-referrer");
    MHD_add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
    MHD_add_response_header(response, "Cross-Origin-Opener-Policy", "same-origin");
}

static enum MHD_Result send_answer(struct MHD_Connection *connection, pp_answer answer)
{
    bool whole = answer.text != NULL;
    const char *text = whole ? answer.text : pp_answer_no_memory;
    struct MHD_Response *response = MHD_create_response_from_buffer(
        strlen(text), (void *)text, whole ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);
    if (response == NULL) {
        pp_report_free(answer.text);
        return MHD_NO;
    }
    add_headers(response, whole ? answer.type : "application/json");
    enum MHD_Result result = MHD_queue_response(
        connection, whole ? (unsigned)answer.code : MHD_HTTP_INTERNAL_SERVER_ERROR, response);
    MHD_destroy_response(response);
    return result;
}

static const char *header(struct MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/* --- An answer in events ------------------------------------------------------------------------ */

static ssize_t read_stream(void *context, uint64_t at, char *bytes, size_t size)
{
    (void)at;
    size_t count = pp_stream_read(context, bytes, size);
    return count == 0 ? MHD_CONTENT_READER_END_OF_STREAM : (ssize_t)count;
}

static void end_stream(void *context)
{
    pp_stream_end(context);
}

/* Who goes away ends it: what is written then fails, and the response is freed. */
static enum MHD_Result send_events(server *the_server, struct MHD_Connection *connection,
                                   const char *name, incoming *asked)
{
    pp_stream *stream = pp_stream_begin(the_server->the_case, name, asked->body, asked->length,
                                        &the_server->control);
    asked->body = NULL;
    if (stream == NULL)
        return send_answer(connection, (pp_answer){0});
    struct MHD_Response *response = MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, EVENT_BYTE_COUNT, read_stream, stream, end_stream);
    if (response == NULL) {
        pp_stream_end(stream);
        return MHD_NO;
    }
    add_headers(response, event_type);
    enum MHD_Result result = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return result;
}

static bool is_json(struct MHD_Connection *connection)
{
    static const char json[] = "application/json";
    const char *type = header(connection, "Content-Type");
    return type != NULL && strncmp(type, json, sizeof json - 1) == 0 &&
           strchr(";", type[sizeof json - 1]) != NULL;
}

/* What is wrong with how it is asked, before the body is looked at: a code, or 0. */
static int refusal(const server *the_server, struct MHD_Connection *connection, const char *url,
                   const char *method)
{
    if (!pp_guard_headers(&the_server->guard, header(connection, "Host"),
                          header(connection, "Origin"), header(connection, "Sec-Fetch-Site")))
        return MHD_HTTP_FORBIDDEN;
    const char *path = pp_guard_path(&the_server->guard, url);
    if (path == NULL)
        return MHD_HTTP_NOT_FOUND;
    bool api = strncmp(path, "api/", 4) == 0;
    if (!api && path[0] != '\0')
        return MHD_HTTP_NOT_FOUND;
    if (strcmp(method, api ? "POST" : "GET") != 0)
        return MHD_HTTP_METHOD_NOT_ALLOWED;
    return api && !is_json(connection) ? MHD_HTTP_UNSUPPORTED_MEDIA_TYPE : 0;
}

static enum MHD_Result answer(server *the_server, struct MHD_Connection *connection,
                              const char *url, incoming *asked)
{
    const char *path = pp_guard_path(&the_server->guard, url);
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    pp_control control = the_server->control;
    int socket = info == NULL ? -1 : info->connect_fd;
    if (info != NULL) {
        control.progress = still_there;
        control.progress_context = &socket;
    }
    const char *accepted = header(connection, "Accept");
    if (path[0] != '\0' && accepted != NULL && strcmp(accepted, event_type) == 0)
        return send_events(the_server, connection, path + 4, asked);
    if (path[0] == '\0')
        return send_answer(connection, pp_answer_page(the_server->the_case, &control));
    return send_answer(connection, pp_answer_api(the_server->the_case, path + 4, asked->body,
                                                 asked->length, &control));
}

/* Keeps what comes of a body; beyond the limit only that it is too long. */
static bool keep(incoming *asked, const char *data, size_t size)
{
    if (asked->too_long || size > PP_REQUEST_BYTE_COUNT_MAX - asked->length) {
        asked->too_long = true;
        return true;
    }
    if (asked->length + size > asked->capacity) {
        size_t capacity = 2 * (asked->length + size);
        char *grown = realloc(asked->body, capacity);
        if (grown == NULL)
            return false;
        asked->body = grown;
        asked->capacity = capacity;
    }
    memcpy(asked->body + asked->length, data, size);
    asked->length += size;
    return true;
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *url,
                                  const char *method, const char *version, const char *data,
                                  size_t *data_size, void **request)
{
    server *the_server = context;
    incoming *asked = *request;
    (void)version;
    if (asked == NULL) { /* the headers alone have come */
        int code = refusal(the_server, connection, url, method);
        if (code != 0)
            return send_answer(connection, pp_answer_error(code, "refused", NULL));
        *request = calloc(1, sizeof *asked);
        return *request == NULL ? MHD_NO : MHD_YES;
    }
    if (*data_size > 0) {
        bool kept = keep(asked, data, *data_size);
        *data_size = 0;
        return kept ? MHD_YES : MHD_NO;
    }
    if (asked->too_long)
        return send_answer(connection, pp_answer_error(MHD_HTTP_CONTENT_TOO_LARGE,
                                                       "the body is longer than any may be", NULL));
    return answer(the_server, connection, url, asked);
}

static void on_end(void *context, struct MHD_Connection *connection, void **request,
                   enum MHD_RequestTerminationCode code)
{
    incoming *asked = *request;
    (void)context;
    (void)connection;
    (void)code;
    if (asked != NULL)
        free(asked->body);
    free(asked);
    *request = NULL;
}

/* libmicrohttpd says on standard error what clients did wrong; nobody needs to read that. */
static void say_nothing(void *context, const char *format, va_list arguments)
{
    (void)context;
    (void)format;
    (void)arguments;
}

/* A socket that listens on the loopback at `port` (0: any that is free), whose number is in *bound;
 * -1: there is none. */
static int listen_at(uint16_t port, uint16_t *bound)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    socklen_t size = sizeof address;
    int yes = 1, made = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (made < 0)
        return -1;
    if (setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        bind(made, (struct sockaddr *)&address, sizeof address) != 0 ||
        listen(made, CONNECTION_COUNT_MAX) != 0 ||
        getsockname(made, (struct sockaddr *)&address, &size) != 0) {
        int why = errno;
        close(made);
        errno = why;
        return -1;
    }
    *bound = ntohs(address.sin_port);
    return made;
}

/* The port is known before the first thread that looks at it. */
static struct MHD_Daemon *start(server *the_server, uint16_t port)
{
    int listening = listen_at(port, &the_server->guard.port);
    if (listening < 0)
        return NULL;
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_ERROR_LOG, 0,
        NULL, NULL, on_request, the_server, MHD_OPTION_EXTERNAL_LOGGER, say_nothing, NULL,
        MHD_OPTION_LISTEN_SOCKET, listening, MHD_OPTION_NOTIFY_COMPLETED, on_end, NULL,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTION_COUNT_MAX,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTE_COUNT_MAX,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_S_MAX, MHD_OPTION_END);
    if (daemon == NULL)
        close(listening);
    return daemon;
}

static pp_status fail(pp_error *error, const char *what)
{
    *error = (pp_error){.status = PP_ERROR_SYSTEM};
    snprintf(error->message, sizeof error->message, "%s: %s", what, strerror(errno));
    return PP_ERROR_SYSTEM;
}

pp_status pp_serve(const pp_case *the_case, const pp_serve_options *options, pp_error *error)
{
    server the_server = {.the_case = the_case, .control = options->control};
    the_server.control.cancel = &the_server.stop;
    if (!(the_server.control.time_s_max > 0))
        the_server.control.time_s_max = ANSWER_S_MAX;
    if (!pp_guard_make(&the_server.guard))
        return fail(error, "no random bytes for the address");
    sigset_t ends, before;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, &before); /* the threads to come inherit this */
    errno = 0;
    struct MHD_Daemon *daemon = start(&the_server, options->port);
    if (daemon == NULL) {
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        return fail(error, "cannot listen on the loopback");
    }
    char address[ADDRESS_SIZE];
    snprintf(address, sizeof address, "http://127.0.0.1:%u/%s/", (unsigned)the_server.guard.port,
             the_server.guard.token);
    options->ready(address);
    int signal_number;
    sigwait(&ends, &signal_number);
    __atomic_store_n(&the_server.stop, true, __ATOMIC_RELAXED); /* ends what is being computed */
    MHD_stop_daemon(daemon);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return PP_OK;
}
