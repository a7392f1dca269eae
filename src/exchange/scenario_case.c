/* scenario_case.c: a scenario as a case file; see scenario.h. */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "case/formula.h"
#include "exchange/scenario.h"

enum { ID_LENGTH_MAX = 48 };

/* Ids made of labels, each once. */
typedef struct ids {
    pp_i_arena *arena;
    char (*items)[ID_LENGTH_MAX + 16];
    size_t count;
} ids;

static bool is_taken(const ids *all, const char *id)
{
    for (size_t i = 0; i < all->count; i++)
        if (strcmp(all->items[i], id) == 0)
            return true;
    return false;
}

/* Letters, digits, _ and - of a label in small letters; other runs become one -. */
static size_t slug(pp_text label, char *id)
{
    size_t length = 0;
    for (size_t i = 0; i < label.length && length < ID_LENGTH_MAX; i++) {
        unsigned char byte = (unsigned char)label.data[i];
        if (byte < 0x80 && isalnum(byte))
            id[length++] = (char)tolower(byte);
        else if (length > 0 && id[length - 1] != '-')
            id[length++] = '-';
    }
    while (length > 0 && id[length - 1] == '-')
        length--;
    id[length] = '\0';
    return length;
}

/* An id for `label` that none of the others has, numbered by `place` where it must be. */
static const char *add_id(ids *all, pp_text label, const char *letter, size_t place)
{
    char *id = all->items[all->count];
    pp_i_number number;
    if (label.length < ID_LENGTH_MAX && pp_i_number_parse(label, &number) == PP_NUMBER_GOOD &&
        memchr(label.data, '/', label.length) == NULL &&
        memchr(label.data, 'e', label.length) == NULL) { /* a number is an id as it is */
        memcpy(id, label.data, label.length);
        id[label.length] = '\0';
        if (!is_taken(all, id)) {
            all->count++;
            return id;
        }
    }
    size_t length = slug(label, id);
    if (length == 0 || pp_i_formula_is_reserved((pp_text){id, length}))
        snprintf(id, sizeof *all->items, "%s%zu", letter, place + 1);
    else if (is_taken(all, id))
        snprintf(id + length, sizeof *all->items - length, "-%zu", place + 1);
    while (is_taken(all, id)) /* a label that looks as one of ours */
        snprintf(id + strlen(id), sizeof *all->items - strlen(id), "x");
    all->count++;
    return id;
}

static bool ids_make(ids *all, pp_i_arena *arena, size_t count)
{
    *all = (ids){.arena = arena};
    all->items = pp_i_arena_array(arena, count, sizeof *all->items);
    return all->items != NULL;
}

/* A text in double quotation marks, as YAML has it. */
static void add_quoted(pp_i_builder *out, pp_text text)
{
    pp_i_builder_add_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte == '"' || byte == '\\')
            pp_i_builder_add_byte(out, '\\');
        if (byte < 0x20 || byte == 0x7f)
            pp_i_builder_print(out, "\\x%02x", byte);
        else
            pp_i_builder_add_byte(out, text.data[i]);
    }
    pp_i_builder_add_byte(out, '"');
}

static void add_number(pp_i_builder *out, pp_i_number number)
{
    pp_i_builder_print(out, "%" PRId64, number.numerator);
    if (number.denominator != 1)
        pp_i_builder_print(out, "/%" PRId64, number.denominator);
}

typedef struct writing {
    const pp_i_scenario *scenario;
    pp_i_builder out;
    ids issues, parties;
    ids *options; /* [issue] */
} writing;

static bool name_all(writing *w, pp_i_arena *arena)
{
    const pp_i_scenario *s = w->scenario;
    w->options = PP_NEW_ARRAY(arena, ids, s->issue_count);
    if (w->options == NULL || !ids_make(&w->issues, arena, s->issue_count) ||
        !ids_make(&w->parties, arena, s->profile_count))
        return false;
    for (size_t p = 0; p < s->profile_count; p++)
        add_id(&w->parties, s->profiles[p].name, "p", p);
    for (size_t i = 0; i < s->issue_count; i++) {
        add_id(&w->issues, s->issues[i].name, "i", i);
        if (!ids_make(&w->options[i], arena, s->issues[i].option_count))
            return false;
        for (size_t o = 0; o < s->issues[i].option_count; o++)
            add_id(&w->options[i], s->issues[i].labels[o], "o", o);
    }
    return true;
}

static void write_issues(writing *w)
{
    const pp_i_scenario *s = w->scenario;
    pp_i_builder_print(&w->out, "issues:\n");
    for (size_t i = 0; i < s->issue_count; i++) {
        pp_i_builder_print(&w->out, "  - id: %s\n    title: ", w->issues.items[i]);
        add_quoted(&w->out, s->issues[i].name.length == 0 ? pp_i_text_of(w->issues.items[i])
                                                          : s->issues[i].name);
        pp_i_builder_print(&w->out, "\n    options:\n");
        for (size_t o = 0; o < s->issues[i].option_count; o++) {
            pp_i_builder_print(&w->out, "      - {id: %s, title: ", w->options[i].items[o]);
            add_quoted(&w->out, s->issues[i].labels[o].length == 0
                                    ? pp_i_text_of(w->options[i].items[o])
                                    : s->issues[i].labels[o]);
            pp_i_builder_print(&w->out, "}\n");
        }
    }
}

static void write_profile(writing *w, size_t p)
{
    const pp_i_scenario *s = w->scenario;
    const pp_i_scenario_profile *profile = &s->profiles[p];
    pp_i_builder_print(&w->out, "  %s:\n    values:\n", w->parties.items[p]);
    for (size_t i = 0; i < s->issue_count; i++) {
        pp_i_builder_print(&w->out, "      %s: {", w->issues.items[i]);
        for (size_t o = 0; o < s->issues[i].option_count; o++) {
            pp_i_builder_print(&w->out, "%s%s: ", o == 0 ? "" : ", ", w->options[i].items[o]);
            add_number(&w->out, profile->values[i][o]);
        }
        pp_i_builder_print(&w->out, "}\n");
    }
    pp_i_builder_print(&w->out, "    weights: {");
    for (size_t i = 0; i < s->issue_count; i++) {
        pp_i_builder_print(&w->out, "%s%s: ", i == 0 ? "" : ", ", w->issues.items[i]);
        add_number(&w->out, profile->weights[i]);
    }
    pp_i_builder_print(&w->out, "}\n");
    if (profile->reservation_open)
        return;
    pp_i_builder_print(&w->out, "    no_deal: ");
    add_number(&w->out, profile->reservation);
    pp_i_builder_print(&w->out, "\n");
}

char *pp_i_scenario_case(const pp_i_scenario *scenario, pp_i_arena *arena)
{
    writing w = {.scenario = scenario};
    bool additive = false;
    pp_i_builder_init(&w.out, arena);
    if (!name_all(&w, arena))
        return NULL;
    pp_i_builder_print(&w.out, "pourparler: 1\ntitle: ");
    add_quoted(&w.out, scenario->title);
    pp_i_builder_print(&w.out, "\nparties:\n");
    for (size_t p = 0; p < scenario->profile_count; p++) {
        pp_i_builder_print(&w.out, "  - {id: %s, name: ", w.parties.items[p]);
        add_quoted(&w.out, scenario->profiles[p].name);
        pp_i_builder_print(&w.out, "}\n");
        additive = additive || !scenario->profiles[p].nonlinear;
    }
    write_issues(&w);
    if (additive)
        pp_i_builder_print(&w.out, "preferences:\n");
    for (size_t p = 0; p < scenario->profile_count; p++)
        if (!scenario->profiles[p].nonlinear)
            write_profile(&w, p);
    return w.out.failed ? NULL : w.out.data;
}
