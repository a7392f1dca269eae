/*
 * generate.c: `pourparler generate`: manual pages and completions from the tables, on standard
 * output. The build calls it; packages install what it writes.
 */
#include <string.h>

#include "command/command.h"

static int generate_man(const pp_arguments *arguments)
{
    const pp_command *command = NULL;
    if (arguments->operands.count > 1) {
        command = pp_command_find(arguments->operands.items[1]);
        if (command == NULL)
            return pp_command_unknown(arguments->operands.items[1]);
    }
    pp_generate_man(command, stdout);
    return pp_output_flush();
}

int pp_run_generate(const pp_arguments *arguments)
{
    const char *what = arguments->operands.items[0];
    if (strcmp(what, "man") == 0)
        return generate_man(arguments);
    if (strcmp(what, "bash") == 0) {
        pp_generate_bash(stdout);
    } else if (strcmp(what, "zsh") == 0) {
        pp_generate_zsh(stdout);
    } else if (strcmp(what, "fish") == 0) {
        pp_generate_fish(stdout);
    } else {
        pp_output_usage_error("generate", NULL, "expected man, bash, zsh or fish, not '%s'", what);
        return PP_EXIT_USAGE;
    }
    return pp_output_flush();
}
