/*
 * issues_parts.h: what the parts of grouping share; see issues.h.
 *
 * The parts return false where memory has run out.
 */
#ifndef PP_READING_ISSUES_PARTS_H
#define PP_READING_ISSUES_PARTS_H

#include "reading/clusters.h"
#include "reading/issues.h"

typedef struct pp_i_issue_maker {
    const pp_i_reading *reading;
    pp_i_arena *arena;   /* of what is found */
    pp_i_arena *scratch; /* of all else: given back when the issues are found */
    unsigned thread_count;
    pp_i_vocabulary_of_claims words;
    pp_i_claim *claims;
    size_t *points_to; /* for each statement, the one that it points to, or PP_NONE */
    const pp_i_likeness *likeness;
    pp_i_bonds bonds; /* antecedents, then words, then what is near */
    bool *partial;    /* for each statement: not all of its bonds are there */
    pp_i_clusters issues, options;
    size_t *inside;       /* telling bonds inside issues, as places in `bonds` */
    size_t *inside_start; /* for each statement that is its issue's first, where these begin */
    size_t
        *option_of; /* for each option cluster's first member, its index in the issue, or PP_NONE */
    pp_i_filed *filed;
    PP_LIST(pp_i_issue_found) made;
} pp_i_issue_maker;

/* issues_near.c: adds the bonds of statements that stand in one paragraph; linear, as each has at
 * most those of four sentences. */
bool pp_i_issues_near(pp_i_issue_maker *state);

/* The sentences from one to a later one; clauses of one sentence count once. */
size_t pp_i_issues_distance(const pp_i_report *report, size_t from, size_t to);

/* issues_bonds.c: what ties statements, and the clusters of the two clusterings. */
bool pp_i_issues_bonds(pp_i_issue_maker *state);
bool pp_i_issues_clusters(pp_i_issue_maker *state);

/* Does any member of one option name another number than a member of the other? */
bool pp_i_issues_same_numbers(const pp_i_issue_maker *state, size_t a, size_t b);

/* Do two options name other amounts of one unit? Four years do not exclude 30 million litres. */
bool pp_i_issues_other_numbers(const pp_i_issue_maker *state, size_t a, size_t b);

/* issues_options.c: joins what one party wants together. */
void pp_i_issues_join_wanted(pp_i_issue_maker *state, size_t issue);

/* issues_options.c: bonds whose two statements stand in one issue and that tell whether these are
 * one option: by words, or a bare number near an amount; by issue; linear. */
bool pp_i_issues_bonds_inside(pp_i_issue_maker *state);

/* issues_options.c: which options exclude one another; they become one part of the issue. Each pair
 * that words tie is looked at once. */
bool pp_i_issues_part(pp_i_issue_maker *state, pp_i_issue_option_found *options,
                      size_t option_count, size_t *part_count);

/* issues_titles.c: the member of an option whose words name it best; the first of equals. */
size_t pp_i_issues_name_giver(const pp_i_issue_maker *state, size_t option);
pp_text pp_i_issues_option_title(pp_i_issue_maker *state, size_t statement);

/* issues_deeds.c: the words of a statement's content that name what it is for or against. */
pp_text pp_i_issues_deed(const pp_i_issue_maker *state, const pp_i_said *said);

/* issues_deeds.c: does a statement ask that something not be, which its title affirms: "no work
 * before the summer"? */
bool pp_i_issues_is_turned(const pp_i_issue_maker *state, size_t statement);

/* issues_judged.c: of words that judge, what they judge; all of them where they do not. */
pp_text pp_i_issues_judged(const pp_i_issue_maker *state, const pp_i_said *said);

/* issues_deeds.c: the content's words from one token to another, on one line. */
pp_text pp_i_issues_words_between(const pp_i_issue_maker *state, const pp_i_said *said,
                                  const pp_i_token *tokens, uint32_t from, uint32_t to);

/* issues_titles.c: is the word a measure or a date, which ties statements and names nothing? */
bool pp_i_issues_names_nothing(pp_text form);

/* The word that weighs most over statements, as it first stands there. */
pp_text pp_i_issues_shared_word(const pp_i_issue_maker *state, const size_t *statements,
                                size_t count);

#endif
