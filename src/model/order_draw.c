/* order_draw.c: see order_draw.h. */
#include "model/order_draw.h"

#include <math.h>

#include "base/map.h"

enum { SET_WORD_COUNT = PP_POSET_ITEM_COUNT_MAX / PP_WORD_BITS };

/* An up-set of a component, and how it is reached by adding a class to a smaller one. */
typedef struct up_set {
    pp_i_word classes[SET_WORD_COUNT];
    double sum;        /* of the products over all extensions of it, scaled for its size */
    size_t step_first; /* its steps: one for each minimal class */
    size_t step_count;
    size_t rate; /* of its classes together */
} up_set;

typedef struct step {
    uint32_t before; /* the up-set without the class */
    uint16_t added;  /* the class */
    uint32_t next;   /* of the same up-set, while they are collected */
} step;

typedef struct component {
    const uint16_t *classes;
    size_t class_count;
    bool chain;
    const up_set *sets; /* the last is the whole component */
    size_t set_count;
    const step *steps;
    double log_scale; /* what `sum` of the whole was scaled by */
} component;

struct pp_i_order_draw {
    const pp_i_poset *poset;
    bool by_size;
    const component *components;
    size_t component_count;
};

double pp_i_random_exponential(pp_i_random *random)
{
    return -log1p(-pp_i_random_unit(random));
}

static size_t rate_of(const pp_i_poset *poset, bool by_size, size_t class)
{
    return by_size ? poset->class_size[class] : 1;
}

/* --- The lattice of up-sets ------------------------------------------------------------------ */

typedef struct lattice {
    const pp_i_poset *poset;
    bool by_size;
    const component *of;
    PP_LIST(up_set) sets;
    PP_LIST(step) steps;
    PP_LIST(uint32_t) first_step; /* [set], UINT32_MAX ends */
    pp_i_map known;
    pp_i_arena *scratch;
} lattice;

static bool may_add(const lattice *of, const up_set *set, size_t class)
{
    const pp_i_poset *poset = of->poset;
    return !pp_i_bit_get(set->classes, class) &&
           pp_i_bits_subset(poset->above + class * poset->word_count, set->classes,
                            poset->word_count);
}

/* The number of the set with these classes, new or not; SIZE_MAX where memory has run out. */
static size_t set_number(lattice *of, const up_set *set)
{
    pp_text key = {(const char *)set->classes, sizeof set->classes};
    size_t number = pp_i_map_get(&of->known, key);
    if (number != PP_NONE)
        return number;
    key.data = pp_i_arena_copy(of->scratch, key.data, key.length);
    number = of->sets.count;
    if (key.data == NULL || !pp_i_map_set(&of->known, key, number) ||
        !PP_LIST_ADD(of->scratch, &of->sets, *set) ||
        !PP_LIST_ADD(of->scratch, &of->first_step, UINT32_MAX))
        return SIZE_MAX;
    return number;
}

/* All up-sets that follow set `at`. False where memory has run out. */
static bool expand(lattice *of, size_t at)
{
    for (size_t i = 0; i < of->of->class_count; i++) {
        size_t class = of->of->classes[i];
        if (!may_add(of, &of->sets.items[at], class))
            continue;
        up_set grown = of->sets.items[at];
        pp_i_bit_set(grown.classes, class);
        grown.sum = 0;
        grown.step_count = 0;
        grown.rate += rate_of(of->poset, of->by_size, class);
        size_t number = set_number(of, &grown);
        if (number == SIZE_MAX)
            return false;
        of->sets.items[number].sum += of->sets.items[at].sum;
        of->sets.items[number].step_count++;
        step one = {(uint32_t)at, (uint16_t) class, of->first_step.items[number]};
        of->first_step.items[number] = (uint32_t)of->steps.count;
        if (!PP_LIST_ADD(of->scratch, &of->steps, one))
            return false;
    }
    return true;
}

/* Divides the sums of the sets from `first` on, which are of one size, by their rates, and scales
 * them so that the greatest is 1. Returns the logarithm of the scale. */
static double scale_level(lattice *of, size_t first)
{
    double greatest = 0;
    for (size_t i = first; i < of->sets.count; i++) {
        up_set *set = &of->sets.items[i];
        set->sum /= (double)set->rate;
        if (set->sum > greatest)
            greatest = set->sum;
    }
    for (size_t i = first; i < of->sets.count; i++)
        of->sets.items[i].sum /= greatest;
    return log(greatest);
}

/* Builds level by level. *fits is false where there are too many. False: no memory, or stopped. */
static bool build_lattice(lattice *of, pp_i_run *run, double *log_scale, bool *fits)
{
    up_set nothing = {.sum = 1};
    size_t begin = set_number(of, &nothing), end;
    *log_scale = 0;
    *fits = true;
    if (begin == SIZE_MAX)
        return pp_i_run_no_memory(run);
    for (size_t size = 0; size < of->of->class_count; size++) {
        end = of->sets.count;
        for (; begin < end; begin++) {
            if (!expand(of, begin))
                return pp_i_run_no_memory(run);
            *fits = of->sets.count <= PP_ORDER_UP_SET_COUNT_MAX;
            if (!*fits)
                return true;
            if (!pp_i_run_step(run, of->of->class_count))
                return false;
        }
        *log_scale += scale_level(of, end);
    }
    return true;
}

/* Copies the lattice, the steps of each set together. */
static bool keep_lattice(const lattice *of, pp_i_arena *arena, component *made)
{
    up_set *sets = PP_NEW_ARRAY(arena, up_set, of->sets.count);
    step *steps = PP_NEW_ARRAY(arena, step, of->steps.count);
    size_t count = 0;
    if (sets == NULL || steps == NULL)
        return false;
    for (size_t i = 0; i < of->sets.count; i++) {
        sets[i] = of->sets.items[i];
        sets[i].step_first = count;
        for (uint32_t s = of->first_step.items[i]; s != UINT32_MAX; s = of->steps.items[s].next)
            steps[count++] = of->steps.items[s];
    }
    made->sets = sets;
    made->set_count = of->sets.count;
    made->steps = steps;
    return true;
}

static bool make_lattice(const pp_i_order_draw *draw, pp_i_run *run, pp_i_arena *arena,
                         component *made)
{
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, arena->allocator);
    lattice of = {.poset = draw->poset, .by_size = draw->by_size, .of = made, .scratch = &scratch};
    pp_i_map_init(&of.known, &scratch);
    bool fits, good = build_lattice(&of, run, &made->log_scale, &fits);
    made->chain = good && !fits;
    if (good && fits && !keep_lattice(&of, arena, made))
        good = pp_i_run_no_memory(run);
    pp_i_arena_free(&scratch);
    return good;
}

/* --- Components ------------------------------------------------------------------------------ */

/* Marks the classes that hang together with `class` and lists them in `members`. */
static size_t collect(const pp_i_poset *poset, size_t class, bool *seen, uint16_t *members)
{
    size_t count = 0;
    seen[class] = true;
    members[count++] = (uint16_t) class;
    for (size_t at = 0; at < count; at++)
        for (size_t other = 0; other < poset->class_count; other++) {
            if (seen[other] || (!pp_i_poset_below(poset, other, members[at]) &&
                                !pp_i_poset_below(poset, members[at], other)))
                continue;
            seen[other] = true;
            members[count++] = (uint16_t)other;
        }
    return count;
}

pp_i_order_draw *pp_i_order_draw_make(const pp_i_poset *poset, bool by_size, pp_i_run *run,
                                      pp_i_arena *arena)
{
    bool seen[PP_POSET_ITEM_COUNT_MAX] = {false};
    uint16_t members[PP_POSET_ITEM_COUNT_MAX];
    pp_i_order_draw *draw = PP_NEW(arena, pp_i_order_draw);
    component *components = PP_NEW_ARRAY(arena, component, poset->class_count);
    if (draw == NULL || components == NULL) {
        pp_i_run_no_memory(run);
        return NULL;
    }
    *draw = (pp_i_order_draw){poset, by_size, components, 0};
    for (size_t i = 0; i < poset->class_count; i++) {
        if (seen[i])
            continue;
        component *one = &components[draw->component_count++];
        one->class_count = collect(poset, i, seen, members);
        uint16_t *kept = PP_NEW_ARRAY(arena, uint16_t, one->class_count);
        if (kept == NULL) {
            pp_i_run_no_memory(run);
            return NULL;
        }
        memcpy(kept, members, one->class_count * sizeof *kept);
        one->classes = kept;
        if (!make_lattice(draw, run, arena, one))
            return NULL;
    }
    return draw;
}

bool pp_i_order_draw_is_chain(const pp_i_order_draw *draw)
{
    for (size_t i = 0; i < draw->component_count; i++)
        if (draw->components[i].chain)
            return true;
    return false;
}

/* Of n classes, a share exp(log_scale) of all n! orders of a component extend it. */
double pp_i_order_draw_log_count(const pp_i_order_draw *draw)
{
    double sum = lgamma((double)draw->poset->class_count + 1);
    for (size_t i = 0; i < draw->component_count; i++)
        sum += draw->components[i].log_scale;
    return sum;
}

/* --- Drawing --------------------------------------------------------------------------------- */

/* The extension from the bottom up, then keys that sum up gaps from there. */
static void draw_exactly(const component *of, pp_i_random *random, double *keys)
{
    uint16_t extension[PP_POSET_ITEM_COUNT_MAX]; /* from the top */
    double gaps[PP_POSET_ITEM_COUNT_MAX];
    size_t at = of->set_count - 1;
    for (size_t place = of->class_count; place-- > 0;) {
        const up_set *set = &of->sets[at];
        double whole = 0;
        for (size_t i = 0; i < set->step_count; i++)
            whole += of->sets[of->steps[set->step_first + i].before].sum;
        double left = pp_i_random_unit(random) * whole;
        size_t chosen = set->step_first;
        for (size_t i = 0; i + 1 < set->step_count; i++, chosen++) {
            left -= of->sets[of->steps[chosen].before].sum;
            if (left < 0)
                break;
        }
        extension[place] = of->steps[chosen].added;
        gaps[place] = pp_i_random_exponential(random) / (double)set->rate;
        at = of->steps[chosen].before;
    }
    double key = 0;
    for (size_t place = of->class_count; place-- > 0;) {
        key += gaps[place];
        keys[extension[place]] = key;
    }
}

/* One key anew between those of the classes above and below it. */
static void draw_between(const pp_i_order_draw *draw, size_t class, pp_i_random *random,
                         double *keys)
{
    const pp_i_poset *poset = draw->poset;
    const pp_i_word *below = poset->below + class * poset->word_count;
    const pp_i_word *above = poset->above + class * poset->word_count;
    size_t count = poset->class_count;
    double least = 0, most = INFINITY, rate = (double)rate_of(poset, draw->by_size, class);
    for (size_t c = 0; (c = pp_i_bits_next(below, count, c)) < count; c++)
        least = fmax(least, keys[c]);
    for (size_t c = 0; (c = pp_i_bits_next(above, count, c)) < count; c++)
        most = fmin(most, keys[c]);
    double share = -expm1(-rate * (most - least)); /* of the tail above `least` */
    double key = least - log1p(-pp_i_random_unit(random) * share) / rate;
    keys[class] = fmin(key, most);
}

static void sweep(const pp_i_order_draw *draw, const component *of, size_t count,
                  pp_i_random *random, double *keys)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < of->class_count; j++)
            draw_between(draw, of->classes[j], random, keys);
}

/* Keys that respect the order: how many classes stand below. */
static void start_chain(const pp_i_order_draw *draw, const component *of, double *keys)
{
    const pp_i_poset *poset = draw->poset;
    for (size_t i = 0; i < of->class_count; i++) {
        size_t class = of->classes[i];
        size_t below = pp_i_bits_count(poset->below + class * poset->word_count, poset->word_count);
        keys[class] = ((double)below + 0.5) / (double)of->class_count;
    }
}

void pp_i_order_draw_first(const pp_i_order_draw *draw, pp_i_random *random, double *keys)
{
    for (size_t i = 0; i < draw->component_count; i++) {
        const component *one = &draw->components[i];
        if (!one->chain)
            continue;
        start_chain(draw, one, keys);
        sweep(draw, one, PP_ORDER_SWEEP_COUNT_FIRST, random, keys);
    }
    pp_i_order_draw_next(draw, random, keys);
}

void pp_i_order_draw_next(const pp_i_order_draw *draw, pp_i_random *random, double *keys)
{
    for (size_t i = 0; i < draw->component_count; i++)
        if (draw->components[i].chain)
            sweep(draw, &draw->components[i], PP_ORDER_SWEEP_COUNT, random, keys);
        else
            draw_exactly(&draw->components[i], random, keys);
}
