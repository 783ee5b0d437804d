/* The value axis of a chart: round steps that hold all figures. */
#include "document/chart-scale.h"
#include <math.h>

typedef struct {
  double least, most;
  bool any;
} Range;

static void widen(Range *range, double value)
{
  range->least = range->any ? MIN(range->least, value) : value;
  range->most = range->any ? MAX(range->most, value) : value;
  range->any = true;
}

static void widen_by_points(Range *range, const Chart *chart)
{
  for (guint s = 0; s < chart->series->len; s++) {
    const Series *series = g_ptr_array_index(chart->series, s);
    for (guint i = 0; i < series->points->len; i++) {
      const Point *point = g_ptr_array_index(series->points, i);
      if (point->number.given)
        widen(range, amount_to_double(point->number.amount));
      if (point_has_range(point)) {
        widen(range, amount_to_double(point->lower.amount));
        widen(range, amount_to_double(point->upper.amount));
      }
    }
  }
}

/* Parts above and below zero add up apart. */
static void widen_by_sums(Range *range, const Chart *chart)
{
  for (guint c = 0; c < chart->categories->len; c++) {
    double above = 0, below = 0;
    for (guint s = 0; s < chart->series->len; s++) {
      const Series *series = g_ptr_array_index(chart->series, s);
      const Point *point = c < series->points->len ? g_ptr_array_index(series->points, c) : NULL;
      double value = point && point->number.given ? amount_to_double(point->number.amount) : 0;
      *(value < 0 ? &below : &above) += value;
    }
    widen(range, above);
    widen(range, below);
  }
}

static double nice_step(double span)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double rough = span / 5, power = pow(10, floor(log10(rough)));
  for (guint i = 0; i < G_N_ELEMENTS(steps); i++)
    if (steps[i] * power >= rough * (1 - 1e-9))
      return steps[i] * power;
  return 10 * power;
}

static guint decimals_of(double step)
{
  guint decimals = 0;
  for (double scaled = step; decimals < AMOUNT_MAX_SCALE && fabs(scaled - round(scaled)) > 1e-6; decimals++)
    scaled *= 10;
  return decimals;
}

ChartScale chart_scale_of(const Chart *chart)
{
  Range range = { 0 };
  if (chart->kind == CHART_STACKED)
    widen_by_sums(&range, chart);
  else
    widen_by_points(&range, chart);
  for (guint i = 0; i < chart->targets->len; i++)
    widen(&range, amount_to_double(((const TargetLine *)g_ptr_array_index(chart->targets, i))->number.amount));
  bool any = range.any;
  bool flat = range.most - range.least < 0.25 * MAX(fabs(range.most), fabs(range.least));
  if (chart->kind != CHART_LINES || !flat || range.most <= range.least)
    widen(&range, 0);
  if (range.most <= range.least)
    range.most = range.least + 1;
  enum { MINUTE = 60 };
  bool minutes = chart->unit == UNIT_MINUTES_SECONDS && range.most - range.least >= 2 * MINUTE;
  double part = minutes ? MINUTE : 1, step = part * nice_step((range.most - range.least) / part);
  bool whole = chart->unit == UNIT_COUNT && chart->decimals <= 0 && range.most - range.least >= 1;
  if (whole && decimals_of(step) > 0) /* nobody counts two and a half */
    step = step < 1 ? 1 : 2 * step;
  return (ChartScale){ .low = floor(range.least / step + 1e-9) * step,
                       .high = ceil(range.most / step - 1e-9) * step,
                       .step = step,
                       .decimals = decimals_of(step),
                       .time = chart->unit == UNIT_MINUTES_SECONDS,
                       .any = any };
}

guint chart_scale_steps(const ChartScale *scale)
{
  return (guint)lround((scale->high - scale->low) / scale->step);
}

double chart_scale_value(const ChartScale *scale, guint tick)
{
  return scale->low + tick * scale->step;
}

char *chart_scale_text(const ChartScale *scale, guint tick)
{
  double value = chart_scale_value(scale, tick);
  Amount amount = { (gint64)llround(value * pow(10, scale->decimals)), (guint8)scale->decimals };
  return scale->time ? amount_format_time(amount) : amount_format(amount, (int)scale->decimals);
}
