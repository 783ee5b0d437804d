/* Columns, lines and stacked parts as SVG; the latest series is the darkest and carries its figures. */
#include "render/pages/svg-chart.h"
#include "render/flat/phrase.h"
#include "render/pages/html.h"
#include "render/pages/svg-axis.h"

enum { N_COLOURS = 4, LETTER_PX = 8, LEGEND_LINE_PX = 20, BAR_MAX_PX = 60, LABEL_ROOM_PX = 16 };

typedef struct {
  const Document *document;
  GString *out;
  const Chart *chart;
  Frame frame;
} Drawing;

char *svg_chart_category(const Document *document, const ChartCategory *category)
{
  const char *label = category->label ? category->label : "";
  return category->part_year ? phrase_with(document, "part-year", label) : g_strdup(label);
}

/* ---- colours and points ---------------------------------------------------------------------------------------- */
/* The last series is the darkest; more than there are colours are white as bars and begin again as lines. */
static void colour_name(const Chart *chart, guint series, char name[16])
{
  guint from_last = chart->series->len - 1 - series;
  if (from_last >= N_COLOURS && chart->kind != CHART_LINES)
    g_strlcpy(name, "white", 16);
  else
    g_snprintf(name, 16, "chart-%u", N_COLOURS - from_last % N_COLOURS);
}

static void put_colour(const Drawing *drawing, const char *attribute, guint series)
{
  char name[16];
  colour_name(drawing->chart, series, name);
  g_string_append_printf(drawing->out, " %s=\"", attribute);
  html_colour(drawing->document, drawing->out, name);
  g_string_append_c(drawing->out, '"');
}

static const Series *series_at(const Chart *chart, guint index)
{
  return g_ptr_array_index(chart->series, index);
}

static const Point *point_at(const Chart *chart, guint series, guint category)
{
  const GPtrArray *points = series_at(chart, series)->points;
  return category < points->len ? g_ptr_array_index(points, category) : NULL;
}

static bool has_number(const Point *point)
{
  return point && point->number.given;
}

/* "83.3% (E)", or the shorthand of what is missing; caller frees. */
static char *point_text(const Drawing *drawing, const Point *point)
{
  Value value = { .number = point->number,
                  .unit = drawing->chart->unit,
                  .decimals = drawing->chart->decimals,
                  .state = point->state,
                  .flags = point->flags };
  return value_to_text(drawing->document, &value);
}

/* A thin line round a shape, which it ends. */
static void put_edge(const Drawing *drawing)
{
  g_string_append(drawing->out, " stroke-width=\"0.8\" stroke=\"");
  html_colour(drawing->document, drawing->out, "text");
  g_string_append(drawing->out, "\"/>\n");
}

/* The top of the figure: of the line of its confidence limits, if it has one. */
static double top_of(const Drawing *drawing, const Point *point, double least)
{
  double top = has_number(point) ? MAX(amount_to_double(point->number.amount), least) : least;
  if (point && point_has_range(point))
    top = MAX(top, amount_to_double(point->upper.amount));
  return svg_y(&drawing->frame, top);
}

/* The upright line of the confidence limits; a light edge tells it from a bar. */
static void put_range(const Drawing *drawing, const Point *point, double x)
{
  if (!point || !point_has_range(point))
    return;
  char a[G_ASCII_DTOSTR_BUF_SIZE], b[G_ASCII_DTOSTR_BUF_SIZE], c[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(a, sizeof a, "%.1f", x);
  g_ascii_formatd(b, sizeof b, "%.1f", svg_y(&drawing->frame, amount_to_double(point->lower.amount)));
  g_ascii_formatd(c, sizeof c, "%.1f", svg_y(&drawing->frame, amount_to_double(point->upper.amount)));
  static const struct {
    const char *colour, *width;
  } strokes[] = { { "white", "5" }, { "text", "2" } };
  for (guint i = 0; i < G_N_ELEMENTS(strokes); i++) {
    g_string_append_printf(drawing->out,
                           "<path fill=\"none\" stroke-width=\"%s\" d=\"M%s %sV%sm-5 0h10M%s %sm-5 0h10\" stroke=\"",
                           strokes[i].width, a, b, c, a, b);
    html_colour(drawing->document, drawing->out, strokes[i].colour);
    g_string_append(drawing->out, "\"/>\n");
  }
}

/* ---- columns --------------------------------------------------------------------------------------------------- */
static void put_bar(const Drawing *drawing, guint series, double x, double width, double from, double to)
{
  double top = svg_y(&drawing->frame, MAX(from, to)), bottom = svg_y(&drawing->frame, MIN(from, to));
  g_string_append(drawing->out, "<rect");
  svg_number(drawing->out, "x", x);
  svg_number(drawing->out, "y", top);
  svg_number(drawing->out, "width", MAX(width, 1));
  svg_number(drawing->out, "height", bottom - top);
  put_colour(drawing, "fill", series);
  put_edge(drawing);
}

static void draw_columns(const Drawing *drawing)
{
  const Chart *chart = drawing->chart;
  double band = svg_band_width(&drawing->frame);
  double width = MIN(band * 0.84 / MAX(chart->series->len, 1), BAR_MAX_PX);
  for (guint category = 0; category < chart->categories->len; category++) {
    double x = svg_band(&drawing->frame, category) + (band - width * chart->series->len) / 2;
    for (guint i = 0; i < chart->series->len; i++, x += width) {
      const Point *point = point_at(chart, i, category);
      double value = has_number(point) ? amount_to_double(point->number.amount) : 0;
      if (has_number(point))
        put_bar(drawing, i, x, width * 0.94, 0, value);
      put_range(drawing, point, x + width * 0.47);
      if (!point || (has_number(point) && i + 1 < chart->series->len))
        continue;
      g_autofree char *text = point_text(drawing, point);
      svg_text(drawing->out, x + width / 2, top_of(drawing, point, 0) - 5, SVG_MIDDLE, NULL, text);
    }
  }
}

/* A figure inside its part, light on dark, where there is room for it. */
static void label_part(const Drawing *drawing, const Point *point, guint series, double x, double from, double to)
{
  double top = svg_y(&drawing->frame, MAX(from, to)), bottom = svg_y(&drawing->frame, MIN(from, to));
  if (bottom - top < LABEL_ROOM_PX)
    return;
  char name[16];
  colour_name(drawing->chart, series, name);
  static const double white[3] = { 1, 1, 1 };
  double fill[3], text[3];
  style_colour(drawing->document->style, name, fill);
  style_colour(drawing->document->style, "text", text);
  bool light = style_contrast(fill, white) > style_contrast(fill, text);
  g_autofree char *words = point_text(drawing, point);
  svg_text(drawing->out, x, (top + bottom) / 2 + 5, SVG_MIDDLE, light ? "light" : NULL, words);
}

static void draw_stacked(const Drawing *drawing)
{
  const Chart *chart = drawing->chart;
  double band = svg_band_width(&drawing->frame), width = MIN(band * 0.6, BAR_MAX_PX * 1.6);
  for (guint category = 0; category < chart->categories->len; category++) {
    double above = 0, below = 0, x = svg_band(&drawing->frame, category) + (band - width) / 2;
    for (guint i = 0; i < chart->series->len; i++) {
      const Point *point = point_at(chart, i, category);
      if (!has_number(point))
        continue;
      double value = amount_to_double(point->number.amount), *sum = value < 0 ? &below : &above;
      put_bar(drawing, i, x, width, *sum, *sum + value);
      label_part(drawing, point, i, x + width / 2, *sum, *sum + value);
      *sum += value;
    }
  }
}

/* ---- lines ----------------------------------------------------------------------------------------------------- */
static double centre(const Drawing *drawing, guint category)
{
  return svg_band(&drawing->frame, category) + svg_band_width(&drawing->frame) / 2;
}

/* A marker of the series' own shape, so that lines are told apart without colour. */
static void put_marker(const Drawing *drawing, guint series, double x, double y)
{
  static const char *const shapes[] = { "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z", "M-5-5H5V5H-5Z", "M0-6 6 5H-6Z",
                                        "M0-7 7 0 0 7-7 0Z" };
  char transform[64], a[G_ASCII_DTOSTR_BUF_SIZE], b[G_ASCII_DTOSTR_BUF_SIZE];
  g_snprintf(transform, sizeof transform, "translate(%s %s)", g_ascii_formatd(a, sizeof a, "%.1f", x),
             g_ascii_formatd(b, sizeof b, "%.1f", y));
  g_string_append_printf(drawing->out, "<path d=\"%s\" transform=\"%s\"", shapes[series % G_N_ELEMENTS(shapes)],
                         transform);
  put_colour(drawing, "fill", series);
  put_edge(drawing);
}

/* The last point of a series that has a number; -1: none. */
static int last_point(const Chart *chart, guint series)
{
  for (guint i = chart->categories->len; i > 0; i--)
    if (has_number(point_at(chart, series, i - 1)))
      return (int)i - 1;
  return -1;
}

static void draw_line(const Drawing *drawing, guint series)
{
  const Chart *chart = drawing->chart;
  g_autoptr(GString) path = g_string_new(NULL);
  bool down = false;
  for (guint i = 0; i < chart->categories->len; i++) {
    const Point *point = point_at(chart, series, i);
    if (has_number(point)) {
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd(x, sizeof x, "%.1f", centre(drawing, i));
      g_ascii_formatd(y, sizeof y, "%.1f", svg_y(&drawing->frame, amount_to_double(point->number.amount)));
      g_string_append_printf(path, "%c%s %s", down ? 'L' : 'M', x, y);
    }
    down = has_number(point);
  }
  g_string_append_printf(drawing->out, "<path fill=\"none\" stroke-width=\"2.5\" d=\"%s\"", path->str);
  put_colour(drawing, "stroke", series);
  g_string_append(drawing->out, "/>\n");
  int last = last_point(chart, series);
  for (guint i = 0; i < chart->categories->len; i++) {
    const Point *point = point_at(chart, series, i);
    if (!has_number(point))
      continue;
    double y = svg_y(&drawing->frame, amount_to_double(point->number.amount));
    put_range(drawing, point, centre(drawing, i));
    put_marker(drawing, series, centre(drawing, i), y);
    if ((int)i != last)
      continue;
    g_autofree char *text = point_text(drawing, point);
    svg_text(drawing->out, centre(drawing, i), MIN(y, top_of(drawing, point, -G_MAXDOUBLE)) - 11, SVG_MIDDLE, NULL,
             text);
  }
}

/* ---- targets and legend ---------------------------------------------------------------------------------------- */
static const char *target_label(const Drawing *drawing, const TargetLine *target)
{
  return target->label ? target->label : phrase(drawing->document, "target");
}

static void put_dashes(const Drawing *drawing, double x1, double x2, double y)
{
  g_string_append(drawing->out, "<line");
  svg_number(drawing->out, "x1", x1);
  svg_number(drawing->out, "x2", x2);
  svg_number(drawing->out, "y1", y);
  svg_number(drawing->out, "y2", y);
  g_string_append(drawing->out, " stroke-width=\"2.5\" stroke-dasharray=\"8 5\" stroke=\"");
  html_colour(drawing->document, drawing->out, "target");
  g_string_append(drawing->out, "\"/>\n");
}

static void draw_target(const Drawing *drawing, const TargetLine *target)
{
  guint n = drawing->chart->categories->len;
  guint from = target->from > 0 ? MIN((guint)target->from, n) : 0;
  guint to = target->to >= 0 ? MIN((guint)target->to + 1, n) : n;
  if (from >= to)
    return;
  put_dashes(drawing, svg_band(&drawing->frame, from), svg_band(&drawing->frame, to),
             svg_y(&drawing->frame, amount_to_double(target->number.amount)));
}

/* A sample of a series. */
static void put_sample(const Drawing *drawing, guint series, double x, double y)
{
  if (drawing->chart->kind == CHART_LINES) {
    put_marker(drawing, series, x + 8, y - 5);
    return;
  }
  g_string_append(drawing->out, "<rect");
  svg_number(drawing->out, "x", x);
  svg_number(drawing->out, "y", y - 12);
  g_string_append(drawing->out, " width=\"16\" height=\"14\"");
  put_colour(drawing, "fill", series);
  put_edge(drawing);
}

static void draw_legend(const Drawing *drawing)
{
  const Chart *chart = drawing->chart;
  double x = drawing->frame.left, y = SVG_CHART_HEIGHT - 22;
  for (guint i = 0; i < chart->series->len + chart->targets->len; i++) {
    bool target = i >= chart->series->len;
    const char *label = target ? target_label(drawing, g_ptr_array_index(chart->targets, i - chart->series->len))
                               : series_at(chart, i)->label;
    double width = 24 + (double)g_utf8_strlen(label ? label : "", -1) * LETTER_PX + 18;
    if (x > drawing->frame.left && x + width > SVG_CHART_WIDTH) {
      x = drawing->frame.left;
      y += LEGEND_LINE_PX;
    }
    if (target)
      put_dashes(drawing, x - 4, x + 18, y - 5);
    else
      put_sample(drawing, i, x, y);
    svg_text(drawing->out, x + 24, y, SVG_START, NULL, label);
    x += width;
  }
}

void svg_chart_draw(const Document *document, GString *out, const Chart *chart)
{
  Drawing drawing = { document, out, chart, svg_frame(chart) };
  svg_axes(document, out, chart, &drawing.frame);
  if (chart->kind == CHART_LINES)
    for (guint i = 0; i < chart->series->len; i++)
      draw_line(&drawing, i);
  else if (chart->kind == CHART_STACKED)
    draw_stacked(&drawing);
  else
    draw_columns(&drawing);
  for (guint i = 0; i < chart->targets->len; i++)
    draw_target(&drawing, g_ptr_array_index(chart->targets, i));
  draw_legend(&drawing);
}
