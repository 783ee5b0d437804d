/* Following paths. What a path finds from a record is kept where it was much to go through and does not vary. */
#include "compose/language/lookup.h"
#include "compose/language/path.h"
#include "model/reading.h"

enum { SHORT = 8 }; /* records gone through: no more than this is done again */

typedef struct {
  const Path *path;
  const Scope *scope;
  guint unfiltered; /* the step whose filter is not asked */
  guint end;        /* steps taken */
  GPtrArray *records;
  guint seen; /* records gone through */
} Walk;

/* Whether the record tells what the path asks of it. */
static bool tells(const Path *path, const Record *record)
{
  if (!path->field || path->field->type == FIELD_BOOL)
    return true;
  if (!field_is_set(record, path->field)) { /* words may stand in the place of a symbol */
    const Field *note = spec_note_field(record->spec, path->field);
    return note && (field_is_set(record, note) || field_is_unread(record, note));
  }
  return !reading_hides(record, path->field) && (path->implied || !field_is_implied(record, path->field));
}

static void walk(Walk *w, guint at, const Record *record);

static void walk_into(Walk *w, guint at, const Record *record)
{
  const PathStep *step = g_ptr_array_index(w->path->steps, at);
  w->seen++;
  if (!record || record->spec != step->spec)
    return;
  Scope inside = { record, w->scope->loops, w->scope->world };
  if (!step->filter || at == w->unfiltered || condition_holds(step->filter, &inside))
    walk(w, at + 1, record);
}

static void walk(Walk *w, guint at, const Record *record)
{
  if (at == w->end) {
    if (w->unfiltered < w->end || tells(w->path, record))
      g_ptr_array_add(w->records, (gpointer)record);
    return;
  }
  const PathStep *step = g_ptr_array_index(w->path->steps, at);
  const void *member = record_at(record, step->field);
  if (step->field->type == FIELD_ONE) {
    walk_into(w, at, *(Record *const *)member);
    return;
  }
  const GPtrArray *list = *(GPtrArray *const *)member;
  for (guint i = 0; i < list->len; i++)
    walk_into(w, at, g_ptr_array_index(list, i));
}

const Record *path_begin(const Path *path, const Scope *scope)
{
  if (path->from == FROM_PARAM)
    return path->param;
  if (path->from == FROM_REPORTS)
    return NULL;
  guint up = path->up;
  if (path->from == FROM_LOOP) {
    const LoopRecord *loop = scope->loops;
    while (up-- > 0)
      loop = loop->outer;
    return loop->record;
  }
  const Record *record = scope->record;
  while (up-- > 0)
    record = record->parent;
  return record;
}

static void walk_from(Walk *w, const Record *first)
{
  const GPtrArray *reports = w->scope->world->reports;
  if (first)
    walk(w, 0, first);
  for (guint i = 0; !first && i < reports->len; i++)
    walk(w, 0, g_ptr_array_index(reports, i));
}

/* The records up to the step whose filter varies, unfiltered; or all of the path. Caller unrefs. */
static GPtrArray *follow_settled(const Path *path, const Scope *scope)
{
  const Record *first = path_begin(path, scope);
  GPtrArray *kept = path->many ? lookup_list(scope->world->lookup, path, first) : NULL;
  if (kept)
    return kept;
  guint n = path->steps->len;
  Walk w = { path, scope, path->open, MIN(path->open + 1, n), g_ptr_array_new(), 0 };
  walk_from(&w, first);
  if (path->many && w.seen > SHORT)
    lookup_keep(scope->world->lookup, path, first, w.records);
  return w.records;
}

GPtrArray *path_follow(const Path *path, const Scope *scope)
{
  GPtrArray *all = follow_settled(path, scope);
  if (path->open == path->steps->len)
    return all;
  const PathStep *step = g_ptr_array_index(path->steps, path->open);
  g_autoptr(GPtrArray) picked = condition_pick(step->filter, all, false, scope);
  g_ptr_array_unref(all);
  guint n = path->steps->len;
  Walk w = { path, scope, n, n, g_ptr_array_new(), 0 };
  for (guint i = 0; i < picked->len; i++)
    walk(&w, path->open + 1, g_ptr_array_index(picked, i));
  return w.records;
}

const Record *path_first(const Path *path, const Scope *scope)
{
  if (path->from != FROM_REPORTS && path->steps->len == 0) {
    const Record *record = path_begin(path, scope);
    return tells(path, record) ? record : NULL;
  }
  g_autoptr(GPtrArray) records = path_follow(path, scope);
  return records->len ? g_ptr_array_index(records, 0) : NULL;
}
