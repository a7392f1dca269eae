/*
 * If these fail, an analyst finds among today's red lines what a party wanted last year, or what it
 * says that it never did. Needs the language model; without it everything here is skipped.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading/read_text.h"

typedef struct row {
    const char *report;
    bool former, denies_fact; /* of the first statement */
} row;

static const row ROWS[] = {
    {"The union, which had originally sought 9 per cent, now demands 6 per cent.", true, false},
    {"The union initially demanded 9 per cent.", true, false},
    {"The union had previously rejected arbitration.", true, false},
    {"Mali once demanded the return of the ships.", true, false},
    {"The union now demands 6 per cent.", false, false},
    {"The union demanded 9 per cent.", false, false},
    {"The union had demanded 9 per cent.", false, false}, /* said of today in the past, it may be */
    {"The union will demand 9 per cent once more.", false, false},
    {"The company denied that it had broken the truce.", false, true},
    {"The company denied breaking the truce.", false, true},
    {"The company denied any involvement in the raid.", false, true},
    {"The company denied the allegation.", false, true},
    {"The company denied any part in the raid.", false, true},
    {"Until last autumn Mali had demanded that the work be halted.", true, false},
    {"The company denied access to the inspectors.", false, false},
    {"The government denied the rebels a role in the talks.", false, false},
    {"The insurer denied the claim for compensation.", false, false},
    {"The company denied that the plant is to be closed.", false, false},
    {"The company denied that it plans to close the plant.", false, false},
    {"The company denies that it will close the plant.", false, false},
    {"The company rejected the allegation.", false, false},
};

static void read_row(const pp_i_language *language, const row *wanted)
{
    pp_i_arena arena;
    const pp_i_reading *reading = read_text(language, wanted->report, &arena);
    if (reading->statement_count == 0)
        fail_msg("nothing is read: %s", wanted->report);
    const pp_i_said *said = &reading->statements[0];
    if (said->former != wanted->former || said->denies_fact != wanted->denies_fact)
        fail_msg("former %d, a fact denied %d: %s", said->former, said->denies_fact,
                 wanted->report);
    pp_i_arena_free(&arena);
}

static void what_is_no_position_of_today_is_marked(void **state)
{
    (void)state;
    pp_i_language *language = open_language();
    if (language == NULL)
        skip();
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        read_row(language, &ROWS[i]);
    pp_i_language_close(language);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_no_position_of_today_is_marked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
