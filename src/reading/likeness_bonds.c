/*
 * likeness_bonds.c: pairs of claims with akin words; see likeness.h.
 *
 * An index from each root to the claims that have it, and for each root the roots akin to it, so
 * that only claims which share something are ever compared. Where there are more claims than the
 * room for bonds allows, each first chooses those of its bonds that are to be kept; then all bonds
 * are found again, and those that one of their ends has chosen are put down. Claims are shared out
 * in blocks to threads; what comes out does not depend on how many these are.
 */
#include "reading/likeness_index.h"

#include <stdlib.h>

#include "base/team.h"

enum {
    BLOCK_CLAIM_COUNT = 64,
    CHOSEN_COUNT_MIN = 24 /* bonds that a claim keeps at least */
};

/* A bond that may be kept; lower ones go first. */
typedef struct candidate {
    double key; /* what is kept is of the highest */
    uint32_t other;
} candidate;

/* The `count_max` best of the candidates offered: a heap with the worst on top. */
typedef struct choice {
    candidate *items;
    size_t count, count_max;
} choice;

typedef struct worker {
    pp_i_arena arena;
    pp_i_share *shares; /* for each claim */
    uint32_t *touched, *fresh;
    size_t touched_count, fresh_count;
    pp_i_bonds found; /* of the block under way */
    choice strongest, drawn;
    bool failed;
} worker;

typedef struct search {
    const pp_i_likeness *likeness;
    pp_i_bond_strength *strength;
    void *context;
    worker *workers;
    bool *partial; /* for each claim: not all of its bonds are kept */
    size_t chosen_count_max;
    uint32_t *chosen; /* chosen_count_max for each claim, sorted */
    uint32_t *chosen_counts;
    pp_i_bonds *blocks;
} search;

/* --- Shares ---------------------------------------------------------------------------------- */

/* Notes for each claim with akin words how much of the term it has. */
static void share_term(const pp_i_likeness *likeness, worker *self, const pp_i_term *term,
                       uint32_t claim)
{
    for (uint32_t k = likeness->kin.first[term->root]; k < likeness->kin.first[term->root + 1];
         k++) {
        const pp_i_kin *one = &likeness->kin.items[k];
        double kin_weight = pp_i_kin_weight(one->kinship);
        for (uint32_t at = likeness->first[one->root]; at < likeness->first[one->root + 1]; at++) {
            const pp_i_posting *found = &likeness->postings[at];
            if (found->claim == claim)
                continue;
            pp_i_share *share = &self->shares[found->claim];
            if (!share->touched) {
                *share = (pp_i_share){.touched = true};
                self->touched[self->touched_count++] = found->claim;
            }
            if (share->best == 0)
                self->fresh[self->fresh_count++] = found->claim;
            pp_i_share_offer(share, kin_weight * pp_i_smaller(term->weight, found->weight), found->term,
                             one->kinship);
        }
    }
}

/* Leaves in `touched` the claims that share something with this one. */
static void share_claim(const pp_i_likeness *likeness, worker *self, uint32_t claim)
{
    const pp_i_claim *one = &likeness->claims[claim];
    self->touched_count = 0;
    for (size_t i = 0; i < one->term_count; i++) {
        self->fresh_count = 0;
        share_term(likeness, self, &one->terms[i], claim);
        for (size_t j = 0; j < self->fresh_count; j++)
            pp_i_share_close(&self->shares[self->fresh[j]], (uint8_t)i);
    }
    for (size_t i = 0; i < self->touched_count; i++)
        self->shares[self->touched[i]].touched = false;
}

/* --- Choosing -------------------------------------------------------------------------------- */

static bool is_worse(candidate a, candidate b)
{
    return a.key != b.key ? a.key < b.key : a.other > b.other;
}

static void sink(choice *best, size_t at)
{
    for (;;) {
        size_t worst = at, left = 2 * at + 1;
        for (size_t child = left; child < left + 2 && child < best->count; child++)
            if (is_worse(best->items[child], best->items[worst]))
                worst = child;
        if (worst == at)
            return;
        candidate swap = best->items[at];
        best->items[at] = best->items[worst];
        best->items[worst] = swap;
        at = worst;
    }
}

static void offer(choice *best, candidate one)
{
    if (best->count < best->count_max) {
        best->items[best->count++] = one;
        for (size_t i = best->count == best->count_max ? best->count / 2 : 0; i > 0; i--)
            sink(best, i - 1);
    } else if (is_worse(best->items[0], one)) {
        best->items[0] = one;
        sink(best, 0);
    }
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* A number that the two claims draw, the same from both sides and in every run. */
static double lot_of(uint32_t a, uint32_t b)
{
    const uint32_t both[] = {a < b ? a : b, a < b ? b : a};
    return (double)(pp_i_hash_bytes(both, sizeof both) >> 11);
}

/* The strongest bonds of a claim, and as many that are drawn by lot: the strongest alone would all
 * lead into the middle of what is said most often, and two such middles would never meet. */
static void choose(const search *whole, worker *self, uint32_t claim)
{
    size_t count = 0;
    self->strongest.count = self->drawn.count = 0;
    share_claim(whole->likeness, self, claim);
    for (size_t i = 0; i < self->touched_count; i++) {
        uint32_t other = self->touched[i];
        pp_i_bond bond = pp_i_share_bond(whole->likeness, &self->shares[other], claim, other);
        if (bond.overlap < whole->likeness->overlap_min)
            continue;
        if (other < claim) {
            bond.a = other;
            bond.b = claim;
        }
        count++;
        offer(&self->strongest, (candidate){whole->strength(whole->context, &bond), other});
        offer(&self->drawn, (candidate){lot_of(claim, other), other});
    }
    whole->partial[claim] = count > whole->chosen_count_max;
    if (!whole->partial[claim])
        return;
    uint32_t *chosen = whole->chosen + claim * whole->chosen_count_max, chosen_count = 0;
    for (size_t i = 0; i < self->strongest.count; i++)
        chosen[chosen_count++] = self->strongest.items[i].other;
    for (size_t i = 0; i < self->drawn.count; i++)
        chosen[chosen_count++] = self->drawn.items[i].other;
    qsort(chosen, chosen_count, sizeof *chosen, compare_numbers);
    whole->chosen_counts[claim] = chosen_count;
}

static bool has_chosen(const search *whole, uint32_t claim, uint32_t other)
{
    return whole->chosen == NULL || !whole->partial[claim] ||
           bsearch(&other, whole->chosen + claim * whole->chosen_count_max,
                   whole->chosen_counts[claim], sizeof other, compare_numbers) != NULL;
}

/* --- Blocks ---------------------------------------------------------------------------------- */

static void choose_block(void *context, size_t block, unsigned number)
{
    const search *whole = context;
    size_t end = (block + 1) * BLOCK_CLAIM_COUNT;
    for (size_t i = block * BLOCK_CLAIM_COUNT; i < end && i < whole->likeness->claim_count; i++)
        choose(whole, &whole->workers[number], (uint32_t)i);
}

static int compare_bonds(const void *a, const void *b)
{
    const pp_i_bond *x = a, *y = b;
    return (x->b > y->b) - (x->b < y->b);
}

/* Adds the bonds of a claim with later ones. */
static bool find_bonds(const search *whole, worker *self, uint32_t claim)
{
    size_t first = self->found.count;
    share_claim(whole->likeness, self, claim);
    for (size_t i = 0; i < self->touched_count; i++) {
        uint32_t other = self->touched[i];
        if (other < claim || (!has_chosen(whole, claim, other) && !has_chosen(whole, other, claim)))
            continue;
        pp_i_bond bond = pp_i_share_bond(whole->likeness, &self->shares[other], claim, other);
        if (bond.overlap >= whole->likeness->overlap_min &&
            !PP_LIST_ADD(&self->arena, &self->found, bond))
            return false;
    }
    if (self->found.count > first)
        qsort(self->found.items + first, self->found.count - first, sizeof *self->found.items,
              compare_bonds);
    return true;
}

static void find_block(void *context, size_t block, unsigned number)
{
    const search *whole = context;
    worker *self = &whole->workers[number];
    size_t end = (block + 1) * BLOCK_CLAIM_COUNT;
    self->found.count = 0;
    for (size_t i = block * BLOCK_CLAIM_COUNT; i < end && i < whole->likeness->claim_count; i++)
        if (self->failed || !find_bonds(whole, self, (uint32_t)i)) {
            self->failed = true;
            return;
        }
    pp_i_bonds *kept = &whole->blocks[block];
    kept->items = PP_NEW_ARRAY(&self->arena, pp_i_bond, self->found.count);
    kept->count = kept->items == NULL ? 0 : self->found.count;
    self->failed = kept->items == NULL;
    if (kept->count > 0)
        memcpy(kept->items, self->found.items, kept->count * sizeof *kept->items);
}

/* --- The whole ------------------------------------------------------------------------------- */

static bool init_worker(worker *self, size_t claim_count, size_t chosen_count_max)
{
    pp_i_arena *arena = &self->arena;
    self->shares = PP_NEW_ARRAY(arena, pp_i_share, claim_count);
    self->touched = PP_NEW_ARRAY(arena, uint32_t, claim_count);
    self->fresh = PP_NEW_ARRAY(arena, uint32_t, claim_count);
    self->strongest.count_max = chosen_count_max - chosen_count_max / 2;
    self->drawn.count_max = chosen_count_max / 2;
    self->strongest.items = PP_NEW_ARRAY(arena, candidate, self->strongest.count_max);
    self->drawn.items = PP_NEW_ARRAY(arena, candidate, self->drawn.count_max);
    return self->shares != NULL && self->touched != NULL && self->fresh != NULL &&
           self->strongest.items != NULL && self->drawn.items != NULL;
}

/* Puts the blocks' bonds one behind the other, with room for one more of each claim. */
static bool gather(const search *whole, size_t block_count, pp_i_arena *arena, pp_i_bonds *bonds)
{
    size_t count = bonds->count + whole->likeness->claim_count;
    for (size_t i = 0; i < block_count; i++)
        count += whole->blocks[i].count;
    pp_i_bond *items = PP_NEW_ARRAY(arena, pp_i_bond, count);
    if (items == NULL)
        return false;
    if (bonds->count > 0)
        memcpy(items, bonds->items, bonds->count * sizeof *items);
    for (size_t i = 0; i < block_count; i++) {
        if (whole->blocks[i].count > 0)
            memcpy(items + bonds->count, whole->blocks[i].items,
                   whole->blocks[i].count * sizeof *items);
        bonds->count += whole->blocks[i].count;
    }
    bonds->items = items;
    bonds->capacity = count;
    return true;
}

static bool any_failed(const search *whole, unsigned worker_count)
{
    bool failed = false;
    for (unsigned i = 0; i < worker_count; i++)
        failed = failed || whole->workers[i].failed;
    return failed;
}

static bool run(search *whole, size_t block_count, unsigned worker_count, pp_i_arena *arena,
                pp_i_arena *scratch, pp_i_bonds *bonds)
{
    size_t claim_count = whole->likeness->claim_count;
    for (unsigned i = 0; i < worker_count; i++)
        if (!init_worker(&whole->workers[i], claim_count, whole->chosen_count_max))
            return false;
    if (claim_count > whole->chosen_count_max) {
        whole->chosen = PP_NEW_ARRAY(scratch, uint32_t, claim_count * whole->chosen_count_max);
        whole->chosen_counts = PP_NEW_ARRAY(scratch, uint32_t, claim_count);
        if (whole->chosen == NULL || whole->chosen_counts == NULL)
            return false;
        pp_i_team_run(choose_block, whole, block_count, worker_count);
    }
    whole->blocks = PP_NEW_ARRAY(scratch, pp_i_bonds, block_count);
    if (whole->blocks == NULL)
        return false;
    pp_i_team_run(find_block, whole, block_count, worker_count);
    return !any_failed(whole, worker_count) && gather(whole, block_count, arena, bonds);
}

bool pp_i_likeness_bonds(const pp_i_likeness *likeness, pp_i_bond_strength *strength, void *context,
                         unsigned thread_count, pp_i_arena *arena, pp_i_bonds *bonds, bool *partial)
{
    size_t claim_count = likeness->claim_count;
    size_t block_count = (claim_count + BLOCK_CLAIM_COUNT - 1) / BLOCK_CLAIM_COUNT;
    size_t fair = claim_count == 0 ? 0 : PP_BOND_COUNT_USUAL / claim_count;
    unsigned worker_count = pp_i_team_size(block_count, thread_count);
    pp_i_arena scratch;
    pp_i_arena_init(&scratch, arena->allocator);
    search whole = {.likeness = likeness,
                    .strength = strength,
                    .context = context,
                    .partial = partial,
                    .chosen_count_max = fair > CHOSEN_COUNT_MIN ? fair : CHOSEN_COUNT_MIN,
                    .workers = PP_NEW_ARRAY(&scratch, worker, worker_count)};
    bool good = whole.workers != NULL;
    for (unsigned i = 0; good && i < worker_count; i++)
        pp_i_arena_init(&whole.workers[i].arena, arena->allocator);
    bool done = good && run(&whole, block_count, worker_count, arena, &scratch, bonds);
    for (unsigned i = 0; good && i < worker_count; i++)
        pp_i_arena_free(&whole.workers[i].arena);
    pp_i_arena_free(&scratch);
    return done;
}
