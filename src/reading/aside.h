/*
 * aside.h: parses a sentence anew without an aside that led the parser astray: "Zarif, however,
 * dismissed talk of an extension" is read as "Zarif dismissed talk of an extension", and the aside
 * is hung on what it stands beside.
 *
 *     pp_i_sentence_analyse(language, text, at, paragraph, arena, &sentence, &used, error);
 *     pp_i_aside_parse(language, arena, &sentence, error);
 *
 * Only sentences in which no verb behind the aside has its subject before it are parsed again, and
 * the new parse is taken only where one then has.
 */
#ifndef PP_READING_ASIDE_H
#define PP_READING_ASIDE_H

#include "reading/language.h"

/* Changes tags, lemmas, heads and relations in place; the sentence stays a tree with one root. At
 * most ASIDE_COUNT_MAX asides are tried. Errors: MEMORY. */
pp_status pp_i_aside_parse(const pp_i_language *language, pp_i_arena *arena,
                           pp_i_sentence *sentence, pp_error *error);

#endif
