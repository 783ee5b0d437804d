/* Indexing the days of other documents. A new plan gives out codes anew: across plans a thing is found by the codes
 * that it had before, or by its own when its words are the same, too. */
#include "facts/dues.h"
#include "record/record-walk.h"
#include <string.h>

struct Dues {
  Arena *arena;
  GHashTable *same, *earlier, *later; /* code, with its kind, to GArray of DueEntry: by the plan of the document */
};

/* ---- codes ------------------------------------------------------------------------------------------------------- */

static const char *code_at(const Record *record, const char *name)
{
  const Field *field = spec_field(record->spec, name);
  return field ? *(char *const *)record_at(record, field) : NULL;
}

static const GPtrArray *codes_before(const Record *record)
{
  const Field *field = spec_field(record->spec, "previously");
  const GPtrArray *codes = field && field->type == FIELD_CODES ? *(GPtrArray *const *)record_at(record, field) : NULL;
  return codes && codes->len > 0 ? codes : NULL;
}

static bool is_step(const Record *record)
{
  return record->spec == &step_spec || record->spec == &report_step_spec;
}

/* What the codes are of: elements are called alike in plans, returns and reports. NULL: of nothing that has a day. */
static const char *kind_of(const Record *record)
{
  static const Spec *const dated[] = { &milestone_spec,
                                       &report_milestone_spec,
                                       &milestone_progress_spec,
                                       &step_spec,
                                       &report_step_spec,
                                       &treatment_spec,
                                       &report_treatment_spec,
                                       &equality_action_spec,
                                       &report_equality_action_spec };
  for (guint i = 0; i < G_N_ELEMENTS(dated); i++)
    if (record->spec == dated[i])
      return record->spec->element;
  return NULL;
}

/* The codes of a thing, its own or those it had before: in the order given, of char *. Caller unrefs. */
static GPtrArray *codes_of(const Record *record, bool before)
{
  GPtrArray *codes = g_ptr_array_new();
  const GPtrArray *former = before ? codes_before(record) : NULL;
  for (guint i = 0; former && i < former->len; i++)
    g_ptr_array_add(codes, g_ptr_array_index(former, i));
  const char *own = former ? NULL : code_at(record, "ref");
  if (own)
    g_ptr_array_add(codes, (gpointer)own);
  return codes;
}

static char *key_of_step(const char *milestone, const char *step)
{
  return g_strdup_printf("step %s\n%s", milestone, step);
}

/* What it is looked up by, of char *; a step by its milestone, too. Caller unrefs. */
static GPtrArray *keys_of(const Record *record, bool before)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) codes = codes_of(record, before);
  g_autoptr(GPtrArray) around = is_step(record) && record->parent ? codes_of(record->parent, before) : NULL;
  const char *step = record->spec == &milestone_progress_spec ? ((const MilestoneProgress *)record)->step : NULL;
  for (guint i = 0; i < codes->len; i++) {
    const char *code = g_ptr_array_index(codes, i);
    if (step)
      g_ptr_array_add(keys, key_of_step(code, step));
    else if (!is_step(record))
      g_ptr_array_add(keys, g_strdup_printf("%s %s", record->spec->element, code));
    for (guint k = 0; around && k < around->len; k++)
      g_ptr_array_add(keys, key_of_step(g_ptr_array_index(around, k), code));
  }
  return keys;
}

static bool had_others(const Record *record)
{
  return codes_before(record) || (is_step(record) && record->parent && codes_before(record->parent));
}

/* ---- indexing ---------------------------------------------------------------------------------------------------- */

typedef struct {
  GHashTable *table;
  int says;
  bool before; /* by the codes that things had before */
} Indexing;

static bool has_day(const Record *record, const char *name)
{
  const Field *field = spec_field(record->spec, name);
  return field && date_given(*(const Date *)record_at(record, field));
}

static void put(const Record *record, void *data)
{
  const Indexing *indexing = data;
  if (!kind_of(record) || record_is_unread(record, "step") || (!has_day(record, "due") && !has_day(record, "revised")))
    return;
  g_autoptr(GPtrArray) keys = keys_of(record, indexing->before);
  for (guint i = 0; i < keys->len; i++) {
    const char *key = g_ptr_array_index(keys, i);
    GArray *entries = g_hash_table_lookup(indexing->table, key);
    if (!entries)
      g_hash_table_insert(indexing->table, g_strdup(key), entries = g_array_new(FALSE, FALSE, sizeof(DueEntry)));
    const DueEntry entry = { record, indexing->says, indexing->before && !had_others(record) };
    g_array_append_val(entries, entry);
  }
}

/* The document's year before ours: below 0; after: above; in the years in which codes mean the same: 0. */
static int order_of(const Inputs *inputs, const Record *document)
{
  const Period from = inputs->plan->from, year = period_year(inputs->period);
  Period other =
      document->spec == &plan_spec ? ((const Plan *)document)->from : period_year(inputs_document_period(document));
  if (!period_given(from) || !period_given(other))
    return -1;
  if (document->spec == &plan_spec || period_compare(other, from) < 0)
    return period_compare(other, from);
  return period_compare(other, year) > 0;
}

static void put_document(Dues *dues, const Inputs *inputs, const Record *document, int says)
{
  int order = order_of(inputs, document);
  Indexing indexing = { order == 0 ? dues->same : order < 0 ? dues->earlier : dues->later, says, order > 0 };
  record_walk(document, put, &indexing);
}

static bool is_of_service(const Inputs *inputs, const Record *document)
{
  const char *service = document->spec == &plan_spec ? ((const Plan *)document)->service
                        : document->spec == &return_spec || document->spec == &report_spec
                            ? inputs_document_service(document)
                            : NULL;
  return service && g_strcmp0(service, inputs->plan->service) == 0;
}

Dues *dues_new(const Inputs *inputs, const History *history)
{
  Dues *dues = arena_alloc(inputs->arena, sizeof *dues);
  dues->arena = inputs->arena;
  GHashTable **tables[] = { &dues->same, &dues->earlier, &dues->later };
  for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
    *tables[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    arena_own(inputs->arena, *tables[i], (GDestroyNotify)g_hash_table_unref);
  }
  for (guint i = 0; i < history->past->len; i++)
    put_document(dues, inputs, ((const Past *)g_ptr_array_index(history->past, i))->document, SAYS_EARLIER);
  for (guint i = 0; i < inputs->also->len; i++)
    if (is_of_service(inputs, g_ptr_array_index(inputs->also, i)))
      put_document(dues, inputs, g_ptr_array_index(inputs->also, i), SAYS_OTHER);
  return dues;
}

/* ---- asking ------------------------------------------------------------------------------------------------------ */

static void take(GArray *found, GHashTable *table, const Record *planned, bool before)
{
  g_autoptr(GPtrArray) keys = keys_of(planned, before);
  for (guint i = 0; i < keys->len; i++) {
    const GArray *entries = g_hash_table_lookup(table, g_ptr_array_index(keys, i));
    for (guint k = 0; entries && k < entries->len; k++) {
      DueEntry entry = g_array_index(entries, DueEntry, k);
      entry.by_words |= before && !had_others(planned);
      g_array_append_val(found, entry);
    }
  }
}

GArray *dues_find(const Dues *dues, const Record *planned)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(DueEntry));
  arena_own(dues->arena, found, (GDestroyNotify)g_array_unref);
  take(found, dues->earlier, planned, true);
  take(found, dues->same, planned, false);
  take(found, dues->later, planned, false);
  return found;
}
