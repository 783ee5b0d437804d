/* Arithmetic: a ratio of its counts, the total of measures, a score. What others have made of these is no source; here
 * are only figures that somebody gave beside them. */
#include "model/figures.h"
#include "model/indicator.h"
#include "model/objective.h"
#include "tick/evidence.h"

/* The fact that a record states in an attribute, or NULL. */
static const FactRow *stated(const Evidence *evidence, const Record *record, int property)
{
  for (guint next = GPOINTER_TO_UINT(g_hash_table_lookup(evidence->by_place, record)); next;
       next = evidence->before[next - 1]) {
    const FactRow *fact = fact_at(evidence->facts, next - 1);
    bool count = property == PROPERTY_NUMERATOR || property == PROPERTY_DENOMINATOR;
    if (count ? fact->property == property
              : g_strcmp0(fact->attribute, "number") == 0 && fact->number.given &&
                    fact->property != PROPERTY_NUMERATOR && fact->property != PROPERTY_DENOMINATOR)
      return fact;
  }
  return NULL;
}

static const Reading *reading_shown(const Shown *shown)
{
  bool reading = shown->kind == TICK_FIGURE && !shown->sentence && !shown->field && shown->record &&
                 shown->record->source && spec_is_reading(shown->record->spec);
  return reading ? (const Reading *)shown->record : NULL;
}

/* Whether the record is where the figure was given: what was computed stands at the place of one of its parts. */
static bool is_given(const FactRow *figure, const Reading *reading)
{
  return figure && reading->number.given && figure_same(figure->number.amount, reading->number.amount) &&
         period_equal(figure->period, reading->period);
}

static void find_stated_ratio(const Evidence *evidence, const Reading *reading, Tick *tick)
{
  const FactRow *figure = stated(evidence, &reading->record, PROPERTY_VALUE);
  const FactRow *top = stated(evidence, &reading->record, PROPERTY_NUMERATOR);
  const FactRow *bottom = stated(evidence, &reading->record, PROPERTY_DENOMINATOR);
  Amount exact;
  if (!is_given(figure, reading) || !top || !bottom ||
      !figure_ratio(top->number.amount, bottom->number.amount, reading->unit, &exact) ||
      !figure_same(exact, figure->number.amount))
    return;
  TickSource *source = evidence_add(evidence, tick, STRENGTH_ARITHMETIC, TICK_BY_RATIO);
  evidence_add_fact(evidence, source, top);
  evidence_add_fact(evidence, source, bottom);
}

/* What the token was read as, of that property and by that pattern; or NULL. */
static const FactRow *told(const Evidence *evidence, const Token *token, int property)
{
  for (guint next = GPOINTER_TO_UINT(g_hash_table_lookup(evidence->by_token, token)); next;
       next = evidence->before[next - 1]) {
    const FactRow *fact = fact_at(evidence->facts, next - 1);
    if (fact->property == property && g_strcmp0(fact->pattern, "share") == 0)
      return fact;
  }
  return NULL;
}

/* "64 of 114 (56%)": the counts in the same clause. */
static void find_told_ratio(const Evidence *evidence, const Shown *shown, Tick *tick)
{
  const Token *token = sentence_token(shown->sentence, shown->token);
  const FactRow *share = told(evidence, token, PROPERTY_VALUE);
  if (!share)
    return;
  const FactRow *counts[2] = { NULL, NULL };
  for (guint i = share->first; i < shown->token; i++) {
    const Token *count = sentence_token(shown->sentence, i);
    const FactRow *top = told(evidence, count, PROPERTY_NUMERATOR),
                  *bottom = told(evidence, count, PROPERTY_DENOMINATOR);
    counts[0] = top ? top : counts[0];
    counts[1] = bottom ? bottom : counts[1];
  }
  Amount exact;
  if (!counts[0] || !counts[1] ||
      !figure_ratio(counts[0]->number.amount, counts[1]->number.amount, UNIT_PERCENT, &exact) ||
      !figure_same(exact, share->number.amount))
    return;
  TickSource *source = evidence_add(evidence, tick, STRENGTH_ARITHMETIC, TICK_BY_RATIO);
  evidence_add_fact(evidence, source, counts[0]);
  evidence_add_fact(evidence, source, counts[1]);
}

void evidence_find_ratio(const Evidence *evidence, const Shown *shown, Tick *tick)
{
  const Reading *reading = reading_shown(shown);
  if (reading)
    find_stated_ratio(evidence, reading, tick);
  else if (shown->sentence && shown->kind == TICK_FIGURE)
    find_told_ratio(evidence, shown, tick);
}

/* ---- measures that are the total of others ----------------------------------------------------------------------- */

static bool has_code(const GPtrArray *codes, const char *code)
{
  for (guint i = 0; code && i < codes->len; i++)
    if (g_strcmp0(g_ptr_array_index(codes, i), code) == 0)
      return true;
  return false;
}

/* What one document says of a measure for the time: beside the figure that is shown. */
static const FactRow *beside(const Evidence *evidence, const FactRow *figure, guint from, const char *measure)
{
  for (guint i = from; i < evidence->facts->facts->len; i++) {
    const FactRow *fact = fact_at(evidence->facts, i);
    if (fact->nth_thing != figure->nth_thing)
      return NULL;
    if (fact->property == figure->property && fact->sure == SURE_RECORD && fact->number.given &&
        g_strcmp0(fact->measure, measure) == 0 && period_equal(fact->period, figure->period) &&
        evidence_same_file(fact->record, figure->record))
      return fact;
  }
  return NULL;
}

static guint first_of_thing(const Evidence *evidence, const FactRow *figure)
{
  guint at = (guint)(figure - fact_at(evidence->facts, 0));
  while (at > 0 && fact_at(evidence->facts, at - 1)->nth_thing == figure->nth_thing)
    at--;
  return at;
}

/* The parts of a total, when all are there and add up to it. Caller unrefs. */
static GPtrArray *parts_of(const Evidence *evidence, const FactRow *total, const Measure *measure)
{
  guint from = first_of_thing(evidence, total);
  g_autoptr(GPtrArray) parts = g_ptr_array_new();
  Amount sum = amount_from_int(0);
  for (guint i = 0; i < measure->total_of->len; i++) {
    const FactRow *part = beside(evidence, total, from, g_ptr_array_index(measure->total_of, i));
    if (!part || !amount_add(sum, part->number.amount, &sum))
      return NULL;
    g_ptr_array_add(parts, (gpointer)part);
  }
  return amount_compare(sum, total->number.amount) == 0 ? g_steal_pointer(&parts) : NULL;
}

static void find_in_total(const Evidence *evidence, const FactRow *figure, const Measure *total, Tick *tick)
{
  bool own = g_strcmp0(figure->measure, total->ref) == 0;
  if (!own && !has_code(total->total_of, figure->measure))
    return;
  const FactRow *sum = own ? figure : beside(evidence, figure, first_of_thing(evidence, figure), total->ref);
  g_autoptr(GPtrArray) parts = sum ? parts_of(evidence, sum, total) : NULL;
  if (!parts)
    return;
  TickSource *source = evidence_add(evidence, tick, STRENGTH_ARITHMETIC, own ? TICK_BY_SUM : TICK_BY_PART);
  if (!own)
    evidence_add_fact(evidence, source, sum);
  for (guint i = 0; i < parts->len; i++)
    if (g_ptr_array_index(parts, i) != figure)
      evidence_add_fact(evidence, source, g_ptr_array_index(parts, i));
}

void evidence_find_parts(const Evidence *evidence, const Shown *shown, Tick *tick)
{
  const Reading *reading = reading_shown(shown);
  const FactRow *figure = reading ? stated(evidence, &reading->record, PROPERTY_VALUE) : NULL;
  const Indicator *planned =
      is_given(figure, reading) && figure->about == ABOUT_INDICATOR ? (const Indicator *)figure->thing : NULL;
  for (guint i = 0; planned && planned->measures && i < planned->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(planned->measures, i);
    if (measure->total_of->len > 0)
      find_in_total(evidence, figure, measure, tick);
  }
}

/* ---- scores ------------------------------------------------------------------------------------------------------ */

/* Likelihood times impact, where the plan gives the score as well. */
void evidence_find_product(const Evidence *evidence, const Shown *shown, Tick *tick)
{
  const Record *record = shown->record;
  bool risk = record && (record->spec == &initial_risk_spec || record->spec == &residual_risk_spec);
  if (!risk || !shown->field || g_strcmp0(shown->field->name, "score") != 0 || !record->source ||
      record_offset(record, "score") == record->offset)
    return;
  const RiskScore *score = (const RiskScore *)record;
  if (!risk_product(score) || risk_product(score) != score->score)
    return;
  const OptAmount likelihood = { amount_from_int(score->likelihood), true, false };
  const OptAmount impact = { amount_from_int(score->impact), true, false };
  TickSource *source = evidence_add(evidence, tick, STRENGTH_ARITHMETIC, TICK_BY_PRODUCT);
  evidence_add_part(evidence, source, record, "likelihood", &likelihood, NULL);
  evidence_add_part(evidence, source, record, "impact", &impact, NULL);
}
