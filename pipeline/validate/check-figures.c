/* Rules of figures: a number or a reason why there is none, once a measure and period. */
#include "validate/check-figures.h"
#include "validate/codes.h"
#include "validate/fault.h"

/* States that say there is no number; beside one of them a number is a slip, or a leak. */
static bool state_excludes_number(int state)
{
  switch ((State)state) {
  case STATE_NOT_AVAILABLE:
  case STATE_NOT_APPLICABLE:
  case STATE_TO_BE_CONFIRMED:
  case STATE_SUPPRESSED:
  case STATE_NOT_DUE:
  case STATE_NOT_SUPPLIED:
    return true;
  case STATE_NONE:
  case STATE_ANNUAL:
  case STATE_SEE_COMMENT:
  case STATE_NEW_MEASURE:
    return false;
  }
  return false;
}

static bool has_attribute(const Record *record, const char *name)
{
  return record_offset(record, name) != record->offset;
}

static void check_says(const Reading *reading, DiagList *diags)
{
  const Record *record = &reading->record;
  bool tried = has_attribute(record, "number") || has_attribute(record, "state") || has_attribute(record, "text");
  if (!tried)
    fault_at(diags, "S-FIGURE", record, NULL, "there is neither a number nor a state that says why");
  else if (reading->number.given && state_excludes_number(reading->state))
    fault_at(diags, "S-FIGURE", record, "state", "has a number, although its state is '%s'",
             terms_name(&terms_state, reading->state));
}

static void check_measure(const Reading *reading, const GPtrArray *measures, const Codes *known, DiagList *diags)
{
  if (!reading->measure || codes_has(known, reading->measure))
    return;
  g_autofree char *hint = codes_hint(known, reading->measure);
  fault_at(diags, "R-MEASURE", &reading->record, "measure", "measure '%s' is not a measure of this indicator%s",
           reading->measure, measures->len > 0 ? hint : " (it has none)");
}

static void check_once(const Reading *reading, GHashTable *seen, DiagList *diags)
{
  g_autofree char *period = period_to_string(reading->period);
  char *key = g_strdup_printf("%s/%s", period ? period : "", reading->measure ? reading->measure : "");
  const Reading *first = g_hash_table_lookup(seen, key);
  if (!first) {
    g_hash_table_insert(seen, key, (gpointer)reading);
    return;
  }
  g_free(key);
  fault_at(diags, "R-DUPLICATE", &reading->record, NULL, "a second one%s%s%s%s (first on line %u)",
           reading->measure ? " of measure " : "", reading->measure ? reading->measure : "",
           period_given(reading->period) ? " for " : "", period_given(reading->period) ? period : "",
           source_place(first->record.source, first->record.offset).line);
}

void check_readings(const GPtrArray *readings, const GPtrArray *measures, DiagList *diags)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(Codes) known = codes_new();
  for (guint i = 0; measures && i < measures->len; i++) {
    const Measure *measure = g_ptr_array_index(measures, i);
    if (has_attribute(&measure->record, "ref"))
      codes_know(known, measure->ref);
  }
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    check_says(reading, diags);
    check_once(reading, seen, diags);
    if (measures)
      check_measure(reading, measures, known, diags);
  }
}
