/*
 * model.h: a case and a question made numeric for the engine.
 *
 * Variables: the issues in the order of the case, then auxiliary ones (table.h). Hard factors: what
 * defines these, then links and assumptions. Soft factors: the red lines that count; the element is
 * the red line's place in the case, the group its party. How it is used: make one, then restrict
 * its problem to the red lines that a question is about.
 */
#ifndef PP_MODEL_MODEL_H
#define PP_MODEL_MODEL_H

#include "model/coalitions.h"
#include "model/table.h"
#include "pourparler/question.h"

typedef struct pp_i_model {
    const pp_case *the_case;
    pp_i_date date;            /* on which the question is asked; 0: none */
    const pp_i_formula *rules; /* the case's links, then the assumptions */
    size_t rule_count;
    const pp_i_table *rule_tables;
    const uint32_t *rule_factors; /* where each one's hard factor stands in the problem */
    const char *const *assumed;   /* as given; copied */
    size_t assumed_count;
    const pp_i_word *counting; /* red lines: on the date, not dropped */
    size_t counting_count;
    const pp_i_table *line_tables; /* [red line]; empty for those that do not count */
    const size_t *table; /* parties at the table, as given, each once; none: the case's own rule */
    size_t table_count;
    pp_i_formula consent;      /* the rule in effect; always a formula */
    pp_i_party_set named;      /* the parties that it names */
    pp_i_party_set can_refuse; /* those with a red line that counts */
    pp_i_coalitions coalitions;
    const pp_i_word *relevant; /* red lines that count, of parties that the rule names */
    size_t word_count;         /* of a set of red lines */
    pp_i_problem problem;
} pp_i_model;

/*
 * Makes the model of `the_case` under `question` (may be null), in `arena`, which must outlive it.
 * Errors: ARGUMENT (no date, an unknown red line or party, a formula with a fault: said in words),
 * LIMIT (more auxiliary variables than a problem may have), MEMORY.
 */
pp_status pp_i_model_make(const pp_case *the_case, const pp_question *question, pp_i_arena *arena,
                          pp_i_model *model, pp_error *error);

/* The counting red lines of a set of parties, in `arena`; null where memory has run out. */
pp_i_word *pp_i_model_lines_of(const pp_i_model *model, const pp_i_party_set *parties,
                               pp_i_arena *arena);

/* The problem without links, assumptions and red lines: what defines auxiliary variables alone. */
bool pp_i_model_bare(const pp_i_model *model, pp_i_arena *arena, pp_i_problem *problem);

/* "did you mean", and which ids there are, as a hint of `error`. `what`: "parties", say. */
void pp_i_model_hint_ids(pp_error *error, const char *what, pp_text wrong, const pp_text *ids,
                         size_t id_count);

#endif
