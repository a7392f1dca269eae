/*
 * hand_reading.h: readings made by hand, so that grouping, drafts and merging are tested without the
 * parser: one sentence for each statement, its words tagged by a letter.
 *
 *     hand_say(&hand, "Ann Reed", "Upland", PP_ACT_DEMANDS, PP_STRENGTH_MUST, "demands",
 *              "a|D longer|A season|N");
 *
 * Letters: N noun, V verb, A adjective, P name, D all else. `form|T:lemma` gives the lemma.
 */
#ifndef PP_TESTS_HAND_READING_H
#define PP_TESTS_HAND_READING_H

#include <stdio.h>
#include <stdlib.h>

#include "reading/statement.h"

enum { HAND_COUNT_MAX = 64, HAND_ACTOR_COUNT_MAX = 32 };

typedef struct hand {
    pp_i_arena arena;
    pp_i_builder words;
    pp_i_sentence sentences[HAND_COUNT_MAX];
    pp_i_said statements[HAND_COUNT_MAX];
    size_t count;
    size_t paragraph; /* of what is said next */
    pp_i_actor actors[HAND_ACTOR_COUNT_MAX];
    size_t actor_count;
    pp_i_document document;
    pp_i_report report;
    pp_i_reading reading;
} hand;

static inline void hand_init(hand *made)
{
    *made = (hand){0};
    pp_i_arena_init(&made->arena, pp_i_allocator_of(NULL));
    pp_i_builder_init(&made->words, &made->arena);
}

static inline size_t hand_actor(hand *made, const char *name)
{
    for (size_t i = 0; i < made->actor_count; i++)
        if (pp_i_text_is(made->actors[i].name, name))
            return i;
    size_t at = made->actor_count++;
    made->actors[at] = (pp_i_actor){
        .name = pp_i_text_of(name), .key = name, .kind = PP_ENTITY_BODY, .party = at};
    return at;
}

static inline uint8_t hand_tag(char letter)
{
    switch (letter) {
    case 'N':
        return PP_TAG_NOUN;
    case 'V':
        return PP_TAG_VERB;
    case 'A':
        return PP_TAG_ADJ;
    case 'P':
        return PP_TAG_PROPN;
    default:
        return PP_TAG_DET;
    }
}

/* Adds the words of `tagged` to the document and, as tokens, to the sentence. */
static inline void hand_words(hand *made, pp_i_sentence *sentence, const char *tagged)
{
    while (*tagged != '\0') {
        size_t length = strcspn(tagged, " "), bar = strcspn(tagged, "| ");
        pp_i_token *token = &sentence->tokens[sentence->token_count++];
        char *form = pp_i_arena_copy(&made->arena, tagged, bar);
        if (made->words.length > 0 && made->words.data[made->words.length - 1] != '\n')
            pp_i_builder_add_byte(&made->words, ' ');
        token->form = (pp_text){form, bar};
        token->tag = bar < length ? hand_tag(tagged[bar + 1]) : PP_TAG_DET;
        token->lemma = token->form;
        if (length > bar + 3)
            token->lemma = (pp_text){pp_i_arena_copy(&made->arena, tagged + bar + 3,
                                                     length - bar - 3), length - bar - 3};
        token->byte_start = made->words.length;
        pp_i_builder_add(&made->words, token->form);
        token->byte_end = made->words.length;
        tagged += length + (tagged[length] == ' ');
    }
}

static inline pp_i_passage hand_passage(const pp_i_sentence *sentence, size_t from, size_t to)
{
    return (pp_i_passage){.byte_start = sentence->tokens[from].byte_start,
                          .byte_end = sentence->tokens[to - 1].byte_end,
                          .token_start = (uint32_t)from,
                          .token_end = (uint32_t)to};
}

/* What is said next stands in another paragraph. */
static inline void hand_paragraph(hand *made)
{
    made->paragraph++;
}

/* A sentence in which `speaker` says something for `party`. The statement, to be changed at will. */
static inline pp_i_said *hand_say(hand *made, const char *speaker, const char *party, pp_i_act act,
                                  pp_i_strength strength, const char *cue, const char *content)
{
    size_t at = made->count++;
    pp_i_sentence *sentence = &made->sentences[at];
    sentence->paragraph = made->paragraph;
    sentence->tokens = PP_NEW_ARRAY(&made->arena, pp_i_token, 64);
    hand_words(made, sentence, speaker);
    size_t cue_start = sentence->token_count;
    hand_words(made, sentence, cue);
    size_t start = sentence->token_count;
    hand_words(made, sentence, content);
    size_t end = sentence->token_count;
    pp_i_builder_add_string(&made->words, ".\n");
    size_t actor = hand_actor(made, speaker), spoken_for = hand_actor(made, party);
    made->actors[actor].party = spoken_for;
    made->statements[at] = (pp_i_said){
        .sentence = at,
        .speaker = pp_i_text_of(speaker),
        .actor = actor,
        .party = spoken_for,
        .act = act,
        .strength = strength,
        .cue = hand_passage(sentence, cue_start, start),
        .content = hand_passage(sentence, start, end),
        .quote = hand_passage(sentence, 0, end),
        .speaker_from = {.statement = PP_NONE, .actor = PP_NONE},
        .content_from = {.statement = PP_NONE, .actor = PP_NONE},
        .confidence = 0.8};
    return &made->statements[at];
}

static inline void hand_text(const hand *made, pp_i_passage *passage)
{
    passage->text = (pp_text){made->words.data + passage->byte_start,
                              passage->byte_end - passage->byte_start};
}

/* The reading of all that was said, as one report called `name`. */
static inline const pp_i_reading *hand_done(hand *made, const char *name)
{
    for (size_t i = 0; i < made->count; i++) {
        hand_text(made, &made->statements[i].cue);
        hand_text(made, &made->statements[i].content);
        hand_text(made, &made->statements[i].quote);
        hand_text(made, &made->statements[i].condition);
    }
    made->document = (pp_i_document){
        .name = name, .words = pp_i_builder_text(&made->words), .words_are_source = true};
    made->report = (pp_i_report){.document = &made->document,
                                 .sentences = made->sentences,
                                 .sentence_count = made->count};
    made->reading = (pp_i_reading){.reports = &made->report,
                                   .report_count = 1,
                                   .actors = made->actors,
                                   .actor_count = made->actor_count,
                                   .statements = made->statements,
                                   .statement_count = made->count,
                                   .sentence_count = made->count};
    return &made->reading;
}

/* `statement` says "this proposal" or the like of what was said before. */
static inline void hand_point(hand *made, pp_i_said *statement, const pp_i_said *to)
{
    statement->content_from.said = PP_TEXT("this");
    statement->content_from.statement = (size_t)(to - made->statements);
    statement->content_from.certainty = 80;
}

#endif
