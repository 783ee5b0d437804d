/* A chart from top to bottom: title, what the axis measures, legend, field with its axes, categories, names at the
 * right. */
#include "render/pdf/chart/chart-parts.h"
#include <math.h>

double chart_height_pt(const Document *document, const Chart *chart, double width_pt)
{
  const TypeStyle *title = style_type(document->style, "caption");
  double head_pt = chart->title ? text_line_height_pt(title) : 0;
  return head_pt + CLAMP(0.52 * width_pt, 150, 200);
}

static double draw_title(const Plot *plot, double x, double y, double width)
{
  const TypeStyle *type = style_type(plot->document->style, "caption");
  g_autoptr(GPtrArray) lines = plot_wrap(plot, type, plot->chart->title, width);
  double rgb[3], line = text_line_height_pt(type);
  style_colour(plot->document->style, type->colour ? type->colour : "text", rgb);
  for (guint i = 0; i < lines->len; i++)
    text_draw(plot->fonts, plot->canvas, type, rgb, x, y + line * i + text_ascent_pt(plot->fonts, type),
              g_ptr_array_index(lines, i));
  return line * lines->len;
}

static double ticks_width(const Plot *plot)
{
  double width = 0;
  for (guint i = 0; i <= chart_scale_steps(&plot->scale); i++) {
    g_autofree char *text = chart_scale_text(&plot->scale, i);
    width = MAX(width, plot_text_width(plot, text));
  }
  return width;
}

static void draw_grid(const Plot *plot)
{
  for (guint i = 0; i <= (plot->scale.any ? chart_scale_steps(&plot->scale) : 0); i++) {
    double value = chart_scale_value(&plot->scale, i), y = plot_y(plot, value);
    bool is_base = fabs(value) < plot->scale.step * 1e-6 || i == 0;
    g_autofree char *text = chart_scale_text(&plot->scale, i);
    plot_ink(plot, is_base ? "grey" : "shade");
    cairo_set_line_width(plot->cr, is_base ? 0.9 : 0.6);
    cairo_move_to(plot->cr, plot->left, y);
    cairo_line_to(plot->cr, plot->right, y);
    cairo_stroke(plot->cr);
    if (plot->scale.any)
      plot_text(plot, "note", AT_END, plot->left - 5, y + plot->ascent_pt * 0.36, text);
  }
}

enum { MOST_LINES = 6 }; /* under the field */

/* ---- categories under the field: name, "part year", words for gaps that have no place in the field -------------- */
static void add_wrapped(const Plot *plot, GPtrArray *lines, const char *text)
{
  GPtrArray *more = plot_wrap(plot, plot->type, text, plot->pitch - 4);
  g_ptr_array_extend_and_steal(lines, more);
}

static GPtrArray *category_lines(const Plot *plot, guint category)
{
  const ChartCategory *row = g_ptr_array_index(plot->chart->categories, category);
  GPtrArray *lines = plot_wrap(plot, plot->type, row->label, plot->pitch - 4);
  if (row->part_year)
    add_wrapped(plot, lines, document_word(plot->document, "part-year-alone"));
  for (guint s = 0; plot->chart->kind != CHART_COLUMNS && s < plot->chart->series->len; s++) {
    const Point *point = plot_point(plot, s, category);
    if (point->number.given)
      continue;
    g_autofree char *word = plot_label(plot, point);
    bool alone = plot->chart->series->len == 1;
    g_autofree char *text = alone ? g_strdup(word) : g_strdup_printf("%s: %s", plot_series(plot, s)->label, word);
    add_wrapped(plot, lines, text);
  }
  return lines;
}

static guint most_category_lines(const Plot *plot)
{
  guint most = 1;
  for (guint c = 0; c < plot->chart->categories->len; c++) {
    g_autoptr(GPtrArray) lines = category_lines(plot, c);
    most = MAX(most, lines->len);
  }
  return MIN(most, MOST_LINES);
}

/* Labels that would touch the one before are left out. */
static void draw_categories(const Plot *plot)
{
  double free_from = plot->edge, last = plot->right + 4;
  for (guint c = 0; c < plot->chart->categories->len; c++) {
    g_autoptr(GPtrArray) lines = category_lines(plot, c);
    double widest = 0;
    for (guint i = 0; i < lines->len; i++)
      widest = MAX(widest, plot_text_width(plot, g_ptr_array_index(lines, i)));
    double x = MIN(plot_x(plot, c), last - widest / 2);
    if (x - widest / 2 < free_from)
      continue;
    free_from = x + widest / 2 + 3;
    for (guint i = 0; i < MIN(lines->len, MOST_LINES); i++)
      plot_text(plot, i ? "note" : "text", AT_MIDDLE, x, plot->bottom + 4 + plot->ascent_pt + plot->line_pt * i,
                g_ptr_array_index(lines, i));
  }
}

/* Names for the right edge, whose heights are set when the lines and parts are drawn. */
static void names_collect(Plot *plot)
{
  const Chart *chart = plot->chart;
  for (guint s = 0; chart->kind != CHART_COLUMNS && s < chart->series->len; s++) {
    EndLabel end = { plot_series(plot, s)->label, 0 };
    g_array_append_val(plot->ends, end);
  }
  for (guint i = 0; i < chart->targets->len; i++) {
    const TargetLine *target = g_ptr_array_index(chart->targets, i);
    EndLabel end = { target->label, 0 };
    if (target->label && target_is_whole(plot, target))
      g_array_append_val(plot->ends, end);
  }
}

/* The field is what titles, ticks, categories and names leave free. */
static void place_field(Plot *plot, double x, double y, double width, double bottom)
{
  plot->scale = chart_scale_of(plot->chart);
  names_collect(plot);
  plot->left = x + ticks_width(plot) + 7;
  plot->names_width = labels_ends_width(plot, width, bottom - y);
  plot->right = x + width - (plot->ends->len ? 11 + plot->names_width : 4);
  plot->pitch = (plot->right - plot->left) / MAX(plot->chart->categories->len, 1);
  plot->top = y + plot->line_pt * 0.9;
  plot->edge = x;
  plot->foot = bottom;
  plot->bottom = bottom - 6 - plot->line_pt * most_category_lines(plot);
}

static void draw_field(Plot *plot)
{
  draw_grid(plot);
  switch ((ChartKind)plot->chart->kind) {
  case CHART_LINES:
    lines_chart_draw(plot);
    break;
  case CHART_STACKED:
    stacked_draw(plot);
    break;
  case CHART_NONE:
  case CHART_COLUMNS:
    columns_draw(plot);
  }
  draw_categories(plot);
  labels_draw_ends(plot);
}

void chart_draw(Fonts *fonts, Canvas *canvas, const Document *document, const Chart *chart, double x_pt, double y_pt,
                double width_pt)
{
  Plot plot = { .fonts = fonts,
                .canvas = canvas,
                .cr = canvas_cairo(canvas),
                .document = document,
                .chart = chart,
                .type = style_type(document->style, "small"),
                .ends = g_array_new(FALSE, TRUE, sizeof(EndLabel)) };
  double bottom_pt = y_pt + chart_height_pt(document, chart, width_pt);
  plot.line_pt = text_line_height_pt(plot.type);
  plot.ascent_pt = text_ascent_pt(fonts, plot.type);
  cairo_save(plot.cr);
  cairo_set_line_cap(plot.cr, CAIRO_LINE_CAP_BUTT);
  if (chart->title)
    y_pt += draw_title(&plot, x_pt, y_pt, width_pt);
  if (chart->axis) {
    plot_text(&plot, "note", AT_START, x_pt, y_pt + plot.ascent_pt, chart->axis);
    y_pt += plot.line_pt;
  }
  y_pt += legend_draw(&plot, x_pt, y_pt, width_pt);
  if (chart->series->len && chart->categories->len) {
    place_field(&plot, x_pt, y_pt, width_pt, bottom_pt);
    draw_field(&plot);
  } else {
    plot_text(&plot, "note", AT_START, x_pt, y_pt + plot.ascent_pt, "–"); /* a page without ink has no marks */
  }
  cairo_restore(plot.cr);
  g_array_unref(plot.ends);
}
