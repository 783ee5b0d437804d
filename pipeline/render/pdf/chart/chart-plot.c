/* What all kinds of chart share: places, ink, words and the look of series. */
#include "render/pdf/chart/chart-parts.h"
#include <math.h>

double plot_y(const Plot *plot, double value)
{
  double part = (value - plot->scale.low) / (plot->scale.high - plot->scale.low);
  return plot->bottom - CLAMP(part, 0, 1) * (plot->bottom - plot->top);
}

double plot_x(const Plot *plot, guint category)
{
  return plot->left + plot->pitch * (category + 0.5);
}

void plot_ink(const Plot *plot, const char *colour)
{
  double rgb[3];
  style_colour(plot->document->style, colour, rgb);
  cairo_set_source_rgb(plot->cr, rgb[0], rgb[1], rgb[2]);
}

double plot_text_width(const Plot *plot, const char *text)
{
  return text_width_pt(plot->fonts, plot->type, text);
}

void plot_text(const Plot *plot, const char *colour, Anchor anchor, double x, double baseline_y, const char *text)
{
  double rgb[3];
  style_colour(plot->document->style, colour, rgb);
  if (anchor != AT_START)
    x -= plot_text_width(plot, text) * (anchor == AT_MIDDLE ? 0.5 : 1);
  text_draw(plot->fonts, plot->canvas, plot->type, rgb, x, baseline_y, text);
}

void plot_text_masked(const Plot *plot, Anchor anchor, double x, double baseline_y, const char *text)
{
  double width = plot_text_width(plot, text), left = x;
  if (anchor != AT_START)
    left -= width * (anchor == AT_MIDDLE ? 0.5 : 1);
  plot_ink(plot, "white");
  cairo_rectangle(plot->cr, left - 1, baseline_y - plot->ascent_pt * 0.85, width + 2, plot->ascent_pt * 0.95);
  cairo_fill(plot->cr);
  plot_text(plot, "text", AT_START, left, baseline_y, text);
}

GPtrArray *plot_wrap(const Plot *plot, const TypeStyle *type, const char *text, double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) words = g_strsplit(text ? text : "", " ", -1);
  g_autoptr(GString) line = g_string_new(NULL);
  for (char **word = words; *word; word++) {
    g_autofree char *longer = g_strconcat(line->str, line->len ? " " : "", *word, NULL);
    if (line->len && text_width_pt(plot->fonts, type, longer) > width) {
      g_ptr_array_add(lines, g_strdup(line->str));
      g_string_assign(line, *word);
    } else
      g_string_assign(line, longer);
  }
  if (line->len)
    g_ptr_array_add(lines, g_strdup(line->str));
  return lines;
}

const Series *plot_series(const Plot *plot, guint series)
{
  return g_ptr_array_index(plot->chart->series, series);
}

const Point *plot_point(const Plot *plot, guint series, guint category)
{
  static const Point none = { .state = STATE_NONE };
  const GPtrArray *points = plot_series(plot, series)->points;
  return category < points->len ? g_ptr_array_index(points, category) : &none;
}

char *plot_label(const Plot *plot, const Point *point)
{
  const Value value = { .number = point->number,
                        .state = point->state,
                        .flags = point->flags,
                        .decimals = plot->chart->decimals,
                        .unit = plot->chart->unit == UNIT_MINUTES_SECONDS ? UNIT_MINUTES_SECONDS : UNIT_NONE };
  if (!point->number.given && point->state == STATE_NONE)
    return g_strdup("–");
  return value_to_text(plot->document, &value);
}

double plot_top(const Plot *plot, const Point *point)
{
  double y = plot_y(plot, amount_to_double(point->number.amount));
  return point_has_range(point) ? MIN(y, plot_y(plot, amount_to_double(point->upper.amount))) : y;
}

void plot_range(const Plot *plot, const Point *point, double x)
{
  if (!point_has_range(point))
    return;
  double low = plot_y(plot, amount_to_double(point->lower.amount)), high = plot_top(plot, point);
  const double white = 3, dark = 1.2; /* a light edge tells it from a bar */
  const struct {
    const char *colour;
    double width;
  } strokes[] = { { "white", white }, { "text", dark } };
  for (guint i = 0; i < G_N_ELEMENTS(strokes); i++) {
    plot_ink(plot, strokes[i].colour);
    cairo_set_line_width(plot->cr, strokes[i].width);
    cairo_move_to(plot->cr, x, low);
    cairo_line_to(plot->cr, x, high);
    cairo_move_to(plot->cr, x - 3, high);
    cairo_line_to(plot->cr, x + 3, high);
    cairo_move_to(plot->cr, x - 3, low);
    cairo_line_to(plot->cr, x + 3, low);
    cairo_stroke(plot->cr);
  }
}

/* ---- bars ------------------------------------------------------------------------------------------------------ */
/* Colour of a series counted from the last; with few series the steps between them are wider. NULL: white. */
static const char *bar_colour(guint n, guint series)
{
  static const char *const few[3][3] = { { "chart-4" }, { "chart-2", "chart-4" }, { "chart-1", "chart-2", "chart-4" } };
  static const char *const four[] = { "chart-4", "chart-3", "chart-2", "chart-1" };
  if (n <= 3)
    return few[n - 1][series];
  guint from_last = n - 1 - series;
  return from_last < 4 ? four[from_last] : NULL;
}

void plot_bar_ink(const Plot *plot, guint series, double ret_rgb[3])
{
  const char *colour = bar_colour(plot->chart->series->len, series);
  style_colour(plot->document->style, colour ? colour : "white", ret_rgb);
}

static void hatch(const Plot *plot, double x, double y, double width, double height, double gap, const char *colour)
{
  bool dark = g_str_equal(colour, "chart-4");
  cairo_t *cr = plot->cr;
  cairo_save(cr);
  cairo_rectangle(cr, x, y, width, height);
  cairo_clip(cr);
  for (double at = x - height; at < x + width; at += gap) {
    cairo_move_to(cr, at, y + height);
    cairo_line_to(cr, at + height, y);
  }
  plot_ink(plot, colour);
  cairo_set_line_width(cr, dark ? 0.5 : 1.1);
  cairo_stroke(cr);
  cairo_restore(cr);
}

void plot_fill_bar(const Plot *plot, guint series, double x, double y, double width, double height, bool part_year)
{
  static const double dashes[] = { 2, 1.5 };
  cairo_t *cr = plot->cr;
  guint n = plot->chart->series->len;
  double rgb[3];
  plot_bar_ink(plot, series, rgb);
  cairo_set_source_rgb(cr, rgb[0], rgb[1], rgb[2]);
  cairo_rectangle(cr, x, y, width, height);
  cairo_fill(cr);
  if (n > 5 && series < n - 5)
    hatch(plot, x, y, width, height, 2.0 + 1.5 * (n - 5 - series), "chart-4");
  if (part_year)
    hatch(plot, x, y, width, height, 4, rgb[0] + rgb[1] + rgb[2] > 2 ? "chart-4" : "white");
  plot_ink(plot, "chart-4"); /* the outline parts pale bars from the page and from each other */
  cairo_set_line_width(cr, 0.6);
  cairo_set_dash(cr, dashes, part_year ? 2 : 0, 0);
  cairo_rectangle(cr, x, y, width, height);
  cairo_stroke(cr);
  cairo_set_dash(cr, NULL, 0, 0);
}

/* ---- lines ----------------------------------------------------------------------------------------------------- */
typedef struct {
  const char *colour;
  double dashes[4];
  int n_dashes;
} LineStyle;

/* Counted from the last series; all at least 3:1 on white. */
static const LineStyle line_styles[] = {
  { "chart-4", { 0 }, 0 },
  { "chart-3", { 6, 3 }, 2 },
  { "grey", { 1.5, 2 }, 2 },
  { "note", { 6, 2, 1.5, 2 }, 4 },
};

static guint from_last(const Plot *plot, guint series)
{
  return (plot->chart->series->len - 1 - series) % G_N_ELEMENTS(line_styles);
}

void plot_line_style(const Plot *plot, guint series)
{
  const LineStyle *look = &line_styles[from_last(plot, series)];
  plot_ink(plot, look->colour);
  cairo_set_line_width(plot->cr, from_last(plot, series) ? 1.3 : 2);
  cairo_set_dash(plot->cr, look->dashes, look->n_dashes, 0);
}

void plot_line_marker(const Plot *plot, guint series, double x, double y)
{
  static const int corners[] = { 0, 4, 3, 4 };
  cairo_t *cr = plot->cr;
  guint kind = from_last(plot, series);
  double radius = kind ? 2.6 : 2.8;
  cairo_new_sub_path(cr);
  if (!corners[kind])
    cairo_arc(cr, x, y, radius, 0, 2 * G_PI);
  for (int i = 0; i < corners[kind]; i++) { /* a square, a triangle on its base, a square on its corner */
    double angle = 2 * G_PI * i / corners[kind] - G_PI / 2 + (kind == 1 ? G_PI / 4 : 0);
    cairo_line_to(cr, x + 1.25 * radius * cos(angle), y + 1.25 * radius * sin(angle));
  }
  cairo_close_path(cr);
  cairo_set_dash(cr, NULL, 0, 0);
  plot_ink(plot, kind == 2 || kind == 3 ? "white" : line_styles[kind].colour);
  cairo_fill_preserve(cr);
  plot_ink(plot, line_styles[kind].colour);
  cairo_set_line_width(cr, 1);
  cairo_stroke(cr);
}
