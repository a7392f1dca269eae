/* names_person.c: which person a name means: by surname, by given name; see names_steps.h. */
#include "reading/names_steps.h"

#include <string.h>

enum { SURNAME_BYTE_COUNT_MAX = 64 };

/* A surname as it is compared: small, without doubled letters and with one y for its spellings. */
const char *pp_i_names_surname_key(pp_i_finder *finder, pp_text surname)
{
    char folded[SURNAME_BYTE_COUNT_MAX];
    size_t length = 0;
    bool article = surname.length > 5 && surname.data[2] == '-' && /* "al-Masri" is "Masri" too */
                   (surname.data[1] | 0x20) == 'l' && strchr("AaEe", surname.data[0]) != NULL;
    if (article) {
        surname.data += 3;
        surname.length -= 3;
    }
    for (size_t i = 0; i < surname.length && length < sizeof folded; i++) {
        char c = surname.data[i];
        c = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
        bool next_is_y = i + 1 < surname.length && (surname.data[i + 1] | 0x20) == 'y';
        if ((c == 'i' && next_is_y) || (length > 0 && folded[length - 1] == c))
            continue;
        folded[length++] = c;
    }
    return pp_i_names_key(finder, "surname ", (pp_text){folded, length});
}

pp_text pp_i_names_first_word(pp_text words)
{
    size_t length = 0;
    while (length < words.length && words.data[length] != ' ')
        length++;
    return (pp_text){words.data, length};
}

pp_text pp_i_names_last_word(pp_text words)
{
    if (words.length == 0)
        return PP_TEXT("");
    size_t start = words.length;
    while (start > 0 && words.data[start - 1] != ' ')
        start--;
    pp_text last = {words.data + start, words.length - start};
    bool is_suffix = pp_i_text_is(last, "Jr.") || pp_i_text_is(last, "Jr") ||
                     pp_i_text_is(last, "Sr.") || pp_i_text_is(last, "II") ||
                     pp_i_text_is(last, "III");
    return is_suffix && start > 1 ? pp_i_names_last_word((pp_text){words.data, start - 1}) : last;
}

/* Are the words of `end` the last of `all`? */
static bool ends_with_words(pp_text all, pp_text end)
{
    return end.length < all.length && all.data[all.length - end.length - 1] == ' ' &&
           memcmp(all.data + all.length - end.length, end.data, end.length) == 0;
}

/* "J. D." and "James", "Jim": no contradiction where one begins as the other does, or lacks it. */
static bool first_names_agree(pp_text a, pp_text b)
{
    bool a_alone = pp_i_names_first_word(a).length == a.length,
         b_alone = pp_i_names_first_word(b).length == b.length;
    if (a_alone || b_alone)
        return true;
    if (ends_with_words(a, b) || ends_with_words(b, a))
        return true; /* "Mohamed Ag Intaya", "Ag Intaya" */
    pp_text first_a = pp_i_names_first_word(a), first_b = pp_i_names_first_word(b);
    if (((pp_i_name_word(first_a, NULL) | pp_i_name_word(first_b, NULL)) & PP_WORD_PARTICLE) != 0)
        return true; /* "De la Calle" */
    bool initial = first_a.length <= 2 || first_b.length <= 2 || first_a.data[1] == '.' ||
                   first_b.data[1] == '.';
    return initial ? first_a.data[0] == first_b.data[0] : pp_i_text_equal(first_a, first_b);
}

/* Whom a given name alone means: "Abiy" of "Abiy Ahmed", where one person alone has it. */
size_t pp_i_names_known_by_given_name(pp_i_finder *finder, pp_text name)
{
    bool several = pp_i_names_get_key(finder, pp_i_names_key(finder, "shared ", name)) != PP_NONE;
    return several ? PP_NONE : pp_i_names_get_key(finder, pp_i_names_key(finder, "given ", name));
}

static void set_given_name(pp_i_finder *finder, pp_text words, size_t entity)
{
    pp_text given = pp_i_names_first_word(words);
    if (given.length == words.length || given.length < 3)
        return;
    size_t before = pp_i_names_get_key(finder, pp_i_names_key(finder, "given ", given));
    if (before == PP_NONE)
        pp_i_names_set_key(finder, pp_i_names_key(finder, "given ", given), entity, true);
    else if (before != entity)
        pp_i_names_set_key(finder, pp_i_names_key(finder, "shared ", given), entity, true);
}

void pp_i_names_assign_person(pp_i_finder *finder, pp_i_found *found)
{
    pp_text words = pp_i_names_words_of(finder, found);
    const char *surname = pp_i_names_surname_key(finder, pp_i_names_last_word(words));
    size_t entity = pp_i_names_get_key(finder, surname);
    if (entity == PP_NONE && pp_i_names_first_word(words).length == words.length) {
        entity = pp_i_names_known_by_given_name(finder, words);
        surname = entity == PP_NONE ? surname : NULL;
    }
    if (entity != PP_NONE) {
        pp_i_entity *known = &finder->entities.items[entity].entity;
        bool gender_fits = found->gender == PP_GENDER_OPEN || known->gender == PP_GENDER_OPEN ||
                           found->gender == known->gender;
        if (!first_names_agree(known->name, words) || !gender_fits)
            entity = PP_NONE;
        else if (words.length > known->name.length)
            known->name = words;
    }
    if (entity == PP_NONE)
        entity =
            pp_i_names_entity(finder, PP_ENTITY_PERSON, pp_i_names_key(finder, "person ", words),
                              words, PP_FOUND_PERSON);
    pp_i_names_set_key(finder, surname, entity, true);
    set_given_name(finder, words, entity);
    found->entity = entity;
}
