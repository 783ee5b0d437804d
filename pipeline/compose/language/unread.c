/* What could not be read: whether a path or a condition asks for something that was given all the same. */
#include "compose/language/condition-parts.h"
#include "compose/language/lookup.h"
#include "model/section.h"
#include <string.h>

enum {
  SHORT = 8, /* lists that are gone through */
  MANY = 100 /* records that cannot be read: where there are more nobody asks each of them whether it is meant */
};

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

/* Whether the path leads straight to a field, of the record or one around it, or of a loop. */
static bool is_straight(const Path *path)
{
  return path->steps->len == 0 && path->field && (path->from == FROM_AROUND || path->from == FROM_LOOP);
}

/* At a glance: whether the value was read; of those of loops when loops, of the others when not: the rest is taken for
 * read. */
static bool is_read_at_once(const Path *path, bool loops, const Scope *scope)
{
  if (!path || path->from == FROM_PARAM || (path->from == FROM_LOOP) != loops)
    return true;
  return is_straight(path) && !field_is_unread(path_begin(path, scope), path->field);
}

/* The same of all that the condition asks for. */
static bool is_read(const Condition *condition, bool loops, const Scope *scope)
{
  for (guint i = 0; i < condition->groups->len; i++) {
    const GPtrArray *group = g_ptr_array_index(condition->groups, i);
    for (guint k = 0; k < group->len; k++) {
      const Test *test = g_ptr_array_index(group, k);
      if (test->inner ? !is_read(test->inner, loops, scope)
                      : !is_read_at_once(test->path, loops, scope) || !is_read_at_once(test->other, loops, scope))
        return false;
    }
  }
  return true;
}

/* The same of what the path ends at. */
static bool ends_read(const Path *path, guint at, const Record *record)
{
  return at + 1 == path->steps->len && !(path->field && field_is_unread(record, path->field));
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

/* Those of the list of which the filter may be in doubt whatever the loops hold, and whatever is at the path's end.
 * Kept for who asks next; caller unrefs. */
static GPtrArray *doubtful(const Asking *asking, guint at, const Record *owner, const GPtrArray *list)
{
  const PathStep *step = g_ptr_array_index(asking->path->steps, at);
  Lookup *lookup = asking->scope->world->lookup;
  GPtrArray *kept = lookup_list(lookup, step, owner);
  if (kept)
    return kept;
  kept = g_ptr_array_new();
  for (guint i = 0; i < list->len; i++) {
    Record *record = g_ptr_array_index(list, i);
    Scope inside = { record, asking->scope->loops, asking->scope->world };
    if (!ends_read(asking->path, at, record) || !is_read(step->filter, false, &inside))
      g_ptr_array_add(kept, record);
  }
  lookup_keep(lookup, step, owner, kept);
  return kept;
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
  g_autoptr(GPtrArray) kept = NULL;
  if (list->len > SHORT && step->filter && is_read(step->filter, true, asking->scope))
    list = kept = doubtful(asking, at, record, list);
  bool inside = list->len > SHORT && !is_around_in_doubt(record, asking->scope); /* then only what is in them counts */
  if (inside)
    list = lookup_unread(asking->scope->world->lookup, list);
  for (guint i = 0; i < list->len; i++) {
    if (inside && i == MANY)
      return asking->doubts;
    if (is_unread_through(asking, at, g_ptr_array_index(list, i)))
      return true;
  }
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

/* Whether it ends at all records of a list. */
static bool ends_at_list(const Path *path)
{
  const PathStep *last = path->steps->len ? g_ptr_array_index(path->steps, path->steps->len - 1) : NULL;
  return last && !last->filter && last->field->type == FIELD_MANY;
}

bool path_is_partly_unread(const Path *path, const Scope *scope)
{
  return scope->world->unread && path->many && (picks_by_lists(path) || ends_at_list(path)) &&
         path_is_unread(path, scope);
}

bool path_picks_for_sure(const Path *path, const Record *found, const Scope *scope)
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
    n += !*ret_more || path_picks_for_sure(path, g_ptr_array_index(found, i), scope);
  return n;
}

/* ---- conditions ------------------------------------------------------------------------------------------------- */

/* Whether it holds by one value, and what is there only stands in for that. Of a list each code is there for sure. */
static bool is_by_stand_in(const Test *test, const Scope *scope)
{
  bool codes = test->kind == TEST_HAS && test->path->field && test->path->field->type == FIELD_CODES;
  return scope->world->unread && test->kind > TEST_MISSING && !codes && !test->path->many &&
         path_is_unread(test->path, scope);
}

/* Whether the test asks whether a code, which cannot be read, is one that it can be: of a slip it is known what was
 * meant. */
static bool can_be(const Test *test, const Scope *scope)
{
  const Field *field = test->path ? test->path->field : NULL;
  bool asked = field && field->type == FIELD_CODE && g_str_equal(field->name, "ref") && test->value && !test->other &&
               is_straight(test->path) && (test->kind == TEST_EQUAL || test->kind == TEST_UNEQUAL);
  const Record *record = asked ? path_begin(test->path, scope) : NULL;
  if (!record || record->spec != &report_section_spec || !((const Section *)record)->meant)
    return true;
  const char *meant = ((const Section *)record)->meant;
  return strcmp(*(char *const *)test->value, meant) == 0;
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
  bool unread = !test->count && !found && can_be(test, scope) && /* counts are of what can be read */
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
