/* band.c: see band.h. */
#include "engine/band.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "engine/band_stairs.h"
#include "engine/band_walk.h"

enum {
    DIRECTION_COUNT_MAX = 21,
    PASS_COUNT = 48,
    ROUND_COUNT = 6,      /* of restricting and bounding anew */
    FIRST_WIDTH = 64,     /* of the walks that look for first vectors */
    BAND_WIDTH = 1 << 11, /* of the first walk through a band; the next are four times as wide */
};

typedef struct direction {
    double weights[2];
    pp_i_band_bound bound; /* over the whole space */
    int64_t reached[2];    /* the vector of the narrow walk that goes furthest */
    double least;          /* once settled: where its band begins */
    bool settled;
} direction;

typedef struct banding {
    const pp_i_frontier_question *question;
    pp_i_front_maker *maker;
    pp_i_arena *arena; /* of the answer */
    pp_i_arena kept;   /* of the directions */
    pp_i_band_space space;
    int64_t low[2];   /* only vectors at or above are asked for */
    int64_t high[2];  /* no vector is above */
    size_t width_max; /* a wider walk is not tried */
    double range[2];  /* how far apart each sum's values can be */
    direction directions[DIRECTION_COUNT_MAX];
    size_t direction_count;
    pp_i_band_points stairs;
} banding;

static bool no_memory(const banding *b)
{
    return pp_i_run_no_memory(b->maker->run);
}

/* --- Vectors ---------------------------------------------------------------------------------- */

/* Adds the vectors of a front to the stairs: as found only, or, from `least` on, as complete. */
static bool add_points(banding *b, const pp_i_front *front, const double *weights, double least)
{
    size_t all = b->question->problem->domain_sizes.count, first = b->question->variable_count;
    pp_i_arena_mark mark = pp_i_arena_mark_get(&b->maker->work);
    pp_i_value *whole = PP_NEW_ARRAY(&b->maker->work, pp_i_value, all);
    uint32_t *stack = PP_NEW_ARRAY(&b->maker->work, uint32_t, all + 2);
    if (whole == NULL || stack == NULL)
        return no_memory(b);
    for (size_t i = 0; i < front->count; i++) {
        pp_i_band_point point = {.x = front->values[i], .y = front->values[front->count + i]};
        if (weights != NULL && pp_i_band_weigh(weights, point.x, point.y) >= least) {
            pp_i_natural count;
            pp_i_value *assignment = PP_NEW_ARRAY(b->arena, pp_i_value, first + 1);
            if (assignment == NULL)
                return no_memory(b);
            pp_i_front_follow(b->maker, front->traces[i], stack, whole);
            memcpy(assignment, whole, first * sizeof *whole);
            point.assignment = assignment;
            if (!pp_i_front_count(b->maker, front->counts[i], b->arena, &count) ||
                !pp_i_natural_of_limbs(b->arena, count.limbs, count.limb_count, &point.count))
                return no_memory(b);
        }
        if (!PP_LIST_ADD(&b->kept, &b->stairs, point))
            return no_memory(b);
    }
    pp_i_arena_rewind(&b->maker->work, mark);
    pp_i_band_stairs_make(&b->stairs);
    return true;
}

/* The vector of `front` that goes furthest in a direction. */
static void reach_furthest(const pp_i_front *front, direction *at)
{
    double most = -INFINITY;
    for (size_t i = 0; i < front->count; i++) {
        int64_t x = front->values[i], y = front->values[front->count + i];
        if (pp_i_band_weigh(at->weights, x, y) <= most)
            continue;
        most = pp_i_band_weigh(at->weights, x, y);
        at->reached[0] = x;
        at->reached[1] = y;
    }
}

/* Adds a direction at place k: its bound, and first vectors by a narrow walk. */
static bool add_direction(banding *b, size_t k, double x_weight, double y_weight)
{
    memmove(&b->directions[k + 1], &b->directions[k],
            (b->direction_count - k) * sizeof *b->directions);
    b->direction_count++;
    direction *at = &b->directions[k];
    double size = hypot(x_weight * b->range[0], y_weight * b->range[1]);
    *at = (direction){.weights = {x_weight / size, y_weight / size}};
    if (!pp_i_band_bound_make(&b->space, at->weights, b->maker, &b->kept, &at->bound) ||
        !pp_i_band_bound_lower(&at->bound, PASS_COUNT, b->maker))
        return false;
    pp_i_band_walk walk;
    size_t traces = b->maker->traces.count;
    pp_i_arena arena;
    pp_i_arena_init(&arena, b->maker->kept.allocator);
    bool good = pp_i_band_walk_run(&at->bound, -INFINITY, FIRST_WIDTH, b->maker, &arena, &walk) &&
                add_points(b, &walk.front, NULL, 0);
    if (good)
        reach_furthest(&walk.front, at);
    pp_i_arena_free(&arena);
    b->maker->traces.count = traces;
    return good;
}

/* How far two neighbouring directions' vectors fall short in each other's. */
static double gap_after(const banding *b, size_t k)
{
    const direction *p = &b->directions[k], *q = p + 1;
    return pp_i_band_weigh(p->weights, p->reached[0] - q->reached[0],
                           p->reached[1] - q->reached[1]) +
           pp_i_band_weigh(q->weights, q->reached[0] - p->reached[0],
                           q->reached[1] - p->reached[1]);
}

/* From one sum's best to the other's, each time between the two neighbours that are furthest
 * apart, at right angles to the line from one to the other (aneja1979). */
static bool make_directions(banding *b)
{
    bool flat[2];
    for (size_t d = 0; d < 2; d++) {
        pp_i_band_space_range(&b->space, d, &b->low[d], &b->high[d]);
        flat[d] = b->high[d] == b->low[d];
        b->range[d] = flat[d] ? 1 : (double)b->high[d] - (double)b->low[d];
        if (b->question->floors != NULL && b->question->floors[d] > b->low[d])
            b->low[d] = b->question->floors[d];
    }
    /* where one sum is always the same, only the other has a direction */
    if ((!flat[0] || flat[1]) && !add_direction(b, 0, 1, 0))
        return false;
    if (!flat[1] && !add_direction(b, b->direction_count, 0, 1))
        return false;
    while (b->direction_count > 1 && b->direction_count < DIRECTION_COUNT_MAX) {
        size_t widest = 0;
        for (size_t k = 1; k + 1 < b->direction_count; k++)
            widest = gap_after(b, k) > gap_after(b, widest) ? k : widest;
        const direction *p = &b->directions[widest], *q = p + 1;
        int64_t x = p->reached[0] - q->reached[0], y = q->reached[1] - p->reached[1];
        if (x <= 0 || y <= 0)
            break;
        if (!add_direction(b, widest + 1, (double)y, (double)x))
            return false;
    }
    return true;
}

/* --- Bands ------------------------------------------------------------------------------------ */

static bool is_settled(const banding *b, pp_i_band_target target)
{
    for (size_t k = 0; k < b->direction_count; k++)
        if (b->directions[k].settled &&
            pp_i_band_weigh(b->directions[k].weights, target.x, target.y) >= b->directions[k].least)
            return true;
    return false;
}

/* The direction not yet settled in which a target lies nearest to the bound. */
static size_t nearest(const banding *b, pp_i_band_target target)
{
    size_t best = SIZE_MAX;
    double least = INFINITY;
    for (size_t k = 0; k < b->direction_count; k++) {
        const direction *at = &b->directions[k];
        double far = at->bound.upper - pp_i_band_weigh(at->weights, target.x, target.y);
        if (!at->settled && far < least) {
            least = far;
            best = k;
        }
    }
    return best;
}

/* Where the band of direction k has to begin; infinity: nothing is left for it. */
static bool band_begin(banding *b, size_t k, double *least)
{
    pp_i_arena_mark mark = pp_i_arena_mark_get(&b->maker->work);
    pp_i_band_target *targets =
        PP_NEW_ARRAY(&b->maker->work, pp_i_band_target, 2 * b->stairs.count + 1);
    if (targets == NULL)
        return no_memory(b);
    size_t count = pp_i_band_stairs_targets(&b->stairs, b->low, b->high, targets);
    *least = INFINITY;
    for (size_t i = 0; i < count; i++)
        if (!is_settled(b, targets[i]) && nearest(b, targets[i]) == k)
            *least =
                fmin(*least, pp_i_band_weigh(b->directions[k].weights, targets[i].x, targets[i].y));
    pp_i_arena_rewind(&b->maker->work, mark);
    return true;
}

/* What of a bound's space reaches the band. */
static bool restrict_to(banding *b, const pp_i_band_bound *bound, double least, pp_i_arena *arena,
                        pp_i_band_space *restricted, bool *fewer)
{
    const pp_i_band_space *space = bound->space;
    bool **keep = PP_NEW_ARRAY(arena, bool *, space->variable_count);
    double **least_of = PP_NEW_ARRAY(arena, double *, space->variable_count);
    if (keep == NULL || least_of == NULL)
        return no_memory(b);
    *fewer = false;
    for (size_t v = 0; v < space->variable_count; v++) {
        const pp_i_band_variable *variable = &space->variables[v];
        keep[v] = PP_NEW_ARRAY(arena, bool, variable->value_count);
        least_of[v] = PP_NEW_ARRAY(arena, double, variable->value_count);
        if (keep[v] == NULL || least_of[v] == NULL)
            return no_memory(b);
        for (size_t k = 0; k < variable->value_count; k++) {
            const pp_i_front *own = &variable->own[k];
            double most = -INFINITY, spare = bound->reach[v][k] - (least - bound->slack);
            for (size_t i = 0; i < own->count; i++)
                most = fmax(most, pp_i_band_weigh(bound->weights, own->values[i],
                                                  own->values[own->count + i]));
            keep[v][k] = spare >= 0;
            least_of[v][k] = most - spare;
            for (size_t i = 0; i < own->count; i++)
                *fewer = *fewer || pp_i_band_weigh(bound->weights, own->values[i],
                                                   own->values[own->count + i]) < most - spare;
        }
    }
    return pp_i_band_space_restrict(space, keep, bound->weights, least_of, b->maker, arena,
                                    restricted);
}

/* Walks the band of a direction from `least` on. */
static bool walk_band(banding *b, size_t k, double least, size_t width_max, pp_i_arena *arena,
                      pp_i_band_walk *walk)
{
    pp_i_band_space spaces[ROUND_COUNT];
    pp_i_band_bound bounds[ROUND_COUNT];
    const pp_i_band_bound *bound = &b->directions[k].bound;
    *walk = (pp_i_band_walk){0};
    for (size_t round = 0; round < ROUND_COUNT; round++) {
        bool fewer = false;
        if (!restrict_to(b, bound, least, arena, &spaces[round], &fewer))
            return false;
        if (spaces[round].empty)
            return true;
        if (!fewer && round > 0)
            break;
        if (!pp_i_band_bound_make(&spaces[round], bound->weights, b->maker, arena,
                                  &bounds[round]) ||
            !pp_i_band_bound_lower(&bounds[round], PASS_COUNT, b->maker))
            return false;
        bound = &bounds[round];
    }
    return pp_i_band_walk_run(bound, least, width_max, b->maker, arena, walk);
}

static bool settle(banding *b, size_t k)
{
    direction *at = &b->directions[k];
    for (size_t width = BAND_WIDTH;; width *= 4) {
        double least = INFINITY;
        pp_i_band_walk walk;
        pp_i_arena arena;
        if (!band_begin(b, k, &least))
            return false;
        if (least == INFINITY)
            return at->settled = true, at->least = INFINITY, true;
        size_t traces = b->maker->traces.count;
        pp_i_arena_init(&arena, b->maker->kept.allocator);
        bool good = walk_band(b, k, least, width, &arena, &walk) &&
                    (walk.front.count == 0 ||
                     add_points(b, &walk.front, walk.cut ? NULL : at->weights, least));
        pp_i_arena_free(&arena);
        b->maker->traces.count = traces;
        if (!good)
            return false;
        if (!walk.cut) {
            at->settled = true;
            at->least = least;
            return true;
        }
        if (width > b->width_max)
            return false;
    }
}

/* --- The whole -------------------------------------------------------------------------------- */

static bool hand_out(const banding *b, pp_i_frontier *frontier)
{
    size_t count = 0, first = b->question->variable_count;
    int64_t *values = PP_NEW_ARRAY(b->arena, int64_t, 2 * b->stairs.count);
    pp_i_natural *counts = PP_NEW_ARRAY(b->arena, pp_i_natural, b->stairs.count);
    pp_i_value *assignments = PP_NEW_ARRAY(b->arena, pp_i_value, b->stairs.count * first);
    if (values == NULL || counts == NULL || assignments == NULL)
        return no_memory(b);
    for (size_t i = 0; i < b->stairs.count; i++) {
        const pp_i_band_point *point = &b->stairs.items[i];
        if (point->x < b->low[0] || point->y < b->low[1])
            continue;
        values[2 * count] = point->x;
        values[2 * count + 1] = point->y;
        counts[count] = point->count;
        memcpy(assignments + count++ * first, point->assignment, first * sizeof *assignments);
    }
    *frontier = (pp_i_frontier){.count = count,
                                .dimension = 2,
                                .limb_count = 1,
                                .variable_count = first,
                                .values = values,
                                .counts = counts,
                                .assignments = assignments};
    return true;
}

/* Where narrow walks found no vector: is there one at all? *good is false where the run stopped. */
static pp_status look_for_one(banding *b, pp_i_run *run, bool *good, pp_error *error)
{
    const pp_i_problem *problem = b->question->problem;
    pp_i_value *values = PP_NEW_ARRAY(&b->kept, pp_i_value, problem->domain_sizes.count);
    bool known = false, exists = false;
    *good = values != NULL || no_memory(b);
    if (!*good)
        return pp_i_fail_memory(error);
    pp_status status = pp_i_solve_exists(problem, run, &known, &exists, values, NULL, error);
    *good = status == PP_OK && known;
    if (!*good || !exists)
        return status;
    int64_t sums[2] = {0, 0};
    for (size_t f = 0; f < problem->factors.count; f++) {
        const pp_i_factor *factor = &problem->factors.items[f];
        if (factor->kind == PP_FACTOR_WEIGHT)
            sums[factor->group] += factor->weights[pp_i_factor_cell(problem, factor, values)];
    }
    pp_i_band_point point = {.x = sums[0], .y = sums[1]};
    *good = PP_LIST_ADD(&b->kept, &b->stairs, point) || no_memory(b);
    return *good ? PP_OK : pp_i_fail_memory(error);
}

static bool settle_all(banding *b)
{
    for (size_t k = 0; k < b->direction_count; k++)
        if (!settle(b, k))
            return false;
    return true;
}

pp_status pp_i_band_frontier(const pp_i_frontier_question *question, pp_i_frontier_state *state,
                             size_t width_max, pp_i_run *run, pp_i_arena *arena, bool *known,
                             pp_i_frontier *frontier, pp_error *error)
{
    banding *b = PP_NEW(arena, banding);
    *known = false;
    if (b == NULL)
        return pp_i_run_no_memory(run), pp_i_fail_memory(error);
    *b = (banding){
        .question = question, .maker = &state->maker, .arena = arena, .width_max = width_max};
    pp_i_arena_init(&b->kept, state->maker.kept.allocator);
    pp_status status = PP_OK;
    bool good = pp_i_band_space_make(&state->classes, b->maker, &b->kept, &b->space) &&
                (b->space.empty || make_directions(b));
    if (good && !b->space.empty && b->stairs.count == 0)
        status = look_for_one(b, run, &good, error);
    *known =
        good && status == PP_OK && (b->stairs.count == 0 || settle_all(b)) && hand_out(b, frontier);
    pp_i_arena_free(&b->kept);
    return status;
}
