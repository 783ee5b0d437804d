/* Items of the plan that go by words which no earlier document had: which of them is the one that went by others. */
#pragma once
#include "facts/thread.h"

typedef struct Reworded Reworded;

/* Takes in the items (of const Record), which are borrowed; in the arena. */
Reworded *reworded_new(Arena *arena, const GPtrArray *items);
/* The item that has most words of one of these threads, among the first that share its rarest; NULL: none shares any.
 */
const Record *reworded_find(const Reworded *reworded, const Thread *thread);
