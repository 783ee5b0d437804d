/* Asking conditions. */
#include "compose/language/compare.h"
#include "compose/language/condition-parts.h"

Varies condition_varies(const Condition *condition)
{
  return condition->varies;
}

const Field *test_value_field(const Test *test)
{
  static const Field word = { .type = FIELD_TEXT };
  return test->path->field->type == FIELD_CODES ? &word : test->path->field;
}

static bool order_fits(TestKind kind, int order)
{
  switch (kind) {
  case TEST_EQUAL:
  case TEST_UNEQUAL: /* not equal: turned round by the caller */
  case TEST_HAS:
    return order == 0;
  case TEST_LESS:
    return order < 0;
  case TEST_AT_MOST:
    return order <= 0;
  case TEST_MORE:
    return order > 0;
  case TEST_AT_LEAST:
    return order >= 0;
  case TEST_GIVEN:
  case TEST_MISSING:
    break;
  }
  return false;
}

/* One value against another; other_field is the type of the other. */
static bool meets(const Test *test, const Scope *scope, const Record *record, const Field *other_field,
                  const void *other)
{
  const Field *field = test->path->field;
  const void *value = record_at(record, field);
  if (test->kind == TEST_HAS)
    return value_has(scope->world->lookup, field, value, other_field, other);
  return order_fits(test->kind, values_compare(field, value, other));
}

static bool any_meets(const Test *test, const GPtrArray *records, const Scope *scope, const Field *other_field,
                      const void *other)
{
  for (guint i = 0; i < records->len; i++)
    if (meets(test, scope, g_ptr_array_index(records, i), other_field, other))
      return true;
  return false;
}

/* The records at the places that the index has for the value. Caller unrefs. */
static GPtrArray *found_by(const ListIndex *index, const GPtrArray *records, const Field *field, const void *value)
{
  GPtrArray *found = g_ptr_array_new();
  g_autoptr(GPtrArray) lists = g_ptr_array_new();
  index_find(index, field, value, lists);
  for (guint i = 0; i < lists->len; i++) {
    const GArray *places = g_ptr_array_index(lists, i);
    for (guint k = 0; k < places->len; k++)
      g_ptr_array_add(found, g_ptr_array_index(records, g_array_index(places, guint, k)));
  }
  return found;
}

/* The index of the records by the field, when the test is one to look up; or NULL. */
static const ListIndex *index_for(const Test *test, const GPtrArray *records, const Field *field, const Scope *scope)
{
  bool equal = test->kind == TEST_EQUAL || test->kind == TEST_UNEQUAL || test->kind == TEST_HAS;
  return equal ? lookup_by_field(scope->world->lookup, records, field) : NULL;
}

/* Whether one of the records meets the value. */
static bool one_meets(const Test *test, const GPtrArray *records, const Scope *scope, const Field *other_field,
                      const void *other)
{
  const ListIndex *index = index_for(test, records, test->path->field, scope);
  if (!index)
    return any_meets(test, records, scope, other_field, other);
  g_autoptr(GPtrArray) found = found_by(index, records, other_field, other);
  return any_meets(test, found, scope, other_field, other);
}

/* Whether the record meets one of the others, which have an index. */
static bool meets_one(const Test *test, const Record *record, const GPtrArray *others, const ListIndex *index,
                      const Scope *scope)
{
  const Field *field = test->path->field, *other_field = test->other->field;
  g_autoptr(GPtrArray) found = found_by(index, others, field, record_at(record, field));
  for (guint i = 0; i < found->len; i++)
    if (meets(test, scope, record, other_field, record_at(g_ptr_array_index(found, i), other_field)))
      return true;
  return false;
}

/* Whether one of the records meets one of the others. */
static bool meets_others(const Test *test, const GPtrArray *records, const Scope *scope)
{
  const Field *field = test->other->field;
  g_autoptr(GPtrArray) others = path_follow(test->other, scope);
  const ListIndex *index = index_for(test, others, field, scope);
  for (guint i = 0; index && i < records->len; i++)
    if (meets_one(test, g_ptr_array_index(records, i), others, index, scope))
      return true;
  for (guint i = 0; !index && i < others->len; i++)
    if (one_meets(test, records, scope, field, record_at(g_ptr_array_index(others, i), field)))
      return true;
  return false;
}

static bool meets_any(const Test *test, const GPtrArray *records, const Scope *scope)
{
  if (test->value && one_meets(test, records, scope, test_value_field(test), test->value))
    return true;
  return test->other && test->other->from != FROM_PARAM && meets_others(test, records, scope);
}

/* Given only what is there for sure, missing only what is not: of what nobody can read neither is said. */
static bool is_there(const Test *test, const Scope *scope)
{
  bool found = path_first(test->path, scope) != NULL;
  return test->kind == TEST_GIVEN ? found || path_was_given(test->path, scope)
                                  : !found && !path_is_unread(test->path, scope);
}

bool test_holds(const Test *test, const Scope *scope)
{
  if (test->inner)
    return condition_holds(test->inner, scope);
  if (!test->count && test->kind <= TEST_MISSING)
    return is_there(test, scope);
  g_autoptr(GPtrArray) records = path_follow(test->path, scope);
  if (test->count) {
    int count = (int)records->len;
    bool fits = order_fits(test->kind, (count > test->number) - (count < test->number));
    return test->kind == TEST_UNEQUAL ? !fits : fits;
  }
  return meets_any(test, records, scope) != (test->kind == TEST_UNEQUAL);
}

bool condition_holds(const Condition *condition, const Scope *scope)
{
  for (guint i = 0; i < condition->groups->len; i++) {
    const GPtrArray *group = g_ptr_array_index(condition->groups, i);
    guint held = 0;
    while (held < group->len) {
      const Test *test = g_ptr_array_index(group, held);
      if (test_holds(test, scope) == test->negated)
        break;
      held++;
    }
    if (held == group->len)
      return true;
  }
  return false;
}

/* Where it is equal to a word of the layout, the reader of what is shown then knows the value. */
static void tell_test(const Test *test, const Scope *scope)
{
  if (test->inner && !test->negated)
    condition_tell(test->inner, scope);
  if (test->inner || test->negated || test->count || test->kind != TEST_EQUAL || !test->value)
    return;
  g_autoptr(GPtrArray) records = path_follow(test->path, scope);
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    if (meets(test, scope, record, test_value_field(test), test->value))
      scope_tell(scope, record, test->path->field);
  }
}

void condition_tell(const Condition *condition, const Scope *scope)
{
  if (!scope->world->told || !condition_holds(condition, scope))
    return;
  for (guint i = 0; i < condition->groups->len; i++) {
    const GPtrArray *group = g_ptr_array_index(condition->groups, i);
    guint held = 0;
    while (held < group->len &&
           test_holds(g_ptr_array_index(group, held), scope) != ((const Test *)g_ptr_array_index(group, held))->negated)
      held++;
    for (guint k = 0; held == group->len && k < group->len; k++)
      tell_test(g_ptr_array_index(group, k), scope);
  }
}
