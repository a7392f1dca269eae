/* word_table.c: see word_table.h. */
#include "word_table.h"

#include <stdio.h>
#include <stdlib.h>

#include "lexicon.h"

static bool add_tag(uint64_t *mask, const tag_set *set, uint8_t fine)
{
    (void)set;
    mask[fine / 64] |= UINT64_C(1) << fine % 64;
    return true;
}

static void count_tags(word_list *lexicon, const treebank *bank, const tag_set *set)
{
    for (size_t s = 0; s < bank->count; s++)
        for (size_t i = 0; i < bank->sentences[s].word_count; i++) {
            lexicon_word *word = lexicon_reach_form(lexicon, bank->sentences[s].forms[i]);
            word->count++;
            add_tag(word->tags, set, bank->sentences[s].fines[i]);
        }
}

/* Ambiguity classes are numbered in the order in which they come. */
static void number_ambiguities(word_list *lexicon, unsigned count_min)
{
    typedef struct seen { uint64_t tags[2]; } seen;
    seen *classes = allocate(UINT16_MAX, sizeof *classes);
    size_t class_count = 1;
    for (size_t i = 0; i < lexicon->count; i++) {
        lexicon_word *word = &lexicon->words[i];
        if (word->count < count_min)
            continue;
        size_t c = 1;
        while (c < class_count && memcmp(classes[c].tags, word->tags, sizeof word->tags) != 0)
            c++;
        if (c == class_count)
            memcpy(classes[class_count++].tags, word->tags, sizeof word->tags);
        word->entry.ambiguity = (uint16_t)c;
    }
    free(classes);
}

/* Embeddings are numbered in the order in which their words come. */
static size_t number_rows(word_list *lexicon, unsigned count_min)
{
    size_t row_count = 1;
    for (size_t i = 0; i < lexicon->count; i++)
        if (lexicon->words[i].count >= count_min && row_count < UINT16_MAX)
            lexicon->words[i].entry.row = (uint16_t)row_count++;
    return row_count;
}

static pp_i_word_table lay_out(const word_list *lexicon)
{
    static const pp_i_word_entry nothing;
    size_t kept = 0;
    for (size_t i = 0; i < lexicon->count; i++)
        kept += memcmp(&lexicon->words[i].entry, &nothing, sizeof nothing) != 0;
    size_t slot_count = kept * 5 / 4 + 16;
    pp_i_word_entry *entries = allocate(slot_count, sizeof *entries);
    for (size_t i = 0; i < lexicon->count; i++) {
        const lexicon_word *word = &lexicon->words[i];
        if (memcmp(&word->entry, &nothing, sizeof nothing) == 0)
            continue;
        size_t at = pp_i_word_slot(word->key, slot_count);
        while (entries[at].fingerprint != 0)
            at = at + 1 < slot_count ? at + 1 : 0;
        entries[at] = word->entry;
        entries[at].fingerprint = pp_i_word_fingerprint(word->key);
    }
    return (pp_i_word_table){entries, slot_count};
}

pp_i_word_table word_table_make(const treebank *bank, const tag_set *set, const char *wordnet,
                                unsigned count_min, unsigned row_count_min, size_t *row_count)
{
    word_list lexicon = lexicon_new();
    count_tags(&lexicon, bank, set);
    number_ambiguities(&lexicon, count_min);
    *row_count = number_rows(&lexicon, row_count_min);
    if (wordnet != NULL)
        lexicon_read_wordnet(&lexicon, wordnet);
    return lay_out(&lexicon);
}
