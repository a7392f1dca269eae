/* proof_report.c: what checking a proof came to, in words and as docs/schema/proof.json has it. */
#include "report/answers.h"
#include "report/json.h"
#include "report/words.h"

static const char *outcome_text(pp_proof_outcome outcome)
{
    switch (outcome) {
    case PP_PROOF_HOLDS:
        return "holds";
    case PP_PROOF_PARTIAL:
        return "partial";
    case PP_PROOF_REFUSED:
        break;
    }
    return "refused";
}

static const char *verdict_text(pp_verdict verdict)
{
    return verdict == PP_VERDICT_SOME ? "some" : verdict == PP_VERDICT_NONE ? "none" : "unknown";
}

char *pp_i_proof_json(const pp_case *the_case, const pp_proof_verdict *verdict,
                      const pp_report_options *options)
{
    pp_i_json json;
    pp_i_json_begin(&json, options);
    bool empty = verdict->reason[0] == '\0';
    pp_i_json_set(&json, json.root, "case", pp_i_json_text(the_case->title));
    pp_i_json_set(&json, json.root, "outcome", json_string(outcome_text(verdict->outcome)));
    pp_i_json_set(&json, json.root, "verdict", json_string(verdict_text(verdict->verdict)));
    pp_i_json_set(&json, json.root, "question", pp_i_json_string(verdict->question));
    pp_i_json_set(&json, json.root, "reason", pp_i_json_string(empty ? NULL : verdict->reason));
    pp_i_json_set(&json, json.root, "place",
                  pp_i_json_string(verdict->place[0] == '\0' ? NULL : verdict->place));
    pp_i_json_set(&json, json.root, "concessions", pp_i_json_size(verdict->concession_count));
    pp_i_json_set(&json, json.root, "blocking", pp_i_json_size(verdict->blocking_count));
    pp_i_json_set(&json, json.root, "nodes", pp_i_json_size(verdict->node_count));
    pp_incomplete part = {"proof", verdict->reason};
    pp_i_json_incomplete(&json, &part, verdict->outcome == PP_PROOF_PARTIAL ? 1 : 0);
    return pp_i_json_end(&json);
}

/* What is shown, where something is. */
static void say_shown(pp_i_page *page, const pp_proof_verdict *verdict)
{
    if (verdict->verdict == PP_VERDICT_SOME)
        pp_i_page_say(page, 0, 0, "It shows that an agreement is possible.");
    else if (verdict->verdict == PP_VERDICT_NONE)
        pp_i_page_say(
            page, 0, 0,
            "It shows that no agreement is possible: %s and %s, "
            "refuted by diagrams of %s.",
            pp_i_words_count(page, verdict->concession_count, "concession set", "concession sets"),
            pp_i_words_count(page, verdict->blocking_count, "blocking set", "blocking sets"),
            pp_i_words_count(page, verdict->node_count, "node", "nodes"));
}

void pp_i_proof_text(pp_i_page *page, const pp_case *the_case, const pp_proof_verdict *verdict)
{
    const char *reason = pp_i_page_safe(page, pp_i_text_of(verdict->reason));
    const char *place = pp_i_page_safe(page, pp_i_text_of(verdict->place));
    if (verdict->outcome == PP_PROOF_HOLDS)
        pp_i_page_say(page, 0, 0, PP_RICH_GREEN "The proof holds.");
    else if (verdict->outcome == PP_PROOF_PARTIAL)
        pp_i_page_say(page, 0, 0,
                      PP_RICH_YELLOW "Nothing in the proof is wrong, but it does not "
                                     "show everything:" PP_RICH_PLAIN " %s",
                      reason);
    else
        pp_i_page_say(page, 0, 0, PP_RICH_RED "The proof is refused:" PP_RICH_PLAIN " %s", reason);
    if (place[0] != '\0')
        pp_i_page_say(page, 2, 2, "at %s", place);
    say_shown(page, verdict);
    if (verdict->question[0] != '\0')
        pp_i_page_say(page, 0, 0, "Its question: %s",
                      pp_i_page_safe(page, pp_i_text_of(verdict->question)));
    pp_i_page_say(page, 0, 0, PP_RICH_DIM "%s", pp_i_page_safe(page, the_case->title));
}
