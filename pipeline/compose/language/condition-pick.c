/* Picking from a list: the records that can meet a condition are looked up by the values that it wants equal to a word,
 * or to what stays the same for all of the list; then each of them is asked. */
#include "compose/language/condition-parts.h"

enum { SHORT = 8 }; /* records of which each is asked */

typedef struct {
  const GPtrArray *list;
  const Scope *scope;
  Varies named; /* the loop of the list itself, or 0 */
} Picking;

static Scope scope_of(const Picking *picking, const Record *record, LoopRecord *loop)
{
  Scope inside = { record, picking->scope->loops, picking->scope->world };
  if (picking->named) {
    *loop = (LoopRecord){ record, inside.loops };
    inside.loops = loop;
  }
  return inside;
}

/* Whether the path begins at the record in hand, or around it, and depends on nothing else. */
static bool is_of_record(const Path *path, const Picking *picking)
{
  bool begins = path->from == FROM_AROUND || (path->from == FROM_LOOP && path->up == 0 && picking->named);
  return begins && (path->varies & ~picking->named) == 0;
}

/* Whether the path leads to the same whichever record of the list is in hand. */
static bool is_of_list(const Path *path, const Picking *picking)
{
  return (path->from == FROM_LOOP || path->from == FROM_REPORTS) && (path->varies & picking->named) == 0;
}

/* The side of the test that belongs to the record; NULL: it is not one to look up. */
static const Path *record_side(const Test *test, const Picking *picking)
{
  if (test->inner || test->negated || test->count || (test->kind != TEST_EQUAL && test->kind != TEST_HAS))
    return NULL;
  bool word = !test->other || test->other->from == FROM_PARAM;
  if (is_of_record(test->path, picking) && (word || is_of_list(test->other, picking)))
    return test->path;
  return !word && is_of_list(test->path, picking) && is_of_record(test->other, picking) ? test->other : NULL;
}

static void fill(ListIndex *index, const Path *side, const Picking *picking)
{
  for (guint i = 0; i < picking->list->len; i++) {
    LoopRecord loop;
    Scope inside = scope_of(picking, g_ptr_array_index(picking->list, i), &loop);
    g_autoptr(GPtrArray) owners = path_follow(side, &inside);
    for (guint k = 0; k < owners->len; k++)
      index_fill(index, side->field, record_at(g_ptr_array_index(owners, k), side->field), i);
  }
}

/* Appends the lists of places of what is wanted of the records, from the other side of the test. */
static void find(const ListIndex *index, const Test *test, const Path *side, const Picking *picking, GPtrArray *lists)
{
  if (test->value)
    index_find(index, test_value_field(test), test->value, lists);
  const Path *other = side == test->path ? test->other : test->path;
  if (!other || other->from == FROM_PARAM)
    return;
  LoopRecord none = { NULL, picking->scope->loops }; /* which the path does not name */
  Scope outside = *picking->scope;
  if (picking->named)
    outside.loops = &none;
  g_autoptr(GPtrArray) owners = path_follow(other, &outside);
  for (guint i = 0; i < owners->len; i++)
    index_find(index, other->field, record_at(g_ptr_array_index(owners, i), other->field), lists);
}

static GPtrArray *lists_of(const Condition *condition, const Picking *picking);

/* Lists of the places of all records that can meet the test; NULL: any can. Caller unrefs. */
static GPtrArray *lists_of_test(const Test *test, const Picking *picking)
{
  if (test->inner)
    return test->negated ? NULL : lists_of(test->inner, picking);
  const Path *side = record_side(test, picking);
  ListIndex *index = side ? lookup_index(picking->scope->world->lookup, picking->list, test) : NULL;
  if (!index)
    return NULL;
  if (index_is_empty(index))
    fill(index, side, picking);
  GPtrArray *lists = g_ptr_array_new();
  find(index, test, side, picking, lists);
  return lists;
}

static guint count_places(const GPtrArray *lists)
{
  guint n = 0;
  for (guint i = 0; i < lists->len; i++)
    n += ((const GArray *)g_ptr_array_index(lists, i))->len;
  return n;
}

/* Those of the test that leaves the fewest. */
static GPtrArray *lists_of_group(const GPtrArray *tests, const Picking *picking)
{
  GPtrArray *fewest = NULL;
  for (guint i = 0; i < tests->len; i++) {
    g_autoptr(GPtrArray) lists = lists_of_test(g_ptr_array_index(tests, i), picking);
    if (!lists || (fewest && count_places(fewest) <= count_places(lists)))
      continue;
    g_clear_pointer(&fewest, g_ptr_array_unref);
    fewest = g_steal_pointer(&lists);
  }
  return fewest;
}

static GPtrArray *lists_of(const Condition *condition, const Picking *picking)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  for (guint i = 0; i < condition->groups->len; i++) {
    GPtrArray *lists = lists_of_group(g_ptr_array_index(condition->groups, i), picking);
    if (!lists)
      return NULL;
    g_ptr_array_extend_and_steal(all, lists);
  }
  return g_steal_pointer(&all);
}

static gint compare_places(gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;
  return (x > y) - (x < y);
}

/* All places of the lists in order, each once; caller unrefs. */
static GArray *joined(const GPtrArray *lists)
{
  if (lists->len == 1)
    return g_array_ref(g_ptr_array_index(lists, 0));
  GArray *places = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < lists->len; i++) {
    const GArray *list = g_ptr_array_index(lists, i);
    g_array_append_vals(places, list->data, list->len);
  }
  g_array_sort(places, compare_places);
  guint kept = 0;
  for (guint i = 0; i < places->len; i++)
    if (kept == 0 || g_array_index(places, guint, i) != g_array_index(places, guint, kept - 1))
      g_array_index(places, guint, kept++) = g_array_index(places, guint, i);
  g_array_set_size(places, kept);
  return places;
}

/* The places of the records that can meet the condition; NULL: any can. */
static GArray *places_to_ask(const Condition *condition, const Picking *picking)
{
  g_autoptr(GPtrArray) lists = picking->list->len > SHORT ? lists_of(condition, picking) : NULL;
  return lists ? joined(lists) : NULL;
}

GPtrArray *condition_pick(const Condition *condition, const GPtrArray *list, bool named, const Scope *scope)
{
  const Picking picking = { list, scope, named ? varies_loop(0) : 0 };
  g_autoptr(GArray) places = places_to_ask(condition, &picking);
  GPtrArray *picked = g_ptr_array_new();
  for (guint i = 0; i < (places ? places->len : list->len); i++) {
    Record *record = g_ptr_array_index(list, places ? g_array_index(places, guint, i) : i);
    LoopRecord loop;
    Scope inside = scope_of(&picking, record, &loop);
    if (condition_holds(condition, &inside))
      g_ptr_array_add(picked, record);
  }
  return picked;
}
