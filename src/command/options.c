/* options.c: the parser of arguments; see options.h. */
#include "command/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"

#define NUMBER_MAX ((UINT64_C(1) << 53) - 1) /* what JSON numbers carry exactly */
#define SECONDS_MAX 1e9

enum { OPTION_NAME_SIZE = 40 };

#define OPTION_ROW(name, field, kind, argument, commands, help)                                    \
    {name, PP_OPTION_##kind, argument, (unsigned)(commands), help, offsetof(pp_arguments, field)},

static const pp_option options[] = {PP_OPTIONS(OPTION_ROW)};

enum { OPTION_COUNT = sizeof options / sizeof *options };

const pp_option *pp_options(size_t *count)
{
    *count = OPTION_COUNT;
    return options;
}

/* One parse under way. */
typedef struct parsing {
    const char *command;
    unsigned bit;
    pp_arguments *into;
    size_t list_capacity; /* of every list */
} parsing;

static int fail_memory(void)
{
    fputs("pourparler: error: memory has run out\n", stderr);
    return PP_EXIT_SYSTEM;
}

static void *field(const parsing *parse, const pp_option *option)
{
    return (char *)parse->into + option->offset;
}

static int add_text(const parsing *parse, pp_texts *list, const char *text)
{
    if (list->items == NULL)
        list->items = calloc(parse->list_capacity, sizeof *list->items);
    if (list->items == NULL)
        return fail_memory();
    list->items[list->count++] = text;
    return 0;
}

/* Cuts a copy of `text` at its commas. */
static int add_commas(const parsing *parse, pp_texts *list, const char *text,
                      const pp_option *option)
{
    pp_arguments *into = parse->into;
    size_t length = strlen(text);
    char *copy = malloc(length + 1);
    char **copies = realloc(into->copies, (into->copy_count + 1) * sizeof *copies);
    if (copies != NULL)
        into->copies = copies;
    if (copy == NULL || copies == NULL) {
        free(copy);
        return fail_memory();
    }
    memcpy(copy, text, length + 1);
    into->copies[into->copy_count++] = copy;
    for (char *at = copy;;) {
        size_t piece = strcspn(at, ",");
        bool last = at[piece] == '\0';
        at[piece] = '\0';
        at += strspn(at, " ");
        if (at[0] == '\0') {
            pp_output_usage_error(parse->command, NULL, "an empty name in '--%s %s'", option->name,
                                  text);
            return PP_EXIT_USAGE;
        }
        int code = add_text(parse, list, at);
        if (code != 0 || last)
            return code;
        at += strlen(at) + 1;
    }
}

static int set_number(const parsing *parse, const pp_option *option, const char *text)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    uint64_t least = option->kind == PP_OPTION_COUNT ? 1 : 0;
    bool digits = text[0] >= '0' && text[0] <= '9' && *end == '\0';
    if (!digits || errno != 0 || value < least || value > NUMBER_MAX) {
        pp_output_usage_error(parse->command, NULL,
                              "--%s wants a whole number from %d to %llu, not '%s'", option->name,
                              (int)least, (unsigned long long)NUMBER_MAX, text);
        return PP_EXIT_USAGE;
    }
    *(uint64_t *)field(parse, option) = value;
    return 0;
}

static int set_seconds(const parsing *parse, const pp_option *option, const char *text)
{
    char *end;
    double value = strtod(text, &end);
    bool number = text[0] != '\0' && *end == '\0' && strspn(text, "0123456789.") == strlen(text);
    if (!number || !(value > 0) || value > SECONDS_MAX) {
        pp_output_usage_error(parse->command, NULL,
                              "--%s wants a number of seconds above 0, not '%s'", option->name,
                              text);
        return PP_EXIT_USAGE;
    }
    *(double *)field(parse, option) = value;
    return 0;
}

static int set_share(const parsing *parse, const pp_option *option, const char *text)
{
    char *end;
    double value = strtod(text, &end);
    bool number = text[0] != '\0' && *end == '\0' && strspn(text, "0123456789.e-") == strlen(text);
    if (!number || !(value > 0) || value >= 1) {
        pp_output_usage_error(parse->command, NULL,
                              "--%s wants a share above 0 and below 1, such as 0.01, not '%s'",
                              option->name, text);
        return PP_EXIT_USAGE;
    }
    *(double *)field(parse, option) = value;
    return 0;
}

static int set_color(const parsing *parse, const pp_option *option, const char *text)
{
    static const char *const words[] = {"auto", "always", "never"};
    for (size_t i = 0; i < 3; i++)
        if (strcmp(text, words[i]) == 0) {
            *(pp_color *)field(parse, option) = (pp_color)i;
            return 0;
        }
    pp_output_usage_error(parse->command, pp_suggest(text, words, 3),
                          "--%s wants auto, always or never, not '%s'", option->name, text);
    return PP_EXIT_USAGE;
}

static int set_value(const parsing *parse, const pp_option *option, const char *text)
{
    switch (option->kind) {
    case PP_OPTION_FLAG:
        *(bool *)field(parse, option) = true;
        return 0;
    case PP_OPTION_TEXT:
        *(const char **)field(parse, option) = text;
        return 0;
    case PP_OPTION_LIST:
        return add_text(parse, field(parse, option), text);
    case PP_OPTION_COMMAS:
        return add_commas(parse, field(parse, option), text, option);
    case PP_OPTION_NUMBER:
    case PP_OPTION_COUNT:
        return set_number(parse, option, text);
    case PP_OPTION_SECONDS:
        return set_seconds(parse, option, text);
    case PP_OPTION_SHARE:
        return set_share(parse, option, text);
    case PP_OPTION_COLOR:
        return set_color(parse, option, text);
    }
    return PP_EXIT_BUG;
}

/* Which of the other commands take an option that this one does not. */
static int fail_unknown(const parsing *parse, const char *name, size_t length)
{
    const char *candidates[OPTION_COUNT];
    char typed[OPTION_NAME_SIZE], suggestion[OPTION_NAME_SIZE + 2];
    size_t count = 0;
    bool elsewhere = false;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (options[i].commands & parse->bit)
            candidates[count++] = options[i].name;
        else if (strlen(options[i].name) == length && strncmp(options[i].name, name, length) == 0)
            elsewhere = true;
    }
    if (elsewhere) {
        pp_output_usage_error(parse->command, NULL, "the option --%.*s is for other commands",
                              (int)length, name);
        return PP_EXIT_USAGE;
    }
    snprintf(typed, sizeof typed, "%.*s", (int)(length < sizeof typed ? length : 0), name);
    const char *close = pp_suggest(typed, candidates, count);
    if (close != NULL)
        snprintf(suggestion, sizeof suggestion, "--%s", close);
    pp_output_usage_error(parse->command, close == NULL ? NULL : suggestion,
                          "unknown option --%.*s", (int)length, name);
    return PP_EXIT_USAGE;
}

/* `--name`, `--name value` or `--name=value`; moves *at past a value that it takes. */
static int parse_long(const parsing *parse, int argument_count, char **arguments, int *at)
{
    const char *name = arguments[*at] + 2;
    size_t length = strcspn(name, "=");
    const char *joined = name[length] == '=' ? name + length + 1 : NULL;
    const pp_option *option = NULL;
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if ((options[i].commands & parse->bit) && strlen(options[i].name) == length &&
            strncmp(options[i].name, name, length) == 0)
            option = &options[i];
    if (option == NULL)
        return fail_unknown(parse, name, length);
    if (option->kind == PP_OPTION_FLAG && joined != NULL) {
        pp_output_usage_error(parse->command, NULL, "--%s takes no value", option->name);
        return PP_EXIT_USAGE;
    }
    if (option->kind != PP_OPTION_FLAG && joined == NULL) {
        if (*at + 1 >= argument_count) {
            pp_output_usage_error(parse->command, NULL, "--%s wants a value: %s", option->name,
                                  option->argument);
            return PP_EXIT_USAGE;
        }
        joined = arguments[++*at];
    }
    return set_value(parse, option, joined);
}

/* `-o FILE`, which everybody types, for `--output FILE`. */
static int parse_output(const parsing *parse, int argument_count, char **arguments, int *at)
{
    if (*at + 1 >= argument_count) {
        pp_output_usage_error(parse->command, NULL, "-o wants a value: FILE");
        return PP_EXIT_USAGE;
    }
    parse->into->output = arguments[++*at];
    return 0;
}

int pp_arguments_parse(const char *command, unsigned bit, int argument_count, char **arguments,
                       pp_arguments *parsed)
{
    *parsed = (pp_arguments){0};
    size_t characters = 1; /* a list cannot grow beyond the letters that were typed */
    for (int i = 0; i < argument_count; i++)
        characters += strlen(arguments[i]) + 1;
    parsing parse = {command, bit, parsed, characters};
    bool ended = false;
    int code = 0;
    for (int i = 0; i < argument_count && code == 0; i++) {
        const char *one = arguments[i];
        if (ended || one[0] != '-' || one[1] == '\0') {
            code = add_text(&parse, &parsed->operands, one);
        } else if (strcmp(one, "--") == 0) {
            ended = true;
        } else if (one[1] == '-') {
            code = parse_long(&parse, argument_count, arguments, &i);
        } else if (strcmp(one, "-h") == 0) {
            parsed->help = true;
        } else if (strcmp(one, "-o") == 0 &&
                   (bit & (PP_FOR_READ | PP_FOR_REPORT | PP_FOR_IMPORT | PP_FOR_EXPORT)) != 0) {
            code = parse_output(&parse, argument_count, arguments, &i);
        } else {
            pp_output_usage_error(command, NULL, "unknown option %s: options have two dashes", one);
            code = PP_EXIT_USAGE;
        }
    }
    return code;
}

void pp_arguments_free(pp_arguments *arguments)
{
    for (size_t i = 0; i < arguments->copy_count; i++)
        free(arguments->copies[i]);
    free(arguments->copies);
    free(arguments->assume.items);
    free(arguments->drop.items);
    free(arguments->table.items);
    free(arguments->parties.items);
    free(arguments->operands.items);
    *arguments = (pp_arguments){0};
}
