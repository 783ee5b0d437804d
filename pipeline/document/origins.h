/* Where what a document shows was taken from: known while it is made, never written, so that what is published does not
 * know of it. */
#pragma once
#include "record/record.h"

/* What a place shows from its item-th item on. */
typedef struct {
  gconstpointer place; /* a Cell, a list of Run, or a Point of a chart; NULL: not yet known */
  guint item;
  const Record *record;
  const Field *field; /* NULL: the figure of a Reading */
} Origin;

typedef struct {
  GArray *all;       /* of Origin, in the order in which they were noted; those of a place follow each other */
  GHashTable *first; /* place to 1 + the index of its first */
} Origins;

/* Lives as long as the arena. */
Origins *origins_new(Arena *arena);
void origins_note(Origins *origins, gconstpointer place, guint item, const Record *record, const Field *field);
/* Says the place of those that were noted without one, from the index on. */
void origins_place(Origins *origins, guint from, gconstpointer place);
/* The origins of a place, and how many; NULL: nothing is known of it. */
const Origin *origins_of(const Origins *origins, gconstpointer place, guint *ret_n);
