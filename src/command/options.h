/*
 * options.h: the options of all commands: one table gives parsing, help, manual and completion.
 *
 * X(name, field, kind, argument, commands, help): `field` of pp_arguments is filled as `kind` says;
 * `argument` names what follows (null: nothing does); `commands` are those that take it.
 */
#ifndef PP_COMMAND_OPTIONS_H
#define PP_COMMAND_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Commands as bits, for the table below. */
enum {
    PP_FOR_CHECK = 1 << 0,
    PP_FOR_SHOW = 1 << 1,
    PP_FOR_ZONE = 1 << 2,
    PP_FOR_JUDGE = 1 << 3,
    PP_FOR_METHODS = 1 << 4,
    PP_FOR_HELP = 1 << 5, /* help, version, generate */
    PP_FOR_READ = 1 << 6,
    PP_FOR_DEALS = 1 << 7,
    PP_FOR_REPORT = 1 << 10,
    PP_FOR_SERVE = 1 << 11,
    PP_FOR_ASK = 1 << 12,
    PP_FOR_STABLE = 1 << 13,
    PP_FOR_IMPORT = 1 << 14,
    PP_FOR_EXPORT = 1 << 15,
    PP_FOR_CASES = PP_FOR_CHECK | PP_FOR_SHOW | PP_FOR_ZONE | PP_FOR_JUDGE | PP_FOR_DEALS |
                   PP_FOR_REPORT | PP_FOR_ASK | PP_FOR_STABLE,
    PP_FOR_ANSWERS = PP_FOR_CASES | PP_FOR_METHODS | PP_FOR_READ,
    PP_FOR_ALL = ~0
};

typedef enum pp_option_kind {
    PP_OPTION_FLAG,    /* bool */
    PP_OPTION_TEXT,    /* const char * */
    PP_OPTION_LIST,    /* pp_texts: may be repeated */
    PP_OPTION_COMMAS,  /* pp_texts: split at commas; may be repeated */
    PP_OPTION_NUMBER,  /* uint64_t, from 0 */
    PP_OPTION_COUNT,   /* uint64_t, from 1 */
    PP_OPTION_SECONDS, /* double, above 0 */
    PP_OPTION_SHARE,   /* double, above 0 and below 1 */
    PP_OPTION_COLOR    /* pp_color */
} pp_option_kind;

typedef enum pp_color { PP_COLOR_AUTO, PP_COLOR_ALWAYS, PP_COLOR_NEVER } pp_color;

typedef struct pp_texts {
    const char **items;
    size_t count;
} pp_texts;

#define PP_OPTIONS(X)                                                                              \
    X("json", json, FLAG, NULL, PP_FOR_ANSWERS,                                                    \
      "print the answer as JSON (docs/schema/ has the schemas)")                                   \
    X("as-of", as_of, TEXT, "DATE", PP_FOR_CASES,                                                  \
      "ask as of this day (YYYY-MM-DD): what was said by then and not replaced by then counts")    \
    X("assume", assume, LIST, "FORMULA", PP_FOR_CASES,                                             \
      "a formula that must hold, as if it were a link; may be repeated")                           \
    X("drop", drop, LIST, "RED_LINE", PP_FOR_CASES, "do not count this red line; may be repeated") \
    X("table", table, COMMAS, "PARTIES", PP_FOR_CASES,                                             \
      "only these parties must consent (ids, separated by commas); shows whose red lines they "    \
      "cross")                                                                                     \
    X("witnesses", witnesses, COUNT, "N", PP_FOR_ZONE, "list up to N agreements (default: 10)")    \
    X("concession-size", concession_size, COUNT, "N", PP_FOR_ZONE,                                 \
      "look only for concession sets of at most N red lines")                                      \
    X("statements", statements, FLAG, NULL, PP_FOR_SHOW,                                           \
      "list the statements with their quotations and where these stand")                           \
    X("timeline", timeline, FLAG, NULL, PP_FOR_SHOW,                                               \
      "list the statements by date; those that later ones replace are marked")                     \
    X("convention", convention, TEXT, "NAME", PP_FOR_DEALS,                                        \
      "define the solutions as textbook (default), negmas or genius does")                         \
    X("parties", parties, COMMAS, "PARTIES", PP_FOR_DEALS,                                         \
      "whose values count (ids, separated by commas; default: those whose consent counts)")        \
    X("ignore-red-lines", ignore_red_lines, FLAG, NULL, PP_FOR_DEALS,                              \
      "consider every package that satisfies the links")                                           \
    X("rational-only", rational_only, FLAG, NULL, PP_FOR_DEALS,                                    \
      "leave out what is below somebody's no deal")                                                \
    X("epsilon", epsilon, SHARE, "SHARE", PP_FOR_DEALS,                                            \
      "an approximate frontier: a point may miss this share of each party's range")                \
    X("samples", samples, COUNT, "N", PP_FOR_DEALS | PP_FOR_ASK,                                   \
      "profiles to draw where values are open (default: 8192; ask: 32768)")                        \
    X("plot", plot, TEXT, "FILE", PP_FOR_DEALS, "draw the frontier into FILE (SVG)")               \
    X("csv", csv, TEXT, "FILE", PP_FOR_DEALS, "write the frontier to FILE, a line a point (CSV)")  \
    X("why", why, TEXT, "STATE", PP_FOR_STABLE,                                                    \
      "the full reason why STATE holds or not, party by party")                                    \
    X("from", from, TEXT, "STATE", PP_FOR_STABLE,                                                  \
      "which outcomes that hold are reached from STATE, and by which steps")                       \
    X("coalitions", coalitions, FLAG, NULL, PP_FOR_STABLE,                                         \
      "what parties gain by leaving together: from --from STATE, or from what holds")              \
    X("inverse", inverse, TEXT, "STATE", PP_FOR_STABLE,                                            \
      "how many rankings of --party, or of all at once, would make STATE hold (up to 24 states)")  \
    X("party", party, TEXT, "PARTY", PP_FOR_STABLE,                                                \
      "the party whose rankings --inverse tries (default: all that move, at once)")                \
    X("unknown", unknown, TEXT, "MODE", PP_FOR_STABLE,                                             \
      "what pairs left open do: a (default) they tempt and do not deter, b neither, c both, d "    \
      "only deter")                                                                                \
    X("robust", robust, FLAG, NULL, PP_FOR_STABLE,                                                 \
      "what holds whatever the preferences leave open: in all rankings, in some, in none")         \
    X("all", all, FLAG, NULL, PP_FOR_STABLE, "list every state, however many there are")           \
    X("dot", dot, FLAG, NULL, PP_FOR_STABLE,                                                       \
      "print the state graph for Graphviz instead of the answer")                                  \
    X("plot", plot, TEXT, "FILE", PP_FOR_STABLE,                                                   \
      "draw the state graph into FILE (SVG; up to 64 states)")                                     \
    X("csv", csv, TEXT, "FILE", PP_FOR_STABLE, "write the states to FILE, a line a state (CSV)")   \
    X("proof", proof, TEXT, "FILE", PP_FOR_ZONE,                                                   \
      "write the answer with what proves it to FILE; `check --proof` checks it")                   \
    X("proof", proof, TEXT, "FILE", PP_FOR_CHECK,                                                  \
      "check the proof in FILE against the case, and nothing else")                                \
    X("output", output, TEXT, "FILE", PP_FOR_READ,                                                 \
      "write the draft of a case to FILE, or print it (-); -o FILE is short for it")               \
    X("output", output, TEXT, "FILE", PP_FOR_IMPORT,                                               \
      "write the case to FILE instead of standard output; -o FILE is short for it")                \
    X("output", output, TEXT, "FOLDER", PP_FOR_EXPORT,                                             \
      "write the files into FOLDER, which is made if need be; -o FOLDER is short for it")          \
    X("output", output, TEXT, "FILE", PP_FOR_REPORT,                                               \
      "write to FILE, as its name says: .html, .md or .json; -o FILE is short for it")             \
    X("merge", merge, TEXT, "FILE", PP_FOR_READ,                                                   \
      "read the reports into the case in FILE: nothing in it changes; with -o")                    \
    X("force", force, FLAG, NULL, PP_FOR_ZONE | PP_FOR_READ | PP_FOR_DEALS | PP_FOR_REPORT |       \
      PP_FOR_STABLE | PP_FOR_IMPORT | PP_FOR_EXPORT,                                               \
      "write over a file that is there")                                                           \
    X("port", port, NUMBER, "N", PP_FOR_SERVE, "listen on this port (default: any that is free)")  \
    X("allow-outside", allow_outside, FLAG, NULL, PP_FOR_CASES | PP_FOR_SERVE | PP_FOR_EXPORT,     \
      "let sources lie outside the case's folder")                                                 \
    X("exit-status", exit_status, FLAG, NULL, PP_FOR_CHECK,                                        \
      "exit with 1 where there are warnings")                                                      \
    X("exit-status", exit_status, FLAG, NULL, PP_FOR_ZONE | PP_FOR_JUDGE | PP_FOR_DEALS |          \
      PP_FOR_STABLE,                                                                               \
      "exit with 1 where the answer is no")                                                        \
    X("limit", limit, COUNT, "N", PP_FOR_CASES | PP_FOR_SERVE,                                                 \
      "stop each part of the answer after N steps; the last one given counts")                     \
    X("time-limit", time_limit, SECONDS, "SECONDS", PP_FOR_CASES | PP_FOR_READ | PP_FOR_SERVE,                    \
      "stop after so many seconds, and say what is not complete")                                  \
    X("threads", threads, COUNT, "N", PP_FOR_CASES | PP_FOR_READ | PP_FOR_SERVE,                                  \
      "use up to N threads; the answer is the same")                                               \
    X("seed", seed, NUMBER, "N", PP_FOR_ANSWERS,                                                   \
      "start for what is sampled; the same seed gives the same answer")                            \
    X("color", color, COLOR, "WHEN", PP_FOR_ANSWERS | PP_FOR_IMPORT | PP_FOR_EXPORT,               \
      "auto, always or never; auto: on a terminal, unless NO_COLOR is set")                        \
    X("quiet", quiet, FLAG, NULL,                                                                  \
      PP_FOR_ANSWERS | PP_FOR_IMPORT | PP_FOR_EXPORT | PP_FOR_SERVE,                               \
      "no progress and no remarks on standard error")                                              \
    X("help", help, FLAG, NULL, PP_FOR_ALL, "print this help")

/* What a call said; texts are borrowed from argv, lists are freed by pp_arguments_free. */
typedef struct pp_arguments {
    bool json, statements, timeline, allow_outside, exit_status, force, quiet, help;
    bool ignore_red_lines, rational_only;
    bool coalitions, robust, all, dot;
    const char *as_of, *proof, *output, *merge;
    const char *convention, *plot, *csv;
    const char *why, *from, *inverse, *party, *unknown;
    pp_texts assume, drop, table, operands;
    pp_texts parties;
    uint64_t witnesses, concession_size, limit, threads, seed, port;
    uint64_t samples;
    double time_limit;
    double epsilon;
    pp_color color;
    char **copies; /* what PP_OPTION_COMMAS cut up */
    size_t copy_count;
} pp_arguments;

typedef struct pp_option {
    const char *name; /* without the dashes */
    pp_option_kind kind;
    const char *argument;
    unsigned commands;
    const char *help;
    size_t offset; /* of its field in pp_arguments */
} pp_option;

/* All options; *count of them. */
const pp_option *pp_options(size_t *count);

/*
 * Parses what follows the command's name: `argument_count` of `arguments`. What is wrong is said on
 * standard error, with a suggestion. Returns 0, or the exit code.
 */
int pp_arguments_parse(const char *command, unsigned bit, int argument_count, char **arguments,
                       pp_arguments *parsed);

void pp_arguments_free(pp_arguments *arguments);

#endif
