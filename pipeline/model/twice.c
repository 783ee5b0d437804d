/* What stands twice and contradicts itself. */
#include "model/twice.h"
#include "model/framework.h"
#include "model/plan.h"
#include "model/readable.h"
#include "model/return.h"
#include "record/value.h"

/* ---- two records --------------------------------------------------------------------------------------------------
 */

/* NULL: nothing is said. Caller frees. */
static char *said(const Record *record, const Field *field)
{
  const void *at = record_at(record, field);
  if (!field_is_set(record, field))
    return NULL;
  if (field->type == FIELD_PROSE)
    return prose_to_text(*(Prose *const *)at);
  return field->type == FIELD_RUNS ? runs_to_text(*(GPtrArray *const *)at) : value_write(field, at);
}

static bool holds_records(const Field *field)
{
  return field->type == FIELD_ONE || field->type == FIELD_MANY || field->type == FIELD_ANY;
}

static bool differs(const Record *a, const Record *b, const Field *field)
{
  g_autofree char *first = said(a, field), *second = said(b, field);
  return field_is_unread(a, field) || field_is_unread(b, field) || g_strcmp0(first, second) != 0;
}

static void lose(Record *record, const Field *field)
{
  int *term = record_at(record, field);
  if (field->type == FIELD_TERM && field->detail == &terms_rating)
    *term = RATING_NOT_READABLE;
  else if (field->type == FIELD_TERM && field->detail == &terms_travel)
    *term = TRAVEL_NOT_READABLE;
  else
    record_mark_standing_in(record, field);
}

/* ---- entries of a return ------------------------------------------------------------------------------------------
 */

static Prose *join(Arena *arena, const Prose *first, const Prose *second)
{
  Prose *both = arena_alloc(arena, sizeof *both);
  *both = *first;
  both->blocks = arena_list(arena);
  g_ptr_array_extend(both->blocks, first->blocks, NULL, NULL);
  g_ptr_array_extend(both->blocks, second->blocks, NULL, NULL);
  return both;
}

static Reading *same_place(const GPtrArray *readings, const Reading *reading, Period own)
{
  Period when = period_given(reading->period) ? reading->period : own;
  for (guint i = 0; i < readings->len; i++) {
    Reading *other = g_ptr_array_index(readings, i);
    Period then = period_given(other->period) ? other->period : own;
    if (period_equal(when, then) && g_strcmp0(other->measure, reading->measure) == 0)
      return other;
  }
  return NULL;
}

static bool same_reading(const Reading *a, const Reading *b)
{
  for (guint i = 0; i < a->record.spec->n_fields; i++) {
    const Field *field = &a->record.spec->fields[i];
    bool place = field->type == FIELD_PERIOD || g_str_equal(field->name, "measure") || g_str_equal(field->name, "note");
    if (!place && differs(&a->record, &b->record, field))
      return false;
  }
  return true;
}

/* Figures that differ are lost, a withheld one with the one that tells it; what only the second has is not missing. */
static void settle_values(Record *first, const Field *field, const GPtrArray *a, const GPtrArray *b, Period own)
{
  for (guint i = 0; i < b->len; i++) {
    Reading *second = g_ptr_array_index(b, i), *other = same_place(a, second, own);
    const Field *note = spec_field(second->record.spec, "note");
    if (other && differs(&other->record, &second->record, note)) {
      lose(&other->record, note);
      lose(&second->record, note);
    }
    if (!other) {
      record_mark_standing_in(first, field);
    } else if (!same_reading(other, second)) {
      readable_lose(other);
      readable_lose(second);
      if (other->rating || second->rating)
        other->rating = second->rating = RATING_NOT_READABLE;
    }
  }
}

/* first has been said before second. */
static void settle_pair(Arena *arena, Record *first, Record *second, Period own)
{
  for (guint i = 0; i < first->spec->n_fields; i++) {
    const Field *field = &first->spec->fields[i];
    void *a = record_at(first, field), *b = record_at(second, field);
    if ((field->flags & (FIELD_KEY | FIELD_NAMES)) || g_str_equal(field->name, "step-title"))
      continue;
    if (field->type == FIELD_MANY) {
      settle_values(first, field, *(GPtrArray **)a, *(GPtrArray **)b, own);
      continue;
    }
    bool unsaid = !field_is_set(second, field) && !field_is_unread(second, field); /* by the second: no contradiction */
    if (holds_records(field) || unsaid || !differs(first, second, field))
      continue;
    if (field->type != FIELD_PROSE) {
      lose(first, field);
      lose(second, field);
    } else if (field_is_set(first, field) && field_is_set(second, field)) {
      *(Prose **)a = join(arena, *(Prose *const *)a, *(Prose *const *)b);
    }
  }
}

/* Of which part of the item: a step, by its code or its words; NULL: of all of it. */
static const char *part_of(const Record *entry)
{
  const MilestoneProgress *said = entry->spec == &milestone_progress_spec ? (const MilestoneProgress *)entry : NULL;
  return !said ? NULL : said->step ? said->step : said->step_title;
}

static void settle_entries(Arena *arena, const GPtrArray *entries, Period own)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < entries->len && entries->len > 1; i++) {
    Record *entry = g_ptr_array_index(entries, i);
    const char *ref = *(char *const *)record_at(entry, spec_code_field(entry->spec));
    const char *part = part_of(entry);
    if (!ref || record_is_unread(entry, "step") || record_is_unread(entry, "step-title"))
      continue;
    char *key = g_strdup_printf("%s\n%s", ref, part ? part : "");
    Record *first = g_hash_table_lookup(seen, key);
    if (first)
      settle_pair(arena, first, entry, own);
    if (first)
      g_free(key);
    else
      g_hash_table_insert(seen, key, entry);
  }
}

static void settle_return(Arena *arena, const Return *document)
{
  settle_entries(arena, document->milestones, document->period);
  settle_entries(arena, document->indicators, document->period);
  settle_entries(arena, document->treatments, document->period);
  settle_entries(arena, document->equality_actions, document->period);
  settle_entries(arena, document->closed, document->period);
}

/* ---- definitions ---------------------------------------------------------------------------------------------------
 */

static bool all_the_same(const Record *a, const Record *b)
{
  for (guint i = 0; i < a->spec->n_fields; i++)
    if (differs(a, b, &a->spec->fields[i]))
      return false;
  return true;
}

static void lose_measure(Measure *measure)
{
  measure->ref = NULL;
  record_mark_unread(&measure->record, spec_field(measure->record.spec, "ref"));
}

static void settle_measures(const Indicator *indicator)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) lost = g_ptr_array_new();
  for (guint i = 0; i < indicator->measures->len; i++) {
    Measure *measure = g_ptr_array_index(indicator->measures, i);
    Measure *first = measure->ref ? g_hash_table_lookup(seen, measure->ref) : NULL;
    if (!first && measure->ref)
      g_hash_table_insert(seen, measure->ref, measure);
    if (!first)
      continue;
    if (all_the_same(&first->record, &measure->record)) {
      g_ptr_array_remove_index(indicator->measures, i--);
      continue;
    }
    g_ptr_array_add(lost, first);
    g_ptr_array_add(lost, measure);
  }
  for (guint i = 0; i < lost->len; i++)
    lose_measure(g_ptr_array_index(lost, i));
}

static char *key_of(const Record *record, const char *const *keys)
{
  GString *key = g_string_new(NULL);
  for (; *keys; keys++) {
    g_autofree char *word = said(record, spec_field(record->spec, *keys));
    g_string_append_printf(key, "%s\n", word ? word : "");
  }
  return g_string_free(key, FALSE);
}

static void settle_definitions(GPtrArray *records, const char *const *keys)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < records->len && records->len > 1; i++) {
    Record *record = g_ptr_array_index(records, i);
    g_autofree char *key = key_of(record, keys);
    Record *first = g_hash_table_lookup(seen, key);
    if (!first || strchr(key, '\n') == key) {
      g_hash_table_replace(seen, g_steal_pointer(&key), record);
      continue;
    }
    for (guint k = 0; k < record->spec->n_fields; k++)
      if (differs(first, record, &record->spec->fields[k]))
        lose(first, &record->spec->fields[k]);
    g_ptr_array_remove_index(records, i--);
  }
}

static void settle_framework(const Framework *framework)
{
  static const char *const code[] = { "ref", NULL }, *const symbol[] = { "scale", "name", NULL };
  GPtrArray *const lists[] = { framework->rating_rules, framework->boards, framework->roles,
                               framework->shorthand,    framework->units,  framework->categories };
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
    settle_definitions(lists[i], code);
  settle_definitions(framework->key, symbol);
  for (guint i = 0; i < framework->priorities->len; i++)
    settle_definitions(((Priority *)g_ptr_array_index(framework->priorities, i))->areas, code);
  for (guint i = 0; i < framework->directorates->len; i++)
    settle_definitions(((Directorate *)g_ptr_array_index(framework->directorates, i))->departments, code);
}

void twice_settle(Arena *arena, Record *root)
{
  if (root->spec == &return_spec)
    settle_return(arena, (const Return *)root);
  else if (root->spec == &framework_spec)
    settle_framework((const Framework *)root);
  else if (root->spec == &plan_spec)
    for (guint i = 0; i < ((const Plan *)root)->indicators->len; i++)
      settle_measures(g_ptr_array_index(((const Plan *)root)->indicators, i));
}
