/* names_bodies.c: which body a name means: by its letters, its number, its first words; see
 * names_steps.h. */
#include "reading/names_steps.h"

#include <string.h>

enum { ACRONYM_LENGTH_MAX = 12 };

/* The first letters of a name's capitalised words: "Munich Security Conference" is MSC. */
const char *pp_i_names_acronym_key(pp_i_finder *finder, pp_text words)
{
    char letters[ACRONYM_LENGTH_MAX];
    size_t length = 0;
    for (size_t i = 0; i < words.length && length < sizeof letters; i++)
        if ((i == 0 || words.data[i - 1] == ' ' || words.data[i - 1] == '-') &&
            words.data[i] >= 'A' && words.data[i] <= 'Z')
            letters[length++] = words.data[i];
    return length < 2 ? NULL : pp_i_names_key(finder, "acronym ", (pp_text){letters, length});
}

bool pp_i_names_is_acronym(pp_text word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.length; i++)
        capitals += word.data[i] >= 'A' && word.data[i] <= 'Z';
    return capitals >= 2 && capitals * 2 > word.length;
}

/* The key of the same words with or without the plural's s. */
const char *pp_i_names_other_number(pp_i_finder *finder, const char *prefix, pp_text words)
{
    bool plural = words.length > 1 && words.data[words.length - 1] == 's';
    char *other = plural ? pp_i_arena_copy(finder->arena, words.data, words.length - 1)
                         : pp_i_arena_print(finder->arena, "%.*ss", (int)words.length, words.data);
    if (other == NULL) {
        finder->no_memory = true;
        return NULL;
    }
    size_t length = plural ? words.length - 1 : words.length + 1;
    return pp_i_names_key(finder, prefix, (pp_text){other, length});
}

/* The key of a firm's name through the word behind its "&"; null where it has none, or memory has
 * run out. */
const char *pp_i_names_pair_key(pp_i_finder *finder, pp_text words)
{
    const char *sign = memchr(words.data, '&', words.length);
    if (sign == NULL || (size_t)(sign - words.data) + 3 > words.length)
        return NULL;
    size_t end = (size_t)(sign - words.data) + 2;
    while (end < words.length && words.data[end] != ' ')
        end++;
    return pp_i_names_key(finder, "pair ", (pp_text){words.data, end});
}

/* The firm that begins with these words, or whose whole name these words go on: "Ribble & Calder"
 * and "Ribble & Calder Buses". */
size_t pp_i_names_same_firm(const pp_i_finder *finder, const char *pair, pp_text words)
{
    size_t entity = pp_i_names_get_key(finder, pair);
    if (entity == PP_NONE)
        return PP_NONE;
    pp_text name = finder->entities.items[entity].entity.name;
    size_t shared = strlen(pair) - strlen("pair ");
    return name.length == shared || words.length == shared ? entity : PP_NONE;
}

void pp_i_names_note_ending(pp_i_finder *finder, pp_text name, size_t entity)
{
    pp_text first = pp_i_names_first_word(name), last = pp_i_names_last_word(name);
    if (entity == PP_NONE || name.length != first.length + 1 + last.length || last.length < 4 ||
        last.data[last.length - 1] != 's' || pp_i_name_word(last, NULL) != 0)
        return;
    const char *key = pp_i_names_key(finder, "ending ", last);
    size_t before = pp_i_names_get_key(finder, key);
    if (before != PP_NONE && before != entity)
        pp_i_names_set_key(finder, pp_i_names_key(finder, "endings ", last), entity, false);
    pp_i_names_set_key(finder, key, entity, false);
}

size_t pp_i_names_ending(pp_i_finder *finder, pp_text word)
{
    size_t found = pp_i_names_get_key(finder, pp_i_names_key(finder, "ending ", word));
    bool several = found != PP_NONE &&
                   pp_i_names_get_key(finder, pp_i_names_key(finder, "endings ", word)) != PP_NONE;
    return several ? PP_NONE : found;
}
