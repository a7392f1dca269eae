/* plot.c: see plot.h. Lines differ in colour, dash and mark, so that the picture prints in grey. */
#include "plot.h"

#include <math.h>
#include <stdio.h>

enum { PANEL_WIDTH = 430, PANEL_HEIGHT = 300, LEFT = 62, TOP = 20, RIGHT = 14, BOTTOM = 124 };

static const char *const colours[PLOT_LINE_COUNT_MAX] = {"#0072b2", "#b5541c", "#007a5a",
                                                         "#8a6d00"};
static const char *const dashes[PLOT_LINE_COUNT_MAX] = {"none", "6 4", "2 3", "9 3 2 3"};

typedef struct scale {
    double x_from, x_to, y_from, y_to; /* y: powers of ten */
} scale;

static double x_at(const scale *s, double x)
{
    double share = s->x_to > s->x_from ? (x - s->x_from) / (s->x_to - s->x_from) : 0.5;
    return LEFT + 12 + share * (PANEL_WIDTH - LEFT - RIGHT - 24);
}

static double y_at(const scale *s, double power)
{
    return TOP + (s->y_to - power) / (s->y_to - s->y_from) * PANEL_HEIGHT;
}

/* One height for all panels, so that they compare. */
static scale common_scale(const plot_panel *panels, size_t panel_count)
{
    scale s = {.y_from = HUGE_VAL, .y_to = -HUGE_VAL};
    for (size_t p = 0; p < panel_count; p++)
        for (size_t l = 0; l < panels[p].line_count; l++)
            for (size_t i = 0; i < panels[p].point_count; i++)
                if (panels[p].lines[l].y[i] > 0) {
                    s.y_from = fmin(s.y_from, floor(log10(panels[p].lines[l].y[i])));
                    s.y_to = fmax(s.y_to, ceil(log10(panels[p].lines[l].y[i])));
                }
    if (s.y_from >= s.y_to)
        s.y_to = s.y_from + 1;
    return s;
}

static void draw_grid(FILE *file, const plot_panel *panel, const scale *s, const char *y_name)
{
    for (double power = s->y_from; power <= s->y_to; power++)
        fprintf(file,
                "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/>\n"
                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%g</text>\n",
                LEFT, y_at(s, power), PANEL_WIDTH - RIGHT, y_at(s, power), LEFT - 6,
                y_at(s, power) + 4, pow(10, power));
    for (size_t i = 0; i < panel->point_count; i++)
        fprintf(file, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%g</text>\n",
                x_at(s, panel->x[i]), TOP + PANEL_HEIGHT + 18, panel->x[i]);
    fprintf(file,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
            "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>\n",
            (LEFT + PANEL_WIDTH - RIGHT) / 2, TOP + PANEL_HEIGHT + 38, panel->x_name,
            TOP + PANEL_HEIGHT / 2, y_name);
}

static void draw_line(FILE *file, const plot_panel *panel, size_t line, const scale *s)
{
    const plot_line *of = &panel->lines[line];
    int y = TOP + PANEL_HEIGHT + 58 + 18 * (int)line;
    fprintf(file,
            "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" "
            "stroke-dasharray=\"%s\" points=\"",
            colours[line], dashes[line]);
    for (size_t i = 0; i < panel->point_count; i++)
        if (of->y[i] > 0)
            fprintf(file, "%.1f,%.1f ", x_at(s, panel->x[i]), y_at(s, log10(of->y[i])));
    fprintf(file, "\"/>\n");
    for (size_t i = 0; i < panel->point_count; i++)
        if (of->y[i] > 0)
            fprintf(file, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\" fill=\"%s\" stroke=\"%s\"/>\n",
                    x_at(s, panel->x[i]), y_at(s, log10(of->y[i])),
                    line % 2 == 0 ? colours[line] : "#ffffff", colours[line]);
    fprintf(file,
            "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"1.6\" "
            "stroke-dasharray=\"%s\"/>\n<text x=\"%d\" y=\"%d\">%s</text>\n",
            LEFT, y - 4, LEFT + 36, y - 4, colours[line], dashes[line], LEFT + 44, y, of->name);
}

bool plot_write(const char *path, const char *y_name, const plot_panel *panels, size_t panel_count)
{
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return false;
    scale s = common_scale(panels, panel_count);
    fprintf(file,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
            "font-family=\"sans-serif\" font-size=\"12\">\n"
            "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n",
            PANEL_WIDTH * (int)panel_count, TOP + PANEL_HEIGHT + BOTTOM);
    for (size_t p = 0; p < panel_count; p++) {
        s.x_from = panels[p].x[0];
        s.x_to = panels[p].x[panels[p].point_count - 1];
        fprintf(file, "<g transform=\"translate(%d 0)\">\n", PANEL_WIDTH * (int)p);
        draw_grid(file, &panels[p], &s, y_name);
        for (size_t l = 0; l < panels[p].line_count; l++)
            draw_line(file, &panels[p], l, &s);
        fprintf(file, "</g>\n");
    }
    fprintf(file, "</svg>\n");
    bool good = ferror(file) == 0;
    return fclose(file) == 0 && good;
}
