/* frame_parts.h: what frame.c, frame_fill.c, frame_words.c share; nobody else includes it. */
#ifndef PP_READING_FRAME_PARTS_H
#define PP_READING_FRAME_PARTS_H

#include "reading/scene.h"

bool pp_i_frame_is_time(const pp_i_tree *tree, uint32_t token);

/* The words of a phrase below the cue, without those of the cue and without "that" before it. */
pp_i_range pp_i_frame_phrase(const pp_i_tree *tree, uint32_t cue, uint32_t head);

bool pp_i_frame_fill(pp_i_find *find, pp_i_range content, uint32_t head, uint16_t frame);

/* A child that is a clause of the given shape, behind the cue. */
uint32_t pp_i_frame_infinitive_of(const pp_i_tree *tree, uint32_t head, bool also_purpose);

/* "offered to hand over", "willing to phase in the cut": behind these words "to" begins an
 * infinitive, whatever the parse makes of a verb that is also a noun. */
bool pp_i_frame_fill_bare_infinitive(const pp_i_tree *tree, uint32_t head, pp_i_find *find);

uint32_t pp_i_frame_gerund_of(const pp_i_tree *tree, uint32_t verb);

bool pp_i_frame_fill_clause(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t verb,
                            pp_i_find *find);

/* The noun of "the plan that it rejects", "a plan rejected by": what a relative clause is about. */
uint32_t pp_i_frame_relative_object(const pp_i_tree *tree, uint32_t verb);

/* Where the relative clause begins in which the verb's object is missing. */
uint32_t pp_i_frame_gap_start(const pp_i_tree *tree, uint32_t verb);

bool pp_i_frame_fill_object(const pp_i_tree *tree, uint32_t verb, pp_i_find *find);

bool pp_i_frame_fill_behind(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t head,
                            pp_i_find *find);

/* "urged the company to accept", "called on Y to accept". */
bool pp_i_frame_fill_urged(const pp_i_tree *tree, const pp_i_cue *cue, uint32_t verb,
                           pp_i_find *find);

/* "described the aim as impractical", "called it an insult", "which it called unacceptable". */
bool pp_i_frame_fill_judged(const pp_i_scene *scene, uint32_t verb, pp_i_find *find);

/* "both parties have accepted": nothing behind it; the clause itself, which points back. */
bool pp_i_frame_fill_bare(const pp_i_tree *tree, uint32_t verb, pp_i_find *find);

/* A range of the cue's dependents, over those that follow at once. */
pp_i_range pp_i_frame_extend(const pp_i_tree *tree, uint32_t cue, pp_i_range range);

#endif
