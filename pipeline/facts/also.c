/* Indexing the documents of others. */
#include "facts/also.h"

static void list_free(gpointer list)
{
  g_ptr_array_unref(list);
}

static void put_into(GHashTable *table, const char *code, const Record *record)
{
  if (!code)
    return;
  GPtrArray *list = g_hash_table_lookup(table, code);
  if (!list) {
    list = g_ptr_array_new();
    g_hash_table_insert(table, (gpointer)code, list);
  }
  if (list->len == 0 || g_ptr_array_index(list, list->len - 1) != record)
    g_ptr_array_add(list, (gpointer)record);
}

static void put(Also *also, const char *code, const Record *record)
{
  put_into(also->indicators, code, record);
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

/* Codes that the items of a plan had before. */
static GHashTable *former_codes(const GPtrArray *indicators)
{
  GHashTable *codes = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(indicators, i);
    for (guint j = 0; j < indicator->previously->len; j++)
      g_hash_table_add(codes, g_ptr_array_index(indicator->previously, j));
    for (guint j = 0; j < indicator->former->len; j++)
      if (((const Former *)g_ptr_array_index(indicator->former, j))->ref)
        g_hash_table_add(codes, ((const Former *)g_ptr_array_index(indicator->former, j))->ref);
  }
  return codes;
}

/* The codes by which a plan's indicator went before: those it names, else its own, unless that was another's; of char
 * *, borrowed. */
static GPtrArray *codes_before(const Indicator *indicator, GHashTable *former)
{
  GPtrArray *codes = g_ptr_array_new();
  for (guint i = 0; i < indicator->previously->len; i++)
    g_ptr_array_add(codes, g_ptr_array_index(indicator->previously, i));
  for (guint i = 0; i < indicator->former->len; i++)
    if (((const Former *)g_ptr_array_index(indicator->former, i))->ref)
      g_ptr_array_add(codes, ((const Former *)g_ptr_array_index(indicator->former, i))->ref);
  if (codes->len == 0 && indicator->ref && !indicator->is_new && !g_hash_table_contains(former, indicator->ref))
    g_ptr_array_add(codes, indicator->ref);
  return codes;
}

/* A plan of our service that begins in another year: what it calls a thing is looked up as it was. */
static void put_own_plan(Also *also, const Plan *plan, bool later)
{
  g_autoptr(GHashTable) former = former_codes(plan->indicators);
  g_hash_table_add(also->own, (gpointer)&plan->record);
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    if (!later) {
      put_into(also->earlier, indicator->ref, &indicator->record);
      continue;
    }
    g_autoptr(GPtrArray) codes = codes_before(indicator, former);
    for (guint j = 0; j < codes->len; j++)
      put_into(also->later, g_ptr_array_index(codes, j), &indicator->record);
  }
}

static void put_document(Also *also, const Inputs *inputs, const Record *document)
{
  Period year = period_year(inputs->period), from = inputs->plan->from;
  const Plan *plan = document->spec == &plan_spec ? (const Plan *)document : NULL;
  int order = plan && period_given(plan->from) && period_given(from) ? period_compare(plan->from, from) : 0;
  if (plan && order != 0 && plan->service && g_strcmp0(plan->service, inputs->plan->service) == 0)
    put_own_plan(also, plan, order > 0);
  else if (plan && covers(plan, year))
    put_indicators(also, plan->indicators);
  if (document->spec == &return_spec && period_equal(period_year(((const Return *)document)->period), year))
    put_progress(also, ((const Return *)document)->indicators);
  if (document->spec == &report_spec && period_equal(period_year(((const Report *)document)->period), year))
    put_indicators(also, ((const Report *)document)->indicators);
}

Also *also_new(const Inputs *inputs)
{
  Also *also = arena_alloc(inputs->arena, sizeof *also);
  also->arena = inputs->arena;
  GHashTable **tables[] = { &also->indicators, &also->earlier, &also->later };
  for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
    *tables[i] = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, list_free);
    arena_own(inputs->arena, *tables[i], (GDestroyNotify)g_hash_table_unref);
  }
  also->own = g_hash_table_new(NULL, NULL);
  arena_own(inputs->arena, also->own, (GDestroyNotify)g_hash_table_unref);
  also->former = former_codes(inputs->plan->indicators);
  arena_own(inputs->arena, also->former, (GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; i < inputs->also->len; i++)
    put_document(also, inputs, g_ptr_array_index(inputs->also, i));
  return also;
}

static void take_all(GPtrArray *found, GHashTable *table, const char *code)
{
  const GPtrArray *list = code ? g_hash_table_lookup(table, code) : NULL;
  for (guint i = 0; list && i < list->len; i++)
    if (!g_ptr_array_find(found, g_ptr_array_index(list, i), NULL))
      g_ptr_array_add(found, g_ptr_array_index(list, i));
}

const GPtrArray *also_find(const Also *also, const Indicator *planned)
{
  GPtrArray *found = arena_list(also->arena);
  g_autoptr(GPtrArray) before = codes_before(planned, also->former);
  take_all(found, also->indicators, planned->ref);
  for (guint i = 0; i < planned->also->len; i++)
    take_all(found, also->indicators, g_ptr_array_index(planned->also, i));
  for (guint i = 0; i < before->len; i++)
    take_all(found, also->earlier, g_ptr_array_index(before, i));
  take_all(found, also->later, planned->ref);
  return found->len > 0 ? found : NULL;
}

bool also_is_own(const Also *also, const Record *indicator)
{
  return g_hash_table_contains(also->own, indicator->parent);
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
