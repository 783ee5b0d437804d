/* What the cells of a table in prose are to each other. */
#include "record/prose-shape.h"

static const GPtrArray *row_at(const ProseBlock *table, guint row)
{
  return g_ptr_array_index(table->rows, row);
}

bool prose_cell_is_empty(const ProseCell *cell)
{
  return !cell->prose && cell->runs->len == 0;
}

/* Whether whatever is in the row is a heading; ret_n: how many. */
static bool only_headings(const GPtrArray *row, guint *ret_n)
{
  *ret_n = 0;
  for (guint i = 0; i < row->len; i++) {
    const ProseCell *cell = g_ptr_array_index(row, i);
    if (!cell->header && !prose_cell_is_empty(cell))
      return false;
    *ret_n += cell->header;
  }
  return *ret_n > 0;
}

/* A heading across the whole table. */
static const ProseCell *across(const ProseBlock *table, guint row)
{
  const GPtrArray *cells = row_at(table, row);
  const ProseCell *cell = cells->len == 1 ? g_ptr_array_index(cells, 0) : NULL;
  return cell && cell->header && cell->rows == 1 && table->columns > 1 && cell->columns == table->columns ? cell : NULL;
}

guint prose_band_end(const ProseBlock *table, guint row)
{
  guint end = row + 1;
  for (guint i = row; i < end && i < table->rows->len; i++)
    for (guint k = 0; k < row_at(table, i)->len; k++)
      end = MAX(end, i + ((const ProseCell *)g_ptr_array_index(row_at(table, i), k))->rows);
  return MIN(end, table->rows->len);
}

guint prose_table_head(const ProseBlock *table)
{
  enum { HEAD_AT_MOST = 6 };
  guint n = 0, most = table->rows->len > 0 ? table->rows->len - 1 : 0, headings;
  most = MIN(most, table->columns == 1 ? 1 : HEAD_AT_MOST + 1);
  while (n < most && only_headings(row_at(table, n), &headings) && (n == 0 || !across(table, n)))
    n++;
  if (n == 1 && across(table, 0))
    n = 0;
  if (n > HEAD_AT_MOST) /* a table of headings only */
    n = 1;
  for (guint end = 0, i = 0; i < n; i = end) {
    end = prose_band_end(table, i);
    if (end > n)
      return i;
  }
  return n;
}

const GPtrArray *prose_row_label(const ProseBlock *table, guint row)
{
  const ProseCell *cell = row >= prose_table_head(table) ? across(table, row) : NULL;
  return cell && !cell->prose && cell->runs->len > 0 ? cell->runs : NULL;
}

bool prose_row_names_columns(const ProseBlock *table, guint row)
{
  guint headings;
  return only_headings(row_at(table, row), &headings) && (headings > 1 || row < prose_table_head(table));
}

/* ---- words of a cell as one paragraph ------------------------------------------------------------------------------
 */

static void add_block(Arena *arena, GPtrArray *runs, const ProseBlock *block, const char *label);

static void add_line(Arena *arena, GPtrArray *runs, const GPtrArray *words, const char *label)
{
  bool first = runs->len == 0;
  if (label)
    g_ptr_array_add(runs, run_new(arena, label, first ? 0 : RUN_BREAK));
  for (guint i = 0; words && i < words->len; i++) {
    Run *run = arena_alloc(arena, sizeof *run);
    *run = *(const Run *)g_ptr_array_index(words, i);
    if (i == 0 && !label && !first)
      run->style |= RUN_BREAK;
    g_ptr_array_add(runs, run);
  }
}

static void add_prose(Arena *arena, GPtrArray *runs, const Prose *prose, const char *label)
{
  for (guint i = 0; i < prose->blocks->len; i++)
    add_block(arena, runs, g_ptr_array_index(prose->blocks, i), i == 0 ? label : NULL);
}

static void add_cells(Arena *arena, GPtrArray *runs, const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++) {
    const ProseCell *cell = g_ptr_array_index(row, i);
    if (cell->prose)
      add_prose(arena, runs, cell->prose, NULL);
    else if (cell->runs->len > 0)
      add_line(arena, runs, cell->runs, NULL);
  }
}

static void add_block(Arena *arena, GPtrArray *runs, const ProseBlock *block, const char *label)
{
  if (block->kind == PROSE_PICTURE && block->alt)
    add_line(arena, runs, block->alt, NULL);
  if (block->kind != PROSE_LIST && (block->runs || label))
    add_line(arena, runs, block->runs, label);
  for (guint i = 0; block->kind == PROSE_LIST && i < block->items->len; i++) {
    g_autofree char *number = block->ordered ? g_strdup_printf("%u. ", i + 1) : g_strdup("• ");
    add_prose(arena, runs, g_ptr_array_index(block->items, i), number);
  }
  for (guint i = 0; block->kind == PROSE_TABLE && i < block->rows->len; i++)
    add_cells(arena, runs, g_ptr_array_index(block->rows, i));
}

GPtrArray *prose_cell_runs(Arena *arena, const ProseCell *cell)
{
  GPtrArray *runs = g_ptr_array_new();
  if (cell->prose)
    add_prose(arena, runs, cell->prose, NULL);
  else
    g_ptr_array_extend(runs, cell->runs, NULL, NULL);
  return runs;
}

void prose_tables(const Prose *prose, GPtrArray *found)
{
  for (guint i = 0; prose && i < prose->blocks->len; i++) {
    ProseBlock *block = g_ptr_array_index(prose->blocks, i);
    if (block->kind == PROSE_TABLE)
      g_ptr_array_add(found, block);
    for (guint k = 0; block->kind == PROSE_LIST && k < block->items->len; k++)
      prose_tables(g_ptr_array_index(block->items, k), found);
  }
}
