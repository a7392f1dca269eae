/* guard.h: who may ask: the address with its token, and the headers that a browser adds. */
#ifndef PP_SERVER_GUARD_H
#define PP_SERVER_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PP_TOKEN_SIZE = 33, PP_HOST_SIZE = 32 };

typedef struct pp_guard {
    char token[PP_TOKEN_SIZE]; /* 128 random bits in hexadecimal */
    uint16_t port;
} pp_guard;

/* A new token; false where the system gives no random bytes. */
bool pp_guard_make(pp_guard *guard);

/* The rest of `path` behind `/TOKEN/`, or null where the token is not ours. The time that this
 * takes does not tell how much of the token was right. */
const char *pp_guard_path(const pp_guard *guard, const char *path);

/* `host` names this server on the loopback (else a page elsewhere could reach it under a name of
 * its own); `origin` and `site` (Sec-Fetch-Site), where given, say that the page is ours. Null: not
 * given. */
bool pp_guard_headers(const pp_guard *guard, const char *host, const char *origin,
                      const char *site);

#endif
