/*
 * preference_conflict.c: preferences of one party that no profile satisfies together.
 *
 * Everything that a case says of a party is cut into statements: one pair of an order or of the
 * importance, one comparison of packages, one item on no deal. Where no profile is admissible,
 * statements are left out one by one for as long as none is (a deletion filter): what remains
 * contradicts itself, and none of it can be left out. Exact values and weights stay throughout.
 */
#include "method/checking/parts.h"
#include "model/admissible.h"

typedef enum statement_kind { IMPORTANCE, ORDER, COMPARISON, NO_DEAL } statement_kind;

typedef struct statement {
    statement_kind kind;
    size_t of;       /* which order, comparison or item */
    pp_i_chain pair; /* IMPORTANCE, ORDER */
    pp_i_place place;
    bool kept;
} statement;

typedef PP_LIST(statement) statement_list;

static bool add_chain(pp_i_arena *arena, statement_kind kind, size_t of, const pp_i_chain *chain,
                      statement_list *list)
{
    for (size_t i = 1; i < chain->count; i++) {
        statement one = {.kind = kind, .of = of, .place = chain->place, .kept = true};
        one.pair = (pp_i_chain){.subjects = chain->subjects + i - 1,
                                .tied = chain->tied + i - 1,
                                .count = 2,
                                .place = chain->place};
        if (!PP_LIST_ADD(arena, list, one))
            return false;
    }
    return true;
}

static bool add_others(pp_i_arena *arena, const pp_i_preference *of, statement_list *list)
{
    for (size_t i = 0; i < of->compare_count; i++) {
        statement one = {.kind = COMPARISON, .of = i, .place = of->compare[i].place, .kept = true};
        if (!PP_LIST_ADD(arena, list, one))
            return false;
    }
    for (size_t i = 0; i < of->no_deal_count; i++) {
        statement one = {.kind = NO_DEAL, .of = i, .place = of->no_deal[i].place, .kept = true};
        if (!PP_LIST_ADD(arena, list, one))
            return false;
    }
    return true;
}

static bool list_statements(pp_i_arena *arena, const pp_i_preference *of, statement_list *list)
{
    for (size_t i = 0; i < of->importance_count; i++)
        if (!add_chain(arena, IMPORTANCE, 0, &of->importance[i], list))
            return false;
    for (size_t i = 0; i < of->order_count; i++)
        for (size_t j = 0; j < of->orders[i].chain_count; j++)
            if (!add_chain(arena, ORDER, i, &of->orders[i].chains[j], list))
                return false;
    return add_others(arena, of, list);
}

/* The chains of the statements kept of one kind, side by side. */
static const pp_i_chain *kept_chains(pp_i_arena *arena, const statement_list *list,
                                     statement_kind kind, size_t of, size_t *count)
{
    pp_i_chain *chains = PP_NEW_ARRAY(arena, pp_i_chain, list->count);
    *count = 0;
    for (size_t i = 0; chains != NULL && i < list->count; i++) {
        const statement *one = &list->items[i];
        if (one->kept && one->kind == kind && one->of == of)
            chains[(*count)++] = one->pair;
    }
    return chains;
}

/* What is said with only the statements kept; false where memory has run out. */
static bool reduce(pp_i_arena *arena, const pp_i_preference *of, const statement_list *list,
                   pp_i_preference *reduced)
{
    pp_i_order *orders = PP_NEW_ARRAY(arena, pp_i_order, of->order_count);
    pp_i_comparison_of_packages *compare =
        PP_NEW_ARRAY(arena, pp_i_comparison_of_packages, of->compare_count);
    pp_i_no_deal *no_deal = PP_NEW_ARRAY(arena, pp_i_no_deal, of->no_deal_count);
    *reduced = *of;
    reduced->importance = kept_chains(arena, list, IMPORTANCE, 0, &reduced->importance_count);
    if (orders == NULL || compare == NULL || no_deal == NULL || reduced->importance == NULL)
        return false;
    for (size_t i = 0; i < of->order_count; i++) {
        orders[i] = of->orders[i];
        orders[i].chains = kept_chains(arena, list, ORDER, i, &orders[i].chain_count);
        if (orders[i].chains == NULL)
            return false;
    }
    reduced->compare_count = reduced->no_deal_count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const statement *one = &list->items[i];
        if (one->kept && one->kind == COMPARISON)
            compare[reduced->compare_count++] = of->compare[one->of];
        if (one->kept && one->kind == NO_DEAL)
            no_deal[reduced->no_deal_count++] = of->no_deal[one->of];
    }
    reduced->orders = orders;
    reduced->compare = compare;
    reduced->no_deal = no_deal;
    return true;
}

/* Is anything admissible when the statements kept count? */
static pp_status ask(pp_i_checking *work, const pp_i_preference *of, const statement_list *list,
                     pp_i_truth *answer)
{
    pp_i_job *job = &work->job;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_i_preference reduced;
    pp_i_party_preference made;
    bool good = reduce(&job->scratch, of, list, &reduced) &&
                pp_i_party_preference_make(work->model.the_case, &reduced, &job->scratch, &made);
    *answer = PP_TRUTH_YES;
    if (good && made.kind == PP_PREFERENCE_ADDITIVE)
        good = pp_i_admissible(work->model.the_case, &made, NULL, &job->run, &job->scratch, answer,
                               NULL, NULL);
    pp_i_arena_rewind(&job->scratch, mark);
    return good ? PP_OK : pp_i_job_no_memory(job);
}

/* --- Words ----------------------------------------------------------------------------------- */

static void say_statement(pp_i_builder *out, const pp_case *the_case, const pp_i_preference *of,
                          const statement *one)
{
    const pp_i_issue *issue = NULL;
    switch (one->kind) {
    case ORDER:
        issue = &the_case->issues[of->orders[one->of].issue];
        pp_i_builder_print(
            out, "`%.*s %s %.*s` on `%.*s`", PP_I_WORDS(issue->options[one->pair.subjects[0]].id),
            one->pair.tied[1] ? "~" : ">", PP_I_WORDS(issue->options[one->pair.subjects[1]].id),
            PP_I_WORDS(issue->id));
        break;
    case IMPORTANCE:
        pp_i_builder_print(out, "`%.*s %s %.*s` in importance",
                           PP_I_WORDS(the_case->issues[one->pair.subjects[0]].id),
                           one->pair.tied[1] ? "~" : ">",
                           PP_I_WORDS(the_case->issues[one->pair.subjects[1]].id));
        break;
    case COMPARISON:
        pp_i_builder_add_string(out, "the comparison of packages");
        break;
    case NO_DEAL:
        pp_i_builder_add_string(out, "`");
        if (of->no_deal[one->of].kind == PP_NO_DEAL_NUMBER) {
            pp_i_builder_print(out, "no_deal: %.*s", PP_I_WORDS(of->no_deal[one->of].words));
        } else {
            pp_i_builder_print(out, "no_deal: %s than ",
                               of->no_deal[one->of].kind == PP_NO_DEAL_WORSE ? "worse" : "better");
            pp_i_builder_add_printable(out, of->no_deal[one->of].than.words);
        }
        pp_i_builder_add_string(out, "`");
        break;
    }
    pp_i_builder_print(out, " (line %zu)", one->place.line);
}

static pp_status say_conflict(pp_i_checking *work, const pp_i_preference *of,
                              const statement_list *list)
{
    const pp_case *the_case = work->model.the_case;
    const statement *first = NULL;
    size_t count = 0, said = 0;
    pp_i_builder words;
    pp_i_builder_init(&words, &work->job.scratch);
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].kept;
    for (size_t i = 0; i < list->count; i++) {
        if (!list->items[i].kept)
            continue;
        first = first == NULL ? &list->items[i] : first;
        if (said > 0)
            pp_i_builder_add_string(&words, said + 1 == count ? " and " : ", ");
        say_statement(&words, the_case, of, &list->items[i]);
        said++;
    }
    if (words.failed)
        return pp_i_job_no_memory(&work->job);
    pp_i_diagnostic *diagnostic = pp_i_diagnose(
        &work->check->diagnostics, PP_SEVERITY_WARNING, first == NULL ? of->place : first->place, 1,
        "no values and weights of `%.*s` satisfy %s%s", PP_I_WORDS(the_case->parties[of->party].id),
        count == 0   ? "the weights that are given"
        : count == 1 ? ""
                     : "all of these: ",
        count == 0 ? "" : words.data);
    pp_i_diagnose_hint(&work->check->diagnostics, diagnostic, "%s",
                       count > 1 ? "without any one of them the others can hold: leave out what is "
                                   "least certain"
                                 : "the values and weights that are given do not allow it");
    return PP_OK;
}

pp_status pp_i_check_preference_conflict(pp_i_checking *work, const pp_i_preference *of)
{
    pp_i_job *job = &work->job;
    statement_list list = {0};
    pp_i_truth answer;
    if (!list_statements(&job->scratch, of, &list))
        return pp_i_job_no_memory(job);
    pp_status status = ask(work, of, &list, &answer);
    if (status != PP_OK || answer == PP_TRUTH_YES)
        return status;
    if (answer == PP_TRUTH_OPEN)
        return job->run.stop != PP_STOP_NONE
                   ? pp_i_job_stopped(job, "preferences")
                   : pp_i_job_incomplete(job, "preferences", PP_ADMISSIBLE_WHY_CUT);
    for (size_t i = list.count; i-- > 0 && status == PP_OK;) {
        list.items[i].kept = false;
        status = ask(work, of, &list, &answer);
        list.items[i].kept = answer != PP_TRUTH_NO;
    }
    return status == PP_OK ? say_conflict(work, of, &list) : status;
}
