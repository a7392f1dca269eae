/* case_equal.c: do two cases say the same, places in the file and wording of formulas apart? */
#include "case/reader.h"

static bool sources_equal(const pp_case *a, const pp_case *b)
{
    for (size_t i = 0; i < a->source_count; i++) {
        const pp_i_source *x = &a->sources[i], *y = &b->sources[i];
        if (!pp_i_text_equal(x->id, y->id) || !pp_i_text_equal(x->file, y->file) ||
            !pp_i_text_equal(x->words, y->words) || !pp_i_text_equal(x->title, y->title) ||
            x->date != y->date || x->grade_source != y->grade_source ||
            x->grade_information != y->grade_information || x->grade_given != y->grade_given ||
            memcmp(x->sha256, y->sha256, PP_SHA256_SIZE) != 0)
            return false;
    }
    return true;
}

static bool parties_equal(const pp_case *a, const pp_case *b)
{
    for (size_t i = 0; i < a->party_count; i++) {
        const pp_i_party *x = &a->parties[i], *y = &b->parties[i];
        if (!pp_i_text_equal(x->id, y->id) || !pp_i_text_equal(x->name, y->name) ||
            x->role != y->role || x->alias_count != y->alias_count)
            return false;
        for (size_t j = 0; j < x->alias_count; j++)
            if (!pp_i_text_equal(x->aliases[j], y->aliases[j]))
                return false;
    }
    return true;
}

static bool numbers_equal(pp_i_number a, pp_i_number b)
{
    return pp_i_number_compare(a, b) == 0;
}

static bool issue_equal(const pp_i_issue *a, const pp_i_issue *b)
{
    if (!pp_i_text_equal(a->id, b->id) || !pp_i_text_equal(a->title, b->title) ||
        a->option_count != b->option_count || a->numeric != b->numeric ||
        a->decided_by != b->decided_by || a->moves_given != b->moves_given ||
        a->move_count != b->move_count)
        return false;
    for (size_t i = 0; i < a->option_count; i++) {
        const pp_i_option *x = &a->options[i], *y = &b->options[i];
        if (!pp_i_text_equal(x->id, y->id) || !pp_i_text_equal(x->title, y->title) ||
            x->is_number != y->is_number || (x->is_number && !numbers_equal(x->number, y->number)))
            return false;
    }
    for (size_t i = 0; i < a->move_count; i++)
        if (a->moves[i].from != b->moves[i].from || a->moves[i].to != b->moves[i].to)
            return false;
    return true;
}

static bool issues_equal(const pp_case *a, const pp_case *b)
{
    for (size_t i = 0; i < a->issue_count; i++)
        if (!issue_equal(&a->issues[i], &b->issues[i]))
            return false;
    return true;
}

/* Formulas of cases whose parties and issues are equal. */
static bool formulas_equal(const pp_case *the_case, const pp_i_formula *a, const pp_i_formula *b)
{
    if (a->node_count == 0 || b->node_count == 0)
        return a->node_count == b->node_count;
    pp_i_vocabulary vocabulary = pp_i_case_vocabulary(the_case);
    return pp_i_formula_equal(a, b, &vocabulary);
}

static bool formula_lists_equal(const pp_case *the_case, const pp_i_formula *a, size_t a_count,
                                const pp_i_formula *b, size_t b_count)
{
    if (a_count != b_count)
        return false;
    for (size_t i = 0; i < a_count; i++)
        if (!formulas_equal(the_case, &a[i], &b[i]))
            return false;
    return true;
}

static bool places_equal(const pp_i_statement *a, const pp_i_statement *b)
{
    if (a->quote_place_count != b->quote_place_count)
        return false;
    for (size_t i = 0; i < a->quote_place_count; i++) {
        const pp_i_quote_place *x = &a->quote_places[i], *y = &b->quote_places[i];
        if (x->start != y->start || x->end != y->end || x->byte_start != y->byte_start ||
            x->byte_end != y->byte_end || x->match != y->match)
            return false;
    }
    return true;
}

static bool statements_equal(const pp_case *a, const pp_case *b)
{
    for (size_t i = 0; i < a->statement_count; i++) {
        const pp_i_statement *x = &a->statements[i], *y = &b->statements[i];
        if (!pp_i_text_equal(x->id, y->id) || x->party != y->party ||
            !pp_i_text_equal(x->speaker, y->speaker) || x->act != y->act ||
            !formulas_equal(a, &x->about, &y->about) || !pp_i_text_equal(x->topic, y->topic) ||
            x->strength != y->strength || !formulas_equal(a, &x->condition, &y->condition) ||
            x->confidence_given != y->confidence_given ||
            (x->confidence_given && !numbers_equal(x->confidence, y->confidence)) ||
            x->source != y->source || x->date_given != y->date_given || x->date != y->date ||
            !pp_i_text_equal(x->quote, y->quote) || x->replaces != y->replaces ||
            x->replaced != y->replaced || x->replaced_on != y->replaced_on || !places_equal(x, y))
            return false;
    }
    return true;
}

static bool red_lines_equal(const pp_case *a, const pp_case *b)
{
    for (size_t i = 0; i < a->red_line_count; i++) {
        const pp_i_red_line *x = &a->red_lines[i], *y = &b->red_lines[i];
        if (!pp_i_text_equal(x->id, y->id) || x->party != y->party ||
            !formulas_equal(a, &x->holds, &y->holds) || x->unclear != y->unclear ||
            x->because_count != y->because_count)
            return false;
        for (size_t j = 0; j < x->because_count; j++)
            if (x->because[j] != y->because[j])
                return false;
    }
    return true;
}

/* --- Preferences ----------------------------------------------------------------------------- */

static bool chains_equal(const pp_i_chain *a, size_t a_count, const pp_i_chain *b, size_t b_count)
{
    if (a_count != b_count)
        return false;
    for (size_t i = 0; i < a_count; i++) {
        if (a[i].count != b[i].count)
            return false;
        for (size_t j = 0; j < a[i].count; j++)
            if (a[i].subjects[j] != b[i].subjects[j] || a[i].tied[j] != b[i].tied[j])
                return false;
    }
    return true;
}

static bool packages_equal(const pp_case *the_case, const pp_i_choice *a, const pp_i_choice *b)
{
    return memcmp(a, b, the_case->issue_count * sizeof *a) == 0;
}

static bool orders_equal(const pp_i_preference *a, const pp_i_preference *b)
{
    if (a->order_count != b->order_count ||
        !chains_equal(a->importance, a->importance_count, b->importance, b->importance_count))
        return false;
    for (size_t i = 0; i < a->order_count; i++)
        if (a->orders[i].issue != b->orders[i].issue ||
            !chains_equal(a->orders[i].chains, a->orders[i].chain_count, b->orders[i].chains,
                          b->orders[i].chain_count))
            return false;
    return true;
}

static bool numbers_known_equal(const pp_case *the_case, const pp_i_preference *a,
                                const pp_i_preference *b)
{
    if (a->value_count != b->value_count || a->weight_count != b->weight_count ||
        a->no_deal_count != b->no_deal_count)
        return false;
    for (size_t i = 0; i < a->value_count; i++) {
        const pp_i_option_values *x = &a->values[i], *y = &b->values[i];
        if (x->issue != y->issue)
            return false;
        for (size_t j = 0; j < the_case->issues[x->issue].option_count; j++)
            if (!numbers_equal(x->values[j], y->values[j]))
                return false;
    }
    for (size_t i = 0; i < a->weight_count; i++)
        if (a->weights[i].issue != b->weights[i].issue ||
            !numbers_equal(a->weights[i].weight, b->weights[i].weight))
            return false;
    for (size_t i = 0; i < a->no_deal_count; i++) {
        const pp_i_no_deal *x = &a->no_deal[i], *y = &b->no_deal[i];
        if (x->kind != y->kind || !formulas_equal(the_case, &x->than, &y->than) ||
            (x->kind == PP_NO_DEAL_NUMBER && !numbers_equal(x->number, y->number)))
            return false;
    }
    return true;
}

static bool pairs_equal(const pp_case *the_case, const pp_i_preference *a, const pp_i_preference *b)
{
    if (a->compare_count != b->compare_count || a->unknown_count != b->unknown_count)
        return false;
    for (size_t i = 0; i < a->compare_count; i++)
        if (!packages_equal(the_case, a->compare[i].better, b->compare[i].better) ||
            !packages_equal(the_case, a->compare[i].worse, b->compare[i].worse))
            return false;
    for (size_t i = 0; i < a->unknown_count; i++)
        if (!packages_equal(the_case, a->unknown[i].a, b->unknown[i].a) ||
            !packages_equal(the_case, a->unknown[i].b, b->unknown[i].b))
            return false;
    return true;
}

static bool rankings_equal(const pp_case *the_case, const pp_i_preference *a,
                           const pp_i_preference *b)
{
    if (a->rank_count != b->rank_count)
        return false;
    for (size_t i = 0; i < a->rank_count; i++) {
        if (a->ranking[i].package_count != b->ranking[i].package_count)
            return false;
        for (size_t j = 0; j < a->ranking[i].package_count; j++)
            if (!packages_equal(the_case, a->ranking[i].packages[j], b->ranking[i].packages[j]))
                return false;
    }
    return true;
}

static bool preferences_equal(const pp_case *a, const pp_case *b)
{
    for (size_t i = 0; i < a->preference_count; i++) {
        const pp_i_preference *x = &a->preferences[i], *y = &b->preferences[i];
        if (x->party != y->party || !orders_equal(x, y) || !numbers_known_equal(a, x, y) ||
            !pairs_equal(a, x, y) || !rankings_equal(a, x, y) ||
            !formula_lists_equal(a, x->priorities, x->priority_count, y->priorities,
                                 y->priority_count) ||
            !formulas_equal(a, &x->does_not_see, &y->does_not_see) ||
            x->because_count != y->because_count ||
            (x->because_count > 0 &&
             memcmp(x->because, y->because, x->because_count * sizeof *x->because) != 0))
            return false;
    }
    return true;
}

/* --- The whole ------------------------------------------------------------------------------- */

static bool reviews_equal(const pp_case *a, const pp_case *b)
{
    for (size_t i = 0; i < a->review_count; i++) {
        const pp_i_review *x = &a->reviews[i], *y = &b->reviews[i];
        if (!pp_i_text_equal(x->what, y->what) || !pp_i_text_equal(x->why, y->why) ||
            x->statement_count != y->statement_count)
            return false;
        for (size_t j = 0; j < x->statement_count; j++)
            if (x->statements[j] != y->statements[j])
                return false;
    }
    return true;
}

static bool status_quo_equal(const pp_case *a, const pp_case *b)
{
    if (a->status_quo == NULL || b->status_quo == NULL)
        return a->status_quo == b->status_quo;
    return packages_equal(a, a->status_quo, b->status_quo);
}

static bool rest_equal(const pp_case *a, const pp_case *b)
{
    for (size_t i = 0; i < a->link_count; i++)
        if (!formulas_equal(a, &a->links[i].rule, &b->links[i].rule) ||
            !pp_i_text_equal(a->links[i].why, b->links[i].why))
            return false;
    for (size_t i = 0; i < a->assumption_count; i++)
        if (!pp_i_text_equal(a->assumptions[i].id, b->assumptions[i].id) ||
            !pp_i_text_equal(a->assumptions[i].says, b->assumptions[i].says))
            return false;
    return formulas_equal(a, &a->consent, &b->consent) &&
           formula_lists_equal(a, a->same, a->same_count, b->same, b->same_count) &&
           status_quo_equal(a, b);
}

bool pp_i_case_equal(const pp_case *a, const pp_case *b)
{
    return pp_i_text_equal(a->title, b->title) && a->as_of == b->as_of &&
           a->source_count == b->source_count && a->party_count == b->party_count &&
           a->issue_count == b->issue_count && a->link_count == b->link_count &&
           a->statement_count == b->statement_count && a->red_line_count == b->red_line_count &&
           a->preference_count == b->preference_count &&
           a->assumption_count == b->assumption_count && a->review_count == b->review_count &&
           sources_equal(a, b) &&
           parties_equal(a, b) && issues_equal(a, b) && statements_equal(a, b) &&
           red_lines_equal(a, b) && preferences_equal(a, b) && reviews_equal(a, b) &&
           rest_equal(a, b);
}
