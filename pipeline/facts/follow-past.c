/* The items of the last document. */
#include "facts/follow.h"
#include "facts/table.h"
#include "record/record-walk.h"

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
    if (!follow_ref(entry) || record_is_unread(entry, "ref"))
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
void follow_add_last(Follow *follow, int kind)
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
