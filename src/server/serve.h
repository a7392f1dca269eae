/* serve.h: the page of a case on the loopback, until it is told to stop. */
#ifndef PP_SERVER_SERVE_H
#define PP_SERVER_SERVE_H

#include "pourparler/pourparler.h"

typedef struct pp_serve_options {
    uint16_t port;      /* 0: any that is free */
    pp_control control; /* of each answer; its `cancel` and `progress` are the server's */
    void (*ready)(const char *address); /* told once, when it answers; the address has the token */
} pp_serve_options;

/*
 * Serves `the_case` on 127.0.0.1 until SIGINT or SIGTERM comes, then ends what is under way and
 * returns PP_OK. Errors: SYSTEM (the port is taken, say).
 */
pp_status pp_serve(const pp_case *the_case, const pp_serve_options *options, pp_error *error);

#endif
