/* generate_completion.c: completions for bash, zsh and fish from the tables. */
#include <string.h>

#include "command/command.h"

static bool takes(const pp_command *command, const pp_option *option)
{
    return (option->commands & command->bit) != 0;
}

/* What a value completes to: files where it is a path, words for --color, else nothing. */
static bool is_color(const pp_option *option)
{
    return option->kind == PP_OPTION_COLOR;
}

static void put_names(FILE *out)
{
    size_t count;
    const pp_command *commands = pp_commands(&count);
    for (size_t i = 0, named = 0; i < count; i++)
        if (!commands[i].hidden)
            fprintf(out, "%s%s", named++ > 0 ? " " : "", commands[i].name);
}

/* Options whose value is neither a word of ours nor a file. */
static void put_bash_values(FILE *out)
{
    size_t count, named = 0;
    const pp_option *options = pp_options(&count);
    fputs("    case $before in\n    --color) COMPREPLY=($(compgen -W 'auto always never' -- "
          "\"$word\")); return ;;\n    ",
          out);
    for (size_t i = 0; i < count; i++)
        if (options[i].argument != NULL && !is_color(&options[i]) &&
            strcmp(options[i].argument, "FILE") != 0)
            fprintf(out, "%s--%s", named++ > 0 ? "|" : "", options[i].name);
    fputs(") return ;;\n    esac\n", out);
}

void pp_generate_bash(FILE *out)
{
    size_t count, option_count;
    const pp_command *commands = pp_commands(&count);
    const pp_option *options = pp_options(&option_count);
    fputs("# bash completion for pourparler\n_pourparler()\n{\n"
          "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options=\n"
          "    COMPREPLY=()\n    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
          "        COMPREPLY=($(compgen -W '",
          out);
    put_names(out);
    fputs("' -- \"$word\"))\n        return\n    fi\n", out);
    put_bash_values(out);
    fputs("    case ${COMP_WORDS[1]} in\n", out);
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "    %s) options='", commands[i].name);
        for (size_t j = 0; j < option_count; j++)
            if (takes(&commands[i], &options[j]))
                fprintf(out, "--%s ", options[j].name);
        fputs("' ;;\n", out);
    }
    fputs("    esac\n    if [ \"${COMP_WORDS[1]}\" = help ]; then\n        options='", out);
    put_names(out);
    fputs("'\n    fi\n    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n}\n"
          "complete -o default -F _pourparler pourparler\n",
          out);
}

/* Help as a zsh or fish description: in single quotes, zsh's own marks escaped. */
static void put_description(const char *text, FILE *out)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputs("'\\''", out);
        else if (strchr("[]:", *text) != NULL)
            fprintf(out, "\\%c", *text);
        else
            fputc(*text, out);
    }
}

static void put_zsh_options(const pp_command *command, FILE *out)
{
    size_t count;
    const pp_option *options = pp_options(&count);
    for (size_t i = 0; i < count; i++) {
        const pp_option *option = &options[i];
        if (!takes(command, option))
            continue;
        bool repeats = option->kind == PP_OPTION_LIST || option->kind == PP_OPTION_COMMAS;
        fprintf(out, " \\\n            '%s--%s[", repeats ? "*" : "", option->name);
        put_description(option->help, out);
        fputc(']', out);
        if (is_color(option))
            fprintf(out, ":%s:(auto always never)", option->argument);
        else if (option->argument != NULL)
            fprintf(out, ":%s:%s", option->argument,
                    strcmp(option->argument, "FILE") == 0 ? "_files" : "");
        fputc('\'', out);
    }
}

void pp_generate_zsh(FILE *out)
{
    size_t count;
    const pp_command *commands = pp_commands(&count);
    fputs("#compdef pourparler\n\n_pourparler()\n{\n    local -a commands\n    commands=(\n", out);
    for (size_t i = 0; i < count; i++) {
        if (commands[i].hidden)
            continue;
        fprintf(out, "        '%s:", commands[i].name);
        put_description(commands[i].summary, out);
        fputs("'\n", out);
    }
    fputs("    )\n    if (( CURRENT == 2 )); then\n        _describe 'command' commands\n"
          "        return\n    fi\n    local command=$words[2]\n    shift words\n"
          "    (( CURRENT-- ))\n    case $command in\n",
          out);
    for (size_t i = 0; i < count; i++) {
        if ((commands[i].bit & PP_FOR_ANSWERS) == 0)
            continue;
        fprintf(out, "    %s)\n        _arguments", commands[i].name);
        put_zsh_options(&commands[i], out);
        fputs(commands[i].operand_count_max > 0 ? " \\\n            '*:file:_files'\n" : "\n", out);
        fputs("        ;;\n", out);
    }
    fputs("    help)\n        _describe 'command' commands\n        ;;\n    esac\n}\n\n"
          "_pourparler \"$@\"\n",
          out);
}

static void put_fish_description(const char *text, FILE *out)
{
    for (; *text != '\0'; text++)
        if (*text == '\'' || *text == '\\')
            fprintf(out, "\\%c", *text);
        else
            fputc(*text, out);
}

void pp_generate_fish(FILE *out)
{
    size_t count, option_count;
    const pp_command *commands = pp_commands(&count);
    const pp_option *options = pp_options(&option_count);
    fputs("# fish completion for pourparler\n", out);
    for (size_t i = 0; i < count; i++) {
        if (commands[i].hidden)
            continue;
        fprintf(out, "complete -c pourparler -n __fish_use_subcommand -f -a %s -d '",
                commands[i].name);
        put_fish_description(commands[i].summary, out);
        fputs("'\n", out);
        for (size_t j = 0; j < option_count; j++) {
            if (!takes(&commands[i], &options[j]))
                continue;
            fprintf(out,
                    "complete -c pourparler -n '__fish_seen_subcommand_from %s' -l %s%s%s -d '",
                    commands[i].name, options[j].name, options[j].argument == NULL ? "" : " -r",
                    is_color(&options[j]) ? " -f -a 'auto always never'" : "");
            put_fish_description(options[j].help, out);
            fputs("'\n", out);
        }
    }
    fputs("complete -c pourparler -n '__fish_seen_subcommand_from help' -f -a '", out);
    put_names(out);
    fputs("'\n", out);
}
