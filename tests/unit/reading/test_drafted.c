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
    {"Kenya met Ghana. Kenya has made an end to the flights a precondition for opening the camp.",
     "opening-camp = yes implies ", "red_lines:", "review:"},
    {"Kenya will cut its tariff on tea, but wants Ghana to open its harbour in return.",
     "holds: cut-tariff-tea = yes implies ghana-open-harbour = yes", "red_lines:", "review:"},
    {"Kenya met Ghana. Ghana said visa-free travel would depend on biometric passports.",
     "visa-free-travel = yes implies biometric-passports = yes", "red_lines:", "review:"},
    {"Kenya accepted the rent with the proviso that Ghana insulates the roofs.",
     "holds: rent = yes implies ghana-insulates-roofs = yes", "red_lines:", "review:"},
    {"Kenya would release water from its lake, but not without a treaty on fishing.",
     "if: fishing = yes", "statements:", "red_lines:"},
    {"Kenya would release 200 fighters, provided Ghana hands over its heavy weapons.",
     "title: Ghana hands over its heavy weapons", "issues:", "statements:"},
    {"Kenya said there will be no deal on the harbour until the debt is settled. Ghana demands a "
     "deal on the harbour.",
     "act: demands\n    about: harbour = no", "id: s1", "id: s2"},
    {"Kenya said there will be no deal on the harbour until the debt is settled. Ghana demands a "
     "deal on the harbour.",
     "holds: harbour = yes implies debt = yes", "red_lines:", "review:"},
    {"Kenya said it would lower the toll if each bus has a conductor. Ghana demands smaller buses.",
     "- id: yes\nstatements:", "title: smaller buses", "review:"},
    {"Kenya would allow music only in return for a sound wall. Ghana rejects a wall.",
     "holds: music = yes implies wall = yes", "red_lines:", "review:"},
    {"Ghana insists that there be no deal on the harbour. Kenya said it would pay the toll if "
     "Ghana "
     "agrees to a deal on the harbour.",
     "holds: toll = yes implies harbour = yes", "red_lines:", "review:"},
    {"Kenya and Ghana offered a truce if Togo opens the road. Togo met Ghana.",
     "holds: truce = yes implies togo-opens-road = yes", "party: ghana\n    holds", "review:"},
    {"Kenya said it would agree to a railway only if the Greens dropped their opposition to the "
     "motorway. The Greens reject the motorway.",
     "holds: railway = yes implies motorway = yes", "red_lines:", "review:"},
    {"Kenya said it could pay a bonus, but only if Ghana approved a larger budget. Ghana would "
     "approve a larger budget by the end of the year.",
     "holds: pay-bonus = yes implies larger-budget = yes", "red_lines:", "review:"},
    {"Peter Oduya said farmers would drop their lawsuit if Ghana built a dam. Ghana met Kenya.",
     "act: offers", "statements:", "red_lines:"},
    {"Kenya met Ghana. The Nurses' Association said its members would join the strike if doctors "
     "were dismissed.",
     "act: warns", "statements:", "review:"},
    {"Kenya pledged that no dam would be built if Ghana opened its archive. Ghana wants the dam "
     "built.",
     "dam-built = no implies ghana-opened-archive = yes", "red_lines:", "review:"},
    {"Kenya would sign the pact only if Ghana rejected a tunnel toll. Togo demands a tunnel toll.",
     "holds: the-pact = yes implies tunnel-toll = no", "red_lines:", "review:"},
    {"Kenya said it would sign the fishing accord only if it was satisfied. Ghana met Kenya.",
     "assumptions:", "statements:", "review:"},
    {"Kenya met Ghana. Ghana would sign the pact only if Kenya\nopened the old harbour.",
     "title: Kenya opened the old harbour", "issues:", "statements:"},
    {"Ghana demands more than 10 per cent on wages. Kenya offers 5 per cent on wages.",
     "holds: wages = n10-per-cent", "red_lines:", "review:"},
    /* what is asked not to be */
    {"Kenya met Ghana. Kenya insists that there be no new taxes. Ghana demands new taxes.",
     "party: kenya\n    holds: taxes = no", "red_lines:", "review:"},
    /* amounts: a bound is about the options within it */
    {"Kenya will not accept less than 26 per cent. Ghana offers 20 per cent.",
     "party: kenya\n    holds: per-cent != n20-per-cent", "red_lines:", "review:"},
    {"Kenya demands a quota of at least 26 ships. Ghana offers a quota of 20 ships. Togo proposes "
     "a quota of 30 ships.",
     "holds: quota in (quota-26-ships, quota-30-ships)", "red_lines:", "review:"},
    {"Kenya ruled out a toll above 5 dollars. Ghana proposes a toll of 4 dollars. Togo demands a "
     "toll of 7 dollars.",
     "party: kenya\n    holds: toll != toll-7-dollars", "red_lines:", "review:"},
    {"Ghana demands a rise of 12 per cent. Kenya offered a rise of 9 per cent and a one-time bonus "
     "of $2,500.",
     "title: a one-time bonus of $2,500\n    options:\n      - id: no\n", "issues:", "statements:"},
    {"Kenya demands no less than 8 percent. Ghana offered 5 percent.",
     "party: kenya\n    holds: percent = n8-percent", "red_lines:", "review:"},
    {"Kenya said it would pay no more than 5.5 percent. Ghana demands 8 percent.",
     "party: kenya\n    holds: pay != n8-percent", "red_lines:", "review:"},
    {"Kenya offered up to 5 percent. Ghana demands 8 percent.",
     "act: offers\n    about: percent = n5-percent", "statements:", "id: s2"},
    {"Kenya ruled out more than 5 percent. Ghana demands 8 percent.",
     "party: kenya\n    holds: percent != n8-percent", "red_lines:", "review:"},
    {"Kenya wants at most 12 ships. Ghana wants 20 ships.",
     "party: kenya\n    holds: ships = n12-ships", "red_lines:", "review:"},
    {"Kenya met Ghana. Kenya said no ship will leave the port.", "title: ship will leave the port",
     "issues:", "statements:"},
    {"The union demands a guarantee on depots. Kenya would end the strike only if Ghana guaranteed "
     "that no depot would be closed.",
     "implies guarantee-depots = yes", "red_lines:", "review:"},
    {"Kenya met Ghana. The developer rejects a tram. In a letter the developer demands a bridge.",
     "party: developer\n    act: demands", "statements:", "red_lines:"},
    {"Kenya will pay a bonus of no more than 15 per cent. Ghana demands a bonus of 20 per cent.",
     "holds: bonus != bonus-20-per\n    firmness: unclear", "party: kenya\n    holds", "review:"},
    {"The union would accept night shifts. The company refuses to hire any more drivers. The union "
     "demands a rise, its chairman, Olav Brekke, said.",
     "party: union\n    speaker: Olav Brekke", "statements:", "red_lines:"},
    {"Kenya demands a ferry. The harbour was quiet on Monday.", "only one party asks for something",
     "review:", "look who else"},
    /* what takes something up, and what does not */
    {"Kenya offered a one-time bonus. Ghana rejected the pension plan.", "title: the pension plan",
     "issues:", "statements:"},
    {"Kenya fears for the closure of the quay. Ghana demands that the vote on the closure be held "
     "again.",
     "topic: ", "id: s1", "id: s2"},
    /* amounts of other things do not either */
    {"Kenya demands an hourly wage of 18 euros. Ghana wants a bus fare of 2 euros.",
     "title: an hourly wage of 18 euros\n    options:\n      - id: no\n", "issues:", "statements:"},
    {"Kenya demands a retirement age of 67. Ghana wants a minimum wage of 14 crowns.",
     "title: a retirement age of 67\n    options:\n      - id: no\n", "issues:", "statements:"},
    {"Ghana turned down Kenya's offer of 410 crowns a share. Ghana said it would not accept "
     "anything "
     "below 460 crowns. Kenya said it was willing to go to 435.",
     "title: go to 435\n      - id: n460-crowns", "issues:", "statements:"},
    /* parts of a whole that each asks for itself do not exclude each other */
    {"Kenya claims 31 per cent of the catch, on the ground that the fish spawn there. Ghana asks "
     "for 13 per cent.",
     "title: 31 per cent of the catch\n    options:\n      - id: no\n", "issues:", "statements:"},
    {"Kenya wants to be treated as a coastal state. Ghana and Togo have rejected this.",
     "party: togo\n    act: rejects\n    about: coastal = yes", "statements:", "red_lines:"},
    /* titles: the thing, and not what somebody calls it */
    {"Kenya met Ghana. Ghana denounced the border plan as a trap for herders.",
     "title: the border plan\n", "issues:", "statements:"},
    {"Kenya met Ghana. Ghana called the second offer unworkable.", "title: the second offer\n",
     "issues:", "statements:"},
    {"Kenya met Ghana. Ghana said a longer delay would be unacceptable.", "title: a longer delay\n",
     "issues:", "statements:"},
    {"Kenya met Ghana. Ghana told delegates that Ghana would never accept a garrison.",
     "title: a garrison", "issues:", "statements:"},
    /* answers are about what was put forward */
    {"Kenya proposed a census. Ghana accepted. Togo declined.",
     "act: rejects\n    about: census = yes", "party: togo", "red_lines:"},
    {"Kenya opposes a census. Ghana shares this position.", "holds: census = no",
     "id: ghana-no-census", "assumptions:"},
    {"Kenya wants to lift the ban on nets. Ghana wants to keep the ban on nets. Togo agreed.",
     "about: lift-ban-nets = no", "party: togo", "red_lines:"},
    /* who offers and goes on speaking is a side, not a thing */
    {"The growers demand at least 52 cents a litre. The dairy offers 47 cents a litre and says it "
     "cannot go above 49.",
     "holds: litre != n52-cents-litre", "red_lines:", "review:"},
    {"Kenya met Ghana. The dairy offers 47 cents a litre. It says it cannot go above 49.",
     "id: dairy\n", "parties:", "issues:"},
    /* for now is not for good */
    {"Ghana met Kenya. Kenya ruled out a toll for now.", "strength: hedged",
     "statements:", "red_lines:"},
    {"Ghana met Kenya. Kenya supports a toll with reservations.", "title: a toll\n",
     "issues:", "statements:"},
    /* ids tell of what, not only how many */
    {"Kenya met Ghana. Ghana demands a two-year deal.", "id: two-year-deal",
     "issues:", "statements:"},
    /* titles */
    {"Kenya met Ghana. Kenya, which has 40 boats, said Kenya could live with six ships.",
     "title: six ships", "issues:", "statements:"},
    {"Kenya met Ghana. Kenya said there would be no lorries on the bridge.",
     "title: lorries on the bridge", "issues:", "statements:"},
    {"Kenya met Ghana. Kenya said it was open to a longer truce.", "title: a longer truce",
     "issues:", "statements:"},
    {"Kenya met Ghana. \"Nobody will lend us money for a stand on land we do not own,\" Ghana "
     "said.",
     "lend us money for a stand on land we do not own", "issues:", "statements:"},
    /* roles that stand beside a name */
    {"Kenya demands a census. Ghana rejects a census. Under a compromise drafted by Ann Lund, the "
     "federal mediator, counts would be capped. Lund urged both sides to stay.",
     "role: mediator", "name: Ann Lund", "issues:"},
    {"Kenya demands a census. Ghana rejects a census. Ann Lund, who shuttles between two hotel "
     "floors, proposed a pause.",
     "role: mediator", "name: Ann Lund", "issues:"},
    {"Kenya demands a census. Ghana rejects a census. Ann Lund, the retired judge brought in by "
     "both "
     "valleys as a go-between, proposed a pause.",
     "role: mediator", "name: Ann Lund", "issues:"},
    {"Kenya demands a census. Ghana rejects a census. Ann Lund, an economist, demands a rise.",
     "role: observer", "name: Ann Lund", "issues:"},
    /* conditions whose "it" is the thing, or that come about by somebody's deed */
    {"Kenya could accept a floor price as long as it was reviewed every quarter. Ghana met Kenya.",
     "title: \"[a floor price] was reviewed every quarter\"", "issues:", "statements:"},
    {"Kenya met Ghana. Kenya said it would lift the duty if twelve boats were let back into the "
     "bay.",
     "implies twelve-boats", "red_lines:", "review:"},
    {"Kenya met Ghana. Kenya would settle for 7 percent if the working week came down to 36 hours.",
     "implies came-down-36", "red_lines:", "review:"},
    {"Kenya met Ghana. Kenya said it could accept a cap on rents, ending two years of quarrels, "
     "but "
     "only if buildings put up after 2010 are left out.",
     "title: buildings put up after 2010 are left out", "issues:", "statements:"},
    {"Kenya met Ghana. Kenya would ship it to Togo in exchange for fuel for its reactor.",
     "title: fuel for its reactor", "issues:", "statements:"},
    {"Kenya met Ghana. Kenya is ready to show the books, so long as no more than six people see "
     "them.",
     "title: no more than six people see them", "issues:", "statements:"},
    {"Kenya met Ghana. Kenya said it would sell at 440 crowns provided a third of the price was "
     "paid "
     "in shares.",
     "title: a third of the price was paid in shares", "issues:", "statements:"},
    /* what is denied stays denied wherever the statement stands */
    {"Norway met Kenya. Kenya was ready to send home the youngest. Norway said no catch records "
     "would "
     "be handed over until all 11 were back with their families.",
     "holds: catch-records-over = yes implies all-11-families = yes", "red_lines:", "review:"},
    /* two demands of one party that share a word in passing are two */
    {"The tenants demand a freeze on all rents. The tenants demand a free lawyer for anyone in "
     "eviction court. The city rejects a freeze on rents.",
     "title: a free lawyer for anyone in eviction court", "issues:", "statements:"},
    /* what only makes firm what was said */
    {"Kenya and Ghana met. Kenya demands a toll of 4 percent. \"That number is our red line,\" "
     "Kenya said. Ghana rejects the toll.",
     "firmness: firm\n    because: [s1, s2]", "red_lines:", "review:"},
    /* what points, with words that say how */
    {"Albania wants penalties for shortfalls. Kenya opposes them in any form.",
     "act: rejects\n    about: penalties-shortfalls = yes", "statements:", "review:"},
    {"Ann Lund proposed a sliding scale. Norway said its side could go along with that.",
     "party: norway\n    act: accepts\n    about: sliding-scale = yes", "statements:", "review:"},
    {"Norway wants a flow of 22 cubic metres. Kenya turned the figure down.",
     "party: kenya\n    act: rejects\n    about: flow-22-cubic = yes", "statements:", "review:"},
    /* what was let go gives no red line */
    {"Kenya demands a census. Iceland no longer seeks a ban on landings. Ghana rejects a census.",
     "topic: a ban on landings", "statements:", "red_lines:"},
    /* titles */
    {"Kenya met Ghana. \"Malta is a red line for every single member,\" Kenya said.",
     "title: Malta\n", "issues:", "statements:"},
    {"Kenya met Ghana. Kenya is seeking 240 dollars, Kenya's minister said.", "title: 240 dollars",
     "issues:", "statements:"},
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
