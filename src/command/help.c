/* help.c: `pourparler help`, `--help` and `version`, from the tables. */
#include <string.h>

#include "command/command.h"

enum { OPTION_COLUMN = 28, COMMAND_COLUMN = 12 };

/* Words of `text` from column `indent` on, where the line already is; breaks at line feeds too. */
static void put_wrapped(const char *text, size_t indent, FILE *out)
{
    size_t column = indent;
    while (*text != '\0') {
        size_t length = strcspn(text, " \n");
        if (column > indent && column + 1 + length > PP_HELP_WIDTH) {
            fprintf(out, "\n%*s", (int)indent, "");
            column = indent;
        }
        if (column > indent) {
            fputc(' ', out);
            column++;
        }
        fwrite(text, 1, length, out);
        column += length;
        text += length;
        if (*text == '\n') {
            fprintf(out, "\n\n%*s", (int)indent, "");
            column = indent;
        }
        if (*text != '\0')
            text++;
    }
    fputc('\n', out);
}

void pp_help_overview(FILE *out)
{
    size_t count;
    const pp_command *commands = pp_commands(&count);
    fputs(
        "pourparler " PP_VERSION ": which agreements are still possible, what blocks the rest,\n"
        "and what would unlock them\n\nusage: pourparler COMMAND FILE... [options]\n\ncommands:\n",
        out);
    for (size_t i = 0; i < count; i++) {
        if (commands[i].hidden)
            continue;
        fprintf(out, "  %-*s", COMMAND_COLUMN - 2, commands[i].name);
        put_wrapped(commands[i].summary, COMMAND_COLUMN, out);
    }
    fputs("\n'pourparler help COMMAND' tells of each. A file named - is standard input.\n\n"
          "exit status: 0 answered; 1 the answer is no (only with --exit-status); 2 usage;\n"
          "3 bad input; 4 system; 5 a limit stopped it; 70 a bug\n",
          out);
}

static void put_option(const pp_option *option, FILE *out)
{
    char head[OPTION_COLUMN * 2];
    int length =
        snprintf(head, sizeof head, "  --%s%s%s", option->name, option->argument == NULL ? "" : " ",
                 option->argument == NULL ? "" : option->argument);
    if (length + 2 > OPTION_COLUMN)
        fprintf(out, "%s\n%*s", head, OPTION_COLUMN, "");
    else
        fprintf(out, "%-*s", OPTION_COLUMN, head);
    put_wrapped(option->help, OPTION_COLUMN, out);
}

/* Options that all questions about a case share stand after those of the command itself. */
static bool is_common(const pp_option *option)
{
    return (option->commands & PP_FOR_CASES) == PP_FOR_CASES;
}

/* The command's own options, or those it shares; how many. None are printed where `out` is null. */
static size_t put_options(const pp_command *command, bool common, const char *title, FILE *out)
{
    size_t count, shown = 0;
    const pp_option *options = pp_options(&count);
    for (size_t i = 0; i < count; i++) {
        if ((options[i].commands & command->bit) == 0 || is_common(&options[i]) != common)
            continue;
        if (out != NULL && shown == 0)
            fprintf(out, "\n%s:\n", title);
        if (out != NULL)
            put_option(&options[i], out);
        shown++;
    }
    return shown;
}

void pp_help_command(const pp_command *command, FILE *out)
{
    size_t own = put_options(command, false, "", NULL);
    size_t shown = own + put_options(command, true, "", NULL);
    fprintf(out, "usage: pourparler %s%s%s%s\n\n", command->name,
            command->operands[0] == '\0' ? "" : " ", command->operands,
            shown > 0 ? " [options]" : "");
    put_wrapped(command->description, 0, out);
    put_options(command, false, "options", out);
    put_options(command, true, own > 0 ? "options of every question" : "options", out);
    fputs("\nexamples:\n", out);
    for (size_t i = 0; i < PP_EXAMPLE_COUNT_MAX && command->examples[i] != NULL; i++)
        fprintf(out, "  %s\n", command->examples[i]);
}

int pp_run_help(const pp_arguments *arguments)
{
    if (arguments->operands.count == 0) {
        pp_help_overview(stdout);
        return pp_output_flush();
    }
    const char *name = arguments->operands.items[0];
    const pp_command *command = pp_command_find(name);
    if (command == NULL)
        return pp_command_unknown(name);
    pp_help_command(command, stdout);
    return pp_output_flush();
}

int pp_run_version(const pp_arguments *arguments)
{
    (void)arguments;
    fputs("pourparler " PP_VERSION "\n", stdout);
    return pp_output_flush();
}
