/* tagger.c: see tagger.h. */
#include "reading/tagger.h"

static const pp_i_word nothing = {.key = 1, .form = 1, .exact = 1, .shape = 1};

static const pp_i_word *word_at(const pp_i_tagging *tagging, size_t at, ptrdiff_t step)
{
    ptrdiff_t place = (ptrdiff_t)at + step;
    if (place < 0 || (size_t)place >= tagging->word_count)
        return &nothing;
    size_t index = (size_t)place;
    return &tagging->words[tagging->reverse ? tagging->word_count - 1 - index : index];
}

static uint32_t tag_at(const pp_i_tagging *tagging, size_t at, size_t back)
{
    if (back > at)
        return PP_FINE_TAG_NONE;
    size_t index = at - back;
    return tagging->tags[tagging->reverse ? tagging->word_count - 1 - index : index];
}

static void add(pp_i_features *features, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t key = pp_i_mix(features->count + 1, a);
    key = pp_i_mix(key, b);
    features->keys[features->count++] = pp_i_mix(key, c);
}

static void add_own(const pp_i_word *word, bool first, pp_i_features *features)
{
    add(features, word->form, 0, 0);
    add(features, word->exact, first, 0);
    add(features, word->shape, first, 0);
    for (size_t i = 0; i < PP_WORD_AFFIX_COUNT; i++) {
        add(features, word->prefixes[i], 0, 0);
        add(features, word->suffixes[i], 0, 0);
    }
    add(features, word->suffixes[2], word->flags, first);
    add(features, word->flags, first, 0);
    add(features, word->known.cluster, 0, 0);
    add(features, word->known.group, 0, 0);
    add(features, word->known.lexicon, word->flags, first);
    add(features, word->known.lexicon, word->suffixes[1], 0);
    add(features, word->known.lexicon, word->suffixes[2], 0);
    add(features, word->known.noun_class, word->flags, 0);
    add(features, word->known.ambiguity, 0, 0);
}

static void add_neighbours(const pp_i_tagging *tagging, size_t at, pp_i_features *features)
{
    const pp_i_word *word = word_at(tagging, at, 0);
    const pp_i_word *back = word_at(tagging, at, -1), *back2 = word_at(tagging, at, -2);
    const pp_i_word *next = word_at(tagging, at, 1), *next2 = word_at(tagging, at, 2);
    add(features, back->form, 0, 0);
    add(features, back2->form, 0, 0);
    add(features, next->form, 0, 0);
    add(features, next2->form, 0, 0);
    add(features, back->form, word->form, 0);
    add(features, word->form, next->form, 0);
    add(features, back->form, next->form, 0);
    add(features, back2->form, back->form, 0);
    add(features, next->form, next2->form, 0);
    add(features, back->suffixes[2], 0, 0);
    add(features, next->suffixes[2], 0, 0);
    add(features, next->suffixes[1], word->known.ambiguity, 0);
    add(features, back->flags, word->flags, next->flags);
    add(features, next->shape, word->shape, 0);
    add(features, back->known.cluster, word->known.cluster, 0);
    add(features, word->known.cluster, next->known.cluster, 0);
    add(features, back->known.cluster, 0, 0);
    add(features, next->known.cluster, 0, 0);
    add(features, next2->known.group, 0, 0);
    add(features, next->known.ambiguity, word->known.ambiguity, 0);
    add(features, next->known.ambiguity, next2->known.ambiguity, word->known.ambiguity);
    add(features, next->known.ambiguity, next->known.lexicon, 0);
    add(features, next->known.lexicon, word->known.lexicon, word->known.ambiguity);
    add(features, word->form, next->known.ambiguity, 0);
}

static void add_history(const pp_i_tagging *tagging, size_t at, pp_i_features *features)
{
    const pp_i_word *word = word_at(tagging, at, 0), *next = word_at(tagging, at, 1);
    uint32_t one = tag_at(tagging, at, 1), two = tag_at(tagging, at, 2);
    add(features, one, 0, 0);
    add(features, one, two, 0);
    add(features, one, word->form, 0);
    add(features, one, two, word->form);
    add(features, one, next->form, 0);
    add(features, one, word->known.cluster, 0);
    add(features, one, next->known.cluster, word->known.ambiguity);
    add(features, one, word->known.ambiguity, 0);
    add(features, one, next->known.ambiguity, word->known.ambiguity);
    add(features, one, two, word->known.ambiguity);
    add(features, one, word->suffixes[2], 0);
    add(features, one, word->known.lexicon, next->known.ambiguity);
    add(features, one, word->flags, word->known.lexicon);
    add(features, one, word->form, next->form);
}

void pp_i_tagger_features(const pp_i_tagging *tagging, size_t at, pp_i_features *features)
{
    features->count = 0;
    bool first = tagging->reverse ? at + 1 == tagging->word_count : at == 0;
    add_own(word_at(tagging, at, 0), first, features);
    add_neighbours(tagging, at, features);
    add_history(tagging, at, features);
}

static void run_one_way(const pp_i_weights *weights, pp_i_tagging *tagging, size_t tag_count,
                        int32_t *sums)
{
    pp_i_features features;
    for (size_t at = 0; at < tagging->word_count; at++) {
        size_t index = tagging->reverse ? tagging->word_count - 1 - at : at, best = 0;
        int32_t scores[PP_CLASS_COUNT_MAX] = {0}, *sum = sums + index * tag_count;
        pp_i_tagger_features(tagging, at, &features);
        pp_i_weights_score(weights, &features, scores);
        for (size_t tag = 0; tag < tag_count; tag++) {
            best = scores[tag] > scores[best] ? tag : best;
            sum[tag] += scores[tag];
        }
        tagging->tags[index] = (uint8_t)best;
    }
}

void pp_i_tagger_run(const pp_i_weights *forward, const pp_i_weights *backward,
                     const pp_i_word *words, size_t word_count, size_t tag_count, uint8_t *tags,
                     uint8_t *spare, int32_t *sums)
{
    pp_i_tagging there = {words, word_count, tags, false};
    pp_i_tagging back = {words, word_count, spare, true};
    memset(sums, 0, word_count * tag_count * sizeof *sums);
    run_one_way(forward, &there, tag_count, sums);
    if (backward == NULL)
        return;
    run_one_way(backward, &back, tag_count, sums);
    for (size_t i = 0; i < word_count; i++) {
        const int32_t *sum = sums + i * tag_count;
        size_t best = 0;
        for (size_t tag = 1; tag < tag_count; tag++)
            best = sum[tag] > sum[best] ? tag : best;
        tags[i] = (uint8_t)best;
    }
}
