/* Measures of one indicator: parts that do not make their total; shares of more than a hundred per cent; bands whose
 * ends have changed places. */
#include "base/text.h"
#include "merge/checks.h"
#include "merge/series.h"
#include "merge/sums.h"
#include <string.h>

/* "Total", "All deliberate fires", "Overall": the measure that adds the others. */
static bool is_total(const Measure *measure)
{
  static const char *const words[] = { "total", "overall", "all" };
  const char *const names[] = { measure->title, measure->ref };
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *name = names[i] ? g_utf8_casefold(names[i], -1) : g_strdup("");
    for (guint j = 0; j < G_N_ELEMENTS(words); j++) {
      gsize length = strlen(words[j]);
      if (strncmp(name, words[j], length) == 0 && !g_ascii_isalnum(name[length]))
        return true;
    }
  }
  return false;
}

/* The measure that is the total of two and more others of the same unit, or NULL. */
static const Measure *total_of(const Indicator *indicator)
{
  const Measure *total = NULL;
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (is_total(measure)) {
      if (total)
        return NULL;
      total = measure;
    }
  }
  for (guint i = 0; total && i < indicator->measures->len; i++)
    if (indicator_unit(indicator, g_ptr_array_index(indicator->measures, i)) != indicator_unit(indicator, total))
      return NULL;
  return indicator->measures->len >= 3 && indicator_unit(indicator, total) != UNIT_PERCENT ? total : NULL;
}

/* The list of a measure's readings at that place of its structure. */
static const GPtrArray *list_of(const Measure *measure, gsize offset)
{
  return *(GPtrArray *const *)((const char *)measure + offset);
}

static void check_total(const Checks *c, const Indicator *indicator, const Measure *total, const Reading *printed,
                        gsize list, Suspicions *suspicions)
{
  g_autoptr(Sum) sum = sum_new();
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *part = g_ptr_array_index(indicator->measures, i);
    static const OptAmount none = { .given = false };
    const Reading *reading = part == total ? NULL : series_at(list_of(part, list), printed->period);
    if (part != total)
      sum_add(sum, reading ? &reading->number : &none, false);
  }
  g_autofree char *period = period_to_string(printed->period);
  g_autofree char *what = g_strdup_printf("%s, total of the measures for %s", indicator->ref, period);
  Printed figure = { &printed->number, &printed->record, "number", what };
  sum_check(sum, &figure, "A-PARTS", c->findings, suspicions);
}

static void check_totals(const Checks *c, const Indicator *indicator)
{
  static const gsize lists[] = { G_STRUCT_OFFSET(Measure, points), G_STRUCT_OFFSET(Measure, targets),
                                 G_STRUCT_OFFSET(Measure, actuals) };
  const Measure *total = total_of(indicator);
  Suspicions suspicions;
  suspicions_init(&suspicions);
  for (guint i = 0; total && i < G_N_ELEMENTS(lists); i++) {
    const GPtrArray *readings = list_of(total, lists[i]);
    for (guint j = 0; j < readings->len; j++)
      check_total(c, indicator, total, g_ptr_array_index(readings, j), lists[i], &suspicions);
  }
  suspicions_clear(&suspicions);
}

/* The title says that the figure is a part of a whole. */
static bool is_share(const Indicator *indicator)
{
  static const char *const beginnings[] = { "percentage of ", "the percentage of ", "% of ",
                                            "proportion of ", "the proportion of ", "share of " };
  g_autofree char *title = indicator->title ? g_utf8_casefold(indicator->title, -1) : g_strdup("");
  for (guint i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_str_has_prefix(title, beginnings[i]))
      return !strstr(title, "change") && !strstr(title, "budget");
  return false;
}

static void check_share(const Checks *c, const Indicator *indicator, const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    bool possible = !reading->number.given || (amount_compare(reading->number.amount, amount_from_int(100)) <= 0 &&
                                               reading->number.amount.units >= 0);
    if (possible)
      continue;
    g_autofree char *number = amount_format(reading->number.amount, -1);
    g_autofree char *period = period_to_string(reading->period);
    findings_at(c->findings, "A-SHARE", &reading->record, "number",
                "indicator %s is a part of a whole, but its %s for %s is %s%%", indicator->ref,
                reading->record.spec == &report_target_spec ? "target" : "value", period, number);
  }
}

static void check_shares(const Checks *c, const Indicator *indicator)
{
  for (guint i = 0; is_share(indicator) && i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (indicator_unit(indicator, measure) != UNIT_PERCENT)
      continue;
    check_share(c, indicator, measure->points);
    check_share(c, indicator, measure->targets);
  }
}

static void check_band(const Checks *c, const Indicator *indicator)
{
  if (!indicator->band_low.given || !indicator->band_high.given ||
      amount_compare(indicator->band_low.amount, indicator->band_high.amount) <= 0)
    return;
  g_autofree char *low = amount_format(indicator->band_low.amount, -1);
  g_autofree char *high = amount_format(indicator->band_high.amount, -1);
  findings_at(c->findings, "G-BANDS", &indicator->record, "band-low",
              "indicator %s: the planned band begins at %s and ends at %s", indicator->ref, low, high);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    check_totals(c, indicator);
    check_shares(c, indicator);
    check_band(c, indicator);
  }
}

const Check check_parts = { .name = "parts", .run = run };
