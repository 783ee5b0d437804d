/* A table's grid: columns get their share of the width, but never less than their longest word where that is possible.
 */
#include "render/pdf/table/table-grid.h"
#include "render/pdf/flow/cell-strip.h"
#include "render/pdf/flow/prose-strip.h"

/* Not enough for all: the columns that ask for least get what they ask for, the others the same; so that one endless
 * word breaks, and not the words of all its neighbours. */
static void share_need(const double *min_pt, guint n, double width_pt, double *ret_width_pt)
{
  g_autofree bool *content = g_new0(bool, n);
  double even_pt = width_pt / n, room_pt = width_pt;
  for (guint left = n, before = n + 1; left < before && left > 0;) {
    even_pt = room_pt / left;
    before = left;
    for (guint i = 0; i < n; i++)
      if (!content[i] && min_pt[i] <= even_pt) {
        content[i] = true;
        room_pt -= min_pt[i];
        left--;
      }
  }
  for (guint i = 0; i < n; i++)
    ret_width_pt[i] = content[i] ? min_pt[i] : even_pt;
}

/* Grows the narrow ones to their least, shrinks the others in proportion, until none is below its least. */
void grid_share(const double *share, const double *min_pt, guint n, double width_pt, double *ret_width_pt)
{
  double min_sum = 0;
  for (guint i = 0; i < n; i++)
    min_sum += min_pt[i];
  if (min_sum >= width_pt) {
    share_need(min_pt, n, width_pt, ret_width_pt);
    return;
  }
  g_autofree bool *fixed = g_new0(bool, n);
  for (bool again = true; again;) {
    double room_pt = width_pt, shares = 0;
    for (guint i = 0; i < n; i++) {
      room_pt -= fixed[i] ? min_pt[i] : 0;
      shares += fixed[i] ? 0 : share[i];
    }
    again = false;
    for (guint i = 0; i < n; i++) {
      ret_width_pt[i] = fixed[i] ? min_pt[i] : room_pt * share[i] / shares;
      if (!fixed[i] && ret_width_pt[i] < min_pt[i]) {
        fixed[i] = true;
        again = true;
      }
    }
  }
}

typedef void (*CellVisit)(Grid *grid, guint column, const Cell *cell, const Row *row, gpointer data);

/* Every cell of one column (spans are passed over). */
static void each_cell(Grid *grid, guint rows_at_most, CellVisit visit, gpointer data)
{
  guint seen = 0;
  for (guint g = 0; g < grid->table->groups->len; g++) {
    const RowGroup *group = g_ptr_array_index(grid->table->groups, g);
    for (guint r = 0; r < group->rows->len && seen < rows_at_most; r++, seen++) {
      const Row *row = g_ptr_array_index(group->rows, r);
      for (guint c = 0, column = 0; c < row->cells->len && column < grid->n; c++) {
        const Cell *cell = g_ptr_array_index(row->cells, c);
        guint span = (guint)MAX(cell->span, 1);
        column += cell->skip;
        if (span == 1 && column < grid->n)
          visit(grid, column, cell, row, data);
        column += span;
      }
    }
  }
}

typedef struct {
  const Draw *draw;
  double *share, *min_pt;
  const double *even_pt; /* widths by share alone */
} Measures;

/* Words so short that they fit into half the share cannot matter: a letter is at most as wide as the type is high. */
static void measure_min(Grid *grid, guint column, const Cell *cell, const Row *row, gpointer data)
{
  Measures *m = data;
  gsize skip_bytes = (gsize)(m->even_pt[column] * 0.5 / amount_pt(grid->body.size_pt)) + 1;
  double indent_pt = column == 0 && row->indent > 0 ? row->indent * amount_pt(m->draw->style->indent_pt) : 0;
  double min_pt = cell_min_pt(m->draw, row->kind > ROW_BODY || row->names_columns ? &grid->bold : &grid->body, cell,
                              skip_bytes, NULL);
  if (min_pt > 0)
    m->min_pt[column] = MAX(m->min_pt[column], min_pt + indent_pt);
}

static void measure_max(Grid *grid, guint column, const Cell *cell, const Row *row, gpointer data)
{
  Measures *m = data;
  double max_pt = 0;
  cell_min_pt(m->draw, row->kind > ROW_BODY || row->names_columns ? &grid->bold : &grid->body, cell, 1, &max_pt);
  m->share[column] = MAX(m->share[column], max_pt);
}

static void see_kind(Grid *grid, guint column, const Cell *cell, const Row *row, gpointer data)
{
  (void)row;
  (void)data;
  if (grid->align[column] == ALIGN_NONE && cell->content->len)
    grid->align[column] = cell_is_figure(cell) ? ALIGN_END : ALIGN_START;
  if (grid->align[column] == ALIGN_CENTRE && cell_is_symbol(cell))
    grid->align[column] = ALIGN_START; /* marks stand one below the other, whatever their words */
}

static double heading_min_pt(const Draw *draw, const Grid *grid, const Column *column)
{
  Run run = { .text = column->heading };
  g_autoptr(GPtrArray) runs = g_ptr_array_new();
  g_ptr_array_add(runs, &run);
  return lines_min_pt(draw->fonts, &grid->head, runs, 1) + (column->symbol ? mark_size_pt(&grid->head) * 1.4 : 0);
}

/* Shares as given; where one is missing it is like the others' mean; where all are, like the widest content. */
static void find_shares(Grid *grid, Measures *m, double width_pt)
{
  double sum = 0;
  guint given = 0;
  for (guint i = 0; i < grid->n; i++) {
    const Column *column = g_ptr_array_index(grid->table->columns, i);
    m->share[i] = column->share > 0 ? column->share : 0;
    sum += m->share[i];
    given += column->share > 0;
  }
  if (!given) {
    each_cell(grid, 500, measure_max, m);
    for (guint i = 0; i < grid->n; i++)
      m->share[i] = CLAMP(m->share[i], MAX(m->min_pt[i], 24), width_pt / 2) + 2 * grid->padding_pt;
    return;
  }
  for (guint i = 0; i < grid->n; i++)
    m->share[i] = m->share[i] > 0 ? m->share[i] : sum / given;
}

static void find_widths(Grid *grid, const Draw *draw, double width_pt)
{
  g_autofree double *share = g_new0(double, grid->n + 1), *min_pt = g_new0(double, grid->n + 1);
  g_autofree double *even_pt = g_new0(double, grid->n + 1), *none = g_new0(double, grid->n + 1);
  Measures m = { draw, share, min_pt, even_pt };
  for (guint i = 0; i < grid->n && !grid->table->no_head; i++)
    min_pt[i] = heading_min_pt(draw, grid, g_ptr_array_index(grid->table->columns, i));
  find_shares(grid, &m, width_pt);
  grid_share(share, none, grid->n, width_pt, even_pt);
  each_cell(grid, G_MAXUINT, measure_min, &m);
  for (guint i = 0; i < grid->n; i++)
    min_pt[i] = MAX(min_pt[i] + 2 * grid->padding_pt + 0.1, even_pt[i] / 2);
  grid_share(share, min_pt, grid->n, width_pt, even_pt);
  for (guint i = 0; i < grid->n; i++)
    grid->x_pt[i + 1] = grid->x_pt[i] + even_pt[i];
}

Grid *grid_new(const Draw *draw, const Table *table, double width_pt)
{
  Grid *grid = g_new0(Grid, 1);
  grid->table = table;
  grid->n = table->columns->len;
  grid->x_pt = g_new0(double, grid->n + 1);
  grid->align = g_new0(Align, grid->n + 1);
  grid->padding_pt = MIN(amount_pt(draw->style->cell_padding_pt), grid->n ? width_pt / grid->n / 4 : 0);
  grid->pad_y_pt = amount_pt(draw->style->cell_padding_pt) * 0.75;
  grid->body = *style_type(draw->style, table->style ? table->style : "table");
  grid->bold = grid->body;
  grid->bold.bold = true;
  grid->head = grid->bold;
  grid->head.colour = (char *)"heading";
  for (guint i = 0; i < grid->n; i++) {
    const Column *column = g_ptr_array_index(table->columns, i);
    grid->align[i] = (Align)column->align;
    grid->names_rows = grid->names_rows || column->row_header;
  }
  each_cell(grid, 20, see_kind, NULL);
  if (grid->n)
    find_widths(grid, draw, width_pt);
  return grid;
}

void grid_free(Grid *grid)
{
  if (!grid)
    return;
  g_free(grid->x_pt);
  g_free(grid->align);
  g_free(grid);
}

double grid_text_pt(const Grid *grid, guint first, guint n)
{
  guint end = MIN(first + MAX(n, 1), grid->n);
  return MAX(grid->x_pt[end] - grid->x_pt[first] - 2 * grid->padding_pt, 1);
}
