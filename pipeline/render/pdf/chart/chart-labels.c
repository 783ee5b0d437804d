/* Names in a chart: beside what they name where that is possible, else in a legend. */
#include "render/pdf/chart/chart-parts.h"
#include <math.h>

static double gap(const double *heights, guint i)
{
  return (heights[i] + heights[i + 1]) / 2;
}

/* Pushing down from the top and up from the bottom both part the labels, and so does the middle between the two. */
void labels_spread(double *middles, const double *heights, guint n, double low, double high)
{
  if (!n)
    return;
  g_autofree double *down = g_memdup2(middles, n * sizeof *middles), *up = g_memdup2(middles, n * sizeof *middles);
  for (guint i = 1; i < n; i++)
    down[i] = MAX(down[i], down[i - 1] + gap(heights, i - 1));
  for (guint i = n - 1; i > 0; i--)
    up[i - 1] = MIN(up[i - 1], up[i] - gap(heights, i - 1));
  for (guint i = 0; i < n; i++)
    middles[i] = (down[i] + up[i]) / 2;
  middles[n - 1] = MIN(middles[n - 1], high - heights[n - 1] / 2);
  for (guint i = n - 1; i > 0; i--)
    middles[i - 1] = MIN(middles[i - 1], middles[i] - gap(heights, i - 1));
  middles[0] = MAX(middles[0], low + heights[0] / 2);
  for (guint i = 1; i < n; i++)
    middles[i] = MAX(middles[i], middles[i - 1] + gap(heights, i - 1));
}

static int by_height(gconstpointer a, gconstpointer b)
{
  const EndLabel *first = a, *second = b;
  return first->y < second->y ? -1 : first->y > second->y;
}

static double ends_height(const Plot *plot, double width)
{
  guint n = 0;
  for (guint i = 0; i < plot->ends->len; i++) {
    g_autoptr(GPtrArray) lines = plot_wrap(plot, plot->type, g_array_index(plot->ends, EndLabel, i).text, width);
    n += lines->len;
  }
  return n * plot->line_pt;
}

double labels_ends_width(const Plot *plot, double width, double height)
{
  static const double shares[] = { 0.23, 0.3, 0.4 };
  double most = 0;
  for (guint i = 0; i < plot->ends->len; i++)
    most = MAX(most, plot_text_width(plot, g_array_index(plot->ends, EndLabel, i).text));
  for (guint i = 0; i < G_N_ELEMENTS(shares) && most > shares[i] * width; i++)
    if (ends_height(plot, shares[i] * width) <= height)
      return shares[i] * width;
  return MIN(most, 0.45 * width);
}

static void draw_end(const Plot *plot, const EndLabel *label, const GPtrArray *lines, double middle)
{
  double y = middle - plot->line_pt * (lines->len - 1) / 2;
  double aim = CLAMP(label->y, y - plot->line_pt / 2, middle + plot->line_pt * lines->len / 2);
  if (fabs(aim - label->y) > 0.5 || fabs(middle - label->y) > 3) {
    plot_ink(plot, "grey");
    cairo_set_line_width(plot->cr, 0.5);
    cairo_move_to(plot->cr, plot->right + 1, label->y);
    cairo_line_to(plot->cr, plot->right + 7, middle);
    cairo_stroke(plot->cr);
  }
  for (guint i = 0; i < lines->len; i++, y += plot->line_pt)
    plot_text(plot, "text", AT_START, plot->right + 9, y + plot->ascent_pt * 0.36, g_ptr_array_index(lines, i));
}

void labels_draw_ends(const Plot *plot)
{
  guint n = plot->ends->len;
  g_array_sort(plot->ends, by_height);
  g_autofree double *middles = g_new(double, n + 1), *heights = g_new(double, n + 1);
  g_autoptr(GPtrArray) wrapped = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < n; i++) {
    const EndLabel *label = &g_array_index(plot->ends, EndLabel, i);
    GPtrArray *lines = plot_wrap(plot, plot->type, label->text, plot->names_width + 0.5);
    g_ptr_array_add(wrapped, lines);
    heights[i] = plot->line_pt * lines->len;
    middles[i] = label->y;
  }
  labels_spread(middles, heights, n, plot->top - plot->line_pt / 2, plot->foot);
  for (guint i = 0; i < n; i++)
    draw_end(plot, &g_array_index(plot->ends, EndLabel, i), g_ptr_array_index(wrapped, i), middles[i]);
}

/* ---- legend ---------------------------------------------------------------------------------------------------- */
typedef struct {
  const char *text;
  guint index;
  bool is_target;
} LegendEntry;

static GArray *legend_entries(const Plot *plot)
{
  const Chart *chart = plot->chart;
  GArray *entries = g_array_new(FALSE, FALSE, sizeof(LegendEntry));
  for (guint i = 0; chart->kind == CHART_COLUMNS && chart->series->len > 1 && i < chart->series->len; i++) {
    LegendEntry entry = { plot_series(plot, i)->label, i, false };
    g_array_append_val(entries, entry);
  }
  for (guint i = 0; i < chart->targets->len; i++) {
    const TargetLine *target = g_ptr_array_index(chart->targets, i);
    LegendEntry entry = { target->label, i, true };
    if (target->label && !target_is_whole(plot, target))
      g_array_append_val(entries, entry);
  }
  return entries;
}

static void draw_sample(const Plot *plot, const LegendEntry *entry, double x, double y)
{
  if (!entry->is_target) {
    plot_fill_bar(plot, entry->index, x, y + plot->line_pt / 2 - 4, 12, 8, false);
    return;
  }
  plot_ink(plot, "target");
  cairo_set_line_width(plot->cr, 1.4);
  target_dashes(plot, entry->index);
  cairo_move_to(plot->cr, x, y + plot->line_pt / 2);
  cairo_line_to(plot->cr, x + 24, y + plot->line_pt / 2);
  cairo_stroke(plot->cr);
  cairo_set_dash(plot->cr, NULL, 0, 0);
}

double legend_draw(const Plot *plot, double x, double y, double width)
{
  g_autoptr(GArray) entries = legend_entries(plot);
  double at = x, top = y;
  for (guint i = 0; i < entries->len; i++) {
    const LegendEntry *entry = &g_array_index(entries, LegendEntry, i);
    double sample = entry->is_target ? 28 : 18, needed = sample + plot_text_width(plot, entry->text);
    if (at > x && at + needed > x + width) {
      at = x;
      y += plot->line_pt;
    }
    draw_sample(plot, entry, at, y);
    plot_text(plot, "text", AT_START, at + sample, y + plot->line_pt / 2 + plot->ascent_pt * 0.36, entry->text);
    at += needed + 16;
  }
  return entries->len ? y - top + plot->line_pt + 3 : 0;
}
