/* read_text.h: the reading of a text, for tests that need the language model. */
#ifndef PP_TESTS_READ_TEXT_H
#define PP_TESTS_READ_TEXT_H

#include "reading/statement.h"

static inline const pp_i_reading *read_text(const pp_i_language *language, const char *text,
                                            pp_i_arena *arena)
{
    pp_i_document *document = NULL;
    const pp_i_reading *reading = NULL;
    pp_i_arena_init(arena, pp_i_allocator_of(NULL));
    assert_int_equal(pp_i_document_parse("report.txt", pp_i_text_of(text), PP_FORMAT_PLAIN, arena,
                                         &document, NULL),
                     PP_OK);
    assert_int_equal(
        pp_i_reading_make(language, &document, 1, NULL, 0, NULL, arena, &reading, NULL), PP_OK);
    return reading;
}

/* The language model, or null where it is not there: then the test is to be skipped. */
static inline pp_i_language *open_language(void)
{
    pp_error error = {0};
    pp_i_language *language = NULL;
    pp_status status =
        pp_i_language_open(PP_TEST_ROOT "/models/english.ppmodel", NULL, &language, &error);
    return status == PP_OK ? language : NULL;
}

/* Opens the language model, or skips the test; counts the cases that do not hold, each told by its
 * index to `holds`, which reads and prints; none may fail. */
static inline void assert_all_hold(size_t count, bool (*holds)(const pp_i_language *, size_t))
{
    pp_i_language *language = open_language();
    if (language == NULL) {
        skip();
    }
    size_t failures = 0;
    for (size_t i = 0; i < count; i++) {
        failures += !holds(language, i);
    }
    pp_i_language_close(language);
    assert_int_equal(failures, 0);
}

#endif
