/*
 * lexical.c: which words are akin; see lexical.h.
 *
 * The table has a line for each word, sorted by bytes: `word root|synonyms|kinds`. It is searched
 * by halves. A word that it lacks is tried again without its suffixes, as Porter (1980) takes them
 * off, but only as far as a word of the table; else what is left is its own root, marked by `~` so
 * that it meets no root of the table by chance. Other tables have the nouns that mean
 * somebody, and those that mean a body of people or its place.
 */
#include "reading/lexical.h"

#include <stdio.h>

#include "base/map.h"

static const char *const table[] = {
#include "reading/lexical_table.inc"
};
static const char *const people[] = {
#include "reading/lexical_people.inc"
};
static const char *const bodies[] = {
#include "reading/lexical_bodies.inc"
};
enum { TABLE_COUNT = sizeof table / sizeof *table, STEM_BYTE_COUNT_MIN = 4, STRIP_COUNT_MAX = 3 };

/* What a suffix is replaced by, longer ones first; each is tried in turn. */
static const struct {
    const char *suffix, *instead;
} endings[] = {
    {"isation", "ize"}, {"ization", "ize"}, {"ational", "ate"}, {"iveness", "ive"},
    {"ication", "ify"}, {"ation", "ate"},   {"ation", "e"},     {"ation", ""},
    {"ition", "e"},     {"ement", ""},      {"ement", "e"},     {"ment", ""},
    {"ance", "e"},      {"ance", ""},       {"ence", "e"},      {"ence", ""},
    {"ility", "le"},    {"ership", "er"},   {"ship", ""},       {"ness", ""},
    {"ising", "ize"},   {"izing", "ize"},   {"ised", "ize"},    {"ise", "ize"},
    {"ising", "ise"},   {"ity", ""},        {"ity", "e"},       {"ical", "ic"},
    {"ial", "y"},       {"ial", ""},        {"our", "or"},      {"ence", "ense"},
    {"sion", "d"},      {"sion", "se"},     {"ion", "e"},       {"ion", ""},
    {"ing", "e"},       {"ing", ""},        {"ies", "y"},       {"ive", "e"},
    {"ive", ""},        {"able", "e"},      {"able", ""},       {"al", "e"},
    {"al", ""},         {"er", "e"},        {"er", ""},         {"or", ""},
    {"ed", "e"},        {"ed", ""},         {"es", ""},         {"s", ""},
    {"ic", ""},         {"ly", ""},         {"y", ""},          {"e", ""},
};
enum { ENDING_COUNT = sizeof endings / sizeof *endings };

/* --- The table ------------------------------------------------------------------------------- */

/* The line of `word` in a sorted table, or null. */
static const char *find_in(const char *const *lines, size_t count, pp_text word)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *line = lines[middle];
        pp_text key = {line, strcspn(line, " ")};
        int order = pp_i_text_compare(word, key);
        if (order == 0)
            return line;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static const char *find_line(pp_text word)
{
    return find_in(table, TABLE_COUNT, word);
}

bool pp_i_lexical_is_person(pp_text lemma)
{
    return find_in(people, sizeof people / sizeof *people, lemma) != NULL;
}

bool pp_i_lexical_is_body(pp_text lemma)
{
    return find_in(bodies, sizeof bodies / sizeof *bodies, lemma) != NULL;
}

static pp_text root_of(const char *line)
{
    const char *root = line + strcspn(line, " ") + 1;
    return (pp_text){root, strcspn(root, "|")};
}

/* The synonyms (0) or kinds (1) of a line. */
static pp_text list_of(const char *line, int which)
{
    const char *list = strchr(line, '|') + 1;
    if (which == 1)
        list = strchr(list, '|') + 1;
    return (pp_text){list, strcspn(list, "|")};
}

/* The next word of a list separated by `separator`; false where there is none. */
static bool next_word(pp_text *list, char separator, pp_text *word)
{
    while (list->length > 0 && list->data[0] == separator) {
        list->data++;
        list->length--;
    }
    if (list->length == 0)
        return false;
    const char *end = memchr(list->data, separator, list->length);
    size_t length = end == NULL ? list->length : (size_t)(end - list->data);
    *word = (pp_text){list->data, length};
    list->data += length;
    list->length -= length;
    return true;
}

/* --- Roots ----------------------------------------------------------------------------------- */

static void copy_lower(char *to, pp_text word)
{
    size_t length = word.length > PP_LEXEME_BYTE_COUNT_MAX ? PP_LEXEME_BYTE_COUNT_MAX : word.length;
    for (size_t i = 0; i < length; i++) {
        char c = word.data[i];
        to[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    to[length] = '\0';
}

/* `word` with ending `i` replaced, into `made`; false where it has another or too little is left.
 */
static bool strip(const char *word, size_t i, char made[PP_LEXEME_BYTE_COUNT_MAX + 1])
{
    size_t length = strlen(word), cut = strlen(endings[i].suffix);
    if (length < cut + STEM_BYTE_COUNT_MIN || strcmp(word + length - cut, endings[i].suffix) != 0)
        return false;
    size_t more = strlen(endings[i].instead);
    if (length - cut + more > PP_LEXEME_BYTE_COUNT_MAX)
        return false;
    memmove(made, word, length - cut);
    memcpy(made + length - cut, endings[i].instead, more + 1);
    return true;
}

/* The word of the table from which `word` comes by one ending; null where there is none. */
static const char *find_stripped(const char *word)
{
    char made[PP_LEXEME_BYTE_COUNT_MAX + 1];
    for (size_t i = 0; i < ENDING_COUNT; i++) {
        const char *line = strip(word, i, made) ? find_line(pp_i_text_of(made)) : NULL;
        if (line != NULL)
            return line;
    }
    return NULL;
}

/* British and American spelling are one: -ise, -ising, -ised, -isation become -ize and so on. */
static void spell(char *word)
{
    static const char *const british[] = {"ise", "ising", "ised", "isation"};
    size_t length = strlen(word);
    for (size_t i = 0; i < sizeof british / sizeof *british; i++) {
        size_t cut = strlen(british[i]);
        if (length >= cut + STEM_BYTE_COUNT_MIN && strcmp(word + length - cut, british[i]) == 0)
            word[length - cut + 1] = 'z';
    }
}

/* Sets the root of a word that is in no family of the table. */
static void root_by_suffixes(const char *word, pp_i_lexeme *lexeme)
{
    char stem[PP_LEXEME_BYTE_COUNT_MAX + 1];
    memcpy(stem, word, strlen(word) + 1);
    spell(stem);
    for (size_t count = 0; count < STRIP_COUNT_MAX; count++) {
        size_t i = 0;
        while (i < ENDING_COUNT && (endings[i].instead[0] != '\0' || !strip(stem, i, stem)))
            i++;
        if (i == ENDING_COUNT)
            break;
    }
    lexeme->root[0] = '~';
    stem[PP_LEXEME_BYTE_COUNT_MAX - 1] = '\0';
    memcpy(lexeme->root + 1, stem, strlen(stem) + 1);
}

static void find_root(pp_text lemma, pp_i_lexeme *lexeme)
{
    char word[PP_LEXEME_BYTE_COUNT_MAX + 1];
    copy_lower(word, lemma);
    lexeme->line = find_line(pp_i_text_of(word));
    if (lexeme->line == NULL)
        lexeme->line = find_stripped(word);
    if (lexeme->line == NULL)
        root_by_suffixes(word, lexeme);
    else
        copy_lower(lexeme->root, root_of(lexeme->line));
}

/* --- Groups ---------------------------------------------------------------------------------- */

/* Is `root` that of one of the words? Words are compared by family. */
static bool list_has_root(pp_text list, const char *root)
{
    pp_text word;
    while (next_word(&list, ' ', &word)) {
        pp_i_lexeme one;
        /* The first letters decide nearly always: families begin alike. */
        if (root[root[0] == '~'] != word.data[0])
            continue;
        find_root(word, &one);
        if (strcmp(one.root, root) == 0)
            return true;
    }
    return false;
}

static void find_groups(pp_i_lexeme *lexeme)
{
    lexeme->group_count = 0;
    for (size_t i = 0; i < pp_i_lexical_group_count; i++)
        if (lexeme->group_count < PP_LEXEME_GROUP_COUNT_MAX &&
            list_has_root(pp_i_text_of(pp_i_lexical_groups[i] + 1), lexeme->root))
            lexeme->groups[lexeme->group_count++] = (uint8_t)i;
}

void pp_i_lexical_find(pp_text lemma, pp_i_lexeme *lexeme)
{
    *lexeme = (pp_i_lexeme){0};
    find_root(lemma, lexeme);
    find_groups(lexeme);
}

/* --- Kinship --------------------------------------------------------------------------------- */

static bool line_names(const pp_i_lexeme *lexeme, int which, const char *root)
{
    if (lexeme->line == NULL)
        return false;
    pp_text list = list_of(lexeme->line, which), word;
    while (next_word(&list, ',', &word)) {
        const char *line = find_line(word);
        pp_text other = line == NULL ? word : root_of(line);
        if (pp_i_text_is(other, root))
            return true;
    }
    return false;
}

static pp_i_kinship group_kinship(const pp_i_lexeme *a, const pp_i_lexeme *b)
{
    pp_i_kinship best = PP_KIN_NONE;
    for (size_t i = 0; i < a->group_count; i++)
        for (size_t j = 0; j < b->group_count; j++) {
            if (a->groups[i] != b->groups[j])
                continue;
            if (pp_i_lexical_groups[a->groups[i]][0] == '=')
                return PP_KIN_SYNONYM;
            best = PP_KIN_FIELD;
        }
    return best;
}

pp_i_kinship pp_i_lexical_kinship(const pp_i_lexeme *a, const pp_i_lexeme *b)
{
    if (strcmp(a->root, b->root) == 0)
        return PP_KIN_FAMILY;
    pp_i_kinship best = group_kinship(a, b);
    if (best == PP_KIN_SYNONYM || line_names(a, 0, b->root) || line_names(b, 0, a->root))
        return PP_KIN_SYNONYM;
    if (best == PP_KIN_NONE && (line_names(a, 1, b->root) || line_names(b, 1, a->root)))
        return PP_KIN_KIND;
    return best;
}

void pp_i_lexical_neighbours(const pp_i_lexeme *lexeme, bool (*visit)(void *, const pp_i_lexeme *),
                             void *context)
{
    for (int which = 0; lexeme->line != NULL && which < 2; which++) {
        pp_text list = list_of(lexeme->line, which), word;
        while (next_word(&list, ',', &word)) {
            pp_i_lexeme other = {0};
            find_root(word, &other);
            if (!visit(context, &other))
                return;
        }
    }
}

static bool is_listed(const pp_i_lexeme *lexeme, const char *list)
{
    return list_has_root(pp_i_text_of(list), lexeme->root);
}

bool pp_i_lexical_is_frame(const pp_i_lexeme *lexeme)
{
    return is_listed(lexeme, pp_i_lexical_frames);
}

bool pp_i_lexical_is_reversing(const pp_i_lexeme *lexeme)
{
    return is_listed(lexeme, pp_i_lexical_reversers);
}
