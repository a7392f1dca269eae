/*
 * Constructions of newspaper English, each with what a careful reader takes from it. Lost
 * otherwise: half of a sentence with two deeds, a refusal behind another verb, hours that are
 * supported. A row says who must be read to say what with which act; no act: nothing may be read of
 * these words. Needs the language model; without it everything here is skipped.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reading/read_text.h"

enum { NO_ACT = -1 };

typedef struct row {
    const char *report, *who;
    int act;
    const char *words; /* part of what is said */
} row;

static const row ROWS[] = {
    /* two deeds of one subject, with a comma or without */
    {"Its chairman, Henrik Dahl, defended the plan as the only way to save the stock and urged "
     "Norway to return to the table.",
     "Dahl", PP_ACT_DEMANDS, "Norway to return"},
    {"Paul Dahl said he was willing to phase in the cut over three years but ruled out exemptions "
     "for any state.",
     "Dahl", PP_ACT_REJECTS, "exemptions for any state"},
    {"Paul Dahl said he was willing to phase in the cut over three years but ruled out exemptions "
     "for any state.",
     "Dahl", PP_ACT_OFFERS, "he was willing to phase in the cut over three years"},
    /* what is decided is the decision; a refusal to refuse accepts nothing yet */
    {"The council decided to reject the plan.", "council", PP_ACT_REJECTS, "the plan"},
    {"The senate voted to approve the treaty.", "senate", PP_ACT_ACCEPTS, "the treaty"},
    {"Germany refused to rule out arbitration.", "Germany", PP_ACT_ACCEPTS, "rule out arbitration"},
    /* verbs that are also nouns, auxiliaries and adverbs in between */
    {"Libya has offered to hand over two men.", "Libya", PP_ACT_OFFERS, "to hand over two men"},
    {"Norway has once again outright rejected a Danish proposal for a trade agreement.", "Norway",
     PP_ACT_REJECTS, "proposal for a trade agreement"},
    {"Grace Bello ruled out an amnesty. She did, however, agree to let aid convoys through.",
     "Bello", PP_ACT_ACCEPTS, "to let aid convoys through"},
    {"Paul Stern added, however, that the company remained open to arbitration.", "Stern",
     PP_ACT_OFFERS, "the company remained open"},
    {"The Skippers' Union, which represents 900 boats, threatened to block the harbour.", "Union",
     PP_ACT_WARNS, "to block the harbour"},
    /* what cannot be, and what there would not be without it */
    {"Anwar Sadat said that without their leaving there would be no treaty.", "Sadat",
     PP_ACT_DEMANDS, "without their leaving there would be no treaty"},
    {"Anwar Sadat answered that neither an airfield nor a settlement could stay in Israeli hands.",
     "Sadat", PP_ACT_REJECTS, "neither an airfield nor a settlement"},
    {"The company says it cannot afford more than 5 percent.", "company", PP_ACT_REJECTS,
     "more than 5 percent"},
    {"The Soviet government said that its ships would not heed the blockade.", "government",
     PP_ACT_REJECTS, "its ships would not heed"},
    {"The union called this a breach of the truce.", "union", PP_ACT_DOUBTS, "breach of the truce"},
    /* names that look like something else, short names, and for whom somebody speaks */
    {"Belen's chief negotiator, Omar Said, wants a fixed flow. Said welcomed the offer of data but "
     "said consultation without a veto was meaningless.",
     "Omar Said", PP_ACT_DEMANDS, "a fixed flow"},
    {"Fisheries Minister Petra Lund rejected the plan on Monday.", "Petra Lund", PP_ACT_REJECTS,
     "the plan"},
    {"The Damaran Liberation Front said on Sunday it would observe a truce. The Front rejected the "
     "new line.",
     "Damaran Liberation Front", PP_ACT_REJECTS, "the new line"},
    {"President Hamid Torel of Belen told parliament that his country would never trade its water.",
     "Belen", PP_ACT_REJECTS, "never trade its water"},
    {"Union secretary Maria Toll told a rally that it was unfair. Toll refused to rule out "
     "arbitration but "
     "insisted that it be binding.",
     "Maria Toll", PP_ACT_DEMANDS, "it be binding"},
    {"On 30 January Alfred Sloan turned down a meeting that Frances Perkins was trying to arrange. "
     "He repeated that the plants must be cleared first.",
     "Sloan", PP_ACT_DEMANDS, "the plants must be cleared"},
    {"General Motors would not recognise any union as the only agency.", "General Motors",
     PP_ACT_REJECTS, "any union"},
    /* who comments on what was said goes on; the aside of the speaker stands in the middle */
    {"Jean Mbaki proposed that observers be sent, a suggestion Sefu Okon called inadequate.",
     "Mbaki", PP_ACT_PROPOSES, "observers be sent"},
    {"Jean Mbaki proposed that observers be sent, a suggestion Sefu Okon called inadequate.",
     "Okon", PP_ACT_DOUBTS, "a suggestion"},
    {"Omar Said of Iran spoke. Iran, he warned, would take the matter to the court if no figure "
     "was "
     "agreed.",
     "Omar Said", PP_ACT_WARNS, "would take the matter to the court"},
    {"The workers would hold the plants while these are unanswered, the union said, because "
     "machines would be moved.",
     "workers", NO_ACT, "the union said"},
    {"The strikers would hold the plants while these are unanswered, the union said, because "
     "otherwise machines would be moved elsewhere.",
     "union", PP_ACT_ASSERTS, "The strikers would hold the plants"},
    /* a deed before another is no condition */
    {"Leila Aziz offered to share the data and to consult Iran before filling the dam.", "Aziz",
     PP_ACT_OFFERS, "before filling the dam"},
    /* what a text says is said by who adopted it, also where the parse loses the verb */
    {"In March the Palestine National Council met in Cairo. The programme that it adopted calls "
     "for "
     "an independent state on their own soil.",
     "Palestine", PP_ACT_DEMANDS, "an independent state"},
    /* of himself, who is quoted says I or we */
    {"\"They want us to work longer for less, and we are not going to do that,\" Maria Toll said.",
     "Toll", PP_ACT_REJECTS, "we are not going to do that"},
    {"\"They want us to work longer,\" Maria Toll said of the operators.", "They", NO_ACT, "us to"},
    /* where a report comes from belongs to nobody's words */
    {"LINDHAVEN (AP) - Tram drivers rejected a pay rise of 4 percent on Friday.", "Tram drivers",
     PP_ACT_REJECTS, "a pay rise"},
    {"PORT HELM, March 3 - The Orland Council walked out on Tuesday and rejected the new quota.",
     "Orland Council", PP_ACT_REJECTS, "the new quota"},
    {"NATO said that the offer was too late - and that more ships must come to the harbour.",
     "NATO", PP_ACT_DOUBTS, "the offer was too late"},
    /* verbs that a parse takes for attributes, and adjectives that it hangs on the noun */
    {"The pope voiced support for the talks.", "pope", PP_ACT_SUPPORTS, "the talks"},
    {"A spokesman for the ministry called the claims baseless.", "spokesman", PP_ACT_DOUBTS,
     "the claims baseless"},
    {"Israel said no to the proposal.", "Israel", PP_ACT_REJECTS, "the proposal"},
    {"Germany and France back a blueprint under which neither state would block the other.",
     "Germany", PP_ACT_SUPPORTS, "a blueprint"},
    {"Opposition parties in Belgrade fear that the president will sell out the region and have "
     "threatened mass protests if he does.",
     "Opposition parties", PP_ACT_WARNS, "mass protests"},
    {"A bilateral ceasefire, long demanded by NATO, was initially ruled out by Israel.", "Israel",
     PP_ACT_REJECTS, "ceasefire"},
    {"The Clerical Staff Association, meanwhile, remains adamant that ticket offices stay open.",
     "Clerical Staff Association", PP_ACT_DEMANDS, "ticket offices stay open"},
    /* asides between a subject and its verb */
    {"Paul Dahl, however, dismissed talk of an extension.", "Dahl", PP_ACT_REJECTS,
     "talk of an extension"},
    {"The United Nations, in contrast, praised the victims' agreement as a model for others.",
     "United Nations", PP_ACT_SUPPORTS, "the victims' agreement"},
    {"European diplomats, speaking on condition of anonymity, caution that the deadline may slip.",
     "European diplomats", PP_ACT_WARNS, "the deadline may slip"},
    /* what others do in the same sentence is not said by the first */
    {"Serbia rejected the plan, although it was prepared to discuss energy.", "Serbia",
     PP_ACT_REJECTS, "the plan"},
    {"The suggestion was welcomed by Egypt but spurned by Addis Ababa.", "Addis Ababa",
     PP_ACT_REJECTS, "The suggestion"},
    {"Israel wants the work finished within months; Iran has asked for a year.", "Iran",
     PP_ACT_ASKS, "a year"},
    {"Addis Ababa regards the continental body as the only acceptable forum.", "Addis Ababa",
     PP_ACT_DEMANDS, "the only acceptable forum"},
    {"Armenia has reiterated that the matter is internal and has rebuffed any talk of a status.",
     "Armenia", PP_ACT_REJECTS, "any talk of a status"},
    {"African negotiators are reluctant to accept loans and have threatened to walk out.",
     "African negotiators", PP_ACT_WARNS, "to walk out"},
    {"The United States has long resisted liability; its envoy was open to the text.",
     "United States", PP_ACT_REJECTS, "liability"},
    {"Saudi Arabia objected to the language, a goal championed by India and by Brussels.",
     "Brussels", PP_ACT_SUPPORTS, "a goal"},
    {"The condition was promptly rejected by China, which argued that history should decide.",
     "China", PP_ACT_REJECTS, "The condition"},
    {"Paul Dahl argued that history, not present emissions, should decide.", "Dahl", PP_ACT_DEMANDS,
     "history"},
    {"Paul Dahl made it plain that the corridor must be free.", "Dahl", PP_ACT_DEMANDS,
     "the corridor must be free"},
    {"Paul Dahl saw no point in further talks.", "Dahl", PP_ACT_REJECTS, "further talks"},
    {"The ministry said it continued to view the plan as serious.", "ministry", PP_ACT_SUPPORTS,
     "it continued to view"},
    {"Israel wants the plan, whereas Iran has ruled out leaving its posts.", "Iran", PP_ACT_REJECTS,
     "leaving its posts"},
    {"The plan drew fierce opposition from Germany.", "Germany", PP_ACT_REJECTS, "The plan"},
    {"Germany maintained that Iran cannot join before the inspectors return.", "Germany",
     PP_ACT_DEMANDS, "Iran cannot join"},
    {"Paul Dahl hinted at a gesture should an independent commission be put in charge.", "Dahl",
     PP_ACT_OFFERS, "a gesture"},
    {"Paul Dahl accepted nothing. The plan was accepted in principle by Germany.", "Germany",
     PP_ACT_ACCEPTS, "The plan"},
    {"The demand was no longer rejected outright by Germany.", "Germany", PP_ACT_ACCEPTS,
     "The demand"},
    {"No member of the European Union needs a guarantor.", "European Union", NO_ACT, "guarantor"},
    {"Paul Dahl said that the withdrawal was \"an insult to the army\".", "Dahl", PP_ACT_REJECTS,
     "the withdrawal was"},
    {"Germany and France shared their data.", "Germany", NO_ACT, "data"},
    {"Germany shares this view of the treaty.", "Germany", PP_ACT_SUPPORTS, "this view"},
    {"The dockers' union opposes the crossings because nets are cut.", "union", PP_ACT_REJECTS,
     "the crossings"},
    {"Mayor Ann Reed of Millbay said the town would never accept ferries.", "Ann Reed",
     PP_ACT_REJECTS, "never accept ferries"},
    {"The ferry company Seaways failed. Seaways, which runs six boats, wants two crossings.",
     "Seaways", PP_ACT_DEMANDS, "two crossings"},
    {"The ferry company Seaways failed. The company accepted the proposal.", "Seaways",
     PP_ACT_ACCEPTS, "the proposal"},
    {"The secretary-general, Ann Reed, warned in her latest report that supplies at the posts "
     "were close to exhaustion.",
     "Ann Reed", PP_ACT_WARNS, "supplies at the posts"},
    {"The reversal was condemned in Algiers.", "Algeria", PP_ACT_REJECTS, "The reversal"},
    /* names */
    {"The plan was rejected by the Greek Cypriots, who want cross-voting in return.",
     "Greek Cypriots", PP_ACT_DEMANDS, "cross-voting"},
    {"Egypt and Ethiopian Prime Minister Abiy Ahmed met. Abiy rejected the plan.", "Abiy Ahmed",
     PP_ACT_REJECTS, "the plan"},
    {"The chief negotiator, Humberto de la Calle, spoke. De la Calle rejected the plan.",
     "Humberto de la Calle", PP_ACT_REJECTS, "the plan"},
    {"The chief executive, Piers Lockwood, rejected the plan. He is prepared to pay more.",
     "Piers Lockwood", PP_ACT_OFFERS, "to pay more"},
    /* verbs with a fixed object or particle */
    {"The leader cast doubt on the talks.", "leader", PP_ACT_DOUBTS, "the talks"},
    {"The mayor lashed out at the police.", "mayor", PP_ACT_DOUBTS, "the police"},
    {"The company gave in to the demands of the union.", "company", PP_ACT_ACCEPTS, "the demands"},
    {"Hungary blocked the loan.", "Hungary", PP_ACT_REJECTS, "the loan"},
    {"Farmers blocked the road to the port.", "Farmers", NO_ACT, "the road"},
    /* time between the verb and what is agreed; who stands last before "said" */
    {"Serbia agreed on Tuesday to a ceasefire.", "Serbia", PP_ACT_ACCEPTS, "a ceasefire"},
    {"Benin opened its borders on Monday to most, but was still refusing admittance to Ghanaians, "
     "by far the biggest group involved, Benin police said.",
     "police", PP_ACT_ASSERTS, "opened its borders"},
    {"Thousands marched in the capital calling for an end to the war.", "Thousands", PP_ACT_DEMANDS,
     "an end to the war"},
    /* leave that is given is an offer; agreeing to give it is agreement */
    {"The minister said he would allow inspectors to enter the plant.", "minister", PP_ACT_OFFERS,
     "allow inspectors"},
    {"The minister agreed to allow inspectors to enter the plant.", "minister", PP_ACT_ACCEPTS,
     "allow inspectors"},
    /* no position */
    {"The European Union gave Chad 5 million euros in aid.", "European Union", NO_ACT, "aid"},
    {"The three leaders argued over Sinai for hours.", "leaders", NO_ACT, "hours"},
    {"Benin opened its borders to most travellers.", "Benin", NO_ACT, "travellers"},
    {"France and Iran failed to settle the price.", "France", NO_ACT, "price"},
    {"Jean Mbaki, the envoy, said both sides had accepted the principle of a truce.", "Mbaki",
     PP_ACT_ASSERTS, "both sides had accepted"},
#include "reading/constructions_more.inc"
#include "reading/constructions_joined.inc"
#include "reading/constructions_spoken.inc"
#include "reading/constructions_hung.inc"
#include "reading/constructions_sides.inc"
#include "reading/constructions_summaries.inc"
#include "reading/constructions_answers.inc"
#include "reading/constructions_judged.inc"
#include "reading/constructions_deeds.inc"
#include "reading/constructions_idioms.inc"
#include "reading/constructions_polarity.inc"
};

static bool holds(pp_text text, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.length; i++)
        if (memcmp(text.data + i, part, length) == 0)
            return true;
    return false;
}

static const pp_i_said *find(const pp_i_reading *reading, const row *wanted)
{
    for (size_t i = 0; i < reading->statement_count; i++) {
        const pp_i_said *said = &reading->statements[i];
        pp_text party = said->party == PP_NONE ? PP_TEXT("") : reading->actors[said->party].name;
        bool his = holds(said->speaker, wanted->who) || holds(party, wanted->who);
        bool fits = wanted->act == NO_ACT || (int)said->act == wanted->act;
        if (his && fits && holds(said->content.text, wanted->words))
            return said;
    }
    return NULL;
}

static size_t read_row(const pp_i_language *language, const row *wanted)
{
    pp_i_arena arena;
    const pp_i_reading *reading = read_text(language, wanted->report, &arena);
    bool right = (find(reading, wanted) != NULL) == (wanted->act != NO_ACT);
    if (!right) {
        print_message("%s\n", wanted->report);
        for (size_t i = 0; i < reading->statement_count; i++) {
            const pp_i_said *said = &reading->statements[i];
            print_message("    read: %.*s %s: %.*s\n", (int)said->speaker.length,
                          said->speaker.data, pp_i_act_text(said->act),
                          (int)said->content.text.length, said->content.text.data);
        }
    }
    pp_i_arena_free(&arena);
    return right ? 0 : 1;
}

static bool row_holds(const pp_i_language *language, size_t index)
{
    return read_row(language, &ROWS[index]) == 0;
}

static void test_constructions(void **context)
{
    (void)context;
    assert_all_hold(sizeof ROWS / sizeof ROWS[0], row_holds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_constructions)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
