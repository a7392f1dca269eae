/*
 * error.h: how a call says that it failed, and the diagnostics of a text that a person wrote.
 *
 * "The call failed" (pp_status) is never mixed with "the answer is no": answers carry their own
 * verdict. A failed call leaves its outputs untouched.
 */
#ifndef POURPARLER_ERROR_H
#define POURPARLER_ERROR_H

#include <stddef.h>

#include "pourparler/version.h"

typedef enum pp_status {
    PP_OK = 0,
    PP_ERROR_MEMORY,    /* an allocation failed */
    PP_ERROR_INPUT,     /* what was read is not valid; diagnostics say where */
    PP_ERROR_ARGUMENT,  /* an argument makes no sense for this case (an unknown id, say) */
    PP_ERROR_LIMIT,     /* a named limit was exceeded, so that no answer could be given */
    PP_ERROR_CANCELLED, /* the caller's control asked to stop */
    PP_ERROR_SYSTEM,    /* the operating system refused: file not found, not writable, ... */
    PP_ERROR_INTERNAL   /* a bug in this library */
} pp_status;

/* Room for the words of an error; longer ones end in "...". */
enum { PP_ERROR_FILE_SIZE = 512, PP_ERROR_MESSAGE_SIZE = 512, PP_ERROR_HINT_SIZE = 384 };

/*
 * One failure: owned by the caller, filled by the call that fails, never allocated (it must work
 * when memory has run out). `line` and `column` count from 1; 0 where there is no place.
 * Texts are NUL-terminated UTF-8.
 */
typedef struct pp_error {
    pp_status status;
    size_t line;
    size_t column;
    char file[PP_ERROR_FILE_SIZE];
    char message[PP_ERROR_MESSAGE_SIZE];
    char hint[PP_ERROR_HINT_SIZE];
} pp_error;

/* A status in words, for programs that have nothing better to print. Static storage. */
PP_API const char *pp_status_text(pp_status status);

#endif
