/* Links: a walk over every run of the document. */
#include "compose/links.h"

static void settle_runs(const GPtrArray *runs, GHashTable *ids)
{
  for (guint i = 0; runs && i < runs->len; i++) {
    Run *run = g_ptr_array_index(runs, i);
    if (run->href && run->href[0] == '#' && !g_hash_table_contains(ids, run->href + 1))
      run->href = NULL;
  }
}

static void settle_prose(const Prose *prose, GHashTable *ids)
{
  for (guint i = 0; prose && i < prose->blocks->len; i++) {
    const ProseBlock *block = g_ptr_array_index(prose->blocks, i);
    settle_runs(block->runs, ids);
    for (guint k = 0; block->kind == PROSE_LIST && k < block->items->len; k++)
      settle_prose(g_ptr_array_index(block->items, k), ids);
    for (guint k = 0; block->kind == PROSE_TABLE && k < block->rows->len; k++) {
      const GPtrArray *row = g_ptr_array_index(block->rows, k);
      for (guint n = 0; n < row->len; n++)
        settle_runs(((const ProseCell *)g_ptr_array_index(row, n))->runs, ids);
    }
  }
}

/* Every record in the record, itself first; style and words have no runs. */
static void visit(const Record *record, void (*act)(const Record *record, GHashTable *ids), GHashTable *ids)
{
  act(record, ids);
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (field->type != FIELD_ANY && (field->type != FIELD_MANY || field->detail == &word_spec))
      continue;
    const GPtrArray *list = *(GPtrArray *const *)record_at(record, field);
    for (guint k = 0; k < list->len; k++)
      visit(g_ptr_array_index(list, k), act, ids);
  }
}

static void add_heading(const Record *record, GHashTable *ids)
{
  if (record->spec == &heading_spec && ((const Heading *)record)->id)
    g_hash_table_add(ids, ((const Heading *)record)->id);
}

static void settle(const Record *record, GHashTable *ids)
{
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (field->type == FIELD_RUNS)
      settle_runs(*(GPtrArray *const *)record_at(record, field), ids);
    else if (field->type == FIELD_PROSE)
      settle_prose(*(Prose *const *)record_at(record, field), ids);
  }
}

void links_settle(Document *document)
{
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  visit(&document->record, add_heading, ids);
  visit(&document->record, settle, ids);
}
