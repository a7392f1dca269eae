/* word.c: see word.h. */
#include "reading/word.h"

#include <utf8proc.h>

#include "base/map.h"

/* Typographic marks are written as plain ones, so that "don\u2019t" is "don't". */
static const char *plain_mark(int32_t code_point)
{
    switch (code_point) {
    case 0x2018: case 0x2019: case 0x02BC: case 0x2032: return "'";
    case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB: return "\"";
    case 0x2010: case 0x2011: return "-";
    case 0x2012: case 0x2013: case 0x2014: case 0x2015: return "--";
    case 0x2026: return "...";
    default: return NULL;
    }
}

static size_t append(char normal[PP_WORD_LENGTH_MAX], size_t length, const char *bytes,
                     size_t count)
{
    if (length + count > PP_WORD_LENGTH_MAX)
        return length;
    memcpy(normal + length, bytes, count);
    return length + count;
}

size_t pp_i_word_normalize(pp_text form, char normal[PP_WORD_LENGTH_MAX])
{
    size_t length = 0;
    for (size_t at = 0, size; at < form.length && length < PP_WORD_LENGTH_MAX; at += size) {
        unsigned char byte = (unsigned char)form.data[at];
        size = 1;
        if (byte < 0x80) {
            normal[length++] = byte >= 'A' && byte <= 'Z'   ? (char)(byte + 32)
                               : byte >= '0' && byte <= '9' ? '0'
                                                            : (char)byte;
            continue;
        }
        int32_t code_point = pp_i_utf8_decode(form, at, &size);
        const char *mark = plain_mark(code_point);
        if (mark != NULL) {
            length = append(normal, length, mark, strlen(mark));
        } else if (code_point < 0) {
            normal[length++] = (char)byte;
        } else {
            utf8proc_uint8_t lower[4];
            utf8proc_ssize_t count = utf8proc_encode_char(utf8proc_tolower(code_point), lower);
            length = append(normal, length, (const char *)lower, (size_t)count);
        }
    }
    return length;
}

uint64_t pp_i_word_key(const char *normal, size_t length)
{
    return pp_i_hash_bytes(normal, length);
}

const pp_i_word_entry *pp_i_word_find(const pp_i_word_table *table, uint64_t key)
{
    if (table == NULL || table->slot_count == 0)
        return NULL;
    uint32_t fingerprint = pp_i_word_fingerprint(key);
    size_t slot = pp_i_word_slot(key, table->slot_count);
    for (size_t probe = 0; probe < table->slot_count; probe++) {
        if (table->entries[slot].fingerprint == fingerprint)
            return &table->entries[slot];
        if (table->entries[slot].fingerprint == 0)
            return NULL;
        slot = slot + 1 < table->slot_count ? slot + 1 : 0;
    }
    return NULL;
}

static char shape_of(unsigned char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        return 'X';
    if ((byte >= 'a' && byte <= 'z') || byte >= 0x80)
        return 'x';
    return byte >= '0' && byte <= '9' ? '0' : (char)byte;
}

static uint8_t flag_of(unsigned char byte)
{
    switch (shape_of(byte)) {
    case 'X': return PP_WORD_LETTER;
    case 'x': return PP_WORD_LETTER;
    case '0': return PP_WORD_DIGIT;
    case '-': return PP_WORD_HYPHEN;
    case '.': return PP_WORD_DOT;
    default: return 0;
    }
}

static void read_shape(pp_text form, pp_i_word *word)
{
    char shape[PP_WORD_LENGTH_MAX];
    size_t length = 0, run = 0;
    bool small = false;
    for (size_t at = 0; at < form.length && length < sizeof shape; at++) {
        unsigned char byte = (unsigned char)form.data[at];
        char kind = shape_of(byte);
        run = length > 0 && shape[length - 1] == kind ? run + 1 : 1;
        if (run <= 2)
            shape[length++] = kind;
        word->flags |= flag_of(byte);
        small = small || kind == 'x';
    }
    if (length > 0 && shape[0] == 'X')
        word->flags |= PP_WORD_CAPITAL;
    if (!small && (word->flags & PP_WORD_LETTER))
        word->flags |= PP_WORD_UPPER;
    word->shape = (uint32_t)pp_i_hash_bytes(shape, length);
}

/* Code points are not split: an affix that would split one is left out (0). */
static bool is_inside(const char *text, size_t length, size_t at)
{
    return at < length && ((unsigned char)text[at] & 0xC0) == 0x80;
}

/* A regular plural or third person is not in the table: it is known by the word before its s. */
static void look_up(const pp_i_word_table *table, const char *normal, size_t length,
                    pp_i_word *word)
{
    const pp_i_word_entry *entry = pp_i_word_find(table, word->key);
    if (entry != NULL) {
        word->known = *entry;
        return;
    }
    if (length < 4 || normal[length - 1] != 's')
        return;
    entry = pp_i_word_find(table, pp_i_word_key(normal, length - 1));
    if (entry == NULL || (entry->lexicon & (PP_LEXICON_NOUN | PP_LEXICON_VERB)) == 0)
        return;
    word->known.lexicon = (entry->lexicon & (PP_LEXICON_NOUN | PP_LEXICON_VERB)) |
                          PP_LEXICON_INFLECTED;
    word->known.noun_class = entry->noun_class;
    word->known.frames = entry->frames;
}

void pp_i_word_read(const pp_i_word_table *table, pp_text form, pp_i_word *word)
{
    char normal[PP_WORD_LENGTH_MAX];
    size_t length = pp_i_word_normalize(form, normal);
    memset(word, 0, sizeof *word);
    word->key = pp_i_word_key(normal, length);
    word->form = (uint32_t)word->key;
    word->exact = (uint32_t)pp_i_hash_bytes(form.data, form.length);
    for (size_t size = 1; size <= PP_WORD_AFFIX_COUNT && size < length; size++) {
        if (!is_inside(normal, length, size))
            word->prefixes[size - 1] = (uint32_t)pp_i_hash_bytes(normal, size);
        if (!is_inside(normal, length, length - size))
            word->suffixes[size - 1] =
                (uint32_t)pp_i_hash_bytes(normal + length - size, size);
    }
    read_shape(form, word);
    look_up(table, normal, length, word);
}
