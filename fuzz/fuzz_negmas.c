/*
 * fuzz_negmas.c: whatever stands in an outcome space and a utility function of NegMAS, reading them
 * ends, with a case that can be read or with diagnostics.
 */
#include "exchange/negmas/negmas.h"
#include "two_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return two_files_read(data, size, "space.yml", "party.yml", pp_i_negmas_read);
}
