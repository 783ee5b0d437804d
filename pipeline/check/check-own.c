/* Units and categories: those that everybody has, those that the framework defines, and no others. */
#include "base/text.h"
#include "check/checks.h"

/* "(did you mean 'percent'?)", or nothing; caller frees. */
static char *hint_of(const char *closest)
{
  return closest ? g_strdup_printf(" (did you mean '%s'?)", closest) : g_strdup("");
}

/* The closest category that is known, or NULL. */
static const char *closest_category(const Framework *framework, int category)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  for (guint i = 1; i < terms_category.n; i++)
    g_ptr_array_add(words, (gpointer)terms_category.names[i]);
  for (guint i = 0; i < framework->categories->len; i++)
    g_ptr_array_add(
        words,
        (gpointer)terms_name(&terms_category, ((const OwnCategory *)g_ptr_array_index(framework->categories, i))->ref));
  g_ptr_array_add(words, NULL);
  return text_closest(terms_name(&terms_category, category), (const char *const *)words->pdata);
}

static void check_unit(const Checks *c, const Record *record, const char *attribute, int unit)
{
  const Framework *framework = c->inputs->framework;
  if (framework_knows_unit(framework, unit) || record_is_unread(&framework->record, "unit") ||
      checks_may_be(c, &own_unit_spec))
    return;
  g_autofree char *hint = hint_of(framework_closest_unit(framework, unit)), *name = record_name_within(record);
  findings_at(c->findings, "R-OWN-UNIT", record, attribute, "%s: nobody says what unit '%s' is%s", name,
              terms_name(&terms_unit, unit), hint);
}

static void check_category(const Checks *c, const Indicator *indicator)
{
  const Framework *framework = c->inputs->framework;
  if (framework_knows_category(framework, indicator->category) || record_is_unread(&framework->record, "category") ||
      checks_may_be(c, &own_category_spec))
    return;
  g_autofree char *hint = hint_of(closest_category(framework, indicator->category)),
                  *name = record_name(&indicator->record);
  findings_at(c->findings, "R-CATEGORY", &indicator->record, "category", "%s: there is no category '%s'%s", name,
              terms_name(&terms_category, indicator->category), hint);
}

/* field: of the record, an amount that may be minutes and seconds. */
static void check_time(const Checks *c, const Indicator *indicator, const Record *record, const char *field, bool time)
{
  const Field *at = spec_field(record->spec, field);
  const OptAmount *amount = at ? record_at(record, at) : NULL;
  if (!amount || !amount->given || amount->timed == time)
    return;
  g_autofree char *number = amount_to_string(amount->amount), *minutes = amount_format_time(amount->amount);
  if (time)
    findings_at(c->findings, "R-TIME", record, field,
                "indicator %s is in minutes and seconds: %s must be written with a colon, as in 6:35", indicator->ref,
                number);
  else
    findings_at(c->findings, "R-TIME", record, field,
                "indicator %s: %s is minutes and seconds, and the unit is another", indicator->ref, minutes);
}

static void check_timed(const Checks *c, const Indicator *indicator, const Reading *reading)
{
  static const char *const fields[] = { "number", "to", "lower", "upper" };
  const Measure *measure = plan_index_measure(c->index, indicator, reading->measure);
  bool time = indicator_unit(indicator, measure) == UNIT_MINUTES_SECONDS;
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    check_time(c, indicator, &reading->record, fields[i], time);
}

static void check_rate(const Checks *c, G_GNUC_UNUSED const Indicator *indicator, const Reading *reading)
{
  check_unit(c, &reading->record, "rate-unit", reading->rate_unit);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->inputs->plan->indicators, i);
    check_unit(c, &indicator->record, "unit", indicator->unit);
    check_category(c, indicator);
    check_time(c, indicator, &indicator->record, "band-low", indicator->unit == UNIT_MINUTES_SECONDS);
    check_time(c, indicator, &indicator->record, "band-high", indicator->unit == UNIT_MINUTES_SECONDS);
    for (guint j = 0; j < indicator->measures->len; j++) {
      const Measure *measure = g_ptr_array_index(indicator->measures, j);
      check_unit(c, &measure->record, "unit", measure->unit);
    }
  }
  checks_each_reading(c, check_timed);
  checks_each_reading(c, check_rate);
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    const IndicatorProgress *said =
        indicator->ref ? g_hash_table_lookup(c->returned->indicators, indicator->ref) : NULL;
    if (said)
      check_time(c, indicator, &said->record, "projection", indicator->unit == UNIT_MINUTES_SECONDS);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "R-CATEGORY", LEVEL_ERROR, "references", "a category that nobody defines",
    "Indicators are grouped by their categories; one that nobody knows has no title.",
    "Correct the word, or add <category ref=\"...\" title=\"...\"/> to the framework." },
  { "R-TIME", LEVEL_ERROR, "references", "minutes and seconds that are not written so",
    "6.35 can be six minutes and 21 seconds, or 35 seconds.",
    "Write 6:35 where the unit is minutes-seconds, and a plain number where it is another." },
  { "R-OWN-UNIT", LEVEL_ERROR, "references", "a unit that nobody defines",
    "Figures are printed with their unit; of one that nobody knows it is not known how.",
    "Correct the word, or add <unit ref=\"...\" name=\"...\" short=\"...\"/> to the framework." },
  { NULL },
};
/* clang-format on */

const Check check_own = { .run = run, .rules = rules };
