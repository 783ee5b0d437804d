/* Readings in a cell: a figure, and what must be said beside it. */
#include "compose/blocks/format-filler.h"
#include "compose/wording/words.h"
#include "model/indicator.h"
#include "model/report.h"
#include <string.h>

/* A figure of another day than its period's last one says so; of a day that cannot be read, too. */
static void add_as_at(const Filler *filler, const Reading *reading)
{
  Date last = period_last_day(reading->period);
  scope_tell(filler->scope, &reading->record, spec_field(reading->record.spec, "as-at"));
  if (reading_hides_figure(reading))
    return;
  if (record_is_unread(&reading->record, "as-at") && reading->number.given) {
    filler_add_words(filler, document_word(filler->document, "as-at-not-readable"));
    return;
  }
  if (!date_given(reading->as_at) || date_compare(reading->as_at, last) == 0)
    return;
  g_autofree char *day = when_to_text(filler->document, &(When){ .date = reading->as_at });
  g_autofree char *words = word_fill(document_word(filler->document, "as-at"), (const char *const[]){ "date", NULL },
                                     (const char *const[]){ day, NULL });
  filler_add_words(filler, words);
}

static const Report *report_of(const Record *record)
{
  while (record->parent)
    record = record->parent;
  return (const Report *)record;
}

/* Whether the reading is of the period of which everybody takes it to be, by the last step of its path: a target of the
 * year, last year's figure; a value of the council's own year says otherwise when it is in arrears. */
static bool is_of_usual_period(const Reading *reading, const PathStep *last)
{
  const Report *report = report_of(&reading->record);
  bool own = period_is_own(reading->period, report->period.begins);
  if (last && strcmp(last->field->name, "target") == 0)
    return period_equal(reading->period, report->year);
  if (last && strcmp(last->field->name, "actual") == 0)
    return own && period_holds(report->last_year, reading->period) && reading->period.kind != PERIOD_MONTH;
  if (last && strcmp(last->field->name, "before") == 0)
    return false;
  return own;
}

/* A figure of another period than the report's says so. */
static void add_other_period(const Filler *filler, const Reading *reading, const PathStep *last)
{
  bool figure = reading_has_figure(reading);
  if (!figure || reading_hides_figure(reading) || !period_given(reading->period) || is_of_usual_period(reading, last))
    return;
  g_autofree char *words = when_to_text(filler->document, &(When){ .period = reading->period });
  filler_add_words(filler, words);
}

/* It stands behind the figure itself, before what is said of it below. */
static void add_note(const Filler *filler, const Record *record, Value *value)
{
  scope_tell(filler->scope, record, spec_field(record->spec, "note"));
  Run *place = note_run(filler->arena, filler->document, record, filler->scope->world->lang);
  if (!place)
    return;
  value->notes = arena_list(filler->arena);
  g_ptr_array_add(value->notes, place);
}

/* "Families, January 2010: 97.1%": the months of a quarter stand in one cell, each with its name. */
static void add_part(const Filler *filler, const Reading *reading, Value *value)
{
  g_autofree char *period = when_to_text(filler->document, &(When){ .period = reading->period });
  const char *label = value->label;
  value->label = NULL;
  g_autofree char *figure = value_to_text(filler->document, value);
  g_autofree char *words = g_strdup_printf("%s%s%s: %s", label ? label : "", label ? ", " : "", period, figure);
  GPtrArray *runs = arena_list(filler->arena);
  g_ptr_array_add(runs, run_new(filler->arena, words, 0));
  if (value->notes)
    g_ptr_array_extend(runs, value->notes, NULL, NULL);
  filler_add_runs(filler, runs);
}

/* Of several periods in one cell: figures of parts of a period, and the targets of parts of years. */
static bool is_one_of_parts(const Reading *reading, const PathStep *last)
{
  bool targets = last && !last->filter && strcmp(last->field->name, "profiled") == 0;
  return targets || reading->record.spec == &report_part_spec;
}

/* The label tells a reading's measure, unless the row is that measure. */
void filler_add_reading(const Filler *filler, const Record *record, const PathStep *last)
{
  Value *value = value_from_reading(filler->arena, filler->document, record);
  scope_tell(filler->scope, record, NULL);
  if (record->parent == filler->scope->record)
    value->label = NULL;
  add_note(filler, record, value);
  bool part = is_one_of_parts((const Reading *)record, last);
  if (part)
    add_part(filler, (const Reading *)record, value);
  else
    filler_add_value(filler, value);
  if (reading_words_beside((const Reading *)record))
    filler_add_own(filler, reading_words_beside((const Reading *)record));
  if (!part)
    add_other_period(filler, (const Reading *)record, last);
  add_as_at(filler, (const Reading *)record);
  g_autofree char *certainty = certainty_text(filler->document, record);
  if (certainty)
    filler_add_words(filler, certainty);
}
