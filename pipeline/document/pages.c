/* Pages: columns of page numbers, taken out for formats that have no pages. */
#include "document/document.h"

/* Takes the cell over that column out of the row; a cell that covers more columns only becomes narrower. */
static void drop_cell(Row *row, guint column)
{
  guint from = 0;
  for (guint i = 0; i < row->cells->len; i++) {
    Cell *cell = g_ptr_array_index(row->cells, i);
    guint span = cell->span > 0 ? (guint)cell->span : 1;
    if (column >= from + span) {
      from += span;
      continue;
    }
    if (span > 1)
      cell->span = (int)span - 1;
    else
      g_ptr_array_remove_index(row->cells, i);
    return;
  }
}

static void drop_column(Table *table, guint column)
{
  g_ptr_array_remove_index(table->columns, column);
  for (guint i = 0; i < table->groups->len; i++) {
    const RowGroup *group = g_ptr_array_index(table->groups, i);
    for (guint k = 0; k < group->rows->len; k++)
      drop_cell(g_ptr_array_index(group->rows, k), column);
  }
}

static void drop_in_table(Table *table)
{
  for (guint i = table->columns->len; i-- > 0;)
    if (table->columns->len > 1 && ((const Column *)g_ptr_array_index(table->columns, i))->pages)
      drop_column(table, i);
}

static void drop_in_blocks(const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    Record *block = g_ptr_array_index(blocks, i);
    if (block->spec == &table_spec)
      drop_in_table((Table *)block);
    else if (block->spec == &box_spec)
      drop_in_blocks(((const Box *)block)->blocks);
    else if (block->spec == &keep_spec)
      drop_in_blocks(((const Keep *)block)->blocks);
  }
}

static bool has_pages(const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const Record *block = g_ptr_array_index(blocks, i);
    const Table *table = block->spec == &table_spec ? (const Table *)block : NULL;
    for (guint k = 0; table && k < table->columns->len; k++)
      if (((const Column *)g_ptr_array_index(table->columns, k))->pages)
        return true;
    if ((block->spec == &box_spec && has_pages(((const Box *)block)->blocks)) ||
        (block->spec == &keep_spec && has_pages(((const Keep *)block)->blocks)))
      return true;
  }
  return false;
}

bool document_has_pages(const Document *document)
{
  for (guint i = 0; i < document->sections->len; i++)
    if (has_pages(((const DocSection *)g_ptr_array_index(document->sections, i))->blocks))
      return true;
  return false;
}

const Document *document_without_pages(Arena *arena, const Document *document)
{
  if (!document_has_pages(document))
    return document;
  Document *copy = record_copy(arena, &document->record, NULL);
  for (guint i = 0; i < copy->sections->len; i++)
    drop_in_blocks(((const DocSection *)g_ptr_array_index(copy->sections, i))->blocks);
  return copy;
}
