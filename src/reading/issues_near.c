/*
 * issues_near.c: what ties statements of one paragraph to one another, whatever their words; see
 * issues_parts.h.
 *
 * A paragraph is mostly about one thing. How much that says falls with the distance; it is more
 * where another party speaks in the same sentence, and for what answers something or takes
 * something up ("the figure", "such a pause"), less for demands, which bring up what they like, and
 * less the more words of its own a statement has.
 */
#include "reading/clause.h"
#include "reading/cues.h"
#include "reading/issues_parts.h"

enum { NEAR_SENTENCE_COUNT_MAX = 5 };

/* By the sentences between; found on the project's own reports, like the factors. */
static const double by_distance[NEAR_SENTENCE_COUNT_MAX] = {0.45, 0.27, 0.12, 0.05, 0.05};
static const double demand_factor = 0.6, reaction_factor = 1.1, definite_factor = 1.6,
                    other_factor = 1.4, word_factor = 0.075;

/* Acts that answer something. */
static bool is_reaction(pp_i_act act)
{
    return act == PP_ACT_REJECTS || act == PP_ACT_ACCEPTS || act == PP_ACT_DOUBTS ||
           act == PP_ACT_SUPPORTS;
}

/* Do the words begin as those do that take something up: "the", "this", "its"? */
static bool is_definite(pp_text words)
{
    return pp_i_first_word_in(words, "the this that these those such its it his their any both");
}

static double strength_of(const pp_i_issue_maker *state, size_t before, size_t statement,
                          size_t distance)
{
    const pp_i_said *said = &state->reading->statements[statement];
    double strength = by_distance[distance];
    if (distance == 0 && state->reading->statements[before].party != said->party)
        strength *= other_factor; /* two parties in one sentence speak of one thing */
    size_t words = state->claims[statement].term_count;
    if (said->act == PP_ACT_DEMANDS || said->act == PP_ACT_ASKS)
        strength *= demand_factor;
    if (is_reaction(said->act))
        strength *= reaction_factor;
    if (is_definite(said->content.text))
        strength *= definite_factor;
    return strength / (1 + word_factor * (words > 1 ? (double)(words - 1) : 0));
}

/* "the idea", "such a figure": a word that names what was said, and nothing else; of "the pension
 * plan" the one word that tells anything is another. */
static bool only_points(pp_text words, pp_text telling)
{
    size_t start = words.length;
    while (start > 0 && words.data[start - 1] != ' ')
        start--;
    pp_text last = {words.data + start, words.length - start};
    return is_definite(words) && pp_i_text_equal(last, telling) &&
           (pp_i_word_in(last, PP_CUE_POINTERS) || pp_i_word_in(last, "figure sum number date"));
}

/* Is it the answer to what another party said just before, without a word of its own? Place alone
 * says what a statement is about, never which side it takes there. */
static bool answers(const pp_i_issue_maker *state, size_t before, size_t statement)
{
    const pp_i_said *said = &state->reading->statements[statement];
    const pp_i_claim *claim = &state->claims[statement];
    bool other = state->reading->statements[before].party != said->party;
    return other && before + 1 == statement && is_reaction(said->act) &&
           claim->amount.number.length == 0 &&
           (claim->term_count == 0 ||
            (claim->term_count == 1 && only_points(said->content.text, claim->terms[0].form)));
}

size_t pp_i_issues_distance(const pp_i_report *report, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from + 1; i <= to; i++)
        count += !report->sentences[i].goes_on;
    return count;
}

bool pp_i_issues_near(pp_i_issue_maker *state)
{
    for (size_t i = 0; i < state->reading->statement_count; i++) {
        const pp_i_said *said = &state->reading->statements[i];
        const pp_i_report *report = &state->reading->reports[said->report];
        for (size_t k = i; k-- > 0 && said->sentence < report->sentence_count;) {
            const pp_i_said *before = &state->reading->statements[k];
            if (before->report != said->report || before->sentence > said->sentence ||
                before->sentence + 2 * NEAR_SENTENCE_COUNT_MAX <= said->sentence ||
                pp_i_issues_distance(report, before->sentence, said->sentence) >=
                    NEAR_SENTENCE_COUNT_MAX ||
                report->sentences[before->sentence].paragraph !=
                    report->sentences[said->sentence].paragraph)
                break;
            pp_i_bond bond = {
                .a = (uint32_t)k,
                .b = (uint32_t)i,
                .kind = PP_BOND_NEAR,
                .overlap = strength_of(
                    state, k, i, pp_i_issues_distance(report, before->sentence, said->sentence)),
                .dice = answers(state, k, i) ? 1 : 0,
                .term_a = PP_BOND_NO_TERM,
                .term_b = PP_BOND_NO_TERM};
            if (!PP_LIST_ADD(state->scratch, &state->bonds, bond))
                return false;
        }
    }
    return true;
}
