/*
 * Statements: who said what, read out of a report. Lost otherwise: words put into the wrong mouth,
 * a doubt read as a refusal, a thing that speaks, a passage counted twice. Each trap that reports
 * set has its test. Needs the language model; without it everything here is skipped.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "reading/statement.h"

typedef struct state {
    pp_i_language *language;
    pp_i_arena arena;
} state;

static int set_up(void **context)
{
    static state kept;
    pp_error error = {0};
    kept = (state){0};
    pp_i_arena_init(&kept.arena, pp_i_allocator_of(NULL));
    if (pp_i_language_open(PP_TEST_ROOT "/models/english.ppmodel", NULL, &kept.language, &error) !=
        PP_OK) {
        kept.language = NULL;
    }
    *context = &kept;
    return 0;
}

static int tear_down(void **context)
{
    state *kept = *context;
    if (kept->language != NULL) {
        pp_i_language_close(kept->language);
    }
    pp_i_arena_free(&kept->arena);
    return 0;
}

static const pp_i_reading *read_words(void **context, const char *words)
{
    state *kept = *context;
    if (kept->language == NULL) {
        skip();
    }
    pp_error error = {0};
    pp_i_document *document = NULL;
    const pp_i_reading *reading = NULL;
    assert_int_equal(pp_i_document_parse("report.txt", pp_i_text_of(words), PP_FORMAT_PLAIN,
                                         &kept->arena, &document, &error),
                     PP_OK);
    assert_int_equal(pp_i_reading_make(kept->language, &document, 1, NULL, 0, NULL, &kept->arena,
                                       &reading, &error),
                     PP_OK);
    return reading;
}

static bool holds(pp_text text, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.length; i++) {
        if (memcmp(text.data + i, part, length) == 0) {
            return true;
        }
    }
    return false;
}

/* The statement of that speaker or party with these words, or a failure that says what was read. */
static const pp_i_said *find(const pp_i_reading *reading, const char *who, const char *words)
{
    for (size_t i = 0; i < reading->statement_count; i++) {
        const pp_i_said *said = &reading->statements[i];
        pp_text party = said->party == PP_NONE ? PP_TEXT("") : reading->actors[said->party].name;
        if ((holds(said->speaker, who) || holds(party, who)) && holds(said->content.text, words)) {
            return said;
        }
    }
    for (size_t i = 0; i < reading->statement_count; i++) {
        const pp_i_said *said = &reading->statements[i];
        print_message("read: %.*s %s: %.*s\n", (int)said->speaker.length, said->speaker.data,
                      pp_i_act_text(said->act), (int)said->content.text.length,
                      said->content.text.data);
    }
    fail_msg("nothing of %s with \"%s\"", who, words);
    return NULL;
}

static const pp_i_said *expect(void **context, const char *report, const char *who, pp_i_act act,
                               const char *words)
{
    const pp_i_said *said = find(read_words(context, report), who, words);
    if (said->act != act) {
        fail_msg("%s %s, not %s: %s", who, pp_i_act_text(said->act), pp_i_act_text(act), words);
    }
    return said;
}

static void nobody_speaks(void **context, const char *report, const char *who)
{
    const pp_i_reading *reading = read_words(context, report);
    for (size_t i = 0; i < reading->statement_count; i++) {
        const pp_i_said *said = &reading->statements[i];
        if (who == NULL || holds(said->speaker, who)) {
            fail_msg("%.*s says nothing, but was read: %.*s", (int)said->speaker.length,
                     said->speaker.data, (int)said->content.text.length, said->content.text.data);
        }
    }
}

/* The quotation is what stands in the document, letter for letter. */
static void test_evidence(void **context)
{
    const char *words = "Norland’s envoy, Ada Holm, rejected the offer.\n\nTalks go on.\n\n"
                        "Norland’s envoy, Ada Holm, rejected the offer.\n";
    const pp_i_reading *reading = read_words(context, words);
    assert_int_equal(reading->statement_count, 1);
    const pp_i_said *said = &reading->statements[0];
    assert_memory_equal(words + said->quote.byte_start, said->quote.text.data,
                        said->quote.text.length);
    assert_int_equal(said->also_count, 1);
    assert_memory_equal(words + said->also[0].byte_start, said->quote.text.data,
                        said->quote.text.length);
}

static void test_direct_and_indirect(void **context)
{
    const char *report = "The union said that the offer was too late. "
                         "\"We will never accept the new shifts,\" Maria Lund told reporters.";
    expect(context, report, "union", PP_ACT_DOUBTS, "the offer was too late");
    const pp_i_said *said =
        expect(context, report, "Lund", PP_ACT_REJECTS, "We will never accept the new shifts");
    assert_int_equal(said->strength, PP_STRENGTH_MUST);
    assert_true(said->negated && said->quoted);
}

/* A quotation over sentences belongs to the one who began it. */
static void test_quotation_over_sentences(void **context)
{
    const char *report = "“The mine must close this year,” said Maria Lund. “The river cannot "
                         "recover while the pumps are running.”";
    expect(context, report, "Lund", PP_ACT_DEMANDS, "The mine must close");
    find(read_words(context, report), "Lund", "The river cannot recover");
}

static void test_passives(void **context)
{
    expect(context, "The plan has been dismissed by the Kremlin.", "Kremlin", PP_ACT_REJECTS,
           "The plan");
    nobody_speaks(context, "Membership was deemed vital.", NULL);
    nobody_speaks(context, "The plan has been rejected.", NULL);
}

static void test_possessors_and_nouns(void **context)
{
    expect(context, "Anna Holm's remarks indicate doubts about the feasibility of the dam.", "Holm",
           PP_ACT_DOUBTS, "the feasibility of the dam");
    expect(context, "The governor repeated Norland's demand for a new border.", "Norland",
           PP_ACT_DEMANDS, "a new border");
    expect(context, "Maria Lund reiterated the need for a longer ceasefire.", "Lund",
           PP_ACT_DEMANDS, "a longer ceasefire");
    expect(context, "The ministers expressed their support for a common fund.", "ministers",
           PP_ACT_SUPPORTS, "a common fund");
}

static void test_relative_and_participle(void **context)
{
    expect(context, "France wants the islands, which it claims to have discovered.", "France",
           PP_ACT_ASSERTS, "to have discovered");
    expect(context,
           "Maria Lund noted that the talks had gone well, suggesting a second round in May.",
           "Lund", PP_ACT_PROPOSES, "a second round");
}

static void test_according(void **context)
{
    expect(context, "According to Maria Lund, the plant loses two millions a day.", "Lund",
           PP_ACT_ASSERTS, "the plant loses");
}

static void test_conditions(void **context)
{
    const pp_i_said *said =
        expect(context, "France has threatened to withdraw its offer unless Spain signs by March.",
               "France", PP_ACT_WARNS, "withdraw its offer");
    assert_true(holds(said->condition.text, "Spain signs by March"));
    const pp_i_reading *reading =
        read_words(context, "Some support may come from the US contingent upon a wider mission.");
    assert_int_equal(reading->statement_count, 0);
    assert_int_equal(reading->condition_count, 1);
    assert_true(holds(reading->conditions[0].on.text, "wider mission"));
}

static void test_hypothetical(void **context)
{
    nobody_speaks(context, "If Spain accepts the plan, the border will open.", "Spain");
    nobody_speaks(context, "The judge urged the company to accept the ruling.", "company");
}

/* "May not be realistic" is a doubt, no refusal; and a hedge never makes a red line. */
static void test_doubt_and_hedge(void **context)
{
    const pp_i_said *said =
        expect(context, "Maria Lund said that membership may not be a realistic goal.", "Lund",
               PP_ACT_DOUBTS, "may not be a realistic goal");
    assert_int_equal(said->strength, PP_STRENGTH_HEDGED);
    assert_true(said->hedged);
}

static void test_references(void **context)
{
    const char *report = "Maria Lund suggested a joint patrol of the border. "
                         "France rejected this proposal.";
    const pp_i_reading *reading = read_words(context, report);
    const pp_i_said *said = find(reading, "France", "this proposal");
    assert_int_not_equal(said->content_from.statement, PP_NONE);
    assert_true(holds(said->content_from.text, "joint patrol"));
    assert_true(holds(said->content_from.said, "this proposal"));
}

static void test_pronoun(void **context)
{
    const char *report = "President Karl Brenner arrived on Monday. He demanded a public inquiry.";
    const pp_i_said *said = find(read_words(context, report), "Brenner", "a public inquiry");
    assert_true(holds(said->speaker_from.said, "He"));
}

static void test_things_do_not_speak(void **context)
{
    nobody_speaks(context,
                  "The Harbour Security Conference highlights differing views on the deal.", NULL);
    nobody_speaks(context,
                  "Following the phone call between the leaders, the timeline remains open.", NULL);
}

/* Events are apart, and never somebody's position. */
static void test_events(void **context)
{
    const pp_i_reading *reading = read_words(context, "Farmers blocked the bridge on Monday.");
    assert_int_equal(reading->statement_count, 0);
    assert_int_equal(reading->event_count, 1);
    reading = read_words(context, "The situation remains precarious.");
    assert_int_equal(reading->statement_count, 0);
    assert_int_equal(reading->judgement_count, 1);
}

/* However little memory there is: a clear error, or the whole reading. */
static void test_little_memory(void **context)
{
    state *kept = *context;
    if (kept->language == NULL) {
        skip();
    }
    const char *words = "Maria Lund said: “We will not go. The plan is dead.” France rejected this "
                        "plan, which it called unacceptable, unless Spain signs.\n\nFrance rejected "
                        "this plan, which it called unacceptable, unless Spain signs.";
    bool whole = false;
    for (size_t bytes = 1024; bytes < (size_t)64 << 20 && !whole; bytes += bytes / 16) {
        failing_allocator counted;
        pp_allocator allocator = failing_allocator_make(&counted, 0);
        pp_control control = {.allocator = &allocator};
        pp_i_arena arena;
        pp_error error = {0};
        pp_i_document *document = NULL;
        const pp_i_reading *reading = NULL;
        pp_i_arena_init(&arena, allocator);
        arena.byte_count_max = bytes;
        pp_status status = pp_i_document_parse("report.txt", pp_i_text_of(words), PP_FORMAT_PLAIN,
                                               &arena, &document, &error);
        if (status == PP_OK) {
            status = pp_i_reading_make(kept->language, &document, 1, NULL, 0, &control, &arena,
                                       &reading, &error);
        }
        assert_true(status == PP_OK || status == PP_ERROR_MEMORY);
        assert_true((status == PP_OK) == (reading != NULL));
        whole = status == PP_OK;
        pp_i_arena_free(&arena);
        assert_int_equal(counted.held_count, 0);
    }
    assert_true(whole);
}

static void test_empty(void **context)
{
    const pp_i_reading *reading = read_words(context, "");
    assert_int_equal(reading->statement_count, 0);
    assert_int_equal(reading->sentence_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_evidence),
                                       cmocka_unit_test(test_direct_and_indirect),
                                       cmocka_unit_test(test_quotation_over_sentences),
                                       cmocka_unit_test(test_passives),
                                       cmocka_unit_test(test_possessors_and_nouns),
                                       cmocka_unit_test(test_relative_and_participle),
                                       cmocka_unit_test(test_according),
                                       cmocka_unit_test(test_conditions),
                                       cmocka_unit_test(test_hypothetical),
                                       cmocka_unit_test(test_doubt_and_hedge),
                                       cmocka_unit_test(test_references),
                                       cmocka_unit_test(test_pronoun),
                                       cmocka_unit_test(test_things_do_not_speak),
                                       cmocka_unit_test(test_events),
        cmocka_unit_test(test_little_memory),
                                       cmocka_unit_test(test_empty)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
