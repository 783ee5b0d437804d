/* Finding the targets of a measure among the readings of the plan. */
#include "merge/targets.h"
#include "merge/lost.h"
#include "model/kind.h"

/* Those of the measure, and others of which nobody can read whether they are: of parts of the year, and the rest. */
static void list_targets(const Inputs *inputs, const Readings *readings, const GPtrArray *own, Indicator *report,
                         Measure *measure)
{
  GPtrArray *all = arena_list(inputs->arena);
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add(all, g_ptr_array_index(own, i));
  note_lost(inputs->arena, readings->targets, readings->lost.targets, &report_target_spec, report, measure, "planned",
            all);
  for (guint i = 0; i < all->len; i++) {
    Reading *target = g_ptr_array_index(all, i);
    bool part = reading_is_own(inputs, target) && target->period.kind != PERIOD_YEAR;
    g_ptr_array_add(part ? measure->profiles : measure->targets, target);
  }
}

void targets_take(const Inputs *inputs, const Readings *readings, Indicator *report, Measure *measure)
{
  GPtrArray *all = arena_list(inputs->arena);
  readings_take(inputs->arena, readings->targets, &report_target_spec, report, measure, all);
  list_targets(inputs, readings, all, report, measure);
  Period year = period_year(inputs->period);
  measure->target = reading_at(all, year);
  if (!measure->target)
    measure->target = readings_other_in(inputs, measure->targets, year);
  if (!measure->target)
    measure->target = lost_reading(inputs->arena, readings->targets, readings->lost.targets, &report_target_spec,
                                   report, measure, year);
  if (readings->some_lost.targets || readings->unnamed)
    record_mark_standing_in(&measure->record, spec_field(measure->record.spec, "planned"));
  if (record_is_unread(&measure->record, "planned")) /* it may be that of a part of the year */
    record_mark_standing_in(&measure->record, spec_field(measure->record.spec, "profiled"));
  if (!measure->target && (readings->unnamed || readings->some_lost.targets))
    measure->target = unreadable_reading(inputs->arena, &report_target_spec, report, measure, year);
}

/* What had been aimed at by the day of a figure that was counted up to another day than its period's last. */
static Reading *profile_of_day(const Measure *measure)
{
  const Reading *value = measure->value;
  for (guint i = 0; i < measure->profiles->len; i++) {
    Reading *profile = g_ptr_array_index(measure->profiles, i);
    if (period_alike(profile->period, value->period) &&
        date_compare(period_last_day(profile->period), value->as_at) == 0)
      return profile;
  }
  return NULL;
}

/* Of what is known to a day, the target of another part of the year that ends with the period is its own, too: that of
 * a half-year at the end of its second quarter, of June at the end of June's quarter. */
static Reading *profile_to_end(const Measure *measure, Period period)
{
  const GPtrArray *const lists[] = { measure->profiles, measure->targets };
  Period year = period_year(period);
  for (guint k = 0; k < G_N_ELEMENTS(lists); k++)
    for (guint i = 0; i < lists[k]->len; i++) {
      Reading *target = g_ptr_array_index(lists[k], i);
      bool within = period_holds(year, target->period) && !period_equal(year, target->period);
      if (within && date_compare(period_last_day(target->period), period_last_day(period)) == 0)
        return target;
    }
  return NULL;
}

/* Whether other parts of the value's year have targets. */
static bool has_profiles(const Measure *measure)
{
  Period year = period_year(measure->value->period);
  bool any = false;
  for (guint i = 0; i < measure->profiles->len; i++)
    any |= period_equal(period_year(((const Reading *)g_ptr_array_index(measure->profiles, i))->period), year);
  return any;
}

/* Whether a part of the year is judged by a target of its own: by its kind, or by the rule where other parts have one.
 */
static bool wants_profile(const Inputs *inputs, const Indicator *report, const Measure *measure)
{
  GoalOf by = kind_row(report->kind)->goal;
  const RatingRule *rule = framework_rating_rule(inputs->framework, report->rule);
  bool by_rule = by != GOAL_YEAR && rule && rule->use_profile;
  return by == GOAL_PART || by == GOAL_BY_UNIT || (by_rule && has_profiles(measure));
}

/* The target of the very part of the year that the value is of; one of which it cannot be read may be it. */
static void take_profile(const Inputs *inputs, const Readings *readings, const Indicator *report, Measure *measure)
{
  Period period = measure->value->period;
  if (kind_adds_up(report->kind) && reading_is_of_other_day(measure->value))
    measure->profile = profile_of_day(measure);
  else
    measure->profile = period.kind == PERIOD_YEAR ? NULL : reading_at(measure->profiles, period);
  bool to_day = kind_row(report->kind)->whole == WHOLE_LAST && !reading_is_of_other_day(measure->value);
  if (!measure->profile && to_day && reading_is_own(inputs, measure->value) && period.kind != PERIOD_YEAR)
    measure->profile = profile_to_end(measure, period);
  if (measure->profile || period.kind == PERIOD_YEAR || !wants_profile(inputs, report, measure))
    return;
  measure->profile = lost_reading(inputs->arena, readings->targets, readings->lost.targets, &report_target_spec, report,
                                  measure, period);
  if (!measure->profile && (readings->unnamed || readings->some_lost.targets))
    measure->profile = unreadable_reading(inputs->arena, &report_target_spec, report, measure, period);
}

/* A value of another period than the council's is held against the target of that very period; where the plan has none
 * for such periods, against that of the year it is a part of, or of the council's year to which it belongs. The year's
 * target stays where there is none of them: it is shown, and rates nothing. */
static void take_other_target(const Inputs *inputs, Measure *measure)
{
  Period period = measure->value->period, ends = period_belongs(period, inputs->period.begins);
  if (reading_is_own(inputs, measure->value))
    return;
  bool alike = false;
  for (guint i = 0; i < measure->targets->len; i++)
    alike |= period_alike(((const Reading *)g_ptr_array_index(measure->targets, i))->period, period);
  const Period wanted[] = { period, period_year(period), ends };
  Reading *target = NULL;
  for (guint i = 0; i < (alike ? 1 : G_N_ELEMENTS(wanted)) && !target; i++)
    target = reading_at(measure->targets, wanted[i]);
  if (target)
    measure->target = target;
}

/* Where neither the year nor the period has one, the target that is shown is that of the shortest time that holds the
 * period: of three years, of the half-year. */
static void take_holding_target(Measure *measure)
{
  Period period = measure->value->period;
  for (guint i = 0; !measure->target && i < measure->targets->len; i++) {
    Reading *target = g_ptr_array_index(measure->targets, i);
    if (target != measure->profile && period_holds(target->period, period))
      measure->target = target;
  }
}

void targets_settle(const Inputs *inputs, const Readings *readings, const Indicator *report, Measure *measure)
{
  take_profile(inputs, readings, report, measure);
  take_other_target(inputs, measure);
  take_holding_target(measure);
}
