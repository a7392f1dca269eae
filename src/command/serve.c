/* serve.c: `pourparler serve CASE`: the workbench, on the loopback. */
#include "server/serve.h"

#include "command/command.h"

static void say_ready(const char *address)
{
    printf("%s\n", address);
    fflush(stdout);
}

static int serve(pp_session *session)
{
    const pp_arguments *arguments = session->arguments;
    pp_serve_options options = {
        .port = (uint16_t)arguments->port, .control = session->control, .ready = say_ready};
    options.control.progress = NULL;
    if (!pp_brief_has_page()) {
        pp_output_error(&(pp_error){.status = PP_ERROR_SYSTEM,
                                    .message = "the page was left out of this program",
                                    .hint = "build it where Node.js and npm are at hand"});
        return PP_EXIT_SYSTEM;
    }
    if (!arguments->quiet)
        fputs("Serving on this machine alone, to whoever has the address; Ctrl-C ends it.\n",
              stderr);
    return pp_session_fail(session, pp_serve(session->the_case, &options, &session->error));
}

int pp_run_serve(const pp_arguments *arguments)
{
    if (arguments->port > UINT16_MAX) {
        pp_output_usage_error("serve", NULL, "--port wants a number up to %d", UINT16_MAX);
        return PP_EXIT_USAGE;
    }
    pp_session session;
    pp_session_begin(&session, arguments);
    int code = pp_session_open(&session, false);
    if (code == PP_EXIT_ANSWERED)
        code = serve(&session);
    pp_session_end(&session);
    return code;
}
