/* Rows: cells side by side, split over pages line by line. */
#include "render/pdf/table/table-row.h"
#include "render/pdf/flow/cell-strip.h"
#include "render/pdf/flow/prose-strip.h"

enum { SHORT_STEPS = 4 };

typedef struct {
  Strip *strip;
  guint column, span, rows;
  Scope scope;     /* SCOPE_NONE: it names nothing */
  bool hung;       /* it hangs beside its rows, and has no part in this one's height */
  Element element; /* made with the row's first part */
} RowCell;

struct TableRow {
  const Grid *grid;
  const Row *source; /* NULL: a label, or words */
  bool label;
  int kind;
  RowCell *cells;
  PlaceCell *places;
  guint n;
  double least_pt; /* it is no lower, for what hangs beside it */
  Element element;
  bool begun;
};

static void free_strip(gpointer strip)
{
  strip_free(strip);
}

static TableRow *row_alloc(const Grid *grid, guint n)
{
  TableRow *row = g_new0(TableRow, 1);
  row->grid = grid;
  row->cells = g_new0(RowCell, n + 1);
  row->places = g_new0(PlaceCell, n + 1);
  return row;
}

static void row_add(TableRow *row, Strip *strip, guint column, guint span, Scope scope)
{
  PlaceCell *place = &row->places[row->n];
  row->cells[row->n++] = (RowCell){ .strip = strip, .column = column, .span = span, .rows = 1, .scope = scope };
  place->n = strip_steps(strip, &place->steps);
}

/* A table whose head is not shown and that names no column as its rows' header has its first. */
static bool is_row_header(const Grid *grid, guint column)
{
  if (column == 0 && grid->table->no_head && !grid->names_rows)
    return true;
  return ((const Column *)g_ptr_array_index(grid->table->columns, column))->row_header;
}

static Scope scope_of(const Grid *grid, const Row *row, const Cell *cell, guint column)
{
  if (!cell->content->len)
    return SCOPE_NONE;
  if (cell->header && row->names_columns)
    return SCOPE_COLUMN;
  bool names = is_row_header(grid, column) && cell->span <= 1; /* a sentence across the table names no row */
  return cell->header || names ? SCOPE_ROW : SCOPE_NONE;
}

static double row_indent_pt(const Draw *draw, const Row *source)
{
  enum { DEEPEST = 12 };
  return source->indent > 0 ? MIN(source->indent, DEEPEST) * amount_pt(draw->style->indent_pt) : 0;
}

TableRow *table_row_new(const Draw *draw, const Grid *grid, const Row *source)
{
  TableRow *row = row_alloc(grid, source->cells->len);
  row->kind = source->kind;
  row->source = source;
  const TypeStyle *type = source->kind > ROW_BODY || source->names_columns ? &grid->bold : &grid->body;
  double indent_pt = row_indent_pt(draw, source);
  for (guint i = 0, column = 0; i < source->cells->len && column < grid->n; i++) {
    const Cell *cell = g_ptr_array_index(source->cells, i);
    column += cell->skip;
    guint span = MIN((guint)MAX(cell->span, 1), grid->n - column);
    Align align = span > 1 ? ALIGN_START : grid->align[column];
    Strip *strip = cell_strip(draw, type, cell, align, column == 0 ? indent_pt : 0, grid_text_pt(grid, column, span));
    row_add(row, strip, column, span, scope_of(grid, source, cell, column));
    row->cells[row->n - 1].rows = MAX(cell->rows, 1);
    column += span;
  }
  return row;
}

TableRow *table_row_label(const Draw *draw, const Grid *grid, const GPtrArray *label, const char *suffix)
{
  TableRow *row = row_alloc(grid, 1);
  g_autoptr(GPtrArray) runs = g_ptr_array_new();
  for (guint i = 0; i < label->len; i++)
    g_ptr_array_add(runs, g_ptr_array_index(label, i));
  g_autofree char *words = g_strconcat(" ", suffix, NULL);
  Run run = { .text = words };
  if (suffix)
    g_ptr_array_add(runs, &run);
  double width_pt = grid_text_pt(grid, 0, grid->n);
  Strip *strip = strip_new();
  strip_add(strip, STRIP_ROOT, lines_new(draw->fonts, &grid->head, runs, width_pt), ALIGN_START, 0, width_pt, 0, 0);
  row_add(row, strip, 0, grid->n, SCOPE_COLUMN);
  row->label = true;
  return row;
}

TableRow *table_row_words(const Draw *draw, const Grid *grid, const char *words)
{
  TableRow *row = row_alloc(grid, 1);
  double width_pt = grid_text_pt(grid, 0, grid->n);
  Strip *strip = strip_new();
  strip_add(strip, STRIP_ROOT, lines_new_text(draw->fonts, &grid->body, words, width_pt), ALIGN_START, 0, width_pt, 0,
            0);
  row_add(row, strip, 0, grid->n, SCOPE_NONE);
  return row;
}

void table_row_free(TableRow *row)
{
  if (!row)
    return;
  for (guint i = 0; i < row->n; i++)
    strip_free(row->cells[i].strip);
  g_free(row->cells);
  g_free(row->places);
  g_free(row);
}

double table_row_height_pt(const TableRow *row)
{
  double height_pt = 0;
  for (guint i = 0; i < row->n; i++)
    height_pt = MAX(height_pt, place_height_pt(row->places[i].steps, 0, row->places[i].n));
  return MAX(height_pt + 2 * row->grid->pad_y_pt, row->least_pt);
}

double table_row_least_pt(const TableRow *row)
{
  double height_pt = 0;
  for (guint i = 0; i < row->n; i++)
    height_pt = MAX(height_pt, place_least_pt(row->places[i].steps, row->places[i].n, 0));
  return height_pt + 2 * row->grid->pad_y_pt;
}

bool table_row_short(const TableRow *row)
{
  for (guint i = 0; i < row->n; i++)
    if (row->places[i].n > SHORT_STEPS)
      return false;
  return true;
}

bool table_row_done(const TableRow *row)
{
  for (guint i = 0; i < row->n; i++)
    if (row->places[i].done < row->places[i].n)
      return false;
  return row->begun;
}

/* TR with its cells, empty ones too, in order. */
static void make_elements(TableRow *row, Structure *structure, Element parent)
{
  row->element = structure_add(structure, parent, TAG_TR);
  for (guint i = 0; i < row->n; i++) {
    RowCell *cell = &row->cells[i];
    cell->element = structure_add(structure, row->element, cell->scope != SCOPE_NONE ? TAG_TH : TAG_TD);
    if (cell->scope != SCOPE_NONE)
      structure_set_scope(structure, cell->element, cell->scope);
    structure_set_spans(structure, cell->element, cell->span, cell->rows);
  }
}

/* A rule below the row, but where a cell goes on in the next one. */
static void draw_rule(const TableRow *row, Flow *flow, const char *colour, double y_pt, double thick_pt)
{
  const Grid *grid = row->grid;
  guint64 open = row->source ? row->source->open : 0;
  for (guint first = 0, end; first < grid->n; first = end) {
    bool goes_on = first < 64 && (open >> first & 1);
    end = first + 1;
    while (end < grid->n && (end < 64 && (open >> end & 1)) == goes_on)
      end++;
    if (!goes_on)
      flow_fill(flow, LAYER_RULE, colour, flow->left_pt + grid->x_pt[first], y_pt, grid->x_pt[end] - grid->x_pt[first],
                thick_pt);
  }
}

static void draw_ground(const TableRow *row, Flow *flow, double height_pt, bool first, bool last)
{
  double width_pt = row->grid->x_pt[row->grid->n], rule_pt = amount_pt(flow->draw.style->rule_pt);
  bool total = row->kind == ROW_TOTAL, summed = total || row->kind == ROW_SUBTOTAL;
  if (row->label || total)
    flow_fill(flow, LAYER_SHADE, "group", flow->left_pt, flow->y_pt, width_pt, height_pt);
  if (summed && first)
    flow_fill(flow, LAYER_RULE, "heading", flow->left_pt, flow->y_pt - rule_pt, width_pt, rule_pt * 1.5);
  if (last)
    draw_rule(row, flow, total ? "heading" : "rule", flow->y_pt + height_pt - rule_pt / 2,
              total ? rule_pt * 1.5 : rule_pt / 2);
}

/* Says whose text goes on: the row's first cell again, as furniture. Returns its height, 0 when it does not fit. */
static double draw_whose(const TableRow *row, Flow *flow, double room_pt)
{
  const Draw *draw = &flow->draw;
  const Cell *cell = row->source && row->n ? g_ptr_array_index(row->source->cells, 0) : NULL;
  const PlaceCell *place = &row->places[0];
  if (!cell || row->cells[0].span > 1 || row->cells[0].column > 0 || !place->n || place->n > SHORT_STEPS ||
      place->done < place->n)
    return 0;
  guint free_cells = 1; /* the words may run on over cells that have ended */
  while (free_cells < row->n && !row->places[free_cells].take)
    free_cells++;
  TypeStyle type = row->grid->body;
  double width_pt = grid_text_pt(row->grid, 0, 1), room_x_pt = grid_text_pt(row->grid, 0, free_cells);
  type.colour = (char *)"note";
  g_autoptr(Strip) strip = cell_strip(draw, &type, cell, ALIGN_START, row_indent_pt(draw, row->source), width_pt);
  const char *continued = document_word(draw->document, "continued");
  if (text_width_pt(draw->fonts, &type, continued) <= room_x_pt)
    strip_add(strip, STRIP_ROOT, lines_new_text(draw->fonts, &type, continued, room_x_pt), ALIGN_START, 0, room_x_pt, 0,
              0);
  double height_pt = strip_height_pt(strip);
  if (height_pt > room_pt || height_pt > flow_page_room_pt(flow) / 4)
    return 0;
  if (!draw->dry) {
    furniture_strip(draw->furniture, flow->page, strip, flow->left_pt + row->grid->padding_pt,
                    flow->y_pt + row->grid->pad_y_pt);
    furniture_own(draw->furniture, g_steal_pointer(&strip), free_strip);
  }
  return height_pt;
}

static void draw_hung(const TableRow *row, Flow *flow)
{
  const Grid *grid = row->grid;
  const Step *steps;
  for (guint i = 0; i < row->n; i++) {
    const RowCell *cell = &row->cells[i];
    if (cell->hung)
      strip_draw(cell->strip, &flow->draw, cell->element, 0, strip_steps(cell->strip, &steps),
                 flow->left_pt + grid->x_pt[cell->column] + grid->padding_pt, flow->y_pt + grid->pad_y_pt);
  }
}

double table_row_draw(TableRow *row, Flow *flow, Element parent, double room_pt, bool force)
{
  const Grid *grid = row->grid;
  bool first = !row->begun;
  double text_pt = 0;
  if (!place_row(row->places, row->n, room_pt - 2 * grid->pad_y_pt, force))
    return 0;
  if (!first)
    text_pt = draw_whose(row, flow, room_pt - 2 * grid->pad_y_pt);
  else if (!flow->draw.dry)
    make_elements(row, flow->draw.structure, parent);
  row->begun = true;
  if (first)
    draw_hung(row, flow);
  for (guint i = 0; i < row->n; i++) {
    PlaceCell *place = &row->places[i];
    if (!place->take)
      continue;
    strip_draw(row->cells[i].strip, &flow->draw, row->cells[i].element, place->done, place->take,
               flow->left_pt + grid->x_pt[row->cells[i].column] + grid->padding_pt, flow->y_pt + grid->pad_y_pt);
    text_pt = MAX(text_pt, place_height_pt(place->steps, place->done, place->take));
    place->done += place->take;
  }
  double height_pt = MAX(text_pt + 2 * grid->pad_y_pt, row->least_pt);
  draw_ground(row, flow, height_pt, first, table_row_done(row));
  return height_pt;
}

void table_row_repeat(TableRow *row, Flow *flow)
{
  double height_pt = table_row_height_pt(row);
  draw_ground(row, flow, height_pt, true, true);
  if (!flow->draw.dry)
    furniture_strip(flow->draw.furniture, flow->page, row->cells[0].strip, flow->left_pt + row->grid->padding_pt,
                    flow->y_pt + row->grid->pad_y_pt);
  flow_advance(flow, height_pt, 0);
}

/* ---- cells of several rows -----------------------------------------------------------------------------------------
 */
void table_row_hang(TableRow *row, bool hang)
{
  for (guint i = 0; i < row->n; i++) {
    RowCell *cell = &row->cells[i];
    cell->hung = hang && cell->rows > 1;
    row->places[i].n = cell->hung ? 0 : strip_steps(cell->strip, &row->places[i].steps);
  }
  row->least_pt = 0;
}

void table_rows_stretch(TableRow *const *rows, guint n)
{
  for (guint r = 0; r < n; r++)
    for (guint i = 0; i < rows[r]->n; i++) {
      const RowCell *cell = &rows[r]->cells[i];
      guint end = MIN(r + cell->rows, n);
      double room_pt = strip_height_pt(cell->strip) + 2 * rows[r]->grid->pad_y_pt;
      for (guint k = r; cell->hung && k < end; k++)
        room_pt -= table_row_height_pt(rows[k]);
      if (cell->hung && room_pt > 0)
        rows[end - 1]->least_pt = table_row_height_pt(rows[end - 1]) + room_pt;
    }
}
