/* The table of facts: adding, sorting, asking, writing. */
#include "facts/fact.h"
#include "base/text.h"
#include "facts/gather.h"
#include "facts/phrases.h"
#include "model/kind.h"
#include <string.h>

const FactRow *fact_at(const FactTable *table, guint index)
{
  return index < table->facts->len ? &g_array_index(table->facts, FactRow, index) : NULL;
}

const Source *fact_source(const FactRow *fact)
{
  const Source *written = fact->sentence ? sentence_source(fact->sentence) : NULL;
  return written ? written : fact->record->source;
}

gsize fact_offset(const FactRow *fact)
{
  return fact->sentence && sentence_source(fact->sentence) ? sentence_place(fact->sentence, fact->first)
                                                           : record_offset(fact->record, fact->attribute);
}

/* One identity, however documents call it: the item of our plan, else its code. */
static guint number_of_thing(FactTable *table, const FactRow *fact)
{
  g_autofree char *name = fact->thing ? g_strdup_printf("%p", (const void *)fact->thing)
                                      : g_strdup_printf("%d %s", fact->about, fact->ref ? fact->ref : "");
  gpointer number = g_hash_table_lookup(table->things, name);
  if (!number) {
    number = GUINT_TO_POINTER(g_hash_table_size(table->things) + 1);
    g_hash_table_insert(table->things, g_steal_pointer(&name), number);
  }
  return GPOINTER_TO_UINT(number);
}

/* The year whose outturn a reading of its last quarter or month is. */
static Period key_of(const FactRow *fact)
{
  Period period = fact->period;
  bool last = (period.kind == PERIOD_QUARTER && period.part == 4) || (period.kind == PERIOD_MONTH && period.part == 12);
  bool value = fact->about == ABOUT_INDICATOR && fact->property == PROPERTY_VALUE && fact->thing;
  int kind = value ? ((const Indicator *)fact->thing)->kind : KIND_NONE;
  return last && value && (kind_row(kind)->whole == WHOLE_LAST || kind == KIND_ANNUAL) ? period_year(period) : period;
}

void facts_add(FactTable *table, FactRow fact)
{
  fact.nth_thing = number_of_thing(table, &fact);
  fact.order = table->facts->len;
  fact.key = key_of(&fact);
  if (fact.sure == SURE_SAID)
    g_hash_table_add(table->said, (gpointer)sentence_token(fact.sentence, fact.at));
  g_array_append_val(table->facts, fact);
}

/* One document may give the whole alone where another has parts and their total: both are the figure of the indicator.
 */
static const char *measure_key(const char *measure)
{
  static const char *const wholes[] = { "all", "overall", "total", "whole" };
  for (guint i = 0; measure && i < G_N_ELEMENTS(wholes); i++)
    if (g_ascii_strcasecmp(measure, wholes[i]) == 0)
      return "";
  return measure ? measure : "";
}

/* In an order in which the same days stand together. */
static int compare_periods(Period a, Period b)
{
  if (period_given(a) != period_given(b))
    return period_given(a) ? 1 : -1;
  return period_given(a) ? period_compare(a, b) : 0;
}

static int compare_keys(const FactRow *a, const FactRow *b)
{
  int order = (a->nth_thing > b->nth_thing) - (a->nth_thing < b->nth_thing);
  if (order == 0)
    order = (a->property > b->property) - (a->property < b->property);
  if (order == 0)
    order = strcmp(measure_key(a->measure), measure_key(b->measure));
  return order ? order : compare_periods(a->key, b->key);
}

static gint compare_facts(gconstpointer a, gconstpointer b)
{
  const FactRow *x = a, *y = b;
  int order = compare_keys(x, y);
  return order ? order : (x->order > y->order) - (x->order < y->order);
}

void facts_sort(FactTable *table)
{
  g_array_sort(table->facts, compare_facts);
}

guint fact_group_end(const FactTable *table, guint index)
{
  const FactRow *first = fact_at(table, index);
  while (index < table->facts->len && compare_keys(first, fact_at(table, index)) == 0)
    index++;
  return index;
}

FactTable *facts_new(const Inputs *inputs, const History *history, const Returned *returned, bool earlier_words)
{
  FactTable *table = arena_alloc(inputs->arena, sizeof *table);
  *table = (FactTable){ .arena = inputs->arena,
                        .inputs = inputs,
                        .facts = g_array_new(FALSE, FALSE, sizeof(FactRow)),
                        .things = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .cut = g_hash_table_new(NULL, NULL),
                        .phrases = phrases_new(inputs->arena, inputs->framework),
                        .said = g_hash_table_new(NULL, NULL) };
  arena_own(inputs->arena, table->facts, (GDestroyNotify)g_array_unref);
  arena_own(inputs->arena, table->things, (GDestroyNotify)g_hash_table_unref);
  arena_own(inputs->arena, table->cut, (GDestroyNotify)g_hash_table_unref);
  arena_own(inputs->arena, table->said, (GDestroyNotify)g_hash_table_unref);
  gather_records(table, history, returned);
  gather_words(table, earlier_words ? history : NULL);
  facts_sort(table);
  return table;
}

GPtrArray *facts_sentences(const FactTable *table, const Record *record, const char *field)
{
  void *words = *(void *const *)record_at(record, spec_field(record->spec, field));
  GPtrArray *sentences = words ? g_hash_table_lookup(table->cut, words) : arena_list(table->arena);
  if (!sentences)
    g_hash_table_insert(table->cut, words, sentences = sentences_of_field(table->arena, record, field));
  return sentences;
}

GPtrArray *facts_sentences_of(const FactTable *table, const Prose *prose)
{
  GPtrArray *sentences = prose ? g_hash_table_lookup(table->cut, prose) : arena_list(table->arena);
  if (!sentences)
    g_hash_table_insert(table->cut, (gpointer)prose, sentences = sentences_of(table->arena, prose));
  return sentences;
}

bool facts_have(const FactTable *table, const Sentence *sentence, guint token)
{
  return g_hash_table_contains(table->said, sentence_token(sentence, token));
}

/* ---- writing ----------------------------------------------------------------------------------------------------- */

static FactRecord *record_of(const FactTable *table, const FactRow *fact, Record *parent)
{
  Arena *arena = table->arena;
  FactRecord *row = record_new(arena, &fact_record_spec, parent);
  const Source *source = fact_source(fact);
  Place place = source ? source_place(source, fact_offset(fact)) : (Place){ 0 };
  row->about = fact->about;
  row->property = fact->property;
  row->says = fact->says;
  row->sure = fact->sure;
  row->ref = arena_strdup(arena, fact->ref);
  row->measure = arena_strdup(arena, fact->measure);
  row->period = fact->period;
  row->number = fact->number;
  row->date = fact->date;
  row->words = arena_strdup(arena, fact->words);
  row->unit = fact->unit;
  row->flags = fact->flags;
  row->pattern = arena_strdup(arena, fact->pattern);
  g_autofree char *file = source ? text_escape(place.file) : NULL;
  row->file = arena_strdup(arena, file);
  row->line = place.line ? (int)place.line : -1;
  row->column = place.column ? (int)place.column : -1;
  row->page = place.page ? (int)place.page : -1;
  if (fact->sentence) {
    g_autofree char *quote = sentence_quote(fact->sentence, fact->first, fact->last);
    row->quote = arena_strdup(arena, quote);
  }
  return row;
}

FactList *facts_list(const FactTable *table)
{
  FactList *list = record_new(table->arena, &fact_list_spec, NULL);
  list->service = table->inputs->plan->service;
  list->period = table->inputs->period;
  for (guint i = 0; i < table->facts->len; i++)
    g_ptr_array_add(list->facts, record_of(table, fact_at(table, i), &list->record));
  return list;
}
