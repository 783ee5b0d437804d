/* Looking for sums in the tables of a document. */
#include "tick/adds-up.h"
#include "model/kind.h"
#include "record/record-walk.h"

enum { LEAST_PARTS = 3 };

/* The figures of a table: one a cell, or none. Rows of subtotals and totals are left out. */
typedef struct {
  guint rows, columns;
  const Value **figures; /* by row and column; NULL: the cell has none, or several */
} Grid;

static const Value *figure_of(const Cell *cell)
{
  const Value *only = NULL;
  for (guint i = 0; i < cell->content->len; i++) {
    const Record *item = g_ptr_array_index(cell->content, i);
    if (item->spec != &value_item_spec)
      continue;
    if (only)
      return NULL;
    only = (const Value *)item;
  }
  return only && only->number.given && !only->number.timed && unit_adds_up(only->unit) ? only : NULL;
}

static void fill_row(Grid *grid, const Row *row)
{
  guint column = 0;
  for (guint i = 0; i < row->cells->len && column < grid->columns; i++) {
    const Cell *cell = g_ptr_array_index(row->cells, i);
    grid->figures[grid->rows * grid->columns + column] = figure_of(cell);
    column += cell->span > 0 ? (guint)cell->span : 1;
  }
  grid->rows++;
}

static Grid grid_of(const Table *table)
{
  guint rows = 0;
  for (guint i = 0; i < table->groups->len; i++)
    rows += ((const RowGroup *)g_ptr_array_index(table->groups, i))->rows->len;
  Grid grid = { 0, table->columns->len, g_new0(const Value *, rows * table->columns->len + 1) };
  for (guint i = 0; i < table->groups->len; i++) {
    const RowGroup *group = g_ptr_array_index(table->groups, i);
    for (guint k = 0; k < group->rows->len; k++) {
      const Row *row = g_ptr_array_index(group->rows, k);
      if (row->kind == ROW_NONE || row->kind == ROW_BODY)
        fill_row(&grid, row);
    }
  }
  return grid;
}

static void grid_clear(Grid *grid)
{
  g_free(grid->figures);
}

static const Value *at(const Grid *grid, guint row, guint column)
{
  return grid->figures[row * grid->columns + column];
}

/* ---- sums -------------------------------------------------------------------------------------------------------- */

typedef struct {
  Amount all;
  guint parts; /* that are not nought */
  int unit;
  bool fails;
} Adding;

static void take(Adding *adding, const Value *figure)
{
  adding->fails |= figure->unit != adding->unit || !amount_add(adding->all, figure->number.amount, &adding->all);
  adding->parts += !amount_is_zero(figure->number.amount);
}

static bool is_sum(const Adding *adding, const Value *total)
{
  return !adding->fails && adding->parts >= LEAST_PARTS && amount_compare(adding->all, total->number.amount) == 0;
}

/* 1: the figure is the sum of the others of its row; 0: nothing can be told, as too few are not nought; -1: it is not.
 */
static int sum_across(const Grid *grid, guint row, guint column)
{
  const Value *total = at(grid, row, column);
  Adding adding = { .unit = total ? total->unit : 0 };
  for (guint i = 0; total && i < grid->columns; i++)
    if (i != column && at(grid, row, i))
      take(&adding, at(grid, row, i));
  if (!total || is_sum(&adding, total))
    return total != NULL;
  bool trivial = !adding.fails && amount_compare(adding.all, total->number.amount) == 0;
  return trivial ? 0 : -1;
}

static bool is_sum_across(const Grid *grid, guint column)
{
  guint sums = 0;
  for (guint row = 0; row < grid->rows; row++) {
    int told = sum_across(grid, row, column);
    if (told < 0)
      return false;
    sums += told > 0;
  }
  return sums > 0;
}

/* The last row against all above it. */
static bool is_sum_down(const Grid *grid, guint column)
{
  const Value *total = grid->rows > LEAST_PARTS ? at(grid, grid->rows - 1, column) : NULL;
  Adding adding = { .unit = total ? total->unit : 0 };
  for (guint row = 0; total && row + 1 < grid->rows; row++)
    if (at(grid, row, column))
      take(&adding, at(grid, row, column));
  return total && is_sum(&adding, total);
}

/* ---- saying ------------------------------------------------------------------------------------------------------ */

typedef struct {
  Arena *arena;
  TickList *list;
} Suggesting;

static void suggest(const Suggesting *s, const Table *table, char *place, char *text)
{
  TickSuggestion *suggestion = record_new(s->arena, &tick_suggestion_spec, &s->list->record);
  g_autofree char *caption = runs_to_text(table->caption);
  suggestion->at = place;
  suggestion->where = arena_printf(s->arena, "table %s%s%s", table->id, *caption ? ": " : "", caption);
  suggestion->text = text;
  g_ptr_array_add(s->list->suggestions, suggestion);
}

static const char *heading_of(const Table *table, guint column)
{
  return ((const Column *)g_ptr_array_index(table->columns, column))->heading;
}

static void look(const Record *record, void *data)
{
  const Suggesting *s = data;
  const Table *table = record->spec == &table_spec ? (const Table *)record : NULL;
  if (!table || table->columns->len == 0)
    return;
  Grid grid = grid_of(table);
  bool across = false;
  for (guint column = 0; column < grid.columns && !across; column++) {
    across = is_sum_across(&grid, column);
    if (across)
      suggest(s, table, arena_printf(s->arena, "%s/*/%u", table->id, column + 1),
              arena_printf(s->arena, "In every row '%s' is the sum of the other figures.", heading_of(table, column)));
  }
  for (guint column = 0; column < grid.columns; column++)
    if (is_sum_down(&grid, column))
      suggest(
          s, table, arena_printf(s->arena, "%s/%u/%u", table->id, grid.rows, column + 1),
          arena_printf(s->arena, "In '%s' the last row is the sum of the rows above it.", heading_of(table, column)));
  grid_clear(&grid);
}

void adds_up_suggest(Arena *arena, const Document *document, TickList *list)
{
  Suggesting suggesting = { arena, list };
  record_walk(&document->record, look, &suggesting);
}
