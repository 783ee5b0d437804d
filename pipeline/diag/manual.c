/* The manual of rules, printed from their rows. */
#include "diag/manual.h"
#include "base/text.h"
#include "diag/rule.h"
#include <string.h>

char *manual_explain(const char *id)
{
  if (g_ascii_strcasecmp(id, "all") != 0) {
    const Rule *rule = rule_find(id);
    return rule ? rule_explain(rule) : NULL;
  }
  GString *text = g_string_new("RULES\nThe messages of all programs, by their ids. The first letter is the family.\n");
  guint n;
  const Rule *const *rules = rule_all(&n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *one = rule_explain(rules[i]);
    g_string_append_printf(text, "\n%s", one);
  }
  return g_string_free(text, FALSE);
}

char *manual_list(void)
{
  GString *text = g_string_new(NULL);
  guint n;
  const Rule *const *rules = rule_all(&n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(text, "%-14s %-8s %s\n", rules[i]->id, level_name(rules[i]->level), rules[i]->title);
  return g_string_free(text, FALSE);
}

char *manual_unknown(const char *id)
{
  guint n;
  const Rule *const *rules = rule_all(&n);
  g_autofree const char **ids = g_new0(const char *, n + 1);
  for (guint i = 0; i < n; i++)
    ids[i] = rules[i]->id;
  const char *closest = text_closest(id, ids);
  g_autofree char *hint = closest ? g_strdup_printf(" (did you mean '%s'?)", closest) : g_strdup("");
  return g_strdup_printf("there is no rule '%s'%s; 'qmr explain all' shows them all", id, hint);
}
