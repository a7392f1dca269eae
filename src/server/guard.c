/* guard.c: see guard.h. */
#include "server/guard.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

bool pp_guard_make(pp_guard *guard)
{
    unsigned char bytes[(PP_TOKEN_SIZE - 1) / 2];
    FILE *random = fopen("/dev/urandom", "rb");
    if (random == NULL)
        return false;
    bool whole = fread(bytes, 1, sizeof bytes, random) == sizeof bytes;
    fclose(random);
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(guard->token + 2 * i, 3, "%02x", bytes[i]);
    return whole;
}

const char *pp_guard_path(const pp_guard *guard, const char *path)
{
    size_t length = strlen(path);
    if (length < PP_TOKEN_SIZE + 1 || path[0] != '/' || path[PP_TOKEN_SIZE] != '/')
        return NULL;
    unsigned char different = 0;
    for (size_t i = 0; i < PP_TOKEN_SIZE - 1; i++)
        different |= (unsigned char)(path[i + 1] ^ guard->token[i]);
    return different == 0 ? path + PP_TOKEN_SIZE + 1 : NULL;
}

static bool is_ours(const pp_guard *guard, const char *host)
{
    char ours[PP_HOST_SIZE];
    snprintf(ours, sizeof ours, "127.0.0.1:%" PRIu16, guard->port);
    if (strcmp(host, ours) == 0)
        return true;
    snprintf(ours, sizeof ours, "localhost:%" PRIu16, guard->port);
    return strcmp(host, ours) == 0;
}

bool pp_guard_headers(const pp_guard *guard, const char *host, const char *origin, const char *site)
{
    static const char scheme[] = "http://";
    if (host == NULL || !is_ours(guard, host))
        return false;
    if (origin != NULL && (strncmp(origin, scheme, sizeof scheme - 1) != 0 ||
                           strcmp(origin + sizeof scheme - 1, host) != 0))
        return false;
    return site == NULL || strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0;
}
