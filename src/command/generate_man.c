/* generate_man.c: manual pages in man(7) from the tables. */
#include <ctype.h>
#include <string.h>

#include "command/command.h"

/* Text as roff: backslashes, hyphens and grave accents are escaped, no line begins with a control
 * character. */
static void put_roff(const char *text, FILE *out)
{
    bool start = true;
    for (; *text != '\0'; text++) {
        if (start && (*text == '.' || *text == '\''))
            fputs("\\&", out);
        start = *text == '\n';
        if (*text == '\n')
            fputs("\n.PP\n", out);
        else if (*text == '-')
            fputs("\\-", out);
        else if (*text == '\\')
            fputs("\\e", out);
        else if (*text == '`')
            fputs("\\(ga", out);
        else
            fputc(*text, out);
    }
}

static void put_line(const char *text, FILE *out)
{
    put_roff(text, out);
    fputc('\n', out);
}

static void put_title(const char *name, FILE *out)
{
    fputs(".TH ", out);
    for (const char *c = name; *c != '\0'; c++)
        fputc(toupper((unsigned char)*c), out);
    fputs(" 1 \"\" \"pourparler " PP_VERSION "\" \"pourparler\"\n.nh\n.ad l\n", out);
}

static void put_exit_status(FILE *out)
{
    fputs(".SH EXIT STATUS\n"
          ".TP\n0\nThe question is answered.\n"
          ".TP\n1\nThe answer is no; only with \\-\\-exit\\-status.\n"
          ".TP\n2\nThe command line makes no sense.\n"
          ".TP\n3\nThe case has errors.\n"
          ".TP\n4\nThe system refused: a file cannot be read or written, memory has run out.\n"
          ".TP\n5\nA limit stopped it; what was found until then is printed.\n"
          ".TP\n70\nA bug.\n",
          out);
}

static void put_environment(FILE *out)
{
    fputs(".SH ENVIRONMENT\n.TP\nCOLUMNS\nThe width to print in, where it is set.\n"
          ".TP\nNO_COLOR\nNo colours where it is set and not empty.\n",
          out);
}

static void put_whole(FILE *out)
{
    size_t count;
    const pp_command *commands = pp_commands(&count);
    put_title("pourparler", out);
    fputs(".SH NAME\npourparler \\- which agreements are still possible, what blocks the rest, "
          "and what would unlock them\n"
          ".SH SYNOPSIS\n.B pourparler\n.I COMMAND FILE...\n.RI [ options ]\n"
          ".SH DESCRIPTION\nReads a case of a negotiation, in which every position is tied to the "
          "words it came from, and computes exactly which agreements are possible. It works "
          "offline. A file named \\- is standard input.\n.SH COMMANDS\n",
          out);
    for (size_t i = 0; i < count; i++) {
        if (commands[i].hidden)
            continue;
        fprintf(out, ".TP\n.B %s\n", commands[i].name);
        put_line(commands[i].summary, out);
    }
    put_exit_status(out);
    put_environment(out);
    fputs(".SH SEE ALSO\n", out);
    for (size_t i = 0, named = 0; i < count; i++)
        if (commands[i].bit & PP_FOR_ANSWERS)
            fprintf(out, "%s.BR pourparler\\-%s (1)", named++ > 0 ? ",\n" : "", commands[i].name);
    fputc('\n', out);
}

void pp_generate_man(const pp_command *command, FILE *out)
{
    char name[64];
    size_t count;
    const pp_option *options = pp_options(&count);
    if (command == NULL) {
        put_whole(out);
        return;
    }
    snprintf(name, sizeof name, "pourparler-%s", command->name);
    put_title(name, out);
    fputs(".SH NAME\n", out);
    put_roff(name, out);
    fputs(" \\- ", out);
    put_line(command->summary, out);
    fprintf(out, ".SH SYNOPSIS\n.B pourparler %s\n", command->name);
    if (command->operands[0] != '\0')
        fprintf(out, ".I %s\n", command->operands);
    fputs(".RI [ options ]\n.SH DESCRIPTION\n", out);
    put_line(command->description, out);
    fputs(".SH OPTIONS\n", out);
    for (size_t i = 0; i < count; i++) {
        if ((options[i].commands & command->bit) == 0)
            continue;
        fputs(".TP\n.B \\-\\-", out);
        put_roff(options[i].name, out);
        if (options[i].argument != NULL)
            fprintf(out, " \\fI%s\\fR", options[i].argument);
        fputc('\n', out);
        put_line(options[i].help, out);
    }
    put_exit_status(out);
    put_environment(out);
    fputs(".SH EXAMPLES\n", out);
    for (size_t i = 0; i < PP_EXAMPLE_COUNT_MAX && command->examples[i] != NULL; i++) {
        fputs(i > 0 ? ".PP\n.EX\n" : ".EX\n", out);
        put_line(command->examples[i], out);
        fputs(".EE\n", out);
    }
    fputs(".SH SEE ALSO\n.BR pourparler (1)\n", out);
}
