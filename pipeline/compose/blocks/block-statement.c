/* Financial statements: sections, groups of lines, totals and nets of the model as rows of one table. */
#include "compose/blocks/tables.h"
#include "model/statement.h"
#include "record/record-walk.h"

typedef struct {
  Node node;
  const Rows *rows;
  const Template *id, *caption, *note, *missing;
  GPtrArray *columns; /* of ColumnNode */
} StatementNode;

/* ---- reading --------------------------------------------------------------------------------------------------- */

/* Columns are fields of a line. */
static bool check_field(Compiler *compiler, const LayoutColumn *column)
{
  if (column->field && spec_field(&line_spec, column->field))
    return true;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < line_spec.n_fields; i++)
    g_ptr_array_add(names, (char *)line_spec.fields[i].name);
  const char *field = column->field ? column->field : "";
  g_autofree char *hint = did_you_mean(field, names);
  compiler_fault(compiler, "L-NAME", &column->record, column->field ? "field" : NULL,
                 "no '%s' in a line of a statement%s", field, hint);
  return false;
}

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const LayoutStatement *statement = (const LayoutStatement *)block;
  StatementNode *self = (StatementNode *)node;
  const RowsText text = { .rows = statement->rows, .where = statement->where };
  self->rows = rows_new(compiler, block, &text, shape);
  bool fine = compile_template(compiler, block, "missing", statement->missing, shape, &self->missing);
  if (!self->rows)
    return false;
  if (self->rows->shape.frame->spec != &statement_spec) {
    compiler_fault(compiler, "L-KIND", block, "rows", "'%s' are not financial statements", statement->rows);
    return false;
  }
  const Shape *row = &self->rows->shape;
  fine &= compile_template(compiler, block, "id", statement->id, row, &self->id);
  fine &= compile_template(compiler, block, "caption", statement->caption ? statement->caption : "{title}", row,
                           &self->caption);
  fine &= compile_template(compiler, block, "note", statement->note, row, &self->note);
  for (guint i = 0; i < statement->columns->len; i++)
    fine &= check_field(compiler, g_ptr_array_index(statement->columns, i));
  const ColumnShapes shapes = { .around = *row };
  return columns_compile(compiler, statement->columns, &shapes, &self->columns) && fine;
}

/* ---- making ---------------------------------------------------------------------------------------------------- */

typedef struct {
  Maker *maker;
  const Statement *statement;
  const GArray *columns; /* of ShownColumn */
  Table *table;
  const Scope *scope;
} Filling;

static void tell(const Filling *filling, const Record *record, const char *field)
{
  scope_tell(filling->scope, record, spec_field(record->spec, field));
}

static void fill_figure(const Filling *filling, Cell *cell, const StatementLine *line, const Field *field)
{
  const OptAmount *figure = record_at(&line->record, field);
  bool unreadable = field_is_unread(&line->record, field);
  if (!figure->given && !unreadable)
    return;
  Value *value = record_new(filling->maker->arena, &value_item_spec, &cell->record);
  value->number = *figure;
  value->state = unreadable ? STATE_NOT_READABLE : STATE_NONE;
  value->unit = filling->statement->unit ? filling->statement->unit : UNIT_THOUSAND_POUNDS;
  value->parentheses = true;
  g_ptr_array_add(cell->content, value);
}

static void make_line(const Filling *filling, RowGroup *group, const StatementLine *line, RowKind kind, int indent)
{
  Row *row = group_add_row(filling->maker, group);
  row->kind = (int)kind;
  row->indent = indent;
  for (guint i = 0; i < filling->columns->len; i++) {
    const ColumnNode *column = g_array_index(filling->columns, ShownColumn, i).node;
    const Field *field = spec_field(line->record.spec, column->column->field);
    Cell *cell = row_add_cell(filling->maker, row);
    tell(filling, &line->record, field->name);
    if (filling->scope->world->origins)
      origins_note(filling->scope->world->origins, cell, 0, &line->record, field);
    if (field->type == FIELD_AMOUNT)
      fill_figure(filling, cell, line, field);
    else
      cell_add_own(filling->maker, cell, line->title);
  }
}

static void make_lines(const Filling *filling, RowGroup *group, const StatementGroup *lines)
{
  Row *row = group_add_row(filling->maker, group);
  row->kind = ROW_HEADING;
  Cell *cell = row_add_cell(filling->maker, row);
  cell->span = (int)filling->columns->len;
  cell_add_own(filling->maker, cell, lines->title);
  tell(filling, &lines->record, "title");
  for (guint i = 0; i < lines->lines->len; i++)
    make_line(filling, group, g_ptr_array_index(lines->lines, i), ROW_NONE, 1);
}

static void make_section(const Filling *filling, const StatementSection *section)
{
  Arena *arena = filling->maker->arena;
  GPtrArray *label = arena_list(arena);
  g_ptr_array_add(label, maker_own_run(filling->maker, section->title));
  tell(filling, &section->record, "title");
  RowGroup *group = table_add_group(filling->maker, filling->table, label);
  for (guint i = 0; i < section->content->len; i++) {
    const Record *part = g_ptr_array_index(section->content, i);
    if (part->spec == &group_spec)
      make_lines(filling, group, (const StatementGroup *)part);
    else
      make_line(filling, group, (const StatementLine *)part, ROW_NONE, -1);
  }
  if (section->total)
    make_line(filling, group, section->total, ROW_SUBTOTAL, -1);
}

static void make_content(const Filling *filling)
{
  const GPtrArray *content = filling->statement->content;
  for (guint i = 0; i < content->len; i++) {
    const Record *part = g_ptr_array_index(content, i);
    if (part->spec == &statement_section_spec)
      make_section(filling, (const StatementSection *)part);
    else
      make_line(filling, table_add_group(filling->maker, filling->table, NULL), (const StatementLine *)part, ROW_TOTAL,
                -1);
  }
}

/* The first column names its row; figures stand at the end unless the layout says otherwise. */
static void settle_columns(const Filling *filling)
{
  for (guint i = 0; i < filling->columns->len; i++) {
    const ColumnNode *node = g_array_index(filling->columns, ShownColumn, i).node;
    Column *column = g_ptr_array_index(filling->table->columns, i);
    bool figure = spec_field(&line_spec, node->column->field)->type == FIELD_AMOUNT;
    if (figure && !column->align)
      column->align = ALIGN_END;
    column->row_header |= !figure;
  }
}

static void find_lost(const Record *record, void *data)
{
  bool *lost = data;
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    bool records = field->type == FIELD_ONE || field->type == FIELD_MANY || field->type == FIELD_ANY;
    *lost |= records && field_is_unread(record, field);
  }
}

static void make_statement(Maker *maker, const StatementNode *self, const Record *record, const Scope *scope)
{
  LoopRecord loop;
  Scope inside = rows_scope(self->rows, scope, record, &loop);
  g_autoptr(GArray) shown = columns_shown(self->columns, &inside);
  if (shown->len == 0)
    return;
  const char *id = maker_text(maker, self->id, &inside);
  Table *table = maker_add_table(maker, id ? id : "statement",
                                 template_runs(self->caption, maker->document, &inside, maker->arena));
  table_add_note(maker, table, maker_text(maker, self->note, &inside));
  columns_make(maker, shown, &inside, table);
  const Filling filling = { maker, (const Statement *)record, shown, table, scope };
  settle_columns(&filling);
  make_content(&filling);
  if (table->groups->len == 0)
    table_add_group(maker, table, NULL);
  bool lost = false;
  if (record->unread_within)
    record_walk(record, find_lost, &lost);
  if (lost)
    maker_add_word(maker, "rows-lost");
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const StatementNode *self = (const StatementNode *)node;
  g_autoptr(GPtrArray) rows = rows_get(self->rows, scope);
  for (guint i = 0; i < rows->len; i++)
    make_statement(maker, self, g_ptr_array_index(rows, i), scope);
  if (rows->len == 0)
    maker_add_no_rows(maker, self->rows, &(NoRows){ NULL, self->missing, "none" }, scope);
  maker_add_doubts(maker, self->rows, rows->len > 0, scope);
}

const BlockKind block_statement = { &layout_statement_spec, sizeof(StatementNode), compile, make };
