/* name_words.c: see name_words.h. */
#include "reading/name_words.h"

typedef struct name_word {
    const char *text;
    unsigned what;
} name_word;

#include "reading/name_words_data.inc"

enum { WORD_COUNT = sizeof name_words / sizeof *name_words, WORD_BYTE_COUNT_MAX = 24 };

static unsigned find(pp_text lower)
{
    size_t low = 0, high = WORD_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = pp_i_text_compare(lower, pp_i_text_of(name_words[middle].text));
        if (order == 0)
            return name_words[middle].what;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

unsigned pp_i_name_word(pp_text word, bool *plural)
{
    char lower[WORD_BYTE_COUNT_MAX];
    bool ignored;
    plural = plural == NULL ? &ignored : plural;
    *plural = false;
    if (word.length > 1 && word.data[word.length - 1] == '.')
        word.length--; /* "Mr." */
    if (word.length == 0 || word.length > sizeof lower)
        return 0;
    for (size_t i = 0; i < word.length; i++)
        lower[i] =
            word.data[i] >= 'A' && word.data[i] <= 'Z' ? (char)(word.data[i] | 0x20) : word.data[i];
    pp_text text = {lower, word.length};
    unsigned what = find(text);
    if (what != 0 || text.length < 4)
        return what;
    bool ies = text.length > 4 && memcmp(lower + text.length - 3, "ies", 3) == 0;
    if (lower[text.length - 1] == 's' && lower[text.length - 2] != 's') {
        *plural = true;
        what = find((pp_text){lower, text.length - 1});
        if (what == 0 && ies) {
            lower[text.length - 3] = 'y';
            what = find((pp_text){lower, text.length - 2});
        } else if (what == 0 && lower[text.length - 2] == 'e') {
            what = find((pp_text){lower, text.length - 2});
        }
    } else if (memcmp(lower + text.length - 3, "men", 3) == 0) {
        *plural = true;
        lower[text.length - 2] = 'a';
        what = find(text);
    }
    *plural = what != 0;
    bool scholar = what == 0 && text.length > 8 && lower[1] != 'p' && /* no "apologist" */
                   memcmp(lower + text.length - 7, "ologist", 7) == 0;
    return scholar ? PP_WORD_TITLE : what;
}

bool pp_i_name_words_are_sorted(void)
{
    for (size_t i = 1; i < WORD_COUNT; i++)
        if (pp_i_text_compare(pp_i_text_of(name_words[i - 1].text),
                              pp_i_text_of(name_words[i].text)) >= 0)
            return false;
    return true;
}
