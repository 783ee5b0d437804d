/* The days that other documents of our service give to the things of our plan: earlier returns and reports, and other
 * plans, returns and reports of it. Inside of facts. */
#pragma once
#include "facts/fact.h"

typedef struct Dues Dues;
/* Indexes them; lives as long as the arena. */
Dues *dues_new(const Inputs *inputs, const History *history);
/* The record of another document that is about the thing of our plan (a milestone, a step, a treatment or an equality
 * action), as dues_find lists it. */
typedef struct {
  const Record *record;
  int says;      /* SAYS_EARLIER, or SAYS_OTHER */
  bool by_words; /* its plan is another one, whose codes may be those of other things: its words must be the same */
} DueEntry;
/* Of DueEntry, in the order of the documents; in the arena. */
GArray *dues_find(const Dues *dues, const Record *planned);
