/*
 * What a draft makes of a text: roles that the words give, titles. Needs the language model;
 * without it everything here is skipped.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "reading/draft.h"
#include "reading/read_text.h"

static const struct {
    const char *report;
    const char *line; /* the draft has it, between the two */
    const char *after, *before;
} cases[] = {
    {"Kenya demands a census. Ghana rejects a census. The African Water Bank, which is attending "
     "the "
     "talks as an observer, said that it would not finance the turbines.",
     "role: observer", "name: African Water Bank", "issues:"},
    {"Kenya demands a census. Ghana rejects a census. Togo, which took part as a mediator, demands "
     "a vote.",
     "role: mediator", "name: Togo", "issues:"},
    {"Kenya demands a census. Ghana rejects a census. Togo, which is not a party to the talks, "
     "demands a vote.",
     "role: observer", "name: Togo", "issues:"},
    {"Kenya demands a census. Ghana rejects a census. Togo, which was not invited to the session, "
     "demands a vote.",
     "role: observer", "name: Togo", "issues:"},
    {"Kenya demands a census. Ghana rejects a census. Togo has no seat at the table but demands a "
     "vote.",
     "role: observer", "name: Togo", "issues:"},
    {"Kenya demands a census. Ghana rejects a census. Togo, which presides over the conference, "
     "demands a vote.",
     "role: mediator", "name: Togo", "issues:"},
    {"Kenya demands a census. Ghana rejects a census. Ministers from 40 countries demanded a vote.",
     "role: observer", "name: 40 countries", "issues:"},
    {"Kenya demands a census. Ghana rejects a census. The negotiators demand a vote.",
     "role: observer", "id: negotiators", "issues:"},
    {"The Miners' Union rejects the cut. Kenya wants a cut. The chair of the talks, Ann Lund, "
     "proposed a pause.",
     "role: mediator", "name: Ann Lund", "issues:"},
    {"Kenya met Ghana. Ghana dismissed the joint fund as \"an insult\".", "the joint fund\n",
     "issues:", "statements:"},
    {"Kenya demands a limit of 15 matches a season. Ghana rejected the limit.",
     "act: rejects\n    about: limit-15-matches = yes", "statements:", "review:"},
    {"Tavria insists on filling the reservoir within four years. Merrin demands a guaranteed flow "
     "of "
     "the reservoir of 30 million litres a year.",
     "title: filling the reservoir within four years\n    options:\n      - id: no\n",
     "issues:", "statements:"},
    /* conditions: the option that somebody speaks of, else a question of its own */
    {"Kenya would sign the accord only if the books were audited. Ghana refuses to have the books "
     "audited.",
     "holds: the-accord = yes implies books-audited = yes\n    firmness: unclear",
     "red_lines:", "review:"},
    {"Kenya would sign the accord only if the books were audited. Ghana refuses to have the books "
     "audited.",
     "if: books-audited = yes", "id: s1", "id: s2"},
    {"Kenya met Ghana. Kenya will never sign the accord unless the harbour is reopened.",
     "holds: the-accord = yes implies harbour-reopened = yes\n    firmness: firm",
     "red_lines:", "review:"},
    {"Kenya met Ghana. Kenya will never sign the accord unless the harbour is reopened.",
     "if: harbour-reopened = no", "statements:", "red_lines:"},
    {"Kenya met Ghana. Kenya would not reopen the bridge without a guarantee for its herders.",
     "implies guarantee-herders = yes", "red_lines:", "review:"},
    {"Kenya said it would cut duties on tea in return for access to the port of Lome. Togo met "
     "Kenya.",
     "= yes implies access-port-lome = yes", "red_lines:", "review:"},
    {"Ghana demands a ferry if the dam is built. Kenya demands that the dam be built.",
     "= yes implies ferry = yes", "red_lines:", "review:"},
    {"Kenya said it would lend a boat once Ghana opens its books. Ghana met Kenya.",
     "title: Ghana opens its books", "issues:", "statements:"},
    {"Iran would halt enrichment in exchange for the lifting of sanctions.",
     "halt-enrichment = yes implies lifting-sanctions = yes", "red_lines:", "review:"},
    {"Kenya said it would lend a boat if the ice holds. Ghana met Kenya.",
     "- id: yes\nstatements:", "title: lend a boat", "review:"},
    {"Kenya met Ghana. Kenya's miners will accept a rise of 4 percent, but only if shifts are "
     "kept.",
     "title: shifts are kept", "issues:", "statements:"},
    /* titles */
    {"Kenya met Ghana. Kenya, which has 40 boats, said Kenya could live with six ships.",
     "title: live with six ships", "issues:", "statements:"},
    {"Kenya met Ghana. Kenya said there would be no lorries on the bridge.",
     "title: lorries on the bridge", "issues:", "statements:"},
    {"Kenya met Ghana. Kenya said it was open to a longer truce.", "title: a longer truce",
     "issues:", "statements:"},
    {"Kenya met Ghana. \"Nobody will lend us money for a stand on land we do not own,\" Ghana "
     "said.",
     "lend us money for a stand on land we do not own", "issues:", "statements:"},
};

/* The draft's text, or null where it could not be made. */
static const char *draft_of(const pp_i_language *language, const char *report, pp_i_arena *arena)
{
    const pp_i_draft *draft = NULL;
    const pp_i_reading *reading = read_text(language, report, arena);
    pp_error error = {0};
    assert_int_equal(pp_i_draft_make(reading, NULL, arena, &draft, &error), PP_OK);
    char *text = PP_NEW_ARRAY(arena, char, draft->yaml.length + 1);
    assert_non_null(text);
    memcpy(text, draft->yaml.data, draft->yaml.length);
    return text;
}

static bool case_holds(const pp_i_language *language, size_t index)
{
    pp_i_arena arena;
    const char *text = draft_of(language, cases[index].report, &arena);
    const char *after = strstr(text, cases[index].after);
    const char *line = after == NULL ? NULL : strstr(after, cases[index].line);
    const char *before = after == NULL ? NULL : strstr(after, cases[index].before);
    bool good = line != NULL && before != NULL && line <= before;
    if (!good) {
        print_message("%s\n    drafted without %s:\n%s\n", cases[index].report, cases[index].line,
                      text);
    }
    pp_i_arena_free(&arena);
    return good;
}

static void test_drafted(void **context)
{
    (void)context;
    assert_all_hold(sizeof cases / sizeof *cases, case_holds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_drafted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
