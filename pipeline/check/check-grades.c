/* Grades: words of plan and return that are none of those that the plan declares for the indicator. */
#include "base/text.h"
#include "check/checks.h"
#include "model/grade.h"

/* The readings of one indicator that say a grade, and those of them that say none of its own. */
typedef struct {
  guint said;
  GPtrArray *unknown;
} Grades;

static void take(Grades *grades, const Indicator *indicator, const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++) {
    Reading *reading = g_ptr_array_index(readings, i);
    grades->said += reading->text != NULL;
    if (reading->text && grade_place(indicator->order, reading->text) < 0)
      g_ptr_array_add(grades->unknown, reading);
  }
}

static void check_reading(const Checks *c, const Indicator *indicator, const Reading *reading)
{
  g_auto(GStrv) grades = grade_list(indicator->order);
  const char *closest = text_closest(reading->text, (const char *const *)grades);
  g_autofree char *hint = closest ? g_strdup_printf(" (did you mean '%s'?)", closest) : g_strdup("");
  findings_at(c->findings, "R-GRADE", &reading->record, "text", "indicator %s: '%s' is none of its grades: %s%s",
              indicator->ref, reading->text, indicator->order, hint);
}

/* Where no reading of several says one of its grades, the order is wrong, and it is said once. */
static void check_grades_of(const Checks *c, const Indicator *indicator)
{
  const IndicatorProgress *said = indicator->ref ? g_hash_table_lookup(c->returned->indicators, indicator->ref) : NULL;
  g_autoptr(GPtrArray) unknown = g_ptr_array_new();
  Grades grades = { 0, unknown };
  take(&grades, indicator, indicator->actuals);
  take(&grades, indicator, indicator->targets);
  if (said)
    take(&grades, indicator, said->values);
  if (unknown->len > 1 && unknown->len == grades.said) {
    findings_at(c->findings, "R-GRADE", &indicator->record, "order",
                "indicator %s: of its %u grades in plan and return none is in its order: %s", indicator->ref,
                grades.said, indicator->order);
    return;
  }
  for (guint i = 0; i < unknown->len; i++)
    check_reading(c, indicator, g_ptr_array_index(unknown, i));
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
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->inputs->plan->indicators, i);
    check_order(c, indicator);
    if (indicator->order)
      check_grades_of(c, indicator);
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
