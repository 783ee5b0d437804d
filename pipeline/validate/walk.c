/* Walking records by their rows. */
#include "validate/walk.h"

static void walk_list(const GPtrArray *records, WalkVisit visit, void *data)
{
  for (guint i = 0; records && i < records->len; i++)
    walk(g_ptr_array_index(records, i), visit, data);
}

void walk(const Record *record, WalkVisit visit, void *data)
{
  if (!record)
    return;
  visit(record, data);
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (field->type == FIELD_ONE)
      walk(*(Record *const *)record_at(record, field), visit, data);
    else if (field->type == FIELD_MANY || field->type == FIELD_ANY)
      walk_list(*(GPtrArray *const *)record_at(record, field), visit, data);
  }
}
