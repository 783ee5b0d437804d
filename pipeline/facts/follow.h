/* Following items from document to document: what thread.c and the files about its parts share. */
#pragma once
#include "facts/thread.h"

typedef struct {
  const Inputs *inputs;
  const History *history;
  const Returned *returned;
  const PlanIndex *index;
  GHashTable *former[ENTRY_CLOSED + 1]; /* by kind: a code that items had before to the first that has it no more */
  guint reworded[ENTRY_CLOSED + 1];     /* by kind: how many go by their words, and no thread leads to them */
  GPtrArray *fresh_words;               /* of const Record: these items */
  GHashTable *seen;                     /* keys of the items that have a thread */
  GHashTable *closings;                 /* list of Closure to ListedClosings */
  bool closed_lost;                     /* return or plan close something, and it cannot be read what */
  Period closed_lost_in;                /* the latest earlier document that does; not given: none */
  Threads *threads;
} Follow;

/* The kinds of items that have threads, each after those that it goes with. */
enum { FOLLOW_KINDS = 5 };
extern const int follow_kinds[FOLLOW_KINDS];

/* Of an item of a plan, report or return: its code, and the codes that it had before; what holds it, in a report: a
 * return does not say it. */
const char *follow_ref(const Record *item);
const GPtrArray *follow_previously(const Record *item);
const char *follow_ref_around(const Record *before);
/* Whether the return speaks of the item that goes on. */
bool follow_is_reported(const Follow *follow, const Thread *thread);

/* ---- follow-plan.c ---- */
typedef void (*ItemVisit)(Follow *follow, const Record *item);
/* Every item of the plan that can be reported on. */
void follow_each_item(Follow *follow, ItemVisit visit);
/* Takes in the codes that the items of a kind had before, and whether some cannot be found by their codes. */
void follow_read_plan(Follow *follow);
/* The item of the plan that goes on with a code: codes are given out anew with a new plan, and then an item goes by its
 * earlier code first. */
const Record *follow_item_now(const Follow *follow, const Past *past, int kind, const char *ref);
/* A step is known within its milestone. */
const Record *follow_find_step(const Milestone *milestone, const char *ref);
GHashTable *follow_table(const PlanIndex *index, int kind);

/* ---- follow-closed.c ---- */
/* Whether, and how long ago, something was closed of which nobody can read what it is. */
void follow_read_closings(Follow *follow);
/* By the return, the plan, or a document since the one that last spoke of it. */
const Closure *follow_closure(const Follow *follow, const Thread *thread);
/* Whether one that cannot be read may have closed it. */
bool follow_may_be_closed(const Follow *follow, const Thread *thread);

/* ---- follow-past.c ---- */
/* The items of the last document; of what is reported on twice a year those of the last that speaks of it. */
void follow_add_last(Follow *follow, int kind);

/* ---- follow-fresh.c ---- */
/* Notes an item that the last document should have had, and did not. A return speaks of some items only, a report of
 * all. */
void follow_note_fresh(Follow *follow, const Record *item);
