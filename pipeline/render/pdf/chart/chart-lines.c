/* Lines through the categories, broken at gaps; and target lines of all kinds of chart. */
#include "render/pdf/chart/chart-parts.h"
#include <math.h>

double target_y(const Plot *plot, guint target)
{
  const TargetLine *line = g_ptr_array_index(plot->chart->targets, target);
  return plot_y(plot, amount_to_double(line->number.amount));
}

bool target_is_whole(const Plot *plot, const TargetLine *target)
{
  return target->to < 0 || target->to + 1 >= (int)plot->chart->categories->len;
}

void target_dashes(const Plot *plot, guint target)
{
  static const double dashes[][4] = { { 5, 3, 5, 3 }, { 2, 2, 2, 2 }, { 9, 3, 2, 3 } };
  cairo_set_dash(plot->cr, dashes[target % G_N_ELEMENTS(dashes)], 4, 0);
}

/* A dashed line with a white edge, so that it shows on dark bars. */
static void draw_target(const Plot *plot, guint index, const TargetLine *target)
{
  guint n = plot->chart->categories->len;
  double y = target_y(plot, index), right = plot->right;
  double left = target->from > 0 ? plot->left + plot->pitch * MIN((guint)target->from, n - 1) : plot->left;
  if (!target_is_whole(plot, target))
    right = plot->left + plot->pitch * (target->to + 1);
  for (guint pass = 0; pass < 2; pass++) {
    plot_ink(plot, pass ? "target" : "white");
    cairo_set_line_width(plot->cr, pass ? 1.4 : 3);
    if (pass)
      target_dashes(plot, index);
    cairo_move_to(plot->cr, left, y);
    cairo_line_to(plot->cr, right, y);
    cairo_stroke(plot->cr);
  }
  cairo_set_dash(plot->cr, NULL, 0, 0);
}

void targets_draw(Plot *plot)
{
  for (guint i = 0, end = 0; i < plot->chart->targets->len; i++) {
    const TargetLine *target = g_ptr_array_index(plot->chart->targets, i);
    draw_target(plot, i, target);
    if (!target->label || !target_is_whole(plot, target))
      continue;
    guint at = (plot->chart->kind == CHART_COLUMNS ? 0 : plot->chart->series->len) + end++;
    g_array_index(plot->ends, EndLabel, at).y = target_y(plot, i);
  }
}

static void draw_line(Plot *plot, guint series)
{
  bool down = false;
  guint last = G_MAXUINT;
  plot_line_style(plot, series);
  for (guint c = 0; c < plot->chart->categories->len; c++) {
    const Point *point = plot_point(plot, series, c);
    double y = plot_y(plot, amount_to_double(point->number.amount));
    if (!point->number.given)
      down = false;
    else if (down)
      cairo_line_to(plot->cr, plot_x(plot, c), y);
    else {
      cairo_move_to(plot->cr, plot_x(plot, c), y);
      down = true;
    }
    if (point->number.given)
      last = c;
  }
  cairo_stroke(plot->cr);
  for (guint c = 0; c < plot->chart->categories->len; c++)
    plot_range(plot, plot_point(plot, series, c), plot_x(plot, c));
  plot_line_style(plot, series);
  for (guint c = 0; c < plot->chart->categories->len; c++)
    if (plot_point(plot, series, c)->number.given)
      plot_line_marker(plot, series, plot_x(plot, c),
                       plot_y(plot, amount_to_double(plot_point(plot, series, c)->number.amount)));
  EndLabel *end = &g_array_index(plot->ends, EndLabel, series);
  end->y =
      last == G_MAXUINT ? plot->bottom : plot_y(plot, amount_to_double(plot_point(plot, series, last)->number.amount));
}

/* Height of a series at x, between its points; false where it has none. */
static bool height_at(const Plot *plot, guint series, double x, double *ret_y)
{
  double place = (x - plot->left) / plot->pitch - 0.5;
  guint n = plot->chart->categories->len;
  guint before = (guint)CLAMP(floor(place), 0, n - 1), after = MIN(before + 1, n - 1);
  const Point *a = plot_point(plot, series, before), *b = plot_point(plot, series, after);
  if (!a->number.given || !b->number.given)
    return false;
  double part = CLAMP(place - before, 0, 1);
  double ya = plot_y(plot, amount_to_double(a->number.amount)), yb = plot_y(plot, amount_to_double(b->number.amount));
  *ret_y = ya + (yb - ya) * part;
  return true;
}

/* Does any line or target run through the label that stands on the baseline? */
static bool is_crossed(const Plot *plot, double x, double width, double baseline)
{
  double top = baseline - plot->ascent_pt * 0.8 - 3, bottom = baseline + 2, y;
  for (guint s = 0; s < plot->chart->series->len; s++)
    for (int step = -2; step <= 2; step++)
      if (height_at(plot, s, x + step * width / 4, &y) && y > top && y < bottom)
        return true;
  for (guint i = 0; i < plot->chart->targets->len; i++) {
    y = target_y(plot, i);
    if (y > top && y < bottom)
      return true;
  }
  return false;
}

/* The figure above or below its point, where nothing runs through it, else not at all. */
static void draw_value(const Plot *plot, guint series, guint category)
{
  const Point *point = plot_point(plot, series, category);
  g_autofree char *label = plot_label(plot, point);
  double width = plot_text_width(plot, label), x = MAX(plot_x(plot, category), plot->left + 2 + width / 2);
  double y = plot_y(plot, amount_to_double(point->number.amount));
  double over = plot_top(plot, point) - 5, under = y + 5 + plot->ascent_pt * 0.8;
  bool below = is_crossed(plot, x, width, over);
  if (below && (is_crossed(plot, x, width, under) || under > plot->bottom - 2))
    return;
  plot_text(plot, "text", AT_MIDDLE, x, below ? under : over, label);
}

/* Figures of the last series: all where they have room side by side, else the first and the last. */
static void draw_values(const Plot *plot)
{
  guint series = plot->chart->series->len - 1, n = plot->chart->categories->len, first = n, last = 0;
  double widest = 0;
  for (guint c = 0; c < n; c++) {
    const Point *point = plot_point(plot, series, c);
    if (!point->number.given)
      continue;
    g_autofree char *label = plot_label(plot, point);
    widest = MAX(widest, plot_text_width(plot, label));
    first = MIN(first, c);
    last = c;
  }
  for (guint c = first; c <= last && c < n; c++)
    if (plot_point(plot, series, c)->number.given && (widest + 3 < plot->pitch || c == first || c == last))
      draw_value(plot, series, c);
}

void lines_chart_draw(Plot *plot)
{
  targets_draw(plot);
  for (guint s = 0; s < plot->chart->series->len; s++)
    draw_line(plot, s);
  draw_values(plot);
}
