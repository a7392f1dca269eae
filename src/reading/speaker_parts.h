/* speaker_parts.h: what speaker_voice.c, speaker.c share; nobody else includes it. */
#ifndef PP_READING_SPEAKER_PARTS_H
#define PP_READING_SPEAKER_PARTS_H

#include "reading/scene.h"

/* Is any form of its name headed by a word for an event or a paper? "the Harbour Conference". */
bool pp_i_speaker_is_silent(const pp_i_scene *scene, size_t mention);

/* The mention as a voice, where it is somebody. */
pp_i_voice pp_i_speaker_voice_of_mention(const pp_i_scene *scene, size_t mention, uint32_t token);

/* The first entity named below a noun, as its owner or the body it speaks for. */
size_t pp_i_speaker_principal_below(const pp_i_scene *scene, uint32_t noun);

/* "a spokesman for the ministry", "residents": a common noun for people. */
pp_i_voice pp_i_speaker_voice_of_noun(const pp_i_scene *scene, uint32_t token);

/* The owner of a noun: possessor, or behind of, from, by; then what modifies it. */
uint32_t pp_i_speaker_owner_of(const pp_i_tree *tree, uint32_t noun);

/* "the programme that the council adopted": by whom it was made, or PP_NO_HEAD. */
uint32_t pp_i_speaker_maker_of(const pp_i_tree *tree, uint32_t noun);

/* A name that modifies the noun from the left: "Russian officials", "the union leadership". */
pp_i_voice pp_i_speaker_modifier_of(const pp_i_scene *scene, uint32_t noun);

/* The somebody that the noun itself names; "a group of farmers" are the farmers. */
pp_i_voice pp_i_speaker_voice_within(const pp_i_scene *scene, uint32_t noun);

bool pp_i_speaker_is_relative(const pp_i_tree *tree, uint32_t token);

/* The noun that a relative pronoun takes up: the head of the clause in which it stands. */
uint32_t pp_i_speaker_relative_noun(const pp_i_tree *tree, uint32_t pronoun);

/* The name right before ", who". */
pp_i_voice pp_i_speaker_voice_beside(const pp_i_scene *scene, uint32_t who);

/* "the mediator, retired judge X, ...", "its spokesman X": the person whom the noun introduces. */
pp_i_voice pp_i_speaker_named_person(const pp_i_scene *scene, pp_i_voice voice);

#endif
