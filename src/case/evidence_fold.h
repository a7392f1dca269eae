/*
 * evidence_fold.h: a text with everything taken out of it that a quotation may write otherwise.
 *
 * A text is a row of elements. An element is a run of white space, or one character with the marks
 * that combine with it (and a Hangul syllable with its parts); what is invisible (soft hyphen, zero
 * width joiners and spaces, byte order mark) belongs to none. An element folds to
 *   - one blank, where it is white space (Unicode White_Space, no-break spaces too);
 *   - ' or " for quotation marks and apostrophes, - for hyphens, dashes and the minus, ... for the
 *     one-character ellipsis;
 *   - else to its canonical decomposition in canonical order, so that NFC and NFD are the same.
 * Case is kept. Two texts say the same where their folded bytes are equal, from the edge of an
 * element to the edge of an element.
 *
 * The way back from folded bytes to the source: one bit for each folded byte and one for each byte
 * of the source say where an element begins; the k-th of the one belongs to the k-th of the other.
 * So a source of n ASCII bytes costs about 1.75 n bytes, not an offset for each of them.
 *
 * Source: Unicode Standard Annex 15 (canonical ordering; its bound on marks), PropList.txt
 * (White_Space, Quotation_Mark, Dash).
 */
#ifndef PP_CASE_EVIDENCE_FOLD_H
#define PP_CASE_EVIDENCE_FOLD_H

#include "base/bitset.h"
#include "case/evidence.h"

/* Marks of one character that are brought into canonical order together; those after them are
 * ordered anew. UAX 15 calls texts with at most 30 "stream-safe". */
enum { PP_FOLD_MARK_COUNT_MAX = 32 };

/* A line of more characters than this has not been broken to fit a page; it is a paragraph. */
enum { PP_FOLD_LINE_LENGTH_MAX = 120 };

/* Bits (or bytes) that share one entry in a table of counts. */
enum { PP_FOLD_BLOCK = 512 };

/* A set of positions that knows how many lie before one, and where the k-th is. */
typedef struct pp_i_marks {
    pp_i_word *bits;
    size_t bit_count;
    size_t *before; /* for each block: how many lie before it */
    size_t block_count;
} pp_i_marks;

struct pp_i_folded {
    pp_text words;
    const char *bytes; /* folded */
    size_t length;
    pp_i_marks edges;           /* over folded bytes: where an element begins */
    pp_i_marks origins;         /* over the source's bytes: where an element begins */
    pp_i_word *paragraph_ends;  /* over folded bytes: blanks at which a paragraph ends */
    size_t *code_points_before; /* for each block of the source's bytes */
};

/* Does an element begin (or the text end) at folded byte `at`? */
static inline bool pp_i_folded_is_edge(const pp_i_folded *folded, size_t at)
{
    return at == folded->length || pp_i_bit_get(folded->edges.bits, at);
}

/* The code point at folded byte `at`; folded bytes are always valid UTF-8. */
int32_t pp_i_folded_code_point(const pp_i_folded *folded, size_t at, size_t *length);

/* The first code point of the element that holds folded byte `at`. */
int32_t pp_i_folded_base(const pp_i_folded *folded, size_t at);

/* The place in the source of the folded bytes from `start` to `end` (not empty), whole elements;
 * `match` is not set. */
pp_i_quote_place pp_i_folded_place(const pp_i_folded *folded, size_t start, size_t end);

/* A letter, a mark or a digit: what words are made of. */
bool pp_i_folded_is_word(int32_t code_point);

#endif
