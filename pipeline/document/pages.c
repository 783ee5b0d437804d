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

void document_drop_pages(Document *document)
{
  for (guint i = 0; i < document->sections->len; i++)
    drop_in_blocks(((const DocSection *)g_ptr_array_index(document->sections, i))->blocks);
}
