/* terms.c: what a convention makes of no deal, ideal and field; see compare.h. */
#include "method/bargaining/compare.h"

bool pp_i_bargain_value(const pp_i_bargain *bargain, size_t point, size_t party, pp_i_arena *arena,
                        pp_i_integer *value)
{
    const pp_i_frontier *f = bargain->frontier;
    return pp_i_integer_of_limbs(
        arena, f->values + (point * f->dimension + party) * f->limb_count, f->limb_count, value);
}

bool pp_i_terms_in_field(const pp_i_terms *terms, size_t point)
{
    return terms->field[point];
}

double pp_i_terms_value(const pp_i_terms *terms, size_t point, size_t party)
{
    return terms->bargain->reals[point * terms->party_count + party];
}

double pp_i_terms_gain(const pp_i_terms *terms, size_t point, size_t party)
{
    return pp_i_terms_value(terms, point, party) - terms->no_deal_real[party];
}

double pp_i_terms_share(const pp_i_terms *terms, size_t point, size_t party)
{
    double whole = terms->whole_real[party];
    return whole <= 0 ? 1 : pp_i_terms_gain(terms, point, party) / whole;
}

bool pp_i_terms_gains(const pp_i_terms *terms, size_t point, size_t party)
{
    pp_i_arena *scratch = &terms->bargain->job->scratch;
    pp_i_arena_mark mark = pp_i_arena_mark_get(scratch);
    pp_i_integer value;
    double gain = pp_i_terms_gain(terms, point, party);
    bool gains = gain > 0;
    /* where doubles may err the whole numbers decide; without memory the caller fails soon after */
    if (gain < 1e-9 && gain > -1e-9 &&
        pp_i_bargain_value(terms->bargain, point, party, scratch, &value))
        gains = pp_i_integer_compare(value, terms->no_deal[party]) > 0;
    pp_i_arena_rewind(scratch, mark);
    return gains;
}

/* The no deal of each party as the convention has it. */
static void take_no_deal(const pp_i_bargain *bargain, pp_convention convention,
                         pp_i_integer *no_deal)
{
    for (size_t p = 0; p < bargain->frontier->dimension; p++) {
        pp_i_integer nothing = {0};
        no_deal[p] = bargain->no_deal[p];
        if (convention == PP_CONVENTION_NEGMAS &&
            pp_i_integer_compare(no_deal[p], bargain->least[p]) < 0)
            no_deal[p] = bargain->least[p];
        if (convention == PP_CONVENTION_GENIUS && !bargain->parties[p].no_deal_given)
            no_deal[p] = nothing;
    }
}

/* Which points are at or above no deal; for genius all are in. */
static bool take_field(const pp_i_terms *terms, bool *field)
{
    const pp_i_bargain *bargain = terms->bargain;
    pp_i_arena *scratch = &bargain->job->scratch;
    for (size_t i = 0; i < bargain->frontier->count; i++) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(scratch);
        field[i] = bargain->efficient == NULL || bargain->efficient[i];
        for (size_t p = 0; p < terms->party_count && field[i] &&
                           terms->convention != PP_CONVENTION_GENIUS;
             p++) {
            pp_i_integer value;
            if (!pp_i_bargain_value(bargain, i, p, scratch, &value))
                return false;
            field[i] = pp_i_integer_compare(value, terms->no_deal[p]) >= 0;
        }
        pp_i_arena_rewind(scratch, mark);
    }
    return true;
}

/* The greatest gain of each party: over the field, or, for negmas, over all points. */
static bool take_whole(const pp_i_terms *terms, pp_i_integer *whole)
{
    const pp_i_bargain *bargain = terms->bargain;
    for (size_t p = 0; p < terms->party_count; p++) {
        bool any = false;
        size_t best = 0;
        for (size_t i = 0; i < bargain->frontier->count; i++) {
            if (!terms->field[i] && terms->convention == PP_CONVENTION_TEXTBOOK)
                continue;
            pp_i_integer value, most;
            pp_i_arena_mark mark = pp_i_arena_mark_get(&bargain->job->scratch);
            if (!pp_i_bargain_value(bargain, i, p, &bargain->job->scratch, &value) ||
                !pp_i_bargain_value(bargain, best, p, &bargain->job->scratch, &most))
                return false;
            best = !any || pp_i_integer_compare(value, most) > 0 ? i : best;
            any = true;
            pp_i_arena_rewind(&bargain->job->scratch, mark);
        }
        pp_i_integer most = {0};
        if (any && (!pp_i_bargain_value(bargain, best, p, bargain->job->arena, &most) ||
                    !pp_i_integer_subtract(bargain->job->arena, most, terms->no_deal[p],
                                           &whole[p])))
            return false;
    }
    return true;
}

static void count_gaining(pp_i_terms *terms)
{
    for (size_t i = 0; i < terms->bargain->frontier->count; i++) {
        size_t gaining = 0;
        for (size_t p = 0; p < terms->party_count && terms->field[i]; p++)
            gaining += pp_i_terms_gains(terms, i, p);
        terms->gaining_most = gaining > terms->gaining_most ? gaining : terms->gaining_most;
    }
}

pp_status pp_i_terms_make(const pp_i_bargain *bargain, pp_convention convention, pp_i_terms *terms)
{
    pp_i_arena *arena = bargain->job->arena;
    size_t count = bargain->frontier->dimension;
    pp_i_integer *no_deal = PP_NEW_ARRAY(arena, pp_i_integer, count);
    pp_i_integer *whole = PP_NEW_ARRAY(arena, pp_i_integer, count);
    double *no_deal_real = PP_NEW_ARRAY(arena, double, count);
    double *whole_real = PP_NEW_ARRAY(arena, double, count);
    bool *field = PP_NEW_ARRAY(arena, bool, bargain->frontier->count);
    if (no_deal == NULL || whole == NULL || no_deal_real == NULL || whole_real == NULL ||
        field == NULL)
        return pp_i_job_no_memory(bargain->job);
    *terms = (pp_i_terms){.bargain = bargain, .convention = convention, .party_count = count,
                          .no_deal = no_deal, .no_deal_real = no_deal_real, .whole = whole,
                          .whole_real = whole_real, .field = field};
    take_no_deal(bargain, convention, no_deal);
    if (!take_field(terms, field) || !take_whole(terms, whole))
        return pp_i_job_no_memory(bargain->job);
    for (size_t p = 0; p < count; p++) {
        no_deal_real[p] = pp_i_integer_ratio(no_deal[p], bargain->parties[p].denominator);
        whole_real[p] = pp_i_integer_ratio(whole[p], bargain->parties[p].denominator);
    }
    count_gaining(terms);
    return PP_OK;
}
