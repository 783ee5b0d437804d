/* Who closed an item since it was last spoken of. */
#include "facts/follow.h"
#include "facts/table.h"

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
  const char *around = follow_ref_around(thread->before);
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

void follow_read_closings(Follow *follow)
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
bool follow_may_be_closed(const Follow *follow, const Thread *thread)
{
  return follow->closed_lost ||
         (period_given(follow->closed_lost_in) && period_compare(follow->closed_lost_in, thread->past->period) > 0);
}

/* By the return, the plan, or a document since the one that last spoke of it. */
const Closure *follow_closure(const Follow *follow, const Thread *thread)
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
