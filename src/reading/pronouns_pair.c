/* pronouns_pair.c: one of two who were named together; see pronouns_parts.h. */
#include "reading/pronouns_parts.h"

/* "the former", "the latter": of the last two who stand as "A and B". */
void pp_i_pronoun_resolve_latter(pp_i_finder *finder, size_t index)
{
    enum { LATTER_SENTENCES_BACK = 2, LATTER_LEAD = 100 };
    const pp_i_found *pronoun = &finder->found.items[index];
    bool former =
        pp_i_text_is(pp_i_names_form(finder, pronoun->sentence, pronoun->name_start), "former");
    for (size_t i = index; i > 1; i--) {
        const pp_i_found *b = &finder->found.items[i - 1], *a = &finder->found.items[i - 2];
        if (b->sentence + LATTER_SENTENCES_BACK < pronoun->sentence)
            return;
        uint32_t joint = a->end;
        bool together = a->sentence == b->sentence && a->entity != PP_NONE &&
                        b->entity != PP_NONE && a->entity != b->entity &&
                        !pp_i_pronoun_is_pronoun(a) && !pp_i_pronoun_is_pronoun(b) &&
                        joint < b->start && b->start <= joint + 2 &&
                        pp_i_text_is(pp_i_names_form(finder, a->sentence, joint), "and");
        if (together) {
            pp_i_pronoun_take_up(finder, index, former ? i - 2 : i - 1, LATTER_LEAD);
            return;
        }
    }
}
