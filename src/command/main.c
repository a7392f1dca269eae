/* main.c: finds the command, parses its arguments, runs it. */
#include <signal.h>
#include <string.h>

#include "command/command.h"

static int check_operands(const pp_command *command, const pp_arguments *arguments)
{
    size_t count = arguments->operands.count;
    if (count < command->operand_count_min)
        pp_output_usage_error(command->name, NULL, "%s: expected %s",
                              count == 0 ? "nothing to work on" : "something is missing",
                              command->operands);
    else if (count > command->operand_count_max)
        pp_output_usage_error(command->name, NULL, "'%s' is one argument too many",
                              arguments->operands.items[command->operand_count_max]);
    else
        return PP_EXIT_ANSWERED;
    return PP_EXIT_USAGE;
}

static int run(const pp_command *command, int argument_count, char **arguments)
{
    pp_arguments parsed;
    int code = pp_arguments_parse(command->name, command->bit, argument_count, arguments, &parsed);
    if (code == PP_EXIT_ANSWERED && parsed.help) {
        pp_help_command(command, stdout);
        code = pp_output_flush();
    } else if (code == PP_EXIT_ANSWERED) {
        code = check_operands(command, &parsed);
        if (code == PP_EXIT_ANSWERED)
            code = command->run(&parsed);
    }
    pp_arguments_free(&parsed);
    return code;
}

int main(int argument_count, char **arguments)
{
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a write error like any other */
    if (argument_count < 2) {
        pp_help_overview(stderr);
        return PP_EXIT_USAGE;
    }
    const char *name = arguments[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        name = "help";
    if (strcmp(name, "--version") == 0)
        name = "version";
    const pp_command *command = pp_command_find(name);
    if (command == NULL)
        return pp_command_unknown(name);
    return run(command, argument_count - 2, arguments + 2);
}
