/* Joining objectives, their milestones and steps with what the return says of them, and the last document. */
#include "merge/milestones.h"
#include "merge/entry.h"
#include "record/record-carry.h"

/* Without an entry: of a later plan year it is not due, of an earlier one it is done with, else it is missing. */
static int unreported(const Milestone *milestone, const Report *report, bool closed, bool nameless)
{
  if (closed)
    return RATING_NOT_APPLICABLE;
  if (milestone_is_due(milestone, report->year))
    return entry_not_supplied(nameless);
  return period_compare(milestone->year, report->year) > 0 ? RATING_NOT_DUE : RATING_NOT_APPLICABLE;
}

static void mark(Record *record, const char *field)
{
  record_mark_unread(record, spec_field(record->spec, field));
}

/* Late is what is open after its day; of a day, or progress, that cannot be read nobody can tell. */
static void tell_overdue(Milestone *milestone, const Report *report)
{
  bool unknown = milestone->rating == RATING_NOT_READABLE;
  bool open = unknown || milestone->rating == RATING_AMBER || milestone->rating == RATING_RED ||
              milestone->rating == RATING_NOT_SUPPLIED || milestone->rating == RATING_NOT_AVAILABLE ||
              milestone->rating == RATING_NOT_RATED;
  Date due = date_given(milestone->revised) ? milestone->revised : milestone->due;
  bool late = open && date_given(due) && date_compare(due, report->to) <= 0;
  milestone->overdue = late && !unknown;
  if ((late && unknown) || (open && record_is_unread(&milestone->record, "due")))
    mark(&milestone->record, "overdue");
}

/* The entry of the last document, with whether it may be another one, which nobody can find or place. again: another
 * item has the same reference, and what others say under it is said of that one. */
static const Record *entry_before(const History *history, const Report *report, const Milestone *milestone, bool again,
                                  bool *ret_lost)
{
  const Past *last = history_last(history), *strange = history_last_strange(history);
  const Record *item = last ? past_milestone(last, milestone) : NULL;
  bool unnamed = record_is_unread(&milestone->record, "ref") || record_is_unread(&milestone->record, "previously");
  bool just_before = last && period_equal(last->period, period_back(report->period, 0, 1));
  bool later = (history->lost && !just_before) ||
               (strange && (unnamed || strange->nameless.milestones || past_milestone(strange, milestone)));
  bool missed = !item && (history->lost || (last && (unnamed || last->nameless.milestones)));
  *ret_lost = later || missed || (again && item);
  return *ret_lost ? NULL : item;
}

/* A return knows only the rating, a report also due date and words. */
static void compare_words(const Milestone *before, Milestone *milestone)
{
  static const char *const parts[] = { "due", "text" };
  g_autofree char *old = before->text ? runs_to_text(before->text) : NULL;
  g_autofree char *new = milestone->text ? runs_to_text(milestone->text) : NULL;
  const bool differs[] = { date_compare(before->due, milestone->due) != 0, g_strcmp0(old, new) != 0 };
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    if (record_is_unread(&before->record, parts[i]) || record_is_unread(&milestone->record, parts[i]))
      mark(&milestone->record, "changed");
    else
      milestone->changed |= differs[i];
}

/* Compares with the last document. What cannot be read, here or there, may have changed or not. */
static void compare_with_last(const History *history, const Report *report, Milestone *milestone, bool again)
{
  bool lost;
  const Record *item = entry_before(history, report, milestone, again, &lost);
  if (!item && !lost)
    return;
  milestone->previous_rating = item ? past_rating(item) : RATING_NOT_READABLE;
  bool unknown = milestone->rating == RATING_NOT_READABLE;
  if (unknown || (milestone->supplied && milestone->previous_rating == RATING_NOT_READABLE))
    mark(&milestone->record, "changed");
  else
    milestone->changed = (milestone->supplied || milestone->rating == RATING_NOT_APPLICABLE) &&
                         milestone->previous_rating != milestone->rating;
  if (item && item->spec == &report_milestone_spec)
    compare_words((const Milestone *)item, milestone);
}

/* The date to which the entry puts it off, in the place of the plan's. */
static void take_revised(const MilestoneProgress *said, Record *item)
{
  const Field *field = spec_field(item->spec, "revised");
  bool unread = record_is_unread(&said->record, "revised");
  if (!date_given(said->revised) && !unread)
    return;
  record_clear_unread(item, field);
  *(Date *)record_at(item, field) = unread ? (Date){ 0 } : said->revised;
}

/* An entry that cannot be told to be its own may put it off, too. */
static void mark_entry(const Returned *returned, Record *item)
{
  entry_mark_words(item);
  if (returned->nameless.revised)
    record_mark_standing_in(item, spec_field(item->spec, "revised"));
}

static void join_steps(const Returned *returned, Milestone *milestone, bool again)
{
  for (guint i = 0; i < milestone->steps->len; i++) {
    Step *step = g_ptr_array_index(milestone->steps, i);
    const MilestoneProgress *entry = returned_step(returned, milestone->ref, step->ref), *said = again ? NULL : entry;
    if (!said && (entry || returned->nameless.steps || record_is_unread(&step->record, "ref"))) {
      step->rating = RATING_NOT_READABLE;
      mark_entry(returned, &step->record);
    }
    if (!said)
      continue;
    step->rating = entry_rating(&said->record);
    entry_take_notes(&said->record, &step->record);
    take_revised(said, &step->record);
    step->commentary = said->commentary;
    step->corrective = said->corrective;
    record_carry_unread(&said->record, &step->record);
    entry_mark_second(returned, said, &step->record);
  }
}

static const MilestoneProgress *said_of(const Returned *returned, const Milestone *milestone)
{
  return milestone->ref ? g_hash_table_lookup(returned->milestones, milestone->ref) : NULL;
}

/* The year in which a day falls; without one, the year of the report: shown now rather than never. */
static Period year_of(Date due, Period year)
{
  Period next = year;
  while (date_given(due) && period_given(next) && date_compare(due, period_first_day(next)) < 0)
    next = period_back(year = next, 1, 0);
  while (date_given(due) && period_given(next) && date_compare(due, period_last_day(next)) > 0)
    next = period_back(year = next, -1, 0);
  return period_given(next) ? next : year;
}

/* What was complete when it was last spoken of is so still: with the period, and with what was said of it. */
static void take_completed(const History *history, Milestone *milestone)
{
  for (guint i = history->past->len; i > 0; i--) {
    const Past *past = g_ptr_array_index(history->past, i - 1);
    const Record *item = past_milestone(past, milestone);
    int rating = item ? past_rating(item) : RATING_NONE;
    if (rating == RATING_NONE || rating == RATING_NOT_SUPPLIED)
      continue;
    if (rating != RATING_COMPLETE)
      return;
    bool carried = item->spec == &report_milestone_spec && period_given(((const Milestone *)item)->completed);
    milestone->rating = RATING_COMPLETE;
    milestone->completed = carried ? ((const Milestone *)item)->completed : past->period;
    milestone->commentary = (Prose *)past_commentary(item);
    return;
  }
}

static void join_milestone(const Returned *returned, const History *history, const Report *report,
                           const Objective *objective, Milestone *milestone, bool again)
{
  const MilestoneProgress *said = again ? NULL : said_of(returned, milestone);
  const Closure *own = entry_closure(returned, milestone->ref, NULL);
  const Closure *closure = entry_closure(returned, again ? NULL : milestone->ref, said ? NULL : objective->ref);
  const Closing before = entry_closed_before(returned, milestone->ref, objective->ref, again || said || closure);
  bool undated = !period_given(milestone->year); /* shown now rather than never */
  if (record_is_unread(&milestone->record, "year"))
    record_mark_standing_in(&milestone->record, spec_field(&report_milestone_spec, "year"));
  if (undated)
    milestone->year =
        year_of(record_is_unread(&milestone->record, "year") ? (Date){ 0 } : milestone->due, report->year);
  bool partly = milestone->ref && g_hash_table_contains(returned->partly, milestone->ref);
  bool nameless = returned->nameless.milestones || partly || (!milestone->ref && report->has_return) ||
                  (again && (own || said_of(returned, milestone))) || before.is == MAYBE_CLOSED;
  milestone->supplied = said != NULL;
  bool unsure = nameless || record_is_unread(&milestone->record, "year"); /* whether it is due cannot be told */
  milestone->rating =
      said ? entry_rating(&said->record) : unreported(milestone, report, closure || before.is == CLOSED, unsure);
  if (said) {
    milestone->expected = said->expected;
    entry_take_notes(&said->record, &milestone->record);
    take_revised(said, &milestone->record);
    milestone->commentary = said->commentary;
    milestone->corrective = said->corrective;
    record_carry_unread(&said->record, &milestone->record);
    entry_mark_second(returned, said, &milestone->record);
  } else if (nameless && milestone->rating == RATING_NOT_READABLE) {
    mark_entry(returned, &milestone->record);
  }
  if (milestone->rating == RATING_NOT_SUPPLIED)
    take_completed(history, milestone);
  entry_take_reason(closure, &milestone->record);
  entry_take_closing(&before, &milestone->record);
  compare_with_last(history, report, milestone, again);
  tell_overdue(milestone, report);
  join_steps(returned, milestone, again);
}

/* Of a plan alone, of several years: neither a year nor a date says in which of them it is. */
static bool is_of_no_year(const Plan *plan, const Report *report, const Milestone *milestone)
{
  return !report->has_return && plan->years > 1 && !period_given(milestone->year) && !date_given(milestone->due) &&
         !record_is_unread(&milestone->record, "year") && !record_is_unread(&milestone->record, "due");
}

void milestones_fill(const Inputs *inputs, const Returned *returned, const History *history, Report *report)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  report->objectives =
      record_carry_list(inputs->arena, inputs->plan->objectives, &report_objective_spec, &report->record);
  for (guint i = 0; i < report->objectives->len; i++) {
    Objective *objective = g_ptr_array_index(report->objectives, i);
    risk_complete(objective->initial);
    risk_complete(objective->residual);
    for (guint j = 0; j < objective->milestones->len; j++) {
      Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      bool of_no_year = is_of_no_year(inputs->plan, report, milestone);
      join_milestone(returned, history, report, objective, milestone, entry_is_again(seen, milestone->ref));
      if (of_no_year)
        milestone->year = (Period){ 0 };
    }
  }
}
