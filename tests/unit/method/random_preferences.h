/*
 * random_preferences.h: small random cases in which parties state orders, importance and
 * comparisons, as text; what contradicts itself is among them.
 */
#ifndef PP_TESTS_RANDOM_PREFERENCES_H
#define PP_TESTS_RANDOM_PREFERENCES_H

#include "method/random_case.h"

/* A chain of some of `count` things called `name`0, `name`1, ... in an order that never contradicts
 * the hidden one, which is that of their numbers; `ties` are rare. Nothing where too few are drawn.
 */
static inline void say_chain(random_case *made, char name, size_t count, size_t tie_of)
{
    size_t last = SIZE_MAX;
    say(made, "\"");
    for (size_t i = 0; i < count; i++) {
        if (draw(made, 3) == 0 && !(last == SIZE_MAX && i + 1 == count))
            continue;
        if (last != SIZE_MAX)
            say(made, draw(made, tie_of) == 0 ? " ~ " : " > ");
        say(made, "%c%zu", name, i);
        last = i;
    }
    say(made, "\"");
}

static inline void say_package(random_case *made, const char *what, size_t *package)
{
    say(made, "%s: {", what);
    for (size_t i = 0; i < made->issue_count; i++)
        say(made, "%si%zu: o%zu", i == 0 ? "" : ", ", i, package[i]);
    say(made, "}");
}

/* Two packages that differ. */
static inline void say_comparison(random_case *made)
{
    size_t better[4], worse[4];
    bool differ = false;
    for (size_t i = 0; i < made->issue_count; i++) {
        better[i] = draw(made, made->option_counts[i]);
        worse[i] = draw(made, made->option_counts[i]);
        differ = differ || better[i] != worse[i];
    }
    if (!differ)
        worse[0] = (worse[0] + 1) % made->option_counts[0];
    say(made, "      - {");
    say_package(made, "better", better);
    say(made, ", ");
    say_package(made, "worse", worse);
    say(made, "}\n");
}

static inline void say_values(random_case *made, size_t issue)
{
    say(made, "      i%zu: {", issue);
    for (size_t o = 0; o < made->option_counts[issue]; o++)
        say(made, "%so%zu: %zu/%zu", o == 0 ? "" : ", ", o, draw(made, 7), (size_t)6);
    say(made, "}\n");
}

/* Options of preferences: comparisons at most, no deal, values on some issues. */
static inline void say_preference(random_case *made, size_t party, size_t compare_count_max,
                                  bool no_deal, bool values)
{
    bool valued[4];
    size_t valued_count = 0;
    for (size_t i = 0; i < made->issue_count; i++) {
        valued[i] = values && draw(made, 3) == 0;
        valued_count += valued[i];
    }
    say(made, "  p%zu:\n    importance: ", party);
    say_chain(made, 'i', made->issue_count, 4);
    if (valued_count < made->issue_count)
        say(made, "\n    orders:\n");
    else
        say(made, "\n");
    for (size_t i = 0; i < made->issue_count; i++) {
        if (valued[i])
            continue;
        say(made, "      i%zu: [", i);
        say_chain(made, 'o', made->option_counts[i], 5);
        if (draw(made, 2) == 0) {
            say(made, ", ");
            say_chain(made, 'o', made->option_counts[i], 1000);
        }
        say(made, "]\n");
    }
    if (valued_count > 0)
        say(made, "    values:\n");
    for (size_t i = 0; i < made->issue_count; i++)
        if (valued[i])
            say_values(made, i);
    size_t count = compare_count_max == 0 ? 0 : draw(made, compare_count_max + 1);
    if (count > 0)
        say(made, "    compare:\n");
    for (size_t i = 0; i < count; i++)
        say_comparison(made);
    if (no_deal) {
        say(made, "    no_deal:\n      - \"%s than (i0 = o0)\"\n",
            draw(made, 2) == 0 ? "worse" : "better");
        if (draw(made, 2) == 0)
            say(made, "      - \"%s than (i0 = o1 and not i%zu = o0)\"\n",
                draw(made, 2) == 0 ? "worse" : "better", made->issue_count - 1);
    }
}

/* A case of 1 to 4 issues whose `party_count` first parties have preferences. */
static inline void random_preferences_make(random_case *made, uint64_t seed, size_t party_count,
                                           size_t compare_count_max, bool no_deal, bool values)
{
    made->length = 0;
    pp_i_random_seed(&made->random, seed);
    say(made, "pourparler: 1\ntitle: Case %llu\nparties:\n", (unsigned long long)seed);
    for (size_t i = 0; i < RANDOM_PARTY_COUNT; i++)
        say(made, "  - {id: p%zu}\n", i);
    say_issues(made);
    say(made, "preferences:\n");
    for (size_t i = 0; i < party_count; i++)
        say_preference(made, i, compare_count_max, no_deal, values);
}

#endif
