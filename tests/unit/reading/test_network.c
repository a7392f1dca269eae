/* If these fail, a report is read differently on another processor, or a damaged model leads the
 * network out of its memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "reading/parser.h"

enum { IN_MAX = 128, OUT_MAX = 256, ROW_MAX = 9 };

static int16_t small(pp_i_random *random, int most)
{
    return (int16_t)((int)pp_i_random_below(random, (uint64_t)(2 * most + 1)) - most);
}

/* The definition: in 64 bits, each weight where the header says that it lies. */
static int64_t sum_of(const pp_i_product *product, const int16_t *in, size_t row, size_t out,
                      int64_t start)
{
    for (size_t i = 0; i < product->in_count; i++)
        start += (int64_t)in[row * product->in_stride + i] *
                 product->weights[(i / 2 * product->out_count + out) * 2 + i % 2];
    return start;
}

static void every_kernel_multiplies_as_defined(void **state)
{
    (void)state;
    static int16_t weights[IN_MAX * OUT_MAX], in[ROW_MAX * IN_MAX];
    static int32_t start[OUT_MAX], before[ROW_MAX * OUT_MAX], out[ROW_MAX * OUT_MAX];
    pp_i_random random;
    pp_i_random_seed(&random, 3);
    for (size_t round = 0; round < 200; round++) {
        size_t in_count = 2 * (1 + (size_t)pp_i_random_below(&random, IN_MAX / 2));
        size_t out_count = 16 * (1 + (size_t)pp_i_random_below(&random, OUT_MAX / 16));
        size_t row_count = 1 + (size_t)pp_i_random_below(&random, ROW_MAX);
        bool onto = round % 2 == 1;
        for (size_t i = 0; i < IN_MAX * OUT_MAX; i++)
            weights[i] = small(&random, 3000);
        for (size_t i = 0; i < ROW_MAX * IN_MAX; i++)
            in[i] = small(&random, 4096);
        for (size_t i = 0; i < OUT_MAX; i++)
            start[i] = small(&random, 30000) * 1000;
        for (size_t i = 0; i < ROW_MAX * OUT_MAX; i++)
            before[i] = small(&random, 30000);
        pp_i_product product = {weights,   onto ? NULL : start, in_count,
                                out_count, row_count,           IN_MAX};
        const pp_i_kernels *kernels;
        for (size_t k = 0; (kernels = pp_i_kernels_at(k)) != NULL; k++) {
            memcpy(out, before, sizeof out);
            kernels->multiply(&product, in, out);
            for (size_t r = 0; r < row_count; r++)
                for (size_t c = 0; c < out_count; c++) {
                    size_t at = r * out_count + c;
                    assert_int_equal(out[at],
                                     sum_of(&product, in, r, c, onto ? before[at] : start[c]));
                }
            for (size_t i = row_count * out_count; i < ROW_MAX * OUT_MAX; i++)
                assert_int_equal(out[i], before[i]);
        }
    }
}

/* Rows that lie apart, onto what stands there. */
static void every_kernel_adds_rows_as_defined(void **state)
{
    (void)state;
    static int16_t weights[IN_MAX * OUT_MAX], in[PP_KERNEL_ROW_COUNT_MAX][IN_MAX + 3];
    static int32_t before[PP_KERNEL_ROW_COUNT_MAX][OUT_MAX + 5],
        out[PP_KERNEL_ROW_COUNT_MAX][OUT_MAX + 5];
    pp_i_random random;
    pp_i_random_seed(&random, 5);
    for (size_t i = 0; i < IN_MAX * OUT_MAX; i++)
        weights[i] = small(&random, 3000);
    for (size_t round = 0; round < 200; round++) {
        const int16_t *from[PP_KERNEL_ROW_COUNT_MAX];
        int32_t *to[PP_KERNEL_ROW_COUNT_MAX];
        pp_i_product product = {
            .weights = weights,
            .in_count = 2 * (1 + (size_t)pp_i_random_below(&random, IN_MAX / 2)),
            .out_count = 16 * (1 + (size_t)pp_i_random_below(&random, OUT_MAX / 16)),
            .row_count = 1 + (size_t)pp_i_random_below(&random, PP_KERNEL_ROW_COUNT_MAX)};
        for (size_t r = 0; r < PP_KERNEL_ROW_COUNT_MAX; r++) {
            from[r] = in[r];
            to[r] = out[r];
            for (size_t i = 0; i < IN_MAX; i++)
                in[r][i] = small(&random, 4096);
            for (size_t i = 0; i < OUT_MAX + 5; i++)
                before[r][i] = small(&random, 30000);
        }
        const pp_i_kernels *kernels;
        for (size_t k = 0; (kernels = pp_i_kernels_at(k)) != NULL; k++) {
            memcpy(out, before, sizeof out);
            kernels->add_rows(&product, from, to);
            for (size_t r = 0; r < PP_KERNEL_ROW_COUNT_MAX; r++)
                for (size_t c = 0; c < OUT_MAX + 5; c++) {
                    bool summed = r < product.row_count && c < product.out_count;
                    int64_t wanted =
                        summed ? sum_of(&product, in[r], 0, c, before[r][c]) : before[r][c];
                    assert_int_equal(out[r][c], wanted);
                }
        }
    }
}

static void every_kernel_steps_alike(void **state)
{
    (void)state;
    enum { CELLS = 64 };
    pp_i_random random;
    pp_i_random_seed(&random, 4);
    for (size_t round = 0; round < 500; round++) {
        int32_t gates[4 * CELLS];
        float first[CELLS], start[CELLS];
        int16_t first_out[CELLS];
        for (size_t i = 0; i < 4 * CELLS; i++)
            gates[i] = (int32_t)(uint32_t)pp_i_random_next(&random) >> (round % 12);
        for (size_t i = 0; i < CELLS; i++)
            start[i] = (float)(pp_i_random_unit(&random) * 10 - 5);
        const pp_i_kernels *kernels;
        for (size_t k = 0; (kernels = pp_i_kernels_at(k)) != NULL; k++) {
            float cells[CELLS];
            int16_t out[CELLS];
            memcpy(cells, start, sizeof cells);
            kernels->step(gates, CELLS, cells, out);
            for (size_t i = 0; i < CELLS; i++)
                assert_true(out[i] >= -4096 && out[i] <= 4096);
            if (k == 0) {
                memcpy(first, cells, sizeof first);
                memcpy(first_out, out, sizeof first_out);
            }
            assert_memory_equal(cells, first, sizeof first);
            assert_memory_equal(out, first_out, sizeof first_out);
        }
    }
}

/* The definition, in 64 bits where the sum does not wrap, which small numbers see to. */
static void every_kernel_cuts_as_defined(void **state)
{
    (void)state;
    enum { PARTS = 11, COUNT = 96 };
    static int32_t rows[PARTS][COUNT];
    const int32_t *parts[PARTS];
    pp_i_random random;
    pp_i_random_seed(&random, 9);
    for (size_t round = 0; round < 500; round++) {
        size_t part_count = 1 + (size_t)pp_i_random_below(&random, PARTS);
        size_t count = 1 + (size_t)pp_i_random_below(&random, COUNT);
        for (size_t p = 0; p < PARTS; p++) {
            parts[p] = rows[p];
            for (size_t k = 0; k < COUNT; k++)
                rows[p][k] = (int32_t)(uint32_t)pp_i_random_next(&random) >> (4 + round % 12);
        }
        const pp_i_kernels *kernels;
        for (size_t k = 0; (kernels = pp_i_kernels_at(k)) != NULL; k++) {
            int16_t out[COUNT + 1];
            out[count] = 77;
            kernels->cut(parts, part_count, count, out);
            assert_int_equal(out[count], 77);
            for (size_t i = 0; i < count; i++) {
                int64_t sum = 0;
                for (size_t p = 0; p < part_count; p++)
                    sum += rows[p][i];
                sum = sum < 0 ? 0 : sum / 4096;
                assert_int_equal(out[i], sum > INT16_MAX ? INT16_MAX : sum);
            }
        }
    }
}

enum { WORDS = 40, TAG_COUNT = 7 };

static void fill(void *to, size_t byte_count, pp_i_random *random)
{
    unsigned char *bytes = to;
    for (size_t i = 0; i < byte_count; i++)
        bytes[i] = (unsigned char)pp_i_random_next(random);
}

/* Any words: most lie outside of the rows that there are. */
static void make_words(pp_i_word words[WORDS], pp_i_random *random)
{
    for (size_t i = 0; i < WORDS; i++)
        fill(&words[i], sizeof words[i], random);
}

/* A tree with one root, tags and relations that there are. */
static void assert_structure(const uint8_t *tags, const uint16_t *heads, const uint8_t *relations,
                             size_t count)
{
    size_t root_count = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = i, step_count = 0;
        assert_true(tags[i] < TAG_COUNT && relations[i] < PP_REL_COUNT);
        assert_int_equal(heads[i] == count, relations[i] == PP_REL_ROOT);
        root_count += heads[i] == count;
        for (; heads[at] != count; at = heads[at])
            assert_true(heads[at] < count && ++step_count < count);
    }
    assert_int_equal(root_count, 1);
}

typedef struct answer {
    uint8_t tags[WORDS], relations[WORDS];
    uint16_t heads[WORDS];
} answer;

/* Reads sentences together; no byte too many is there for them. */
static void read_together(const pp_i_net *net, pp_i_net_sentence *sentences, size_t count,
                          answer *answers)
{
    static pp_i_parse_state parse;
    void *memory = malloc(pp_i_net_size(sentences, count));
    assert_non_null(memory);
    pp_i_net_place(sentences, count, memory);
    pp_i_net_read(net, sentences, count);
    for (size_t s = 0; s < count; s++) {
        size_t word_count = sentences[s].word_count;
        pp_i_net_answer(net, &sentences[s], TAG_COUNT, answers[s].tags);
        pp_i_parser_run(net, &sentences[s].state, word_count, &parse, answers[s].heads);
        pp_i_parser_name(net, &sentences[s].state, word_count, answers[s].heads,
                         answers[s].relations);
    }
    free(memory);
}

/* And each sentence has the tree that it has when it is read by itself. */
static void any_weights_give_a_tree(void **state)
{
    (void)state;
    static pp_i_network network;
    size_t row_count = pp_i_embedding_rows[PP_EMBED_WORD] + 1;
    int8_t(*rows)[PP_NET_INPUT] = malloc(row_count * sizeof *rows);
    assert_non_null(rows);
    pp_i_random random;
    pp_i_random_seed(&random, 6);
    for (size_t round = 0; round < 30; round++) {
        static pp_i_word words[PP_NET_BATCH][WORDS];
        pp_i_net_sentence sentences[PP_NET_BATCH];
        answer together[PP_NET_BATCH], alone;
        size_t count = 1 + (size_t)pp_i_random_below(&random, PP_NET_BATCH), longest = WORDS;
        fill(&network, sizeof network, &random);
        fill(rows, row_count * sizeof *rows, &random);
        pp_i_net net = {&network, (const int8_t(*)[PP_NET_INPUT])rows, row_count,
                        pp_i_kernels_best()};
        for (size_t s = 0; s < count; s++) {
            longest = 1 + (size_t)pp_i_random_below(&random, longest);
            make_words(words[s], &random);
            sentences[s] = (pp_i_net_sentence){.words = words[s], .word_count = longest};
        }
        read_together(&net, sentences, count, together);
        for (size_t s = 0; s < count; s++) {
            size_t word_count = sentences[s].word_count;
            const answer *one = &together[s];
            assert_structure(one->tags, one->heads, one->relations, word_count);
            read_together(&net, &sentences[s], 1, &alone);
            assert_memory_equal(alone.tags, one->tags, word_count);
            assert_memory_equal(alone.heads, one->heads, word_count * sizeof *one->heads);
            assert_memory_equal(alone.relations, one->relations, word_count);
        }
    }
    free(rows);
}

/* A row of embeddings has its own place, whatever the word: none lies beyond those of its kind. */
static void rows_stay_within_their_kind(void **state)
{
    (void)state;
    pp_i_random random;
    pp_i_random_seed(&random, 8);
    for (size_t round = 0; round < 10000; round++) {
        pp_i_word word;
        fill(&word, sizeof word, &random);
        uint32_t rows[PP_EMBED_COUNT];
        pp_i_net_rows(&word, rows);
        for (size_t i = 0; i + 1 < PP_EMBED_COUNT; i++)
            assert_in_range(rows[i], pp_i_embedding_rows[i], pp_i_embedding_rows[i + 1] - 1);
        assert_true(rows[PP_EMBED_WORD] >= pp_i_embedding_rows[PP_EMBED_WORD]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kernel_multiplies_as_defined),
        cmocka_unit_test(every_kernel_adds_rows_as_defined),
        cmocka_unit_test(every_kernel_steps_alike),
        cmocka_unit_test(every_kernel_cuts_as_defined),
        cmocka_unit_test(any_weights_give_a_tree),
        cmocka_unit_test(rows_stay_within_their_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
