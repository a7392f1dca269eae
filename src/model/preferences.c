/* preferences.c: what a case says of each party, ready to be asked; see preferences.h. */
#include "model/preferences.h"

#include "base/error.h"

/* --- No deal --------------------------------------------------------------------------------- */

typedef PP_LIST(pp_i_no_deal_row) row_list;

/* What walking the ways to satisfy one formula needs. */
typedef struct walk {
    const pp_case *the_case;
    const pp_i_formula *formula;
    size_t issues[PP_CASE_ISSUE_COUNT_MAX]; /* that it names */
    size_t issue_count;
    pp_i_choice *package; /* PP_CHOICE_ANY where it names none */
    unsigned char *scratch;
} walk;

/* The next options of the issues named; false after the last. */
static bool next_way(walk *at)
{
    for (size_t i = 0; i < at->issue_count; i++) {
        size_t issue = at->issues[i];
        if ((size_t)++at->package[issue] < at->the_case->issues[issue].option_count)
            return true;
        at->package[issue] = 0;
    }
    return false;
}

/* Are there more assignments of the issues named than may be walked through? */
static bool is_too_wide(const walk *at)
{
    size_t count = 1;
    for (size_t i = 0; i < at->issue_count; i++) {
        count *= at->the_case->issues[at->issues[i]].option_count;
        if (count > PP_NO_DEAL_ROW_COUNT_MAX)
            return true;
    }
    return false;
}

static bool add_row(pp_i_arena *arena, const walk *at, bool worse, size_t item, row_list *rows)
{
    size_t count = at->the_case->issue_count;
    pp_i_choice *package = PP_NEW_ARRAY(arena, pp_i_choice, count);
    if (package == NULL)
        return false;
    memcpy(package, at->package, count * sizeof *package);
    pp_i_no_deal_row row = {worse, package, item};
    return PP_LIST_ADD(arena, rows, row);
}

static bool begin_walk(walk *at, pp_i_arena *scratch)
{
    size_t count = at->the_case->issue_count;
    pp_i_word named[PP_CASE_ISSUE_COUNT_MAX / PP_WORD_BITS] = {0};
    at->package = PP_NEW_ARRAY(scratch, pp_i_choice, count);
    at->scratch = PP_NEW_ARRAY(scratch, unsigned char, at->formula->node_count + 1);
    if (at->package == NULL || at->scratch == NULL)
        return false;
    pp_i_formula_subjects(at->formula, named);
    for (size_t i = 0; i < count; i++) {
        at->package[i] = PP_CHOICE_ANY;
        if (!pp_i_bit_get(named, i))
            continue;
        at->issues[at->issue_count++] = i;
        at->package[i] = 0;
    }
    return true;
}

/* A row for each way to satisfy one item's formula. */
static bool add_rows(const pp_case *the_case, size_t item, pp_i_arena *arena, pp_i_arena *scratch,
                     pp_i_party_preference *made, row_list *rows)
{
    const pp_i_no_deal *said = &made->said->no_deal[item];
    walk at = {.the_case = the_case, .formula = &said->than};
    if (!begin_walk(&at, scratch))
        return false;
    made->no_deal_cut = made->no_deal_cut || is_too_wide(&at);
    if (made->no_deal_cut)
        return true;
    do {
        if (pp_i_formula_holds(at.formula, at.package, at.scratch) &&
            !add_row(arena, &at, said->kind == PP_NO_DEAL_WORSE, item, rows))
            return false;
    } while (next_way(&at));
    return true;
}

static bool make_no_deal(const pp_case *the_case, pp_i_arena *arena, pp_i_arena *scratch,
                         pp_i_party_preference *made)
{
    row_list rows = {0};
    for (size_t i = 0; i < made->said->no_deal_count && !made->no_deal_cut; i++) {
        const pp_i_no_deal *said = &made->said->no_deal[i];
        made->no_deal_said = true;
        if (said->kind == PP_NO_DEAL_NUMBER) {
            made->no_deal_known = true;
            made->no_deal = said->number;
        } else if (!add_rows(the_case, i, arena, scratch, made, &rows)) {
            return false;
        }
    }
    made->no_deal_cut = made->no_deal_cut || rows.count > PP_NO_DEAL_ROW_COUNT_MAX;
    made->no_deal_rows = rows.items;
    made->no_deal_row_count = made->no_deal_cut ? 0 : rows.count;
    return true;
}

/* --- Weights --------------------------------------------------------------------------------- */

/* Issues as important as one of a given weight have it too. */
static void spread_over_ties(pp_i_party_preference *made, pp_i_number *weights)
{
    for (size_t i = 0; i < made->issue_count; i++)
        for (size_t j = 0; j < made->issue_count; j++)
            if (weights[i].denominator == 0 && weights[j].denominator != 0 &&
                pp_i_poset_alike(&made->importance, i, j))
                weights[i] = weights[j];
}

static bool make_weights(pp_i_arena *arena, pp_i_party_preference *made)
{
    pp_i_number *weights = PP_NEW_ARRAY(arena, pp_i_number, made->issue_count);
    size_t open_count = 0;
    double sum = 0;
    if (weights == NULL)
        return false;
    for (size_t i = 0; i < made->said->weight_count; i++)
        weights[made->said->weights[i].issue] = made->said->weights[i].weight;
    spread_over_ties(made, weights);
    for (size_t i = 0; i < made->issue_count; i++) {
        open_count += weights[i].denominator == 0;
        sum += weights[i].denominator == 0 ? 0 : pp_i_number_double(weights[i]);
    }
    made->weight_rest = 1 - sum;
    made->weights_exact = open_count == 0 || made->weight_rest < PP_PREFERENCE_REST_MIN;
    for (size_t i = 0; i < made->issue_count && made->weights_exact; i++)
        if (weights[i].denominator == 0)
            weights[i] = (pp_i_number){0, 1};
    made->weights = weights;
    return true;
}

/* --- A party --------------------------------------------------------------------------------- */

static pp_i_preference_kind kind_of(const pp_i_preference *said)
{
    if (said == NULL)
        return PP_PREFERENCE_NONE;
    if (said->importance_count + said->order_count + said->compare_count + said->value_count +
            said->weight_count >
        0)
        return PP_PREFERENCE_ADDITIVE;
    if (said->rank_count + said->priority_count > 0)
        return PP_PREFERENCE_RANKED;
    return said->no_deal_count > 0 ? PP_PREFERENCE_ADDITIVE : PP_PREFERENCE_NONE;
}

static bool make_issues(const pp_case *the_case, pp_i_arena *arena, pp_i_party_preference *made)
{
    const pp_i_preference *said = made->said;
    pp_i_issue_preference *issues = PP_NEW_ARRAY(arena, pp_i_issue_preference, made->issue_count);
    const pp_i_order **orders = PP_NEW_ARRAY(arena, const pp_i_order *, made->issue_count);
    if (issues == NULL || orders == NULL)
        return false;
    for (size_t i = 0; i < said->order_count; i++)
        orders[said->orders[i].issue] = &said->orders[i];
    for (size_t i = 0; i < said->value_count; i++)
        issues[said->values[i].issue].values = said->values[i].values;
    for (size_t i = 0; i < made->issue_count; i++) {
        if (!pp_i_poset_make(orders[i] == NULL ? NULL : orders[i]->chains,
                             orders[i] == NULL ? 0 : orders[i]->chain_count,
                             the_case->issues[i].option_count, arena, &issues[i].order))
            return false;
        made->circular = made->circular || issues[i].order.circular;
    }
    made->issues = issues;
    return true;
}

static bool is_exact(const pp_i_party_preference *made)
{
    for (size_t i = 0; i < made->issue_count; i++)
        if (made->weights[i].denominator == 0 ||
            (made->weights[i].numerator != 0 && made->issues[i].values == NULL))
            return false;
    return true;
}

bool pp_i_party_preference_make(const pp_case *the_case, const pp_i_preference *said,
                                pp_i_arena *arena, pp_i_party_preference *made)
{
    pp_i_arena scratch;
    *made = (pp_i_party_preference){
        .kind = kind_of(said), .said = said, .issue_count = the_case->issue_count};
    if (made->kind != PP_PREFERENCE_ADDITIVE)
        return true;
    pp_i_arena_init(&scratch, arena->allocator);
    bool good = make_issues(the_case, arena, made) &&
                pp_i_poset_make(said->importance, said->importance_count, made->issue_count, arena,
                                &made->importance) &&
                make_weights(arena, made) && make_no_deal(the_case, arena, &scratch, made);
    pp_i_arena_free(&scratch);
    if (!good)
        return false;
    made->circular = made->circular || made->importance.circular;
    made->exact = is_exact(made);
    return true;
}

pp_status pp_i_preferences_make(const pp_case *the_case, pp_i_arena *arena,
                                pp_i_preferences *preferences, pp_error *error)
{
    pp_i_party_preference *parties =
        PP_NEW_ARRAY(arena, pp_i_party_preference, the_case->party_count);
    const pp_i_preference **said =
        PP_NEW_ARRAY(arena, const pp_i_preference *, the_case->party_count);
    if (parties == NULL || said == NULL)
        return pp_i_fail_memory(error);
    for (size_t i = 0; i < the_case->preference_count; i++)
        said[the_case->preferences[i].party] = &the_case->preferences[i];
    for (size_t i = 0; i < the_case->party_count; i++)
        if (!pp_i_party_preference_make(the_case, said[i], arena, &parties[i]))
            return pp_i_fail_memory(error);
    *preferences = (pp_i_preferences){the_case, parties};
    return PP_OK;
}

/* --- Rankings -------------------------------------------------------------------------------- */

size_t pp_i_preferences_scratch_size(const pp_i_preferences *preferences)
{
    (void)preferences;
    return PP_FORMULA_NODE_COUNT_MAX;
}

/* The place of a package in a ranking: what it leaves out stands last. */
static size_t place_of(const pp_i_preference *said, const pp_i_choice *package, size_t issue_count)
{
    for (size_t i = 0; i < said->rank_count; i++)
        for (size_t j = 0; j < said->ranking[i].package_count; j++)
            if (memcmp(said->ranking[i].packages[j], package, issue_count * sizeof *package) == 0)
                return i;
    return said->rank_count;
}

int pp_i_preferences_compare(const pp_i_preferences *preferences, size_t party,
                             const pp_i_choice *a, const pp_i_choice *b, unsigned char *scratch)
{
    const pp_i_party_preference *of = &preferences->parties[party];
    if (of->kind != PP_PREFERENCE_RANKED)
        return 0;
    if (of->said->rank_count > 0) {
        size_t a_place = place_of(of->said, a, of->issue_count);
        size_t b_place = place_of(of->said, b, of->issue_count);
        return (a_place < b_place) - (a_place > b_place);
    }
    for (size_t i = 0; i < of->said->priority_count; i++) {
        bool a_holds = pp_i_formula_holds(&of->said->priorities[i], a, scratch);
        bool b_holds = pp_i_formula_holds(&of->said->priorities[i], b, scratch);
        if (a_holds != b_holds)
            return a_holds ? 1 : -1;
    }
    return 0;
}
