/* writer_preferences.c: what each party wants more, as YAML; see writer.h. */
#include "case/writer.h"

#include "case/yaml_write.h"

/* `a > b ~ c`; ids of issues, or of the options of `issue`. */
static void write_chain(pp_i_writer *state, const pp_i_chain *chain, const pp_i_issue *issue)
{
    for (size_t i = 0; i < chain->count; i++) {
        if (i > 0)
            pp_i_builder_add_string(&state->out, chain->tied[i] ? " ~ " : " > ");
        pp_i_builder_add(&state->out, issue == NULL ? state->made->issues[chain->subjects[i]].id
                                                    : issue->options[chain->subjects[i]].id);
    }
}

/* One chain behind its key, several as a list. */
static void write_chains(pp_i_writer *state, int indent, pp_text key, const pp_i_chain *chains,
                         size_t count, const pp_i_issue *issue)
{
    pp_i_builder_print(&state->out, "%*s", indent, "");
    pp_i_builder_add(&state->out, key);
    if (count == 0)
        pp_i_builder_add_string(&state->out, ": []\n");
    else if (count > 1)
        pp_i_builder_add_string(&state->out, ":\n");
    for (size_t i = 0; i < count; i++) {
        if (count == 1)
            pp_i_builder_add_string(&state->out, ": ");
        else
            pp_i_builder_print(&state->out, "%*s- ", indent + 2, "");
        write_chain(state, &chains[i], issue);
        pp_i_builder_add_byte(&state->out, '\n');
    }
}

/* `{issue: option, ...}` */
void pp_i_write_package(pp_i_writer *state, const pp_i_choice *package)
{
    for (size_t i = 0; i < state->made->issue_count; i++) {
        const pp_i_issue *issue = &state->made->issues[i];
        pp_i_builder_add_string(&state->out, i == 0 ? "{" : ", ");
        pp_i_builder_add(&state->out, issue->id);
        pp_i_builder_add_string(&state->out, ": ");
        pp_i_builder_add(&state->out, issue->options[package[i]].id);
    }
    pp_i_builder_add_byte(&state->out, '}');
}

static void write_no_deal(pp_i_writer *state, const pp_i_preference *preference)
{
    size_t count = preference->no_deal_count;
    if (count == 0)
        return;
    pp_i_builder_add_string(&state->out, count == 1 ? "    no_deal: " : "    no_deal:\n");
    for (size_t i = 0; i < count; i++) {
        const pp_i_no_deal *one = &preference->no_deal[i];
        pp_i_builder_add_string(&state->out, count == 1 ? "" : "      - ");
        pp_text text = one->words;
        if (one->kind != PP_NO_DEAL_NUMBER) {
            pp_text formula = pp_i_write_formula_text(state, &one->than);
            const char *word = one->kind == PP_NO_DEAL_WORSE ? "worse" : "better";
            const char *made = pp_i_arena_print(state->arena, "%s than (%.*s)", word,
                                                (int)formula.length, formula.data);
            state->out.failed = state->out.failed || made == NULL;
            text = pp_i_text_of(made);
        }
        pp_i_yaml_write_scalar(&state->out, text, false);
        pp_i_builder_add_byte(&state->out, '\n');
    }
}

static void write_values(pp_i_writer *state, const pp_i_preference *preference)
{
    if (preference->value_count > 0)
        pp_i_builder_add_string(&state->out, "    values:\n");
    for (size_t i = 0; i < preference->value_count; i++) {
        const pp_i_option_values *values = &preference->values[i];
        const pp_i_issue *issue = &state->made->issues[values->issue];
        pp_i_builder_print(&state->out, "%6s", "");
        pp_i_builder_add(&state->out, issue->id);
        pp_i_builder_add_string(&state->out, ": {");
        for (size_t j = 0; j < issue->option_count; j++) {
            pp_i_builder_add_string(&state->out, j == 0 ? "" : ", ");
            pp_i_builder_add(&state->out, issue->options[j].id);
            pp_i_builder_add_string(&state->out, ": ");
            pp_i_yaml_write_scalar(&state->out, values->words[j], true);
        }
        pp_i_builder_add_string(&state->out, "}\n");
    }
    if (preference->weight_count == 0)
        return;
    pp_i_builder_add_string(&state->out, "    weights: {");
    for (size_t i = 0; i < preference->weight_count; i++) {
        pp_i_builder_add_string(&state->out, i == 0 ? "" : ", ");
        pp_i_builder_add(&state->out, state->made->issues[preference->weights[i].issue].id);
        pp_i_builder_add_string(&state->out, ": ");
        pp_i_yaml_write_scalar(&state->out, preference->weights[i].words, true);
    }
    pp_i_builder_add_string(&state->out, "}\n");
}

static void write_comparisons(pp_i_writer *state, const pp_i_preference *preference)
{
    if (preference->compare_count > 0)
        pp_i_builder_add_string(&state->out, "    compare:\n");
    for (size_t i = 0; i < preference->compare_count; i++) {
        pp_i_builder_add_string(&state->out, "      - better: ");
        pp_i_write_package(state, preference->compare[i].better);
        pp_i_builder_add_string(&state->out, "\n        worse: ");
        pp_i_write_package(state, preference->compare[i].worse);
        pp_i_builder_add_byte(&state->out, '\n');
    }
}

static void write_ranking(pp_i_writer *state, const pp_i_preference *preference)
{
    if (preference->rank_count > 0)
        pp_i_builder_add_string(&state->out, "    ranking:\n");
    for (size_t i = 0; i < preference->rank_count; i++) {
        const pp_i_rank *rank = &preference->ranking[i];
        pp_i_builder_add_string(&state->out, rank->package_count == 1 ? "      - " : "      - [");
        for (size_t j = 0; j < rank->package_count; j++) {
            pp_i_builder_add_string(&state->out, j == 0 ? "" : ", ");
            pp_i_write_package(state, rank->packages[j]);
        }
        pp_i_builder_add_string(&state->out, rank->package_count == 1 ? "\n" : "]\n");
    }
    if (preference->unknown_count > 0)
        pp_i_builder_add_string(&state->out, "    unknown:\n");
    for (size_t i = 0; i < preference->unknown_count; i++) {
        pp_i_builder_add_string(&state->out, "      - [");
        pp_i_write_package(state, preference->unknown[i].a);
        pp_i_builder_add_string(&state->out, ", ");
        pp_i_write_package(state, preference->unknown[i].b);
        pp_i_builder_add_string(&state->out, "]\n");
    }
}

void pp_i_write_preference(pp_i_writer *state, const pp_i_preference *preference)
{
    pp_i_builder_add_string(&state->out, "  ");
    pp_i_builder_add(&state->out, state->made->parties[preference->party].id);
    pp_i_builder_add_string(&state->out, ":");
    size_t before = state->out.length;
    pp_i_builder_add_byte(&state->out, '\n');
    size_t start = state->out.length;
    if (preference->importance_count > 0)
        write_chains(state, 4, PP_TEXT("importance"), preference->importance,
                     preference->importance_count, NULL);
    if (preference->order_count > 0)
        pp_i_builder_add_string(&state->out, "    orders:\n");
    for (size_t i = 0; i < preference->order_count; i++) {
        const pp_i_order *order = &preference->orders[i];
        const pp_i_issue *issue = &state->made->issues[order->issue];
        write_chains(state, 6, issue->id, order->chains, order->chain_count, issue);
    }
    write_no_deal(state, preference);
    write_comparisons(state, preference);
    write_values(state, preference);
    pp_i_write_formulas(state, 4, "priorities", preference->priorities, preference->priority_count);
    write_ranking(state, preference);
    pp_i_write_formula(state, 4, "does_not_see", &preference->does_not_see);
    pp_i_write_ids(state, "because", preference->because, preference->because_count);
    if (state->out.length == start && !state->out.failed) {
        state->out.length = before;
        pp_i_builder_add_string(&state->out, " {}\n");
    }
}
