/* evidence.c: what surrounds a place, and the fingerprint of a source; see evidence.h. */
#include "case/evidence.h"

#include <sodium/crypto_hash_sha256.h>

_Static_assert(PP_SHA256_SIZE == crypto_hash_sha256_BYTES, "the size of a SHA-256 digest");

static bool begins_code_point(pp_text words, size_t at)
{
    return ((unsigned char)words.data[at] & 0xC0) != 0x80;
}

void pp_i_evidence_context(pp_text words, const pp_i_quote_place *place, size_t code_points,
                           pp_text *prefix, pp_text *suffix)
{
    size_t start = place->byte_start, end = place->byte_end;
    for (size_t left = code_points; left > 0 && start > 0; left--) {
        start--;
        while (start > 0 && !begins_code_point(words, start))
            start--;
    }
    for (size_t left = code_points; left > 0 && end < words.length; left--) {
        end++;
        while (end < words.length && !begins_code_point(words, end))
            end++;
    }
    *prefix = (pp_text){words.data + start, place->byte_start - start};
    *suffix = (pp_text){words.data + place->byte_end, end - place->byte_end};
}

/* Without sodium_init: hashing needs none of what it sets up, and it would open a device. */
void pp_i_evidence_sha256(pp_text words, unsigned char digest[PP_SHA256_SIZE])
{
    const char *data = words.length == 0 ? "" : words.data;
    crypto_hash_sha256(digest, (const unsigned char *)data, words.length);
}
