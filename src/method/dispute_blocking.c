/* dispute_blocking.c: blocking sets from concession sets, and each list completed by the other; see
 * dispute.h. */
#include "engine/hitting_sets.h"
#include "method/dispute.h"

/* What `assignment` breaks of a coalition's demands. */
static void broken_by(const pp_i_dispute *dispute, size_t coalition, const pp_i_value *assignment,
                      pp_i_word *broken)
{
    const pp_i_problem *problem = dispute->problem;
    memset(broken, 0, dispute->word_count * sizeof *broken);
    for (size_t i = 0; i < problem->factors.count; i++) {
        const pp_i_factor *factor = &problem->factors.items[i];
        if (factor->kind == PP_FACTOR_SOFT &&
            pp_i_bit_get(dispute->coalitions[coalition], factor->element) &&
            !pp_i_factor_allows(factor, pp_i_factor_cell(problem, factor, assignment)))
            pp_i_bit_set(broken, factor->element);
    }
}

/* What a trial of one set of demands works with. */
typedef struct trial {
    pp_i_word *counted; /* the demands that count in the next question */
    pp_i_word *given;   /* given up: holds a concession set */
    pp_i_value *assignment;
    pp_i_value *found;
} trial;

static pp_status trial_make(pp_i_job *job, const pp_i_dispute *dispute, trial *made)
{
    size_t variable_count = dispute->problem->domain_sizes.count;
    made->counted = PP_NEW_ARRAY(job->arena, pp_i_word, dispute->word_count);
    made->given = PP_NEW_ARRAY(job->arena, pp_i_word, dispute->word_count);
    made->assignment = PP_NEW_ARRAY(job->arena, pp_i_value, variable_count);
    made->found = PP_NEW_ARRAY(job->arena, pp_i_value, variable_count);
    if (made->counted == NULL || made->given == NULL || made->assignment == NULL ||
        made->found == NULL)
        return pp_i_job_no_memory(job);
    return PP_OK;
}

/* Takes from what is given up one element after another that need not be. *known is false where the
 * run stopped: then what is left may not be minimal. */
static pp_status shrink(pp_i_job *job, const pp_i_dispute *dispute, trial *at, bool *known)
{
    size_t element_count = dispute->problem->element_count;
    *known = true;
    for (size_t e = 0; (e = pp_i_bits_next(at->given, element_count, e)) < element_count; e++) {
        bool settled;
        size_t coalition;
        for (size_t i = 0; i < dispute->word_count; i++)
            at->counted[i] = dispute->elements[i] & ~at->given[i];
        pp_i_bit_set(at->counted, e);
        pp_status status =
            pp_i_dispute_settled(job, dispute, at->counted, known, &settled, at->found, &coalition);
        if (status != PP_OK || !*known)
            return status;
        if (!settled)
            continue;
        memcpy(at->assignment, at->found, dispute->problem->domain_sizes.count * sizeof *at->found);
        broken_by(dispute, coalition, at->found, at->given);
    }
    return PP_OK;
}

/* Does `set` block? If not and it is `wanted`, the concession set that shows it is in at->given. */
static pp_status try_set(pp_i_job *job, const pp_i_dispute *dispute, const pp_i_word *set,
                         bool wanted, trial *at, bool *known, bool *blocks)
{
    size_t coalition;
    bool settled;
    pp_status status =
        pp_i_dispute_settled(job, dispute, set, known, &settled, at->assignment, &coalition);
    if (status != PP_OK || !*known)
        return status;
    *blocks = !settled;
    if (settled && wanted) {
        broken_by(dispute, coalition, at->assignment, at->given);
        return shrink(job, dispute, at, known);
    }
    return PP_OK;
}

/* Adds at->given to the concession sets, unless it is there. */
static pp_status add_given(pp_i_job *job, const pp_i_dispute *dispute, const trial *at,
                           pp_i_concessions *concessions)
{
    size_t variable_count = dispute->problem->domain_sizes.count;
    for (size_t i = 0; i < concessions->list.count; i++)
        if (pp_i_bits_equal(concessions->list.items[i].elements, at->given, dispute->word_count))
            return PP_OK;
    pp_i_word *elements = PP_NEW_ARRAY(job->arena, pp_i_word, dispute->word_count);
    pp_i_value *assignment = PP_NEW_ARRAY(job->arena, pp_i_value, variable_count);
    if (elements == NULL || assignment == NULL)
        return pp_i_job_no_memory(job);
    memcpy(elements, at->given, dispute->word_count * sizeof *elements);
    memcpy(assignment, at->assignment, variable_count * sizeof *assignment);
    pp_i_concession one = {.elements = elements,
                           .word_count = dispute->word_count,
                           .size = pp_i_bits_count(elements, dispute->word_count),
                           .assignment = assignment};
    if (!PP_LIST_ADD(job->arena, &concessions->list, one))
        return pp_i_job_no_memory(job);
    return PP_OK;
}

/* The minimal hitting sets of the concession sets, in `arena`; takes scratch memory as well. */
static pp_status hit(pp_i_job *job, const pp_i_dispute *dispute,
                     const pp_i_concessions *concessions, pp_i_arena *arena,
                     pp_i_hitting_sets *sets)
{
    size_t count = concessions->list.count;
    const pp_i_word **family = PP_NEW_ARRAY(&job->scratch, const pp_i_word *, count);
    if (family == NULL)
        return pp_i_job_no_memory(job);
    for (size_t i = 0; i < count; i++)
        family[i] = concessions->list.items[i].elements;
    return pp_i_hitting_sets_all(family, count, dispute->problem->element_count,
                                 PP_BLOCKING_COUNT_MAX, &job->run, arena, sets, job->error);
}

/* The same in the answer. */
static pp_status hit_and_keep(pp_i_job *job, const pp_i_dispute *dispute,
                              const pp_i_concessions *concessions, pp_i_hitting_sets *sets)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
    pp_status status = hit(job, dispute, concessions, job->arena, sets);
    pp_i_arena_rewind(&job->scratch, mark);
    return status;
}

static bool is_among(const pp_i_blocking *blocking, size_t count, const pp_i_word *set,
                     size_t word_count)
{
    for (size_t i = 0; i < count; i++)
        if (pp_i_bits_equal(blocking->list.items[i], set, word_count))
            return true;
    return false;
}

/* Why a list of hitting sets ended early. */
static const char *why_cut(const pp_i_job *job)
{
    return job->run.stop != PP_STOP_NONE ? pp_i_run_stop_text(job->run.stop) : PP_BLOCKING_WHY_CUT;
}

/* One round: every hitting set not known to block is tried. *news: a new concession set joined. */
static pp_status try_all(pp_i_job *job, const pp_i_dispute *dispute, const pp_i_hitting_sets *sets,
                         bool bounded, trial *at, pp_i_concessions *concessions,
                         pp_i_blocking *blocking, bool *news, bool *all_block)
{
    size_t known_before = blocking->list.count;
    *news = false;
    *all_block = true;
    for (size_t i = 0; i < sets->count; i++) {
        bool known, blocks = false;
        if (is_among(blocking, known_before, sets->sets[i], dispute->word_count))
            continue;
        pp_status status = try_set(job, dispute, sets->sets[i], !bounded, at, &known, &blocks);
        if (status == PP_OK && known && !blocks && !bounded) {
            status = add_given(job, dispute, at, concessions);
            *news = true;
        }
        if (status != PP_OK)
            return status;
        *all_block = *all_block && known && blocks;
        if (known && blocks && !PP_LIST_ADD(job->arena, &blocking->list, sets->sets[i]))
            return pp_i_job_no_memory(job);
        if (!known)
            break;
    }
    return PP_OK;
}

/* Insertion by size, then lexicographically: the list comes in few sorted runs. */
static void sort_blocking(pp_i_blocking *blocking, size_t word_count)
{
    for (size_t i = 1; i < blocking->list.count; i++) {
        const pp_i_word *moved = blocking->list.items[i];
        size_t at = i;
        for (; at > 0; at--) {
            if (pp_i_bits_order(blocking->list.items[at - 1], moved, word_count) < 0)
                break;
            blocking->list.items[at] = blocking->list.items[at - 1];
        }
        blocking->list.items[at] = moved;
    }
}

/* The concession sets are not all known: tries the hitting sets until both lists are whole. */
static pp_status complete_both(pp_i_job *job, const pp_i_dispute *dispute, size_t size_max,
                               pp_i_concessions *concessions, pp_i_blocking *blocking)
{
    pp_i_hitting_sets sets = {0};
    bool news = true, all_block = false;
    trial at;
    pp_status status = trial_make(job, dispute, &at);
    while (status == PP_OK && news && job->run.stop == PP_STOP_NONE) {
        status = hit_and_keep(job, dispute, concessions, &sets);
        if (status == PP_OK)
            status = try_all(job, dispute, &sets, size_max != 0, &at, concessions, blocking, &news,
                             &all_block);
    }
    if (status != PP_OK)
        return status;
    pp_i_concessions_keep_minimal(concessions, NULL);
    sort_blocking(blocking, dispute->word_count);
    blocking->complete = all_block && sets.complete && job->run.stop == PP_STOP_NONE;
    concessions->complete = blocking->complete;
    if (!blocking->complete)
        blocking->why = size_max != 0 && job->run.stop == PP_STOP_NONE && sets.complete
                            ? concessions->why
                            : why_cut(job);
    if (!concessions->complete && size_max == 0)
        concessions->why = blocking->why;
    return PP_OK;
}

pp_status pp_i_dispute_blocking(pp_i_job *job, const pp_i_dispute *dispute, size_t size_max,
                                pp_i_concessions *concessions, pp_i_blocking *blocking)
{
    *blocking = (pp_i_blocking){0};
    if (!concessions->complete)
        return complete_both(job, dispute, size_max, concessions, blocking);
    pp_i_hitting_sets sets = {0};
    pp_status status = hit_and_keep(job, dispute, concessions, &sets);
    if (status != PP_OK)
        return status;
    for (size_t i = 0; i < sets.count; i++)
        if (!PP_LIST_ADD(job->arena, &blocking->list, sets.sets[i]))
            return pp_i_job_no_memory(job);
    blocking->complete = sets.complete;
    blocking->why = sets.complete ? NULL : why_cut(job);
    return PP_OK;
}

/* Any inclusion-minimal blocking set: drops one demand after another that is not needed. */
static pp_status some_blocking(pp_i_job *job, const pp_i_dispute *dispute,
                               const pp_i_word **blocking)
{
    size_t element_count = dispute->problem->element_count;
    pp_i_word *set = PP_NEW_ARRAY(job->arena, pp_i_word, dispute->word_count);
    bool known = true, settled = false;
    size_t coalition;
    if (set == NULL)
        return pp_i_job_no_memory(job);
    memcpy(set, dispute->elements, dispute->word_count * sizeof *set);
    pp_status status = pp_i_dispute_settled(job, dispute, set, &known, &settled, NULL, &coalition);
    if (status != PP_OK || !known || settled)
        return status;
    for (size_t e = 0; (e = pp_i_bits_next(set, element_count, e)) < element_count; e++) {
        pp_i_bit_clear(set, e);
        status = pp_i_dispute_settled(job, dispute, set, &known, &settled, NULL, &coalition);
        if (status != PP_OK)
            return status;
        if (!known || settled)
            pp_i_bit_set(set, e);
    }
    *blocking = set;
    return PP_OK;
}

/* What one round of the search for a smallest one came to. */
typedef enum round_end { ROUND_MORE, ROUND_FOUND, ROUND_SETTLED, ROUND_UNKNOWN } round_end;

/* Tries a smallest hitting set: it blocks, and is copied to `smallest`; or it gives one more. */
static pp_status try_smallest(pp_i_job *job, const pp_i_dispute *dispute, trial *at,
                              pp_i_concessions *concessions, pp_i_word *smallest, round_end *end)
{
    pp_i_hitting_sets sets = {0};
    bool known = false, blocks = false;
    *end = ROUND_UNKNOWN;
    pp_status status = hit(job, dispute, concessions, &job->scratch, &sets);
    if (status != PP_OK || sets.count == 0 || !sets.complete)
        return status;
    status = try_set(job, dispute, sets.sets[0], true, at, &known, &blocks);
    if (status != PP_OK || !known)
        return status;
    if (blocks) {
        memcpy(smallest, sets.sets[0], dispute->word_count * sizeof *smallest);
        *end = ROUND_FOUND;
        return PP_OK;
    }
    *end = pp_i_bits_count(at->given, dispute->word_count) == 0 ? ROUND_SETTLED : ROUND_MORE;
    return add_given(job, dispute, at, concessions);
}

/*
 * Implicit hitting sets (Ignatiev et al. 2015, after Reiter's duality): a smallest hitting set of
 * the concession sets known so far blocks, and is then a smallest blocking set; or it gives one
 * more. The hitting sets of a round are given back after it: there can be many of both.
 */
pp_status pp_i_dispute_smallest_blocking(pp_i_job *job, const pp_i_dispute *dispute,
                                         const pp_i_word **smallest, bool *proved)
{
    pp_i_concessions concessions = {.bounded = true};
    trial at;
    round_end end = ROUND_MORE;
    pp_status status = trial_make(job, dispute, &at);
    pp_i_word *found = PP_NEW_ARRAY(job->arena, pp_i_word, dispute->word_count);
    *smallest = NULL;
    *proved = false;
    if (status == PP_OK && found == NULL)
        status = pp_i_job_no_memory(job);
    while (status == PP_OK && end == ROUND_MORE && job->run.stop == PP_STOP_NONE) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(&job->scratch);
        status = try_smallest(job, dispute, &at, &concessions, found, &end);
        pp_i_arena_rewind(&job->scratch, mark);
    }
    if (status != PP_OK || end == ROUND_SETTLED) /* giving up nothing settles it */
        return status;
    *proved = end == ROUND_FOUND;
    if (*proved)
        *smallest = found;
    return *proved ? PP_OK : some_blocking(job, dispute, smallest);
}
