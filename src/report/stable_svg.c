/*
 * stable_svg.c: the state graph as a picture.
 *
 * An arc is a move that one party can make; strong where it gains by it, faint where it does not.
 * A state that no party gains by leaving has a double ring, one that holds under some other notion
 * a bold one.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "report/stable_graph.h"
#include "report/xml.h"

enum { NODE_RADIUS = 19, MARGIN = 60, TOP = 64, LINE = 19, LEGEND_LINE_CHARACTERS = 84 };

static const char *const dashes[PP_GRAPH_COLOUR_COUNT] = {"none", "7 4", "2 3", "9 3 2 3",
                                                          "12 4", "4 2", "1 2"};

typedef struct drawing {
    pp_i_builder *out;
    pp_stable *stable;
    pp_i_drawn shown;
    double radius, x, y;  /* the circle on which the states stand, and its centre */
    double width, height; /* of the whole picture */
} drawing;

static double angle_of(const drawing *d, size_t place)
{
    return 2 * 3.14159265358979323846 * ((double)place / (double)d->shown.count) -
           3.14159265358979323846 / 2;
}

static double x_of(const drawing *d, size_t place)
{
    return d->x + d->radius * cos(angle_of(d, place));
}

static double y_of(const drawing *d, size_t place)
{
    return d->y + d->radius * sin(angle_of(d, place));
}

static void begin(drawing *d)
{
    const pp_stable *stable = d->stable;
    double n = (double)d->shown.count;
    size_t lines = 0;
    for (size_t k = 0; k < d->shown.count; k++) {
        size_t characters = 12, s = d->shown.states[k];
        for (size_t i = 0; i < stable->the_case->issue_count; i++) {
            size_t option = pp_i_stable_option(stable, s, i);
            if (option != SIZE_MAX)
                characters += 4 + pp_i_text_width(stable->the_case->issues[i].title) +
                              pp_i_text_width(stable->the_case->issues[i].options[option].title);
        }
        lines += characters / (LEGEND_LINE_CHARACTERS - 16) + 1;
    }
    d->radius = fmax(150, n * NODE_RADIUS * 3.2 / 6.2832);
    d->x = MARGIN + d->radius;
    d->y = TOP + MARGIN + d->radius;
    d->width = 2 * (d->radius + MARGIN) + 680;
    d->height =
        fmax(d->y + d->radius + MARGIN, TOP + LINE * ((double)(lines + stable->party_count) + 8));
    pp_i_builder_print(d->out,
                       "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" "
                       "font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">\n"
                       "<title>",
                       d->width, d->height);
    pp_i_xml_text(d->out, stable->the_case->title);
    pp_i_builder_print(d->out, "</title>\n<rect width=\"100%%\" height=\"100%%\" "
                               "fill=\"#ffffff\"/>\n<defs>\n");
    for (size_t c = 0; c < PP_GRAPH_COLOUR_COUNT; c++)
        pp_i_builder_print(d->out,
                           "<marker id=\"a%zu\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" "
                           "markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\">"
                           "<path d=\"M0,1L10,5L0,9Z\" fill=\"%s\"/></marker>\n",
                           c, pp_i_graph_colours[c]);
    pp_i_builder_print(d->out,
                       "</defs>\n<text x=\"%d\" y=\"36\" font-size=\"16\" "
                       "font-weight=\"600\">",
                       (int)MARGIN);
    pp_i_xml_text(d->out, stable->the_case->title);
    pp_i_builder_print(d->out, "</text>\n");
}

/* A curve from the rim of one state to that of another, bent towards the centre and to its right,
 * so that there and back are two lines. */
static void add_arc(drawing *d, size_t party, size_t from, size_t to, bool gain)
{
    double x0 = x_of(d, from), y0 = y_of(d, from), x1 = x_of(d, to), y1 = y_of(d, to);
    double length = hypot(x1 - x0, y1 - y0);
    double bend = 9 + 7 * (double)(party % PP_GRAPH_COLOUR_COUNT);
    double cx = (x0 + x1) / 2 * 0.88 + d->x * 0.12 - (y1 - y0) / length * bend;
    double cy = (y0 + y1) / 2 * 0.88 + d->y * 0.12 + (x1 - x0) / length * bend;
    double out = hypot(cx - x0, cy - y0), in = hypot(cx - x1, cy - y1), rim = NODE_RADIUS + 5;
    pp_i_builder_print(d->out,
                       "<path d=\"M%.1f,%.1fQ%.1f,%.1f %.1f,%.1f\" fill=\"none\" stroke=\"%s\" "
                       "stroke-width=\"%s\" stroke-dasharray=\"%s\" opacity=\"%s\" "
                       "marker-end=\"url(#a%zu)\"/>\n",
                       x0 + (cx - x0) / out * rim, y0 + (cy - y0) / out * rim, cx, cy,
                       x1 + (cx - x1) / in * rim, y1 + (cy - y1) / in * rim,
                       pp_i_graph_colours[party % PP_GRAPH_COLOUR_COUNT], gain ? "1.8" : "1.2",
                       dashes[party % PP_GRAPH_COLOUR_COUNT], gain ? "0.95" : "0.3",
                       party % PP_GRAPH_COLOUR_COUNT);
}

static pp_status add_arcs(drawing *d, bool gains, pp_error *error)
{
    for (size_t p = 0; p < d->stable->party_count; p++)
        for (size_t place = 0; place < d->shown.count; place++) {
            const uint32_t *to;
            size_t count, s = d->shown.states[place];
            pp_status status = pp_i_stable_moves(d->stable, s, p, &to, &count, error);
            if (status != PP_OK)
                return status;
            for (size_t k = 0; k < count; k++) {
                size_t end = pp_i_drawn_place(&d->shown, to[k]);
                if (end != SIZE_MAX && pp_i_stable_is_gain(d->stable, p, s, to[k]) == gains)
                    add_arc(d, p, place, end, gains);
            }
        }
    return PP_OK;
}

static void add_node(drawing *d, double x, double y, unsigned bits, const char *words)
{
    bool nash = bits >> PP_CONCEPT_NASH & 1;
    pp_i_builder_print(d->out,
                       "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\" stroke=\"#222\" "
                       "stroke-width=\"%s\"/>\n",
                       x, y, (int)NODE_RADIUS,
                       nash        ? "#fff3c4"
                       : bits != 0 ? "#f3f3f3"
                                   : "#ffffff",
                       bits != 0 ? "2.4" : "1");
    if (nash)
        pp_i_builder_print(d->out,
                           "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"none\" "
                           "stroke=\"#222\" stroke-width=\"1.2\"/>\n",
                           x, y, (int)NODE_RADIUS - 5);
    pp_i_builder_print(d->out,
                       "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"12\" "
                       "font-weight=\"600\">%s</text>\n",
                       x, y + 4, words);
}

static void add_nodes(drawing *d)
{
    for (size_t k = 0; k < d->shown.count; k++) {
        char words[24];
        size_t s = d->shown.states[k];
        snprintf(words, sizeof words, "%" PRIu64, d->stable->codes[s]);
        add_node(d, x_of(d, k), y_of(d, k), d->stable->equilibria[s], words);
    }
}

/* A line of the legend; gives the next one's place. */
static double say(drawing *d, double y, const char *weight, const char *words)
{
    pp_i_builder_print(d->out, "<text x=\"%.1f\" y=\"%.1f\" font-weight=\"%s\">%s</text>\n",
                       d->width - 660, y, weight, words);
    return y + LINE;
}

/* The options of a state, broken into lines between issues. */
static double say_state(drawing *d, double y, size_t state)
{
    const pp_case *the_case = d->stable->the_case;
    size_t characters = 0;
    pp_i_builder_print(
        d->out,
        "<text x=\"%.1f\" y=\"%.1f\" font-weight=\"600\" text-anchor=\"end\">%" PRIu64
        "</text>\n<text x=\"%.1f\" y=\"%.1f\">",
        d->width - 630, y, d->stable->codes[state], d->width - 620, y);
    for (size_t i = 0; i < the_case->issue_count; i++) {
        size_t option = pp_i_stable_option(d->stable, state, i);
        if (option == SIZE_MAX)
            continue;
        pp_text title = the_case->issues[i].title;
        pp_text chosen = the_case->issues[i].options[option].title;
        size_t more = pp_i_text_width(title) + pp_i_text_width(chosen) + 4;
        if (characters > 0 && characters + more > LEGEND_LINE_CHARACTERS) {
            y += LINE;
            characters = 0;
            pp_i_builder_print(d->out, "</text>\n<text x=\"%.1f\" y=\"%.1f\">", d->width - 620, y);
        }
        pp_i_builder_print(d->out, "%s", characters == 0 ? "" : "; ");
        pp_i_xml_text(d->out, title);
        pp_i_builder_print(d->out, ": ");
        pp_i_xml_text(d->out, chosen);
        characters += more;
    }
    pp_i_builder_print(d->out, "</text>\n");
    return y + LINE;
}

static void add_legend(drawing *d)
{
    double y = TOP + 8, x = d->width - 660;
    for (size_t p = 0; p < d->stable->party_count; p++) {
        if (!d->stable->parties[p].moves)
            continue;
        pp_i_builder_print(d->out,
                           "<path d=\"M%.1f,%.1fh46\" fill=\"none\" stroke=\"%s\" "
                           "stroke-width=\"1.8\" stroke-dasharray=\"%s\" "
                           "marker-end=\"url(#a%zu)\"/>\n<text x=\"%.1f\" y=\"%.1f\">moves of ",
                           x, y - 4, pp_i_graph_colours[p % PP_GRAPH_COLOUR_COUNT],
                           dashes[p % PP_GRAPH_COLOUR_COUNT], p % PP_GRAPH_COLOUR_COUNT, x + 58, y);
        pp_i_xml_text(d->out, d->stable->the_case->parties[p].name);
        pp_i_builder_print(d->out, "</text>\n");
        y += LINE;
    }
    y = say(d, y, "400", "strong: the party gains by it; faint: it does not");
    y = say(d, y, "400", "double ring: no party gains by leaving it");
    y = say(d, y, "400", "bold ring: it holds as long as an answer is feared");
    if (d->shown.words != NULL)
        y = say(d, y, "600", d->shown.words);
    y += LINE / 2.0;
    for (size_t k = 0; k < d->shown.count; k++)
        y = say_state(d, y, d->shown.states[k]);
}

pp_status pp_i_stable_svg(pp_i_builder *out, pp_stable *stable, const size_t *from, pp_error *error)
{
    drawing d = {.out = out, .stable = stable};
    pp_status status = pp_i_stable_choose(stable, from, out->arena, &d.shown, error);
    if (status != PP_OK)
        return status;
    begin(&d);
    status = add_arcs(&d, false, error);
    if (status == PP_OK)
        status = add_arcs(&d, true, error);
    if (status != PP_OK)
        return status;
    add_nodes(&d);
    add_legend(&d);
    pp_i_builder_print(out, "</svg>\n");
    return PP_OK;
}
