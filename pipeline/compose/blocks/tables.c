/* Building tables of the document: rows, cells, columns. */
#include "compose/blocks/tables.h"

Table *maker_add_table(Maker *maker, const char *id, const GPtrArray *caption)
{
  Table *table = maker_add(maker, &table_spec);
  table->id = maker_id(maker, id);
  table->caption = (GPtrArray *)caption;
  return table;
}

/* The place of a footnote of these words; NULL: of none. */
static GPtrArray *note_runs(const Maker *maker, char *words)
{
  if (!words || !*words)
    return NULL;
  Run *place = run_new(maker->arena, "", RUN_NOTE);
  place->note = arena_list(maker->arena);
  g_ptr_array_add(place->note, run_new(maker->arena, words, 0));
  GPtrArray *runs = arena_list(maker->arena);
  g_ptr_array_add(runs, place);
  return runs;
}

void table_add_note(Maker *maker, Table *table, char *words)
{
  const GPtrArray *note = note_runs(maker, words);
  if (!note)
    return;
  GPtrArray *caption = arena_list(maker->arena);
  for (guint i = 0; table->caption && i < table->caption->len; i++)
    g_ptr_array_add(caption, g_ptr_array_index(table->caption, i));
  g_ptr_array_add(caption, g_ptr_array_index(note, 0));
  table->caption = caption;
}

Column *table_add_column(Maker *maker, Table *table, const char *heading, int share, int align)
{
  Column *column = record_new(maker->arena, &column_spec, &table->record);
  if (table->columns->len == 0) {
    unique_free(maker->headings);
    maker->headings = unique_new();
  }
  column->heading = arena_strdup(maker->arena, heading);
  while (!unique_take(maker->headings, column->heading))
    column->heading = arena_printf(maker->arena, "%s (%u)", heading, unique_number(maker->headings, heading));
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

void cell_add_own(Maker *maker, Cell *cell, const char *words)
{
  GPtrArray *runs = arena_list(maker->arena);
  g_ptr_array_add(runs, maker_own_run(maker, words));
  cell_add_runs(maker, cell, NULL, runs);
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

/* ---- columns of the layout ------------------------------------------------------------------------------------- */

static ColumnNode *compile_column(Compiler *compiler, const LayoutColumn *column, const ColumnShapes *shapes)
{
  const Record *record = &column->record;
  ColumnNode *node = arena_alloc(compiler->arena, sizeof *node);
  node->column = column;
  bool fine = compile_template(compiler, record, "heading", column->heading, &shapes->around, &node->heading);
  fine &= compile_template(compiler, record, "group", column->group, &shapes->around, &node->group);
  fine &= compile_template(compiler, record, "note", column->note, &shapes->around, &node->note);
  fine &= compile_condition(compiler, record, "when", column->when, &shapes->around, &node->when);
  if (shapes->row) {
    node->format = format_new(compiler, column, shapes->row);
    fine &= node->format != NULL;
  }
  if (column->below && !shapes->below) {
    compiler_fault(compiler, "L-COLUMN", record, "below", "the table has no rows below others: it needs a below too");
    return NULL;
  }
  if (column->below) {
    node->below = format_new_below(compiler, column, shapes->below);
    fine &= node->below != NULL;
  }
  return fine ? node : NULL;
}

/* The same shape, seen from inside the loop. */
static Shape inside(const Rows *rows, const Shape *shape, Arena *arena)
{
  LoopName *loop = arena_alloc(arena, sizeof *loop);
  *loop = (LoopName){ rows->loop->name, rows->loop->frame, shape->loops };
  return (Shape){ shape->frame, loop };
}

static ColumnNode *compile_loop(Compiler *compiler, const LayoutColumns *columns, const ColumnShapes *shapes)
{
  ColumnNode *node = arena_alloc(compiler->arena, sizeof *node);
  const RowsText text = { columns->rows, columns->where, columns->distinct, columns->sort, columns->as };
  node->rows = rows_new(compiler, &columns->record, &text, &shapes->around);
  if (!node->rows)
    return NULL;
  Shape row = inside(node->rows, shapes->row, compiler->arena), below;
  ColumnShapes inner = { inside(node->rows, &shapes->around, compiler->arena), &row, NULL };
  if (shapes->below) {
    below = inside(node->rows, shapes->below, compiler->arena);
    inner.below = &below;
  }
  return columns_compile(compiler, columns->columns, &inner, &node->nodes) ? node : NULL;
}

bool columns_compile(Compiler *compiler, const GPtrArray *columns, const ColumnShapes *shapes, GPtrArray **ret_nodes)
{
  *ret_nodes = arena_list(compiler->arena);
  for (guint i = 0; i < columns->len; i++) {
    const Record *column = g_ptr_array_index(columns, i);
    ColumnNode *node = column->spec == &layout_columns_spec
                           ? compile_loop(compiler, (const LayoutColumns *)column, shapes)
                           : compile_column(compiler, (const LayoutColumn *)column, shapes);
    if (node)
      g_ptr_array_add(*ret_nodes, node);
  }
  return (*ret_nodes)->len == columns->len;
}

Scope column_scope(const ShownColumn *shown, const Scope *scope, LoopRecord *loop)
{
  Scope seen = *scope;
  if (shown->rows) {
    *loop = (LoopRecord){ shown->record, scope->loops };
    seen.loops = loop;
  }
  return seen;
}

static void show_columns(const GPtrArray *nodes, const Scope *scope, const Rows *rows, const Record *record,
                         GArray *shown);

static void show_loop(const ColumnNode *node, const Scope *scope, GArray *shown)
{
  g_autoptr(GPtrArray) records = rows_get(node->rows, scope);
  for (guint i = 0; i < records->len; i++)
    show_columns(node->nodes, scope, node->rows, g_ptr_array_index(records, i), shown);
}

static void show_columns(const GPtrArray *nodes, const Scope *scope, const Rows *rows, const Record *record,
                         GArray *shown)
{
  for (guint i = 0; i < nodes->len; i++) {
    const ShownColumn column = { g_ptr_array_index(nodes, i), rows, record, false };
    LoopRecord loop;
    Scope seen = column_scope(&column, scope, &loop);
    if (column.node->rows)
      show_loop(column.node, scope, shown);
    else if (!column.node->when || condition_holds(column.node->when, &seen))
      g_array_append_val(shown, column);
  }
}

static void settle_headers(const GPtrArray *nodes, GArray *shown)
{
  bool wanted = false;
  for (guint i = 0; i < nodes->len; i++) {
    const ColumnNode *node = g_ptr_array_index(nodes, i);
    wanted |= node->column && node->column->row_header;
  }
  for (guint i = 0; i < shown->len; i++) {
    const ColumnNode *node = g_array_index(shown, ShownColumn, i).node;
    wanted &= !node->column->row_header;
  }
  const ColumnNode *first = shown->len > 0 ? g_array_index(shown, ShownColumn, 0).node : NULL;
  if (wanted && first && first->format && format_align(first->format) != ALIGN_END)
    g_array_index(shown, ShownColumn, 0).row_header = true;
}

GArray *columns_shown(const GPtrArray *nodes, const Scope *scope)
{
  GArray *shown = g_array_new(FALSE, FALSE, sizeof(ShownColumn));
  bool met = scope->world->met;
  show_columns(nodes, scope, NULL, NULL, shown);
  settle_headers(nodes, shown);
  scope->world->met = met; /* a column is not yet a row */
  return shown;
}

bool columns_are_unread(const GPtrArray *nodes, const Scope *scope)
{
  for (guint i = 0; i < nodes->len; i++) {
    const ColumnNode *node = g_ptr_array_index(nodes, i);
    if (node->rows && path_is_unread(node->rows->path, scope))
      return true;
  }
  return false;
}

static void make_column(Maker *maker, const ShownColumn *shown, const Scope *scope, Table *table)
{
  const ColumnNode *node = shown->node;
  LoopRecord loop;
  Scope seen = column_scope(shown, scope, &loop);
  const char *heading = maker_text(maker, node->heading, &seen);
  int align = node->column->align;
  if (!align && node->format)
    align = (int)format_align(node->format);
  Column *column = table_add_column(maker, table, heading ? heading : document_word(maker->document, "value"),
                                    node->column->share, align);
  column->group = maker_text(maker, node->group, &seen);
  column->symbol = node->column->symbol;
  column->notes = note_runs(maker, maker_text(maker, node->note, &seen));
  column->row_header = node->column->row_header || shown->row_header;
  column->pages = node->format && format_is_page(node->format);
}

void columns_make(Maker *maker, const GArray *shown, const Scope *scope, Table *table)
{
  for (guint i = 0; i < shown->len; i++)
    make_column(maker, &g_array_index(shown, ShownColumn, i), scope, table);
}
