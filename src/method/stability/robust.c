/* robust.c: which states hold whatever is left open; see robust.h. */
#include "method/stability/robust.h"

#include <string.h>

#include "base/error.h"

/* The rankings to try: all of each party, or a way to draw one. */
typedef struct trying {
    pp_i_stable_work *work;
    pp_i_job *job;
    unsigned asked;
    size_t *listed;               /* [party] rankings; 0: they are drawn */
    uint32_t **lists;             /* [party][ranking * state_count + state] */
    pp_i_order_of_states *orders; /* [party] */
    pp_i_stream **streams;        /* [party] null: no estimate */
    uint32_t **ranks;             /* [party][state] the ranking under way */
    uint32_t *room;               /* for drawing */
    pp_i_random random;
    bool all;
    size_t total;
    uint32_t *count; /* [state * PP_CONCEPT_COUNT + concept] */
} trying;

/* --- Which rankings --------------------------------------------------------------------------- */

static pp_status prepare_estimate(trying *t, size_t party)
{
    const pp_control *control = t->job->run.control;
    pp_i_profiles *profiles =
        pp_i_profiles_make(&t->work->preferences, party, control == NULL ? 0 : control->seed,
                           &t->job->run, t->job->arena);
    if (profiles == NULL)
        return t->job->run.stop == PP_STOP_NONE ? pp_i_job_no_memory(t->job)
                                                : pp_i_run_status(&t->job->run, t->job->error);
    t->streams[party] = pp_i_stream_begin(profiles, 0, t->job->arena);
    return t->streams[party] == NULL ? pp_i_job_no_memory(t->job) : PP_OK;
}

/* A party that does not move has a say in nothing: its ranking stays as it is. */
static pp_status prepare_party(trying *t, size_t party)
{
    size_t states = t->work->graph.state_count;
    t->ranks[party] = PP_NEW_ARRAY(t->job->arena, uint32_t, states);
    if (t->ranks[party] == NULL)
        return pp_i_job_no_memory(t->job);
    memcpy(t->ranks[party], t->work->ranks[party], states * sizeof(uint32_t));
    t->listed[party] = 1;
    t->lists[party] = t->work->ranks[party];
    if (!t->work->graph.moves[party])
        return PP_OK;
    if (t->work->parties[party].preferring == PP_PREFERRING_ESTIMATE) {
        t->listed[party] = 0;
        return prepare_estimate(t, party);
    }
    if (t->work->unknown[party].count == 0 &&
        t->work->parties[party].preferring != PP_PREFERRING_NOTHING)
        return PP_OK;
    pp_status status = pp_i_robust_order(t->work, t->job, party, &t->orders[party]);
    if (status == PP_OK)
        status = pp_i_robust_list(&t->orders[party], t->job, states, PP_ROBUST_LISTED_COUNT_MAX,
                                  &t->lists[party], &t->listed[party]);
    if (t->listed[party] > PP_ROBUST_LISTED_COUNT_MAX)
        t->listed[party] = 0;
    return status;
}

static pp_status prepare(trying *t)
{
    pp_i_arena *arena = t->job->arena;
    size_t parties = t->work->graph.party_count, states = t->work->graph.state_count;
    t->listed = PP_NEW_ARRAY(arena, size_t, parties);
    t->lists = PP_NEW_ARRAY(arena, uint32_t *, parties);
    t->orders = PP_NEW_ARRAY(arena, pp_i_order_of_states, parties);
    t->streams = PP_NEW_ARRAY(arena, pp_i_stream *, parties);
    t->ranks = PP_NEW_ARRAY(arena, uint32_t *, parties);
    t->room = PP_NEW_ARRAY(arena, uint32_t, 3 * states);
    if (t->listed == NULL || t->lists == NULL || t->orders == NULL || t->streams == NULL ||
        t->ranks == NULL || t->room == NULL)
        return pp_i_job_no_memory(t->job);
    const pp_control *control = t->job->run.control;
    pp_i_random_seed(&t->random, control == NULL ? 0 : control->seed);
    t->all = true;
    t->total = 1;
    for (size_t p = 0; p < parties; p++) {
        pp_status status = prepare_party(t, p);
        if (status != PP_OK)
            return status;
        t->all = t->all && t->listed[p] > 0 && t->total * t->listed[p] <= PP_ROBUST_TRIED_COUNT_MAX;
        t->total = t->all ? t->total * t->listed[p] : PP_ROBUST_DRAWN_COUNT;
    }
    return PP_OK;
}

/* --- Trying ----------------------------------------------------------------------------------- */

/* The `number`-th combination of rankings, or one that is drawn. */
static pp_status choose(trying *t, size_t number)
{
    size_t states = t->work->graph.state_count;
    for (size_t p = 0; p < t->work->graph.party_count; p++) {
        if (t->streams[p] != NULL) {
            const pp_i_profile *profile = pp_i_stream_next(t->streams[p], &t->job->run);
            if (profile == NULL)
                return t->job->run.stop == PP_STOP_NONE
                           ? pp_i_job_no_memory(t->job)
                           : pp_i_run_status(&t->job->run, t->job->error);
            pp_i_arena_mark mark = pp_i_arena_mark_get(&t->job->scratch);
            pp_status status = pp_i_rank_values(t->work, t->job, p, profile, t->ranks[p]);
            pp_i_arena_rewind(&t->job->scratch, mark);
            if (status != PP_OK)
                return status;
        } else if (t->listed[p] == 0) {
            pp_i_robust_draw(&t->orders[p], &t->random, states, t->room, t->ranks[p]);
        } else {
            size_t place = t->all ? number % t->listed[p]
                                  : (size_t)pp_i_random_below(&t->random, t->listed[p]);
            number = t->all ? number / t->listed[p] : number;
            memcpy(t->ranks[p], t->lists[p] + place * states, states * sizeof(uint32_t));
        }
    }
    return PP_OK;
}

/* Counts what holds under the rankings chosen. */
static pp_status count_one(trying *t, pp_i_arena *arena, pp_i_unknown_pairs *known)
{
    pp_stable unused = {0};
    pp_i_stable_work trial = *t->work;
    size_t parties = t->work->graph.party_count;
    trial.stable = &unused;
    trial.ranks = t->ranks;
    trial.unknown = known;
    trial.any_unknown = false;
    trial.options.concepts = t->asked;
    trial.job = (pp_i_job){.run = t->job->run, .arena = arena, .error = t->job->error};
    pp_i_arena_init(&trial.job.scratch, arena->allocator);
    trial.bits = PP_NEW_ARRAY(arena, unsigned char, t->work->graph.state_count *parties);
    pp_status status =
        trial.bits == NULL ? pp_i_job_no_memory(&trial.job) : pp_i_stable_concepts(&trial);
    if (status == PP_OK && trial.options.concepts != t->asked)
        status = pp_i_fail(t->job->error, PP_ERROR_LIMIT, "a limit stopped the tries of rankings");
    for (size_t s = 0; status == PP_OK && s < t->work->graph.state_count; s++) {
        unsigned bits = t->asked;
        for (size_t p = 0; p < parties; p++)
            bits &= trial.bits[s * parties + p];
        for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
            t->count[s * PP_CONCEPT_COUNT + c] += bits >> c & 1;
    }
    pp_i_job_end(&trial.job);
    return status;
}

static pp_status try_all(trying *t)
{
    pp_i_arena arena;
    pp_status status = PP_OK;
    pp_i_unknown_pairs *known =
        PP_NEW_ARRAY(t->job->arena, pp_i_unknown_pairs, t->work->graph.party_count);
    if (known == NULL)
        return pp_i_job_no_memory(t->job);
    pp_i_arena_init(&arena, t->job->arena->allocator);
    for (size_t n = 0; status == PP_OK && n < t->total; n++) {
        pp_i_arena_mark mark = pp_i_arena_mark_get(&arena);
        status = choose(t, n);
        if (status == PP_OK)
            status = count_one(t, &arena, known);
        if (status == PP_OK && !pp_i_run_ask(&t->job->run))
            status = pp_i_run_status(&t->job->run, t->job->error);
        pp_i_arena_rewind(&arena, mark);
    }
    pp_i_arena_free(&arena);
    return status;
}

/* --- Verdicts --------------------------------------------------------------------------------- */

typedef struct bounds {
    unsigned char *least, *most; /* [state * party_count + party] */
    bool exact;                  /* for Nash, GMR and SMR */
    bool decided;                /* every pair */
} bounds;

static pp_held verdict(const trying *t, const bounds *b, size_t state, size_t concept)
{
    size_t parties = t->work->graph.party_count,
           tried = t->count[state * PP_CONCEPT_COUNT + concept];
    bool always = true, ever = true, sim = concept == PP_CONCEPT_SIM;
    /* what holds under Nash holds under SIM; and where the others could bring about one after the
     * other what they bring about at once, what holds under SIM holds under GMR */
    size_t low = sim ? PP_CONCEPT_NASH : concept, high = sim ? PP_CONCEPT_GMR : concept;
    for (size_t p = 0; p < parties; p++) {
        if (!t->work->graph.moves[p])
            continue;
        bool bounded = !sim || (t->work->graph.everything && t->work->hidden[p] == NULL);
        always = always && (b->least[state * parties + p] >> low & 1);
        ever = ever && (!bounded || (b->most[state * parties + p] >> high & 1));
    }
    if (t->all)
        return tried == t->total ? PP_HELD_NECESSARILY
               : tried == 0      ? PP_HELD_NEVER
                                 : PP_HELD_POSSIBLY;
    if (always)
        return PP_HELD_NECESSARILY;
    if (!ever)
        return PP_HELD_NEVER;
    if ((b->exact && concept <= PP_CONCEPT_SMR) || (tried > 0 && tried < t->total) ||
        (tried > 0 && concept == PP_CONCEPT_NASH && b->decided))
        return PP_HELD_POSSIBLY;
    return PP_HELD_OPEN;
}

static pp_status bound(trying *t, bounds *b)
{
    size_t size = t->work->graph.state_count * t->work->graph.party_count;
    pp_i_relation *relations =
        PP_NEW_ARRAY(t->job->arena, pp_i_relation, t->work->graph.party_count);
    b->least = PP_NEW_ARRAY(t->job->arena, unsigned char, size);
    b->most = PP_NEW_ARRAY(t->job->arena, unsigned char, size);
    if (relations == NULL || b->least == NULL || b->most == NULL)
        return pp_i_job_no_memory(t->job);
    pp_status status = pp_i_robust_relations(t->work, t->job, relations);
    if (status == PP_OK)
        status = pp_i_robust_bounds(t->work, t->job, relations, b->least, b->most);
    b->exact = b->decided = true;
    for (size_t p = 0; status == PP_OK && p < t->work->graph.party_count; p++) {
        b->exact = b->exact && (relations[p].exact || !t->work->graph.moves[p]);
        b->decided = b->decided && (relations[p].decided || !t->work->graph.moves[p]);
    }
    return status;
}

static pp_status judge(pp_i_stable_work *work, pp_i_job *job, pp_stable_robust *robust)
{
    size_t states = work->graph.state_count, size = states * PP_CONCEPT_COUNT;
    bounds b = {0};
    trying t = {.work = work, .job = job, .asked = work->options.concepts};
    if (work->any_unknown) /* each ranking that is tried knows all */
        t.asked |= 1u << PP_CONCEPT_SIM;
    t.count = PP_NEW_ARRAY(work->job.arena, uint32_t, size);
    unsigned char *held = PP_NEW_ARRAY(work->job.arena, unsigned char, size);
    if (t.count == NULL || held == NULL)
        return pp_i_job_no_memory(job);
    pp_status status = bound(&t, &b);
    if (status == PP_OK)
        status = prepare(&t);
    if (status == PP_OK)
        status = try_all(&t);
    if (status != PP_OK)
        return status;
    for (size_t s = 0; s < states; s++)
        for (size_t c = 0; c < PP_CONCEPT_COUNT; c++)
            held[s * PP_CONCEPT_COUNT + c] = (unsigned char)verdict(&t, &b, s, c);
    *robust = (pp_stable_robust){
        .concepts = t.asked, .held = held, .count = t.count, .tried = t.total, .all = t.all};
    return PP_OK;
}

static const char *stopped_by(const pp_i_job *job)
{
    return pp_i_run_stop_text(job->run.stop == PP_STOP_NONE ? PP_STOP_STEPS : job->run.stop);
}

pp_status pp_i_stable_robust(pp_stable *stable, const pp_control *control, pp_stable_robust *robust,
                             pp_error *error)
{
    pp_i_stable_work *work = pp_i_stable_again(stable, error);
    pp_i_arena arena;
    pp_i_job job;
    pp_i_arena_init(&arena, work->job.arena->allocator);
    pp_i_job_init(&job, control, &arena, error);
    pp_i_run_part(&job.run, "robust");
    bool too_many = work->graph.state_count > PP_ROBUST_STATE_COUNT_MAX;
    pp_status status = too_many ? PP_ERROR_LIMIT : judge(work, &job, robust);
    if (status == PP_ERROR_LIMIT) {
        *robust = (pp_stable_robust){0};
        status = pp_i_job_incomplete(&work->job, "robust",
                                     too_many ? "more than 2000 states"
                                              : stopped_by(&job));
        stable->incomplete = work->job.incomplete.items;
        stable->incomplete_count = work->job.incomplete.count;
    }
    pp_i_job_end(&job);
    pp_i_arena_free(&arena);
    pp_i_job_end(&work->job);
    return status;
}
