/*
 * random_case.h: small random cases as text, read by the product's own reader, so that brute force
 * over every package can be compared with an answer.
 */
#ifndef PP_TESTS_RANDOM_CASE_H
#define PP_TESTS_RANDOM_CASE_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "case/reader.h"

enum { RANDOM_PARTY_COUNT = 4, RANDOM_TEXT_SIZE = 16384 };

typedef struct random_case {
    char text[RANDOM_TEXT_SIZE];
    size_t length;
    size_t issue_count;
    size_t option_counts[4];
    size_t red_line_count;
    pp_i_random random;
} random_case;

static inline size_t draw(random_case *made, size_t bound)
{
    return (size_t)pp_i_random_below(&made->random, bound);
}

__attribute__((format(printf, 2, 3))) static inline void say(random_case *made, const char *format,
                                                             ...)
{
    va_list values;
    va_start(values, format);
    made->length += (size_t)vsnprintf(made->text + made->length, RANDOM_TEXT_SIZE - made->length,
                                      format, values);
    va_end(values);
}

static inline void say_atom(random_case *made)
{
    size_t issue = draw(made, made->issue_count), options = made->option_counts[issue];
    switch (draw(made, 4)) {
    case 0:
        say(made, "i%zu != o%zu", issue, draw(made, options));
        break;
    case 1:
        say(made, "i%zu in (o%zu, o%zu)", issue, (size_t)0, options - 1);
        break;
    default:
        say(made, "i%zu = o%zu", issue, draw(made, options));
    }
}

/* A formula of nesting two at most. */
static inline void say_formula(random_case *made)
{
    static const char *const words[] = {"and", "or", "implies", "iff", "if"};
    size_t roll = draw(made, 10);
    if (roll < 4) {
        say_atom(made);
    } else if (roll < 5) {
        say(made, "not ");
        say_atom(made);
    } else if (roll < 9) {
        say_atom(made);
        say(made, " %s ", words[draw(made, 5)]);
        say_atom(made);
    } else {
        say(made, "(");
        say_atom(made);
        say(made, " %s ", words[draw(made, 5)]);
        say_atom(made);
        say(made, ") %s ", words[draw(made, 5)]);
        say_atom(made);
    }
}

static inline void say_consent(random_case *made)
{
    static const char *const rules[] = {"p0 and p1",
                                        "p0 and p1 and p2",
                                        "p0 or p1",
                                        "2 of (p0, p1, p2)",
                                        "p0 and (p1 or p2)",
                                        "2 of (p0, p1, p2, p3)",
                                        "p0",
                                        "3 of (p0, p1, p2 and p3, p3)",
                                        "p0 and 1 of (p1, p2, p3)",
                                        "p0 and p1 or p2 and p3"};
    size_t roll = draw(made, 13);
    if (roll < sizeof rules / sizeof *rules)
        say(made, "consent: %s\n", rules[roll]);
}

static inline void say_issues(random_case *made)
{
    made->issue_count = 1 + draw(made, 4);
    say(made, "issues:\n");
    for (size_t i = 0; i < made->issue_count; i++) {
        made->option_counts[i] = 2 + draw(made, 3);
        say(made, "  - {id: i%zu, options: [", i);
        for (size_t o = 0; o < made->option_counts[i]; o++)
            say(made, "%so%zu", o == 0 ? "" : ", ", o);
        say(made, "]}\n");
    }
    size_t links = draw(made, 3);
    if (links > 0)
        say(made, "links:\n");
    for (size_t i = 0; i < links; i++) {
        say(made, "  - rule: ");
        say_formula(made);
        say(made, "\n");
    }
}

static inline void say_lines(random_case *made, size_t line_count_max)
{
    say(made, "sources: [{id: src, text: They spoke., date: 2024-01-10}]\nstatements:\n");
    for (size_t i = 0; i < 4; i++) {
        say(made,
            "  - id: s%zu\n    party: p%zu\n    act: demands\n    source: src\n    about: ", i, i);
        say_formula(made);
        say(made, "\n    date: 2024-01-%02zu\n", 10 + draw(made, 10));
    }
    made->red_line_count = draw(made, line_count_max + 1);
    if (made->red_line_count > 0)
        say(made, "red_lines:\n");
    for (size_t i = 0; i < made->red_line_count; i++) {
        size_t party = draw(made, RANDOM_PARTY_COUNT);
        say(made, "  - id: r%zu\n    party: p%zu\n    firmness: %s\n    holds: ", i, party,
            draw(made, 2) == 0 ? "firm" : "unclear");
        say_formula(made);
        say(made, "\n");
        if (draw(made, 3) == 0)
            say(made, "    because: [s%zu]\n", party);
    }
}

/* The text of case `seed`. */
static inline void random_case_make(random_case *made, uint64_t seed, size_t line_count_max)
{
    static const char *const roles[] = {"", ", role: mediator", ", role: observer"};
    made->length = 0;
    pp_i_random_seed(&made->random, seed);
    say(made, "pourparler: 1\ntitle: Case %llu\nparties:\n", (unsigned long long)seed);
    for (size_t i = 0; i < RANDOM_PARTY_COUNT; i++)
        say(made, "  - {id: p%zu%s}\n", i, roles[draw(made, 5) < 4 ? 0 : 1 + draw(made, 2)]);
    say_consent(made);
    say_issues(made);
    say_lines(made, line_count_max);
}

/* The case read; null (with the text on standard output) where the reader refused it. */
static inline pp_case *random_case_read(const random_case *made)
{
    pp_case *the_case = NULL;
    pp_error error = {0};
    pp_status status = pp_i_case_read((pp_text){made->text, made->length}, "case.yaml", ".", false,
                                      NULL, &the_case, &error);
    if (status == PP_OK)
        return the_case;
    printf("%s\n", made->text);
    for (size_t i = 0; the_case != NULL && i < the_case->diagnostics.list.count; i++)
        printf("%zu: %s\n", the_case->diagnostics.list.items[i].place.line,
               the_case->diagnostics.list.items[i].message);
    pp_i_case_free(the_case);
    return NULL;
}

/* The package of a code. */
static inline void package_of(const pp_case *the_case, size_t code, pp_i_choice *package)
{
    for (size_t i = 0; i < the_case->issue_count; i++) {
        package[i] = (pp_i_choice)(code % the_case->issues[i].option_count);
        code /= the_case->issues[i].option_count;
    }
}

static inline size_t code_of(const pp_case *the_case, const pp_i_choice *package)
{
    size_t code = 0;
    for (size_t i = the_case->issue_count; i-- > 0;)
        code = code * the_case->issues[i].option_count + package[i];
    return code;
}

#endif
