/*
 * name_words_data.h: the table of name_words.c: common words that tell who is a person, a body,
 * a group or a place, in the singular (or the plural where that is the only form). Sorted by bytes,
 * kept by hand; a test looks. Included by name_words.c alone.
 */
#define T PP_WORD_TITLE
#define M PP_WORD_ROLE
#define HE PP_WORD_HE
#define SHE PP_WORD_SHE
#define HO PP_WORD_HONORIFIC
#define HS PP_WORD_HEAD_OF_STATE
#define B PP_WORD_BODY
#define V PP_WORD_VOICE
#define G PP_WORD_PEOPLE
#define PL PP_WORD_PLACE
#define O PP_WORD_OTHER
#define TI PP_WORD_TIME
#define BS PP_WORD_BODY_STRONG
#define PA PP_WORD_PARTICLE
#define SP PP_WORD_SPEECH

static const name_word name_words[] = {
    {"abu", PA}, {"accept", SP}, {"accord", O}, {"accords", O}, {"accuse", SP},
    {"acknowledge", SP}, {"act", O}, {"acting", M}, {"activist", T | G}, {"add", SP}, {"adm", HO},
    {"administration", B | V}, {"admiral", T}, {"admit", SP}, {"adviser", T}, {"advisor", T},
    {"aerospace", BS}, {"agency", B | BS}, {"agree", SP}, {"agreement", O}, {"agriculture", M},
    {"airline", B | G}, {"airlines", B | BS}, {"airport", PL}, {"airport-authority", B},
    {"airways", B | BS}, {"al", PA}, {"alderman", T}, {"alliance", B}, {"ally", G}, {"am", TI},
    {"ambassador", T}, {"analyst", T | G}, {"announce", SP}, {"apr", TI}, {"april", TI},
    {"arabic", O}, {"archbishop", T}, {"archipelago", PL}, {"argue", SP}, {"army", B | V},
    {"ask", SP}, {"assembly", B}, {"assistant", M}, {"association", B | BS}, {"attorney", T},
    {"aug", TI}, {"august", TI}, {"author", T}, {"authorities", B | V}, {"authority", B | BS},
    {"avenue", PL}, {"award", O}, {"ayatollah", T}, {"back", SP}, {"bank", B | G | PL},
    {"baron", HE}, {"baroness", SHE}, {"base", PL}, {"basin", PL}, {"battalion", B}, {"bay", PL},
    {"believe", SP}, {"ben", PA}, {"bible", O}, {"bill", O}, {"bin", PA}, {"bishop", T},
    {"bloc", B | G}, {"board", B | BS}, {"book", O}, {"border", PL}, {"boss", T}, {"bridge", PL},
    {"brigade", B}, {"broadcaster", B}, {"brother", T | HE}, {"brotherhood", B}, {"bundestag", B},
    {"bureau", B | BS}, {"cabinet", M | B | V}, {"call", SP}, {"campaigner", T | G},
    {"canal", PL}, {"candidate", T}, {"cape", PL}, {"capt", HO}, {"captain", T}, {"cardinal", T},
    {"ceo", T}, {"chair", T}, {"chairman", T}, {"chairperson", T}, {"chairwoman", T},
    {"chamber", B}, {"chancellor", T | HS}, {"charity", B}, {"charter", O}, {"chemicals", BS},
    {"chief", T | M | G}, {"chieftain", T}, {"christmas", O}, {"church", B}, {"citizen", G},
    {"city", PL}, {"claim", SP}, {"clan", B}, {"cleric", T}, {"club", B}, {"co", B},
    {"co-chair", T}, {"co-founder", T}, {"coalition", B}, {"coast", PL}, {"code", O}, {"col", HO},
    {"colleague", T}, {"college", B}, {"colonel", T}, {"command", B}, {"commander", T | V | G},
    {"commission", B | BS}, {"commissioner", T}, {"committee", B | BS}, {"community", G},
    {"commuter", G}, {"compact", O}, {"company", B | G}, {"concede", SP}, {"condemn", SP},
    {"confederation", B | BS}, {"conference", O}, {"confirm", SP}, {"congress", B | BS},
    {"congressman", T}, {"congresswoman", T}, {"conservationist", G}, {"conservative", G},
    {"consider", SP}, {"consortium", B}, {"constitution", O}, {"consulate", B}, {"consumer", G},
    {"convener", T}, {"convenor", T}, {"convention", O}, {"cooperative", B}, {"coordinator", T},
    {"corp", B | BS}, {"corporation", B | BS}, {"council", B | BS}, {"councillor", T | G},
    {"councilor", T}, {"counterpart", T}, {"country", G}, {"county", PL}, {"court", B},
    {"covid", O}, {"creditor", G}, {"crew", G}, {"crisis", O}, {"critic", G}, {"criticise", SP},
    {"criticize", SP}, {"crossing", PL}, {"crown", M}, {"cup", O}, {"da", PA}, {"dam", PL},
    {"dame", SHE | HO}, {"day", O}, {"de", PA}, {"deal", O}, {"dean", T}, {"dec", TI},
    {"december", TI}, {"declaration", O}, {"declare", SP}, {"defence", M}, {"defense", M},
    {"del", PA}, {"delegate", T | V | G}, {"delegation", B | V}, {"delta", PL}, {"demand", SP},
    {"democrat", G}, {"demonstrator", G}, {"den", PA}, {"deny", SP}, {"department", B | BS},
    {"deputy", T | M}, {"der", PA}, {"describe", SP}, {"desert", PL}, {"developer", G},
    {"di", PA}, {"dialogue", O}, {"dictator", T}, {"diplomat", T | V | G}, {"directive", O},
    {"director", T}, {"directorate", B}, {"dismiss", SP}, {"district", PL}, {"docker", G},
    {"dockworker", G}, {"doctor", T | G}, {"doctrine", O}, {"donor", G}, {"dos", PA}, {"dr", HO},
    {"driver", G}, {"du", PA}, {"duchess", SHE}, {"duke", HE}, {"duma", B}, {"easter", O},
    {"economic", M}, {"economist", T}, {"education", M}, {"el", PA}, {"elder", T | G},
    {"electric", BS}, {"embassy", B}, {"emir", T | HS}, {"emirate", PL}, {"emperor", T},
    {"emphasise", SP}, {"emphasize", SP}, {"employee", G}, {"employer", B | G}, {"empress", T},
    {"endorse", SP}, {"energy", M | BS}, {"engineer", T}, {"english", O}, {"enterprises", BS},
    {"entertainment", BS}, {"environment", M}, {"environmentalist", G}, {"envoy", T | V | G},
    {"era", O}, {"est", TI}, {"estimate", SP}, {"executive", T | M}, {"expert", T | G},
    {"explain", SP}, {"express", SP}, {"facebook", O}, {"faction", B | G}, {"faithful", G},
    {"family", G}, {"farmer", T | G}, {"father", T | HE}, {"fear", SP}, {"feb", TI},
    {"february", TI}, {"federal", M}, {"federation", B | BS}, {"festival", O}, {"field", PL},
    {"fields", PL}, {"fighter", G}, {"finance", M}, {"firefighter", G}, {"firm", B | G},
    {"first", M}, {"fisherman", T | G}, {"fishermen", G}, {"foods", BS}, {"force", B | V},
    {"forces", B | V}, {"foreign", M}, {"foreman", T}, {"forest", PL}, {"former", M},
    {"fort", PL}, {"forum", O}, {"foundation", B | BS}, {"founder", T}, {"fr", HO}, {"fri", TI},
    {"friday", TI}, {"front", B}, {"fund", B}, {"games", O}, {"gen", HO}, {"general", T | M},
    {"gmbh", B | BS}, {"gmt", TI}, {"gov", HO}, {"government", B | V | G}, {"governor", T | G},
    {"group", B | G}, {"grower", G}, {"guard", B}, {"guardian", T}, {"guards", B},
    {"guerrilla", G}, {"gulf", PL}, {"harbor", PL}, {"harbour", PL}, {"head", T},
    {"headquarters", B}, {"health", M}, {"heights", PL}, {"heir", T}, {"herald", B},
    {"herder", G}, {"herdsman", G}, {"herdsmen", G}, {"herr", HE}, {"hills", PL},
    {"historian", T}, {"hold", SP}, {"holdings", BS}, {"holocaust", O}, {"home", M}, {"hon", HO},
    {"hope", SP}, {"hospital", B}, {"hostage-taker", G}, {"house", B}, {"ibn", PA}, {"imam", T},
    {"inc", B | BS}, {"incoming", M}, {"index", O}, {"industries", BS}, {"initiative", O},
    {"insist", SP}, {"inspector", T}, {"institute", B | BS}, {"institution", B},
    {"instruments", BS}, {"insurgent", G}, {"interim", M}, {"interior", M}, {"internet", O},
    {"investor", G}, {"islamist", G}, {"island", PL}, {"islander", G}, {"islands", PL},
    {"jan", TI}, {"january", TI}, {"joint", M}, {"journal", B}, {"judge", T}, {"judiciary", B},
    {"jul", TI}, {"july", TI}, {"jun", TI}, {"june", TI}, {"junior", M}, {"junta", B | V},
    {"justice", T | M}, {"kidnapper", G}, {"king", T | HE | HS}, {"kingdom", PL}, {"knesset", B},
    {"la", PA}, {"labor", M}, {"laboratories", BS}, {"labour", M}, {"lady", SHE | HO},
    {"lake", PL}, {"landowner", G}, {"law", O}, {"lawmaker", T | V | G}, {"lawyer", T | G},
    {"le", PA}, {"lead", M}, {"leader", T | HS | V | G}, {"leadership", B | V}, {"league", B},
    {"legislator", T | G}, {"legislature", B}, {"lender", G}, {"letter", O}, {"liberal", G},
    {"lieutenant", T}, {"llc", B | BS}, {"local", M}, {"logistics", BS}, {"lord", HE | HO},
    {"loyalist", G}, {"lt", HO}, {"ltd", B | BS}, {"madam", SHE | HO}, {"maintain", SP},
    {"maj", HO}, {"major", T}, {"majority", G}, {"management", B}, {"manager", T},
    {"managing", M}, {"mar", TI}, {"march", TI}, {"marshal", T}, {"may", TI}, {"mayor", T | G},
    {"media", B | BS}, {"mediator", T | V | G}, {"member", G}, {"memorandum", O},
    {"mercenary", G}, {"migrant", G}, {"militant", G}, {"military", M | V}, {"militia", B},
    {"miner", G}, {"mining", BS}, {"minister", T | V | G}, {"minister-counsellor", T},
    {"ministry", B | BS}, {"minority", G}, {"miss", SHE | HO}, {"mission", B}, {"mister", HE},
    {"mme", SHE | HO}, {"mon", TI}, {"monarch", T | HS}, {"monday", TI}, {"monsieur", HE},
    {"mother", T}, {"motors", B | BS}, {"mountain", PL}, {"mountains", PL}, {"movement", B},
    {"mp", T | G}, {"mr", HE | HO}, {"mrs", SHE | HO}, {"ms", SHE | HO}, {"mullah", T},
    {"municipality", B}, {"mx", HO}, {"nation", G}, {"national", M}, {"nationalist", G},
    {"navy", B}, {"negotiator", T | V | G}, {"neighbor", G}, {"neighbour", G}, {"network", B},
    {"newly-appointed", M}, {"newspaper", B}, {"ngo", B | G}, {"note", SP}, {"nov", TI},
    {"november", TI}, {"nurse", T | G}, {"oblast", PL}, {"observer", G}, {"ocean", PL},
    {"oct", TI}, {"october", TI}, {"offer", SP}, {"office", B}, {"officer", T},
    {"official", T | V | G}, {"oil", M | BS}, {"olympics", O}, {"ombudsman", T}, {"operation", O},
    {"operator", B}, {"opponent", G}, {"oppose", SP}, {"opposition", M | B},
    {"organisation", B | G | BS}, {"organiser", T}, {"organization", B | G | BS},
    {"organizer", T}, {"outgoing", M}, {"outspoken", M}, {"owner", T | G}, {"pact", O},
    {"panel", B}, {"parent", G}, {"park", PL}, {"parliament", B | BS}, {"parliamentary", M},
    {"partner", G}, {"partners", BS}, {"party", M | B | G}, {"passenger", G}, {"pastor", T},
    {"patient", G}, {"peninsula", PL}, {"pensioner", G}, {"people", G}, {"permanent", M},
    {"pharma", BS}, {"pharmaceuticals", BS}, {"picket", G}, {"pilot", G}, {"pipeline", O},
    {"plain", PL}, {"plan", O}, {"plant", PL}, {"plateau", PL}, {"plc", B | BS}, {"pledge", SP},
    {"pm", TI}, {"police", B | G}, {"policy", O}, {"political", M}, {"politician", G},
    {"pope", T}, {"port", PL}, {"post", B}, {"power", G}, {"predict", SP}, {"premier", T | HS},
    {"presidency", B | V}, {"president", T | HS}, {"president-elect", T}, {"presidential", M},
    {"press", M | B}, {"priest", T}, {"prime", M | HS}, {"prime-minister", T}, {"prince", T | HE},
    {"princess", T | SHE}, {"principal", T}, {"prize", O}, {"process", O}, {"prof", HO},
    {"professor", T}, {"program", O}, {"programme", O}, {"project", O}, {"promise", SP},
    {"propose", SP}, {"prosecutor", T}, {"protester", G}, {"protocol", O}, {"province", PL},
    {"queen", T | SHE | HS}, {"quran", O}, {"rabbi", T}, {"rada", B}, {"railway", B},
    {"railways", B | BS}, {"ramadan", O}, {"rancher", G}, {"rebel", G}, {"rector", T},
    {"refugee", G}, {"refuse", SP}, {"regime", B | V}, {"regiment", B}, {"region", PL},
    {"regional", M}, {"regulation", O}, {"regulator", B}, {"reiterate", SP}, {"reject", SP},
    {"relative", G}, {"renaissance", O}, {"rep", HO}, {"reply", SP}, {"report", O | SP},
    {"representative", T | V | G}, {"republic", PL}, {"republican", G}, {"researcher", T | G},
    {"resident", T | G}, {"resolution", O}, {"resources", BS}, {"respond", SP}, {"retired", M},
    {"rev", HO}, {"reverend", T}, {"revolution", O}, {"river", PL}, {"road", PL},
    {"roundtable", O}, {"sat", TI}, {"saturday", TI}, {"say", SP}, {"scholar", T}, {"school", B},
    {"scientist", T | G}, {"sea", PL}, {"second", M}, {"secretariat", B}, {"secretary", T},
    {"security", M}, {"seek", SP}, {"sen", HO}, {"senate", B | BS}, {"senator", T | G},
    {"senior", M}, {"sep", TI}, {"separatist", G}, {"sept", TI}, {"september", TI},
    {"sergeant", T}, {"service", B}, {"services", B}, {"settler", G}, {"se\xC3\xB1or", HE},
    {"sgt", HO}, {"shareholder", G}, {"sheikh", T}, {"sheriff", T}, {"shipping", BS},
    {"shop-steward", T}, {"side", B | V | G}, {"sir", HE | HO}, {"sister", T | SHE},
    {"smuggler", G}, {"society", B}, {"soldier", V | G}, {"source", V}, {"speaker", T},
    {"special", M}, {"spokesman", T | V}, {"spokesperson", T | V}, {"spokeswoman", T | V},
    {"spring", O}, {"square", PL}, {"staff", G}, {"state", M | G | PL | SP}, {"statement", O},
    {"station", PL}, {"statute", O}, {"steel", BS}, {"steward", T}, {"strait", PL}, {"stream", O},
    {"street", PL}, {"stress", SP}, {"striker", G}, {"strip", PL}, {"strongman", T},
    {"student", G}, {"suggest", SP}, {"sultan", T | HS}, {"summit", O}, {"sun", TI},
    {"sunday", TI}, {"superintendent", T}, {"supplier", G}, {"support", SP}, {"supporter", G},
    {"supreme", M}, {"survey", O}, {"survivor", G}, {"syndicate", B}, {"systems", BS},
    {"talks", O}, {"taoiseach", T | HS}, {"taskforce", B}, {"taxpayer", G}, {"teacher", T | G},
    {"team", B}, {"technologies", BS}, {"telecom", BS}, {"tell", SP}, {"tenant", G}, {"ter", PA},
    {"territories", PL}, {"territory", PL}, {"think", SP}, {"think-tank", B}, {"threaten", SP},
    {"thu", TI}, {"thursday", TI}, {"times", B}, {"top", M}, {"town", PL}, {"trade", M},
    {"trader", G}, {"transport", M}, {"treasurer", T}, {"treaty", O}, {"tribe", B},
    {"tribunal", B}, {"tribune", B}, {"troop", V | G}, {"troops", V}, {"trust", B},
    {"trustee", G}, {"tue", TI}, {"tuesday", TI}, {"tweet", SP}, {"twitter", O}, {"und", PA},
    {"undersecretary", T}, {"union", M | B | G | BS}, {"union-member", G}, {"university", B | BS},
    {"uprising", O}, {"urge", SP}, {"utility", B}, {"valley", PL}, {"van", PA}, {"veteran", M},
    {"vice", M}, {"vice-president", T}, {"victim", G}, {"village", PL}, {"villager", G},
    {"von", PA}, {"voter", G}, {"vow", SP}, {"want", SP}, {"war", O}, {"warlord", T},
    {"warn", SP}, {"watchdog", B}, {"water", M}, {"wed", TI}, {"wednesday", TI}, {"welcome", SP},
    {"whip", T}, {"worker", G}, {"workforce", B}, {"write", SP}, {"y", PA},
};

#undef T
#undef M
#undef HE
#undef SHE
#undef HO
#undef HS
#undef B
#undef V
#undef G
#undef PL
#undef O
#undef TI
#undef BS
#undef PA
#undef SP
