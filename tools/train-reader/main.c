/*
 * main.c: train-reader TRAIN.conllu DEV.conllu WORDNET-FOLDER MODEL
 *
 * Trains the reader's model and scores it: the word table, the table of lemmas, the network. The
 * same input gives the same bytes. The log goes to standard output.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/error.h"
#include "lemma_table.h"
#include "reading/language.h"
#include "train.h"
#include "word_table.h"

enum { AMBIGUITY_COUNT_MIN = 5, ROW_COUNT_MIN = 2 };

static const lesson_settings network_settings = {
    .epochs = 18,
    .batch = 12,
    .rate = 0.002F,
    .drop_input = 40,
    .drop_output = 64,
    .drop_hidden = 40,
    .unknown = 0.3F,
    .seed = 7,
};

/* The sections one after the other, each at a multiple of eight. */
static void write_model(const char *path, const void *const *sections, const size_t *counts)
{
    pp_i_model_header header = {.section_count = PP_MODEL_SECTION_COUNT};
    size_t end = sizeof header;
    memcpy(header.magic, PP_MODEL_MAGIC, sizeof header.magic);
    for (int i = 0; i < PP_MODEL_SECTION_COUNT; i++) {
        header.sections[i] = (pp_i_model_place){end, counts[i]};
        end += counts[i] * pp_i_model_element_size((pp_i_model_section)i);
        end = (end + 7) / 8 * 8;
    }
    char *bytes = allocate(end, 1);
    for (int i = 0; i < PP_MODEL_SECTION_COUNT; i++)
        if (counts[i] > 0)
            memcpy(bytes + header.sections[i].byte_start, sections[i],
                   counts[i] * pp_i_model_element_size((pp_i_model_section)i));
    header.byte_count = end;
    header.checksum = pp_i_model_checksum(bytes + sizeof header, end - sizeof header);
    memcpy(bytes, &header, sizeof header);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, end, file) != end || fclose(file) != 0)
        fail("cannot write", path);
    free(bytes);
    printf("model: %zu bytes\n", end);
}

typedef struct counts {
    size_t words, tags, heads, labelled, lemmas;
} counts;

static void count_right(const sentence *gold, const pp_i_sentence *found, counts *to)
{
    for (size_t i = 0; i < gold->word_count; i++) {
        const pp_i_token *token = &found->tokens[i];
        uint32_t head = gold->heads[i] == gold->word_count ? PP_NO_HEAD : gold->heads[i];
        to->words++;
        to->tags += token->tag == gold->tags[i];
        to->heads += token->head == head;
        to->labelled += token->head == head && token->relation == gold->relations[i];
        bool same = token->lemma.length == gold->lemmas[i].length;
        for (size_t c = 0; same && c < token->lemma.length; c++)
            same = (token->lemma.data[c] | 32) == (gold->lemmas[i].data[c] | 32);
        to->lemmas += same;
    }
}

/* The written model, as the library uses it, on text that it has not seen. */
static void score(const char *path, const treebank *bank)
{
    pp_error error;
    pp_i_language *language;
    pp_i_arena arena;
    counts right = {0};
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    if (pp_i_language_open(path, NULL, &language, &error) != PP_OK)
        fail(error.message, path);
    clock_t start = clock();
    for (size_t s = 0; s < bank->count; s++) {
        const sentence *gold = &bank->sentences[s];
        pp_i_arena_mark mark = pp_i_arena_mark_get(&arena);
        pp_i_sentence found = {PP_NEW_ARRAY(&arena, pp_i_token, gold->word_count), gold->word_count,
                               0};
        for (size_t i = 0; i < gold->word_count; i++)
            found.tokens[i].form = gold->forms[i];
        if (pp_i_sentence_parse(language, &arena, &found, &error) != PP_OK)
            fail(error.message, path);
        count_right(gold, &found, &right);
        pp_i_arena_rewind(&arena, mark);
    }
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC, all = (double)right.words / 100;
    printf("dev: UPOS %.2f UAS %.2f LAS %.2f lemma %.2f; %.0f sentences a second\n",
           (double)right.tags / all, (double)right.heads / all, (double)right.labelled / all,
           (double)right.lemmas / all, (double)bank->count / seconds);
    pp_i_arena_free(&arena);
    pp_i_language_close(language);
}

static void train_all(treebank *train, treebank *dev, const char *wordnet, const char *path)
{
    tag_set set = tag_set_of(train);
    size_t row_count;
    treebank_classify(train, &set);
    pp_i_word_table words =
        word_table_make(train, &set, wordnet, AMBIGUITY_COUNT_MIN, ROW_COUNT_MIN, &row_count);
    printf("word table       %8zu words %zu bytes; classes %zu, words with an embedding %zu\n",
           words.slot_count * 4 / 5, words.slot_count * sizeof(pp_i_word_entry), set.count,
           row_count);
    treebank_look_up(train, &words);
    treebank_look_up(dev, &words);
    pp_i_lemma_table lemmas = lemma_table_make(train, &set, &words, wordnet);
    pp_i_net net = train_network(train, dev, &set, row_count, &network_settings);
    const void *sections[PP_MODEL_SECTION_COUNT] = {
        set.tags, words.entries, net.weights, net.embeddings, lemmas.slots, lemmas.bytes,
    };
    size_t counts_of[PP_MODEL_SECTION_COUNT] = {
        set.count, words.slot_count, 1, net.row_count, lemmas.slot_count, lemmas.byte_count,
    };
    write_model(path, sections, counts_of);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fprintf(stderr, "usage: train-reader TRAIN.conllu DEV.conllu WORDNET-FOLDER MODEL\n");
        return 2;
    }
    treebank train = treebank_read(argv[1]), dev = treebank_read(argv[2]);
    printf("train: %zu sentences, %zu words; dev: %zu, %zu\n", train.count, train.word_count,
           dev.count, dev.word_count);
    train_all(&train, &dev, argv[3], argv[4]);
    score(argv[4], &dev);
    return 0;
}
