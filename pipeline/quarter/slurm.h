/* A run whose reports are made by jobs of Slurm: an array for services, one for what is made of them, and a last job
 * that tells how it ended. Whose run it is stands in a file, and counts as long as Slurm has jobs of that name: the
 * claim dies with them. Slurm decides when and where they run. */
#pragma once
#include "quarter/ninja.h"

/* How jobs are submitted. All borrowed. */
typedef struct {
  const char *name;        /* of all its jobs, and of no others */
  const char *options;     /* more words for sbatch, as a shell reads them; or NULL */
  guint batch;             /* tasks a job, of those that need no other; 0: chosen */
  guint jobs;              /* at a time; 0: as many as Slurm likes */
  const char *const *last; /* the command of the last job, NULL-terminated */
} SlurmRun;

/* Submits what makes the tasks whose folders are in stale, and then the last job, and claims the state folder for them.
 * *ret_said: in words, what was submitted; caller frees. False: nothing was submitted, or it was taken back.
 */
bool slurm_submit(const Worklist *list, GHashTable *stale, const Holding *holding, const NinjaRun *run,
                  const SlurmRun *slurm, char **ret_said, GError **error);
/* Sees to it that ninja does not make again what jobs have made; their folders are added to fresh. name: of the run
 * that asks; NULL: it is none of Slurm's. False: jobs of another run are not through (G_IO_ERROR_BUSY), or nobody can
 * tell. */
bool slurm_settle(const NinjaRun *run, const char *name, GHashTable *fresh, GError **error);
/* The last thing that the last job does: the claim ends, and the exit code is noted. */
bool slurm_end(const NinjaRun *run, int code, GError **error);
/* Waits until Slurm has no job of that name any more; prints what the last one said, and gives its exit code. -1: it
 * did not come to its end. */
int slurm_wait(const NinjaRun *run, const char *name, GError **error);
