/* Finding the tables and charts of a document, wherever they stand. */
#include "record/prose-shape.h"
#include "render/flat/flat.h"
#include "render/flat/prose-sheet.h"

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

typedef struct {
  Arena *arena;
  const Document *document;
  GPtrArray *tables;      /* found, of Table */
  const GPtrArray *above; /* the last heading, of Run */
  guint n_in_prose;
} Gathering;

static void gather_prose(Gathering *g, const Prose *prose)
{
  g_autoptr(GPtrArray) blocks = g_ptr_array_new();
  prose_tables(prose, blocks);
  for (guint i = 0; i < blocks->len; i++) {
    Table *table = prose_sheet_new(g->arena, g->document, g_ptr_array_index(blocks, i), g->above, ++g->n_in_prose);
    if (table)
      g_ptr_array_add(g->tables, table);
  }
}

static void gather_tables(Gathering *g, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &table_spec && goes_out((const Table *)block))
      g_ptr_array_add(g->tables, block);
    else if (block->spec == &heading_spec)
      g->above = ((const Heading *)block)->runs;
    else if (block->spec == &text_spec)
      gather_prose(g, ((const Text *)block)->prose);
    else if (block->spec == &box_spec)
      gather_tables(g, ((const Box *)block)->blocks);
    else if (block->spec == &keep_spec)
      gather_tables(g, ((const Keep *)block)->blocks);
  }
}

GPtrArray *flat_tables_of(Arena *arena, const Document *document)
{
  Gathering g = { .arena = arena, .document = document, .tables = g_ptr_array_new() };
  for (guint i = 0; i < document->sections->len; i++)
    gather_tables(&g, ((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
  return g.tables;
}

GPtrArray *flat_charts_of(const Document *document)
{
  return gather_all(document, &chart_spec);
}
