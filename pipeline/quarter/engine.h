/* Ninja, as the engine of a run. */
#pragma once
#include "quarter/ninja.h"

/* How far it is: done of all tasks, and the folder that was made last. why: in a dry run, why it would be made; else
 * NULL. */
typedef void (*EngineProgress)(guint done, guint all, const char *folder, const char *why, void *data);

typedef struct {
  int jobs;             /* tasks at a time; 0: as many as the machine has processors */
  bool dry;             /* says what would be made, and makes nothing */
  double limit_seconds; /* after which it is stopped; 0: none */
  int lock;             /* descriptor of the lock of the state folder: tasks hold it, too, as long as they live */
  EngineProgress progress;
  void *data;
} Engine;

/* Puts the files of a worklist in place where they changed, takes away accounts of folders that are gone, and lets
 * ninja make what is not up to date, past failures. It ends with the process that began it. *ret_whole: no task failed
 * by the world. False: it could not be run, or the time was up (G_IO_ERROR_TIMED_OUT). At most one engine a state
 * folder. */
bool engine_run(const Worklist *list, const Holding *holding, const NinjaRun *run, const Engine *engine,
                bool *ret_whole, GError **error);
