/* Following items from document to document. */
#include "facts/thread.h"
#include "base/text.h"
#include "facts/table.h"
#include "record/record-walk.h"
#include <string.h>

typedef struct {
  const Inputs *inputs;
  const History *history;
  const Returned *returned;
  const PlanIndex *index;
  GHashTable *former[ENTRY_CLOSED + 1]; /* by kind: a code that items had before to the first that has it no more */
  guint reworded[ENTRY_CLOSED + 1];     /* by kind: how many go by their words, and no thread leads to them */
  GHashTable *seen;                     /* keys of the items that have a thread */
  GHashTable *closings;                 /* list of Closure to ListedClosings */
  bool closed_lost;                     /* return or plan close something, and it cannot be read what */
  Period closed_lost_in;                /* the latest earlier document that does; not given: none */
  Threads *threads;
} Follow;

static const int kinds[] = { ENTRY_MILESTONE, ENTRY_STEP, ENTRY_INDICATOR, ENTRY_TREATMENT, ENTRY_EQUALITY };

int thread_kind(const Record *planned)
{
  static const struct {
    const Spec *spec;
    int kind;
  } specs[] = { { &milestone_spec, ENTRY_MILESTONE },
                { &step_spec, ENTRY_STEP },
                { &indicator_spec, ENTRY_INDICATOR },
                { &treatment_spec, ENTRY_TREATMENT },
                { &equality_action_spec, ENTRY_EQUALITY } };
  for (guint i = 0; i < G_N_ELEMENTS(specs); i++)
    if (specs[i].spec == planned->spec)
      return specs[i].kind;
  return ENTRY_NONE;
}

/* ---- the plan ---------------------------------------------------------------------------------------------------- */

static const GPtrArray *previously_of(const Record *item)
{
  return *(GPtrArray *const *)record_at(item, spec_field(item->spec, "previously"));
}

static const char *ref_of(const Record *item)
{
  return *(char *const *)record_at(item, spec_field(item->spec, "ref"));
}

typedef void (*ItemVisit)(Follow *follow, const Record *item);

/* Every item of the plan that can be reported on. */
static void each_item(Follow *follow, ItemVisit visit)
{
  const Plan *plan = follow->inputs->plan;
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      visit(follow, &milestone->record);
      for (guint k = 0; k < milestone->steps->len; k++)
        visit(follow, g_ptr_array_index(milestone->steps, k));
    }
  }
  for (guint i = 0; i < plan->indicators->len; i++)
    visit(follow, g_ptr_array_index(plan->indicators, i));
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    for (guint j = 0; j < risk->treatments->len; j++)
      visit(follow, g_ptr_array_index(risk->treatments, j));
  }
  for (guint i = 0; i < plan->equality_actions->len; i++)
    visit(follow, g_ptr_array_index(plan->equality_actions, i));
}

static void note_former(Follow *follow, const Record *item)
{
  int kind = thread_kind(item);
  const GPtrArray *codes = previously_of(item);
  for (guint i = 0; kind != ENTRY_STEP && i < codes->len; i++)
    table_put(follow->former[kind], g_ptr_array_index(codes, i), item);
}

static GHashTable *table_of(const PlanIndex *index, int kind)
{
  switch (kind) {
  case ENTRY_MILESTONE:
    return index->milestones;
  case ENTRY_INDICATOR:
    return index->indicators;
  case ENTRY_TREATMENT:
    return index->treatments;
  default:
    return index->equality;
  }
}

/* A step is known within its milestone. */
static const Record *find_step(const Milestone *milestone, const char *ref)
{
  for (guint i = 0; milestone && i < milestone->steps->len; i++) {
    const Step *step = g_ptr_array_index(milestone->steps, i);
    if (g_strcmp0(step->ref, ref) == 0)
      return &step->record;
  }
  for (guint i = 0; milestone && i < milestone->steps->len; i++) {
    const Step *step = g_ptr_array_index(milestone->steps, i);
    for (guint k = 0; k < step->previously->len; k++)
      if (g_strcmp0(g_ptr_array_index(step->previously, k), ref) == 0)
        return &step->record;
  }
  return NULL;
}

/* The item of the plan that goes on with a code: codes are given out anew with a new plan, and then an item goes by its
 * earlier code first. */
static const Record *item_now(const Follow *follow, const Past *past, int kind, const char *ref)
{
  const Record *own = g_hash_table_lookup(table_of(follow->index, kind), ref);
  const Record *former = g_hash_table_lookup(follow->former[kind], ref);
  return past->before_plan ? (former ? former : own) : (own ? own : former);
}

static bool is_unread(const Plan *plan, int kind)
{
  static const char *const lists[] = { [ENTRY_INDICATOR] = "indicator", [ENTRY_EQUALITY] = "equality-action" };
  bool nameless = false;
  if (!plan->record.unread_within)
    return false;
  for (guint i = 0; i < plan->objectives->len; i++)
    nameless |= ((const Record *)g_ptr_array_index(plan->objectives, i))->unread_within && kind <= ENTRY_STEP;
  for (guint i = 0; i < plan->indicators->len; i++)
    nameless |= record_is_unread(g_ptr_array_index(plan->indicators, i), "ref") && kind == ENTRY_INDICATOR;
  for (guint i = 0; i < plan->risks->len; i++)
    nameless |= ((const Record *)g_ptr_array_index(plan->risks, i))->unread_within && kind == ENTRY_TREATMENT;
  for (guint i = 0; i < plan->equality_actions->len; i++)
    nameless |= record_is_unread(g_ptr_array_index(plan->equality_actions, i), "ref") && kind == ENTRY_EQUALITY;
  const char *list = kind <= ENTRY_STEP ? "objective" : kind == ENTRY_TREATMENT ? "risk" : lists[kind];
  return nameless || record_is_unread(&plan->record, list);
}

/* ---- closings ---------------------------------------------------------------------------------------------------- */

/* "HP1-03" stands under "HP 1", "R2a" under "R2": codes without spaces, and no digit goes on. */
static bool stands_under(const char *code, const char *around)
{
  for (; *around; around++) {
    if (*around == ' ')
      continue;
    while (*code == ' ')
      code++;
    if (g_ascii_tolower(*code++) != g_ascii_tolower(*around))
      return false;
  }
  return *code && !g_ascii_isdigit(*code);
}

/* What holds the item, in a report; a return does not say it. */
static const char *ref_around(const Record *before)
{
  const Field *ref = before->parent ? spec_field(before->parent->spec, "ref") : NULL;
  return ref && ref->type == FIELD_CODE ? *(char *const *)record_at(before->parent, ref) : NULL;
}

/* The closings of a document: by ref, and those that are of no item's own code, but of what holds items. */
typedef struct {
  GHashTable *by_ref;
  GPtrArray *around;
} ListedClosings;

static ListedClosings *closings_of(const Follow *follow, const GPtrArray *closed)
{
  ListedClosings *known = g_hash_table_lookup(follow->closings, closed);
  if (known)
    return known;
  ListedClosings *closings = arena_alloc(follow->inputs->arena, sizeof *closings);
  *closings = (ListedClosings){ table_new(follow->inputs->arena), arena_list(follow->inputs->arena) };
  for (guint i = 0; i < closed->len; i++) {
    const Closure *closure = g_ptr_array_index(closed, i);
    table_put(closings->by_ref, closure->ref, closure);
    if (closure->ref && !g_hash_table_contains(follow->threads->by_ref, closure->ref))
      g_ptr_array_add(closings->around, (gpointer)closure);
  }
  g_hash_table_insert(follow->closings, (gpointer)closed, closings);
  return closings;
}

enum { FEW = 200 }; /* closings of objectives and risks: no plan has more */

static const Closure *closure_in(const Follow *follow, const GPtrArray *closed, const Thread *thread)
{
  const ListedClosings *closings = closings_of(follow, closed);
  const char *around = ref_around(thread->before);
  const Closure *found = g_hash_table_lookup(closings->by_ref, thread->ref);
  if (!found && around)
    found = g_hash_table_lookup(closings->by_ref, around);
  for (guint i = 0; !found && !around && i < MIN(closings->around->len, FEW); i++) {
    const Closure *closure = g_ptr_array_index(closings->around, i);
    found = stands_under(thread->ref, closure->ref) ? closure : NULL;
  }
  return found;
}

static const GPtrArray *closed_by(const Record *document)
{
  return document->spec == &report_spec ? ((const Report *)document)->closed : ((const Return *)document)->closed;
}

/* Whether something is closed of which nobody can read what it is. */
static bool is_any_lost(const Record *document, const GPtrArray *closed)
{
  bool lost = record_is_unread(document, "closed");
  for (guint i = 0; i < closed->len && !lost; i++)
    lost = !((const Closure *)g_ptr_array_index(closed, i))->ref;
  return lost;
}

static void note_lost_closings(Follow *follow)
{
  const Inputs *inputs = follow->inputs;
  follow->closed_lost = follow->history->lost || history_last_strange(follow->history) ||
                        is_any_lost(&inputs->plan->record, inputs->plan->closed) ||
                        (inputs->current && is_any_lost(&inputs->current->record, inputs->current->closed));
  for (guint i = 0; i < follow->history->past->len; i++) {
    const Past *past = g_ptr_array_index(follow->history->past, i);
    if (is_any_lost(past->document, closed_by(past->document)))
      follow->closed_lost_in = past->period;
  }
}

/* Whether one that cannot be read may have closed it. */
static bool may_be_closed(const Follow *follow, const Thread *thread)
{
  return follow->closed_lost ||
         (period_given(follow->closed_lost_in) && period_compare(follow->closed_lost_in, thread->past->period) > 0);
}

/* By the return, the plan, or a document since the one that last spoke of it. */
static const Closure *closure_of(const Follow *follow, const Thread *thread)
{
  const Inputs *inputs = follow->inputs;
  const Closure *found = inputs->current ? closure_in(follow, inputs->current->closed, thread) : NULL;
  if (!found)
    found = closure_in(follow, inputs->plan->closed, thread);
  const GPtrArray *past = follow->history->past;
  for (guint i = past->len; !found && i-- > 0;) {
    const Past *document = g_ptr_array_index(past, i);
    if (period_compare(document->period, thread->past->period) <= 0)
      break;
    found = closure_in(follow, closed_by(document->document), thread);
  }
  return found;
}

static bool is_reported(const Follow *follow, const Thread *thread)
{
  const Returned *r = follow->returned;
  GHashTable *const tables[] = { [ENTRY_MILESTONE] = r->milestones,
                                 [ENTRY_INDICATOR] = r->indicators,
                                 [ENTRY_TREATMENT] = r->treatments,
                                 [ENTRY_EQUALITY] = r->equality };
  const char *ref = thread->now && thread->kind != ENTRY_STEP ? ref_of(thread->now) : NULL;
  return ref && g_hash_table_contains(tables[thread->kind], ref);
}

/* ---- fates ------------------------------------------------------------------------------------------------------- */

/* All but indicators may end with their year once they are achieved. */
static bool may_end(const Follow *follow, const Thread *thread)
{
  int rating = past_rating(thread->before);
  Period year = period_year(follow->inputs->period);
  const Record *before = thread->before;
  bool over = period_compare(period_year(thread->past->period), year) < 0;
  if (before->spec == &report_milestone_spec && period_given(((const Milestone *)before)->year))
    over |= period_compare(((const Milestone *)before)->year, year) < 0;
  return thread->kind != ENTRY_INDICATOR && (over || rating == RATING_COMPLETE) &&
         (rating == RATING_GREEN || rating == RATING_COMPLETE || rating == RATING_NOT_APPLICABLE ||
          rating == RATING_NONE);
}

/* A step goes with its milestone. */
static void follow_step(const Follow *follow, Thread *thread)
{
  const Thread *around = g_hash_table_lookup(follow->threads->milestones, thread->ref);
  const Record *milestone = around ? around->now : item_now(follow, thread->past, ENTRY_MILESTONE, thread->ref);
  thread->now = find_step((const Milestone *)milestone, thread->part);
  if (around && !(around->now && around->fate != FATE_CLOSED)) {
    thread->fate = around->fate;
    thread->closed = around->closed;
    thread->now = NULL;
  }
}

static void follow_code(const Follow *follow, Thread *thread)
{
  const Closure *closed = closure_of(follow, thread);
  thread->now = item_now(follow, thread->past, thread->kind, thread->ref);
  if (closed && closed->now) {
    const Record *said = g_hash_table_lookup(table_of(follow->index, thread->kind), closed->now);
    thread->now = said ? said : thread->now;
    thread->closed = said ? closed : NULL;
  }
  bool goes_on = closed && record_is_unread(&closed->record, "now"); /* under a code that nobody can read */
  if (closed && !closed->now && !is_reported(follow, thread) && !(goes_on && thread->now)) {
    thread->closed = closed;
    thread->fate = goes_on ? FATE_UNCLEAR : FATE_CLOSED;
  }
}

static void settle(const Follow *follow, Thread *thread)
{
  const char *code = thread->part ? thread->part : thread->ref;
  bool unread = follow->threads->unread[thread->kind]; /* then it may be there under a code that nobody can read */
  if (thread->fate != FATE_CONTINUED)
    return;
  if (thread->now)
    thread->fate = g_strcmp0(ref_of(thread->now), code) == 0 ? FATE_CONTINUED : FATE_RENUMBERED;
  else if (!unread && may_end(follow, thread))
    thread->fate = FATE_ENDED;
  else
    thread->fate = unread || may_be_closed(follow, thread) ? FATE_UNCLEAR : FATE_DROPPED;
}

static void count_target(const Follow *follow, const Thread *thread)
{
  if (!thread->now)
    return;
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(follow->threads->targets, thread->now));
  g_hash_table_insert(follow->threads->targets, (gpointer)thread->now, GUINT_TO_POINTER(n + 1));
}

bool thread_goes_by_words(const Thread *thread)
{
  return record_goes_by_words(thread->before);
}

const char *thread_part(const Thread *thread)
{
  const Record *before = thread->before;
  const MilestoneProgress *said = before->spec == &milestone_progress_spec ? (const MilestoneProgress *)before : NULL;
  return said                           ? (said->step == said->step_title ? NULL : said->step)
         : record_goes_by_words(before) ? NULL
                                        : thread->part;
}

static void note_reworded(Follow *follow, const Record *item)
{
  if (record_goes_by_words(item) && !g_hash_table_contains(follow->threads->targets, item)) {
    follow->reworded[thread_kind(item)]++;
    g_ptr_array_add(follow->threads->reworded, (gpointer)item);
  }
}

/* How many words of one are in the other, but for the short ones. */
static guint words_shared(const char *a, const char *b)
{
  enum { SHORT = 3 };
  g_auto(GStrv) these = g_strsplit_set(a, " ,;:()/", -1), those = g_strsplit_set(b, " ,;:()/", -1);
  guint n = 0;
  for (guint i = 0; these[i]; i++)
    n += g_utf8_strlen(these[i], -1) > SHORT && g_strv_contains((const char *const *)those, these[i]);
  return n;
}

const Record *thread_reworded_as(const Threads *threads, const Thread *thread)
{
  g_autofree char *words = record_naming_words(thread->before);
  g_autofree char *was = words ? text_called(words) : NULL;
  const Record *best = NULL;
  guint most = 0;
  for (guint i = 0; was && i < threads->reworded->len; i++) {
    const Record *item = g_ptr_array_index(threads->reworded, i);
    g_autofree char *name = record_naming_words(item);
    g_autofree char *is = name && thread_kind(item) == thread->kind ? text_called(name) : NULL;
    guint shared = is ? words_shared(was, is) : 0;
    if (shared > most) {
      most = shared;
      best = item;
    }
  }
  return best;
}

/* What goes by its words, and has others now, is not found again. */
static void settle_reworded(Follow *follow)
{
  const GPtrArray *threads = follow->threads->threads;
  for (guint i = 0; i < threads->len; i++) {
    Thread *thread = g_ptr_array_index(threads, i);
    bool by_words = thread->kind == ENTRY_STEP ? !thread_part(thread) : record_goes_by_words(thread->before);
    if (thread->fate == FATE_DROPPED && by_words && follow->reworded[thread->kind] > 0) {
      thread->fate = FATE_UNCLEAR;
      thread->reworded = true;
    }
  }
}

static void settle_all(const Follow *follow)
{
  const GPtrArray *threads = follow->threads->threads;
  for (guint i = 0; i < threads->len; i++) {
    Thread *thread = g_ptr_array_index(threads, i);
    if (thread->kind == ENTRY_STEP)
      follow_step(follow, thread);
    else
      follow_code(follow, thread);
    settle(follow, thread);
    count_target(follow, thread);
    if (thread->closed && !g_hash_table_contains(follow->threads->by_closure, thread->closed))
      g_hash_table_insert(follow->threads->by_closure, (gpointer)thread->closed, thread);
  }
  for (guint i = 0; i < threads->len; i++) {
    Thread *thread = g_ptr_array_index(threads, i);
    if (thread->fate == FATE_RENUMBERED &&
        GPOINTER_TO_UINT(g_hash_table_lookup(follow->threads->targets, thread->now)) > 1)
      thread->fate = FATE_MERGED;
  }
}

/* ---- the items of the last document ------------------------------------------------------------------------------ */

static void add(Follow *follow, const Past *past, int kind, const char *ref, const char *part, const Record *before)
{
  if (!ref || (kind == ENTRY_STEP) != (part != NULL))
    return;
  char *key = g_strdup_printf("%d %s\n%s", kind, ref, part ? part : "");
  if (!g_hash_table_add(follow->seen, key))
    return;
  Thread *thread = arena_alloc(follow->inputs->arena, sizeof *thread);
  *thread = (Thread){ .kind = kind, .ref = ref, .part = part, .past = past, .before = before };
  g_ptr_array_add(follow->threads->threads, thread);
  table_put(follow->threads->by_ref, ref, thread);
  if (kind == ENTRY_MILESTONE)
    table_put(follow->threads->milestones, ref, thread);
}

static void add_of_return(Follow *follow, const Past *past, int kind)
{
  const Return *document = (const Return *)past->document;
  for (guint i = 0; kind <= ENTRY_STEP && i < document->milestones->len; i++) {
    const MilestoneProgress *item = g_ptr_array_index(document->milestones, i);
    if ((kind == ENTRY_STEP) == (item->step != NULL) && !record_is_unread(&item->record, "step"))
      add(follow, past, kind, item->milestone, item->step, &item->record);
  }
  for (guint i = 0; kind == ENTRY_INDICATOR && i < document->indicators->len; i++) {
    const IndicatorProgress *item = g_ptr_array_index(document->indicators, i);
    add(follow, past, kind, item->indicator, NULL, &item->record);
  }
  for (guint i = 0; kind == ENTRY_TREATMENT && i < document->treatments->len; i++) {
    const TreatmentProgress *item = g_ptr_array_index(document->treatments, i);
    add(follow, past, kind, item->treatment, NULL, &item->record);
  }
  for (guint i = 0; kind == ENTRY_EQUALITY && i < document->equality_actions->len; i++) {
    const EqualityProgress *item = g_ptr_array_index(document->equality_actions, i);
    add(follow, past, kind, item->action, NULL, &item->record);
  }
}

/* What the report closes was done with then; so was what an earlier one closed. */
static bool was_closed(const Report *report, const char *ref, const char *around, Period closed)
{
  if (period_given(closed))
    return true;
  for (guint i = 0; i < report->closed->len; i++) {
    const Closure *closure = g_ptr_array_index(report->closed, i);
    if (closure->ref && (g_strcmp0(closure->ref, ref) == 0 || g_strcmp0(closure->ref, around) == 0))
      return true;
  }
  return false;
}

static void add_milestones(Follow *follow, const Past *past, int kind, const Objective *objective)
{
  const Report *report = (const Report *)past->document;
  for (guint i = 0; i < objective->milestones->len; i++) {
    const Milestone *item = g_ptr_array_index(objective->milestones, i);
    if (was_closed(report, item->ref, objective->ref, item->closed))
      continue;
    if (kind == ENTRY_MILESTONE)
      add(follow, past, kind, item->ref, NULL, &item->record);
    for (guint k = 0; kind == ENTRY_STEP && k < item->steps->len; k++) {
      const Step *step = g_ptr_array_index(item->steps, k);
      add(follow, past, kind, item->ref, step->ref, &step->record);
    }
  }
}

static void add_of_report(Follow *follow, const Past *past, int kind)
{
  const Report *report = (const Report *)past->document;
  for (guint i = 0; kind <= ENTRY_STEP && i < report->objectives->len; i++)
    add_milestones(follow, past, kind, g_ptr_array_index(report->objectives, i));
  for (guint i = 0; kind == ENTRY_INDICATOR && i < report->indicators->len; i++) {
    const Indicator *item = g_ptr_array_index(report->indicators, i);
    if (!was_closed(report, item->ref, item->ref, item->closed))
      add(follow, past, kind, item->ref, NULL, &item->record);
  }
  for (guint i = 0; kind == ENTRY_TREATMENT && i < report->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(report->risks, i);
    for (guint k = 0; k < risk->treatments->len; k++) {
      const Treatment *item = g_ptr_array_index(risk->treatments, k);
      if (!was_closed(report, item->ref, risk->ref, item->closed))
        add(follow, past, kind, item->ref, NULL, &item->record);
    }
  }
  for (guint i = 0; kind == ENTRY_EQUALITY && i < report->equality_actions->len; i++) {
    const EqualityAction *item = g_ptr_array_index(report->equality_actions, i);
    if (!was_closed(report, item->ref, item->ref, item->closed))
      add(follow, past, kind, item->ref, NULL, &item->record);
  }
}

static void note_nameless(const Record *item, void *found)
{
  *(bool *)found |= record_is_unread(item, "ref") || record_is_unread(item, "milestone") ||
                    record_is_unread(item, "step") || record_is_unread(item, "treatment");
}

/* Whether it holds an item that nobody can find by its code. */
static bool has_nameless(const Record *around)
{
  bool found = false;
  record_walk(around, note_nameless, &found);
  return found;
}

static bool is_unread_in_report(const Report *report, int kind)
{
  const GPtrArray *items = kind == ENTRY_INDICATOR   ? report->indicators
                           : kind == ENTRY_TREATMENT ? report->risks
                           : kind == ENTRY_EQUALITY  ? report->equality_actions
                                                     : report->objectives;
  static const char *const lists[] = { [ENTRY_MILESTONE] = "objective",
                                       [ENTRY_STEP] = "objective",
                                       [ENTRY_INDICATOR] = "indicator",
                                       [ENTRY_TREATMENT] = "risk",
                                       [ENTRY_EQUALITY] = "equality-action" };
  bool lost = record_is_unread(&report->record, lists[kind]);
  for (guint i = 0; i < items->len && !lost; i++) {
    const Record *item = g_ptr_array_index(items, i);
    bool holds = kind != ENTRY_INDICATOR && kind != ENTRY_EQUALITY;
    lost = holds ? item->unread_within && has_nameless(item) : record_is_unread(item, "ref");
  }
  return lost;
}

static bool lacks_code(const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++) {
    const Record *entry = g_ptr_array_index(entries, i);
    if (!ref_of(entry) || record_is_unread(entry, "ref"))
      return true;
  }
  return false;
}

/* Whether it speaks of an item of the kind, and nobody can read of which. */
static bool is_nameless(const Past *past, int kind)
{
  static const char *const lists[] = { [ENTRY_MILESTONE] = "milestone",
                                       [ENTRY_STEP] = "milestone",
                                       [ENTRY_INDICATOR] = "indicator",
                                       [ENTRY_TREATMENT] = "treatment",
                                       [ENTRY_EQUALITY] = "equality-action" };
  if (!past->document->unread_within)
    return false;
  if (past->document->spec == &report_spec)
    return is_unread_in_report((const Report *)past->document, kind);
  const Return *document = (const Return *)past->document;
  const GPtrArray *const entries[] = { [ENTRY_MILESTONE] = document->milestones,
                                       [ENTRY_STEP] = document->milestones,
                                       [ENTRY_INDICATOR] = document->indicators,
                                       [ENTRY_TREATMENT] = document->treatments,
                                       [ENTRY_EQUALITY] = document->equality_actions };
  bool lost = record_is_unread(&document->record, lists[kind]) || lacks_code(entries[kind]);
  for (guint i = 0; kind <= ENTRY_STEP && i < document->milestones->len && !lost; i++)
    lost = record_is_unread(g_ptr_array_index(document->milestones, i), "step");
  return lost;
}

static void add_of(Follow *follow, const Past *past, int kind)
{
  if (past->document->spec == &report_spec)
    add_of_report(follow, past, kind);
  else
    add_of_return(follow, past, kind);
}

/* The last document; of what is reported on twice a year the last that speaks of it. */
static void add_last(Follow *follow, int kind)
{
  const GPtrArray *past = follow->history->past;
  bool rare = kind == ENTRY_TREATMENT || kind == ENTRY_EQUALITY;
  guint before = follow->threads->threads->len;
  for (guint i = past->len; i-- > 0 && follow->threads->threads->len == before;) {
    const Past *document = g_ptr_array_index(past, i);
    add_of(follow, document, kind);
    follow->threads->last[kind] = document;
    follow->threads->nameless[kind] |= is_nameless(document, kind);
    if (!rare)
      break;
  }
  if (rare && follow->threads->threads->len == before)
    follow->threads->last[kind] = NULL;
}

/* ---- new items --------------------------------------------------------------------------------------------------- */

/* Whether the last return should have spoken of it. */
static bool was_due(const Past *last, const Record *item)
{
  if (item->spec == &milestone_spec)
    return milestone_is_due((const Milestone *)item, period_year(last->period));
  return item->spec != &indicator_spec || indicator_is_due((const Indicator *)item, last->period);
}

static bool was_ever(const Follow *follow, const Record *item)
{
  for (guint i = 0; i < follow->history->past->len; i++) {
    const Past *past = g_ptr_array_index(follow->history->past, i);
    if (item->spec == &milestone_spec && past_milestone(past, (const Milestone *)item))
      return true;
    if (item->spec == &indicator_spec && past_indicator(past, (const Indicator *)item))
      return true;
    if (item->spec == &treatment_spec && past_treatment(past, (const Treatment *)item))
      return true;
  }
  return false;
}

/* By the return, or before and not reported on since. A step goes with its milestone. */
static bool is_closed_now(const Follow *follow, const Record *item)
{
  const Record *closed = item->spec == &step_spec ? item->parent : item;
  const Thread now = { .kind = thread_kind(closed), .ref = ref_of(closed), .now = closed };
  if (now.ref && g_hash_table_contains(follow->returned->closed, now.ref))
    return true;
  return !is_reported(follow, &now) &&
         closings_find(follow->returned->before, now.ref, ref_around(closed)).is != NOT_CLOSED;
}

/* One of several parts of an item of the last report that goes on as another of them. */
static bool is_split_off(const Follow *follow, const Record *item)
{
  const GPtrArray *codes = previously_of(item);
  bool split = false;
  for (guint i = 0; i < codes->len; i++)
    split |= g_hash_table_contains(follow->threads->by_ref, g_ptr_array_index(codes, i));
  return split;
}

/* Closed by an earlier document: it was not in the last report, though it was in one before. */
static bool was_closed_before(const Follow *follow, const Record *item)
{
  return closings_find(follow->returned->before, ref_of(item), ref_around(item)).is != NOT_CLOSED;
}

/* Of what the plan or the return does not say, readably, which item it is. */
static bool is_nameless_now(const Follow *follow, const Record *item)
{
  const Returned *r = follow->returned;
  const bool nameless[] = { [ENTRY_MILESTONE] = r->nameless.milestones,
                            [ENTRY_STEP] = r->nameless.steps,
                            [ENTRY_INDICATOR] = r->nameless.indicators,
                            [ENTRY_TREATMENT] = r->nameless.treatments,
                            [ENTRY_EQUALITY] = r->nameless.equality };
  return record_is_unread(item, "ref") || nameless[thread_kind(item)];
}

/* Of some nobody can tell whether the last document should have had them, or had them under another code. */
static bool is_in_doubt(const Follow *follow, const Record *item)
{
  static const char *const telling[] = { "ref", "previously", "year", "frequency", "every-years", "in-arrears" };
  bool doubt = follow->threads->nameless[thread_kind(item)];
  for (guint i = 0; i < G_N_ELEMENTS(telling); i++)
    doubt |= record_is_unread(item, telling[i]);
  return doubt;
}

/* A return speaks of some items only, a report of all. */
static void note_fresh(Follow *follow, const Record *item)
{
  int kind = thread_kind(item);
  const Past *last = follow->threads->last[kind];
  const char *ref = ref_of(item);
  const Thread now = { .kind = kind, .ref = ref, .now = item };
  bool nameless = is_nameless_now(follow, item);
  if (!last || !(ref || nameless) || g_hash_table_contains(follow->threads->targets, item) ||
      is_closed_now(follow, item))
    return;
  bool of_report = last->document->spec == &report_spec;
  bool is_new = !was_ever(follow, item) || is_split_off(follow, item) || (ref && was_closed_before(follow, item));
  bool reported = nameless || is_reported(follow, &now);
  if (of_report || (kind != ENTRY_STEP && reported && was_due(last, item) && is_new))
    g_ptr_array_add(is_in_doubt(follow, item) || (nameless && !of_report) ? follow->threads->maybe_fresh
                                                                          : follow->threads->fresh,
                    (gpointer)item);
}

const Threads *threads_new(const Inputs *inputs, const History *history, const Returned *returned,
                           const PlanIndex *index)
{
  Threads *threads = arena_alloc(inputs->arena, sizeof *threads);
  *threads = (Threads){ .threads = arena_list(inputs->arena), .fresh = arena_list(inputs->arena) };
  threads->reworded = arena_list(inputs->arena);
  threads->maybe_fresh = arena_list(inputs->arena);
  threads->by_ref = table_new(inputs->arena);
  threads->milestones = table_new(inputs->arena);
  threads->by_closure = g_hash_table_new(NULL, NULL);
  threads->targets = g_hash_table_new(NULL, NULL);
  arena_own(inputs->arena, threads->by_closure, (GDestroyNotify)g_hash_table_unref);
  arena_own(inputs->arena, threads->targets, (GDestroyNotify)g_hash_table_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) closings = g_hash_table_new(NULL, NULL);
  Follow follow = {
    .inputs = inputs, .history = history, .returned = returned, .index = index, .seen = seen, .closings = closings
  };
  follow.threads = threads;
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    follow.former[kinds[i]] = table_new(inputs->arena);
    threads->unread[kinds[i]] = is_unread(inputs->plan, kinds[i]);
  }
  note_lost_closings(&follow);
  each_item(&follow, note_former);
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    add_last(&follow, kinds[i]);
  settle_all(&follow);
  each_item(&follow, note_reworded);
  settle_reworded(&follow);
  each_item(&follow, note_fresh);
  threads->closed_lost = follow.closed_lost || period_given(follow.closed_lost_in);
  return threads;
}
