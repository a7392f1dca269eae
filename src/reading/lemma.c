/* lemma.c: see lemma.h. */
#include "reading/lemma.h"

enum { GRADED = PP_LEXICON_ADJECTIVE | PP_LEXICON_ADVERB, STEM_MIN = 2 };

uint64_t pp_i_lemma_key(uint64_t word_key, uint8_t fine)
{
    return pp_i_mix(word_key, (uint64_t)fine + 1);
}

static bool ends_with(const char *text, size_t length, const char *end)
{
    size_t size = strlen(end);
    return length >= size + STEM_MIN && memcmp(text + length - size, end, size) == 0;
}

static bool is_vowel(char letter)
{
    return letter != '\0' && strchr("aeiouy", letter) != NULL;
}

/* Whether the lexicon has the stem as an uninflected word of that kind. */
static bool is_word(const pp_i_word_table *words, const char *stem, size_t length, unsigned kind)
{
    const pp_i_word_entry *entry = pp_i_word_find(words, pp_i_word_key(stem, length));
    return entry != NULL && (entry->lexicon & kind) != 0;
}

/* "making", "planned", "tried": the stem with an e, with one consonant less, or as it is. */
static size_t restore_stem(const pp_i_word_table *words, char *lemma, size_t length, unsigned kind)
{
    if (lemma[length - 1] == 'i') {
        lemma[length - 1] = 'y';
        return length;
    }
    char last = lemma[length - 1];
    bool doubled = length > 2 && last == lemma[length - 2] && !is_vowel(last);
    if (doubled && is_word(words, lemma, length - 1, kind) && strchr("lsz", last) == NULL)
        return length - 1;
    if (length < PP_WORD_LENGTH_MAX) {
        bool as_it_is = is_word(words, lemma, length, kind);
        lemma[length] = 'e';
        bool with_e = is_word(words, lemma, length + 1, kind);
        bool short_stem = length < 4 && length > 1 && is_vowel(lemma[length - 2]);
        if (with_e && (!as_it_is || short_stem))
            return length + 1;
        if (as_it_is)
            return length;
    }
    if (doubled)
        return is_word(words, lemma, length, kind) || strchr("sz", last) != NULL ? length
                                                                                 : length - 1;
    bool needs_e = strchr("vcgsuz", last) != NULL ||
                   (length > 2 && ends_with(lemma, length, "at")) || ends_with(lemma, length, "ir");
    if (needs_e && length < PP_WORD_LENGTH_MAX)
        lemma[length++] = 'e';
    return length;
}

static size_t strip_s(const pp_i_word_table *words, char *lemma, size_t length, unsigned kind)
{
    if (ends_with(lemma, length, "ies") && length > 4) {
        lemma[length - 3] = 'y';
        return length - 2;
    }
    if (ends_with(lemma, length, "es")) {
        bool hiss = strchr("sxz", lemma[length - 3]) != NULL ||
                    ends_with(lemma, length, "shes") || ends_with(lemma, length, "ches") ||
                    lemma[length - 3] == 'o';
        if (hiss && !is_word(words, lemma, length - 1, kind))
            return length - 2;
    }
    bool kept = ends_with(lemma, length, "ss") || ends_with(lemma, length, "us");
    return ends_with(lemma, length, "s") && !kept ? length - 1 : length;
}

static size_t strip(const pp_i_word_table *words, char *lemma, size_t length, const char *end,
                    unsigned kind)
{
    if (!ends_with(lemma, length, end))
        return length;
    return restore_stem(words, lemma, length - strlen(end), kind);
}

static size_t strip_grade(const pp_i_word_table *words, char *lemma, size_t length,
                          const char *end)
{
    if (!ends_with(lemma, length, end) || length < strlen(end) + 3)
        return length;
    return restore_stem(words, lemma, length - strlen(end), GRADED);
}

/* Small letters, but digits and marks as they stand. */
static size_t lower(pp_text form, char lemma[PP_WORD_LENGTH_MAX])
{
    size_t length = pp_i_word_normalize(form, lemma);
    for (size_t i = 0; i < length && length == form.length; i++)
        if (form.data[i] >= '0' && form.data[i] <= '9')
            lemma[i] = form.data[i];
    return length;
}

size_t pp_i_lemma_rule(const pp_i_word_table *words, pp_text form, const char *fine,
                       char lemma[PP_WORD_LENGTH_MAX])
{
    size_t length = lower(form, lemma);
    if (strcmp(fine, "NNS") == 0)
        return strip_s(words, lemma, length, PP_LEXICON_NOUN);
    if (strcmp(fine, "VBZ") == 0)
        return strip_s(words, lemma, length, PP_LEXICON_VERB);
    if (strcmp(fine, "VBD") == 0 || strcmp(fine, "VBN") == 0)
        return strip(words, lemma, length, "ed", PP_LEXICON_VERB);
    if (strcmp(fine, "VBG") == 0)
        return strip(words, lemma, length, "ing", PP_LEXICON_VERB);
    if (strcmp(fine, "JJR") == 0 || strcmp(fine, "RBR") == 0)
        return strip_grade(words, lemma, length, "er");
    if (strcmp(fine, "JJS") == 0 || strcmp(fine, "RBS") == 0)
        return strip_grade(words, lemma, length, "est");
    return length;
}

static pp_text find_irregular(const pp_i_lemma_table *table, uint64_t key)
{
    uint32_t fingerprint = pp_i_word_fingerprint(key);
    size_t at = pp_i_word_slot(key, table->slot_count);
    for (size_t probe = 0; probe < table->slot_count; probe++) {
        const pp_i_lemma_slot *slot = &table->slots[at];
        if (slot->fingerprint == 0)
            break;
        size_t start = slot->place >> 8, length = slot->place & 0xFF;
        if (slot->fingerprint == fingerprint)
            return length <= table->byte_count && start <= table->byte_count - length
                       ? (pp_text){table->bytes + start, length}
                       : (pp_text){NULL, 0};
        at = at + 1 < table->slot_count ? at + 1 : 0;
    }
    return (pp_text){NULL, 0};
}

pp_text pp_i_lemma_of(const pp_i_model *model, pp_text form, const pp_i_word *word, uint8_t fine,
                      pp_i_arena *arena)
{
    char made[PP_WORD_LENGTH_MAX];
    pp_text lemma = find_irregular(&model->lemmas, pp_i_lemma_key(word->key, fine));
    if (lemma.data == NULL || memchr(form.data, '0', form.length) != NULL)
        lemma = (pp_text){made, pp_i_lemma_rule(&model->words, form, model->tags[fine].name, made)};
    const char *copy = pp_i_arena_copy(arena, lemma.data, lemma.length);
    return (pp_text){copy, copy == NULL ? 0 : lemma.length};
}
