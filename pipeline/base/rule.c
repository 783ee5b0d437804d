/* Rules: the tables of all families merged into one sorted list. */
#include "base/rule.h"
#include "base/rules.h"
#include <string.h>

static const Rule *const tables[] = { rules_intake, rules_files, rules_checks, rules_layout, rules_output };

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

/* The merged list, made once and kept: it is as constant as the tables. */
static const GPtrArray *all_rules(void)
{
  static GPtrArray *rules;
  if (g_once_init_enter(&rules)) {
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
      for (const Rule *rule = tables[i]; rule->id; rule++)
        g_ptr_array_add(list, (void *)rule);
    g_ptr_array_sort(list, compare_ids);
    g_once_init_leave(&rules, list);
  }
  return rules;
}

const Rule *rule_find(const char *id)
{
  const GPtrArray *rules = all_rules();
  guint low = 0, high = rules->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    const Rule *rule = g_ptr_array_index(rules, middle);
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
  const GPtrArray *rules = all_rules();
  *ret_n = rules->len;
  return (const Rule *const *)rules->pdata;
}

char *rule_explain(const Rule *rule)
{
  return g_strdup_printf("%s (%s, %s)\n  %s\n\n  Why it matters: %s\n  What to do: %s\n", rule->id,
                         level_name(rule->level), rule->family, rule->title, rule->explanation, rule->remedy);
}
