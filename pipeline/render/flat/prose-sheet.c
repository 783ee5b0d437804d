/* Tables in prose as tables of data: spans are repeated, the head becomes one row of headings. */
#include "render/flat/prose-sheet.h"
#include "record/prose-shape.h"
#include "render/flat/phrase.h"
#include "render/flat/prose-figure.h"
#include "vocabulary/vocabulary.h"

typedef struct {
  Arena *arena;
  const Document *document;
  const ProseBlock *block;
  const ProseCell **owners; /* [row * columns + column] the cell that covers the place */
  int *units;               /* by column: Unit of its figures; UNIT_NONE: they are words */
} Grid;

static const ProseCell *owner_of(const Grid *grid, guint row, guint column)
{
  return grid->owners[row * grid->block->columns + column];
}

static void take_cell(const Grid *grid, guint row, const ProseCell *cell)
{
  for (guint i = row; i < row + cell->rows && i < grid->block->rows->len; i++)
    for (guint k = cell->column; k < (guint)cell->column + cell->columns && k < grid->block->columns; k++)
      grid->owners[i * grid->block->columns + k] = cell;
}

static void take_cells(const Grid *grid)
{
  for (guint i = 0; i < grid->block->rows->len; i++) {
    const GPtrArray *cells = g_ptr_array_index(grid->block->rows, i);
    for (guint k = 0; k < cells->len; k++)
      take_cell(grid, i, g_ptr_array_index(cells, k));
  }
}

/* The words of the head above the column, each cell once; of none its number. */
static char *heading_of(const Grid *grid, guint head, guint column)
{
  g_autoptr(GString) heading = g_string_new(NULL);
  for (guint i = 0; i < head; i++) {
    const ProseCell *cell = owner_of(grid, i, column);
    if (!cell || (i > 0 && owner_of(grid, i - 1, column) == cell))
      continue;
    g_autoptr(GPtrArray) runs = prose_cell_runs(grid->arena, cell);
    g_autofree char *text = runs_to_text(runs);
    g_string_append_printf(heading, "%s%s", heading->len && *text ? " " : "", text);
  }
  if (heading->len)
    return arena_strdup(grid->arena, heading->str);
  g_autofree char *number = g_strdup_printf("%u", column + 1);
  g_autofree char *text = phrase_with(grid->document, "column-number", number);
  return arena_strdup(grid->arena, text);
}

/* The places of footnotes in the head above the column. */
static GPtrArray *notes_of(const Grid *grid, guint head, guint column)
{
  GPtrArray *notes = arena_list(grid->arena);
  for (guint i = 0; i < head; i++) {
    const ProseCell *cell = owner_of(grid, i, column);
    if (!cell || (i > 0 && owner_of(grid, i - 1, column) == cell))
      continue;
    g_autoptr(GPtrArray) runs = prose_cell_runs(grid->arena, cell);
    for (guint k = 0; k < runs->len; k++)
      if (((const Run *)g_ptr_array_index(runs, k))->style & RUN_NOTE)
        g_ptr_array_add(notes, g_ptr_array_index(runs, k));
  }
  return notes;
}

static void add_columns(const Grid *grid, Table *table, guint head)
{
  for (guint i = 0; i < grid->block->columns; i++) {
    Column *column = record_new(grid->arena, &column_spec, &table->record);
    column->heading = heading_of(grid, head, i);
    column->notes = notes_of(grid, head, i);
    const ProseCell *first = head < grid->block->rows->len ? owner_of(grid, head, i) : NULL;
    column->row_header = i == 0 && first && first->header;
    g_ptr_array_add(table->columns, column);
  }
}

/* ---- figures --------------------------------------------------------------------------------------------------- */

/* The Unit that all figures of the column have; UNIT_NONE: it holds words, or nothing but what may be years. */
static int unit_of_column(const Grid *grid, guint head, guint column)
{
  int unit = UNIT_NONE;
  bool years = true;
  for (guint i = head; i < grid->block->rows->len; i++) {
    const ProseCell *cell = owner_of(grid, i, column);
    if (!cell || prose_cell_is_empty(cell) || prose_row_label(grid->block, i))
      continue;
    g_autoptr(GPtrArray) runs = prose_cell_runs(grid->arena, cell);
    Amount number;
    int own;
    if (cell->header || cell->columns > 1 || !prose_figure(runs, &number, &own) || (unit && own != unit))
      return UNIT_NONE;
    years &= prose_figure_may_be_year(runs);
    unit = own;
  }
  return years ? UNIT_NONE : unit;
}

static void add_figure(const Grid *grid, Cell *cell, const GPtrArray *runs)
{
  Value *value = record_new(grid->arena, &value_item_spec, &cell->record);
  value->number.given = prose_figure(runs, &value->number.amount, &value->unit);
  value->decimals = value->number.amount.scale;
  value->notes = arena_list(grid->arena);
  for (guint k = 0; k < runs->len; k++)
    if (((const Run *)g_ptr_array_index(runs, k))->style & RUN_NOTE)
      g_ptr_array_add(value->notes, g_ptr_array_index(runs, k));
  g_ptr_array_add(cell->content, value);
}

static void add_words(const Grid *grid, Cell *cell, const GPtrArray *runs)
{
  Para *para = record_new(grid->arena, &para_spec, &cell->record);
  para->runs = arena_list(grid->arena);
  for (guint k = 0; k < runs->len; k++)
    g_ptr_array_add(para->runs, g_ptr_array_index(runs, k));
  g_ptr_array_add(cell->content, para);
}

static void add_row(const Grid *grid, RowGroup *group, guint index)
{
  Row *row = record_new(grid->arena, &row_spec, &group->record);
  row->kind = ROW_BODY;
  g_ptr_array_add(group->rows, row);
  for (guint i = 0; i < grid->block->columns; i++) {
    const ProseCell *source = owner_of(grid, index, i);
    Cell *cell = record_new(grid->arena, &cell_spec, &row->record);
    g_ptr_array_add(row->cells, cell);
    if (!source || prose_cell_is_empty(source))
      continue;
    g_autoptr(GPtrArray) runs = prose_cell_runs(grid->arena, source);
    (grid->units[i] ? add_figure : add_words)(grid, cell, runs);
  }
}

static void add_rows(const Grid *grid, Table *table, guint head)
{
  RowGroup *group = NULL;
  for (guint i = head; i < grid->block->rows->len; i++) {
    const GPtrArray *label = prose_row_label(grid->block, i);
    if (label || !group) {
      group = record_new(grid->arena, &row_group_spec, &table->record);
      group->label = label ? (GPtrArray *)label : arena_list(grid->arena);
      g_ptr_array_add(table->groups, group);
    }
    if (!label)
      add_row(grid, group, i);
  }
}

Table *prose_sheet_new(Arena *arena, const Document *document, const ProseBlock *block, const GPtrArray *above,
                       guint number)
{
  if (!block->rows || !block->rows->len || !block->columns)
    return NULL;
  g_autofree const ProseCell **owners = g_new0(const ProseCell *, block->rows->len * block->columns);
  g_autofree int *units = g_new0(int, block->columns);
  const Grid grid = { arena, document, block, owners, units };
  take_cells(&grid);
  guint head = prose_table_head(block);
  for (guint i = 0; i < block->columns; i++)
    units[i] = unit_of_column(&grid, head, i);
  Table *table = record_new(arena, &table_spec, NULL);
  const GPtrArray *caption = block->runs && block->runs->len ? block->runs : above;
  table->id = arena_printf(arena, "text-table-%u", number);
  table->caption = caption ? (GPtrArray *)caption : arena_list(arena);
  add_columns(&grid, table, head);
  add_rows(&grid, table, head);
  return table;
}
