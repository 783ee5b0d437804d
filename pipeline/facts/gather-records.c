/* Facts of records: plan, return, earlier documents, documents of others. */
#include "facts/dues.h"
#include "facts/gather.h"
#include <string.h>

static const Period no_period = { PERIOD_NONE, 0, 0 };

/* What the rows of one item in one document have in common. */
typedef struct {
  FactTable *table;
  FactRow item;
  bool own; /* another plan of our service, which may set other targets */
} Gatherer;

static Gatherer of_item(FactTable *table, int about, int says, const char *ref, const Record *thing)
{
  FactRow item = { .about = about, .says = says, .sure = SURE_RECORD, .ref = ref, .thing = thing };
  return (Gatherer){ table, item, false };
}

static FactRow fact_of(const Gatherer *g, int property, const Record *record, const char *attribute)
{
  FactRow fact = g->item;
  fact.property = property;
  fact.record = record;
  fact.attribute = attribute;
  return fact;
}

static void add_words(const Gatherer *g, int property, const Record *record, const char *attribute, const char *words)
{
  FactRow fact = fact_of(g, property, record, attribute);
  fact.words = words;
  if (words && *words)
    facts_add(g->table, fact);
}

static void add_date(const Gatherer *g, const Record *record, const char *attribute, Date date)
{
  FactRow fact = fact_of(g, PROPERTY_DUE, record, attribute);
  fact.date = date;
  if (date_given(date))
    facts_add(g->table, fact);
}

static void add_symbol(const Gatherer *g, int property, const Record *record, const char *word, Period period)
{
  FactRow fact = fact_of(g, property, record, property == PROPERTY_RATING ? "rating" : "travel");
  fact.words = word;
  fact.period = period;
  if (*word)
    facts_add(g->table, fact);
}

static void add_number(const Gatherer *g, int property, const Reading *reading, const char *attribute,
                       const OptAmount *number, Period period)
{
  FactRow fact = fact_of(g, property, &reading->record, attribute);
  fact.measure = reading->measure;
  fact.period = period;
  fact.number = *number;
  if (number->given)
    facts_add(g->table, fact);
}

static void add_reading(const Gatherer *g, int property, const Reading *reading, Period otherwise)
{
  FactRow fact = fact_of(g, property, &reading->record, "number");
  fact.period = period_given(reading->period) ? reading->period : otherwise;
  if (!reading_has_figure(reading) || !period_given(fact.period))
    return;
  fact.figure = g->own && property != PROPERTY_VALUE ? NULL : reading;
  fact.measure = reading->measure;
  fact.number = reading->number;
  fact.words = reading->number.given ? NULL : reading->text;
  fact.flags = reading->flags;
  facts_add(g->table, fact);
  add_number(g, PROPERTY_NUMERATOR, reading, "numerator", &reading->numerator, fact.period);
  add_number(g, PROPERTY_DENOMINATOR, reading, "denominator", &reading->denominator, fact.period);
}

static void add_readings(const Gatherer *g, int property, const GPtrArray *readings, Period otherwise)
{
  for (guint i = 0; readings && i < readings->len; i++)
    add_reading(g, property, g_ptr_array_index(readings, i), otherwise);
}

static void add_officers(const Gatherer *g, const Record *record, const GPtrArray *officers, const char *lead)
{
  for (guint i = 0; i < officers->len; i++)
    add_words(g, PROPERTY_OFFICER, record, "officers", g_ptr_array_index(officers, i));
  add_words(g, PROPERTY_OFFICER, record, "lead", lead);
}

/* ---- indicators -------------------------------------------------------------------------------------------------- */

static void add_terms(const Gatherer *g, const Indicator *indicator)
{
  const Record *record = &indicator->record;
  add_words(g, PROPERTY_NAME, record, "title", indicator->title);
  add_words(g, PROPERTY_UNIT, record, "unit", terms_name(&terms_unit, indicator->unit));
  add_words(g, PROPERTY_POLARITY, record, "polarity", terms_name(&terms_polarity, indicator->polarity));
  add_officers(g, record, indicator->officers, indicator->lead);
}

static void add_progress(const Gatherer *g, const IndicatorProgress *said, Period period)
{
  add_readings(g, PROPERTY_VALUE, said->values, period);
  add_symbol(g, PROPERTY_RATING, &said->record, terms_name(&terms_rating, said->rating), period);
  add_symbol(g, PROPERTY_TRAVEL, &said->record, terms_name(&terms_travel, said->travel), period);
}

static void gather_past(FactTable *table, const History *history, const Indicator *planned)
{
  Gatherer g = of_item(table, ABOUT_INDICATOR, SAYS_EARLIER, planned->ref, &planned->record);
  for (guint i = 0; i < history->past->len; i++) {
    const Past *past = g_ptr_array_index(history->past, i);
    const Record *item = past_indicator(past, planned);
    if (!item)
      continue;
    GPtrArray *readings = arena_list(table->arena);
    past_readings(table->arena, past, item, readings);
    add_readings(&g, PROPERTY_VALUE, readings, past->period);
    add_symbol(&g, PROPERTY_RATING, item, terms_name(&terms_rating, past_rating(item)), past->period);
  }
}

/* A record of others that speaks of an indicator of ours. */
static void gather_other(FactTable *table, const Also *also, const Record *other, const Indicator *planned)
{
  Gatherer g = of_item(table, ABOUT_INDICATOR, SAYS_OTHER, planned->ref, &planned->record);
  g.own = also_is_own(also, other);
  g_autoptr(GPtrArray) values = also_values(other), targets = also_targets(other);
  add_readings(&g, PROPERTY_VALUE, values, also_period(other));
  add_readings(&g, PROPERTY_TARGET, targets, no_period);
  if (other->spec == &indicator_progress_spec) {
    const IndicatorProgress *said = (const IndicatorProgress *)other;
    add_symbol(&g, PROPERTY_RATING, other, terms_name(&terms_rating, said->rating), also_period(other));
    return;
  }
  add_terms(&g, (const Indicator *)other);
  if (other->spec == &indicator_spec)
    add_readings(&g, PROPERTY_BASELINE, ((const Indicator *)other)->baselines, no_period);
}

/* Earlier documents first, then the plan, the return, and the documents of others. */
static void gather_indicator(FactTable *table, const History *history, const Returned *returned, const Also *also,
                             const Indicator *planned)
{
  gather_past(table, history, planned);
  Gatherer of_plan = of_item(table, ABOUT_INDICATOR, SAYS_PLAN, planned->ref, &planned->record);
  add_terms(&of_plan, planned);
  add_readings(&of_plan, PROPERTY_VALUE, planned->actuals, no_period);
  add_readings(&of_plan, PROPERTY_TARGET, planned->targets, no_period);
  add_readings(&of_plan, PROPERTY_BASELINE, planned->baselines, no_period);
  const IndicatorProgress *said = planned->ref ? g_hash_table_lookup(returned->indicators, planned->ref) : NULL;
  Gatherer of_return = of_item(table, ABOUT_INDICATOR, SAYS_RETURN, planned->ref, &planned->record);
  if (said)
    add_progress(&of_return, said, table->inputs->period);
  const GPtrArray *others = also_find(also, planned);
  for (guint i = 0; others && i < others->len; i++)
    gather_other(table, also, g_ptr_array_index(others, i), planned);
}

/* ---- what is done and when --------------------------------------------------------------------------------------- */

/* What the items are gathered from. */
typedef struct {
  FactTable *table;
  const Returned *returned;
  const Dues *dues;
} Sources;

/* Its words, without blanks. Caller frees. */
static char *words_of(const Record *record)
{
  const Field *field = spec_field(record->spec, "text");
  void *words = field ? *(void *const *)record_at(record, field) : NULL;
  char *text = !words ? g_strdup("") : field->type == FIELD_RUNS ? runs_to_text(words) : prose_to_text(words);
  char *to = text;
  for (const char *from = text; *from; from++)
    if (!g_ascii_isspace(*from))
      *to++ = *from;
  *to = '\0';
  return text;
}

/* Of a step, those of its milestone, too: "Consult tenants" is a part of many things. */
static bool has_same_words(const Record *a, const Record *b)
{
  g_autofree char *words = words_of(a), *others = words_of(b);
  bool same = *words && strcmp(words, others) == 0;
  return same && (a->parent && b->parent && strcmp(a->spec->element, "step") == 0 ? has_same_words(a->parent, b->parent)
                                                                                  : true);
}

static void add_day(const Gatherer *g, const Record *record, const char *attribute)
{
  const Field *field = spec_field(record->spec, attribute);
  if (field)
    add_date(g, record, field->name, *(const Date *)record_at(record, field));
}

/* The days that other documents give to the thing of our plan. */
static void add_days_of_others(const Sources *sources, Gatherer g, const Record *planned, int says)
{
  const GArray *entries = dues_find(sources->dues, planned);
  for (guint i = 0; i < entries->len; i++) {
    const DueEntry *entry = &g_array_index(entries, DueEntry, i);
    if (entry->says != says || (entry->by_words && !has_same_words(entry->record, planned)))
      continue;
    g.item.says = says;
    add_day(&g, entry->record, "due");
    add_day(&g, entry->record, "revised");
  }
}

/* Of a thing that is done by a day: earlier documents first, then the plan, the return and those of others. said: the
 * return's entry of it, or NULL. */
static void gather_dated(const Sources *sources, Gatherer g, const Record *planned, const Record *said)
{
  add_days_of_others(sources, g, planned, SAYS_EARLIER);
  add_day(&g, planned, "due");
  add_day(&g, planned, "revised");
  add_officers(&g, planned, *(GPtrArray *const *)record_at(planned, spec_field(planned->spec, "officers")),
               *(char *const *)record_at(planned, spec_field(planned->spec, "lead")));
  g.item.says = SAYS_RETURN;
  if (said) {
    add_day(&g, said, "revised");
    if (g.item.about != ABOUT_STEP)
      add_symbol(&g, PROPERTY_RATING, said, terms_name(&terms_rating, past_rating(said)),
                 sources->table->inputs->period);
  }
  add_days_of_others(sources, g, planned, SAYS_OTHER);
}

static void gather_milestone(const Sources *sources, const Milestone *milestone)
{
  const Returned *returned = sources->returned;
  const MilestoneProgress *said = milestone->ref ? g_hash_table_lookup(returned->milestones, milestone->ref) : NULL;
  gather_dated(sources, of_item(sources->table, ABOUT_MILESTONE, SAYS_PLAN, milestone->ref, &milestone->record),
               &milestone->record, said ? &said->record : NULL);
  for (guint i = 0; i < milestone->steps->len; i++) {
    const Step *step = g_ptr_array_index(milestone->steps, i);
    const MilestoneProgress *entry = returned_step(returned, milestone->ref, step->ref);
    const char *ref =
        arena_printf(sources->table->arena, "%s %s", milestone->ref ? milestone->ref : "", step->ref ? step->ref : "");
    gather_dated(sources, of_item(sources->table, ABOUT_STEP, SAYS_PLAN, ref, &step->record), &step->record,
                 entry ? &entry->record : NULL);
  }
}

static void gather_risks(const Sources *sources)
{
  const Plan *plan = sources->table->inputs->plan;
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *item = g_ptr_array_index(risk->treatments, j);
      const Record *said = item->ref ? g_hash_table_lookup(sources->returned->treatments, item->ref) : NULL;
      gather_dated(sources, of_item(sources->table, ABOUT_TREATMENT, SAYS_PLAN, item->ref, &item->record),
                   &item->record, said);
    }
  }
}

static void gather_actions(const Sources *sources)
{
  const Plan *plan = sources->table->inputs->plan;
  for (guint i = 0; i < plan->equality_actions->len; i++) {
    const EqualityAction *item = g_ptr_array_index(plan->equality_actions, i);
    const Record *said = item->ref ? g_hash_table_lookup(sources->returned->equality, item->ref) : NULL;
    gather_dated(sources, of_item(sources->table, ABOUT_EQUALITY_ACTION, SAYS_PLAN, item->ref, &item->record),
                 &item->record, said);
  }
}

/* ---- statements -------------------------------------------------------------------------------------------------- */

static void gather_line(FactTable *table, int says, const Statement *statement, const StatementLine *line,
                        Period period)
{
  if (!line)
    return;
  const char *ref =
      arena_printf(table->arena, "%s / %s", statement->ref ? statement->ref : "", line->title ? line->title : "");
  const struct {
    int property;
    const char *attribute;
    const OptAmount *number;
  } rows[] = { { PROPERTY_BUDGET, "budget", &line->budget },
               { PROPERTY_ACTUAL, "actual-to-date", &line->actual_to_date },
               { PROPERTY_VARIANCE, "variance", &line->variance } };
  Gatherer g = of_item(table, ABOUT_STATEMENT, says, ref, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    FactRow fact = fact_of(&g, rows[i].property, &line->record, rows[i].attribute);
    fact.period = period;
    fact.number = *rows[i].number;
    fact.unit = statement->unit ? statement->unit : UNIT_THOUSAND_POUNDS;
    if (fact.number.given)
      facts_add(table, fact);
  }
}

static void gather_content(FactTable *table, int says, const Statement *statement, const GPtrArray *content,
                           Period period)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &group_spec) {
      gather_content(table, says, statement, ((const StatementGroup *)item)->lines, period);
    } else if (item->spec == &statement_section_spec) {
      gather_content(table, says, statement, ((const StatementSection *)item)->content, period);
      gather_line(table, says, statement, ((const StatementSection *)item)->total, period);
    } else {
      gather_line(table, says, statement, (const StatementLine *)item, period);
    }
  }
}

static void gather_statements(FactTable *table, int says, const GPtrArray *statements, Period period)
{
  for (guint i = 0; i < statements->len; i++) {
    const Statement *statement = g_ptr_array_index(statements, i);
    gather_content(table, says, statement, statement->content, period);
  }
}

/* ---- all --------------------------------------------------------------------------------------------------------- */

void gather_records(FactTable *table, const History *history, const Returned *returned)
{
  const Inputs *inputs = table->inputs;
  const Plan *plan = inputs->plan;
  const Also *also = also_new(inputs);
  const Sources sources = { table, returned, dues_new(inputs, history) };
  for (guint i = 0; i < plan->indicators->len; i++)
    gather_indicator(table, history, returned, also, g_ptr_array_index(plan->indicators, i));
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++)
      gather_milestone(&sources, g_ptr_array_index(objective->milestones, j));
  }
  gather_risks(&sources);
  gather_actions(&sources);
  gather_statements(table, SAYS_PLAN, plan->statements, plan->from);
  if (inputs->current)
    gather_statements(table, SAYS_RETURN, inputs->current->statements, inputs->period);
}
