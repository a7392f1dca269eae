/* mend_objects.c: what a verb governs, hung on the wrong word; see mend_parts.h. */
#include "reading/mend_parts.h"

#define JUDGES "call deem label brand consider find judge think"

/* "brushed aside this offer": no preposition. */
static void mend_aside(pp_i_sentence *sentence, uint32_t particle)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[particle].head, verb = particle - 1;
    if (particle == 0 || tokens[particle].relation != PP_REL_CASE || noun <= particle ||
        noun >= sentence->token_count || tokens[noun].head != verb ||
        tokens[noun].relation != PP_REL_OBL || tokens[verb].tag != PP_TAG_VERB) {
        return;
    }
    bool apart = pp_i_text_is(tokens[particle].form, "aside") ||
                 (pp_i_text_is(tokens[particle].form, "down") &&
                  pp_i_word_in(tokens[verb].lemma, "turn vote shoot strike play")) ||
                 (pp_i_text_is(tokens[particle].form, "out") &&
                  pp_i_word_in(tokens[verb].lemma, "rule throw")) ||
                 (pp_i_word_in(tokens[particle].form, "away off") &&
                  pp_i_word_in(tokens[verb].lemma, "brush wave bat swat"));
    if (apart && pp_i_mend_hang(sentence, noun, verb, PP_REL_OBJ)) {
        (void)pp_i_mend_hang(sentence, particle, verb, PP_REL_COMPOUND);
    }
}

/* "offered help with the cost": a noun, right behind the verb that governs it. */
static void mend_bare(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    bool bare = tokens[word].tag == PP_TAG_VERB && tokens[word].relation == PP_REL_OBJ &&
                word > 0 && tokens[word].head == word - 1 &&
                pp_i_text_equal(tokens[word].form, tokens[word].lemma);
    tokens[word].tag = bare ? PP_TAG_NOUN : tokens[word].tag;
}

/* "demands quiet after ten": a thing demanded, and no manner of demanding. */
static void mend_quiet(pp_i_sentence *sentence, uint32_t word)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = word - 1, next = word + 1;
    bool wanted = word > 0 && tokens[word].head == verb && tokens[verb].tag == PP_TAG_VERB &&
                  pp_i_text_is(tokens[word].form, "quiet") &&
                  pp_i_word_in(tokens[verb].lemma, "demand want seek need request propose") &&
                  (next >= sentence->token_count || tokens[next].head != verb ||
                   tokens[next].relation != PP_REL_OBJ);
    if (!wanted) {
        return;
    }
    tokens[word].tag = PP_TAG_NOUN;
    tokens[word].relation = PP_REL_OBJ;
    uint32_t after = next < sentence->token_count && tokens[next].tag == PP_TAG_ADP
                         ? tokens[next].head
                         : PP_NO_HEAD;
    if (after < sentence->token_count && after > next && tokens[after].head == verb &&
        tokens[after].relation == PP_REL_OBL) {
        (void)pp_i_mend_hang(sentence, after, word, PP_REL_NMOD);
    }
}

/* "1.6 cubic metres per second": of the measure, not of the verb. */
static void mend_per(pp_i_sentence *sentence, uint32_t per)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t unit = tokens[per].head;
    bool measure = pp_i_text_is(tokens[per].form, "per") && per > 0 && unit == per + 1 &&
                   unit < sentence->token_count && pp_i_mend_is_noun(&tokens[per - 1]) &&
                   tokens[unit].head != per - 1;
    if (measure && pp_i_mend_hang(sentence, unit, per - 1, PP_REL_NMOD)) {
        tokens[unit].tag = PP_TAG_NOUN;
    }
}

/* "35 euros a share", "9 per cent a year": of the measure. */
static void mend_measure(pp_i_sentence *sentence, uint32_t unit)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t amount = unit - 2;
    bool measure = unit > 2 && pp_i_word_in(tokens[unit - 1].form, "a an") &&
                   tokens[unit - 1].head == unit &&
                   pp_i_word_in(tokens[unit].lemma, "share hour day week month year head tonne ton "
                                                    "barrel hectare litre liter unit acre kilo "
                                                    "worker household night") &&
                   (pp_i_mend_is_noun(&tokens[amount]) || tokens[amount].tag == PP_TAG_SYM ||
                    tokens[amount].tag == PP_TAG_NUM);
    bool given = measure &&
                 tokens[amount].head == tokens[unit].head && /* "gave both sides a week" */
                 (tokens[amount].relation == PP_REL_IOBJ ||
                  pp_i_word_in(tokens[amount].lemma, "side party worker people member union"));
    measure = measure && !given && tokens[unit].head != amount &&
              (tokens[unit].relation == PP_REL_OBJ || tokens[unit].relation == PP_REL_OBL ||
               tokens[unit].relation == PP_REL_NMOD || tokens[unit].relation == PP_REL_APPOS);
    bool counted = false;
    for (uint32_t i = amount > 3 ? amount - 3 : 0; measure && i <= amount; i++) {
        counted = counted || tokens[i].tag == PP_TAG_NUM;
    }
    if (counted) {
        (void)pp_i_mend_hang(sentence, unit, amount, PP_REL_NMOD);
    }
}

/* "wants better pay": a thing, better than before. */
static void mend_better_pay(pp_i_sentence *sentence, uint32_t thing)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[thing].head, quality = thing - 1;
    if (thing < 2 || tokens[thing].tag != PP_TAG_VERB || tokens[thing].relation != PP_REL_XCOMP ||
        verb >= quality || tokens[quality].head != thing ||
        !pp_i_word_in(tokens[quality].form,
                      "better higher lower more fairer equal longer shorter") ||
        !pp_i_text_equal(tokens[thing].form, tokens[thing].lemma) ||
        !pp_i_word_in(tokens[verb].lemma, "want demand seek need offer propose get win deserve")) {
        return;
    }
    tokens[thing].tag = PP_TAG_NOUN;
    tokens[thing].relation = PP_REL_OBJ;
    tokens[quality].tag = PP_TAG_ADJ;
    tokens[quality].relation = PP_REL_AMOD;
}

/* "Under the plan put forward by X, both armies": put forward, the plan puts nothing. */
static void mend_put_forward(pp_i_sentence *sentence, uint32_t put)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = put - 1, root = tokens[put].head;
    bool forward = put > 1 && put + 1 < sentence->token_count && noun > 0 && root > put &&
                   root < sentence->token_count && pp_i_text_is(tokens[put].form, "put") &&
                   pp_i_text_is(tokens[put + 1].form, "forward") &&
                   tokens[put].relation == PP_REL_ADVCL && tokens[noun].head == put &&
                   tokens[noun].relation == PP_REL_OBL;
    if (forward && pp_i_mend_hang(sentence, noun, root, PP_REL_OBL)) {
        (void)pp_i_mend_hang(sentence, put, noun, PP_REL_ACL);
    }
}

/* "with Merland pressing for": who presses. */
static void mend_with_somebody(pp_i_sentence *sentence, uint32_t verb)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t name = verb - 1;
    bool with = verb > 2 && pp_i_token_ends(&tokens[verb], "ing") &&
                tokens[verb].tag == PP_TAG_VERB && tokens[name].head == verb &&
                tokens[name].relation == PP_REL_COMPOUND && tokens[name].tag == PP_TAG_PROPN &&
                pp_i_text_is(tokens[name - 1].form, "with") && tokens[name - 1].head == verb;
    tokens[name].relation = with ? PP_REL_NSUBJ : tokens[name].relation;
}

/* "a 12 percent pay rise": what rises is pay, and nobody pays. */
static void mend_pay(pp_i_sentence *sentence, uint32_t pay)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t rise = pay + 1, cent = pay - 1;
    bool rises = pay > 1 && rise < sentence->token_count && tokens[pay].tag == PP_TAG_VERB &&
                 pp_i_text_is(tokens[pay].form, "pay") &&
                 pp_i_word_in(tokens[cent].lemma, "percent cent %") &&
                 pp_i_word_in(tokens[rise].lemma, "rise cut increase raise freeze award deal offer "
                                                  "claim package settlement");
    uint32_t above = rises ? tokens[cent].head : PP_NO_HEAD;
    uint32_t verb = rises ? tokens[rise].head : PP_NO_HEAD;
    bool subject = verb < sentence->token_count && verb > rise && tokens[verb].head == pay &&
                   tokens[rise].relation == PP_REL_NSUBJ; /* "a 15 per cent pay rise was" */
    if (above >= pay || pp_i_mend_is_under(sentence, above, rise)) {
        return;
    }
    if (subject) {
        tokens[verb].head = tokens[pay].head;
        tokens[verb].relation = tokens[pay].relation;
        for (uint32_t i = 0; i < sentence->token_count; i++) {
            tokens[i].head = tokens[i].head == pay ? verb : tokens[i].head;
        }
    } else if (verb != pay) {
        return;
    }
    if (!pp_i_mend_hang(sentence, rise, above, tokens[cent].relation)) {
        return;
    }
    tokens[pay].tag = PP_TAG_NOUN;
    (void)pp_i_mend_hang(sentence, pay, rise, PP_REL_COMPOUND);
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        bool moves = (tokens[i].head == cent &&
                      (tokens[i].relation == PP_REL_DET || tokens[i].relation == PP_REL_CASE)) ||
                     (tokens[i].head == pay && i > rise);
        if (moves) {
            (void)pp_i_mend_hang(sentence, i, rise, tokens[i].relation);
        }
    }
    (void)pp_i_mend_hang(sentence, cent, rise, PP_REL_COMPOUND);
}

/* "considers that figure too low": no clause follows, the figure is what is too low. */
static void mend_that_thing(pp_i_sentence *sentence, uint32_t that)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = that - 1, thing = that + 1;
    if (that == 0 || thing + 1 >= sentence->token_count ||
        !pp_i_text_is(tokens[that].form, "that") || !pp_i_word_in(tokens[verb].lemma, JUDGES) ||
        tokens[that].head != thing || tokens[thing].head != verb ||
        tokens[thing].relation != PP_REL_CCOMP ||
        !pp_i_text_equal(tokens[thing].form, tokens[thing].lemma)) {
        return; /* "thinks that sounds fair" */
    }
    uint32_t quality = thing + 1;
    quality += pp_i_word_in(tokens[quality].form, "too very far");
    bool judged = quality < sentence->token_count && tokens[quality].head == thing &&
                  (tokens[quality].tag == PP_TAG_ADJ || tokens[quality].tag == PP_TAG_ADV);
    if (!judged) {
        return;
    }
    for (uint32_t i = quality + 1; i < sentence->token_count; i++) {
        tokens[i].head = tokens[i].head == thing ? verb : tokens[i].head;
    }
    tokens[that].tag = PP_TAG_DET;
    tokens[that].relation = PP_REL_DET;
    tokens[thing].tag = PP_TAG_NOUN;
    tokens[thing].relation = PP_REL_OBJ;
    tokens[quality].tag = PP_TAG_ADJ;
    (void)pp_i_mend_hang(sentence, quality, verb, PP_REL_XCOMP);
    if (quality > thing + 1) {
        (void)pp_i_mend_hang(sentence, quality - 1, quality, PP_REL_ADVMOD);
    }
}

/* "say that figure is wrong": the figure is, and nothing figures. */
static void mend_that_subject(pp_i_sentence *sentence, uint32_t quality)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t noun = tokens[quality].head;
    if (tokens[quality].relation != PP_REL_CCOMP || noun == 0 || noun + 1 >= quality ||
        tokens[noun + 1].tag != PP_TAG_AUX || tokens[noun + 1].head != quality ||
        tokens[noun].relation != PP_REL_CCOMP || tokens[noun].head >= noun ||
        tokens[noun - 1].head != noun || !pp_i_text_is(tokens[noun - 1].form, "that") ||
        !pp_i_text_equal(tokens[noun].form, tokens[noun].lemma)) {
        return;
    }
    if (pp_i_mend_hang(sentence, quality, tokens[noun].head, PP_REL_CCOMP)) {
        (void)pp_i_mend_hang(sentence, noun, quality, PP_REL_NSUBJ);
        tokens[noun].tag = PP_TAG_NOUN;
        tokens[noun - 1].tag = PP_TAG_DET;
        tokens[noun - 1].relation = PP_REL_DET;
    }
}

/* "considers the level far too low": what the level is. */
static void mend_too(pp_i_sentence *sentence, uint32_t quality)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t verb = tokens[quality].head;
    bool too = quality > 2 && verb + 2 < quality && tokens[quality].tag == PP_TAG_ADV &&
               tokens[quality].relation == PP_REL_ADVMOD &&
               pp_i_text_is(tokens[quality - 1].form, "too") &&
               pp_i_word_in(tokens[verb].lemma, JUDGES);
    if (too) {
        tokens[quality].tag = PP_TAG_ADJ;
        tokens[quality].relation = PP_REL_XCOMP;
        (void)pp_i_mend_hang(sentence, quality - 1, quality, PP_REL_ADVMOD);
    }
}

/* "called that "a good start"": what is called so. */
static void mend_called_that(pp_i_sentence *sentence, uint32_t that)
{
    pp_i_token *tokens = sentence->tokens;
    bool called = that > 0 && that + 2 < sentence->token_count &&
                  pp_i_text_is(tokens[that].form, "that") &&
                  pp_i_word_in(tokens[that - 1].lemma, "call describe") &&
                  tokens[that + 1].tag == PP_TAG_PUNCT &&
                  !pp_i_text_is(tokens[that + 1].form, ",") && tokens[that].relation != PP_REL_OBJ;
    if (called && pp_i_mend_hang(sentence, that, that - 1, PP_REL_OBJ)) {
        tokens[that].tag = PP_TAG_PRON;
    }
}

/* "urging USTR not to give way": letters alone are a name. */
static void mend_letters(pp_i_sentence *sentence, uint32_t name)
{
    pp_i_token *tokens = sentence->tokens;
    size_t length = tokens[name].form.length;
    bool letters = length > 2 && name > 0 && !pp_i_mend_is_noun(&tokens[name]);
    for (size_t i = 0; letters && i < length; i++) {
        letters = tokens[name].form.data[i] >= 'A' && tokens[name].form.data[i] <= 'Z';
    }
    bool urged = letters && tokens[name - 1].tag == PP_TAG_VERB &&
                 pp_i_word_in(tokens[name - 1].lemma, "urge press ask tell call want expect warn");
    if (urged && pp_i_mend_hang(sentence, name, name - 1, PP_REL_OBJ)) {
        tokens[name].tag = PP_TAG_PROPN;
        for (uint32_t i = name + 1; i < sentence->token_count && tokens[i].tag != PP_TAG_PUNCT;
             i++) {
            bool clause = tokens[i].head == name - 1 && tokens[i].tag == PP_TAG_VERB &&
                          tokens[i].relation != PP_REL_CONJ && tokens[i].relation != PP_REL_CCOMP;
            tokens[i].relation = clause ? PP_REL_XCOMP : tokens[i].relation;
        }
    }
}

/* "asked the parties for ideas": asked for, not parties for ideas. */
static void mend_asked_for(pp_i_sentence *sentence, uint32_t thing)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t whom = tokens[thing].head, preposition = thing;
    for (uint32_t i = whom + 1; i < thing && preposition == thing; i++) {
        preposition = tokens[i].head == thing && tokens[i].relation == PP_REL_CASE ? i : thing;
    }
    if (tokens[thing].relation != PP_REL_NMOD || whom >= thing || preposition != whom + 1 ||
        !pp_i_text_is(tokens[preposition].form, "for") || tokens[whom].relation != PP_REL_OBJ ||
        tokens[whom].head >= whom || !pp_i_text_is(tokens[tokens[whom].head].lemma, "ask")) {
        return;
    }
    (void)pp_i_mend_hang(sentence, thing, tokens[whom].head, PP_REL_OBL);
}

/* "considers the timing of the bid opportunistic": the last word, taken for the noun that the bid
 * modifies, is what the timing is. */
static void mend_last_quality(pp_i_sentence *sentence, uint32_t quality)
{
    pp_i_token *tokens = sentence->tokens;
    uint32_t count = (uint32_t)sentence->token_count, noun = quality - 1,
             thing = tokens[quality].head;
    bool last =
        quality + 1 == count || (quality + 1 < count && (tokens[quality + 1].tag == PP_TAG_PUNCT ||
                                                         tokens[quality + 1].tag == PP_TAG_CCONJ));
    if (quality < 3 || !last || tokens[quality].tag != PP_TAG_ADJ ||
        tokens[quality].relation != PP_REL_NMOD || thing >= noun || tokens[noun].head != quality ||
        tokens[noun].relation != PP_REL_COMPOUND || tokens[thing].relation != PP_REL_OBJ ||
        tokens[thing].head >= thing || !pp_i_word_in(tokens[tokens[thing].head].lemma, JUDGES)) {
        return;
    }
    if (!pp_i_mend_hang(sentence, quality, tokens[thing].head, PP_REL_XCOMP)) {
        return;
    }
    (void)pp_i_mend_hang(sentence, noun, thing, PP_REL_NMOD);
    for (uint32_t i = thing; i < noun; i++) {
        if (tokens[i].head == quality) {
            (void)pp_i_mend_hang(sentence, i, noun, tokens[i].relation);
        }
    }
}

/* The thing before `noun` that the verb governs: its object, or else what is behind a preposition;
 * no time.
 */
static uint32_t thing_before(const pp_i_sentence *sentence, uint32_t verb, uint32_t noun)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t thing = PP_NO_HEAD;
    for (uint32_t i = verb + 1; i < noun; i++) {
        bool own = tokens[i].head == verb && tokens[i].tag == PP_TAG_NOUN &&
                   !pp_i_word_in(tokens[i].lemma, PP_TIME_NOUNS);
        bool behind = own && tokens[i].relation == PP_REL_OBL && thing == PP_NO_HEAD;
        thing = (own && tokens[i].relation == PP_REL_OBJ) || behind ? i : thing;
    }
    return thing;
}

/* "seeks 9 per cent over two years and a limit", "asked for a cap of 22 lessons a week and a
 * guarantee": a thing joined to a time, or to the verb, goes with what is sought. */
static void mend_joined(pp_i_sentence *sentence, uint32_t noun)
{
    const pp_i_token *tokens = sentence->tokens;
    uint32_t above = tokens[noun].head;
    if (tokens[noun].relation != PP_REL_CONJ || tokens[noun].tag != PP_TAG_NOUN || above >= noun ||
        pp_i_word_in(tokens[noun].lemma, PP_TIME_NOUNS) ||
        !pp_i_sentence_has_before(sentence, noun, PP_REL_DET, noun)) {
        return;
    }
    bool time = pp_i_word_in(tokens[above].lemma, "year month week day hour") &&
                (pp_i_sentence_has_before(sentence, above, PP_REL_CASE, above) ||
                 pp_i_sentence_has_before(sentence, above, PP_REL_DET, above));
    bool to_verb = tokens[above].tag == PP_TAG_VERB &&
                   !pp_i_sentence_has_before(sentence, noun, PP_REL_COP, noun) &&
                   !pp_i_sentence_has_before(sentence, noun, PP_REL_AUX, noun) &&
                   !pp_i_sentence_has_before(sentence, noun, PP_REL_NSUBJ, noun) &&
                   !pp_i_sentence_has_before(sentence, noun, PP_REL_CASE, noun);
    uint32_t verb = time ? tokens[above].head : to_verb ? above : PP_NO_HEAD;
    if (verb >= noun) {
        return;
    }
    uint32_t thing = thing_before(sentence, verb, noun);
    if (thing == PP_NO_HEAD && time && tokens[verb].tag == PP_TAG_NOUN) {
        thing = verb;
    }
    if (thing != PP_NO_HEAD) {
        (void)pp_i_mend_hang(sentence, noun, thing, PP_REL_CONJ);
    }
}

void pp_i_mend_object(pp_i_sentence *sentence, uint32_t word)
{
    mend_pay(sentence, word);
    if (sentence->tokens[word].head == PP_NO_HEAD) {
        return;
    }
    mend_aside(sentence, word);
    mend_bare(sentence, word);
    mend_quiet(sentence, word);
    mend_per(sentence, word);
    mend_measure(sentence, word);
    mend_better_pay(sentence, word);
    mend_put_forward(sentence, word);
    if (word > 0) {
        mend_with_somebody(sentence, word);
    }
    mend_that_thing(sentence, word);
    mend_that_subject(sentence, word);
    mend_too(sentence, word);
    mend_called_that(sentence, word);
    mend_letters(sentence, word);
    mend_asked_for(sentence, word);
    mend_last_quality(sentence, word);
    mend_joined(sentence, word);
}
