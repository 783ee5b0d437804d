/* Finding the tables and charts of a document, wherever they stand. */
#include "render/flat/flat.h"

static void gather(const GPtrArray *blocks, const Spec *spec, GPtrArray *found)
{
  for (guint i = 0; i < blocks->len; i++) {
    Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == spec)
      g_ptr_array_add(found, block);
    else if (block->spec == &box_spec)
      gather(((Box *)block)->blocks, spec, found);
    else if (block->spec == &keep_spec)
      gather(((Keep *)block)->blocks, spec, found);
  }
}

static GPtrArray *gather_all(const Document *document, const Spec *spec)
{
  GPtrArray *found = g_ptr_array_new();
  for (guint i = 0; i < document->sections->len; i++)
    gather(((DocSection *)g_ptr_array_index(document->sections, i))->blocks, spec, found);
  return found;
}

static bool goes_out(const Table *table)
{
  return !table->no_sheet && table->columns->len > 0;
}

GPtrArray *flat_tables_of(const Document *document)
{
  GPtrArray *tables = gather_all(document, &table_spec);
  for (guint i = tables->len; i > 0; i--)
    if (!goes_out(g_ptr_array_index(tables, i - 1)))
      g_ptr_array_remove_index(tables, i - 1);
  return tables;
}

GPtrArray *flat_charts_of(const Document *document)
{
  return gather_all(document, &chart_spec);
}
