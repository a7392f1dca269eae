/* cover.c: see cover.h. The issues that the formula names span a table of cells; a cell that no
 * pattern covers yet becomes one, and loses each issue without which it still holds everywhere. */
#include "exchange/gmcr/cover.h"

#include <string.h>

typedef struct covering {
    const pp_case *the_case;
    size_t scope[PP_CASE_ISSUE_COUNT_MAX];
    size_t strides[PP_CASE_ISSUE_COUNT_MAX]; /* [place in scope] */
    size_t scope_count, cell_count;
    bool *wanted, *covered; /* [cell] */
} covering;

static size_t size_of(const covering *c, size_t place)
{
    return c->the_case->issues[c->scope[place]].option_count;
}

/* The issues that the formula names; false where they span too many cells. */
static bool find_scope(covering *c, const pp_i_formula *formula)
{
    bool named[PP_CASE_ISSUE_COUNT_MAX] = {false};
    for (size_t n = 0; n < formula->node_count; n++)
        if (formula->nodes[n].kind == PP_FORMULA_ATOM)
            named[formula->nodes[n].subject] = true;
    c->cell_count = 1;
    for (size_t i = 0; i < c->the_case->issue_count; i++) {
        if (!named[i])
            continue;
        c->strides[c->scope_count] = c->cell_count;
        c->scope[c->scope_count++] = i;
        c->cell_count *= c->the_case->issues[i].option_count;
        if (c->cell_count > PP_GMCR_COVER_CELL_COUNT_MAX)
            return false;
    }
    return true;
}

static bool find_wanted(covering *c, const pp_i_formula *formula, bool holds, pp_i_arena *arena)
{
    pp_i_choice *package = PP_NEW_ARRAY(arena, pp_i_choice, c->the_case->issue_count);
    unsigned char *scratch = PP_NEW_ARRAY(arena, unsigned char, formula->node_count);
    c->wanted = PP_NEW_ARRAY(arena, bool, c->cell_count);
    c->covered = PP_NEW_ARRAY(arena, bool, c->cell_count);
    if (package == NULL || scratch == NULL || c->wanted == NULL || c->covered == NULL)
        return false;
    for (size_t cell = 0; cell < c->cell_count; cell++) {
        for (size_t k = 0; k < c->scope_count; k++)
            package[c->scope[k]] = (pp_i_choice)(cell / c->strides[k] % size_of(c, k));
        c->wanted[cell] = pp_i_formula_holds(formula, package, scratch) == holds;
    }
    return true;
}

static bool matches(const covering *c, const pp_i_choice *pattern, size_t cell)
{
    for (size_t k = 0; k < c->scope_count; k++)
        if (pattern[c->scope[k]] != PP_COVER_ANY &&
            pattern[c->scope[k]] != cell / c->strides[k] % size_of(c, k))
            return false;
    return true;
}

static bool holds_everywhere(const covering *c, const pp_i_choice *pattern)
{
    for (size_t cell = 0; cell < c->cell_count; cell++)
        if (!c->wanted[cell] && matches(c, pattern, cell))
            return false;
    return true;
}

static void widen(covering *c, size_t cell, pp_i_choice *pattern)
{
    for (size_t i = 0; i < c->the_case->issue_count; i++)
        pattern[i] = PP_COVER_ANY;
    for (size_t k = 0; k < c->scope_count; k++)
        pattern[c->scope[k]] = (pp_i_choice)(cell / c->strides[k] % size_of(c, k));
    for (size_t k = 0; k < c->scope_count; k++) {
        pp_i_choice kept = pattern[c->scope[k]];
        pattern[c->scope[k]] = PP_COVER_ANY;
        if (!holds_everywhere(c, pattern))
            pattern[c->scope[k]] = kept;
    }
    for (size_t other = 0; other < c->cell_count; other++)
        c->covered[other] = c->covered[other] || matches(c, pattern, other);
}

bool pp_i_cover_make(const pp_case *the_case, const pp_i_formula *formula, bool holds,
                     pp_i_arena *arena, pp_i_cover *cover)
{
    covering c = {.the_case = the_case};
    *cover = (pp_i_cover){0};
    if (!find_scope(&c, formula)) {
        cover->too_wide = true;
        return true;
    }
    if (!find_wanted(&c, formula, holds, arena))
        return false;
    cover->patterns = PP_NEW_ARRAY(arena, pp_i_cover_pattern, c.cell_count);
    for (size_t cell = 0; cover->patterns != NULL && cell < c.cell_count; cell++) {
        if (!c.wanted[cell] || c.covered[cell])
            continue;
        pp_i_choice *made = PP_NEW_ARRAY(arena, pp_i_choice, the_case->issue_count);
        if (made == NULL)
            return false;
        widen(&c, cell, made);
        cover->patterns[cover->count++] = made;
    }
    return cover->patterns != NULL;
}
