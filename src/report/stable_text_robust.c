/* stable_text_robust.c: what holds whatever the preferences leave open, in words. */
#include <stdio.h>

#include "report/stable_text.h"

static pp_held held_at(const pp_stable_robust *robust, size_t state, size_t concept)
{
    return (pp_held)robust->held[state * PP_CONCEPT_COUNT + concept];
}

/* The concepts under which a state is held so, as bits. */
static unsigned bits_held(const pp_stable_robust *robust, size_t state, pp_held held)
{
    unsigned bits = 0;
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
        if ((robust->concepts >> c & 1) && held_at(robust, state, c) == held)
            bits |= 1u << c;
    return bits;
}

/* "Nash, GMR, SEQ", or "every notion". */
static const char *notions(pp_i_page *page, const pp_stable_robust *robust, unsigned bits)
{
    pp_i_builder list;
    if (bits == robust->concepts)
        return "every notion";
    pp_i_builder_init(&list, page->arena);
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
        if (bits >> c & 1)
            pp_i_builder_print(&list, "%s%s", list.length == 0 ? "" : ", ", pp_i_stable_concept(c));
    return pp_i_page_take(page, &list);
}

static void add_words(pp_i_builder *out, const char *words)
{
    pp_i_builder_print(out, "%s%s", out->length == 0 ? "" : "; ", words);
}

/* "SEQ (in 12 of 20)". */
static void add_shares(pp_i_page *page, pp_i_builder *out, const pp_stable_robust *robust,
                       size_t state, pp_held held, const char *what)
{
    pp_i_builder list;
    pp_i_builder_init(&list, page->arena);
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
        if ((robust->concepts >> c & 1) && held_at(robust, state, c) == held)
            pp_i_builder_print(&list, "%s%s (in %u of %zu)", list.length == 0 ? "" : ", ",
                               pp_i_stable_concept(c), robust->count[state * PP_CONCEPT_COUNT + c],
                               robust->tried);
    if (list.length > 0)
        add_words(out, pp_i_page_format(page, "%s under %s", what, pp_i_page_take(page, &list)));
}

static void say_state(pp_i_page *page, const pp_stable *stable, const pp_stable_robust *robust,
                      size_t state)
{
    pp_i_builder out;
    pp_i_builder_init(&out, page->arena);
    unsigned always = bits_held(robust, state, PP_HELD_NECESSARILY);
    if (always != 0)
        add_words(&out,
                  pp_i_page_format(page, "necessarily under %s", notions(page, robust, always)));
    add_shares(page, &out, robust, state, PP_HELD_POSSIBLY, "possibly");
    add_shares(page, &out, robust, state, PP_HELD_OPEN, "not decided");
    pp_i_page_say(page, 2, 4, PP_RICH_BOLD "%s" PP_RICH_PLAIN ", %s: %s.",
                  pp_i_stable_number(page, stable, state),
                  pp_i_stable_state_words(page, stable, state), pp_i_page_take(page, &out));
}

static void say_how(pp_i_page *page, const pp_stable *stable, const pp_stable_robust *robust)
{
    if (robust->all && robust->tried == 1)
        pp_i_page_say(
            page, 0, 0,
            "The preferences of the parties that can move leave nothing open: what holds, "
            "holds necessarily.");
    else if (robust->all)
        pp_i_page_say(page, 0, 0,
                      "All %zu combinations of rankings that the case admits were tried.",
                      robust->tried);
    else
        pp_i_page_say(
            page, 0, 0,
            "%zu combinations of rankings that the case admits were drawn. What holds "
            "necessarily, and what never does, is proven; what possibly holds is shown by "
            "one of them; the shares are estimates.",
            robust->tried);
    pp_i_page_blank(page);
    for (size_t p = 0; p < stable->party_count; p++)
        if (stable->parties[p].moves && stable->parties[p].preferring == PP_PREFERRING_NOTHING)
            pp_i_page_say(page, 2, 2,
                          "Of %s nothing is said: here it may rank the states in any way.",
                          pp_i_stable_party_name(page, stable, p));
}

pp_status pp_i_stable_left_open(pp_i_page *page, pp_stable *stable, const pp_stable_view *view,
                                pp_error *error)
{
    pp_stable_robust robust;
    size_t said = 0, more = 0, never = 0;
    pp_status status = pp_i_stable_robust(stable, view->control, &robust, error);
    if (status != PP_OK)
        return status;
    pp_i_page_heading(page, "What holds whatever is left open");
    if (robust.tried == 0) {
        pp_i_page_say(page, 0, 0, PP_RICH_YELLOW "Not known: a limit stopped it.");
        return PP_OK;
    }
    say_how(page, stable, &robust);
    for (size_t pass = 0; pass < 2; pass++) /* first what holds necessarily under some notion */
        for (size_t s = 0; s < stable->state_count; s++) {
            bool always = bits_held(&robust, s, PP_HELD_NECESSARILY) != 0;
            bool none = bits_held(&robust, s, PP_HELD_NEVER) == robust.concepts;
            never += pass == 0 && none;
            if (none || always != (pass == 0))
                continue;
            if (said >= PP_STABLE_SHOWN && !view->all) {
                more++;
                continue;
            }
            say_state(page, stable, &robust, s);
            said++;
        }
    if (more > 0)
        pp_i_page_say(page, 2, 4, "and %zu more; --all lists them.", more);
    pp_i_page_say(page, 2, 4, "%s under any notion, whatever the ranking.",
                  never == 0   ? "No state never holds"
                  : never == 1 ? "1 state never holds"
                               : pp_i_page_format(page, "%zu states never hold", never));
    return PP_OK;
}
