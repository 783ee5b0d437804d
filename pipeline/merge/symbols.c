/* Which symbols are shown: those that somebody stated, else those by the rules where they may stand in, else why there
 * is none. */
#include "merge/symbols.h"
#include "model/framework.h"

/* What stands for a rating of the measure when neither the officer nor the rule gives one. */
static int unrated(const Inputs *inputs, const Indicator *report, const Measure *measure)
{
  if (report->placeholder)
    return RATING_NOT_APPLICABLE;
  if (!report->supplied)
    return indicator_is_due(report, inputs->period) && !indicator_is_told_otherwise(report, inputs->period)
               ? RATING_NOT_SUPPLIED
               : RATING_NOT_DUE;
  if (measure->value->state == STATE_NONE && report->polarity == POLARITY_CONTEXT)
    return RATING_NOT_APPLICABLE; /* the plan says that it is shown for context */
  return symbols_unrated(measure->value);
}

int symbols_unrated(const Reading *value)
{
  switch ((State)value->state) {
  case STATE_NOT_AVAILABLE:
  case STATE_TO_BE_CONFIRMED:
  case STATE_SEE_COMMENT:
    return RATING_NOT_AVAILABLE;
  case STATE_ANNUAL:
  case STATE_NOT_DUE:
    return RATING_NOT_DUE;
  case STATE_NOT_SUPPLIED:
    return RATING_NOT_SUPPLIED;
  case STATE_NOT_READABLE:
    return RATING_NOT_READABLE;
  case STATE_NOT_APPLICABLE:
    return RATING_NOT_APPLICABLE;
  case STATE_NONE:
  case STATE_NEW_MEASURE:
  case STATE_PARTS_ONLY:
  case STATE_SUPPRESSED:
    break;
  }
  return RATING_NOT_RATED;
}

/* Whether what the rule computes may stand where nobody stated a symbol; where that cannot be read it may. */
static bool rating_may_stand(const Inputs *inputs, const Indicator *report)
{
  const RatingRule *rule = framework_rating_rule(inputs->framework, report->rule);
  if (!rule || record_is_unread(&report->record, "rule"))
    return rule != NULL || framework_rule_is_unread(inputs->framework, report->rule);
  return rule->stand_in || record_is_unread(&rule->record, "stand-in");
}

static bool travel_may_stand(const Inputs *inputs)
{
  const TravelRule *rule = inputs->framework->travel;
  return rule ? rule->stand_in || record_is_unread(&rule->record, "stand-in")
              : record_is_unread(&inputs->framework->record, "travel-rule");
}

/* What was stated for the only measure was stated for the indicator, unless that says another thing. */
static void take_stated(const IndicatorProgress *said, Indicator *report, int *ret_stated)
{
  Measure *only = g_ptr_array_index(report->measures, 0);
  *ret_stated = said ? said->rating : RATING_NONE;
  bool one = report->measures->len == 1 && only->stated;
  if (one && !*ret_stated)
    *ret_stated = only->stated;
  if (one && *ret_stated == only->stated)
    only->stated = RATING_NONE;
}

/* When all measures were stated, and the same, that is the indicator's. */
static int stated_by_all(const Indicator *report)
{
  int all = ((const Measure *)g_ptr_array_index(report->measures, 0))->stated;
  for (guint i = 1; i < report->measures->len; i++)
    if (((const Measure *)g_ptr_array_index(report->measures, i))->stated != all)
      return RATING_NONE;
  return all;
}

/* Of the total, if there is one; else of the first measure that has a figure, or of the first. */
static int unrated_whole(const Inputs *inputs, const Indicator *report)
{
  const Measure *whole = indicator_whole(report);
  for (guint i = 0; whole->total_of->len == 0 && !measure_has_figure(whole) && i < report->measures->len; i++)
    if (measure_has_figure(g_ptr_array_index(report->measures, i)))
      whole = g_ptr_array_index(report->measures, i);
  return unrated(inputs, report, whole);
}

static void show_measure(const Inputs *inputs, const Indicator *report, bool stated, bool rules, bool moves,
                         Measure *measure)
{
  bool one = report->measures->len == 1 && !measure->stated;
  measure->rating_by_rule = one ? report->rating_by_rule : !measure->stated && rules && measure->computed;
  measure->rating = one                       ? report->rating
                    : measure->stated         ? measure->stated
                    : measure->rating_by_rule ? measure->computed
                    : stated                  ? RATING_NONE /* that of the indicator is said for all */
                                              : unrated(inputs, report, measure);
  measure->travel = one ? report->travel : moves ? measure->computed_travel : TRAVEL_NONE;
  measure->travel_by_rule = one ? report->travel_by_rule : measure->travel != TRAVEL_NONE;
  measure->rating_by_rule &= measure->rating != RATING_NOT_READABLE;
  measure->travel_by_rule &= measure->travel != TRAVEL_NOT_READABLE;
}

void symbols_show(const Inputs *inputs, const IndicatorProgress *said, Indicator *report)
{
  bool rules = rating_may_stand(inputs, report), moves = travel_may_stand(inputs);
  int stated;
  take_stated(said, report, &stated);
  if (!stated)
    stated = stated_by_all(report);
  report->rating_by_rule = !stated && rules && report->computed;
  report->rating = stated ? stated : report->rating_by_rule ? report->computed : unrated_whole(inputs, report);
  bool moved = said && said->travel != TRAVEL_NONE;
  report->travel = moved ? said->travel : said && moves ? report->computed_travel : TRAVEL_NONE;
  report->travel_by_rule = !moved && report->travel != TRAVEL_NONE;
  for (guint i = 0; i < report->measures->len; i++)
    show_measure(inputs, report, stated != RATING_NONE, rules, moves && said, g_ptr_array_index(report->measures, i));
}

static bool is_unreadable(const Reading *reading)
{
  return reading && reading->state == STATE_NOT_READABLE;
}

static void hide_rating(Measure *measure)
{
  measure->rating = RATING_NOT_READABLE;
  measure->rating_by_rule = false;
  if (measure->stated)
    measure->stated = RATING_NOT_READABLE;
}

static void hide_travel(Measure *measure)
{
  measure->travel = TRAVEL_NOT_READABLE;
  measure->travel_by_rule = false;
}

void symbols_hide(const Inputs *inputs, Indicator *report)
{
  bool now = false, aim = false, before = false, by_rule = !framework_travel_is_unread(inputs->framework);
  for (guint i = 0; i < report->measures->len; i++) {
    Measure *measure = g_ptr_array_index(report->measures, i);
    bool own_aim = is_unreadable(measure->target) || is_unreadable(measure->profile);
    bool own = is_unreadable(measure->value) || own_aim;
    bool own_before = is_unreadable(measure->actual) || (by_rule && is_unreadable(measure->comparator));
    if (own)
      hide_rating(measure);
    if ((own || own_before) && report->supplied)
      hide_travel(measure);
    now |= is_unreadable(measure->value);
    aim |= own_aim;
    before |= own_before;
  }
  bool by_target = rating_is_symbol(report->rating) || report->rating == RATING_NOT_RATED;
  if (now || (aim && by_target))
    report->rating = RATING_NOT_READABLE;
  if (((now || before) && report->travel != TRAVEL_NONE) || (aim && travel_is_symbol(report->travel)))
    report->travel = TRAVEL_NOT_READABLE;
  report->rating_by_rule &= report->rating != RATING_NOT_READABLE;
  report->travel_by_rule &= report->travel != TRAVEL_NOT_READABLE;
}
