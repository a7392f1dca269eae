/*
 * command.h: what the subcommands share: their table, exit codes, and how they open a case, run
 * under control of the user and print.
 */
#ifndef PP_COMMAND_COMMAND_H
#define PP_COMMAND_COMMAND_H

#include <stdio.h>

#include "command/options.h"
#include "pourparler/pourparler.h"

typedef enum pp_exit {
    PP_EXIT_ANSWERED = 0,
    PP_EXIT_NO = 1, /* only with --exit-status */
    PP_EXIT_USAGE = 2,
    PP_EXIT_INPUT = 3,
    PP_EXIT_SYSTEM = 4,
    PP_EXIT_LIMIT = 5,
    PP_EXIT_BUG = 70
} pp_exit;

enum { PP_HELP_WIDTH = 80, PP_EXAMPLE_COUNT_MAX = 4 };

typedef struct pp_command {
    const char *name;
    unsigned bit;
    const char *operands; /* as the usage line names them; "" where there are none */
    size_t operand_count_min, operand_count_max;
    const char *summary;
    const char *description; /* paragraphs, separated by a line feed */
    const char *examples[PP_EXAMPLE_COUNT_MAX];
    int (*run)(const pp_arguments *arguments);
    bool hidden; /* not listed in help */
} pp_command;

/* The table; *count of them. */
const pp_command *pp_commands(size_t *count);
const pp_command *pp_command_find(const char *name);
/* Says that there is no such command, with a suggestion; gives the exit code. */
int pp_command_unknown(const char *name);

int pp_run_read(const pp_arguments *arguments);
int pp_run_check(const pp_arguments *arguments);
int pp_run_show(const pp_arguments *arguments);
int pp_run_zone(const pp_arguments *arguments);
int pp_run_judge(const pp_arguments *arguments);
int pp_run_import(const pp_arguments *arguments);
int pp_run_export(const pp_arguments *arguments);
int pp_run_deals(const pp_arguments *arguments);
int pp_run_stable(const pp_arguments *arguments);
int pp_run_report(const pp_arguments *arguments);
int pp_run_ask(const pp_arguments *arguments);
int pp_run_serve(const pp_arguments *arguments);
int pp_run_methods(const pp_arguments *arguments);
int pp_run_help(const pp_arguments *arguments);
int pp_run_version(const pp_arguments *arguments);
int pp_run_generate(const pp_arguments *arguments);

/* help.c: the overview, or one command's help. */
void pp_help_overview(FILE *out);
void pp_help_command(const pp_command *command, FILE *out);

/* generate_*.c: pages and scripts from the tables. */
void pp_generate_man(const pp_command *command, FILE *out); /* null: the page of the whole */
void pp_generate_bash(FILE *out);
void pp_generate_zsh(FILE *out);
void pp_generate_fish(FILE *out);

/* suggest.c: the candidate that was probably meant, or null. */
const char *pp_suggest(const char *word, const char *const *candidates, size_t count);

/*
 * session.c: one call of a command that opens a case.
 * `report`, `question` and `control` are made from the arguments and stay valid until the end.
 */
typedef struct pp_session {
    const pp_arguments *arguments;
    pp_case *the_case;
    pp_report_options report;
    pp_question question;
    pp_control control;
    double start_s;
    double shown_s; /* when progress was last shown; 0: never */
    pp_error error;
} pp_session;

/* Fills the fields and lets an interrupt cancel the run; a second one ends the program. */
void pp_session_begin(pp_session *session, const pp_arguments *arguments);

/* Opens the case named by the first operand. Returns 0, or the exit code after saying why. With
 * `keep_bad` a case with errors is kept for check to report, and counts as opened. */
int pp_session_open(pp_session *session, bool keep_bad);
/* The same for the case at `path`. */
int pp_session_open_path(pp_session *session, const char *path, bool keep_bad);

/* Reads other programs' files; `paths` are `count` of them. What was found is said on standard error.
 * Returns 0 with the import, which the caller frees, or the exit code. */
int pp_session_import(pp_session *session, const char *format, const char *const *paths,
                      size_t count, pp_import **import);

/* Takes the progress from the terminal. */
void pp_session_clear(pp_session *session);

/* Says what failed on standard error and gives the exit code; PP_OK gives 0. */
int pp_session_fail(pp_session *session, pp_status status);

/* Prints an answer that a report made (`status` and the session's error say whether it did) and
 * frees it. Returns 0, or the exit code after saying why. */
int pp_session_print(pp_session *session, pp_status status, char *text);

/* 0, 1 or 5: what an answer that was printed means. */
int pp_session_verdict(const pp_session *session, bool is_no, size_t incomplete_count);

void pp_session_end(pp_session *session);

/* output.c */
/* Writes text to standard output; notices a full disk and a closed pipe. Returns 0 or 4. */
int pp_output_write(const char *text);
/* The same for what was printed with stdio. */
int pp_output_flush(void);
/* Columns of the terminal: COLUMNS, else what the terminal says, else 0. */
size_t pp_output_columns(void);
bool pp_output_color(pp_color wish, int descriptor);
/* "pourparler: error: ..." with a hint, on standard error. */
void pp_output_error(const pp_error *error);
/* "pourparler: note: FILE: MESSAGE", on standard error. */
void pp_output_remark(const char *kind, const char *file, const char *message);
void pp_output_usage_error(const char *command, const char *hint, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
