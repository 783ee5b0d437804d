/* Entries of the return and the items that they speak of: what is told of an item whose entry is missing, cannot be
 * told to be its own, or closes it. */
#pragma once
#include "facts/closings.h"
#include "facts/returned.h"

/* Rating of an item without an entry. Where entries do not say of which item they speak, readably, no item can be
 * called missing. */
int entry_not_supplied(bool nameless);
/* An entry that cannot be told to be the item's may hold its words, too. */
void entry_mark_words(Record *item);
/* What an entry says of progress: its rating, or that nobody gave one. */
int entry_rating(const Record *said);
/* Its words beside the symbols. */
void entry_take_notes(const Record *said, Record *item);
/* What the entry does not say a second one may say, which stands apart. */
void entry_mark_second(const Returned *returned, const void *said, Record *item);
/* Of items of one reference entries speak of the first; of the others nobody can tell. Whether this is such a one. */
bool entry_is_again(GHashTable *seen, const char *ref);

/* What closes the item, or else what holds it; or NULL. */
const Closure *entry_closure(const Returned *returned, const char *ref, const char *around);
/* The reason for closing it stands in the place of the commentary, where there is none. */
void entry_take_reason(const Closure *closure, Record *item);
/* What an earlier document closed, or may have closed, of which this return does not speak. */
Closing entry_closed_before(const Returned *returned, const char *ref, const char *around, bool spoken);
/* The reason for it likewise. */
void entry_take_closing(const Closing *closing, Record *item);
