/* One run of a council's period, from its folder to the table at the end. */
#pragma once
#include "program/program.h"

/* What was asked for. All borrowed. */
typedef struct {
  const Program *program;
  const char *root;     /* the council's folder */
  const char *period;   /* NULL: the last one of which there are returns */
  const char *out;      /* folder of all outputs */
  const char *launch;   /* what starts a task; or NULL */
  int jobs;             /* steps at a time; 0: as many as there are processors, or as Slurm likes */
  int batch;            /* tasks a step, of those that need no other; 0: chosen */
  double limit_seconds; /* 0: none */
  bool dry;             /* says what would be made, and why */
  bool quiet;           /* no table: a summary */
  bool slurm, wait;     /* jobs of Slurm make it; and they are waited for */
  const char *options;  /* more words for sbatch; or NULL */
  const char *last_of;  /* it is the last job of Slurm's run of that name; or NULL */
} QuarterRun;

/* Makes what is to be made, and says so; the exit code. */
int quarter_run(const QuarterRun *asked);
