/* Adding to the accepted findings what somebody accepts. */
#include "base/text.h"
#include "check/accept.h"
#include "check/alike.h"
#include <string.h>

enum { REASON_CHARS = 2000 };

static void *refuse(char **ret_fault, char *fault)
{
  *ret_fault = fault;
  return NULL;
}

static char *fault_of_role(const Framework *framework, const char *role)
{
  if (!role || !role[0])
    return g_strdup("say which role accepts it");
  if (framework_role(framework, role))
    return NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < framework->roles->len; i++) {
    const Role *known = g_ptr_array_index(framework->roles, i);
    if (known->ref)
      g_ptr_array_add(names, known->ref);
  }
  g_autofree char *hint = did_you_mean(role, names);
  return g_strdup_printf("'%s' is no role of the framework%s", role, hint);
}

/* The reason is words, which a file can hold. */
static char *fault_of_reason(const char *reason)
{
  if (!g_utf8_validate(reason ? reason : "", -1, NULL))
    return g_strdup("the reason is not UTF-8");
  bool words = false;
  for (const char *at = reason ? reason : ""; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if ((c < ' ' && !g_ascii_isspace((char)c)) || c == 0x7F || (c & 0xFFFE) == 0xFFFE)
      return g_strdup("the reason holds a control character");
    words |= g_unichar_isalnum(c);
  }
  if (!words)
    return g_strdup("say why it is accepted");
  return g_utf8_strlen(reason, -1) > REASON_CHARS
             ? g_strdup_printf("the reason is longer than %d characters", REASON_CHARS)
             : NULL;
}

static bool is_of_rule(const Finding *finding, const char *rule)
{
  return finding->rule && rule && g_ascii_strcasecmp(finding->rule, rule) == 0;
}

/* The item's name, or its code alone: "HP LI 5" of "indicator HP LI 5". */
static bool is_on(const Finding *finding, const char *item, bool by_code)
{
  const char *has = finding->item ? finding->item : "", *wanted = item ? item : "";
  if (!by_code)
    return strcmp(has, wanted) == 0;
  gsize before = strlen(has) > strlen(wanted) && wanted[0] ? strlen(has) - strlen(wanted) : 0;
  return before > 0 && has[before - 1] == ' ' && strcmp(has + before, wanted) == 0;
}

static GPtrArray *find(const GPtrArray *findings, const AcceptWish *wish, bool by_code)
{
  GPtrArray *found = g_ptr_array_new();
  for (guint i = 0; i < findings->len; i++) {
    Finding *finding = g_ptr_array_index(findings, i);
    if (finding->text && is_of_rule(finding, wish->rule) && is_on(finding, wish->item, by_code))
      g_ptr_array_add(found, finding);
  }
  return found;
}

/* By its code alone only where that can be one item. */
static GPtrArray *find_wanted(const GPtrArray *findings, const AcceptWish *wish)
{
  g_autoptr(GPtrArray) named = find(findings, wish, false);
  if (named->len > 0)
    return g_steal_pointer(&named);
  g_autoptr(GPtrArray) coded = find(findings, wish, true);
  for (guint i = 1; i < coded->len; i++) {
    const Finding *first = g_ptr_array_index(coded, 0), *other = g_ptr_array_index(coded, i);
    if (strcmp(first->item, other->item) != 0)
      return g_steal_pointer(&named);
  }
  return g_steal_pointer(&coded);
}

/* ": name what it is on: 'indicator HP LI 5'", the first three; caller frees. */
static char *items_named(const GPtrArray *items)
{
  enum { NAMED = 3 };
  g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < items->len; i++) {
    const char *item = g_ptr_array_index(items, i);
    if (!g_hash_table_add(told, (gpointer)item) || g_hash_table_size(told) > NAMED)
      continue;
    g_string_append_printf(list, "%s'%s'", list->len ? ", " : ": name what it is on: ", item);
  }
  if (g_hash_table_size(told) > NAMED)
    g_string_append_printf(list, " or one of %u others", g_hash_table_size(told) - NAMED);
  return g_string_free(list, FALSE);
}

static char *fault_not_found(const GPtrArray *findings, const AcceptWish *wish)
{
  g_autoptr(GPtrArray) rules = g_ptr_array_new();
  g_autoptr(GPtrArray) items = g_ptr_array_new();
  bool known = false;
  for (guint i = 0; i < findings->len; i++) {
    const Finding *finding = g_ptr_array_index(findings, i);
    if (finding->rule)
      g_ptr_array_add(rules, finding->rule);
    known |= is_of_rule(finding, wish->rule);
    if (is_of_rule(finding, wish->rule) && finding->item)
      g_ptr_array_add(items, finding->item);
  }
  const char *rule = wish->rule ? wish->rule : "", *item = wish->item ? wish->item : "the documents";
  g_autofree char *hint = known ? did_you_mean(item, items) : did_you_mean(rule, rules);
  g_autofree char *all = items->len > 0 ? items_named(items) : g_strdup(": it is on no item, leave that out");
  return known ? g_strdup_printf("there is no finding %s on %s%s%s", rule, item, hint, *hint ? "" : all)
               : g_strdup_printf("there is no finding of rule %s%s", rule, hint);
}

static bool says(const Acceptance *exception, const Finding *finding)
{
  g_autofree char *has = alike_key(exception->text ? exception->text : "");
  g_autofree char *wanted = alike_key(finding->text);
  return strcmp(has, wanted) == 0;
}

/* The same rule and item, for the wish's period or its whole year. */
static bool is_about(const Acceptance *exception, const Finding *finding, Period period)
{
  return is_of_rule(finding, exception->rule) && g_strcmp0(exception->item, finding->item) == 0 &&
         (period_equal(exception->period, period) || period_equal(exception->period, period_year(period)));
}

/* What was accepted before; what was said of the same then and is not said any more has lapsed, and goes. */
static void keep(Arena *arena, const Accepted *old, const GPtrArray *found, Period period, Accepted *accepted)
{
  for (guint i = 0; old && i < old->exceptions->len; i++) {
    const Acceptance *exception = g_ptr_array_index(old->exceptions, i);
    bool about = false, said = false;
    for (guint j = 0; j < found->len; j++) {
      const Finding *finding = g_ptr_array_index(found, j);
      about |= is_about(exception, finding, period) && period_equal(exception->period, period);
      said |= says(exception, finding);
    }
    if (!about || said)
      g_ptr_array_add(accepted->exceptions, record_copy(arena, &exception->record, &accepted->record));
  }
}

static const Acceptance *accepted_before(const Accepted *accepted, const Finding *finding, Period period)
{
  for (guint i = 0; i < accepted->exceptions->len; i++) {
    const Acceptance *exception = g_ptr_array_index(accepted->exceptions, i);
    if (is_about(exception, finding, period) && says(exception, finding))
      return exception;
  }
  return NULL;
}

static void add_one(Arena *arena, const AcceptWish *wish, const Finding *finding, Accepted *accepted)
{
  Acceptance *exception = record_new(arena, &acceptance_spec, &accepted->record);
  g_autofree char *reason = text_fold(wish->reason);
  exception->rule = finding->rule;
  exception->item = finding->item;
  exception->period = wish->period;
  exception->by = arena_strdup(arena, wish->role);
  exception->text = finding->text;
  exception->reason = arena_strdup(arena, reason);
  g_ptr_array_add(accepted->exceptions, exception);
}

/* Those that are not accepted yet; NULL when all are. */
static Accepted *add_all(Arena *arena, const Accepted *old, const GPtrArray *found, const AcceptWish *wish,
                         char **ret_fault)
{
  Accepted *accepted = record_new(arena, &accepted_spec, NULL);
  accepted->service = arena_strdup(arena, wish->service);
  keep(arena, old, found, wish->period, accepted);
  const Acceptance *before = NULL;
  guint added = 0;
  for (guint i = 0; i < found->len; i++) {
    const Finding *finding = g_ptr_array_index(found, i);
    const Acceptance *same = accepted_before(accepted, finding, wish->period);
    before = same ? same : before;
    added += !same;
    if (!same)
      add_one(arena, wish, finding, accepted);
  }
  return added ? accepted : refuse(ret_fault, g_strdup_printf("it has been accepted already, by %s", before->by));
}

Accepted *accept_add(Arena *arena, const Accepted *old, const Framework *framework, const GPtrArray *findings,
                     const AcceptWish *wish, char **ret_fault)
{
  char *fault = fault_of_role(framework, wish->role);
  if (!fault)
    fault = fault_of_reason(wish->reason);
  if (!fault && old && g_strcmp0(old->service, wish->service) != 0)
    fault = g_strdup_printf("the accepted findings are of service '%s', not of '%s'", old->service ? old->service : "",
                            wish->service);
  if (fault)
    return refuse(ret_fault, fault);
  g_autoptr(GPtrArray) found = find_wanted(findings, wish);
  if (found->len == 0)
    return refuse(ret_fault, fault_not_found(findings, wish));
  return add_all(arena, old, found, wish, ret_fault);
}
