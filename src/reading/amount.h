/*
 * amount.h: numbers in what is said: how many of what, and whether as a bound.
 *
 *     if (pp_i_amount_at(words, count, 3, &amount)) ...    // "not less than 26 per cent"
 *
 * Two amounts answer one question only where they are of one unit: nine per cent and a bonus of
 * 2,500 go together, nine and four per cent do not.
 */
#ifndef PP_READING_AMOUNT_H
#define PP_READING_AMOUNT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/text.h"
#include "reading/statement.h"

typedef enum pp_i_unit {
    PP_UNIT_THING, /* whatever is counted: ships, seats, tonnes */
    PP_UNIT_TIME,  /* years, days: how long */
    PP_UNIT_PERCENT,
    PP_UNIT_MONEY,
    PP_UNIT_DATE, /* a year or a day: when */
    PP_UNIT_BARE  /* a number alone: "would go to 435" */
} pp_i_unit;

typedef enum pp_i_bound {
    PP_BOUND_EXACT,
    PP_BOUND_AT_LEAST, /* "no less than 26", "26 or more" */
    PP_BOUND_AT_MOST,  /* "up to 26" */
    PP_BOUND_ABOVE,    /* "more than 26" */
    PP_BOUND_BELOW     /* "anything less than 26" */
} pp_i_bound;

typedef struct pp_i_amount {
    pp_text number; /* as in the text; empty: no amount */
    double value;   /* with "thousand", "million" */
    pp_i_unit unit;
    pp_i_bound bound;
    bool denied; /* the bound is made by a denial: "no more than" */
} pp_i_amount;

/* The amount that begins at word `at`, if one does: the word has a digit in front, or is a number
 * from "two" on. "One" is as often a pronoun or an article; "two hundred" is 200. */
bool pp_i_amount_at(const pp_text *words, size_t count, size_t at, pp_i_amount *amount);

/* The amount that a text is about: its first that is no date, else its first. */
pp_i_amount pp_i_amount_of_words(const pp_text *words, size_t count);
pp_i_amount pp_i_amount_of_text(pp_text text);
/* Of the words of a sentence from one token to another, but for those of `but`, which may be null.
 */
pp_i_amount pp_i_amount_of_tokens(const pp_i_sentence *sentence, uint32_t start, uint32_t end,
                                  const pp_i_passage *but);

/* Can the units be one? A bare number has any but that of a date. */
bool pp_i_units_meet(pp_i_unit a, pp_i_unit b);

/* Do both name an amount, and not the same? */
bool pp_i_amounts_differ(const pp_i_amount *a, const pp_i_amount *b);

/* The bound without its denial: "more than", of "no more than". */
void pp_i_amount_affirm(pp_i_amount *amount);

/* Does `value` lie within what the amount says? */
bool pp_i_amount_holds(const pp_i_amount *amount, double value);

/* "dollars", "krone": a word for money. */
bool pp_i_is_currency(pp_text word);

/* The text without the words before its amount that make it a bound: "26 per cent", of "less than
 * 26 per cent". The text itself where there are none, or where memory has run out. */
pp_text pp_i_amount_plain(pp_i_arena *arena, pp_text text);

#endif
