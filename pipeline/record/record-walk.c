/* Walking records by their rows. */
#include "record/record-walk.h"

static void walk_list(const GPtrArray *records, RecordVisit visit, void *data)
{
  for (guint i = 0; records && i < records->len; i++)
    record_walk(g_ptr_array_index(records, i), visit, data);
}

void record_walk(const Record *record, RecordVisit visit, void *data)
{
  if (!record)
    return;
  visit(record, data);
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (field->type == FIELD_ONE)
      record_walk(*(Record *const *)record_at(record, field), visit, data);
    else if (field->type == FIELD_MANY || field->type == FIELD_ANY)
      walk_list(*(GPtrArray *const *)record_at(record, field), visit, data);
  }
}

static void settle(const Record *record, void *begins)
{
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (field->type != FIELD_PERIOD)
      continue;
    Period *period = record_at(record, field);
    *period = period_settle(*period, *(const int *)begins);
  }
}

void record_settle_periods(Record *record, int begins)
{
  record_walk(record, settle, &begins);
}

void record_walk_runs(const Record *record, RunsVisit visit, void *data)
{
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    const void *at = record_at(record, field);
    if (field->type == FIELD_PROSE)
      prose_walk_runs(*(Prose *const *)at, visit, data);
    else if (field->type == FIELD_RUNS && *(GPtrArray *const *)at)
      runs_walk(*(GPtrArray *const *)at, visit, data);
  }
}
