/* The finding of a chart in one sentence, which is its text alternative, too. */
#include "compose/blocks/places.h"
#include "compose/blocks/series.h"
#include "compose/wording/words.h"
#include "model/kind.h"
#include "model/report.h"
#include "model/whole.h"

static void append_part(GString *out, const char *part)
{
  g_string_append_printf(out, ", %s", part);
}

/* Whether the value is of another period than the council's year, and the target of a year in which it does not end. */
static bool is_target_of_other(const Measure *measure, int begins)
{
  const Reading *value = measure->value, *target = measure->target;
  return value && target && !period_is_own(value->period, begins) && !period_equal(value->period, target->period) &&
         !period_has_day(target->period, period_last_day(value->period));
}

static void append_aim(Maker *maker, GString *out, const char *word, const Reading *aim)
{
  g_autofree char *value =
      value_to_sentence(maker->document, value_from_reading(maker->arena, maker->document, &aim->record));
  g_autofree char *part = word_fill(document_word(maker->document, word), (const char *const[]){ "value", NULL },
                                    (const char *const[]){ value });
  append_part(out, part);
}

static void append_target(Maker *maker, GString *out, const MeasureSeries *series)
{
  const Measure *measure = series->measure;
  bool own = measure->value && measure->target && period_equal(measure->target->period, measure->value->period);
  bool apart = measure->value && !own &&
               !series_year_counts(series, measure->value->period.kind); /* a year's target is another thing */
  if ((apart && !measure->goal) || is_target_of_other(measure, maker->document->year_begins))
    return;
  const Reading *target = reading_told(maker->arena, measure->goal ? measure->goal : measure->target);
  const Reading *band = series_band(maker, series);
  if (band)
    append_aim(maker, out, "chart-finding-band", band);
  if (band && !target)
    return;
  bool said = target && (reading_has_figure(target) || target->state != STATE_NONE);
  if (!said) {
    append_part(out, document_word(maker->document, "chart-finding-no-target"));
    return;
  }
  append_aim(maker, out, "chart-finding-target", target);
}

static void append_judgement(Maker *maker, GString *out, const char *word, bool by_rule)
{
  g_autofree char *said = by_rule ? word_by_rule(maker->document, "by-rule", word) : g_strdup(word);
  append_part(out, said);
}

/* "better than last year" where the report compares with it; else "better" alone. */
static char *travel_word(Maker *maker, const Indicator *indicator, int travel)
{
  const Report *report = (const Report *)indicator->record.parent;
  const TravelRule *rule = report->travel; /* without one the same period of last year is meant */
  bool year = rule ? rule->comparator != COMPARE_LAST_PERIOD && !record_is_unread(&rule->record, "comparator")
                   : !record_is_unread(&report->record, "travel-rule");
  if (!year && travel != TRAVEL_NO_CLEAR_CHANGE)
    return g_utf8_strdown(term_word(maker->document, &terms_travel, travel), -1);
  g_autofree char *name = g_strconcat("chart-finding-", terms_name(&terms_travel, travel), NULL);
  return g_strdup(document_word(maker->document, name));
}

/* What is said of the only measure is what was said of the indicator. */
static void append_judgements(Maker *maker, GString *out, const MeasureSeries *series)
{
  const Indicator *indicator = series->indicator;
  const Measure *measure = series->measure;
  bool only = indicator->measures->len == 1;
  int rating = only ? indicator->rating : measure->rating, travel = only ? indicator->travel : measure->travel;
  if (rating_is_symbol(rating)) {
    g_autofree char *word = g_utf8_strdown(symbol_word(maker->document, &indicator->record, &terms_rating, rating), -1);
    append_judgement(maker, out, word, only ? indicator->rating_by_rule : measure->rating_by_rule);
  } else if (rating == RATING_NOT_READABLE) {
    append_part(out, document_word(maker->document, "chart-finding-rating-unread"));
  }
  if (travel_is_symbol(travel) || travel == TRAVEL_NO_CLEAR_CHANGE) {
    g_autofree char *word = travel_word(maker, indicator, travel);
    append_judgement(maker, out, word, only ? indicator->travel_by_rule : measure->travel_by_rule);
  } else if (travel == TRAVEL_NOT_READABLE) {
    append_part(out, document_word(maker->document, "chart-finding-travel-unread"));
  }
}

static char *period_in_sentence(Maker *maker, Period period)
{
  g_autofree char *label = chart_period_label(maker, period);
  if (period.kind != PERIOD_QUARTER)
    return g_steal_pointer(&label);
  return g_utf8_strdown(label, -1);
}

/* The report's period, unless the figure is of another one, or of another day. */
static char *place_in_sentence(Maker *maker, const MeasureSeries *series, const Reading *reading, const ChartSpan *span)
{
  if (!reading_hides_figure(reading) && reading_is_of_other_day(reading))
    return when_to_text(maker->document, &(When){ .date = reading->as_at });
  bool own = series->measure->value && period_is_own(reading->period, span->period.begins);
  return period_in_sentence(maker, own ? span->period : reading->period);
}

char *chart_finding(Maker *maker, const MeasureSeries *series, const ChartSpan *span, const char *title)
{
  const Reading *reading = series->measure->value;
  if (!reading && series->points->len)
    reading = g_ptr_array_index(series->points, series->points->len - 1);
  g_autofree char *period = place_in_sentence(maker, series, reading, span);
  g_autofree char *value =
      value_to_sentence(maker->document, value_from_reading(maker->arena, maker->document, &reading->record));
  g_autofree char *begun = word_fill(document_word(maker->document, "chart-finding"),
                                     (const char *const[]){ "title", "period", "value", NULL },
                                     (const char *const[]){ title, period, value });
  g_autoptr(GString) out = g_string_new(begun);
  g_autofree char *certainty = certainty_text(maker->document, &reading->record);
  if (certainty)
    append_part(out, certainty);
  append_target(maker, out, series);
  append_judgements(maker, out, series);
  return arena_strdup(maker->arena, out->str);
}
