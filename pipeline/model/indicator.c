/* Indicators and their measures; their rows in plan and report. */
#include "model/indicator.h"
#include "model/kind.h"

static const char *const chart_names[] = { "", "columns", "lines", "stacked", "no", NULL };
const Terms terms_measure_chart = { "chart", G_N_ELEMENTS(chart_names) - 1, chart_names };
static const char *const projected_names[] = { "", "profile", "time", "mean", "service", NULL };
const Terms terms_projected_by = { "way of projecting", G_N_ELEMENTS(projected_names) - 1, projected_names };

#define MEASURE_ROWS                                                                                                   \
  FIELD(Measure, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY | FIELD_UNIQUE, NULL),                                 \
      FIELD(Measure, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                                  \
      FIELD(Measure, unit, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_unit),                                            \
      FIELD(Measure, decimals, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),                                                \
      FIELD_AS("total-of", Measure, total_of, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                               \
      FIELD(Measure, chart, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_measure_chart)

SPEC(measure_spec, Measure, "measure", "measure", MEASURE_ROWS);
SPEC(report_gap_spec, Gap, "gap", "gap", FIELD(Gap, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD(Gap, state, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_state));
SPEC(report_measure_spec, Measure, "measure", "measure", MEASURE_ROWS,
     FIELD(Measure, rating, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD(Measure, travel, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_travel),
     FIELD(Measure, stated, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD(Measure, computed, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD(Measure, missed, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD_AS("rule-words", Measure, rule_words, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD_AS("computed-travel", Measure, computed_travel, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_travel),
     FIELD_AS("rating-by-rule", Measure, rating_by_rule, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD_AS("travel-by-rule", Measure, travel_by_rule, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(Measure, value, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_value_spec),
     FIELD(Measure, target, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_target_spec),
     FIELD(Measure, profile, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_target_spec),
     FIELD(Measure, goal, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_goal_spec),
     FIELD(Measure, aside, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_aside_spec),
     FIELD(Measure, actual, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_actual_spec),
     FIELD(Measure, comparator, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_comparator_spec),
     FIELD(Measure, before, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_before_spec),
     FIELD_AS("full-year", Measure, full_year, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_full_year_spec),
     FIELD_AS("part", Measure, parts, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_part_spec),
     FIELD_AS("point", Measure, points, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_point_spec),
     FIELD_AS("gap", Measure, gaps, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_gap_spec),
     FIELD_AS("planned", Measure, targets, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_target_spec),
     FIELD_AS("profiled", Measure, profiles, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_target_spec),
     FIELD_AS("outturn", Measure, actuals, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_actual_spec),
     FIELD_AS("quartile", Measure, quartiles, NULL, IN_ELEMENT, FIELD_MANY, 0, &quartile_spec),
     FIELD_AS("baseline", Measure, baselines, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_baseline_spec));

/* Unit, polarity and category are asked for by the checks where something depends on them. */
#define INDICATOR_ATTRIBUTES                                                                                           \
  FIELD(Indicator, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY | FIELD_UNIQUE, NULL),                               \
      FIELD(Indicator, code, "code as printed", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                    \
      FIELD(Indicator, previously, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                                          \
      FIELD(Indicator, also, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                                                \
      FIELD(Indicator, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_NAMES, NULL),                     \
      FIELD(Indicator, category, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_category),                                  \
      FIELD(Indicator, key, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                                                  \
      FIELD_AS("new", Indicator, is_new, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                                     \
      FIELD(Indicator, placeholder, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                                          \
      FIELD(Indicator, unit, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_unit),                                          \
      FIELD(Indicator, decimals, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),                                              \
      FIELD(Indicator, polarity, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_polarity),                                  \
      FIELD(Indicator, kind, "kind of value", IN_ATTRIBUTE, FIELD_TERM, 0, &terms_kind),                               \
      FIELD(Indicator, order, "order of the grades", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                               \
      FIELD(Indicator, frequency, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_frequency),                                \
      FIELD_AS("every-years", Indicator, every_years, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),                         \
      FIELD_AS("in-arrears", Indicator, in_arrears, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                          \
      FIELD(Indicator, rule, "rating rule", IN_ATTRIBUTE, FIELD_CODE, 0, NULL),                                        \
      FIELD_AS("band-low", Indicator, band_low, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),                  \
      FIELD_AS("band-high", Indicator, band_high, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),                \
      FIELD(Indicator, priorities, "corporate priorities", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                        \
      FIELD(Indicator, areas, "areas of focus", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                                   \
      FIELD(Indicator, officers, "responsible officers", IN_ATTRIBUTE, FIELD_CODES, 0, NULL),                          \
      FIELD(Indicator, lead, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                                 \
      FIELD(Indicator, board, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),                                                \
      FIELD(Indicator, source, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                               \
      FIELD_AS("no-chart", Indicator, no_chart, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL)
SPEC(former_spec, Former, "former", "former code",
     FIELD(Former, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Former, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL));
#define INDICATOR_ELEMENTS                                                                                             \
  FIELD(Indicator, points, "list of the title", IN_ELEMENT, FIELD_PROSE, 0, NULL),                                     \
      FIELD(Indicator, definition, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),                                            \
      FIELD(Indicator, former, NULL, IN_ELEMENT, FIELD_MANY, 0, &former_spec)

SPEC(indicator_spec, Indicator, "indicator", "indicator", INDICATOR_ATTRIBUTES, INDICATOR_ELEMENTS,
     FIELD_AS("measure", Indicator, measures, NULL, IN_ELEMENT, FIELD_MANY, 0, &measure_spec),
     FIELD_AS("baseline", Indicator, baselines, NULL, IN_ELEMENT, FIELD_MANY, 0, &baseline_spec),
     FIELD_AS("actual", Indicator, actuals, NULL, IN_ELEMENT, FIELD_MANY, 0, &actual_spec),
     FIELD_AS("target", Indicator, targets, NULL, IN_ELEMENT, FIELD_MANY, 0, &target_spec),
     FIELD_AS("quartile", Indicator, quartiles, NULL, IN_ELEMENT, FIELD_MANY, 0, &quartile_spec));

SPEC(report_indicator_spec, Indicator, "indicator", "indicator", INDICATOR_ATTRIBUTES,
     FIELD(Indicator, formerly, "former codes", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Indicator, supplied, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(Indicator, rating, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD_AS("rating-note", Indicator, rating_note, "words of the progress", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Indicator, expected, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD(Indicator, computed, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD(Indicator, missed, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD_AS("rule-words", Indicator, rule_words, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Indicator, travel, "direction of travel", IN_ATTRIBUTE, FIELD_TERM, 0, &terms_travel),
     FIELD_AS("travel-note", Indicator, travel_note, "words of the direction of travel", IN_ATTRIBUTE, FIELD_TEXT, 0,
              NULL),
     FIELD_AS("computed-travel", Indicator, computed_travel, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_travel),
     FIELD_AS("rating-by-rule", Indicator, rating_by_rule, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD_AS("travel-by-rule", Indicator, travel_by_rule, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(Indicator, reason, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Indicator, projection, NULL, IN_ATTRIBUTE, FIELD_AMOUNT, FIELD_TIMED, NULL),
     FIELD_AS("projection-by", Indicator, projection_by, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_projected_by),
     FIELD_AS("projection-of", Indicator, projection_of, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD_AS("projection-method", Indicator, projection_method, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Indicator, closed, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),
     FIELD_AS("unknown-areas", Indicator, unknown_areas, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL), INDICATOR_ELEMENTS,
     FIELD_AS("measure", Indicator, measures, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_measure_spec),
     FIELD(Indicator, commentary, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD(Indicator, corrective, "corrective action", IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD(Indicator, activities, "key activities", IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD_AS("data-note", Indicator, data_note, "data commentary", IN_ELEMENT, FIELD_PROSE, 0, NULL));

const char *measure_name(const Measure *measure)
{
  return measure->title ? measure->title : measure->ref ? measure->ref : "one measure";
}

int indicator_unit(const Indicator *indicator, const Measure *measure)
{
  return measure && measure->unit != 0 ? measure->unit : indicator->unit;
}

int indicator_decimals(const Indicator *indicator, const Measure *measure)
{
  bool own = measure && (measure->decimals >= 0 || measure->unit != 0);
  return own ? measure->decimals : indicator->decimals;
}

bool indicator_owns(const Indicator *indicator, const Measure *measure, const Reading *reading)
{
  if (g_strcmp0(reading->measure, measure->ref) == 0)
    return true;
  return !reading->measure && indicator->measures->len == 1;
}

bool indicator_is_yearly(const Indicator *indicator)
{
  return indicator->frequency == FREQUENCY_ANNUAL || kind_row(indicator->kind)->whole == WHOLE_ITSELF;
}

bool indicator_is_told_otherwise(const Indicator *indicator, Period period)
{
  Date since = period_first_day(period_back(period_year(period), 1, 0));
  bool told = false;
  for (guint i = 0; indicator_is_yearly(indicator) && i < indicator->measures->len && !told; i++) {
    const GPtrArray *points = ((const Measure *)g_ptr_array_index(indicator->measures, i))->points;
    for (guint k = 0; k < points->len && !told; k++) {
      const Reading *point = g_ptr_array_index(points, k);
      told = !period_is_own(point->period, period.begins) && !reading_hides_figure(point) &&
             date_compare(period_last_day(point->period), since) >= 0;
    }
  }
  return told;
}

bool indicator_is_due(const Indicator *indicator, Period period)
{
  if (indicator->placeholder || indicator->frequency == FREQUENCY_OCCASIONAL)
    return false;
  if (indicator->frequency == FREQUENCY_HALF_YEARLY)
    return period_quarter(period) % 2 == 0;
  if (indicator_is_yearly(indicator) && indicator->frequency != FREQUENCY_QUARTERLY &&
      indicator->frequency != FREQUENCY_MONTHLY)
    return period_ends_year(period) && indicator->every_years <= 1;
  return true;
}

/* At the year's end the year is its last part, too. */
static bool is_of(Period stated, Period period)
{
  bool last = period.kind == PERIOD_YEAR && period_holds(period, stated) &&
              date_compare(period_last_day(stated), period_last_day(period)) == 0;
  return period_equal(stated, period) || last;
}

int measure_state_at(const Measure *measure, Period period)
{
  if (measure->value && is_of(measure->value->period, period) && measure->value->state != STATE_NONE)
    return measure->value->state;
  for (guint i = measure->gaps->len; i > 0; i--) {
    const Gap *gap = g_ptr_array_index(measure->gaps, i - 1);
    if (is_of(gap->period, period))
      return gap->state;
  }
  const Reading *outturn = reading_at(measure->actuals, period);
  return outturn ? outturn->state : STATE_NONE;
}

bool measure_has_figure(const Measure *measure)
{
  return reading_has_figure(measure->value);
}

const Measure *indicator_whole(const Indicator *indicator)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (measure->total_of->len > 0)
      return measure;
  }
  return g_ptr_array_index(indicator->measures, 0);
}

int indicator_polarity(const Indicator *indicator)
{
  return kind_polarity(indicator->kind, indicator->order, indicator->polarity);
}
