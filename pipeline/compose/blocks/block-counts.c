/* Counts: how many records of each line meet the condition of each column. */
#include "compose/blocks/tables.h"
#include "compose/wording/words.h"

typedef struct {
  const Template *label;
  const Rows *rows;
  GPtrArray *wheres; /* of Condition or NULL, one a column */
} LineNode;

typedef struct {
  Node node;
  const Counts *counts;
  const Template *id, *caption, *note, *sheet, *heading;
  GPtrArray *headings; /* of Template, one a column */
  GPtrArray *whens;    /* of Condition, one a column; NULL: it is always there */
  GPtrArray *lines;    /* of LineNode */
} CountsNode;

/* The condition of a column, seen from the rows of a line. */
static bool compile_where(Compiler *compiler, const Count *count, LineNode *line)
{
  const Condition *where = NULL;
  bool fine = compile_condition(compiler, &count->record, "where", count->where, &line->rows->shape, &where);
  g_ptr_array_add(line->wheres, (gpointer)where);
  return fine;
}

static bool compile_line(Compiler *compiler, const Counts *counts, const CountLine *line, const Shape *shape,
                         CountsNode *self)
{
  LineNode *node = arena_alloc(compiler->arena, sizeof *node);
  node->wheres = arena_list(compiler->arena);
  bool fine = compile_template(compiler, &line->record, "label", line->label, shape, &node->label);
  const RowsText text = { .rows = line->rows, .where = line->where };
  node->rows = rows_new(compiler, &line->record, &text, shape);
  if (!node->rows)
    return false;
  for (guint i = 0; i < counts->counts->len; i++)
    fine &= compile_where(compiler, g_ptr_array_index(counts->counts, i), node);
  g_ptr_array_add(self->lines, node);
  return fine;
}

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const Counts *counts = (const Counts *)block;
  CountsNode *self = (CountsNode *)node;
  self->counts = counts;
  self->headings = arena_list(compiler->arena);
  self->whens = arena_list(compiler->arena);
  self->lines = arena_list(compiler->arena);
  bool fine = compile_template(compiler, block, "id", counts->id, shape, &self->id);
  fine &= compile_template(compiler, block, "caption", counts->caption, shape, &self->caption);
  fine &= compile_template(compiler, block, "note", counts->note, shape, &self->note);
  fine &= compile_template(compiler, block, "sheet", counts->sheet, shape, &self->sheet);
  fine &= compile_template(compiler, block, "heading", counts->heading, shape, &self->heading);
  for (guint i = 0; i < counts->counts->len; i++) {
    const Count *count = g_ptr_array_index(counts->counts, i);
    const Template *heading = NULL;
    fine &= compile_template(compiler, &count->record, "heading", count->heading, shape, &heading);
    g_ptr_array_add(self->headings, (gpointer)heading);
    const Condition *when = NULL;
    fine &= compile_condition(compiler, &count->record, "when", count->when, shape, &when);
    g_ptr_array_add(self->whens, (gpointer)when);
  }
  for (guint i = 0; i < counts->lines->len; i++)
    fine &= compile_line(compiler, counts, g_ptr_array_index(counts->lines, i), shape, self);
  return fine;
}

static bool is_shown(const CountsNode *self, guint column, const Scope *scope)
{
  const Condition *when = g_ptr_array_index(self->whens, column);
  return !when || condition_holds(when, scope);
}

static void make_count(Maker *maker, Cell *cell, guint n)
{
  Value *value = record_new(maker->arena, &value_item_spec, &cell->record);
  value->number = (OptAmount){ amount_from_int((int)n), true };
  value->unit = UNIT_COUNT;
  value->decimals = 0;
  g_ptr_array_add(cell->content, value);
}

static void make_line(Maker *maker, const CountsNode *self, const LineNode *line, const Scope *scope, RowGroup *group)
{
  bool met = scope->world->met;
  g_autoptr(GPtrArray) rows = rows_get(line->rows, scope);
  scope->world->met = met; /* counted is not shown */
  Row *row = group_add_row(maker, group);
  cell_add_runs(maker, row_add_cell(maker, row), NULL,
                template_runs(line->label, maker->document, scope, maker->arena));
  for (guint i = 0; i < line->wheres->len; i++) {
    if (!is_shown(self, i, scope))
      continue;
    Cell *cell = row_add_cell(maker, row);
    bool more;
    guint n = rows_count(line->rows, rows, g_ptr_array_index(line->wheres, i), scope, &more);
    g_autofree char *words = more ? count_text(maker->document, n, true) : NULL;
    if (words)
      cell_add_own(maker, cell, words);
    else
      make_count(maker, cell, n);
  }
}

enum { LABEL_SHARE = 30, COUNT_SHARE = 14 };

static void make_columns(Maker *maker, const CountsNode *self, const Scope *scope, Table *table)
{
  const char *heading = maker_text(maker, self->heading, scope);
  table_add_column(maker, table, heading ? heading : document_word(maker->document, "fact"), LABEL_SHARE, ALIGN_NONE)
      ->row_header = true;
  for (guint i = 0; i < self->headings->len; i++) {
    if (!is_shown(self, i, scope))
      continue;
    const Count *count = g_ptr_array_index(self->counts->counts, i);
    const char *words = maker_text(maker, g_ptr_array_index(self->headings, i), scope);
    Column *column = table_add_column(maker, table, words ? words : "–", COUNT_SHARE, ALIGN_END);
    column->symbol = count->symbol;
  }
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const CountsNode *self = (const CountsNode *)node;
  const char *id = maker_text(maker, self->id, scope);
  Table *table =
      maker_add_table(maker, id ? id : "counts", template_runs(self->caption, maker->document, scope, maker->arena));
  table_add_note(maker, table, maker_text(maker, self->note, scope));
  table->sheet = maker_sheet(maker, self->sheet, scope);
  make_columns(maker, self, scope, table);
  RowGroup *group = table_add_group(maker, table, NULL);
  for (guint i = 0; i < self->lines->len; i++)
    make_line(maker, self, g_ptr_array_index(self->lines, i), scope, group);
}

const BlockKind block_counts = { &counts_spec, sizeof(CountsNode), compile, make };
