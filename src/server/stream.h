/*
 * stream.h: an answer as server-sent events: `progress` while it is computed, then `answer` or
 * `error`. A thread of its own computes; whoever sends asks for bytes. Nothing here knows of HTTP.
 */
#ifndef PP_SERVER_STREAM_H
#define PP_SERVER_STREAM_H

#include "server/answer.h"

typedef struct pp_stream pp_stream;

/* Begins to answer `POST api/NAME`. Takes over `body` (malloc, may be null), also where it fails.
 * `control->cancel` ends it; its progress is not used. The case outlives it. Null: no memory, or no
 * thread. */
pp_stream *pp_stream_begin(const pp_case *the_case, const char *name, char *body, size_t length,
                           const pp_control *control);

/* Waits for the next bytes: at most `size`, at least 1; 0 at the end. Where nothing happens for half
 * a second they are a comment, by which a sender notices that nobody reads any more. */
size_t pp_stream_read(pp_stream *stream, char *bytes, size_t size);

/* Cancels what is still computed, waits for it, and frees all. */
void pp_stream_end(pp_stream *stream);

#endif
