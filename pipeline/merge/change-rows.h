/* The parts of what has changed: rows of one item, by what of it is another now. */
#pragma once
#include "facts/thread.h"
#include "model/change.h"

typedef struct {
  const Inputs *inputs;
  const History *history;
  const Returned *returned;
  const Threads *threads;
  Report *report;
  GHashTable *joined;  /* record of the plan to that of the report */
  GHashTable *sources; /* record of the plan to the list of Thread that lead to it */
  GPtrArray *items;    /* those records of the plan, in its order */
} Changing;

/* A new row about an item of the plan. */
Change *change_now(const Changing *c, ChangeKind what, const Record *planned);

/* What the return says of the item of the plan, or NULL. */
const Record *change_said(const Changing *c, const Record *planned);

/* Of an item that goes on: its symbols, its date, and its targets. What cannot be read, then or now, is a row of its
 * own: it may have changed or not. */
void change_symbols(const Changing *c, const Thread *thread);
void change_dates(const Changing *c, const Thread *thread);
void change_targets(const Changing *c, const Thread *thread);
/* Figures of earlier periods that the return tells anew. */
void change_figures(const Changing *c, const Indicator *planned, const IndicatorProgress *said);
