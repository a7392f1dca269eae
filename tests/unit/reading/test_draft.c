/* If these fail, an analyst gets a draft that cannot be used, or one with more in it than was said.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "reading/draft.h"
#include "reading/hand_reading.h"

static pp_case *read_yaml(pp_text yaml)
{
    pp_case *made = NULL;
    pp_error error = {0};
    pp_status status = pp_i_case_read(yaml, "draft.yaml", ".", false, NULL, &made, &error);
    if (status != PP_OK)
        fail_msg("%zu:%zu: %s in\n%.*s", error.line, error.column, error.message, (int)yaml.length,
                 yaml.data);
    assert_int_equal(made->diagnostics.list.count, 0);
    return made;
}

/* The draft read again: a case without errors or warnings. */
static pp_case *draft_case(hand *made, const char *name)
{
    const pp_i_draft *draft = NULL;
    pp_error error = {0};
    const pp_i_reading *reading = hand_done(made, name);
    assert_int_equal(pp_i_draft_make(reading, NULL, &made->arena, &draft, &error), PP_OK);
    for (size_t i = 0; i < reading->statement_count; i++)
        assert_int_equal(draft->statements[i], i);
    return read_yaml(draft->yaml);
}

static const pp_i_red_line *line_of(const pp_case *drafted, const char *party)
{
    const pp_i_red_line *found = NULL;
    for (size_t i = 0; i < drafted->red_line_count; i++)
        if (pp_i_text_is(drafted->parties[drafted->red_lines[i].party].id, party)) {
            assert_null(found);
            found = &drafted->red_lines[i];
        }
    return found;
}

static void say_two_sides(hand *made)
{
    hand_say(made, "Ann Reed", "Hill", PP_ACT_REJECTS, PP_STRENGTH_MUST, "rules out",
             "recognising|V:recognise the|D territory|N as|D part|N of|D Vale|D");
    hand_say(made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "seeks",
             "acknowledgment|N of|D its|D annexations|N:annexation");
    hand_say(made, "Coast", "Coast", PP_ACT_DOUBTS, PP_STRENGTH_HEDGED, "doubts",
             "recognising|V:recognise the|D territory|N");
}

static void a_demand_meets_its_refusal(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    say_two_sides(&made);
    pp_case *drafted = draft_case(&made, "report.txt");
    assert_int_equal(drafted->issue_count, 1);
    assert_int_equal(drafted->party_count, 3);
    assert_int_equal(drafted->red_line_count, 2); /* doubts give none */
    const pp_i_red_line *hill = line_of(drafted, "hill"), *vale = line_of(drafted, "vale");
    assert_false(hill->unclear);
    assert_true(vale->unclear);
    const pp_i_choice no = 0, yes = 1;
    unsigned char scratch[8];
    assert_true(pp_i_formula_holds(&hill->holds, &no, scratch));
    assert_false(pp_i_formula_holds(&hill->holds, &yes, scratch));
    assert_false(pp_i_formula_holds(&vale->holds, &no, scratch));
    assert_true(pp_i_formula_holds(&vale->holds, &yes, scratch));
    assert_true(pp_i_text_is(drafted->parties[0].aliases[0], "Ann Reed"));
    assert_true(pp_i_text_is(drafted->statements[0].speaker, "Ann Reed"));
    assert_true(pp_i_text_is(drafted->statements[0].confidence_words, "0.80"));
    assert_int_equal(drafted->statements[1].quote_place_count, 1);
    assert_int_equal(drafted->assumption_count, 1); /* whose consent is needed */
    assert_int_equal(drafted->review_count, 3);     /* that, who only doubts, and one grouping */
    assert_int_equal(drafted->reviews[2].statement_count, 3);
    assert_int_equal(drafted->parties[0].role, PP_ROLE_PRINCIPAL);
    assert_int_equal(drafted->parties[1].role, PP_ROLE_PRINCIPAL);
    assert_int_equal(drafted->parties[2].role, PP_ROLE_OBSERVER); /* it takes no position */
    pp_i_case_free(drafted);
    pp_i_arena_free(&made.arena);
}

/* Beside one party alone that wants something, who only doubts stays one whose consent counts. */
static void nobody_is_put_aside_beside_one(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "seeks", "a|D ferry|N");
    hand_say(&made, "Coast", "Coast", PP_ACT_DOUBTS, PP_STRENGTH_HEDGED, "doubts", "a|D ferry|N");
    pp_case *drafted = draft_case(&made, "report.txt");
    assert_int_equal(drafted->parties[0].role, PP_ROLE_PRINCIPAL);
    assert_int_equal(drafted->parties[1].role, PP_ROLE_PRINCIPAL);
    pp_i_case_free(drafted);
    pp_i_arena_free(&made.arena);
}

static void assert_asks(const pp_case *drafted, size_t review, const char *what, size_t count)
{
    pp_text asked = drafted->reviews[review].what;
    if (!pp_i_text_is(asked, what))
        fail_msg("%.*s, and not %s", (int)asked.length, asked.data, what);
    assert_int_equal(drafted->reviews[review].statement_count, count);
}

/* Whose consent counts, who was only taken to speak for whom, and who stands alone, in this order:
 * a person can undo what was inferred. */
static void who_speaks_for_whom_is_asked(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    say_two_sides(&made);
    hand_say(&made, "Ann Reed", "Hill", PP_ACT_REJECTS, PP_STRENGTH_MUST, "rejects", "a|D ferry|N")
        ->party_is_inferred = true;
    hand_say(&made, "Bob Hall", "Hill", PP_ACT_REJECTS, PP_STRENGTH_MUST, "rejects", "a|D ferry|N")
        ->party_is_inferred = true;
    hand_say(&made, "Jo Lund", "Jo Lund", PP_ACT_ASKS, PP_STRENGTH_SHOULD, "asks", "a|D ferry|N");
    made.actors[hand_actor(&made, "Jo Lund")].kind = PP_ENTITY_PERSON;
    pp_case *drafted = draft_case(&made, "report.txt");
    assert_asks(drafted, 0, "3 parties are principals: an agreement needs the consent of each", 0);
    assert_asks(drafted, 1, "Coast is entered as an observer", 0);
    assert_asks(drafted, 2, "Hill is taken to speak through Ann Reed and Bob Hall", 2);
    assert_asks(drafted, 3, "Jo Lund stands alone as a party", 0);
    pp_i_case_free(drafted);
    pp_i_arena_free(&made.arena);
}

/* What a condition, an own offer or a hedge stands beside is not firm. */
static void firm_is_only_what_nothing_softens(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    pp_i_said *conditional = hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_MUST,
                                      "demands", "more|D milk|N if|D rain|N falls|V:fall");
    conditional->condition = hand_passage(&made.sentences[0], 4, 7);
    hand_paragraph(&made);
    hand_say(&made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_MUST, "demands",
             "a|D ferry|N fare|N of|D 9|D");
    hand_say(&made, "Vale", "Vale", PP_ACT_OFFERS, PP_STRENGTH_NONE, "offers",
             "a|D ferry|N fare|N of|D 4|D");
    pp_case *drafted = draft_case(&made, "report.txt");
    assert_true(line_of(drafted, "hill")->unclear);
    assert_true(line_of(drafted, "vale")->unclear);
    assert_int_equal(drafted->issue_count, 2);
    assert_int_equal(drafted->issues[1].option_count, 3);
    assert_true(pp_i_text_is(drafted->issues[1].options[0].id, "none"));
    assert_int_equal(drafted->assumption_count, 2);
    pp_i_case_free(drafted);
    pp_i_arena_free(&made.arena);
}

/* What each way of speaking on a condition leaves open: with `said` and `met`, whether that is
 * asked for or refused comes about and whether the condition does. */
static bool leaves_open(pp_i_act act, pp_i_marker marker, bool said, bool met)
{
    bool negative = marker == PP_MARKER_UNLESS || marker == PP_MARKER_UNTIL;
    if (act == PP_ACT_REJECTS)
        return negative ? !said || met : !met || !said;
    if (act == PP_ACT_DEMANDS && marker != PP_MARKER_NEEDED)
        return negative ? met || said : !met || said;
    return negative ? !said || !met : !said || met;
}

static void a_condition_ties_two_things(void **state)
{
    (void)state;
    static const pp_i_act acts[] = {PP_ACT_ACCEPTS, PP_ACT_OFFERS, PP_ACT_DEMANDS, PP_ACT_REJECTS};
    for (size_t i = 0; i < 4; i++)
        for (pp_i_marker marker = PP_MARKER_IF; marker <= PP_MARKER_UNTIL; marker++) {
            hand made;
            hand_init(&made);
            if (marker == PP_MARKER_UNTIL && acts[i] != PP_ACT_REJECTS)
                continue; /* it may end then */
            hand_say(&made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
                     "a|D yearly|A audit|N");
            hand_paragraph(&made);
            pp_i_said *said = hand_say(&made, "Hill", "Hill", acts[i], PP_STRENGTH_SHOULD, "says",
                                       "a|D bridge|N toll|N with|D a|D yearly|A audit|N");
            said->condition = hand_passage(&made.sentences[1], 6, 9);
            said->content = hand_passage(&made.sentences[1], 2, 5);
            said->marker = marker;
            pp_case *drafted = draft_case(&made, "report.txt");
            const pp_i_red_line *line = line_of(drafted, "hill");
            assert_int_equal(drafted->issue_count, 2);
            assert_true(line->unclear);
            assert_int_equal(line->because_count, 1);
            for (pp_i_choice k = 0; k < 4; k++) {
                const pp_i_choice package[] = {k / 2, k % 2}; /* the audit, the toll */
                unsigned char scratch[8];
                assert_int_equal(pp_i_formula_holds(&line->holds, package, scratch),
                                 leaves_open(acts[i], marker, k % 2, k / 2));
            }
            pp_i_case_free(drafted);
            pp_i_arena_free(&made.arena);
        }
}

/* "If it rains" is for nobody to agree on: nothing is made of it but a question. */
static void a_loose_condition_is_only_asked_about(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    pp_i_said *said = hand_say(&made, "Hill", "Hill", PP_ACT_OFFERS, PP_STRENGTH_SHOULD, "offers",
                               "more|D milk|N if|D rain|N falls|V:fall");
    said->condition = hand_passage(&made.sentences[0], 5, 7);
    said->content = hand_passage(&made.sentences[0], 2, 4);
    said->marker = PP_MARKER_IF;
    pp_case *drafted = draft_case(&made, "report.txt");
    assert_int_equal(drafted->issue_count, 1);
    assert_int_equal(drafted->red_line_count, 0);
    assert_int_equal(drafted->statements[0].condition.node_count, 0);
    assert_asks(drafted, drafted->review_count - 1, "said on a condition: \"rain falls\"", 1);
    pp_i_case_free(drafted);
    pp_i_arena_free(&made.arena);
}

/* Names and words that YAML or the formula language would take for their own. */
/* A demand of before gives way to that of now, and a denial of what was done is no matter. */
static void only_positions_of_today_are_red_lines(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "sought",
             "a|D fishing|N quota|N of|D 9|D ships|N:ship")
        ->former = true;
    hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "a|D fishing|N quota|N of|D 6|D ships|N:ship");
    hand_say(&made, "Vale", "Vale", PP_ACT_REJECTS, PP_STRENGTH_SHOULD, "denied",
             "poisoning|V:poison the|D lake|N")
        ->denies_fact = true;
    hand_say(&made, "Vale", "Vale", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "wanted",
             "an|D open|A bridge|N")
        ->former = true;
    pp_case *drafted = draft_case(&made, "report.txt");
    assert_int_equal(drafted->red_line_count, 1);
    assert_int_equal(drafted->red_lines[0].because_count, 1);
    assert_int_equal(drafted->red_lines[0].because[0], 1);
    assert_int_equal(drafted->statements[1].replaces, 0);
    assert_int_equal(drafted->statements[2].about.node_count, 0);
    assert_int_equal(drafted->issue_count, 2);
    size_t asked = 0;
    for (size_t i = 0; i < drafted->review_count; i++) {
        bool stands = strstr(drafted->reviews[i].what.data, "Vale still hold") != NULL;
        asked += stands;
        if (stands)
            assert_int_equal(drafted->reviews[i].statements[0], 3);
    }
    assert_int_equal(asked, 1);
    pp_i_case_free(drafted);
    pp_i_arena_free(&made.arena);
}

/* Of several former positions each gives way to the next; what was only said before stays. */
static void former_positions_give_way_in_turn(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_ASSERTS, PP_STRENGTH_NONE, "said",
             "the|D fishing|N quota|N was|V low|A")
        ->former = true;
    hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "sought",
             "a|D fishing|N quota|N")
        ->former = true;
    hand_say(&made, "Hill", "Hill", PP_ACT_REJECTS, PP_STRENGTH_SHOULD, "refused",
             "a|D fishing|N quota|N")
        ->former = true;
    hand_say(&made, "Hill", "Hill", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "a|D fishing|N quota|N");
    pp_case *drafted = draft_case(&made, "report.txt");
    assert_int_equal(drafted->statements[0].replaces, PP_NONE);
    assert_int_equal(drafted->statements[1].replaces, PP_NONE);
    assert_int_equal(drafted->statements[2].replaces, 1);
    assert_int_equal(drafted->statements[3].replaces, 2);
    assert_int_equal(drafted->red_line_count, 1);
    assert_int_equal(drafted->red_lines[0].because[0], 3);
    for (size_t i = 0; i < drafted->review_count; i++)
        assert_null(strstr(drafted->reviews[i].what.data, "still hold"));
    pp_i_case_free(drafted);
    pp_i_arena_free(&made.arena);
}

static void odd_names_stay_names(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "and", "and", PP_ACT_DEMANDS, PP_STRENGTH_SHOULD, "demands",
             "yes:|N {no}|N #1|N");
    hand_say(&made, "\xC3\x89\xC3\xA9", "\xC3\x89\xC3\xA9", PP_ACT_REJECTS, PP_STRENGTH_SHOULD,
             "rejects", "1967|D \"lines\"|N");
    hand_say(&made, "7", "7", PP_ACT_ASKS, PP_STRENGTH_SHOULD, "asks", "1967|D");
    pp_case *drafted = draft_case(&made, "odd: name.txt");
    assert_int_equal(drafted->party_count, 3);
    assert_true(pp_i_text_is(drafted->parties[0].name, "and"));
    assert_false(pp_i_text_is(drafted->parties[0].id, "and"));
    pp_i_case_free(drafted);
    pp_i_arena_free(&made.arena);
}

/* Where nobody asks for anything the draft is valid too, and says so. */
static void assertions_alone_make_a_case(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Hill", "Hill", PP_ACT_ASSERTS, PP_STRENGTH_NONE, "notes",
             "the|D weather|N was|D fine|A");
    pp_case *drafted = draft_case(&made, "-");
    assert_int_equal(drafted->red_line_count, 0);
    assert_int_equal(drafted->review_count, 1);
    assert_true(pp_i_text_is(drafted->title, "Draft from a report"));
    pp_i_case_free(drafted);
    pp_i_arena_free(&made.arena);
}

static void nothing_said_is_no_draft(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    const pp_i_draft *draft = NULL;
    pp_error error = {0};
    const pp_i_reading *reading = hand_done(&made, "empty.txt");
    assert_int_equal(pp_i_draft_make(reading, NULL, &made.arena, &draft, &error), PP_ERROR_INPUT);
    assert_null(draft);
    assert_non_null(strstr(error.message, "empty.txt"));
    pp_i_arena_free(&made.arena);
}

/* A report in the draft's folder is named, one elsewhere stands in the draft. */
static void files_are_named_where_they_can_be(void **state)
{
    (void)state;
    static const struct {
        const char *folder, *name, *file;
    } rows[] = {{".", "a.txt", "a.txt"},
                {".", "./a.txt", "a.txt"},
                {"talks", "talks/b/a.txt", "b/a.txt"},
                {"talks", "talk/a.txt", ""},
                {"talks", "talks/../a.txt", ""},
                {".", "/tmp/a.txt", ""},
                {".", "-", ""},
                {NULL, "a.txt", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hand made;
        hand_init(&made);
        say_two_sides(&made);
        const pp_i_draft_options options = {.folder = rows[i].folder};
        const pp_i_draft *draft = NULL;
        const pp_i_reading *reading = hand_done(&made, rows[i].name);
        assert_int_equal(pp_i_draft_make(reading, &options, &made.arena, &draft, NULL), PP_OK);
        assert_true(pp_i_text_is(draft->content->sources[0].file, rows[i].file));
        pp_i_arena_free(&made.arena);
    }
}

static void running_out_of_memory_is_said(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    say_two_sides(&made);
    hand_say(&made, "Vale", "Vale", PP_ACT_OFFERS, PP_STRENGTH_NONE, "offers",
             "a|D territory|N exchange|N");
    pp_i_said *conditional = hand_say(&made, "Vale", "Vale", PP_ACT_OFFERS, PP_STRENGTH_NONE,
                                      "offers", "a|D bridge|N if|D tolls|N fall|V");
    conditional->condition = hand_passage(&made.sentences[4], 5, 7);
    conditional->marker = PP_MARKER_NEEDED;
    const pp_i_reading *reading = hand_done(&made, "report.txt");
    pp_status status = PP_ERROR_MEMORY;
    for (size_t fail_at = 1; status != PP_OK; fail_at++) {
        failing_allocator failing;
        pp_i_arena arena;
        pp_i_arena_init(&arena, failing_allocator_make(&failing, fail_at));
        const pp_i_draft *draft = NULL;
        status = pp_i_draft_make(reading, NULL, &arena, &draft, NULL);
        assert_true(status == PP_OK || (status == PP_ERROR_MEMORY && draft == NULL));
        pp_i_arena_free(&arena);
        assert_int_equal(failing.held_count, 0);
    }
    pp_i_arena_free(&made.arena);
}

/* Ids are made of plain letters, whatever marks a name has. */
static void ids_leave_marks_out(void **state)
{
    (void)state;
    hand made;
    hand_init(&made);
    hand_say(&made, "Jovi\xC4\x87", "Jovi\xC4\x87", PP_ACT_DEMANDS, PP_STRENGTH_MUST, "demands",
             "a|D ferry|N");
    hand_say(&made, "\xE5\x8C\x97", "\xE5\x8C\x97", PP_ACT_REJECTS, PP_STRENGTH_MUST, "rejects",
             "a|D ferry|N");
    pp_case *drafted = draft_case(&made, "report.txt");
    assert_true(pp_i_text_is(drafted->parties[0].id, "jovic"));
    assert_true(drafted->parties[1].id.length > 0);
    pp_i_case_free(drafted);
    pp_i_arena_free(&made.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_leave_marks_out),
        cmocka_unit_test(a_demand_meets_its_refusal),
        cmocka_unit_test(nobody_is_put_aside_beside_one),
        cmocka_unit_test(who_speaks_for_whom_is_asked),
        cmocka_unit_test(firm_is_only_what_nothing_softens),
        cmocka_unit_test(a_condition_ties_two_things),
        cmocka_unit_test(a_loose_condition_is_only_asked_about),
        cmocka_unit_test(only_positions_of_today_are_red_lines),
        cmocka_unit_test(former_positions_give_way_in_turn),
        cmocka_unit_test(odd_names_stay_names),
        cmocka_unit_test(assertions_alone_make_a_case),
        cmocka_unit_test(nothing_said_is_no_draft),
        cmocka_unit_test(files_are_named_where_they_can_be),
        cmocka_unit_test(running_out_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
