/* The thread of each item from one report to the next: continued, completed or closed, never just gone; and new words
 * for a new quarter. */
#include "check/checks.h"
#include "facts/likeness.h"
#include "facts/reworded.h"
#include <string.h>

enum { COPIED_WORDS = 8 };

/* The file that a record stands in, by its name. Caller frees. */
static char *file_of(const Record *record)
{
  return record->source && record->source->path ? g_path_get_basename(record->source->path)
                                                : g_strdup("the last model");
}

/* The code of the plan that looks most like it and that no item had before: "is it 'H1-2' now?"; "" when there is none.
 * Caller frees. */
static char *hint_for(const Checks *c, const Thread *thread)
{
  GHashTable *const now[] = { [ENTRY_MILESTONE] = c->index->milestones,
                              [ENTRY_STEP] = NULL,
                              [ENTRY_INDICATOR] = c->index->indicators,
                              [ENTRY_TREATMENT] = c->index->treatments,
                              [ENTRY_EQUALITY] = c->index->equality };
  const Record *reworded = thread->reworded ? reworded_find(c->threads->reworded, thread) : NULL;
  g_autofree char *words = reworded ? record_naming_words(reworded) : NULL;
  if (words)
    return g_strdup_printf(": is it '%s' now?", words);
  if (thread->reworded)
    return g_strdup("");
  const char *closest = now[thread->kind] ? plan_index_closest(c->index, now[thread->kind], thread->ref) : NULL;
  const Record *item = closest ? g_hash_table_lookup(now[thread->kind], closest) : NULL;
  if (item && g_hash_table_contains(c->threads->targets, item))
    item = NULL;
  return item ? g_strdup_printf(": is it '%s' now?", closest) : g_strdup("");
}

/* A step goes with its milestone, which is told. */
static bool is_told_above(const Checks *c, const Thread *thread)
{
  const Thread *around = thread->kind == ENTRY_STEP ? g_hash_table_lookup(c->threads->milestones, thread->ref) : NULL;
  return around && (around->fate == FATE_DROPPED || around->reworded);
}

static void tell_dropped(const Checks *c, const Thread *thread)
{
  g_autofree char *name = record_name(thread->before), *period = period_to_string(thread->past->period);
  g_autofree char *was = file_of(thread->before), *plan = file_of(&c->inputs->plan->record);
  g_autofree char *hint = hint_for(c, thread);
  const char *part = thread->part && thread->before->spec == &milestone_progress_spec ? thread->part : NULL;
  Spot spot = { .record = thread->before, .attribute = "ref", .other = &c->inputs->plan->record };
  findings_add(c->findings, "M-VANISHED", &spot,
               "%s%s%s was reported in %s (%s), but is %sneither in the plan (%s) nor closed%s", name,
               part ? " step " : "", part ? part : "", period, was, thread->reworded ? "in these words " : "", plan,
               hint);
}

/* A plan that gives out its codes anew and does not say which were which: told once. */
static void tell_new_codes(const Checks *c, const GPtrArray *dropped)
{
  const Thread *first = g_ptr_array_index(dropped, 0);
  g_autoptr(GString) codes = g_string_new(NULL);
  for (guint i = 0; i < dropped->len; i++) {
    const Thread *thread = g_ptr_array_index(dropped, i);
    g_autofree char *name = thread_goes_by_words(thread) ? record_name(thread->before) : g_strdup(thread->ref);
    g_string_append_printf(codes, "%s%s", i ? ", " : "", name);
  }
  g_autofree char *period = period_to_string(first->past->period);
  g_autofree char *was = file_of(first->before), *plan = file_of(&c->inputs->plan->record);
  Spot spot = { .record = &c->inputs->plan->record, .attribute = "from", .other = first->before };
  findings_add(
      c->findings, "M-NEW-CODES", &spot,
      "%u %s of the last plan, reported in %s (%s) and not complete, %s neither in this plan (%s) nor closed: %s",
      dropped->len, dropped->len == 1 ? "item" : "items", period, was, dropped->len == 1 ? "is" : "are", plan,
      codes->str);
}

static void check_dropped(const Checks *c)
{
  g_autoptr(GPtrArray) of_last_plan = g_ptr_array_new();
  for (guint i = 0; i < c->threads->threads->len; i++) {
    const Thread *thread = g_ptr_array_index(c->threads->threads, i);
    if ((thread->fate != FATE_DROPPED && !thread->reworded) || is_told_above(c, thread))
      continue;
    if (thread->past->before_plan)
      g_ptr_array_add(of_last_plan, (gpointer)thread);
    else
      tell_dropped(c, thread);
  }
  if (of_last_plan->len > 0)
    tell_new_codes(c, of_last_plan);
}

static bool was_in_last(const Checks *c, const char *ref)
{
  return ref && g_hash_table_contains(c->threads->by_ref, ref);
}

static GHashTable *refs_of(const GPtrArray *closed)
{
  GHashTable *refs = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; closed && i < closed->len; i++) {
    char *ref = ((const Closure *)g_ptr_array_index(closed, i))->ref;
    if (ref)
      g_hash_table_add(refs, ref);
  }
  return refs;
}

/* Who goes on with an item must be in the plan. A plan keeps what it closed long ago: of that nobody asks any more. */
static void check_now(const Checks *c, const GPtrArray *closed)
{
  bool planned = closed == c->inputs->plan->closed;
  g_autoptr(GHashTable) by_plan = refs_of(c->inputs->plan->closed), here = refs_of(closed);
  GHashTable *const tables[] = { c->index->milestones, c->index->indicators, c->index->treatments, c->index->equality };
  for (guint i = 0; closed && i < closed->len; i++) {
    const Closure *closure = g_ptr_array_index(closed, i);
    /* what went on with it may have had its own fate since */
    bool known = !closure->now || g_hash_table_contains(c->history->former, closure->now) ||
                 g_hash_table_contains(by_plan, closure->now) || g_hash_table_contains(here, closure->now) ||
                 was_in_last(c, closure->now) || (planned && !was_in_last(c, closure->ref));
    for (guint k = 0; k < G_N_ELEMENTS(tables) && !known; k++)
      known = g_hash_table_contains(tables[k], closure->now);
    if (!known)
      findings_at(c->findings, "R-NOW", &closure->record, "now",
                  "'%s' is said to go on as '%s', which the plan does not have", closure->ref ? closure->ref : "",
                  closure->now);
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
  check_now(c, c->inputs->plan->closed);
  check_now(c, c->inputs->current ? c->inputs->current->closed : NULL);
  if (!last || !c->inputs->current)
    return;
  check_dropped(c);
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
  { "M-NEW-CODES", LEVEL_NOTE, "movement", "items of the last plan that this one does not account for",
    "A new plan may give out its codes anew; whoever reads it wants to know what became of work that was not complete.",
    "Give each item its old code under previously, or close those that ended: <closed ref=\"OLD\">Why.</closed> in the plan or the return." },
  { "M-VANISHED", LEVEL_WARNING, "movement", "an item of the last period is gone",
    "Each item has a thread: continued, completed, renumbered, merged, or closed with a reason. It must not just vanish.",
    "Give the item that goes on with it the old code (or words), previously=\"OLD\", or close it in the plan or the return: <closed ref=\"OLD\">Why.</closed>, with title=\"OLD WORDS\" for ref where it has none, and now=\"NEW\" where another item goes on with it." },
  { "R-NOW", LEVEL_ERROR, "references", "an item is said to go on as one that the plan does not have",
    "Readers who look for the new number would not find it.", "Correct the reference under now, or leave it out when nothing goes on with the item." },
  { NULL },
};
/* clang-format on */

const Check check_thread = { .run = run, .rules = rules };
