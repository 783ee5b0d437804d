/* What was given but could not be read, said in the fields themselves: it is "not readable", which is not "missing". */
#include "model/readable.h"
#include "model/report.h"
#include "record/record-walk.h"
#include "record/record-write.h"
#include <string.h>

Prose *readable_prose(Arena *arena, const char *words)
{
  ProseBlock *block = arena_alloc(arena, sizeof *block);
  block->kind = PROSE_PARA;
  block->runs = readable_runs(arena, words);
  Prose *prose = arena_alloc(arena, sizeof *prose);
  prose->blocks = arena_list(arena);
  g_ptr_array_add(prose->blocks, block);
  return prose;
}

GPtrArray *readable_runs(Arena *arena, const char *words)
{
  GPtrArray *runs = arena_list(arena);
  g_ptr_array_add(runs, run_new(arena, words, 0));
  return runs;
}

/* ---- readings --------------------------------------------------------------------------------------------------- */

void readable_lose(Reading *reading)
{
  if (reading->state == STATE_SUPPRESSED || record_is_unread(&reading->record, "state"))
    reading_lose_note(reading);
  reading->number.given = reading->to.given = reading->lower.given = reading->upper.given = false;
  reading->level.given = false;
  reading->bound = BOUND_NONE;
  reading->text = NULL;
  reading->flags = 0;
  reading->state = STATE_NOT_READABLE;
}

/* A number beside a state or flag that cannot be read may be one that must not stand alone. The state says it then; of
 * which period or measure the reading is, it does not. */
static void settle_reading(Reading *reading)
{
  static const char *const figure[] = { "number", "text", "state", "flags", "bound", "to", "lower", "upper" },
                           *const place[] = { "period", "measure" };
  bool lost = false;
  if (record_is_unread(&reading->record, "state")) /* it may be withheld */
    reading_lose_note(reading);
  for (guint i = 0; i < G_N_ELEMENTS(figure); i++) {
    const Field *field = spec_field(reading->record.spec, figure[i]);
    if (!field || !field_is_unread(&reading->record, field))
      continue;
    bool beside = g_str_equal(figure[i], "text") && reading->number.given; /* words beside the figure: it stays */
    lost |= !beside;
    if (!beside)
      record_clear_unread(&reading->record, field);
  }
  if (record_is_unread(&reading->record, "rating")) {
    record_clear_unread(&reading->record, spec_field(reading->record.spec, "rating"));
    reading->rating = RATING_NOT_READABLE;
  }
  for (guint i = 0; i < G_N_ELEMENTS(place); i++)
    lost |= record_is_unread(&reading->record, place[i]);
  if (lost)
    readable_lose(reading);
}

static bool same_figure(const Reading *a, const Reading *b)
{
  bool numbers = a->number.given && b->number.given;
  bool ranges = a->to.given && b->to.given;
  return a->number.given == b->number.given && (!numbers || amount_compare(a->number.amount, b->number.amount) == 0) &&
         a->to.given == b->to.given && (!ranges || amount_compare(a->to.amount, b->to.amount) == 0) &&
         a->bound == b->bound && a->state == b->state && g_strcmp0(a->text, b->text) == 0;
}

/* Of two notes to one figure nobody can tell which is meant. */
static void lose_notes(Reading *first, Reading *second)
{
  if (g_strcmp0(first->note, second->note) == 0)
    return;
  record_mark_standing_in(&first->record, spec_field(first->record.spec, "note"));
  record_mark_standing_in(&second->record, spec_field(second->record.spec, "note"));
}

/* Of several readings of one measure and period that differ none can be believed. own: the period of those without. */
static void settle_twice(const GPtrArray *readings, Period own)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < readings->len && readings->len > 1; i++) {
    Reading *reading = g_ptr_array_index(readings, i);
    if (record_is_unread(&reading->record, "period") || record_is_unread(&reading->record, "measure"))
      continue;
    Period when = period_given(reading->period) ? reading->period : own;
    g_autofree char *period = period_to_string(when);
    char *key = g_strdup_printf("%s %s", period, reading->measure ? reading->measure : "");
    Reading *first = g_hash_table_lookup(seen, key);
    if (!first) {
      g_hash_table_insert(seen, key, reading);
      continue;
    }
    g_free(key);
    if (!same_figure(first, reading)) {
      readable_lose(first);
      readable_lose(reading);
    }
    lose_notes(first, reading);
  }
}

/* A symbol beside the value of the period, and none beside its indicator: of one without measures it is that. */
static void settle_symbol(IndicatorProgress *said, Period own)
{
  if (said->rating || record_is_unread(&said->record, "rating"))
    return;
  for (guint i = 0; i < said->values->len; i++) {
    const Reading *value = g_ptr_array_index(said->values, i);
    bool now = !period_given(value->period) || period_equal(value->period, own);
    if (now && !value->measure && !record_is_unread(&value->record, "measure") &&
        !record_is_unread(&value->record, "period"))
      said->rating = value->rating;
  }
}

static void settle_lists(Record *record)
{
  if (record->spec == &indicator_progress_spec) {
    Period own = { .kind = PERIOD_NONE };
    if (record->parent && record->parent->spec == &return_spec)
      own = ((const Return *)record->parent)->period;
    settle_twice(((const IndicatorProgress *)record)->values, own);
    settle_symbol((IndicatorProgress *)record, own);
  } else if (record->spec == &indicator_spec) {
    settle_twice(((const Indicator *)record)->targets, (Period){ .kind = PERIOD_NONE });
    settle_twice(((const Indicator *)record)->actuals, (Period){ .kind = PERIOD_NONE });
  }
}

/* What stands before or behind a figure cannot be read: the unit's name stands in for it. */
static void settle_own_unit(OwnUnit *unit)
{
  if (!record_is_unread(&unit->record, "before") && !record_is_unread(&unit->record, "short"))
    return;
  unit->before = unit->brief = NULL;
}

/* ---- other fields ----------------------------------------------------------------------------------------------- */

static void settle_term(Record *record, const Field *field)
{
  int *value = record_at(record, field);
  if (field->detail == &terms_rating)
    *value = RATING_NOT_READABLE;
  else if (field->detail == &terms_travel)
    *value = TRAVEL_NOT_READABLE;
  else if (field->detail == &terms_unit)
    *value = UNIT_NOT_READABLE;
}

static void settle(const Record *visited, G_GNUC_UNUSED void *data)
{
  Record *record = (Record *)visited;
  settle_lists(record);
  if (!record->unread)
    return;
  if (spec_is_reading(record->spec)) {
    settle_reading((Reading *)record);
    return;
  }
  if (record->spec == &own_unit_spec)
    settle_own_unit((OwnUnit *)record);
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (field->type == FIELD_TERM && field_is_unread(record, field))
      settle_term(record, field);
  }
}

/* ---- the framework's rules -------------------------------------------------------------------------------------- */

/* Takes out what lacks one of the fields without which it means nothing; the list is the record's own. What lacks it
 * because it cannot be read is still known to be there. */
static void take_out(Framework *framework, const char *list, const char *const *needed)
{
  const Field *field = spec_field(&framework_spec, list);
  GPtrArray *records = *(GPtrArray **)record_at(&framework->record, field);
  for (guint i = records->len; i-- > 0;) {
    const Record *record = g_ptr_array_index(records, i);
    bool lacks = false, unread = false;
    for (const char *const *name = needed; *name; name++) {
      lacks |= !field_is_set(record, spec_field(record->spec, *name));
      unread |= record_is_unread(record, *name);
    }
    if (lacks && unread)
      record_mark_standing_in(&framework->record, field);
    if (lacks)
      g_ptr_array_remove_index(records, i);
  }
}

static void lose_rule(RatingRule *rule)
{
  rule->method = METHOD_MANUAL;
  record_mark_standing_in(&rule->record, spec_field(rule->record.spec, "method"));
}

static bool is_same_record(const Record *a, const Record *b)
{
  g_autoptr(GString) x = g_string_new(NULL), y = g_string_new(NULL);
  record_write(a, x);
  record_write(b, y);
  return g_string_equal(x, y);
}

/* Of two rules by one name nobody can tell which is meant. */
static void lose_ambiguous_rules(const Framework *framework)
{
  g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < framework->rating_rules->len; i++) {
    RatingRule *rule = g_ptr_array_index(framework->rating_rules, i);
    RatingRule *first = rule->ref ? g_hash_table_lookup(named, rule->ref) : NULL;
    if (rule->ref && !first)
      g_hash_table_insert(named, rule->ref, rule);
    if (!first || is_same_record(&first->record, &rule->record))
      continue;
    lose_rule(first);
    lose_rule(rule);
  }
}

/* A rule that cannot be read stays, so that no other one takes its place: see unread where something is judged by it.
 */
static void settle_rules(Framework *framework)
{
  lose_ambiguous_rules(framework);
  for (guint i = 0; i < framework->rating_rules->len; i++) {
    RatingRule *rule = g_ptr_array_index(framework->rating_rules, i);
    if (record_is_unread(&rule->record, "method"))
      lose_rule(rule);
  }
  if (!framework->travel || !record_is_unread(&framework->travel->record, "comparator"))
    return;
  framework->travel->comparator = COMPARE_SAME_PERIOD_LAST_YEAR;
  record_mark_standing_in(&framework->travel->record, spec_field(framework->travel->record.spec, "comparator"));
}

static void settle_framework(Framework *framework)
{
  settle_rules(framework);
  take_out(framework, "rating-rule", (const char *const[]){ "method", NULL });
  take_out(framework, "symbol", (const char *const[]){ "scale", "name", NULL });
  take_out(framework, "unit", (const char *const[]){ "ref", NULL });
  take_out(framework, "category", (const char *const[]){ "ref", NULL });
  if (framework->travel && !framework->travel->comparator)
    framework->travel = NULL;
}

void readable_settle(Record *root)
{
  record_walk(root, settle, NULL);
  if (root->spec == &framework_spec)
    settle_framework((Framework *)root);
}
