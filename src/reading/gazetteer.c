/* gazetteer.c: see gazetteer.h. */
#include "reading/gazetteer.h"

typedef struct known_name {
    const char *text;
    pp_i_known_kind kind;
    const char *code;
} known_name;

#include "reading/gazetteer_data.inc"

enum { NAME_COUNT = sizeof names / sizeof *names, KNOWN_COUNT = sizeof known / sizeof *known };

static const known_name *find_name(pp_text text)
{
    size_t low = 0, high = NAME_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = pp_i_text_compare(text, pp_i_text_of(names[middle].text));
        if (order == 0)
            return &names[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static const pp_i_known *find_code(const char *code)
{
    for (size_t i = 0; i < KNOWN_COUNT; i++)
        if (strcmp(known[i].code, code) == 0)
            return &known[i];
    return NULL;
}

const pp_i_known *pp_i_gazetteer_find(pp_text name, pp_i_known_kind *kind)
{
    const known_name *found = find_name(name);
    if (found == NULL && name.length > 3 && name.data[name.length - 1] == 's') {
        found = find_name((pp_text){name.data, name.length - 1}); /* "Ukrainians" */
        if (found != NULL && found->kind != PP_KNOWN_DEMONYM)
            found = NULL;
    }
    if (found == NULL)
        return NULL;
    *kind = found->kind;
    return find_code(found->code);
}

bool pp_i_gazetteer_is_sorted(void)
{
    for (size_t i = 0; i < NAME_COUNT; i++) {
        if (find_code(names[i].code) == NULL)
            return false;
        if (i > 0 &&
            pp_i_text_compare(pp_i_text_of(names[i - 1].text), pp_i_text_of(names[i].text)) >= 0)
            return false;
    }
    return true;
}
