/* The order of dates and targets in a plan: what serves a milestone is done before it; targets go the way that is
 * better, and what adds up grows from part to part. */
#include "check/checks.h"
#include "model/figures.h"
#include "model/kind.h"
#include <string.h>

static void report_due(const Checks *c, const Record *record, Date due, const Milestone *milestone)
{
  g_autofree char *name = record_name(record), *day = date_to_string(due), *end = date_to_string(milestone->due);
  Spot spot = { record, "due", &milestone->record, "due" };
  findings_add(c->findings, "R-DUE-ORDER", &spot,
               "%s is due %s, after milestone %s, which it serves and which is due %s", name, day, milestone->ref, end);
}

/* Not of a milestone whose own date lies before its year: that is told. */
static bool is_after(Date due, const Milestone *milestone)
{
  bool early = period_given(milestone->year) && date_given(milestone->due) &&
               date_compare(date_last_day(milestone->due), period_first_day(milestone->year)) < 0;
  return !early && date_given(due) && date_given(milestone->due) && !date_given(milestone->revised) && milestone->ref &&
         date_compare(date_last_day(due), date_last_day(milestone->due)) > 0;
}

/* A review or evaluation comes after the thing itself. */
static bool looks_back(const GPtrArray *runs)
{
  static const char *const words[] = { "review",  "evaluat", "lessons", "report",
                                       "monitor", "assess",  "survey",  "feedback" };
  g_autofree char *text = runs ? runs_to_text(runs) : g_strdup("");
  g_autofree char *lower = g_utf8_strdown(text, -1);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strstr(lower, words[i]))
      return true;
  return false;
}

static void check_milestones(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(c->inputs->plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      for (guint k = 0; k < milestone->steps->len; k++) {
        const Step *step = g_ptr_array_index(milestone->steps, k);
        bool later_year = period_given(milestone->year) && date_given(step->due) &&
                          date_compare(step->due, period_last_day(milestone->year)) > 0;
        if (is_after(step->due, milestone) && (later_year || !looks_back(step->text)))
          report_due(c, &step->record, step->due, milestone);
      }
    }
  }
}

static void check_treatments(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(c->inputs->plan->risks, i);
    const Milestone *milestone = risk->milestone ? g_hash_table_lookup(c->index->milestones, risk->milestone) : NULL;
    for (guint j = 0; milestone && j < risk->treatments->len; j++) {
      const Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      if (is_after(treatment->due, milestone))
        report_due(c, &treatment->record, treatment->due, milestone);
    }
  }
}

/* ---- targets ----------------------------------------------------------------------------------------------------- */

static void report_target(const Checks *c, const char *id, const Indicator *indicator, const Reading *now,
                          const Reading *before, const char *what)
{
  g_autofree char *is = figure_text(&now->number), *was = figure_text(&before->number);
  g_autofree char *period = period_to_string(now->period), *earlier = period_to_string(before->period);
  Spot spot = { &now->record, "number", &before->record, "number" };
  findings_add(c->findings, id, &spot, "indicator %s: the target of %s is %s, %s %s of %s", indicator->ref, period, is,
               what, was, earlier);
}

static bool is_plain(const Reading *target)
{
  return target->number.given && !target->to.given && period_given(target->period);
}

static gint by_time(gconstpointer a, gconstpointer b)
{
  const Reading *x = *(const Reading *const *)a, *y = *(const Reading *const *)b;
  if (x->period.kind != y->period.kind)
    return x->period.kind < y->period.kind ? -1 : 1;
  int order = g_strcmp0(x->measure, y->measure);
  return order ? order : period_compare(x->period, y->period);
}

/* The plain targets of an indicator: of one kind of period and measure one after the other. */
static GPtrArray *in_order(const Indicator *indicator)
{
  GPtrArray *targets = g_ptr_array_new();
  for (guint i = 0; i < indicator->targets->len; i++)
    if (is_plain(g_ptr_array_index(indicator->targets, i)))
      g_ptr_array_add(targets, g_ptr_array_index(indicator->targets, i));
  g_ptr_array_sort(targets, by_time);
  return targets;
}

/* The one that comes right before in time, of a year or of a part of the same year; NULL: none. */
static const Reading *before_of(const GPtrArray *targets, guint index)
{
  const Reading *target = g_ptr_array_index(targets, index);
  const Reading *before = index > 0 ? g_ptr_array_index(targets, index - 1) : NULL;
  bool comparable = before && before->period.kind == target->period.kind &&
                    g_strcmp0(before->measure, target->measure) == 0 &&
                    (target->period.kind == PERIOD_YEAR || before->period.year == target->period.year);
  return comparable ? before : NULL;
}

static int sense_of(const Indicator *indicator)
{
  return indicator->polarity == POLARITY_HIGHER ? 1 : indicator->polarity == POLARITY_LOWER ? -1 : 0;
}

/* Several years, and all go the other way: then it is the direction that is said wrongly, if anything. */
static bool goes_on_so(const Indicator *indicator, const GPtrArray *targets)
{
  guint steps = 0;
  for (guint i = 0; i < targets->len; i++) {
    const Reading *target = g_ptr_array_index(targets, i), *before = before_of(targets, i);
    if (!before || target->period.kind != PERIOD_YEAR)
      continue;
    if (amount_compare(target->number.amount, before->number.amount) * sense_of(indicator) >= 0)
      return false;
    steps++;
  }
  return steps > 1;
}

/* A cost that grows by no more than prices do: a twentieth a year. */
static bool is_price_rise(const Indicator *indicator, Amount now, Amount before)
{
  Amount most;
  return unit_is_money(indicator->unit) && indicator->polarity == POLARITY_LOWER &&
         amount_multiply(before, (Amount){ 105, 2 }, &most) && amount_compare(now, most) <= 0;
}

/* A later year that asks for less than the one before, against the indicator's direction. */
static void check_worse(const Checks *c, const Indicator *indicator, const Reading *target, const Reading *before)
{
  Amount now = target->number.amount, then = before->number.amount;
  if (target->period.kind == PERIOD_YEAR && amount_compare(now, then) * sense_of(indicator) < 0 && then.units > 0 &&
      !(target->flags || before->flags) && !is_price_rise(indicator, now, then))
    report_target(c, "M-TARGET-WORSE", indicator, target, before, "worse than the");
}

/* What adds up through the year, and should not grow from one part to the next. */
static void check_flat(const Checks *c, const Indicator *indicator, const Reading *target, const Reading *before)
{
  bool part = target->period.kind == PERIOD_QUARTER || target->period.kind == PERIOD_MONTH;
  if (part && kind_row(indicator->kind)->runs_up == RUNS_IN_YEAR && !amount_is_zero(target->number.amount) &&
      amount_compare(target->number.amount, before->number.amount) == 0)
    report_target(c, "M-TARGET-FLAT", indicator, target, before, "the same as the");
}

static bool is_full(const Reading *target, int unit)
{
  return unit == UNIT_PERCENT && amount_compare(target->number.amount, amount_from_int(100)) >= 0;
}

static void check_targets(const Checks *c, const Indicator *indicator)
{
  g_autoptr(GPtrArray) targets = in_order(indicator);
  bool other_way = goes_on_so(indicator, targets);
  for (guint i = 0; indicator->ref && i < targets->len; i++) {
    const Reading *target = g_ptr_array_index(targets, i), *before = before_of(targets, i);
    if (!before || is_full(target, indicator->unit))
      continue;
    if (!other_way)
      check_worse(c, indicator, target, before);
    check_flat(c, indicator, target, before);
  }
}

static void run(const Checks *c)
{
  check_milestones(c);
  check_treatments(c);
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++)
    check_targets(c, g_ptr_array_index(c->inputs->plan->indicators, i));
}

/* clang-format off */
static const Rule rules[] = {
  { "M-TARGET-FLAT", LEVEL_NOTE, "movement", "a cumulative target that stands still",
    "What is added up through the year grows from part to part; a target that stays asks for nothing in between.",
    "Check the target, or the kind of the indicator.",
    "M-TARGETS A-FRACTION A-PROFILE" },
  { "M-TARGET-WORSE", LEVEL_NOTE, "movement", "a target that asks for less than that of the year before",
    "Targets mostly go the way that is better; one that goes back is often a slip, or wants a reason. A cost that grows "
    "by up to 5% a year is not told: prices do.",
    "Correct the target, or let the plan say why it is relaxed.",
    "M-TARGETS A-FRACTION A-PROFILE" },
  { "R-DUE-ORDER", LEVEL_NOTE, "references", "a step or treatment is due after the milestone that it serves",
    "What prepares a milestone, or keeps a risk from it, comes before it. Steps that review or evaluate come after.",
    "Correct one of the two dates, or the milestone that the risk names.",
    "R-DUE-PLAN R-DUE-STEP" },
  { NULL },
};
/* clang-format on */

const Check check_plan_order = { .run = run, .rules = rules };
