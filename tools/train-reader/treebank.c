/* treebank.c: see treebank.h. */
#include "treebank.h"

#include <stdio.h>
#include <stdlib.h>

void fail(const char *message, const char *detail)
{
    fprintf(stderr, "train-reader: %s: %s\n", message, detail);
    exit(1);
}

void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count == 0 ? 1 : count, size);
    if (memory == NULL)
        fail("no memory", "calloc");
    return memory;
}

static char *read_all(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail("cannot read", path);
    size_t length = 0, capacity = 1 << 24;
    char *bytes = allocate(capacity, 1);
    for (size_t got; (got = fread(bytes + length, 1, capacity - length - 1, file)) > 0;) {
        length += got;
        if (length + 1 == capacity && (bytes = realloc(bytes, capacity *= 2)) == NULL)
            fail("no memory", path);
    }
    bytes[length] = '\0';
    fclose(file);
    return bytes;
}

enum { FIELD_COUNT = 10, WORD_COUNT_MAX = PP_SENTENCE_TOKEN_COUNT_MAX };

typedef struct row {
    pp_text fields[FIELD_COUNT];
} row;

static size_t tag_of(pp_text name, size_t count, bool relation)
{
    for (size_t i = 0; i < count; i++)
        if (pp_i_text_is(name, relation ? pp_i_relation_text((pp_i_relation)i)
                                        : pp_i_tag_text((pp_i_tag)i)))
            return i;
    fail("unknown tag or relation", name.data);
    return 0;
}

static void add_sentence(treebank *bank, const row *rows, size_t count)
{
    sentence *to = &bank->sentences[bank->count++];
    bank->word_count += count;
    *to = (sentence){
        .word_count = count,
        .forms = allocate(count, sizeof(pp_text)),
        .lemmas = allocate(count, sizeof(pp_text)),
        .fine_names = allocate(count, sizeof(pp_text)),
        .tags = allocate(count, 1),
        .fines = allocate(count, 1),
        .heads = allocate(count, sizeof(uint16_t)),
        .relations = allocate(count, 1),
        .words = allocate(count, sizeof(pp_i_word)),
    };
    for (size_t i = 0; i < count; i++) {
        unsigned long head = strtoul(rows[i].fields[6].data, NULL, 10);
        pp_text relation = rows[i].fields[7];
        const char *colon = memchr(relation.data, ':', relation.length);
        if (colon != NULL)
            relation.length = (size_t)(colon - relation.data);
        to->forms[i] = rows[i].fields[1];
        to->lemmas[i] = rows[i].fields[2];
        to->fine_names[i] = rows[i].fields[4];
        to->tags[i] = (uint8_t)tag_of(rows[i].fields[3], PP_TAG_COUNT, false);
        to->heads[i] = (uint16_t)(head == 0 ? count : head - 1);
        to->relations[i] = (uint8_t)tag_of(relation, PP_REL_COUNT, true);
    }
}

static bool read_row(char *line, row *to)
{
    size_t count = 0;
    for (char *at = line; count < FIELD_COUNT; at++) {
        char *end = at + strcspn(at, "\t");
        to->fields[count++] = (pp_text){at, (size_t)(end - at)};
        at = end;
        if (*end == '\0')
            break;
    }
    pp_text id = to->fields[0];
    return count == FIELD_COUNT && memchr(id.data, '-', id.length) == NULL &&
           memchr(id.data, '.', id.length) == NULL;
}

treebank treebank_read(const char *path)
{
    treebank bank = {.bytes = read_all(path)};
    static row rows[WORD_COUNT_MAX];
    size_t row_count = 0, sentence_count = 1;
    for (const char *at = bank.bytes; (at = strstr(at, "\n\n")) != NULL; at += 2)
        sentence_count++;
    bank.sentences = allocate(sentence_count, sizeof(sentence));
    for (char *line = bank.bytes, *end; *line != '\0'; line = end) {
        end = line + strcspn(line, "\n");
        bool blank = end == line;
        if (*end != '\0')
            *end++ = '\0';
        if (blank && row_count > 0)
            add_sentence(&bank, rows, row_count), row_count = 0;
        else if (!blank && line[0] != '#' && read_row(line, &rows[row_count]))
            if (++row_count == WORD_COUNT_MAX)
                fail("sentence too long", path);
    }
    return bank;
}

static int compare_tags(const void *a, const void *b)
{
    const pp_i_fine_tag *x = a, *y = b;
    return x->tag != y->tag ? (x->tag < y->tag ? -1 : 1) : strcmp(x->name, y->name);
}

static size_t find_tag(const tag_set *set, uint8_t tag, pp_text name)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->tags[i].tag == tag && pp_i_text_is(name, set->tags[i].name))
            return i;
    return set->count;
}

tag_set tag_set_of(const treebank *bank)
{
    tag_set set = {0};
    for (size_t s = 0; s < bank->count; s++) {
        const sentence *from = &bank->sentences[s];
        for (size_t i = 0; i < from->word_count; i++) {
            pp_text name = from->fine_names[i];
            if (name.length > PP_FINE_TAG_LENGTH_MAX ||
                find_tag(&set, from->tags[i], name) < set.count)
                continue;
            pp_i_fine_tag *tag = &set.tags[set.count++];
            tag->tag = from->tags[i];
            memcpy(tag->name, name.data, name.length);
        }
    }
    qsort(set.tags, set.count, sizeof set.tags[0], compare_tags);
    return set;
}

void treebank_classify(treebank *bank, const tag_set *set)
{
    for (size_t s = 0; s < bank->count; s++) {
        sentence *to = &bank->sentences[s];
        for (size_t i = 0; i < to->word_count; i++) {
            size_t found = find_tag(set, to->tags[i], to->fine_names[i]);
            for (size_t t = 0; found == set->count && t < set->count; t++)
                found = set->tags[t].tag == to->tags[i] ? t : found;
            to->fines[i] = (uint8_t)found;
        }
    }
}

void treebank_look_up(treebank *bank, const pp_i_word_table *table)
{
    for (size_t s = 0; s < bank->count; s++)
        for (size_t i = 0; i < bank->sentences[s].word_count; i++)
            pp_i_word_read(table, bank->sentences[s].forms[i], &bank->sentences[s].words[i]);
}
