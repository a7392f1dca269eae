/* cues_lists.c: lists of lemmas that the rules ask for; see cues.h. */
#include "reading/cues.h"

const char *const PP_CUE_SPEECH_NOUNS =
    "remark comment statement speech letter word announcement declaration position stance view "
    "argument reply response message interview report tweet post press release communique note "
    "testimony line attitude tone rhetoric support backing criticism opposition "
    "resistance letter article address submission briefing memo email proposal demand plan "
    "leadership programme program platform manifesto resolution charter petition "
    "compromise blueprint draft text roadmap formula initiative offer document paper bill "
    "negotiator lawyer spokesperson spokesman spokeswoman signal call hint "
    "delegation team side camp source representative aide adviser advisor ally";
const char *const PP_CUE_PERSON_NOUNS =
    "spokesman spokeswoman spokesperson minister official officer leader chief head president "
    "chairman "
    "chairwoman chair chairperson co-chair director secretary negotiator mediator envoy ambassador "
    "diplomat co-leader "
    "delegate representative lawyer attorney adviser advisor aide source analyst expert critic "
    "supporter opponent resident worker employee farmer teacher nurse doctor driver miner student "
    "shareholder investor creditor lender lawmaker senator deputy mp councillor councilor mayor "
    "governor "
    "commissioner judge general commander rebel militant activist campaigner protester "
    "demonstrator "
    "person executive lobby guild studio hospital university college supermarket retailer "
    "publisher "
    "brewery refinery state country nation manager owner member pilot striker unionist scientist "
    "economist politician "
    "businessman businesswoman banker trader broker builder journalist soldier prisoner hostage "
    "fisherman clergyman cleric priest engineer widow victim veteran dissident exile "
    "premier chancellor king queen prince bishop voter citizen villager refugee group family "
    "founder parent tenant landlord household neighbour "
    "neighbor people islander pupil patient passenger customer consumer pensioner colleague "
    "counterpart rebel "
    "union company government ministry council committee commission board court authority party "
    "coalition opposition management administration team delegation side police army association "
    "federation firm employer insurer bank regulator agency department parliament senate cabinet "
    "faction alliance bloc movement office organization organisation watchdog charity developer "
    "operator utility consortium airline tribe community troops force guerrilla campaign thousand "
    "hundred "
    "junta regime militia legislature electorate clergy judiciary tribunal jury congress assembly "
    "commission presidency syndicate cartel federation confederation conglomerate caucus "
    "leadership electorate populace public crew corps brigade paramilitary insurgency body "
    "institution institute grouping outfit chamber ngo collective cooperative network branch "
    "secretariat directorate embassy camp wing republic kingdom province municipality emirate "
    "sultanate principality coastguard undersecretariat subcommittee consulate mission chain "
    "foundation think-tank east west north south lobby delegate trawlerman haulier";
const char *const PP_CUE_ROLE_NOUNS =
    "spokesman spokeswoman spokesperson minister official officer leader chief head president "
    "chairman "
    "chairwoman chair chairperson director secretary negotiator mediator envoy ambassador lawyer "
    "attorney adviser advisor analyst expert lawmaker senator deputy mp councillor mayor governor "
    "commissioner judge general commander treasurer member manager owner premier chancellor bishop "
    "counterpart colleague founder executive";
const char *const PP_CUE_SIDES =
    "union group company party government side team council league movement firm association "
    "administration guild alliance authority carrier airline trust forum chamber federation "
    "organisation "
    "organization bank operator developer employer committee commission board agency regulator "
    "ministry coalition country delegation town city village island state region community club "
    "bloc republic kingdom province body institute network branch management parliament leadership "
    "university hospital museum school cabinet secretariat foundation";

const char *const PP_CUE_SILENT_NOUNS =
    "conference summit meeting talk negotiation report study survey poll article document "
    "deal agreement treaty accord war conflict crisis situation debate discussion dispute process "
    "timeline visit call conversation session event deadline election strike vote plan "
    "map paper book law bill text figure data landscape backdrop move development dialogue "
    "exchange decree legislation statute treaty constitution custom tradition vote";
const char *const PP_CUE_HOSTILE_VERBS =
    "boycott withdraw blockade strike suspend leave quit retaliate sue cut halt stop walk "
    "attack "
    "invade expel impose close shut cancel terminate resume escalate punish resign collapse "
    "withhold freeze dismiss sack fire fight ban break intensify lay appeal prosecute pull abandon "
    "respond act disrupt paralyse paralyze";
const char *const PP_CUE_HARM_VERBS =
    "harm hurt damage endanger jeopardize jeopardise undermine destroy threaten cost ruin lead "
    "cause "
    "provoke trigger worsen weaken collapse fail backfire encourage embolden escalate reward kill "
    "devastate derail destabilize destabilise risk drive force push deepen prolong erode cripple "
    "bankrupt invite strain wreck lose suffer starve face amount endanger";
const char *const PP_CUE_HARM_NOUNS =
    "loss rise collapse shortage exodus damage chaos failure decline wave crisis delay conflict";
const char *const PP_CUE_PROVOKE_VERBS =
    "secure obtain draw attract meet earn provoke prompt spark trigger elicit run encounter hit "
    "win find face gain receive generate arouse stir greet";
const char *const PP_CUE_HEDGES =
    "reportedly apparently perhaps possibly probably allegedly maybe potentially seemingly "
    "supposedly tentatively cautiously likely presumably arguably";
const char *const PP_CUE_POINTERS =
    "proposal idea plan demand offer suggestion condition request position notion claim move step "
    "option measure goal approach initiative call requirement deal compromise accusation "
    "allegation scheme concept arrangement possibility scenario point view concern term draft "
    "formula solution model change cut precondition stance charge invitation prospect pledge "
    "promise stipulation plea wish appeal description assessment "
    "threat warning refusal concession assurance ambition practice overture gesture hint reform";
