/* What has changed since the last report: of each item what became of it, in the model. */
#pragma once
#include "model/reading.h"
#include "model/unplanned.h"

/* clang-format off */
typedef enum {
  CHANGE_NONE,
  CHANGE_NEW,         /* the last report did not have it */
  CHANGE_COMPLETED,   /* complete now, and was not */
  CHANGE_ENDED,       /* was complete, or done with its year, and is no longer reported */
  CHANGE_RENUMBERED,  /* has another code */
  CHANGE_MERGED,      /* several became one */
  CHANGE_CLOSED,      /* no longer reported, for a reason */
  CHANGE_DROPPED,     /* no longer reported, and nobody says why */
  CHANGE_UNCLEAR,     /* something cannot be read: it may be there or not */
  CHANGE_PROGRESS,    /* another symbol */
  CHANGE_REVISED,     /* an earlier figure is another one now */
  CHANGE_MAYBE_NEW,   /* the last report may have had it: something of it cannot be read */
  CHANGE_REWORDED,    /* went by its words, and one of other words that is new may be it */
  CHANGE_EXPECTED,    /* another symbol is expected at the year's end */
  CHANGE_TRAVEL,      /* another direction of travel */
  CHANGE_MOVED,       /* another date: put off, or brought forward */
  CHANGE_TARGET,      /* another target of the same period */
  CHANGE_REPORTED,    /* spoken of now, and not in the last report, which need not speak of it */
  /* the same in the same order, where then or now something cannot be read: it may have changed or not */
  CHANGE_MAYBE_PROGRESS,
  CHANGE_MAYBE_EXPECTED,
  CHANGE_MAYBE_TRAVEL,
  CHANGE_MAYBE_MOVED,
  CHANGE_MAYBE_TARGET,
  CHANGE_MAYBE_REVISED
} ChangeKind;
/* clang-format on */
extern const Terms terms_change;

/* One change of one item; an item can have several. */
typedef struct {
  Record record;
  int what;                   /* ChangeKind */
  int kind;                   /* EntryKind */
  char *ref, *part;           /* as it is called now; of what is gone as it was called. part: of a step or measure */
  bool gone;                  /* the plan does not have it any more */
  GPtrArray *previously;      /* codes it was reported under */
  int from, to;               /* Rating then and now, where they differ: of progress, or expected */
  int travel_from, travel_to; /* Travel then and now */
  Date due_from, due_to;      /* the day by which it is to be done, then and now; none: no day was given */
  Period period;              /* of a revised figure, or of a target */
  GPtrArray *text;            /* of Run: its words, where they are known */
  Reading *was, *now;         /* a figure that was revised, or a target */
  Prose *reason;
} Change;
extern const Spec change_spec; /* <change> */

/* How many items of a kind there were, and are: before + fresh - ended - closed - merged - dropped - unclear = now. */
typedef struct {
  Record record;
  int kind; /* EntryKind */
  int before, fresh, ended, closed, merged, dropped, unclear, now;
} ItemTally;
extern const Spec tally_spec; /* <tally> */
