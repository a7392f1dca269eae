/*
 * model_file.h: how a model lies in its file, so that it can be used where it is mapped.
 *
 * A header, then sections, each at a multiple of 8 bytes; numbers are little-endian. The header names
 * each section's place and its number of elements; a checksum covers all bytes behind the header. A
 * checksum finds damage, not malice: whatever a section holds is checked again where it is used.
 */
#ifndef PP_READING_MODEL_FILE_H
#define PP_READING_MODEL_FILE_H

#include "reading/parser.h"
#include "reading/tagger.h"

#define PP_MODEL_MAGIC "PPMODEL4"

typedef enum pp_i_model_section {
    PP_MODEL_TAGS,  /* pp_i_fine_tag */
    PP_MODEL_WORDS, /* pp_i_word_entry */
    PP_MODEL_NETWORK,    /* one pp_i_network */
    PP_MODEL_EMBEDDINGS, /* rows of PP_NET_INPUT bytes */
    PP_MODEL_LEMMA_SLOTS, /* pp_i_lemma_slot */
    PP_MODEL_LEMMA_BYTES,
    PP_MODEL_SECTION_COUNT
} pp_i_model_section;

typedef struct pp_i_model_place {
    uint64_t byte_start;
    uint64_t count;
} pp_i_model_place;

typedef struct pp_i_model_header {
    char magic[8];
    uint64_t byte_count; /* of the whole file */
    uint64_t checksum;
    uint64_t section_count;
    pp_i_model_place sections[PP_MODEL_SECTION_COUNT];
} pp_i_model_header;

/* An irregular lemma: of a normal form under a class of the tagger. */
typedef struct pp_i_lemma_slot {
    uint32_t fingerprint; /* 0: an empty slot */
    uint32_t place;       /* start << 8 | length, among the lemma bytes */
} pp_i_lemma_slot;

typedef struct pp_i_lemma_table {
    const pp_i_lemma_slot *slots;
    size_t slot_count;
    const char *bytes;
    size_t byte_count;
} pp_i_lemma_table;

/* A model's parts where they lie. */
typedef struct pp_i_model {
    const pp_i_fine_tag *tags;
    size_t tag_count; /* 1 to PP_NET_TAGS */
    pp_i_word_table words;
    pp_i_net net;
    pp_i_lemma_table lemmas;
} pp_i_model;

/* Bytes of one element of a section. */
size_t pp_i_model_element_size(pp_i_model_section section);

uint64_t pp_i_model_checksum(const void *bytes, size_t length);

/* Finds the parts in `bytes`, at a multiple of 8 in memory; null where all is well, else what is
 * wrong. */
const char *pp_i_model_open(pp_text bytes, pp_i_model *model);

#endif
