/* stable_words.c: states, moves and notions in words; see stable_text.h. */
#include <inttypes.h>

#include "report/stable_text.h"

const char *pp_i_stable_concept(size_t concept)
{
    static const char *const names[PP_CONCEPT_COUNT] = {"Nash", "GMR", "SMR", "SEQ", "SSEQ", "SIM"};
    return names[concept];
}

const char *pp_i_stable_meaning(size_t concept)
{
    static const char *const meanings[PP_CONCEPT_COUNT] = {
        "no party gains by a step of its own; nobody looks further",
        "whoever would gain by a step can be answered so that it ends up no better, even by an "
        "answer that hurts those who give it",
        "as GMR, and the party cannot get away from the answer by one more step",
        "as GMR, but every step of the answer is a gain for the party that makes it",
        "as SEQ, and the party cannot get away from the answer by one more step",
        "whoever would gain by a step ends up no better where others take steps at the same "
        "time that they would gain by as well"};
    return meanings[concept];
}

const char *pp_i_stable_concepts_words(pp_i_page *page, const pp_stable *stable, unsigned bits)
{
    const char *names[PP_CONCEPT_COUNT];
    size_t count = 0;
    bits &= stable->concepts;
    /* SIM is left out where preferences are unknown; what a limit stopped is not left out */
    bool all_looked_at = (stable->concepts | 1u << PP_CONCEPT_SIM) == PP_STABLE_ALL;
    if (bits == stable->concepts && all_looked_at)
        return "every notion";
    for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
        if (bits >> c & 1)
            names[count++] = pp_i_stable_concept(c);
    return count == 0 ? "no notion" : pp_i_words_list(page, names, count, "and");
}

size_t pp_i_stable_option(const pp_stable *stable, size_t state, size_t issue)
{
    const pp_case *the_case = stable->the_case;
    uint64_t weight = 1;
    for (size_t i = 0; i < issue; i++)
        weight *= the_case->issues[i].option_count;
    size_t option = SIZE_MAX;
    for (size_t m = stable->member_first[state]; m < stable->member_first[state + 1]; m++) {
        size_t one = (size_t)(stable->members[m] / weight % the_case->issues[issue].option_count);
        if (option != SIZE_MAX && option != one)
            return SIZE_MAX;
        option = one;
    }
    return option;
}

const char *pp_i_stable_number(pp_i_page *page, const pp_stable *stable, size_t state)
{
    return pp_i_page_format(page, "state %" PRIu64, stable->codes[state]);
}

static void add_issue(pp_i_page *page, const pp_stable *stable, pp_i_builder *out, size_t issue,
                      size_t option)
{
    const pp_i_issue *one = &stable->the_case->issues[issue];
    pp_i_builder_print(out, "%s%s: %s", out->length == 0 ? "" : "; ",
                       pp_i_page_safe(page, one->title),
                       pp_i_words_option(page, one, option, false));
}

const char *pp_i_stable_state_words(pp_i_page *page, const pp_stable *stable, size_t state)
{
    pp_i_builder out;
    pp_i_builder_init(&out, page->arena);
    for (size_t i = 0; i < stable->the_case->issue_count; i++) {
        size_t option = pp_i_stable_option(stable, state, i);
        if (option != SIZE_MAX)
            add_issue(page, stable, &out, i, option);
    }
    return out.length == 0 ? "any package" : pp_i_page_take(page, &out);
}

const char *pp_i_stable_change(pp_i_page *page, const pp_stable *stable, size_t from, size_t to)
{
    pp_i_builder out;
    pp_i_builder_init(&out, page->arena);
    for (size_t i = 0; i < stable->the_case->issue_count; i++) {
        size_t option = pp_i_stable_option(stable, to, i);
        if (option != SIZE_MAX && option != pp_i_stable_option(stable, from, i))
            add_issue(page, stable, &out, i, option);
    }
    return out.length == 0 ? pp_i_stable_state_words(page, stable, to) : pp_i_page_take(page, &out);
}

const char *pp_i_stable_party_name(pp_i_page *page, const pp_stable *stable, size_t party)
{
    return pp_i_page_safe(page, stable->the_case->parties[party].name);
}

const char *pp_i_stable_steps(pp_i_page *page, const pp_stable *stable, size_t from,
                              const pp_stable_step *steps, size_t count)
{
    pp_i_builder out;
    pp_i_builder_init(&out, page->arena);
    for (size_t i = 0; i < count; i++) {
        pp_i_builder_print(&out, "%s%s → “%s” (%s)", i == 0 ? "" : "; then ",
                           pp_i_stable_party_name(page, stable, steps[i].party),
                           pp_i_stable_change(page, stable, from, steps[i].state),
                           pp_i_stable_number(page, stable, steps[i].state));
        from = steps[i].state;
    }
    return pp_i_page_take(page, &out);
}
