/* read_preferences.c: what each party wants more, as far as it is known; see read.h. */
#include "case/read.h"

enum {
    PREFERENCE_IMPORTANCE,
    PREFERENCE_ORDERS,
    PREFERENCE_NO_DEAL,
    PREFERENCE_COMPARE,
    PREFERENCE_VALUES,
    PREFERENCE_WEIGHTS,
    PREFERENCE_PRIORITIES,
    PREFERENCE_RANKING,
    PREFERENCE_UNKNOWN,
    PREFERENCE_DOES_NOT_SEE,
    PREFERENCE_BECAUSE,
    PREFERENCE_FIELD_COUNT
};
static const pp_i_field preference_fields[] = {
    [PREFERENCE_IMPORTANCE] = {"importance", PP_FIELD_TEXT | PP_FIELD_LIST},
    [PREFERENCE_ORDERS] = {"orders", PP_FIELD_MAPPING},
    [PREFERENCE_NO_DEAL] = {"no_deal", PP_FIELD_TEXT | PP_FIELD_LIST},
    [PREFERENCE_COMPARE] = {"compare", PP_FIELD_LIST},
    [PREFERENCE_VALUES] = {"values", PP_FIELD_MAPPING},
    [PREFERENCE_WEIGHTS] = {"weights", PP_FIELD_MAPPING},
    [PREFERENCE_PRIORITIES] = {"priorities", PP_FIELD_LIST},
    [PREFERENCE_RANKING] = {"ranking", PP_FIELD_LIST},
    [PREFERENCE_UNKNOWN] = {"unknown", PP_FIELD_LIST},
    [PREFERENCE_DOES_NOT_SEE] = {"does_not_see", PP_FIELD_TEXT},
    [PREFERENCE_BECAUSE] = {"because", PP_FIELD_LIST},
};

/* A chain or a list of chains, of options of `issue` or (null) of issues. */
static const pp_i_chain *read_chains(pp_i_reader *reader, const pp_i_yaml_node *node,
                                     const pp_i_issue *issue, size_t *count)
{
    size_t item_count;
    const pp_i_yaml_node *const *items = pp_i_read_one_or_more(&node, &item_count);
    pp_i_chain *chains = PP_READ_ARRAY(reader, pp_i_chain, item_count);
    *count = 0;
    for (size_t i = 0; i < item_count && pp_i_read_going(reader); i++)
        if (pp_i_read_chain(reader, items[i], issue, &chains[*count]))
            ++*count;
    return chains;
}

static void read_orders(pp_i_reader *reader, const pp_i_yaml_node *mapping,
                        pp_i_preference *preference)
{
    pp_i_order *orders = PP_READ_ARRAY(reader, pp_i_order, mapping->pair_count);
    size_t count = 0;
    for (size_t i = 0; i < mapping->pair_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_pair *pair = &mapping->pairs[i];
        size_t issue = pp_i_read_reference_at(reader, &reader->issues, pair->key, pair->key_place);
        if (!pp_i_read_kind(reader, pair->value, PP_FIELD_TEXT | PP_FIELD_LIST) || issue == PP_NONE)
            continue;
        pp_i_order *order = &orders[count++];
        order->issue = issue;
        order->chains =
            read_chains(reader, pair->value, &reader->made->issues[issue], &order->chain_count);
    }
    preference->orders = orders;
    preference->order_count = count;
}

/* An issue's options have values or an order, and whole packages a ranking or priorities. */
static void check_together(pp_i_reader *reader, const pp_i_yaml_node *node,
                           const pp_i_yaml_node *const *values, const pp_i_preference *preference)
{
    pp_i_word valued[PP_CASE_ISSUE_COUNT_MAX / PP_WORD_BITS] = {0};
    for (size_t i = 0; i < preference->value_count; i++)
        pp_i_bit_set(valued, preference->values[i].issue);
    const pp_i_yaml_node *orders = values[PREFERENCE_ORDERS];
    pp_i_diagnostic *said;
    for (size_t i = 0; orders != NULL && i < orders->pair_count; i++) {
        const pp_i_yaml_pair *pair = &orders->pairs[i];
        size_t issue = pp_i_map_get(reader->issues.ids, pair->key);
        if (issue == PP_NONE || !pp_i_bit_get(valued, issue))
            continue;
        said = pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR, pair->key_place,
                             pp_i_utf8_count(pair->key, pair->key.length),
                             "`%.*s` has both `values` and `orders`", PP_SHOWN(pair->key));
        PP_READ_HINT(reader, said, "its values give the order already: keep one of them");
    }
    if (values[PREFERENCE_RANKING] != NULL && values[PREFERENCE_PRIORITIES] != NULL) {
        said = pp_i_diagnose(reader->diagnostics, PP_SEVERITY_ERROR,
                             pp_i_read_key_place(node, "ranking"), 7,
                             "`ranking` and `priorities` together");
        PP_READ_HINT(reader, said, "each says how all packages compare: keep one");
    }
}

/* Adds a statement that bears a preference, once; what another party said bears it as well. */
static void add_because(pp_i_reader *reader, const pp_i_yaml_node *item, size_t *because,
                        size_t *count)
{
    if (!pp_i_read_kind(reader, item, PP_FIELD_TEXT))
        return;
    size_t statement = pp_i_read_reference(reader, &reader->statements, item);
    if (statement == PP_NONE)
        return;
    for (size_t i = 0; i < *count; i++)
        if (because[i] == statement) {
            pp_i_diagnostic *said =
                PP_READ_WARNING(reader, item, "`%.*s` is named already", PP_SHOWN(item->text));
            PP_READ_HINT(reader, said, "leave one of the two out");
            return;
        }
    because[(*count)++] = statement;
}

static void read_because(pp_i_reader *reader, const pp_i_yaml_node *list,
                         pp_i_preference *preference)
{
    if (list == NULL)
        return;
    size_t count = pp_i_read_count(reader, list, PP_CASE_BECAUSE_COUNT_MAX, "statements");
    size_t *because = PP_READ_ARRAY(reader, size_t, count);
    for (size_t i = 0; i < count && pp_i_read_going(reader); i++)
        add_because(reader, list->items[i], because, &preference->because_count);
    preference->because = because;
}

static void read_preference(pp_i_reader *reader, const pp_i_yaml_node *node,
                            pp_i_preference *preference)
{
    const pp_i_yaml_node *values[PREFERENCE_FIELD_COUNT];
    if (!PP_READ_FIELDS(reader, node, "a party's preferences", preference_fields, values) ||
        !pp_i_read_issues_stand(reader))
        return;
    if (values[PREFERENCE_IMPORTANCE] != NULL)
        preference->importance =
            read_chains(reader, values[PREFERENCE_IMPORTANCE], NULL, &preference->importance_count);
    if (values[PREFERENCE_ORDERS] != NULL)
        read_orders(reader, values[PREFERENCE_ORDERS], preference);
    if (values[PREFERENCE_NO_DEAL] != NULL)
        pp_i_read_no_deal(reader, values[PREFERENCE_NO_DEAL], preference);
    pp_i_read_compare(reader, values[PREFERENCE_COMPARE], preference);
    pp_i_read_values(reader, values[PREFERENCE_VALUES], preference);
    pp_i_read_weights(reader, values[PREFERENCE_WEIGHTS], preference);
    preference->priorities =
        pp_i_read_formulas(reader, values[PREFERENCE_PRIORITIES], PP_CASE_PRIORITY_COUNT_MAX,
                           &preference->priority_count);
    pp_i_read_ranking(reader, values[PREFERENCE_RANKING], preference);
    pp_i_read_unknown(reader, values[PREFERENCE_UNKNOWN], preference);
    pp_i_read_formula(reader, values[PREFERENCE_DOES_NOT_SEE], &preference->does_not_see);
    read_because(reader, values[PREFERENCE_BECAUSE], preference);
    check_together(reader, node, values, preference);
}

void pp_i_read_preferences(pp_i_reader *reader, const pp_i_yaml_node *mapping)
{
    if (mapping == NULL)
        return;
    pp_i_preference *preferences = PP_READ_ARRAY(reader, pp_i_preference, mapping->pair_count);
    size_t count = 0;
    for (size_t i = 0; i < mapping->pair_count && pp_i_read_going(reader); i++) {
        const pp_i_yaml_pair *pair = &mapping->pairs[i];
        size_t party = pp_i_read_reference_at(reader, &reader->parties, pair->key, pair->key_place);
        pp_i_preference preference = {.party = party, .place = pair->key_place};
        if (pair->value->kind != PP_YAML_SCALAR || !pair->value->absent)
            read_preference(reader, pair->value, &preference);
        if (party != PP_NONE)
            preferences[count++] = preference;
    }
    reader->made->preferences = preferences;
    reader->made->preference_count = count;
}
