/* Prose tables: a first row of headings becomes the head; a first column of headings names the rows. */
#include "render/pdf/flow/prose-table.h"
#include "record/prose-shape.h"

struct ProseTable {
  Arena *arena;
  Table *table;
};

/* Whether the cells of the first column below the head are headings. */
static bool first_column_headers(const GPtrArray *rows, guint first)
{
  for (guint i = first; i < rows->len; i++) {
    const GPtrArray *cells = g_ptr_array_index(rows, i);
    const ProseCell *cell = cells->len > 0 ? g_ptr_array_index(cells, 0) : NULL;
    if (!cell || (cell->column == 0 && !cell->header))
      return false;
  }
  return rows->len > first;
}

static bool is_number(const GPtrArray *runs)
{
  g_autofree char *text = runs_to_text(runs);
  bool digit = false;
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    digit = digit || g_unichar_isdigit(c);
    if (g_unichar_isalpha(c))
      return false;
  }
  return digit;
}

/* The cell that stands in that column only; or NULL. */
static const ProseCell *lone_cell(const GPtrArray *cells, guint column)
{
  for (guint i = 0; i < cells->len; i++) {
    const ProseCell *cell = g_ptr_array_index(cells, i);
    if (cell->column == column && cell->columns == 1)
      return cell;
  }
  return NULL;
}

/* A column of numbers stands at the end. */
static Align column_align(const GPtrArray *rows, guint first, guint column)
{
  bool any = false;
  for (guint i = first; i < rows->len; i++) {
    const ProseCell *cell = lone_cell(g_ptr_array_index(rows, i), column);
    if (cell && (cell->prose || !is_number(cell->runs)))
      return ALIGN_START;
    any = any || cell;
  }
  return any ? ALIGN_END : ALIGN_START;
}

/* The places of footnotes among the runs. */
static GPtrArray *notes_of(Arena *arena, const GPtrArray *runs)
{
  GPtrArray *notes = arena_list(arena);
  for (guint i = 0; i < runs->len; i++)
    if (((const Run *)g_ptr_array_index(runs, i))->style & RUN_NOTE)
      g_ptr_array_add(notes, g_ptr_array_index(runs, i));
  return notes;
}

static void add_columns(ProseTable *t, const ProseBlock *block, guint head)
{
  bool named = first_column_headers(block->rows, head);
  for (guint i = 0; i < block->columns; i++) {
    const ProseCell *cell = NULL;
    for (guint k = MAX(head, 1); k-- > 0 && !cell;)
      cell = lone_cell(g_ptr_array_index(block->rows, k), i);
    g_autoptr(GPtrArray) runs = cell ? prose_cell_runs(t->arena, cell) : NULL;
    g_autofree char *heading = runs ? runs_to_text(runs) : g_strdup("");
    Column *column = record_new(t->arena, &column_spec, &t->table->record);
    column->heading = arena_strdup(t->arena, heading);
    column->notes = runs ? notes_of(t->arena, runs) : arena_list(t->arena);
    column->align = column_align(block->rows, head, i);
    column->row_header = named && i == 0;
    g_ptr_array_add(t->table->columns, column);
  }
}

static Record *cell_content(const ProseTable *t, const ProseCell *source, Cell *cell)
{
  if (!source->prose) {
    Para *para = record_new(t->arena, &para_spec, &cell->record);
    para->runs = source->runs;
    return &para->record;
  }
  Text *text = record_new(t->arena, &text_spec, &cell->record);
  text->prose = source->prose;
  return &text->record;
}

/* until: [column] row before which a cell from above ends; brought up to date. */
static Row *row_new(const ProseTable *t, const ProseBlock *block, guint index, guint *until)
{
  const GPtrArray *cells = g_ptr_array_index(block->rows, index);
  Row *row = record_new(t->arena, &row_spec, NULL);
  row->names_columns = prose_row_names_columns(block, index);
  for (guint i = 0, column = 0; i < cells->len; i++) {
    const ProseCell *source = g_ptr_array_index(cells, i);
    Cell *cell = record_new(t->arena, &cell_spec, &row->record);
    cell->span = source->columns > 1 ? source->columns : -1;
    cell->rows = source->rows;
    cell->header = source->header;
    cell->skip = source->column - column;
    column = source->column + source->columns;
    if (!prose_cell_is_empty(source))
      g_ptr_array_add(cell->content, cell_content(t, source, cell));
    g_ptr_array_add(row->cells, cell);
    for (guint k = source->column; k < column; k++)
      until[k] = index + source->rows;
  }
  for (guint i = 0; i < block->columns; i++)
    row->open |= until[i] > index + 1 ? (guint64)1 << i : 0;
  return row;
}

static RowGroup *group_new(const ProseTable *t, const GPtrArray *label)
{
  RowGroup *group = record_new(t->arena, &row_group_spec, &t->table->record);
  group->label = (GPtrArray *)label;
  g_ptr_array_add(t->table->groups, group);
  return group;
}

ProseTable *prose_table_new(const ProseBlock *block)
{
  ProseTable *t = g_new0(ProseTable, 1);
  t->arena = arena_new();
  t->table = record_new(t->arena, &table_spec, NULL);
  if (block->runs)
    t->table->caption = block->runs;
  if (!block->rows || !block->rows->len)
    return t;
  guint head = prose_table_head(block);
  g_autofree guint *until = g_new0(guint, block->columns);
  t->table->no_head = head == 0;
  add_columns(t, block, head);
  if (head > 0)
    t->table->head = arena_list(t->arena);
  RowGroup *group = NULL;
  for (guint i = 0; i < block->rows->len; i++) {
    const GPtrArray *label = prose_row_label(block, i);
    if (label || (i >= head && !group))
      group = group_new(t, label);
    if (!label)
      g_ptr_array_add(i < head ? t->table->head : group->rows, row_new(t, block, i, until));
  }
  return t;
}

void prose_table_free(ProseTable *table)
{
  if (!table)
    return;
  arena_free(table->arena);
  g_free(table);
}

const Table *prose_table(const ProseTable *table)
{
  return table->table;
}
