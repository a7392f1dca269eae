/*
 * If these fail, an analyst is told of agreements that are none, or of obstacles that are none:
 * every field of the answer is compared with brute force over all packages and all sets of red
 * lines.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "method/random_case.h"
#include "method/zone/zone.h"

enum { LINE_COUNT_MAX = 8, PACKAGE_COUNT_MAX = 256, SUBSET_COUNT_MAX = 1 << LINE_COUNT_MAX };

/* Everything about one case by brute force. Sets of red lines are bits by place in the case. */
typedef struct truth {
    const pp_case *the_case;
    size_t package_count;
    bool feasible[PACKAGE_COUNT_MAX];
    size_t feasible_count;
    unsigned broken[PACKAGE_COUNT_MAX];
    unsigned counting;
    unsigned table;                  /* parties; 0: the case's rule */
    size_t opened[SUBSET_COUNT_MAX]; /* [lines that count]: agreements */
} truth;

static bool agreed(const truth *of, unsigned broken)
{
    const pp_case *the_case = of->the_case;
    pp_i_word consenting = ~(pp_i_word)0;
    unsigned char scratch[64];
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (broken >> i & 1)
            pp_i_bit_clear(&consenting, the_case->red_lines[i].party);
    if (of->table != 0)
        return (of->table & ~consenting) == 0;
    if (the_case->consent.node_count > 0)
        return pp_i_consent_holds(&the_case->consent, &consenting, scratch);
    bool any = false;
    for (size_t i = 0; i < the_case->party_count; i++)
        any = any || the_case->parties[i].role == PP_ROLE_PRINCIPAL;
    for (size_t i = 0; i < the_case->party_count; i++)
        if ((!any || the_case->parties[i].role == PP_ROLE_PRINCIPAL) &&
            !pp_i_bit_get(&consenting, i))
            return false;
    return true;
}

static void truth_make(truth *made, const pp_case *the_case, const pp_i_formula *assumed,
                       unsigned dropped, unsigned table, pp_i_date date)
{
    unsigned char scratch[256];
    *made = (truth){.the_case = the_case, .package_count = 1, .table = table};
    for (size_t i = 0; i < the_case->issue_count; i++)
        made->package_count *= the_case->issues[i].option_count;
    assert_true(made->package_count <= PACKAGE_COUNT_MAX);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_red_line_counts(the_case, i, pp_i_case_date(the_case, date)))
            made->counting |= 1u << i;
    made->counting &= ~dropped;
    for (size_t x = 0; x < made->package_count; x++) {
        pp_i_choice package[4];
        package_of(the_case, x, package);
        made->feasible[x] = assumed == NULL || pp_i_formula_holds(assumed, package, scratch);
        for (size_t i = 0; i < the_case->link_count; i++)
            if (!pp_i_formula_holds(&the_case->links[i].rule, package, scratch))
                made->feasible[x] = false;
        made->feasible_count += made->feasible[x];
        for (size_t i = 0; i < the_case->red_line_count; i++)
            if (!pp_i_formula_holds(&the_case->red_lines[i].holds, package, scratch))
                made->broken[x] |= 1u << i;
    }
    for (unsigned lines = 0; lines < 1u << the_case->red_line_count; lines++)
        for (size_t x = 0; x < made->package_count; x++)
            made->opened[lines] += made->feasible[x] && agreed(made, made->broken[x] & lines);
}

static unsigned bits_of(const pp_red_line_set *set)
{
    unsigned bits = 0;
    for (size_t i = 0; i < set->count; i++) {
        assert_true(i == 0 || set->red_lines[i - 1] < set->red_lines[i]);
        bits |= 1u << set->red_lines[i];
    }
    return bits;
}

static void assert_number(const char *text, size_t number)
{
    char expected[32];
    snprintf(expected, sizeof expected, "%zu", number);
    assert_non_null(text);
    assert_string_equal(text, expected);
}

/* Is `set` minimal with the property "open without it" (or, `blocking`, "closed with it alone")? */
static bool is_wanted(const truth *of, unsigned set, bool blocking)
{
    if (set & ~of->counting)
        return false;
    bool has = blocking ? of->opened[set] == 0 : of->opened[of->counting & ~set] > 0;
    for (unsigned bit = 0; bit < LINE_COUNT_MAX && has; bit++) {
        unsigned less = set & ~(1u << bit);
        if (less != set)
            has = blocking ? of->opened[less] > 0 : of->opened[of->counting & ~less] == 0;
    }
    return has;
}

static void check_sets(const truth *of, const pp_zone *zone, bool blocking, size_t size_max)
{
    const pp_red_line_set *sets = blocking ? zone->blocking : zone->concessions;
    size_t count = blocking ? zone->blocking_count : zone->concession_count, wanted = 0;
    if (of->opened[of->counting] == 0 && of->feasible_count > 0)
        for (unsigned set = 0; set < 1u << of->the_case->red_line_count; set++)
            wanted += is_wanted(of, set, blocking) &&
                      (size_max == 0 || (size_t)__builtin_popcount(set) <= size_max);
    assert_int_equal(count, wanted);
    for (size_t i = 0; i < count; i++) {
        unsigned set = bits_of(&sets[i]);
        assert_true(is_wanted(of, set, blocking));
        for (size_t j = 0; j < i; j++)
            assert_int_not_equal(bits_of(&sets[j]), set);
        assert_true(i == 0 || sets[i - 1].count <= sets[i].count);
        if (blocking)
            continue;
        assert_number(sets[i].opens, of->opened[of->counting & ~set]);
        size_t code = code_of(of->the_case, sets[i].package);
        assert_true(of->feasible[code]);
        assert_true(agreed(of, of->broken[code] & of->counting & ~set));
    }
}

static void check_witnesses_and_shares(const truth *of, const pp_zone *zone)
{
    size_t seen = 0, taken[4][4] = {{0}}, agreements = of->opened[of->counting];
    for (size_t x = 0; x < of->package_count; x++) {
        pp_i_choice package[4];
        if (!of->feasible[x] || !agreed(of, of->broken[x] & of->counting))
            continue;
        if (seen < 10)
            assert_int_equal(code_of(of->the_case, zone->witnesses[seen]), x);
        seen++;
        package_of(of->the_case, x, package);
        for (size_t i = 0; i < of->the_case->issue_count; i++)
            taken[i][package[i]]++;
    }
    assert_int_equal(zone->witness_count, seen < 10 ? seen : 10);
    assert_int_equal(zone->shares != NULL, agreements > 0);
    for (size_t i = 0; agreements > 0 && i < of->the_case->issue_count; i++)
        for (size_t o = 0; o < of->the_case->issues[i].option_count; o++) {
            double off = zone->shares[i][o] - (double)taken[i][o] / (double)agreements;
            assert_true(off < 1e-12 && off > -1e-12);
        }
}

static void check_readings(const truth *of, const pp_zone *zone)
{
    unsigned unclear = 0, firm;
    for (size_t i = 0; i < zone->unclear_count; i++)
        unclear |= 1u << zone->unclear[i];
    for (size_t i = 0; i < of->the_case->red_line_count; i++)
        assert_int_equal(unclear >> i & 1,
                         (of->counting >> i & 1) && of->the_case->red_lines[i].unclear);
    firm = of->counting & ~unclear;
    size_t total = 0, with = 0, flips[LINE_COUNT_MAX] = {0};
    for (unsigned reading = 0; reading < 1u << of->the_case->red_line_count; reading++) {
        if (reading & ~unclear)
            continue;
        bool open = of->opened[firm | reading] > 0;
        total++;
        with += open;
        for (size_t i = 0; i < zone->unclear_count; i++)
            flips[i] += open != (of->opened[firm | (reading ^ 1u << zone->unclear[i])] > 0);
    }
    assert_number(zone->readings_total, total);
    assert_number(zone->readings_with_agreement, with);
    for (size_t i = 0; i < zone->unclear_count; i++) {
        assert_int_equal(zone->decisive[i].red_line, zone->unclear[i]);
        assert_true(zone->decisive[i].share == (double)flips[i] / (double)total);
    }
}

static void check_crossed(const truth *of, const pp_zone *zone)
{
    size_t entry = 0;
    for (size_t party = 0; of->table != 0 && party < of->the_case->party_count; party++) {
        unsigned by[2] = {0, 0};
        for (size_t i = 0; i < of->the_case->red_line_count; i++) {
            size_t kept = 0, crossed = 0;
            if (of->the_case->red_lines[i].party != party || !(of->counting >> i & 1) ||
                (of->table >> party & 1))
                continue;
            for (size_t x = 0; x < of->package_count; x++)
                if (of->feasible[x] && agreed(of, of->broken[x] & of->counting))
                    *(of->broken[x] >> i & 1 ? &crossed : &kept) += 1;
            if (crossed > 0)
                by[kept > 0] |= 1u << i;
        }
        for (int some = 0; some < 2; some++) {
            if (by[some] == 0)
                continue;
            assert_true(entry < zone->crossed_count);
            const pp_crossed *one = &zone->crossed[entry++];
            pp_red_line_set set = {.red_lines = one->red_lines, .count = one->count};
            assert_int_equal(one->party, party);
            assert_int_equal(one->by, some ? PP_CROSSED_BY_SOME : PP_CROSSED_BY_EVERY);
            assert_int_equal(bits_of(&set), by[some]);
        }
    }
    assert_int_equal(entry, zone->crossed_count);
}

/* The contradiction cannot hold, and nothing smaller contradicts. */
static void check_contradiction(const truth *of, const pp_zone *zone, const pp_i_formula *assumed)
{
    unsigned char scratch[256];
    size_t rules = of->the_case->link_count + (assumed != NULL), smallest = rules + 1;
    assert_int_equal(zone->contradiction_count > 0, of->feasible_count == 0);
    if (of->feasible_count > 0)
        return;
    unsigned named = 0;
    for (size_t i = 0; i < zone->contradiction_count; i++)
        named |= 1u << zone->contradiction[i];
    for (unsigned set = 0; set < 1u << rules; set++) {
        bool holds = false;
        for (size_t x = 0; x < of->package_count && !holds; x++) {
            pp_i_choice package[4];
            package_of(of->the_case, x, package);
            holds = true;
            for (size_t i = 0; i < rules; i++)
                if (set >> i & 1)
                    holds = holds && pp_i_formula_holds(i < of->the_case->link_count
                                                            ? &of->the_case->links[i].rule
                                                            : assumed,
                                                        package, scratch);
        }
        if (!holds && (size_t)__builtin_popcount(set) < smallest)
            smallest = (size_t)__builtin_popcount(set);
        if (set == named)
            assert_false(holds);
    }
    assert_int_equal(zone->contradiction_count, smallest);
}

static void check_all(const truth *of, const pp_zone *zone, const pp_i_formula *assumed)
{
    assert_int_equal(zone->incomplete_count, 0);
    assert_number(zone->packages, of->package_count);
    assert_number(zone->feasible, of->feasible_count);
    assert_number(zone->agreements, of->opened[of->counting]);
    assert_int_equal(zone->verdict,
                     of->opened[of->counting] > 0 ? PP_VERDICT_SOME : PP_VERDICT_NONE);
    check_witnesses_and_shares(of, zone);
    check_sets(of, zone, false, 0);
    check_sets(of, zone, true, 0);
    check_readings(of, zone);
    check_crossed(of, zone);
    check_contradiction(of, zone, assumed);
}

/* One random question about one random case. */
typedef struct asked {
    pp_zone_options options;
    const char *assume, *drop, *table[2];
    pp_i_formula assumed;
    unsigned dropped, at_table;
    pp_i_date date;
} asked;

static void ask(random_case *made, const pp_case *the_case, pp_i_arena *arena, asked *question)
{
    static const char *const assumptions[] = {"i0 = o0", "i0 != o1", "i0 in (o0, o1)"};
    static const char *const dates[] = {"2024-01-10", "2024-01-15", "2024-01-19"};
    pp_question *of = &question->options.question;
    *question = (asked){0};
    if (draw(made, 4) == 0) {
        pp_i_diagnostics diagnostics;
        pp_i_vocabulary vocabulary = pp_i_case_vocabulary(the_case);
        question->assume = assumptions[draw(made, 3)];
        pp_i_diagnostics_init(&diagnostics, arena);
        pp_i_diagnostics_set_file(&diagnostics, "", pp_i_text_of(question->assume));
        assert_int_equal(pp_i_formula_parse(pp_i_text_of(question->assume), NULL, &vocabulary,
                                            arena, &diagnostics, &question->assumed, NULL),
                         PP_OK);
        of->assume = &question->assume;
        of->assume_count = 1;
    }
    if (draw(made, 4) == 0 && the_case->red_line_count > 0) {
        question->drop = "r0";
        question->dropped = 1;
        of->drop = &question->drop;
        of->drop_count = 1;
    }
    if (draw(made, 4) == 0) {
        question->table[0] = "p2";
        question->table[1] = "p0";
        of->table = question->table;
        of->table_count = 1 + draw(made, 2);
        question->at_table = of->table_count == 2 ? 5 : 4;
    }
    if (draw(made, 3) == 0) {
        size_t day = draw(made, 3);
        of->as_of = dates[day];
        assert_true(pp_i_date_parse(pp_i_text_of(dates[day]), &question->date));
    }
}

static void every_field_agrees_with_brute_force(void **state)
{
    (void)state;
    static random_case made;
    static truth expected;
    size_t none = 0;
    for (uint64_t seed = 0; seed < 6000; seed++) {
        random_case_make(&made, seed, LINE_COUNT_MAX);
        pp_case *the_case = random_case_read(&made);
        assert_non_null(the_case);
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        asked question;
        ask(&made, the_case, &arena, &question);
        const pp_i_formula *assumed = question.assume == NULL ? NULL : &question.assumed;
        truth_make(&expected, the_case, assumed, question.dropped, question.at_table,
                   question.date);
        pp_zone *zone = NULL;
        pp_error error = {0};
        assert_int_equal(pp_i_zone_solve(the_case, &question.options, NULL, &zone, &error), PP_OK);
        check_all(&expected, zone, assumed);
        none += zone->verdict == PP_VERDICT_NONE;
        pp_i_zone_free(zone);
        pp_i_arena_free(&arena);
        pp_i_case_free(the_case);
    }
    assert_true(none > 500);
}

/* A bound on the size of concession sets hides only larger ones, and says so. */
static void bounded_concessions_are_all_small_ones(void **state)
{
    (void)state;
    static random_case made;
    static truth expected;
    size_t cut = 0;
    for (uint64_t seed = 10000; seed < 11500; seed++) {
        random_case_make(&made, seed, LINE_COUNT_MAX);
        pp_case *the_case = random_case_read(&made);
        assert_non_null(the_case);
        truth_make(&expected, the_case, NULL, 0, 0, 0);
        pp_zone_options options = {.concession_size_max = 1};
        pp_zone *zone = NULL;
        assert_int_equal(pp_i_zone_solve(the_case, &options, NULL, &zone, NULL), PP_OK);
        check_sets(&expected, zone, false, 1);
        check_readings(&expected, zone);
        for (size_t i = 0; i < zone->blocking_count; i++)
            assert_true(is_wanted(&expected, bits_of(&zone->blocking[i]), true));
        if (zone->incomplete_count == 0)
            check_sets(&expected, zone, true, 0);
        cut += zone->incomplete_count > 0;
        pp_i_zone_free(zone);
        pp_i_case_free(the_case);
    }
    assert_true(cut > 20);
}

/* With every step limit: what is said is true, and what is missing is named. */
static void a_limit_never_changes_an_answer_silently(void **state)
{
    (void)state;
    static random_case made;
    static truth expected;
    for (uint64_t seed = 20000; seed < 20300; seed++) {
        random_case_make(&made, seed, LINE_COUNT_MAX);
        pp_case *the_case = random_case_read(&made);
        assert_non_null(the_case);
        truth_make(&expected, the_case, NULL, 0, 0, 0);
        for (uint64_t steps = 1; steps < 100000; steps *= 3) {
            pp_control control = {.step_count_max = steps};
            pp_zone *zone = NULL;
            assert_int_equal(pp_i_zone_solve(the_case, NULL, &control, &zone, NULL), PP_OK);
            if (zone->incomplete_count == 0)
                check_all(&expected, zone, NULL);
            if (zone->agreements != NULL)
                assert_number(zone->agreements, expected.opened[expected.counting]);
            if (zone->verdict != PP_VERDICT_UNKNOWN)
                assert_int_equal(zone->verdict == PP_VERDICT_SOME,
                                 expected.opened[expected.counting] > 0);
            for (size_t i = 0; i < zone->blocking_count; i++)
                assert_true(is_wanted(&expected, bits_of(&zone->blocking[i]), true));
            for (size_t i = 0; i < zone->concession_count; i++)
                assert_true(is_wanted(&expected, bits_of(&zone->concessions[i]), false));
            if (zone->readings_with_agreement != NULL)
                check_readings(&expected, zone);
            pp_i_zone_free(zone);
        }
        pp_i_case_free(the_case);
    }
}

static void running_out_of_memory_is_an_error_and_leaks_nothing(void **state)
{
    (void)state;
    static random_case made;
    for (uint64_t seed = 30000; seed < 30060; seed++) {
        random_case_make(&made, seed, LINE_COUNT_MAX);
        pp_case *the_case = random_case_read(&made);
        assert_non_null(the_case);
        const char *table[] = {"p0", "p1"};
        pp_zone_options options = {.question = {.table = table, .table_count = seed % 2 * 2}};
        for (size_t fail_at = 1;; fail_at++) {
            failing_allocator allocator;
            pp_allocator hooks = failing_allocator_make(&allocator, fail_at);
            pp_control control = {.allocator = &hooks};
            pp_zone *zone = NULL;
            pp_error error = {0};
            pp_status status = pp_i_zone_solve(the_case, &options, &control, &zone, &error);
            bool reached = allocator.call_count >= fail_at;
            if (status != PP_OK) {
                assert_int_equal(status, PP_ERROR_MEMORY);
                assert_null(zone);
            } else if (reached) {
                assert_true(zone->incomplete_count > 0);
            }
            pp_i_zone_free(zone);
            assert_int_equal(allocator.held_count, 0);
            if (!reached)
                break;
        }
        pp_i_case_free(the_case);
    }
}

static void wrong_questions_are_refused_in_words(void **state)
{
    (void)state;
    static random_case made;
    random_case_make(&made, 1, LINE_COUNT_MAX);
    pp_case *the_case = random_case_read(&made);
    assert_non_null(the_case);
    const char *formula = "i0 = nothing", *party = "p9", *line = "r99";
    const pp_question wrong[] = {{.as_of = "2024-02-30"},
                                 {.assume = &formula, .assume_count = 1},
                                 {.table = &party, .table_count = 1},
                                 {.drop = &line, .drop_count = 1}};
    const char *const named[] = {"2024-02-30", "i0 = nothing", "p9", "r99"};
    for (size_t i = 0; i < 4; i++) {
        pp_zone_options options = {.question = wrong[i]};
        pp_zone *zone = NULL;
        pp_error error = {0};
        assert_int_equal(pp_i_zone_solve(the_case, &options, NULL, &zone, &error),
                         PP_ERROR_ARGUMENT);
        assert_null(zone);
        assert_non_null(strstr(error.message, named[i]));
        assert_true(error.hint[0] != '\0');
    }
    pp_i_case_free(the_case);
}

/* A case of `party_count` parties, of whom `enough` must agree, each with a red line or two. */
static pp_case *crowd(uint64_t seed, size_t party_count, size_t enough, random_case *made)
{
    made->length = 0;
    made->issue_count = 3;
    pp_i_random_seed(&made->random, seed);
    say(made, "pourparler: 1\ntitle: Crowd\nparties:\n");
    for (size_t i = 0; i < party_count; i++)
        say(made, "  - {id: p%zu}\n", i);
    say(made, "consent: %zu of (", enough);
    for (size_t i = 0; i < party_count; i++)
        say(made, "%sp%zu", i == 0 ? "" : ", ", i);
    say(made, ")\nissues:\n");
    for (size_t i = 0; i < 3; i++) {
        made->option_counts[i] = 4;
        say(made, "  - {id: i%zu, options: [o0, o1, o2, o3]}\n", i);
    }
    say(made, "red_lines:\n");
    for (size_t i = 0; i < party_count + 3; i++) {
        say(made, "  - id: r%zu\n    party: p%zu\n    holds: ", i, i % party_count);
        say_formula(made);
        say(made, "\n");
    }
    return random_case_read(made);
}

/* Does a crowd consent to a package? */
static bool crowd_consents(const pp_case *the_case, const pp_i_choice *package)
{
    pp_i_word consenting = ~(pp_i_word)0;
    unsigned char scratch[256];
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (!pp_i_formula_holds(&the_case->red_lines[i].holds, package, scratch))
            pp_i_bit_clear(&consenting, the_case->red_lines[i].party);
    return pp_i_consent_holds(&the_case->consent, &consenting, scratch);
}

/* Agreements and shares of a crowd by hand. */
static size_t crowd_agreements(const pp_case *the_case, size_t taken[3][4])
{
    size_t agreements = 0;
    memset(taken, 0, 3 * sizeof *taken);
    for (size_t x = 0; x < 64; x++) {
        pp_i_choice package[3];
        package_of(the_case, x, package);
        if (!crowd_consents(the_case, package))
            continue;
        agreements++;
        for (size_t i = 0; i < 3; i++)
            taken[i][package[i]]++;
    }
    return agreements;
}

/* The witnesses are the first agreements by code. */
static void check_first(const pp_case *the_case, const pp_zone *zone)
{
    size_t seen = 0;
    for (size_t x = 0; x < 64 && seen < 10; x++) {
        pp_i_choice package[3];
        package_of(the_case, x, package);
        if (!crowd_consents(the_case, package))
            continue;
        assert_true(seen < zone->witness_count);
        assert_memory_equal(zone->witnesses[seen++], package, sizeof package);
    }
    assert_int_equal(zone->witness_count, seen);
}

static void rules_of_many_coalitions_are_counted_exactly(void **state)
{
    (void)state;
    static random_case made;
    size_t taken[3][4], some = 0;
    for (uint64_t seed = 0; seed < 150; seed++) {
        size_t party_count = 8 + seed % 5;
        pp_case *the_case = crowd(seed, party_count, party_count / 2 + seed % 3, &made);
        assert_non_null(the_case);
        pp_zone *zone = NULL;
        size_t agreements = crowd_agreements(the_case, taken);
        assert_int_equal(pp_i_zone_solve(the_case, NULL, NULL, &zone, NULL), PP_OK);
        assert_int_equal(zone->incomplete_count, 0);
        assert_number(zone->agreements, agreements);
        for (size_t i = 0; agreements > 0 && i < 3; i++)
            for (size_t o = 0; o < 4; o++)
                assert_true(zone->shares[i][o] == (double)taken[i][o] / (double)agreements);
        some += agreements > 0;
        pp_i_zone_free(zone);
        pp_i_case_free(the_case);
    }
    assert_true(some > 20 && some < 150);
}

/* Past the limit on coalitions counts stay exact, and what needs them one by one is named. */
static void too_many_coalitions_are_said(void **state)
{
    (void)state;
    static random_case made;
    size_t taken[3][4], none = 0;
    for (uint64_t seed = 0; seed < 12; seed++) {
        pp_case *the_case = crowd(seed, 20, 12, &made);
        assert_non_null(the_case);
        pp_zone *zone = NULL;
        size_t agreements = crowd_agreements(the_case, taken);
        assert_int_equal(pp_i_zone_solve(the_case, NULL, NULL, &zone, NULL), PP_OK);
        assert_number(zone->agreements, agreements);
        assert_int_equal(zone->verdict, agreements > 0 ? PP_VERDICT_SOME : PP_VERDICT_NONE);
        check_first(the_case, zone);
        assert_int_equal(zone->incomplete_count, agreements > 0 ? 0 : 3);
        if (agreements == 0) {
            assert_string_equal(zone->incomplete[0].part, "concessions");
            assert_string_equal(zone->incomplete[0].why, "more than 20000 minimal coalitions");
        }
        none += agreements == 0;
        pp_i_zone_free(zone);
        pp_i_case_free(the_case);
    }
    assert_true(none > 0 && none < 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_agrees_with_brute_force),
        cmocka_unit_test(rules_of_many_coalitions_are_counted_exactly),
        cmocka_unit_test(too_many_coalitions_are_said),
        cmocka_unit_test(bounded_concessions_are_all_small_ones),
        cmocka_unit_test(a_limit_never_changes_an_answer_silently),
        cmocka_unit_test(running_out_of_memory_is_an_error_and_leaks_nothing),
        cmocka_unit_test(wrong_questions_are_refused_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
