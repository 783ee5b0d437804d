/* Rules: the tables of all parts merged into one sorted list. */
#include "diag/rule.h"
#include <stdbool.h>
#include <string.h>

const char *level_name(Level level)
{
  switch (level) {
  case LEVEL_NOTE:
    return "note";
  case LEVEL_WARNING:
    return "warning";
  case LEVEL_ERROR:
    return "error";
  }
  return "error";
}

static gint compare_ids(gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp((*(const Rule *const *)a)->id, (*(const Rule *const *)b)->id);
}

/* All rows that were added. */
static GPtrArray *rules;
static bool sorted;

void rules_add(const Rule *table)
{
  if (!rules)
    rules = g_ptr_array_new();
  for (const Rule *rule = table; rule->id; rule++)
    g_ptr_array_add(rules, (void *)rule);
  sorted = false;
}

static const GPtrArray *all_rules(void)
{
  if (!rules)
    rules = g_ptr_array_new();
  if (!sorted)
    g_ptr_array_sort(rules, compare_ids);
  sorted = true;
  return rules;
}

const Rule *rule_find(const char *id)
{
  const GPtrArray *all = all_rules();
  guint low = 0, high = all->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    const Rule *rule = g_ptr_array_index(all, middle);
    int order = g_ascii_strcasecmp(id, rule->id);
    if (order == 0)
      return rule;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return NULL;
}

const Rule *const *rule_all(guint *ret_n)
{
  const GPtrArray *all = all_rules();
  *ret_n = all->len;
  return (const Rule *const *)all->pdata;
}

char *rule_explain(const Rule *rule)
{
  return g_strdup_printf("%s (%s, %s)\n  %s\n\n  Why it matters: %s\n  What to do: %s\n", rule->id,
                         level_name(rule->level), rule->family, rule->title, rule->explanation, rule->remedy);
}
