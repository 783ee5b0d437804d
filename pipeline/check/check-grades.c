/* Grades: words of plan and return that are none of those that the plan declares for the indicator. */
#include "base/text.h"
#include "check/checks.h"
#include "model/grade.h"

static void check_reading(const Checks *c, const Indicator *indicator, const Reading *reading)
{
  if (!indicator->order || !reading->text || grade_place(indicator->order, reading->text) >= 0)
    return;
  g_auto(GStrv) grades = grade_list(indicator->order);
  const char *closest = text_closest(reading->text, (const char *const *)grades);
  g_autofree char *hint = closest ? g_strdup_printf(" (did you mean '%s'?)", closest) : g_strdup("");
  findings_at(c->findings, "R-GRADE", &reading->record, "text", "indicator %s: '%s' is none of its grades: %s%s",
              indicator->ref, reading->text, indicator->order, hint);
}

static void check_order(const Checks *c, const Indicator *indicator)
{
  if (!indicator->order && indicator->kind == KIND_GRADE && indicator->unit == UNIT_TEXT)
    findings_at(c->findings, "R-GRADE", &indicator->record, "kind",
                "indicator %s has grades, and no order says which is better: order=\"best; ...; worst\"",
                indicator->ref ? indicator->ref : "without a reference");
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++)
    check_order(c, g_ptr_array_index(c->inputs->plan->indicators, i));
  checks_each_reading(c, check_reading);
}

/* clang-format off */
static const Rule rules[] = {
  { "R-GRADE", LEVEL_ERROR, "references", "a grade that the plan does not declare, or grades without an order",
    "Grades are compared by their order in the plan; another word is neither better nor worse than any.",
    "Write the grade as the plan's order has it, or add it to the order." },
  { NULL },
};
/* clang-format on */

const Check check_grades = { .run = run, .rules = rules };
