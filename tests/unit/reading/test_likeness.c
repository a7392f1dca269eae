/* If these fail, many reports are grouped otherwise than few, or otherwise on another machine. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"
#include "reading/clusters.h"

enum { CLAIM_COUNT = 3000, MATTER_COUNT = 12, WORD_COUNT = 6 };

/* What one matter is spoken of in: no word of one is akin to a word of another. */
static const char *const words_of[MATTER_COUNT][WORD_COUNT] = {
    {"cod", "trawler", "herring", "net", "bay", "landing"},
    {"rent", "roof", "tenant", "heating", "balcony", "eviction"},
    {"violin", "choir", "concert", "orchestra", "piano", "drum"},
    {"missile", "artillery", "tank", "mortar", "rifle", "grenade"},
    {"wheat", "barley", "tractor", "silo", "harvest", "fertilizer"},
    {"vaccine", "clinic", "nurse", "ambulance", "surgeon", "pharmacy"},
    {"railway", "locomotive", "station", "platform", "timetable", "sleeper"},
    {"glacier", "snow", "avalanche", "ski", "igloo", "frost"},
    {"library", "novel", "librarian", "shelf", "catalogue", "poet"},
    {"submarine", "harbour", "buoy", "lighthouse", "anchor", "keel"},
    {"uranium", "reactor", "isotope", "neutron", "turbine", "boiler"},
    {"wine", "vineyard", "grape", "cellar", "barrel", "cork"}};

typedef struct made {
    pp_i_arena arena;
    pp_i_reading reading;
    pp_i_vocabulary_of_claims words;
    pp_i_claim *claims;
    const pp_i_likeness *likeness;
} made;

static size_t matter_of(size_t claim)
{
    return claim % MATTER_COUNT;
}

/* Claims of three words each of one matter, drawn. */
static void make(made *out, size_t claim_count)
{
    pp_i_random random;
    pp_i_random_seed(&random, 5);
    *out = (made){0};
    pp_i_arena_init(&out->arena, pp_i_allocator_of(NULL));
    assert_true(pp_i_likeness_init(&out->words, &out->reading, &out->arena));
    out->claims = PP_NEW_ARRAY(&out->arena, pp_i_claim, claim_count);
    for (size_t i = 0; i < claim_count; i++)
        for (size_t j = 0; j < 3; j++) {
            const char *word = words_of[matter_of(i)][pp_i_random_below(&random, WORD_COUNT)];
            assert_true(pp_i_claim_add_text(&out->words, pp_i_text_of(word), &out->claims[i]));
        }
    assert_true(pp_i_likeness_index(&out->words, out->claims, claim_count, 0.15, &out->arena,
                                    &out->likeness));
}

static double overlap_of(void *context, const pp_i_bond *bond)
{
    (void)context;
    return bond->overlap;
}

static pp_i_bonds find(made *of, size_t claim_count, unsigned thread_count, bool **partial)
{
    pp_i_bonds bonds = {0};
    *partial = PP_NEW_ARRAY(&of->arena, bool, claim_count);
    assert_true(pp_i_likeness_bonds(of->likeness, overlap_of, NULL, thread_count, &of->arena,
                                    &bonds, *partial));
    return bonds;
}

static bool same_bond(const pp_i_bond *x, const pp_i_bond *y)
{
    return x->a == y->a && x->b == y->b && x->overlap == y->overlap && x->dice == y->dice &&
           x->match_count == y->match_count && x->term_a == y->term_a && x->term_b == y->term_b &&
           x->kinship == y->kinship;
}

/* Few claims have all their bonds, and each is what comparing the two gives. */
static void few_claims_have_all_bonds(void **state)
{
    (void)state;
    enum { FEW = 300 };
    made of;
    bool *partial;
    make(&of, FEW);
    pp_i_bonds bonds = find(&of, FEW, 1, &partial);
    size_t at = 0;
    for (uint32_t a = 0; a < FEW; a++) {
        assert_false(partial[a]);
        for (uint32_t b = a + 1; b < FEW; b++) {
            pp_i_bond bond;
            if (!pp_i_likeness_pair(of.likeness, a, b, &bond))
                continue;
            assert_true(at < bonds.count);
            assert_true(same_bond(&bonds.items[at++], &bond));
        }
    }
    assert_int_equal(at, bonds.count);
    pp_i_arena_free(&of.arena);
}

/* The bonds of many claims are bounded; the number of threads changes none of them. */
static void many_claims_share_the_room(void **state)
{
    (void)state;
    made of;
    bool *partial, *again;
    make(&of, CLAIM_COUNT);
    pp_i_bonds bonds = find(&of, CLAIM_COUNT, 1, &partial);
    pp_i_bonds others = find(&of, CLAIM_COUNT, 4, &again);
    size_t partial_count = 0, own[CLAIM_COUNT] = {0};
    assert_in_range(bonds.count, 1, PP_BOND_COUNT_USUAL);
    assert_int_equal(bonds.count, others.count);
    for (size_t i = 0; i < bonds.count; i++) {
        assert_true(same_bond(&bonds.items[i], &others.items[i]));
        own[bonds.items[i].a]++;
        own[bonds.items[i].b]++;
    }
    for (size_t i = 0; i < CLAIM_COUNT; i++) {
        assert_true(partial[i] == again[i]);
        partial_count += partial[i];
        assert_true(own[i] > 0);
    }
    assert_true(partial_count > CLAIM_COUNT / 2);
    pp_i_arena_free(&of.arena);
}

/* Claims of one matter come into one cluster though most of their bonds were left out. */
static void matters_come_together(void **state)
{
    (void)state;
    made of;
    bool *partial;
    pp_i_clusters clusters;
    make(&of, CLAIM_COUNT);
    pp_i_bonds bonds = find(&of, CLAIM_COUNT, 2, &partial);
    pp_i_clustering by = {.likeness = of.likeness,
                          .bonds = &bonds,
                          .partial = partial,
                          .strength = overlap_of,
                          .mean_min = 0.1};
    assert_true(pp_i_clusters_init(&clusters, CLAIM_COUNT, &of.arena));
    assert_true(pp_i_clusters_grow(&clusters, &by, &of.arena));
    size_t cluster_count = 0;
    for (size_t i = 0; i < CLAIM_COUNT; i++) {
        assert_int_equal(matter_of(clusters.of[i]), matter_of(i));
        cluster_count += clusters.of[i] == i;
    }
    assert_int_equal(cluster_count, MATTER_COUNT);
    pp_i_arena_free(&of.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_claims_have_all_bonds),
        cmocka_unit_test(many_claims_share_the_room),
        cmocka_unit_test(matters_come_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
