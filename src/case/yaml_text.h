/*
 * yaml_text.h: the text beneath a YAML tree: is it one that libyaml can read, where in it does
 * something stand, and what libyaml's errors mean in plain words. Used by yaml.c alone.
 */
#ifndef PP_CASE_YAML_TEXT_H
#define PP_CASE_YAML_TEXT_H

#include <yaml.h>

#include "base/arena.h"
#include "base/diagnostic.h"

/* A place that moves through a valid text; libyaml gives places as code points from the start. */
typedef struct pp_i_yaml_cursor {
    pp_text text;
    size_t index; /* code points before this place */
    size_t byte;
    size_t line_index; /* code points before this line */
    size_t line;       /* from 1 */
} pp_i_yaml_cursor;

void pp_i_yaml_cursor_init(pp_i_yaml_cursor *cursor, pp_text text);

/* Moves to `index` code points from the start. Forwards it costs the distance; backwards, the whole
 * way from the start. */
void pp_i_yaml_cursor_move(pp_i_yaml_cursor *cursor, size_t index);

/* Where the cursor stands. */
pp_i_place pp_i_yaml_cursor_place(const pp_i_yaml_cursor *cursor);

/* Without the byte order mark at the start. */
pp_text pp_i_yaml_without_mark(pp_text text);

/* Diagnoses what makes `text` unreadable as a whole: its size, UTF-16, bytes that are not UTF-8,
 * NUL and other control characters. False where there is such a fault. */
bool pp_i_yaml_text_check(pp_text text, pp_i_diagnostics *diagnostics);

/* Where the text is JSON (it begins with a brace or bracket): with each pair of escapes that stands
 * for one code point beyond U+FFFF, as JSON writes these, made the one escape that YAML knows. The
 * text itself where there is none, else a copy in `arena`. False where memory has run out. */
bool pp_i_yaml_join_surrogates(pp_text text, pp_i_arena *arena, pp_text *joined);

/* Diagnoses the syntax error at which `parser` stopped. */
void pp_i_yaml_syntax_error(const yaml_parser_t *parser, pp_text text,
                            pp_i_diagnostics *diagnostics);

#endif
