/* read.c: `pourparler read REPORT...`: what reports say, as a table or JSON, and a draft case. */
#include <string.h>
#include <unistd.h>

#include "command/command.h"

/* Reports are read side by side on all processors, unless something else was said. */
static void use_processors(pp_session *session)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    if (session->arguments->threads == 0 && count > 1)
        session->control.thread_count = (unsigned)(count < 1024 ? count : 1024);
}

static int check_arguments(const pp_arguments *arguments)
{
    bool prints_draft = arguments->output != NULL && strcmp(arguments->output, "-") == 0;
    const char *wrong = NULL;
    if (arguments->merge != NULL && arguments->output == NULL)
        wrong = "--merge wants a place for the new case: -o FILE, or -o - to print it";
    else if (prints_draft && arguments->json)
        wrong = "-o - and --json would both write to standard output";
    else if (arguments->force && arguments->output == NULL)
        wrong = "--force says nothing without -o FILE";
    if (wrong == NULL)
        return PP_EXIT_ANSWERED;
    pp_output_usage_error("read", NULL, "%s", wrong);
    return PP_EXIT_USAGE;
}

static int print_reading(pp_session *session, const pp_reading *reading)
{
    char *text = NULL;
    pp_status status = pp_report_reading(reading, &session->report, &text, &session->error);
    return pp_session_print(session, status, text);
}

static void say_count(size_t count, const char *of_one, const char *of_more)
{
    if (count > 0)
        fprintf(stderr, ", %zu %s", count, count == 1 ? of_one : of_more);
}

/* What went into the draft, and where to go from it; and what was left out of reading. */
static void say_draft(const pp_session *session, const pp_reading *reading,
                      const pp_draft_counts *counts)
{
    if (session->arguments->quiet)
        return;
    for (size_t i = 0; i < pp_reading_remark_count(reading); i++) {
        pp_read_remark remark = pp_reading_remark(reading, i);
        pp_output_remark(remark.left_out ? "left out" : "note", remark.file, remark.message);
    }
    bool printed = strcmp(session->arguments->output, "-") == 0;
    fprintf(stderr, "%zu %s in %s", counts->statement_count,
            counts->statement_count == 1 ? "new statement" : "new statements",
            printed ? "the draft" : session->arguments->output);
    say_count(counts->known_count, "there already", "there already");
    say_count(counts->confirmed_count, "confirms an earlier one", "confirm earlier ones");
    say_count(counts->replaced_count, "takes the place of an earlier one",
              "take the place of earlier ones");
    say_count(counts->contradicted_count, "contradicts an earlier one", "contradict earlier ones");
    say_count(counts->left_out_count, "beyond the limit of a case", "beyond the limit of a case");
    if (counts->review_count > 0)
        fprintf(stderr, "; begin with the %zu %s under `review`", counts->review_count,
                counts->review_count == 1 ? "question" : "questions");
    fputc('\n', stderr);
}

static int write_draft(pp_session *session, const pp_reading *reading)
{
    const pp_arguments *arguments = session->arguments;
    pp_draft_options options = {.base = session->the_case};
    pp_draft_counts counts;
    if (strcmp(arguments->output, "-") == 0) {
        char *yaml = NULL;
        pp_status status =
            pp_reading_draft_text(reading, &options, &yaml, &counts, &session->error);
        int code = pp_session_print(session, status, yaml);
        if (code == PP_EXIT_ANSWERED)
            say_draft(session, reading, &counts);
        return code;
    }
    pp_status status = pp_reading_draft_write(reading, &options, arguments->output,
                                              arguments->force, &counts, &session->error);
    if (status == PP_ERROR_SYSTEM && !arguments->force && session->error.hint[0] == '\0')
        snprintf(session->error.hint, sizeof session->error.hint,
                 "--force writes over a file that is there");
    if (status == PP_OK)
        say_draft(session, reading, &counts);
    return pp_session_fail(session, status);
}

static int answer(pp_session *session)
{
    const pp_arguments *arguments = session->arguments;
    pp_reading *reading = NULL;
    pp_status status =
        pp_read_files((const char *const *)arguments->operands.items, arguments->operands.count,
                      NULL, &session->control, &reading, &session->error);
    if (status != PP_OK)
        return pp_session_fail(session, status);
    pp_session_clear(session);
    int code = PP_EXIT_ANSWERED;
    if (arguments->output != NULL)
        code = write_draft(session, reading);
    if (code == PP_EXIT_ANSWERED && (arguments->output == NULL || arguments->json))
        code = print_reading(session, reading);
    if (code == PP_EXIT_ANSWERED)
        code = pp_session_verdict(session, false, pp_reading_incomplete_count(reading));
    pp_reading_free(reading);
    return code;
}

int pp_run_read(const pp_arguments *arguments)
{
    pp_session session;
    int code = check_arguments(arguments);
    if (code != PP_EXIT_ANSWERED)
        return code;
    pp_session_begin(&session, arguments);
    use_processors(&session);
    if (arguments->merge != NULL)
        code = pp_session_open_path(&session, arguments->merge, false);
    if (code == PP_EXIT_ANSWERED)
        code = answer(&session);
    pp_session_end(&session);
    return code;
}
