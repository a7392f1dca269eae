/* test_number.c: a value that is rounded when it is read makes an exact answer wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "case/number.h"

typedef struct known {
    const char *text;
    int64_t numerator, denominator;
} known;

static void test_good(void **state)
{
    (void)state;
    static const known cases[] = {
        {"3", 3, 1},
        {"+3", 3, 1},
        {"-0.25", -1, 4},
        {"0.1", 1, 10},
        {".5", 1, 2},
        {"-0", 0, 1},
        {"0e999999999999999999999", 0, 1},
        {"0.000", 0, 1},
        {"1/3", 1, 3},
        {"-4/6", -2, 3},
        {"0/5", 0, 1},
        {"2.5e-3", 1, 400},
        {"2.50E+1", 25, 1},
        {"007", 7, 1},
        {"1000", 1000, 1},
        {"100.0010", 100001, 1000},
        {"9223372036854775807", INT64_MAX, 1},
        {"-9223372036854775807", -INT64_MAX, 1},
        {"922337203685477580.7e1", INT64_MAX, 1},
        {"1/9223372036854775807", 1, INT64_MAX},
        {"36893488147419103232/73786976294838206464", 1, 2},
        {"1.00000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
         1, 1},
        {"1000000000000000000000000000000e-30", 1, 1},
        {"0.000000000000000000000000000001e30", 1, 1},
        /* 2^-62 */
        {"0.00000000000000000021684043449710088680149056017398834228515625", 1, INT64_C(1) << 62},
        /* (2^62 - 1) / 2^62 */
        {"0.99999999999999999978315956550289911319850943982601165771484375", (INT64_C(1) << 62) - 1,
         INT64_C(1) << 62},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pp_i_number number = {0};
        assert_int_equal(pp_i_number_parse(pp_i_text_of(cases[i].text), &number), PP_NUMBER_GOOD);
        assert_true(number.numerator == cases[i].numerator);
        assert_true(number.denominator == cases[i].denominator);
    }
}

static void test_bad(void **state)
{
    (void)state;
    static const char *const none[] = {
        "",      "-",    ".",     "1.",    "e5",    "1e",  "1e+",      "nan",   "inf",
        "-inf",  "0x10", "1,5",   "1 ",    " 1",    "1/0", "1/",       "/2",    "1/-2",
        "1/2/3", "--1",  "1.2.3", "1e5.5", "1/2e3", "0/0", "infinity", "1_000", "\xD9\xA3"};
    static const char *const longer[] = {
        "9223372036854775808",
        "-9223372036854775808",
        "1e19",
        "1e-19",
        "1e999999999999999999999",
        "1e-99999999999999999999999",
        "1/9223372036854775808",
        "0.12345678901234567890123",
        "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803",
        "340282366920938463463374607431768211456/340282366920938463463374607431768211456",
        "0.000000000000000000108420217248550443400745280086994171142578125"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        pp_i_number number = {77, 78};
        assert_int_equal(pp_i_number_parse(pp_i_text_of(none[i]), &number), PP_NUMBER_NOT_ONE);
        assert_int_equal(number.numerator, 77);
    }
    for (size_t i = 0; i < sizeof longer / sizeof *longer; i++) {
        pp_i_number number = {77, 78};
        assert_int_equal(pp_i_number_parse(pp_i_text_of(longer[i]), &number), PP_NUMBER_TOO_LONG);
        assert_int_equal(number.denominator, 78);
    }
}

static void test_order(void **state)
{
    (void)state;
    static const char *const rising[] = {"-9223372036854775807",
                                         "-1",
                                         "-1/3",
                                         "0",
                                         "1/9223372036854775807",
                                         "1/9223372036854775806",
                                         "0.3",
                                         "1/3",
                                         "0.34",
                                         "9223372036854775806/9223372036854775807",
                                         "1",
                                         "9223372036854775807"};
    const size_t count = sizeof rising / sizeof *rising;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++) {
            pp_i_number a, b;
            assert_int_equal(pp_i_number_parse(pp_i_text_of(rising[i]), &a), PP_NUMBER_GOOD);
            assert_int_equal(pp_i_number_parse(pp_i_text_of(rising[k]), &b), PP_NUMBER_GOOD);
            assert_int_equal(pp_i_number_compare(a, b), (i > k) - (i < k));
        }
    assert_true(pp_i_number_double((pp_i_number){-1, 4}) == -0.25);
    assert_true(pp_i_number_double((pp_i_number){1, 3}) == 1.0 / 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_good), cmocka_unit_test(test_bad),
                                       cmocka_unit_test(test_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
