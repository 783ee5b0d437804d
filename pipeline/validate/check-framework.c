/* Rules of the corporate framework: codes once in the file, links to what is in it, rules that can be applied. */
#include "base/text.h"
#include "model/framework.h"
#include "record/prose-link.h"
#include "validate/check.h"
#include "validate/codes.h"
#include "validate/fault.h"
#include <string.h>

static void check_years(const Framework *framework, DiagList *diags)
{
  const Record *root = &framework->record;
  fault_year(diags, root, "from", framework->from);
  fault_year(diags, root, "to", framework->to);
  if (!period_given(framework->from) || !period_given(framework->to) ||
      period_compare(framework->from, framework->to) <= 0)
    return;
  g_autofree char *from = period_to_string(framework->from);
  g_autofree char *to = period_to_string(framework->to);
  fault_at(diags, "V-RANGE", root, "to", "last year '%s' is before the first year %s", to, from);
}

static void check_officer(const Record *record, const char *officer, const Codes *roles, DiagList *diags)
{
  if (!officer || codes_has(roles, officer))
    return;
  g_autofree char *hint = codes_hint(roles, officer);
  fault_at(diags, "R-ROLE", record, "officer", "officer '%s' is not a role of this framework%s", officer, hint);
}

static void check_directorates(const Framework *framework, DiagList *diags)
{
  g_autoptr(Codes) roles = codes_new();
  g_autoptr(Codes) departments = codes_new();
  for (guint i = 0; i < framework->roles->len; i++)
    codes_know(roles, ((const Role *)g_ptr_array_index(framework->roles, i))->ref);
  for (guint i = 0; i < framework->directorates->len; i++) {
    const Directorate *directorate = g_ptr_array_index(framework->directorates, i);
    check_officer(&directorate->record, directorate->officer, roles, diags);
    for (guint j = 0; j < directorate->departments->len; j++) {
      const Department *department = g_ptr_array_index(directorate->departments, j);
      codes_add(departments, department->ref, &department->record, "ref", diags);
      check_officer(&department->record, department->officer, roles, diags);
    }
  }
}

static void check_priorities(const Framework *framework, DiagList *diags)
{
  g_autoptr(Codes) priorities = codes_new();
  g_autoptr(Codes) areas = codes_new();
  for (guint i = 0; i < framework->priorities->len; i++) {
    const Priority *priority = g_ptr_array_index(framework->priorities, i);
    codes_know(priorities, priority->ref);
    for (guint j = 0; j < priority->areas->len; j++) {
      const Area *area = g_ptr_array_index(priority->areas, j);
      codes_add(areas, area->ref, &area->record, "ref", diags);
    }
  }
  for (guint i = 0; i < framework->boards->len; i++) {
    const Board *board = g_ptr_array_index(framework->boards, i);
    for (guint j = 0; j < board->priorities->len; j++) {
      const char *code = g_ptr_array_index(board->priorities, j);
      if (codes_has(priorities, code))
        continue;
      g_autofree char *hint = codes_hint(priorities, code);
      fault_at_code(diags, "R-PRIORITY", &board->record, "priorities", code, "priority '%s' is not in this framework%s",
                    code, hint);
    }
  }
}

/* One that cannot be read is not missing. */
static void check_needed(const Record *record, const char *attribute, bool missing, const char *method, DiagList *diags)
{
  if (missing && !record_is_unread(record, attribute))
    fault_at(diags, "S-MISSING", record, NULL, "attribute '%s' is missing; the method %s needs it", attribute, method);
}

static void check_rule(const RatingRule *rule, DiagList *diags)
{
  const Record *record = &rule->record;
  bool tolerance = rule->method == METHOD_TOLERANCE;
  check_needed(record, "tolerance", tolerance && !rule->tolerance.given, "tolerance", diags);
  check_needed(record, "tolerance-of", tolerance && !rule->tolerance_of, "tolerance", diags);
  check_needed(record, "floor", rule->method == METHOD_FLOOR && !rule->floor.given, "floor", diags);
}

static void check_language(const Record *record, const char *lang, DiagList *diags)
{
  if (lang && !prose_lang_is_good(lang))
    fault_at(diags, "V-LANG", record, "lang", "lang '%s' is not a language (use a code such as cy, fr or en-GB)", lang);
}

/* R-DUPLICATE when there was one of the same code and language. Takes the key. */
static void check_once(GHashTable *seen, char *key, const Record *record, const char *attribute, const char *of,
                       DiagList *diags)
{
  const Record *first = g_hash_table_lookup(seen, key);
  if (first)
    fault_at(diags, "R-DUPLICATE", record, attribute, "a second one%s (first on line %u)", of,
             source_place(first->source, first->offset).line);
  g_hash_table_replace(seen, key, (gpointer)record);
}

static void check_symbols(const Framework *framework, DiagList *diags)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < framework->key->len; i++) {
    const KeyEntry *entry = g_ptr_array_index(framework->key, i);
    const char *scale = terms_name(&terms_scale, entry->scale);
    fault_term(diags, &entry->record, "name", entry->name,
               entry->scale == SCALE_TRAVEL ? &terms_travel : &terms_rating);
    check_language(&entry->record, entry->lang, diags);
    g_autofree char *of = g_strdup_printf(" for %ss", scale);
    if (entry->name)
      check_once(seen, g_strdup_printf("%s/%s/%s", scale, entry->name, entry->lang ? entry->lang : ""), &entry->record,
                 "name", of, diags);
  }
}

static void check_shorthand(const Framework *framework, DiagList *diags)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < framework->shorthand->len; i++) {
    const Shorthand *entry = g_ptr_array_index(framework->shorthand, i);
    check_language(&entry->record, entry->lang, diags);
    if (entry->ref)
      check_once(seen, g_strdup_printf("%s/%s", entry->ref, entry->lang ? entry->lang : ""), &entry->record, "ref", "",
                 diags);
  }
}

static void check_rule_name(const Record *record, const char *name, const char **ids, DiagList *diags)
{
  const Rule *rule = name ? rule_find(name) : NULL;
  g_autofree char *hint = fault_hint(rule || !name ? NULL : text_closest(name, ids));
  if (name && !rule)
    fault_at(diags, "R-RULE", record, "rule", "there is no rule '%s'%s", name, hint);
  else if (rule && !strchr("RCAGMWD", rule->id[0]))
    fault_at(diags, "R-RULE", record, "rule", "rule '%s' cannot be set: it is about the form of the file", name);
}

/* Settings name checks that exist and may be set: not the rules of form, which are not a council's choice. */
static void check_settings(const Framework *framework, DiagList *diags)
{
  guint n;
  const Rule *const *rules = rule_all(&n);
  g_autofree const char **ids = g_new0(const char *, n + 1);
  for (guint i = 0, kept = 0; i < n; i++)
    if (strchr("RCAGMWD", rules[i]->id[0]))
      ids[kept++] = rules[i]->id;
  for (guint i = 0; i < framework->checks->len; i++) {
    const CheckSetting *setting = g_ptr_array_index(framework->checks, i);
    check_rule_name(&setting->record, setting->rule, ids, diags);
  }
  for (guint i = 0; i < framework->silences->len; i++) {
    const Silence *silence = g_ptr_array_index(framework->silences, i);
    check_rule_name(&silence->record, silence->rule, ids, diags);
  }
}

void file_check_framework(const Record *root, DiagList *diags)
{
  const Framework *framework = (const Framework *)root;
  check_years(framework, diags);
  check_priorities(framework, diags);
  check_directorates(framework, diags);
  for (guint i = 0; i < framework->rating_rules->len; i++)
    check_rule(g_ptr_array_index(framework->rating_rules, i), diags);
  check_symbols(framework, diags);
  check_shorthand(framework, diags);
  check_settings(framework, diags);
}
