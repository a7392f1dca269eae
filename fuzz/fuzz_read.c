/*
 * fuzz_read.c: any bytes as reports, valid UTF-8 or not, through the whole reader. The first byte
 * chooses plain text, Markdown or HTML, whether a zero byte begins a second report, and whether the
 * draft is read into itself. What can be read gives a draft that is a case without errors; read
 * again into that case it stays one, and no more is new than was said.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pourparler/case.h"
#include "pourparler/read.h"
#include "pourparler/report.h"

#ifdef PP_FUZZ
#include "mutate_words.h"
#endif

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TWO_REPORTS = 4, INTO_ITSELF = 8, SIZE_MAX_FUZZED = 1 << 14 };

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* Where the reports lie: a folder for each process. */
static const char *folder(void)
{
    static char path[] = "/tmp/fuzz_read.XXXXXX";
    static bool made;
    if (!made)
        check(mkdtemp(path) != NULL);
    made = true;
    return path;
}

static void write_report(char *path, size_t room, unsigned format, int number, const uint8_t *data,
                         size_t size)
{
    static const char *const endings[] = {"txt", "md", "html", "text"};
    snprintf(path, room, "%s/%d.%s", folder(), number, endings[format]);
    FILE *file = fopen(path, "wb");
    check(file != NULL);
    check(fwrite(data, 1, size, file) == size);
    check(fclose(file) == 0);
}

static void check_draft(const pp_reading *reading, bool into_itself)
{
    char *yaml;
    pp_draft_counts counts;
    pp_status status = pp_reading_draft_text(reading, NULL, &yaml, &counts, NULL);
    if (status == PP_ERROR_INPUT) {
        check(pp_reading_statement_count(reading) == 0);
        return;
    }
    check(status == PP_OK && counts.statement_count + counts.left_out_count > 0);
    pp_case *drafted;
    check(pp_case_parse(yaml, strlen(yaml), "draft.yaml", ".", NULL, NULL, &drafted, NULL) ==
          PP_OK);
    check(pp_case_error_count(drafted) == 0);
    pp_report_free(yaml);
    if (into_itself) {
        pp_draft_options options = {.base = drafted};
        pp_draft_counts again;
        char *merged;
        status = pp_reading_draft_text(reading, &options, &merged, &again, NULL);
        check(status == PP_OK || status == PP_ERROR_INPUT);
        if (status == PP_OK) {
            check(again.statement_count <= counts.statement_count + counts.left_out_count);
            pp_case *whole;
            check(pp_case_parse(merged, strlen(merged), "merged.yaml", ".", NULL, NULL, &whole,
                                NULL) == PP_OK);
            pp_case_free(whole);
            pp_report_free(merged);
        }
    }
    pp_case_free(drafted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2 || size > SIZE_MAX_FUZZED)
        return 0;
    unsigned flags = data[0], format = flags & 3;
    const uint8_t *words = data + 1, *end = data + size;
    const uint8_t *cut = flags & TWO_REPORTS ? memchr(words, 0, (size_t)(end - words)) : NULL;
    char first[64], second[64];
    const char *paths[] = {first, second};
    write_report(first, sizeof first, format, 1, words, (size_t)((cut ? cut : end) - words));
    if (cut != NULL)
        write_report(second, sizeof second, format, 2, cut + 1, (size_t)(end - cut - 1));
    pp_read_options options = {.model = PP_MODEL_FILE};
    pp_reading *reading;
    if (pp_read_files(paths, cut == NULL ? 1 : 2, &options, NULL, &reading, NULL) == PP_OK) {
        check_draft(reading, flags & INTO_ITSELF);
        pp_reading_free(reading);
    }
    remove(first);
    if (cut != NULL)
        remove(second);
    return 0;
}
