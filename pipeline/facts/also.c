/* Indexing the documents of others. */
#include "facts/also.h"

static void list_free(gpointer list)
{
  g_ptr_array_unref(list);
}

static void put(Also *also, const char *code, const Record *record)
{
  if (!code)
    return;
  GPtrArray *list = g_hash_table_lookup(also->indicators, code);
  if (!list) {
    list = g_ptr_array_new();
    g_hash_table_insert(also->indicators, (gpointer)code, list);
  }
  if (list->len == 0 || g_ptr_array_index(list, list->len - 1) != record)
    g_ptr_array_add(list, (gpointer)record);
}

static void put_indicators(Also *also, const GPtrArray *indicators)
{
  for (guint i = 0; i < indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(indicators, i);
    put(also, indicator->ref, &indicator->record);
    for (guint j = 0; j < indicator->also->len; j++)
      put(also, g_ptr_array_index(indicator->also, j), &indicator->record);
  }
}

static void put_progress(Also *also, const GPtrArray *indicators)
{
  for (guint i = 0; i < indicators->len; i++) {
    const IndicatorProgress *said = g_ptr_array_index(indicators, i);
    put(also, said->indicator, &said->record);
  }
}

/* Codes are given out anew: only documents of the report's year use them as we do. */
static bool covers(const Plan *plan, Period year)
{
  Period last = period_given(plan->from) && plan->years > 0 ? period_back(plan->from, 1 - plan->years, 0) : plan->from;
  return period_given(plan->from) && period_compare(plan->from, year) <= 0 && period_compare(year, last) <= 0;
}

static void put_document(Also *also, const Inputs *inputs, const Record *document)
{
  Period year = period_year(inputs->period);
  if (document->spec == &plan_spec && covers((const Plan *)document, year))
    put_indicators(also, ((const Plan *)document)->indicators);
  if (document->spec == &return_spec && period_equal(period_year(((const Return *)document)->period), year))
    put_progress(also, ((const Return *)document)->indicators);
  if (document->spec == &report_spec && period_equal(period_year(((const Report *)document)->period), year))
    put_indicators(also, ((const Report *)document)->indicators);
}

Also *also_new(const Inputs *inputs)
{
  Also *also = arena_alloc(inputs->arena, sizeof *also);
  also->indicators = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, list_free);
  arena_own(inputs->arena, also->indicators, (GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; i < inputs->also->len; i++)
    put_document(also, inputs, g_ptr_array_index(inputs->also, i));
  return also;
}

const GPtrArray *also_find(const Also *also, const Indicator *planned)
{
  const GPtrArray *list = planned->ref ? g_hash_table_lookup(also->indicators, planned->ref) : NULL;
  for (guint i = 0; !list && i < planned->also->len; i++)
    list = g_hash_table_lookup(also->indicators, g_ptr_array_index(planned->also, i));
  return list;
}

Period also_period(const Record *indicator)
{
  const Record *document = indicator->parent;
  if (document->spec == &plan_spec)
    return (Period){ PERIOD_NONE, 0, 0 };
  return inputs_document_period(document);
}

static void add_all(GPtrArray *into, const GPtrArray *readings)
{
  for (guint i = 0; readings && i < readings->len; i++)
    g_ptr_array_add(into, g_ptr_array_index(readings, i));
}

GPtrArray *also_values(const Record *record)
{
  GPtrArray *readings = g_ptr_array_new();
  if (record->spec == &indicator_progress_spec) {
    add_all(readings, ((const IndicatorProgress *)record)->values);
    return readings;
  }
  const Indicator *indicator = (const Indicator *)record;
  add_all(readings, indicator->actuals);
  for (guint i = 0; record->spec == &report_indicator_spec && i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    add_all(readings, measure->points);
    if (measure->value)
      g_ptr_array_add(readings, measure->value);
  }
  return readings;
}

GPtrArray *also_targets(const Record *record)
{
  GPtrArray *readings = g_ptr_array_new();
  if (record->spec == &indicator_progress_spec)
    return readings;
  const Indicator *indicator = (const Indicator *)record;
  add_all(readings, indicator->targets);
  for (guint i = 0; record->spec == &report_indicator_spec && i < indicator->measures->len; i++)
    add_all(readings, ((const Measure *)g_ptr_array_index(indicator->measures, i))->targets);
  return readings;
}
