/* Closings: what an earlier document said of items that are closed, and no later one spoke of. */
#pragma once
#include "facts/history.h"

typedef struct Closings Closings;

typedef struct {
  enum { NOT_CLOSED, MAYBE_CLOSED, CLOSED } is; /* maybe: what says so cannot be read or placed */
  Period period;                                /* closed: by the document of that period */
  const Prose *reason;                          /* closed: or NULL */
  const Record *record;                         /* closed: the closing, or in a report the closed item */
  const Field *field;                           /* of record: the reason */
} Closing;

/* Lives as long as the arena. */
Closings *closings_new(Arena *arena, const History *history);
/* Of the item of that ref. around: ref of what holds it, or NULL. */
Closing closings_find(const Closings *closings, const char *ref, const char *around);
