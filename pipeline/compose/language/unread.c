/* What could not be read: whether a path or a condition asks for something that was given all the same. */
#include "compose/language/condition-parts.h"
#include "compose/language/lookup.h"

enum { SHORT = 8 }; /* lists that are gone through */

/* Whether anything around the record, or in the loops, cannot be read. */
static bool is_around_in_doubt(const Record *record, const Scope *scope)
{
  for (const LoopRecord *loop = scope->loops; loop; loop = loop->outer)
    if (loop->record->unread_within)
      return true;
  for (; record && record->parent; record = record->parent)
    if (record->unread_within)
      return true;
  return record && record->unread;
}

bool record_is_in_doubt(const Record *record, const Scope *scope)
{
  return record->unread_within || is_around_in_doubt(record, scope);
}

/* Asking one path. doubts: records of which nobody can read whether the path picks them count, too. */
typedef struct {
  const Path *path;
  const Scope *scope;
  bool doubts;
} Asking;

static bool is_unread_from(const Asking *asking, guint at, const Record *record);

/* Whether it begins at the record itself. */
static bool is_own(const Path *path)
{
  return path->from == FROM_AROUND && path->up == 0;
}

/* Whether what a filter holds its records against was given, but cannot be read: then there is one that was meant. */
static bool seeks_unread(const Condition *filter, const Scope *scope)
{
  for (guint i = 0; i < filter->groups->len; i++) {
    const GPtrArray *group = g_ptr_array_index(filter->groups, i);
    for (guint k = 0; k < group->len; k++) {
      const Test *test = g_ptr_array_index(group, k);
      const Path *sides[] = { test->inner ? NULL : test->path, test->inner ? NULL : test->other };
      for (guint m = 0; m < G_N_ELEMENTS(sides); m++)
        if (sides[m] && !is_own(sides[m]) && path_is_unread(sides[m], scope))
          return true;
    }
  }
  return false;
}

static bool is_unread_through(const Asking *asking, guint at, const Record *record)
{
  const PathStep *step = g_ptr_array_index(asking->path->steps, at);
  if (!record || record->spec != step->spec)
    return false;
  if (!record_is_in_doubt(record, asking->scope))
    return false;
  Scope inside = { record, asking->scope->loops, asking->scope->world };
  if (step->filter && asking->doubts && condition_is_unread(step->filter, &inside))
    return true;
  if (!step->filter || condition_holds(step->filter, &inside))
    return is_unread_from(asking, at + 1, record);
  return !asking->doubts && seeks_unread(step->filter, &inside);
}

static bool is_unread_from(const Asking *asking, guint at, const Record *record)
{
  const Path *path = asking->path;
  if (at == path->steps->len)
    return path->field && field_is_unread(record, path->field);
  const PathStep *step = g_ptr_array_index(path->steps, at);
  bool sought = !step->filter && at + 1 == path->steps->len; /* of what else it may have held nobody knows */
  if (field_is_unread(record, step->field) && (asking->doubts || sought))
    return true;
  const void *member = record_at(record, step->field);
  if (step->field->type == FIELD_ONE)
    return is_unread_through(asking, at, *(Record *const *)member);
  const GPtrArray *list = *(GPtrArray *const *)member;
  if (list->len > SHORT && !is_around_in_doubt(record, asking->scope)) /* then only what is in them counts */
    list = lookup_unread(asking->scope->world->lookup, list);
  for (guint i = 0; i < list->len; i++)
    if (is_unread_through(asking, at, g_ptr_array_index(list, i)))
      return true;
  return false;
}

static bool ask(const Asking *asking)
{
  const World *world = asking->scope->world;
  if (!world->unread)
    return false;
  const Record *first = path_begin(asking->path, asking->scope);
  if (first)
    return is_unread_from(asking, 0, first);
  for (guint i = 0; i < world->reports->len; i++)
    if (is_unread_from(asking, 0, g_ptr_array_index(world->reports, i)))
      return true;
  return false;
}

bool path_is_unread(const Path *path, const Scope *scope)
{
  return ask(&(Asking){ path, scope, true });
}

bool path_was_given(const Path *path, const Scope *scope)
{
  return ask(&(Asking){ path, scope, false });
}

/* Whether it picks by lists of codes, each of which leads to a record of its own. */
static bool picks_by_lists(const Path *path)
{
  for (guint i = 0; i < path->steps->len; i++) {
    const Condition *filter = ((const PathStep *)g_ptr_array_index(path->steps, i))->filter;
    for (guint k = 0; filter && k < filter->groups->len; k++) {
      const GPtrArray *group = g_ptr_array_index(filter->groups, k);
      for (guint m = 0; m < group->len; m++)
        if (((const Test *)g_ptr_array_index(group, m))->kind == TEST_HAS)
          return true;
    }
  }
  return false;
}

bool path_is_partly_unread(const Path *path, const Scope *scope)
{
  return scope->world->unread && path->many && picks_by_lists(path) && path_is_unread(path, scope);
}

/* Whether the record that the path found is picked by it, whatever it is that cannot be read. */
static bool is_picked_for_sure(const Path *path, const Record *found, const Scope *scope)
{
  for (guint i = path->steps->len; i-- > 0; found = found->parent) {
    const Condition *filter = ((const PathStep *)g_ptr_array_index(path->steps, i))->filter;
    Scope inside = { found, scope->loops, scope->world };
    if (filter && record_is_in_doubt(found, &inside) && condition_truth(filter, &inside) != TRUE_FOR_SURE)
      return false;
  }
  return true;
}

guint path_count(const Path *path, const Scope *scope, bool *ret_more)
{
  g_autoptr(GPtrArray) found = path_follow(path, scope);
  *ret_more = path_is_unread(path, scope);
  guint n = 0;
  for (guint i = 0; i < found->len; i++)
    n += !*ret_more || is_picked_for_sure(path, g_ptr_array_index(found, i), scope);
  return n;
}

/* ---- conditions ------------------------------------------------------------------------------------------------- */

/* Whether it holds by one value, and what is there only stands in for that. */
static bool is_by_stand_in(const Test *test, const Scope *scope)
{
  return scope->world->unread && test->kind > TEST_MISSING && !test->path->many && path_is_unread(test->path, scope);
}

static Truth truth_of_test(const Test *test, const Scope *scope)
{
  if (test->inner) {
    Truth inner = condition_truth(test->inner, scope);
    return test->negated ? TRUE_FOR_SURE - inner : inner;
  }
  bool holds = test_holds(test, scope);
  bool found =
      holds && !test->count && (test->kind == TEST_GIVEN || (test->kind > TEST_MISSING && test->kind != TEST_UNEQUAL));
  found &= !is_by_stand_in(test, scope);
  bool unread = !test->count && !found && /* counts are of what can be read */
                (path_is_unread(test->path, scope) || (test->other && path_is_unread(test->other, scope)));
  if (unread)
    return IN_DOUBT;
  return holds != test->negated ? TRUE_FOR_SURE : FALSE_FOR_SURE;
}

/* One group must hold, all tests of it. */
Truth condition_truth(const Condition *condition, const Scope *scope)
{
  Truth any = FALSE_FOR_SURE;
  for (guint i = 0; i < condition->groups->len && any != TRUE_FOR_SURE; i++) {
    const GPtrArray *group = g_ptr_array_index(condition->groups, i);
    Truth all = TRUE_FOR_SURE;
    for (guint k = 0; k < group->len && all != FALSE_FOR_SURE; k++)
      all = MIN(all, truth_of_test(g_ptr_array_index(group, k), scope));
    any = MAX(any, all);
  }
  return any;
}

bool condition_is_unread(const Condition *condition, const Scope *scope)
{
  return condition_truth(condition, scope) == IN_DOUBT;
}
