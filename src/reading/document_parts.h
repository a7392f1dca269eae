/* document_parts.h: what document.c shares with the parts that take words out of each format. */
#ifndef PP_READING_DOCUMENT_PARTS_H
#define PP_READING_DOCUMENT_PARTS_H

#include "reading/document.h"

/* A paragraph to be: a range of the words. */
typedef struct pp_i_block {
    size_t byte_start, byte_end;
    bool is_heading;
} pp_i_block;

typedef PP_LIST(pp_i_block) pp_i_blocks;
typedef PP_LIST(pp_i_span) pp_i_spans;

/* Words and their blocks, taken out of markup. */
typedef struct pp_i_extract {
    pp_text words;
    pp_i_blocks blocks;
    const char *title; /* or null */
} pp_i_extract;

/* The paragraphs of plain text (valid UTF-8). LIMIT, MEMORY. */
pp_status pp_i_document_paragraphs(pp_text words, pp_i_arena *arena, pp_i_blocks *blocks,
                                   pp_error *error);

/* LIMIT, MEMORY. The bytes of HTML may be in any encoding that it names. */
pp_status pp_i_document_html(pp_text bytes, pp_i_arena *arena, pp_i_extract *extract,
                             pp_error *error);
pp_status pp_i_document_markdown(pp_text words, pp_i_arena *arena, pp_i_extract *extract,
                                 pp_error *error);

/* Adds the sentences of the words from `start` to `end`, one paragraph; white space inside is one
 * blank. A title that ends in no full stop is one sentence. LIMIT, MEMORY. */
pp_status pp_i_document_sentences(pp_text words, size_t start, size_t end, size_t paragraph,
                                  pp_i_arena *arena, pp_i_spans *sentences, pp_error *error);

/* Where the first sentence of the words from `start` to `end` begins behind a dateline such as
 * "LINDHAVEN (AP) - "; `start` where there is none. */
size_t pp_i_document_dateline(pp_text words, size_t start, size_t end);

/* Adds a block unless it is empty. LIMIT, MEMORY. */
pp_status pp_i_document_add_block(pp_i_arena *arena, pp_i_blocks *blocks, pp_i_block block,
                                  pp_error *error);

/* Whether a line on its own reads as a heading: short, and without an end mark. */
bool pp_i_document_is_heading(pp_text line);

/* Whether this word (in lower case) often begins a sentence and is never part of a name. */
bool pp_i_document_is_starter(pp_text lower_word);

static inline bool pp_i_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static inline bool pp_i_is_letter_or_more(char c) /* an ASCII letter, or part of a longer one */
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (unsigned char)c >= 0x80;
}

#endif
