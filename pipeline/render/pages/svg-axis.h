/* The frame of a chart: how values and categories become places, ticks at round numbers. */
#pragma once
#include "document/chart-scale.h"

typedef struct {
  double left, right, top, bottom; /* of the plot */
  ChartScale scale;                /* values at the bottom and the top, and between ticks */
  guint n;                         /* categories */
} Frame;

/* Room for the numbers at the left, the categories below. */
Frame svg_frame(const Chart *chart);
double svg_y(const Frame *frame, double value);
double svg_band(const Frame *frame, guint category); /* left edge of a category's band */
double svg_band_width(const Frame *frame);
/* Grid lines with their numbers, the axis' name and the categories' names. */
void svg_axes(const Document *document, GString *out, const Chart *chart, const Frame *frame);

/* Numbers with one decimal, in any locale. */
void svg_number(GString *out, const char *attribute, double value);
typedef enum { SVG_START, SVG_MIDDLE, SVG_END } Anchor;
void svg_text(GString *out, double x, double y, Anchor anchor, const char *class, const char *text);
