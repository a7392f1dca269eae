/* extract_parts.h: what extract.c, extract_verb.c, extract_adjective.c and patterns share; nobody
 * else includes it. */
#ifndef PP_READING_EXTRACT_PARTS_H
#define PP_READING_EXTRACT_PARTS_H

#include "reading/scene.h"

/* How many entries of the lexicon are looked at for one word. */
enum { PP_EXTRACT_ENTRY_COUNT_MAX = 12 };

/* "Failed to agree on what to pay", "has fought government troops": takes no stand on anything. */
bool pp_i_extract_is_no_stand(const pp_i_tree *tree, uint32_t verb);

/* An infinitive is its subject's own act only behind verbs that add nothing, or as a purpose. */
bool pp_i_extract_is_ordered(const pp_i_tree *tree, uint32_t verb);

/* "stopped short of endorsing": does "short of" stand right before the verb? */
static inline bool pp_i_extract_is_short_of(const pp_i_tree *tree, uint32_t verb)
{
    return verb > 1 && pp_i_tree_is(tree, verb - 1, "of") && pp_i_tree_is(tree, verb - 2, "short");
}

/* Who goes on with "..., suggesting that", ", and vowed to"; where nobody else can be found
 * (`loose`), "and urged" needs no comma. */
pp_i_voice pp_i_extract_trailing_voice(const pp_i_scene *scene, uint32_t verb, bool loose);

/* "with X pressing for A and Y objecting to B": Y. */
pp_i_voice pp_i_extract_attendant_voice(const pp_i_scene *scene, uint32_t verb);

void pp_i_extract_take(pp_i_find *find, const pp_i_cue *cue);

/* "resisted the attack", "declined to comment": no position. */
bool pp_i_extract_is_deed(const pp_i_tree *tree, const pp_i_find *find);

/* False where the word says nothing. */
bool pp_i_extract_try_adjective(pp_i_scene *scene, uint32_t adjective);

void pp_i_extract_try_verb(pp_i_scene *scene, uint32_t verb);

/* "Omar Said, the negotiator": a name that looks like a verb. */
/* extract_noun.c: the statement of a noun that is a cue. */
void pp_i_extract_try_noun(pp_i_scene *scene, uint32_t noun);

/* Tagged as a noun, but the verb of its clause: "the Alliance calls for an end". */
bool pp_i_extract_is_verb_after_all(const pp_i_tree *tree, uint32_t noun);

/* "prompting London to complain of": whom it has made speak, or PP_NO_HEAD. */
uint32_t pp_i_extract_prompted(const pp_i_tree *tree, uint32_t verb);

bool pp_i_extract_is_surname(const pp_i_scene *scene, uint32_t token);

/* No cue of the lexicon: a person or party with a verb that takes a clause says it. */
void pp_i_extract_try_open(pp_i_scene *scene, uint32_t verb);

#endif
