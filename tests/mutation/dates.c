/* Mutants of dates and periods: another year, after the plan, impossible; last quarter's. */
#include "mutant.h"
#include "sight.h"
#include <string.h>

static const char *const within = "the date stays within its year";

static char *moved(const char *written, int years)
{
  int year = (int)g_ascii_strtoll(written, NULL, 10) + years;
  return g_strdup_printf("%d%s", year, written + 4);
}

/* 31 of a month that has 30 days, or 30 February. */
static void make_impossible(const Maker *maker, const Record *record, const char *attribute)
{
  g_autofree char *written = mutant_attribute(record, attribute);
  if (!written)
    return;
  g_autofree char *february = g_strdup_printf("%.4s-02-30", written);
  g_autofree char *month = g_strdup_printf("%.4s-13", written);
  mutant_offer(maker, MUTANT_IMPOSSIBLE, record, attribute, february, "no such day", NULL);
  mutant_offer(maker, MUTANT_IMPOSSIBLE, record, attribute, month, "no such month", NULL);
}

/* The framework has not switched the check off. */
static bool wants(const Sample *sample, const char *rule)
{
  const GPtrArray *checks = sample->inputs.framework->checks;
  for (guint i = 0; i < checks->len; i++) {
    const CheckSetting *setting = g_ptr_array_index(checks, i);
    if (setting->off && g_strcmp0(setting->rule, rule) == 0)
      return false;
  }
  return true;
}

static bool outside_plan(const Sample *sample, Date date)
{
  const Plan *plan = sample->inputs.plan;
  Period last = period_back(plan->from, 1 - plan->years, 0);
  return date_compare(date, period_last_day(last)) > 0 || date_compare(date, period_first_day(plan->from)) < 0;
}

/* The name of the date's month stands in the words. */
static bool names_month(const GPtrArray *runs, Date date)
{
  static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December" };
  g_autofree char *text = runs ? runs_to_text(runs) : g_strdup("");
  g_autofree char *words = g_strdup_printf("by %s %d", months[date.month - 1], date.year);
  return strstr(text, words) != NULL;
}

static void make_due(const Maker *maker, const Milestone *milestone)
{
  g_autofree char *written = mutant_attribute(&milestone->record, "due");
  if (!written)
    return;
  static const int years[] = { -1, 1, -10, 10 };
  bool named = names_month(milestone->text, milestone->due);
  for (guint i = 0; i < G_N_ELEMENTS(years); i++) {
    g_autofree char *value = moved(written, years[i]);
    Date date;
    bool good = date_parse(value, &date);
    bool early = good && date_compare(date_last_day(date), period_first_day(milestone->year)) < 0;
    bool late = good && date_compare(date, period_last_day(milestone->year)) > 0;
    const char *seen = !good                                        ? "no such date"
                       : early                                      ? "before its plan year"
                       : late && wants(maker->sample, "R-DUE-LATE") ? "after its plan year"
                       : named                                      ? "the words name the date"
                       : outside_plan(maker->sample, date)          ? "after the plan"
                                                                    : NULL;
    mutant_offer(maker, MUTANT_DUE, &milestone->record, "due", value, seen,
                 late ? "the council lets milestones end after their year" : within);
  }
  g_autofree char *month = g_strdup_printf("%.4s-%02d%s", written, milestone->due.month % 12 + 1, written + 7);
  Date date;
  if (date_parse(month, &date)) {
    bool out = date_compare(date_last_day(date), period_first_day(milestone->year)) < 0 ||
               (date_compare(date, period_last_day(milestone->year)) > 0 && wants(maker->sample, "R-DUE-LATE"));
    mutant_offer(maker, MUTANT_DUE, &milestone->record, "due", month,
                 out     ? "outside its plan year"
                 : named ? "the words name the date"
                         : NULL,
                 within);
  }
  make_impossible(maker, &milestone->record, "due");
  for (guint i = 0; i < milestone->steps->len; i++)
    make_impossible(maker, g_ptr_array_index(milestone->steps, i), "due");
}

static void make_step(const Maker *maker, const Milestone *milestone, const Step *step)
{
  g_autofree char *written = mutant_attribute(&step->record, "due");
  for (int by = -1; written && by <= 1; by += 2) {
    g_autofree char *value = moved(written, by);
    Date date;
    if (!date_parse(value, &date))
      continue;
    bool late = outside_plan(maker->sample, date) && by > 0;
    bool early = date_compare(date_last_day(date), period_first_day(milestone->year)) < 0;
    mutant_offer(maker, MUTANT_DUE, &step->record, "due", value,
                 late    ? "after the plan"
                 : early ? "before its plan year"
                         : NULL,
                 within);
  }
}

static void make_plan_due(const Maker *maker, const Record *record, Date due)
{
  g_autofree char *written = mutant_attribute(record, "due");
  static const int years[] = { -1, 1, -10, 10 };
  for (guint i = 0; written && date_given(due) && i < G_N_ELEMENTS(years); i++) {
    g_autofree char *value = moved(written, years[i]);
    Date date;
    bool good = date_parse(value, &date);
    mutant_offer(maker, MUTANT_DUE, record, "due", value,
                 !good                               ? "no such date"
                 : outside_plan(maker->sample, date) ? "outside the plan's years"
                                                     : NULL,
                 "another year of the plan");
  }
  make_impossible(maker, record, "due");
}

static void make_plan(const Maker *maker)
{
  const Plan *plan = maker->sample->inputs.plan;
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      make_due(maker, milestone);
      for (guint k = 0; k < milestone->steps->len; k++)
        make_step(maker, milestone, g_ptr_array_index(milestone->steps, k));
    }
  }
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      make_plan_due(maker, &treatment->record, treatment->due);
    }
  }
  for (guint i = 0; i < plan->equality_actions->len; i++) {
    const EqualityAction *action = g_ptr_array_index(plan->equality_actions, i);
    make_plan_due(maker, &action->record, action->due);
  }
}

static void make_log(const Maker *maker)
{
  const Plan *plan = maker->sample->inputs.plan;
  for (guint i = 0; i < plan->log->len; i++) {
    const LogEntry *entry = g_ptr_array_index(plan->log, i);
    g_autofree char *written = mutant_attribute(&entry->record, "date");
    for (int by = -1; written && by <= 1; by += 2) {
      g_autofree char *value = moved(written, by);
      Date date;
      const LogEntry *before = i > 0 ? g_ptr_array_index(plan->log, i - 1) : NULL;
      const LogEntry *after = i + 1 < plan->log->len ? g_ptr_array_index(plan->log, i + 1) : NULL;
      bool wrong = date_parse(value, &date) &&
                   ((before && date_compare(date, before->date) < 0) ||
                    (after && date_compare(date, after->date) > 0) || (!after && date_given(plan->date)));
      mutant_offer(maker, MUTANT_DATE, &entry->record, "date", value, wrong ? "the other dates of the log" : NULL,
                   "the log has no earlier entry");
    }
    make_impossible(maker, &entry->record, "date");
  }
  g_autofree char *written = mutant_attribute(&plan->record, "date");
  for (int by = -1; written && by <= 1; by += 2) {
    g_autofree char *value = moved(written, by);
    mutant_offer(maker, MUTANT_DATE, &plan->record, "date", value, plan->log->len > 0 ? "the log's last entry" : NULL,
                 "the plan has no log");
  }
}

static void make_return(const Maker *maker)
{
  const Return *current = maker->sample->inputs.current;
  static const char *const names[] = { "submitted", "due" };
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *written = mutant_attribute(&current->record, names[i]);
    for (int by = -1; written && by <= 1; by += 2) {
      g_autofree char *value = moved(written, by);
      mutant_offer(maker, MUTANT_DATE, &current->record, names[i], value, "the end of the period, or the other date",
                   NULL);
    }
    make_impossible(maker, &current->record, names[i]);
  }
  for (guint i = 0; i < current->statements->len; i++) {
    const Statement *statement = g_ptr_array_index(current->statements, i);
    g_autofree char *written = mutant_attribute(&statement->record, "as-at");
    if (!written)
      continue;
    Period last = period_back(current->period, 0, 1);
    g_autofree char *before = date_to_string(period_last_day(last));
    g_autofree char *earlier = moved(written, -1);
    g_autofree char *later = moved(written, 1);
    mutant_offer(maker, MUTANT_DATE, &statement->record, "as-at", before, "the end of the period", NULL);
    mutant_offer(maker, MUTANT_DATE, &statement->record, "as-at", earlier, "the end of the period", NULL);
    mutant_offer(maker, MUTANT_DATE, &statement->record, "as-at", later, "the end of the period", NULL);
    make_impossible(maker, &statement->record, "as-at");
  }
}

/* A period of the return moved: to one that another reading of the measure has, into the future, to another year. */
static void make_value_period(const Maker *maker, const Indicator *planned, const IndicatorProgress *said,
                              const Reading *reading)
{
  bool rare = planned->kind == KIND_ANNUAL || planned->kind == KIND_SURVEY || planned->frequency == FREQUENCY_ANNUAL ||
              planned->frequency == FREQUENCY_OCCASIONAL;
  static const int years[] = { -10, 1, 10 };
  const Inputs *inputs = &maker->sample->inputs;
  g_autofree char *written = mutant_attribute(&reading->record, "period");
  g_autofree char *as_at = mutant_attribute(&reading->record, "as-at");
  for (int by = -1; as_at && by <= 1; by += 2) {
    g_autofree char *value = moved(as_at, by);
    Date date;
    bool good = date_parse(value, &date);
    bool wrong = !good ||
                 (date_given(inputs->current->submitted) && date_compare(date, inputs->current->submitted) > 0) ||
                 (!rare && date_compare(date, period_first_day(period_year(inputs->period))) < 0);
    mutant_offer(maker, MUTANT_DATE, &reading->record, "as-at", value, wrong ? "the year and the return's date" : NULL,
                 within);
  }
  for (guint i = 0; i < said->values->len; i++) {
    const Reading *other = g_ptr_array_index(said->values, i);
    g_autofree char *period = mutant_attribute(&other->record, "period");
    if (written && period && other != reading && g_strcmp0(other->measure, reading->measure) == 0 && i % 4 == 1)
      mutant_offer(maker, MUTANT_PERIOD, &reading->record, "period", period, "two figures for one period", NULL);
  }
  for (guint i = 0; written && i < G_N_ELEMENTS(years); i++) {
    Period to = period_back(reading->period, -years[i], 0);
    g_autofree char *value = period_to_string(to);
    mutant_offer(maker, MUTANT_PERIOD, &reading->record, "period", value,
                 period_compare(to, inputs->period) > 0 ? "a period that is not over" : NULL,
                 "a plausible earlier period");
  }
}

static void make_periods(const Maker *maker)
{
  const Inputs *inputs = &maker->sample->inputs;
  static const int parts[] = { 1, -1 };
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
    Period quarter = period_back(inputs->period, 0, parts[i]), year = period_back(inputs->period, parts[i], 0);
    g_autofree char *a = period_to_string(quarter);
    g_autofree char *b = period_to_string(year);
    mutant_offer(maker, MUTANT_PERIOD, &inputs->current->record, "period", a, "the return's dates", NULL);
    mutant_offer(maker, MUTANT_PERIOD, &inputs->current->record, "period", b, "the return's dates, the plan's years",
                 NULL);
  }
  for (guint i = 0; i < inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(inputs->plan->indicators, i);
    const IndicatorProgress *said = sight_said(maker->sample, planned);
    for (guint j = 0; said && j < said->values->len; j++)
      make_value_period(maker, planned, said, g_ptr_array_index(said->values, j));
    for (guint j = 0; j < planned->actuals->len; j++) {
      const Reading *actual = g_ptr_array_index(planned->actuals, j);
      bool early = actual->flags & (1u << FLAG_ESTIMATE | 1u << FLAG_FORECAST);
      if (!actual->number.given || early)
        continue;
      g_autofree char *later = period_to_string(period_back(actual->period, -2, 0));
      bool future =
          date_compare(period_last_day(period_back(actual->period, -2, 0)), period_last_day(inputs->period)) > 0;
      mutant_offer(maker, MUTANT_PERIOD, &actual->record, "period", later, future ? "a year that is not over" : NULL,
                   "a plausible year");
    }
  }
  g_autofree char *from = period_to_string(period_back(inputs->plan->from, -1, 0));
  g_autofree char *before = period_to_string(period_back(inputs->plan->from, 5, 0));
  mutant_offer(maker, MUTANT_PERIOD, &inputs->plan->record, "from", from, "the years of its milestones", NULL);
  mutant_offer(maker, MUTANT_PERIOD, &inputs->plan->record, "from", before, "the years of its milestones", NULL);
  g_autofree char *valid = period_to_string(period_back(period_year(inputs->period), -1, 0));
  mutant_offer(maker, MUTANT_PERIOD, &inputs->framework->record, "from", valid, "the report's year", NULL);
  g_autofree char *until = period_to_string(period_back(period_year(inputs->period), 1, 0));
  mutant_offer(maker, MUTANT_PERIOD, &inputs->framework->record, "to", until, "the report's year", NULL);
}

void make_dates(const Maker *maker)
{
  make_plan(maker);
  make_log(maker);
  make_return(maker);
  make_periods(maker);
}
