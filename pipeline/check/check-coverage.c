/* Coverage: what the plan promises and the return does not speak of, and what is said too thinly. */
#include "check/checks.h"

static bool is_closed(const Checks *c, const char *ref)
{
  return ref && g_hash_table_contains(c->returned->closed, ref);
}

/* An entry that a return should have and has not; key items weigh more. maybe: one whose reference cannot be read may
 * be it, as reading has said. */
static void missing(const Checks *c, const char *id, const Record *item, bool key, bool maybe)
{
  if (maybe)
    return;
  g_autofree char *name = record_name(item);
  Spot spot = { .record = item, .other = &c->inputs->current->record };
  findings_add(c->findings, key ? "C-KEY" : id, &spot, "%s%s of the plan has no entry in the return", key ? "key " : "",
               name);
}

/* Counts red entries, and those of them that give corrective action. */
static void count_red(int rating, const Prose *corrective, guint *red, guint *corrected)
{
  *red += rating == RATING_RED;
  *corrected += rating == RATING_RED && !prose_is_empty(corrective);
}

/* Councils differ: corrective action is asked for where at least half of the red entries of the return give it. */
static bool wants_corrective(const Return *current)
{
  guint red = 0, corrected = 0;
  for (guint i = 0; i < current->milestones->len; i++) {
    const MilestoneProgress *said = g_ptr_array_index(current->milestones, i);
    count_red(said->rating, said->corrective, &red, &corrected);
  }
  for (guint i = 0; i < current->indicators->len; i++) {
    const IndicatorProgress *said = g_ptr_array_index(current->indicators, i);
    count_red(said->rating, said->corrective, &red, &corrected);
  }
  return corrected > 0 && 2 * corrected >= red;
}

/* Some bodies hardly comment on their figures: then nobody misses a commentary. */
static bool wants_commentary(const Return *current)
{
  enum { ONE_IN = 4 };
  guint commented = 0, all = current->milestones->len + current->indicators->len;
  for (guint i = 0; i < current->milestones->len; i++)
    commented += !prose_is_empty(((const MilestoneProgress *)g_ptr_array_index(current->milestones, i))->commentary);
  for (guint i = 0; i < current->indicators->len; i++)
    commented += !prose_is_empty(((const IndicatorProgress *)g_ptr_array_index(current->indicators, i))->commentary);
  return commented * ONE_IN > all;
}

/* "We are catching up": the commentary itself says what becomes of it. */
static bool tells_outlook(const Checks *c, const Prose *commentary)
{
  static const char *const words[] = { "will",      "catching", "recover",  "recovering", "improving", "recovered",
                                       "improved",  "resumed",  "restored", "back",       "agreed",    "arranged",
                                       "appointed", "ordered",  "begun",    NULL };
  const GPtrArray *sentences = sentences_of(c->inputs->arena, commentary);
  for (guint i = 0; i < sentences->len; i++)
    if (sentence_has(g_ptr_array_index(sentences, i), words))
      return true;
  return false;
}

/* Amber and red want an explanation, red also what is done about it. */
static void check_words(const Checks *c, const Record *said, int rating, const Prose *commentary,
                        const Prose *corrective, bool corrective_wanted)
{
  g_autofree char *name = record_name(said);
  bool troubled = (rating == RATING_AMBER || rating == RATING_RED) && wants_commentary(c->inputs->current);
  if (troubled && prose_is_empty(commentary) && !record_is_unread(said, "commentary"))
    findings_at(c->findings, "C-COMMENTARY", said, "rating", "%s is %s and no commentary says why", name,
                terms_name(&terms_rating, rating));
  if (rating == RATING_RED && corrective_wanted && prose_is_empty(corrective) &&
      !record_is_unread(said, "corrective") && !tells_outlook(c, commentary))
    findings_at(c->findings, "C-CORRECTIVE", said, "rating", "%s is red and no corrective action is given", name);
}

/* The last rating that any earlier document gives. */
static int last_rating(const Checks *c, const Milestone *milestone)
{
  for (guint i = c->history->past->len; i > 0; i--) {
    const Record *item = past_milestone(g_ptr_array_index(c->history->past, i - 1), milestone);
    if (item)
      return past_rating(item);
  }
  return RATING_NONE;
}

static void check_unreported_milestone(const Checks *c, const Milestone *milestone)
{
  const Record *around = milestone->record.parent;
  if (period_given(milestone->closed) || period_given(milestone->completed) || is_closed(c, milestone->ref) ||
      (around->spec == &report_objective_spec && is_closed(c, ((const Objective *)around)->ref)))
    return;
  if (milestone_is_due(milestone, c->report->year)) {
    missing(c, "C-MILESTONE", &milestone->record, milestone->key, milestone->rating == RATING_NOT_READABLE);
    return;
  }
  int last = last_rating(c, milestone);
  bool earlier = period_compare(milestone->year, c->report->year) < 0;
  if (earlier && (last == RATING_AMBER || last == RATING_RED))
    findings_at(c->findings, "C-UNFINISHED", &milestone->record, "year",
                "milestone %s was %s when last reported and is no longer reported, nor closed", milestone->ref,
                terms_name(&terms_rating, last));
}

static void check_milestones(const Checks *c, bool corrective_wanted)
{
  for (guint i = 0; i < c->report->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(c->report->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      if (!milestone->supplied) {
        check_unreported_milestone(c, milestone);
        continue;
      }
      const MilestoneProgress *said = g_hash_table_lookup(c->returned->milestones, milestone->ref);
      check_words(c, &said->record, said->rating, said->commentary, said->corrective, corrective_wanted);
    }
  }
}

/* Every measure of a reported indicator wants a value, or a word why there is none. */
static void check_values(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  g_autofree char *period = period_to_string(c->report->period);
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (measure->value->state != STATE_NOT_SUPPLIED || !indicator_is_due(indicator, c->report->period))
      continue;
    if (measure->ref)
      findings_at(c->findings, "C-VALUE", &said->record, NULL, "indicator %s has no value for measure '%s' in %s",
                  indicator->ref, measure->ref, period);
    else
      findings_at(c->findings, "C-VALUE", &said->record, NULL, "indicator %s has no value for %s", indicator->ref,
                  period);
  }
}

/* A value for a time that has not come yet. */
static void check_future(const Checks *c, const IndicatorProgress *said)
{
  for (guint i = 0; i < said->values->len; i++) {
    const Reading *value = g_ptr_array_index(said->values, i);
    bool early = value->flags & (1u << FLAG_FORECAST | 1u << FLAG_ESTIMATE);
    if (!period_given(value->period) || !value->number.given || early ||
        date_compare(period_last_day(value->period), c->report->to) <= 0)
      continue;
    g_autofree char *period = period_to_string(value->period);
    findings_at(c->findings, "C-FUTURE", &value->record, "period",
                "indicator %s has a value for %s, which was not over yet", said->indicator, period);
  }
}

static void check_indicators(const Checks *c, bool corrective_wanted)
{
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    if (!indicator->supplied) {
      if (indicator_is_due(indicator, c->report->period) && !period_given(indicator->closed) &&
          !is_closed(c, indicator->ref) && !indicator_is_told_otherwise(indicator, c->report->period))
        missing(c, "C-INDICATOR", &indicator->record, indicator->key, indicator->rating == RATING_NOT_READABLE);
      continue;
    }
    const IndicatorProgress *said = g_hash_table_lookup(c->returned->indicators, indicator->ref);
    check_words(c, &said->record, indicator->rating, said->commentary, said->corrective, corrective_wanted);
    check_values(c, indicator, said);
    check_future(c, said);
  }
}

/* Risks and equality actions are reported in quarters 2 and 4. */
static void check_half_year(const Checks *c)
{
  for (guint i = 0; c->report->half_year && i < c->report->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(c->report->risks, i);
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      if (!treatment->supplied && !period_given(treatment->closed) && !is_closed(c, treatment->ref) &&
          !is_closed(c, risk->ref))
        missing(c, "C-TREATMENT", &treatment->record, false, treatment->rating == RATING_NOT_READABLE);
    }
  }
  for (guint i = 0; c->report->half_year && i < c->report->equality_actions->len; i++) {
    const EqualityAction *action = g_ptr_array_index(c->report->equality_actions, i);
    if (!action->supplied && !period_given(action->closed) && !is_closed(c, action->ref))
      missing(c, "C-EQUALITY", &action->record, false, action->rating == RATING_NOT_READABLE);
  }
}

static void check_return(const Checks *c, const Return *current)
{
  if (date_given(current->due) && date_given(current->submitted) &&
      date_compare(current->submitted, current->due) > 0) {
    g_autofree char *due = date_to_string(current->due);
    g_autofree char *submitted = date_to_string(current->submitted);
    findings_at(c->findings, "C-LATE", &current->record, "submitted", "the return was due on %s and submitted on %s",
                due, submitted);
  }
  if (!period_equal(current->period, c->inputs->period) && period_given(current->period)) {
    g_autofree char *is = period_to_string(current->period);
    g_autofree char *wanted = period_to_string(c->inputs->period);
    findings_at(c->findings, "C-PERIOD", &current->record, "period", "the return is for %s, the report for %s", is,
                wanted);
  }
}

static void check_previous(const Checks *c)
{
  for (guint i = 0; i < c->inputs->previous->len; i++) {
    const Record *document = g_ptr_array_index(c->inputs->previous, i);
    const char *service = inputs_document_service(document);
    g_autofree char *period = period_to_string(inputs_document_period(document));
    if (g_strcmp0(service, c->inputs->plan->service) != 0)
      findings_at(c->findings, "C-PREVIOUS", document, "service",
                  service ? "the earlier document is of service '%s' and was left out"
                          : "of the earlier document it cannot be told of which service it is; it was left out",
                  service);
    else if (period_compare(inputs_document_period(document), c->inputs->period) >= 0)
      findings_at(c->findings, "C-PREVIOUS", document, "period",
                  "the document of %s is not earlier than the report's period and was left out", period);
  }
}

static void run(const Checks *c)
{
  check_previous(c);
  if (!c->inputs->current) {
    findings_at(c->findings, "C-RETURN", &c->inputs->plan->record, NULL,
                "there is no return: the report shows the plan alone");
    return;
  }
  check_return(c, c->inputs->current);
  bool corrective_wanted = wants_corrective(c->inputs->current);
  check_milestones(c, corrective_wanted);
  check_indicators(c, corrective_wanted);
  check_half_year(c);
}

/* clang-format off */
static const Rule rules[] = {
  { "C-COMMENTARY", LEVEL_WARNING, "coverage", "amber or red without commentary",
    "Members want to know why something is not going to plan.",
    "Ask the responsible officer for a commentary.",
    "M-ZERO M-SHIFT" },
  { "C-CORRECTIVE", LEVEL_NOTE, "coverage", "red without corrective action",
    "What is red needs to be put right; the report should say how. Asked for where at least half of the red entries of the return "
    "give it: elsewhere the commentary is the place.",
    "Ask the responsible officer what is done about it, or say in the commentary that nothing can be done.",
    "M-ZERO M-SHIFT" },
  { "C-EQUALITY", LEVEL_WARNING, "coverage", "an equality action of the plan has no entry in the return",
    "Equality actions are reported in quarters 2 and 4.",
    "Add the entry to the return, or close the action with a reason." },
  { "C-INDICATOR", LEVEL_WARNING, "coverage", "an indicator of the plan has no entry in the return",
    "What the plan promised to measure would be missing without a word.",
    "Add the entry to the return (a state such as not-available, if there is no figure yet), or close the indicator with a reason." },
  { "C-KEY", LEVEL_ERROR, "coverage", "a key item of the plan has no entry in the return",
    "Key milestones and indicators are what members look at first.",
    "Add the entry to the return, or close the item with a reason." },
  { "C-LATE", LEVEL_NOTE, "coverage", "the return was submitted after it was due",
    "Late returns hold up the report and its checks.",
    "Nothing in the file; raise it with the service." },
  { "C-MILESTONE", LEVEL_WARNING, "coverage", "a milestone of this plan year has no entry in the return",
    "What the plan promised for this year would be missing without a word.",
    "Add the entry to the return, or close the milestone with a reason." },
  { "C-PERIOD", LEVEL_ERROR, "coverage", "the return is for another period than the report",
    "Figures of one quarter would be printed as those of another.",
    "Check which return was handed in; correct its period or fetch the right one." },
  { "C-PREVIOUS", LEVEL_WARNING, "coverage", "an earlier document was left out",
    "Only earlier returns or models of the same service can be compared with.",
    "Name the right file after the return: qmr report PLAN RETURN EARLIER-RETURN." },
  { "C-RETURN", LEVEL_NOTE, "coverage", "there is no return",
    "The report then shows what was planned and that nothing was supplied.",
    "Nothing for a published plan; for a quarterly report ask the service for its return." },
  { "C-TREATMENT", LEVEL_WARNING, "coverage", "a risk treatment of the plan has no entry in the return",
    "Risk treatments are reported in quarters 2 and 4.",
    "Add the entry to the return, or close the risk with a reason." },
  { "C-UNFINISHED", LEVEL_WARNING, "coverage", "a milestone of an earlier year was not achieved and is no longer reported",
    "Each item has a thread: continued, completed, or closed with a reason. It must not just vanish.",
    "Report on it in this return, or close it with a reason." },
  { "C-VALUE", LEVEL_WARNING, "coverage", "an indicator is reported without a value for the period",
    "An entry wants a value for each measure, or a state that says why there is none.",
    "Add the value, or a state such as not-available." },
  { NULL },
};
/* clang-format on */

const Check check_coverage = { .run = run, .rules = rules };
