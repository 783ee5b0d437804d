/* The parts of a chart; shared by the files chart*.c only. Lengths in points on the page, y downward. */
#pragma once
#include "document/chart-scale.h"
#include "render/pdf/chart/chart.h"

typedef struct {
  Fonts *fonts;
  Canvas *canvas;
  cairo_t *cr;
  const Document *document;
  const Chart *chart;
  const TypeStyle *type; /* of labels */
  double line_pt, ascent_pt;
  double left, right, top, bottom; /* the field between the axes */
  double edge, foot;               /* left edge and lower edge of the whole chart */
  double pitch;                    /* width of a category */
  ChartScale scale;
  GArray *ends;       /* of EndLabel: names beside the right edge */
  double names_width; /* room for them */
} Plot;

typedef struct {
  const char *text; /* borrowed */
  double y;         /* the height it belongs to */
} EndLabel;

typedef enum { AT_START, AT_MIDDLE, AT_END } Anchor;

double plot_y(const Plot *plot, double value);
double plot_x(const Plot *plot, guint category); /* its middle */
void plot_ink(const Plot *plot, const char *colour);
double plot_text_width(const Plot *plot, const char *text);
void plot_text(const Plot *plot, const char *colour, Anchor anchor, double x, double baseline_y, const char *text);
void plot_text_masked(const Plot *plot, Anchor anchor, double x, double baseline_y, const char *text); /* on white */
/* Words of text in lines of at most width; caller unrefs. */
GPtrArray *plot_wrap(const Plot *plot, const TypeStyle *type, const char *text, double width);

const Point *plot_point(const Plot *plot, guint series, guint category);
const Series *plot_series(const Plot *plot, guint series);
/* The figure as label, or the word for its absence. Caller frees. */
char *plot_label(const Plot *plot, const Point *point);

/* The upright line of its confidence limits at x, if it has them. */
void plot_range(const Plot *plot, const Point *point, double x);
/* The top of the figure: of its line, if it has one. */
double plot_top(const Plot *plot, const Point *point);

/* How series of n look: the last darkest; beyond four colours white, then hatched. */
void plot_fill_bar(const Plot *plot, guint series, double x, double y, double width, double height, bool part_year);
void plot_bar_ink(const Plot *plot, guint series, double ret_rgb[3]);
void plot_line_style(const Plot *plot, guint series); /* colour and dashes */
void plot_line_marker(const Plot *plot, guint series, double x, double y);

/* Moves labels of those heights apart so that none covers another, within low .. high where that is possible, keeping
 * their order. */
void labels_spread(double *middles, const double *heights, guint n, double low, double high);
/* Names beside the right edge, with a thin leader where one had to move. */
void labels_draw_ends(const Plot *plot);
/* Room for them beside a field in a chart of that width, so that they need no more than that height. */
double labels_ends_width(const Plot *plot, double width, double height);
/* A row or more of samples with names above the field, for what cannot be labelled directly; returns its height. */
double legend_draw(const Plot *plot, double x, double y, double width);

void columns_draw(Plot *plot);
void stacked_draw(Plot *plot);
void lines_chart_draw(Plot *plot);
void targets_draw(Plot *plot);
double target_y(const Plot *plot, guint target);
bool target_is_whole(const Plot *plot, const TargetLine *target); /* reaches the last category: labelled at its end */
void target_dashes(const Plot *plot, guint target);
