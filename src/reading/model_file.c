/* model_file.c: see model_file.h. */
#include "reading/model_file.h"

size_t pp_i_model_element_size(pp_i_model_section section)
{
    switch (section) {
    case PP_MODEL_TAGS: return sizeof(pp_i_fine_tag);
    case PP_MODEL_WORDS: return sizeof(pp_i_word_entry);
    case PP_MODEL_LEMMA_SLOTS: return sizeof(pp_i_lemma_slot);
    case PP_MODEL_LEMMA_BYTES: return 1;
    case PP_MODEL_NETWORK: return sizeof(pp_i_network);
    case PP_MODEL_EMBEDDINGS: return PP_NET_INPUT;
    default: return 1;
    }
}

/* Eight bytes at a time: twelve megabytes take a few milliseconds. */
uint64_t pp_i_model_checksum(const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    uint64_t sum = pp_i_mix(0, length);
    for (; length >= sizeof(uint64_t); length -= sizeof(uint64_t), at += sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, at, sizeof word);
        sum = pp_i_mix(sum, word);
    }
    for (; length > 0; length--)
        sum = pp_i_mix(sum, *at++);
    return sum;
}

static bool section_fits(const pp_i_model_header *header, pp_i_model_section section)
{
    pp_i_model_place place = header->sections[section];
    return place.byte_start >= sizeof *header && place.byte_start % 8 == 0 &&
           place.byte_start <= header->byte_count && place.count < UINT32_MAX &&
           place.count <=
               (header->byte_count - place.byte_start) / pp_i_model_element_size(section);
}

static const char *check(pp_text bytes)
{
    const pp_i_model_header *header = (const pp_i_model_header *)(const void *)bytes.data;
    if (bytes.length < sizeof *header)
        return "it is too short";
    if (memcmp(header->magic, PP_MODEL_MAGIC, sizeof header->magic) != 0)
        return "it does not start as a model does, or is of another version";
    if (header->byte_count != bytes.length)
        return "it is cut short, or something follows it";
    if (header->section_count != PP_MODEL_SECTION_COUNT)
        return "it has other parts than this version reads";
    for (int i = 0; i < PP_MODEL_SECTION_COUNT; i++)
        if (!section_fits(header, (pp_i_model_section)i))
            return "a part lies outside of it";
    if (header->checksum !=
        pp_i_model_checksum(bytes.data + sizeof *header, bytes.length - sizeof *header))
        return "its checksum is not that of its bytes";
    return NULL;
}

static const char *check_tags(const pp_i_model *model)
{
    if (model->tag_count == 0 || model->tag_count > PP_NET_TAGS)
        return "it has no parts of speech, or too many";
    for (size_t i = 0; i < model->tag_count; i++)
        if (model->tags[i].tag >= PP_TAG_COUNT ||
            memchr(model->tags[i].name, '\0', sizeof model->tags[i].name) == NULL)
            return "it names a part of speech that is none";
    return NULL;
}

static const char *check_net(const pp_i_model_place *sections)
{
    return sections[PP_MODEL_NETWORK].count != 1 ||
                   sections[PP_MODEL_EMBEDDINGS].count <= pp_i_embedding_rows[PP_EMBED_WORD]
               ? "its network is not of the size that this version reads"
               : NULL;
}

const char *pp_i_model_open(pp_text bytes, pp_i_model *model)
{
    const char *wrong = check(bytes);
    if (wrong != NULL)
        return wrong;
    const pp_i_model_header *header = (const pp_i_model_header *)(const void *)bytes.data;
    const pp_i_model_place *at = header->sections;
    const void *tags = bytes.data + at[PP_MODEL_TAGS].byte_start;
    const void *words = bytes.data + at[PP_MODEL_WORDS].byte_start;
    const void *network = bytes.data + at[PP_MODEL_NETWORK].byte_start;
    const void *rows = bytes.data + at[PP_MODEL_EMBEDDINGS].byte_start;
    const void *lemmas = bytes.data + at[PP_MODEL_LEMMA_SLOTS].byte_start;
    pp_i_model made = {
        .tags = tags,
        .tag_count = at[PP_MODEL_TAGS].count,
        .words = {words, at[PP_MODEL_WORDS].count},
        .net = {network, (const int8_t(*)[PP_NET_INPUT])rows, at[PP_MODEL_EMBEDDINGS].count,
                pp_i_kernels_best()},
        .lemmas = {lemmas, at[PP_MODEL_LEMMA_SLOTS].count,
                   bytes.data + at[PP_MODEL_LEMMA_BYTES].byte_start,
                   at[PP_MODEL_LEMMA_BYTES].count},
    };
    wrong = check_net(at);
    if (wrong == NULL)
        wrong = check_tags(&made);
    if (wrong == NULL)
        *model = made;
    return wrong;
}
