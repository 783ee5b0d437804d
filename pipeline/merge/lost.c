/* Readings of which nobody can read to what measure or period they belong. */
#include "merge/lost.h"

/* Whether a reading may have been meant for the measure and any period: one of the two could not be read. */
static bool is_lost(const Reading *reading, const Indicator *indicator, const Measure *measure)
{
  if (record_is_unread(&reading->record, "measure"))
    return true;
  return record_is_unread(&reading->record, "period") && indicator_owns(indicator, measure, reading);
}

/* Whether it may be of the period: of the one that ends that day, or of one that nobody can read. */
static bool may_be_of(const Reading *reading, Period period)
{
  return !period_given(reading->period) || date_compare(period_last_day(reading->period), period_last_day(period)) == 0;
}

enum { FEW = 16 }; /* readings of unreadable measures: of more it is only said that there are some */

/* period NULL: of any. */
static const Reading *find_lost(const GPtrArray *among, const Indicator *indicator, const Measure *measure,
                                const Period *period)
{
  for (guint i = 0; i < among->len; i++) {
    const Reading *reading = g_ptr_array_index(among, i);
    if (is_lost(reading, indicator, measure) && (!period || may_be_of(reading, *period)))
      return reading;
  }
  return NULL;
}

Reading *lost_reading(Arena *arena, const GPtrArray *own, const GPtrArray *others, const Spec *spec,
                      const Indicator *indicator, Measure *measure, Period period)
{
  const Reading *found = find_lost(own, indicator, measure, &period);
  if (!found)
    found = find_lost(others, indicator, measure, others->len > FEW ? NULL : &period);
  if (!found)
    return NULL;
  Reading *lost = reading_in_report(arena, found, spec, indicator, measure);
  lost->period = period;
  return lost;
}

Reading *unreadable_reading(Arena *arena, const Spec *spec, const Indicator *indicator, Measure *measure, Period period)
{
  Reading *reading = record_new(arena, spec, &measure->record);
  reading->state = STATE_NOT_READABLE;
  reading->period = period;
  return reading_in_report(arena, reading, spec, indicator, measure);
}

Reading *lost_point(Arena *arena, const Readings *readings, const Spec *spec, const Indicator *indicator,
                    Measure *measure, Period period)
{
  Reading *lost = lost_reading(arena, readings->ever, readings->lost.ever, spec, indicator, measure, period);
  if (!lost)
    lost = lost_reading(arena, readings->said, readings->lost.said, spec, indicator, measure, period);
  return lost || !(readings->ever_lost || readings->unnamed || readings->some_lost.said)
             ? lost
             : unreadable_reading(arena, spec, indicator, measure, period);
}

/* Whether one of the list may be of a part of the period. */
static bool any_within(const GPtrArray *among, const Indicator *indicator, const Measure *measure, Period period)
{
  bool any = false;
  for (guint i = 0; i < among->len && !any; i++) {
    const Reading *reading = g_ptr_array_index(among, i);
    bool within = !period_given(reading->period) || period_holds(period, reading->period);
    any = within && is_lost(reading, indicator, measure);
  }
  return any;
}

/* The same among those of measures that cannot be read: of many, one will be. */
static bool any_other_within(const GPtrArray *others, const Indicator *indicator, const Measure *measure, Period period)
{
  return others->len > FEW || any_within(others, indicator, measure, period);
}

bool lost_is_said(const Readings *readings, const Indicator *indicator, const Measure *measure, Period period)
{
  return readings->some_lost.said || any_within(readings->said, indicator, measure, period) ||
         any_other_within(readings->lost.said, indicator, measure, period);
}

bool lost_within(const Readings *readings, const Indicator *indicator, const Measure *measure, Period period)
{
  return lost_is_said(readings, indicator, measure, period) || any_within(readings->ever, indicator, measure, period) ||
         any_other_within(readings->lost.ever, indicator, measure, period);
}

void note_lost(Arena *arena, const GPtrArray *own, const GPtrArray *others, const Spec *spec,
               const Indicator *indicator, Measure *measure, const char *field, GPtrArray *into)
{
  for (guint i = 0; i < own->len + others->len; i++) {
    const Reading *reading = i < own->len ? g_ptr_array_index(own, i) : g_ptr_array_index(others, i - own->len);
    if (!is_lost(reading, indicator, measure))
      continue;
    if (!period_given(reading->period) || others->len > FEW)
      record_mark_standing_in(&measure->record, spec_field(measure->record.spec, field));
    else if (!reading_at(into, reading->period))
      g_ptr_array_add(into, reading_in_report(arena, reading, spec, indicator, measure));
    if (others->len > FEW && i >= own->len)
      break;
  }
  g_ptr_array_sort(into, readings_compare);
}
