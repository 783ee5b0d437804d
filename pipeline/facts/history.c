/* Earlier documents, indexed by reference. */
#include "facts/history.h"
#include "facts/table.h"

static void index_return(Past *past, const Return *document)
{
  past->nameless.milestones = record_is_unread(&document->record, "milestone");
  past->nameless.indicators = record_is_unread(&document->record, "indicator");
  for (guint i = 0; i < document->milestones->len; i++) {
    const MilestoneProgress *item = g_ptr_array_index(document->milestones, i);
    if (!item->step && !record_is_unread(&item->record, "step"))
      table_put(past->milestones, item->milestone, item);
    past->nameless.milestones |= !item->milestone && !item->step;
  }
  for (guint i = 0; i < document->indicators->len; i++) {
    const IndicatorProgress *item = g_ptr_array_index(document->indicators, i);
    table_put(past->indicators, item->indicator, item);
    past->nameless.indicators |= !item->indicator;
  }
  for (guint i = 0; i < document->treatments->len; i++) {
    const TreatmentProgress *item = g_ptr_array_index(document->treatments, i);
    table_put(past->treatments, item->treatment, item);
  }
}

static void index_report(Past *past, const Report *document)
{
  for (guint i = 0; i < document->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(document->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *item = g_ptr_array_index(objective->milestones, j);
      table_put(past->milestones, item->ref, item);
    }
  }
  for (guint i = 0; i < document->indicators->len; i++) {
    const Indicator *item = g_ptr_array_index(document->indicators, i);
    table_put(past->indicators, item->ref, item);
  }
  for (guint i = 0; i < document->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(document->risks, i);
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *item = g_ptr_array_index(risk->treatments, j);
      table_put(past->treatments, item->ref, item);
    }
  }
}

/* Codes that an item had before, with the item that has it no more. */
static GHashTable *former_codes(Arena *arena, const Plan *plan)
{
  GHashTable *codes = table_new(arena);
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    for (guint j = 0; j < indicator->previously->len; j++)
      table_put(codes, g_ptr_array_index(indicator->previously, j), indicator);
    for (guint j = 0; j < indicator->former->len; j++)
      table_put(codes, ((const Former *)g_ptr_array_index(indicator->former, j))->ref, indicator);
  }
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      for (guint k = 0; k < milestone->previously->len; k++)
        table_put(codes, g_ptr_array_index(milestone->previously, k), milestone);
    }
  }
  return codes;
}

static Past *past_new(Arena *arena, const Record *document)
{
  Past *past = arena_alloc(arena, sizeof *past);
  *past = (Past){ .document = document,
                  .period = inputs_document_period(document),
                  .milestones = table_new(arena),
                  .indicators = table_new(arena),
                  .treatments = table_new(arena) };
  if (document->spec == &report_spec)
    index_report(past, (const Report *)document);
  else
    index_return(past, (const Return *)document);
  return past;
}

static void add_past(const Inputs *inputs, const History *history, const Record *document, GPtrArray *documents)
{
  Past *past = past_new(inputs->arena, document);
  const Plan *plan = inputs->plan;
  past->former = history->former;
  past->before_plan = period_given(plan->from) && period_compare(period_year(past->period), plan->from) < 0;
  g_ptr_array_add(documents, past);
}

/* Of a service that the framework has it is no misspelling. */
static bool is_of_another(const Framework *framework, const char *service)
{
  Directorate *directorate;
  return service && framework_department(framework, service, &directorate);
}

History *history_new(const Inputs *inputs)
{
  History *history = arena_alloc(inputs->arena, sizeof *history);
  history->past = arena_list(inputs->arena);
  history->strange = arena_list(inputs->arena);
  history->former = former_codes(inputs->arena, inputs->plan);
  history->lost = inputs->previous_lost;
  history->closings_lost = inputs->closings_lost;
  for (guint i = 0; i < inputs->previous->len; i++) {
    const Record *document = g_ptr_array_index(inputs->previous, i);
    const char *service = inputs_document_service(document);
    bool ours = g_strcmp0(service, inputs->plan->service) == 0;
    if (period_compare(inputs_document_period(document), inputs->period) < 0 &&
        (ours || !is_of_another(inputs->framework, service)))
      add_past(inputs, history, document, ours ? history->past : history->strange);
  }
  return history;
}

static const Past *last_of(const GPtrArray *documents)
{
  return documents->len > 0 ? g_ptr_array_index(documents, documents->len - 1) : NULL;
}

const Past *history_last(const History *history)
{
  return last_of(history->past);
}

const Past *history_last_strange(const History *history)
{
  const Past *last = last_of(history->past), *strange = last_of(history->strange);
  return strange && (!last || period_compare(strange->period, last->period) > 0) ? strange : NULL;
}

static const Record *find(GHashTable *table, const char *ref)
{
  return ref ? g_hash_table_lookup(table, ref) : NULL;
}

/* By the own code, unless in those days it was another item's. */
static const Record *find_own(const Past *past, GHashTable *table, const char *ref)
{
  return past->before_plan && ref && g_hash_table_contains(past->former, ref) ? NULL : find(table, ref);
}

const Record *past_milestone(const Past *past, const Milestone *milestone)
{
  const Record *own = find_own(past, past->milestones, milestone->ref);
  const Record *former = NULL;
  for (guint i = 0; !former && i < milestone->previously->len; i++)
    former = find(past->milestones, g_ptr_array_index(milestone->previously, i));
  return past->before_plan ? (former ? former : own) : (own ? own : former);
}

const Record *past_indicator(const Past *past, const Indicator *indicator)
{
  /* in the years of a former code its own was another's */
  for (guint i = 0; i < indicator->former->len; i++) {
    const Former *code = g_ptr_array_index(indicator->former, i);
    if (period_given(code->period) && period_compare(period_year(past->period), period_year(code->period)) <= 0)
      return find(past->indicators, code->ref);
  }
  const Record *own = find_own(past, past->indicators, indicator->ref), *former = NULL;
  for (guint i = 0; !former && i < indicator->previously->len; i++)
    former = find(past->indicators, g_ptr_array_index(indicator->previously, i));
  for (guint i = 0; !former && i < indicator->former->len; i++) {
    const Former *code = g_ptr_array_index(indicator->former, i);
    former = period_given(code->period) ? NULL : find(past->indicators, code->ref);
  }
  return past->before_plan ? (former ? former : own) : (own ? own : former);
}

const Record *past_treatment(const Past *past, const Treatment *treatment)
{
  return find(past->treatments, treatment->ref);
}

int past_rating(const Record *item)
{
  const Field *field = spec_field(item->spec, "rating");
  return field ? *(const int *)record_at(item, field) : RATING_NONE;
}

const Prose *past_commentary(const Record *item)
{
  const Field *field = spec_field(item->spec, "commentary");
  return field ? *(Prose *const *)record_at(item, field) : NULL;
}

static void add_reading(Arena *arena, const Reading *reading, Period period, GPtrArray *readings)
{
  if (!reading)
    return;
  if (period_given(reading->period) || record_is_unread(&reading->record, "period")) {
    g_ptr_array_add(readings, (gpointer)reading);
    return;
  }
  Reading *copy = record_copy(arena, &reading->record, reading->record.parent);
  copy->period = period;
  g_ptr_array_add(readings, copy);
}

static void add_readings(Arena *arena, const GPtrArray *list, Period period, GPtrArray *readings)
{
  for (guint i = 0; i < list->len; i++)
    add_reading(arena, g_ptr_array_index(list, i), period, readings);
}

/* In a report the measure holds its readings; there they need not name it. */
static void add_measure(Arena *arena, const Measure *measure, Period period, GPtrArray *readings)
{
  add_readings(arena, measure->points, period, readings);
  add_reading(arena, measure->value, period, readings);
}

void past_readings(Arena *arena, const Past *past, const Record *item, GPtrArray *readings)
{
  if (item->spec == &indicator_progress_spec) {
    add_readings(arena, ((const IndicatorProgress *)item)->values, past->period, readings);
    return;
  }
  const Indicator *indicator = (const Indicator *)item;
  for (guint i = 0; i < indicator->measures->len; i++)
    add_measure(arena, g_ptr_array_index(indicator->measures, i), past->period, readings);
}
