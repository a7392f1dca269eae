/* plot.h: panels of lines over a logarithmic height, as an SVG file; for programs of bench/. */
#ifndef PP_BENCH_PLOT_H
#define PP_BENCH_PLOT_H

#include <stdbool.h>
#include <stddef.h>

enum { PLOT_POINT_COUNT_MAX = 32, PLOT_LINE_COUNT_MAX = 4, PLOT_PANEL_COUNT_MAX = 3 };

typedef struct plot_line {
    const char *name;
    double y[PLOT_POINT_COUNT_MAX]; /* above 0; else the line has no point there */
} plot_line;

typedef struct plot_panel {
    const char *x_name;
    double x[PLOT_POINT_COUNT_MAX]; /* increasing */
    size_t point_count;
    plot_line lines[PLOT_LINE_COUNT_MAX];
    size_t line_count;
} plot_panel;

/* False where the file cannot be written. */
bool plot_write(const char *path, const char *y_name, const plot_panel *panels, size_t panel_count);

#endif
