/* Indexing what is known, and asking it. */
#include "tick/evidence.h"
#include "base/text.h"
#include "model/figures.h"

/* ---- places ------------------------------------------------------------------------------------------------------ */

/* Records are copied when they are merged and composed; where they were written stays. */
bool evidence_same_place(const Record *a, const Record *b)
{
  return a->source && a->source == b->source && a->offset == b->offset;
}

bool evidence_same_file(const Record *a, const Record *b)
{
  return a->source && a->source == b->source;
}

static guint hash_place(gconstpointer key)
{
  const Record *record = key;
  return g_direct_hash(record->source) * 31 + record->offset;
}

static gboolean equal_places(gconstpointer a, gconstpointer b)
{
  const Record *x = a, *y = b;
  return x->source == y->source && x->offset == y->offset;
}

/* ---- indexing ---------------------------------------------------------------------------------------------------- */

/* Chains the fact to the one before it under the key. */
static void chain(Evidence *evidence, GHashTable *table, gconstpointer key, guint index)
{
  evidence->before[index] = GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
  g_hash_table_replace(table, (gpointer)key, GUINT_TO_POINTER(index + 1));
}

static void index_facts(Evidence *evidence)
{
  const FactTable *facts = evidence->facts;
  for (guint i = 0, end; i < facts->facts->len; i = end) {
    end = fact_group_end(facts, i);
    const FactRow *first = fact_at(facts, i);
    if (first->property == PROPERTY_DUE && first->thing && first->thing->source)
      g_hash_table_insert(evidence->dues, (gpointer)first->thing, GUINT_TO_POINTER(i + 1));
    for (guint k = i; k < end; k++) {
      const FactRow *fact = fact_at(facts, k);
      evidence->group[k] = i;
      if (fact->sentence)
        chain(evidence, evidence->by_token, sentence_token(fact->sentence, fact->at), k);
      else if (fact->record->source)
        chain(evidence, evidence->by_place, fact->record, k);
    }
  }
}

Evidence *evidence_new(Arena *arena, const FactTable *facts, const Inputs *inputs)
{
  Evidence *evidence = arena_alloc(arena, sizeof *evidence);
  *evidence = (Evidence){ .arena = arena,
                          .facts = facts,
                          .inputs = inputs,
                          .by_place = g_hash_table_new(hash_place, equal_places),
                          .by_token = g_hash_table_new(NULL, NULL),
                          .dues = g_hash_table_new(hash_place, equal_places),
                          .before = arena_alloc(arena, sizeof(guint) * (facts->facts->len + 1)),
                          .group = arena_alloc(arena, sizeof(guint) * (facts->facts->len + 1)),
                          .registers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .sums = g_hash_table_new(hash_place, equal_places) };
  arena_own(arena, evidence->by_place, (GDestroyNotify)g_hash_table_unref);
  arena_own(arena, evidence->by_token, (GDestroyNotify)g_hash_table_unref);
  arena_own(arena, evidence->dues, (GDestroyNotify)g_hash_table_unref);
  arena_own(arena, evidence->registers, (GDestroyNotify)g_hash_table_unref);
  arena_own(arena, evidence->sums, (GDestroyNotify)g_hash_table_unref);
  index_facts(evidence);
  evidence_fill_registers(evidence);
  return evidence;
}

/* ---- writing ----------------------------------------------------------------------------------------------------- */

TickSource *evidence_add(const Evidence *evidence, Tick *tick, int strength, int rule)
{
  TickSource *source = record_new(evidence->arena, &tick_source_spec, &tick->record);
  source->strength = strength;
  source->rule = rule;
  g_ptr_array_add(tick->sources, source);
  return source;
}

static void add_part(const Evidence *evidence, TickSource *source, const Source *file, gsize offset, const char *text)
{
  TickPart *part = record_new(evidence->arena, &tick_part_spec, &source->record);
  Place place = file ? source_place(file, offset) : (Place){ 0 };
  part->text = arena_strdup(evidence->arena, text);
  g_autofree char *escaped = place.file ? text_escape(place.file) : NULL;
  part->file = arena_strdup(evidence->arena, escaped);
  part->line = place.line ? (int)place.line : -1;
  part->column = place.column ? (int)place.column : -1;
  g_ptr_array_add(source->parts, part);
}

void evidence_add_part(const Evidence *evidence, TickSource *source, const Record *record, const char *attribute,
                       const OptAmount *number, const char *text)
{
  g_autofree char *figure = number ? figure_text(number) : g_strdup(text);
  add_part(evidence, source, record->source, record_offset(record, attribute), figure);
}

void evidence_add_fact(const Evidence *evidence, TickSource *source, const FactRow *fact)
{
  g_autofree char *text = NULL;
  if (fact->sentence)
    text = sentence_quote(fact->sentence, fact->first, fact->last);
  else if (fact->number.given)
    text = figure_text(&fact->number);
  else if (date_given(fact->date))
    text = date_to_string(fact->date);
  else
    text = g_strdup(fact->words);
  bool words = fact->sentence && sentence_source(fact->sentence); /* the figure in them, not where its clause begins */
  add_part(evidence, source, fact_source(fact), words ? sentence_place(fact->sentence, fact->at) : fact_offset(fact),
           text);
}

static bool is_day_of(const FactRow *fact, const Shown *shown)
{
  return fact->sure == SURE_RECORD && g_strcmp0(fact->attribute, shown->field->name) == 0 &&
         date_compare(fact->date, shown->date) == 0;
}

guint evidence_own_day(const Evidence *evidence, const Shown *shown)
{
  if (shown->kind != TICK_DATE || shown->sentence || !shown->field || !shown->record || !shown->record->source)
    return 0;
  guint first = GPOINTER_TO_UINT(g_hash_table_lookup(evidence->dues, shown->record)), own = 0;
  for (guint i = first; i && i <= evidence->facts->facts->len && evidence->group[i - 1] == first - 1; i++) {
    const FactRow *fact = fact_at(evidence->facts, i - 1);
    if (!is_day_of(fact, shown))
      continue;
    if (fact->says == SAYS_RETURN)
      return i;
    if (fact->says == SAYS_PLAN && evidence_same_place(fact->record, shown->record))
      own = i;
  }
  return own;
}

/* ---- asking ------------------------------------------------------------------------------------------------------ */

static gint compare_sources(gconstpointer a, gconstpointer b)
{
  const TickSource *x = *(const TickSource *const *)a, *y = *(const TickSource *const *)b;
  return (x->strength > y->strength) - (x->strength < y->strength);
}

void evidence_find(const Evidence *evidence, const Shown *shown, Tick *tick)
{
  if (shown->kind == TICK_REFERENCE) {
    evidence_find_register(evidence, shown, tick);
  } else {
    evidence_find_agreement(evidence, shown, tick);
    evidence_find_ratio(evidence, shown, tick);
    evidence_find_parts(evidence, shown, tick);
    evidence_find_statement(evidence, shown, tick);
    evidence_find_product(evidence, shown, tick);
  }
  g_ptr_array_sort(tick->sources,
                   compare_sources); /* a stable sort: equals stay in the order in which they were found */
}
