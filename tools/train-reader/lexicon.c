/* lexicon.c: see lexicon.h. */
#include "lexicon.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "treebank.h"

word_list lexicon_new(void)
{
    word_list made = {.capacity = 1 << 12, .slot_count = 1 << 13};
    made.words = allocate(made.capacity, sizeof *made.words);
    made.slots = allocate(made.slot_count, sizeof *made.slots);
    return made;
}

static size_t slot_of(const word_list *lexicon, uint64_t key)
{
    size_t slot = (size_t)key & (lexicon->slot_count - 1);
    while (lexicon->slots[slot] != 0 && lexicon->words[lexicon->slots[slot] - 1].key != key)
        slot = (slot + 1) & (lexicon->slot_count - 1);
    return slot;
}

lexicon_word *lexicon_reach(word_list *lexicon, uint64_t key)
{
    if (lexicon->count == lexicon->capacity) {
        lexicon->capacity *= 2;
        lexicon->slot_count *= 2;
        lexicon->words = realloc(lexicon->words, lexicon->capacity * sizeof *lexicon->words);
        free(lexicon->slots);
        lexicon->slots = allocate(lexicon->slot_count, sizeof *lexicon->slots);
        if (lexicon->words == NULL)
            fail("no memory", "lexicon");
        for (size_t i = 0; i < lexicon->count; i++)
            lexicon->slots[slot_of(lexicon, lexicon->words[i].key)] = (uint32_t)(i + 1);
    }
    size_t slot = slot_of(lexicon, key);
    if (lexicon->slots[slot] == 0) {
        lexicon->words[lexicon->count++] = (lexicon_word){.key = key};
        lexicon->slots[slot] = (uint32_t)lexicon->count;
    }
    return &lexicon->words[lexicon->slots[slot] - 1];
}

lexicon_word *lexicon_reach_form(word_list *lexicon, pp_text form)
{
    char normal[PP_WORD_LENGTH_MAX];
    size_t length = pp_i_word_normalize(form, normal);
    return lexicon_reach(lexicon, pp_i_word_key(normal, length));
}

static void add_form(word_list *lexicon, const char *form, size_t length, uint8_t bits,
                     uint8_t noun_class, uint8_t frames)
{
    lexicon_word *word = lexicon_reach_form(lexicon, (pp_text){form, length});
    word->entry.lexicon |= bits;
    word->entry.frames |= frames;
    if (word->entry.noun_class == 0)
        word->entry.noun_class = noun_class;
}

enum { GRADED_LENGTH_MAX = 6 /* longer adjectives take "more" and "most" */ };

/* The regular inflections of a word: plurals and third persons, past, participle, comparison. */
static void add_inflections(word_list *lexicon, const char *form, size_t length, uint8_t bits,
                            uint8_t noun_class, uint8_t frames)
{
    static const char *const plural[] = {"s", NULL}, *const verbal[] = {"s", "ed", "ing", NULL},
                             *const graded[] = {"er", "est", NULL};
    const char *const *ends = bits & PP_LEXICON_NOUN   ? plural
                              : bits & PP_LEXICON_VERB ? verbal
                                                    : graded;
    char made[PP_WORD_LENGTH_MAX + 8];
    bool too_long = (bits & PP_LEXICON_ADJECTIVE) && length > GRADED_LENGTH_MAX;
    if (length < 2 || length > PP_WORD_LENGTH_MAX || bits & PP_LEXICON_ADVERB || too_long)
        return;
    char last = form[length - 1], before = form[length - 2];
    bool vowel_before = strchr("aeiou", before) != NULL;
    for (size_t i = 0; ends[i] != NULL; i++) {
        size_t stem = length;
        const char *end = ends[i];
        memcpy(made, form, length);
        if (end[0] == 's') {
            bool hiss = strchr("sxz", last) != NULL ||
                        (last == 'h' && (before == 's' || before == 'c'));
            if (last == 'y' && !vowel_before)
                made[stem - 1] = 'i', end = "es";
            else if (hiss)
                end = "es";
            else
                continue; /* found by the word itself: see word.c */
        } else if (last == 'e') {
            stem -= end[0] == 'e' || before != 'e';
        } else if (last == 'y' && !vowel_before && end[0] == 'e') {
            made[stem - 1] = 'i';
        } else if (length > 2 && length < 6 && vowel_before && strchr("bdgmnprt", last) != NULL &&
                   strchr("aeiou", form[length - 3]) == NULL) {
            made[stem++] = last;
        }
        memcpy(made + stem, end, strlen(end));
        add_form(lexicon, made, stem + strlen(end), bits | PP_LEXICON_INFLECTED, noun_class, frames);
    }
}

/* Eight bits of the thirty-five sentence frames: takes nothing, an object, a second object, a clause,
 * an infinitive, a prepositional phrase, an object with a phrase, an adjective. */
static uint8_t frame_bit(unsigned frame)
{
    switch (frame) {
    case 1: case 2: case 3: return 1;
    case 8: case 9: case 10: case 11: return 2;
    case 14: case 15: return 4;
    case 26: case 34: return 8;
    case 24: case 25: case 28: case 32: case 35: return 16;
    case 4: case 12: case 13: case 22: case 27: return 32;
    case 16: case 17: case 18: case 19: case 20: case 21: case 30: case 31: return 64;
    case 5: case 6: case 7: case 29: case 33: return 128;
    default: return 0;
    }
}

/* One synset's line: "offset class type count word sense word sense ... | gloss". */
static void read_synset(word_list *lexicon, char *line)
{
    char *at = line, *end;
    strtoul(at, &at, 10);
    unsigned long class = strtoul(at, &at, 10);
    char type = at[1];
    unsigned long count = strtoul(at + 2, &at, 16);
    uint8_t frames = 0;
    for (char *plus = strstr(at, " + "); type == 'v' && plus != NULL; plus = strstr(plus + 1, " + "))
        if (isdigit((unsigned char)plus[3]) && isdigit((unsigned char)plus[4]))
            frames |= frame_bit((unsigned)strtoul(plus + 3, NULL, 10));
    uint8_t bits = type == 'n' ? PP_LEXICON_NOUN : type == 'v' ? PP_LEXICON_VERB
                   : type == 'r'               ? PP_LEXICON_ADVERB : PP_LEXICON_ADJECTIVE;
    uint8_t noun_class = type == 'n' ? (uint8_t)class : 0;
    for (unsigned long i = 0; i < count; i++, at = end) {
        at++;
        size_t length = strcspn(at, " (");
        end = at + strcspn(at, " ");
        bool name = type == 'n' && isupper((unsigned char)at[0]);
        bool whole = memchr(at, '_', length) == NULL;
        if (whole) {
            add_form(lexicon, at, length, name ? PP_LEXICON_NAME : bits, noun_class, frames);
            if (!name)
                add_inflections(lexicon, at, length, bits, noun_class, frames);
        }
        strtoul(end, &end, 16);
    }
}

static void read_data(word_list *lexicon, const char *folder, const char *name)
{
    char path[4096], *line = allocate(1 << 16, 1);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        fail("cannot read", path);
    while (fgets(line, 1 << 16, file) != NULL)
        if (isdigit((unsigned char)line[0]))
            read_synset(lexicon, line);
    fclose(file);
    free(line);
}

static void read_exceptions(word_list *lexicon, const char *folder, const char *name, uint8_t bits)
{
    char path[4096], line[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        fail("cannot read", path);
    while (fgets(line, sizeof line, file) != NULL) {
        size_t length = strcspn(line, " \n");
        if (memchr(line, '_', length) != NULL || line[length] != ' ')
            continue;
        char *base = line + length + 1;
        const pp_i_word_entry of =
            lexicon_reach_form(lexicon, (pp_text){base, strcspn(base, " \n")})->entry;
        add_form(lexicon, line, length, bits | PP_LEXICON_INFLECTED, of.noun_class, of.frames);
    }
    fclose(file);
}

void lexicon_read_wordnet(word_list *lexicon, const char *folder)
{
    read_data(lexicon, folder, "data.noun");
    read_data(lexicon, folder, "data.verb");
    read_data(lexicon, folder, "data.adj");
    read_data(lexicon, folder, "data.adv");
    read_exceptions(lexicon, folder, "noun.exc", PP_LEXICON_NOUN);
    read_exceptions(lexicon, folder, "verb.exc", PP_LEXICON_VERB);
    read_exceptions(lexicon, folder, "adj.exc", PP_LEXICON_ADJECTIVE);
}
