/* The thread of each item from the last report to this one: what became of it, and who says so. */
#pragma once
#include "facts/history.h"
#include "facts/plan-index.h"
#include "facts/returned.h"

typedef enum {
  FATE_CONTINUED,  /* under its code */
  FATE_RENUMBERED, /* under another one */
  FATE_MERGED,     /* together with others */
  FATE_ENDED,      /* complete, or done with its year, and not in the plan any more */
  FATE_CLOSED,     /* with a reason, by the return or the plan */
  FATE_DROPPED,    /* none of these */
  FATE_UNCLEAR     /* something cannot be read: it may be any of these */
} Fate;

/* An item that the last document which speaks of its kind has. */
typedef struct {
  int kind;             /* EntryKind: milestone, step, indicator, treatment or equality action */
  const char *ref;      /* as it was called; of a step: its milestone */
  const char *part;     /* of a step, as it was called; else NULL */
  const Past *past;     /* that document */
  const Record *before; /* what it says */
  Fate fate;
  bool reworded;         /* unclear: it went by its words, and the plan has items of other words that are new */
  const Record *now;     /* the plan's item that goes on with it, or NULL */
  const Closure *closed; /* who closed, renumbered or merged it, or NULL: the plan's codes say so */
} Thread;

typedef struct {
  const Past *last[ENTRY_CLOSED + 1]; /* by EntryKind: the document that is compared with, or NULL */
  GPtrArray *threads;                 /* of Thread, by kind, in the order of the document */
  GPtrArray *fresh;                   /* of const Record: items of the plan that it should have had, and did not */
  GPtrArray *maybe_fresh;             /* likewise: those of which it cannot be read whether it had them */
  bool nameless[ENTRY_CLOSED + 1];    /* by EntryKind: it speaks of such items of which nobody can read the codes */
  bool unread[ENTRY_CLOSED + 1];      /* by EntryKind: the plan has such items that nobody can find by their codes */
  bool closed_lost;                   /* documents close something of which nobody can read what it is */
  GHashTable *by_ref;                 /* ref to the first Thread that has it */
  GHashTable *milestones;             /* the same of milestones alone */
  GHashTable *by_closure;             /* Closure to the first Thread that it closed, renumbered or merged */
  struct Reworded *reworded;          /* items of the plan that go by words no thread leads to */
  GHashTable *targets;                /* items of the plan that threads lead to, to how many */
} Threads;

/* In the arena of the inputs. */
const Threads *threads_new(const Inputs *inputs, const History *history, const Returned *returned,
                           const PlanIndex *index);
/* Whether nobody gave the item a code: its words stand in the place of one. */
bool thread_goes_by_words(const Thread *thread);
/* The code of a step, as it was called; NULL: it has none, or goes by its words. */
const char *thread_part(const Thread *thread);
/* EntryKind of an item of a plan. */
int thread_kind(const Record *planned);
