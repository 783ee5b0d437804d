/* Years: plan, framework and report are about the same; a milestone is due in its plan year and reported on in it. */
#include "check/checks.h"

/* An entry for a milestone of a later plan year stands apart; of an earlier one it is late. A step has no year of its
 * own. */
static void check_later_year(const Checks *c, const MilestoneProgress *said)
{
  const Milestone *planned = said->milestone ? g_hash_table_lookup(c->index->milestones, said->milestone) : NULL;
  if (!planned || said->step || period_compare(planned->year, c->report->year) <= 0)
    return;
  g_autofree char *year = period_to_string(planned->year);
  Spot spot = { &said->record, "ref", &planned->record, "year" };
  findings_add(c->findings, "R-LATER-YEAR", &spot, "milestone %s stands under plan year %s, which is not reported on",
               said->milestone, year);
}

/* After the plan's last year, of which R-DUE-PLAN speaks. */
static bool after_plan(const Checks *c, Date due)
{
  const Plan *plan = c->inputs->plan;
  return period_given(plan->from) && plan->years > 0 &&
         date_compare(due, period_last_day(period_back(plan->from, 1 - plan->years, 0))) > 0;
}

/* Due in a whole plan year; a year or so later is slippage that was planned, an earlier date cannot be meant. */
static void check_due(const Checks *c, const Milestone *milestone)
{
  if (!date_given(milestone->due) || !period_given(milestone->year))
    return;
  bool early = date_compare(date_last_day(milestone->due), period_first_day(milestone->year)) < 0;
  bool late = date_compare(milestone->due, period_last_day(milestone->year)) > 0 && !after_plan(c, milestone->due);
  if (!early && !late)
    return;
  g_autofree char *due = date_to_string(milestone->due);
  g_autofree char *year = period_to_string(milestone->year);
  Spot spot = { &milestone->record, "due", &milestone->record, "year" };
  findings_add(c->findings, early ? "R-DUE-EARLY" : "R-DUE-LATE", &spot,
               "milestone %s of plan year %s is due %s, %s that year", milestone->ref, year, due,
               early ? "before" : "after");
}

/* Plan, framework and report must be about the same years. */
static void check_years(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  const Framework *framework = c->inputs->framework;
  Period year = c->report->year;
  g_autofree char *name = period_to_string(year);
  bool before = period_given(framework->from) && period_compare(year, framework->from) < 0;
  bool after = period_given(framework->to) && period_compare(year, framework->to) > 0;
  if (before || after)
    findings_at(c->findings, "R-FRAMEWORK", &framework->record, before ? "from" : "to",
                "the framework is not valid in %s, the year of the report", name);
  if (!period_given(plan->from) || plan->years <= 0)
    return;
  Period last = period_back(plan->from, 1 - plan->years, 0);
  if (period_compare(year, plan->from) < 0 || period_compare(year, last) > 0)
    findings_at(c->findings, "R-PLAN", &plan->record, "from", "the plan does not cover %s, the year of the report",
                name);
}

static void run(const Checks *c)
{
  const Return *current = c->inputs->current;
  const Plan *plan = c->inputs->plan;
  check_years(c);
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++)
      check_due(c, g_ptr_array_index(objective->milestones, j));
  }
  for (guint i = 0; current && i < current->milestones->len; i++)
    check_later_year(c, g_ptr_array_index(current->milestones, i));
}

/* clang-format off */
static const Rule rules[] = {
  { "R-DUE-EARLY", LEVEL_WARNING, "references", "a milestone is due before its plan year",
    "A date before the year under which the milestone stands is a slip of the year, or the milestone stands in the wrong place.",
    "Correct the due date or the plan year." },
  { "R-DUE-LATE", LEVEL_NOTE, "references", "a milestone is due after its plan year",
    "A step that ends later than its year may be meant so; often the year of the date is a slip.",
    "Check the due date, or move the milestone to the year in which it is due." },
  { "R-FRAMEWORK", LEVEL_WARNING, "references", "the framework is not valid in the report's year",
    "Areas of focus and rules of another corporate plan would be applied.", "Use the framework of the report's year." },
  { "R-LATER-YEAR", LEVEL_WARNING, "references", "an entry for a milestone of a later plan year",
    "The milestone is not among those of the year; the quarterly report shows the entry apart.",
    "Correct the reference, or the plan year of the milestone." },
  { "R-PLAN", LEVEL_WARNING, "references", "the plan does not cover the report's year",
    "Milestones and targets of another year would be reported on.", "Use the plan of the report's year." },
  { NULL },
};
/* clang-format on */

const Check check_plan_years = { .run = run, .rules = rules };
