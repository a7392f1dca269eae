/* word_list.c: is a word one of a list? See clause.h. */
#include "reading/clause.h"

#include <string.h>

bool pp_i_word_in(pp_text text, const char *list)
{
    enum { WORD_BYTE_COUNT_MAX = 30 }; /* no list has a longer one */
    char word[WORD_BYTE_COUNT_MAX + 2] = " ";
    if (text.length == 0 || text.length > WORD_BYTE_COUNT_MAX ||
        memchr(text.data, '\0', text.length) != NULL) {
        return false;
    }
    memcpy(word + 1, text.data, text.length);
    const char *at = strncmp(list, word + 1, text.length) == 0 ? list : strstr(list, word);
    while (at != NULL) { /* lists are long, and the library looks at many bytes at a time */
        const char *end = at + text.length + (*at == ' ');
        if (*end == '\0' || *end == ' ') {
            return true;
        }
        at = strstr(end, word);
    }
    return false;
}

bool pp_i_first_word_in(pp_text text, const char *list)
{
    char word[32];
    size_t length = 0;
    while (length < text.length && text.data[length] != ' ') {
        if (length == sizeof word) {
            return false;
        }
        word[length] = length == 0 ? (char)(text.data[0] | 0x20) : text.data[length];
        length++;
    }
    return pp_i_word_in((pp_text){word, length}, list);
}

bool pp_i_any_word_in(pp_text text, const char *list)
{
    for (size_t start = 0, end = 0; start < text.length; start = end + 1) {
        end = start;
        while (end < text.length && text.data[end] != ' ') {
            end++;
        }
        if (pp_i_word_in((pp_text){text.data + start, end - start}, list)) {
            return true;
        }
    }
    return false;
}
