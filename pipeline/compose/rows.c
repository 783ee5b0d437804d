/* Rows: filtered by a condition, sorted by fields; equal ones stay in the order of the model. */
#include "compose/rows.h"
#include "compose/compare.h"

typedef struct {
  const Path *path;
  bool descending;
} SortKey;

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
  Comparable knows = path->field ? field_comparable(path->field) : COMPARE_NOTHING;
  if (knows != COMPARE_EQUAL && knows != COMPARE_ORDER) {
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
  if (*scanner.at)
    scanner_fault(&scanner, "L-PATH", scanner.at, "'%s' cannot follow a path: fields are separated by commas",
                  scanner.at);
  return *scanner.at == '\0';
}

static const LoopName *loop_new(Arena *arena, const char *name, const Frame *frame, const LoopName *outer)
{
  LoopName *loop = arena_alloc(arena, sizeof *loop);
  *loop = (LoopName){ name, frame, outer };
  return loop;
}

Rows *rows_new(Compiler *compiler, const Record *record, const char *rows, const char *where, const char *sort,
               const char *as, const Shape *shape)
{
  Rows *new_rows = arena_alloc(compiler->arena, sizeof *new_rows);
  new_rows->keys = arena_list(compiler->arena);
  new_rows->path = path_new_records(compiler, record, "rows", rows, shape);
  if (!new_rows->path)
    return NULL;
  new_rows->shape = path_shape(new_rows->path, shape);
  if (as)
    new_rows->shape.loops = new_rows->loop = loop_new(compiler->arena, as, new_rows->shape.frame, shape->loops);
  bool fine = true;
  if (where) {
    new_rows->where = condition_new(compiler, record, "where", where, &new_rows->shape);
    fine &= new_rows->where != NULL;
  }
  if (sort)
    fine &= read_keys(compiler, record, sort, new_rows);
  return fine ? new_rows : NULL;
}

typedef struct {
  const Record *row;
  guint index;
} Sorted;

typedef struct {
  const Rows *rows;
  const Scope *scope;
} Sorting;

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
  int order = values_compare(field, record_at(owner_a, field), record_at(owner_b, field));
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
  Scope inside = { row, scope->loops, scope->reports };
  if (rows->loop) {
    *loop = (LoopRecord){ row, scope->loops };
    inside.loops = loop;
  }
  return inside;
}

GPtrArray *rows_get(const Rows *rows, const Scope *scope)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  GPtrArray *list = g_ptr_array_new();
  path_follow(rows->path, scope, all);
  for (guint i = 0; i < all->len; i++) {
    const Record *row = g_ptr_array_index(all, i);
    LoopRecord loop;
    Scope inside = rows_scope(rows, scope, row, &loop);
    if (!rows->where || condition_holds(rows->where, &inside))
      g_ptr_array_add(list, (gpointer)row);
  }
  if (rows->keys->len && list->len > 1)
    sort_rows(rows, scope, list);
  return list;
}
