/* Tables in prose that are wider than a page. */
#include "render/pdf/flow/prose-wide.h"
#include "record/prose-shape.h"
#include "render/pdf/flow/prose-strip.h"

/* An endless word breaks; it takes no page of its own. */
enum { WORD_SHARE = 5, SPAN_AT_MOST = 500 /* rows that a cell may cover */ };

/* Widths that the words of each column need, with the room around them. */
static void measure(const Draw *draw, const ProseBlock *table, double width_pt, double *ret_pt)
{
  enum { ROWS_AT_MOST = 500 };
  TypeStyle type = *style_type(draw->style, "table");
  double padding_pt = 2 * MIN(amount_pt(draw->style->cell_padding_pt), width_pt / table->columns / 4) + 0.2;
  type.bold = true;
  for (guint i = 0; i < table->rows->len && i < ROWS_AT_MOST; i++) {
    const GPtrArray *cells = g_ptr_array_index(table->rows, i);
    for (guint k = 0; k < cells->len; k++) {
      const ProseCell *cell = g_ptr_array_index(cells, k);
      if (cell->columns == 1 && !cell->prose)
        ret_pt[cell->column] = MAX(ret_pt[cell->column], lines_min_pt(draw->fonts, &type, cell->runs, 1));
    }
  }
  for (guint i = 0; i < table->columns; i++)
    ret_pt[i] = MIN(ret_pt[i] + padding_pt, width_pt / WORD_SHARE);
}

/* What of a cell stands in the first column and columns first .. end - 1; NULL: nothing. A heading is said in each
 * part, other words in the part in which they begin. */
static ProseCell *cell_part(Arena *arena, const ProseCell *cell, guint first, guint end)
{
  guint from = MAX(cell->column, first), to = MIN((guint)cell->column + cell->columns, end);
  guint n = (from < to ? to - from : 0) + (cell->column == 0);
  if (n == 0)
    return NULL;
  ProseCell *part = arena_alloc(arena, sizeof *part);
  *part = *cell;
  part->columns = (guint8)n;
  part->column = (guint8)(cell->column == 0 ? 0 : from - first + 1);
  if (cell->column > 0 && cell->column < first && !cell->header) {
    part->runs = arena_list(arena);
    part->prose = NULL;
  }
  return part;
}

/* Rows of which this part has nothing but what reaches down from above. */
static void drop_empty_rows(GPtrArray *rows)
{
  for (guint i = rows->len; i-- > 0;) {
    if (((const GPtrArray *)g_ptr_array_index(rows, i))->len > 0)
      continue;
    for (guint above = i > SPAN_AT_MOST ? i - SPAN_AT_MOST : 0; above < i; above++) {
      const GPtrArray *cells = g_ptr_array_index(rows, above);
      for (guint k = 0; k < cells->len; k++) {
        ProseCell *cell = g_ptr_array_index(cells, k);
        cell->rows = (guint16)(cell->rows - (above + cell->rows > i));
      }
    }
    g_ptr_array_remove_index(rows, i);
  }
}

static ProseBlock *table_part(Arena *arena, const Draw *draw, const ProseBlock *table, guint first, guint end)
{
  ProseBlock *part = arena_alloc(arena, sizeof *part);
  *part = *table;
  part->columns = 1 + end - first;
  part->rows = arena_list(arena);
  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *cells = g_ptr_array_index(table->rows, i);
    GPtrArray *row = arena_list(arena);
    for (guint k = 0; k < cells->len; k++) {
      ProseCell *cell = cell_part(arena, g_ptr_array_index(cells, k), first, end);
      if (cell)
        g_ptr_array_add(row, cell);
    }
    g_ptr_array_add(part->rows, row);
  }
  drop_empty_rows(part->rows);
  if (table->runs && first > 1) {
    part->runs = arena_list(arena);
    g_ptr_array_extend(part->runs, table->runs, NULL, NULL);
    g_autofree char *words = g_strconcat(" ", document_word(draw->document, "continued"), NULL);
    g_ptr_array_add(part->runs, run_new(arena, words, 0));
  }
  return part;
}

GPtrArray *prose_wide_parts(Arena *arena, const Draw *draw, const ProseBlock *table, double width_pt)
{
  GPtrArray *parts = g_ptr_array_new();
  g_autofree double *need_pt = g_new0(double, table->columns + 1);
  double all_pt = 0;
  measure(draw, table, width_pt, need_pt);
  for (guint i = 0; i < table->columns; i++)
    all_pt += need_pt[i];
  if (all_pt <= width_pt || table->columns <= WORD_SHARE) {
    g_ptr_array_add(parts, (gpointer)table);
    return parts;
  }
  for (guint first = 1, end; first < table->columns; first = end) {
    double room_pt = width_pt - need_pt[0];
    for (end = first; end < table->columns && (end == first || need_pt[end] <= room_pt); end++)
      room_pt -= need_pt[end];
    g_ptr_array_add(parts, table_part(arena, draw, table, first, end));
  }
  return parts;
}
