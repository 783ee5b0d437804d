/* Codes that the framework does not have. */
#include "merge/unknown.h"
#include "facts/table.h"
#include "record/record-walk.h"
#include <string.h>

typedef struct {
  Arena *arena;
  Report *report;
  GHashTable *priorities, *areas, *roles; /* code to its record */
  bool unread;                            /* of some priority or area it cannot be read what it is called */
} Names;

static void add_names(GHashTable *table, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    table_put(table, *(char **)record_at(record, spec_field(record->spec, "ref")), record);
  }
}

static bool is_nameless(const Record *record)
{
  const Field *ref = spec_field(record->spec, "ref");
  return !field_is_set(record, ref) || field_is_unread(record, ref);
}

static bool any_nameless(const Report *report)
{
  bool nameless = record_is_unread(&report->record, "priority");
  for (guint i = 0; i < report->priorities->len && !nameless; i++) {
    const Priority *priority = g_ptr_array_index(report->priorities, i);
    nameless = is_nameless(&priority->record) || record_is_unread(&priority->record, "area");
    for (guint k = 0; k < priority->areas->len && !nameless; k++)
      nameless = is_nameless(g_ptr_array_index(priority->areas, k));
  }
  return nameless;
}

static Names names_of(Arena *arena, Report *report)
{
  Names names = { arena, report, table_new(arena), table_new(arena), table_new(arena), any_nameless(report) };
  add_names(names.priorities, report->priorities);
  add_names(names.roles, report->roles);
  for (guint i = 0; i < report->priorities->len; i++)
    add_names(names.areas, ((const Priority *)g_ptr_array_index(report->priorities, i))->areas);
  return names;
}

static bool knows(GHashTable *table, const char *code)
{
  return !code || g_hash_table_size(table) == 0 || g_hash_table_contains(table, code);
}

/* A list of codes, or the only one, of which one leads nowhere. */
static void mark_unknown(Record *record, const char *name, GHashTable *table)
{
  const Field *field = spec_field(record->spec, name);
  if (!field || !field_is_set(record, field))
    return;
  const void *at = record_at(record, field);
  bool known = field->type != FIELD_CODE || knows(table, *(char *const *)at);
  const GPtrArray *codes = field->type == FIELD_CODES ? *(GPtrArray *const *)at : NULL;
  for (guint i = 0; codes && i < codes->len; i++)
    known &= knows(table, g_ptr_array_index(codes, i));
  if (!known)
    record_mark_standing_in(record, field);
}

/* The codes of a list that lead nowhere, in a list of their own; false: the record has none. */
static bool list_unknown(const Names *names, Record *record, const char *name, const char *unknown, GHashTable *table)
{
  const Field *field = spec_field(record->spec, name), *into = spec_field(record->spec, unknown);
  if (!field || !into || names->unread)
    return false;
  const GPtrArray *codes = *(GPtrArray *const *)record_at(record, field);
  for (guint i = 0; i < codes->len; i++)
    if (!knows(table, g_ptr_array_index(codes, i)))
      g_ptr_array_add(*(GPtrArray **)record_at(record, into), g_ptr_array_index(codes, i));
  return true;
}

static void add_role(const Names *names, char *code)
{
  if (!code || g_hash_table_contains(names->roles, code))
    return;
  Role *role = record_new(names->arena, &role_spec, &names->report->record);
  role->ref = role->title = code;
  g_ptr_array_add(names->report->roles, role);
  table_put(names->roles, code, role);
}

static void visit(const Record *visited, void *data)
{
  const Names *names = data;
  Record *record = (Record *)visited;
  mark_unknown(record, "priorities", names->priorities);
  mark_unknown(record, "priority", names->priorities);
  list_unknown(names, record, "priorities", "unknown-priorities", names->priorities);
  if (!list_unknown(names, record, "areas", "unknown-areas", names->areas))
    mark_unknown(record, "areas", names->areas);
  const Field *officers = spec_field(record->spec, "officers");
  const GPtrArray *codes =
      officers && officers->type == FIELD_CODES ? *(GPtrArray *const *)record_at(record, officers) : NULL;
  for (guint i = 0; codes && i < codes->len; i++)
    add_role(names, g_ptr_array_index(codes, i));
}

void unknown_fill(const Inputs *inputs, Report *report)
{
  Names names = names_of(inputs->arena, report);
  record_walk(&report->record, visit, &names);
  add_role(&names, report->officer);
}
