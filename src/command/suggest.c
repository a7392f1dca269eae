/* suggest.c: "did you mean": the optimal string alignment distance, for short words. */
#include <string.h>

#include "command/command.h"

enum { WORD_LENGTH_MAX = 32, DISTANCE_MAX = 3 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][WORD_LENGTH_MAX + 1];
    size_t *before = rows[0], *row = rows[1], *next = rows[2];
    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        next[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t change = a[i - 1] != b[j - 1];
            next[j] = least(least(row[j], next[j - 1]) + 1, row[j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                next[j] = least(next[j], before[j - 2] + 1);
        }
        size_t *spare = before;
        before = row;
        row = next;
        next = spare;
    }
    return row[b_length];
}

const char *pp_suggest(const char *word, const char *const *candidates, size_t count)
{
    size_t length = strlen(word);
    size_t best = least(DISTANCE_MAX, length <= 3 ? 1 : length / 2) + 1;
    const char *found = NULL;
    if (length == 0 || length > WORD_LENGTH_MAX)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t other = strlen(candidates[i]);
        if (other > WORD_LENGTH_MAX)
            continue;
        size_t here = distance(word, length, candidates[i], other);
        if (here < best) {
            best = here;
            found = candidates[i];
        }
    }
    return found;
}
