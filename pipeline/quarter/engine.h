/* Ninja, as the engine of a run. */
#pragma once
#include "quarter/ninja.h"
#include <signal.h>

/* How far it is: done of all tasks, and the folder that was made last. why: in a dry run, why it would be made; else
 * NULL. */
typedef void (*EngineProgress)(guint done, guint all, const char *folder, const char *why, void *data);

/* A line that a step said which could not be run. */
typedef void (*EngineFailure)(const char *line, void *data);

typedef struct {
  int jobs;             /* steps at a time; 0: as many as the machine has processors */
  int batch;            /* tasks a step, of those that need no other; 0: chosen */
  bool dry;             /* says what would be made, and changes nothing on disk */
  double limit_seconds; /* after which it is stopped; 0: none */
  int lock;             /* descriptor of the lock of the state folder: tasks hold it, too, as long as they live; of a
                           dry run there is none */
  sigset_t endings;     /* signals that ask this process to stop */
  EngineProgress progress;
  EngineFailure failure;
  void *data;
} Engine;

/* Puts the files of a worklist in place where they changed, takes away accounts of folders that are gone, and lets
 * ninja make what is not up to date, past failures. It ends with the process that began it. *ret_whole: no task failed
 * by the world. False: it could not be run, the time was up (G_IO_ERROR_TIMED_OUT), or a signal asked to stop
 * (G_IO_ERROR_CANCELLED). At most one engine a state
 * folder. */
bool engine_run(const Worklist *list, const Holding *holding, const NinjaRun *run, const Engine *engine,
                bool *ret_whole, GError **error);
/* Does the same, but for making anything: the folders (char *) of what would be made, as a set; caller unrefs. Tasks
 * that are made of models are among them when a model's report is. NULL: it could not be run. */
GHashTable *engine_stale(const Worklist *list, const Holding *holding, const NinjaRun *run, const Engine *engine,
                         GError **error);
/* Others have made what these accounts (below state; NULL-terminated) tell of: ninja forgets when it did so. Not while
 * an engine runs. */
bool engine_note_made(const NinjaRun *run, char *const *accounts, GError **error);
