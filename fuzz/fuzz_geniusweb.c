/*
 * fuzz_geniusweb.c: whatever stands in two profiles of GeniusWeb, reading them
 * ends, with a case that can be read or with diagnostics.
 */
#include "exchange/geniusweb/geniusweb.h"
#include "two_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return two_files_read(data, size, "a.json", "b.json", pp_i_geniusweb_read);
}
