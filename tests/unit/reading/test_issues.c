/* If these fail, a refusal stands apart from what it refuses, or two matters become one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "reading/hand_reading.h"
#include "reading/issues.h"

static const pp_i_issues *find(hand *made)
{
    const pp_i_issues *issues = NULL;
    const pp_i_reading *reading = hand_done(made, "report.txt");
    assert_int_equal(pp_i_issues_find(reading, 1, &made->arena, &issues, NULL), PP_OK);
    return issues;
}

static pp_i_kinship kinship(const char *a, const char *b)
{
    pp_i_lexeme x, y;
    pp_i_lexical_find(pp_i_text_of(a), &x);
    pp_i_lexical_find(pp_i_text_of(b), &y);
    assert_int_equal(pp_i_lexical_kinship(&x, &y), pp_i_lexical_kinship(&y, &x));
    return pp_i_lexical_kinship(&x, &y);
}

static void akin_words_are_known(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        pp_i_kinship kinship;
    } pairs[] = {
        {"recognise", "recognition", PP_KIN_FAMILY},
        {"Recognition", "recognize", PP_KIN_FAMILY},
        {"territory", "territorial", PP_KIN_FAMILY},
        {"withdraw", "withdrawal", PP_KIN_FAMILY},
        {"demilitarisation", "demilitarization", PP_KIN_FAMILY},
        {"acknowledgment", "recognise", PP_KIN_SYNONYM},
        {"truce", "ceasefire", PP_KIN_SYNONYM},
        {"accession", "membership", PP_KIN_SYNONYM},
        {"annexation", "territory", PP_KIN_FIELD},
        {"party", "part", PP_KIN_NONE},
        {"water", "wage", PP_KIN_NONE},
        {"zzyzx", "zzyzx", PP_KIN_FAMILY},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (kinship(pairs[i].a, pairs[i].b) != pairs[i].kinship)
            fail_msg("%s and %s: %d, not %d", pairs[i].a, pairs[i].b,
                     kinship(pairs[i].a, pairs[i].b), pairs[i].kinship);
}

/* Any bytes are a word: nothing is read beyond them. */
static void odd_words_are_words(void **state)
{
    (void)state;
    static const char *const words[] = {"", "a", "'", "\xC3\xA9", "ing", "isation", "-----"};
    pp_i_lexeme lexeme;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        pp_i_lexical_find(pp_i_text_of(words[i]), &lexeme);
    char many[4096];
    memset(many, 'e', sizeof many);
    pp_i_lexical_find((pp_text){many, sizeof many}, &lexeme);
    assert_true(strlen(lexeme.root) <= PP_LEXEME_BYTE_COUNT_MAX);
}

static void synonyms_meet(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_REJECTS, PP_STRENGTH_MUST, "rules out",
             "recognising|V:recognise the|D territory|N as|D part|N");
    hand_say(&made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "seeks",
             "acknowledgment|N of|D its|D annexations|N:annexation");
    hand_say(&made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "wants",
             "higher|A milk|N prices|N:price");
    const pp_i_issues *issues = find(&made);
    assert_int_equal(issues->issue_count, 2);
    assert_int_equal(issues->filed[0].issue, issues->filed[1].issue);
    assert_int_equal(issues->filed[0].option, issues->filed[1].option);
    assert_int_not_equal(issues->filed[2].issue, issues->filed[0].issue);
    assert_int_equal(issues->filed[1].reason.with, 0);
    assert_int_equal(issues->filed[1].reason.kinship, PP_KIN_SYNONYM);
    pp_i_arena_free(&made.arena);
}

static void a_refusal_finds_its_proposal(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_PROPOSES, PP_STRENGTH_NONE, "suggests",
             "a|D ferry|N at|D night|N");
    hand_paragraph(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_PROPOSES, PP_STRENGTH_NONE, "suggests",
             "a|D larger|A harbour|N");
    pp_i_said *refusal = hand_say(&made, "Vale", "Vale", PP_ACT_REJECTS, PP_STRENGTH_SHOULD,
                                  "dismisses", "this|D proposal|N");
    hand_point(&made, refusal, &made.statements[1]);
    const pp_i_issues *issues = find(&made);
    assert_int_equal(issues->filed[2].issue, issues->filed[1].issue);
    assert_int_equal(issues->filed[2].option, issues->filed[1].option);
    assert_int_not_equal(issues->filed[2].issue, issues->filed[0].issue);
    assert_int_equal(issues->filed[2].reason.kind, PP_BOND_ANTECEDENT);
    pp_i_arena_free(&made.arena);
}

/* An answer without a word of its own goes with what it answers; one with a word of its own only
 * speaks of the same matter: place gives nobody a side. A demand without one is its own. */
static void an_answer_goes_with_what_it_answers(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_PROPOSES, PP_STRENGTH_NONE, "suggests",
             "a|D larger|A harbour|N");
    hand_say(&made, "Vale", "Vale", PP_ACT_REJECTS, PP_STRENGTH_SHOULD, "dismisses",
             "the|D idea|N");
    hand_say(&made, "Isle", "Isle", PP_ACT_REJECTS, PP_STRENGTH_SHOULD, "dismisses",
             "the|D trick|N");
    hand_say(&made, "Coast", "Coast", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "wants",
             "better|A teachers|N:teacher");
    const pp_i_issues *issues = find(&made);
    assert_int_equal(issues->filed[1].issue, issues->filed[0].issue);
    assert_int_equal(issues->filed[1].option, issues->filed[0].option);
    assert_int_equal(issues->filed[1].reason.kind, PP_BOND_NEAR);
    assert_int_equal(issues->filed[2].issue, issues->filed[0].issue);
    assert_int_not_equal(issues->filed[2].option, issues->filed[0].option);
    assert_int_not_equal(issues->filed[3].issue, issues->filed[0].issue);
    pp_i_arena_free(&made.arena);
}

/* What has no word in common meets within a paragraph, and nowhere else. */
static void place_ties_within_a_paragraph(void **state)
{
    (void)state;
    for (int apart = 0; apart <= 1; apart++) {
        hand made;
        hand_init(&made);
        hand_say(&made, "Hill", "Hill", PP_ACT_PROPOSES, PP_STRENGTH_NONE, "suggests",
                 "a|D larger|A harbour|N");
        if (apart)
            hand_paragraph(&made);
        hand_say(&made, "Vale", "Vale", PP_ACT_DOUBTS, PP_STRENGTH_SHOULD, "doubts",
                 "the|D wisdom|N of|D dredging|N");
        hand_say(&made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "wants",
                 "better|A paid|A teachers|N:teacher in|D schools|N:school");
        const pp_i_issues *issues = find(&made);
        assert_int_equal(issues->filed[1].issue == issues->filed[0].issue, !apart);
        if (!apart) {
            assert_int_equal(issues->filed[1].reason.with, 0);
            assert_int_equal(issues->filed[1].reason.kind, PP_BOND_NEAR);
        }
        pp_i_arena_free(&made.arena);
    }
}

/* "The notion of a ferry" says what the notion is: it points to nothing, whoever thinks so. */
static void what_has_words_of_its_own_does_not_point(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_NONE, "wants",
             "a|D larger|A harbour|N");
    pp_i_said *ferry = hand_say(&made, "Vale", "Vale", PP_ACT_PROPOSES, PP_STRENGTH_SHOULD,
                                "suggests", "the|D notion|N of|D a|D night|N ferry|N");
    hand_point(&made, ferry, &made.statements[0]);
    ferry->content_from.said = PP_TEXT("the notion");
    const pp_i_issues *issues = find(&made);
    assert_false(issues->filed[1].issue == issues->filed[0].issue &&
                 issues->filed[1].option == issues->filed[0].option);
    assert_int_not_equal(issues->filed[1].reason.kind, PP_BOND_ANTECEDENT);
    pp_i_arena_free(&made.arena);
}

/* Numbers exclude each other: one issue, two options. */
static void two_numbers_are_two_options(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Union", "Union", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "a|D wage|N rise|N of|D 9|D percent|N");
    hand_say(&made, "Firm", "Firm", PP_ACT_OFFERS, PP_STRENGTH_SHOULD, "offers",
             "a|D wage|N rise|N of|D 4|D percent|N");
    hand_say(&made, "Firm", "Firm", PP_ACT_REJECTS, PP_STRENGTH_SHOULD, "rejects",
             "a|D pay|N rise|N of|D 9|D percent|N");
    const pp_i_issues *issues = find(&made);
    assert_int_equal(issues->issue_count, 1);
    assert_int_equal(issues->issues[0].option_count, 2);
    assert_int_equal(issues->issues[0].part_count, 1);
    assert_int_not_equal(issues->filed[0].option, issues->filed[1].option);
    assert_int_equal(issues->filed[0].option, issues->filed[2].option);
    pp_i_arena_free(&made.arena);
}

/* Who refuses the one and is for the other says that they exclude each other; where nobody does,
 * words in common do not make it so: the draft would deny an agreement that nobody denied. */
static void options_exclude_each_other_for_a_reason(void **state)
{
    (void)state;
    for (int refused = 0; refused <= 1; refused++) {
        hand made;
        hand_init(&made);
        hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_MUST, "demands",
                 "a|D guarantee|N of|D a|D minimum|A flow|N");
        hand_say(&made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_MUST, "demands",
                 "a|D guarantee|N for|D the|D pumps|N:pump");
        hand_say(&made, "Hill", "Hill", refused ? PP_ACT_REJECTS : PP_ACT_ASSERTS,
                 PP_STRENGTH_SHOULD, "says", "a|D guarantee|N for|D the|D pumps|N:pump");
        const pp_i_issues *issues = find(&made);
        assert_int_equal(issues->issue_count, 1);
        assert_int_equal(issues->issues[0].option_count, 2);
        assert_int_equal(issues->issues[0].part_count, refused ? 1 : 2);
        assert_int_equal(issues->issues[0].options[1].part, refused ? 0 : 1);
        pp_i_arena_free(&made.arena);
    }
}

/* What one party demands in one breath is not one thing: the words of the one are no evidence for
 * the other. */
static void two_demands_in_one_paragraph_stay_two(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "a|D higher|A wage|N for|D drivers|N:driver");
    hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "the|D new|A roof|N");
    hand_say(&made, "Hill", "Hill", PP_ACT_REJECTS, PP_STRENGTH_SHOULD, "rejects",
             "a|D wage|N freeze|N until|D spring|N");
    const pp_i_issues *issues = find(&made);
    assert_int_equal(issues->filed[0].issue, issues->filed[1].issue);
    assert_int_not_equal(issues->filed[0].option, issues->filed[1].option);
    const pp_i_issue_found *one = &issues->issues[issues->filed[0].issue];
    assert_int_equal(one->options[issues->filed[1].option].part, issues->filed[1].option);
    assert_int_equal(one->options[issues->filed[1].option].shared.length, 0);
    size_t part = one->options[issues->filed[0].option].part;
    assert_int_equal(one->options[issues->filed[2].option].part, part);
    assert_true(pp_i_text_is(one->options[part].shared, "wage"));
    pp_i_arena_free(&made.arena);
}

/* A doubt that only stands near is about the matter, and no doubt of the option. */
static void a_doubt_nearby_is_of_no_option(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "wants",
             "a|D seat|N at|D the|D table|N");
    hand_say(&made, "Vale", "Vale", PP_ACT_DOUBTS, PP_STRENGTH_HEDGED, "doubts",
             "terms|N:term that|D harm|V ferries|N:ferry");
    const pp_i_issues *issues = find(&made);
    assert_int_equal(issues->filed[1].issue, 0);
    assert_int_equal(issues->filed[1].reason.kind, PP_BOND_NEAR);
    assert_int_equal(issues->filed[0].option, 0);
    assert_int_equal(issues->filed[1].option, PP_NONE);
    pp_i_arena_free(&made.arena);
}

/* Ending something and keeping it are one question with opposite answers. */
static void an_end_is_the_opposite(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "the|D fishing|N sanctions|N:sanction");
    hand_say(&made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "an|D end|N to|D the|D fishing|N sanctions|N:sanction");
    const pp_i_issues *issues = find(&made);
    assert_int_equal(issues->issue_count, 1);
    assert_false(issues->filed[0].reversed);
    assert_true(issues->filed[1].reversed);
    pp_i_arena_free(&made.arena);
}

/* What only is asserted, and stands alone, is nothing to be settled. */
static void an_assertion_is_no_issue(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_ASSERTS, PP_STRENGTH_NONE, "notes",
             "the|D weather|N was|D fine|A");
    const pp_i_issues *issues = find(&made);
    assert_int_equal(issues->issue_count, 0);
    assert_int_equal(issues->filed[0].issue, PP_NONE);
    pp_i_arena_free(&made.arena);
}

static void no_statement_is_no_issue(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    assert_int_equal(find(&made)->issue_count, 0);
    pp_i_arena_free(&made.arena);
}

static void running_out_of_memory_is_said(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "the|D fishing|N sanctions|N:sanction");
    hand_say(&made, "Vale", "Vale", PP_ACT_REJECTS, PP_STRENGTH_SHOULD, "rejects",
             "fishing|N embargo|N");
    const pp_i_reading *reading = hand_done(&made, "report.txt");
    pp_status status = PP_ERROR_MEMORY;
    for (size_t fail_at = 1; status != PP_OK; fail_at++) {
        failing_allocator failing;
        pp_i_arena arena;
        pp_i_arena_init(&arena, failing_allocator_make(&failing, fail_at));
        const pp_i_issues *issues = NULL;
        status = pp_i_issues_find(reading, 1, &arena, &issues, NULL);
        assert_true(status == PP_OK || (status == PP_ERROR_MEMORY && issues == NULL));
        pp_i_arena_free(&arena);
        assert_int_equal(failing.held_count, 0);
    }
    pp_i_arena_free(&made.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(akin_words_are_known),
        cmocka_unit_test(odd_words_are_words),
        cmocka_unit_test(synonyms_meet),
        cmocka_unit_test(a_refusal_finds_its_proposal),
        cmocka_unit_test(an_answer_goes_with_what_it_answers),
        cmocka_unit_test(place_ties_within_a_paragraph),
        cmocka_unit_test(what_has_words_of_its_own_does_not_point),
        cmocka_unit_test(two_numbers_are_two_options),
        cmocka_unit_test(options_exclude_each_other_for_a_reason),
        cmocka_unit_test(two_demands_in_one_paragraph_stay_two),
        cmocka_unit_test(a_doubt_nearby_is_of_no_option),
        cmocka_unit_test(an_end_is_the_opposite),
        cmocka_unit_test(an_assertion_is_no_issue),
        cmocka_unit_test(no_statement_is_no_issue),
        cmocka_unit_test(running_out_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
