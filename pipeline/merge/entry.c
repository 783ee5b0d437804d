/* What holds for the entries of all kinds of items, and for their closings. */
#include "merge/entry.h"
#include "record/record-carry.h"

int entry_not_supplied(bool nameless)
{
  return nameless ? RATING_NOT_READABLE : RATING_NOT_SUPPLIED;
}

void entry_mark_words(Record *item)
{
  static const char *const words[] = { "commentary", "corrective", "activities", "data-note" };
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    const Field *field = spec_field(item->spec, words[i]);
    if (field && !field_is_set(item, field))
      record_mark_unread(item, field);
  }
}

int entry_rating(const Record *said)
{
  const Field *field = spec_field(said->spec, "rating");
  int stated = *(const int *)record_at(said, field);
  return stated || field_is_unread(said, field) ? stated : RATING_NOT_RATED;
}

void entry_take_notes(const Record *said, Record *item)
{
  static const char *const notes[] = { "rating-note", "travel-note" };
  for (guint i = 0; i < G_N_ELEMENTS(notes); i++) {
    const Field *from = spec_field(said->spec, notes[i]), *to = spec_field(item->spec, notes[i]);
    if (from && to)
      *(char **)record_at(item, to) = *(char *const *)record_at(said, from);
  }
}

void entry_mark_second(const Returned *returned, const void *said, Record *item)
{
  if (g_hash_table_contains(returned->twice, said))
    entry_mark_words(item);
}

bool entry_is_again(GHashTable *seen, const char *ref)
{
  return ref && !g_hash_table_add(seen, (gpointer)ref);
}

static bool goes_on(const Closure *closed)
{
  return closed->now || record_is_unread(&closed->record, "now");
}

/* What goes on under another reference is not closed. */
static const Closure *closure(const Returned *returned, const char *ref)
{
  const Closure *closed = ref ? g_hash_table_lookup(returned->closed, ref) : NULL;
  return closed && goes_on(closed) ? NULL : closed;
}

const Closure *entry_closure(const Returned *returned, const char *ref, const char *around)
{
  const Closure *own = closure(returned, ref);
  return own || !around ? own : closure(returned, around);
}

void entry_take_reason(const Closure *closure, Record *item)
{
  const Field *field = spec_field(item->spec, "commentary");
  if (!closure || field_is_set(item, field))
    return;
  *(Prose **)record_at(item, field) = closure->reason;
  record_carry_unread_as(&closure->record, "reason", item, "commentary");
}

Closing entry_closed_before(const Returned *returned, const char *ref, const char *around, bool spoken)
{
  const Closure *closed = ref ? g_hash_table_lookup(returned->closed, ref) : NULL;
  if (!spoken && closed && record_is_unread(&closed->record, "now"))
    return (Closing){ .is = MAYBE_CLOSED };
  return spoken ? (Closing){ .is = NOT_CLOSED } : closings_find(returned->before, ref, around);
}

void entry_take_closing(const Closing *closing, Record *item)
{
  if (closing->is != CLOSED)
    return;
  *(Period *)record_at(item, spec_field(item->spec, "closed")) = closing->period;
  *(const Prose **)record_at(item, spec_field(item->spec, "commentary")) = closing->reason;
  record_carry_unread_as(closing->record, closing->field->name, item, "commentary");
}
