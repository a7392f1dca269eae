/*
 * check.c: is a proof one? See pourparler/proof.h, and check.h for what the checker may see.
 *
 * Why the parts suffice for "none": a package shown for a concession set C is an agreement once C
 * is dropped. A blocking set B has refutations of some sets D of its red lines; every group of
 * parties that may conclude holds, for some D, all parties whose red lines these are - so none can
 * conclude while B counts. Where the listed blocking sets are exactly the minimal hitting sets of
 * the listed concession sets, every listed set is minimal (each of its members is alone in meeting
 * some set of the other list) and none is missing: a further concession set would have to meet
 * every listed blocking set, so it would hold a listed concession set.
 */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "method/proof/check.h"

/* --- Agreements ------------------------------------------------------------------------------- */

/* Does the package satisfy the links, and do those suffice who consent once `dropped` is dropped?
 */
static bool check_agreement(pp_i_proof_check_state *state, const pp_i_choice *package,
                            const pp_i_word *dropped, const char *place)
{
    const pp_case *the_case = state->the_case;
    for (size_t i = 0; i < state->rule_count; i++)
        if (!pp_i_formula_holds(&state->rules[i], package, state->scratch))
            return pp_i_proof_refuse(state, place, "the package breaks link %zu", i + 1);
    pp_i_set256 refusing = {{0}};
    for (size_t i = 0; i < the_case->red_line_count; i++)
        if (pp_i_bit_get(state->counting, i) && (dropped == NULL || !pp_i_bit_get(dropped, i)) &&
            !pp_i_formula_holds(&the_case->red_lines[i].holds, package, state->scratch))
            pp_i_set256_add(&refusing, the_case->red_lines[i].party);
    if (!pp_i_run_step(&state->run, 1 + state->rule_count + the_case->red_line_count))
        return false;
    pp_i_set256 consenting = pp_i_set256_complement(refusing);
    return pp_i_proof_consent(state, &consenting) ||
           pp_i_proof_refuse(state, place, "the package is no agreement: too few consent");
}

static bool check_some(pp_i_proof_check_state *state, json_t *root)
{
    static const char *const keys[] = {"schema",  "kind",    "case", "question",
                                       "verdict", "witness", NULL};
    json_t *witness = pp_i_proof_member(state, root, "witness", JSON_OBJECT, "");
    pp_i_choice *package = PP_NEW_ARRAY(&state->arena, pp_i_choice, state->the_case->issue_count);
    if (package == NULL)
        return pp_i_proof_no_memory(state);
    if (witness == NULL || !pp_i_proof_only(state, root, keys, "") ||
        !pp_i_proof_package(state, witness, package, "witness") ||
        !check_agreement(state, package, NULL, "witness"))
        return false;
    state->verdict->verdict = PP_VERDICT_SOME;
    return true;
}

/* --- No agreement ----------------------------------------------------------------------------- */

static bool check_concessions(pp_i_proof_check_state *state, json_t *root)
{
    static const char *const keys[] = {"red_lines", "package", NULL};
    json_t *list = pp_i_proof_member(state, root, "concessions", JSON_ARRAY, "");
    if (list == NULL)
        return false;
    state->concession_count = json_array_size(list);
    state->concessions = PP_NEW_ARRAY(&state->arena, const pp_i_word *, state->concession_count);
    pp_i_choice *package = PP_NEW_ARRAY(&state->arena, pp_i_choice, state->the_case->issue_count);
    if (state->concessions == NULL || package == NULL)
        return pp_i_proof_no_memory(state);
    for (size_t i = 0; i < state->concession_count; i++) {
        pp_i_proof_place place = pp_i_proof_place_of("concessions", i, "");
        json_t *item = json_array_get(list, i);
        if (!pp_i_proof_only(state, item, keys, place.text))
            return false;
        state->concessions[i] = pp_i_proof_lines(state, item, place.text);
        if (state->concessions[i] == NULL ||
            !pp_i_proof_package(state, item, package, place.text) ||
            !check_agreement(state, package, state->concessions[i], place.text))
            return false;
    }
    state->verdict->concession_count = state->concession_count;
    return true;
}

/* The parties whose red lines these are. */
static pp_i_set256 owners(const pp_i_proof_check_state *state, const pp_i_word *lines)
{
    pp_i_set256 parties = {{0}};
    for (size_t i = 0; i < state->the_case->red_line_count; i++)
        if (pp_i_bit_get(lines, i))
            pp_i_set256_add(&parties, state->the_case->red_lines[i].party);
    return parties;
}

/* Do the refuted sets keep everyone from concluding? A group of parties that holds no owners of a
 * refuted set whole is part of one that leaves out a minimal hitting set of the owners; since
 * consent only grows with who consents, it is enough that none of these largest groups may
 * conclude. */
static bool check_nobody_concludes(pp_i_proof_check_state *state, const pp_i_word *const *refuted,
                                   size_t refuted_count, const char *place)
{
    const pp_i_word **families = PP_NEW_ARRAY(&state->arena, const pp_i_word *, refuted_count);
    pp_i_set256 *parties = PP_NEW_ARRAY(&state->arena, pp_i_set256, refuted_count);
    if (families == NULL || parties == NULL)
        return pp_i_proof_no_memory(state);
    for (size_t i = 0; i < refuted_count; i++) {
        parties[i] = owners(state, refuted[i]);
        families[i] = parties[i].words;
    }
    const pp_i_word **left_out;
    size_t count;
    bool known;
    if (!pp_i_proof_transversals(state, families, refuted_count, state->the_case->party_count,
                                 &known, &left_out, &count))
        return false;
    if (!known) {
        pp_i_proof_lack(state, "%s (more than %d groups of parties)", place,
                        (int)PP_PROOF_SET_COUNT_MAX);
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        pp_i_set256 conclude = {{0}};
        memcpy(conclude.words, left_out[i],
               pp_i_word_count(state->the_case->party_count) * sizeof(pp_i_word));
        conclude = pp_i_set256_complement(conclude);
        if (pp_i_proof_consent(state, &conclude))
            return pp_i_proof_refuse(state, place,
                                     "some parties may conclude whom no refutation here stops");
    }
    state->refuted_count++;
    return true;
}

/* One blocking set: what is refuted lies in it, and stops everyone. */
static bool check_blocking_set(pp_i_proof_check_state *state, json_t *item, size_t index)
{
    static const char *const keys[] = {"red_lines", "refutations", "unproved", NULL};
    pp_i_proof_place place = pp_i_proof_place_of("blocking", index, "");
    if (!pp_i_proof_only(state, item, keys, place.text))
        return false;
    const pp_i_word *lines = pp_i_proof_lines(state, item, place.text);
    json_t *list = lines == NULL
                       ? NULL
                       : pp_i_proof_member(state, item, "refutations", JSON_ARRAY, place.text);
    if (list == NULL)
        return false;
    state->blocking[index] = lines;
    size_t count = json_array_size(list);
    const pp_i_word **refuted = PP_NEW_ARRAY(&state->arena, const pp_i_word *, count);
    if (refuted == NULL)
        return pp_i_proof_no_memory(state);
    for (size_t i = 0; i < count; i++) {
        pp_i_proof_place inner = pp_i_proof_place_of(place.text, 0, "");
        snprintf(inner.text, sizeof inner.text, "%.60s.refutations[%zu]", place.text, i);
        if (!pp_i_proof_refutation(state, json_array_get(list, i), NULL, inner.text, &refuted[i]))
            return false;
        if (!pp_i_bits_subset(refuted[i], lines, state->line_word_count))
            return pp_i_proof_refuse(state, inner.text,
                                     "it uses a red line that is not in the blocking set");
    }
    json_t *unproved = json_object_get(item, "unproved");
    if (unproved == NULL)
        return check_nobody_concludes(state, refuted, count, place.text);
    pp_i_proof_lack(state, "%s (%.100s)", place.text,
                    json_is_string(unproved) ? json_string_value(unproved) : "no reason given");
    return true;
}

static bool check_blocking(pp_i_proof_check_state *state, json_t *root)
{
    json_t *list = pp_i_proof_member(state, root, "blocking", JSON_ARRAY, "");
    if (list == NULL)
        return false;
    state->blocking_count = json_array_size(list);
    state->blocking = PP_NEW_ARRAY(&state->arena, const pp_i_word *, state->blocking_count);
    if (state->blocking == NULL)
        return pp_i_proof_no_memory(state);
    for (size_t i = 0; i < state->blocking_count; i++)
        if (!check_blocking_set(state, json_array_get(list, i), i))
            return false;
    state->verdict->blocking_count = state->blocking_count;
    return true;
}

static bool check_none(pp_i_proof_check_state *state, json_t *root)
{
    static const char *const keys[] = {"schema",      "kind",     "case",     "question", "verdict",
                                       "concessions", "blocking", "unproved", NULL};
    if (!pp_i_proof_only(state, root, keys, "") || !check_concessions(state, root) ||
        !check_blocking(state, root))
        return false;
    if (state->refuted_count > 0)
        state->verdict->verdict = PP_VERDICT_NONE;
    else
        pp_i_proof_lack(state, "that there is no agreement (no blocking set is refuted)");
    json_t *unproved = json_object_get(root, "unproved");
    if (unproved != NULL)
        pp_i_proof_lack(state, "that the lists are whole (%.100s)",
                        json_is_string(unproved) ? json_string_value(unproved) : "no reason given");
    else if (!pp_i_proof_lists(state))
        return false;
    return true;
}

/* --- Links that contradict one another -------------------------------------------------------- */

static bool check_contradiction(pp_i_proof_check_state *state, json_t *root)
{
    static const char *const keys[] = {"schema",  "kind",          "case", "question",
                                       "verdict", "contradiction", NULL};
    static const char *const inner[] = {"links", "refutation", "unproved", NULL};
    json_t *object = json_object_get(root, "contradiction");
    if (!pp_i_proof_only(state, root, keys, "") ||
        !pp_i_proof_only(state, object, inner, "contradiction"))
        return false;
    json_t *links = pp_i_proof_member(state, object, "links", JSON_ARRAY, "contradiction");
    if (links == NULL)
        return false;
    pp_i_word *rules = PP_NEW_ARRAY(&state->arena, pp_i_word, pp_i_word_count(state->rule_count));
    if (rules == NULL)
        return pp_i_proof_no_memory(state);
    for (size_t i = 0; i < json_array_size(links); i++) {
        json_int_t number = json_integer_value(json_array_get(links, i));
        if (number < 1 || (uint64_t)number > state->rule_count)
            return pp_i_proof_refuse(state, "contradiction", "there is no link %lld",
                                     (long long)number);
        pp_i_bit_set(rules, (size_t)number - 1);
    }
    json_t *unproved = json_object_get(object, "unproved");
    if (unproved != NULL) {
        pp_i_proof_lack(state, "that the links contradict one another (%.100s)",
                        json_is_string(unproved) ? json_string_value(unproved) : "no reason given");
        return true;
    }
    const pp_i_word *lines;
    json_t *refutation = json_object_get(object, "refutation");
    if (!pp_i_proof_refutation(state, refutation, rules, "contradiction.refutation", &lines))
        return false;
    if (pp_i_bits_count(lines, state->line_word_count) > 0)
        return pp_i_proof_refuse(state, "contradiction.refutation", "it uses a red line");
    state->verdict->verdict = PP_VERDICT_NONE;
    return true;
}

/* --- The whole -------------------------------------------------------------------------------- */

static bool check_root(pp_i_proof_check_state *state, json_t *root)
{
    if (!json_is_object(root))
        return pp_i_proof_refuse(state, "", "a proof must be an object");
    json_t *schema = json_object_get(root, "schema");
    if (!json_is_integer(schema) || json_integer_value(schema) != PP_PROOF_SCHEMA)
        return pp_i_proof_refuse(state, "", "`schema` must be %d", (int)PP_PROOF_SCHEMA);
    const char *kind = json_string_value(json_object_get(root, "kind"));
    if (kind == NULL || strcmp(kind, "zone-proof") != 0)
        return pp_i_proof_refuse(state, "", "`kind` must be \"zone-proof\"");
    json_t *verdict = pp_i_proof_member(state, root, "verdict", JSON_STRING, "");
    if (verdict == NULL || !pp_i_proof_question(state, root))
        return false;
    const char *said = json_string_value(verdict);
    if (strcmp(said, "some") == 0)
        return check_some(state, root);
    if (strcmp(said, "none") == 0)
        return json_object_get(root, "contradiction") != NULL ? check_contradiction(state, root)
                                                              : check_none(state, root);
    if (strcmp(said, "unknown") == 0) {
        pp_i_proof_lack(state, "whether there is an agreement");
        return true;
    }
    return pp_i_proof_refuse(state, "", "`verdict` must be \"some\", \"none\" or \"unknown\"");
}

static pp_status parse(pp_text proof, const char *file, json_t **root, pp_error *error)
{
    json_error_t fault;
    *root = json_loadb(proof.data, proof.length, JSON_REJECT_DUPLICATES, &fault);
    if (*root != NULL)
        return PP_OK;
    if (json_error_code(&fault) == json_error_out_of_memory)
        return pp_i_fail_memory(error);
    pp_i_fail(error, PP_ERROR_INPUT, "the proof is no JSON: %s", fault.text);
    pp_i_error_place(error, file, fault.line > 0 ? (size_t)fault.line : 0,
                     fault.column > 0 ? (size_t)fault.column : 0);
    return PP_ERROR_INPUT;
}

/* What the check came to, once it is over. */
static pp_status conclude(pp_i_proof_check_state *state, pp_error *error)
{
    pp_proof_verdict *verdict = state->verdict;
    if (state->failed)
        return pp_i_fail_memory(error);
    if (verdict->outcome == PP_PROOF_REFUSED) {
        verdict->verdict = PP_VERDICT_UNKNOWN;
        return PP_OK;
    }
    if (state->run.stop != PP_STOP_NONE) {
        state->partial = false; /* this reason comes first */
        pp_i_proof_lack(state, "the check was not finished (%s)",
                        pp_i_run_stop_text(state->run.stop));
        verdict->verdict = PP_VERDICT_UNKNOWN;
    }
    verdict->outcome = state->partial ? PP_PROOF_PARTIAL : PP_PROOF_HOLDS;
    return PP_OK;
}

pp_status pp_i_proof_check(const pp_case *the_case, pp_text proof, const char *file,
                           const pp_control *control, pp_proof_verdict *verdict, pp_error *error)
{
    json_t *root;
    pp_status status = parse(proof, file, &root, error);
    if (status != PP_OK)
        return status;
    pp_proof_verdict made = {.verdict = PP_VERDICT_UNKNOWN};
    pp_i_proof_check_state state = {.the_case = the_case,
                                    .verdict = &made,
                                    .issue_word_count = pp_i_word_count(the_case->issue_count),
                                    .line_word_count = pp_i_word_count(the_case->red_line_count)};
    pp_i_run_init(&state.run, control);
    pp_i_run_part(&state.run, "proof");
    pp_i_arena_init(&state.arena, pp_i_allocator_of(control));
    state.scratch = PP_NEW_ARRAY(&state.arena, unsigned char, PP_FORMULA_NODE_COUNT_MAX);
    if (state.scratch == NULL)
        pp_i_proof_no_memory(&state);
    else
        (void)check_root(&state, root);
    status = conclude(&state, error);
    if (status == PP_OK)
        *verdict = made;
    pp_i_arena_free(&state.arena);
    json_decref(root);
    return status;
}

pp_status pp_i_proof_check_file(const pp_case *the_case, const char *path,
                                const pp_control *control, pp_proof_verdict *verdict,
                                pp_error *error)
{
    pp_i_arena arena;
    pp_text text;
    pp_i_arena_init(&arena, pp_i_allocator_of(control));
    pp_status status = pp_i_file_read(path, PP_PROOF_BYTE_COUNT_MAX, &arena, &text, error);
    if (status == PP_OK)
        status = pp_i_proof_check(the_case, text, path, control, verdict, error);
    pp_i_arena_free(&arena);
    return status;
}
