/* If these fail, a program that runs out of memory over another program's file loses more than the
 * file: it crashes, leaks, or is handed half a case as if it were a whole one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "pourparler/pourparler.h"

#define INPUTS PP_TEST_ROOT "/tests/golden/inputs/"

enum { ROUND_COUNT_MAX = 20000 };

typedef struct reading {
    const char *format;
    const char *paths[4];
    size_t count;
    pp_status wanted;
} reading;

static const reading readings[] = {
    {"genius", {INPUTS "genius/domain.xml", INPUTS "genius/buyer.xml"}, 2, PP_OK},
    {"genius", {INPUTS "genius/domain.xml", INPUTS "genius/broken.xml"}, 2, PP_ERROR_INPUT},
    {"geniusweb", {INPUTS "geniusweb/buyer.json", INPUTS "geniusweb/seller.json"}, 2, PP_OK},
    {"geniusweb",
     {INPUTS "geniusweb/buyer.json", INPUTS "geniusweb/stranger.json"},
     2,
     PP_ERROR_INPUT},
    {"negmas",
     {INPUTS "negmas/tenant.yml", INPUTS "negmas/owner.json", INPUTS "negmas/lease.yml"},
     3,
     PP_OK},
    {"negmas", {INPUTS "negmas/space.yml", INPUTS "negmas/odd.yml"}, 2, PP_ERROR_INPUT},
    {"gmcr", {INPUTS "gmcr/ford.gmcr"}, 1, PP_OK},
    {"gmcr", {INPUTS "gmcr/place.gmcr"}, 1, PP_ERROR_INPUT},
    {"sheets", {INPUTS "sheets/wages.csv"}, 1, PP_OK},
    {"sheets", {INPUTS "sheets/odd.csv"}, 1, PP_ERROR_INPUT},
};

/* Reads with ever more memory. Whatever is handed over is whole: the same bytes as with enough. */
static void imports_survive(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof readings / sizeof *readings; k++) {
        const reading *of = &readings[k];
        pp_import *whole = NULL;
        pp_status wanted = pp_import_read(of->format, of->paths, of->count, NULL, &whole, NULL);
        assert_int_equal(wanted, of->wanted);
        size_t fail_at = 1;
        for (bool reached = true; reached; fail_at++) {
            failing_allocator memory;
            pp_allocator allocator = failing_allocator_make(&memory, fail_at);
            pp_control control = {.allocator = &allocator};
            pp_import *read = NULL;
            pp_status status =
                pp_import_read(of->format, of->paths, of->count, &control, &read, NULL);
            reached = memory.call_count >= fail_at;
            if (status != (reached ? PP_ERROR_MEMORY : wanted))
                fail_msg("%s: status %d where allocation %zu fails", of->format, (int)status,
                         fail_at);
            if (status == PP_OK)
                assert_string_equal(read->text, whole->text);
            pp_import_free(read);
            assert_int_equal(memory.held_count, 0);
            assert_true(fail_at < ROUND_COUNT_MAX);
        }
        assert_true(fail_at > 3);
        pp_import_free(whole);
    }
}

static const char exact[] =
    "pourparler: 1\ntitle: Port\nparties: [{id: rail}, {id: coast}]\n"
    "issues: [{id: toll, options: [low, high], decided_by: rail}, {id: dry, options: [no, yes], "
    "decided_by: coast}]\n"
    "links: [{rule: toll = low or dry = yes}]\n"
    "preferences:\n"
    "  rail: {values: {toll: {low: 1/3, high: 1}, dry: {no: 0, yes: 1}}, weights: {toll: 1/3, dry: "
    "2/3}, no_deal: 1/7}\n"
    "  coast: {values: {toll: {low: 0, high: 1}, dry: {no: 0.5, yes: 0}}, weights: {toll: 0.5, "
    "dry: "
    "0.5}}\n";

static void exports_survive(void **state)
{
    (void)state;
    pp_case *the_case = NULL;
    assert_int_equal(
        pp_case_parse(exact, strlen(exact), "case.yaml", ".", NULL, NULL, &the_case, NULL), PP_OK);
    for (const char *const *format = pp_export_formats(); *format != NULL; format++) {
        pp_export *whole = NULL;
        pp_status wanted = pp_export_make(*format, the_case, NULL, &whole, NULL);
        size_t fail_at = 1;
        for (bool reached = true; reached; fail_at++) {
            failing_allocator memory;
            pp_allocator allocator = failing_allocator_make(&memory, fail_at);
            pp_control control = {.allocator = &allocator};
            pp_export *made = NULL;
            pp_status status = pp_export_make(*format, the_case, &control, &made, NULL);
            reached = memory.call_count >= fail_at;
            if (status != (reached ? PP_ERROR_MEMORY : wanted))
                fail_msg("%s: status %d where allocation %zu fails", *format, (int)status, fail_at);
            for (size_t i = 0; status == PP_OK && i < made->file_count; i++)
                assert_string_equal(made->files[i].name, whole->files[i].name);
            pp_export_free(made);
            assert_int_equal(memory.held_count, 0);
            assert_true(fail_at < ROUND_COUNT_MAX);
        }
        assert_true(fail_at > 3);
        pp_export_free(whole);
    }
    pp_case_free(the_case);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(imports_survive),
        cmocka_unit_test(exports_survive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
