/* boxes.c: see boxes.h. */
#include "engine/boxes.h"

#include <stdlib.h>
#include <string.h>

#include "base/bitset.h"
#include "base/error.h"

/* A box that pays. */
typedef struct item {
    const pp_i_box_bound *bounds;
    size_t bound_count;
    int64_t pays; /* above 0 */
    uint32_t party;
} item;

/* A box that costs, the dearest first. Where the values that are left lie all inside, it is paid;
 * where they lie all outside on one variable, it is avoided; else it is open. */
typedef struct cost {
    const pp_i_box_bound *bounds;
    size_t bound_count;
    int64_t pays; /* below 0 */
    uint32_t party;
} cost;

typedef struct range {
    uint32_t least, most;
} range;

typedef struct node {
    pp_i_word *left; /* items, not decided, that meet all chosen */
    range *region;   /* [variable] what is left of its values: inside all chosen */
    int64_t *sums;   /* [party] of the chosen */
    size_t branch;   /* what to try next */
    size_t item;     /* that is tried in and out; SIZE_MAX: not chosen yet */
    size_t cost;     /* once nothing is left: the one tried; SIZE_MAX: not chosen yet */
} node;

typedef struct solver {
    const pp_i_boxes *problem;
    pp_i_run *run;
    pp_i_arena *arena; /* scratch */
    item *items;       /* the largest payments first */
    size_t pay_count;
    cost *costs;
    size_t cost_count;
    int64_t *always;      /* [party] paid everywhere */
    size_t words;         /* of a set of items */
    pp_i_word *meets;     /* [item] rows */
    pp_i_word **of_party; /* [party] the items that pay it */
    node *stack;
    size_t depth;
    pp_i_word *group, *rest;
    int64_t *bound;
    PP_LIST(int64_t) values; /* points found, a point after the other */
    PP_LIST(uint32_t) assignments;
    uint32_t *assignment;
} solver;

/* --- Items ------------------------------------------------------------------------------------ */

static bool bounds_meet(const item *a, const item *b)
{
    for (size_t i = 0; i < a->bound_count; i++)
        for (size_t j = 0; j < b->bound_count; j++)
            if (a->bounds[i].variable == b->bounds[j].variable &&
                (a->bounds[i].least > b->bounds[j].most || b->bounds[j].least > a->bounds[i].most))
                return false;
    return true;
}

static int by_payment(const void *a, const void *b)
{
    const item *x = a, *y = b;
    if (x->pays != y->pays)
        return x->pays > y->pays ? -1 : 1;
    return x->bounds < y->bounds ? -1 : x->bounds > y->bounds;
}

static int by_cost(const void *a, const void *b)
{
    const cost *x = a, *y = b;
    if (x->pays != y->pays)
        return x->pays < y->pays ? -1 : 1;
    return x->bounds < y->bounds ? -1 : x->bounds > y->bounds;
}

/* "Outside pays u" is: u everywhere, and inside it costs u. */
static int64_t inside_pays(const pp_i_box *box)
{
    return box->outside ? -box->pays : box->pays;
}

static bool make_items(solver *s)
{
    const pp_i_boxes *problem = s->problem;
    s->items = PP_NEW_ARRAY(s->arena, item, problem->box_count);
    s->costs = PP_NEW_ARRAY(s->arena, cost, problem->box_count);
    s->always = PP_NEW_ARRAY(s->arena, int64_t, problem->party_count);
    if (s->items == NULL || s->costs == NULL || s->always == NULL)
        return false;
    for (size_t i = 0; i < problem->box_count; i++) {
        const pp_i_box *box = &problem->boxes[i];
        int64_t pays = inside_pays(box);
        s->always[box->party] += box->outside ? box->pays : 0;
        if (box->bound_count == 0)
            s->always[box->party] += pays;
        else if (pays > 0)
            s->items[s->pay_count++] = (item){.bounds = box->bounds,
                                              .bound_count = box->bound_count,
                                              .pays = pays,
                                              .party = box->party};
        else if (pays < 0)
            s->costs[s->cost_count++] = (cost){.bounds = box->bounds,
                                               .bound_count = box->bound_count,
                                               .pays = pays,
                                               .party = box->party};
    }
    if (s->pay_count > 0)
        qsort(s->items, s->pay_count, sizeof *s->items, by_payment);
    if (s->cost_count > 0)
        qsort(s->costs, s->cost_count, sizeof *s->costs, by_cost);
    return true;
}

static bool make_sets(solver *s)
{
    s->words = pp_i_word_count(s->pay_count);
    s->meets = PP_NEW_ARRAY(s->arena, pp_i_word, s->pay_count * s->words);
    s->of_party = PP_NEW_ARRAY(s->arena, pp_i_word *, s->problem->party_count);
    s->group = PP_NEW_ARRAY(s->arena, pp_i_word, s->words);
    s->rest = PP_NEW_ARRAY(s->arena, pp_i_word, s->words);
    s->bound = PP_NEW_ARRAY(s->arena, int64_t, s->problem->party_count);
    s->assignment = PP_NEW_ARRAY(s->arena, uint32_t, s->problem->variable_count);
    if (s->meets == NULL || s->of_party == NULL || s->group == NULL || s->rest == NULL ||
        s->bound == NULL || s->assignment == NULL)
        return false;
    for (size_t i = 0; i < s->pay_count; i++)
        for (size_t j = 0; j < s->pay_count; j++)
            if (i != j && bounds_meet(&s->items[i], &s->items[j]))
                pp_i_bit_set(s->meets + i * s->words, j);
    for (size_t p = 0; p < s->problem->party_count; p++) {
        s->of_party[p] = PP_NEW_ARRAY(s->arena, pp_i_word, s->words);
        if (s->of_party[p] == NULL)
            return false;
        for (size_t i = 0; i < s->pay_count; i++)
            if (s->items[i].party == p)
                pp_i_bit_set(s->of_party[p], i);
    }
    return true;
}

/* One node for each item and each cost, and the root. */
static bool make_stack(solver *s)
{
    size_t count = s->pay_count + s->cost_count + 2, variables = s->problem->variable_count;
    s->stack = PP_NEW_ARRAY(s->arena, node, count);
    for (size_t k = 0; s->stack != NULL && k < count; k++) {
        s->stack[k].left = PP_NEW_ARRAY(s->arena, pp_i_word, s->words);
        s->stack[k].region = PP_NEW_ARRAY(s->arena, range, variables);
        s->stack[k].sums = PP_NEW_ARRAY(s->arena, int64_t, s->problem->party_count);
        if (s->stack[k].left == NULL || s->stack[k].region == NULL || s->stack[k].sums == NULL)
            return false;
    }
    return s->stack != NULL;
}

/* --- Costs ------------------------------------------------------------------------------------ */

typedef enum cost_state { COST_OPEN, COST_PAID, COST_AVOIDED } cost_state;

static cost_state state_of(const cost *of, const range *region)
{
    bool inside = true;
    for (size_t i = 0; i < of->bound_count; i++) {
        const pp_i_box_bound *bound = &of->bounds[i];
        const range *left = &region[bound->variable];
        if (left->most < bound->least || left->least > bound->most)
            return COST_AVOIDED;
        inside = inside && left->least >= bound->least && left->most <= bound->most;
    }
    return inside ? COST_PAID : COST_OPEN;
}

/* What has to be paid already: costs[party]. */
static void add_paid(const solver *s, const node *at, int64_t *costs)
{
    for (size_t c = 0; c < s->cost_count; c++)
        if (state_of(&s->costs[c], at->region) == COST_PAID)
            costs[s->costs[c].party] += s->costs[c].pays;
}

/* --- Bounds ----------------------------------------------------------------------------------- */

/* The most that a party can still get: its items in groups of which no two meet, greedily; the
 * first of a group pays the most of it. */
static int64_t party_bound(solver *s, const node *at, size_t party)
{
    int64_t sum = at->sums[party];
    for (size_t w = 0; w < s->words; w++)
        s->rest[w] = at->left[w] & s->of_party[party][w];
    for (size_t i = pp_i_bits_next(s->rest, s->pay_count, 0); i < s->pay_count;
         i = pp_i_bits_next(s->rest, s->pay_count, i)) {
        sum += s->items[i].pays;
        memcpy(s->group, s->rest, s->words * sizeof *s->group);
        for (size_t j = i; j < s->pay_count; j = pp_i_bits_next(s->group, s->pay_count, j + 1)) {
            pp_i_bit_clear(s->rest, j);
            for (size_t w = 0; w < s->words; w++)
                s->group[w] &= ~s->meets[j * s->words + w];
        }
    }
    return sum;
}

/* What no assignment below the node exceeds, into s->bound. */
static void find_bound(solver *s, const node *at)
{
    for (size_t p = 0; p < s->problem->party_count; p++)
        s->bound[p] = party_bound(s, at, p);
    add_paid(s, at, s->bound);
}

static bool is_covered(const solver *s, const int64_t *values)
{
    size_t parties = s->problem->party_count, count = s->values.count / parties;
    for (size_t i = 0; i < count; i++) {
        bool covers = true;
        for (size_t p = 0; p < parties && covers; p++)
            covers = s->values.items[i * parties + p] >= values[p];
        if (covers)
            return true;
    }
    return false;
}

/* Can nothing below the node add a point? */
static bool is_hopeless(solver *s, const node *at)
{
    find_bound(s, at);
    return is_covered(s, s->bound);
}

/* --- Points ----------------------------------------------------------------------------------- */

/* What all boxes pay there. */
static void pay(solver *s, int64_t *values)
{
    const pp_i_boxes *problem = s->problem;
    memset(values, 0, problem->party_count * sizeof *values);
    for (size_t i = 0; i < problem->box_count; i++) {
        const pp_i_box *box = &problem->boxes[i];
        bool inside = true;
        for (size_t b = 0; b < box->bound_count && inside; b++)
            inside = s->assignment[box->bounds[b].variable] >= box->bounds[b].least &&
                     s->assignment[box->bounds[b].variable] <= box->bounds[b].most;
        values[box->party] += inside != box->outside ? box->pays : 0;
    }
}

/* Adds the point of a leaf and drops what it dominates. */
static bool add_point(solver *s, const node *at)
{
    size_t parties = s->problem->party_count, variables = s->problem->variable_count, kept = 0;
    for (size_t v = 0; v < variables; v++)
        s->assignment[v] = at->region[v].least;
    pay(s, s->bound);
    if (is_covered(s, s->bound))
        return true;
    for (size_t i = 0; i < s->values.count / parties; i++) {
        bool dominated = true;
        for (size_t p = 0; p < parties && dominated; p++)
            dominated = s->values.items[i * parties + p] <= s->bound[p];
        if (dominated)
            continue;
        memmove(s->values.items + kept * parties, s->values.items + i * parties,
                parties * sizeof *s->values.items);
        memmove(s->assignments.items + kept * variables, s->assignments.items + i * variables,
                variables * sizeof *s->assignments.items);
        kept++;
    }
    s->values.count = kept * parties;
    s->assignments.count = kept * variables;
    for (size_t p = 0; p < parties; p++)
        if (!PP_LIST_ADD(s->arena, &s->values, s->bound[p]))
            return false;
    for (size_t v = 0; v < variables; v++)
        if (!PP_LIST_ADD(s->arena, &s->assignments, s->assignment[v]))
            return false;
    return true;
}

/* --- Search ----------------------------------------------------------------------------------- */

static void copy_node(const solver *s, const node *from, node *to)
{
    memcpy(to->left, from->left, s->words * sizeof *to->left);
    memcpy(to->region, from->region, s->problem->variable_count * sizeof *to->region);
    memcpy(to->sums, from->sums, s->problem->party_count * sizeof *to->sums);
    to->branch = 0;
    to->item = to->cost = SIZE_MAX;
}

static void narrow(range *left, uint32_t least, uint32_t most)
{
    left->least = left->least > least ? left->least : least;
    left->most = left->most < most ? left->most : most;
}

static void choose(const solver *s, node *at, size_t taken)
{
    const item *of = &s->items[taken];
    at->sums[of->party] += of->pays;
    for (size_t i = 0; i < of->bound_count; i++)
        narrow(&at->region[of->bounds[i].variable], of->bounds[i].least, of->bounds[i].most);
    for (size_t w = 0; w < s->words; w++)
        at->left[w] &= s->meets[taken * s->words + w];
}

/* Can an item be inside without a cost that could else be avoided? So it is where no open cost
 * speaks of a variable that the item would narrow. */
static bool costs_nothing(const solver *s, const node *at, size_t wanted)
{
    const item *of = &s->items[wanted];
    for (size_t c = 0; c < s->cost_count; c++) {
        if (state_of(&s->costs[c], at->region) != COST_OPEN)
            continue;
        for (size_t i = 0; i < of->bound_count; i++) {
            const pp_i_box_bound *bound = &of->bounds[i];
            const range *left = &at->region[bound->variable];
            if (bound->least <= left->least && bound->most >= left->most)
                continue;
            for (size_t b = 0; b < s->costs[c].bound_count; b++)
                if (s->costs[c].bounds[b].variable == bound->variable)
                    return false;
        }
    }
    return true;
}

/* Takes every item that meets all that is left: nothing is lost by it. */
static void take_free(const solver *s, node *at)
{
    for (size_t i = pp_i_bits_next(at->left, s->pay_count, 0); i < s->pay_count;
         i = pp_i_bits_next(at->left, s->pay_count, i + 1)) {
        bool conflict = false;
        for (size_t w = 0; w < s->words && !conflict; w++) {
            pp_i_word others = at->left[w];
            if (w == i / PP_WORD_BITS)
                others &= ~((pp_i_word)1 << i % PP_WORD_BITS);
            conflict = (others & ~s->meets[i * s->words + w]) != 0;
        }
        if (!conflict && costs_nothing(s, at, i))
            choose(s, at, i);
    }
}

/* The next child of a node of which items are left: with the first in, then out. */
static bool next_by_item(solver *s, node *at, node *child)
{
    if (at->branch == 2)
        return false;
    if (at->item == SIZE_MAX)
        at->item = pp_i_bits_next(at->left, s->pay_count, 0);
    copy_node(s, at, child);
    if (at->branch == 0)
        choose(s, child, at->item);
    else
        pp_i_bit_clear(child->left, at->item);
    at->branch++;
    return true;
}

/* The part of a node's region that child `branch` of a cost has: below the box on the first
 * variable, above it there, then the same on the next with what lies inside on those before, and
 * last inside on all. False where it is empty. */
static bool cut(const cost *of, size_t branch, range *region)
{
    for (size_t i = 0; i < of->bound_count; i++) {
        const pp_i_box_bound *bound = &of->bounds[i];
        range *left = &region[bound->variable];
        if (branch == 2 * i) {
            if (left->least >= bound->least)
                return false;
            narrow(left, 0, bound->least - 1);
            return true;
        }
        if (branch == 2 * i + 1) {
            if (left->most <= bound->most)
                return false;
            narrow(left, bound->most + 1, UINT32_MAX);
            return true;
        }
        narrow(left, bound->least, bound->most);
    }
    return true;
}

/* The first cost that is open; the number of costs: none. */
static size_t open_cost(const solver *s, const node *at)
{
    size_t c = 0;
    while (c < s->cost_count && state_of(&s->costs[c], at->region) != COST_OPEN)
        c++;
    return c;
}

/* The next child where only costs are left: around a box that costs, part by part, then inside. */
static bool next_by_cost(solver *s, node *at, node *child)
{
    if (at->cost == SIZE_MAX)
        at->cost = open_cost(s, at);
    const cost *of = &s->costs[at->cost];
    while (at->branch <= 2 * of->bound_count) {
        copy_node(s, at, child);
        if (cut(of, at->branch++, child->region))
            return true;
    }
    return false;
}

/* Looks at a new node; *open: it has children. */
static bool visit(solver *s, node *at, bool *open)
{
    *open = false;
    take_free(s, at);
    if (is_hopeless(s, at))
        return true;
    bool left = pp_i_bits_next(at->left, s->pay_count, 0) < s->pay_count;
    *open = left || open_cost(s, at) < s->cost_count;
    return *open || add_point(s, at);
}

/* Depth first. False where memory ran out; a stop of the run leaves the stack as it is. */
static bool search(solver *s)
{
    bool open;
    if (!visit(s, &s->stack[0], &open))
        return false;
    s->depth = open ? 1 : 0;
    while (s->depth > 0) {
        node *at = &s->stack[s->depth - 1], *child = &s->stack[s->depth];
        if (!pp_i_run_step(s->run, 1 + s->pay_count / 8))
            return s->run->stop != PP_STOP_MEMORY;
        bool left = pp_i_bits_next(at->left, s->pay_count, 0) < s->pay_count;
        if (!(left ? next_by_item(s, at, child) : next_by_cost(s, at, child))) {
            s->depth--;
            continue;
        }
        if (!visit(s, child, &open))
            return false;
        s->depth += open;
    }
    return true;
}

/* --- The answer ------------------------------------------------------------------------------- */

typedef struct point {
    const int64_t *values;
    const uint32_t *assignment;
    size_t parties;
} point;

static int falling(const void *a, const void *b)
{
    const point *x = a, *y = b;
    for (size_t p = 0; p < x->parties; p++)
        if (x->values[p] != y->values[p])
            return x->values[p] > y->values[p] ? -1 : 1;
    return 0;
}

static bool hand_out(solver *s, pp_i_arena *arena, pp_i_boxes_front *front)
{
    size_t parties = s->problem->party_count, variables = s->problem->variable_count;
    size_t count = s->values.count / parties;
    point *points = PP_NEW_ARRAY(s->arena, point, count);
    int64_t *values = PP_NEW_ARRAY(arena, int64_t, count * parties);
    uint32_t *assignments = PP_NEW_ARRAY(arena, uint32_t, count * variables);
    int64_t *bound = PP_NEW_ARRAY(arena, int64_t, parties);
    if (points == NULL || values == NULL || assignments == NULL || bound == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        points[i] =
            (point){s->values.items + i * parties, s->assignments.items + i * variables, parties};
    if (count > 0)
        qsort(points, count, sizeof *points, falling);
    for (size_t i = 0; i < count; i++) {
        memcpy(values + i * parties, points[i].values, parties * sizeof *values);
        memcpy(assignments + i * variables, points[i].assignment, variables * sizeof *assignments);
    }
    for (size_t p = 0; p < parties; p++) {
        bound[p] = INT64_MIN;
        for (size_t i = 0; i < count; i++)
            bound[p] = values[i * parties + p] > bound[p] ? values[i * parties + p] : bound[p];
    }
    for (size_t k = 0; k < s->depth; k++) { /* what was not looked at lies below these */
        find_bound(s, &s->stack[k]);
        for (size_t p = 0; p < parties; p++)
            bound[p] = s->bound[p] > bound[p] ? s->bound[p] : bound[p];
    }
    *front = (pp_i_boxes_front){.count = count,
                                .values = values,
                                .assignments = assignments,
                                .complete = s->depth == 0,
                                .bound = bound};
    return true;
}

static pp_status check(const pp_i_boxes *problem, pp_error *error)
{
    if (problem->variable_count > PP_BOXES_VARIABLE_COUNT_MAX || problem->party_count == 0 ||
        problem->party_count > PP_BOXES_PARTY_COUNT_MAX || problem->box_count > PP_BOXES_COUNT_MAX)
        return pp_i_fail(error, PP_ERROR_LIMIT,
                         "at most %d issues, %d parties and %d hyper-rectangles can be searched",
                         (int)PP_BOXES_VARIABLE_COUNT_MAX, (int)PP_BOXES_PARTY_COUNT_MAX,
                         (int)PP_BOXES_COUNT_MAX);
    return PP_OK;
}

pp_status pp_i_boxes_solve(const pp_i_boxes *problem, pp_i_run *run, pp_i_arena *arena,
                           pp_i_boxes_front *front, pp_error *error)
{
    pp_i_arena scratch;
    pp_status status = check(problem, error);
    if (status != PP_OK)
        return status;
    pp_i_arena_init(&scratch, pp_i_allocator_of(run->control));
    solver s = {.problem = problem, .run = run, .arena = &scratch};
    bool good = make_items(&s) && make_sets(&s) && make_stack(&s);
    if (good) {
        for (size_t i = 0; i < s.pay_count; i++)
            pp_i_bit_set(s.stack[0].left, i);
        memcpy(s.stack[0].sums, s.always, problem->party_count * sizeof *s.always);
        s.stack[0].item = s.stack[0].cost = SIZE_MAX;
        for (size_t v = 0; v < problem->variable_count; v++)
            s.stack[0].region[v] = (range){0, problem->domain_sizes[v] - 1};
        good = search(&s) && hand_out(&s, arena, front);
    }
    pp_i_arena_free(&scratch);
    return good ? PP_OK : pp_i_fail_memory(error);
}
