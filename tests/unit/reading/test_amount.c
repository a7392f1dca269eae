/* If these fail, a draft takes "not less than 26" for 26, or a bonus of 2,500 for a rise of 9. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading/amount.h"

static const struct {
    const char *text;
    double value;
    pp_i_unit unit;
    pp_i_bound bound;
    const char *plain;
} rows[] = {
    {"less than 26 per cent", 26, PP_UNIT_PERCENT, PP_BOUND_BELOW, "26 per cent"},
    {"a share of no less than 26%", 26, PP_UNIT_PERCENT, PP_BOUND_AT_LEAST, "a share of 26%"},
    {"not more than $2,500", 2500, PP_UNIT_MONEY, PP_BOUND_AT_MOST, "$2,500"},
    {"more than some \xE2\x82\xAC"
     "1.5 million",
     1.5e6, PP_UNIT_MONEY, PP_BOUND_ABOVE,
     "some \xE2\x82\xAC"
     "1.5 million"},
    {"a rise above five percent", 5, PP_UNIT_PERCENT, PP_BOUND_ABOVE, "a rise of five percent"},
    {"go above 49", 49, PP_UNIT_BARE, PP_BOUND_ABOVE, "go to 49"},
    {"anything below 460 crowns", 460, PP_UNIT_MONEY, PP_BOUND_BELOW, "460 crowns"},
    {"up to 40 ships", 40, PP_UNIT_THING, PP_BOUND_AT_MOST, "40 ships"},
    {"at least two hundred seats", 200, PP_UNIT_THING, PP_BOUND_AT_LEAST, "two hundred seats"},
    {"a minimum of 30 days", 30, PP_UNIT_TIME, PP_BOUND_AT_LEAST, "a 30 days"},
    {"12 seats or more", 12, PP_UNIT_THING, PP_BOUND_AT_LEAST, "12 seats or more"},
    {"spread over ten years", 10, PP_UNIT_TIME, PP_BOUND_EXACT, "spread over ten years"},
    {"closed by 2027", 2027, PP_UNIT_DATE, PP_BOUND_EXACT, "closed by 2027"},
    {"in 2026 a rise of 4 percent", 4, PP_UNIT_PERCENT, PP_BOUND_EXACT,
     "in 2026 a rise of 4 percent"},
    {"by March 18", 18, PP_UNIT_DATE, PP_BOUND_EXACT, "by March 18"},
    {"go to 435", 435, PP_UNIT_BARE, PP_BOUND_EXACT, "go to 435"},
    {"2,000 tonnes", 2000, PP_UNIT_THING, PP_BOUND_EXACT, "2,000 tonnes"},
    {"one of the ferries", 0, PP_UNIT_THING, PP_BOUND_EXACT, "one of the ferries"},
};

static void amounts_are_read(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pp_text text = pp_i_text_of(rows[i].text);
        pp_i_amount amount = pp_i_amount_of_text(text);
        pp_text plain = pp_i_amount_plain(&arena, text);
        bool good = amount.value > rows[i].value - 1e-9 && amount.value < rows[i].value + 1e-9 &&
                    amount.unit == rows[i].unit && amount.bound == rows[i].bound &&
                    pp_i_text_is(plain, rows[i].plain);
        if (!good)
            fail_msg("%s: %g, unit %d, bound %d, \"%.*s\"", rows[i].text, amount.value,
                     (int)amount.unit, (int)amount.bound, (int)plain.length, plain.data);
    }
    pp_i_arena_free(&arena);
}

static void amounts_of_other_units_differ(void **state)
{
    (void)state;
    pp_i_amount nine = pp_i_amount_of_text(PP_TEXT("9 per cent"));
    pp_i_amount same = pp_i_amount_of_text(PP_TEXT("at least 9 percent"));
    pp_i_amount bonus = pp_i_amount_of_text(PP_TEXT("9 euros"));
    pp_i_amount none = pp_i_amount_of_text(PP_TEXT("a bonus"));
    assert_false(pp_i_amounts_differ(&nine, &same));
    assert_true(pp_i_amounts_differ(&nine, &bonus));
    assert_false(pp_i_amounts_differ(&nine, &none));
    pp_i_amount bare = pp_i_amount_of_text(PP_TEXT("go to 9"));
    pp_i_amount date = pp_i_amount_of_text(PP_TEXT("by May 9"));
    assert_false(pp_i_amounts_differ(&nine, &bare));
    assert_true(pp_i_amounts_differ(&date, &bare));
    pp_i_amount most = pp_i_amount_of_text(PP_TEXT("no more than 9 ships"));
    pp_i_amount least = pp_i_amount_of_text(PP_TEXT("no fewer than 9 ships"));
    pp_i_amount_affirm(&most);
    pp_i_amount_affirm(&least);
    assert_int_equal(most.bound, PP_BOUND_ABOVE);
    assert_int_equal(least.bound, PP_BOUND_BELOW);
    pp_i_amount_affirm(&bare);
    assert_int_equal(bare.bound, PP_BOUND_EXACT);
}

/* What a bound holds for, against its words. */
static void bounds_hold_within(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool below, at, above;
    } bounds[] = {{"9 ships", false, true, false},
                  {"at least 9 ships", false, true, true},
                  {"at most 9 ships", true, true, false},
                  {"more than 9 ships", false, false, true},
                  {"fewer than 9 ships", true, false, false}};
    for (size_t i = 0; i < 5; i++) {
        pp_i_amount amount = pp_i_amount_of_text(pp_i_text_of(bounds[i].text));
        assert_int_equal(pp_i_amount_holds(&amount, 8.5), bounds[i].below);
        assert_int_equal(pp_i_amount_holds(&amount, 9), bounds[i].at);
        assert_int_equal(pp_i_amount_holds(&amount, 9.5), bounds[i].above);
    }
}

/* Texts without end, with zero bytes or nothing at all. */
static void any_bytes_are_text(void **state)
{
    (void)state;
    static const char bytes[] = "\0 9\0% $ \xE2\x82 (than 4) , 1,,,2... than";
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    for (size_t start = 0; start < sizeof bytes; start++)
        for (size_t end = start; end < sizeof bytes; end++) {
            pp_text text = {bytes + start, end - start};
            (void)pp_i_amount_of_text(text);
            (void)pp_i_amount_plain(&arena, text);
        }
    pp_i_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_are_read),
        cmocka_unit_test(amounts_of_other_units_differ),
        cmocka_unit_test(bounds_hold_within),
        cmocka_unit_test(any_bytes_are_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
