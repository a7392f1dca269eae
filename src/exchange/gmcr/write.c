/* write.c: a case as a conflict of gmcr-py; see write.h. */
#include "exchange/gmcr/write.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "exchange/gmcr/cover.h"
#include "exchange/gmcr/write_parts.h"

static const pp_i_preference *said_by(const pp_case *the_case, size_t party)
{
    for (size_t i = 0; i < the_case->preference_count; i++)
        if (the_case->preferences[i].party == party)
            return &the_case->preferences[i];
    return NULL;
}

bool pp_i_gmcr_needs_ranks(const pp_case *the_case)
{
    for (size_t i = 0; i < the_case->preference_count; i++) {
        const pp_i_preference *said = &the_case->preferences[i];
        if (said->priority_count == 0 && said->rank_count + said->value_count + said->weight_count +
                                                 said->order_count + said->compare_count +
                                                 said->importance_count >
                                             0)
            return true;
    }
    return false;
}

/* --- Options ---------------------------------------------------------------------------------- */

/* Control characters have no place in a name there. */
static json_t *name_text(pp_i_gmcr_writing *w, const char *words)
{
    char *text = pp_i_arena_copy(w->arena, words, strlen(words));
    if (text == NULL)
        w->failed = true;
    for (char *at = text; at != NULL && *at != '\0'; at++)
        if ((unsigned char)*at < 0x20 || *at == 0x7f)
            *at = ' ';
    return json_string(text == NULL ? "" : text);
}

/* "no" and "yes" say nothing that the issue's own title does not. */
static json_t *option_name(pp_i_gmcr_writing *w, const pp_i_issue *issue, size_t option)
{
    pp_text title = issue->title, chosen = issue->options[option].title;
    bool plain = issue->option_count == 2 &&
                 (pp_i_text_is(issue->options[1].id, "yes") || pp_i_text_equal(chosen, title));
    const char *words = plain ? pp_i_arena_print(w->arena, "%.*s", (int)title.length, title.data)
                              : pp_i_arena_print(w->arena, "%.*s: %.*s", (int)title.length,
                                                 title.data, (int)chosen.length, chosen.data);
    w->failed = w->failed || words == NULL;
    return name_text(w, words == NULL ? "" : words);
}

static bool may_move(const pp_i_issue *issue, size_t from, size_t to)
{
    for (size_t m = 0; m < issue->move_count; m++)
        if (issue->moves[m].from == from && issue->moves[m].to == to)
            return true;
    return !issue->moves_given;
}

/* Which options can be left, and which taken up; false where the moves are not all of those from
 * one kind to the other, which is all that directions of options can say. */
static bool find_directions(const pp_i_issue *issue, bool *left, bool *taken)
{
    for (size_t a = 0; a < issue->option_count; a++)
        for (size_t b = 0; b < issue->option_count; b++)
            if (a != b && may_move(issue, a, b))
                left[a] = taken[b] = true;
    for (size_t a = 0; a < issue->option_count; a++)
        for (size_t b = 0; b < issue->option_count; b++)
            if (a != b && left[a] && taken[b] && !may_move(issue, a, b))
                return false;
    return true;
}

static void add_option(pp_i_gmcr_writing *w, json_t *options, const pp_i_issue *issue,
                       size_t option, bool left, bool taken)
{
    json_t *one = json_object();
    set(w, one, "name", option_name(w, issue, option));
    set(w, one, "permittedDirection", json_string(left == taken ? "both" : left ? "back" : "fwd"));
    add(w, options, one);
}

/* An option of two, or one for each; the decision maker has those that ever move. */
static void add_issue(pp_i_gmcr_writing *w, json_t *options, json_t *owned, const pp_i_issue *issue,
                      size_t first)
{
    bool left[PP_CASE_OPTION_COUNT_MAX] = {false}, taken[PP_CASE_OPTION_COUNT_MAX] = {false};
    bool said = find_directions(issue, left, taken);
    size_t start = issue->option_count == 2 ? 1 : 0;
    if (!said && owned != NULL)
        FAULT(w, issue->place,
              "gmcr-py cannot hold the moves of `%.*s`: it knows which options can be taken up and "
              "which left, not which step leads to which",
              SHOWN(issue->id));
    for (size_t o = start; o < issue->option_count; o++) {
        add_option(w, options, issue, o, left[o], taken[o]);
        if (owned != NULL && (left[o] || taken[o]))
            add(w, owned, json_integer((json_int_t)(first + o - start)));
    }
}

static void write_options(pp_i_gmcr_writing *w, json_t **owned)
{
    json_t *options = json_array();
    for (size_t i = 0; i < w->the_case->issue_count; i++) {
        const pp_i_issue *issue = &w->the_case->issues[i];
        size_t count = issue->option_count == 2 ? 1 : issue->option_count;
        w->first[i] = w->option_count;
        w->option_count += count;
        if (w->option_count <= PP_GMCR_OPTION_COUNT_MAX)
            add_issue(w, options, issue->decided_by == PP_NONE ? NULL : owned[issue->decided_by],
                      issue, w->first[i]);
    }
    if (w->option_count > PP_GMCR_OPTION_COUNT_MAX)
        FAULT(w, w->the_case->issues[0].place, "the case has %zu options, the limit is %d",
              w->option_count, (int)PP_GMCR_OPTION_COUNT_MAX);
    set(w, w->root, "options", options);
}

/* --- Conditions ------------------------------------------------------------------------------- */

static json_t *literal(pp_i_gmcr_writing *w, size_t option, bool taken)
{
    json_t *pair = json_array();
    add(w, pair, json_integer((json_int_t)option));
    add(w, pair, json_string(taken ? "Y" : "N"));
    return pair;
}

static json_t *condition_of(pp_i_gmcr_writing *w, const pp_i_choice *pattern)
{
    json_t *condition = json_array();
    for (size_t i = 0; i < w->the_case->issue_count; i++) {
        if (pattern[i] == PP_COVER_ANY)
            continue;
        bool two = w->the_case->issues[i].option_count == 2;
        add(w, condition,
            two ? literal(w, w->first[i], pattern[i] == 1)
                : literal(w, w->first[i] + pattern[i], true));
    }
    return condition;
}

static bool cover(pp_i_gmcr_writing *w, const pp_i_formula *formula, bool holds, size_t most,
                  pp_i_cover *made)
{
    if (!pp_i_cover_make(w->the_case, formula, holds, w->arena, made)) {
        w->failed = true;
        return false;
    }
    if (!made->too_wide && made->count <= most)
        return true;
    if (made->too_wide)
        FAULT(w, formula->place,
              "this formula spans more than %d packages: too many to write as patterns",
              (int)PP_GMCR_COVER_CELL_COUNT_MAX);
    else
        FAULT(w, formula->place, "this formula takes %zu patterns, the limit is %zu", made->count,
              most);
    return false;
}

/* Does the pattern hold everywhere? */
static bool is_empty(const pp_i_gmcr_writing *w, const pp_i_choice *pattern)
{
    for (size_t i = 0; i < w->the_case->issue_count; i++)
        if (pattern[i] != PP_COVER_ANY)
            return false;
    return true;
}

/* Exactly one option of an issue of three or more. */
static void add_exclusion(pp_i_gmcr_writing *w, json_t *infeasibles, size_t issue)
{
    size_t count = w->the_case->issues[issue].option_count, first = w->first[issue];
    json_t *none = json_array();
    for (size_t a = 0; a < count; a++) {
        add(w, none, literal(w, first + a, false));
        for (size_t b = a + 1; b < count; b++) {
            json_t *both = json_array();
            add(w, both, literal(w, first + a, true));
            add(w, both, literal(w, first + b, true));
            add(w, infeasibles, both);
        }
    }
    add(w, infeasibles, none);
}

static void write_infeasibles(pp_i_gmcr_writing *w)
{
    json_t *infeasibles = json_array();
    for (size_t i = 0; i < w->the_case->issue_count; i++)
        if (w->the_case->issues[i].option_count != 2)
            add_exclusion(w, infeasibles, i);
    for (size_t l = 0; l < w->the_case->link_count; l++) {
        pp_i_cover made;
        if (!cover(w, &w->the_case->links[l].rule, false, PP_GMCR_CONDITION_COUNT_MAX, &made))
            continue;
        for (size_t k = 0; k < made.count; k++)
            if (is_empty(w, made.patterns[k]))
                FAULT(w, w->the_case->links[l].rule.place, "no package satisfies this link");
            else
                add(w, infeasibles, condition_of(w, made.patterns[k]));
    }
    if (json_array_size(infeasibles) > PP_CASE_LINK_COUNT_MAX)
        FAULT(w, w->the_case->issues[0].place, "more than %d infeasible patterns",
              (int)PP_CASE_LINK_COUNT_MAX);
    set(w, w->root, "infeasibles", infeasibles);
}

/* --- Preferences ------------------------------------------------------------------------------ */

static json_t *priorities_of(pp_i_gmcr_writing *w, const pp_i_preference *said)
{
    json_t *list = json_array();
    for (size_t k = 0; said != NULL && k < said->priority_count; k++) {
        pp_i_cover made;
        if (!cover(w, &said->priorities[k], true, PP_GMCR_MEMBER_COUNT_MAX, &made) ||
            made.count == 0 || is_empty(w, made.patterns[0]))
            continue; /* what never holds, or always, orders nothing */
        if (made.count == 1) {
            add(w, list, condition_of(w, made.patterns[0]));
            continue;
        }
        json_t *compound = json_object(), *members = json_array();
        for (size_t m = 0; m < made.count; m++)
            add(w, members, condition_of(w, made.patterns[m]));
        set(w, compound, "compound", json_true());
        set(w, compound, "members", members);
        add(w, list, compound);
    }
    return list;
}

static json_t *misperceptions_of(pp_i_gmcr_writing *w, const pp_i_preference *said)
{
    json_t *list = json_array();
    pp_i_cover made;
    if (!cover(w, &said->does_not_see, true, PP_GMCR_MEMBER_COUNT_MAX, &made))
        return list;
    for (size_t m = 0; m < made.count; m++)
        if (!is_empty(w, made.patterns[m]))
            add(w, list, condition_of(w, made.patterns[m]));
    return list;
}

/* --- The file --------------------------------------------------------------------------------- */

static void say_what_is_left_out(pp_i_gmcr_writing *w)
{
    const pp_case *c = w->the_case;
    if (c->same_count > 0)
        WARN(w, c->same[0].place,
             "gmcr-py reads no states made one: what `same` joins stays apart there");
    for (size_t i = 0; i < c->preference_count; i++) {
        const pp_i_preference *said = &c->preferences[i];
        pp_text id = c->parties[said->party].id;
        if (said->unknown_count > 0)
            WARN(w, said->place,
                 "gmcr-py has no uncompared states: what `%.*s` leaves open is left out",
                 SHOWN(id));
        if (w->ranks != NULL && w->ranks->estimated[said->party])
            WARN(w, said->place,
                 "the ranking of `%.*s` is an estimate: its orders leave more than one open",
                 SHOWN(id));
    }
}

static void write_makers(pp_i_gmcr_writing *w, json_t **owned)
{
    json_t *makers = json_array();
    size_t count = 0;
    pp_i_gmcr_ranked *list = w->ranks == NULL ? NULL : pp_i_gmcr_list_states(w, &count);
    for (size_t p = 0; p < w->the_case->party_count; p++) {
        const pp_i_preference *said = said_by(w->the_case, p);
        json_t *one = json_object();
        const char *name =
            pp_i_arena_print(w->arena, "%.*s", (int)w->the_case->parties[p].name.length,
                             w->the_case->parties[p].name.data);
        w->failed = w->failed || name == NULL;
        set(w, one, "name", name_text(w, name == NULL ? "" : name));
        set(w, one, "options", owned[p]);
        set(w, one, "preferences", w->ranks != NULL ? json_array() : priorities_of(w, said));
        if (list != NULL)
            set(w, one, "preferenceRanking", pp_i_gmcr_ranking_of(w, p, list, count));
        if (said != NULL && said->does_not_see.node_count > 0)
            set(w, one, "misperceptions", misperceptions_of(w, said));
        add(w, makers, one);
    }
    set(w, w->root, "decisionMakers", makers);
}

static char *write_root(pp_i_gmcr_writing *w)
{
    json_t *owned[PP_CASE_PARTY_COUNT_MAX];
    for (size_t p = 0; p < w->the_case->party_count; p++)
        owned[p] = json_array();
    set(w, w->root, "program", json_string("pourparler"));
    set(w, w->root, "useManualPreferenceRanking", json_boolean(w->ranks != NULL));
    write_options(w, owned);
    write_infeasibles(w);
    write_makers(w, owned);
    say_what_is_left_out(w);
    char *made = json_dumps(w->root, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
    w->failed = w->failed || made == NULL;
    return made;
}

pp_status pp_i_gmcr_write(const pp_case *the_case, const pp_i_gmcr_ranks *ranks, pp_i_arena *arena,
                          pp_i_diagnostics *diagnostics, const pp_export_file **files,
                          size_t *count, pp_error *error)
{
    pp_i_gmcr_writing w = {.the_case = the_case,
                           .ranks = ranks,
                           .arena = arena,
                           .diagnostics = diagnostics,
                           .root = json_object()};
    pp_export_file *made = PP_NEW_ARRAY(arena, pp_export_file, 1);
    char *text = w.root == NULL ? NULL : write_root(&w);
    if (made != NULL && text != NULL)
        *made = (pp_export_file){"conflict.gmcr", pp_i_arena_print(arena, "%s\n", text),
                                 strlen(text) + 1};
    bool good = made != NULL && text != NULL && made->text != NULL;
    free(text);
    json_decref(w.root);
    if (!good || w.failed || diagnostics->failed)
        return pp_i_fail_memory(error);
    pp_i_diagnostics_sort(diagnostics);
    if (diagnostics->error_count > 0)
        return pp_i_fail(error, PP_ERROR_INPUT, "the case cannot be said in a file of gmcr-py");
    *files = made;
    *count = 1;
    return PP_OK;
}
