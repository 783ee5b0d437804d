/* Heads: one row of headings, or two where neighbours share a heading; or the rows that a table in prose has. */
#include "render/pdf/table/table-head.h"
#include "render/pdf/flow/cell-strip.h"
#include "render/pdf/flow/prose-strip.h"
#include <string.h>

typedef struct {
  Strip *strip;
  guint column, n_columns, level, n_levels;
  bool empty; /* names nothing */
} HeadCell;

struct TableHead {
  const Grid *grid;
  GArray *cells; /* of HeadCell: upper row, then lower */
  guint n_levels;
  double *height_pt; /* of each level */
};

static void cell_clear(gpointer data)
{
  strip_free(((HeadCell *)data)->strip);
}

/* The heading's lines ("|" parts them), its mark before them. */
static Strip *heading_strip(const Draw *draw, const Grid *grid, const char *heading, const char *symbol,
                            const GPtrArray *notes, Align align, double width_pt)
{
  Strip *strip = strip_new();
  g_auto(GStrv) parts = g_strsplit(heading ? heading : "", "|", -1);
  double mark_pt = symbol ? mark_size_pt(&grid->head) : 0, beside_pt = symbol ? mark_pt + 3 : 0;
  double text_pt = MAX(width_pt - beside_pt, 1);
  for (guint i = 0; parts[i]; i++) {
    g_autofree char *text = parts[i + 1] ? g_strconcat(parts[i], " ", NULL) : g_strdup(parts[i]);
    Run words = { .text = text };
    g_autoptr(GPtrArray) runs = g_ptr_array_new();
    g_ptr_array_add(runs, &words);
    if (notes && !parts[i + 1])
      g_ptr_array_extend(runs, (GPtrArray *)notes, NULL, NULL);
    Lines *lines = lines_new(draw->fonts, &grid->head, runs, text_pt);
    double spare_pt = align == ALIGN_END ? MAX(0, text_pt - lines_width_pt(lines)) : 0;
    strip_add(strip, STRIP_ROOT, lines, align, beside_pt, text_pt, 0, 0);
    if (symbol && i == 0)
      strip_mark(strip, STRIP_ROOT, symbol, spare_pt, mark_pt);
  }
  return strip;
}

static void add_cell(TableHead *head, const Draw *draw, const char *heading, const Column *first, guint column,
                     guint n_columns, guint level, guint n_levels)
{
  Align align = n_columns > 1 ? ALIGN_CENTRE : head->grid->align[column];
  HeadCell cell = { NULL, column, n_columns, level, n_levels, false };
  cell.strip = heading_strip(draw, head->grid, heading, first ? first->symbol : NULL, first ? first->notes : NULL,
                             align, grid_text_pt(head->grid, column, n_columns));
  g_array_append_val(head->cells, cell);
}

static const Column *column_at(const Grid *grid, guint i)
{
  return g_ptr_array_index(grid->table->columns, i);
}

static guint group_length(const Grid *grid, guint first)
{
  guint end = first + 1;
  while (end < grid->n && g_strcmp0(column_at(grid, end)->group, column_at(grid, first)->group) == 0)
    end++;
  return end - first;
}

static double levels_pt(const TableHead *head, guint first, guint n)
{
  double height_pt = 0;
  for (guint i = first; i < first + n; i++)
    height_pt += head->height_pt[i];
  return height_pt;
}

static void measure(TableHead *head)
{
  double pad_pt = 2 * head->grid->pad_y_pt;
  head->height_pt = g_new0(double, head->n_levels);
  for (guint turn = 0; turn < 2; turn++) /* cells of one level, then those of several */
    for (guint i = 0; i < head->cells->len; i++) {
      const HeadCell *cell = &g_array_index(head->cells, HeadCell, i);
      guint last = cell->level + cell->n_levels - 1;
      double above_pt = levels_pt(head, cell->level, cell->n_levels - 1);
      if ((cell->n_levels > 1) == (turn == 1))
        head->height_pt[last] = MAX(head->height_pt[last], strip_height_pt(cell->strip) + pad_pt - above_pt);
    }
}

static void add_columns(TableHead *head, const Draw *draw, const Grid *grid)
{
  head->n_levels = 1;
  for (guint i = 0; i < grid->n; i++)
    head->n_levels = column_at(grid, i)->group ? 2 : head->n_levels;
  for (guint i = 0, n; i < grid->n && head->n_levels == 2; i += n) {
    const Column *column = column_at(grid, i);
    n = column->group ? group_length(grid, i) : 1;
    if (column->group)
      add_cell(head, draw, column->group, NULL, i, n, 0, 1);
    else
      add_cell(head, draw, column->heading, column, i, 1, 0, 2);
  }
  for (guint i = 0; i < grid->n; i++)
    if (head->n_levels == 1 || column_at(grid, i)->group)
      add_cell(head, draw, column_at(grid, i)->heading, column_at(grid, i), i, 1, head->n_levels - 1, 1);
}

/* A row of the head of a table in prose. */
static void add_row(TableHead *head, const Draw *draw, const Row *row, guint level)
{
  const Grid *grid = head->grid;
  for (guint i = 0, column = 0; i < row->cells->len; i++) {
    const Cell *source = g_ptr_array_index(row->cells, i);
    guint n = (guint)MAX(source->span, 1);
    column += source->skip;
    HeadCell cell = { NULL, column, n, level, MAX(source->rows, 1), !source->content->len };
    Align align = n > 1 ? ALIGN_CENTRE : grid->align[column];
    cell.strip = cell_strip(draw, &grid->head, source, align, 0, grid_text_pt(grid, column, n));
    g_array_append_val(head->cells, cell);
    column += n;
  }
}

TableHead *table_head_new(const Draw *draw, const Grid *grid)
{
  TableHead *head = g_new0(TableHead, 1);
  head->grid = grid;
  head->cells = g_array_new(FALSE, FALSE, sizeof(HeadCell));
  g_array_set_clear_func(head->cells, cell_clear);
  if (grid->table->head)
    head->n_levels = grid->table->head->len;
  else
    add_columns(head, draw, grid);
  for (guint i = 0; grid->table->head && i < head->n_levels; i++)
    add_row(head, draw, g_ptr_array_index(grid->table->head, i), i);
  measure(head);
  return head;
}

void table_head_free(TableHead *head)
{
  if (!head)
    return;
  g_array_unref(head->cells);
  g_free(head->height_pt);
  g_free(head);
}

double table_head_height_pt(const TableHead *head)
{
  return levels_pt(head, 0, head->n_levels);
}

static Element cell_element(Structure *structure, const HeadCell *cell, Element row)
{
  Element element = structure_add(structure, row, cell->empty ? TAG_TD : TAG_TH);
  if (!cell->empty)
    structure_set_scope(structure, element, SCOPE_COLUMN);
  if (cell->n_columns > 1 || cell->n_levels > 1)
    structure_set_spans(structure, element, cell->n_columns, cell->n_levels);
  return element;
}

/* Headings stand at the foot of their cell. */
static double cell_y_pt(const TableHead *head, const HeadCell *cell)
{
  return levels_pt(head, 0, cell->level + cell->n_levels) - head->grid->pad_y_pt - strip_height_pt(cell->strip);
}

static void draw_ground(const TableHead *head, Flow *flow)
{
  const Grid *grid = head->grid;
  double width_pt = grid->x_pt[grid->n], height_pt = table_head_height_pt(head),
         rule_pt = amount_pt(flow->draw.style->rule_pt);
  flow_fill(flow, LAYER_SHADE, "shade", flow->left_pt, flow->y_pt, width_pt, height_pt);
  flow_fill(flow, LAYER_RULE, "heading", flow->left_pt, flow->y_pt + height_pt - rule_pt, width_pt, rule_pt);
  for (guint i = 0; i < head->cells->len; i++) {
    const HeadCell *cell = &g_array_index(head->cells, HeadCell, i);
    guint end = cell->level + cell->n_levels;
    if (end < head->n_levels)
      flow_fill(flow, LAYER_RULE, "rule", flow->left_pt + grid->x_pt[cell->column] + grid->padding_pt,
                flow->y_pt + levels_pt(head, 0, end) - rule_pt, grid_text_pt(grid, cell->column, cell->n_columns),
                rule_pt);
  }
}

void table_head_draw(TableHead *head, Flow *flow, Element table)
{
  const Grid *grid = head->grid;
  draw_ground(head, flow);
  Element thead = 0, row = 0;
  if (!flow->draw.dry)
    thead = structure_add(flow->draw.structure, table, TAG_THEAD);
  for (guint i = 0, level = G_MAXUINT; i < head->cells->len && !flow->draw.dry; i++) {
    const HeadCell *cell = &g_array_index(head->cells, HeadCell, i);
    const Step *steps;
    if (cell->level != level)
      row = structure_add(flow->draw.structure, thead, TAG_TR);
    level = cell->level;
    Element element = cell_element(flow->draw.structure, cell, row);
    strip_draw(cell->strip, &flow->draw, element, 0, strip_steps(cell->strip, &steps),
               flow->left_pt + grid->x_pt[cell->column] + grid->padding_pt, flow->y_pt + cell_y_pt(head, cell));
  }
  flow_advance(flow, table_head_height_pt(head), 0);
}

void table_head_repeat(TableHead *head, Flow *flow)
{
  const Grid *grid = head->grid;
  draw_ground(head, flow);
  for (guint i = 0; i < head->cells->len && !flow->draw.dry; i++) {
    const HeadCell *cell = &g_array_index(head->cells, HeadCell, i);
    furniture_strip(flow->draw.furniture, flow->page, cell->strip,
                    flow->left_pt + grid->x_pt[cell->column] + grid->padding_pt, flow->y_pt + cell_y_pt(head, cell));
  }
  flow_advance(flow, table_head_height_pt(head), 0);
}
