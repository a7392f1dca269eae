/*
 * fuzz_genius.c: whatever stands in a domain and a profile of GENIUS, reading them
 * ends, with a case that can be read or with diagnostics.
 */
#include "exchange/genius/genius.h"
#include "two_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return two_files_read(data, size, "domain.xml", "profile.xml", pp_i_genius_read);
}
