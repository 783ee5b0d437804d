/* From tasks to steps. */
#include "quarter/batch.h"

enum { SIZE_MAX_CHOSEN = 16, STEPS_A_WORKER = 4 };

bool batch_is_free(const Task *task)
{
  return task->needs->len == 0;
}

static GPtrArray *add_step(GPtrArray *steps)
{
  GPtrArray *step = g_ptr_array_new();
  g_ptr_array_add(steps, step);
  return step;
}

GPtrArray *batch_steps(const Worklist *list, GHashTable *stale, guint size)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref), *batch = NULL;
  for (guint i = 0; i < list->tasks->len; i++) {
    Task *task = g_ptr_array_index(list->tasks, i);
    if (!task->report)
      continue;
    bool together = stale && batch_is_free(task) && g_hash_table_contains(stale, task->folder);
    if (together && (!batch || batch->len >= size))
      batch = add_step(steps);
    g_ptr_array_add(together ? batch : add_step(steps), task);
  }
  return steps;
}

guint batch_size(guint stale, guint workers)
{
  return CLAMP(stale / (MAX(workers, 1) * STEPS_A_WORKER), 1, SIZE_MAX_CHOSEN);
}
