/* Symbols and words for "there is nothing yet" beside something: no figure although the row has one, not due although
 * the date is over, corrective action for what is not amiss. */
#include "check/checks.h"

/* The first measure with a figure of this very period, or NULL. */
static const Measure *measured(const Indicator *indicator)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (reading_has_figure(measure->value))
      return measure;
  }
  return NULL;
}

static char *figure_words(const Reading *reading)
{
  return reading->number.given ? amount_format(reading->number.amount, -1) : g_strdup(reading->text);
}

/* "Not available" beside a figure; "not applicable" beside a figure and a target that it could be held against. */
static void check_state(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  int stated = said->rating;
  bool none = stated == RATING_NOT_AVAILABLE || stated == RATING_NOT_DUE || stated == RATING_NOT_SUPPLIED;
  const Measure *measure = measured(indicator);
  if (!measure || (!none && stated != RATING_NOT_APPLICABLE))
    return;
  const Reading *target = measure->target;
  bool aimed = (target && reading_has_figure(target)) || indicator->band_low.given;
  if (!none && (!aimed || indicator->computed == RATING_NONE))
    return;
  g_autofree char *value = figure_words(measure->value);
  bool number = measure->value->number.given;
  Spot spot = { &said->record, "rating", &measure->value->record, NULL };
  findings_add(c->findings, "G-STATE", &spot, "indicator %s is stated %s, but %s%s%s%s", indicator->ref,
               terms_name(&terms_rating, stated),
               number ? "has the value " : "words stand in the place of its value: '", value, number ? "" : "'",
               none ? "" : " and a target");
}

/* "Not due" after the date. */
static void check_due(const Checks *c, const Milestone *milestone, const MilestoneProgress *said)
{
  if (said->rating != RATING_NOT_DUE || !date_given(milestone->due) || date_compare(milestone->due, c->report->to) > 0)
    return;
  g_autofree char *due = date_to_string(milestone->due);
  Spot spot = { &said->record, "rating", &milestone->record, "due" };
  findings_add(c->findings, "G-NOT-DUE", &spot, "milestone %s is stated not-due, but was due %s", milestone->ref, due);
}

/* What is put right although nothing is wrong. */
static void check_corrective(const Checks *c, const Record *said, int rating, const Prose *corrective)
{
  if ((rating != RATING_GREEN && rating != RATING_COMPLETE) || prose_is_empty(corrective))
    return;
  g_autofree char *name = record_name(said);
  Spot spot = { .record = said, .attribute = "rating" };
  findings_add(c->findings, "G-CORRECTIVE", &spot, "%s is %s, and yet corrective action is given", name,
               terms_name(&terms_rating, rating));
}

/* Better or worse than nothing: the plan says that last year's figure does not exist, and no document has one. */
static void check_travel(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  bool told = travel_is_symbol(said->travel);
  for (guint i = 0; told && i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    const Reading *past = measure->comparator ? measure->comparator : measure->actual;
    bool figure = past && reading_has_figure(past);
    bool none = past && (past->state == STATE_NEW_MEASURE || past->state == STATE_NOT_APPLICABLE);
    if (figure || !none)
      return;
  }
  if (told && indicator->measures->len > 0)
    findings_at(c->findings, "G-NO-PAST", &said->record, "travel",
                "indicator %s is stated %s, but the plan has no figure of last year to compare with", indicator->ref,
                terms_name(&terms_travel, said->travel));
}

static void check_milestones(const Checks *c, const Return *current)
{
  for (guint i = 0; i < current->milestones->len; i++) {
    const MilestoneProgress *said = g_ptr_array_index(current->milestones, i);
    const Milestone *milestone = said->milestone ? g_hash_table_lookup(c->index->milestones, said->milestone) : NULL;
    check_corrective(c, &said->record, said->rating, said->corrective);
    if (milestone && !said->step)
      check_due(c, milestone, said);
  }
}

static void run(const Checks *c)
{
  if (!c->inputs->current)
    return;
  check_milestones(c, c->inputs->current);
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    const IndicatorProgress *said =
        indicator->ref ? g_hash_table_lookup(c->returned->indicators, indicator->ref) : NULL;
    if (!said)
      continue;
    check_state(c, indicator, said);
    check_travel(c, indicator, said);
    check_corrective(c, &said->record, said->rating, said->corrective);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "G-CORRECTIVE", LEVEL_NOTE, "rating", "corrective action for what is not amiss",
    "Corrective action is given for what is amber or red. Beside a good symbol either the symbol is too good or the words are old.",
    "Correct the rating, or move the words to the commentary." },
  { "G-NO-PAST", LEVEL_NOTE, "rating", "a direction of travel without a figure to compare with",
    "Better and worse need two figures; the plan says that there is none of last year.",
    "State the direction as not-comparable, or add last year's figure." },
  { "G-NOT-DUE", LEVEL_WARNING, "rating", "not due, although the due date is over",
    "Members would not hear whether it was achieved.", "Say whether it was achieved, or correct the due date." },
  { "G-STATE", LEVEL_WARNING, "rating", "the symbol says that there is no figure, but there is one",
    "Not available, not due and not supplied stand for a missing figure; not applicable for one that cannot be held against a target.",
    "Rate the figure; or give the value a state and no number, if there is none." },
  { NULL },
};
/* clang-format on */

const Check check_states = { .run = run, .rules = rules };
