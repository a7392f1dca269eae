/*
 * stable_csv.c: the states for a spreadsheet: RFC 4180, a line for each: its code, the option of
 * each issue, under which notions it is an equilibrium, and for each party its place in the party's
 * order (1 the best) and the notions under which the party stays.
 */
#include <inttypes.h>

#include "base/csv.h"
#include "report/stable_text.h"

static void add_head(pp_i_builder *out, const pp_stable *stable)
{
    const pp_case *the_case = stable->the_case;
    pp_i_builder_print(out, "code");
    for (size_t i = 0; i < the_case->issue_count; i++) {
        pp_i_builder_print(out, ",");
        pp_i_csv_cell(out, the_case->issues[i].id);
    }
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
        if (stable->concepts >> c & 1)
            pp_i_builder_print(out, ",%s", pp_i_concept_name((pp_concept)c));
    for (size_t p = 0; p < stable->party_count; p++) {
        pp_i_builder_print(out, ",");
        pp_i_csv_cell(out, the_case->parties[p].id);
        pp_i_builder_print(out, ":place");
        for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
            if (stable->concepts >> c & 1) {
                pp_i_builder_print(out, ",");
                pp_i_csv_cell(out, the_case->parties[p].id);
                pp_i_builder_print(out, ":%s", pp_i_concept_name((pp_concept)c));
            }
    }
    pp_i_builder_print(out, "\r\n");
}

static void add_bits(pp_i_builder *out, const pp_stable *stable, unsigned bits)
{
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
        if (stable->concepts >> c & 1)
            pp_i_builder_print(out, ",%s", bits >> c & 1 ? "yes" : "no");
}

static uint32_t greatest(const pp_stable *stable, size_t party)
{
    uint32_t most = 0;
    for (size_t s = 0; s < stable->state_count; s++)
        most = stable->ranks[party][s] > most ? stable->ranks[party][s] : most;
    return most;
}

void pp_i_stable_csv(pp_i_builder *out, const pp_stable *stable)
{
    const pp_case *the_case = stable->the_case;
    uint32_t most[PP_CASE_PARTY_COUNT_MAX];
    for (size_t p = 0; p < stable->party_count; p++)
        most[p] = greatest(stable, p);
    add_head(out, stable);
    for (size_t s = 0; s < stable->state_count; s++) {
        pp_i_builder_print(out, "%" PRIu64, stable->codes[s]);
        for (size_t i = 0; i < the_case->issue_count; i++) {
            size_t option = pp_i_stable_option(stable, s, i);
            pp_i_builder_print(out, ",");
            if (option != SIZE_MAX)
                pp_i_csv_cell(out, the_case->issues[i].options[option].id);
        }
        add_bits(out, stable, stable->equilibria[s]);
        for (size_t p = 0; p < stable->party_count; p++) {
            pp_i_builder_print(out, ",%" PRIu32, most[p] - stable->ranks[p][s] + 1);
            add_bits(out, stable, stable->stable[s * stable->party_count + p]);
        }
        pp_i_builder_print(out, "\r\n");
    }
}
