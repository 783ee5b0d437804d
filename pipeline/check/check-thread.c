/* The thread of each item from one report to the next: continued, completed or closed, never just gone; and new words
 * for a new quarter. */
#include "check/checks.h"
#include "facts/likeness.h"
#include <string.h>

enum { COPIED_WORDS = 8 };

static bool is_closed(const Checks *c, const char *ref)
{
  return g_hash_table_contains(c->returned->closed, ref);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Refs of a table in order, so that findings do not depend on the order of hashing. */
static GPtrArray *sorted_refs(GHashTable *table)
{
  GPtrArray *refs = g_ptr_array_new();
  GHashTableIter iter;
  gpointer ref;
  g_hash_table_iter_init(&iter, table);
  while (g_hash_table_iter_next(&iter, &ref, NULL))
    g_ptr_array_add(refs, ref);
  g_ptr_array_sort(refs, compare_names);
  return refs;
}

/* A milestone may end with its year once it is achieved; an indicator goes on. */
static bool may_end(const Checks *c, const Past *last, const Record *item, bool milestone)
{
  int rating = past_rating(item);
  bool over = period_compare(period_year(last->period), c->report->year) < 0;
  return milestone && (over || rating == RATING_COMPLETE) &&
         (rating == RATING_GREEN || rating == RATING_COMPLETE || rating == RATING_NOT_APPLICABLE ||
          rating == RATING_NONE);
}

static void check_vanished(const Checks *c, const Past *last, GHashTable *before, GHashTable *now, bool milestones)
{
  g_autoptr(GPtrArray) refs = sorted_refs(before);
  for (guint i = 0; i < refs->len; i++) {
    const char *ref = g_ptr_array_index(refs, i);
    const Record *item = g_hash_table_lookup(before, ref);
    if (g_hash_table_contains(now, ref) || g_hash_table_contains(c->history->former, ref) || is_closed(c, ref) ||
        may_end(c, last, item, milestones))
      continue;
    g_autofree char *name = record_name(item);
    g_autofree char *period = period_to_string(last->period);
    const char *closest = plan_index_closest(c->index, now, ref);
    if (closest && g_hash_table_contains(before, closest))
      closest = NULL;
    Spot spot = { .record = item, .attribute = "ref", .other = &c->inputs->plan->record };
    findings_add(c->findings, "M-VANISHED", &spot, "%s was reported in %s, but is neither in the plan nor closed%s%s%s",
                 name, period, closest ? ": is it '" : "", closest ? closest : "", closest ? "' now?" : "");
  }
}

static void check_copied(const Checks *c, const Past *last, const Record *said, const Prose *now, const Record *item)
{
  const Prose *before = item ? past_commentary(item) : NULL;
  guint words;
  int rating = past_rating(said);
  bool judged = rating_is_symbol(rating); /* "not yet available" may well be said twice */
  if (!judged || prose_is_empty(now) || prose_is_empty(before))
    return;
  guint percent = likeness(now, before, &words);
  if (words < COPIED_WORDS || percent < 80)
    return;
  g_autofree char *name = record_name(said);
  g_autofree char *period = period_to_string(last->period);
  Spot spot = { .record = said, .prose = now, .other = item };
  if (percent == 100)
    findings_add(c->findings, "M-COPIED", &spot, "the commentary of %s is that of %s again", name, period);
  else
    findings_add(c->findings, "M-NEARLY", &spot, "the commentary of %s repeats %u%% of that of %s", name, percent,
                 period);
}

/* What was complete stays complete. */
static void check_reopened(const Checks *c, const Past *last, const MilestoneProgress *said, const Record *item)
{
  if (past_rating(item) != RATING_COMPLETE || said->rating == RATING_COMPLETE || said->rating == RATING_GREEN)
    return;
  g_autofree char *period = period_to_string(last->period);
  Spot spot = { .record = &said->record, .attribute = "rating", .other = item, .other_attribute = "rating" };
  findings_add(c->findings, "M-REOPENED", &spot, "milestone %s is %s, but was complete in %s", said->milestone,
               terms_name(&terms_rating, said->rating), period);
}

static void check_milestones(const Checks *c, const Past *last)
{
  const Return *current = c->inputs->current;
  for (guint i = 0; i < current->milestones->len; i++) {
    const MilestoneProgress *said = g_ptr_array_index(current->milestones, i);
    const Milestone *milestone = said->milestone ? g_hash_table_lookup(c->index->milestones, said->milestone) : NULL;
    const Record *item = milestone && !said->step ? past_milestone(last, milestone) : NULL;
    if (!item)
      continue;
    check_copied(c, last, &said->record, said->commentary, item);
    check_reopened(c, last, said, item);
  }
}

/* The due date or the words of a milestone may change, but not in silence. */
static void check_moved(const Checks *c, const Past *last)
{
  for (guint i = 0; i < c->report->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(c->report->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      const Record *item = past_milestone(last, milestone);
      const Milestone *before = item && item->spec == &report_milestone_spec ? (const Milestone *)item : NULL;
      if (!before || date_compare(before->due, milestone->due) == 0)
        continue;
      g_autofree char *old = date_to_string(before->due);
      g_autofree char *new = date_to_string(milestone->due);
      g_autofree char *period = period_to_string(last->period);
      Spot spot = { &milestone->record, "due", item, "due" };
      findings_add(c->findings, "M-DUE", &spot, "milestone %s is due %s now, %s in the report of %s", milestone->ref,
                   new, old, period);
    }
  }
}

static void run(const Checks *c)
{
  const Past *last = history_last(c->history);
  if (!last || !c->inputs->current)
    return;
  check_vanished(c, last, last->milestones, c->index->milestones, true);
  check_vanished(c, last, last->indicators, c->index->indicators, false);
  check_milestones(c, last);
  check_moved(c, last);
  for (guint i = 0; i < c->inputs->current->indicators->len; i++) {
    const IndicatorProgress *said = g_ptr_array_index(c->inputs->current->indicators, i);
    const Indicator *indicator = said->indicator ? g_hash_table_lookup(c->index->indicators, said->indicator) : NULL;
    if (indicator)
      check_copied(c, last, &said->record, said->commentary, past_indicator(last, indicator));
  }
  for (guint i = 0; i < c->inputs->current->treatments->len; i++) {
    const TreatmentProgress *said = g_ptr_array_index(c->inputs->current->treatments, i);
    const Treatment *treatment = said->treatment ? g_hash_table_lookup(c->index->treatments, said->treatment) : NULL;
    if (treatment)
      check_copied(c, last, &said->record, said->commentary, past_treatment(last, treatment));
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "M-COPIED", LEVEL_WARNING, "movement", "last period's commentary sent again",
    "A commentary is about this period. The same words again say that nothing was written.",
    "Ask the responsible officer for a new commentary." },
  { "M-DUE", LEVEL_NOTE, "movement", "a due date differs from that in the last report",
    "Members should hear of dates that move.", "Nothing, if the change was agreed; say so in the commentary." },
  { "M-NEARLY", LEVEL_NOTE, "movement", "most of last period's commentary sent again",
    "A commentary is about this period.", "Check that what is repeated is still true." },
  { "M-REOPENED", LEVEL_WARNING, "movement", "a milestone was complete and is not any more",
    "What was reported as complete stays so, or the first report was wrong.", "Correct the rating, or explain in the commentary." },
  { "M-VANISHED", LEVEL_WARNING, "movement", "an item of the last period is gone",
    "Each item has a thread: continued, completed, or closed with a reason. A new number wants a 'previously'.",
    "Close it in the return with a reason, or give the item that continues it the old code under previously." },
  { NULL },
};
/* clang-format on */

const Check check_thread = { .run = run, .rules = rules };
