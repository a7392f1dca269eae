/* If these fail, the reader takes the wrong one for the speaker, or a damaged model brings the
 * program down. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/random.h"
#include "failing_allocator.h"
#include "reading/model_file.h"
#include "reading/language.h"
#include "reading/mend.h"

#define MODEL PP_TEST_ROOT "/models/" PP_LANGUAGE_FILE

enum { MODEL_BYTES_MAX = 12 * 1024 * 1024, DAMAGE_COUNT = 60 };

static pp_i_language *open_model(void)
{
    pp_i_language *language = NULL;
    pp_error error;
    assert_int_equal(pp_i_language_open(MODEL, NULL, &language, &error), PP_OK);
    return language;
}

/* Exactly one root, and every word below it. */
static void assert_tree(const pp_i_sentence *sentence)
{
    size_t root_count = 0;
    for (size_t i = 0; i < sentence->token_count; i++) {
        const pp_i_token *token = &sentence->tokens[i];
        assert_true(token->tag < PP_TAG_COUNT);
        assert_true(token->relation < PP_REL_COUNT);
        assert_int_equal(token->head == PP_NO_HEAD, token->relation == PP_REL_ROOT);
        root_count += token->head == PP_NO_HEAD;
        size_t at = i, step_count = 0;
        while (sentence->tokens[at].head != PP_NO_HEAD) {
            at = sentence->tokens[at].head;
            assert_true(at < sentence->token_count);
            assert_true(++step_count < sentence->token_count);
        }
    }
    assert_int_equal(root_count, sentence->token_count > 0);
}

static pp_i_sentence analyse(const pp_i_language *language, const char *text, pp_i_arena *arena)
{
    pp_i_sentence sentence;
    pp_error error;
    assert_int_equal(
        pp_i_sentence_analyse(language, pp_i_text_of(text), 0, 3, arena, &sentence, NULL, &error),
        PP_OK);
    assert_int_equal(sentence.paragraph, 3);
    assert_tree(&sentence);
    pp_i_mend(&sentence);
    assert_tree(&sentence);
    return sentence;
}

/* The word of `relation` below the word `head`, as they stand in the text. */
static void assert_relation(const pp_i_sentence *sentence, const char *word, const char *relation,
                            const char *head)
{
    for (size_t i = 0; i < sentence->token_count; i++) {
        const pp_i_token *token = &sentence->tokens[i];
        if (!pp_i_text_is(token->form, word))
            continue;
        assert_string_equal(pp_i_relation_text((pp_i_relation)token->relation), relation);
        if (head == NULL)
            assert_true(token->head == PP_NO_HEAD);
        else
            assert_true(pp_i_text_is(sentence->tokens[token->head].form, head));
        return;
    }
    fail_msg("%s is not in the sentence", word);
}

static void plain_sentences_are_understood(void **state)
{
    (void)state;
    pp_i_language *language = open_model();
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_sentence one = analyse(language, "The minister rejected the proposal on Monday.", &arena);
    assert_relation(&one, "minister", "nsubj", "rejected");
    assert_relation(&one, "rejected", "root", NULL);
    assert_relation(&one, "proposal", "obj", "rejected");
    assert_true(pp_i_text_is(one.tokens[2].lemma, "reject"));
    assert_int_equal(one.tokens[2].tag, PP_TAG_VERB);
    pp_i_sentence two = analyse(language, "She said that they will not accept it.", &arena);
    assert_relation(&two, "She", "nsubj", "said");
    assert_relation(&two, "accept", "ccomp", "said");
    assert_relation(&two, "not", "advmod", "accept");
    assert_relation(&two, "that", "mark", "accept");
    assert_true(pp_i_text_is(two.tokens[1].lemma, "say"));
    pp_i_sentence three = analyse(language, "The plan was dismissed by the president.", &arena);
    assert_relation(&three, "plan", "nsubj", "dismissed");
    assert_relation(&three, "president", "obl", "dismissed");
    pp_i_arena_free(&arena);
    pp_i_language_close(language);
}

static void any_text_gives_a_tree(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        ".",
        "(((((",
        "a",
        "\xFF\xFE\xFD",
        "no no no no no no no no",
        "\"'\"'\"' -- ... ?!",
        "one (two) three, four; five: six",
        "\xE4\xB8\xAD\xE6\x96\x87 \xF0\x9F\x98\x80",
    };
    pp_i_language *language = open_model();
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        analyse(language, texts[i], &arena);
    char text[400];
    pp_i_random random;
    pp_i_random_seed(&random, 5);
    for (size_t round = 0; round < 200; round++) {
        static const char letters[] = "abAB19 .,'-\"()\xE2\x80\x99 the of to";
        size_t length = (size_t)pp_i_random_below(&random, sizeof text);
        for (size_t i = 0; i < length; i++)
            text[i] = letters[pp_i_random_below(&random, sizeof letters - 1)];
        text[length > 0 ? length - 1 : 0] = '\0';
        analyse(language, text, &arena);
    }
    pp_i_arena_free(&arena);
    pp_i_language_close(language);
}

static void the_model_is_small_and_quick_to_open(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_text bytes;
    pp_error error;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    assert_int_equal(pp_i_file_read(MODEL, MODEL_BYTES_MAX, &arena, &bytes, &error), PP_OK);
    pp_i_arena_free(&arena);
    clock_t start = clock();
    pp_i_language_close(open_model());
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 0.05);
}

/* Opens, and where that works uses, a model whose bytes were changed; with the checksum made right.
 */
static void use_damaged(char *bytes, size_t length)
{
    pp_i_language *language;
    pp_error error;
    pp_i_arena arena;
    pp_i_model_header *header = (pp_i_model_header *)(void *)bytes;
    header->checksum = pp_i_model_checksum(bytes + sizeof *header, length - sizeof *header);
    if (pp_i_language_open_bytes((pp_text){bytes, length}, NULL, &language, &error) != PP_OK) {
        assert_int_equal(error.status, PP_ERROR_INPUT);
        return;
    }
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    analyse(language, "The minister's envoys said on Monday they won't accept 3 plans.", &arena);
    pp_i_arena_free(&arena);
    pp_i_language_close(language);
}

static void a_hostile_model_does_no_harm(void **state)
{
    (void)state;
    pp_i_arena arena;
    pp_text bytes;
    pp_error error;
    pp_i_random random;
    pp_i_random_seed(&random, 11);
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    assert_int_equal(pp_i_file_read(MODEL, MODEL_BYTES_MAX, &arena, &bytes, &error), PP_OK);
    char *copy = pp_i_arena_alloc(&arena, bytes.length);
    assert_non_null(copy);
    for (size_t round = 0; round < DAMAGE_COUNT; round++) {
        memcpy(copy, bytes.data, bytes.length);
        size_t in_header = sizeof(pp_i_model_header);
        for (size_t i = 0; i < 4; i++)
            copy[pp_i_random_below(&random, in_header)] = (char)pp_i_random_next(&random);
        use_damaged(copy, bytes.length);
        memcpy(copy, bytes.data, bytes.length);
        for (size_t i = in_header + pp_i_random_below(&random, 64); i < bytes.length;
             i += 1 + pp_i_random_below(&random, 64))
            copy[i] = (char)pp_i_random_next(&random);
        memcpy(copy + in_header, bytes.data + in_header, 2048); /* the tags stay, to get further */
        use_damaged(copy, bytes.length);
    }
    pp_i_language *language = NULL;
    for (size_t length = 0; length < sizeof(pp_i_model_header) + 64; length += 8)
        assert_int_equal(
            pp_i_language_open_bytes((pp_text){bytes.data, length}, NULL, &language, &error),
            PP_ERROR_INPUT);
    assert_null(language);
    pp_i_arena_free(&arena);
}

static void a_missing_model_is_said_with_what_to_do(void **state)
{
    (void)state;
    pp_i_language *language = NULL;
    pp_error error = {0};
    assert_int_equal(pp_i_language_open("/nowhere/english.ppmodel", NULL, &language, &error),
                     PP_ERROR_SYSTEM);
    assert_null(language);
    assert_non_null(strstr(error.hint, PP_LANGUAGE_ENVIRONMENT));
    assert_int_equal(pp_i_language_open(PP_TEST_ROOT "/README.md", NULL, &language, &error),
                     PP_ERROR_INPUT);
    assert_null(language);
}

/* How many times opening the model allocates: mostly for the words of speech, in the same way. */
static size_t count_opening(void)
{
    failing_allocator failing;
    pp_allocator allocator = failing_allocator_make(&failing, 0);
    pp_control control = {.allocator = &allocator};
    pp_i_language *language = NULL;
    assert_int_equal(pp_i_language_open(MODEL, &control, &language, NULL), PP_OK);
    pp_i_language_close(language);
    assert_int_equal(failing.held_count, 0);
    return failing.call_count;
}

/* Each of the first and of the last ones, and of the many between every so manieth. */
static void every_failing_allocation_is_survived(void **state)
{
    enum { EACH = 40, STRIDE = 37 };
    (void)state;
    size_t opening = count_opening();
    pp_status status = PP_ERROR_MEMORY;
    for (size_t fail_at = 1; status != PP_OK;
         fail_at += fail_at > EACH && fail_at + EACH + STRIDE < opening ? STRIDE : 1) {
        failing_allocator failing;
        pp_allocator allocator = failing_allocator_make(&failing, fail_at);
        pp_control control = {.allocator = &allocator};
        pp_i_language *language = NULL;
        pp_i_sentence sentence = {.token_count = 9};
        pp_i_arena arena;
        pp_error error;
        pp_i_arena_init(&arena, allocator);
        status = pp_i_language_open(MODEL, &control, &language, &error);
        assert_true(status != PP_OK || fail_at > opening);
        if (status == PP_OK)
            status = pp_i_sentence_analyse(language, PP_TEXT("They rejected it."), 0, 0, &arena,
                                           &sentence, NULL, &error);
        if (status != PP_OK) {
            assert_int_equal(status, PP_ERROR_MEMORY);
            assert_int_equal(sentence.token_count, 9);
        }
        pp_i_arena_free(&arena);
        pp_i_language_close(language);
        assert_int_equal(failing.held_count, 0);
        assert_true(fail_at < opening + 1000);
    }
}

/* Each without mending is a noun phrase, a wrong attribute, or a preposition "no to". */
static void mending_finds_the_verb(void **state)
{
    (void)state;
    pp_i_language *language = open_model();
    pp_i_arena arena;
    pp_i_arena_init(&arena, pp_i_allocator_of(NULL));
    pp_i_sentence voiced = analyse(language, "The pope voiced support for the talks.", &arena);
    assert_relation(&voiced, "pope", "nsubj", "voiced");
    assert_relation(&voiced, "support", "obj", "voiced");
    assert_relation(&voiced, "The", "det", "pope");
    pp_i_sentence called =
        analyse(language, "A spokesman for the ministry called the claims baseless.", &arena);
    assert_relation(&called, "baseless", "xcomp", "called");
    pp_i_sentence refused = analyse(language, "Israel said no to the proposal.", &arena);
    assert_relation(&refused, "to", "case", "proposal");
    assert_relation(&refused, "no", "obj", "said");
    pp_i_arena_free(&arena);
    pp_i_language_close(language);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mending_finds_the_verb),
        cmocka_unit_test(plain_sentences_are_understood),
        cmocka_unit_test(any_text_gives_a_tree),
        cmocka_unit_test(the_model_is_small_and_quick_to_open),
        cmocka_unit_test(a_hostile_model_does_no_harm),
        cmocka_unit_test(a_missing_model_is_said_with_what_to_do),
        cmocka_unit_test(every_failing_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
