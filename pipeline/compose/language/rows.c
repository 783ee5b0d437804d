/* Rows: filtered by a condition, sorted by fields; equal ones stay in the order of the model. */
#include "compose/language/rows.h"
#include "compose/language/compare.h"

typedef struct {
  const Path *path;
  bool descending;
} SortKey;

static const Field *ref_of(const Rows *rows)
{
  const Field *ref = spec_field(rows->shape.frame->spec, "ref");
  return ref && ref->type == FIELD_CODE ? ref : NULL;
}

/* By a value, or in the order in which a list of codes names the rows. */
static bool can_sort(const Path *path, const Rows *rows)
{
  if (!path->field)
    return false;
  Comparable knows = field_comparable(path->field);
  return knows == COMPARE_EQUAL || knows == COMPARE_ORDER || (path->field->type == FIELD_CODES && ref_of(rows));
}

static bool read_key(Scanner *scanner, Rows *rows)
{
  SortKey *key = arena_alloc(scanner->compiler->arena, sizeof *key);
  scanner_space(scanner);
  key->descending = scanner_take(scanner, "-");
  const char *at = scanner->at;
  Path *path = path_scan(scanner, &rows->shape);
  if (!path)
    return false;
  key->path = path;
  if (!can_sort(path, rows)) {
    scanner_fault(scanner, "L-KIND", at, "rows cannot be sorted by '%s'", path->text);
    return false;
  }
  g_ptr_array_add(rows->keys, key);
  scanner_space(scanner);
  return true;
}

static bool read_keys(Compiler *compiler, const Record *record, const char *sort, Rows *rows)
{
  Scanner scanner = scanner_new(compiler, record, "sort", sort);
  do {
    if (!read_key(&scanner, rows))
      return false;
  } while (scanner_take(&scanner, ","));
  return scanner_ends(&scanner);
}

static const LoopName *loop_new(Arena *arena, const char *name, const Frame *frame, const LoopName *outer)
{
  LoopName *loop = arena_alloc(arena, sizeof *loop);
  *loop = (LoopName){ name, frame, outer };
  return loop;
}

static bool read_distinct(Compiler *compiler, const Record *record, const char *distinct, Rows *rows)
{
  rows->distinct = path_new(compiler, record, "distinct", distinct, &rows->shape);
  if (!rows->distinct)
    return false;
  rows->distinct->implied = true;
  Comparable knows = rows->distinct->field ? field_comparable(rows->distinct->field) : COMPARE_NOTHING;
  if (knows == COMPARE_EQUAL || knows == COMPARE_ORDER)
    return true;
  compiler_fault(compiler, "L-KIND", record, "distinct", "'%s' is not one value that rows could have in common",
                 distinct);
  return false;
}

Rows *rows_new(Compiler *compiler, const Record *record, const RowsText *text, const Shape *shape)
{
  Rows *rows = arena_alloc(compiler->arena, sizeof *rows);
  rows->keys = arena_list(compiler->arena);
  rows->path = path_new_records(compiler, record, "rows", text->rows, shape);
  if (!rows->path)
    return NULL;
  rows->shape = path_shape(rows->path, shape);
  if (text->as)
    rows->shape.loops = rows->loop = loop_new(compiler->arena, text->as, rows->shape.frame, shape->loops);
  bool fine = true;
  if (text->where) {
    rows->where = condition_new(compiler, record, "where", text->where, &rows->shape);
    fine &= rows->where != NULL;
  }
  if (text->distinct)
    fine &= read_distinct(compiler, record, text->distinct, rows);
  if (text->sort)
    fine &= read_keys(compiler, record, text->sort, rows);
  return fine ? rows : NULL;
}

typedef struct {
  const Record *row;
  guint index;
} Sorted;

typedef struct {
  const Rows *rows;
  const Scope *scope;
} Sorting;

/* The place of the row's ref in the list; those that it does not name come after it. */
static guint place_in(const Record *owner, const Field *list, const Record *row, const Sorting *sorting)
{
  const GPtrArray *codes = *(GPtrArray *const *)record_at(owner, list);
  const char *ref = *(char *const *)record_at(row, ref_of(sorting->rows));
  return lookup_code(sorting->scope->world->lookup, codes, ref);
}

/* Rows without a value come last, whatever the direction. */
static int compare_by(const SortKey *key, const Sorting *sorting, const Record *a, const Record *b)
{
  LoopRecord loop_a, loop_b;
  Scope scope_a = rows_scope(sorting->rows, sorting->scope, a, &loop_a);
  Scope scope_b = rows_scope(sorting->rows, sorting->scope, b, &loop_b);
  const Record *owner_a = path_first(key->path, &scope_a), *owner_b = path_first(key->path, &scope_b);
  if (!owner_a || !owner_b)
    return (owner_a == NULL) - (owner_b == NULL);
  const Field *field = key->path->field;
  int order = field->type == FIELD_CODES
                  ? (int)place_in(owner_a, field, a, sorting) - (int)place_in(owner_b, field, b, sorting)
                  : values_compare(field, record_at(owner_a, field), record_at(owner_b, field));
  return key->descending ? -order : order;
}

static gint compare_rows(gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  const Sorted *left = a, *right = b;
  int order = 0;
  for (guint i = 0; i < sorting->rows->keys->len && order == 0; i++)
    order = compare_by(g_ptr_array_index(sorting->rows->keys, i), sorting, left->row, right->row);
  return order ? order : (left->index > right->index) - (left->index < right->index);
}

static void sort_rows(const Rows *rows, const Scope *scope, GPtrArray *list)
{
  Sorting sorting = { rows, scope };
  g_autofree Sorted *sorted = g_new(Sorted, list->len);
  for (guint i = 0; i < list->len; i++)
    sorted[i] = (Sorted){ g_ptr_array_index(list, i), i };
  g_qsort_with_data(sorted, (int)list->len, sizeof *sorted, compare_rows, &sorting);
  for (guint i = 0; i < list->len; i++)
    list->pdata[i] = (gpointer)sorted[i].row;
}

Scope rows_scope(const Rows *rows, const Scope *scope, const Record *row, LoopRecord *loop)
{
  Scope inside = { row, scope->loops, scope->world };
  if (rows->loop) {
    *loop = (LoopRecord){ row, scope->loops };
    inside.loops = loop;
  }
  return inside;
}

typedef struct {
  const Record *owner; /* of the value, or NULL */
  bool unread;         /* there is one, but nobody can tell which */
  guint index;
} Valued;

/* By value, rows without one first, then those whose value cannot be read; of one value in their order. */
static gint compare_valued(gconstpointer a, gconstpointer b, gpointer data)
{
  const Field *field = data;
  const Valued *x = a, *y = b;
  int order = x->owner && y->owner ? values_compare(field, record_at(x->owner, field), record_at(y->owner, field))
                                   : (x->owner != NULL) - (y->owner != NULL);
  order = order ? order : x->unread - y->unread;
  return order ? order : (x->index > y->index) - (x->index < y->index);
}

static bool same_value(const Field *field, const Valued *a, const Valued *b)
{
  if (!a->owner || !b->owner)
    return a->owner == b->owner && a->unread == b->unread;
  return a->unread == b->unread && values_compare(field, record_at(a->owner, field), record_at(b->owner, field)) == 0;
}

guint *rows_alike(const Rows *rows, const Path *path, const Scope *scope, const GPtrArray *list)
{
  guint *first = g_new(guint, list->len + 1);
  g_autofree Valued *valued = g_new(Valued, list->len + 1);
  for (guint i = 0; i < list->len; i++) {
    LoopRecord loop;
    Scope inside = rows_scope(rows, scope, g_ptr_array_index(list, i), &loop);
    const Record *owner = path_first(path, &inside);
    valued[i] = (Valued){ owner, owner ? field_is_unread(owner, path->field) : path_is_unread(path, &inside), i };
  }
  g_qsort_with_data(valued, (int)list->len, sizeof *valued, compare_valued, (gpointer)path->field);
  for (guint i = 0; i < list->len; i++) {
    bool same = i > 0 && same_value(path->field, &valued[i - 1], &valued[i]);
    first[valued[i].index] = same ? first[valued[i - 1].index] : valued[i].index;
  }
  return first;
}

/* Leaves of each value the first row. */
static void drop_repeated(const Rows *rows, const Scope *scope, GPtrArray *list)
{
  g_autofree guint *first = rows_alike(rows, rows->distinct, scope, list);
  guint kept = 0;
  for (guint i = 0; i < list->len; i++)
    if (first[i] == i)
      list->pdata[kept++] = list->pdata[i];
  g_ptr_array_set_size(list, (gint)kept);
}

/* The records that meet the condition: a list of its own when it will be changed. */
static GPtrArray *filtered(const Rows *rows, const Scope *scope)
{
  GPtrArray *all = path_follow(rows->path, scope);
  if (!rows->where && !rows->distinct && rows->keys->len == 0)
    return all;
  GPtrArray *list =
      rows->where ? condition_pick(rows->where, all, rows->loop != NULL, scope) : g_ptr_array_copy(all, NULL, NULL);
  g_ptr_array_unref(all);
  return list;
}

RowsUnread rows_unread(const Rows *rows, const Scope *scope)
{
  RowsUnread unread = { 0, 0 };
  if (!scope->world->unread || !rows->where)
    return unread;
  g_autoptr(GPtrArray) all = path_follow(rows->path, scope);
  for (guint i = 0; i < all->len; i++) {
    LoopRecord loop;
    Scope inside = rows_scope(rows, scope, g_ptr_array_index(all, i), &loop);
    if (!record_is_in_doubt(inside.record, &inside) || !condition_is_unread(rows->where, &inside))
      continue;
    bool held = condition_holds(rows->where, &inside);
    unread.held += held;
    unread.left_out += !held;
  }
  return unread;
}

/* Whether the record is a row, and meets the condition as well. */
static Truth truth_of_row(const Rows *rows, const Condition *where, const Scope *inside)
{
  Truth row = rows->where ? condition_truth(rows->where, inside) : TRUE_FOR_SURE;
  return where && row != FALSE_FOR_SURE ? MIN(row, condition_truth(where, inside)) : row;
}

static bool is_picked(const Rows *rows, const Condition *where, const Scope *inside)
{
  return (!rows->where || condition_holds(rows->where, inside)) && (!where || condition_holds(where, inside));
}

/* Of the records that nobody knows to be rows that meet the condition: how many were picked; *ret_more: any at all. */
static guint picked_in_doubt(const Rows *rows, const Condition *where, const Scope *scope, bool *ret_more)
{
  g_autoptr(GPtrArray) all = path_follow(rows->path, scope);
  guint n = 0;
  for (guint i = 0; i < all->len; i++) {
    LoopRecord loop;
    Scope inside = rows_scope(rows, scope, g_ptr_array_index(all, i), &loop);
    if (!record_is_in_doubt(inside.record, &inside) || truth_of_row(rows, where, &inside) != IN_DOUBT)
      continue;
    *ret_more = true;
    n += is_picked(rows, where, &inside);
  }
  return n;
}

guint rows_count(const Rows *rows, const GPtrArray *list, const Condition *where, const Scope *scope, bool *ret_more)
{
  g_autoptr(GPtrArray) picked = where ? condition_pick(where, list, rows->loop != NULL, scope) : NULL;
  guint n = picked ? picked->len : list->len;
  *ret_more = scope->world->unread && path_is_unread(rows->path, scope);
  return scope->world->unread ? n - picked_in_doubt(rows, where, scope, ret_more) : n;
}

GPtrArray *rows_get(const Rows *rows, const Scope *scope)
{
  GPtrArray *list = filtered(rows, scope);
  if (rows->distinct)
    drop_repeated(rows, scope, list);
  for (guint i = 0; scope->world->wanted && i < list->len; i++)
    scope_meet(scope, g_ptr_array_index(list, i));
  if (rows->keys->len && list->len > 1)
    sort_rows(rows, scope, list);
  return list;
}
