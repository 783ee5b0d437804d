/* Completing: a model that can be read again whatever it was made from. */
#include "merge/complete.h"
#include "model/readable.h"
#include "record/record-walk.h"
#include "record/value.h"
#include <string.h>

static const char *words_for(const Record *record, const Field *field)
{
  return record_is_unread(record, field->name) ? NOT_READABLE : NOT_GIVEN;
}

static void fill(Arena *arena, Record *record, const Field *field)
{
  void *at = record_at(record, field);
  bool shared = field->type == FIELD_CODE && !(field->flags & FIELD_UNIQUE); /* others: settle_codes */
  if (field->type == FIELD_TEXT || shared)
    *(char **)at = arena_strdup(arena, words_for(record, field));
  else if (field->type == FIELD_RUNS)
    *(GPtrArray **)at = readable_runs(arena, words_for(record, field));
  else if (field->type == FIELD_PROSE)
    *(Prose **)at = readable_prose(arena, words_for(record, field));
}

/* What was put together of texts that were long already. */
static void cut_text(Arena *arena, char **text)
{
  if (!*text || strlen(*text) <= VALUE_TEXT_CHARS || g_utf8_strlen(*text, -1) <= VALUE_TEXT_CHARS)
    return;
  g_autofree char *start = g_utf8_substring(*text, 0, VALUE_TEXT_CHARS - 1);
  *text = arena_printf(arena, "%s…", g_strchomp(start));
}

/* Words that must be there, and prose that was there. */
static void fill_words(Arena *arena, Record *record)
{
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    bool prose = field->type == FIELD_RUNS || field->type == FIELD_PROSE;
    bool wanted = (field->flags & FIELD_REQUIRED) || (prose && record_is_unread(record, field->name));
    if (wanted && !field_is_set(record, field)) {
      bool unread = field_is_unread(record, field);
      fill(arena, record, field);
      if (unread)
        record_mark_standing_in(record, field);
    }
    if (field->type == FIELD_TEXT)
      cut_text(arena, record_at(record, field));
  }
}

/* What says neither by a code nor by words of what it speaks. */
static void fill_name(Arena *arena, Record *record)
{
  const Field *names = spec_naming_field(record->spec), *code = names ? spec_code_field(record->spec) : NULL;
  if (!code || field_is_set(record, code) || field_is_set(record, names))
    return;
  if (!field_is_unread(record, code) && !field_is_unread(record, names))
    fill(arena, record, names);
}

/* "HP 1 (2)": the code with the next number with which it is not used yet. */
static char *numbered(Arena *arena, const char *code, GHashTable *used, GHashTable *last)
{
  enum { ROOM = VALUE_CODE_CHARS - 10 };
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(last, code));
  for (;;) {
    n++;
    char *own = n == 1 ? arena_strdup(arena, code) : arena_printf(arena, "%.*s (%u)", ROOM, code, n);
    if (g_hash_table_contains(used, own))
      continue;
    g_hash_table_insert(last, (gpointer)code, GUINT_TO_POINTER(n));
    return own;
  }
}

/* Whether it must have one, or had one that cannot be read. */
static bool wants_code(const Record *record, const Field *field)
{
  return (field->flags & FIELD_REQUIRED) || (spec_naming_field(record->spec) && field_is_unread(record, field));
}

/* The codes of one field in one list, made one to one. */
static void settle_codes(Arena *arena, const GPtrArray *records, const Spec *spec, const Field *field)
{
  g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) last = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < records->len; i++) {
    Record *record = g_ptr_array_index(records, i);
    char **at = record_at(record, field);
    if (record->spec != spec || (!*at && !wants_code(record, field)) || field_is_implied(record, field))
      continue;
    if (!*at && field_is_unread(record, field))
      record_mark_standing_in(record, field);
    if (!*at || g_hash_table_contains(used, *at))
      *at = numbered(arena, *at ? *at : words_for(record, field), used, last);
    g_hash_table_add(used, *at);
  }
}

static void settle_list(Arena *arena, const GPtrArray *records)
{
  const Spec *done = NULL;
  for (guint i = 0; i < records->len; i++) {
    const Spec *spec = ((const Record *)g_ptr_array_index(records, i))->spec;
    for (guint j = 0; spec != done && j < spec->n_fields; j++)
      if (spec->fields[j].type == FIELD_CODE && (spec->fields[j].flags & FIELD_UNIQUE))
        settle_codes(arena, records, spec, &spec->fields[j]);
    done = spec;
  }
}

static void complete(const Record *visited, void *data)
{
  Record *record = (Record *)visited;
  fill_words(data, record);
  fill_name(data, record);
  for (guint i = 0; i < record->spec->n_fields; i++)
    if (record->spec->fields[i].type == FIELD_MANY)
      settle_list(data, *(GPtrArray *const *)record_at(record, &record->spec->fields[i]));
}

/* Quartiles of no year say nothing, but that there are some when it cannot be read. */
static void drop_quartiles(const Report *report)
{
  const Field *list = spec_field(&report_measure_spec, "quartile");
  for (guint i = 0; i < report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(report->indicators, i);
    for (guint j = 0; j < indicator->measures->len; j++) {
      Measure *measure = g_ptr_array_index(indicator->measures, j);
      for (guint k = measure->quartiles->len; k-- > 0;) {
        const Quartile *quartile = g_ptr_array_index(measure->quartiles, k);
        if (period_given(quartile->period))
          continue;
        if (record_is_unread(&quartile->record, "period"))
          record_mark_standing_in(&measure->record, list);
        g_ptr_array_remove_index(measure->quartiles, k);
      }
    }
  }
}

/* Nor do others of the list that have none; what they said is not readable there. */
static void drop_without_period(Record *owner, const char *list)
{
  const Field *field = spec_field(owner->spec, list);
  GPtrArray *records = *(GPtrArray **)record_at(owner, field);
  for (guint i = records->len; i-- > 0;) {
    const Record *record = g_ptr_array_index(records, i);
    if (field_is_set(record, spec_field(record->spec, "period")))
      continue;
    record_mark_standing_in(owner, field);
    g_ptr_array_remove_index(records, i);
  }
}

static void drop_lists(const Report *report)
{
  for (guint i = 0; i < report->equality_actions->len; i++)
    drop_without_period(g_ptr_array_index(report->equality_actions, i), "timetable");
  for (guint i = 0; i < report->indicators->len; i++)
    drop_without_period(g_ptr_array_index(report->indicators, i), "former");
}

/* A statement whose kind cannot be read is laid out by its figures, but not called by them. */
static bool has_remaining(const GPtrArray *content)
{
  for (guint i = 0; content && i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    const Field *remaining = spec_field(item->spec, "remaining"), *lines = spec_field(item->spec, "line");
    bool section = item->spec == &statement_section_spec;
    if ((remaining && field_is_set(item, remaining)) ||
        (lines && !section && has_remaining(*(GPtrArray *const *)record_at(item, lines))) ||
        (section && has_remaining(((const StatementSection *)item)->content)))
      return true;
  }
  return false;
}

static void settle_statements(const GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++) {
    Statement *statement = g_ptr_array_index(statements, i);
    if (statement->kind)
      continue;
    statement->kind = has_remaining(statement->content) ? STATEMENT_CAPITAL : STATEMENT_REVENUE;
    record_mark_standing_in(&statement->record, spec_field(&statement_spec, "kind"));
  }
}

void complete_report(Arena *arena, Report *report)
{
  drop_quartiles(report);
  drop_lists(report);
  settle_statements(report->plan_statements);
  settle_statements(report->statements);
  settle_statements(report->directorate_statements);
  settle_statements(report->directorate_statements);
  record_walk(&report->record, complete, arena);
}
