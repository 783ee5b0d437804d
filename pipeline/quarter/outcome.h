/* What became of a run: each task with its account. */
#pragma once
#include "model/account.h"
#include "quarter/ninja.h"

typedef struct {
  const Task *task;
  const AccountRow *row; /* NULL: nothing was made of it, or its run was cut short */
  const char *said;      /* the last line of its log, when its account does not say why nothing was made; NULL: none */
  double seconds;        /* that its run took when it was made last; 0: not known */
} Outcome;

/* One for each task, in their order; of Outcome. */
GPtrArray *outcomes_read(Arena *arena, const Worklist *list, const NinjaRun *run);
/* A page stands in the place of a report because its run did not come to its end: its files are not to blame. */
bool outcome_was_cut(const Outcome *outcome);
