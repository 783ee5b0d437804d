/* Prose tables: a first row of headings becomes the head; a first column of headings names the rows. */
#include "render/pdf/flow/prose-table.h"

struct ProseTable {
  Arena *arena;
  Table *table;
};

static bool all_headers(const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (!((const ProseCell *)g_ptr_array_index(cells, i))->header)
      return false;
  return cells->len > 0;
}

static bool first_column_headers(const GPtrArray *rows, guint first)
{
  for (guint i = first; i < rows->len; i++) {
    const GPtrArray *cells = g_ptr_array_index(rows, i);
    if (!cells->len || !((const ProseCell *)g_ptr_array_index(cells, 0))->header)
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

/* A column of numbers stands at the end. */
static Align column_align(const GPtrArray *rows, guint first, guint column)
{
  for (guint i = first; i < rows->len; i++) {
    const ProseCell *cell = g_ptr_array_index((const GPtrArray *)g_ptr_array_index(rows, i), column);
    if (!is_number(cell->runs))
      return ALIGN_START;
  }
  return rows->len > first ? ALIGN_END : ALIGN_START;
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

static void add_columns(ProseTable *t, const GPtrArray *rows, guint first)
{
  const GPtrArray *cells = g_ptr_array_index(rows, 0);
  bool named = first_column_headers(rows, first);
  for (guint i = 0; i < cells->len; i++) {
    const ProseCell *cell = g_ptr_array_index(cells, i);
    Column *column = record_new(t->arena, &column_spec, &t->table->record);
    g_autofree char *heading = runs_to_text(cell->runs);
    column->heading = arena_strdup(t->arena, heading);
    column->notes = notes_of(t->arena, cell->runs);
    column->align = column_align(rows, first, i);
    column->row_header = named && i == 0;
    g_ptr_array_add(t->table->columns, column);
  }
}

static void add_row(ProseTable *t, RowGroup *group, const GPtrArray *cells)
{
  Row *row = record_new(t->arena, &row_spec, &group->record);
  for (guint i = 0; i < cells->len; i++) {
    Cell *cell = record_new(t->arena, &cell_spec, &row->record);
    Para *para = record_new(t->arena, &para_spec, &cell->record);
    para->runs = ((const ProseCell *)g_ptr_array_index(cells, i))->runs;
    g_ptr_array_add(cell->content, para);
    g_ptr_array_add(row->cells, cell);
  }
  g_ptr_array_add(group->rows, row);
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
  bool head = all_headers(g_ptr_array_index(block->rows, 0)) && block->rows->len > 1;
  t->table->no_head = !head;
  add_columns(t, block->rows, head ? 1 : 0);
  RowGroup *group = record_new(t->arena, &row_group_spec, &t->table->record);
  g_ptr_array_add(t->table->groups, group);
  for (guint i = head ? 1 : 0; i < block->rows->len; i++)
    add_row(t, group, g_ptr_array_index(block->rows, i));
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
