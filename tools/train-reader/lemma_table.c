/* lemma_table.c: see lemma_table.h. A form with several lemmas keeps its commonest, and of equals the
 * first. */
#include "lemma_table.h"

#include <stdlib.h>

typedef struct seen {
    uint64_t key;
    pp_text lemma;
    size_t order;
    unsigned count;
    bool by_rule;
} seen;

static int by_key(const void *a, const void *b)
{
    const seen *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    int lemma = pp_i_text_compare(x->lemma, y->lemma);
    return lemma != 0 ? lemma : x->order < y->order ? -1 : 1;
}

/* The lemma in small letters where only its case differs from what the rules give. */
static seen look(const sentence *from, size_t i, const tag_set *set, const pp_i_word_table *words,
                 size_t order)
{
    char made[PP_WORD_LENGTH_MAX];
    static char lower_bytes[1 << 22];
    static size_t lower_end;
    size_t length = pp_i_lemma_rule(words, from->forms[i], set->tags[from->fines[i]].name, made);
    char *lower = lower_bytes + lower_end;
    if (lower_end + PP_WORD_LENGTH_MAX > sizeof lower_bytes)
        fail("too many lemmas", "treebank");
    size_t lower_length = from->lemmas[i].length;
    if (lower_length > PP_WORD_LENGTH_MAX)
        lower_length = PP_WORD_LENGTH_MAX;
    for (size_t c = 0; c < lower_length; c++) {
        char byte = from->lemmas[i].data[c];
        lower[c] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
    }
    lower_end += lower_length;
    pp_text lemma = {lower, lower_length};
    return (seen){pp_i_lemma_key(from->words[i].key, from->fines[i]), lemma, order, 1,
                  pp_i_text_equal(lemma, (pp_text){made, length})};
}

/* Merges equal neighbours of a sorted list; how many are left. */
static size_t merge(seen *all, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool again = kept > 0 && all[kept - 1].key == all[i].key &&
                     pp_i_text_equal(all[kept - 1].lemma, all[i].lemma);
        if (again)
            all[kept - 1].count++;
        else
            all[kept++] = all[i];
    }
    return kept;
}

static size_t keep_commonest(seen *all, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0, end; i < count; i = end) {
        size_t best = i;
        for (end = i; end < count && all[end].key == all[i].key; end++)
            if (all[end].count > all[best].count ||
                (all[end].count == all[best].count && all[end].order < all[best].order))
                best = end;
        if (!all[best].by_rule)
            all[kept++] = all[best];
    }
    return kept;
}

pp_i_lemma_table lemma_table_make(const treebank *bank, const tag_set *set,
                                  const pp_i_word_table *words)
{
    seen *all = allocate(bank->word_count, sizeof *all);
    size_t count = 0, byte_count = 0;
    for (size_t s = 0; s < bank->count; s++)
        for (size_t i = 0; i < bank->sentences[s].word_count; i++, count++)
            all[count] = look(&bank->sentences[s], i, set, words, count);
    qsort(all, count, sizeof *all, by_key);
    count = keep_commonest(all, merge(all, count));
    size_t slot_count = count * 5 / 4 + 16;
    pp_i_lemma_slot *slots = allocate(slot_count, sizeof *slots);
    char *bytes = allocate(count, PP_WORD_LENGTH_MAX);
    for (size_t i = 0; i < count; i++) {
        size_t at = pp_i_word_slot(all[i].key, slot_count);
        while (slots[at].fingerprint != 0)
            at = at + 1 < slot_count ? at + 1 : 0;
        slots[at] = (pp_i_lemma_slot){pp_i_word_fingerprint(all[i].key),
                                      (uint32_t)(byte_count << 8 | all[i].lemma.length)};
        memcpy(bytes + byte_count, all[i].lemma.data, all[i].lemma.length);
        byte_count += all[i].lemma.length;
    }
    free(all);
    return (pp_i_lemma_table){slots, slot_count, bytes, byte_count};
}
