/* What became of a run: each step with its account. */
#pragma once
#include "model/account.h"
#include "quarter/ninja.h"

typedef struct {
  const Step *step;
  const AccountRow *row; /* NULL: nothing was made of it, or its run was cut short */
  double seconds;        /* that its run took when it was made last; 0: not known */
} Outcome;

/* One for each step, in their order; of Outcome. */
GPtrArray *outcomes_read(Arena *arena, const Worklist *list, const NinjaRun *run);
