/*
 * document.h: a report as the reader sees it: its words, its paragraphs, its sentences.
 *
 *     pp_i_document_read("report.html", PP_FORMAT_GUESS, arena, &document, error);
 *     pp_i_repeats_mark(repeats, 0, document, error);     // what was there before counts once
 *
 * Every offset is of `words`: the file's own bytes for plain text, so that a place is a place in
 * the source; for Markdown and HTML the text taken out of it, which is kept beside the draft.
 * Navigation, scripts, captions, page headers and footers of HTML are left out. Nothing is ever
 * fetched.
 */
#ifndef PP_READING_DOCUMENT_H
#define PP_READING_DOCUMENT_H

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "pourparler/error.h"

enum {
    PP_DOCUMENT_BYTE_COUNT_MAX = 256 << 20,       /* of a file; larger ones are refused */
    PP_DOCUMENT_MARKUP_BYTE_COUNT_MAX = 64 << 20, /* of HTML or Markdown */
    PP_DOCUMENT_HTML_DEPTH_MAX = 512, /* elements within elements; deeper HTML is refused */
    PP_DOCUMENT_PARAGRAPH_COUNT_MAX = 1 << 20,
    PP_DOCUMENT_SENTENCE_COUNT_MAX = 1 << 21,
    PP_DOCUMENT_DATE_PARAGRAPH_COUNT_MAX = 12, /* at the start: one may be a date and no more */
    PP_SENTENCE_BYTE_COUNT_MAX = 4096 /* longer ones are cut at a blank */
};

typedef enum pp_i_format {
    PP_FORMAT_GUESS, /* by the name's ending, then by the first bytes; plain where neither tells */
    PP_FORMAT_PLAIN,
    PP_FORMAT_MARKDOWN,
    PP_FORMAT_HTML
} pp_i_format;

typedef enum pp_i_repeat {
    PP_REPEAT_NONE, /* said here first */
    PP_REPEAT_SAME, /* the same words; case, white space and typographic marks may differ */
    PP_REPEAT_NEAR  /* nearly the same words; never another number, negation, modal or name */
} pp_i_repeat;

/* Where something was said first: a paragraph's or a sentence's index in a report's. */
typedef struct pp_i_first {
    size_t document; /* the number that the report was marked with, or PP_NONE */
    size_t index;    /* PP_NONE where this place is the first */
} pp_i_first;

typedef struct pp_i_span {
    size_t byte_start, byte_end; /* of the document's words, without blanks at the ends */
    size_t paragraph;
    pp_i_first same_as; /* a sentence of eight words or more that was said before, word for word */
} pp_i_span;

typedef struct pp_i_paragraph {
    size_t byte_start, byte_end; /* of the document's words, without blanks at the ends */
    size_t sentence_first, sentence_count;
    bool is_heading; /* a title or a heading: named, in the reader's eyes, but not said by anyone */
    pp_i_repeat repeat;
    pp_i_first same_as;
} pp_i_paragraph;

typedef struct pp_i_document {
    const char *name;      /* as the user named the file; "-" for standard input */
    const char *title;     /* HTML's own title, the first heading, or null */
    pp_i_format format;    /* never PP_FORMAT_GUESS */
    pp_text words;         /* valid UTF-8, NUL follows */
    bool words_are_source; /* false: the words were taken out of markup, or bytes were repaired */
    size_t invalid_byte_count; /* bytes that were no UTF-8 and stand as U+FFFD in the words */
    pp_i_paragraph *paragraphs;
    size_t paragraph_count;
    pp_i_span *sentences; /* in order; those of a paragraph stand together */
    size_t sentence_count;
} pp_i_document;

/*
 * Reads `path` ("-": standard input). Everything lies in `arena`, also what was needed meanwhile.
 * An empty file is a document without paragraphs. Errors: SYSTEM where it cannot be read, LIMIT
 * where it exceeds a limit above, INPUT where it is no text (PDF, UTF-16, an archive), MEMORY. Time
 * and memory linear in the file's size.
 */
pp_status pp_i_document_read(const char *path, pp_i_format format, pp_i_arena *arena,
                             pp_i_document **document, pp_error *error);

/* The same from bytes, which must outlive the document (they are its words where it can be). */
pp_status pp_i_document_parse(const char *name, pp_text bytes, pp_i_format format,
                              pp_i_arena *arena, pp_i_document **document, pp_error *error);

/*
 * What has been read before, over any number of reports, in memory that does not grow with their
 * length: a fixed number of bytes for each paragraph, up to PP_REPEATS_PARAGRAPH_COUNT_MAX of them
 * (later ones are still compared, but not remembered). Near-duplicates by MinHash over runs of
 * three words. Source: broder1997resemblance. For one thread; the order of marking decides which
 * place is the first, so mark in the order of the command line.
 */
typedef struct pp_i_repeats pp_i_repeats;
enum { PP_REPEATS_PARAGRAPH_COUNT_MAX = 1 << 19 };

/* In `arena`, which must outlive it and grows as reports are marked. MEMORY alone. */
pp_status pp_i_repeats_new(pp_i_arena *arena, pp_i_repeats **repeats, pp_error *error);

/* Sets `repeat` and `same_as` of the document's paragraphs and sentences, and remembers them under
 * `number`, which is each report's own. MEMORY alone; then some may be unmarked. */
pp_status pp_i_repeats_mark(pp_i_repeats *repeats, size_t number, pp_i_document *document,
                            pp_error *error);

/* Whether the sentence is to be read: neither it nor its paragraph stood somewhere before. */
static inline bool pp_i_document_is_first(const pp_i_document *document, size_t sentence)
{
    const pp_i_span *span = &document->sentences[sentence];
    return span->same_as.index == PP_NONE &&
           document->paragraphs[span->paragraph].repeat == PP_REPEAT_NONE;
}

#endif
