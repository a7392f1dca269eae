/* If these fail, reading a new report into a case changes what an analyst wrote, or misses a change
 * of position. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "case/rich_case.h"
#include "failing_allocator.h"
#include "reading/draft.h"
#include "reading/hand_reading.h"

static const char base_yaml[] =
    "pourparler: 1\n"
    "title: The valley\n"
    "sources:\n"
    "  - {id: old, date: 2024-03-01, text: \"Hill will never recognise the annexed territory.\"}\n"
    "parties:\n"
    "  - {id: hill, name: Hill, aliases: [Ann Reed]}\n"
    "  - {id: vale, name: Vale}\n"
    "issues:\n"
    "  - {id: land, title: Recognition of the annexed territory, options: [no, yes]}\n"
    "  - {id: fare, title: Fare of the ferry, options: [low, high]}\n"
    "statements:\n"
    "  - {id: s1, party: hill, act: rejects, about: land = yes, strength: must, source: old,\n"
    "     quote: will never recognise the annexed territory}\n"
    "red_lines:\n"
    "  - {id: hill-land, party: hill, holds: land = no, because: [s1]}\n"
    "review:\n"
    "  - {what: my own note}\n";

static pp_case *read_yaml(pp_text yaml)
{
    pp_case *made = NULL;
    pp_error error = {0};
    if (pp_i_case_read(yaml, "case.yaml", ".", false, NULL, &made, &error) != PP_OK)
        fail_msg("%zu:%zu: %s in\n%.*s", error.line, error.column, error.message, (int)yaml.length,
                 yaml.data);
    return made;
}

/* Is all of `old` in `merged`, unchanged and in its place? What a later statement does to an
 * earlier one (`replaced`) is not said by the earlier one, so it is not compared. */
static void check_kept(const pp_case *old, const pp_case *merged)
{
    pp_case cut = *merged;
    pp_i_statement statements[64];
    assert_true(old->statement_count <= 64);
    assert_true(merged->statement_count >= old->statement_count);
    for (size_t i = 0; i < old->statement_count; i++) {
        statements[i] = merged->statements[i];
        statements[i].replaced = old->statements[i].replaced;
        statements[i].replaced_on = old->statements[i].replaced_on;
    }
    cut.statements = statements;
    cut.source_count = old->source_count;
    cut.party_count = old->party_count;
    cut.issue_count = old->issue_count;
    cut.statement_count = old->statement_count;
    cut.red_line_count = old->red_line_count;
    cut.assumption_count = old->assumption_count;
    cut.review_count = old->review_count;
    assert_true(pp_i_case_equal(old, &cut));
}

typedef struct merging {
    hand made;
    pp_case *base, *merged;
    const pp_i_draft *draft;
} merging;

static void merge(merging *state, const char *yaml, pp_i_date date)
{
    const pp_i_draft_options options = {.dates = &date};
    pp_error error = {0};
    const pp_i_reading *reading = hand_done(&state->made, "new.txt");
    state->base = read_yaml(pp_i_text_of(yaml));
    assert_int_equal(
        pp_i_draft_merge(state->base, reading, &options, &state->made.arena, &state->draft, &error),
        PP_OK);
    state->merged = read_yaml(state->draft->yaml);
    check_kept(state->base, state->merged);
}

static void merging_free(merging *state)
{
    pp_i_case_free(state->base);
    pp_i_case_free(state->merged);
    pp_i_arena_free(&state->made.arena);
}

static void say_acceptance(hand *made)
{
    hand_say(made, "Ann Reed", "Hill", PP_ACT_ACCEPTS, PP_STRENGTH_SHOULD, "accepts",
             "acknowledgment|N of|D the|D annexed|V:annex territory|N");
}

static void a_later_change_takes_the_place(void **state)
{
    (void)state;
    merging now;
    hand_init(&now.made);
    say_acceptance(&now.made);
    merge(&now, base_yaml, 20240401);
    assert_int_equal(now.merged->statement_count, 2);
    assert_int_equal(now.merged->statements[1].replaces, 0);
    assert_int_equal(now.merged->statements[1].date, 20240401);
    assert_int_equal(now.merged->issue_count, 2);
    assert_int_equal(now.merged->party_count, 2);
    assert_int_equal(now.draft->change_count, 1);
    assert_int_equal(now.draft->changes[0].kind, PP_CHANGE_REPLACED);
    assert_false(pp_i_red_line_counts(now.merged, 0, 20240402));
    merging_free(&now);
}

/* Without a date nothing is replaced: which of the two is the later is not known. */
static void without_a_date_it_contradicts(void **state)
{
    (void)state;
    static const pp_i_date dates[] = {0, 20240301, 20240101};
    for (size_t i = 0; i < 3; i++) {
        merging now;
        hand_init(&now.made);
        say_acceptance(&now.made);
        merge(&now, base_yaml, dates[i]);
        assert_int_equal(now.merged->statements[1].replaces, PP_NONE);
        assert_int_equal(now.draft->changes[0].kind, PP_CHANGE_CONTRADICTED);
        assert_true(now.merged->review_count > now.base->review_count);
        merging_free(&now);
    }
}

static void the_same_again_confirms(void **state)
{
    (void)state;
    merging now;
    hand_init(&now.made);
    hand_say(&now.made, "Hill", "Hill", PP_ACT_REJECTS, PP_STRENGTH_MUST, "rules out",
             "recognition|N of|D the|D annexed|V:annex territory|N");
    merge(&now, base_yaml, 20240401);
    assert_int_equal(now.draft->change_count, 1);
    assert_int_equal(now.draft->changes[0].kind, PP_CHANGE_CONFIRMED);
    assert_int_equal(now.merged->red_line_count, 1); /* it is there already */
    merging_free(&now);
}

/* A condition is the issue of the case whose words it has; what hangs on it is tied to that. */
static void a_condition_is_an_issue_of_the_case(void **state)
{
    (void)state;
    merging now;
    hand_init(&now.made);
    pp_i_said *said =
        hand_say(&now.made, "Vale", "Vale", PP_ACT_OFFERS, PP_STRENGTH_SHOULD, "offers",
                 "a|D new|A bridge|N if|D Hill|P recognises|V:recognise the|D "
                 "annexed|V:annex territory|N");
    said->condition = hand_passage(&now.made.sentences[0], 6, 11);
    said->content = hand_passage(&now.made.sentences[0], 2, 5);
    said->marker = PP_MARKER_NEEDED;
    merge(&now, base_yaml, 20240401);
    assert_int_equal(now.merged->issue_count, 3); /* the bridge is new */
    assert_int_equal(now.merged->red_line_count, 2);
    const pp_i_red_line *line = &now.merged->red_lines[1];
    assert_int_equal(line->party, 1);
    assert_true(line->unclear);
    for (pp_i_choice land = 0; land < 2; land++)
        for (pp_i_choice bridge = 0; bridge < 2; bridge++) {
            const pp_i_choice package[] = {land, 0, bridge};
            unsigned char scratch[8];
            assert_int_equal(pp_i_formula_holds(&line->holds, package, scratch),
                             bridge == 0 || land == 1);
        }
    assert_int_equal(now.merged->statements[1].condition.node_count, 1);
    merging_free(&now);
}

static const char wage_yaml[] =
    "pourparler: 1\n"
    "title: Wages\n"
    "parties: [{id: hill, name: Hill}, {id: vale, name: Vale}]\n"
    "issues:\n"
    "  - {id: wage, title: Rise in wages, options: [{id: w20, title: a rise in wages of 20},\n"
    "     {id: w26, title: a rise in wages of 26}, {id: w30, title: a rise in wages of 30}]}\n";

/* A bound is about every option of the case within it, named in the report or not; a refusal of all
 * of them is about none. */
static void a_bound_takes_in_the_options_of_the_case(void **state)
{
    (void)state;
    static const struct {
        pp_i_act act;
        const char *content;
        unsigned holds; /* a bit an option; 0: no red line */
    } rows[] = {
        {PP_ACT_DEMANDS, "a|D rise|N in|D wages|N:wage of|D at|D least|A 26|D", 6},
        {PP_ACT_REJECTS, "a|D rise|N in|D wages|N:wage of|D more|A than|D 25|D", 1},
        {PP_ACT_REJECTS, "a|D rise|N in|D wages|N:wage of|D at|D least|A 20|D", 0},
        {PP_ACT_DEMANDS, "a|D rise|N in|D wages|N:wage of|D 26|D", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        merging now;
        hand_init(&now.made);
        hand_say(&now.made, "Hill", "Hill", rows[i].act, PP_STRENGTH_SHOULD, "says",
                 rows[i].content);
        merge(&now, wage_yaml, 20240401);
        assert_int_equal(now.merged->issue_count, 1);
        assert_int_equal(now.merged->red_line_count, rows[i].holds != 0);
        for (pp_i_choice k = 0; k < 3 && rows[i].holds != 0; k++) {
            unsigned char scratch[8];
            assert_int_equal(pp_i_formula_holds(&now.merged->red_lines[0].holds, &k, scratch),
                             (rows[i].holds >> k) & 1);
        }
        merging_free(&now);
    }
}

/* Who is new does not decide whose consent is needed; what is new is an issue of its own. */
static void what_is_new_is_added(void **state)
{
    (void)state;
    merging now;
    hand_init(&now.made);
    hand_say(&now.made, "Coast", "Coast", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "more|D mussel|N beds|N:bed");
    merge(&now, base_yaml, 20240401);
    assert_int_equal(now.merged->party_count, 3);
    assert_int_equal(now.merged->parties[2].role, PP_ROLE_OBSERVER);
    assert_int_equal(now.merged->issue_count, 3);
    assert_int_equal(now.merged->red_line_count, 2);
    assert_int_equal(now.draft->change_count, 0);
    merging_free(&now);
}

/* The same report twice adds nothing. */
static void a_report_read_again_adds_nothing(void **state)
{
    (void)state;
    merging first;
    hand_init(&first.made);
    say_acceptance(&first.made);
    merge(&first, base_yaml, 20240401);
    merging again;
    hand_init(&again.made);
    say_acceptance(&again.made);
    char *yaml =
        pp_i_arena_copy(&again.made.arena, first.draft->yaml.data, first.draft->yaml.length);
    merge(&again, yaml, 20240401);
    assert_int_equal(again.merged->source_count, first.merged->source_count);
    assert_int_equal(again.merged->statement_count, first.merged->statement_count);
    assert_int_equal(again.draft->known_count, 1);
    assert_int_equal(again.draft->statements[0], PP_NONE);
    merging_free(&again);
    merging_free(&first);
}

/* Every key of the format survives; whole packages forbid new issues. */
static void a_rich_case_is_kept(void **state)
{
    (void)state;
    merging now;
    hand_init(&now.made);
    hand_say(&now.made, "Coast", "Coast", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "more|D mussel|N beds|N:bed");
    hand_say(&now.made, "Lowland", "Lowland", PP_ACT_DEMANDS, PP_STRENGTH_MUST, "demands",
             "a|D full|A flow|N");
    merge(&now, rich_case, 20240601);
    assert_int_equal(now.merged->issue_count, now.base->issue_count);
    assert_int_equal(now.merged->statement_count, now.base->statement_count + 2);
    merging_free(&now);
}

static void running_out_of_memory_is_said(void **state)
{
    (void)state;
    merging now;
    hand_init(&now.made);
    say_acceptance(&now.made);
    hand_say(&now.made, "Coast", "Coast", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "more|D mussel|N beds|N:bed");
    const pp_i_reading *reading = hand_done(&now.made, "new.txt");
    pp_case *base = read_yaml(pp_i_text_of(base_yaml));
    pp_status status = PP_ERROR_MEMORY;
    for (size_t fail_at = 1; status != PP_OK; fail_at++) {
        failing_allocator failing;
        pp_i_arena arena;
        pp_i_arena_init(&arena, failing_allocator_make(&failing, fail_at));
        const pp_i_draft *draft = NULL;
        status = pp_i_draft_merge(base, reading, NULL, &arena, &draft, NULL);
        assert_true(status == PP_OK || (status == PP_ERROR_MEMORY && draft == NULL));
        pp_i_arena_free(&arena);
        assert_int_equal(failing.held_count, 0);
    }
    pp_i_case_free(base);
    pp_i_arena_free(&now.made.arena);
}

/* A case of two parties, up to its issues. */
#define WORKS_YAML                                                                                 \
    "pourparler: 1\n"                                                                              \
    "title: The works\n"                                                                           \
    "parties: [{id: hill, name: Hill}, {id: vale, name: Vale}]\n"                                  \
    "issues:\n"

/* 350 is neither of the options: it is said to the analyst, and nothing is made of it. */
static void another_number_is_another_position(void **state)
{
    (void)state;
    static const char yaml[] =
        WORKS_YAML "  - id: jobs\n"
                   "    title: Dismissals at the works\n"
                   "    options:\n"
                   "      - {id: n300, title: 300 dismissals at the works}\n"
                   "      - {id: n400, title: 400 dismissals at the works}\n"
                   "statements:\n"
                   "  - {id: s1, party: hill, act: demands, about: jobs = n400}\n"
                   "  - {id: s2, party: vale, act: accepts, about: jobs = n300}\n";
    merging now;
    hand_init(&now.made);
    hand_say(&now.made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_MUST, "insists on",
             "350|M dismissals|N:dismissal at|D the|D works|N");
    hand_say(&now.made, "Vale", "Vale", PP_ACT_ACCEPTS, PP_STRENGTH_SHOULD, "accepts",
             "300|M dismissals|N:dismissal at|D the|D works|N");
    merge(&now, yaml, 20240401);
    assert_int_equal(now.merged->issue_count, 1);
    assert_int_equal(now.merged->statement_count, 4);
    assert_int_equal(now.merged->statements[2].about.node_count, 0);
    assert_int_equal(now.merged->statements[3].about.node_count, 1);
    assert_int_equal(now.draft->change_count, 1);
    assert_int_equal(now.draft->changes[0].kind, PP_CHANGE_CONFIRMED);
    bool asked = false;
    for (size_t i = 0; i < now.merged->review_count; i++)
        asked = asked || strstr(now.merged->reviews[i].what.data, "options of jobs") != NULL;
    assert_true(asked);
    merging_free(&now);
}

/* "4.5" is one number, in a title of the case as in a report. */
static void a_broken_number_is_one(void **state)
{
    (void)state;
    static const char yaml[] =
        WORKS_YAML "  - id: rise\n"
                   "    title: A rise at the works\n"
                   "    options:\n"
                   "      - {id: low, title: 4.5 per cent at the works}\n"
                   "      - {id: high, title: \"6,500 more at the works\"}\n";
    merging now;
    hand_init(&now.made);
    hand_say(&now.made, "Hill", "Hill", PP_ACT_ACCEPTS, PP_STRENGTH_SHOULD, "accepts",
             "4.5|M per|N cent|N at|D the|D works|N");
    hand_say(&now.made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_MUST, "insists on",
             "6,500|M more|D at|D the|D works|N");
    merge(&now, yaml, 20240401);
    assert_int_equal(now.merged->issue_count, 1);
    assert_int_equal(now.merged->statement_count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(now.merged->statements[i].about.node_count, 1);
        assert_true(pp_i_bit_get(now.merged->statements[i].about.nodes[0].options, i));
    }
    merging_free(&now);
}

static void say_two_numbers(hand *made, const char *one, const char *other)
{
    hand_say(made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands", one);
    hand_say(made, "Vale", "Vale", PP_ACT_PROPOSES, PP_STRENGTH_SHOULD, "proposes", other);
}

/* Two merges each make an issue of several options: what is assumed of both is written once. */
static void an_assumption_is_written_once(void **state)
{
    (void)state;
    merging first;
    hand_init(&first.made);
    say_two_numbers(&first.made, "300|M dismissals|N:dismissal", "200|M dismissals|N:dismissal");
    merge(&first, base_yaml, 20240401);
    assert_int_equal(first.merged->issue_count, 3);
    assert_true(first.merged->issues[2].option_count > 2);
    assert_int_equal(first.merged->assumption_count, 1);
    merging again;
    hand_init(&again.made);
    say_two_numbers(&again.made, "9|M lighthouses|N:lighthouse", "7|M lighthouses|N:lighthouse");
    char *yaml =
        pp_i_arena_copy(&again.made.arena, first.draft->yaml.data, first.draft->yaml.length);
    merge(&again, yaml, 20240501);
    assert_int_equal(again.merged->issue_count, 4);
    assert_true(again.merged->issues[3].option_count > 2);
    assert_int_equal(again.merged->assumption_count, 1);
    merging_free(&again);
    merging_free(&first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_later_change_takes_the_place),
        cmocka_unit_test(without_a_date_it_contradicts),
        cmocka_unit_test(the_same_again_confirms),
        cmocka_unit_test(another_number_is_another_position),
        cmocka_unit_test(a_condition_is_an_issue_of_the_case),
        cmocka_unit_test(a_bound_takes_in_the_options_of_the_case),
        cmocka_unit_test(what_is_new_is_added),
        cmocka_unit_test(a_broken_number_is_one),
        cmocka_unit_test(an_assumption_is_written_once),
        cmocka_unit_test(a_report_read_again_adds_nothing),
        cmocka_unit_test(a_rich_case_is_kept),
        cmocka_unit_test(running_out_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
