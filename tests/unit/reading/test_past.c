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
    bool dropped;
} row;

static const row ROWS[] = {
    {"The union, which had originally sought 9 per cent, now demands 6 per cent.", true, false,
     false},
    {"The union initially demanded 9 per cent.", true, false, false},
    {"The union had previously rejected arbitration.", true, false, false},
    {"Mali once demanded the return of the ships.", true, false, false},
    {"The union now demands 6 per cent.", false, false, false},
    {"The union demanded 9 per cent.", false, false, false},
    {"The union had demanded 9 per cent.", false, false,
     false}, /* said of today in the past, it may be */
    {"The union will demand 9 per cent once more.", false, false, false},
    {"The company denied that it had broken the truce.", false, true, false},
    {"The company denied breaking the truce.", false, true, false},
    {"The company denied any involvement in the raid.", false, true, false},
    {"The company denied the allegation.", false, true, false},
    {"The company denied any part in the raid.", false, true, false},
    {"Until last autumn Mali had demanded that the work be halted.", true, false, false},
    {"The company denied access to the inspectors.", false, false, false},
    {"The government denied the rebels a role in the talks.", false, false, false},
    {"The insurer denied the claim for compensation.", false, false, false},
    {"The company denied that the plant is to be closed.", false, false, false},
    {"The company denied that it plans to close the plant.", false, false, false},
    {"The company denies that it will close the plant.", false, false, false},
    {"The company rejected the allegation.", false, false, false},
    /* when it was wanted tells that it is no more, unless it has been wanted since */
    {"Last autumn the tenants were calling for a freeze on rents.", true, false, false},
    {"The government had insisted last year that the rebels be excluded.", true, false, false},
    {"Two years ago Mali was demanding a minimum fee.", true, false, false},
    {"As recently as January the government insisted that no soldier set foot there.", true, false,
     false},
    {"In spring Mali wanted the whole levy scrapped, and gave that up in June.", true, false,
     false},
    {"The bloc asked for 60 billion a year, down from the 100 billion it sought a year ago.", false,
     false, false},
    {"Mali was still insisting on complete abolition.", true, false, false},
    {"The union used to call for the fee to be abolished.", true, false, false},
    {"The union has demanded 9 per cent since last year.", false, false, false},
    {"Mali would lend a boat once Ghana opens its books.", false, false, false},
    {"The union demanded last year's bonus.", false, false, false},
    {"The union rejected last year's offer.", false, false, false},
    {"The union sought a rise back in the pay packet.", false, false, false},
    {"In 2024, the union demanded a rise and it still stands by it.", false, false, false},
    /* it is not let go by being asked to, by refusing to, or by another */
    {"The union demanded a 9 percent rise and refused to give it up.", false, false, false},
    {"The union rejected the levy, and asked the government to drop it.", false, false, false},
    {"The union demanded a 9 percent rise and the company scrapped it.", false, false, false},
    {"The company rejected the claim, and the union in turn dropped it.", false, false, false},
    {"The union demanded a levy, but has agreed to drop it.", true, false, false},
    {"The minister rejected the plan last year and is still in office.", true, false, false},
    {"Back in early 2019, the union demanded a levy.", true, false, false},
    /* what somebody lets go himself */
    {"Britain no longer seeks a ban on direct landings.", false, false, true},
    {"Iceland quietly shelved its claim for compensation in June.", false, false, true},
    {"Iceland has stopped pressing for inspectors on board.", false, false, true},
    {"Iceland gave up an objection to a staged exchange.", false, false, true},
    {"Iceland would drop its claim for compensation.", false, false, false},
    {"The company denied it.", false, true, false},
};

static void read_row(const pp_i_language *language, const row *wanted)
{
    pp_i_arena arena;
    const pp_i_reading *reading = read_text(language, wanted->report, &arena);
    if (reading->statement_count == 0)
        fail_msg("nothing is read: %s", wanted->report);
    const pp_i_said *said = &reading->statements[0];
    if (said->former != wanted->former || said->denies_fact != wanted->denies_fact ||
        said->dropped != wanted->dropped)
        fail_msg("former %d, a fact denied %d, dropped %d: %s", said->former, said->denies_fact,
                 said->dropped, wanted->report);
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
