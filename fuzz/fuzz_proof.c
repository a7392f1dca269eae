/*
 * fuzz_proof.c: any bytes as a proof about one fixed case, in which no agreement is possible: no
 * crash, no leak, and whatever holds without further assumptions says the truth.
 */
#include <stdint.h>
#include <stdlib.h>

#include "case/reader.h"
#include "method/proof/proof.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIZE_MAX_FUZZED = 1 << 16, BLOCKING_COUNT = 1, CONCESSION_COUNT = 4 };

static const char CASE[] = "pourparler: 1\n"
                           "title: A dam\n"
                           "parties: [{id: up}, {id: low}, {id: c}]\n"
                           "consent: up and (low or c)\n"
                           "issues:\n"
                           "  - {id: flow, options: [none, half, full]}\n"
                           "  - {id: dam, options: [build, stop]}\n"
                           "  - {id: share, options: [1, 2]}\n"
                           "links: [{rule: dam = stop implies flow = full}]\n"
                           "red_lines:\n"
                           "  - {id: a, party: up, holds: flow != full}\n"
                           "  - {id: b, party: low, holds: dam = stop or share = 2}\n"
                           "  - {id: c, party: low, holds: share = 1}\n"
                           "  - {id: d, party: c, holds: flow = full}\n";

static void check(bool holds)
{
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > SIZE_MAX_FUZZED)
        return 0;
    pp_case *the_case = NULL;
    check(pp_i_case_read(PP_TEXT(CASE), "case.yaml", ".", false, NULL, &the_case, NULL) == PP_OK);
    pp_control control = {.step_count_max = 200000};
    pp_proof_verdict verdict;
    pp_error error;
    pp_status status = pp_i_proof_check(the_case, (pp_text){(const char *)data, size}, "proof.json",
                                        &control, &verdict, &error);
    if (status == PP_OK) {
        check((verdict.outcome == PP_PROOF_HOLDS) == (verdict.reason[0] == '\0'));
        if (verdict.question[0] == '\0' && verdict.outcome != PP_PROOF_REFUSED)
            check(verdict.verdict != PP_VERDICT_SOME);
        if (verdict.question[0] == '\0' && verdict.outcome == PP_PROOF_HOLDS)
            check(verdict.blocking_count == BLOCKING_COUNT &&
                  verdict.concession_count == CONCESSION_COUNT);
    } else {
        check(status == PP_ERROR_INPUT && error.message[0] != '\0');
    }
    pp_i_case_free(the_case);
    return 0;
}
