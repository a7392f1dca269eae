/*
 * cues_table.c: the lexicon: several hundred lemmas by act, in rows that are used alike.
 *
 * Written for this reader from the way in which English reports talks, strikes, hearings and deals;
 * a row that names a particle or preposition ("call" + for) is only used with it. Where a lemma
 * stands in several rows, the first whose place in the sentence is filled counts.
 */
#include "reading/cues_table.h"

#include "case/case.h"

#define V PP_CUE_VERB
#define N PP_CUE_NOUN
#define A PP_CUE_ADJECTIVE
#define MUST PP_STRENGTH_MUST
#define SHOULD PP_STRENGTH_SHOULD
#define HEDGED PP_STRENGTH_HEDGED
#define CLAUSE PP_FRAME_CLAUSE
#define INF PP_FRAME_INFINITIVE
#define OBJ PP_FRAME_OBJECT
#define BEHIND PP_FRAME_BEHIND
#define ING PP_FRAME_GERUND
#define URGE PP_FRAME_URGE
#define JUDGE PP_FRAME_JUDGE
#define CARRY PP_FRAME_CARRY
#define SHOW PP_FRAME_SHOW
#define BARE PP_FRAME_BARE
#define REFINE PP_FRAME_REFINE

const pp_i_cue PP_CUE_TABLE[] = {
    /* judging words tell the act: first, since "dismissed it as a trick" also has an object */
    {V, PP_ACT_ASSERTS, PP_STRENGTH_NONE, JUDGE, NULL,
     "describe call label brand term dub deem consider regard see view frame cast perceive "
     "characterize characterise judge rate portray depict paint think find believe treat"},
    /* demands */
    {V, PP_ACT_DEMANDS, MUST, BEHIND, "on upon", "insist"},
    {V, PP_ACT_DEMANDS, MUST, CLAUSE | INF | OBJ, NULL, "insist mandate dictate"},
    {V, PP_ACT_DEMANDS, SHOULD, CLAUSE | INF | OBJ, NULL, "demand require"},
    {V, PP_ACT_DEMANDS, MUST, URGE, NULL, "order oblige instruct command direct compel"},
    {V, PP_ACT_OFFERS, SHOULD, OBJ, NULL, "hold+out"}, /* the prospect of */
    {V, PP_ACT_DEMANDS, SHOULD, BEHIND, "for",
     "call push press lobby campaign advocate clamour clamor agitate hold+out "
     "plead petition argue"},
    {V, PP_ACT_DEMANDS, SHOULD, URGE | BEHIND, "on upon", "call"},
    {V, PP_ACT_DEMANDS, SHOULD, URGE | CLAUSE | OBJ, NULL, "urge exhort implore beg"},
    {V, PP_ACT_DEMANDS, SHOULD, URGE, NULL,
     "press pressure push lobby challenge summon want expect need"},
    {V, PP_ACT_DEMANDS, SHOULD, OBJ | INF, NULL, "seek"},
    {V, PP_ACT_DEMANDS, SHOULD, OBJ | INF | CLAUSE, NULL, "want"},
    {V, PP_ACT_DEMANDS, SHOULD, OBJ, NULL, "advocate claim+back reclaim"},
    {V, PP_ACT_DEMANDS, SHOULD, OBJ | ING, NULL, "favour+instead"},
    {V, PP_ACT_DEMANDS, SHOULD, CLAUSE | INF, NULL, "advocate"},
    {V, PP_ACT_DEMANDS, SHOULD, URGE | CLAUSE, NULL, "prefer"},
    {V, PP_ACT_SUPPORTS, SHOULD, INF, NULL, "prefer"},
    {V, PP_ACT_DEMANDS, SHOULD, INF | URGE | OBJ, NULL, "like"}, /* "would like to" */
    {V, PP_ACT_DEMANDS, SHOULD, INF | URGE, NULL, "wish"},
    {N, PP_ACT_DEMANDS, SHOULD, BEHIND | INF | CLAUSE, "for on upon that to",
     "demand insistence requirement claim "
     "ultimatum"},
    {N, PP_ACT_DEMANDS, SHOULD, BEHIND | INF | CLAUSE, "for to",
     "call push need campaign bid pressure plea appeal "
     "petition drive wish desire quest"},
    {N, PP_ACT_DEMANDS, SHOULD, BEHIND | INF | CLAUSE, "of for",
     "objective goal aim ambition hope"},
    {N, PP_ACT_DEMANDS, MUST, INF, NULL, "deadline"},
    {N, PP_ACT_DEMANDS, SHOULD, BEHIND, "of", "importance necessity urgency"},
    {N, PP_ACT_DEMANDS, SHOULD, INF | CLAUSE | BEHIND, "of on",
     "condition precondition prerequisite priority"},
    /* asks */
    {V, PP_ACT_ASKS, SHOULD, URGE | CLAUSE | INF, NULL, "ask beseech entreat"},
    {V, PP_ACT_ASKS, SHOULD, BEHIND, "for", "ask apply appeal beg"},
    {V, PP_ACT_ASKS, SHOULD, URGE | BEHIND, "to", "appeal"},
    {V, PP_ACT_ASKS, SHOULD, OBJ | CLAUSE | URGE, NULL, "request invite solicit"},
    {V, PP_ACT_ASKS, SHOULD, CLAUSE, NULL, "wonder inquire enquire"},
    {N, PP_ACT_ASKS, SHOULD, BEHIND | INF | CLAUSE, "for", "request application"},
    /* rejects */
    {V, PP_ACT_REJECTS, MUST, OBJ | ING | CLAUSE | BARE, NULL,
     "rule+out veto forbid prohibit preclude ban"},
    {V, PP_ACT_REJECTS, SHOULD, OBJ | ING | CLAUSE | BARE, NULL, "reject refuse exclude"},
    {V, PP_ACT_REJECTS, SHOULD, INF, NULL, "refuse decline"},
    {V, PP_ACT_REJECTS, SHOULD, OBJ, NULL,
     "dismiss rebuff repudiate spurn scorn turn+down vote+down throw+out "
     "shoot+down wave+away wave+aside brush+aside brush+off swat+away bat+away knock+back "
     "strike+down discard "
     "rescind scrap renounce disavow abandon"},
    {V, PP_ACT_REJECTS, SHOULD, OBJ | ING | INF | CLAUSE, NULL, "oppose resist decline resent"},
    {V, PP_ACT_REJECTS, SHOULD, BEHIND, "to", "object"},
    {V, PP_ACT_REJECTS, SHOULD, CLAUSE, NULL, "object"},
    {V, PP_ACT_REJECTS, SHOULD, BEHIND, "against",
     "vote argue protest campaign come+out decide rule stand speak+out "
     "fight lobby rally march mobilise mobilize petition militate"},
    {V, PP_ACT_REJECTS, SHOULD, BEHIND, "with", "disagree"},
    {V, PP_ACT_REJECTS, SHOULD, BEHIND | BARE, "to", "say+no"},
    {V, PP_ACT_REJECTS, SHOULD, OBJ, NULL, "block thwart obstruct shelve stymie foil scupper"},
    {V, PP_ACT_REJECTS, SHOULD, BEHIND, "from away",
     "back shy walk pull recoil shrink back+away walk+away"},
    {V, PP_ACT_REJECTS, SHOULD, BEHIND, "from", "distance dissociate"},
    {V, PP_ACT_REJECTS, SHOULD, BEHIND, "against", "advise speak counsel"},
    {V, PP_ACT_REJECTS, SHOULD, BEHIND, "on", "renege pour+cold"},
    {V, PP_ACT_REJECTS, SHOULD, BEHIND, "over on against", "dig+in"},
    {V, PP_ACT_REJECTS, SHOULD, OBJ | CLAUSE | ING, NULL,
     "deny dispute contest rebut refute contradict"},
    {V, PP_ACT_REJECTS, SHOULD, OBJ, NULL, "protest boycott denounce condemn fight"},
    {V, PP_ACT_REJECTS, SHOULD, BARE, NULL, "disagree object refuse demur decline balk baulk"},
    {N, PP_ACT_REJECTS, SHOULD, BEHIND | INF, "to of against",
     "opposition resistance rejection refusal objection "
     "veto repudiation dismissal hostility aversion denial"},
    {N, PP_ACT_REJECTS, SHOULD, BEHIND, "with to over", "disagreement quarrel"},
    {N, PP_ACT_REJECTS, SHOULD, BEHIND, "against",
     "position stance stand vote decision campaign line argument"},
    {A, PP_ACT_REJECTS, SHOULD, BEHIND | ING, "to", "opposed hostile averse resistant allergic"},
    {A, PP_ACT_REJECTS, SHOULD, BEHIND, "against", "against dead firm united adamant set"},
    {A, PP_ACT_REJECTS, SHOULD, INF, NULL, "unwilling loath unprepared"},
    /* proposes */
    {V, PP_ACT_PROPOSES, SHOULD, CLAUSE | OBJ | ING | INF, NULL, "propose"},
    {V, PP_ACT_PROPOSES, SHOULD, CLAUSE | OBJ | ING, NULL, "suggest recommend"},
    {V, PP_ACT_PROPOSES, SHOULD, OBJ, NULL,
     "float put+forward table submit present unveil outline bring+forward "
     "lay+out set+out raise advance moot envisage envision foresee draft tout pitch sketch+out "
     "moot"},
    {V, PP_ACT_PROPOSES, SHOULD, OBJ, NULL, "put+table"},
    {V, PP_ACT_PROPOSES, SHOULD, BEHIND, "with", "counter come+up"},
    {V, PP_ACT_SUPPORTS, SHOULD, OBJ, NULL, "prefer"},
    {V, PP_ACT_PROPOSES, HEDGED, OBJ | ING, NULL, "weigh mull contemplate"},
    {V, PP_ACT_PROPOSES, HEDGED, ING, NULL, "consider"},
    {V, PP_ACT_PROPOSES, HEDGED, OBJ, NULL, "consider"},
    {N, PP_ACT_PROPOSES, SHOULD, BEHIND | INF | CLAUSE, "for of on",
     "proposal suggestion idea blueprint "
     "recommendation"},
    {N, PP_ACT_PROPOSES, SHOULD, INF, NULL, "plan bid"},
    /* offers */
    {V, PP_ACT_OFFERS, SHOULD, OBJ | INF, NULL, "offer volunteer put+up"},
    {V, PP_ACT_OFFERS, SHOULD, INF, NULL, "stand+ready"},
    {V, PP_ACT_OFFERS, HEDGED, OBJ, NULL, "leave+open entertain"},
    {V, PP_ACT_OFFERS, HEDGED, ING | OBJ, NULL, "imagine"}, /* "could imagine" */
    {V, PP_ACT_OFFERS, HEDGED, BEHIND, "at", "hint"},
    {V, PP_ACT_OFFERS, SHOULD, URGE | OBJ, NULL, "allow permit"}, /* leave that one need not give */
    {N, PP_ACT_OFFERS, SHOULD, INF | BEHIND, "of for to at",
     "offer readiness willingness openness"},
    {N, PP_ACT_OFFERS, SHOULD, INF | BEHIND, "for", "inclination appetite"},
    {N, PP_ACT_OFFERS, SHOULD, INF, NULL, "reason"}, /* "see no reason to": only where denied */
    {A, PP_ACT_OFFERS, SHOULD, INF | BEHIND, "for to",
     "ready willing prepared open amenable happy eager glad keen"},
    /* accepts */
    {V, PP_ACT_ACCEPTS, SHOULD, INF | CLAUSE | BARE, NULL, "agree consent assent acquiesce concur"},
    {V, PP_ACT_ACCEPTS, SHOULD, BEHIND, "to on upon with", "agree consent assent accede acquiesce"},
    {V, PP_ACT_ACCEPTS, SHOULD, OBJ | CLAUSE | BARE, NULL, "accept"},
    {V, PP_ACT_ACCEPTS, SHOULD, OBJ, NULL,
     "approve ratify sign adopt concede tolerate agree authorize authorise "
     "initial sign+off+on honour settle+for clear greenlight"},
    {V, PP_ACT_ACCEPTS, SHOULD, BEHIND, "to for in",
     "sign bow yield relent give+in give+way assent settle submit"},
    {V, PP_ACT_ACCEPTS, SHOULD, BARE, NULL, "yield relent give+in give+way comply"},
    {V, PP_ACT_ACCEPTS, SHOULD, BEHIND | BARE, "to", "say+yes"},
    {V, PP_ACT_ACCEPTS, SHOULD, BEHIND, "on", "sign+off"},
    {V, PP_ACT_ACCEPTS, SHOULD, BEHIND, "with", "live go+along"},
    {V, PP_ACT_ACCEPTS, SHOULD, BARE, NULL, "go+along"},
    {V, PP_ACT_ACCEPTS, SHOULD, CLAUSE, NULL, "recognize recognise"},
    {V, PP_ACT_ACCEPTS, SHOULD, OBJ, NULL, "acknowledge recognize recognise"},
    {N, PP_ACT_ACCEPTS, SHOULD, BEHIND | INF, "of to on",
     "acceptance approval consent assent acquiescence "
     "ratification"},
    {N, PP_ACT_ACCEPTS, SHOULD, INF | BEHIND, "to", "agreement"},
    {A, PP_ACT_ACCEPTS, SHOULD, BEHIND, "with to", "satisfied content comfortable agreeable fine"},
    /* supports */
    {V, PP_ACT_SUPPORTS, SHOULD, OBJ | ING | CLAUSE, NULL,
     "support back endorse favour favor welcome applaud praise "
     "hail champion commend embrace defend second uphold laud"},
    {V, PP_ACT_SUPPORTS, SHOULD, OBJ, NULL, "share credit echo"},
    {V, PP_ACT_SUPPORTS, SHOULD, BEHIND, "for", "vote"},
    {V, PP_ACT_SUPPORTS, SHOULD, BEHIND, "behind with by for",
     "align side stand rally line+up fall+in unite "
     "come+out sympathise sympathize speak+up stand+up"},
    {N, PP_ACT_SUPPORTS, SHOULD, BEHIND, "about", "optimism enthusiasm"},
    {N, PP_ACT_SUPPORTS, SHOULD, BEHIND, "for of to with",
     "support backing endorsement solidarity sympathy praise "
     "enthusiasm preference approval encouragement"},
    {N, PP_ACT_SUPPORTS, SHOULD, BEHIND, "behind", "weight"},
    {N, PP_ACT_SUPPORTS, SHOULD, BEHIND, "of with in", "favour favor applause acclaim"},
    {N, PP_ACT_SUPPORTS, SHOULD, BEHIND | ING, "in", "point sense interest merit value"},
    {N, PP_ACT_SUPPORTS, SHOULD, BEHIND, "for to of", "welcome blessing"},
    {N, PP_ACT_SUPPORTS, SHOULD, BEHIND, "for", "case"},
    {A, PP_ACT_SUPPORTS, SHOULD, BEHIND | ING, "on about", "keen"},
    {A, PP_ACT_SUPPORTS, SHOULD, BEHIND, "with about at", "happy pleased delighted"},
    {A, PP_ACT_SUPPORTS, SHOULD, BEHIND, "with behind of in",
     "united supportive aligned sympathetic "
     "enthusiastic"},
    /* doubts */
    {V, PP_ACT_DOUBTS, SHOULD, CLAUSE | OBJ, NULL,
     "doubt question criticize criticise decry deplore "
     "lament regret mistrust distrust suspect ridicule deride disparage blast slam lambast "
     "lambaste fault "
     "bemoan query attack rebuke berate mock castigate censure play+down downplay disparage"},
    {V, PP_ACT_DOUBTS, SHOULD, OBJ | CLAUSE | BEHIND, "of for", "reproach chide"},
    {V, PP_ACT_DOUBTS, SHOULD, CLAUSE | BEHIND, "about of at over that",
     "complain grumble worry fret despair "
     "protest hesitate baulk balk bristle bridle"},
    {V, PP_ACT_DOUBTS, SHOULD, OBJ, NULL, "sue file+against alarm worry unsettle dismay"},
    {V, PP_ACT_DOUBTS, SHOULD, BEHIND, "on", "cast+doubt throw+doubt"},
    {V, PP_ACT_DOUBTS, SHOULD, BEHIND, "with", "take+issue"},
    {V, PP_ACT_DOUBTS, SHOULD, BEHIND, "at against over", "hit+out lash+out rail fulminate"},
    {V, PP_ACT_DOUBTS, HEDGED, CLAUSE | INF | ING, NULL, "fear dread"},
    {V, PP_ACT_DOUBTS, HEDGED, OBJ | BEHIND, "for", "fear"},
    {N, PP_ACT_DOUBTS, HEDGED, BEHIND | CLAUSE,
     "about over regarding on concerning as of with that at to toward towards",
     "doubt "
     "concern worry scepticism skepticism reservation misgiving unease anxiety question "
     "apprehension fear "
     "qualm disquiet mistrust dissatisfaction alarm reserve coolness"},
    {N, PP_ACT_DOUBTS, HEDGED, INF, NULL, "reluctance hesitation hesitancy"},
    {N, PP_ACT_DOUBTS, HEDGED, BEHIND, "with", "impatience unease discomfort"},
    {A, PP_ACT_DOUBTS, HEDGED, INF, NULL, "hesitant reluctant"},
    {N, PP_ACT_REJECTS, SHOULD, INF, NULL, "unwillingness"},
    {N, PP_ACT_ASSERTS, PP_STRENGTH_NONE, BEHIND, "of",
     "characterization characterisation description depiction portrayal"},
    {N, PP_ACT_DOUBTS, SHOULD, BEHIND | CLAUSE, "about over of against at with that",
     "criticism complaint protest regret rebuke ire backlash "
     "anger condemnation outrage frustration dismay disappointment displeasure "
     "annoyance irritation unhappiness discontent resentment fury"},
    {A, PP_ACT_DOUBTS, HEDGED, BEHIND, "to toward towards", "cool lukewarm cold"},
    {A, PP_ACT_DOUBTS, HEDGED, BEHIND | CLAUSE, "about of over that at with regarding by",
     "sceptical skeptical "
     "doubtful wary dubious unsure uncertain concerned worried unconvinced cautious uneasy "
     "pessimistic "
     "suspicious critical disappointed unhappy dissatisfied lukewarm cool anxious alarmed hesitant "
     "angry "
     "dismissive frustrated nervous afraid"},
    /* warns */
    {V, PP_ACT_WARNS, SHOULD, CLAUSE | INF | OBJ | URGE | BEHIND, "of against about that", "warn"},
    {V, PP_ACT_WARNS, SHOULD, CLAUSE | INF | OBJ | BEHIND, "with of", "threaten"},
    {V, PP_ACT_WARNS, SHOULD, CLAUSE | BEHIND | INF, "against that", "caution"},
    {V, PP_ACT_WARNS, SHOULD, OBJ, NULL, "foreshadow reserve"},
    {N, PP_ACT_WARNS, SHOULD, BEHIND | INF | CLAUSE, "of against to about that on",
     "warning threat"},
    /* commits */
    {V, PP_ACT_COMMITS, SHOULD, INF | OBJ | CLAUSE | BEHIND, "to that",
     "pledge promise vow commit undertake guarantee grant "
     "swear"},
    {V, PP_ACT_COMMITS, SHOULD, INF, NULL,
     "plan intend decide resolve aim prepare opt elect choose move vote"},
    {V, PP_ACT_COMMITS, SHOULD, BEHIND, "on to", "embark"},
    {N, PP_ACT_COMMITS, SHOULD, INF | BEHIND, "to of for that on",
     "pledge promise commitment vow guarantee "
     "undertaking assurance"},
    {N, PP_ACT_COMMITS, SHOULD, INF | BEHIND, "of", "intention"},
    {N, PP_ACT_COMMITS, SHOULD, INF, NULL, "decision determination"},
    {A, PP_ACT_COMMITS, SHOULD, INF | BEHIND, "to on",
     "committed determined bound resolved set poised"},
    {A, PP_ACT_DEMANDS, MUST, CLAUSE | BEHIND, "on about that in",
     "adamant insistent unyielding uncompromising"},
    /* asserts: said, and what is said tells more */
    {V, PP_ACT_ASSERTS, PP_STRENGTH_NONE, CLAUSE | REFINE, NULL,
     "say tell declare state announce add note explain "
     "stress emphasize emphasise underline underscore highlight maintain argue claim assert "
     "contend believe "
     "think feel observe remark reiterate repeat confirm affirm reaffirm report write tweet post "
     "comment "
     "respond reply answer conclude clarify signal indicate hint imply point+out recall inform "
     "notify assure "
     "reassure predict forecast estimate calculate allege suggest counter stipulate specify "
     "concede admit "
     "acknowledge mention disclose reveal proclaim agree quip joke insist expect caution "
     "accept see know understand consider decide determine rule find hold vow swear testify "
     "counter+that reckon allow put+it "
     "elaborate make+clear make+plain complain object propose remind mean shout rejoin retort muse "
     "go+on scoff sneer snap joke gripe thunder fume shrug enthuse quip chant sigh advise marvel "
     "whisper mutter boast concur opine"},
    {V, PP_ACT_ASSERTS, PP_STRENGTH_NONE, INF, NULL, "claim profess purport"},
    /* An accusation tells what others did; it is no doubt about an agreement. */
    {V, PP_ACT_ASSERTS, PP_STRENGTH_NONE, OBJ | CLAUSE | BEHIND, "of for", "accuse blame"},
    {V, PP_ACT_ASSERTS, PP_STRENGTH_NONE, OBJ, NULL, "attribute ascribe predict anticipate"},
    {V, PP_ACT_DEMANDS, HEDGED, CLAUSE, NULL, "hope"},
    {V, PP_ACT_DEMANDS, SHOULD, BEHIND, "for", "hope"},
    {V, PP_ACT_ASSERTS, PP_STRENGTH_NONE, CARRY, NULL,
     "reiterate repeat express voice raise indicate show have make "
     "emphasize emphasise stress underline underscore highlight issue announce declare state "
     "signal "
     "reaffirm restate renew confirm note hint give cite harbour harbor convey register press "
     "maintain hold "
     "keep see envision envisage lodge send reflect put set lead launch mount join share outline "
     "present "
     "submit back+up step+up stand+by drop spell+out lay+out acknowledge feel remain suggest table "
     "explain "
     "cast throw deliver push air communicate drive stick+to point serve retain face declare admit "
     "recognize "
     "echo "
     "recognise "
     "emerge come grow arise voice persist mount surface remain be"},
    {V, PP_ACT_DEMANDS, SHOULD, OBJ, NULL,
     "emphasize emphasise stress underline underscore highlight prioritise "
     "prioritize"},
    {V, PP_ACT_ASSERTS, PP_STRENGTH_NONE, OBJ, NULL, "allege reaffirm reiterate"},
    {V, PP_ACT_ASSERTS, PP_STRENGTH_NONE, BEHIND, "of", "speak talk"},
    {V, PP_ACT_ASSERTS, PP_STRENGTH_NONE, OBJ | SHOW, NULL, "claim"},
    {N, PP_ACT_ASSERTS, PP_STRENGTH_NONE, BEHIND | CLAUSE, "of against that about over at with",
     "accusation"},
    {N, PP_ACT_ASSERTS, PP_STRENGTH_NONE, CLAUSE, NULL,
     "claim view belief assertion argument contention statement "
     "allegation opinion conviction announcement assessment notice confidence hope understanding "
     "position "
     "message "
     "impression"},
    {A, PP_ACT_ASSERTS, PP_STRENGTH_NONE, CLAUSE, NULL,
     "confident convinced certain clear sure optimistic hopeful "
     "aware"}};
const size_t PP_CUE_TABLE_COUNT = sizeof PP_CUE_TABLE / sizeof PP_CUE_TABLE[0];

const pp_i_judging PP_JUDGING_TABLE[] = {
    {PP_ACT_REJECTS, PP_ACT_ACCEPTS, MUST,
     "unacceptable inadmissible nonstarter non-starter null void off-limits"},
    {PP_ACT_REJECTS, PP_ACT_ACCEPTS, SHOULD,
     "intolerable inconceivable unthinkable capitulation surrender insult humiliation"},
    {PP_ACT_DOUBTS, PP_ACT_ASSERTS, SHOULD,
     "impractical unrealistic premature unworkable unviable unfeasible "
     "infeasible unaffordable unsustainable naive illusory unfair unjust inadequate insufficient "
     "flawed "
     "unreasonable absurd ridiculous wrong unhelpful unconvincing disappointing counterproductive "
     "counter-productive dangerous reckless risky unlikely doubtful impossible vague hasty "
     "excessive "
     "unjustified irresponsible disastrous unclear mistake illusion folly fantasy gamble "
     "distraction "
     "provocation betrayal disaster dead-end error trap unlawful illegal outrageous derisory "
     "meaningless "
     "misguided unnecessary troubling worrying alarming weak empty pointless useless superficial "
     "inconsistent shameful low high insulting ruinous unsafe slogan trick "
     "erosion interference intrusion affront encroachment infringement blunder setback "
     "dream farce joke sham bluff threat burden scandal shame nonsense tragedy scandalous "
     "catastrophe "
     "baseless groundless unfounded untrue false misleading biased discriminatory "
     "failure cosmetic breach violation suicide suicidal unenforceable overreach "
     "hypocritical hypocrisy cruel blackmail extortion one-sided lopsided "
     "unconstitutional undemocratic unfriendly unwise unpatriotic unhelpful unsound unsafe "
     "unsatisfactory unwelcome unserious unprincipled unnatural unfounded unequal unbalanced "
     "undesirable unacceptably illegitimate immoral improper imprudent inaccurate inappropriate "
     "incompatible incomplete inconsistent ineffective inequitable invalid irrational irrelevant "
     "impossible contrary incompatible worst terrible awful outdated obsolete gift tip "
     "camouflage anachronism relic straitjacket poison smokescreen charade pretext excuse recipe "
     "giveaway handout retreat waste myth ruse ploy stunt gimmick bribe theft robbery impunity "
     "appeasement whitewash travesty outrage cop-out regrettable toothless worthless laughable "
     "harsh severe dishonest cynical hollow bad poor harmful clumsy paltry lamentable deplorable "
     "disgraceful "
     "insane silly foolish stupid cowardly wasteful divisive inflammatory provocative arbitrary "
     "punitive draconian exorbitant hostile offensive costly expensive opportunistic futile "
     "incoherent untimely toxic exaggerated overblown overstated unsubstantiated "
     "superfluous redundant problem obstacle uncoordinated unsuited unsuitable unfit impediment "
     "hurdle attempt duplication assault ill-conceived ill-timed ill-advised"},
    {PP_ACT_DEMANDS, PP_ACT_OFFERS, MUST,
     "line non-negotiable nonnegotiable sacrosanct inviolable"},
    {PP_ACT_DEMANDS, PP_ACT_DOUBTS, SHOULD,
     "essential vital crucial necessary indispensable imperative key "
     "paramount critical urgent overdue priority must prerequisite precondition condition central "
     "needed"},
    {PP_ACT_SUPPORTS, PP_ACT_DOUBTS, SHOULD,
     "good fair reasonable realistic feasible viable workable sensible practical "
     "constructive positive serious important promising useful helpful encouraging right possible "
     "achievable enforceable legitimate valid lawful wise prudent appropriate desirable "
     "affordable sustainable sufficient credible balanced welcome just sound generous breakthrough "
     "milestone step success solution basis opportunity adequate enough productive historic goal "
     "option worth worthwhile improvement progress advance compromise"},
    {PP_ACT_ACCEPTS, PP_ACT_REJECTS, SHOULD,
     "acceptable tolerable negotiable tenable satisfactory conceivable"}};
const size_t PP_JUDGING_TABLE_COUNT = sizeof PP_JUDGING_TABLE / sizeof PP_JUDGING_TABLE[0];
