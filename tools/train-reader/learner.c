/* learner.c: see learner.h. Features lie in a hash table in the order in which they came; each holds
 * the classes that an update has touched. */
#include "learner.h"

#include <math.h>
#include <stdlib.h>

#include "treebank.h"

typedef struct cell {
    uint32_t class;
    int32_t weight;
    int64_t sum; /* of the weight over time, up to `since` */
    uint32_t since;
} cell;

typedef struct feature {
    uint64_t key;
    cell *cells;
    uint16_t count, capacity;
    uint32_t update_count;
} feature;

struct learner {
    uint32_t *slots; /* 1 + index of a feature; 0: empty */
    size_t slot_count;
    feature *features;
    size_t count, capacity;
    uint32_t now;
};

perceptron *learner_new(void)
{
    perceptron *made = allocate(1, sizeof *made);
    made->slot_count = 1 << 16;
    made->slots = allocate(made->slot_count, sizeof *made->slots);
    made->capacity = 1 << 15;
    made->features = allocate(made->capacity, sizeof *made->features);
    return made;
}

void learner_free(perceptron *learner)
{
    for (size_t i = 0; i < learner->count; i++)
        free(learner->features[i].cells);
    free(learner->features);
    free(learner->slots);
    free(learner);
}

static size_t slot_of(const perceptron *learner, uint64_t key)
{
    size_t mask = learner->slot_count - 1, slot = (size_t)(key ^ key >> 32) & mask;
    while (learner->slots[slot] != 0 && learner->features[learner->slots[slot] - 1].key != key)
        slot = (slot + 1) & mask;
    return slot;
}

static void grow(perceptron *learner)
{
    if (learner->count == learner->capacity) {
        learner->capacity *= 2;
        learner->features =
            realloc(learner->features, learner->capacity * sizeof *learner->features);
        if (learner->features == NULL)
            fail("no memory", "features");
    }
    if (learner->count * 2 < learner->slot_count)
        return;
    free(learner->slots);
    learner->slot_count *= 2;
    learner->slots = allocate(learner->slot_count, sizeof *learner->slots);
    for (size_t i = 0; i < learner->count; i++)
        learner->slots[slot_of(learner, learner->features[i].key)] = (uint32_t)(i + 1);
}

static feature *reach(perceptron *learner, uint64_t key)
{
    size_t slot = slot_of(learner, key);
    if (learner->slots[slot] == 0) {
        grow(learner);
        slot = slot_of(learner, key);
        learner->features[learner->count++] = (feature){.key = key};
        learner->slots[slot] = (uint32_t)learner->count;
    }
    return &learner->features[learner->slots[slot] - 1];
}

void learner_score(const perceptron *learner, const pp_i_features *features,
                   int32_t scores[PP_CLASS_COUNT_MAX])
{
    for (size_t i = 0; i < features->count; i++) {
        uint64_t key = features->keys[i];
        __builtin_prefetch(&learner->slots[(key ^ key >> 32) & (learner->slot_count - 1)]);
    }
    for (size_t i = 0; i < features->count; i++) {
        size_t slot = slot_of(learner, features->keys[i]);
        if (learner->slots[slot] == 0)
            continue;
        const feature *found = &learner->features[learner->slots[slot] - 1];
        for (size_t c = 0; c < found->count; c++)
            scores[found->cells[c].class] += found->cells[c].weight;
    }
}

void learner_tick(perceptron *learner)
{
    learner->now++;
}

static size_t move_weight(perceptron *learner, feature *of, uint32_t class, int32_t by)
{
    size_t c = 0;
    while (c < of->count && of->cells[c].class != class)
        c++;
    if (c == of->count) {
        if (of->count == of->capacity) {
            of->capacity = (uint16_t)(of->capacity == 0 ? 2 : of->capacity * 2);
            of->cells = realloc(of->cells, of->capacity * sizeof *of->cells);
            if (of->cells == NULL)
                fail("no memory", "weights");
        }
        of->cells[of->count++] = (cell){.class = class, .since = learner->now};
    }
    cell *to = &of->cells[c];
    to->sum += (int64_t)to->weight * (learner->now - to->since);
    to->since = learner->now;
    to->weight += by;
    return c;
}

void learner_update(perceptron *learner, const pp_i_features *features, size_t good, size_t bad)
{
    for (size_t i = 0; i < features->count; i++) {
        feature *of = reach(learner, features->keys[i]);
        of->update_count++;
        move_weight(learner, of, (uint32_t)good, 1);
        move_weight(learner, of, (uint32_t)bad, -1);
    }
}

static int64_t total(const perceptron *learner, const cell *from)
{
    return from->sum + (int64_t)from->weight * (learner->now - from->since);
}

void learner_add(perceptron *learner, const perceptron *other)
{
    for (size_t i = 0; i < other->count; i++) {
        const feature *from = &other->features[i];
        feature *to = reach(learner, from->key);
        to->update_count += from->update_count;
        for (size_t c = 0; c < from->count; c++) {
            size_t at = move_weight(learner, to, from->cells[c].class, 0);
            to->cells[at].sum += total(other, &from->cells[c]);
        }
    }
}

static double average(const perceptron *learner, const cell *from)
{
    return (double)total(learner, from) / (double)learner->now;
}

static int scale(double weight, double full_weight)
{
    double scaled = round(weight / full_weight * 127);
    return (int)(scaled > 127 ? 127 : scaled < -127 ? -127 : scaled);
}

/* The cells of a feature that are worth keeping; their count. */
static size_t keep(const perceptron *learner, const feature *of, double full_weight, int weight_min,
                   pp_i_weight_cell *cells)
{
    size_t count = 0;
    for (size_t c = 0; c < of->count; c++) {
        int weight = scale(average(learner, &of->cells[c]), full_weight);
        if (abs(weight) >= weight_min && weight != 0)
            cells[count++] =
                (pp_i_weight_cell)(of->cells[c].class | (unsigned)(weight & 0xFF) << 8);
    }
    return count;
}

static void place(pp_i_weight_slot *slots, size_t slot_count, uint64_t key, size_t row)
{
    uint32_t fingerprint = pp_i_feature_fingerprint(key);
    size_t at = pp_i_feature_slot(key, slot_count);
    while (slots[at].fingerprint != 0 && slots[at].fingerprint != fingerprint)
        at = at + 1 < slot_count ? at + 1 : 0;
    slots[at] = (pp_i_weight_slot){fingerprint, (uint32_t)row};
}

pp_i_weights learner_finish(const perceptron *learner, double full_weight, int weight_min,
                            unsigned update_count_min)
{
    size_t kept = 0, cell_count = 0, slot_count = 16;
    pp_i_weight_cell row[PP_CLASS_COUNT_MAX];
    for (size_t i = 0; i < learner->count; i++) {
        const feature *of = &learner->features[i];
        size_t count = of->update_count < update_count_min
                           ? 0
                           : keep(learner, of, full_weight, weight_min, row);
        kept += count > 0;
        cell_count += count > 0 ? count + 1 : 0;
    }
    slot_count += kept * 5 / 4;
    pp_i_weight_slot *slots = allocate(slot_count, sizeof *slots);
    pp_i_weight_cell *cells = allocate(cell_count, sizeof *cells);
    size_t end = 0;
    for (size_t i = 0; i < learner->count; i++) {
        const feature *of = &learner->features[i];
        size_t count = of->update_count < update_count_min
                           ? 0
                           : keep(learner, of, full_weight, weight_min, row);
        if (count == 0)
            continue;
        place(slots, slot_count, of->key, end);
        cells[end++] = (pp_i_weight_cell)count;
        memcpy(cells + end, row, count * sizeof *row);
        end += count;
    }
    return (pp_i_weights){slots, slot_count, cells, end};
}

/* What LEFT and RIGHT have over SHIFT; false where that is too little to keep. */
static bool keep_moves(const perceptron *learner, const feature *of, double full_weight,
                       int weight_min, pp_i_move_slot *to)
{
    double weights[3] = {0};
    for (size_t c = 0; c < of->count; c++)
        weights[of->cells[c].class] = average(learner, &of->cells[c]);
    int left = scale(weights[1] - weights[0], full_weight);
    int right = scale(weights[2] - weights[0], full_weight);
    *to = (pp_i_move_slot){pp_i_move_fingerprint(of->key), (int8_t)left, (int8_t)right};
    return abs(left) >= weight_min || abs(right) >= weight_min;
}

pp_i_move_weights learner_finish_moves(const perceptron *learner, double full_weight,
                                       int weight_min, unsigned update_count_min)
{
    size_t kept = 0;
    pp_i_move_slot made;
    for (size_t i = 0; i < learner->count; i++)
        kept += learner->features[i].update_count >= update_count_min &&
                keep_moves(learner, &learner->features[i], full_weight, weight_min, &made);
    size_t slot_count = kept * 10 / 9 + 16;
    pp_i_move_slot *slots = allocate(slot_count, sizeof *slots);
    for (size_t i = 0; i < learner->count; i++) {
        const feature *of = &learner->features[i];
        if (of->update_count < update_count_min ||
            !keep_moves(learner, of, full_weight, weight_min, &made))
            continue;
        size_t at = pp_i_feature_slot(of->key, slot_count);
        while (slots[at].fingerprint != 0)
            at = at + 1 < slot_count ? at + 1 : 0;
        slots[at] = made;
    }
    return (pp_i_move_weights){slots, slot_count};
}

void weights_free(pp_i_weights *weights)
{
    free((void *)(uintptr_t)weights->slots);
    free((void *)(uintptr_t)weights->cells);
    *weights = (pp_i_weights){0};
}

size_t weights_bytes(const pp_i_weights *weights)
{
    return weights->slot_count * sizeof *weights->slots +
           weights->cell_count * sizeof *weights->cells;
}
