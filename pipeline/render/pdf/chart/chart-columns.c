/* Columns side by side (years within a quarter) and parts on top of each other. */
#include "render/pdf/chart/chart-parts.h"
#include <math.h>

typedef struct {
  double bar, left; /* width of a bar; from the category's left edge to its first bar */
} Cluster;

static double widest_label(const Plot *plot, guint series)
{
  double width = 0;
  for (guint c = 0; c < plot->chart->categories->len; c++) {
    g_autofree char *label = plot_label(plot, plot_point(plot, series, c));
    width = MAX(width, plot_text_width(plot, label));
  }
  return width;
}

/* The label of the last bar begins at that bar, so what is left free beside the bars must hold it. */
static Cluster cluster_of(const Plot *plot)
{
  guint n = plot->chart->series->len;
  double pitch = plot->pitch, pad = 0.28 * pitch, label = widest_label(plot, n - 1) + 4;
  if (n > 1 && label > (pitch - pad) / n + pad)
    pad = MIN((label - pitch / n) / (1 - 1.0 / n), 0.6 * pitch);
  double bar = MIN((pitch - pad) / n, n == 1 ? 44 : 30);
  double free = pitch - bar * n;
  return (Cluster){ bar, n == 1 ? free / 2 : MIN(free / 2, MAX(free - (label - bar), free * 0.25)) };
}

static bool is_part_year(const Plot *plot, guint category)
{
  return ((const ChartCategory *)g_ptr_array_index(plot->chart->categories, category))->part_year;
}

/* A word in the place of a bar, which has `free` to the next one: upright in narrow places, a dash where there is no
 * room for that. */
static void draw_missing(const Plot *plot, const Point *point, double x, double width, double free)
{
  g_autofree char *word = plot_label(plot, point);
  double base = plot_y(plot, 0) - 2;
  if (plot_text_width(plot, word) + 2 < free)
    plot_text(plot, "note", free > width ? AT_START : AT_MIDDLE, free > width ? x + 1 : x + width / 2, base, word);
  else if (width >= plot->ascent_pt * 0.8) {
    cairo_save(plot->cr);
    cairo_translate(plot->cr, x + width / 2 + plot->ascent_pt * 0.36, base);
    cairo_rotate(plot->cr, -G_PI / 2);
    plot_text(plot, "note", AT_START, 0, 0, word);
    cairo_restore(plot->cr);
  } else if (width > plot_text_width(plot, "–"))
    plot_text(plot, "note", AT_MIDDLE, x + width / 2, base, "–");
}

static void draw_bar(const Plot *plot, guint series, guint category, double x, double width, double free)
{
  const Point *point = plot_point(plot, series, category);
  if (!point->number.given) {
    draw_missing(plot, point, x, width, free);
    return;
  }
  double y = plot_y(plot, amount_to_double(point->number.amount)), zero = plot_y(plot, 0);
  plot_fill_bar(plot, series, x + 0.5, MIN(y, zero), width - 1, fabs(zero - y), is_part_year(plot, category));
  plot_range(plot, point, x + width / 2);
}

/* A baseline at or above the wanted one where no target line runs through the figure. */
static double over_targets(const Plot *plot, double baseline)
{
  for (guint i = 0; i < plot->chart->targets->len; i++) {
    double y = target_y(plot, i);
    if (y > baseline - plot->ascent_pt * 0.9 - 1 && y < baseline + 2)
      baseline = y - 3;
  }
  return baseline;
}

/* The highest bar of a category between x and x + width. */
static double bars_top(const Plot *plot, Cluster cluster, guint category, double x, double width)
{
  double top = plot_y(plot, 0);
  for (guint s = 0; s < plot->chart->series->len; s++) {
    const Point *point = plot_point(plot, s, category);
    double left = plot->left + plot->pitch * category + cluster.left + cluster.bar * s;
    if (point->number.given && left + cluster.bar > x && left < x + width)
      top = MIN(top, plot_top(plot, point));
  }
  return top;
}

static void draw_value(const Plot *plot, Cluster cluster, guint category)
{
  guint last = plot->chart->series->len - 1;
  const Point *point = plot_point(plot, last, category);
  g_autofree char *label = plot_label(plot, point);
  double width = plot_text_width(plot, label), value = amount_to_double(point->number.amount);
  double x = plot->left + plot->pitch * category + cluster.left + cluster.bar * last;
  if (width <= cluster.bar || last == 0)
    x += (cluster.bar - width) / 2;
  x = MAX(MIN(x, plot->right + 3 - width), plot->left + 1);
  double under = plot_y(plot, value) + plot->ascent_pt + 1;
  bool below = value < 0 && under < plot->bottom - 2;
  double over = over_targets(plot, bars_top(plot, cluster, category, x + 1, width - 2) - 2.5);
  plot_text_masked(plot, AT_START, x, below ? under : over, label);
}

/* Figures over the bars of the last series: all where they have room side by side, else only the last. */
static void draw_values(const Plot *plot, Cluster cluster)
{
  guint last = plot->chart->series->len - 1;
  bool crowded = widest_label(plot, last) + 2 > plot->pitch, done = false;
  for (guint c = plot->chart->categories->len; c-- > 0 && !(done && crowded);)
    if (plot_point(plot, last, c)->number.given) {
      draw_value(plot, cluster, c);
      done = true;
    }
}

void columns_draw(Plot *plot)
{
  Cluster cluster = cluster_of(plot);
  guint n = plot->chart->series->len;
  for (guint c = 0; c < plot->chart->categories->len; c++)
    for (guint s = 0; s < n; s++)
      draw_bar(plot, s, c, plot->left + plot->pitch * c + cluster.left + cluster.bar * s, cluster.bar,
               s + 1 == n ? plot->pitch - cluster.bar * (n - 1) - cluster.left : cluster.bar);
  targets_draw(plot);
  draw_values(plot, cluster);
}

/* ---- stacked --------------------------------------------------------------------------------------------------- */
/* The figure inside its part, if it fits, in white or dark. */
static void draw_part_value(const Plot *plot, guint series, const Point *point, double x, double y, double width,
                            double height)
{
  double ink[3], white[3], text[3];
  g_autofree char *label = plot_label(plot, point);
  plot_bar_ink(plot, series, ink);
  style_colour(plot->document->style, "white", white);
  style_colour(plot->document->style, "text", text);
  bool dark = style_contrast(ink, white) > style_contrast(ink, text);
  if (height >= plot->line_pt && plot_text_width(plot, label) + 2 <= width)
    plot_text(plot, dark ? "white" : "text", AT_MIDDLE, x, y + height / 2 + plot->ascent_pt * 0.36, label);
}

static void draw_stack(Plot *plot, guint category, double width, bool name_parts)
{
  double above = 0, below = 0, x = plot_x(plot, category) - width / 2;
  for (guint s = 0; s < plot->chart->series->len; s++) {
    const Point *point = plot_point(plot, s, category);
    double value = point->number.given ? amount_to_double(point->number.amount) : 0;
    double *sum = value < 0 ? &below : &above, from = plot_y(plot, *sum);
    *sum += value;
    double to = plot_y(plot, *sum), top = MIN(from, to), height = fabs(from - to);
    if (point->number.given) {
      plot_fill_bar(plot, s, x, top, width, height, is_part_year(plot, category));
      if (!is_part_year(plot, category))
        draw_part_value(plot, s, point, x + width / 2, top, width, height);
    }
    EndLabel end = { plot_series(plot, s)->label, top + height / 2 };
    if (name_parts)
      g_array_index(plot->ends, EndLabel, s) = end;
  }
}

/* Parts are named beside the last stack that has any. */
void stacked_draw(Plot *plot)
{
  guint n = plot->chart->categories->len, named = n - 1;
  double width = MIN(0.62 * plot->pitch, 64);
  for (guint c = n; c-- > 0;)
    for (guint s = 0; s < plot->chart->series->len; s++)
      if (plot_point(plot, s, c)->number.given) {
        named = c;
        c = 0;
        break;
      }
  for (guint c = 0; c < n; c++)
    draw_stack(plot, c, width, c == named);
  targets_draw(plot);
}
