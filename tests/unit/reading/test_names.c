/* Names: a statement laid at the wrong door is worse than none. Sentences are given with their
 * parse: form|tag|relation|head, heads counting from 1, 0 the root. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reading/gazetteer.h"
#include "reading/name_words.h"
#include "reading/names.h"

enum { SENTENCE_COUNT_MAX = 8 };

typedef struct parsed {
    pp_i_arena arena;
    pp_i_sentence sentences[SENTENCE_COUNT_MAX];
    size_t count;
    size_t byte;
    const pp_i_names *names;
} parsed;

static uint8_t tag_of(const char *text)
{
    static const char *const tags[] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                       "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                       "PUNCT", "SCONJ", "SYM", "VERB", "X"};
    for (uint8_t i = 0; i < PP_TAG_COUNT; i++)
        if (strcmp(tags[i], text) == 0)
            return i;
    fail_msg("no tag %s", text);
    return 0;
}

static uint8_t relation_of(const char *text)
{
    static const struct {
        const char *text;
        pp_i_relation relation;
    } relations[] = {
        {"acl", PP_REL_ACL},     {"amod", PP_REL_AMOD},   {"appos", PP_REL_APPOS},
        {"case", PP_REL_CASE},   {"ccomp", PP_REL_CCOMP}, {"compound", PP_REL_COMPOUND},
        {"conj", PP_REL_CONJ},   {"cop", PP_REL_COP},     {"det", PP_REL_DET},
        {"expl", PP_REL_EXPL},   {"flat", PP_REL_FLAT},   {"nmod", PP_REL_NMOD},
        {"nsubj", PP_REL_NSUBJ}, {"obj", PP_REL_OBJ},     {"obl", PP_REL_OBL},
        {"punct", PP_REL_PUNCT}, {"root", PP_REL_ROOT},   {"mark", PP_REL_MARK},
        {"aux", PP_REL_AUX},     {"cc", PP_REL_CC},       {"xcomp", PP_REL_XCOMP}};
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
        if (strcmp(relations[i].text, text) == 0)
            return (uint8_t)relations[i].relation;
    fail_msg("no relation %s", text);
    return 0;
}

static void say(parsed *reading, const char *words)
{
    pp_i_token *tokens = PP_NEW_ARRAY(&reading->arena, pp_i_token, 64);
    assert_non_null(tokens);
    size_t count = 0;
    for (const char *at = words; *at != '\0';) {
        char form[64], tag[16], relation[16];
        unsigned head;
        int used;
        assert_int_equal(
            sscanf(at, " %63[^|]|%15[^|]|%15[^|]|%u%n", form, tag, relation, &head, &used), 4);
        at += used;
        size_t length = strlen(form);
        char *copy = pp_i_arena_copy(&reading->arena, form, length);
        bool lemma_say = strcmp(form, "said") == 0;
        tokens[count++] =
            (pp_i_token){.form = {copy, length},
                         .lemma = lemma_say ? PP_TEXT("say") : (pp_text){copy, length},
                         .byte_start = reading->byte,
                         .byte_end = reading->byte + length,
                         .tag = tag_of(tag),
                         .relation = relation_of(relation),
                         .head = head == 0 ? PP_NO_HEAD : head - 1};
        reading->byte += length + 1;
    }
    reading->sentences[reading->count++] = (pp_i_sentence){.tokens = tokens, .token_count = count};
}

static void start(parsed *reading)
{
    *reading = (parsed){0};
    pp_i_arena_init(&reading->arena, pp_i_allocator_of(NULL));
}

static void find(parsed *reading)
{
    assert_int_equal(
        pp_i_names_find(reading->sentences, reading->count, &reading->arena, &reading->names, NULL),
        PP_OK);
}

static const pp_i_entity *entity_at(const parsed *reading, size_t sentence, uint32_t token)
{
    size_t mention = pp_i_names_at(reading->names, sentence, token);
    if (mention == PP_NONE)
        fail_msg("nobody at %zu, %u", sentence, token);
    size_t entity = reading->names->mentions[mention].entity;
    assert_true(entity != PP_NONE);
    return &reading->names->entities[entity];
}

static void assert_name(const parsed *reading, size_t sentence, uint32_t token, const char *name)
{
    const pp_i_entity *entity = entity_at(reading, sentence, token);
    if (!pp_i_text_is(entity->name, name))
        fail_msg("%.*s, and not %s", (int)entity->name.length, entity->name.data, name);
}

static void assert_for(const parsed *reading, size_t sentence, uint32_t token, const char *name)
{
    const pp_i_entity *entity = entity_at(reading, sentence, token);
    assert_true(entity->affiliation != PP_NONE);
    const pp_i_entity *affiliation = &reading->names->entities[entity->affiliation];
    if (!pp_i_text_is(affiliation->name, name))
        fail_msg("for %.*s, and not %s", (int)affiliation->name.length, affiliation->name.data,
                 name);
}

/* Title and surname are one person, who speaks for the state in front of the title. */
static void test_title_and_surname(void **state)
{
    (void)state;
    parsed reading;
    start(&reading);
    say(&reading, "Norwegian|ADJ|amod|3 Foreign|PROPN|compound|3 Minister|PROPN|compound|4 "
                  "Anna|PROPN|nsubj|6 Lund|PROPN|flat|4 said|VERB|root|0 no|INTJ|obj|6");
    say(&reading, "Lund|PROPN|nsubj|2 left|VERB|root|0");
    say(&reading, "She|PRON|nsubj|2 said|VERB|root|0 nothing|PRON|obj|2");
    find(&reading);
    assert_name(&reading, 0, 3, "Anna Lund");
    assert_name(&reading, 1, 0, "Anna Lund");
    assert_name(&reading, 2, 0, "Anna Lund");
    assert_for(&reading, 0, 3, "Norway");
    assert_true(pp_i_text_is(entity_at(&reading, 0, 3)->role, "Foreign Minister"));
    assert_name(&reading, 0, 0, "Norway");
    assert_int_equal(entity_at(&reading, 0, 3)->kind, PP_ENTITY_PERSON);
    assert_int_equal(entity_at(&reading, 0, 3)->alias_count, 1);
    pp_i_arena_free(&reading.arena);
}

/* "X, the union's chief negotiator": the union is bound by what X says. */
static void test_apposition(void **state)
{
    (void)state;
    parsed reading;
    start(&reading);
    say(&reading, "The|DET|det|4 Dock|PROPN|compound|3 Workers|PROPN|compound|4 "
                  "Union|PROPN|nsubj|5 met|VERB|root|0");
    say(&reading, "Sam|PROPN|nsubj|10 Okoro|PROPN|flat|1 ,|PUNCT|punct|1 the|DET|det|5 "
                  "union|NOUN|nmod|8 's|PART|case|5 chief|ADJ|amod|8 negotiator|NOUN|appos|1 "
                  ",|PUNCT|punct|1 said|VERB|root|0 no|INTJ|obj|10");
    find(&reading);
    assert_name(&reading, 1, 0, "Sam Okoro");
    assert_name(&reading, 1, 7, "Sam Okoro");
    assert_for(&reading, 1, 0, "Dock Workers Union");
    assert_name(&reading, 1, 4, "Dock Workers Union");
    pp_i_arena_free(&reading.arena);
}

/* Seats of government, capitals and officials speak for the state; "in" a capital nobody speaks. */
static void test_metonyms(void **state)
{
    (void)state;
    parsed reading;
    start(&reading);
    say(&reading, "The|DET|det|2 Kremlin|PROPN|nsubj|3 said|VERB|root|0 no|INTJ|obj|3");
    say(&reading, "Talks|NOUN|nsubj|2 began|VERB|root|0 in|ADP|case|4 Oslo|PROPN|obl|2");
    say(&reading, "Oslo|PROPN|nsubj|2 said|VERB|root|0 no|INTJ|obj|2");
    say(&reading, "Polish|ADJ|amod|2 officials|NOUN|nsubj|3 said|VERB|root|0 no|INTJ|obj|3");
    say(&reading, "U.S.|PROPN|compound|2 officials|NOUN|nsubj|3 met|VERB|root|0 the|DET|det|6 "
                  "United|PROPN|compound|6 Nations|PROPN|obj|3");
    find(&reading);
    assert_name(&reading, 0, 1, "Russia");
    assert_int_equal(entity_at(&reading, 1, 3)->kind, PP_ENTITY_PLACE);
    assert_name(&reading, 2, 0, "Norway");
    assert_name(&reading, 3, 1, "Poland");
    assert_name(&reading, 4, 1, "United States");
    assert_name(&reading, 4, 5, "United Nations");
    assert_string_equal(entity_at(&reading, 4, 1)->code, "US");
    pp_i_arena_free(&reading.arena);
}

/* "(PWU)" and the full name are one party, not two. */
static void test_acronym(void **state)
{
    (void)state;
    parsed reading;
    start(&reading);
    say(&reading, "The|DET|det|3 Harbour|PROPN|compound|3 Council|PROPN|nsubj|7 (|PUNCT|punct|5 "
                  "HC|PROPN|appos|3 )|PUNCT|punct|5 met|VERB|root|0");
    say(&reading, "The|DET|det|2 HC|PROPN|nsubj|3 said|VERB|root|0 no|INTJ|obj|3");
    say(&reading, "The|DET|det|2 council|NOUN|nsubj|3 left|VERB|root|0");
    find(&reading);
    assert_name(&reading, 1, 1, "Harbour Council");
    assert_name(&reading, 2, 1, "Harbour Council");
    pp_i_arena_free(&reading.arena);
}

/* "its" is the subject's; "he" is no state; "it is clear that" is nobody. */
static void test_pronouns(void **state)
{
    (void)state;
    parsed reading;
    start(&reading);
    say(&reading, "Peru|PROPN|nsubj|2 told|VERB|root|0 Mr|PROPN|compound|4 Diaz|PROPN|obj|2 "
                  "of|ADP|case|7 its|PRON|nmod|7 plan|NOUN|obl|2");
    say(&reading, "He|PRON|nsubj|2 said|VERB|root|0 that|SCONJ|mark|5 it|PRON|nsubj|5 "
                  "agreed|VERB|ccomp|2");
    say(&reading, "It|PRON|expl|3 is|AUX|cop|3 clear|ADJ|root|0 that|SCONJ|mark|6 "
                  "Ms|PROPN|nsubj|7 Reed|PROPN|flat|5 left|VERB|ccomp|3");
    say(&reading, "She|PRON|nsubj|2 said|VERB|root|0 no|INTJ|obj|2");
    find(&reading);
    assert_name(&reading, 0, 5, "Peru");
    assert_name(&reading, 1, 0, "Diaz");
    assert_name(&reading, 1, 3, "Peru");
    size_t empty = pp_i_names_at(reading.names, 2, 0);
    assert_true(empty == PP_NONE || reading.names->mentions[empty].entity == PP_NONE);
    assert_name(&reading, 3, 0, "Reed");
    size_t she = pp_i_names_at(reading.names, 3, 0);
    assert_true(reading.names->mentions[she].antecedent != PP_NONE);
    pp_i_arena_free(&reading.arena);
}

/* Nothing makes a state of a person who bears its name. */
static void test_person_named_like_a_state(void **state)
{
    (void)state;
    parsed reading;
    start(&reading);
    say(&reading, "Ruth|PROPN|nsubj|3 Jordan|PROPN|flat|1 said|VERB|root|0 no|INTJ|obj|3");
    find(&reading);
    assert_name(&reading, 0, 0, "Ruth Jordan");
    assert_int_equal(entity_at(&reading, 0, 0)->kind, PP_ENTITY_PERSON);
    pp_i_arena_free(&reading.arena);
}

/* What is not in order is not found. */
static void test_tables(void **state)
{
    (void)state;
    assert_true(pp_i_gazetteer_is_sorted());
    assert_true(pp_i_name_words_are_sorted());
    pp_i_known_kind kind;
    assert_string_equal(pp_i_gazetteer_find(PP_TEXT("Ukrainians"), &kind)->code, "UA");
    assert_int_equal(kind, PP_KNOWN_DEMONYM);
    assert_null(pp_i_gazetteer_find(PP_TEXT("us"), &kind));
}

static void test_no_memory(void **state)
{
    (void)state;
    parsed reading;
    start(&reading);
    say(&reading, "Sam|PROPN|nsubj|10 Okoro|PROPN|flat|1 ,|PUNCT|punct|1 the|DET|det|5 "
                  "union|NOUN|nmod|8 's|PART|case|5 chief|ADJ|amod|8 negotiator|NOUN|appos|1 "
                  ",|PUNCT|punct|1 said|VERB|root|0 no|INTJ|obj|10");
    bool done = false;
    for (size_t limit = 0; limit < 4000 && !done; limit++) {
        pp_i_arena arena;
        pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
        arena.byte_count_max = 1 + limit * 32;
        const pp_i_names *names = NULL;
        pp_status status = pp_i_names_find(reading.sentences, reading.count, &arena, &names, NULL);
        assert_true(status == PP_OK || (status == PP_ERROR_MEMORY && names == NULL));
        done = status == PP_OK;
        pp_i_arena_free(&arena);
    }
    assert_true(done);
    pp_i_arena_free(&reading.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_title_and_surname),
                                       cmocka_unit_test(test_apposition),
                                       cmocka_unit_test(test_metonyms),
                                       cmocka_unit_test(test_acronym),
                                       cmocka_unit_test(test_pronouns),
                                       cmocka_unit_test(test_person_named_like_a_state),
                                       cmocka_unit_test(test_tables),
                                       cmocka_unit_test(test_no_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
