/*
 * evidence.h: where a quotation stands in its source.
 *
 * A quotation must stand in its source. White space (any run of it counts as one blank, across
 * line breaks) and typographic marks (quotation marks, apostrophes, dashes, the one-character
 * ellipsis, no-break blanks) may differ; the place says so (`match`). An ellipsis in the
 * quotation ("...", the one-character ellipsis, or either in brackets) may skip words inside one
 * paragraph: then the whole place lies in it. Paragraphs end at a blank line; they end at a single
 * line end too where the source has no blank line between its words, or where more than half of it
 * stands in lines of more than 120 characters, which nobody has broken to fit a page. An ellipsis
 * that the source has itself is found as it stands first. An accented letter is the same in one
 * code point or in two; case counts; soft hyphens and zero-width joiners do not. A place begins
 * and ends at the edge of a word (in scripts that write letters of upper and lower case): "art" is
 * not in "party". A passage that the source repeats is one quotation with several places, which do
 * not overlap.
 *
 * Source of the selectors: w3c2017annotation (TextQuoteSelector, TextPositionSelector).
 */
#ifndef PP_CASE_EVIDENCE_H
#define PP_CASE_EVIDENCE_H

#include "base/run.h"
#include "case/case.h"

enum {
    PP_EVIDENCE_QUOTE_BYTE_COUNT_MAX = 1 << 20, /* longer ones are refused with a diagnostic */
    PP_EVIDENCE_PLACE_COUNT_MAX = 1000          /* places listed of one quotation */
};

/* A source's words made ready for finding: folded once, used for all its quotations. */
typedef struct pp_i_folded pp_i_folded;

/* `words` must be valid UTF-8 and outlive the result. PP_ERROR_MEMORY alone. Linear. */
pp_status pp_i_evidence_fold(pp_text words, pp_i_arena *arena, const pp_i_folded **folded,
                             pp_error *error);

/* All places of `quote`, in `arena`, in order; *place_count 0 where it does not stand there.
 * Linear in the source for each piece between ellipses, whatever the text. PP_ERROR_MEMORY alone. */
pp_status pp_i_evidence_find(const pp_i_folded *folded, pp_text quote, pp_i_arena *arena,
                             const pp_i_quote_place **places, size_t *place_count,
                             pp_error *error);

/*
 * The passage of the source that is most like a quotation that was not found, for "the closest
 * passage is": by shared words in a window of the quotation's length, ties to the first. False (and
 * nothing set) where no passage shares at least half of the words. Bounded work.
 */
bool pp_i_evidence_closest(const pp_i_folded *folded, pp_text quote, pp_i_arena *scratch,
                           pp_i_quote_place *place);

/* Words around a place, for TextQuoteSelector: at most `code_points` before and behind, on whole
 * code points. */
void pp_i_evidence_context(pp_text words, const pp_i_quote_place *place, size_t code_points,
                           pp_text *prefix, pp_text *suffix);

void pp_i_evidence_sha256(pp_text words, unsigned char digest[PP_SHA256_SIZE]);

#endif
