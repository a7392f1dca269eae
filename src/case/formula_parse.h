/*
 * formula_parse.h: what the parser of formulas (formula_parse.c) and the words for its faults
 * (formula_fault.c) share. Used by these two alone.
 */
#ifndef PP_CASE_FORMULA_PARSE_H
#define PP_CASE_FORMULA_PARSE_H

#include "case/case.h"
#include "case/formula_lexer.h"

/* A parenthesis that is still open, or the formula as a whole. */
typedef struct pp_i_formula_frame {
    pp_i_token open;       /* its "(" */
    bool counts;           /* the list behind `k of` */
    uint32_t threshold;    /* k */
    pp_i_token count;      /* the token of k */
    size_t base;           /* values below belong to frames below */
    size_t or_start;       /* where the alternatives of the current disjunction start */
    size_t and_start;      /* where the parts of the current conjunction start */
    size_t not_count;      /* `not`s that wait for the next unit */
    pp_i_token connective; /* implies, if or iff, where one was read; else of kind END */
} pp_i_formula_frame;

typedef struct pp_i_formula_parser {
    pp_text words;
    const struct pp_i_yaml_node *at; /* may be null */
    const pp_i_vocabulary *vocabulary;
    bool consent; /* else a formula over issues */
    pp_i_arena *scratch;
    pp_i_diagnostics *diagnostics;
    pp_i_token token; /* the next one */
    PP_LIST(pp_i_formula_node) nodes;
    PP_LIST(uint32_t) values; /* nodes that wait for a parent */
    pp_i_formula_frame frames[PP_FORMULA_DEPTH_MAX + 1];
    size_t frame_count;
    size_t depth; /* parentheses and `not`s around the next unit */
    bool done;
    bool faulty; /* a fault was diagnosed; else a false result means that memory has run out */
} pp_i_formula_parser;

/* Each notes one fault, at a token where it takes one, and returns false. */
bool pp_i_formula_fault_unit(pp_i_formula_parser *parser);
bool pp_i_formula_fault_joint(pp_i_formula_parser *parser);
bool pp_i_formula_fault_chain(pp_i_formula_parser *parser, pp_i_token first);
bool pp_i_formula_fault_open(pp_i_formula_parser *parser, pp_i_token open);
bool pp_i_formula_fault_limit(pp_i_formula_parser *parser, const char *what, unsigned most);
bool pp_i_formula_fault_subject(pp_i_formula_parser *parser);
bool pp_i_formula_fault_operator(pp_i_formula_parser *parser, const pp_i_issue *issue);
bool pp_i_formula_fault_list(pp_i_formula_parser *parser, const pp_i_issue *issue);
bool pp_i_formula_fault_option(pp_i_formula_parser *parser, const pp_i_issue *issue);
bool pp_i_formula_fault_number(pp_i_formula_parser *parser, const pp_i_issue *issue);
bool pp_i_formula_fault_order(pp_i_formula_parser *parser, pp_i_token sign, const pp_i_issue *issue,
                              size_t option);
bool pp_i_formula_fault_count(pp_i_formula_parser *parser, pp_i_token count, size_t most);

#endif
