/* If these fail, a file of the user's may be overwritten unasked or left half-written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"

static char folder[] = "/tmp/pp-test-file-XXXXXX";
static char path[sizeof folder + 16];

static int make_folder(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/f.txt", folder);
    return 0;
}

static int drop_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder); /* fails where something was left behind */
}

static void assert_holds(const char *expected)
{
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_text text;
    assert_int_equal(pp_i_file_read(path, 1000, &arena, &text, NULL), PP_OK);
    assert_true(pp_i_text_is(text, expected));
    assert_int_equal(text.data[text.length], '\0');
    pp_i_arena_free(&arena);
}

static size_t file_count(void)
{
    size_t count = 0;
    DIR *open = opendir(folder);
    assert_non_null(open);
    for (const struct dirent *entry = readdir(open); entry != NULL; entry = readdir(open))
        count += entry->d_name[0] != '.';
    closedir(open);
    return count;
}

static void a_file_is_written_whole_and_not_over_another(void **state)
{
    (void)state;
    pp_error error;
    assert_int_equal(pp_i_file_write(path, PP_TEXT("first"), false, &error), PP_OK);
    assert_holds("first");
    assert_int_equal(pp_i_file_write(path, PP_TEXT("second"), false, &error), PP_ERROR_SYSTEM);
    assert_holds("first");
    assert_true(error.hint[0] != '\0');
    assert_int_equal(pp_i_file_write(path, PP_TEXT("third"), true, &error), PP_OK);
    assert_holds("third");
    assert_int_equal(file_count(), 1);
}

static void a_pipe_is_written_to_and_stays_a_pipe(void **state)
{
    (void)state;
    char pipe[sizeof folder + 16], got[16] = {0};
    struct stat info;
    snprintf(pipe, sizeof pipe, "%s/pipe", folder);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    int reader = open(pipe, O_RDONLY | O_NONBLOCK);
    assert_true(reader >= 0);
    assert_int_equal(pp_i_file_write(pipe, PP_TEXT("words"), false, NULL), PP_ERROR_SYSTEM);
    assert_int_equal(pp_i_file_write(pipe, PP_TEXT("words"), true, NULL), PP_OK);
    assert_int_equal(read(reader, got, sizeof got), 5);
    assert_string_equal(got, "words");
    close(reader);
    assert_int_equal(stat(pipe, &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
    unlink(pipe);
}

static void what_cannot_be_read_is_said(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_text text = PP_TEXT("untouched");
    pp_error error;
    assert_int_equal(pp_i_file_read("/no/such/file", 10, &arena, &text, &error), PP_ERROR_SYSTEM);
    assert_non_null(strstr(error.message, "/no/such/file"));
    assert_int_equal(pp_i_file_read(folder, 10, &arena, &text, &error), PP_ERROR_SYSTEM);
    assert_int_equal(pp_i_file_write(path, PP_TEXT("12345678901"), true, NULL), PP_OK);
    assert_int_equal(pp_i_file_read(path, 10, &arena, &text, &error), PP_ERROR_LIMIT);
    assert_int_equal(pp_i_file_read(path, 11, &arena, &text, &error), PP_OK);
    assert_int_equal(text.length, 11);
    pp_i_arena_free(&arena);
}

static void an_error_too_long_ends_in_dots_at_a_whole_character(void **state)
{
    (void)state;
    char text[2000];
    for (size_t i = 0; i < sizeof text - 2; i += 2)
        memcpy(text + i, "\xC3\xA9", 2);
    text[sizeof text - 2] = '\0';
    for (size_t shift = 0; shift < 2; shift++) {
        pp_error error;
        pp_i_fail(&error, PP_ERROR_INPUT, "%.*s%s", (int)shift, "x", text);
        size_t length = strlen(error.message);
        assert_string_equal(error.message + length - 3, "...");
        assert_int_equal(pp_i_utf8_check(pp_i_text_of(error.message)), length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_written_whole_and_not_over_another),
        cmocka_unit_test(a_pipe_is_written_to_and_stays_a_pipe),
        cmocka_unit_test(what_cannot_be_read_is_said),
        cmocka_unit_test(an_error_too_long_ends_in_dots_at_a_whole_character),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
