/* Items that an earlier document closed. */
#include "facts/closings.h"
#include "facts/table.h"
#include "record/record-walk.h"

/* What one document closed, and of what it spoke. */
typedef struct {
  Period period;
  bool before_plan;
  GHashTable *closed; /* ref to Closure, or to the closed item of a report */
  GHashTable *spoken; /* ref to any entry */
  bool nameless;      /* an entry does not say, readably, of which item it speaks */
  bool closed_lost;   /* the same of a closing */
} Said;

struct Closings {
  GPtrArray *said, *strange; /* of Said, oldest first */
  bool may_close;            /* one that nobody can place closed something */
  bool lost;                 /* a document that nobody can place may have spoken of each item */
};

/* ---- reading documents ------------------------------------------------------------------------------------------ */

static void put(Said *said, const char *ref, gconstpointer entry)
{
  table_put(said->spoken, ref, entry);
  said->nameless |= !ref;
}

/* What goes on under another code is closed under its own, too, unless that code is another's now. */
static void put_closed(Said *said, const GPtrArray *closed)
{
  g_autoptr(GHashTable) now = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < closed->len; i++) {
    char *other = ((const Closure *)g_ptr_array_index(closed, i))->now;
    if (other)
      g_hash_table_add(now, other);
  }
  for (guint i = 0; i < closed->len; i++) {
    const Closure *closure = g_ptr_array_index(closed, i);
    bool taken = closure->ref && closure->now && g_hash_table_contains(now, closure->ref);
    table_put(said->closed, taken ? NULL : closure->ref, closure);
    said->closed_lost |= !closure->ref;
  }
}

static void read_return(Said *said, const Return *document)
{
  static const char *const lists[] = { "milestone", "indicator", "treatment", "equality-action" };
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
    said->nameless |= record_is_unread(&document->record, lists[i]);
  said->closed_lost = record_is_unread(&document->record, "closed");
  for (guint i = 0; i < document->milestones->len; i++)
    put(said, ((const MilestoneProgress *)g_ptr_array_index(document->milestones, i))->milestone, document);
  for (guint i = 0; i < document->indicators->len; i++)
    put(said, ((const IndicatorProgress *)g_ptr_array_index(document->indicators, i))->indicator, document);
  for (guint i = 0; i < document->treatments->len; i++)
    put(said, ((const TreatmentProgress *)g_ptr_array_index(document->treatments, i))->treatment, document);
  for (guint i = 0; i < document->equality_actions->len; i++)
    put(said, ((const EqualityProgress *)g_ptr_array_index(document->equality_actions, i))->action, document);
  put_closed(said, document->closed);
}

/* Items of a report: supplied, or closed by a document before it. */
static void read_item(const Record *item, void *data)
{
  const Field *ref = spec_field(item->spec, "ref"), *supplied = spec_field(item->spec, "supplied");
  const Field *closed = spec_field(item->spec, "closed");
  if (!ref || !supplied || !closed || closed->type != FIELD_PERIOD)
    return;
  const char *code = *(char *const *)record_at(item, ref);
  if (*(const bool *)record_at(item, supplied))
    put(data, code, item);
  if (period_given(*(const Period *)record_at(item, closed)))
    table_put(((Said *)data)->closed, code, item);
}

static void read_report(Said *said, const Report *document)
{
  said->closed_lost = record_is_unread(&document->record, "closed");
  put_closed(said, document->closed);
  record_walk(&document->record, read_item, said);
}

static GPtrArray *read_all(Arena *arena, const GPtrArray *documents)
{
  GPtrArray *all = arena_list(arena);
  for (guint i = 0; i < documents->len; i++) {
    const Past *past = g_ptr_array_index(documents, i);
    Said *said = arena_alloc(arena, sizeof *said);
    *said = (Said){ past->period, past->before_plan, table_new(arena), table_new(arena), false, false };
    if (past->document->spec == &report_spec)
      read_report(said, (const Report *)past->document);
    else
      read_return(said, (const Return *)past->document);
    g_ptr_array_add(all, said);
  }
  return all;
}

Closings *closings_new(Arena *arena, const History *history)
{
  Closings *closings = arena_alloc(arena, sizeof *closings);
  *closings = (Closings){ read_all(arena, history->past), read_all(arena, history->strange), history->closings_lost,
                          history->lost };
  return closings;
}

/* ---- asking ----------------------------------------------------------------------------------------------------- */

static const Record *find(GHashTable *table, const char *ref)
{
  return ref ? g_hash_table_lookup(table, ref) : NULL;
}

static const Record *closed_in(const Said *said, const char *ref, const char *around)
{
  const Record *own = find(said->closed, ref);
  return own ? own : find(said->closed, around);
}

static Closing closing_of(const Said *said, const Record *record)
{
  bool closure = record->spec == &closure_spec;
  const Field *field = spec_field(record->spec, closure ? "reason" : "commentary");
  const Period period = closure ? said->period : *(const Period *)record_at(record, spec_field(record->spec, "closed"));
  return (Closing){ CLOSED, period, *(Prose *const *)record_at(record, field), record, field };
}

/* Whether a document of another service, or one misspelt, may have closed it, or spoken of it since. */
static bool may_say(const Said *said, const char *ref, const char *around, Period since)
{
  bool later = !period_given(since) || period_compare(said->period, since) > 0;
  return later && !said->before_plan &&
         (said->nameless || said->closed_lost || find(said->spoken, ref) || closed_in(said, ref, around));
}

static bool is_strange(const Closings *closings, const char *ref, const char *around, Period since)
{
  for (guint i = 0; i < closings->strange->len; i++)
    if (may_say(g_ptr_array_index(closings->strange, i), ref, around, since))
      return true;
  return false;
}

/* Whether one of them closes it, and no document of the service speaks of it. */
static bool is_closed_by_strange(const Closings *closings, const char *ref, const char *around)
{
  for (guint i = 0; i < closings->strange->len; i++) {
    const Said *said = g_ptr_array_index(closings->strange, i);
    if (!said->before_plan && (said->closed_lost || closed_in(said, ref, around)))
      return true;
  }
  return false;
}

/* Codes are given out anew with a new plan: what was closed before it was another thing. */
Closing closings_find(const Closings *closings, const char *ref, const char *around)
{
  const Closing none = { .is = NOT_CLOSED };
  bool sure = !closings->lost;
  for (guint i = closings->said->len; ref && i > 0; i--) {
    const Said *said = g_ptr_array_index(closings->said, i - 1);
    const Record *record = said->before_plan ? NULL : closed_in(said, ref, around);
    if (record) {
      Closing closing = closing_of(said, record);
      bool goes_on = record_is_unread(record, "now"); /* under a code that nobody can read */
      closing.is = sure && !goes_on && !is_strange(closings, ref, around, said->period) ? CLOSED : MAYBE_CLOSED;
      return closing;
    }
    if (said->before_plan || find(said->spoken, ref))
      return none;
    if (said->closed_lost)
      return (Closing){ .is = MAYBE_CLOSED };
    sure &= !said->nameless;
  }
  bool strange = ref && is_closed_by_strange(closings, ref, around);
  return strange || (ref && closings->may_close) ? (Closing){ .is = MAYBE_CLOSED } : none;
}
