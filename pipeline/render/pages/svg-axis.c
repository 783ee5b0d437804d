/* Frames and axes of charts. */
#include "render/pages/svg-axis.h"
#include "render/pages/html.h"
#include "render/pages/svg-chart.h"
#include <math.h>
#include <string.h>

enum { LABEL_PX = 8, LINE_PX = 17, MAX_LINES = 3 };

void svg_number(GString *out, const char *attribute, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf(out, " %s=\"%s\"", attribute, g_ascii_formatd(number, sizeof number, "%.1f", value));
}

void svg_text(GString *out, double x, double y, Anchor anchor, const char *class, const char *text)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  g_string_append(out, "<text");
  svg_number(out, "x", x);
  svg_number(out, "y", y);
  if (anchor != SVG_START)
    html_attribute(out, "text-anchor", anchors[anchor]);
  if (class)
    html_attribute(out, "class", class);
  g_string_append_c(out, '>');
  html_text(out, text);
  g_string_append(out, "</text>\n");
}

/* ---- places ---------------------------------------------------------------------------------------------------- */
/* Room for the number at a tick. */
static double number_width(const ChartScale *scale, guint tick)
{
  g_autofree char *text = chart_scale_text(scale, tick);
  double width = 0;
  for (const char *at = text; *at; at = g_utf8_next_char(at))
    width += *at == ',' || *at == '.' ? LABEL_PX / 2.0 : LABEL_PX;
  return width;
}

Frame svg_frame(const Chart *chart)
{
  ChartScale scale = chart_scale_of(chart);
  double numbers = MAX(number_width(&scale, 0), number_width(&scale, chart_scale_steps(&scale)));
  Frame frame = { .left = MAX(76, 16 + numbers),
                  .right = SVG_CHART_WIDTH - 14,
                  .top = 34,
                  .bottom = SVG_CHART_HEIGHT - 92,
                  .scale = scale,
                  .n = MAX(chart->categories->len, 1) };
  return frame;
}

double svg_y(const Frame *frame, double value)
{
  return frame->bottom -
         (value - frame->scale.low) / (frame->scale.high - frame->scale.low) * (frame->bottom - frame->top);
}

double svg_band_width(const Frame *frame)
{
  return (frame->right - frame->left) / frame->n;
}

double svg_band(const Frame *frame, guint category)
{
  return frame->left + category * svg_band_width(frame);
}

/* ---- axes ------------------------------------------------------------------------------------------------------ */
static void put_ticks(const Document *document, GString *out, const Frame *frame)
{
  const ChartScale *scale = &frame->scale;
  for (guint i = 0; i <= (scale->any ? chart_scale_steps(scale) : 0); i++) {
    double value = chart_scale_value(scale, i), y = svg_y(frame, value);
    bool zero = fabs(value) < scale->step / 1000;
    g_string_append(out, "<line");
    svg_number(out, "x1", frame->left);
    svg_number(out, "x2", frame->right);
    svg_number(out, "y1", y);
    svg_number(out, "y2", y);
    g_string_append(out, zero ? " stroke-width=\"1.5\" stroke=\"" : " stroke-width=\"0.6\" stroke=\"");
    html_colour(document, out, zero || i == 0 ? "text" : "rule");
    g_string_append(out, "\"/>\n");
    g_autofree char *text = scale->any ? chart_scale_text(scale, i) : NULL;
    if (text)
      svg_text(out, frame->left - 8, y + 5, SVG_END, NULL, text);
  }
}

/* A category's words in lines of at most max_chars, the last cut short if need be. */
static void put_category(GString *out, double x, double y, guint max_chars, const char *label)
{
  g_auto(GStrv) words = g_strsplit(label, " ", -1);
  g_autoptr(GString) line = g_string_new(NULL);
  guint lines = 0;
  for (guint i = 0; words[i]; i++) {
    bool fits = line->len == 0 || g_utf8_strlen(line->str, -1) + 1 + g_utf8_strlen(words[i], -1) <= (glong)max_chars;
    if (!fits && lines < MAX_LINES - 1) {
      svg_text(out, x, y + lines++ * LINE_PX, SVG_MIDDLE, NULL, line->str);
      g_string_truncate(line, 0);
    }
    g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", words[i]);
  }
  g_autofree char *cut = g_utf8_substring(line->str, 0, MIN(g_utf8_strlen(line->str, -1), (glong)MAX(max_chars, 4)));
  svg_text(out, x, y + lines * LINE_PX, SVG_MIDDLE, NULL, cut);
}

void svg_axes(const Document *document, GString *out, const Chart *chart, const Frame *frame)
{
  put_ticks(document, out, frame);
  if (chart->axis)
    svg_text(out, 4, 18, SVG_START, NULL, chart->axis);
  guint max_chars = (guint)(svg_band_width(frame) / LABEL_PX);
  for (guint i = 0; i < chart->categories->len; i++) {
    g_autofree char *label = svg_chart_category(document, g_ptr_array_index(chart->categories, i));
    put_category(out, svg_band(frame, i) + svg_band_width(frame) / 2, frame->bottom + 20, max_chars, label);
  }
}
