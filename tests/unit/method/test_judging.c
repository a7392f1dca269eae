/*
 * If these fail, an analyst is told wrongly who consents to a draft, what it breaks, or how far the
 * nearest agreement is: every field is compared with brute force.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "method/judging/judging.h"
#include "method/random_case.h"
#include "model/coalitions.h"

enum { LINE_COUNT_MAX = 8 };

static size_t package_count_of(const pp_case *the_case)
{
    size_t count = 1;
    for (size_t i = 0; i < the_case->issue_count; i++)
        count *= the_case->issues[i].option_count;
    return count;
}

/* The case's rule, or the principals', with one bit for each party that consents. */
static bool is_enough(const pp_case *the_case, unsigned consenting)
{
    unsigned char scratch[64];
    pp_i_word words = consenting;
    if (the_case->consent.node_count > 0)
        return pp_i_consent_holds(&the_case->consent, &words, scratch);
    unsigned principals = 0;
    for (size_t i = 0; i < the_case->party_count; i++)
        if (the_case->parties[i].role == PP_ROLE_PRINCIPAL)
            principals |= 1u << i;
    if (principals == 0)
        principals = (1u << the_case->party_count) - 1;
    return (principals & ~consenting) == 0;
}

static bool is_feasible(const pp_case *the_case, const pp_i_choice *package)
{
    unsigned char scratch[256];
    for (size_t i = 0; i < the_case->link_count; i++)
        if (!pp_i_formula_holds(&the_case->links[i].rule, package, scratch))
            return false;
    return true;
}

/* How many red lines of each party a package breaks; returns those that consent. */
static unsigned judge_by_hand(const pp_case *the_case, const pp_i_choice *package,
                              size_t broken[RANDOM_PARTY_COUNT])
{
    unsigned char scratch[256];
    unsigned consenting = 0;
    memset(broken, 0, RANDOM_PARTY_COUNT * sizeof *broken);
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_red_line_counts(the_case, i, pp_i_case_date(the_case, 0)) &&
            !pp_i_formula_holds(&the_case->red_lines[i].holds, package, scratch))
            broken[the_case->red_lines[i].party]++;
    for (size_t i = 0; i < RANDOM_PARTY_COUNT; i++)
        if (broken[i] == 0)
            consenting |= 1u << i;
    return consenting;
}

/* The fewest red lines to give up before the package is agreed; SIZE_MAX where nothing helps. */
static size_t price(const pp_case *the_case, const pp_i_choice *package)
{
    size_t broken[RANDOM_PARTY_COUNT], least = SIZE_MAX;
    unsigned consenting = judge_by_hand(the_case, package, broken);
    for (unsigned given_up = 0; given_up < 1u << RANDOM_PARTY_COUNT; given_up++) {
        size_t cost = 0;
        for (size_t i = 0; i < RANDOM_PARTY_COUNT; i++)
            cost += given_up >> i & 1 ? broken[i] : 0;
        if (is_enough(the_case, consenting | given_up) && cost < least)
            least = cost;
    }
    return least;
}

/* Writes a draft that leaves out the issues in `open`, as pairs. */
static void write_draft(const pp_case *the_case, const pp_i_choice *package, unsigned open,
                        char *text, size_t size)
{
    size_t used = 0;
    text[0] = '\0';
    for (size_t i = 0; i < the_case->issue_count; i++)
        if (!(open >> i & 1))
            used += (size_t)snprintf(text + used, size - used, "%si%zu = o%d", used ? ", " : "", i,
                                     package[i]);
}

/* The completion that brute force chooses: feasible before not, then cheapest, then first. */
static size_t complete_by_hand(const pp_case *the_case, const pp_i_choice *draft, unsigned open)
{
    size_t best = SIZE_MAX, best_price = SIZE_MAX;
    bool best_feasible = false;
    for (size_t x = 0; x < package_count_of(the_case); x++) {
        pp_i_choice package[4];
        bool fits = true;
        package_of(the_case, x, package);
        for (size_t i = 0; i < the_case->issue_count; i++)
            fits = fits && ((open >> i & 1) || package[i] == draft[i]);
        if (!fits)
            continue;
        bool feasible = is_feasible(the_case, package);
        size_t cost = price(the_case, package);
        if (best == SIZE_MAX || (feasible && !best_feasible) ||
            (feasible == best_feasible && cost < best_price)) {
            best = x;
            best_price = cost;
            best_feasible = feasible;
        }
    }
    return best;
}

/* A party whose consent can tip the rule, whichever of the others come round, is missing; one that
 * consents or that the rule does not name is not, and nobody is where the rule is met. */
static void check_missing(const pp_case *the_case, const pp_judge *judge, unsigned consenting)
{
    for (size_t i = 0; i < the_case->party_count; i++) {
        bool tips = false;
        for (unsigned more = 0; more < 1u << RANDOM_PARTY_COUNT; more++)
            tips = tips || (!is_enough(the_case, (consenting | more) & ~(1u << i)) &&
                            is_enough(the_case, consenting | more | 1u << i));
        const pp_judged_party *party = &judge->parties[i];
        bool met = is_enough(the_case, consenting);
        if (!party->consents && tips)
            assert_true(party->missing);
        if (party->consents || !party->needed || met)
            assert_false(party->missing);
    }
}

static void check_nearest(const pp_case *the_case, const pp_judge *judge)
{
    size_t nearest = SIZE_MAX, fewest = SIZE_MAX;
    for (size_t x = 0; x < package_count_of(the_case); x++) {
        pp_i_choice package[4];
        size_t broken[RANDOM_PARTY_COUNT], changes = 0;
        package_of(the_case, x, package);
        if (!is_feasible(the_case, package) ||
            !is_enough(the_case, judge_by_hand(the_case, package, broken)))
            continue;
        for (size_t i = 0; i < the_case->issue_count; i++)
            changes += package[i] != judge->package[i];
        if (changes < fewest) {
            fewest = changes;
            nearest = x;
        }
    }
    assert_true(judge->nearest_known);
    assert_int_equal(judge->nearest != NULL, nearest != SIZE_MAX && fewest > 0);
    if (judge->nearest != NULL) {
        assert_int_equal(code_of(the_case, judge->nearest), nearest);
        assert_int_equal(judge->nearest_change_count, fewest);
    }
}

static void every_field_agrees_with_brute_force(void **state)
{
    (void)state;
    static random_case made;
    for (uint64_t seed = 0; seed < 3000; seed++) {
        random_case_make(&made, seed, LINE_COUNT_MAX);
        pp_case *the_case = random_case_read(&made);
        assert_non_null(the_case);
        pp_i_choice draft[4];
        size_t drawn = draw(&made, package_count_of(the_case)), broken[RANDOM_PARTY_COUNT];
        unsigned open = draw(&made, 2) == 0 ? 0 : (unsigned)draw(&made, 15);
        char text[256];
        package_of(the_case, drawn, draft);
        open &= (1u << the_case->issue_count) - 2; /* the first issue is always given */
        write_draft(the_case, draft, open, text, sizeof text);
        if (open == 0 && draw(&made, 2) == 0)
            snprintf(text, sizeof text, "%zu", drawn);
        pp_judge *judge = NULL;
        assert_int_equal(pp_i_judge_solve(the_case, text, NULL, NULL, &judge, NULL), PP_OK);
        assert_int_equal(judge->incomplete_count, 0);
        assert_int_equal(judge->complete_draft, open == 0);
        for (size_t i = 0; i < the_case->issue_count; i++)
            assert_int_equal(judge->given[i], !(open >> i & 1));
        assert_int_equal(code_of(the_case, judge->package),
                         complete_by_hand(the_case, draft, open));
        unsigned consenting = judge_by_hand(the_case, judge->package, broken);
        assert_int_equal(judge->feasible, is_feasible(the_case, judge->package));
        assert_int_equal(judge->feasible, judge->broken_link_count == 0);
        assert_int_equal(judge->consents, judge->feasible && is_enough(the_case, consenting));
        for (size_t i = 0; i < the_case->party_count; i++) {
            assert_int_equal(judge->parties[i].consents, consenting >> i & 1);
            assert_int_equal(judge->parties[i].broken_count, broken[i]);
        }
        check_missing(the_case, judge, consenting);
        check_nearest(the_case, judge);
        pp_i_judge_free(judge);
        pp_i_case_free(the_case);
    }
}

static void running_out_of_memory_is_an_error_and_leaks_nothing(void **state)
{
    (void)state;
    static random_case made;
    for (uint64_t seed = 100; seed < 140; seed++) {
        random_case_make(&made, seed, LINE_COUNT_MAX);
        pp_case *the_case = random_case_read(&made);
        assert_non_null(the_case);
        for (size_t fail_at = 1;; fail_at++) {
            failing_allocator allocator;
            pp_allocator hooks = failing_allocator_make(&allocator, fail_at);
            pp_control control = {.allocator = &hooks};
            pp_judge *judge = NULL;
            pp_status status = pp_i_judge_solve(the_case, "i0=o1", NULL, &control, &judge, NULL);
            bool reached = allocator.call_count >= fail_at;
            if (status != PP_OK)
                assert_int_equal(status, PP_ERROR_MEMORY);
            else if (reached)
                assert_true(judge->incomplete_count > 0);
            pp_i_judge_free(judge);
            assert_int_equal(allocator.held_count, 0);
            if (!reached)
                break;
        }
        pp_i_case_free(the_case);
    }
}

static const char water[] =
    "pourparler: 1\ntitle: Water\nparties: [{id: up}, {id: low}]\n"
    "issues:\n  - {id: flow, options: [none, half, full]}\n  - {id: level, options: [1, 2.5]}\n";

static void drafts_with_faults_are_refused_in_words(void **state)
{
    (void)state;
    pp_case *the_case = NULL;
    assert_int_equal(
        pp_i_case_read((pp_text){water, sizeof water - 1}, "c", ".", false, NULL, &the_case, NULL),
        PP_OK);
    static const struct {
        const char *draft;
        pp_status status;
        const char *message, *hint;
    } wrong[] = {
        {"", PP_ERROR_ARGUMENT, "empty", ""},
        {"flo=half", PP_ERROR_ARGUMENT, "`flo`", "did you mean `flow`"},
        {"flow=hal", PP_ERROR_ARGUMENT, "`hal`", "did you mean `half`"},
        {"flow=half,flow=full", PP_ERROR_ARGUMENT, "twice", ""},
        {"flow=half,", PP_ERROR_ARGUMENT, "settles no issue", "issue=option"},
        {"flow=half,level", PP_ERROR_ARGUMENT, "`level`", "issue=option"},
        {"6", PP_ERROR_ARGUMENT, "code 6", ""},
        {"340282366920938463463374607431768211456", PP_ERROR_ARGUMENT, "code 3402", ""},
        {"./no-such-draft.yaml", PP_ERROR_SYSTEM, "", "issue=option"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        pp_judge *judge = NULL;
        pp_error error = {0};
        assert_int_equal(pp_i_judge_solve(the_case, wrong[i].draft, NULL, NULL, &judge, &error),
                         wrong[i].status);
        assert_null(judge);
        assert_non_null(strstr(error.message, wrong[i].message));
        assert_non_null(strstr(error.hint, wrong[i].hint));
    }
    static const char *const right[] = {"flow = half , level=2.50", "4", "0004"};
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        pp_judge *judge = NULL;
        assert_int_equal(pp_i_judge_solve(the_case, right[i], NULL, NULL, &judge, NULL), PP_OK);
        assert_int_equal(code_of(the_case, judge->package), 4);
        assert_true(judge->consents);
        pp_i_judge_free(judge);
    }
    pp_i_case_free(the_case);
}

/* Writes a draft file beside the tests' working files, judges it, and removes it. */
static pp_status judge_file(const pp_case *the_case, const char *text, pp_judge **judge,
                            pp_error *error)
{
    char path[] = "/tmp/pourparler-draft-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
    pp_status status = pp_i_judge_solve(the_case, path, NULL, NULL, judge, error);
    unlink(path);
    return status;
}

/* Who is told to win over a party whose consent would change nothing loses what talks lack: time.
 */
static void only_consents_that_would_help_are_missing(void **state)
{
    (void)state;
    static const char text[] = "pourparler: 1\ntitle: t\nparties: [{id: a}, {id: b}, {id: c}]\n"
                               "consent: a and 1 of (b, c) and 1 of (c, true)\n"
                               "issues: [{id: x, options: [p, q]}]\n"
                               "red_lines: [{id: r, party: a, holds: x = q},\n"
                               "  {id: s, party: c, holds: x = q}]\n";
    pp_case *the_case = NULL;
    pp_judge *judge = NULL;
    assert_int_equal(
        pp_i_case_read((pp_text){text, sizeof text - 1}, "c", ".", false, NULL, &the_case, NULL),
        PP_OK);
    assert_int_equal(pp_i_judge_solve(the_case, "x=p", NULL, NULL, &judge, NULL), PP_OK);
    assert_false(judge->consents);
    assert_true(judge->parties[0].missing);
    assert_false(judge->parties[1].missing);
    assert_false(judge->parties[2].consents);
    assert_true(judge->parties[2].needed);
    assert_false(judge->parties[2].missing);
    pp_i_judge_free(judge);
    pp_i_case_free(the_case);
}

static void drafts_come_from_files_and_faults_have_places(void **state)
{
    (void)state;
    pp_case *the_case = NULL;
    pp_judge *judge = NULL;
    pp_error error = {0};
    assert_int_equal(
        pp_i_case_read((pp_text){water, sizeof water - 1}, "c", ".", false, NULL, &the_case, NULL),
        PP_OK);
    assert_int_equal(judge_file(the_case, "flow: half\nlevel: 2.5\n", &judge, &error), PP_OK);
    assert_int_equal(code_of(the_case, judge->package), 4);
    pp_i_judge_free(judge);
    judge = NULL;
    assert_int_equal(judge_file(the_case, "flow: half\nlevel: 3\n", &judge, &error),
                     PP_ERROR_ARGUMENT);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 8);
    assert_int_equal(judge_file(the_case, "flow: [half]\n", &judge, &error), PP_ERROR_INPUT);
    assert_int_equal(error.line, 1);
    assert_int_equal(judge_file(the_case, "- flow\n", &judge, &error), PP_ERROR_INPUT);
    assert_int_equal(judge_file(the_case, "flow: {half\n", &judge, &error), PP_ERROR_INPUT);
    assert_int_equal(judge_file(the_case, "", &judge, &error), PP_ERROR_INPUT);
    assert_null(judge);
    pp_i_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_agrees_with_brute_force),
        cmocka_unit_test(running_out_of_memory_is_an_error_and_leaks_nothing),
        cmocka_unit_test(drafts_with_faults_are_refused_in_words),
        cmocka_unit_test(only_consents_that_would_help_are_missing),
        cmocka_unit_test(drafts_come_from_files_and_faults_have_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
