/* Building tables of the document: rows, cells, columns. */
#include "compose/tables.h"

Table *maker_add_table(Maker *maker, const char *id, const GPtrArray *caption)
{
  Table *table = maker_add(maker, &table_spec);
  table->id = maker_id(maker, id);
  table->caption = (GPtrArray *)caption;
  return table;
}

static bool heading_used(const Table *table, const char *heading)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal(((const Column *)g_ptr_array_index(table->columns, i))->heading, heading))
      return true;
  return false;
}

Column *table_add_column(Maker *maker, Table *table, const char *heading, int share, int align)
{
  Column *column = record_new(maker->arena, &column_spec, &table->record);
  column->heading = arena_strdup(maker->arena, heading);
  for (guint n = 2; heading_used(table, column->heading); n++)
    column->heading = arena_printf(maker->arena, "%s (%u)", heading, n);
  column->share = share > 0 ? share : 10;
  column->align = align;
  g_ptr_array_add(table->columns, column);
  return column;
}

RowGroup *table_add_group(Maker *maker, Table *table, const GPtrArray *label)
{
  RowGroup *group = record_new(maker->arena, &row_group_spec, &table->record);
  group->label = label && label->len ? (GPtrArray *)label : NULL;
  g_ptr_array_add(table->groups, group);
  return group;
}

Row *group_add_row(Maker *maker, RowGroup *group)
{
  Row *row = record_new(maker->arena, &row_spec, &group->record);
  g_ptr_array_add(group->rows, row);
  return row;
}

Cell *row_add_cell(Maker *maker, Row *row)
{
  Cell *cell = record_new(maker->arena, &cell_spec, &row->record);
  g_ptr_array_add(row->cells, cell);
  return cell;
}

void cell_add_runs(Maker *maker, Cell *cell, const char *style, const GPtrArray *runs)
{
  if (runs->len == 0)
    return;
  Para *para = record_new(maker->arena, &para_spec, &cell->record);
  para->style = (char *)style;
  para->runs = (GPtrArray *)runs;
  g_ptr_array_add(cell->content, para);
}

void cell_add_words(Maker *maker, Cell *cell, const char *style, const char *words)
{
  GPtrArray *runs = arena_list(maker->arena);
  g_ptr_array_add(runs, run_new(maker->arena, words, 0));
  cell_add_runs(maker, cell, style, runs);
}

enum { SHEET_LETTERS = 31 };

char *maker_sheet(Maker *maker, const Template *tmpl, const Scope *scope)
{
  char *title = maker_text(maker, tmpl, scope);
  if (!title || g_utf8_strlen(title, -1) <= SHEET_LETTERS)
    return title;
  char *end = g_utf8_offset_to_pointer(title, SHEET_LETTERS);
  char *space = g_strrstr_len(title, end - title, " ");
  *(space && space > title ? space : end) = '\0';
  return title;
}

/* ---- columns of the layout
 * ------------------------------------------------------------------------------------------------------ */

static ColumnNode *compile_column(Compiler *compiler, const LayoutColumn *column, const Shape *around, const Shape *row,
                                  bool formats)
{
  const Record *record = &column->record;
  ColumnNode *node = arena_alloc(compiler->arena, sizeof *node);
  node->column = column;
  bool fine = compile_template(compiler, record, "heading", column->heading, around, &node->heading);
  fine &= compile_template(compiler, record, "group", column->group, around, &node->group);
  fine &= compile_condition(compiler, record, "when", column->when, around, &node->when);
  if (formats) {
    node->format = format_new(compiler, column, row);
    fine &= node->format != NULL;
  }
  return fine ? node : NULL;
}

bool columns_compile(Compiler *compiler, const GPtrArray *columns, const Shape *around, const Shape *row, bool formats,
                     GPtrArray **ret_nodes)
{
  *ret_nodes = arena_list(compiler->arena);
  for (guint i = 0; i < columns->len; i++) {
    ColumnNode *node = compile_column(compiler, g_ptr_array_index(columns, i), around, row, formats);
    if (node)
      g_ptr_array_add(*ret_nodes, node);
  }
  return (*ret_nodes)->len == columns->len;
}

GPtrArray *columns_shown(const GPtrArray *nodes, const Scope *scope)
{
  GPtrArray *shown = g_ptr_array_new();
  for (guint i = 0; i < nodes->len; i++) {
    ColumnNode *node = g_ptr_array_index(nodes, i);
    if (!node->when || condition_holds(node->when, scope))
      g_ptr_array_add(shown, node);
  }
  return shown;
}

void columns_make(Maker *maker, const GPtrArray *shown, const Scope *scope, Table *table)
{
  for (guint i = 0; i < shown->len; i++) {
    const ColumnNode *node = g_ptr_array_index(shown, i);
    const char *heading = maker_text(maker, node->heading, scope);
    int align = node->column->align;
    if (!align && node->format)
      align = (int)format_align(node->format);
    Column *column = table_add_column(maker, table, heading ? heading : document_word(maker->document, "value"),
                                      node->column->share, align);
    column->group = maker_text(maker, node->group, scope);
    column->symbol = node->column->symbol;
    column->row_header = node->column->row_header;
  }
}
