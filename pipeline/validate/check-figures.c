/* Rules of figures: a number or a reason why there is none, once a measure and period. */
#include "validate/check-figures.h"
#include "validate/codes.h"
#include "validate/fault.h"
#include <string.h>

static bool has_attribute(const Record *record, const char *name)
{
  return record_offset(record, name) != record->offset;
}

/* "96% (adults)" says of which 96 it is the number, "above average" how good it is; "50 or so" says another thing. */
static bool says_otherwise(const Reading *reading)
{
  if (!reading->number.given || !reading->text || !strpbrk(reading->text, "0123456789"))
    return false;
  gsize length;
  return !reading_number_in_words(reading, &length);
}

static void check_says(const Reading *reading, DiagList *diags)
{
  const Record *record = &reading->record;
  bool tried = has_attribute(record, "number") || has_attribute(record, "state") || has_attribute(record, "text") ||
               record_is_unread(record, "number") ||
               reading->state == STATE_NOT_READABLE; /* what stands at a wrong place may be it, and was told */
  if (!tried)
    fault_at(diags, "S-FIGURE", record, NULL, "there is neither a number nor a state that says why");
  else if (reading->number.given && state_is_without_figure(reading->state))
    fault_at(diags, "S-FIGURE", record, "state", "has a number, although its state is '%s'",
             terms_name(&terms_state, reading->state));
  else if (reading->rate.given && !reading->number.given)
    fault_at(diags, "S-FIGURE", record, "rate", "has a rate and no number: the rate stands behind the number");
  else if (says_otherwise(reading))
    fault_at(diags, "S-FIGURE", record, "text", "has words '%s' beside a number that is another one", reading->text);
  else if (reading_contradicts(reading))
    fault_at(diags, "S-FIGURE", record, "text",
             "has words '%s' with a figure in them, although its state is '%s': one of the two is wrong", reading->text,
             terms_name(&terms_state, reading->state));
  else if (reading->text && reading->state == STATE_SUPPRESSED)
    fault_at(diags, "S-FIGURE", record, "text", "has words, although it is withheld: they are shown nowhere");
  bool withheld = reading->state == STATE_SUPPRESSED, unsure = record_is_unread(record, "state");
  if (unsure && reading_note_tells(reading))
    fault_at(diags, "S-FIGURE", record, "note",
             "has a note with a number in it, and a state that cannot be read: the note is not printed, for the figure "
             "may be a withheld one");
  if (withheld && reading_note_tells(reading))
    fault_at(
        diags, "S-FIGURE", record, "note",
        "has a note with a number in it, although it is withheld: the note is not printed, for the number may tell "
        "the figure; write it without numbers");
  const char *bound = reading_bound_fault(reading);
  if (bound && !record_is_unread(record, "number") && !record_is_unread(record, "to"))
    fault_at(diags, "S-FIGURE", record, reading->to.given ? "to" : "bound", "%s", bound);
  const char *limits = record->unread ? NULL : reading_limits_fault(reading);
  if (limits)
    fault_at(diags, "S-FIGURE", record,
             reading->lower.given   ? "lower"
             : reading->upper.given ? "upper"
                                    : "level",
             "%s", limits);
}

static void check_measure(const Record *record, const char *measure, const GPtrArray *measures, const Codes *known,
                          DiagList *diags)
{
  if (!measure || codes_has(known, measure))
    return;
  g_autofree char *hint = codes_hint(known, measure);
  fault_at(diags, "R-MEASURE", record, "measure", "measure '%s' is not a measure of this indicator%s", measure,
           measures->len > 0 ? hint : " (it has none)");
}

static void check_once(const Record *record, const char *measure, Period when, GHashTable *seen, DiagList *diags)
{
  g_autofree char *period = period_given(when) ? period_to_string(when) : g_strdup("");
  char *key = g_strdup_printf("%s/%s", period, measure ? measure : "");
  const Record *first = g_hash_table_lookup(seen, key);
  if (!first) {
    g_hash_table_insert(seen, key, (gpointer)record);
    return;
  }
  g_free(key);
  fault_at(diags, "R-DUPLICATE", record, NULL, "a second one%s%s%s%s (first on line %u)", measure ? " of measure " : "",
           measure ? measure : "", period[0] ? " for " : "", period, source_place(first->source, first->offset).line);
}

static Codes *known_measures(const GPtrArray *measures)
{
  Codes *known = codes_new();
  for (guint i = 0; measures && i < measures->len; i++) {
    const Measure *measure = g_ptr_array_index(measures, i);
    if (has_attribute(&measure->record, "ref"))
      codes_know(known, measure->ref);
  }
  return known;
}

void check_readings(const GPtrArray *readings, const GPtrArray *measures, DiagList *diags)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(Codes) known = known_measures(measures);
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    check_says(reading, diags);
    if (!record_is_unread(&reading->record, "period")) /* that is told */
      check_once(&reading->record, reading->measure, reading->period, seen, diags);
    if (measures)
      check_measure(&reading->record, reading->measure, measures, known, diags);
  }
}

void check_quartiles(const GPtrArray *quartiles, const GPtrArray *measures, DiagList *diags)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(Codes) known = known_measures(measures);
  for (guint i = 0; i < quartiles->len; i++) {
    const Quartile *quartile = g_ptr_array_index(quartiles, i);
    check_once(&quartile->record, quartile->measure, quartile->period, seen, diags);
    check_measure(&quartile->record, quartile->measure, measures, known, diags);
  }
}
