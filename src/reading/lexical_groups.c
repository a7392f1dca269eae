/*
 * lexical_groups.c: words of talks that belong together and that WordNet keeps apart; see
 * lexical.h.
 *
 * A group begins with `=` where its words say the same, with `~` where they are about the same
 * field of things. Words are separated by blanks; a word stands for its whole family, and may be in
 * several groups.
 */
#include "reading/lexical.h"

const char *const pp_i_lexical_groups[] = {
    "=recognize acknowledge recognition acknowledgment",
    "=guarantee assurance assure safeguard",
    "=withdraw withdrawal pullout pullback pull leave evacuate evacuation retreat vacate",
    "=ceasefire truce armistice cease-fire cessation",
    "=join accession accede membership member admission entry admit",
    "=release free freedom liberate",
    "=exchange swap",
    "=return revert restore restoration restitution repatriate repatriation",
    "=sanction embargo",
    "=tariff duty levy surcharge",
    "=demilitarize disarm disarmament demilitarization",
    "=inspect inspection verify verification monitor monitoring",
    "=compensate compensation reparation reparations damages indemnity",
    "=autonomy self-rule self-government self-determination",
    "=independence secession secede independent statehood",
    "=referendum plebiscite",
    "=amnesty pardon immunity",
    "=dismiss dismissal layoff redundancy sack firing",
    "=raise increase rise hike growth",
    "=cut reduce reduction decrease lower",
    "=delay postpone postponement defer deferral suspend suspension freeze pause moratorium",
    "=involvement participation participate presence seat attendance inclusion include",
    "=build construct construction",
    "=ban prohibit prohibition outlaw",
    "=aid assistance relief help",
    "=pay payment",
    "=cede cession surrender handover concede",
    "=open reopen reopening opening",
    "=share sharing division allocate allocation apportion",
    "=buffer zone corridor",
    "=arms weapon weaponry armament missile",
    "=enrich enrichment",
    "=deploy deployment station stationing peacekeeper peacekeeping",
    ("~territory territorial land border frontier boundary annex annexation soil region province "
     "sovereignty occupation occupy enclave peninsula demarcation"), /* one, not two */
    "~guarantee security assurance protection defense defence",
    "~troop force army military soldier base garrison",
    "~prisoner captive hostage detainee inmate internee",
    "~refugee displaced returnee resettlement exile asylum migrant",
    "~wage salary pay bonus compensation raise earnings",
    "~hour shift overtime schedule workweek holiday leave",
    "~pension retirement",
    "~job layoff redundancy employment staff hire hiring worker workforce",
    "~price fee cost charge rent fare rate toll",
    "~tariff duty quota export import customs trade",
    "~water river flow dam reservoir irrigation basin",
    "~fish fishery fishing catch",
    "~nuclear enrichment uranium centrifuge plutonium reactor warhead",
    "~election vote poll ballot referendum",
    "~parliament cabinet coalition ministry portfolio",
    "~constitution constitutional charter amendment",
    "~court tribunal trial prosecution prosecute justice",
    "~loan debt credit bailout repayment",
    "~emission climate carbon pollution warming",
    "~gas pipeline oil energy electricity power",
    "~port harbour harbor shipping vessel blockade navigation",
    "~drug medicine vaccine patent",
    "~school education teacher student class",
    "~hospital health nurse doctor patient",
    "~settlement settler outpost",
    "~sanction embargo asset",
    "~ceasefire hostility fighting shelling bombardment",
    "~inspection inspector monitor observer verification",
    "~stake share shareholder equity merger takeover acquisition",
    "~tax budget subsidy spending deficit",
    "~housing rent tenant landlord eviction",
    "~noise night curfew",
    "~road rail railway bridge tunnel traffic",
    "~forest timber logging grazing",
    "~mine mining mineral ore",
    "~document paperwork invoice receipt bill record",
};
const size_t pp_i_lexical_group_count = sizeof pp_i_lexical_groups / sizeof *pp_i_lexical_groups;

/* What is said of anything in talks, and so tells nothing of what they are about. */
const char *const pp_i_lexical_frames =
    " importance important need necessity role notion idea proposal propose plan possibility "
    "possible "
    "potential feasibility objective goal aim demand position stance view question issue matter "
    "topic "
    "agreement agree deal accord treaty pact arrangement settlement peace negotiation negotiate "
    "talk "
    "talks discussion dialogue process solution resolution resolve conflict war dispute crisis "
    "situation compromise concession term condition part whole full complete fully completely any "
    "new future further current present past potential potentially key crucial vital clear "
    "realistic unrealistic practical impractical concern doubt support commitment effort way time "
    "thing case fact point end step move measure side party country nation state government leader "
    "president minister official people person group member world international national day week "
    "month year juncture more less most many several other such own first last next immediate "
    "immediately make take give get have be do go come keep put let set bring hold remain become "
    "seek want call say tell would could should must may might can will shall provide include "
    "including result lead reach achieve accept reject continue begin start work use see find show "
    "consider think believe know mean ensure allow require mandate call statement comment remark "
    "report decision decide choice option request insist refuse oppose opposition back favor "
    "favour "
    "unfavorable favorable robust broad broader consensus integrate formally formal toward towards "
    "comprehensive foundation safeguard suggest increase increased reinforce soil hand ";

/* With one of these in front a thing is not to be, or no more. */
const char *const pp_i_lexical_reversers =
    " not no never without neither nor cannot end stop halt lift ban prohibit forbid exclude "
    "exclusion cancel cancellation abandon abandonment drop prevent prevention block avoid remove "
    "removal scrap reverse reversal refuse refusal rule-out outlaw dismantle dismantling abolish "
    "abolition repeal revoke waive against weaken weakening ease easing relax relaxation loosen "
    "loosening soften softening dilute dilution opposition objection ";
