/*
 * names_scan.h: what the parts of the scan of one sentence share (names_scan.c, names_beside.c,
 * names_spans.c, names_titles.c, names_descriptions.c); nobody else includes it.
 */
#ifndef PP_READING_NAMES_SCAN_H
#define PP_READING_NAMES_SCAN_H

#include "reading/names_parts.h"

/* The sentence under way. */
typedef struct pp_i_scanner {
    pp_i_finder *finder;
    const pp_i_sentence *sentence;
    size_t index;
    size_t found_first; /* what this sentence has added starts here */
    bool is_title_case; /* a heading in capitals: capitals tell nothing */
    uint32_t done;      /* tokens before it belong to something */
} pp_i_scanner;

pp_text pp_i_scan_form(const pp_i_scanner *scanner, uint32_t token);

bool pp_i_scan_is_capital(pp_text word);

/* The one before, without a blank. */
bool pp_i_scan_touches(const pp_i_scanner *scanner, uint32_t token);

bool pp_i_scan_is_form(const pp_i_scanner *scanner, uint32_t token, const char *text);

bool pp_i_scan_is_possessive(const pp_i_scanner *scanner, uint32_t token);

/* The longest known name that starts at `token`: how many tokens, 0 where none. */
uint32_t pp_i_scan_match_known(const pp_i_scanner *scanner, uint32_t token,
                               const pp_i_known **known, pp_i_known_kind *kind);

/* "Jordan" in "Michael Jordan" and "Jordan Peterson": the parse hangs the names together. */
bool pp_i_scan_is_part_of_person(const pp_i_scanner *scanner, uint32_t token, uint32_t end);

/* A proper name by its tag, with a capital. */
bool pp_i_scan_is_proper(const pp_i_token *token);

/* Whether the token can be part of a name by its capital. */
bool pp_i_scan_is_name_token(const pp_i_scanner *scanner, uint32_t token);

/* What a secretary is of, in a title: "Secretary of State". */
bool pp_i_scan_is_state_or_so(const pp_i_scanner *scanner, uint32_t token);

/* Where the span of names that starts at `token` ends; connectors inside it. */
uint32_t pp_i_scan_span_end(const pp_i_scanner *scanner, uint32_t token);

/* The token of [start, end) on which the rest hangs: whose own head is outside; the name's own. */
uint32_t pp_i_scan_head_of(const pp_i_scanner *scanner, uint32_t start, uint32_t end,
                           uint32_t name_start, uint32_t name_end);

pp_i_found *pp_i_scan_add(pp_i_scanner *scanner, pp_i_found found);

pp_i_gender pp_i_scan_gender_of(const pp_i_scanner *scanner, uint32_t start, uint32_t end);

/* The one that owns what starts at `start`: "X's", "the X" right before, or the newest modifier. */
size_t pp_i_scan_owner_before(const pp_i_scanner *scanner, uint32_t start);

/* A description that ends with the noun at `token`: "the union", "Russian officials". */
void pp_i_scan_add_description(pp_i_scanner *scanner, uint32_t token);

void pp_i_scan_add_pronoun(pp_i_scanner *scanner, uint32_t token);

/* "the chief executive, X," and "X, prime minister of": an office beside a name is a person's. */
bool pp_i_scan_is_called_body(const pp_i_scanner *scanner, pp_i_found_kind kind, uint32_t start,
                              uint32_t end);
bool pp_i_scan_has_role_beside(const pp_i_scanner *scanner, uint32_t start, uint32_t end);

/* names_titles.c: how many tokens of a title stand at `at`; where one begins inside the span,
 * behind somebody else's name, or `end`. */
uint32_t pp_i_scan_title_length(const pp_i_scanner *scanner, uint32_t at, uint32_t end);
uint32_t pp_i_scan_title_within(const pp_i_scanner *scanner, uint32_t at, uint32_t end);

/* Is the word one of a name because a title goes on or begins behind it: "Deputy Foreign Minister
 * Ann Lund" at the start of a sentence, "Unite convenor Ann Lund"? */
bool pp_i_scan_begins_title(const pp_i_scanner *scanner, uint32_t token);

/* Does a word for a people begin there, with a title and its bearer behind it, "Karsian Foreign
 * Minister Ann Lund", or a party's name, "Social Democrats"? */
bool pp_i_scan_begins_people(const pp_i_scanner *scanner, uint32_t token);

/* Does the sentence begin with a field and its minister: "Fisheries minister Ann Lund"? */
bool pp_i_scan_begins_portfolio(const pp_i_scanner *scanner);

/* Sets the owner of what was found at `index`: the one named behind "of", "for", "at", "from" or
 * "with", or behind "in" of officials in a capital. */
void pp_i_scan_set_owner_behind(pp_i_scanner *scanner, size_t index);

/* Sets whom apposition says it is: "X, the union's chief negotiator,". */
void pp_i_scan_set_apposition(pp_i_scanner *scanner, size_t index);

/* "Greek Cypriots", "Bosnian Serb": how many words of a second people stand at `at`; 0: none. */
uint32_t pp_i_scan_people(const pp_i_scanner *scanner, uint32_t at);

#endif
