/* Grades: words of plan and return that are none of those that the plan declares for the indicator. */
#include "base/text.h"
#include "check/checks.h"
#include "model/grade.h"

static void check_reading(const Checks *c, const Indicator *indicator, const Reading *reading)
{
  if (!reading->text || grade_place(indicator->order, reading->text) >= 0)
    return;
  g_auto(GStrv) grades = grade_list(indicator->order);
  const char *closest = text_closest(reading->text, (const char *const *)grades);
  g_autofree char *hint = closest ? g_strdup_printf(" (did you mean '%s'?)", closest) : g_strdup("");
  findings_at(c->findings, "R-GRADE", &reading->record, "text", "indicator %s: '%s' is none of its grades: %s%s",
              indicator->ref, reading->text, indicator->order, hint);
}

static void check_readings(const Checks *c, const Indicator *indicator, const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    check_reading(c, indicator, g_ptr_array_index(readings, i));
}

static void run(const Checks *c)
{
  const GPtrArray *indicators = c->inputs->plan->indicators;
  for (guint i = 0; i < indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(indicators, i);
    const IndicatorProgress *said =
        indicator->ref ? g_hash_table_lookup(c->returned->indicators, indicator->ref) : NULL;
    if (!indicator->order && indicator->kind == KIND_GRADE && indicator->unit == UNIT_TEXT)
      findings_at(c->findings, "R-GRADE", &indicator->record, "kind",
                  "indicator %s has grades, and no order says which is better: order=\"best; ...; worst\"",
                  indicator->ref ? indicator->ref : "without a reference");
    if (!indicator->order)
      continue;
    check_readings(c, indicator, indicator->actuals);
    check_readings(c, indicator, indicator->targets);
    if (said)
      check_readings(c, indicator, said->values);
  }
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
