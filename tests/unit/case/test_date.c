/* test_date.c: a statement dated on a day that does not exist would count at the wrong time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "case/date.h"

static void test_days(void **state)
{
    (void)state;
    static const char *const good[] = {"2024-02-29", "2000-02-29", "0001-01-01",
                                       "9999-12-31", "1979-03-26", "2023-04-30"};
    static const char *const bad[] = {
        "",           "2023-02-29",  "1900-02-29", "2024-02-30", "2024-04-31", "2024-13-01",
        "2024-00-10", "2024-01-00",  "0000-01-01", "2024-1-01",  "2024-01-1",  "24-01-01",
        "2024/01/01", "2024-01-01 ", "+024-01-01", "2024-01-0x", "20240101",   "2024-01-32"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        pp_i_date date;
        char text[PP_DATE_SIZE];
        assert_true(pp_i_date_parse(pp_i_text_of(good[i]), &date));
        pp_i_date_print(date, text);
        assert_string_equal(text, good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        pp_i_date date = 77;
        assert_false(pp_i_date_parse(pp_i_text_of(bad[i]), &date));
        assert_int_equal(date, 77);
    }
}

/* 400 years have 146,097 days, and a later day is a greater number. */
static void test_calendar(void **state)
{
    (void)state;
    int count = 0;
    pp_i_date before = 0;
    for (int year = 1801; year <= 2200; year++)
        for (int month = 0; month <= 13; month++)
            for (int day = 0; day <= 32; day++) {
                char text[40];
                pp_i_date date;
                snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                if (!pp_i_date_parse(pp_i_text_of(text), &date))
                    continue;
                count++;
                assert_true(date > before);
                before = date;
            }
    assert_int_equal(count, 146097);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_days),
                                       cmocka_unit_test(test_calendar)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
