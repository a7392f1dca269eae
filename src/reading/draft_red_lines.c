/*
 * draft_red_lines.c: what a party must have, as far as it said so; see drafter.h.
 *
 * A demand or a refusal gives a red line. It is firm where a strong word stands and nothing speaks
 * against it: a hedge, a condition, an offer of something else by the same party on the same issue,
 * or its own opposite. What one party demands on one issue in several words is one red line, which
 * any of them would meet.
 */
#include "reading/drafter.h"

enum { SET_WORD_COUNT = PP_CASE_OPTION_COUNT_MAX / PP_WORD_BITS };

/* What a statement of the case holds to. */
typedef struct position {
    bool given;
    size_t issue;
    pp_i_word options[SET_WORD_COUNT];
    bool done; /* its red line is made */
} position;

static bool sets_meet(const pp_i_word *a, const pp_i_word *b)
{
    return pp_i_bits_meet(a, b, SET_WORD_COUNT);
}

static bool is_demand(const pp_i_statement *statement)
{
    return statement->act == PP_ACT_DEMANDS;
}

static bool same_side(const pp_i_drafter *drafter, const position *positions, size_t a, size_t b)
{
    return positions[b].given && positions[a].issue == positions[b].issue &&
           drafter->statements.items[a].party == drafter->statements.items[b].party;
}

/* Has the party itself put up, or said, what would break the line? */
static bool is_softened(const pp_i_drafter *drafter, const position *positions, size_t statement,
                        const pp_i_word *options)
{
    for (size_t i = 0; i < drafter->statements.count; i++)
        if (i != statement && same_side(drafter, positions, statement, i) &&
            !sets_meet(positions[i].options, options))
            return true;
    return false;
}

/* Does the case have a red line of the party that says the same? */
static bool is_there(const pp_i_drafter *drafter, size_t party, size_t issue,
                     const pp_i_word *options)
{
    for (size_t i = 0; i < drafter->red_lines.count; i++) {
        const pp_i_red_line *line = &drafter->red_lines.items[i];
        pp_i_statement as_said = {.act = PP_ACT_DEMANDS, .about = line->holds};
        pp_i_word own[SET_WORD_COUNT];
        size_t own_issue;
        if (line->party == party && pp_i_draft_position(drafter, &as_said, &own_issue, own) &&
            own_issue == issue && pp_i_bits_equal(own, options, SET_WORD_COUNT))
            return true;
    }
    return false;
}

/* What a red line under way rests on. */
typedef struct basis {
    pp_i_word options[SET_WORD_COUNT];
    size_t *because;
    size_t count, capacity;
    bool some_must, all_must, hedged;
} basis;

static bool add_basis(const pp_i_drafter *drafter, position *positions, size_t statement,
                      basis *made)
{
    const pp_i_statement *said = &drafter->statements.items[statement];
    bool must = said->strength == PP_STRENGTH_MUST;
    if (!pp_i_arena_reserve(drafter->arena, &made->because, &made->capacity, made->count,
                            sizeof *made->because))
        return false;
    for (size_t i = 0; i < SET_WORD_COUNT; i++)
        made->options[i] |= positions[statement].options[i];
    made->some_must = made->some_must || must;
    made->all_must = made->all_must && must;
    made->because[made->count++] = statement;
    positions[statement].done = true;
    return true;
}

/* A demand takes in all demands of the party on the issue; a refusal the same refusals. */
static bool find_basis(pp_i_drafter *drafter, position *positions, size_t first, basis *made)
{
    *made = (basis){.all_must = true};
    bool demand = is_demand(&drafter->statements.items[first]);
    for (size_t i = first; i < drafter->statements.count; i++) {
        const pp_i_statement *said = &drafter->statements.items[i];
        if (positions[i].done || !same_side(drafter, positions, first, i) ||
            is_demand(said) != demand || (!demand && said->act != PP_ACT_REJECTS))
            continue;
        bool same = demand ||
                    pp_i_bits_equal(positions[i].options, positions[first].options, SET_WORD_COUNT);
        if (same && !add_basis(drafter, positions, i, made))
            return false;
    }
    return true;
}

/* Is any of the statements said on a condition? Those of the reading know. */
static bool has_condition(const bool *conditional, const basis *made)
{
    for (size_t i = 0; i < made->count; i++)
        if (conditional[made->because[i]])
            return true;
    return false;
}

static pp_text line_words(pp_i_drafter *drafter, size_t issue, const pp_i_word *options,
                          bool demand)
{
    const pp_i_issue *on = &drafter->case_issues.items[issue];
    size_t count = pp_i_bits_count(options, SET_WORD_COUNT), option = PP_NONE;
    for (size_t i = 0; i < on->option_count; i++)
        if (pp_i_bit_get(options, i) == demand || count == on->option_count)
            option = i;
    const char *name = on->option_count == 2 || count > 1 ? on->id.data : NULL;
    pp_text about = name != NULL && demand ? on->id
                    : option == PP_NONE    ? on->id
                                           : on->options[option].id;
    if (on->option_count == 2)
        about = on->id;
    bool refused = on->option_count == 2 ? !pp_i_bit_get(options, 1) : !demand;
    const char *words = pp_i_arena_print(drafter->arena, "%s%.*s", refused ? "no " : "",
                                         (int)about.length, about.data);
    return pp_i_text_of(words);
}

bool pp_i_draft_add_red_line(pp_i_drafter *drafter, const char *name, pp_i_red_line line)
{
    line.id = pp_i_draft_id(drafter->arena, &drafter->red_line_ids, pp_i_text_of(name), 10, "line",
                            PP_DRAFT_ID_OF_NAME, drafter->red_lines.count);
    return line.id.length > 0 && PP_LIST_ADD(drafter->arena, &drafter->red_lines, line);
}

static bool add_line(pp_i_drafter *drafter, position *positions, const bool *conditional,
                     size_t first)
{
    basis made;
    const pp_i_statement *said = &drafter->statements.items[first];
    if (!find_basis(drafter, positions, first, &made))
        return false;
    size_t issue = positions[first].issue;
    if (is_there(drafter, said->party, issue, made.options) ||
        drafter->red_lines.count >= PP_CASE_RED_LINE_COUNT_MAX ||
        pp_i_bits_count(made.options, SET_WORD_COUNT) == 0 ||
        pp_i_bits_count(made.options, SET_WORD_COUNT) ==
            drafter->case_issues.items[issue].option_count)
        return true;
    bool several = !pp_i_bits_equal(made.options, positions[first].options, SET_WORD_COUNT);
    bool firm = made.some_must && (made.all_must || !several) &&
                !has_condition(conditional, &made) &&
                !is_softened(drafter, positions, first, made.options);
    pp_text words = line_words(drafter, issue, made.options, is_demand(said));
    pp_text party = drafter->parties.items[said->party].id;
    const char *name = words.data == NULL
                           ? NULL
                           : pp_i_arena_print(drafter->arena, "%.*s %.*s", (int)party.length,
                                              party.data, (int)words.length, words.data);
    pp_i_red_line line = {.party = said->party,
                          .unclear = !firm,
                          .because = made.because,
                          .because_count = made.count};
    if (name == NULL || !pp_i_draft_formula(drafter, issue, made.options, &line.holds))
        return false;
    return pp_i_draft_add_red_line(drafter, name, line);
}

/* "Offers no more than 15 per cent" leaves what is above to nobody: an unclear line. */
static bool add_ceiling(pp_i_drafter *drafter, size_t said)
{
    pp_i_word options[SET_WORD_COUNT] = {0};
    size_t at = drafter->statement_of[said];
    if (at == PP_NONE || drafter->no_position[at] ||
        drafter->red_lines.count >= PP_CASE_RED_LINE_COUNT_MAX)
        return true;
    pp_i_draft_beyond(drafter, said, options);
    const pp_i_filed *filed = &drafter->issues->filed[said];
    const pp_i_statement *one = &drafter->statements.items[at];
    if (pp_i_bits_count(options, SET_WORD_COUNT) == 0)
        return true;
    size_t issue = drafter->placed[filed->issue].options[filed->option].issue;
    const pp_i_issue *on = &drafter->case_issues.items[issue];
    for (size_t i = 0; i < on->option_count; i++)
        pp_i_bit_flip(options, i);
    if (pp_i_bits_count(options, SET_WORD_COUNT) == 0 ||
        is_there(drafter, one->party, issue, options))
        return true;
    size_t *because = PP_NEW_ARRAY(drafter->arena, size_t, 1);
    pp_text party = drafter->parties.items[one->party].id;
    const char *name = pp_i_arena_print(drafter->arena, "%.*s no more %.*s", (int)party.length,
                                        party.data, (int)on->id.length, on->id.data);
    pp_i_red_line line = {
        .party = one->party, .unclear = true, .because = because, .because_count = 1};
    if (because == NULL || name == NULL ||
        !pp_i_draft_formula(drafter, issue, options, &line.holds))
        return false;
    because[0] = at;
    return pp_i_draft_add_red_line(drafter, name, line);
}

bool pp_i_draft_red_lines(pp_i_drafter *drafter)
{
    size_t count = drafter->statements.count;
    size_t old_count = drafter->base == NULL ? 0 : drafter->base->statement_count;
    position *positions = PP_NEW_ARRAY(drafter->arena, position, count);
    bool *conditional = PP_NEW_ARRAY(drafter->arena, bool, count);
    if (positions == NULL || conditional == NULL)
        return false;
    for (size_t i = 0; i < drafter->reading->statement_count; i++)
        if (drafter->statement_of[i] != PP_NONE)
            conditional[drafter->statement_of[i]] =
                drafter->reading->statements[i].condition.text.length > 0;
    for (size_t i = 0; i < count; i++)
        positions[i].given = !drafter->no_position[i] &&
                             pp_i_draft_position(drafter, &drafter->statements.items[i],
                                                 &positions[i].issue, positions[i].options);
    for (size_t i = 0; i < drafter->reading->statement_count; i++)
        if (drafter->statement_of[i] != PP_NONE && pp_i_draft_is_tied(drafter, i))
            positions[drafter->statement_of[i]].done = true;
    for (size_t i = old_count; i < count; i++) {
        const pp_i_statement *said = &drafter->statements.items[i];
        if (positions[i].given && !positions[i].done &&
            (is_demand(said) || said->act == PP_ACT_REJECTS) &&
            !add_line(drafter, positions, conditional, i))
            return false;
    }
    for (size_t i = 0; i < drafter->reading->statement_count; i++)
        if (!add_ceiling(drafter, i))
            return false;
    return pp_i_draft_implied(drafter);
}
