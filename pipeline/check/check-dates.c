/* Dates that do not fit the documents they stand in: the return's own, those of figures and statements, those of risks
 * and steps, the document log. */
#include "check/checks.h"
#include <stdlib.h>
#include <string.h>

enum { HALF_A_YEAR_MONTHS = 6 };

/* The date, and in words what is wrong with it against another date. */
static void report(const Checks *c, const char *id, const Spot *spot, const char *what, Date date, const char *wrong,
                   Date against)
{
  g_autofree char *is = date_to_string(date);
  g_autofree char *other = date_to_string(against);
  findings_add(c->findings, id, spot, "%s %s, %s %s", what, is, wrong, other);
}

static Date months_later(Date date, int months)
{
  int all = date.year * 12 + date.month - 1 + months;
  return date_last_day((Date){ (gint16)(all / 12), (gint8)(all % 12 + 1), 0 });
}

/* A final return comes after its period, and not years after it. */
static void check_return(const Checks *c, const Return *current)
{
  Date end = period_last_day(current->period), submitted = current->submitted, due = current->due;
  if (!period_given(current->period))
    return;
  Spot at_submitted = { &current->record, "submitted", &current->record, "period" };
  Spot at_due = { &current->record, "due", &current->record, "period" };
  Date latest = months_later(end, HALF_A_YEAR_MONTHS);
  if (date_given(submitted) && current->status == STATUS_FINAL && date_compare(submitted, end) < 0)
    report(c, "C-DATES", &at_submitted, "the return was submitted on", submitted, "before its period ended on", end);
  if (date_given(due) && date_compare(due, end) < 0)
    report(c, "C-DATES", &at_due, "the return was due on", due, "before its period ends on", end);
  if (date_given(due) && date_compare(due, latest) > 0)
    report(c, "C-DATES", &at_due, "the return was due on", due, "more than half a year after its period ends on", end);
}

/* A figure of a date after the return was written, or of an earlier year. */
static void check_as_at(const Checks *c, const Indicator *planned, const Reading *value)
{
  Date at = value->as_at, written = c->inputs->current->submitted;
  Period period = period_given(value->period) ? value->period : c->report->period;
  Date begin = period_first_day(period_year(period));
  bool rare = indicator_is_yearly(planned) || planned->frequency == FREQUENCY_OCCASIONAL;
  g_autofree char *what = g_strdup_printf("indicator %s is stated as at", planned->ref);
  Spot spot = { &value->record, "as-at", &c->inputs->current->record, "submitted" };
  if (!date_given(at))
    return;
  if (date_given(written) && date_compare(at, written) > 0)
    report(c, "R-AS-AT", &spot, what, at, "after the return was submitted on", written);
  else if (!rare && date_compare(at, begin) < 0)
    report(c, "R-AS-AT", &spot, what, at, "before the year began on", begin);
}

static void check_readings(const Checks *c)
{
  for (guint i = 0; i < c->inputs->current->indicators->len; i++) {
    const IndicatorProgress *said = g_ptr_array_index(c->inputs->current->indicators, i);
    const Indicator *planned = said->indicator ? g_hash_table_lookup(c->index->indicators, said->indicator) : NULL;
    for (guint j = 0; planned && j < said->values->len; j++)
      check_as_at(c, planned, g_ptr_array_index(said->values, j));
  }
}

/* "Revenue Budget as at 31 December": the statement's own date, else the end of the period. */
static void check_title(const Checks *c, const Statement *statement)
{
  Date end = date_given(statement->as_at) ? statement->as_at : c->report->to, date;
  const GPtrArray *sentences = sentences_of_field(c->inputs->arena, &statement->record, "title");
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    guint last;
    for (guint j = 0; sentence_token(sentence, j); j++) {
      if (!sentence_date(sentence, j, &date, &last))
        continue;
      if (date.month != end.month || (date.year != 0 && date.year != end.year)) {
        g_autofree char *name = record_name(&statement->record);
        g_autofree char *is = date_to_string(end);
        Spot spot = { &statement->record, "title", &statement->record, "as-at" };
        findings_add(c->findings, "R-AS-AT", &spot, "%s: the title '%s' names another date than %s", name,
                     statement->title, is);
      }
      break;
    }
  }
}

static void check_accounts(const Checks *c)
{
  for (guint i = 0; i < c->inputs->current->statements->len; i++) {
    const Statement *statement = g_ptr_array_index(c->inputs->current->statements, i);
    g_autofree char *what = g_strdup_printf("the statement '%s' is as at", statement->title);
    Spot spot = { &statement->record, "as-at", &c->inputs->current->record, "period" };
    if (date_given(statement->as_at) && date_compare(statement->as_at, c->report->to) != 0)
      report(c, "R-AS-AT", &spot, what, statement->as_at, "but the period ends on", c->report->to);
    check_title(c, statement);
  }
}

/* Earlier years' outturns stand in the plan; this and later years' cannot be known. */
static void check_actuals(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(c->inputs->plan->indicators, i);
    for (guint j = 0; j < planned->actuals->len; j++) {
      const Reading *actual = g_ptr_array_index(planned->actuals, j);
      bool early = actual->flags & (1u << FLAG_FORECAST | 1u << FLAG_ESTIMATE);
      if (!actual->number.given || early || date_compare(period_last_day(actual->period), c->report->to) <= 0)
        continue;
      g_autofree char *period = period_to_string(actual->period);
      findings_at(c->findings, "C-FUTURE", &actual->record, "period",
                  "indicator %s has an outturn for %s, which was not over yet", planned->ref, period);
    }
  }
}

/* Within the years of the plan; or only not after them. */
static void check_in_plan(const Checks *c, const Record *record, Date due, bool late_only)
{
  const Plan *plan = c->inputs->plan;
  if (!date_given(due) || !period_given(plan->from) || plan->years <= 0)
    return;
  Date first = period_first_day(plan->from), last = period_last_day(period_back(plan->from, 1 - plan->years, 0));
  bool early = date_compare(date_last_day(due), first) < 0;
  if ((early && late_only) || (!early && (!date_given(last) || date_compare(due, last) <= 0)))
    return;
  g_autofree char *name = record_name(record);
  g_autofree char *what = g_strdup_printf("%s is due", name);
  Spot spot = { record, "due", &plan->record, "from" };
  report(c, "R-DUE-PLAN", &spot, what, due, early ? "before the plan begins on" : "after the plan ends on",
         early ? first : last);
}

/* A step belongs to the year of its milestone; it may come after the milestone itself, as a review does. */
static void check_step(const Checks *c, const Milestone *milestone, const Step *step)
{
  if (!date_given(step->due) || !period_given(milestone->year) || !step->ref || !milestone->ref)
    return;
  g_autofree char *what = g_strdup_printf("step %s of milestone %s is due", step->ref, milestone->ref);
  Date begin = period_first_day(milestone->year);
  Spot spot = { &step->record, "due", &milestone->record, "year" };
  if (date_compare(date_last_day(step->due), begin) < 0)
    report(c, "R-DUE-STEP", &spot, what, step->due, "before the milestone's year begins on", begin);
  check_in_plan(c, &step->record, step->due, true);
}

/* The plan of another time altogether is told once, by R-PLAN. */
static bool covers_report(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  return period_given(plan->from) && plan->years > 0 && c->report->year.year >= plan->from.year &&
         c->report->year.year < plan->from.year + plan->years;
}

static void check_due(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      bool outside = period_given(milestone->year) && milestone->year.year >= plan->from.year + plan->years;
      if (!outside) /* else its year is what is wrong */
        check_in_plan(c, &milestone->record, milestone->due, true);
      for (guint k = 0; k < milestone->steps->len; k++)
        check_step(c, milestone, g_ptr_array_index(milestone->steps, k));
    }
  }
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      check_in_plan(c, &treatment->record, treatment->due, false);
    }
  }
  for (guint i = 0; i < plan->equality_actions->len; i++) {
    const EqualityAction *action = g_ptr_array_index(plan->equality_actions, i);
    check_in_plan(c, &action->record, action->due, false);
  }
}

/* "2.1", "V3": major and minor number as one; -1 when there is none. */
static int version_number(const char *version)
{
  const char *digits = version ? strpbrk(version, "0123456789") : NULL;
  if (!digits || strlen(digits) > 6)
    return -1;
  const char *point = strchr(digits, '.');
  return atoi(digits) * 1000 + (point ? atoi(point + 1) : 0);
}

/* Versions and dates of the log rise or fall together; the newest is the plan's. */
static void check_log(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  const LogEntry *newest = NULL;
  for (guint i = 0; i < plan->log->len; i++) {
    const LogEntry *entry = g_ptr_array_index(plan->log, i);
    const LogEntry *before = i > 0 ? g_ptr_array_index(plan->log, i - 1) : NULL;
    int is = version_number(entry->version), was = before ? version_number(before->version) : -1;
    if (!newest || version_number(newest->version) < is)
      newest = entry;
    if (is < 0 || was < 0 || is == was || !date_given(entry->date) || !date_given(before->date))
      continue;
    Spot spot = { &entry->record, "date", &before->record, "date" };
    g_autofree char *what = g_strdup_printf("version %s is of", entry->version);
    g_autofree char *wrong = g_strdup_printf("but version %s of", before->version);
    int order = date_compare(entry->date, before->date);
    if ((is > was && order < 0) || (is < was && order > 0))
      report(c, "R-LOG", &spot, what, entry->date, wrong, before->date);
  }
  if (!newest || !date_given(newest->date) || !date_given(plan->date) ||
      version_number(newest->version) != version_number(plan->version) || date_compare(newest->date, plan->date) == 0)
    return;
  Spot spot = { &plan->record, "date", &newest->record, "date" };
  report(c, "R-LOG", &spot, "the plan is of", plan->date, "but its log gives for this version", newest->date);
}

static void run(const Checks *c)
{
  if (covers_report(c))
    check_due(c);
  check_log(c);
  check_actuals(c);
  if (!c->inputs->current)
    return;
  check_return(c, c->inputs->current);
  check_readings(c);
  check_accounts(c);
}

/* clang-format off */
static const Rule rules[] = {
  { "C-DATES", LEVEL_WARNING, "coverage", "the dates of a return do not fit its period",
    "A final return is written after its period has ended and is due soon after it; another date is a slip of the year, or the "
    "return is of another period.",
    "Correct the date or the period of the return." },
  { "C-FUTURE", LEVEL_WARNING, "coverage", "a value for a time that is not over",
    "A figure of the future is a forecast, or its period is a slip.", "Correct the period, or mark the value as a forecast." },
  { "R-AS-AT", LEVEL_WARNING, "references", "a figure or statement of a date that does not fit its period",
    "A statement is of the end of its period; a figure cannot be of a date after the return was written or before its year began.",
    "Correct the date; if it is right, the figure or statement of the period's end is missing." },
  { "R-DUE-PLAN", LEVEL_WARNING, "references", "something of the plan is due before it begins or after it ends",
    "What a plan promises falls within its years; another date is mostly a slip of the year.", "Correct the due date." },
  { "R-DUE-STEP", LEVEL_NOTE, "references", "a step is due before the year of its milestone",
    "A date before the year under which the milestone stands is a slip of the year.", "Correct the due date of the step." },
  { "R-LOG", LEVEL_NOTE, "references", "dates of the document log that contradict each other",
    "A later version has a later date, and the newest is the plan's.", "Correct the date or the version." },
  { NULL },
};
/* clang-format on */

const Check check_dates = { .run = run, .rules = rules };
