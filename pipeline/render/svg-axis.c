/* Frames and axes of charts. */
#include "render/svg-axis.h"
#include "render/html.h"
#include "render/svg-chart.h"
#include <math.h>
#include <string.h>

enum { TICKS = 5, LABEL_PX = 8, LINE_PX = 17, MAX_LINES = 3 };

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

/* ---- the range of values --------------------------------------------------------------------------------------- */
typedef struct {
  double low, high;
  bool any;
} Range;

static void widen(Range *range, double value)
{
  range->low = range->any ? MIN(range->low, value) : value;
  range->high = range->any ? MAX(range->high, value) : value;
  range->any = true;
}

static void widen_category(Range *range, const Chart *chart, guint category)
{
  double sum = 0;
  for (guint i = 0; i < chart->series->len; i++) {
    const Series *series = g_ptr_array_index(chart->series, i);
    const Point *point = category < series->points->len ? g_ptr_array_index(series->points, category) : NULL;
    if (!point || !point->number.given)
      continue;
    double value = amount_to_double(point->number.amount);
    sum += value;
    widen(range, chart->kind == CHART_STACKED ? sum : value);
  }
}

static Range range_of(const Chart *chart)
{
  Range range = { 0 };
  for (guint i = 0; i < chart->categories->len; i++)
    widen_category(&range, chart, i);
  for (guint i = 0; i < chart->targets->len; i++)
    widen(&range, amount_to_double(((const TargetLine *)g_ptr_array_index(chart->targets, i))->number.amount));
  if (chart->kind != CHART_LINES || range.low < range.high / 2)
    widen(&range, 0);
  if (!range.any || range.high - range.low <= 0)
    range.high = range.low + 1;
  return range;
}

/* The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is not below value. */
static double round_step(double value)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power = pow(10, floor(log10(value)));
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
    if (steps[i] * power >= value * (1 - 1e-9))
      return steps[i] * power;
  return 10 * power;
}

/* The number at a tick with as many decimals as the step has. */
static char *tick_text(double value, double step)
{
  guint8 scale = 0;
  while (scale < AMOUNT_MAX_SCALE && fabs(step * pow(10, scale) - round(step * pow(10, scale))) > 1e-6)
    scale++;
  Amount amount = { (gint64)llround(value * pow(10, scale)), scale };
  return amount_format(amount, scale);
}

/* Room for the widest number of the axis. */
static double number_width(double value, double step)
{
  g_autofree char *text = tick_text(value, step);
  double width = 0;
  for (const char *at = text; *at; at = g_utf8_next_char(at))
    width += *at == ',' || *at == '.' ? LABEL_PX / 2.0 : LABEL_PX;
  return width;
}

Frame svg_frame(const Chart *chart)
{
  Range range = range_of(chart);
  double step = round_step((range.high - range.low) / TICKS);
  double low = floor(range.low / step + 1e-9) * step, high = ceil(range.high / step - 1e-9) * step;
  Frame frame = { .left = MAX(76, 16 + MAX(number_width(low, step), number_width(high, step))),
                  .right = SVG_CHART_WIDTH - 14,
                  .top = 34,
                  .bottom = SVG_CHART_HEIGHT - 92,
                  .step = step,
                  .low = low,
                  .high = high,
                  .n = MAX(chart->categories->len, 1) };
  return frame;
}

double svg_y(const Frame *frame, double value)
{
  return frame->bottom - (value - frame->low) / (frame->high - frame->low) * (frame->bottom - frame->top);
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
  guint n = (guint)lround((frame->high - frame->low) / frame->step);
  for (guint i = 0; i <= n && i <= 20; i++) {
    double value = frame->low + i * frame->step, y = svg_y(frame, value);
    bool zero = fabs(value) < frame->step / 1000;
    g_string_append(out, "<line");
    svg_number(out, "x1", frame->left);
    svg_number(out, "x2", frame->right);
    svg_number(out, "y1", y);
    svg_number(out, "y2", y);
    g_string_append(out, zero ? " stroke-width=\"1.5\" stroke=\"" : " stroke-width=\"0.6\" stroke=\"");
    html_colour(document, out, zero || i == 0 ? "text" : "rule");
    g_string_append(out, "\"/>\n");
    g_autofree char *text = tick_text(zero ? 0 : value, frame->step);
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
