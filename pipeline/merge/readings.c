/* What is known of an indicator, gathered and parted. */
#include "merge/readings.h"
#include "model/readable.h"
#include "record/record-carry.h"

#define LOST "\n" /* no measure is called so */

/* The same of all measures by their refs; those of none are "", and those of one that cannot be read LOST, too. */
struct ReadingsByMeasure {
  Readings all;
  const GPtrArray *none;
  GHashTable *targets, *actuals, *quartiles, *ever, *said; /* ref to list */
};

static void put(Arena *arena, GHashTable *lists, const char *ref, const Record *record)
{
  GPtrArray *own = g_hash_table_lookup(lists, ref);
  if (!own)
    g_hash_table_insert(lists, (gpointer)ref, own = arena_list(arena));
  g_ptr_array_add(own, (gpointer)record);
}

static GHashTable *split(Arena *arena, const GPtrArray *list)
{
  GHashTable *lists = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < list->len; i++) {
    const Record *record = g_ptr_array_index(list, i);
    const char *ref = *(char *const *)record_at(record, spec_field(record->spec, "measure"));
    put(arena, lists, ref ? ref : "", record);
    if (record_is_unread(record, "measure"))
      put(arena, lists, LOST, record);
  }
  arena_own(arena, lists, (GDestroyNotify)g_hash_table_unref);
  return lists;
}

ReadingsByMeasure *readings_part(Arena *arena, const Readings *all)
{
  ReadingsByMeasure *parted = arena_alloc(arena, sizeof *parted);
  *parted = (ReadingsByMeasure){ *all,
                                 arena_list(arena),
                                 split(arena, all->targets),
                                 split(arena, all->actuals),
                                 split(arena, all->quartiles),
                                 split(arena, all->ever),
                                 split(arena, all->said) };
  return parted;
}

static const GPtrArray *list_of(const ReadingsByMeasure *parted, GHashTable *lists, const char *ref)
{
  const GPtrArray *own = g_hash_table_lookup(lists, ref ? ref : "");
  return own ? own : parted->none;
}

Readings readings_of_measure(const ReadingsByMeasure *parted, const Measure *measure)
{
  const char *ref = measure->ref;
  return (Readings){ .targets = list_of(parted, parted->targets, ref),
                     .actuals = list_of(parted, parted->actuals, ref),
                     .quartiles = list_of(parted, parted->quartiles, ref),
                     .ever = list_of(parted, parted->ever, ref),
                     .said = list_of(parted, parted->said, ref),
                     .lost = { list_of(parted, parted->targets, LOST), list_of(parted, parted->actuals, LOST),
                               list_of(parted, parted->ever, LOST), list_of(parted, parted->said, LOST) },
                     .ever_lost = parted->all.ever_lost,
                     .unnamed = record_is_unread(&measure->record, "ref"),
                     .some_lost = parted->all.some_lost };
}

/* Minutes and seconds where the unit is another, or where they belong a number with decimals: 6.35 can be 6:35 or not.
 */
static bool is_other_time(const Reading *reading, bool time)
{
  const OptAmount *const amounts[] = { &reading->number, &reading->to, &reading->lower, &reading->upper };
  bool other = false;
  for (guint i = 0; i < G_N_ELEMENTS(amounts); i++)
    other |= amounts[i]->given && (amounts[i]->timed ? !time : time && amounts[i]->amount.scale > 0);
  return other;
}

Reading *reading_in_report(Arena *arena, const Reading *reading, const Spec *spec, const Indicator *indicator,
                           Measure *measure)
{
  Reading *copy = record_carry(arena, &reading->record, spec, &measure->record);
  copy->measure = measure->ref;
  copy->label = indicator->measures->len > 1 ? (char *)measure_name(measure) : NULL;
  copy->unit = indicator_unit(indicator, measure);
  copy->decimals = indicator_decimals(indicator, measure);
  if (is_other_time(copy, copy->unit == UNIT_MINUTES_SECONDS))
    readable_lose(copy);
  reading_settle(copy);
  int begins = ((const Report *)indicator->record.parent)->period.begins;
  if (period_given(copy->period) && !period_is_own(copy->period, begins))
    copy->ends_in = period_belongs(copy->period, begins);
  return copy;
}

gint readings_compare(gconstpointer a, gconstpointer b)
{
  return period_compare((*(const Reading *const *)a)->period, (*(const Reading *const *)b)->period);
}

/* ---- readings of no measure that the indicator has --------------------------------------------------------------- */

/* The measures of an indicator as planned. */
typedef struct {
  Arena *arena;
  GHashTable *refs;
  bool whole; /* what names no measure is of one all the same: the only one, or the one without a ref */
} Measures;

static Measures measures_of(Arena *arena, const Indicator *planned)
{
  Measures measures = { arena, g_hash_table_new(g_str_hash, g_str_equal), planned->measures->len <= 1 };
  arena_own(arena, measures.refs, (GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; i < planned->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(planned->measures, i);
    if (measure->ref)
      g_hash_table_add(measures.refs, measure->ref);
    else
      measures.whole |= !record_is_unread(&measure->record, "ref");
  }
  return measures;
}

static bool is_placed(const Measures *measures, const char *ref)
{
  return ref ? g_hash_table_contains(measures->refs, ref) : measures->whole;
}

static bool is_lost(const Measures *measures, const Record *record, bool also_unknown)
{
  const char *ref = *(char *const *)record_at(record, spec_field(record->spec, "measure"));
  return record_is_unread(record, "measure") || ((also_unknown || !ref) && !is_placed(measures, ref));
}

/* It was given, but of which measure nobody can tell. own: the period of those that name none. */
static Reading *lose_measure(Arena *arena, const Reading *reading, Period own)
{
  Reading *lost = record_copy(arena, &reading->record, NULL);
  readable_lose(lost);
  if (!period_given(lost->period) && !record_is_unread(&lost->record, "period"))
    lost->period = own;
  record_mark_standing_in(&lost->record, spec_field(lost->record.spec, "measure"));
  return lost;
}

/* The list with such readings as lost from one on. also_unknown: those of a measure that the plan does not have, too.
 */
static void lose_in(const Measures *measures, GPtrArray *list, guint from, bool also_unknown, Period own)
{
  for (guint i = from; i < list->len; i++)
    if (is_lost(measures, g_ptr_array_index(list, i), also_unknown))
      list->pdata[i] = lose_measure(measures->arena, g_ptr_array_index(list, i), own);
}

static const GPtrArray *with_lost(const Measures *measures, const GPtrArray *list, Period own)
{
  GPtrArray *readings = arena_list(measures->arena);
  g_ptr_array_extend(readings, (GPtrArray *)list, NULL, NULL);
  lose_in(measures, readings, 0, true, own);
  return readings;
}

/* An element that tells nothing at all is none. */
static bool is_empty(const Reading *reading)
{
  return !reading->number.given && !reading->text && !reading->state && !reading->numerator.given &&
         !reading->denominator.given && !reading->note && !reading->record.unread;
}

static const GPtrArray *without_empty(Arena *arena, const GPtrArray *list)
{
  GPtrArray *told = arena_list(arena);
  for (guint i = 0; i < list->len; i++)
    if (!is_empty(g_ptr_array_index(list, i)))
      g_ptr_array_add(told, g_ptr_array_index(list, i));
  return told;
}

static bool any_lost(const Measures *measures, const GPtrArray *list)
{
  bool lost = false;
  for (guint i = 0; i < list->len && !lost; i++)
    lost = is_lost(measures, g_ptr_array_index(list, i), true);
  return lost;
}

/* Of an earlier plan the indicator may have had other measures, or none. */
static void lose_past(const Measures *measures, const Past *past, GPtrArray *list, guint from)
{
  bool parted = !past->before_plan;
  for (guint i = from; i < list->len && !parted; i++)
    parted = ((const Reading *)g_ptr_array_index(list, i))->measure != NULL;
  if (parted)
    lose_in(measures, list, from, !past->before_plan, past->period);
}

/* ---- everything that was ever said ------------------------------------------------------------------------------ */

/* What a document may have said of an indicator that cannot be read: of any measure and period. */
static Reading *nameless_reading(Arena *arena)
{
  Reading *reading = record_new(arena, &value_spec, NULL);
  reading->state = STATE_NOT_READABLE;
  record_mark_unread(&reading->record, spec_field(&value_spec, "measure"));
  record_mark_unread(&reading->record, spec_field(&value_spec, "period"));
  return reading;
}

/* Whether there may be more than can be read in it of the indicator, of which it has this item or none. */
static bool may_say_more(const Past *past, const Indicator *planned, const Record *item)
{
  if (item)
    return record_is_unread(item, "value");
  return past->nameless.indicators || record_is_unread(&planned->record, "ref");
}

/* What a document said that may be another service's: that there was a figure, but not which. */
static void gather_strange(Arena *arena, const Past *past, const Indicator *planned, bool again, GPtrArray *readings)
{
  const Record *item = past_indicator(past, planned);
  g_autoptr(GPtrArray) said = g_ptr_array_new();
  if (item && !again)
    past_readings(arena, past, item, said);
  for (guint i = 0; i < said->len; i++) {
    const Reading *known = g_ptr_array_index(said, i);
    Reading *reading = record_copy(arena, &known->record, known->record.parent);
    readable_lose(reading);
    g_ptr_array_add(readings, reading);
  }
  if (may_say_more(past, planned, item) || (item && again))
    g_ptr_array_add(readings, nameless_reading(arena));
}

/* Everything that was ever said, the least weighty first: plan, earlier documents from oldest to newest, the return. */
static GPtrArray *gather(const Inputs *inputs, const History *history, const Indicator *planned,
                         const Measures *measures, bool again, const Readings *all)
{
  GPtrArray *readings = arena_list(inputs->arena);
  g_ptr_array_extend(readings, (GPtrArray *)all->actuals, NULL, NULL);
  for (guint i = 0; i < history->strange->len; i++)
    gather_strange(inputs->arena, g_ptr_array_index(history->strange, i), planned, again, readings);
  for (guint i = 0; i < history->past->len; i++) {
    const Past *past = g_ptr_array_index(history->past, i);
    const Record *item = past_indicator(past, planned);
    guint from = readings->len;
    if (item && !again)
      past_readings(inputs->arena, past, item, readings);
    lose_past(measures, past, readings, from);
    if (may_say_more(past, planned, item) || (item && again))
      g_ptr_array_add(readings, nameless_reading(inputs->arena));
  }
  for (guint i = 0; i < all->said->len; i++) {
    Reading *value = g_ptr_array_index(all->said, i);
    if (record_is_unread(&value->record, "period"))
      continue;
    if (!period_given(value->period)) {
      value = record_copy(inputs->arena, &value->record, value->record.parent);
      value->period = inputs->period;
    }
    g_ptr_array_add(readings, value);
  }
  return readings;
}

Readings readings_of(const Inputs *inputs, const History *history, const Indicator *planned,
                     const IndicatorProgress *said, bool again)
{
  Arena *arena = inputs->arena;
  const GPtrArray *none = arena_list(arena);
  const Period none_at = { .kind = PERIOD_NONE };
  Measures measures = measures_of(arena, planned);
  Readings all = { .targets = with_lost(&measures, planned->targets, none_at),
                   .actuals = with_lost(&measures, planned->actuals, none_at),
                   .quartiles = planned->quartiles,
                   .said = said ? with_lost(&measures, without_empty(arena, said->values), inputs->period) : none,
                   .lost = { none, none, none, none },
                   .ever_lost = history->lost,
                   .some_lost = {
                       record_is_unread(&planned->record, "target"), record_is_unread(&planned->record, "actual"),
                       record_is_unread(&planned->record, "quartile") || any_lost(&measures, planned->quartiles),
                       said && record_is_unread(&said->record, "value") } };
  all.ever = gather(inputs, history, planned, &measures, again, &all);
  return all;
}

void readings_take(Arena *arena, const GPtrArray *list, const Spec *spec, const Indicator *indicator, Measure *measure,
                   GPtrArray *into)
{
  for (guint i = 0; i < list->len; i++) {
    const Reading *reading = g_ptr_array_index(list, i);
    if (!record_is_unread(&reading->record, "period") && indicator_owns(indicator, measure, reading))
      g_ptr_array_add(into, reading_in_report(arena, reading, spec, indicator, measure));
  }
  g_ptr_array_sort(into, readings_compare);
}

bool reading_is_own(const Inputs *inputs, const Reading *reading)
{
  return period_is_own(reading->period, inputs->period.begins);
}

Reading *readings_other_in(const Inputs *inputs, const GPtrArray *readings, Period year)
{
  for (guint i = readings->len; i > 0; i--) {
    Reading *reading = g_ptr_array_index(readings, i - 1);
    bool year_long = reading->period.kind == PERIOD_YEAR || reading->period.months >= 12;
    bool other = year_long && !reading_is_own(inputs, reading);
    if (other && period_equal(year, period_belongs(reading->period, year.begins)))
      return reading;
  }
  return NULL;
}
