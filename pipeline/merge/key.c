/* Wording the key to symbols from the rating rules. */
#include "merge/key.h"
#include "base/text.h"
#include "model/rate.h"
#include <string.h>

#define PLACE "{rule}"
enum { NAMED_INDICATORS = 8 }; /* so many are named; of more the number is given */

static const RatingRule unknown_rule; /* one that the framework does not have */

/* A rule with the indicators that it rates. */
typedef struct {
  const RatingRule *rule; /* NULL: it cannot be read which; or unknown_rule */
  GPtrArray *indicators;
} RuleUse;

static void rule_use_free(gpointer data)
{
  RuleUse *use = data;
  g_ptr_array_unref(use->indicators);
  g_free(use);
}

/* by_rule: where each stands. */
static RuleUse *find_use(GPtrArray *uses, GHashTable *by_rule, const RatingRule *rule)
{
  RuleUse *use = g_hash_table_lookup(by_rule, rule);
  if (use)
    return use;
  use = g_new0(RuleUse, 1);
  *use = (RuleUse){ rule, g_ptr_array_new() };
  g_ptr_array_add(uses, use);
  g_hash_table_insert(by_rule, (gpointer)rule, use);
  return use;
}

static gint most_used_first(gconstpointer a, gconstpointer b)
{
  const RuleUse *x = *(RuleUse *const *)a, *y = *(RuleUse *const *)b;
  return (x->indicators->len < y->indicators->len) - (x->indicators->len > y->indicators->len);
}

/* The rules that rate this report's indicators, the most used first; of equals the framework's order. */
static GPtrArray *uses_of(const Framework *framework, const Report *report)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func(rule_use_free);
  g_autoptr(GHashTable) by_rule = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < framework->rating_rules->len; i++)
    find_use(uses, by_rule, g_ptr_array_index(framework->rating_rules, i));
  for (guint i = 0; i < report->indicators->len; i++) {
    Indicator *indicator = g_ptr_array_index(report->indicators, i);
    bool unread = record_is_unread(&indicator->record, "rule");
    const RatingRule *rule = unread ? NULL : framework_rating_rule(framework, indicator->rule);
    unread |= !rule && framework_rule_is_unread(framework, indicator->rule);
    if (!rule && !unread && indicator->rule && framework->rating_rules->len > 0)
      rule = &unknown_rule;
    bool again = indicator->ref && !g_hash_table_add(named, indicator->ref);
    if ((rule || unread) && indicator->polarity != POLARITY_CONTEXT && !again)
      g_ptr_array_add(find_use(uses, by_rule, rule)->indicators, indicator);
  }
  g_ptr_array_sort(uses, most_used_first);
  return uses;
}

static void add_names(GString *out, const GPtrArray *indicators)
{
  if (indicators->len > NAMED_INDICATORS) {
    g_string_append_printf(out, "For %u indicators: ", indicators->len);
    return;
  }
  for (guint i = 0; i < indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(indicators, i);
    g_string_append(out, i == 0 ? "For " : i + 1 < indicators->len ? ", " : " and ");
    g_string_append(out, indicator->ref ? indicator->ref : "one without a readable reference");
  }
  g_string_append(out, ": ");
}

static char *words_of(const RatingRule *rule, int rating)
{
  if (rule == &unknown_rule)
    return g_strdup("The framework does not have the rule for this.");
  char *words =
      !rule || rule->record.unread ? g_strdup("The rule for this cannot be read.") : rating_rule_words(rule, rating);
  return words ? words : g_strdup("Judged by the responsible officer.");
}

static char *lower_first(const char *words)
{
  char *copy = g_strdup(words);
  copy[0] = g_ascii_tolower(copy[0]);
  return copy;
}

/* The general rule first, then the indicators that are rated otherwise. */
static char *describe(const GPtrArray *uses, int rating)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_autofree char *general = NULL;
  for (guint i = 0; i < uses->len; i++) {
    const RuleUse *use = g_ptr_array_index(uses, i);
    g_autofree char *words = words_of(use->rule, rating);
    if (!general) {
      g_string_append(out, words);
      general = g_steal_pointer(&words);
    } else if (use->indicators->len > 0 && strcmp(words, general) != 0) {
      g_autofree char *lower = lower_first(words);
      g_string_append_c(out, ' ');
      add_names(out, use->indicators);
      g_string_append(out, lower);
    }
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* Single spaces between words, none where the paragraph begins or ends: the place of a rule may have been empty. */
static char *tidy(const char *text, bool first, bool last)
{
  g_autofree char *folded = text_fold(text);
  const char *before = !first && text[0] == ' ' && (folded[0] || !last) ? " " : "";
  const char *after = !last && folded[0] && g_str_has_suffix(text, " ") ? " " : "";
  return g_strconcat(before, folded, after, NULL);
}

static void replace(Arena *arena, KeyEntry *entry, const char *words)
{
  GPtrArray *runs = arena_list(arena);
  for (guint i = 0; i < entry->text->len; i++) {
    const Run *run = g_ptr_array_index(entry->text, i);
    g_auto(GStrv) parts = g_strsplit(run->text, PLACE, -1);
    g_autofree char *joined = g_strjoinv(words, parts);
    g_autofree char *text = parts[1] ? tidy(joined, i == 0, i + 1 == entry->text->len) : g_strdup(joined);
    if (parts[1] && !text[0])
      continue;
    Run *copy = run_new(arena, text, run->style);
    copy->href = run->href;
    copy->lang = run->lang;
    g_ptr_array_add(runs, copy);
  }
  entry->text = runs->len > 0 ? runs : NULL;
}

void key_fill(const Inputs *inputs, Report *report)
{
  g_autoptr(GPtrArray) uses = uses_of(inputs->framework, report);
  for (guint i = 0; i < inputs->framework->key->len; i++) {
    const KeyEntry *entry = g_ptr_array_index(inputs->framework->key, i);
    KeyEntry *copy = record_copy(inputs->arena, &entry->record, &report->record);
    int rating = entry->name ? terms_find(&terms_rating, entry->name) : -1;
    g_autofree char *words = entry->scale == SCALE_INDICATOR && rating > 0 ? describe(uses, rating) : g_strdup("");
    if (copy->text)
      replace(inputs->arena, copy, words);
    g_ptr_array_add(report->key, copy);
  }
}
