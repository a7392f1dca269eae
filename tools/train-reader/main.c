/*
 * main.c: train-reader TRAIN.conllu DEV.conllu WORDNET-FOLDER MODEL
 *
 * Trains the reader's model and scores it: the word table, two taggers, tags for the training text
 * from taggers that have not seen it (so that the parser learns with tags as faulty as those that it
 * will meet), two parsers, the relations. The same input gives the same bytes. The log goes to
 * standard output.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/error.h"
#include "lemma_table.h"
#include "reading/language.h"
#include "train.h"
#include "word_table.h"

enum { FOLD_COUNT = 3, AMBIGUITY_COUNT_MIN = 5, PARSER_COUNT = 3 };

static const settings tagger_settings = {6, 5, 40, 1, 4, 7};
static const settings parser_settings = {4, 5, 40, 1, 6, 7};
static const settings relation_settings = {5, 20, 50, 1, 5, 7};

static void tell(const char *what, const pp_i_weights *weights)
{
    printf("%-16s %8zu features %8zu weights %8zu bytes\n", what, weights->slot_count * 4 / 5,
           weights->cell_count, weights_bytes(weights));
    fflush(stdout);
}

static void tell_moves(const char *what, const pp_i_move_weights *weights)
{
    printf("%-16s %8zu features %8zu bytes\n", what, weights->slot_count * 9 / 10,
           weights->slot_count * sizeof *weights->slots);
    fflush(stdout);
}

static void guess_training_tags(treebank *train, const tag_set *set)
{
    for (size_t fold = 0; fold < FOLD_COUNT; fold++) {
        part rest = {fold, FOLD_COUNT, false}, own = {fold, FOLD_COUNT, true};
        pp_i_weights there = train_tagger(train, rest, set, false, &tagger_settings);
        pp_i_weights back = train_tagger(train, rest, set, true, &tagger_settings);
        apply_tagger(train, own, set, &there, &back);
        weights_free(&there);
        weights_free(&back);
    }
    size_t right = 0;
    for (size_t s = 0; s < train->count; s++)
        for (size_t i = 0; i < train->sentences[s].word_count; i++)
            right += set->tags[train->sentences[s].guesses[i]].tag == train->sentences[s].tags[i];
    printf("tags of the training text, by taggers that have not seen it: %.2f\n",
           100.0 * (double)right / (double)train->word_count);
}

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
        pp_i_sentence found = {PP_NEW_ARRAY(&arena, pp_i_token, gold->word_count),
                               gold->word_count, 0};
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

static void train_all(treebank *train, const char *wordnet, const char *path)
{
    tag_set set = tag_set_of(train);
    part all = {0};
    treebank_classify(train, &set);
    pp_i_word_table words = word_table_make(train, &set, wordnet, AMBIGUITY_COUNT_MIN);
    printf("word table       %8zu words %zu bytes\n", words.slot_count * 4 / 5,
           words.slot_count * sizeof(pp_i_word_entry));
    treebank_look_up(train, &words);
    pp_i_lemma_table lemmas = lemma_table_make(train, &set, &words);
    pp_i_weights tagger = train_tagger(train, all, &set, false, &tagger_settings);
    tell("tagger", &tagger);
    pp_i_weights tagger_back = train_tagger(train, all, &set, true, &tagger_settings);
    tell("tagger, back", &tagger_back);
    guess_training_tags(train, &set);
    treebank_make_nodes(train, &set);
    pp_i_weights relations = train_relations(train, all, &relation_settings);
    tell("relations", &relations);
    pp_i_move_weights parser = train_parser(train, all, PARSER_COUNT, &parser_settings);
    tell_moves("parser", &parser);
    const void *sections[PP_MODEL_SECTION_COUNT] = {
        set.tags,           words.entries,      tagger.slots,      tagger.cells,
        tagger_back.slots,  tagger_back.cells,  parser.slots,      relations.slots,
        relations.cells,    lemmas.slots,       lemmas.bytes,
    };
    size_t counts_of[PP_MODEL_SECTION_COUNT] = {
        set.count,              words.slot_count,       tagger.slot_count,
        tagger.cell_count,      tagger_back.slot_count, tagger_back.cell_count,
        parser.slot_count,      relations.slot_count,   relations.cell_count,
        lemmas.slot_count,      lemmas.byte_count,
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
    train_all(&train, argv[3], argv[4]);
    score(argv[4], &dev);
    return 0;
}
