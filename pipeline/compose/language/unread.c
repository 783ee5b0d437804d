/* What could not be read: whether a path or a condition asks for something that was given all the same. */
#include "compose/language/condition-parts.h"

static bool is_unread_from(const Path *path, guint at, const Record *record, const Scope *scope);

static bool is_unread_through(const Path *path, guint at, const Record *record, const Scope *scope)
{
  const PathStep *step = g_ptr_array_index(path->steps, at);
  if (!record || record->spec != step->spec)
    return false;
  Scope inside = { record, scope->loops, scope->world };
  if (!step->filter || condition_holds(step->filter, &inside))
    return is_unread_from(path, at + 1, record, scope);
  return condition_is_unread(step->filter, &inside);
}

static bool is_unread_from(const Path *path, guint at, const Record *record, const Scope *scope)
{
  if (at == path->steps->len)
    return path->field && field_is_unread(record, path->field);
  const PathStep *step = g_ptr_array_index(path->steps, at);
  if (field_is_unread(record, step->field))
    return true;
  const void *member = record_at(record, step->field);
  if (step->field->type == FIELD_ONE)
    return is_unread_through(path, at, *(Record *const *)member, scope);
  const GPtrArray *list = *(GPtrArray *const *)member;
  for (guint i = 0; i < list->len; i++)
    if (is_unread_through(path, at, g_ptr_array_index(list, i), scope))
      return true;
  return false;
}

bool path_is_unread(const Path *path, const Scope *scope)
{
  if (!scope->world->unread)
    return false;
  const Record *first = path_begin(path, scope);
  if (first)
    return is_unread_from(path, 0, first, scope);
  const GPtrArray *reports = scope->world->reports;
  for (guint i = 0; i < reports->len; i++)
    if (is_unread_from(path, 0, g_ptr_array_index(reports, i), scope))
      return true;
  return false;
}

static bool test_is_unread(const Test *test, const Scope *scope)
{
  if (test->inner)
    return condition_is_unread(test->inner, scope);
  if (test->count) /* of what can be read */
    return false;
  return path_is_unread(test->path, scope) || (test->other && path_is_unread(test->other, scope));
}

bool condition_is_unread(const Condition *condition, const Scope *scope)
{
  for (guint i = 0; i < condition->groups->len; i++) {
    const GPtrArray *group = g_ptr_array_index(condition->groups, i);
    for (guint k = 0; k < group->len; k++)
      if (test_is_unread(g_ptr_array_index(group, k), scope))
        return true;
  }
  return false;
}
