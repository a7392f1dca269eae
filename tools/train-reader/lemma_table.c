/* lemma_table.c: see lemma_table.h. A form with several lemmas keeps its commonest, and of equals
 * the first. */
#include "lemma_table.h"

#include <stdio.h>
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

/* What WordNet's lists of exceptions say of a form, and to which finer tags that belongs. */
static const struct {
    const char *file, *fine, *end;
} exceptions[] = {{"verb.exc", "VBD", ""},    {"verb.exc", "VBN", ""},  {"verb.exc", "VBZ", "s"},
                  {"verb.exc", "VBG", "ing"}, {"noun.exc", "NNS", ""},  {"adj.exc", "JJR", "er"},
                  {"adj.exc", "JJS", "est"},  {"adv.exc", "RBR", "er"}, {"adv.exc", "RBS", "est"}};

enum { EXCEPTION_COUNT_MAX = 40000 };

static bool ends_so(pp_text form, const char *end)
{
    size_t length = strlen(end);
    return form.length >= length && memcmp(form.data + form.length - length, end, length) == 0;
}

/* One line, "form base ...", for each class of the tagger to which it belongs. */
static size_t add_exception(seen *all, size_t count, size_t which, pp_text form, pp_text base,
                            const tag_set *set, const pp_i_word_table *words)
{
    char made[PP_WORD_LENGTH_MAX];
    pp_i_word word;
    pp_i_word_read(words, form, &word);
    for (size_t fine = 0; fine < set->count; fine++) {
        if (strcmp(set->tags[fine].name, exceptions[which].fine) != 0)
            continue;
        size_t length = pp_i_lemma_rule(words, form, exceptions[which].fine, made);
        if (count == EXCEPTION_COUNT_MAX)
            fail("too many exceptions", exceptions[which].file);
        all[count] = (seen){pp_i_lemma_key(word.key, (uint8_t)fine), base, SIZE_MAX, 0,
                            pp_i_text_equal(base, (pp_text){made, length})};
        count++;
    }
    return count;
}

/* Behind what the treebank has, which comes first where both have a form. */
static size_t add_exceptions(seen *all, const tag_set *set, const pp_i_word_table *words,
                             const char *wordnet)
{
    static char kept[1 << 21];
    size_t count = 0, end = 0;
    for (size_t which = 0; which < sizeof exceptions / sizeof exceptions[0]; which++) {
        char path[4096], line[512];
        snprintf(path, sizeof path, "%s/%s", wordnet, exceptions[which].file);
        FILE *file = fopen(path, "r");
        if (file == NULL)
            fail("cannot read", path);
        while (fgets(line, sizeof line, file) != NULL) {
            size_t length = strcspn(line, " \n"), size = strlen(line);
            size_t base = line[length] == ' ' ? strcspn(line + length + 1, " \n") : 0;
            pp_text form = {kept + end, length};
            if (base == 0 || memchr(line, '_', size) != NULL || end + size > sizeof kept)
                continue;
            memcpy(kept + end, line, size);
            if (!ends_so(form, exceptions[which].end))
                continue;
            count = add_exception(all, count, which, form, (pp_text){kept + end + length + 1, base},
                                  set, words);
            end += size;
        }
        fclose(file);
    }
    return count;
}

pp_i_lemma_table lemma_table_make(const treebank *bank, const tag_set *set,
                                  const pp_i_word_table *words, const char *wordnet)
{
    seen *all = allocate(bank->word_count + EXCEPTION_COUNT_MAX, sizeof *all);
    size_t count = 0, byte_count = 0;
    for (size_t s = 0; s < bank->count; s++)
        for (size_t i = 0; i < bank->sentences[s].word_count; i++, count++)
            all[count] = look(&bank->sentences[s], i, set, words, count);
    count += add_exceptions(all + count, set, words, wordnet);
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
