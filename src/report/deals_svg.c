/*
 * deals_svg.c: the frontier as a picture: two parties as a plane, with what is at or above no deal
 * shaded and the solutions named; more parties as parallel coordinates, a line for each point.
 *
 * Colours are Okabe and Ito's, which colour-blind people can tell apart; the solutions differ in
 * shape as well, so that the picture prints in grey.
 */
#include <math.h>
#include <stdio.h>

#include "report/answers.h"
#include "report/xml.h"

enum { WIDTH = 760, HEIGHT = 560, LEFT = 76, RIGHT = 200, TOP = 56, BOTTOM = 72, LINES_MAX = 2000 };

typedef struct picture {
    pp_i_builder *out;
    const pp_deals *deals;
    double least[PP_CASE_PARTY_COUNT_MAX], most[PP_CASE_PARTY_COUNT_MAX]; /* [party] the axis */
} picture;

static const char *const colours[PP_SOLUTION_COUNT] = {"#0072b2", "#d55e00", "#009e73", "#cc79a7"};
static const char *const names[PP_SOLUTION_COUNT] = {"Nash", "Kalai-Smorodinsky", "egalitarian",
                                                     "utilitarian"};

static void add_party(picture *p, size_t party)
{
    pp_i_xml_text(p->out, p->deals->the_case->parties[p->deals->parties[party].party].name);
}

/* The axis of each party: from its least to its greatest value, no deal included, with a margin. */
static void set_axes(picture *p)
{
    const pp_deals *deals = p->deals;
    for (size_t k = 0; k < deals->party_count; k++) {
        bool ranks = deals->parties[k].valued == PP_VALUED_RANKS;
        double least = ranks ? 1 : deals->parties[k].no_deal, most = least;
        for (size_t i = 0; i < deals->point_count; i++) {
            least = fmin(least, deals->points[i].values[k]);
            most = fmax(most, deals->points[i].values[k]);
        }
        double margin = most > least ? (most - least) * 0.05 : 0.5;
        p->least[k] = ranks ? most + margin : least - margin; /* rank 1 is the best: on top */
        p->most[k] = ranks ? least - margin : most + margin;
    }
}

static double share(const picture *p, size_t party, double value)
{
    return (value - p->least[party]) / (p->most[party] - p->least[party]);
}

static double plane_x(const picture *p, double value)
{
    return LEFT + share(p, 0, value) * (WIDTH - LEFT - RIGHT);
}

static double plane_y(const picture *p, double value)
{
    return HEIGHT - BOTTOM - share(p, 1, value) * (HEIGHT - TOP - BOTTOM);
}

static void begin(picture *p)
{
    pp_i_builder_print(p->out,
                       "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
                       "font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">\n"
                       "<title>",
                       (int)WIDTH, (int)HEIGHT);
    pp_i_xml_text(p->out, p->deals->the_case->title);
    pp_i_builder_print(p->out,
                       "</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n"
                       "<text x=\"%d\" y=\"30\" font-size=\"16\" font-weight=\"600\">",
                       (int)LEFT);
    pp_i_xml_text(p->out, p->deals->the_case->title);
    pp_i_builder_print(p->out, "</text>\n");
}

/* The mark of a solution at a place: circle, square, triangle, diamond. */
static void add_mark(picture *p, size_t kind, double x, double y)
{
    static const char *const shapes[PP_SOLUTION_COUNT] = {
        "M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0Z", "M-6,-6H6V6H-6Z", "M0,-7L7,6H-7Z",
        "M0,-8L7,0L0,8L-7,0Z"};
    pp_i_builder_print(p->out,
                       "<path d=\"%s\" transform=\"translate(%.2f,%.2f)\" fill=\"none\" "
                       "stroke=\"%s\" stroke-width=\"2.4\"/>\n",
                       shapes[kind], x, y, colours[kind]);
}

static void add_legend(picture *p)
{
    double x = WIDTH - RIGHT + 24, y = TOP + 10;
    for (size_t k = 0; p->deals->valued && k < PP_SOLUTION_COUNT; k++) {
        if (p->deals->solutions[p->deals->convention][k].count == 0)
            continue;
        add_mark(p, k, x, y - 4);
        pp_i_builder_print(p->out, "<text x=\"%.1f\" y=\"%.1f\">%s</text>\n", x + 16, y, names[k]);
        y += 24;
    }
    pp_i_builder_print(p->out, "<text x=\"%.1f\" y=\"%.1f\" fill=\"#555\">%zu %s</text>\n", x - 8,
                       y + 8, p->deals->point_count,
                       p->deals->point_count == 1 ? "point" : "points");
}

/* --- The plane -------------------------------------------------------------------------------- */

static double nice_step(double range)
{
    double step = pow(10, floor(log10(range / 4)));
    double times = range / 4 / step;
    return step * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1);
}

static void add_ticks(picture *p, size_t party)
{
    double low = fmin(p->least[party], p->most[party]), high = fmax(p->least[party], p->most[party]);
    double step = nice_step(high - low);
    for (double at = ceil(low / step) * step; at <= high; at += step) {
        double shown = fabs(at) < step / 1e6 ? 0 : at;
        if (party == 0)
            pp_i_builder_print(p->out,
                               "<path d=\"M%.2f,%dV%d\" stroke=\"#e2e2e2\"/><text x=\"%.2f\" "
                               "y=\"%d\" text-anchor=\"middle\" fill=\"#444\">%.4g</text>\n",
                               plane_x(p, at), (int)TOP, HEIGHT - BOTTOM, plane_x(p, at),
                               HEIGHT - BOTTOM + 20, shown);
        else
            pp_i_builder_print(p->out,
                               "<path d=\"M%d,%.2fH%d\" stroke=\"#e2e2e2\"/><text x=\"%d\" "
                               "y=\"%.2f\" text-anchor=\"end\" fill=\"#444\">%.4g</text>\n",
                               (int)LEFT, plane_y(p, at), WIDTH - RIGHT, LEFT - 8,
                               plane_y(p, at) + 4, shown);
    }
}

static void add_axes(picture *p)
{
    add_ticks(p, 0);
    add_ticks(p, 1);
    pp_i_builder_print(p->out,
                       "<path d=\"M%d,%dV%dH%d\" fill=\"none\" stroke=\"#444\"/>\n"
                       "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">",
                       (int)LEFT, (int)TOP, HEIGHT - BOTTOM, WIDTH - RIGHT,
                       (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 24);
    add_party(p, 0);
    pp_i_builder_print(p->out,
                       "</text>\n<text transform=\"translate(22,%d) rotate(-90)\" "
                       "text-anchor=\"middle\">",
                       (TOP + HEIGHT - BOTTOM) / 2);
    add_party(p, 1);
    pp_i_builder_print(p->out, "</text>\n");
}

/* What is at or above both no deals. */
static void add_rational(picture *p)
{
    double x = plane_x(p, p->deals->parties[0].no_deal), y = plane_y(p, p->deals->parties[1].no_deal);
    if (!p->deals->valued)
        return;
    pp_i_builder_print(p->out,
                       "<rect x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%.2f\" fill=\"#56b4e9\" "
                       "fill-opacity=\"0.12\"/>\n<path d=\"M%.2f,%dV%.2fH%d\" fill=\"none\" "
                       "stroke=\"#56b4e9\" stroke-dasharray=\"5 4\"/>\n<text x=\"%.2f\" "
                       "y=\"%.2f\" fill=\"#333\" font-size=\"11\">no deal</text>\n",
                       x, (int)TOP, WIDTH - RIGHT - x, y - TOP, x, (int)TOP, y, WIDTH - RIGHT, x + 5,
                       y - 5);
}

static void add_plane(picture *p)
{
    const pp_deals *deals = p->deals;
    add_axes(p);
    add_rational(p);
    for (size_t i = 0; i < deals->point_count; i++)
        pp_i_builder_print(p->out, "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3\" fill=\"#333\"/>\n",
                           plane_x(p, deals->points[i].values[0]),
                           plane_y(p, deals->points[i].values[1]));
    for (size_t k = 0; deals->valued && k < PP_SOLUTION_COUNT; k++) {
        const pp_solution *solution = &deals->solutions[deals->convention][k];
        for (size_t i = 0; i < solution->count; i++) {
            const double *values = deals->points[solution->points[i]].values;
            add_mark(p, k, plane_x(p, values[0]), plane_y(p, values[1]));
        }
    }
}

/* --- Parallel coordinates --------------------------------------------------------------------- */

static double column_x(const picture *p, size_t party)
{
    size_t gaps = p->deals->party_count > 1 ? p->deals->party_count - 1 : 1;
    return LEFT + (double)party * (WIDTH - LEFT - RIGHT) / (double)gaps;
}

static double column_y(const picture *p, size_t party, double value)
{
    return HEIGHT - BOTTOM - share(p, party, value) * (HEIGHT - TOP - BOTTOM);
}

static void add_line(picture *p, size_t point, const char *style)
{
    pp_i_builder_print(p->out, "<path d=\"");
    for (size_t k = 0; k < p->deals->party_count; k++)
        pp_i_builder_print(p->out, "%s%.2f,%.2f", k == 0 ? "M" : "L", column_x(p, k),
                           column_y(p, k, p->deals->points[point].values[k]));
    pp_i_builder_print(p->out, "\" fill=\"none\" %s/>\n", style);
}

static void add_columns(picture *p)
{
    const pp_deals *deals = p->deals;
    size_t step = deals->point_count / LINES_MAX + 1;
    for (size_t i = 0; i < deals->point_count; i += step)
        add_line(p, i, deals->point_count > 200 ? "stroke=\"#999\" stroke-opacity=\"0.25\""
                                                : "stroke=\"#888\" stroke-opacity=\"0.55\"");
    for (size_t k = 0; deals->valued && k < PP_SOLUTION_COUNT; k++) {
        const pp_solution *solution = &deals->solutions[deals->convention][k];
        for (size_t i = 0; i < solution->count; i++) {
            char style[64];
            snprintf(style, sizeof style, "stroke=\"%s\" stroke-width=\"2.5\"", colours[k]);
            add_line(p, solution->points[i], style);
            for (size_t q = 0; q < deals->party_count; q++)
                add_mark(p, k, column_x(p, q),
                         column_y(p, q, deals->points[solution->points[i]].values[q]));
        }
    }
    for (size_t k = 0; k < deals->party_count; k++) {
        double x = column_x(p, k), margin = (p->most[k] - p->least[k]) / 22;
        pp_i_builder_print(p->out,
                           "<path d=\"M%.2f,%dV%d\" stroke=\"#444\"/>\n<text x=\"%.2f\" y=\"%d\" "
                           "text-anchor=\"middle\" fill=\"#444\">%.4g</text>\n<text x=\"%.2f\" "
                           "y=\"%d\" text-anchor=\"middle\" fill=\"#444\">%.4g</text>\n<text "
                           "x=\"%.2f\" y=\"%d\" text-anchor=\"middle\">",
                           x, (int)TOP, HEIGHT - BOTTOM, x, TOP - 6, p->most[k] - margin, x,
                           HEIGHT - BOTTOM + 18, p->least[k] + margin, x,
                           HEIGHT - BOTTOM + 38 + (k % 2 ? 16 : 0));
        add_party(p, k);
        pp_i_builder_print(p->out, "</text>\n");
    }
}

void pp_i_deals_svg(pp_i_builder *out, const pp_deals *deals)
{
    picture p = {.out = out, .deals = deals};
    set_axes(&p);
    begin(&p);
    if (deals->party_count == 2)
        add_plane(&p);
    else
        add_columns(&p);
    add_legend(&p);
    pp_i_builder_print(out, "</svg>\n");
}
