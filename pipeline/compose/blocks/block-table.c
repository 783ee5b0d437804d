/* Tables: a row for each record, rows of one kind together. */
#include "compose/blocks/tables.h"
#include "compose/language/compare.h"
#include "compose/wording/words.h"
#include "model/report.h"

typedef struct {
  Node node;
  const LayoutTable *table;
  const Rows *rows;
  const Rows *below; /* of a row, or NULL */
  const Template *id, *caption, *note, *sheet, *missing;
  Path *group_by;              /* or NULL */
  const Template *group_label; /* NULL: the value itself */
  const Template *group_missing;
  const Template *group_heading;
  GPtrArray *columns; /* of ColumnNode */
} TableNode;

/* ---- reading --------------------------------------------------------------------------------------------------- */

static bool compile_group(Compiler *compiler, TableNode *self)
{
  const LayoutTable *table = self->table;
  const Record *record = &table->record;
  const Shape *row = &self->rows->shape;
  bool fine = compile_template(compiler, record, "group-label", table->group_label, row, &self->group_label);
  if (!table->group_by)
    return fine;
  self->group_by = path_new(compiler, record, "group-by", table->group_by, row);
  if (!self->group_by)
    return false;
  self->group_by->implied = true;
  const Field *field = self->group_by->field;
  Comparable knows = field ? field_comparable(field) : COMPARE_NOTHING;
  if (knows != COMPARE_EQUAL && knows != COMPARE_ORDER) {
    compiler_fault(compiler, "L-KIND", record, "group-by", "rows cannot be grouped by '%s'", table->group_by);
    return false;
  }
  if (table->group_missing && field->type != FIELD_TERM) {
    compiler_fault(compiler, "L-KIND", record, "group-missing",
                   "'%s' is not a vocabulary: its empty groups are not known", table->group_by);
    return false;
  }
  return fine;
}

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const LayoutTable *table = (const LayoutTable *)block;
  TableNode *self = (TableNode *)node;
  self->table = table;
  bool fine = compile_style(compiler, block, table->style);
  fine &= compile_template(compiler, block, "id", table->id, shape, &self->id);
  fine &= compile_template(compiler, block, "caption", table->caption, shape, &self->caption);
  fine &= compile_template(compiler, block, "note", table->note, shape, &self->note);
  fine &= compile_template(compiler, block, "sheet", table->sheet, shape, &self->sheet);
  fine &= compile_template(compiler, block, "missing", table->missing, shape, &self->missing);
  fine &= compile_template(compiler, block, "group-missing", table->group_missing, shape, &self->group_missing);
  fine &= compile_template(compiler, block, "group-heading", table->group_heading, shape, &self->group_heading);
  if (table->columns->len == 0) {
    compiler_fault(compiler, "L-COLUMN", block, NULL, "a table needs at least one column");
    fine = false;
  }
  const RowsText text = { table->rows, table->where, table->distinct, table->sort, table->as };
  self->rows = rows_new(compiler, block, &text, shape);
  if (!self->rows)
    return false;
  fine &= compile_group(compiler, self);
  if (table->below) {
    const RowsText below = { .rows = table->below };
    self->below = rows_new(compiler, block, &below, &self->rows->shape);
    if (!self->below)
      return false;
  }
  const ColumnShapes shapes = { *shape, &self->rows->shape, self->below ? &self->below->shape : NULL };
  return columns_compile(compiler, table->columns, &shapes, &self->columns) && fine;
}

/* ---- making ---------------------------------------------------------------------------------------------------- */

typedef struct {
  Maker *maker;
  const TableNode *self;
  const GArray *columns; /* of ShownColumn */
  const Scope *scope;    /* around the table */
  Table *table;
} Filling;

typedef enum { ROW_ALONE, ROW_ABOVE_OTHERS, ROW_BELOW } RowPlace;

/* What rows below have to say is left to them. */
static void make_row(const Filling *filling, RowGroup *group, const Scope *scope, RowPlace place)
{
  Maker *maker = filling->maker;
  Row *row = group_add_row(maker, group);
  row->indent = place == ROW_BELOW ? 1 : -1;
  for (guint i = 0; i < filling->columns->len; i++) {
    const ShownColumn *column = &g_array_index(filling->columns, ShownColumn, i);
    const Format *format = place == ROW_BELOW ? column->node->below : column->node->format;
    bool quiet = place == ROW_ABOVE_OTHERS && column->node->below;
    LoopRecord loop;
    Scope seen = column_scope(column, scope, &loop);
    Cell *cell = row_add_cell(maker, row);
    if (format)
      format_fill(format, maker->document, &seen, maker->arena, quiet, cell);
  }
}

/* The record's row, and the rows below it. */
static void make_record(const Filling *filling, RowGroup *group, const Record *record)
{
  const Rows *rows = filling->self->below;
  LoopRecord loop, loop_below;
  Scope scope = rows_scope(filling->self->rows, filling->scope, record, &loop);
  g_autoptr(GPtrArray) below = rows ? rows_get(rows, &scope) : g_ptr_array_new();
  make_row(filling, group, &scope, below->len ? ROW_ABOVE_OTHERS : ROW_ALONE);
  for (guint i = 0; i < below->len; i++) {
    Scope inside = rows_scope(rows, &scope, g_ptr_array_index(below, i), &loop_below);
    make_row(filling, group, &inside, ROW_BELOW);
  }
}

/* The record that holds the value by which the row is grouped, or NULL. */
static const Record *group_owner(const Filling *filling, const Record *row)
{
  LoopRecord loop;
  Scope scope = rows_scope(filling->self->rows, filling->scope, row, &loop);
  return path_first(filling->self->group_by, &scope);
}

static GPtrArray *words_label(Maker *maker, const char *words)
{
  GPtrArray *label = arena_list(maker->arena);
  if (*words)
    g_ptr_array_add(label, run_new(maker->arena, words, 0));
  return label;
}

static GPtrArray *group_label(const Filling *filling, const Record *row, const Record *owner)
{
  const TableNode *self = filling->self;
  Maker *maker = filling->maker;
  LoopRecord loop;
  Scope scope = rows_scope(self->rows, filling->scope, row, &loop);
  if (self->group_label)
    return template_runs(self->group_label, maker->document, &scope, maker->arena);
  if (!owner && path_is_unread(self->group_by, &scope))
    return words_label(maker, unread_word(maker->document));
  if (!owner) /* other rows say theirs, and it would seem to be of the last of them */
    return words_label(maker, document_word(maker->document, "group-unstated"));
  g_autofree char *words = field_text(maker->document, owner, self->group_by->field);
  return words_label(maker, words);
}

/* Rows by their group: chains of rows, each from the first of its group. */
typedef struct {
  const GPtrArray *rows;
  guint *first; /* of a row's group */
  guint *next;  /* in a row's group; 0: none */
} Groups;

static Groups groups_new(const Filling *filling, const GPtrArray *rows)
{
  Groups groups = { rows, rows_alike(filling->self->rows, filling->self->group_by, filling->scope, rows),
                    g_new0(guint, rows->len + 1) };
  g_autofree guint *last = g_new0(guint, rows->len + 1);
  for (guint i = 0; i < rows->len; i++) {
    guint first = groups.first[i];
    if (first != i)
      groups.next[last[first]] = i;
    last[first] = i;
  }
  return groups;
}

static void groups_clear(Groups *groups)
{
  g_free(groups->first);
  g_free(groups->next);
}

/* The label says it of all rows of the group. */
static void tell_group(const Filling *filling, const Record *row)
{
  const Record *owner = filling->scope->world->told ? group_owner(filling, row) : NULL;
  if (owner)
    scope_tell(filling->scope, owner, filling->self->group_by->field);
}

/* The group whose first row is rows[first]. */
static void make_group(const Filling *filling, const Groups *groups, guint first)
{
  const Record *row = g_ptr_array_index(groups->rows, first);
  GPtrArray *label = group_label(filling, row, group_owner(filling, row));
  RowGroup *group = table_add_group(filling->maker, filling->table, label);
  guint i = first;
  do {
    tell_group(filling, g_ptr_array_index(groups->rows, i));
    make_record(filling, group, g_ptr_array_index(groups->rows, i));
    i = groups->next[i];
  } while (i > 0);
}

/* Groups in the order in which their first rows come; those of a value that was asked for already are left out. */
static void make_groups(const Filling *filling, const Groups *groups, const bool *made)
{
  for (guint i = 0; i < groups->rows->len; i++)
    if (groups->first[i] == i && !(made && made[i]))
      make_group(filling, groups, i);
}

/* unread: a row may belong here of which nobody can read where it does. */
static void make_empty_group(const Filling *filling, const char *word, bool unread)
{
  Maker *maker = filling->maker;
  RowGroup *group = table_add_group(maker, filling->table, words_label(maker, word));
  Cell *cell = row_add_cell(maker, group_add_row(maker, group));
  cell->span = (int)filling->columns->len;
  if (unread)
    cell_add_words(maker, cell, "note", unread_word(maker->document));
  else
    cell_add_runs(maker, cell, "note",
                  template_runs(filling->self->group_missing, maker->document, filling->scope, maker->arena));
}

static bool any_unread(const Filling *filling, const Groups *groups)
{
  for (guint i = 0; filling->scope->world->unread && i < groups->rows->len; i++) {
    LoopRecord loop;
    Scope scope = rows_scope(filling->self->rows, filling->scope, g_ptr_array_index(groups->rows, i), &loop);
    if (!path_first(filling->self->group_by, &scope) && path_is_unread(filling->self->group_by, &scope))
      return true;
  }
  return false;
}

/* The values of the vocabulary in the order in which they are shown: those that the council defines, if it does, else
 * those that everybody has. Caller frees. */
static GArray *shown_values(const Filling *filling, const Terms *terms)
{
  GArray *values = g_array_new(FALSE, FALSE, sizeof(int));
  const GPtrArray *reports = filling->scope->world->reports;
  const Record *first = reports->len ? g_ptr_array_index(reports, 0) : NULL;
  const Field *own = first && terms == &terms_category ? spec_field(first->spec, "category") : NULL;
  const GPtrArray *categories = own && own->type == FIELD_MANY ? *(GPtrArray *const *)record_at(first, own) : NULL;
  for (guint i = 0; categories && i < categories->len; i++)
    g_array_append_val(values, ((const OwnCategory *)g_ptr_array_index(categories, i))->ref);
  bool all = values->len == 0;
  for (int value = 1; all && value < (int)terms->n; value++)
    g_array_append_val(values, value);
  return values;
}

/* A group for each value of the vocabulary, in its order, then the rows of other values and those without one. */
static void make_vocabulary(const Filling *filling, const Groups *groups)
{
  const Field *field = filling->self->group_by->field;
  const Terms *terms = field->detail;
  guint n = groups->rows->len, count = terms_count(terms);
  g_autofree guint *firsts = g_new(guint, count + 1); /* by value: the first row of its group, or n */
  g_autofree bool *made = g_new0(bool, n + 1);
  g_autoptr(GArray) values = shown_values(filling, terms);
  const Record *like = NULL; /* one of those whose groups they are: it says which words are meant */
  for (guint value = 0; value < count; value++)
    firsts[value] = n;
  for (guint i = 0; i < n; i++) {
    const Record *owner = groups->first[i] == i ? group_owner(filling, g_ptr_array_index(groups->rows, i)) : NULL;
    if (owner)
      firsts[*(const int *)record_at(owner, field)] = i;
    like = owner ? owner : like;
  }
  for (guint i = 0; i < values->len; i++) {
    int value = g_array_index(values, int, i);
    if (firsts[value] < n) {
      make_group(filling, groups, firsts[value]);
      made[firsts[value]] = true;
    } else {
      make_empty_group(filling, symbol_word(filling->maker->document, like, terms, value), any_unread(filling, groups));
    }
  }
  make_groups(filling, groups, made);
}

/* Whether no row says to which group it belongs: then there are none. */
static bool is_ungrouped(const Filling *filling, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    LoopRecord loop;
    Scope scope = rows_scope(filling->self->rows, filling->scope, g_ptr_array_index(rows, i), &loop);
    const Path *group_by = filling->self->group_by;
    if (path_first(group_by, &scope) || path_is_unread(group_by, &scope))
      return false;
  }
  return rows->len > 0;
}

static void make_rows(const Filling *filling, const GPtrArray *rows)
{
  if (!filling->self->group_by || is_ungrouped(filling, rows)) {
    filling->table->group_heading = NULL;
    RowGroup *group = table_add_group(filling->maker, filling->table, NULL);
    for (guint i = 0; i < rows->len; i++)
      make_record(filling, group, g_ptr_array_index(rows, i));
    return;
  }
  Groups groups = groups_new(filling, rows);
  if (filling->self->group_missing)
    make_vocabulary(filling, &groups);
  else
    make_groups(filling, &groups, NULL);
  groups_clear(&groups);
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const TableNode *self = (const TableNode *)node;
  g_autoptr(GPtrArray) rows = rows_get(self->rows, scope);
  g_autoptr(GArray) shown = columns_shown(self->columns, scope);
  if (rows->len == 0 && !self->group_missing) {
    maker_add_no_rows(maker, self->rows, &(NoRows){ self->caption, self->missing, "none" }, scope);
    maker_add_doubts(maker, self->rows, rows->len > 0, scope);
    return;
  }
  if (shown->len == 0)
    return;
  const char *id = maker_text(maker, self->id, scope);
  const GPtrArray *caption = template_runs(self->caption, maker->document, scope, maker->arena);
  Table *table = maker_add_table(maker, id ? id : "table", caption);
  table_add_note(maker, table, maker_text(maker, self->note, scope));
  table->style = self->table->style;
  table->no_head = self->table->no_head;
  table->no_sheet = self->table->no_sheet;
  table->sheet = maker_sheet(maker, self->sheet, scope);
  table->group_heading = self->group_heading ? maker_text(maker, self->group_heading, scope) : NULL;
  columns_make(maker, shown, scope, table);
  make_rows(&(Filling){ maker, self, shown, scope, table }, rows);
  maker_add_doubts(maker, self->rows, rows->len > 0, scope);
  if (columns_are_unread(self->columns, scope))
    maker_add_word(maker, "rows-lost");
}

const BlockKind block_table = { &layout_table_spec, sizeof(TableNode), compile, make };
