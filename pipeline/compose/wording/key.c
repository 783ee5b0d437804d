/* Wording the key to symbols from the rating rules. */
#include "compose/wording/key.h"
#include "base/text.h"
#include "compose/wording/key-language.h"
#include "compose/wording/rating-rule.h"
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

/* Whether the rule that an indicator names may be one that cannot be read. */
static bool may_be_unread(const Report *report, const char *ref)
{
  bool any = false;
  for (guint i = 0; ref && i < report->rating_rules->len; i++)
    any |= record_is_unread(g_ptr_array_index(report->rating_rules, i), "ref");
  return any || record_is_unread(&report->record, "rating-rule");
}

/* The rule of that reference, without one the first; or NULL. */
static const RatingRule *rule_of(const Report *report, const char *ref)
{
  for (guint i = 0; i < report->rating_rules->len; i++) {
    const RatingRule *rule = g_ptr_array_index(report->rating_rules, i);
    if (!ref || g_strcmp0(rule->ref, ref) == 0)
      return rule;
  }
  return NULL;
}

/* The rules that rate the report's indicators, the most used first; of equals the framework's order. */
static GPtrArray *uses_of(const Report *report)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func(rule_use_free);
  g_autoptr(GHashTable) by_rule = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < report->rating_rules->len; i++)
    find_use(uses, by_rule, g_ptr_array_index(report->rating_rules, i));
  for (guint i = 0; i < report->indicators->len; i++) {
    Indicator *indicator = g_ptr_array_index(report->indicators, i);
    bool unread = record_is_unread(&indicator->record, "rule");
    const RatingRule *rule = unread ? NULL : rule_of(report, indicator->rule);
    unread |= !rule && may_be_unread(report, indicator->rule);
    if (!rule && !unread && indicator->rule && report->rating_rules->len > 0)
      rule = &unknown_rule;
    bool again = indicator->ref && !g_hash_table_add(named, indicator->ref);
    if ((rule || unread) && indicator->polarity != POLARITY_CONTEXT && !again)
      g_ptr_array_add(find_use(uses, by_rule, rule)->indicators, indicator);
  }
  g_ptr_array_sort(uses, most_used_first);
  return uses;
}

/* "HP 1, HP 2 and HP 3". */
static char *names_of(const Document *document, const GPtrArray *indicators)
{
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint i = 0; i < indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(indicators, i);
    bool named = indicator->ref && !record_is_unread(&indicator->record, "ref");
    const char *name = named ? indicator->ref : document_word(document, "rule-for-nameless");
    if (i == 0 || i + 1 < indicators->len) {
      g_string_append_printf(list, "%s%s", i == 0 ? "" : ", ", name);
      continue;
    }
    g_autofree char *all = word_fill(document_word(document, "list-end"), (const char *const[]){ "list", "last", NULL },
                                     (const char *const[]){ list->str, name });
    g_string_assign(list, all);
  }
  return g_string_free(g_steal_pointer(&list), FALSE);
}

static char *words_of(const Document *document, const RatingRule *rule, int rating)
{
  if (rule == &unknown_rule)
    return g_strdup(document_word(document, "rule-unknown"));
  if (!rule || rule->record.unread)
    return g_strdup(document_word(document, "rule-not-readable"));
  char *words = rating_rule_words(document, rule, rating);
  return words ? words : g_strdup(document_word(document, "rule-none"));
}

static char *lower_first(const char *words)
{
  const char *rest = *words ? g_utf8_next_char(words) : words;
  g_autofree char *first = g_utf8_strdown(words, rest - words);
  return g_strconcat(first, rest, NULL);
}

/* "For HP 1 and HP 2: the target is missed."; of many indicators their number. */
static char *exception(const Document *document, const GPtrArray *indicators, const char *words)
{
  bool many = indicators->len > NAMED_INDICATORS;
  g_autofree char *lower = lower_first(words), *n = g_strdup_printf("%u", indicators->len);
  g_autofree char *names = many ? NULL : names_of(document, indicators);
  return word_fill(document_word(document, many ? "rule-for-many" : "rule-for"),
                   (const char *const[]){ "names", "rule", NULL }, (const char *const[]){ many ? n : names, lower });
}

/* The general rule first, then the indicators that are rated otherwise. */
static char *describe(const Document *document, const GPtrArray *uses, int rating)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_autofree char *general = NULL;
  for (guint i = 0; i < uses->len; i++) {
    const RuleUse *use = g_ptr_array_index(uses, i);
    g_autofree char *words = words_of(document, use->rule, rating);
    if (!general) {
      g_string_append(out, words);
      general = g_steal_pointer(&words);
    } else if (use->indicators->len > 0 && strcmp(words, general) != 0) {
      g_autofree char *said = exception(document, use->indicators, words);
      g_string_append_printf(out, " %s", said);
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

static void add_run(Arena *arena, GPtrArray *runs, const Run *like, const char *text, char *lang)
{
  if (!*text)
    return;
  Run *run = run_new(arena, text, like->style);
  run->href = like->href;
  run->lang = lang;
  g_ptr_array_add(runs, run);
}

/* The council's words keep their language, where the document has another; the rule is in the document's. */
static void add_apart(Arena *arena, GPtrArray *runs, const Run *run, const char *text, const char *words)
{
  g_auto(GStrv) parts = g_strsplit(text, PLACE, -1);
  for (guint i = 0; parts[i]; i++) {
    if (i > 0)
      add_run(arena, runs, run, words, NULL);
    add_run(arena, runs, run, parts[i], run->lang);
  }
}

static void replace(Arena *arena, KeyEntry *entry, const char *words)
{
  GPtrArray *runs = arena_list(arena);
  for (guint i = 0; i < entry->text->len; i++) {
    const Run *run = g_ptr_array_index(entry->text, i);
    if (!strstr(run->text, PLACE)) {
      g_ptr_array_add(runs, (gpointer)run);
      continue;
    }
    g_auto(GStrv) parts = g_strsplit(run->text, PLACE, -1);
    g_autofree char *joined = g_strjoinv(*words ? PLACE : "", parts);
    g_autofree char *text = tidy(joined, i == 0, i + 1 == entry->text->len);
    if (run->lang) {
      add_apart(arena, runs, run, text, words);
      continue;
    }
    g_auto(GStrv) around = g_strsplit(text, PLACE, -1);
    g_autofree char *filled = g_strjoinv(words, around);
    add_run(arena, runs, run, filled, NULL);
  }
  entry->text = runs->len > 0 ? runs : NULL;
}

bool key_has_rule(const KeyEntry *entry)
{
  bool any = false;
  for (guint i = 0; entry->text && i < entry->text->len; i++)
    any |= strstr(((const Run *)g_ptr_array_index(entry->text, i))->text, PLACE) != NULL;
  return any;
}

/* In a document of another language the symbol is called there as everywhere in it. */
void key_rename(const Document *document, const char *language, Report *report)
{
  for (guint i = 0; i < report->key->len; i++) {
    KeyEntry *entry = g_ptr_array_index(report->key, i);
    g_autofree char *name = g_strconcat(entry->scale == SCALE_TRAVEL ? "travel-" : "rating-", entry->name, NULL);
    g_autofree char *own = g_strconcat(name, "-indicator", NULL);
    const char *word = entry->scale == SCALE_INDICATOR ? document_find_word(document, own) : NULL;
    word = word ? word : document_find_word(document, name);
    if (word && !language_speaks(entry->lang, language))
      entry->word = (char *)word;
  }
}

void key_fill(Arena *arena, const Document *document, Report *report)
{
  g_autoptr(GPtrArray) uses = uses_of(report);
  for (guint i = 0; i < report->key->len; i++) {
    KeyEntry *entry = g_ptr_array_index(report->key, i);
    int rating = entry->name ? terms_find(&terms_rating, entry->name) : -1;
    bool ruled = entry->scale == SCALE_INDICATOR && rating > 0;
    g_autofree char *words = ruled ? describe(document, uses, rating) : g_strdup("");
    if (key_has_rule(entry))
      replace(arena, entry, words);
  }
}
