/* New items: those that the last document should have had. */
#include "facts/follow.h"

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
  const Thread now = { .kind = thread_kind(closed), .ref = follow_ref(closed), .now = closed };
  if (now.ref && g_hash_table_contains(follow->returned->closed, now.ref))
    return true;
  return !follow_is_reported(follow, &now) &&
         closings_find(follow->returned->before, now.ref, follow_ref_around(closed)).is != NOT_CLOSED;
}

/* One of several parts of an item of the last report that goes on as another of them. */
static bool is_split_off(const Follow *follow, const Record *item)
{
  const GPtrArray *codes = follow_previously(item);
  bool split = false;
  for (guint i = 0; i < codes->len; i++)
    split |= g_hash_table_contains(follow->threads->by_ref, g_ptr_array_index(codes, i));
  return split;
}

/* Closed by an earlier document: it was not in the last report, though it was in one before. */
static bool was_closed_before(const Follow *follow, const Record *item)
{
  return closings_find(follow->returned->before, follow_ref(item), follow_ref_around(item)).is != NOT_CLOSED;
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
void follow_note_fresh(Follow *follow, const Record *item)
{
  int kind = thread_kind(item);
  const Past *last = follow->threads->last[kind];
  const char *ref = follow_ref(item);
  const Thread now = { .kind = kind, .ref = ref, .now = item };
  bool nameless = is_nameless_now(follow, item);
  if (!last || !(ref || nameless) || g_hash_table_contains(follow->threads->targets, item) ||
      is_closed_now(follow, item))
    return;
  bool of_report = last->document->spec == &report_spec;
  bool is_new = !was_ever(follow, item) || is_split_off(follow, item) || (ref && was_closed_before(follow, item));
  bool reported = nameless || follow_is_reported(follow, &now);
  if (of_report || (kind != ENTRY_STEP && reported && was_due(last, item) && is_new))
    g_ptr_array_add(is_in_doubt(follow, item) || (nameless && !of_report) ? follow->threads->maybe_fresh
                                                                          : follow->threads->fresh,
                    (gpointer)item);
}
