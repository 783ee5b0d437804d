/* Which tasks are made together in one step. A batch changes nothing of what is made. */
#pragma once
#include "quarter/worklist.h"

/* Whether a task is made of nobody's models: such tasks may be made together. */
bool batch_is_free(const Task *task);
/* Lists of Task, in the order of the worklist, of all of which something is made. Free tasks whose folders are in stale
 * (NULL: none) are put together, size at a time; all others stand alone. Caller unrefs. */
GPtrArray *batch_steps(const Worklist *list, GHashTable *stale, guint size);
/* The size, when nobody says one: large enough that few programs are started, small enough that all workers have
 * something to do until the end. */
guint batch_size(guint stale, guint workers);
